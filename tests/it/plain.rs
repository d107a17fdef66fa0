//! Plain mode on real input and output, against a host.

use std::time::Duration;

use halte::id::{ContributionId, ParticipantId};
use halte::language::Language;
use halte::link;
use halte::locale::Locale;
use halte::plain::{self, Ending, Options, PlainError};
use halte::vocabulary::Role;
use halte::wire::{Farewell, Fault, Moving, Presence, ServerMessage};
use halte::workshop::suggestion::{Likeness, Suggestion, Suggestions};
use halte::workshop::{Asker, Command, decide};
use serde_json::json;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, Lines, duplex};
use tokio::task::JoinHandle;

use crate::fake_host::{Guest, Host, soon};

/// Somebody at a terminal.
struct Person {
    keyboard: Option<DuplexStream>,
    screen: Lines<BufReader<DuplexStream>>,
    task: JoinHandle<Result<Ending, PlainError>>,
    link: JoinHandle<()>,
}

impl Person {
    fn sit(host: &Host, folder: &TempDir, patience: Duration) -> Self {
        let (seat, link) = link::open(host.settings(), host.outbox(folder.path()));
        let (keyboard, input) = duplex(4_096);
        let (output, screen) = duplex(4_096);
        let options = Options {
            locale: Locale::new(Language::En),
            role: host.settings().role,
            code: "K7QF-2M9X".to_owned(),
            room: "192.0.2.1/K7QF-2M9X".to_owned(),
            patience,
        };
        let input = BufReader::new(input);
        Self {
            keyboard: Some(keyboard),
            screen: BufReader::new(screen).lines(),
            task: tokio::spawn(plain::run(seat, input, output, tokio::io::sink(), options)),
            link: tokio::spawn(link.run()),
        }
    }

    async fn types(&mut self, text: &str) {
        let keyboard = self.keyboard.as_mut().expect("the input has ended");
        keyboard.write_all(text.as_bytes()).await.unwrap();
    }

    /// The input ends.
    fn stops_typing(&mut self) {
        self.keyboard = None;
    }

    async fn reads_line(&mut self) -> String {
        let line = soon(self.screen.next_line()).await.unwrap();
        let line = line.expect("the output has ended");
        assert!(!line.chars().any(char::is_control), "{line:?}");
        line
    }

    /// Waits for a line that starts like this; others pass by.
    async fn sees(&mut self, start: &str) -> String {
        loop {
            let line = self.reads_line().await;
            if line.starts_with(start) {
                return line;
            }
        }
    }

    async fn reads(&mut self, lines: &[&str]) {
        for line in lines {
            assert_eq!(self.reads_line().await, *line);
        }
    }

    async fn ends(mut self) -> (Ending, Vec<String>) {
        let mut rest = Vec::new();
        while let Some(line) = soon(self.screen.next_line()).await.unwrap() {
            rest.push(line);
        }
        let ending = soon(self.task).await.unwrap().unwrap();
        soon(self.link).await.unwrap();
        (ending, rest)
    }
}

const LONG: Duration = Duration::from_hours(1);

async fn seated(role: Role) -> (Host, TempDir, Person) {
    let host = Host::start(role).await;
    let folder = tempfile::tempdir().unwrap();
    let person = Person::sit(&host, &folder, LONG);
    (host, folder, person)
}

/// Hears a command, answers it and tells what it changed.
async fn serve(host: &mut Host, guest: &mut Guest) -> Command {
    let before = host.workshop.seq();
    let (id, command) = guest.command().await;
    let answer = host.answer(id, &command);
    guest.say(&answer).await;
    guest.say(&host.news(before)).await;
    command
}

/// The facilitator does something, and the guest is told.
async fn lead(host: &mut Host, guest: &mut Guest, command: Command) {
    let before = host.workshop.seq();
    host.lead(&command);
    guest.say(&host.news(before)).await;
}

