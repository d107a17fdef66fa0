//! A workshop with as many contributions, and as much text in them, as it takes can still be sent and read again.

use halte::id::ContributionId;
use halte::session::{self, Session};
use halte::workshop::proceedings::Document;
use halte::workshop::{MAX_CONTRIBUTED, MAX_CONTRIBUTIONS};

use super::room::example;

/// What is read of a file, and half of what is read of a frame.
const MOST: usize = 32 * 1024 * 1024;

/// A session in which each contribution says this over and over, and has as much about it as any in the example.
fn full_of(piece: &str) -> Session {
    let mut saved = Session::of(&example().workshop);
    let times = MAX_CONTRIBUTED / MAX_CONTRIBUTIONS / piece.len();
    let all = std::mem::take(&mut saved.proceedings.contributions);
    let much = |one: &usize| serde_json::to_string(&all[*one]).expect("writable").len();
    let most = (0..all.len()).max_by_key(much).expect("some");
    for number in 1..=u32::try_from(MAX_CONTRIBUTIONS).expect("a number") {
        let mut one = all[most].clone();
        one.id = ContributionId(number);
        one.text = piece.repeat(times).parse().expect("a statement");
        saved.proceedings.contributions.push(one);
    }
    saved
}

#[test]
fn a_workshop_of_short_lines_that_takes_no_more_fits_in_a_file_that_is_read() {
    let saved = full_of("a\n\n");
    let bytes = session::write(&saved).expect("writable").len();
    assert!((MOST * 3 / 4..MOST).contains(&bytes), "{bytes}");
}

#[test]
fn a_workshop_of_backslashes_that_takes_no_more_fits_in_a_frame_that_is_read() {
    let saved = full_of("\\");
    let view = Document {
        schema: "",
        plan: &saved.plan,
        proceedings: Some(saved.proceedings.clone()),
    };
    let bytes = serde_json::to_string(&view).expect("writable").len();
    assert!((MOST / 2..MOST).contains(&bytes), "{bytes}");
}
