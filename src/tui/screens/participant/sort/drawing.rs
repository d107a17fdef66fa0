//! Draws the sorting screen: how far I am, the card, and the themes to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Widget as _};

use super::{Own, Sort, deck, own, place};
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screens::board::offer::{because, digit_of, named, suggests, trust_words};
use crate::tui::screens::participant::page::{Page, Scroll};
use crate::tui::widget::{self, prose};
use crate::workshop::entry::{Contribution, Place};
use crate::workshop::suggestion::Ranked;

/// From this height on, there is room for air and a frame.
const FRAMED: u16 = 17;
/// The widest the card and the themes get.
const WIDTH: u16 = 96;
/// The cells of the bar that says how far I am.
const BAR: u16 = 20;

/// Where everything stands.
struct Places {
    /// How far I am, and the done light.
    top: Rect,
    /// The card, with its frame.
    card: Rect,
    /// What is suggested, where participants are told.
    advice: Rect,
    /// What to do now.
    ask: Rect,
    /// The themes, and none of them.
    themes: Rect,
    /// Whether the card has a frame.
    is_framed: bool,
    /// The rows each theme has.
    each: u16,
}

impl Places {
    fn of(scene: &Scene<'_>, area: Rect) -> Self {
        let width = area.width.saturating_sub(2).min(WIDTH);
        let mut rest = Rect {
            x: area.x + (area.width - width) / 2,
            width,
            ..area
        };
        let mut take = |rows: u16| widget::take(&mut rest, rows);
        let themes = u16::try_from(scene.view.plan().themes.len()).unwrap_or(u16::MAX);
        let is_framed = area.height >= FRAMED;
        let air = u16::from(is_framed);
        // The row is kept where a card has no suggestion, so that the themes stay where they are.
        let advice = u16::from(scene.view.plan().suggestions.to_participants);
        // The rows around the card, when each theme has so many.
        let around = |each: u16| {
            themes
                .saturating_mul(each)
                .saturating_add(3 + advice + 3 * air)
        };
        let fits = |each: &u16| around(*each).saturating_add(6) <= area.height;
        let each = [3, 2].into_iter().find(fits).unwrap_or(1);
        let most = area.height.saturating_sub(around(each));
        let top = take(1);
        take(air);
        let card = take(most.clamp(3, 9));
        let advice = take(advice);
        take(air);
        let ask = take(1);
        take(air);
        Self {
            top,
            card,
            advice,
            ask,
            themes: rest,
            is_framed,
            each,
        }
    }

    /// Where the text of the card stands.
    fn text(&self) -> Rect {
        let card = self.card;
        if self.is_framed {
            Rect {
                x: card.x.saturating_add(2),
                y: card.y.saturating_add(1),
                width: card.width.saturating_sub(4),
                height: card.height.saturating_sub(2),
            }
        } else {
            Rect {
                y: card.y.saturating_add(1),
                height: card.height.saturating_sub(1),
                ..card
            }
        }
    }

    /// Where a digit stands.
    fn row(&self, index: usize) -> Option<Rect> {
        let index = u16::try_from(index).ok()?;
        let y = self.themes.y.checked_add(index.checked_mul(self.each)?)?;
        let place = Rect {
            y,
            height: self.each,
            ..self.themes
        };
        Some(place.intersection(self.themes)).filter(|place| !place.is_empty())
    }
}

/// The digits in the order they stand on the screen: the themes, and none of them last.
fn digits(scene: &Scene<'_>) -> impl Iterator<Item = usize> {
    let count = scene.view.plan().themes.len();
    (1..=count).chain(std::iter::once(0))
}

/// The digit of the theme that was clicked.
pub(super) fn digit_at(sort: &Sort, scene: &Scene<'_>, area: Rect, at: Position) -> Option<usize> {
    sort.card(scene)?;
    let places = Places::of(scene, area);
    let mut rows = digits(scene).enumerate();
    let hit = rows.find(|(row, _)| places.row(*row).is_some_and(|place| place.contains(at)));
    hit.map(|(_, digit)| digit)
}

/// Whether not all of the card's text can be seen.
pub(super) fn is_cut(card: &Contribution, scene: &Scene<'_>) -> bool {
    let main = Rect {
        height: scene.area.height.saturating_sub(2),
        ..scene.area
    };
    let inner = Places::of(scene, main).text();
    prose::height(card.text.as_str(), inner.width) > inner.height
}

