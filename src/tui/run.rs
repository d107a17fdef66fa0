//! The one loop: it waits for a key, for the seat, for time to pass or for the end, builds what came in, lets the app
//! take it, carries out what follows, and draws when something changed. The key stream, the terminal and the clock are
//! handed in, so that tests type strings and any byte stream can carry a screen.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyEventKind, MouseEventKind};
use futures_util::{Stream, StreamExt as _};
use ratatui::Frame;
use ratatui::layout::Position;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::app::{App, Effect, Ending, Incoming, Outlook};
use super::key::Key;
use super::screen::Mouse;
use crate::moment::Moment;
use crate::seat::{Orders, Seat};
use crate::workshop::Command;

/// The shortest time between two frames: faster than anybody sees, slow enough for a burst of news.
pub(super) const FRAME: Duration = Duration::from_millis(16);

/// Where a screen is shown.
pub trait Surface {
    /// Draws one frame.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    fn draw(&mut self, render: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()>;

    /// Forgets what is on the terminal, so that the next frame is drawn whole.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    fn clear(&mut self) -> io::Result<()>;

    /// Copies a text to the clipboard of the person's terminal.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    fn copy(&mut self, text: &str) -> io::Result<()>;

    /// Puts the program to sleep and comes back when it is woken; does nothing where there is no job control.
    ///
    /// # Errors
    /// When the terminal cannot be left or taken again.
    fn suspend(&mut self) -> io::Result<()>;

    /// Takes the terminal again, after the program was put to sleep and woken by somebody else.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    fn wake(&mut self) -> io::Result<()>;
}

/// What comes in from where the screen is shown.
#[derive(Debug)]
pub enum Input {
    /// A key, a click, a paste, another size.
    Terminal(Event),
    /// The program was asleep; the terminal may have been somebody else's meanwhile.
    Woken,
}

/// The screen cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// The terminal cannot be read.
    #[error("cannot read the terminal")]
    Input(#[source] io::Error),
    /// The terminal cannot be written.
    #[error("cannot write the terminal")]
    Output(#[source] io::Error),
}

/// What ties a screen to the program around it.
pub struct Ties<'a, C> {
    /// The clock of this machine.
    pub clock: C,
    /// Where drafts go to be put away.
    pub drafts: watch::Sender<String>,
    /// Whether they could be.
    pub drafts_kept: watch::Receiver<bool>,
    /// Comes when the program is asked to end from outside.
    pub stop: std::pin::Pin<Box<dyn Future<Output = ()> + Send + 'a>>,
}

/// Runs the screen until the person leaves it, the program is asked to stop or the terminal is gone.
///
/// # Errors
/// When the terminal cannot be read or written.
pub async fn run<S: Surface, C: Fn() -> Moment>(
    mut seat: Seat,
    surface: &mut S,
    mut events: impl Stream<Item = io::Result<Input>> + Unpin,
    mut app: App,
    mut ties: Ties<'_, C>,
) -> Result<Ending, TuiError> {
    let orders = seat.orders();
    let mut outgoing = VecDeque::new();
    let mut drawn = Instant::now()
        .checked_sub(FRAME)
        .unwrap_or_else(Instant::now);
    let mut is_linked = true;
    loop {
        let now = (ties.clock)();
        let outlook = outlook_of(&seat, now);
        if app.is_dirty() && drawn.elapsed() >= FRAME {
            let render = &mut |frame: &mut Frame<'_>| app.draw(frame, &outlook);
            surface.draw(render).map_err(TuiError::Output)?;
            drawn = Instant::now();
        }
        // What a frame shows first may be what changes by itself later.
        let wakes = app.wakes_at(&outlook);
        let wake = wakes.map(|at| Instant::now() + Duration::from_millis(at.millis_since(now)));
        let next_frame = app.is_dirty().then(|| drawn + FRAME);
        let incoming = tokio::select! {
            biased;
            () = &mut ties.stop => return Ok(Ending::Left { waiting: 0 }),
            input = events.next() => match input {
                Some(input) => of_input(input.map_err(TuiError::Input)?, surface)?,
                // The terminal is gone, and with it whoever sat there. The seat stays.
                None => return Ok(Ending::Left { waiting: 0 }),
            },
            update = seat.next(), if is_linked => {
                is_linked = update.is_some();
                update.map(|update| Incoming::Update(Box::new(update)))
            }
            () = orders.ready(), if !outgoing.is_empty() => None,
            Ok(()) = ties.drafts_kept.changed() => {
                Some(Incoming::DraftsKept(*ties.drafts_kept.borrow_and_update()))
            }
            () = until(wake) => Some(Incoming::Tick),
            () = until(next_frame) => None,
        };
        let mut todo: VecDeque<Incoming> = incoming.into_iter().collect();
        todo.extend(give(&mut outgoing, &orders, is_linked));
        while let Some(incoming) = todo.pop_front() {
            let now = (ties.clock)();
            for effect in app.handle(incoming, &outlook_of(&seat, now)) {
                match effect {
                    Effect::Give(command) => outgoing.push_back(command),
                    Effect::Keep(drafts) => drop(ties.drafts.send_replace(drafts)),
                    Effect::Copy(text) => surface.copy(&text).map_err(TuiError::Output)?,
                    Effect::Redraw => surface.clear().map_err(TuiError::Output)?,
                    Effect::Suspend => surface.suspend().map_err(TuiError::Output)?,
                    Effect::End(ending) => return Ok(ending),
                }
            }
            todo.extend(give(&mut outgoing, &orders, is_linked));
        }
    }
}

fn outlook_of(seat: &Seat, now: Moment) -> Outlook<'_> {
    Outlook {
        view: seat.view(),
        presence: seat.presence(),
        now,
    }
}

/// Hands over what was given, as far as the link has a place for it; in order, and each told with its id before
/// anything else is taken in.
fn give(outgoing: &mut VecDeque<Command>, orders: &Orders, is_linked: bool) -> Vec<Incoming> {
    let mut given = Vec::new();
    while let Some(command) = outgoing.pop_front() {
        match orders.give(command.clone()) {
            Ok(id) => given.push(Incoming::Given(id, command)),
            Err(_busy) if is_linked => {
                outgoing.push_front(command);
                break;
            }
            Err(busy) => given.push(Incoming::NotGiven(busy.0)),
        }
    }
    given
}

/// What an input is to the app, if it is anything; a terminal that was somebody else's is taken again.
pub(super) fn of_input(
    input: Input,
    surface: &mut impl Surface,
) -> Result<Option<Incoming>, TuiError> {
    match input {
        Input::Terminal(event) => Ok(of_event(event)),
        Input::Woken => {
            surface.wake().map_err(TuiError::Output)?;
            Ok(Some(Incoming::Resized))
        }
    }
}

/// What a terminal's event is to the app, if it is anything.
fn of_event(event: Event) -> Option<Incoming> {
    Some(match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => return None,
        Event::Key(key) => Incoming::Key(Key::from(key)),
        Event::Paste(text) => Incoming::Paste(text),
        Event::Mouse(mouse) if mouse.kind == MouseEventKind::Moved => return None,
        Event::Mouse(mouse) => Incoming::Mouse(Mouse {
            kind: mouse.kind,
            at: Position::new(mouse.column, mouse.row),
        }),
        Event::Resize(..) => Incoming::Resized,
        Event::FocusGained | Event::FocusLost => return None,
    })
}

/// Waits until then; for ever, if there is nothing to wait for.
pub(super) async fn until(then: Option<Instant>) {
    match then {
        Some(then) => sleep_until(then).await,
        None => std::future::pending().await,
    }
}
