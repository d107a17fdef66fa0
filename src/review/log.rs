//! What happened to one contribution: who put it where, what the others said, in which group it went and what was
//! suggested. From the records of a journal where there are any, with their times; otherwise from what the saved
//! session keeps. People have a name in it only in a named session, and never a number.

use std::collections::BTreeMap;

use crate::id::{ContributionId, ParticipantId};
use crate::moment::Moment;
use crate::text::{Label, Name};
use crate::vocabulary::Anonymity;
use crate::workshop::entry::{Advisor, Contribution, Place, Placement, Sort};
use crate::workshop::suggestion::Suggestion;
use crate::workshop::{Event, Record, Revision, Workshop};

/// Who did something, as far as that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The facilitator.
    Facilitator,
    /// Somebody, by name.
    Named(Name),
    /// Somebody.
    Somebody,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// It was written.
    Written,
    /// It was worded anew. How it was worded before is not told.
    Edited,
    /// Its writer took it back.
    Withdrawn,
    /// Its writer gave it again.
    Restored,
    /// It was hidden.
    Hidden,
    /// It was shown again.
    Shown,
    /// It was put before everybody.
    Spotlit,
    /// The tool suggested a place.
    Suggested {
        /// The likeliest one.
        place: Place,
        /// How likely, in thousandths.
        confidence: u16,
        /// The words that spoke for it.
        because: Vec<Label>,
    },
    /// Somebody sorted it.
    Sorted {
        /// Where it belongs first.
        primary: Place,
        /// Where it belongs too.
        second: Option<Place>,
    },
    /// Somebody took their sort back.
    Unsorted,
    /// It was settled.
    Placed {
        /// Where it belongs first.
        primary: Place,
        /// Where it belongs too.
        second: Option<Place>,
        /// What was suggested for it then.
        suggested: Option<Given>,
    },
    /// It has no place any more.
    Unplaced,
    /// It was put together with others.
    Grouped {
        /// What the need is called.
        label: Option<Label>,
        /// How many say it.
        count: usize,
    },
    /// It stands by itself again.
    Ungrouped,
}

/// A suggestion as it stood when a place was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The place.
    pub place: Place,
    /// How likely, in thousandths, where that is known.
    pub confidence: Option<u16>,
    /// Whether the group or the tool suggested it.
    pub advisor: Advisor,
    /// It was taken over as it stood.
    pub is_accepted: bool,
}

/// One line of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// When, as far as that is told.
    pub at: Option<Moment>,
    /// Who.
    pub who: Who,
    /// What.
    pub deed: Deed,
    /// It takes something back that was done before.
    pub is_undone: bool,
}

/// The logs of all contributions that count.
#[must_use]
pub fn logs(workshop: &Workshop, records: &[Record]) -> BTreeMap<ContributionId, Vec<Line>> {
    let counted = workshop.contributions().values();
    let counted = counted.filter(|one| one.counts());
    let mut recorded = Recorder::over(workshop, records);
    counted
        .map(|one| {
            let log = recorded.logs.remove(&one.id);
            (one.id, log.unwrap_or_else(|| kept(workshop, one)))
        })
        .collect()
}

/// Reads records into logs.
struct Recorder<'a> {
    workshop: &'a Workshop,
    logs: BTreeMap<ContributionId, Vec<Line>>,
    grouped: BTreeMap<ContributionId, crate::id::GroupId>,
}

impl<'a> Recorder<'a> {
    fn over(workshop: &'a Workshop, records: &[Record]) -> Self {
        let mut recorder = Self {
            workshop,
            logs: BTreeMap::new(),
            grouped: BTreeMap::new(),
        };
        for record in records {
            recorder.hear(record);
        }
        recorder
    }

    /// A contribution whose writing is in no record, because the room opened again without its journal, has no log.
    fn put(&mut self, id: ContributionId, record: &Record, deed: Deed) {
        let who = who(self.workshop, record.by);
        // In an anonymous session what people did has no time of its own.
        let is_anonymous = self.workshop.plan().anonymity == Anonymity::Anonymous;
        let at = (!is_anonymous || who == Who::Facilitator).then_some(record.at);
        let line = Line {
            at,
            who,
            is_undone: matches!(record.revises, Some(Revision::Undoes(_))),
            deed,
        };
        if line.deed == Deed::Written {
            self.logs.insert(id, vec![line]);
        } else if let Some(log) = self.logs.get_mut(&id) {
            log.push(line);
        }
    }

    fn hear(&mut self, record: &Record) {
        match &record.event {
            Event::ContributionAdded { contribution } => {
                self.put(contribution.id, record, Deed::Written);
                if let Some(group) = contribution.group {
                    self.grouped.insert(contribution.id, group);
                }
            }
            Event::ContributionsPlaced { placements } => {
                for (id, placement) in placements {
                    self.put(*id, record, placed(placement.as_ref()));
                }
            }
            Event::GroupsChanged { .. } => self.grouped(record),
            Event::SuggestionsMade { places, .. } => {
                for (id, suggestion) in places {
                    if let Some(deed) = suggested(suggestion) {
                        self.put(*id, record, deed);
                    }
                }
            }
            Event::StepSealed { doings } => {
                for contribution in &doings.contributions {
                    self.put(contribution.id, record, Deed::Written);
                    if contribution.withdrawn {
                        self.put(contribution.id, record, Deed::Withdrawn);
                    }
                }
                for (id, sorts) in &doings.sorts {
                    for sort in sorts {
                        self.put(*id, record, sorted(Some(sort)));
                    }
                }
            }
            event => {
                if let Some((id, deed)) = of_one(event) {
                    self.put(id, record, deed);
                }
            }
        }
    }

