//! A workshop led by hand, to save: by the rules, one command a second.

use halte::id::{ContributionId, ParticipantId};
use halte::language::Language;
use halte::moment::Moment;
use halte::session::{self, File, Fresh};
use halte::vocabulary::{Actor, Anonymity, Horizon, Kind, Source, Stance};
use halte::workshop::entry::Place;
use halte::workshop::plan::Plan;
use halte::workshop::{Asker, Command, Event, Joining, Record, Revision, Workshop, decide};
use proptest::sample::Index;

use super::suggested::suggestions;

fn plan(anonymity: Anonymity) -> Plan {
    let head = format!("schema: halte/1\nanonymity: {anonymity}\npreset: short\n");
    let text = format!("{head}{SUGGESTIONS}agenda:\n{AGENDA}");
    let Ok(File::Plan(draft)) = session::read(text.as_bytes(), super::content()) else {
        panic!("the plan is good");
    };
    let at = Moment::from_millis(1_795_251_600_000);
    draft.open(&Fresh { at, chance: 7 })
}

/// What speaks for a theme in this plan, some of it in words that another reader might take for something else.
const SUGGESTIONS: &str = "suggestions:
  to_participants: true
  words:
    - {theme: wellbeing, language: nl, pattern: lange wachttijden, weight: 3}
    - {theme: none, language: en, pattern: 'no', weight: 1}
    - {theme: ai-support, language: fr, pattern: assistant}
  examples:
    - {theme: lifelong-learning, text: 'Leren: op de vloer'}
    - {theme: none, text: '~'}
";

const AGENDA: &str = "  - kind: welcome
  - {kind: brief, scenario: synergy}
  - {kind: write, scenario: synergy}
  - {kind: share, scenario: synergy}
  - {kind: write, scenario: takeover}
  - {kind: share, scenario: takeover}
  - kind: sort
  - kind: converge
  - kind: vote
  - kind: reflect
  - kind: act
  - kind: close
";

/// A workshop that somebody leads, one command a second.
pub(super) struct Room {
    pub(super) workshop: Workshop,
    now: Moment,
}

impl Room {
    pub(super) fn open(anonymity: Anonymity) -> Self {
        let now = Moment::from_millis(1_795_251_600_000);
        let workshop = Workshop::open(plan(anonymity), now);
        Self { workshop, now }
    }

    /// Does as asked, if the rules allow it.
    fn ask(&mut self, asker: Asker, command: &Command) {
        self.now = self.now.plus_seconds(1);
        let revises = self.workshop.history().revision(command);
        if let Ok(Some(event)) = decide(&self.workshop, command, asker, self.now) {
            self.record(asker, revises, event);
        }
    }

    fn record(&mut self, asker: Asker, revises: Option<Revision>, event: Event) {
        let record = Record {
            seq: self.workshop.seq() + 1,
            at: self.now,
            by: Some(asker.seat),
            command: None,
            revises,
            event,
        };
        self.workshop.apply(&record);
    }

    fn lead(&mut self, command: &Command) {
        self.ask(Asker::FACILITATOR, command);
    }

    pub(super) fn join(&mut self, language: Language) {
        let joining = Joining {
            seat: None,
            name: "12:30".parse().ok(),
            organisation: "no".parse().ok(),
            kind: None,
            real_role: "stitcher".parse().ok(),
            table: Some(2),
            language,
        };
        self.lead(&Command::Join(joining));
    }

    fn contribute(&mut self, seat: u32, text: &str) {
        let asker = Asker::participant(ParticipantId(seat));
        self.ask(asker, &contribution(text, None));
    }
}

fn contribution(text: &str, source: Option<Source>) -> Command {
    Command::Contribute {
        kind: Some(Kind::Need),
        text: text.to_owned(),
        prompt: None,
        source,
        persona: source.and("mentor".parse().ok()),
        scenario: None,
        table: None,
        language: None,
    }
}

/// Texts that another reader of YAML might take for something else.
const TEXTS: [&str; 12] = [
    "no",
    "12:30",
    "1e3",
    "- [x] : {y} # z",
    "'één' \"twee\" \\ drie",
    "regel één\nregel twee\n\nregel vier",
    "~",
    "null",
    "een heel lange tekst van iemand die veel te zeggen heeft over de nieuwe machines en over de tijd die nodig is",
    "@home & *weg* ! %",
    "2026-11-21",
    "👩‍🏭 : ok",
];

