//! The room without its machinery: commands in, staged records out, then either they are on disk and count, or they
//! are not and never happened. Plain values, no clock, no files: a simulation drives it in one loop.

mod allowance;
mod answers;
mod attendance;
mod closing;
mod joining;
mod veil;

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

pub use closing::mark;

use super::dice::Dice;
use super::news::Item;
use super::{Answer, Done};
use crate::id::ParticipantId;
use crate::moment::Moment;
use crate::suggester::assistant::Task;
use crate::vocabulary::Role;
use crate::wire::Moving;
use crate::workshop::sight::{self, Sight};
use crate::workshop::suggestion::Suggestions;
use crate::workshop::{Asker, Command, Event, Record, Refusal, Seq, Workshop, decide, seal};
use allowance::Allowance;
use answers::Answers;

/// The owner of the workshop.
#[derive(Debug, Clone)]
pub struct Desk {
    workshop: Workshop,
    records: Vec<Record>,
    staged: Vec<Staged>,
    answers: Answers,
    done: BTreeSet<ParticipantId>,
    /// Where the group goes shortly.
    moving: Option<Moving>,
    /// The same before whatever is staged.
    settled_moving: Option<Moving>,
    connected: BTreeMap<ParticipantId, usize>,
    /// Something happened that suggestions may follow from.
    suggestions_due: bool,
    read_only: bool,
    /// In an anonymous session: the steps that close with what is staged.
    closings: Vec<closing::Closing>,
    /// The commands that were carried out in steps that have closed, by their marks, and a record of the step.
    carried: BTreeMap<Uuid, Seq>,
    /// Records that may no longer say to anybody what was theirs.
    forgotten: Vec<Seq>,
    /// The last record that tells what was put out of sight later.
    veiled: Seq,
    allowance: Allowance,
    dice: Dice,
    /// What an anonymous session deals from for as long as the room runs.
    deal: u64,
}

#[derive(Debug, Clone)]
struct Staged {
    record: Record,
    sealed: Record,
    sight: Sight,
}

impl Desk {
    /// A desk for a workshop that these records made. `None` when the first one does not open it.
    #[must_use]
    pub fn open(records: Vec<Record>) -> Option<(Self, Vec<Item>)> {
        let first = records.first()?;
        let mut workshop = Workshop::opened_by(first)?;
        let mut answers = Answers::default();
        let mut items = vec![Item::default()];
        let closed = closing::closed(&records, workshop.is_anonymous());
        for (place, record) in records.iter().enumerate().skip(1) {
            let sight = sight::witness(&mut workshop, record);
            items.push(Item::telling(&sight, record, workshop.is_named()));
            answers.record(closing::mark_of(record, place < closed), record);
        }
        let allowance = Allowance::of(&records);
        let mut desk = Self {
            workshop,
            records,
            staged: Vec::new(),
            answers,
            done: BTreeSet::new(),
            moving: None,
            settled_moving: None,
            connected: BTreeMap::new(),
            suggestions_due: true,
            read_only: false,
            closings: Vec::new(),
            carried: BTreeMap::new(),
            forgotten: Vec::new(),
            veiled: 0,
            allowance,
            dice: Dice::default(),
            deal: 0,
        };
        desk.note_carried();
        Some((desk.with_dice(Dice::default()), items))
    }

    /// The workshop, with what is staged.
    #[must_use]
    pub const fn workshop(&self) -> &Workshop {
        &self.workshop
    }

