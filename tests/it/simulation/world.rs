//! Everybody and everything, the lines between them, and the one loop in which it all happens.

mod next;

use std::collections::{BTreeMap, VecDeque};

use halte::chance::Chance;
use halte::moment::Moment;
use halte::room::dice::Dice;
use halte::vocabulary::Role;
use halte::wire::ClientMessage;
use halte::workshop::Command;
use uuid::{Builder, Uuid};

use super::disk::Disk;
use super::host::{Fall, Host, Request, Said};
use super::person::{Heard, Person};
use super::watch::Watch;

const START: i64 = 1_795_251_600_000;
/// The most participants.
const PEOPLE: usize = 5;
/// The longest a message is under way, in milliseconds.
const LATENCY: usize = 400;

/// Something that happens.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Action {
    /// Somebody asks for something.
    Ask(usize, Command),
    /// Somebody starts the program, with what is on their disk.
    Start(usize),
    /// The program is killed.
    Kill(usize),
    Connect(usize),
    /// The connection goes, with what was under way but for that many messages the host had already.
    Drop(usize, usize),
    /// The host notices that a connection is gone.
    Notice(u64),
    /// The host serves what arrived, at most so many messages, and falls over or not.
    Serve(usize, Fall),
    /// The host tells a connection the next so many records.
    Tell(u64, usize),
    /// Somebody hears the next so many messages.
    Hear(usize, usize),
    /// The host is started again.
    Reopen,
    DiskRefuses(bool),
    /// Milliseconds go by.
    Wait(usize),
}

/// A connection: what is under way on it, each with when it arrives.
struct Line {
    person: usize,
    up: VecDeque<(Moment, String)>,
    down: VecDeque<(Moment, String)>,
    /// The person's end is gone.
    is_cut: bool,
}

pub(super) struct World {
    chance: Chance,
    pub(super) now: Moment,
    host: Option<Host>,
    /// The disk of a host that fell over.
    fallen: Option<Disk>,
    people: Vec<Person>,
    lines: BTreeMap<u64, Line>,
    made: u64,
    texts: u32,
    pub(super) watch: Watch,
    pub(super) actions: Vec<Action>,
}

impl World {
    /// A room that just opened, and people who have not come in yet.
    pub(super) fn open(seed: u64) -> Self {
        let mut chance = Chance::of(seed, "simulation");
        let now = Moment::from_millis(START);
        let (disk, header) = Disk::fresh(&mut chance, now);
        let host = Host::open(disk, Dice::loaded(Chance::of(seed, "dice")));
        let mut world = Self {
            watch: Watch::new(&host, header),
            chance,
            now,
            host: Some(host),
            fallen: None,
            people: Vec::new(),
            lines: BTreeMap::new(),
            made: 0,
            texts: 0,
            actions: Vec::new(),
        };
        let participants = 2 + world.chance.below(PEOPLE - 1);
        let roles = [Role::Facilitator, Role::Observer].into_iter();
        for role in roles.chain(std::iter::repeat_n(Role::Participant, participants)) {
            let hello = world.id();
            let number = world.people.len();
            world.people.push(Person::new(role, number, hello));
        }
        world
    }

    /// Lets so many things happen.
    pub(super) fn live(&mut self, actions: usize) {
        for _ in 0..actions {
            if let Some(action) = self.choose() {
                self.happen(action);
            }
        }
    }

    fn id(&mut self) -> Uuid {
        let high = u128::from(self.chance.roll()) << 64;
        let drawn = high | u128::from(self.chance.roll());
        Builder::from_random_bytes(drawn.to_be_bytes()).into_uuid()
    }

    /// Lets something happen, and looks whether everything still holds.
    pub(super) fn happen(&mut self, action: Action) {
        self.actions.push(action.clone());
        let step = self.chance.below(LATENCY / 8);
        self.now = self.later(step);
        match action {
            Action::Ask(person, command) => {
                let id = self.id();
                self.people[person].give(id, command);
                self.speak(person);
            }
            Action::Start(person) => self.people[person].start(),
            Action::Kill(person) => {
                self.cut(person, 1);
                self.people[person].program = None;
            }
            Action::Connect(person) => self.connect(person),
            Action::Drop(person, arrived) => self.cut(person, arrived),
            Action::Notice(line) => self.notice(line),
            Action::Serve(most, fall) => self.serve(most, fall),
            Action::Tell(line, records) => self.tell(line, records),
            Action::Hear(person, messages) => self.hear(person, messages),
            Action::Reopen => self.reopen(),
            Action::DiskRefuses(refuses) => self.disk().refuses = refuses,
            Action::Wait(millis) => self.now = self.later(millis),
        }
    }

