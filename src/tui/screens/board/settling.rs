//! What the keys of the board ask of the room: settle cards, take that away, put wordings together, propose a theme.

use std::collections::BTreeMap;

use super::face::{group_words, kind, origin};
use super::shelf::{found, key_of, name_of};
use super::{Board, Pane, teaching};
use crate::id::{ContributionId, ThemeId};
use crate::text::{Label, Name, Words};
use crate::tui::intent::Intent;
use crate::tui::naming::{free_id, label_form};
use crate::tui::popup::{Choice, Form, Picker, Reader};
use crate::tui::scene::Scene;
use crate::tui::sheet::Field;
use crate::workshop::Command;
use crate::workshop::entry::Place;

/// The longest id of a theme.
const ID: usize = 48;

impl Board {
    /// Whether there is a theme with this digit.
    pub(super) fn has_theme(digit: usize, scene: &Scene<'_>) -> bool {
        digit <= scene.view.plan().themes.len()
    }

    /// A digit: the first theme, or the second one where that was asked for.
    pub(super) fn digit(&mut self, digit: usize, scene: &Scene<'_>) -> Vec<Intent> {
        let themes = &scene.view.plan().themes;
        let theme = digit.checked_sub(1).and_then(|at| themes.get(at));
        let place = theme.map_or(Place::None, |theme| Place::Theme(theme.id.clone()));
        if self.awaits_second {
            self.put_second(&place, scene)
        } else {
            self.put(&place, scene)
        }
    }

    /// Settles the cards that are meant, and goes to the next one.
    pub(super) fn put(&mut self, place: &Place, scene: &Scene<'_>) -> Vec<Intent> {
        let contributions = self.meant(scene);
        if contributions.is_empty() {
            return Vec::new();
        }
        if self.pane != Pane::Under(place.clone()) {
            self.go_past(&contributions, scene);
        }
        self.marked.clear();
        vec![Intent::Ask(Command::Place {
            contributions,
            primary: Some(place.clone()),
            second: None,
        })]
    }

    /// The next digit is the second theme, for cards that have a first one.
    pub(super) fn begin_second(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        if !self.is_placed(scene) {
            return vec![Intent::trouble(scene.say("board-second-first"))];
        }
        self.awaits_second = true;
        Vec::new()
    }

    fn put_second(&mut self, second: &Place, scene: &Scene<'_>) -> Vec<Intent> {
        self.awaits_second = false;
        // Cards under different themes keep them, so each theme is a command of its own.
        let mut alike: BTreeMap<Place, Vec<ContributionId>> = BTreeMap::new();
        for id in self.meant(scene) {
            if let Some(placement) = found(id, scene).and_then(|found| found.placement.as_ref()) {
                alike.entry(placement.primary.clone()).or_default().push(id);
            }
        }
        self.marked.clear();
        let asks = alike
            .into_iter()
            .map(|(primary, contributions)| Command::Place {
                contributions,
                primary: Some(primary),
                second: Some(second.clone()),
            });
        asks.map(Intent::Ask).collect()
    }

    /// Whether one of the cards that are meant is settled.
    pub(super) fn is_placed(&self, scene: &Scene<'_>) -> bool {
        let mut meant = self.meant(scene).into_iter();
        meant.any(|id| found(id, scene).is_some_and(|found| found.placement.is_some()))
    }

    pub(super) fn take_away(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let contributions = self.meant(scene);
        if self.pane != Pane::Queue {
            self.go_past(&contributions, scene);
        }
        self.marked.clear();
        vec![Intent::Ask(Command::Place {
            contributions,
            primary: None,
            second: None,
        })]
    }

    /// Goes to the next card that stays in the list, or else to the one before.
    pub(super) fn go_past(&mut self, going: &[ContributionId], scene: &Scene<'_>) {
        let cards = self.list(&self.pane, scene);
        let at = self.place_in(&self.pane, scene);
        let (before, from) = cards.split_at_checked(at).unwrap_or((&cards, &[]));
        let mut next = from.iter().chain(before.iter().rev());
        if let Some(id) = next.find(|id| !going.contains(id)) {
            self.at.insert(self.pane.clone(), *id);
        }
    }

    /// Settles by choosing from a list, for themes without a digit and for whoever likes words better.
    pub(super) fn choose_place(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let contributions = self.meant(scene);
        if contributions.is_empty() {
            return Vec::new();
        }
        let columns = &self.deck(scene).columns;
        let count = columns.len();
        let choices = columns.iter().enumerate().map(|(index, column)| {
            Choice::new(name_of(&column.place, scene)).on(key_of(index, count))
        });
        let places: Vec<Place> = columns.iter().map(|column| column.place.clone()).collect();
        let picker = Picker::of(scene.say("do-board-where"), choices.collect(), move |at| {
            let place = places.get(at).cloned();
            let ask = place.map(|place| {
                Intent::Ask(Command::Place {
                    contributions: contributions.clone(),
                    primary: Some(place),
                    second: None,
                })
            });
            ask.into_iter().collect()
        });
        vec![Intent::Open(Box::new(picker))]
    }

    pub(super) fn spotlight(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(found) = self.chosen(scene) else {
            return Vec::new();
        };
        let is_lit = scene.view.spotlight() == Some(found.id);
        vec![Intent::Ask(Command::Spotlight {
            contribution: (!is_lit).then_some(found.id),
        })]
    }

