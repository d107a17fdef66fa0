//! What a simulated participant writes as its persona: statements, second thoughts, and changes of mind.

use std::sync::Arc;

use super::{Deed, Player};
use crate::id::{ParticipantId, PersonaId, ScenarioId};
use crate::rehearsal::Line;
use crate::text::{Statement, fold};
use crate::vocabulary::Kind;
use crate::workshop::{Command, Workshop};

/// A statement of fewer words is typed in one go.
const WORDS_OF_A_DRAFT: usize = 6;

impl Player {
    /// Private writing: a few statements, some of them rewritten, now and then one too many that is taken back.
    pub(super) fn write(&mut self, view: &Workshop, seat: ParticipantId) {
        let Some(scenario) = view.scenario() else {
            return;
        };
        let most = self.habits.most;
        let fewest = self.habits.fewest;
        let wanted = fewest + self.chance.below(most - fewest + 1);
        let persona = view.persona_of(seat, scenario);
        let mut lines = self.lines(view, scenario, persona, wanted + 1);
        let spare = lines.split_off(wanted.min(lines.len()));
        let regretted = spare.first().filter(|_| {
            let takes_back = self.habits.takes_back;
            self.chance.percent(takes_back)
        });
        if let Some(line) = regretted {
            self.say(line.kind, &line.text);
            self.deeds.push_back(Deed::TakeBack {
                text: line.text.clone(),
            });
        }
        for line in &lines {
            self.say_or_rewrite(line);
        }
    }

    /// What is left to say, shuffled: what the persona says itself, or, where that is next to nothing, also what the
    /// nearest persona says.
    fn lines(
        &mut self,
        view: &Workshop,
        scenario: &ScenarioId,
        persona: Option<&PersonaId>,
        wanted: usize,
    ) -> Vec<Line> {
        let repertoire = Arc::clone(&self.repertoire);
        let mut lines = persona.map_or(Vec::new(), |persona| {
            repertoire.lines_of(scenario, persona, self.language)
        });
        self.chance.shuffle(&mut lines);
        if lines.len() < self.habits.fewest.min(wanted) {
            let mut near = repertoire.lines_near(view.plan(), scenario, persona, self.language);
            self.chance.shuffle(&mut near);
            near.truncate(self.habits.fewest - lines.len());
            lines.extend(near);
        }
        lines
            .into_iter()
            .filter(|line| self.said.insert(fold(line.text.as_str())))
            .take(wanted)
            .cloned()
            .collect()
    }

    fn say_or_rewrite(&mut self, line: &Line) {
        let rewrites = self.habits.rewrites;
        let draft = draft_of(&line.text).filter(|_| self.chance.percent(rewrites));
        match draft {
            Some(draft) => {
                self.say(Kind::Need, &draft);
                self.deeds.push_back(Deed::Rewrite {
                    draft,
                    kind: line.kind,
                    text: line.text.clone(),
                });
            }
            None => self.say(line.kind, &line.text),
        }
    }

    fn say(&mut self, kind: Kind, text: &Statement) {
        self.ask(Command::contribute(Some(kind), text.to_string()));
    }

    /// A second thought once the others' statements are in the open: one more of one's own, or the same as somebody
    /// else from one's own role.
    pub(super) fn think_again(&mut self, view: &Workshop, seat: ParticipantId) {
        let Some(scenario) = view.scenario() else {
            return;
        };
        if !self.chance.percent(self.habits.adds) {
            return;
        }
        let echo = if self.chance.percent(50) {
            self.echo(view, seat, scenario)
        } else {
            None
        };
        if let Some((kind, text)) = echo {
            self.say(kind, &text);
            return;
        }
        let persona = view.persona_of(seat, scenario);
        for line in self.lines(view, scenario, persona, 1) {
            self.say(line.kind, &line.text);
        }
    }

    /// Somebody else's statement in one's own language, said once more.
    fn echo(
        &mut self,
        view: &Workshop,
        seat: ParticipantId,
        scenario: &ScenarioId,
    ) -> Option<(Kind, Statement)> {
        let repertoire = Arc::clone(&self.repertoire);
        let others: Vec<_> = view
            .contributions()
            .values()
            .filter(|found| found.scenario == *scenario && found.language == self.language)
            .filter(|found| found.shared && found.participant != Some(seat))
            .filter(|found| !self.said.contains(&fold(found.text.as_str())))
            .filter(|found| !repertoire.is_echo(&found.text))
            .collect();
        let heard = self.chance.pick(&others)?;
        let opener = self.chance.pick(repertoire.echoes(self.language))?;
        let text = Statement::parse(&format!("{opener} {}", heard.text)).ok()?;
        self.said.insert(fold(heard.text.as_str()));
        Some((heard.kind, text))
    }
}

/// The first half of a statement, the way somebody starts and then thinks again.
fn draft_of(text: &Statement) -> Option<Statement> {
    let words: Vec<&str> = text.as_str().split_whitespace().collect();
    let half = words.len().div_ceil(2);
    let start = words
        .get(..half)
        .filter(|_| words.len() >= WORDS_OF_A_DRAFT)?;
    Statement::parse(&format!("{} …", start.join(" "))).ok()
}
