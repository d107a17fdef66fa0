//! What people try: a verb and a few numbers, made into a command by what there is to do it with. So an act stays an
//! act when those before it are left out, which is how a failing play is made smaller.

use std::collections::BTreeMap;

use halte::id::{ContributionId, GroupId, ParkingId, ThemeId};
use halte::language::Language;
use halte::vocabulary::{Actor, Horizon, Kind, Role, Source, Stance, StepKind};
use halte::workshop::entry::Place;
use halte::workshop::suggestion::{Likeness, Nearest, Ranked, Suggestion, Suggestions};
use halte::workshop::{Asker, Command, Joining};
use proptest::prelude::*;
use proptest::sample::select;

use super::Play;
use super::plans::{CHALLENGES, THEMES};

/// Something somebody tries: what, and numbers that choose who and which among those there are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Act {
    pub(crate) verb: Verb,
    pub(crate) who: u8,
    pub(crate) which: u8,
    pub(crate) how: u8,
}

/// What can be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    /// What people mostly do at this step.
    Fitting,
    Join,
    Return,
    Leave,
    Speak,
    Contribute,
    Edit,
    Withdraw,
    Sort,
    Unsort,
    Vote,
    Say,
    Reflect,
    Next,
    Back,
    Goto,
    Timer,
    TimeIsUp,
    Assign,
    AssignAuto,
    Place,
    Accept,
    Group,
    Ungroup,
    Hide,
    Show,
    Spotlight,
    Card,
    Hands,
    Recommend,
    Resolve,
    AddPersona,
    ProposeTheme,
    Suggest,
    Teach,
    Undo,
    Redo,
    Close,
}

fn verbs() -> impl Strategy<Value = Verb> {
    use Verb::{
        Accept, AddPersona, Assign, AssignAuto, Back, Card, Close, Contribute, Edit, Fitting, Goto,
        Group, Hands, Hide, Join, Leave, Next, Place, ProposeTheme, Recommend, Redo, Reflect,
        Resolve, Return, Say, Show, Sort, Speak, Spotlight, Suggest, Teach, TimeIsUp, Timer, Undo,
        Ungroup, Unsort, Vote, Withdraw,
    };
    prop_oneof![
        40 => Just(Fitting),
        6 => Just(Contribute),
        12 => Just(Next),
        4 => Just(Sort),
        18 => select(&[Vote, Hide, Place, Undo, Redo, Group, Edit, Suggest][..]),
        8 => select(&[Join, Goto, Withdraw, Accept, Show, Spotlight, Hands, Reflect, Teach][..]),
        8 => select(&[
            Return, Leave, Speak, Unsort, Say, Back, Timer, TimeIsUp, Assign, AssignAuto, Ungroup, Card, Recommend,
            Resolve, AddPersona, ProposeTheme,
        ][..]),
        1 => prop_oneof![5 => Just(Next), 1 => Just(Close)],
    ]
}

/// Any act.
pub(crate) fn acts(
    count: impl Into<proptest::collection::SizeRange>,
) -> impl Strategy<Value = Vec<Act>> {
    let act =
        (verbs(), any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(verb, who, which, how)| Act {
            verb,
            who,
            which,
            how,
        });
    proptest::collection::vec(act, count)
}

impl Play {
    /// What an act comes down to here and now; nothing when there is nobody or nothing to do it with.
    pub(crate) fn command(&mut self, act: Act) -> Option<(Asker, Command)> {
        let act = Act {
            verb: self.fitting(act),
            ..act
        };
        let somebody = self.somebody(act.who);
        let anybody = if act.who.is_multiple_of(5) {
            Some(Asker::FACILITATOR)
        } else {
            somebody
        };
        match act.verb {
            Verb::Join => Some((
                somebody.unwrap_or(Asker::FACILITATOR),
                self.joining(None, act),
            )),
            Verb::Return => Some((somebody?, self.joining(somebody, act))),
            Verb::Leave | Verb::Speak | Verb::Sort | Verb::Unsort | Verb::Vote => {
                Some((somebody?, self.taking_part(act)?))
            }
            Verb::Contribute | Verb::Edit | Verb::Withdraw | Verb::Say | Verb::Reflect => {
                Some((anybody?, self.writing(anybody?, act)?))
            }
            Verb::Place | Verb::Accept | Verb::Suggest | Verb::Group => {
                Some((Asker::FACILITATOR, self.settling(act)?))
            }
            Verb::Assign | Verb::Timer | Verb::TimeIsUp => {
                Some((Asker::FACILITATOR, self.directing(act)?))
            }
            _ => Some((Asker::FACILITATOR, self.leading(act)?)),
        }
    }

