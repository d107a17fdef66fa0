//! Which needs are said in all columns and which in one only. What says the same is found as within a session.

use serde::Serialize;

use super::split::Part;
use crate::id::{ContributionId, SessionId};
use crate::report::session::counted;
use crate::suggester::alike::alike;
use crate::suggester::model::Model;
use crate::text::Statement;
use crate::workshop::suggestion::Likeness;

/// More texts are not held against each other: it would take too long.
const MOST: usize = 5_000;

/// What is shared and what is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Needs {
    /// Said in every column.
    pub in_all: Vec<Need>,
    /// Said more than once, in one column only.
    pub in_one: Vec<Need>,
    /// For each column, how many of its contributions say what no other column says, those of `in_one` included.
    pub only_here: Vec<usize>,
    /// What that is out of.
    pub of: Vec<usize>,
}

/// One need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Need {
    /// In the words of the first who said it.
    pub text: Statement,
    /// How often it was said in each column.
    pub columns: Vec<usize>,
    /// Where.
    pub contributions: Vec<(SessionId, ContributionId)>,
}

struct Said<'a> {
    column: usize,
    session: &'a SessionId,
    id: ContributionId,
    text: &'a Statement,
}

impl Needs {
    pub(super) fn of(parts: &[Part], is_known: &[bool], model: &Model) -> Option<Self> {
        let said: Vec<Said<'_>> = parts
            .iter()
            .enumerate()
            .flat_map(|(column, part)| {
                part.workshops.iter().flat_map(move |workshop| {
                    counted(workshop).map(move |one| Said {
                        column,
                        session: &workshop.plan().id,
                        id: one.id,
                        text: &one.text,
                    })
                })
            })
            .collect();
        if said.len() > MOST {
            return None;
        }
        // Two sessions number their contributions alike, so that here each has a number of its own.
        let texts: Vec<(ContributionId, &str)> = (0..)
            .zip(&said)
            .map(|(number, one)| (ContributionId(number), one.text.as_str()))
            .collect();
        let same = alike(&texts, model);
        let needs = same.iter().filter(|found| found.is_same());
        Some(Self::from(is_known, &said, needs))
    }

    fn from<'a>(
        is_known: &[bool],
        said: &[Said<'_>],
        same: impl Iterator<Item = &'a Likeness>,
    ) -> Self {
        let width = is_known.len();
        let mut needs = Self {
            in_all: Vec::new(),
            in_one: Vec::new(),
            only_here: vec![0; width],
            of: vec![0; width],
        };
        for one in said {
            for count in [&mut needs.of, &mut needs.only_here] {
                if let Some(count) = count.get_mut(one.column) {
                    *count += 1;
                }
            }
        }
        for likeness in same {
            let numbers = likeness.contributions.iter();
            let members: Vec<&Said<'_>> = numbers
                .filter_map(|id| said.get(usize::try_from(id.0).ok()?))
                .collect();
            needs.add(is_known, &members);
        }
        let often = |need: &Need| std::cmp::Reverse(need.contributions.len());
        needs.in_all.sort_by_key(often);
        needs.in_one.sort_by_key(often);
        needs
    }

    fn add(&mut self, is_known: &[bool], members: &[&Said<'_>]) {
        let Some(first) = members.first() else { return };
        let mut columns = vec![0; is_known.len()];
        for one in members {
            if let Some(count) = columns.get_mut(one.column) {
                *count += 1;
            }
        }
        let found = columns.iter().filter(|count| **count > 0).count();
        if found > 1 {
            for (only, count) in self.only_here.iter_mut().zip(&columns) {
                *only -= count;
            }
        }
        // What nobody knows the origin of neither makes a need common nor keeps it from being so.
        let known = || columns.iter().zip(is_known).filter(|(_, known)| **known);
        let width = known().count();
        let is_in_all = width > 1 && known().all(|(count, _)| *count > 0);
        let need = Need {
            text: first.text.clone(),
            columns,
            contributions: members
                .iter()
                .map(|one| (one.session.clone(), one.id))
                .collect(),
        };
        if is_in_all {
            self.in_all.push(need);
        } else if found == 1 {
            self.in_one.push(need);
        }
    }
}
