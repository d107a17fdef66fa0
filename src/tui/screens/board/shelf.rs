//! The columns of the board: a head with the key, the count and the name of a theme, and the cards under it.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::deck::{Column, Deck};
use super::ground::{Columns, HEAD, Part, right_of, rows, top, under};
use crate::id::ContributionId;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::prose;
use crate::workshop::entry::{Contribution, Place};

/// The cards that are marked, each with the place that was shown for it at that moment.
pub(in crate::tui::screens) type Marked = BTreeMap<ContributionId, Option<Place>>;

/// The columns as they are drawn.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui::screens) struct Shelf<'a> {
    /// The cards.
    pub(in crate::tui::screens) deck: &'a Deck,
    /// Where the columns stand.
    pub(in crate::tui::screens) columns: Columns,
    /// The column that takes the keys.
    pub(in crate::tui::screens) focus: Option<usize>,
    /// The column a card is dragged to.
    pub(in crate::tui::screens) target: Option<usize>,
    /// The cards that are marked.
    pub(in crate::tui::screens) marked: &'a Marked,
}

/// A card in a column, as it is looked up for every frame.
pub(in crate::tui::screens) fn found<'a>(
    id: ContributionId,
    scene: &Scene<'a>,
) -> Option<&'a Contribution> {
    scene.view.contributions().get(&id)
}

/// The key of a column: a digit for each theme, and nought for none of them.
pub(in crate::tui::screens) fn key_of(column: usize, count: usize) -> String {
    if column + 1 == count {
        "0".to_owned()
    } else {
        (column + 1).to_string()
    }
}

/// How a column is painted: every theme in its own color, none of them in no color.
pub(in crate::tui::screens) const fn paint_of(column: usize, count: usize) -> Paint {
    if column + 1 == count {
        Paint::Quiet
    } else {
        Paint::Theme(column)
    }
}

/// What a place is called.
pub(in crate::tui::screens) fn name_of(place: &Place, scene: &Scene<'_>) -> String {
    match place.theme() {
        Some(id) => {
            let theme = scene.view.plan().theme(id);
            theme.map_or_else(
                || id.to_string(),
                |theme| scene.read(&theme.title).to_owned(),
            )
        }
        None => scene.say("board-none"),
    }
}

