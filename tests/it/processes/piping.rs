//! Input that comes from a pipe and ends.

use super::stage::{Stage, acknowledged, texts};

#[test]
fn a_pipe_leaves_when_everything_in_it_is_saved_also_a_last_line_without_an_end() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut pipe = stage.join(&host, "a pipe", &[]);
    pipe.types_raw("een\n/kind challenge\ntwee");
    pipe.stops_typing();
    let ended = pipe.ends_well();
    assert!(ended.err.is_empty(), "nothing to be told: {:?}", ended.err);
    let saved = acknowledged(&ended.said("saved"));
    let (opening, _) = host.stops("TERM");
    assert_eq!(texts(&stage.saved(&opening)), saved);
    let words: Vec<&str> = saved.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(words, ["een", "twee"]);
}

#[test]
fn people_without_a_name_who_come_one_after_the_other_are_each_somebody_else() {
    let stage = Stage::new();
    let host = stage.writing();
    for number in 1..=3 {
        let mut pipe = stage.join(&host, "a pipe", &[]);
        pipe.types([format!("van nummer {number}").as_str()]);
        pipe.stops_typing();
        let ended = pipe.ends_well();
        assert_eq!(ended.said(&format!("joined p0{number}")).len(), 1);
    }
    let (opening, ended) = host.stops("TERM");
    let saved = stage.saved(&opening);
    let writers: Vec<&str> = saved["contributions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["participant"].as_str().unwrap())
        .collect();
    assert_eq!(writers, ["p01", "p02", "p03"]);
    assert!(ended.out[1].contains(r#""participants":3"#));
}

#[test]
fn two_people_at_one_machine_have_two_seats() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut people = [
        stage.join(&host, "one", &[]),
        stage.join(&host, "another", &[]),
    ];
    let mut seats = people.each_mut().map(|one| one.sees("joined"));
    seats.sort();
    assert!(seats[0].starts_with("joined p01 "), "{seats:?}");
    assert!(seats[1].starts_with("joined p02 "), "{seats:?}");
    for person in &mut people {
        person.types(["/quit"]);
    }
    for person in people {
        person.ends_well();
    }
    drop(host);
}
