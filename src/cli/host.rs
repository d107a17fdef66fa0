//! `halte host`: opens the room. Headless, it tells programs where; otherwise the facilitator sits at this terminal.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;

use futures_util::FutureExt as _;
use serde_json::json;

use super::args::Host;
use super::failure::Failure;
use super::join::{self, Request};
use super::opening::{self, Opened};
use super::{Caller, load, screen};
use crate::link::Address;
use crate::tui::door::Entry;
use crate::tui::scene::Invitation;
use crate::vocabulary::Role;
use crate::wire::DEFAULT_PORT;
use crate::workshop::plan::Plan;

/// Where a room is unless it was elsewhere before, or somebody says so: every address of the machine.
pub(super) const DEFAULT: SocketAddr =
    SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), DEFAULT_PORT);

pub(super) fn run(caller: &Caller, host: &Host) -> Result<(), Failure> {
    if let Some(file) = &host.resume {
        return hold(caller, host, async {
            let beginning = opening::resume(caller, file)?;
            // People's terminals look for the room where it was.
            let known = beginning.address(caller)?;
            let listen = host.listen.or(known).unwrap_or(DEFAULT);
            let listener = opening::listen(caller, listen).await?;
            opening::open(caller, beginning, listener, host.plain_ws)
        });
    }
    let mut plan = load::plan(caller, host.plan.as_deref(), host.content.as_deref())?;
    plan.anonymity = host.anonymity.unwrap_or(plan.anonymity);
    run_plan(caller, &plan, host)
}

/// Opens a room for this plan.
pub(super) fn run_plan(caller: &Caller, plan: &Plan, host: &Host) -> Result<(), Failure> {
    hold(caller, host, async {
        let listener = opening::listen(caller, host.listen.unwrap_or(DEFAULT)).await?;
        let beginning = opening::begin(caller, plan, &host.sessions)?;
        opening::open(caller, beginning, listener, host.plain_ws)
    })
}

/// Opens the room and holds it open until its end.
fn hold(
    caller: &Caller,
    host: &Host,
    opens: impl Future<Output = Result<Opened, Failure>>,
) -> Result<(), Failure> {
    let runtime = runtime()?;
    let held = runtime.block_on(async {
        // From here on, being asked to stop means to close in order.
        let stopped = opening::asked_to_stop();
        let opened = opens.await?;
        if host.headless {
            headless(caller, opened, stopped).await
        } else {
            seated(caller, opened, stopped).await
        }
    });
    // A thread that waits for a terminal's next line cannot be called back, and there is nothing to wait for.
    runtime.shutdown_background();
    held
}

/// The runtime every task with a network runs on.
pub(super) fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::of(&error))?;
    #[cfg(unix)]
    {
        let _context = runtime.enter();
        outlive_full_files();
    }
    Ok(runtime)
}

/// A file that may not grow any more is a full disk like any other, and no reason to die.
#[cfg(unix)]
fn outlive_full_files() {
    use tokio::signal::unix::{SignalKind, signal};
    // SIGXFSZ, on every system but Linux on MIPS. Once somebody listens it no longer kills, and writing fails instead.
    let too_large = SignalKind::from_raw(25);
    if let Err(error) = signal(too_large) {
        tracing::debug!(%error, "a file that grows too large will end the program");
    }
}

/// One JSON line when the room is open, one when it is closed.
async fn headless(
    caller: &Caller,
    opened: Opened,
    stopped: impl Future<Output = ()> + Send,
) -> Result<(), Failure> {
    let session = opened.session.clone();
    let mut listening = json!({
        "event": "listening",
        "address": opened.address,
        "link": opened.link(),
        "code": opened.code,
        "facilitator_token": opened.token,
        "session": session,
        "journal": opened.journal,
    });
    if let Some(link) = opened.plain_link() {
        super::tell(&caller.locale.say("host-plain"));
        listening["plain_link"] = link.into();
    }
    line(&listening)?;
    let summary = opened.finish(stopped).await?;
    line(&json!({
        "event": "closed",
        "session": session,
        "contributions": summary.contributions,
        "participants": summary.participants,
    }))?;
    if summary.saved {
        Ok(())
    } else {
        Err(unsaved(caller, &session))
    }
}

fn line(value: &serde_json::Value) -> Result<(), Failure> {
    super::print(format!("{value}\n").as_bytes())
}

fn unsaved(caller: &Caller, session: &Path) -> Failure {
    let path = session.display().to_string();
    Failure::new(
        caller
            .locale
            .say_with("host-unsaved", &[("path", path.into())]),
    )
}

/// The facilitator sits at this terminal: at the screens, or in plain mode where there is no screen.
async fn seated(
    caller: &Caller,
    opened: Opened,
    stopped: impl Future<Output = ()> + Send,
) -> Result<(), Failure> {
    let stopped = stopped.shared();
    let session = opened.session.clone();
    let link = opened.plain_link().unwrap_or_else(|| opened.link());
    let typed = opening::typed(caller, &link)?;
    let say = |key: &str, value: &str| {
        super::tell(&caller.locale.say_with(key, &[("what", value.into())]));
    };
    let request = Request {
        address: Address::parse(&opened.local_link(), None)
            .map_err(|error| Failure::new(error.say(caller.locale)))?,
        role: Role::Facilitator,
        token: Some(opened.token.clone()),
        entry: Entry::default(),
        // What was being typed when the laptop died, and what had no answer yet, is there again.
        fresh: false,
    };
    let (handle, code) = (opened.handle.clone(), opened.code.clone());
    let is_plain = opened.plain_ws;
    let sits = async {
        let sat = if screen::is_there() {
            let invitation = Invitation {
                link: Some(link.clone()),
                typed: Some(typed.clone()),
                code: code.clone(),
                saved: Some(session.display().to_string()),
            };
            join::sit_at_screen(caller, request, invitation, stopped.clone()).await
        } else {
            say("host-typed", &typed);
            say("host-link", &link);
            say("host-code", &code);
            if is_plain {
                super::tell(&caller.locale.say("host-plain"));
            }
            // A room that was told to stop does not come back in this program: nobody waits for it here.
            let stops = async {
                stopped.clone().await;
                let mut presence = handle.presence();
                while presence.changed().await.is_ok() {}
            };
            join::sit_in_plain(caller, request, stops).await.map(drop)
        };
        handle.stop().await;
        sat
    };
    let finish = opened.finish(stopped.clone());
    let (sat, finished) = tokio::join!(sits, finish);
    let summary = finished?;
    say("host-saved", &session.display().to_string());
    sat?;
    if summary.saved {
        Ok(())
    } else {
        Err(unsaved(caller, &session))
    }
}
