//! A comparison for people: who stands side by side, then theme by theme, then need by need. Each figure has what it is
//! out of beside it, and what may not be claimed is said.

use super::chart::{Bar, Bars, Chart, Shape};
use super::grid::Grid;
use super::page::Page;
use super::{Look, head, terminal};
use crate::locale::{Locale, Value};
use crate::report::comparison::{Column, Comparison, Interval, Line, Need, Needs, Theme, Who};

/// The most needs that are listed; how many there are more is told.
const LISTED: usize = 15;
/// Shares are drawn to this scale.
const WHOLE: u64 = 1_000;

/// Writes the comparison as one text, read from top to bottom.
#[must_use]
pub fn render(comparison: &Comparison, locale: Locale, look: Look) -> String {
    terminal::draw(&page(comparison, locale), look)
}

/// Everything there is to read, whatever it is drawn on.
pub(crate) fn page(comparison: &Comparison, locale: Locale) -> Page {
    let writer = Writer { comparison, locale };
    let mut page = Page::default();
    page.title(&writer.say("compare-title"));
    writer.columns(&mut page);
    head::unreadable(&mut page, locale, &comparison.unreadable);
    writer.themes(&mut page);
    writer.differences(&mut page);
    writer.agreement(&mut page);
    writer.needs(&mut page);
    page
}

struct Writer<'a> {
    comparison: &'a Comparison,
    locale: Locale,
}

