//! Private writing: contributions nobody else sees until they are shared.

use super::space;
use crate::id::{CardId, ContributionId, PromptId, ScenarioId};
use crate::moment::Moment;
use crate::text::Statement;
use crate::vocabulary::{Kind, Role, Source, StepKind};
use crate::workshop::Workshop;
use crate::workshop::command::{Asker, Command};
use crate::workshop::entry::Contribution;
use crate::workshop::event::Event;
use crate::workshop::known::unknown;
use crate::workshop::lot;
use crate::workshop::refusal::{Refusal, Thing};

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
    space::for_another(workshop, asker.role)?;
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
    let source = source_of(asker.role, *source);
    if !leads {
        space::for_ones_own(workshop, asker.seat, scenario, source)?;
    }
    space::for_text(workshop, asker.role, None, &text)?;
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
        prompt: prompt_for(workshop, prompt.as_ref(), asker, scenario)?,
        cards: cards_for(workshop, scenario),
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
        suggestion: None,
    };
    Ok(Event::ContributionAdded {
        contribution: Box::new(contribution),
    })
}

/// A participant types for themselves or, as a scribe, for their table. What a facilitator types is their own and
/// marked as such; what they enter for others says how it came in.
const fn source_of(role: Role, named: Option<Source>) -> Source {
    match (role, named) {
        (_, Some(Source::Scribe)) => Source::Scribe,
        (Role::Facilitator, Some(Source::Paper)) => Source::Paper,
        (Role::Facilitator, _) => Source::Facilitator,
        (Role::Participant | Role::Observer, _) => Source::Typed,
    }
}

fn next_id(workshop: &Workshop) -> ContributionId {
    let last = workshop
        .contributions
        .keys()
        .next_back()
        .map_or(0, |id| id.0);
    ContributionId(lot::number(
        workshop,
        "contribution",
        4,
        last.saturating_add(1),
        |number| {
            let taken = &workshop.contributions;
            taken.contains_key(&ContributionId(number))
        },
        workshop.contributions.len(),
    ))
}

/// The cards in play. A card may be played while people write, at a time that is on record; so that it tells no time of
/// anything written, an anonymous session counts the cards from the beginning of the step.
fn cards_for(workshop: &Workshop, scenario: &ScenarioId) -> Vec<CardId> {
    if workshop.is_anonymous() {
        let at_entry = workshop.cards_at_entry.get(scenario);
        at_entry.cloned().unwrap_or_default()
    } else {
        workshop.cards_in(scenario).to_vec()
    }
}

/// The prompt that was answered: the one named, or the one this participant is shown. What the facilitator enters was
/// said or written elsewhere, and which prompt it answers is not known.
fn prompt_for(
    workshop: &Workshop,
    named: Option<&PromptId>,
    asker: Asker,
    scenario: &ScenarioId,
) -> Result<Option<PromptId>, Refusal> {
    let Some(named) = named else {
        let shown = workshop
            .prompt_of(asker.seat)
            .filter(|_| asker.role == Role::Participant);
        return Ok(shown.map(|prompt| prompt.id.clone()));
    };
    let of_step = workshop
        .step()
        .map(|(_, step)| workshop.plan.prompts_of(step));
    let of_scenario = workshop.plan.scenario(scenario).map(|found| &found.prompts);
    let prompts: Vec<&PromptId> = of_step
        .into_iter()
        .flatten()
        .chain(of_scenario.into_iter().flatten())
        .map(|prompt| &prompt.id)
        .collect();
    if prompts.contains(&named) {
        Ok(Some(named.clone()))
    } else {
        let known = prompts.into_iter().map(PromptId::as_str);
        Err(unknown(Thing::Prompt, named.as_str(), known))
    }
}

