//! What was typed and not given yet, by the name of the field: put away on disk by whoever runs the screen, so that a
//! killed terminal, a wrong key or a full disk costs nobody a word.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::workshop::Command;

/// Texts by the names of their fields, and what was chosen beside them. An empty text is no draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Drafts {
    /// The last command that was given before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    given: Option<Uuid>,
    texts: BTreeMap<String, String>,
    /// What was chosen beside them, by the names of those fields and in the words that were chosen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    choices: BTreeMap<String, String>,
}

impl Drafts {
    /// Reads what was put away; what cannot be read is no draft.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The drafts as they are put away; empty when there are none.
    #[must_use]
    pub fn write(&self) -> String {
        if self.texts.is_empty() {
            return String::new();
        }
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Notes that a command was given; what is put away from now on is what stands there behind it.
    pub fn follow(&mut self, id: Uuid) {
        self.given = self.given.max(Some(id));
    }

    /// Takes out what was given after it was put away: a program that is killed right behind Enter has the beginning of a
    /// text among its drafts still, and the whole of it among what it gave. Ids follow time.
    pub fn settle(&mut self, given: &[(Uuid, Command)]) {
        for (id, command) in given {
            if Some(*id) > self.given {
                let command = serde_json::to_value(command).unwrap_or_default();
                self.texts.retain(|_, text| !begins(&command, text.trim()));
            }
        }
        for (id, _) in given {
            self.follow(*id);
        }
        let texts = &self.texts;
        self.choices.retain(|name, _| {
            let form = name.rsplit_once('/').map_or("", |(form, _)| form);
            texts.keys().any(|text| is_of(form, text))
        });
    }

    /// What was typed into a form is a draft of that form again: what it asked was not done. Something newer stays.
    pub fn take_back(&mut self, form: &str, texts: &[&str]) {
        if self.texts.keys().any(|name| is_of(form, name)) {
            return;
        }
        for (index, text) in texts.iter().enumerate() {
            self.set(&format!("{form}/{index}"), text);
        }
    }

    /// What was typed into the field of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let texts = self.texts.iter();
        texts.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Notes what is typed in a field.
    pub fn set(&mut self, name: &str, text: &str) {
        if text.trim().is_empty() {
            self.texts.remove(name);
        } else {
            self.texts.insert(name.to_owned(), text.to_owned());
        }
    }

    /// What was chosen in the field of this name.
    #[must_use]
    pub fn chosen(&self, name: &str) -> Option<&str> {
        self.choices.get(name).map(String::as_str)
    }

    /// Notes what is chosen in a field, or that it is not worth keeping.
    pub fn choose(&mut self, name: &str, word: Option<&str>) {
        match word {
            Some(word) => self.choices.insert(name.to_owned(), word.to_owned()),
            None => self.choices.remove(name),
        };
    }

    /// Forgets the fields whose name starts so.
    pub fn discard(&mut self, prefix: &str) {
        self.texts.retain(|name, _| !name.starts_with(prefix));
        self.choices.retain(|name, _| !name.starts_with(prefix));
    }
}

/// Whether a field of this name is one of that form.
fn is_of(form: &str, name: &str) -> bool {
    let field = name.strip_prefix(form);
    field.is_some_and(|field| field.starts_with('/'))
}

/// Whether one of the texts in a value begins like this.
fn begins(value: &Value, text: &str) -> bool {
    match value {
        Value::String(whole) => whole.starts_with(text),
        Value::Array(items) => items.iter().any(|item| begins(item, text)),
        Value::Object(fields) => fields.values().any(|field| begins(field, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_after_it_was_put_away_is_no_draft_any_more_and_anything_else_is() {
        let say = |number: u128, text: &str| {
            let command = serde_json::from_value(serde_json::json!({"type": "say", "text": text}));
            (Uuid::from_u128(number), command.unwrap())
        };
        let mut drafts = Drafts::default();
        drafts.follow(Uuid::from_u128(4));
        drafts.set("write", "een no ");
        drafts.set("park/0", "later");
        drafts.choose("write/1", Some("behoefte"));
        drafts.choose("park/1", Some("morgen"));
        // Given before: somebody begins with the same words again.
        drafts.settle(&[say(3, "later nog eens"), say(5, "een nood")]);
        assert_eq!(
            (drafts.get("write"), drafts.get("park/0")),
            (None, Some("later"))
        );
        assert_eq!(
            (drafts.chosen("write/1"), drafts.chosen("park/1")),
            (None, Some("morgen"))
        );
        drafts.set("write", "een no");
        drafts.settle(&[say(5, "een nood")]);
        assert_eq!(drafts.get("write"), Some("een no"));
    }

    #[test]
    fn drafts_are_read_as_they_were_put_away_and_nothing_is_put_away_for_nothing() {
        let mut drafts = Drafts::default();
        drafts.set("write", "een nood\nop twee lijnen");
        drafts.set("park", "  ");
        drafts.choose("write/1", Some("behoefte"));
        assert_eq!(Drafts::parse(&drafts.write()), drafts);
        assert_eq!(drafts.get("park"), None);
        drafts.discard("write");
        assert_eq!(drafts.write(), "");
        assert_eq!(Drafts::parse("{broken"), Drafts::default());
    }
}
