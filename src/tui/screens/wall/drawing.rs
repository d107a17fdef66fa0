//! How the wall looks: how many cards there are, what is looked for, the card before everyone, and the cards in columns.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget as _};

use super::face::{Face, Groups, group_words, groups};
use super::order::{Band, Hanging, Section};
use super::{Wall, columns, leads};
use crate::id::ContributionId;
use crate::text::fold;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::{after, below, list, prose};
use crate::vocabulary::{Kind, Role};
use crate::workshop::entry::Contribution;

/// Cells between two columns of cards.
const GAP: u16 = 2;
/// Rows from which on there is air around the card before everyone.
const AIRY: u16 = 20;

/// A card that is in sight: its place, where it is drawn and what is on it.
struct Sighted<'a> {
    at: usize,
    place: Rect,
    face: Face<'a>,
}

/// The parts of the wall.
struct Parts {
    counts: Rect,
    line: Rect,
    spotlight: Rect,
    cards: Rect,
}

fn parts(scene: &Scene<'_>, area: Rect) -> Parts {
    let inner = Rect {
        width: area.width.saturating_sub(1),
        ..after(area, 1)
    };
    let rows = spotlit(scene).map_or(0, |card| spotlight_rows(card, inner));
    let row = |at: u16, height: u16| {
        let rest = below(inner, at);
        Rect {
            height: height.min(rest.height),
            ..rest
        }
    };
    Parts {
        counts: row(0, 1),
        line: row(1, 1),
        spotlight: row(2, rows),
        cards: below(inner, 2 + rows),
    }
}

fn spotlit<'a>(scene: &Scene<'a>) -> Option<&'a Contribution> {
    scene.view.contributions().get(&scene.view.spotlight()?)
}

fn air(inner: Rect) -> u16 {
    u16::from(inner.height >= AIRY)
}

fn spotlight_rows(card: &Contribution, inner: Rect) -> u16 {
    let width = inner.width.saturating_sub(6);
    let text = prose::height(card.text.as_str(), width);
    let rows = text.saturating_add(3).saturating_add(air(inner) * 2);
    rows.min(inner.height / 2)
}

/// What of the wall is in sight.
struct Sight<'a> {
    headings: Vec<(Section, usize, Rect)>,
    cards: Vec<Sighted<'a>>,
    first: usize,
    shown: usize,
}

pub(super) fn draw(
    wall: &Wall,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let parts = parts(scene, area);
    let hanging = wall.hanging(scene, columns(area.width));
    counts(wall, &hanging, scene, parts.counts, buf);
    let cursor = line(wall, &hanging, scene, parts.line, buf);
    if let Some(card) = spotlit(scene) {
        spotlight(card, scene, parts.spotlight, buf);
    }
    if hanging.cards.is_empty() {
        empty(wall, scene, parts.cards, buf);
        return cursor;
    }
    let groups = groups(scene);
    let sight = sight(wall, &hanging, &groups, scene, parts.cards);
    for (section, count, place) in sight.headings {
        heading(section, count, &groups, scene, place, buf);
    }
    let chosen = wall.at(&hanging.cards);
    let words = wall.search.words();
    for card in sight.cards {
        let drawn = card.face.card(card.at == chosen);
        drawn.draw(card.place, buf, scene.look);
        highlight(&words, card.place, buf);
    }
    let bands = hanging.bands.len();
    list::scrollbar(
        sight.first,
        sight.shown,
        bands,
        parts.cards,
        buf,
        scene.look,
    );
    cursor
}

/// The card at a place of the screen.
pub(super) fn card_at(
    wall: &Wall,
    scene: &Scene<'_>,
    area: Rect,
    at: Position,
) -> Option<ContributionId> {
    let hanging = wall.hanging(scene, columns(area.width));
    let cards = parts(scene, area).cards;
    let sight = sight(wall, &hanging, &groups(scene), scene, cards);
    let hit = sight.cards.iter().find(|card| card.place.contains(at))?;
    hanging.cards.get(hit.at).map(|card| card.id)
}

