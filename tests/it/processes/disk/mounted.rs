//! Disks made for a test: one that is full, one that takes nothing. It takes Linux and the right to mount; without, this says so.

use std::io::Write as _;

use super::super::program::Program;
use super::super::stage::{Host, Stage, acknowledged};

/// Whether a program may have mounts of its own here.
fn may_mount() -> bool {
    let tried = std::process::Command::new("unshare")
        .args([
            "--mount",
            "--map-root-user",
            "mount",
            "-t",
            "tmpfs",
            "tmpfs",
            "/mnt",
        ])
        .output();
    let may = tried.is_ok_and(|tried| tried.status.success());
    if !may {
        // Whether anybody reads along is no matter.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: nothing can be mounted here, so no disk was filled"
        );
    }
    may
}

/// A host whose folder of sessions is a disk of its own.
fn host_on(stage: &Stage, script: &str) -> Program {
    let mut command = stage.at_home("unshare");
    command.args([
        "--mount",
        "--map-root-user",
        "sh",
        "-c",
        script,
        "sh",
        env!("CARGO_BIN_EXE_halte"),
    ]);
    command.args([
        "host",
        "--headless",
        "--listen",
        "127.0.0.1:0",
        "--lang",
        "en",
        "writing.yaml",
    ]);
    Program::start("the host on a disk of its own", &mut command)
}

#[test]
fn a_disk_that_is_full_makes_the_room_read_only_until_there_is_place_again() {
    if !may_mount() {
        return;
    }
    let stage = Stage::new();
    std::fs::create_dir(stage.path("sessions")).unwrap();
    let script = r#"
        mount -t tmpfs -o size=1m tmpfs sessions
        "$@" </dev/null &
        read -r line
        dd if=/dev/zero of=sessions/other bs=4k 2>/dev/null
        echo full
        read -r line
        rm sessions/other
        echo empty
        read -r line
        kill -TERM $!
        wait $!
    "#;
    let mut host = Host::started(host_on(&stage, script));
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["voor"]);
    person.sees("saved n0001");
    host.program.types(["fill it"]);
    host.program.sees("full");
    let lines: Vec<String> = (0..30)
        .map(|number| format!("tijdens {number} {}", "en nog wat ".repeat(30)))
        .collect();
    person.types(lines.iter().map(String::as_str));
    person.sees("read-only");
    host.program.types(["make room"]);
    host.program.sees("empty");
    person.sees("read-write");
    person.stops_typing();
    let told = acknowledged(&person.ends_well().said("saved"));
    assert_eq!(told.len(), 1 + lines.len());
    host.program.types(["stop"]);
    let ended = host.program.ends_well();
    let closed = ended.out.last().unwrap();
    assert!(closed.contains(r#""contributions":31"#), "{closed}");
}

#[test]
fn a_disk_that_takes_nothing_opens_no_room_and_that_is_said() {
    if !may_mount() {
        return;
    }
    let stage = Stage::new();
    std::fs::create_dir(stage.path("sessions")).unwrap();
    let script = r#"mount -t tmpfs -o ro tmpfs sessions && exec "$@""#;
    let ended = host_on(&stage, script).ends();
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    assert!(
        ended.err[0].contains("you may not write here"),
        "{}",
        ended.transcript()
    );
    assert_eq!(ended.out, [""; 0]);
}
