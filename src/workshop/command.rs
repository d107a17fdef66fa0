//! What a person may ask for. Imperative; whether it is allowed is decided elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::entry::Place;
use super::suggestion::Suggestions;
use crate::id::{
    CardId, ChallengeId, ContributionId, GroupId, ParkingId, ParticipantId, PersonaId, PromptId,
    ScenarioId, StepId, ThemeId,
};
use crate::language::Language;
use crate::text::{Label, Name};
use crate::vocabulary::{Actor, Horizon, Kind, OrganisationKind, Role, Source, Stance};

/// Somebody who asks: which seat, in which role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asker {
    /// The seat.
    pub seat: ParticipantId,
    /// What the seat is for.
    pub role: Role,
}

impl Asker {
    /// The facilitator.
    pub const FACILITATOR: Self = Self {
        seat: ParticipantId::FACILITATOR,
        role: Role::Facilitator,
    };

    /// A participant.
    #[must_use]
    pub const fn participant(seat: ParticipantId) -> Self {
        Self {
            seat,
            role: Role::Participant,
        }
    }
}

/// What somebody asks for. Texts arrive raw; `decide` cleans and bounds them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Command {
    /// Take a seat. Only the room asks this, on somebody's behalf.
    #[serde(skip)]
    Join(Joining),
    /// Tell that a timer ran out. Only the room asks this.
    #[serde(skip)]
    TimeIsUp,
    /// Give up the seat, in good order.
    Leave,
    /// Read in another language from now on.
    Speak {
        /// Which.
        language: Language,
    },
    /// Say a need, want, challenge or opportunity.
    Contribute {
        /// Which of these.
        #[serde(default)]
        kind: Option<Kind>,
        /// The words.
        text: String,
        /// The prompt it answers; absent: the one shown to this seat.
        #[serde(default)]
        prompt: Option<PromptId>,
        /// How it came in; participants always type.
        #[serde(default)]
        source: Option<Source>,
        /// The persona it speaks for; only for what a scribe or the facilitator enters.
        #[serde(default)]
        persona: Option<PersonaId>,
        /// The scenario it is about; only for the facilitator, absent: the current one.
        #[serde(default)]
        scenario: Option<ScenarioId>,
        /// The table it comes from; only for what a scribe enters.
        #[serde(default)]
        table: Option<u8>,
        /// The language it is written in; absent: the seat's.
        #[serde(default)]
        language: Option<Language>,
    },
    /// Rewrite one's own contribution.
    Edit {
        /// Which.
        contribution: ContributionId,
        /// What it should be; absent: as it was.
        #[serde(default)]
        kind: Option<Kind>,
        /// What it should say.
        text: String,
    },
    /// Take one's own contribution back.
    Withdraw {
        /// Which.
        contribution: ContributionId,
    },
    /// Put the done light on.
    Done,
    /// Put the done light off.
    Undone,
    /// Sort a contribution into a theme.
    Sort {
        /// Which.
        contribution: ContributionId,
        /// Where it belongs first; absent takes one's sort back.
        primary: Option<Place>,
        /// Where it belongs too.
        #[serde(default)]
        second: Option<Place>,
    },
    /// Give a theme that many of one's dots.
    Vote {
        /// Which.
        theme: ThemeId,
        /// How many, in place of what it had.
        dots: u8,
    },
    /// Put something in the parking lot.
    Say {
        /// What.
        text: String,
    },
    /// Answer to a challenge.
    Reflect {
        /// Which.
        challenge: ChallengeId,
        /// Recognised or not.
        stance: Stance,
        /// Why.
        text: String,
    },
    /// Go to the next step.
    Next,
    /// Go to the step before.
    Back,
    /// Go to a step.
    Goto {
        /// Which.
        step: StepId,
    },
    /// Tell everybody that the group goes to a step shortly; it goes there by itself when the time has come.
    Announce {
        /// Which.
        to: StepId,
        /// How long from now.
        seconds: u8,
    },
    /// Stay after all: take back what was announced.
    CallOff,
    /// Start a timer, in place of the one that runs.
    StartTimer {
        /// How long.
        seconds: u32,
    },
    /// Give the timer more time.
    ExtendTimer {
        /// How much more.
        seconds: u32,
    },
    /// Stop the timer.
    StopTimer,
    /// Give somebody a persona.
    Assign {
        /// Who.
        participant: ParticipantId,
        /// Which.
        persona: PersonaId,
        /// In which scenario; absent: the current one.
        #[serde(default)]
        scenario: Option<ScenarioId>,
    },
    /// Give everybody without one a persona.
    AssignAuto,
    /// Settle where a contribution belongs.
    Place {
        /// Which; several at once are settled alike.
        contributions: Vec<ContributionId>,
        /// Where it belongs first; absent: nowhere yet.
        primary: Option<Place>,
        /// Where it belongs too.
        #[serde(default)]
        second: Option<Place>,
    },
    /// Settle contributions as the group sorted them or, where it did not, as the tool suggests.
    Accept {
        /// Which; none named: all that are not settled and sure, by the group or, where nobody sorted, by the tool.
        #[serde(default)]
        contributions: Vec<ContributionId>,
        /// Where the asker saw that each would go; a suggestion that changed meanwhile is not accepted unseen.
        #[serde(default)]
        expected: BTreeMap<ContributionId, Place>,
    },
    /// Tie a word to a place, so that it counts in what the tool suggests.
    Teach {
        /// The word, or a few.
        word: String,
        /// The place it speaks for; absent: none any more.
        place: Option<Place>,
    },
    /// Take in what the tool suggests. Only the room asks this.
    #[serde(skip)]
    Suggest(Suggestions),
    /// Put contributions that say the same need together.
    Group {
        /// Which; those already in a group bring the group with them.
        contributions: Vec<ContributionId>,
        /// What the need is called.
        #[serde(default)]
        label: Option<Label>,
    },
    /// Dissolve a group.
    Ungroup {
        /// Which.
        group: GroupId,
    },
    /// Hide a contribution from the room.
    Hide {
        /// Which.
        contribution: ContributionId,
    },
    /// Show a hidden contribution again.
    Show {
        /// Which.
        contribution: ContributionId,
    },
    /// Put one card before everyone, or none any more.
    Spotlight {
        /// Which.
        contribution: Option<ContributionId>,
    },
    /// Play a trend card, or take it out of play.
    Card {
        /// Which.
        card: CardId,
    },
    /// Record a show of hands.
    Hands {
        /// For which theme.
        theme: ThemeId,
        /// How many.
        count: u32,
    },
    /// Make a recommendation.
    Recommend {
        /// The theme it belongs to.
        theme: Place,
        /// Now or later.
        horizon: Horizon,
        /// Who should act.
        who: Actor,
        /// What should be done.
        text: String,
        /// The contributions that carry it.
        #[serde(default)]
        contributions: Vec<ContributionId>,
    },
    /// Mark a parking entry as dealt with.
    Resolve {
        /// Which.
        parking: ParkingId,
    },
    /// Add a persona of the group's own.
    AddPersona {
        /// Its id.
        id: PersonaId,
        /// What the role is called.
        role: String,
        /// What I do.
        #[serde(default)]
        work: String,
        /// What worries me.
        #[serde(default)]
        worries: String,
        /// What I want.
        #[serde(default)]
        wishes: String,
    },
    /// Propose a theme beside the five.
    ProposeTheme {
        /// Its id.
        id: ThemeId,
        /// What it is called.
        title: String,
        /// What it covers.
        #[serde(default)]
        definition: String,
    },
    /// Let nobody new in any more. Those who have a seat come back to it. Who gets in is kept with the keys of the room,
    /// and not in the record of the workshop.
    Lock,
    /// Let people in again.
    Unlock,
    /// Take somebody's seat away for good. What they wrote stays.
    Remove {
        /// Whose.
        participant: ParticipantId,
    },
    /// Make another join code; the one there was opens nothing any more.
    NewCode,
    /// Take back the facilitator's last change.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Write the saved session now.
    Save,
    /// End the workshop.
    Close,
}

impl Command {
    /// Say something of a kind in one's own words, where the group is now.
    #[must_use]
    pub fn contribute(kind: Option<Kind>, text: impl Into<String>) -> Self {
        Self::Contribute {
            kind,
            text: text.into(),
            prompt: None,
            source: None,
            persona: None,
            scenario: None,
            table: None,
            language: None,
        }
    }

    /// Settle these, or all that are sure, as they are advised by the time it is carried out.
    #[must_use]
    pub const fn accept(contributions: Vec<ContributionId>) -> Self {
        Self::Accept {
            contributions,
            expected: BTreeMap::new(),
        }
    }
}

/// What somebody says of themselves when they take a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    /// The seat they had, if any.
    pub seat: Option<ParticipantId>,
    /// Their name.
    pub name: Option<Name>,
    /// Where they come from.
    pub organisation: Option<Name>,
    /// What kind of organisation that is.
    pub kind: Option<OrganisationKind>,
    /// The persona nearest to their own work.
    pub real_role: Option<PersonaId>,
    /// The table they sit at.
    pub table: Option<u8>,
    /// The language they read.
    pub language: Language,
}
