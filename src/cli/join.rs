//! `halte join`: takes a seat at this terminal, in plain mode.

use std::time::Duration;

use tokio::io::{BufReader, stderr, stdin, stdout};

use super::args::Join;
use super::failure::Failure;
use super::{Caller, host, opening, state};
use crate::id::PersonaId;
use crate::link::{self, Address, Pace, Settings, drawer};
use crate::plain::{self, Ending, Options, PlainError};
use crate::seat;
use crate::vocabulary::Role;

/// How long a terminal whose input has ended goes on trying for what waits, while the link is lost.
const PATIENCE: Duration = Duration::from_secs(30);
/// The variable that says it otherwise, in seconds: a script may have more time than that, or less.
const PATIENCE_VARIABLE: &str = "HALTE_PATIENCE";

/// Who wants to sit where.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) address: Address,
    pub(super) role: Role,
    pub(super) token: Option<String>,
    pub(super) name: Option<String>,
    pub(super) organisation: Option<String>,
    pub(super) real_role: Option<PersonaId>,
    /// A new seat, also when this machine still has one behind the same link.
    pub(super) fresh: bool,
}

pub(super) fn run(caller: &Caller, join: Join) -> Result<(), Failure> {
    let Some(text) = &join.link else {
        return Err(Failure::usage(caller.locale.say("no-link")));
    };
    let address = Address::parse(text, join.code.as_deref());
    let address = address.map_err(|error| Failure::usage(error.say(caller.locale)))?;
    if join.role == Role::Facilitator && join.token.is_none() {
        return Err(Failure::usage(caller.locale.say("needs-token")));
    }
    let request = Request {
        address,
        role: join.role,
        token: join.token,
        name: join.name,
        organisation: join.organisation,
        real_role: join.real_role,
        fresh: join.fresh,
    };
    let runtime = host::runtime()?;
    let sat = runtime.block_on(async {
        tokio::select! {
            sat = sit(caller, request) => sat,
            // What was typed is on disk; the seat stays ours.
            () = opening::asked_to_stop() => Err(Failure::interrupted()),
        }
    });
    // A thread that waits for a terminal's next line cannot be called back, and there is nothing to wait for.
    runtime.shutdown_background();
    sat
}

/// Sits until the seat is left or the workshop has ended.
pub(super) async fn sit(caller: &Caller, request: Request) -> Result<(), Failure> {
    let options = Options {
        locale: caller.locale,
        role: request.role,
        code: request.address.code().to_owned(),
        patience: patience(),
    };
    let settings = Settings {
        address: request.address,
        role: request.role,
        token: request.token,
        name: request.name,
        organisation: request.organisation,
        kind: None,
        real_role: request.real_role,
        table: None,
        language: caller.locale.language(),
        pace: Pace::default(),
    };
    let folder = state::folder(caller.locale, "seats")?;
    let outbox = drawer::claim(&folder, &settings.owner(), request.fresh);
    let outbox = outbox.map_err(|error| Failure::of_seat(caller.locale, error))?;
    let (seat, link) = link::open(settings, outbox);
    let link = tokio::spawn(link.run());
    let ending = plain::run(seat, BufReader::new(stdin()), stdout(), stderr(), options).await;
    // The link ends with the seat, once it has put everything away.
    let linked = link.await;
    let told = match ending {
        Ok(ending) => tell(caller, &ending),
        Err(PlainError::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::of(&error)),
    };
    linked.map_err(|error| Failure::of(&error))?;
    told
}

fn patience() -> Duration {
    let seconds = std::env::var(PATIENCE_VARIABLE)
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    seconds.map_or(PATIENCE, Duration::from_secs)
}

fn tell(caller: &Caller, ending: &Ending) -> Result<(), Failure> {
    match ending {
        Ending::Left | Ending::Closed => Ok(()),
        Ending::Replaced => Err(Failure::new(caller.locale.say("seat-replaced"))),
        Ending::Failed(seat::Failure::Fault(fault)) => Err(Failure::new(
            caller.locale.say(&format!("fault-{}", fault.as_str())),
        )),
        Ending::Failed(seat::Failure::OtherSession) => {
            Err(Failure::new(caller.locale.say("other-session")))
        }
        Ending::Waiting(0) => Err(Failure::new(caller.locale.say("nobody-there"))),
        Ending::Waiting(count) => Err(Failure::new(
            caller
                .locale
                .say_with("left-waiting", &[("count", (*count).into())]),
        )),
    }
}
