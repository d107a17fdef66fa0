//! Somebody with a terminal: what their program remembers, what is on their disk, and how they take what they hear.
//! The window and the bookmark are the link's own; the rest is what the link's task does with them.

use halte::id::ParticipantId;
use halte::language::Language;
use halte::link::bookmark::{Bookmark, News};
use halte::link::window::{Window, is_passing, is_patient};
use halte::moment::Moment;
use halte::vocabulary::Role;
use halte::wire::{ClientMessage, Farewell, Fault, Hello, ServerMessage};
use halte::workshop::{Command, Workshop};
use uuid::Uuid;

/// How long a host that cannot save is left alone, in seconds.
const HELD: u32 = 8;

/// Somebody who takes part, leads or watches.
pub(super) struct Person {
    pub(super) role: Role,
    name: String,
    /// What is on their disk: the seat they were given and what was not answered.
    secret: Option<String>,
    hello: Uuid,
    pub(super) outbox: Vec<(Uuid, Command)>,
    /// The seat, for whoever looks at the whole simulation.
    pub(super) you: Option<ParticipantId>,
    pub(super) program: Option<Program>,
}

/// What is gone when the program is killed.
#[derive(Default)]
pub(super) struct Program {
    pub(super) window: Window,
    pub(super) bookmark: Bookmark,
    pub(super) view: Option<Workshop>,
    held_until: Option<Moment>,
    /// The connection it talks on, and whether it was welcomed there.
    pub(super) line: Option<u64>,
    is_welcome: bool,
}

/// What somebody makes of something they hear.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard {
    Nothing,
    /// The view changed.
    View,
    /// A command was answered.
    Answer(Uuid),
    /// The connection is of no use any more.
    Cut,
    /// They gave up their seat.
    Left,
}

impl Person {
    pub(super) fn new(role: Role, number: usize, hello: Uuid) -> Self {
        Self {
            role,
            name: format!("Mens {number}"),
            secret: None,
            hello,
            outbox: Vec::new(),
            you: None,
            program: None,
        }
    }

    /// Starts the program: what waits on disk is sent again.
    pub(super) fn start(&mut self) {
        let mut program = Program::default();
        for (id, command) in &self.outbox {
            program.window.push(*id, command.clone());
        }
        self.program = Some(program);
    }

    /// The program talks on a new connection; what it says first.
    pub(super) fn connect(&mut self, line: u64) -> Option<ClientMessage> {
        let program = self.program.as_mut()?;
        program.line = Some(line);
        program.is_welcome = false;
        program.window.rewind();
        program.held_until = None;
        let (since, begun) = (program.bookmark.since(), program.bookmark.begun());
        Some(ClientMessage::Hello(Box::new(Hello {
            code: "K7QF-2M9X".to_owned(),
            role: self.role,
            token: None,
            name: Some(self.name.clone()),
            organisation: None,
            kind: None,
            real_role: None,
            table: None,
            lang: Some(Language::Nl),
            since: since.filter(|_| self.secret.is_some()),
            begun: begun.filter(|_| self.secret.is_some()),
            id: self.secret.is_none().then_some(self.hello),
            seat: self.secret.clone(),
        })))
    }

    /// Keeps what the person wants until it is answered.
    pub(super) fn give(&mut self, id: Uuid, command: Command) {
        let Some(program) = self.program.as_mut() else {
            return;
        };
        if !is_passing(&command) {
            self.outbox.push((id, command.clone()));
        }
        program.window.push(id, command);
    }

    /// What may be sent now.
    pub(super) fn speak(&mut self, now: Moment) -> Vec<ClientMessage> {
        let Some(program) = self.program.as_mut().filter(|program| program.is_welcome) else {
            return Vec::new();
        };
        if program.held_until.is_some_and(|until| now < until) {
            return Vec::new();
        }
        program.held_until = None;
        let next = || {
            let next = program.window.send_next()?;
            Some(ClientMessage::Command {
                id: next.id,
                command: next.command.clone(),
            })
        };
        std::iter::from_fn(next).collect()
    }

    /// Takes in what the host says.
    pub(super) fn hear(&mut self, text: &str, now: Moment) -> Heard {
        let Some(program) = self.program.as_mut() else {
            return Heard::Nothing;
        };
        match serde_json::from_str(text).expect("a message") {
            ServerMessage::Welcome(welcome) => {
                let news = program
                    .bookmark
                    .welcomed(&welcome)
                    .expect("a fitting welcome");
                self.you = Some(welcome.you);
                self.secret = Some(welcome.seat);
                program.is_welcome = true;
                match news {
                    News::View(view) => program.view = Some(*view),
                    News::Records(records) => program.fold(&records),
                }
                Heard::View
            }
            ServerMessage::Records { through, records } => {
                let fresh = program.bookmark.fresh(through, records);
                program.fold(&fresh.expect("records in order"));
                Heard::View
            }
            ServerMessage::Ack { id, .. } => self.answered(id),
            ServerMessage::Refused { id, reason, .. } => {
                let waits = program.window.get(id).is_some_and(is_patient);
                if reason == "read-only" && waits {
                    program.window.rewind();
                    program.held_until = Some(now.plus_seconds(HELD));
                    return Heard::Nothing;
                }
                self.answered(id)
            }
            ServerMessage::Presence(presence) => {
                if !presence.read_only {
                    program.held_until = None;
                }
                Heard::Nothing
            }
            ServerMessage::Goodbye {
                reason: Farewell::Left,
            } => {
                self.program = None;
                Heard::Left
            }
            ServerMessage::Error { reason, .. } => {
                assert_eq!(
                    reason,
                    Fault::Full,
                    "only a disk that refuses keeps people out"
                );
                Heard::Cut
            }
            ServerMessage::Goodbye { .. } => Heard::Cut,
            ServerMessage::Sign(_) | ServerMessage::Proof(_) => panic!("nobody asked for it"),
        }
    }

    fn answered(&mut self, id: Uuid) -> Heard {
        self.outbox.retain(|(kept, _)| *kept != id);
        let program = self.program.as_mut();
        match program.and_then(|program| program.window.settle(id)) {
            Some(_) => Heard::Answer(id),
            None => Heard::Nothing,
        }
    }

    /// The connection is gone.
    pub(super) fn lose_line(&mut self) {
        if let Some(program) = self.program.as_mut() {
            program.line = None;
            program.is_welcome = false;
            program.window.rewind();
        }
    }

    pub(super) fn line(&self) -> Option<u64> {
        self.program.as_ref()?.line
    }

    pub(super) fn view(&self) -> Option<&Workshop> {
        self.program.as_ref()?.view.as_ref()
    }

    /// Whether there is nothing left that waits for an answer.
    pub(super) fn is_settled(&self) -> bool {
        let waits = |program: &Program| program.is_welcome && program.window.is_empty();
        self.outbox.is_empty() && self.program.as_ref().is_some_and(waits)
    }
}

impl Program {
    fn fold(&mut self, records: &[halte::workshop::Record]) {
        let view = self.view.as_mut().expect("a view before any record");
        for record in records {
            view.apply(record);
        }
    }
}
