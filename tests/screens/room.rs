//! The facilitator's room: the lobby, the briefing, the writing and the sorting.

use halte::id::ParticipantId;
use halte::language::Language;
use halte::seat::Update;
use halte::tui::Effect;
use halte::tui::look::Look;
use halte::vocabulary::{Anonymity, Kind, Role, Source, StepKind};
use halte::workshop::sight::Viewer;
use halte::workshop::{Asker, Command, Event, Record};

use crate::participant::restart;
use crate::stage::{LINK, Stage, TYPED, When, until};

const ROOM: [StepKind; 4] = [
    StepKind::Welcome,
    StepKind::Brief,
    StepKind::Write,
    StepKind::Sort,
];

fn room(kind: StepKind, when: When) -> Stage {
    Stage::at(Role::Facilitator, kind, when)
}

fn with(records: Vec<Record>) -> Stage {
    Stage::with(Role::Facilitator, records, Look::default(), Language::Nl)
}

fn seat(number: u32) -> ParticipantId {
    ParticipantId(number)
}

fn says(participant: u32, text: &str) -> (Asker, Command) {
    let command = Command::contribute(Some(Kind::Want), text);
    (Asker::participant(seat(participant)), command)
}

#[test]
fn the_lobby_shows_how_to_come_in_and_who_is_here() {
    let mut stage = room(StepKind::Welcome, When::Leaving);
    insta::assert_snapshot!("lobby-80", stage.screen(80, 24));
    insta::assert_snapshot!("lobby-120", stage.screen(120, 40));
}

#[test]
fn the_briefing_shows_the_scenario_and_who_plays_whom() {
    let mut stage = room(StepKind::Brief, When::Arriving);
    insta::assert_snapshot!("briefing-80", stage.screen(80, 24));
    insta::assert_snapshot!("briefing-160", stage.screen(160, 50));
}

#[test]
fn the_writing_shows_the_time_and_how_many_are_done() {
    let mut stage = room(StepKind::Write, When::Leaving);
    for participant in [1, 3, 4] {
        stage.other(Asker::participant(seat(participant)), &Command::Done);
    }
    stage.press("wEen stem uit de zaal<ctrl-s>");
    insta::assert_snapshot!("writing-80", stage.screen(80, 24));
    insta::assert_snapshot!("writing-120", stage.screen(120, 40));
}

#[test]
fn the_sorting_shows_how_far_the_group_is_and_where_it_differs() {
    let look = Look {
        ascii: true,
        ..Look::default()
    };
    let (role, kind, when) = (Role::Facilitator, StepKind::Sort, When::Leaving);
    let mut stage = Stage::drawn(role, kind, when, look, Language::Nl);
    let drawn = stage.screen(80, 24);
    assert!(drawn.is_ascii(), "{drawn}");
    insta::assert_snapshot!("sorting-80-ascii", drawn);
    let mut stage = Stage::drawn(role, kind, when, Look::default(), Language::Fr);
    insta::assert_snapshot!("sorting-120-fr", stage.screen(120, 40));
}

#[test]
fn the_room_is_drawn_at_any_size_and_so_is_everything_that_opens_in_it() {
    for kind in ROOM {
        for keys in ["", "i", "s", "f", "m", "c", "e", "w", "<enter>"] {
            let mut stage = room(kind, When::Leaving);
            stage.press(keys);
            for width in (0..=45)
                .step_by(3)
                .chain([80, 81, 109, 110, 127, 153, 154, 200])
            {
                for height in (0..=16).step_by(2).chain([24, 25, 26, 40, 60]) {
                    stage.screen(width, height);
                }
            }
        }
    }
}

#[test]
fn the_invitation_comes_up_at_every_step_and_goes_away() {
    for kind in ROOM {
        let mut stage = room(kind, When::Arriving);
        let drawn = stage.press("i").screen(80, 24);
        assert!(drawn.contains(&format!("halte join {TYPED}")), "{drawn}");
        // The code for cameras stands beside its words.
        assert!(drawn.contains("▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀"), "{drawn}");
        assert!(drawn.contains("Scan"), "{drawn}");
        let drawn = stage.press("<esc>s").screen(80, 24);
        assert!(!drawn.contains("Scan"), "{drawn}");
    }
    let mut stage = room(StepKind::Write, When::Arriving);
    stage.press("iy");
    assert!(stage.effects.contains(&Effect::Copy(LINK.to_owned())));
}

