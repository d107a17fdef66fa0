//! `halte replay`, on a session that was rehearsed.

use std::fs;

use halte::journal::{self, Journal};

use super::report::saved_after;
use super::{Desk, NAME, desk_with_a_session, rehearsed};

/// A record in the middle of the rehearsed workshop.
const MIDDLE: usize = 60;

fn read() -> Journal {
    journal::read(&rehearsed().journal).expect("a journal")
}

fn replay<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let mut asked = vec!["replay", "-q"];
    asked.extend_from_slice(more);
    asked
}

#[test]
fn the_report_of_a_record_is_that_of_the_session_as_it_was_saved_then() {
    let desk = desk_with_a_session();
    desk.write("then/then.yaml", saved_after(MIDDLE));
    let seq = MIDDLE.to_string();
    for format in ["table", "json"] {
        let then = desk.out(&["report", "then", "--format", format]);
        for file in [format!("{NAME}.journal"), format!("{NAME}.yaml")] {
            let asked = replay(&[&file, "--seq", &seq, "--format", format]);
            assert_eq!(desk.out(&asked), then);
        }
    }
}

#[test]
fn the_report_of_the_last_record_is_that_of_the_whole_journal() {
    let desk = desk_with_a_session();
    let journal = format!("{NAME}.journal");
    let all = read().records.len().to_string();
    let asked = replay(&[&journal, "--seq", &all]);
    assert_eq!(desk.out(&asked), rehearsed().report);
    let asked = replay(&[&journal, "--at", "2999-01-01T00:00:00Z"]);
    assert_eq!(desk.out(&asked), rehearsed().report);
}

#[test]
fn a_moment_takes_in_every_record_before_the_first_that_is_later() {
    let desk = desk_with_a_session();
    let journal = format!("{NAME}.journal");
    let at = read().records[MIDDLE].at;
    let last = read().until(at).last().expect("records").seq;
    assert!(last > MIDDLE as u64);
    let (at, last) = (at.to_string(), last.to_string());
    let by_time = desk.out(&replay(&[&journal, "--at", &at]));
    assert_eq!(by_time, desk.out(&replay(&[&journal, "--seq", &last])));
}

#[test]
fn which_record_it_is_stands_beside_the_report_and_not_in_it() {
    let desk = desk_with_a_session();
    let journal = format!("{NAME}.journal");
    let records = read().records;
    let told = desk.halte(&["replay", &journal, "--seq", "9", "--output", "then.txt"]);
    let (all, at) = (records.len(), records[8].at);
    let stood = format!("{journal}: as it stood after record 9 of {all}, at {at}.\n");
    assert_eq!((told.code, told.out.as_str()), (0, ""));
    assert!(told.err.starts_with(&stood), "{told:?}");
    let asked = replay(&[&journal, "--seq", "9"]);
    assert_eq!(desk.out(&asked), desk.read("then.txt"));
}

#[test]
fn without_a_journal_it_says_that_only_a_journal_can_tell() {
    let desk = desk_with_a_session();
    fs::remove_file(desk.path(&format!("{NAME}.journal"))).expect("removed");
    let saved = format!("{NAME}.yaml");
    let said = ["nl", "en", "fr"]
        .map(|language| desk.fails(1, &["replay", &saved, "--seq", "1", "--lang", language]));
    assert!(said[0].contains("ligt geen logboek"), "{said:?}");
    assert!(said[1].contains("there is no journal"), "{said:?}");
    assert!(said[2].contains("il n’y a pas de journal"), "{said:?}");
    for file in ["nowhere.yaml", "nowhere.journal"] {
        let line = desk.fails(1, &["replay", file, "--seq", "1"]);
        let gone = format!("{file}: there is no such file or folder. Check the name.");
        assert_eq!(line, gone);
    }
}

#[test]
fn a_moment_that_is_none_is_told_with_what_to_choose_from() {
    let desk = desk_with_a_session();
    let journal = format!("{NAME}.journal");
    let records = read().records;
    for seq in ["0", "99999"] {
        let line = desk.fails(1, &["replay", &journal, "--seq", seq]);
        let all = records.len();
        let none = format!("{journal}: there is no record {seq}. Choose one from 1 to {all}.");
        assert_eq!(line, none);
    }
    let line = desk.fails(1, &["replay", &journal, "--at", "1999-01-01T00:00:00Z"]);
    let opened = format!("the room opened at {}, and before", records[0].at);
    assert!(line.contains(&opened), "{line}");
    let line = desk.fails(2, &["replay", &journal, "--at", "ten"]);
    assert!(line.starts_with("“ten” is not a time."), "{line}");
}

#[test]
fn one_moment_is_asked_for_and_no_more() {
    let desk = Desk::new();
    let line = desk.fails(2, &["replay", "a.journal", "--seq", "1", "--at", "x"]);
    assert!(line.contains("do not go together"), "{line}");
}

#[test]
fn a_film_wants_a_screen_and_without_one_a_moment_is_asked_for() {
    let desk = desk_with_a_session();
    let journal = format!("{NAME}.journal");
    let said =
        ["nl", "en", "fr"].map(|language| desk.fails(2, &["replay", &journal, "--lang", language]));
    for line in &said {
        assert!(line.contains("--at") && line.contains("--seq"), "{line}");
    }
    assert!(said[0].contains("geen scherm voor een film"), "{said:?}");
    assert!(said[1].contains("no screen for a film"), "{said:?}");
    assert!(said[2].contains("pas d’écran"), "{said:?}");
    desk.fails(2, &["replay", &journal, "--speed", "120"]);
}

#[test]
fn a_speed_is_that_of_a_film_and_a_form_is_that_of_a_report() {
    let desk = Desk::new();
    for moment in [["--seq", "1"], ["--at", "2026-11-21T09:00:00Z"]] {
        let mut asked = vec!["replay", "a.journal", "--speed", "60"];
        asked.extend(moment);
        let line = desk.fails(2, &asked);
        assert!(
            line.contains("--speed") && line.contains("do not go together"),
            "{line}"
        );
    }
    for speed in ["0", "3601", "fast", "-1", ""] {
        let line = desk.fails(2, &["replay", "a.journal", &format!("--speed={speed}")]);
        assert!(line.contains("--speed"), "{line}");
    }
    for form in [["--format", "json"], ["--output", "a.txt"], ["--by", "any"]] {
        let mut asked = vec!["replay", "a.journal"];
        asked.extend(form);
        let line = desk.fails(2, &asked);
        assert!(line.contains("--at <TIME>|--seq <N>"), "{line}");
    }
}
