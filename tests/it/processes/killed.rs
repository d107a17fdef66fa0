//! Programs that die without a word: what they had acknowledged is there, what they had not comes once.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::program::{Program, until};
use super::stage::{Host, Stage, acknowledged, holds, texts};

/// How many lines each person pipes in before the host is killed, and afterwards.
const BEFORE: usize = 40;
const AFTER: usize = 5;

fn text(seat: usize, number: usize) -> String {
    format!("Zin {number} van plaats {seat}: te veel storingen, te weinig tijd.")
}

/// Three people whose lines come faster than the host can take them, and a host that dies over it.
fn dies_in_the_middle(stage: &Stage, host: Host) -> (Value, Vec<Program>) {
    let mut people: Vec<Program> = (0..3)
        .map(|number| stage.join(&host, &format!("person {number}"), &[]))
        .collect();
    for person in &mut people {
        person.sees("joined");
    }
    for (seat, person) in people.iter_mut().enumerate() {
        let lines: Vec<String> = (0..BEFORE).map(|number| text(seat, number)).collect();
        person.types(lines.iter().map(String::as_str));
    }
    people[0].has_seen("saved", 5);
    let opening = host.after_a_kill();
    for (id, text) in people
        .iter()
        .flat_map(|person| acknowledged(&person.said("saved")))
    {
        let journal = stage.path(opening["journal"].as_str().unwrap());
        assert!(holds(&journal, &text), "{id} was acknowledged");
    }
    for person in &mut people {
        person.sees("lost");
    }
    (opening, people)
}

/// Everybody's terminal goes on by itself, and every line that was typed is there once.
fn goes_on(stage: &Stage, host: Host, mut people: Vec<Program>) {
    let mut expected = BTreeSet::new();
    for (seat, person) in people.iter_mut().enumerate() {
        person.sees("back");
        let lines: Vec<String> = (BEFORE..BEFORE + AFTER)
            .map(|number| text(seat, number))
            .collect();
        person.types(lines.iter().map(String::as_str));
        person.stops_typing();
        expected.extend((0..BEFORE + AFTER).map(|number| text(seat, number)));
    }
    let mut told = Vec::new();
    for person in people {
        told.extend(acknowledged(&person.ends_well().said("saved")));
    }
    let (opening, _) = host.stops("TERM");
    let saved = texts(&stage.saved(&opening));
    told.sort();
    assert_eq!(saved, told);
    let once: BTreeSet<String> = saved.iter().map(|(_, text)| text.clone()).collect();
    assert_eq!(once, expected);
    assert_eq!(saved.len(), expected.len());
}

/// Whose a line is is on no disk; that it is there is.
#[test]
fn an_anonymous_session_loses_nothing_either_and_closes_its_step_after_the_crash() {
    let stage = Stage::new();
    let host = stage.host(&["writing.yaml", "--anonymity", "anonymous"]);
    let (opening, people) = dies_in_the_middle(&stage, host);
    let journal = opening["journal"].as_str().expect("a path").to_owned();
    let host = stage.resume(&opening, &journal);
    goes_on(&stage, host, people);
    let host = stage.resume(&opening, &journal);
    let mut facilitator = stage.facilitator(&host);
    facilitator.types(["/next", "/quit"]);
    facilitator.ends_well();
    host.stops("TERM");
    let told = stage.run(&["check", "--anonymity", "--lang", "en", &journal]);
    assert_eq!(told.code, Some(0), "{}", told.transcript());
    let read = std::fs::read(stage.path(&journal)).expect("a journal");
    let records = halte::journal::read(&read)
        .expect("a whole journal")
        .records;
    let workshop = halte::workshop::Workshop::replay(&records).expect("a workshop");
    assert_eq!(workshop.contributions().len(), 3 * (BEFORE + AFTER));
}

#[test]
fn a_host_killed_in_the_middle_of_writing_goes_on_from_its_journal_and_nobody_types_again() {
    let stage = Stage::new();
    let (opening, people) = dies_in_the_middle(&stage, stage.writing());
    let host = stage.resume(&opening, opening["journal"].as_str().unwrap());
    goes_on(&stage, host, people);
}

