//! What has to hold, whatever happens. It looks at the disk, at what leaves the host and at what people see, and
//! remembers what it saw.

use std::collections::{BTreeMap, BTreeSet};

use halte::id::ParticipantId;
use halte::moment::Moment;
use halte::room::desk::mark;
use halte::room::{Answer, Done};
use halte::vocabulary::{Anonymity, Role};
use halte::workshop::entry::Contribution;
use halte::workshop::event::Outcome;
use halte::workshop::proceedings::Proceedings;
use halte::workshop::seal::{closes, is_arrival, is_mark, is_theirs};
use halte::workshop::sight::{Viewer, project};
use halte::workshop::{Event, Record, Refusal, Seq, Workshop};
use uuid::Uuid;

use super::disk::Disk;
use super::frames::{Authors, invariant_nothing_is_seen_before_it_may_be, numbers};
use super::host::{Host, Said, Turn};
use super::person::Person;
use crate::workshops::contents;

/// What was seen so far.
pub(super) struct Watch {
    durable: Vec<Record>,
    header: usize,
    read_to: usize,
    /// How often the journal had been written anew when it was read.
    replaced: u32,
    /// Where commands stand on record, by their marks.
    commands: BTreeMap<Uuid, Seq>,
    /// The marks of commands in steps that have closed.
    marks: BTreeSet<Uuid>,
    /// Records of a step that closed in the same turn: how it was after each of them is on no record.
    unseen: BTreeSet<Seq>,
    /// The workshop after each record that counts.
    past: BTreeMap<Seq, Workshop>,
    acknowledged: BTreeMap<Uuid, Seq>,
    /// The answer each command got, and in which of the host's lives.
    answers: BTreeMap<Uuid, (u32, Answer)>,
    life: u32,
    pub(super) authors: Authors,
}

impl Watch {
    pub(super) fn new(host: &Host, header: usize) -> Self {
        let mut watch = Self {
            durable: Vec::new(),
            header,
            read_to: header,
            replaced: 0,
            commands: BTreeMap::new(),
            marks: BTreeSet::new(),
            unseen: BTreeSet::new(),
            past: BTreeMap::new(),
            acknowledged: BTreeMap::new(),
            answers: BTreeMap::new(),
            life: 0,
            authors: Authors::new(),
        };
        watch.read(&host.disk);
        let opened = host.committed();
        watch.past.insert(opened.seq(), opened);
        watch
    }

    /// The workshop as it counts now.
    pub(super) fn truth(&self) -> &Workshop {
        self.past.values().next_back().expect("an open workshop")
    }

    /// After the host did something.
    pub(super) fn turn(&mut self, host: &Host, turn: &Turn) {
        self.read(&host.disk);
        self.count(host);
        for (_, id, answer) in &turn.answers {
            self.invariant_the_same_command_gets_the_same_answer(*id, answer);
            self.invariant_an_acknowledged_command_is_on_disk(*id, answer);
        }
        if self.is_anonymous() {
            self.invariant_a_closed_step_tells_nobody();
        }
        if !turn.fell {
            if self.is_anonymous() {
                self.invariant_the_room_has_forgotten(host);
            }
            invariant_the_desk_holds_what_counts(host, self.truth());
        }
    }

    /// After the host did something at some time, a step that was announced is still to come.
    pub(super) fn invariant_a_notice_is_kept(host: &Host, now: Moment) {
        let Some(moving) = host.desk.presence().moving else {
            return;
        };
        let at = host.desk.workshop().step().map(|(_, step)| &step.id);
        assert_ne!(at, Some(&moving.to), "the group is there already");
        let is_late = moving.at <= now && !host.desk.is_read_only();
        assert!(!is_late, "the group should have gone to {}", moving.to);
    }

    /// After the host said something, from what counted when it did.
    pub(super) fn said(&self, said: &[Said], people: &[Person]) {
        for Said {
            to, since, text, ..
        } in said
        {
            let Some(viewer) = *to else { continue };
            let may_read = |number| {
                let author = self.authors.get(&number).map(|author| &people[*author]);
                author.is_some_and(|author| is_seat_of(author, viewer))
                    || self.was_open(
                        number,
                        viewer,
                        *since,
                        text.contains("\"type\":\"welcome\""),
                    )
            };
            invariant_nothing_is_seen_before_it_may_be(text, viewer, self.truth(), may_read);
        }
    }

