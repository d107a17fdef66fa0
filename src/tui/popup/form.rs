//! A sheet to fill in, as a popup. What is typed in it is kept under its name until it is handed in, also when it is
//! closed unfinished.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{centered, framed, inside};
use crate::tui::binding::{Binding, bind};
use crate::tui::drafts::Drafts;
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::sheet::{Answers, Field, Pressed, Sheet};

/// The widest it gets.
const WIDTH: u16 = 76;

/// What a sheet becomes, or which field is wrong and why.
type Handed = Result<Vec<Intent>, (usize, String)>;
type HandIn = Box<dyn Fn(&Answers) -> Handed + Send>;

/// A sheet to fill in.
pub struct Form {
    /// What its texts are kept under; nothing is kept without.
    name: Option<String>,
    /// Whether what is typed stays kept when it is handed in.
    is_lasting: bool,
    title: String,
    sheet: Sheet,
    hand_in: HandIn,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Form")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Form {
    /// A form; what follows from it, or what is wrong with it, is told by `hand_in`.
    #[must_use]
    pub fn of(
        name: &str,
        title: String,
        fields: Vec<Field>,
        hand_in: impl Fn(&Answers) -> Handed + Send + 'static,
    ) -> Self {
        Self {
            name: Some(name.to_owned()),
            is_lasting: false,
            title,
            sheet: Sheet::new(fields),
            hand_in: Box::new(hand_in),
        }
    }

    /// A form whose texts are not worth keeping: it begins with what it was made with.
    #[must_use]
    pub fn passing(mut self) -> Self {
        self.name = None;
        self
    }

    /// A form that is the first of several: its texts stay kept until what follows from it forgets them.
    #[must_use]
    pub const fn lasting(mut self) -> Self {
        self.is_lasting = true;
        self
    }

    /// With the cursor in this field.
    #[must_use]
    pub fn at(mut self, field: usize) -> Self {
        self.sheet.go(field);
        self
    }

    fn submit(&mut self) -> Vec<Intent> {
        match (self.hand_in)(&self.sheet.answers()) {
            Ok(mut intents) => {
                intents.insert(0, Intent::Close);
                if let Some(name) = self.name.as_ref().filter(|_| !self.is_lasting) {
                    intents.insert(1, Intent::Discard(format!("{name}/")));
                }
                intents
            }
            Err((field, why)) => {
                self.sheet.object(field, why);
                Vec::new()
            }
        }
    }
}

impl Screen for Form {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::of(KeyCode::Enter), "do-go-on", |form: &mut Self, _| {
            form.submit()
        })
        .footer(1),
        bind(Key::ctrl('s'), "do-submit", |form: &mut Self, _| {
            form.submit()
        })
        .footer(2),
        bind(Key::of(KeyCode::Esc), "do-close-popup", |_, _| {
            vec![Intent::Close]
        })
        .footer(3),
        bind(Key::of(KeyCode::Tab), "do-next-field", |_, _| Vec::new()),
    ];

    fn typed(&mut self, key: Key, _scene: &Scene<'_>) -> Option<Vec<Intent>> {
        match self.sheet.press(key) {
            Pressed::Taken => Some(Vec::new()),
            Pressed::Submitted => Some(self.submit()),
            Pressed::NotTaken => None,
        }
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn pasted(&mut self, text: &str, _scene: &Scene<'_>) -> Vec<Intent> {
        self.sheet.paste(text);
        Vec::new()
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = framed(self, &self.title, scene, area, buf);
        self.sheet.draw(inner, buf, scene.look)
    }

    fn title(&self) -> &'static str {
        "sheet-title"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, _scene: &Scene<'_>) -> Vec<Intent> {
        self.sheet.mouse(mouse, inside(area));
        Vec::new()
    }

    fn keep(&self, drafts: &mut Drafts) {
        if let Some(name) = &self.name {
            self.sheet.keep(name, drafts);
        }
    }

    fn restore(&mut self, drafts: &Drafts) {
        if let Some(name) = &self.name {
            self.sheet.restore(name, drafts);
        }
    }

    fn place(&self, _scene: &Scene<'_>, area: Rect) -> Rect {
        let width = area.width.min(WIDTH);
        let height = self.sheet.height(width.saturating_sub(4));
        centered(area, width, height.saturating_add(2))
    }
}
