//! What things are called on the page: names from the plans and words of the reader's language, put together.

use super::page::Quotation;
use crate::id::{PersonaId, ScenarioId, SessionId, ThemeId};
use crate::language::{Language, Localised};
use crate::locale::{Locale, Value};
use crate::moment::Moment;
use crate::report::entries::Quote;
use crate::report::matrix::Row;
use crate::report::{Named, Report};
use crate::vocabulary::Source;
use crate::workshop::entry::Place;

/// A report with the words to tell it.
#[derive(Debug, Clone, Copy)]
pub(in crate::report) struct Words<'a> {
    pub(in crate::report) report: &'a Report,
    pub(in crate::report) locale: Locale,
    /// What others called things stands between marks that keep its direction from the sentence around it.
    isolates: bool,
}

impl<'a> Words<'a> {
    pub(in crate::report) const fn new(report: &'a Report, locale: Locale) -> Self {
        Self {
            report,
            locale,
            isolates: false,
        }
    }

    /// The same words where sentences are laid out by a browser: a name written from right to left stays in its place.
    pub(in crate::report) const fn isolating(self) -> Self {
        Self {
            isolates: true,
            ..self
        }
    }

    /// The same words without such marks.
    pub(in crate::report) const fn plain(self) -> Self {
        Self {
            isolates: false,
            ..self
        }
    }

    /// What others called something, as it stands in a sentence.
    pub(in crate::report) fn own(&self, text: &str) -> String {
        if self.isolates {
            format!("\u{2068}{text}\u{2069}")
        } else {
            text.to_owned()
        }
    }

    pub(in crate::report) fn say(&self, key: &str) -> String {
        self.locale.say(key)
    }

    pub(in crate::report) fn with(&self, key: &str, variables: &[(&str, Value<'_>)]) -> String {
        self.locale.say_with(key, variables)
    }

    /// A message about a number of things.
    pub(in crate::report) fn count(&self, key: &str, count: usize) -> String {
        self.with(key, &[("count", count.into())])
    }

    /// Something, and what there is to say about it.
    pub(in crate::report) fn said(&self, label: &str, text: &str) -> String {
        self.with(
            "report-said",
            &[("label", label.into()), ("text", text.into())],
        )
    }

    /// A text of the content in the reader's language.
    pub(in crate::report) fn text<'t>(&self, text: &'t Localised) -> &'t str {
        text.get(self.locale.language())
    }

    pub(in crate::report) fn is_of_several(&self) -> bool {
        self.report.sessions.len() != 1
    }

    pub(in crate::report) fn scenario(&self, id: &ScenarioId) -> String {
        self.name(&self.report.scenarios, id, id.as_str())
    }

    /// A scenario at the head of a column, which says so when no group came to it.
    pub(in crate::report) fn scenario_head(&self, id: &ScenarioId) -> String {
        let name = self.scenario(id);
        if self.is_run(id) {
            name
        } else {
            self.with("report-not-run", &[("scenario", name.into())])
        }
    }

    pub(in crate::report) fn is_run(&self, id: &ScenarioId) -> bool {
        let mut sessions = self.report.sessions.iter();
        sessions.any(|session| session.scenarios_run.contains(id))
    }

    pub(in crate::report) fn persona(&self, id: &PersonaId) -> String {
        self.name(&self.report.personas, id, id.as_str())
    }

    pub(in crate::report) fn theme(&self, id: &ThemeId) -> String {
        self.name(&self.report.themes, id, id.as_str())
    }

    pub(in crate::report) fn row(&self, row: &Row) -> String {
        match row {
            Row::Theme(theme) => self.theme(theme),
            Row::None => self.say("report-none-of-the-themes"),
            Row::Unplaced => self.say("report-unplaced"),
        }
    }

    pub(in crate::report) fn place(&self, place: &Place) -> String {
        self.row(&Row::from(place))
    }

    pub(in crate::report) fn language(&self, language: Language) -> String {
        self.say(&format!("report-language-{language}"))
    }

    fn name<I: PartialEq>(&self, axis: &[Named<I>], id: &I, otherwise: &str) -> String {
        let name = axis
            .iter()
            .find(|named| named.id == *id)
            .map(|named| self.text(&named.name))
            .filter(|name| !name.is_empty());
        self.own(name.unwrap_or(otherwise))
    }

    /// The number of a session, where there are several.
    pub(in crate::report) fn number(&self, session: &SessionId) -> Option<String> {
        let mut sessions = self.report.sessions.iter();
        let place = sessions.position(|known| known.id == *session)?;
        self.is_of_several().then(|| (place + 1).to_string())
    }

    /// An id, with the number of its session where there are several.
    pub(in crate::report) fn tag(&self, session: &SessionId, id: impl std::fmt::Display) -> String {
        match self.number(session) {
            Some(number) => format!("{number}/{id}"),
            None => id.to_string(),
        }
    }

    /// A figure, or the sign that it is not told.
    pub(in crate::report) fn told(&self, figure: Option<impl std::fmt::Display>) -> String {
        figure.map_or_else(|| self.say("report-withheld"), |figure| figure.to_string())
    }

    /// A contribution in its words, and where they come from.
    pub(in crate::report) fn quote(&self, quote: &Quote) -> Quotation {
        let mut origin = vec![
            self.locale.kind(quote.kind),
            self.scenario(&quote.scenario),
            self.persona_of(quote),
        ];
        if quote.source != Source::Typed {
            origin.push(self.locale.source(quote.source));
        }
        let author = quote.author.as_ref();
        origin.extend(author.map(|author| self.own(author.as_str())));
        Quotation {
            text: quote.text.to_string(),
            language: Some(quote.language),
            origin,
        }
    }

    /// Whom a contribution speaks for, as far as that is told.
    pub(in crate::report) fn persona_of(&self, quote: &Quote) -> String {
        match &quote.persona {
            Some(persona) => self.persona(persona),
            None if quote.persona_withheld => self.say("report-withheld-persona"),
            None => self.say("report-without-persona"),
        }
    }

    /// Part of a whole, in percent.
    pub(in crate::report) fn share(&self, part: u64, whole: u64) -> String {
        let percent = (part * 200 + whole).checked_div(whole * 2).unwrap_or(0);
        self.with("report-share", &[("percent", percent.into())])
    }

    /// A share in percent; of nothing there is none.
    pub(in crate::report) fn percent(&self, share: Option<f64>) -> String {
        let Some(share) = share else {
            return "-".to_owned();
        };
        let percent = format!("{:.0}", (share * 100.0 + 0.5).floor());
        self.with("report-share", &[("percent", percent.into())])
    }

    /// So many of so many.
    pub(in crate::report) fn of(&self, k: usize, of: usize) -> String {
        self.with("report-of", &[("k", k.into()), ("of", of.into())])
    }

    /// A fraction with two decimals, the way the reader's language writes it.
    pub(in crate::report) fn fraction(&self, value: f64) -> String {
        self.locale.fraction(value)
    }
}

/// Minutes and seconds.
pub(in crate::report) fn minutes(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The day and the hour and minute of a moment, in UTC.
pub(in crate::report) fn day_and_time(moment: Moment) -> (String, String) {
    let written = moment.to_string();
    let (day, time) = written.split_once('T').unwrap_or((&written, ""));
    let time: Vec<&str> = time.split(':').take(2).collect();
    (day.to_owned(), time.join(":"))
}
