//! Plain mode: a workshop without a screen, for screen readers, dumb terminals and scripts. Lines are read, lines
//! are written, and never a control character. It is handed a seat and decides nothing: the workshop judges.
//!
//! A line that is read is a contribution of the kind that is set, or a command if it starts with `/`. A line that is
//! written is one event; its first word is stable and English, what people read behind it is in their language.
//!
//! Every command is answered by one line: `saved ID TEXT` (a contribution), `withdrawn ID`, `sorted ID THEME
//! [SECOND]`, `voted THEME DOTS`, `done`, `undone`, `kind KIND`, `lang LANGUAGE`, `prompt ID TEXT`, `ok COMMAND
//! [ID]` for any other, or `refused REASON SENTENCE`; behind a refusal, `unsaved TEXT` gives back what was written.
//! While the link is lost, `waiting TEXT` says that something is kept on this machine; its answer comes later.
//!
//! What everybody is told: `joined SEAT code=CODE`, `lost`, `back`, `replaced`, `closed`; `step KIND [SCENARIO]
//! MINUTES` with `expect`, `frame`, `scenario`, `fact`, `warning`, `persona`, `i-am`, `worries`, `wishes`, `prompt`,
//! `card`, `card-gone`, `ask`, `theme`, `slice`, `tally`, `recurs`, `dots`, `claim`, `challenge`, `case`; `timer
//! M:SS`, `timer stopped`, `timer ended`; `shared ID KIND PERSONA TEXT`, `edited`, `withdrawn`, `restored`,
//! `hidden`, `shown`, `spotlight ID TEXT`, `spotlight off`; `placed`, `unplaced`, `grouped`, `ungrouped`; `votes
//! THEME DOTS`; `parked`, `resolved`, `unparked`; `recommended`, `unrecommended`; `reflected`; `persona-added`;
//! `presence done=N connected=N`; `read-only` and `read-write` when the host cannot save and when it can again.
//! The facilitator is told in place of `expect` what to `say` and what people `may` do, and besides
//! `joined-participant`, `left-participant`, `assigned` and `hands`. What is read again starts with `who`, `own`
//! or `help`.

mod form;
mod intent;
mod line;
mod reading;
mod scene;
mod teller;
mod typed;

use std::collections::BTreeMap;
use std::io;
use std::time::Duration;

use tokio::io::{AsyncBufRead, AsyncWrite, AsyncWriteExt};
use tokio::time::{Instant, sleep_until};
use uuid::Uuid;

use crate::id::PromptId;
use crate::locale::Locale;
use crate::seat::{Failure, Orders, Seat, Update};
use crate::vocabulary::{Kind, Role};
use crate::wire::Farewell;
use crate::workshop::refusal::Thing;
use crate::workshop::{Command, Refusal, Workshop};

use intent::{Intent, Mistake, read, text_of};
use line::Line;
pub use reading::sentence;
use teller::Teller;
use typed::{Typed, TypedLine};

/// How plain mode behaves.
#[derive(Debug, Clone)]
pub struct Options {
    /// The language of what people read.
    pub locale: Locale,
    /// What the seat is for.
    pub role: Role,
    /// The join code of the room, to be told again.
    pub code: String,
    /// How long to go on trying for what waits after the end of input, while the link is lost.
    pub patience: Duration,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The seat was left in good order; everything was answered.
    Left,
    /// The workshop ended.
    Closed,
    /// The same seat was taken from another terminal.
    Replaced,
    /// The host does not take us.
    Failed(Failure),
    /// The input ended and the host cannot be reached. So many commands wait on this machine.
    Waiting(usize),
}

