//! The same figures by other code: counted from the lists of the saved session, for one workshop and for any.

use std::collections::{BTreeMap, BTreeSet};

use halte::report::{By, Options, Report, json};
use halte::workshop::Workshop;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::outcomes;
use super::setting::plan;

pub(super) const PRIMARY: Options = Options { by: By::Primary };
pub(super) const ANY: Options = Options { by: By::Any };

/// The report as a machine reads it.
pub(super) fn machine(workshops: &[&Workshop], options: Options) -> Value {
    serde_json::from_str(&json::render(&Report::of(workshops, options))).expect("json")
}

fn record(workshop: &Workshop) -> Value {
    serde_json::to_value(Proceedings::of(workshop)).expect("record")
}

/// The contributions of a record that count.
pub(super) fn counted(record: &Value) -> Vec<&Value> {
    let all = record["contributions"].as_array().expect("list");
    all.iter()
        .filter(|one| one["hidden"] == json!(false) && one["withdrawn"] != json!(true))
        .filter(|one| one["source"] != json!("facilitator"))
        .collect()
}

fn places(contribution: &Value, any: bool) -> Vec<&str> {
    let placement = &contribution["placement"];
    let primary = placement["primary"].as_str().unwrap_or("unplaced");
    let second = placement["second"].as_str().filter(|_| any);
    [primary].into_iter().chain(second).collect()
}

type Cells<'a> = BTreeMap<(&'a str, &'a str), u64>;

fn tally<'a>(cells: impl IntoIterator<Item = (&'a str, &'a str)>) -> Cells<'a> {
    let mut tally = Cells::new();
    for cell in cells {
        *tally.entry(cell).or_default() += 1;
    }
    tally
}

/// What a matrix of the report holds above zero, and that the rest is written as zeros.
fn cells<'a>(matrix: &'a Value, rows: &[&str], columns: &[&str]) -> Cells<'a> {
    let matrix = matrix.as_object().expect("rows");
    assert_eq!(
        matrix.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        rows.iter().copied().collect()
    );
    let mut found = Cells::new();
    for (row, cells) in matrix {
        let cells = cells.as_object().expect("columns");
        assert_eq!(
            cells.keys().map(String::as_str).collect::<BTreeSet<_>>(),
            columns.iter().copied().collect()
        );
        for (column, count) in cells {
            let count = count.as_u64().expect("count");
            if count > 0 {
                found.insert((row, column), count);
            }
        }
    }
    found
}

fn ids<'a>(plan: &'a Value, list: &str) -> Vec<&'a str> {
    let list = plan[list].as_array().expect("list");
    list.iter()
        .map(|one| one["id"].as_str().expect("id"))
        .collect()
}

