//! Who comes to a rehearsal: how many speak which language, what they are like, where they come from. Nobody is
//! invented: an organisation is a common word with a letter, a name a number.

use crate::chance::Chance;
use crate::id::PersonaId;
use crate::language::Language;
use crate::locale::Locale;
use crate::text::Name;
use crate::vocabulary::OrganisationKind;
use crate::workshop::command::Joining;
use crate::workshop::plan::{Organisation, Plan};

use super::Character;

/// How many people share an organisation or a table.
const TOGETHER: usize = 4;
/// The most organisations that come.
const MOST_ORGANISATIONS: usize = 12;
/// The kinds of organisation that come, in turn.
const KINDS: [OrganisationKind; 7] = [
    OrganisationKind::Company,
    OrganisationKind::ShelteredWork,
    OrganisationKind::Company,
    OrganisationKind::KnowledgeInstitute,
    OrganisationKind::Company,
    OrganisationKind::TechnologyProvider,
    OrganisationKind::Policy,
];
/// How many in a hundred say that one of the personas is their own work.
const WORKS_AS_PERSONA: usize = 40;

/// A simulated participant before they have a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// A number of their own, from 1; their seat may have another.
    pub number: u32,
    /// The language they read and write.
    pub language: Language,
    /// Where they come from.
    pub organisation: Organisation,
    /// What they are like.
    pub character: Character,
    /// The persona nearest to their own work.
    pub real_role: Option<PersonaId>,
    /// The table they sit at.
    pub table: u8,
}

impl Person {
    /// What they say of themselves when they take a seat.
    #[must_use]
    pub fn joining(&self) -> Joining {
        let name = Locale::new(self.language).say_with(
            "simulated-participant",
            &[("number", self.number.to_string().into())],
        );
        Joining {
            seat: None,
            name: Name::parse(&name).ok(),
            organisation: Some(self.organisation.name.clone()),
            kind: Some(self.organisation.kind),
            real_role: self.real_role.clone(),
            table: Some(self.table),
            language: self.language,
        }
    }
}

/// The people who come to a rehearsal of this plan. Most speak the language of the room; from four people on,
/// every language is spoken.
#[must_use]
pub fn cast(plan: &Plan, people: usize, seed: u64) -> Vec<Person> {
    let mut chance = Chance::of(seed, "cast");
    let organisations = organisations(plan.language, people);
    let mut languages: Vec<Language> = spoken(plan.language).cycle().take(people).collect();
    chance.shuffle(&mut languages);
    languages
        .into_iter()
        .zip(organisations.iter().cycle())
        .zip(0_usize..)
        .filter_map(|((language, organisation), index)| {
            let real_role = chance
                .pick(&plan.personas)
                .filter(|_| chance.percent(WORKS_AS_PERSONA));
            Some(Person {
                number: u32::try_from(index + 1).ok()?,
                language,
                organisation: organisation.clone(),
                character: chance.pick(&Character::ALL).copied()?,
                real_role: real_role.map(|persona| persona.id.clone()),
                table: u8::try_from(index / TOGETHER + 1).unwrap_or(u8::MAX),
            })
        })
        .collect()
}

/// The languages of five people: three of the room's own, one of each other.
fn spoken(room: Language) -> impl Iterator<Item = Language> + Clone {
    let mut others = Language::ALL
        .into_iter()
        .filter(move |language| *language != room);
    let other = others.next().unwrap_or(room);
    let third = others.next().unwrap_or(room);
    [room, other, room, third, room].into_iter()
}

/// The organisations that many simulated people come from, in the language of the room.
#[must_use]
pub fn organisations(language: Language, people: usize) -> Vec<Organisation> {
    let count = people.div_ceil(TOGETHER).clamp(1, MOST_ORGANISATIONS);
    KINDS
        .into_iter()
        .cycle()
        .zip('A'..='Z')
        .take(count)
        .filter_map(|(kind, letter)| {
            let key = format!("simulated-{kind}");
            let letter = [("letter", letter.to_string().into())];
            let name = Name::parse(&Locale::new(language).say_with(&key, &letter)).ok()?;
            Some(Organisation { name, kind })
        })
        .collect()
}
