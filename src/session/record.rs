//! Whether a record holds together with its plan: everything it speaks of is there, each id is given once, and a
//! contribution and its group agree. Rules of the workshop are not asked again: a record says what happened.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{once, prompt_ids, way};
use crate::content::{FileError, Node, Problem, Seg, Thing};
use crate::id::{ContributionId, GroupId, ParticipantId};
use crate::workshop::entry::{Contribution, Place};
use crate::workshop::plan::Plan;
use crate::workshop::proceedings::Proceedings;

pub(super) fn check(plan: &Plan, record: &Proceedings, tree: &Node<'_>) -> Result<(), FileError> {
    each_once(record, tree)?;
    let check = Check::new(plan, record, tree);
    check.people(record)?;
    for (index, contribution) in record.contributions.iter().enumerate() {
        check.contribution(index, contribution)?;
    }
    check.groups(record)?;
    check.sorting(record)?;
    check.votes(record)?;
    check.closing(record)
}

/// Every id is given once.
fn each_once(record: &Proceedings, tree: &Node<'_>) -> Result<(), FileError> {
    let participants = record.participants.iter().map(|found| found.id);
    once(tree, Thing::Participant, participants, "participants", "id")?;
    let contributions = record.contributions.iter().map(|found| found.id);
    once(
        tree,
        Thing::Contribution,
        contributions,
        "contributions",
        "id",
    )?;
    let groups = record.groups.iter().map(|found| found.id);
    once(tree, Thing::Group, groups, "groups", "id")?;
    let parking = record.parking.iter().map(|found| found.id);
    once(tree, Thing::Parking, parking, "parking", "id")?;
    let recommendations = record.recommendations.iter().map(|found| found.id);
    once(
        tree,
        Thing::Recommendation,
        recommendations,
        "recommendations",
        "id",
    )?;
    let reflections = record.reflections.iter().map(|found| found.id);
    once(tree, Thing::Reflection, reflections, "reflections", "id")?;
    let played = record
        .cards_played
        .iter()
        .map(|found| found.scenario.as_str());
    once(tree, Thing::Scenario, played, "cards_played", "scenario")?;
    let slices = record.slices.iter().map(|found| found.participant);
    once(tree, Thing::Participant, slices, "slices", "participant")?;
    let assignments = record
        .assignments
        .iter()
        .map(|found| format!("{} {}", found.scenario, found.participant));
    once(
        tree,
        Thing::Assignment,
        assignments,
        "assignments",
        "participant",
    )?;
    let votes = record.votes.iter().map(|vote| {
        let theme = vote
            .theme
            .as_ref()
            .map_or(Place::NONE, |theme| theme.as_str());
        format!("{} {theme}", vote.ballot)
    });
    once(tree, Thing::Vote, votes, "votes", "theme")
}

struct Check<'a> {
    tree: &'a Node<'a>,
    scenarios: BTreeSet<&'a str>,
    personas: BTreeSet<&'a str>,
    themes: BTreeSet<&'a str>,
    cards: BTreeSet<&'a str>,
    prompts: BTreeSet<&'a str>,
    challenges: BTreeSet<&'a str>,
    steps: BTreeSet<&'a str>,
    participants: BTreeSet<ParticipantId>,
    contributions: BTreeMap<ContributionId, Option<GroupId>>,
    groups: BTreeSet<GroupId>,
}

type Checked = Result<(), FileError>;

impl<'a> Check<'a> {
    fn new(plan: &'a Plan, record: &Proceedings, tree: &'a Node<'a>) -> Self {
        let mut participants: BTreeSet<_> = record.participants.iter().map(|one| one.id).collect();
        // The facilitator has a seat and is not on the list.
        participants.insert(ParticipantId::FACILITATOR);
        Self {
            tree,
            scenarios: plan.scenarios.iter().map(|one| one.id.as_str()).collect(),
            personas: plan.personas.iter().map(|one| one.id.as_str()).collect(),
            themes: plan.themes.iter().map(|one| one.id.as_str()).collect(),
            cards: plan.cards.iter().map(|one| one.id.as_str()).collect(),
            prompts: prompt_ids(plan).collect(),
            challenges: plan.challenges.iter().map(|one| one.id.as_str()).collect(),
            steps: plan.agenda.iter().map(|one| one.id.as_str()).collect(),
            participants,
            contributions: record
                .contributions
                .iter()
                .map(|one| (one.id, one.group))
                .collect(),
            groups: record.groups.iter().map(|one| one.id).collect(),
        }
    }

