//! The start: what somebody wants to do who typed nothing but `halte`. What can be resumed or read is told from
//! outside; what is wanted is told back, and tried there, so that what is wrong can be said here.

mod host;

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::dialog::{Dialog, page};
use super::key::Key;
use super::look::{Look, Paint, Sign};
use super::screen::Mouse;
use super::sheet::{Field, Pressed, Sheet};
use super::widget::{list, prose};
use crate::content::Content;
use crate::locale::Locale;
use host::HostSheet;
pub use host::NewWorkshop;

/// A file there is something to do with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelved {
    /// Where it is.
    pub path: String,
    /// What it is called, with its date.
    pub words: String,
}

/// The files there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shelf {
    /// Plans that can be opened.
    pub plans: Vec<Shelved>,
    /// Workshops that were begun and not ended.
    pub begun: Vec<Shelved>,
}

/// What somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// To open a room for a new workshop.
    Host(Box<NewWorkshop>),
    /// To open a room for this plan.
    Plan(String),
    /// To go on with this one.
    Resume(String),
    /// To look back over the workshops that were saved.
    Review,
    /// To join a room.
    Join(String),
    /// To rehearse with so many simulated people.
    Rehearse(u16),
    /// To leave.
    Quit,
}

/// The start screen.
#[derive(Debug)]
pub struct Start {
    locale: Locale,
    look: Look,
    shelf: Shelf,
    host: HostSheet,
    join: Sheet,
    rehearse: Sheet,
    page: Page,
    /// Where the marker is in the list of the page.
    at: usize,
    /// What was wrong with the last wish.
    trouble: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    Menu,
    Host,
    Plans,
    Resume,
    Review,
    Join,
    Rehearse,
}

/// The menu: the key of its words, and where it leads.
const MENU: [(&str, Page); 6] = [
    ("start-host", Page::Host),
    ("start-plan", Page::Plans),
    ("start-resume", Page::Resume),
    ("start-join", Page::Join),
    ("start-review", Page::Review),
    ("start-rehearse", Page::Rehearse),
];
/// What stands before a link that was copied from a screen.
const JOIN: &str = "halte join ";
/// People in a rehearsal unless somebody says otherwise.
const PEOPLE: &str = "12";

impl Start {
    /// A start screen over these files.
    #[must_use]
    pub fn new(shelf: Shelf, content: &Content, locale: Locale, look: Look) -> Self {
        let link = Field::line(locale.say("start-link")).hint(locale.say("start-link-hint"));
        let people = Field::line(locale.say("start-people")).with(PEOPLE);
        Self {
            locale,
            look,
            shelf,
            host: HostSheet::new(content, locale),
            join: Sheet::new(vec![link]),
            rehearse: Sheet::new(vec![people]),
            page: Page::Menu,
            at: 0,
            trouble: None,
        }
    }

    /// Says what was wrong with the last wish; what was filled in is still there.
    pub fn object(&mut self, why: String) {
        self.trouble = Some(why);
    }

    /// What can be chosen on the page, in words.
    fn choices(&self) -> Vec<String> {
        let words = |shelved: &[Shelved]| shelved.iter().map(|found| found.words.clone()).collect();
        match self.page {
            Page::Menu => MENU.iter().map(|(key, _)| self.locale.say(key)).collect(),
            Page::Plans => words(&self.shelf.plans),
            Page::Resume => words(&self.shelf.begun),
            Page::Review | Page::Host | Page::Join | Page::Rehearse => Vec::new(),
        }
    }

    fn sheet(&mut self) -> Option<&mut Sheet> {
        match self.page {
            Page::Host => Some(&mut self.host.sheet),
            Page::Join => Some(&mut self.join),
            Page::Rehearse => Some(&mut self.rehearse),
            Page::Menu | Page::Plans | Page::Resume | Page::Review => None,
        }
    }

    fn go(&mut self, page: Page) -> Option<Wish> {
        self.at = MENU
            .iter()
            .position(|(_, known)| *known == self.page)
            .unwrap_or(0);
        if page != Page::Menu {
            self.at = 0;
        }
        self.page = page;
        self.trouble = None;
        None
    }

    /// Takes what the marker is at.
    fn choose(&mut self) -> Option<Wish> {
        let path = |shelved: &[Shelved], at: usize| shelved.get(at).map(|found| found.path.clone());
        match self.page {
            Page::Menu => {
                let (_, page) = *MENU.get(self.at)?;
                // There is nothing to ask about that.
                if page == Page::Review {
                    return Some(Wish::Review);
                }
                self.go(page)
            }
            Page::Plans => path(&self.shelf.plans, self.at).map(Wish::Plan),
            Page::Resume => path(&self.shelf.begun, self.at).map(Wish::Resume),
            Page::Review | Page::Host | Page::Join | Page::Rehearse => None,
        }
    }

    /// Takes the sheet that was handed in.
    fn submit(&mut self) -> Option<Wish> {
        match self.page {
            Page::Host => match self.host.wish() {
                Ok(new) => Some(Wish::Host(Box::new(new))),
                Err((field, why)) => {
                    let why = self.locale.say(why);
                    self.host.sheet.object(field, why);
                    None
                }
            },
            Page::Join => {
                let answers = self.join.answers();
                let link = pasted(answers.text(0));
                (!link.is_empty()).then(|| Wish::Join(link.to_owned()))
            }
            Page::Rehearse => {
                let people = self.rehearse.answers().text(0).parse().ok();
                let people = people.filter(|people| (1..=1_000).contains(people));
                if people.is_none() {
                    let why = self.locale.say("start-people-wrong");
                    self.rehearse.object(0, why);
                }
                people.map(Wish::Rehearse)
            }
            Page::Menu | Page::Plans | Page::Resume | Page::Review => None,
        }
    }