    /// Whether a text was in the open at some time from a record on. Somebody who is there may read late what was
    /// open then; somebody who comes back may not be told what was put out of sight meanwhile.
    fn was_open(&self, number: u32, viewer: Viewer, since: Seq, comes_back: bool) -> bool {
        let now = self.truth();
        let is_open = |found: &Contribution| {
            let may_see = !found.hidden || viewer.role == Role::Facilitator;
            found.shared && !found.withdrawn && may_see
        };
        let is_open_now = |id| now.contributions().get(id).is_some_and(is_open);
        let states = self.past.range(since.min(now.seq())..);
        let mut told = states.flat_map(|(_, state)| state.contributions());
        told.any(|(id, found)| {
            let is_it = numbers(found.text.as_str()).any(|other| other == number);
            is_it && is_open(found) && (!comes_back || is_open_now(id))
        })
    }

    /// After the host went on from what was on disk.
    pub(super) fn reopened(&mut self, host: &Host) {
        self.life += 1;
        self.read(&host.disk);
        self.invariant_the_journal_is_whole(&host.disk);
        let counted = usize::try_from(self.truth().seq()).expect("a short journal");
        let before = Workshop::replay(&host.records()[..counted]).expect("a workshop");
        if self.is_anonymous() {
            // Who did what was never written down: the room has forgotten it.
            self.past.insert(before.seq(), before);
        } else {
            assert_eq!(&before, self.truth(), "what counted is what was on disk");
        }
        self.count(host);
    }

    /// After somebody's view changed.
    pub(super) fn invariant_a_view_is_what_its_seat_may_see(&self, person: &Person) {
        let program = person.program.as_ref().expect("a program");
        let seq = program.bookmark.since().expect("a place");
        let view = program.view.as_ref().expect("a view");
        let truth = &self.past[&seq];
        let expected = project(truth, view.viewer().expect("a seat's view"));
        let (plan, mut seen) = contents(view);
        let (expected_plan, mut expected) = contents(&expected);
        if self.unseen.contains(&seq) {
            return;
        }
        let was_closed = seq < self.closed_through();
        if self.is_anonymous() && (self.life > 0 || was_closed) {
            forget(&mut seen);
            forget(&mut expected);
        }
        assert_eq!(seen, expected, "the view at {seq} of {:?}", view.viewer());
        assert_eq!(plan, expected_plan);
        assert_eq!(view.step(), truth.step());
    }

    /// After somebody heard that they left.
    pub(super) fn invariant_who_was_told_goodbye_has_left(&self, person: &Person) {
        let seat = person.you.expect("a seat");
        let found = &self.truth().participants()[&seat];
        assert!(found.left, "{seat} counts as present, and was told goodbye");
    }

    fn is_anonymous(&self) -> bool {
        self.truth().plan().anonymity == Anonymity::Anonymous
    }

    fn count(&mut self, host: &Host) {
        let counted = usize::try_from(self.truth().seq()).expect("a short journal");
        let fresh = host.records().get(counted..).unwrap_or_default();
        if fresh.is_empty() {
            return;
        }
        // What counted may stand otherwise on record now, when a step closed: it comes to the same once that is folded.
        let mut next = if self.is_anonymous() {
            Workshop::replay(&host.records()[..counted]).expect("a workshop")
        } else {
            self.truth().clone()
        };
        for record in fresh {
            next.apply(record);
            self.past.insert(next.seq(), next.clone());
            if self.is_anonymous() && record.seq < self.closed_through() {
                self.unseen.insert(record.seq);
            }
        }
    }

    fn read(&mut self, disk: &Disk) {
        let earlier = if self.replaced == disk.replaced {
            None
        } else {
            self.replaced = disk.replaced;
            self.read_to = self.header;
            self.commands.clear();
            Some(std::mem::take(&mut self.durable))
        };
        let (records, end) = disk.records_from(self.read_to);
        self.read_to = end;
        for record in records {
            self.invariant_no_command_stands_in_two_records(&record);
            if let Event::StepSealed { doings } = &record.event {
                self.marks.extend(&doings.commands);
            }
            self.durable.push(record);
            assert_eq!(
                self.durable.len(),
                self.durable.last().map_or(0, |r| at(r.seq))
            );
        }
        if let Some(earlier) = earlier {
            self.invariant_what_was_not_theirs_stays(&earlier);
        }
    }

