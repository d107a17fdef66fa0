//! The host as plain values: the real desk, journal and news, with the order of things that the room's task keeps
//! (disk, then count, then tell, then answer), and a place to fall over between any two of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use halte::chance::Chance;
use halte::id::ParticipantId;
use halte::journal::{self, Chain};
use halte::language::Language;
use halte::moment::Moment;
use halte::room::Answer;
use halte::room::desk::Desk;
use halte::room::dice::Dice;
use halte::room::keys::Keys;
use halte::room::news::{Item, records_frame};
use halte::vocabulary::Role;
use halte::wire::{ClientMessage, Farewell, Fault, Hello, Presence, ServerMessage};
use halte::workshop::proceedings::{Document, Proceedings, SCHEMA};
use halte::workshop::sight::{Viewer, project};
use halte::workshop::{Command, Joining, Record, Refusal, Seq, Workshop};
use serde_json::json;
use uuid::Uuid;

use super::disk::Disk;
use crate::workshops::journal_of;

/// Where in a turn the host falls over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fall {
    Never,
    BeforeTheSync,
    BeforeTheAnswers,
    AfterTheAnswers,
}

/// A connection that has its seat.
#[derive(Debug, Clone)]
pub(super) struct Seated {
    pub(super) viewer: Viewer,
    /// Everything up to here was sent.
    cursor: Seq,
    presence: Option<Presence>,
}

/// What somebody said, and on which connection.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) line: u64,
    pub(super) message: ClientMessage,
}

/// Something the host says on a connection.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) line: u64,
    pub(super) to: Option<Viewer>,
    /// Everything up to here had been said before.
    pub(super) since: Seq,
    pub(super) text: String,
}

/// What came of a turn.
#[derive(Debug, Default)]
pub(super) struct Turn {
    pub(super) said: Vec<Said>,
    /// The answers that left, with who had asked.
    pub(super) answers: Vec<(Viewer, Uuid, Answer)>,
    pub(super) fell: bool,
}

pub(super) struct Host {
    pub(super) desk: Desk,
    pub(super) disk: Disk,
    pub(super) seated: BTreeMap<u64, Seated>,
    news: Vec<Arc<Item>>,
    chain: Chain,
    keys: Keys,
}

impl Host {
    /// A host that goes on from what the disk holds.
    pub(super) fn open(mut disk: Disk, dice: Dice) -> Self {
        let read = disk.reopen();
        let (desk, items) = Desk::open(read.records).expect("a workshop");
        let desk = desk.with_dice(dice);
        let keys = json!({"code": "K7QF2M9X", "token": "FACILITATOR", "secret": vec![7; 32]});
        Self {
            desk,
            disk,
            seated: BTreeMap::new(),
            news: items.into_iter().map(Arc::new).collect(),
            chain: read.chain,
            keys: serde_json::from_value(keys).expect("keys"),
        }
    }

    /// Serves a batch of requests, or falls over while it does.
    pub(super) fn serve(
        &mut self,
        requests: Vec<Request>,
        now: Moment,
        fall: Fall,
        chance: &mut Chance,
    ) -> Turn {
        if self.desk.is_read_only() && !self.disk.refuses {
            self.desk.reopen();
        }
        self.desk.tick(now);
        let mut turn = Turn::default();
        let (waiting, leavers) = self.take(requests, now, &mut turn);
        let Some(is_on_disk) = self.write(fall) else {
            return self.fall(turn, chance);
        };
        if is_on_disk {
            self.news
                .extend(self.desk.commit().into_iter().map(Arc::new));
            for seq in self.desk.forgotten() {
                let item = &mut self.news[place(seq) - 1];
                *item = Arc::new(item.for_all());
            }
        } else {
            self.desk.roll_back();
        }
        if fall == Fall::BeforeTheAnswers {
            return self.fall(turn, chance);
        }
        for waiting in waiting {
            self.answer(waiting, is_on_disk, now, &mut turn);
        }
        for viewer in leavers {
            let people = self.desk.workshop().participants();
            if people.get(&viewer.seat).is_some_and(|found| found.left) {
                self.dismiss(viewer, Farewell::Left, &mut turn);
            }
        }
        if fall == Fall::AfterTheAnswers {
            return self.fall(turn, chance);
        }
        turn
    }

