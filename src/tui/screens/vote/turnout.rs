//! How many have voted, and hands counted in the room. No dot of anybody shows before the group has left the vote; what
//! they said an earlier time is shown as that.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{outcome, place, point, step};
use crate::id::ThemeId;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::popup::Form;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::screens::script;
use crate::tui::sheet::Field;
use crate::tui::widget::column::{self, Column};
use crate::tui::widget::prose;
use crate::workshop::Command;

/// The cells of the words before a bar.
const LABEL: u16 = 16;
/// The most cells of a bar.
const BAR: u16 = 40;

/// The most cells of the list: a figure far from its name is read on the wrong line.
const LIST: u16 = 60;

/// The vote, for whoever leads.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Turnout {
    chosen: Option<ThemeId>,
}

/// So many of so many: words, figures and a bar.
pub(in crate::tui::screens) fn share(
    column: &mut Column,
    scene: &Scene<'_>,
    label: &str,
    (value, most): (u32, u32),
    paint: Paint,
) {
    let look = scene.look;
    let words = format!("{:<width$}", label, width = usize::from(LABEL));
    let words = prose::cut(&words, LABEL, look).into_owned();
    let figures = scene.say_with(
        "vote-share",
        &[("count", value.into()), ("of", most.into())],
    );
    let room = column
        .width()
        .saturating_sub(LABEL)
        .saturating_sub(prose::width(&figures).max(9).saturating_add(3));
    let (full, empty) = column::bar(value.into(), most.into(), room.min(BAR), look);
    column.line(Line::from(vec![
        Span::styled(words, look.style(Paint::Text)),
        Span::styled(format!("{figures:<9}  "), look.style(Paint::Strong)),
        Span::styled(full, look.style(paint)),
        Span::styled(empty, look.style(Paint::Quiet)),
    ]));
}

impl Turnout {
    fn step(&mut self, scene: &Scene<'_>, by: isize) -> Vec<Intent> {
        step(scene, &mut self.chosen, by);
        Vec::new()
    }

    /// Asks which theme and how many hands.
    fn count(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let themes = &scene.view.plan().themes;
        let names = themes.iter().map(|theme| scene.read(&theme.title));
        let at = place(scene, self.chosen.as_ref());
        let counted = themes
            .get(at)
            .and_then(|theme| scene.view.hands().get(&theme.id));
        let counted = counted.map_or(String::new(), ToString::to_string);
        let fields = vec![
            Field::line(scene.say("vote-hands-count")).with(&counted),
            Field::choice(
                scene.say("vote-hands-theme"),
                names.map(str::to_owned).collect(),
                at,
            ),
        ];
        let ids: Vec<ThemeId> = themes.iter().map(|theme| theme.id.clone()).collect();
        let mistake = scene.say("vote-hands-mistake");
        let form = Form::of(
            "hands",
            scene.say("do-vote-hands"),
            fields,
            move |answers| {
                let count = answers.text(0).parse::<u32>();
                match (ids.get(answers.chosen(1)).cloned(), count) {
                    (Some(theme), Ok(count)) => {
                        Ok(vec![Intent::Ask(Command::Hands { theme, count })])
                    }
                    _ => Err((0, mistake.clone())),
                }
            },
        );
        vec![Intent::Open(Box::new(form.passing()))]
    }

    fn head(scene: &Scene<'_>, width: u16) -> Column {
        let presence = scene.presence;
        let mut column = Column::new(width, scene.look);
        let voted = (presence.ballots, presence.participants);
        share(
            &mut column,
            scene,
            &scene.say("vote-turnout"),
            voted,
            Paint::Good,
        );
        let done = (presence.done, presence.participants);
        share(
            &mut column,
            scene,
            &scene.say("vote-ready"),
            done,
            Paint::Accent,
        );
        column.blank();
        column.say(&scene.say("vote-secret"), Paint::Quiet);
        column.blank();
        column.heading(&scene.say("vote-hands"));
        column
    }

    fn row(&self, scene: &Scene<'_>, index: usize, width: u16) -> Column {
        let look = scene.look;
        let mut column = Column::new(width, look);
        let Some(theme) = scene.view.plan().themes.get(index) else {
            return column;
        };
        let is_chosen = index == place(scene, self.chosen.as_ref());
        let (sign, paint) = if is_chosen {
            (look.sign(Sign::Selected), Paint::Selected)
        } else {
            (" ", Paint::Text)
        };
        let counted = scene.view.hands().get(&theme.id);
        let counted = counted.map_or_else(|| "-".to_owned(), ToString::to_string);
        let words = format!("{sign} {}", scene.read(&theme.title));
        column.entry(&words, &format!("{counted} "), paint);
        column
    }

    /// What to say here, and the outcome of an earlier vote where there was one.
    fn rest(scene: &Scene<'_>, width: u16) -> Column {
        let mut column = Column::new(width, scene.look);
        if scene.view.votes().is_some() {
            column.heading(&scene.say("vote-earlier"));
            outcome::write(&mut column, scene);
            column.blank();
        }
        if let Some(script) = scene.view.plan().script(scene.view.step_kind()) {
            column.heading(&scene.say("closing-say"));
            column.say(scene.read(&script.say), Paint::Text);
            column.blank();
            column.say(scene.read(&script.may), Paint::Quiet);
        }
        column
    }

    fn places(scene: &Scene<'_>, area: Rect) -> [Rect; 3] {
        let page = column::page(area);
        let themes = u16::try_from(scene.view.plan().themes.len()).unwrap_or(u16::MAX);
        let width = column::parts(page, 0, 0)[0].width;
        let head_rows = Self::head(scene, width).height();
        let [first, second] = column::parts(page, head_rows.saturating_add(themes), 6);
        let head = Rect {
            height: first.height.min(head_rows),
            ..first
        };
        let list = Rect {
            y: head.bottom(),
            width: first.width.min(LIST),
            height: first.height - head.height,
            ..first
        };
        [head, list, second]
    }
}

impl Screen for Turnout {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::char('h'), "do-vote-hands", |vote: &mut Self, scene| {
            vote.count(scene)
        })
        .also(Key::of(KeyCode::Enter))
        .footer(1),
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |vote: &mut Self, scene| vote.step(scene, 1),
        ),
        bind(Key::of(KeyCode::Up), "do-up", |vote: &mut Self, scene| {
            vote.step(scene, -1)
        }),
        bind(Key::char('s'), "do-closing-say", |_, scene| {
            script::aloud(scene)
        })
        .footer(2),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let [head, list, rest] = Self::places(scene, area);
        Self::head(scene, head.width).draw(0, head, buf);
        let at = place(scene, self.chosen.as_ref());
        let count = scene.view.plan().themes.len();
        column::list(at, count, list, buf, scene.look, |index, width| {
            self.row(scene, index, width)
        });
        let column = Self::rest(scene, rest.width.saturating_sub(2));
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
