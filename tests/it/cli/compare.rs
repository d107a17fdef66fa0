//! `halte compare`, on a rehearsed session and others made of it.

use halte::session::{self, Session};
use halte::vocabulary::Anonymity;
use halte::workshop::entry::Place;
use serde_json::Value;

use super::redact::named_desk;
use super::{Desk, NAME, desk_with_a_session, rehearsed};

/// The rehearsed session under another name, after this was done to it.
fn other(change: impl FnOnce(&mut Session)) -> String {
    let saved = rehearsed().saved.as_bytes();
    let mut session = session::read_session(saved).expect("a session");
    session.plan.id = "another-one".parse().expect("an id");
    change(&mut session);
    session::write(&session).expect("written")
}

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    let mut asked = vec!["compare", "--format", "json"];
    asked.extend_from_slice(arguments);
    serde_json::from_str(&desk.out(&asked)).expect("JSON")
}

fn count(value: &Value) -> u64 {
    value
        .as_u64()
        .unwrap_or_else(|| panic!("no count: {value}"))
}

fn list(value: &Value) -> &Vec<Value> {
    value
        .as_array()
        .unwrap_or_else(|| panic!("no list: {value}"))
}

#[test]
fn the_figures_of_a_column_are_those_of_the_sessions_own_report() {
    let desk = desk_with_a_session();
    desk.write("another.yaml", other(|_| ()));
    let comparison = json(&desk, &["sessions", "another.yaml"]);
    let told = desk.out(&["report", "sessions", "--format", "json"]);
    let report: Value = serde_json::from_str(&told).expect("JSON");
    let column = &comparison["columns"][0];
    assert_eq!(
        column["participants"],
        report["sessions"][0]["participants"]
    );
    assert_eq!(
        column["contributions"],
        report["sessions"][0]["contributions"]
    );
    assert_eq!(column["alpha"], report["agreement"]["alpha"]);
    assert_eq!(column["compared"], report["agreement"]["compared"]);
    assert_eq!(column["ballots"], report["votes"]["ballots"]);
    for line in list(&comparison["themes"]) {
        let theme = line["theme"].as_str().expect("an id");
        let row = report["theme_by_scenario"][theme]
            .as_object()
            .expect("a row");
        let own = &line["columns"][0];
        assert_eq!(
            count(&own["contributions"]),
            row.values().map(count).sum::<u64>()
        );
        let recurs = list(&report["recurrence"]).iter();
        let recurs = recurs.clone().find(|one| one["theme"] == line["theme"]);
        assert_eq!(own["across"], recurs.expect("a theme")["across"]);
        let votes = list(&report["votes"]["themes"]).iter();
        let votes = votes.clone().find(|one| one["theme"] == line["theme"]);
        let votes = votes.expect("a theme");
        assert_eq!(
            (&own["dots"], &own["vote_rank"]),
            (&votes["dots"], &votes["rank"])
        );
    }
}

#[test]
fn two_sessions_that_say_the_same_share_every_need_and_differ_in_nothing() {
    let desk = desk_with_a_session();
    desk.write("another.yaml", other(|_| ()));
    let comparison = json(&desk, &["sessions", "another.yaml"]);
    assert_eq!(comparison["needs"]["only_here"], serde_json::json!([0, 0]));
    assert_eq!(list(&comparison["needs"]["in_one"]).len(), 0);
    assert!(!list(&comparison["needs"]["in_all"]).is_empty());
    for line in list(&comparison["themes"]) {
        assert_eq!(line["columns"][0], line["columns"][1]);
        let differences = list(&line["differences"]);
        assert_eq!(differences.len(), 1);
        assert_eq!(differences[0]["claimed"], false);
    }
}

#[test]
fn what_was_put_elsewhere_throughout_is_claimed_as_a_difference() {
    let desk = desk_with_a_session();
    let elsewhere = other(|session| {
        for contribution in &mut session.proceedings.contributions {
            if let Some(placement) = &mut contribution.placement {
                placement.primary = "knowledge-sharing".parse::<Place>().expect("a theme");
                placement.second = None;
            }
        }
    });
    desk.write("another.yaml", elsewhere);
    let table = desk.out(&["compare", "sessions", "another.yaml"]);
    let claim = "  - structural knowledge sharing: A and B differ (p < 0.01)";
    assert!(table.lines().any(|line| line == claim), "{table}");
    assert!(!table.contains("No difference"), "{table}");
}

