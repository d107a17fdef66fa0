//! `halte rehearse`: a whole workshop with simulated people over real websockets on loopback, encrypted and saved like
//! any other.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget};
use tokio::task::JoinSet;

use super::args::{Format, Rehearse};
use super::failure::Failure;
use super::opening::{self, Opened};
use super::{Caller, host, load, progress, report};
use crate::link::{self, Address, Pace, Settings, drawer};
use crate::rehearsal::{Leader, Person, Player, Repertoire, cast};
use crate::seat::{Seat, Update};
use crate::vocabulary::Role;
use crate::wire::Presence;
use crate::workshop::{Command, Workshop};

pub(super) fn run(caller: &Caller, asked: &Rehearse) -> Result<(), Failure> {
    let plan = load::plan(caller, asked.plan.as_deref(), asked.content.as_deref())?;
    let scenarios = plan.scenarios.iter().map(|scenario| &scenario.id);
    let repertoire = Repertoire::shipped(scenarios).map_err(|error| Failure::of(&error))?;
    let troupe = Troupe {
        persons: cast(&plan, usize::from(asked.participants), asked.seed),
        repertoire: Arc::new(repertoire),
        seed: asked.seed,
    };
    let bar = bar(caller, plan.agenda.len(), asked.participants);
    let session = host::runtime()?.block_on(async {
        let local = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = opening::listen(caller, local).await?;
        let beginning = opening::begin(caller, &plan, &asked.sessions)?;
        let opened = opening::open(caller, beginning, listener, false)?;
        perform(caller, opened, troupe, &bar).await
    })?;
    bar.finish_and_clear();
    let loaded = load::workshop(caller, &session)?;
    super::tell(&caller.locale.say_with(
        "rehearse-saved",
        &[("path", session.display().to_string().into())],
    ));
    super::print(
        report::write(
            caller,
            &[&loaded],
            crate::report::By::Primary,
            Format::Table,
        )?
        .as_bytes(),
    )
}

/// Everybody who plays.
struct Troupe {
    persons: Vec<Person>,
    repertoire: Arc<Repertoire>,
    seed: u64,
}

/// Plays the workshop to its end; the path of the saved session.
async fn perform(
    caller: &Caller,
    opened: Opened,
    troupe: Troupe,
    bar: &ProgressBar,
) -> Result<std::path::PathBuf, Failure> {
    // Seating everybody takes a while, and they begin before the last one sits.
    let stopped = opening::asked_to_stop();
    let folder = tempfile::tempdir().map_err(|error| Failure::of(&error))?;
    let session = opened.session.clone();
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
        players.spawn(drive(seat, move |view, _presence, refused| match refused {
            Some(command) => {
                player.refused(command);
                None
            }
            None => player.choose(view),
        }));
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
    let shown = bar.clone();
    players.spawn(drive(seat, move |view, presence, refused| {
        shown.set_position(view.timeline().len() as u64);
        match refused {
            Some(command) => {
                leader.refused(command);
                None
            }
            None => leader.choose(view, presence),
        }
    }));
    let summary = opened.finish(stopped).await?;
    players.shutdown().await;
    if summary.closed {
        Ok(session)
    } else {
        Err(Failure::interrupted())
    }
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
    mut choose: impl FnMut(&Workshop, &Presence, Option<&Command>) -> Option<Command>,
) {
    let orders = seat.orders();
    let mut asked = None;
    loop {
        if asked.is_none()
            && let Some(view) = seat.view()
            && let Some(command) = choose(view, seat.presence(), None)
        {
            asked = orders.give(command).ok();
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
                asked.take_if(|asked| *asked == id);
            }
            Some(Update::NotKept { id, .. }) => drop(asked.take_if(|asked| *asked == id)),
            Some(Update::Goodbye(_) | Update::Failed(_)) | None => return,
            Some(_) => {}
        }
    }
}

/// A bar over the steps of the agenda.
fn bar(caller: &Caller, steps: usize, people: u16) -> ProgressBar {
    let message = caller
        .locale
        .say_with("rehearse-progress", &[("people", people.into())]);
    let bar = progress::hidden(caller, steps, message);
    if progress::is_wanted(caller) {
        bar.set_draw_target(ProgressDrawTarget::stderr());
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
