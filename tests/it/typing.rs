//! A whole workshop typed at the screens: the real loop, real websockets and a real host; only the terminals are
//! buffers and the keyboards are channels. Each seat types when its screen shows what it waits for.

use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Program, Stdio};
use std::time::Duration;

use crossterm::event::{Event, KeyEvent};
use futures_util::stream::unfold;
use halte::language::Language;
use halte::link::{self, Address, Pace, Settings, drawer};
use halte::locale::Locale;
use halte::moment::Moment;
use halte::tui::drafts::Drafts;
use halte::tui::key::Key;
use halte::tui::look::Look;
use halte::tui::scene::Invitation;
use halte::tui::{self, App, Ending, Input, Options, Surface, Ties, TuiError};
use halte::vocabulary::Role;
use ratatui::backend::TestBackend;
use ratatui::{Frame, Terminal};
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

/// How long a screen may take to show what is waited for; a machine that builds beside the tests is slow.
const PATIENCE: Duration = Duration::from_mins(2);

/// A terminal that is a buffer.
struct Paper {
    terminal: Terminal<TestBackend>,
    shown: watch::Sender<String>,
}

impl Surface for Paper {
    fn draw(&mut self, render: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        let Ok(frame) = self.terminal.draw(render);
        let rows = frame.buffer.content.chunks(usize::from(frame.area.width));
        let row = |cells: &[ratatui::buffer::Cell]| {
            cells.iter().map(ratatui::buffer::Cell::symbol).collect()
        };
        let rows: Vec<String> = rows.map(row).collect();
        self.shown.send_replace(rows.join("\n"));
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.terminal.swap_buffers();
        Ok(())
    }

