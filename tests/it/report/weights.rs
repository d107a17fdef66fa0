//! Several sessions: by contribution and by workshop, counted again from the lists.

use halte::language::Language;
use halte::locale::Locale;
use halte::report::table::{Look, render};
use halte::report::{Report, markdown};
use halte::workshop::Workshop;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use serde_json::{Value, json};

use super::recount::{PRIMARY, machine};
use super::setting::plan;

/// What somebody wrote: scenario, persona, theme, and the group it was put in.
type Said = (&'static str, &'static str, &'static str, Option<u32>);

/// A session in which this was said; its groups have these names.
fn session(id: &str, said: &[Said], names: &[&str]) -> Workshop {
    let contributions: Vec<Value> = (1..)
        .zip(said)
        .map(|(number, (scenario, persona, theme, group))| {
            json!({
                "id": format!("n{number:04}"), "kind": "need", "scenario": scenario, "persona": persona,
                "language": "nl", "source": "typed", "text": "tekst",
                "placement": {"primary": theme, "by": "p00"},
                "group": group.map(|group| format!("g{group:02}")),
            })
        })
        .collect();
    let groups: Vec<Value> = (1..)
        .zip(names)
        .map(|(number, name)| json!({"id": format!("g{number:02}"), "label": name, "contributions": []}))
        .collect();
    let visits = [("s02", "09:00"), ("s04", "09:10")].map(|(step, time)| {
        json!({"at": format!("2026-11-21T{time}:00.000Z"), "step": step, "event": "entered"})
    });
    let record = json!({
        "seq": 2, "opened_at": "2026-11-21T09:00:00.000Z", "contributions": contributions,
        "groups": groups, "timeline": visits,
    });
    let record: Proceedings = serde_json::from_value(record).expect("record");
    let mut plan = plan();
    plan["id"] = json!(id);
    let plan: Plan = serde_json::from_value(plan).expect("plan");
    record.into_workshop(plan, None)
}

/// A large group that speaks of wellbeing, a small one that does not, and one that says nothing.
fn three() -> [Workshop; 3] {
    let wellbeing = ("synergy", "mentor", "wellbeing", Some(1));
    let mut large = vec![wellbeing; 6];
    large.push(("inefficiency", "mentor", "wellbeing", Some(1)));
    large.push(("synergy", "stitcher", "none", None));
    let small = [
        ("synergy", "mentor", "lifelong-learning", Some(1)),
        ("inefficiency", "stitcher", "wellbeing", Some(1)),
    ];
    [
        session("large", &large, &["Rust op de vloer"]),
        session("small", &small, &["rust op de VLOER"]),
        session("silent", &[], &[]),
    ]
}

fn row<'a>(list: &'a Value, theme: &str) -> &'a Value {
    let rows = list.as_array().expect("list");
    rows.iter()
        .find(|row| row["theme"] == theme)
        .expect("the theme")
}

#[test]
fn a_large_group_weighs_more_by_contribution_and_the_same_by_workshop() {
    let [large, small, silent] = three();
    let report = machine(&[&large, &small, &silent], PRIMARY);
    let weights = &report["by_workshop"];
    assert_eq!(weights["workshops"], 3);
    assert_eq!(
        row(&weights["themes"], "wellbeing"),
        &json!({
            "theme": "wellbeing", "contributions": 8, "of": 10, "by_contribution": 0.8,
            "by_workshop": {"workshops": 2, "of": 2, "share": 0.6875},
        })
    );
    assert_eq!(
        row(&weights["themes"], "responsible-interaction")["by_workshop"],
        json!({"workshops": 0, "of": 2, "share": 0.0})
    );
    let cells = &weights["theme_by_scenario"]["wellbeing"];
    assert_eq!(
        cells["synergy"],
        json!({"workshops": 1, "of": 2, "share": (6.0 / 7.0) / 2.0})
    );
    assert_eq!(
        cells["inefficiency"],
        json!({"workshops": 2, "of": 2, "share": 1.0})
    );
    assert_eq!(
        cells["takeover"],
        json!({"workshops": 0, "of": 0, "share": null})
    );
    let cells = &weights["theme_by_persona"]["wellbeing"];
    assert_eq!(
        cells["mentor"],
        json!({"workshops": 1, "of": 2, "share": 0.5})
    );
    assert_eq!(
        cells["stitcher"],
        json!({"workshops": 1, "of": 2, "share": 0.5})
    );
}

#[test]
fn a_need_counts_in_the_workshops_that_found_it_in_every_scenario_they_ran() {
    let [large, small, silent] = three();
    let report = machine(&[&large, &small, &silent], PRIMARY);
    let weights = &report["by_workshop"];
    assert_eq!(weights["workshops_with_a_need_throughout"], 2);
    let need = &weights["needs"][0];
    assert_eq!(
        weights["needs"].as_array().map(Vec::len),
        Some(1),
        "one name, written in two ways"
    );
    assert_eq!(
        json!([
            need["label"],
            need["workshops"],
            need["workshops_throughout"],
            need["workshops_of"],
            need["across"]
        ]),
        json!(["Rust op de vloer", 2, 2, 3, 2])
    );
    assert_eq!(
        need["scenarios"]["synergy"],
        json!({"contributions": 7, "voices": 1, "personas": ["mentor"]})
    );
    let wellbeing = row(&report["recurrence"], "wellbeing");
    assert_eq!(
        json!([wellbeing["workshops_throughout"], wellbeing["workshops"]]),
        json!([1, 3])
    );
}

#[test]
fn the_pages_weigh_several_sessions_and_not_one() {
    let [large, small, _] = three();
    let look = Look {
        ascii: true,
        color: false,
        width: 160,
    };
    for language in Language::ALL {
        let locale = Locale::new(language);
        let heading = locale.say("report-weights");
        let several = Report::of(&[&large, &small], PRIMARY);
        let pages = [
            render(&several, locale, look),
            markdown::render(&several, locale),
        ];
        assert!(pages.iter().all(|page| page.contains(&heading)));
        let one = Report::of(&[&large], PRIMARY);
        assert!(!render(&one, locale, look).contains(&heading));
    }
    let page = render(
        &Report::of(&[&large, &small], PRIMARY),
        Locale::new(Language::En),
        look,
    );
    let line = page
        .lines()
        .find(|line| line.contains("8 of 10"))
        .expect("the theme");
    let cells: Vec<&str> = line
        .split("  ")
        .filter(|cell| !cell.is_empty())
        .map(str::trim)
        .collect();
    assert_eq!(
        cells,
        ["wellbeing at work", "8 of 10", "80%", "2 of 2", "69%"]
    );
}
