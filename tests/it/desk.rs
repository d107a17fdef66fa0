//! The desk by itself, with a disk that takes what is staged or does not.

use halte::id::ParticipantId;
use halte::language::Language;
use halte::moment::Moment;
use halte::room::desk::Desk;
use halte::vocabulary::StepKind;
use halte::workshop::{Asker, Command, Joining, Refusal};
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
    Command::Contribute {
        kind: None,
        text: "een nood".to_owned(),
        prompt: None,
        source: None,
        persona: None,
        scenario: None,
        table: None,
        language: None,
    }
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

fn announce(desk: &mut Desk, id: u128, to: &str) -> halte::room::Answer {
    let to = to.parse().expect("a step id");
    let command = Command::Announce { to, seconds: 5 };
    ask(desk, Asker::FACILITATOR, id, &command)
}

#[test]
fn the_group_moves_when_the_time_that_was_told_has_come_and_not_before() {
    let (mut desk, asker) = desk();
    assert!(ask(&mut desk, asker, 2, &Command::Done).is_ok());
    announce(&mut desk, 3, "share-synergy").expect("told");
    let moving = desk.presence().moving.expect("everybody is told");
    assert_eq!((moving.to.as_str(), moving.seconds), ("share-synergy", 5));
    assert_eq!(desk.due(), Some(now().plus_seconds(5)));

    assert!(!desk.tick(now().plus_seconds(4)));
    assert_eq!(desk.workshop().step_kind(), StepKind::Write);
    assert!(desk.tick(now().plus_seconds(5)));
    assert_eq!(desk.workshop().step_kind(), StepKind::Share);
    assert_eq!(desk.presence().moving, None);
    assert_eq!(desk.due(), None);
}

#[test]
fn what_was_told_is_called_off_by_hand_by_another_move_and_by_another_notice() {
    let (mut desk, _) = desk();
    announce(&mut desk, 2, "share-synergy").expect("told");
    ask(&mut desk, Asker::FACILITATOR, 3, &Command::CallOff).expect("called off");
    assert_eq!(desk.presence().moving, None);
    assert!(!desk.tick(now().plus_seconds(60)));

    announce(&mut desk, 4, "share-synergy").expect("told");
    announce(&mut desk, 5, "sort").expect("told");
    assert_eq!(desk.presence().moving.expect("told").to.as_str(), "sort");
    ask(&mut desk, Asker::FACILITATOR, 6, &Command::Next).expect("the next step");
    assert_eq!(desk.presence().moving, None);
    assert!(!desk.tick(now().plus_seconds(60)));
    assert_eq!(desk.workshop().step_kind(), StepKind::Share);

    let nowhere = announce(&mut desk, 7, "nowhere");
    assert!(
        matches!(nowhere, Err(Refusal::Unknown { .. })),
        "{nowhere:?}"
    );
}

#[test]
fn nobody_is_moved_while_the_disk_refuses() {
    let (mut desk, asker) = desk();
    announce(&mut desk, 2, "share-synergy").expect("told");
    assert!(ask(&mut desk, asker, 3, &contribute()).is_ok());
    desk.roll_back();
    assert!(!desk.tick(now().plus_seconds(9)));
    assert_eq!(desk.workshop().step_kind(), StepKind::Write);
    desk.reopen();
    assert!(desk.tick(now().plus_seconds(9)));
    assert_eq!(desk.workshop().step_kind(), StepKind::Share);
}
