//! One person's sitting in plain mode: what was typed becomes commands, what changed becomes lines. It waits for
//! nothing by itself; the loop that owns it does.

mod away;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tokio::io::{AsyncWrite, AsyncWriteExt};
use tokio::time::Instant;
use uuid::Uuid;

use super::intent::{Intent, Mistake, Reading, read};
use super::line::Line;
use super::teller::Teller;
use super::typed::TypedLine;
use super::{Ending, Options, PlainError, reading};
use crate::id::PromptId;
use crate::locale::Locale;
use crate::moment::Moment;
use crate::seat::{Answer, Orders, Update};
use crate::vocabulary::Kind;
use crate::wire::Presence;
use crate::workshop::refusal::Thing;
use crate::workshop::{Command, Refusal, Seq, Workshop};

/// How long a list of one's own waits for what was acknowledged and is still under way; mostly some milliseconds.
const LISTING: Duration = Duration::from_secs(1);

/// How far a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// They may type more.
    Reading,
    /// Nothing more will be typed; what was given waits for its answer.
    Draining,
    /// Everything is answered, and so will be the leaving.
    Leaving,
}

/// Whether there is a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Unmet,
    There,
    Lost,
}

/// Somebody who sits at a terminal.
pub(super) struct Sitting {
    teller: Teller,
    code: String,
    room: String,
    patience: Duration,
    kind: Kind,
    prompt: Option<PromptId>,
    pub(super) stage: Stage,
    standing: Standing,
    /// When the host last told the time.
    met: Instant,
    /// Since when a person waits for the link: the loss of it, or the end of their input.
    waits_since: Instant,
    /// A command the link has no place for yet; nothing more is read meanwhile.
    pub(super) held: Option<Command>,
    /// Until when a list of one's own waits for the records of what was acknowledged; nothing more is read meanwhile.
    pub(super) listing: Option<Instant>,
    /// The last record that made something of ours what it is.
    made: Seq,
    /// What has no answer yet.
    given: BTreeMap<Uuid, Command>,
    /// Those of them that are on disk.
    kept: BTreeSet<Uuid>,
    /// Those of them that were said to wait, since there was last a connection.
    told_to_wait: BTreeSet<Uuid>,
    lines: Vec<Line>,
    notices: Vec<String>,
    pub(super) ending: Option<Ending>,
}

impl Sitting {
    pub(super) fn new(options: Options) -> Self {
        Self {
            teller: Teller::new(options.locale, options.role, &options.code),
            code: options.code,
            room: options.room,
            patience: options.patience,
            kind: Kind::Need,
            prompt: None,
            stage: Stage::Reading,
            standing: Standing::Unmet,
            met: Instant::now(),
            waits_since: Instant::now(),
            held: None,
            listing: None,
            made: 0,
            given: BTreeMap::new(),
            kept: BTreeSet::new(),
            told_to_wait: BTreeSet::new(),
            lines: Vec::new(),
            notices: Vec::new(),
            ending: None,
        }
    }