    fn taking_part(&self, act: Act) -> Option<Command> {
        let second = act
            .how
            .is_multiple_of(4)
            .then(|| place(act.how.wrapping_add(1)));
        Some(match act.verb {
            Verb::Leave => Command::Leave,
            Verb::Speak => Command::Speak {
                language: pick(&Language::ALL, act.how)?,
            },
            Verb::Vote => Command::Vote {
                theme: theme(act.which),
                dots: act.how % 4,
            },
            Verb::Sort => Command::Sort {
                contribution: self.contribution(act.which)?,
                primary: Some(place(act.how)),
                second,
            },
            _ => Command::Sort {
                contribution: self.contribution(act.which)?,
                primary: None,
                second: None,
            },
        })
    }

    fn writing(&mut self, asker: Asker, act: Act) -> Option<Command> {
        Some(match act.verb {
            Verb::Contribute => self.contribute(act, asker.role),
            Verb::Edit => Command::Edit {
                contribution: self.own(asker, act.which)?,
                kind: None,
                text: self.text("edited"),
            },
            Verb::Withdraw => Command::Withdraw {
                contribution: self.own(asker, act.which)?,
            },
            Verb::Say => Command::Say {
                text: self.text("parked"),
            },
            _ => Command::Reflect {
                challenge: pick(&CHALLENGES, act.which)?.parse().expect("an id"),
                stance: pick(Stance::ALL, act.how)?,
                text: self.text("reflected"),
            },
        })
    }

    fn directing(&self, act: Act) -> Option<Command> {
        let scenarios = &self.workshop.plan().scenarios;
        let scenario = pick(scenarios, act.how / 2).filter(|_| act.how.is_multiple_of(2));
        Some(match act.verb {
            Verb::Assign => Command::Assign {
                participant: self.somebody(act.who)?.seat,
                persona: pick(&self.workshop.plan().personas, act.which)?.id,
                scenario: scenario.map(|scenario| scenario.id),
            },
            Verb::TimeIsUp => Command::TimeIsUp,
            _ => match act.how % 4 {
                0 => Command::StopTimer,
                1 => Command::ExtendTimer { seconds: 60 },
                _ => Command::StartTimer {
                    seconds: u32::from(act.which),
                },
            },
        })
    }

    fn fitting(&self, act: Act) -> Verb {
        if act.verb != Verb::Fitting {
            return act.verb;
        }
        if act.how.is_multiple_of(3) && self.workshop.history().redoable().is_some() {
            return Verb::Redo;
        }
        match self.workshop.step_kind() {
            StepKind::Welcome => Verb::Join,
            StepKind::Brief => Verb::Assign,
            StepKind::Write | StepKind::Share => Verb::Contribute,
            StepKind::Sort | StepKind::Converge if act.which.is_multiple_of(4) => Verb::Suggest,
            StepKind::Sort => Verb::Sort,
            StepKind::Converge | StepKind::Recurrence if act.how.is_multiple_of(2) => Verb::Place,
            StepKind::Converge | StepKind::Recurrence => Verb::Group,
            StepKind::Vote if act.who.is_multiple_of(4) => Verb::Hands,
            StepKind::Vote => Verb::Vote,
            StepKind::Reflect => Verb::Reflect,
            StepKind::Act => Verb::Recommend,
            StepKind::Close => Verb::Back,
        }
    }

    fn contribute(&mut self, act: Act, role: Role) -> Command {
        let personas = &self.workshop.plan().personas;
        let scenarios = &self.workshop.plan().scenarios;
        let source = (role == Role::Facilitator || act.how.is_multiple_of(3))
            .then(|| pick(Source::ALL, act.how))
            .flatten();
        Command::Contribute {
            kind: pick(Kind::ALL, act.how),
            prompt: None,
            source,
            persona: source
                .and_then(|_| pick(personas, act.which))
                .map(|persona| persona.id),
            scenario: act
                .how
                .is_multiple_of(2)
                .then(|| pick(scenarios, act.which))
                .flatten()
                .map(|scenario| scenario.id),
            table: None,
            language: None,
            text: self.text("written"),
        }
    }

    fn settling(&self, act: Act) -> Option<Command> {
        let one = self.contribution(act.which)?;
        let other = self.contribution(act.how)?;
        Some(match act.verb {
            Verb::Place => Command::Place {
                contributions: vec![one, other],
                primary: (!act.who.is_multiple_of(5)).then(|| place(act.how)),
                second: act
                    .who
                    .is_multiple_of(4)
                    .then(|| place(act.how.wrapping_add(2))),
            },
            Verb::Accept if act.how.is_multiple_of(2) => Command::accept(Vec::new()),
            Verb::Accept => Command::Accept {
                contributions: vec![one],
                expected: BTreeMap::from([(one, place(act.who))]),
            },
            Verb::Suggest => Command::Suggest(Suggestions {
                places: [one, other]
                    .map(|id| (id, suggestion(act, other)))
                    .into_iter()
                    .collect(),
                alike: vec![Likeness {
                    contributions: vec![one, other],
                    likeness: u16::from(act.who) * 3,
                }],
            }),
            _ => Command::Group {
                contributions: vec![one, other],
                label: act
                    .who
                    .is_multiple_of(2)
                    .then(|| "A need".parse().expect("a label")),
            },
        })
    }

