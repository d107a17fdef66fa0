//! The closed word lists of the contract: one enum each, one spelling everywhere (files, wire, command line).

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is written.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                Self::ALL.iter().copied().find(|word| word.as_str() == text).ok_or_else(|| UnknownWord {
                    word: text.to_owned(),
                    known: Self::ALL.iter().map(|word| word.as_str()).collect(),
                })
            }
        }
    };
}

/// A word that is not on its list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{word}\" is none of {}", known.join(", "))]
pub struct UnknownWord {
    /// What was written.
    pub word: String,
    /// What could have been written.
    pub known: Vec<&'static str>,
}

vocabulary!(
    /// What can be taken out of a record.
    Removable {
        /// The names of people.
        Names = "names",
        /// The names of organisations.
        Organisations = "organisations",
        /// Texts in which a pattern was found.
        Texts = "texts",
    }
);

vocabulary!(
    /// What a contribution says (METHOD.md: nood, behoefte, uitdaging, kans).
    Kind {
        /// *nood*
        Need = "need",
        /// *behoefte*
        Want = "want",
        /// *uitdaging*
        Challenge = "challenge",
        /// *kans*
        Opportunity = "opportunity",
    }
);

vocabulary!(
    /// What a seat is for.
    Role {
        /// Leads the workshop.
        Facilitator = "facilitator",
        /// Writes, sorts and votes.
        Participant = "participant",
        /// Watches: the projector.
        Observer = "observer",
    }
);

vocabulary!(
    /// How a contribution came in.
    Source {
        /// By the person who thought of it.
        Typed = "typed",
        /// By a scribe for a table.
        Scribe = "scribe",
        /// From a paper note, entered afterwards.
        Paper = "paper",
        /// The facilitator's own; never counted.
        Facilitator = "facilitator",
    }
);

vocabulary!(
    /// When a recommendation is meant for.
    Horizon {
        /// Now.
        Now = "now",
        /// Later.
        Later = "later",
    }
);

vocabulary!(
    /// Who a recommendation is meant for.
    Actor {
        /// The company.
        Company = "company",
        /// The sector.
        Sector = "sector",
        /// The government.
        Government = "government",
        /// Schools and training.
        Education = "education",
        /// The social partners.
        SocialPartners = "social-partners",
    }
);

vocabulary!(
    /// What kind of organisation a participant comes from.
    OrganisationKind {
        /// A company.
        Company = "company",
        /// Sheltered work.
        ShelteredWork = "sheltered-work",
        /// A knowledge institute.
        KnowledgeInstitute = "knowledge-institute",
        /// Policy.
        Policy = "policy",
        /// A provider of technology.
        TechnologyProvider = "technology-provider",
        /// Anything else.
        Other = "other",
    }
);

vocabulary!(
    /// How much the record says about who people are.
    Anonymity {
        /// Names are recorded and shown.
        Named = "named",
        /// Numbers only; no names anywhere.
        Pseudonymous = "pseudonymous",
        /// Nothing on disk says who wrote or voted what.
        Anonymous = "anonymous",
    }
);

vocabulary!(
    /// The kinds of step an agenda is made of, in their usual order.
    StepKind {
        /// People arrive.
        Welcome = "welcome",
        /// A scenario and one's persona in it.
        Brief = "brief",
        /// Private writing.
        Write = "write",
        /// What was written is shown.
        Share = "share",
        /// Everyone sorts a slice into the themes.
        Sort = "sort",
        /// The plenary settles what is contested.
        Converge = "converge",
        /// What recurs, within and across scenarios.
        Recurrence = "recurrence",
        /// Dots on what matters.
        Vote = "vote",
        /// Held against the three challenges.
        Reflect = "reflect",
        /// Recommendations.
        Act = "act",
        /// The end.
        Close = "close",
    }
);

vocabulary!(
    /// Whether a reflection agrees with a challenge.
    Stance {
        /// Recognised.
        Agree = "agree",
        /// Seen differently.
        Differ = "differ",
    }
);

vocabulary!(
    /// How well the sources carry a persona.
    Grounding {
        /// Several sources speak of this role.
        Strong = "strong",
        /// Some do.
        Moderate = "moderate",
        /// Few do.
        Weak = "weak",
    }
);

vocabulary!(
    /// Whose view a persona rests on.
    Voice {
        /// Workers and their representatives.
        WorkerSide = "worker-side",
        /// Employers.
        Employer = "employer",
        /// Federations.
        Federation = "federation",
        /// Literature.
        Literature = "literature",
    }
);

vocabulary!(
    /// Which side of a scenario a fact is about.
    Aspect {
        /// What the technology does.
        Technology = "technology",
        /// What the work is like.
        Work = "work",
        /// What happens to learning.
        Learning = "learning",
        /// What it asks of society.
        Society = "society",
    }
);

vocabulary!(
    /// The ready-made agendas.
    PresetName {
        /// About two hours.
        Full = "full",
        /// About one hour.
        Short = "short",
    }
);

vocabulary!(
    /// Quick choices of personas (METHOD.md, "Quick sets").
    PersonaSet {
        /// Four that see the shop floor from four sides.
        Four = "4",
        /// Those, and two who lead.
        Six = "6",
        /// Four whom change easily leaves behind.
        Inclusion = "inclusion",
        /// Every persona there is.
        All = "all",
    }
);
