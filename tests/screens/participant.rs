//! What a participant sees and does in the lobby, the briefing, while writing and while sorting.

use halte::language::Language;
use halte::locale::Locale;
use halte::seat::{Connected, Update};
use halte::tui::drafts::Drafts;
use halte::tui::look::Look;
use halte::tui::scene::Invitation;
use halte::tui::{App, Effect, Ending, Options};
use halte::vocabulary::{Kind, Role, StepKind};
use halte::workshop::entry::Place;
use halte::workshop::{Asker, Command};
use insta::assert_snapshot;

use crate::stage::{Stage, When};

fn at(kind: StepKind) -> Stage {
    Stage::at(Role::Participant, kind, When::Arriving)
}

fn drawn(kind: StepKind, look: Look, language: Language) -> Stage {
    Stage::drawn(Role::Participant, kind, When::Arriving, look, language)
}

/// Somebody who wrote two texts, whose link was lost with a third one on its way, and who types a fourth.
fn busy() -> Stage {
    let mut stage = at(StepKind::Write);
    stage.press("Tijd om de arbeidsongeschiktheidsverzekering te begrijpen, en iemand naast mij die ze kent.<enter>");
    stage.press("<tab>Een opleiding in mijn eigen taal 👩‍🏭<enter>");
    stage.lose();
    stage.press("Vaste werkuren<enter>Ik wil");
    stage
}

/// The facilitator takes the group to the first step of this kind behind the present one, or before it.
pub(crate) fn go(stage: &mut Stage, kind: StepKind) {
    let here = stage.view.step().map_or(0, |(here, _)| here);
    let agenda = &stage.view.plan().agenda;
    let mut steps = agenda.iter().skip(here + 1).chain(agenda);
    let Some(step) = steps.find(|step| step.kind == kind) else {
        panic!("the agenda has no {kind}");
    };
    let step = step.id.clone();
    stage.other(Asker::FACILITATOR, &Command::Goto { step });
}

/// The drafts as they were put away last.
pub(crate) fn kept(stage: &Stage) -> Option<String> {
    stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep(text) => Some(text.clone()),
        _ => None,
    })
}

/// The program is killed and started again on what it had put away.
pub(crate) fn restart(stage: &mut Stage) {
    let kept = kept(stage);
    stage.app = App::new(Options {
        locale: Locale::new(Language::Nl),
        role: stage.viewer.role,
        look: Look::default(),
        invitation: Invitation::default(),
        drafts: Drafts::parse(&kept.unwrap_or_default()),
    });
    let now = stage.now;
    let (you, role) = (stage.viewer.seat, stage.viewer.role);
    stage.hear(Update::Connected(Connected { you, role, now }));
    stage.hear(Update::View);
}

fn texts(stage: &Stage) -> Vec<String> {
    let all = stage.view.contributions().values();
    let own = all.filter(|found| found.participant == Some(stage.viewer.seat) && !found.withdrawn);
    own.map(|found| found.text.as_str().to_owned()).collect()
}

#[test]
fn the_lobby_says_what_will_happen_and_what_is_kept() {
    let mut stage = Stage::at(Role::Participant, StepKind::Welcome, When::Leaving);
    assert_snapshot!("lobby-80", stage.screen(80, 24));
    let mut stage = at(StepKind::Welcome);
    stage.screen(44, 14);
    assert!(!stage.screen(44, 14).contains("Wat we bewaren"));
    stage.press(&"<down>".repeat(40));
    assert!(stage.screen(44, 14).contains("Luister even"));
    stage.press(&"<up>".repeat(40));
    assert!(stage.screen(44, 14).contains("Welkom!"));
}

#[test]
fn the_briefing_shows_the_scenario_and_the_role() {
    assert_snapshot!("brief-44", at(StepKind::Brief).screen(44, 14));
    let mut stage = drawn(StepKind::Brief, Look::default(), Language::En);
    assert_snapshot!("brief-120-en", stage.screen(120, 40));
    let mut stage = at(StepKind::Brief);
    stage.screen(80, 24);
    stage.press("<pagedown><pagedown><pagedown><pagedown>");
    assert!(
        stage.screen(80, 24).contains("mee verandert"),
        "{}",
        stage.screen(80, 24)
    );
}

