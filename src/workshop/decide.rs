//! Judging: whether what somebody asks for is allowed now, and what would then have happened.

use super::Workshop;
use super::advice;
use super::command::{Asker, Command};
use super::event::Event;
use super::refusal::Refusal;
use super::step::{
    act, agenda, brief, close, converge, reflect, share, sort, vote, welcome, write,
};
use crate::moment::Moment;
use crate::vocabulary::Role;

/// Judges one command. `Ok(None)` is a yes that changes nothing which is recorded (a done light, a
/// notice, a place a card already has); a refusal leaves everything as it was.
///
/// # Errors
/// The reason why it is not allowed, as data.
#[expect(clippy::too_many_lines, reason = "a table: the rule of each command")]
pub fn decide(
    workshop: &Workshop,
    command: &Command,
    asker: Asker,
    at: Moment,
) -> Result<Option<Event>, Refusal> {
    if workshop.closed_at.is_some() && !matches!(command, Command::Leave | Command::Save) {
        return Err(Refusal::WorkshopClosed);
    }
    may_ask(command, asker.role)?;
    match command {
        Command::Join(joining) => welcome::join(workshop, joining).map(Some),
        Command::Leave => Ok(welcome::leave(workshop, asker.seat)),
        Command::Speak { language } => Ok(welcome::speak(workshop, asker.seat, *language)),
        Command::Contribute { .. } => write::contribute(workshop, command, asker, at).map(Some),
        Command::Edit {
            contribution,
            kind,
            text,
        } => write::edit(workshop, asker, *contribution, *kind, text),
        Command::Withdraw { contribution } => {
            write::withdraw(workshop, asker, *contribution).map(Some)
        }
        Command::Done | Command::Undone | Command::CallOff | Command::Save => Ok(None),
        Command::Lock | Command::Unlock | Command::NewCode => Ok(None),
        Command::Remove { participant } => welcome::remove(workshop, *participant),
        Command::Sort {
            contribution,
            primary,
            second,
        } => sort::sort(
            workshop,
            asker,
            *contribution,
            primary.as_ref(),
            second.as_ref(),
        ),
        Command::Vote { theme, dots } => vote::vote(workshop, asker, theme, *dots),
        Command::Say { text } => close::park(workshop, asker, text).map(Some),
        Command::Reflect {
            challenge,
            stance,
            text,
        } => reflect::reflect(workshop, asker, challenge, *stance, text).map(Some),
        Command::Next => agenda::step_by(workshop, 1).map(Some),
        Command::Back => agenda::step_by(workshop, -1).map(Some),
        Command::Goto { step } => agenda::goto(workshop, step),
        Command::Announce { to, seconds } => {
            agenda::announce(workshop, to, *seconds).map(|()| None)
        }
        Command::StartTimer { seconds } => Ok(Some(agenda::start_timer(*seconds, at))),
        Command::ExtendTimer { seconds } => agenda::extend_timer(workshop, *seconds, at).map(Some),
        Command::StopTimer => agenda::stop_timer(workshop).map(Some),
        Command::TimeIsUp => agenda::time_is_up(workshop, at).map(Some),
        Command::Assign {
            participant,
            persona,
            scenario,
        } => brief::assign(workshop, *participant, persona, scenario.as_ref()),
        Command::AssignAuto => brief::assign_auto(workshop),
        Command::Place {
            contributions,
            primary,
            second,
        } => converge::place(
            workshop,
            asker,
            contributions,
            primary.as_ref(),
            second.as_ref(),
        ),
        Command::Accept {
            contributions,
            expected,
        } => converge::accept(workshop, asker, contributions, expected).map(Some),
        Command::Teach { word, place } => advice::teach(workshop, word, place.as_ref()),
        Command::Suggest(suggestions) => advice::suggest(workshop, suggestions),
        Command::Group {
            contributions,
            label,
        } => converge::group(workshop, contributions, label.as_ref()),
        Command::Ungroup { group } => converge::ungroup(workshop, *group).map(Some),
        Command::Hide { contribution } => share::hide(workshop, *contribution),
        Command::Show { contribution } => share::show(workshop, *contribution),
        Command::Spotlight { contribution } => share::spotlight(workshop, *contribution),
        Command::Card { card } => brief::card(workshop, card).map(Some),
        Command::Hands { theme, count } => vote::hands(workshop, theme, *count),
        Command::Recommend { .. } => act::recommend(workshop, command).map(Some),
        Command::Resolve { parking } => close::resolve(workshop, *parking),
        Command::AddPersona { .. } => brief::add_persona(workshop, command).map(Some),
        Command::ProposeTheme {
            id,
            title,
            definition,
        } => converge::propose_theme(workshop, id, title, definition).map(Some),
        Command::Undo => workshop
            .history
            .undoable()
            .map(|change| Some(change.back.clone()))
            .ok_or(Refusal::NothingToUndo),
        Command::Redo => workshop
            .history
            .redoable()
            .map(|change| Some(change.forth.clone()))
            .ok_or(Refusal::NothingToRedo),
        Command::Close => Ok(Some(Event::WorkshopClosed { votes: None })),
    }
}

/// Whether a seat of this role may ask such a thing at all.
const fn may_ask(command: &Command, role: Role) -> Result<(), Refusal> {
    match command {
        Command::Join(_)
        | Command::Leave
        | Command::Speak { .. }
        | Command::TimeIsUp
        | Command::Suggest(_) => Ok(()),
        Command::Contribute { .. }
        | Command::Edit { .. }
        | Command::Withdraw { .. }
        | Command::Done
        | Command::Undone
        | Command::Say { .. }
        | Command::Reflect { .. } => match role {
            Role::Observer => Err(Refusal::ObserversWatch),
            Role::Facilitator | Role::Participant => Ok(()),
        },
        // The facilitator settles and counts hands; sorting and voting are the group's.
        Command::Sort { .. } | Command::Vote { .. } => match role {
            Role::Participant => Ok(()),
            Role::Facilitator => Err(Refusal::NotYours),
            Role::Observer => Err(Refusal::ObserversWatch),
        },
        Command::Next
        | Command::Back
        | Command::Goto { .. }
        | Command::Announce { .. }
        | Command::CallOff
        | Command::StartTimer { .. }
        | Command::ExtendTimer { .. }
        | Command::StopTimer
        | Command::Assign { .. }
        | Command::AssignAuto
        | Command::Place { .. }
        | Command::Accept { .. }
        | Command::Teach { .. }
        | Command::Group { .. }
        | Command::Ungroup { .. }
        | Command::Hide { .. }
        | Command::Show { .. }
        | Command::Spotlight { .. }
        | Command::Card { .. }
        | Command::Hands { .. }
        | Command::Recommend { .. }
        | Command::Resolve { .. }
        | Command::AddPersona { .. }
        | Command::ProposeTheme { .. }
        | Command::Lock
        | Command::Unlock
        | Command::Remove { .. }
        | Command::NewCode
        | Command::Undo
        | Command::Redo
        | Command::Save
        | Command::Close => match role {
            Role::Facilitator => Ok(()),
            Role::Participant | Role::Observer => Err(Refusal::NotTheFacilitator),
        },
    }
}
