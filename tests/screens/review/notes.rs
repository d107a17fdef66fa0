//! Notes beside a session: they are nowhere lost, and nobody's are written over unseen.

use halte::language::Language;
use halte::review::{News, Order, Unkept};
use halte::tui::look::Look;
use halte::tui::review::Effect;
use insta::assert_snapshot;

use super::stage::{Table, dutch, entry, gent, path};

#[test]
fn notes_stay_in_the_editor_until_they_are_on_the_disk() {
    let mut table = dutch();
    table.press("/gent<enter>n");
    table.press("Ploegen willen <enter>- zeggenschap<ctrl-s>");
    let order = Order::KeepNotes {
        session: path("gent.yaml"),
        before: None,
        text: "Ploegen willen \n- zeggenschap\n".to_owned(),
    };
    assert_eq!(*table.last(), Effect::Order(order));
    let why = "sessions/gent.notes.md: de schijf is vol".to_owned();
    let session = path("gent.yaml");
    let not_kept = News::NotesNotKept {
        session: session.clone(),
        why,
        other: None,
    };
    table.hear(not_kept);
    assert_snapshot!("review-notes-80", table.seen());
    // Leaving is asked twice, and what is unkept is known to whoever ends the program.
    table.press("<esc><ctrl-c>");
    assert!(!table.asked.contains(&Effect::End));
    assert!(matches!(
        table.review.unkept(),
        Some(Order::KeepNotes { .. })
    ));
    table.press("!<ctrl-s>");
    table.hear(News::NotesKept(session));
    assert!(!table.sees("zeggenschap"), "{}", table.seen());
    assert_eq!(table.review.unkept(), None);
}

#[test]
fn every_key_in_the_notes_is_put_away_until_they_are_kept_or_thrown_away() {
    let mut table = dutch();
    let session = path("gent.yaml");
    let put_away = |text: &str| {
        let unkept = Unkept {
            before: None,
            text: text.to_owned(),
        };
        Effect::PutAway(session.clone(), Some(unkept))
    };
    table.press("/gent<enter>nZe");
    assert_eq!(*table.last(), put_away("Ze"));
    table.press("<ctrl-s>ggen");
    assert_eq!(*table.last(), put_away("Zeggen"));
    // What was typed while the first was on its way to the disk is not lost with the page.
    table.hear(News::NotesKept(session.clone()));
    assert!(table.sees("Zeggen"), "{}", table.seen());
    let unkept = Unkept {
        before: Some("Ze\n".to_owned()),
        text: "Zeggen".to_owned(),
    };
    assert_eq!(
        *table.last(),
        Effect::PutAway(session.clone(), Some(unkept))
    );
    table.press("<esc><esc>");
    assert_eq!(*table.last(), Effect::PutAway(session, None));
    table.press("n");
    assert!(!table.sees("Zeggen"), "{}", table.seen());
}

#[test]
fn notes_of_a_killed_program_wait_and_are_held_against_what_stood_there() {
    let mut table = Table::bare(Look::default(), Language::Nl);
    let mut again = entry("gent.yaml", gent());
    again.notes = Some("Van een ander.\n".to_owned());
    again.unkept = Some(Unkept {
        before: None,
        text: "Ploegen willen zeggen".to_owned(),
    });
    table.hear(News::Entry(Box::new(again)));
    assert!(
        table.sees("gent.yaml zijn nog niet bewaard"),
        "{}",
        table.seen()
    );
    table.press("n");
    assert!(
        table.sees("Ploegen willen zeggen") && table.sees("nog niet bewaard"),
        "{}",
        table.seen()
    );
    table.press("schap<ctrl-s>");
    let order = Order::KeepNotes {
        session: path("gent.yaml"),
        before: None,
        text: "Ploegen willen zeggenschap\n".to_owned(),
    };
    assert_eq!(*table.last(), Effect::Order(order));
}

#[test]
fn notes_that_others_wrote_meanwhile_are_not_written_over_unseen() {
    let mut table = dutch();
    table.press("/oostende<enter>n").press("!<ctrl-s>");
    let session = path("oostende.yaml");
    let now = Some("Al gebeld.\n".to_owned());
    table.hear(News::NotesNotKept {
        session,
        why: "hier staat intussen iets anders".to_owned(),
        other: Some(now.clone()),
    });
    assert!(
        table.sees("iets anders") && table.sees("Bel de hr"),
        "{}",
        table.seen()
    );
    table.press("<ctrl-s>");
    assert!(
        matches!(table.last(), Effect::Order(Order::KeepNotes { before, .. }) if *before == now)
    );
}
