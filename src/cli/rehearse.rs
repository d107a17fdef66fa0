//! `halte rehearse`: a whole workshop with simulated people over real websockets on loopback, saved like any other.

use std::io::{self, IsTerminal as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::args::{Format, Rehearse};
use super::failure::Failure;
use super::troupe::{self, Troupe, Waits};
use super::{Caller, host, load, opening, report};

pub(super) fn run(caller: &Caller, asked: &Rehearse) -> Result<(), Failure> {
    let plan = load::plan(caller, asked.plan.as_deref(), asked.content.as_deref())?;
    let troupe = Troupe::cast(&plan, asked.participants, asked.seed)?;
    let bar = progress(caller, plan.agenda.len(), asked.participants);
    let session = host::runtime()?.block_on(async {
        let local = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = opening::listen(caller, local).await?;
        let beginning = opening::begin(caller, &plan, &asked.sessions)?;
        let opened = opening::open(caller, beginning, listener)?;
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

/// A bar over the steps of the agenda, on a terminal only.
pub(super) fn progress(caller: &Caller, steps: usize, people: u16) -> ProgressBar {
    let target = if io::stderr().is_terminal() && !caller.quiet {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar = ProgressBar::with_draw_target(Some(steps as u64), target);
    let template = if caller.ascii {
        "{msg} [{bar:30}] {pos}/{len}"
    } else {
        "{msg} {bar:30} {pos}/{len}"
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(if caller.ascii {
            style.progress_chars("#> ")
        } else {
            style
        });
    }
    bar.set_message(
        caller
            .locale
            .say_with("rehearse-progress", &[("people", people.into())]),
    );
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
