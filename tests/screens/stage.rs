//! A seat at a screen over a room in memory: keys go in, what they ask is decided by the real rules and comes back as
//! the records this seat would be sent, and the screen is read as text.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use crossterm::event::{MouseButton, MouseEventKind};
use halte::chance::Chance;
use halte::content::Content;
use halte::id::ParticipantId;
use halte::language::Language;
use halte::link::Address;
use halte::locale::Locale;
use halte::moment::Moment;
use halte::rehearsal::{Repertoire, play};
use halte::room::desk::Desk;
use halte::room::dice::Dice;
use halte::room::news::Item;
use halte::seat::{Connected, Done, Refused, Update};
use halte::session::{self, Fresh};
use halte::tui::drafts::Drafts;
use halte::tui::key::Key;
use halte::tui::look::Look;
use halte::tui::scene::Invitation;
use halte::tui::screen::Mouse;
use halte::tui::{App, Effect, Incoming, Options, Outlook};
use halte::vocabulary::{PresetName, Role, StepKind};
use halte::wire::Presence;
use halte::workshop::sight::{Viewer, project};
use halte::workshop::{Asker, Command, Event, Record, Workshop};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use uuid::Uuid;

/// What people join with.
pub(crate) const LINK: &str =
    "halte://192.168.1.20:7420/K7QF-2M9X#sha256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0";
/// What is typed of it.
pub(crate) const TYPED: &str = "192.168.1.20/K7QF-2M9X";
/// What they join with where the link is not encrypted.
pub(crate) const PLAIN_LINK: &str = "halte://192.168.1.20:7420/K7QF-2M9X#plain";
/// The time at every stage, whatever the records say: screens show how long something takes, not when.
const START: i64 = 1_795_251_600_000;
/// People in the rehearsed workshop.
const PEOPLE: usize = 6;

/// How far into a step the group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// They just came to it.
    Arriving,
    /// They did everything in it and are about to leave.
    Leaving,
}

/// A seat at a screen.
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) desk: Desk,
    pub(crate) view: Workshop,
    pub(crate) viewer: Viewer,
    locale: Locale,
    pub(crate) presence: Presence,
    pub(crate) now: Moment,
    /// How many milliseconds this machine's clock is ahead of the host's.
    ahead: i64,
    /// What the app asked of the outside, other than commands.
    pub(crate) effects: Vec<Effect>,
    /// What was asked of the room, and whether it was carried out.
    pub(crate) asked: Vec<(Command, Result<(), String>)>,
    /// Whether commands reach the room; otherwise they wait.
    pub(crate) is_linked: bool,
    waiting: Vec<(Uuid, Command)>,
    next_id: u128,
}

/// A whole rehearsed workshop of the full preset, of six people, in Dutch.
pub(crate) fn rehearsed() -> &'static [Record] {
    static RECORDS: OnceLock<Vec<Record>> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let content = Content::shipped().expect("content");
        let draft = session::shipped(PresetName::Full, content).expect("a plan");
        let at = Moment::from_millis(START);
        let plan = draft.open(&Fresh { at, chance: 7 });
        let scenarios = plan.scenarios.iter().map(|scenario| &scenario.id);
        let repertoire = Arc::new(Repertoire::shipped(scenarios).expect("sayings"));
        play(plan, PEOPLE, 7, &repertoire, at)
    })
}

/// The records up to a moment in the first step of a kind.
pub(crate) fn until(kind: StepKind, when: When) -> Vec<Record> {
    let records = rehearsed();
    let mut workshop = Workshop::opened_by(&records[0]).expect("a workshop");
    let mut until = vec![records[0].clone()];
    let mut was_there = workshop.step_kind() == kind;
    if was_there && when == When::Arriving {
        return until;
    }
    for record in &records[1..] {
        let leaves = matches!(
            record.event,
            Event::StepEntered { .. } | Event::WorkshopClosed { .. }
        );
        if leaves && was_there {
            break;
        }
        workshop.apply(record);
        until.push(record.clone());
        was_there = workshop.step_kind() == kind;
        if was_there && when == When::Arriving {
            break;
        }
    }
    assert!(was_there, "the rehearsal came to {kind}");
    until
}

