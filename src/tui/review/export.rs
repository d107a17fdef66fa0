//! Where to put what is looked at, or a whole report: a name that is suggested and can be changed. A file that is there
//! already is never replaced.

use std::path::PathBuf;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::leaf::{Ask, Bind, Heard, Leaf, Room, bind};
use super::text::framed;
use crate::review::{Export, Format, News, Order};
use crate::text::{Lines, clean};
use crate::tui::key::Key;
use crate::tui::popup::{centered, inside};
use crate::tui::screen::Mouse;
use crate::tui::sheet::{Field, Pressed, Sheet};

/// The widest it gets.
const WIDTH: u16 = 76;
const WHAT: usize = 0;
const NAME: usize = 1;

/// A file in the making.
#[derive(Debug)]
pub(super) struct Exporting {
    sheet: Sheet,
    /// What the files are called, without an ending.
    stem: String,
    /// What is looked at, as Markdown.
    text: String,
    /// The sessions a whole report would be over.
    sessions: Vec<PathBuf>,
    /// What was chosen when the name was suggested.
    chosen: usize,
}

impl Exporting {
    pub(super) fn new(stem: &str, text: String, sessions: Vec<PathBuf>, room: &Room<'_>) -> Self {
        let mut what = vec![room.say("review-export-view")];
        if !sessions.is_empty() {
            what.extend(Format::ALL.map(|format| {
                room.say(match format {
                    Format::Markdown => "review-export-markdown",
                    Format::Html => "review-export-html",
                    Format::Csv => "review-export-csv",
                    Format::Json => "review-export-json",
                })
            }));
        }
        let stem = clean(stem, Lines::One).replace(['/', '\\'], "-");
        let name = format!("{stem}.md");
        let fields = vec![
            Field::choice(room.say("review-export-what"), what, 0),
            Field::line(room.say("review-export-name"))
                .with(&name)
                .hint(room.say("review-export-hint")),
        ];
        Self {
            sheet: Sheet::new(fields),
            stem,
            text,
            sessions,
            chosen: 0,
        }
    }

    /// The whole report that was chosen, if one was.
    fn format(&self) -> Option<Format> {
        let chosen = self.sheet.answers().chosen(WHAT).checked_sub(1)?;
        Format::ALL.get(chosen).copied()
    }

    /// Suggests a name that goes with what was chosen, as long as nobody changed it.
    fn suggest(&mut self) {
        let answers = self.sheet.answers();
        let chosen = answers.chosen(WHAT);
        if chosen == self.chosen {
            return;
        }
        let ending = |chosen: usize| {
            let format = chosen.checked_sub(1).and_then(|at| Format::ALL.get(at));
            format.map_or("md", |format| format.ending())
        };
        let before = format!("{}.{}", self.stem, ending(self.chosen));
        self.chosen = chosen;
        if answers.text(NAME) == before {
            let name = format!("{}.{}", self.stem, ending(chosen));
            self.sheet.fill(NAME, &name);
        }
    }

    fn submit(&mut self, room: &Room<'_>) -> Vec<Ask> {
        let answers = self.sheet.answers();
        let name = answers.text(NAME);
        if name.is_empty() {
            self.sheet.object(NAME, room.say("review-export-no-name"));
            return Vec::new();
        }
        let what = match self.format() {
            Some(format) => Export::Report(self.sessions.clone(), format, room.locale.language()),
            None => Export::Text(self.text.clone()),
        };
        let name = name.to_owned();
        vec![Ask::Order(Order::Export { name, what })]
    }
}

impl Leaf for Exporting {
    const BINDINGS: &'static [Bind<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-go-on",
            |form: &mut Self, room| form.submit(room),
        )
        .footer(1),
        bind(Key::ctrl('s'), "do-submit", |form: &mut Self, room| {
            form.submit(room)
        })
        .footer(2),
        bind(Key::of(KeyCode::Esc), "do-close-popup", |_, _| {
            vec![Ask::Close]
        })
        .footer(3),
    ];

    fn title(&self) -> &'static str {
        "sheet-title"
    }

    fn headline(&self, room: &Room<'_>) -> String {
        room.say("do-review-export")
    }

    fn typed(&mut self, key: Key, room: &Room<'_>) -> Option<Vec<Ask>> {
        let pressed = self.sheet.press(key);
        self.suggest();
        match pressed {
            Pressed::Taken => Some(Vec::new()),
            Pressed::Submitted => Some(self.submit(room)),
            Pressed::NotTaken => None,
        }
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn pasted(&mut self, text: &str, _room: &Room<'_>) -> Vec<Ask> {
        self.sheet.paste(text);
        Vec::new()
    }

    fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        framed(&room.say("do-review-export"), room.look, area, buf);
        self.sheet.draw(inside(area), buf, room.look)
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, _room: &Room<'_>) -> Vec<Ask> {
        self.sheet.mouse(mouse, inside(area));
        Vec::new()
    }

    fn heard(&mut self, heard: &Heard<'_>, _room: &Room<'_>) -> Vec<Ask> {
        match heard {
            Heard::News(News::Exported(_)) => vec![Ask::Close],
            Heard::News(News::NotExported(why)) => {
                self.sheet.object(NAME, why.clone());
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn place(&self, _room: &Room<'_>, area: Rect) -> Rect {
        let width = area.width.min(WIDTH);
        let height = self.sheet.height(width.saturating_sub(4));
        centered(area, width, height.saturating_add(2))
    }
}
