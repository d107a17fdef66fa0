//! What things of a report are called, in the reader's language.

use super::leaf::Room;
use crate::id::{PersonaId, ScenarioId, SessionId};
use crate::locale::Locale;
use crate::moment::Moment;
use crate::report::entries::Quote;
use crate::report::matrix::Row;
use crate::report::{Named, Report};
use crate::vocabulary::Source;
use crate::workshop::entry::Place;

/// A report with the words to tell it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) report: &'a Report,
    pub(super) locale: Locale,
}

impl<'a> Names<'a> {
    pub(super) const fn of(report: &'a Report, room: &Room<'_>) -> Self {
        Self {
            report,
            locale: room.locale,
        }
    }

    fn name<I: PartialEq>(&self, axis: &[Named<I>], id: &I) -> Option<String> {
        let found = axis.iter().find(|named| named.id == *id)?;
        let name = found.name.get(self.locale.language());
        (!name.is_empty()).then(|| name.to_owned())
    }

    pub(super) fn scenario(&self, id: &ScenarioId) -> String {
        let name = self.name(&self.report.scenarios, id);
        name.unwrap_or_else(|| id.to_string())
    }

    /// A scenario at the head of a column, which says so when no group came to it.
    pub(super) fn scenario_head(&self, id: &ScenarioId) -> String {
        let name = self.scenario(id);
        let mut sessions = self.report.sessions.iter();
        if sessions.any(|session| session.scenarios_run.contains(id)) {
            return name;
        }
        let scenario = [("scenario", name.into())];
        self.locale.say_with("report-not-run", &scenario)
    }

    pub(super) fn persona(&self, id: &PersonaId) -> String {
        let name = self.name(&self.report.personas, id);
        name.unwrap_or_else(|| id.to_string())
    }

    pub(super) fn row(&self, row: &Row) -> String {
        match row {
            Row::Theme(id) => {
                let name = self.name(&self.report.themes, id);
                name.unwrap_or_else(|| id.to_string())
            }
            Row::None => self.locale.say("report-none-of-the-themes"),
            Row::Unplaced => self.locale.say("report-unplaced"),
        }
    }

    pub(super) fn place(&self, place: &Place) -> String {
        self.row(&Row::from(place))
    }

    /// A place, and the one it belongs to as well.
    pub(super) fn places(&self, primary: &Place, second: Option<&Place>) -> String {
        let first = self.place(primary);
        match second {
            Some(second) => format!("{first} + {}", self.place(second)),
            None => first,
        }
    }

    /// An id, with the number of its session where there are several.
    pub(super) fn tag(&self, session: &SessionId, id: impl std::fmt::Display) -> String {
        let mut sessions = self.report.sessions.iter();
        match sessions.position(|known| known.id == *session) {
            Some(index) if self.report.sessions.len() > 1 => format!("{}/{id}", index + 1),
            _ => id.to_string(),
        }
    }

    /// Where a contribution comes from: what it is, where it was written and by whom, as far as that is told.
    pub(super) fn origin(&self, quote: &Quote) -> String {
        let mut origin = vec![
            self.locale.kind(quote.kind),
            self.scenario(&quote.scenario),
            match &quote.persona {
                Some(persona) => self.persona(persona),
                None if quote.persona_withheld => self.locale.say("report-withheld-persona"),
                None => self.locale.say("report-without-persona"),
            },
        ];
        if quote.source != Source::Typed {
            origin.push(self.locale.source(quote.source));
        }
        origin.extend(quote.author.as_ref().map(ToString::to_string));
        origin.join(", ")
    }

    /// Where it was put.
    pub(super) fn settled(&self, quote: &Quote) -> String {
        match &quote.primary {
            Some(primary) => self.places(primary, quote.second.as_ref()),
            None => self.locale.say("report-unplaced"),
        }
    }

    /// Thousandths, in percent.
    pub(super) fn percent(&self, thousandths: u16) -> String {
        let percent = u32::from(thousandths).saturating_add(5) / 10;
        self.locale
            .say_with("report-share", &[("percent", percent.into())])
    }
}

/// The day of a moment, in UTC.
pub(super) fn day(moment: Moment) -> String {
    let written = moment.to_string();
    written.split('T').next().unwrap_or_default().to_owned()
}

/// The hour, minute and second of a moment, in UTC.
pub(super) fn time(moment: Moment) -> String {
    let written = moment.to_string();
    let time = written.split('T').nth(1).unwrap_or_default();
    time.split('.').next().unwrap_or_default().to_owned()
}
