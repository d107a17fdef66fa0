//! What became of suggestions: by whom they were made, how sure they were, who settled, and what the group was like
//! that the tool proposed.

use std::collections::BTreeMap;

use halte::language::Language;
use halte::locale::Locale;
use halte::report::Report;
use halte::report::table::{Look, render};
use halte::workshop::Workshop;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use serde_json::{Value, json};

use super::group::full_workshop;
use super::recount::{PRIMARY, counted, machine};
use super::setting::plan;

/// A placement under `wellbeing`, with these fields beside it.
fn placed(more: Value) -> Value {
    let mut placement = json!({"primary": "wellbeing", "by": "p00"});
    let Value::Object(more) = more else {
        panic!("fields")
    };
    placement.as_object_mut().expect("fields").extend(more);
    json!({"placement": placement})
}

/// A session whose contributions have these fields, numbered from one.
fn session(id: &str, contributions: &[Value], record: Value) -> Workshop {
    let mut whole = json!({"seq": 2, "opened_at": "2026-11-21T09:00:00.000Z"});
    let numbered = (1..).zip(contributions).map(|(number, fields)| {
        let mut one = json!({
            "id": format!("n{number:04}"), "kind": "need", "scenario": "synergy", "language": "nl",
            "source": "typed", "text": "tekst",
        });
        merge(&mut one, fields.clone());
        one
    });
    whole["contributions"] = numbered.collect();
    merge(&mut whole, record);
    let record: Proceedings = serde_json::from_value(whole).expect("record");
    let mut plan = plan();
    plan["id"] = json!(id);
    let plan: Plan = serde_json::from_value(plan).expect("plan");
    record.into_workshop(plan, None)
}

fn merge(one: &mut Value, more: Value) {
    let Value::Object(more) = more else {
        panic!("fields")
    };
    one.as_object_mut().expect("fields").extend(more);
}

fn only(contributions: &[Value]) -> Value {
    machine(
        &[&session("2026-11-21-gent-a3f9", contributions, json!({}))],
        PRIMARY,
    )
}

fn page(workshops: &[&Workshop], language: Language) -> String {
    let look = Look {
        ascii: false,
        color: false,
        width: 160,
    };
    render(&Report::of(workshops, PRIMARY), Locale::new(language), look)
}

/// Suggested, kept, accepted, chosen the same, unclear and changed.
fn outcome(counts: [u64; 6]) -> Value {
    let [suggested, kept, accepted, chosen_same, unclear, changed] = counts;
    json!({
        "suggested": suggested, "kept": kept, "accepted": accepted, "chosen_same": chosen_same,
        "unclear": unclear, "changed": changed,
    })
}

/// The same figures by other code, from the record: each placement is one word, and the words are counted.
pub(super) fn check(report: &Value, record: &Value) {
    let way = |placement: &Value| {
        let suggested = &placement["suggested"];
        match (suggested == &placement["primary"], &placement["advisor"]) {
            _ if suggested.is_null() => "without",
            (false, _) => "changed",
            (true, _) if placement["accepted"] == true => "accepted",
            (true, Value::Null) => "unclear",
            (true, _) => "chosen_same",
        }
    };
    let placements: Vec<&Value> = counted(record)
        .into_iter()
        .map(|one| &one["placement"])
        .filter(|placement| placement.is_object())
        .collect();
    let tally = |holds: &dyn Fn(&Value) -> bool| {
        let mut tally: BTreeMap<&str, u64> = BTreeMap::new();
        for placement in placements.iter().filter(|placement| holds(placement)) {
            *tally.entry(way(placement)).or_default() += 1;
        }
        let count = |way: &str| tally.get(way).copied().unwrap_or(0);
        let ways = ["accepted", "chosen_same", "unclear", "changed"].map(count);
        let [accepted, same, unclear, changed] = ways;
        let kept = accepted + same + unclear;
        let all = outcome([kept + changed, kept, accepted, same, unclear, changed]);
        (all, count("without"))
    };
    let found = &report["placements"];
    let is_of_tool = |placement: &Value| placement["advisor"] == "tool";
    assert_eq!(found["by_advisor"]["tool"], tally(&is_of_tool).0);
    assert_eq!(
        found["by_advisor"]["group"],
        tally(&|placement| !is_of_tool(placement)).0
    );
    for (trust, low, high) in [
        ("sure", 0.8, 2.0),
        ("probable", 0.5, 0.8),
        ("open", -1.0, 0.5),
    ] {
        let within = |placement: &Value| {
            let confidence = placement["confidence"].as_f64().unwrap_or(0.0);
            is_of_tool(placement) && confidence >= low && confidence < high
        };
        assert_eq!(found["tool_by_trust"][trust], tally(&within).0, "{trust}");
    }
    let (all, without) = tally(&|_| true);
    let totals = ["settled", "as_suggested", "changed", "without_suggestion"];
    assert_eq!(
        json!(totals.map(|field| &found[field])),
        json!([placements.len(), all["kept"], all["changed"], without])
    );
    let settlers = found["by_whom"].as_array().expect("list");
    assert_eq!(
        settlers.first().map(|one| &one["participant"]),
        Some(&json!("p00"))
    );
    for settler in settlers {
        let by = |placement: &Value| placement["by"] == settler["participant"];
        let (mut expected, without) = tally(&by);
        let settled = expected["suggested"].as_u64().expect("count") + without;
        expected["settled"] = json!(settled);
        expected["participant"] = settler["participant"].clone();
        expected["session"] = report["sessions"][0]["id"].clone();
        assert_eq!(settler, &expected);
    }
}

