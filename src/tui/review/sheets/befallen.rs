//! What befell a contribution, line by line, in the reader's words.

use crate::review::log::{Deed, Given, Line, Who};
use crate::text::Label;
use crate::tui::review::leaf::Room;
use crate::tui::review::names::Names;
use crate::workshop::entry::{Advisor, Place};

/// One line of a log.
pub(super) fn words(line: &Line, names: &Names<'_>, room: &Room<'_>) -> String {
    let who = match &line.who {
        Who::Facilitator => room.say("review-who-facilitator"),
        Who::Named(name) => name.to_string(),
        Who::Somebody => room.say("review-who-somebody"),
    };
    let words = match simple(&line.deed) {
        Some(key) => room.say_with(key, &[("who", who.into())]),
        None => placing(&line.deed, who, names, room),
    };
    if line.is_undone {
        format!("{words} {}", room.say("review-undone"))
    } else {
        words
    }
}

/// The message for what needs no more than who did it.
const fn simple(deed: &Deed) -> Option<&'static str> {
    Some(match deed {
        Deed::Written => "review-did-write",
        Deed::Edited => "review-did-edit",
        Deed::Withdrawn => "review-did-withdraw",
        Deed::Restored => "review-did-restore",
        Deed::Hidden => "review-did-hide",
        Deed::Shown => "review-did-show",
        Deed::Spotlit => "review-did-spotlight",
        Deed::Unsorted => "review-did-unsort",
        Deed::Unplaced => "review-did-unplace",
        Deed::Ungrouped => "review-did-ungroup",
        Deed::Sorted { .. }
        | Deed::Placed { .. }
        | Deed::Grouped { .. }
        | Deed::Suggested { .. } => return None,
    })
}

/// Where it was put, by whom and on whose word.
fn placing(deed: &Deed, who: String, names: &Names<'_>, room: &Room<'_>) -> String {
    let put = |key: &str, who: String, primary: &Place, second: Option<&Place>| {
        let place = names.places(primary, second);
        room.say_with(key, &[("who", who.into()), ("place", place.into())])
    };
    match deed {
        Deed::Sorted { primary, second } => put("review-did-sort", who, primary, second.as_ref()),
        Deed::Placed {
            primary,
            second,
            suggested,
        } => {
            let placed = put("review-did-place", who, primary, second.as_ref());
            match suggested {
                Some(given) => format!("{placed} {}", given_words(given, names, room)),
                None => placed,
            }
        }
        Deed::Grouped { label, count } => {
            let label = label.as_ref().map_or_else(
                || room.say("report-group-without-label"),
                ToString::to_string,
            );
            let said = [
                ("who", who.into()),
                ("label", label.into()),
                ("count", (*count).into()),
            ];
            room.say_with("review-did-group", &said)
        }
        Deed::Suggested {
            place,
            confidence,
            because,
        } => {
            let said = [
                ("place", names.place(place).into()),
                ("percent", names.percent(*confidence).into()),
            ];
            let suggested = room.say_with("review-did-suggest", &said);
            match reasons(because, room) {
                Some(reasons) => format!("{suggested} {reasons}"),
                None => suggested,
            }
        }
        Deed::Written
        | Deed::Edited
        | Deed::Withdrawn
        | Deed::Restored
        | Deed::Hidden
        | Deed::Shown
        | Deed::Spotlit
        | Deed::Unsorted
        | Deed::Unplaced
        | Deed::Ungrouped => String::new(),
    }
}

/// The words that spoke for a suggestion, if any did.
pub(super) fn reasons(because: &[Label], room: &Room<'_>) -> Option<String> {
    let words: Vec<&str> = because.iter().map(AsRef::as_ref).collect();
    let words = [("words", words.join(", ").into())];
    (!because.is_empty()).then(|| room.say_with("review-because", &words))
}

/// What was suggested when it was placed, and what became of that.
fn given_words(given: &Given, names: &Names<'_>, room: &Room<'_>) -> String {
    let mut place = names.place(&given.place);
    if let Some(confidence) = given.confidence {
        place = format!("{place} {}", names.percent(confidence));
    }
    let key = match (given.advisor, given.is_accepted) {
        (Advisor::Group, false) => "review-given-group",
        (Advisor::Group, true) => "review-given-group-accepted",
        (Advisor::Tool, false) => "review-given-tool",
        (Advisor::Tool, true) => "review-given-tool-accepted",
    };
    room.say_with(key, &[("place", place.into())])
}