impl Shelf<'_> {
    /// Draws the columns; `part` says which part of each is shown.
    pub(in crate::tui::screens) fn draw(
        &self,
        part: impl Fn(usize) -> Part,
        scene: &Scene<'_>,
        buf: &mut Buffer,
    ) {
        for (index, place) in self.columns.places() {
            if let Some(column) = self.deck.columns.get(index) {
                self.head(index, column, top(place, HEAD), scene, buf);
                self.cards(index, column, part(index), under(place, HEAD), scene, buf);
            }
        }
    }

    fn head(
        &self,
        index: usize,
        column: &Column,
        place: Rect,
        scene: &Scene<'_>,
        buf: &mut Buffer,
    ) {
        let look = scene.look;
        let all = self.columns.count;
        let is_target = self.target == Some(index);
        let sign = match (is_target, self.focus == Some(index)) {
            (true, _) => look.sign(Sign::ArrowDown),
            (false, true) => look.sign(Sign::Selected),
            (false, false) => " ",
        };
        let paint = if is_target {
            Paint::Selected
        } else {
            paint_of(index, all)
        };
        let strong = look.style(Paint::Strong);
        let key = format!("{sign}{}", key_of(index, all));
        let seconds = match column.seconds {
            0 => String::new(),
            seconds => format!(" {}{seconds}", look.sign(Sign::Second)),
        };
        let count = format!("{}{seconds}", column.count);
        let style = look.style(paint);
        line(buf, top(place, 1), &key, strong.patch(style));
        let used = prose::width(&count).min(place.width);
        let right = right_of(top(place, 1), place.width - used);
        line(buf, right, &count, strong);
        let name = name_of(&column.place, scene);
        for (row, words) in (1..HEAD - 1).zip(prose::heading(&name, place.width, 2, look)) {
            line(buf, top(under(place, row), 1), &words, style);
        }
        let rule = look.sign(Sign::Rule).repeat(usize::from(place.width));
        line(buf, top(under(place, HEAD - 1), 1), &rule, style);
        // Columns that do not fit are told at the edges.
        let first = self.columns.first;
        let name = top(under(place, 2), 1);
        if index == first && first > 0 {
            line(buf, name, look.sign(Sign::ArrowLeft), strong);
        }
        let last = first + self.columns.shown;
        if index + 1 == last && last < all {
            let edge = right_of(name, place.width.saturating_sub(1));
            line(buf, edge, look.sign(Sign::ArrowRight), strong);
        }
    }

    fn cards(
        &self,
        index: usize,
        column: &Column,
        part: Part,
        place: Rect,
        scene: &Scene<'_>,
        buf: &mut Buffer,
    ) {
        let most = self.columns.card_rows();
        let shown = self.in_column(column, part, place, scene);
        let first = shown.first().map_or(0, |(index, _, _)| *index);
        for (card, id, row) in &shown {
            let is_chosen = self.focus == Some(index) && part == Part::Around(*card);
            if let Some(found) = found(**id, scene) {
                self.card(found, is_chosen, most, *row, scene, buf);
            }
        }
        // A bar beside every column would be louder than the cards.
        let below = first + shown.len() < column.cards.len();
        let arrows = [(first > 0, Sign::ArrowUp), (below, Sign::ArrowDown)];
        let arrows: String = arrows
            .iter()
            .filter(|(is_so, _)| *is_so)
            .map(|(_, sign)| scene.look.sign(*sign))
            .collect();
        let rule = Rect {
            y: place.y.saturating_sub(1),
            ..place
        };
        let end = right_of(rule, place.width.saturating_sub(prose::width(&arrows)));
        line(buf, top(end, 1), &arrows, scene.look.style(Paint::Strong));
    }

    /// Where the cards of a column stand in the part below its head.
    pub(in crate::tui::screens) fn in_column<'c>(
        &self,
        column: &'c Column,
        part: Part,
        place: Rect,
        scene: &Scene<'_>,
    ) -> Vec<(usize, &'c ContributionId, Rect)> {
        let most = self.columns.card_rows();
        rows(&column.cards, part, place, |id| {
            let text = found(*id, scene).map_or("", |found| found.text.as_str());
            height(text, most, place.width)
        })
    }

    /// A card: one row of its first words, or some rows of its text with its number and marks below.
    fn card(
        &self,
        found: &Contribution,
        is_chosen: bool,
        most: u16,
        place: Rect,
        scene: &Scene<'_>,
        buf: &mut Buffer,
    ) {
        let look = scene.look;
        let style = look.style(match (is_chosen, found.counts()) {
            (true, _) => Paint::Selected,
            (false, true) => Paint::Text,
            (false, false) => Paint::Quiet,
        });
        let sign = if self.marked.contains_key(&found.id) {
            Sign::Check.of(look.ascii)
        } else if is_chosen {
            look.sign(Sign::Selected)
        } else if most == 1 {
            mark(found, scene)
        } else {
            " "
        };
        line(buf, top(place, 1), sign, look.style(Paint::Strong));
        let text = right_of(place, INDENT);
        if most == 1 {
            let words = found.text.as_str().lines().next().unwrap_or_default();
            line(buf, text, &prose::cut(words, text.width, look), style);
            return;
        }
        let mut row = text;
        for words in clipped(found.text.as_str(), most, text.width, scene) {
            line(buf, top(row, 1), &words, style);
            row = under(row, 1);
        }
        let below = self.below(found, scene);
        let below = prose::cut(&below, row.width, look);
        line(buf, top(row, 1), &below, look.style(Paint::Quiet));
    }

    /// The number of a card and its marks; in brackets where it does not count.
    fn below(&self, found: &Contribution, scene: &Scene<'_>) -> String {
        let look = scene.look;
        let id = if found.counts() {
            found.id.to_string()
        } else {
            format!("({})", found.id)
        };
        let second = found.placement.as_ref().and_then(|put| put.second.as_ref());
        let second = second.and_then(|second| self.deck.column_of(second));
        let second = second.map(|second| {
            let key = key_of(second, self.columns.count);
            format!("{}{key}", look.sign(Sign::Second))
        });
        let sign = |is_so: bool, sign| is_so.then(|| look.sign(sign).to_owned());
        let parts = [
            Some(id),
            second,
            sign(found.group.is_some(), Sign::Group),
            sign(found.hidden, Sign::Hidden),
            own_choice(found, self.deck, scene),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The theme this participant put a card under.
pub(in crate::tui::screens) fn own_choice(
    card: &Contribution,
    deck: &Deck,
    scene: &Scene<'_>,
) -> Option<String> {
    let own = card.sorts.iter().find(|sort| sort.by == Some(scene.you))?;
    let column = deck.column_of(&own.primary)?;
    let key = key_of(column, deck.columns.len());
    Some(scene.say_with("board-yours", &[("key", key.into())]))
}

/// The one mark there is room for.
fn mark(found: &Contribution, scene: &Scene<'_>) -> &'static str {
    let has_second = found
        .placement
        .as_ref()
        .is_some_and(|put| put.second.is_some());
    match (found.hidden, has_second, found.group.is_some()) {
        (true, _, _) => scene.look.sign(Sign::Hidden),
        (_, true, _) => scene.look.sign(Sign::Second),
        (_, _, true) => scene.look.sign(Sign::Group),
        _ => " ",
    }
}

/// Cells the mark of a card takes, with air behind it.
const INDENT: u16 = 2;

/// The rows of a card, with one of air below it where it has several.
fn height(text: &str, most: u16, width: u16) -> u16 {
    if most == 1 {
        return 1;
    }
    let width = width.saturating_sub(INDENT).max(1);
    prose::height(text, width).min(most).saturating_add(2)
}

/// The first lines of a text; the last one says when there is more.
pub(in crate::tui::screens) fn clipped(
    text: &str,
    most: u16,
    width: u16,
    scene: &Scene<'_>,
) -> Vec<String> {
    let lines = prose::wrap(text, width);
    let most = usize::from(most);
    let is_cut = lines.len() > most;
    let shown = lines.iter().take(most).enumerate();
    shown
        .map(|(index, words)| {
            if is_cut && index + 1 == most {
                let mark = scene.look.sign(Sign::Ellipsis);
                let room = width.saturating_sub(1);
                // Cutting a line that fits changes nothing, so the mark is put behind it.
                let words = prose::cut(words, room, scene.look);
                format!("{}{mark}", words.trim_end_matches(mark).trim_end())
            } else {
                words.to_string()
            }
        })
        .collect()
}

/// A line of text at the start of a place.
pub(in crate::tui::screens) fn line(
    buf: &mut Buffer,
    place: Rect,
    words: &str,
    style: ratatui::style::Style,
) {
    if !place.is_empty() {
        buf.set_stringn(place.x, place.y, words, usize::from(place.width), style);
    }
}
