//! A film of a rehearsed workshop: what its keys do, and that it shows what an observer in the room was shown.

mod keys;

use std::collections::BTreeSet;

use halte::language::Language;
use halte::locale::Locale;
use halte::moment::Moment;
use halte::tui::drafts::Drafts;
use halte::tui::film::{Film, Speed};
use halte::tui::key::Key;
use halte::tui::look::Look;
use halte::tui::scene::Invitation;
use halte::tui::{Effect, Incoming, Options};
use halte::vocabulary::{Anonymity, Role, StepKind};
use halte::workshop::{Event, Record, Workshop};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use crate::stage::{self, Stage, When, rehearsed, until};

/// The time at whoever looks on: long after the workshop.
const TODAY: i64 = 1_900_000_000_000;

/// Somebody who looks at a film.
struct Cinema {
    film: Film,
    now: Moment,
    effects: Vec<Effect>,
}

impl Cinema {
    fn of(records: &[Record], look: Look, language: Language) -> Self {
        Self::torn(records, 0, look, language)
    }

    fn torn(records: &[Record], torn: u64, look: Look, language: Language) -> Self {
        let options = Options {
            locale: Locale::new(language),
            role: Role::Observer,
            look,
            invitation: Invitation::default(),
            drafts: Drafts::default(),
        };
        let now = Moment::from_millis(TODAY);
        let film = Film::open(records.to_vec(), torn, Some(Speed::of(60)), options, now);
        Self {
            film: film.expect("a film"),
            now,
            effects: Vec::new(),
        }
    }

    /// The whole rehearsed workshop, paused at its beginning.
    fn whole() -> Self {
        let mut cinema = Self::of(rehearsed(), Look::default(), Language::Nl);
        cinema.press(" ");
        cinema
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        for key in Key::parse_all(keys).expect("keys") {
            self.take(Incoming::Key(key));
        }
        self
    }

    fn take(&mut self, incoming: Incoming) {
        self.effects.extend(self.film.handle(incoming, self.now));
    }

    /// Lets time pass as the loop does: from one wake to the next.
    fn pass(&mut self, millis: i64) -> &mut Self {
        let end = Moment::from_millis(self.now.as_millis() + millis);
        while let Some(wake) = self.film.wakes_at(self.now).filter(|wake| *wake <= end) {
            self.now = wake;
            self.take(Incoming::Tick);
        }
        self.now = end;
        self.take(Incoming::Tick);
        self
    }

    fn buffer(&mut self, width: u16, height: u16) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
        let Ok(_) = terminal.draw(|frame| self.film.draw(frame, self.now));
        terminal.backend().buffer().clone()
    }

    fn screen(&mut self, width: u16, height: u16) -> String {
        stage::words(&self.buffer(width, height))
    }

    /// The bar below the screen.
    fn bar(&mut self) -> String {
        let screen = self.screen(120, 40);
        let rows: Vec<&str> = screen.lines().collect();
        rows[38].to_owned()
    }

    /// The number of the record that is shown.
    fn record(&mut self) -> usize {
        let bar = self.bar();
        let (_, rest) = bar.split_once("regel ").expect("a number");
        let (number, _) = rest.split_once('/').expect("of how many");
        number.parse().expect("a number")
    }
}

/// The number of the record with which the group first came to a step of this kind.
fn first(kind: StepKind) -> usize {
    until(kind, When::Arriving).len()
}

#[test]
fn the_film_stands_above_its_bar_and_its_keys() {
    let mut cinema = Cinema::whole();
    insta::assert_snapshot!("film_start_80x24", cinema.screen(80, 24));
    let at = first(StepKind::Write) + 20;
    cinema.press(&format!("t{at}<enter>"));
    insta::assert_snapshot!("film_write_80x24", cinema.screen(80, 24));
    insta::assert_snapshot!("film_write_120x40", cinema.screen(120, 40));
    cinema.press("<end>");
    insta::assert_snapshot!("film_end_80x24", cinema.screen(80, 24));
}

#[test]
fn the_film_speaks_french_and_draws_in_ascii() {
    let look = Look {
        ascii: true,
        ..Look::default()
    };
    let mut cinema = Cinema::of(rehearsed(), look, Language::Fr);
    let at = first(StepKind::Converge) + 5;
    cinema.press(&format!("t{at}<enter>"));
    insta::assert_snapshot!("film_fr_ascii_80x24", cinema.screen(80, 24));
    insta::assert_snapshot!("film_fr_ascii_120x40", cinema.screen(120, 40));
}

