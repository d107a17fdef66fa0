//! The review: an organiser's screens over saved sessions, without a seat. One value takes one thing at a time (a key,
//! a click, what came of the files) and answers with what the outside should do; it is drawn from there. It opens no
//! file: what should be read or written is an order.

mod everywhere;
mod export;
mod frame;
mod items;
mod leaf;
mod listing;
mod names;
mod notes;
mod picker;
mod reading;
mod run;
mod sheets;
mod table;
mod text;
mod view;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::binding::Hint;
use super::intent::{Notice, Weight};
use super::key::Key;
use super::look::Look;
use super::popup::help_text;
use super::screen::Mouse;
use super::shell::ranked_chips;
use super::widget::chips::{Chip, Chips};
use crate::locale::Locale;
use crate::review::catalogue::Catalogue;
use crate::review::{News, Order, Unkept};
use everywhere::Everywhere;
use leaf::{Ask, Heard, Layer, Page, Room};
use listing::Listing;
use reading::Reading;
pub use run::run;

/// Something the outside should do.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Do something with files.
    Order(Order),
    /// Put away what is being typed about a session, so that a killed program costs nobody a word. None when it is kept
    /// or thrown away.
    PutAway(PathBuf, Option<Unkept>),
    /// Copy a text to the clipboard of the person's terminal.
    Copy(String),
    /// Clear the terminal and draw everything anew.
    Redraw,
    /// Put the program to sleep.
    Suspend,
    /// The end.
    End,
}

/// The screens of the review.
#[derive(Debug)]
pub struct Review {
    locale: Locale,
    look: Look,
    /// The terminal as it was last drawn.
    area: Rect,
    catalogue: Catalogue,
    /// The pages, the one that is looked at last.
    pages: Vec<Box<dyn Page>>,
    notice: Option<Notice>,
    /// What is wrong with a folder.
    trouble: Option<String>,
    /// What was asked to be opened; forgotten when somebody goes elsewhere meanwhile.
    awaited: Option<Vec<PathBuf>>,
    /// Somebody wants to leave, and was told that something is not kept.
    is_warned: bool,
}

impl Review {
    /// A review that knows of no session yet.
    #[must_use]
    pub fn new(locale: Locale, look: Look) -> Self {
        Self {
            locale,
            look,
            area: Rect::default(),
            catalogue: Catalogue::default(),
            pages: vec![Box::new(Listing::default())],
            notice: None,
            trouble: None,
            awaited: None,
            is_warned: false,
        }
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        let is_warned = std::mem::take(&mut self.is_warned);
        let room = room(&self.catalogue, self.locale, self.look, self.main());
        let pressed = match self.pages.last_mut() {
            Some(top) => top.press(key, &room),
            None => None,
        };
        let asks = match pressed {
            Some(asks) => asks,
            None => Page::press(&mut Everywhere, key, &room).unwrap_or_default(),
        };
        self.carry_out(asks, is_warned)
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) -> Vec<Effect> {
        let asks = self.ask_top(|top, room| top.pasted(text, room));
        self.carry_out(asks, false)
    }

