//! The tables for spreadsheets: read back as a spreadsheet would, and counted again from the lines.

use std::collections::BTreeMap;

use halte::report::tidy::{Table, render};
use halte::report::{Options, Report};
use halte::workshop::Workshop;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use serde_json::{Value, json};

use super::group::full_workshop;
use super::recount::{ANY, PRIMARY, machine};
use super::setting::plan;
use super::snapshot;

/// A row by the names of its columns.
type Row = BTreeMap<String, String>;

fn sheet(workshops: &[&Workshop], options: Options, table: Table) -> String {
    render(&Report::of(workshops, options), workshops, table)
}

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize();
    rows.map(|row| row.expect("as many cells as columns"))
        .collect()
}

fn session(contributions: &Value) -> Workshop {
    let record = json!({
        "seq": 2, "opened_at": "2026-11-21T09:00:00.000Z", "contributions": contributions,
    });
    let record: Proceedings = serde_json::from_value(record).expect("record");
    let plan: Plan = serde_json::from_value(plan()).expect("plan");
    record.into_workshop(plan, None)
}

#[test]
fn the_tables_keep_their_shape() {
    let group = full_workshop("named");
    let all: Vec<String> = Table::ALL
        .iter()
        .map(|table| {
            let sheet = sheet(&[&group.workshop], PRIMARY, *table);
            format!("{}\n{}\n", table.as_str(), sheet.replace("\r\n", "\n"))
        })
        .collect();
    snapshot("report_tidy", &all.concat());
}

#[test]
fn a_workshop_kept_for_reports_gives_the_same_ones() {
    for anonymity in ["named", "pseudonymous", "anonymous"] {
        let whole = full_workshop(anonymity).workshop;
        let kept = whole.clone().for_reports();
        assert_ne!(kept, whole);
        for options in [PRIMARY, ANY] {
            assert_eq!(
                Report::of(&[&kept], options),
                Report::of(&[&whole], options)
            );
            for table in Table::ALL {
                assert_eq!(
                    sheet(&[&kept], options, *table),
                    sheet(&[&whole], options, *table)
                );
            }
        }
    }
}

#[test]
fn every_contribution_is_a_line_and_what_is_gone_has_no_text() {
    let group = full_workshop("pseudonymous");
    let text = sheet(&[&group.workshop], PRIMARY, Table::Contributions);
    let promised = "session,contribution,kind,scenario,persona,primary,second,group,source,hidden,withdrawn,language,text,";
    assert!(text.starts_with(promised), "{text}");
    let rows = rows(&text);
    assert_eq!(rows.len(), group.workshop.contributions().len());
    for (row, one) in rows.iter().zip(group.workshop.contributions().values()) {
        let gone = one.hidden || one.withdrawn;
        assert_eq!(row["text"], if gone { "" } else { one.text.as_str() });
        let marks = [one.hidden, one.withdrawn, one.counts()].map(|mark| mark.to_string());
        assert_eq!(
            [&row["hidden"], &row["withdrawn"], &row["counted"]],
            [&marks[0], &marks[1], &marks[2]]
        );
    }
    assert!(!text.contains("Iets lelijks") && !text.contains("Dit neem ik terug"));
}

