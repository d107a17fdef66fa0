//! The report as a page, read as text: what it may do, what it says, and what people cannot make it do. How it behaves in
//! a browser is looked at in one (`just html`).

use std::collections::BTreeMap;

use data_encoding::BASE64;
use halte::language::Language;
use halte::locale::Locale;
use halte::report::{By, Options, Report, html, json};
use halte::vocabulary::{OrganisationKind, StepKind};
use halte::workshop::Workshop;
use ring::digest;
use serde_json::{Value, json};

use super::group::{Group, full_workshop};
use super::setting::plan;

const HOSTILE: &str = "</blockquote></title></style><script>alert(1)</script><img src=x onerror=alert(2)>\" ' {{ 7 * 7 }} &lt;";

fn page_of(workshops: &[&Workshop], by: By, language: Language) -> String {
    let report = Report::of(workshops, Options { by });
    html::render(&report, Locale::new(language)).expect("a page")
}

fn page(language: Language) -> String {
    page_of(&[&full_workshop("named").workshop], By::Primary, language)
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, behind) = text.split_once(start).expect(start);
    behind.split_once(end).expect(end).0
}

/// What is left of a piece of markup without its tags.
fn text_of(markup: &str) -> String {
    let pieces = markup.split('<').enumerate();
    let texts = pieces.filter_map(|(index, piece)| match index {
        0 => Some(piece),
        _ => piece.split_once('>').map(|(_, text)| text),
    });
    texts.collect::<String>().replace("&#x2f;", "/")
}

/// The rows of a table by their ids, and the cells behind the name of the row.
fn table(page: &str, id: &str) -> BTreeMap<String, Vec<String>> {
    let table = between(page, &format!("<table id=\"{id}\""), "</table>");
    let rows = between(table, "<tbody>", "</tbody>").split("<tr data-row=\"");
    rows.skip(1)
        .map(|row| {
            let (id, cells) = row.split_once("\">").expect("an id");
            let cells = cells.split("<td").skip(1);
            let cells = cells.map(|cell| text_of(&format!("<td{cell}")).trim().to_owned());
            (id.to_owned(), cells.collect())
        })
        .collect()
}

/// A workshop in which every text that somebody may choose tries to be more than a text.
fn hostile() -> Workshop {
    let mut plan = plan();
    plan["anonymity"] = json!("named");
    plan["title"] = json!(HOSTILE);
    let said = json!({"nl": HOSTILE, "en": HOSTILE, "fr": HOSTILE});
    plan["scenarios"][0]["title"] = said.clone();
    plan["personas"][0]["role"] = said.clone();
    plan["themes"][0]["title"] = said.clone();
    plan["challenges"][0]["title"] = said.clone();
    plan["challenges"][0]["text"] = said.clone();
    plan["notices"]["warning"] = said;
    let persona = plan["personas"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let theme = plan["themes"][0]["id"].clone();
    let mut group = Group::meet(plan);
    let name = "<script>x</script>";
    for _ in 0..2 {
        group.join(name, Some(("\"><img src=x>", OrganisationKind::Company)));
    }
    group.go_to(StepKind::Write);
    group.assign(&[&persona, &persona]);
    group.write(1, "need", HOSTILE);
    group.write(2, "need", HOSTILE);
    group.seat(1, json!({"type": "say", "text": HOSTILE}));
    group.go_to(StepKind::Converge);
    group.lead(json!({"type": "place", "contributions": ["n0001", "n0002"], "primary": theme}));
    group.lead(json!({
        "type": "group", "contributions": ["n0001", "n0002"], "label": "<svg onload=alert(3)>",
    }));
    group.workshop
}

#[test]
fn the_page_asks_nothing_of_anybody() {
    let page = page(Language::Nl);
    for request in [
        "http:", "https:", " src=", "url(", "@import", "<link", "<iframe", "<form",
    ] {
        assert!(!page.contains(request), "{request}");
    }
    for link in page.split("href=\"").skip(1) {
        assert!(link.starts_with('#'), "{link:.40}");
    }
}

#[test]
fn its_policy_allows_its_own_style_and_script_and_nothing_else() {
    let page = page(Language::En);
    let policy = between(
        &page,
        "http-equiv=\"Content-Security-Policy\" content=\"",
        "\"",
    );
    let hash = |source: &str| {
        let digest = digest::digest(&digest::SHA256, source.as_bytes());
        format!("'sha256-{}'", BASE64.encode(digest.as_ref()))
    };
    let style = hash(between(&page, "<style>", "</style>"));
    let script = hash(between(&page, "<script>", "</script>"));
    let expected = [
        "default-src 'none'",
        &format!("style-src {style}"),
        &format!("script-src {script}"),
        "base-uri 'none'",
        "form-action 'none'",
    ];
    assert_eq!(policy, expected.join("; "));
    assert!(!page.contains(" style=\""), "the policy would forbid it");
    assert!(page.find("http-equiv") < page.find("<style>"));
}

#[test]
fn what_people_wrote_is_text_and_never_markup() {
    let page = page_of(&[&hostile()], By::Primary, Language::Nl);
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</script").count(), 1);
    assert_eq!(page.matches("</style").count(), 1);
    for tag in ["<img", "<svg onload"] {
        assert!(!page.contains(tag), "{tag}");
    }
    // Nothing written became an attribute: outside of tags it is escaped, and inside there is none.
    for piece in page.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').expect("a tag ends");
        assert!(!tag.contains("onerror") && !tag.contains("onload"), "{tag}");
    }
    assert!(page.contains("&lt;script&gt;"));
    assert!(page.contains("{{ 7 * 7 }} &amp;lt;"));
}

