//! The simulated people over real links: everybody takes a seat behind a link of its own and plays until the workshop
//! is over. How long each waited for an answer is written down.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::Caller;
use super::failure::Failure;
use super::opening::Opened;
use crate::link::{self, Address, Pace, Settings, drawer};
use crate::rehearsal::{Leader, Person, Player, Repertoire, cast};
use crate::room::Summary;
use crate::seat::{Seat, Update};
use crate::vocabulary::Role;
use crate::wire::Presence;
use crate::workshop::plan::Plan;
use crate::workshop::{Command, Workshop};

/// Everybody who plays.
pub(super) struct Troupe {
    persons: Vec<Person>,
    repertoire: Arc<Repertoire>,
    seed: u64,
}

impl Troupe {
    /// As many people as are wanted, for this plan.
    pub(super) fn cast(plan: &Plan, people: u16, seed: u64) -> Result<Self, Failure> {
        let scenarios = plan.scenarios.iter().map(|scenario| &scenario.id);
        let repertoire = Repertoire::shipped(scenarios).map_err(|error| Failure::of(&error))?;
        Ok(Self {
            persons: cast(plan, usize::from(people), seed),
            repertoire: Arc::new(repertoire),
            seed,
        })
    }
}

/// What was asked and how long each waited for the answer, of everybody together.
#[derive(Debug, Clone, Default)]
pub(super) struct Waits(Arc<Mutex<Tally>>);

#[derive(Debug, Default)]
struct Tally {
    asked: usize,
    waited: Vec<Duration>,
}

impl Waits {
    /// How much was asked, and how long each of those that were answered waited.
    pub(super) fn take(&self) -> (usize, Vec<Duration>) {
        let mut tally = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (tally.asked, std::mem::take(&mut tally.waited))
    }

    fn asks(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).asked += 1;
    }

    fn answered(&self, since: Instant) {
        let mut tally = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        tally.waited.push(since.elapsed());
    }
}

/// Plays the workshop to its end, or until it is stopped. `at` hears of every step the group comes to.
pub(super) async fn perform(
    caller: &Caller,
    opened: Opened,
    troupe: Troupe,
    waits: &Waits,
    at: impl Fn(usize) + Send + 'static,
    stopped: impl Future<Output = ()>,
) -> Result<Summary, Failure> {
    let folder = tempfile::tempdir().map_err(|error| Failure::of(&error))?;
    let mut players = JoinSet::new();
    for person in &troupe.persons {
        let seat = Settings {
            organisation: Some(person.organisation.name.as_str().to_owned()),
            kind: Some(person.organisation.kind),
            name: person.joining().name.map(|name| name.as_str().to_owned()),
            real_role: person.real_role.clone(),
            table: Some(person.table),
            language: person.language,
            ..settings(caller, &opened, Role::Participant)?
        };
        let mut player = Player::new(person, troupe.seed, Arc::clone(&troupe.repertoire));
        let seat = sit(seat, folder.path(), &mut players)?;
        let play = move |view: &Workshop, _: &Presence, refused: Option<&Command>| match refused {
            Some(command) => {
                player.refused(command);
                None
            }
            None => player.choose(view),
        };
        players.spawn(drive(seat, waits.clone(), play));
    }
    let seat = Settings {
        token: Some(opened.token.clone()),
        ..settings(caller, &opened, Role::Facilitator)?
    };
    let seat = sit(seat, folder.path(), &mut players)?;
    let mut leader = Leader::new(
        troupe.seed,
        troupe.persons.len(),
        Arc::clone(&troupe.repertoire),
    );
    let lead = move |view: &Workshop, presence: &Presence, refused: Option<&Command>| {
        at(view.timeline().len());
        match refused {
            Some(command) => {
                leader.refused(command);
                None
            }
            None => leader.choose(view, presence),
        }
    };
    players.spawn(drive(seat, waits.clone(), lead));
    let summary = opened.finish(stopped).await?;
    players.shutdown().await;
    Ok(summary)
}

fn settings(caller: &Caller, opened: &Opened, role: Role) -> Result<Settings, Failure> {
    let address = Address::parse(&opened.link(), None)
        .map_err(|error| Failure::new(error.say(caller.locale)))?;
    Ok(Settings {
        address,
        role,
        token: None,
        name: None,
        organisation: None,
        kind: None,
        real_role: None,
        table: None,
        language: caller.locale.language(),
        pace: Pace::default(),
    })
}

/// Takes a seat over a link of its own.
fn sit(settings: Settings, folder: &Path, tasks: &mut JoinSet<()>) -> Result<Seat, Failure> {
    let outbox =
        drawer::claim(folder, &settings.owner(), true).map_err(|error| Failure::of(&error))?;
    let (seat, link) = link::open(settings, outbox);
    tasks.spawn(link.run());
    Ok(seat)
}

/// Holds a seat until the workshop is over: asks what is chosen, one thing at a time, and looks again at every change.
async fn drive(
    mut seat: Seat,
    waits: Waits,
    mut choose: impl FnMut(&Workshop, &Presence, Option<&Command>) -> Option<Command>,
) {
    let orders = seat.orders();
    let mut asked = None;
    let mut since = Instant::now();
    loop {
        if asked.is_none()
            && let Some(view) = seat.view()
            && let Some(command) = choose(view, seat.presence(), None)
        {
            since = Instant::now();
            asked = orders.give(command).ok();
            if asked.is_some() {
                waits.asks();
            }
        }
        match seat.next().await {
            Some(Update::Answered {
                id,
                command,
                answer,
            }) => {
                if let (Err(refused), Some(view)) = (&answer, seat.view()) {
                    tracing::debug!(reason = refused.reason, "a simulated person was refused");
                    choose(view, seat.presence(), Some(&command));
                }
                if asked.take_if(|asked| *asked == id).is_some() {
                    waits.answered(since);
                }
            }
            Some(Update::NotKept { id, .. }) => drop(asked.take_if(|asked| *asked == id)),
            Some(Update::Goodbye(_) | Update::Failed(_)) | None => return,
            Some(_) => {}
        }
    }
}