#[test]
fn a_clock_that_is_wrong_tells_no_wrong_time_and_loses_nothing() {
    let shown = |ahead: i64| {
        let mut stage = at(StepKind::Write);
        stage.set_ahead(ahead);
        stage.other(Asker::FACILITATOR, &Command::StartTimer { seconds: 272 });
        stage.pass(60).press("een nood<enter>");
        assert!(matches!(
            stage.done().last(),
            Some(Command::Contribute { .. })
        ));
        stage.screen(80, 24)
    };
    let right = shown(0);
    assert!(right.contains("3:32"), "{right}");
    for ahead in [7_200, -7_200, 20 * 365 * 86_400, -20 * 365 * 86_400] {
        assert_eq!(shown(ahead), right, "{ahead}");
    }
}

#[test]
fn whoever_leaves_while_something_is_under_way_waits_for_its_answer() {
    let ends = |stage: &Stage| {
        let ends = stage.effects.iter().filter_map(|effect| match effect {
            Effect::End(ending) => Some(ending.clone()),
            _ => None,
        });
        ends.collect::<Vec<_>>()
    };
    let leaving = || {
        let mut stage = at(StepKind::Write);
        stage.hold().press("een nood<enter><ctrl-c><enter>");
        assert!(stage.screen(80, 24).contains("is onderweg"));
        assert_eq!(ends(&stage), []);
        stage
    };
    let mut answered = leaving();
    answered.reconnect();
    assert_eq!(ends(&answered), [Ending::Left { waiting: 0 }]);
    let left = [Ending::Left { waiting: 1 }];
    let mut unanswered = leaving();
    unanswered.pass(3);
    assert_eq!(ends(&unanswered), left);
    let mut lost = leaving();
    lost.lose();
    assert_eq!(ends(&lost), left);
    let mut impatient = leaving();
    impatient.press("<ctrl-c><enter>");
    assert_eq!(ends(&impatient), left);
}

#[test]
fn writing_shows_role_question_field_and_own_list() {
    for (width, height) in [(44, 14), (80, 24), (120, 40)] {
        assert_snapshot!(format!("write-{width}"), busy().screen(width, height));
    }
    let ascii = Look {
        ascii: true,
        large: true,
        ..Look::default()
    };
    let mut stage = drawn(StepKind::Write, ascii, Language::Fr);
    stage.other(Asker::FACILITATOR, &Command::StartTimer { seconds: 272 });
    stage.press("Du temps<enter><down>");
    assert_snapshot!("write-80-ascii-fr", stage.screen(80, 24));
}

#[test]
fn sorting_shows_one_card_and_the_themes() {
    let sorted = |mut stage: Stage| {
        stage.press("13s24<left>");
        stage
    };
    assert_snapshot!("sort-44", sorted(at(StepKind::Sort)).screen(44, 14));
    assert_snapshot!("sort-80", sorted(at(StepKind::Sort)).screen(80, 24));
    let french = drawn(StepKind::Sort, Look::default(), Language::Fr);
    assert_snapshot!("sort-120-fr", sorted(french).screen(120, 40));
}

#[test]
fn every_screen_draws_at_every_size() {
    for kind in [
        StepKind::Welcome,
        StepKind::Brief,
        StepKind::Write,
        StepKind::Sort,
    ] {
        let mut stage = Stage::at(Role::Participant, kind, When::Leaving);
        for width in 0..=45 {
            for height in 0..=16 {
                stage.screen(width, height);
            }
        }
        for width in [79, 80, 91, 100, 127, 200] {
            for height in [14, 17, 18, 22, 29, 60] {
                stage.screen(width, height);
            }
        }
    }
}

