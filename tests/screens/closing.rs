//! The last steps: the vote, the challenges, the recommendations and the end.

use std::sync::Arc;

use crossterm::event::MouseEventKind;
use halte::content::Content;
use halte::id::{ParticipantId, ThemeId};
use halte::language::Language;
use halte::moment::Moment;
use halte::rehearsal::{Repertoire, play};
use halte::session::{self, Fresh};
use halte::tui::Effect;
use halte::tui::look::Look;
use halte::vocabulary::{Actor, Horizon, PresetName, Role, Stance, StepKind};
use halte::workshop::entry::Place;
use halte::workshop::{Asker, Command, Event};

use crate::stage::{Stage, When};

const LEADS: Role = Role::Facilitator;
const WRITES: Role = Role::Participant;

/// A seat that has just come to a step.
fn at(role: Role, kind: StepKind) -> Stage {
    Stage::at(role, kind, When::Arriving)
}

/// A seat in a step in which everybody has done what there is to do.
fn after(role: Role, kind: StepKind) -> Stage {
    Stage::at(role, kind, When::Leaving)
}

fn ascii() -> Look {
    Look {
        ascii: true,
        ..Look::default()
    }
}

fn theme(id: &str) -> ThemeId {
    id.parse().expect("a theme")
}

fn person(number: u32) -> Asker {
    Asker::participant(ParticipantId(number))
}

/// The dots this seat gave, by theme.
fn dots(stage: &Stage) -> Vec<(&str, u8)> {
    let ballot = stage.view.ballot_of(stage.viewer.seat).expect("a ballot");
    let dots = ballot.dots.iter();
    dots.map(|(theme, dots)| (theme.as_str(), *dots)).collect()
}

#[test]
fn nothing_panics_at_any_size() {
    for role in [LEADS, WRITES] {
        let mut stages = vec![Stage::ended(role)];
        for kind in [
            StepKind::Vote,
            StepKind::Reflect,
            StepKind::Act,
            StepKind::Close,
        ] {
            stages.push(after(role, kind));
        }
        for stage in &mut stages {
            for keys in ["", "<right>", "<down><tab>"] {
                stage.press(keys);
                for width in (0..=45).chain([80, 99, 110, 127, 128, 129, 160]) {
                    for height in 0..=16 {
                        stage.screen(width, height);
                    }
                }
            }
        }
    }
}

#[test]
fn dots_are_given_with_the_arrow_keys_and_changed_as_long_as_the_vote_lasts() {
    let mut stage = at(WRITES, StepKind::Vote);
    stage.press("<right><right><right>4<right><right>");
    assert_eq!(dots(&stage), [("ai-support", 2), ("lifelong-learning", 3)]);
    assert!(
        stage
            .press("<right>")
            .screen(80, 24)
            .contains("Je stippen zijn op")
    );
    assert_eq!(stage.done().len(), 5, "{:?}", stage.done());
    stage.press("<up><up><up><left>-<down>+");
    assert_eq!(
        dots(&stage),
        [
            ("ai-support", 2),
            ("knowledge-sharing", 1),
            ("lifelong-learning", 1)
        ]
    );
    let shown = stage.press("<enter>").screen(80, 24);
    assert!(shown.contains("met nog één stip over"), "{shown}");
    assert_eq!(stage.done().last(), Some(&&Command::Done));
}

#[test]
fn dots_that_wait_for_the_host_are_counted_and_marked() {
    let mut stage = at(WRITES, StepKind::Vote);
    let shown = stage
        .lose()
        .press("<right><right><right><right>2<right>")
        .screen(44, 14);
    assert!(shown.contains("4 …") && shown.contains("1 …"), "{shown}");
    assert!(shown.contains("Al je 5 stippen"), "{shown}");
    let shown = stage.reconnect().screen(44, 14);
    assert!(shown.contains("4 ✓") && shown.contains("1 ✓"), "{shown}");
}

#[test]
fn a_participant_votes_and_sees_nothing_of_the_others() {
    let mut stage = after(WRITES, StepKind::Vote);
    insta::assert_snapshot!(stage.press("<down><down>").screen(44, 14));
    insta::assert_snapshot!(stage.screen(120, 40));
    let own = stage.screen(80, 24);
    let vote = Command::Vote {
        theme: theme("wellbeing"),
        dots: 0,
    };
    stage.other(person(2), &vote);
    assert_eq!(stage.screen(80, 24), own);
}

