//! The wall of what was written, and paper notes.

use crossterm::event::MouseEventKind;
use halte::id::ContributionId;
use halte::language::Language;
use halte::tui::look::Look;
use halte::vocabulary::{Role, Source, StepKind};
use halte::workshop::{Asker, Command};

use crate::participant::{kept, restart};
use crate::stage::{Stage, When};

fn leading() -> Stage {
    Stage::at(Role::Facilitator, StepKind::Share, When::Arriving)
}

fn reading() -> Stage {
    Stage::at(Role::Participant, StepKind::Share, When::Arriving)
}

fn contribute(text: &str) -> Command {
    Command::contribute(None, text)
}

/// A wall with these cards and the rehearsed ones.
fn with_cards(role: Role, texts: &[String]) -> Stage {
    let mut stage = Stage::at(role, StepKind::Share, When::Arriving);
    for (number, text) in texts.iter().enumerate() {
        // One alone may not write that much.
        let seat = ["p02", "p03", "p04"][number / 400].parse().expect("a seat");
        stage.other(Asker::participant(seat), &contribute(text));
    }
    stage
}

/// Takes every card away from the view of a wall but the first so many.
fn with_first(role: Role, count: usize) -> Stage {
    let mut stage = Stage::at(role, StepKind::Share, When::Arriving);
    let ids: Vec<ContributionId> = stage.view.contributions().keys().copied().collect();
    for contribution in ids.into_iter().skip(count) {
        stage.other(Asker::FACILITATOR, &Command::Hide { contribution });
    }
    stage
}

#[test]
fn the_facilitator_sees_the_wall_by_persona_in_columns_when_there_is_room() {
    let mut stage = leading();
    insta::assert_snapshot!("wall_facilitator_80x24", stage.screen(80, 24));
    insta::assert_snapshot!("wall_facilitator_160x50", stage.screen(160, 50));
}

#[test]
fn a_card_before_everyone_stands_large_on_every_screen() {
    let mut stage = leading();
    stage.press("v<down><down>s");
    assert!(matches!(
        stage.done()[..],
        [Command::Spotlight {
            contribution: Some(_)
        }]
    ));
    let id = stage.view.spotlight().expect("a card");
    insta::assert_snapshot!("wall_spotlight_120x40", stage.screen(120, 40));
    assert!(stage.screen(80, 24).contains(&format!("★ {id}")));
    stage.press("s");
    assert_eq!(stage.view.spotlight(), None);

    let mut stage = reading();
    let id = *stage.view.contributions().keys().nth(2).expect("a card");
    stage.other(
        Asker::FACILITATOR,
        &Command::Spotlight {
            contribution: Some(id),
        },
    );
    insta::assert_snapshot!("wall_participant_44x14", stage.screen(44, 14));
}

#[test]
fn searching_shows_what_answers_as_it_is_typed_and_esc_shows_everything() {
    let mut stage = leading();
    let all = stage.view.contributions().len();
    let word = stage.view.contributions().values().next().expect("a card");
    let word = word
        .text
        .as_str()
        .split_whitespace()
        .max_by_key(|word| word.len());
    let word = word.expect("a word").to_uppercase();
    stage.press("/").press(&word);
    let found = stage.screen(80, 24);
    assert!(found.contains("Zoek: "), "{found}");
    assert!(!found.contains(&format!("{all} van")), "{found}");
    insta::assert_snapshot!("wall_search_80x24", found);
    // Letters belong to the field, also those that do something elsewhere.
    stage.press("nq");
    assert!(stage.asked.is_empty() && stage.screen(80, 24).contains("Geen kaart gevonden"));
    stage.press("<esc>");
    assert!(stage.screen(80, 24).contains(&format!("{all} kaarten")));
}

#[test]
fn what_is_looked_for_is_underlined() {
    let mut stage = with_cards(
        Role::Facilitator,
        &["Œuvre: een plan à la carte".to_owned()],
    );
    stage.press("/carte<enter>");
    let buf = stage.buffer(80, 24);
    let underlined: String = buf
        .content()
        .iter()
        .skip(80 * 3)
        .filter(|cell| cell.modifier.contains(ratatui::style::Modifier::UNDERLINED))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert_eq!(underlined, "carte");
}

#[test]
fn a_card_found_by_its_number_is_hidden_and_shown_without_learning_who_wrote_it() {
    let mut stage = leading();
    let card = stage
        .view
        .contributions()
        .values()
        .next()
        .expect("a card")
        .clone();
    stage
        .press("/")
        .press(&card.id.to_string())
        .press("<enter>h");
    assert!(stage.view.contributions()[&card.id].hidden);
    let hidden = stage.screen(80, 24);
    assert!(
        hidden.contains("⊘") && hidden.contains("verborgen voor de zaal"),
        "{hidden}"
    );
    stage.press("s");
    assert!(stage.screen(80, 24).contains("Toon haar eerst weer"));
    stage.press("<enter>");
    insta::assert_snapshot!("wall_card_80x24", stage.screen(80, 24));
    stage.press("<esc>h");
    assert!(!stage.view.contributions()[&card.id].hidden);
    assert_eq!(stage.done().len(), 2);
}

