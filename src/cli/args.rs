//! The command line as it is typed. What the arguments mean is found out in the commands; the words of the help are
//! those of the reader's language.

mod doctor;
mod keeping;
mod report;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Args, Command, CommandFactory as _, Parser, Subcommand, ValueEnum};

pub(super) use doctor::Doctor;
pub(super) use keeping::{Redact, Replay};

use crate::id::{PersonaId, ScenarioId};
use crate::language::Language;
use crate::locale::Locale;
use crate::vocabulary::{Anonymity, PresetName, Role};

pub(super) use report::{By, Compare, Format, GroupBy, Report, Review};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "halte", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) global: Global,
    /// None is: a start screen, where there is a terminal.
    #[command(subcommand)]
    pub(super) task: Option<Task>,
}

/// What holds for every command.
#[derive(Debug, Clone, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "nl|en|fr", value_parser = word::<Language>(Language::ALL.map(Language::as_str)))]
    pub(super) lang: Option<Language>,
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(super) color: Color,
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) log: Option<PathBuf>,
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(super) verbose: u8,
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
}

/// When to use color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Task {
    New(New),
    Host(Host),
    Join(Join),
    Rehearse(Rehearse),
    Review(Review),
    Report(Report),
    Compare(Compare),
    Replay(Replay),
    Redact(Redact),
    Classify(Classify),
    Check(Check),
    Doctor(Doctor),
    Schema(Schema),
    Completions(Completions),
    Man,
}

/// `halte new`.
#[derive(Debug, Args)]
pub(super) struct New {
    pub(super) file: Option<PathBuf>,
    #[arg(long)]
    pub(super) title: Option<String>,
    #[arg(long, value_name = "full|short", default_value = "full", value_parser = word::<PresetName>(PresetName::ALL.iter().map(|preset| preset.as_str())))]
    pub(super) preset: PresetName,
    #[arg(long, value_name = "IDS", value_delimiter = ',', value_parser = parse::<ScenarioId>)]
    pub(super) scenarios: Vec<ScenarioId>,
    #[arg(long, value_name = "IDS|SET", value_delimiter = ',', value_parser = parse::<PersonaId>)]
    pub(super) personas: Vec<PersonaId>,
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
}

/// `halte host`.
#[derive(Debug, Args)]
pub(super) struct Host {
    #[arg(conflicts_with = "resume")]
    pub(super) plan: Option<PathBuf>,
    #[arg(long, value_name = "ADDR:PORT")]
    pub(super) listen: Option<SocketAddr>,
    #[arg(long, value_name = "DIR", default_value = "sessions")]
    pub(super) sessions: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) resume: Option<PathBuf>,
    #[arg(long)]
    pub(super) headless: bool,
    #[arg(long, value_name = "MODE", value_parser = word::<Anonymity>(Anonymity::ALL.iter().map(|mode| mode.as_str())), conflicts_with = "resume")]
    pub(super) anonymity: Option<Anonymity>,
    #[arg(long)]
    pub(super) plain_ws: bool,
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
}

impl Host {
    /// As if it was typed without options, but for the session to resume.
    pub(super) fn at_default(resume: Option<PathBuf>) -> Self {
        Self {
            plan: None,
            listen: None,
            sessions: PathBuf::from("sessions"),
            resume,
            headless: false,
            anonymity: None,
            plain_ws: false,
            content: None,
        }
    }
}

/// `halte join`.
#[derive(Debug, Args)]
pub(super) struct Join {
    pub(super) link: Option<String>,
    /// The code behind a space, where a stroke was meant.
    #[arg(hide = true)]
    pub(super) behind: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) code: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) organisation: Option<String>,
    #[arg(long, value_name = "PERSONA", value_parser = parse::<PersonaId>)]
    pub(super) real_role: Option<PersonaId>,
    #[arg(long, value_name = "ROLE", default_value = "participant", value_parser = word::<Role>(Role::ALL.iter().map(|role| role.as_str())))]
    pub(super) role: Role,
    #[arg(long, value_name = "TOKEN")]
    pub(super) token: Option<String>,
    #[arg(long)]
    pub(super) plain: bool,
    #[arg(long)]
    pub(super) fresh: bool,
}

impl Join {
    /// As if it was typed with this link alone.
    pub(super) const fn with_link(link: String) -> Self {
        Self {
            link: Some(link),
            behind: None,
            code: None,
            name: None,
            organisation: None,
            real_role: None,
            role: Role::Participant,
            token: None,
            plain: false,
            fresh: false,
        }
    }
}

/// `halte rehearse`.
#[derive(Debug, Args)]
pub(super) struct Rehearse {
    pub(super) plan: Option<PathBuf>,
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(super) participants: u16,
    #[arg(long, default_value_t = 2035)]
    pub(super) seed: u64,
    #[arg(long, value_name = "DIR", default_value = "sessions")]
    pub(super) sessions: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
}

impl Rehearse {
    /// As if it was typed with this many participants.
    pub(super) fn of(participants: u16) -> Self {
        Self {
            plan: None,
            participants,
            seed: 2035,
            sessions: PathBuf::from("sessions"),
            content: None,
        }
    }
}

