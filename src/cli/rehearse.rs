//! `halte rehearse`: a whole workshop with simulated people over real websockets on loopback, encrypted and saved like
//! any other.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget};

use super::args::{Format, Rehearse};
use super::failure::Failure;
use super::troupe::{self, Troupe, Waits};
use super::{Caller, host, load, opening, progress, report};

pub(super) fn run(caller: &Caller, asked: &Rehearse) -> Result<(), Failure> {
    let plan = load::plan(caller, asked.plan.as_deref(), asked.content.as_deref())?;
    let troupe = Troupe::cast(&plan, asked.participants, asked.seed)?;
    let bar = bar(caller, plan.agenda.len(), asked.participants);
    let session = host::runtime()?.block_on(async {
        let local = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = opening::listen(caller, local).await?;
        let beginning = opening::begin(caller, &plan, &asked.sessions)?;
        let opened = opening::open(caller, beginning, listener, false)?;
        // Seating everybody takes a while, and they begin before the last one sits.
        let stopped = opening::asked_to_stop();
        let session = opened.session.clone();
        let shown = bar.clone();
        let at = move |steps: usize| shown.set_position(steps as u64);
        let waits = Waits::default();
        let summary = troupe::perform(caller, opened, troupe, &waits, at, stopped).await?;
        if summary.closed {
            Ok(session)
        } else {
            Err(Failure::interrupted())
        }
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

/// A bar over the steps of the agenda.
pub(super) fn bar(caller: &Caller, steps: usize, people: u16) -> ProgressBar {
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
