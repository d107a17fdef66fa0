//! A seat's view is the same whether it is cut from the whole or folded from what the seat was sent, and nothing a
//! seat is sent says what it may not know.

use std::collections::BTreeMap;

use halte::id::ParticipantId;
use halte::vocabulary::Role;
use halte::workshop::proceedings::{Document, Proceedings, SCHEMA, View};
use halte::workshop::sight::{Viewer, project, redact, witness};
use halte::workshop::{Event, Record, Workshop};
use proptest::prelude::*;
use serde_json::Value;

use crate::workshops::{Play, acts, contents, play, shapes};

/// An observer's seat, as the room gives it: the facilitator's number, and none of what is the facilitator's.
const OBSERVER: ParticipantId = ParticipantId::FACILITATOR;

fn viewers(workshop: &Workshop) -> Vec<Viewer> {
    let seat = |seat, role| Viewer { seat, role };
    let participants = workshop.participants().keys();
    [
        seat(ParticipantId::FACILITATOR, Role::Facilitator),
        seat(OBSERVER, Role::Observer),
    ]
    .into_iter()
    .chain(participants.map(|id| seat(*id, Role::Participant)))
    .collect()
}

/// A seat that was given a view at some moment and was sent records since.
struct Seat {
    viewer: Viewer,
    view: Workshop,
}

/// Everything a play sends to anybody, checked as it is sent.
struct Hall {
    whole: Workshop,
    seats: Vec<Seat>,
}

impl Hall {
    fn open(records: &[Record]) -> Self {
        let whole = Workshop::replay(records.first()).expect("the room opens");
        let mut hall = Self {
            whole,
            seats: Vec::new(),
        };
        hall.let_in(|viewer| viewer.role != Role::Participant);
        hall
    }

    fn let_in(&mut self, wanted: impl Fn(Viewer) -> bool) {
        for viewer in viewers(&self.whole)
            .into_iter()
            .filter(|viewer| wanted(*viewer))
        {
            let view = project(&self.whole, viewer);
            check_view(&self.whole, viewer, &view);
            self.seats.push(Seat { viewer, view });
        }
    }

    fn hear(&mut self, record: &Record) {
        let sight = witness(&mut self.whole, record);
        let is_named = self.whole.is_named();
        for seat in &mut self.seats {
            if let Some(sent) = redact(&sight, record, seat.viewer, is_named) {
                check_record(&self.whole, seat.viewer, &sent);
                seat.view.apply(&sent);
            }
            let whole = project(&self.whole, seat.viewer);
            assert_eq!(
                contents(&seat.view),
                contents(&whole),
                "{:?} after {record:#?}",
                seat.viewer
            );
        }
        if let Event::ParticipantJoined { participant, .. } = &record.event {
            let id = participant.id;
            let known = self.seats.iter().any(|seat| seat.viewer.seat == id);
            self.let_in(|viewer| viewer.seat == id && !known);
        }
    }
}

/// What a view says is checked as JSON, the way it is sent.
fn check_view(whole: &Workshop, viewer: Viewer, view: &Workshop) {
    let json = serde_json::to_value(Proceedings::of(view)).expect("a view can be written");
    check_texts(whole, viewer, &json);
    let secrets = Secrets::of(whole, viewer);
    secrets.check(&json);
    let assigned = json["assignments"].as_array().expect("a list");
    let strangers = assigned
        .iter()
        .filter(|one| !secrets.is_mine(&one["participant"]))
        .count();
    assert!(
        strangers == 0 || secrets.may_know_personas(),
        "{viewer:?} {assigned:?}"
    );
    let dealt = json["slices"].as_array().map_or(&[][..], Vec::as_slice);
    let is_mine = |one: &Value| secrets.is_mine(&one["participant"]);
    assert!(
        secrets.may_know_slices() || dealt.iter().all(is_mine),
        "{viewer:?} {dealt:?}"
    );
    let leads = viewer.role == Role::Facilitator;
    assert!(leads || json["alike"].is_null() && json["taught"].is_null());
    let votes = json["votes"].as_array().expect("a list");
    assert!(
        votes
            .iter()
            .all(|vote| secrets.is_mine(&vote["participant"])),
        "{viewer:?} {votes:?}"
    );
}

fn check_record(whole: &Workshop, viewer: Viewer, sent: &Record) {
    let json = serde_json::to_value(sent).expect("a record can be written");
    check_texts(whole, viewer, &json);
    let secrets = Secrets::of(whole, viewer);
    secrets.check(&json["event"]);
    let by = &json["by"];
    assert!(
        by.is_null() || *by == "p00" || secrets.is_mine(by) || secrets.is_named,
        "{viewer:?} {sent:?}"
    );
    match &sent.event {
        Event::BallotCast { ballot } => assert_eq!(ballot.participant, Some(viewer.seat)),
        Event::StepEntered {
            assignments,
            slices,
            ..
        } => {
            assert!(assignments.keys().all(|id| *id == viewer.seat) || secrets.may_know_personas());
            assert!(slices.keys().all(|id| *id == viewer.seat) || secrets.may_know_slices());
        }
        Event::PersonasAssigned { assignments, .. } => {
            assert!(assignments.keys().all(|id| *id == viewer.seat) || secrets.may_know_personas());
        }
        Event::ParticipantJoined {
            participant,
            assignment,
            slice,
        } => {
            let is_own = participant.id == viewer.seat;
            assert!(assignment.is_none() || is_own || secrets.may_know_personas());
            assert!(slice.is_empty() || is_own || secrets.may_know_slices());
        }
        _ => {}
    }
}

