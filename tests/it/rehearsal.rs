//! Whole workshops of simulated people, run in memory over the shipped content.

mod choosers;
mod shipped;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use halte::id::{ParticipantId, ScenarioId, ThemeId};
use halte::language::Language;
use halte::moment::Moment;
use halte::rehearsal::{Leader, Repertoire, Stage, cast, play};
use halte::vocabulary::{Anonymity, Kind, Source};
use halte::workshop::agreement::{Agreement, alpha, contested};
use halte::workshop::entry::{Contribution, Place};
use halte::workshop::event::Event;
use halte::workshop::plan::Plan;
use halte::workshop::sight::project;
use halte::workshop::{Record, Workshop};
use shipped::{SCENARIOS, lines, plan, sayings};

fn start() -> Moment {
    Moment::from_millis(1_795_251_600_000)
}

fn repertoire() -> Arc<Repertoire> {
    Arc::new(Repertoire::new(lines(), sayings()))
}

/// Runs a workshop and keeps the stage, to look behind it.
fn rehearse(plan: &Plan, people: usize, seed: u64) -> Stage {
    let repertoire = repertoire();
    let mut stage = Stage::open(plan.clone(), seed, start());
    let mut leader = Leader::new(seed, people, Arc::clone(&repertoire));
    stage.run(cast(plan, people, seed), &mut leader, &repertoire);
    stage
}

fn counted(workshop: &Workshop) -> Vec<&Contribution> {
    let contributions = workshop.contributions().values();
    contributions.filter(|found| found.counts()).collect()
}

fn happened(records: &[Record], what: impl Fn(&Event) -> bool) -> usize {
    records.iter().filter(|record| what(&record.event)).count()
}

#[test]
fn twelve_people_go_through_the_full_agenda_of_four_scenarios_to_the_end() {
    let plan = plan("full");
    let stage = rehearse(&plan, 12, 1);
    let workshop = stage.workshop();
    assert!(workshop.closed_at().is_some());
    assert_eq!(workshop.scenarios_run().len(), 4);
    assert_eq!(stage.refusals(), []);
    assert_eq!(workshop.present().count(), 12);
    assert_eq!(workshop.ballots().len(), 12, "everybody votes");
    let dots: u8 = workshop
        .ballots()
        .values()
        .flat_map(|b| b.dots.values())
        .sum();
    assert_eq!(dots, 12 * 5, "with all their dots");
    assert!((12..=24).contains(&workshop.reflections().len()));
    assert!((4..=6).contains(&workshop.recommendations().len()));
    assert!(workshop.parking().values().all(|entry| entry.resolved));
    assert!(!workshop.cards().is_empty(), "a trend card was played");
    let records = stage.records();
    assert_eq!(
        happened(records, |event| matches!(
            event,
            Event::ContributionHidden { .. }
        )),
        1
    );
    assert!(
        records.iter().any(|record| record.revises.is_some()),
        "and that was undone"
    );
    assert!(workshop.contributions().values().all(|found| !found.hidden));
}

#[test]
fn forty_people_go_through_the_short_agenda_to_the_end() {
    let plan = plan("short");
    let stage = rehearse(&plan, 40, 2);
    assert!(stage.workshop().closed_at().is_some());
    assert_eq!(stage.refusals(), []);
    assert!(
        stage
            .workshop()
            .parking()
            .values()
            .all(|entry| entry.resolved)
    );
    assert!(
        !stage.workshop().groups().is_empty(),
        "forty people say some things twice"
    );
}

#[test]
fn one_person_alone_gets_to_the_end_too() {
    let stage = rehearse(&plan("full"), 1, 3);
    assert!(stage.workshop().closed_at().is_some());
    assert_eq!(stage.refusals(), []);
}

#[test]
fn nobody_is_refused_anything_whatever_the_seed() {
    for seed in 0..12 {
        let people = [2, 3, 5, 8][usize::try_from(seed % 4).unwrap()];
        let stage = rehearse(&plan("full"), people, seed);
        assert_eq!(stage.refusals(), [], "seed {seed}");
        assert!(stage.workshop().closed_at().is_some(), "seed {seed}");
    }
}

