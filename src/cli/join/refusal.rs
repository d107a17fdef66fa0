//! Why somebody does not sit, or sits no more: said with the address at which they tried.

use super::Request;
use crate::cli::Caller;
use crate::cli::failure::Failure;
use crate::link::{Address, LookError};
use crate::plain::Ending;
use crate::seat::{Failure as Refused, cause_key};
use crate::wire::{Fault, Sign};

/// Why nobody can sit down, when the sign on the door cannot be read.
pub(super) fn turned_away(caller: &Caller, address: &Address, error: LookError) -> Failure {
    match error {
        LookError::Fault(fault) => refused(caller, address, &Refused::Fault(fault)),
        LookError::Locked(_) => refused(caller, address, &Refused::Fault(Fault::Locked)),
        LookError::Distrust(distrust) => refused(caller, address, &Refused::Distrust(distrust)),
        LookError::Unreachable { cause } => {
            let cause = cause_key(&cause).map_or(cause, |key| caller.locale.say(key));
            let room = address.typed();
            let variables = [("cause", cause.into()), ("room", room.into())];
            Failure::new(caller.locale.say_with("host-unreached", &variables))
        }
    }
}

/// Whether the role that was said to be nearest to one's own is a persona of this workshop.
pub(super) fn knows_role(caller: &Caller, request: &Request, sign: &Sign) -> Result<(), Failure> {
    let Some(role) = &request.entry.real_role else {
        return Ok(());
    };
    let known = sign.personas.iter().map(|persona| persona.id.as_str());
    let known: Vec<&str> = known.collect();
    caller.knows("refused-unknown-persona", role.as_str(), &known)
}

/// Why somebody is not let in, and where they tried.
fn refused(caller: &Caller, room: &Address, failure: &Refused) -> Failure {
    let why = match failure {
        Refused::Fault(fault) => caller.locale.say(&format!("fault-{}", fault.as_str())),
        Refused::NewCode => caller.locale.say("failed-new-code"),
        Refused::OtherSession => caller.locale.say("other-session"),
        Refused::Distrust(distrust) => caller.locale.say(distrust.key()),
    };
    Failure::new(format!("{}: {why}", room.typed()))
}

/// How sitting there ended, when there is something to say of it.
pub(super) fn tell(caller: &Caller, room: &Address, ending: &Ending) -> Result<(), Failure> {
    match ending {
        Ending::Left | Ending::Closed => Ok(()),
        Ending::Replaced => Err(Failure::new(caller.locale.say("seat-replaced"))),
        Ending::Removed => Err(Failure::new(caller.locale.say("fault-removed"))),
        Ending::Failed(failure) => Err(refused(caller, room, failure)),
        Ending::Waiting(0) => Err(Failure::new(caller.locale.say("nobody-there"))),
        Ending::Waiting(count) => Err(Failure::new(
            caller
                .locale
                .say_with("left-waiting", &[("count", (*count).into())]),
        )),
    }
}
