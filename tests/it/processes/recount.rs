//! A report's figures counted once more, by other code, from nothing but the saved file.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

fn ids<'a>(saved: &'a Value, list: &str) -> Vec<&'a str> {
    let list = saved[list].as_array().expect("a list");
    list.iter().map(|one| word(one, "id")).collect()
}

fn word<'a>(one: &'a Value, key: &str) -> &'a str {
    one[key]
        .as_str()
        .unwrap_or_else(|| panic!("{key} in {one}"))
}

fn all<'a>(saved: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    saved[list].as_array().into_iter().flatten()
}

fn is_true(one: &Value, key: &str) -> bool {
    one[key].as_bool().unwrap_or(false)
}

/// The contributions that count.
fn counted(saved: &Value) -> impl Iterator<Item = &Value> {
    all(saved, "contributions").filter(|one| {
        !is_true(one, "hidden")
            && !is_true(one, "withdrawn")
            && word(one, "source") != "facilitator"
    })
}

fn place(one: &Value) -> &str {
    one["placement"]["primary"].as_str().unwrap_or("unplaced")
}

/// A table of all rows and columns, each cell as it is counted.
fn table(rows: &[&str], columns: &[&str], cell: impl Fn(&str, &str) -> Value) -> Value {
    let row = |row: &str| -> Map<String, Value> {
        let cells = columns.iter();
        cells
            .map(|column| ((*column).to_owned(), cell(row, column)))
            .collect()
    };
    rows.iter()
        .map(|name| ((*name).to_owned(), Value::Object(row(name))))
        .collect()
}

/// In how many scenarios these contributions were found.
fn across<'a>(found: impl Iterator<Item = &'a Value>) -> usize {
    found
        .map(|one| word(one, "scenario"))
        .collect::<BTreeSet<_>>()
        .len()
}

/// Compares a report about one session with what its saved file says.
pub(super) fn compare(report: &Value, saved: &Value) {
    let (scenarios, personas) = (ids(saved, "scenarios"), ids(saved, "personas"));
    let themes = ids(saved, "themes");
    let rows: Vec<&str> = themes.iter().copied().chain(["none", "unplaced"]).collect();
    let count = |holds: &dyn Fn(&Value) -> bool| counted(saved).filter(|one| holds(one)).count();
    assert_eq!(
        report["theme_by_scenario"],
        table(&rows, &scenarios, |theme, scenario| {
            json!(count(
                &|one| place(one) == theme && one["scenario"] == scenario
            ))
        })
    );
    assert_eq!(
        report["theme_by_persona"],
        table(&rows, &personas, |theme, persona| {
            json!(count(
                &|one| place(one) == theme && one["persona"] == persona
            ))
        })
    );
    let people = |persona: &str, scenario: &str| {
        all(saved, "assignments")
            .filter(|one| one["persona"] == persona && one["scenario"] == scenario)
            .count()
    };
    assert_eq!(
        report["persona_by_scenario"],
        table(&personas, &scenarios, |persona, scenario| {
            let written = count(&|one| one["persona"] == persona && one["scenario"] == scenario);
            json!({"people": people(persona, scenario), "contributions": written})
        })
    );
    let session = &report["sessions"][0];
    assert_eq!(session["id"], saved["id"]);
    assert_eq!(session["contributions"], counted(saved).count());
    assert_eq!(session["participants"], all(saved, "participants").count());
    recurrence(report, saved);
    placements(report, saved);
    votes(report, saved);
    left_out(report, saved);
}

fn recurrence(report: &Value, saved: &Value) {
    let run = ids(saved, "scenarios").len();
    for theme in all(report, "recurrence") {
        let found = across(counted(saved).filter(|one| place(one) == word(theme, "theme")));
        assert_eq!(theme["across"], found, "{theme}");
        assert_eq!(theme["of"], run, "{theme}");
        assert_eq!(theme["systematic"], found == run, "{theme}");
    }
    assert_eq!(all(report, "groups").count(), all(saved, "groups").count());
    for group in all(report, "groups") {
        let found = across(counted(saved).filter(|one| one["group"] == group["id"]));
        assert_eq!(group["across"], found, "{group}");
    }
}

fn placements(report: &Value, saved: &Value) {
    let count = |holds: &dyn Fn(&Value) -> bool| {
        let placements = counted(saved).map(|one| &one["placement"]);
        placements
            .filter(|placement| placement.is_object() && holds(placement))
            .count()
    };
    let is_suggested = |one: &Value| one["suggested"].is_string();
    let is_kept = |one: &Value| one["suggested"] == one["primary"];
    let is_changed = |one: &Value| is_suggested(one) && !is_kept(one);
    let found = &report["placements"];
    assert_eq!(found["settled"], count(&|_| true));
    assert_eq!(found["as_suggested"], count(&is_kept));
    assert_eq!(found["changed"], count(&is_changed));
    assert_eq!(
        found["without_suggestion"],
        count(&|one| !is_suggested(one))
    );
    for advisor in ["group", "tool"] {
        let by = |one: &Value| one["advisor"] == advisor;
        let accepted = |one: &Value| by(one) && is_kept(one) && is_true(one, "accepted");
        let chosen = |one: &Value| by(one) && is_kept(one) && !is_true(one, "accepted");
        assert_eq!(
            found["by_advisor"][advisor],
            json!({
                "suggested": count(&|one| by(one) && is_suggested(one)),
                "kept": count(&|one| by(one) && is_kept(one)),
                "accepted": count(&accepted),
                "chosen_same": count(&chosen),
                "unclear": 0,
                "changed": count(&|one| by(one) && is_changed(one)),
            }),
            "{advisor}"
        );
    }
    let settled = all(found, "by_whom").map(|one| one["settled"].as_u64().expect("a number"));
    assert_eq!(found["settled"], settled.sum::<u64>());
    assert_eq!(report["grouping"]["groups"], all(saved, "groups").count());
    let words = |list: &Value, field: &str, place: &str| -> BTreeSet<(String, String)> {
        all(list, field)
            .map(|one| (word(one, "word").to_owned(), word(one, place).to_owned()))
            .collect()
    };
    assert_eq!(
        words(report, "taught", "theme"),
        words(saved, "taught", "place")
    );
}

fn votes(report: &Value, saved: &Value) {
    let mut dots: BTreeMap<&str, u64> = BTreeMap::new();
    for vote in all(saved, "votes") {
        *dots.entry(word(vote, "theme")).or_default() += vote["dots"].as_u64().expect("a number");
    }
    let themes = report["votes"]["themes"].as_array().expect("themes");
    assert_eq!(themes.len(), ids(saved, "themes").len());
    for theme in themes {
        let name = word(theme, "theme");
        assert_eq!(
            theme["dots"],
            dots.get(name).copied().unwrap_or(0),
            "{name}"
        );
        assert_eq!(
            theme["hands"],
            saved["hands"][name].as_u64().unwrap_or(0),
            "{name}"
        );
    }
    assert_eq!(report["votes"]["dots"], dots.values().sum::<u64>());
}

fn left_out(report: &Value, saved: &Value) {
    let own = |one: &Value| word(one, "source") == "facilitator";
    let count = |holds: &dyn Fn(&Value) -> bool| {
        all(saved, "contributions").filter(|one| holds(one)).count()
    };
    assert_eq!(
        report["left_out"],
        json!({
            "hidden": count(&|one| is_true(one, "hidden") && !is_true(one, "withdrawn") && !own(one)),
            "withdrawn": count(&|one| is_true(one, "withdrawn") && !own(one)),
            "facilitator": count(&|one| own(one)),
        })
    );
}
