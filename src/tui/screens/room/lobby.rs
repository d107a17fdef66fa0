//! The lobby: how to come in, as large as it gets, and who is here.

use std::cell::OnceCell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::panel::{Columns, Panel, columns, heading, split, stack};
use super::people::{Detail, HERE, People, Peopled};
use super::scenario::{minutes, read_script, script_panels};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::Paint;
use crate::tui::popup::invitation;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::below;
use crate::tui::widget::qr::Code;
use crate::vocabulary::Anonymity;
use crate::workshop::entry::Participant;

/// Rows an invitation takes where there is more room than it needs.
const INVITATION: u16 = 24;

/// The screen of the welcome.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Lobby {
    people: People,
    /// Made once, when it is first drawn: the page it opens stays where it is.
    qr: OnceCell<Option<Code>>,
}

impl Peopled for Lobby {
    fn people(&mut self) -> &mut People {
        &mut self.people
    }
}

impl Screen for Lobby {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::char('y'), "do-copy-link", |_, scene| {
            invitation::copy(scene)
        })
        .footer(10),
        bind(Key::char('s'), "do-read-script", |_, scene| {
            read_script(scene)
        })
        .footer(82),
        Self::DOWN,
        Self::UP,
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let parts = columns(area);
        let left = parts.left;
        heading(&invitation::title(scene), &minutes(scene), left, buf, look);
        let qr = self.qr.get_or_init(|| invitation::qr(scene.invitation));
        let below_it = recorded(scene, left.width);
        let mut invited = below(left, 1);
        invited.height = invited.height.min(INVITATION);
        invitation::draw(scene, qr.as_ref(), invited, buf);
        let rest = below(left, INVITATION.saturating_add(2));
        stack(&[below_it], rest, buf, look);
        let people = people_place(scene, &parts);
        self.people
            .draw(scene, HERE, people, buf, |person| from(person, scene));
        let script = match parts.middle {
            Some(middle) => middle,
            None => below(parts.right, people.height.saturating_add(1)),
        };
        stack(&script_panels(scene, script.width), script, buf, look);
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        let place = people_place(scene, &columns(area));
        self.people.mouse(mouse, place, scene);
        Vec::new()
    }
}

/// Where the people stand: in a column of their own, or above the script.
fn people_place(scene: &Scene<'_>, parts: &Columns) -> Rect {
    if parts.middle.is_some() {
        return parts.right;
    }
    let half = parts.right.height / 2;
    split(parts.right, People::height(scene).min(half)).0
}

/// Where somebody comes from, and the table they sit at.
fn from(person: &Participant, scene: &Scene<'_>) -> Detail {
    let organisation = person.organisation.as_ref();
    let table = person.table.map(u32::from);
    let words = organisation.map_or(String::new(), |name| name.as_str().to_owned());
    Detail {
        end: table.map_or(String::new(), |table| {
            scene.say_with("room-table", &[("number", table.into())])
        }),
        ..Detail::of(words, Paint::Text)
    }
}

/// What is kept of who people are, in plain words.
fn recorded(scene: &Scene<'_>, width: u16) -> Panel {
    let key = match scene.view.plan().anonymity {
        Anonymity::Named => "room-recorded-named",
        Anonymity::Pseudonymous => "room-recorded-pseudonymous",
        Anonymity::Anonymous => "room-recorded-anonymous",
    };
    let panel = Panel::new(scene.say("room-recorded"));
    let panel = panel.text(&scene.say(key), Paint::Text, width, scene.look);
    match &scene.invitation.saved {
        Some(path) => {
            let words = scene.say_with("room-saved-in", &[("path", path.as_str().into())]);
            panel.text(&words, Paint::Quiet, width, scene.look)
        }
        None => panel,
    }
}
