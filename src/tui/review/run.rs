//! The loop of the review: it waits for a key, for what comes of the files or for the end, lets the review take it,
//! carries out what follows, and draws. The terminal, the keys and whoever touches files are handed in.

use std::io;
use std::path::PathBuf;

use crossterm::event::{Event, KeyEventKind, MouseEventKind};
use futures_util::{Stream, StreamExt as _};
use ratatui::layout::Position;
use tokio::sync::mpsc::Receiver;

use super::{Effect, Review};
use crate::review::{News, Order, Unkept};
use crate::tui::key::Key;
use crate::tui::run::{Input, Surface, TuiError};
use crate::tui::screen::Mouse;

/// The most news that is taken in between two frames.
const BATCH: usize = 256;

/// Runs the review until the person leaves it, the program is asked to stop or the terminal is gone. Every order goes
/// to `order`, which says whether it was taken; what is being typed goes to `put_away`.
///
/// # Errors
/// When the terminal cannot be read or written.
pub async fn run(
    review: &mut Review,
    surface: &mut impl Surface,
    events: &mut (impl Stream<Item = io::Result<Input>> + Unpin),
    news: &mut Receiver<News>,
    mut order: impl FnMut(Order) -> bool,
    mut put_away: impl FnMut(PathBuf, Option<Unkept>),
    stop: impl Future<Output = ()>,
) -> Result<(), TuiError> {
    let mut stop = std::pin::pin!(stop);
    let mut batch = Vec::new();
    let mut is_fed = true;
    loop {
        let render = &mut |frame: &mut ratatui::Frame<'_>| review.draw(frame);
        surface.draw(render).map_err(TuiError::Output)?;
        let effects = tokio::select! {
            biased;
            () = &mut stop => break leave(review, order),
            input = events.next() => match input {
                Some(input) => taken(review, surface, input.map_err(TuiError::Input)?)?,
                None => break leave(review, order),
            },
            count = news.recv_many(&mut batch, BATCH), if is_fed => {
                is_fed = count > 0;
                let effects = batch.drain(..).flat_map(|news| review.hear(news)).collect();
                review.settle();
                effects
            }
        };
        for effect in effects {
            match effect {
                Effect::Order(asked) => {
                    if !order(asked) {
                        review.is_busy();
                    }
                }
                Effect::PutAway(session, unkept) => put_away(session, unkept),
                Effect::Copy(text) => surface.copy(&text).map_err(TuiError::Output)?,
                Effect::Redraw => surface.clear().map_err(TuiError::Output)?,
                Effect::Suspend => surface.suspend().map_err(TuiError::Output)?,
                Effect::End => return Ok(()),
            }
        }
    }
    Ok(())
}

/// Nobody can be asked any more: what was typed is kept.
fn leave(review: &Review, mut order: impl FnMut(Order) -> bool) {
    if let Some(unkept) = review.unkept() {
        order(unkept);
    }
}

fn taken(
    review: &mut Review,
    surface: &mut impl Surface,
    input: Input,
) -> Result<Vec<Effect>, TuiError> {
    Ok(match input {
        Input::Terminal(Event::Key(key)) if key.kind != KeyEventKind::Release => {
            review.press(Key::from(key))
        }
        Input::Terminal(Event::Paste(text)) => review.paste(&text),
        Input::Terminal(Event::Mouse(mouse)) if mouse.kind != MouseEventKind::Moved => {
            let at = Position::new(mouse.column, mouse.row);
            review.mouse(Mouse {
                kind: mouse.kind,
                at,
            })
        }
        Input::Terminal(_) => Vec::new(),
        Input::Woken => {
            surface.wake().map_err(TuiError::Output)?;
            Vec::new()
        }
    })
}
