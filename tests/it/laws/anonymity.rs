//! Once a step of an anonymous session has closed, nothing on disk and nothing that anybody is sent tells two people
//! apart who did what the other one did: had they changed places, every byte would be the same. Nor does it tell in which
//! order things were done.

use halte::chance::Chance;
use halte::id::{ContributionId, ParticipantId};
use halte::language::Language;
use halte::moment::Moment;
use halte::room::desk::Desk;
use halte::room::dice::Dice;
use halte::session::{self, Session};
use halte::vocabulary::{Anonymity, Role};
use halte::workshop::proceedings::Proceedings;
use halte::workshop::seal::sealed_proceedings;
use halte::workshop::sight::{Viewer, project};
use halte::workshop::{Asker, Command, Joining, Record, Workshop};
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

use crate::workshops::{CHALLENGES, Shape, THEMES, journal_of, plan};

const START: i64 = 1_795_251_600_000;
/// The steps in which people do something, in order.
const STEPS: [&str; 5] = ["write-synergy", "share-synergy", "sort", "vote", "reflect"];

/// Something that one of two people tries.
#[derive(Debug, Clone, Copy)]
struct Deed {
    is_second: bool,
    what: usize,
    which: usize,
}

fn deeds() -> impl Strategy<Value = Vec<Vec<Deed>>> {
    let deed = (any::<bool>(), 0..4_usize, 0..30_usize).prop_map(|(is_second, what, which)| Deed {
        is_second,
        what,
        which,
    });
    prop::collection::vec(prop::collection::vec(deed, 0..12), STEPS.len())
}

/// A workshop of three people in which two do these deeds, as the disk and everybody has it after each step.
struct Lived {
    desk: Desk,
    asked: u64,
    /// What each of the two wrote in this step.
    wrote: [Vec<ContributionId>; 2],
    /// The journal, the saved session and everybody's view, after each step.
    seen: Vec<(Vec<u8>, String, Vec<String>)>,
}

impl Lived {
    fn open() -> Self {
        let plan = plan(Shape {
            scenarios: 1,
            personas: 1,
            anonymity: Anonymity::Anonymous,
            ..Shape::default()
        });
        let play = crate::workshops::Play::open(plan);
        let (desk, _) = Desk::open(play.records).expect("a workshop");
        let mut lived = Self {
            desk: desk.with_dice(Dice::loaded(Chance::new(11))),
            asked: 0,
            wrote: [Vec::new(), Vec::new()],
            seen: Vec::new(),
        };
        for _ in 0..3 {
            lived.comes();
        }
        lived
    }

    /// Somebody takes a seat.
    fn comes(&mut self) {
        let joining = Joining {
            seat: None,
            name: None,
            organisation: None,
            kind: None,
            real_role: None,
            table: Some(1),
            language: Language::Nl,
        };
        let now = self.now();
        self.desk.join(None, joining, now).expect("a seat");
        self.desk.commit();
    }

    fn now(&self) -> Moment {
        Moment::from_millis(START + i64::try_from(self.asked).expect("a short play") * 7_000)
    }

    fn ask(&mut self, asker: Asker, command: &Command) -> Option<ContributionId> {
        self.asked += 1;
        let now = self.now();
        let id = Uuid::from_u128(u128::from(self.asked) << 80);
        let answer = self.desk.ask(asker, id, command, now);
        self.desk.commit();
        answer.ok().and_then(|done| done.result.contribution)
    }

    fn goto(&mut self, step: &str) {
        let step = step.parse().expect("a step");
        self.ask(Asker::FACILITATOR, &Command::Goto { step });
    }

