//! A real terminal: taken before the first frame and given back as it was, after the end, a panic or a signal. The
//! only place in here that knows the process's own terminal; another byte stream has a [`Surface`] of its own.

use std::io::{self, Write};
use std::panic;
use std::pin::Pin;
use std::sync::Once;
use std::task::{Context, Poll};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
    EventStream,
};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{cursor, execute};
use futures_util::{Stream, StreamExt as _};
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};

use super::harmless::make_harmless;
use super::run::{Input, Surface};

/// Puts the program to sleep until somebody wakes it.
pub type Sleep = fn() -> io::Result<()>;

/// The terminal the program was started in.
#[derive(Debug)]
pub struct Tty {
    terminal: Terminal<CrosstermBackend<io::Stdout>>,
    sleep: Sleep,
    // Dropped last: what is drawn has gone out by then.
    _guard: Guard,
}

/// Gives the terminal back when it is dropped, however that comes.
#[derive(Debug)]
struct Guard;

impl Guard {
    /// Takes the terminal. The guard is there before anything is changed, so that a start that fails half-way is
    /// undone as well.
    fn take() -> io::Result<Self> {
        give_back_on_panic();
        let guard = Self;
        take()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // A terminal that is gone takes nothing back, and there is nobody to tell.
        let _ = give_back();
    }
}

/// Columns and rows of the terminal this program writes to, if it is one.
#[must_use]
pub fn size() -> Option<(u16, u16)> {
    crossterm::terminal::size().ok()
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        // Somebody who was killed there may have left the other screen with something on it.
        Clear(ClearType::All),
        EnableBracketedPaste,
        EnableMouseCapture,
        SetTitle("halte"),
        cursor::Hide
    )
}

fn give_back() -> io::Result<()> {
    let shown = execute!(
        io::stdout(),
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    disable_raw_mode().and(shown)
}

/// What a panic says should be read on a terminal that was given back.
fn give_back_on_panic() {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panicked| {
            let _ = give_back();
            before(panicked);
        }));
    });
}

impl Tty {
    /// Takes the terminal the program was started in.
    ///
    /// # Errors
    /// When it is none, or cannot be written.
    pub fn take(sleep: Sleep) -> io::Result<Self> {
        let guard = Guard::take()?;
        Ok(Self {
            terminal: Terminal::new(CrosstermBackend::new(io::stdout()))?,
            sleep,
            _guard: guard,
        })
    }
}

impl Surface for Tty {
    fn draw(&mut self, render: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        let drawn = self.terminal.draw(|frame| {
            render(frame);
            make_harmless(frame.buffer_mut());
        });
        drawn.map(drop)
    }

    fn clear(&mut self) -> io::Result<()> {
        // Not ratatui's own way: that asks the terminal where its cursor is, and somebody else may hear the answer.
        execute!(io::stdout(), Clear(ClearType::All))?;
        self.terminal.swap_buffers();
        Ok(())
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut out = io::stdout();
        execute!(out, CopyToClipboard::to_clipboard_from(text))?;
        out.flush()
    }

    fn suspend(&mut self) -> io::Result<()> {
        give_back()?;
        (self.sleep)()?;
        self.wake()
    }

    fn wake(&mut self) -> io::Result<()> {
        take()?;
        self.clear()
    }
}

/// What is typed at the terminal the program was started in, and that it was woken.
pub struct Keyboard<W> {
    events: EventStream,
    woken: W,
}

impl<W> std::fmt::Debug for Keyboard<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keyboard")
    }
}

impl<W: Stream<Item = ()> + Unpin> Keyboard<W> {
    /// Listens to the terminal, and to what tells that the program was asleep.
    #[must_use]
    pub fn listen(woken: W) -> Self {
        Self {
            events: EventStream::new(),
            woken,
        }
    }
}

impl<W: Stream<Item = ()> + Unpin> Stream for Keyboard<W> {
    type Item = io::Result<Input>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Poll::Ready(Some(())) = self.woken.poll_next_unpin(context) {
            return Poll::Ready(Some(Ok(Input::Woken)));
        }
        let event = self.events.poll_next_unpin(context);
        event.map(|event| event.map(|event| event.map(Input::Terminal)))
    }
}
