//! What the group typed as a persona or a theme of its own. It stands in the plan like those that shipped, but in one
//! wording for all languages; by that it is known, and nothing that shipped is touched.

use super::{Known, Redactor};
use crate::language::Localised;
use crate::text::Words;
use crate::workshop::plan::{Persona, Theme};
use crate::workshop::{Event, Record};

impl Redactor {
    /// Finds those in a journal whose id says what is taken out, before anything is: a step of an anonymous session that
    /// closed tells what was written for a persona before it tells of the persona.
    pub(super) fn rename_in(&mut self, records: &[Record]) {
        let (mut personas, mut themes): (Vec<&Persona>, Vec<&Theme>) = (Vec::new(), Vec::new());
        for record in records {
            match &record.event {
                Event::WorkshopOpened { plan, .. } => {
                    personas.extend(&plan.personas);
                    themes.extend(&plan.themes);
                }
                Event::PersonaAdded { persona } => personas.push(persona),
                Event::ThemeProposed { theme } => themes.push(theme),
                _nothing_with_such_an_id => {}
            }
        }
        self.rename(&personas, &themes);
    }

    /// Finds them among all that a file has.
    pub(super) fn rename(&mut self, personas: &[&Persona], themes: &[&Theme]) {
        let taken = personas.iter().map(|persona| persona.id.clone()).collect();
        for persona in personas {
            if self.names_what_goes(&persona.role, persona.id.as_str()) {
                self.ids.replace_persona(&persona.id, &taken);
            }
        }
        let taken = themes.iter().map(|theme| theme.id.clone()).collect();
        for theme in themes {
            if self.names_what_goes(&theme.title, theme.id.as_str()) {
                self.ids.replace_theme(&theme.id, &taken);
            }
        }
    }

    /// Takes it out of a persona.
    pub(super) fn persona(&mut self, persona: &mut Persona) {
        let id = persona.id.to_string();
        self.words(&format!("role of {id}"), &mut persona.role);
        self.words(&format!("sector of {id}"), &mut persona.sector);
        self.words(&format!("experience of {id}"), &mut persona.experience);
        self.words(&format!("work of {id}"), &mut persona.work);
        self.words(&format!("worries of {id}"), &mut persona.worries);
        self.words(&format!("wishes of {id}"), &mut persona.wishes);
    }

    /// Takes it out of a theme.
    pub(super) fn theme(&mut self, theme: &mut Theme) {
        let id = theme.id.to_string();
        self.words(&format!("title of {id}"), &mut theme.title);
        // The heading of the group's own theme is its title once more.
        self.words(&format!("title of {id}"), &mut theme.heading);
        self.words(&format!("definition of {id}"), &mut theme.definition);
        self.words(&format!("choice of {id}"), &mut theme.tie_break);
    }

    /// Takes it out of a text that has one wording.
    fn words(&mut self, id: &str, text: &mut Localised) {
        let found = text.one_wording().map(Words::as_str);
        if let Some(without) = found.and_then(|words| self.without(words, &self.markers.words)) {
            *text = Localised::same(&without);
            self.removed.texts.insert(id.to_owned());
        }
    }

    /// Whether something of the group's own is called what is to be taken out, or its id says that.
    fn names_what_goes(&self, name: &Localised, id: &str) -> bool {
        let own = name.one_wording();
        own.is_some_and(|name| self.shows(name.as_str()) || self.shows_in_id(id))
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
