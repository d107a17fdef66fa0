//! The room as a whole, with a ledger that can be made to fail: what is acknowledged is on disk, what is not on disk
//! never happened.

mod admission;
mod clock;
mod door;
mod stage;

use halte::room::keys::Keys;
use halte::session;
use halte::workshop::sight::Viewer;
use halte::workshop::{Command, Event, Refusal, Workshop};
use stage::{Disk, begun, contribute, open, open_on, opening, texts};
use tokio::time::Instant;
use uuid::Uuid;

#[tokio::test]
async fn what_is_acknowledged_is_on_disk() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    for number in 0..20 {
        let seq = open
            .ask(viewer, contribute(&format!("nood {number}")))
            .await
            .expect("saved");
        assert!(
            open.disk.records().iter().any(|record| record.seq == seq),
            "record {seq} is on disk"
        );
    }
}

#[tokio::test]
async fn the_same_command_twice_happens_once_and_is_answered_alike_also_after_a_crash() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    let id = Uuid::now_v7();
    let first = open
        .handle
        .ask(viewer, id, contribute("een keer"))
        .await
        .expect("a room");
    let second = open
        .handle
        .ask(viewer, id, contribute("een keer"))
        .await
        .expect("a room");
    assert_eq!(first, second);
    open.room.abort();
    let again = open_on(open.disk.clone(), open.keys.clone());
    let third = again
        .handle
        .ask(viewer, id, contribute("een keer"))
        .await
        .expect("a room");
    assert_eq!(first, third);
    assert_eq!(texts(&open.disk.records()), ["een keer"]);
}

#[tokio::test]
async fn a_full_disk_makes_the_room_read_only_loses_nothing_and_is_recovered_from() {
    tokio::time::pause();
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    open.ask(viewer, contribute("voor")).await.expect("saved");
    open.disk.refuse(true);
    let lost = Uuid::now_v7();
    let refused = open
        .handle
        .ask(viewer, lost, contribute("tijdens"))
        .await
        .expect("a room");
    assert_eq!(refused, Err(Refusal::ReadOnly));
    assert_eq!(
        open.ask(viewer, contribute("ook niet")).await,
        Err(Refusal::ReadOnly)
    );
    let mut presence = open.handle.presence();
    presence
        .wait_for(|presence| presence.read_only)
        .await
        .expect("told");
    assert_eq!(texts(&open.disk.records()), ["voor"]);

    open.disk.refuse(false);
    presence
        .wait_for(|presence| !presence.read_only)
        .await
        .expect("told");
    let again = open
        .handle
        .ask(viewer, lost, contribute("tijdens"))
        .await
        .expect("a room");
    assert!(
        again.is_ok(),
        "the command that was refused for want of space is taken now: {again:?}"
    );
    assert_eq!(texts(&open.disk.records()), ["voor", "tijdens"]);
}

#[tokio::test(start_paused = true)]
async fn the_group_goes_where_it_was_announced_although_nobody_asks_anything_more() {
    let open = open();
    let to = "s03".parse().expect("a step id");
    let announce = Command::Announce { to, seconds: 60 };
    let begun = Instant::now();
    open.ask(Viewer::FACILITATOR, announce)
        .await
        .expect("a notice");
    let mut presence = open.handle.presence();
    let is_told = presence.wait_for(|presence| presence.moving.is_some());
    drop(is_told.await.expect("a room"));
    let is_over = presence.wait_for(|presence| presence.moving.is_none());
    drop(is_over.await.expect("a room"));
    assert_eq!(begun.elapsed().as_secs(), 60);
    let workshop = Workshop::replay(&open.disk.records()).expect("a workshop");
    let (_, step) = workshop.step().expect("a step");
    assert_eq!(step.id.as_str(), "s03");
}

#[tokio::test]
async fn a_busy_room_syncs_several_records_at_once() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    let before = open.disk.look(|state| state.syncs);
    let asks = (0..200).map(|number| {
        let handle = open.handle.clone();
        tokio::spawn(async move {
            handle
                .ask(
                    viewer,
                    Uuid::now_v7(),
                    contribute(&format!("nood {number}")),
                )
                .await
        })
    });
    for ask in asks.collect::<Vec<_>>() {
        assert!(matches!(ask.await, Ok(Ok(Ok(_)))));
    }
    let syncs = open.disk.look(|state| state.syncs) - before;
    assert!(syncs < 200, "{syncs} syncs for 200 records");
}