#[test]
fn a_named_session_shows_numbers_for_names_and_runs_to_the_end() {
    let plan = Plan {
        anonymity: Anonymity::Named,
        ..plan("short")
    };
    let stage = rehearse(&plan, 6, 4);
    assert!(stage.workshop().closed_at().is_some());
    assert_eq!(stage.refusals(), []);
    let names = stage.workshop().participants().values();
    assert!(names.filter_map(|found| found.name.as_ref()).all(|name| {
        let name = name.as_str();
        name.starts_with("Deelnemer ") || name.starts_with("Participant ")
    }));
}

#[test]
fn every_persona_that_was_given_speaks_in_its_scenario() {
    for (people, seed) in [(12, 1), (40, 2)] {
        let stage = rehearse(&plan("full"), people, seed);
        let workshop = stage.workshop();
        let heard: BTreeSet<_> = counted(workshop)
            .into_iter()
            .filter_map(|found| Some((found.scenario.clone(), found.persona.clone()?)))
            .collect();
        for (scenario, cells) in workshop.assignments() {
            for persona in cells.values() {
                let cell = (scenario.clone(), persona.clone());
                assert!(
                    heard.contains(&cell),
                    "{persona} says nothing in {scenario}"
                );
            }
        }
    }
}

#[test]
fn people_write_in_the_language_they_speak() {
    let stage = rehearse(&plan("full"), 12, 1);
    let workshop = stage.workshop();
    for scenario in SCENARIOS {
        let spoken: BTreeSet<Language> = counted(workshop)
            .into_iter()
            .filter(|found| found.scenario.as_str() == scenario)
            .map(|found| found.language)
            .collect();
        assert_eq!(spoken, BTreeSet::from(Language::ALL), "{scenario}");
    }
    let repertoire = repertoire();
    for found in workshop.contributions().values() {
        if let Some(line) = repertoire.line_of(&found.text) {
            assert_eq!(line.lang, found.language, "{}", found.text);
        }
    }
}

#[test]
fn people_write_two_to_seven_statements_each_in_a_scenario_and_some_change_their_mind() {
    let stage = rehearse(&plan("full"), 12, 1);
    let mut written: BTreeMap<(ParticipantId, ScenarioId), usize> = BTreeMap::new();
    for found in stage.workshop().contributions().values() {
        if found.source == Source::Typed {
            let writer = found.participant.unwrap();
            *written.entry((writer, found.scenario.clone())).or_default() += 1;
        }
    }
    assert_eq!(written.len(), 12 * 4);
    for ((writer, scenario), count) in written {
        assert!(
            (2..=7).contains(&count),
            "{writer} wrote {count} in {scenario}"
        );
    }
    let records = stage.records();
    assert!(
        happened(records, |event| matches!(
            event,
            Event::ContributionEdited { .. }
        )) > 0
    );
    assert!(
        happened(records, |event| matches!(
            event,
            Event::ContributionWithdrawn { .. }
        )) > 0
    );
    let unfinished = |found: &&Contribution| found.text.as_str().ends_with('…');
    assert_eq!(
        counted(stage.workshop())
            .into_iter()
            .filter(unfinished)
            .count(),
        0
    );
}

#[test]
fn all_five_themes_and_none_of_them_occur() {
    let stage = rehearse(&plan("full"), 12, 1);
    let workshop = stage.workshop();
    let placed: BTreeSet<Place> = counted(workshop)
        .into_iter()
        .filter_map(|found| Some(found.placement.as_ref()?.primary.clone()))
        .collect();
    assert_eq!(placed.len(), 6, "{placed:?}");
    assert!(counted(workshop).iter().any(|found| {
        let placement = found.placement.as_ref();
        placement.is_some_and(|placement| placement.second.is_some())
    }));
    let kinds: BTreeSet<Kind> = counted(workshop)
        .into_iter()
        .map(|found| found.kind)
        .collect();
    assert_eq!(kinds.len(), 4);
}

#[test]
fn people_agree_as_far_as_people_do() {
    for (people, seed) in [(12, 1), (12, 5), (40, 2)] {
        let stage = rehearse(&plan("full"), people, seed);
        let contributions = counted(stage.workshop());
        let tallies: Vec<_> = contributions
            .iter()
            .map(|found| found.count_sorts())
            .collect();
        let alpha = alpha(&tallies).unwrap();
        assert!(
            (0.4..=0.9).contains(&alpha),
            "{people} people: alpha {alpha:.2}"
        );
        assert!(tallies.iter().all(|tally| Agreement::of(tally).sorted >= 3));
        let contested = contested(contributions.iter().copied());
        let share = contested.len() * 100 / contributions.len();
        assert!((1..=30).contains(&share), "{share}% contested");
        assert!(contributions.iter().all(|found| found.placement.is_some()));
    }
}