#[test]
fn what_became_of_suggestions_is_told_by_who_made_them_and_who_settled() {
    let report = machine(&[&full_workshop("pseudonymous").workshop], PRIMARY);
    let all = |counts| outcome(counts);
    let mut facilitator = all([6, 4, 3, 1, 0, 2]);
    merge(
        &mut facilitator,
        json!({"session": "2026-11-21-gent-a3f9", "participant": "p00", "settled": 7}),
    );
    assert_eq!(
        report["placements"],
        json!({
            "settled": 7, "as_suggested": 4, "changed": 2, "without_suggestion": 1,
            "by_advisor": {"group": all([4, 3, 2, 1, 0, 1]), "tool": all([2, 1, 1, 0, 0, 1])},
            "tool_by_trust": {
                "sure": all([1, 1, 1, 0, 0, 0]), "probable": all([1, 0, 0, 0, 0, 1]), "open": all([0; 6]),
            },
            "by_whom": [facilitator],
        })
    );
}

#[test]
fn an_older_record_tells_that_the_group_was_followed_but_not_how() {
    let older = placed(json!({"suggested": "wellbeing", "confidence": 0.81}));
    let changed = placed(json!({"suggested": "none", "confidence": 0.6}));
    let workshop = session("2026-11-21-gent-a3f9", &[older, changed], json!({}));
    let report = machine(&[&workshop], PRIMARY);
    assert_eq!(
        report["placements"]["by_advisor"],
        json!({"group": outcome([2, 1, 0, 0, 1, 1]), "tool": outcome([0; 6])})
    );
    assert_eq!(report["placements"]["as_suggested"], 1);
    for (language, head) in [
        (Language::Nl, "onbekend hoe"),
        (Language::En, "not said how"),
        (Language::Fr, "sans dire comment"),
    ] {
        assert!(page(&[&workshop], language).contains(head), "{head}");
        let full = full_workshop("pseudonymous").workshop;
        assert!(!page(&[&full], language).contains(head), "{head}");
    }
}

#[test]
fn how_sure_the_tool_was_is_told_from_the_very_figure_on() {
    let of_tool = |confidence: f64, suggested: &str| {
        placed(json!({"suggested": suggested, "advisor": "tool", "confidence": confidence}))
    };
    let report = only(&[
        of_tool(1.0, "wellbeing"),
        of_tool(0.8, "none"),
        of_tool(0.799, "wellbeing"),
        of_tool(0.5, "wellbeing"),
        of_tool(0.499, "wellbeing"),
        placed(json!({"suggested": "none", "advisor": "tool"})),
        // The group's figure is no trust in the tool.
        placed(json!({"suggested": "wellbeing", "advisor": "group", "confidence": 0.9})),
    ]);
    assert_eq!(
        report["placements"]["tool_by_trust"],
        json!({
            "sure": outcome([2, 1, 0, 1, 0, 1]),
            "probable": outcome([2, 2, 0, 2, 0, 0]),
            "open": outcome([2, 1, 0, 1, 0, 1]),
        })
    );
}

#[test]
fn what_is_in_no_count_is_in_none_of_these_either() {
    let accepted = placed(json!({
        "suggested": "wellbeing", "advisor": "tool", "confidence": 0.9, "accepted": true,
    }));
    let left_out = [
        json!({"hidden": true}),
        json!({"withdrawn": true}),
        json!({"source": "facilitator"}),
    ]
    .map(|why| {
        let mut one = accepted.clone();
        merge(&mut one, why);
        one
    });
    let nothing = only(&[]);
    assert_eq!(only(&left_out)["placements"], nothing["placements"]);
    let alike = json!({"contributions": ["n0001", "n0002"], "likeness": 0.9});
    let record = json!({
        "groups": [{"id": "g01", "contributions": ["n0001", "n0002"]}], "alike": [alike],
    });
    let grouped = left_out.map(|mut one| {
        merge(&mut one, json!({"group": "g01"}));
        one
    });
    let workshop = session("2026-11-21-gent-a3f9", &grouped, record);
    assert_eq!(
        machine(&[&workshop], PRIMARY)["grouping"],
        json!({"groups": 1, "proposals": 0, "compared": 0, "as_proposed": 0})
    );
}

