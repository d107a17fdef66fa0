//! Disks that refuse: the room takes nothing it cannot keep, says so, and goes on by itself when it can.

#[cfg(target_os = "linux")]
mod closing;
mod mounted;

use std::fs;
#[cfg(target_os = "linux")]
use std::path::PathBuf;

use super::program::{Ended, Program};
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

/// A power cut takes what the system had not put on the disk yet, which no test can see; but that the disk was asked, and
/// that its answer was waited for, can be seen where it says no.
#[cfg(target_os = "linux")]
#[test]
fn nothing_is_saved_before_the_disk_has_said_that_it_has_it() {
    let stage = Stage::new();
    let refuses = stage.path("refuses");
    // Like the system's own, but where that file is: then the bytes are written and the disk does not take them.
    let fdatasync = format!(
        "#include <errno.h>\n#include <unistd.h>\n\
         int fdatasync(int f) {{ if (access(\"{}\", F_OK) == 0) {{ errno = EIO; return -1; }} return fsync(f); }}\n",
        refuses.display()
    );
    let mut command = stage.halte();
    command.env("LD_PRELOAD", library(&stage, "fdatasync", &fdatasync));
    command.args(["host", "--headless", "writing.yaml"]);
    command.args(["--listen", "127.0.0.1:0"]);
    let host = Host::started(Program::start("the host", &mut command));
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["voor"]);
    person.sees("saved n0001 voor");
    fs::write(&refuses, "").unwrap();

    person.types(["tijdens"]);
    person.has_seen("read-only", 1);
    person.has_seen("waiting tijdens", 1);
    assert_eq!(person.said("saved").len(), 1);
    fs::remove_file(&refuses).unwrap();
    person.sees("read-write");
    person.sees("saved n0002 tijdens");
    host.stops("TERM");
}

/// What a power cut leaves of a record that was being written.
#[test]
fn a_torn_end_is_cut_off_and_kept_beside_and_told_when_the_session_goes_on() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["wat er staat"]);
    person.sees("saved n0001");
    let opening = host.after_a_kill();
    let journal = opening["journal"].as_str().unwrap();
    let whole = fs::read(stage.path(journal)).unwrap();
    let torn = b"{\"seq\":4,\"at\":\"2026-11-";
    fs::write(stage.path(journal), [&whole[..], torn].concat()).unwrap();

    let host = stage.resume(&opening, journal);
    person.sees("back");
    person.types(["wat volgt"]);
    person.sees("saved n0002");
    let (opening, ended) = host.stops("TERM");
    let told = format!("{journal}: ");
    let told = ended.err.iter().find(|line| line.contains(&told));
    let told = told.unwrap_or_else(|| panic!("{}", ended.transcript()));
    assert!(told.contains(&torn.len().to_string()), "{told}");
    let beside = stage.path(journal).with_extension("torn");
    assert_eq!(fs::read(beside).unwrap().trim_ascii_end(), torn);
    assert!(fs::read(stage.path(journal)).unwrap().starts_with(&whole));
    let texts = texts(&stage.saved(&opening));
    let words: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(words, ["wat er staat", "wat volgt"]);
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

/// A library that answers in place of the system.
#[cfg(target_os = "linux")]
fn library(stage: &Stage, name: &str, code: &str) -> PathBuf {
    let source = stage.path(name).with_extension("c");
    fs::write(&source, code).unwrap();
    let library = stage.path(name).with_extension("so");
    let mut compiler = std::process::Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-o"]);
    compiler.arg(&library).arg(&source);
    assert!(compiler.status().expect("a C compiler").success());
    library
}

/// A system whose drives know no locks, as some network drives do.
#[cfg(target_os = "linux")]
fn without_locks(stage: &Stage, arguments: &[&str]) -> Ended {
    let flock = "#include <errno.h>\nint flock(int f, int o) { (void)f; (void)o; errno = ENOLCK; return -1; }\n";
    let mut command = stage.halte();
    command
        .env("LD_PRELOAD", library(stage, "flock", flock))
        .args(arguments)
        .args(["--lang", "en"]);
    let mut program = Program::start(arguments[0], &mut command);
    program.stops_typing();
    program.ends()
}