#[test]
fn a_link_that_is_not_encrypted_is_marked_for_as_long_as_it_is_open() {
    for kind in StepKind::ALL.iter().copied() {
        let mut stage = Stage::plain(Role::Facilitator, kind, When::Arriving);
        for (width, height) in [(80, 24), (120, 40)] {
            let drawn = stage.screen(width, height);
            let heading = drawn.lines().next().expect("a heading");
            assert!(
                heading.contains("niet alles versleuteld"),
                "{kind}: {drawn}"
            );
        }
        let drawn = stage.press("i").screen(80, 24);
        assert!(
            drawn.contains(&format!("halte join {TYPED}#plain")),
            "{drawn}"
        );
        assert!(
            drawn.contains("Niet alles is versleuteld: wie op het"),
            "{drawn}"
        );
        // The code for cameras is all upper halves: these are letters of the join code.
        assert!(drawn.contains("██████    ██████"), "{drawn}");
    }
    let mut stage = room(StepKind::Write, When::Arriving);
    assert!(!stage.press("i").screen(80, 24).contains("versleuteld"));
}

#[test]
fn a_persona_is_given_by_hand() {
    let mut stage = room(StepKind::Brief, When::Arriving);
    stage.press("<down><enter>stiks<enter>");
    let scenario = stage.view.scenario().expect("a scenario").clone();
    let taken = stage
        .view
        .persona_of(seat(2), &scenario)
        .expect("a persona");
    assert_eq!(taken.as_str(), "stitcher");
    assert!(stage.screen(80, 24).contains("p02  stikster in een kmo"));
}

#[test]
fn whoever_has_no_persona_stands_out_and_is_given_one() {
    let mut records = until(StepKind::Brief, When::Arriving);
    let entered = records.last_mut().expect("records");
    let Event::StepEntered { assignments, .. } = &mut entered.event else {
        panic!("{entered:?}");
    };
    assignments.remove(&seat(3));
    let mut stage = with(records);
    let drawn = stage.screen(80, 24);
    assert!(drawn.contains("p03  ○ nog geen rol"), "{drawn}");
    let drawn = stage.press("a").screen(80, 24);
    assert!(matches!(stage.done()[..], [Command::AssignAuto]));
    assert!(!drawn.contains("nog geen rol"), "{drawn}");
    assert!(!drawn.contains("rollen verdelen"), "{drawn}");
}

#[test]
fn a_group_adds_a_persona_of_its_own() {
    let mut stage = room(StepKind::Brief, When::Arriving);
    stage.press("e<enter><enter><enter><enter>");
    assert!(stage.screen(80, 24).contains("Geef de rol een naam."));
    stage.press("Chef d'équipe<ctrl-s>");
    let added = stage.view.plan().personas.last().expect("personas");
    assert_eq!(added.id.as_str(), "chef-d-equipe");
    stage.press("eChef d'équipe<ctrl-s>");
    let added = stage.view.plan().personas.last().expect("personas");
    assert_eq!(added.id.as_str(), "chef-d-equipe-2");
}

#[test]
fn what_was_typed_into_a_form_is_in_it_again_when_it_could_not_be_done() {
    let mut stage = room(StepKind::Brief, When::Arriving);
    stage.lose().press("eLasser<enter>Ik las<ctrl-s>");
    // Somebody else was first.
    let other = serde_json::json!({"type": "add-persona", "id": "lasser", "role": "Lasser", "work": "", "worries": "", "wishes": ""});
    let other = serde_json::from_value(other).expect("a command");
    stage.other(Asker::FACILITATOR, &other);
    stage.reconnect();
    let again = stage.press("e").screen(80, 24);
    assert!(
        again.contains("Lasser") && again.contains("Ik las"),
        "{again}"
    );
    stage.press("<ctrl-s>");
    let added = stage.view.plan().personas.last().expect("personas");
    assert_eq!(added.id.as_str(), "lasser-2");
    let again = stage.press("e").screen(80, 24);
    assert!(!again.contains("Ik las"), "{again}");
}

#[test]
fn a_trend_card_is_played_and_taken_out_of_play() {
    let mut stage = room(StepKind::Brief, When::Arriving);
    stage.press("cTE2<enter>");
    assert!(stage.screen(80, 24).contains("TE2 Cobots"));
    assert!(stage.press("c").screen(80, 24).contains("[x] Cobots"));
    assert!(
        !stage
            .press("TE2<enter>")
            .screen(80, 24)
            .contains("TE2 Cobots")
    );
}

