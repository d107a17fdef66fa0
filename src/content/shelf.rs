//! The library as it was written: trees by section and id, so that a plan can take an item and change one field of
//! it. Items are checked as they are put on their shelf, while it is known which file they come from.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fault::{At, FileError, Problem, Thing, Wanted};
use super::node::{Key, Node, Value};
use super::yaml::parse;
use super::{Presets, decode};
use crate::workshop::plan::{
    Card, Case, Challenge, Force, Notices, Persona, Prompt, Scenario, Script, Theme,
};

/// A part of a plan that is a list of things with an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The scenarios.
    Scenarios,
    /// The personas.
    Personas,
    /// The future needs.
    Themes,
    /// The driving forces.
    Forces,
    /// The trend cards.
    Cards,
    /// The cases.
    Cases,
    /// The challenges.
    Challenges,
    /// The closing prompts.
    Prompts,
    /// The scripts.
    Scripts,
}

impl Section {
    /// All of them, in the order of a plan.
    pub const ALL: [Self; 9] = [
        Self::Scenarios,
        Self::Personas,
        Self::Themes,
        Self::Forces,
        Self::Cards,
        Self::Cases,
        Self::Challenges,
        Self::Prompts,
        Self::Scripts,
    ];

    /// The field of a plan it stands in.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Scenarios => "scenarios",
            Self::Personas => "personas",
            Self::Themes => "themes",
            Self::Forces => "forces",
            Self::Cards => "cards",
            Self::Cases => "cases",
            Self::Challenges => "challenges",
            Self::Prompts => "prompts",
            Self::Scripts => "scripts",
        }
    }

    /// What its items are.
    #[must_use]
    pub const fn thing(self) -> Thing {
        match self {
            Self::Scenarios => Thing::Scenario,
            Self::Personas => Thing::Persona,
            Self::Themes => Thing::Theme,
            Self::Forces => Thing::Force,
            Self::Cards => Thing::Card,
            Self::Cases => Thing::Case,
            Self::Challenges => Thing::Challenge,
            Self::Prompts => Thing::Prompt,
            Self::Scripts => Thing::Script,
        }
    }

    /// The field that tells its items apart.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Scripts => "kind",
            Self::Scenarios
            | Self::Personas
            | Self::Themes
            | Self::Forces
            | Self::Cards
            | Self::Cases
            | Self::Challenges
            | Self::Prompts => "id",
        }
    }

    fn check(self, item: &Node<'_>) -> Result<(), FileError> {
        match self {
            Self::Scenarios => decode::<Scenario>(item).map(drop),
            Self::Personas => decode::<Persona>(item).map(drop),
            Self::Themes => decode::<Theme>(item).map(drop),
            Self::Forces => decode::<Force>(item).map(drop),
            Self::Cards => decode::<Card>(item).map(drop),
            Self::Cases => decode::<Case>(item).map(drop),
            Self::Challenges => decode::<Challenge>(item).map(drop),
            Self::Prompts => decode::<Prompt>(item).map(drop),
            Self::Scripts => decode::<Script>(item).map(drop),
        }
    }
}

/// All items, by section, and the two parts of the library that are no lists.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shelves {
    items: BTreeMap<Section, Vec<Node<'static>>>,
    pub(crate) notices: Node<'static>,
    pub(crate) presets: Node<'static>,
}

impl Default for Shelves {
    fn default() -> Self {
        let at = At::START;
        let value = Value::Map(Vec::new());
        let nothing = Node { at, value };
        Self {
            items: BTreeMap::new(),
            notices: nothing.clone(),
            presets: nothing,
        }
    }
}

impl Shelves {
    /// Takes in a file, by its name.
    pub(super) fn take(&mut self, path: &str, text: &str) -> Result<(), FileError> {
        let tree = parse(text.as_bytes())?.into_owned();
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let stem = name.split('.').next().unwrap_or(name);
        match stem {
            "cards" | "closing" if matches!(tree.value, Value::Map(_)) => self.take_parts(tree),
            "presets" => {
                self.presets = overlaid(&self.presets, tree)?;
                decode::<Presets>(&self.presets).map(drop)
            }
            _ => match Section::ALL
                .into_iter()
                .find(|section| section.field() == stem)
            {
                Some(section) => self.take_list(section, tree),
                None => self.put(Section::Personas, tree),
            },
        }
    }

