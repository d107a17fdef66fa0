//! `halte new`: writes a plan to change by hand. Never overwrites.

use std::str::FromStr as _;

use super::args::New;
use super::failure::Failure;
use super::{Caller, load};
use crate::content::Content;
use crate::id::{PersonaId, ScenarioId};
use crate::locale::Locale;
use crate::session::{self, Outline};
use crate::store;
use crate::text::{TextError, Title};
use crate::vocabulary::PersonaSet;

pub(super) fn run(caller: &Caller, new: &New) -> Result<(), Failure> {
    let content = load::content(caller, new.content.as_deref())?;
    let title = match &new.title {
        Some(title) => title.clone(),
        None => Locale::new(caller.plan_language).say("new-title"),
    };
    let outline = Outline {
        title: Title::parse(&title).map_err(|error| title_fault(caller, &error))?,
        language: caller.plan_language,
        preset: new.preset,
        scenarios: scenarios(caller, &content, &new.scenarios)?,
        personas: personas(caller, &content, &new.personas)?,
    };
    let text = session::write_plan(&outline, &content).map_err(|error| Failure::of(&error))?;
    let Some(file) = &new.file else {
        return super::print(text.as_bytes());
    };
    caller.of_file(store::write_new(file, &text))?;
    caller.note("plan-written", file);
    Ok(())
}

fn title_fault(caller: &Caller, error: &TextError) -> Failure {
    Failure::usage(match error {
        TextError::Empty => caller.locale.say("title-empty"),
        TextError::TooLong { limit, length } => caller.locale.say_with(
            "title-too-long",
            &[("limit", (*limit).into()), ("length", (*length).into())],
        ),
    })
}

/// The scenarios that were named, or all there are.
fn scenarios(
    caller: &Caller,
    content: &Content,
    named: &[ScenarioId],
) -> Result<Vec<ScenarioId>, Failure> {
    let known: Vec<&str> = content
        .scenarios
        .iter()
        .map(|scenario| scenario.id.as_str())
        .collect();
    for id in named {
        caller.knows("refused-unknown-scenario", id.as_str(), &known)?;
    }
    if named.is_empty() {
        Ok(content
            .scenarios
            .iter()
            .map(|scenario| scenario.id.clone())
            .collect())
    } else {
        Ok(named.to_vec())
    }
}

/// The personas that were named, one by one or as a set; or all there are.
fn personas(
    caller: &Caller,
    content: &Content,
    named: &[PersonaId],
) -> Result<Vec<PersonaId>, Failure> {
    let set = match named {
        [] => Some(PersonaSet::All),
        [only] => PersonaSet::from_str(only.as_str()).ok(),
        _several => None,
    };
    if let Some(set) = set {
        return Ok(content.persona_set(set));
    }
    let sets = PersonaSet::ALL.iter().map(|set| set.as_str());
    let known: Vec<&str> = content
        .personas
        .iter()
        .map(|persona| persona.id.as_str())
        .chain(sets)
        .collect();
    for id in named {
        caller.knows("refused-unknown-persona", id.as_str(), &known)?;
    }
    Ok(named.to_vec())
}
