//! Sorting: one card at a time, large, and the themes with a digit each. What is sorted goes off at once, and the next
//! card that is not sorted yet comes up.

mod drawing;
mod keys;

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::light::{Light, Lit};
use super::park;
use crate::id::ContributionId;
use crate::seat::Update;
use crate::tui::binding::Binding;
use crate::tui::intent::Intent;
use crate::tui::popup::Reader;
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::workshop::Command;
use crate::workshop::entry::{Contribution, Place};

/// The sorting screen.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Sort {
    /// The card in front; without one, the first that is not sorted yet.
    at: Option<ContributionId>,
    /// Whether this card gets a second theme: the next digit names the first one if there is none, and then the second.
    is_double: bool,
    /// What was sorted here, the last one last.
    sorted: Vec<ContributionId>,
    light: Light,
}

/// Where somebody put a card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Own {
    primary: Option<Place>,
    second: Option<Place>,
    /// Whether that still has to arrive.
    waits: bool,
}

/// The cards to sort that are still there, in the order they were dealt.
fn deck<'a>(scene: &Scene<'a>) -> Vec<&'a Contribution> {
    let slice = scene.view.slice_of(scene.you).iter();
    let found = slice.filter_map(|id| scene.view.contributions().get(id));
    found
        .filter(|card| !card.hidden && !card.withdrawn)
        .collect()
}

/// Where I put a card: what I asked last, or else what the room has of me.
fn own(card: &Contribution, scene: &Scene<'_>) -> Own {
    let letters = scene.post.letters();
    let asked = letters.filter(|(_, letter)| !matches!(letter.state, State::Refused(_)));
    let asked = asked.filter_map(|(_, letter)| match &letter.command {
        Command::Sort {
            contribution,
            primary,
            second,
        } if *contribution == card.id => Some(Own {
            primary: primary.clone(),
            second: second.clone(),
            waits: true,
        }),
        _ => None,
    });
    let known = card.sorts.iter().find(|sort| sort.by == Some(scene.you));
    let known = known.map(|sort| Own {
        primary: Some(sort.primary.clone()),
        second: sort.second.clone(),
        waits: false,
    });
    asked.last().or(known).unwrap_or_default()
}

/// The place a digit stands for: a theme by its place in the plan, or none of them.
fn place(digit: usize, scene: &Scene<'_>) -> Option<Place> {
    match digit.checked_sub(1) {
        None => Some(Place::None),
        Some(index) => {
            let theme = scene.view.plan().themes.get(index)?;
            Some(Place::Theme(theme.id.clone()))
        }
    }
}

