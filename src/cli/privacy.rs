//! `halte check --privacy`: what a file still tells about people, one line for each thing and one that sums up.

use std::fmt::Write as _;
use std::path::Path;

use super::failure::Failure;
use super::{Caller, load};
use crate::content::Content;
use crate::locale::{Locale, Value};
use crate::privacy::audit::{self, Finding, Spot, What};
use crate::privacy::look::Like;
use crate::session::File;
use crate::store;
use crate::workshop::SMALL;

/// What a file tells, as lines.
pub(super) fn of(caller: &Caller, file: &Path, content: &Content) -> Result<String, Failure> {
    let found = if load::is_journal(file) {
        let read = caller.of_file(store::read_journal(file))?;
        audit::of_journal(&read.records)
    } else {
        match load::file(caller, file, content)? {
            File::Session(session) => audit::of_session(&session.plan, &session.proceedings),
            File::Plan(draft) => audit::of_plan(draft.plan()),
            File::Persona(_) => Ok(Vec::new()),
        }
    };
    let found = found.map_err(|_too_many| load::says(caller, "redact-no-search", file))?;
    Ok(lines(caller.locale, &file.display().to_string(), &found))
}

fn lines(locale: Locale, path: &str, found: &[Finding]) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    if found.is_empty() {
        let _ = writeln!(text, "{path}: {}", locale.say("privacy-nothing"));
        return text;
    }
    for finding in found {
        let said = sentence(locale, &finding.what);
        let _ = writeln!(text, "{}: {said}", place(path, &finding.at));
    }
    let _ = writeln!(text, "{path}: {}", summary(locale, found));
    text
}

/// A place in a file, as it is told.
pub(super) fn place(path: &str, at: &Spot) -> String {
    match at {
        Spot::Line(line) => format!("{path}:{line}"),
        Spot::Id(id) => format!("{path}: {id}"),
    }
}

fn sentence(locale: Locale, what: &What) -> String {
    let say = |key: &str, variables: &[(&str, Value<'_>)]| locale.say_with(key, variables);
    match what {
        What::Name(who, name) => {
            let variables = [
                ("who", who.to_string().into()),
                ("name", name.as_str().into()),
            ];
            locale.say_with("privacy-name", &variables)
        }
        What::Organisation(name, people) => {
            let variables = [("name", name.as_str().into()), ("people", (*people).into())];
            if (1..SMALL).contains(people) {
                locale.say_with("privacy-organisation-small", &variables)
            } else {
                locale.say_with("privacy-organisation", &variables)
            }
        }
        What::Wrote {
            contributions,
            others,
        } => {
            let ids: Vec<&str> = contributions.iter().map(String::as_str).collect();
            let variables = [
                ("what", ids.join(", ").into()),
                ("others", (*others).into()),
            ];
            match (ids.is_empty(), others) {
                (true, _) => locale.say_with("privacy-did", &variables),
                (false, 0) => locale.say_with("privacy-wrote", &variables),
                (false, _) => locale.say_with("privacy-wrote-and", &variables),
            }
        }
        What::FineTimes(count) => locale.say_with("privacy-times", &[("count", (*count).into())]),
        What::Text(like, hit) => {
            let key = match like {
                Like::Name => "privacy-looks-name",
                Like::Email => "privacy-looks-email",
                Like::Phone => "privacy-looks-phone",
            };
            say(key, &[("what", hit.as_str().into())])
        }
    }
}

fn summary(locale: Locale, found: &[Finding]) -> String {
    let count = |is: fn(&What) -> bool| found.iter().filter(|one| is(&one.what)).count();
    let times: usize = found
        .iter()
        .map(|one| match &one.what {
            What::FineTimes(count) => *count,
            _other => 0,
        })
        .sum();
    let variables = [
        ("names", count(|what| matches!(what, What::Name(..))).into()),
        (
            "organisations",
            count(|what| matches!(what, What::Organisation(..))).into(),
        ),
        (
            "people",
            count(|what| matches!(what, What::Wrote { .. })).into(),
        ),
        ("times", times.into()),
        ("texts", count(|what| matches!(what, What::Text(..))).into()),
    ];
    locale.say_with("privacy-summary", &variables)
}
