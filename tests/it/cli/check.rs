//! `halte check`.

use std::fs;

use super::{Desk, NAME, desk_with_a_session, rehearsed, repository};

/// A journal of which one byte in this line was changed.
pub(super) fn damaged_at(line: usize) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = rehearsed()
        .journal
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    lines[line - 1][10] ^= 1;
    lines.concat()
}

#[test]
fn what_ships_is_valid_and_each_file_has_its_line() {
    let desk = Desk::new();
    let (sessions, personas) = (repository("sessions"), repository("personas"));
    let folders = [&sessions, &personas].map(|folder| folder.to_str().expect("UTF-8"));
    let good = desk.out(&["check", folders[0], folders[1]]);
    let files = |folder| fs::read_dir(folder).expect("a folder").count();
    assert_eq!(good.lines().count(), files(&sessions) + files(&personas));
    assert!(good.lines().all(|line| line.contains(": valid ")), "{good}");
    let dutch = desk.out(&["check", folders[0], folders[1], "--lang", "nl"]);
    assert!(
        dutch.contains("geldige persona (stikster in een kmo)"),
        "{dutch}"
    );
}

#[test]
fn every_bad_plan_gets_one_line_with_its_place_and_the_good_ones_theirs() {
    let desk = Desk::new();
    desk.write("good.yaml", desk.out(&["new"]));
    let folder = repository("tests/it/plans/bad");
    let bad = folder.to_str().expect("UTF-8");
    let told = desk.halte(&["check", bad, "good.yaml"]);
    assert_eq!(told.code, 1);
    assert_eq!(told.out.lines().count(), 1, "{}", told.out);
    assert!(
        told.out.starts_with("good.yaml: valid plan ("),
        "{}",
        told.out
    );
    let mut names: Vec<String> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path().display().to_string())
        .collect();
    names.sort();
    assert_eq!(told.err.lines().count(), names.len());
    for (line, name) in told.err.lines().zip(&names) {
        let behind = line
            .strip_prefix("halte: ")
            .and_then(|line| line.strip_prefix(name.as_str()))
            .and_then(|line| line.strip_prefix(':'))
            .unwrap_or_else(|| panic!("{line}"));
        let mut parts = behind.splitn(3, ':');
        for place in [parts.next(), parts.next()] {
            let number: usize = place.expect("a place").parse().expect("a number");
            assert!(number > 0, "{line}");
        }
        assert!(parts.next().is_some_and(|said| said.len() > 10), "{line}");
    }
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_unread() {
    let desk = Desk::new();
    let file = fs::File::create(desk.path("huge.yaml")).expect("made");
    file.set_len(100 * 1024 * 1024).expect("long");
    let line = desk.fails(1, &["check", "huge.yaml"]);
    assert_eq!(
        line,
        "huge.yaml: this has more than 32 MiB, so it is no plan, session or journal. \
         Check which file it is."
    );
}

#[test]
fn what_is_missing_or_empty_is_said_and_the_rest_is_still_checked() {
    let desk = Desk::new();
    fs::create_dir(desk.path("empty")).expect("made");
    desk.write("plan.yaml", desk.out(&["new"]));
    let told = desk.halte(&["check", "nowhere.yaml", "plan.yaml", "empty", "plan.yaml/x"]);
    assert_eq!(told.code, 1);
    assert!(told.out.starts_with("plan.yaml: valid plan"), "{told:?}");
    let said: Vec<&str> = told.err.lines().collect();
    assert_eq!(
        said,
        [
            "halte: nowhere.yaml: there is no such file or folder. Check the name.",
            "halte: empty: there is no plan, persona, session or journal here.",
            "halte: plan.yaml/x: a part of this name is a file, not a folder. Check the name.",
        ]
    );
    let line = desk.fails(1, &["check", "nergens", "--lang", "nl"]);
    assert_eq!(
        line,
        "nergens: dat bestand of die map is er niet. Kijk de naam na."
    );
}

#[test]
fn a_bad_persona_of_ones_own_is_told_once_and_hides_nothing() {
    let desk = Desk::new();
    desk.write("personas/mine.yaml", "id: mine\nrole: {nl: x\n");
    desk.write("plan.yaml", desk.out(&["new", "--content", "home"]));
    let told = desk.halte(&["check", "personas", "plan.yaml"]);
    assert_eq!(told.code, 1);
    assert!(told.out.starts_with("plan.yaml: valid plan"), "{told:?}");
    assert_eq!(told.err.lines().count(), 1, "{}", told.err);
    assert!(
        told.err.starts_with("halte: personas/mine.yaml:"),
        "{told:?}"
    );
}

#[test]
fn a_session_and_its_journal_are_counted() {
    let desk = desk_with_a_session();
    let records = rehearsed().journal.iter().filter(|byte| **byte == b'\n');
    let records = records.count() - 1;
    let good = desk.out(&["check", "sessions"]);
    let (journal, saved) = good.split_once('\n').expect("two lines");
    assert_eq!(
        journal,
        format!("{NAME}.journal: valid journal ({records} records)")
    );
    assert!(
        saved.starts_with(&format!("{NAME}.yaml: valid session, closed (")),
        "{saved}"
    );
    assert!(saved.contains(" contributions, 6 participants)"), "{saved}");
}

#[test]
fn a_torn_end_is_no_damage_and_is_told() {
    let desk = Desk::new();
    let mut torn = rehearsed().journal.clone();
    torn.extend_from_slice(b"{\"seq\":99999");
    desk.write("torn.journal", &torn);
    let good = desk.out(&["check", "torn.journal"]);
    let end = "; the last 12 bytes were not written whole and will be cut off)\n";
    assert!(good.ends_with(end), "{good}");
    assert_eq!(fs::read(desk.path("torn.journal")).expect("there"), torn);
}

#[test]
fn a_damaged_journal_names_the_line_in_every_language() {
    let desk = Desk::new();
    desk.write("a.journal", damaged_at(7));
    let sentences = ["nl", "en", "fr"].map(|language| {
        let line = desk.fails(1, &["check", "a.journal", "--lang", language]);
        assert!(line.starts_with("a.journal:7: "), "{line}");
        line
    });
    assert!(
        sentences[0].contains("logboek is beschadigd"),
        "{sentences:?}"
    );
    assert!(sentences[1].contains("journal is damaged"), "{sentences:?}");
    assert!(sentences[2].contains("journal est abîmé"), "{sentences:?}");
}

#[test]
fn what_is_no_journal_or_holds_nothing_is_said() {
    let desk = Desk::new();
    desk.write("plan.journal", desk.out(&["new"]));
    let line = desk.fails(1, &["check", "plan.journal"]);
    assert_eq!(
        line,
        "plan.journal:1: this is not a journal of halte. Check which file it is."
    );
    let header = rehearsed().journal.split_inclusive(|byte| *byte == b'\n');
    desk.write("bare.journal", header.take(1).collect::<Vec<_>>().concat());
    let line = desk.fails(1, &["check", "bare.journal"]);
    assert_eq!(
        line,
        "bare.journal: nothing is recorded in this journal. Start the workshop anew."
    );
}
