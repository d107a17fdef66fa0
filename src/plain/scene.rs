//! What stands on the stage when the group comes to a step: the scenario, one's persona in it, the prompt, and what
//! is expected now, in the reader's language.

use super::entry::{clock, parked, slice_line, vote_result};
use super::line::Line;
use super::teller::Teller;
use crate::id::PersonaId;
use crate::vocabulary::StepKind;
use crate::workshop::Workshop;
use crate::workshop::agreement::Agreement;
use crate::workshop::entry::Place;
use crate::workshop::plan::{Prompt, Scenario, Step, Theme};
use crate::workshop::recurrence::by_place;

impl Teller {
    /// Everything about the step the group is at.
    pub(super) fn scene(&mut self, view: &Workshop, out: &mut Vec<Line>) {
        let Some((_, step)) = view.step() else { return };
        out.push(
            Line::new("step")
                .with(step.kind)
                .with_some(step.scenario.as_ref())
                .with(clock(u64::from(step.minutes) * 60)),
        );
        self.script(view, step, out);
        let scenario = step.scenario.as_ref();
        if let Some(scenario) = scenario.and_then(|id| view.plan().scenario(id)) {
            self.scenario(view, scenario, step.kind == StepKind::Brief, out);
        }
        self.prompts(view, step, out);
        match step.kind {
            StepKind::Welcome => {
                let frame = view.plan().notices.frame.get(self.locale.language());
                out.push(Line::new("frame").text(frame));
            }
            StepKind::Brief | StepKind::Write | StepKind::Share => {}
            StepKind::Sort => {
                self.places(view, out);
                let slice = view.slice_of(self.you);
                out.extend(slice.iter().filter_map(|id| slice_line(view, *id)));
            }
            StepKind::Converge => {
                self.places_once(view, out);
                out.extend(tallies(view));
            }
            StepKind::Recurrence => {
                self.places_once(view, out);
                out.extend(recurrence(view));
            }
            StepKind::Vote => {
                self.themes(view, out);
                out.push(Line::new("dots").with(view.plan().dots));
            }
            StepKind::Reflect => self.challenges(view, out),
            StepKind::Act => self.cases(view, out),
            StepKind::Close => out.extend(
                view.parking()
                    .values()
                    .filter(|entry| !entry.resolved)
                    .map(parked),
            ),
        }
    }

    /// What is expected of whoever reads.
    fn script(&self, view: &Workshop, step: &Step, out: &mut Vec<Line>) {
        let Some(script) = view.plan().script(step.kind) else {
            return;
        };
        let language = self.locale.language();
        if self.leads() {
            out.push(Line::new("say").text(script.say.get(language)));
            out.push(Line::new("may").text(script.may.get(language)));
        } else {
            out.push(Line::new("expect").text(script.expect.get(language)));
        }
    }

    /// A scenario never stands without its warning, and its facts are told at least once.
    fn scenario(&mut self, view: &Workshop, scenario: &Scenario, again: bool, out: &mut Vec<Line>) {
        let told = !self.facts_told.insert(scenario.id.clone());
        self.stage(view, scenario, again || !told, out);
        self.persona(view, out);
        let cards = view.cards_in(&scenario.id);
        if !cards.is_empty() {
            self.cards(view, &scenario.id, cards, out);
        }
    }

    fn stage(&self, view: &Workshop, scenario: &Scenario, facts: bool, out: &mut Vec<Line>) {
        let language = self.locale.language();
        let title = scenario.title.get(language);
        let line = Line::new("scenario").with(&scenario.id);
        if facts {
            let summary = scenario.summary.get(language);
            out.push(line.text(&format!("{title}: {summary}")));
            for fact in &scenario.facts {
                out.push(
                    Line::new("fact")
                        .with(fact.aspect)
                        .text(fact.text.get(language)),
                );
            }
        } else {
            out.push(line.text(title));
        }
        let warning = view.plan().notices.warning.get(language);
        out.push(Line::new("warning").text(warning));
    }

    /// Who the reader is in the scenario; described when that was not done yet.
    pub(super) fn persona(&mut self, view: &Workshop, out: &mut Vec<Line>) {
        let Some(scenario) = view.scenario() else {
            return;
        };
        let Some(persona) = view.persona_of(self.you, scenario) else {
            return;
        };
        out.push(Line::new("persona").with(persona));
        let given = Some((scenario.clone(), persona.clone()));
        if self.persona_told != given {
            self.describe(view, persona, out);
            self.persona_told = given;
        }
    }

    fn describe(&self, view: &Workshop, persona: &PersonaId, out: &mut Vec<Line>) {
        let Some(persona) = view.plan().persona(persona) else {
            return;
        };
        let language = self.locale.language();
        let role = persona.role.get(language);
        let work = persona.work.get(language);
        out.push(Line::new("i-am").text(&format!("{role}. {work}")));
        for (word, text) in [("worries", &persona.worries), ("wishes", &persona.wishes)] {
            if !text.is_empty() {
                out.push(Line::new(word).text(text.get(language)));
            }
        }
    }

