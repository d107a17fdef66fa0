//! Before it begins: what this is, how to come in, and how many are here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::figures::{Figure, Figures};
use super::parted;
use super::poster::Poster;
use crate::tui::look::Paint;
use crate::tui::scene::Scene;
use crate::tui::widget::after;
use crate::tui::widget::qr::Code;

/// The columns between the words and the code for cameras.
const GAP: u16 = 4;
/// The words keep at least so many columns.
const WORDS: u16 = 40;
/// With at least so many rows the address is in big letters as well as the code.
const TALL: u16 = 30;
/// The most rows of the number of people, which matters less than how to come in.
const HERE: u16 = 6;

/// Draws it.
pub(super) fn draw(scene: &Scene<'_>, code: Option<&Code>, page: Rect, buf: &mut Buffer) {
    // The page behind the code tells how to join, which nobody new can while the room is locked.
    let words = match code.filter(|_| !scene.presence.locked) {
        Some(code) => draw_code(scene, code, page, buf),
        None => page,
    };
    let here = scene.presence.connected;
    let figures = Figures(vec![Figure::count(scene, "projector-here", here)]);
    let bare = poster(scene, words, false);
    let spare = words.height.saturating_sub(bare.least(words.width));
    let most = spare.min(words.height / 4).min(HERE);
    let (top, bottom) = parted(words, figures.height(words.width, most, scene));
    // What it is about is told aloud; how to come in has to be read.
    let whole = poster(scene, words, true);
    let poster = if whole.is_grown(top) { whole } else { bare };
    poster.draw(top, buf);
    figures.draw(scene, bottom, buf);
}

/// Draws the code for cameras to the right where it leaves room for the words, and answers what it leaves.
fn draw_code(scene: &Scene<'_>, code: &Code, page: Rect, buf: &mut Buffer) -> Rect {
    let (columns, rows) = code.size(scene.look);
    let room = page.width.saturating_sub(columns.saturating_add(GAP));
    if room < WORDS || rows > page.height {
        return page;
    }
    let top = page.height.saturating_sub(rows) / 2;
    let place = Rect {
        y: page.y.saturating_add(top),
        height: rows,
        ..after(page, page.width - columns)
    };
    code.draw(buf, place, scene.look);
    Rect {
        width: room,
        ..page
    }
}

fn poster(scene: &Scene<'_>, words: Rect, with_frame: bool) -> Poster {
    let mut poster = Poster::new(scene.look);
    let invitation = scene.invitation;
    let title = scene.view.plan().title.as_str();
    poster.big(title, Paint::Title, words.height / 5 * 2);
    if with_frame {
        let frame = &scene.view.plan().notices.frame;
        poster.say(scene.read(frame), Paint::Text);
    }
    let join = invitation
        .typed
        .as_ref()
        .map(|typed| format!("halte join {typed}"));
    if scene.presence.locked {
        poster.say(&scene.say("invite-locked"), Paint::Warn);
        // Who was in comes back by it.
        poster.say(&join.unwrap_or_default(), Paint::Quiet);
        return poster;
    }
    if let Some(join) = join {
        poster.say(&scene.say("projector-join"), Paint::Text);
        poster.say(&join, Paint::Strong);
    }
    let place = invitation.place();
    if !place.is_empty() && words.height >= TALL {
        poster.big(place, Paint::Accent, words.height / 5);
    }
    if !invitation.code.is_empty() {
        poster.big(&invitation.code, Paint::Accent, words.height / 3);
    }
    poster
}
