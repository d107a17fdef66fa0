//! Which sessions there are: sorted, narrowed down to what is looked for, some of them marked. Everything is held by
//! the path of its file, because files appear and vanish while somebody reads.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::digest::Digest;
use super::search::Needle;
use super::{Stamp, Unkept};
use crate::text::{Lines, clean, fold};

/// A file that is a session, or should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it is.
    pub path: PathBuf,
    /// What it was like when it was read.
    pub stamp: Stamp,
    /// What is in it, or why that cannot be read.
    pub content: Result<Box<Digest>, String>,
    /// The organiser's notes beside it.
    pub notes: Option<String>,
    /// Notes that were typed and never kept.
    pub unkept: Option<Unkept>,
}

impl Entry {
    /// What the file is called, fit to be shown.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        clean(&name.to_string_lossy(), Lines::One)
    }

    /// What it is about, where it can be read.
    #[must_use]
    pub fn digest(&self) -> Option<&Digest> {
        self.content.as_deref().ok()
    }
}

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The day, the latest first.
    #[default]
    Date,
    /// The title.
    Title,
    /// The first organisation.
    Organisation,
    /// How many people, most first.
    Participants,
    /// How many contributions, most first.
    Contributions,
    /// How many scenarios, most first.
    Scenarios,
    /// How many hits, most first.
    Hits,
}

impl Sort {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Date,
        Self::Title,
        Self::Organisation,
        Self::Participants,
        Self::Contributions,
        Self::Scenarios,
        Self::Hits,
    ];
}

/// An entry with what a list needs to order and find it.
#[derive(Debug)]
struct Card {
    entry: Entry,
    title: String,
    organisation: String,
    notes: String,
    /// How often what is looked for occurs, where it does.
    hits: Option<usize>,
}

/// All there are.
#[derive(Debug, Default)]
pub struct Catalogue {
    cards: BTreeMap<PathBuf, Card>,
    /// How many there are, read or not.
    found: usize,
    needle: Needle,
    sort: Sort,
    is_reversed: bool,
    marked: BTreeSet<PathBuf>,
    order: Vec<PathBuf>,
}

impl Card {
    fn of(entry: Entry, needle: &Needle) -> Self {
        let digest = entry.digest();
        let organisations = digest.and_then(|digest| digest.organisations.first());
        let mut card = Self {
            title: digest.map_or_else(String::new, |digest| fold(digest.title.as_str())),
            organisation: organisations.map_or_else(String::new, |name| fold(name)),
            notes: folded_lines(entry.notes.as_deref().unwrap_or_default()),
            hits: None,
            entry,
        };
        card.find(needle);
        card
    }

    fn find(&mut self, needle: &Needle) {
        let name = fold(&self.entry.name());
        let (head, texts) = match &self.entry.content {
            Ok(digest) => (digest.head(), digest.texts()),
            Err(why) => (why.as_str(), ""),
        };
        // All words in one text, or all in what stands at the head of the session: together they mean something.
        let hits = needle.lines_in(texts) + needle.lines_in(&self.notes);
        let is_found = hits > 0 || needle.is_in(head) || needle.is_in(&name);
        self.hits = is_found.then_some(hits);
    }
}

fn folded_lines(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(fold).collect::<Vec<_>>().join("\n")
}

impl Catalogue {
    /// Takes in how many there are.
    pub const fn expect(&mut self, found: usize) {
        self.found = found;
    }

    /// Takes in an entry, in place of what was known of its file.
    pub fn put(&mut self, mut entry: Entry) {
        if let Some(known) = self.cards.get_mut(&entry.path) {
            // What was typed here is never older than what was read.
            entry.unkept = known.entry.unkept.take();
        }
        let card = Card::of(entry, &self.needle);
        self.cards.insert(card.entry.path.clone(), card);
        self.found = self.found.max(self.cards.len());
    }

    /// Notes what is being typed about a session; none when it is kept or thrown away.
    pub fn note_unkept(&mut self, path: &Path, unkept: Option<Unkept>) {
        if let Some(card) = self.cards.get_mut(path) {
            card.entry.unkept = unkept;
        }
    }

    /// Forgets one that is not there any more.
    pub fn remove(&mut self, path: &Path) {
        self.cards.remove(path);
        self.marked.remove(path);
    }

    /// Looks for something else.
    pub fn look_for(&mut self, typed: &str) {
        self.needle = Needle::of(typed);
        for card in self.cards.values_mut() {
            card.find(&self.needle);
        }
        self.settle();
    }

    /// Sorts by something else; by the same again is the other way round.
    pub fn sort_by(&mut self, sort: Sort) {
        self.is_reversed = sort == self.sort && !self.is_reversed;
        self.sort = sort;
        self.settle();
    }

    /// Puts what is found in its order, after anything came or went.
    pub fn settle(&mut self) {
        let found = self.cards.values().filter(|card| card.hits.is_some());
        let mut found: Vec<&Card> = found.collect();
        found.sort_by(|one, other| self.compare(one, other));
        self.order = found.iter().map(|card| card.entry.path.clone()).collect();
    }

