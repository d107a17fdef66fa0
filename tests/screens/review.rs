//! The review, typed at as strings: the list, a session, several, and notes beside them.

mod listing;
mod notes;
mod stage;

use crossterm::event::MouseEventKind;
use halte::language::Language;
use halte::locale::Locale;
use halte::report::{Options, Report, markdown};
use halte::review::{Export, Format, News, Order};
use halte::tui::review::Effect;
use insta::assert_snapshot;
use stage::{dutch, entry, gent, path, stamp, workshop};

#[test]
fn a_figure_leads_to_its_contributions_and_one_of_them_to_its_log() {
    let mut table = dutch();
    table.press("/gent<enter><enter>");
    assert_eq!(
        *table.last(),
        Effect::Order(Order::Open(vec![path("gent.yaml")]))
    );
    assert_snapshot!("review-overview-80", table.seen());
    table.press("<tab>");
    assert_snapshot!("review-scenarios-80", table.seen());
    table.press("<down><down><right><enter>");
    assert_snapshot!("review-cell-80", table.seen());
    table.press("<enter>").resize(120, 40);
    assert_snapshot!("review-card-120", table.seen());
    table.press("<esc><esc>4").resize(44, 14);
    assert_snapshot!("review-coverage-44", table.seen());
    table.press("5").resize(80, 24);
    assert_snapshot!("review-recurrence-80", table.seen());
    table.press("v").press("verloop<enter><pagedown>");
    assert_snapshot!("review-timeline-80", table.seen());
    table.press("v").press("eensgezindheid<enter>");
    assert_snapshot!("review-agreement-80", table.seen());
}

#[test]
fn the_keys_stand_in_the_footer_the_help_and_the_list_of_all_that_can_be_done() {
    let mut table = dutch();
    table.press("?").resize(80, 40);
    assert_snapshot!("review-help-80", table.seen());
    table.press("<esc>:sorteren<enter>");
    assert!(table.sees("scenario’s gedaan"), "{}", table.seen());
    table.press("titel<enter>");
    assert!(table.sees("↓ titel"), "{}", table.seen());
    table.press("L").press("english<enter>");
    assert!(table.sees("Looking back"), "{}", table.seen());
}

#[test]
fn hits_are_stepped_through_in_the_session() {
    let mut table = dutch();
    table.press("/de<enter><enter>f");
    assert!(
        table.sees("Treffers") && table.sees("met “de”"),
        "{}",
        table.seen()
    );
    table.press("<enter>");
    assert!(table.sees("Een bijdrage 1 van"), "{}", table.seen());
    table.press("<right>");
    assert!(table.sees("Een bijdrage 2 van"), "{}", table.seen());
    table.press("<left><left>");
    assert!(table.sees("Een bijdrage 1 van"));
}

#[test]
fn an_anonymous_session_tells_no_persona_figures_no_people_and_no_times() {
    let mut table = dutch();
    table.press("/oostende<enter><enter>3");
    assert_snapshot!("review-withheld-80", table.seen());
    table.press("<enter>");
    assert!(table.sees("Dit wordt van een anonieme sessie niet getoond."));
    table
        .press("v")
        .press("alle bijdragen<enter><enter>")
        .resize(120, 60);
    let seen = table.seen();
    assert!(seen.contains("persona niet getoond"), "{seen}");
    let sorted = seen.lines().filter(|line| line.contains("Iemand"));
    for line in sorted {
        assert!(
            !line.contains(':') || !line.trim_start().starts_with("09"),
            "{line}"
        );
    }
}

#[test]
fn the_view_is_copied_as_the_markdown_of_the_report() {
    let mut table = dutch();
    table.press("/gent<enter><enter>");
    let workshop = workshop(gent());
    let report = Report::of(&[&workshop], Options::default());
    let whole = markdown::render(&report, Locale::new(Language::Nl));
    for part in ['2', '3', '4', '5', '6', '7', '8', '9'] {
        table.press(&part.to_string()).press("y");
        let Effect::Copy(text) = table.last() else {
            panic!("{:?}", table.last());
        };
        assert!(whole.contains(text.trim()), "{part}: {text}");
    }
}

#[test]
fn an_export_asks_for_a_name_and_stays_when_it_cannot_be_written() {
    let mut table = dutch();
    table.press("/gent<enter><enter>2x<right><right><right><enter>");
    assert_snapshot!("review-export-80", table.seen());
    table.press("<enter>");
    let report = Export::Report(vec![path("gent.yaml")], Format::Csv, Language::Nl);
    let name = "2035-4-gent.csv".to_owned();
    assert_eq!(
        *table.last(),
        Effect::Order(Order::Export { name, what: report })
    );
    table.hear(News::NotExported("2035-4-gent.csv bestaat al".to_owned()));
    assert!(
        table.sees("bestaat al") && table.sees("2035-4-gent.csv"),
        "{}",
        table.seen()
    );
    table.press("2<enter>");
    assert!(
        matches!(table.last(), Effect::Order(Order::Export { name, .. }) if name == "2035-4-gent.csv2")
    );
    table.hear(News::Exported("2035-4-gent.csv2".to_owned()));
    assert!(
        table.sees("Thema's per scenario") && !table.sees("Bestand"),
        "{}",
        table.seen()
    );
}

#[test]
fn a_file_that_changes_while_it_is_read_says_so_and_is_read_again() {
    let mut table = dutch();
    table.press("/gent<enter><enter>2<down>");
    assert!(!table.sees("intussen veranderd"));
    let mut changed = entry("gent.yaml", gent());
    changed.stamp = stamp(2);
    table.hear(News::Entry(Box::new(changed)));
    assert!(table.sees("intussen veranderd"), "{}", table.seen());
    table.press("r");
    assert!(matches!(table.last(), Effect::Order(Order::Open(_))));
    assert!(table.sees("Thema's per scenario"));
}

#[test]
fn a_click_chooses_and_opens_and_the_wheel_scrolls() {
    let mut table = dutch();
    table.click(10, 4);
    assert!(table.seen().lines().nth(4).expect("a row").starts_with('▸'));
    table.mouse(MouseEventKind::ScrollUp, 10, 4);
    assert!(table.seen().lines().nth(3).expect("a row").starts_with('▸'));
    table.click(10, 3);
    assert!(matches!(table.last(), Effect::Order(Order::Open(_))));
    table.press("2").click(40, 8);
    let seen = table.seen();
    assert!(seen.lines().nth(8).expect("a row").contains('▸'), "{seen}");
}

#[test]
fn hostile_names_and_notes_are_harmless_and_every_page_fits_everywhere() {
    let mut table = dutch();
    let mut hostile = entry("x.yaml", gent());
    hostile.path = path("\u{1b}[31mrood\u{202e}om\u{7}.yaml");
    hostile.notes = Some("\u{1b}]52;c;AAAA\u{7}\u{202e}weg\n\tdan".to_owned());
    table.hear(News::Entry(Box::new(hostile)));
    table.press("/rood<enter>n");
    let pages = [
        "",
        "<esc><enter>",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "<enter>",
    ];
    for keys in pages {
        table.press(keys);
        for (width, height) in [
            (80, 24),
            (44, 14),
            (120, 40),
            (30, 8),
            (21, 3),
            (1, 1),
            (200, 5),
        ] {
            table.resize(width, height);
            let seen = table.seen();
            let is_obeyed =
                |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
            assert!(!seen.contains(is_obeyed), "{keys}: {seen:?}");
        }
        table.resize(80, 24);
    }
}