#[test]
fn what_people_write_shows_as_a_number_only() {
    let mut stage = room(StepKind::Write, When::Arriving);
    let before = stage.presence.contributions;
    let (asker, command) = says(2, "een geheime wens");
    stage.other(asker, &command);
    assert_eq!(stage.presence.contributions, before + 1);
    let drawn = stage.screen(160, 50);
    assert!(!drawn.contains("geheime wens"), "{drawn}");
    assert!(drawn.contains("Eén tekst in dit scenario."), "{drawn}");
}

#[test]
fn what_is_said_aloud_is_entered_for_a_table() {
    let mut stage = room(StepKind::Write, When::Arriving);
    stage.press("w<ctrl-s>");
    assert!(stage.screen(80, 24).contains("Typ eerst wat er gezegd is."));
    stage.press("Meer tijd om te leren<tab><right><tab><right><tab><right><tab>x<enter>");
    assert!(stage.screen(80, 24).contains("Typ een nummer"));
    stage.press("<backspace>2<enter>");
    let found = stage
        .view
        .contributions()
        .values()
        .next()
        .expect("an entry");
    assert_eq!(found.text.as_str(), "Meer tijd om te leren");
    assert_eq!((found.kind, found.source), (Kind::Want, Source::Scribe));
    assert_eq!(found.table, Some(2));
    let first = &stage.view.plan().personas[0].id;
    assert_eq!(found.persona.as_ref(), Some(first));
    assert!(stage.screen(80, 24).contains("• Meer tijd om te leren"));
}

#[test]
fn a_lost_connection_shows_beside_the_name() {
    let mut stage = room(StepKind::Write, When::Arriving);
    stage.desk.disconnected(Viewer::participant(seat(4)));
    let drawn = stage.pass(1).screen(80, 24);
    let row = drawn
        .lines()
        .find(|line| line.contains("p04"))
        .expect("p04");
    assert!(row.contains("◇ p04") && row.ends_with("weg"), "{row}");
    assert!(drawn.contains("6 mensen · 1 weg"), "{drawn}");
}

#[test]
fn in_a_session_with_names_everybodys_progress_shows() {
    let mut records = until(StepKind::Sort, When::Leaving);
    let Event::WorkshopOpened { plan, .. } = &mut records[0].event else {
        panic!("{:?}", records[0]);
    };
    plan.anonymity = Anonymity::Named;
    let drawn = with(records).screen(80, 24);
    let row = drawn
        .lines()
        .find(|line| line.contains("p02"))
        .expect("p02");
    assert!(row.contains("33/33 ████"), "{row}");
    assert!(drawn.contains("Alles is gesorteerd"), "{drawn}");
}

#[test]
fn a_click_chooses_somebody_and_a_second_one_opens_the_personas() {
    let mut stage = room(StepKind::Brief, When::Arriving);
    stage.screen(80, 24);
    stage.click(52, 4);
    let drawn = stage.screen(80, 24);
    assert!(drawn.contains("▸○ p03"), "{drawn}");
    let drawn = stage.click(52, 4).screen(80, 24);
    assert!(drawn.contains("Welke rol krijgt p03?"), "{drawn}");
}

#[test]
fn many_people_scroll() {
    let mut stage = room(StepKind::Brief, When::Arriving);
    for _ in 0..5 {
        stage.press("j");
    }
    assert!(stage.screen(80, 24).contains("▸○ p06"));
    assert!(stage.press("jjj").screen(80, 24).contains("▸○ p06"));
    assert!(stage.press("kk").screen(80, 24).contains("▸○ p04"));
}

/// The host tells what has become of the door.
fn door(stage: &mut Stage, code: &str, locked: bool) {
    stage.presence.code = Some(code.to_owned());
    stage.presence.locked = locked;
    let presence = stage.presence.clone();
    stage.hear(Update::Presence(presence));
}

