//! A plan written by hand: what it leaves out is filled in from the library and the presets, before it is read as a
//! whole. Everything is filled in on the tree, so that what was written keeps its place for errors.

use super::{Fields, NOTICES, PLAN, PRESET, map, plan};
use serde::Deserialize;

use crate::content::{
    At, Content, FileError, Found, Key, Node, Preset, Problem, Section, Thing, Value, Wanted,
    decode, first_unknown, overlaid,
};
use crate::id::ScenarioId;
use crate::language::Language;
use crate::locale::Locale;
use crate::moment::Moment;
use crate::text::{Title, fold};
use crate::vocabulary::{PersonaSet, PresetName, StepKind};
use crate::workshop::plan::Plan;

/// The dots a voter has where the plan does not say.
const DOTS: u64 = 5;

/// A plan before its room opens: it may still lack what is new for every room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    plan: Plan,
    named: bool,
    seeded: bool,
}

/// What is new when a room opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fresh {
    /// The time; its day, in UTC, becomes part of the session's id.
    pub at: Moment,
    /// A number by chance, for the end of the id and for the seed.
    pub chance: u64,
}

impl Draft {
    /// The plan as far as it is known. Until the room opens, its id may be no more than its title and its seed zero.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The plan of the room that opens now. An id or a seed the plan states itself is kept.
    #[must_use]
    pub fn open(self, fresh: &Fresh) -> Plan {
        let mut plan = self.plan;
        if !self.named {
            let time = fresh.at.to_string();
            let day = time.split('T').next().unwrap_or_default();
            let suffix = fresh.chance & 0xFFFF;
            let id = format!("{day}-{}-{suffix:04x}", plan.id);
            plan.id = id.parse().unwrap_or(plan.id);
        }
        if !self.seeded {
            // Small enough to be exact in any reader of JSON.
            plan.seed = fresh.chance >> 16;
        }
        plan
    }
}

pub(super) fn read(at: At, mut fields: Fields<'_>, content: &Content) -> Result<Draft, FileError> {
    let known: Vec<&str> = PLAN.into_iter().chain([NOTICES, PRESET]).collect();
    first_unknown(&fields, &known)?;
    fields.retain(|(_, node)| !node.is_nothing());
    let mut tree = map(at, fields);
    let named = tree.get("id").is_some();
    let seeded = tree.get("seed").is_some();
    fill_head(&mut tree)?;
    for section in Section::ALL {
        fill_section(&mut tree, section, content)?;
    }
    fill_agenda(&mut tree, content)?;
    let notices = match take(&mut tree, NOTICES) {
        Some(given) => overlaid(&content.shelves().notices, given)?,
        None => content.shelves().notices.standing(at),
    };
    put(&mut tree, NOTICES, notices);
    let plan: Plan = decode(&tree)?;
    plan::check(&plan, &tree)?;
    Ok(Draft {
        plan,
        named,
        seeded,
    })
}

fn take<'a>(tree: &mut Node<'a>, field: &str) -> Option<Node<'a>> {
    let Value::Map(fields) = &mut tree.value else {
        return None;
    };
    let index = fields.iter().position(|(key, _)| *key.text == *field)?;
    Some(fields.remove(index).1)
}

fn put<'a>(tree: &mut Node<'a>, field: &'static str, node: Node<'a>) {
    if let Value::Map(fields) = &mut tree.value {
        let (at, text) = (node.at, field.into());
        fields.push((Key { at, text }, node));
    }
}

fn put_if_absent<'a>(tree: &mut Node<'a>, field: &'static str, make: impl FnOnce(At) -> Node<'a>) {
    if tree.get(field).is_none() {
        let node = make(tree.at);
        put(tree, field, node);
    }
}

fn fill_head(tree: &mut Node<'_>) -> Result<(), FileError> {
    put_if_absent(tree, "language", |at| {
        Node::text(at, Language::default().as_str())
    });
    let language: Language = field(tree, "language")?.unwrap_or_default();
    put_if_absent(tree, "title", |at| {
        Node::text(at, &Locale::new(language).say("session-default-title"))
    });
    let title: Option<Title> = field(tree, "title")?;
    let stem = stem(title.as_ref().map_or("", Title::as_str));
    put_if_absent(tree, "id", |at| Node::text(at, &stem));
    put_if_absent(tree, "anonymity", |at| Node::text(at, "pseudonymous"));
    put_if_absent(tree, "dots", |at| Node::number(at, DOTS));
    put_if_absent(tree, "seed", |at| Node::number(at, 0));
    Ok(())
}

