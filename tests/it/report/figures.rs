//! The figures of the report, and who and what is in none of them.

use halte::report::{Report, json};
use halte::vocabulary::StepKind;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use serde_json::{Value, json};

use super::group::{Group, full_workshop, saved};
use super::recount::{ANY, PRIMARY, check, machine};
use super::setting::plan;
use super::snapshot;

#[test]
fn every_matrix_is_what_the_saved_contributions_add_up_to() {
    let group = full_workshop("pseudonymous");
    check(&group.workshop, PRIMARY);
    check(&group.workshop, ANY);
}

#[test]
fn a_workshop_and_its_saved_file_give_the_same_report() {
    for anonymity in ["named", "pseudonymous", "anonymous"] {
        let group = full_workshop(anonymity);
        let (live, saved) = (&group.workshop, saved(&group.workshop));
        assert_eq!(Report::of(&[live], ANY), Report::of(&[&saved], ANY));
    }
    let mut group = Group::meet(plan());
    group.go_to(StepKind::Vote);
    let saved = saved(&group.workshop);
    assert_eq!(
        Report::of(&[&group.workshop], PRIMARY),
        Report::of(&[&saved], PRIMARY)
    );
}

#[test]
fn what_is_hidden_withdrawn_or_the_facilitators_own_is_in_no_count_and_in_no_text() {
    let group = full_workshop("pseudonymous");
    let text = json::render(&Report::of(&[&group.workshop], ANY));
    for gone in ["Iets lelijks", "Dit neem ik terug", "Van de begeleider"] {
        assert!(!text.contains(gone), "{gone}");
    }
    let report = machine(&[&group.workshop], PRIMARY);
    assert_eq!(
        report["left_out"],
        json!({"hidden": 1, "withdrawn": 1, "facilitator": 1})
    );
    assert_eq!(report["denominators"]["contributions"], 9);
    assert_eq!(report["sessions"][0]["sources"]["facilitator"], 0);
}

#[test]
fn a_second_theme_counts_only_when_it_is_asked_for() {
    let group = full_workshop("pseudonymous");
    let first = machine(&[&group.workshop], PRIMARY);
    let any = machine(&[&group.workshop], ANY);
    assert_eq!(first["theme_by_scenario"]["wellbeing"]["synergy"], 1);
    assert_eq!(any["theme_by_scenario"]["wellbeing"]["synergy"], 2);
    assert_eq!(
        (&first["by"], &any["by"]),
        (&json!("primary"), &json!("any"))
    );
}

#[test]
fn votes_share_a_rank_when_they_tie_and_hands_stay_apart() {
    let group = full_workshop("pseudonymous");
    let votes = &machine(&[&group.workshop], PRIMARY)["votes"];
    assert_eq!(votes["held"], true);
    assert_eq!(
        (&votes["ballots"], &votes["dots"], &votes["hands"]),
        (&json!(3), &json!(7), &json!(4))
    );
    assert_eq!(
        votes["themes"],
        json!([
            {"theme": "tools", "dots": 3, "hands": 0, "rank": 1, "tied": false},
            {"theme": "lifelong-learning", "dots": 2, "hands": 0, "rank": 2, "tied": true},
            {"theme": "wellbeing", "dots": 2, "hands": 4, "rank": 2, "tied": true},
            {"theme": "responsible-interaction", "dots": 0, "hands": 0, "rank": 4, "tied": false},
        ])
    );
    assert!(votes["claim"]["nl"].is_string());
}

#[test]
fn the_papers_claim_stays_away_until_somebody_voted() {
    let mut group = Group::meet(plan());
    group.go_to(StepKind::Vote);
    group.go_to(StepKind::Reflect);
    let votes = &machine(&[&group.workshop], PRIMARY)["votes"];
    assert_eq!(
        (&votes["held"], &votes["claim"]),
        (&json!(false), &Value::Null)
    );
}

