//! `halte classify`: statements on stdin, one a line, and where each seems to belong.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, BufRead as _, Write};

use comfy_table::{
    CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle,
};
use serde::Serialize;

use super::Caller;
use super::args::Classify;
use super::failure::Failure;
use super::report::width;
use crate::content::Content;
use crate::language::Language;
use crate::locale::Locale;
use crate::suggester::labels::PLACES;
use crate::suggester::voice::{Kind, Text};
use crate::suggester::{Suggester, Verdict, second};
use crate::text::{Lines, Statement, clean};
use crate::workshop::entry::Place;
use crate::workshop::suggestion::Trust;

/// A statement and where it seems to belong, as JSON.
#[derive(Debug, Serialize)]
struct Classified<'a> {
    text: &'a str,
    lang: Language,
    theme: &'a Place,
    confidence: f64,
    second: Option<&'a Place>,
    alternatives: Vec<Alternative<'a>>,
    because: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spoke: Vec<Spoke>,
}

#[derive(Debug, Serialize)]
struct Alternative<'a> {
    theme: &'a Place,
    confidence: f64,
}

/// A pattern or a run of letters that spoke.
#[derive(Debug, Clone, Serialize)]
struct Spoke {
    kind: SpokenKind,
    what: String,
    /// The words it was found in.
    words: Vec<String>,
    /// What it adds to each place, in log-odds.
    weights: BTreeMap<&'static str, f32>,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
enum SpokenKind {
    Pattern,
    Gram,
}

/// A statement that was judged.
struct Judged {
    statement: String,
    text: Text,
    verdict: Verdict,
    ranking: Vec<(Place, u16)>,
}

pub(super) fn run(caller: &Caller, asked: Classify) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = if asked.json {
        as_json(caller, asked, &mut out)?
    } else {
        let statements = statements(caller).collect::<Result<Vec<String>, Failure>>()?;
        if statements.is_empty() {
            return Err(Failure::new(caller.locale.say("classify-nothing")));
        }
        let judged = statements.into_iter().map(|one| judge(caller, one));
        let sheet = Sheet::new(caller)?;
        if asked.explain {
            let mut pages = judged.map(|judged| sheet.explained(&judged));
            pages.try_for_each(|page| writeln!(out, "{page}"))
        } else {
            writeln!(out, "{}", sheet.overview(judged))
        }
    };
    match written.and_then(|()| out.flush()) {
        // A reader that has seen enough is no error.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::of(&error)),
        _ => Ok(()),
    }
}

/// The lines of stdin that say something.
fn statements(caller: &Caller) -> impl Iterator<Item = Result<String, Failure>> {
    let locale = caller.locale;
    let lines = (1_usize..).zip(io::stdin().lock().split(b'\n'));
    lines.filter_map(move |(number, line)| {
        let line = match line {
            Ok(line) => line,
            Err(error) => return Some(Err(Failure::of(&error))),
        };
        let Ok(line) = String::from_utf8(line) else {
            let said = locale.say_with("classify-not-utf8", &[("line", number.into())]);
            return Some(Err(Failure::new(said)));
        };
        let statement = clean(&line, Lines::One);
        (!statement.is_empty()).then_some(Ok(statement))
    })
}

fn judge(caller: &Caller, statement: String) -> Judged {
    let suggester = Suggester::shipped();
    let text = suggester.read(&statement, caller.asked_language);
    let verdict = suggester.judge(&statement, &text);
    Judged {
        ranking: verdict.ranking(),
        verdict,
        text,
        statement,
    }
}

/// Writes one object a line, each as soon as its statement was read. Whether it could be written is told apart from
/// what is wrong with a statement.
fn as_json(
    caller: &Caller,
    asked: Classify,
    out: &mut impl Write,
) -> Result<io::Result<()>, Failure> {
    for statement in statements(caller) {
        let judged = judge(caller, statement?);
        let line = serde_json::to_string(&judged.classified(asked.explain));
        let line = line.map_err(|error| Failure::of(&error))?;
        if let Err(error) = writeln!(out, "{line}") {
            return Ok(Err(error));
        }
    }
    Ok(Ok(()))
}

impl Judged {
    fn classified(&self, explain: bool) -> Classified<'_> {
        let alternatives: Vec<Alternative<'_>> = self
            .ranking
            .iter()
            .map(|(theme, share)| Alternative {
                theme,
                confidence: fraction(*share),
            })
            .collect();
        let nearest = explain
            .then(|| Suggester::shipped().nearest(&self.text))
            .flatten();
        let first = self.ranking.first();
        Classified {
            text: &self.statement,
            lang: self.verdict.language(),
            theme: first.map_or(&Place::None, |(place, _)| place),
            confidence: first.map_or(0.0, |(_, share)| fraction(*share)),
            second: second(&self.ranking),
            alternatives,
            because: &self.verdict.because,
            nearest: nearest.map(|example| example.text),
            spoke: if explain { self.spoke() } else { Vec::new() },
        }
    }

    /// Everything that spoke, what is loudest for the first place first.
    fn spoke(&self) -> Vec<Spoke> {
        let mut spoke: Vec<Spoke> = Vec::new();
        Suggester::shipped().listen(&self.text, &mut |utterance| {
            let words = utterance.words.iter().filter_map(|word| {
                let word = self.text.words.get(*word)?;
                self.statement.get(word.at.clone()).map(str::to_owned)
            });
            spoke.push(Spoke {
                kind: match utterance.kind {
                    Kind::Pattern => SpokenKind::Pattern,
                    Kind::Gram => SpokenKind::Gram,
                },
                what: utterance.what.to_owned(),
                words: words.collect(),
                weights: PLACES.into_iter().zip(utterance.weights).collect(),
            });
        });
        let first = self
            .ranking
            .first()
            .map_or(Place::NONE, |(place, _)| place.as_str());
        let loudness = |spoke: &Spoke| spoke.weights.get(first).copied().unwrap_or(0.0);
        spoke.sort_by(|left, right| loudness(right).total_cmp(&loudness(left)));
        spoke
    }
}

