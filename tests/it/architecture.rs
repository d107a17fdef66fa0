//! The floors of the house, checked: who may import whom, which crates are used where, and how files are named and
//! begin. Reads the sources as text; what it cannot see (a macro that writes a path) it does not judge.

mod paths;

use std::fs;
use std::path::{Path, PathBuf};

use paths::{Mention, mentions};

/// Every module and its floor: words, rules, pure forms, machinery, the door. A module imports from below only.
const FLOORS: &[(&str, u8)] = &[
    ("chance", 0),
    ("id", 0),
    ("language", 0),
    ("moment", 0),
    ("cause", 0),
    ("nearest", 0),
    ("text", 0),
    ("vocabulary", 0),
    ("workshop", 1),
    ("content", 2),
    ("doctor", 2),
    ("journal", 2),
    ("locale", 2),
    ("privacy", 2),
    ("rehearsal", 2),
    ("report", 2),
    ("review", 2),
    ("schema", 2),
    ("seat", 2),
    ("session", 2),
    ("suggester", 2),
    ("wire", 2),
    ("link", 3),
    ("plain", 3),
    ("room", 3),
    ("server", 3),
    ("store", 3),
    ("tui", 3),
    ("cli", 4),
    ("main", 5),
];

/// Imports between modules of one floor, each for a reason that is easy to name.
const SIDEWAYS: &[(&str, &str)] = &[
    // A text in three languages is made of words, and refuses like a word list.
    ("language", "text"),
    ("language", "vocabulary"),
    // A plan is completed with the shipped content; its errors are sentences.
    ("session", "content"),
    ("session", "locale"),
    // A plan's own words are written like those of the tool.
    ("session", "suggester"),
    ("report", "locale"),
    // A session that is browsed tells what its report tells.
    ("review", "report"),
    // Sessions that are opened together are compared too.
    ("review", "suggester"),
    // The same need is found across sessions as within one.
    ("report", "suggester"),
    // What was taken out leaves a word in its place.
    ("privacy", "locale"),
    // Findings are sentences, and a fault is what the wire calls it.
    ("doctor", "locale"),
    ("doctor", "seat"),
    ("doctor", "wire"),
    // Simulated people say what content lists, in their language, about the presence they hear of.
    ("rehearsal", "content"),
    ("rehearsal", "locale"),
    ("rehearsal", "wire"),
    // A seat is told what the wire says.
    ("seat", "wire"),
    ("room", "store"),
    ("server", "room"),
];

/// What is used in a few modules only.
const KEPT_IN: &[(&str, &[&str])] = &[
    ("clap", &["cli"]),
    ("comfy_table", &["cli", "report"]),
    ("crossterm", &["tui"]),
    ("csv", &["report"]),
    ("data_encoding", &["report", "wire"]),
    ("fluent_bundle", &["locale"]),
    ("if_addrs", &["cli"]),
    ("minijinja", &["report"]),
    ("plotters", &["report"]),
    ("rand_core", &["wire"]),
    ("ratatui", &["tui"]),
    ("rayon", &["cli"]),
    ("rcgen", &["room"]),
    ("regex", &["cli", "privacy"]),
    ("rustls", &["link", "server"]),
    ("spake2", &["wire"]),
    ("statrs", &["report"]),
    ("serde_yaml", &["content", "session"]),
    ("hyper", &["server"]),
    ("hyper_util", &["server"]),
    ("http_body_util", &["server"]),
    ("tokio_tungstenite", &["link", "server"]),
    ("tokio_rustls", &["link", "server"]),
    (
        "tokio",
        &["cli", "link", "plain", "room", "seat", "server", "tui"],
    ),
    // The link has a file of its own: what is said and not yet acknowledged outlives a killed terminal.
    ("std::fs", &["cli", "link", "store"]),
];

/// Names that say nothing.
const EMPTY_NAMES: &[&str] = &[
    "common", "helper", "helpers", "manager", "misc", "types", "util", "utils",
];

/// No file is longer.
const MOST_LINES: usize = 600;

