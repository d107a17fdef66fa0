//! One table of bindings per mode: key, words, when it is available and what it does. Dispatch, the footer, the help
//! and the palette all read it, so that none of them can promise what another does not do.

use std::marker::PhantomData;

use super::intent::Intent;
use super::key::Key;
use super::scene::Scene;
use crate::locale::Locale;

/// Whether something can be done now, at a seat.
pub type When<S> = fn(&S, &Scene<'_>) -> bool;
/// What does it, at a seat.
pub type Act<S> = fn(&mut S, &Scene<'_>) -> Vec<Intent>;

/// One line of a table. Where there is no seat, other functions ask whether something can be done, and do it.
pub struct Binding<S: ?Sized, W = When<S>, A = Act<S>> {
    /// The key.
    pub key: Key,
    /// A second key for the same, which only the help names.
    pub also: Option<Key>,
    /// What it does: the key of a message.
    pub name: &'static str,
    /// The number in that message, where several keys do the like (`{ $number }`), and the message for all of them.
    pub number: Option<(u8, &'static str)>,
    /// How much it deserves a place in the footer; lower comes first, [`HELP`] never comes.
    pub rank: u8,
    /// Whether it can be done now.
    pub when: W,
    /// Does it.
    pub act: A,
    /// Whose it is.
    of: PhantomData<fn(&S)>,
}

/// The rank of what stands in the help and the palette only.
pub const HELP: u8 = u8::MAX;

/// A binding that is always available and stands in the help only.
pub const fn bind<S>(
    key: Key,
    name: &'static str,
    act: fn(&mut S, &Scene<'_>) -> Vec<Intent>,
) -> Binding<S> {
    Binding {
        key,
        also: None,
        name,
        number: None,
        rank: HELP,
        when: |_, _| true,
        act,
        of: PhantomData,
    }
}

impl<S, W: Copy, A: Copy> Binding<S, W, A> {
    /// A binding that stands in the help only.
    pub const fn new(key: Key, name: &'static str, when: W, act: A) -> Self {
        Self {
            key,
            also: None,
            name,
            number: None,
            rank: HELP,
            when,
            act,
            of: PhantomData,
        }
    }

    /// With a place in the footer; lower comes first.
    #[must_use]
    pub const fn footer(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }

    /// With a second key.
    #[must_use]
    pub const fn also(mut self, key: Key) -> Self {
        self.also = Some(key);
        self
    }

    /// Only when this holds.
    #[must_use]
    pub const fn when(mut self, when: W) -> Self {
        self.when = when;
        self
    }

    /// With a number in its words, and words without one for all the keys that do the like.
    #[must_use]
    pub const fn number(mut self, number: u8, all: &'static str) -> Self {
        self.number = Some((number, all));
        self
    }
}

/// A line of a table as the footer, the help and the palette show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Its place in the table.
    pub index: usize,
    /// The key.
    pub key: Key,
    /// The second key.
    pub also: Option<Key>,
    /// What it does, in the reader's language.
    pub words: String,
    /// The message the words come from: neighbors with the same one and following numbers are shown as one.
    pub name: &'static str,
    /// The number in it, and the message for all that do the like.
    pub number: Option<(u8, &'static str)>,
    /// Its place in the footer.
    pub rank: u8,
    /// Whether it can be done now.
    pub is_available: bool,
}

/// The table as it is shown.
pub fn hints<S>(table: &[Binding<S>], screen: &S, scene: &Scene<'_>) -> Vec<Hint> {
    shown(table, scene.locale, |binding| (binding.when)(screen, scene))
}

/// The same, with what can be done told by whoever knows.
pub fn shown<S, W, A>(
    table: &[Binding<S, W, A>],
    locale: Locale,
    is_available: impl Fn(&Binding<S, W, A>) -> bool,
) -> Vec<Hint> {
    let hint = |(index, binding): (usize, &Binding<S, W, A>)| Hint {
        index,
        key: binding.key,
        also: binding.also,
        words: match binding.number {
            Some((number, _)) => locale.say_with(binding.name, &[("number", number.into())]),
            None => locale.say(binding.name),
        },
        name: binding.name,
        number: binding.number,
        rank: binding.rank,
        is_available: is_available(binding),
    };
    table.iter().enumerate().map(hint).collect()
}

/// What a key does, if it can be done now.
pub fn dispatch<S>(
    table: &[Binding<S>],
    screen: &mut S,
    key: Key,
    scene: &Scene<'_>,
) -> Option<Vec<Intent>> {
    let matches = |binding: &&Binding<S>| {
        (binding.key == key || binding.also == Some(key)) && (binding.when)(screen, scene)
    };
    let act = table.iter().find(matches)?.act;
    Some(act(screen, scene))
}
