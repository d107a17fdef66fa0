//! The tables of a report as matrices in which a cell can be chosen: only words and order, no counting. Which
//! contributions stand behind a cell is told by the same places that the report counts by.

mod filling;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::leaf::Room;
use super::names::Names;
use crate::id::{PersonaId, ScenarioId};
use crate::report::Report;
use crate::report::entries::Quote;
use crate::report::matrix::Row;
use crate::review::opened::{Key, key};
use crate::tui::look::Look;
use crate::tui::widget::heat::Heat;

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Themes by scenario.
    ThemeByScenario,
    /// Themes by persona.
    ThemeByPersona,
    /// Personas by scenario.
    Coverage,
    /// As how many personas a theme was found in each scenario.
    Recurrence,
}

/// A table, and the cell that is chosen.
#[derive(Debug)]
pub(super) struct Table {
    kind: Kind,
    columns: Vec<String>,
    /// Their heads where there is little room.
    shorts: Vec<String>,
    rows: Vec<Line>,
    bases: Vec<(String, Vec<String>)>,
    /// The head of the totals, where everything is told.
    total: Option<String>,
    pub(super) at: (usize, usize),
}

#[derive(Debug)]
struct Line {
    head: String,
    counts: Vec<u32>,
    texts: Vec<String>,
}

/// What one line of a table is about.
#[derive(Debug, Clone, PartialEq)]
enum Axis<'a> {
    Theme(&'a Row),
    Persona(&'a PersonaId),
    Scenario(&'a ScenarioId),
    /// All there is.
    All,
}

/// A cell that was chosen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    /// What it is the cell of, in words.
    pub(super) title: String,
    /// The contributions behind it.
    pub(super) keys: Vec<Key>,
    /// Of how many more it is not told that they are.
    pub(super) untold: usize,
}

impl Table {
    pub(super) fn of(kind: Kind, report: &Report, room: &Room<'_>) -> Self {
        let names = Names::of(report, room);
        match kind {
            Kind::ThemeByScenario => filling::by_scenario(report, &names, room),
            Kind::ThemeByPersona => filling::by_persona(report, &names, room),
            Kind::Coverage => filling::coverage(report, &names, room),
            Kind::Recurrence => filling::recurrence(report, &names, room),
        }
    }

    /// Goes to another cell, and stops at the edges.
    pub(super) fn step(&mut self, rows: isize, columns: isize) {
        let (row, column) = self.at;
        let go = |at: usize, by: isize, count: usize| {
            at.saturating_add_signed(by).min(count.saturating_sub(1))
        };
        self.at = (
            go(row, rows, self.rows.len()),
            go(column, columns, self.columns.len()),
        );
    }

    /// The chosen cell; none where its figure is not told.
    pub(super) fn cell(&self, report: &Report, names: &Names<'_>) -> Option<Cell> {
        let (row, column) = self.at;
        if !self.is_told(report) {
            return None;
        }
        let (line, head) = self.axes(report, row, column)?;
        let is_behind = |quote: &&Quote| is_on(&line, quote) && is_on(&head, quote);
        let quotes = report.contributions.iter().filter(is_behind);
        let keys: Vec<Key> = quotes.map(key).collect();
        let counts = self.rows.get(row).and_then(|line| line.counts.get(column));
        let is_by_persona = matches!(self.kind, Kind::ThemeByPersona | Kind::Coverage);
        let counted = counts.filter(|_| is_by_persona).copied().unwrap_or(0);
        let word = |axis: &Axis<'_>| match axis {
            Axis::Theme(row) => Some(names.row(row)),
            Axis::Persona(id) => Some(names.persona(id)),
            Axis::Scenario(id) => Some(names.scenario(id)),
            Axis::All => None,
        };
        let words = [word(&line), word(&head)].into_iter().flatten();
        Some(Cell {
            title: words.collect::<Vec<_>>().join(", "),
            untold: usize::try_from(counted)
                .unwrap_or(0)
                .saturating_sub(keys.len()),
            keys,
        })
    }

    /// What the row and the column are about.
    fn axes<'r>(
        &self,
        report: &'r Report,
        row: usize,
        column: usize,
    ) -> Option<(Axis<'r>, Axis<'r>)> {
        let theme = |at: usize| report.theme_by_scenario.rows().nth(at).map(|(row, _)| row);
        let scenario = |at: usize| report.scenarios.get(at).map(|named| &named.id);
        let persona = |at: usize| report.personas.get(at).map(|named| &named.id);
        Some(match self.kind {
            Kind::ThemeByScenario => (Axis::Theme(theme(row)?), Axis::Scenario(scenario(column)?)),
            Kind::ThemeByPersona => (Axis::Persona(persona(row)?), Axis::Theme(theme(column)?)),
            Kind::Coverage => (
                Axis::Persona(persona(row)?),
                Axis::Scenario(scenario(column)?),
            ),
            Kind::Recurrence => (
                Axis::Theme(theme(row)?),
                scenario(column).map_or(Axis::All, Axis::Scenario),
            ),
        })
    }

    /// Whether the figure in the chosen cell is told.
    fn is_told(&self, report: &Report) -> bool {
        let (row, column) = self.at;
        match self.kind {
            Kind::ThemeByScenario | Kind::Recurrence => true,
            Kind::ThemeByPersona => {
                let counts = report.theme_by_persona.rows().nth(column);
                counts.is_some_and(|(_, cells)| matches!(cells.get(row), Some(Some(_))))
            }
            Kind::Coverage => {
                let cells = report.persona_by_scenario.rows().nth(row);
                cells.is_some_and(|(_, cells)| matches!(cells.get(column), Some(Some(_))))
            }
        }
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, look: Look) {
        self.heat(area, |heat| heat.draw(buf, area, look));
    }

    /// Goes to the cell at a place; says whether there is one.
    pub(super) fn click(&mut self, area: Rect, at: Position) -> bool {
        let hit = self.heat(area, |heat| heat.hit(area, at));
        self.at = hit.unwrap_or(self.at);
        hit.is_some()
    }

    fn heat<T>(&self, area: Rect, with: impl FnOnce(Heat<'_>) -> T) -> T {
        let columns: Vec<&str> = self.columns.iter().map(String::as_str).collect();
        let shorts: Vec<&str> = self.shorts.iter().map(String::as_str).collect();
        let rows = self.rows.iter();
        let rows: Vec<(&str, &[u32])> = rows
            .map(|line| (line.head.as_str(), line.counts.as_slice()))
            .collect();
        let cells: Vec<Vec<&str>> = self
            .rows
            .iter()
            .map(|line| line.texts.iter().map(String::as_str).collect())
            .collect();
        let cells: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
        let outs: Vec<Vec<&str>> = self
            .bases
            .iter()
            .map(|(_, texts)| texts.iter().map(String::as_str).collect())
            .collect();
        let bases = self.bases.iter().zip(&outs);
        let bases: Vec<(&str, &[&str])> = bases
            .map(|((head, _), texts)| (head.as_str(), texts.as_slice()))
            .collect();
        let heat = Heat {
            columns: &columns,
            shorts: &shorts,
            rows: &rows,
            texts: &cells,
            bases: &bases,
            total: self.total.as_deref(),
            selected: Some(self.at),
            top: 0,
            left: 0,
        };
        with(heat.focused(area))
    }
}

