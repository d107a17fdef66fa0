//! A tree to typed values: a serde deserializer over [`Node`] that never guesses. The type asked for decides what a
//! text means, so `no`, `12:30` and `1e3` stay text where text is wanted; a field no type knows is refused; and
//! whatever is wrong is said of the very place it stands in.

mod blame;

use serde::de::value::StrDeserializer;
use serde::de::{self, Deserialize, DeserializeSeed, Expected, Visitor};
use serde::forward_to_deserialize_any;

use blame::{Blame, wanted_by};

use super::fault::{At, FileError, Problem, Wanted};
use super::node::{Key, Node, Value};
use crate::nearest::nearest;

/// The numbers a field may have, where its type would take more.
const RANGES: [(&str, &str, i128, i128); 4] = [
    ("Step", "minutes", 1, 600),
    ("Plan", "dots", 1, 20),
    ("Persona", "digital_confidence", 1, 5),
    ("SpeakingWord", "weight", 1, 3),
];

/// Reads a value of this type from the tree.
pub(crate) fn decode<'a, T: Deserialize<'a>>(node: &'a Node<'a>) -> Result<T, FileError> {
    T::deserialize(Reader::new(node)).map_err(|blame| blame.settle(node.at))
}

/// Reads one value.
#[derive(Clone, Copy)]
struct Reader<'a> {
    node: &'a Node<'a>,
    range: Option<(i128, i128)>,
}

impl<'a> Reader<'a> {
    const fn new(node: &'a Node<'a>) -> Self {
        Self { node, range: None }
    }

    fn expected(self, wanted: Wanted) -> Blame {
        let found = self.node.found();
        Blame::new(Problem::Expected { wanted, found }).at(self.node.at)
    }

    fn text(self, wanted: Wanted) -> Result<&'a str, Blame> {
        self.node.as_text().ok_or_else(|| self.expected(wanted))
    }

    /// A whole number without quotes, within the type and the field's own range.
    fn number(self, low: i128, high: i128) -> Result<i128, Blame> {
        let (low, high) = self.range.unwrap_or((low, high));
        let plain = matches!(self.node.value, Value::Text { plain: true, .. });
        self.node
            .as_text()
            .filter(|_| plain)
            .and_then(|text| text.parse().ok())
            .filter(|number| (low..=high).contains(number))
            .ok_or_else(|| self.expected(Wanted::Number { low, high }))
    }

    fn entries(self, wanted: impl FnOnce() -> Wanted) -> Result<&'a [(Key<'a>, Node<'a>)], Blame> {
        match &self.node.value {
            Value::Map(entries) => Ok(entries),
            Value::Text { .. } | Value::List(_) => Err(self.expected(wanted())),
        }
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $number:ty,)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Blame> {
            let (low, high) = (i128::from(<$number>::MIN), i128::from(<$number>::MAX));
            match <$number>::try_from(self.number(low, high)?) {
                Ok(number) => visitor.$visit(number),
                Err(_) => Err(self.expected(Wanted::Number { low, high })),
            }
        })+
    };
}

