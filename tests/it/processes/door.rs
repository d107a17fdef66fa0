//! Who gets in: the facilitator locks the room, takes a seat away and makes another code, and all of it outlasts a host
//! that is killed.

use super::program::Program;
use super::stage::{Host, Stage};

/// A line of somebody at the door, and that they are sent away for it.
fn is_refused(mut person: Program, line: &str) {
    person.sees(line);
    assert_eq!(person.ends().code, Some(1), "{line}");
}

/// Another code than the one there was, with the link that has it.
fn new_code(facilitator: &mut Program, host: &Host) -> (String, String) {
    facilitator.types(["/code new"]);
    let said = facilitator.sees("code ");
    let code = said.strip_prefix("code ").expect("a code").to_owned();
    let before = host.word("code");
    assert_ne!(code, before);
    (code.clone(), host.word("link").replacen(before, &code, 1))
}

#[test]
fn a_locked_room_lets_nobody_new_in_and_those_who_were_there_back() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut facilitator = stage.facilitator(&host);
    // Names tell the seats of one machine apart.
    let join = |name: &str, role: &str| stage.join(&host, name, &["--name", name, "--role", role]);
    let mut first = join("An", "participant");
    first.sees("joined p01");
    let mut wall = join("wand", "observer");
    wall.sees("joined");
    facilitator.types(["/lock"]);
    for line in ["locked", "ok lock"] {
        facilitator.has_seen(line, 1);
    }
    is_refused(join("Bo", "participant"), "refused locked");
    is_refused(join("gluurder", "observer"), "refused locked");
    // Those who were there come back, also from a terminal that was killed.
    first.dies();
    wall.dies();
    join("An", "participant").sees("joined p01");
    join("wand", "observer").sees("joined");
    facilitator.types(["/unlock"]);
    facilitator.sees("unlocked");
    join("Bo", "participant").sees("joined p02");
}

/// Somebody who writes something and whose terminal is killed.
fn writes_and_dies(mut person: Program, text: &str, saved: &str) {
    person.sees("joined");
    person.types([text]);
    person.sees(saved);
    person.dies();
}

/// The seat is the first one, and what was written on it can be changed from there.
fn is_the_first_again(mut person: Program, text: &str) {
    person.sees("joined p01");
    person.types([format!("/edit n0001 {text}").as_str()]);
    person.sees(&format!("saved n0001 {text}"));
    person.dies();
}

#[test]
fn who_starts_anew_with_the_code_of_now_or_of_before_has_the_same_seat_also_in_a_locked_room() {
    let stage = Stage::new();
    let host = stage.writing_everywhere();
    let (_, port) = host.word("address").rsplit_once(':').expect("a port");
    let typed = |code: &str| format!("0.0.0.0:{port}/{code}");
    let before = host.word("code").to_owned();
    let mut facilitator = stage.facilitator(&host);
    writes_and_dies(
        stage.join_link(&typed(&before), "somebody", &[]),
        "eerst",
        "saved n0001",
    );
    let (code, link) = new_code(&mut facilitator, &host);
    is_the_first_again(stage.join_link(&typed(&code), "by typing", &[]), "getypt");
    let (code, link_of_now) = new_code(&mut facilitator, &host);
    is_the_first_again(stage.join_link(&link_of_now, "by link", &[]), "gelinkt");
    facilitator.types(["/lock"]);
    facilitator.has_seen("ok lock", 1);
    for link in [typed(&code), link_of_now.clone(), link, typed(&before)] {
        is_the_first_again(stage.join_link(&link, "while locked", &[]), &link);
    }
    // With another code the room is locked all the same for who has no seat.
    let (code, _) = new_code(&mut facilitator, &host);
    is_the_first_again(stage.join_link(&typed(&code), "at last", &[]), "laatst");
    is_refused(
        stage.join_link(&typed(&code), "a latecomer", &["--fresh"]),
        "refused locked",
    );
    let (opening, _) = host.stops("TERM");
    let saved = stage.saved(&opening);
    assert_eq!(saved["participants"].as_array().expect("a list").len(), 1);
    let texts = super::stage::texts(&saved);
    assert_eq!(texts, [("n0001".to_owned(), "laatst".to_owned())]);
}

#[test]
fn a_seat_that_was_taken_away_and_a_code_that_was_changed_stay_so_after_a_crash() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut facilitator = stage.facilitator(&host);
    let mut first = stage.join(&host, "the first", &[]);
    first.sees("joined p01");
    let mut second = stage.join(&host, "the second", &["--fresh"]);
    second.sees("joined p02");
    second.types(["wat blijft"]);
    second.sees("saved n0001");
    let mut wall = stage.join(&host, "the wall", &["--role", "observer", "--lang", "en"]);
    wall.sees("joined");

    facilitator.types(["/remove p02"]);
    for line in ["left-participant p02", "ok remove"] {
        facilitator.has_seen(line, 1);
    }
    second.sees("removed The facilitator took your seat away.");
    assert_eq!(second.ends().code, Some(1));
    let (code, link) = new_code(&mut facilitator, &host);
    // Whoever watches came in by the code that is wrong now, and is not told the other one.
    wall.sees("refused wrong-code");
    let ended = wall.ends();
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    let told = ended.err.last().expect("a sentence");
    assert!(told.contains("There is a new code"), "{told}");
    let mut late = stage.join(&host, "the old code", &["--fresh", "--lang", "en"]);
    late.sees("refused wrong-code");
    let told = late.ends().err.join(" ");
    assert!(told.contains("is not right"), "{told}");
    let mut third = stage.join_link(&link, "the new code", &[]);
    third.sees("joined p03");

    facilitator.types(["/lock"]);
    facilitator.has_seen("ok lock", 1);
    let before = host.word("link").to_owned();
    let mut opening = host.after_a_kill();
    opening["code"] = code.into();
    opening["link"] = link.clone().into();
    let journal = opening["journal"].as_str().expect("a path").to_owned();
    let resumed = stage.resume(&opening, &journal);
    first.sees("back");
    first.types(["en verder"]);
    first.sees("saved n0002");
    is_refused(
        stage.join_link(&link, "a latecomer", &["--fresh"]),
        "refused locked",
    );
    is_refused(
        stage.join_link(&before, "the old code again", &["--fresh"]),
        "refused wrong-code",
    );
    // The others are at their seats: this is the one that was taken away.
    third.sees("back");
    is_refused(
        stage.join_link(&before, "the second again", &[]),
        "refused removed",
    );
    let (opening, _) = resumed.stops("TERM");
    let texts = super::stage::texts(&stage.saved(&opening));
    let texts: Vec<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["wat blijft", "en verder"]);
}
