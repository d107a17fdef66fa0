//! A bad network between a real host and its people: connections that are slow, are cut in the middle of anything, fall silent
//! without an end, or are not to be had, each from another address than the one before. Whatever was given arrives once, in
//! the order in which it was given, and everybody sees the same in the end.

mod road;

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use halte::link::{self, Address, Pace, Settings, drawer};
use halte::seat::{Seat, Update};
use halte::vocabulary::Role;
use halte::workshop::{Command, Record, Seq};
use tokio::time::timeout;

use super::program::{patience, until};
use super::stage::{Host, Stage};
use road::{Road, Weather};

/// How many people, and how many lines each gives.
const PEOPLE: usize = 4;
const LINES: usize = 40;

/// Far less patient than people's terminals are, so that nobody waits for a minute here.
const PACE: Pace = Pace {
    shortest: Duration::from_millis(5),
    longest: Duration::from_millis(100),
    attempt: Duration::from_millis(1_500),
    ping: Duration::from_millis(100),
    silence: Duration::from_millis(500),
};

/// Somebody behind this road.
fn sits(stage: &Stage, host: &Host, road: &Road, number: usize) -> Seat {
    let link = host
        .word("link")
        .replace(host.word("address"), &road.address());
    let settings = Settings {
        address: Address::parse(&link, None).expect("a link"),
        role: Role::Participant,
        token: None,
        name: Some(format!("person {number}")),
        organisation: None,
        kind: None,
        real_role: None,
        table: None,
        language: halte::language::Language::Nl,
        pace: PACE,
    };
    let folder = stage.path(&format!("seat {number}"));
    let outbox = drawer::claim(&folder, &settings.owner(), false).expect("an outbox");
    let (seat, link) = link::open(settings, outbox);
    tokio::spawn(link.run());
    seat
}

fn line(number: usize, line: usize) -> String {
    format!("regel {line} van {number}")
}

/// What somebody saw of the road.
#[derive(Debug, Default)]
struct Trip {
    lost: usize,
    seq: Seq,
}

/// Gives all lines, as fast as they are taken, and waits for every answer.
async fn gives(seat: &mut Seat, number: usize) -> Trip {
    let (orders, mut trip) = (seat.orders(), Trip::default());
    let (mut given, mut answered) = (0, 0);
    while answered < LINES {
        if given < LINES && given - answered < 8 {
            let text = line(number, given);
            orders
                .give(Command::Say { text })
                .expect("the link is there");
            given += 1;
            continue;
        }
        match timeout(patience(), seat.next())
            .await
            .expect("it goes on by itself")
        {
            Some(Update::Answered { answer, .. }) => {
                answer.expect("it is taken");
                answered += 1;
            }
            Some(Update::Lost { .. }) => trip.lost += 1,
            Some(Update::Failed(_) | Update::NotKept { .. } | Update::Goodbye(_)) | None => {
                panic!("person {number} was sent away")
            }
            Some(_) => {}
        }
    }
    trip.seq = seat.view().expect("a view").seq();
    trip
}

/// Waits until somebody has seen all there is.
async fn sees(seat: &mut Seat, through: Seq) {
    while seat.view().is_none_or(|view| view.seq() < through) {
        timeout(patience(), seat.next())
            .await
            .expect("it comes")
            .expect("the link is there");
    }
}

fn records(stage: &Stage, host: &Host) -> Vec<Record> {
    let journal = fs::read(stage.path(host.word("journal"))).expect("the journal");
    halte::journal::read(&journal).expect("a journal").records
}

/// Everybody's lines are on record once, in their order.
fn all_arrived(records: &[Record]) {
    let mut commands = BTreeMap::new();
    let mut said: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for record in records {
        if let Some(command) = record.command {
            let earlier = commands.insert(command, record.seq);
            assert_eq!(earlier, None, "carried out twice: {record:?}");
        }
        let event = serde_json::to_value(&record.event).expect("JSON");
        if let Some(text) = event["entry"]["text"].as_str() {
            let person = text
                .rsplit(' ')
                .next()
                .expect("a number")
                .parse()
                .expect("a number");
            said.entry(person).or_default().push(text.to_owned());
        }
    }
    for number in 0..PEOPLE {
        let all: Vec<String> = (0..LINES).map(|line_| line(number, line_)).collect();
        assert_eq!(said[&number], all);
    }
}

