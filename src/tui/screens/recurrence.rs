//! What comes back: how often each theme was found in each scenario, by whom, and which needs were said in several
//! wordings; below it one of the closing prompts. The figures are those of the report, so that the room and the
//! report never differ.

mod grid;
mod tables;

use std::cell::OnceCell;

use crossterm::event::{KeyCode, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::board::definitions;
use super::board::ground::{Part, airy, right_of, rows, top, under};
use super::board::shelf::line;
use crate::report::{Options, Report};
use crate::seat::Update;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::prose;

/// Rows that one page turns.
const PAGE: isize = 6;
/// Below this height only the table and the prompt are shown.
const LOW: u16 = 16;

/// The screen of what comes back.
#[derive(Debug, Default)]
pub(super) struct Recurrence {
    table: Table,
    /// Distinct personas instead of contributions in the first table.
    is_by_persona: bool,
    /// The first row and the first column that are shown.
    first: usize,
    left: usize,
    prompt: usize,
    /// Counted when it is first asked for, and again after anything changed.
    report: OnceCell<Report>,
}

/// One of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Table {
    #[default]
    ByScenario,
    ByPersona,
    Coverage,
    Groups,
}

impl Table {
    const ALL: [Self; 4] = [
        Self::ByScenario,
        Self::ByPersona,
        Self::Coverage,
        Self::Groups,
    ];

    const fn title(self) -> &'static str {
        match self {
            Self::ByScenario => "report-themes-by-scenario",
            Self::ByPersona => "report-themes-by-persona",
            Self::Coverage => "report-coverage",
            Self::Groups => "report-groups",
        }
    }
}

impl Recurrence {
    fn report(&self, scene: &Scene<'_>) -> &Report {
        self.report
            .get_or_init(|| Report::in_the_room(&[scene.view], Options::default()))
    }

    fn turn(&mut self, by: usize) -> Vec<Intent> {
        let at = Table::ALL.iter().position(|table| *table == self.table);
        let to = (at.unwrap_or(0) + by) % Table::ALL.len();
        self.table = Table::ALL.get(to).copied().unwrap_or_default();
        (self.first, self.left) = (0, 0);
        Vec::new()
    }

    fn scroll(&mut self, by: isize, scene: &Scene<'_>) -> Vec<Intent> {
        let report = self.report(scene);
        let most = match self.table {
            Table::ByScenario => report.themes.len() + 1,
            Table::ByPersona | Table::Coverage => report.personas.len(),
            Table::Groups => report.groups.len(),
        };
        let to = self.first.saturating_add_signed(by);
        self.first = to.min(most.saturating_sub(1));
        Vec::new()
    }

    fn shift(&mut self, by: isize, scene: &Scene<'_>) -> Vec<Intent> {
        let report = self.report(scene);
        let most = match self.table {
            Table::ByScenario | Table::Coverage => report.scenarios.len(),
            Table::ByPersona => report.themes.len() + 1,
            Table::Groups => 0,
        };
        let to = self.left.saturating_add_signed(by);
        self.left = to.min(most.saturating_sub(1));
        Vec::new()
    }

    fn next_prompt(&mut self, by: usize, scene: &Scene<'_>) -> Vec<Intent> {
        let count = scene.view.plan().prompts.len().max(1);
        // One back is as far as all but one on.
        self.prompt = (self.prompt + by.min(count - 1)) % count;
        Vec::new()
    }

    /// The words that stand in a title, and what the figures in the table are.
    fn heads(&self, scene: &Scene<'_>) -> (String, String) {
        let how = match (self.table, self.is_by_persona) {
            (Table::ByScenario, true) => "recurrence-by-persona",
            (Table::ByScenario | Table::ByPersona, _) => "recurrence-by-contribution",
            (Table::Coverage, _) if tables::knows_people(scene) => "report-coverage-how",
            (Table::Coverage, _) => "recurrence-by-contribution",
            (Table::Groups, _) => "report-groups-how",
        };
        (scene.say(self.table.title()), scene.say(how))
    }

    fn draw_heads(&self, place: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
        let look = scene.look;
        let (title, how) = self.heads(scene);
        let at = Table::ALL.iter().position(|table| *table == self.table);
        let at = [
            ("k", (at.unwrap_or(0) + 1).into()),
            ("of", Table::ALL.len().into()),
        ];
        let pages = scene.say_with("report-of", &at);
        let used = prose::width(&pages).min(place.width);
        let title = prose::cut(&title, place.width.saturating_sub(used + 2), look);
        line(buf, top(place, 1), &title, look.style(Paint::Title));
        let right = right_of(top(place, 1), place.width - used);
        line(buf, right, &pages, look.style(Paint::Quiet));
        if place.height >= 2 {
            let how = prose::cut(&how, place.width, look);
            line(buf, under(place, 1), &how, look.style(Paint::Quiet));
        }
    }

    fn draw_prompt(&self, place: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
        let look = scene.look;
        let rule = look.sign(Sign::Rule).repeat(usize::from(place.width));
        line(buf, top(place, 1), &rule, look.style(Paint::Frame));
        let words = self.prompt_words(scene);
        for (row, words) in (1..place.height).zip(prose::wrap(&words, place.width)) {
            let place = top(under(place, row), 1);
            line(buf, place, &words, look.style(Paint::Strong));
        }
    }

