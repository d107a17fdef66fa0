//! The end of screens at seeded moments, by `kill -9` or a window that is closed: the facilitator's, who has the host in the same process, a participant's, or
//! both, in the middle of a word, right behind it, and while it is on its way. Whoever died begins again and goes on with
//! what is there; in the end every text is on record, whole and once.
//!
//! A seed makes the same choices, though not the same interleaving. `HALTE_SOAK_SEED=17` lives one again, and with
//! `HALTE_SOAK_SECONDS` one follows the other for so long (`just soak`).

use std::fs;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use halte::chance::Chance;
use serde_json::Value;
use tempfile::TempDir;

use super::pseudo::Terminal;
use crate::processes::moments::number;
use crate::processes::program::until;
use crate::processes::stage::address_of_its_own;

/// Deaths in one workshop.
const ROUNDS: usize = 6;
const PLAN: &str = "
schema: halte/1
title: Een stille workshop
language: nl
scenarios: [synergy]
personas: \"6\"
agenda:
  - {kind: write, scenario: synergy, minutes: 7}
  - {kind: close, minutes: 1}
";

#[test]
fn screens_killed_while_somebody_types_lose_nothing_and_send_nothing_twice() {
    let first = number("HALTE_SOAK_SEED").unwrap_or(1);
    let until =
        number("HALTE_SOAK_SECONDS").map(|seconds| Instant::now() + Duration::from_secs(seconds));
    for seed in first.. {
        let live = || Room::open().lives(&mut Chance::of(seed, "screens"));
        let lived = catch_unwind(AssertUnwindSafe(live));
        assert!(lived.is_ok(), "HALTE_SOAK_SEED={seed}");
        let Some(until) = until else { return };
        // Whether anybody reads along is no matter.
        let _ = writeln!(std::io::stderr(), "seed {seed}: {ROUNDS} moments");
        if Instant::now() > until {
            return;
        }
    }
}

/// What somebody had typed when it happened, and what they still wanted to.
struct Typed {
    so_far: String,
    missing: String,
    /// Whether Enter came behind it.
    is_given: bool,
}

impl Typed {
    fn some(text: &str, chance: &mut Chance) -> Self {
        // Half of the time all of it.
        let length = (1 + chance.below(2 * text.len())).min(text.len());
        let (typed, _) = text.split_at(length);
        // A space at the end is not seen on a screen.
        let so_far = typed.trim_end();
        let missing = text.strip_prefix(so_far).unwrap_or_default();
        Self {
            so_far: so_far.to_owned(),
            missing: missing.to_owned(),
            is_given: missing.is_empty() && chance.percent(70),
        }
    }

    fn text(&self) -> String {
        format!("{}{}", self.so_far, self.missing)
    }

    fn keys(&self) -> String {
        let enter = if self.is_given { "\r" } else { "" };
        format!("{}{enter}", self.so_far)
    }

    /// What has still to be typed, when this much is there.
    fn rest(&self, there: &str) -> String {
        let Some(lost) = self.so_far.strip_prefix(there) else {
            panic!("{there:?} is not from {:?}", self.so_far);
        };
        format!("{lost}{}\r", self.missing)
    }
}

/// A host at its screens and somebody who writes.
struct Room {
    home: TempDir,
    typed_address: String,
    host: Terminal,
    guest: Terminal,
    texts: Vec<String>,
    parked: Vec<String>,
}

impl Room {
    fn open() -> Self {
        let home = tempfile::tempdir().expect("a home");
        fs::write(home.path().join("plan.yaml"), PLAN).expect("a plan");
        let listen = format!("{}:0", address_of_its_own());
        let mut host = Terminal::halte(&["host", "plan.yaml", "--listen", &listen], home.path());
        host.sees("1/2");
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
        guest.sees("Schrijf hier");
        guest.types("Het begin.\r");
        guest.sees("✓  nood  Het begin.");
        Self {
            home,
            typed_address,
            host,
            guest,
            texts: vec!["Het begin.".to_owned()],
            parked: Vec::new(),
        }
    }

    fn lives(mut self, chance: &mut Chance) {
        for round in 0..ROUNDS {
            self.dies(round, chance);
        }
        self.host.types("q\r");
        let (contents, code) = self.host.ends_clean();
        assert_eq!(code, 0, "{contents}");
        let path = found(&self.home.path().join("sessions"), "yaml");
        let saved = fs::read_to_string(path).expect("a session");
        let saved: Value = serde_yaml::from_str(&saved).expect("YAML");
        assert_eq!(texts(&saved["contributions"]), self.texts);
        assert_eq!(texts(&saved["parking"]), self.parked);
    }

