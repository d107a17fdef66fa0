//! The list of sessions: what it tells, what narrows it down, what is chosen and marked.

use halte::language::Language;
use halte::moment::Moment;
use halte::review::{News, Order};
use halte::text::Title;
use halte::tui::look::{Depth, Look};
use halte::tui::review::Effect;
use halte::vocabulary::Removable;
use halte::workshop::Event;
use halte::workshop::redaction::Redaction;
use insta::assert_snapshot;

use super::stage::{DAY, START, Table, dutch, entry, gent, path};

#[test]
fn the_list_tells_what_there_is_and_why_a_file_cannot_be_read() {
    let mut table = dutch();
    assert_snapshot!("review-list-80", table.seen());
    table.press("<end>").resize(44, 14);
    assert_snapshot!("review-list-44", table.seen());
    table.press("<enter>");
    assert_snapshot!("review-reason-44", table.seen());
    let mut table = Table::set(Look::default(), Language::En);
    table.press("<space>").resize(120, 40);
    assert_snapshot!("review-list-120-en", table.seen());
    let plain = Look {
        ascii: true,
        depth: Depth::Mono,
        ..Look::default()
    };
    assert_snapshot!(
        "review-list-80-ascii-fr",
        Table::set(plain, Language::Fr).seen()
    );
}

#[test]
fn a_session_out_of_which_something_was_taken_is_told_from_its_original() {
    let mut redacted = gent().to_vec();
    if let Event::WorkshopOpened { plan, .. } = &mut redacted[0].event {
        plan.redacted.push(Redaction {
            at: Moment::from_millis(START),
            version: "0.1.0".parse().expect("a label"),
            removed: vec![Removable::Names],
        });
    }
    let mut table = Table::bare(Look::default(), Language::Nl);
    table.hear(News::Entry(Box::new(entry("gent.yaml", gent()))));
    table.hear(News::Entry(Box::new(entry(
        "gent-redacted.yaml",
        &redacted,
    ))));
    for (width, height, mark) in [(44, 14, "Gent ⊘"), (80, 24, "Gent (geschoond)")] {
        table.resize(width, height);
        let seen = table.seen();
        assert_eq!(seen.matches(mark).count(), 1, "{seen}");
    }
}

#[test]
fn organisations_that_were_taken_out_are_said_to_be() {
    let mut redacted = gent().to_vec();
    for record in &mut redacted {
        match &mut record.event {
            Event::WorkshopOpened { plan, .. } => plan.redacted.push(Redaction {
                at: Moment::from_millis(START),
                version: "0.1.0".parse().expect("a label"),
                removed: vec![Removable::Names, Removable::Organisations],
            }),
            Event::ParticipantJoined { participant, .. } => participant.organisation = None,
            _ => {}
        }
    }
    let mut table = Table::bare(Look::default(), Language::Nl);
    table.hear(News::Entry(Box::new(entry("gent.yaml", &redacted))));
    for (width, height) in [(80, 24), (120, 40)] {
        table.resize(width, height);
        assert!(table.sees("organisaties weggehaald"), "{}", table.seen());
    }
}

#[test]
fn before_anything_is_read_the_screen_is_there_and_says_so() {
    let mut table = Table::bare(Look::default(), Language::Nl);
    assert!(table.sees("Hier zijn nog geen sessies"));
    table.hear(News::Found(1_000));
    assert!(
        table.sees("0 van 1000 gelezen") || table.sees("0 van 1.000 gelezen"),
        "{}",
        table.seen()
    );
    assert!(table.sees("De sessies worden gelezen."));
    table.hear(News::Trouble(
        "sessions: deze map mag je niet openen".to_owned(),
    ));
    assert!(table.sees("✗ sessions: deze map"));
    table.hear(News::NoTrouble);
    assert!(!table.sees("deze map mag"));
}

#[test]
fn typing_narrows_the_list_down_over_all_texts_and_notes() {
    let mut table = dutch();
    table.press("/GENT");
    assert!(
        table.sees("1 gevonden") && !table.sees("Oostende"),
        "{}",
        table.seen()
    );
    table.press("<esc>/terug hr-verantwoordelijke");
    assert!(
        table.sees("Oostende") && !table.sees("Gent"),
        "{}",
        table.seen()
    );
    table.press("<esc>/kapot");
    assert!(table.sees("2035-kapot.yaml") && table.sees("1 gevonden"));
    table.press("zzz");
    assert!(table.sees("Niets gevonden."));
    // The field takes letters, also those that are keys elsewhere.
    table.press("<esc>/q");
    assert!(!table.asked.contains(&Effect::End));
}

#[test]
fn what_is_chosen_stays_so_while_sessions_appear_and_vanish() {
    let mut table = dutch();
    table.press("<down>");
    let chosen = |table: &Table| {
        let seen = table.seen();
        let line = seen.lines().find(|line| line.starts_with('▸'));
        line.expect("one is chosen").to_owned()
    };
    let before = chosen(&table);
    let mut newer = entry("nieuw.yaml", gent());
    if let Ok(digest) = &mut newer.content {
        digest.opened_at = Moment::from_millis(START + 99 * DAY);
        digest.title = Title::parse("Pas bewaard").expect("a title");
    }
    table.hear(News::Entry(Box::new(newer)));
    assert!(table.sees("Pas bewaard"));
    assert_eq!(chosen(&table), before);
    table.hear(News::Gone(path("nieuw.yaml")));
    assert!(!table.sees("Pas bewaard"));
    assert_eq!(chosen(&table), before);
}

#[test]
fn what_the_cursor_is_on_stays_under_it_when_the_list_is_sorted() {
    let chosen = |table: &mut Table| {
        let seen = table.seen();
        let row = seen.lines().find(|row| row.contains('▸'));
        row.expect("a cursor").to_owned()
    };
    let mut table = dutch();
    let before = chosen(&mut table);
    assert!(before.contains("Oostende"), "{before}");
    for sort in ["titel", "bijdragen", "datum"] {
        table.press(&format!("s{sort}<enter>"));
        let after = chosen(&mut table);
        assert!(after.contains("Oostende"), "{sort}: {}", table.seen());
    }
}

#[test]
fn what_several_are_marked_for_is_told_before_any_is() {
    let mut table = dutch();
    table.press("?").resize(80, 40);
    assert!(table.sees("samen openen: duid er eerst twee aan"));
    table.press("<esc>").resize(80, 24);
    table.press("c");
    assert!(table.sees("Duid met de spatiebalk aan"), "{}", table.seen());
    table.press("<space>?").resize(80, 40);
    assert!(table.sees("samen openen") && !table.sees("duid er eerst"));
}

#[test]
fn several_are_marked_and_opened_together() {
    let mut table = dutch();
    table.press("<space><space>c");
    let paths = vec![path("oostende.yaml"), path("gent.yaml")];
    assert_eq!(*table.last(), Effect::Order(Order::Open(paths)));
    assert!(table.sees("2 sessies samen"));
    table.press("2");
    assert!(table.sees("Naast elkaar"), "{}", table.seen());
    assert_snapshot!("review-compared-80", table.seen());
    // A file that cannot be read is never among them.
    table.press("<esc><end><space>c");
    assert!(!matches!(table.last(), Effect::Order(Order::Open(paths)) if paths.len() > 2));
}
