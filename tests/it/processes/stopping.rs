//! Signals: whoever ends the program by hand loses nothing.

use super::program::Program;
use super::stage::{Host, Stage, holds, texts};

fn stopped_by(signal: &str) {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["wat ik nodig heb"]);
    person.sees("saved n0001");
    let (opening, ended) = host.stops(signal);
    let line: serde_json::Value = serde_json::from_str(&ended.out[1]).unwrap();
    assert_eq!(
        line,
        serde_json::json!({
            "event": "closed",
            "session": opening["session"],
            "contributions": 1,
            "participants": 1,
        })
    );
    assert_eq!(ended.out.len(), 2);
    person.sees("lost");
    assert_eq!(texts(&stage.saved(&opening)).len(), 1);

    // The workshop is not over, so people's terminals wait for it.
    let journal = opening["journal"].as_str().unwrap();
    let resumed = stage.resume(&opening, journal);
    person.sees("back");
    person.types(["en nog iets"]);
    person.sees("saved n0002");
    person.types(["/quit"]);
    person.ends_well();
    resumed.stops(signal);
    assert_eq!(texts(&stage.saved(&opening)).len(), 2);
}

#[test]
fn a_host_told_to_terminate_closes_in_order_and_can_go_on_later() {
    stopped_by("TERM");
}

#[test]
fn a_host_that_is_interrupted_closes_in_order_and_can_go_on_later() {
    stopped_by("INT");
}

#[test]
fn a_host_whose_terminal_is_closed_closes_in_order_and_can_go_on_later() {
    stopped_by("HUP");
}

#[test]
fn a_host_that_is_led_in_plain_mode_ends_when_it_is_told_to_although_its_input_is_open() {
    let stage = Stage::new();
    let mut command = stage.halte();
    command.args(["host", "--lang", "en", "--listen", "127.0.0.1:0"]);
    let mut host = Program::start("the host", &mut command);
    host.sees("joined");
    host.types(["/park nog te bespreken"]);
    host.sees("ok say");
    host.signal("TERM");
    assert_eq!(host.ends().code, Some(0));
}

#[test]
fn a_person_who_interrupts_finds_their_seat_and_their_words_again() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "a person", &["--name", "An"]);
    person.types(["voor de pauze"]);
    person.sees("saved n0001");
    person.signal("INT");
    assert_eq!(person.ends().code, Some(130));

    let mut person = stage.join(&host, "a person", &["--name", "An"]);
    person.sees("joined p01");
    person.sees("prompt");
    person.types(["na de pauze", "/list"]);
    person.sees("saved n0002");
    person.stops_typing();
    let ended = person.ends_well();
    assert_eq!(
        ended
            .said("own n0001 private need synergy voor de pauze")
            .len(),
        1
    );
    let (opening, _) = host.stops("TERM");
    assert_eq!(texts(&stage.saved(&opening)).len(), 2);
    assert!(holds(
        &stage.path(opening["journal"].as_str().unwrap()),
        "na de pauze"
    ));
}

#[test]
fn a_host_that_goes_on_at_another_address_gives_everybody_their_seat_by_its_new_link() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "a person", &["--name", "An"]);
    person.types(["voor de verhuizing"]);
    person.sees("saved n0001");
    let (opening, _) = host.stops("TERM");
    person.sees("lost");
    person.types(["onderweg"]);
    person.sees("waiting onderweg");
    person.dies();

    // The stage's own address is on the loopback network, and so is this one.
    let mut command = stage.halte();
    command.args(["host", "--headless", "--listen", "127.0.0.1:0", "--resume"]);
    command.arg(opening["journal"].as_str().unwrap());
    let host = Host::started(Program::start("the host", &mut command));
    let fragment = |link: &str| {
        link.split_once('/')
            .map(|_| link.rsplit('/').next().unwrap().to_owned())
    };
    assert_ne!(host.opening["address"], opening["address"]);
    assert_eq!(
        fragment(host.word("link")),
        fragment(opening["link"].as_str().unwrap())
    );
    let mut person = stage.join(&host, "a person", &["--name", "An"]);
    person.sees("joined p01");
    person.sees("saved n0002 onderweg");
    person.types(["/quit"]);
    person.ends_well();
    let (opening, ended) = host.stops("TERM");
    assert_eq!(texts(&stage.saved(&opening)).len(), 2);
    assert!(ended.out[1].contains(r#""participants":1"#));
}