    fn dies(&mut self, round: usize, chance: &mut Chance) {
        let (guest_dies, host_dies) = [(true, false), (false, true), (true, true)][chance.below(3)];
        // No two begin alike: what is on disk of one is not taken for another.
        let letter = char::from(b'a' + u8::try_from(round).expect("a small number"));
        let text = Typed::some(&format!("{letter} is wat ik nodig heb"), chance);
        let parked = Typed::some(&format!("{round} keer later bij de koffie"), chance);
        self.host.types("p");
        self.host.sees("Waarover komen we later terug?");
        self.host.types(&parked.keys());
        self.guest.types(&text.keys());
        let (text_is_kept, parked_is_kept) = (chance.percent(40), chance.percent(40));
        if text_is_kept {
            self.is_kept(&text);
        }
        if parked_is_kept {
            self.is_kept(&parked);
        }
        for _ in 0..chance.below(300) {
            std::thread::yield_now();
        }
        let by = if chance.percent(60) { "KILL" } else { "HUP" };
        if guest_dies {
            self.guest.dies(by);
        }
        if host_dies {
            self.host.dies(by);
            self.host = self.resumed();
        }
        if guest_dies {
            self.guest = Terminal::halte(&["join", &self.typed_address], self.home.path());
        }
        self.guest_goes_on(&text, text_is_kept || !guest_dies);
        self.host_goes_on(&parked, parked_is_kept || !host_dies);
    }

    /// Waits until what was typed is on a disk of somebody, as a draft or as something given.
    fn is_kept(&self, typed: &Typed) {
        let seats = self.home.path().join("state/halte/seats");
        until("it is kept", || {
            let mut files = fs::read_dir(&seats).expect("seats").flatten();
            files.any(|file| {
                // A file that is being written bears no such name yet.
                let path = file.path();
                if !path
                    .extension()
                    .is_some_and(|ending| ending == "draft" || ending == "jsonl")
                {
                    return false;
                }
                let text = fs::read_to_string(path).unwrap_or_default();
                text.contains(&format!("\"{}\"", typed.so_far))
            })
        });
    }

    fn resumed(&self) -> Terminal {
        let journal = found(&self.home.path().join("sessions"), "journal");
        let journal = journal.to_str().expect("a path");
        let mut host = Terminal::halte(&["host", "--resume", journal], self.home.path());
        host.sees("1/2");
        host
    }

    /// The participant ends the text they were in, and sees that it is saved.
    fn guest_goes_on(&mut self, typed: &Typed, is_all_there: bool) {
        let listed = format!("nood  {}", typed.text());
        self.guest.until("a list", |screen| {
            let contents = screen.contents();
            let is_there = contents.contains(&listed)
                || !is_all_there
                || (field(&contents) == typed.so_far && !typed.is_given);
            // The last row, so that all of it is there.
            is_there
                && contents.contains("Enter versturen")
                && !contents.contains("Geen verbinding")
        });
        let contents = self.guest.contents();
        if contents.contains(&listed) {
            assert_eq!(field(&contents), "", "{contents}");
        } else {
            self.guest.types(&typed.rest(&field(&contents)));
        }
        self.guest.sees(&format!("✓  nood  {}", typed.text()));
        self.texts.push(typed.text());
    }

    /// The facilitator ends what they were parking, and it is on record.
    fn host_goes_on(&mut self, typed: &Typed, is_all_there: bool) {
        let journal = found(&self.home.path().join("sessions"), "journal");
        let is_recorded = || {
            let journal = fs::read_to_string(&journal).expect("a journal");
            journal.contains(&typed.text())
        };
        let was_given = typed.is_given && is_all_there;
        if !was_given && !is_recorded() {
            if !self.host.contents().contains("Waarover komen we") {
                self.host.types("p");
                // The last row of it, so that all of it is there.
                self.host.sees("Ctrl-S klaar");
            }
            self.host.until("what was typed", |screen| {
                !is_all_there || field(&screen.contents()) == typed.so_far
            });
            let there = field(&self.host.contents());
            self.host.types(&typed.rest(&there));
        }
        until("it is recorded", is_recorded);
        self.host.until("the form is closed", |screen| {
            !screen.contents().contains("Waarover komen we")
        });
        self.parked.push(typed.text());
    }
}

/// What stands on the first line of the box that is typed into.
fn field(contents: &str) -> String {
    let above = ["Schrijf hier", "Hier was je mee bezig", "Waarover komen we"];
    let mut lines = contents
        .lines()
        .skip_while(|line| !above.iter().any(|above| line.contains(above)));
    let line = lines.nth(1).unwrap_or_default();
    let inside = line.split('│').nth(1).unwrap_or_default();
    inside.trim().to_owned()
}

fn found(folder: &Path, ending: &str) -> PathBuf {
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let mut paths = files.map(|file| file.path());
    let is_one = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == ending)
    };
    paths.find(is_one).expect("a file")
}

fn texts(entries: &Value) -> Vec<String> {
    let entries = entries.as_array().expect("a list");
    let text = |entry: &Value| entry["text"].as_str().expect("a text").to_owned();
    entries.iter().map(text).collect()
}
