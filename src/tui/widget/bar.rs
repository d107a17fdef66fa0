//! Horizontal bars: a number against a most, what is done of what is to be done, and a tally over the themes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::after;
use super::prose::{cut, put, put_right, width};
use crate::tui::look::{Look, Paint, Sign};

/// One row of a chart: a label, a bar and its number.
#[derive(Clone, Copy, Debug)]
pub struct Bar<'a> {
    /// What is counted.
    pub label: &'a str,
    /// How many cells the labels of the chart take.
    pub label_width: u16,
    /// How many there are.
    pub value: u32,
    /// How many fill the bar.
    pub most: u32,
    /// The number as it is shown.
    pub number: &'a str,
    /// What the bar is painted with.
    pub style: Style,
}

impl Bar<'_> {
    /// Draws the bar in the first row of an area: the number is kept before the bar, the bar before the label.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, look: Look) {
        let number_width = width(self.number);
        let label_width = self.label_width.min(area.width / 2);
        let label = cut(self.label, label_width, look);
        put(buf, area, &label, look.style(Paint::Text));
        let mut bar = after(area, label_width.saturating_add(u16::from(label_width > 0)));
        bar.width = bar.width.saturating_sub(number_width.saturating_add(1));
        fill(buf, bar, self.value, self.most, self.style, look);
        let number_area = after(area, area.width.saturating_sub(number_width));
        put_right(buf, number_area, self.number, look.style(Paint::Strong));
    }
}

/// Draws how much is done: the numbers, then a bar that is full only when all of it is.
pub fn meter(buf: &mut Buffer, area: Rect, done: u32, total: u32, style: Style, look: Look) {
    let numbers = format!("{done}/{total} ");
    let used = put(buf, area, &numbers, look.style(Paint::Strong));
    let bar = after(area, used);
    let track = look.sign(Sign::Empty).repeat(usize::from(bar.width));
    put(buf, bar, &track, look.style(Paint::Quiet));
    fill(buf, bar, done, total, style, look);
}

/// Draws a bar over the first row of an area, to a part of a cell. What is not nothing is visible, and what is not
/// all does not look full.
pub fn fill(buf: &mut Buffer, area: Rect, value: u32, most: u32, style: Style, look: Look) {
    let pieces = look.pieces();
    let units = u64::from(area.width) * pieces.len() as u64;
    let units = if value >= most {
        if most == 0 { 0 } else { units }
    } else {
        let part = units * u64::from(value) / u64::from(most);
        let least = u64::from(value > 0).min(units);
        part.max(least)
    };
    let units = usize::try_from(units).unwrap_or(usize::MAX);
    let (whole, part) = (units / pieces.len(), units % pieces.len());
    let mut bar = pieces.last().copied().unwrap_or_default().repeat(whole);
    if let Some(piece) = part.checked_sub(1).and_then(|part| pieces.get(part)) {
        bar.push_str(piece);
    }
    put(buf, area, &bar, style);
}

/// How often each theme was chosen, in the order of the themes; the sixth is for none of the five.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally<'a>(pub &'a [u32]);

impl Tally<'_> {
    /// Draws a bar with a part for each theme, as long as its share, that starts with the key of the theme. Where
    /// there is no room for every theme the ones chosen least are left out.
    pub fn draw(self, buf: &mut Buffer, area: Rect, look: Look) {
        let block = look.pieces().last().copied().unwrap_or_default();
        let mut rest = area;
        for (theme, share) in self.shares(area.width) {
            let style = look.style(Paint::Theme(theme));
            let mut part = theme_key(theme).to_string();
            part.push_str(&block.repeat(usize::from(share) - 1));
            let used = put(buf, rest, &part, style);
            rest = after(rest, used);
        }
    }

    /// Divides a width over the themes that were chosen: one cell each for the key, the rest by share.
    fn shares(self, width: u16) -> Vec<(usize, u16)> {
        let mut chosen: Vec<(usize, u32)> = self.0.iter().copied().enumerate().collect();
        chosen.retain(|&(_, count)| count > 0);
        chosen.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        chosen.truncate(usize::from(width));
        chosen.sort_unstable();
        let total: u64 = chosen.iter().map(|&(_, count)| u64::from(count)).sum();
        let keys = u16::try_from(chosen.len()).unwrap_or(u16::MAX);
        let room = u64::from(width.saturating_sub(keys));
        let mut counted = 0;
        let shares = chosen.into_iter().map(|(theme, count)| {
            // Rounding both ends of a part leaves no gap and no overlap.
            let start = counted * room / total;
            counted += u64::from(count);
            let share = 1 + counted * room / total - start;
            (theme, u16::try_from(share).unwrap_or(width))
        });
        shares.collect()
    }
}

