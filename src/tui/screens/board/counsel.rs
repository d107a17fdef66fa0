//! What stands below the text of the chosen card: which key does what with it, on whose word and why, and which cards
//! may say the same. What matters least gives way where there is little room.

use crossterm::event::KeyCode;
use ratatui::text::{Line, Span};

use super::deck::{Deck, tally};
use super::face::{bar, group_words, origin, said};
use super::kin::Kin;
use super::offer::{Offers, Voice, because, digit_of, doubted, fraction, named, tool_words};
use super::shelf::{found, name_of};
use crate::id::ContributionId;
use crate::text::fold;
use crate::tui::key::Key;
use crate::tui::look::Paint;
use crate::tui::scene::Scene;
use crate::tui::widget::prose;
use crate::workshop::agreement::Agreement;
use crate::workshop::entry::{Advisor, Contribution};

/// Cells of the column of keys.
const KEYS: u16 = 7;
/// The most cards that are named on one row.
const NAMED: usize = 4;
/// The shortest word that is underlined.
const SHORTEST: usize = 3;

/// Something that is said below the text of a card, on one row or more.
struct Part {
    rows: Vec<Line<'static>>,
    /// How soon it gives way where there is little room: the higher, the sooner.
    weight: u8,
}

/// What is said of a card, one part after the other.
struct Parts<'a, 's> {
    scene: &'a Scene<'s>,
    width: u16,
    /// How many cards are marked: Enter is about those then.
    marked: usize,
    said: Vec<Part>,
}

/// What stands below the text of a card, as much as fits in so many cells and rows. What matters least is left out
/// first, and never half of it.
pub(super) fn fitting(
    card: &Contribution,
    deck: &Deck,
    marked: usize,
    (width, room): (u16, u16),
    scene: &Scene<'_>,
) -> Vec<Line<'static>> {
    let mut parts = Parts {
        scene,
        width,
        marked,
        said: Vec::new(),
    };
    parts.all(card, deck);
    let mut parts = parts.said;
    let rows = |parts: &[Part]| parts.iter().map(|part| part.rows.len()).sum::<usize>();
    while rows(&parts) > usize::from(room) {
        let last = parts.iter().enumerate().max_by_key(|(_, part)| part.weight);
        let Some(index) = last.map(|(index, _)| index) else {
            break;
        };
        parts.remove(index);
    }
    parts.into_iter().flat_map(|part| part.rows).collect()
}

/// The words, folded, that spoke for what is offered for a card. Short ones stand in too many others to be shown.
pub(super) fn spoke(card: &Contribution) -> Vec<String> {
    if card.placement.is_some() {
        return Vec::new();
    }
    let because = Offers::of(card).because(card);
    let words = because.iter().map(|words| fold(words));
    let words = words.flat_map(|words| {
        let words = words.split(' ').map(str::to_owned);
        words.collect::<Vec<_>>()
    });
    words
        .filter(|word| word.chars().count() >= SHORTEST)
        .collect()
}

impl Parts<'_, '_> {
    fn all(&mut self, card: &Contribution, deck: &Deck) {
        let quiet = self.scene.look.style(Paint::Quiet);
        let origin = origin(card, self.scene);
        let origin = prose::cut(&origin, self.width, self.scene.look).into_owned();
        self.push(vec![Line::styled(origin, quiet)], 5);
        self.push(vec![Line::default()], 9);
        self.sorted(card, deck);
        if card.placement.is_none() {
            self.offers(card);
        } else {
            self.settled(card);
        }
        self.kin(card);
        if let Some(group) = deck.group_of(card) {
            let words = group_words(group, self.scene);
            let words = prose::cut(&words, self.width, self.scene.look).into_owned();
            self.push(vec![Line::styled(words, quiet)], 4);
        }
    }

    fn push(&mut self, rows: Vec<Line<'static>>, weight: u8) {
        self.said.push(Part { rows, weight });
    }

