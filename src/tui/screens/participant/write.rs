//! Writing: who I am and what is asked above, a field to write in, and below it what I wrote so far and how far each
//! text is. The field always takes the letters; what is typed is never lost, whatever happens to step, link or host.

mod drawing;
mod kept;
mod keys;
mod own;
mod places;

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::kept::{ASIDE, ASIDE_KIND, ASKED, EDITING, KIND, PROMPT, TEXT};
pub(in crate::tui) use self::kept::{is_beside, unsent};
use self::own::{Item, Stand, Which, items};
use self::places::Places;
use super::light::{Light, Lit};
use super::{park, persona};
use crate::id::{ContributionId, PromptId};
use crate::seat::Update;
use crate::text::{Lines, Statement};
use crate::tui::binding::Binding;
use crate::tui::drafts::Drafts;
use crate::tui::field::TextField;
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::popup::Confirm;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::vocabulary::Kind;
use crate::workshop::plan::Prompt;
use crate::workshop::{Command, Event, Refusal};

/// The writing screen.
#[derive(Debug)]
pub(in crate::tui::screens) struct Write {
    field: TextField,
    kind: Kind,
    /// The contribution that is being rewritten.
    editing: Option<ContributionId>,
    /// What was in the field before something else was taken into it, and its kind.
    aside: Option<(String, Kind)>,
    /// The prompt that was chosen in place of the one that was dealt.
    prompt: Option<PromptId>,
    /// The prompt that stood there when something was last written.
    asked: Option<PromptId>,
    /// The chosen item of one's own list; without one, the field has the cursor.
    chosen: Option<Which>,
    /// Whether what is in the field was typed at an earlier step, or before the program was started.
    is_left_over: bool,
    light: Light,
}

impl Default for Write {
    fn default() -> Self {
        Self {
            field: TextField::new(Lines::Many),
            kind: Kind::Need,
            editing: None,
            aside: None,
            prompt: None,
            asked: None,
            chosen: None,
            is_left_over: false,
            light: Light::default(),
        }
    }
}

