//! Everything a screen may look at: the workshop as this seat sees it, who is here, the time, and how things are drawn
//! and said. Borrowed afresh for every key and every frame; a screen keeps none of it.

use ratatui::layout::Rect;

use super::drafts::Drafts;
use super::look::Look;
use super::post::Post;
use crate::id::{ParticipantId, PersonaId};
use crate::language::Localised;
use crate::locale::{Locale, Value};
use crate::moment::Moment;
use crate::vocabulary::Role;
use crate::wire::{Moving, Presence};
use crate::workshop::Workshop;
use crate::workshop::entry::Contribution;
use crate::workshop::plan::{Persona, Prompt, Scenario, Step};

/// Whether the host can be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// There was no connection yet.
    Unmet,
    /// There is one.
    There,
    /// There is nobody to reach: it is a workshop that was, looked back at.
    Past,
    /// It is lost, and the link keeps trying.
    Lost {
        /// Why, in the words of whoever noticed.
        cause: String,
    },
}

/// How people come in, and where the session is kept; what is known of it at this terminal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Invitation {
    /// The link people join with, as the host prints it, to be copied.
    pub link: Option<String>,
    /// What people type who cannot copy it.
    pub typed: Option<String>,
    /// The join code.
    pub code: String,
    /// Where the session is saved, when that is on this machine.
    pub saved: Option<String>,
}

impl Invitation {
    /// Where the room is, as it is typed; empty where that is not known.
    #[must_use]
    pub fn place(&self) -> &str {
        let typed = self.typed.as_deref().unwrap_or_default();
        typed.split_once('/').map_or("", |(place, _code)| place)
    }

    /// There is another code now: the link people join with has it too. Answers whether it is another one.
    pub fn follow(&mut self, code: &str) -> bool {
        if code == self.code {
            return false;
        }
        let before = format!("/{}", self.code);
        for link in [&mut self.link, &mut self.typed].into_iter().flatten() {
            *link = link.replacen(&before, &format!("/{code}"), 1);
        }
        code.clone_into(&mut self.code);
        true
    }
}

/// What a screen sees.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The workshop as this seat may see it.
    pub view: &'a Workshop,
    /// Who is here and how far they are.
    pub presence: &'a Presence,
    /// The seat.
    pub you: ParticipantId,
    /// What it is for.
    pub role: Role,
    /// The time on the host's clock.
    pub now: Moment,
    /// The reader's words.
    pub locale: Locale,
    /// How it is drawn.
    pub look: Look,
    /// Whether the host can be reached.
    pub standing: &'a Standing,
    /// What was given and has no answer yet.
    pub post: &'a Post,
    /// How people come in.
    pub invitation: &'a Invitation,
    /// What was typed into forms and not given yet.
    pub drafts: &'a Drafts,
    /// The whole terminal as it was last drawn, so that a key can scroll by what is in sight.
    pub area: Rect,
}

impl<'a> Scene<'a> {
    /// A message.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.locale.say(key)
    }

    /// A message with its variables.
    #[must_use]
    pub fn say_with(&self, key: &str, variables: &[(&str, Value<'_>)]) -> String {
        self.locale.say_with(key, variables)
    }

    /// A text of the plan, in the reader's language.
    #[must_use]
    pub fn read(&self, text: &'a Localised) -> &'a str {
        text.get(self.locale.language())
    }

    /// The step the group is at.
    #[must_use]
    pub fn step(&self) -> Option<&'a Step> {
        self.view.step().map(|(_, step)| step)
    }

    /// Where the group goes soon, if it does. When it has come there the notice may still stand for a moment, because
    /// who is here is told apart from what happened.
    #[must_use]
    pub fn moving(&self) -> Option<&'a Moving> {
        let moving = self.presence.moving.as_ref();
        moving.filter(|moving| self.step().is_none_or(|here| here.id != moving.to))
    }

    /// The scenario under way.
    #[must_use]
    pub fn scenario(&self) -> Option<&'a Scenario> {
        self.view.plan().scenario(self.view.scenario()?)
    }

    /// The reader's persona in the scenario under way.
    #[must_use]
    pub fn persona(&self) -> Option<&'a Persona> {
        let taken = self.view.persona_of(self.you, self.view.scenario()?)?;
        self.view.plan().persona(taken)
    }

    /// What a persona's role is called.
    #[must_use]
    pub fn role_of(&self, persona: &'a PersonaId) -> &'a str {
        let found = self.view.plan().persona(persona);
        found.map_or(persona.as_str(), |found| self.read(&found.role))
    }

    /// A prompt, speaking to this persona.
    #[must_use]
    pub fn prompt(&self, prompt: &'a Prompt, persona: Option<&'a Persona>) -> String {
        let role = persona.map(|persona| self.read(&persona.role));
        prompt.put_to(role, self.locale.language())
    }

    /// The contributions that are there: not withdrawn, in their order.
    pub fn contributions(&self) -> impl Iterator<Item = &'a Contribution> {
        let all = self.view.contributions().values();
        all.filter(|contribution| !contribution.withdrawn)
    }

    /// Whether it is known whose done light is on: no record tells, so that looking back nobody knows.
    #[must_use]
    pub fn knows_lights(&self) -> bool {
        *self.standing != Standing::Past
    }

    /// Seconds until the timer ends, rounded up; `None` when none runs.
    #[must_use]
    pub fn seconds_left(&self) -> Option<u64> {
        let ends_at = self.view.timer()?;
        Some(ends_at.millis_since(self.now).div_ceil(1_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_follows_the_code_and_keeps_what_else_is_in_it() {
        let mut invitation = Invitation {
            link: Some("halte://192.0.2.1:7420/K7QF-2M9X#sha256=K7QF-2M9X".to_owned()),
            typed: Some("192.0.2.1/K7QF-2M9X".to_owned()),
            code: "K7QF-2M9X".to_owned(),
            ..Invitation::default()
        };
        assert!(invitation.follow("AAAA-BBBB"));
        assert!(!invitation.follow("AAAA-BBBB"));
        let link = "halte://192.0.2.1:7420/AAAA-BBBB#sha256=K7QF-2M9X";
        assert_eq!(invitation.link.as_deref(), Some(link));
        assert_eq!(invitation.typed.as_deref(), Some("192.0.2.1/AAAA-BBBB"));
        assert_eq!(invitation.code, "AAAA-BBBB");
    }
}