#[cfg(target_os = "linux")]
#[test]
fn a_drive_that_knows_no_locks_holds_no_session_and_no_seat_and_that_is_said() {
    let stage = Stage::new();
    let host = stage.writing();
    let plan = [
        "host",
        "writing.yaml",
        "--headless",
        "--listen",
        "127.0.0.1:0",
        "--sessions",
        "remote",
    ];
    for arguments in [
        plan.as_slice(),
        &["join", "--plain", host.word("link"), "--name", "Ann"],
    ] {
        let ended = without_locks(&stage, arguments);
        assert_eq!(ended.code, Some(1), "{}", ended.transcript());
        let said = ended.err.last().unwrap();
        assert!(
            said.contains("cannot be held for one halte alone"),
            "{said}"
        );
    }
    let left: Vec<_> = fs::read_dir(stage.path("remote")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
    let (_, ended) = host.stops("TERM");
    assert!(ended.out[1].contains(r#""participants":0"#));
}

#[test]
fn of_two_hosts_that_go_on_with_one_session_at_once_one_does() {
    let stage = Stage::new();
    let opening = stage.writing().after_a_kill();
    let journal = opening["journal"].as_str().unwrap();
    let before = fs::read(stage.path(journal)).unwrap();
    let resume = |number: usize| {
        let mut command = stage.halte();
        command.args([
            "host",
            "--headless",
            "--listen",
            "127.0.0.1:0",
            "--resume",
            journal,
        ]);
        Program::start(&format!("host {number}"), &mut command)
    };
    for _ in 0..5 {
        let hosts = [resume(0), resume(1)];
        // Whoever opens says so and holds it; whoever does not ends.
        let opens = hosts.each_ref().map(Program::opens);
        assert_ne!(opens[0], opens[1]);
        for (host, opens) in hosts.into_iter().zip(opens) {
            if opens {
                host.signal("TERM");
                host.ends_well();
            } else {
                let ended = host.ends();
                assert_eq!(ended.code, Some(1), "{}", ended.transcript());
                assert!(ended.err[0].contains(journal), "{}", ended.transcript());
            }
        }
        assert!(
            fs::read(stage.path(journal)).unwrap().starts_with(&before),
            "the journal was spoilt"
        );
    }
}

#[test]
fn a_saved_session_that_is_cut_or_zeroed_is_made_anew_from_the_journal_beside_it() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["een", "twee"]);
    person.has_seen("saved", 2);
    person.types(["/quit"]);
    person.ends_well();
    let (mut opening, _) = host.stops("TERM");
    let session = opening["session"].as_str().unwrap().to_owned();
    let whole = fs::read(stage.path(&session)).unwrap();
    let cut = |at: usize| whole[..at].to_vec();
    let zeroed = |from: usize| {
        let mut bytes = whole.clone();
        bytes[from..].fill(0);
        bytes
    };
    for spoilt in [
        cut(0),
        cut(whole.len() / 2),
        cut(whole.len() - 7),
        zeroed(0),
        zeroed(whole.len() - 4_096),
    ] {
        fs::write(stage.path(&session), spoilt).unwrap();
        let host = stage.resume(&opening, &session);
        (opening, _) = host.stops("TERM");
        let saved = texts(&stage.saved(&opening));
        let words: Vec<&str> = saved.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(words, ["een", "twee"]);
        let checked = stage.run(&["check", &session]);
        assert_eq!(checked.code, Some(0), "{}", checked.transcript());
    }
}

/// The program has less memory here than such a file: one that was read would end it.
#[cfg(target_os = "linux")]
#[test]
fn a_journal_of_more_than_512_mebibytes_is_refused_unread() {
    let stage = Stage::new();
    let huge = fs::File::create(stage.path("a.journal")).unwrap();
    huge.set_len(513 * 1024 * 1024).unwrap();
    for arguments in [
        ["check", "a.journal"].as_slice(),
        &["replay", "a.journal", "--seq", "1"],
        &[
            "host",
            "--headless",
            "--listen",
            "127.0.0.1:0",
            "--resume",
            "a.journal",
        ],
    ] {
        let mut command = stage.at_home("sh");
        command.args(["-c", "ulimit -v 524288 && exec \"$@\"", "sh"]);
        command.arg(env!("CARGO_BIN_EXE_halte"));
        command.args(arguments).args(["--lang", "en"]);
        let mut program = Program::start(arguments[0], &mut command);
        program.stops_typing();
        let ended = program.ends();
        assert_eq!(ended.code, Some(1), "{}", ended.transcript());
        assert_eq!(
            ended.err,
            [
                "halte: a.journal: this has more than 512 MiB, so it is no plan, session or journal. \
              Check which file it is."
            ]
        );
    }
}
