//! What was opened, as it is read: its parts beside each other, the contributions behind a cell, and one of them with
//! all that befell it. Each is made of the report again when the language changes or the files are read anew.

mod bindings;
mod shown;

use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::export::Exporting;
use super::items::Behind;
use super::leaf::{Ask, Bind, Heard, Leaf, Room};
use super::names::Names;
use super::sheets;
use super::view::View;
use crate::report::markdown;
use crate::report::table::page::Page;
use crate::review::Order;
use crate::review::opened::Opened;
use crate::tui::key;
use crate::tui::look::{Paint, Sign};
use crate::tui::screen::Mouse;
use crate::tui::widget::{below, prose, tabs};
use shown::{Shown, What, airy, draw_page, lines, shown};

/// What was opened, as it is read.
#[derive(Debug)]
pub(super) struct Reading {
    opened: Arc<Opened>,
    what: What,
    shown: Shown,
}

impl Reading {
    /// The title of the page with the parts, by which it is known.
    pub(super) const SESSION: &'static str = "review-session";

    /// The parts of what was opened.
    pub(super) fn session(opened: Arc<Opened>, room: &Room<'_>) -> Self {
        Self::of(opened, What::Parts(0), room)
    }

    fn of(opened: Arc<Opened>, what: What, room: &Room<'_>) -> Self {
        let shown = shown(&what, &opened, room);
        Self {
            opened,
            what,
            shown,
        }
    }

    fn over(&self, what: What, room: &Room<'_>) -> Vec<Ask> {
        let page = Self::of(Arc::clone(&self.opened), what, room);
        vec![Ask::Open(Box::new(page))]
    }

    /// Makes what is seen anew, and goes back to where it was.
    fn renew(&mut self, room: &Room<'_>) {
        let fresh = shown(&self.what, &self.opened, room);
        let before = std::mem::replace(&mut self.shown, fresh);
        match (&mut self.shown, before) {
            (Shown::Table(now), Shown::Table(before)) => {
                now.at = before.at;
                now.step(0, 0);
            }
            (Shown::Items(now), Shown::Items(before)) => now.restore(before.place()),
            (Shown::Page(_, now), Shown::Page(_, before)) => *now = before,
            _ => {}
        }
    }

    fn has_parts(&self) -> bool {
        matches!(self.what, What::Parts(_))
    }

    fn is_card(&self) -> bool {
        matches!(self.what, What::Card(..))
    }

    fn is_table(&self) -> bool {
        matches!(self.shown, Shown::Table(_))
    }

    /// Whether something stands behind what is chosen in a list.
    fn is_behind(&self) -> bool {
        let Shown::Items(items) = &self.shown else {
            return false;
        };
        items
            .chosen()
            .is_some_and(|item| item.behind != Behind::Nothing)
    }

    /// Goes to another part.
    fn turn(&mut self, to: usize, room: &Room<'_>) -> Vec<Ask> {
        let count = View::all(&self.opened).len();
        if let What::Parts(at) = &mut self.what {
            *at = to.min(count.saturating_sub(1));
            self.shown = shown(&self.what, &self.opened, room);
        }
        Vec::new()
    }

    fn turn_by(&mut self, by: isize, room: &Room<'_>) -> Vec<Ask> {
        let count = View::all(&self.opened).len();
        match &mut self.what {
            What::Parts(at) => {
                let forth = if by < 0 { count - 1 } else { 1 };
                let to = (*at + forth) % count.max(1);
                self.turn(to, room)
            }
            What::Card(keys, at) => {
                *at = at
                    .saturating_add_signed(by)
                    .min(keys.len().saturating_sub(1));
                self.shown = shown(&self.what, &self.opened, room);
                Vec::new()
            }
            What::Contributions { .. } | What::Hits(_) => Vec::new(),
        }
    }

    /// Goes up or down by rows, and sideways where there are columns.
    fn step(&mut self, rows: isize, columns: isize, room: &Room<'_>) -> Vec<Ask> {
        let body = self.body(room.area, room);
        match &mut self.shown {
            Shown::Table(table) => table.step(rows, columns),
            Shown::Items(items) => items.step(rows),
            Shown::Page(page, top) => {
                let lines = lines(page, room, body.width).len();
                let most = lines.saturating_sub(usize::from(body.height));
                *top = top.saturating_add_signed(rows).min(most);
            }
        }
        Vec::new()
    }

