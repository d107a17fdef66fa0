//! A room in memory: the rules, one view per seat, and a clock that is only a number. It stands in for the room and
//! the links so that a workshop can be run without either; it keeps nothing on disk and answers nobody outside.

use std::collections::BTreeSet;
use std::sync::Arc;

use uuid::Uuid;

use super::{Leader, Person, Player, Repertoire};
use crate::chance::Chance;
use crate::id::ParticipantId;
use crate::moment::Moment;
use crate::wire::Presence;
use crate::workshop::plan::Plan;
use crate::workshop::sight::{Viewer, project, redact, witness};
use crate::workshop::{Asker, Command, Event, Record, Refusal, Workshop, decide};

/// The time between two of one participant's commands, as a part of the step's planned minutes.
const PART_OF_A_STEP: i64 = 8;
const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;

/// A command that was refused, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Who asked.
    pub seat: ParticipantId,
    /// What was asked.
    pub command: Command,
    /// Why not.
    pub refusal: Refusal,
}

/// A workshop in memory and everybody's view of it.
#[derive(Debug, Clone)]
pub struct Stage {
    workshop: Workshop,
    records: Vec<Record>,
    seats: Vec<Seat>,
    lights: BTreeSet<ParticipantId>,
    refusals: Vec<Refused>,
    now: Moment,
    chance: Chance,
}

#[derive(Debug, Clone)]
struct Seat {
    viewer: Viewer,
    view: Workshop,
}

impl Stage {
    /// Opens the room; the facilitator has a seat already.
    #[must_use]
    pub fn open(plan: Plan, seed: u64, start: Moment) -> Self {
        let workshop = Workshop::open(plan.clone(), start);
        let opening = Record {
            seq: workshop.seq(),
            at: start,
            by: None,
            command: None,
            revises: None,
            event: Event::WorkshopOpened {
                resumed: None,
                plan: Box::new(plan),
            },
        };
        let mut stage = Self {
            workshop,
            records: vec![opening],
            seats: Vec::new(),
            lights: BTreeSet::new(),
            refusals: Vec::new(),
            now: start,
            chance: Chance::of(seed, "stage"),
        };
        stage.sit(Viewer::FACILITATOR);
        stage
    }

    /// Lets these people and this facilitator run the workshop until nobody has anything left to do.
    pub fn run(&mut self, persons: Vec<Person>, leader: &mut Leader, repertoire: &Arc<Repertoire>) {
        let seed = self.chance.roll();
        let mut players = Vec::with_capacity(persons.len());
        for person in persons {
            if let Some(seat) = self.join(&person) {
                players.push((seat, Player::new(&person, seed, Arc::clone(repertoire))));
            }
        }
        loop {
            self.lead(leader);
            if !self.go_round(&mut players) {
                return;
            }
        }
    }

    /// What happened.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// What happened, for keeping.
    #[must_use]
    pub fn into_records(self) -> Vec<Record> {
        self.records
    }

    /// What was asked in vain.
    #[must_use]
    pub fn refusals(&self) -> &[Refused] {
        &self.refusals
    }

    /// The whole workshop.
    #[must_use]
    pub const fn workshop(&self) -> &Workshop {
        &self.workshop
    }

    /// What each seat sees, the facilitator's first.
    pub fn views(&self) -> impl Iterator<Item = &Workshop> {
        self.seats.iter().map(|seat| &seat.view)
    }

    fn join(&mut self, person: &Person) -> Option<usize> {
        self.pause(2 * SECOND);
        let asker = Asker::participant(ParticipantId(0));
        let record = self.decide(&Command::Join(person.joining()), asker)?;
        let Event::ParticipantJoined { participant, .. } = &record.event else {
            return None;
        };
        let seat = participant.id;
        self.witness(Record {
            by: Some(seat),
            ..record
        });
        self.sit(Viewer::participant(seat));
        Some(self.seats.len() - 1)
    }

    fn sit(&mut self, viewer: Viewer) {
        let view = project(&self.workshop, viewer);
        self.seats.push(Seat { viewer, view });
    }

    /// The facilitator's turn, until there is something to wait for.
    fn lead(&mut self, leader: &mut Leader) {
        while let Some(command) = self
            .seats
            .first()
            .and_then(|seat| leader.choose(&seat.view, &self.presence()))
        {
            if matches!(command, Command::Next | Command::Close) {
                self.wait_for_the_agenda();
            }
            self.pause(3 * SECOND);
            if !self.ask(Asker::FACILITATOR, &command) {
                leader.refused(&command);
            }
        }
    }

