//! The three languages of the product and texts that exist in several of them.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::Words;

/// A language people read the product in; Dutch comes first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
    /// French.
    Fr,
}

impl Language {
    /// All three, Dutch first.
    pub const ALL: [Self; 3] = [Self::Nl, Self::En, Self::Fr];

    /// The two-letter code (ISO 639-1).
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language of a locale name such as `nl_BE.UTF-8` or `fr-BE`, if it is one of the three.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let code: String = locale
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .collect();
        Self::ALL
            .into_iter()
            .find(|language| code.eq_ignore_ascii_case(language.as_str()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Language {
    type Err = crate::vocabulary::UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|language| language.as_str() == text)
            .ok_or_else(|| crate::vocabulary::UnknownWord {
                word: text.to_owned(),
                known: vec!["nl", "en", "fr"],
            })
    }
}

/// One text in one or more languages; in a file always a map (`{nl: …, en: …, fr: …}`). Plain text is not taken
/// instead: a YAML reader that has to guess would read `1e3` or `12:30` as a number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Localised {
    nl: Option<Words>,
    en: Option<Words>,
    fr: Option<Words>,
}

impl Localised {
    /// The same text in every language.
    #[must_use]
    pub fn same(text: &Words) -> Self {
        Self {
            nl: Some(text.clone()),
            en: Some(text.clone()),
            fr: Some(text.clone()),
        }
    }

    /// The text in this language, or else in the first of Dutch, English and French it has.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        self.slot(language)
            .or(self.nl.as_ref())
            .or(self.en.as_ref())
            .or(self.fr.as_ref())
            .map_or("", Words::as_str)
    }

    /// Whether every language has a text that says something.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        Language::ALL.into_iter().all(|language| {
            self.slot(language)
                .is_some_and(|text| !text.as_str().is_empty())
        })
    }

    /// Whether no language says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Language::ALL.into_iter().all(|language| {
            self.slot(language)
                .is_none_or(|text| text.as_str().is_empty())
        })
    }

    /// The text where it has one wording, as what people type in the room does; none where it was translated, or says
    /// nothing.
    #[must_use]
    pub fn one_wording(&self) -> Option<&Words> {
        let mut wordings = [&self.nl, &self.en, &self.fr].into_iter().flatten();
        let first = wordings.next()?;
        let is_one = wordings.all(|other| other == first);
        Some(first).filter(|first| is_one && !first.as_str().is_empty())
    }

    const fn slot(&self, language: Language) -> Option<&Words> {
        match language {
            Language::Nl => self.nl.as_ref(),
            Language::En => self.en.as_ref(),
            Language::Fr => self.fr.as_ref(),
        }
    }
}

impl Serialize for Localised {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            Language::ALL
                .into_iter()
                .filter_map(|language| Some((language.as_str(), self.slot(language)?))),
        )
    }
}

impl<'de> Deserialize<'de> for Localised {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;
        impl<'de> Visitor<'de> for Texts {
            type Value = Localised;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map with nl, en and fr")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Localised, A::Error> {
                let mut texts = Localised::default();
                while let Some(language) = map.next_key::<Language>()? {
                    let slot = match language {
                        Language::Nl => &mut texts.nl,
                        Language::En => &mut texts.en,
                        Language::Fr => &mut texts.fr,
                    };
                    if slot.replace(map.next_value()?).is_some() {
                        return Err(de::Error::duplicate_field(language.as_str()));
                    }
                }
                Ok(texts)
            }
        }
        deserializer.deserialize_map(Texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_wording_where_no_language_says_it_otherwise() {
        let text = |json: &str| serde_json::from_str::<Localised>(json).expect("a text");
        let wording = |json: &str| text(json).one_wording().map(|one| one.as_str().to_owned());
        let typed = Some("kalm".to_owned());
        assert_eq!(
            wording(r#"{"nl": "kalm", "en": "kalm", "fr": "kalm"}"#),
            typed
        );
        assert_eq!(wording(r#"{"fr": "kalm"}"#), typed);
        assert_eq!(wording(r#"{"nl": "kalm", "en": "calm"}"#), None);
        assert_eq!(
            wording(r#"{"nl": "kalm", "en": "kalm", "fr": "calme"}"#),
            None
        );
        assert_eq!(wording(r#"{"nl": ""}"#), None);
        assert_eq!(wording("{}"), None);
    }
}