#[test]
fn a_text_is_given_with_its_kind_and_the_question_it_answers() {
    let mut stage = at(StepKind::Write);
    let dealt = stage
        .view
        .prompt_of(stage.viewer.seat)
        .expect("a prompt")
        .id
        .clone();
    stage.press("Rust<enter><tab><tab><f5>q?: L<alt-enter>tweede<enter>");
    let given: Vec<_> = stage
        .done()
        .into_iter()
        .map(|command| match command {
            Command::Contribute {
                kind, text, prompt, ..
            } => (*kind, text.clone(), prompt.clone()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(given.len(), 2);
    assert_eq!(
        given[0],
        (Some(Kind::Need), "Rust".to_owned(), Some(dealt.clone()))
    );
    assert_eq!(
        (given[1].0, given[1].1.as_str()),
        (Some(Kind::Challenge), "q?: L\ntweede")
    );
    assert!(given[1].2.is_some() && given[1].2 != Some(dealt));
    assert_eq!(texts(&stage), ["Rust", "q?: L\ntweede"]);
}

#[test]
fn a_text_that_is_too_long_stays_in_the_field() {
    let mut stage = at(StepKind::Write);
    stage.paste(&"a".repeat(490));
    assert!(stage.screen(80, 24).contains("490/500"));
    stage.paste(&"b".repeat(20));
    assert!(stage.screen(80, 24).contains("✗ 510/500"));
    assert!(stage.press("<enter>").asked.is_empty());
    assert!(stage.screen(80, 24).contains("Maak de tekst korter"));
    stage.press(&"<backspace>".repeat(10)).press("<enter>");
    assert_eq!(stage.done().len(), 1);
    assert!(
        stage
            .press("<enter>")
            .screen(80, 24)
            .contains("Er staat niets")
    );
}

#[test]
fn few_signs_that_are_long_in_bytes_are_refused_and_stay_in_the_field() {
    let mut stage = at(StepKind::Write);
    stage.paste(&"👨‍👩‍👧‍👦".repeat(81));
    assert!(stage.press("<enter>").asked.is_empty());
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Te lang: dit telt voor 507 tekens"),
        "{screen}"
    );
    assert!(screen.contains("81/500"), "{screen}");
}

#[test]
fn a_text_is_rewritten_and_what_was_in_the_field_comes_back() {
    let mut stage = at(StepKind::Write);
    stage.press("Rust<enter>halve zin<up><enter>");
    assert!(stage.screen(80, 24).contains("Je past n"));
    stage.press("<backspace>t en vrede<enter>");
    assert_eq!(texts(&stage), ["Rust en vrede"]);
    assert!(stage.screen(80, 24).contains("│ halve zin"));
    stage.press("<down><enter> overal<esc>");
    assert!(stage.screen(80, 24).contains("│ halve zin"));
    assert_eq!(texts(&stage), ["Rust en vrede"]);
}

#[test]
fn a_text_is_taken_back_after_a_question() {
    let mut stage = at(StepKind::Write);
    stage.press("Rust<enter><down><delete>");
    assert!(stage.screen(80, 24).contains("Deze tekst weghalen?"));
    stage.press("<esc>");
    assert_eq!(texts(&stage), ["Rust"]);
    stage.press("<delete><enter>");
    assert!(texts(&stage).is_empty());
}

#[test]
fn a_refused_text_says_why_and_is_taken_back_into_the_field() {
    let mut stage = at(StepKind::Write);
    stage.lose().press("Vaste uren<enter>");
    go(&mut stage, StepKind::Sort);
    stage.reconnect();
    go(&mut stage, StepKind::Write);
    restart(&mut stage);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("✗  nood  Vaste uren"), "{screen}");
    assert!(screen.contains("Dat kan niet in de stap"), "{screen}");
    stage.press("half<down><enter>");
    assert!(stage.screen(80, 24).contains("│ Vaste uren"));
    assert!(!stage.screen(80, 24).contains('✗'));
    stage.press("<enter>");
    assert_eq!(texts(&stage), ["Vaste uren"]);
    assert!(stage.screen(80, 24).contains("│ half"));
}

#[test]
fn what_was_typed_survives_a_kill_and_the_end_of_the_step() {
    let mut stage = at(StepKind::Write);
    stage.press("Rust<enter><tab>nog niet klaar");
    restart(&mut stage);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Hier was je mee bezig") && screen.contains("│ nog niet klaar"));
    assert!(screen.contains("▸behoefte"), "{screen}");
    stage.press("!");
    assert!(!stage.screen(80, 24).contains("Hier was je mee bezig"));
    go(&mut stage, StepKind::Share);
    go(&mut stage, StepKind::Write);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Hier was je mee bezig") && screen.contains("nog niet klaar!"));
}

#[test]
fn a_rewrite_that_comes_too_late_becomes_a_text_of_its_own() {
    let mut stage = at(StepKind::Write);
    stage.press("Rust<enter>half<down><enter> en vrede");
    go(&mut stage, StepKind::Share);
    go(&mut stage, StepKind::Write);
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("│ half") && screen.contains("│ Rust en vrede"),
        "{screen}"
    );
    assert!(!screen.contains("Je past"));
}