    fn copy(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn wake(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Somebody at a screen.
struct Person {
    keys: mpsc::UnboundedSender<Event>,
    shown: watch::Receiver<String>,
    runs: JoinHandle<Result<Ending, TuiError>>,
}

/// A host without a screen, and a folder for everybody's seats.
struct Hall {
    host: Child,
    folder: TempDir,
    opening: Value,
}

impl Drop for Hall {
    fn drop(&mut self) {
        let _ = self.host.kill();
        let _ = self.host.wait();
    }
}

impl Hall {
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let plan = "schema: halte/1\ntitle: Proef\npreset: short\nscenarios: [{id: synergy}]\n";
        std::fs::write(folder.path().join("plan.yaml"), plan).expect("a plan");
        let mut host = Program::new(env!("CARGO_BIN_EXE_halte"))
            .args(["host", "plan.yaml", "--headless", "--listen", "127.0.0.1:0"])
            .current_dir(folder.path())
            .env("HOME", folder.path())
            .env("XDG_STATE_HOME", folder.path().join("host"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("a host");
        let mut line = String::new();
        let out = host.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let opening = serde_json::from_str(&line).expect("an opening");
        Self {
            host,
            folder,
            opening,
        }
    }

    fn word(&self, key: &str) -> &str {
        self.opening[key].as_str().expect("a word")
    }

    fn saved(&self) -> PathBuf {
        self.folder.path().join(self.word("session"))
    }

    fn seat(&self, role: Role) -> Person {
        let settings = Settings {
            address: Address::parse(self.word("link"), None).expect("an address"),
            role,
            token: (role == Role::Facilitator).then(|| self.word("facilitator_token").to_owned()),
            name: None,
            organisation: None,
            kind: None,
            real_role: None,
            table: None,
            language: Language::Nl,
            pace: Pace::default(),
        };
        let outbox = drawer::claim(&self.folder.path().join("seats"), &settings.owner(), true);
        let (seat, link) = link::open(settings, outbox.expect("an outbox"));
        tokio::spawn(link.run());
        let app = App::new(Options {
            locale: Locale::new(Language::Nl),
            role,
            look: Look::default(),
            invitation: Invitation::default(),
            drafts: Drafts::default(),
        });
        let (shown_to, shown) = watch::channel(String::new());
        let (keys, pressed) = mpsc::unbounded_channel();
        let mut paper = Paper {
            terminal: Terminal::new(TestBackend::new(80, 24)).expect("a terminal"),
            shown: shown_to,
        };
        let runs = tokio::spawn(async move {
            let events = Box::pin(unfold(pressed, |mut pressed| async {
                let event: Option<Event> = pressed.recv().await;
                event.map(|event| (Ok(Input::Terminal(event)), pressed))
            }));
            let ties = Ties {
                clock: now,
                drafts: watch::channel(String::new()).0,
                drafts_kept: watch::channel(true).1,
                stop: Box::pin(std::future::pending()),
            };
            tui::run(seat, &mut paper, events, app, ties).await
        });
        Person { keys, shown, runs }
    }
}

fn now() -> Moment {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed();
    let millis = since.expect("a clock after 1970").as_millis();
    Moment::from_millis(i64::try_from(millis).expect("a time"))
}

impl Person {
    /// Waits until the screen shows this.
    async fn sees(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contains(text)).await
    }

    /// Waits until the screen shows this no more.
    async fn misses(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| !screen.contains(text)).await
    }

    async fn until(&mut self, what: &str, is_so: impl Fn(&str) -> bool) -> &mut Self {
        let seen = self.shown.wait_for(|screen| is_so(screen));
        let seen = tokio::time::timeout(PATIENCE, seen).await.is_ok();
        assert!(seen, "waited for {what:?}:\n{}", *self.shown.borrow());
        self
    }

    fn types(&mut self, keys: &str) -> &mut Self {
        for key in Key::parse_all(keys).expect("keys") {
            let event = Event::Key(KeyEvent::from(key));
            self.keys.send(event).expect("the screen is still there");
        }
        self
    }

    /// Goes to the next step at once, and waits until it is there.
    async fn moves_on(&mut self, to: &str) {
        self.types("n").sees("Esc: blijven").await;
        self.types("n").sees(to).await;
    }

    async fn leaves(self) -> Ending {
        self.runs.await.expect("no panic").expect("a terminal")
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_looks_for_a_host_is_told_what_to_check_by_the_clock_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings {
        address: Address::parse("192.0.2.1/K7QF-2M9X", None).expect("an address"),
        role: Role::Observer,
        token: None,
        name: None,
        organisation: None,
        kind: None,
        real_role: None,
        table: None,
        language: Language::Nl,
        pace: Pace::default(),
    };
    let outbox = drawer::claim(folder.path(), &settings.owner(), true);
    // The link is there and does nothing: the host has not answered yet.
    let (seat, _link) = link::open(settings, outbox.expect("an outbox"));
    let app = App::new(Options {
        locale: Locale::new(Language::Nl),
        role: Role::Observer,
        look: Look::default(),
        invitation: Invitation {
            typed: Some("192.0.2.1/K7QF-2M9X".to_owned()),
            ..Invitation::default()
        },
        drafts: Drafts::default(),
    });
    let (shown_to, shown) = watch::channel(String::new());
    let mut paper = Paper {
        terminal: Terminal::new(TestBackend::new(80, 24)).expect("a terminal"),
        shown: shown_to,
    };
    let (start, begun) = (tokio::time::Instant::now(), now());
    let clock = || {
        let seconds = u32::try_from(start.elapsed().as_secs()).expect("not that long");
        begun.plus_seconds(seconds)
    };
    let mut seen = shown.clone();
    let is_advised = async move {
        let seen = seen.wait_for(|screen| screen.contains("Dit duurt lang"));
        seen.await.expect("a screen");
    };
    let ties = Ties {
        clock,
        drafts: watch::channel(String::new()).0,
        drafts_kept: watch::channel(true).1,
        stop: Box::pin(is_advised),
    };
    let keys = futures_util::stream::pending();
    let ended = tui::run(seat, &mut paper, keys, app, ties).await;
    assert_eq!(ended.expect("a terminal"), Ending::Left { waiting: 0 });
    assert!(shown.borrow().contains("Verbinden met 192.0.2.1 …"));
    assert_eq!(start.elapsed().as_secs(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_workshop_is_led_and_lived_through_by_keys_alone() {
    let hall = Hall::open();
    let mut lead = hall.seat(Role::Facilitator);
    let mut screen = hall.seat(Role::Observer);
    let mut one = hall.seat(Role::Participant);
    let mut two = hall.seat(Role::Participant);
    lead.sees("2 mensen").await;
    one.sees("Welkom").await;
    two.sees("Welkom").await;

    // A move that is called off is called off for everybody.
    lead.types("n").sees("Esc: blijven").await;
    one.sees("gaan we naar").await;
    lead.types("<esc>");
    one.misses("gaan we naar").await;
    lead.moves_on("2/9").await;
    one.sees("Ik ben").await;
    lead.moves_on("3/9").await;

    lead.types("t").sees("Minuten").await;
    lead.types("<enter>");
    one.sees("Schrijf hier").await;
    one.types("meer rust aan de lijn<enter>")
        .sees("✓  nood  meer rust")
        .await;
    two.sees("Schrijf hier").await;
    two.types("<tab>tijd om te leren<enter>")
        .sees("✓  behoefte  tijd")
        .await;
    lead.sees("2 teksten").await;
    lead.moves_on("4/9").await;
    lead.sees("meer rust aan de lijn").await;
    two.sees("meer rust aan de lijn").await;
    screen.sees("tijd om te leren").await;

    lead.moves_on("5/9").await;
    for person in [&mut one, &mut two] {
        person.sees("Druk op een cijfer").await;
        person.types("3").sees("1 gesorteerd").await;
        person.types("1").sees("Alles gesorteerd").await;
    }
    lead.sees("4/4").await;
    lead.moves_on("6/9").await;
    lead.types("A").sees("Alles wat zeker is").await;
    lead.types("<enter>").sees("2 van 2 geplaatst").await;
    lead.moves_on("7/9").await;
    lead.moves_on("8/9").await;
    one.sees("stippen").await;
    one.types("<right><right>").sees("2 ✓").await;
    lead.sees("1 van 2").await;
    lead.moves_on("9/9").await;
    one.sees("2 stippen van 1 stemmer").await;

    lead.types("<ctrl-x>").sees("Afsluiten?").await;
    lead.types("<enter>").sees("De workshop is afgelopen").await;
    lead.types("r")
        .sees("Verslag van een scenarioworkshop")
        .await;
    one.sees("De workshop is afgelopen").await;
    screen.sees("De workshop is afgelopen").await;
    lead.types("<esc>").types("q");
    assert_eq!(lead.leaves().await, Ending::Closed);
    one.types("q");
    assert_eq!(one.leaves().await, Ending::Closed);

    let saved = std::fs::read(Path::new(&hall.saved())).expect("it is saved");
    let session = halte::session::read_session(&saved).expect("a session");
    let texts: Vec<&str> = session
        .proceedings
        .contributions
        .iter()
        .map(|found| found.text.as_str())
        .collect();
    assert_eq!(texts, ["meer rust aan de lijn", "tijd om te leren"]);
}
