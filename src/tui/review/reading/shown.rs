//! What is seen of what was opened: a table, a list or a page, made of the report for whoever reads it now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::report::table;
use crate::report::table::page::Page;
use crate::review::opened::{Key, Opened};
use crate::review::search::Needle;
use crate::tui::look::Paint;
use crate::tui::review::items::Items;
use crate::tui::review::leaf::Room;
use crate::tui::review::sheets;
use crate::tui::review::table::Table;
use crate::tui::review::view::{self, View};
use crate::tui::widget::{below, list, prose};

/// What a page is about.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// The parts of what was opened, and which is looked at.
    Parts(usize),
    /// Contributions, and what they have in common.
    Contributions {
        title: String,
        preface: String,
        keys: Vec<Key>,
    },
    /// Everything in which all these words occur.
    Hits(Needle),
    /// One contribution, among others.
    Card(Vec<Key>, usize),
}

/// What is seen of it.
#[derive(Debug)]
pub(super) enum Shown {
    Table(Table),
    Items(Box<Items>),
    /// A page, and the first line of it that is shown.
    Page(Page, usize),
}

/// A cell of air on both sides.
pub(super) fn airy(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1).min(area.right()),
        width: area.width.saturating_sub(2),
        ..area
    }
}

pub(super) fn shown(what: &What, opened: &Opened, room: &Room<'_>) -> Shown {
    match what {
        What::Parts(at) => {
            let view = View::all(opened).get(*at).copied();
            let view = view.unwrap_or(View::Overview);
            if let Some(kind) = view.table() {
                return Shown::Table(Table::of(kind, &opened.report, room));
            }
            match view.items(opened, room) {
                Some(items) => Shown::Items(Box::new(items)),
                None => Shown::Page(sheets::of_view(view, opened, None, room), 0),
            }
        }
        What::Contributions { preface, keys, .. } => {
            Shown::Items(Box::new(view::of_keys(preface.clone(), keys, opened, room)))
        }
        What::Hits(needle) => Shown::Items(Box::new(view::hits(needle, opened, room))),
        What::Card(keys, at) => {
            let page = keys.get(*at).map(|key| sheets::card(key, opened, room));
            Shown::Page(page.unwrap_or_default(), 0)
        }
    }
}

/// A page as lines for the screen.
pub(super) fn lines(page: &Page, room: &Room<'_>, width: u16) -> Vec<String> {
    let look = table::Look {
        ascii: room.look.ascii,
        color: false,
        width: usize::from(width.saturating_sub(2)),
    };
    let text = table::draw(page, look);
    text.trim_start_matches('\n')
        .lines()
        .map(str::to_owned)
        .collect()
}

pub(super) fn draw_page(page: &Page, top: usize, room: &Room<'_>, body: Rect, buf: &mut Buffer) {
    let lines = lines(page, room, body.width);
    let rows = usize::from(body.height);
    let top = top.min(lines.len().saturating_sub(rows));
    for (row, line) in (0..body.height).zip(lines.iter().skip(top)) {
        prose::put(buf, below(body, row), line, room.look.style(Paint::Text));
    }
    list::scrollbar(top, rows, lines.len(), body, buf, room.look);
}