fn fraction(thousandths: u16) -> f64 {
    f64::from(thousandths) / 1_000.0
}

/// Tables for people, in their language.
struct Sheet {
    locale: Locale,
    rule: char,
    titles: BTreeMap<Place, String>,
}

impl Sheet {
    fn new(caller: &Caller) -> Result<Self, Failure> {
        let locale = caller.locale;
        let content = Content::shipped().map_err(|error| Failure::of(&error))?;
        let themes = content.themes.iter().map(|theme| {
            let title = theme.title.get(locale.language());
            (Place::Theme(theme.id.clone()), title.to_owned())
        });
        let none = (Place::None, locale.say("board-none"));
        Ok(Self {
            locale,
            rule: if caller.ascii { '-' } else { '─' },
            titles: themes.chain([none]).collect(),
        })
    }

    fn title(&self, place: &Place) -> String {
        let title = self.titles.get(place).cloned();
        title.unwrap_or_else(|| place.to_string())
    }

    /// One row a statement.
    fn overview(&self, judged: impl Iterator<Item = Judged>) -> Table {
        let heads = [
            "classify-theme",
            "classify-confidence",
            "classify-because",
            "classify-text",
        ];
        let mut table = self.table(heads.map(|head| self.locale.say(head)));
        if let Some(column) = table.column_mut(1) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        for one in judged {
            let confidence = one.ranking.first().map_or(0, |(_, share)| *share);
            let place = |at: usize| {
                let ranked = one.ranking.get(at);
                ranked.map_or_else(String::new, |(place, _)| self.title(place))
            };
            let theme = match Trust::of(confidence) {
                Trust::Sure | Trust::Probable => place(0),
                Trust::Open => {
                    let both = [("first", place(0).into()), ("second", place(1).into())];
                    self.locale.say_with("classify-open", &both)
                }
            };
            let words = one.verdict.because.join(", ");
            let statement = shortened(&one.statement);
            table.add_row(vec![theme, self.figure(confidence), words, statement]);
        }
        table
    }

    /// A page about one statement: its places, then everything that spoke.
    fn explained(&self, judged: &Judged) -> String {
        let mut page = format!("{}\n", shortened(&judged.statement));
        let language = judged.verdict.language();
        let language = self.locale.say(&format!("report-language-{language}"));
        let language = [("language", language.into())];
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "{}",
            self.locale.say_with("classify-language", &language)
        );
        if let Some(example) = Suggester::shipped().nearest(&judged.text) {
            let place = PLACES
                .get(example.place)
                .and_then(|place| place.parse().ok());
            let place = place.map_or_else(String::new, |place| self.title(&place));
            let said = [("text", example.text.into()), ("theme", place.into())];
            let _ = writeln!(page, "{}", self.locale.say_with("classify-nearest", &said));
        }
        for (place, share) in &judged.ranking {
            let (code, title) = (code(place.as_str()), self.title(place));
            let _ = writeln!(page, "{}  {code:<2}  {title}", self.figure(*share));
        }
        let places: Vec<&str> = judged
            .ranking
            .iter()
            .map(|(place, _)| place.as_str())
            .collect();
        let heads = ["classify-kind", "classify-spoke", "classify-in"];
        let heads = heads.map(|head| self.locale.say(head));
        let codes = places.iter().map(|place| code(place));
        let mut table = self.table(heads.into_iter().chain(codes));
        for spoke in judged.spoke() {
            let weights = places.iter().map(|place| {
                let weight = spoke.weights.get(place).copied().unwrap_or(0.0);
                // What adds or takes away less than can be written is left out.
                if weight.abs() < 0.005 {
                    return String::new();
                }
                let sign = if weight > 0.0 { "+" } else { "" };
                format!("{sign}{}", self.locale.fraction(f64::from(weight)))
            });
            let kind = self.locale.say(match spoke.kind {
                SpokenKind::Pattern => "classify-pattern",
                SpokenKind::Gram => "classify-gram",
            });
            let what = spoke.what.replace(' ', "·");
            let first = [kind, what, spoke.words.join(" ")];
            table.add_row(first.into_iter().chain(weights));
        }
        let _ = write!(page, "\n{table}\n");
        page
    }

    fn figure(&self, thousandths: u16) -> String {
        self.locale.fraction(fraction(thousandths))
    }

    fn table(&self, heads: impl IntoIterator<Item = String>) -> Table {
        let mut table = Table::new();
        // Only a line under the heads, as in a report.
        let style = TableStyle::new()
            .header_lines(ContentLineStyle::none())
            .header_separator(LineStyle::none().fill(self.rule).junction(self.rule))
            .content_lines(ContentLineStyle::none());
        table
            .load_style(style)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(width()).unwrap_or(u16::MAX))
            .set_header(heads);
        table
    }
}

/// A statement as far as a table holds it; what is written as JSON is whole.
fn shortened(statement: &str) -> String {
    match statement.char_indices().nth(Statement::LIMIT) {
        Some((end, _)) => format!("{}…", statement.get(..end).unwrap_or_default()),
        None => statement.to_owned(),
    }
}

/// The initials of a place, for a narrow column.
fn code(place: &str) -> String {
    place
        .split('-')
        .filter_map(|part| part.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}
