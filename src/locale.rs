//! Everything a person reads, in Dutch, English and French: the messages of `src/locale/<language>/*.ftl`, which a
//! translator can edit without knowing Rust. A test holds the three complete, key by key and variable by variable.

mod words;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::language::Language;

/// A value put into a message.
pub type Value<'a> = FluentValue<'a>;

macro_rules! areas {
    ($language:expr, [$($area:literal),+ $(,)?]) => {
        match $language {
            Language::Nl => areas!(in "nl": $($area),+),
            Language::En => areas!(in "en": $($area),+),
            Language::Fr => areas!(in "fr": $($area),+),
        }
    };
    (in $folder:literal: $($area:literal),+) => {
        &[$(($area, include_str!(concat!("locale/", $folder, "/", $area, ".ftl")))),+]
    };
}

/// The messages of a language, by area.
#[must_use]
pub const fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
    areas!(
        language,
        [
            "vocabulary",
            "refusal",
            "cli",
            "keeping",
            "session",
            "plain",
            "report",
            "review",
            "html",
            "compare",
            "doctor",
            "rehearsal",
            "tui",
            "film",
            "room",
            "projector",
            "wall",
            "board",
            "closing",
            "participant",
        ]
    )
}

type Bundle = FluentBundle<FluentResource>;

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale(Language);

impl Locale {
    /// The words of this language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self(language)
    }

    /// The language.
    #[must_use]
    pub const fn language(self) -> Language {
        self.0
    }

    /// A message without variables.
    #[must_use]
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A message with its variables. A key that does not exist is a bug, which a test looks for; what is shown then
    /// is the key.
    #[must_use]
    pub fn say_with(self, key: &str, variables: &[(&str, Value<'_>)]) -> String {
        let bundle = bundle(self.0);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "no message {key:?} in {}", self.0);
            return key.to_owned();
        };
        let args: FluentArgs<'_> = variables
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        debug_assert!(
            errors.is_empty(),
            "message {key:?} in {}: {errors:?}",
            self.0
        );
        text
    }

    /// A fraction with two decimals, the way the language writes it.
    #[must_use]
    pub fn fraction(self, value: f64) -> String {
        let written = format!("{value:.2}");
        match self.0 {
            Language::En => written,
            Language::Nl | Language::Fr => written.replace('.', ","),
        }
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn knows(self, key: &str) -> bool {
        bundle(self.0).has_message(key)
    }
}

fn bundle(language: Language) -> &'static Bundle {
    static NL: OnceLock<Bundle> = OnceLock::new();
    static EN: OnceLock<Bundle> = OnceLock::new();
    static FR: OnceLock<Bundle> = OnceLock::new();
    let cell = match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Fr => &FR,
    };
    cell.get_or_init(|| read(language))
}

fn read(language: Language) -> Bundle {
    let identifier: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    // Isolation marks would reach terminals and scripts as invisible characters.
    bundle.set_use_isolating(false);
    for (area, source) in sources(language) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                debug_assert!(false, "{language}/{area}.ftl: {errors:?}");
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            debug_assert!(false, "{language}/{area}.ftl: {errors:?}");
        }
    }
    bundle
}