/// Returns the key with which a theme is chosen: 1 to 5, and 0 for none of them.
pub fn theme_key(theme: usize) -> char {
    let digit = u32::try_from((theme + 1) % 6).unwrap_or_default();
    char::from_digit(digit, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::super::below;
    use super::super::canvas::{drawn, on_any_area};
    use super::*;

    fn ascii() -> Look {
        Look {
            ascii: true,
            ..Look::default()
        }
    }

    #[test]
    fn a_bar_is_as_long_as_its_number() {
        let draw = |look: Look| {
            drawn(24, 3, |buf, area| {
                for (row, value) in [(0, 9), (1, 4), (2, 0)] {
                    let bar = Bar {
                        label: "Welzijn",
                        label_width: 7,
                        value,
                        most: 9,
                        number: &value.to_string(),
                        style: look.style(Paint::Theme(2)),
                    };
                    bar.draw(buf, below(area, row), look);
                }
            })
        };
        assert_snapshot!(draw(Look::default()), @r"
        Welzijn ██████████████ 9
        Welzijn ██████▏        4
        Welzijn                0
        ");
        assert_snapshot!(draw(ascii()), @r"
        Welzijn ############## 9
        Welzijn ######         4
        Welzijn                0
        ");
    }

    #[test]
    fn a_bar_is_empty_or_full_only_at_its_ends() {
        let bar = |value, most| {
            drawn(4, 1, |buf, area| {
                fill(buf, area, value, most, Style::new(), Look::default());
            })
        };
        assert_eq!(bar(0, 1000), "");
        assert_eq!(bar(1, 1000), "▏");
        assert_eq!(bar(500, 1000), "██");
        assert_eq!(bar(999, 1000), "███▉");
        assert_eq!(bar(1000, 1000), "████");
        assert_eq!(bar(7, 3), "████");
        assert_eq!(bar(0, 0), "");
    }

    #[test]
    fn a_meter_says_how_much_and_of_how_much() {
        let look = Look::default();
        let shown = drawn(12, 1, |buf, area| {
            meter(buf, area, 7, 12, Style::new(), look);
        });
        assert_eq!(shown, "7/12 ████░░░");
    }

    #[test]
    fn a_tally_reads_without_color() {
        let tally = |counts: &[u32], width| {
            drawn(width, 1, |buf, area| {
                Tally(counts).draw(buf, area, ascii());
            })
        };
        assert_eq!(tally(&[4, 0, 2, 0, 0, 1], 10), "1####3##0#");
        assert_eq!(tally(&[0, 0, 3], 6), "3#####");
        assert_eq!(tally(&[1, 5, 1, 1, 1], 2), "12");
        assert_eq!(tally(&[0, 0], 6), "");
        assert_eq!(tally(&[], 6), "");
        assert_eq!(tally(&[u32::MAX; 6], 12), "1#2#3#4#5#0#");
    }

    #[test]
    fn bars_are_drawn_on_any_area() {
        on_any_area(|buf, area, look| {
            let bar = Bar {
                label: "Levenslang leren",
                label_width: 20,
                value: 3,
                most: 7,
                number: "3",
                style: look.style(Paint::Theme(0)),
            };
            bar.draw(buf, area, look);
            meter(buf, below(area, 1), 7, 12, look.style(Paint::Good), look);
            Tally(&[1, 2, 3, 4, 5, 6]).draw(buf, below(area, 2), look);
        });
    }
}
