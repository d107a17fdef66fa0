//! What the board offers for a card: where Enter would put it, where the key for the next best place would, and on
//! whose word. It only reads; what the keys make of it is in `settling.rs`.

use super::shelf::name_of;
use crate::tui::scene::Scene;
use crate::workshop::advice::{Advice, SUGGESTING};
use crate::workshop::entry::{Advisor, Contribution, Place, Tally};
use crate::workshop::suggestion::{Ranked, Suggestion, Trust};

/// A place for a card, and on whose word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    /// Where the card would belong first.
    pub(super) place: Place,
    /// Where it would belong too; only the group says so.
    pub(super) second: Option<Place>,
    /// Who says so.
    pub(super) voice: Voice,
}

/// Who says where a card belongs, and how firmly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// So many of those who sorted it.
    Group { votes: u32, sorted: u32 },
    /// The tool finds it so likely, in thousandths.
    Tool(u16),
}

/// What the keys offer for one card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Offers {
    /// What Enter takes over.
    pub(super) first: Option<Offer>,
    /// What comes next, one key away too.
    pub(super) next: Option<Offer>,
}

impl Offers {
    /// What is offered for a card that waits.
    pub(super) fn of(card: &Contribution) -> Self {
        let Some(advice) = Advice::of(card) else {
            return Self::default();
        };
        let tally = card.count_sorts();
        let voice = match advice.advisor {
            Advisor::Group => voted(&tally, tally.get(&advice.place).copied().unwrap_or(0)),
            Advisor::Tool => Voice::Tool(advice.confidence),
        };
        let next = next_best(card, &advice.place, &tally);
        let next = next.map(|(place, voice)| Offer {
            place: place.clone(),
            second: None,
            voice,
        });
        Self {
            first: Some(Offer {
                place: advice.place,
                second: advice.second,
                voice,
            }),
            next,
        }
    }

    /// The words of the text that spoke for what Enter takes over; none where the group's word is taken.
    pub(super) fn because(&self, card: &Contribution) -> Vec<String> {
        let is_tools = |offer: &Offer| matches!(offer.voice, Voice::Tool(_));
        if self.first.as_ref().is_some_and(is_tools) || self.is_in_doubt(card) {
            because(card)
        } else {
            Vec::new()
        }
    }

    /// Whether the tool knows the card and finds no place likely enough.
    pub(super) fn is_in_doubt(&self, card: &Contribution) -> bool {
        self.first.is_none() && card.suggestion.is_some()
    }
}

/// Whether suggestions are made and shown now.
pub(in crate::tui::screens) fn suggests(scene: &Scene<'_>) -> bool {
    scene.view.closed_at().is_none() && SUGGESTING.contains(&scene.view.step_kind())
}

/// The words of a card that spoke for the place the tool finds likeliest.
pub(in crate::tui::screens) fn because(card: &Contribution) -> Vec<String> {
    let suggestion = card.suggestion.iter();
    let words = suggestion.flat_map(|suggestion| &suggestion.because);
    words.map(ToString::to_string).collect()
}

/// The two places the tool finds likeliest where it suggests none.
pub(super) fn doubted(card: &Contribution) -> impl Iterator<Item = &Ranked> {
    let suggestion = card.suggestion.iter();
    suggestion.flat_map(|suggestion| suggestion.ranking.iter().take(2))
}

/// The best of what is left: what the tool suggests where Enter follows the group to another place, then what fewer
/// people chose, then what the tool finds less likely.
pub(super) fn next_best<'a>(
    card: &'a Contribution,
    taken: &Place,
    tally: &'a Tally,
) -> Option<(&'a Place, Voice)> {
    let suggestion = card.suggestion.as_deref();
    let offered = suggestion.and_then(Suggestion::offered);
    let offered = offered.filter(|ranked| ranked.place != *taken);
    let left = || {
        let mut ranking = suggestion?.ranking.iter();
        ranking.find(|ranked| ranked.place != *taken && ranked.confidence > 0)
    };
    offered
        .map(said)
        .or_else(|| fewer(tally, taken))
        .or_else(|| left().map(said))
}

const fn said(ranked: &Ranked) -> (&Place, Voice) {
    (&ranked.place, Voice::Tool(ranked.confidence))
}

/// What most of the others chose; nothing where several places share that.
fn fewer<'a>(tally: &'a Tally, taken: &Place) -> Option<(&'a Place, Voice)> {
    let others = tally.iter().filter(|(place, _)| *place != taken);
    let votes = others.clone().map(|(_, votes)| *votes).max()?;
    let mut most = others.filter(|(_, count)| **count == votes);
    match (most.next(), most.next()) {
        (Some((place, _)), None) => Some((place, voted(tally, votes))),
        _ => None,
    }
}

/// So many of all who sorted.
fn voted(tally: &Tally, votes: u32) -> Voice {
    let sorted = tally.values().fold(0, |sum, one| one.saturating_add(sum));
    Voice::Group { votes, sorted }
}

impl Voice {
    /// Who says so and how firmly, in words.
    pub(super) fn words(self, scene: &Scene<'_>) -> String {
        match self {
            Self::Group { votes, sorted } => scene.say_with(
                "board-voice-group",
                &[("votes", votes.into()), ("sorted", sorted.into())],
            ),
            Self::Tool(confidence) => tool_words(confidence, scene),
        }
    }
}

