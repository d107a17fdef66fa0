//! A participant's dots: given and taken back with the arrow keys until the group goes on, and nobody else's.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{place, point, step};
use crate::id::ThemeId;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::column::{self, Column};
use crate::tui::widget::prose;
use crate::workshop::Command;
use crate::workshop::plan::Theme;

/// With more dots than this a number says it.
const DOTS_DRAWN: u8 = 10;

/// The most cells of the list: dots far from their theme are read on the wrong line.
const LIST: u16 = 60;

/// A participant's vote.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Ballot {
    chosen: Option<ThemeId>,
}

/// The dots a theme has, and whether they still wait for the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Given {
    dots: u8,
    waits: bool,
}

/// What a theme is given: as it was last asked, or else as the ballot says.
fn given(scene: &Scene<'_>, theme: &ThemeId) -> Given {
    let asked = scene.post.letters().filter_map(|(_, letter)| {
        let waits = !matches!(letter.state, State::Refused(_));
        match &letter.command {
            Command::Vote { theme: of, dots } if of == theme && waits => Some(*dots),
            _ => None,
        }
    });
    if let Some(dots) = asked.last() {
        return Given { dots, waits: true };
    }
    let ballot = scene.view.ballot_of(scene.you);
    let dots = ballot.and_then(|ballot| ballot.dots.get(theme)).copied();
    Given {
        dots: dots.unwrap_or(0),
        waits: false,
    }
}

/// The dots that are left to give.
fn left(scene: &Scene<'_>) -> u8 {
    let plan = scene.view.plan();
    let given = plan.themes.iter().map(|theme| given(scene, &theme.id).dots);
    given.fold(plan.dots, u8::saturating_sub)
}

impl Ballot {
    fn theme<'a>(&self, scene: &Scene<'a>) -> Option<&'a Theme> {
        let at = place(scene, self.chosen.as_ref());
        scene.view.plan().themes.get(at)
    }

    fn step(&mut self, scene: &Scene<'_>, by: isize) -> Vec<Intent> {
        step(scene, &mut self.chosen, by);
        Vec::new()
    }

    /// Gives the chosen theme that many dots, or so many more or fewer.
    fn give(&self, scene: &Scene<'_>, dots: impl Fn(u8) -> Option<u8>) -> Vec<Intent> {
        let Some(theme) = self.theme(scene) else {
            return Vec::new();
        };
        let now = given(scene, &theme.id).dots;
        let Some(dots) = dots(now).filter(|dots| *dots != now) else {
            return Vec::new();
        };
        let left = left(scene);
        if dots.saturating_sub(now) > left {
            let words = scene.say_with("vote-too-many", &[("count", left.into())]);
            return vec![Intent::trouble(words)];
        }
        let theme = theme.id.clone();
        vec![Intent::Ask(Command::Vote { theme, dots })]
    }

    fn row(&self, scene: &Scene<'_>, theme: &Theme, width: u16) -> Line<'static> {
        let look = scene.look;
        let is_chosen = self.theme(scene).is_some_and(|own| own.id == theme.id);
        let given = given(scene, &theme.id);
        let limit = scene.view.plan().dots;
        let dots = if limit <= DOTS_DRAWN {
            let dots = look.sign(Sign::Dot).repeat(usize::from(given.dots));
            let air = usize::from(limit.saturating_sub(given.dots));
            format!("{dots}{}", " ".repeat(air))
        } else {
            String::new()
        };
        let mark = match given {
            Given { waits: true, .. } => look.sign(Sign::Waiting),
            Given { dots: 0, .. } => " ",
            Given { .. } => look.sign(Sign::Saved),
        };
        let figures = format!("{dots} {:>2} {mark} ", given.dots);
        let room = width.saturating_sub(prose::width(&figures)).max(3);
        let sign = if is_chosen {
            look.sign(Sign::Selected)
        } else {
            " "
        };
        let themes = &scene.view.plan().themes;
        let number = themes.iter().position(|known| known.id == theme.id);
        let number = number.map_or(0, |at| at + 1);
        let words = format!("{sign} {number} {}", scene.read(&theme.title));
        let words = prose::cut(&words, room.saturating_sub(1), look).into_owned();
        let air = usize::from(room.saturating_sub(prose::width(&words)));
        let paint = |paint: Paint| look.style(if is_chosen { Paint::Selected } else { paint });
        Line::from(vec![
            Span::styled(format!("{words}{}", " ".repeat(air)), paint(Paint::Text)),
            Span::styled(figures, paint(Paint::Accent)),
        ])
    }

    /// How many dots are left, as a sentence and as dots.
    fn head(scene: &Scene<'_>, width: u16) -> Column {
        let look = scene.look;
        let (limit, left) = (scene.view.plan().dots, left(scene));
        let mut column = Column::new(width, look);
        let words = scene.say_with(
            "vote-left",
            &[("count", left.into()), ("limit", limit.into())],
        );
        if limit <= DOTS_DRAWN {
            let full = look.sign(Sign::Dot).repeat(usize::from(left));
            let empty = look.sign(Sign::NoDot);
            let empty = empty.repeat(usize::from(limit.saturating_sub(left)));
            column.entry(&words, &format!("{full}{empty}  "), Paint::Strong);
        } else {
            column.say(&words, Paint::Strong);
        }
        column.blank();
        column
    }

    fn definition(&self, scene: &Scene<'_>, width: u16) -> Column {
        let mut column = Column::new(width, scene.look);
        if let Some(theme) = self.theme(scene) {
            column.heading(scene.read(&theme.heading));
            column.say(scene.read(&theme.definition), Paint::Text);
            column.blank();
        }
        column.say(&scene.say("vote-secret-own"), Paint::Quiet);
        column
    }

    /// Where the dots left, the themes and the definition are drawn.
    fn places(scene: &Scene<'_>, area: Rect) -> [Rect; 3] {
        const HEAD: u16 = 2;
        let themes = u16::try_from(scene.view.plan().themes.len()).unwrap_or(u16::MAX);
        let page = column::page(area);
        let [first, second] = column::parts(page, themes.saturating_add(HEAD), 4);
        let first = Rect {
            width: first.width.min(LIST),
            ..first
        };
        let head = Rect {
            height: first.height.min(HEAD),
            ..first
        };
        let list = Rect {
            y: head.bottom(),
            height: first.height - head.height,
            ..first
        };
        [head, list, second]
    }
}

