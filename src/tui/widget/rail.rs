//! The agenda as a rail: every step with what was planned for it and what it took.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::prose;
use crate::tui::look::{Look, Paint, Sign};

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It was done.
    Past,
    /// The group is at it.
    Now,
    /// It is to come.
    Next,
}

/// A line of the rail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A scenario, above its steps.
    Head(String),
    /// A step.
    Step {
        /// What it is called.
        label: String,
        /// Minutes planned.
        planned: u16,
        /// Minutes it took so far.
        used: Option<u64>,
        /// Where it stands.
        stand: Stand,
    },
}

/// The agenda.
#[derive(Debug)]
pub struct Rail<'a> {
    entries: &'a [Entry],
    look: Look,
}

impl Entry {
    /// A scenario.
    #[must_use]
    pub const fn head(label: String) -> Self {
        Self::Head(label)
    }

    /// A step.
    #[must_use]
    pub const fn step(label: String, planned: u16, used: Option<u64>, stand: Stand) -> Self {
        Self::Step {
            label,
            planned,
            used,
            stand,
        }
    }
}

impl<'a> Rail<'a> {
    /// A rail of these entries.
    #[must_use]
    pub const fn new(entries: &'a [Entry], look: Look) -> Self {
        Self { entries, look }
    }

    /// Draws it, from the first entry on that lets the present step be seen with some of what comes.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let rows = usize::from(area.height);
        let is_now = |entry: &Entry| {
            matches!(
                entry,
                Entry::Step {
                    stand: Stand::Now,
                    ..
                }
            )
        };
        let now = self.entries.iter().position(is_now).unwrap_or(0);
        let most = self.entries.len().saturating_sub(rows);
        let first = now.saturating_sub(rows / 2).min(most);
        let shown = self.entries.iter().skip(first);
        for (row, entry) in (area.top()..area.bottom()).zip(shown) {
            self.line(
                entry,
                Rect {
                    y: row,
                    height: 1,
                    ..area
                },
                buf,
            );
        }
    }

    fn line(&self, entry: &Entry, area: Rect, buf: &mut Buffer) {
        let look = self.look;
        let room = area.width.saturating_sub(2);
        match entry {
            Entry::Head(label) => {
                let label = format!(" {label}");
                let label = prose::cut(&label, room, look);
                buf.set_stringn(
                    area.x,
                    area.y,
                    label,
                    usize::from(room),
                    look.style(Paint::Quiet),
                );
            }
            Entry::Step {
                label,
                planned,
                used,
                stand,
            } => {
                let (sign, paint) = match stand {
                    Stand::Past => (Sign::Past, Paint::Quiet),
                    Stand::Now => (Sign::Now, Paint::Selected),
                    Stand::Next => (Sign::Next, Paint::Text),
                };
                let minutes = match used {
                    Some(used) => format!("{used}/{planned}'"),
                    None => format!("{planned}'"),
                };
                let left = room.saturating_sub(prose::width(&minutes));
                let words = format!(" {} {label}", look.sign(sign));
                let words = prose::cut(&words, left, look);
                buf.set_style(
                    Rect {
                        width: room,
                        ..area
                    },
                    look.style(paint),
                );
                buf.set_stringn(area.x, area.y, words, usize::from(left), look.style(paint));
                let end = usize::from(room - left);
                buf.set_stringn(area.x + left, area.y, minutes, end, look.style(paint));
            }
        }
    }
}
