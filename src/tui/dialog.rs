//! What is asked before there is a workshop: who somebody is, or what they want to do. Its own small loop over the same
//! terminal and the same keys.

use std::io;

use crossterm::event::{Event, KeyEventKind};
use futures_util::{Stream, StreamExt as _};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::key::Key;
use super::look::{Look, Paint};
use super::run::{Input, Surface, TuiError};
use super::screen::Mouse;
use super::widget::prose;

/// What stands between two keys in a message that tells what they do.
const BETWEEN: &str = "   ";

/// Something that is asked.
pub trait Dialog {
    /// What comes of it.
    type Answer;

    /// Takes a key; answers when that was the last of it.
    fn press(&mut self, key: Key) -> Option<Self::Answer>;

    /// Takes a pasted text.
    fn paste(&mut self, text: &str);

    /// Takes what the mouse did in the area it was drawn in.
    fn mouse(&mut self, mouse: Mouse, area: Rect) -> Option<Self::Answer>;

    /// Draws it, and says where the cursor is.
    fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position>;
}

/// Asks until there is an answer; `None` when the program is asked to end, or the terminal is gone.
///
/// # Errors
/// When the terminal cannot be read or written.
pub async fn converse<D: Dialog>(
    dialog: &mut D,
    surface: &mut impl Surface,
    events: &mut (impl Stream<Item = io::Result<Input>> + Unpin),
    stop: impl Future<Output = ()>,
) -> Result<Option<D::Answer>, TuiError> {
    let mut stop = std::pin::pin!(stop);
    let mut area = Rect::default();
    loop {
        let render = &mut |frame: &mut ratatui::Frame<'_>| {
            area = frame.area();
            if let Some(cursor) = dialog.draw(area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        };
        surface.draw(render).map_err(TuiError::Output)?;
        let input = tokio::select! {
            biased;
            () = &mut stop => return Ok(None),
            input = events.next() => match input {
                Some(input) => input.map_err(TuiError::Input)?,
                None => return Ok(None),
            },
        };
        let answer = match input {
            Input::Terminal(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                match Key::from(key) {
                    key if key == Key::ctrl('c') => return Ok(None),
                    key if key == Key::ctrl('z') => {
                        surface.suspend().map_err(TuiError::Output)?;
                        None
                    }
                    key => dialog.press(key),
                }
            }
            Input::Terminal(Event::Paste(text)) => {
                dialog.paste(&text);
                None
            }
            Input::Terminal(Event::Mouse(mouse)) => {
                let at = Position::new(mouse.column, mouse.row);
                let kind = mouse.kind;
                dialog.mouse(Mouse { kind, at }, area)
            }
            Input::Terminal(_) => None,
            Input::Woken => {
                surface.wake().map_err(TuiError::Output)?;
                None
            }
        };
        if answer.is_some() {
            return Ok(answer);
        }
    }
}

/// What keys do, each whole, in as many rows as that takes.
fn in_rows(keys: &str, width: u16) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for key in keys.split(BETWEEN) {
        match rows.last_mut() {
            Some(row) if prose::width(row) + prose::width(BETWEEN) + prose::width(key) <= width => {
                row.push_str(BETWEEN);
                row.push_str(key);
            }
            _ => rows.push(key.to_owned()),
        }
    }
    rows
}

/// A page with a title, some lines to read, and what the keys do; returns the part in between.
pub(super) fn page(
    title: &str,
    lead: &str,
    keys: &str,
    look: Look,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    buf.set_style(area, look.style(Paint::Text));
    let width = area.width.min(84);
    let inner = Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    };
    let inner = Rect {
        x: inner.x.saturating_add(2).min(inner.right()),
        width: inner.width.saturating_sub(4),
        ..inner
    };
    // On a low terminal every row counts.
    let air = u16::from(area.height >= 20);
    let mut row = inner.y.saturating_add(air);
    let mut put = |text: &str, paint: Paint, row: &mut u16| {
        for line in prose::wrap(text, inner.width) {
            if *row < inner.bottom() {
                buf.set_stringn(
                    inner.x,
                    *row,
                    line,
                    usize::from(inner.width),
                    look.style(paint),
                );
            }
            *row = row.saturating_add(1);
        }
    };
    put(title, Paint::Title, &mut row);
    if !lead.is_empty() {
        put(lead, Paint::Text, &mut row);
    }
    row = row.saturating_add(air);
    let keys = in_rows(keys, inner.width);
    let rows = u16::try_from(keys.len()).unwrap_or(u16::MAX);
    let foot = area.bottom().saturating_sub(rows).max(row);
    for (at, keys) in (foot..area.bottom()).zip(&keys) {
        let keys = prose::cut(keys, inner.width, look);
        buf.set_stringn(
            inner.x,
            at,
            keys,
            usize::from(inner.width),
            look.style(Paint::Quiet),
        );
    }
    Rect {
        y: row.min(area.bottom()),
        height: foot.saturating_sub(row),
        ..inner
    }
}
