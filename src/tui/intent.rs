//! What a key means: what a screen asks the app for. The screen itself changes nothing but its own state.

use uuid::Uuid;

use super::app::Layer;
use super::look::Tone;
use super::screen::Mode;
use crate::language::Language;
use crate::workshop::Command;

/// Something a screen asks for.
#[derive(Debug)]
pub enum Intent {
    /// Ask the room for this.
    Ask(Command),
    /// Tell the person something, in a line that goes away by itself.
    Tell(Notice),
    /// Put a popup on top.
    Open(Box<dyn Mode>),
    /// Take the top popup away.
    Close,
    /// Copy a text to the clipboard of the person's terminal.
    Copy(String),
    /// Read in another language from now on.
    Speak(Language),
    /// Draw in another tone.
    Tone(Tone),
    /// Draw the prompt and the timer large, or not any more.
    Large(bool),
    /// Forget what was typed under this name.
    Discard(String),
    /// Show what was written and not sent.
    Unsent,
    /// Take what was written and not sent off the person's hands; they gave it otherwise.
    LayDown,
    /// Take a refused text off the person's hands; they gave it again, or do not want it any more.
    DropRefused(Uuid),
    /// Show the film at the record in this place.
    Wind(usize),
    /// Show the help.
    Help,
    /// Show the palette of everything that can be done.
    Palette,
    /// Do what stands at this place of that table.
    Perform(Layer, usize),
    /// Draw everything anew.
    Redraw,
    /// Put the program to sleep, as Ctrl-Z does.
    Suspend,
    /// Leave the screen. The seat stays.
    Quit,
}

/// A line that goes away by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it says, in the reader's language.
    pub words: String,
    /// How much it matters.
    pub weight: Weight,
}

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Good to know.
    Info,
    /// Something was refused or went wrong.
    Trouble,
}

impl Intent {
    /// Tells something that is good to know.
    #[must_use]
    pub const fn info(words: String) -> Self {
        Self::Tell(Notice {
            words,
            weight: Weight::Info,
        })
    }

    /// Tells that something cannot be.
    #[must_use]
    pub const fn trouble(words: String) -> Self {
        Self::Tell(Notice {
            words,
            weight: Weight::Trouble,
        })
    }
}