#[test]
fn the_door_is_locked_and_the_code_changed_where_people_are_invited() {
    let mut stage = room(StepKind::Write, When::Arriving);
    stage.press("il");
    assert_eq!(stage.done(), [&Command::Lock]);
    door(&mut stage, "K7QF-2M9X", true);
    insta::assert_snapshot!("invitation-locked-80", stage.screen(80, 24));
    assert!(!stage.screen(120, 40).contains("Scan"));
    stage.press("l");
    assert_eq!(stage.done(), [&Command::Lock, &Command::Unlock]);
    // Another code is made only when that is meant, and what is shown follows at once.
    stage.press("c<esc>c<enter>");
    assert_eq!(stage.done().last(), Some(&&Command::NewCode));
    assert_eq!(stage.done().len(), 3);
    door(&mut stage, "AAAA-BBBB", false);
    let shown = stage.screen(120, 40);
    assert!(shown.contains("/AAAA-BBBB"), "{shown}");
    assert!(
        !shown.contains("K7QF-2M9X") && !shown.contains("Op slot"),
        "{shown}"
    );
    stage.press("y");
    let copied = stage
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Copy(text) if text.contains("/AAAA-BBBB#")));
    assert!(copied, "{:?}", stage.effects);
}

#[test]
fn that_the_room_is_locked_stands_above_every_screen_of_who_leads() {
    for kind in ROOM {
        let mut stage = room(kind, When::Arriving);
        assert!(!stage.screen(80, 24).contains("op slot"));
        door(&mut stage, "K7QF-2M9X", true);
        for (width, height) in [(80, 24), (120, 40)] {
            let drawn = stage.screen(width, height);
            let heading = drawn.lines().next().expect("a heading");
            assert!(heading.contains("op slot"), "{drawn}");
        }
    }
    let mut stage = room(StepKind::Welcome, When::Leaving);
    door(&mut stage, "K7QF-2M9X", true);
    insta::assert_snapshot!("lobby-locked-80", stage.screen(80, 24));
    let (role, look) = (Role::Facilitator, Look::default());
    let mut stage = Stage::drawn(role, StepKind::Write, When::Arriving, look, Language::Fr);
    door(&mut stage, "K7QF-2M9X", true);
    insta::assert_snapshot!("invitation-locked-fr-80", stage.press("i").screen(80, 24));
}

#[test]
fn another_code_that_was_asked_for_shows_itself_to_who_asked_alone() {
    let asked = |keys: &str| {
        let mut stage = room(StepKind::Write, When::Arriving);
        stage.press(keys);
        assert_eq!(stage.done(), [&Command::NewCode]);
        stage
    };
    let mut stage = asked("<alt-c><enter>");
    assert!(!stage.screen(80, 24).contains("Zo doe je mee"));
    door(&mut stage, "AAAA-BBBB", false);
    let shown = stage.screen(80, 24);
    assert!(
        shown.contains("Zo doe je mee") && shown.contains("halte join 192.168.1.20/AAAA-BBBB"),
        "{shown}"
    );
    // It is shown once, and one key puts it away.
    let shown = stage.press("<esc>").screen(80, 24);
    assert!(!shown.contains("Zo doe je mee"), "{shown}");
    door(&mut stage, "CCCC-DDDD", false);
    assert!(!stage.screen(80, 24).contains("CCCC-DDDD"));
    // What is being typed meanwhile does not become keys of the invitation.
    let mut stage = asked("<alt-c><enter>pover de c");
    door(&mut stage, "AAAA-BBBB", false);
    let shown = stage.screen(80, 24);
    assert!(
        shown.contains("De nieuwe code: AAAA-BBBB") && !shown.contains("Zo doe je mee"),
        "{shown}"
    );
    assert!(stage.press("l").screen(80, 24).contains("over de cl"));
    assert_eq!(stage.done(), [&Command::NewCode]);
    // A code that somebody else asked for comes without a word.
    for role in [Role::Facilitator, Role::Participant, Role::Observer] {
        let mut stage = Stage::at(role, StepKind::Write, When::Arriving);
        door(&mut stage, "AAAA-BBBB", false);
        let shown = stage.screen(80, 24);
        assert!(!shown.contains("AAAA-BBBB"), "{shown}");
    }
}

#[test]
fn a_seat_is_taken_away_when_that_is_meant_and_another_code_is_offered() {
    let mut stage = room(StepKind::Write, When::Arriving);
    stage.press("X");
    let asked = stage.screen(80, 24);
    assert!(asked.contains("iemands plaats wegnemen"), "{asked}");
    stage.press("<enter>");
    insta::assert_snapshot!("remove-80", stage.screen(80, 24));
    stage.press("<esc>");
    assert!(stage.done().is_empty());
    stage.press("X<enter><enter>");
    let participant = seat(1);
    let remove = Command::Remove { participant };
    assert_eq!(stage.done(), [&remove]);
    let offered = stage.screen(80, 24);
    assert!(offered.contains("Ook een nieuwe code maken?"), "{offered}");
    assert!(stage.view.present().all(|person| person.id != participant));
    stage.press("<enter>");
    assert_eq!(stage.done(), [&remove, &Command::NewCode]);
}

