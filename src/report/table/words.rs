//! What things are called on the page: names from the plans and words of the reader's language, put together.

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
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub(super) report: &'a Report,
    pub(super) locale: Locale,
}

impl<'a> Words<'a> {
    pub(super) const fn new(report: &'a Report, locale: Locale) -> Self {
        Self { report, locale }
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.locale.say(key)
    }

    pub(super) fn with(&self, key: &str, variables: &[(&str, Value<'_>)]) -> String {
        self.locale.say_with(key, variables)
    }

    /// A message about a number of things.
    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.with(key, &[("count", count.into())])
    }

    /// Something, and what there is to say about it.
    pub(super) fn said(&self, label: &str, text: &str) -> String {
        self.with(
            "report-said",
            &[("label", label.into()), ("text", text.into())],
        )
    }

    /// A text of the content in the reader's language.
    pub(super) fn text<'t>(&self, text: &'t Localised) -> &'t str {
        text.get(self.locale.language())
    }

    pub(super) fn is_of_several(&self) -> bool {
        self.report.sessions.len() != 1
    }

    pub(super) fn scenario(&self, id: &ScenarioId) -> String {
        self.name(&self.report.scenarios, id, id.as_str())
    }

    /// A scenario at the head of a column, which says so when no group came to it.
    pub(super) fn scenario_head(&self, id: &ScenarioId) -> String {
        let name = self.scenario(id);
        if self.is_run(id) {
            name
        } else {
            self.with("report-not-run", &[("scenario", name.into())])
        }
    }

    pub(super) fn is_run(&self, id: &ScenarioId) -> bool {
        let mut sessions = self.report.sessions.iter();
        sessions.any(|session| session.scenarios_run.contains(id))
    }

    pub(super) fn persona(&self, id: &PersonaId) -> String {
        self.name(&self.report.personas, id, id.as_str())
    }

    pub(super) fn theme(&self, id: &ThemeId) -> String {
        self.name(&self.report.themes, id, id.as_str())
    }

    pub(super) fn row(&self, row: &Row) -> String {
        match row {
            Row::Theme(theme) => self.theme(theme),
            Row::None => self.say("report-none-of-the-themes"),
            Row::Unplaced => self.say("report-unplaced"),
        }
    }

    pub(super) fn place(&self, place: &Place) -> String {
        self.row(&Row::from(place))
    }

    pub(super) fn language(&self, language: Language) -> String {
        self.say(&format!("report-language-{language}"))
    }

    fn name<I: PartialEq>(&self, axis: &[Named<I>], id: &I, otherwise: &str) -> String {
        axis.iter()
            .find(|named| named.id == *id)
            .map(|named| self.text(&named.name))
            .filter(|name| !name.is_empty())
            .unwrap_or(otherwise)
            .to_owned()
    }

    /// An id, with the number of its session where there are several.
    pub(super) fn tag(&self, session: &SessionId, id: impl std::fmt::Display) -> String {
        let mut sessions = self.report.sessions.iter();
        match sessions.position(|known| known.id == *session) {
            Some(index) if self.is_of_several() => format!("{}/{id}", index + 1),
            _ => id.to_string(),
        }
    }

    /// A figure, or the sign that it is not told.
    pub(super) fn told(&self, figure: Option<impl std::fmt::Display>) -> String {
        figure.map_or_else(|| self.say("report-withheld"), |figure| figure.to_string())
    }

    /// A contribution in its words, and under them where they come from.
    pub(super) fn quote(&self, quote: &Quote) -> String {
        let mut origin = vec![
            self.locale.kind(quote.kind),
            self.scenario(&quote.scenario),
            match &quote.persona {
                Some(persona) => self.persona(persona),
                None if quote.persona_withheld => self.say("report-withheld-persona"),
                None => self.say("report-without-persona"),
            },
        ];
        if quote.source != Source::Typed {
            origin.push(self.locale.source(quote.source));
        }
        origin.extend(quote.author.as_ref().map(ToString::to_string));
        format!("{}\n({})", quote.text, origin.join(", "))
    }

    /// Part of a whole, in percent.
    pub(super) fn share(&self, part: u64, whole: u64) -> String {
        let percent = (part * 200 + whole).checked_div(whole * 2).unwrap_or(0);
        self.with("report-share", &[("percent", percent.into())])
    }

    /// A share in percent; of nothing there is none.
    pub(super) fn percent(&self, share: Option<f64>) -> String {
        let Some(share) = share else {
            return "-".to_owned();
        };
        let percent = format!("{:.0}", (share * 100.0 + 0.5).floor());
        self.with("report-share", &[("percent", percent.into())])
    }

    /// So many of so many.
    pub(super) fn of(&self, k: usize, of: usize) -> String {
        self.with("report-of", &[("k", k.into()), ("of", of.into())])
    }

    /// A fraction with two decimals, the way the reader's language writes it.
    pub(super) fn fraction(&self, value: f64) -> String {
        self.locale.fraction(value)
    }
}

/// Minutes and seconds.
pub(super) fn minutes(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The day and the hour and minute of a moment, in UTC.
pub(super) fn day_and_time(moment: Moment) -> (String, String) {
    let written = moment.to_string();
    let (day, time) = written.split_once('T').unwrap_or((&written, ""));
    let time: Vec<&str> = time.split(':').take(2).collect();
    (day.to_owned(), time.join(":"))
}
