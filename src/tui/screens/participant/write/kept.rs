//! What of the writing screen is kept, by name, and what of it waits to be sent.

use crate::id::{ContributionId, PromptId};
use crate::tui::scene::Scene;
use crate::vocabulary::Kind;

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

/// What was written and not sent, with its kind: what was put aside first, as it was written first. A text that was
/// opened to be rewritten and is still what it was is none.
pub(in crate::tui) fn unsent<'a>(scene: &Scene<'a>) -> Vec<(Kind, &'a str)> {
    let draft = |text, kind| {
        let kind = scene.drafts.get(kind).and_then(|kind| kind.parse().ok());
        Some((kind.unwrap_or(Kind::Need), scene.drafts.get(text)?.trim()))
    };
    let texts = [draft(ASIDE, ASIDE_KIND), draft(TEXT, KIND)];
    let opened = scene.drafts.get(EDITING).and_then(|id| id.parse().ok());
    let opened = opened.and_then(|id: ContributionId| scene.view.contributions().get(&id));
    let is_as_it_was = |text: &str| opened.is_some_and(|opened| opened.text.as_str() == text);
    let texts = texts.into_iter().flatten();
    texts.filter(|(_, text)| !is_as_it_was(text)).collect()
}

/// The question that was answered with it, while the group is still in the scenario that asks it.
pub(in crate::tui) fn answered(scene: &Scene<'_>) -> Option<PromptId> {
    let asked: PromptId = scene.drafts.get(ASKED)?.parse().ok()?;
    let mut asks = scene.scenario()?.prompts.iter();
    asks.any(|prompt| prompt.id == asked).then_some(asked)
}
