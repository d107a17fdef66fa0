//! How the facilitator's commands are written.

use super::form::{Rest, contribution_id, entered};
use super::intent::Mistake;
use crate::id::{ContributionId, ParticipantId};
use crate::text::Label;
use crate::vocabulary::{Kind, Source};
use crate::workshop::Command;

/// The commands of the facilitator.
pub(super) fn leading(rest: &mut Rest<'_>, kind: Kind) -> Result<Command, Mistake> {
    Ok(match rest.form.word {
        "next" => Command::Next,
        "stay" => Command::CallOff,
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
        "lock" => Command::Lock,
        "unlock" => Command::Unlock,
        "remove" => Command::Remove {
            participant: rest.one()?,
        },
        "code" => new_code(rest)?,
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
            Command::accept(Vec::new())
        }
        "accept" => Command::accept(rest.contributions()),
        "teach" => teach(rest)?,
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

/// The code is not chosen, only changed.
fn new_code(rest: &mut Rest<'_>) -> Result<Command, Mistake> {
    let known = vec!["new"];
    match rest.word()? {
        word if word.eq_ignore_ascii_case("new") => Ok(Command::NewCode),
        word => Err(Mistake::Word {
            typed: word.to_owned(),
            nearest: crate::nearest::nearest(word, known.iter().copied()),
            known,
        }),
    }
}

/// A place and the word, or the few words, that speak for it.
fn teach(rest: &mut Rest<'_>) -> Result<Command, Mistake> {
    Ok(Command::Teach {
        place: rest.place()?,
        word: rest.text()?,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::intent::{Intent, read};
    use crate::vocabulary::{Actor, Horizon, Role};
    use crate::workshop::entry::Place;

    fn n(number: u32) -> ContributionId {
        ContributionId(number)
    }

    fn place(text: &str) -> Place {
        text.parse().unwrap()
    }

    fn entered(source: Source, persona: &str, text: &str) -> Command {
        Command::Contribute {
            kind: Some(Kind::Need),
            text: text.into(),
            prompt: None,
            source: Some(source),
            persona: Some(persona.parse().unwrap()),
            scenario: None,
            table: None,
            language: None,
        }
    }

    #[test]
    fn steps_timers_and_personas_are_led_as_the_contract_says() {
        let stitcher = "stitcher".parse().unwrap();
        for (line, command) in [
            ("/next", Command::Next),
            ("/back", Command::Back),
            (
                "/goto s02",
                Command::Goto {
                    step: "s02".parse().unwrap(),
                },
            ),
            ("/timer 5m", Command::StartTimer { seconds: 300 }),
            ("/timer 90s", Command::StartTimer { seconds: 90 }),
            ("/timer 1m30s", Command::StartTimer { seconds: 90 }),
            ("/timer +1m", Command::ExtendTimer { seconds: 60 }),
            ("/timer stop", Command::StopTimer),
            ("/assign auto", Command::AssignAuto),
            (
                "/assign p03 stitcher",
                Command::Assign {
                    participant: ParticipantId(3),
                    persona: stitcher,
                    scenario: None,
                },
            ),
        ] {
            assert_eq!(
                read(line, Role::Facilitator, Kind::Need),
                Ok(Intent::Ask(command)),
                "{line}"
            );
        }
    }

    #[test]
    fn the_door_is_led_as_the_help_says() {
        let participant = ParticipantId(3);
        for (line, command) in [
            ("/lock", Command::Lock),
            ("/unlock", Command::Unlock),
            ("/remove P03", Command::Remove { participant }),
            ("/code new", Command::NewCode),
        ] {
            assert_eq!(
                read(line, Role::Facilitator, Kind::Need),
                Ok(Intent::Ask(command)),
                "{line}"
            );
        }
    }

    #[test]
    fn placing_and_grouping_are_led_as_the_contract_says() {
        for (line, command) in [
            (
                "/place n0012 wellbeing ai-support",
                Command::Place {
                    contributions: vec![n(12)],
                    primary: Some(place("wellbeing")),
                    second: Some(place("ai-support")),
                },
            ),
            (
                "/place n0012 n0013 none",
                Command::Place {
                    contributions: vec![n(12), n(13)],
                    primary: Some(Place::None),
                    second: None,
                },
            ),
            ("/accept", Command::accept(vec![])),
            ("/accept all", Command::accept(vec![])),
            ("/accept n0012", Command::accept(vec![n(12)])),
            (
                "/group n0012 n0031 rust en tijd",
                Command::Group {
                    contributions: vec![n(12), n(31)],
                    label: Some(Label::parse("rust en tijd").unwrap()),
                },
            ),
            (
                "/group n0012 n0031",
                Command::Group {
                    contributions: vec![n(12), n(31)],
                    label: None,
                },
            ),
            (
                "/teach wellbeing lange wachttijden",
                Command::Teach {
                    place: Some(place("wellbeing")),
                    word: "lange wachttijden".into(),
                },
            ),
            (
                "/teach unplaced wachttijden",
                Command::Teach {
                    place: None,
                    word: "wachttijden".into(),
                },
            ),
            (
                "/ungroup g02",
                Command::Ungroup {
                    group: "g02".parse().unwrap(),
                },
            ),
        ] {
            assert_eq!(
                read(line, Role::Facilitator, Kind::Need),
                Ok(Intent::Ask(command)),
                "{line}"
            );
        }
    }

    #[test]
    fn what_is_shown_entered_and_advised_is_led_as_the_contract_says() {
        let card = "TE1".parse().unwrap();
        let theme = || "wellbeing".parse().unwrap();
        for (line, command) in [
            (
                "/hide n0012",
                Command::Hide {
                    contribution: n(12),
                },
            ),
            (
                "/show n0012",
                Command::Show {
                    contribution: n(12),
                },
            ),
            (
                "/spotlight n0012",
                Command::Spotlight {
                    contribution: Some(n(12)),
                },
            ),
            ("/spotlight", Command::Spotlight { contribution: None }),
            ("/card TE1", Command::Card { card }),
            (
                "/park wie betaalt dat?",
                Command::Say {
                    text: "wie betaalt dat?".into(),
                },
            ),
            (
                "/resolve k01",
                Command::Resolve {
                    parking: "k01".parse().unwrap(),
                },
            ),
            (
                "/paper stitcher een briefje",
                entered(Source::Paper, "stitcher", "een briefje"),
            ),
            (
                "/scribe stitcher voor tafel 2",
                entered(Source::Scribe, "stitcher", "voor tafel 2"),
            ),
            (
                "/hands wellbeing 7",
                Command::Hands {
                    theme: theme(),
                    count: 7,
                },
            ),
            (
                "/recommend wellbeing now company Plan pauzes n0012 n0013",
                Command::Recommend {
                    theme: place("wellbeing"),
                    horizon: Horizon::Now,
                    who: Actor::Company,
                    text: "Plan pauzes".into(),
                    contributions: vec![n(12), n(13)],
                },
            ),
            (
                "/recommend none later social-partners Praat erover",
                Command::Recommend {
                    theme: Place::None,
                    horizon: Horizon::Later,
                    who: Actor::SocialPartners,
                    text: "Praat erover".into(),
                    contributions: vec![],
                },
            ),
            (
                "/propose-theme mobility Woon-werkverkeer | Hoe mensen er geraken",
                Command::ProposeTheme {
                    id: "mobility".parse().unwrap(),
                    title: "Woon-werkverkeer".into(),
                    definition: "Hoe mensen er geraken".into(),
                },
            ),
            (
                "/add-persona driver chauffeur | ik rijd | de file",
                Command::AddPersona {
                    id: "driver".parse().unwrap(),
                    role: "chauffeur".into(),
                    work: "ik rijd".into(),
                    worries: "de file".into(),
                    wishes: String::new(),
                },
            ),
            ("/undo", Command::Undo),
            ("/redo", Command::Redo),
            ("/save", Command::Save),
            ("/close", Command::Close),
        ] {
            assert_eq!(
                read(line, Role::Facilitator, Kind::Need),
                Ok(Intent::Ask(command)),
                "{line}"
            );
        }
    }
}
