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
use super::session::{Session, counted};
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
    /// How many organisations have no figure that is told. Where even their names would tell one, those are left out too.
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
            withheld.organisations += blank(session);
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
/// missing in each column, and for nobody's figure to follow from it: otherwise the columns' totals would tell.
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
        rows.iter()
            .filter_map(|(persona, row)| Some((*persona, *row.get(column)?)))
    };
    let (mut missing, mut personas) = (Behind::default(), 0);
    let out = cells().filter(|(persona, cell)| found.contains(*persona) && !cell.is_empty());
    for (_, cell) in out {
        missing.join(cell);
        personas += 1;
    }
    // What is missing is one persona's alone, or one contribution or person of each.
    let is_exact = match personas {
        0 => false,
        1 => missing.is_thin(),
        _several => [missing.said, missing.people.len()].contains(&personas),
    };
    // Whoever said nothing is told to have said nothing, unless that leaves only one who said it all.
    let others = cells().filter(|(persona, _)| !found.contains(*persona));
    others
        .min_by_key(|(_, cell)| (cell.is_empty(), cell.people.len()))
        .filter(|(_, cell)| is_exact || missing.is_thin() && !cell.is_empty())
        .map(|(persona, _)| persona)
}

/// What is missing of the figures by organisation of one session. All people together are told, so how many these are is
/// known, and where a name stands there is somebody behind it.
#[derive(Debug, Default)]
struct Missing {
    figures: usize,
    people: usize,
    /// Whether some of them may be of many people.
    of_many: bool,
}

impl Missing {
    fn take(&mut self, figure: &mut Option<usize>) {
        if let Some(people) = figure.take() {
            self.figures += 1;
            self.people += people;
        }
    }

    /// Whether it tells a figure of few people: all of it, or that as few or as many as it may be stand behind each.
    const fn tells(&self) -> bool {
        let (least, most) = (self.figures, self.figures * (SMALL - 1));
        let is_exact = self.people == least || !self.of_many && self.people == most;
        self.figures > 0 && (self.people < SMALL || is_exact)
    }
}

/// Takes out the figures of organisations that few people come from, and as many more as it takes for those not to follow
/// from what is left: first that of the people from none, then those of the smallest organisations, and where all
/// together are too few, the names. Says how many organisations that are.
fn blank(session: &mut Session) -> usize {
    let organisations = &mut session.organisations;
    let of_few = |people: Option<usize>| people.is_some_and(|people| people < SMALL);
    let mut missing = Missing::default();
    for organisation in organisations.iter_mut() {
        if of_few(organisation.participants) {
            missing.take(&mut organisation.participants);
        }
    }
    // Whether that is told must not depend on how many the others are: it would tell that.
    if missing.figures > 0 && session.without_organisation != Some(0) {
        missing.take(&mut session.without_organisation);
        missing.of_many = true;
    }
    while missing.tells() {
        let told = organisations
            .iter_mut()
            .filter(|one| one.participants.is_some());
        let Some(fewest) = told.min_by_key(|one| one.participants) else {
            session.without_organisation = None;
            return std::mem::take(organisations).len();
        };
        missing.take(&mut fewest.participants);
        missing.of_many = true;
    }
    let blanked = organisations
        .iter()
        .filter(|one| one.participants.is_none());
    blanked.count()
}
