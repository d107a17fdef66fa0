//! How much of the record people may fill. Every change is a record for ever, and an edit takes the place of nothing there:
//! without an end to it, one person could make the journal too large to be resumed.

use std::collections::BTreeMap;

use crate::id::ParticipantId;
use crate::workshop::{Record, Refusal, seal};

/// The bytes of records that one participant makes while the room is open: some twenty times what 500 contributions take.
const OF_ONE: usize = 4 * 1024 * 1024;
/// The bytes of records that all of them make in a workshop; half of the largest journal that is read, so that the
/// facilitator can always go on to the end.
const OF_ALL: usize = 256 * 1024 * 1024;

/// What has been filled.
#[derive(Debug, Clone, Default)]
pub(super) struct Allowance {
    of_one: BTreeMap<ParticipantId, usize>,
    of_all: usize,
}

impl Allowance {
    /// What people had filled before the room was opened.
    pub(super) fn of(records: &[Record]) -> Self {
        let is_theirs = |record: &&Record| seal::is_theirs(record) || seal::is_sealed(record);
        Self {
            of_one: BTreeMap::new(),
            of_all: records.iter().filter(is_theirs).map(size).sum(),
        }
    }

    /// Takes room for a record that a participant makes.
    pub(super) fn take(&mut self, seat: ParticipantId, record: &Record) -> Result<(), Refusal> {
        let size = size(record);
        let own = self.of_one.entry(seat).or_default();
        let (one, all) = (own.saturating_add(size), self.of_all.saturating_add(size));
        if one > OF_ONE || all > OF_ALL {
            return Err(Refusal::TooManyChanges);
        }
        (*own, self.of_all) = (one, all);
        Ok(())
    }

    /// Lets go of who filled how much.
    pub(super) fn forget(&mut self) {
        self.of_one.clear();
    }
}

/// The bytes of a record, as far as they depend on what happened. It is encoded again for the journal, but there it is too
/// late to refuse it.
fn size(record: &Record) -> usize {
    serde_json::to_vec(&record.event).map_or(0, |bytes| bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::Moment;
    use crate::vocabulary::Kind;
    use crate::workshop::Event;

    /// A participant rewrites their contribution.
    fn edited(text: &str) -> Record {
        Record {
            seq: 9,
            at: Moment::default(),
            by: Some(ParticipantId(1)),
            command: None,
            revises: None,
            event: Event::ContributionEdited {
                contribution: "n0001".parse().unwrap(),
                kind: Kind::Need,
                text: text.parse().unwrap(),
            },
        }
    }

    #[test]
    fn what_all_fill_together_has_an_end_and_what_is_refused_takes_nothing_of_it() {
        let (short, long) = (edited("kort"), edited(&"lang".repeat(100)));
        let mut allowance = Allowance {
            of_all: OF_ALL - 2 * size(&short),
            ..Allowance::default()
        };
        let too_many = Err(Refusal::TooManyChanges);
        // However little each of them filled.
        assert_eq!(allowance.take(ParticipantId(1), &long), too_many);
        assert_eq!(allowance.take(ParticipantId(2), &short), Ok(()));
        assert_eq!(allowance.take(ParticipantId(3), &short), Ok(()));
        assert_eq!(allowance.take(ParticipantId(4), &short), too_many);
        // Nor when nobody knows any more who filled how much.
        allowance.forget();
        assert_eq!(allowance.take(ParticipantId(4), &short), too_many);
    }

    #[test]
    fn what_was_filled_before_a_room_is_opened_counts_for_all_and_for_nobody() {
        let records = vec![edited("kort"); 3];
        let mut led = edited("kort");
        led.by = Some(ParticipantId::FACILITATOR);
        led.event = Event::TimerSet { ends_at: None };
        let filled = Allowance::of(&[&records[..], &[led]].concat());
        assert_eq!(filled.of_all, 3 * size(&records[0]));
        assert!(filled.of_one.is_empty());
    }
}
