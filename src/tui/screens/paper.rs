//! Paper notes, many at once: one a line, all of one persona and one kind. It stays open for the next persona's; what
//! is not taken comes back into the field with the reason.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::id::{PersonaId, ScenarioId};
use crate::seat::Update;
use crate::text::Statement;
use crate::tui::binding::{Binding, bind};
use crate::tui::drafts::Drafts;
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::popup::{centered, framed, inside};
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::sheet::{Field, Pressed, Sheet};
use crate::tui::widget::{below, prose};
use crate::vocabulary::{Kind, Source, StepKind};
use crate::workshop::{Command, Refusal};

/// What the notes are kept under.
const NAME: &str = "paper";
/// The widest it gets.
const WIDTH: u16 = 90;
/// Rows for the notes.
const ROWS: u16 = 7;
/// The row below the fields, which says how many notes there are.
const BELOW: u16 = 1;

/// The places of the fields.
const SCENARIO: usize = 0;
const PERSONA: usize = 1;
const KIND: usize = 2;
const NOTES: usize = 3;

/// A popup to enter paper notes.
#[derive(Debug)]
pub(in crate::tui) struct Paper {
    sheet: Sheet,
    scenarios: Vec<ScenarioId>,
    personas: Vec<PersonaId>,
    /// Notes that were given and have no answer yet.
    waiting: usize,
    /// Notes that were taken since it was opened.
    entered: usize,
}

impl Paper {
    /// Whether notes are taken at this step.
    pub(in crate::tui) fn is_taken(scene: &Scene<'_>) -> bool {
        matches!(
            scene.view.step_kind(),
            StepKind::Brief
                | StepKind::Write
                | StepKind::Share
                | StepKind::Sort
                | StepKind::Converge
        )
    }

    /// Opens it. Notes that were refused before stand in it again.
    pub(in crate::tui) fn open(scene: &Scene<'_>) -> Vec<Intent> {
        let mut intents = Vec::new();
        let mut notes: Vec<&str> = scene.drafts.get(&draft()).into_iter().collect();
        for (id, letter) in scene.post.letters() {
            if let (Some(note), State::Refused(_)) = (note(&letter.command), &letter.state) {
                notes.push(note);
                intents.push(Intent::DropRefused(id));
            }
        }
        let mut paper = Self::empty(scene);
        paper.sheet.fill(NOTES, &notes.join("\n"));
        paper.sheet.choose_again(NAME, scene.drafts);
        intents.push(Intent::Open(Box::new(paper)));
        intents
    }

    fn empty(scene: &Scene<'_>) -> Self {
        let plan = scene.view.plan();
        let scenarios: Vec<ScenarioId> = match scene.view.scenario() {
            Some(scenario) => vec![scenario.clone()],
            None => scene
                .view
                .scenarios_run()
                .into_iter()
                .rev()
                .cloned()
                .collect(),
        };
        let titles = scenarios.iter().map(|id| {
            let scenario = plan.scenario(id);
            scenario.map_or_else(
                || id.to_string(),
                |found| scene.read(&found.title).to_owned(),
            )
        });
        let personas = plan.personas.iter();
        let roles = personas.map(|persona| scene.read(&persona.role).to_owned());
        let roles = roles.chain([scene.say("paper-no-persona")]);
        let kinds = Kind::ALL.iter().map(|kind| scene.locale.kind(*kind));
        let mut sheet = Sheet::new(vec![
            Field::choice(scene.say("paper-scenario"), titles.collect(), 0),
            Field::choice(scene.say("paper-persona"), roles.collect(), 0),
            Field::choice(scene.say("paper-kind"), kinds.collect(), 0),
            Field::lines(scene.say("paper-notes"), ROWS).hint(scene.say("paper-hint")),
        ]);
        sheet.go(PERSONA);
        Self {
            sheet,
            scenarios,
            personas: plan
                .personas
                .iter()
                .map(|persona| persona.id.clone())
                .collect(),
            waiting: 0,
            entered: 0,
        }
    }

    /// Gives every note that is well, and leaves the others in the field.
    fn enter(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let answers = self.sheet.answers();
        let mut intents = Vec::new();
        let mut left = Vec::new();
        let mut trouble = None;
        for note in notes(answers.text(NOTES)) {
            match Statement::parse(note) {
                Ok(text) => intents.push(Intent::Ask(Command::Contribute {
                    kind: Kind::ALL.get(answers.chosen(KIND)).copied(),
                    text: text.as_str().to_owned(),
                    prompt: None,
                    source: Some(Source::Paper),
                    persona: self.personas.get(answers.chosen(PERSONA)).cloned(),
                    scenario: self.scenarios.get(answers.chosen(SCENARIO)).cloned(),
                    table: None,
                    language: None,
                })),
                Err(error) => {
                    left.push(note);
                    let why = scene.locale.refusal(&Refusal::from(error));
                    let line = left.len();
                    let variables = [("line", line.into()), ("why", why.into())];
                    trouble.get_or_insert_with(|| scene.say_with("paper-line", &variables));
                }
            }
        }
        if intents.is_empty() && left.is_empty() {
            trouble = Some(scene.say("paper-nothing"));
        }
        self.waiting += intents.len();
        self.sheet.fill(NOTES, &left.join("\n"));
        if let Some(why) = trouble {
            self.sheet.object(NOTES, why);
        }
        intents
    }