/// What of the wall is in sight around the chosen card. The heading of what is on top always stands on top.
fn sight<'a>(
    wall: &Wall,
    hanging: &Hanging<'a>,
    groups: &Groups,
    scene: &Scene<'_>,
    area: Rect,
) -> Sight<'a> {
    let columns = u16::try_from(columns(area.width.saturating_add(1))).unwrap_or(1);
    // The last column is the scroll bar's.
    let free = area.width.saturating_sub(1);
    let width = free.saturating_sub(GAP * (columns - 1)) / columns;
    let face = |at: usize| {
        let card = hanging.cards.get(at).copied();
        card.map(|card| Face::of(card, wall, groups, scene))
    };
    let height = |band: usize| match hanging.bands.get(band) {
        Some(Band::Cards(row)) => {
            let heights = row.clone().filter_map(face);
            let highest = heights.map(|face| face.card(false).height(width)).max();
            highest.unwrap_or(0).saturating_add(1)
        }
        Some(Band::Heading(..)) | None => 1,
    };
    let is_headed = matches!(hanging.bands.first(), Some(Band::Heading(..)));
    let rows = area.height.saturating_sub(u16::from(is_headed));
    let chosen = hanging.find(wall.at(&hanging.cards));
    let (first, shown) = list::window(chosen.unwrap_or(0), hanging.bands.len(), rows, height);
    let mut sight = Sight {
        headings: Vec::new(),
        cards: Vec::new(),
        first,
        shown,
    };
    let mut rest = area;
    let above = hanging.bands.iter().take(first + 1);
    let top = above.rev().find_map(|band| match band {
        Band::Heading(section, count) => Some((*section, *count)),
        Band::Cards(_) => None,
    });
    for (band, at) in hanging.bands.iter().zip(0..).skip(first).take(shown) {
        match (band, top) {
            (Band::Heading(section, count), _) => {
                sight.headings.push((*section, *count, head(rest)));
                rest = below(rest, 1);
            }
            (Band::Cards(_), Some((section, count))) if at == first => {
                sight.headings.push((section, count, head(rest)));
                rest = below(rest, 1);
            }
            (Band::Cards(_), _) => {}
        }
        if let Band::Cards(row) = band {
            let tall = height(at);
            for (column, card) in (0..columns).zip(row.clone()) {
                let place = after(rest, column * (width + GAP));
                let place = Rect {
                    width: width.min(place.width),
                    height: tall.saturating_sub(1).min(place.height),
                    ..place
                };
                sight.cards.extend(face(card).map(|face| Sighted {
                    at: card,
                    place,
                    face,
                }));
            }
            rest = below(rest, tall);
        }
    }
    sight
}

fn head(area: Rect) -> Rect {
    Rect {
        height: area.height.min(1),
        ..area
    }
}

/// How many cards hang here, in all and of each kind, and how they are arranged.
fn counts(wall: &Wall, hanging: &Hanging<'_>, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let look = scene.look;
    let shown = hanging.cards.len();
    let words = if wall.search.is_on() {
        let all = wall.all(scene).count();
        let counts = [("shown", shown.into()), ("all", all.into())];
        scene.say_with("wall-count-found", &counts)
    } else {
        scene.say_with("wall-count", &[("count", shown.into())])
    };
    let mut rest = after(
        area,
        prose::put(buf, area, &words, look.style(Paint::Strong)),
    );
    let arranged = scene.say(wall.arrangement.name());
    let arranged = if wall.is_whole {
        let between = look.sign(Sign::Between);
        format!("{} {between} {arranged}", scene.say("wall-whole"))
    } else {
        arranged
    };
    let taken = prose::width(&arranged).saturating_add(2);
    if rest.width > taken {
        prose::put_right(buf, rest, &arranged, look.style(Paint::Quiet));
        rest.width -= taken;
    }
    for kind in Kind::ALL {
        let count = hanging.cards.iter().filter(|card| card.kind == *kind);
        let words = format!("   {} {}", scene.locale.kind(*kind), count.count());
        if prose::width(&words) > rest.width {
            break;
        }
        let used = prose::put(buf, rest, &words, look.style(Paint::Kind(*kind)));
        rest = after(rest, used);
    }
}

/// What is looked for, how many cards are marked, or one's own light.
fn line(
    wall: &Wall,
    hanging: &Hanging<'_>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let look = scene.look;
    if wall.search.is_typing || wall.search.is_on() {
        let label = format!("{} ", scene.say("wall-search"));
        let used = prose::put(buf, area, &label, look.style(Paint::Title));
        let field = after(area, used);
        let cursor = wall.search.field().draw(field, buf, look);
        return cursor.filter(|_| wall.search.is_typing);
    }
    let marked = hanging
        .cards
        .iter()
        .filter(|card| wall.marked.contains(&card.id));
    let marked = marked.count();
    if marked > 0 {
        let sign = look.sign(Sign::Check);
        let words = scene.say_with("wall-marked", &[("count", marked.into())]);
        prose::put(
            buf,
            area,
            &format!("{sign} {words}"),
            look.style(Paint::Accent),
        );
    } else if scene.role == Role::Participant {
        wall.light.draw(scene, area, buf);
    }
    None
}