#[test]
fn a_click_chooses_a_theme_to_vote_for() {
    let mut stage = at(WRITES, StepKind::Vote);
    stage.screen(80, 24);
    stage.click(10, 6).press("<right>");
    assert_eq!(dots(&stage), [("wellbeing", 1)]);
}

#[test]
fn the_wheel_goes_through_the_themes_to_vote_for() {
    let mut stage = at(WRITES, StepKind::Vote);
    stage.screen(80, 24);
    stage.mouse(MouseEventKind::ScrollDown, 10, 6);
    stage.mouse(MouseEventKind::ScrollDown, 10, 6);
    stage.mouse(MouseEventKind::ScrollUp, 10, 6);
    stage.press("<right>");
    assert_eq!(dots(&stage), [("knowledge-sharing", 1)]);
}

#[test]
fn the_turnout_tells_how_many_and_hands_are_counted() {
    let mut stage = at(LEADS, StepKind::Vote);
    let vote = Command::Vote {
        theme: theme("wellbeing"),
        dots: 2,
    };
    for number in 1..=4 {
        stage.other(person(number), &vote);
    }
    stage.press("<down>h12<enter><enter>");
    let hands = Command::Hands {
        theme: theme("knowledge-sharing"),
        count: 12,
    };
    assert_eq!(stage.done(), [&hands]);
    insta::assert_snapshot!(stage.screen(80, 24));
    let shown = stage.press("<enter>veel<enter><enter>").screen(80, 24);
    assert!(shown.contains("Typ een aantal"), "{shown}");
}

#[test]
fn the_outcome_names_ties_hands_and_what_it_is_out_of_before_the_claim() {
    let mut stage = at(LEADS, StepKind::Vote);
    for (number, voted) in [(1, "wellbeing"), (2, "ai-support"), (3, "ai-support")] {
        let vote = Command::Vote {
            theme: theme(voted),
            dots: if number == 1 { 4 } else { 2 },
        };
        stage.other(person(number), &vote);
    }
    stage.press("h7<enter><enter>");
    stage.other(Asker::FACILITATOR, &Command::Next);
    assert_eq!(stage.view.step_kind(), StepKind::Reflect);
    insta::assert_snapshot!(stage.screen(80, 24));
    let shown = stage.screen(80, 24);
    let claim = shown.find("De whitepaper noemt").expect("the claim");
    assert!(shown.find("8 stippen van 3 stemmers") < Some(claim));
    assert_eq!(shown.matches(" 1= ").count(), 2, "{shown}");
}

#[test]
fn a_participant_agrees_or_differs_and_says_why() {
    let mut stage = at(WRITES, StepKind::Reflect);
    insta::assert_snapshot!(stage.screen(44, 14));
    stage.press("<right><enter><enter>");
    let shown = stage.press("zonder keuze<enter>").screen(80, 24);
    assert!(shown.contains("Kies eerst"), "{shown}");
    stage.press("<right><right><enter><enter>");
    let challenge = stage.view.plan().challenges[0].id.clone();
    let answer = |stance: Stance, text: &str| Command::Reflect {
        challenge: challenge.clone(),
        stance,
        text: text.to_owned(),
    };
    assert_eq!(stage.done(), [&answer(Stance::Differ, "zonder keuze")]);
    insta::assert_snapshot!(stage.screen(44, 14));
    stage.lose().press("<enter><left><enter>, toch<enter>");
    let shown = stage.screen(80, 24);
    assert!(
        shown.contains("zonder keuze, toch") && shown.contains("wacht op de host"),
        "{shown}"
    );
    stage.reconnect();
    assert_eq!(
        stage.done().last(),
        Some(&&answer(Stance::Agree, "zonder keuze, toch"))
    );
    assert!(stage.screen(80, 24).contains("bewaard"));
}

#[test]
fn an_answer_that_came_too_late_stays_on_ones_hands_and_can_be_given_again() {
    let mut stage = at(WRITES, StepKind::Reflect);
    stage
        .lose()
        .press("<right><enter><right><enter>te laat<enter>");
    stage.other(Asker::FACILITATOR, &Command::Next);
    stage.reconnect();
    stage.other(Asker::FACILITATOR, &Command::Back);
    let shown = stage.screen(80, 24);
    assert!(shown.contains("te laat") && shown.contains("✗"), "{shown}");
    stage.press("<enter><enter><enter>");
    assert!(matches!(stage.done()[..], [Command::Reflect { .. }]));
    let shown = stage.screen(80, 24);
    assert!(shown.contains("bewaard") && !shown.contains("✗"), "{shown}");
}