    fn leading(&mut self, act: Act) -> Option<Command> {
        let plan = self.workshop.plan();
        Some(match act.verb {
            Verb::Next => Command::Next,
            Verb::Back => Command::Back,
            Verb::Goto => Command::Goto {
                step: pick(&plan.agenda, act.which)?.id,
            },
            Verb::AssignAuto => Command::AssignAuto,
            Verb::Ungroup => Command::Ungroup {
                group: GroupId(u32::from(act.which % 4)),
            },
            Verb::Hide => Command::Hide {
                contribution: self.contribution(act.which)?,
            },
            Verb::Show => Command::Show {
                contribution: self.hidden(act.which)?,
            },
            Verb::Spotlight => Command::Spotlight {
                contribution: self
                    .contribution(act.which)
                    .filter(|_| !act.how.is_multiple_of(4)),
            },
            Verb::Card => Command::Card {
                card: pick(&plan.cards, act.which)?.id,
            },
            Verb::Hands => Command::Hands {
                theme: theme(act.which),
                count: u32::from(act.how),
            },
            Verb::Recommend => Command::Recommend {
                theme: place(act.which),
                horizon: pick(Horizon::ALL, act.how)?,
                who: pick(Actor::ALL, act.how)?,
                contributions: self.contribution(act.which).into_iter().collect(),
                text: self.text("recommended"),
            },
            Verb::Resolve => Command::Resolve {
                parking: ParkingId(u32::from(act.which % 3) + 1),
            },
            Verb::AddPersona => Command::AddPersona {
                id: format!("own-{}", act.which).parse().expect("an id"),
                role: "Our own".to_owned(),
                work: String::new(),
                worries: String::new(),
                wishes: String::new(),
            },
            Verb::ProposeTheme => Command::ProposeTheme {
                id: format!("theme-{}", act.which).parse().expect("an id"),
                title: "A sixth".to_owned(),
                definition: String::new(),
            },
            Verb::Teach => Command::Teach {
                word: format!("Word {}", act.which % 4),
                place: (!act.how.is_multiple_of(3)).then(|| place(act.how)),
            },
            Verb::Undo => Command::Undo,
            Verb::Redo => Command::Redo,
            _ => Command::Close,
        })
    }

    fn joining(&self, seat: Option<Asker>, act: Act) -> Command {
        let name = format!("Naam {}", act.which);
        Command::Join(Joining {
            seat: seat.map(|asker| asker.seat),
            name: Some(name.parse().expect("a short name")),
            organisation: None,
            kind: None,
            real_role: pick(&self.workshop.plan().personas, act.how).map(|persona| persona.id),
            table: Some(act.how % 4),
            language: Language::Fr,
        })
    }

    /// A text with a word in it that no other text has.
    fn text(&mut self, how: &str) -> String {
        self.texts += 1;
        format!("{how} w{}w", self.texts)
    }

    fn somebody(&self, who: u8) -> Option<Asker> {
        let seats: Vec<_> = self.workshop.participants().keys().copied().collect();
        pick(&seats, who).map(Asker::participant)
    }

    fn contribution(&self, which: u8) -> Option<ContributionId> {
        let ids: Vec<_> = self.workshop.contributions().keys().copied().collect();
        pick(&ids, which)
    }

    fn hidden(&self, which: u8) -> Option<ContributionId> {
        let contributions = self.workshop.contributions().values();
        let ids: Vec<_> = contributions
            .filter(|found| found.hidden)
            .map(|found| found.id)
            .collect();
        pick(&ids, which)
    }

    fn own(&self, asker: Asker, which: u8) -> Option<ContributionId> {
        let contributions = self.workshop.contributions().values();
        let ids: Vec<_> = contributions
            .filter(|found| found.participant == Some(asker.seat))
            .map(|found| found.id)
            .collect();
        pick(&ids, which)
    }
}

fn pick<T: Clone>(items: &[T], number: u8) -> Option<T> {
    items
        .get(usize::from(number).checked_rem(items.len())?)
        .cloned()
}

/// What the tool could make of a contribution.
fn suggestion(act: Act, nearest: ContributionId) -> Suggestion {
    let confidence = u16::from(act.how) * 3;
    Suggestion {
        ranking: vec![
            Ranked {
                place: place(act.how),
                confidence,
            },
            Ranked {
                place: place(act.how.wrapping_add(1)),
                confidence: 1_000 - confidence,
            },
        ],
        language: Language::Nl,
        because: vec!["written".parse().expect("a label")],
        nearest: Some(Nearest {
            place: place(act.how),
            example: None,
            contribution: Some(nearest),
        }),
    }
}

/// One of a few places, so that people often agree.
fn place(number: u8) -> Place {
    match number % 4 {
        0 => Place::None,
        n => Place::Theme(theme(n)),
    }
}

fn theme(number: u8) -> ThemeId {
    THEMES[usize::from(number) % 3]
        .parse()
        .expect("a theme's id")
}
