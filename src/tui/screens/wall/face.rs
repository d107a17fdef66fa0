//! What is on the face of a card as it hangs on the wall.

use std::collections::BTreeMap;

use super::Wall;
use super::order::Arrangement;
use crate::id::GroupId;
use crate::text::Label;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::card::Card;
use crate::vocabulary::{Kind, Source};
use crate::workshop::entry::{Contribution, Group};

/// The most rows a text takes on the wall; the whole of it is read in a popup.
const ROWS: u16 = 5;

/// The words and marks of a card, from which it is drawn.
#[derive(Debug)]
pub(super) struct Face<'a> {
    id: String,
    kind: (Kind, String),
    text: &'a str,
    from: String,
    marks: Vec<(Sign, Paint)>,
    is_marked: bool,
}

/// The groups there are, by id.
pub(super) type Groups = BTreeMap<GroupId, Group>;

/// The groups there are.
pub(super) fn groups(scene: &Scene<'_>) -> Groups {
    let groups = scene.view.groups().into_iter();
    groups.map(|group| (group.id, group)).collect()
}

/// What a group is called, with how many cards are in it.
pub(super) fn group_words(group: &Group, scene: &Scene<'_>) -> String {
    let count = group.contributions.len();
    match group.label.as_ref().map(Label::as_str) {
        Some(label) => format!("{label} ({count})"),
        None => scene.say_with("wall-group-unnamed", &[("count", count.into())]),
    }
}

impl<'a> Face<'a> {
    /// What is on a card of this wall.
    pub(super) fn of(
        card: &'a Contribution,
        wall: &Wall,
        groups: &Groups,
        scene: &Scene<'_>,
    ) -> Self {
        let mut marks = Vec::new();
        if scene.view.spotlight() == Some(card.id) {
            marks.push((Sign::Spotlight, Paint::Accent));
        }
        if card.hidden {
            marks.push((Sign::Hidden, Paint::Bad));
        }
        Self {
            id: card.id.to_string(),
            kind: (card.kind, scene.locale.kind(card.kind)),
            text: card.text.as_str(),
            from: from(card, wall, groups, scene),
            marks,
            is_marked: wall.marked.contains(&card.id),
        }
    }

    /// The card itself.
    pub(super) fn card(&self, is_chosen: bool) -> Card<'_> {
        Card {
            id: &self.id,
            kind: (self.kind.0, &self.kind.1),
            text: self.text,
            from: &self.from,
            marks: &self.marks,
            themes: &[],
            is_chosen,
            is_marked: self.is_marked,
            rows: ROWS,
        }
    }
}

/// Where a card comes from, as far as no heading says it: what matters most comes first, for it is cut at the end.
fn from(card: &Contribution, wall: &Wall, groups: &Groups, scene: &Scene<'_>) -> String {
    let mut parts = Vec::new();
    if card.hidden {
        parts.push(scene.say("wall-hidden"));
    }
    if card.participant == Some(scene.you) && card.source == Source::Typed {
        parts.push(scene.say("wall-yours"));
    }
    let group = card
        .group
        .filter(|_| wall.arrangement != Arrangement::Group);
    if let Some(group) = group.and_then(|group| groups.get(&group)) {
        let sign = scene.look.sign(Sign::Group);
        parts.push(format!("{sign} {}", group_words(group, scene)));
    }
    if wall.arrangement != Arrangement::Persona
        && let Some(persona) = &card.persona
    {
        parts.push(scene.role_of(persona).to_owned());
    }
    if wall.is_whole
        && let Some(scenario) = scene.view.plan().scenario(&card.scenario)
    {
        parts.push(scene.read(&scenario.title).to_owned());
    }
    if card.source != Source::Typed {
        parts.push(scene.locale.source(card.source));
    }
    parts.join(&format!(" {} ", scene.look.sign(Sign::Between)))
}
