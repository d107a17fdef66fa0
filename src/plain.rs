//! Plain mode: a workshop without a screen, for screen readers, dumb terminals and scripts. Lines are read, lines
//! are written, and never a control character. It is handed a seat and decides nothing: the workshop judges.
//!
//! A line that is read is a contribution of the kind that is set, or a command if it starts with `/`. A line that is
//! written is one event; its first word is stable and English, what people read behind it is in their language.
//!
//! Every command is answered by one line: `saved ID TEXT` (a contribution), `withdrawn ID`, `sorted ID THEME
//! [SECOND]`, `voted THEME DOTS`, `done`, `undone`, `kind KIND`, `lang LANGUAGE`, `prompt ID TEXT`, `ok COMMAND
//! [ID]` for any other, or `refused REASON SENTENCE`; behind a refusal, `unsaved TEXT` gives back what was written.
//! `refused REASON` alone is the last line of somebody who gets no seat.
//! While the link is lost, `waiting TEXT` says that something is kept on this machine; its answer comes later.
//!
//! What everybody is told: `joined SEAT code=CODE`, `lost [host-stopped SENTENCE|REASON]`, `back`, `replaced`, `closed`; `step KIND [SCENARIO]
//! MINUTES` with `expect`, `frame`, `scenario`, `fact`, `warning`, `persona`, `i-am`, `worries`, `wishes`, `prompt`,
//! `card`, `card-gone`, `ask`, `theme`, `slice`, `tally`, `recurs`, `dots`, `claim`, `challenge`, `case`; `timer
//! M:SS`, `timer stopped`, `timer ended`; `moving KIND [SCENARIO] SECONDS` when the group goes to a step shortly and
//! `staying` when that is called off; `shared ID KIND PERSONA TEXT`, `edited`, `withdrawn`, `restored`,
//! `hidden`, `shown`, `spotlight ID TEXT`, `spotlight off`; `placed`, `unplaced`, `grouped`, `ungrouped`; `votes
//! THEME DOTS`; `parked`, `resolved`, `unparked`; `recommended`, `unrecommended`; `reflected`; `persona-added`;
//! `presence done=N connected=N`; `locked` and `unlocked` when nobody
//! new is let in and when people are again; `removed` when the facilitator took this seat away; `read-only` and `read-write` when the host cannot save and when it can again.
//! The facilitator is told in place of `expect` what to `say` and what people `may` do, and besides
//! `joined-participant`, `left-participant`, `assigned` and `hands`, and like an observer of another `code`. What is read again starts with `who`, `own`
//! or `help`.

mod entry;
mod form;
mod intent;
mod leading;
mod line;
mod reading;
mod scene;
mod sitting;
mod teller;
mod typed;

use std::io;
use std::time::Duration;

use tokio::io::{AsyncBufRead, AsyncWrite};
use tokio::time::{Instant, sleep_until};

use crate::locale::Locale;
use crate::seat::{Failure, Seat};
use crate::vocabulary::Role;

use sitting::{Sitting, Stage};
use typed::Typed;

/// How plain mode behaves.
#[derive(Debug, Clone)]
pub struct Options {
    /// The language of what people read.
    pub locale: Locale,
    /// What the seat is for.
    pub role: Role,
    /// The join code of the room, to be told again.
    pub code: String,
    /// The address and the code as they are typed, to be told when nobody answers there.
    pub room: String,
    /// How long to go on trying for what waits after the end of input, while the link is lost.
    pub patience: Duration,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The seat was left in good order; everything was answered.
    Left,
    /// The workshop ended.
    Closed,
    /// The same seat was taken from another terminal.
    Replaced,
    /// The facilitator took the seat away.
    Removed,
    /// The host does not take us.
    Failed(Failure),
    /// The input ended and the host cannot be reached. So many commands wait on this machine.
    Waiting(usize),
}

/// Lines cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum PlainError {
    /// The input broke off.
    #[error("cannot read the input")]
    Input(#[source] io::Error),
    /// The output is gone.
    #[error("cannot write the output")]
    Output(#[source] io::Error),
}

/// The line of somebody for whom no link was even opened.
#[must_use]
pub fn refused(failure: &Failure) -> String {
    format!("{}\n", reading::failed(failure))
}

/// Reads lines and writes lines until the seat is left or the workshop has ended. `notices` is for what is not an
/// event: sentences about the link, in the reader's language.
///
/// # Errors
/// When the input cannot be read or the output not be written.
pub async fn run(
    mut seat: Seat,
    input: impl AsyncBufRead + Unpin,
    mut output: impl AsyncWrite + Unpin,
    mut notices: impl AsyncWrite + Unpin,
    options: Options,
) -> Result<Ending, PlainError> {
    let orders = seat.orders();
    let mut typed = Typed::new(input);
    let mut sitting = Sitting::new(options);
    loop {
        sitting.leave_when_done(&orders);
        let waits = sitting.held.is_some();
        let listing = sitting.listing;
        let reads = sitting.stage == Stage::Reading && !waits && listing.is_none();
        tokio::select! {
            update = seat.next() => match update {
                Some(update) => sitting.update(seat.view(), update),
                None => sitting.ended(),
            },
            () = orders.ready(), if waits => sitting.give_held(&orders),
            line = typed.next(), if reads => match line.map_err(PlainError::Input)? {
                Some(line) => sitting.typed(&line, seat.view(), &orders),
                None => sitting.drain(),
            },
            () = sleep_until(listing.unwrap_or_else(Instant::now)), if listing.is_some() => {}
            () = sleep_until(sitting.deadline()), if sitting.is_stranded() => {
                sitting.ended();
            }
        }
        sitting.list(seat.view());
        sitting.write(&mut output, &mut notices).await?;
        if let Some(ending) = sitting.ending.take() {
            return Ok(ending);
        }
    }
}
