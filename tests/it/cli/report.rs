//! `halte report`, on a session that was rehearsed.

use std::fs;
use std::io;
use std::process::Stdio;

use halte::journal;
use halte::session::{self, Session};
use halte::workshop::Workshop;
use serde_json::Value;

use super::check::damaged_at;
use super::{Desk, NAME, Told, desk_with_a_session, rehearsed};

const TABLE: [&str; 2] = ["report", "sessions"];

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    let mut asked = vec!["report", "--format", "json"];
    asked.extend_from_slice(arguments);
    serde_json::from_str(&desk.out(&asked)).expect("JSON")
}

fn sum(figures: &Value) -> u64 {
    match figures {
        Value::Number(number) => number.as_u64().expect("a count"),
        Value::Object(rows) => rows.values().map(sum).sum(),
        other => panic!("no figures: {other}"),
    }
}

/// The session as it was saved when this many of its records were there.
pub(super) fn saved_after(records: usize) -> String {
    let read = journal::read(&rehearsed().journal).expect("a journal");
    let workshop = Workshop::replay(&read.records[..records]).expect("opened");
    session::write(&Session::of(&workshop)).expect("written")
}

#[test]
fn a_rehearsal_prints_the_report_that_is_made_from_its_file() {
    assert_eq!(desk_with_a_session().out(&TABLE), rehearsed().report);
}

