//! The door: who somebody is, before they take a seat. It asks no more than the session records, says in plain words
//! what that is, and nobody has to fill in anything.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::dialog::{Dialog, page};
use super::key::Key;
use super::look::Look;
use super::screen::Mouse;
use super::sheet::{Field, Pressed, Sheet};
use crate::id::PersonaId;
use crate::language::Language;
use crate::locale::Locale;
use crate::text::Name;
use crate::vocabulary::{Anonymity, OrganisationKind};
use crate::wire::Sign;

/// What somebody says of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// A name.
    pub name: Option<String>,
    /// An organisation.
    pub organisation: Option<String>,
    /// Its kind.
    pub kind: Option<OrganisationKind>,
    /// The persona nearest to their own work.
    pub real_role: Option<PersonaId>,
    /// The language they read.
    pub language: Language,
}

/// The door of a room.
#[derive(Debug)]
pub struct Door {
    sign: Sign,
    locale: Locale,
    look: Look,
    sheet: Sheet,
    places: Places,
}

/// Which field asks what.
#[derive(Debug, Clone, Copy)]
struct Places {
    language: usize,
    name: Option<usize>,
    organisation: usize,
    kind: usize,
    role: usize,
}

impl Door {
    /// A door with what was said already filled in.
    #[must_use]
    pub fn new(sign: Sign, locale: Locale, look: Look, said: &Entry) -> Self {
        let (sheet, places) = sheet(&sign, locale, said);
        Self {
            sign,
            locale,
            look,
            sheet,
            places,
        }
    }

    fn entry(&self) -> Entry {
        let answers = self.sheet.answers();
        let text =
            |field: usize| Some(answers.text(field).to_owned()).filter(|text| !text.is_empty());
        let typed = text(self.places.organisation);
        let known = self.sign.organisations.iter();
        let known = known
            .clone()
            .find(|known| typed.as_deref() == Some(known.name.as_str()));
        let chosen = answers.chosen(self.places.kind).checked_sub(1);
        let chosen = chosen.and_then(|index| OrganisationKind::ALL.get(index).copied());
        let role = answers.chosen(self.places.role).checked_sub(1);
        Entry {
            name: self.places.name.and_then(text),
            kind: chosen.or_else(|| known.map(|known| known.kind)),
            organisation: typed,
            real_role: role.and_then(|index| Some(self.sign.personas.get(index)?.id.clone())),
            language: language(answers.chosen(self.places.language)),
        }
    }

    /// What is wrong with it, if anything is.
    fn objection(&self, entry: &Entry) -> Option<(usize, String)> {
        let fields = [
            (self.places.name.unwrap_or(0), &entry.name),
            (self.places.organisation, &entry.organisation),
        ];
        fields.into_iter().find_map(|(field, text)| {
            let text = text.as_deref()?;
            Name::parse(text).err()?;
            let words = self
                .locale
                .say_with("door-too-long", &[("limit", Name::LIMIT.into())]);
            Some((field, words))
        })
    }

    /// The words follow the language as soon as it is chosen.
    fn follow_language(&mut self) {
        let chosen = language(self.sheet.answers().chosen(self.places.language));
        if chosen == self.locale.language() {
            return;
        }
        let said = self.entry();
        self.locale = Locale::new(chosen);
        (self.sheet, self.places) = sheet(&self.sign, self.locale, &said);
    }
}

fn language(index: usize) -> Language {
    Language::ALL.get(index).copied().unwrap_or_default()
}

fn sheet(sign: &Sign, locale: Locale, said: &Entry) -> (Sheet, Places) {
    let at = Language::ALL
        .iter()
        .position(|known| *known == locale.language());
    let languages = Language::ALL.map(|known| locale.say(&format!("language-{known}")));
    let mut fields = vec![Field::choice(
        locale.say("door-language"),
        languages.into(),
        at.unwrap_or(0),
    )];
    let name = (sign.anonymity == Anonymity::Named).then_some(fields.len());
    if name.is_some() {
        let field = Field::line(locale.say("door-name"));
        fields.push(field.with(said.name.as_deref().unwrap_or_default()));
    }
    let organisation = fields.len();
    let invited = sign.organisations.iter().map(|known| known.name.as_str());
    let invited = invited.collect::<Vec<_>>().join(", ");
    let hint = if invited.is_empty() {
        locale.say("door-free")
    } else {
        locale.say_with("door-invited", &[("names", invited.into())])
    };
    let field = Field::line(locale.say("door-organisation")).hint(hint);
    fields.push(field.with(said.organisation.as_deref().unwrap_or_default()));
    let kind = fields.len();
    let mut kinds = vec![locale.say("door-no-answer")];
    let known = OrganisationKind::ALL.iter();
    kinds.extend(known.map(|kind| locale.say(&format!("organisation-{kind}"))));
    let at = OrganisationKind::ALL
        .iter()
        .position(|kind| said.kind == Some(*kind));
    fields.push(Field::choice(
        locale.say("door-kind"),
        kinds,
        at.map_or(0, |at| at + 1),
    ));
    let role = fields.len();
    let mut roles = vec![locale.say("door-no-answer")];
    let personas = sign.personas.iter();
    roles.extend(personas.map(|persona| persona.role.get(locale.language()).to_owned()));
    let at = sign
        .personas
        .iter()
        .position(|persona| said.real_role.as_ref() == Some(&persona.id));
    let field = Field::choice(locale.say("door-role"), roles, at.map_or(0, |at| at + 1));
    fields.push(field.hint(locale.say("door-role-why")));
    let places = Places {
        language: 0,
        name,
        organisation,
        kind,
        role,
    };
    (Sheet::new(fields), places)
}

impl Dialog for Door {
    type Answer = Option<Entry>;

    fn press(&mut self, key: Key) -> Option<Self::Answer> {
        match self.sheet.press(key) {
            Pressed::Taken => {
                self.follow_language();
                None
            }
            Pressed::Submitted => {
                let entry = self.entry();
                if let Some((field, why)) = self.objection(&entry) {
                    self.sheet.object(field, why);
                    return None;
                }
                Some(Some(entry))
            }
            Pressed::NotTaken if key == Key::of(KeyCode::Esc) => Some(None),
            Pressed::NotTaken => None,
        }
    }

    fn paste(&mut self, text: &str) {
        self.sheet.paste(text);
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect) -> Option<Self::Answer> {
        let inner = self.page(area, &mut Buffer::empty(area));
        self.sheet.mouse(mouse, inner);
        None
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = self.page(area, buf);
        self.sheet.draw(inner, buf, self.look)
    }
}

impl Door {
    fn page(&self, area: Rect, buf: &mut Buffer) -> Rect {
        let recorded = match self.sign.anonymity {
            Anonymity::Named => "door-records-named",
            Anonymity::Pseudonymous => "door-records-pseudonymous",
            Anonymity::Anonymous => "door-records-anonymous",
        };
        let lead = self.locale.say(recorded);
        let keys = self.locale.say("door-keys");
        page(self.sign.title.as_str(), &lead, &keys, self.look, area, buf)
    }
}