#[test]
fn each_who_settled_is_told_session_by_session() {
    let by = |who: &str| placed(json!({"by": who}));
    let one = session("one", &[by("p00"), by("p02"), by("p02")], json!({}));
    let two = session("two", &[by("p02")], json!({}));
    let report = machine(&[&one, &two], PRIMARY);
    let settlers = report["placements"]["by_whom"].as_array().expect("list");
    let settlers: Vec<_> = settlers
        .iter()
        .map(|one| json!([one["session"], one["participant"], one["settled"]]))
        .collect();
    assert_eq!(
        settlers,
        [
            json!(["one", "p00", 1]),
            json!(["one", "p02", 2]),
            json!(["two", "p00", 0]),
            json!(["two", "p02", 1]),
        ]
    );
    let text = page(&[&one, &two], Language::En);
    for name in [
        "1/p00, facilitator",
        "1/p02 ",
        "2/p00, facilitator",
        "2/p02 ",
    ] {
        assert!(text.contains(name), "{name}: {text}");
    }
}

/// Contributions in these groups, and what the tool proposed.
fn grouped(id: &str, groups: &[u32], alike: &[(&[u32], f64)]) -> Workshop {
    let numbers =
        |ids: &[u32]| -> Vec<String> { ids.iter().map(|number| format!("n{number:04}")).collect() };
    let contributions: Vec<Value> = groups
        .iter()
        .map(|group| json!({"group": format!("g{group:02}")}))
        .collect();
    let last = groups.iter().copied().max().unwrap_or(0);
    let listed: Vec<Value> = (1..=last)
        .map(|group| json!({"id": format!("g{group:02}"), "contributions": []}))
        .collect();
    let alike: Vec<Value> = alike
        .iter()
        .map(|(ids, likeness)| json!({"contributions": numbers(ids), "likeness": likeness}))
        .collect();
    session(
        id,
        &contributions,
        json!({"groups": listed, "alike": alike}),
    )
}

#[test]
fn a_group_is_as_proposed_when_all_in_it_were_proposed_together() {
    let grouping = |groups: &[u32], alike: &[(&[u32], f64)]| {
        machine(&[&grouped("one", groups, alike)], PRIMARY)["grouping"].clone()
    };
    let told = |[groups, proposals, compared, as_proposed]: [u32; 4]| {
        json!({
            "groups": groups, "proposals": proposals, "compared": compared, "as_proposed": as_proposed,
        })
    };
    // All of a proposal, some of one, and one more than was proposed.
    let groups = [1, 1, 2, 2, 3, 3];
    let proposals: [(&[u32], f64); 3] = [(&[1, 2], 0.9), (&[3, 4, 6], 0.6), (&[5], 0.7)];
    assert_eq!(grouping(&groups, &proposals), told([3, 2, 3, 2]));
    // Two proposals that the group merged were not proposed together.
    let merged: [(&[u32], f64); 2] = [(&[1, 2], 0.9), (&[3, 4], 0.9)];
    assert_eq!(grouping(&[1, 1, 1, 1], &merged), told([1, 2, 1, 0]));
    // A question is not a proposal.
    assert_eq!(grouping(&[1, 1], &[(&[1, 2], 0.599)]), told([1, 0, 0, 0]));
}

#[test]
fn of_a_session_without_proposals_nothing_is_told_about_its_groups() {
    let one = grouped("one", &[1, 1], &[(&[1, 2], 0.8)]);
    let two = grouped("two", &[1, 1, 2, 2], &[]);
    assert_eq!(
        machine(&[&one, &two], PRIMARY)["grouping"],
        json!({"groups": 3, "proposals": 1, "compared": 1, "as_proposed": 1})
    );
    let text = page(&[&one, &two], Language::En);
    assert!(
        text.contains("Groups made from one proposal: 1 of 1."),
        "{text}"
    );
    assert!(text.contains("Of 2 groups this cannot be told"), "{text}");
    let text = page(&[&two], Language::En);
    assert!(
        text.contains("holds no contributions that halte proposed"),
        "{text}"
    );
}

#[test]
fn taught_words_stand_under_their_theme_in_the_order_of_the_plan() {
    let taught = |words: &[(&str, &str)]| -> Value {
        let each = words.iter();
        let each = each.map(|(word, place)| json!({"word": word, "place": place}));
        json!({"taught": each.collect::<Vec<_>>()})
    };
    let one = taught(&[
        ("pauze", "wellbeing"),
        ("parking", "none"),
        ("cursus", "lifelong-learning"),
    ]);
    let two = taught(&[("pauze", "lifelong-learning")]);
    let (one, two) = (session("one", &[], one), session("two", &[], two));
    assert_eq!(
        machine(&[&one, &two], PRIMARY)["taught"],
        json!([
            {"session": "one", "word": "cursus", "theme": "lifelong-learning"},
            {"session": "two", "word": "pauze", "theme": "lifelong-learning"},
            {"session": "one", "word": "pauze", "theme": "wellbeing"},
            {"session": "one", "word": "parking", "theme": "none"},
        ])
    );
    let text = page(&[&one, &two], Language::En);
    for line in [
        "  - lifelong learning: 1/cursus, 2/pauze\n",
        "  - wellbeing at work: 1/pauze\n",
        "  - none of the themes: 1/parking\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}
