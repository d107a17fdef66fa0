//! Whether a plan holds together: every id it uses it defines, once, and there is enough of everything to begin.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{FileError, Node, Problem, Section, Seg, Thing};
use crate::suggester::pattern::Pattern;
use crate::vocabulary::StepKind;
use crate::workshop::entry::Place;
use crate::workshop::plan::{Plan, Prompt, Step};

/// The most scenarios; the method has four.
const MAX_SCENARIOS: usize = 4;

/// The way to a place in the tree.
macro_rules! way {
    ($($seg:expr),*) => { &[$($crate::content::Seg::from($seg)),*] };
}
pub(super) use way;

pub(super) fn check(plan: &Plan, tree: &Node<'_>) -> Result<(), FileError> {
    let check = Check { plan, tree };
    check.enough()?;
    check.ids()?;
    check.prompts()?;
    check.homes()?;
    check.suggestions()?;
    plan.agenda
        .iter()
        .enumerate()
        .try_for_each(|(index, step)| check.step(index, step))
}

/// Refuses an id that is not among the known ones.
pub(super) fn known<'a>(
    tree: &Node<'_>,
    what: Thing,
    id: &str,
    ids: impl Iterator<Item = &'a str>,
    path: &[Seg<'_>],
) -> Result<(), FileError> {
    let ids: Vec<&str> = ids.collect();
    if ids.contains(&id) {
        Ok(())
    } else {
        Err(tree.locate(path).says(Problem::unknown(what, id, &ids)))
    }
}

/// Refuses the first id that was there before.
pub(super) fn once<T: Ord + ToString>(
    tree: &Node<'_>,
    what: Thing,
    ids: impl Iterator<Item = T>,
    list: &str,
    field: &str,
) -> Result<(), FileError> {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        if seen.contains(&id) {
            let at = tree.locate(way![list, index, field]);
            let id = id.to_string();
            return Err(at.says(Problem::Duplicate { what, id }));
        }
        seen.insert(id);
    }
    Ok(())
}

struct Check<'a> {
    plan: &'a Plan,
    tree: &'a Node<'a>,
}

