//! What the board makes of news while somebody decides. The selection stays on its card, wherever that comes to stand;
//! and a key that is pressed just after something else came to stand there is taken to be meant for what stood there
//! before, so it does nothing but say so.

use std::mem::take;

use crossterm::event::KeyCode;

use super::deck::Deck;
use super::teaching::taught_words;
use super::{Board, Pane};
use crate::id::ContributionId;
use crate::moment::Moment;
use crate::seat::Update;
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::scene::Scene;
use crate::workshop::{Command, Event, Revision};

/// How long it takes to see that something changed and to keep a finger from falling, in milliseconds.
const REACTION: u64 = 600;

/// What was shown before the latest news.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// The queue in its order.
    queue: Vec<ContributionId>,
    /// What a key would have been about; nothing when a key was pressed since.
    stand: Option<Stand>,
    /// Whether other cards are told to be alike since then.
    is_kin_new: bool,
    /// When the news came.
    at: Option<Moment>,
}

/// What a key is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stand {
    card: Option<ContributionId>,
    /// Where Enter would put it, by column.
    first: Option<usize>,
    /// Where the key for the next best would.
    next: Option<usize>,
}

impl Before {
    /// Where the queue stands when the card it stood at is gone: at the one that came behind it, or else before it.
    pub(super) fn beside(&self, gone: ContributionId, deck: &Deck) -> Option<usize> {
        let at = self.queue.iter().position(|id| *id == gone)?;
        let (before, from) = self.queue.split_at_checked(at)?;
        let mut near = from.iter().chain(before.iter().rev());
        near.find_map(|id| deck.place_of(*id))
    }
}

impl Board {
    fn stand(&self, deck: &Deck) -> Stand {
        if let Some(index) = self.focus(deck) {
            let column = deck.columns.get(index);
            let card = column.and_then(|column| column.cards.get(self.at_in_column(index, deck)));
            return Stand {
                card: card.copied(),
                first: None,
                next: None,
            };
        }
        let waiting = deck.queue.get(self.at_in_queue(deck));
        Stand {
            card: waiting.map(|waiting| waiting.id),
            first: waiting.and_then(|waiting| waiting.first),
            next: waiting.and_then(|waiting| waiting.next),
        }
    }

    /// What was asked is done: where that does not show by itself, it is said, with the way back.
    pub(super) fn answered(update: &Update, scene: &Scene<'_>) -> Option<Intent> {
        let Update::Answered {
            command,
            answer: Ok(_),
            ..
        } = update
        else {
            return None;
        };
        match command {
            Command::Group { .. } => Some(Intent::info(scene.say("board-joined"))),
            Command::Teach { word, place } => {
                let words = taught_words(word, place.as_ref(), scene);
                Some(Intent::info(words))
            }
            _ => None,
        }
    }

    /// Something changed. What is shown is remembered; what there is now is gathered when it is asked for.
    pub(super) fn hear(&mut self, update: &Update, scene: &Scene<'_>) {
        if matches!(update, Update::Presence(_)) {
            return;
        }
        self.before.is_kin_new |= is_about_kin(update);
        self.remember(update, scene);
        self.go_back_to(update);
    }

    fn remember(&mut self, update: &Update, scene: &Scene<'_>) {
        let Some(deck) = self.deck.take() else {
            return;
        };
        let stand = self.stand(&deck);
        if let Some(waiting) = deck.queue.get(self.at_in_queue(&deck)) {
            // From now on the queue stands at this card, not at whatever comes first.
            self.at.insert(Pane::Queue, waiting.id);
        }
        let before = &mut self.before;
        before.queue = deck.queue.iter().map(|waiting| waiting.id).collect();
        let is_fresh = |at: Moment| scene.now.millis_since(at) < REACTION;
        if before.stand.is_none() || !before.at.is_some_and(is_fresh) {
            before.stand = Some(stand);
            before.at = Some(scene.now);
            before.is_kin_new = is_about_kin(update);
        }
    }

    /// A card whose place was taken back is the one that is chosen: undoing is about it.
    fn go_back_to(&mut self, update: &Update) {
        if let Update::Record(record) = update
            && let (Some(Revision::Undoes(_)), Event::ContributionsPlaced { placements }) =
                (&record.revises, &record.event)
            && let Some((id, None)) = placements.first_key_value()
        {
            self.pane = Pane::Queue;
            self.at.insert(Pane::Queue, *id);
        }
    }

    /// Forgets what stood there before: the person has chosen something else.
    pub(super) fn look_elsewhere(&mut self) {
        self.before.stand = None;
    }

    /// A key that is meant for what stood there a moment ago does nothing but say so, once.
    pub(super) fn startled(&mut self, key: Key, scene: &Scene<'_>) -> Option<Vec<Intent>> {
        let before = self.before.stand.take()?;
        let is_kin_new = take(&mut self.before.is_kin_new);
        let since = scene.now.millis_since(self.before.at?);
        if since >= REACTION || self.is_searching {
            return None;
        }
        let now = self.stand(self.deck(scene));
        let is_other = before.card != now.card;
        // Marked cards stay marked, and carry what was shown for them.
        let has_marks = !self.marked.is_empty();
        let startles = match key.code {
            KeyCode::Enter | KeyCode::Char('v') => before != now && !has_marks,
            KeyCode::Char('0'..='9' | 'x' | 'w') => is_other && !has_marks,
            KeyCode::Char('e' | 'c') => is_other || is_kin_new,
            KeyCode::Char(' ' | 's' | 'f' | 'm' | 'M' | 'W') => is_other,
            _ => false,
        };
        startles.then(|| vec![Intent::trouble(scene.say("board-look-again"))])
    }
}

/// Whether it tells anew which cards are alike.
fn is_about_kin(update: &Update) -> bool {
    let Update::Record(record) = update else {
        return false;
    };
    matches!(record.event, Event::SuggestionsMade { alike: Some(_), .. })
}
