//! The words for values of the rules: kinds, steps, roles, and why something was refused.

use super::{Locale, Value};
use crate::vocabulary::{
    Actor, Anonymity, Horizon, Kind, OrganisationKind, Source, Stance, StepKind,
};
use crate::workshop::Refusal;

impl Locale {
    /// What a kind of contribution is called.
    #[must_use]
    pub fn kind(self, kind: Kind) -> String {
        self.say(&format!("kind-{kind}"))
    }

    /// What a kind of step is called.
    #[must_use]
    pub fn step(self, step: StepKind) -> String {
        self.say(&format!("step-{step}"))
    }

    /// What a source is called.
    #[must_use]
    pub fn source(self, source: Source) -> String {
        self.say(&format!("source-{source}"))
    }

    /// What a horizon is called.
    #[must_use]
    pub fn horizon(self, horizon: Horizon) -> String {
        self.say(&format!("horizon-{horizon}"))
    }

    /// Who should act.
    #[must_use]
    pub fn actor(self, actor: Actor) -> String {
        self.say(&format!("actor-{actor}"))
    }

    /// What a kind of organisation is called.
    #[must_use]
    pub fn organisation_kind(self, kind: OrganisationKind) -> String {
        self.say(&format!("organisation-{kind}"))
    }

    /// What an anonymity mode is called.
    #[must_use]
    pub fn anonymity(self, anonymity: Anonymity) -> String {
        self.say(&format!("anonymity-{anonymity}"))
    }

    /// Whether somebody agrees.
    #[must_use]
    pub fn stance(self, stance: Stance) -> String {
        self.say(&format!("stance-{stance}"))
    }

    /// Why something was refused and what to do, as one sentence or two.
    #[must_use]
    pub fn refusal(self, refusal: &Refusal) -> String {
        let key = format!("refused-{}", refusal.reason());
        match refusal {
            Refusal::ClosedStep { step, open_in } => {
                let open_in: Vec<String> = open_in.iter().map(|step| self.step(*step)).collect();
                self.say_with(
                    &key,
                    &[
                        ("step", self.step(*step).into()),
                        ("open", open_in.join(", ").into()),
                    ],
                )
            }
            Refusal::Unknown { id, nearest, .. } => {
                let said = self.say_with(&key, &[("id", Value::from(id.as_str()))]);
                match nearest {
                    Some(nearest) => {
                        let hint = self
                            .say_with("did-you-mean", &[("word", Value::from(nearest.as_str()))]);
                        format!("{said} {hint}")
                    }
                    None => said,
                }
            }
            Refusal::TextTooLong { limit, length } => self.say_with(
                &key,
                &[("limit", (*limit).into()), ("length", (*length).into())],
            ),
            Refusal::TooManyDots { limit, given } => self.say_with(
                &key,
                &[("limit", (*limit).into()), ("given", (*given).into())],
            ),
            Refusal::OtherSuggestion { contribution } => {
                self.say_with(&key, &[("contribution", contribution.to_string().into())])
            }
            Refusal::Taken { id } => self.say_with(&key, &[("id", Value::from(id.as_str()))]),
            Refusal::NoticeLength { limit } => self.say_with(&key, &[("limit", (*limit).into())]),
            Refusal::Full { limit } | Refusal::EnoughFromYou { limit } => {
                self.say_with(&key, &[("limit", (*limit).into())])
            }
            Refusal::WorkshopClosed
            | Refusal::NotTheFacilitator
            | Refusal::ObserversWatch
            | Refusal::NotYours
            | Refusal::AlreadyShared
            | Refusal::AlreadyVoted
            | Refusal::EmptyText
            | Refusal::SecondPlace
            | Refusal::NoMajority
            | Refusal::NothingToAccept
            | Refusal::FullOfText
            | Refusal::TooManyChanges
            | Refusal::GroupOfOne
            | Refusal::NoStepThere
            | Refusal::AlreadyThere
            | Refusal::NothingToUndo
            | Refusal::NothingToRedo
            | Refusal::NoTimer
            | Refusal::NoScenario
            | Refusal::ReadOnly => self.say(&key),
        }
    }
}
