//! The commands of plain mode: one table from which reading and help are made, and how each is written.

use std::str::FromStr;

use super::intent::{Intent, Mistake, Reading, contribution};
use super::leading::leading;
use crate::id::ContributionId;
use crate::language::Language;
use crate::vocabulary::{Kind, Role, Source};
use crate::workshop::Command;
use crate::workshop::entry::Place;

/// A command as it is typed.
#[derive(Debug)]
pub(super) struct Form {
    /// Its word.
    pub(super) word: &'static str,
    /// Its word with the slash.
    pub(super) typed: &'static str,
    /// Only for the facilitator.
    pub(super) leads: bool,
}

macro_rules! forms {
    ($($who:ident: $($word:literal)+;)+) => {
        /// All of them, in the order in which help names them.
        pub(super) const FORMS: &[Form] = &[$($(
            Form { word: $word, typed: concat!("/", $word), leads: forms!($who) },
        )+)+];
    };
    (everyone) => { false };
    (facilitator) => { true };
}

forms!(
    everyone: "kind" "edit" "withdraw" "prompt" "done" "undone" "sort" "vote" "reflect" "say" "scribe";
    everyone: "list" "facts" "persona" "who" "lang" "help" "quit";
    facilitator: "next" "stay" "back" "goto" "timer" "assign" "card" "paper" "spotlight" "hide" "show";
    facilitator: "place" "accept" "teach" "group" "ungroup" "propose-theme" "add-persona" "hands" "recommend";
    facilitator: "park" "resolve" "lock" "unlock" "remove" "code" "undo" "redo" "save" "close";
);

/// What is left of a place when it is taken away.
pub(super) const UNPLACED: &str = "unplaced";

/// The forms somebody in this role may use.
pub(super) fn of(role: Role) -> impl Iterator<Item = &'static Form> {
    FORMS
        .iter()
        .filter(move |form| !form.leads || role == Role::Facilitator)
}

/// The key of the message that says how a command is written and what it does.
pub(super) fn key(word: &str) -> String {
    format!("form-{word}")
}

/// What stands behind a command's word, taken off word by word.
pub(super) struct Rest<'a> {
    pub(super) form: &'static Form,
    pub(super) text: &'a str,
}

impl<'a> Rest<'a> {
    pub(super) fn wrong(&self) -> Mistake {
        Mistake::Form {
            command: self.form.word,
        }
    }

    /// The next word, if there is one.
    pub(super) fn optional(&mut self) -> Option<&'a str> {
        if self.text.is_empty() {
            return None;
        }
        let (word, rest) = self
            .text
            .split_once(char::is_whitespace)
            .unwrap_or((self.text, ""));
        self.text = rest.trim_start();
        Some(word)
    }

    pub(super) fn word(&mut self) -> Result<&'a str, Mistake> {
        self.optional().ok_or_else(|| self.wrong())
    }

    /// The next word as an id or a number. Ids are written in lower case but read in any.
    pub(super) fn one<T: FromStr>(&mut self) -> Result<T, Mistake> {
        let word = self.word()?;
        word.parse()
            .ok()
            .or_else(|| word.to_lowercase().parse().ok())
            .ok_or_else(|| self.wrong())
    }

    /// The next word as one of a list.
    pub(super) fn of<T: FromStr>(&mut self, known: Vec<&'static str>) -> Result<T, Mistake> {
        let word = self.word()?;
        word.to_lowercase().parse().map_err(|_none| Mistake::Word {
            typed: word.to_owned(),
            nearest: crate::nearest::nearest(word, known.iter().copied()),
            known,
        })
    }

    /// As many contributions as stand here.
    pub(super) fn contributions(&mut self) -> Vec<ContributionId> {
        let mut found = Vec::new();
        loop {
            let before = self.text;
            if let Some(id) = self.optional().and_then(contribution_id) {
                found.push(id);
            } else {
                self.text = before;
                return found;
            }
        }
    }

    /// A place, or none for taking it away.
    pub(super) fn place(&mut self) -> Result<Option<Place>, Mistake> {
        let word = self.word()?;
        if word == UNPLACED {
            return Ok(None);
        }
        word.parse().map(Some).map_err(|_error| self.wrong())
    }

    pub(super) fn second(&mut self) -> Result<Option<Place>, Mistake> {
        if self.text.is_empty() {
            Ok(None)
        } else {
            self.one().map(Some)
        }
    }

    /// Everything that is left, which has to be something.
    pub(super) fn text(&mut self) -> Result<String, Mistake> {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
            Err(self.wrong())
        } else {
            Ok(text.to_owned())
        }
    }

    pub(super) fn end<T>(&self, value: T) -> Result<T, Mistake> {
        if self.text.is_empty() {
            Ok(value)
        } else {
            Err(self.wrong())
        }
    }
}

/// A word as the id of a contribution.
pub(super) fn contribution_id(word: &str) -> Option<ContributionId> {
    word.to_lowercase().parse().ok()
}

/// Reads what stands behind a command's word.
pub(super) fn parse(form: &'static Form, rest: &str, kind: Kind) -> Result<Intent, Mistake> {
    let mut rest = Rest { form, text: rest };
    let intent = match form.word {
        "kind" => Intent::Kind(rest.of(Kind::ALL.iter().map(|kind| kind.as_str()).collect())?),
        "prompt" => Intent::Prompt(rest.one()?),
        "lang" => Intent::Speak(rest.of(Language::ALL.map(Language::as_str).to_vec())?),
        "list" => Intent::Read(Reading::Own),
        "facts" => Intent::Read(Reading::Facts),
        "persona" => Intent::Read(Reading::Persona),
        "who" => Intent::Read(Reading::Who),
        "help" => Intent::Read(Reading::Help),
        "quit" => Intent::Quit,
        "next" if !rest.text.is_empty() => Intent::Announce(rest.one()?),
        _ if form.leads => Intent::Ask(leading(&mut rest, kind)?),
        _ => Intent::Ask(taking_part(&mut rest, kind)?),
    };
    rest.end(intent)
}

/// The commands of everyone.
fn taking_part(rest: &mut Rest<'_>, kind: Kind) -> Result<Command, Mistake> {
    Ok(match rest.form.word {
        "edit" => Command::Edit {
            contribution: rest.one()?,
            kind: None,
            text: rest.text()?,
        },
        "withdraw" => Command::Withdraw {
            contribution: rest.one()?,
        },
        "done" => Command::Done,
        "undone" => Command::Undone,
        "sort" => Command::Sort {
            contribution: rest.one()?,
            primary: rest.place()?,
            second: rest.second()?,
        },
        "vote" => Command::Vote {
            theme: rest.one()?,
            dots: rest.one()?,
        },
        "reflect" => Command::Reflect {
            challenge: rest.one()?,
            stance: rest.of(vec!["agree", "differ"])?,
            text: rest.text()?,
        },
        "say" => Command::Say { text: rest.text()? },
        "scribe" => entered(Source::Scribe, rest, kind)?,
        _ => return Err(rest.wrong()),
    })
}

/// What somebody enters for others.
pub(super) fn entered(source: Source, rest: &mut Rest<'_>, kind: Kind) -> Result<Command, Mistake> {
    let persona = rest.one()?;
    let mut command = contribution(kind, &rest.text()?);
    if let Command::Contribute {
        source: how,
        persona: who,
        ..
    } = &mut command
    {
        *how = Some(source);
        *who = Some(persona);
    }
    Ok(command)
}
