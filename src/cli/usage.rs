//! What is wrong with a command as it was typed, in the caller's language. Decides nothing about what commands there
//! are; it only words what the parser found.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args;
use super::failure::Failure;
use crate::locale::Locale;
use crate::text::{Lines, clean};

/// Shows the help that was asked for, or says what is wrong with the arguments.
pub(super) fn tell(locale: Locale, error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nobody reads what cannot be printed.
            let _ = error.print();
            ExitCode::SUCCESS
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            super::tell(args::command(locale).render_help().to_string().trim_end());
            ExitCode::from(2)
        }
        _wrong => {
            let (said, more) = (sentence(locale, error), locale.say("usage-more"));
            Failure::usage(format!("{said} {more}")).tell()
        }
    }
}

fn sentence(locale: Locale, error: &Error) -> String {
    let option = option(error);
    let say = |key: &str, what: &str| locale.say_with(key, &[("what", what.into())]);
    let said = match error.kind() {
        ErrorKind::InvalidSubcommand => say(
            "usage-unknown-command",
            &text(error, ContextKind::InvalidSubcommand),
        ),
        ErrorKind::UnknownArgument => say("usage-unknown-argument", &option),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = text(error, ContextKind::InvalidValue);
            if value.is_empty() {
                say("usage-no-value", &option)
            } else {
                let variables = [("value", value.into()), ("what", option.into())];
                locale.say_with("usage-bad-value", &variables)
            }
        }
        ErrorKind::MissingRequiredArgument => {
            say("usage-missing", &text(error, ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => {
            let other = text(error, ContextKind::PriorArg);
            let variables = [("what", option.into()), ("other", other.into())];
            locale.say_with("usage-conflict", &variables)
        }
        ErrorKind::InvalidUtf8 => locale.say("usage-not-text"),
        _rare => say("usage-wrong", &option),
    };
    match hint(locale, error) {
        Some(hint) => format!("{said} {hint}"),
        None => said,
    }
}

/// What was probably meant, or else what there is to choose from.
fn hint(locale: Locale, error: &Error) -> Option<String> {
    if error.kind() == ErrorKind::ValueValidation && option(error) == "--listen" {
        return Some(locale.say("usage-listen"));
    }
    let nearest = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let nearest = nearest
        .into_iter()
        .map(|kind| likeliest(error, kind))
        .find(|word| !word.is_empty());
    if let Some(word) = nearest {
        return Some(locale.say_with("did-you-mean", &[("word", word.into())]));
    }
    let known = text(error, ContextKind::ValidValue);
    (!known.is_empty()).then(|| locale.say_with("choose-from", &[("known", known.into())]))
}

/// The option it is about, without what stands behind it.
fn option(error: &Error) -> String {
    let shown = text(error, ContextKind::InvalidArg);
    match shown.split_once(' ') {
        Some((option, _value)) => option.to_owned(),
        None => shown,
    }
}

/// The last of what is like it, which is most like it.
fn likeliest(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => {
            let text = texts.last().map_or("", String::as_str);
            clean(text, Lines::One)
        }
        _ => text(error, kind),
    }
}

fn text(error: &Error, kind: ContextKind) -> String {
    let text = match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    clean(&text, Lines::One)
}