    /// One step: these deeds, by the two as they are or in each other's place.
    fn step(&mut self, step: &str, deeds: &[Deed], are_swapped: bool) {
        self.goto(step);
        self.wrote = [Vec::new(), Vec::new()];
        for deed in deeds {
            let me = usize::from(deed.is_second);
            let seat = if deed.is_second == are_swapped { 1 } else { 2 };
            let Some(command) = self.command(step, me, *deed) else {
                continue;
            };
            let asker = Asker::participant(ParticipantId(seat));
            let made = self.ask(asker, &command);
            if let Some(made) = made.filter(|_| matches!(command, Command::Contribute { .. })) {
                self.wrote[me].push(made);
            }
        }
    }

    fn command(&self, step: &str, me: usize, deed: Deed) -> Option<Command> {
        let theme = THEMES[deed.which % THEMES.len()];
        let text = format!("tekst {step} {me} {}", deed.which);
        let mine = self.wrote[me].last();
        // Not those that were taken back: among cards that say the same, chance would decide whether one can be sorted.
        let all = self.desk.workshop().contributions().values();
        let mut cards: Vec<_> = all
            .filter(|found| !found.withdrawn)
            .map(|found| (found.text.to_string(), found.id))
            .collect();
        cards.sort();
        let command = match (step, deed.what) {
            (_, 0) => json!({"type": "say", "text": text}),
            ("write-synergy" | "share-synergy", 1) => {
                json!({"type": "edit", "contribution": mine?, "text": format!("{text} anders")})
            }
            ("write-synergy" | "share-synergy", 2) => {
                json!({"type": "withdraw", "contribution": mine?})
            }
            ("write-synergy" | "share-synergy", _) => json!({"type": "contribute", "text": text}),
            ("sort", _) => {
                let (_, card) = cards.get(deed.which % cards.len().max(1))?;
                json!({"type": "sort", "contribution": card, "primary": theme, "second": null})
            }
            ("vote", _) => json!({"type": "vote", "theme": theme, "dots": deed.what}),
            _ => {
                let challenge = CHALLENGES[deed.which % CHALLENGES.len()];
                json!({"type": "reflect", "challenge": challenge, "stance": "agree", "text": text})
            }
        };
        Some(serde_json::from_value(command).expect("a command"))
    }

    /// The step has closed: this is what there is.
    fn look(&mut self) {
        let workshop = self.desk.workshop();
        let (journal, _) = journal_of(self.desk.records());
        let saved = session::write(&Session {
            plan: workshop.plan().clone(),
            proceedings: sealed_proceedings(workshop),
        });
        let people = [
            (0, Role::Facilitator),
            (9_999, Role::Observer),
            (1, Role::Participant),
            (2, Role::Participant),
            (3, Role::Participant),
        ];
        let views = people.map(|(seat, role)| {
            let seat = ParticipantId(seat);
            let view = project(workshop, Viewer { seat, role });
            serde_json::to_string(&Proceedings::of(&view)).expect("a view")
        });
        self.seen
            .push((journal, saved.expect("a session"), views.to_vec()));
    }
}

fn live(deeds: &[Vec<Deed>], swaps: [bool; STEPS.len()]) -> Lived {
    let mut lived = Lived::open();
    for ((step, deeds), are_swapped) in STEPS.iter().zip(deeds).zip(swaps) {
        lived.step(step, deeds, are_swapped);
        lived.goto("close");
        lived.look();
    }
    lived
}

/// The records without what was drawn for them: their number, time and kind.
fn skeleton(journal: &[u8]) -> Vec<(u64, Moment, String)> {
    let records = halte::journal::read(journal).expect("a journal").records;
    let kind = |record: &Record| {
        let event = serde_json::to_value(&record.event).expect("an event");
        event["type"].to_string()
    };
    let outline = |record: Record| (record.seq, record.at, kind(&record));
    records.into_iter().map(outline).collect()
}

