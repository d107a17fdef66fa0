//! The doctor: what it says of this machine differs from one to the next, so what is held here is what a test makes
//! so itself, and that the exit code follows from what was found.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use super::{Desk, Told};

/// A room that is open on loopback, for as long as this is kept.
struct Room {
    host: Child,
    opening: Value,
}

impl Room {
    fn open(desk: &Desk) -> Self {
        let mut host = Command::new(env!("CARGO_BIN_EXE_halte"))
            .args(["host", "--headless", "--listen", "127.0.0.1:0"])
            .current_dir(desk.path("home"))
            .env("HOME", desk.path("home"))
            .env("XDG_STATE_HOME", desk.path("home/hosting"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let out = host.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let opening = serde_json::from_str(&line).expect("JSON");
        Self { host, opening }
    }

    fn says(&self, name: &str) -> &str {
        self.opening[name].as_str().expect("a text")
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // One that has ended already needs neither.
        let _ = self.host.kill();
        let _ = self.host.wait();
    }
}

/// Another program on a port: it answers everybody with a page.
fn stranger() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.write_all(b"HTTP/1.0 200 OK\r\n\r\nhello");
        }
    });
    address
}

/// What was found by subject, with the conclusion; the exit code follows from it.
fn examine(desk: &Desk, arguments: &[&str]) -> BTreeMap<String, Value> {
    let told = desk.halte(&[&["doctor", "--json"], arguments].concat());
    assert_eq!(told.err, "", "{told:?}");
    let lines = told.out.lines();
    let lines: Vec<Value> = lines
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let is_wrong = lines.iter().any(|finding| finding["verdict"] == "wrong");
    assert_eq!(told.code, i32::from(is_wrong), "{told:?}");
    let by_subject = |finding: Value| {
        let subject = finding["subject"].as_str().expect("a word").to_owned();
        (subject, finding)
    };
    lines.into_iter().map(by_subject).collect()
}

fn verdict<'a>(found: &'a BTreeMap<String, Value>, subject: &str) -> &'a str {
    let finding = found
        .get(subject)
        .unwrap_or_else(|| panic!("{subject}: {found:?}"));
    finding["verdict"].as_str().expect("a word")
}

fn said<'a>(found: &'a BTreeMap<String, Value>, subject: &str) -> &'a str {
    found[subject]["seen"].as_str().expect("a sentence")
}

const QUICKLY: [&str; 4] = ["--offline", "--participants", "2", "--listen"];

#[test]
fn a_laptop_is_looked_at_from_all_sides_and_nothing_stays_behind() {
    let desk = Desk::new();
    let found = examine(&desk, &[&QUICKLY[..], &["127.0.0.1:0"]].concat());
    let subjects: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(
        subjects,
        [
            "addresses",
            "clock",
            "conclusion",
            "disk",
            "files",
            "firewall",
            "isolation",
            "load",
            "port",
            "portal",
            "sync",
            "terminal"
        ]
    );
    assert_eq!(verdict(&found, "addresses"), "wrong");
    assert_eq!(verdict(&found, "port"), "fine");
    assert_eq!(verdict(&found, "portal"), "not-known");
    assert_eq!(verdict(&found, "terminal"), "not-known");
    assert_eq!(verdict(&found, "isolation"), "not-known");
    assert_eq!(verdict(&found, "conclusion"), "wrong");
    assert!(said(&found, "load").contains("2 simulated"), "{found:?}");

    let left: Vec<_> = fs::read_dir(desk.path("")).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    let keys = fs::read_dir(desk.path("home/state/halte/rooms")).unwrap();
    assert_eq!(keys.count(), 0);
}

#[test]
fn a_port_in_use_is_told_apart_by_who_uses_it() {
    let desk = Desk::new();
    let room = Room::open(&desk);
    let found = examine(&desk, &[&QUICKLY[..], &[room.says("address")]].concat());
    assert_eq!(verdict(&found, "port"), "beware");
    assert!(said(&found, "port").contains(env!("CARGO_PKG_VERSION")));
    let advice = found["isolation"]["advice"].as_str().unwrap();
    assert!(advice.contains("halte doctor"), "{advice}");

    let found = examine(&desk, &[&QUICKLY[..], &[&stranger()]].concat());
    assert_eq!(verdict(&found, "port"), "wrong");
}

#[test]
fn a_folder_that_cannot_be_one_is_wrong() {
    let desk = Desk::new();
    desk.write("taken", "a file");
    let folder = ["127.0.0.1:0", "--sessions", "taken/sessions"];
    let found = examine(&desk, &[&QUICKLY[..], &folder].concat());
    assert_eq!(verdict(&found, "disk"), "wrong");
    assert_eq!(desk.read("taken"), "a file");
}

