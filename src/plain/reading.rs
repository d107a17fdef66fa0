//! What a person asks to read again, and how their commands were answered.

use super::entry::about;
use super::form;
use super::intent::{Mistake, Reading};
use super::line::Line;
use super::teller::Teller;
use crate::locale::Locale;
use crate::seat::{Done, Failure, NotKept, Refused, typed_in};
use crate::vocabulary::Role;
use crate::wire::Fault;
use crate::workshop::entry::Place;
use crate::workshop::event::Outcome;
use crate::workshop::{Command, Workshop};

impl Teller {
    /// What was asked to be read.
    pub(super) fn reading(&self, view: Option<&Workshop>, reading: Reading, out: &mut Vec<Line>) {
        if reading == Reading::Help {
            out.extend(help(self.role, self.locale));
            return;
        }
        let Some(view) = view else {
            out.push(self.not_yet());
            return;
        };
        match reading {
            Reading::Help => {}
            Reading::Who => self.who(view, out),
            Reading::Own => self.own(view, out),
            Reading::Facts => self.facts_again(view, out),
            Reading::Persona => self.persona_again(view, out),
        }
    }

    /// There is nothing to look at before the first view.
    pub(super) fn not_yet(&self) -> Line {
        Line::new("refused")
            .with("not-yet")
            .text(&self.locale.say("not-yet"))
    }

    fn who(&self, view: &Workshop, out: &mut Vec<Line>) {
        for participant in view.present() {
            let persona = view
                .scenario()
                .and_then(|scenario| view.persona_of(participant.id, scenario));
            let you = (participant.id == self.you).then_some("you");
            out.push(
                Line::new("who")
                    .with(participant.id)
                    .with_some(you)
                    .with_some(persona)
                    .text(&about(participant)),
            );
        }
        if view.present().next().is_none() {
            out.push(Line::new("who").with("none"));
        }
    }

    /// One's own contributions, as they now are.
    fn own(&self, view: &Workshop, out: &mut Vec<Line>) {
        let mut own = view
            .contributions()
            .values()
            .filter(|found| found.participant == Some(self.you))
            .peekable();
        if own.peek().is_none() {
            out.push(Line::new("own").with("none"));
        }
        for found in own {
            let state = match (found.withdrawn, found.hidden, found.shared) {
                (true, _, _) => "withdrawn",
                (_, true, _) => "hidden",
                (_, _, true) => "shared",
                (false, false, false) => "private",
            };
            out.push(
                Line::new("own")
                    .with(found.id)
                    .with(state)
                    .with(found.kind)
                    .with(&found.scenario)
                    .text(found.text.as_str()),
            );
        }
    }

    /// A command could not be kept.
    pub(super) fn not_kept(&self, command: &Command, cause: &NotKept, out: &mut Vec<Line>) {
        let (reason, message) = match cause {
            NotKept::Disk(system) => (
                "not-kept",
                self.locale
                    .say_with("not-kept", &[("cause", system.as_str().into())]),
            ),
            NotKept::TooLong => ("text-too-long", self.locale.say("too-long")),
        };
        out.push(Line::new("refused").with(reason).text(&message));
        out.extend(unsaved(command));
    }

    /// A line that means nothing.
    pub(super) fn mistake(&self, mistake: &Mistake, typed: &str) -> Line {
        Line::new("refused")
            .with(mistake.reason())
            .text(&mistake.say(self.locale, typed))
    }
}

/// The link gave up. What it means is said once, by whoever ends the program.
pub(super) fn failed(failure: &Failure) -> Line {
    let reason = match failure {
        Failure::Fault(fault) => fault.as_str(),
        Failure::NewCode => Fault::WrongCode.as_str(),
        Failure::OtherSession => "other-session",
        Failure::Distrust(distrust) => distrust.as_str(),
    };
    Line::new("refused").with(reason)
}