#[test]
fn the_lines_add_up_to_the_tables() {
    let group = full_workshop("pseudonymous");
    let workshops = [&group.workshop];
    let lines = rows(&sheet(&workshops, PRIMARY, Table::Contributions));
    for options in [PRIMARY, ANY] {
        let any = options == ANY;
        let cells = rows(&sheet(&workshops, options, Table::ThemeByScenario));
        assert_eq!(cells.len(), (4 + 2) * 4, "every zero");
        for cell in cells {
            let here = lines.iter().filter(|line| {
                let primary = match line["primary"].as_str() {
                    "" => "unplaced",
                    place => place,
                };
                line["counted"] == "true"
                    && line["scenario"] == cell["scenario"]
                    && (primary == cell["theme"] || any && line["second"] == cell["theme"])
            });
            assert_eq!(here.count().to_string(), cell["contributions"], "{cell:?}");
        }
    }
    let cells = rows(&sheet(&workshops, PRIMARY, Table::ThemeByPersona));
    for cell in cells {
        let of = lines
            .iter()
            .filter(|line| line["counted"] == "true" && line["persona"] == cell["persona"]);
        assert_eq!(of.count().to_string(), cell["of"], "{cell:?}");
    }
    let became = rows(&sheet(&workshops, PRIMARY, Table::Placements));
    for row in became.iter().filter(|row| row["trust"].is_empty()) {
        let theirs = || {
            let counted = lines.iter().filter(|line| line["counted"] == "true");
            counted.filter(|line| line["advisor"] == row["advisor"])
        };
        let kept = theirs().filter(|line| line["primary"] == line["suggested"]);
        assert_eq!(kept.count().to_string(), row["kept"], "{row:?}");
        let accepted = theirs().filter(|line| line["accepted"] == "true");
        assert_eq!(accepted.count().to_string(), row["accepted"], "{row:?}");
    }
}

#[test]
fn the_tables_say_what_the_report_for_machines_says() {
    let group = full_workshop("pseudonymous");
    let workshops = [&group.workshop];
    let report = machine(&workshops, PRIMARY);
    for row in rows(&sheet(&workshops, PRIMARY, Table::PersonaByScenario)) {
        let cell = &report["persona_by_scenario"][&row["persona"]][&row["scenario"]];
        assert_eq!(cell["people"].to_string(), row["people"]);
        assert_eq!(cell["contributions"].to_string(), row["contributions"]);
        let of = &report["denominators"]["by_scenario"][&row["scenario"]];
        assert_eq!(of["participants"].to_string(), row["people_of"]);
    }
    let votes = rows(&sheet(&workshops, PRIMARY, Table::Votes));
    for (row, theme) in votes
        .iter()
        .zip(report["votes"]["themes"].as_array().expect("list"))
    {
        for field in ["rank", "tied", "dots", "hands"] {
            assert_eq!(theme[field].to_string(), row[field], "{row:?}");
        }
    }
    let agreement = rows(&sheet(&workshops, PRIMARY, Table::Agreement));
    assert_eq!(
        agreement[0]["alpha"],
        report["agreement"]["alpha"].to_string()
    );
}

#[test]
fn what_people_wrote_comes_back_as_they_wrote_it_and_runs_nowhere() {
    let texts = [
        "=HYPERLINK(\"http://kwaad.be\";\"klik\")",
        "+32 9 000 00 00",
        "-1 machine",
        "@SUM(A1:A9)",
        "een, \"twee\"; drie\nvier",
        "静かな職場。",
    ];
    let contributions = (1..).zip(texts).map(|(number, text)| {
        json!({
            "id": format!("n{number:04}"), "kind": "need", "scenario": "synergy", "language": "nl",
            "source": "typed", "text": text,
        })
    });
    let workshop = session(&contributions.collect());
    let text = sheet(&[&workshop], PRIMARY, Table::Contributions);
    let read: Vec<String> = rows(&text).iter().map(|row| row["text"].clone()).collect();
    let expected: Vec<String> = (0..)
        .zip(texts)
        .map(|(index, text)| format!("{}{text}", if index < 4 { "'" } else { "" }))
        .collect();
    assert_eq!(read, expected);
    assert!(text.ends_with("\r\n"));
    let lines = text.matches("\r\n").count();
    assert_eq!(
        lines,
        texts.len() + 1,
        "the break within a text is none of the table's"
    );
}

#[test]
fn a_table_without_rows_still_names_its_columns() {
    for table in Table::ALL {
        let text = sheet(&[], PRIMARY, *table);
        assert!(
            text.lines().next().is_some_and(|line| line.contains(',')),
            "{table:?}"
        );
        rows(&text);
    }
}