impl Check<'_> {
    fn enough(&self) -> Result<(), FileError> {
        let plan = self.plan;
        let counts = [
            (Thing::Scenario, "scenarios", plan.scenarios.len()),
            (Thing::Persona, "personas", plan.personas.len()),
            (Thing::Theme, "themes", plan.themes.len()),
            (Thing::Step, "agenda", plan.agenda.len()),
        ];
        for (what, field, count) in counts {
            if count == 0 {
                let at = self.tree.locate(way![field]);
                return Err(at.says(Problem::NoneOf { what }));
            }
        }
        if plan.scenarios.len() > MAX_SCENARIOS {
            let at = self.tree.locate(way!["scenarios", MAX_SCENARIOS]);
            let limit = MAX_SCENARIOS;
            return Err(at.says(Problem::TooManyScenarios { limit }));
        }
        Ok(())
    }

    fn ids(&self) -> Result<(), FileError> {
        for section in Section::ALL {
            let (what, field, key) = (section.thing(), section.field(), section.key());
            once(self.tree, what, self.ids_of(section), field, key)?;
        }
        let steps = self.plan.agenda.iter().map(|step| step.id.as_str());
        once(self.tree, Thing::Step, steps, "agenda", "id")?;
        let mut themes = self.plan.themes.iter();
        match themes.position(|theme| theme.id.as_str() == Place::NONE) {
            Some(index) => {
                let at = self.tree.locate(way!["themes", index, "id"]);
                let id = Place::NONE.to_owned();
                Err(at.says(Problem::Reserved { id }))
            }
            None => Ok(()),
        }
    }

    fn ids_of(&self, section: Section) -> Box<dyn Iterator<Item = &str> + '_> {
        let plan = self.plan;
        match section {
            Section::Scenarios => Box::new(plan.scenarios.iter().map(|item| item.id.as_str())),
            Section::Personas => Box::new(plan.personas.iter().map(|item| item.id.as_str())),
            Section::Themes => Box::new(plan.themes.iter().map(|item| item.id.as_str())),
            Section::Forces => Box::new(plan.forces.iter().map(|item| item.id.as_str())),
            Section::Cards => Box::new(plan.cards.iter().map(|item| item.id.as_str())),
            Section::Cases => Box::new(plan.cases.iter().map(|item| item.id.as_str())),
            Section::Challenges => Box::new(plan.challenges.iter().map(|item| item.id.as_str())),
            Section::Prompts => Box::new(plan.prompts.iter().map(|item| item.id.as_str())),
            Section::Scripts => Box::new(plan.scripts.iter().map(|item| item.kind.as_str())),
        }
    }

    /// A prompt is stored with a contribution by its id alone, so no two in a plan may share one. Of two that do,
    /// the one is told that the file itself holds.
    fn prompts(&self) -> Result<(), FileError> {
        let closing = self.plan.prompts.iter().enumerate();
        let closing =
            closing.map(|(index, prompt)| (&prompt.id, way!["prompts", index, "id"].to_vec()));
        let scenarios = self.plan.scenarios.iter().enumerate();
        let scenarios = scenarios.flat_map(|(scenario, found)| {
            found
                .prompts
                .iter()
                .enumerate()
                .map(move |(index, prompt)| {
                    let way = way!["scenarios", scenario, "prompts", index, "id"];
                    (&prompt.id, way.to_vec())
                })
        });
        let mut seen = BTreeMap::new();
        for (id, way) in closing.chain(scenarios) {
            let at = self.tree.locate(&way);
            if let Some(earlier) = seen.insert(id, at) {
                let at = if at == self.tree.at { earlier } else { at };
                return Err(at.says(Problem::Duplicate {
                    what: Thing::Prompt,
                    id: id.to_string(),
                }));
            }
        }
        Ok(())
    }

    /// Every card has its force, every case its theme.
    fn homes(&self) -> Result<(), FileError> {
        for (index, card) in self.plan.cards.iter().enumerate() {
            let path = way!["cards", index, "force"];
            let forces = self.ids_of(Section::Forces);
            known(self.tree, Thing::Force, card.force.as_str(), forces, path)?;
        }
        for (index, case) in self.plan.cases.iter().enumerate() {
            let path = way!["cases", index, "theme"];
            let themes = self.ids_of(Section::Themes);
            known(self.tree, Thing::Theme, case.theme.as_str(), themes, path)?;
        }
        Ok(())
    }

    /// What speaks for a theme speaks for one that is there.
    fn suggestions(&self) -> Result<(), FileError> {
        let of_theme = |list: &str, index: usize, place: &Place| {
            let path = way!["suggestions", list, index, "theme"];
            let themes = self.ids_of(Section::Themes);
            place.theme().map_or(Ok(()), |theme| {
                known(self.tree, Thing::Theme, theme.as_str(), themes, path)
            })
        };
        let suggesting = &self.plan.suggestions;
        for (index, word) in suggesting.words.iter().enumerate() {
            of_theme("words", index, &word.theme)?;
            let pattern = word.pattern.as_str();
            if Pattern::new(0, 1.0, pattern).is_err() {
                let at = self
                    .tree
                    .locate(way!["suggestions", "words", index, "pattern"]);
                let found = pattern.to_owned();
                return Err(at.says(Problem::NotAPattern { found }));
            }
        }
        for (index, example) in suggesting.examples.iter().enumerate() {
            of_theme("examples", index, &example.theme)?;
        }
        Ok(())
    }

    fn step(&self, index: usize, step: &Step) -> Result<(), FileError> {
        let needs = matches!(
            step.kind,
            StepKind::Brief | StepKind::Write | StepKind::Share
        );
        match &step.scenario {
            Some(id) => {
                let path = way!["agenda", index, "scenario"];
                let scenarios = self.ids_of(Section::Scenarios);
                known(self.tree, Thing::Scenario, id.as_str(), scenarios, path)?;
            }
            None if needs => {
                let at = self.tree.locate(way!["agenda", index]);
                return Err(at.says(Problem::NeedsScenario { kind: step.kind }));
            }
            None => {}
        }
        for (at, id) in step.prompts.iter().enumerate() {
            let path = way!["agenda", index, "prompts", at];
            known(
                self.tree,
                Thing::Prompt,
                id.as_str(),
                prompt_ids(self.plan),
                path,
            )?;
        }
        Ok(())
    }
}

/// The ids of all prompts, those of the scenarios and the closing ones.
pub(super) fn prompt_ids(plan: &Plan) -> impl Iterator<Item = &str> {
    fn id(prompt: &Prompt) -> &str {
        prompt.id.as_str()
    }
    let closing = plan.prompts.iter().map(id);
    plan.scenarios
        .iter()
        .flat_map(|scenario| scenario.prompts.iter().map(id))
        .chain(closing)
}