    /// Opens what stands behind what is chosen.
    fn enter(&self, room: &Room<'_>) -> Vec<Ask> {
        match &self.shown {
            Shown::Page(..) => Vec::new(),
            Shown::Table(table) => {
                let names = Names::of(&self.opened.report, room);
                let Some(cell) = table.cell(&self.opened.report, &names) else {
                    return vec![Ask::Warn(room.say("review-not-told"))];
                };
                let mut preface = room.count("report-contributions", cell.keys.len());
                if cell.untold > 0 {
                    let untold = room.count("review-untold", cell.untold);
                    preface = format!("{preface}. {untold}");
                }
                let what = What::Contributions {
                    title: cell.title,
                    preface,
                    keys: cell.keys,
                };
                self.over(what, room)
            }
            Shown::Items(items) => match items.chosen().map(|item| &item.behind) {
                None | Some(Behind::Nothing) => Vec::new(),
                Some(Behind::Contribution(_)) => {
                    let (keys, at) = items.contributions();
                    self.over(What::Card(keys, at), room)
                }
                Some(Behind::Contributions(title, keys)) => {
                    let what = What::Contributions {
                        title: title.clone(),
                        preface: room.count("report-contributions", keys.len()),
                        keys: keys.clone(),
                    };
                    self.over(what, room)
                }
            },
        }
    }

    /// Looks for something: in the list that is there, or in everything.
    fn search(&mut self, room: &Room<'_>) -> Vec<Ask> {
        if let Shown::Items(items) = &mut self.shown {
            items.search();
            return Vec::new();
        }
        let title = room.say(View::Contributions.title());
        let keys = self.opened.report.contributions.iter();
        let what = What::Contributions {
            title,
            preface: String::new(),
            keys: keys.map(crate::review::opened::key).collect(),
        };
        let mut page = Self::of(Arc::clone(&self.opened), what, room);
        if let Shown::Items(items) = &mut page.shown {
            items.search();
        }
        vec![Ask::Open(Box::new(page))]
    }

    fn hits(&self, room: &Room<'_>) -> Vec<Ask> {
        self.over(What::Hits(room.catalogue.needle().clone()), room)
    }

    fn paths(&self) -> Vec<PathBuf> {
        let files = self.opened.files.iter();
        files.map(|(path, _)| path.clone()).collect()
    }

    fn reread(&self) -> Vec<Ask> {
        vec![Ask::Order(Order::Open(self.paths()))]
    }

    /// The page that is looked at, whole.
    fn page(&self, room: &Room<'_>) -> Page {
        match (&self.what, &self.shown) {
            (What::Parts(at), shown) => {
                let items = match shown {
                    Shown::Items(items) => Some(items.as_ref()),
                    Shown::Table(_) | Shown::Page(..) => None,
                };
                let view = View::all(&self.opened).get(*at).copied();
                let view = view.unwrap_or(View::Overview);
                sheets::of_view(view, &self.opened, items, room)
            }
            (_, Shown::Items(items)) => sheets::listed(&Leaf::headline(self, room), items),
            (_, Shown::Page(page, _)) => page.clone(),
            (_, Shown::Table(_)) => Page::default(),
        }
    }

    fn markdown(&self, room: &Room<'_>) -> String {
        markdown::written(&self.page(room))
    }

    fn export(&self, room: &Room<'_>) -> Vec<Ask> {
        let stem = match self.opened.report.sessions.as_slice() {
            [session] => session.id.to_string(),
            several => format!("{}-sessions", several.len()),
        };
        let text = self.markdown(room);
        let form = Exporting::new(&stem, text, self.paths(), room);
        vec![Ask::Open(Box::new(form))]
    }

    /// Whether one of the files is another than when it was opened.
    fn is_stale(&self, room: &Room<'_>) -> bool {
        self.opened.files.iter().any(|(path, stamp)| {
            let entry = room.catalogue.entry(path);
            entry.is_none_or(|entry| entry.stamp != *stamp)
        })
    }

    /// The session whose notes are meant, where it is one.
    fn noted(&self) -> Option<PathBuf> {
        match self.opened.files.as_slice() {
            [(path, _)] => Some(path.clone()),
            _ => None,
        }
    }

    fn names_of_parts(&self, room: &Room<'_>) -> Vec<String> {
        let all = View::all(&self.opened).into_iter();
        all.map(|view| room.say(view.title())).collect()
    }

    /// What is above the body: the parts, what the figures are, and that the files changed.
    fn body(&self, area: Rect, room: &Room<'_>) -> Rect {
        let area = airy(area);
        let rows = u16::from(self.has_parts())
            + u16::from(self.is_stale(room))
            + u16::from(self.how(room).is_some() && area.height >= 10);
        let gap = u16::from(rows > 0 && area.height >= 14);
        below(area, rows + gap)
    }