    fn later(&self, millis: usize) -> Moment {
        let millis = i64::try_from(millis).expect("a short time");
        Moment::from_millis(self.now.as_millis() + millis)
    }

    fn disk(&mut self) -> &mut Disk {
        let host = self.host.as_mut().map(|host| &mut host.disk);
        host.or(self.fallen.as_mut()).expect("a disk")
    }

    /// The bytes on the disk, for whoever wants to look at what went wrong.
    pub(super) fn journal(&mut self) -> Vec<u8> {
        self.disk().safe().to_vec()
    }

    fn speak(&mut self, person: usize) {
        let messages = self.people[person].speak(self.now);
        for message in messages {
            self.send_up(person, &message);
        }
    }

    fn send_up(&mut self, person: usize, message: &ClientMessage) {
        let text = serde_json::to_string(message).expect("a message");
        let latency = self.chance.below(LATENCY);
        let due = self.later(latency);
        let line = self.people[person].line();
        if let Some(line) = line.and_then(|line| self.lines.get_mut(&line)) {
            // What is said later arrives later.
            let last = line.up.back().map_or(due, |(last, _)| *last);
            line.up.push_back((due.max(last), text));
        }
    }

    fn connect(&mut self, person: usize) {
        if self.host.is_none() || self.people[person].line().is_some() {
            return;
        }
        self.made += 1;
        let Some(hello) = self.people[person].connect(self.made) else {
            return;
        };
        let line = Line {
            person,
            up: VecDeque::new(),
            down: VecDeque::new(),
            is_cut: false,
        };
        self.lines.insert(self.made, line);
        self.send_up(person, &hello);
    }

    /// A connection goes. What the host had received already it still reads, and hears only then that it is gone.
    fn cut(&mut self, person: usize, arrived: usize) {
        let line = self.people[person].line();
        if let Some(line) = line.and_then(|line| self.lines.get_mut(&line)) {
            line.is_cut = true;
            line.down.clear();
            line.up.truncate(arrived);
        }
        self.people[person].lose_line();
    }

    fn notice(&mut self, line: u64) {
        let is_over = |line: &Line| line.is_cut && line.up.is_empty();
        if self.lines.get(&line).is_some_and(is_over) {
            self.lines.remove(&line);
            if let Some(host) = &mut self.host {
                host.rise(line);
            }
        }
    }

    fn serve(&mut self, most: usize, fall: Fall) {
        if self.host.is_none() {
            return;
        }
        let requests = self.arrived(most);
        let Some(host) = self.host.as_mut() else {
            return;
        };
        let turn = host.serve(requests, self.now, fall, &mut self.chance);
        self.watch.turn(host, &turn);
        if !turn.fell {
            Watch::invariant_a_notice_is_kept(host, self.now);
        }
        self.watch.said(&turn.said, &self.people);
        self.send_down(turn.said);
        if turn.fell {
            self.fallen = self.host.take().map(|host| host.disk);
            self.lines_go();
        }
    }

    /// What arrived at the host, at most so many messages. A newer connection overtakes nothing of an older one.
    fn arrived(&mut self, most: usize) -> Vec<Request> {
        let mut numbers: Vec<u64> = self.lines.keys().copied().collect();
        self.chance.shuffle(&mut numbers);
        let mut requests = Vec::new();
        while requests.len() < most {
            let next = numbers.iter().copied().find(|number| self.is_next(*number));
            let Some(line) = next else { break };
            let taken = self
                .lines
                .get_mut(&line)
                .and_then(|line| line.up.pop_front());
            let (_, text) = taken.expect("a message");
            let message = serde_json::from_str(&text).expect("a message");
            requests.push(Request { line, message });
            if self.chance.percent(40) {
                numbers.rotate_left(1);
            }
        }
        requests
    }