impl Write {
    /// The prompt that is answered: the chosen one while the step has it, or the one that was dealt.
    fn prompt<'a>(&self, scene: &Scene<'a>) -> Option<&'a Prompt> {
        let (_, step) = scene.view.step()?;
        let prompts = scene.view.plan().prompts_of(step);
        let is_chosen = |prompt: &&&Prompt| self.prompt.as_ref() == Some(&prompt.id);
        let chosen = prompts.iter().find(is_chosen).copied();
        chosen.or_else(|| scene.view.prompt_of(scene.you))
    }

    /// Takes the next prompt of the step.
    fn next_prompt(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        if let (Some((_, step)), Some(now)) = (scene.view.step(), self.prompt(scene)) {
            let prompts = scene.view.plan().prompts_of(step);
            let at = prompts.iter().position(|prompt| prompt.id == now.id);
            let next = at.map_or(0, |at| at + 1);
            let next = prompts.get(next).or_else(|| prompts.first());
            self.prompt = next.map(|prompt| prompt.id.clone());
        }
        Vec::new()
    }

    fn has_prompts(scene: &Scene<'_>) -> bool {
        let step = scene.view.step();
        step.is_some_and(|(_, step)| scene.view.plan().prompts_of(step).len() > 1)
    }

    /// The chosen item, if it is still there.
    fn selected<'a>(&self, scene: &Scene<'a>) -> Option<Item<'a>> {
        let chosen = self.chosen?;
        items(scene).into_iter().find(|item| item.which == chosen)
    }

    fn is_writing(&self, scene: &Scene<'_>) -> bool {
        self.selected(scene).is_none()
    }

    fn next_kind(&mut self, by: usize) -> Vec<Intent> {
        let at = Kind::ALL.iter().position(|kind| *kind == self.kind);
        let next = (at.unwrap_or(0) + by) % Kind::ALL.len();
        self.kind = Kind::ALL.get(next).copied().unwrap_or(Kind::Need);
        Vec::new()
    }

    /// Gives what is in the field, unless it cannot be taken: then it stays where it is.
    fn send(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let text = self.field.text();
        if let Err(error) = Statement::parse(&text) {
            return vec![Intent::trouble(scene.locale.refusal(&Refusal::from(error)))];
        }
        let kind = Some(self.kind);
        let command = match self.editing {
            Some(contribution) => Command::Edit {
                contribution,
                kind,
                text,
            },
            None => Command::Contribute {
                kind,
                text,
                prompt: self.prompt(scene).map(|prompt| prompt.id.clone()),
                source: None,
                persona: None,
                scenario: None,
                table: None,
                language: None,
            },
        };
        self.lay_down();
        vec![Intent::Ask(command)]
    }

    /// Empties the field, or gives back what was in it before.
    fn lay_down(&mut self) {
        self.editing = None;
        self.is_left_over = false;
        self.field.clear();
        if let Some((text, kind)) = self.aside.take() {
            self.field.paste(&text);
            self.kind = kind;
        }
    }

    /// Takes a text into the field; what was there is put aside.
    fn take_up(&mut self, text: &str, kind: Option<Kind>, editing: Option<ContributionId>) {
        if !self.field.is_blank() {
            self.aside = Some((self.field.text(), self.kind));
        }
        self.field = TextField::with(Lines::Many, text);
        self.kind = kind.unwrap_or(self.kind);
        self.editing = editing;
        self.is_left_over = false;
        self.chosen = None;
    }

    /// Takes the chosen item into the field: to rewrite it, or to send a refused one again.
    fn open(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(item) = self.selected(scene) else {
            return Vec::new();
        };
        if self.editing.is_some() || self.aside.is_some() {
            return vec![Intent::trouble(scene.say("my-finish-first"))];
        }
        match (item.which, item.stand) {
            (Which::Saved(id), Stand::Saved) => {
                self.take_up(item.text, item.kind, Some(id));
                Vec::new()
            }
            (Which::Letter(id), Stand::Refused(_)) => {
                let letters = scene.post.letters();
                let letter = letters.into_iter().find(|(letter, _)| *letter == id);
                let edited = letter.and_then(|(_, letter)| match letter.command {
                    Command::Edit { contribution, .. } => Some(contribution),
                    _ => None,
                });
                let edited = edited.filter(|id| is_own_still(*id, scene));
                self.take_up(item.text, item.kind, edited);
                vec![Intent::DropRefused(id)]
            }
            (_, Stand::Shared) => vec![Intent::info(scene.say("my-shared-stays"))],
            _ => vec![Intent::info(scene.say("my-waiting-stays"))],
        }
    }

    /// Gives back what was in the field before. A text that was not saved yet changes places with it.
    fn give_back(&mut self) -> Vec<Intent> {
        if self.editing.is_none()
            && let Some((text, kind)) = self.aside.take()
        {
            self.aside = Some((self.field.text(), self.kind));
            self.field = TextField::with(Lines::Many, &text);
            self.kind = kind;
        } else {
            self.lay_down();
        }
        Vec::new()
    }

    /// Takes the chosen item back, or throws a refused one away; both are asked twice.
    fn withdraw(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(item) = self.selected(scene) else {
            return Vec::new();
        };
        let (key, intent) = match (item.which, item.stand) {
            (Which::Saved(contribution), Stand::Saved) => (
                "sure-my-withdraw",
                Intent::Ask(Command::Withdraw { contribution }),
            ),
            (Which::Letter(id), Stand::Refused(_)) => ("sure-my-drop", Intent::DropRefused(id)),
            (_, Stand::Shared) => return vec![Intent::info(scene.say("my-shared-stays"))],
            _ => return vec![Intent::info(scene.say("my-waiting-stays"))],
        };
        let sure = Confirm::of(scene.say(key), vec![intent]);
        vec![Intent::Open(Box::new(sure))]
    }

    /// Goes through the list; above its first item is the field.
    fn step(&mut self, by: isize, scene: &Scene<'_>) -> Vec<Intent> {
        let items = items(scene);
        let at = items
            .iter()
            .position(|item| Some(item.which) == self.chosen);
        let next = match (at, by < 0) {
            (Some(0), true) => None,
            (Some(at), _) => Some(at.saturating_add_signed(by).min(items.len() - 1)),
            (None, _) => Some(0),
        };
        self.chosen = next.and_then(|at| items.get(at)).map(|item| item.which);
        Vec::new()
    }

    /// When what is being rewritten can no longer be, because the room has seen it, the text is kept as a new one.
    fn settle(&mut self, scene: &Scene<'_>) {
        let Some(id) = self.editing.filter(|id| !is_own_still(*id, scene)) else {
            return;
        };
        let found = scene.view.contributions().get(&id);
        let text = self.field.text();
        let kind = self.kind;
        let is_changed = found.is_none_or(|found| found.text.as_str() != text);
        self.lay_down();
        if is_changed {
            self.kind = kind;
            self.field.to_end();
            if !self.field.is_blank() {
                self.field.press(Key::ctrl('j'));
            }
            self.field.paste(&text);
        }
    }
}