impl Writer<'_> {
    fn say(&self, key: &str) -> String {
        self.locale.say(key)
    }

    fn with(&self, key: &str, variables: &[(&str, Value<'_>)]) -> String {
        self.locale.say_with(key, variables)
    }

    /// Heads behind the one of the first column.
    fn heads(&self, first: String, others: &[&str]) -> Vec<String> {
        let others = others.iter().map(|key| self.say(key));
        [first].into_iter().chain(others).collect()
    }

    fn each(&self) -> impl Iterator<Item = (String, &Column)> {
        let columns = self.comparison.columns.iter().enumerate();
        columns.map(|(index, column)| (letter(index), column))
    }

    fn columns(&self, page: &mut Page) {
        let heading = self.say("compare-columns");
        page.heading("columns", &heading);
        let others = [
            "compare-sessions",
            "compare-people",
            "compare-contributions",
            "compare-placed",
        ];
        let heads = self.heads(self.say("compare-what"), &others);
        let mut grid = Grid::new("columns", heading, heads);
        for (letter, column) in self.each() {
            grid.row(
                &letter,
                vec![
                    format!("{letter}  {}", self.name(column)),
                    column.sessions.len().to_string(),
                    column.participants.to_string(),
                    column.contributions.to_string(),
                    column.placed.to_string(),
                ],
            );
        }
        page.grid(grid);
        if self.comparison.columns.iter().any(|column| column.small) {
            page.warn(&self.say("compare-small"));
        }
    }

    fn name(&self, column: &Column) -> String {
        match &column.who {
            Who::Session(id, title) => format!("{title} ({id})"),
            Who::Organisation(name) | Who::Tag(name) => name.to_string(),
            Who::Sector(kind) => self.locale.organisation_kind(*kind),
            Who::Year(year) => year.clone(),
            Who::Unknown => self.say("compare-unknown"),
        }
    }

    fn themes(&self, page: &mut Page) {
        page.heading("themes", &self.say("compare-themes"));
        page.say(&self.say("compare-themes-how"));
        for line in &self.comparison.themes {
            let theme = self.theme(line);
            let others = [
                "report-rank",
                "compare-count",
                "report-share-head",
                "compare-interval",
                "compare-scenarios",
                "compare-vote-rank",
                "report-dots-head",
            ];
            page.part(&theme);
            let heads = self.heads(self.say("compare-what"), &others);
            let mut grid = Grid::new(format!("compare-{}", line.theme), theme, heads);
            for (index, one) in line.columns.iter().enumerate() {
                let letter = letter(index);
                let mut cells = vec![letter.clone()];
                cells.extend(self.figures(one));
                grid.row(&letter, cells);
            }
            page.chart(self.shares(line));
            page.grid(grid);
        }
    }

    fn theme(&self, line: &Line) -> String {
        match line.name.get(self.locale.language()) {
            "" => line.theme.to_string(),
            name => name.to_owned(),
        }
    }

    /// What a column says of a theme; of nothing there is no share and no rank.
    fn figures(&self, one: &Theme) -> [String; 7] {
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let has_any = one.share.is_some();
        let dots = one
            .vote_rank
            .map(|_| format!("{}/{}", one.dots, one.dots_of));
        [
            or_none(has_any.then(|| one.rank.to_string())),
            format!("{}/{}", one.contributions, one.of),
            or_none(one.share.map(|interval| self.percent(interval.share))),
            or_none(one.share.map(|interval| self.between(interval))),
            format!("{}/{}", one.across, one.scenarios_run),
            or_none(one.vote_rank.map(|rank| rank.to_string())),
            or_none(dots),
        ]
    }

    fn percent(&self, share: f64) -> String {
        let percent = format!("{:.0}", share * 100.0);
        self.with("report-share", &[("percent", percent.into())])
    }

    fn between(&self, interval: Interval) -> String {
        let low = format!("{:.0}", interval.low * 100.0);
        format!("{low}-{}", self.percent(interval.high))
    }

    /// The shares of a theme, as bars.
    fn shares(&self, line: &Line) -> Chart {
        let columns = line.columns.iter().zip(self.each());
        let bars = columns.map(|(one, (letter, column))| {
            let (contributions, of) = (one.contributions as u64, one.of as u64);
            let figures = match one.share {
                Some(interval) => {
                    let share = self.percent(interval.share);
                    format!("{share} ({contributions}/{of})")
                }
                None => "-".to_owned(),
            };
            Bar {
                name: format!("{letter}  {}", self.name(column)),
                lengths: vec![contributions * WHOLE / of.max(1)],
                figures,
            }
        });
        let bars = bars.collect();
        let alternative = self.with("compare-alternative", &[("theme", self.theme(line).into())]);
        let shape = Shape::Bars(Bars { bars, whole: WHOLE });
        Chart { alternative, shape }
    }

    fn differences(&self, page: &mut Page) {
        page.heading("differences", &self.say("compare-differences"));
        let claimed = self.comparison.themes.iter().flat_map(|line| {
            let found = line.differences.iter();
            let found = found.filter(|found| found.claimed);
            found.map(move |found| (line, found.column, found.corrected))
        });
        let mut is_any = false;
        for (line, column, corrected) in claimed {
            is_any = true;
            page.bullet(&self.claim(line, column, corrected));
        }
        if !is_any {
            page.say(&self.say("compare-no-difference"));
        }
        page.blank();
        page.say(&self.method());
    }

    fn claim(&self, line: &Line, column: usize, corrected: f64) -> String {
        let others = self.each().filter(|(_, other)| other.who != Who::Unknown);
        let others: Vec<String> = others.map(|(other, _)| other).collect();
        let others = match others.as_slice() {
            [_, second] => second.clone(),
            _ => self.say("compare-others"),
        };
        let p = if corrected < 0.005 {
            format!("< {}", self.locale.fraction(0.01))
        } else {
            format!("= {}", self.locale.fraction(corrected))
        };
        let variables = [
            ("theme", self.theme(line).into()),
            ("column", letter(column).into()),
            ("others", others.into()),
            ("p", p.into()),
        ];
        self.with("compare-differs", &variables)
    }

    fn method(&self) -> String {
        let method = &self.comparison.method;
        let confidence = format!("{:.0}", method.confidence * 100.0);
        self.with(
            "compare-method",
            &[
                ("interval", method.interval.into()),
                ("confidence", confidence.into()),
                ("test", method.test.into()),
                ("correction", method.correction.into()),
                ("library", method.library.into()),
            ],
        )
    }

    fn agreement(&self, page: &mut Page) {
        let heading = self.say("compare-agreement");
        page.heading("agreement", &heading);
        page.say(&self.say("compare-agreement-how"));
        let heads = self.heads(
            self.say("compare-what"),
            &["compare-alpha", "compare-compared"],
        );
        let mut grid = Grid::new("agreement", heading, heads);
        for (letter, column) in self.each() {
            let alpha = column.alpha.map(|alpha| self.locale.fraction(alpha));
            let cells = vec![
                letter.clone(),
                alpha.unwrap_or_else(|| "-".to_owned()),
                column.compared.to_string(),
            ];
            grid.row(&letter, cells);
        }
        page.grid(grid);
    }

    fn needs(&self, page: &mut Page) {
        page.heading("needs", &self.say("compare-needs"));
        let Some(needs) = &self.comparison.needs else {
            page.say(&self.say("compare-too-many"));
            return;
        };
        page.say(&self.say("compare-needs-how"));
        self.list(page, "compare-in-all", &needs.in_all);
        self.list(page, "compare-in-one", &needs.in_one);
        self.only_here(page, needs);
    }

    fn list(&self, page: &mut Page, key: &str, needs: &[Need]) {
        page.blank();
        page.say(&self.with(key, &[("count", needs.len().into())]));
        for need in needs.iter().take(LISTED) {
            let counts = need.columns.iter().enumerate();
            let counts: Vec<String> = counts
                .filter(|(_, count)| **count > 0)
                .map(|(index, count)| format!("{} {count}", letter(index)))
                .collect();
            page.bullet(&format!("{} ({})", need.text, counts.join(", ")));
        }
        if let Some(more) = needs.len().checked_sub(LISTED).filter(|more| *more > 0) {
            page.bullet(&self.with("compare-more", &[("count", more.into())]));
        }
    }

    fn only_here(&self, page: &mut Page, needs: &Needs) {
        page.blank();
        let caption = self.say("compare-only-here");
        let heads = self.heads(caption.clone(), &["compare-count"]);
        let mut grid = Grid::new("only-here", caption, heads);
        let figures = needs.only_here.iter().zip(&needs.of);
        for ((letter, _), (count, of)) in self.each().zip(figures) {
            grid.row(&letter, vec![letter.clone(), format!("{count}/{of}")]);
        }
        page.grid(grid);
    }
}

/// A, B, … Z; further columns by their number.
fn letter(index: usize) -> String {
    match u8::try_from(index).ok().filter(|index| *index < 26) {
        Some(index) => char::from(b'A' + index).to_string(),
        None => (index + 1).to_string(),
    }
}