impl Screen for Ballot {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Right),
            "do-vote-more",
            |vote: &mut Self, scene| vote.give(scene, |dots| dots.checked_add(1)),
        )
        .also(Key::char('+'))
        .footer(2),
        bind(
            Key::of(KeyCode::Left),
            "do-vote-fewer",
            |vote: &mut Self, scene| vote.give(scene, |dots| dots.checked_sub(1)),
        )
        .also(Key::char('-'))
        .footer(3),
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |vote: &mut Self, scene| vote.step(scene, 1),
        )
        .also(Key::of(KeyCode::Tab))
        .footer(4),
        bind(Key::of(KeyCode::Up), "do-up", |vote: &mut Self, scene| {
            vote.step(scene, -1)
        })
        .footer(5),
        bind(Key::of(KeyCode::Enter), "do-vote-done", |_, scene| {
            done(scene)
        })
        .footer(1),
        digit::<1>(),
        digit::<2>(),
        digit::<3>(),
        digit::<4>(),
        digit::<5>(),
        digit::<6>(),
        digit::<7>(),
        digit::<8>(),
        digit::<9>(),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let [head, list, rest] = Self::places(scene, area);
        Self::head(scene, head.width.saturating_sub(2)).draw(0, head, buf);
        let themes = &scene.view.plan().themes;
        let at = place(scene, self.chosen.as_ref());
        column::list(at, themes.len(), list, buf, scene.look, |index, width| {
            let mut column = Column::new(width, scene.look);
            if let Some(theme) = themes.get(index) {
                column.line(self.row(scene, theme, column.width()));
            }
            column
        });
        let column = self.definition(scene, rest.width.saturating_sub(2));
        column.draw(0, rest, buf);
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        let [_, list, _] = Self::places(scene, area);
        point(scene, &mut self.chosen, list, mouse);
        Vec::new()
    }
}

/// The key that goes to a theme: the same one that sorted cards under it.
const fn digit<const NUMBER: u8>() -> Binding<Ballot> {
    bind(
        Key::char((b'0' + NUMBER) as char),
        "do-vote-choose",
        |vote: &mut Ballot, scene| {
            let themes = &scene.view.plan().themes;
            let at = usize::from(NUMBER).saturating_sub(1);
            if let Some(theme) = themes.get(at) {
                vote.chosen = Some(theme.id.clone());
            }
            Vec::new()
        },
    )
    .number(NUMBER, "do-vote-choose-all")
}

/// The dots are as they should be, for now.
fn done(scene: &Scene<'_>) -> Vec<Intent> {
    let words = scene.say_with("vote-done", &[("count", left(scene).into())]);
    vec![Intent::Ask(Command::Done), Intent::info(words)]
}
