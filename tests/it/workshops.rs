//! Workshops to test with: plays in which people ask for anything at any time. Only what the public rules offer is
//! used, so that a play is what a room could live through.

mod acts;
mod plans;

use halte::id::{ParticipantId, PersonaId};
use halte::journal::{self, Chain};
use halte::language::Language;
use halte::moment::Moment;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use halte::workshop::seal::seal;
use halte::workshop::{Asker, Command, Event, Joining, Record, Refusal, Workshop, decide};

pub(crate) use acts::{Act, acts};
pub(crate) use plans::{CHALLENGES, Shape, THEMES, plan, shapes};

/// When every play begins.
const START: i64 = 1_795_251_600_000;

/// A workshop that is under way, with everything that was recorded.
#[derive(Debug, Clone)]
pub(crate) struct Play {
    pub(crate) workshop: Workshop,
    pub(crate) records: Vec<Record>,
    texts: u32,
}

impl Play {
    /// The room opens; nobody is there yet.
    pub(crate) fn open(plan: Plan) -> Self {
        let opened = Record {
            seq: 1,
            at: Moment::from_millis(START),
            by: None,
            command: None,
            revises: None,
            event: Event::WorkshopOpened {
                resumed: None,
                plan: Box::new(plan.clone()),
            },
        };
        Self {
            workshop: Workshop::open(plan, Moment::from_millis(START)),
            records: vec![opened],
            texts: 0,
        }
    }

    /// Somebody asks; what is allowed is recorded and folded.
    pub(crate) fn ask(
        &mut self,
        asker: Asker,
        command: &Command,
    ) -> Result<Option<Record>, Refusal> {
        let record = self.judge(asker, command)?;
        if let Some(record) = &record {
            self.workshop.apply(record);
            self.records.push(record.clone());
        }
        Ok(record)
    }

    /// What would be recorded if somebody asked this.
    pub(crate) fn judge(&self, asker: Asker, command: &Command) -> Result<Option<Record>, Refusal> {
        let seq = self.workshop.seq() + 1;
        let at =
            Moment::from_millis(START).plus_seconds(u32::try_from(seq).expect("a short play") * 20);
        let revises = self.workshop.history().revision(command);
        let event = decide(&self.workshop, command, asker, at)?;
        let by = match (command, &event) {
            (Command::TimeIsUp, _) => None,
            (Command::Join(_), Some(Event::ParticipantJoined { participant, .. })) => {
                Some(participant.id)
            }
            _ => Some(asker.seat),
        };
        Ok(event.map(|event| Record {
            seq,
            at,
            by,
            command: None,
            revises,
            event,
        }))
    }

    /// So many people come in.
    pub(crate) fn seat(&mut self, people: usize) {
        for _ in 0..people {
            self.join(None, None);
        }
    }

    /// Somebody comes in.
    pub(crate) fn join(
        &mut self,
        seat: Option<ParticipantId>,
        real_role: Option<PersonaId>,
    ) -> ParticipantId {
        let joining = Joining {
            seat,
            name: Some("Iemand".parse().expect("a name")),
            organisation: Some("Een bedrijf".parse().expect("a name")),
            kind: None,
            real_role,
            table: Some(1),
            language: Language::Nl,
        };
        let asker = Asker::participant(seat.unwrap_or(ParticipantId::FACILITATOR));
        let joined = self.ask(asker, &Command::Join(joining));
        let record = joined.expect("there is room").expect("a record");
        record.by.expect("somebody")
    }

    /// The facilitator asks for something that is allowed.
    pub(crate) fn lead(&mut self, command: &Command) {
        self.ask(Asker::FACILITATOR, command)
            .unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
    }

    /// The facilitator goes to a step.
    pub(crate) fn goto(&mut self, step: &str) {
        self.lead(&Command::Goto {
            step: step.parse().expect("a step id"),
        });
    }

    /// Somebody tries an act; what is not allowed does not happen.
    pub(crate) fn attempt(&mut self, act: Act) -> Option<Record> {
        let (asker, command) = self.command(act)?;
        self.ask(asker, &command).unwrap_or(None)
    }
}

/// A play: so many people come in, and then all of this is tried.
pub(crate) fn play(shape: Shape, people: usize, acts: &[Act]) -> Play {
    let mut play = Play::open(plan(shape));
    play.seat(people);
    for act in acts {
        play.attempt(*act);
    }
    play
}

/// All that is in a workshop but for its number and what could be undone; two that are equal in this are the same.
pub(crate) fn contents(workshop: &Workshop) -> (Plan, Proceedings) {
    let mut proceedings = Proceedings::of(workshop);
    proceedings.seq = 0;
    (workshop.plan().clone(), proceedings)
}

/// A whole journal, as the room writes it.
pub(crate) fn journal_of(records: &[Record]) -> (Vec<u8>, Chain) {
    let mut workshop = Workshop::replay(records.first()).expect("a workshop");
    let (mut bytes, mut chain) = journal::header(&workshop.plan().id);
    journal::write(&mut bytes, &mut chain, &records[0]).expect("a line");
    for record in &records[1..] {
        let sealed = seal(&workshop, record);
        workshop.apply(record);
        journal::write(&mut bytes, &mut chain, &sealed).expect("a line");
    }
    (bytes, chain)
}