    /// The prompt, with which of all it is.
    fn prompt_words(&self, scene: &Scene<'_>) -> String {
        let prompts = &scene.view.plan().prompts;
        let Some(prompt) = prompts.get(self.prompt) else {
            return String::new();
        };
        let text = scene.prompt(prompt, None);
        let at = [
            ("at", (self.prompt + 1).into()),
            ("of", prompts.len().into()),
            ("text", text.into()),
        ];
        scene.say_with("recurrence-prompt", &at)
    }

    fn draw_groups(&self, place: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
        let look = scene.look;
        let groups = &self.report(scene).groups;
        if groups.is_empty() {
            let words = scene.say("report-groups-none");
            line(buf, place, &words, look.style(Paint::Quiet));
            return;
        }
        let height = |group: &crate::report::recurrence::Group| {
            u16::try_from(group.contributions.len() + 2).unwrap_or(u16::MAX)
        };
        for (_, group, row) in rows(groups, Part::From(self.first), place, height) {
            let label = group.label.as_ref().map_or_else(
                || scene.say("report-group-without-label"),
                ToString::to_string,
            );
            let recurs = tables::group_words(&group.recurrence, scene);
            let used = prose::width(&recurs).min(row.width);
            let sign = look.sign(Sign::Group);
            let room = row.width.saturating_sub(used + 2);
            let label = format!("{sign} {label}");
            let label = prose::cut(&label, room, look);
            line(buf, top(row, 1), &label, look.style(Paint::Strong));
            let right = right_of(top(row, 1), row.width - used);
            line(buf, right, &recurs, look.style(Paint::Accent));
            for (index, quote) in (1..row.height).zip(&group.contributions) {
                let place = right_of(top(under(row, index), 1), 2);
                let words = format!("{}  {}", quote.contribution, quote.text);
                let words = words.replace('\n', " ");
                let words = prose::cut(&words, place.width, look);
                line(buf, place, &words, look.style(Paint::Text));
            }
        }
    }
}

impl Screen for Recurrence {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Tab),
            "do-recurrence-table",
            |screen: &mut Self, _| screen.turn(1),
        )
        .also(Key::char(']'))
        .footer(1),
        bind(
            Key::char('['),
            "do-recurrence-table-back",
            |screen: &mut Self, _| screen.turn(Table::ALL.len() - 1),
        )
        .also(Key::of(KeyCode::Tab).shifted()),
        bind(
            Key::char(' '),
            "do-recurrence-prompt",
            |screen: &mut Self, scene| screen.next_prompt(1, scene),
        )
        .footer(2)
        .when(|_, scene| scene.view.plan().prompts.len() > 1),
        bind(
            Key::of(KeyCode::Backspace),
            "do-recurrence-prompt-back",
            |screen: &mut Self, scene| screen.next_prompt(usize::MAX, scene),
        )
        .when(|_, scene| scene.view.plan().prompts.len() > 1),
        bind(
            Key::char('v'),
            "do-recurrence-personas",
            |screen: &mut Self, _| {
                screen.is_by_persona = !screen.is_by_persona;
                Vec::new()
            },
        )
        .footer(3)
        .when(|screen, _| screen.table == Table::ByScenario),
        bind(Key::char('d'), "do-board-themes", |_, scene| {
            definitions(scene)
        })
        .footer(4),
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |screen: &mut Self, scene| screen.scroll(1, scene),
        ),
        bind(Key::of(KeyCode::Up), "do-up", |screen: &mut Self, scene| {
            screen.scroll(-1, scene)
        }),
        bind(
            Key::of(KeyCode::Right),
            "do-board-right",
            |screen: &mut Self, scene| screen.shift(1, scene),
        ),
        bind(
            Key::of(KeyCode::Left),
            "do-board-left",
            |screen: &mut Self, scene| screen.shift(-1, scene),
        ),
        bind(
            Key::of(KeyCode::PageDown),
            "do-page-down",
            |screen: &mut Self, scene| screen.scroll(PAGE, scene),
        ),
        bind(
            Key::of(KeyCode::PageUp),
            "do-page-up",
            |screen: &mut Self, scene| screen.scroll(-PAGE, scene),
        ),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = airy(area);
        let report = self.report(scene);
        let words = tables::run_words(report, area.width, scene);
        line(buf, area, &words, scene.look.style(Paint::Strong));
        let gap = u16::from(area.height >= LOW);
        let heads = under(area, 1 + gap);
        self.draw_heads(top(heads, 1 + gap), scene, buf);
        let prompt = prose::height(&self.prompt_words(scene), area.width).saturating_add(1);
        let prompt = prompt.min(area.height / 3);
        let table = under(heads, 1 + gap * 2);
        let table = top(table, table.height.saturating_sub(prompt + gap));
        match tables::grid(self.table, self.is_by_persona, report, scene) {
            Some(grid) => grid.draw(self.first, self.left, table, scene.look, buf),
            None => self.draw_groups(table, scene, buf),
        }
        if !scene.view.plan().prompts.is_empty() {
            let place = under(area, area.height - prompt);
            self.draw_prompt(place, scene, buf);
        }
        None
    }

    fn title(&self) -> &'static str {
        "recurrence-title"
    }

    fn mouse(&mut self, mouse: Mouse, _area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(1, scene),
            MouseEventKind::ScrollUp => self.scroll(-1, scene),
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, update: &Update, _scene: &Scene<'_>) -> Vec<Intent> {
        if !matches!(update, Update::Presence(_)) {
            self.report = OnceCell::new();
        }
        Vec::new()
    }
}
