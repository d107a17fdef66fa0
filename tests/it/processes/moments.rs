//! `kill -9` at seeded moments of a busy workshop, in every step: of the host, of the facilitator's terminal, of
//! participants', of several at once. After each of them whoever was killed is started again and everybody else goes on by
//! themselves; then what was acknowledged is on record once, and what was not once or not at all.
//!
//! A seed makes the same choices, though not the same interleaving; one that fails is printed. `HALTE_SOAK_SEED=17` lives that
//! one again, `HALTE_SOAK_MOMENTS=100` has so many moments in it, and with `HALTE_SOAK_SECONDS` one workshop follows the
//! other for so long (`just soak`).

mod crowd;
mod ledger;

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use halte::chance::Chance;
use serde_json::Value;

use super::stage::{Host, Stage};
use crowd::{Crowd, Member};
use ledger::Ledger;

/// Moments in a workshop unless told otherwise: two in each step.
const MOMENTS: usize = 22;

/// Every kind of step, in its order.
pub(crate) const PLAN: &str = r#"
schema: halte/1
title: Een drukke workshop
language: nl
scenarios: [synergy]
personas: "6"
agenda:
  - {kind: welcome, minutes: 1}
  - {kind: brief, scenario: synergy, minutes: 1}
  - {kind: write, scenario: synergy, minutes: 7}
  - {kind: share, scenario: synergy, minutes: 5}
  - {kind: sort, minutes: 5}
  - {kind: converge, minutes: 5}
  - {kind: recurrence, minutes: 5}
  - {kind: vote, minutes: 5}
  - {kind: reflect, minutes: 5}
  - {kind: act, minutes: 5}
  - {kind: close, minutes: 1}
"#;
pub(crate) const STEPS: [&str; 11] = [
    "welcome",
    "brief",
    "write",
    "share",
    "sort",
    "converge",
    "recurrence",
    "vote",
    "reflect",
    "act",
    "close",
];

pub(crate) fn number(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().expect("a number"))
}

#[test]
fn whoever_is_killed_whenever_nothing_acknowledged_is_lost_and_nothing_counts_twice() {
    let moments = number("HALTE_SOAK_MOMENTS").map_or(MOMENTS, |count| {
        usize::try_from(count).expect("not so many")
    });
    let first = number("HALTE_SOAK_SEED").unwrap_or(1);
    let until =
        number("HALTE_SOAK_SECONDS").map(|seconds| Instant::now() + Duration::from_secs(seconds));
    for seed in first.. {
        let lived = catch_unwind(AssertUnwindSafe(|| live(seed, moments)));
        if let (Ok(deaths), Some(_)) = (&lived, until) {
            // Whether anybody reads along is no matter.
            let _ = writeln!(
                std::io::stderr(),
                "seed {seed}: {moments} moments, {deaths}"
            );
        }
        assert!(
            lived.is_ok(),
            "HALTE_SOAK_SEED={seed} HALTE_SOAK_MOMENTS={moments}"
        );
        if until.is_none_or(|until| Instant::now() > until) {
            return;
        }
    }
}

/// A whole workshop; who died in it.
fn live(seed: u64, moments: usize) -> String {
    let mut chance = Chance::of(seed, "moments");
    let stage = Stage::new();
    std::fs::write(stage.path("plan.yaml"), PLAN).expect("writable");
    let mut host = stage.host(&["plan.yaml"]);
    let mut ledger = Ledger::of(&stage, &host.opening);
    let mut crowd = Crowd::join(&stage, &host);
    let mut hosts = 0;
    for moment in 0..moments {
        let step = moment * STEPS.len() / moments;
        // In the last moment of a step the facilitator moves on while it happens.
        let next = (moment + 1) * STEPS.len() / moments;
        let moves_to = (next != step)
            .then_some(next)
            .filter(|next| *next < STEPS.len());
        let before = host.program.id();
        host = strike(&stage, host, &mut crowd, &mut ledger, &mut chance, moves_to);
        hosts += usize::from(host.program.id() != before);
        crowd.is_settled(&mut ledger, moment);
        if let Some(to) = moves_to {
            crowd.goes_to(to, &ledger);
        }
    }
    crowd.closes(&mut ledger);
    let opening = host.opening;
    host.program.ends_well();
    ends(&stage, &opening, &crowd, &mut ledger);
    format!("the host killed {hosts} times, {}", crowd.deaths())
}

/// Everybody is busy, somebody dies in the middle of it, and comes back.
fn strike(
    stage: &Stage,
    host: Host,
    crowd: &mut Crowd,
    ledger: &mut Ledger,
    chance: &mut Chance,
    moves_to: Option<usize>,
) -> Host {
    let mut victims: Vec<Member> = crowd.members().filter(|_| chance.percent(20)).collect();
    let host_dies = victims.is_empty() || chance.percent(50);
    if !chance.percent(25) {
        victims.truncate(usize::from(!host_dies));
    }
    crowd.is_busy(chance, &victims, moves_to);
    crowd.until_so_many_lines(chance);
    // Between two lines, too.
    for _ in 0..chance.below(300) {
        std::thread::yield_now();
    }
    let host = if host_dies {
        let opening = host.after_a_kill();
        for victim in &victims {
            crowd.dies(*victim);
        }
        ledger.grew_only();
        // By either name.
        let file = if chance.percent(50) && stage.path(word(&opening, "session")).exists() {
            "session"
        } else {
            "journal"
        };
        stage.resume(&opening, word(&opening, file))
    } else {
        for victim in &victims {
            crowd.dies(*victim);
        }
        host
    };
    for victim in victims {
        crowd.comes_back(stage, &host, victim);
    }
    host
}

fn word<'a>(opening: &'a Value, key: &str) -> &'a str {
    opening[key].as_str().expect("a text")
}

/// The files hold what everybody was told.
fn ends(stage: &Stage, opening: &Value, crowd: &Crowd, ledger: &mut Ledger) {
    ledger.grew_only();
    let files = ["session", "journal"].map(|key| word(opening, key));
    let checked = stage.run(&["check", files[0], files[1]]);
    assert_eq!(checked.code, Some(0), "{}", checked.transcript());
    let saved = stage.saved(opening);
    crowd.was_told_what_is_saved(&saved);
    ledger.is_saved(&saved);
}