#[test]
fn recommendations_stand_on_contributions_that_were_put_under_their_theme() {
    let stage = rehearse(&plan("full"), 12, 1);
    let workshop = stage.workshop();
    for recommendation in workshop.recommendations().values() {
        assert!(!recommendation.contributions.is_empty());
        for id in &recommendation.contributions {
            let placement = workshop.contributions()[id].placement.as_ref().unwrap();
            assert_eq!(placement.primary, recommendation.theme);
        }
    }
}

#[test]
fn one_note_comes_on_paper_and_is_marked_so() {
    let stage = rehearse(&plan("full"), 12, 1);
    let on_paper = |found: &&Contribution| found.source == Source::Paper;
    let contributions = stage.workshop().contributions().values();
    assert_eq!(contributions.filter(on_paper).count(), 1);
}

#[test]
fn the_same_seed_gives_the_same_records_and_another_seed_others() {
    let plan = plan("short");
    let repertoire = repertoire();
    let first = play(plan.clone(), 9, 11, &repertoire, start());
    assert!(first == play(plan.clone(), 9, 11, &repertoire, start()));
    let texts = |records: &[Record]| -> Vec<String> {
        let replayed = Workshop::replay(records).unwrap();
        let contributions = replayed.contributions().values();
        contributions.map(|found| found.text.to_string()).collect()
    };
    let other = play(plan, 9, 12, &repertoire, start());
    assert_ne!(texts(&first), texts(&other));
}

#[test]
fn the_records_replay_to_the_workshop_that_was_played() {
    let stage = rehearse(&plan("full"), 12, 1);
    assert!(Workshop::replay(stage.records()).as_ref() == Some(stage.workshop()));
    for (index, record) in stage.records().iter().enumerate() {
        assert_eq!(record.seq, u64::try_from(index).unwrap() + 1);
    }
}

#[test]
fn time_only_goes_forward_and_takes_about_as_long_as_the_agenda_says() {
    let plan = plan("full");
    let planned: u64 = plan.agenda.iter().map(|step| u64::from(step.minutes)).sum();
    for (people, seed) in [(12, 1), (60, 2)] {
        let records = play(plan.clone(), people, seed, &repertoire(), start());
        assert!(records.is_sorted_by_key(|record| record.at));
        let minutes = records.last().unwrap().at.millis_since(start()) / 60_000;
        let plausible = planned * 7 / 10..=planned * 3 / 2;
        assert!(
            plausible.contains(&minutes),
            "{minutes} of {planned} minutes"
        );
    }
}

#[test]
fn what_everybody_saw_on_the_way_is_what_they_may_see_at_the_end() {
    let stage = rehearse(&plan("full"), 7, 6);
    for view in stage.views() {
        let viewer = view.viewer().unwrap();
        let allowed = project(stage.workshop(), viewer);
        assert!(
            view.contributions() == allowed.contributions(),
            "{viewer:?}"
        );
        assert!(view.ballots() == allowed.ballots(), "{viewer:?}");
        assert!(view.assignments() == allowed.assignments(), "{viewer:?}");
    }
}

#[test]
fn a_persona_and_a_scenario_that_no_line_knows_still_have_something_to_say() {
    let mut plan = plan("full");
    for persona in &mut plan.personas {
        persona.id = format!("own-{}", persona.id).parse().unwrap();
    }
    for step in &mut plan.agenda {
        if step.scenario.is_some() {
            step.scenario = Some("own".parse().unwrap());
        }
    }
    plan.scenarios.truncate(1);
    plan.scenarios[0].id = "own".parse().unwrap();
    let stage = rehearse(&plan, 4, 1);
    assert_eq!(stage.refusals(), []);
    assert!(counted(stage.workshop()).len() >= 8);
}

#[test]
fn a_theme_the_group_proposed_is_one_people_vote_for() {
    let mut plan = plan("short");
    let mut sixth = plan.themes[0].clone();
    sixth.id = "sixth".parse().unwrap();
    plan.themes.push(sixth);
    let stage = rehearse(&plan, 40, 3);
    let sixth: ThemeId = "sixth".parse().unwrap();
    assert!(stage.workshop().votes().unwrap().dots[&sixth] > 0);
}