#[test]
fn marked_cards_are_put_together_under_a_name_and_taken_apart() {
    let mut stage = leading();
    stage.press("m");
    assert!(stage.screen(80, 24).contains("Duid eerst twee"));
    stage.press("v  m");
    stage.press("Tijd om te leren<enter>");
    let groups = stage.view.groups();
    assert_eq!(groups[0].contributions.len(), 2);
    assert_eq!(
        groups[0].label.as_ref().expect("a label").as_str(),
        "Tijd om te leren"
    );
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("≡ Tijd om te leren (2)") && !screen.contains("aangeduid"),
        "{screen}"
    );
    insta::assert_snapshot!("wall_groups_80x24", stage.press("v<home>").screen(80, 24));
    stage.press("M");
    assert!(stage.view.groups().is_empty());
}

#[test]
fn the_chosen_card_stays_chosen_when_others_come_and_when_the_order_changes() {
    let mut stage = leading();
    stage.press("v<end>");
    let last = *stage
        .view
        .contributions()
        .keys()
        .next_back()
        .expect("a card");
    let chosen = |stage: &mut Stage| {
        let screen = stage.screen(80, 24);
        let line = screen
            .lines()
            .find(|line| line.contains('▸'))
            .expect("a chosen card");
        line.trim_start_matches([' ', '▸', '✓'])
            .split(' ')
            .next()
            .map(str::to_owned)
    };
    assert_eq!(chosen(&mut stage), Some(last.to_string()));
    let seat = "p02".parse().expect("a seat");
    stage.other(Asker::participant(seat), &contribute("nog één"));
    assert_eq!(chosen(&mut stage), Some(last.to_string()));
    stage.press("v");
    assert_eq!(chosen(&mut stage), Some(last.to_string()));
}

#[test]
fn a_click_chooses_a_card_and_a_second_one_opens_it() {
    let mut stage = leading();
    let screen = stage.screen(120, 40);
    let row = screen
        .lines()
        .position(|line| line.matches(" n00").count() == 2)
        .expect("two cards");
    let row = u16::try_from(row).expect("a row");
    stage.click(90, row);
    let screen = stage.screen(120, 40);
    let line: Vec<char> = screen
        .lines()
        .nth(row.into())
        .expect("the row")
        .chars()
        .collect();
    assert!(
        line.iter().position(|sign| *sign == '▸') > Some(60),
        "{screen}"
    );
    stage.click(90, row);
    assert!(stage.screen(120, 40).contains("Hoe het binnenkwam"));
    stage
        .press("<esc>")
        .mouse(MouseEventKind::ScrollDown, 50, 20);
    assert_ne!(stage.screen(120, 40), screen);
}

#[test]
fn a_participant_writes_what_the_wall_made_them_think_of() {
    let mut stage = reading();
    insta::assert_snapshot!("wall_participant_80x24", stage.screen(80, 24));
    stage.press("w");
    stage.press("Een maatje op de vloer<up><right><down><enter>");
    let done = stage.done();
    assert!(
        matches!(done[..], [Command::Contribute { kind: Some(halte::vocabulary::Kind::Want), text, .. }]
            if text == "Een maatje op de vloer"),
        "{done:?}"
    );
    stage.press("v<end>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Een maatje op de vloer") && screen.contains("van jou"),
        "{screen}"
    );
    // The facilitator's keys are nobody else's.
    stage.press("shmMo ");
    assert_eq!(stage.done().len(), 1);
}

#[test]
fn a_participant_has_a_light_and_a_parking_place_at_the_wall() {
    let mut stage = reading();
    stage.press("d");
    assert!(stage.screen(80, 24).contains("● klaar"));
    stage.press("pWaar is de koffie?<tab>").press("<enter>");
    assert!(
        matches!(stage.done()[..], [Command::Done, Command::Say { .. }]),
        "{:?}",
        stage.done()
    );
}

#[test]
fn paper_notes_come_in_one_a_line_for_the_next_persona_at_once() {
    let mut stage = leading();
    stage.press("o<right><down>");
    stage.paste("Meer licht\n\n  Een stoel\nRust");
    insta::assert_snapshot!("paper_80x24", stage.screen(80, 24));
    assert!(stage.asked.is_empty());
    stage.press("<ctrl-s>");
    assert!(
        stage.screen(80, 24).contains("3 briefjes ingevoerd"),
        "{}",
        stage.screen(80, 24)
    );
    let notes = stage.view.contributions().values();
    let notes: Vec<_> = notes.filter(|card| card.source == Source::Paper).collect();
    assert_eq!(notes.len(), 3);
    assert_eq!(notes[1].text.as_str(), "Een stoel");
    assert_eq!(
        notes[1].persona.as_ref(),
        stage.view.plan().personas.get(1).map(|it| &it.id)
    );
    assert!(notes.iter().all(|card| card.shared));
}

