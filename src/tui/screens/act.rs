//! What should be done, theme by theme: cases from research, and recommendations with the contributions that carry them.
//! Whoever leads writes them down; everybody sees them arrive and can park a question.

mod recommending;

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{letters, script};
use crate::id::RecommendationId;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::column::{self, Column};
use crate::tui::widget::{list, prose, tabs};
use crate::vocabulary::Role;
use crate::workshop::entry::{Place, Recommendation};

/// The rows of the tabs, with the air below.
const TABS: u16 = 2;
/// From this height on, cases and recommendations stand below each other; lower, one of them is shown.
const BOTH: u16 = 16;
/// The most cells of a contribution's words where it is named.
const FIRST_WORDS: u16 = 40;

/// Cases and recommendations.
#[derive(Debug, Default)]
pub(super) struct Act {
    /// The theme that is open; none: the first one.
    open: Option<Place>,
    /// Whether the arrow keys go through the recommendations instead of the cases.
    at_recommendations: bool,
    /// The rows scrolled past in the cases.
    offset: usize,
    chosen: Option<RecommendationId>,
}

/// The themes, and behind them none of them.
fn places_of(scene: &Scene<'_>) -> Vec<Place> {
    let themes = scene.view.plan().themes.iter();
    let themes = themes.map(|theme| Place::Theme(theme.id.clone()));
    themes.chain([Place::None]).collect()
}

/// What a theme is called.
fn name(scene: &Scene<'_>, place: &Place) -> String {
    let theme = place.theme().and_then(|id| scene.view.plan().theme(id));
    match (theme, place) {
        (Some(theme), _) => scene.read(&theme.title).to_owned(),
        (None, Place::Theme(id)) => id.to_string(),
        (None, Place::None) => scene.say("act-none"),
    }
}

/// What was recommended under a theme, in the order in which it was.
fn under<'a>(scene: &Scene<'a>, place: &Place) -> Vec<&'a Recommendation> {
    let all = scene.view.recommendations().values();
    all.filter(|own| own.theme == *place).collect()
}

const fn leads(scene: &Scene<'_>) -> bool {
    matches!(scene.role, Role::Facilitator)
}

impl Act {
    fn at(&self, places: &[Place]) -> usize {
        let found = self.open.as_ref();
        let found = found.and_then(|open| places.iter().position(|place| place == open));
        found.unwrap_or(0)
    }

    fn place(&self, scene: &Scene<'_>) -> Place {
        let places = places_of(scene);
        places.get(self.at(&places)).cloned().unwrap_or(Place::None)
    }

    fn open(&mut self, places: &[Place], at: usize) {
        self.open = places.get(at).cloned();
        self.offset = 0;
        self.chosen = None;
    }

    fn turn(&mut self, scene: &Scene<'_>, by: isize) -> Vec<Intent> {
        let places = places_of(scene);
        let last = places.len().saturating_sub(1);
        self.open(
            &places,
            self.at(&places).saturating_add_signed(by).min(last),
        );
        Vec::new()
    }

    fn scroll(&mut self, scene: &Scene<'_>, by: isize) -> Vec<Intent> {
        if self.at_recommendations {
            let under = under(scene, &self.place(scene));
            let ids: Vec<RecommendationId> = under.iter().map(|own| own.id).collect();
            list::step(&ids, &mut self.chosen, by);
        } else {
            // What is drawn stops at the end; this only keeps a held key from piling up rows behind it.
            self.offset = self.offset.saturating_add_signed(by).min(100);
        }
        Vec::new()
    }

