//! SECURITY.md promises nothing that no test shows: every promise names tests or recipes, and these exist and are such.

use std::fs;
use std::path::Path;

use crate::cli::repository;

/// What follows a promise, before the names of what shows it.
const SHOWN_BY: &str = "Shown by ";

/// The promises of a page: the list items of its section on what is promised, each on one line.
fn promises(page: &str) -> Vec<String> {
    let section = page
        .split("\n## ")
        .find(|section| section.starts_with("What is promised"));
    let section = section.expect("a section on what is promised");
    let mut promises: Vec<String> = Vec::new();
    for line in section.lines() {
        if let Some(begun) = line.strip_prefix("- ") {
            promises.push(begun.to_owned());
        } else if let (Some(rest), Some(last)) = (line.strip_prefix("  "), promises.last_mut()) {
            last.push(' ');
            last.push_str(rest.trim());
        }
    }
    promises
}

#[test]
fn every_test_that_the_page_names_anywhere_is_there() {
    let page = fs::read_to_string(repository("SECURITY.md")).expect("a page");
    let (_, sections) = page.split_once("\n## ").expect("sections");
    let names = sections.split('`').skip(1).step_by(2);
    for name in names.filter(|name| name.contains("::")) {
        assert!(is_there(name), "{name}");
    }
}

/// What is said to show a promise, as it is named: `module::test` or `just recipe`.
fn witnesses(promise: &str) -> Vec<&str> {
    let Some((_, names)) = promise.split_once(SHOWN_BY) else {
        return Vec::new();
    };
    names.split('`').skip(1).step_by(2).collect()
}

/// Whether there is a test or a recipe of this name.
fn is_there(name: &str) -> bool {
    if let Some(recipe) = name.strip_prefix("just ") {
        let justfile = fs::read_to_string(repository("justfile")).expect("a justfile");
        let is_it = |line: &str| {
            let rest = line.strip_prefix(recipe);
            rest.is_some_and(|rest| rest.starts_with([' ', ':']))
        };
        return justfile.lines().any(is_it);
    }
    let Some((module, test)) = name.rsplit_once("::") else {
        return false;
    };
    let module = module.replace("::", "/");
    ["tests/it", "tests/screens", "src"].iter().any(|root| {
        let file = repository(root).join(format!("{module}.rs"));
        is_in(&file, test)
    })
}

fn is_in(file: &Path, test: &str) -> bool {
    let source = fs::read_to_string(file).unwrap_or_default();
    is_test(&source, test)
}

/// Whether a source has a test of this name, and not only a function that a test may call. Between it and what stands before
/// it are comments and attributes alone, and one of these makes it a test.
fn is_test(source: &str, name: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let is_head = |line: &&str| {
        let head = line.trim_start_matches("pub ").trim_start_matches("async ");
        head.strip_prefix("fn ")
            .is_some_and(|rest| rest.starts_with(&format!("{name}(")))
    };
    let heads = lines.iter().enumerate().filter(|(_, line)| is_head(line));
    let mut above = heads.map(|(place, _)| lines.iter().take(place).rev());
    above.any(|above| {
        above
            .take_while(|line| !line.is_empty() && !line.ends_with(['{', '}', ';']))
            .any(|line| *line == "#[test]" || line.starts_with("#[tokio::test"))
    })
}

#[test]
fn every_promise_names_tests_that_are_there() {
    let page = fs::read_to_string(repository("SECURITY.md")).expect("a page on security");
    let promises = promises(&page);
    assert!(promises.len() > 20, "{} promises", promises.len());
    let mut faults = Vec::new();
    for promise in &promises {
        let witnesses = witnesses(promise);
        if witnesses.is_empty() {
            faults.push(format!("nothing shows it: {promise}"));
        }
        for name in witnesses.iter().filter(|name| !is_there(name)) {
            faults.push(format!("there is no {name}: {promise}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_promise_that_nothing_shows_is_found_out() {
    let page = "# A\n\n## What is promised\n\n- One.\n  Shown by `security::every_promise_names_tests_that_are_there`.\n\
                - Two. Shown by `security::nothing_like_it`.\n- Three.\n\n## What is not\n\n- Four.\n";
    let promises = promises(page);
    let shown: Vec<Vec<&str>> = promises.iter().map(|promise| witnesses(promise)).collect();
    let (one, two) = (
        "security::every_promise_names_tests_that_are_there",
        "security::nothing_like_it",
    );
    assert_eq!(shown, [vec![one], vec![two], vec![]]);
    assert!(is_there(one) && is_there("just lint"));
    assert!(!is_there(two) && !is_there("just nothing") && !is_there("security"));
    assert!(!is_there("security::is_there"));
}

#[test]
fn what_a_test_calls_is_no_test() {
    let source = "use a::b;\n\nfn helper() {}\n#[test]\nfn one() {}\n\n#[tokio::test(flavor = \"multi_thread\")]\n\
                  #[expect(\n    clippy::all,\n    reason = \"a table\"\n)]\nasync fn two() {\n    one();\n}\n\
                  proptest! {\n    /// Always.\n    #[test]\n    fn three(number in 0..9) {\n    }\n    fn four() {}\n}\n";
    let tests = ["helper", "one", "two", "three", "four"].map(|name| is_test(source, name));
    assert_eq!(tests, [false, true, true, true, false]);
}
