//! The findings held against the challenges: first the outcome of the vote, then one challenge after the other. A
//! participant agrees or differs and says why; whoever leads sees how many do, and their reasons.

mod answer;

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{letters, script};
use crate::id::{ChallengeId, ReflectionId};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::screens::vote::{outcome, share};
use crate::tui::widget::column::{self, Column};
use crate::tui::widget::{list, tabs};
use crate::vocabulary::{Role, Stance};
use crate::workshop::entry::Reflection;
use crate::workshop::plan::Challenge;

/// The rows of the tabs, with the air below.
const TABS: u16 = 2;

/// From this width on, there is air between a challenge and its question.
const ROOMY: u16 = 50;

/// The challenges.
#[derive(Debug, Default)]
pub(super) struct Reflect {
    /// The challenge that is open; none: the first page.
    open: Option<ChallengeId>,
    /// The answer that is in sight.
    answer: Option<ReflectionId>,
    /// The rows scrolled past on a page that is one text.
    offset: usize,
}

/// The pages: `None` is the outcome of the vote, where there was one.
fn pages<'a>(scene: &Scene<'a>) -> Vec<Option<&'a Challenge>> {
    let outcome = scene.view.votes().map(|_| None);
    let challenges = scene.view.plan().challenges.iter().map(Some);
    outcome.into_iter().chain(challenges).collect()
}

impl Reflect {
    fn at(&self, pages: &[Option<&Challenge>]) -> usize {
        let is_open =
            |page: Option<&Challenge>| self.open.as_ref() == page.map(|challenge| &challenge.id);
        pages.iter().copied().position(is_open).unwrap_or(0)
    }

    fn challenge<'a>(&self, scene: &Scene<'a>) -> Option<&'a Challenge> {
        let pages = pages(scene);
        pages.get(self.at(&pages)).copied().flatten()
    }

    fn turn(&mut self, scene: &Scene<'_>, by: isize) -> Vec<Intent> {
        let pages = pages(scene);
        let last = pages.len().saturating_sub(1);
        self.go(&pages, self.at(&pages).saturating_add_signed(by).min(last));
        Vec::new()
    }

    fn go(&mut self, pages: &[Option<&Challenge>], at: usize) {
        let page = pages.get(at).copied().flatten();
        self.open = page.map(|challenge| challenge.id.clone());
        self.answer = None;
        self.offset = 0;
    }

    fn scroll(&mut self, scene: &Scene<'_>, by: isize) -> Vec<Intent> {
        match self.challenge(scene) {
            Some(challenge) if scene.role == Role::Facilitator => {
                let ids: Vec<ReflectionId> = answers(scene, challenge).map(|own| own.id).collect();
                list::step(&ids, &mut self.answer, by);
            }
            // What is drawn stops at the end; this only keeps a held key from piling up rows behind it.
            _ => self.offset = self.offset.saturating_add_signed(by).min(100),
        }
        Vec::new()
    }

    /// What a page says, and for whoever leads how many agree.
    fn text(&self, scene: &Scene<'_>, width: u16) -> Column {
        let mut column = Column::new(width, scene.look);
        let Some(challenge) = self.challenge(scene) else {
            if scene.view.votes().is_some() {
                outcome::write(&mut column, scene);
            }
            return column;
        };
        column.say(scene.read(&challenge.text), Paint::Text);
        if width >= ROOMY {
            column.blank();
        }
        column.say(scene.read(&challenge.question), Paint::Strong);
        if leads(scene) {
            column.blank();
            counts(&mut column, scene, challenge);
        }
        column
    }

    /// The tabs, the text of the page, and the answers or one's own answer.
    fn places(&self, scene: &Scene<'_>, area: Rect) -> [Rect; 3] {
        let [tabs, rest] = column::headed(area, TABS);
        let Some(challenge) = self.challenge(scene) else {
            return [tabs, rest, Rect { height: 0, ..rest }];
        };
        let width = column::parts(rest, 0, 0)[0].width;
        let wants = self.text(scene, width.saturating_sub(2)).height();
        let least = if leads(scene) {
            5
        } else {
            own(scene, challenge, width).height().min(rest.height / 2)
        };
        let [text, answers] = column::parts(rest, wants, least);
        [tabs, text, answers]
    }
}

/// One's own answer to a challenge.
fn own(scene: &Scene<'_>, challenge: &Challenge, width: u16) -> Column {
    let mut column = Column::new(width.saturating_sub(2), scene.look);
    answer::write(&mut column, scene, challenge);
    column
}

fn names(scene: &Scene<'_>, pages: &[Option<&Challenge>]) -> Vec<String> {
    let name = |page: Option<&Challenge>| match page {
        Some(challenge) => challenge.title.get(scene.locale.language()).to_owned(),
        None => scene.say("vote-outcome"),
    };
    pages.iter().copied().map(name).collect()
}

/// What the group answers to a challenge, in the order in which it came.
fn answers<'a>(
    scene: &Scene<'a>,
    challenge: &'a Challenge,
) -> impl Iterator<Item = &'a Reflection> + use<'a> {
    let all = scene.view.reflections().values();
    all.filter(|reflection| reflection.challenge == challenge.id)
}