#[test]
fn whoever_leads_sees_how_many_agree_and_why() {
    let mut stage = after(LEADS, StepKind::Reflect);
    for number in 1..=6 {
        let answer = Command::Reflect {
            challenge: stage.view.plan().challenges[1].id.clone(),
            stance: if number > 4 {
                Stance::Differ
            } else {
                Stance::Agree
            },
            text: format!("{number}: levensverzekeringsmaatschappijen 👩‍🏭 أحمد vinden van wel"),
        };
        stage.other(person(number), &answer);
    }
    stage.press("<right><right>");
    insta::assert_snapshot!(stage.screen(120, 40));
    let shown = stage
        .press("<down><down><down><down><down><down><down><down>")
        .screen(80, 24);
    assert!(shown.contains("6: levens"), "{shown}");
    let shown = stage.screen(80, 24);
    let stance = Command::Reflect {
        challenge: stage.view.plan().challenges[0].id.clone(),
        stance: Stance::Agree,
        text: "ergens anders".to_owned(),
    };
    assert_eq!(stage.other(person(3), &stance).screen(80, 24), shown);
}

#[test]
fn a_recommendation_is_linked_to_contributions_one_after_the_other() {
    let mut stage = at(LEADS, StepKind::Act);
    stage.press("<right>rmeer overleg<enter><right><enter><right><right><enter><enter>");
    let list = stage.screen(80, 24);
    assert!(list.contains("Gekoppeld: (0)"), "{list}");
    stage.press("<down><enter>");
    assert!(stage.screen(80, 24).contains("[x]"));
    stage.press("<down><enter><up><up><enter>");
    let [
        Command::Recommend {
            theme,
            horizon,
            who,
            text,
            contributions,
        },
    ] = stage.done()[..]
    else {
        panic!("{:?}", stage.done());
    };
    assert_eq!(theme.as_str(), "knowledge-sharing");
    assert_eq!((*horizon, *who), (Horizon::Later, Actor::Government));
    assert_eq!(text, "meer overleg");
    assert_eq!(contributions.len(), 2);
    for id in contributions {
        let placement = stage.view.contributions()[id]
            .placement
            .as_ref()
            .expect("placed");
        let is_there = |place: &Place| place == theme;
        assert!(is_there(&placement.primary) || placement.second.as_ref().is_some_and(is_there));
    }
    insta::assert_snapshot!(stage.screen(80, 24));
    assert!(stage.press("u").view.recommendations().is_empty());
}

#[test]
fn a_recommendation_without_a_contribution_is_flagged_and_its_text_outlives_a_closed_list() {
    let mut stage = at(LEADS, StepKind::Act);
    stage.press("r<enter><enter><enter><enter>");
    assert!(stage.screen(80, 24).contains("Schrijf eerst"));
    stage.press("alleen<enter><enter><enter><enter><esc>");
    assert!(stage.done().is_empty());
    assert!(stage.press("r").screen(80, 24).contains("alleen"));
    stage.press("<enter><enter><enter><enter><enter>");
    assert!(matches!(stage.done()[..], [Command::Recommend { .. }]));
    let shown = stage.screen(80, 24);
    assert!(shown.contains("≠ geen bijdrage"), "{shown}");
    assert!(!stage.press("r").screen(80, 24).contains("alleen"));
}

#[test]
fn participants_see_recommendations_arrive_and_park_a_question() {
    let mut stage = at(WRITES, StepKind::Act);
    stage.press("<tab>");
    let recommend = Command::Recommend {
        theme: Place::Theme(theme("lifelong-learning")),
        horizon: Horizon::Now,
        who: Actor::SocialPartners,
        text: "Geef iedereen een opleiding op de werkvloer".to_owned(),
        contributions: Vec::new(),
    };
    stage.other(Asker::FACILITATOR, &recommend);
    insta::assert_snapshot!(stage.screen(44, 14));
    stage.press("p<enter>");
    assert!(stage.screen(44, 14).contains("Typ eerst"));
    stage.press("Wie betaalt?<enter>");
    let say = Command::Say {
        text: "Wie betaalt?".to_owned(),
    };
    assert_eq!(stage.done(), [&say]);
    assert!(stage.press("r").done().len() == 1);
}