/// Whether a contribution is mine and nobody else has seen it.
fn is_own_still(id: ContributionId, scene: &Scene<'_>) -> bool {
    let found = scene.view.contributions().get(&id);
    found.is_some_and(|found| {
        found.participant == Some(scene.you) && !found.shared && !found.withdrawn
    })
}

impl Lit for Write {
    fn light(&self) -> &Light {
        &self.light
    }
}

impl Screen for Write {
    const BINDINGS: &'static [Binding<Self>] = keys::BINDINGS;

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        drawing::draw(self, scene, area, buf)
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn typed(&mut self, key: Key, scene: &Scene<'_>) -> Option<Vec<Intent>> {
        // Whoever types in the list means the field; other keys belong to the list.
        if key.typed().is_none() && !self.is_writing(scene) {
            return None;
        }
        if !self.field.press(key) {
            return None;
        }
        self.chosen = None;
        self.is_left_over = false;
        self.asked = self.prompt(scene).map(|prompt| prompt.id.clone());
        Some(Vec::new())
    }

    fn pasted(&mut self, text: &str, scene: &Scene<'_>) -> Vec<Intent> {
        self.chosen = None;
        self.field.paste(text);
        self.asked = self.prompt(scene).map(|prompt| prompt.id.clone());
        Vec::new()
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1, scene),
            MouseEventKind::ScrollUp if self.chosen.is_some() => self.step(-1, scene),
            MouseEventKind::Down(MouseButton::Left) => {
                let places = Places::of(self, scene, area);
                let kinds = places::kinds(scene, places.kinds);
                if let Some((kind, _)) = kinds.iter().find(|(_, at)| at.contains(mouse.at)) {
                    self.kind = *kind;
                } else if places.field.contains(mouse.at) {
                    self.chosen = None;
                } else {
                    let items = items(scene);
                    let at = items
                        .iter()
                        .position(|item| Some(item.which) == self.chosen);
                    let shown = own::places(&items, at, scene, places.list);
                    let hit = shown.into_iter().find(|(_, at)| at.contains(mouse.at));
                    let hit = hit.and_then(|(index, _)| items.get(index));
                    self.chosen = hit.map(|item| item.which).or(self.chosen);
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, update: &Update, scene: &Scene<'_>) -> Vec<Intent> {
        self.light.hear(update, scene);
        self.settle(scene);
        if let Update::Record(record) = update
            && matches!(record.event, Event::StepEntered { .. })
        {
            self.is_left_over = !self.field.is_blank();
            self.chosen = None;
        }
        self.light.again(update, scene)
    }

    fn keep(&self, drafts: &mut Drafts) {
        drafts.set(TEXT, &self.field.text());
        drafts.set(KIND, self.kind.as_str());
        let editing = self.editing.map(|id| id.to_string());
        drafts.set(EDITING, &editing.unwrap_or_default());
        let (aside, kind) = match &self.aside {
            Some((text, kind)) => (text.as_str(), kind.as_str()),
            None => ("", ""),
        };
        drafts.set(ASIDE, aside);
        drafts.set(ASIDE_KIND, kind);
        for (name, prompt) in [(PROMPT, &self.prompt), (ASKED, &self.asked)] {
            drafts.set(name, prompt.as_ref().map_or("", PromptId::as_str));
        }
    }

    fn restore(&mut self, drafts: &Drafts) {
        let kind = |name| drafts.get(name).and_then(|kind| kind.parse().ok());
        if let Some(text) = drafts.get(TEXT) {
            self.field = TextField::with(Lines::Many, text);
            self.is_left_over = true;
        }
        self.kind = kind(KIND).unwrap_or(self.kind);
        self.editing = drafts.get(EDITING).and_then(|id| id.parse().ok());
        let aside = drafts.get(ASIDE).map(str::to_owned);
        self.aside = aside.map(|text| (text, kind(ASIDE_KIND).unwrap_or(self.kind)));
        let prompt = |name| drafts.get(name).and_then(|id| id.parse().ok());
        self.prompt = prompt(PROMPT);
        self.asked = prompt(ASKED);
    }
}