    fn cases(&self, scene: &Scene<'_>, width: u16) -> Column {
        let mut column = Column::new(width, scene.look);
        heading(
            &mut column,
            &scene.say("act-cases"),
            !self.at_recommendations,
        );
        let place = self.place(scene);
        let cases = scene.view.plan().cases.iter();
        let mut is_empty = true;
        for case in cases.filter(|case| Some(&case.theme) == place.theme()) {
            if !is_empty {
                column.blank();
            }
            is_empty = false;
            column.item(" ", Paint::Text, scene.read(&case.title), Paint::Strong);
            column.item(" ", Paint::Text, scene.read(&case.text), Paint::Text);
            let partners: Vec<&str> = case.partners.iter().map(AsRef::as_ref).collect();
            column.item(" ", Paint::Text, &partners.join(", "), Paint::Quiet);
        }
        if is_empty {
            column.item(" ", Paint::Text, &scene.say("act-no-cases"), Paint::Quiet);
        }
        column
    }

    /// What stands above the recommendations: their heading, and a text that was refused.
    fn head(&self, scene: &Scene<'_>, width: u16) -> Column {
        let mut column = Column::new(width, scene.look);
        let count = under(scene, &self.place(scene)).len();
        let words = scene.say_with("act-recommendations", &[("count", count.into())]);
        heading(&mut column, &words, self.at_recommendations);
        recommending::write_on_their_way(&mut column, scene);
        letters::write(&mut column, scene, letters::said);
        if count == 0 {
            let key = if leads(scene) {
                "act-nothing-yet-leading"
            } else {
                "act-nothing-yet"
            };
            column.item(" ", Paint::Text, &scene.say(key), Paint::Quiet);
        }
        column
    }

    /// The tabs, the cases and the recommendations; what is not shown has no height.
    fn parts(&self, scene: &Scene<'_>, area: Rect) -> [Rect; 3] {
        let [tabs, rest] = column::headed(area, TABS);
        if !column::are_beside(rest) && rest.height < BOTH {
            // One of them, and a line that says there is the other.
            let height = rest.height.saturating_sub(1);
            let [first, second] = if self.at_recommendations {
                [1, height]
            } else {
                [height, 1]
            };
            let first = first.min(rest.height);
            let cases = Rect {
                height: first,
                ..rest
            };
            let recommendations = Rect {
                y: cases.bottom(),
                height: second.min(rest.height - first),
                ..rest
            };
            return [tabs, cases, recommendations];
        }
        let width = column::parts(rest, 0, 0)[0].width;
        let wants = self.cases(scene, width.saturating_sub(2)).height();
        // The cases give way to the recommendations, which are what the step is for.
        let [cases, recommendations] = column::parts(rest, wants, rest.height / 2);
        [tabs, cases, recommendations]
    }

    fn draw_recommendations(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let head = self.head(scene, area.width.saturating_sub(2));
        let top = Rect {
            height: head.height().min(area.height),
            ..area
        };
        if area.height <= 1 {
            head.draw_first(area, buf);
            return;
        }
        head.draw(0, top, buf);
        let rest = Rect {
            y: top.bottom(),
            height: area.height - top.height,
            ..area
        };
        let under = under(scene, &self.place(scene));
        let ids: Vec<RecommendationId> = under.iter().map(|own| own.id).collect();
        let at = list::place(&ids, self.chosen);
        column::list(at, under.len(), rest, buf, scene.look, |index, width| {
            let is_chosen = self.at_recommendations && index == at;
            let found = under.get(index);
            found.map_or_else(
                || Column::new(width, scene.look),
                |found| block(scene, found, is_chosen, width),
            )
        });
    }
}

/// A heading; the one whose part takes the arrow keys is bold.
fn heading(column: &mut Column, words: &str, is_here: bool) {
    let paint = if is_here { Paint::Title } else { Paint::Quiet };
    column.say(words, paint);
}

