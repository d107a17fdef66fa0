//! A room and its seats as plain values in one loop, with a clock of its own: people do what people do while
//! connections drop, programs are killed, the disk fills up and the host falls over. After everything that happens,
//! functions named `invariant_…` look whether what may never break still holds.
//!
//! A seed makes a whole life. When one fails, its seed and what happened are printed, and the journal is left in the
//! target folder, where `halte check` and `halte report` open it. `HALTE_SIMULATION_RUNS=200` lives more of them,
//! and `HALTE_SIMULATION_SEED=17` one.

mod choice;
mod disk;
mod frames;
mod host;
mod person;
mod watch;
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use halte::session::{self, Session};
use halte::vocabulary::Role;
use halte::workshop::seal::sealed_proceedings;
use halte::workshop::{Command, Workshop};

use world::{Action, World};

/// How many lives are lived unless told otherwise.
const RUNS: u64 = 8;
/// How many things happen in a life.
const ACTIONS: usize = 9_000;
/// How many records a life leaves at least; fewer would mean that nothing much was tried.
const RECORDS: usize = 200;
/// How often everybody may try until nothing is under way any more: a facilitator who gave hundreds of commands has one
/// under way at a time.
const ROUNDS: usize = 1_000;

#[test]
fn whatever_breaks_nothing_acknowledged_is_lost_and_nobody_sees_too_much() {
    let number = |name| {
        std::env::var(name)
            .ok()
            .and_then(|text| text.parse::<u64>().ok())
    };
    let seeds = match number("HALTE_SIMULATION_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("HALTE_SIMULATION_RUNS").unwrap_or(RUNS),
    };
    seeds.for_each(live);
}

fn live(seed: u64) {
    let mut world = World::open(seed);
    let lived = catch_unwind(AssertUnwindSafe(|| {
        world.live(ACTIONS);
        let is_settled = world.settle(ROUNDS);
        invariant_everybody_is_answered_in_the_end(&world, is_settled);
        world.happen(Action::Ask(0, Command::Close));
        let is_settled = world.settle(ROUNDS);
        invariant_everybody_is_answered_in_the_end(&world, is_settled);
        invariant_everybody_has_one_seat(&world);
        invariant_everybody_sees_the_same_in_the_end(&world);
        invariant_the_saved_session_is_the_replayed_journal(&world);
        let records = world.host().records().len();
        assert!(records >= RECORDS, "only {records} records");
    }));
    if let Err(cause) = lived {
        let text = cause.downcast_ref::<String>().map(String::as_str);
        let cause = text.or_else(|| cause.downcast_ref::<&str>().copied());
        let file = format!("simulation-{seed}.journal");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
        std::fs::write(&file, world.journal()).expect("a file in the target folder");
        let actions: Vec<_> = world
            .actions
            .iter()
            .map(|action| format!("{action:?}"))
            .collect();
        panic!(
            "what happened:\n  {}\nthe journal: {}\nseed {seed}: {}",
            actions.join("\n  "),
            file.display(),
            cause.unwrap_or("a panic"),
        );
    }
}

fn invariant_everybody_is_answered_in_the_end(world: &World, is_settled: bool) {
    for person in world.people() {
        assert_eq!(person.outbox, [], "what {:?} waits for", person.you);
    }
    assert!(is_settled, "something is still under way");
}

fn invariant_everybody_has_one_seat(world: &World) {
    let participants = world.people().iter();
    let participants = participants.filter(|person| person.role == Role::Participant);
    let mut seats: Vec<_> = participants.filter_map(|person| person.you).collect();
    seats.sort_unstable();
    let taken = world.host().desk.workshop().participants().keys();
    assert!(taken.eq(&seats), "{seats:?} were given, and others taken");
}

fn invariant_everybody_sees_the_same_in_the_end(world: &World) {
    for person in world.people() {
        world
            .watch
            .invariant_a_view_is_what_its_seat_may_see(person);
    }
    world
        .watch
        .invariant_the_journal_is_whole(&world.host().disk);
}

fn invariant_the_saved_session_is_the_replayed_journal(world: &World) {
    let workshop = world.host().desk.workshop();
    assert!(workshop.closed_at().is_some(), "the workshop has ended");
    let saved = session::write(&Session {
        plan: workshop.plan().clone(),
        proceedings: sealed_proceedings(workshop),
    });
    let saved = saved.expect("a session");
    let read = session::read_session(saved.as_bytes()).expect("a saved session");
    let journal = halte::journal::read(world.host().disk.safe()).expect("a journal");
    let replayed = Workshop::replay(&journal.records).expect("a workshop");
    assert_eq!(read.proceedings, sealed_proceedings(&replayed));
    assert_eq!(&read.plan, replayed.plan());
}
