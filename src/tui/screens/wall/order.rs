//! Which cards hang on a wall and in what order: filtered, under headings, in rows of as many as there are columns.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::id::{ContributionId, GroupId};
use crate::text::{Lines, fold};
use crate::tui::field::TextField;
use crate::tui::scene::Scene;
use crate::workshop::entry::Contribution;

/// How cards are put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Arrangement {
    /// Under the persona they were written as.
    #[default]
    Persona,
    /// As they were written.
    Order,
    /// Under the need they were put together in.
    Group,
}

impl Arrangement {
    /// The one that comes behind it.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Persona => Self::Order,
            Self::Order => Self::Group,
            Self::Group => Self::Persona,
        }
    }

    /// What it is called: the key of a message.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Persona => "wall-by-persona",
            Self::Order => "wall-by-order",
            Self::Group => "wall-by-group",
        }
    }

    /// Where a card comes: its section, lower first. A later group is nearer to what people are talking about.
    fn section(self, card: &Contribution, scene: &Scene<'_>) -> Section {
        match self {
            Self::Order => Section::All,
            Self::Persona => {
                let personas = &scene.view.plan().personas;
                let persona = card.persona.as_ref();
                let at = persona.and_then(|id| personas.iter().position(|found| found.id == *id));
                at.map_or(Section::Rest, Section::Persona)
            }
            Self::Group => card
                .group
                .map_or(Section::Rest, |group| Section::Group(Reverse(group))),
        }
    }
}

/// Cards under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// All of them; no heading.
    All,
    /// Those of one persona, by its place in the plan.
    Persona(usize),
    /// Those of one group.
    Group(Reverse<GroupId>),
    /// Those that belong under no other heading.
    Rest,
}

/// What stands from left to right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Band {
    /// A heading, with how many cards stand under it.
    Heading(Section, usize),
    /// Cards, by their places.
    Cards(Range<usize>),
}

/// The cards of a wall as they hang.
#[derive(Debug)]
pub(super) struct Hanging<'a> {
    /// The cards in their order.
    pub(super) cards: Vec<&'a Contribution>,
    /// Headings and rows of cards, from top to bottom.
    pub(super) bands: Vec<Band>,
}

impl<'a> Hanging<'a> {
    /// Hangs cards in so many columns.
    pub(super) fn of(
        cards: impl Iterator<Item = &'a Contribution>,
        arrangement: Arrangement,
        columns: usize,
        scene: &Scene<'_>,
    ) -> Self {
        let placed = cards.map(|card| (arrangement.section(card, scene), card));
        let mut placed: Vec<(Section, &Contribution)> = placed.collect();
        // Stable, so that within a section they stay as they were written.
        placed.sort_by_key(|(section, _)| *section);
        let mut bands = Vec::new();
        let mut first = 0;
        for section in placed.chunk_by(|(left, _), (right, _)| left == right) {
            let end = first + section.len();
            if let Some((section, _)) = section.first().filter(|(found, _)| *found != Section::All)
            {
                bands.push(Band::Heading(*section, end - first));
            }
            while first < end {
                let behind = (first + columns.max(1)).min(end);
                bands.push(Band::Cards(first..behind));
                first = behind;
            }
        }
        Self {
            cards: placed.into_iter().map(|(_, card)| card).collect(),
            bands,
        }
    }

    /// The band a card stands in.
    pub(super) fn find(&self, place: usize) -> Option<usize> {
        let holds = |band: &Band| matches!(band, Band::Cards(row) if row.contains(&place));
        self.bands.iter().position(holds)
    }

    /// The card so many rows below another one, as far as there are rows, in the same column if there is one.
    pub(super) fn below(&self, place: usize, rows: isize) -> usize {
        let row = |band: &Band| match band {
            Band::Cards(row) => Some(row.clone()),
            Band::Heading(..) => None,
        };
        let all: Vec<Range<usize>> = self.bands.iter().filter_map(row).collect();
        let Some(here) = all.iter().position(|row| row.contains(&place)) else {
            return 0;
        };
        let column = all.get(here).map_or(0, |row| place - row.start);
        let there = here.saturating_add_signed(rows).min(all.len() - 1);
        all.get(there).map_or(place, |row| {
            row.start + column.min(row.len().saturating_sub(1))
        })
    }
}

/// What is looked for on a wall. What is found is remembered, so that drawing reads no texts.
#[derive(Debug)]
pub(super) struct Search {
    field: TextField,
    /// Whether keys go into the field.
    pub(super) is_typing: bool,
    found: BTreeSet<ContributionId>,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            field: TextField::new(Lines::One),
            is_typing: false,
            found: BTreeSet::new(),
        }
    }
}

impl Search {
    /// Where it is typed.
    pub(super) const fn field(&self) -> &TextField {
        &self.field
    }

    /// Changes what is looked for.
    pub(super) fn edit(&mut self, scene: &Scene<'_>, edit: impl FnOnce(&mut TextField)) {
        edit(&mut self.field);
        self.refresh(scene);
    }

    /// Looks again, after cards or words changed.
    pub(super) fn refresh(&mut self, scene: &Scene<'_>) {
        self.found.clear();
        let words = self.words();
        if words.is_empty() {
            return;
        }
        let answers = |card: &&Contribution| {
            let text = haystack(card, scene);
            words.iter().all(|word| text.contains(word.as_str()))
        };
        let found = scene.contributions().filter(answers);
        self.found.extend(found.map(|card| card.id));
    }

    /// The words that are looked for, folded.
    pub(super) fn words(&self) -> Vec<String> {
        let folded = fold(&self.field.text());
        folded.split_whitespace().map(str::to_owned).collect()
    }

    /// Whether anything is looked for.
    pub(super) fn is_on(&self) -> bool {
        !self.field.is_blank()
    }

    /// Whether a card is among what was found, or nothing is looked for.
    pub(super) fn shows(&self, card: &Contribution) -> bool {
        !self.is_on() || self.found.contains(&card.id)
    }
}

/// Everything a card is found by: its number, its kind, its persona and its text.
fn haystack(card: &Contribution, scene: &Scene<'_>) -> String {
    let persona = card.persona.as_ref().map_or("", |id| scene.role_of(id));
    let kind = scene.locale.kind(card.kind);
    fold(&format!("{} {kind} {persona} {}", card.id, card.text))
}
