//! The app: one value that holds what the screens remember, takes one thing at a time, and answers with what the
//! outside should do. Synchronous, no clock, no terminal: whoever runs it hands over the time and executes effects.

mod dispatch;
mod end;
mod gathering;
mod leaving;
mod looking_back;
mod notice;
mod undone;
mod unsent;

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use uuid::Uuid;

use end::Search;
pub use gathering::{Chapter, Layer};

use super::drafts::Drafts;
use super::film::Controls;
use super::intent::{Intent, Notice};
use super::key::Key;
use super::look::Look;
use super::post::Post;
use super::scene::{Invitation, Scene, Standing};
use super::screen::{Mode, Mouse};
use super::screens;
use crate::id::ParticipantId;
use crate::locale::Locale;
use crate::moment::Moment;
use crate::seat::{Failure, Update};
use crate::vocabulary::{Role, StepKind};
use crate::wire::{Farewell, Presence};
use crate::workshop::{Command, Workshop};

/// How an app begins.
#[derive(Debug, Clone)]
pub struct Options {
    /// The language of what the person reads.
    pub locale: Locale,
    /// What the seat is for.
    pub role: Role,
    /// How it is drawn.
    pub look: Look,
    /// How people come in.
    pub invitation: Invitation,
    /// What was typed before and not given yet.
    pub drafts: Drafts,
}

/// What the app is told of the world beside what comes in.
#[derive(Debug, Clone, Copy)]
pub struct Outlook<'a> {
    /// The workshop as this seat sees it.
    pub view: Option<&'a Workshop>,
    /// Who is here.
    pub presence: &'a Presence,
    /// The time on this machine's clock.
    pub now: Moment,
}

/// Something that comes in.
#[derive(Debug)]
pub enum Incoming {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The terminal has another size, or shows something else than what was drawn.
    Resized,
    /// The seat has something to tell.
    Update(Box<Update>),
    /// The link took a command and gave it this id.
    Given(Uuid, Command),
    /// The link has ended and takes nothing any more; the command was not given.
    NotGiven(Box<Command>),
    /// Whether drafts can be put away.
    DraftsKept(bool),
    /// Time passed.
    Tick,
}

/// Something the outside should do.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Give this to the link, in this order.
    Give(Command),
    /// Put the drafts away.
    Keep(String),
    /// Copy a text to the clipboard of the person's terminal.
    Copy(String),
    /// Clear the terminal and draw everything anew.
    Redraw,
    /// Put the program to sleep.
    Suspend,
    /// The end.
    End(Ending),
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The person left the screen. So many commands wait on this machine.
    Left {
        /// Commands without an answer.
        waiting: usize,
    },
    /// The workshop has ended, and the person has seen that.
    Closed,
    /// The same seat was taken from another terminal.
    Replaced,
    /// The facilitator took the seat away.
    Removed,
    /// The host does not take us.
    Failed(Failure),
}

/// The screens of one seat.
#[derive(Debug)]
pub struct App {
    pub(super) desk: Desk,
    screens: BTreeMap<StepKind, Box<dyn Mode>>,
    popups: Vec<Box<dyn Mode>>,
    /// The keys and the bar of a film, when this is no room but one that was.
    film: Option<Controls>,
    pub(super) notice: Option<(Notice, Moment)>,
    /// What was last put away.
    drafts_told: String,
    /// How it ended, when it did; the person still has to see that.
    pub(super) over: Option<Ending>,
    /// Until when somebody who wants to leave is kept for the answers under way.
    leaving: Option<Moment>,
    search: Search,
    /// Whether another join code was asked for here that has not come yet.
    code_asked: bool,
    /// Whether drafts cannot be put away just now.
    pub(super) drafts_fail: bool,
    /// What was not sent when the group went on, and was looked at since.
    unsent_seen: String,
    /// Whether something changed that shows.
    is_dirty: bool,
}