/// A drawing as text: trailing spaces are dropped, rows stay.
pub(crate) fn words(buf: &Buffer) -> String {
    let mut text = String::new();
    for row in 0..buf.area.height {
        let mut line = String::new();
        let mut skip = 0;
        for column in 0..buf.area.width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buf[(column, row)].symbol();
            line.push_str(symbol);
            skip = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

impl Stage {
    /// A seat of this role, in a workshop that has come to the first step of this kind.
    pub(crate) fn at(role: Role, kind: StepKind, when: When) -> Self {
        Self::with(role, until(kind, when), Look::default(), Language::Nl)
    }

    /// The same, drawn otherwise and in another language.
    pub(crate) fn drawn(
        role: Role,
        kind: StepKind,
        when: When,
        look: Look,
        language: Language,
    ) -> Self {
        Self::with(role, until(kind, when), look, language)
    }

    /// A seat of this role in a workshop that has ended.
    pub(crate) fn ended(role: Role) -> Self {
        Self::with(role, rehearsed().to_vec(), Look::default(), Language::Nl)
    }

    /// A seat of this role in the workshop these records made. Participants sit on the first seat.
    pub(crate) fn with(role: Role, records: Vec<Record>, look: Look, language: Language) -> Self {
        Self::invited(LINK, role, records, look, language)
    }

    /// The same behind a link that is not encrypted.
    pub(crate) fn plain(role: Role, kind: StepKind, when: When) -> Self {
        let (look, language) = (Look::default(), Language::Nl);
        Self::invited(PLAIN_LINK, role, until(kind, when), look, language)
    }

    fn invited(
        link: &str,
        role: Role,
        records: Vec<Record>,
        look: Look,
        language: Language,
    ) -> Self {
        let now = records.last().expect("records").at;
        let (desk, _) = Desk::open(records).expect("a workshop");
        let mut desk = desk.with_dice(Dice::loaded(Chance::new(1)));
        let seat = match role {
            Role::Participant => "p01".parse().expect("a seat"),
            Role::Facilitator | Role::Observer => ParticipantId::FACILITATOR,
        };
        let viewer = Viewer { seat, role };
        let people: Vec<ParticipantId> =
            desk.workshop().present().map(|person| person.id).collect();
        for seat in people {
            desk.connected(Viewer::participant(seat));
        }
        let options = Options {
            locale: Locale::new(language),
            role,
            look,
            invitation: Invitation {
                link: Some(link.to_owned()),
                typed: Some(Address::parse(link, None).expect("a link").typed()),
                code: "K7QF-2M9X".to_owned(),
                saved: Some("sessions/2026-11-25-volgende-halte.yaml".to_owned()),
            },
            drafts: Drafts::default(),
        };
        let mut stage = Self {
            app: App::new(options),
            view: project(desk.workshop(), viewer),
            presence: Presence {
                unencrypted: link == PLAIN_LINK,
                ..desk.presence()
            },
            desk,
            viewer,
            locale: Locale::new(language),
            now,
            ahead: 0,
            effects: Vec::new(),
            asked: Vec::new(),
            is_linked: true,
            waiting: Vec::new(),
            next_id: 1,
        };
        stage.hear(Update::Connected(Connected {
            you: seat,
            role,
            now,
        }));
        stage.hear(Update::View);
        stage
    }

    /// Types keys: letters as they are, others between angle brackets (`hallo<enter><ctrl-p>`).
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for key in Key::parse_all(keys).expect("keys") {
            self.take(Incoming::Key(key));
        }
        self
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.take(Incoming::Paste(text.to_owned()));
        self
    }

    /// Does something with the mouse, on a screen of 80 by 24 unless it was drawn otherwise before.
    pub(crate) fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        let at = Position::new(column, row);
        self.take(Incoming::Mouse(Mouse { kind, at }));
        self
    }

    /// Clicks.
    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row);
        self.mouse(MouseEventKind::Up(MouseButton::Left), column, row)
    }

    /// Lets time pass, on this machine and on the host.
    pub(crate) fn pass(&mut self, seconds: u32) -> &mut Self {
        self.now = self.now.plus_seconds(seconds);
        self.desk.tick(self.now);
        self.publish();
        self.take(Incoming::Tick);
        self
    }

    /// Sets this machine's clock so many seconds ahead of the host's, or behind it, and sits down again.
    pub(crate) fn set_ahead(&mut self, seconds: i64) -> &mut Self {
        self.ahead = seconds * 1_000;
        self.lose().reconnect()
    }

    fn here(&self) -> Moment {
        Moment::from_millis(self.now.as_millis() + self.ahead)
    }

    /// Somebody else asks something of the room.
    pub(crate) fn other(&mut self, asker: Asker, command: &Command) -> &mut Self {
        let id = self.id();
        let answer = self.desk.ask(asker, id, command, self.now);
        assert!(answer.is_ok(), "{command:?}: {answer:?}");
        self.publish();
        self
    }

    /// The link is lost: what is asked from now on waits.
    pub(crate) fn lose(&mut self) -> &mut Self {
        self.is_linked = false;
        self.hear(Update::Lost {
            cause: "connection refused".to_owned(),
        });
        self
    }

    /// The host takes its time: what is asked from now on has no answer yet.
    pub(crate) const fn hold(&mut self) -> &mut Self {
        self.is_linked = false;
        self
    }

    /// The link is back, and what waited is sent.
    pub(crate) fn reconnect(&mut self) -> &mut Self {
        self.is_linked = true;
        self.hear(Update::Back(Connected {
            you: self.viewer.seat,
            role: self.viewer.role,
            now: self.now,
        }));
        for (id, command) in std::mem::take(&mut self.waiting) {
            self.carry(id, command);
        }
        self
    }

    /// The screen as text, drawn at this size: trailing spaces are dropped, rows stay.
    pub(crate) fn screen(&mut self, width: u16, height: u16) -> String {
        words(&self.buffer(width, height))
    }

    /// The screen as cells.
    pub(crate) fn buffer(&mut self, width: u16, height: u16) -> Buffer {
        let backend = ratatui::backend::TestBackend::new(width, height);
        let mut terminal = ratatui::Terminal::new(backend).expect("a terminal");
        let outlook = Outlook {
            view: Some(&self.view),
            presence: &self.presence,
            now: self.here(),
        };
        terminal
            .draw(|frame| self.app.draw(frame, &outlook))
            .expect("a frame");
        assert_eq!(
            terminal.backend().buffer().area,
            Rect::new(0, 0, width, height)
        );
        terminal.backend().buffer().clone()
    }

    /// The commands that were carried out.
    pub(crate) fn done(&self) -> Vec<&Command> {
        let done = self.asked.iter().filter(|(_, answer)| answer.is_ok());
        done.map(|(command, _)| command).collect()
    }

    /// The seat hears something.
    pub(crate) fn hear(&mut self, update: Update) {
        self.take(Incoming::Update(Box::new(update)));
    }

    fn take(&mut self, incoming: Incoming) {
        let mut todo = VecDeque::from([incoming]);
        while let Some(incoming) = todo.pop_front() {
            let outlook = Outlook {
                view: Some(&self.view),
                presence: &self.presence,
                now: self.here(),
            };
            for effect in self.app.handle(incoming, &outlook) {
                match effect {
                    Effect::Give(command) => self.give(command),
                    effect => self.effects.push(effect),
                }
            }
            todo.clear();
        }
    }

    fn give(&mut self, command: Command) {
        let id = self.id();
        self.take(Incoming::Given(id, command.clone()));
        self.hear(Update::Kept { id });
        if self.is_linked {
            self.carry(id, command);
        } else {
            self.waiting.push((id, command));
        }
    }

    fn carry(&mut self, id: Uuid, command: Command) {
        let asker = Asker {
            seat: self.viewer.seat,
            role: self.viewer.role,
        };
        let answer = self.desk.ask(asker, id, &command, self.now);
        self.publish();
        let told = answer
            .as_ref()
            .map(|_| ())
            .map_err(|refusal| refusal.reason().to_owned());
        self.asked.push((command.clone(), told));
        let answer = match answer {
            Ok(done) => Ok(Done {
                seq: done.seq,
                result: done.result,
            }),
            Err(refusal) => Err(Refused {
                reason: refusal.reason().to_owned(),
                message: self.locale.refusal(&refusal),
            }),
        };
        self.hear(Update::Answered {
            id,
            command,
            answer,
        });
    }

    /// Puts what is staged on disk that is not there, and tells this seat.
    fn publish(&mut self) {
        let items: Vec<Item> = self.desk.commit();
        for item in items {
            let Some(bytes) = item.of(self.viewer) else {
                continue;
            };
            let record: Record = serde_json::from_slice(bytes).expect("a record");
            self.view.apply(&record);
            self.hear(Update::Record(Box::new(record)));
        }
        let presence = Presence {
            unencrypted: self.presence.unencrypted,
            ..self.desk.presence()
        };
        if presence != self.presence {
            self.presence = presence.clone();
            self.hear(Update::Presence(presence));
        }
    }

    fn id(&mut self) -> Uuid {
        self.next_id += 1;
        Uuid::from_u128(self.next_id)
    }
}