    /// Puts the marked cards, and the chosen one with them, together as one need.
    pub(super) fn group(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let mut contributions: Vec<ContributionId> = self.marked.keys().copied().collect();
        let chosen = self.chosen(scene).map(|found| found.id);
        contributions.extend(chosen.filter(|id| !self.marked.contains_key(id)));
        if contributions.len() < 2 {
            return vec![Intent::trouble(scene.say("board-group-two"))];
        }
        self.marked.clear();
        let locale = scene.locale;
        let field = Field::line(scene.say("board-group-label")).hint(scene.say("board-group-hint"));
        let form = Form::of(
            &label_form(&contributions),
            scene.say("do-board-group"),
            vec![field],
            move |answers| {
                let label = Some(answers.text(0)).filter(|text| !text.is_empty());
                let label = label.map(Label::parse).transpose();
                let label = label.map_err(|error| (0, locale.refusal(&error.into())))?;
                let contributions = contributions.clone();
                Ok(vec![Intent::Ask(Command::Group {
                    contributions,
                    label,
                })])
            },
        );
        vec![Intent::Open(Box::new(form))]
    }

    pub(super) fn ungroup(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        match self.chosen(scene).and_then(|found| found.group) {
            Some(group) => vec![Intent::Ask(Command::Ungroup { group })],
            None => vec![Intent::info(scene.say("board-no-group"))],
        }
    }

    /// The whole card, with the other wordings of its need.
    pub(super) fn read(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(card) = self.chosen(scene) else {
            return Vec::new();
        };
        let mut parts = vec![card.text.to_string(), origin(card, scene)];
        if let Some(group) = self.deck(scene).group_of(card) {
            parts.push(group_words(group, scene));
            let others = group.contributions.iter().filter(|id| **id != card.id);
            let others = others.filter_map(|id| found(*id, scene));
            parts.extend(others.map(|other| format!("{}  {}", other.id, other.text)));
        }
        let reader = Reader::of(
            format!("{} {}", card.id, kind(card, scene)),
            parts.join("\n\n"),
        );
        vec![Intent::Open(Box::new(reader))]
    }
}

/// What each theme covers, and how to choose between it and its neighbors; and the words that were taught for it.
pub(in crate::tui::screens) fn definitions(scene: &Scene<'_>) -> Vec<Intent> {
    let themes = scene.view.plan().themes.iter().enumerate();
    let mut entries: Vec<String> = Vec::new();
    for (index, theme) in themes {
        let mut lines = vec![format!("{}  {}", index + 1, scene.read(&theme.heading))];
        let texts = [&theme.definition, &theme.tie_break].map(|text| scene.read(text));
        let texts = texts.iter().filter(|text| !text.is_empty());
        lines.extend(texts.map(|text| format!("   {text}")));
        lines.extend(teaching::taught_line(
            &Place::Theme(theme.id.clone()),
            scene,
        ));
        entries.push(lines.join("\n"));
    }
    let none = [
        format!("0  {}", scene.say("board-none")),
        format!("   {}", scene.say("board-none-covers")),
    ];
    let none: Vec<String> = none
        .into_iter()
        .chain(teaching::taught_line(&Place::None, scene))
        .collect();
    entries.push(none.join("\n"));
    let reader = Reader::of(scene.say("do-board-themes"), entries.join("\n\n"));
    vec![Intent::Open(Box::new(reader))]
}

/// The form for a theme beside those of the plan.
const THEME: &str = "board-theme";

/// What was typed to ask for a theme, by the fields of the form.
pub(in crate::tui::screens) fn typed_in(command: &Command) -> Option<(&'static str, Vec<&str>)> {
    match command {
        Command::ProposeTheme {
            title, definition, ..
        } => Some((THEME, vec![title, definition])),
        _ => None,
    }
}

/// Asks for a theme beside those of the plan. Its id is made from its name.
pub(super) fn propose(scene: &Scene<'_>) -> Vec<Intent> {
    let locale = scene.locale;
    let fields = vec![
        Field::line(scene.say("board-theme-title")),
        Field::area(scene.say("board-theme-covers")),
    ];
    let taken: Vec<ThemeId> = scene
        .view
        .plan()
        .themes
        .iter()
        .map(|theme| theme.id.clone())
        .collect();
    let form = Form::of(
        THEME,
        scene.say("do-board-propose"),
        fields,
        move |answers| {
            let wrong =
                |field| move |error: crate::text::TextError| (field, locale.refusal(&error.into()));
            let title = Name::parse(answers.text(0)).map_err(wrong(0))?;
            let definition = Words::parse(answers.text(1)).map_err(wrong(1))?;
            let Some(id) = theme_id(title.as_str(), &taken) else {
                return Err((0, locale.say("board-theme-letters")));
            };
            Ok(vec![Intent::Ask(Command::ProposeTheme {
                id,
                title: title.to_string(),
                definition: definition.to_string(),
            })])
        },
    );
    vec![Intent::Open(Box::new(form))]
}

/// The name in small letters and dashes, with a number behind it where there is one already.
fn theme_id(title: &str, taken: &[ThemeId]) -> Option<ThemeId> {
    let is_taken = |id: &str| id == Place::NONE || taken.iter().any(|known| known.as_str() == id);
    // Room is left for a number.
    free_id(title, ID - 4, is_taken)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_gets_an_id_of_its_own_from_its_name() {
        let id = |title: &str, taken: &[ThemeId]| theme_id(title, taken).map(|id| id.to_string());
        assert_eq!(
            id("Zorg voor élkaar!", &[]).as_deref(),
            Some("zorg-voor-elkaar")
        );
        let taken = [
            "zorg".parse().expect("an id"),
            "zorg-2".parse().expect("an id"),
        ];
        assert_eq!(id("Zorg", &taken).as_deref(), Some("zorg-3"));
        assert_eq!(id("None", &[]).as_deref(), Some("none-2"));
        assert_eq!(id("安全", &[]), None);
        assert!(id(&"lang ".repeat(12), &taken).is_some_and(|id| id.len() <= ID));
    }
}
