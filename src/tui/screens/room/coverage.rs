//! Which persona is seen in which scenario, by how many people: a row per persona, a column per scenario, and a sign
//! where nobody looks.

use std::collections::BTreeMap;

use ratatui::text::{Line, Span};

use super::panel::Panel;
use crate::id::PersonaId;
use crate::tui::intent::Intent;
use crate::tui::look::{Look, Paint, Sign};
use crate::tui::popup::Reader;
use crate::tui::scene::Scene;
use crate::tui::widget::prose;

/// The cells of a column.
const COLUMN: u16 = 4;

/// How many people take a persona, scenario by scenario in the order of the plan; nothing where the scenario has not
/// begun.
fn rows<'a>(scene: &Scene<'a>) -> Vec<(&'a str, Vec<Option<u32>>)> {
    let plan = scene.view.plan();
    let assignments = scene.view.assignments();
    let taken: Vec<Option<BTreeMap<&PersonaId, u32>>> = plan
        .scenarios
        .iter()
        .map(|scenario| {
            let cells = assignments.get(&scenario.id);
            let cells = cells.filter(|cells| !cells.is_empty())?;
            let mut taken = BTreeMap::new();
            for persona in cells.values() {
                *taken.entry(persona).or_default() += 1;
            }
            Some(taken)
        })
        .collect();
    let row = |persona: &'a crate::workshop::plan::Persona| {
        let counts = taken.iter().map(|taken| {
            let taken = taken.as_ref()?;
            Some(taken.get(&persona.id).copied().unwrap_or(0))
        });
        (scene.read(&persona.role), counts.collect())
    };
    plan.personas.iter().map(row).collect()
}

/// The matrix as lines: the numbers of the scenarios, the personas, and which number is which scenario.
fn lines(scene: &Scene<'_>, width: u16) -> Vec<Line<'static>> {
    let look = scene.look;
    let scenarios = &scene.view.plan().scenarios;
    let rows = rows(scene);
    let columns = u16::try_from(scenarios.len()).unwrap_or(0);
    let room = width.saturating_sub(columns.saturating_mul(COLUMN));
    let names = rows.iter().map(|(role, _)| prose::width(role));
    let head = usize::from(names.max().unwrap_or(0).min(room));
    let quiet = look.style(Paint::Quiet);
    let numbers = (1..=columns).map(|number| Span::styled(format!("{number:>4}"), quiet));
    let air = Span::raw(format!("{:head$}", ""));
    let mut lines = vec![Line::from(
        std::iter::once(air).chain(numbers).collect::<Vec<_>>(),
    )];
    for (role, counts) in rows {
        let role = prose::cut(role, u16::try_from(head).unwrap_or(u16::MAX), look);
        let air = head.saturating_sub(usize::from(prose::width(&role)));
        let mut spans = vec![Span::styled(
            format!("{role}{:air$}", ""),
            look.style(Paint::Text),
        )];
        spans.extend(counts.into_iter().map(|count| cell(count, look)));
        lines.push(Line::from(spans));
    }
    for (index, scenario) in scenarios.iter().enumerate() {
        let is_here = scene.view.scenario() == Some(&scenario.id);
        let sign = if is_here { Sign::Now } else { Sign::Next };
        let title = scene.read(&scenario.title);
        let words = format!("{} {} {title}", look.sign(sign), index + 1);
        lines.push(Line::styled(words, quiet));
    }
    let nobody = scene.say("room-nobody");
    let legend = format!("{} {nobody}", look.sign(Sign::NoDot));
    lines.push(Line::styled(legend, look.style(Paint::Warn)));
    lines
}

fn cell(count: Option<u32>, look: Look) -> Span<'static> {
    let (words, paint) = match count {
        None => (look.sign(Sign::Next).to_owned(), Paint::Quiet),
        Some(0) => (look.sign(Sign::NoDot).to_owned(), Paint::Warn),
        Some(count) => (count.to_string(), Paint::Strong),
    };
    let air = usize::from(COLUMN.saturating_sub(prose::width(&words)));
    Span::styled(format!("{:air$}{words}", ""), look.style(paint))
}

/// How many cells of the scenarios that have begun are empty.
fn empty(scene: &Scene<'_>) -> usize {
    let rows = rows(scene);
    let cells = rows.iter().flat_map(|(_, counts)| counts);
    cells.filter(|count| **count == Some(0)).count()
}

/// The matrix as a panel.
pub(super) fn panel(scene: &Scene<'_>, width: u16) -> Panel {
    if scene.view.is_anonymous() {
        let secret = scene.say("room-coverage-secret");
        return Panel::new(scene.say("room-coverage")).text(
            &secret,
            Paint::Quiet,
            width,
            scene.look,
        );
    }
    let empty = scene.say_with("room-empty-cells", &[("count", empty(scene).into())]);
    Panel::new(scene.say("room-coverage"))
        .note(empty)
        .lines(lines(scene, width))
}

/// The matrix over the whole screen.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Intent> {
    let text = if scene.view.is_anonymous() {
        scene.say("room-coverage-secret")
    } else {
        let lines: Vec<String> = lines(scene, 74).iter().map(Line::to_string).collect();
        lines.join("\n")
    };
    let title = scene.say("room-coverage");
    vec![Intent::Open(Box::new(Reader::fixed(title, text)))]
}
