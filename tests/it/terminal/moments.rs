//! The end of screens at seeded moments, by `kill -9` or a window that is closed, in every step of a workshop: the facilitator's,
//! who has the host in the same process, a participant's, or both; in the middle of a word, right behind it, while it is on
//! its way, and while the group moves on. Whoever died begins again and goes on with what is there; in the end everything
//! is on record, whole and once.
//!
//! A seed makes the same choices, though not the same interleaving. `HALTE_SOAK_SEED=17` lives one again, and with
//! `HALTE_SOAK_SECONDS` one follows the other for so long (`just soak`).

mod disk;
mod doing;

use std::fs;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use halte::chance::Chance;
use serde_json::Value;
use tempfile::TempDir;

use super::pseudo::Terminal;
use crate::processes::moments::{PLAN, STEPS, number};
use crate::processes::stage::address_of_its_own;
use disk::Disk;
use doing::{Deed, Doing, Form, Press};

/// Deaths in a step while somebody is at something; one more follows while the group moves on.
const ROUNDS: usize = 2;
/// Dots of a participant.
const DOTS: usize = 5;

const PARK: Form = Form {
    opens: "p",
    last: "Ctrl-S klaar",
    below: &["Waarover komen we"],
    gives: "\r",
    list: "parking",
    is_an_answer: false,
};
const PARK_ANYWHERE: Form = Form {
    opens: "\u{1b}OS",
    ..PARK
};
const WRITE: Form = Form {
    opens: "",
    last: "Enter versturen",
    below: &["Schrijf hier", "Hier was je mee bezig"],
    list: "contributions",
    ..PARK
};
const ADD: Form = Form {
    opens: "w",
    below: &["Jouw tekst"],
    list: "contributions",
    ..PARK
};
const ANSWER: Form = Form {
    opens: "\r",
    below: &["Waarom?"],
    gives: "\u{13}",
    list: "reflections",
    is_an_answer: true,
    ..PARK
};
const RECOMMEND: Form = Form {
    opens: "r",
    below: &["Wat moet er gebeuren?"],
    gives: "\u{13}\r",
    list: "recommendations",
    ..PARK
};
const SORT: Press = Press {
    key: "3",
    row: "gesorteerd",
    before: " gesorteerd",
};
const PLACE: Press = Press {
    key: "3",
    row: "geplaatst",
    before: " van ",
};
const VOTE: Press = Press {
    key: "\u{1b}[C",
    row: "stippen",
    before: " van je",
};

/// What the facilitator and the participant do in a step.
fn deeds(step: &str) -> (Deed, Deed) {
    let park = Deed::Write(PARK);
    match step {
        "brief" => (park, Deed::Write(PARK_ANYWHERE)),
        "write" => (park, Deed::Write(WRITE)),
        "share" => (park, Deed::Write(ADD)),
        "sort" => (park, Deed::Press(SORT)),
        "converge" => (Deed::Press(PLACE), Deed::Look),
        "vote" => (park, Deed::Press(VOTE)),
        "reflect" => (park, Deed::Write(ANSWER)),
        "act" => (Deed::Write(RECOMMEND), park),
        "close" => (park, park),
        _ => (park, Deed::Look),
    }
}

#[test]
fn screens_killed_in_any_step_lose_nothing_and_send_nothing_twice() {
    let first = number("HALTE_SOAK_SEED").unwrap_or(1);
    let until =
        number("HALTE_SOAK_SECONDS").map(|seconds| Instant::now() + Duration::from_secs(seconds));
    for seed in first.. {
        let live = || Room::open().lives(&mut Chance::of(seed, "screens"));
        let lived = catch_unwind(AssertUnwindSafe(live));
        if let (Ok(moments), Some(_)) = (&lived, until) {
            // Whether anybody reads along is no matter.
            let _ = writeln!(std::io::stderr(), "seed {seed}: {moments} moments");
        }
        assert!(lived.is_ok(), "HALTE_SOAK_SEED={seed}");
        if until.is_none_or(|until| Instant::now() > until) {
            return;
        }
    }
}

/// A host at its screens and a participant at theirs.
struct Room {
    disk: Disk,
    typed_address: String,
    host: Terminal,
    guest: Terminal,
    step: usize,
    /// What has to be on record in the end: lists of the saved session, and texts.
    texts: Vec<(&'static str, String)>,
    _home: TempDir,
}

impl Room {
    fn open() -> Self {
        let home = tempfile::tempdir().expect("a home");
        fs::write(home.path().join("plan.yaml"), PLAN).expect("a plan");
        let listen = format!("{}:0", address_of_its_own());
        let mut host = Terminal::halte(&["host", "plan.yaml", "--listen", &listen], home.path());
        host.sees("1/11");
        host.types("i");
        host.sees("halte join ");
        let shown = host.contents();
        let (_, behind) = shown.split_once("halte join ").expect("what to type");
        let typed_address = behind.split_whitespace().next().expect("an address");
        let typed_address = typed_address.to_owned();
        host.types("\u{1b}");
        let mut guest = Terminal::halte(&["join", &typed_address], home.path());
        guest.sees("Bewaard wordt");
        guest.types("\u{13}");
        guest.sees("Jij bent p01");
        Self {
            disk: Disk {
                home: home.path().to_owned(),
            },
            typed_address,
            host,
            guest,
            step: 0,
            texts: Vec::new(),
            _home: home,
        }
    }

