//! Judging: whether what somebody asks for is allowed now, and what would then have happened.

use super::Workshop;
use super::command::{Asker, Command};
use super::event::Event;
use super::refusal::{Refusal, Thing};
use super::step::{
    act, agenda, brief, close, converge, reflect, share, sort, vote, welcome, write,
};
use crate::id::{ContributionId, PersonaId, ScenarioId, ThemeId};
use crate::moment::Moment;
use crate::text::TextError;
use crate::vocabulary::{Role, StepKind};

/// Judges one command. `Ok(None)` is a yes that changes nothing which is recorded (a done light, a place a card
/// already has); a refusal leaves everything as it was.
///
/// # Errors
/// The reason why it is not allowed, as data.
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
        Command::Done | Command::Undone | Command::Save => Ok(None),
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
        Command::Accept { contributions } => {
            converge::accept(workshop, asker, contributions).map(Some)
        }
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
        Command::Join(_) | Command::Leave | Command::Speak { .. } | Command::TimeIsUp => Ok(()),
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
        | Command::StartTimer { .. }
        | Command::ExtendTimer { .. }
        | Command::StopTimer
        | Command::Assign { .. }
        | Command::AssignAuto
        | Command::Place { .. }
        | Command::Accept { .. }
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
        | Command::Undo
        | Command::Redo
        | Command::Save
        | Command::Close => match role {
            Role::Facilitator => Ok(()),
            Role::Participant | Role::Observer => Err(Refusal::NotTheFacilitator),
        },
    }
}

impl Workshop {
    /// Refuses unless the group is at one of these kinds of step.
    pub(super) fn require(&self, open_in: &[StepKind]) -> Result<(), Refusal> {
        let step = self.step_kind();
        if open_in.contains(&step) {
            Ok(())
        } else {
            Err(Refusal::ClosedStep {
                step,
                open_in: open_in.to_vec(),
            })
        }
    }

    /// A contribution that is in the open for this seat; its author and the facilitator know it also when it is
    /// hidden.
    pub(super) fn known(
        &self,
        id: ContributionId,
        asker: Asker,
    ) -> Result<&super::entry::Contribution, Refusal> {
        self.contributions
            .get(&id)
            .filter(|found| {
                let knows_hidden =
                    asker.role == Role::Facilitator || found.participant == Some(asker.seat);
                found.shared && !found.withdrawn && (!found.hidden || knows_hidden)
            })
            .ok_or_else(|| unknown(Thing::Contribution, &id.to_string(), []))
    }

    pub(super) fn known_theme(&self, id: &ThemeId) -> Result<(), Refusal> {
        if self.plan.theme(id).is_some() {
            return Ok(());
        }
        Err(unknown(
            Thing::Theme,
            id.as_str(),
            self.plan.themes.iter().map(|theme| theme.id.as_str()),
        ))
    }

    pub(super) fn known_place(&self, place: &super::entry::Place) -> Result<(), Refusal> {
        place
            .theme()
            .map_or(Ok(()), |theme| self.known_theme(theme))
    }

    pub(super) fn known_persona(&self, id: &PersonaId) -> Result<(), Refusal> {
        if self.plan.persona(id).is_some() {
            return Ok(());
        }
        Err(unknown(
            Thing::Persona,
            id.as_str(),
            self.plan.personas.iter().map(|persona| persona.id.as_str()),
        ))
    }

    pub(super) fn known_scenario(&self, id: &ScenarioId) -> Result<(), Refusal> {
        if self.plan.scenario(id).is_some() {
            return Ok(());
        }
        Err(unknown(
            Thing::Scenario,
            id.as_str(),
            self.plan
                .scenarios
                .iter()
                .map(|scenario| scenario.id.as_str()),
        ))
    }
}

/// "There is no such thing", with the nearest thing there is.
pub(super) fn unknown<'a>(
    what: Thing,
    id: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Refusal {
    Refusal::Unknown {
        what,
        id: id.to_owned(),
        nearest: crate::nearest::nearest(id, known).map(str::to_owned),
    }
}

impl From<TextError> for Refusal {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::EmptyText,
            TextError::TooLong { limit, length } => Self::TextTooLong { limit, length },
        }
    }
}
