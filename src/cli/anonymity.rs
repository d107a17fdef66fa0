//! `halte check --anonymity`: whether a file keeps what an anonymous session promises, as far as the file can tell. What is
//! broken first, then by what people may still be recognised, then what no file can tell, and one line that sums up.

use std::fmt::Write as _;
use std::path::Path;

use super::failure::Failure;
use super::{Caller, load, privacy};
use crate::content::Content;
use crate::locale::Locale;
use crate::privacy::anonymity::{self, Breach, Trace, Verdict};
use crate::session::File;
use crate::store;

/// What is found, as lines, and whether everything that can be verified holds.
pub(super) fn of(
    caller: &Caller,
    file: &Path,
    content: &Content,
) -> Result<(String, bool), Failure> {
    let verdict = if load::is_journal(file) {
        let read = caller.of_file(store::read_journal(file))?;
        anonymity::of_journal(&read.records)
    } else {
        match load::file(caller, file, content)? {
            File::Session(session) => anonymity::of_session(&session.plan, &session.proceedings),
            File::Plan(_) | File::Persona(_) => {
                return Err(load::says(caller, "anonymity-nothing-on-record", file));
            }
        }
    };
    let path = file.display().to_string();
    Ok((lines(caller.locale, &path, &verdict), verdict.holds()))
}

fn lines(locale: Locale, path: &str, verdict: &Verdict) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    for (at, breach) in &verdict.breaches {
        let said = locale.say(key(*breach));
        let place = at.as_ref().map(|at| privacy::place(path, at));
        let _ = writeln!(text, "{}: {said}", place.as_deref().unwrap_or(path));
    }
    let is_anonymous = !verdict
        .breaches
        .iter()
        .any(|(_, breach)| *breach == Breach::NotAnonymous);
    if is_anonymous {
        for trace in &verdict.traces {
            let _ = writeln!(text, "{path}: {}", traced(locale, trace));
        }
        let _ = writeln!(text, "{path}: {}", locale.say("anonymity-cannot-tell"));
    }
    let sum = if verdict.holds() {
        locale.say("anonymity-holds")
    } else {
        let count = verdict.breaches.len().into();
        locale.say_with("anonymity-broken", &[("count", count)])
    };
    let _ = writeln!(text, "{path}: {sum}");
    text
}

const fn key(breach: Breach) -> &'static str {
    match breach {
        Breach::NotAnonymous => "anonymity-other-mode",
        Breach::Name => "anonymity-name",
        Breach::Author => "anonymity-author",
        Breach::Persona => "anonymity-persona",
        Breach::Slice => "anonymity-slice",
        Breach::Time => "anonymity-time",
        Breach::Table => "anonymity-table",
        Breach::Order => "anonymity-order",
        Breach::Counted => "anonymity-counted",
        Breach::Command => "anonymity-command",
    }
}

fn traced(locale: Locale, trace: &Trace) -> String {
    match trace {
        Trace::Language(language, people) => locale.say_with(
            "anonymity-few-language",
            &[
                ("language", language.as_str().into()),
                ("people", (*people).into()),
            ],
        ),
        Trace::Organisation(name, people) => locale.say_with(
            "anonymity-few-organisation",
            &[("name", name.as_str().into()), ("people", (*people).into())],
        ),
        Trace::Combinations(few, all) => locale.say_with(
            "anonymity-few-combinations",
            &[("few", (*few).into()), ("all", (*all).into())],
        ),
        Trace::OpenStep => locale.say("anonymity-open-step"),
    }
}
