//! The door: arguments in, one task done, an exit code out. Results go to stdout, everything else to stderr. The only
//! place that prints, reads the environment and decides how the program ends.

mod anonymity;
mod args;
mod check;
mod classify;
mod compare;
mod descriptors;
mod doctor;
mod failure;
mod files;
mod gather;
mod host;
mod join;
mod load;
mod log;
mod man;
mod new;
mod opening;
mod privacy;
mod progress;
mod redact;
mod rehearse;
mod replay;
mod report;
mod review;
mod screen;
mod start;
mod state;
mod troupe;
mod usage;

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use clap::FromArgMatches as _;

use args::{Arguments, Color, Form, Global, Task};
use failure::Failure;

use crate::language::Language;
use crate::locale::Locale;
use crate::nearest::nearest;
use crate::schema;
use crate::store::StoreError;
use crate::text::harmless;

/// What every task knows of the one who called it.
#[derive(Debug, Clone)]
struct Caller {
    locale: Locale,
    /// What a plan that is written speaks: the language asked for, or else Dutch, whatever the system speaks.
    plan_language: Language,
    /// The language asked for, if one was.
    asked_language: Option<Language>,
    color: bool,
    ascii: bool,
    quiet: bool,
}

/// Runs the program and says how it ended.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let locale = Locale::new(language_of(&arguments));
    let parsed = args::command(locale)
        .try_get_matches_from(&arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return usage::tell(locale, &error),
    };
    let caller = Caller {
        locale,
        plan_language: parsed.global.lang.unwrap_or_default(),
        asked_language: parsed.global.lang,
        color: wants_color(parsed.global.color),
        ascii: parsed.global.ascii,
        quiet: parsed.global.quiet,
    };
    let is_on_screen = screen::is_wanted(parsed.task.as_ref());
    let done = start_log(&caller, &parsed.global, is_on_screen).and_then(|()| match parsed.task {
        Some(task) => perform(&caller, task),
        None if is_on_screen => start::run(&caller),
        None => {
            tell(args::command(locale).render_help().to_string().trim_end());
            Err(Failure::called_wrongly())
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}

impl Caller {
    /// Says in the caller's language what a file did not do.
    fn of_file<T>(&self, done: Result<T, StoreError>) -> Result<T, Failure> {
        done.map_err(|error| Failure::of_file(self.locale, &error))
    }

    /// Whether an id that was given is one of those there are, and else what was probably meant.
    fn knows(&self, key: &str, id: &str, known: &[&str]) -> Result<(), Failure> {
        if known.contains(&id) {
            return Ok(());
        }
        let said = self.locale.say_with(key, &[("id", id.into())]);
        let (key, name, words) = match nearest(id, known.iter().copied()) {
            Some(word) => ("did-you-mean", "word", word.to_owned()),
            None => ("choose-from", "known", known.join(", ")),
        };
        let hint = self.locale.say_with(key, &[(name, words.into())]);
        Err(Failure::usage(format!("{said} {hint}")))
    }

    /// Tells what was done with a file, unless only what goes wrong is wanted.
    fn note(&self, key: &str, path: &Path) {
        if !self.quiet {
            let path = path.display().to_string();
            tell(&self.locale.say_with(key, &[("path", path.into())]));
        }
    }
}

fn perform(caller: &Caller, task: Task) -> Result<(), Failure> {
    match task {
        Task::New(new) => new::run(caller, &new),
        Task::Host(host) => host::run(caller, &host),
        Task::Join(join) => join::run(caller, join),
        Task::Rehearse(rehearse) => rehearse::run(caller, &rehearse),
        Task::Review(review) => review::run(caller, &review),
        Task::Report(report) => report::run(caller, &report),
        Task::Compare(compare) => compare::run(caller, &compare),
        Task::Redact(redact) => redact::run(caller, &redact),
        Task::Replay(replay) => replay::run(caller, &replay),
        Task::Classify(classify) => classify::run(caller, classify),
        Task::Check(check) => check::run(caller, &check),
        Task::Doctor(doctor) => doctor::run(caller, &doctor),
        Task::Schema(asked) => print(
            match asked.of {
                Form::Plan => schema::PLAN,
                Form::Session => schema::SESSION,
                Form::Report => schema::REPORT,
                Form::Comparison => schema::COMPARISON,
            }
            .as_bytes(),
        ),
        Task::Completions(completions) => {
            let mut script = Vec::new();
            clap_complete::generate(
                completions.shell,
                &mut args::command(caller.locale),
                "halte",
                &mut script,
            );
            print(&script)
        }
        Task::Man => {
            let page = man::page(caller.locale).map_err(|error| Failure::of(&error))?;
            print(&page)
        }
    }
}

/// Writes a result to stdout. A reader that has seen enough is no error.
fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::of(&error)),
        _ => Ok(()),
    }
}

/// Writes a line to stderr; when even that cannot be had, there is nobody to tell.
fn tell(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", harmless(line));
}

/// The language asked for, or else the system's, or else English: somebody without a locale is more often a script
/// than a Fleming, and what a workshop speaks is its plan's own choice.
fn language_of(arguments: &[OsString]) -> Language {
    asked_language(arguments)
        .or_else(|| {
            sys_locale::get_locale()
                .as_deref()
                .and_then(Language::of_locale)
        })
        .unwrap_or(Language::En)
}

/// `--lang` as it stands on the command line: the help has to be in that language before it is parsed.
fn asked_language(arguments: &[OsString]) -> Option<Language> {
    let texts = || arguments.iter().filter_map(|argument| argument.to_str());
    let behind = texts().skip_while(|text| *text != "--lang").nth(1);
    let joined = texts().find_map(|text| text.strip_prefix("--lang="));
    joined.or(behind)?.parse().ok()
}

fn wants_color(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            io::stdout().is_terminal()
                && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    }
}

/// Logs go to the file that was named, or to stderr, warnings when asked to be verbose; where there are screens, to a file in the
/// user's state folder, since a line on stderr would tear them. They hold no texts, codes or tokens.
fn start_log(caller: &Caller, global: &Global, is_on_screen: bool) -> Result<(), Failure> {
    let level = match (global.quiet, global.verbose) {
        (true, _) => tracing::Level::ERROR,
        // What somebody has to know has a sentence of its own; a warning among their lines would only tear them.
        (false, 0) if global.log.is_none() && !is_on_screen => tracing::Level::ERROR,
        (false, 0) => tracing::Level::WARN,
        (false, 1) => tracing::Level::INFO,
        (false, _) => tracing::Level::DEBUG,
    };
    let builder = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_ansi(false)
        .with_target(false);
    let path = match &global.log {
        Some(path) => Some(path.clone()),
        None if is_on_screen => Some(state::folder(caller.locale, "logs")?.join("halte.log")),
        None => None,
    };
    match path {
        Some(path) => {
            let file = caller.of_file(files::append(&path))?;
            let file = std::sync::Mutex::new(log::Harmless(file));
            builder.with_writer(file).init();
        }
        None => builder
            .with_writer(|| log::Harmless(io::stderr()))
            .without_time()
            .init(),
    }
    Ok(())
}