    /// A key, and beside it what it does; on as many rows as that takes.
    fn beside(&mut self, key: &str, words: &str, paint: Paint, weight: u8) {
        let look = self.scene.look;
        let room = self.width.saturating_sub(KEYS);
        let rows = prose::wrap(words, room).into_iter().enumerate();
        let rows = rows.map(|(index, words)| {
            let key = if index == 0 { key } else { "" };
            Line::from(vec![
                Span::styled(padded(key), look.style(Paint::Key)),
                Span::styled(words.into_owned(), look.style(paint)),
            ])
        });
        self.push(rows.collect(), weight);
    }

    /// A place one key away, with who says so behind it or, where that does not fit, below it.
    fn option(&mut self, key: &str, place: &str, voice: &str, paint: Paint) {
        let on_one_row = format!("{place} ({voice})");
        if prose::width(&on_one_row) <= self.width.saturating_sub(KEYS) {
            self.beside(key, &on_one_row, paint, 1);
        } else {
            self.beside(key, &format!("{place}\n{voice}"), paint, 1);
        }
    }

    /// A text in the second column, cut where the row ends.
    fn cut(&mut self, words: &str, weight: u8) {
        let room = self.width.saturating_sub(KEYS);
        let words = words.replace('\n', " ");
        let words = prose::cut(&words, room, self.scene.look).into_owned();
        self.beside("", &words, Paint::Quiet, weight);
    }

    /// How the group sorted it, drawn and in words; beside each other where there is room.
    fn sorted(&mut self, card: &Contribution, deck: &Deck) {
        let look = self.scene.look;
        let agreement = Agreement::of(&tally(card, self.scene));
        let words = said(card, self.scene);
        let words = prose::cut(&words, self.width, look).into_owned();
        if agreement.sorted == 0 {
            return self.push(vec![Line::styled(words, look.style(Paint::Quiet))], 7);
        }
        let mut bar = bar(card, deck, self.scene);
        // What the group agrees on is said beside the key that takes it over.
        if card.placement.is_none() && !agreement.is_contested() {
            return self.push(vec![bar], 3);
        }
        let used = u16::try_from(bar.width()).unwrap_or(u16::MAX);
        let words = Span::styled(words, look.style(Paint::Text));
        if used.saturating_add(prose::width(&words.content)) < self.width {
            bar.push_span(Span::raw(" "));
            bar.push_span(words);
            self.push(vec![bar], 3);
        } else {
            self.push(vec![bar, Line::from(words)], 3);
        }
    }

    /// What the keys would do with a card that waits.
    fn offers(&mut self, card: &Contribution) {
        let scene = self.scene;
        let enter = scene.look.key(Key::of(KeyCode::Enter));
        let key = self.marked_first(&enter);
        let offers = Offers::of(card);
        let Some(first) = &offers.first else {
            return self.in_doubt(card, key);
        };
        self.beside(key, &first.words(scene), Paint::Strong, 0);
        let because = offers.because(card);
        self.voice(&first.voice.words(scene), &because);
        if let Some(next) = offers.next.as_ref().filter(|_| self.marked == 0) {
            let (place, voice) = (next.words(scene), next.voice.words(scene));
            self.option("v", &place, &voice, Paint::Text);
        }
        if matches!(first.voice, Voice::Tool(_)) {
            self.nearest(card);
        }
    }

