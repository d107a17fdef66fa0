//! What stands around every screen: where we are, the time, how many are done, what is wrong with the link, and what
//! can be done by key. It lays out; what is in the middle belongs to the screen.

mod headline;
mod threshold;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::widgets::{Clear, Widget as _};

use super::app::{App, Chapter, Layer, Outlook};
use super::binding::{HELP, Hint};
use super::intent::Weight;
use super::look::{Look, Paint, Sign};
use super::scene::{Scene, Standing};
use super::screen::{Mouse, Screen};
use super::widget::chips::{Chip, Chips};
use super::widget::prose;
use super::widget::rail::Rail;
use crate::locale::{Locale, Value};
use crate::seat::{Distrust, HOST_STOPPED};
use crate::vocabulary::Role;

pub(super) use headline::{clock, step_words};
pub(super) use threshold::middle as in_the_middle;

/// The smallest terminal a facilitator's screens fit in.
pub(super) const FACILITATOR: (u16, u16) = (80, 24);
/// The smallest terminal a participant's screens fit in.
pub(super) const PARTICIPANT: (u16, u16) = (44, 14);
/// From this width on, the agenda stands beside the screen.
const WITH_RAIL: u16 = 110;
/// The width of the agenda.
const RAIL: u16 = 28;

/// The parts of the terminal.
struct Parts {
    headline: Rect,
    banner: Option<Rect>,
    rail: Option<Rect>,
    main: Rect,
    film: Rect,
    footer: Rect,
}

fn parts(app: &App, area: Rect, outlook: &Outlook<'_>) -> Parts {
    let told = banner(app, outlook).map(|(words, paint)| banner_lines(&words, paint, area.width));
    let told = told.map_or(0, |lines| u16::try_from(lines.len()).unwrap_or(0));
    let [headline, banner, middle, film, footer] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(told),
        Constraint::Min(0),
        Constraint::Length(u16::from(app.film().is_some())),
        Constraint::Length(1),
    ])
    .areas(area);
    let beside = rail_width(app.desk.role, area.width);
    let [rail, main] =
        Layout::horizontal([Constraint::Length(beside), Constraint::Min(0)]).areas(middle);
    Parts {
        headline,
        banner: (told > 0).then_some(banner),
        rail: (beside > 0).then_some(rail),
        main,
        film,
        footer,
    }
}

/// The columns the agenda takes beside the screen, in a terminal of this width.
pub(super) const fn rail_width(role: Role, width: u16) -> u16 {
    if matches!(role, Role::Facilitator) && width >= WITH_RAIL {
        RAIL
    } else {
        0
    }
}

/// The area the screen of the step has.
pub(super) fn main_area(app: &App, area: Rect, outlook: &Outlook<'_>) -> Rect {
    parts(app, area, outlook).main
}

/// Draws everything.
pub(super) fn paint(
    app: &App,
    area: Rect,
    buf: &mut Buffer,
    outlook: &Outlook<'_>,
) -> Option<Position> {
    buf.set_style(area, app.desk.look.style(Paint::Text));
    if let Some(ending) = app.last_words() {
        threshold::ended(app, ending, area, buf);
        return None;
    }
    if threshold::is_too_small(app.desk.role, area) {
        threshold::too_small(app, area, buf);
        return None;
    }
    let Some(scene) = app.desk.scene(outlook) else {
        threshold::outside(app, area, buf);
        return None;
    };
    let parts = parts(app, area, outlook);
    headline::draw(&scene, parts.headline, buf);
    if let (Some(place), Some((words, paint))) = (parts.banner, banner(app, outlook)) {
        let lines = banner_lines(&words, paint, place.width);
        for (row, words) in place.rows().zip(&lines) {
            line(&scene, words, paint, row, buf);
        }
    }
    if let Some(place) = parts.rail {
        Rail::new(&headline::agenda(&scene), scene.look).draw(place, buf);
        let edge = Rect {
            x: place.right().saturating_sub(1),
            width: 1,
            ..place
        };
        for row in edge.rows() {
            prose::put(
                buf,
                row,
                scene.look.sign(Sign::Upright),
                scene.look.style(Paint::Frame),
            );
        }
    }
    let mut cursor = None;
    for (level, mode) in app.modes(outlook).enumerate() {
        let place = mode.place(&scene, parts.main).intersection(parts.main);
        if level > 0 {
            Clear.render(place, buf);
            buf.set_style(place, scene.look.style(Paint::Text));
        }
        cursor = mode.draw(&scene, place, buf);
    }
    if let Some(film) = app.film() {
        Screen::draw(film, &scene, parts.film, buf);
    }
    footer(app, &scene, parts.footer, buf, outlook);
    cursor.filter(|cursor| area.contains(*cursor))
}

fn line(scene: &Scene<'_>, words: &str, paint: Paint, place: Rect, buf: &mut Buffer) {
    let style = scene.look.style(paint);
    buf.set_style(place, style);
    let words = prose::cut(words, place.width, scene.look);
    buf.set_stringn(place.x, place.y, words, usize::from(place.width), style);
}

/// A banner in lines. What is wrong is said whole; where the group goes takes one row, which passes.
fn banner_lines(words: &str, paint: Paint, width: u16) -> Vec<String> {
    if paint == Paint::Selected {
        return vec![words.to_owned()];
    }
    // Further lines stand below the first word, behind the sign.
    let rest = prose::wrap(words.trim_start(), width.saturating_sub(3)).into_iter();
    let lines = rest.enumerate();
    lines
        .map(|(at, line)| format!("{}{line}", if at == 0 { " " } else { "   " }))
        .collect()
}