#[tokio::test]
async fn a_participant_writes_loses_the_link_comes_back_and_sees_the_end() {
    let (mut host, _folder, mut person) = seated(Role::Participant).await;
    let (mut guest, _) = host.welcome().await;
    person
        .reads(&[
            "joined p01 code=K7QF-2M9X",
            "step welcome 5:00",
            "expect Write what you need.",
            "frame No forecast.",
        ])
        .await;
    person.types("too early\n").await;
    serve(&mut host, &mut guest).await;
    person
        .reads(&[
            "refused closed-step because of this / and that",
            "unsaved too early",
        ])
        .await;
    lead(
        &mut host,
        &mut guest,
        Command::Goto {
            step: "s03".parse().unwrap(),
        },
    )
    .await;
    person
        .reads(&[
            "step write synergy 8:00",
            "expect Write what you need.",
            "scenario synergy Synergy: People and machines.",
            "fact work Work is lighter.",
            "warning Not static.",
            "persona stitcher",
            "i-am stitcher. I sew.",
            "worries The sector.",
            "wishes A cobot.",
        ])
        .await;
    assert!(person.reads_line().await.starts_with("prompt SY"));
    person.types("rest at the line\n").await;
    serve(&mut host, &mut guest).await;
    person.reads(&["saved n0001 rest at the line"]).await;

    drop(guest);
    person.reads(&["lost"]).await;
    person.types("/kind challenge\nstill here\n").await;
    person
        .reads(&["kind challenge", "waiting still here"])
        .await;
    let (mut guest, _) = host.welcome().await;
    person.reads(&["back"]).await;
    let command = serve(&mut host, &mut guest).await;
    assert!(
        matches!(command, Command::Contribute { kind: Some(kind), .. } if kind.as_str() == "challenge")
    );
    person.reads(&["saved n0002 still here"]).await;

    let before = host.workshop.seq();
    host.lead(&Command::Close);
    guest.say(&host.news(before)).await;
    let reason = Farewell::SessionClosed;
    guest.say(&ServerMessage::Goodbye { reason }).await;
    let (ending, rest) = person.ends().await;
    assert_eq!((ending, rest), (Ending::Closed, vec!["closed".to_owned()]));
}

#[tokio::test]
async fn the_end_of_input_leaves_only_after_everything_is_answered() {
    let (mut host, folder, mut person) = seated(Role::Participant).await;
    let (mut guest, _) = host.welcome().await;
    person.types("/say first\n/say last without an end").await;
    person.stops_typing();
    for _ in 0..2 {
        let command = serve(&mut host, &mut guest).await;
        assert!(matches!(command, Command::Say { .. }), "{command:?}");
    }
    assert_eq!(serve(&mut host, &mut guest).await, Command::Leave);
    let (ending, rest) = person.ends().await;
    assert_eq!(ending, Ending::Left);
    assert!(rest.contains(&"parked k02 last without an end".to_owned()));
    // The next one at this machine is somebody else.
    let next = Person::sit(&host, &folder, LONG);
    let (_guest, hello) = host.welcome().await;
    assert!(hello.seat.is_none());
    next.task.abort();
}

#[tokio::test]
async fn the_end_of_input_without_a_host_leaves_everything_on_disk() {
    let host = Host::start(Role::Participant).await;
    let folder = tempfile::tempdir().unwrap();
    let mut person = Person::sit(&host, &folder, Duration::ZERO);
    person.types("one\ntwo\n").await;
    person.sees("waiting two").await;
    person.stops_typing();
    let (ending, _) = person.ends().await;
    assert_eq!(ending, Ending::Waiting(2));
    assert_eq!(host.outbox(folder.path()).pending().len(), 2);
}

