//! The simulated facilitator: walks the agenda, waits for the done lights, and does in each step what a facilitator
//! does there. It sees the facilitator's view and the presence, and never looks into the room behind them.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::Repertoire;
use super::alike::alike;
use crate::chance::Chance;
use crate::id::{ContributionId, PersonaId, ScenarioId};
use crate::text::Label;
use crate::vocabulary::{Source, StepKind};
use crate::wire::Presence;
use crate::workshop::advice::Advice;
use crate::workshop::agreement::{Agreement, contested};
use crate::workshop::entry::{Contribution, Place};
use crate::workshop::{Command, Workshop};

/// How often, in a hundred, a trend card is played in a scenario.
const PLAYS_A_CARD: usize = 60;
/// The most groups made in one step.
const MOST_GROUPS: usize = 3;
/// The most contributions put together or named as carriers at once.
const MOST_TOGETHER: usize = 3;
/// The fewest recommendations, and one more than how many may come on top.
const RECOMMENDATIONS: (usize, usize) = (4, 3);

/// The simulated facilitator.
#[derive(Debug, Clone)]
pub struct Leader {
    seed: u64,
    chance: Chance,
    expected: usize,
    repertoire: Arc<Repertoire>,
    visit: usize,
    step: usize,
    phase: Phase,
    deeds: VecDeque<Command>,
    shares: usize,
}

/// How far the facilitator is with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The participants are at it.
    Waiting,
    /// All their lights are on; what they made is being rounded off.
    RoundingOff,
    /// Moving on was asked for.
    MovedOn,
}

impl Leader {
    /// Makes a facilitator who starts once that many participants have a seat.
    #[must_use]
    pub fn new(seed: u64, expected: usize, repertoire: Arc<Repertoire>) -> Self {
        Self {
            seed,
            chance: Chance::new(seed),
            expected,
            repertoire,
            visit: 0,
            step: 0,
            phase: Phase::Waiting,
            deeds: VecDeque::new(),
            shares: 0,
        }
    }

    /// The next thing the facilitator asks, given its view and who is here; nothing while it waits.
    ///
    /// Ask it, wait until it is carried out, then choose again. After a nothing, choose again when the view or the
    /// presence changes.
    pub fn choose(&mut self, view: &Workshop, presence: &Presence) -> Option<Command> {
        if view.closed_at().is_some() {
            return None;
        }
        self.arrive(view);
        if let Some(command) = self.deeds.pop_front() {
            return Some(command);
        }
        if self.phase == Phase::Waiting && self.all_are_done(view, presence) {
            self.phase = Phase::RoundingOff;
            self.deeds = self.round_off(view).into();
        }
        if self.phase != Phase::RoundingOff {
            return None;
        }
        Some(self.deeds.pop_front().unwrap_or_else(|| {
            self.phase = Phase::MovedOn;
            let is_last = self.step + 1 >= view.plan().agenda.len();
            if is_last {
                Command::Close
            } else {
                Command::Next
            }
        }))
    }

    /// Tells that a command was refused: moving on will be asked again, anything else is left.
    pub fn refused(&mut self, command: &Command) {
        if matches!(command, Command::Next | Command::Close) {
            self.phase = Phase::RoundingOff;
        }
    }

    fn arrive(&mut self, view: &Workshop) {
        let visit = view.timeline().len();
        let Some((index, step)) = view.step().filter(|_| visit != self.visit) else {
            return;
        };
        self.visit = visit;
        self.step = index;
        self.phase = Phase::Waiting;
        self.chance = Chance::of(self.seed, step.id.as_str());
        self.deeds.clear();
        match step.kind {
            StepKind::Brief => {
                if let Some(card) = self.chance.pick(&view.plan().cards)
                    && view
                        .scenario()
                        .is_some_and(|scenario| view.cards_in(scenario).is_empty())
                    && self.chance.percent(PLAYS_A_CARD)
                {
                    self.deeds.push_back(Command::Card {
                        card: card.id.clone(),
                    });
                }
            }
            StepKind::Write => self.deeds.push_back(Command::StartTimer {
                seconds: u32::from(step.minutes) * 60,
            }),
            StepKind::Welcome
            | StepKind::Share
            | StepKind::Sort
            | StepKind::Converge
            | StepKind::Recurrence
            | StepKind::Vote
            | StepKind::Reflect
            | StepKind::Act
            | StepKind::Close => {}
        }
    }