/// What is added while its scenario is being shared, or from sorting on, is in the open at once.
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
    space::for_text(workshop, asker.role, Some(&found.text), &text)?;
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::id::{ParticipantId, PersonaId};
    use crate::language::Language;
    use crate::vocabulary::Anonymity;
    use crate::workshop::given::{
        Given, entered, given, given_plan, joined, p, plan, written, wrote,
    };

    fn writing() -> Given {
        given([joined(1), joined(2), entered("write")])
    }

    fn added(contribution: Contribution) -> Event {
        Event::ContributionAdded {
            contribution: Box::new(contribution),
        }
    }

    fn persona(id: &str) -> PersonaId {
        id.parse().unwrap()
    }

    #[test]
    fn a_contribution_keeps_where_it_comes_from() {
        let at_table_three = Event::ParticipantJoined {
            participant: crate::workshop::entry::Participant {
                table: Some(3),
                language: Language::Fr,
                ..crate::workshop::given::participant(1)
            },
            assignment: Some(("synergy".parse().unwrap(), persona("mentor"))),
            slice: Vec::new(),
        };
        let cards = Event::CardsPlayed {
            scenario: "synergy".parse().unwrap(),
            cards: vec!["TE2".parse().unwrap()],
        };
        given([at_table_three, cards, entered("write")])
            .when(p(1), json!({"type": "contribute", "kind": "challenge", "text": " Plus de  temps \u{1b}[31m"}))
            .then(added(Contribution {
                kind: Kind::Challenge,
                persona: Some(persona("mentor")),
                table: Some(3),
                // The third step, seat 1: the second of two prompts.
                prompt: Some("SY2".parse().unwrap()),
                cards: vec!["TE2".parse().unwrap()],
                language: Language::Fr,
                text: "Plus de temps".parse().unwrap(),
                ..written(1, 1)
            }));
    }

    #[test]
    fn a_participant_may_name_the_prompt_but_not_speak_for_another_persona_or_scenario() {
        let asked = json!({"type": "contribute", "text": "need 1", "prompt": "SY1", "persona": "mentor",
            "scenario": "takeover", "table": 9, "source": "paper"});
        writing().when(p(1), asked).then(added(Contribution {
            prompt: Some("SY1".parse().unwrap()),
            ..written(1, 1)
        }));
        let asked = json!({"type": "contribute", "text": "x", "prompt": "TA1"});
        writing().when(p(1), asked).refused(Refusal::Unknown {
            what: Thing::Prompt,
            id: "TA1".to_owned(),
            nearest: None,
        });
    }

    #[test]
    fn a_prompt_that_the_step_shows_may_be_named_whatever_scenario_it_is_of() {
        let mut plan = crate::workshop::given::plan();
        for step in &mut plan.agenda {
            step.prompts = vec!["C1".parse().unwrap()];
        }
        let event = crate::workshop::given::given_plan(plan, [joined(1), entered("write")])
            .when(
                p(1),
                json!({"type": "contribute", "text": "need 1", "prompt": "C1"}),
            )
            .event();
        assert_eq!(
            event,
            added(Contribution {
                prompt: Some("C1".parse().unwrap()),
                ..written(1, 1)
            })
        );
    }

    #[test]
    fn a_scribe_writes_for_a_table_and_a_persona() {
        let asked = json!({"type": "contribute", "text": "need 1", "source": "scribe", "persona": "packer", "table": 2,
            "prompt": "SY1", "language": "en"});
        writing().when(p(1), asked).then(added(Contribution {
            source: Source::Scribe,
            persona: Some(persona("packer")),
            table: Some(2),
            prompt: Some("SY1".parse().unwrap()),
            language: Language::En,
            ..written(1, 1)
        }));
    }

    #[test]
    fn what_the_facilitator_enters_is_marked_and_claims_no_prompt() {
        for (named, source) in [
            (json!(null), Source::Facilitator),
            (json!("typed"), Source::Facilitator),
            (json!("facilitator"), Source::Facilitator),
            (json!("paper"), Source::Paper),
            (json!("scribe"), Source::Scribe),
        ] {
            let asked = json!({"type": "contribute", "text": "need 1", "source": named, "persona": "packer",
                "scenario": "takeover"});
            let event = added(Contribution {
                source,
                scenario: "takeover".parse().unwrap(),
                persona: Some(persona("packer")),
                ..written(1, 0)
            });
            writing().when_led(asked).then(event);
        }
    }

    #[test]
    fn what_comes_in_while_its_scenario_is_shared_is_in_the_open_at_once() {
        for (step, scenario, shared) in [
            ("write", "synergy", false),
            ("share", "synergy", true),
            ("share", "takeover", false),
            ("sort", "takeover", true),
            ("converge", "synergy", true),
        ] {
            let event = given([entered(step)])
                .when_led(json!({"type": "contribute", "text": "x", "scenario": scenario}))
                .event();
            let Event::ContributionAdded { contribution } = event else {
                panic!("{event:?}")
            };
            assert_eq!(contribution.shared, shared, "{step} {scenario}");
        }
    }

    #[test]
    fn text_is_bounded_and_not_empty() {
        let asked = |text: &str| json!({"type": "contribute", "text": text});
        writing()
            .when(p(1), asked("\u{200b} \n"))
            .refused(Refusal::EmptyText);
        writing()
            .when(p(1), asked(&"é".repeat(501)))
            .refused(Refusal::TextTooLong {
                limit: 500,
                length: 501,
            });
        writing().when(p(1), asked(&"é".repeat(500))).event();
        // Few characters, and more bytes than 500 characters may have.
        let families = "👨‍👩‍👧‍👦".repeat(81);
        writing()
            .when(p(1), asked(&families))
            .refused(Refusal::TextTooLong {
                limit: 500,
                length: 507,
            });
    }

    #[test]
    fn everybody_starts_at_another_question_and_in_an_anonymous_session_at_the_same() {
        for (anonymity, are_the_same) in [
            (Anonymity::Named, false),
            (Anonymity::Pseudonymous, false),
            (Anonymity::Anonymous, true),
        ] {
            let mut plan = plan();
            plan.anonymity = anonymity;
            let asked = given_plan(plan, [joined(1), joined(2), entered("write")]);
            let first = |seat| asked.0.prompt_of(ParticipantId(seat));
            assert!(first(1).is_some());
            assert_eq!(first(1) == first(2), are_the_same, "{anonymity:?}");
        }
    }

    #[test]
    fn ones_own_contribution_is_edited_and_withdrawn_until_it_is_shared() {
        let edit = |text: &str| json!({"type": "edit", "contribution": "n0001", "text": text});
        let withdraw = json!({"type": "withdraw", "contribution": "n0001"});
        let before = writing().then_happens(wrote(1, 1));
        before
            .when(p(1), edit("better"))
            .then(Event::ContributionEdited {
                contribution: ContributionId(1),
                kind: Kind::Need,
                text: "better".parse().unwrap(),
            });
        before.when(p(1), edit("need 1")).then_nothing();
        before.when(p(1), edit(" ")).refused(Refusal::EmptyText);
        before
            .when(p(1), withdraw.clone())
            .then(Event::ContributionWithdrawn {
                contribution: ContributionId(1),
            });
        let unknown = Refusal::Unknown {
            what: Thing::Contribution,
            id: "n0001".to_owned(),
            nearest: None,
        };
        // Whether there is such a thing is nobody else's business, not even the facilitator's.
        before.when(p(2), edit("mine")).refused(unknown.clone());
        before.when_led(withdraw.clone()).refused(unknown.clone());

        let shared = before.clone().then_happens(entered("share"));
        shared
            .when(p(1), edit("better"))
            .refused(Refusal::AlreadyShared);
        shared
            .when(p(1), withdraw.clone())
            .refused(Refusal::AlreadyShared);
        shared.when(p(2), edit("mine")).refused(Refusal::NotYours);

        let withdrawn = before.having(p(1), withdraw);
        withdrawn.when(p(1), edit("again")).refused(unknown);
    }
}