/// A field of the plan that is needed before the plan is read as a whole.
fn field<'a, T: Deserialize<'a>>(tree: &'a Node<'a>, name: &str) -> Result<Option<T>, FileError> {
    let value = tree.get(name).map(decode).transpose();
    value.map_err(|mut error| {
        error.field = Some(name.to_owned());
        error
    })
}

/// The title as part of an id: its words, as many as leave room for a day and a suffix.
fn stem(title: &str) -> String {
    const ROOM: usize = 32;
    let mut stem = String::new();
    let folded = fold(title);
    let words = folded
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    for word in words {
        let dash = usize::from(!stem.is_empty());
        if stem.len() + dash + word.len() > ROOM {
            break;
        }
        if dash == 1 {
            stem.push('-');
        }
        stem.push_str(word);
    }
    if stem.is_empty() {
        stem.push_str("workshop");
    }
    stem
}

fn fill_section(tree: &mut Node<'_>, section: Section, content: &Content) -> Result<(), FileError> {
    let given = take(tree, section.field());
    let items = match given {
        None => {
            let at = tree.at;
            let all = content.shelves().items(section).iter();
            let items = all
                .filter(|item| has_its_place(tree, section, item))
                .map(|item| item.standing(at))
                .collect();
            let value = Value::List(items);
            Node { at, value }
        }
        Some(given) => chosen(given, section, content)?,
    };
    put(tree, section.field(), items);
    Ok(())
}

/// Whether an item of the library fits a plan that chose its own forces or themes.
fn has_its_place(tree: &Node<'_>, section: Section, item: &Node<'_>) -> bool {
    let (field, home) = match section {
        Section::Cards => ("force", Section::Forces),
        Section::Cases => ("theme", Section::Themes),
        Section::Scenarios
        | Section::Personas
        | Section::Themes
        | Section::Forces
        | Section::Challenges
        | Section::Prompts
        | Section::Scripts => return true,
    };
    let id = item.get(field).and_then(Node::as_text);
    match tree.get(home.field()).map(|node| &node.value) {
        Some(Value::List(homes)) => homes
            .iter()
            .any(|home| home.get("id").and_then(Node::as_text) == id),
        Some(Value::Text { .. } | Value::Map(_)) | None => true,
    }
}

/// The items a plan names: by id alone, by id with fields that differ from the library's, or whole.
fn chosen<'a>(given: Node<'a>, section: Section, content: &Content) -> Result<Node<'a>, FileError> {
    let at = given.at;
    let found = given.found();
    let items = match given.value {
        Value::List(items) => items,
        Value::Text { text, .. } if section == Section::Personas => {
            set_of_personas(at, &text, content)?
        }
        Value::Text { .. } | Value::Map(_) => {
            let wanted = Wanted::List;
            let mut error = at.says(Problem::Expected { wanted, found });
            error.field = Some(section.field().to_owned());
            return Err(error);
        }
    };
    let items: Result<Vec<Node<'_>>, FileError> = items
        .into_iter()
        .map(|item| one(item, section, content))
        .collect();
    let value = Value::List(items?);
    Ok(Node { at, value })
}

fn set_of_personas(at: At, name: &str, content: &Content) -> Result<Vec<Node<'static>>, FileError> {
    let set: Result<PersonaSet, _> = name.parse();
    match set {
        Ok(set) => Ok(content
            .persona_set(set)
            .iter()
            .map(|id| Node::text(at, id.as_str()))
            .collect()),
        Err(error) => Err(at.says(Problem::unknown(Thing::PersonaSet, name, &error.known))),
    }
}

