//! Disks that refuse: the room takes nothing it cannot keep, says so, and goes on by itself when it can.

use std::fs;

use super::program::Program;
use super::stage::{Host, Stage, acknowledged, texts};

fn lines(count: usize) -> Vec<String> {
    (0..count)
        .map(|number| {
            format!(
                "Regel {number}: {}",
                "wat er schort aan de machine. ".repeat(12)
            )
        })
        .map(|line| line.trim().to_owned())
        .collect()
}

#[test]
fn a_full_disk_makes_the_room_read_only_and_nothing_that_was_typed_is_lost() {
    let stage = Stage::new();
    let (opening, _) = stage.writing().stops("TERM");
    let journal = opening["journal"].as_str().unwrap();
    let size = fs::metadata(stage.path(journal)).unwrap().len();

    // The system refuses to let any file grow beyond 16 KiB more than the journal has now.
    let blocks = size / 512 + 32;
    let script = format!("ulimit -f {blocks} && exec \"$@\"");
    let mut command = stage.at_home("sh");
    command.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_halte")]);
    command.args(["host", "--headless", "--resume", journal, "--listen"]);
    command.arg(opening["address"].as_str().unwrap());
    let host = Host::started(Program::start("the host", &mut command));

    let typed = lines(60);
    let mut person = stage.join(&host, "a person", &[]);
    person.types(typed.iter().map(String::as_str));
    person.has_seen("read-only", 1);
    let saved_before = acknowledged(&person.said("saved"));
    assert!(!saved_before.is_empty() && saved_before.len() < typed.len());
    let mut other = stage.join(&host, "somebody else", &["--role", "observer"]);
    other.sees("read-only");
    other.types(["/quit"]);
    other.ends_well();
    let (_, ended) = host.stops("TERM");
    assert!(ended.err[0].contains("read-only"), "{}", ended.transcript());

    let host = stage.resume(&opening, journal);
    person.sees("back");
    person.stops_typing();
    let told = acknowledged(&person.ends_well().said("saved"));
    host.stops("TERM");
    let saved = texts(&stage.saved(&opening));
    assert_eq!(saved, told);
    assert_eq!(saved[..saved_before.len()], saved_before);
    let words: Vec<&String> = saved.iter().map(|(_, text)| text).collect();
    assert_eq!(words, typed.iter().collect::<Vec<_>>());
}

#[test]
fn a_folder_that_is_taken_away_and_put_back_holds_the_whole_session_again() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["voor"]);
    person.sees("saved n0001");
    let sessions = stage.path("sessions");
    fs::remove_dir_all(&sessions).unwrap();
    // In its place stands something that is no folder, so that it cannot simply be made again.
    fs::write(&sessions, "").unwrap();

    person.types(["tijdens"]);
    person.has_seen("read-only", 1);
    person.has_seen("waiting tijdens", 1);
    fs::remove_file(&sessions).unwrap();
    fs::create_dir(&sessions).unwrap();
    person.sees("read-write");
    person.sees("saved n0002 tijdens");
    person.types(["/quit"]);
    person.ends_well();

    // The journal alone tells everything: it was written anew, from its first line on.
    let opening = host.after_a_kill();
    let journal = opening["journal"].as_str().unwrap();
    fs::remove_file(stage.path(opening["session"].as_str().unwrap())).unwrap();
    let checked = stage.run(&["check", journal]);
    assert_eq!(checked.code, Some(0), "{}", checked.transcript());
    stage.resume(&opening, journal).stops("TERM");
    let saved = texts(&stage.saved(&opening));
    let words: Vec<&str> = saved.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(words, ["voor", "tijdens"]);
}