    /// Puts a note back that was not taken, with the reason.
    fn take_back(&mut self, note: &str, why: &str, scene: &Scene<'_>) {
        let answers = self.sheet.answers();
        let typed = answers.text(NOTES);
        let between = if typed.is_empty() { "" } else { "\n" };
        self.sheet.fill(NOTES, &format!("{typed}{between}{note}"));
        let why = scene.say_with("paper-refused", &[("why", why.into())]);
        self.sheet.object(NOTES, why);
    }

    /// How many notes there are: being typed, on their way, and taken.
    fn standing(&self, scene: &Scene<'_>) -> (String, Paint) {
        let ready = notes(self.sheet.answers().text(NOTES)).count();
        let look = scene.look;
        let say = |key: &str, count: usize| scene.say_with(key, &[("count", count.into())]);
        if ready > 0 {
            (say("paper-ready", ready), Paint::Strong)
        } else if self.waiting > 0 {
            let sign = look.sign(Sign::Waiting);
            let words = say("paper-waiting", self.waiting);
            (format!("{sign} {words}"), Paint::Quiet)
        } else if self.entered > 0 {
            let sign = look.sign(Sign::Check);
            let words = say("paper-entered", self.entered);
            (format!("{sign} {words}"), Paint::Good)
        } else {
            (say("paper-ready", 0), Paint::Quiet)
        }
    }

    fn fields(inner: Rect) -> Rect {
        Rect {
            height: inner.height.saturating_sub(BELOW),
            ..inner
        }
    }
}

/// The name of the draft of the notes, as the sheet keeps it.
fn draft() -> String {
    format!("{NAME}/{NOTES}")
}

/// The text of a command that enters a note.
fn note(command: &Command) -> Option<&str> {
    match command {
        Command::Contribute {
            text,
            source: Some(Source::Paper),
            ..
        } => Some(text),
        _ => None,
    }
}

/// The notes in a text: its lines that are not blank.
fn notes(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

impl Screen for Paper {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::ctrl('s'),
            "do-paper-enter",
            |paper: &mut Self, scene| paper.enter(scene),
        )
        .footer(1),
        bind(Key::of(KeyCode::Esc), "do-close-popup", |_, _| {
            vec![Intent::Close]
        })
        .footer(2),
        bind(Key::of(KeyCode::Tab), "do-next-field", |_, _| Vec::new()).footer(3),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = framed(self, &scene.say("do-paper"), scene, area, buf);
        let fields = Self::fields(inner);
        let cursor = self.sheet.draw(fields, buf, scene.look);
        let (words, paint) = self.standing(scene);
        let last = below(inner, inner.height.saturating_sub(1));
        prose::put(buf, last, &words, scene.look.style(paint));
        cursor
    }

    fn title(&self) -> &'static str {
        "do-paper"
    }

    fn typed(&mut self, key: Key, scene: &Scene<'_>) -> Option<Vec<Intent>> {
        match self.sheet.press(key) {
            Pressed::Taken => Some(Vec::new()),
            Pressed::Submitted => Some(self.enter(scene)),
            Pressed::NotTaken => None,
        }
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn pasted(&mut self, text: &str, _scene: &Scene<'_>) -> Vec<Intent> {
        // Notes are pasted; that may as well be before the field was gone to.
        self.sheet.go(NOTES);
        self.sheet.paste(text);
        Vec::new()
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, _scene: &Scene<'_>) -> Vec<Intent> {
        self.sheet.mouse(mouse, Self::fields(inside(area)));
        Vec::new()
    }

    fn heard(&mut self, update: &Update, scene: &Scene<'_>) -> Vec<Intent> {
        let (Update::Answered { id, command, .. } | Update::NotKept { id, command, .. }) = update
        else {
            return Vec::new();
        };
        let Some(note) = note(command) else {
            return Vec::new();
        };
        self.waiting = self.waiting.saturating_sub(1);
        let mut letters = scene.post.letters();
        let letter = letters.find(|(found, _)| found == id);
        if let Some(State::Refused(why)) = letter.map(|(_, letter)| &letter.state) {
            self.take_back(note, why, scene);
            return vec![Intent::DropRefused(*id)];
        }
        self.entered += 1;
        Vec::new()
    }

    fn keep(&self, drafts: &mut Drafts) {
        self.sheet.keep(NAME, drafts);
    }

    fn place(&self, _scene: &Scene<'_>, area: Rect) -> Rect {
        let width = area.width.min(WIDTH);
        let height = self.sheet.height(width.saturating_sub(4));
        centered(area, width, height.saturating_add(2 + BELOW))
    }
}
