//! The wall: what was written, for everybody to read. The facilitator puts cards before everyone, hides them and puts
//! them together; a participant reads, and writes down what that made them think of.

mod drawing;
mod face;
mod keys;
mod order;
mod reading;
mod spotlight;
mod writing;

use std::collections::BTreeSet;

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::participant::{Light, Lit};
use crate::id::ContributionId;
use crate::seat::Update;
use crate::text::Label;
use crate::tui::binding::Binding;
use crate::tui::field::TextField;
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::naming::label_form;
use crate::tui::popup::Form;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::sheet::Field;
use crate::tui::shell;
use crate::vocabulary::Role;
use crate::workshop::entry::Contribution;
use crate::workshop::{Command, Refusal};
use order::{Arrangement, Hanging, Search};

/// The narrowest a column of cards gets when there are several.
const COLUMN: u16 = 44;
/// The most columns; more are not read any more.
const MOST_COLUMNS: u16 = 3;
/// Rows of cards that one page turns.
const PAGE: isize = 4;

/// The wall of a scenario.
#[derive(Debug, Default)]
pub(super) struct Wall {
    arrangement: Arrangement,
    /// Whether the cards of all scenarios hang here, and not only those of the one under way.
    is_whole: bool,
    search: Search,
    /// The chosen card.
    chosen: Option<ContributionId>,
    /// Where it was, for when it is gone.
    place: usize,
    marked: BTreeSet<ContributionId>,
    light: Light,
}

fn leads(scene: &Scene<'_>) -> bool {
    scene.role == Role::Facilitator
}

/// How many columns of cards there are in an area this wide.
fn columns(width: u16) -> usize {
    usize::from((width / COLUMN).clamp(1, MOST_COLUMNS))
}

impl Wall {
    /// Whether a card may hang here, also when it is not what is looked for.
    fn hangs(&self, card: &Contribution, scene: &Scene<'_>) -> bool {
        let scenario = scene.view.scenario().filter(|_| !self.is_whole);
        card.shared && !card.withdrawn && scenario.is_none_or(|scenario| card.scenario == *scenario)
    }