impl<'de> de::Deserializer<'de> for Reader<'de> {
    type Error = Blame;

    numbers! {
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64,
        deserialize_i8 visit_i8 i8,
        deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32,
        deserialize_i64 visit_i64 i64,
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Blame> {
        match &self.node.value {
            Value::Text { .. } => self.deserialize_str(visitor),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Map(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Blame> {
        match &self.node.value {
            Value::Text { text, plain: true } if &**text == "true" => visitor.visit_bool(true),
            Value::Text { text, plain: true } if &**text == "false" => visitor.visit_bool(false),
            Value::Text { .. } | Value::List(_) | Value::Map(_) => {
                Err(self.expected(Wanted::YesNo))
            }
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Blame> {
        let plain = matches!(self.node.value, Value::Text { plain: true, .. });
        let fraction = self
            .node
            .as_text()
            .filter(|_| plain)
            .and_then(|text| text.parse::<f64>().ok())
            .filter(|fraction| (0.0..=1.0).contains(fraction))
            .ok_or_else(|| self.expected(Wanted::Fraction))?;
        visitor.visit_f64(fraction)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Blame> {
        let text = self.text(Wanted::Text)?;
        visitor
            .visit_borrowed_str(text)
            .map_err(|blame: Blame| blame.at(self.node.at))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Blame> {
        if self.node.is_nothing() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Blame> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Blame> {
        let items: &[Node<'de>] = match &self.node.value {
            Value::List(items) => items,
            // A list somebody began and left empty.
            Value::Text { .. } if self.node.is_nothing() => &[],
            Value::Text { .. } | Value::Map(_) => return Err(self.expected(Wanted::List)),
        };
        visitor.visit_seq(Items(items.iter()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Blame> {
        let entries = self.entries(|| wanted_by(&(&visitor as &dyn Expected).to_string()))?;
        visitor
            .visit_map(Fields::new("", entries))
            .map_err(|blame| blame.at(self.node.at))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Blame> {
        let entries = self.entries(|| Wanted::Map)?;
        each_known(entries, fields)?;
        visitor
            .visit_map(Fields::new(name, entries))
            .map_err(|blame| blame.at(self.node.at))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Blame> {
        let word: StrDeserializer<'_, Blame> = StrDeserializer::new(self.text(Wanted::Word)?);
        visitor
            .visit_enum(word)
            .map_err(|blame| blame.at(self.node.at))
    }

    forward_to_deserialize_any! {
        i128 u128 f32 char string bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

/// Refuses the first field that no type knows.
pub(crate) fn first_unknown(
    entries: &[(Key<'_>, Node<'_>)],
    fields: &[&str],
) -> Result<(), FileError> {
    // Files are mostly written in the order of the fields, so each is looked for from the one before it.
    let mut from = 0;
    let mut is_known = |key: &Key<'_>| {
        let (before, behind) = fields.split_at_checked(from).unwrap_or((fields, &[]));
        let mut in_turn = behind.iter().chain(before);
        let found = in_turn.position(|field| **field == *key.text);
        from = found.map_or(from, |steps| (from + steps + 1) % fields.len());
        found.is_some()
    };
    let Some((key, _)) = entries.iter().find(|(key, _)| !is_known(key)) else {
        return Ok(());
    };
    Err(key.at.says(Problem::UnknownField {
        field: key.text.to_string(),
        nearest: nearest(&key.text, fields.iter().copied()).map(str::to_owned),
        known: fields.iter().map(|field| (*field).to_owned()).collect(),
    }))
}

fn each_known(
    entries: &[(Key<'_>, Node<'_>)],
    fields: &'static [&'static str],
) -> Result<(), Blame> {
    first_unknown(entries, fields).map_err(|error| {
        let at = At {
            line: error.line,
            column: error.column,
        };
        Blame::new(*error.problem).at(at)
    })
}

struct Items<'a>(std::slice::Iter<'a, Node<'a>>);

impl<'de> de::SeqAccess<'de> for Items<'de> {
    type Error = Blame;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Blame> {
        let Some(node) = self.0.next() else {
            return Ok(None);
        };
        let item = seed.deserialize(Reader::new(node));
        item.map(Some).map_err(|blame| blame.at(node.at))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// The fields of a map, one after the other.
struct Fields<'a> {
    of: &'static str,
    entries: std::slice::Iter<'a, (Key<'a>, Node<'a>)>,
    value: Option<(&'a Key<'a>, &'a Node<'a>)>,
}

impl<'a> Fields<'a> {
    fn new(of: &'static str, entries: &'a [(Key<'a>, Node<'a>)]) -> Self {
        Self {
            of,
            entries: entries.iter(),
            value: None,
        }
    }
}

impl<'de> de::MapAccess<'de> for Fields<'de> {
    type Error = Blame;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Blame> {
        let Some((key, node)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some((key, node));
        let name: StrDeserializer<'_, Blame> = StrDeserializer::new(&key.text);
        seed.deserialize(name)
            .map(Some)
            .map_err(|blame| blame.at(key.at))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Blame> {
        let Some((key, node)) = self.value.take() else {
            return Err(de::Error::custom("a value before its name"));
        };
        let range = RANGES
            .iter()
            .find(|(of, field, ..)| *of == self.of && *field == &*key.text)
            .map(|(_, _, low, high)| (*low, *high));
        seed.deserialize(Reader { node, range })
            .map_err(|blame| blame.at(node.at).of_field(key))
    }
}