    /// A journal that is written anew says the same as before, but for what people did in a step that has closed.
    fn invariant_what_was_not_theirs_stays(&self, earlier: &[Record]) {
        assert!(earlier.len() <= self.durable.len(), "records are gone");
        for (before, after) in earlier.iter().zip(&self.durable) {
            let is_sealed = matches!(before.event, Event::StepSealed { .. });
            if is_theirs(before) || is_sealed || is_arrival(before) {
                continue;
            }
            let stays = |record: &Record| (record.seq, record.at, record.by, record.command);
            assert_eq!(stays(before), stays(after), "{before:?} became {after:?}");
            if !matches!(before.event, Event::StepEntered { .. }) {
                assert_eq!(before.event, after.event);
            }
        }
        // Who came and went stands elsewhere in the step, in the same order.
        let came = |record: &&Record| is_arrival(record);
        let arrival = |record: &Record| match &record.event {
            Event::ParticipantJoined { participant, .. } => {
                (record.by, known_by(record), participant.id, true)
            }
            Event::ParticipantLeft { participant } => {
                (record.by, known_by(record), *participant, false)
            }
            other => panic!("{other:?} is nobody who came or went"),
        };
        let before = earlier.iter().filter(came).map(arrival);
        let after = self.durable.iter().filter(came).map(arrival);
        let kept = before
            .clone()
            .zip(after)
            .filter(|(before, after)| before == after);
        assert_eq!(kept.count(), before.count(), "somebody who came is gone");
    }

    /// The record that came to the present step, or ended the workshop.
    fn closed_through(&self) -> Seq {
        let closing = self.durable.iter().rfind(|record| closes(record));
        closing.map_or(0, |record| record.seq)
    }

    /// On disk, nothing that people did in a step that has closed has a name, a command or a place in an order.
    fn invariant_a_closed_step_tells_nobody(&self) {
        let closed = at(self.closed_through());
        let mut entered = self.durable[0].at;
        for record in &self.durable[..closed] {
            assert!(
                !is_theirs(record),
                "a step closed and this stays: {record:?}"
            );
            match &record.event {
                Event::StepEntered { slices, .. } => {
                    assert!(slices.is_empty() || at(record.seq) == closed);
                }
                Event::StepSealed { doings } => {
                    assert_eq!((record.by, record.command), (None, None));
                    assert_eq!(record.at, entered);
                    let ids: Vec<_> = doings.contributions.iter().map(|found| found.id).collect();
                    assert!(ids.is_sorted());
                    for found in &doings.contributions {
                        assert_eq!(
                            (found.participant, found.at, found.table),
                            (None, None, None)
                        );
                    }
                    let sorts = doings.sorts.values().flatten();
                    assert!(sorts.clone().all(|sort| sort.by.is_none()));
                    assert!(
                        doings
                            .ballots
                            .iter()
                            .all(|ballot| ballot.participant.is_none())
                    );
                }
                _ => {}
            }
            if closes(record) {
                entered = record.at;
            } else if is_arrival(record) {
                assert_eq!(record.at, entered);
                assert!(record.command.is_none_or(is_mark), "{record:?}");
            }
        }
    }

    /// The room remembers no more than the disk of steps that have closed.
    fn invariant_the_room_has_forgotten(&self, host: &Host) {
        let closed = at(self.closed_through());
        for (record, written) in host.records().iter().zip(&self.durable).take(closed) {
            assert!(!is_theirs(record));
            if matches!(record.event, Event::StepSealed { .. }) {
                assert_eq!(record, written);
            }
        }
        let open = host.records().get(closed..).unwrap_or_default();
        let written: BTreeSet<_> = open
            .iter()
            .filter_map(|record| record.event.outcome().contribution)
            .collect();
        for found in host.desk.workshop().contributions().values() {
            let is_led = found
                .participant
                .is_none_or(|by| by == ParticipantId::FACILITATOR);
            assert!(is_led || written.contains(&found.id), "{found:?}");
        }
    }

    fn invariant_no_command_stands_in_two_records(&mut self, record: &Record) {
        let known = known_by(record);
        let earlier = known.and_then(|mark| self.commands.insert(mark, record.seq));
        assert_eq!(earlier, None, "carried out before: {record:?}");
    }

