//! The commands of plain mode: one table from which reading and help are made, and how each is written.

use std::str::FromStr;

use super::intent::{Intent, Mistake, Reading, contribution};
use crate::id::{ContributionId, ParticipantId};
use crate::language::Language;
use crate::text::Label;
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
    facilitator: "next" "back" "goto" "timer" "assign" "card" "paper" "spotlight" "hide" "show";
    facilitator: "place" "accept" "group" "ungroup" "propose-theme" "add-persona" "hands" "recommend";
    facilitator: "park" "resolve" "undo" "redo" "save" "close";
);

/// What is left of a place when it is taken away.
const UNPLACED: &str = "unplaced";

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
struct Rest<'a> {
    form: &'static Form,
    text: &'a str,
}

impl<'a> Rest<'a> {
    fn wrong(&self) -> Mistake {
        Mistake::Form {
            command: self.form.word,
        }
    }

    /// The next word, if there is one.
    fn optional(&mut self) -> Option<&'a str> {
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

    fn word(&mut self) -> Result<&'a str, Mistake> {
        self.optional().ok_or_else(|| self.wrong())
    }

    /// The next word as an id or a number. Ids are written in lower case but read in any.
    fn one<T: FromStr>(&mut self) -> Result<T, Mistake> {
        let word = self.word()?;
        word.parse()
            .ok()
            .or_else(|| word.to_lowercase().parse().ok())
            .ok_or_else(|| self.wrong())
    }

    /// The next word as one of a list.
    fn of<T: FromStr>(&mut self, known: Vec<&'static str>) -> Result<T, Mistake> {
        let word = self.word()?;
        word.to_lowercase().parse().map_err(|_none| Mistake::Word {
            typed: word.to_owned(),
            nearest: crate::nearest::nearest(word, known.iter().copied()),
            known,
        })
    }

    /// As many contributions as stand here.
    fn contributions(&mut self) -> Vec<ContributionId> {
        let mut found = Vec::new();
        loop {
            let before = self.text;
            match self.optional().and_then(contribution_id) {
                Some(id) => found.push(id),
                None => {
                    self.text = before;
                    return found;
                }
            }
        }
    }

    /// A place, or none for taking it away.
    fn place(&mut self) -> Result<Option<Place>, Mistake> {
        let word = self.word()?;
        if word == UNPLACED {
            return Ok(None);
        }
        word.parse().map(Some).map_err(|_error| self.wrong())
    }

    fn second(&mut self) -> Result<Option<Place>, Mistake> {
        if self.text.is_empty() {
            Ok(None)
        } else {
            self.one().map(Some)
        }
    }

    /// Everything that is left, which has to be something.
    fn text(&mut self) -> Result<String, Mistake> {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
            Err(self.wrong())
        } else {
            Ok(text.to_owned())
        }
    }

    fn end<T>(&self, value: T) -> Result<T, Mistake> {
        if self.text.is_empty() {
            Ok(value)
        } else {
            Err(self.wrong())
        }
    }
}

