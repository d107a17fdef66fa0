//! The end: what was made, the parking lot to clear, a last question; and, when the workshop has ended, where it was
//! saved, its report for whoever led, and for everybody else what they wrote and what happens with it.

mod ended;
mod made;

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{letters, script};
use crate::id::{ContributionId, ParkingId, PromptId};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::screens::vote::outcome;
use crate::tui::widget::column::{self, Column};
use crate::tui::widget::{list, tabs};
use crate::vocabulary::{Role, StepKind};
use crate::workshop::Command;
use crate::workshop::entry::{Contribution, Parked};

/// The rows of the tabs, with the air below.
const TABS: u16 = 2;

/// The end.
#[derive(Debug, Default)]
pub(super) struct Close {
    /// The page that was asked for; none: the one that comes first here.
    page: Option<Page>,
    /// The prompt that is shown; none: the first one.
    prompt: Option<PromptId>,
    /// The parking entry that is chosen.
    parked: Option<ParkingId>,
    /// The own text that is in sight.
    own: Option<ContributionId>,
    /// The rows scrolled past in the outcome.
    offset: usize,
}

/// The pages there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    End,
    Outcome,
}

const fn leads(scene: &Scene<'_>) -> bool {
    matches!(scene.role, Role::Facilitator)
}

const fn has_ended(scene: &Scene<'_>) -> bool {
    scene.view.closed_at().is_some()
}

/// The own texts of whoever looks, in the order in which they were written.
fn own<'a>(scene: &Scene<'a>) -> Vec<&'a Contribution> {
    let you = scene.you;
    let all = scene.contributions();
    all.filter(|own| own.participant == Some(you)).collect()
}

impl Close {
    /// The page that is open. In an agenda that holds nothing against the challenges the outcome of the vote was not
    /// shown yet, and comes first.
    fn page(&self, scene: &Scene<'_>) -> Page {
        if scene.view.votes().is_none() {
            return Page::End;
        }
        let mut agenda = scene.view.plan().agenda.iter();
        let is_new = !has_ended(scene) && !agenda.any(|step| step.kind == StepKind::Reflect);
        let first = if is_new { Page::Outcome } else { Page::End };
        self.page.unwrap_or(first)
    }

    fn turn(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        self.page = Some(match self.page(scene) {
            Page::End => Page::Outcome,
            Page::Outcome => Page::End,
        });
        self.offset = 0;
        Vec::new()
    }

    fn prompt_at(&self, scene: &Scene<'_>) -> usize {
        let mut prompts = scene.view.plan().prompts.iter();
        let chosen = self.prompt.as_ref();
        let found = chosen.and_then(|chosen| prompts.position(|prompt| prompt.id == *chosen));
        found.unwrap_or(0)
    }

    fn ask(&mut self, scene: &Scene<'_>, by: isize) -> Vec<Intent> {
        let prompts = &scene.view.plan().prompts;
        let last = prompts.len().saturating_sub(1);
        let at = self.prompt_at(scene).saturating_add_signed(by).min(last);
        self.prompt = prompts.get(at).map(|prompt| prompt.id.clone());
        Vec::new()
    }

    fn scroll(&mut self, scene: &Scene<'_>, by: isize) -> Vec<Intent> {
        if self.page(scene) == Page::Outcome {
            // What is drawn stops at the end; this only keeps a held key from piling up rows behind it.
            self.offset = self.offset.saturating_add_signed(by).min(100);
        } else if has_ended(scene) {
            let ids: Vec<ContributionId> = own(scene).iter().map(|own| own.id).collect();
            list::step(&ids, &mut self.own, by);
        } else {
            let ids: Vec<ParkingId> = scene.view.parking().keys().copied().collect();
            list::step(&ids, &mut self.parked, by);
        }
        Vec::new()
    }

