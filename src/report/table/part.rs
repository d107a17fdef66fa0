//! The parts of a report, in the order in which they are read. A part stands on its own too, for whoever looks at one
//! thing.

use super::page::Page;
use super::words::Words;
use super::{closing, head, matrices, placements, weights, written};

/// A part of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Who met when, and what was written.
    Head,
    /// The files that could not be read.
    Unreadable,
    /// The time each step took.
    Times,
    /// Themes by scenario.
    ThemesByScenario,
    /// Themes by persona.
    ThemesByPersona,
    /// The same with every workshop counting as one.
    Weights,
    /// How themes recur.
    Recurrence,
    /// Needs said in different words.
    Groups,
    /// Needs by their name, over several workshops.
    Needs,
    /// Who looked at which scenario.
    Coverage,
    /// The vote.
    Votes,
    /// How far people agree.
    Agreement,
    /// How contributions were settled.
    Placements,
    /// What fits none of the themes.
    NoneOfTheThemes,
    /// What was not put anywhere.
    Unplaced,
    /// The parking lot.
    Parking,
    /// What should be done.
    Recommendations,
    /// Answers to the challenges.
    Reflections,
    /// What is left out of every count.
    LeftOut,
    /// Scenarios are not static.
    Warning,
}

impl Part {
    /// Who met, and what was found.
    pub(super) const FINDINGS: &'static [Self] = &[
        Self::Head,
        Self::Times,
        Self::Unreadable,
        Self::ThemesByScenario,
        Self::ThemesByPersona,
        Self::Weights,
        Self::Recurrence,
        Self::Groups,
        Self::Needs,
        Self::Coverage,
        Self::Votes,
        Self::Agreement,
        Self::Placements,
        Self::NoneOfTheThemes,
        Self::Unplaced,
        Self::Parking,
        Self::Recommendations,
        Self::Reflections,
    ];

    /// What is in none of it, and how to read it.
    pub(super) const ENDING: &'static [Self] = &[Self::LeftOut, Self::Warning];

    /// Puts it on a page.
    pub(super) fn write(self, page: &mut Page, words: &Words<'_>) {
        let write: fn(&mut Page, &Words<'_>) = match self {
            Self::Head => head::write,
            Self::Unreadable => |page, words| {
                head::unreadable(page, words.locale, &words.report.unreadable);
            },
            Self::Times => head::times,
            Self::ThemesByScenario => matrices::by_scenario,
            Self::ThemesByPersona => matrices::by_persona,
            Self::Weights => weights::write,
            Self::Recurrence => matrices::recurrence,
            Self::Groups => written::groups,
            Self::Needs => weights::needs,
            Self::Coverage => matrices::coverage,
            Self::Votes => closing::votes,
            Self::Agreement => closing::agreement,
            Self::Placements => placements::write,
            Self::NoneOfTheThemes => written::none_of_the_themes,
            Self::Unplaced => written::unplaced,
            Self::Parking => written::parking,
            Self::Recommendations => closing::recommendations,
            Self::Reflections => closing::reflections,
            Self::LeftOut => head::left_out,
            Self::Warning => head::warning,
        };
        write(page, words);
    }
}