/// Whether a contribution counts on a line of a table.
fn is_on(axis: &Axis<'_>, quote: &Quote) -> bool {
    match axis {
        Axis::Theme(row) => quote.primary.as_ref().map_or(Row::Unplaced, Row::from) == **row,
        Axis::Persona(id) => quote.persona.as_ref() == Some(id),
        Axis::Scenario(id) => quote.scenario == **id,
        Axis::All => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Content;
    use crate::language::Language;
    use crate::locale::Locale;
    use crate::moment::Moment;
    use crate::rehearsal::{Repertoire, play};
    use crate::report::Options;
    use crate::review::catalogue::Catalogue;
    use crate::session::{Fresh, shipped};
    use crate::vocabulary::{Anonymity, PresetName};
    use crate::workshop::Workshop;

    fn report(anonymity: Anonymity) -> Report {
        let content = Content::shipped().expect("content");
        let draft = shipped(PresetName::Short, content).expect("a plan");
        let at = Moment::from_millis(0);
        let mut plan = draft.open(&Fresh { at, chance: 3 });
        plan.anonymity = anonymity;
        let scenarios = plan.scenarios.iter().map(|scenario| &scenario.id);
        let repertoire = Repertoire::shipped(scenarios).expect("sayings");
        let records = play(plan, 3, 3, &repertoire.into(), at);
        let workshop = Workshop::replay(&records).expect("a workshop");
        Report::of(&[&workshop], Options::default())
    }

    fn each_cell(report: &Report, kind: Kind, mut see: impl FnMut(&Table, Option<Cell>)) {
        let catalogue = Catalogue::default();
        let room = Room {
            locale: Locale::new(Language::Nl),
            look: Look::default(),
            area: Rect::default(),
            catalogue: &catalogue,
        };
        let names = Names::of(report, &room);
        let mut table = Table::of(kind, report, &room);
        for row in 0..table.rows.len() {
            for column in 0..table.columns.len() {
                table.at = (row, column);
                see(&table, table.cell(report, &names));
            }
        }
    }

    #[test]
    fn behind_every_figure_stand_exactly_as_many_contributions() {
        let report = report(Anonymity::Pseudonymous);
        for kind in [Kind::ThemeByScenario, Kind::ThemeByPersona, Kind::Coverage] {
            let mut sum = 0;
            each_cell(&report, kind, |table, cell| {
                let (row, column) = table.at;
                let cell = cell.expect("everything is told");
                let count = table.rows[row].counts[column];
                assert_eq!(
                    u32::try_from(cell.keys.len()),
                    Ok(count),
                    "{kind:?} {:?}",
                    table.at
                );
                assert_eq!(cell.untold, 0);
                sum += cell.keys.len();
            });
            let without = match kind {
                Kind::ThemeByScenario | Kind::Recurrence => 0,
                Kind::ThemeByPersona | Kind::Coverage => report.denominators.without_persona,
            };
            assert_eq!(sum + without, report.contributions.len(), "{kind:?}");
        }
    }

    #[test]
    fn behind_recurrence_stands_what_was_found_in_the_scenario_or_in_all() {
        let report = report(Anonymity::Pseudonymous);
        each_cell(&report, Kind::Recurrence, |table, cell| {
            let (row, column) = table.at;
            let found = &report.recurrence[row].recurrence.scenarios.0;
            let expected = match found.get(column) {
                Some((_, found)) => found.contributions,
                None => found.iter().map(|(_, found)| found.contributions).sum(),
            };
            assert_eq!(cell.expect("told").keys.len(), expected);
        });
    }

    #[test]
    fn no_figure_of_few_people_in_an_anonymous_session_can_be_opened() {
        let report = report(Anonymity::Anonymous);
        let mut told = 0;
        for kind in [Kind::ThemeByPersona, Kind::Coverage] {
            each_cell(&report, kind, |table, cell| {
                let (row, column) = table.at;
                let text = &table.rows[row].texts[column];
                assert_eq!(cell.is_none(), text == "x", "{kind:?} {text}");
                told += usize::from(text != "x");
            });
        }
        assert_eq!(told, 0);
    }
}
