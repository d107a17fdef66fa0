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

/// An anonymous session to which so many people came from each organisation, and so many said nothing of that.
fn gathered(organisations: &[(&str, usize)], without: usize) -> Workshop {
    let named = organisations
        .iter()
        .flat_map(|(name, people)| vec![json!(name); *people]);
    let participants: Vec<Value> = named
        .chain(vec![Value::Null; without])
        .zip(1..)
        .map(|(organisation, seat)| {
            json!({"id": format!("p{seat:02}"), "language": "nl", "organisation": organisation})
        })
        .collect();
    let record = json!({
        "seq": 2, "opened_at": "2026-11-21T09:00:00.000Z", "participants": participants,
    });
    let record: Proceedings = serde_json::from_value(record).expect("record");
    let mut plan = plan();
    plan["anonymity"] = json!("anonymous");
    let plan: Plan = serde_json::from_value(plan).expect("plan");
    record.into_workshop(plan, None)
}

/// What the report tells of each organisation, and of the people from none.
fn figures(workshop: &Workshop) -> (Vec<Value>, Value) {
    let report = machine(&[workshop], PRIMARY);
    let session = &report["sessions"][0];
    let list = session["organisations"].as_array().expect("list");
    let counts: Vec<Value> = list.iter().map(|one| one["participants"].clone()).collect();
    (counts, session["without_organisation"].clone())
}

#[test]
fn few_people_of_an_organisation_do_not_follow_from_how_many_named_none() {
    let x = Value::Null;
    let klein = gathered(&[("Klein", 2)], 6);
    assert_eq!(figures(&klein), (vec![x.clone()], x.clone()));
    let two = gathered(&[("Een", 1), ("Twee", 1)], 6);
    assert_eq!(figures(&two), (vec![x.clone(), x.clone()], x.clone()));
    let more = gathered(&[("Groot", 6), ("Klein", 2)], 2);
    assert_eq!(
        figures(&more),
        (vec![x.clone(), x.clone()], x.clone()),
        "the two and the two who named none are four"
    );
    let enough = gathered(&[("Groot", 6), ("Klein", 2)], 3);
    assert_eq!(figures(&enough), (vec![json!(6), x.clone()], x.clone()));
    let large = gathered(&[("Groot", 6)], 2);
    assert_eq!(figures(&large), (vec![json!(6)], json!(2)));
}

#[test]
fn organisations_are_not_named_where_their_names_would_tell_how_many_came() {
    for (organisations, without) in [
        (vec![("Alfa", 1), ("Bravo", 1)], 0),
        (vec![("Foxtrot", 4)], 0),
        (vec![("Foxtrot", 2)], 2),
        (
            vec![
                ("Alfa", 1),
                ("Bravo", 1),
                ("Foxtrot", 1),
                ("Delta", 1),
                ("Echo", 1),
            ],
            0,
        ),
    ] {
        let workshop = gathered(&organisations, without);
        assert_eq!(figures(&workshop), (Vec::new(), Value::Null));
        let report = machine(&[&workshop], PRIMARY);
        assert_eq!(report["withheld"]["organisations"], organisations.len());
        let report = Report::of(&[&workshop], PRIMARY);
        for language in Language::ALL {
            let locale = Locale::new(language);
            let page = markdown::render(&report, locale);
            assert!(page.contains(&locale.say("report-withheld-organisations")));
            let named = organisations.iter().any(|(name, _)| page.contains(name));
            assert!(!named, "{page}");
        }
    }
    let six = gathered(&[("A", 2), ("B", 1), ("C", 1), ("D", 1), ("E", 1)], 0);
    assert_eq!(figures(&six), (vec![Value::Null; 5], json!(0)));
}

#[test]
fn no_figure_of_few_people_follows_from_those_of_all_and_of_the_others() {
    let sizes = [1, 2, 4, 5, 7];
    for (first, second) in sizes.iter().flat_map(|one| sizes.map(|two| (*one, two))) {
        for (third, without) in [0, 1, 5]
            .iter()
            .flat_map(|one| [0, 1, 5].map(|two| (*one, two)))
        {
            let mut organisations = vec![("A", first), ("B", second), ("C", third)];
            organisations.retain(|(_, people)| *people > 0);
            let all = first + second + third + without;
            let (told, of_none) = figures(&gathered(&organisations, without));
            let case = format!("{organisations:?} and {without}: {told:?} and {of_none}");
            let number = |figure: &Value| {
                figure
                    .as_u64()
                    .and_then(|count| usize::try_from(count).ok())
            };
            for (figure, (_, people)) in told.iter().zip(&organisations) {
                assert!(
                    figure.is_null() || number(figure) == Some(*people),
                    "{case}"
                );
                assert!(figure.is_null() || *people >= 5, "{case}");
            }
            let figures = told.iter().chain([&of_none]);
            let missing = figures.clone().filter(|figure| figure.is_null()).count();
            let left = all - figures.filter_map(number).sum::<usize>();
            if !told.is_empty() && missing > 0 {
                assert!(left >= 5 && left > missing, "{case}");
                // Where it is told that some named none, all that is missing is of few people.
                let all_are_few = number(&of_none).is_some_and(|none| none > 0);
                assert!(!all_are_few || left != missing * 4, "{case}");
            }
        }
    }
}

#[test]
fn a_persona_does_not_follow_from_all_others_having_said_nothing() {
    let one = session("one", "anonymous", &[("synergy", "mentor", 9)]);
    let report = machine(&[&saved(&one)], PRIMARY);
    for persona in ["mentor", "stitcher", "order-clerk"] {
        assert_eq!(told(&report, persona), [false, false], "{persona}");
    }
    let taken = [("synergy", "mentor", 1), ("synergy", "stitcher", 1)];
    let report = machine(&[&saved(&session("one", "anonymous", &taken))], PRIMARY);
    assert_eq!(
        told(&report, "order-clerk"),
        [false, false],
        "two contributions of two personas are one of each"
    );
    let taken = [("synergy", "mentor", 2), ("synergy", "stitcher", 2)];
    let report = machine(&[&saved(&session("one", "anonymous", &taken))], PRIMARY);
    assert_eq!(told(&report, "mentor"), [false, false]);
    assert_eq!(told(&report, "order-clerk"), [true, true]);
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
    let silent = gathered(&[("Klein", 2)], 6);
    let of_none = Report::of(&[&silent], PRIMARY);
    for language in Language::ALL {
        let locale = Locale::new(language);
        let page = render(&of_none, locale, LOOK);
        assert!(page.contains(&locale.say("report-withheld-without-organisation")));
        assert!(page.contains("Klein"), "{page}");
    }
    let sessions = tidy::render(&of_none, &[&silent], Table::Sessions);
    assert!(sessions.contains(",anonymous,8,false,,0,"), "{sessions}");
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