    /// All records that are on disk.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Carries out a command, or says why not. The answer may be given once what is staged is on disk; a command
    /// that was answered before gets the same answer again and nothing happens twice.
    pub fn ask(&mut self, asker: Asker, id: Uuid, command: &Command, now: Moment) -> Answer {
        if let Some(answer) = self.answer_to(asker, id) {
            if *command == Command::Leave && !self.read_only {
                // Whoever did not hear that they left came back to say it again.
                drop(self.carry_out(asker, None, command, now));
            }
            return answer;
        }
        if self.read_only && !matches!(command, Command::Done | Command::Undone | Command::CallOff)
        {
            return Err(Refusal::ReadOnly);
        }
        let answer = self.carry_out(asker, Some(id), command, now);
        if let Ok(Done { seq, .. }) = &answer
            && self.staged.last().is_some_and(|staged| {
                staged.record.seq == *seq && staged.record.command == Some(id)
            })
        {
            return answer;
        }
        self.answers.remember(asker, id, answer.clone());
        answer
    }

    /// Forgets the answer to a command that left no record: it turned out not to hold, and may be asked again.
    pub fn forget(&mut self, asker: Asker, id: Uuid) {
        self.answers.forget(asker, id);
    }

    /// The answer this command got before.
    #[must_use]
    pub fn answer_to(&self, asker: Asker, id: Uuid) -> Option<Answer> {
        if asker.role != Role::Observer
            && let Some(done) = self.done_before(asker.seat, id)
        {
            return Some(Ok(done));
        }
        self.answers.remembered(asker, id).cloned()
    }

    /// What a command of this seat's that is on record made.
    fn done_before(&self, seat: ParticipantId, id: Uuid) -> Option<Done> {
        let staged = self
            .staged
            .iter()
            .find(|staged| staged.record.command == Some(id));
        if let Some(staged) = staged.filter(|staged| staged.record.by == Some(seat)) {
            return Some(Done::by(&staged.record));
        }
        let on_record = self
            .answers
            .on_record(mark(id))
            .filter(|(by, _)| by.is_none_or(|by| by == seat));
        if let Some((_, done)) = on_record {
            return Some(done.clone());
        }
        self.answer_when_closed(id)
    }

    fn carry_out(
        &mut self,
        asker: Asker,
        id: Option<Uuid>,
        command: &Command,
        now: Moment,
    ) -> Answer {
        self.season();
        let event = decide(&self.workshop, command, asker, now)?;
        match command {
            Command::Done if asker.role == Role::Participant => {
                self.done.insert(asker.seat);
            }
            Command::Undone => {
                self.done.remove(&asker.seat);
            }
            Command::Announce { to, seconds } => {
                self.moving = Some(Moving {
                    to: to.clone(),
                    at: now.plus_seconds(u32::from(*seconds)),
                });
            }
            Command::CallOff => self.moving = None,
            _other => {}
        }
        let Some(event) = event else {
            return Ok(Done {
                seq: self.workshop.seq(),
                result: crate::workshop::event::Outcome::default(),
            });
        };
        let by = match (&event, command) {
            (Event::ParticipantJoined { participant, .. }, Command::Join(_)) => {
                Some(participant.id)
            }
            (_, Command::TimeIsUp | Command::Suggest(_)) => None,
            _other => Some(asker.seat),
        };
        let revises = self.workshop.history().revision(command);
        let record = Record {
            seq: self.workshop.seq() + 1,
            at: now,
            by,
            command: id,
            revises,
            event,
        };
        if asker.role == Role::Participant && seal::is_theirs(&record) {
            self.allowance.take(asker.seat, &record)?;
        }
        Ok(self.stage(record))
    }

    fn stage(&mut self, record: Record) -> Done {
        let answer = Done::by(&record);
        let sealed = seal::seal(&self.workshop, &record);
        let sight = sight::witness(&mut self.workshop, &record);
        if matches!(record.event, Event::StepEntered { .. }) {
            self.done.clear();
        }
        if matches!(
            record.event,
            Event::StepEntered { .. } | Event::WorkshopClosed { .. }
        ) {
            self.moving = None;
        }
        self.suggestions_due |= may_change_suggestions(&record.event);
        self.staged.push(Staged {
            record,
            sealed,
            sight,
        });
        let closes = self
            .staged
            .last()
            .is_some_and(|last| seal::closes(&last.record));
        if closes && self.workshop.is_anonymous() {
            self.close_step();
        }
        answer
    }

