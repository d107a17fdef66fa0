//! What stands side by side: whole sessions, or what one group of people did in them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::id::{ParticipantId, SessionId};
use crate::report::session;
use crate::report::withheld::is_anonymous;
use crate::text::{self, Name, Title};
use crate::vocabulary::OrganisationKind;
use crate::workshop::Workshop;
use crate::workshop::entry::VoteResult;
use crate::workshop::proceedings::Proceedings;

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupBy {
    /// A session.
    Session,
    /// The people of an organisation.
    Organisation,
    /// The people of a kind of organisation.
    Sector,
    /// The sessions opened in a year.
    Year,
    /// The sessions with a tag; one with several stands in several columns.
    Tag,
}

/// Whose figures a column holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Everybody in this session.
    Session(SessionId, Title),
    /// The people of this organisation.
    Organisation(Name),
    /// The people of this kind of organisation.
    Sector(OrganisationKind),
    /// Everybody in the sessions of this year.
    Year(String),
    /// Everybody in the sessions with this tag.
    Tag(Name),
    /// The rest: nobody said, or the record does not tell who it was, as in every anonymous session.
    Unknown,
}

/// What becomes one column.
#[derive(Debug, Clone)]
pub struct Part {
    /// Whose it is.
    pub who: Who,
    /// What they did, each session by itself.
    pub workshops: Vec<Workshop>,
}

/// Takes sessions apart into columns, in the order of their names; what belongs nowhere comes last.
#[must_use]
pub fn split(workshops: Vec<Workshop>, by: GroupBy) -> Vec<Part> {
    let mut parts: BTreeMap<(bool, String), Part> = BTreeMap::new();
    for (index, workshop) in workshops.into_iter().enumerate() {
        for (key, who, workshop) in pieces(workshop, by, index) {
            let key = (who == Who::Unknown, key);
            let part = parts.entry(key).or_insert_with(|| Part {
                who,
                workshops: Vec::new(),
            });
            part.workshops.push(workshop);
        }
    }
    parts.into_values().collect()
}

fn pieces(workshop: Workshop, by: GroupBy, index: usize) -> Vec<(String, Who, Workshop)> {
    let plan = workshop.plan();
    match by {
        GroupBy::Session => {
            let who = Who::Session(plan.id.clone(), plan.title.clone());
            vec![(format!("{index:09}"), who, workshop)]
        }
        GroupBy::Year => {
            let time = workshop.opened_at().to_string();
            let year: String = time.chars().take(4).collect();
            vec![(year.clone(), Who::Year(year), workshop)]
        }
        GroupBy::Tag if plan.tags.is_empty() => {
            vec![(String::new(), Who::Unknown, workshop)]
        }
        GroupBy::Tag => {
            let tags: BTreeMap<String, Name> = plan
                .tags
                .iter()
                .map(|tag| (text::fold(tag.as_str()), tag.clone()))
                .collect();
            let tags = tags.into_iter();
            tags.map(|(key, tag)| (key, Who::Tag(tag), workshop.clone()))
                .collect()
        }
        // What few people said in an anonymous session stands apart from nobody else's.
        GroupBy::Organisation | GroupBy::Sector if is_anonymous(&workshop) => {
            vec![(String::new(), Who::Unknown, workshop)]
        }
        GroupBy::Organisation | GroupBy::Sector => of_people(&workshop, by),
    }
}

fn of_people(workshop: &Workshop, by: GroupBy) -> Vec<(String, Who, Workshop)> {
    let mut groups: BTreeMap<String, (Who, BTreeSet<ParticipantId>)> = BTreeMap::new();
    let mut placed = BTreeSet::new();
    for participant in session::seats(workshop) {
        let found = match by {
            GroupBy::Organisation => participant
                .organisation
                .as_ref()
                .map(|name| (text::fold(name.as_str()), Who::Organisation(name.clone()))),
            _sector => participant
                .kind
                .map(|kind| (kind.as_str().to_owned(), Who::Sector(kind))),
        };
        if let Some((key, who)) = found {
            placed.insert(participant.id);
            let group = groups.entry(key).or_insert_with(|| (who, BTreeSet::new()));
            group.1.insert(participant.id);
        }
    }
    let mut pieces: Vec<(String, Who, Workshop)> = groups
        .into_iter()
        .map(|(key, (who, people))| {
            let own = only(workshop, |one| one.is_some_and(|one| people.contains(&one)));
            (key, who, own)
        })
        .collect();
    let rest = only(workshop, |one| one.is_none_or(|one| !placed.contains(&one)));
    let is_empty =
        session::seats(&rest).next().is_none() && session::counted(&rest).next().is_none();
    if !is_empty {
        pieces.push((String::new(), Who::Unknown, rest));
    }
    pieces
}

/// The workshop as if only these people had been in it. What was put where stays as the whole group settled it.
fn only(workshop: &Workshop, keep: impl Fn(Option<ParticipantId>) -> bool) -> Workshop {
    let mut record = Proceedings::of(workshop);
    record.participants.retain(|one| keep(Some(one.id)));
    record.assignments.retain(|one| keep(Some(one.participant)));
    record.contributions.retain(|one| keep(one.participant));
    for contribution in &mut record.contributions {
        contribution.sorts.retain(|sort| keep(sort.by));
    }
    record.votes.retain(|vote| keep(vote.participant));
    if record.vote_result.is_some() {
        let ballots: BTreeSet<_> = record.votes.iter().map(|vote| vote.ballot).collect();
        let mut result = VoteResult {
            ballots: u32::try_from(ballots.len()).unwrap_or(u32::MAX),
            ..VoteResult::default()
        };
        for theme in &workshop.plan().themes {
            let votes = record.votes.iter();
            let own = votes.filter(|vote| vote.theme.as_ref() == Some(&theme.id));
            let dots = own.map(|vote| u32::from(vote.dots)).sum();
            result.dots.insert(theme.id.clone(), dots);
        }
        record.vote_result = Some(result);
    }
    record.into_workshop(workshop.plan().clone(), None)
}
