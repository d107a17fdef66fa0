//! `halte report` over a folder in which not every file is what it should be.

use std::fs;

use serde_json::Value;

use super::check::damaged_at;
use super::report::saved_after;
use super::{Desk, NAME, Told, rehearsed};

const JSON: [&str; 4] = ["report", "campaign", "--format", "json"];

/// The rehearsed session under another id.
fn another(id: &str) -> String {
    let saved = &rehearsed().saved;
    let own = saved.lines().find(|line| line.starts_with("id: "));
    saved.replacen(own.expect("an id"), &format!("id: {id}"), 1)
}

/// Two good sessions in `good`; in `campaign` the same, with a copy and a plan among them.
fn desk() -> Desk {
    let desk = Desk::new();
    for folder in ["good", "campaign"] {
        desk.write(&format!("{folder}/b.yaml"), &rehearsed().saved);
        desk.write(&format!("{folder}/d.yaml"), another("other"));
    }
    desk.write("campaign/a.yaml", another("other"));
    desk.out(&["new", "-q", "campaign/plan.yaml"]);
    desk
}

/// Puts what cannot be read in `campaign`: how many files, in the order of their names.
fn put_bad_ones(desk: &Desk) -> usize {
    let saved = &rehearsed().saved;
    let half = saved.split_at(saved.len() / 2).0;
    desk.write("campaign/c-cut.yaml", format!("{half}\n\"cut"));
    desk.write("campaign/e-empty.yaml", "");
    desk.write("campaign/f-alien.yaml", "opened_at: *x\n");
    let huge = fs::File::create(desk.path("campaign/g-huge.yaml")).expect("made");
    huge.set_len(128 * 1024 * 1024).expect("sparse");
    desk.write("campaign/h-journal.journal", damaged_at(9));
    // Of what is left nothing has happened yet.
    let begun: Vec<&str> = saved.lines().take(20).collect();
    desk.write("campaign/i-begun.yaml", begun.join("\n"));
    let newer = saved.replacen("schema: halte/1", "schema: halte/9", 1);
    desk.write("campaign/n-newer.yaml", newer);
    fs::create_dir(desk.path("campaign/o-folder.yaml")).expect("made");
    7 + put_what_is_no_file(desk)
}

/// A pipe that nobody writes to, a link that leads to itself, and a file that nobody may open.
#[cfg(unix)]
fn put_what_is_no_file(desk: &Desk) -> usize {
    use std::os::unix::fs::PermissionsExt as _;
    let pipe = desk.path("campaign/p-pipe.yaml");
    let made = std::process::Command::new("mkfifo").arg(pipe).status();
    assert!(made.expect("mkfifo").success());
    std::os::unix::fs::symlink("q-loop.yaml", desk.path("campaign/q-loop.yaml")).expect("linked");
    let closed = desk.path("campaign/r-closed.yaml");
    desk.write("campaign/r-closed.yaml", &rehearsed().saved);
    let nobody = fs::Permissions::from_mode(0o000);
    fs::set_permissions(&closed, nobody).expect("closed");
    if fs::read(&closed).is_ok() {
        // Root may open everything.
        fs::remove_file(closed).expect("removed");
        return 2;
    }
    3
}

#[cfg(not(unix))]
fn put_what_is_no_file(_desk: &Desk) -> usize {
    0
}

fn told(desk: &Desk, arguments: &[&str]) -> (Told, Value) {
    let told = desk.halte(arguments);
    let report = serde_json::from_str(&told.out).expect("JSON");
    (told, report)
}

#[test]
fn what_cannot_be_read_is_named_and_changes_no_figure() {
    let desk = desk();
    let good: Value =
        serde_json::from_str(&desk.out(&["report", "good", "--format", "json"])).expect("JSON");
    let by_session = |report: &Value| {
        let sessions = report["sessions"].as_array().expect("sessions");
        sessions
            .iter()
            .map(|one| one["id"].to_string())
            .collect::<Vec<_>>()
    };
    // The copy comes first by its name, so its session does too.
    let whole: Value = serde_json::from_str(&desk.out(&JSON)).expect("JSON");
    let mut turned = by_session(&whole);
    turned.reverse();
    assert_eq!(turned, by_session(&good));
    assert_eq!(whole["theme_by_scenario"], good["theme_by_scenario"]);
    assert_eq!(whole["unreadable"], serde_json::json!([]));

    let count = put_bad_ones(&desk);
    let (told, mut report) = told(&desk, &JSON);
    assert_eq!(told.code, 1, "a script has to see it");
    assert_eq!(told.err.lines().count(), count, "{}", told.err);
    let unreadable = report["unreadable"].take();
    report["unreadable"] = serde_json::json!([]);
    assert_eq!(report, whole);

    let unreadable = unreadable.as_array().expect("a list");
    let files: Vec<&str> = unreadable
        .iter()
        .filter_map(|one| one["file"].as_str())
        .collect();
    assert!(files.is_sorted(), "{files:?}");
    assert_eq!(files.len(), count);
    for (one, line) in unreadable.iter().zip(told.err.lines()) {
        let reason = one["reason"].as_str().expect("a reason");
        assert!(!reason.contains("campaign/"), "{reason}");
        assert_eq!(line, format!("halte: campaign/{reason}"));
    }
    for (file, expected) in [
        ("e-empty.yaml", "is empty"),
        ("f-alien.yaml", ":1:12: "),
        ("g-huge.yaml", "more than 32 MiB"),
        ("h-journal.journal", ":9: the journal is damaged"),
        ("i-begun.yaml", ":20:1: a saved session stops here"),
        ("n-newer.yaml", "halte/9"),
        #[cfg(unix)]
        ("p-pipe.yaml", "no ordinary file"),
    ] {
        let one = unreadable.iter().find(|one| one["file"] == file);
        let reason = one.expect("listed")["reason"].as_str().expect("a reason");
        assert!(reason.contains(expected), "{reason}");
    }
}