    /// Takes what the mouse did.
    pub fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        let parts = self.parts(self.area);
        if parts.footer.contains(mouse.at) && self.notice.is_none() {
            let is_click = mouse.kind == MouseEventKind::Down(MouseButton::Left);
            let chips = self.chips();
            let shown: Vec<Chip> = chips.iter().map(|(chip, _, _)| chip.clone()).collect();
            let hit = Chips::new(&shown, self.look).hit(parts.footer, mouse.at);
            let hit = hit.filter(|_| is_click).and_then(|hit| chips.get(hit));
            let ask = hit.map(|(_, layer, index)| Ask::Perform(*layer, *index));
            return self.carry_out(ask.into_iter().collect(), false);
        }
        let asks = self.ask_top(|top, room| {
            let place = top.place(room, parts.main);
            top.mouse(mouse, place, room)
        });
        self.carry_out(asks, false)
    }

    /// Takes in what came of the files; the list is put in order by [`Review::settle`].
    pub fn hear(&mut self, news: News) -> Vec<Effect> {
        match &news {
            News::Found(count) => self.catalogue.expect(*count),
            News::Gone(path) => self.catalogue.remove(path),
            News::Trouble(why) => self.trouble = Some(why.clone()),
            News::NoTrouble => self.trouble = None,
            News::NotOpened(why) | News::NotExported(why) | News::NotPutAway(why) => {
                self.tell(Weight::Trouble, why.clone());
            }
            News::Exported(name) => {
                let name = [("name", name.clone().into())];
                let words = self.locale.say_with("review-exported", &name);
                self.tell(Weight::Info, words);
            }
            News::Entry(entry) => {
                let is_new = self.catalogue.entry(&entry.path).is_none();
                if is_new && entry.unkept.is_some() {
                    let name = [("session", entry.name().into())];
                    let words = self.locale.say_with("review-notes-waiting", &name);
                    self.tell(Weight::Info, words);
                }
            }
            News::Opened(_) | News::NotesKept(_) | News::NotesNotKept { .. } => {}
        }
        let asks = self.ask_all(&Heard::News(&news));
        match news {
            News::Entry(entry) => self.catalogue.put(*entry),
            News::Opened(opened) => return self.opened(&Arc::new(*opened)),
            _ => {}
        }
        self.carry_out(asks, false)
    }

    /// Tells that an order was not taken, because so many wait.
    pub fn is_busy(&mut self) {
        self.tell(Weight::Trouble, self.locale.say("review-busy"));
    }

    /// Puts the list in order after what was heard.
    pub fn settle(&mut self) {
        self.catalogue.settle();
    }

    /// What has to be kept still when the terminal is gone or the program is told to end.
    #[must_use]
    pub fn unkept(&self) -> Option<Order> {
        self.pages.iter().rev().find_map(|page| page.unkept())
    }

    /// Shows sessions that were asked for, unless somebody went elsewhere meanwhile. Those that are being read are
    /// read anew.
    fn opened(&mut self, opened: &Arc<crate::review::opened::Opened>) -> Vec<Effect> {
        let files: Vec<PathBuf> = opened.files.iter().map(|(path, _)| path.clone()).collect();
        let is_awaited = self.awaited.as_ref() == Some(&files);
        if !is_awaited {
            return Vec::new();
        }
        self.awaited = None;
        self.notice = None;
        let is_read = self
            .pages
            .iter()
            .any(|page| page.title() == Reading::SESSION);
        if is_read {
            let asks = self.ask_all(&Heard::Opened(opened));
            return self.carry_out(asks, false);
        }
        let room = room(&self.catalogue, self.locale, self.look, self.main());
        let page = Reading::session(Arc::clone(opened), &room);
        self.carry_out(vec![Ask::Open(Box::new(page))], false)
    }

    fn tell(&mut self, weight: Weight, words: String) {
        self.notice = Some(Notice { words, weight });
    }

    fn ask_top(&mut self, ask: impl FnOnce(&mut dyn Page, &Room<'_>) -> Vec<Ask>) -> Vec<Ask> {
        let room = room(&self.catalogue, self.locale, self.look, self.main());
        match self.pages.last_mut() {
            Some(top) => ask(top.as_mut(), &room),
            None => Vec::new(),
        }
    }

    fn ask_all(&mut self, heard: &Heard<'_>) -> Vec<Ask> {
        let room = room(&self.catalogue, self.locale, self.look, self.main());
        let pages = self.pages.iter_mut();
        pages.flat_map(|page| page.heard(heard, &room)).collect()
    }

    /// Does what was asked, and says what is left for the outside.
    fn carry_out(&mut self, asks: Vec<Ask>, is_warned: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut todo = VecDeque::from(asks);
        while let Some(ask) = todo.pop_front() {
            match ask {
                Ask::Open(page) => {
                    self.awaited = None;
                    self.pages.push(page);
                }
                Ask::Close => {
                    self.awaited = None;
                    if self.pages.len() > 1 {
                        self.pages.pop();
                    }
                }
                Ask::Order(order) => {
                    if let Order::Open(paths) = &order {
                        self.awaited = Some(paths.clone());
                        self.tell(Weight::Info, self.locale.say("review-opening"));
                    }
                    effects.push(Effect::Order(order));
                }
                Ask::PutAway(session, unkept) => {
                    self.catalogue.note_unkept(&session, unkept.clone());
                    effects.push(Effect::PutAway(session, unkept));
                }
                Ask::Copy(text) => {
                    effects.push(Effect::Copy(text));
                    self.tell(Weight::Info, self.locale.say("review-copied"));
                }
                Ask::Warn(words) => self.tell(Weight::Trouble, words),
                Ask::Mark(path) => self.catalogue.mark(&path),
                Ask::MarkAll => self.catalogue.mark_all(),
                Ask::SortBy(sort) => self.catalogue.sort_by(sort),
                Ask::LookFor(typed) => self.catalogue.look_for(&typed),
                Ask::Turn(to) => {
                    todo.extend(self.ask_top(|top, room| top.heard(&Heard::Turn(to), room)));
                }
                Ask::Help | Ask::Palette => self.show_keys(&ask),
                Ask::Perform(layer, index) => {
                    for ask in self.perform(layer, index).into_iter().rev() {
                        todo.push_front(ask);
                    }
                }
                Ask::Speak(language) => {
                    self.locale = Locale::new(language);
                    todo.extend(self.ask_all(&Heard::Language));
                }
                Ask::Tone(tone) => self.look.tone = tone,
                Ask::Redraw => effects.push(Effect::Redraw),
                Ask::Suspend => effects.push(Effect::Suspend),
                Ask::Quit if self.unkept().is_some() && !is_warned => {
                    self.is_warned = true;
                    self.tell(Weight::Trouble, self.locale.say("review-notes-unkept"));
                }
                Ask::Quit => effects.push(Effect::End),
            }
        }
        effects
    }

    fn perform(&mut self, layer: Layer, index: usize) -> Vec<Ask> {
        match layer {
            Layer::Page => self.ask_top(|top, room| top.perform(index, room)),
            Layer::Everywhere => {
                let room = room(&self.catalogue, self.locale, self.look, self.main());
                Page::perform(&mut Everywhere, index, &room)
            }
        }
    }

    /// The tables that hold now.
    fn chapters(&self) -> Vec<(Layer, &'static str, Vec<Hint>)> {
        let room = room(&self.catalogue, self.locale, self.look, self.main());
        let mut chapters = Vec::new();
        if let Some(top) = self.pages.last() {
            chapters.push((Layer::Page, top.title(), top.hints(&room)));
        }
        let common = Page::hints(&Everywhere, &room);
        chapters.push((Layer::Everywhere, Page::title(&Everywhere), common));
        if self.pages.last().is_some_and(|top| top.takes_letters()) {
            // A letter is typed there; what has a second key is done with that one.
            for (_, _, hints) in &mut chapters {
                for hint in hints.iter_mut().filter(|hint| hint.key.typed().is_some()) {
                    match hint.also.take() {
                        Some(also) => hint.key = also,
                        None => hint.is_available = false,
                    }
                }
            }
        }
        chapters
    }

    fn show_keys(&mut self, ask: &Ask) {
        let chapters = self.chapters();
        if matches!(ask, Ask::Palette) {
            let palette = picker::palette(self.locale, self.look, chapters);
            self.pages.push(Box::new(palette));
            return;
        }
        let tables = chapters.iter();
        let tables = tables.map(|(_, title, hints)| (*title, hints.as_slice()));
        let text = help_text(tables, self.locale, self.look);
        self.pages.push(Box::new(text::Text::help(text)));
    }

    fn chips(&self) -> Vec<(Chip, Layer, usize)> {
        let chapters = self.chapters();
        let hints = chapters.iter();
        let hints = hints.flat_map(|(layer, _, hints)| hints.iter().map(|hint| (*layer, hint)));
        ranked_chips(hints, &["do-help"], self.locale, self.look)
    }

    fn main(&self) -> Rect {
        self.parts(self.area).main
    }

    /// Draws everything, and remembers the area.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        self.area = frame.area();
        if let Some(cursor) = self.paint(frame.area(), frame.buffer_mut()) {
            frame.set_cursor_position(cursor);
        }
    }

    /// Remembers how large the terminal is.
    pub const fn resize(&mut self, area: Rect) {
        self.area = area;
    }
}

fn room(catalogue: &Catalogue, locale: Locale, look: Look, area: Rect) -> Room<'_> {
    Room {
        locale,
        look,
        area,
        catalogue,
    }
}
