//! The report over one or more sessions: first as data with exact figures, then rendered. `Report::of` counts, the
//! renderers only choose words and widths. Pure: it reads workshops, and it never shows a name unless the session
//! is a named one, nor the text of a contribution that is hidden or withdrawn.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod agreement;
mod axes;
pub mod comparison;
pub mod counts;
pub mod entries;
pub mod html;
pub mod json;
pub mod markdown;
pub mod matrix;
pub mod recurrence;
pub mod session;
pub mod table;
pub mod tidy;
pub mod votes;
pub mod weights;
pub mod withheld;

use serde::Serialize;

use crate::id::{PersonaId, ScenarioId, ThemeId};
use crate::language::Localised;
use crate::workshop::Workshop;
use crate::workshop::plan::Notices;
use agreement::{Agreement, Placements};
use axes::Axes;
use counts::{Coverage, Denominators};
use entries::{Parked, Quote, Recommendation, Reflections, Taught};
use matrix::{Matrix, Row};
use recurrence::{Group, Grouping, ThemeRecurrence};
use session::{LeftOut, Session};
use votes::Votes;
use weights::ByWorkshop;
use withheld::Withheld;

/// The schema of the report for machines. It may grow by fields; a change to what stands here is a new number.
pub const SCHEMA: &str = "halte/report/1";

/// Which placements count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Each contribution once, under its first theme.
    #[default]
    Primary,
    /// Under its second theme too, where it has one; the sum is then more than the contributions.
    Any,
}

/// What the reader asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Which placements count.
    pub by: By,
}

/// Something the report speaks of, with what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named<I> {
    /// Its id.
    pub id: I,
    /// What it is called.
    pub name: Localised,
}

/// A file that was asked for and could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unreadable {
    /// Its name, without the folder it is in.
    pub file: String,
    /// What is wrong with it and where, in the language of whoever asked.
    pub reason: String,
}

/// Everything a report says, in the order of the machine's report. Hidden, withdrawn and facilitators' own
/// contributions are in none of its figures but `left_out`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The schema.
    pub schema: &'static str,
    /// Which placements count.
    pub by: By,
    /// What this is not: the study.
    pub not_the_study: Localised,
    /// The sessions it is about.
    pub sessions: Vec<Session>,
    /// All scenarios, in the order of the plans.
    pub scenarios: Vec<Named<ScenarioId>>,
    /// All personas, in the order of the plans.
    pub personas: Vec<Named<PersonaId>>,
    /// All themes, in the order of the plans; one that a group proposed is a theme like the others.
    pub themes: Vec<Named<ThemeId>>,
    /// What the counts are out of.
    pub denominators: Denominators,
    /// Contributions by theme and scenario.
    pub theme_by_scenario: Matrix<Row, ScenarioId, usize>,
    /// Contributions by theme and persona; nothing stands where that is not told.
    pub theme_by_persona: Matrix<Row, PersonaId, Option<usize>>,
    /// Who looked at which scenario, as far as that is told.
    pub persona_by_scenario: Matrix<PersonaId, ScenarioId, Option<Coverage>>,
    /// How each theme recurs.
    pub recurrence: Vec<ThemeRecurrence>,
    /// Needs said in different words, those that recur most first.
    pub groups: Vec<Group>,
    /// The vote.
    pub votes: Votes,
    /// The same with every workshop counting as one.
    pub by_workshop: ByWorkshop,
    /// How far people agree on where contributions belong.
    pub agreement: Agreement,
    /// How contributions were settled, and what became of suggestions.
    pub placements: Placements,
    /// The groups, held against what the tool proposed as the same need.
    pub grouping: Grouping,
    /// The words that the groups tied to a theme.
    pub taught: Vec<Taught>,
    /// Every contribution that counts, in its own words.
    pub contributions: Vec<Quote>,
    /// What was put under none of the themes.
    pub none_of_the_themes: Vec<Quote>,
    /// What was not put anywhere.
    pub unplaced: Vec<Quote>,
    /// The parking lot.
    pub parking: Vec<Parked>,
    /// What should be done, by theme.
    pub recommendations: Vec<Recommendation>,
    /// Answers to the challenges.
    pub reflections: Vec<Reflections>,
    /// What is left out of every count.
    pub left_out: LeftOut,
    /// What is not told of anonymous sessions.
    pub withheld: Withheld,
    /// Files that were asked for and could not be read: what they hold is in none of the figures.
    pub unreadable: Vec<Unreadable>,
    /// Scenarios are not static.
    pub warning: Localised,
}

impl Report {
    /// Counts everything there is to tell about these sessions. A workshop under way and the same workshop read
    /// from its saved file give the same report. Of anonymous sessions it does not tell what rests on few people.
    #[must_use]
    pub fn of(workshops: &[&Workshop], options: Options) -> Self {
        let mut report = Self::in_the_room(workshops, options);
        withheld::withhold(&mut report, workshops);
        report
    }

    /// The same, and nothing withheld: for the screens of those who are in the room, and for nobody else.
    #[must_use]
    pub fn in_the_room(workshops: &[&Workshop], options: Options) -> Self {
        let by = options.by;
        let axes = Axes::of(workshops);
        let sessions: Vec<Session> = workshops.iter().map(|one| Session::of(one)).collect();
        let left_out = sessions.iter().map(|session| session.left_out).sum();
        let votes = Votes::of(workshops, &axes);
        let groups = recurrence::of_groups(workshops, &axes);
        let quotes = |row: &Row| entries::quotes_in(workshops, row, by);
        Self {
            schema: SCHEMA,
            by,
            not_the_study: notice(workshops, |notices| &notices.not_the_study),
            denominators: Denominators::of(workshops, &sessions, &axes),
            theme_by_scenario: counts::theme_by_scenario(workshops, &axes, by),
            theme_by_persona: counts::theme_by_persona(workshops, &axes, by).map(Some),
            persona_by_scenario: counts::persona_by_scenario(workshops, &axes).map(Some),
            recurrence: recurrence::of_themes(workshops, &axes, by),
            by_workshop: ByWorkshop::of(workshops, &axes, by, &votes, &groups),
            groups,
            votes,
            agreement: Agreement::of(workshops),
            placements: Placements::of(workshops),
            grouping: Grouping::of(workshops),
            taught: entries::taught(workshops, &axes),
            contributions: entries::quotes(workshops),
            none_of_the_themes: quotes(&Row::None),
            unplaced: quotes(&Row::Unplaced),
            parking: entries::parking(workshops),
            recommendations: entries::recommendations(workshops, &axes),
            reflections: entries::reflections(workshops),
            left_out,
            withheld: Withheld::nothing(),
            unreadable: Vec::new(),
            warning: notice(workshops, |notices| &notices.warning),
            scenarios: axes.scenarios,
            personas: axes.personas,
            themes: axes.themes,
            sessions,
        }
    }
}

/// A standing text, from the first session that has it.
fn notice(workshops: &[&Workshop], pick: impl Fn(&Notices) -> &Localised) -> Localised {
    workshops
        .iter()
        .map(|workshop| pick(&workshop.plan().notices))
        .find(|text| !text.is_empty())
        .cloned()
        .unwrap_or_default()
}
