//! What was put out of sight is not told any more to who was not told it in time.

use super::Desk;
use crate::id::ContributionId;
use crate::workshop::{Event, Seq};

impl Desk {
    /// The last record that tells what was put out of sight later: whoever has it was told all of that in time.
    #[must_use]
    pub const fn veiled(&self) -> Seq {
        self.veiled
    }

    /// Notes what is put out of sight by what is staged.
    pub(super) fn veil_staged(&mut self) {
        let staged = || self.staged.iter().map(|staged| &staged.record);
        for (place, record) in staged().enumerate() {
            let Some(hidden) = self.put_out_of_sight(&record.event) else {
                continue;
            };
            let before = self.records.iter().chain(staged().take(place));
            let last = before
                .rev()
                .find(|record| may_tell(&record.event, hidden))
                .map_or(0, |record| record.seq);
            self.veiled = self.veiled.max(last);
        }
    }

    /// Whether somebody who has everything up to `since` may be told the records after it. Not when something was put
    /// out of sight meanwhile: the records from before would show it after all, and a fresh view does not.
    #[must_use]
    pub fn may_resume(&self, since: Seq) -> bool {
        if since < self.told_since() {
            return false;
        }
        let places = usize::try_from(since).ok();
        let Some(later) = places.and_then(|since| self.records.get(since..)) else {
            return false;
        };
        let mut later = later.iter();
        !later.any(|record| self.put_out_of_sight(&record.event).is_some())
    }

    /// What an event puts out of the sight of people who may have seen it.
    fn put_out_of_sight(&self, event: &Event) -> Option<ContributionId> {
        match event {
            Event::ContributionHidden { contribution } => Some(*contribution),
            Event::ContributionWithdrawn { contribution } => {
                let found = self.workshop.contributions().get(contribution)?;
                found.shared.then_some(*contribution)
            }
            _other => None,
        }
    }
}

/// Whether a record may say to the room what this contribution says. Entering a step may share any of them.
fn may_tell(event: &Event, id: ContributionId) -> bool {
    match event {
        Event::StepEntered { .. } => true,
        Event::ContributionAdded { contribution } => contribution.id == id,
        Event::ContributionEdited { contribution, .. }
        | Event::ContributionRestored { contribution, .. }
        | Event::ContributionShown { contribution, .. } => *contribution == id,
        _other => false,
    }
}
