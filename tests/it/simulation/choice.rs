//! What people do: something plausible in the step they see, and now and then something that is not.

use halte::chance::Chance;
use halte::id::{ContributionId, ThemeId};
use halte::language::Language;
use halte::vocabulary::{Actor, Horizon, Kind, Role, Source, Stance, StepKind};
use halte::workshop::entry::{Contribution, Place};
use halte::workshop::{Command, Workshop};

/// Chooses from a seat's own view.
pub(super) struct Choice<'a> {
    pub(super) view: &'a Workshop,
    pub(super) chance: &'a mut Chance,
    /// The number of the next text, which stands in it and in no other.
    pub(super) text: u32,
}

impl Choice<'_> {
    pub(super) fn command(&mut self, role: Role) -> Option<Command> {
        match role {
            Role::Facilitator => self.leading(),
            Role::Participant => self.taking_part(),
            Role::Observer => Some(Command::Say { text: self.aloud() }),
        }
    }

    fn taking_part(&mut self) -> Option<Command> {
        let step = if self.chance.percent(10) {
            self.one(StepKind::ALL)?
        } else {
            self.view.step_kind()
        };
        Some(match (step, self.chance.below(100)) {
            (_, 0..4) => Command::Done,
            (_, 4..6) => Command::Undone,
            (_, 6..8) => Command::Speak {
                language: self.one(&Language::ALL)?,
            },
            (_, 8..12) => Command::Say { text: self.aloud() },
            (StepKind::Write | StepKind::Share, 12..70) => self.contribute(None),
            (StepKind::Write | StepKind::Share, 70..88) => Command::Edit {
                contribution: self.own()?,
                kind: None,
                text: self.text(),
            },
            (StepKind::Write | StepKind::Share, _) => Command::Withdraw {
                contribution: self.own()?,
            },
            (StepKind::Sort, 12..90) => Command::Sort {
                contribution: self.contribution(|_| true)?,
                primary: Some(self.place()),
                second: None,
            },
            (StepKind::Sort, _) => Command::Sort {
                contribution: self.contribution(|found| !found.sorts.is_empty())?,
                primary: None,
                second: None,
            },
            (StepKind::Vote, _) => Command::Vote {
                theme: self.theme(),
                dots: u8::try_from(self.chance.below(4)).ok()?,
            },
            (StepKind::Reflect, _) => Command::Reflect {
                challenge: self.one(&self.view.plan().challenges)?.id,
                stance: self.one(Stance::ALL)?,
                text: self.aloud(),
            },
            _ => return None,
        })
    }

    fn leading(&mut self) -> Option<Command> {
        Some(match self.chance.below(100) {
            0..6 => Command::Next,
            6..9 => Command::Back,
            9..11 => Command::CallOff,
            11..14 => Command::Announce {
                to: self.one(&self.view.plan().agenda)?.id,
                seconds: u8::try_from(self.chance.below(62)).ok()?,
            },
            14..18 => Command::Goto {
                step: self.one(&self.view.plan().agenda)?.id,
            },
            18..30 => Command::Hide {
                contribution: self.contribution(|found| !found.hidden)?,
            },
            30..40 => Command::Show {
                contribution: self.contribution(|found| found.hidden)?,
            },
            40..52 => Command::Undo,
            52..59 => Command::Redo,
            59..68 => self.contribute(Some(Source::Paper)),
            68..70 => Command::Edit {
                contribution: self.own()?,
                kind: None,
                text: self.text(),
            },
            70..74 => Command::StartTimer {
                seconds: u32::try_from(self.chance.below(120)).ok()?,
            },
            74 => Command::StopTimer,
            75 => Command::Save,
            76..80 => Command::AssignAuto,
            80..83 => Command::Spotlight {
                contribution: self.contribution(|found| !found.hidden),
            },
            83..85 => Command::Card {
                card: self.one(&self.view.plan().cards)?.id,
            },
            _ => return self.settling(),
        })
    }

    fn settling(&mut self) -> Option<Command> {
        let (one, other) = (self.contribution(|_| true), self.contribution(|_| true));
        Some(match self.view.step_kind() {
            StepKind::Vote => Command::Hands {
                theme: self.theme(),
                count: 3,
            },
            StepKind::Reflect | StepKind::Act | StepKind::Close if self.chance.percent(70) => {
                Command::Recommend {
                    theme: self.place(),
                    horizon: self.one(Horizon::ALL)?,
                    who: self.one(Actor::ALL)?,
                    text: self.aloud(),
                    contributions: one.into_iter().collect(),
                }
            }
            StepKind::Close => Command::Resolve {
                parking: self.view.parking().keys().next().copied()?,
            },
            _ => match self.chance.below(4) {
                0 => Command::accept(Vec::new()),
                1 => Command::Place {
                    contributions: vec![one?],
                    primary: Some(self.place()),
                    second: None,
                },
                2 => Command::Ungroup {
                    group: self.one(&self.view.groups())?.id,
                },
                _ => Command::Group {
                    contributions: vec![one?, other?],
                    label: None,
                },
            },
        })
    }

    fn contribute(&mut self, source: Option<Source>) -> Command {
        Command::Contribute {
            kind: self.one(Kind::ALL),
            text: self.text(),
            prompt: None,
            source,
            persona: None,
            scenario: None,
            table: None,
            language: None,
        }
    }

    /// What everybody hears at once.
    fn aloud(&self) -> String {
        format!("gezegd {}", self.text)
    }

    /// What is nobody else's business yet, with its number in it.
    fn text(&self) -> String {
        format!("een nood §{}§", self.text)
    }

    fn own(&mut self) -> Option<ContributionId> {
        let seat = self.view.viewer()?.seat;
        self.contribution(|found| found.participant == Some(seat))
    }

    fn contribution(&mut self, fits: impl Fn(&Contribution) -> bool) -> Option<ContributionId> {
        let all = self.view.contributions().values();
        let fitting: Vec<_> = all
            .filter(|found| fits(found))
            .map(|found| found.id)
            .collect();
        self.one(&fitting)
    }

    fn theme(&mut self) -> ThemeId {
        let themes = &self.view.plan().themes;
        self.one(themes).expect("a theme").id
    }

    fn place(&mut self) -> Place {
        match self.chance.below(4) {
            0 => Place::None,
            _ => Place::Theme(self.theme()),
        }
    }

    fn one<T: Clone>(&mut self, items: &[T]) -> Option<T> {
        self.chance.pick(items).cloned()
    }
}
