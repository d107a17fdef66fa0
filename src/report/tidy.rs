//! The report as tidy data for spreadsheets and statistics: one table a file, one observation a line, comma-separated
//! as RFC 4180 has it. Ids and words of the files, not of a language; every zero and what it is out of stand there.
//! What people wrote can run as no formula, and the text of what is hidden or withdrawn is not written.

mod counts;
mod lines;
mod outcomes;
mod said;
mod weights;

use std::fmt::Display;

use super::Report;
use crate::vocabulary::UnknownWord;
use crate::workshop::Workshop;

macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident = $word:literal,)+) => {
        /// A table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum Table {
            $($(#[$doc])* $table,)+
        }

        impl Table {
            /// Every table there is.
            pub const ALL: &'static [Self] = &[$(Self::$table),+];

            /// Its name on the command line.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$table => $word,)+ }
            }
        }

        impl std::str::FromStr for Table {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                let mut all = Self::ALL.iter().copied();
                all.find(|table| table.as_str() == text)
                    .ok_or_else(|| UnknownWord {
                        word: text.to_owned(),
                        known: Self::ALL.iter().map(|table| table.as_str()).collect(),
                    })
            }
        }
    };
}

pub mod comparison;

tables!(
    /// Every contribution, also those that do not count.
    #[default]
    Contributions = "contributions",
    /// The sessions.
    Sessions = "sessions",
    /// Where people come from.
    Organisations = "organisations",
    /// Contributions by what they say they are.
    Kinds = "kinds",
    /// Contributions by how they came in.
    Sources = "sources",
    /// The time each step took.
    Steps = "steps",
    /// What the counts of each scenario are out of.
    Scenarios = "scenarios",
    /// Contributions by theme and scenario.
    ThemeByScenario = "theme-by-scenario",
    /// Contributions by theme and persona.
    ThemeByPersona = "theme-by-persona",
    /// Who looked at which scenario.
    PersonaByScenario = "persona-by-scenario",
    /// Themes, by contribution and by workshop.
    ThemeByWorkshop = "theme-by-workshop",
    /// Themes by scenario, with every workshop counting as one.
    ThemeByScenarioWeighed = "theme-by-scenario-by-workshop",
    /// Themes by persona, with every workshop counting as one.
    ThemeByPersonaWeighed = "theme-by-persona-by-workshop",
    /// How themes recur.
    Recurrence = "recurrence",
    /// Needs said in different words.
    Groups = "groups",
    /// Needs by name, over all workshops.
    Needs = "needs",
    /// The vote.
    Votes = "votes",
    /// How far people agree.
    Agreement = "agreement",
    /// Who put what is contested where.
    Contested = "contested",
    /// What became of suggestions.
    Placements = "placements",
    /// Who settled how many.
    Settlers = "settlers",
    /// The groups, held against what was proposed.
    Grouping = "grouping",
    /// Words that were tied to a theme.
    Taught = "taught",
    /// What should be done.
    Recommendations = "recommendations",
    /// The parking lot.
    Parking = "parking",
    /// How many agree with each challenge.
    Challenges = "challenges",
    /// The answers to the challenges.
    Reflections = "reflections",
);

/// Writes one table of the report over these workshops, under the names of its columns.
#[must_use]
pub fn render(report: &Report, workshops: &[&Workshop], table: Table) -> String {
    let sheet = match table {
        Table::Contributions => lines::contributions(report, workshops),
        Table::Sessions => counts::sessions(report),
        Table::Organisations => counts::organisations(report),
        Table::Kinds => counts::kinds(report),
        Table::Sources => counts::sources(report),
        Table::Steps => counts::steps(report),
        Table::Scenarios => counts::scenarios(report),
        Table::ThemeByScenario => counts::theme_by_scenario(report),
        Table::ThemeByPersona => counts::theme_by_persona(report),
        Table::PersonaByScenario => counts::persona_by_scenario(report),
        Table::ThemeByWorkshop => weights::themes(report),
        Table::ThemeByScenarioWeighed => weights::scenarios(report),
        Table::ThemeByPersonaWeighed => weights::personas(report),
        Table::Recurrence => counts::recurrence(report),
        Table::Groups => said::groups(report),
        Table::Needs => weights::needs(report),
        Table::Votes => outcomes::votes(report),
        Table::Agreement => outcomes::agreement(report),
        Table::Contested => outcomes::contested(report),
        Table::Placements => outcomes::placements(report),
        Table::Settlers => outcomes::settlers(report),
        Table::Grouping => outcomes::grouping(report),
        Table::Taught => said::taught(report),
        Table::Recommendations => said::recommendations(report),
        Table::Parking => said::parking(report),
        Table::Challenges => said::challenges(report),
        Table::Reflections => said::reflections(report),
    };
    sheet.write()
}

/// Rows under the names of their columns.
#[derive(Debug)]
struct Sheet {
    columns: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

/// What stands in one column of a row.
#[derive(Debug)]
struct Cell(String);

/// Words or an id. What a spreadsheet would run as a formula gets an apostrophe before it, which it shows as text.
fn text(words: impl Display) -> Cell {
    let words = words.to_string();
    if words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        Cell(format!("'{words}"))
    } else {
        Cell(words)
    }
}

/// The same where there may be nothing.
fn maybe(words: Option<impl Display>) -> Cell {
    words.map_or_else(nothing, text)
}

/// A number, or whether something is so.
fn figure(value: impl Display) -> Cell {
    Cell(value.to_string())
}

/// The same where it may not be told, and nothing stands then.
fn told(value: Option<impl Display>) -> Cell {
    value.map_or_else(nothing, figure)
}

/// An empty cell.
const fn nothing() -> Cell {
    Cell(String::new())
}

impl Sheet {
    fn new(columns: &[&'static str], rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        Self {
            columns: columns.to_vec(),
            rows: rows.into_iter().collect(),
        }
    }

    fn write(&self) -> String {
        let written = self.to_bytes().unwrap_or_else(|error| {
            debug_assert!(false, "every row has a cell for each column: {error}");
            Vec::new()
        });
        String::from_utf8_lossy(&written).into_owned()
    }

    fn to_bytes(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        writer.write_record(&self.columns)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|cell| &cell.0))?;
        }
        let written = writer.into_inner();
        written.map_err(|error| error.into_error().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for (words, cell) in [
            ("=1+1", "'=1+1"),
            ("+32 9 000", "'+32 9 000"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("＝1", "'＝1"),
            ("1=1", "1=1"),
            ("'=1", "'=1"),
            ("", ""),
        ] {
            assert_eq!(text(words).0, cell);
        }
        assert_eq!(figure(-0.5).0, "-0.5");
    }

    #[test]
    fn cells_are_quoted_as_the_standard_has_it() {
        let row = vec![text("een, \"twee\"\ndrie"), nothing(), figure(4)];
        let sheet = Sheet::new(&["a", "b", "c"], [row]);
        assert_eq!(sheet.write(), "a,b,c\r\n\"een, \"\"twee\"\"\ndrie\",,4\r\n");
    }

    #[test]
    fn every_table_is_found_by_its_name() {
        for table in Table::ALL {
            assert_eq!(table.as_str().parse(), Ok(*table));
        }
        let unknown = "themes".parse::<Table>().unwrap_err();
        assert_eq!(unknown.known.len(), Table::ALL.len());
    }
}
