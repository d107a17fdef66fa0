//! Who may ask what, and when: every command at every kind of step in every role, written down as a table. A
//! permission that changes has to be changed here too.

use halte::id::{ContributionId, ParticipantId};
use halte::language::Language;
use halte::moment::Moment;
use halte::vocabulary::{Role, StepKind};
use halte::workshop::suggestion::{Likeness, Suggestions};
use halte::workshop::{Asker, Command, Joining, Refusal, Workshop, decide};
use serde_json::json;

use crate::workshops::{Play, Shape, plan};

/// One row: the command, and for each role what it gets at each kind of step, in the order of [`StepKind::ALL`]:
/// `y` it happens, `.` it is fine but nothing is recorded, and for refusals
/// `c` closed-step, `f` not-the-facilitator, `o` observers-watch, `n` not-yours, `u` unknown-contribution,
/// `a` already-shared, `s` no-scenario, `e` no-step-there, `h` already-there.
///
/// The steps: welcome, brief, write, share, sort, converge, recurrence, vote, reflect, act, close.
const TABLE: &[(&str, &str, &str, &str)] = &[
    // what                                                    facilitator    participant    observer
    ("join", "yyyyyyyyyyy", "yyyyyyyyyyy", "yyyyyyyyyyy"),
    ("time-is-up", "yyyyyyyyyyy", "yyyyyyyyyyy", "yyyyyyyyyyy"),
    ("leave", "...........", "yyyyyyyyyyy", "..........."),
    ("speak", "...........", "yyyyyyyyyyy", "..........."),
    ("contribute", "cyyyyyccccc", "ccyyccccccc", "ooooooooooo"),
    ("edit", "uuunnnnnnnn", "yyyaaaaaaaa", "ooooooooooo"),
    ("withdraw", "uuunnnnnnnn", "yyyaaaaaaaa", "ooooooooooo"),
    ("done", "...........", "...........", "ooooooooooo"),
    ("undone", "...........", "...........", "ooooooooooo"),
    ("sort", "nnnnnnnnnnn", "ccccycccccc", "ooooooooooo"),
    ("vote", "nnnnnnnnnnn", "cccccccyccc", "ooooooooooo"),
    ("say", "yyyyyyyyyyy", "yyyyyyyyyyy", "ooooooooooo"),
    ("reflect", "ccccccccycc", "ccccccccycc", "ooooooooooo"),
    ("next", "yyyyyyyyyye", "fffffffffff", "fffffffffff"),
    ("back", "eyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("goto", "yyyyy.yyyyy", "fffffffffff", "fffffffffff"),
    ("announce", ".....h.....", "fffffffffff", "fffffffffff"),
    ("call-off", "...........", "fffffffffff", "fffffffffff"),
    ("start-timer", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("extend-timer", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("stop-timer", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("assign", "syyysssssss", "fffffffffff", "fffffffffff"),
    ("assign-auto", "s...sssssss", "fffffffffff", "fffffffffff"),
    ("place", "ccccyyycccc", "fffffffffff", "fffffffffff"),
    ("accept", "ccccyyycccc", "fffffffffff", "fffffffffff"),
    ("teach", "ccccyyycccc", "fffffffffff", "fffffffffff"),
    ("suggest", "ccccyyccccc", "ccccyyccccc", "ccccyyccccc"),
    ("group", "cccyyyycccc", "fffffffffff", "fffffffffff"),
    ("ungroup", "cccyyyycccc", "fffffffffff", "fffffffffff"),
    ("hide", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("show", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("spotlight", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("card", "cyyyccccccc", "fffffffffff", "fffffffffff"),
    ("hands", "cccccccyccc", "fffffffffff", "fffffffffff"),
    ("recommend", "ccccccccyyy", "fffffffffff", "fffffffffff"),
    ("resolve", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("add-persona", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("propose-theme", "ccccyyycccc", "fffffffffff", "fffffffffff"),
    ("lock", "...........", "fffffffffff", "fffffffffff"),
    ("unlock", "...........", "fffffffffff", "fffffffffff"),
    ("remove", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("new-code", "...........", "fffffffffff", "fffffffffff"),
    ("undo", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("redo", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
    ("save", "...........", "fffffffffff", "fffffffffff"),
    ("close", "yyyyyyyyyyy", "fffffffffff", "fffffffffff"),
];

/// The command of a row, with fields that make sense in [`under_way`].
fn command(name: &str) -> Command {
    let mut fields = match name {
        "join" => {
            return Command::Join(Joining {
                seat: None,
                name: None,
                organisation: None,
                kind: None,
                real_role: None,
                table: None,
                language: Language::Nl,
            });
        }
        "time-is-up" => return Command::TimeIsUp,
        "speak" => json!({"language": "fr"}),
        "contribute" => json!({"text": "a need", "scenario": "synergy"}),
        "edit" => json!({"contribution": "n0004", "text": "better"}),
        "withdraw" => json!({"contribution": "n0004"}),
        "sort" => json!({"contribution": "n0002", "primary": "none"}),
        "vote" => json!({"theme": "wellbeing", "dots": 2}),
        "say" => json!({"text": "later"}),
        "reflect" => json!({"challenge": "shortage", "stance": "agree", "text": "so it is"}),
        "goto" => json!({"step": "converge"}),
        "announce" => json!({"to": "converge", "seconds": 5}),
        "start-timer" | "extend-timer" => json!({"seconds": 60}),
        "assign" => json!({"participant": "p02", "persona": "persona-02"}),
        "remove" => json!({"participant": "p02"}),
        "place" => json!({"contributions": ["n0002"], "primary": "none"}),
        "accept" => json!({"contributions": ["n0001"]}),
        "teach" => json!({"word": "Werkdruk", "place": "wellbeing"}),
        "suggest" => {
            return Command::Suggest(Suggestions {
                alike: vec![Likeness {
                    contributions: vec![ContributionId(1), ContributionId(2)],
                    likeness: 700,
                }],
                ..Suggestions::default()
            });
        }
        "group" => json!({"contributions": ["n0001", "n0003"]}),
        "ungroup" => json!({"group": "g01"}),
        "hide" | "spotlight" => json!({"contribution": "n0001"}),
        "show" => json!({"contribution": "n0003"}),
        "card" => json!({"card": "TE1"}),
        "hands" => json!({"theme": "wellbeing", "count": 5}),
        "recommend" => json!({"theme": "none", "horizon": "now", "who": "sector", "text": "do it"}),
        "resolve" => json!({"parking": "k01"}),
        "add-persona" => json!({"id": "our-own", "role": "our own"}),
        "propose-theme" => json!({"id": "a-sixth", "title": "a sixth"}),
        _ => json!({}),
    };
    fields["type"] = json!(name);
    serde_json::from_value(fields).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The word of a command. A new command does not compile until it has one here, and a row above.
const fn name_of(command: &Command) -> &'static str {
    match command {
        Command::Join(_) => "join",
        Command::TimeIsUp => "time-is-up",
        Command::Leave => "leave",
        Command::Speak { .. } => "speak",
        Command::Contribute { .. } => "contribute",
        Command::Edit { .. } => "edit",
        Command::Withdraw { .. } => "withdraw",
        Command::Done => "done",
        Command::Undone => "undone",
        Command::Sort { .. } => "sort",
        Command::Vote { .. } => "vote",
        Command::Say { .. } => "say",
        Command::Reflect { .. } => "reflect",
        Command::Next => "next",
        Command::Back => "back",
        Command::Goto { .. } => "goto",
        Command::Announce { .. } => "announce",
        Command::CallOff => "call-off",
        Command::StartTimer { .. } => "start-timer",
        Command::ExtendTimer { .. } => "extend-timer",
        Command::StopTimer => "stop-timer",
        Command::Assign { .. } => "assign",
        Command::AssignAuto => "assign-auto",
        Command::Place { .. } => "place",
        Command::Accept { .. } => "accept",
        Command::Teach { .. } => "teach",
        Command::Suggest(_) => "suggest",
        Command::Group { .. } => "group",
        Command::Ungroup { .. } => "ungroup",
        Command::Hide { .. } => "hide",
        Command::Show { .. } => "show",
        Command::Spotlight { .. } => "spotlight",
        Command::Card { .. } => "card",
        Command::Hands { .. } => "hands",
        Command::Recommend { .. } => "recommend",
        Command::Resolve { .. } => "resolve",
        Command::AddPersona { .. } => "add-persona",
        Command::ProposeTheme { .. } => "propose-theme",
        Command::Lock => "lock",
        Command::Unlock => "unlock",
        Command::Remove { .. } => "remove",
        Command::NewCode => "new-code",
        Command::Undo => "undo",
        Command::Redo => "redo",
        Command::Save => "save",
        Command::Close => "close",
    }
}

/// A workshop in which there is something to do with every command: two shared contributions in a group, a hidden
/// one, a private one of p01's, something parked, something to undo and to redo.
fn under_way() -> Play {
    let mut play = Play::open(plan(Shape::default()));
    play.seat(3);
    let p = |seat| Asker::participant(ParticipantId(seat));
    let ask = |play: &mut Play, asker, fields| {
        let command: Command = serde_json::from_value(fields).expect("a command");
        play.ask(asker, &command)
            .unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
    };
    let contribute = json!({"type": "contribute", "text": "a need"});
    play.goto("write-synergy");
    ask(&mut play, p(1), contribute.clone());
    ask(&mut play, p(2), contribute.clone());
    ask(&mut play, p(3), contribute.clone());
    play.goto("sort");
    for seat in 1..=3 {
        let sort = json!({"type": "sort", "contribution": "n0001", "primary": "wellbeing"});
        ask(&mut play, p(seat), sort);
    }
    ask(&mut play, p(2), json!({"type": "say", "text": "later"}));
    for fields in [
        json!({"type": "group", "contributions": ["n0001", "n0002"]}),
        json!({"type": "hide", "contribution": "n0003"}),
        json!({"type": "goto", "step": "write-inefficiency"}),
        json!({"type": "assign", "participant": "p02", "persona": "persona-01"}),
        json!({"type": "card", "card": "TE2"}),
        json!({"type": "undo"}),
    ] {
        ask(&mut play, Asker::FACILITATOR, fields);
    }
    ask(&mut play, p(1), contribute);
    play
}

fn at_step(kind: StepKind) -> Workshop {
    let mut play = under_way();
    let step = play.workshop.plan().agenda.iter().find(|step| {
        let is_played = matches!(kind, StepKind::Brief | StepKind::Write | StepKind::Share);
        step.kind == kind && (!is_played || step.id.as_str().ends_with("inefficiency"))
    });
    let id = step.expect("a step of each kind").id.to_string();
    play.goto(&id);
    play.lead(&Command::StartTimer { seconds: 60 });
    play.workshop
}

fn letter(judged: Result<Option<halte::workshop::Event>, Refusal>) -> char {
    match judged {
        Ok(Some(_)) => 'y',
        Ok(None) => '.',
        Err(refusal) => match refusal.reason() {
            "closed-step" => 'c',
            "not-the-facilitator" => 'f',
            "observers-watch" => 'o',
            "not-yours" => 'n',
            "unknown-contribution" => 'u',
            "already-shared" => 'a',
            "no-scenario" => 's',
            "no-step-there" => 'e',
            "already-there" => 'h',
            other => panic!("a refusal that has no letter: {other}"),
        },
    }
}

const OBSERVER: Asker = Asker {
    seat: ParticipantId(9_999),
    role: Role::Observer,
};

fn askers() -> [Asker; 3] {
    [
        Asker::FACILITATOR,
        Asker::participant(ParticipantId(1)),
        OBSERVER,
    ]
}

#[test]
fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let steps: Vec<Workshop> = StepKind::ALL.iter().map(|kind| at_step(*kind)).collect();
    let later = Moment::from_millis(1_900_000_000_000);
    let mut wrong = Vec::new();
    for (name, facilitator, participant, observer) in TABLE {
        let command = command(name);
        assert_eq!(name_of(&command), *name);
        for (asker, expected) in askers()
            .into_iter()
            .zip([facilitator, participant, observer])
        {
            let found: String = steps
                .iter()
                .map(|workshop| letter(decide(workshop, &command, asker, later)))
                .collect();
            if found != **expected {
                wrong.push(format!("{name} {}: {found}, not {expected}", asker.role));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_refusal_says_where_it_would_be_allowed() {
    let at = Moment::default();
    for kind in StepKind::ALL {
        let workshop = at_step(*kind);
        for (name, ..) in TABLE {
            for asker in askers() {
                let Err(Refusal::ClosedStep { step, open_in }) =
                    decide(&workshop, &command(name), asker, at)
                else {
                    continue;
                };
                assert_eq!(step, *kind);
                assert!(!open_in.is_empty() && !open_in.contains(kind), "{name}");
            }
        }
    }
}

#[test]
fn after_the_end_people_can_only_leave_and_save() {
    let mut play = under_way();
    play.lead(&Command::Close);
    for (name, ..) in TABLE {
        for asker in askers() {
            let judged = decide(&play.workshop, &command(name), asker, Moment::default());
            let is_refused = judged == Err(Refusal::WorkshopClosed);
            assert_eq!(is_refused, !matches!(*name, "leave" | "save"), "{name}");
        }
    }
}
