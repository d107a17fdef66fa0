//! What cannot be: each is said in a sentence, and the program ends instead of hanging.

use std::fs;

use super::program::{Ended, Program};
use super::stage::{Host, Stage};

/// One sentence on the error output, nothing on the other, and the exit code.
fn says(ended: &Ended, code: i32, words: &str) {
    assert_eq!(ended.code, Some(code), "{}", ended.transcript());
    assert_eq!(ended.err.len(), 1, "{}", ended.transcript());
    let sentence = &ended.err[0];
    assert!(sentence.starts_with("halte: "), "{sentence}");
    assert!(sentence.contains(words), "{sentence}");
    assert!(
        sentence.ends_with('.') || sentence.contains(": "),
        "{sentence}"
    );
    assert_eq!(ended.out, [""; 0], "{}", ended.transcript());
}

/// Somebody who joins with nothing to type.
fn joins(stage: &Stage, link: &str, arguments: &[&str]) -> Ended {
    let mut person = stage.join_link(link, "somebody", arguments);
    person.stops_typing();
    person.ends()
}

#[test]
fn a_wrong_code_or_token_or_link_is_refused_at_once() {
    let stage = Stage::new();
    let host = stage.writing();
    let link = host.word("link").to_owned();
    let code = host.word("code");
    let wrong = link.replace(
        code,
        if code == "AAAA-AAAA" {
            "BBBB-BBBB"
        } else {
            "AAAA-AAAA"
        },
    );
    let ended = joins(&stage, &wrong, &["--lang", "en"]);
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    assert_eq!(ended.said("refused wrong-code").len(), 1);
    let ended = joins(
        &stage,
        &link,
        &["--role", "facilitator", "--token", "NOTTHEONE"],
    );
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    assert_eq!(ended.said("refused wrong-code").len(), 1);
    for no_link in ["halte://", "https://example.org/x", "127.0.0.1"] {
        let ended = joins(&stage, no_link, &[]);
        assert_eq!(ended.code, Some(2), "{no_link}: {}", ended.transcript());
        assert_eq!(ended.err.len(), 1, "{no_link}: {}", ended.transcript());
    }
    let ended = joins(&stage, &link, &["--role", "facilitator"]);
    says(&ended, 2, "--token");
    let ended = stage.run(&["join", "--plain"]);
    says(&ended, 2, "--code");
    let (_, ended) = host.stops("TERM");
    assert!(
        ended.out[1].contains(r#""participants":0"#),
        "{}",
        ended.out[1]
    );
}

#[test]
fn a_host_that_is_not_there_is_waited_for_no_longer_than_one_s_patience_and_what_waits_is_told() {
    let stage = Stage::new();
    let host = stage.writing();
    let (opening, _) = host.stops("TERM");
    let link = opening["link"].as_str().unwrap();
    let mut command = stage.halte();
    command
        .args(["join", "--plain", "--lang", "en", link])
        .env("HALTE_PATIENCE", "1");
    let mut person = Program::start("a person", &mut command);
    person.types_raw("een\ntwee");
    person.stops_typing();
    let ended = person.ends();
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    assert_eq!(ended.said("waiting een").len(), 1);
    assert_eq!(ended.said("waiting twee").len(), 1);
    let last = ended.err.last().unwrap();
    assert!(last.starts_with("halte: 2 entries wait"), "{last}");

    // They were kept: the next who joins from here sends them.
    let resumed = stage.resume(&opening, opening["session"].as_str().unwrap());
    let mut person = stage.join(&resumed, "the person again", &[]);
    person.stops_typing();
    assert_eq!(person.ends_well().said("saved").len(), 2);
}

#[test]
fn a_host_that_is_not_there_is_told_also_when_nothing_waits_for_it() {
    let stage = Stage::new();
    let (opening, _) = stage.writing().stops("TERM");
    let link = opening["link"].as_str().unwrap();
    let mut command = stage.halte();
    command
        .args(["join", "--plain", "--lang", "en", link])
        .env("HALTE_PATIENCE", "0");
    let mut person = Program::start("a person", &mut command);
    person.stops_typing();
    let ended = person.ends();
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    let last = ended.err.last().unwrap();
    assert!(last.contains("cannot be reached"), "{last}");
}

#[test]
fn a_port_that_is_taken_is_told_and_leaves_no_session_behind() {
    let stage = Stage::new();
    let host = stage.writing();
    let address = host.word("address");
    let second = [
        "host",
        "--headless",
        "--listen",
        address,
        "--sessions",
        "other",
        "--lang",
        "en",
    ];
    says(&stage.run(&second), 1, "Choose another port with --listen.");
    assert!(
        !stage.path("other").exists()
            || fs::read_dir(stage.path("other")).unwrap().next().is_none()
    );
}

#[test]
fn an_observer_sees_what_is_shared_and_nothing_else_and_takes_no_part() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut observer = stage.join(&host, "an observer", &["--role", "observer"]);
    observer.sees("joined");
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["alleen voor ons"]);
    person.sees("saved n0001");
    observer.types(["ik doe mee", "/vote wellbeing 3"]);
    observer.sees("refused observers-watch");
    observer.sees("refused observers-watch");
    let mut facilitator = stage.facilitator(&host);
    facilitator.types(["/next"]);
    observer.sees("step share");
    let shared = observer.sees("shared n0001");
    assert!(shared.ends_with("alleen voor ons"), "{shared}");
    facilitator.types(["/goto s03", "/close"]);
    observer.sees("closed");
    let ended = observer.ends_well();
    let told = ended
        .out
        .iter()
        .position(|line| line.contains("alleen voor ons"));
    let step = ended
        .out
        .iter()
        .position(|line| line.starts_with("step share"));
    assert!(told > step, "{}", ended.transcript());
    facilitator.ends_well();
    person.ends_well();
    let ended = host.program.ends_well();
    assert!(
        ended.out[1].contains(r#""participants":1"#),
        "{}",
        ended.out[1]
    );
}