    /// What suggestions are wanted for, once after each change they may follow from.
    pub fn task(&mut self) -> Option<Task> {
        if self.read_only || !std::mem::take(&mut self.suggestions_due) {
            return None;
        }
        Task::of(&self.workshop)
    }

    /// Takes suggestions in, as far as they are news.
    pub fn suggest(&mut self, suggestions: Suggestions, now: Moment) {
        let command = Command::Suggest(suggestions);
        // The group may have moved on: then nobody wants them any more.
        drop(self.carry_out(Asker::FACILITATOR, None, &command, now));
    }

    /// When something happens that nobody asks for any more: a timer that runs out, a step that was announced.
    #[must_use]
    pub fn due(&self) -> Option<Moment> {
        let moves_at = self.moving.as_ref().map(|moving| moving.at);
        self.workshop.due().into_iter().chain(moves_at).min()
    }

    /// Tells that time passes; true when something happened. It waits while nothing can be written down.
    pub fn tick(&mut self, now: Moment) -> bool {
        if self.read_only {
            return false;
        }
        let is_up = self.workshop.due().is_some_and(|due| due <= now);
        let time_is_up = is_up.then_some(Command::TimeIsUp);
        let moving = self.moving.take_if(|moving| moving.at <= now);
        let goto = moving.map(|moving| Command::Goto { step: moving.to });
        let mut happened = false;
        for command in time_is_up.into_iter().chain(goto) {
            let answer = self.carry_out(Asker::FACILITATOR, None, &command, now);
            happened |= answer.is_ok();
        }
        happened
    }

    /// The staged records as they go to disk.
    pub fn staged(&self) -> impl Iterator<Item = &Record> {
        self.staged.iter().map(|staged| &staged.sealed)
    }

    /// Whether something waits to go to disk.
    #[must_use]
    pub const fn has_staged(&self) -> bool {
        !self.staged.is_empty()
    }

    /// What is staged is on disk: it counts, and there is news of it.
    pub fn commit(&mut self) -> Vec<Item> {
        let is_named = self.workshop.is_named();
        self.answers.settle();
        self.settled_moving.clone_from(&self.moving);
        let mut items = Vec::with_capacity(self.staged.len());
        self.veil_staged();
        for staged in self.staged.drain(..) {
            items.push(Item::telling(&staged.sight, &staged.record, is_named));
            let mark = staged.record.command.map(mark);
            self.answers.record(mark, &staged.record);
            self.records.push(staged.record);
        }
        self.forget_closed();
        items
    }

    /// What is staged is not on disk: it never happened. From now on nothing is taken until [`Desk::reopen`].
    pub fn roll_back(&mut self) {
        self.staged.clear();
        self.closings.clear();
        self.answers.roll_back();
        self.moving.clone_from(&self.settled_moving);
        self.read_only = true;
        self.suggestions_due = true;
        if let Some(mut workshop) = Workshop::replay(&self.records) {
            workshop.remember(&self.workshop);
            self.workshop = workshop;
        }
    }

    /// The disk takes records again.
    pub const fn reopen(&mut self) {
        self.read_only = false;
    }

    /// Whether nothing is taken because the disk does not take it.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }
}

/// Whether suggestions may follow from such an event.
const fn may_change_suggestions(event: &Event) -> bool {
    matches!(
        event,
        Event::StepEntered { .. }
            | Event::ContributionAdded { .. }
            | Event::ContributionEdited { .. }
            | Event::ContributionWithdrawn { .. }
            | Event::ContributionRestored { .. }
            | Event::ContributionHidden { .. }
            | Event::ContributionShown { .. }
            | Event::ContributionsPlaced { .. }
            | Event::ThemeProposed { .. }
            | Event::WordTaught { .. }
    )
}