    /// A whole workshop; how many moments it had.
    fn lives(mut self, chance: &mut Chance) -> usize {
        let mut moments = 0;
        let mut figures = Vec::new();
        for (step, kind) in STEPS.iter().enumerate() {
            for round in 0..ROUNDS {
                self.dies_at_something(round, chance);
                moments += 1;
            }
            figures.push(match *kind {
                "sort" => SORT.figure(&self.guest.contents()),
                "converge" => PLACE.figure(&self.host.contents()),
                "vote" => VOTE.figure(&self.guest.contents()),
                _ => None,
            });
            if step + 1 < STEPS.len() {
                self.dies_while_moving_on(chance);
                moments += 1;
            }
        }
        self.host.types("q\r");
        let (contents, code) = self.host.ends_clean();
        assert_eq!(code, 0, "{contents}");
        let saved = fs::read_to_string(self.disk.session("yaml")).expect("a session");
        let saved: Value = serde_yaml::from_str(&saved).expect("YAML");
        self.texts.sort_unstable();
        assert_eq!(texts_of(&saved), self.texts);
        let shown: Vec<usize> = figures.into_iter().flatten().collect();
        assert_eq!(shown, figures_of(&saved));
        moments
    }

    fn dies_at_something(&mut self, round: usize, chance: &mut Chance) {
        let (at_host, at_guest) = deeds(STEPS[self.step]);
        // No two begin alike: what is on disk of one is not taken for another.
        let number = u8::try_from(self.step * ROUNDS + round).expect("a small number");
        let of_host = format!("{} keer later bij de koffie", char::from(b'A' + number));
        let of_guest = format!("{} is wat ik nodig heb", char::from(b'a' + number));
        let host = Doing::begins(at_host, (round, &of_host), &mut self.host, chance);
        let guest = Doing::begins(at_guest, (round, &of_guest), &mut self.guest, chance);
        let (host_is_kept, guest_is_kept) = (chance.percent(40), chance.percent(40));
        if guest_is_kept {
            guest.is_kept(&mut self.guest, &self.disk);
        }
        if host_is_kept {
            host.is_kept(&mut self.host, &self.disk);
        }
        let victims = Victims::some(chance);
        self.are_killed(&victims, chance);
        let left = [
            host.leaves(victims.host, host_is_kept, &self.disk),
            guest.leaves(victims.guest, guest_is_kept, &self.disk),
        ];
        self.come_back(&victims, self.step);
        let [of_host, of_guest] = left;
        let host = host.goes_on(of_host, &mut self.host, &self.disk);
        let guest = guest.goes_on(of_guest, &mut self.guest, &self.disk);
        self.texts.extend([host, guest].into_iter().flatten());
    }

    /// The facilitator goes to the next step, and it happens meanwhile.
    fn dies_while_moving_on(&mut self, chance: &mut Chance) {
        let (from, to) = (self.step, self.step + 1);
        self.host.types("nn");
        let victims = Victims::some(chance);
        self.are_killed(&victims, chance);
        let is_given = !victims.host || self.disk.has(&format!("\"step\":\"s{:02}\"", to + 1));
        self.come_back(&victims, if is_given { to } else { from });
        if !is_given {
            self.host.types("nn");
        }
        self.step = to;
        for screen in [&mut self.host, &mut self.guest] {
            is_at(to, screen);
        }
    }

    fn are_killed(&mut self, victims: &Victims, chance: &mut Chance) {
        for _ in 0..chance.below(300) {
            std::thread::yield_now();
        }
        let by = if chance.percent(60) { "KILL" } else { "HUP" };
        if victims.guest {
            self.guest.dies(by);
        }
        if victims.host {
            self.host.dies(by);
        }
    }

    /// Begins again what died; everybody is at this step then.
    fn come_back(&mut self, victims: &Victims, step: usize) {
        if victims.host {
            let journal = self.disk.session("journal");
            let journal = journal.to_str().expect("a path");
            self.host = Terminal::halte(&["host", "--resume", journal], &self.disk.home);
        }
        if victims.guest {
            self.guest = Terminal::halte(&["join", &self.typed_address], &self.disk.home);
        }
        for screen in [&mut self.host, &mut self.guest] {
            is_at(step, screen);
        }
    }
}

/// Whose screens end.
struct Victims {
    host: bool,
    guest: bool,
}

impl Victims {
    fn some(chance: &mut Chance) -> Self {
        let (guest, host) = [(true, false), (false, true), (true, true)][chance.below(3)];
        Self { host, guest }
    }
}

/// Waits until the screen is at this step, and there is a host behind it.
fn is_at(step: usize, screen: &mut Terminal) {
    let number = format!(" {}/{} ", step + 1, STEPS.len());
    screen.until(&number, |screen| {
        let contents = screen.contents();
        contents.starts_with(&number) && !contents.contains("Geen verbinding")
    });
}

/// Every text that is on record, with the list that it is in.
fn texts_of(saved: &Value) -> Vec<(&'static str, String)> {
    let lists = ["contributions", "parking", "recommendations", "reflections"];
    let texts = lists.into_iter().flat_map(|list| {
        let entries = saved[list].as_array().expect("a list").iter();
        entries.map(move |entry| (list, entry["text"].as_str().expect("a text").to_owned()))
    });
    let mut texts: Vec<_> = texts.collect();
    texts.sort_unstable();
    texts
}

/// What the screens showed when everything was done: how many texts were sorted and placed, and how many dots were left.
fn figures_of(saved: &Value) -> Vec<usize> {
    let contributions = saved["contributions"].as_array().expect("a list");
    let count = |key: &str| {
        let with = contributions.iter().filter(|entry| !entry[key].is_null());
        with.count()
    };
    let votes = saved["votes"].as_array().expect("a list").iter();
    let dots: u64 = votes.map(|vote| vote["dots"].as_u64().expect("dots")).sum();
    let left = DOTS - usize::try_from(dots).expect("a few");
    vec![count("sorts"), count("placement"), left]
}