#[test]
fn the_done_light_goes_on_and_off_and_out_when_the_group_moves_on() {
    for kind in [StepKind::Brief, StepKind::Write, StepKind::Sort] {
        let mut stage = at(kind);
        assert!(stage.press("<f2>").screen(80, 24).contains("● klaar"));
        assert_eq!(stage.presence.done, 1);
        assert!(!stage.press("<f2>").screen(80, 24).contains("● klaar"));
        assert_eq!(stage.presence.done, 0);
        stage.press("<f2>");
        go(&mut stage, StepKind::Share);
        go(&mut stage, kind);
        assert!(!stage.screen(80, 24).contains("● klaar"), "{kind}");
    }
}

#[test]
fn something_is_parked_and_the_role_is_read_again() {
    let mut stage = at(StepKind::Write);
    stage.press("bezig<f4>Wie betaalt dat?<enter>");
    assert!(matches!(stage.done()[..], [Command::Say { .. }]));
    stage.press("<f3>");
    assert!(stage.screen(80, 24).contains("Mens-machine synergie"));
    assert!(stage.press("<esc>").screen(80, 24).contains("│ bezig"));
}

#[test]
fn a_kind_and_a_text_are_chosen_with_the_mouse() {
    let mut stage = busy();
    stage.screen(80, 24);
    let row = |screen: &str, what: &str| {
        let found = screen.lines().position(|line| line.contains(what));
        u16::try_from(found.expect(what)).expect("a row")
    };
    let screen = stage.screen(80, 24);
    stage.click(25, row(&screen, "uitdaging  kans"));
    assert!(stage.screen(80, 24).contains("▸uitdaging"));
    stage.click(10, row(&screen, "eigen taal"));
    assert!(stage.screen(80, 24).contains("Esc terug"));
}

#[test]
fn cards_are_sorted_by_digit_and_the_next_open_one_comes_up() {
    let mut stage = at(StepKind::Sort);
    let slice = stage.view.slice_of(stage.viewer.seat).to_vec();
    let themes: Vec<_> = stage
        .view
        .plan()
        .themes
        .iter()
        .map(|theme| theme.id.clone())
        .collect();
    let theme = |index: usize| Some(Place::Theme(themes[index].clone()));
    let sort = |card: usize, primary: Option<Place>, second: Option<Place>| Command::Sort {
        contribution: slice[card],
        primary,
        second,
    };
    stage.press("10s25u");
    assert_eq!(
        stage.done(),
        [
            &sort(0, theme(0), None),
            &sort(1, Some(Place::None), None),
            &sort(2, theme(1), None),
            &sort(2, theme(1), theme(4)),
            &sort(2, None, None),
        ]
    );
    assert!(stage.screen(80, 24).contains("Kaart 3 van"));
    assert!(stage.press("9").screen(80, 24).contains("Kaart 3 van"));
    assert!(stage.press("s3").screen(80, 24).contains("tweede thema"));
    stage.press("3");
    assert_eq!(
        stage.done().len(),
        6,
        "the same theme twice is no second one"
    );
    stage.press("<esc><left>u");
    assert_eq!(stage.done().last(), Some(&&sort(2, None, None)));
}

#[test]
fn sorting_goes_on_without_a_link_and_says_when_all_is_done() {
    let mut stage = at(StepKind::Sort);
    let count = stage.view.slice_of(stage.viewer.seat).len();
    stage.press("1").lose().press("2<left>");
    assert!(stage.screen(80, 24).contains("… wacht, vertrekt vanzelf"));
    stage.reconnect();
    assert!(stage.screen(80, 24).contains("✓ bewaard"));
    stage.press("<right>").press(&"3".repeat(count - 2));
    assert_eq!(stage.done().len(), count);
    assert!(stage.screen(80, 24).contains("Alles gesorteerd!"));
    assert!(
        stage
            .press("d")
            .screen(80, 24)
            .contains("Straks bespreken we dit samen")
    );
}

#[test]
fn a_card_that_is_cut_can_be_read_and_the_themes_are_explained() {
    let mut stage = at(StepKind::Sort);
    assert!(
        stage
            .press("i")
            .screen(80, 24)
            .contains("Levenslang leren als strategisch voordeel")
    );
    stage.press("<esc><enter>");
    assert!(stage.asked.is_empty());
}
