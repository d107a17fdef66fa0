//! What comes back: each theme in each scenario, and in how many of them. Zeros are shown, and a scenario the group did
//! not come to is told apart from one in which nothing was found.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::grid;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::bar::theme_key;
use crate::tui::widget::big::{self, Side};
use crate::tui::widget::{after, below, prose};
use crate::workshop::plan::Scenario;
use crate::workshop::recurrence::{Recurrence, SCENARIOS_OF_THE_METHOD, by_place};

/// The rows of the heads.
const HEADS: u16 = 3;
/// The rows of big digits.
const DIGITS: u16 = 3;
/// The most rows a line of the matrix takes.
const HIGHEST: u16 = 6;

/// The measures of a matrix.
struct Measures {
    /// The columns of the names.
    name: u16,
    /// The columns of a number, with the air behind it.
    column: u16,
    /// The rows of a line, with the air below it.
    line: u16,
}

/// Draws it.
pub(super) fn draw(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    let none = scene.say("projector-none");
    let places = grid::places(scene, &none);
    let scenarios = &scene.view.plan().scenarios;
    let lines = u16::try_from(places.len()).unwrap_or(u16::MAX).max(1);
    let columns = u16::try_from(scenarios.len()).unwrap_or(u16::MAX);
    let name = page.width / 3;
    let spare = page.height.saturating_sub(HEADS + 2);
    let measures = Measures {
        name,
        column: (page.width - name) / columns.saturating_add(1),
        line: (spare / lines).clamp(1, HIGHEST),
    };
    measures.draw_heads(scene, scenarios, page, buf);
    let recurrences = by_place(scene.view, false);
    let mut rest = below(page, HEADS);
    for (index, (place, title)) in places.iter().enumerate() {
        let nowhere = Recurrence::default();
        let found = recurrences.get(place).unwrap_or(&nowhere);
        measures.draw_line(scene, index, title, found, rest, buf);
        rest = below(rest, measures.line);
    }
    let run = scene.view.scenarios_run().len();
    let variables = [("run", run.into()), ("all", SCENARIOS_OF_THE_METHOD.into())];
    let run = scene.say_with("projector-run", &variables);
    let check = scene.look.sign(Sign::Check);
    let between = scene.look.sign(Sign::Between);
    let systematic = scene.say("projector-systematic");
    let words = format!("{run} {between} {check} {systematic}");
    let words = prose::cut(&words, page.width, scene.look);
    let last = below(page, page.height.saturating_sub(1));
    prose::put(buf, last, &words, scene.look.style(Paint::Quiet));
}

impl Measures {
    fn cell(&self, line: Rect, index: usize) -> Rect {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        let left = self.name.saturating_add(self.column.saturating_mul(index));
        let cell = after(line, left);
        Rect {
            width: self.column.saturating_sub(1).min(cell.width),
            ..cell
        }
    }

    fn draw_heads(&self, scene: &Scene<'_>, scenarios: &[Scenario], page: Rect, buf: &mut Buffer) {
        let look = scene.look;
        let titles = scenarios.iter().map(|found| scene.read(&found.title));
        let across = scene.say("projector-across");
        for (index, title) in titles.chain([across.as_str()]).enumerate() {
            let cell = self.cell(page, index);
            for (row, line) in (0..HEADS).zip(head(title, cell.width)) {
                let line = prose::cut(&line, cell.width, look);
                prose::put(buf, below(cell, row), &line, look.style(Paint::Title));
            }
        }
    }

    fn draw_line(
        &self,
        scene: &Scene<'_>,
        index: usize,
        title: &str,
        found: &Recurrence,
        area: Rect,
        buf: &mut Buffer,
    ) {
        let look = scene.look;
        let line = Rect {
            height: area.height.min(self.line),
            ..area
        };
        let name = Rect {
            width: self.name.saturating_sub(2),
            ..line
        };
        let title = format!("{} {title}", theme_key(index));
        let style = look.style(Paint::Theme(index)).bold();
        let height = if self.line > 2 { 2 } else { 1 };
        grid::draw_lines(scene, &title, style, Rect { height, ..name }, buf);
        let run = scene.view.scenarios_run();
        let scenarios = &scene.view.plan().scenarios;
        for (column, scenario) in scenarios.iter().enumerate() {
            let cell = self.cell(line, column);
            let there = found.scenarios.get(&scenario.id);
            let count = there.map_or(0, |there| there.contributions);
            let (number, paint) = match count {
                0 if !run.contains(&&scenario.id) => ("-".to_owned(), Paint::Quiet),
                0 => ("0".to_owned(), Paint::Quiet),
                count => (count.to_string(), Paint::Strong),
            };
            let roles = there.map_or(0, |there| there.personas.len());
            let label = scene.say_with("projector-roles", &[("count", roles.into())]);
            let label = if roles > 0 { label.as_str() } else { "" };
            self.draw_number(scene, &number, look.style(paint), label, cell, buf);
        }
        let across = found.across();
        let check = if found.is_systematic() {
            look.sign(Sign::Check)
        } else {
            ""
        };
        let number = format!("{across}/{SCENARIOS_OF_THE_METHOD}");
        let cell = self.cell(line, scenarios.len());
        let style = look.style(Paint::Accent).bold();
        let used = self.draw_number(scene, &number, style, "", cell, buf);
        prose::put(
            buf,
            after(cell, used + 1),
            check,
            look.style(Paint::Good).bold(),
        );
    }

    /// Draws a number with a word below it, as large as the line allows, and answers how many columns it took.
    fn draw_number(
        &self,
        scene: &Scene<'_>,
        number: &str,
        style: Style,
        label: &str,
        cell: Rect,
        buf: &mut Buffer,
    ) -> u16 {
        let look = scene.look;
        let digits = Rect {
            height: DIGITS.min(cell.height),
            ..cell
        };
        let is_large = self.line > DIGITS + 1 && big::fits(number, digits, look);
        let rows = if is_large { DIGITS } else { 1 };
        if self.line > rows + 1 {
            let label = prose::cut(label, cell.width, look);
            prose::put(buf, below(cell, rows), &label, look.style(Paint::Text));
        }
        if is_large {
            big::draw(buf, digits, number, style, Side::Left, look);
            // A digit is three cells wide, and as much as one stands between two.
            prose::width(number).saturating_mul(4)
        } else {
            prose::put(buf, cell, number, style.bold())
        }
    }
}

/// The lines of a head. Where a word is too wide each word has a line, and a hyphen ends one.
fn head(title: &str, width: u16) -> Vec<String> {
    let is_wide = |word: &str| prose::width(word) > width;
    if title.split(' ').any(is_wide) {
        let words = title.split(' ').flat_map(|word| word.split_inclusive('-'));
        return words.map(str::to_owned).collect();
    }
    let lines = prose::wrap(title, width).into_iter();
    lines.map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::head;

    #[test]
    fn a_head_breaks_at_spaces_and_in_narrow_columns_at_hyphens() {
        assert_eq!(
            head("Mens-machine synergie", 14),
            ["Mens-machine", "synergie"]
        );
        let narrow = head("Mens-machine synergie", 9);
        assert_eq!(narrow, ["Mens-", "machine", "synergie"]);
    }
}