    fn slug(&self, what: Thing, id: &str, path: &[Seg<'_>]) -> Checked {
        let known = match what {
            Thing::Scenario => &self.scenarios,
            Thing::Persona => &self.personas,
            Thing::Card => &self.cards,
            Thing::Prompt => &self.prompts,
            Thing::Challenge => &self.challenges,
            Thing::Step => &self.steps,
            _ => &self.themes,
        };
        if known.contains(id) {
            return Ok(());
        }
        let known: Vec<&str> = known.iter().copied().collect();
        Err(self
            .tree
            .locate(path)
            .says(Problem::unknown(what, id, &known)))
    }

    fn place(&self, place: Option<&Place>, path: &[Seg<'_>]) -> Checked {
        match place.and_then(Place::theme) {
            Some(theme) => self.slug(Thing::Theme, theme.as_str(), path),
            None => Ok(()),
        }
    }

    fn absent(&self, what: Thing, id: &str, path: &[Seg<'_>]) -> FileError {
        self.tree.locate(path).says(Problem::unknown(what, id, &[]))
    }

    fn participant(&self, id: Option<ParticipantId>, path: &[Seg<'_>]) -> Checked {
        match id.filter(|id| !self.participants.contains(id)) {
            Some(id) => Err(self.absent(Thing::Participant, &id.to_string(), path)),
            None => Ok(()),
        }
    }

    fn listed(&self, id: ContributionId, path: &[Seg<'_>]) -> Checked {
        if self.contributions.contains_key(&id) {
            Ok(())
        } else {
            Err(self.absent(Thing::Contribution, &id.to_string(), path))
        }
    }

    fn people(&self, record: &Proceedings) -> Checked {
        for (index, one) in record.participants.iter().enumerate() {
            if let Some(role) = &one.real_role {
                let path = way!["participants", index, "real_role"];
                self.slug(Thing::Persona, role.as_str(), path)?;
            }
        }
        for (index, one) in record.assignments.iter().enumerate() {
            let of = |field| [Seg::from("assignments"), Seg::from(index), Seg::from(field)];
            self.slug(Thing::Scenario, one.scenario.as_str(), &of("scenario"))?;
            self.participant(Some(one.participant), &of("participant"))?;
            self.slug(Thing::Persona, one.persona.as_str(), &of("persona"))?;
        }
        for (index, one) in record.cards_played.iter().enumerate() {
            let path = way!["cards_played", index, "scenario"];
            self.slug(Thing::Scenario, one.scenario.as_str(), path)?;
            for (at, card) in one.cards.iter().enumerate() {
                let path = way!["cards_played", index, "cards", at];
                self.slug(Thing::Card, card.as_str(), path)?;
            }
        }
        Ok(())
    }

    fn contribution(&self, index: usize, one: &Contribution) -> Checked {
        let of = |field| {
            [
                Seg::from("contributions"),
                Seg::from(index),
                Seg::from(field),
            ]
        };
        self.slug(Thing::Scenario, one.scenario.as_str(), &of("scenario"))?;
        if let Some(persona) = &one.persona {
            self.slug(Thing::Persona, persona.as_str(), &of("persona"))?;
        }
        self.participant(one.participant, &of("participant"))?;
        if let Some(prompt) = &one.prompt {
            self.slug(Thing::Prompt, prompt.as_str(), &of("prompt"))?;
        }
        for (at, card) in one.cards.iter().enumerate() {
            let path = way!["contributions", index, "cards", at];
            self.slug(Thing::Card, card.as_str(), path)?;
        }
        if let Some(placement) = &one.placement {
            let of = |field| path_in(index, "placement", field);
            self.place(Some(&placement.primary), &of("primary"))?;
            self.place(placement.second.as_ref(), &of("second"))?;
            self.place(placement.suggested.as_ref(), &of("suggested"))?;
            self.participant(Some(placement.by), &of("by"))?;
        }
        self.suggestion(index, one)?;
        self.sorts(index, one)?;
        for place in one.tally.iter().flat_map(BTreeMap::keys) {
            let tally = [
                Seg::from("contributions"),
                Seg::from(index),
                Seg::from("tally"),
                Seg::Name(place.as_str()),
            ];
            self.place(Some(place), &tally)?;
        }
        match one.group.filter(|group| !self.groups.contains(group)) {
            Some(group) => Err(self.absent(Thing::Group, &group.to_string(), &of("group"))),
            None => Ok(()),
        }
    }

    fn suggestion(&self, index: usize, one: &Contribution) -> Checked {
        let Some(suggestion) = &one.suggestion else {
            return Ok(());
        };
        for (at, ranked) in suggestion.ranking.iter().enumerate() {
            let way = way!["contributions", index, "suggestion", "ranking", at, "place"];
            self.place(Some(&ranked.place), way)?;
        }
        if let Some(nearest) = &suggestion.nearest {
            let way = way!["contributions", index, "suggestion", "nearest", "place"];
            self.place(Some(&nearest.place), way)?;
            if let Some(id) = nearest.contribution {
                let way = way![
                    "contributions",
                    index,
                    "suggestion",
                    "nearest",
                    "contribution"
                ];
                self.listed(id, way)?;
            }
        }
        Ok(())
    }

    fn sorts(&self, index: usize, one: &Contribution) -> Checked {
        let mut numbers = BTreeSet::new();
        for (at, sort) in one.sorts.iter().enumerate() {
            let of = |field| {
                let sorts = way!["contributions", index, "sorts", at];
                sorts
                    .iter()
                    .copied()
                    .chain([Seg::Field(field)])
                    .collect::<Vec<_>>()
            };
            if !numbers.insert(sort.number) {
                let (what, id) = (Thing::Sort, sort.number.to_string());
                let at = self.tree.locate(&of("number"));
                return Err(at.says(Problem::Duplicate { what, id }));
            }
            self.place(Some(&sort.primary), &of("primary"))?;
            self.place(sort.second.as_ref(), &of("second"))?;
            self.participant(sort.by, &of("by"))?;
        }
        Ok(())
    }

    /// Each group lists the contributions that say they are in it, and no others.
    fn groups(&self, record: &Proceedings) -> Checked {
        let mut listed = BTreeSet::new();
        let disagrees = |contribution: ContributionId, group: GroupId| Problem::GroupDisagrees {
            contribution: contribution.to_string(),
            group: group.to_string(),
        };
        for (index, group) in record.groups.iter().enumerate() {
            for (at, id) in group.contributions.iter().enumerate() {
                let path = way!["groups", index, "contributions", at];
                self.listed(*id, path)?;
                let says = self.contributions.get(id).copied().flatten();
                if says != Some(group.id) || !listed.insert(*id) {
                    return Err(self.tree.locate(path).says(disagrees(*id, group.id)));
                }
            }
        }
        for (index, one) in record.contributions.iter().enumerate() {
            if let Some(group) = one.group.filter(|_| !listed.contains(&one.id)) {
                let at = self.tree.locate(way!["contributions", index, "group"]);
                return Err(at.says(disagrees(one.id, group)));
            }
        }
        Ok(())
    }

    fn sorting(&self, record: &Proceedings) -> Checked {
        for (index, slice) in record.slices.iter().enumerate() {
            let path = way!["slices", index, "participant"];
            self.participant(Some(slice.participant), path)?;
            for (at, id) in slice.contributions.iter().enumerate() {
                self.listed(*id, way!["slices", index, "contributions", at])?;
            }
        }
        for (index, likeness) in record.alike.iter().enumerate() {
            for (at, id) in likeness.contributions.iter().enumerate() {
                self.listed(*id, way!["alike", index, "contributions", at])?;
            }
        }
        let mut words = BTreeSet::new();
        for (index, taught) in record.taught.iter().enumerate() {
            if !words.insert(&taught.word) {
                let key = taught.word.to_string();
                let at = self.tree.locate(way!["taught", index, "word"]);
                return Err(at.says(Problem::DuplicateKey { key }));
            }
            self.place(Some(&taught.place), way!["taught", index, "place"])?;
        }
        match record.spotlight {
            Some(id) => self.listed(id, way!["spotlight"]),
            None => Ok(()),
        }
    }

    fn votes(&self, record: &Proceedings) -> Checked {
        for (index, vote) in record.votes.iter().enumerate() {
            self.participant(vote.participant, way!["votes", index, "participant"])?;
            if let Some(theme) = &vote.theme {
                let path = way!["votes", index, "theme"];
                self.slug(Thing::Theme, theme.as_str(), path)?;
            }
        }
        for theme in record.hands.keys() {
            let path = [Seg::from("hands"), Seg::Name(theme.as_str())];
            self.slug(Thing::Theme, theme.as_str(), &path)?;
        }
        if let Some(result) = &record.vote_result {
            for (field, theme) in result
                .dots
                .keys()
                .map(|theme| ("dots", theme))
                .chain(result.hands.keys().map(|theme| ("hands", theme)))
            {
                let path = [
                    Seg::from("vote_result"),
                    Seg::from(field),
                    Seg::Name(theme.as_str()),
                ];
                self.slug(Thing::Theme, theme.as_str(), &path)?;
            }
        }
        Ok(())
    }

    fn closing(&self, record: &Proceedings) -> Checked {
        for (index, entry) in record.parking.iter().enumerate() {
            self.participant(entry.participant, way!["parking", index, "participant"])?;
            let path = way!["parking", index, "step"];
            self.slug(Thing::Step, entry.step.as_str(), path)?;
        }
        for (index, one) in record.recommendations.iter().enumerate() {
            self.place(Some(&one.theme), way!["recommendations", index, "theme"])?;
            for (at, id) in one.contributions.iter().enumerate() {
                self.listed(*id, way!["recommendations", index, "contributions", at])?;
            }
        }
        for (index, one) in record.reflections.iter().enumerate() {
            self.participant(one.participant, way!["reflections", index, "participant"])?;
            let path = way!["reflections", index, "challenge"];
            self.slug(Thing::Challenge, one.challenge.as_str(), path)?;
        }
        for (index, visit) in record.timeline.iter().enumerate() {
            let path = way!["timeline", index, "step"];
            self.slug(Thing::Step, visit.step.as_str(), path)?;
        }
        Ok(())
    }
}

fn path_in<'a>(index: usize, field: &'a str, inner: &'a str) -> [Seg<'a>; 4] {
    [
        Seg::from("contributions"),
        Seg::from(index),
        Seg::from(field),
        Seg::from(inner),
    ]
}