/// A command was carried out.
pub(super) fn carried_out(command: &Command, done: &Done) -> Line {
    let made = &done.result;
    let contribution = made.contribution;
    match command {
        Command::Contribute { text, .. } | Command::Edit { text, .. } => {
            let id = match command {
                Command::Edit { contribution, .. } => Some(*contribution),
                _ => contribution,
            };
            Line::new("saved").with_some(id).text(text)
        }
        Command::Withdraw { contribution } => Line::new("withdrawn").with(contribution),
        Command::Done => Line::new("done"),
        Command::Undone => Line::new("undone"),
        Command::Sort {
            contribution,
            primary,
            second,
        } => Line::new("sorted")
            .with(contribution)
            .with(primary.as_ref().map_or("unplaced", Place::as_str))
            .with_some(second.as_ref()),
        Command::Vote { theme, dots } => Line::new("voted").with(theme).with(dots),
        other => Line::new("ok").with(word(other)).with_some(made_id(made)),
    }
}

/// A command was refused; what was written in it is given back.
pub(super) fn refused(command: &Command, refused: &Refused) -> Vec<Line> {
    let line = Line::new("refused")
        .with(&refused.reason)
        .text(&refused.message);
    std::iter::once(line).chain(unsaved(command)).collect()
}

/// How every command is written and what it does.
fn help(role: Role, locale: Locale) -> impl Iterator<Item = Line> {
    let first = Line::new("help").text(&locale.say("help-text"));
    let forms = form::of(role).map(move |form| {
        let form = locale.say(&form::key(form.word));
        Line::new("help").text(&form)
    });
    std::iter::once(first).chain(forms)
}

/// What was written and is not in the workshop, so that nobody has to type it again from memory.
pub(super) fn unsaved(command: &Command) -> Option<Line> {
    typed_in(command).map(|text| Line::new("unsaved").text(text))
}

fn made_id(made: &Outcome) -> Option<String> {
    let id = |id: Option<&dyn std::fmt::Display>| id.map(ToString::to_string);
    id(made.contribution.as_ref().map(|id| id as _))
        .or_else(|| id(made.group.as_ref().map(|id| id as _)))
        .or_else(|| id(made.parking.as_ref().map(|id| id as _)))
        .or_else(|| id(made.recommendation.as_ref().map(|id| id as _)))
        .or_else(|| id(made.reflection.as_ref().map(|id| id as _)))
}

/// A command's word, as it is typed.
fn word(command: &Command) -> &'static str {
    match command {
        Command::Contribute { .. } => "contribute",
        Command::Edit { .. } => "edit",
        Command::Withdraw { .. } => "withdraw",
        Command::Done => "done",
        Command::Undone => "undone",
        Command::Sort { .. } => "sort",
        Command::Vote { .. } => "vote",
        Command::Say { .. } => "say",
        Command::Reflect { .. } => "reflect",
        Command::Join(_) => "join",
        Command::TimeIsUp => "time-is-up",
        Command::Leave => "quit",
        Command::Speak { .. } => "lang",
        Command::Next | Command::Announce { .. } => "next",
        Command::CallOff => "stay",
        Command::Back => "back",
        Command::Goto { .. } => "goto",
        Command::StartTimer { .. } | Command::ExtendTimer { .. } | Command::StopTimer => "timer",
        Command::Assign { .. } | Command::AssignAuto => "assign",
        Command::Place { .. } => "place",
        Command::Accept { .. } => "accept",
        Command::Teach { .. } => "teach",
        Command::Suggest(_) => "suggest",
        Command::Group { .. } => "group",
        Command::Ungroup { .. } => "ungroup",
        Command::Hide { .. } => "hide",
        Command::Show { .. } => "show",
        Command::Spotlight { .. } => "spotlight",
        Command::Card { .. } => "card",
        Command::Hands { .. } => "hands",
        Command::Recommend { .. } => "recommend",
        Command::Resolve { .. } => "resolve",
        Command::AddPersona { .. } => "add-persona",
        Command::ProposeTheme { .. } => "propose-theme",
        Command::Lock => "lock",
        Command::Unlock => "unlock",
        Command::Remove { .. } => "remove",
        Command::NewCode => "code",
        Command::Undo => "undo",
        Command::Redo => "redo",
        Command::Save => "save",
        Command::Close => "close",
    }
}
