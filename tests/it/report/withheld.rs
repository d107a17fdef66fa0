//! Anonymous sessions: what rests on few people is not told, in no format, and the report says so.

use std::collections::BTreeMap;

use halte::language::Language;
use halte::locale::Locale;
use halte::report::table::{Look, render};
use halte::report::tidy::{self, Table};
use halte::report::{Report, html, markdown};
use halte::workshop::Workshop;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use serde_json::{Value, json};

use super::recount::{PRIMARY, machine};
use super::setting::plan;

const LOOK: Look = Look {
    ascii: true,
    color: false,
    width: 160,
};

/// A session in which so many people take each persona in a scenario and write one contribution each; it keeps who
/// took what, as the room does while it runs, and as no file of an anonymous one does.
fn session(id: &str, anonymity: &str, taken: &[(&str, &str, usize)]) -> Workshop {
    let mut next = 0;
    let (mut assignments, mut contributions) = (Vec::new(), Vec::new());
    let mut seats = BTreeMap::new();
    for (scenario, persona, people) in taken {
        for _ in 0..*people {
            let seat = seats.entry(*scenario).or_insert(0);
            *seat += 1;
            next += 1;
            assignments.push(json!({
                "scenario": scenario, "persona": persona, "participant": format!("p{seat:02}"),
            }));
            contributions.push(json!({
                "id": format!("n{next:04}"), "kind": "need", "scenario": scenario, "persona": persona,
                "language": "nl", "source": "typed", "text": "tekst",
                "placement": {"primary": "wellbeing", "by": "p00"},
            }));
        }
    }
    let most = seats.values().copied().max().unwrap_or(0);
    let participants: Vec<Value> = (1..=most)
        .map(|seat| {
            let organisation = if seat <= 6 { "Groot" } else { "Klein" };
            json!({"id": format!("p{seat:02}"), "language": "nl", "organisation": organisation})
        })
        .collect();
    let record = json!({
        "seq": 2, "opened_at": "2026-11-21T09:00:00.000Z", "participants": participants,
        "assignments": assignments, "contributions": contributions,
    });
    let record: Proceedings = serde_json::from_value(record).expect("record");
    let mut plan = plan();
    plan["id"] = json!(id);
    plan["anonymity"] = json!(anonymity);
    let plan: Plan = serde_json::from_value(plan).expect("plan");
    record.into_workshop(plan, None)
}

/// The same as its file has it: nothing says who took what.
fn saved(workshop: &Workshop) -> Workshop {
    let mut record = serde_json::to_value(Proceedings::of(workshop)).expect("record");
    record["assignments"] = json!([]);
    let record: Proceedings = serde_json::from_value(record).expect("record");
    record.into_workshop(workshop.plan().clone(), None)
}

fn told(report: &Value, persona: &str) -> [bool; 2] {
    let theme = &report["theme_by_persona"]["wellbeing"][persona];
    let cell = &report["persona_by_scenario"][persona]["synergy"];
    assert!(theme.is_number() || theme.is_null(), "{theme}");
    [theme.is_number(), cell.is_object()]
}

#[test]
fn a_persona_that_few_people_took_is_not_told_nor_one_that_would_give_it_away() {
    let taken = [
        ("synergy", "mentor", 6),
        ("synergy", "stitcher", 5),
        ("synergy", "it-analyst", 1),
    ];
    let report = machine(&[&session("one", "anonymous", &taken)], PRIMARY);
    assert_eq!(told(&report, "mentor"), [true, true]);
    assert_eq!(told(&report, "it-analyst"), [false, false], "one person");
    assert_eq!(
        told(&report, "stitcher"),
        [false, false],
        "what is left would be one person"
    );
    assert_eq!(
        told(&report, "order-clerk"),
        [true, true],
        "of nobody there is nothing to tell"
    );
    let personas = json!(["it-analyst", "stitcher"]);
    assert_eq!(report["withheld"]["personas"], personas);
    let weighed = &report["by_workshop"]["theme_by_persona"]["wellbeing"];
    assert!(weighed["mentor"].is_object() && weighed["stitcher"].is_null());
    let found = &report["recurrence"][1]["scenarios"]["synergy"];
    assert_eq!(
        *found,
        json!({"contributions": 12, "voices": 3, "personas": ["mentor"]})
    );
    let quotes = report["contributions"].as_array().expect("list");
    let withheld = quotes
        .iter()
        .filter(|quote| quote["persona_withheld"] == true);
    assert_eq!(
        withheld.filter(|quote| quote["persona"].is_null()).count(),
        6
    );
    assert_eq!(
        quotes
            .iter()
            .filter(|quote| quote["persona"] == "mentor")
            .count(),
        6
    );
}