/// One recommendation: when, who, what, and what carries it.
fn block(scene: &Scene<'_>, own: &Recommendation, is_chosen: bool, width: u16) -> Column {
    let look = scene.look;
    let mut column = Column::new(width, look);
    let mark = if is_chosen {
        look.sign(Sign::Selected)
    } else {
        " "
    };
    let (horizon, who) = (
        scene.locale.horizon(own.horizon),
        scene.locale.actor(own.who),
    );
    let head = format!("{mark} {horizon} {} {who}", look.sign(Sign::Between));
    column.line(Line::from(vec![Span::styled(
        prose::cut(&head, width, look).into_owned(),
        look.style(Paint::Accent),
    )]));
    column.item(" ", Paint::Text, own.text.as_str(), Paint::Text);
    if own.contributions.is_empty() {
        let mark = format!("  {}", look.sign(Sign::Contested));
        column.item(
            &mark,
            Paint::Warn,
            &scene.say("act-no-carrier"),
            Paint::Warn,
        );
    }
    for id in &own.contributions {
        let found = scene.view.contributions().get(id);
        let words = found.map_or("", |found| found.text.as_str());
        let words = prose::cut(words.lines().next().unwrap_or_default(), FIRST_WORDS, look);
        let mark = format!("  {id}");
        column.item(&mark, Paint::Quiet, &words, Paint::Quiet);
    }
    column.blank();
    column
}

impl Screen for Act {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::char('r'),
            "do-act-recommend",
            |act: &mut Self, scene| {
                act.at_recommendations = true;
                recommending::ask(scene, &act.place(scene))
            },
        )
        .also(Key::of(KeyCode::Enter))
        .when(|_, scene| leads(scene))
        .footer(1),
        bind(
            Key::of(KeyCode::Right),
            "do-act-next",
            |act: &mut Self, scene| act.turn(scene, 1),
        )
        .footer(3),
        bind(
            Key::of(KeyCode::Left),
            "do-act-previous",
            |act: &mut Self, scene| act.turn(scene, -1),
        )
        .footer(4),
        bind(
            Key::of(KeyCode::Tab),
            "do-act-other",
            |act: &mut Self, _| {
                act.at_recommendations = !act.at_recommendations;
                Vec::new()
            },
        )
        .footer(2),
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |act: &mut Self, scene| act.scroll(scene, 1),
        ),
        bind(Key::of(KeyCode::Up), "do-up", |act: &mut Self, scene| {
            act.scroll(scene, -1)
        }),
        bind(Key::char('p'), "do-park", |_, scene| letters::park(scene))
            .also(Key::of(KeyCode::Enter))
            .when(|_, scene| !leads(scene))
            .footer(1),
        bind(Key::of(KeyCode::Delete), "do-letter-drop", |_, scene| {
            letters::drop_refused(scene, letters::any)
        })
        .when(|_, scene| letters::refused(scene, letters::any).is_some())
        .footer(5),
        bind(Key::char('s'), "do-closing-say", |_, scene| {
            script::aloud(scene)
        })
        .when(|_, scene| leads(scene))
        .footer(6),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let [top, cases, recommendations] = self.parts(scene, area);
        let places = places_of(scene);
        let names: Vec<String> = places.iter().map(|place| name(scene, place)).collect();
        tabs::draw(&names, self.at(&places), top, buf, scene.look);
        let column = self.cases(scene, cases.width.saturating_sub(2));
        if cases.height > 1 {
            column.draw(self.offset, cases, buf);
        } else {
            column.draw_first(cases, buf);
        }
        self.draw_recommendations(scene, recommendations, buf);
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        let [top, cases, recommendations] = self.parts(scene, area);
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(scene, 1),
            MouseEventKind::ScrollUp => self.scroll(scene, -1),
            MouseEventKind::Down(MouseButton::Left) => {
                let places = places_of(scene);
                let names: Vec<String> = places.iter().map(|place| name(scene, place)).collect();
                if let Some(hit) = tabs::hit(&names, top, mouse.at) {
                    self.open(&places, hit);
                } else if cases.contains(mouse.at) {
                    self.at_recommendations = false;
                } else if recommendations.contains(mouse.at) {
                    self.at_recommendations = true;
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}
