//! The review: typed at as strings over sessions in memory; what it asks of files is answered here.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crossterm::event::{MouseButton, MouseEventKind};
use halte::content::Content;
use halte::language::Language;
use halte::locale::Locale;
use halte::moment::Moment;
use halte::rehearsal::{Repertoire, play};
use halte::report::{Options, Report, markdown};
use halte::review::catalogue::Entry;
use halte::review::digest::Digest;
use halte::review::opened::{Opened, Source};
use halte::review::{Export, Format, News, Order, Stamp, Unkept};
use halte::session::{self, Fresh};
use halte::suggester::Suggester;
use halte::text::{Name, Title};
use halte::tui::key::Key;
use halte::tui::look::{Depth, Look};
use halte::tui::review::{Effect, Review};
use halte::tui::screen::Mouse;
use halte::vocabulary::{Anonymity, PresetName, Removable};
use halte::workshop::redaction::Redaction;
use halte::workshop::seal::seal;
use halte::workshop::{Event, Record, Workshop};
use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// 21 November 2035, nine o'clock.
const START: i64 = 2_079_248_400_000;
const DAY: i64 = 86_400_000;

/// A rehearsed workshop as it is on the disk.
fn records(name: &str, anonymity: Anonymity, people: usize) -> Vec<Record> {
    let content = Content::shipped().expect("content");
    let draft = session::shipped(PresetName::Short, content).expect("a plan");
    let days = i64::try_from(name.len()).expect("small");
    let at = Moment::from_millis(START + days * DAY);
    let mut plan = draft.open(&Fresh { at, chance: 7 });
    plan.title = Title::parse(name).expect("a title");
    plan.id = format!("2035-{people}-{}", name.to_lowercase().replace(' ', "-"))
        .parse()
        .expect("an id");
    plan.anonymity = anonymity;
    plan.tags = vec![Name::parse("campagne").expect("a tag")];
    let scenarios = plan.scenarios.iter().map(|scenario| &scenario.id);
    let repertoire = Arc::new(Repertoire::shipped(scenarios).expect("sayings"));
    let played = play(plan, people, 7, &repertoire, at);
    // What a host writes down.
    let mut workshop = Workshop::opened_by(&played[0]).expect("a workshop");
    let mut records = vec![played[0].clone()];
    for record in &played[1..] {
        records.push(seal(&workshop, record));
        workshop.apply(record);
    }
    records
}

fn gent() -> &'static [Record] {
    static GENT: OnceLock<Vec<Record>> = OnceLock::new();
    GENT.get_or_init(|| records("Gent", Anonymity::Named, 4))
}

fn anonymous() -> &'static [Record] {
    static OSTEND: OnceLock<Vec<Record>> = OnceLock::new();
    OSTEND.get_or_init(|| records("Oostende", Anonymity::Anonymous, 3))
}

fn workshop(records: &[Record]) -> Workshop {
    Workshop::replay(records).expect("a workshop")
}

fn path(name: &str) -> PathBuf {
    PathBuf::from("sessions").join(name)
}

fn stamp(changed: u128) -> Stamp {
    Stamp { changed, length: 9 }
}

fn entry(name: &str, records: &[Record]) -> Entry {
    Entry {
        path: path(name),
        stamp: stamp(1),
        content: Ok(Box::new(Digest::of(&workshop(records)))),
        notes: None,
        unkept: None,
    }
}

/// A review, and what it asked for.
struct Table {
    review: Review,
    area: Rect,
    asked: Vec<Effect>,
}

impl Table {
    fn bare(look: Look, language: Language) -> Self {
        let mut table = Self {
            review: Review::new(Locale::new(language), look),
            area: Rect::default(),
            asked: Vec::new(),
        };
        table.resize(80, 24);
        table
    }

    /// With two sessions and a file that cannot be read.
    fn set(look: Look, language: Language) -> Self {
        let mut table = Self::bare(look, language);
        let damaged = Entry {
            path: path("2035-kapot.yaml"),
            stamp: stamp(1),
            content: Err(
                "sessions/2035-kapot.yaml:3:7: “needs” is geen soort; bedoel je “need”?".to_owned(),
            ),
            notes: None,
            unkept: None,
        };
        let mut noted = entry("oostende.yaml", anonymous());
        noted.notes = Some("Bel de hr-verantwoordelijke terug.\n".to_owned());
        table.hear(News::Found(3));
        table.hear(News::Entry(Box::new(damaged)));
        table.hear(News::Entry(Box::new(entry("gent.yaml", gent()))));
        table.hear(News::Entry(Box::new(noted)));
        table
    }

    fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.area = Rect::new(0, 0, width, height);
        self.review.resize(self.area);
        self
    }

    fn hear(&mut self, news: News) -> &mut Self {
        let effects = self.review.hear(news);
        self.review.settle();
        self.asked.extend(effects);
        self
    }

    /// Types keys; sessions that are asked for are opened.
    fn press(&mut self, keys: &str) -> &mut Self {
        for key in Key::parse_all(keys).expect("keys") {
            let effects = self.review.press(key);
            self.take(effects);
        }
        self
    }

    fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Effect::Order(Order::Open(paths)) = &effect {
                let opened = open(paths);
                self.hear(News::Opened(Box::new(opened)));
            }
            self.asked.push(effect);
        }
    }

    fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row)
    }

    fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        let at = Position::new(column, row);
        let effects = self.review.mouse(Mouse { kind, at });
        self.take(effects);
        self
    }

    /// The screen as text.
    fn seen(&self) -> String {
        let mut buf = Buffer::empty(self.area);
        self.review.paint(self.area, &mut buf);
        let rows = buf.content().chunks(usize::from(self.area.width));
        let rows = rows.map(|row| {
            let cells = row.iter().map(ratatui::buffer::Cell::symbol);
            cells.collect::<String>().trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    fn sees(&self, text: &str) -> bool {
        self.seen().contains(text)
    }

    fn last(&self) -> &Effect {
        self.asked.last().expect("something was asked")
    }
}

fn source(path: &std::path::Path) -> Source {
    let is_gent = path.ends_with("gent.yaml");
    let records = if is_gent { gent() } else { anonymous() };
    Source {
        path: path.to_owned(),
        stamp: stamp(1),
        workshop: workshop(records),
        records: records.to_vec(),
        warning: None,
    }
}

fn open(paths: &[PathBuf]) -> Opened {
    let sources = paths.iter().map(|path| source(path)).collect();
    Opened::of(sources, Suggester::shipped().model())
}

fn dutch() -> Table {
    Table::set(Look::default(), Language::Nl)
}

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
