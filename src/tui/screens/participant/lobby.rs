//! The lobby: what will happen, who I am here, and what is kept of it, in plain words.

use crossterm::event::{KeyCode, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::{Page, Scroll};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::vocabulary::Anonymity;

/// The widest lines get.
const WIDTH: u16 = 72;

/// The lobby.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Lobby {
    scroll: Scroll,
}

impl Lobby {
    fn scroll(&mut self, rows: isize, scene: &Scene<'_>) -> Vec<Intent> {
        let page = page(scene, scene.area);
        self.scroll.step(rows, &page, scene.area);
        Vec::new()
    }
}

impl Screen for Lobby {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |lobby: &mut Self, scene| lobby.scroll(1, scene),
        ),
        bind(Key::of(KeyCode::Up), "do-up", |lobby: &mut Self, scene| {
            lobby.scroll(-1, scene)
        }),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let page = page(scene, area);
        let width = area.width.saturating_sub(2).min(WIDTH);
        let spare = usize::from(area.height).saturating_sub(page.rows());
        // A third of the spare room above reads calmer than half of it.
        let top = u16::try_from(spare / 3).unwrap_or(0);
        let place = Rect {
            x: area.x + (area.width - width) / 2,
            y: area.y + top,
            width,
            height: area.height - top,
        };
        self.scroll.draw(&page, place, buf);
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
}

fn page(scene: &Scene<'_>, area: Rect) -> Page {
    let mut page = Page::new(area.width.saturating_sub(2).min(WIDTH), scene.look);
    page.say(&scene.say("my-welcome"), Paint::Quiet);
    page.say(scene.view.plan().title.as_str(), Paint::Title);
    page.gap();
    for line in ["my-welcome-role", "my-welcome-write", "my-welcome-together"] {
        page.item(&scene.say(line), Paint::Text);
    }
    page.gap();
    page.say(&who(scene), Paint::Strong);
    page.say(&here(scene), Paint::Text);
    page.section(&scene.say("my-kept"), &kept(scene));
    page.gap();
    let script = scene.view.plan().script(scene.view.step_kind());
    let expect = script.map_or("", |script| scene.read(&script.expect));
    if !expect.is_empty() {
        let sign = scene.look.sign(Sign::Selected);
        page.say(&format!("{sign} {expect}"), Paint::Accent);
    }
    page
}

/// Who I am in this room: a name where names are kept, a number otherwise.
fn who(scene: &Scene<'_>) -> String {
    let me = scene.view.participants().get(&scene.you);
    let name = me.and_then(|me| me.name.as_ref());
    let who = name.map_or_else(|| scene.you.to_string(), |name| name.as_str().to_owned());
    match me.and_then(|me| me.organisation.as_ref()) {
        Some(organisation) => scene.say_with(
            "my-name-from",
            &[
                ("name", who.into()),
                ("organisation", organisation.as_str().into()),
            ],
        ),
        None => scene.say_with("my-name", &[("name", who.into())]),
    }
}

fn here(scene: &Scene<'_>) -> String {
    scene.say_with("my-company", &[("count", scene.presence.connected.into())])
}

/// What the record says about people, in plain words.
fn kept(scene: &Scene<'_>) -> String {
    match scene.view.plan().anonymity {
        Anonymity::Named => scene.say("my-kept-named"),
        Anonymity::Pseudonymous => scene.say_with(
            "my-kept-pseudonymous",
            &[("seat", scene.you.to_string().into())],
        ),
        Anonymity::Anonymous => scene.say("my-kept-anonymous"),
    }
}
