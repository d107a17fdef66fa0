//! Given, when, then: how the tests of the rules are written. Only tests use it; equality is exact, so that an event
//! too many fails too.

use serde_json::{Value, json};

use super::entry::{Contribution, Participant};
use super::plan::Plan;
use super::{Asker, Command, Event, Joining, Record, Refusal, Revision, Workshop, decide};
use crate::id::{ContributionId, ParticipantId};
use crate::language::Language;
use crate::moment::Moment;
use crate::vocabulary::{Kind, Source};

/// When everything is asked.
pub(super) fn now() -> Moment {
    Moment::from_millis(1_795_251_600_000)
}

/// Two scenarios; every kind of step, called as its kind, and the second scenario's called `brief-2` and so on.
pub(super) fn plan() -> Plan {
    let all = |text: &str| json!({"nl": text, "en": text, "fr": text});
    let step = |id: &str, kind: &str, scenario: Option<&str>| json!({"id": id, "kind": kind, "scenario": scenario, "minutes": 5});
    let mut agenda = vec![step("welcome", "welcome", None)];
    for (scenario, suffix) in [("synergy", ""), ("takeover", "-2")] {
        for kind in ["brief", "write", "share"] {
            agenda.push(step(&format!("{kind}{suffix}"), kind, Some(scenario)));
        }
    }
    for kind in [
        "sort",
        "converge",
        "recurrence",
        "vote",
        "reflect",
        "act",
        "close",
    ] {
        agenda.push(step(kind, kind, None));
    }
    let scenario = |id: &str, prompts: [&str; 2]| {
        let prompts = prompts.map(|id| json!({"id": id, "text": all("What do you need?")}));
        json!({"id": id, "title": all(id), "summary": all(id), "facts": [], "prompts": prompts})
    };
    let persona = |id: &str| {
        json!({"id": id, "role": all(id), "sector": all("any"), "experience": all("some"), "digital_confidence": 3,
            "work": all("work"), "worries": all("worries"), "wishes": all("wishes"), "grounding": "strong",
            "voice": ["employer"]})
    };
    let theme =
        |id: &str| json!({"id": id, "title": all(id), "heading": all(id), "definition": all(id)});
    let card =
        |id: &str| json!({"id": id, "force": "technology", "text": all("A trend."), "source": ""});
    let challenge =
        json!({"id": "shortage", "title": all("A"), "text": all("A"), "question": all("A")});
    let empty = json!({});
    let personas = ["stitcher", "mentor", "packer"].map(persona);
    let themes = ["wellbeing", "ai-support"].map(theme);
    let cards = ["TE1", "TE2"].map(card);
    let document = json!({
        "id": "a-workshop", "title": "A workshop", "language": "nl", "anonymity": "pseudonymous", "dots": 3, "seed": 1,
        "organisations": [{"name": "A school", "kind": "knowledge-institute"}],
        "agenda": agenda,
        "scenarios": [scenario("synergy", ["SY1", "SY2"]), scenario("takeover", ["TA1", "TA2"])],
        "personas": personas,
        "themes": themes,
        "forces": [], "cards": cards, "cases": [], "challenges": [challenge],
        "prompts": [{"id": "C1", "text": all("What stays?")}], "scripts": [],
        "notices": {"warning": empty, "frame": empty, "not_the_study": empty, "card_question": empty,
            "learning_claim": empty, "phases": []},
    });
    serde_json::from_value(document).expect("a plan")
}

/// A workshop in which this happened.
pub(super) fn given(events: impl IntoIterator<Item = Event>) -> Given {
    given_plan(plan(), events)
}

/// A workshop with a plan of its own in which this happened.
pub(super) fn given_plan(plan: Plan, events: impl IntoIterator<Item = Event>) -> Given {
    let mut given = Given(Workshop::open(plan, now()));
    for event in events {
        given.happens(event, None, None);
    }
    given
}

/// A workshop under way.
#[derive(Debug, Clone)]
pub(super) struct Given(pub(super) Workshop);

impl Given {
    fn happens(&mut self, event: Event, by: Option<ParticipantId>, revises: Option<Revision>) {
        let seq = self.0.seq().saturating_add(1);
        self.0.apply(&Record {
            seq,
            at: now(),
            by,
            command: None,
            revises,
            event,
        });
    }

    /// Something else happens, by nobody's doing.
    pub(super) fn then_happens(mut self, event: Event) -> Self {
        self.happens(event, None, None);
        self
    }