#[test]
fn the_table_is_eighty_columns_wide_and_without_color() {
    let table = desk_with_a_session().out(&TABLE);
    assert!(
        table.starts_with("Report of a scenario workshop: The next stop\n"),
        "{table}"
    );
    assert!(table.contains("\nParticipants: 6\n"), "{table}");
    assert!(table.contains("2 of 4 scenarios run: "), "{table}");
    assert!(!table.contains('\u{1b}'));
    for line in table.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn json_holds_the_figures_of_the_contract() {
    let desk = desk_with_a_session();
    let report = json(&desk, &["sessions"]);
    assert_eq!(report["schema"], "halte/report/1");
    let session = &report["sessions"][0];
    assert_eq!(session["participants"], 6);
    assert_eq!(
        session["scenarios_run"],
        serde_json::json!(["synergy", "takeover"])
    );
    let contributions = session["contributions"].as_u64().expect("a count");
    assert!(contributions > 10, "{contributions}");
    assert_eq!(sum(&report["theme_by_scenario"]), contributions);
}

#[test]
fn csv_is_a_line_for_each_contribution_or_the_table_that_is_named() {
    let desk = desk_with_a_session();
    let lines = desk.out(&["report", "sessions", "--format", "csv"]);
    assert!(lines.starts_with("session,contribution,kind,scenario,persona,"));
    let named = ["report", "sessions", "--format", "csv", "--table"];
    assert_eq!(desk.out(&[&named[..], &["contributions"]].concat()), lines);
    let votes = desk.out(&[&named[..], &["votes"]].concat());
    assert_eq!(votes.lines().count(), 6, "{votes}");
    let line = desk.fails(2, &[&named[..], &["vote"]].concat());
    assert!(
        line.contains("\u{201c}vote\u{201d} is not possible"),
        "{line}"
    );
    let line = desk.fails(2, &["report", "sessions", "--table", "votes"]);
    assert!(line.contains("--format csv"), "{line}");
}

#[test]
fn by_any_counts_second_themes_too_and_says_so() {
    let desk = desk_with_a_session();
    let (primary, any) = (
        json(&desk, &["sessions"]),
        json(&desk, &["sessions", "--by", "any"]),
    );
    assert!(sum(&any["theme_by_scenario"]) >= sum(&primary["theme_by_scenario"]));
    assert_ne!(any["by"], primary["by"]);
    let table = desk.out(&["report", "sessions", "--by", "any"]);
    assert_ne!(table, desk.out(&TABLE));
    assert!(table.contains("second"), "{table}");
}

#[test]
fn a_report_goes_to_the_file_that_is_named() {
    let desk = desk_with_a_session();
    let told = desk.halte(&["report", "sessions", "--output", "report.txt"]);
    assert_eq!((told.code, told.out.as_str()), (0, ""), "{told:?}");
    assert_eq!(told.err, "Report written: report.txt\n");
    assert_eq!(desk.read("report.txt"), rehearsed().report);
    // It may be written again, unlike a plan, and `-q` keeps quiet about it.
    assert_eq!(
        desk.out(&["report", "sessions", "-q", "--output", "report.txt"]),
        ""
    );
    let line = desk.fails(1, &["report", "sessions", "--output", "no/where.txt"]);
    assert!(
        line.starts_with("no/where.txt: the folder for this is not there."),
        "{line}"
    );
    let line = desk.fails(1, &["report", "sessions", "--output", "sessions"]);
    assert!(line.starts_with("sessions: this is a folder"), "{line}");
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_not_replaced() {
    let desk = desk_with_a_session();
    let link = desk.path("device");
    std::os::unix::fs::symlink("/dev/null", &link).expect("linked");
    desk.out(&["report", "sessions", "-q", "--output", "device"]);
    let found = fs::symlink_metadata(link).expect("there");
    assert!(found.is_symlink());
}

#[test]
fn ascii_draws_with_plain_signs_only() {
    let table = desk_with_a_session().out(&["report", "sessions", "--ascii"]);
    let drawn = |sign: char| !sign.is_ascii() && !sign.is_alphabetic();
    // What people wrote stays as it is, with its accents and quotes.
    let signs: String = table.chars().filter(|sign| drawn(*sign)).collect();
    assert!(
        signs.chars().all(|sign| "’‘“”«»…–".contains(sign)),
        "{signs}"
    );
    assert_ne!(table, rehearsed().report);
}

#[test]
fn color_is_for_terminals_or_for_who_asks() {
    let desk = desk_with_a_session();
    let colored = desk.out(&["report", "sessions", "--color", "always"]);
    assert!(colored.contains("\u{1b}["));
    let mut command = desk.command();
    let asked = command.env("NO_COLOR", "1").args(["report", "sessions"]);
    assert_eq!(Told::of(asked).out, rehearsed().report);
    let mut command = desk.command();
    let asked = command.env("NO_COLOR", "1");
    let asked = asked.args(["report", "sessions", "--color", "always"]);
    assert_eq!(Told::of(asked).out, colored);
    assert_eq!(
        desk.out(&["report", "sessions", "--color", "never"]),
        rehearsed().report
    );
}

#[test]
fn the_reader_chooses_the_language() {
    let desk = desk_with_a_session();
    let dutch = desk.out(&["report", "sessions", "--lang", "nl"]);
    let french = desk.out(&["report", "sessions", "--lang", "fr"]);
    assert!(dutch.contains("Deelnemers: 6"), "{dutch}");
    assert!(french.contains("Participants : 6"), "{french}");
    assert_eq!(
        json(&desk, &["sessions", "--lang", "nl"]),
        json(&desk, &["sessions"])
    );
}

#[test]
fn plans_among_sessions_are_passed_over() {
    let desk = desk_with_a_session();
    desk.out(&["new", "-q", "sessions/plan.yaml"]);
    assert_eq!(desk.out(&TABLE), rehearsed().report);
    let line = desk.fails(1, &["report", "sessions/plan.yaml"]);
    assert!(
        line.starts_with("sessions/plan.yaml:3:1: this is a plan"),
        "{line}"
    );
}

#[test]
fn a_session_that_is_named_twice_counts_once() {
    let desk = desk_with_a_session();
    let (saved, journal) = (format!("{NAME}.yaml"), format!("{NAME}.journal"));
    assert_eq!(desk.out(&["report", &saved, &journal]), rehearsed().report);
    desk.write("copies/copy.yaml", &rehearsed().saved);
    assert_eq!(
        desk.out(&["report", "sessions", "copies", &saved]),
        rehearsed().report
    );
}

#[test]
fn a_journal_that_holds_more_than_the_session_beside_it_is_used() {
    let desk = desk_with_a_session();
    let saved = format!("{NAME}.yaml");
    desk.write(&saved, saved_after(60));
    assert_eq!(desk.out(&TABLE), rehearsed().report);
    assert_eq!(desk.out(&["report", &saved]), rehearsed().report);
    fs::remove_file(desk.path(&format!("{NAME}.journal"))).expect("removed");
    assert_ne!(desk.out(&TABLE), rehearsed().report);
}

#[test]
fn a_journal_without_a_session_beside_it_is_reported_too() {
    let desk = Desk::new();
    desk.write(&format!("{NAME}.journal"), &rehearsed().journal);
    assert_eq!(desk.out(&TABLE), rehearsed().report);
}

#[test]
fn a_damaged_journal_is_told_of_and_the_session_beside_it_used() {
    let desk = desk_with_a_session();
    let saved = format!("{NAME}.yaml");
    desk.write(&saved, saved_after(60));
    let expected = {
        fs::remove_file(desk.path(&format!("{NAME}.journal"))).expect("removed");
        desk.out(&TABLE)
    };
    desk.write(&format!("{NAME}.journal"), damaged_at(9));
    let told = desk.halte(&TABLE);
    assert_eq!((told.code, told.out), (0, expected));
    assert_eq!(told.err.lines().count(), 1, "{}", told.err);
    assert!(
        told.err.contains(&format!("{NAME}.journal:9: ")),
        "{}",
        told.err
    );
    fs::remove_file(desk.path(&saved)).expect("removed");
    let line = desk.fails(1, &TABLE);
    assert!(line.starts_with(&format!("{NAME}.journal:9: ")), "{line}");
}

#[test]
fn a_damaged_session_is_told_of_and_the_journal_beside_it_used() {
    let whole = &rehearsed().saved;
    let record = whole.find("\nopened_at:").expect("a record");
    let cuts = [0, 40, record, whole.len() / 2, whole.len() - 7];
    for cut in cuts {
        let desk = desk_with_a_session();
        let saved = format!("{NAME}.yaml");
        desk.write(&saved, &whole.as_bytes()[..cut]);
        for arguments in [&TABLE[..], &["report", &saved]] {
            let told = desk.halte(arguments);
            assert_eq!(
                (told.code, &told.out),
                (0, &rehearsed().report),
                "{cut}: {}",
                told.err
            );
            assert!(
                told.err.starts_with(&saved) && told.err.lines().count() == 1,
                "{cut}: {}",
                told.err
            );
        }
        let line = desk.fails(1, &["check", &saved]);
        assert!(line.starts_with(&saved), "{cut}: {line}");
        // Without the journal there is nothing to fall back on.
        fs::remove_file(desk.path(&format!("{NAME}.journal"))).expect("removed");
        assert_eq!(desk.halte(&["report", &saved]).code, 1, "{cut}");
    }
}

#[test]
fn where_there_is_nothing_to_report_it_says_so() {
    let desk = Desk::new();
    fs::create_dir(desk.path("sessions")).expect("made");
    let line = desk.fails(1, &TABLE);
    assert!(
        line.starts_with("sessions: there is no saved session here."),
        "{line}"
    );
    let line = desk.fails(1, &["report", "nowhere", "--lang", "fr"]);
    assert_eq!(
        line,
        "nowhere : ce fichier ou ce dossier n’existe pas. Vérifiez le nom."
    );
}

#[test]
fn a_pipe_that_nobody_reads_any_more_is_no_error() {
    let desk = desk_with_a_session();
    for arguments in [
        &TABLE[..],
        &["check", "sessions"],
        &["man"],
        &["--help"],
        &["new"],
    ] {
        let (reader, writer) = io::pipe().expect("a pipe");
        drop(reader);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_halte"));
        let done = command
            .args(arguments)
            .current_dir(desk.path("."))
            .env("LANG", "C.UTF-8")
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .expect("it runs");
        let err = String::from_utf8_lossy(&done.stderr);
        assert_eq!((done.status.code(), &*err), (Some(0), ""), "{arguments:?}");
    }
}
