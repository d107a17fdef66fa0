//! The desk by itself, with a disk that takes what is staged or does not.

use halte::id::ParticipantId;
use halte::language::Language;
use halte::moment::Moment;
use halte::room::desk::{Desk, mark};
use halte::vocabulary::Anonymity;
use halte::wire::Moving;
use halte::workshop::{Asker, Command, Event, Joining, Refusal};
use uuid::Uuid;

use crate::workshops::{Play, Shape, plan};

const NOW: i64 = 1_795_251_600_000;

/// A desk at the writing step, with one participant.
fn desk() -> (Desk, Asker) {
    let play = Play::open(plan(Shape::default()));
    let (mut desk, _) = Desk::open(play.records).expect("a workshop");
    let seat = desk.join(None, joining(), now()).expect("a seat");
    let step = "write-synergy".parse().expect("a step id");
    ask(&mut desk, Asker::FACILITATOR, 1, &Command::Goto { step }).expect("the step");
    desk.commit();
    (desk, Asker::participant(seat))
}

const fn joining() -> Joining {
    Joining {
        seat: None,
        name: None,
        organisation: None,
        kind: None,
        real_role: None,
        table: None,
        language: Language::Nl,
    }
}

fn now() -> Moment {
    Moment::from_millis(NOW)
}

fn ask(desk: &mut Desk, asker: Asker, id: u128, command: &Command) -> halte::room::Answer {
    desk.ask(asker, Uuid::from_u128(id), command, now())
}

fn contribute() -> Command {
    Command::contribute(None, "een nood")
}

#[test]
fn a_refusal_that_was_told_stays_the_answer_when_the_disk_refuses_later() {
    let (mut desk, asker) = desk();
    let withdraw = Command::Withdraw {
        contribution: "n0001".parse().expect("an id"),
    };
    let told = ask(&mut desk, asker, 2, &withdraw);
    assert!(matches!(told, Err(Refusal::Unknown { .. })));
    desk.commit();

    assert!(ask(&mut desk, asker, 3, &contribute()).is_ok());
    desk.roll_back();
    assert_eq!(ask(&mut desk, asker, 2, &withdraw), told);
    desk.reopen();
    assert!(ask(&mut desk, asker, 4, &contribute()).is_ok());
    assert_eq!(ask(&mut desk, asker, 2, &withdraw), told);
}

#[test]
fn one_participant_fills_so_much_of_the_record_and_the_others_go_on() {
    let (mut desk, asker) = desk();
    let other = desk.join(None, joining(), now()).expect("a seat");
    let made = ask(&mut desk, asker, 2, &contribute()).expect("room");
    let contribution = made.result.contribution.expect("a contribution");
    let mut edits = 0;
    let told = loop {
        // Each is as long as a text may be, and another one.
        let edit = Command::Edit {
            contribution,
            kind: None,
            text: format!("{edits:0>500}"),
        };
        let told = ask(&mut desk, asker, 3 + edits, &edit);
        desk.commit();
        edits += 1;
        if told.is_err() || edits > 20_000 {
            break told;
        }
    };
    assert_eq!(told.err(), Some(Refusal::TooManyChanges));
    assert!(edits > 5_000, "{edits}");
    // What they have stays, and leaving is no change to it; others have all of theirs.
    assert_eq!(desk.workshop().contributions().len(), 1);
    let id = 1_000_000;
    assert!(ask(&mut desk, Asker::participant(other), id, &contribute()).is_ok());
    assert!(ask(&mut desk, Asker::FACILITATOR, id + 1, &Command::Next).is_ok());
    assert!(ask(&mut desk, asker, id + 2, &Command::Leave).is_ok());
}

#[test]
fn what_rested_on_records_that_never_came_to_be_is_judged_anew() {
    let (mut desk, asker) = desk();
    assert!(ask(&mut desk, Asker::FACILITATOR, 2, &Command::Next).is_ok());
    let edit = Command::Edit {
        contribution: "n0001".parse().expect("an id"),
        kind: None,
        text: "een andere nood".to_owned(),
    };
    assert!(ask(&mut desk, asker, 3, &contribute()).is_ok());
    assert_eq!(ask(&mut desk, asker, 4, &edit), Err(Refusal::AlreadyShared));
    desk.roll_back();
    desk.reopen();

    assert!(ask(&mut desk, asker, 3, &contribute()).is_ok());
    assert!(ask(&mut desk, asker, 4, &edit).is_ok());
    assert_eq!(asker.seat, ParticipantId(1));
}