    /// Somebody asks for something, gets it, and it is carried out.
    pub(super) fn having(mut self, asker: Asker, fields: Value) -> Self {
        let command = command(fields);
        let revises = self.0.history().revision(&command);
        let event = decide(&self.0, &command, asker, now())
            .unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
        if let Some(event) = event {
            self.happens(event, Some(asker.seat), revises);
        }
        self
    }

    /// The facilitator asks for something, and it is carried out.
    pub(super) fn led(self, fields: Value) -> Self {
        self.having(Asker::FACILITATOR, fields)
    }

    /// Somebody asks for something.
    pub(super) fn when(&self, asker: Asker, fields: Value) -> Verdict {
        self.when_asked(asker, &command(fields))
    }

    /// Somebody asks for something that cannot be sent.
    pub(super) fn when_asked(&self, asker: Asker, command: &Command) -> Verdict {
        Verdict(decide(&self.0, command, asker, now()))
    }

    /// The facilitator asks for something.
    pub(super) fn when_led(&self, fields: Value) -> Verdict {
        self.when(Asker::FACILITATOR, fields)
    }

    /// The contribution of this number.
    pub(super) fn contribution(&self, number: u32) -> &Contribution {
        &self.0.contributions()[&ContributionId(number)]
    }
}

/// What came of it.
#[derive(Debug, Clone)]
pub(super) struct Verdict(Result<Option<Event>, Refusal>);

impl Verdict {
    /// It was allowed and this happens.
    #[track_caller]
    pub(super) fn then(self, event: Event) {
        assert_eq!(self.0, Ok(Some(event)));
    }

    /// It was allowed and something happens: this.
    #[track_caller]
    pub(super) fn event(self) -> Event {
        self.0.expect("it is allowed").expect("something happens")
    }

    /// It was allowed and changes nothing.
    #[track_caller]
    pub(super) fn then_nothing(self) {
        assert_eq!(self.0, Ok(None));
    }

    /// It was refused for this reason.
    #[track_caller]
    pub(super) fn refused(self, refusal: Refusal) {
        assert_eq!(self.0, Err(refusal));
    }

    /// It was refused with this word.
    #[track_caller]
    pub(super) fn refused_as(self, reason: &str) {
        assert_eq!(self.0.as_ref().map_err(Refusal::reason), Err(reason));
    }
}

fn command(fields: Value) -> Command {
    serde_json::from_value(fields).expect("a command")
}

/// A participant who asks.
pub(super) const fn p(seat: u32) -> Asker {
    Asker::participant(ParticipantId(seat))
}

/// Somebody of whom nothing is known.
pub(super) fn participant(seat: u32) -> Participant {
    Participant {
        id: ParticipantId(seat),
        name: None,
        organisation: None,
        kind: None,
        real_role: None,
        table: None,
        language: Language::Nl,
        left: false,
    }
}

/// Somebody who takes a seat and says nothing about themselves.
pub(super) fn joining() -> Joining {
    Joining {
        seat: None,
        name: None,
        organisation: None,
        kind: None,
        real_role: None,
        table: None,
        language: Language::Nl,
    }
}

/// Somebody took this seat.
pub(super) fn joined(seat: u32) -> Event {
    Event::ParticipantJoined {
        participant: participant(seat),
        assignment: None,
        slice: Vec::new(),
    }
}

/// The group came to this step; nobody was given anything.
pub(super) fn entered(step: &str) -> Event {
    Event::StepEntered {
        step: step.parse().expect("a step id"),
        assignments: std::collections::BTreeMap::new(),
        slices: std::collections::BTreeMap::new(),
        shown: None,
    }
}

/// What participant `seat` wrote privately in `synergy`.
pub(super) fn written(number: u32, seat: u32) -> Contribution {
    Contribution {
        id: ContributionId(number),
        kind: Kind::Need,
        scenario: "synergy".parse().expect("an id"),
        persona: None,
        participant: Some(ParticipantId(seat)),
        table: None,
        prompt: None,
        cards: Vec::new(),
        language: Language::Nl,
        at: Some(now()),
        text: format!("need {number}").parse().expect("a text"),
        source: Source::Typed,
        shared: false,
        hidden: false,
        withdrawn: false,
        placement: None,
        sorts: Vec::new(),
        tally: None,
        group: None,
        suggestion: None,
    }
}

/// Participant `seat` wrote that.
pub(super) fn wrote(number: u32, seat: u32) -> Event {
    Event::ContributionAdded {
        contribution: Box::new(written(number, seat)),
    }
}