/// Counts both theme tables, the coverage and the recurrence of themes again, and holds them against the report.
pub(super) fn check(workshop: &Workshop, options: Options) {
    let any = options.by == By::Any;
    let report = machine(&[workshop], options);
    let record = record(workshop);
    let plan = serde_json::to_value(workshop.plan()).expect("plan");
    let (scenarios, personas) = (ids(&plan, "scenarios"), ids(&plan, "personas"));
    let themes = ids(&plan, "themes");
    let rows: Vec<&str> = themes.iter().copied().chain(["none", "unplaced"]).collect();
    let counted = counted(&record);
    let id = |value: &'_ Value| value.as_str().map(str::to_owned);

    let by_scenario = tally(counted.iter().flat_map(|one| {
        let scenario = one["scenario"].as_str().expect("scenario");
        places(one, any)
            .into_iter()
            .map(move |place| (place, scenario))
    }));
    assert_eq!(
        cells(&report["theme_by_scenario"], &rows, &scenarios),
        by_scenario
    );

    let by_persona = tally(counted.iter().flat_map(|one| {
        let persona = one["persona"].as_str();
        places(one, any)
            .into_iter()
            .filter_map(move |place| Some((place, persona?)))
    }));
    assert_eq!(
        cells(&report["theme_by_persona"], &rows, &personas),
        by_persona
    );

    let assignments = record["assignments"].as_array().expect("list");
    for persona in &personas {
        for scenario in &scenarios {
            let here = |one: &&&Value| one["persona"] == **persona && one["scenario"] == **scenario;
            let people = assignments.iter().collect::<Vec<_>>();
            let expected = json!({
                "people": people.iter().filter(here).count(),
                "contributions": counted.iter().filter(here).count(),
            });
            assert_eq!(
                report["persona_by_scenario"][persona][scenario], expected,
                "{persona} {scenario}"
            );
        }
    }

    for recurrence in report["recurrence"].as_array().expect("list") {
        let theme = recurrence["theme"].as_str().expect("theme");
        let mut across = 0;
        for scenario in &scenarios {
            let here: Vec<_> = counted
                .iter()
                .filter(|one| one["scenario"] == *scenario && places(one, any).contains(&theme))
                .collect();
            let voices: BTreeSet<_> = here.iter().filter_map(|one| id(&one["persona"])).collect();
            across += usize::from(!here.is_empty());
            let expected =
                json!({"contributions": here.len(), "voices": voices.len(), "personas": voices});
            assert_eq!(
                recurrence["scenarios"][scenario], expected,
                "{theme} {scenario}"
            );
        }
        assert_eq!(recurrence["across"], across, "{theme}");
        assert_eq!(recurrence["systematic"], across == 4, "{theme}");
    }

    outcomes::check(&report, &record);

    let denominators = &report["denominators"];
    assert_eq!(denominators["contributions"], counted.len());
    for scenario in &scenarios {
        let here = |one: &&&Value| one["scenario"] == **scenario;
        let authors = counted.iter().filter(here);
        let assigned = assignments.iter().collect::<Vec<_>>();
        let people: BTreeSet<_> = assigned
            .iter()
            .filter(here)
            .map(|one| &one["participant"])
            .chain(authors.map(|one| &one["participant"]))
            .filter_map(id)
            .filter(|who| who != "p00")
            .collect();
        let scenario = &denominators["by_scenario"][scenario];
        assert_eq!(scenario["participants"], people.len());
    }
}

prop_compose! {
    fn contribution()(
        scenario in prop::sample::select(vec!["synergy", "inefficiency", "takeover", "status-quo"]),
        persona in prop::option::of(prop::sample::select(vec!["stitcher", "mentor", "order-clerk"])),
        source in prop::sample::select(vec!["typed", "scribe", "paper", "facilitator"]),
        primary in prop::option::of(0..4_usize),
        second in prop::option::of(1..4_usize),
        seat in 1..4_u32,
        by in 0..3_u32,
        suggested in prop::option::of(0..4_usize),
        advisor in prop::sample::select(vec![None, Some("group"), Some("tool")]),
        confidence in prop::option::of(0..=1_000_u16),
        accepted in any::<bool>(),
        hidden in prop::bool::weighted(0.2),
        withdrawn in prop::bool::weighted(0.2),
    ) -> Value {
        let place = |index: usize| ["lifelong-learning", "wellbeing", "responsible-interaction", "none"][index % 4];
        let placement = primary.map(|primary| json!({
            "primary": place(primary), "second": second.map(|by| place(primary + by)),
            "by": format!("p{by:02}"), "suggested": suggested.map(place), "advisor": advisor,
            "confidence": confidence.map(|thousandths| f64::from(thousandths) / 1_000.0),
            "accepted": accepted,
        }));
        json!({
            "kind": "need", "scenario": scenario, "persona": persona, "participant": format!("p{seat:02}"),
            "language": "nl", "text": "tekst", "source": source, "shared": true, "hidden": hidden,
            "withdrawn": withdrawn, "placement": placement,
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_placements_give_the_figures_that_another_count_gives(
        mut contributions in prop::collection::vec(contribution(), 0..40),
    ) {
        for (number, contribution) in (1..).zip(&mut contributions) {
            contribution["id"] = json!(format!("n{number:04}"));
        }
        let seats = [1, 2, 3].map(|seat| json!({"id": format!("p{seat:02}"), "language": "nl"}));
        let record = json!({
            "seq": 9, "opened_at": "2026-11-21T09:00:00.000Z", "participants": seats,
            "assignments": [{"scenario": "synergy", "participant": "p02", "persona": "mentor"}],
            "contributions": contributions,
        });
        let record: Proceedings = serde_json::from_value(record).expect("record");
        let plan: Plan = serde_json::from_value(plan()).expect("plan");
        let workshop = record.into_workshop(plan, None);
        check(&workshop, PRIMARY);
        check(&workshop, ANY);
    }
}