#[test]
fn who_was_away_while_something_was_hidden_is_not_told_what_it_said() {
    let (mut desk, asker) = desk();
    assert!(ask(&mut desk, asker, 2, &contribute()).is_ok());
    assert!(ask(&mut desk, Asker::FACILITATOR, 3, &Command::Next).is_ok());
    desk.commit();
    let left = desk.workshop().seq() - 1;
    assert!(desk.may_resume(left));

    let hide = Command::Hide {
        contribution: "n0001".parse().expect("an id"),
    };
    assert!(ask(&mut desk, Asker::FACILITATOR, 4, &hide).is_ok());
    desk.commit();
    let now = desk.workshop().seq();
    assert!(!desk.may_resume(left));
    assert!(desk.may_resume(now) && !desk.may_resume(now + 1));
}

#[test]
fn who_left_and_says_so_again_after_the_answer_was_lost_has_left() {
    let (mut desk, asker) = desk();
    let left = ask(&mut desk, asker, 2, &Command::Leave);
    desk.commit();
    // The terminal did not hear the answer: it comes back to say it again.
    let joining = Joining {
        seat: Some(asker.seat),
        ..joining()
    };
    assert_eq!(desk.join(None, joining, now()), Ok(asker.seat));
    desk.commit();
    assert_eq!(ask(&mut desk, asker, 2, &Command::Leave), left);
    desk.commit();

    assert!(desk.workshop().participants()[&asker.seat].left);
    let twice = desk
        .records()
        .iter()
        .filter(|record| record.command == Some(Uuid::from_u128(2)));
    assert_eq!(twice.count(), 1);
}

fn step(id: &str) -> halte::id::StepId {
    id.parse().expect("a step id")
}

fn announce(desk: &mut Desk, id: u128, to: &str, seconds: u8) {
    let to = step(to);
    let announce = Command::Announce { to, seconds };
    ask(desk, Asker::FACILITATOR, id, &announce).expect("a notice");
    assert!(!desk.has_staged(), "a notice is not recorded");
    desk.commit();
}

fn at_step(desk: &Desk) -> &str {
    let (_, step) = desk.workshop().step().expect("a step");
    step.id.as_str()
}

#[test]
fn the_group_goes_where_it_was_announced_when_the_time_has_come() {
    let (mut desk, _) = desk();
    assert_eq!(desk.due(), None);
    announce(&mut desk, 2, "sort", 5);
    let at = now().plus_seconds(5);
    let to = step("sort");
    assert_eq!(desk.presence().moving, Some(Moving { to, at }));
    assert_eq!(desk.due(), Some(at));

    assert!(!desk.tick(now().plus_seconds(4)));
    assert_eq!(at_step(&desk), "write-synergy");
    assert!(desk.tick(at));
    desk.commit();
    assert_eq!((at_step(&desk), desk.due()), ("sort", None));
    assert_eq!(desk.presence().moving, None);
    let last = desk.records().last().expect("a record");
    assert_eq!(last.by, Some(ParticipantId::FACILITATOR));
}

#[test]
fn whatever_else_moves_the_group_and_calling_off_end_the_notice_and_a_second_one_replaces_it() {
    for (number, command) in [
        Command::Next,
        Command::Back,
        Command::Goto { step: step("act") },
        Command::Close,
        Command::CallOff,
    ]
    .into_iter()
    .enumerate()
    {
        let (mut desk, _) = desk();
        announce(&mut desk, 2, "sort", 5);
        announce(&mut desk, 3, "vote", 9);
        let moving = desk.presence().moving.expect("a notice");
        assert_eq!(moving.to, step("vote"));
        let id = 10 + number as u128;
        ask(&mut desk, Asker::FACILITATOR, id, &command).expect("an answer");
        desk.commit();
        assert_eq!(desk.presence().moving, None, "{command:?}");
        assert!(!desk.tick(now().plus_seconds(60)), "{command:?}");
    }
}

#[test]
fn a_notice_waits_for_the_disk_and_can_be_called_off_meanwhile() {
    let (mut desk, _) = desk();
    announce(&mut desk, 2, "sort", 5);
    let later = now().plus_seconds(5);
    assert!(desk.tick(later));
    desk.roll_back();
    assert_eq!(at_step(&desk), "write-synergy");
    assert!(desk.presence().moving.is_some() && !desk.tick(later));
    desk.reopen();
    assert!(desk.tick(later));
    desk.roll_back();
    assert!(ask(&mut desk, Asker::FACILITATOR, 3, &Command::CallOff).is_ok());
    desk.commit();
    desk.reopen();
    assert!(!desk.tick(later));
}

