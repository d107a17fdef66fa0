//! Who is here: one person a row, with their light, and one of them chosen.

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::panel::{Panel, heading, split};
use crate::id::ParticipantId;
use crate::tui::binding::{Binding, bind};
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::Mouse;
use crate::tui::widget::prose::{self, put, put_right};
use crate::tui::widget::{after, bar, below, list};
use crate::workshop::entry::Participant;

/// The most cells a meter takes, its numbers included.
const METER: u16 = 18;

/// The list, with the person that is chosen; the first one to begin with.
#[derive(Debug, Default)]
pub(super) struct People {
    at: Option<ParticipantId>,
}

/// A screen with such a list, whose marker the arrow keys move.
pub(super) trait Peopled: Sized {
    /// The list.
    fn people(&mut self) -> &mut People;

    /// The key that goes to the next one.
    const DOWN: Binding<Self> = bind(
        Key::of(KeyCode::Down),
        "do-down",
        |screen: &mut Self, scene| {
            screen.people().step(1, scene);
            Vec::new()
        },
    )
    .also(Key::char('j'));

    /// The key that goes to the one before.
    const UP: Binding<Self> = bind(Key::of(KeyCode::Up), "do-up", |screen: &mut Self, scene| {
        screen.people().step(-1, scene);
        Vec::new()
    })
    .also(Key::char('k'));
}

/// What stands behind a name, and at the far end of the row.
pub(super) struct Detail {
    pub(super) words: String,
    pub(super) paint: Paint,
    pub(super) end: String,
    /// What they did of what they are to do.
    pub(super) meter: Option<(u32, u32)>,
}

impl Detail {
    pub(super) const fn of(words: String, paint: Paint) -> Self {
        Self {
            words,
            paint,
            end: String::new(),
            meter: None,
        }
    }
}

/// What the heading counts: who is here, or how many of them are done.
pub(super) const HERE: &str = "room-people-here";
pub(super) const DONE: &str = "room-people-done";

/// What somebody is called: their name where names are kept, their number otherwise.
pub(super) fn called(person: &Participant) -> String {
    let name = person.name.as_ref();
    name.map_or_else(|| person.id.to_string(), |name| name.as_str().to_owned())
}

/// Whether somebody says they are done with this step.
fn is_done(scene: &Scene<'_>, person: ParticipantId) -> bool {
    let visits = u32::try_from(scene.view.timeline().len()).ok();
    visits == Some(scene.presence.visit) && scene.presence.lights.contains(&person)
}

fn is_lost(scene: &Scene<'_>, person: ParticipantId) -> bool {
    scene.presence.lost.contains(&person)
}

/// How many are here or done, and how many are lost.
fn counts(scene: &Scene<'_>, counted: &str) -> String {
    let here = scene.view.present();
    let (mut all, mut done, mut lost) = (0_u32, 0_u32, 0_u32);
    for person in here {
        all += 1;
        done += u32::from(is_done(scene, person.id));
        lost += u32::from(is_lost(scene, person.id));
    }
    let variables = [("all", all.into()), ("done", done.into())];
    let counted = scene.say_with(counted, &variables);
    if lost == 0 {
        return counted;
    }
    let lost = scene.say_with("room-people-lost", &[("count", lost.into())]);
    format!("{counted} {} {lost}", scene.look.sign(Sign::Between))
}

impl People {
    /// The place of the chosen one: it, or else the one who came after.
    fn place(&self, people: &[&Participant]) -> usize {
        let Some(at) = self.at else { return 0 };
        let found = people.iter().position(|person| person.id >= at);
        found.unwrap_or(people.len().saturating_sub(1))
    }