/// Draws it.
pub(super) fn draw(sort: &Sort, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let places = Places::of(scene, area);
    let Some((at, card)) = sort.card(scene) else {
        return draw_nothing(sort, scene, &places, area, buf);
    };
    let deck = deck(scene);
    let sorted = deck.iter();
    let sorted = sorted.filter(|card| own(card, scene).primary.is_some());
    let (sorted, count) = (sorted.count(), deck.len());
    draw_top(sort, scene, (at + 1, sorted, count), places.top, buf);
    let mine = own(card, scene);
    draw_card(card, &mine, scene, &places, buf);
    draw_advice(card, scene, places.advice, buf);
    let (words, paint) = ask(sort, &mine, sorted == count, scene);
    line(&words, paint, scene, places.ask, buf);
    for (row, digit) in digits(scene).enumerate() {
        if let Some(place) = places.row(row) {
            draw_theme(digit, &mine, scene, place, buf);
        }
    }
}

fn line(text: &str, paint: Paint, scene: &Scene<'_>, place: Rect, buf: &mut Buffer) {
    if !place.is_empty() {
        let text = prose::cut(text, place.width, scene.look);
        let style = scene.look.style(paint);
        buf.set_stringn(place.x, place.y, text, usize::from(place.width), style);
    }
}

/// Nothing was dealt: somebody who came late, or a scenario in which nobody wrote.
fn draw_nothing(sort: &Sort, scene: &Scene<'_>, places: &Places, area: Rect, buf: &mut Buffer) {
    sort.light.draw(scene, places.top, buf);
    let mut page = Page::new(places.top.width, scene.look);
    page.say(&scene.say("my-sort-none"), Paint::Strong);
    page.say(&scene.say("my-sort-none-long"), Paint::Text);
    let place = Rect {
        y: area.y.saturating_add(2).min(area.bottom()),
        height: area.height.saturating_sub(2),
        ..places.top
    };
    Scroll::default().draw(&page, place, buf);
}

fn draw_top(
    sort: &Sort,
    scene: &Scene<'_>,
    (at, sorted, count): (usize, usize, usize),
    place: Rect,
    buf: &mut Buffer,
) {
    let place = sort.light.draw(scene, place, buf);
    let mut words = scene.say_with(
        "my-sort-at",
        &[
            ("at", at.into()),
            ("count", count.into()),
            ("sorted", sorted.into()),
        ],
    );
    let cells = usize::from(BAR);
    let full = cells * sorted / count.max(1);
    if prose::width(&words).saturating_add(BAR + 2) <= place.width {
        words.push_str("  ");
        words.push_str(&scene.look.sign(Sign::Full).repeat(full));
        words.push_str(&scene.look.sign(Sign::Empty).repeat(cells - full));
    }
    line(&words, Paint::Title, scene, place, buf);
}

fn draw_card(
    card: &Contribution,
    mine: &Own,
    scene: &Scene<'_>,
    places: &Places,
    buf: &mut Buffer,
) {
    let look = scene.look;
    let persona = card.persona.as_ref().map(|id| scene.role_of(id));
    let scenario = scene.view.plan().scenario(&card.scenario);
    let scenario = scenario.map(|scenario| scene.read(&scenario.title));
    let from: Vec<&str> = persona.into_iter().chain(scenario).collect();
    let from = from.join(&format!(" {} ", look.sign(Sign::Between)));
    let heading = format!("{}  {from}", scene.locale.kind(card.kind));
    let (sign, key, paint) = match (&mine.primary, mine.waits) {
        (_, true) => (Sign::Waiting, "my-waiting", Paint::Warn),
        (Some(_), false) => (Sign::Saved, "my-saved", Paint::Good),
        (None, false) => (Sign::Undone, "my-sort-open", Paint::Quiet),
    };
    let state = format!("{} {}", look.sign(sign), scene.say(key));
    let place = places.card;
    let inner = places.text();
    let head = Rect {
        x: inner.x,
        width: inner.width,
        height: place.height.min(1),
        ..place
    };
    if places.is_framed {
        Block::bordered()
            .border_set(look.border())
            .border_style(look.style(Paint::FrameFocus))
            .render(place, buf);
        let heading = prose::cut(&heading, head.width.saturating_sub(2), look);
        let heading = format!(" {heading} ");
        line(&heading, Paint::Kind(card.kind), scene, head, buf);
        let foot = Rect {
            y: place.bottom().saturating_sub(1),
            ..head
        };
        line(&format!(" {state} "), paint, scene, foot, buf);
    } else {
        let heading = format!("{} {heading}", look.sign(sign));
        line(&heading, Paint::Kind(card.kind), scene, head, buf);
    }
    let mut page = Page::painted(card.text.as_str(), Paint::Strong, inner.width, look);
    page.fit(inner.height);
    // A short text stands in the middle of its card.
    let rows = u16::try_from(page.rows()).unwrap_or(u16::MAX);
    let above = inner.height.saturating_sub(rows) / 2;
    let inner = Rect {
        y: inner.y.saturating_add(above),
        height: inner.height - above,
        ..inner
    };
    Scroll::default().draw(&page, inner, buf);
}

