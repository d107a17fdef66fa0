//! The briefing: the scenario and my role in it, to read at one's own pace. Beside each other where both fit, one
//! below the other otherwise.

use crossterm::event::{KeyCode, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::light::{Light, Lit};
use super::page::{Page, Scroll};
use super::{park, persona};
use crate::seat::Update;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::prose;
use crate::workshop::Event;

/// From this width on, the role stands beside the scenario.
const WIDE: u16 = 90;
/// The width of the role beside the scenario.
const BESIDE: u16 = 38;
/// The widest lines get.
const WIDTH: u16 = 76;
/// The cells between the scenario and the role.
const APART: u16 = 6;
/// Rows that one page turns.
const PAGE: isize = 8;

/// The briefing.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Brief {
    scroll: Scroll,
    light: Light,
}

impl Brief {
    fn scroll(&mut self, rows: isize, scene: &Scene<'_>) -> Vec<Intent> {
        let main = Rect {
            height: scene.area.height.saturating_sub(2),
            ..scene.area
        };
        let body = body(scene, main);
        let (page, _) = pages(scene, body);
        self.scroll
            .step(rows, &page, body.y.saturating_sub(main.y), scene.area);
        Vec::new()
    }
}

impl Lit for Brief {
    fn light(&self) -> &Light {
        &self.light
    }
}

impl Screen for Brief {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |brief: &mut Self, scene| brief.scroll(1, scene),
        )
        .footer(1),
        bind(Key::of(KeyCode::Up), "do-up", |brief: &mut Self, scene| {
            brief.scroll(-1, scene)
        })
        .footer(2),
        bind(
            Key::of(KeyCode::PageDown),
            "do-page-down",
            |brief: &mut Self, scene| brief.scroll(PAGE, scene),
        )
        .also(Key::char(' ')),
        bind(
            Key::of(KeyCode::PageUp),
            "do-page-up",
            |brief: &mut Self, scene| brief.scroll(-PAGE, scene),
        ),
        Self::LIGHT_ON.also(Key::ctrl('d')),
        Self::LIGHT_OFF.also(Key::ctrl('d')),
        bind(Key::of(KeyCode::F(4)), "do-my-park", |_, scene| park(scene))
            .also(Key::ctrl('o'))
            .footer(4),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let body = body(scene, area);
        let top = Rect {
            height: body.y.saturating_sub(area.y),
            y: area.y,
            ..body
        };
        let row = Rect {
            height: top.height.min(1),
            ..top
        };
        self.light.draw(scene, row, buf);
        for (row, line) in (top.top()..top.bottom()).zip(expected(scene, body.width)) {
            let width = usize::from(body.width);
            buf.set_stringn(body.x, row, line, width, look.style(Paint::Accent));
        }
        let (page, beside) = pages(scene, body);
        let Some(beside) = beside else {
            self.scroll.draw(&page, body, buf);
            return None;
        };
        let (left, right) = columns(body);
        self.scroll.draw(&page, left, buf);
        Scroll::default().draw(&beside, right, buf);
        let style = look.style(Paint::Frame);
        for row in right.top()..right.bottom() {
            buf.set_stringn(
                right.x.saturating_sub(3),
                row,
                look.sign(Sign::Upright),
                1,
                style,
            );
        }
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, _area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(3, scene),
            MouseEventKind::ScrollUp => self.scroll(-3, scene),
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, update: &Update, scene: &Scene<'_>) -> Vec<Intent> {
        self.light.hear(update, scene);
        if let Update::Record(record) = update
            && matches!(record.event, Event::StepEntered { .. })
        {
            self.scroll = Scroll::default();
        }
        self.light.again(update, scene)
    }
}

/// The cells kept free for the done light beside what is expected.
const LIGHT: u16 = 10;

/// What is expected of me, in lines that leave room for the done light.
fn expected(scene: &Scene<'_>, width: u16) -> Vec<String> {
    let script = scene.view.plan().script(scene.view.step_kind());
    let expect = script.map_or("", |script| scene.read(&script.expect));
    let words = format!("{} {expect}", scene.look.sign(Sign::Selected));
    let lines = prose::wrap(&words, width.saturating_sub(LIGHT));
    let lines = lines.into_iter().take(3);
    lines.map(std::borrow::Cow::into_owned).collect()
}

/// The part of the screen that scrolls: below what is expected, in the middle of a wide terminal.
fn body(scene: &Scene<'_>, area: Rect) -> Rect {
    let is_wide = area.width >= WIDE;
    let most = if is_wide {
        WIDTH + APART + BESIDE
    } else {
        WIDTH
    };
    let width = area.width.saturating_sub(3).min(most);
    let above = u16::try_from(expected(scene, width).len()).unwrap_or(0) + 1;
    let above = above.min(area.height);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + above,
        width,
        height: area.height - above,
    }
}

/// The scenario to the left, the role to the right.
fn columns(body: Rect) -> (Rect, Rect) {
    let left = Rect {
        width: body.width.saturating_sub(BESIDE + APART),
        ..body
    };
    let right = Rect {
        x: body.right().saturating_sub(BESIDE).max(body.x),
        width: BESIDE.min(body.width),
        ..body
    };
    (left, right)
}

/// What there is to read, and what of it stands beside the rest.
fn pages(scene: &Scene<'_>, body: Rect) -> (Page, Option<Page>) {
    if body.width >= WIDE - 3 {
        let mut beside = Page::new(BESIDE, scene.look);
        persona::card(scene, &mut beside);
        if beside.rows() <= usize::from(body.height) {
            let (left, _) = columns(body);
            let mut page = Page::new(left.width, scene.look);
            persona::scenario(scene, &mut page);
            persona::facts(scene, &mut page);
            return (page, Some(beside));
        }
    }
    let mut page = Page::new(body.width.min(WIDTH), scene.look);
    persona::scenario(scene, &mut page);
    page.gap();
    persona::card(scene, &mut page);
    persona::facts(scene, &mut page);
    (page, None)
}