#[test]
fn the_reader_is_told_in_their_language_what_is_missing() {
    let desk = desk();
    let before = desk.out(&["report", "campaign", "--lang", "nl"]);
    assert!(!before.contains("Niet gelezen"), "{before}");
    desk.write("campaign/e-empty.yaml", "");
    let told = desk.halte(&["report", "campaign", "--lang", "nl"]);
    assert_eq!(told.code, 1);
    let count = "Eén bestand kon niet gelezen worden.";
    assert!(told.out.contains(count), "{}", told.out);
    assert!(told.out.contains("e-empty.yaml:1:1: "), "{}", told.out);
    let line = told.err.trim_end();
    assert!(
        line.starts_with("halte: campaign/e-empty.yaml:1:1: "),
        "{line}"
    );
    let markdown = desk.halte(&["report", "campaign", "--format", "markdown"]);
    assert!(markdown.out.contains("\n## Not read\n"), "{}", markdown.out);
    // A table of data holds data only; there it is the line and the code that tell.
    let csv = desk.halte(&["report", "campaign", "--format", "csv"]);
    assert_eq!((csv.code, csv.err.lines().count()), (1, 1));
    assert!(!csv.out.contains("e-empty"), "{}", csv.out);
}

#[test]
fn of_many_files_the_first_are_told_and_the_others_counted() {
    let desk = desk();
    for number in 0..25 {
        desk.write(&format!("campaign/e{number:02}.yaml"), "");
    }
    let (told, report) = told(&desk, &JSON);
    assert_eq!(told.err.lines().count(), 21, "{}", told.err);
    let last = told.err.lines().last();
    assert_eq!(last, Some("halte: and 5 more files that could not be read"));
    assert_eq!(report["unreadable"].as_array().map(Vec::len), Some(25));
}

#[test]
fn where_nothing_can_be_read_there_is_no_report() {
    let desk = Desk::new();
    desk.write("campaign/a.yaml", "");
    desk.write("campaign/b.yaml", "opened_at: no\n");
    let told = desk.halte(&["report", "campaign"]);
    assert_eq!((told.code, told.out.as_str()), (1, ""));
    assert_eq!(told.err.lines().count(), 2, "{}", told.err);
    let line = desk.fails(1, &["report", "campaign/a.yaml"]);
    assert!(line.starts_with("campaign/a.yaml:1:1: "), "{line}");
}

#[test]
fn a_name_that_is_not_there_stops_no_other() {
    let desk = desk();
    let (told, report) = told(&desk, &["report", "good", "gone.yaml", "--format", "json"]);
    assert_eq!(told.code, 1);
    assert_eq!(report["unreadable"][0]["file"], "gone.yaml");
    assert_eq!(report["sessions"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_file_name_cannot_speak_to_the_terminal() {
    let desk = desk();
    desk.write("campaign/e\u{1b}[31mred\u{202e}.yaml", "");
    let (told, report) = told(&desk, &JSON);
    assert!(!told.err.contains(['\u{1b}', '\u{202e}']), "{:?}", told.err);
    assert_eq!(report["unreadable"][0]["file"], "ered.yaml");
}

#[test]
fn however_many_read_at_once_the_report_is_the_same_to_the_byte() {
    let desk = desk();
    for number in 0..40 {
        desk.write(
            &format!("campaign/s{number:02}.yaml"),
            another(&format!("s{number:02}")),
        );
    }
    put_bad_ones(&desk);
    let on = |threads: &str| {
        let mut command = desk.command();
        let told = Told::of(command.env("RAYON_NUM_THREADS", threads).args(JSON));
        (told.out, told.err)
    };
    let alone = on("1");
    for threads in ["2", "7", "7"] {
        assert!(on(threads) == alone, "{threads} threads");
    }
}

#[test]
fn a_journal_beside_a_session_is_only_read_where_it_holds_more() {
    let desk = Desk::new();
    let (saved, journal) = (format!("{NAME}.yaml"), format!("{NAME}.journal"));
    // Damaged in the middle, and no longer than what was saved: nothing in the report depends on it.
    desk.write(&saved, &rehearsed().saved);
    desk.write(&journal, damaged_at(9));
    assert_eq!(desk.out(&["report", "sessions"]), rehearsed().report);
    // Torn at its end after a record that was not saved.
    desk.write(&saved, saved_after(60));
    let mut torn = rehearsed().journal.clone();
    torn.extend(b"{\"seq\":");
    desk.write(&journal, &torn);
    assert_eq!(desk.out(&["report", "sessions"]), rehearsed().report);
    // A last line that is no record tells nothing, so the whole journal is looked at, and left out.
    torn.extend(b"\n");
    desk.write(&journal, &torn);
    let told = desk.halte(&["report", "sessions"]);
    assert_eq!((told.code, told.err.lines().count()), (0, 1), "{told:?}");
    assert!(told.err.contains("rests on the saved session"), "{told:?}");
    assert_ne!(told.out, rehearsed().report);
}

#[cfg(unix)]
#[test]
fn a_pipe_beside_a_session_is_not_waited_for() {
    let desk = Desk::new();
    desk.write("sessions/rehearsed.yaml", &rehearsed().saved);
    let pipe = desk.path("sessions/rehearsed.journal");
    let made = std::process::Command::new("mkfifo").arg(pipe).status();
    assert!(made.expect("mkfifo").success());
    let told = desk.halte(&["report", "sessions"]);
    assert_eq!((told.code, &told.out), (0, &rehearsed().report));
    assert!(told.err.contains("no ordinary file"), "{}", told.err);
}
