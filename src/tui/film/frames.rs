//! The workshop as it stood after any record, as an observer in the room saw it. Going on folds what comes; going back
//! folds again from the nearest value that was kept, of which there are never more than a few.

use std::collections::BTreeMap;

use crate::wire::Presence;
use crate::workshop::sight::{Viewer, project};
use crate::workshop::{Record, Workshop};

/// The most values that are kept on the way, beside the first one.
const KEPT: usize = 16;
/// So many records are folded faster than anybody waits for; values are kept no closer to each other.
const CLOSEST: usize = 1_000;

/// A journal's records, and the workshop after one of them.
#[derive(Debug)]
pub(super) struct Frames {
    records: Vec<Record>,
    whole: Workshop,
    at: usize,
    kept: BTreeMap<usize, Workshop>,
    view: Workshop,
    presence: Presence,
}

impl Frames {
    /// The workshop after the first record; `None` when that does not open one.
    #[must_use]
    pub(super) fn new(records: Vec<Record>) -> Option<Self> {
        let whole = Workshop::opened_by(records.first()?)?;
        Some(Self {
            records,
            at: 0,
            kept: BTreeMap::from([(0, whole.clone())]),
            view: project(&whole, Viewer::OBSERVER),
            presence: presence(&whole),
            whole,
        })
    }

    /// The records.
    #[must_use]
    pub(super) fn records(&self) -> &[Record] {
        &self.records
    }

    /// The workshop as an observer sees it.
    #[must_use]
    pub(super) const fn view(&self) -> &Workshop {
        &self.view
    }

    /// Who is here and how far they are, as far as that is on record.
    #[must_use]
    pub(super) const fn presence(&self) -> &Presence {
        &self.presence
    }

    /// Goes to the record at this place, and says whether that is another one.
    pub(super) fn go(&mut self, place: usize) -> bool {
        let place = place.min(self.records.len().saturating_sub(1));
        if place == self.at {
            return false;
        }
        let nearest = self.kept.range(..=place).next_back();
        if let Some((kept, workshop)) = nearest
            && (place < self.at || *kept > self.at)
        {
            self.at = *kept;
            self.whole.clone_from(workshop);
        }
        let apart = self.records.len().div_ceil(KEPT).max(CLOSEST);
        let first = self.at.saturating_add(1);
        let behind = self.records.iter().enumerate().skip(first);
        for (index, record) in behind.take(place.saturating_sub(self.at)) {
            self.whole.apply(record);
            if index % apart == 0 {
                self.kept.entry(index).or_insert_with(|| self.whole.clone());
            }
        }
        self.at = place;
        self.view = project(&self.whole, Viewer::OBSERVER);
        self.presence = presence(&self.whole);
        true
    }
}

/// Who had a seat was there, as far as the record knows.
fn presence(whole: &Workshop) -> Presence {
    let told = Presence::of(whole);
    Presence {
        connected: told.participants,
        ..told
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::content::Content;
    use crate::moment::Moment;
    use crate::rehearsal::{Repertoire, play};
    use crate::session::{self, Fresh};
    use crate::vocabulary::PresetName;
    use crate::workshop::Event;

    /// A rehearsed workshop of three people.
    fn rehearsed() -> Vec<Record> {
        let content = Content::shipped().expect("content");
        let draft = session::shipped(PresetName::Short, content).expect("a plan");
        let at = Moment::from_millis(1_795_251_600_000);
        let plan = draft.open(&Fresh { at, chance: 7 });
        let scenarios = plan.scenarios.iter().map(|scenario| &scenario.id);
        let repertoire = Arc::new(Repertoire::shipped(scenarios).expect("sayings"));
        play(plan, 3, 7, &repertoire, at)
    }

    fn assert_stands(frames: &Frames, place: usize) {
        let records = frames.records.iter().take(place + 1);
        let whole = Workshop::replay(records).expect("a workshop");
        assert_eq!(frames.view(), &project(&whole, Viewer::OBSERVER), "{place}");
    }

    #[test]
    fn the_workshop_stands_as_its_records_made_it_wherever_the_film_comes_from() {
        let records = rehearsed();
        let last = records.len() - 1;
        let mut frames = Frames::new(records).expect("a film");
        assert_stands(&frames, 0);
        for place in [1, 2, last / 2, last / 3, last, last - 1, 0, last] {
            assert!(frames.go(place));
            assert_stands(&frames, place);
        }
        assert!(!frames.go(last));
        assert!(!frames.go(usize::MAX));
        assert_eq!(frames.presence().connected, 3);
    }

    #[test]
    fn of_a_long_journal_a_few_values_are_kept_to_go_back_to() {
        let mut records = rehearsed();
        let at = records.last().expect("records").at;
        for seq in (records.len() as u64 + 1)..=30_000 {
            records.push(Record {
                seq,
                at,
                by: None,
                command: None,
                revises: None,
                event: Event::TimerSet {
                    ends_at: Some(Moment::from_millis(i64::try_from(seq).expect("small"))),
                },
            });
        }
        let mut frames = Frames::new(records).expect("a film");
        for place in [29_999, 12_345, 12_344, 3, 29_998, 20_000] {
            frames.go(place);
            assert_stands(&frames, place);
            assert!(frames.kept.len() <= KEPT + 1, "{}", frames.kept.len());
        }
        assert!(frames.kept.len() > KEPT / 2);
    }
}
