//! Private writing: contributions nobody else sees until they are shared.

use crate::id::{ContributionId, ParticipantId, PromptId, ScenarioId};
use crate::moment::Moment;
use crate::text::Statement;
use crate::vocabulary::{Kind, Role, Source, StepKind};
use crate::workshop::command::{Asker, Command};
use crate::workshop::decide::unknown;
use crate::workshop::entry::Contribution;
use crate::workshop::event::Event;
use crate::workshop::refusal::{Refusal, Thing};
use crate::workshop::{MAX_CONTRIBUTIONS, Workshop};

/// Where participants write: privately, or in the open once contributions are being shared.
const PARTICIPANTS: &[StepKind] = &[StepKind::Write, StepKind::Share];
/// Where the facilitator enters what came on paper or by word of mouth.
const FACILITATOR: &[StepKind] = &[
    StepKind::Brief,
    StepKind::Write,
    StepKind::Share,
    StepKind::Sort,
    StepKind::Converge,
];

/// Somebody contributes.
pub(in crate::workshop) fn contribute(
    workshop: &Workshop,
    command: &Command,
    asker: Asker,
    at: Moment,
) -> Result<Event, Refusal> {
    let Command::Contribute {
        kind,
        text,
        prompt,
        source,
        persona,
        scenario,
        table,
        language,
    } = command
    else {
        return Err(Refusal::EmptyText);
    };
    let leads = asker.role == Role::Facilitator;
    workshop.require(if leads { FACILITATOR } else { PARTICIPANTS })?;
    if workshop.contributions.len() >= MAX_CONTRIBUTIONS {
        return Err(Refusal::Full {
            limit: MAX_CONTRIBUTIONS,
        });
    }
    let scenario = scenario
        .as_ref()
        .filter(|_| leads)
        .or_else(|| workshop.scenario())
        .ok_or(Refusal::NoScenario)?;
    workshop.known_scenario(scenario)?;
    if let Some(persona) = persona {
        workshop.known_persona(persona)?;
    }
    let text = Statement::parse(text)?;
    let source = if leads {
        source.unwrap_or(Source::Facilitator)
    } else {
        scribe_or_typed(*source)
    };
    let writer = workshop.participants.get(&asker.seat);
    let own_persona = workshop.persona_of(asker.seat, scenario);
    let contribution = Contribution {
        id: next_id(workshop),
        kind: kind.unwrap_or(Kind::Need),
        scenario: scenario.clone(),
        persona: persona
            .as_ref()
            .filter(|_| source != Source::Typed)
            .or(own_persona)
            .cloned(),
        participant: Some(asker.seat),
        table: table
            .filter(|_| source != Source::Typed)
            .or_else(|| writer.and_then(|writer| writer.table)),
        prompt: prompt_for(workshop, prompt.as_ref(), asker.seat, scenario)?,
        cards: workshop.cards_in(scenario).to_vec(),
        language: language
            .or_else(|| writer.map(|writer| writer.language))
            .unwrap_or(workshop.plan.language),
        at: Some(at),
        text,
        source,
        shared: is_shared_at_once(workshop, scenario),
        hidden: false,
        withdrawn: false,
        placement: None,
        sorts: Vec::new(),
        tally: None,
        group: None,
    };
    Ok(Event::ContributionAdded {
        contribution: Box::new(contribution),
    })
}

/// A participant types for themselves or, as a scribe, for their table.
const fn scribe_or_typed(source: Option<Source>) -> Source {
    match source {
        Some(Source::Scribe) => Source::Scribe,
        Some(Source::Typed | Source::Paper | Source::Facilitator) | None => Source::Typed,
    }
}

fn next_id(workshop: &Workshop) -> ContributionId {
    let last = workshop
        .contributions
        .keys()
        .next_back()
        .map_or(0, |id| id.0);
    ContributionId(last.saturating_add(1))
}

/// The prompt that was answered: the one named, or the one this seat is shown.
fn prompt_for(
    workshop: &Workshop,
    named: Option<&PromptId>,
    seat: ParticipantId,
    scenario: &ScenarioId,
) -> Result<Option<PromptId>, Refusal> {
    let Some(named) = named else {
        let shown = workshop
            .prompt_of(seat)
            .filter(|_| workshop.scenario() == Some(scenario));
        return Ok(shown.map(|prompt| prompt.id.clone()));
    };
    let prompts = || {
        workshop
            .plan
            .scenario(scenario)
            .into_iter()
            .flat_map(|scenario| &scenario.prompts)
    };
    if prompts().any(|prompt| prompt.id == *named) {
        Ok(Some(named.clone()))
    } else {
        Err(unknown(
            Thing::Prompt,
            named.as_str(),
            prompts().map(|prompt| prompt.id.as_str()),
        ))
    }
}

/// What is added to a scenario whose contributions are being shared, or after that, is in the open at once.
fn is_shared_at_once(workshop: &Workshop, scenario: &ScenarioId) -> bool {
    match workshop.step_kind() {
        StepKind::Share => workshop.scenario() == Some(scenario),
        StepKind::Welcome | StepKind::Brief | StepKind::Write => false,
        StepKind::Sort
        | StepKind::Converge
        | StepKind::Recurrence
        | StepKind::Vote
        | StepKind::Reflect
        | StepKind::Act
        | StepKind::Close => true,
    }
}

/// Somebody rewrites their own contribution, as long as nobody else has seen it.
pub(in crate::workshop) fn edit(
    workshop: &Workshop,
    asker: Asker,
    id: ContributionId,
    kind: Option<Kind>,
    text: &str,
) -> Result<Option<Event>, Refusal> {
    let found = own_unshared(workshop, asker, id)?;
    let text = Statement::parse(text)?;
    let kind = kind.unwrap_or(found.kind);
    let changes = found.text != text || found.kind != kind;
    Ok(changes.then_some(Event::ContributionEdited {
        contribution: id,
        kind,
        text,
    }))
}

/// Somebody takes their own contribution back, as long as nobody else has seen it.
pub(in crate::workshop) fn withdraw(
    workshop: &Workshop,
    asker: Asker,
    id: ContributionId,
) -> Result<Event, Refusal> {
    own_unshared(workshop, asker, id)?;
    Ok(Event::ContributionWithdrawn { contribution: id })
}

fn own_unshared(
    workshop: &Workshop,
    asker: Asker,
    id: ContributionId,
) -> Result<&Contribution, Refusal> {
    let found = workshop
        .contributions
        .get(&id)
        .filter(|found| !found.withdrawn);
    let missing = || unknown(Thing::Contribution, &id.to_string(), []);
    match found {
        Some(found) if found.participant != Some(asker.seat) => {
            // Whether a private contribution of somebody else's exists is nobody's business.
            Err(if found.shared {
                Refusal::NotYours
            } else {
                missing()
            })
        }
        Some(found) if found.shared => Err(Refusal::AlreadyShared),
        Some(found) => Ok(found),
        None => Err(missing()),
    }
}