/// What is wrong with one file, as `file:line: why`.
fn faults(path: &str, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut fault = |line: usize, why: String| found.push(format!("{path}:{line}: {why}"));
    let parts: Vec<&str> = path
        .trim_start_matches("src/")
        .trim_end_matches(".rs")
        .split('/')
        .collect();
    if let Some(name) = parts.iter().find(|name| EMPTY_NAMES.contains(name)) {
        fault(1, format!("a module named {name} says nothing"));
    }
    if !source.starts_with("//! ") {
        fault(
            1,
            "the first line does not say what this is (//!)".to_owned(),
        );
    }
    let lines = source.lines().count();
    if lines > MOST_LINES {
        fault(lines, format!("more than {MOST_LINES} lines"));
    }
    let module = parts[0];
    if module == "lib" {
        return found;
    }
    let Some(floor) = floor(module) else {
        fault(
            1,
            format!("{module} stands on no floor: say so in tests/it/architecture.rs"),
        );
        return found;
    };
    for Mention {
        line,
        path: mentioned,
    } in mentions(source, parts.len())
    {
        if let Some(other) = mentioned.strip_prefix("crate::") {
            if let Some(why) = may_not_import(module, floor, other) {
                fault(line, why);
            }
        } else if let Some((name, homes)) = KEPT_IN.iter().find(|(name, _)| *name == mentioned)
            && !homes.contains(&module)
        {
            fault(line, format!("{name} is used in {} only", homes.join(", ")));
        }
    }
    found
}

fn floor(module: &str) -> Option<u8> {
    let known = FLOORS.iter().find(|(name, _)| *name == module);
    known.map(|(_, floor)| *floor)
}