impl Sort {
    /// The card in front, and its place in the deck.
    fn card<'a>(&self, scene: &Scene<'a>) -> Option<(usize, &'a Contribution)> {
        let deck = deck(scene);
        let at = deck.iter().position(|card| Some(card.id) == self.at);
        let open = || {
            deck.iter()
                .position(|card| own(card, scene).primary.is_none())
        };
        let at = at.or_else(open).unwrap_or(0);
        Some((at, deck.get(at).copied()?))
    }

    /// Puts the card in front where the digit says.
    fn put(&mut self, digit: usize, scene: &Scene<'_>) -> Vec<Intent> {
        let (Some((at, card)), Some(chosen)) = (self.card(scene), place(digit, scene)) else {
            return Vec::new();
        };
        let contribution = card.id;
        let had = own(card, scene);
        let (primary, second) = match had.primary {
            Some(first) if self.is_double => {
                if chosen == first || chosen == Place::None || first == Place::None {
                    return vec![Intent::trouble(scene.say("refused-second-place"))];
                }
                (first, Some(chosen))
            }
            _ => (chosen, None),
        };
        let waits_for_second = self.is_double && second.is_none() && primary != Place::None;
        self.sorted.retain(|id| *id != contribution);
        self.sorted.push(contribution);
        self.at = Some(contribution);
        self.is_double = waits_for_second;
        if !waits_for_second {
            self.go_to_next_open(at, scene);
        }
        vec![Intent::Ask(Command::Sort {
            contribution,
            primary: Some(primary),
            second,
        })]
    }

    /// Goes to the next card behind this one that is not sorted, or else to the first one; stays when all are.
    fn go_to_next_open(&mut self, at: usize, scene: &Scene<'_>) {
        let deck = deck(scene);
        let behind = deck.iter().skip(at + 1);
        let before = deck.iter().take(at);
        let mut open = behind
            .chain(before)
            .filter(|card| own(card, scene).primary.is_none());
        self.at = open.next().map(|card| card.id).or(self.at);
    }

    fn step(&mut self, by: isize, scene: &Scene<'_>) -> Vec<Intent> {
        let deck = deck(scene);
        let at = self.card(scene).map_or(0, |(at, _)| at);
        let next = at
            .saturating_add_signed(by)
            .min(deck.len().saturating_sub(1));
        self.at = deck.get(next).map(|card| card.id);
        self.is_double = false;
        Vec::new()
    }

    /// Takes back what was sorted last; the card comes to the front again. After a fresh start, the card in front.
    fn take_back(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let deck = deck(scene);
        let last = loop {
            match self.sorted.pop() {
                Some(id) if deck.iter().all(|card| card.id != id) => {}
                last => break last,
            }
        };
        let here = self.card(scene).map(|(_, card)| card);
        let here = here.filter(|card| own(card, scene).primary.is_some());
        let Some(contribution) = last.or_else(|| here.map(|card| card.id)) else {
            return vec![Intent::info(scene.say("my-sort-nothing"))];
        };
        self.at = Some(contribution);
        self.is_double = false;
        vec![Intent::Ask(Command::Sort {
            contribution,
            primary: None,
            second: None,
        })]
    }

    fn is_cut(&self, scene: &Scene<'_>) -> bool {
        let card = self.card(scene);
        card.is_some_and(|(_, card)| drawing::is_cut(card, scene))
    }

    /// The whole text of the card, for who has a small screen.
    fn read_card(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some((_, card)) = self.card(scene) else {
            return Vec::new();
        };
        let title = scene.locale.kind(card.kind);
        let reader = Reader::of(title, card.text.as_str().to_owned());
        vec![Intent::Open(Box::new(reader))]
    }

    fn has_theme(digit: usize, scene: &Scene<'_>) -> bool {
        digit <= scene.view.plan().themes.len() && !deck(scene).is_empty()
    }
}

/// What each theme covers, and how to choose between neighbors.
fn definitions(scene: &Scene<'_>) -> Vec<Intent> {
    let themes = scene.view.plan().themes.iter().enumerate();
    let texts = themes.map(|(index, theme)| {
        let (title, definition, tie_break) = (
            scene.read(&theme.heading),
            scene.read(&theme.definition),
            scene.read(&theme.tie_break),
        );
        let text = format!("{} {title}\n{definition}\n{tie_break}", index + 1);
        text.trim_end().to_owned()
    });
    let text = texts.collect::<Vec<_>>().join("\n\n");
    let reader = Reader::of(scene.say("do-my-themes-read"), text);
    vec![Intent::Open(Box::new(reader))]
}

impl Lit for Sort {
    fn light(&self) -> &Light {
        &self.light
    }
}

impl Screen for Sort {
    const BINDINGS: &'static [Binding<Self>] = keys::BINDINGS;

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        drawing::draw(self, scene, area, buf);
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1, scene),
            MouseEventKind::ScrollUp => self.step(-1, scene),
            MouseEventKind::Down(MouseButton::Left) => {
                let digit = drawing::digit_at(self, scene, area, mouse.at);
                digit.map_or(Vec::new(), |digit| self.put(digit, scene))
            }
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, update: &Update, scene: &Scene<'_>) -> Vec<Intent> {
        self.light.hear(update, scene);
        self.light.again(update, scene)
    }
}
