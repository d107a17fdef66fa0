//! The loop around a film: it waits for a key, for time to pass or for the end. As with a seat's loop, keys, terminal
//! and clock are handed in.

use std::io;
use std::time::Duration;

use futures_util::{Stream, StreamExt as _};
use ratatui::Frame;
use tokio::time::Instant;

use super::Film;
use crate::moment::Moment;
use crate::tui::app::{Effect, Incoming};
use crate::tui::run::{FRAME, Input, Surface, TuiError, of_input, until};

/// Shows the film until the person leaves it, the program is asked to stop or the terminal is gone.
///
/// # Errors
/// When the terminal cannot be read or written.
pub async fn run<S: Surface>(
    mut film: Film,
    surface: &mut S,
    mut events: impl Stream<Item = io::Result<Input>> + Unpin,
    clock: impl Fn() -> Moment,
    stop: impl Future<Output = ()>,
) -> Result<(), TuiError> {
    let mut stop = std::pin::pin!(stop);
    let mut drawn = Instant::now()
        .checked_sub(FRAME)
        .unwrap_or_else(Instant::now);
    loop {
        let now = clock();
        let wakes = film.wakes_at(now);
        let wake = wakes.map(|at| Instant::now() + Duration::from_millis(at.millis_since(now)));
        if film.is_dirty() && drawn.elapsed() >= FRAME {
            let render = &mut |frame: &mut Frame<'_>| film.draw(frame, now);
            surface.draw(render).map_err(TuiError::Output)?;
            drawn = Instant::now();
        }
        let next_frame = film.is_dirty().then(|| drawn + FRAME);
        let incoming = tokio::select! {
            biased;
            () = &mut stop => return Ok(()),
            input = events.next() => match input {
                Some(input) => of_input(input.map_err(TuiError::Input)?, surface)?,
                // The terminal is gone, and with it whoever looked on.
                None => return Ok(()),
            },
            () = until(wake) => Some(Incoming::Tick),
            () = until(next_frame) => None,
        };
        let Some(incoming) = incoming else { continue };
        for effect in film.handle(incoming, clock()) {
            match effect {
                Effect::Copy(text) => surface.copy(&text).map_err(TuiError::Output)?,
                Effect::Redraw => surface.clear().map_err(TuiError::Output)?,
                Effect::Suspend => surface.suspend().map_err(TuiError::Output)?,
                Effect::End(_) => return Ok(()),
                // There is no room to give anything to, and nothing is typed that should be kept.
                Effect::Give(_) | Effect::Keep(_) => {}
            }
        }
    }
}