    /// Ticks the chosen entry off, and goes on to the next one that is open.
    fn resolve(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let entries = scene.view.parking();
        let ids: Vec<ParkingId> = entries.keys().copied().collect();
        let at = list::place(&ids, self.parked);
        let Some(parking) = ids.get(at).copied() else {
            return vec![Intent::info(scene.say("parking-empty"))];
        };
        let is_open = |entry: &&Parked| !entry.resolved && entry.id != parking;
        let next = entries.values().filter(is_open);
        let next = next
            .clone()
            .find(|entry| entry.id > parking)
            .or_else(|| next.clone().next());
        self.parked = next.map_or(Some(parking), |next| Some(next.id));
        if entries.get(&parking).is_some_and(|entry| entry.resolved) {
            return vec![Intent::info(scene.say("close-resolved"))];
        }
        vec![Intent::Ask(Command::Resolve { parking })]
    }

    /// The upper part of the end: the question and what was made, or how it ended.
    fn text(&self, scene: &Scene<'_>, width: u16) -> Column {
        let mut column = Column::new(width, scene.look);
        if has_ended(scene) {
            ended::write(&mut column, scene);
            return column;
        }
        if let Some(script) = scene.view.plan().script(StepKind::Close) {
            column.say(scene.read(&script.expect), Paint::Strong);
            column.blank();
        }
        let prompts = &scene.view.plan().prompts;
        let at = self.prompt_at(scene);
        if let Some(prompt) = prompts.get(at) {
            let mark = format!("{}/{}", at + 1, prompts.len());
            column.item(&mark, Paint::Key, &scene.prompt(prompt, None), Paint::Text);
            column.blank();
        }
        made::write(&mut column, scene);
        column.blank();
        let notice = &scene.view.plan().notices.not_the_study;
        column.say(scene.read(notice), Paint::Quiet);
        column
    }

    /// What stands above the list: what it is, and texts on their way.
    fn head(scene: &Scene<'_>, width: u16) -> Column {
        let mut column = Column::new(width, scene.look);
        if has_ended(scene) {
            ended::write_head(&mut column, scene);
            return column;
        }
        let entries = scene.view.parking();
        let open = entries.values().filter(|entry| !entry.resolved).count();
        let variables = [("open", open.into()), ("count", entries.len().into())];
        column.heading(&scene.say_with("close-parking", &variables));
        letters::write(&mut column, scene, letters::said);
        column
    }

    /// The tabs, the upper part, what stands above the list, and the list.
    fn parts(&self, scene: &Scene<'_>, area: Rect) -> [Rect; 4] {
        let page = column::page(area);
        let has_tabs = scene.view.votes().is_some();
        let tabs = Rect {
            height: if has_tabs { page.height.min(TABS) } else { 0 },
            ..page
        };
        let rest = Rect {
            y: tabs.bottom(),
            height: page.height - tabs.height,
            ..page
        };
        let none = Rect { height: 0, ..rest };
        if self.page(scene) == Page::Outcome || (has_ended(scene) && leads(scene)) {
            return [tabs, rest, none, none];
        }
        let width = column::parts(rest, 0, 0)[0].width;
        let wants = self.text(scene, width.saturating_sub(2)).height();
        let [text, below] = column::parts(rest, wants, (rest.height / 3).max(4));
        let rows = Self::head(scene, below.width.saturating_sub(2)).height();
        let head = Rect {
            height: rows.min(below.height),
            ..below
        };
        let list = Rect {
            y: head.bottom(),
            height: below.height - head.height,
            ..below
        };
        [tabs, text, head, list]
    }

    fn draw_list(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let look = scene.look;
        if has_ended(scene) {
            let own = own(scene);
            let ids: Vec<ContributionId> = own.iter().map(|own| own.id).collect();
            let at = list::place(&ids, self.own);
            column::list(at, own.len(), area, buf, look, |index, width| {
                let own = own.get(index);
                own.map_or_else(
                    || Column::new(width, look),
                    |own| ended::block(scene, own, width),
                )
            });
            return;
        }
        let entries: Vec<&Parked> = scene.view.parking().values().collect();
        let at = self.parked.map_or(0, |chosen| {
            let at = entries.partition_point(|entry| entry.id < chosen);
            at.min(entries.len().saturating_sub(1))
        });
        column::list(at, entries.len(), area, buf, look, |index, width| {
            let entry = entries.get(index);
            entry.map_or_else(
                || Column::new(width, look),
                |entry| parked(scene, entry, index == at, width),
            )
        });
    }
}