/// What is said, without the numbers that were drawn for it, and in an order that follows from it.
fn said(journal: &[u8]) -> Vec<String> {
    let records = halte::journal::read(journal).expect("a journal").records;
    let workshop = Workshop::replay(&records).expect("a workshop");
    let mut said = Vec::new();
    for found in workshop.contributions().values() {
        let found = halte::workshop::entry::Contribution {
            id: ContributionId(1),
            ..found.clone()
        };
        said.push(serde_json::to_string(&found).expect("a contribution"));
    }
    let ballots = workshop.ballots().values();
    said.extend(ballots.map(|ballot| format!("{:?}", ballot.dots)));
    let parking = workshop.parking().values();
    said.extend(parking.map(|entry| format!("{} {}", entry.text, entry.step)));
    let reflections = workshop.reflections().values();
    said.extend(
        reflections.map(|found| format!("{} {} {}", found.challenge, found.stance, found.text)),
    );
    said.sort();
    said
}

/// Whoever comes in the middle of a step does not part what was done before them from what was done after.
#[test]
fn when_somebody_came_in_a_step_does_not_tell_what_they_did_in_it() {
    let lived = |comes_behind: usize| {
        let mut lived = Lived::open();
        lived.goto("write-synergy");
        for number in 0..4 {
            if number == comes_behind {
                lived.comes();
            }
            let text = json!({"type": "contribute", "text": format!("tekst {number}")});
            let command = serde_json::from_value(text).expect("a command");
            lived.ask(Asker::participant(ParticipantId(1)), &command);
        }
        lived.goto("close");
        lived.look();
        lived.seen.remove(0).0
    };
    let first = lived(0);
    let outline = skeleton(&first);
    let entered = outline[4].1;
    for (_, at, kind) in outline.iter().filter(|(seq, ..)| (6..=10).contains(seq)) {
        assert_eq!(*at, entered, "{kind}");
    }
    for comes_behind in 1..4 {
        let other = lived(comes_behind);
        let kinds = |journal: &[u8]| {
            let outline = skeleton(journal).into_iter();
            outline
                .map(|(seq, _, kind)| (seq, kind))
                .collect::<Vec<_>>()
        };
        assert_eq!(kinds(&other), kinds(&first), "{comes_behind}");
        assert_eq!(said(&other), said(&first));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn two_people_who_change_places_change_nothing(deeds in deeds(), swaps in any::<[bool; STEPS.len()]>()) {
        let as_they_are = live(&deeds, [false; STEPS.len()]);
        let swapped = live(&deeds, swaps);
        for (one, other) in as_they_are.seen.iter().zip(&swapped.seen) {
            let journals = (String::from_utf8_lossy(&one.0), String::from_utf8_lossy(&other.0));
            prop_assert_eq!(journals.0, journals.1);
            prop_assert_eq!(&one.1, &other.1);
            prop_assert_eq!(&one.2, &other.2);
        }
    }

    #[test]
    fn the_order_of_what_two_people_do_changes_only_what_is_drawn(deeds in deeds()) {
        let mixed = live(&deeds, [false; STEPS.len()]);
        let mut apart = deeds.clone();
        for step in &mut apart {
            step.sort_by_key(|deed| std::cmp::Reverse(deed.is_second));
        }
        let apart = live(&apart, [false; STEPS.len()]);
        for (one, other) in mixed.seen.iter().zip(&apart.seen) {
            prop_assert_eq!(skeleton(&one.0), skeleton(&other.0));
            prop_assert_eq!(said(&one.0), said(&other.0));
        }
    }

    /// Memory and disk are one: what the room would go on with is what it goes on from after a crash.
    #[test]
    fn what_the_room_remembers_is_what_the_disk_holds(deeds in deeds()) {
        let lived = live(&deeds, [false; STEPS.len()]);
        let (journal, ..) = lived.seen.last().expect("steps");
        let records = halte::journal::read(journal).expect("a journal").records;
        let replayed = Workshop::replay(&records).expect("a workshop");
        let (plan, mut remembered) = crate::workshops::contents(lived.desk.workshop());
        remembered.assignments.clear();
        prop_assert_eq!((plan, remembered), crate::workshops::contents(&replayed));
    }
}
