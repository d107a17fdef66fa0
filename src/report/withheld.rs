//! What the report does not tell of anonymous sessions: figures by persona or organisation behind which fewer than
//! five people are known to stand. Such a session does not keep on disk who took which persona, so there it is mostly
//! not known. What could be worked out from the figures that are left, because only few people are missing, is not
//! told either.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Report;
use super::axes::Axes;
use super::entries::Quote;
use super::matrix::Matrix;
use super::session::{Organisation, counted};
use crate::id::{ParticipantId, PersonaId};
use crate::vocabulary::Anonymity;
use crate::workshop::{SMALL, Workshop};

/// What is not told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Withheld {
    /// Figures of fewer people are not told.
    pub below: usize,
    /// The personas whose figures over all scenarios are not told.
    pub personas: BTreeSet<PersonaId>,
    /// Those whose figures in each scenario are not told: these, and more.
    pub personas_by_scenario: BTreeSet<PersonaId>,
    /// How many figures of organisations are not told.
    pub organisations: usize,
}

/// A person of a session, among the people of all of them.
type Person = (usize, ParticipantId);

/// What stands behind the figures of one persona in one scenario, in the anonymous sessions.
#[derive(Debug, Default, Clone)]
struct Behind {
    people: BTreeSet<Person>,
    said: usize,
}

impl Behind {
    fn is_empty(&self) -> bool {
        self.people.is_empty() && self.said == 0
    }

    fn is_thin(&self) -> bool {
        !self.is_empty() && self.people.len() < SMALL
    }

    fn join(&mut self, other: &Self) {
        self.people.extend(&other.people);
        self.said += other.said;
    }
}

/// Whether a session says nothing of who wrote what.
pub(super) fn is_anonymous(workshop: &Workshop) -> bool {
    workshop.plan().anonymity == Anonymity::Anonymous
}

impl Withheld {
    /// Nothing is: for those who are in the room themselves.
    pub(super) fn nothing() -> Self {
        Self {
            below: SMALL,
            ..Self::default()
        }
    }

    pub(super) fn of(workshops: &[&Workshop], axes: &Axes) -> Self {
        let cells = behind(workshops, axes);
        let rows: Vec<(&PersonaId, Vec<&Behind>)> = axes
            .personas
            .iter()
            .map(|persona| &persona.id)
            .zip(cells.iter().map(|row| row.iter().collect()))
            .collect();
        let whole: Vec<(&PersonaId, Behind)> = rows
            .iter()
            .map(|(persona, row)| {
                let mut all = Behind::default();
                for cell in row {
                    all.join(cell);
                }
                (*persona, all)
            })
            .collect();
        let columns: Vec<(&PersonaId, Vec<&Behind>)> = whole
            .iter()
            .map(|(persona, all)| (*persona, vec![all]))
            .collect();
        let personas = thin(&columns, BTreeSet::new());
        Self {
            below: SMALL,
            personas_by_scenario: thin(&rows, personas.clone()),
            personas,
            organisations: 0,
        }
    }

    /// Whether the persona of a contribution is told where the contribution stands by itself.
    pub(super) fn hides(&self, workshop: &Workshop, persona: &PersonaId) -> bool {
        is_anonymous(workshop) && self.personas_by_scenario.contains(persona)
    }
}

/// Takes out of a report what is not told.
pub(super) fn withhold(report: &mut Report, workshops: &[&Workshop]) {
    let mut withheld = Withheld::of(workshops, &Axes::of(workshops));
    let sessions = report.sessions.iter_mut();
    let anonymous = sessions.filter(|session| session.anonymity == Anonymity::Anonymous);
    let anonymous: Vec<_> = anonymous
        .map(|session| {
            withheld.organisations += blank(&mut session.organisations);
            session.id.clone()
        })
        .collect();
    let of_column = |persona: &PersonaId| withheld.personas.contains(persona);
    let of_cell = |persona: &PersonaId| withheld.personas_by_scenario.contains(persona);
    report
        .theme_by_persona
        .blank(|_, persona| of_column(persona));
    report
        .by_workshop
        .theme_by_persona
        .blank(|_, persona| of_column(persona));
    report
        .persona_by_scenario
        .blank(|persona, _| of_cell(persona));
    let themes = report
        .recurrence
        .iter_mut()
        .map(|theme| &mut theme.recurrence);
    let groups = report.groups.iter_mut().map(|group| &mut group.recurrence);
    let needs = report.by_workshop.needs.iter_mut();
    for recurrence in themes
        .chain(groups)
        .chain(needs.map(|need| &mut need.recurrence))
    {
        for (_, found) in &mut recurrence.scenarios.0 {
            found.personas.retain(|persona| !of_cell(persona));
        }
    }
    for quote in quotes(report).filter(|quote| anonymous.contains(&quote.session)) {
        quote.persona_withheld = quote.persona.as_ref().is_some_and(of_cell);
        quote.persona = quote.persona.take().filter(|persona| !of_cell(persona));
    }
    report.withheld = withheld;
}

