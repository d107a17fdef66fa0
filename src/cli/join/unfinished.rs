//! What was being written at a screen when it ended.

use crate::link::Outbox;
use crate::tui::drafts::Drafts;

/// The drafts of a seat, without what was given since they were put away; nor are such there for the next one to find, when
/// the seat does not know any more that it gave them.
pub(super) fn drafts(outbox: &Outbox) -> Drafts {
    let draft = outbox.draft();
    let text = draft.read().unwrap_or_default();
    let mut drafts = Drafts::parse(&text);
    let put_away = drafts.write();
    drafts.settle(outbox.recent());
    let left = drafts.write();
    if left != put_away
        && let Err(error) = draft.write(&left)
    {
        tracing::warn!(error = %crate::cause::chain(&error), "a draft that was given stays");
    }
    drafts
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::link::Owner;
    use crate::link::drawer::claim;
    use crate::vocabulary::Role;

    #[test]
    fn what_was_given_is_no_draft_for_the_program_after_the_next_one_either() {
        let folder = tempfile::tempdir().unwrap();
        let owner = Owner {
            key: "K7QF-2M9X".into(),
            host: None,
            name: None,
            role: Role::Facilitator,
        };
        let mut typed = Drafts::default();
        typed.set("park/0", "wie bet");
        typed.set("note", "later");
        let mut outbox = claim(folder.path(), &owner, false).unwrap();
        outbox.draft().write(&typed.write()).unwrap();
        let say = json!({"type": "say", "text": "wie betaalt?"});
        let say = serde_json::from_value(say).unwrap();
        let id = Uuid::now_v7();
        outbox.keep(vec![(id, say)]).unwrap();
        // The program dies before it puts away that nothing is being typed any more.
        outbox.settle(&[id]).unwrap();
        for _ in 0..2 {
            drop(outbox);
            outbox = claim(folder.path(), &owner, false).unwrap();
            let drafts = drafts(&outbox);
            assert_eq!(
                (drafts.get("park/0"), drafts.get("note")),
                (None, Some("later"))
            );
            outbox.tidy();
        }
    }
}