const fn sign(stance: Stance) -> (Sign, Paint) {
    match stance {
        Stance::Agree => (Sign::Check, Paint::Good),
        Stance::Differ => (Sign::Contested, Paint::Warn),
    }
}

/// How many agree and how many differ, out of how many people.
fn counts(column: &mut Column, scene: &Scene<'_>, challenge: &Challenge) {
    let people = scene.presence.participants;
    for stance in [Stance::Agree, Stance::Differ] {
        let all = scene.view.reflections().values();
        let count = all
            .filter(|own| own.challenge == challenge.id && own.stance == stance)
            .count();
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let (sign, paint) = sign(stance);
        let label = format!("{} {}", scene.look.sign(sign), scene.locale.stance(stance));
        share(column, scene, &label, (count, people), paint);
    }
}

/// One answer of the group.
fn block(scene: &Scene<'_>, reflection: &Reflection, width: u16) -> Column {
    let mut column = Column::new(width, scene.look);
    let (sign, paint) = sign(reflection.stance);
    let mark = scene.look.sign(sign);
    column.item(mark, paint, reflection.text.as_str(), Paint::Text);
    let who = reflection.participant;
    let who = who.and_then(|who| scene.view.participants().get(&who));
    let stance = scene.locale.stance(reflection.stance);
    let from = match who.and_then(|who| who.name.as_ref()) {
        Some(name) => format!("{stance} {} {name}", scene.look.sign(Sign::Between)),
        None => stance,
    };
    column.item(" ", Paint::Quiet, &from, Paint::Quiet);
    column.blank();
    column
}

const fn leads(scene: &Scene<'_>) -> bool {
    matches!(scene.role, Role::Facilitator)
}

impl Screen for Reflect {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-reflect-answer",
            |page: &mut Self, scene| {
                let challenge = page.challenge(scene);
                challenge.map_or(Vec::new(), |challenge| answer::ask(scene, challenge))
            },
        )
        .when(|page, scene| !leads(scene) && page.challenge(scene).is_some())
        .footer(1),
        bind(
            Key::of(KeyCode::Enter),
            "do-reflect-next",
            |page: &mut Self, scene| page.turn(scene, 1),
        )
        .when(|page, scene| leads(scene) || page.challenge(scene).is_none()),
        bind(
            Key::of(KeyCode::Right),
            "do-reflect-next",
            |page: &mut Self, scene| page.turn(scene, 1),
        )
        .also(Key::of(KeyCode::Tab))
        .footer(2),
        bind(
            Key::of(KeyCode::Left),
            "do-reflect-previous",
            |page: &mut Self, scene| page.turn(scene, -1),
        )
        .also(Key::of(KeyCode::Tab).shifted())
        .footer(3),
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |page: &mut Self, scene| page.scroll(scene, 1),
        ),
        bind(Key::of(KeyCode::Up), "do-up", |page: &mut Self, scene| {
            page.scroll(scene, -1)
        }),
        bind(
            Key::of(KeyCode::Delete),
            "do-letter-drop",
            |page: &mut Self, scene| {
                let challenge = page.challenge(scene);
                challenge.map_or(Vec::new(), |challenge| {
                    answer::drop_refused(scene, challenge)
                })
            },
        )
        .when(|page, scene| {
            let challenge = page.challenge(scene);
            challenge.is_some_and(|challenge| answer::is_refused(scene, challenge))
        })
        .footer(4),
        bind(Key::char('p'), "do-park", |_, scene| letters::park(scene))
            .when(|_, scene| !leads(scene))
            .footer(6),
        bind(Key::char('s'), "do-closing-say", |_, scene| {
            script::aloud(scene)
        })
        .when(|_, scene| leads(scene))
        .footer(5),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let [top, text, below] = self.places(scene, area);
        let pages = pages(scene);
        tabs::draw(&names(scene, &pages), self.at(&pages), top, buf, scene.look);
        let column = self.text(scene, text.width.saturating_sub(2));
        column.draw(self.offset, text, buf);
        let challenge = self.challenge(scene)?;
        if !leads(scene) {
            own(scene, challenge, below.width).draw(self.offset, below, buf);
            return None;
        }
        let answers: Vec<&Reflection> = answers(scene, challenge).collect();
        if answers.is_empty() {
            let mut column = Column::new(below.width, scene.look);
            column.say(&scene.say("reflect-no-answers"), Paint::Quiet);
            column.draw(0, below, buf);
            return None;
        }
        let at = self.answer.map_or(0, |chosen| {
            answers.partition_point(|answer| answer.id < chosen)
        });
        column::list(at, answers.len(), below, buf, scene.look, |index, width| {
            let answer = answers.get(index);
            answer.map_or_else(
                || Column::new(width, scene.look),
                |answer| block(scene, answer, width),
            )
        });
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        let [top, _, _] = self.places(scene, area);
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(scene, 1),
            MouseEventKind::ScrollUp => self.scroll(scene, -1),
            MouseEventKind::Down(MouseButton::Left) => {
                let pages = pages(scene);
                if let Some(hit) = tabs::hit(&names(scene, &pages), top, mouse.at) {
                    self.go(&pages, hit);
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}
