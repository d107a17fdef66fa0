//! What in a text looks like a name, a mail address or a telephone number. It errs on the side of showing: a place or a
//! brand looks like a name too, and whoever reads the list decides.

use regex::Regex;

use super::Known;

/// Fewer digits are no telephone number, and more are none either.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=15;
/// Words with a capital in the middle of a sentence that name nobody.
const NOBODY: [&str; 26] = [
    "Dutch",
    "English",
    "French",
    "German",
    "Nederlands",
    "Engels",
    "Frans",
    "Duits",
    "Vlaams",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What something looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Like {
    /// A name that the record knows, or a word with a capital where none is needed.
    Name,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
}

/// Looks at texts.
#[derive(Debug)]
pub struct Looks {
    known: Vec<Regex>,
    capital: Regex,
    email: Regex,
    phone: Regex,
}

impl Looks {
    /// Gets ready to look at the texts of a record.
    ///
    /// # Errors
    /// When there are more names than a search can hold.
    pub fn new(known: &Known) -> Result<Self, regex::Error> {
        let names = [known.people_in_texts()?, known.organisations_in_texts()?];
        Ok(Self {
            known: names.into_iter().flatten().collect(),
            capital: Regex::new(
                r"[\p{Ll}\p{N},;)]\s+(\p{Lu}\p{Ll}+(?:[ -](?:(?:van|de|der|den|von|la|le|du) )*\p{Lu}\p{Ll}+)*)",
            )?,
            email: Regex::new(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")?,
            phone: Regex::new(r"(?:\+|\b0)\d[\d ./()-]{6,18}\d\b")?,
        })
    }

    /// What there is in a text, each thing once, in the order of the kinds.
    #[must_use]
    pub fn at(&self, text: &str) -> Vec<(Like, String)> {
        let mut found: Vec<(Like, String)> = Vec::new();
        let mut add = |like: Like, hit: &str| {
            let hit = (like, hit.to_owned());
            if !found.contains(&hit) {
                found.push(hit);
            }
        };
        for search in &self.known {
            search
                .find_iter(text)
                .for_each(|hit| add(Like::Name, hit.as_str()));
        }
        for groups in self.capital.captures_iter(text) {
            if let Some(hit) = groups.get(1).filter(|hit| !NOBODY.contains(&hit.as_str())) {
                add(Like::Name, hit.as_str());
            }
        }
        for hit in self.email.find_iter(text) {
            add(Like::Email, hit.as_str());
        }
        for hit in self.phone.find_iter(text) {
            let digits = hit.as_str().chars().filter(char::is_ascii_digit).count();
            if DIGITS.contains(&digits) {
                add(Like::Phone, hit.as_str());
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Vec<(Like, String)> {
        Looks::new(&Known::default()).expect("ready").at(text)
    }

    fn one(like: Like, hit: &str) -> Vec<(Like, String)> {
        vec![(like, hit.to_owned())]
    }

    #[test]
    fn names_addresses_and_numbers_are_seen() {
        assert_eq!(
            at("vraag het aan Jan Peeters"),
            one(Like::Name, "Jan Peeters")
        );
        assert_eq!(
            at("met An van de Velde"),
            one(Like::Name, "An van de Velde")
        );
        assert_eq!(at("mail jan@zaal.be nu"), one(Like::Email, "jan@zaal.be"));
        assert_eq!(at("bel 0470 12 34 56."), one(Like::Phone, "0470 12 34 56"));
        assert_eq!(
            at("+32 (0)9/123.45.67"),
            one(Like::Phone, "+32 (0)9/123.45.67")
        );
    }

    #[test]
    fn what_names_nobody_is_left_alone() {
        for text in [
            "Meer tijd. De robot wacht.",
            "we spreken Frans en English",
            "AI en HR in 2035, 12/03/2026, 100 000 stuks",
            "I think I'm late",
        ] {
            assert_eq!(at(text), [], "{text}");
        }
    }
}