    /// Takes a map in which sections stand beside notices.
    fn take_parts(&mut self, tree: Node<'static>) -> Result<(), FileError> {
        let at = tree.at;
        let mut notices = Vec::new();
        for (key, node) in entries(tree)? {
            let section = Section::ALL
                .into_iter()
                .find(|section| section.field() == &*key.text);
            match section {
                Some(section) => self.take_list(section, node)?,
                None => notices.push((key, node)),
            }
        }
        if notices.is_empty() {
            return Ok(());
        }
        let value = Value::Map(notices);
        self.notices = overlaid(&self.notices, Node { at, value })?;
        decode::<Notices>(&self.notices).map(drop)
    }

    fn take_list(&mut self, section: Section, tree: Node<'static>) -> Result<(), FileError> {
        let found = tree.found();
        let Value::List(items) = tree.value else {
            let wanted = Wanted::List;
            return Err(tree.at.says(Problem::Expected { wanted, found }));
        };
        items
            .into_iter()
            .try_for_each(|item| self.put(section, item))
    }

    fn put(&mut self, section: Section, item: Node<'static>) -> Result<(), FileError> {
        section.check(&item)?;
        let shelf = self.items.entry(section).or_default();
        let id = item.get(section.key()).and_then(Node::as_text);
        match shelf
            .iter_mut()
            .find(|known| known.get(section.key()).and_then(Node::as_text) == id)
        {
            Some(known) => *known = item,
            None => shelf.push(item),
        }
        Ok(())
    }

    /// The items of a section.
    pub(crate) fn items(&self, section: Section) -> &[Node<'static>] {
        self.items.get(&section).map_or(&[], Vec::as_slice)
    }

    /// One item.
    pub(crate) fn item(&self, section: Section, id: &str) -> Option<&Node<'static>> {
        self.items(section)
            .iter()
            .find(|item| item.get(section.key()).and_then(Node::as_text) == Some(id))
    }

    /// The ids of a section.
    pub(crate) fn ids(&self, section: Section) -> impl Iterator<Item = &str> {
        self.items(section)
            .iter()
            .filter_map(move |item| item.get(section.key()).and_then(Node::as_text))
    }

    /// The typed items of a section.
    pub(super) fn all<T: for<'a> Deserialize<'a>>(
        &self,
        section: Section,
    ) -> Result<Vec<T>, FileError> {
        self.items(section).iter().map(decode).collect()
    }
}

/// The fields of a map.
pub(crate) fn entries(node: Node<'_>) -> Result<Vec<(Key<'_>, Node<'_>)>, FileError> {
    let found = node.found();
    match node.value {
        Value::Map(entries) => Ok(entries),
        Value::Text { .. } | Value::List(_) => {
            let wanted = Wanted::Map;
            Err(node.at.says(Problem::Expected { wanted, found }))
        }
    }
}

/// The fields of `over`, and those of `under` that it leaves out, as if they had been written there too.
pub(crate) fn overlaid<'a>(under: &Node<'a>, over: Node<'a>) -> Result<Node<'a>, FileError> {
    let at = over.at;
    let mut fields = entries(over)?;
    if let Value::Map(known) = &under.value {
        for (key, node) in known {
            if !fields.iter().any(|(given, _)| given.text == key.text) {
                let text = key.text.clone();
                fields.push((Key { at, text }, node.standing(at)));
            }
        }
    }
    let value = Value::Map(fields);
    Ok(Node { at, value })
}

impl Node<'_> {
    /// The same, standing in another place of another file.
    pub(crate) fn standing(&self, at: At) -> Self {
        let value = match &self.value {
            Value::Text { text, plain } => Value::Text {
                text: text.clone(),
                plain: *plain,
            },
            Value::List(items) => Value::List(items.iter().map(|item| item.standing(at)).collect()),
            Value::Map(fields) => Value::Map(
                fields
                    .iter()
                    .map(|(key, node)| {
                        let text = key.text.clone();
                        (Key { at, text }, node.standing(at))
                    })
                    .collect(),
            ),
        };
        Self { at, value }
    }
}