/// A whole workshop by the rules, with something of everything.
pub(super) fn example() -> Room {
    let mut room = Room::open(Anonymity::Named);
    for language in Language::ALL.into_iter().cycle().take(4) {
        room.join(language);
    }
    room.lead(&Command::Next);
    let card = "TE1".parse().expect("id");
    room.lead(&Command::Card { card });
    room.lead(&Command::Next);
    for (index, text) in (0_u32..).zip(TEXTS) {
        room.contribute(1 + index % 4, text);
    }
    room.lead(&contribution("van een briefje", Some(Source::Paper)));
    room.lead(&Command::Goto {
        step: "s07".parse().expect("id"),
    });
    let slices = room.workshop.slices().clone();
    let unsorted = ContributionId(4);
    for (place, (seat, slice)) in [Place::None, theme("wellbeing")].iter().cycle().zip(slices) {
        for contribution in slice.into_iter().filter(|one| *one != unsorted) {
            let command = Command::Sort {
                contribution,
                primary: Some(place.clone()),
                second: None,
            };
            room.ask(Asker::participant(seat), &command);
        }
    }
    room.lead(&Command::Suggest(suggestions()));
    room.lead(&Command::Next);
    for (word, place) in [("No", "none"), ("lange wachttijden", "wellbeing")] {
        room.lead(&teaching(word, Some(theme(place))));
    }
    room.lead(&Command::accept(vec![unsorted]));
    let ids: Vec<_> = room.workshop.contributions().keys().copied().collect();
    let pair = ids.iter().copied().take(2).collect();
    let label = "Rust: nu".parse().ok();
    room.lead(&Command::Group {
        contributions: pair,
        label,
    });
    room.lead(&Command::Place {
        contributions: ids.iter().copied().filter(|one| *one != unsorted).collect(),
        primary: Some(theme("wellbeing")),
        second: Some(theme("ai-support")),
    });
    room.lead(&Command::Next);
    for seat in 1..4 {
        let theme = "wellbeing".parse().expect("id");
        room.ask(
            Asker::participant(ParticipantId(seat)),
            &Command::Vote { theme, dots: 3 },
        );
    }
    room.lead(&Command::Hands {
        theme: "ai-support".parse().expect("id"),
        count: 4,
    });
    room.lead(&Command::Next);
    let asker = Asker::participant(ParticipantId(1));
    room.ask(asker, &reflection("automation"));
    room.ask(
        asker,
        &Command::Say {
            text: "later".to_owned(),
        },
    );
    room.lead(&Command::Next);
    room.lead(&recommendation(ids.into_iter().take(1).collect()));
    room.lead(&Command::Next);
    room.lead(&Command::Close);
    room
}

fn teaching(word: &str, place: Option<Place>) -> Command {
    Command::Teach {
        word: word.to_owned(),
        place,
    }
}

pub(super) fn theme(id: &str) -> Place {
    id.parse().expect("a place")
}

fn reflection(challenge: &str) -> Command {
    Command::Reflect {
        challenge: challenge.parse().expect("id"),
        stance: Stance::Differ,
        text: "yes".to_owned(),
    }
}

fn recommendation(contributions: Vec<ContributionId>) -> Command {
    Command::Recommend {
        theme: theme("wellbeing"),
        horizon: Horizon::Now,
        who: Actor::SocialPartners,
        text: "Spreek af: wie, wat, wanneer".to_owned(),
        contributions,
    }
}

/// Something somebody tries; what it is about is chosen from what there is.
pub(super) fn attempt(room: &mut Room, kind: u8, seat: u32, which: Index, text: &str) {
    let people = u32::try_from(room.workshop.participants().len()).expect("few");
    let seat = 1 + seat % people;
    let asker = Asker::participant(ParticipantId(seat));
    let ids: Vec<_> = room.workshop.contributions().keys().copied().collect();
    let one = (!ids.is_empty()).then(|| *which.get(&ids));
    let themes: Vec<_> = room
        .workshop
        .plan()
        .themes
        .iter()
        .map(|theme| theme.id.clone())
        .collect();
    let theme = which.get(&themes).clone();
    match (kind, one) {
        (0, _) => room.join(Language::Fr),
        (1..=3, _) => room.ask(asker, &contribution(text, None)),
        (4, Some(contribution)) => {
            let primary = Some(Place::Theme(theme));
            room.ask(
                asker,
                &Command::Sort {
                    contribution,
                    primary,
                    second: Some(Place::None),
                },
            );
        }
        (5, Some(_)) => room.lead(&Command::Place {
            contributions: ids,
            primary: Some(Place::Theme(theme)),
            second: None,
        }),
        (6, Some(_)) => {
            let label = text.parse().ok();
            let contributions = ids.into_iter().skip(which.index(3)).take(2).collect();
            room.lead(&Command::Group {
                contributions,
                label,
            });
        }
        (7, _) => room.ask(
            asker,
            &Command::Vote {
                theme,
                dots: u8::try_from(which.index(6)).expect("small"),
            },
        ),
        (8, _) => room.ask(
            asker,
            &Command::Say {
                text: text.to_owned(),
            },
        ),
        (9, _) => room.lead(&recommendation(ids.into_iter().take(2).collect())),
        (10, _) => room.ask(asker, &reflection("automation")),
        (11..=13, _) => room.lead(&Command::Next),
        (14, Some(contribution)) => room.lead(&Command::Hide { contribution }),
        (15, _) => room.lead(&Command::Undo),
        (16, _) => room.lead(&Command::Redo),
        (17, Some(contribution)) => room.ask(asker, &Command::Withdraw { contribution }),
        (18, Some(contribution)) => room.lead(&Command::Spotlight {
            contribution: Some(contribution),
        }),
        (19, _) => room.lead(&Command::ProposeTheme {
            id: format!("own-{seat}").parse().expect("id"),
            title: text.to_owned(),
            definition: text.to_owned(),
        }),
        (20, _) => room.lead(&Command::AddPersona {
            id: format!("role-{seat}").parse().expect("id"),
            role: text.to_owned(),
            work: String::new(),
            worries: text.to_owned(),
            wishes: String::new(),
        }),
        (21, _) => room.lead(&Command::StartTimer { seconds: 90 }),
        (22, _) => room.lead(&Command::Back),
        (23, _) => room.ask(asker, &Command::Leave),
        (24, _) => room.lead(&Command::Hands { theme, count: seat }),
        (25, Some(_)) if ids.len() >= 7 => room.lead(&Command::Suggest(suggestions())),
        (26, _) => {
            let place = (!which.index(3).is_multiple_of(3)).then_some(Place::Theme(theme));
            room.lead(&teaching(text, place));
        }
        (27, _) => room.lead(&Command::accept(Vec::new())),
        _ => room.lead(&Command::AssignAuto),
    }
}