    /// The scenario again, with everything that belongs to it.
    pub(super) fn facts_again(&self, view: &Workshop, out: &mut Vec<Line>) {
        let scenario = view.scenario().and_then(|id| view.plan().scenario(id));
        match scenario {
            Some(scenario) => self.stage(view, scenario, true, out),
            None => out.push(Line::new("scenario").with("none")),
        }
    }

    /// The persona again.
    pub(super) fn persona_again(&self, view: &Workshop, out: &mut Vec<Line>) {
        let persona = view
            .scenario()
            .and_then(|scenario| view.persona_of(self.you, scenario));
        match persona {
            Some(persona) => {
                out.push(Line::new("persona").with(persona));
                self.describe(view, persona, out);
            }
            None => out.push(Line::new("persona").with("none")),
        }
    }

    /// The prompt one writes to; the facilitator, who has no persona, and a plenary read all of them.
    fn prompts(&self, view: &Workshop, step: &Step, out: &mut Vec<Line>) {
        match step.kind {
            StepKind::Write if !self.leads() => {
                out.extend(
                    view.prompt_of(self.you)
                        .map(|prompt| self.prompt(view, prompt)),
                );
            }
            StepKind::Recurrence if step.prompts.is_empty() => {
                let all = view.plan().prompts.iter();
                out.extend(all.map(|prompt| self.prompt(view, prompt)));
            }
            _ if step.kind == StepKind::Write || !step.prompts.is_empty() => {
                let all = view.plan().prompts_of(step);
                out.extend(all.into_iter().map(|prompt| self.prompt(view, prompt)));
            }
            _ => {}
        }
    }

    /// A prompt, speaking to the reader's persona.
    pub(super) fn prompt(&self, view: &Workshop, prompt: &Prompt) -> Line {
        let language = self.locale.language();
        let role = view
            .scenario()
            .and_then(|scenario| view.persona_of(self.you, scenario))
            .and_then(|persona| view.plan().persona(persona))
            .map(|persona| persona.role.get(language));
        let text = prompt.put_to(role, language);
        Line::new("prompt").with(&prompt.id).text(&text)
    }

    /// One theme, as people sort by it.
    pub(super) fn theme(&self, theme: &Theme) -> Line {
        let language = self.locale.language();
        let (title, definition) = (theme.title.get(language), theme.definition.get(language));
        let text = if definition.is_empty() {
            title.to_owned()
        } else {
            format!("{title}: {definition}")
        };
        Line::new("theme").with(&theme.id).text(&text)
    }

    fn themes(&mut self, view: &Workshop, out: &mut Vec<Line>) {
        self.themes_told = true;
        out.extend(view.plan().themes.iter().map(|theme| self.theme(theme)));
    }

    /// Everywhere a contribution may belong: the themes, or none of them.
    fn places(&mut self, view: &Workshop, out: &mut Vec<Line>) {
        self.themes(view, out);
        let none = self.locale.say("theme-none");
        out.push(Line::new("theme").with(Place::None).text(&none));
    }

    /// The places for somebody who came after they were told.
    fn places_once(&mut self, view: &Workshop, out: &mut Vec<Line>) {
        if !self.themes_told {
            self.places(view, out);
        }
    }

    /// After the vote: what the paper claims, and the challenges to hold the findings against.
    fn challenges(&self, view: &Workshop, out: &mut Vec<Line>) {
        let language = self.locale.language();
        if view.votes().is_some() {
            let claim = view.plan().notices.learning_claim.get(language);
            out.push(Line::new("claim").text(claim));
        }
        for challenge in &view.plan().challenges {
            let title = challenge.title.get(language);
            let (text, question) = (
                challenge.text.get(language),
                challenge.question.get(language),
            );
            out.push(
                Line::new("challenge")
                    .with(&challenge.id)
                    .text(&format!("{title}: {text} {question}")),
            );
        }
    }

    fn cases(&self, view: &Workshop, out: &mut Vec<Line>) {
        let language = self.locale.language();
        out.extend(view.votes().into_iter().flat_map(vote_result));
        for case in &view.plan().cases {
            let (title, text) = (case.title.get(language), case.text.get(language));
            out.push(
                Line::new("case")
                    .with(&case.id)
                    .with(&case.theme)
                    .text(&format!("{title}: {text}")),
            );
        }
    }
}

/// How the group sorted, contribution by contribution.
fn tallies(view: &Workshop) -> Vec<Line> {
    let sorted = view
        .contributions()
        .values()
        .filter_map(|found| Some((found.id, found.tally.as_ref()?)));
    sorted
        .map(|(id, tally)| {
            let counts = tally
                .iter()
                .map(|(place, count)| format!("{place}={count}"))
                .collect::<Vec<_>>();
            let is_contested = Agreement::of(tally).is_contested();
            Line::new("tally")
                .with(id)
                .with(counts.join(" "))
                .with_some(is_contested.then_some("contested"))
        })
        .collect()
}

/// In how many of the scenarios run each theme came back.
fn recurrence(view: &Workshop) -> Vec<Line> {
    let run = view.scenarios_run().len();
    by_place(view, false)
        .into_iter()
        .map(|(place, found)| {
            Line::new("recurs")
                .with(place)
                .with(format_args!("{}/{run}", found.across()))
                .with_some(found.is_systematic().then_some("systematic"))
        })
        .collect()
}