    /// Whether everybody is here and has the light on, in this step and not in the one before.
    fn all_are_done(&self, view: &Workshop, presence: &Presence) -> bool {
        let here = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
        here(presence.visit) == view.timeline().len()
            && here(presence.participants) >= self.expected
            && presence.done >= presence.connected
            && (presence.connected > 0 || self.expected == 0)
    }

    fn round_off(&mut self, view: &Workshop) -> Vec<Command> {
        match view.step_kind() {
            StepKind::Share => self.round_off_sharing(view),
            StepKind::Converge => settle(view),
            StepKind::Act => self.recommend(view),
            StepKind::Close => view
                .parking()
                .values()
                .filter(|entry| !entry.resolved)
                .map(|entry| Command::Resolve { parking: entry.id })
                .collect(),
            StepKind::Welcome
            | StepKind::Brief
            | StepKind::Write
            | StepKind::Sort
            | StepKind::Recurrence
            | StepKind::Vote
            | StepKind::Reflect => Vec::new(),
        }
    }

    /// Puts together what says the same; the first time, also hides something and thinks better of it, and enters a
    /// note that came on paper.
    fn round_off_sharing(&mut self, view: &Workshop) -> Vec<Command> {
        let Some(scenario) = view.scenario() else {
            return Vec::new();
        };
        let here: Vec<&Contribution> = view
            .contributions()
            .values()
            .filter(|found| found.scenario == *scenario && found.shared && found.counts())
            .collect();
        let mut commands = groups(&here);
        self.shares += 1;
        if self.shares == 1 {
            commands.extend(self.paper_note(view, scenario, &here));
            if let Some(found) = self.chance.pick(&here) {
                commands.push(Command::Hide {
                    contribution: found.id,
                });
                commands.push(Command::Undo);
            }
        }
        commands
    }

    /// A note on paper, of a persona that nobody takes in this scenario where there is one.
    fn paper_note(
        &mut self,
        view: &Workshop,
        scenario: &ScenarioId,
        here: &[&Contribution],
    ) -> Option<Command> {
        let repertoire = Arc::clone(&self.repertoire);
        let plan = view.plan();
        let taken = view.assignments().get(scenario);
        let is_taken =
            |id: &PersonaId| taken.is_some_and(|taken| taken.values().any(|other| other == id));
        let mut personas: Vec<_> = plan.personas.iter().collect();
        self.chance.shuffle(&mut personas);
        personas.sort_by_key(|persona| is_taken(&persona.id));
        let persona = &personas.first()?.id;
        let mut lines = repertoire.lines_of(scenario, persona, plan.language);
        if lines.is_empty() {
            lines = repertoire.lines_near(plan, scenario, Some(persona), plan.language);
        }
        lines.retain(|line| here.iter().all(|found| found.text != line.text));
        let line = self.chance.pick(&lines)?;
        Some(Command::Contribute {
            kind: Some(line.kind),
            text: line.text.to_string(),
            prompt: None,
            source: Some(Source::Paper),
            persona: Some(persona.clone()),
            scenario: Some(scenario.clone()),
            table: None,
            language: Some(line.lang),
        })
    }

