//! What happens to a step of an anonymous session when it closes: its records are rewritten, and what the room knew of
//! who did what is forgotten with them, so that memory and disk hold the same.

use ring::digest;
use uuid::{Builder, Uuid};

use super::Desk;
use crate::chance::Salt;
use crate::room::dice::Dice;
use crate::workshop::event::Outcome;
use crate::workshop::{Event, Record, Seq, seal};

/// A step that closes once what is staged is on disk.
#[derive(Debug, Clone)]
pub(super) struct Closing {
    /// Where its records begin, among those on disk and those staged.
    start: usize,
    /// Its records as they are from then on, beginning with the one that entered it.
    records: Vec<Record>,
    /// Those of them that people's doings had made, with the commands they answered.
    theirs: Vec<(Seq, Option<Uuid>)>,
}

impl Desk {
    /// Uses these dice from now on.
    #[must_use]
    pub fn with_dice(mut self, dice: Dice) -> Self {
        self.dice = dice;
        self.deal = self.dice.roll();
        self.season();
        self
    }

    /// Gives the next draw something to start from.
    pub(super) fn season(&mut self) {
        if self.workshop.is_anonymous() {
            self.workshop.season(Salt {
                deal: self.deal,
                draw: self.dice.roll(),
            });
        }
    }

    /// The step before the last staged record has closed.
    pub(super) fn close_step(&mut self) {
        let all = || {
            let staged = self.staged.iter().map(|staged| &staged.record);
            self.records.iter().chain(staged)
        };
        let end = (self.records.len() + self.staged.len()).saturating_sub(1);
        let back = all().rev().skip(1).position(seal::closes);
        let start = back.map_or(0, |back| end.saturating_sub(back + 1));
        let mut records: Vec<Record> = all()
            .skip(start)
            .take(end.saturating_sub(start))
            .cloned()
            .collect();
        let theirs = seal::close(&mut records, &self.workshop, mark);
        self.closings.push(Closing {
            start,
            records,
            theirs,
        });
    }

    /// Everything that is on disk and staged, as it has to stand there from now on, when a step closes with it: then the
    /// journal is written anew instead of being added to.
    #[must_use]
    pub fn rewritten(&self) -> Option<Vec<Record>> {
        if self.closings.is_empty() {
            return None;
        }
        let staged = self.staged.iter().map(|staged| &staged.record);
        let mut records: Vec<Record> = self.records.iter().chain(staged).cloned().collect();
        for closing in &self.closings {
            put(&mut records, closing);
        }
        Some(records)
    }

    /// The steps that closed are closed here as well.
    pub(super) fn forget_closed(&mut self) {
        if !self.closings.is_empty() {
            self.allowance.forget();
        }
        for closing in std::mem::take(&mut self.closings) {
            put(&mut self.records, &closing);
            let mut records = closing.records.iter();
            let first = records.find(|record| seal::is_sealed(record));
            let first = first.map(|record| record.seq);
            for (seq, command) in closing.theirs {
                self.forgotten.push(seq);
                let Some(command) = command else { continue };
                self.answers.strike(mark(command));
                if let Some(first) = first {
                    self.carried.insert(mark(command), first);
                }
            }
        }
    }

    /// The records that said to single seats what was theirs, and may say so no more.
    pub fn forgotten(&mut self) -> Vec<Seq> {
        std::mem::take(&mut self.forgotten)
    }

    /// Notes the commands that were carried out in steps that have closed.
    pub(super) fn note_carried(&mut self) {
        for record in &self.records {
            if let Event::StepSealed { doings } = &record.event {
                // Journals of before hold them without their form.
                let marks = doings.commands.iter().map(|mark| in_form(*mark.as_bytes()));
                self.carried.extend(marks.map(|mark| (mark, record.seq)));
            }
        }
    }

    /// The answer to a command of a step that has closed: that it was carried out, and nothing of what it made.
    pub(super) fn answer_when_closed(&self, id: Uuid) -> Option<crate::room::Done> {
        if self.carried.is_empty() {
            return None;
        }
        self.carried.get(&mark(id)).map(|seq| crate::room::Done {
            seq: *seq,
            result: Outcome::default(),
        })
    }

    /// The first record that a seat may know the ones after of: in an anonymous session what was told in a step that has
    /// closed is told no more.
    pub(super) fn told_since(&self) -> Seq {
        if !self.workshop.is_anonymous() {
            return 0;
        }
        let entered = self.records.iter().rfind(|record| seal::closes(record));
        entered.map_or(0, |record| record.seq)
    }
}

fn put(records: &mut [Record], closing: &Closing) {
    let places = records.iter_mut().skip(closing.start);
    for (place, record) in places.zip(&closing.records) {
        place.clone_from(record);
    }
}

/// By what a command is known again: nothing can be read from it, not even when the command was made. It has the form of
/// a number of somebody's own making (RFC 9562, version 8), by which it is told from what programs make.
#[must_use]
pub fn mark(command: Uuid) -> Uuid {
    let hash = digest::digest(&digest::SHA256, command.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(hash.as_ref().split_at(16).0);
    in_form(bytes)
}

const fn in_form(bytes: [u8; 16]) -> Uuid {
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// The mark of what a record answers. Of somebody who came or went in a step that has closed it is all there is.
pub(super) fn mark_of(record: &Record, is_closed: bool) -> Option<Uuid> {
    let command = record.command?;
    let is_marked = is_closed && seal::is_arrival(record) && seal::is_mark(command);
    Some(if is_marked { command } else { mark(command) })
}

/// How many of these records stand for steps that have closed, and are written so.
pub(super) fn closed(records: &[Record], is_anonymous: bool) -> usize {
    let closing = records.iter().rposition(seal::closes);
    closing.filter(|_| is_anonymous).unwrap_or(0)
}