    fn is_next(&self, number: u64) -> bool {
        let line = &self.lines[&number];
        let is_due = line.up.front().is_some_and(|(due, _)| *due <= self.now);
        let mut older = self.lines.range(..number);
        is_due && older.all(|(_, other)| other.person != line.person || other.up.is_empty())
    }

    fn tell(&mut self, line: u64, records: usize) {
        let Some(host) = self.host.as_mut() else {
            return;
        };
        let said = host.tell(line, records);
        self.watch.said(&said, &self.people);
        self.send_down(said);
    }

    fn send_down(&mut self, said: Vec<Said>) {
        for Said { line, text, .. } in said {
            let latency = self.chance.below(LATENCY);
            let due = self.later(latency);
            if let Some(line) = self.lines.get_mut(&line).filter(|line| !line.is_cut) {
                let last = line.down.back().map_or(due, |(last, _)| *last);
                line.down.push_back((due.max(last), text));
            }
        }
    }

    /// All connections end with the host; some of what it had said still arrives.
    fn lines_go(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        for (_, mut line) in lines.into_iter().filter(|(_, line)| !line.is_cut) {
            let arrives = self.chance.below(line.down.len() + 1);
            line.down.truncate(arrives);
            for (_, text) in line.down {
                self.take_in(line.person, &text);
            }
            self.people[line.person].lose_line();
        }
    }

    fn hear(&mut self, person: usize, messages: usize) {
        for _ in 0..messages {
            let number = self.people[person].line();
            let Some(line) = number.and_then(|line| self.lines.get_mut(&line)) else {
                return;
            };
            let Some((_, text)) = line.down.pop_front_if(|(due, _)| *due <= self.now) else {
                break;
            };
            match self.take_in(person, &text) {
                Heard::Left | Heard::Cut => self.cut_line(person, number),
                Heard::Nothing | Heard::View | Heard::Answer(_) => {}
            }
        }
        self.speak(person);
    }

    fn take_in(&mut self, person: usize, text: &str) -> Heard {
        let heard = self.people[person].hear(text, self.now);
        if heard == Heard::View {
            let person = &self.people[person];
            self.watch.invariant_a_view_is_what_its_seat_may_see(person);
        }
        if heard == Heard::Left {
            let person = &self.people[person];
            self.watch.invariant_who_was_told_goodbye_has_left(person);
        }
        heard
    }

    fn cut_line(&mut self, person: usize, number: Option<u64>) {
        if let Some(line) = number.and_then(|line| self.lines.get_mut(&line)) {
            line.is_cut = true;
            line.down.clear();
            line.up.clear();
        }
        self.people[person].lose_line();
    }

    fn reopen(&mut self) {
        if let Some(mut disk) = self.fallen.clone() {
            disk.refuses = false;
            let dice = Dice::loaded(Chance::new(self.chance.roll()));
            let host = Host::open(disk, dice);
            self.watch.reopened(&host);
            self.host = Some(host);
            self.fallen = None;
        }
    }

    /// Everything works again: everybody comes back and waits until nothing is under way. Whether they got there.
    pub(super) fn settle(&mut self, rounds: usize) -> bool {
        self.happen(Action::DiskRefuses(false));
        self.happen(Action::Reopen);
        for _ in 0..rounds {
            for person in 0..self.people.len() {
                if let Some(action) = self.come(person) {
                    self.happen(action);
                }
                self.happen(Action::Hear(person, usize::MAX));
            }
            self.happen(Action::Serve(64, Fall::Never));
            for line in self.lines.keys().copied().collect::<Vec<_>>() {
                self.happen(Action::Notice(line));
                self.happen(Action::Tell(line, usize::MAX / 2));
            }
            self.happen(Action::Wait(LATENCY));
            if self.is_settled() {
                return true;
            }
        }
        false
    }

    fn is_settled(&self) -> bool {
        let is_quiet = |line: &Line| line.up.is_empty() && line.down.is_empty();
        self.lines.values().all(is_quiet) && self.people.iter().all(Person::is_settled)
    }

    pub(super) fn people(&self) -> &[Person] {
        &self.people
    }

    pub(super) fn host(&self) -> &Host {
        self.host.as_ref().expect("a host")
    }
}