    fn fall(&mut self, turn: Turn, chance: &mut Chance) -> Turn {
        self.disk.lose_power(chance);
        Turn { fell: true, ..turn }
    }

    fn take(
        &mut self,
        requests: Vec<Request>,
        now: Moment,
        turn: &mut Turn,
    ) -> (Vec<Waiting>, Vec<Viewer>) {
        let mut waiting = Vec::new();
        let mut leavers = Vec::new();
        for Request { line, message } in requests {
            match message {
                ClientMessage::Hello(hello) => match self.admit(&hello, now) {
                    Ok(viewer) => waiting.push(Waiting::Sit(line, hello, viewer)),
                    Err(fault) => turn.say(line, None, &error(fault)),
                },
                ClientMessage::Look { .. } | ClientMessage::Prove { .. } => {
                    panic!("nobody looks or wants a proof")
                }
                ClientMessage::Command { id, command } => {
                    let Some(viewer) = self.seated.get(&line).map(|seated| seated.viewer) else {
                        continue;
                    };
                    let answer = self.desk.ask(viewer.asker(), id, &command, now);
                    if command == Command::Leave && viewer.role == Role::Participant {
                        leavers.push(viewer);
                    }
                    waiting.push(Waiting::Ask(line, viewer, id, answer));
                }
            }
        }
        (waiting, leavers)
    }

    /// Puts what is staged on disk; false when the disk refuses, nothing when the host fell over.
    fn write(&mut self, fall: Fall) -> Option<bool> {
        let mut bytes = Vec::new();
        let mut chain = self.chain;
        for record in self.desk.staged() {
            journal::write(&mut bytes, &mut chain, record).expect("a line");
        }
        if self.disk.refuses && !bytes.is_empty() {
            return Some(false);
        }
        if let Some(records) = self.desk.rewritten() {
            (bytes, chain) = journal_of(&records);
            self.disk.write_beside(bytes);
        } else {
            self.disk.write(&bytes);
        }
        if fall == Fall::BeforeTheSync {
            return None;
        }
        self.disk.sync();
        self.chain = chain;
        Some(true)
    }

    fn admit(&mut self, hello: &Hello, now: Moment) -> Result<Viewer, Fault> {
        let viewer = |seat| Viewer {
            seat,
            role: hello.role,
        };
        if hello.role != Role::Participant {
            return Ok(viewer(ParticipantId::FACILITATOR));
        }
        let seat = match &hello.seat {
            Some(secret) => Some(self.keys.seat_of(secret).ok_or(Fault::WrongCode)?),
            None => None,
        };
        let joining = Joining {
            seat,
            name: hello.name.as_deref().and_then(|name| name.parse().ok()),
            organisation: None,
            kind: None,
            real_role: None,
            table: hello.table,
            language: hello.lang.unwrap_or(Language::Nl),
        };
        let seat = self.desk.join(hello.id, joining, now);
        seat.map(viewer).or(Err(Fault::Full))
    }

    fn answer(&mut self, waiting: Waiting, is_on_disk: bool, now: Moment, turn: &mut Turn) {
        match waiting {
            Waiting::Ask(line, viewer, id, answer) => {
                let answer = if is_on_disk {
                    answer
                } else {
                    let earlier = self.desk.answer_to(viewer.asker(), id);
                    earlier.unwrap_or(Err(Refusal::ReadOnly))
                };
                let message = match &answer {
                    Ok(done) => ServerMessage::Ack {
                        id,
                        seq: done.seq,
                        result: done.result.clone(),
                    },
                    Err(refusal) => ServerMessage::Refused {
                        id,
                        reason: refusal.reason().to_owned(),
                        message: String::new(),
                    },
                };
                turn.say(line, Some(viewer), &message);
                turn.answers.push((viewer, id, answer));
            }
            Waiting::Sit(line, hello, viewer) => {
                let people = self.desk.workshop().participants();
                if viewer.role == Role::Participant && !people.contains_key(&viewer.seat) {
                    turn.say(line, None, &error(Fault::Full));
                    return;
                }
                if viewer.role == Role::Participant {
                    self.dismiss(viewer, Farewell::Replaced, turn);
                }
                let text = self.welcome(&hello, viewer, now);
                turn.said.push(Said {
                    line,
                    to: Some(viewer),
                    since: hello.since.unwrap_or(self.desk.workshop().seq()),
                    text,
                });
                self.desk.connected(viewer);
                self.seated.insert(
                    line,
                    Seated {
                        viewer,
                        cursor: self.desk.workshop().seq(),
                        presence: None,
                    },
                );
            }
        }
    }

