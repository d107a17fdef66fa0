//! What was given and has no answer yet, and what was refused and is still on the person's hands: so that every text
//! can say whether it waits, is saved or was refused and why.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::drafts::Drafts;
use crate::id::ContributionId;
use crate::seat::{Update, typed_in};
use crate::workshop::{Command, Workshop};

/// What the names of refused texts among the drafts begin with.
const REFUSED: &str = "refused-";

/// How far a command is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is on its way to this machine's disk.
    Given,
    /// It is on this machine's disk and waits for the host.
    Kept,
    /// It was not carried out, and why, as a sentence.
    Refused(String),
}

/// A command on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it asks.
    pub command: Command,
    /// How far it is.
    pub state: State,
}

/// Everything on its way. Ids follow time, so the order is the one in which things were given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Post {
    letters: BTreeMap<Uuid, Letter>,
    /// Those of which the record came before the answer: what they ask is in the view.
    recorded: BTreeSet<Uuid>,
    /// Contributions of which the answer came before the record, and that are not in the view yet.
    answered: BTreeMap<Uuid, ContributionId>,
}

impl Post {
    /// What is on its way and not yet in the view, in the order in which it was given.
    pub fn letters(&self) -> impl Iterator<Item = (Uuid, &Letter)> {
        let letters = self.letters.iter();
        let unseen = letters.filter(|(id, _)| !self.recorded.contains(id));
        unseen.map(|(id, letter)| (*id, letter))
    }

    /// How many commands wait for the host.
    #[must_use]
    pub fn waiting(&self) -> usize {
        let waits = |(id, letter): &(&Uuid, &Letter)| {
            !matches!(letter.state, State::Refused(_)) && !self.answered.contains_key(id)
        };
        self.letters.iter().filter(waits).count()
    }

    /// The texts that did not reach the host, in the order in which they were given.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let letters = self.letters.iter();
        let unsent = letters.filter(|(id, _)| !self.answered.contains_key(id));
        unsent.filter_map(|(_, letter)| typed_in(&letter.command))
    }

    /// The refused texts that were still on the person's hands when the program ended.
    #[must_use]
    pub fn recovered(drafts: &Drafts) -> Self {
        let letter = |(name, text): (&str, &str)| {
            let id = name.strip_prefix(REFUSED)?.parse().ok()?;
            let (command, why) = serde_json::from_str(text).ok()?;
            let state = State::Refused(why);
            Some((id, Letter { command, state }))
        };
        Self {
            letters: drafts.iter().filter_map(letter).collect(),
            ..Self::default()
        }
    }

    /// Writes down the refused texts that are on the person's hands.
    pub fn keep(&self, drafts: &mut Drafts) {
        drafts.discard(REFUSED);
        for (id, letter) in &self.letters {
            if let State::Refused(why) = &letter.state
                && let Ok(text) = serde_json::to_string(&(&letter.command, why))
            {
                drafts.set(&format!("{REFUSED}{id}"), &text);
            }
        }
    }

    /// Whether something is not yet on this machine's disk.
    #[must_use]
    pub fn is_in_hand(&self) -> bool {
        let mut letters = self.letters.values();
        letters.any(|letter| letter.state == State::Given)
    }

    /// The link took a command.
    pub fn give(&mut self, id: Uuid, command: Command) {
        let state = State::Given;
        self.letters.insert(id, Letter { command, state });
    }

    /// A command that never left this machine, and why: a text in it stays on the person's hands like a refused one.
    pub fn hand_back(&mut self, id: Option<Uuid>, command: Command, why: &str) {
        let last = self.letters.keys().next_back().map_or(0, Uuid::as_u128);
        let id = id.unwrap_or_else(|| Uuid::from_u128(last.saturating_add(1)));
        self.letters.remove(&id);
        if typed_in(&command).is_some() {
            let state = State::Refused(why.to_owned());
            self.letters.insert(id, Letter { command, state });
        }
    }

    /// Takes a refused one off the person's hands.
    pub fn drop_refused(&mut self, id: Uuid) -> Option<Command> {
        let is_refused = matches!(self.letters.get(&id)?.state, State::Refused(_));
        let letter = is_refused.then(|| self.letters.remove(&id)).flatten()?;
        Some(letter.command)
    }

    /// Follows what became of commands, beside what is in the view by now. A refused text is kept to be shown; any other
    /// refusal is told and gone.
    pub fn hear(&mut self, update: &Update, view: Option<&Workshop>) {
        // A fresh view has all there is to see.
        let is_seen = |id: &ContributionId| {
            *update == Update::View || view.is_none_or(|view| view.contributions().contains_key(id))
        };
        let seen: Vec<Uuid> = self
            .answered
            .extract_if(.., |_, contribution| is_seen(contribution))
            .map(|(id, _)| id)
            .collect();
        for id in seen {
            self.letters.remove(&id);
        }
        match update {
            Update::Recovered { id, command } => {
                let command = command.clone();
                let state = State::Kept;
                self.letters.insert(*id, Letter { command, state });
            }
            Update::Kept { id } => {
                if let Some(letter) = self.letters.get_mut(id) {
                    letter.state = State::Kept;
                }
            }
            Update::Answered {
                id,
                command,
                answer,
            } => {
                self.recorded.remove(id);
                let unseen = match (command, answer) {
                    (Command::Contribute { .. }, Ok(done)) => {
                        done.result.contribution.filter(|made| !is_seen(made))
                    }
                    _ => None,
                };
                if let Some(contribution) = unseen.filter(|_| self.letters.contains_key(id)) {
                    self.answered.insert(*id, contribution);
                    return;
                }
                self.letters.remove(id);
                if let Err(refused) = answer
                    && typed_in(command).is_some()
                {
                    let (command, state) =
                        (command.clone(), State::Refused(refused.message.clone()));
                    self.letters.insert(*id, Letter { command, state });
                }
            }
            Update::Record(record) => {
                let waits = |id: &Uuid| self.letters.contains_key(id);
                self.recorded.extend(record.command.filter(waits));
            }
            _ => {}
        }
    }
}

