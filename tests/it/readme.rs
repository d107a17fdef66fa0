//! The README's commands: each of them is run here, in their order, or is known to be run by another test.

use std::fs;

use crate::cli::{Desk, Told};

/// What this test knows how to do with a command of the README.
#[derive(Debug, PartialEq, Eq)]
enum Form {
    /// `halte`, installed or through cargo, with these arguments: run as it stands.
    Run(Vec<String>),
    /// A host, a guest or a screen, which tests of their own run, or the doctor, whose answer is not the same on every
    /// machine: here its arguments are parsed.
    Parse(Vec<String>),
    /// Everything at once, this test included: the recipe the checks call.
    Tests(String),
}

impl Form {
    fn of(line: &str) -> Result<Self, String> {
        if line.starts_with("cargo test") {
            return Ok(Self::Tests(line.to_owned()));
        }
        let arguments = line
            .strip_prefix("cargo run --release -- ")
            .or_else(|| line.strip_prefix("halte "))
            .ok_or_else(|| format!("a command of a form this test does not know: {line}"))?;
        let arguments = words(arguments)?;
        match arguments.first().map(String::as_str) {
            Some("host" | "join" | "review" | "doctor") => Ok(Self::Parse(arguments)),
            _ => Ok(Self::Run(arguments)),
        }
    }
}

/// The words of a command as a shell takes them apart, as far as the README needs one: blanks and double quotes.
fn words(line: &str) -> Result<Vec<String>, String> {
    if line.contains(['\'', '\\', '$', '`', '|', '>', '<', ';', '&', '*', '~'])
        || line.contains("=\"")
    {
        return Err(format!("needs a shell: {line}"));
    }
    let mut words = Vec::new();
    for (index, part) in line.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    Ok(words)
}

fn read(name: &str) -> String {
    fs::read_to_string(crate::cli::repository(name)).expect("readable")
}

/// The lines between "```sh" and "```", without blank ones.
fn commands(readme: &str) -> Vec<&str> {
    let mut commands = Vec::new();
    let mut lines = readme.lines();
    while lines.any(|line| line.trim() == "```sh") {
        let block = lines.by_ref().take_while(|line| line.trim() != "```");
        commands.extend(block.map(str::trim).filter(|line| !line.is_empty()));
    }
    commands
}

/// The commands of `halte` that are named in running text.
fn named(readme: &str) -> Vec<&str> {
    let text = readme.split("```").step_by(2);
    text.flat_map(|text| text.split('`').skip(1).step_by(2))
        .filter(|code| code.starts_with("halte "))
        .collect()
}

/// Asks for the help behind the arguments: what stands before it has to be known.
fn parses(desk: &Desk, arguments: &[String]) {
    let told = Told::of(desk.command().args(arguments).arg("--help"));
    assert_eq!(told.code, 0, "{arguments:?}: {}", told.err);
}

#[test]
fn every_command_works_in_its_order() {
    let desk = Desk::new();
    for folder in ["sessions", "personas"] {
        fs::create_dir(desk.path(folder)).expect("made");
        for entry in fs::read_dir(crate::cli::repository(folder)).expect("a folder") {
            let from = entry.expect("an entry").path();
            let name = from.file_name().expect("a name");
            fs::copy(&from, desk.path(folder).join(name)).expect("copied");
        }
    }
    let readme = read("README.md");
    let commands = commands(&readme);
    assert!(commands.len() >= 5, "{commands:?}");
    for line in commands {
        match Form::of(line).unwrap_or_else(|fault| panic!("{fault}")) {
            Form::Run(arguments) => {
                let told = Told::of(desk.command().args(&arguments));
                assert_eq!(told.code, 0, "{line}: {}", told.err);
            }
            Form::Parse(arguments) => parses(&desk, &arguments),
            Form::Tests(command) => {
                let justfile = read("justfile");
                let recipe = format!("\ntest *ARGS:\n    {command} \"$@\"\n");
                assert!(justfile.contains(&recipe), "{recipe}");
                let ci = justfile.lines().find_map(|line| line.strip_prefix("ci: "));
                let ci = ci.expect("a recipe");
                assert!(ci.split_whitespace().any(|step| step == "test"), "{ci}");
                assert!(read(".ci/run").lines().any(|line| line == "just ci"));
            }
        }
    }
}

#[test]
fn every_command_in_running_text_is_one_that_is_understood() {
    let desk = Desk::new();
    for command in named(&read("README.md")) {
        let arguments = command.strip_prefix("halte ").expect("a command");
        parses(
            &desk,
            &words(arguments).unwrap_or_else(|fault| panic!("{fault}")),
        );
    }
}

#[test]
fn a_command_of_another_form_is_not_passed_over() {
    let readme =
        "a\n```sh\nhalte new\n\n  make all\n```\n`halte check .`\n```text\nhalte no\n```\n";
    assert_eq!(commands(readme), ["halte new", "make all"]);
    assert_eq!(named(readme), ["halte check ."]);
    let new = Form::Run(vec!["new".to_owned()]);
    assert_eq!(Form::of("cargo run --release -- new"), Ok(new));
    assert!(Form::of("make all").is_err());
    assert!(Form::of("halte report | head").is_err());
    let join = ["join", "a b", "c"].map(str::to_owned).to_vec();
    assert_eq!(Form::of("halte join \"a b\" c"), Ok(Form::Parse(join)));
}
