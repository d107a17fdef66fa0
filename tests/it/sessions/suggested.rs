//! What the tool suggested in the workshop that is saved.

use halte::id::ContributionId;
use halte::language::Language;
use halte::workshop::entry::Place;
use halte::workshop::suggestion::{Likeness, Nearest, Ranked, Suggestion, Suggestions};

use super::room::theme;

/// What the tool makes of the first seven texts.
pub(super) fn suggestions() -> Suggestions {
    let of_example = Nearest {
        place: theme("knowledge-sharing"),
        example: "Leren: op de vloer".parse().ok(),
        contribution: None,
    };
    let of_contribution = Nearest {
        place: Place::None,
        example: None,
        contribution: Some(ContributionId(5)),
    };
    let places = [
        (1, suggestion(801, Some(of_example))),
        (2, suggestion(500, Some(of_contribution))),
        (3, suggestion(499, None)),
        (4, suggestion(600, None)),
    ];
    let alike = [([1, 2], 655), ([3, 7], 400)];
    Suggestions {
        places: places.map(|(id, made)| (ContributionId(id), made)).into(),
        alike: alike
            .map(|(ids, likeness)| Likeness {
                contributions: ids.map(ContributionId).to_vec(),
                likeness,
            })
            .to_vec(),
    }
}

fn suggestion(confidence: u16, nearest: Option<Nearest>) -> Suggestion {
    let ranked = |place: Place, confidence| Ranked { place, confidence };
    let because = ["no", "1e3"].map(|word| word.parse().expect("a label"));
    Suggestion {
        ranking: vec![
            ranked(theme("lifelong-learning"), confidence),
            ranked(Place::None, 1_000 - confidence),
        ],
        language: Language::En,
        because: because.to_vec(),
        nearest,
    }
}