/// An entry of the parking lot.
fn parked(scene: &Scene<'_>, entry: &Parked, is_chosen: bool, width: u16) -> Column {
    let look = scene.look;
    let mut column = Column::new(width, look);
    let (sign, paint) = if entry.resolved {
        (Sign::Marked, Paint::Quiet)
    } else {
        (Sign::Unmarked, Paint::Text)
    };
    let chosen = if is_chosen {
        look.sign(Sign::Selected)
    } else {
        " "
    };
    let mark = format!("{chosen} {}", look.sign(sign));
    column.item(&mark, Paint::Accent, entry.text.as_str(), paint);
    column
}

impl Screen for Close {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-close-resolve",
            |end: &mut Self, scene| end.resolve(scene),
        )
        .when(|end, scene| leads(scene) && !has_ended(scene) && end.page(scene) == Page::End)
        .footer(1),
        bind(Key::char('p'), "do-park", |_, scene| letters::park(scene))
            .also(Key::of(KeyCode::Enter))
            .when(|_, scene| !leads(scene) && !has_ended(scene))
            .footer(1),
        bind(Key::char('r'), "do-close-report", |_, scene| {
            ended::report(scene)
        })
        .also(Key::of(KeyCode::Enter))
        .when(|_, scene| leads(scene) && has_ended(scene))
        .footer(1),
        bind(Key::char('y'), "do-close-copy", |_, scene| {
            ended::copy(scene)
        })
        .when(|_, scene| leads(scene) && has_ended(scene) && scene.invitation.saved.is_some())
        .footer(2),
        bind(
            Key::of(KeyCode::Tab),
            "do-close-page",
            |end: &mut Self, scene| end.turn(scene),
        )
        .when(|_, scene| scene.view.votes().is_some())
        .footer(3),
        bind(
            Key::of(KeyCode::Right),
            "do-close-prompt",
            |end: &mut Self, scene| end.ask(scene, 1),
        )
        .when(|end, scene| !has_ended(scene) && end.page(scene) == Page::End)
        .footer(4),
        bind(
            Key::of(KeyCode::Left),
            "do-close-prompt-back",
            |end: &mut Self, scene| end.ask(scene, -1),
        )
        .when(|end, scene| !has_ended(scene) && end.page(scene) == Page::End),
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |end: &mut Self, scene| end.scroll(scene, 1),
        ),
        bind(Key::of(KeyCode::Up), "do-up", |end: &mut Self, scene| {
            end.scroll(scene, -1)
        }),
        bind(Key::of(KeyCode::Delete), "do-letter-drop", |_, scene| {
            letters::drop_refused(scene, letters::said)
        })
        .when(|_, scene| letters::refused(scene, letters::said).is_some())
        .footer(5),
        bind(Key::char('s'), "do-closing-say", |_, scene| {
            script::aloud(scene)
        })
        .when(|_, scene| leads(scene) && !has_ended(scene))
        .footer(6),
        bind(Key::char('q'), "do-quit", |_, _| vec![Intent::Quit])
            .when(|_, scene| has_ended(scene))
            .footer(2),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let [top, text, head, rest] = self.parts(scene, area);
        let names = names(scene);
        let page = self.page(scene);
        tabs::draw(
            &names,
            usize::from(page == Page::Outcome),
            top,
            buf,
            scene.look,
        );
        let width = text.width.saturating_sub(2);
        if page == Page::Outcome {
            let mut column = Column::new(width, scene.look);
            outcome::write(&mut column, scene);
            column.draw(self.offset, text, buf);
            return None;
        }
        self.text(scene, width).draw(0, text, buf);
        Self::head(scene, head.width.saturating_sub(2)).draw(0, head, buf);
        self.draw_list(scene, rest, buf);
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        let [top, _, _, _] = self.parts(scene, area);
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(scene, 1),
            MouseEventKind::ScrollUp => self.scroll(scene, -1),
            MouseEventKind::Down(MouseButton::Left) => {
                let page = match tabs::hit(&names(scene), top, mouse.at) {
                    Some(0) => Some(Page::End),
                    Some(_) => Some(Page::Outcome),
                    None => self.page,
                };
                self.page = page;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}

fn names(scene: &Scene<'_>) -> Vec<String> {
    vec![scene.say("close-tab"), scene.say("vote-outcome")]
}