impl Offer {
    /// The place in words, with its key, and the second one where there is one.
    pub(super) fn words(&self, scene: &Scene<'_>) -> String {
        let first = named(&self.place, scene);
        match &self.second {
            Some(second) => format!("{first} + {}", named(second, scene)),
            None => first,
        }
    }
}

/// That the tool says so, and how likely it finds it.
pub(super) fn tool_words(confidence: u16, scene: &Scene<'_>) -> String {
    let how = trust_words(confidence, scene);
    scene.say_with("board-voice-tool", &[("how", how.into())])
}

/// How likely something is, in words and as a number.
pub(in crate::tui::screens) fn trust_words(confidence: u16, scene: &Scene<'_>) -> String {
    let key = match Trust::of(confidence) {
        Trust::Sure => "board-trust-sure",
        Trust::Probable => "board-trust-probable",
        Trust::Open => "board-trust-open",
    };
    let confidence = fraction(confidence, scene);
    scene.say_with(key, &[("confidence", confidence.into())])
}

/// Thousandths, as the reader's language writes a fraction.
pub(super) fn fraction(thousandths: u16, scene: &Scene<'_>) -> String {
    scene.locale.fraction(f64::from(thousandths) / 1_000.0)
}

/// The key that puts a card at a place: its digit or, where digits have run out, the key of the list of places.
pub(in crate::tui::screens) fn digit_of(place: &Place, scene: &Scene<'_>) -> String {
    let Some(id) = place.theme() else {
        return "0".to_owned();
    };
    let mut themes = scene.view.plan().themes.iter();
    match themes.position(|theme| theme.id == *id) {
        Some(at) if at < 9 => (at + 1).to_string(),
        _ => "w".to_owned(),
    }
}

/// A place by its key and its name.
pub(in crate::tui::screens) fn named(place: &Place, scene: &Scene<'_>) -> String {
    format!("{} {}", digit_of(place, scene), name_of(place, scene))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A card that was sorted so and is ranked so.
    fn card(sorts: &[&str], ranking: &[(&str, u16)]) -> Contribution {
        let sorts: Vec<_> = sorts
            .iter()
            .zip(1..)
            .map(|(place, number)| serde_json::json!({"number": number, "primary": place}))
            .collect();
        let mut card: Contribution = serde_json::from_value(serde_json::json!({
            "id": "n0001", "kind": "need", "scenario": "synergy", "language": "nl", "text": "tekst",
            "source": "typed", "sorts": sorts,
        }))
        .expect("a card");
        let ranked = ranking.iter().map(|(place, confidence)| Ranked {
            place: place.parse().expect("a place"),
            confidence: *confidence,
        });
        card.suggestion = (!ranking.is_empty()).then(|| {
            Box::new(Suggestion {
                ranking: ranked.collect(),
                language: crate::language::Language::Nl,
                because: Vec::new(),
                nearest: None,
            })
        });
        card
    }

    fn offered(sorts: &[&str], ranking: &[(&str, u16)]) -> [Option<(String, Voice)>; 2] {
        let offers = Offers::of(&card(sorts, ranking));
        [offers.first, offers.next]
            .map(|offer| offer.map(|offer| (offer.place.to_string(), offer.voice)))
    }

    fn group(place: &str, votes: u32, sorted: u32) -> (String, Voice) {
        (place.to_owned(), Voice::Group { votes, sorted })
    }

    fn tool(place: &str, confidence: u16) -> (String, Voice) {
        (place.to_owned(), Voice::Tool(confidence))
    }

    #[test]
    fn enter_follows_the_group_and_the_next_best_is_what_speaks_loudest_of_the_rest() {
        let sure = [("b", 900), ("a", 100)];
        assert_eq!(
            offered(&["a", "a", "c"], &sure),
            [Some(group("a", 2, 3)), Some(tool("b", 900))]
        );
        let like_group = [("a", 900), ("b", 100)];
        assert_eq!(
            offered(&["a", "a", "c"], &like_group),
            [Some(group("a", 2, 3)), Some(group("c", 1, 3))]
        );
        assert_eq!(
            offered(&["a", "a"], &like_group),
            [Some(group("a", 2, 2)), Some(tool("b", 100))]
        );
        assert_eq!(offered(&["a", "a"], &[]), [Some(group("a", 2, 2)), None]);
    }

    #[test]
    fn the_tool_speaks_where_the_group_is_divided_or_silent() {
        let probable = [("a", 600), ("b", 300), ("none", 100)];
        assert_eq!(
            offered(&[], &probable),
            [Some(tool("a", 600)), Some(tool("b", 300))]
        );
        assert_eq!(
            offered(&["a", "c"], &probable),
            [Some(tool("a", 600)), Some(group("c", 1, 2))]
        );
        assert_eq!(
            offered(&["a", "c", "d"], &probable),
            [Some(tool("a", 600)), Some(tool("b", 300))]
        );
    }

    #[test]
    fn nothing_is_offered_where_nobody_knows() {
        let open = [("a", 400), ("b", 350), ("none", 250)];
        assert_eq!(offered(&[], &open), [None, None]);
        assert_eq!(offered(&["a", "b"], &open), [None, None]);
        let card = card(&[], &open);
        assert!(Offers::of(&card).is_in_doubt(&card));
        let doubted: Vec<&str> = doubted(&card).map(|ranked| ranked.place.as_str()).collect();
        assert_eq!(doubted, ["a", "b"]);
    }
}
