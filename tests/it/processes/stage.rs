//! A folder of its own for each test, with a home in it; hosts and people are started there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU8, Ordering};

use serde_json::Value;
use tempfile::TempDir;

use super::program::{Ended, Program};

/// A plan that begins with writing.
const WRITING: &str = r#"
schema: halte/1
title: Op de vloer
language: nl
scenarios: [synergy]
personas: "6"
agenda:
  - {kind: write, scenario: synergy, minutes: 7}
  - {kind: share, scenario: synergy, minutes: 5}
  - {kind: close, minutes: 1}
"#;

/// Where a test takes place.
pub(super) struct Stage {
    folder: TempDir,
    address: String,
}

/// A host that listens.
pub(super) struct Host {
    pub(super) program: Program,
    pub(super) opening: Value,
}

/// An address of this machine that no other test uses, so that a port can be taken again after a crash.
pub(crate) fn address_of_its_own() -> String {
    static NEXT: AtomicU8 = AtomicU8::new(1);
    if cfg!(target_os = "linux") {
        let process = std::process::id() % 250 + 1;
        format!("127.{process}.{}.1", NEXT.fetch_add(1, Ordering::Relaxed))
    } else {
        "127.0.0.1".to_owned()
    }
}

impl Stage {
    pub(super) fn new() -> Self {
        let address = address_of_its_own();
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("writing.yaml"), WRITING).expect("writable");
        Self { folder, address }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program, at home on this stage.
    pub(super) fn halte(&self) -> Command {
        self.at_home(env!("CARGO_BIN_EXE_halte"))
    }

    /// Any program, at home on this stage.
    pub(super) fn at_home(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path())
            .env("XDG_STATE_HOME", self.path("state"))
            .env("LANG", "C.UTF-8");
        for name in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "HALTE_PATIENCE"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs a command to its end, without input.
    pub(super) fn run(&self, arguments: &[&str]) -> Ended {
        let mut program = Program::start(arguments[0], self.halte().args(arguments));
        program.stops_typing();
        program.ends()
    }

    /// A headless host on a port that is picked.
    pub(super) fn host(&self, arguments: &[&str]) -> Host {
        Host::start(self.halte(), &self.address, 0, arguments)
    }

    /// A headless host of the plan that begins with writing.
    pub(super) fn writing(&self) -> Host {
        self.host(&["writing.yaml"])
    }

    /// The same, at every address of this machine.
    pub(super) fn writing_everywhere(&self) -> Host {
        Host::start(self.halte(), "0.0.0.0", 0, &["writing.yaml"])
    }

    /// A host that goes on with a session where the former one was.
    pub(super) fn resume(&self, former: &Value, file: &str) -> Host {
        let resumed = Host::start(
            self.halte(),
            &self.address,
            port(former),
            &["--resume", file],
        );
        for key in ["address", "link", "code", "facilitator_token"] {
            assert_eq!(resumed.opening[key], former[key], "{key}");
        }
        resumed
    }

    /// A person at a terminal of this machine.
    pub(super) fn join(&self, host: &Host, name: &str, arguments: &[&str]) -> Program {
        self.join_link(host.word("link"), name, arguments)
    }

    pub(super) fn join_link(&self, link: &str, name: &str, arguments: &[&str]) -> Program {
        let mut command = self.halte();
        command.args(["join", "--plain", link]).args(arguments);
        Program::start(name, &mut command)
    }

    pub(super) fn facilitator(&self, host: &Host) -> Program {
        let token = host.word("facilitator_token");
        let arguments = ["--role", "facilitator", "--token", token, "--lang", "en"];
        let mut facilitator = self.join(host, "the facilitator", &arguments);
        facilitator.sees("joined p00");
        facilitator
    }

    /// A saved session as data.
    pub(super) fn saved(&self, host: &Value) -> Value {
        let path = self.path(host["session"].as_str().expect("a path"));
        let text = fs::read_to_string(&path).expect("a saved session");
        serde_yaml::from_str(&text).expect("it is YAML")
    }
}

impl Host {
    /// Starts `halte`, or whatever runs it, as a headless host.
    pub(super) fn start(
        mut command: Command,
        address: &str,
        port: u64,
        arguments: &[&str],
    ) -> Self {
        command
            .args([
                "host",
                "--headless",
                "--listen",
                &format!("{address}:{port}"),
            ])
            .args(arguments);
        Self::started(Program::start("the host", &mut command))
    }

    /// A host that was started.
    pub(super) fn started(mut program: Program) -> Self {
        let line = program.sees("{");
        let opening = serde_json::from_str(&line).expect("JSON");
        Self { program, opening }
    }

    /// A value of the line with which it opened.
    pub(super) fn word(&self, key: &str) -> &str {
        self.opening[key].as_str().expect("a text")
    }

    /// Stops it with a signal; how it ended, and what it opened with.
    pub(super) fn stops(self, signal: &str) -> (Value, Ended) {
        self.program.signal(signal);
        (self.opening, self.program.ends_well())
    }

    /// Kills it as a power cut would.
    pub(super) fn after_a_kill(self) -> Value {
        self.program.dies();
        self.opening
    }
}

fn port(opening: &Value) -> u64 {
    let address = opening["address"].as_str().expect("an address");
    let (_, port) = address.rsplit_once(':').expect("a port");
    port.parse().expect("a port")
}

/// The texts of a saved session, each with its id, in order of id.
pub(super) fn texts(saved: &Value) -> Vec<(String, String)> {
    let contributions = saved["contributions"].as_array().expect("contributions");
    let word = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
    contributions
        .iter()
        .map(|one| (word(one, "id"), word(one, "text")))
        .collect()
}

/// What `saved` lines say: the id and the text.
pub(super) fn acknowledged(lines: &[String]) -> Vec<(String, String)> {
    lines
        .iter()
        .map(|line| {
            let rest = line.strip_prefix("saved ").expect("a saved line");
            let (id, text) = rest.split_once(' ').expect("an id and a text");
            (id.to_owned(), text.to_owned())
        })
        .collect()
}

/// Whether a file holds these words.
pub(super) fn holds(path: &Path, words: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.contains(words))
}
