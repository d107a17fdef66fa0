//! The choosers one at a time: what a player or the facilitator does with a view, and what there is to say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use halte::id::ParticipantId;
use halte::language::Language;
use halte::locale::Locale;
use halte::rehearsal::{Leader, Player, cast, organisations};
use halte::text::{Statement, fold};
use halte::vocabulary::{Role, Stance};
use halte::wire::Presence;
use halte::workshop::entry::Place;
use halte::workshop::event::Event;
use halte::workshop::proceedings::Proceedings;
use halte::workshop::sight::{Viewer, project};
use halte::workshop::{Command, Record, Workshop};

use super::shipped::{lines, plan, sayings};
use super::{rehearse, repertoire, start};

const SEAT: Viewer = Viewer::participant(ParticipantId(1));

/// A workshop of three people where they begin to write for the first time.
fn writing() -> Workshop {
    let stage = rehearse(&plan("full"), 3, 9);
    let enters_s03 = |record: &Record| matches!(&record.event, Event::StepEntered { step, .. } if step.as_str() == "s03");
    let at = stage.records().iter().position(enters_s03).unwrap();
    Workshop::replay(&stage.records()[..=at]).unwrap()
}

#[test]
fn a_player_needs_no_more_than_the_lists_that_its_seat_is_sent() {
    let plan = plan("full");
    let stage = rehearse(&plan, 5, 8);
    let person = cast(&plan, 5, 8).remove(0);
    let mut player = Player::new(&person, 99, repertoire());
    let mut distant = player.clone();
    let mut whole = Workshop::replay(&stage.records()[..1]).unwrap();
    let mut asked = 0;
    for record in &stage.records()[1..] {
        whole.apply(record);
        if matches!(record.event, Event::StepEntered { .. }) {
            let near = project(&whole, SEAT);
            let far = Proceedings::of(&near).into_workshop(plan.clone(), Some(SEAT));
            loop {
                let command = player.choose(&near);
                assert_eq!(distant.choose(&far), command);
                if command.is_none() {
                    break;
                }
                asked += 1;
            }
        }
    }
    assert!(asked > 30, "{asked}");
}

#[test]
fn a_player_asks_nothing_of_the_whole_workshop_or_as_an_observer() {
    let plan = plan("short");
    let workshop = Workshop::open(plan.clone(), start());
    let person = cast(&plan, 1, 1).remove(0);
    let mut player = Player::new(&person, 1, repertoire());
    assert_eq!(player.choose(&workshop), None);
    let observer = Viewer {
        seat: ParticipantId(1),
        role: Role::Observer,
    };
    assert_eq!(player.choose(&project(&workshop, observer)), None);
}

#[test]
fn a_player_who_comes_back_to_a_step_only_puts_the_light_on_again() {
    let person = cast(&plan("full"), 3, 9).remove(0);
    let mut player = Player::new(&person, 9, repertoire());
    let mut whole = writing();
    let first = player.choose(&project(&whole, SEAT));
    assert!(matches!(first, Some(Command::Contribute { .. })));
    for step in ["s02", "s03"] {
        whole.apply(&Record {
            seq: whole.seq() + 1,
            at: start(),
            by: Some(ParticipantId::FACILITATOR),
            command: None,
            revises: None,
            event: Event::StepEntered {
                step: step.parse().unwrap(),
                assignments: BTreeMap::new(),
                slices: BTreeMap::new(),
                shown: None,
            },
        });
        let view = project(&whole, SEAT);
        let asked: Vec<_> = std::iter::from_fn(|| player.choose(&view)).collect();
        assert_eq!(asked, [Command::Done], "{step}");
    }
}

#[test]
fn a_player_waits_for_its_own_words_before_it_rewrites_them() {
    let plan = plan("full");
    let repertoire = repertoire();
    let view = project(&writing(), SEAT);
    let mut waited = 0;
    for seed in 0..40 {
        let person = cast(&plan, 3, seed).remove(0);
        let mut player = Player::new(&person, seed, Arc::clone(&repertoire));
        let asked: Vec<_> = std::iter::from_fn(|| player.choose(&view)).collect();
        if asked.last() != Some(&Command::Done) {
            waited += 1;
        }
    }
    assert!(waited > 0, "some begin with half a sentence");
}