/// Where the tool would put the card and why, as far as there is room. Choosing is up to the
/// person.
fn draw_advice(card: &Contribution, scene: &Scene<'_>, place: Rect, buf: &mut Buffer) {
    let suggestion = card.suggestion.as_deref().filter(|_| suggests(scene));
    let Some(offered) = suggestion.and_then(|suggestion| suggestion.offered()) else {
        return;
    };
    let how = trust_words(offered.confidence, scene);
    let because = because(card).join(", ");
    let words = |theme: String, because: &str| {
        let mut variables = vec![("theme", theme.into()), ("how", how.as_str().into())];
        if because.is_empty() {
            return scene.say_with("my-sort-suggested", &variables);
        }
        variables.push(("words", because.into()));
        scene.say_with("my-sort-suggested-because", &variables)
    };
    let named = named(&offered.place, scene);
    // The name of the theme says more than the words that spoke for it.
    let choices = [words(named.clone(), &because), words(named, "")];
    let fits = |words: &String| prose::width(words) <= place.width;
    let words = choices.into_iter().find(fits);
    let words = words.unwrap_or_else(|| words_by_digit(offered, &how, scene));
    line(&words, Paint::Quiet, scene, place, buf);
}

/// The same where the name of the theme has no room.
fn words_by_digit(offered: &Ranked, how: &str, scene: &Scene<'_>) -> String {
    let digit = digit_of(&offered.place, scene);
    let variables = [("theme", digit.into()), ("how", how.into())];
    scene.say_with("my-sort-suggested", &variables)
}

/// The one thing to do now.
fn ask(sort: &Sort, mine: &Own, is_done: bool, scene: &Scene<'_>) -> (String, Paint) {
    let key = match (&mine.primary, sort.is_double) {
        (Some(_), true) => "my-sort-second",
        (None, true) => "my-sort-first",
        _ if is_done && sort.light.is_on(scene) => "my-sort-wait",
        _ if is_done => "my-sort-done",
        _ => "my-sort-ask",
    };
    let paint = if is_done && !sort.is_double {
        Paint::Good
    } else {
        Paint::Accent
    };
    (scene.say(key), paint)
}

/// A theme with its digit, its title and, where there is room, what it covers; marked where the card is in it.
fn draw_theme(digit: usize, mine: &Own, scene: &Scene<'_>, at: Rect, buf: &mut Buffer) {
    let look = scene.look;
    let here = place(digit, scene);
    let is_first = here.is_some() && mine.primary == here;
    let is_second = here.is_some() && mine.second == here;
    let sign = match (is_first, is_second) {
        (true, _) => look.sign(Sign::Check),
        (_, true) => look.sign(Sign::Second),
        _ => " ",
    };
    let theme = match here {
        Some(Place::Theme(_)) => scene.view.plan().themes.get(digit.wrapping_sub(1)),
        _ => None,
    };
    let title = theme.map_or_else(
        || scene.say("my-sort-no-theme"),
        |theme| scene.read(&theme.title).to_owned(),
    );
    let head = Rect { height: 1, ..at };
    let paint = match theme {
        _ if is_first || is_second => Paint::Selected,
        Some(_) => Paint::Theme(digit - 1),
        None => Paint::Text,
    };
    if is_first || is_second {
        buf.set_style(head, look.style(Paint::Selected));
    }
    line(&format!("{sign} {digit}  {title}"), paint, scene, head, buf);
    let definition = theme.map_or("", |theme| scene.read(&theme.definition));
    let (first, _) = definition.split_once(". ").unwrap_or((definition, ""));
    let below = Rect {
        x: at.x.saturating_add(5).min(at.right()),
        y: at.y.saturating_add(1),
        width: at.width.saturating_sub(5),
        height: at.height.saturating_sub(1),
    };
    let mut page = Page::painted(first, Paint::Quiet, below.width, look);
    page.fit(below.height);
    Scroll::default().draw(&page, below, buf);
}
