//! Writing: a saved session as YAML that reads back to the same, and a plan for somebody to edit.

use std::fmt::Write as _;

use super::{Session, whole};
use crate::content::{Content, Preset};
use crate::id::{PersonaId, ScenarioId};
use crate::language::Language;
use crate::locale::{Locale, Value};
use crate::text::Title;
use crate::vocabulary::{Anonymity, PresetName};
use crate::workshop::proceedings::{Document, SCHEMA};

/// Writes a session: the plan, then what happened, one item a block. Texts that another reader might take for a
/// number, a date or a yes are quoted. What it begins and ends with tells whether it is whole.
pub fn write(session: &Session) -> Result<String, WriteError> {
    let document = Document {
        schema: SCHEMA,
        plan: &session.plan,
        proceedings: Some(session.proceedings.clone()),
    };
    let session = serde_yaml::to_string(&document).map_err(WriteError::Session)?;
    Ok(whole::enclosed(&session))
}

/// A value that has no form in YAML; none is known.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The session.
    #[error("the session has no form in YAML")]
    Session(#[source] serde_yaml::SerializeError),
    /// The title of a new plan.
    #[error("the title has no form in YAML")]
    Title(#[source] serde_yaml::SerializeError),
}

/// What a new plan is made from; everything else comes from the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// What the workshop is called.
    pub title: Title,
    /// The language of the room, and of the comments in the file.
    pub language: Language,
    /// The agenda to begin with.
    pub preset: PresetName,
    /// The scenarios, in the order in which the group will see them.
    pub scenarios: Vec<ScenarioId>,
    /// The personas.
    pub personas: Vec<PersonaId>,
}

/// Writes a plan for somebody to edit: short, with comments that say what may be changed.
pub fn write_plan(outline: &Outline, content: &Content) -> Result<String, WriteError> {
    let mut page = Page::new(outline.language);
    let preset = content.preset(outline.preset);
    page.comment("session-plan-head");
    page.field("schema", SCHEMA);
    page.field("title", &in_quotes(outline.title.as_str())?);
    page.field("language", outline.language.as_str());
    page.comment("session-plan-anonymity");
    page.field("anonymity", Anonymity::Pseudonymous.as_str());
    page.comment("session-plan-scenarios");
    page.line("scenarios:");
    for id in &outline.scenarios {
        let known = content.scenarios.iter().find(|known| known.id == *id);
        page.item(id.as_str(), known.map(|known| &known.title));
    }
    page.comment("session-plan-personas");
    page.line("personas:");
    for id in &outline.personas {
        let known = content.personas.iter().find(|known| known.id == *id);
        page.item(id.as_str(), known.map(|known| &known.role));
    }
    page.agenda(preset, &outline.scenarios);
    Ok(page.text)
}

/// A text on one line, in quotes, so that whoever changes it need not know when YAML wants them.
fn in_quotes(text: &str) -> Result<String, WriteError> {
    let options = serde_yaml::ser_options! { quote_all: true };
    let quoted = serde_yaml::to_string_with_options(&text, options).map_err(WriteError::Title)?;
    Ok(quoted.trim_end().to_owned())
}

/// A plan while it is written.
struct Page {
    text: String,
    locale: Locale,
}

impl Page {
    const fn new(language: Language) -> Self {
        let locale = Locale::new(language);
        let text = String::new();
        Self { text, locale }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn field(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}: {value}"));
    }

    fn comment(&mut self, key: &str) {
        self.comment_with(key, &[]);
    }

    fn comment_with(&mut self, key: &str, variables: &[(&str, Value<'_>)]) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        for line in self.locale.say_with(key, variables).lines() {
            self.line(&format!("# {line}"));
        }
    }

    /// An item by its id, with what it is called behind it.
    fn item(&mut self, id: &str, name: Option<&crate::language::Localised>) {
        let mut line = format!("  - id: {id}");
        if let Some(name) = name {
            let name = name.get(self.locale.language()).replace('\n', " ");
            // Writing to a string cannot fail.
            let _ = write!(line, "  # {name}");
        }
        self.line(&line);
    }

    fn agenda(&mut self, preset: &Preset, scenarios: &[ScenarioId]) {
        let minutes: u32 = preset
            .agenda(scenarios)
            .map(|(step, _)| u32::from(step.minutes))
            .sum();
        self.comment_with("session-plan-agenda", &[("minutes", minutes.into())]);
        self.line("agenda:");
        for (step, scenario) in preset.agenda(scenarios) {
            let scenario = scenario.map_or_else(String::new, |id| format!(" scenario: {id},"));
            let (kind, minutes) = (step.kind, step.minutes);
            self.line(&format!(
                "  - {{kind: {kind},{scenario} minutes: {minutes}}}"
            ));
        }
    }
}
