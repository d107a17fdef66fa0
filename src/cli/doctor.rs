//! `halte doctor`: measures this laptop and this network, or with a link the way to a room, and tells what was found.
//! What it means is judged in [`crate::doctor`].

mod guest;
mod http;
mod load;
mod machine;
mod network;
mod passing;
mod visit;

use futures_util::FutureExt as _;
use futures_util::future::Shared;
use serde_json::json;

use super::args::Doctor;
use super::failure::Failure;
use super::{Caller, descriptors, host, join, opening};
use crate::doctor::network::{Isolation, Port};
use crate::doctor::{Conclusion, Finding, Verdict, conclude};

pub(super) fn run(caller: &Caller, asked: &Doctor) -> Result<(), Failure> {
    let address = match &asked.link {
        Some(link) => {
            let (behind, code) = (asked.behind.as_deref(), asked.code.as_deref());
            Some(join::address(caller, link, behind, code)?)
        }
        None => None,
    };
    let runtime = host::runtime()?;
    let done = runtime.block_on(async {
        let stopped = opening::asked_to_stop().shared();
        let mut notes = Notes::new(caller, asked.json);
        let (yes, no) = if let Some(address) = &address {
            or_stop(&stopped, guest::examine(address, &mut notes)).await??;
            ("doctor-guest-yes", "doctor-guest-no")
        } else {
            examine(caller, asked, &stopped, &mut notes).await?;
            ("doctor-yes", "doctor-no")
        };
        notes.conclude(asked.participants, yes, no, address.is_none())
    });
    // A name that is still being looked up, or a terminal's next line, cannot be called back.
    runtime.shutdown_background();
    done
}

/// Waits for this, or until the person wants to stop.
async fn or_stop<T>(
    stopped: &Shared<impl Future<Output = ()>>,
    measured: impl Future<Output = T>,
) -> Result<T, Failure> {
    tokio::select! {
        biased;
        () = stopped.clone() => Err(Failure::interrupted()),
        measured = measured => Ok(measured),
    }
}

/// Looks at this laptop and the network it is on.
async fn examine(
    caller: &Caller,
    asked: &Doctor,
    stopped: &Shared<impl Future<Output = ()> + Send + 'static>,
    notes: &mut Notes<'_>,
) -> Result<(), Failure> {
    use crate::doctor::{machine as judge_machine, network as judge};
    let listen = asked.listen.unwrap_or(host::DEFAULT);
    let interfaces = network::interfaces();
    let carried = opening::reachable(listen).ip();
    notes.take(judge::addresses(&interfaces, listen, carried))?;
    let port = or_stop(stopped, network::port(listen)).await?;
    notes.take(judge::port(listen, &port))?;
    let firewall = or_stop(stopped, network::firewall()).await?;
    notes.take(judge::firewall(firewall, listen.port()))?;
    let (portal, elsewhere) = if asked.offline {
        (judge::Portal::NotAsked, None)
    } else {
        or_stop(stopped, network::portal()).await?
    };
    notes.take(judge::portal(portal))?;
    notes.take(judge_machine::clock(opening::now(), elsewhere))?;
    let folder = machine::nearest(&asked.sessions);
    let named = asked.sessions.display().to_string();
    let disk = machine::disk(&asked.sessions, &folder);
    notes.take(judge_machine::disk(&named, &disk, asked.participants))?;
    let synced = or_stop(stopped, machine::sync_times(folder.clone())).await??;
    if let Some(finding) = judge_machine::sync(&synced) {
        notes.take(finding)?;
    }
    let open = descriptors::allowed(descriptors::BESIDES + usize::from(asked.participants));
    if let Some(open) = open {
        notes.take(judge_machine::files(
            open,
            descriptors::BESIDES,
            asked.participants,
        ))?;
    }
    notes.take(judge_machine::terminal(machine::terminal(caller)))?;
    let load = load::measure(caller, asked.participants, &folder, stopped).await?;
    notes.take(load)?;
    // Last, because a person has to walk to another device for it.
    let isolation = match port {
        Port::Free if asked.wait => visit::wait(caller, listen, &interfaces, stopped).await?,
        Port::Halte(_) => Isolation::RoomIsOpen,
        _ => Isolation::NotTried,
    };
    notes.take(judge::isolation(&isolation))
}

/// What was found so far, told as it comes.
struct Notes<'a> {
    caller: &'a Caller,
    json: bool,
    findings: Vec<Finding>,
}

impl<'a> Notes<'a> {
    const fn new(caller: &'a Caller, json: bool) -> Self {
        Self {
            caller,
            json,
            findings: Vec::new(),
        }
    }

    /// Tells what was found.
    fn take(&mut self, finding: Finding) -> Result<(), Failure> {
        let locale = self.caller.locale;
        let advice = finding.advice.as_ref().map(|advice| advice.say(locale));
        let seen = finding.seen.say(locale);
        let text = if self.json {
            let finding = json!({
                "subject": finding.subject.as_str(),
                "verdict": finding.verdict.as_str(),
                "seen": seen,
                "advice": advice,
            });
            format!("{finding}\n")
        } else {
            let arrow = if self.caller.ascii { "->" } else { "→" };
            let advice = advice.map(|advice| format!("  {arrow} {advice}\n"));
            format!(
                "{}, {}: {seen}\n{}",
                self.headed(finding.verdict),
                finding.subject.say(locale),
                advice.unwrap_or_default()
            )
        };
        self.findings.push(finding);
        super::print(text.as_bytes())
    }

    fn headed(&self, verdict: Verdict) -> String {
        let sign = verdict.sign(self.caller.ascii);
        format!("{sign} {}", verdict.say(self.caller.locale))
    }

    /// Tells what it comes to; a failure when anything was wrong. After a few findings the advice is still in sight and
    /// is not said again.
    fn conclude(
        &self,
        people: u16,
        yes: &'static str,
        no: &'static str,
        again: bool,
    ) -> Result<(), Failure> {
        let locale = self.caller.locale;
        let Conclusion { verdict, first } = conclude(&self.findings);
        let is_possible = verdict != Verdict::Wrong;
        let answer = locale.say_with(
            if is_possible { yes } else { no },
            &[("people", people.into())],
        );
        let begin = first.map(|finding| {
            let subject = finding.subject.say(locale);
            let key = if is_possible {
                "doctor-look-at"
            } else {
                "doctor-first"
            };
            let begin = locale.say_with(key, &[("subject", subject.into())]);
            match finding.advice.filter(|_| again || self.json) {
                Some(advice) => format!("{begin} {}", advice.say(locale)),
                None => begin,
            }
        });
        let text = if self.json {
            let conclusion = json!({
                "subject": "conclusion",
                "verdict": verdict.as_str(),
                "seen": answer,
                "advice": begin,
            });
            format!("{conclusion}\n")
        } else {
            let begin = begin.map(|begin| format!("{begin}\n"));
            format!("\n{answer}\n{}", begin.unwrap_or_default())
        };
        super::print(text.as_bytes())?;
        if is_possible {
            Ok(())
        } else {
            Err(Failure::told())
        }
    }
}