    /// Says what Enter does with the cards that are marked; what is left for the chosen one is no key.
    fn marked_first<'k>(&mut self, enter: &'k str) -> &'k str {
        if self.marked == 0 {
            return enter;
        }
        let variables = [("count", self.marked.into())];
        let words = self.scene.say_with("board-enter-marked", &variables);
        self.beside(enter, &words, Paint::Accent, 0);
        ""
    }

    /// Who says so, and because of which words; beside each other where there is room.
    fn voice(&mut self, voice: &str, because: &[String]) {
        if because.is_empty() {
            return self.beside("", voice, Paint::Text, 0);
        }
        let words = because.join(", ");
        let because = self
            .scene
            .say_with("board-because", &[("words", words.into())]);
        let both = format!("{voice}, {because}");
        if prose::width(&both) <= self.width.saturating_sub(KEYS) {
            return self.beside("", &both, Paint::Text, 0);
        }
        self.beside("", voice, Paint::Text, 0);
        self.cut(&because, 2);
    }

    /// Nothing is suggested: why, and the two places that come nearest with the keys that put it there.
    fn in_doubt(&mut self, card: &Contribution, enter: &str) {
        let scene = self.scene;
        let key = if card.suggestion.is_some() {
            "board-in-doubt"
        } else {
            "board-no-offer"
        };
        self.beside(enter, &scene.say(key), Paint::Text, 0);
        for ranked in doubted(card) {
            let name = name_of(&ranked.place, scene);
            let voice = tool_words(ranked.confidence, scene);
            let key = digit_of(&ranked.place, scene);
            self.option(&key, &name, &voice, Paint::Strong);
        }
        let because = because(card);
        if !because.is_empty() {
            let words = because.join(", ");
            let words = scene.say_with("board-reads", &[("words", words.into())]);
            self.cut(&words, 5);
        }
        self.nearest(card);
    }

    /// What the card is most like of all whose place is known.
    fn nearest(&mut self, card: &Contribution) {
        let scene = self.scene;
        let suggestion = card.suggestion.as_deref();
        let Some(nearest) = suggestion.and_then(|suggestion| suggestion.nearest.as_ref()) else {
            return;
        };
        let key = digit_of(&nearest.place, scene);
        let own = nearest.contribution.and_then(|id| found(id, scene));
        let kin = Kin::of(card, scene);
        if own.is_some_and(|own| kin.same.contains(&own.id) || kin.like.contains(&own.id)) {
            // It is named with what to do about it.
            return;
        }
        let words = match (own, &nearest.example) {
            (Some(own), _) => {
                let (id, text) = (own.id.to_string(), own.text.as_str());
                let variables = [
                    ("id", id.into()),
                    ("key", key.into()),
                    ("text", text.into()),
                ];
                scene.say_with("board-nearest-card", &variables)
            }
            (None, Some(example)) => {
                let variables = [("key", key.into()), ("text", example.as_str().into())];
                scene.say_with("board-nearest-example", &variables)
            }
            (None, None) => return,
        };
        self.cut(&words, 6);
    }

    /// What the tool had suggested for a card that has its place.
    fn settled(&mut self, card: &Contribution) {
        let scene = self.scene;
        let Some(placement) = &card.placement else {
            return;
        };
        let (Some(place), Some(confidence)) = (&placement.suggested, placement.confidence) else {
            return;
        };
        let confidence = fraction(confidence, scene);
        match (placement.advisor, placement.accepted) {
            (Some(Advisor::Tool), true) => {
                let words =
                    scene.say_with("board-taken-over", &[("confidence", confidence.into())]);
                self.cut(&words, 5);
            }
            (Some(Advisor::Tool), false) => {
                let theme = named(place, scene);
                let variables = [("theme", theme.into()), ("confidence", confidence.into())];
                let words = scene.say_with("board-was-suggested", &variables);
                self.cut(&words, 5);
            }
            (Some(Advisor::Group) | None, _) => {}
        }
    }

    /// Which cards may say the same, and what to do about it.
    fn kin(&mut self, card: &Contribution) {
        let scene = self.scene;
        let kin = Kin::of(card, scene);
        if !kin.same.is_empty() {
            let ids = ids(&kin.same);
            let variables = [("ids", ids.into()), ("along", kin.along.into())];
            let words = scene.say_with("board-same", &variables);
            self.beside("e", &words, Paint::Accent, 2);
        }
        if !kin.like.is_empty() {
            let words = scene.say_with("board-like", &[("ids", ids(&kin.like).into())]);
            self.beside("c", &words, Paint::Accent, 2);
        }
        let other = kin.same.first().or(kin.like.first());
        if let Some(other) = other.and_then(|id| found(*id, scene)) {
            let words = format!("{}  {}", other.id, other.text);
            self.cut(&words, 5);
        }
    }
}

/// The numbers of cards, as many as can be named.
fn ids(cards: &[ContributionId]) -> String {
    let shown = cards.iter().take(NAMED).map(ToString::to_string);
    let shown: Vec<String> = shown.collect();
    match cards.len().saturating_sub(NAMED) {
        0 => shown.join(", "),
        more => format!("{} (+{more})", shown.join(", ")),
    }
}

fn padded(key: &str) -> String {
    let air = KEYS.saturating_sub(prose::width(key));
    format!("{key}{}", " ".repeat(usize::from(air)))
}
