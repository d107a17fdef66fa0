//! A short workshop of simulated people over real websockets on loopback, with its journal on the disk where sessions
//! go. They never pause to think, which is harder than a real workshop.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::Shared;

use super::passing;
use crate::cli::failure::Failure;
use crate::cli::troupe::{self, Troupe, Waits};
use crate::cli::{Caller, opening, rehearse};
use crate::doctor::Finding;
use crate::doctor::load::{Load, load, no_load};

/// Nobody waits longer for a doctor; what was measured by then tells enough.
const LONGEST: Duration = Duration::from_secs(12);
/// Any: the people follow from it, and the same ones come every time.
const SEED: u64 = 2035;

/// Lets so many people play, and judges how long they waited.
pub(super) async fn measure(
    caller: &Caller,
    people: u16,
    folder: &Path,
    stopped: &Shared<impl Future<Output = ()> + Send + 'static>,
) -> Result<Finding, Failure> {
    let played = play(caller, people, folder, stopped).await;
    if stopped.clone().now_or_never().is_some() {
        return Err(Failure::interrupted());
    }
    Ok(match played {
        Ok(played) => load(played),
        // A room that cannot be opened is what this is here to find.
        Err(failure) => no_load(failure.sentence()),
    })
}

async fn play(
    caller: &Caller,
    people: u16,
    folder: &Path,
    stopped: &Shared<impl Future<Output = ()> + Send + 'static>,
) -> Result<Load, Failure> {
    let plan = passing::plan(caller)?;
    let troupe = Troupe::cast(&plan, people, SEED)?;
    let bar = rehearse::bar(caller, plan.agenda.len(), people);
    let local = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let listener = opening::listen(caller, local).await?;
    let (opened, _traces) = passing::open(caller, &plan, folder, listener)?;
    let waits = Waits::default();
    let shown = bar.clone();
    let at = move |steps: usize| shown.set_position(steps as u64);
    let stopped = stopped.clone();
    let enough = async {
        tokio::select! {
            () = stopped => {}
            () = tokio::time::sleep(LONGEST) => {}
        }
    };
    let played = troupe::perform(caller, opened, troupe, &waits, at, enough).await;
    bar.finish_and_clear();
    let summary = played?;
    let (given, waits) = waits.take();
    Ok(Load {
        people,
        seated: summary.participants,
        given,
        waits,
        is_finished: summary.closed,
    })
}
