//! How a simulated participant sorts its slice: mostly where a statement was written for, sometimes where it also
//! belongs or where only this participant would put it. An unknown statement goes by taste.

use std::sync::Arc;

use super::Player;
use crate::id::{ParticipantId, ThemeId};
use crate::text::Statement;
use crate::workshop::entry::Place;
use crate::workshop::plan::Plan;
use crate::workshop::{Command, Workshop};

/// How much more often, in a hundred, a statement that belongs to two themes is sorted elsewhere.
const AMBIGUITY: usize = 20;
/// How often the second of two themes is put first by those who sort such a statement elsewhere.
const SECOND_FIRST: usize = 70;
/// How often both themes of such a statement are named.
const NAMES_BOTH: usize = 55;
/// How often a second theme is named that nobody had in mind.
const SECOND_OF_ONES_OWN: usize = 6;
/// How often a statement nobody knows goes where one leans to anyway.
const LEANS: usize = 40;

impl Player {
    /// Sorts the whole slice, in the order it was dealt.
    pub(super) fn sort(&mut self, view: &Workshop, seat: ParticipantId) {
        for id in view.slice_of(seat) {
            let Some(found) = view.contributions().get(id) else {
                continue;
            };
            let (primary, second) = self.judge(view.plan(), &found.text);
            self.ask(Command::Sort {
                contribution: *id,
                primary: Some(primary),
                second,
            });
        }
    }

    fn judge(&mut self, plan: &Plan, text: &Statement) -> (Place, Option<Place>) {
        let repertoire = Arc::clone(&self.repertoire);
        let known = |place: &Place| place.theme().is_none_or(|id| plan.theme(id).is_some());
        let line = repertoire.line_of(text).filter(|line| known(&line.theme));
        let Some(line) = line else {
            return (self.by_taste(plan), None);
        };
        let second = line.second.as_ref().filter(|second| known(second));
        let ambiguity = if second.is_some() { AMBIGUITY } else { 0 };
        if self.chance.percent(self.habits.dissents + ambiguity) {
            let primary = second
                .filter(|_| self.chance.percent(SECOND_FIRST))
                .cloned()
                .unwrap_or_else(|| self.elsewhere(plan, &line.theme));
            return (primary, None);
        }
        if line.theme == Place::None {
            return (Place::None, None);
        }
        let second = match second {
            Some(second) => Some(second.clone()).filter(|_| self.chance.percent(NAMES_BOTH)),
            None => self.second_of_ones_own(plan, &line.theme),
        };
        (line.theme.clone(), second)
    }

    /// Any place but this one; a theme sooner than none of them.
    fn elsewhere(&mut self, plan: &Plan, place: &Place) -> Place {
        let others = themes_but(plan, place);
        if self.chance.percent(15) && *place != Place::None {
            return Place::None;
        }
        let other = self.chance.pick(&others);
        other.map_or(Place::None, |theme| Place::Theme((*theme).clone()))
    }

    fn second_of_ones_own(&mut self, plan: &Plan, place: &Place) -> Option<Place> {
        let others = themes_but(plan, place);
        let named = self.chance.percent(SECOND_OF_ONES_OWN);
        let second = self.chance.pick(&others).filter(|_| named)?;
        Some(Place::Theme((*second).clone()))
    }

    fn by_taste(&mut self, plan: &Plan) -> Place {
        if self.chance.percent(LEANS)
            && let Some(leaning) = &self.leaning
        {
            return Place::Theme(leaning.clone());
        }
        let theme = self.chance.pick(&plan.themes);
        theme.map_or(Place::None, |theme| Place::Theme(theme.id.clone()))
    }
}

fn themes_but<'a>(plan: &'a Plan, place: &Place) -> Vec<&'a ThemeId> {
    plan.themes
        .iter()
        .map(|theme| &theme.id)
        .filter(|id| place.theme() != Some(id))
        .collect()
}
