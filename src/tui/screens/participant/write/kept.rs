//! What of the writing screen is kept, by name, and what of it waits to be sent.

use uuid::Uuid;

use crate::id::{ContributionId, PromptId};
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::vocabulary::Kind;
use crate::workshop::Command;

/// The names of the drafts.
pub(super) const TEXT: &str = "write";
pub(super) const KIND: &str = "write/kind";
pub(super) const EDITING: &str = "write/editing";
pub(super) const ASIDE: &str = "write/aside";
pub(super) const ASIDE_KIND: &str = "write/aside-kind";
pub(super) const PROMPT: &str = "write/prompt";
pub(super) const ASKED: &str = "write/asked";

/// Whether a draft of this name stands beside what is written, and is no text itself.
pub(in crate::tui) fn is_beside(name: &str) -> bool {
    [KIND, EDITING, ASIDE_KIND, PROMPT, ASKED].contains(&name)
}

/// A text that was written and did not reach the others.
pub(in crate::tui) struct Unsent<'a> {
    pub(in crate::tui) kind: Kind,
    pub(in crate::tui) text: &'a str,
    /// The question it answers, while the group is still in the scenario that asks it.
    pub(in crate::tui) prompt: Option<PromptId>,
    /// The command that was refused, if it was given.
    pub(in crate::tui) letter: Option<Uuid>,
}

/// What was written and not sent, in the order in which it was written: first what came too late, then what was put
/// aside. A text that was opened to be rewritten and is still what it was is none.
pub(in crate::tui) fn unsent<'a>(scene: &Scene<'a>) -> Vec<Unsent<'a>> {
    let draft = |text, kind| {
        let kind = scene.drafts.get(kind).and_then(|kind| kind.parse().ok());
        let asked = scene.drafts.get(ASKED).and_then(|id| id.parse().ok());
        Some(Unsent {
            kind: kind.unwrap_or(Kind::Need),
            text: scene.drafts.get(text)?.trim(),
            prompt: asked.filter(|asked| is_asked(asked, scene)),
            letter: None,
        })
    };
    let drafts = [draft(ASIDE, ASIDE_KIND), draft(TEXT, KIND)];
    let opened = scene.drafts.get(EDITING).and_then(|id| id.parse().ok());
    let opened = opened.and_then(|id: ContributionId| scene.view.contributions().get(&id));
    let is_as_it_was = |text: &str| opened.is_some_and(|opened| opened.text.as_str() == text);
    let drafts = drafts.into_iter().flatten();
    let drafts = drafts.filter(|draft| !is_as_it_was(draft.text));
    refused(scene).chain(drafts).collect()
}

/// What was given and refused: the group was at another step by then.
fn refused<'a>(scene: &Scene<'a>) -> impl Iterator<Item = Unsent<'a>> {
    let view = *scene;
    let letters = scene.post.letters();
    letters.filter_map(move |(id, letter)| {
        let (State::Refused(_), Some((kind, text, prompt))) =
            (&letter.state, written(&letter.command))
        else {
            return None;
        };
        Some(Unsent {
            kind,
            text,
            prompt: prompt.cloned().filter(|asked| is_asked(asked, &view)),
            letter: Some(id),
        })
    })
}

/// The kind, the text and the question of a command that gives a text of one's own.
fn written(command: &Command) -> Option<(Kind, &str, Option<&PromptId>)> {
    let (kind, text, prompt) = match command {
        Command::Contribute {
            kind, text, prompt, ..
        } => (kind, text, prompt.as_ref()),
        Command::Edit { kind, text, .. } => (kind, text, None),
        _ => return None,
    };
    Some((kind.unwrap_or(Kind::Need), text.as_str(), prompt))
}

fn is_asked(prompt: &PromptId, scene: &Scene<'_>) -> bool {
    let prompts = scene.scenario().map(|scenario| &scenario.prompts);
    let mut asks = prompts.into_iter().flatten();
    asks.any(|asked| asked.id == *prompt)
}
