//! What has to wait for the patience of real programs, and networks made for a test: only in `just soak`, where each says what
//! it did or why it did not. Nothing here waits for a time: a program is let go on when it was noticed that it had stopped.

mod network;

use std::io::Write as _;

use super::moments::number;
use super::program::until;
use super::stage::{Stage, texts};

/// Whether there is time; nothing is said where nobody asked.
fn has_time() -> bool {
    number("HALTE_SOAK_SECONDS").is_some()
}

fn tell(text: &str) {
    // Whether anybody reads along is no matter.
    let _ = writeln!(std::io::stderr(), "{text}");
}

#[test]
fn a_host_whose_lid_was_closed_until_everybody_missed_it_goes_on_with_all_of_them() {
    if !has_time() {
        return;
    }
    let stage = Stage::new();
    let host = stage.writing();
    let mut people: Vec<_> = (0..3)
        .map(|number| stage.join(&host, &format!("person {number}"), &[]))
        .collect();
    for person in &mut people {
        person.types(["voor"]);
        person.sees("saved");
    }
    host.program.signal("STOP");
    for (number, person) in people.iter_mut().enumerate() {
        person.types([format!("tijdens, van {number}").as_str()]);
    }
    for person in &mut people {
        person.sees("lost");
    }
    host.program.signal("CONT");
    for (number, person) in people.iter_mut().enumerate() {
        person.sees("back");
        person.has_seen("saved", 2);
        person.types([format!("na, van {number}").as_str(), "/quit"]);
    }
    for person in people {
        assert_eq!(person.ends_well().said("saved").len(), 3);
    }
    let (opening, ended) = host.stops("TERM");
    assert_eq!(texts(&stage.saved(&opening)).len(), 9);
    assert!(
        ended.out[1].contains(r#""participants":3"#),
        "{}",
        ended.out[1]
    );
    tell("a host was stopped until everybody missed it, and went on");
}

#[test]
fn somebody_whose_lid_was_closed_until_the_host_gave_them_up_goes_on_by_themselves() {
    if !has_time() {
        return;
    }
    let stage = Stage::new();
    let host = stage.writing();
    let mut facilitator = stage.facilitator(&host);
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["voor"]);
    person.sees("saved n0001");
    person.signal("STOP");
    // More than the system keeps for them is not needed: they do not answer when they are asked whether they are there.
    facilitator.types(["/park iets voor als je terug bent"]);
    facilitator.sees("ok say");
    until("the host gives them up", || {
        facilitator
            .said("presence")
            .last()
            .is_some_and(|line| line.contains("connected=0"))
    });
    person.signal("CONT");
    person.types(["na"]);
    person.sees("parked");
    person.sees("saved n0002");
    person.types(["/quit"]);
    person.ends_well();
    let (opening, ended) = host.stops("TERM");
    assert_eq!(texts(&stage.saved(&opening)).len(), 2);
    assert!(
        ended.out[1].contains(r#""participants":1"#),
        "{}",
        ended.out[1]
    );
    tell("a participant was stopped until the host gave them up, and went on");
}