    fn tell(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Leaves when nothing more will be typed and everything is answered.
    pub(super) fn leave_when_done(&mut self, orders: &Orders) {
        let is_done = self.held.is_none() && self.given.is_empty();
        if self.stage == Stage::Draining && is_done && self.standing == Standing::There {
            self.stage = Stage::Leaving;
            self.give(Command::Leave, orders);
        }
    }

    /// Nothing more will be typed.
    pub(super) fn drain(&mut self) {
        self.stage = Stage::Draining;
        self.waits_since = Instant::now();
        // One that was never there has not been missed yet; when it cannot be had, that is told as its loss.
        if self.standing == Standing::Lost && !self.given.is_empty() {
            let count = self.given.len();
            let notice = self
                .teller
                .locale
                .say_with("still-waiting", &[("count", count.into())]);
            self.notices.push(notice);
        }
    }

    fn give(&mut self, command: Command, orders: &Orders) {
        self.held = Some(command);
        self.give_held(orders);
    }

    /// Hands over the command the link had no place for, if it has one now.
    pub(super) fn give_held(&mut self, orders: &Orders) {
        let Some(command) = self.held.take() else {
            return;
        };
        match orders.give(command.clone()) {
            Ok(id) => {
                self.given.insert(id, command);
            }
            Err(_busy) => self.held = Some(command),
        }
    }

    /// A line was typed.
    pub(super) fn typed(&mut self, line: &TypedLine, view: Option<&Workshop>, orders: &Orders) {
        let text = match line {
            TypedLine::Whole(text) => text,
            TypedLine::Cut(text) => {
                let message = self.teller.locale.say("too-long");
                self.tell(Line::new("refused").with("text-too-long").text(&message));
                self.tell(Line::new("unsaved").text(text));
                return;
            }
        };
        match read(text, self.teller.role, self.kind) {
            Ok(Intent::Nothing) => {}
            Ok(Intent::Ask(command)) => {
                let command = self.with_prompt(command);
                self.give(command, orders);
            }
            Ok(Intent::Kind(kind)) => {
                self.kind = kind;
                self.tell(Line::new("kind").with(kind));
            }
            Ok(Intent::Announce(seconds)) => self.announce(seconds, view, text, orders),
            Ok(Intent::Prompt(prompt)) => self.choose(prompt, view, text),
            Ok(Intent::Speak(language)) => {
                self.teller.locale = Locale::new(language);
                self.tell(Line::new("lang").with(language));
                self.give(Command::Speak { language }, orders);
            }
            Ok(Intent::Read(Reading::Own)) if self.is_behind(view) => {
                self.listing = Some(Instant::now() + LISTING);
            }
            Ok(Intent::Read(reading)) => self.teller.reading(view, reading, &mut self.lines),
            Ok(Intent::Quit) => self.drain(),
            Err(mistake) => {
                let line = self.teller.mistake(&mistake, text);
                self.tell(line);
            }
        }
    }

    /// Announces the step that comes next.
    fn announce(&mut self, seconds: u8, view: Option<&Workshop>, typed: &str, orders: &Orders) {
        let Some(view) = view else {
            let line = self.teller.not_yet();
            self.tell(line);
            return;
        };
        let next = view
            .step()
            .and_then(|(index, _)| view.plan().agenda.get(index + 1));
        if let Some(step) = next {
            let to = step.id.clone();
            self.give(Command::Announce { to, seconds }, orders);
        } else {
            let mistake = Mistake::Refused(Refusal::NoStepThere);
            let line = self.teller.mistake(&mistake, typed);
            self.tell(line);
        }
    }

    /// What somebody types answers to the prompt they chose.
    fn with_prompt(&self, mut command: Command) -> Command {
        if let Command::Contribute { prompt, .. } = &mut command {
            prompt.clone_from(&self.prompt);
        }
        command
    }

    fn choose(&mut self, prompt: PromptId, view: Option<&Workshop>, typed: &str) {
        let prompts = view
            .and_then(|view| Some(view.plan().prompts_of(view.step()?.1)))
            .unwrap_or_default();
        let found = prompts.iter().find(|known| known.id == prompt);
        if let (Some(view), Some(found)) = (view, found) {
            let line = self.teller.prompt(view, found);
            self.tell(line);
            self.prompt = Some(prompt);
        } else {
            let known = prompts.iter().map(|prompt| prompt.id.as_str());
            let unknown = Mistake::Refused(Refusal::Unknown {
                what: Thing::Prompt,
                id: prompt.to_string(),
                nearest: crate::nearest::nearest(prompt.as_str(), known).map(str::to_owned),
            });
            let line = self.teller.mistake(&unknown, typed);
            self.tell(line);
        }
    }

    /// Something changed.
    pub(super) fn update(&mut self, view: Option<&Workshop>, update: Update) {
        match update {
            Update::Recovered { id, command } => {
                self.given.insert(id, command);
                self.kept.insert(id);
                self.waiting(id);
            }
            Update::Connected(connected) => {
                self.connected(connected);
                let code = format!("code={}", self.code);
                self.tell(Line::new("joined").with(connected.you).with(code));
            }
            Update::Lost { cause } => self.lost(&cause),
            Update::Back(connected) => {
                self.connected(connected);
                self.tell(Line::new("back"));
            }
            Update::View => {
                if let Some(view) = view {
                    self.forget_prompt(view);
                    self.teller.view(view, &mut self.lines);
                }
            }
            Update::Record(record) => {
                if let Some(view) = view {
                    self.forget_prompt(view);
                    self.teller.record(view, &record, &mut self.lines);
                }
            }
            Update::Kept { id } => {
                self.kept.insert(id);
                if self.standing != Standing::There {
                    self.waiting(id);
                }
            }
            Update::NotKept { id, command, cause } => {
                self.given.remove(&id);
                self.teller.not_kept(&command, &cause, &mut self.lines);
            }
            Update::Held { id, message } => {
                self.notices.push(message);
                self.waiting(id);
            }
            Update::Answered {
                id,
                command,
                answer,
            } => {
                self.given.remove(&id);
                self.kept.remove(&id);
                self.answered(&command, &answer);
            }
            Update::Presence(presence) => self.presence(view, &presence),
            Update::Goodbye(farewell) => self.goodbye(farewell),
            Update::Failed(failure) => {
                let line = reading::failed(&failure);
                self.tell(line);
                self.ending = Some(Ending::Failed(failure));
            }
        }
    }

    fn presence(&mut self, view: Option<&Workshop>, presence: &Presence) {
        let since = i64::try_from(self.met.elapsed().as_millis()).unwrap_or(i64::MAX);
        let now = self.teller.now.as_millis().saturating_add(since);
        let now = Moment::from_millis(now);
        self.teller.presence(view, presence, now, &mut self.lines);
    }

    /// A prompt is chosen for one step.
    fn forget_prompt(&mut self, view: &Workshop) {
        let prompts = view.step().map(|(_, step)| view.plan().prompts_of(step));
        self.prompt.take_if(|chosen| {
            !prompts
                .unwrap_or_default()
                .iter()
                .any(|prompt| prompt.id == *chosen)
        });
    }

    /// Whether an acknowledgement overtook the record it tells of.
    fn is_behind(&self, view: Option<&Workshop>) -> bool {
        view.is_some_and(|view| view.seq() < self.made)
    }

    /// Lists one's own, once there is no need to wait for more or it takes too long.
    pub(super) fn list(&mut self, view: Option<&Workshop>) {
        let is_complete = !self.is_behind(view);
        let listed = self
            .listing
            .take_if(|by| is_complete || *by <= Instant::now());
        if listed.is_some() {
            self.teller.reading(view, Reading::Own, &mut self.lines);
        }
    }

    fn answered(&mut self, command: &Command, answer: &Answer) {
        match answer {
            // A host that refuses it cannot save; nothing of ours depends on it.
            _ if *command == Command::Leave => self.ending = Some(Ending::Left),
            // It was told when it was typed.
            Ok(_) if matches!(command, Command::Speak { .. }) => {}
            Ok(done) => {
                if is_of_own(command) {
                    self.made = self.made.max(done.seq);
                }
                let line = reading::carried_out(command, done);
                self.tell(line);
            }
            Err(refused) => self.lines.extend(reading::refused(command, refused)),
        }
    }

    /// Writes what there is to tell.
    pub(super) async fn write(
        &mut self,
        output: &mut (impl AsyncWrite + Unpin),
        notices: &mut (impl AsyncWrite + Unpin),
    ) -> Result<(), PlainError> {
        if !self.lines.is_empty() {
            let mut text = String::new();
            for line in self.lines.drain(..) {
                text.push_str(&line.to_string());
                text.push('\n');
            }
            output
                .write_all(text.as_bytes())
                .await
                .map_err(PlainError::Output)?;
            output.flush().await.map_err(PlainError::Output)?;
        }
        for notice in self.notices.drain(..) {
            // Nobody may be reading them; the events are what counts.
            let _ = notices.write_all(format!("{notice}\n").as_bytes()).await;
            let _ = notices.flush().await;
        }
        Ok(())
    }
}

/// Whether a command changes what a list of one's own shows.
const fn is_of_own(command: &Command) -> bool {
    matches!(
        command,
        Command::Contribute { .. } | Command::Edit { .. } | Command::Withdraw { .. }
    )
}