#[tokio::test]
async fn a_host_that_cannot_even_record_the_leaving_holds_nobody_back() {
    let (host, _folder, mut person) = seated(Role::Participant).await;
    let (mut guest, _) = host.welcome().await;
    person.stops_typing();
    let (id, command) = guest.command().await;
    assert_eq!(command, Command::Leave);
    let (reason, message) = ("read-only".to_owned(), String::new());
    guest
        .say(&ServerMessage::Refused {
            id,
            reason,
            message,
        })
        .await;
    assert_eq!(person.ends().await.0, Ending::Left);
}

#[tokio::test]
async fn the_group_sorts_and_votes_and_each_sees_only_what_may_be_seen() {
    let (mut host, _folder, mut person) = seated(Role::Participant).await;
    let (mut guest, _) = host.welcome().await;
    let goto = |step: &str| Command::Goto {
        step: step.parse().unwrap(),
    };
    lead(&mut host, &mut guest, goto("s03")).await;
    person.sees("prompt").await;
    // Somebody else's is private until it is shared.
    let other = Asker::participant(ParticipantId(9));
    let text = "quiet \u{202e}please\u{1b}[2J".to_owned();
    let contribute = Command::contribute(None, text);
    let event = decide(
        &host.workshop,
        &contribute,
        other,
        host.workshop.opened_at(),
    );
    let before = host.workshop.seq();
    host.happens(other.seat, event.unwrap().unwrap());
    guest.say(&host.news(before)).await;
    lead(&mut host, &mut guest, goto("s04")).await;
    person
        .reads(&[
            "step share synergy 5:00",
            "expect Write what you need.",
            "scenario synergy Synergy",
            "warning Not static.",
            "persona stitcher",
            "shared n0001 need - quiet please",
        ])
        .await;
    lead(
        &mut host,
        &mut guest,
        Command::Card {
            card: "TE1".parse().unwrap(),
        },
    )
    .await;
    lead(&mut host, &mut guest, Command::StartTimer { seconds: 300 }).await;
    lead(&mut host, &mut guest, Command::StopTimer).await;
    lead(&mut host, &mut guest, goto("s05")).await;
    person
        .reads(&[
            "card TE1 Chips get scarce.",
            "ask What does this change?",
            "timer 5:00",
            "timer stopped",
            "step sort 10:00",
            "expect Write what you need.",
            "theme wellbeing wellbeing at work: what it covers",
            "theme ai-support AI support: what it covers",
            "theme none None of these themes: what fits nowhere is a finding too.",
            "slice n0001 quiet please",
        ])
        .await;
    person.types("/sort n0001 wellbeing ai-support\n").await;
    serve(&mut host, &mut guest).await;
    person.reads(&["sorted n0001 wellbeing ai-support"]).await;
    let hide = Command::Hide {
        contribution: ContributionId(1),
    };
    lead(&mut host, &mut guest, hide).await;
    lead(&mut host, &mut guest, goto("s06")).await;
    person.reads(&["hidden n0001"]).await;
    person.sees("dots 5").await;
    person.types("/vote wellbeing 3\n/vote wellbeing 9\n").await;
    serve(&mut host, &mut guest).await;
    person.reads(&["voted wellbeing 3"]).await;
    serve(&mut host, &mut guest).await;
    person.sees("refused too-many-dots").await;
    lead(&mut host, &mut guest, goto("s07")).await;
    person
        .reads(&[
            "votes ai-support 0",
            "votes wellbeing 3",
            "step reflect 5:00",
            "expect Write what you need.",
            "claim Learning matters most.",
            "challenge shortage Shortage: It stays. Do you agree?",
        ])
        .await;
}