#[tokio::test]
async fn the_saved_session_reads_back_as_the_workshop_that_was() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    open.ask(viewer, contribute("een nood"))
        .await
        .expect("saved");
    open.ask(Viewer::FACILITATOR, Command::Close)
        .await
        .expect("closed");
    let summary = open.room.await.expect("a summary");
    assert!(summary.closed && summary.saved);
    let saved = session::read_session(open.disk.look(|state| state.saved.clone()).as_bytes())
        .expect("a session");
    let saved = saved.into_workshop();
    let replayed = Workshop::replay(&open.disk.records()).expect("a workshop");
    assert_eq!(saved.contributions(), replayed.contributions());
    assert_eq!(saved.timeline(), replayed.timeline());
    assert_eq!(saved.participants(), replayed.participants());
    assert_eq!(saved.closed_at(), replayed.closed_at());
}

#[tokio::test]
async fn a_save_is_acknowledged_when_it_is_saved() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    open.ask(viewer, contribute("een nood"))
        .await
        .expect("saved");
    open.ask(Viewer::FACILITATOR, Command::Save)
        .await
        .expect("saved");
    assert!(open.disk.look(|state| state.saved.contains("een nood")));
    open.disk.refuse(true);
    assert_eq!(
        open.ask(Viewer::FACILITATOR, Command::Save).await,
        Err(Refusal::ReadOnly)
    );
}

#[tokio::test]
async fn what_tells_a_text_that_was_hidden_is_veiled_to_who_was_not_told_it() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    let seqs = [
        open.ask(viewer, contribute("eerst")).await.expect("kept"),
        open.ask(viewer, contribute("later")).await.expect("kept"),
    ];
    open.goto("s04").await;
    let shared = seqs[1] + 1;
    let news = open.handle.news();
    assert!(!news.is_veiled(0));
    let contributions = Workshop::replay(&open.disk.records()).expect("a workshop");
    let ids: Vec<_> = contributions.contributions().keys().copied().collect();
    let hide = |place: usize| Command::Hide {
        contribution: ids[place],
    };
    let hidden = open
        .ask(Viewer::FACILITATOR, hide(0))
        .await
        .expect("hidden");
    assert!(news.is_veiled(shared - 1) && !news.is_veiled(shared));
    // Shown and hidden again, it is told by the record that showed it.
    let contribution = ids[0];
    let show = Command::Show { contribution };
    open.ask(Viewer::FACILITATOR, show).await.expect("shown");
    open.ask(Viewer::FACILITATOR, hide(0))
        .await
        .expect("hidden");
    assert!(news.is_veiled(hidden) && !news.is_veiled(hidden + 1));
    // One that was told long before changes nothing.
    open.ask(Viewer::FACILITATOR, hide(1))
        .await
        .expect("hidden");
    assert!(!news.is_veiled(hidden + 1));
}

#[tokio::test]
async fn an_anonymous_session_keeps_no_author_on_disk_but_people_still_edit_their_own() {
    let mut record = opening();
    if let Event::WorkshopOpened { plan, .. } = &mut record.event {
        plan.anonymity = halte::vocabulary::Anonymity::Anonymous;
    }
    let disk = Disk::default();
    disk.look(|state| state.journal = begun(&record));
    let open = open_on(disk, Keys::generate().expect("randomness"));
    let viewer = open.sit().await;
    open.goto("s03").await;
    let command = Uuid::now_v7();
    let saved = open.asked(viewer, command, contribute("van niemand")).await;
    let mine = saved.expect("saved").result.contribution.expect("an id");
    let edit = Command::Edit {
        contribution: mine,
        kind: None,
        text: "anders".to_owned(),
    };
    open.ask(viewer, edit.clone()).await.expect("edited");
    for record in open.disk.records().iter().skip(2) {
        assert_ne!(record.by, Some(viewer.seat), "{record:?}");
        assert!(
            !serde_json::to_string(&record.event)
                .expect("json")
                .contains("\"participant\":\"p01\""),
            "{record:?}"
        );
    }
    // The step closes: from then on the room does not know either, and the journal that follows is a whole one.
    open.goto("s04").await;
    let records = open.disk.records();
    let sealed = records
        .iter()
        .filter(|record| matches!(record.event, Event::StepSealed { .. }));
    assert_eq!(
        sealed.count(),
        2,
        "one that holds what was written, and one that is empty"
    );
    let texts = serde_json::to_string(&records).expect("json");
    assert!(texts.contains("anders") && !texts.contains("van niemand"));
    assert!(!texts.contains(&command.to_string()));
    let again = open.asked(viewer, command, contribute("van niemand")).await;
    let again = again.expect("the answer that it is there");
    assert_eq!(again.result, halte::workshop::event::Outcome::default());
    assert_eq!(open.disk.records().len(), records.len(), "nothing twice");
    assert_eq!(open.ask(viewer, edit).await, Err(Refusal::NotYours));
}