#[test]
fn in_an_anonymous_session_nobody_is_told_who_has_which_role() {
    let mut records = until(StepKind::Brief, When::Leaving);
    let Event::WorkshopOpened { plan, .. } = &mut records[0].event else {
        panic!("{:?}", records[0]);
    };
    plan.anonymity = Anonymity::Anonymous;
    let drawn = with(records).screen(120, 40);
    let row = drawn
        .lines()
        .find(|line| line.contains("p02"))
        .expect("p02");
    assert!(row.contains("rol alleen zelf bekend"), "{row}");
    assert!(drawn.contains("deze sessie is anoniem"), "{drawn}");
}

#[test]
fn in_an_anonymous_session_what_is_sorted_is_counted_by_text_and_for_nobody() {
    for (when, sorted) in [(When::Arriving, "0/66"), (When::Leaving, "66/66")] {
        let mut records = until(StepKind::Sort, when);
        let Event::WorkshopOpened { plan, .. } = &mut records[0].event else {
            panic!("{:?}", records[0]);
        };
        plan.anonymity = Anonymity::Anonymous;
        let drawn = with(records).screen(120, 40);
        assert!(drawn.contains(&format!("gesorteerd {sorted}")), "{drawn}");
        assert!(!drawn.contains("0 teksten\n"), "{drawn}");
        let row = drawn.lines().find(|line| line.contains("p02"));
        assert!(!row.expect("p02").contains("teksten"), "{drawn}");
    }
}

#[test]
fn what_is_entered_for_somebody_keeps_its_choices_after_a_kill_like_its_words() {
    let mut stage = Stage::at(Role::Facilitator, StepKind::Write, When::Arriving);
    stage.press("wEen stem uit de za<tab><right><tab><right><right><tab><right><tab>3");
    restart(&mut stage);
    stage.press("w<end>al<ctrl-s>");
    let personas = &stage.view.plan().personas;
    let second = personas.get(1).map(|persona| persona.id.clone());
    let done = stage.done();
    let [
        Command::Contribute {
            kind,
            text,
            source,
            persona,
            table,
            ..
        },
    ] = done[..]
    else {
        panic!("{done:?}");
    };
    assert_eq!(text, "Een stem uit de zaal");
    assert_eq!(
        (*kind, *source, *table),
        (Some(Kind::Want), Some(Source::Scribe), Some(3))
    );
    assert_eq!(*persona, second);
    // The next one begins anew, also after a kill.
    restart(&mut stage);
    stage.press("wNog een stem<ctrl-s>");
    let done = stage.done();
    let last = done.last();
    assert!(
        matches!(
            last,
            Some(Command::Contribute {
                kind: Some(Kind::Need),
                persona: None,
                ..
            })
        ),
        "{last:?}"
    );
}

#[test]
fn paper_notes_keep_their_persona_and_kind_after_a_kill() {
    let mut stage = Stage::at(Role::Facilitator, StepKind::Write, When::Arriving);
    stage.press("o<right><right><tab><right>");
    stage.paste("Meer licht");
    restart(&mut stage);
    stage.press("o<ctrl-s>");
    let third = stage.view.plan().personas.get(2);
    let third = third.map(|persona| persona.id.clone());
    let done = stage.done();
    assert!(
        matches!(done[..], [Command::Contribute { kind: Some(Kind::Want), persona, text, .. }]
            if text == "Meer licht" && *persona == third),
        "{done:?}"
    );
}

#[test]
fn choices_without_a_word_are_not_kept() {
    let mut stage = Stage::at(Role::Facilitator, StepKind::Write, When::Arriving);
    stage.press("w<tab><right><esc>");
    let kept = stage
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Keep(_)));
    assert!(!kept, "{:?}", stage.effects);
    stage.press("wEen stem<ctrl-s>");
    let done = stage.done();
    assert!(
        matches!(
            done[..],
            [Command::Contribute {
                kind: Some(Kind::Need),
                ..
            }]
        ),
        "{done:?}"
    );
}