    fn page(&self, area: Rect, buf: &mut Buffer) -> Rect {
        let (title, keys) = match self.page {
            Page::Menu => ("start-title", "start-keys-menu"),
            Page::Host => ("start-host", "start-keys-sheet"),
            Page::Plans => ("start-plan", "start-keys-list"),
            Page::Resume => ("start-resume", "start-keys-list"),
            Page::Review => ("start-review", "start-keys-list"),
            Page::Join => ("start-join", "start-keys-sheet"),
            Page::Rehearse => ("start-rehearse", "start-keys-sheet"),
        };
        let lead = match (&self.trouble, self.page) {
            (Some(why), _) => format!("{} {why}", self.look.sign(Sign::Cross)),
            (None, Page::Menu) => self.locale.say("start-lead"),
            (None, _) => String::new(),
        };
        let (title, keys) = (self.locale.say(title), self.locale.say(keys));
        page(&title, &lead, &keys, self.look, area, buf)
    }

    fn step(&mut self, by: isize) -> Option<Wish> {
        let last = self.choices().len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        None
    }
}

/// A link as it may have come along with the command that was copied.
fn pasted(text: &str) -> &str {
    let text = text.trim();
    let link = text.strip_prefix(JOIN).unwrap_or(text);
    link.trim().trim_matches('"')
}

impl Dialog for Start {
    type Answer = Wish;

    fn press(&mut self, key: Key) -> Option<Wish> {
        if let Some(sheet) = self.sheet() {
            return match sheet.press(key) {
                Pressed::Submitted => self.submit(),
                Pressed::NotTaken if key == Key::of(KeyCode::Esc) => self.go(Page::Menu),
                Pressed::Taken | Pressed::NotTaken => None,
            };
        }
        match key.code {
            KeyCode::Esc | KeyCode::Char('q') if self.page == Page::Menu => Some(Wish::Quit),
            KeyCode::Esc => self.go(Page::Menu),
            KeyCode::Enter => self.choose(),
            KeyCode::Up | KeyCode::Char('k') => self.step(-1),
            KeyCode::Down | KeyCode::Char('j') | KeyCode::Tab => self.step(1),
            KeyCode::PageUp => self.step(-10),
            KeyCode::PageDown => self.step(10),
            KeyCode::Char(digit @ '1'..='9') => {
                let at = digit
                    .to_digit(10)
                    .and_then(|digit| usize::try_from(digit).ok())?;
                self.at = at.checked_sub(1).filter(|at| *at < self.choices().len())?;
                self.choose()
            }
            _ => None,
        }
    }

    fn paste(&mut self, text: &str) {
        if let Some(sheet) = self.sheet() {
            sheet.paste(text);
        }
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect) -> Option<Wish> {
        let inner = self.page(area, &mut Buffer::empty(area));
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1),
            MouseEventKind::ScrollUp => self.step(-1),
            MouseEventKind::Down(MouseButton::Left) => {
                if let Some(sheet) = self.sheet() {
                    sheet.mouse(mouse, inner);
                    return None;
                }
                let count = self.choices().len();
                let (first, _) = list::window(self.at, count, inner.height, |_| 1);
                let row = inner.contains(mouse.at).then(|| mouse.at.y - inner.y)?;
                self.at = Some(first + usize::from(row)).filter(|at| *at < count)?;
                self.choose()
            }
            _ => None,
        }
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = self.page(area, buf);
        let sheet = match self.page {
            Page::Host => &self.host.sheet,
            Page::Join => &self.join,
            Page::Rehearse => &self.rehearse,
            Page::Menu | Page::Plans | Page::Resume | Page::Review => {
                self.draw_choices(inner, buf);
                return None;
            }
        };
        sheet.draw(inner, buf, self.look)
    }
}

impl Start {
    fn draw_choices(&self, inner: Rect, buf: &mut Buffer) {
        let choices = self.choices();
        let width = usize::from(inner.width);
        if choices.is_empty() && !inner.is_empty() {
            let none = self.locale.say("start-none");
            for (row, line) in (inner.top()..inner.bottom()).zip(prose::wrap(&none, inner.width)) {
                buf.set_stringn(inner.x, row, line, width, self.look.style(Paint::Quiet));
            }
            return;
        }
        let (first, shown) = list::window(self.at, choices.len(), inner.height, |_| 1);
        let rows = choices.iter().enumerate().skip(first).take(shown);
        for (row, (index, words)) in (inner.top()..inner.bottom()).zip(rows) {
            let is_chosen = index == self.at;
            let (sign, paint) = if is_chosen {
                (self.look.sign(Sign::Selected), Paint::Selected)
            } else {
                (" ", Paint::Text)
            };
            let line = format!("{sign} {}  {words}", index + 1);
            let line = prose::cut(&line, inner.width, self.look);
            let place = Rect {
                y: row,
                height: 1,
                ..inner
            };
            buf.set_style(place, self.look.style(paint));
            buf.set_stringn(inner.x, row, line, width, self.look.style(paint));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_taken_also_with_the_command_it_was_copied_with() {
        for text in [
            "h/K7QF-2M9X",
            " halte join h/K7QF-2M9X ",
            "halte join \"h/K7QF-2M9X\"",
        ] {
            assert_eq!(pasted(text), "h/K7QF-2M9X", "{text}");
        }
    }
}
