//! What happens next: mostly people at work and messages on their way, now and then something that breaks.

use halte::vocabulary::Role;
use halte::workshop::Command;

use super::super::choice::Choice;
use super::super::host::Fall;
use super::{Action, World};

/// All the places where a host can fall over.
const FALLS: [Fall; 3] = [
    Fall::BeforeTheSync,
    Fall::BeforeTheAnswers,
    Fall::AfterTheAnswers,
];

impl World {
    /// One of all the things that can happen; nothing, now and then, when it makes no sense just now.
    pub(super) fn choose(&mut self) -> Option<Action> {
        let person = self.chance.below(self.people.len());
        let is_up = self.host.is_some();
        let some = 1 + self.chance.below(4);
        Some(match self.chance.below(1_000) {
            0..240 => return self.ask(1 + person % (self.people.len() - 1)),
            240..300 => return self.ask(0),
            300..480 => Action::Serve(1 + self.chance.below(12), Fall::Never),
            480..860 if !is_up => Action::Reopen,
            480..620 => Action::Tell(self.line()?, some),
            620..830 => Action::Hear(person, some),
            830..833 if is_up => Action::Serve(12, *self.chance.pick(&FALLS)?),
            860..870 => Action::Drop(person, self.chance.below(4)),
            870..873 => Action::Kill(person),
            873..940 => {
                let away = self.away()?;
                self.come(away)?
            }
            940..955 => Action::Notice(self.line()?),
            955..957 => Action::DiskRefuses(true),
            957..967 => Action::DiskRefuses(false),
            967..998 => Action::Wait(self.chance.below(2_000)),
            998.. => Action::Wait(self.chance.below(120_000)),
            _ => return None,
        })
    }

    fn ask(&mut self, person: usize) -> Option<Action> {
        let asker = &self.people[person];
        let view = asker.view().filter(|_| asker.line().is_some())?;
        self.texts += 1;
        self.watch.authors.insert(self.texts, person);
        let command = if asker.role == Role::Participant && self.chance.percent(2) {
            Command::Leave
        } else {
            let chance = &mut self.chance;
            let text = self.texts;
            Choice { view, chance, text }.command(asker.role)?
        };
        Some(Action::Ask(person, command))
    }

    /// Somebody who has no connection.
    fn away(&mut self) -> Option<usize> {
        let numbers = 0..self.people.len();
        let away: Vec<usize> = numbers
            .filter(|number| self.people[*number].line().is_none())
            .collect();
        self.chance.pick(&away).copied()
    }

    /// What brings somebody back.
    pub(super) fn come(&self, person: usize) -> Option<Action> {
        match &self.people[person].program {
            None => Some(Action::Start(person)),
            Some(program) if program.line.is_none() => Some(Action::Connect(person)),
            Some(_) => None,
        }
    }

    fn line(&mut self) -> Option<u64> {
        let lines: Vec<u64> = self.lines.keys().copied().collect();
        self.chance.pick(&lines).copied()
    }
}