/// Lines cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum PlainError {
    /// The input broke off.
    #[error("cannot read the input")]
    Input(#[source] io::Error),
    /// The output is gone.
    #[error("cannot write the output")]
    Output(#[source] io::Error),
}

/// Reads lines and writes lines until the seat is left or the workshop has ended. `notices` is for what is not an
/// event: sentences about the link, in the reader's language.
///
/// # Errors
/// When the input cannot be read or the output not be written.
pub async fn run(
    mut seat: Seat,
    input: impl AsyncBufRead + Unpin,
    output: impl AsyncWrite + Unpin,
    notices: impl AsyncWrite + Unpin,
    options: Options,
) -> Result<Ending, PlainError> {
    let orders = seat.orders();
    let mut typed = Typed::new(input);
    let mut output = output;
    let mut notices = notices;
    let mut plain = Plain::new(options);
    loop {
        plain.leave_when_done(&orders);
        let waits = plain.held.is_some();
        let reads = plain.stage == Stage::Reading && !waits;
        tokio::select! {
            update = seat.next() => match update {
                Some(update) => plain.update(seat.view(), update),
                None => plain.ending = plain.ending.take().or(Some(Ending::Waiting(plain.given.len()))),
            },
            () = orders.ready(), if waits => plain.give_held(&orders),
            line = typed.next(), if reads => match line.map_err(PlainError::Input)? {
                Some(line) => plain.typed(&line, seat.view(), &orders),
                None => plain.drain(),
            },
            () = sleep_until(plain.deadline()), if plain.is_stranded() => {
                plain.ending = Some(Ending::Waiting(plain.given.len()));
            }
        }
        plain.write(&mut output, &mut notices).await?;
        if let Some(ending) = plain.ending.take() {
            return Ok(ending);
        }
    }
}

/// How far a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
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

struct Plain {
    teller: Teller,
    code: String,
    patience: Duration,
    kind: Kind,
    prompt: Option<PromptId>,
    stage: Stage,
    standing: Standing,
    lost_since: Instant,
    /// A command the link has no place for yet; nothing more is read meanwhile.
    held: Option<Command>,
    /// What has no answer yet.
    given: BTreeMap<Uuid, Command>,
    lines: Vec<Line>,
    notices: Vec<String>,
    ending: Option<Ending>,
}

impl Plain {
    fn new(options: Options) -> Self {
        Self {
            teller: Teller::new(options.locale, options.role),
            code: options.code,
            patience: options.patience,
            kind: Kind::Need,
            prompt: None,
            stage: Stage::Reading,
            standing: Standing::Unmet,
            lost_since: Instant::now(),
            held: None,
            given: BTreeMap::new(),
            lines: Vec::new(),
            notices: Vec::new(),
            ending: None,
        }
    }

    fn tell(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Whether the input has ended and nobody answers.
    fn is_stranded(&self) -> bool {
        self.stage != Stage::Reading && self.standing != Standing::There
    }

    fn deadline(&self) -> Instant {
        self.lost_since + self.patience
    }

    fn leave_when_done(&mut self, orders: &Orders) {
        let is_done = self.held.is_none() && self.given.is_empty();
        if self.stage == Stage::Draining && is_done && self.standing == Standing::There {
            self.stage = Stage::Leaving;
            self.give(Command::Leave, orders);
        }
    }

    /// Nothing more will be typed.
    fn drain(&mut self) {
        self.stage = Stage::Draining;
        if self.is_stranded() && !self.given.is_empty() {
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

    fn give_held(&mut self, orders: &Orders) {
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
    fn typed(&mut self, line: &TypedLine, view: Option<&Workshop>, orders: &Orders) {
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
            Ok(Intent::Prompt(prompt)) => self.choose(prompt, view, text),
            Ok(Intent::Speak(language)) => {
                self.teller.locale = Locale::new(language);
                self.tell(Line::new("lang").with(language));
                self.give(Command::Speak { language }, orders);
            }
            Ok(Intent::Read(reading)) => self.teller.reading(view, reading, &mut self.lines),
            Ok(Intent::Quit) => self.drain(),
            Err(mistake) => {
                let line = self.teller.mistake(&mistake, text);
                self.tell(line);
            }
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
    fn update(&mut self, view: Option<&Workshop>, update: Update) {
        match update {
            Update::Recovered { id, command } => {
                self.waiting(&command);
                self.given.insert(id, command);
            }
            Update::Connected(connected) => {
                self.standing = Standing::There;
                self.teller.connected(connected);
                let code = format!("code={}", self.code);
                self.tell(Line::new("joined").with(connected.you).with(code));
            }
            Update::Lost { cause } => self.lost(&cause),
            Update::Back(connected) => {
                self.standing = Standing::There;
                self.teller.connected(connected);
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
                if self.standing != Standing::There
                    && let Some(command) = self.given.get(&id).cloned()
                {
                    self.waiting(&command);
                }
            }
            Update::NotKept { id, command, cause } => {
                self.given.remove(&id);
                self.teller.not_kept(&command, &cause, &mut self.lines);
            }
            Update::Held { id, message } => {
                self.notices.push(message);
                if let Some(command) = self.given.get(&id).cloned() {
                    self.waiting(&command);
                }
            }
            Update::Answered {
                id,
                command,
                answer,
            } => {
                self.given.remove(&id);
                self.answered(&command, &answer);
            }
            Update::Presence(presence) => self.teller.presence(&presence, &mut self.lines),
            Update::Goodbye(farewell) => self.goodbye(farewell),
            Update::Failed(failure) => {
                let line = self.teller.failed(&failure);
                self.tell(line);
                self.ending = Some(Ending::Failed(failure));
            }
        }
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

    fn answered(&mut self, command: &Command, answer: &crate::seat::Answer) {
        match answer {
            Ok(_) if *command == Command::Leave => self.ending = Some(Ending::Left),
            // It was told when it was typed.
            Ok(_) if matches!(command, Command::Speak { .. }) => {}
            Ok(done) => {
                let line = self.teller.carried_out(command, done);
                self.tell(line);
            }
            Err(refused) => self.teller.refused(command, refused, &mut self.lines),
        }
    }

    fn waiting(&mut self, command: &Command) {
        if let Some(text) = text_of(command) {
            self.tell(Line::new("waiting").text(text));
        }
    }

    fn lost(&mut self, cause: &str) {
        self.standing = Standing::Lost;
        self.lost_since = Instant::now();
        self.tell(Line::new("lost"));
        for command in self.given.clone().values() {
            self.waiting(command);
        }
        let waiting = self.given.len();
        let locale = self.teller.locale;
        self.notices.push(locale.say_with(
            "lost",
            &[
                ("count", waiting.into()),
                (
                    "cause",
                    crate::text::clean(cause, crate::text::Lines::One).into(),
                ),
            ],
        ));
    }

    fn goodbye(&mut self, farewell: Farewell) {
        self.ending = Some(match farewell {
            Farewell::Left => Ending::Left,
            Farewell::Replaced => {
                let sentence = self.teller.locale.say("replaced");
                self.tell(Line::new("replaced").text(&sentence));
                Ending::Replaced
            }
            Farewell::SessionClosed | Farewell::HostStopped => {
                self.lines
                    .extend(self.given.values().filter_map(reading::unsaved));
                self.teller.closed(&mut self.lines);
                Ending::Closed
            }
        });
    }

    async fn write(
        &mut self,
        output: &mut (impl AsyncWrite + Unpin),
        notices: &mut (impl AsyncWrite + Unpin),
    ) -> Result<(), PlainError> {
        if !self.lines.is_empty() {
            let text: String = self
                .lines
                .drain(..)
                .map(|line| format!("{line}\n"))
                .collect();
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
