//! The command line as it is typed. What the arguments mean is found out in the commands; the words of the help are
//! those of the reader's language.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::id::{PersonaId, ScenarioId};
use crate::language::Language;
use crate::locale::Locale;
use crate::vocabulary::{Anonymity, PresetName, Role};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "halte",
    version,
    disable_help_subcommand = true,
    subcommand_required = true
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) task: Task,
}

/// What holds for every command.
#[derive(Debug, Clone, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "nl|en|fr", value_parser = parse::<Language>)]
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
    Report(Report),
    Check(Check),
    Completions(Completions),
    Man,
}

/// `halte new`.
#[derive(Debug, Args)]
pub(super) struct New {
    pub(super) file: Option<PathBuf>,
    #[arg(long)]
    pub(super) title: Option<String>,
    #[arg(long, value_name = "full|short", default_value = "full", value_parser = parse::<PresetName>)]
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
    #[arg(long, value_name = "ADDR:PORT", default_value = "0.0.0.0:7420")]
    pub(super) listen: SocketAddr,
    #[arg(long, value_name = "DIR", default_value = "sessions")]
    pub(super) sessions: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) resume: Option<PathBuf>,
    #[arg(long)]
    pub(super) headless: bool,
    #[arg(long, value_name = "MODE", value_parser = parse::<Anonymity>, conflicts_with = "resume")]
    pub(super) anonymity: Option<Anonymity>,
    #[arg(long)]
    pub(super) plain_ws: bool,
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
}

/// `halte join`.
#[derive(Debug, Args)]
pub(super) struct Join {
    pub(super) link: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub(super) code: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) organisation: Option<String>,
    #[arg(long, value_name = "PERSONA", value_parser = parse::<PersonaId>)]
    pub(super) real_role: Option<PersonaId>,
    #[arg(long, value_name = "ROLE", default_value = "participant", value_parser = parse::<Role>)]
    pub(super) role: Role,
    #[arg(long, value_name = "TOKEN")]
    pub(super) token: Option<String>,
    #[arg(long)]
    pub(super) plain: bool,
    #[arg(long)]
    pub(super) fresh: bool,
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

/// `halte report`.
#[derive(Debug, Args)]
pub(super) struct Report {
    #[arg(required = true)]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = By::Primary)]
    pub(super) by: By,
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Json,
}

/// What a report counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum By {
    Primary,
    Any,
}

/// `halte check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(required = true)]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
}

/// `halte completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

fn parse<T: std::str::FromStr>(text: &str) -> Result<T, T::Err> {
    text.parse()
}

/// The command line with its help in the reader's language.
pub(super) fn command(locale: Locale) -> clap::Command {
    let command = with_help(Arguments::command(), locale, "");
    let names: Vec<String> = command
        .get_subcommands()
        .map(|task| task.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |task| with_help(task, locale, &format!("{name}-")))
    })
}

/// Gives a command and its arguments the help of their message, `help-<task>` and `help-<task>-<argument>`.
fn with_help(command: clap::Command, locale: Locale, task: &str) -> clap::Command {
    let about = format!(
        "help-{}",
        if task.is_empty() {
            "halte"
        } else {
            task.trim_end_matches('-')
        }
    );
    let command = command.about(locale.say(&about));
    let arguments: Vec<String> = command
        .get_arguments()
        .map(|argument| argument.get_id().to_string())
        .collect();
    arguments
        .into_iter()
        .filter(|argument| !is_global(argument) || task.is_empty())
        .fold(command, |command, argument| {
            let key = format!("help-{task}{}", argument.replace('_', "-"));
            command.mut_arg(argument, |described| described.help(locale.say(&key)))
        })
}

fn is_global(argument: &str) -> bool {
    matches!(
        argument,
        "lang" | "color" | "ascii" | "log" | "verbose" | "quiet"
    )
}