#[test]
fn the_help_the_steps_and_the_jump_are_windows_over_the_film() {
    let mut cinema = Cinema::whole();
    cinema.press("?");
    insta::assert_snapshot!("film_help_80x24", cinema.screen(80, 24));
    cinema.press("<esc>g");
    insta::assert_snapshot!("film_steps_80x24", cinema.screen(80, 24));
    cinema.press("<esc>t");
    insta::assert_snapshot!("film_jump_80x24", cinema.screen(80, 24));
    assert!(cinema.effects.is_empty(), "{:?}", cinema.effects);
}

#[test]
fn a_small_terminal_shows_where_the_film_is_at_every_step() {
    let mut cinema = Cinema::whole();
    let all = rehearsed().len();
    for number in (1..=all).step_by(37).chain([all]) {
        cinema.press(&format!("t{number}<enter>"));
        let screen = cinema.screen(44, 14);
        let place = format!("regel {number}/{all} · ");
        assert!(
            screen
                .lines()
                .nth(12)
                .is_some_and(|bar| bar.contains(&place)),
            "{screen}"
        );
        // Smaller still says how large it has to be.
        cinema.screen(20, 5);
        cinema.screen(1, 1);
    }
}

/// What an observer's screen in the room shows at each of these records is what the film shows there, but for the two
/// lines at the foot, the connection, and what no record tells.
#[test]
fn the_film_shows_what_an_observer_in_the_room_was_shown() {
    let mut cinema = Cinema::whole();
    let kinds = [
        StepKind::Brief,
        StepKind::Share,
        StepKind::Converge,
        StepKind::Recurrence,
        StepKind::Reflect,
        StepKind::Act,
    ];
    for kind in kinds {
        for when in [When::Arriving, When::Leaving] {
            let records = until(kind, when);
            let mut room = Stage::with(
                Role::Observer,
                records.clone(),
                Look::default(),
                Language::Nl,
            );
            cinema.press(&format!("t{}<enter>", records.len()));
            // A room draws on two rows more.
            let (film, room) = (cinema.buffer(100, 31), room.buffer(100, 30));
            for row in 1..29 {
                for column in 0..100 {
                    let (film, room) = (&film[(column, row)], &room[(column, row)]);
                    assert_eq!(film, room, "{kind} {when:?}: {column}, {row}");
                }
            }
        }
    }
}

/// The texts that are on the screen anywhere in the film are those an observer may see there.
#[test]
fn no_private_text_is_in_the_film() {
    let mut cinema = Cinema::whole();
    let records = rehearsed();
    let mut workshop = Workshop::opened_by(&records[0]).expect("a workshop");
    let mut shared = BTreeSet::new();
    for (number, record) in (1..).zip(records) {
        if number > 1 {
            workshop.apply(record);
            cinema.press(".");
        }
        shared.extend(
            workshop
                .contributions()
                .values()
                .filter(|one| one.shared)
                .map(|one| one.id),
        );
        let Event::ContributionAdded { contribution } = &record.event else {
            continue;
        };
        if shared.contains(&contribution.id) {
            continue;
        }
        let start: String = contribution.text.as_str().chars().take(20).collect();
        let screen = cinema.screen(200, 60);
        assert!(!screen.contains(&start), "{number}: {screen}");
    }
    assert!(shared.len() > 20);
}

#[test]
fn the_film_runs_by_itself_and_its_clock_is_that_of_the_workshop() {
    let mut cinema = Cinema::of(rehearsed(), Look::default(), Language::Nl);
    assert_eq!(cinema.record(), 1);
    let opened = rehearsed()[0].at;
    let second = rehearsed()
        .iter()
        .find(|record| record.at > opened)
        .expect("a later one");
    let wait = i64::try_from(second.at.millis_since(opened).div_ceil(60)).expect("a wait");
    cinema.pass(wait - 1);
    let before = cinema.record();
    cinema.pass(1);
    assert!(cinema.record() > before);
    let time = second.at.to_string();
    assert!(
        cinema
            .bar()
            .contains(time.get(11..19).expect("a time of the day")),
        "{} {time}",
        cinema.bar()
    );
}

