//! The report as Markdown, read by a parser as a reader's program would.

use halte::language::Language;
use halte::locale::Locale;
use halte::report::{Report, markdown, table};
use halte::workshop::Workshop;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::json;

use super::group::full_workshop;
use super::recount::PRIMARY;
use super::setting::plan;
use super::snapshot;

fn page(workshops: &[&Workshop], language: Language) -> String {
    markdown::render(&Report::of(workshops, PRIMARY), Locale::new(language))
}

fn events(text: &str) -> Vec<Event<'_>> {
    let extensions = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(text, extensions).collect()
}

/// What the page is made of, without its words: paragraphs of any number of lines are alike.
fn structure(text: &str) -> Vec<String> {
    let made = events(text).into_iter().filter_map(|event| match event {
        Event::Text(_) | Event::SoftBreak => None,
        other => Some(format!("{other:?}")),
    });
    made.collect()
}

/// The words of a page, one space between any two.
fn words(text: &str) -> String {
    let words = events(text).into_iter().map(|event| match event {
        Event::Text(words) => words.into_string(),
        _ => " ".to_owned(),
    });
    let words: String = words.collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A session in which somebody says this wherever people say something.
fn saying(words: &str) -> Workshop {
    let short: String = words.chars().take(40).collect();
    let record = json!({
        "seq": 2, "opened_at": "2026-11-21T09:00:00.000Z",
        "participants": [{"id": "p01", "language": "nl", "organisation": short, "name": short}],
        "contributions": [
            {
                "id": "n0001", "kind": "need", "scenario": "synergy", "language": "nl", "source": "typed",
                "text": words, "participant": "p01", "group": "g01",
            },
            {
                "id": "n0002", "kind": "need", "scenario": "synergy", "language": "nl", "source": "typed",
                "text": words, "placement": {"primary": "none", "by": "p00"},
            },
        ],
        "groups": [{"id": "g01", "label": short, "contributions": ["n0001"]}],
        "parking": [{"id": "k01", "participant": "p01", "step": "s02", "text": words}],
        "recommendations": [
            {"id": "r01", "theme": "wellbeing", "horizon": "now", "who": "company", "text": words},
        ],
        "reflections": [
            {"id": "f01", "participant": "p01", "challenge": "labour-shortage", "stance": "agree", "text": words},
        ],
    });
    let record: Proceedings = serde_json::from_value(record).expect("record");
    let mut plan = plan();
    plan["anonymity"] = json!("named");
    plan["id"] = json!("2026-12-01-brugge-b201");
    plan["title"] = json!(short);
    let plan: Plan = serde_json::from_value(plan).expect("plan");
    record.into_workshop(plan, None)
}

#[test]
fn the_page_reads_well_as_it_is() {
    let group = full_workshop("pseudonymous");
    snapshot(
        "report_markdown_en",
        &page(&[&group.workshop], Language::En),
    );
    let named = full_workshop("named");
    let workshops = [&named.workshop, &saying("Ja.")];
    snapshot("report_markdown_two", &page(&workshops, Language::Nl));
}

#[test]
fn a_parser_finds_every_section_list_and_table_of_the_terminal() {
    let group = full_workshop("pseudonymous");
    let report = Report::of(&[&group.workshop], PRIMARY);
    for language in Language::ALL {
        let locale = Locale::new(language);
        let text = markdown::render(&report, locale);
        let look = table::Look {
            ascii: true,
            color: false,
            width: 200,
        };
        let shown = table::render(&report, locale, look);
        let is_rule = |line: &&str| !line.is_empty() && line.chars().all(|sign| sign == '-');
        let rules = shown.lines().filter(is_rule).count();
        let found = events(&text);
        let count = |is: fn(&Tag<'_>) -> bool| {
            let starts = found.iter();
            starts
                .filter(|event| matches!(event, Event::Start(tag) if is(tag)))
                .count()
        };
        let tables = count(|tag| matches!(tag, Tag::Table(_)));
        let headings = count(|tag| matches!(tag, Tag::Heading { .. }));
        assert_eq!(tables, 9, "{text}");
        assert_eq!(
            tables + headings - 1,
            rules,
            "every rule of the terminal is a table or a section"
        );
        let (read, shown) = (words(&text), words(&shown.replace(['-', '='], "")));
        assert!(read.split(' ').count() * 10 > shown.split(' ').count() * 9);
    }
}

#[test]
fn whatever_people_write_is_text_and_comes_back_as_it_was_written() {
    let plain = structure(&page(&[&saying("tekst")], Language::Nl));
    for hostile in [
        "# kop",
        "kop\n===",
        "kop\n---",
        "***",
        "- punt\n- punt",
        "1. een\n2) twee",
        "+ plus",
        "> aangehaald",
        "```\ncode\n```",
        "~~~\ncode",
        "    ingesprongen",
        "`code` en ``code``",
        "*nadruk* **sterk** _zo_ __zo__ ~~weg~~",
        "[kom](https://kwaad.be \"ja\")",
        "![beeld](https://kwaad.be/x.png)",
        "[ref]: https://kwaad.be",
        "[^1]: voetnoot [^1]",
        "<https://kwaad.be> https://kwaad.be www.kwaad.be",
        "<script>alert(1)</script>",
        "<!-- weg",
        "<b>vet</b>",
        "&lt;b&gt; &#60; &copy; R&D",
        "a | b\n--- | ---\n1 | 2",
        "| a |\n|---|",
        ":-:",
        "[ ] te doen",
        "[x] gedaan",
        "einde\\",
        "\\# \\* \\\\",
        "een\\\ntwee",
        "een  \ntwee",
    ] {
        let text = page(&[&saying(hostile)], Language::Nl);
        assert_eq!(structure(&text), plain, "{hostile}: {text}");
        let said = hostile.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&text).contains(&said), "{said}: {}", words(&text));
    }
}

#[test]
fn an_address_is_no_link_even_where_bare_ones_become_one() {
    let text = page(
        &[&saying("mail an@kwaad.be, ftp://x.be of WWW.kwaad.be")],
        Language::Nl,
    );
    for link in ["an@kwaad", "p://", "WWW.kwaad"] {
        assert!(!text.contains(link), "{link}: {text}");
    }
}