fn one<'a>(item: Node<'a>, section: Section, content: &Content) -> Result<Node<'a>, FileError> {
    let shelves = content.shelves();
    let at = item.at;
    let missing = |at: At, id: &str| {
        let known: Vec<&str> = shelves.ids(section).collect();
        at.says(Problem::unknown(section.thing(), id, &known))
    };
    match &item.value {
        Value::Text { .. } => match item.found() {
            Found::Text(id) => shelves
                .item(section, &id)
                .map(|known| known.standing(at))
                .ok_or_else(|| missing(at, &id)),
            Found::Nothing | Found::List | Found::Map => not_an_item(&item),
        },
        Value::Map(fields) => {
            let id = item.get(section.key());
            match id
                .and_then(Node::as_text)
                .map(|id| shelves.item(section, id))
            {
                Some(Some(known)) => overlaid(known, item),
                // An id alone was meant to be one of the library's.
                Some(None) if fields.len() == 1 => {
                    let id = id.map_or((at, ""), |id| (id.at, id.as_text().unwrap_or_default()));
                    Err(missing(id.0, id.1))
                }
                Some(None) | None => Ok(item),
            }
        }
        Value::List(_) => not_an_item(&item),
    }
}

/// Says what an item should have been.
fn not_an_item<'a>(item: &Node<'_>) -> Result<Node<'a>, FileError> {
    let (wanted, found) = (Wanted::Map, item.found());
    Err(item.at.says(Problem::Expected { wanted, found }))
}

fn fill_agenda(tree: &mut Node<'_>, content: &Content) -> Result<(), FileError> {
    let preset = match take(tree, PRESET) {
        Some(node) => content.preset(preset_named(&node)?),
        None => content.preset(PresetName::Full),
    };
    let mut agenda = match take(tree, "agenda") {
        Some(given) => given,
        None => agenda_of(preset, &scenarios_of(tree), tree.at),
    };
    if let Value::List(steps) = &mut agenda.value {
        number(steps);
        for step in steps {
            fill_minutes(step, preset, content);
        }
    }
    put(tree, "agenda", agenda);
    Ok(())
}

fn preset_named(node: &Node<'_>) -> Result<PresetName, FileError> {
    let name: &str = decode(node)?;
    let preset: Result<PresetName, _> = name.parse();
    preset.map_err(|error| {
        node.at
            .says(Problem::unknown(Thing::Preset, name, &error.known))
    })
}

/// The scenarios a plan lists, as far as their ids can be read; what cannot is refused with the rest of the plan.
fn scenarios_of(tree: &Node<'_>) -> Vec<ScenarioId> {
    match tree.get(Section::Scenarios.field()).map(|node| &node.value) {
        Some(Value::List(items)) => items
            .iter()
            .filter_map(|item| item.get("id").and_then(Node::as_text)?.parse().ok())
            .collect(),
        Some(Value::Text { .. } | Value::Map(_)) | None => Vec::new(),
    }
}

fn agenda_of(preset: &Preset, scenarios: &[ScenarioId], at: At) -> Node<'static> {
    let steps = preset.agenda(scenarios).map(|(step, scenario)| {
        let mut node = map(at, Vec::new());
        put(&mut node, "kind", Node::text(at, step.kind.as_str()));
        if let Some(scenario) = scenario {
            put(&mut node, "scenario", Node::text(at, scenario.as_str()));
        }
        put(&mut node, "minutes", Node::number(at, step.minutes.into()));
        node
    });
    let value = Value::List(steps.collect());
    Node { at, value }
}

/// Gives every step without an id the next free one: `s01`, `s02` and so on, by its place in the agenda.
fn number(steps: &mut [Node<'_>]) {
    let given: Vec<String> = steps
        .iter()
        .filter_map(|step| step.get("id").and_then(Node::as_text).map(str::to_owned))
        .collect();
    let mut next = 0_usize;
    for step in steps {
        next += 1;
        if step.get("id").is_some() || !matches!(step.value, Value::Map(_)) {
            continue;
        }
        let mut id = format!("s{next:02}");
        while given.contains(&id) {
            next += 1;
            id = format!("s{next:02}");
        }
        put_if_absent(step, "id", |at| Node::text(at, &id));
    }
}

fn fill_minutes(step: &mut Node<'_>, preset: &Preset, content: &Content) {
    let kind: Option<StepKind> = step.get("kind").and_then(|node| decode(node).ok());
    let planned = kind.and_then(|kind| {
        let full = content.preset(PresetName::Full);
        preset.minutes(kind).or_else(|| full.minutes(kind))
    });
    if let Some(minutes) = planned {
        put_if_absent(step, "minutes", |at| Node::number(at, minutes.into()));
    }
}
