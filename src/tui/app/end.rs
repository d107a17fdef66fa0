//! When there is no workshop to be in: how long the host has been looked for; and when it is over, what is left to do,
//! and what becomes of what the person typed and could not send.

use crossterm::event::KeyCode;

use super::{App, Ending, Outlook};
use crate::moment::Moment;
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::knock::LONG;
use crate::tui::{post, screens};

/// How long the host has been looked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Search {
    /// Nothing was shown yet.
    NotBegun,
    /// Since then.
    Since(Moment),
    /// So long that something may be wrong.
    Long,
}

impl App {
    /// Notes since when the host is looked for, and whether that has taken long.
    pub(super) fn wait_for_host(&mut self, outlook: &Outlook<'_>) {
        if outlook.view.is_some() {
            return;
        }
        match self.search {
            Search::NotBegun => self.search = Search::Since(outlook.now),
            Search::Since(began) if began.plus_seconds(LONG) <= outlook.now => {
                self.search = Search::Long;
            }
            Search::Since(_) | Search::Long => {}
        }
    }

    /// Whether it takes long to reach the host for the first time.
    pub(in crate::tui) fn takes_long(&self) -> bool {
        matches!(self.search, Search::Long)
    }

    /// When it will have taken long to reach the host; `None` when it is reached, or that is told already.
    pub(super) fn advises_at(&self, outlook: &Outlook<'_>) -> Option<Moment> {
        match self.search {
            Search::Since(began) if outlook.view.is_none() && self.over.is_none() => {
                Some(began.plus_seconds(LONG))
            }
            _ => None,
        }
    }

    /// How it ended, when there is nothing left to do here. A workshop that is over has a screen of its own.
    pub(in crate::tui) fn last_words(&self) -> Option<&Ending> {
        self.over.as_ref().filter(|over| **over != Ending::Closed)
    }

    /// What the person typed here that the host never got.
    pub(in crate::tui) fn unsent(&self) -> Vec<&str> {
        let typed = self.desk.drafts.iter();
        let typed = typed.filter(|(name, _)| !screens::is_beside(name) && !post::is_letter(name));
        let given = self.desk.post.texts();
        given.chain(typed.map(|(_, text)| text)).collect()
    }

    /// What a key does when there is no workshop to be in; `None` when there is one, and the key is not for leaving.
    pub(super) fn key_at_the_end(&self, key: Key, outlook: &Outlook<'_>) -> Option<Vec<Intent>> {
        if self.over.is_none() && outlook.view.is_some() {
            return None;
        }
        let is_last = self.last_words().is_some();
        // The screen of a workshop that is over has windows to close.
        let has_screen = self.over.is_some() && !is_last && outlook.view.is_some();
        // Whoever was in the middle of a text may not have seen yet that it ended.
        let may_be_typing = is_last && !self.unsent().is_empty();
        let is_leaving = key == Key::ctrl('c')
            || key == Key::of(KeyCode::Esc) && !has_screen
            || key == Key::char('q') && !may_be_typing;
        if is_leaving {
            return Some(vec![Intent::Quit]);
        }
        if !is_last {
            return None;
        }
        Some(match key {
            key if key == Key::char('y') => self.copy_unsent(),
            key if key == Key::ctrl('l') => vec![Intent::Redraw],
            key if key == Key::ctrl('z') => vec![Intent::Suspend],
            _ => Vec::new(),
        })
    }

    /// Gives the person what they typed here and could not send.
    fn copy_unsent(&self) -> Vec<Intent> {
        let texts = self.unsent();
        if texts.is_empty() {
            return Vec::new();
        }
        let told = Intent::info(self.desk.locale.say("over-copied"));
        vec![Intent::Copy(texts.join("\n")), told]
    }

    /// How it ends for whoever leaves now. The room may be on its way to say goodbye.
    pub(super) fn ending(&self, outlook: &Outlook<'_>) -> Ending {
        let has_ended = outlook.view.is_some_and(|view| view.closed_at().is_some());
        match &self.over {
            Some(over) => over.clone(),
            None if has_ended => Ending::Closed,
            None => Ending::Left {
                waiting: self.desk.post.waiting(),
            },
        }
    }
}