fn may_not_import(module: &str, own: u8, other: &str) -> Option<String> {
    if module == other {
        return None;
    }
    let Some(theirs) = floor(other) else {
        return Some(format!("{other} stands on no floor"));
    };
    let is_sideways = SIDEWAYS.contains(&(module, other));
    match theirs.cmp(&own) {
        std::cmp::Ordering::Less => None,
        std::cmp::Ordering::Equal if is_sideways => None,
        std::cmp::Ordering::Equal => Some(format!("{module} imports {other}, on the same floor")),
        std::cmp::Ordering::Greater => {
            Some(format!("{module} imports {other}, from a higher floor"))
        }
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_file_keeps_to_its_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    assert!(files.len() > 30, "the sources were not found");
    let mut found = Vec::new();
    for file in files {
        let path = file
            .strip_prefix(root)
            .expect("below the root")
            .display()
            .to_string();
        let source = fs::read_to_string(&file).expect("a readable source");
        found.extend(faults(&path.replace('\\', "/"), &source));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn what_breaks_a_rule_is_found_where_it_stands() {
    for (path, source, expected) in [
        (
            "src/workshop.rs",
            "use crate::room::Room;",
            "2: workshop imports room, from a higher floor",
        ),
        (
            "src/workshop/step/act.rs",
            "use crate::{\n    id::Id,\n    wire::Hello,\n};",
            "4: workshop imports wire, from a higher floor",
        ),
        (
            "src/room.rs",
            "use super::server;",
            "2: room imports server, on the same floor",
        ),
        (
            "src/room/news.rs",
            "fn f() { super::super::link::dial(); }",
            "2: room imports link, on the same floor",
        ),
        (
            "src/room.rs",
            "mod tests {\n use super::super::link;\n}",
            "3: room imports link, on the same floor",
        ),
        (
            "src/report.rs",
            "use crate::novelty::X;",
            "2: novelty stands on no floor",
        ),
        (
            "src/novelty.rs",
            "",
            "1: novelty stands on no floor: say so in tests/it/architecture.rs",
        ),
        (
            "src/wire.rs",
            "fn f() { tokio::spawn(g()); }",
            "2: tokio is used in cli, link, plain, room, seat, server, tui only",
        ),
        (
            "src/room.rs",
            "use {hyper::Request, std::io};",
            "2: hyper is used in server only",
        ),
        (
            "src/room.rs",
            "use tokio_tungstenite::accept_async;",
            "2: tokio_tungstenite is used in link, server only",
        ),
        (
            "src/session.rs",
            "use comfy_table as tables;",
            "2: comfy_table is used in cli, report only",
        ),
        (
            "src/room.rs",
            "use serde_yaml::from_str;",
            "2: serde_yaml is used in content, session only",
        ),
        (
            "src/cli.rs",
            "use crossterm::event;",
            "2: crossterm is used in tui only",
        ),
        (
            "src/cli.rs",
            "use ratatui::init;",
            "2: ratatui is used in tui only",
        ),
        (
            "src/report.rs",
            "use std::{fmt, fs::File};",
            "2: std::fs is used in cli, link, store only",
        ),
        (
            "src/report.rs",
            "const F: fn() = ::std::fs::remove;",
            "2: std::fs is used in cli, link, store only",
        ),
        (
            "src/room/utils.rs",
            "",
            "1: a module named utils says nothing",
        ),
    ] {
        let found = faults(path, &format!("//! A file.\n{source}"));
        assert_eq!(found, [format!("{path}:{expected}")]);
    }
    assert_eq!(
        faults("src/id.rs", "use std::fmt;"),
        ["src/id.rs:1: the first line does not say what this is (//!)"]
    );
    let long = format!("//! A file.{}", "\n".repeat(601));
    assert_eq!(
        faults("src/id.rs", &long),
        ["src/id.rs:601: more than 600 lines"]
    );
}

#[test]
fn what_is_allowed_is_not_found() {
    for (path, source) in [
        (
            "src/workshop.rs",
            "use crate::id::Id;\npub(in crate::workshop) fn f() {}",
        ),
        (
            "src/workshop/step.rs",
            "use super::Workshop; mod tests { use super::*; use super::super::Event; }",
        ),
        ("src/room.rs", "use crate::store; use tokio::sync::mpsc;"),
        ("src/lib.rs", "pub mod anything; use crate::anything;"),
        (
            "src/text.rs",
            "// crate::room\n/* use crate::room; /* tokio::spawn */ */\nconst S: &str = \"std::fs \\\" crate::room\";",
        ),
        (
            "src/text.rs",
            "const S: &str = r#\"use \"tokio::x\"#; const C: char = '\"'; fn f<'a>(x: &'a str) { x.fs() }",
        ),
        (
            "src/text.rs",
            "use std::{fmt, str};\nfn f() { a::tokio::g(); $crate::text::g(); }",
        ),
    ] {
        assert_eq!(
            faults(path, &format!("//! A file.\n{source}")),
            Vec::<String>::new()
        );
    }
}

/// Lines on which what lets somebody in is compared with what they said, other than by the one function that takes as long
/// whatever is right of it.
fn open_comparisons(source: &str) -> Vec<usize> {
    let compares = [
        "==",
        "!=",
        ".eq(",
        ".ne(",
        ".cmp(",
        ".starts_with(",
        ".ends_with(",
    ];
    let secrets = ["code", "token", "secret", "proof", "expected", "given"];
    let shipped = source.split("#[cfg(test)]").next().unwrap_or(source);
    let lines = (1..).zip(shipped.lines());
    lines
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .filter(|(_, line)| compares.iter().any(|way| line.contains(way)))
        .filter(|(_, line)| secrets.iter().any(|secret| line.contains(secret)))
        .map(|(number, _)| number)
        .collect()
}

#[test]
fn codes_tokens_and_secrets_are_compared_in_constant_time() {
    let keys = include_str!("../../src/room/keys.rs");
    let none: [usize; 0] = [];
    assert_eq!(open_comparisons(keys), none);
    // What was said is compared in `same`, and that lets a library compare keyed hashes.
    assert_eq!(keys.matches("hmac::verify(").count(), 1);
    assert_eq!(keys.matches("self.same(").count(), 4);
    // Whoever decides who comes in sees neither.
    let admission = include_str!("../../src/room/owner/admission.rs");
    assert_eq!(open_comparisons(admission), none);
    let bent = keys.replace(
        "self.same(&self.code, &canonical(code))",
        "self.code == canonical(code)",
    );
    assert_eq!(open_comparisons(&bent).len(), 1);
}