    /// An event says what each group now is; who was in it before and is in none any more stands by itself.
    fn grouped(&mut self, record: &Record) {
        let Event::GroupsChanged { groups } = &record.event else {
            return;
        };
        let before = std::mem::take(&mut self.grouped);
        let untouched = before
            .iter()
            .filter(|(_, group)| !groups.contains_key(group));
        let mut now: BTreeMap<_, _> = untouched.map(|(id, group)| (*id, *group)).collect();
        for (group, members) in groups {
            for id in members.iter().flat_map(|members| &members.contributions) {
                now.insert(*id, *group);
            }
        }
        for (group, members) in groups {
            let Some(members) = members else { continue };
            for id in &members.contributions {
                let deed = Deed::Grouped {
                    label: members.label.clone(),
                    count: members.contributions.len(),
                };
                // A group that only grew is no news for those in it, unless it got another name.
                let is_same =
                    before.get(id) == Some(group) && self.last_label(*id) == members.label.as_ref();
                if !is_same {
                    self.put(*id, record, deed);
                }
            }
        }
        for id in before.keys().filter(|id| !now.contains_key(id)) {
            self.put(*id, record, Deed::Ungrouped);
        }
        self.grouped = now;
    }

    /// What the group was called when this contribution was last put in one.
    fn last_label(&self, id: ContributionId) -> Option<&Label> {
        let lines = self.logs.get(&id)?.iter().rev();
        let mut labels = lines.filter_map(|line| match &line.deed {
            Deed::Grouped { label, .. } => Some(label.as_ref()),
            _ => None,
        });
        labels.next().flatten()
    }
}

/// What an event says of one contribution, of those that say something of one only.
fn of_one(event: &Event) -> Option<(ContributionId, Deed)> {
    Some(match event {
        Event::ContributionEdited { contribution, .. } => (*contribution, Deed::Edited),
        Event::ContributionWithdrawn { contribution } => (*contribution, Deed::Withdrawn),
        Event::ContributionRestored { contribution, .. } => (*contribution, Deed::Restored),
        Event::ContributionHidden { contribution } => (*contribution, Deed::Hidden),
        Event::ContributionShown { contribution, .. } => (*contribution, Deed::Shown),
        Event::Spotlit { contribution } => ((*contribution)?, Deed::Spotlit),
        Event::ContributionSorted {
            contribution, sort, ..
        } => (*contribution, sorted(sort.as_ref())),
        Event::ContributionAdded { .. }
        | Event::ContributionsPlaced { .. }
        | Event::GroupsChanged { .. }
        | Event::SuggestionsMade { .. }
        | Event::WorkshopOpened { .. }
        | Event::ParticipantJoined { .. }
        | Event::ParticipantLeft { .. }
        | Event::StepEntered { .. }
        | Event::TimerSet { .. }
        | Event::PersonasAssigned { .. }
        | Event::CardsPlayed { .. }
        | Event::BallotCast { .. }
        | Event::HandsCounted { .. }
        | Event::ParkingChanged { .. }
        | Event::RecommendationChanged { .. }
        | Event::Reflected { .. }
        | Event::PersonaAdded { .. }
        | Event::ThemeProposed { .. }
        | Event::WordTaught { .. }
        | Event::StepSealed { .. }
        | Event::WorkshopClosed { .. } => return None,
    })
}

/// The name of whoever did it, where the session is named.
fn who(workshop: &Workshop, by: Option<ParticipantId>) -> Who {
    match by {
        Some(ParticipantId::FACILITATOR) => Who::Facilitator,
        Some(id) if workshop.is_named() => {
            let person = workshop.participants().get(&id);
            let name = person.and_then(|person| person.name.clone());
            name.map_or(Who::Somebody, Who::Named)
        }
        _ => Who::Somebody,
    }
}

fn sorted(sort: Option<&Sort>) -> Deed {
    sort.map_or(Deed::Unsorted, |sort| Deed::Sorted {
        primary: sort.primary.clone(),
        second: sort.second.clone(),
    })
}

fn placed(placement: Option<&Placement>) -> Deed {
    placement.map_or(Deed::Unplaced, |placement| Deed::Placed {
        primary: placement.primary.clone(),
        second: placement.second.clone(),
        suggested: placement.suggested.clone().map(|place| Given {
            place,
            confidence: placement.confidence,
            // In records from before the tool suggested, it was the group.
            advisor: placement.advisor.unwrap_or(Advisor::Group),
            is_accepted: placement.accepted,
        }),
    })
}

fn suggested(suggestion: &Suggestion) -> Option<Deed> {
    let first = suggestion.first()?;
    Some(Deed::Suggested {
        place: first.place.clone(),
        confidence: first.confidence,
        because: suggestion.because.clone(),
    })
}

/// What a saved session keeps of it, without the times between.
fn kept(workshop: &Workshop, one: &Contribution) -> Vec<Line> {
    let line = |at, who, deed| Line {
        at,
        who,
        deed,
        is_undone: false,
    };
    let mut log = vec![line(one.at, who(workshop, one.participant), Deed::Written)];
    let suggestion = one.suggestion.as_deref().and_then(suggested);
    log.extend(suggestion.map(|deed| line(None, Who::Somebody, deed)));
    for sort in &one.sorts {
        log.push(line(None, who(workshop, sort.by), sorted(Some(sort))));
    }
    let groups = workshop.groups();
    let group = groups.iter().find(|group| Some(group.id) == one.group);
    log.extend(group.map(|group| {
        let deed = Deed::Grouped {
            label: group.label.clone(),
            count: group.contributions.len(),
        };
        line(None, Who::Facilitator, deed)
    }));
    if let Some(placement) = &one.placement {
        let by = who(workshop, Some(placement.by));
        log.push(line(None, by, placed(Some(placement))));
    }
    log
}