/// The card before everyone, large.
fn spotlight(card: &Contribution, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let look = scene.look;
    // One row of air below it.
    let area = Rect {
        height: area.height.saturating_sub(1),
        ..area
    };
    let between = look.sign(Sign::Between);
    let persona = card.persona.as_ref().map(|id| scene.role_of(id));
    let persona = persona.map(|role| format!(" {between} {role}"));
    let title = format!(
        " {} {} {between} {}{} ",
        look.sign(Sign::Spotlight),
        card.id,
        scene.locale.kind(card.kind),
        persona.unwrap_or_default()
    );
    let title = prose::cut(&title, area.width.saturating_sub(2), look);
    let block = Block::bordered()
        .border_set(look.border())
        .border_style(look.style(Paint::FrameFocus))
        .title(Line::styled(title, look.style(Paint::Title)));
    let inside = block.inner(area);
    block.render(area, buf);
    let rows = prose::height(card.text.as_str(), inside.width.saturating_sub(4));
    let spare = inside.height.saturating_sub(rows) / 2;
    let text = after(below(inside, spare), 2);
    let text = Rect {
        width: text.width.saturating_sub(2),
        ..text
    };
    let style = look.style(Paint::Strong);
    prose::flow(buf, text, card.text.as_str(), style);
    if rows > text.height {
        let last = below(text, text.height.saturating_sub(1));
        let mark = look.sign(Sign::Ellipsis);
        prose::put_right(buf, last, mark, look.style(Paint::Quiet));
    }
}

/// What cards stand under.
fn heading(
    section: Section,
    count: usize,
    groups: &Groups,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let look = scene.look;
    let words = match section {
        Section::Persona(at) => {
            let persona = scene.view.plan().personas.get(at);
            let role = persona.map_or("", |persona| scene.read(&persona.role));
            format!("{role} ({count})")
        }
        Section::Group(std::cmp::Reverse(group)) => {
            let words = groups
                .get(&group)
                .map_or_else(String::new, |group| group_words(group, scene));
            format!("{} {words}", look.sign(Sign::Group))
        }
        Section::Rest | Section::All => scene.say_with("wall-rest", &[("count", count.into())]),
    };
    let words = prose::cut(&words, area.width, look);
    let used = prose::put(buf, area, &words, look.style(Paint::Title));
    let rest = after(area, used.saturating_add(1));
    let rule = look
        .sign(Sign::Rule)
        .repeat(usize::from(rest.width.saturating_sub(2)));
    prose::put(buf, rest, &rule, look.style(Paint::Frame));
}

/// Why there is no card to see.
fn empty(wall: &Wall, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let key = if wall.search.is_on() {
        "wall-nothing-found"
    } else if leads(scene) {
        "wall-empty-facilitator"
    } else {
        "wall-empty"
    };
    let area = below(area, area.height / 3);
    let area = Rect {
        width: area.width.saturating_sub(1).min(60),
        ..area
    };
    prose::flow(buf, area, &scene.say(key), scene.look.style(Paint::Quiet));
}

/// Underlines in a card what was looked for. A word that is broken at the end of a row is not.
fn highlight(words: &[String], area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for row in area.top()..area.bottom() {
        for word in words {
            highlight_row(word, row, area, buf);
        }
    }
}

fn highlight_row(word: &str, row: u16, area: Rect, buf: &mut Buffer) {
    let fold_cell = |column: u16| fold(buf[(column, row)].symbol());
    let cells: Vec<(u16, String)> = (area.left()..area.right())
        .map(|column| (column, fold_cell(column)))
        .collect();
    let mut first = 0;
    while let Some(rest) = cells.get(first..) {
        let mut left = word;
        let matching = rest.iter().take_while(|(_, letters)| {
            let is_open = !left.is_empty();
            match left.strip_prefix(letters.as_str()).filter(|_| is_open) {
                Some(behind) if !letters.is_empty() => {
                    left = behind;
                    true
                }
                _ => false,
            }
        });
        let count = matching.count();
        if left.is_empty() {
            for (column, _) in rest.iter().take(count) {
                let cell = &mut buf[(*column, row)];
                cell.set_style(
                    cell.style()
                        .add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
                );
            }
        }
        if rest.is_empty() {
            return;
        }
        first += 1;
    }
}