    /// The one that is chosen.
    pub(super) fn chosen<'a>(&self, scene: &Scene<'a>) -> Option<&'a Participant> {
        let people: Vec<&Participant> = scene.view.present().collect();
        people.get(self.place(&people)).copied()
    }

    /// Chooses so many further.
    pub(super) fn step(&mut self, by: isize, scene: &Scene<'_>) {
        let people: Vec<&Participant> = scene.view.present().collect();
        let place = self.place(&people).saturating_add_signed(by);
        let last = people.len().saturating_sub(1);
        self.at = people.get(place.min(last)).map(|person| person.id);
    }

    /// Takes the wheel, and a click in the area it was drawn in; tells whether the chosen one was clicked again.
    pub(super) fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> bool {
        if !area.contains(mouse.at) {
            return false;
        }
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1, scene),
            MouseEventKind::ScrollUp => self.step(-1, scene),
            MouseEventKind::Down(MouseButton::Left) if mouse.at.y > area.y => {
                let people: Vec<&Participant> = scene.view.present().collect();
                let rows = area.height.saturating_sub(1);
                let (first, _) = list::window(self.place(&people), people.len(), rows, |_| 1);
                let row = usize::from(mouse.at.y - area.y - 1);
                if let Some(person) = people.get(first + row) {
                    let was = self.at.replace(person.id);
                    return was == Some(person.id);
                }
            }
            _ => {}
        }
        false
    }

    /// The rows that show everybody, with the heading.
    pub(super) fn height(scene: &Scene<'_>) -> u16 {
        let rows = scene.view.present().count().max(2);
        u16::try_from(rows + 1).unwrap_or(u16::MAX)
    }

    /// Where the people stand in a column, and where this panel does: below them, if both can be seen whole.
    pub(super) fn above(panel: &Panel, column: Rect, scene: &Scene<'_>) -> (Rect, Option<Rect>) {
        let (upper, lower) = split(column, Self::height(scene));
        if panel.height() <= lower.height {
            (upper, Some(lower))
        } else {
            (column, None)
        }
    }

    /// Draws the heading and as many rows as there is room for.
    pub(super) fn draw(
        &self,
        scene: &Scene<'_>,
        counted: &str,
        area: Rect,
        buf: &mut Buffer,
        detail: impl Fn(&Participant) -> Detail,
    ) {
        let look = scene.look;
        heading(
            &scene.say("room-people"),
            &counts(scene, counted),
            area,
            buf,
            look,
        );
        let body = below(area, 1);
        let people: Vec<&Participant> = scene.view.present().collect();
        if people.is_empty() {
            let words = scene.say("room-people-none");
            prose::flow(buf, body, &words, look.style(Paint::Quiet));
            return;
        }
        let at = self.place(&people);
        let (first, shown) = list::window(at, people.len(), body.height, |_| 1);
        let in_sight = people.iter().enumerate().skip(first).take(shown);
        let names = in_sight.clone().map(|(_, person)| called(person));
        let widest = names.map(|name| prose::width(&name)).max().unwrap_or(0);
        let bar = u16::from(shown < people.len());
        for (row, (index, person)) in (body.top()..body.bottom()).zip(in_sight) {
            let line = Rect {
                y: row,
                height: 1,
                width: body.width.saturating_sub(bar),
                ..body
            };
            draw_person(scene, person, index == at, widest, line, buf, &detail);
        }
        list::scrollbar(first, shown, people.len(), body, buf, look);
    }
}

fn draw_person(
    scene: &Scene<'_>,
    person: &Participant,
    is_chosen: bool,
    widest: u16,
    line: Rect,
    buf: &mut Buffer,
    detail: &impl Fn(&Participant) -> Detail,
) {
    let look = scene.look;
    let is_lost = is_lost(scene, person.id);
    let (light, paint) = if is_lost {
        (Sign::Lost, Paint::Warn)
    } else if is_done(scene, person.id) {
        (Sign::Done, Paint::Good)
    } else {
        (Sign::Undone, Paint::Quiet)
    };
    let chosen = if is_chosen {
        look.sign(Sign::Selected)
    } else {
        " "
    };
    put(buf, line, chosen, look.style(Paint::Strong));
    put(buf, after(line, 1), look.sign(light), look.style(paint));
    let rest = after(line, 3);
    let name_width = widest.min(rest.width / 2);
    let name = called(person);
    let name = prose::cut(&name, name_width, look);
    let name_paint = if is_chosen {
        Paint::Strong
    } else {
        Paint::Text
    };
    put(buf, rest, &name, look.style(name_paint));
    let mut place = after(rest, name_width.saturating_add(2));
    let Detail {
        words,
        paint,
        end,
        meter,
    } = detail(person);
    let (end, end_paint) = if is_lost {
        (scene.say("room-lost"), Paint::Warn)
    } else {
        (end, Paint::Quiet)
    };
    let kept = prose::width(&end).saturating_add(u16::from(!end.is_empty()));
    place.width = place.width.saturating_sub(kept);
    let words = prose::cut(&words, place.width, look);
    put(buf, place, &words, look.style(paint));
    if let Some((done, all)) = meter {
        place.width = place.width.min(METER);
        bar::meter(buf, place, done, all, look.style(Paint::Good), look);
    }
    put_right(buf, line, &end, look.style(end_paint));
}