    fn all<'a>(&self, scene: &Scene<'a>) -> impl Iterator<Item = &'a Contribution> {
        scene.contributions().filter(|card| self.hangs(card, scene))
    }

    fn hanging<'a>(&self, scene: &Scene<'a>, columns: usize) -> Hanging<'a> {
        let shown = self.all(scene).filter(|card| self.search.shows(card));
        Hanging::of(shown, self.arrangement, columns, scene)
    }

    /// The cards as they hung when they were last drawn.
    fn as_drawn<'a>(&self, scene: &Scene<'a>) -> Hanging<'a> {
        let width = scene.area.width;
        let beside = shell::rail_width(scene.role, width);
        self.hanging(scene, columns(width.saturating_sub(beside)))
    }

    /// The place of the chosen card; where it is gone, of the one that came there.
    fn at(&self, cards: &[&Contribution]) -> usize {
        let found = cards.iter().position(|card| Some(card.id) == self.chosen);
        found.unwrap_or_else(|| self.place.min(cards.len().saturating_sub(1)))
    }

    fn chosen<'a>(&self, scene: &Scene<'a>) -> Option<&'a Contribution> {
        let known = self
            .chosen
            .and_then(|id| scene.view.contributions().get(&id));
        if let Some(card) = known
            && self.hangs(card, scene)
            && self.search.shows(card)
        {
            return Some(card);
        }
        let hanging = self.as_drawn(scene);
        hanging.cards.get(self.at(&hanging.cards)).copied()
    }

    fn go(&mut self, scene: &Scene<'_>, to: impl Fn(&Hanging<'_>, usize) -> usize) -> Vec<Intent> {
        let hanging = self.as_drawn(scene);
        let last = hanging.cards.len().saturating_sub(1);
        self.place = to(&hanging, self.at(&hanging.cards)).min(last);
        self.chosen = hanging.cards.get(self.place).map(|card| card.id);
        Vec::new()
    }

    fn rows(&mut self, scene: &Scene<'_>, rows: isize) -> Vec<Intent> {
        self.go(scene, |hanging, at| hanging.below(at, rows))
    }

    fn cards(&mut self, scene: &Scene<'_>, cards: isize) -> Vec<Intent> {
        self.go(scene, |_, at| at.saturating_add_signed(cards))
    }

    fn look(&mut self) -> Vec<Intent> {
        self.search.is_typing = true;
        Vec::new()
    }

    /// Whether there is something to go back from.
    fn is_narrowed(&self) -> bool {
        self.search.is_typing || self.search.is_on() || !self.marked.is_empty()
    }

    /// Shows everything again, or else takes the marks away.
    fn widen(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        if self.search.is_typing || self.search.is_on() {
            self.search.is_typing = false;
            self.search.edit(scene, TextField::clear);
        } else {
            self.marked.clear();
        }
        Vec::new()
    }

    fn spotlight(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(card) = self.chosen(scene) else {
            return Vec::new();
        };
        if card.hidden {
            return vec![Intent::trouble(scene.say("wall-hidden-first"))];
        }
        let is_on = scene.view.spotlight() == Some(card.id);
        let contribution = (!is_on).then_some(card.id);
        vec![Intent::Ask(Command::Spotlight { contribution })]
    }

    fn is_on_hidden(&self, scene: &Scene<'_>) -> bool {
        self.chosen(scene).is_some_and(|card| card.hidden)
    }

    fn hide(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(card) = self.chosen(scene) else {
            return Vec::new();
        };
        let contribution = card.id;
        vec![Intent::Ask(if card.hidden {
            Command::Show { contribution }
        } else {
            Command::Hide { contribution }
        })]
    }

    /// Marks the chosen card, or takes its mark away, and goes on to the next one.
    fn mark(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(card) = self.chosen(scene) else {
            return Vec::new();
        };
        if !self.marked.remove(&card.id) {
            self.marked.insert(card.id);
        }
        self.cards(scene, 1)
    }

    /// Asks what the marked cards have in common; the chosen one goes with a single marked one.
    fn group(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let there = scene.view.contributions();
        let marked = self.marked.iter().filter(|id| there.contains_key(id));
        let mut members: BTreeSet<ContributionId> = marked.copied().collect();
        if members.len() < 2 {
            members.extend(self.chosen(scene).map(|card| card.id));
        }
        if members.len() < 2 {
            return vec![Intent::info(scene.say("wall-mark-first"))];
        }
        let groups = scene.view.groups();
        let known = members.iter().find_map(|id| {
            let group = there.get(id)?.group?;
            groups.iter().find(|found| found.id == group)?.label.clone()
        });
        let known = known.as_ref().map_or("", Label::as_str);
        let field = Field::line(scene.say("wall-group-field"))
            .with(known)
            .hint(scene.say_with("wall-group-hint", &[("count", members.len().into())]));
        let locale = scene.locale;
        let form = Form::of(
            &label_form(&members),
            scene.say("do-wall-group"),
            vec![field],
            move |answers| {
                let text = answers.text(0);
                let label = (!text.is_empty()).then(|| Label::parse(text)).transpose();
                let label = label.map_err(|error| (0, locale.refusal(&Refusal::from(error))))?;
                Ok(vec![Intent::Ask(Command::Group {
                    contributions: members.iter().copied().collect(),
                    label,
                })])
            },
        );
        vec![Intent::Open(Box::new(form))]
    }

    fn ungroup(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let group = self.chosen(scene).and_then(|card| card.group);
        let ungroup = group.map(|group| Intent::Ask(Command::Ungroup { group }));
        ungroup.into_iter().collect()
    }

    fn read(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let card = self.chosen(scene);
        let reader = card.map(|card| Intent::Open(Box::new(reading::reader(card, scene))));
        reader.into_iter().collect()
    }
}

impl Lit for Wall {
    fn light(&self) -> &Light {
        &self.light
    }
}

impl Screen for Wall {
    const BINDINGS: &'static [Binding<Self>] = keys::BINDINGS;

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        drawing::draw(self, scene, area, buf)
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn typed(&mut self, key: Key, scene: &Scene<'_>) -> Option<Vec<Intent>> {
        let is_for_field = key.typed().is_some()
            || matches!(
                key.code,
                KeyCode::Backspace | KeyCode::Delete | KeyCode::Left | KeyCode::Right
            );
        if !self.search.is_typing || !is_for_field {
            return None;
        }
        self.search.edit(scene, |field| {
            field.press(key);
        });
        Some(Vec::new())
    }

    fn takes_letters(&self) -> bool {
        self.search.is_typing
    }

    fn pasted(&mut self, text: &str, scene: &Scene<'_>) -> Vec<Intent> {
        if self.search.is_typing {
            self.search.edit(scene, |field| field.paste(text));
        }
        Vec::new()
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.rows(scene, 1),
            MouseEventKind::ScrollUp => self.rows(scene, -1),
            MouseEventKind::Down(MouseButton::Left) => {
                let hit = drawing::card_at(self, scene, area, mouse.at);
                match hit {
                    Some(hit) if self.chosen == Some(hit) => self.read(scene),
                    Some(hit) => {
                        self.chosen = Some(hit);
                        self.cards(scene, 0)
                    }
                    None => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, update: &Update, scene: &Scene<'_>) -> Vec<Intent> {
        self.light.hear(update, scene);
        match update {
            Update::Record(_) | Update::View => self.search.refresh(scene),
            Update::Answered {
                command: Command::Group { .. },
                answer: Ok(_),
                ..
            } => self.marked.clear(),
            _ => {}
        }
        self.light.again(update, scene)
    }
}
