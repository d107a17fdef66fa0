//! A disk with one journal on it: bytes are written first and safe only once they are synced.

use halte::chance::Chance;
use halte::journal;
use halte::moment::Moment;
use halte::vocabulary::Anonymity;
use halte::workshop::{Event, Record};

use crate::workshops::{Shape, plan};

/// The journal's bytes, and how many of them would survive anything.
#[derive(Debug, Clone, Default)]
pub(super) struct Disk {
    written: Vec<u8>,
    synced: usize,
    /// A whole file beside it that takes its place when synced.
    beside: Option<Vec<u8>>,
    /// How often another file took its place.
    pub(super) replaced: u32,
    pub(super) refuses: bool,
}

impl Disk {
    /// The disk of a room that just opened, and where its records begin.
    pub(super) fn fresh(chance: &mut Chance, now: Moment) -> (Self, usize) {
        let plan = plan(Shape {
            scenarios: 1 + chance.below(2),
            anonymity: *chance.pick(Anonymity::ALL).expect("a mode"),
            seed: chance.roll() >> 32,
            ..Shape::default()
        });
        let (header, mut chain) = journal::header(&plan.id);
        let mut bytes = header.clone();
        let opened = Record {
            seq: 1,
            at: now,
            by: None,
            command: None,
            revises: None,
            event: Event::WorkshopOpened {
                plan: Box::new(plan),
                resumed: None,
            },
        };
        journal::write(&mut bytes, &mut chain, &opened).expect("a line");
        let mut disk = Self::default();
        disk.write(&bytes);
        disk.sync();
        (disk, header.len())
    }

    pub(super) fn write(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
    }

    /// Writes a whole file that is to take the place of this one.
    pub(super) fn write_beside(&mut self, bytes: Vec<u8>) {
        self.beside = Some(bytes);
    }

    pub(super) fn sync(&mut self) {
        if let Some(beside) = self.beside.take() {
            self.written = beside;
            self.replaced += 1;
        }
        self.synced = self.written.len();
    }

    /// The power goes: of what was not synced, any number of bytes is there afterwards.
    pub(super) fn lose_power(&mut self, chance: &mut Chance) {
        // A name is changed or it is not.
        if self.beside.is_some() {
            if chance.percent(50) {
                self.sync();
            }
            self.beside = None;
        }
        let at_risk = self.written.len() - self.synced;
        // All of it and none of it are no rarer than a line cut through the middle.
        let kept = match chance.below(4) {
            0 => 0,
            1 => at_risk,
            _ => chance.below(at_risk + 1),
        };
        self.written.truncate(self.synced + kept);
    }

    /// Goes on after a failure: what is not whole at the end is cut off.
    pub(super) fn reopen(&mut self) -> journal::Journal {
        let read = journal::read(&self.written).expect("a journal with nothing but a torn end");
        self.written.truncate(read.intact);
        self.sync();
        read
    }

    /// What is safe.
    pub(super) fn safe(&self) -> &[u8] {
        &self.written[..self.synced]
    }

    /// The records on the safe lines behind this byte, and where they end.
    pub(super) fn records_from(&self, start: usize) -> (Vec<Record>, usize) {
        let lines = self.safe()[start..].split_inclusive(|byte| *byte == b'\n');
        let records = lines.map(|line| serde_json::from_slice(line).expect("a record"));
        (records.collect(), self.synced)
    }
}