#[test]
fn a_second_device_looks_at_the_room_behind_the_link() {
    let desk = Desk::new();
    let room = Room::open(&desk);
    let found = examine(&desk, &[room.says("link")]);
    for subject in ["connection", "room", "clock"] {
        assert_eq!(verdict(&found, subject), "fine", "{found:?}");
    }
    assert!(said(&found, "room").contains("“Volgende halte”"));

    let place = room.says("address");
    // A space is as good as a stroke, as it is to join.
    let found = examine(&desk, &[place, room.says("code")]);
    assert_eq!(verdict(&found, "room"), "fine", "{found:?}");
    let found = examine(&desk, &[place, "--code", "AAAA-BBBB"]);
    assert_eq!(verdict(&found, "connection"), "fine");
    assert_eq!(verdict(&found, "room"), "wrong");
    assert!(said(&found, "room").contains("the code in the link"));
    let found = examine(&desk, &[&stranger(), "--code", "AAAA-BBBB"]);
    assert!(said(&found, "room").contains("another program"));
}

#[test]
fn where_nobody_listens_the_link_is_refused() {
    let desk = Desk::new();
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = free.local_addr().unwrap().to_string();
    drop(free);
    let found = examine(&desk, &[&address, "--code", "AAAA-BBBB"]);
    assert_eq!(verdict(&found, "connection"), "wrong");
    assert!(said(&found, "connection").contains("refuses"));
    assert!(!found.contains_key("room"));
    // What a guest may do is said to the guest, once.
    let told = desk.halte(&["doctor", &address, "--code", "AAAA-BBBB", "--lang", "en"]);
    assert_eq!(
        told.out.matches("Ask the facilitator").count(),
        1,
        "{}",
        told.out
    );
}

#[test]
fn a_finding_is_a_sign_a_word_and_a_sentence_in_three_languages() {
    let desk = Desk::new();
    let link = [&stranger(), "--code", "AAAA-BBBB"];
    for (language, line, answer) in [
        ("nl", "✗ fout, Zaal: daar luistert", "Nog niet: "),
        ("en", "✗ wrong, Room: another program", "Not yet: "),
        (
            "fr",
            "✗ problème, Salle: un autre programme",
            "Pas encore : ",
        ),
    ] {
        let asked = [&["doctor", "--lang", language], &link[..]].concat();
        let told = desk.halte(&asked);
        assert_eq!((told.code, told.err.as_str()), (1, ""));
        assert!(told.out.contains(line), "{}", told.out);
        assert!(told.out.contains(&format!("\n{answer}")), "{}", told.out);
    }
    let told = desk.halte(&[&["doctor", "--ascii", "--lang", "en"], &link[..]].concat());
    assert!(told.out.contains("x wrong, Room"), "{}", told.out);
    assert!(told.out.contains("\n  -> "), "{}", told.out);
}

#[test]
fn wrong_use_is_told_before_anything_is_measured() {
    let desk = Desk::new();
    let line = desk.fails(2, &["doctor", "http://x/AAAA-BBBB"]);
    assert!(line.contains("halte://"), "{line}");
    let line = desk.fails(2, &["doctor", "127.0.0.1:7420"]);
    assert!(line.contains("--code"), "{line}");
    desk.fails(2, &["doctor", "h/AAAA-BBBB", "--wait"]);
    desk.fails(2, &["doctor", "--participants", "0"]);
    desk.fails(2, &["doctor", "--code", "AAAA-BBBB"]);
}

#[cfg(unix)]
#[test]
fn whoever_stops_waiting_for_a_second_device_interrupts_and_leaves_nothing() {
    let desk = Desk::new();
    let mut doctor = Command::new(env!("CARGO_BIN_EXE_halte"))
        .args(["doctor", "--wait", "--offline", "--participants", "1"])
        .args(["--listen", "127.0.0.1:0", "--lang", "en"])
        .current_dir(desk.path(""))
        .env("HOME", desk.path("home"))
        .env("XDG_STATE_HOME", desk.path("home/state"))
        .env("TMPDIR", desk.path("home"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut told = BufReader::new(doctor.stderr.take().expect("piped")).lines();
    let link = told.find_map(|line| {
        let line = line.expect("a line");
        Some(
            line.split_once("halte doctor \"")?
                .1
                .trim_end_matches('"')
                .to_owned(),
        )
    });
    // What is told is a room that can be looked at; this machine is no second device, so the doctor goes on waiting.
    let found = examine(&desk, &[&link.expect("a link")]);
    assert_eq!(verdict(&found, "room"), "fine");
    let kill = format!("kill -INT {}", doctor.id());
    assert!(
        Command::new("sh")
            .args(["-c", &kill])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(doctor.wait().expect("it ends").code(), Some(130));
    let keys = fs::read_dir(desk.path("home/state/halte/rooms")).unwrap();
    assert_eq!(keys.count(), 0);
    let traces = fs::read_dir(desk.path("home")).unwrap().flatten();
    let mut names = traces.map(|entry| entry.file_name().into_string().unwrap());
    assert!(names.all(|name| !name.starts_with(".halte-doctor")));
}

#[test]
fn the_help_says_what_a_link_is_for() {
    let told = Told::of(Desk::new().command().args(["doctor", "--help"]));
    assert!(
        told.out.contains("Usage: halte doctor [OPTIONS] [LINK]"),
        "{}",
        told.out
    );
}
