//! The journal as it grows: what was once in it stays, and nothing is in it twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::super::stage::{Stage, texts};

/// What was read of the journal so far.
pub(super) struct Ledger {
    path: PathBuf,
    read: Vec<u8>,
    commands: BTreeSet<String>,
    /// Contributions, by their text.
    written: BTreeMap<String, String>,
    /// What was parked, by its id.
    parked: BTreeMap<String, String>,
    step: String,
}

impl Ledger {
    pub(super) fn of(stage: &Stage, opening: &Value) -> Self {
        Self {
            path: stage.path(opening["journal"].as_str().expect("a path")),
            read: Vec::new(),
            commands: BTreeSet::new(),
            written: BTreeMap::new(),
            parked: BTreeMap::new(),
            step: String::new(),
        }
    }

    /// Reads what was added. What was there before is there still, to the byte.
    pub(super) fn grew_only(&mut self) {
        let bytes = fs::read(&self.path).expect("the journal");
        let whole = halte::journal::read(&bytes)
            .expect("a journal with nothing but a torn end")
            .intact;
        assert!(
            bytes.starts_with(&self.read),
            "what was on record is there no more"
        );
        let added = std::str::from_utf8(&bytes[self.read.len()..whole])
            .expect("text")
            .to_owned();
        for line in added.lines() {
            self.take(&serde_json::from_str(line).expect("JSON"));
        }
        self.read = bytes[..whole].to_vec();
    }

    fn take(&mut self, record: &Value) {
        if let Some(command) = record["command"].as_str() {
            let is_new = self.commands.insert(command.to_owned());
            assert!(is_new, "carried out twice: {record}");
        }
        let event = &record["event"];
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        match event["type"].as_str() {
            Some("contribution-added") => {
                let one = &event["contribution"];
                let earlier = self.written.insert(text(&one["text"]), text(&one["id"]));
                assert_eq!(earlier, None, "written twice: {record}");
            }
            Some("parking-changed") => {
                let words = text(&event["entry"]["text"]);
                assert!(
                    self.parked.values().all(|earlier| *earlier != words),
                    "parked twice: {record}"
                );
                self.parked.insert(text(&event["id"]), words);
            }
            Some("step-entered") => self.step = text(&event["step"]),
            _ => {}
        }
    }

    /// The text of a contribution or of something parked.
    pub(super) fn has(&self, text: &str) -> bool {
        self.written.contains_key(text) || self.parked.values().any(|parked| parked == text)
    }

    /// The id of a contribution of this text.
    pub(super) fn written(&self, text: &str) -> Option<&str> {
        self.written.get(text).map(String::as_str)
    }

    pub(super) fn parked(&self, id: &str) -> Option<&str> {
        self.parked.get(id).map(String::as_str)
    }

    /// The step the group is in.
    pub(super) fn step(&self) -> &str {
        &self.step
    }

    /// The saved session holds the same.
    pub(super) fn is_saved(&self, saved: &Value) {
        let mut written: Vec<(String, String)> = self
            .written
            .iter()
            .map(|(text, id)| (id.clone(), text.clone()))
            .collect();
        written.sort();
        assert_eq!(texts(saved), written);
        let parked = saved["parking"].as_array().map_or(0, Vec::len);
        assert_eq!(parked, self.parked.len());
    }
}