#[test]
fn a_statement_that_was_refused_is_not_rewritten_or_taken_back() {
    let plan = plan("full");
    let repertoire = repertoire();
    let view = project(&writing(), SEAT);
    for seed in 0..40 {
        let person = cast(&plan, 3, seed).remove(0);
        let mut player = Player::new(&person, seed, Arc::clone(&repertoire));
        let mut asked = Vec::new();
        while let Some(command) = player.choose(&view) {
            player.refused(&command);
            asked.push(command);
        }
        assert_eq!(asked.last(), Some(&Command::Done), "seed {seed}");
    }
}

#[test]
fn the_facilitator_does_not_take_the_lights_of_the_step_before_for_this_one() {
    let plan = plan("full");
    let workshop = Workshop::open(plan, start());
    let view = project(&workshop, Viewer::FACILITATOR);
    let mut leader = Leader::new(1, 3, repertoire());
    let all_done = |visit, people| Presence {
        visit,
        done: people,
        connected: people,
        participants: people,
        ..Presence::default()
    };
    assert_eq!(
        leader.choose(&view, &all_done(0, 3)),
        None,
        "an earlier step"
    );
    assert_eq!(
        leader.choose(&view, &all_done(1, 2)),
        None,
        "somebody is missing"
    );
    assert_eq!(leader.choose(&view, &all_done(1, 3)), Some(Command::Next));
    assert_eq!(leader.choose(&view, &all_done(1, 3)), None, "asked already");
    leader.refused(&Command::Next);
    assert_eq!(leader.choose(&view, &all_done(1, 3)), Some(Command::Next));
}

#[test]
fn an_echo_belongs_where_the_echoed_statement_belongs() {
    let repertoire = repertoire();
    let line = &lines()[0];
    for language in Language::ALL {
        for opener in repertoire.echoes(language) {
            let echo = Statement::parse(&format!("{opener} {}", line.text)).unwrap();
            assert!(repertoire.is_echo(&echo));
            assert_eq!(repertoire.line_of(&echo), Some(line), "{echo}");
        }
    }
    assert!(!repertoire.is_echo(&line.text));
}

#[test]
fn there_are_eight_answers_or_more_for_every_side_of_every_challenge_and_no_answer_twice() {
    let plan = plan("full");
    let repertoire = repertoire();
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for challenge in &plan.challenges {
            for stance in Stance::ALL {
                let answers = repertoire.answers(&challenge.id, *stance, language);
                assert!(answers.len() >= 8, "{} {stance} {language}", challenge.id);
                for answer in answers {
                    assert!(seen.insert(fold(answer.as_str())), "{answer}");
                }
            }
        }
        assert!(repertoire.remarks(language).len() >= 8);
        assert!(!repertoire.echoes(language).is_empty());
    }
    assert_eq!(
        sayings().answers.len(),
        plan.challenges.len() * 2,
        "no unknown challenge"
    );
}

#[test]
fn there_is_something_to_recommend_for_every_theme_in_three_languages() {
    let plan = plan("full");
    let repertoire = repertoire();
    let themes = plan
        .themes
        .iter()
        .map(|theme| Place::Theme(theme.id.clone()));
    let mut known = 0;
    for place in themes.chain([Place::None]) {
        let proposals: Vec<_> = repertoire.proposals(&place).collect();
        assert!(proposals.len() >= 2, "{place}");
        assert!(proposals.iter().all(|proposal| proposal.text.is_complete()));
        known += proposals.len();
    }
    assert_eq!(sayings().recommendations.len(), known, "no unknown theme");
}

#[test]
fn organisations_are_common_words_with_a_letter_and_each_is_there_once() {
    for language in Language::ALL {
        let organisations = organisations(language, 200);
        let names: BTreeSet<_> = organisations.iter().map(|found| &found.name).collect();
        assert_eq!(names.len(), organisations.len());
        for name in names {
            assert!(
                name.as_str()
                    .ends_with(|last: char| last.is_ascii_uppercase()),
                "{name}"
            );
        }
    }
    let dutch = organisations(Language::Nl, 8);
    assert_eq!(dutch[0].name.as_str(), "Bedrijf A");
    assert_eq!(dutch[1].name.as_str(), "Maatwerkbedrijf B");
    assert!(Locale::new(Language::Nl).knows("simulated-other"));
}