#[test]
fn the_session_says_what_was_run_how_long_it_took_and_how_it_was_sorted() {
    let group = full_workshop("pseudonymous");
    let report = machine(&[&group.workshop], PRIMARY);
    let session = &report["sessions"][0];
    assert_eq!(session["scenarios_run"], json!(["synergy", "inefficiency"]));
    assert_eq!(
        (&session["scenarios_of"], &session["small"]),
        (&json!(4), &json!(false))
    );
    assert_eq!(
        session["organisations"],
        json!([
            {"name": "Hogeschool Zes", "kind": "knowledge-institute", "participants": 1},
            {"name": "Maatwerk Lint", "kind": "sheltered-work", "participants": 2},
            {"name": "Weverij Gent", "kind": "company", "participants": 2},
        ])
    );
    let timeline = group.workshop.timeline();
    let spent: u64 = session["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .map(|step| step["seconds_used"].as_u64().expect("seconds"))
        .sum();
    let (first, last) = (
        timeline.first().expect("visit"),
        timeline.last().expect("visit"),
    );
    assert_eq!(spent * 1_000, last.at.millis_since(first.at));
    let agreement = &report["agreement"];
    assert_eq!(
        (&agreement["sorted"], &agreement["compared"]),
        (&json!(6), &json!(4))
    );
    let contested = agreement["contested"].as_array().expect("list");
    let contested: Vec<_> = contested
        .iter()
        .map(|one| &one["contribution"]["contribution"])
        .collect();
    assert_eq!(contested, ["n0002", "n0005"]);
}

#[test]
fn several_sessions_add_up_over_all_their_scenarios_and_themes() {
    let one = full_workshop("pseudonymous");
    let mut other = plan();
    other["id"] = json!("2026-12-01-brugge-b201");
    other["themes"].as_array_mut().expect("themes").truncate(1);
    other["scenarios"]
        .as_array_mut()
        .expect("scenarios")
        .truncate(2);
    let mut two = Group::meet(other);
    two.join("Gina Gras", None);
    two.go_to(StepKind::Write);
    two.write(1, "need", "Ook hier leren.");
    two.go_to(StepKind::Converge);
    two.lead(json!({"type": "place", "contributions": ["n0001"], "primary": "lifelong-learning"}));

    let report = machine(&[&one.workshop, &two.workshop], PRIMARY);
    let single = machine(&[&one.workshop], PRIMARY);
    assert_eq!(report["sessions"].as_array().expect("list").len(), 2);
    assert_eq!(report["denominators"]["contributions"], 10);
    for (row, cells) in single["theme_by_scenario"].as_object().expect("rows") {
        for (scenario, count) in cells.as_object().expect("cells") {
            let more = u64::from(row == "lifelong-learning" && scenario == "synergy");
            let sum = count.as_u64().expect("count") + more;
            assert_eq!(
                report["theme_by_scenario"][row][scenario], sum,
                "{row} {scenario}"
            );
        }
    }
    let learning = &report["recurrence"][0];
    assert_eq!(
        (&learning["workshops_throughout"], &learning["workshops"]),
        (&json!(1), &json!(2)),
        "in Gent it was found in both scenarios, in Brugge in one of two"
    );
}

#[test]
fn a_name_stands_in_the_report_of_a_named_session_only() {
    let named = full_workshop("named").workshop;
    assert!(json::render(&Report::of(&[&named], PRIMARY)).contains("Ada Archief"));
    // A file that holds names all the same, such as one edited by hand, gives none away.
    for anonymity in ["pseudonymous", "anonymous"] {
        let mut plan = serde_json::to_value(named.plan()).expect("plan");
        plan["anonymity"] = json!(anonymity);
        let plan: Plan = serde_json::from_value(plan).expect("plan");
        let edited = Proceedings::of(&named).into_workshop(plan, None);
        let text = json::render(&Report::of(&[&edited], PRIMARY));
        for name in named
            .participants()
            .values()
            .filter_map(|one| one.name.as_ref())
        {
            assert!(
                !text.contains(name.as_str()),
                "{name} in a session that is {anonymity}"
            );
        }
    }
}

#[test]
fn the_machine_report_keeps_its_shape() {
    let group = full_workshop("pseudonymous");
    snapshot(
        "report_json",
        &json::render(&Report::of(&[&group.workshop], PRIMARY)),
    );
}