/// Every text of a contribution that is sent is one the viewer may read at that moment.
fn check_texts(whole: &Workshop, viewer: Viewer, json: &Value) {
    let may_read: BTreeMap<String, bool> = whole
        .contributions()
        .values()
        .map(|found| {
            let is_own = found.participant == Some(viewer.seat) && viewer.role != Role::Observer;
            let is_open = found.shared
                && !found.withdrawn
                && (!found.hidden || viewer.role == Role::Facilitator);
            (found.text.to_string(), is_own || is_open)
        })
        .collect();
    let mut texts = Vec::new();
    collect_texts(json, &mut texts);
    for text in texts {
        assert_eq!(
            may_read.get(&text),
            Some(&true),
            "{viewer:?} was sent {text:?}"
        );
    }
}

/// The texts in all objects that are or change a contribution.
fn collect_texts(json: &Value, texts: &mut Vec<String>) {
    match json {
        Value::Object(fields) => {
            let is_contribution = fields.contains_key("source")
                || fields
                    .get("type")
                    .is_some_and(|kind| kind == "contribution-edited");
            if let Some(Value::String(text)) = fields.get("text").filter(|_| is_contribution) {
                texts.push(text.clone());
            }
            fields
                .values()
                .for_each(|value| collect_texts(value, texts));
        }
        Value::Array(items) => items.iter().for_each(|value| collect_texts(value, texts)),
        _ => {}
    }
}

struct Secrets {
    viewer: Viewer,
    is_named: bool,
    is_anonymous: bool,
    is_advised: bool,
}

impl Secrets {
    fn of(whole: &Workshop, viewer: Viewer) -> Self {
        let leads = viewer.role == Role::Facilitator;
        Self {
            viewer,
            is_named: whole.is_named(),
            is_anonymous: whole.is_anonymous(),
            is_advised: leads || whole.plan().suggestions.to_participants,
        }
    }

    fn is_mine(&self, id: &Value) -> bool {
        self.viewer.role != Role::Observer && *id == self.viewer.seat.to_string()
    }

    fn may_know_personas(&self) -> bool {
        let leads = self.viewer.role == Role::Facilitator;
        self.is_named || (leads && !self.is_anonymous)
    }

    /// What others were given to sort.
    fn may_know_slices(&self) -> bool {
        self.viewer.role == Role::Facilitator && !self.is_anonymous
    }

    /// No author, and nobody's own work, anywhere in what is sent.
    fn check(&self, json: &Value) {
        match json {
            Value::Object(fields) => {
                let authored = ["text", "dots", "stance"]
                    .iter()
                    .any(|field| fields.contains_key(*field));
                let author = fields.get("participant").filter(|_| authored);
                assert!(
                    self.is_named || author.is_none_or(|author| self.is_mine(author)),
                    "{:?} {json}",
                    self.viewer
                );
                if fields.contains_key("number") {
                    let sorter = fields.get("by");
                    assert!(
                        self.is_named || sorter.is_none_or(|sorter| self.is_mine(sorter)),
                        "{:?} {json}",
                        self.viewer
                    );
                }
                if fields.contains_key("ranking") {
                    assert!(self.is_advised, "{:?} {json}", self.viewer);
                }
                if fields
                    .get("advisor")
                    .is_some_and(|advisor| advisor == "tool")
                {
                    assert!(self.is_advised, "{:?} {json}", self.viewer);
                }
                if fields.contains_key("real_role") {
                    let is_facilitator = self.viewer.role == Role::Facilitator;
                    assert!(
                        is_facilitator || fields.get("id").is_some_and(|id| self.is_mine(id)),
                        "{:?} {json}",
                        self.viewer
                    );
                }
                fields.values().for_each(|value| self.check(value));
            }
            Value::Array(items) => items.iter().for_each(|value| self.check(value)),
            _ => {}
        }
    }
}

fn check_play(play: &Play, later: usize) {
    let mut hall = Hall::open(&play.records);
    for (place, record) in play.records.iter().enumerate().skip(1) {
        hall.hear(record);
        if place == later {
            hall.let_in(|_| true);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_folded_view_is_the_projected_one_and_holds_no_secret(
        shape in shapes(), people in 0..6_usize, acts in acts(10..90), later in 1..60_usize,
    ) {
        check_play(&play(shape, people, &acts), later);
    }

    #[test]
    fn a_view_survives_being_sent(shape in shapes(), people in 1..5_usize, acts in acts(0..60)) {
        let play = play(shape, people, &acts);
        for viewer in viewers(&play.workshop) {
            let view = project(&play.workshop, viewer);
            let document = Document { schema: SCHEMA, plan: view.plan(), proceedings: Some(Proceedings::of(&view)) };
            let json = serde_json::to_string(&document).expect("a view can be written");
            let read: View = serde_json::from_str(&json).expect("a view can be read");
            prop_assert_eq!(contents(&read.proceedings.into_workshop(read.plan, Some(viewer))), contents(&view));
        }
    }
}