#[test]
fn a_killed_host_goes_on_by_the_name_of_the_saved_session_too() {
    let stage = Stage::new();
    let (opening, people) = dies_in_the_middle(&stage, stage.writing());
    let host = stage.resume(&opening, opening["session"].as_str().unwrap());
    goes_on(&stage, host, people);
}

#[test]
fn a_saved_session_whose_journal_is_gone_goes_on_with_everybody_in_their_seat() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["voor", "/say later bekijken"]);
    person.sees("ok say");
    let (opening, _) = host.stops("TERM");
    person.sees("lost");
    fs::remove_file(stage.path(opening["journal"].as_str().unwrap())).unwrap();

    let host = stage.resume(&opening, opening["session"].as_str().unwrap());
    person.sees("back");
    person.types(["na"]);
    assert_eq!(person.sees("saved"), "saved n0002 na");
    person.types(["/list", "/quit"]);
    let ended = person.ends_well();
    assert!(!ended.said("own n0001 private need synergy voor").is_empty());

    // And it survives being killed as well: the new journal begins with all that was saved.
    let opening = host.after_a_kill();
    let host = stage.resume(&opening, opening["journal"].as_str().unwrap());
    let (opening, _) = host.stops("TERM");
    let saved = stage.saved(&opening);
    let words: Vec<String> = texts(&saved).into_iter().map(|(_, text)| text).collect();
    assert_eq!(words, ["voor", "na"]);
    assert_eq!(saved["parking"].as_array().unwrap().len(), 1);
}

#[test]
fn whoever_was_away_while_a_session_went_on_without_its_journal_sees_all_of_it() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut facilitator = stage.facilitator(&host);
    facilitator.types(["/park een", "/park twee", "/park drie"]);
    facilitator.has_seen("parked", 3);
    facilitator.signal("STOP");
    let (opening, _) = host.stops("TERM");
    fs::remove_file(stage.path(opening["journal"].as_str().unwrap())).unwrap();

    // The new journal is soon longer than what the facilitator's terminal knows of the former one.
    let host = stage.resume(&opening, opening["session"].as_str().unwrap());
    let mut people = ["one", "another"].map(|name| stage.join(&host, name, &[]));
    for person in &mut people {
        person.types(["vier", "vijf"]);
        person.has_seen("saved", 2);
    }
    facilitator.signal("CONT");
    facilitator.sees("back");
    facilitator.types(["/next"]);
    facilitator.sees("step share");
    assert_eq!(facilitator.has_seen("shared", 4).len(), 4);
    facilitator.types(["/who"]);
    let who = facilitator.has_seen("who", 2);
    assert!(
        who[0].starts_with("who p01 ") && who[1].starts_with("who p02 "),
        "{who:?}"
    );
}

#[test]
fn a_terminal_killed_with_lines_on_their_way_gives_the_same_seat_and_sends_them_once() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["eerst"]);
    person.sees("saved n0001");
    host.program.signal("STOP");
    person.types(["een", "twee", "drie"]);
    until("the lines are on this machine", || {
        let seats = fs::read_dir(stage.path("state/halte/seats")).unwrap();
        seats
            .map(|entry| entry.unwrap().path())
            .any(|path| holds(&path, "drie"))
    });
    person.dies();

    let mut person = stage.join(&host, "the same person", &[]);
    assert_eq!(person.has_seen("waiting", 3).len(), 3);
    host.program.signal("CONT");
    person.sees("joined p01");
    person.has_seen("saved", 3);
    person.types(["/quit"]);
    let told = acknowledged(&person.ends_well().said("saved"));
    let (opening, ended) = host.stops("TERM");
    let saved = texts(&stage.saved(&opening));
    assert_eq!(saved[1..], told);
    let words: Vec<&str> = saved.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(words, ["eerst", "een", "twee", "drie"]);
    assert!(ended.out[1].contains(r#""participants":1"#));
}

#[test]
fn a_host_that_is_resumed_without_saying_where_is_where_it_was() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "a person", &[]);
    person.sees("joined");
    let opening = host.after_a_kill();
    person.sees("lost");
    let mut command = stage.halte();
    command.args(["host", "--headless", "--resume"]);
    command.arg(opening["journal"].as_str().expect("a path"));
    let resumed = Host::started(Program::start("the host", &mut command));
    assert_eq!(resumed.opening["address"], opening["address"]);
    person.sees("back");
    resumed.stops("TERM");
}