/// Wherever a report quotes a contribution.
fn quotes(report: &mut Report) -> impl Iterator<Item = &mut Quote> {
    let groups = report.groups.iter_mut();
    let contested = report.agreement.contested.iter_mut();
    report
        .contributions
        .iter_mut()
        .chain(&mut report.none_of_the_themes)
        .chain(&mut report.unplaced)
        .chain(groups.flat_map(|group| &mut group.contributions))
        .chain(contested.map(|one| &mut one.contribution))
}

/// By persona and scenario.
fn behind(workshops: &[&Workshop], axes: &Axes) -> Vec<Vec<Behind>> {
    let mut cells = Matrix::new(axes.persona_ids(), axes.scenario_ids());
    let anonymous = workshops.iter().filter(|workshop| is_anonymous(workshop));
    for (index, workshop) in anonymous.enumerate() {
        for (scenario, taken) in workshop.assignments() {
            for (participant, persona) in taken {
                let cell: Option<&mut Behind> = cells.cell_mut(persona, scenario);
                if let Some(cell) = cell {
                    cell.people.insert((index, *participant));
                }
            }
        }
        for contribution in counted(workshop) {
            let persona = contribution.persona.as_ref();
            let cell = persona.and_then(|own| cells.cell_mut(own, &contribution.scenario));
            if let Some(cell) = cell {
                cell.said += 1;
            }
        }
    }
    cells.rows().map(|(_, row)| row.to_vec()).collect()
}

/// The personas with a thin cell, and as many more as it takes for at least five people to stand behind what is
/// missing in each column: otherwise the columns' totals would tell it.
fn thin(
    rows: &[(&PersonaId, Vec<&Behind>)],
    mut found: BTreeSet<PersonaId>,
) -> BTreeSet<PersonaId> {
    let is_thin = |row: &[&Behind]| row.iter().any(|cell| cell.is_thin());
    found.extend(
        rows.iter()
            .filter(|(_, row)| is_thin(row))
            .map(|(persona, _)| (*persona).clone()),
    );
    let columns = rows.first().map_or(0, |(_, row)| row.len());
    while let Some(more) = (0..columns).find_map(|column| exposed(rows, &found, column)) {
        found.insert(more.clone());
    }
    found
}

/// Who has to be left out of a column too, if anybody.
fn exposed<'a>(
    rows: &[(&'a PersonaId, Vec<&Behind>)],
    found: &BTreeSet<PersonaId>,
    column: usize,
) -> Option<&'a PersonaId> {
    let cells = || {
        let here = rows
            .iter()
            .filter_map(|(persona, row)| Some((*persona, *row.get(column)?)));
        here.filter(|(_, cell)| !cell.is_empty())
    };
    let mut missing = Behind::default();
    let out = cells().filter(|(persona, _)| found.contains(*persona));
    out.for_each(|(_, cell)| missing.join(cell));
    let others = cells().filter(|(persona, _)| !found.contains(*persona));
    let fewest = others.min_by_key(|(_, cell)| cell.people.len());
    fewest
        .filter(|_| missing.is_thin())
        .map(|(persona, _)| persona)
}

/// Takes out the figures of organisations that few people come from, and says how many those are.
pub(super) fn blank(organisations: &mut [Organisation]) -> usize {
    let (mut blanked, mut people) = (0, 0);
    for organisation in organisations.iter_mut() {
        if organisation.participants.is_some_and(|count| count < SMALL) {
            blanked += 1;
            people += organisation.participants.take().unwrap_or(0);
        }
    }
    while blanked > 0 && people < SMALL {
        let told = organisations
            .iter_mut()
            .filter(|one| one.participants.is_some());
        let Some(fewest) = told.min_by_key(|one| one.participants) else {
            break;
        };
        blanked += 1;
        people += fewest.participants.take().unwrap_or(0);
    }
    blanked
}