#[test]
fn a_bad_plan_opens_no_room() {
    let stage = Stage::new();
    fs::write(
        stage.path("bad.yaml"),
        "schema: halte/1\ntitle: x\nthemas: []\n",
    )
    .unwrap();
    for plan in ["bad.yaml", "not-there.yaml"] {
        let ended = stage.run(&["host", "--headless", "--listen", "127.0.0.1:0", plan]);
        says(&ended, 1, plan);
    }
    assert!(!stage.path("sessions").exists());
}

#[test]
fn a_folder_that_cannot_be_written_opens_no_room() {
    let stage = Stage::new();
    fs::write(stage.path("file"), "").unwrap();
    let ended = stage.run(&[
        "host",
        "--headless",
        "--listen",
        "127.0.0.1:0",
        "--sessions",
        "file/sessions",
    ]);
    says(&ended, 1, "file/sessions");
}

#[test]
fn a_session_is_open_in_one_place_at_a_time() {
    let stage = Stage::new();
    let host = stage.writing();
    let journal = host.word("journal").to_owned();
    let second = [
        "host",
        "--headless",
        "--listen",
        "127.0.0.1:0",
        "--resume",
        &journal,
    ];
    says(&stage.run(&second), 1, &journal);
    host.stops("TERM");
}

#[test]
fn a_workshop_that_has_ended_is_not_gone_on_with() {
    let stage = Stage::new();
    let host: Host = stage.writing();
    let mut facilitator = stage.facilitator(&host);
    facilitator.types(["/close"]);
    facilitator.sees("closed");
    let opening = host.opening;
    host.program.ends_well();
    for key in ["journal", "session"] {
        let file = opening[key].as_str().unwrap();
        let again = [
            "host",
            "--headless",
            "--listen",
            "127.0.0.1:0",
            "--resume",
            file,
        ];
        says(&stage.run(&again), 1, file);
    }
}

#[test]
fn a_room_that_cannot_be_reached_was_not_lost_and_the_person_hears_where_why_and_what_to_do() {
    let stage = Stage::new();
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let nobody = format!("{}/AAAA-BBBB", free.local_addr().expect("an address"));
    drop(free);
    let unknown = format!("{}/AAAA-BBBB", "a".repeat(64));
    for (room, why) in [(nobody, "no room is open"), (unknown, "not known here")] {
        let mut command = stage.halte();
        command.env("HALTE_PATIENCE", "0");
        command.args(["join", "--plain", "--lang", "en", &room]);
        let mut person = Program::start("somebody", &mut command);
        person.sees("lost");
        person.stops_typing();
        let ended = person.ends();
        assert_eq!(ended.code, Some(1), "{}", ended.transcript());
        assert_eq!(ended.said("lost").len(), 1);
        let told = &ended.err[0];
        for words in [&format!("{room} cannot be reached"), why, "halte doctor"] {
            assert!(told.contains(words), "{words}: {}", ended.transcript());
        }
        assert!(!ended.transcript().contains("connection is lost"));
    }
}