async fn through(weather: Weather, seed: u64) -> (usize, Vec<Trip>) {
    let stage = Stage::new();
    let host = stage.writing();
    let road = Road::to(host.word("address"), weather, seed).await;
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        let mut seat = sits(&stage, &host, &road, number);
        people.push(tokio::spawn(async move {
            let trip = gives(&mut seat, number).await;
            (seat, trip)
        }));
    }
    let (mut seats, mut trips) = (Vec::new(), Vec::new());
    for person in people {
        let (seat, trip) = person.await.expect("somebody who gave everything");
        seats.push(seat);
        trips.push(trip);
    }
    let records = records(&stage, &host);
    all_arrived(&records);
    road.clears_up();
    for seat in &mut seats {
        sees(seat, records.len() as Seq).await;
    }
    let sessions: Vec<_> = seats
        .iter()
        .map(|seat| seat.view().expect("a view").parking().len())
        .collect();
    assert_eq!(sessions, [PEOPLE * LINES; PEOPLE]);
    drop(seats);
    host.stops("TERM");
    (road.connections(), trips)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn through_connections_that_are_cut_anywhere_everything_arrives_once_and_in_order() {
    let (connections, trips) = through(
        Weather {
            cut: 100,
            ..Weather::FAIR
        },
        1,
    )
    .await;
    assert!(connections > PEOPLE, "only {connections} connections");
    assert!(trips.iter().any(|trip| trip.lost > 0), "{trips:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn through_connections_that_fall_silent_without_an_end_everything_arrives_once_and_in_order()
{
    let (connections, trips) = through(
        Weather {
            freeze: 70,
            ..Weather::FAIR
        },
        2,
    )
    .await;
    assert!(connections > PEOPLE, "only {connections} connections");
    assert!(trips.iter().any(|trip| trip.lost > 0), "{trips:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn through_all_of_it_together_everything_arrives_once_and_in_order() {
    let weather = Weather {
        cut: 40,
        freeze: 15,
        refuse: 20,
        delay: Duration::from_millis(40),
    };
    let (connections, _) = through(weather, 3).await;
    assert!(connections > PEOPLE, "only {connections} connections");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_network_is_away_people_go_on_and_all_of_it_arrives_when_it_is_back() {
    let stage = Stage::new();
    let host = stage.writing();
    let road = Road::to(host.word("address"), Weather::FAIR, 4).await;
    let mut seat = sits(&stage, &host, &road, 0);
    sees(&mut seat, 1).await;
    road.is_closed(true);
    let orders = seat.orders();
    for given in 0..LINES {
        orders
            .give(Command::Say {
                text: line(0, given),
            })
            .expect("the link is there");
    }
    let (mut kept, mut lost) = (0, false);
    while kept < LINES || !lost {
        match timeout(patience(), seat.next()).await.expect("it goes on") {
            Some(Update::Kept { .. }) => kept += 1,
            Some(Update::Lost { .. }) => lost = true,
            Some(_) => {}
            None => panic!("the link is over"),
        }
    }
    let before = records(&stage, &host).len();
    road.is_closed(false);
    until("all of it is on record", || {
        records(&stage, &host).len() >= before + LINES
    });
    host.stops("TERM");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_host_that_is_suspended_until_everybody_missed_it_goes_on_with_all_of_them() {
    let stage = Stage::new();
    let host = stage.writing();
    let road = Road::to(host.word("address"), Weather::FAIR, 5).await;
    let mut seats: Vec<Seat> = (0..PEOPLE)
        .map(|number| sits(&stage, &host, &road, number))
        .collect();
    for seat in &mut seats {
        sees(seat, 1).await;
    }
    host.program.signal("STOP");
    for (number, seat) in seats.iter_mut().enumerate() {
        let orders = seat.orders();
        for given in 0..LINES {
            orders
                .give(Command::Say {
                    text: line(number, given),
                })
                .expect("the link is there");
        }
        let lost = async { while !matches!(seat.next().await, Some(Update::Lost { .. })) {} };
        timeout(patience(), lost).await.expect("it is missed");
    }
    host.program.signal("CONT");
    for seat in &mut seats {
        let mut answered = 0;
        while answered < LINES {
            let update = timeout(patience(), seat.next())
                .await
                .expect("it goes on by itself");
            answered += usize::from(matches!(
                update,
                Some(Update::Answered { answer: Ok(_), .. })
            ));
        }
    }
    all_arrived(&records(&stage, &host));
    host.stops("TERM");
}
