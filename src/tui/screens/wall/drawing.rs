//! How the wall looks: how many cards there are, what is looked for, the card before everyone, and the cards in columns.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::face::{Face, Groups, group_words, groups};
use super::order::{Arrangement, Band, Hanging, Section};
use super::{Wall, columns, leads, spotlight};
use crate::id::ContributionId;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::{after, below, highlight, list, prose};
use crate::vocabulary::{Kind, Role};

/// Cells between two columns of cards.
const GAP: u16 = 2;
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

fn parts(wall: &Wall, scene: &Scene<'_>, area: Rect) -> Parts {
    let inner = Rect {
        width: area.width.saturating_sub(1),
        ..after(area, 1)
    };
    let spotlight = spotlight::card(scene).map_or(0, |card| spotlight::rows(card, inner));
    // The line is mostly empty; what stands in it gets air below where there is room.
    let is_said = wall.is_narrowed() || wall.light.is_on(scene);
    let line = if is_said {
        1 + spotlight::air(inner)
    } else {
        1
    };
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
        spotlight: row(1 + line, spotlight),
        cards: below(inner, 1 + line + spotlight),
    }
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
    let parts = parts(wall, scene, area);
    let hanging = wall.hanging(scene, columns(area.width));
    counts(wall, &hanging, scene, parts.counts, buf);
    let cursor = line(wall, &hanging, scene, parts.line, buf);
    if let Some(card) = spotlight::card(scene) {
        spotlight::draw(card, scene, parts.spotlight, buf);
    }
    if hanging.cards.is_empty() {
        empty(wall, scene, parts.cards, buf);
        return cursor;
    }
    let groups = groups(scene);
    let sight = sight(wall, &hanging, &groups, scene, parts.cards);
    for (section, count, place) in sight.headings {
        let words = heading(section, count, wall, &groups, scene);
        draw_heading(&words, scene, place, buf);
    }
    let chosen = wall.at(&hanging.cards);
    let words = wall.search.words();
    for card in sight.cards {
        let drawn = card.face.card(card.at == chosen);
        drawn.draw(card.place, buf, scene.look);
        highlight::underline(&words, card.place, buf);
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
    let cards = parts(wall, scene, area).cards;
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

/// What cards stand under.
fn heading(
    section: Section,
    count: usize,
    wall: &Wall,
    groups: &Groups,
    scene: &Scene<'_>,
) -> String {
    let rest = match wall.arrangement {
        Arrangement::Persona => "wall-no-persona",
        Arrangement::Order | Arrangement::Group => "wall-rest",
    };
    match section {
        Section::Persona(at) => {
            let persona = scene.view.plan().personas.get(at);
            let role = persona.map_or("", |persona| scene.read(&persona.role));
            format!("{role} ({count})")
        }
        Section::Group(std::cmp::Reverse(group)) => {
            let words = groups
                .get(&group)
                .map_or_else(String::new, |group| group_words(group, scene));
            format!("{} {words}", scene.look.sign(Sign::Group))
        }
        Section::Rest | Section::All => scene.say_with(rest, &[("count", count.into())]),
    }
}

/// Draws what cards stand under, with a rule behind it.
fn draw_heading(words: &str, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let look = scene.look;
    let words = prose::cut(words, area.width, look);
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