/// What every screen sees of the app.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) locale: Locale,
    pub(super) role: Role,
    pub(super) look: Look,
    pub(super) invitation: Invitation,
    pub(super) you: ParticipantId,
    pub(super) standing: Standing,
    pub(super) post: Post,
    pub(super) drafts: Drafts,
    /// How much the host's clock is ahead of this machine's, in milliseconds.
    ahead: i64,
    /// The size of the terminal when it was last drawn, for the mouse and for scrolling.
    pub(super) area: Rect,
}

impl Desk {
    /// The time on the host's clock.
    pub(super) fn host_time(&self, now: Moment) -> Moment {
        Moment::from_millis(now.as_millis().saturating_add(self.ahead))
    }

    pub(super) fn scene<'a>(&'a self, outlook: &Outlook<'a>) -> Option<Scene<'a>> {
        Some(Scene {
            view: outlook.view?,
            presence: outlook.presence,
            you: self.you,
            role: self.role,
            now: self.host_time(outlook.now),
            locale: self.locale,
            look: self.look,
            standing: &self.standing,
            post: &self.post,
            invitation: &self.invitation,
            drafts: &self.drafts,
            area: self.area,
        })
    }
}

impl App {
    /// An app that has seen nothing yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let drafts = options.drafts;
        Self {
            drafts_told: drafts.write(),
            desk: Desk {
                locale: options.locale,
                role: options.role,
                look: options.look,
                invitation: options.invitation,
                you: ParticipantId::FACILITATOR,
                standing: Standing::Unmet,
                post: Post::recovered(&drafts),
                drafts,
                ahead: 0,
                area: Rect::default(),
            },
            screens: BTreeMap::new(),
            popups: Vec::new(),
            film: None,
            notice: None,
            over: None,
            leaving: None,
            search: Search::NotBegun,
            code_asked: false,
            drafts_fail: false,
            unsent_seen: String::new(),
            is_dirty: true,
        }
    }

    /// Takes one thing in.
    pub fn handle(&mut self, incoming: Incoming, outlook: &Outlook<'_>) -> Vec<Effect> {
        self.is_dirty = true;
        self.wait_for_host(outlook);
        self.seat_screen(outlook);
        let intents = match incoming {
            Incoming::Key(key) => self.key(key, outlook),
            Incoming::Paste(text) => self.pasted(&text, outlook),
            Incoming::Mouse(mouse) => self.mouse(mouse, outlook),
            Incoming::Update(update) => self.update(&update, outlook),
            Incoming::Given(id, command) => {
                self.desk.drafts.follow(id);
                self.code_asked |= command == Command::NewCode;
                self.desk.post.give(id, command);
                Vec::new()
            }
            Incoming::NotGiven(command) => {
                let words = self.desk.locale.say("tui-not-given");
                self.take_back(&command);
                self.desk.post.hand_back(None, *command, &words);
                vec![Intent::trouble(words)]
            }
            Incoming::DraftsKept(kept) => {
                self.drafts_fail = !kept;
                Vec::new()
            }
            Incoming::Resized => Vec::new(),
            Incoming::Tick => {
                self.tick(outlook);
                Vec::new()
            }
        };
        let mut effects = self.carry_out(intents, outlook);
        effects.extend(self.put_away());
        effects.extend(self.left(outlook));
        effects
    }

    /// Whether something changed since it was last drawn.
    #[must_use]
    pub const fn is_dirty(&self) -> bool {
        self.is_dirty
    }

    /// When something on the screen changes by itself, on this machine's clock.
    #[must_use]
    pub fn wakes_at(&self, outlook: &Outlook<'_>) -> Option<Moment> {
        let host = self.desk.host_time(outlook.now);
        let counts_down = |until: Moment| {
            let left = until.millis_since(host);
            // Just behind the whole second, so that the number on the screen has changed.
            (left > 0).then(|| left.checked_rem(1_000).unwrap_or(0).max(1))
        };
        let timer = outlook.view.and_then(Workshop::timer);
        // The clock of a film does not go by itself.
        let timer = timer.filter(|_| self.film.is_none()).and_then(counts_down);
        let moving = outlook.presence.moving.as_ref();
        let moving = moving.and_then(|moving| counts_down(moving.at));
        let notice = self.notice.as_ref();
        let notice = notice.map(|(_, until)| until.millis_since(outlook.now).max(1));
        let leaving = self
            .leaving
            .map(|until| until.millis_since(outlook.now).max(1));
        let advice = self.advises_at(outlook);
        let advice = advice.map(|at| at.millis_since(outlook.now).max(1));
        let soonest = [timer, moving, notice, leaving, advice]
            .into_iter()
            .flatten()
            .min()?;
        let soonest = i64::try_from(soonest).unwrap_or(i64::MAX);
        let now = outlook.now.as_millis();
        Some(Moment::from_millis(now.saturating_add(soonest)))
    }

    /// The seat has something to tell.
    fn update(&mut self, update: &Update, outlook: &Outlook<'_>) -> Vec<Intent> {
        self.desk.post.hear(update, outlook.view);
        let mut intents = Vec::new();
        match update {
            Update::Connected(connected) | Update::Back(connected) => {
                self.desk.you = connected.you;
                self.desk.role = connected.role;
                let (host, here) = (connected.now.as_millis(), outlook.now.as_millis());
                self.desk.ahead = host.saturating_sub(here);
                self.desk.standing = Standing::There;
            }
            Update::Presence(presence) => {
                let code = presence.join_code();
                if code.is_some_and(|code| self.desk.invitation.follow(code))
                    && std::mem::take(&mut self.code_asked)
                {
                    intents.extend(self.show_code(outlook));
                }
            }
            Update::Lost { cause } => {
                let cause = cause.clone();
                self.desk.standing = Standing::Lost { cause };
            }
            Update::NotKept { id, command, cause } => {
                let words = self.not_kept(cause);
                self.take_back(command);
                self.desk.post.hand_back(Some(*id), command.clone(), &words);
                intents.push(Intent::trouble(words));
            }
            Update::Held { message, .. } => intents.push(Intent::trouble(message.clone())),
            Update::Answered {
                answer: Err(refused),
                command,
                ..
            } => {
                self.code_asked &= *command != Command::NewCode;
                self.take_back(command);
                intents.push(Intent::trouble(refused.message.clone()));
            }
            Update::Goodbye(farewell) => {
                self.over = Some(match farewell {
                    Farewell::SessionClosed => Ending::Closed,
                    Farewell::Replaced => Ending::Replaced,
                    Farewell::Removed => Ending::Removed,
                    Farewell::Left | Farewell::HostStopped => Ending::Left {
                        waiting: self.desk.post.waiting(),
                    },
                });
            }
            Update::Failed(failure) => self.over = Some(Ending::Failed(failure.clone())),
            _ => {}
        }
        if self.last_words().is_some() {
            // Whatever was told before matters no more.
            self.notice = None;
        }
        self.seat_screen(outlook);
        self.look_for_unsent(outlook);
        if let Some(scene) = self.desk.scene(outlook) {
            for mode in self.screens.values_mut().chain(&mut self.popups) {
                intents.extend(mode.heard(update, &scene));
            }
        }
        intents
    }

    /// Makes the screen of the present step, if there is none yet, and gives it what was typed in it before.
    fn seat_screen(&mut self, outlook: &Outlook<'_>) {
        let Some(view) = outlook.view else { return };
        let kind = screens::shown(view);
        if !self.screens.contains_key(&kind) {
            let mut screen = screens::of(self.desk.role, kind);
            screen.restore(&self.desk.drafts);
            self.screens.insert(kind, screen);
        }
    }

    /// What should be put away, if that changed. Not while a command is on its way to the disk: until it is there,
    /// the draft is all there is of it.
    fn put_away(&mut self) -> Option<Effect> {
        for mode in self.screens.values().chain(&self.popups) {
            mode.keep(&mut self.desk.drafts);
        }
        self.desk.post.keep(&mut self.desk.drafts);
        if self.desk.post.is_in_hand() {
            return None;
        }
        let drafts = self.desk.drafts.write();
        if drafts == self.drafts_told {
            return None;
        }
        self.drafts_told.clone_from(&drafts);
        Some(Effect::Keep(drafts))
    }
}
