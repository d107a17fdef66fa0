//! Help, version, completions, the manual, and what is said of a command that cannot be understood.

use super::{Desk, Told};

const TASKS: [&str; 15] = [
    "new",
    "host",
    "join",
    "rehearse",
    "review",
    "report",
    "compare",
    "replay",
    "redact",
    "classify",
    "check",
    "doctor",
    "schema",
    "completions",
    "man",
];

#[test]
fn without_arguments_and_terminal_the_help_is_told_and_it_counts_as_wrong_use() {
    let desk = Desk::new();
    let asked = desk.out(&["--help"]);
    for arguments in [&[][..], &["--ascii"], &["--lang", "en"]] {
        let told = desk.halte(arguments);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{arguments:?}");
        assert_eq!(told.err, asked);
    }
}

#[test]
fn help_names_every_command_and_every_command_has_help() {
    let desk = Desk::new();
    let help = desk.out(&["--help"]);
    for task in TASKS {
        assert!(help.contains(&format!("\n  {task} ")), "{task}: {help}");
        let own = desk.out(&[task, "--help"]);
        assert!(own.contains(&format!("Usage: halte {task}")), "{own}");
        assert_eq!(own, desk.out(&[task, "-h"]));
    }
}

#[test]
fn help_speaks_the_language_asked_for_or_else_the_systems() {
    let desk = Desk::new();
    let english = desk.out(&["host", "--help"]);
    let dutch = desk.out(&["host", "--help", "--lang", "nl"]);
    let french = desk.out(&["--lang=fr", "host", "--help"]);
    assert!(dutch.starts_with("Open de zaal"), "{dutch}");
    assert!(french.starts_with("Ouvrir la salle"), "{french}");
    for word in ["Usage", "Print", "default", "possible"] {
        assert!(!dutch.contains(word) && !french.contains(word), "{word}");
    }
    let with = |name: &str, locale: &str| {
        let mut command = desk.command();
        command.env(name, locale).args(["host", "--help"]);
        Told::of(&mut command).out
    };
    assert_eq!(with("LANG", "nl_BE.UTF-8"), dutch);
    assert_eq!(with("LANG", "fr_BE.UTF-8"), french);
    assert_eq!(with("LC_ALL", "fr_FR.UTF-8"), french);
    assert_eq!(with("LANG", "de_DE.UTF-8"), english);
}

#[test]
fn help_fits_eighty_columns_whatever_the_language() {
    let desk = Desk::new();
    for language in ["nl", "en", "fr"] {
        for task in TASKS {
            let mut command = desk.command();
            let asked = command.env("COLUMNS", "80");
            let help = Told::of(asked.args([task, "--help", "--lang", language])).out;
            let widest = help.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(80), "{language}: {help}");
        }
    }
}

#[test]
fn the_version_is_one_line() {
    let version = format!("halte {}\n", env!("CARGO_PKG_VERSION"));
    let desk = Desk::new();
    assert_eq!(desk.out(&["--version"]), version);
    assert_eq!(desk.out(&["-V"]), version);
}

#[test]
fn what_cannot_be_understood_is_said_in_one_line_with_what_was_probably_meant() {
    let desk = Desk::new();
    for (arguments, said) in [
        (
            &["reherse"][..],
            "There is no command “reherse”. Did you mean “rehearse”?",
        ),
        (&["zzz"], "There is no command “zzz”."),
        (
            &["new", "--titel", "x"],
            "“--titel” does not belong here. Did you mean “--title”?",
        ),
        (&["man", "twice"], "“twice” does not belong here."),
        (
            &["new", "--preset"],
            "Something has to follow --preset. Choose from: full, short.",
        ),
        (
            &["new", "--preset", "shrt"],
            "“shrt” is not possible for --preset. Did you mean “short”?",
        ),
        (
            &["--lang", "de"],
            "“de” is not possible for --lang. Choose from: nl, en, fr.",
        ),
        (&["report"], "<PATHS>... is missing."),
        (
            &["host", "--listen", "here"],
            "“here” is not possible for --listen. Give an address and a port, for example 0.0.0.0:7420.",
        ),
        (
            &["rehearse", "--participants", "0"],
            "“0” is not possible for --participants.",
        ),
        (
            &["host", "a", "--resume", "b"],
            "[PLAN] and --resume <FILE> do not go together.",
        ),
    ] {
        let line = desk.fails(2, arguments);
        assert_eq!(line, format!("{said} More: halte --help"));
    }
}

#[test]
fn wrong_use_is_said_in_the_language_asked_for() {
    let desk = Desk::new();
    let line = desk.fails(2, &["--lang", "nl", "chek"]);
    assert_eq!(
        line,
        "Er is geen opdracht “chek”. Bedoel je “check”? Meer: halte --help"
    );
    let line = desk.fails(2, &["check", "--lang", "fr"]);
    assert_eq!(line, "<PATHS>... manque. Plus : halte --help");
    let line = desk.fails(2, &["join", "--lang", "nl"]);
    assert!(line.starts_with("Geef wat de host toont"), "{line}");
}

#[test]
fn what_was_typed_reaches_no_terminal_as_a_control_sequence() {
    let line = Desk::new().fails(2, &["\u{1b}[31mred"]);
    assert!(!line.contains('\u{1b}'), "{line:?}");
}

#[test]
fn every_shell_gets_completions_for_every_command() {
    let desk = Desk::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = desk.out(&["completions", shell]);
        for task in TASKS {
            assert!(script.contains(task), "{shell}: {task}");
        }
        for word in ["pseudonymous", "--resume"] {
            let word = word.trim_start_matches(if shell == "fish" { "--" } else { "" });
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let line = desk.fails(2, &["completions", "bsh"]);
    assert!(line.contains("Did you mean “bash”?"), "{line}");
}

#[test]
fn the_manual_is_one_page_that_points_to_no_other() {
    let desk = Desk::new();
    let page = desk.out(&["man"]);
    assert!(page.contains(".TH halte 1"), "{page}");
    for task in TASKS {
        assert!(
            page.contains(&format!("\n.SH \"halte {task}\"\n")),
            "{task}"
        );
    }
    assert!(!page.contains("(1)"), "{page}");
    assert_eq!(page.matches("Show this help").count(), 1);
    assert!(
        desk.out(&["man", "--lang", "nl"])
            .contains("Toon deze hulp")
    );
}
