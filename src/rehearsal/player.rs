//! A simulated participant: shown its own view, it chooses the next thing to ask. It never sees more than its seat
//! does, never asks the same twice, and has no clock: when to ask is the driver's.

mod closing;
mod sorting;
mod writing;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::character::Habits;
use super::{Person, Repertoire};
use crate::chance::Chance;
use crate::id::{ContributionId, ParticipantId, StepId, ThemeId};
use crate::language::Language;
use crate::text::{Note, Statement, fold};
use crate::vocabulary::{Kind, Role, StepKind};
use crate::workshop::{Command, Workshop};

/// The most somebody puts in the parking lot in one workshop.
const MOST_REMARKS: u8 = 2;

/// One simulated participant.
#[derive(Debug, Clone)]
pub struct Player {
    language: Language,
    habits: Habits,
    seed: u64,
    chance: Chance,
    repertoire: Arc<Repertoire>,
    leaning: Option<ThemeId>,
    said: BTreeSet<String>,
    remarks: u8,
    visit: usize,
    steps: BTreeSet<StepId>,
    deeds: VecDeque<Deed>,
}

/// Something a participant is about to do. What is about an own statement is found by its words, since its number
/// is not known before the room has answered.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Deed {
    Ask(Command),
    Rewrite {
        draft: Statement,
        kind: Kind,
        text: Statement,
    },
    TakeBack {
        text: Statement,
    },
}

impl Player {
    /// Makes a participant of a person; two with the same number and seed do the same when they see the same.
    #[must_use]
    pub fn new(person: &Person, seed: u64, repertoire: Arc<Repertoire>) -> Self {
        let seed = Chance::of(seed ^ u64::from(person.number), "player").roll();
        Self {
            language: person.language,
            habits: person.character.habits(),
            seed,
            chance: Chance::new(seed),
            repertoire,
            leaning: None,
            said: BTreeSet::new(),
            remarks: 0,
            visit: 0,
            steps: BTreeSet::new(),
            deeds: VecDeque::new(),
        }
    }

    /// The next thing this participant asks, given its own view; nothing when it is done with the step, or waits to
    /// see an answer.
    ///
    /// Ask it, wait until it is carried out, then choose again. After a nothing, choose again when the view changes.
    pub fn choose(&mut self, view: &Workshop) -> Option<Command> {
        let viewer = view.viewer()?;
        if viewer.role != Role::Participant || view.closed_at().is_some() {
            return None;
        }
        self.arrive(view, viewer.seat);
        let command = match self.deeds.front()? {
            Deed::Ask(command) => command.clone(),
            Deed::Rewrite { draft, kind, text } => Command::Edit {
                contribution: own(view, viewer.seat, draft)?,
                kind: Some(*kind),
                text: text.to_string(),
            },
            Deed::TakeBack { text } => Command::Withdraw {
                contribution: own(view, viewer.seat, text)?,
            },
        };
        self.deeds.pop_front();
        Some(command)
    }

    /// Tells that a command was refused: what was to follow from it does not.
    pub fn refused(&mut self, command: &Command) {
        let Command::Contribute { text: lost, .. } = command else {
            return;
        };
        self.deeds.retain(|deed| match deed {
            Deed::Ask(_) => true,
            Deed::Rewrite { draft: text, .. } | Deed::TakeBack { text } => text.as_str() != lost,
        });
    }

    /// Plans what to do in a step when it is entered. A step the group comes back to was done before; then only the
    /// light goes on.
    fn arrive(&mut self, view: &Workshop, seat: ParticipantId) {
        let visit = view.timeline().len();
        let Some((_, step)) = view.step().filter(|_| visit != self.visit) else {
            return;
        };
        self.visit = visit;
        self.deeds.clear();
        if self.steps.insert(step.id.clone()) {
            // What is left of an earlier step's chance depends on what was seen there; this step starts afresh.
            self.chance = Chance::of(self.seed, step.id.as_str());
            if self.leaning.is_none() {
                let theme = self.chance.pick(&view.plan().themes);
                self.leaning = theme.map(|theme| theme.id.clone());
            }
            match step.kind {
                StepKind::Write => self.write(view, seat),
                StepKind::Share => self.think_again(view, seat),
                StepKind::Sort => self.sort(view, seat),
                StepKind::Vote => self.vote(view),
                StepKind::Reflect => self.reflect(view),
                StepKind::Welcome
                | StepKind::Brief
                | StepKind::Converge
                | StepKind::Recurrence
                | StepKind::Act
                | StepKind::Close => {}
            }
            self.remark(view);
        }
        self.ask(Command::Done);
    }

    fn ask(&mut self, command: Command) {
        self.deeds.push_back(Deed::Ask(command));
    }

    /// Now and then something goes to the parking lot that is not there yet.
    fn remark(&mut self, view: &Workshop) {
        if self.remarks >= MOST_REMARKS || !self.chance.percent(self.habits.remarks) {
            return;
        }
        let parked = |text: &str| {
            view.parking()
                .values()
                .any(|entry| entry.text.as_str() == text)
        };
        let repertoire = Arc::clone(&self.repertoire);
        let fresh: Vec<&str> = repertoire
            .remarks(self.language)
            .iter()
            .map(Note::as_str)
            .filter(|remark| !parked(remark) && !self.said.contains(&fold(remark)))
            .collect();
        if let Some(remark) = self.chance.pick(&fresh) {
            self.remarks += 1;
            self.said.insert(fold(remark));
            self.ask(Command::Say {
                text: (*remark).to_owned(),
            });
        }
    }
}

/// One's own statement of these words, once the view shows it.
fn own(view: &Workshop, seat: ParticipantId, text: &Statement) -> Option<ContributionId> {
    view.contributions()
        .values()
        .rfind(|found| found.participant == Some(seat) && found.text == *text && !found.withdrawn)
        .map(|found| found.id)
}