#[tokio::test]
async fn a_facilitator_leads_without_a_screen() {
    let (mut host, _folder, mut person) = seated(Role::Facilitator).await;
    let (mut guest, _) = host.welcome().await;
    person
        .reads(&[
            "joined p00 code=K7QF-2M9X",
            "step welcome 5:00",
            "say Say it.",
            "may They may.",
            "frame No forecast.",
        ])
        .await;
    person.types("/next 300\n/next 5\n/stay\n").await;
    let form = person.reads_line().await;
    assert!(form.contains("/next [5]"), "{form}");
    let to = "s02".parse().unwrap();
    let announced = Command::Announce { to, seconds: 5 };
    assert_eq!(serve(&mut host, &mut guest).await, announced);
    assert_eq!(serve(&mut host, &mut guest).await, Command::CallOff);
    person.reads(&["ok next", "ok stay"]).await;
    person.types("/next\n").await;
    serve(&mut host, &mut guest).await;
    person.reads(&["ok next"]).await;
    person.sees("step brief synergy 4:00").await;
    person.sees("warning").await;
    let presence = Presence {
        done: 1,
        connected: 2,
        ..Presence::default()
    };
    // What is the same as before is not told again.
    for _ in 0..2 {
        guest.say(&ServerMessage::Presence(presence.clone())).await;
    }
    let expected = "presence done=1 connected=2 participants=0 contributions=0 sorts=0 ballots=0";
    person.reads(&[expected]).await;
    person.types("/sotr\n/assign p01\n").await;
    let unknown = person.sees("refused bad-command").await;
    assert!(
        unknown.contains("/sort") && unknown.ends_with("/sotr"),
        "{unknown}"
    );
    let form = person.sees("refused bad-command").await;
    assert!(form.contains("/assign p03 PERSONA"), "{form}");
    person.types("/who\n/lang nl\n/kind x\n").await;
    person.reads(&["who p01 stitcher", "lang nl"]).await;
    assert!(person.reads_line().await.contains("Kies uit"));
    person.types("/paper stitcher from a note\n").await;
    assert!(matches!(
        serve(&mut host, &mut guest).await,
        Command::Speak { .. }
    ));
    serve(&mut host, &mut guest).await;
    person.reads(&["saved n0001 from a note"]).await;
    person.types("/list\n").await;
    person
        .reads(&["own n0001 private need synergy from a note"])
        .await;
}

#[tokio::test]
async fn a_step_that_is_announced_is_told_and_so_is_that_the_group_stays_after_all() {
    let (mut host, _folder, mut person) = seated(Role::Participant).await;
    let (mut guest, _) = host.welcome().await;
    person.sees("frame").await;
    let presence = |visit, moving: Option<(&str, u32)>| {
        let moving = moving.map(|(to, seconds)| Moving {
            to: to.parse().unwrap(),
            at: host.workshop.opened_at().plus_seconds(seconds),
        });
        ServerMessage::Presence(Presence {
            visit,
            moving,
            ..Presence::default()
        })
    };
    for told in [
        presence(1, Some(("s03", 3_600))),
        presence(1, None),
        presence(1, Some(("s05", 3_600))),
    ] {
        guest.say(&told).await;
    }
    let write = person.reads_line().await;
    assert!(write.starts_with("moving write synergy 3"), "{write}");
    person.reads(&["staying"]).await;
    assert!(person.reads_line().await.starts_with("moving sort 3"));
    // The step tells itself, and then nobody stays.
    let (moved, nothing) = (presence(2, None), presence(2, None));
    let goto = Command::Goto {
        step: "s05".parse().unwrap(),
    };
    lead(&mut host, &mut guest, goto).await;
    guest.say(&moved).await;
    guest.say(&nothing).await;
    lead(&mut host, &mut guest, Command::StartTimer { seconds: 60 }).await;
    person.sees("step sort").await;
    person.reads(&["expect Write what you need."]).await;
    person.sees("theme none").await;
    person.reads(&["timer 1:00"]).await;
}