/// The one thing about the link, the record or what was not sent that matters most now.
fn banner(app: &App, outlook: &Outlook<'_>) -> Option<(String, Paint)> {
    let scene = app.desk.scene(outlook)?;
    let sign = |sign: Sign, words: String| format!(" {} {words}", scene.look.sign(sign));
    if scene.presence.read_only {
        return Some((sign(Sign::Cross, scene.say("banner-read-only")), Paint::Bad));
    }
    if app.drafts_fail {
        return Some((sign(Sign::Cross, scene.say("banner-drafts")), Paint::Bad));
    }
    if let Some(moving) = scene.moving()
        && let Some((_, step)) = scene.view.plan().step(&moving.to)
    {
        let seconds = moving.at.millis_since(scene.now).div_ceil(1_000);
        let variables: [(&str, Value<'_>); 2] = [
            ("seconds", seconds.into()),
            ("step", step_words(&scene, step).into()),
        ];
        let key = match scene.role {
            Role::Facilitator => "banner-moving-facilitator",
            Role::Participant | Role::Observer => "banner-moving",
        };
        let words = scene.say_with(key, &variables);
        return Some((sign(Sign::ArrowRight, words), Paint::Selected));
    }
    if let Standing::Lost { cause } = scene.standing {
        let count = scene.post.waiting();
        let key = if cause == HOST_STOPPED {
            "banner-host-stopped"
        } else if Distrust::behind(cause).is_some() {
            "banner-distrust"
        } else {
            "banner-lost"
        };
        let words = scene.say_with(key, &[("count", count.into())]);
        return Some((sign(Sign::Lost, words), Paint::Warn));
    }
    let is_left_behind = app.is_left_behind(&scene);
    is_left_behind.then(|| (sign(Sign::Cross, scene.say("banner-unsent")), Paint::Warn))
}

/// A notice while it stands, or else the keys.
fn footer(app: &App, scene: &Scene<'_>, place: Rect, buf: &mut Buffer, outlook: &Outlook<'_>) {
    if let Some((notice, _)) = &app.notice {
        let (sign, paint) = match notice.weight {
            Weight::Info => (Sign::Check, Paint::Good),
            Weight::Trouble => (Sign::Cross, Paint::Bad),
        };
        let words = format!(" {} {}", scene.look.sign(sign), notice.words);
        return line(scene, &words, paint, place, buf);
    }
    if scene.role == Role::Observer && app.film().is_none() {
        return;
    }
    let chips = chips(&app.chapters(outlook), scene);
    let chips: Vec<Chip> = chips.into_iter().map(|(chip, _, _)| chip).collect();
    Chips::new(&chips, scene.look).draw(place, buf);
}

/// What of the footer was clicked.
pub(super) fn footer_hit(
    app: &App,
    mouse: Mouse,
    area: Rect,
    outlook: &Outlook<'_>,
) -> Option<(Layer, usize)> {
    use crossterm::event::{MouseButton, MouseEventKind};
    let scene = app.desk.scene(outlook)?;
    let place = parts(app, area, outlook).footer;
    let is_click = mouse.kind == MouseEventKind::Down(MouseButton::Left);
    if !is_click || !place.contains(mouse.at) || app.notice.is_some() {
        return None;
    }
    let chips = chips(&app.chapters(outlook), &scene);
    let shown: Vec<Chip> = chips.iter().map(|(chip, _, _)| chip.clone()).collect();
    let hit = Chips::new(&shown, scene.look).hit(place, mouse.at)?;
    let (_, layer, index) = chips.get(hit)?;
    Some((*layer, *index))
}

/// The keys that deserve a place in the footer, each with where it stands in which table.
fn chips(chapters: &[Chapter], scene: &Scene<'_>) -> Vec<(Chip, Layer, usize)> {
    // A popup says itself what its keys do.
    let own = chapters
        .iter()
        .filter(|chapter| chapter.layer != Layer::Popup);
    let hints = own.flat_map(|chapter| chapter.hints.iter().map(|hint| (chapter.layer, hint)));
    // Whoever leads, or looks back, always sees how to go on and where to find help, however much a screen offers.
    let leads = scene.role == Role::Facilitator || *scene.standing == Standing::Past;
    let stays: &[&str] = if leads { &["do-next", "do-help"] } else { &[] };
    ranked_chips(hints, stays, scene.locale, scene.look)
}

/// The keys that deserve a place in a footer, those first that matter most. Neighbors that do the like (`1` to `5`)
/// share one, and some stay however little room there is.
pub(super) fn ranked_chips<'a, L: Copy>(
    hints: impl Iterator<Item = (L, &'a Hint)>,
    stays: &[&str],
    locale: Locale,
    look: Look,
) -> Vec<(Chip, L, usize)> {
    let shown = hints.filter(|(_, hint)| hint.is_available && hint.rank != HELP);
    let mut ranked: Vec<(L, &Hint)> = shown.collect();
    ranked.sort_by_key(|(_, hint)| hint.rank);
    let mut chips: Vec<(Chip, L, usize)> = Vec::new();
    let mut last: Option<&str> = None;
    for (layer, hint) in ranked {
        let key = look.key(hint.key);
        let is_like = hint.number.is_some() && last == Some(hint.name);
        last = Some(hint.name);
        if let (true, Some((chip, _, _))) = (is_like, chips.last_mut()) {
            chip.also_key(&key);
            continue;
        }
        let words = match hint.number {
            Some((_, all)) => locale.say(all),
            None => hint.words.clone(),
        };
        let weight = if stays.contains(&hint.name) {
            0
        } else {
            hint.rank
        };
        chips.push((Chip::new(key, words, weight), layer, hint.index));
    }
    chips
}