#[test]
fn a_persona_is_told_over_all_scenarios_where_it_is_not_in_each() {
    let taken = [
        ("synergy", "mentor", 3),
        ("synergy", "stitcher", 3),
        ("inefficiency", "stitcher", 3),
        ("inefficiency", "mentor", 3),
    ];
    // In the second scenario others take the persona than in the first.
    let report = machine(&[&session("one", "anonymous", &taken)], PRIMARY);
    for persona in ["mentor", "stitcher"] {
        assert_eq!(told(&report, persona), [true, false], "{persona}");
    }
    assert_eq!(report["withheld"]["personas"], json!([]));
}

#[test]
fn where_nothing_says_who_took_what_no_persona_is_told() {
    let taken = [("synergy", "mentor", 9), ("synergy", "stitcher", 9)];
    let live = session("one", "anonymous", &taken);
    let report = machine(&[&saved(&live)], PRIMARY);
    for persona in ["mentor", "stitcher"] {
        assert_eq!(told(&report, persona), [false, false], "{persona}");
    }
    assert!(!report["contributions"].to_string().contains("mentor"));
    for anonymity in ["named", "pseudonymous"] {
        let report = machine(&[&saved(&session("one", anonymity, &taken))], PRIMARY);
        assert_eq!(told(&report, "mentor"), [true, true]);
    }
}

#[test]
fn an_open_session_beside_it_does_not_tell_an_anonymous_one() {
    let taken = [("synergy", "mentor", 7)];
    let open = session("open", "pseudonymous", &taken);
    let closed = saved(&session("closed", "anonymous", &[("synergy", "mentor", 1)]));
    let report = machine(&[&open, &closed], PRIMARY);
    assert_eq!(told(&report, "mentor"), [false, false]);
    let quotes = report["contributions"].as_array().expect("list");
    let named = quotes.iter().filter(|quote| quote["persona"] == "mentor");
    assert_eq!(named.count(), 7, "what the open one says by itself");
    let two = session("two", "anonymous", &[("synergy", "mentor", 4)]);
    let three = session("three", "anonymous", &[("synergy", "mentor", 3)]);
    let report = machine(&[&two, &three], PRIMARY);
    assert_eq!(
        told(&report, "mentor"),
        [true, true],
        "seven people of two sessions"
    );
}

#[test]
fn an_organisation_that_few_came_from_is_not_counted() {
    let taken = [("synergy", "mentor", 8)];
    let count = |anonymity: &str| {
        let report = machine(&[&session("one", anonymity, &taken)], PRIMARY);
        let list = report["sessions"][0]["organisations"]
            .as_array()
            .expect("list");
        let counts: Vec<Value> = list.iter().map(|one| one["participants"].clone()).collect();
        (counts, report["withheld"]["organisations"].clone())
    };
    assert_eq!(count("pseudonymous"), (vec![json!(6), json!(2)], json!(0)));
    assert_eq!(
        count("anonymous"),
        (vec![json!(null), json!(null)], json!(2))
    );
}

#[test]
fn every_format_says_so_and_those_in_the_room_see_everything() {
    let taken = [("synergy", "mentor", 6), ("synergy", "stitcher", 1)];
    let live = session("one", "anonymous", &taken);
    let report = Report::of(&[&live], PRIMARY);
    for language in Language::ALL {
        let locale = Locale::new(language);
        let how = locale.say_with("report-withheld-how", &[("count", 5.into())]);
        let page = render(&report, locale, LOOK).replace('\n', " ");
        assert_eq!(page.matches(&how).count(), 3, "{page}");
        let page = markdown::render(&report, locale);
        assert_eq!(page.matches(&how).count(), 3, "{page}");
        assert!(page.contains(&locale.say("report-withheld-participants")));
        let page = html::render(&report, locale).expect("a page");
        assert_eq!(page.matches(&how).count(), 3, "{page}");
        assert!(page.contains(&locale.say("report-withheld-participants")));
    }
    let lines = tidy::render(&report, &[&live], Table::Contributions);
    assert!(
        !lines.contains("stitcher") && !lines.contains("mentor"),
        "{lines}"
    );
    assert_eq!(lines.matches(",true\r\n").count(), 7, "{lines}");
    let cells = tidy::render(&report, &[&live], Table::ThemeByPersona);
    assert!(cells.contains("wellbeing,mentor,,\r\n"), "{cells}");
    assert!(cells.contains("wellbeing,order-clerk,0,0\r\n"), "{cells}");
    let room = Report::in_the_room(&[&live], PRIMARY);
    assert!(room.withheld.personas.is_empty());
    let page = render(&room, Locale::new(Language::En), LOOK);
    assert!(!page.contains("not told"), "{page}");
    let page = html::render(&room, Locale::new(Language::En)).expect("a page");
    assert!(!page.contains("not told"), "{page}");
}
