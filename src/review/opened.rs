//! Sessions that were opened together: the report over them, and what stands behind each contribution it quotes. The
//! workshops themselves are not kept.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Stamp;
use super::log::{self, Line};
use crate::id::{ContributionId, SessionId};
use crate::report::comparison::{Comparison, GroupBy, split};
use crate::report::entries::Quote;
use crate::report::{Options, Report};
use crate::suggester::model::Model;
use crate::text::Label;
use crate::workshop::entry::{Tally, Visit};
use crate::workshop::plan::Prompt;
use crate::workshop::suggestion::Suggestion;
use crate::workshop::{Record, Workshop};

/// A contribution, among those of all sessions.
pub type Key = (SessionId, ContributionId);

/// A session as it was read.
#[derive(Debug)]
pub struct Source {
    /// The file.
    pub path: PathBuf,
    /// What it was like.
    pub stamp: Stamp,
    /// What is in it.
    pub workshop: Workshop,
    /// The records that made it; none where only the saved session is there.
    pub records: Vec<Record>,
    /// What is wrong with the files, where it can be read all the same.
    pub warning: Option<String>,
}

/// What stands behind a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// The prompt that was shown.
    pub prompt: Option<Prompt>,
    /// How many people put it where.
    pub tally: Tally,
    /// What the tool would make of it.
    pub suggestion: Option<Suggestion>,
    /// What the need is called that it was put to.
    pub label: Option<Label>,
    /// What happened to it, first things first.
    pub log: Vec<Line>,
}

/// The visits of one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// The session.
    pub session: SessionId,
    /// What happened on its agenda, and when.
    pub visits: Vec<Visit>,
}

/// Sessions that were opened together.
#[derive(Debug)]
pub struct Opened {
    /// The files, with what they were like.
    pub files: Vec<(PathBuf, Stamp)>,
    /// The report over them.
    pub report: Report,
    /// How each of them went.
    pub courses: Vec<Course>,
    /// What is wrong with the files, where they can be read all the same.
    pub warnings: Vec<String>,
    /// How they compare; only of several.
    pub comparison: Option<Comparison>,
    details: BTreeMap<Key, Detail>,
}

impl Opened {
    /// Opens these together. A session that was named twice counts once, as it is where it holds more.
    #[must_use]
    pub fn of(sources: Vec<Source>, model: &Model) -> Self {
        let files = sources.iter().map(|one| (one.path.clone(), one.stamp));
        let files = files.collect();
        let warnings = sources.iter().filter_map(|one| one.warning.clone());
        let warnings = warnings.collect();
        let mut kept: Vec<Source> = Vec::new();
        for source in sources {
            let id = &source.workshop.plan().id;
            match kept.iter_mut().find(|one| one.workshop.plan().id == *id) {
                Some(known) if known.workshop.seq() < source.workshop.seq() => *known = source,
                Some(_) => {}
                None => kept.push(source),
            }
        }
        let workshops: Vec<&Workshop> = kept.iter().map(|one| &one.workshop).collect();
        let report = Report::of(&workshops, Options::default());
        let course = |source: &Source| Course {
            session: source.workshop.plan().id.clone(),
            visits: source.workshop.timeline().to_vec(),
        };
        Self {
            files,
            courses: kept.iter().map(course).collect(),
            details: kept.iter().flat_map(details).collect(),
            report,
            warnings,
            comparison: compare(kept, model),
        }
    }

    /// What stands behind a contribution.
    #[must_use]
    pub fn detail(&self, key: &Key) -> Option<&Detail> {
        self.details.get(key)
    }

    /// A contribution that counts.
    #[must_use]
    pub fn quote(&self, key: &Key) -> Option<&Quote> {
        let mut quotes = self.report.contributions.iter();
        quotes.find(|quote| quote.session == key.0 && quote.contribution == key.1)
    }
}

/// Holds sessions against each other, where there are several.
fn compare(kept: Vec<Source>, model: &Model) -> Option<Comparison> {
    let workshops: Vec<Workshop> = kept.into_iter().map(|one| one.workshop).collect();
    let parts = split(workshops, GroupBy::Session);
    (parts.len() > 1).then(|| Comparison::of(&parts, GroupBy::Session, model))
}

/// What a contribution is known by.
#[must_use]
pub fn key(quote: &Quote) -> Key {
    (quote.session.clone(), quote.contribution)
}

fn details(source: &Source) -> BTreeMap<Key, Detail> {
    let workshop = &source.workshop;
    let labels: BTreeMap<_, _> = workshop
        .groups()
        .into_iter()
        .filter_map(|group| Some((group.id, group.label?)))
        .collect();
    let logs = log::logs(workshop, &source.records);
    logs.into_iter()
        .filter_map(|(id, log)| {
            let one = workshop.contributions().get(&id)?;
            let prompt = one
                .prompt
                .as_ref()
                .and_then(|id| workshop.plan().prompt(id));
            let detail = Detail {
                prompt: prompt.cloned(),
                tally: one.count_sorts(),
                suggestion: one.suggestion.as_deref().cloned(),
                label: one.group.and_then(|group| labels.get(&group).cloned()),
                log,
            };
            Some(((workshop.plan().id.clone(), id), detail))
        })
        .collect()
}
