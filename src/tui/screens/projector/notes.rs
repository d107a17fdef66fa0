//! What people wrote, one text below the other; where there is no room for all of them, the latest ones.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::{after, below, prose};
use crate::workshop::entry::Contribution;

/// A text and the word that stands before it.
#[derive(Debug)]
pub(super) struct Note {
    head: String,
    paint: Paint,
    whole: String,
}

impl Note {
    /// A text after a word of its own color.
    pub(super) fn new(scene: &Scene<'_>, head: String, paint: Paint, text: &str) -> Self {
        let between = scene.look.sign(Sign::Between);
        Self {
            whole: format!("{head} {between} {text}"),
            head,
            paint,
        }
    }

    /// A contribution after its kind.
    pub(super) fn of(scene: &Scene<'_>, contribution: &Contribution) -> Self {
        let kind = contribution.kind;
        let head = scene.locale.kind(kind);
        Self::new(scene, head, Paint::Kind(kind), contribution.text.as_str())
    }

    /// The rows it takes.
    pub(super) fn height(&self, width: u16) -> u16 {
        prose::height(&self.whole, width)
    }

    /// Draws it; what does not fit is left out, and that shows.
    pub(super) fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let look = scene.look;
        let lines = prose::wrap(&self.whole, area.width);
        let is_cut = lines.len() > usize::from(area.height);
        let mut rest = area;
        for (index, line) in lines.iter().enumerate() {
            if rest.is_empty() {
                return;
            }
            let text = look.style(Paint::Text);
            if let Some(behind) = line.strip_prefix(&self.head).filter(|_| index == 0) {
                let style = look.style(self.paint).bold();
                let used = prose::put(buf, rest, &self.head, style);
                prose::put(buf, after(rest, used), behind, text);
            } else if is_cut && rest.height == 1 {
                let longer = format!("{line} {}", " ".repeat(usize::from(area.width)));
                prose::put(buf, rest, &prose::cut(&longer, area.width, look), text);
            } else {
                prose::put(buf, rest, line, text);
            }
            rest = below(rest, 1);
        }
    }
}

/// Says how many earlier ones are not shown.
pub(super) fn draw_more(scene: &Scene<'_>, count: usize, area: Rect, buf: &mut Buffer) {
    let words = scene.say_with("projector-more", &[("count", count.into())]);
    let words = prose::cut(&words, area.width, scene.look);
    prose::put(buf, area, &words, scene.look.style(Paint::Quiet));
}

/// From this height on, texts stand apart from each other even when fewer fit so.
const AIRY: u16 = 10;

/// Draws the latest of so many notes, the newest last, with a row of air between them where there is room.
/// `note` makes one; those too early to be shown are never made.
pub(super) fn draw_latest(
    scene: &Scene<'_>,
    count: usize,
    note: impl Fn(usize) -> Option<Note>,
    area: Rect,
    buf: &mut Buffer,
) {
    if count == 0 || area.is_empty() {
        return;
    }
    let mut shown: Vec<(Note, u16)> = Vec::new();
    let mut used = 0_u16;
    let apart = u16::from(area.height >= AIRY);
    for index in (0..count).rev() {
        let Some(note) = note(index) else { continue };
        let height = note.height(area.width);
        // A row is kept for saying that there are more.
        let room = area.height.saturating_sub(u16::from(index > 0));
        if used.saturating_add(height) > room && !shown.is_empty() {
            break;
        }
        used = used.saturating_add(height).saturating_add(apart);
        shown.push((note, height));
    }
    let mut rest = area;
    let left_out = count - shown.len();
    if left_out > 0 {
        draw_more(scene, left_out, rest, buf);
        rest = below(rest, 1);
    }
    let gaps = u16::try_from(shown.len()).unwrap_or(u16::MAX);
    let air = apart.max(u16::from(used.saturating_add(gaps) <= rest.height));
    for (note, height) in shown.iter().rev() {
        let place = Rect {
            height: rest.height.min(*height),
            ..rest
        };
        note.draw(scene, place, buf);
        rest = below(rest, height.saturating_add(air));
    }
}