#[test]
fn a_notice_that_was_not_answered_is_none() {
    let (mut desk, asker) = desk();
    let to = step("sort");
    let told = Command::Announce { to, seconds: 5 };
    assert!(ask(&mut desk, Asker::FACILITATOR, 2, &told).is_ok());
    assert!(ask(&mut desk, asker, 3, &contribute()).is_ok());
    desk.roll_back();
    assert_eq!(
        (
            desk.presence().moving,
            desk.answer_to(Asker::FACILITATOR, Uuid::from_u128(2))
        ),
        (None, None)
    );
}

#[test]
fn who_said_hello_in_an_anonymous_step_that_has_closed_has_the_same_seat_also_after_a_crash() {
    let play = Play::open(plan(Shape {
        anonymity: Anonymity::Anonymous,
        ..Shape::default()
    }));
    let mut disk = play.records.clone();
    let (mut desk, _) = Desk::open(play.records).expect("a workshop");
    let mut commit = |desk: &mut Desk| {
        let staged = desk.staged().cloned();
        disk = desk
            .rewritten()
            .unwrap_or_else(|| disk.iter().cloned().chain(staged).collect());
        desk.commit();
        disk.clone()
    };
    let (hello, speak) = (Uuid::from_u128(1 << 100), Uuid::from_u128(2 << 100));
    let seat = desk.join(Some(hello), joining(), now()).expect("a seat");
    let english = Command::Speak {
        language: Language::En,
    };
    let asker = Asker::participant(seat);
    desk.ask(asker, speak, &english, now()).expect("allowed");
    commit(&mut desk);
    ask(&mut desk, Asker::FACILITATOR, 3, &Command::Next).expect("the step");
    let records = commit(&mut desk);
    let ids: Vec<Uuid> = records.iter().filter_map(|record| record.command).collect();
    assert!(!ids.contains(&hello) && !ids.contains(&speak), "{ids:?}");

    let (again, _) = Desk::open(records).expect("a workshop");
    for mut desk in [desk, again] {
        let same = desk.join(Some(hello), joining(), now());
        assert_eq!(same, Ok(seat));
        assert!(desk.ask(asker, speak, &english, now()).is_ok());
        assert_eq!(desk.workshop().participants().len(), 1);
        // What stands on the record in its place opens nothing, nor does the number of anything else.
        for number in [mark(hello), speak, mark(speak)] {
            let other = desk.join(Some(number), joining(), now());
            assert!(other.is_ok_and(|other| other != seat), "{number}");
        }
    }
}

#[test]
fn what_a_journal_of_before_marks_as_carried_out_is_not_carried_out_twice() {
    let play = Play::open(plan(Shape {
        anonymity: Anonymity::Anonymous,
        ..Shape::default()
    }));
    let (mut desk, _) = Desk::open(play.records).expect("a workshop");
    let seat = desk.join(None, joining(), now()).expect("a seat");
    let step = "write-synergy".parse().expect("a step id");
    ask(&mut desk, Asker::FACILITATOR, 1, &Command::Goto { step }).expect("the step");
    let asker = Asker::participant(seat);
    ask(&mut desk, asker, 2, &contribute()).expect("room");
    ask(&mut desk, Asker::FACILITATOR, 3, &Command::Next).expect("the step");
    let mut records = desk.rewritten().expect("a step that closed");
    let sealed = records
        .iter_mut()
        .find_map(|record| match &mut record.event {
            Event::StepSealed { doings } => Some(doings),
            _other => None,
        });
    let marks = &mut sealed.expect("what was done").commands;
    assert_eq!(marks.len(), 1);
    // A mark was the bare hash then, and not a number of any version.
    let id = Uuid::from_u128(2);
    let hash = ring::digest::digest(&ring::digest::SHA256, id.as_bytes());
    let bare = Uuid::from_slice(&hash.as_ref()[..16]).expect("sixteen bytes");
    assert!(!marks.contains(&bare));
    *marks = [bare].into();

    let (mut again, _) = Desk::open(records).expect("a workshop");
    let seq = again.workshop().seq();
    assert!(ask(&mut again, asker, 2, &contribute()).is_ok());
    assert_eq!(again.workshop().seq(), seq);
}
