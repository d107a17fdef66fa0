//! What a session is about, in short: what stands in a list, and every text a report would tell, to be found by. A
//! digest is small, so that a thousand of them fit where one workshop does.

use crate::id::SessionId;
use crate::moment::Moment;
use crate::report::{Options, Report};
use crate::text::{Title, fold};
use crate::vocabulary::Anonymity;
use crate::workshop::Workshop;

/// A session in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Its id.
    pub id: SessionId,
    /// What it is called.
    pub title: Title,
    /// When the room opened.
    pub opened_at: Moment,
    /// When it ended; none while it goes on.
    pub closed_at: Option<Moment>,
    /// How much is recorded about people.
    pub anonymity: Anonymity,
    /// Where people come from.
    pub organisations: Vec<String>,
    /// What the organiser finds it back by.
    pub tags: Vec<String>,
    /// How many people took part.
    pub participants: usize,
    /// So few that figures say little.
    pub is_small: bool,
    /// Contributions that count.
    pub contributions: usize,
    /// Contributions that do not.
    pub left_out: usize,
    /// Scenarios the group came to.
    pub scenarios_run: usize,
    /// What that is out of.
    pub scenarios_of: usize,
    /// Whether something was taken out of it afterwards; its original may stand beside it under the same title.
    pub is_redacted: bool,
    /// Whether the names of organisations were.
    pub organisations_redacted: bool,
    /// What is wrong with the files, where it can be read all the same.
    pub warning: Option<String>,
    /// Title, organisations and tags, folded.
    head: String,
    /// Every text a report tells, folded, one a line.
    texts: String,
}

impl Digest {
    /// What there is to say about a workshop.
    #[must_use]
    pub fn of(workshop: &Workshop) -> Self {
        // The report decides what may be told; here it is only made shorter.
        let report = Report::of(&[workshop], Options::default());
        let session = report.sessions.first();
        let organisations = session.map_or_else(Vec::new, |session| {
            let names = session.organisations.iter();
            names.map(|one| one.name.to_string()).collect()
        });
        let tags: Vec<String> = workshop.plan().tags.iter().map(text_of).collect();
        let title = workshop.plan().title.clone();
        let head = [text_of(&title), text_of(&workshop.plan().id)];
        let head = head.iter().chain(&organisations).chain(&tags);
        Self {
            head: lines_of(head.map(String::as_str)),
            texts: lines_of(texts(&report)),
            id: workshop.plan().id.clone(),
            title,
            opened_at: workshop.opened_at(),
            closed_at: workshop.closed_at(),
            anonymity: workshop.plan().anonymity,
            tags,
            participants: report.denominators.participants,
            is_small: session.is_some_and(|session| session.small),
            contributions: report.denominators.contributions,
            left_out: report.left_out.total(),
            scenarios_run: session.map_or(0, |session| session.scenarios_run.len()),
            scenarios_of: session.map_or(0, |session| session.scenarios_of),
            organisations,
            organisations_redacted: session.is_some_and(|session| session.organisations_redacted),
            is_redacted: !workshop.plan().redacted.is_empty(),
            warning: None,
        }
    }

    /// Title, organisations and tags, folded.
    #[must_use]
    pub fn head(&self) -> &str {
        &self.head
    }

    /// Every text a report tells, folded, one a line.
    #[must_use]
    pub fn texts(&self) -> &str {
        &self.texts
    }
}

fn text_of(text: &impl ToString) -> String {
    text.to_string()
}

/// Folded texts, one a line.
fn lines_of<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.map(fold).collect::<Vec<_>>().join("\n")
}

/// Every text of a report that somebody typed.
fn texts(report: &Report) -> impl Iterator<Item = &str> {
    let said = report.contributions.iter().map(|one| one.text.as_str());
    let groups = report.groups.iter();
    let labels = groups.filter_map(|group| group.label.as_ref().map(AsRef::as_ref));
    let parked = report.parking.iter().map(|one| one.text.as_str());
    let recommended = report.recommendations.iter();
    let answers = report.reflections.iter().flat_map(|one| &one.answers);
    let words = report.taught.iter().map(|one| one.word.as_str());
    said.chain(labels)
        .chain(parked)
        .chain(recommended.map(|one| one.text.as_str()))
        .chain(answers.map(|one| one.text.as_str()))
        .chain(words)
}