    fn how(&self, room: &Room<'_>) -> Option<String> {
        let What::Parts(at) = &self.what else {
            return None;
        };
        let view = View::all(&self.opened).get(*at).copied()?;
        view.how().map(|key| room.say(key))
    }
}

impl Leaf for Reading {
    const BINDINGS: &'static [Bind<Self>] = bindings::BINDINGS;

    fn title(&self) -> &'static str {
        match self.what {
            What::Parts(_) => Self::SESSION,
            What::Contributions { .. } | What::Hits(_) => "review-contributions",
            What::Card(..) => "review-contribution",
        }
    }

    fn headline(&self, room: &Room<'_>) -> String {
        match &self.what {
            What::Contributions { title, .. } => title.clone(),
            What::Hits(_) => room.say("review-hits-title"),
            What::Card(keys, at) => {
                let place = [("k", (at + 1).into()), ("of", keys.len().into())];
                let place = room.say_with("report-of", &place);
                format!("{} {place}", room.say("review-contribution"))
            }
            What::Parts(_) => match self.opened.report.sessions.as_slice() {
                [session] => session.title.to_string(),
                several => room.count("review-together", several.len()),
            },
        }
    }

    fn typed(&mut self, key: key::Key, _room: &Room<'_>) -> Option<Vec<Ask>> {
        let Shown::Items(items) = &mut self.shown else {
            return None;
        };
        items.typed(key).then(Vec::new)
    }

    fn takes_letters(&self) -> bool {
        matches!(&self.shown, Shown::Items(items) if items.field.is_some())
    }

    fn pasted(&mut self, text: &str, _room: &Room<'_>) -> Vec<Ask> {
        if let Shown::Items(items) = &mut self.shown {
            items.pasted(text);
        }
        Vec::new()
    }

    fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = room.look;
        let mut rest = airy(area);
        if let What::Parts(at) = &self.what {
            tabs::draw(&self.names_of_parts(room), *at, rest, buf, look);
            rest = below(rest, 1);
        }
        if self.is_stale(room) {
            let words = format!("{} {}", look.sign(Sign::Lost), room.say("review-stale"));
            let words = prose::cut(&words, rest.width, look);
            prose::put(buf, rest, &words, look.style(Paint::Warn));
            rest = below(rest, 1);
        }
        if let Some(how) = self.how(room).filter(|_| area.height >= 10) {
            let how = prose::cut(&how, rest.width, look);
            prose::put(buf, rest, &how, look.style(Paint::Quiet));
        }
        let body = self.body(area, room);
        match &self.shown {
            Shown::Table(table) => {
                table.draw(body, buf, look);
                None
            }
            Shown::Items(items) => items.draw(room, body, buf),
            Shown::Page(page, top) => {
                draw_page(page, *top, room, body, buf);
                None
            }
        }
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, room: &Room<'_>) -> Vec<Ask> {
        let body = self.body(area, room);
        let is_click = mouse.kind == MouseEventKind::Down(MouseButton::Left);
        if is_click && self.has_parts() && mouse.at.y == area.y {
            let hit = tabs::hit(&self.names_of_parts(room), airy(area), mouse.at);
            return match hit {
                Some(to) => self.turn(to, room),
                None => self.turn_by(1, room),
            };
        }
        let is_opened = match (&mut self.shown, mouse.kind) {
            (Shown::Items(items), _) => items.mouse(mouse, body),
            (Shown::Table(table), MouseEventKind::Down(MouseButton::Left)) => {
                let before = table.at;
                table.click(body, mouse.at) && table.at == before
            }
            (_, MouseEventKind::ScrollDown) => return self.step(1, 0, room),
            (_, MouseEventKind::ScrollUp) => return self.step(-1, 0, room),
            _ => false,
        };
        if is_opened {
            self.enter(room)
        } else {
            Vec::new()
        }
    }

    fn heard(&mut self, heard: &Heard<'_>, room: &Room<'_>) -> Vec<Ask> {
        match heard {
            Heard::Opened(opened) if self.paths() == paths_of(opened) => {
                self.opened = Arc::clone(opened);
                self.renew(room);
            }
            Heard::Language => self.renew(room),
            Heard::Turn(to) => return self.turn(*to, room),
            Heard::Opened(_) | Heard::News(_) => {}
        }
        Vec::new()
    }
}

fn paths_of(opened: &Opened) -> Vec<PathBuf> {
    opened.files.iter().map(|(path, _)| path.clone()).collect()
}