fn contribution_id(word: &str) -> Option<ContributionId> {
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

/// The commands of the facilitator.
fn leading(rest: &mut Rest<'_>, kind: Kind) -> Result<Command, Mistake> {
    Ok(match rest.form.word {
        "next" => Command::Next,
        "back" => Command::Back,
        "goto" => Command::Goto { step: rest.one()? },
        "timer" => timer(rest)?,
        "assign" => assign(rest)?,
        "card" => Command::Card { card: rest.one()? },
        "paper" => entered(Source::Paper, rest, kind)?,
        "spotlight" => Command::Spotlight {
            contribution: match rest.optional() {
                Some(word) => Some(contribution_id(word).ok_or_else(|| rest.wrong())?),
                None => None,
            },
        },
        "hide" => Command::Hide {
            contribution: rest.one()?,
        },
        "show" => Command::Show {
            contribution: rest.one()?,
        },
        "hands" => Command::Hands {
            theme: rest.one()?,
            count: rest.one()?,
        },
        "recommend" => recommend(rest)?,
        "park" => Command::Say { text: rest.text()? },
        "resolve" => Command::Resolve {
            parking: rest.one()?,
        },
        "undo" => Command::Undo,
        "redo" => Command::Redo,
        "save" => Command::Save,
        "close" => Command::Close,
        _ => settling(rest)?,
    })
}

/// The commands with which the facilitator settles what belongs where.
fn settling(rest: &mut Rest<'_>) -> Result<Command, Mistake> {
    Ok(match rest.form.word {
        "place" => {
            let contributions = some(rest)?;
            Command::Place {
                contributions,
                primary: rest.place()?,
                second: rest.second()?,
            }
        }
        "accept" if rest.text == "all" => {
            rest.text = "";
            Command::Accept {
                contributions: Vec::new(),
            }
        }
        "accept" => Command::Accept {
            contributions: rest.contributions(),
        },
        "group" => {
            let contributions = some(rest)?;
            let label = std::mem::take(&mut rest.text);
            let label = (!label.is_empty())
                .then(|| Label::parse(label))
                .transpose()?;
            Command::Group {
                contributions,
                label,
            }
        }
        "ungroup" => Command::Ungroup { group: rest.one()? },
        "propose-theme" => {
            let id = rest.one()?;
            let [title, definition] = parts(&rest.text()?);
            Command::ProposeTheme {
                id,
                title,
                definition,
            }
        }
        "add-persona" => {
            let id = rest.one()?;
            let [role, work, worries, wishes] = parts(&rest.text()?);
            Command::AddPersona {
                id,
                role,
                work,
                worries,
                wishes,
            }
        }
        _ => return Err(rest.wrong()),
    })
}

/// At least one contribution.
fn some(rest: &mut Rest<'_>) -> Result<Vec<ContributionId>, Mistake> {
    let found = rest.contributions();
    if found.is_empty() {
        Err(rest.wrong())
    } else {
        Ok(found)
    }
}

/// Parts with a bar between them; the last ones may be missing.
fn parts<const N: usize>(text: &str) -> [String; N] {
    let mut parts = text.splitn(N, '|').map(|part| part.trim().to_owned());
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// What somebody enters for others.
fn entered(source: Source, rest: &mut Rest<'_>, kind: Kind) -> Result<Command, Mistake> {
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

fn assign(rest: &mut Rest<'_>) -> Result<Command, Mistake> {
    let word = rest.word()?;
    if word == "auto" {
        return Ok(Command::AssignAuto);
    }
    let participant: Option<ParticipantId> = word.to_lowercase().parse().ok();
    Ok(Command::Assign {
        participant: participant.ok_or_else(|| rest.wrong())?,
        persona: rest.one()?,
        scenario: None,
    })
}

fn timer(rest: &mut Rest<'_>) -> Result<Command, Mistake> {
    let word = rest.word()?;
    if word == "stop" {
        return Ok(Command::StopTimer);
    }
    let (more, length) = match word.strip_prefix('+') {
        Some(length) => (true, length),
        None => (false, word),
    };
    let seconds = seconds(length).ok_or_else(|| rest.wrong())?;
    Ok(if more {
        Command::ExtendTimer { seconds }
    } else {
        Command::StartTimer { seconds }
    })
}

/// A length of time such as `5m`, `90s` or `1m30s`, in seconds.
fn seconds(length: &str) -> Option<u32> {
    let mut total: u32 = 0;
    let mut number: Option<u32> = None;
    for letter in length.chars() {
        let unit = match letter {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            _ => {
                let digit = letter.to_digit(10)?;
                number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
                continue;
            }
        };
        total = total.checked_add(number.take()?.checked_mul(unit)?)?;
    }
    (number.is_none() && total > 0).then_some(total)
}

/// The contributions that carry a recommendation stand behind its text.
fn recommend(rest: &mut Rest<'_>) -> Result<Command, Mistake> {
    let theme = rest.one()?;
    let horizon = rest.of(vec!["now", "later"])?;
    let actors = crate::vocabulary::Actor::ALL;
    let who = rest.of(actors.iter().map(|actor| actor.as_str()).collect())?;
    let mut text = rest.text()?;
    let mut contributions = Vec::new();
    while let Some(id) = text
        .split_whitespace()
        .next_back()
        .and_then(contribution_id)
    {
        contributions.insert(0, id);
        let rest = text
            .rsplit_once(char::is_whitespace)
            .map_or("", |(rest, _)| rest);
        text = rest.trim_end().to_owned();
    }
    if text.is_empty() {
        return Err(rest.wrong());
    }
    Ok(Command::Recommend {
        theme,
        horizon,
        who,
        text,
        contributions,
    })
}
