//! What is told of saved sessions that are looked back on: every text that counts and no other, and logs that name
//! nobody who is not named already.

use halte::content::Content;
use halte::moment::Moment;
use halte::rehearsal::{Repertoire, play};
use halte::review::digest::Digest;
use halte::review::log::{Deed, Line, Who, logs};
use halte::session::{Fresh, shipped};
use halte::text::fold;
use halte::vocabulary::{Anonymity, PresetName};
use halte::workshop::seal::seal;
use halte::workshop::{Record, Workshop};

/// A rehearsed workshop as it is written down.
fn records(preset: PresetName, people: usize, anonymity: Anonymity) -> Vec<Record> {
    let content = Content::shipped().expect("content");
    let draft = shipped(preset, content).expect("a plan");
    let at = Moment::from_millis(0);
    let mut plan = draft.open(&Fresh { at, chance: 7 });
    plan.anonymity = anonymity;
    let scenarios = plan.scenarios.iter().map(|scenario| &scenario.id);
    let repertoire = Repertoire::shipped(scenarios).expect("sayings");
    let played = play(plan, people, 7, &repertoire.into(), at);
    let mut workshop = Workshop::opened_by(&played[0]).expect("a workshop");
    let mut records = vec![played[0].clone()];
    for record in &played[1..] {
        records.push(seal(&workshop, record));
        workshop.apply(record);
    }
    records
}

#[test]
fn a_digest_holds_every_text_that_counts_and_none_that_does_not() {
    let records = records(PresetName::Full, 6, Anonymity::Pseudonymous);
    let workshop = Workshop::replay(&records).expect("a workshop");
    let digest = Digest::of(&workshop);
    let all = || workshop.contributions().values();
    let mut left_out = 0;
    for one in all() {
        let text = fold(one.text.as_str());
        let is_told = all().any(|other| other.counts() && fold(other.text.as_str()) == text);
        let is_there = digest.texts().lines().any(|line| line == text);
        assert_eq!(is_there, is_told, "{text}");
        left_out += usize::from(!one.counts());
    }
    assert_eq!(digest.left_out, left_out);
    for parked in workshop.parking().values() {
        assert!(digest.texts().contains(&fold(parked.text.as_str())));
    }
    assert!(digest.head().contains(&fold(digest.title.as_str())));
}

fn last(log: &[Line], is_it: impl Fn(&Deed) -> bool) -> Option<&Deed> {
    log.iter().map(|line| &line.deed).rfind(|deed| is_it(deed))
}

#[test]
fn a_log_begins_with_the_writing_and_ends_where_the_contribution_stands() {
    let records = records(PresetName::Short, 3, Anonymity::Named);
    let workshop = Workshop::replay(&records).expect("a workshop");
    let logs = logs(&workshop, &records);
    let counted = workshop.contributions().values().filter(|one| one.counts());
    assert_eq!(logs.len(), counted.clone().count());
    for one in counted {
        let log = &logs[&one.id];
        assert_eq!(log[0].deed, Deed::Written);
        assert!(log.iter().all(|line| line.at.is_some()));
        assert!(log.iter().map(|line| line.at).is_sorted());
        let is_settled = |deed: &Deed| matches!(deed, Deed::Placed { .. } | Deed::Unplaced);
        let settled = last(log, is_settled).and_then(|deed| match deed {
            Deed::Placed { primary, .. } => Some(primary),
            _ => None,
        });
        let placement = one.placement.as_ref();
        assert_eq!(settled, placement.map(|placement| &placement.primary));
        let is_grouped = |deed: &Deed| matches!(deed, Deed::Grouped { .. } | Deed::Ungrouped);
        let grouped = last(log, is_grouped).is_some_and(|deed| *deed != Deed::Ungrouped);
        assert_eq!(grouped, one.group.is_some());
        let sorts = log
            .iter()
            .filter(|line| matches!(line.deed, Deed::Sorted { .. }));
        assert!(sorts.clone().count() >= one.sorts.len());
        assert!(
            sorts
                .into_iter()
                .all(|line| matches!(line.who, Who::Named(_)))
        );
    }
}

#[test]
fn without_records_the_saved_session_tells_what_it_keeps() {
    let records = records(PresetName::Short, 3, Anonymity::Pseudonymous);
    let workshop = Workshop::replay(&records).expect("a workshop");
    for (id, log) in logs(&workshop, &[]) {
        let one = &workshop.contributions()[&id];
        let sorts = log
            .iter()
            .filter(|line| matches!(line.deed, Deed::Sorted { .. }));
        assert_eq!(sorts.count(), one.sorts.len());
        let is_placed = |line: &Line| matches!(line.deed, Deed::Placed { .. });
        assert_eq!(log.iter().any(is_placed), one.placement.is_some());
        // Numbers are nobody's name.
        assert!(log.iter().all(|line| !matches!(line.who, Who::Named(_))));
    }
}

#[test]
fn what_people_did_in_an_anonymous_session_has_no_name_and_no_time() {
    let records = records(PresetName::Short, 3, Anonymity::Anonymous);
    let workshop = Workshop::replay(&records).expect("a workshop");
    let logs = logs(&workshop, &records);
    let lines = || logs.values().flatten();
    let of_people = lines().filter(|line| line.who != Who::Facilitator);
    assert!(of_people.clone().count() > 20);
    for line in of_people {
        assert_eq!((&line.who, line.at), (&Who::Somebody, None));
    }
    let settled = lines().filter(|line| matches!(line.deed, Deed::Placed { .. }));
    assert!(settled.clone().count() > 0);
    assert!(settled.into_iter().all(|line| line.at.is_some()));
}