    /// A few recommendations, first one for each theme, carried by contributions that were put there.
    fn recommend(&mut self, view: &Workshop) -> Vec<Command> {
        let repertoire = Arc::clone(&self.repertoire);
        let (fewest, extra) = RECOMMENDATIONS;
        let wanted = fewest + self.chance.below(extra);
        let themes = view.plan().themes.iter();
        let mut places: Vec<Place> = themes.map(|theme| Place::Theme(theme.id.clone())).collect();
        self.chance.shuffle(&mut places);
        places.push(Place::None);
        let mut chosen = Vec::new();
        let mut second = Vec::new();
        for place in &places {
            let mut proposals: Vec<_> = repertoire.proposals(place).collect();
            self.chance.shuffle(&mut proposals);
            let mut proposals = proposals.into_iter();
            chosen.extend(proposals.next());
            second.extend(proposals.next());
        }
        chosen.extend(second);
        chosen
            .into_iter()
            .take(wanted)
            .map(|proposal| Command::Recommend {
                theme: proposal.theme.clone(),
                horizon: proposal.horizon,
                who: proposal.who,
                text: proposal.text.get(view.plan().language).to_owned(),
                contributions: self.carriers(view, &proposal.theme),
            })
            .collect()
    }

    fn carriers(&mut self, view: &Workshop, theme: &Place) -> Vec<ContributionId> {
        let mut carriers: Vec<ContributionId> = view
            .contributions()
            .values()
            .filter(|found| found.counts())
            .filter(|found| {
                let placement = found.placement.as_ref();
                placement.is_some_and(|placement| placement.primary == *theme)
            })
            .map(|found| found.id)
            .collect();
        self.chance.shuffle(&mut carriers);
        carriers.truncate(1 + self.chance.below(MOST_TOGETHER));
        carriers
    }
}

/// Puts together the statements that are obviously alike, a few at a time.
fn groups(here: &[&Contribution]) -> Vec<Command> {
    let loose = here.iter().copied().filter(|found| found.group.is_none());
    alike(loose)
        .into_iter()
        .take(MOST_GROUPS)
        .map(|mut contributions| {
            contributions.truncate(MOST_TOGETHER);
            let words = here
                .iter()
                .filter(|found| contributions.contains(&found.id))
                .map(|found| found.text.as_str())
                .min_by_key(|text| text.len());
            Command::Group {
                label: words.and_then(|words| Label::parse(words).ok()),
                contributions,
            }
        })
        .collect()
}

/// Takes over what the group agrees on, then settles what is contested where most put it; where several places share the
/// lead, at the one of them that is suggested, or else at the first.
fn settle(view: &Workshop) -> Vec<Command> {
    let open = || {
        view.contributions().values().filter(|found| {
            found.shared && !found.hidden && !found.withdrawn && found.placement.is_none()
        })
    };
    let contested: Vec<&Contribution> = contested(open());
    let is_contested: BTreeSet<ContributionId> = contested.iter().map(|found| found.id).collect();
    let is_sure = |found: &&Contribution| Advice::sure(found).is_some();
    let accept_all = open()
        .any(|found| is_sure(&found))
        .then(|| Command::accept(Vec::new()));
    let looked_at = open().filter(|found| {
        !found.sorts.is_empty() && !is_contested.contains(&found.id) && !is_sure(found)
    });
    let agreed = looked_at.map(|found| Command::accept(vec![found.id]));
    let one_by_one = contested.into_iter().filter_map(|found| {
        let tally = found.count_sorts();
        let votes = Agreement::of(&tally).votes;
        let mut leaders = tally.into_iter().filter(|(_, count)| *count == votes);
        let (first, _) = leaders.next()?;
        let advised = Advice::of(found).map(|advice| advice.place);
        let mut is_led_by =
            |place: &Place| *place == first || leaders.any(|(led, _)| led == *place);
        if advised.is_some_and(|advised| is_led_by(&advised)) {
            return Some(Command::accept(vec![found.id]));
        }
        Some(Command::Place {
            contributions: vec![found.id],
            primary: Some(first),
            second: None,
        })
    });
    accept_all
        .into_iter()
        .chain(agreed)
        .chain(one_by_one)
        .collect()
}