    /// Everybody's turn, one after the other; whether anybody did anything.
    fn go_round(&mut self, players: &mut [(usize, Player)]) -> bool {
        let minutes = self
            .workshop
            .step()
            .map_or(1, |(_, step)| i64::from(step.minutes));
        let people = i64::try_from(players.len().max(1)).unwrap_or(i64::MAX);
        let pause = minutes * MINUTE / PART_OF_A_STEP / people;
        let mut any = false;
        for (index, player) in players {
            let Some(seat) = self.seats.get(*index) else {
                continue;
            };
            let asker = Asker::participant(seat.viewer.seat);
            if let Some(command) = player.choose(&seat.view) {
                any = true;
                self.pause(pause);
                if !self.ask(asker, &command) {
                    player.refused(&command);
                }
            }
        }
        any
    }

    fn ask(&mut self, asker: Asker, command: &Command) -> bool {
        let refusals = self.refusals.len();
        if let Some(record) = self.decide(command, asker) {
            self.witness(record);
        }
        match command {
            Command::Done => {
                self.lights.insert(asker.seat);
            }
            Command::Undone => {
                self.lights.remove(&asker.seat);
            }
            _ => {}
        }
        self.refusals.len() == refusals
    }

    /// What the room would write down for a command, if anything.
    fn decide(&mut self, command: &Command, asker: Asker) -> Option<Record> {
        let revises = self.workshop.history().revision(command);
        let event = match decide(&self.workshop, command, asker, self.now) {
            Ok(event) => event?,
            Err(refusal) => {
                self.refusals.push(Refused {
                    seat: asker.seat,
                    command: command.clone(),
                    refusal,
                });
                return None;
            }
        };
        let by_itself = matches!(command, Command::TimeIsUp);
        Some(Record {
            seq: self.workshop.seq() + 1,
            at: self.now,
            by: Some(asker.seat).filter(|_| !by_itself),
            command: (!by_itself)
                .then(|| Uuid::from_u64_pair(self.chance.roll(), self.chance.roll())),
            revises,
            event,
        })
    }

    /// Folds a record into the whole and, as far as each may see it, into every view.
    fn witness(&mut self, record: Record) {
        let sight = witness(&mut self.workshop, &record);
        let is_named = self.workshop.is_named();
        for seat in &mut self.seats {
            if let Some(seen) = redact(&sight, &record, seat.viewer, is_named) {
                seat.view.apply(&seen);
            }
        }
        if matches!(record.event, Event::StepEntered { .. }) {
            self.lights.clear();
        }
        self.records.push(record);
    }

    fn presence(&self) -> Presence {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let people = count(self.workshop.present().count());
        Presence {
            visit: count(self.workshop.timeline().len()),
            done: count(self.lights.len()),
            connected: people,
            participants: people,
            ..Presence::default()
        }
    }

    /// Lets most of the planned minutes of the step go by: people also read, listen and talk.
    fn wait_for_the_agenda(&mut self) {
        let minutes = self
            .workshop
            .step()
            .map_or(0, |(_, step)| i64::from(step.minutes));
        let percent = 75 + self.number_below(35);
        let entered = self.workshop.step_entered_at().as_millis();
        self.let_pass(entered + minutes * MINUTE * percent / 100 - self.now.as_millis());
    }

    /// Lets half to one and a half times this many milliseconds go by.
    fn pause(&mut self, milliseconds: i64) {
        let by_chance = self.number_below(milliseconds);
        self.let_pass(milliseconds / 2 + by_chance);
    }

    /// Lets time go by, and sees to a timer that runs out meanwhile.
    fn let_pass(&mut self, milliseconds: i64) {
        let then = Moment::from_millis(self.now.as_millis() + milliseconds.max(0));
        if let Some(due) = self.workshop.due().filter(|due| *due <= then) {
            self.now = due.max(self.now);
            self.ask(Asker::FACILITATOR, &Command::TimeIsUp);
        }
        self.now = then;
    }

    fn number_below(&mut self, bound: i64) -> i64 {
        let below = self.chance.below(usize::try_from(bound).unwrap_or(0));
        i64::try_from(below).unwrap_or(0)
    }
}