#[tokio::test]
async fn a_list_has_what_was_just_acknowledged_although_its_record_comes_later() {
    let (mut host, _folder, mut person) = seated(Role::Participant).await;
    let (mut guest, _) = host.welcome().await;
    let step = "s03".parse().unwrap();
    lead(&mut host, &mut guest, Command::Goto { step }).await;
    person.sees("prompt").await;
    person.types("rest at the line\n").await;
    let before = host.workshop.seq();
    let (id, command) = guest.command().await;
    let answer = host.answer(id, &command);
    guest.say(&answer).await;
    person.reads(&["saved n0001 rest at the line"]).await;
    person.types("/list\n/kind want\n").await;
    guest.say(&host.news(before)).await;
    person
        .reads(&[
            "own n0001 private need synergy rest at the line",
            "kind want",
        ])
        .await;
}

#[tokio::test]
async fn a_list_is_given_although_a_record_never_comes() {
    let (mut host, _folder, mut person) = seated(Role::Participant).await;
    let (mut guest, _) = host.welcome().await;
    let step = "s03".parse().unwrap();
    lead(&mut host, &mut guest, Command::Goto { step }).await;
    person.sees("prompt").await;
    person.types("rest at the line\n").await;
    let (id, command) = guest.command().await;
    guest.say(&host.answer(id, &command)).await;
    person.sees("saved n0001").await;
    person.types("/list\n").await;
    person.reads(&["own none"]).await;
}

#[tokio::test]
async fn a_host_that_stops_is_told_as_what_it_is() {
    let (host, _folder, mut person) = seated(Role::Participant).await;
    let (mut guest, _) = host.welcome().await;
    person.sees("frame").await;
    let reason = Farewell::HostStopped;
    guest.say(&ServerMessage::Goodbye { reason }).await;
    let lost = person.reads_line().await;
    assert!(
        lost.starts_with("lost host-stopped the host has stopped"),
        "{lost}"
    );
    let (_guest, _) = host.welcome().await;
    person.reads(&["back"]).await;
}

#[tokio::test]
async fn who_has_to_wait_their_turn_reads_so() {
    let (host, _folder, mut person) = seated(Role::Participant).await;
    let mut guest = host.accept().await;
    guest.hello().await;
    let reason = Fault::TooFast;
    let message = String::new();
    guest.say(&ServerMessage::Error { reason, message }).await;
    let wait = "lost too-fast Just a moment: the room cannot let you in right away. \
                Your turn comes by itself; you need not do anything.";
    person.reads(&[wait]).await;
    let (_guest, _) = host.welcome().await;
    person.sees("joined p01").await;
}

#[tokio::test]
async fn whoever_comes_back_while_sorting_is_told_what_is_suggested() {
    let (mut host, _folder, mut person) = seated(Role::Facilitator).await;
    let command =
        |fields: serde_json::Value| -> Command { serde_json::from_value(fields).unwrap() };
    host.lead(&command(json!({"type": "goto", "step": "s04"})));
    for text in ["rest", "more rest"] {
        host.lead(&command(
            json!({"type": "contribute", "text": text, "source": "paper", "persona": "stitcher"}),
        ));
    }
    host.lead(&command(json!({"type": "goto", "step": "s05"})));
    let suggestion: Suggestion = serde_json::from_value(json!({
        "ranking": [{"place": "wellbeing", "confidence": 0.9}, {"place": "none", "confidence": 0.1}],
        "language": "en", "because": ["rest"],
    }))
    .unwrap();
    let [first, second] = [ContributionId(1), ContributionId(2)];
    host.lead(&Command::Suggest(Suggestions {
        places: [(first, suggestion.clone()), (second, suggestion)].into(),
        alike: vec![Likeness {
            contributions: vec![first, second],
            likeness: 500,
        }],
    }));
    host.lead(&command(
        json!({"type": "place", "contributions": ["n0002"], "primary": "none"}),
    ));
    let (_guest, _) = host.welcome().await;
    let line = person.sees("suggested ").await;
    assert_eq!(line, "suggested n0001 wellbeing=0.90 rest");
    person.reads(&["alike n0001 n0002"]).await;
}
