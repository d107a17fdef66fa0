//! What is on the disk of those who sit at screens.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

pub(super) struct Disk {
    pub(super) home: PathBuf,
}

impl Disk {
    pub(super) fn journal(&self) -> String {
        fs::read_to_string(self.session("journal")).expect("a journal")
    }

    /// The one file of the session with this ending.
    pub(super) fn session(&self, ending: &str) -> PathBuf {
        let files = fs::read_dir(self.home.join("sessions")).expect("a folder");
        let mut paths = files.flatten().map(|file| file.path());
        paths.find(|path| ends_in(path, ending)).expect("a file")
    }

    /// Whether just this text is kept, as a draft or as something that was given.
    pub(super) fn keeps(&self, text: &str) -> bool {
        let text = format!("\"{text}\"");
        let mut seats = self.seats(&["draft", "jsonl"]);
        seats.any(|kept| kept.contains(&text)) || self.journal().contains(&text)
    }

    /// How much of this a seat keeps as a draft.
    pub(super) fn draft(&self, text: &str) -> String {
        let drafts = self.seats(&["draft"]).flat_map(|draft| {
            let draft: Value = serde_json::from_str(&draft).expect("a draft");
            let texts = draft["texts"].as_object().cloned().unwrap_or_default();
            texts
                .into_iter()
                .filter_map(|(_, text)| Some(text.as_str()?.to_owned()))
        });
        let mut kept = drafts.filter(|kept| !kept.is_empty() && text.starts_with(kept.as_str()));
        kept.next().unwrap_or_default()
    }

    /// Whether this is on record, or a seat has given it.
    pub(super) fn has(&self, text: &str) -> bool {
        // The seats first: what is taken off there is on record by then.
        let mut seats = self.seats(&["jsonl"]);
        let is_given = |seat: String| {
            let (whole, _torn) = seat.rsplit_once('\n').unwrap_or_default();
            whole.contains(text)
        };
        seats.any(is_given) || self.journal().contains(text)
    }

    fn seats(&self, endings: &'static [&'static str]) -> impl Iterator<Item = String> {
        let files = fs::read_dir(self.home.join("state/halte/seats")).expect("seats");
        let paths = files.flatten().map(|file| file.path());
        // A file that is being written bears no such name yet.
        let whole = paths.filter(|path| endings.iter().any(|ending| ends_in(path, ending)));
        whole.map(|path| fs::read_to_string(path).unwrap_or_default())
    }
}

fn ends_in(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found == ending)
}
