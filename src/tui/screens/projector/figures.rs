//! Numbers beside each other, as large as there is room for and all in one size, each with a word below it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::big::{self, Side};
use crate::tui::widget::{after, below, prose};

/// The rows of big digits, the largest first.
const SIZES: [u16; 3] = [10, 5, 3];
/// The columns between two numbers.
const GAP: u16 = 3;
/// The widest a number stands apart from the next one.
const WIDEST: u16 = 48;
/// The last seconds, in which the timer asks for attention.
const LAST: u64 = 60;

/// A number and what it counts.
#[derive(Debug)]
pub(super) struct Figure {
    number: String,
    label: String,
    paint: Paint,
}

impl Figure {
    /// A number; the word below it may depend on how many there are.
    pub(super) fn count(scene: &Scene<'_>, label: &str, count: u32) -> Self {
        Self {
            number: count.to_string(),
            label: scene.say_with(label, &[("count", count.into())]),
            paint: Paint::Strong,
        }
    }

    /// How many of how many.
    pub(super) fn part(scene: &Scene<'_>, label: &str, count: u32, of: u32) -> Self {
        Self {
            number: format!("{count}/{of}"),
            label: scene.say(label),
            paint: Paint::Strong,
        }
    }

    /// How many are done, where that is known.
    pub(super) fn done(scene: &Scene<'_>) -> Option<Self> {
        let (done, of) = (scene.presence.done, scene.presence.connected);
        let part = scene.knows_lights();
        part.then(|| Self::part(scene, "projector-done", done, of))
    }

    /// The time that is left, if a timer runs.
    pub(super) fn timer(scene: &Scene<'_>) -> Option<Self> {
        let seconds = scene.seconds_left()?;
        Some(Self {
            number: big::clock(i64::try_from(seconds).unwrap_or(i64::MAX)),
            label: scene.say("projector-time"),
            paint: if seconds <= LAST {
                Paint::Warn
            } else {
                Paint::Title
            },
        })
    }
}

/// Numbers beside each other.
#[derive(Debug)]
pub(super) struct Figures(pub(super) Vec<Figure>);

impl Figures {
    /// The rows they take, at most so many; one row when there is no room for big digits.
    pub(super) fn height(&self, width: u16, most: u16, scene: &Scene<'_>) -> u16 {
        if self.0.is_empty() {
            return 0;
        }
        let width = self.column(width);
        let fits = |size: &u16| {
            let area = Rect::new(0, 0, width, *size);
            let is_set =
                |figure: &Figure| big::rows(&figure.number, area, scene.look) == Some(*size);
            *size < most && self.0.iter().all(is_set)
        };
        SIZES.into_iter().find(fits).map_or(1, |size| size + 1)
    }

    /// The columns of each.
    fn column(&self, width: u16) -> u16 {
        let count = u16::try_from(self.0.len()).unwrap_or(u16::MAX).max(1);
        (width.saturating_add(GAP) / count)
            .saturating_sub(GAP)
            .min(WIDEST)
    }

    /// Draws them; the height of the area decides how large.
    pub(super) fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        if area.height < 2 {
            return self.draw_line(scene, area, buf);
        }
        let width = self.column(area.width);
        let mut rest = area;
        for figure in &self.0 {
            let column = Rect {
                width: width.min(rest.width),
                ..rest
            };
            let digits = Rect {
                height: area.height - 1,
                ..column
            };
            let style = scene.look.style(figure.paint);
            big::draw(buf, digits, &figure.number, style, Side::Left, scene.look);
            let label = prose::cut(&figure.label, column.width, scene.look);
            let style = scene.look.style(Paint::Text);
            prose::put(buf, below(column, area.height - 1), &label, style);
            rest = after(rest, width.saturating_add(GAP));
        }
    }

    /// All on one line, as far as there is room.
    fn draw_line(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let between = format!(" {} ", scene.look.sign(Sign::Between));
        let mut rest = area;
        for (index, figure) in self.0.iter().enumerate() {
            if index > 0 {
                let used = prose::put(buf, rest, &between, scene.look.style(Paint::Quiet));
                rest = after(rest, used);
            }
            let style = scene.look.style(figure.paint).bold();
            let used = prose::put(buf, rest, &figure.number, style);
            rest = after(rest, used.saturating_add(1));
            let label = prose::cut(&figure.label, rest.width, scene.look);
            let used = prose::put(buf, rest, &label, scene.look.style(Paint::Text));
            rest = after(rest, used);
        }
    }
}