#[test]
fn what_people_wrote_keeps_its_direction_to_itself() {
    let page = page(Language::Nl);
    assert!(page.contains("<blockquote dir=\"auto\" lang=\"nl\">"));
    assert!(page.contains("<td class=\"text\" dir=\"auto\" lang=\"nl\">"));
    let heading = between(&page, "<h1>", "</h1>");
    assert!(
        heading.contains("\u{2068}Volgende halte in Gent\u{2069}"),
        "{heading}"
    );
}

#[test]
fn its_figures_are_those_of_the_report_for_machines() {
    let group = full_workshop("pseudonymous");
    for by in [By::Primary, By::Any] {
        let report = Report::of(&[&group.workshop], Options { by });
        let figures: Value = serde_json::from_str(&json::render(&report)).expect("JSON");
        let page = page_of(&[&group.workshop], by, Language::En);
        let scenarios = figures["scenarios"].as_array().expect("a list");
        let by_scenario = |row: &Value| -> Vec<Value> {
            let each = scenarios.iter();
            each.map(|scenario| row[scenario["id"].as_str().expect("an id")].clone())
                .collect()
        };
        let shown = table(&page, "table-theme-by-scenario");
        let counted = figures["theme_by_scenario"].as_object().expect("rows");
        assert_eq!(shown.len(), counted.len());
        for (row, cells) in counted {
            let cells = by_scenario(cells);
            let total: u64 = cells.iter().filter_map(Value::as_u64).sum();
            let mut cells: Vec<String> = cells.iter().map(ToString::to_string).collect();
            cells.push(total.to_string());
            assert_eq!(shown[row], cells, "{row}");
        }
        let recurrence = table(&page, "table-recurrence");
        for theme in figures["recurrence"].as_array().expect("themes") {
            let found = by_scenario(&theme["scenarios"]);
            let found = found.iter().map(|found| {
                let personas = found["personas"].as_array().expect("personas").len();
                format!("{personas} / {}", found["contributions"])
            });
            let shown = &recurrence[theme["theme"].as_str().expect("an id")];
            assert_eq!(shown[..scenarios.len()], found.collect::<Vec<_>>());
        }
        let votes = table(&page, "table-votes");
        for theme in figures["votes"]["themes"].as_array().expect("themes") {
            let shown = &votes[theme["theme"].as_str().expect("an id")];
            assert_eq!(shown[1], theme["dots"].to_string());
        }
        let agreement = table(&page, "table-agreement");
        for (row, count) in [
            ("report-sorting-sorted", "sorted"),
            ("report-sorting-compared", "compared"),
        ] {
            assert_eq!(agreement[row][0], figures["agreement"][count].to_string());
        }
        let contributions = figures["contributions"].as_array().expect("a list");
        assert_eq!(
            table(&page, "table-contributions").len(),
            contributions.len()
        );
    }
}

#[test]
fn its_headings_come_in_order_and_it_says_its_language() {
    for language in Language::ALL {
        let page = page(language);
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        let levels: Vec<u32> = page
            .split("<h")
            .skip(1)
            .filter_map(|tag| tag.chars().next()?.to_digit(10))
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert!(
            levels.windows(2).all(|two| two[1] <= two[0] + 1),
            "{levels:?}"
        );
        let charts = page.matches("<svg ").count();
        assert_eq!(charts, 5);
        assert_eq!(
            page.matches("role=\"img\" aria-labelledby=").count(),
            charts
        );
    }
}

#[test]
fn a_small_group_is_marked_at_the_head() {
    let group = full_workshop("named");
    let warning = Locale::new(Language::En).say_with("report-small", &[("count", 5.into())]);
    assert!(!page_of(&[&group.workshop], By::Primary, Language::En).contains(&warning));
    let page = page_of(&[&hostile()], By::Primary, Language::En);
    assert_eq!(page.matches(&warning).count(), 1);
}

#[test]
fn there_is_a_page_of_nothing_and_of_several_sessions() {
    let begun = Group::meet(plan()).workshop;
    let page = page_of(&[&begun], By::Primary, Language::Fr);
    assert_eq!(table(&page, "table-theme-by-scenario")["none"][0], "0");
    assert!(!page.contains("id=\"table-votes\""));
    let full = full_workshop("named").workshop;
    let several = page_of(&[&full, &hostile()], By::Any, Language::En);
    assert!(several.contains("<section id=\"sessions\">"));
    assert_eq!(
        several,
        page_of(&[&full, &hostile()], By::Any, Language::En)
    );
    page_of(&[], By::Primary, Language::Nl);
}