/// `halte classify`.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Classify {
    #[arg(long)]
    pub(super) json: bool,
    #[arg(long)]
    pub(super) explain: bool,
}

/// `halte check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(required = true)]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(super) privacy: bool,
    #[arg(long, conflicts_with = "privacy")]
    pub(super) anonymity: bool,
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
}

/// `halte schema`.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Schema {
    #[arg(value_enum, value_name = "plan|session|report|comparison")]
    pub(super) of: Form,
}

/// What has a published schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    Plan,
    Session,
    Report,
    Comparison,
}

/// `halte completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

fn parse<T: FromStr>(text: &str) -> Result<T, T::Err> {
    text.parse()
}

/// Reads a word of a closed list, which is also what a shell offers.
fn word<T>(known: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err: std::error::Error + Send + Sync + 'static> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(known).try_map(|word| word.parse())
}

/// The command line with its help in the reader's language.
pub(super) fn command(locale: Locale) -> Command {
    let command = Arguments::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', ArgAction::Help).global(true))
        .arg(flag("version", 'V', ArgAction::Version));
    let globals: Vec<String> = Global::augment_args(Command::new("halte"))
        .get_arguments()
        .map(|argument| argument.get_id().to_string())
        .chain(["help".to_owned()])
        .collect();
    let command = with_help(command, locale, &globals, "");
    let names: Vec<String> = command
        .get_subcommands()
        .map(|task| task.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |task| {
            with_help(task, locale, &globals, &format!("{name}-"))
        })
    })
}

fn flag(name: &'static str, letter: char, action: ArgAction) -> Arg {
    Arg::new(name).long(name).short(letter).action(action)
}

/// Gives a command and its arguments the help of their message, `help-<task>` and `help-<task>-<argument>`.
fn with_help(command: Command, locale: Locale, globals: &[String], task: &str) -> Command {
    let about = match task.trim_end_matches('-') {
        "" => "help-halte".to_owned(),
        task => format!("help-{task}"),
    };
    // The braces are the parser's, which puts the parts of the help there.
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}",
        locale.say("heading-usage")
    );
    let command = command
        .about(locale.say(&about))
        .help_template(template)
        .subcommand_help_heading(locale.say("heading-commands"));
    let arguments: Vec<String> = command
        .get_arguments()
        .map(|argument| argument.get_id().to_string())
        .collect();
    arguments.into_iter().fold(command, |command, argument| {
        let key = format!("help-{task}{}", argument.replace('_', "-"));
        let heading = if globals.contains(&argument) {
            "heading-everywhere"
        } else {
            "heading-options"
        };
        command.mut_arg(argument, |described| {
            let heading = if described.is_positional() {
                "heading-arguments"
            } else {
                heading
            };
            let help = format!("{}{}", locale.say(&key), choice(&described, locale));
            // What there is to choose from stands in the help itself, in the reader's language.
            let takes_values = described.get_action().takes_values();
            described
                .help(help)
                .help_heading(locale.say(heading))
                .hide_default_value(takes_values)
                .hide_possible_values(takes_values)
        })
    })
}

/// The words there are to choose from and what holds when nothing is chosen, as far as an argument has them.
fn choice(argument: &Arg, locale: Locale) -> String {
    if !argument.get_action().takes_values() {
        return String::new();
    }
    let names_them = argument
        .get_value_names()
        .is_some_and(|names| names.iter().any(|name| name.contains('|')));
    let words: Vec<String> = argument
        .get_possible_values()
        .iter()
        .filter(|_| !names_them)
        .map(|word| word.get_name().to_owned())
        .collect();
    let otherwise = argument.get_default_values().first().map(|value| {
        let value = value.to_string_lossy().into_owned();
        locale.say_with("help-default", &[("value", value.into())])
    });
    let told: Vec<String> = [words.join(", ")]
        .into_iter()
        .filter(|words| !words.is_empty())
        .chain(otherwise)
        .collect();
    if told.is_empty() {
        String::new()
    } else {
        format!(" [{}]", told.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::sources;

    #[test]
    fn the_arguments_fit_together() {
        for language in Language::ALL {
            command(Locale::new(language)).debug_assert();
        }
    }

    /// Building the command line says a message for every command and argument, and one that is missing fails there.
    #[test]
    fn every_message_of_the_help_is_that_of_a_command_or_an_argument() {
        let mut keys = BTreeSet::from(["help-halte".to_owned(), "help-default".to_owned()]);
        let command = command(Locale::new(Language::En));
        let of = |command: &Command| -> Vec<String> {
            let named = command.get_arguments().map(clap::Arg::get_id);
            named.map(|name| name.as_str().replace('_', "-")).collect()
        };
        keys.extend(of(&command).iter().map(|name| format!("help-{name}")));
        for task in command.get_subcommands() {
            let name = task.get_name();
            keys.insert(format!("help-{name}"));
            keys.extend(of(task).iter().map(|own| format!("help-{name}-{own}")));
        }
        let written: BTreeSet<String> = sources(Language::En)
            .iter()
            .flat_map(|(_, source)| source.lines())
            .filter(|line| line.starts_with("help-"))
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, _)| key.to_owned())
            .filter(|key| key != "help-text")
            .collect();
        assert_eq!(written, keys);
    }
}
