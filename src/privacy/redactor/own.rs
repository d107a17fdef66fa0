//! What the group typed as a persona or a theme of its own. It stands in the plan like those that shipped, but in one
//! wording for all languages; by that it is known, and nothing that shipped is touched.

use super::{Known, Redactor};
use crate::language::Localised;
use crate::text::Words;
use crate::workshop::plan::{Persona, Theme};

impl Redactor {
    /// Takes it out of a persona, and out of its id where that says it too.
    pub(super) fn persona(&mut self, persona: &mut Persona) {
        let id = persona.id.to_string();
        let is_own = persona.role.one_wording().is_some();
        let is_named = self.words(&format!("role of {id}"), &mut persona.role);
        self.words(&format!("sector of {id}"), &mut persona.sector);
        self.words(&format!("experience of {id}"), &mut persona.experience);
        self.words(&format!("work of {id}"), &mut persona.work);
        self.words(&format!("worries of {id}"), &mut persona.worries);
        self.words(&format!("wishes of {id}"), &mut persona.wishes);
        if is_named || (is_own && self.shows_in_id(&id)) {
            self.ids.replace_persona(&persona.id);
        }
    }

    /// Takes it out of a theme in the same way.
    pub(super) fn theme(&mut self, theme: &mut Theme) {
        let id = theme.id.to_string();
        let is_own = theme.title.one_wording().is_some();
        let is_named = self.words(&format!("title of {id}"), &mut theme.title);
        // The heading of the group's own theme is its title once more.
        self.words(&format!("title of {id}"), &mut theme.heading);
        self.words(&format!("definition of {id}"), &mut theme.definition);
        self.words(&format!("choice of {id}"), &mut theme.tie_break);
        if is_named || (is_own && self.shows_in_id(&id)) {
            self.ids.replace_theme(&theme.id);
        }
    }

    /// Takes it out of a text that has one wording, and says whether there was anything.
    fn words(&mut self, id: &str, text: &mut Localised) -> bool {
        let found = text.one_wording().map(Words::as_str);
        let without = found.and_then(|words| self.without(words, &self.markers.words));
        let Some(without) = without else { return false };
        *text = Localised::same(&without);
        self.removed.texts.insert(id.to_owned());
        true
    }

    /// Whether an id says something that is to be taken out.
    fn shows_in_id(&self, id: &str) -> bool {
        let patterns = &self.wanted.patterns;
        Known::is_in_id(&self.in_ids, id)
            || patterns
                .iter()
                .any(|pattern| pattern.is_match(&id.replace('-', " ")))
    }
}
