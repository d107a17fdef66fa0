//! A review over sessions in memory; what it asks of files is answered here.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crossterm::event::{MouseButton, MouseEventKind};
use halte::content::Content;
use halte::language::Language;
use halte::locale::Locale;
use halte::moment::Moment;
use halte::rehearsal::{Repertoire, play};
use halte::review::catalogue::Entry;
use halte::review::digest::Digest;
use halte::review::opened::{Opened, Source};
use halte::review::{News, Order, Stamp};
use halte::session::{self, Fresh};
use halte::suggester::Suggester;
use halte::text::{Name, Title};
use halte::tui::key::Key;
use halte::tui::look::Look;
use halte::tui::review::{Effect, Review};
use halte::tui::screen::Mouse;
use halte::vocabulary::{Anonymity, PresetName};
use halte::workshop::seal::seal;
use halte::workshop::{Record, Workshop};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// 21 November 2035, nine o'clock.
pub(super) const START: i64 = 2_079_248_400_000;
pub(super) const DAY: i64 = 86_400_000;

/// A rehearsed workshop as it is on the disk.
pub(super) fn records(name: &str, anonymity: Anonymity, people: usize) -> Vec<Record> {
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

pub(super) fn gent() -> &'static [Record] {
    static GENT: OnceLock<Vec<Record>> = OnceLock::new();
    GENT.get_or_init(|| records("Gent", Anonymity::Named, 4))
}

pub(super) fn anonymous() -> &'static [Record] {
    static OSTEND: OnceLock<Vec<Record>> = OnceLock::new();
    OSTEND.get_or_init(|| records("Oostende", Anonymity::Anonymous, 3))
}

pub(super) fn workshop(records: &[Record]) -> Workshop {
    Workshop::replay(records).expect("a workshop")
}

pub(super) fn path(name: &str) -> PathBuf {
    PathBuf::from("sessions").join(name)
}

pub(super) fn stamp(changed: u128) -> Stamp {
    Stamp { changed, length: 9 }
}

pub(super) fn entry(name: &str, records: &[Record]) -> Entry {
    Entry {
        path: path(name),
        stamp: stamp(1),
        content: Ok(Box::new(Digest::of(&workshop(records)))),
        notes: None,
        unkept: None,
    }
}

/// A review, and what it asked for.
pub(super) struct Table {
    pub(super) review: Review,
    pub(super) area: Rect,
    pub(super) asked: Vec<Effect>,
}

impl Table {
    pub(super) fn bare(look: Look, language: Language) -> Self {
        let mut table = Self {
            review: Review::new(Locale::new(language), look),
            area: Rect::default(),
            asked: Vec::new(),
        };
        table.resize(80, 24);
        table
    }

    /// With two sessions and a file that cannot be read.
    pub(super) fn set(look: Look, language: Language) -> Self {
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

    pub(super) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.area = Rect::new(0, 0, width, height);
        self.review.resize(self.area);
        self
    }

    pub(super) fn hear(&mut self, news: News) -> &mut Self {
        let effects = self.review.hear(news);
        self.review.settle();
        self.asked.extend(effects);
        self
    }

    /// Types keys; sessions that are asked for are opened.
    pub(super) fn press(&mut self, keys: &str) -> &mut Self {
        for key in Key::parse_all(keys).expect("keys") {
            let effects = self.review.press(key);
            self.take(effects);
        }
        self
    }

    pub(super) fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Effect::Order(Order::Open(paths)) = &effect {
                let opened = open(paths);
                self.hear(News::Opened(Box::new(opened)));
            }
            self.asked.push(effect);
        }
    }

    pub(super) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row)
    }

    pub(super) fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        let at = Position::new(column, row);
        let effects = self.review.mouse(Mouse { kind, at });
        self.take(effects);
        self
    }

    /// The screen as text.
    pub(super) fn seen(&self) -> String {
        let mut buf = Buffer::empty(self.area);
        self.review.paint(self.area, &mut buf);
        let rows = buf.content().chunks(usize::from(self.area.width));
        let rows = rows.map(|row| {
            let cells = row.iter().map(ratatui::buffer::Cell::symbol);
            cells.collect::<String>().trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    pub(super) fn sees(&self, text: &str) -> bool {
        self.seen().contains(text)
    }

    pub(super) fn last(&self) -> &Effect {
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

pub(super) fn open(paths: &[PathBuf]) -> Opened {
    let sources = paths.iter().map(|path| source(path)).collect();
    Opened::of(sources, Suggester::shipped().model())
}

pub(super) fn dutch() -> Table {
    Table::set(Look::default(), Language::Nl)
}
