//! A room that is only tried out: a short workshop in a folder that goes away with it, like everything this machine
//! would remember of it.

use std::path::Path;

use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::cli::failure::Failure;
use crate::cli::opening::{self, Opened};
use crate::cli::{Caller, state};
use crate::content::Content;
use crate::id::SessionId;
use crate::locale::Locale;
use crate::session::{self, File, Outline};
use crate::text::Title;
use crate::vocabulary::{PersonaSet, PresetName};
use crate::workshop::plan::Plan;

/// What has to go again.
#[derive(Debug)]
pub(super) struct Traces {
    locale: Locale,
    session: SessionId,
    _folder: TempDir,
}

impl Drop for Traces {
    fn drop(&mut self) {
        if let Err(failure) = state::forget(self.locale, &self.session) {
            tracing::warn!(cause = failure.sentence(), "a trace of the trial stays");
        }
    }
}

/// A short plan over one scenario.
pub(super) fn plan(caller: &Caller) -> Result<Plan, Failure> {
    let content = Content::shipped().map_err(|error| Failure::of(&error))?;
    let title = Title::parse(&caller.locale.say("doctor-trial"));
    let outline = Outline {
        title: title.map_err(|error| Failure::of(&error))?,
        language: caller.locale.language(),
        preset: PresetName::Short,
        scenarios: content
            .scenarios
            .iter()
            .take(1)
            .map(|one| one.id.clone())
            .collect(),
        personas: content.persona_set(PersonaSet::All),
    };
    let text = session::write_plan(&outline, content).map_err(|error| Failure::of(&error))?;
    match session::read(text.as_bytes(), content) {
        Ok(File::Plan(draft)) => Ok(draft.open(&crate::cli::load::fresh())),
        Ok(_) => Err(Failure::new(caller.locale.say("no-steps"))),
        Err(error) => Err(Failure::new(error.render(caller.locale, "plan"))),
    }
}

/// Opens a room for this plan, with its files in a folder of its own inside `folder`.
pub(super) fn open(
    caller: &Caller,
    plan: &Plan,
    folder: &Path,
    listener: TcpListener,
) -> Result<(Opened, Traces), Failure> {
    let made = tempfile::Builder::new()
        .prefix(".halte-doctor-")
        .tempdir_in(folder);
    let folder = made.map_err(|error| Failure::of(&error))?;
    let path = folder.path().to_owned();
    let traces = Traces {
        locale: caller.locale,
        session: plan.id.clone(),
        _folder: folder,
    };
    let beginning = opening::begin(caller, plan, &path)?;
    Ok((opening::open(caller, beginning, listener, false)?, traces))
}