    /// What cannot be read comes last, whichever way the rest is sorted.
    fn compare(&self, one: &Card, other: &Card) -> Ordering {
        let by_path = || one.entry.path.cmp(&other.entry.path);
        let (first, second) = match (one.entry.digest(), other.entry.digest()) {
            (Some(first), Some(second)) => (first, second),
            (first, second) => {
                let unread = |digest: Option<&Digest>| digest.is_none();
                return unread(first).cmp(&unread(second)).then_with(by_path);
            }
        };
        let by_date = || second.opened_at.cmp(&first.opened_at);
        let wanted = match self.sort {
            Sort::Date => by_date(),
            Sort::Title => one.title.cmp(&other.title),
            // Those without one come behind the others.
            Sort::Organisation => (one.organisation.is_empty(), &one.organisation)
                .cmp(&(other.organisation.is_empty(), &other.organisation)),
            Sort::Participants => second.participants.cmp(&first.participants),
            Sort::Contributions => second.contributions.cmp(&first.contributions),
            Sort::Scenarios => second.scenarios_run.cmp(&first.scenarios_run),
            Sort::Hits => other.hits.cmp(&one.hits),
        };
        let wanted = if self.is_reversed {
            wanted.reverse()
        } else {
            wanted
        };
        wanted.then_with(by_date).then_with(by_path)
    }

    /// What is shown, in its order.
    #[must_use]
    pub fn order(&self) -> &[PathBuf] {
        &self.order
    }

    /// What is known of a file.
    #[must_use]
    pub fn entry(&self, path: &Path) -> Option<&Entry> {
        self.cards.get(path).map(|card| &card.entry)
    }

    /// How often what is looked for occurs in it.
    #[must_use]
    pub fn hits(&self, path: &Path) -> usize {
        let card = self.cards.get(path);
        card.and_then(|card| card.hits).unwrap_or(0)
    }

    /// What is looked for.
    #[must_use]
    pub const fn needle(&self) -> &Needle {
        &self.needle
    }

    /// What it is sorted by, and whether the other way round.
    #[must_use]
    pub const fn sorted(&self) -> (Sort, bool) {
        (self.sort, self.is_reversed)
    }

    /// How many there are, and how many of them were read.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.found.max(self.cards.len()), self.cards.len())
    }

    /// How many cannot be read.
    #[must_use]
    pub fn unreadable(&self) -> usize {
        let cards = self.cards.values();
        cards.filter(|card| card.entry.content.is_err()).count()
    }

    /// Marks one that can be read, or takes its mark away.
    pub fn mark(&mut self, path: &Path) {
        let is_readable = self.entry(path).is_some_and(|entry| entry.content.is_ok());
        if is_readable && !self.marked.remove(path) {
            self.marked.insert(path.to_owned());
        }
    }

    /// Marks all that are shown and can be read; where they are, takes all marks away.
    pub fn mark_all(&mut self) {
        let shown = self.order.iter();
        let readable: BTreeSet<PathBuf> = shown
            .filter(|path| self.entry(path).is_some_and(|entry| entry.content.is_ok()))
            .cloned()
            .collect();
        if readable.is_subset(&self.marked) {
            self.marked.clear();
        } else {
            self.marked.extend(readable);
        }
    }

    /// Whether it is marked.
    #[must_use]
    pub fn is_marked(&self, path: &Path) -> bool {
        self.marked.contains(path)
    }

    /// The marked ones, in the order in which they are shown; those that are not shown come behind.
    #[must_use]
    pub fn marked(&self) -> Vec<PathBuf> {
        let is_shown = |path: &&PathBuf| self.order.contains(path);
        let shown = self.order.iter().filter(|path| self.is_marked(path));
        let others = self.marked.iter().filter(|path| !is_shown(path));
        shown.chain(others).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unreadable(name: &str) -> Entry {
        Entry {
            path: PathBuf::from(name),
            stamp: Stamp::default(),
            content: Err(format!("{name}: kapot")),
            notes: None,
            unkept: None,
        }
    }

    #[test]
    fn what_cannot_be_read_is_found_by_its_name_and_is_never_marked() {
        let mut catalogue = Catalogue::default();
        catalogue.expect(3);
        catalogue.put(unreadable("b.yaml"));
        catalogue.put(unreadable("a.yaml"));
        catalogue.settle();
        assert_eq!(
            catalogue.order(),
            [Path::new("a.yaml"), Path::new("b.yaml")]
        );
        assert_eq!((catalogue.progress(), catalogue.unreadable()), ((3, 2), 2));
        catalogue.mark(Path::new("a.yaml"));
        catalogue.mark_all();
        assert_eq!(catalogue.marked(), Vec::<PathBuf>::new());
        catalogue.look_for("B.yaml");
        assert_eq!(catalogue.order(), [Path::new("b.yaml")]);
        catalogue.remove(Path::new("b.yaml"));
        catalogue.settle();
        assert!(catalogue.order().is_empty());
    }

    #[test]
    fn notes_are_found_line_by_line() {
        let mut catalogue = Catalogue::default();
        let mut noted = unreadable("a.yaml");
        noted.notes = Some("Werkdruk hoog\n\nwerkdruk, en hóóg\nlaag".to_owned());
        catalogue.put(noted);
        catalogue.look_for("hoog WERKDRUK");
        assert_eq!(catalogue.hits(Path::new("a.yaml")), 2);
    }
}
