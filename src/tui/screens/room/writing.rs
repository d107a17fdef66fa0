//! The writing: the time that is left, how many have written and are done. What people write is theirs until it is
//! shared; here only its number shows, and what was entered at this screen.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::briefing::taken_by;
use super::panel::{Panel, columns, heading, shortened, stack};
use super::people::{HERE, People, Peopled};
use super::{cast, coverage, entry, scenario};
use crate::id::ParticipantId;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::below;
use crate::tui::widget::big::{self, Side};
use crate::tui::widget::prose;

/// Rows of the time that is left.
const CLOCK: u16 = 5;
/// Rows of the time that is left in large type.
const LARGE_CLOCK: u16 = 10;
/// Rows an own entry takes at most.
const ENTRY_ROWS: usize = 2;

/// The screen of private writing.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Writing {
    people: People,
}

impl Peopled for Writing {
    fn people(&mut self) -> &mut People {
        &mut self.people
    }
}

impl Screen for Writing {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::char('w'), "do-enter", |_, scene| entry::open(scene)).footer(10),
        bind(Key::char('c'), "do-play-card", |_, scene| {
            cast::choose_card(scene)
        })
        .footer(82),
        bind(Key::char('f'), "do-read-scenario", |_, scene| {
            scenario::read_scenario(scene)
        })
        .footer(13),
        bind(Key::char('s'), "do-read-script", |_, scene| {
            scenario::read_script(scene)
        })
        .footer(83),
        bind(Key::char('m'), "do-read-coverage", |_, scene| {
            coverage::read(scene)
        })
        .footer(84),
        bind(
            Key::of(KeyCode::Enter),
            "do-give-persona",
            |writing: &mut Self, scene| cast::choose_persona(&writing.people, scene),
        )
        .footer(85)
        .when(|_, scene| scene.view.present().next().is_some()),
        Self::DOWN,
        Self::UP,
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let parts = columns(area);
        let width = parts.left.width;
        let rest = draw_clock(scene, parts.left, buf);
        let mut panels = vec![progress(scene, width), entered(scene, width)];
        panels.push(scenario::cards_panel(scene, width));
        let prompts = |width| scenario::prompts_panel(scene, width);
        if let Some(middle) = parts.middle {
            let mut beside = scenario::script_panels(scene, middle.width);
            beside.push(prompts(middle.width));
            stack(&beside, middle, buf, look);
        } else {
            panels.extend(scenario::script_panels(scene, width));
            panels.push(prompts(width));
        }
        stack(&panels, rest, buf, look);
        let coverage = coverage::panel(scene, parts.right.width);
        let (people, beneath) = People::above(&coverage, parts.right, scene);
        self.people
            .draw(scene, HERE, people, buf, |person| taken_by(person, scene));
        if let Some(beneath) = beneath {
            stack(&[coverage], beneath, buf, look);
        }
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        let right = columns(area).right;
        let coverage = coverage::panel(scene, right.width);
        let (people, _) = People::above(&coverage, right, scene);
        if self.people.mouse(mouse, people, scene) {
            cast::choose_persona(&self.people, scene)
        } else {
            Vec::new()
        }
    }
}

/// Draws the time that is left in large digits, or that no timer runs; returns what is left of the area.
fn draw_clock(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let look = scene.look;
    heading(
        &scene.say("room-time"),
        &scenario::minutes(scene),
        area,
        buf,
        look,
    );
    let body = below(area, 1);
    let Some(seconds) = scene.seconds_left() else {
        let words = scene.say("room-no-timer");
        let rows = prose::flow(buf, body, &words, look.style(Paint::Quiet));
        return below(body, rows.saturating_add(1));
    };
    let paint = if seconds <= 60 {
        Paint::Warn
    } else {
        Paint::Strong
    };
    let rows = if look.large { LARGE_CLOCK } else { CLOCK };
    let air = below(body, 1);
    let digits = Rect {
        height: air.height.min(rows),
        ..air
    };
    let words = big::clock(i64::try_from(seconds).unwrap_or(i64::MAX));
    let used = big::draw(buf, digits, &words, look.style(paint), Side::Left, look);
    below(air, used.saturating_add(1))
}

/// How far the group is: who is done, and how many contributions came in.
fn progress(scene: &Scene<'_>, width: u16) -> Panel {
    let look = scene.look;
    let presence = scene.presence;
    let count = presence.contributions;
    let counted = scene.say_with("room-contributions", &[("count", count.into())]);
    Panel::new(scene.say("room-progress"))
        .meter(scene.say("room-done"), presence.done, presence.connected)
        .text(&counted, Paint::Strong, width, look)
}

/// What was entered at this screen in this scenario, the newest first.
fn entered(scene: &Scene<'_>, width: u16) -> Panel {
    let look = scene.look;
    let here = scene.view.scenario();
    let own: Vec<_> = scene
        .contributions()
        .filter(|found| found.participant == Some(ParticipantId::FACILITATOR))
        .filter(|found| Some(&found.scenario) == here)
        .collect();
    let count = own.len();
    let panel = Panel::new(scene.say("room-entered")).note(if count > 1 {
        count.to_string()
    } else {
        String::new()
    });
    own.into_iter().rev().take(5).fold(panel, |panel, found| {
        let text = found.text.as_str().replace('\n', " ");
        let shown = shortened(&text, ENTRY_ROWS, width.saturating_sub(2), look);
        panel.item(look.sign(Sign::Bullet), &shown, Paint::Text, width, look)
    })
}
