//! The words: three languages that say the same, no message that nobody says, and none that is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use halte::doctor::{Subject, Verdict};
use halte::language::Language;
use halte::locale::sources;
use halte::tui::look::Tone;
use halte::vocabulary::{
    Actor, Anonymity, Horizon, Kind, OrganisationKind, PersonaSet, PresetName, Source, Stance,
    StepKind,
};

/// What a message is made of: its variables, and whether there are words in it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Made {
    variables: BTreeSet<String>,
    has_words: bool,
}

impl Made {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut made = Self::default();
        made.pattern(pattern);
        made
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.has_words |= !value.trim().is_empty();
                }
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
            Expression::Inline(inline) => self.inline(inline),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            other => panic!("our messages stand on their own, without {other:?}"),
        }
    }
}

/// The messages of a language by their key; a key that stands twice is a fault.
fn messages(language: Language) -> BTreeMap<String, Made> {
    let mut messages = BTreeMap::new();
    for (area, source) in sources(language) {
        let resource = parser::parse(*source)
            .unwrap_or_else(|(_, errors)| panic!("{language}/{area}.ftl: {errors:?}"));
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let key = message.id.name.to_owned();
                    let value = message.value.as_ref();
                    let made = value.map_or_else(Made::default, Made::of);
                    assert!(message.attributes.is_empty(), "{language}: {key}");
                    let twice = messages.insert(key.clone(), made);
                    assert!(twice.is_none(), "{language}: {key} stands twice");
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
                other => panic!("{language}/{area}.ftl: {other:?}"),
            }
        }
    }
    messages
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The source of everything that may say something.
fn source() -> String {
    let mut files = Vec::new();
    rust_files(&root().join("src"), &mut files);
    let read = |path: &PathBuf| fs::read_to_string(path).expect("readable");
    files.iter().map(read).collect()
}

/// The texts between quotes that look like a key.
fn literals(source: &str) -> BTreeSet<String> {
    let is_key = |text: &&str| {
        text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.chars().all(|character| {
                character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-'
            })
    };
    source
        .split('"')
        .filter(is_key)
        .map(str::to_owned)
        .collect()
}

/// The literals that stand first between the parentheses of `say` and its kin, on the same line or the next.
fn said(source: &str) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for call in [
        ".say(",
        ".say_with(",
        "words.with(",
        "words.count(",
        "self.with(",
        "comment(",
        "comment_with(",
        "Sentence::of(",
    ] {
        for rest in source.split(call).skip(1) {
            let literal = rest.trim_start().strip_prefix('"');
            if let Some((key, _)) = literal.and_then(|literal| literal.split_once('"')) {
                said.insert(key.to_owned());
            }
        }
    }
    said
}

/// The literals in the body of the function that begins with `head`, in a file under `src`.
fn words_of(path: &str, head: &str) -> Vec<String> {
    let source = fs::read_to_string(root().join("src").join(path)).expect("readable");
    let (_, body) = source.split_once(head).expect("the function is there");
    let (body, _) = body.split_once("\n    }\n").expect("it ends");
    literals(body).into_iter().collect()
}

fn family<W: Display>(prefix: &str, words: impl IntoIterator<Item = W>) -> Vec<String> {
    words
        .into_iter()
        .map(|word| format!("{prefix}-{word}"))
        .collect()
}

/// The keys that are put together where they are said.
fn computed() -> BTreeSet<String> {
    let form = fs::read_to_string(root().join("src/plain/form.rs")).expect("readable");
    let (_, forms) = form.split_once("\nforms!(").expect("the list is there");
    let (forms, _) = forms.split_once("\n);").expect("it ends");
    [
        family("kind", Kind::ALL),
        family("step", StepKind::ALL),
        family("source", Source::ALL),
        family("horizon", Horizon::ALL),
        family("actor", Actor::ALL),
        family("organisation", OrganisationKind::ALL),
        family("anonymity", Anonymity::ALL),
        family("stance", Stance::ALL),
        family("simulated", OrganisationKind::ALL),
        family("report-language", Language::ALL),
        family("refused", words_of("workshop/refusal.rs", "fn reason(")),
        family(
            "fault",
            words_of("wire.rs", "pub const fn as_str(self) -> &'static str {"),
        ),
        family("form", literals(forms)),
        family("language", Language::ALL),
        family("tone", Tone::ALL),
        family("start-preset", PresetName::ALL),
        family("start-set", PersonaSet::ALL),
        family("doctor-subject", Subject::ALL),
        family("doctor-verdict", Verdict::ALL),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn the_three_languages_say_the_same_with_the_same_variables() {
    let [dutch, english, french] = [Language::Nl, Language::En, Language::Fr].map(messages);
    assert_eq!(dutch, english);
    assert_eq!(french, english);
    assert!(english.len() > 300, "{} messages", english.len());
}

#[test]
fn no_message_is_empty() {
    for language in Language::ALL {
        for (key, made) in messages(language) {
            assert!(
                made.has_words || !made.variables.is_empty(),
                "{language}: {key}"
            );
        }
    }
}

#[test]
fn every_message_that_is_said_is_there() {
    let messages = messages(Language::En);
    let missing: Vec<String> = said(&source())
        .into_iter()
        .chain(computed())
        .filter(|key| !messages.contains_key(key))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The help's keys are made from the arguments; a test beside those holds them against the messages.
#[test]
fn every_message_that_is_there_is_said() {
    let literals = literals(&source());
    let computed = computed();
    let idle: Vec<String> = messages(Language::En)
        .into_keys()
        .filter(|key| !literals.contains(key) && !computed.contains(key))
        .filter(|key| !key.starts_with("help-"))
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn a_key_is_found_in_the_source_wherever_it_is_said() {
    let source = "locale.say(\"a-b\"); x.say_with(\n    \"c\", &[]); say(\"no\"); \"d-1\"; \"D e\"";
    assert_eq!(
        said(source),
        BTreeSet::from(["a-b".to_owned(), "c".to_owned()])
    );
    assert!(literals(source).contains("d-1"));
    assert!(!literals(source).contains("D e"));
}