/// Whether a draft of this name is a refused command rather than a text.
pub(super) fn is_letter(name: &str) -> bool {
    name.starts_with(REFUSED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Content;
    use crate::id::ParticipantId;
    use crate::moment::Moment;
    use crate::seat::Done;
    use crate::session::{Fresh, shipped};
    use crate::vocabulary::PresetName;
    use crate::workshop::event::Outcome;
    use crate::workshop::{Event, Record};

    #[test]
    fn what_is_recorded_before_it_is_answered_is_shown_once_and_still_waited_for() {
        let (id, text) = (Uuid::from_u128(7), "later".to_owned());
        let mut post = Post::default();
        post.give(id, Command::Say { text });
        assert_eq!((post.letters().count(), post.waiting()), (1, 1));
        let record = |command| {
            Update::Record(Box::new(Record {
                seq: 9,
                at: Moment::from_millis(0),
                by: Some(ParticipantId(1)),
                command,
                revises: None,
                event: Event::ParticipantLeft {
                    participant: ParticipantId(1),
                },
            }))
        };
        post.hear(&record(None), None);
        post.hear(&record(Some(Uuid::from_u128(8))), None);
        assert_eq!((post.letters().count(), post.waiting()), (1, 1));
        post.hear(&record(Some(id)), None);
        assert_eq!((post.letters().count(), post.waiting()), (0, 1));
        let command = Command::Undone;
        let result = Outcome::default();
        post.hear(&answered(id, command, result), None);
        assert_eq!(post, Post::default());
    }

    fn answered(id: Uuid, command: Command, result: Outcome) -> Update {
        let answer = Ok(Done { seq: 9, result });
        Update::Answered {
            id,
            command,
            answer,
        }
    }

    #[test]
    fn what_is_answered_before_it_is_recorded_is_shown_until_it_is_seen_and_not_waited_for() {
        let at = Moment::from_millis(0);
        let content = Content::shipped().unwrap();
        let draft = shipped(PresetName::Short, content).unwrap();
        let view = Workshop::open(draft.open(&Fresh { at, chance: 3 }), at);
        let command: Command =
            serde_json::from_value(serde_json::json!({"type": "contribute", "text": "een nood"}))
                .unwrap();
        let mut post = Post::default();
        let id = Uuid::from_u128(7);
        post.give(id, command.clone());
        let result = Outcome {
            contribution: Some(ContributionId(1)),
            ..Outcome::default()
        };
        post.hear(&answered(id, command, result), Some(&view));
        assert_eq!((post.letters().count(), post.waiting()), (1, 0));
        assert_eq!(post.texts().count(), 0);
        post.hear(&Update::View, Some(&view));
        assert_eq!(post, Post::default());
    }
}
