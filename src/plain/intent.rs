//! What a typed line means. Pure: the line, the role of whoever typed it and the kind that is set go in; what is
//! meant, or what is wrong with it, comes out. Whether it is allowed now is for the workshop to judge.

use crate::id::PromptId;
use crate::language::Language;
use crate::locale::Locale;
use crate::text::{Lines, TextError, clean};
use crate::vocabulary::{Kind, Role};
use crate::workshop::{Command, Refusal};

use super::form;

/// What somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Intent {
    /// Nothing: an empty line.
    Nothing,
    /// Something of the workshop.
    Ask(Command),
    /// Another default kind.
    Kind(Kind),
    /// Another prompt to answer to.
    Prompt(PromptId),
    /// To go to the next step in so many seconds.
    Announce(u8),
    /// Another language.
    Speak(Language),
    /// To read something again.
    Read(Reading),
    /// To leave.
    Quit,
}

/// What can be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Who,
    Help,
    Own,
    Facts,
    Persona,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mistake {
    /// There is no such command.
    Unknown { nearest: Option<&'static str> },
    /// The command is written in another way.
    Form { command: &'static str },
    /// A word is not on its list.
    Word {
        typed: String,
        nearest: Option<&'static str>,
        known: Vec<&'static str>,
    },
    /// The rules of the workshop say so already.
    Refused(Refusal),
}

impl From<TextError> for Mistake {
    fn from(error: TextError) -> Self {
        Self::Refused(error.into())
    }
}

impl Mistake {
    /// The reason as a word.
    pub(super) fn reason(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.reason(),
            Self::Unknown { .. } | Self::Form { .. } | Self::Word { .. } => "bad-command",
        }
    }

    /// What is wrong and how it is written, with what was typed.
    pub(super) fn say(&self, locale: Locale, typed: &str) -> String {
        let problem = match self {
            Self::Unknown { nearest: None } => locale.say("bad-unknown"),
            Self::Unknown {
                nearest: Some(nearest),
            } => format!(
                "{} {}",
                locale.say("bad-unknown"),
                locale.say_with("did-you-mean", &[("word", (*nearest).into())])
            ),
            Self::Form { command } => {
                let form = locale.say(&form::key(command));
                locale.say_with("bad-form", &[("form", form.into())])
            }
            Self::Word {
                typed,
                nearest,
                known,
            } => {
                let problem = locale.say_with(
                    "bad-word",
                    &[
                        ("word", clean(typed, Lines::One).into()),
                        ("known", known.join(", ").into()),
                    ],
                );
                match nearest {
                    Some(nearest) => {
                        let hint = locale.say_with("did-you-mean", &[("word", (*nearest).into())]);
                        format!("{problem} {hint}")
                    }
                    None => problem,
                }
            }
            Self::Refused(refusal) => locale.refusal(refusal),
        };
        let typed = clean(typed, Lines::One);
        let again = locale.say_with("bad-typed", &[("typed", typed.into())]);
        format!("{problem} {again}")
    }
}

/// Reads a line. One that starts with `/` is a command, anything else a contribution; a line that has to start with
/// a slash itself can be typed with a space before it.
pub(super) fn read(line: &str, role: Role, kind: Kind) -> Result<Intent, Mistake> {
    let Some(command) = line.strip_prefix('/') else {
        return Ok(if line.trim().is_empty() {
            Intent::Nothing
        } else {
            Intent::Ask(contribution(kind, line))
        });
    };
    let (word, rest) = command
        .split_once(char::is_whitespace)
        .unwrap_or((command, ""));
    let known = form::FORMS.iter().find(|form| form.word == word);
    let Some(known) = known else {
        let words = form::of(role).map(|form| form.word);
        return Err(Mistake::Unknown {
            nearest: crate::nearest::nearest(word, words)
                .and_then(|near| form::FORMS.iter().find(|form| form.word == near))
                .map(|form| form.typed),
        });
    };
    if known.leads && role != Role::Facilitator {
        return Err(Mistake::Refused(Refusal::NotTheFacilitator));
    }
    form::parse(known, rest.trim(), kind)
}

/// A contribution as it is typed.
pub(super) fn contribution(kind: Kind, text: &str) -> Command {
    Command::contribute(Some(kind), text.trim())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::id::ContributionId;
    use crate::language::Language;
    use crate::vocabulary::Stance;
    use crate::workshop::entry::Place;

    fn by(role: Role, line: &str) -> Result<Intent, Mistake> {
        read(line, role, Kind::Need)
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "it stands in a table beside what is wrong"
    )]
    fn asked(command: Command) -> Result<Intent, Mistake> {
        Ok(Intent::Ask(command))
    }

    fn n(number: u32) -> ContributionId {
        ContributionId(number)
    }

    fn place(text: &str) -> Place {
        text.parse().unwrap()
    }

    #[test]
    fn a_participants_lines_mean_what_the_contract_says() {
        let wellbeing = Some(place("wellbeing"));
        for (line, intent) in [
            ("", Ok(Intent::Nothing)),
            ("   ", Ok(Intent::Nothing)),
            (
                "rust aan de lijn ",
                asked(contribution(Kind::Need, "rust aan de lijn")),
            ),
            (
                " /24 draaien",
                asked(contribution(Kind::Need, "/24 draaien")),
            ),
            ("/kind challenge", Ok(Intent::Kind(Kind::Challenge))),
            (
                "/edit n0012 iets  anders",
                asked(Command::Edit {
                    contribution: n(12),
                    kind: None,
                    text: "iets  anders".into(),
                }),
            ),
            (
                "/withdraw N12",
                asked(Command::Withdraw {
                    contribution: n(12),
                }),
            ),
            ("/done", asked(Command::Done)),
            ("/undone ", asked(Command::Undone)),
            (
                "/sort n0012 wellbeing",
                asked(Command::Sort {
                    contribution: n(12),
                    primary: wellbeing.clone(),
                    second: None,
                }),
            ),
            (
                "/sort n0012 wellbeing ai-support",
                asked(Command::Sort {
                    contribution: n(12),
                    primary: wellbeing,
                    second: Some(place("ai-support")),
                }),
            ),
            (
                "/sort n0012 none",
                asked(Command::Sort {
                    contribution: n(12),
                    primary: Some(Place::None),
                    second: None,
                }),
            ),
            (
                "/sort n0012 unplaced",
                asked(Command::Sort {
                    contribution: n(12),
                    primary: None,
                    second: None,
                }),
            ),
            (
                "/vote wellbeing 3",
                asked(Command::Vote {
                    theme: "wellbeing".parse().unwrap(),
                    dots: 3,
                }),
            ),
            (
                "/say wie betaalt dat?",
                asked(Command::Say {
                    text: "wie betaalt dat?".into(),
                }),
            ),
            (
                "/reflect shortage differ bij ons niet",
                asked(Command::Reflect {
                    challenge: "shortage".parse().unwrap(),
                    stance: Stance::Differ,
                    text: "bij ons niet".into(),
                }),
            ),
            ("/prompt SY2", Ok(Intent::Prompt("SY2".parse().unwrap()))),
            ("/lang fr", Ok(Intent::Speak(Language::Fr))),
            ("/who", Ok(Intent::Read(Reading::Who))),
            ("/help", Ok(Intent::Read(Reading::Help))),
            ("/list", Ok(Intent::Read(Reading::Own))),
            ("/facts", Ok(Intent::Read(Reading::Facts))),
            ("/persona", Ok(Intent::Read(Reading::Persona))),
            ("/quit", Ok(Intent::Quit)),
        ] {
            assert_eq!(by(Role::Participant, line), intent, "{line}");
        }
    }

    #[test]
    fn a_line_that_goes_wrong_is_told_how_it_is_written_and_given_back() {
        let form = |command| Mistake::Form { command };
        let word = |typed: &str, nearest, known| Mistake::Word {
            typed: typed.into(),
            nearest,
            known,
        };
        let kinds = vec!["need", "want", "challenge", "opportunity"];
        for (line, mistake) in [
            ("/", Mistake::Unknown { nearest: None }),
            ("/xyzzy", Mistake::Unknown { nearest: None }),
            (
                "/sotr n0012 wellbeing",
                Mistake::Unknown {
                    nearest: Some("/sort"),
                },
            ),
            ("/edit", form("edit")),
            ("/edit n0012", form("edit")),
            ("/edit twaalf iets anders", form("edit")),
            ("/done nu", form("done")),
            ("/sort n0012", form("sort")),
            ("/sort n0012 a b c", form("sort")),
            ("/vote wellbeing veel", form("vote")),
            ("/vote wellbeing 300", form("vote")),
            ("/say", form("say")),
            ("/kind vraag", word("vraag", None, kinds.clone())),
            ("/kind chalenge", word("chalenge", Some("challenge"), kinds)),
            ("/lang de", word("de", None, vec!["nl", "en", "fr"])),
            ("/timer", form("timer")),
            ("/timer 5", form("timer")),
            ("/timer 0m", form("timer")),
            ("/timer 99999999999m", form("timer")),
            ("/group rust", form("group")),
            ("/place wellbeing", form("place")),
            ("/assign p03", form("assign")),
            (
                "/recommend wellbeing soon company x",
                word("soon", None, vec!["now", "later"]),
            ),
            ("/recommend wellbeing now company", form("recommend")),
            ("/recommend wellbeing now company n0012", form("recommend")),
            ("/hands wellbeing -1", form("hands")),
            ("/card a b", form("card")),
            ("/remove", form("remove")),
            ("/code", form("code")),
            ("/code old", word("old", None, vec!["new"])),
            ("/lock now", form("lock")),
        ] {
            assert_eq!(by(Role::Facilitator, line), Err(mistake.clone()), "{line}");
            for language in Language::ALL {
                let said = mistake.say(Locale::new(language), line);
                assert!(said.contains(line), "{said}");
            }
        }
    }

    #[test]
    fn a_label_that_is_too_long_and_a_command_of_another_role_are_refused_at_once() {
        let long = format!("/group n0001 n0002 {}", "a".repeat(81));
        let too_long = Refusal::TextTooLong {
            limit: 80,
            length: 81,
        };
        assert_eq!(
            by(Role::Facilitator, &long),
            Err(Mistake::Refused(too_long))
        );
        for role in [Role::Participant, Role::Observer] {
            let refused = Err(Mistake::Refused(Refusal::NotTheFacilitator));
            assert_eq!(by(role, "/next"), refused);
        }
    }

    #[test]
    fn every_command_has_its_form_in_every_language() {
        for form in form::FORMS {
            for language in Language::ALL {
                let said = Locale::new(language).say(&form::key(form.word));
                assert!(said.starts_with(form.typed), "{language}: {said}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_line_makes_it_stumble_and_every_mistake_is_a_sentence(
            word in prop::sample::select(form::FORMS.iter().map(|form| form.word).collect::<Vec<_>>()),
            rest in "([a-z]{0,3}[0-9]{0,12}|now|later|none|wellbeing|\\PC| |-|\u{1b}|\u{202e}|\u{0}){0,12}",
            slash in "/?/? ?",
        ) {
            let line = format!("{slash}{word} {rest}");
            for role in [Role::Participant, Role::Facilitator, Role::Observer] {
                if let Err(mistake) = by(role, &line) {
                    let said = mistake.say(Locale::new(Language::Nl), &line);
                    prop_assert!(!said.is_empty() && !said.contains(['\u{1b}', '\u{202e}', '\0']), "{}", said);
                }
            }
        }
    }
}
