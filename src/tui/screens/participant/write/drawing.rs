//! Draws the writing screen. The field is the one thing with a frame, so that the eye goes there first.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Widget as _};

use super::places::{Places, kinds};
use super::{Write, items, own};
use crate::text::Statement;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screens::participant::page::{Page, Scroll};
use crate::tui::screens::participant::persona;
use crate::tui::widget::prose;

/// From how many characters before the end on, the counter warns.
const NEAR: usize = 40;

impl Write {
    /// The prompt, and what is expected.
    pub(super) fn asked(&self, scene: &Scene<'_>) -> (String, String) {
        let prompt = self.prompt(scene);
        let prompt = prompt.map(|prompt| scene.prompt(prompt, scene.persona()));
        let script = scene.view.plan().script(scene.view.step_kind());
        let expect = script.map_or("", |script| scene.read(&script.expect));
        match prompt {
            Some(prompt) => (prompt, expect.to_owned()),
            None => (expect.to_owned(), String::new()),
        }
    }

    /// What is in the field: a new text, one that is rewritten, or one that was left over.
    fn label(&self, scene: &Scene<'_>) -> (String, Paint) {
        match self.editing {
            Some(id) => {
                let id = id.to_string();
                (
                    scene.say_with("my-editing", &[("id", id.into())]),
                    Paint::Warn,
                )
            }
            None if self.is_left_over => (scene.say("my-left-over"), Paint::Warn),
            None if self.aside.is_some() => (scene.say("my-aside"), Paint::Warn),
            None => (scene.say("my-text"), Paint::Title),
        }
    }
}

/// Draws it, and says where the cursor is.
pub(super) fn draw(
    write: &Write,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let look = scene.look;
    let places = Places::of(write, scene, area);
    draw_role(write, scene, places.role, buf);
    let (prompt, expect) = write.asked(scene);
    paragraph(&prompt, Paint::Strong, scene, places.ask, buf);
    paragraph(&expect, Paint::Quiet, scene, places.expect, buf);
    let items = items(scene);
    let chosen = items
        .iter()
        .position(|item| Some(item.which) == write.chosen);
    if let Some(frame) = places.frame {
        let paint = if chosen.is_none() {
            Paint::FrameFocus
        } else {
            Paint::Frame
        };
        Block::bordered()
            .border_set(look.border())
            .border_style(look.style(paint))
            .render(frame, buf);
    }
    let (label, paint) = write.label(scene);
    let label = match places.frame {
        Some(_) => format!(" {label} "),
        None => label,
    };
    paragraph(
        &prose::cut(&label, places.label.width, look),
        paint,
        scene,
        places.label,
        buf,
    );
    let cursor = write.field.draw(places.field, buf, look);
    if write.field.text().is_empty() && places.expect.is_empty() {
        paragraph(&expect, Paint::Quiet, scene, places.field, buf);
    }
    draw_kinds(write, scene, places.kinds, buf);
    if items.is_empty() {
        paragraph(
            &scene.say("my-list-empty"),
            Paint::Quiet,
            scene,
            places.list,
            buf,
        );
    } else {
        let heading = scene.say_with("my-list", &[("count", items.len().into())]);
        paragraph(&heading, Paint::Title, scene, places.heading, buf);
        own::draw(&items, chosen, scene, places.list, buf);
    }
    if let Some(beside) = places.beside {
        draw_beside(scene, beside, buf);
    }
    cursor.filter(|_| chosen.is_none())
}

fn paragraph(text: &str, paint: Paint, scene: &Scene<'_>, place: Rect, buf: &mut Buffer) {
    let style = scene.look.style(paint);
    let lines = prose::wrap(text, place.width);
    for (row, line) in (place.top()..place.bottom()).zip(lines) {
        buf.set_stringn(place.x, row, line, usize::from(place.width), style);
    }
}

/// Who I am to the left, the done light to the right; below, where there is room, what worries me and what I want.
fn draw_role(write: &Write, scene: &Scene<'_>, place: Rect, buf: &mut Buffer) {
    if place.is_empty() {
        return;
    }
    let look = scene.look;
    let (light, paint) = write.light.words(scene);
    let width = prose::width(&light).min(place.width);
    let x = place.right() - width;
    buf.set_stringn(x, place.y, light, usize::from(width), look.style(paint));
    let room = place.width.saturating_sub(width + 2);
    let role = persona::headline(scene);
    let role = prose::cut(&role, room, look);
    buf.set_stringn(
        place.x,
        place.y,
        role,
        usize::from(room),
        look.style(Paint::Title),
    );
    let Some(persona) = scene.persona() else {
        return;
    };
    let below = [
        ("my-worries", scene.read(&persona.worries)),
        ("my-wishes", scene.read(&persona.wishes)),
    ];
    let below = below.into_iter().filter(|(_, text)| !text.is_empty());
    for (row, (heading, text)) in (place.top() + 1..place.bottom()).zip(below) {
        let line = format!("{}: {text}", scene.say(heading));
        let line = prose::cut(&line, place.width, look);
        let width = usize::from(place.width);
        buf.set_stringn(place.x, row, line, width, look.style(Paint::Text));
    }
}

/// The four kinds, the chosen one marked, and how much of the text fits.
fn draw_kinds(write: &Write, scene: &Scene<'_>, place: Rect, buf: &mut Buffer) {
    if place.is_empty() {
        return;
    }
    let look = scene.look;
    for (kind, at) in kinds(scene, place) {
        let (sign, paint) = if kind == write.kind {
            (look.sign(Sign::Selected), Paint::Selected)
        } else {
            (" ", Paint::Kind(kind))
        };
        let word = format!("{sign}{} ", scene.locale.kind(kind));
        buf.set_stringn(at.x, at.y, word, usize::from(at.width), look.style(paint));
    }
    let length = write.field.length();
    let paint = if length > Statement::LIMIT {
        Paint::Bad
    } else if length + NEAR > Statement::LIMIT {
        Paint::Warn
    } else {
        Paint::Quiet
    };
    let sign = if length > Statement::LIMIT {
        format!("{} ", look.sign(Sign::Cross))
    } else {
        String::new()
    };
    let count = format!("{sign}{length}/{}", Statement::LIMIT);
    let width = prose::width(&count).min(place.width);
    let x = place.right() - width;
    buf.set_stringn(x, place.y, count, usize::from(width), look.style(paint));
}

/// The whole persona, and the picture of the scenario below it as far as there is room.
fn draw_beside(scene: &Scene<'_>, place: Rect, buf: &mut Buffer) {
    let mut page = Page::new(place.width, scene.look);
    persona::card(scene, &mut page);
    page.gap();
    persona::scenario(scene, &mut page);
    page.fit(place.height);
    Scroll::default().draw(&page, place, buf);
    let style = scene.look.style(Paint::Frame);
    for row in place.top()..place.bottom() {
        let x = place.x.saturating_sub(2);
        buf.set_stringn(x, row, scene.look.sign(Sign::Upright), 1, style);
    }
}