#[test]
fn a_note_that_is_not_taken_comes_back_with_the_reason() {
    let mut stage = leading();
    stage.press("o");
    let long = "lang ".repeat(101);
    stage.paste(&format!("kort\n{long}"));
    stage.press("<ctrl-s>");
    assert_eq!(stage.done().len(), 1);
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Regel 1: ") && screen.contains("504"),
        "{screen}"
    );
    assert!(screen.contains("Eén briefje klaar"), "{screen}");

    let mut stage = leading();
    stage.press("o");
    stage.lose().paste("te laat");
    stage.press("<ctrl-s>");
    assert!(stage.screen(80, 24).contains("is onderweg"));
    let step = stage.view.plan().agenda.last().expect("a step").id.clone();
    stage.other(Asker::FACILITATOR, &Command::Goto { step });
    stage.reconnect();
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Niet ingevoerd: ") && screen.contains("te laat"),
        "{screen}"
    );
}

#[test]
fn paper_notes_are_entered_while_people_write_and_while_they_sort() {
    for kind in [StepKind::Write, StepKind::Sort] {
        let mut stage = Stage::at(Role::Facilitator, kind, When::Arriving);
        stage.press("o").paste("van papier");
        stage.press("<ctrl-s>");
        assert!(
            matches!(stage.done()[..], [Command::Contribute { .. }]),
            "{:?}",
            stage.asked
        );
    }
}

#[test]
fn an_empty_wall_says_what_to_do() {
    let mut stage = Stage::at(Role::Facilitator, StepKind::Welcome, When::Arriving);
    let share = stage
        .view
        .plan()
        .agenda
        .iter()
        .find(|step| step.kind == StepKind::Share);
    let step = share.expect("a step").id.clone();
    stage.other(Asker::FACILITATOR, &Command::Goto { step });
    assert!(stage.screen(80, 24).contains("papieren briefjes?"));
    for key in [
        "<enter>", "<down>", "<end>", "s", "h", " ", "m", "M", "v", "a", "<esc>",
    ] {
        stage.press(key).screen(80, 24);
    }
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
}

#[test]
fn one_card_is_a_wall_too() {
    let mut stage = with_first(Role::Participant, 1);
    let own = stage.view.contributions().len();
    let screen = stage.screen(80, 24);
    assert!(screen.contains("n0001") && own >= 1, "{screen}");
}

#[test]
fn awkward_texts_and_a_thousand_cards_fit_every_terminal() {
    let awkward = [
        "arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersopleidingstrajectbegeleider 👩‍🏭 "
            .repeat(3),
        "é̂".repeat(200),
        "ابراهيم العربي يريد وقتا للتعلم".to_owned(),
        "你好吗你好吗你好吗你好吗你好吗你好吗你好吗你好吗你好吗你好吗".to_owned(),
    ];
    let texts: Vec<String> = awkward.iter().cycle().take(1_000).cloned().collect();
    for role in [Role::Facilitator, Role::Participant] {
        let mut stage = with_cards(role, &texts);
        stage.press("/你<enter>");
        insta::assert_snapshot!(
            format!("wall_awkward_{role}_120x40"),
            stage.press("<down>").screen(120, 40)
        );
        stage.press("<esc><end>");
        assert!(stage.screen(80, 24).contains('▸'));
        let (width, height) = if role == Role::Facilitator {
            (80, 24)
        } else {
            (44, 14)
        };
        for columns in (0..=45).chain([width, 109, 110, 200]) {
            for rows in (0..=16).chain([height, 60]) {
                if columns % 5 == 0 || rows == height {
                    stage.screen(columns, rows);
                }
            }
        }
    }
}

#[test]
fn the_wall_is_drawn_in_ascii_and_in_french() {
    let look = Look {
        ascii: true,
        ..Look::default()
    };
    let mut stage = Stage::drawn(
        Role::Facilitator,
        StepKind::Share,
        When::Leaving,
        look,
        Language::Fr,
    );
    stage.press("v  s");
    insta::assert_snapshot!("wall_ascii_fr_80x24", stage.screen(80, 24));
}

#[test]
fn a_note_without_a_persona_hangs_under_a_heading_of_its_own() {
    let mut stage = leading();
    stage.press("o<left>").paste("Meer licht");
    stage.press("<ctrl-s><esc><end>");
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Zonder rol (1)") && screen.contains("van papier"),
        "{screen}"
    );
}

#[test]
fn a_label_half_typed_is_there_again_for_the_same_cards_and_for_no_others() {
    let mut stage = leading();
    stage.press("v  mTijd om te l");
    restart(&mut stage);
    stage.press("v  <down>m");
    assert!(stage.screen(80, 24).contains("Tijd om te l"));
    stage.press("<esc>  m");
    assert!(!stage.screen(80, 24).contains("Tijd om te l"));
    stage.press("<esc><up><up>  m");
    assert!(stage.screen(80, 24).contains("Tijd om te l"));
    stage.press("eren<enter>");
    let label = stage.view.groups()[0].label.clone().expect("a label");
    assert_eq!(label.as_str(), "Tijd om te leren");
    assert_eq!(kept(&stage).as_deref(), Some(""));
}