#[test]
fn the_table_names_its_test_and_its_sizes_and_fits_the_terminal() {
    let desk = desk_with_a_session();
    desk.write("another.yaml", other(|_| ()));
    for (language, no_difference) in [
        ("nl", "geen verschil"),
        ("en", "No difference"),
        ("fr", "aucune différence"),
    ] {
        let asked = ["compare", "sessions", "another.yaml", "--lang", language];
        let table = desk.out(&asked);
        let flat = table.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in [
            "Fisher's exact test",
            "Wilson score interval",
            "statrs",
            "Holm",
            no_difference,
        ] {
            assert!(flat.contains(said), "{said}: {table}");
        }
        assert!(table.contains("(another-one)"), "{table}");
        for line in table.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn people_of_an_organisation_stand_together_and_all_contributions_are_somewhere() {
    let desk = named_desk();
    let comparison = json(&desk, &["sessions", "--group-by", "organisation"]);
    let columns = list(&comparison["columns"]);
    let names: Vec<&Value> = columns.iter().map(|column| &column["who"]).collect();
    assert_eq!(names[0]["organisation"], "Ten Bosch bv");
    assert_eq!(names[1]["organisation"], "Weverij Noord");
    assert_eq!(*names[2], "unknown");
    let people: Vec<u64> = columns
        .iter()
        .map(|column| count(&column["participants"]))
        .collect();
    assert_eq!(people, [1, 2, 3]);
    let told = desk.out(&["report", "sessions", "--format", "json"]);
    let report: Value = serde_json::from_str(&told).expect("JSON");
    let written = columns.iter().map(|column| count(&column["contributions"]));
    assert_eq!(
        written.sum::<u64>(),
        count(&report["denominators"]["contributions"])
    );
    let dots = list(&comparison["themes"])
        .iter()
        .flat_map(|line| list(&line["columns"]));
    let dots: u64 = dots.map(|one| count(&one["dots"])).sum();
    assert_eq!(dots, count(&report["votes"]["dots"]));
    assert!(columns.iter().all(|column| column["small"] == true));
    let table = desk.out(&["compare", "sessions", "--group-by", "organisation"]);
    assert!(table.contains("fewer than five people"), "{table}");
}

#[test]
fn sessions_are_grouped_by_sector_year_and_tag() {
    let desk = desk_with_a_session();
    let tagged = other(|session| {
        session.plan.tags = vec!["Gent".parse().expect("a name")];
        session.proceedings.opened_at = "2019-05-01T09:00:00Z".parse().expect("a time");
    });
    desk.write("another.yaml", tagged);
    let who = |by: &str| -> Vec<Value> {
        let comparison = json(&desk, &["sessions", "another.yaml", "--group-by", by]);
        let columns = list(&comparison["columns"]).iter();
        columns.map(|column| column["who"].clone()).collect()
    };
    let years = who("year");
    assert_eq!((&years[0]["year"], years.len()), (&Value::from("2019"), 2));
    let tags = who("tag");
    assert_eq!(
        (&tags[0]["tag"], &tags[1]),
        (&Value::from("Gent"), &Value::from("unknown"))
    );
    assert!(who("sector").iter().any(|one| one["sector"] == "company"));
}

#[test]
fn one_session_is_not_compared_with_itself() {
    let desk = desk_with_a_session();
    let (saved, journal) = (format!("{NAME}.yaml"), format!("{NAME}.journal"));
    for (language, said) in [
        ("nl", "vergelijken vraagt er twee"),
        ("en", "a comparison needs two"),
        ("fr", "comparer en demande deux"),
    ] {
        let line = desk.fails(1, &["compare", &saved, &journal, "--lang", language]);
        assert!(line.contains(said), "{line}");
    }
}

#[test]
fn every_format_says_the_same_figures() {
    let desk = desk_with_a_session();
    desk.write("another.yaml", other(|_| ()));
    let asked = ["compare", "sessions", "another.yaml", "--lang", "en"];
    let said = |format: &str| desk.out(&[&asked[..], &["--format", format]].concat());
    let comparison = json(&desk, &["sessions", "another.yaml"]);
    let lines = said("csv");
    let mut lines = csv::Reader::from_reader(lines.as_bytes());
    let lines = lines
        .deserialize()
        .collect::<Result<Vec<std::collections::BTreeMap<String, String>>, _>>();
    let lines = lines.expect("lines");
    let themes = list(&comparison["themes"]);
    assert_eq!(lines.len(), themes.len() * 2);
    let (markdown, page, table) = (said("markdown"), said("html"), said("table"));
    for (line, theme) in lines.iter().zip(themes.iter().flat_map(|theme| [theme; 2])) {
        let column: usize = line["column"].parse().expect("a number");
        let figures = &theme["columns"][column];
        for (name, field) in [
            ("contributions", "contributions"),
            ("of", "of"),
            ("rank", "rank"),
            ("scenarios", "across"),
            ("dots", "dots"),
            ("dots_of", "dots_of"),
        ] {
            assert_eq!(line[name], figures[field].to_string(), "{name}");
        }
        let of = format!("{}/{}", figures["contributions"], figures["of"]);
        for text in [&markdown, &page, &table] {
            assert!(text.contains(&of), "{of}: {text}");
        }
    }
    let columns = said("csv").lines().count();
    assert_eq!(columns, lines.len() + 1);
    let needs = [&asked[..], &["--format", "csv", "--table", "needs"]].concat();
    let in_all = list(&comparison["needs"]["in_all"]).len();
    assert_eq!(
        csv::Reader::from_reader(desk.out(&needs).as_bytes())
            .records()
            .count(),
        in_all * 2
    );
}

#[test]
fn people_of_an_anonymous_session_are_in_no_group() {
    let desk = desk_with_a_session();
    let anonymous = other(|session| session.plan.anonymity = Anonymity::Anonymous);
    desk.write("another.yaml", anonymous);
    let alone = json(&desk, &["sessions", "another.yaml", "--group-by", "sector"]);
    let named = list(&alone["columns"]).iter();
    let named = named.filter(|column| column["who"] != "unknown");
    for column in named {
        assert_eq!(list(&column["sessions"]).len(), 1, "{column}");
        assert_ne!(column["sessions"][0], "another-one");
    }
}
