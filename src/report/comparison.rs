//! Sessions side by side: what each says of every theme, out of how many, and whether a difference may be claimed.
//! A column is one session, or what people of one organisation, sector, year or tag said in all of them. Pure, and it
//! claims nothing that an exact test does not carry.

mod figures;
mod needs;
mod odds;
mod split;

use serde::Serialize;

pub use figures::{Column, Line, Theme};
pub use needs::{Need, Needs};
pub use odds::{Difference, Interval, Method};
pub use split::{GroupBy, Part, Who, split};

use super::Unreadable;
use super::axes::Axes;
use super::votes::Votes;
use crate::suggester::model::Model;
use crate::workshop::Workshop;

/// The schema of the comparison for machines. It may grow by fields.
pub const SCHEMA: &str = "halte/comparison/1";

/// Everything a comparison says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The schema.
    pub schema: &'static str,
    /// What a column is.
    pub grouped_by: GroupBy,
    /// How intervals and differences were found.
    pub method: Method,
    /// What stands side by side, with its sizes.
    pub columns: Vec<Column>,
    /// Each theme, with a figure for every column.
    pub themes: Vec<Line>,
    /// What is said in all and in one only; absent when there are too many texts to hold against each other.
    pub needs: Option<Needs>,
    /// Files that were asked for and could not be read: what they hold is in none of the figures.
    pub unreadable: Vec<Unreadable>,
}

impl Comparison {
    /// Holds these parts against each other.
    #[must_use]
    pub fn of(parts: &[Part], grouped_by: GroupBy, model: &Model) -> Self {
        let all: Vec<&Workshop> = parts.iter().flat_map(|part| &part.workshops).collect();
        let axes = Axes::of(&all);
        let votes = parts.iter().map(|part| {
            let own: Vec<&Workshop> = part.workshops.iter().collect();
            Votes::of(&own, &axes)
        });
        let votes: Vec<Votes> = votes.collect();
        let themes = axes.themes.iter();
        let mut lines: Vec<Line> = themes.map(|theme| Line::of(theme, parts, &votes)).collect();
        figures::rank(&mut lines);
        let is_known: Vec<bool> = parts.iter().map(|part| part.who != Who::Unknown).collect();
        odds::claim(&mut lines, &is_known);
        Self {
            schema: SCHEMA,
            grouped_by,
            method: Method::default(),
            columns: parts
                .iter()
                .zip(&votes)
                .map(|(part, votes)| Column::of(part, votes))
                .collect(),
            themes: lines,
            needs: Needs::of(parts, &is_known, model),
            unreadable: Vec::new(),
        }
    }
}