    fn welcome(&self, hello: &Hello, viewer: Viewer, now: Moment) -> String {
        let workshop = self.desk.workshop();
        let secret = match viewer.role {
            Role::Participant => self.keys.seat_secret(viewer.seat),
            Role::Facilitator | Role::Observer => String::new(),
        };
        let head = json!({
            "type": "welcome", "you": viewer.seat, "seat": secret, "role": viewer.role,
            "seq": workshop.seq(), "now": now,
        });
        let news = if let Some(since) = hello.since.filter(|since| self.desk.may_resume(*since)) {
            let items = self.news[place(since)..].iter();
            let seen = items.filter_map(|item| item.of(viewer));
            let records: Vec<_> = seen.map(|bytes| String::from_utf8_lossy(bytes)).collect();
            format!("\"records\":[{}]", records.join(","))
        } else {
            let view = project(workshop, viewer);
            let document = Document {
                schema: SCHEMA,
                plan: view.plan(),
                proceedings: Some(Proceedings::of(&view)),
            };
            let view = serde_json::to_string(&document).expect("a view");
            format!("\"view\":{view}")
        };
        let head = head.to_string();
        format!("{},{news}}}", head.strip_suffix('}').expect("an object"))
    }

    fn dismiss(&mut self, viewer: Viewer, reason: Farewell, turn: &mut Turn) {
        let lines = self
            .seated
            .iter()
            .filter(|(_, seated)| seated.viewer == viewer);
        let lines: Vec<u64> = lines.map(|(line, _)| *line).collect();
        for line in lines {
            turn.say(line, Some(viewer), &ServerMessage::Goodbye { reason });
            self.rise(line);
        }
    }

    /// A connection is lost.
    pub(super) fn rise(&mut self, line: u64) {
        if let Some(seated) = self.seated.remove(&line) {
            self.desk.disconnected(seated.viewer);
        }
    }

    /// Tells a connection what is new, up to a number of records behind what it was told before.
    pub(super) fn tell(&mut self, line: u64, records: usize) -> Vec<Said> {
        let presence = self.desk.presence();
        let Some(seated) = self.seated.get_mut(&line) else {
            return Vec::new();
        };
        let viewer = seated.viewer;
        let start = place(seated.cursor);
        let end = self.news.len().min(start + records);
        seated.cursor = end as Seq;
        let frame = records_frame(&self.news[start..end], end as Seq, viewer);
        let presence = match viewer.role {
            Role::Facilitator => presence,
            Role::Participant | Role::Observer => Presence {
                lights: Vec::new(),
                lost: Vec::new(),
                ..presence
            },
        };
        let is_news = end == self.news.len() && seated.presence.as_ref() != Some(&presence);
        let presence = is_news.then(|| {
            seated.presence = Some(presence.clone());
            encode(&ServerMessage::Presence(presence))
        });
        let said = frame.into_iter().chain(presence);
        said.map(|text| Said {
            line,
            to: Some(viewer),
            since: start as Seq,
            text,
        })
        .collect()
    }

    /// The workshop as far as it is on disk.
    pub(super) fn committed(&self) -> Workshop {
        Workshop::replay(self.desk.records()).expect("a workshop")
    }

    pub(super) fn records(&self) -> &[Record] {
        self.desk.records()
    }
}

/// An answer that waits for the disk.
enum Waiting {
    Ask(u64, Viewer, Uuid, Answer),
    Sit(u64, Box<Hello>, Viewer),
}

impl Turn {
    fn say(&mut self, line: u64, to: Option<Viewer>, message: &ServerMessage) {
        let text = encode(message);
        let since = Seq::MAX;
        self.said.push(Said {
            line,
            to,
            since,
            text,
        });
    }
}

const fn error(reason: Fault) -> ServerMessage {
    ServerMessage::Error {
        reason,
        message: String::new(),
    }
}

fn encode(message: &ServerMessage) -> String {
    serde_json::to_string(message).expect("a message")
}

fn place(seq: Seq) -> usize {
    usize::try_from(seq).expect("a short journal")
}