#[test]
fn the_parking_lot_is_ticked_off_one_after_the_other() {
    let mut stage = at(LEADS, StepKind::Close);
    let open = |stage: &Stage| {
        let entries = stage.view.parking().values();
        entries.filter(|entry| !entry.resolved).count()
    };
    let before = open(&stage);
    assert!(before > 2, "{before}");
    stage.press("<down><enter><enter>");
    assert_eq!(open(&stage), before - 2);
    insta::assert_snapshot!(stage.screen(80, 24));
    insta::assert_snapshot!(stage.screen(160, 50));
    let first = *stage.view.parking().keys().next().expect("an entry");
    assert!(!stage.view.parking()[&first].resolved);
    for _ in 0..before {
        stage.press("<enter>");
    }
    assert_eq!(open(&stage), 0);
    assert!(stage.screen(80, 24).contains("al afgevinkt"));
}

#[test]
fn the_closing_questions_are_turned_to_one_by_one() {
    let mut stage = at(WRITES, StepKind::Close);
    let shown = stage.press("<right><right><right><right>").screen(80, 24);
    assert!(shown.contains("5/6 Wie zat niet aan tafel"), "{shown}");
    assert!(stage.press("<left>").screen(80, 24).contains("4/6"));
}

#[test]
fn the_end_says_where_it_was_saved_and_shows_the_report() {
    let mut stage = at(LEADS, StepKind::Close);
    stage.press("<ctrl-x><enter>");
    assert!(stage.view.closed_at().is_some());
    insta::assert_snapshot!(stage.screen(80, 24));
    stage.press("y");
    let saved = "sessions/2026-11-25-volgende-halte.yaml";
    let copied = Effect::Copy(saved.to_owned());
    assert!(stage.effects.contains(&copied), "{:?}", stage.effects);
    let shown = stage.press("r").screen(80, 24);
    assert!(shown.contains("Volgende halte"), "{shown}");
    assert!(
        !stage
            .press("<esc>")
            .screen(80, 24)
            .contains("deelnemers en")
    );
}

#[test]
fn a_workshop_closed_at_an_earlier_step_ends_like_any_other() {
    let mut stage = at(WRITES, StepKind::Sort);
    stage.other(Asker::FACILITATOR, &Command::Close);
    let shown = stage.screen(44, 14);
    assert!(shown.contains("De workshop is afgelopen"), "{shown}");
    stage.press("q");
    assert!(
        matches!(stage.effects[..], [.., Effect::End(_)]),
        "{:?}",
        stage.effects
    );
}

#[test]
fn participants_are_thanked_and_keep_what_they_wrote_in_sight() {
    let mut stage = Stage::ended(WRITES);
    insta::assert_snapshot!(stage.screen(44, 14));
    let shown = stage.screen(80, 24);
    assert!(
        shown.contains("Dit schreef jij") && !shown.contains("sessions/"),
        "{shown}"
    );
    assert_ne!(
        stage.press("<down><down><down><down>").screen(80, 24),
        shown
    );
}

#[test]
fn the_last_steps_speak_french_and_draw_in_ascii() {
    let drawn = |role, kind, language| Stage::drawn(role, kind, When::Leaving, ascii(), language);
    let french = drawn(LEADS, StepKind::Reflect, Language::Fr).screen(120, 40);
    insta::assert_snapshot!(french);
    let mut english = drawn(WRITES, StepKind::Vote, Language::En);
    let shown = english.screen(80, 24);
    assert!(shown.is_ascii(), "{shown}");
    assert!(shown.contains("All your 5 dots are given"), "{shown}");
}

#[test]
fn where_nothing_is_held_against_the_challenges_the_end_begins_with_the_outcome() {
    let content = Content::shipped().expect("content");
    let draft = session::shipped(PresetName::Short, content).expect("a plan");
    let at = Moment::from_millis(1_795_251_600_000);
    let plan = draft.open(&Fresh { at, chance: 7 });
    let scenarios = plan.scenarios.iter().map(|scenario| &scenario.id);
    let repertoire = Arc::new(Repertoire::shipped(scenarios).expect("sayings"));
    let mut records = play(plan, 6, 7, &repertoire, at);
    records.retain(|record| !matches!(record.event, Event::WorkshopClosed { .. }));
    let mut stage = Stage::with(LEADS, records, Look::default(), Language::Nl);
    assert_eq!(stage.view.step_kind(), StepKind::Close);
    let shown = stage.screen(80, 24);
    assert!(
        shown.contains("▸Uitslag") && shown.contains("De whitepaper noemt"),
        "{shown}"
    );
    assert!(stage.press("<tab>").screen(80, 24).contains("Parking"));
}