    fn invariant_an_acknowledged_command_is_on_disk(&mut self, id: Uuid, answer: &Answer) {
        let Ok(Done { seq, result }) = answer else {
            return;
        };
        let record = self.durable.get(at(*seq) - 1);
        let record = record.unwrap_or_else(|| panic!("record {seq} is not on disk"));
        let is_here = record.command == Some(id) || self.marks.contains(&mark(id));
        if is_here || self.stands_among_arrivals(id) {
            self.acknowledged.insert(id, *seq);
        } else {
            assert_eq!(result, &Outcome::default(), "acknowledged, not recorded");
            assert_eq!(self.commands.get(&mark(id)), None, "recorded elsewhere");
        }
    }

    /// Whether what a command made is that somebody came or went: in a step that has closed it may stand elsewhere by now.
    fn stands_among_arrivals(&self, id: Uuid) -> bool {
        let record = self.commands.get(&mark(id));
        let record = record.and_then(|seq| self.durable.get(at(*seq) - 1));
        self.is_anonymous() && record.is_some_and(is_arrival)
    }

    fn invariant_the_same_command_gets_the_same_answer(&mut self, id: Uuid, answer: &Answer) {
        let earlier = self.answers.insert(id, (self.life, answer.clone()));
        let Some((life, earlier)) = earlier.filter(|(_, answer)| answer != &Err(Refusal::ReadOnly))
        else {
            return;
        };
        // What left no record is forgotten when the host falls over: a refusal is then judged anew.
        if self.marks.contains(&mark(id)) {
            assert!(
                answer.is_ok(),
                "{id} was carried out, and is said to be refused"
            );
            return;
        }
        if self.stands_among_arrivals(id) {
            assert!(answer.is_ok() && earlier.is_ok(), "another answer to {id}");
            return;
        }
        let was_recorded = earlier.is_ok() && self.acknowledged.contains_key(&id);
        if life == self.life || was_recorded {
            assert_eq!(&earlier, answer, "another answer to {id}");
        }
    }

    /// Everything that was ever read from it, and every acknowledged command, is still there, and the chain holds.
    pub(super) fn invariant_the_journal_is_whole(&self, disk: &Disk) {
        let read = halte::journal::read(disk.safe()).expect("a whole journal");
        assert_eq!(read.records, self.durable);
        for (id, seq) in &self.acknowledged {
            let record = read.records.get(at(*seq) - 1);
            let command = record.and_then(|record| record.command);
            let is_there = command == Some(*id)
                || self.marks.contains(&mark(*id))
                || self.stands_among_arrivals(*id);
            assert!(is_there, "an acknowledged command is lost");
        }
    }
}

fn invariant_the_desk_holds_what_counts(host: &Host, truth: &Workshop) {
    assert!(!host.desk.has_staged(), "something waits after the turn");
    assert_eq!(host.desk.workshop(), truth, "the desk holds what counts");
}

fn is_seat_of(person: &Person, viewer: Viewer) -> bool {
    person.role == viewer.role && person.you == Some(viewer.seat)
}

fn at(seq: Seq) -> usize {
    usize::try_from(seq).expect("a short journal")
}

/// Leaves out who did what and what only its author may see.
fn forget(seen: &mut Proceedings) {
    let facilitator =
        |who: &halte::id::ParticipantId| *who == halte::id::ParticipantId::FACILITATOR;
    seen.contributions.retain(|found| {
        let is_led = found.participant.as_ref().is_some_and(facilitator);
        is_led || (found.shared && !found.withdrawn && !found.hidden)
    });
    for found in &mut seen.contributions {
        found.participant = found.participant.filter(facilitator);
        found.at = None;
        found.table = None;
        found.sorts.clear();
    }
    for participant in &mut seen.participants {
        participant.real_role = None;
    }
    for entry in &mut seen.parking {
        entry.participant = entry.participant.filter(facilitator);
    }
    for reflection in &mut seen.reflections {
        reflection.participant = reflection.participant.filter(facilitator);
    }
    seen.assignments.clear();
    seen.slices.clear();
    seen.votes.clear();
}

/// The mark of the command that a record answers: where a step has closed it stands there by itself.
fn known_by(record: &Record) -> Option<Uuid> {
    let command = record.command?;
    Some(if is_mark(command) {
        command
    } else {
        mark(command)
    })
}
