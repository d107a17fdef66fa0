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
use crate::tui::shell::clock;
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
    draw_role(write, scene, &places, buf);
    if let Some(seconds) = scene.seconds_left() {
        let time = format!("{} {}", look.sign(Sign::Timer), clock(seconds));
        paragraph(&time, Paint::Strong, scene, places.time, buf);
    }
    let (prompt, expect) = write.asked(scene);
    paragraph(&prompt, Paint::Strong, scene, places.ask, buf);
    paragraph(&expect, Paint::Quiet, scene, places.expect, buf);
    let items = items(scene);
    let chosen = items
        .iter()
        .position(|item| Some(item.which) == write.chosen);
    let cursor = draw_field(write, scene, &places, chosen.is_none(), buf);
    draw_kinds(write, scene, places.kinds, buf);
    if items.is_empty() {
        let place = places.heading.union(places.list);
        let words = scene.say("my-list-empty");
        paragraph(&words, Paint::Quiet, scene, place, buf);
    } else {
        let heading = scene.say_with("my-list", &[("count", items.len().into())]);
        paragraph(&heading, Paint::Title, scene, places.heading, buf);
        own::draw(&items, chosen, scene, places.list, buf);
    }
    if let Some(beside) = places.beside {
        draw_beside(scene, beside, buf);
    }
    cursor
}

/// The field with its frame and its label; what is expected stands in it while it is empty and has no place elsewhere.
fn draw_field(
    write: &Write,
    scene: &Scene<'_>,
    places: &Places,
    is_focus: bool,
    buf: &mut Buffer,
) -> Option<Position> {
    let look = scene.look;
    if let Some(frame) = places.frame {
        let paint = if is_focus {
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
        let (_, expect) = write.asked(scene);
        paragraph(&expect, Paint::Quiet, scene, places.field, buf);
    }
    cursor.filter(|_| is_focus)
}

fn paragraph(text: &str, paint: Paint, scene: &Scene<'_>, place: Rect, buf: &mut Buffer) {
    let style = scene.look.style(paint);
    let lines = prose::wrap(text, place.width);
    for (row, line) in (place.top()..place.bottom()).zip(lines) {
        buf.set_stringn(place.x, row, line, usize::from(place.width), style);
    }
}

/// Who I am to the left, the done light to the right; below, where there is room, what worries me and what I want.
fn draw_role(write: &Write, scene: &Scene<'_>, places: &Places, buf: &mut Buffer) {
    let look = scene.look;
    let place = places.role;
    let head = Rect {
        height: place.height.min(1),
        ..place
    };
    let head = write.light.draw(scene, head, buf);
    if places.beside.is_some() {
        return;
    }
    let role = persona::headline(scene);
    let role = prose::cut(&role, head.width, look);
    paragraph(&role, Paint::Title, scene, head, buf);
    let Some(persona) = scene.persona() else {
        return;
    };
    let below = [
        ("my-worries-line", scene.read(&persona.worries)),
        ("my-wishes-line", scene.read(&persona.wishes)),
    ];
    let below = below.into_iter().filter(|(_, text)| !text.is_empty());
    for (row, (heading, text)) in (place.top() + 1..place.bottom()).zip(below) {
        let line = scene.say_with(heading, &[("text", text.into())]);
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