#[test]
fn a_code_that_can_be_none_is_told_before_anything_is_asked_and_a_space_is_as_good_as_a_stroke() {
    let stage = Stage::new();
    let host = stage.writing();
    let (address, code) = (host.word("address"), host.word("code"));
    for wrong in ["K7QF-2M9", "K7QF-2M9X-1", "K7QF-2M9U", "K7QF-2M9?"] {
        for arguments in [&[address, wrong][..], &[address, "--code", wrong]] {
            let ended = stage.run(&[&["join", "--plain", "--lang", "en"], arguments].concat());
            assert_eq!(ended.code, Some(2), "{}", ended.transcript());
            assert!(ended.err[0].contains("eight letters"), "{}", ended.err[0]);
        }
    }
    let ended = stage.run(&["join", "--plain", address, code]);
    assert_eq!(ended.said("joined p01").len(), 1, "{}", ended.transcript());
    let listening = stage.run(&["host", "--listen", "foo", "--lang", "en"]);
    assert_eq!(listening.code, Some(2));
    assert!(
        listening.err[0].contains("0.0.0.0:7420"),
        "{}",
        listening.err[0]
    );
}

#[test]
fn a_typed_code_whose_seat_another_host_gave_is_not_blamed_on_a_link_and_told_once() {
    let stage = Stage::new();
    let (host, other) = (stage.writing_everywhere(), stage.writing_everywhere());
    let typed = |place: &Host| {
        let (_, port) = place.word("address").rsplit_once(':').expect("a port");
        format!("0.0.0.0:{port}/{}", host.word("code"))
    };
    let mut person = stage.join_link(&typed(&host), "somebody", &[]);
    person.sees("joined p01");
    person.dies();
    let ended = joins(&stage, &typed(&other), &["--lang", "en"]);
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    assert_eq!(ended.out, ["refused other-host"], "{}", ended.transcript());
    assert_eq!(ended.err.len(), 1, "{}", ended.transcript());
    assert!(
        ended.err[0].contains("Another host answers"),
        "{}",
        ended.err[0]
    );
}

#[test]
fn an_empty_journal_is_that_of_a_host_that_never_began() {
    let stage = Stage::new();
    std::fs::write(stage.path("leeg.journal"), "").expect("writable");
    let ended = stage.run(&["check", "leeg.journal", "--lang", "en"]);
    assert_eq!(ended.code, Some(1));
    assert!(
        ended.transcript().contains("is empty"),
        "{}",
        ended.transcript()
    );
}

#[test]
fn a_role_of_ones_own_that_is_no_persona_is_told_before_a_seat_is_taken() {
    let stage = Stage::new();
    let host = stage.writing();
    let link = host.word("link").to_owned();
    for (role, hint) in [
        ("hr-manger", "Did you mean “hr-manager”?"),
        ("xyz", "Choose from: process-operator, "),
    ] {
        let ended = joins(&stage, &link, &["--lang", "en", "--real-role", role]);
        says(&ended, 2, hint);
        assert!(ended.err[0].contains(role), "{}", ended.transcript());
    }
    let ended = joins(&stage, &link, &["--real-role", "hr-manager"]);
    assert_eq!(ended.said("joined p01").len(), 1, "{}", ended.transcript());
    let (opening, _) = host.stops("TERM");
    let saved = stage.saved(&opening);
    assert_eq!(saved["participants"][0]["real_role"], "hr-manager");
}

#[test]
fn whoever_is_refused_reads_where_they_tried() {
    let stage = Stage::new();
    let host = stage.writing_everywhere();
    let address = host.word("address").to_owned();
    let wrong = if host.word("code") == "AAAA-AAAA" {
        "BBBB-BBBB"
    } else {
        "AAAA-AAAA"
    };
    let (_, port) = address.rsplit_once(':').expect("a port");
    for place in [format!("127.0.0.1:{port}"), format!("0.0.0.0:{port}")] {
        let room = format!("{place}/{wrong}");
        let ended = joins(&stage, &room, &["--lang", "en"]);
        assert_eq!(ended.code, Some(1), "{}", ended.transcript());
        let told = format!("halte: {room}: ");
        assert!(ended.err[0].starts_with(&told), "{}", ended.transcript());
    }
}