#[test]
fn a_timer_counts_down_by_the_films_clock_and_stands_while_the_film_does() {
    let records = rehearsed();
    let set = records
        .iter()
        .position(|record| matches!(record.event, Event::TimerSet { ends_at: Some(_) }))
        .expect("a timer");
    let mut cinema = Cinema::whole();
    cinema.press(&format!("t{}<enter>", set + 1));
    let screen = cinema.screen(80, 24);
    cinema.pass(60_000);
    assert_eq!(cinema.screen(80, 24), screen);
    assert_eq!(cinema.film.wakes_at(cinema.now), None);
    let Event::TimerSet {
        ends_at: Some(ends_at),
    } = &records[set].event
    else {
        unreachable!("it was found");
    };
    let seconds = ends_at.millis_since(records[set].at) / 1_000;
    let left = format!("{}:{:02}", seconds / 60, seconds % 60);
    let headline = screen.lines().next().expect("a headline");
    assert!(headline.contains(&left), "{left}: {headline}");
}

#[test]
fn the_last_picture_stays_until_it_is_begun_again() {
    let mut cinema = Cinema::of(rehearsed(), Look::default(), Language::Nl);
    cinema.press("++++++");
    cinema.pass(3_600_000);
    let all = rehearsed().len();
    assert_eq!(cinema.record(), all);
    assert!(cinema.bar().contains("einde"), "{}", cinema.bar());
    assert!(cinema.screen(120, 40).contains("De workshop is afgelopen."));
    cinema.pass(60_000);
    assert_eq!(cinema.record(), all);
    assert!(cinema.film.wakes_at(cinema.now).is_none());
    cinema.press(" ");
    assert_eq!(cinema.record(), 1);
}

#[test]
fn a_silence_is_shortened_and_the_bar_says_so() {
    let mut records = rehearsed()[..6].to_vec();
    let last = records[5].at;
    records.push(Record {
        seq: 7,
        at: last.plus_seconds(1_200),
        ..rehearsed()[6].clone()
    });
    let mut cinema = Cinema::of(&records, Look::default(), Language::Nl);
    cinema.press("t6<enter>");
    assert!(
        cinema.bar().contains("20 min stilte ingekort"),
        "{}",
        cinema.bar()
    );
    assert_eq!(cinema.pass(1_900).record(), 6);
    assert_eq!(cinema.pass(200).record(), 7);
}

#[test]
fn a_torn_journal_is_shown_as_far_as_it_goes_and_says_so() {
    let records = &rehearsed()[..40];
    let mut cinema = Cinema::torn(records, 12, Look::default(), Language::Nl);
    let foot = cinema.screen(120, 40);
    assert!(
        foot.lines()
            .nth(39)
            .is_some_and(|foot| foot.contains("breekt midden in een regel af")),
        "{foot}"
    );
    cinema.press("<end>");
    assert!(
        cinema.bar().contains("hier breekt het logboek af"),
        "{}",
        cinema.bar()
    );
    assert!(
        !cinema
            .screen(120, 40)
            .contains("breekt midden in een regel af")
    );
}

#[test]
fn an_anonymous_session_has_its_records_spread_over_its_steps() {
    let mut records = rehearsed().to_vec();
    let Event::WorkshopOpened { plan, .. } = &mut records[0].event else {
        unreachable!("it opens");
    };
    plan.anonymity = Anonymity::Anonymous;
    let at = first(StepKind::Write);
    let come = records[at - 1].at;
    let end = records
        .iter()
        .skip(at)
        .position(|record| matches!(record.event, Event::StepEntered { .. }));
    let end = at + end.expect("a step behind it");
    for record in &mut records[at..end] {
        record.at = come;
    }
    let mut cinema = Cinema::of(&records, Look::default(), Language::Nl);
    cinema.press(&format!("t{at}<enter>"));
    assert_eq!(cinema.record(), at);
    let spread: Vec<usize> = (0..20).map(|_| cinema.pass(200).record()).collect();
    let seen: BTreeSet<&usize> = spread.iter().collect();
    assert!(seen.len() > 5, "{spread:?}");
}

#[test]
fn a_journal_that_opens_no_workshop_is_no_film() {
    let options = || Options {
        locale: Locale::new(Language::Nl),
        role: Role::Observer,
        look: Look::default(),
        invitation: Invitation::default(),
        drafts: Drafts::default(),
    };
    let now = Moment::from_millis(TODAY);
    let none = |records| Film::open(records, 0, Some(Speed::of(60)), options(), now).is_none();
    assert!(none(Vec::new()));
    assert!(none(rehearsed()[1..3].to_vec()));
}
