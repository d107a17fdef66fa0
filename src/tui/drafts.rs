//! What was typed and not given yet, by the name of the field: put away on disk by whoever runs the screen, so that a
//! killed terminal, a wrong key or a full disk costs nobody a word.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Texts by the names of their fields. An empty text is no draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Drafts(BTreeMap<String, String>);

impl Drafts {
    /// Reads what was put away; what cannot be read is no draft.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The drafts as they are put away; empty when there are none.
    #[must_use]
    pub fn write(&self) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// What was typed into the field of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let texts = self.0.iter();
        texts.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Notes what is typed in a field.
    pub fn set(&mut self, name: &str, text: &str) {
        if text.trim().is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), text.to_owned());
        }
    }

    /// Forgets the fields whose name starts so.
    pub fn discard(&mut self, prefix: &str) {
        self.0.retain(|name, _| !name.starts_with(prefix));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_are_read_as_they_were_put_away_and_nothing_is_put_away_for_nothing() {
        let mut drafts = Drafts::default();
        drafts.set("write", "een nood\nop twee lijnen");
        drafts.set("park", "  ");
        assert_eq!(Drafts::parse(&drafts.write()), drafts);
        assert_eq!(drafts.get("park"), None);
        drafts.discard("write");
        assert_eq!(drafts.write(), "");
        assert_eq!(Drafts::parse("{broken"), Drafts::default());
    }
}
