//! What stands around every page of the review: what it is and how much was read, what is wrong with a folder, and what
//! can be done by key.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::widgets::{Clear, Widget as _};

use super::leaf::Room;
use super::{Review, room};
use crate::tui::intent::Weight;
use crate::tui::look::{Look, Paint, Sign};
use crate::tui::shell::PARTICIPANT;
use crate::tui::widget::chips::{Chip, Chips};
use crate::tui::widget::prose;

/// The parts of the terminal.
pub(super) struct Parts {
    pub(super) headline: Rect,
    pub(super) banner: Rect,
    pub(super) main: Rect,
    pub(super) footer: Rect,
}

impl Review {
    pub(super) fn parts(&self, area: Rect) -> Parts {
        let [headline, banner, main, footer] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(u16::from(self.trouble.is_some())),
            Constraint::Min(0),
            Constraint::Length(1),
        ])
        .areas(area);
        Parts {
            headline,
            banner,
            main,
            footer,
        }
    }

    /// Draws everything into a buffer, and says where the cursor is.
    pub fn paint(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = self.look;
        buf.set_style(area, look.style(Paint::Text));
        if area.width < PARTICIPANT.0 / 2 || area.height < PARTICIPANT.1 / 2 {
            let words = self.locale.say("review-too-small");
            prose::flow(buf, area, &words, look.style(Paint::Text));
            return None;
        }
        let parts = self.parts(area);
        let room = room(&self.catalogue, self.locale, look, parts.main);
        self.headline(&room, parts.headline, buf);
        if let Some(trouble) = &self.trouble {
            let words = format!(" {} {trouble}", look.sign(Sign::Cross));
            bar(&words, look, Paint::Bad, parts.banner, buf);
        }
        let mut cursor = None;
        // Only what can be seen: the last page that takes all, and what stands above it.
        let pages = self.pages.iter();
        let mut wholes = pages.map(|page| page.place(&room, parts.main) == parts.main);
        let first = wholes.rposition(|is_whole| is_whole).unwrap_or(0);
        for (level, page) in self.pages.iter().skip(first).enumerate() {
            let place = page.place(&room, parts.main).intersection(parts.main);
            if level > 0 {
                Clear.render(place, buf);
                buf.set_style(place, look.style(Paint::Text));
            }
            cursor = page.draw(&room, place, buf);
        }
        self.footer(parts.footer, buf);
        cursor.filter(|cursor| area.contains(*cursor))
    }

    fn headline(&self, room: &Room<'_>, place: Rect, buf: &mut Buffer) {
        let (found, read) = self.catalogue.progress();
        let read = room.say_with(
            "review-read",
            &[("read", read.into()), ("found", found.into())],
        );
        let right = format!("{read} ");
        let title = self.pages.last().map(|top| top.headline(room));
        let left = place.width.saturating_sub(prose::width(&right) + 2);
        let title = format!(" {}", title.unwrap_or_default());
        let title = prose::cut(&title, left, room.look);
        prose::put(buf, place, &title, room.look.style(Paint::Title));
        prose::put_right(buf, place, &right, room.look.style(Paint::Quiet));
    }

    /// A notice while it stands, or else the keys.
    fn footer(&self, place: Rect, buf: &mut Buffer) {
        let look = self.look;
        if let Some(notice) = &self.notice {
            let (sign, paint) = match notice.weight {
                Weight::Info => (Sign::Check, Paint::Good),
                Weight::Trouble => (Sign::Cross, Paint::Bad),
            };
            let words = format!(" {} {}", look.sign(sign), notice.words);
            return bar(&words, look, paint, place, buf);
        }
        let chips: Vec<Chip> = self.chips().into_iter().map(|(chip, _, _)| chip).collect();
        Chips::new(&chips, look).draw(place, buf);
    }
}

/// A row of one paint.
fn bar(words: &str, look: Look, paint: Paint, place: Rect, buf: &mut Buffer) {
    let style = look.style(paint);
    buf.set_style(place, style);
    prose::put(buf, place, &prose::cut(words, place.width, look), style);
}
