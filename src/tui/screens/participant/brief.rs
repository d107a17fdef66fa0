//! The briefing: the scenario and my role in it, to read at one's own pace. Beside each other where both fit, one
//! below the other otherwise.

use crossterm::event::{KeyCode, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::light::Light;
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
        let (page, _) = pages(scene, main);
        self.scroll.step(rows, &page, scene.area);
        Vec::new()
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
        bind(
            Key::of(KeyCode::F(2)),
            "do-my-light-on",
            |brief: &mut Self, scene| brief.light.toggle(scene),
        )
        .also(Key::ctrl('d'))
        .footer(3)
        .when(|brief, scene| !brief.light.is_on(scene)),
        bind(
            Key::of(KeyCode::F(2)),
            "do-my-light-off",
            |brief: &mut Self, scene| brief.light.toggle(scene),
        )
        .also(Key::ctrl('d'))
        .footer(3)
        .when(|brief, scene| brief.light.is_on(scene)),
        bind(Key::of(KeyCode::F(4)), "do-my-park", |_, scene| park(scene))
            .also(Key::ctrl('o'))
            .footer(4),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if area.height < 2 || area.width < 4 {
            return None;
        }
        let look = scene.look;
        let top = Rect { height: 1, ..area };
        let (light, paint) = self.light.words(scene);
        let width = prose::width(&light).min(top.width);
        let x = top.right().saturating_sub(width.saturating_add(1));
        buf.set_stringn(
            x.max(top.x),
            top.y,
            light,
            usize::from(width),
            look.style(paint),
        );
        let script = scene.view.plan().script(scene.view.step_kind());
        let expect = script.map_or("", |script| scene.read(&script.expect));
        let sign = look.sign(Sign::Selected);
        let room = top.width.saturating_sub(width.saturating_add(4));
        let words = format!("{sign} {expect}");
        let words = prose::cut(&words, room, look);
        buf.set_stringn(
            top.x + 1,
            top.y,
            words,
            usize::from(room),
            look.style(Paint::Accent),
        );
        let body = Rect {
            x: area.x + 1,
            y: area.y + 2,
            width: area.width - 2,
            height: area.height - 2,
        };
        let (page, beside) = pages(scene, area);
        let Some(beside) = beside else {
            self.scroll.draw(&page, body, buf);
            return None;
        };
        let (left, right) = columns(body);
        self.scroll.draw(&page, left, buf);
        Scroll::default().draw(&beside, right, buf);
        let style = look.style(Paint::Frame);
        for row in right.top()..right.bottom() {
            buf.set_stringn(right.x - 2, row, look.sign(Sign::Upright), 1, style);
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
        Vec::new()
    }
}

/// The scenario to the left, the role to the right.
fn columns(body: Rect) -> (Rect, Rect) {
    let left = Rect {
        width: body.width.saturating_sub(BESIDE + 4).min(WIDTH),
        ..body
    };
    let right = Rect {
        x: left.right().saturating_add(4),
        width: BESIDE,
        ..body
    };
    (left, right.intersection(body))
}

/// What there is to read, and what of it stands beside the rest.
fn pages(scene: &Scene<'_>, area: Rect) -> (Page, Option<Page>) {
    let rows = usize::from(area.height.saturating_sub(2));
    if area.width >= WIDE {
        let mut beside = Page::new(BESIDE, scene.look);
        persona::card(scene, &mut beside);
        if beside.rows() <= rows {
            let (left, _) = columns(Rect {
                width: area.width.saturating_sub(2),
                ..area
            });
            let mut page = Page::new(left.width, scene.look);
            persona::scenario(scene, &mut page);
            persona::facts(scene, &mut page);
            return (page, Some(beside));
        }
    }
    let mut page = Page::new(area.width.saturating_sub(3).min(WIDTH), scene.look);
    persona::scenario(scene, &mut page);
    page.gap();
    persona::card(scene, &mut page);
    persona::facts(scene, &mut page);
    (page, None)
}
