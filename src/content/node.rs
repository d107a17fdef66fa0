//! The tree that a YAML file is read to: values that know where they stand, and the ways to them.

use std::borrow::Cow;

use super::fault::{At, Found};

/// A value and where it stands. Texts are those of the file itself, as far as they are written there as they are meant.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node<'a> {
    pub(crate) at: At,
    pub(crate) value: Value<'a>,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    /// A text as it was written; `plain` without quotes.
    Text { text: Cow<'a, str>, plain: bool },
    /// A list.
    List(Vec<Node<'a>>),
    /// A map, in the order of the file.
    Map(Vec<(Key<'a>, Node<'a>)>),
}

/// The name of a field and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Key<'a> {
    pub(crate) at: At,
    pub(crate) text: Cow<'a, str>,
}

/// A step on the way to a value in the tree.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Seg<'a> {
    /// The value of a field.
    Field(&'a str),
    /// An item of a list.
    Item(usize),
    /// The name of a field itself.
    Name(&'a str),
}

impl<'a> From<&'a str> for Seg<'a> {
    fn from(field: &'a str) -> Self {
        Self::Field(field)
    }
}

impl From<usize> for Seg<'_> {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

impl<'a> Node<'a> {
    /// A text that nobody wrote.
    pub(crate) fn text(at: At, text: &str) -> Self {
        let text = Cow::Owned(text.to_owned());
        let value = Value::Text { text, plain: false };
        Self { at, value }
    }

    /// A number that nobody wrote.
    pub(crate) fn number(at: At, number: u64) -> Self {
        let text = Cow::Owned(number.to_string());
        let value = Value::Text { text, plain: true };
        Self { at, value }
    }

    /// The value of a field.
    pub(crate) fn get(&self, field: &str) -> Option<&Self> {
        self.entry(field).map(|(_, node)| node)
    }

    fn entry(&self, field: &str) -> Option<&(Key<'a>, Self)> {
        let Value::Map(entries) = &self.value else {
            return None;
        };
        entries.iter().find(|(key, _)| *key.text == *field)
    }

    /// The text, if it is one that says something.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text { text, .. } if !self.is_nothing() => Some(text),
            Value::Text { .. } | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// Whether nothing stands here, in one of the ways YAML has for it.
    pub(crate) fn is_nothing(&self) -> bool {
        match &self.value {
            Value::Text { text, plain } => {
                *plain && matches!(&**text, "" | "~" | "null" | "Null" | "NULL")
            }
            Value::List(_) | Value::Map(_) => false,
        }
    }

    /// The same, for longer than the text of the file is there.
    pub(crate) fn into_owned(self) -> Node<'static> {
        let at = self.at;
        let value = match self.value {
            Value::Text { text, plain } => Value::Text {
                text: Cow::Owned(text.into_owned()),
                plain,
            },
            Value::List(items) => Value::List(items.into_iter().map(Node::into_owned).collect()),
            Value::Map(fields) => Value::Map(
                fields
                    .into_iter()
                    .map(|(key, node)| (key.into_owned(), node.into_owned()))
                    .collect(),
            ),
        };
        Node { at, value }
    }

    /// What stands here, for an error.
    pub(crate) fn found(&self) -> Found {
        match &self.value {
            Value::Text { .. } if self.is_nothing() => Found::Nothing,
            Value::Text { text, .. } => Found::Text(text.to_string()),
            Value::List(_) => Found::List,
            Value::Map(_) => Found::Map,
        }
    }

    /// Where a value stands, or else the nearest there is around it.
    pub(crate) fn locate(&self, path: &[Seg<'_>]) -> At {
        let Some((first, rest)) = path.split_first() else {
            return self.at;
        };
        match first {
            Seg::Field(field) => self.get(field).map_or(self.at, |node| node.locate(rest)),
            Seg::Name(field) => self.entry(field).map_or(self.at, |(key, _)| key.at),
            Seg::Item(index) => match &self.value {
                Value::List(items) => items.get(*index).map_or(self.at, |node| node.locate(rest)),
                Value::Text { .. } | Value::Map(_) => self.at,
            },
        }
    }
}

impl Key<'_> {
    fn into_owned(self) -> Key<'static> {
        Key {
            at: self.at,
            text: Cow::Owned(self.text.into_owned()),
        }
    }
}
