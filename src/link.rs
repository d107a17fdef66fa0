//! The client's end of the link: it fills a [`Seat`]. It connects for ever, resumes from the last record it has, and
//! keeps what a person gives on disk until it was answered. One task owns all of it; it judges no command and shows
//! nothing.

pub mod address;
mod backoff;
pub mod bookmark;
mod conversation;
mod dial;
pub mod draft;
pub mod drawer;
mod encrypted;
mod keeping;
mod measured;
pub mod outbox;
pub mod window;

use std::convert::Infallible;
use std::time::Duration;

pub use address::{Address, AddressError, Security};
use backoff::Backoff;
use bookmark::Bookmark;
pub use dial::{LookError, look};
use dial::{Met, Stop, dial};
pub use draft::Draft;
pub use outbox::{Outbox, OutboxError, Owner};
use window::Window;

use crate::chance::Chance;
use crate::id::PersonaId;
use crate::language::Language;
use crate::seat::{Distrust, Failure, HOST_STOPPED, Post, Seat, Told, Update, waits_its_turn};
use crate::vocabulary::{OrganisationKind, Role};
use crate::wire::{Farewell, Fault, Hello};

/// How many commands may wait for their answer; whoever gives more waits for a place.
const WAITING: usize = 10_000;

/// Whom to reach, and who asks.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the room is, with its code.
    pub address: Address,
    /// What the seat is for.
    pub role: Role,
    /// The facilitator's token.
    pub token: Option<String>,
    /// A name.
    pub name: Option<String>,
    /// An organisation.
    pub organisation: Option<String>,
    /// Its kind.
    pub kind: Option<OrganisationKind>,
    /// The persona nearest to one's own work.
    pub real_role: Option<PersonaId>,
    /// The table one sits at.
    pub table: Option<u8>,
    /// The language one reads.
    pub language: Language,
    /// How patient the link is.
    pub pace: Pace,
}

impl Settings {
    /// Whose seat to look for on this machine.
    #[must_use]
    pub fn owner(&self) -> Owner {
        Owner {
            key: self.address.key(),
            host: self.address.fingerprint(),
            name: self.name.clone().filter(|name| !name.trim().is_empty()),
            role: self.role,
        }
    }
}

/// How patient the link is.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// The shortest wait before the next attempt.
    pub shortest: Duration,
    /// The longest one; also how long a host that cannot save is left alone.
    pub longest: Duration,
    /// How long one attempt may take.
    pub attempt: Duration,
    /// How often to ask whether the host is still there.
    pub ping: Duration,
    /// After how much silence it is not.
    pub silence: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            shortest: Duration::from_millis(250),
            longest: Duration::from_secs(8),
            attempt: Duration::from_secs(10),
            ping: Duration::from_secs(15),
            silence: Duration::from_secs(45),
        }
    }
}

/// The link's task; see [`Link::run`].
#[derive(Debug)]
pub struct Link {
    settings: Settings,
    /// Away only while a thread writes it.
    outbox: Option<Outbox>,
    post: Post,
    window: Window,
    backoff: Backoff,
    bookmark: Bookmark,
    standing: Standing,
    /// Whether only the seat's file says whose room it is: what was typed does not.
    known_by_seat: bool,
}

/// What the front end was last told of the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Nothing yet, or that it cannot be had; it was never there. Perhaps also that the host lets us in later.
    Never { told: bool, waits: bool },
    /// That it is there.
    There,
    /// That it is lost; perhaps also that whoever answers now is not to be trusted.
    Lost { distrusts: bool },
}

impl Standing {
    /// Notes that the connection is lost, or cannot be had; whether the front end was not told of that yet.
    fn lose(&mut self, cause: &str, distrusts: bool) -> bool {
        let before = *self;
        *self = match before {
            Self::Never { waits, .. } => Self::Never {
                told: true,
                waits: waits || waits_its_turn(cause),
            },
            Self::There => Self::Lost { distrusts },
            Self::Lost { distrusts: told } => Self::Lost {
                distrusts: told || distrusts,
            },
        };
        *self != before
    }
}

/// The link's work is done: the conversation has ended for good, or nobody holds the seat any more.
#[derive(Debug)]
struct Over;

/// Makes a seat and the link that fills it. Nothing happens until [`Link::run`] is polled.
#[must_use]
pub fn open(mut settings: Settings, outbox: Outbox) -> (Seat, Link) {
    let host = outbox.given().and_then(|given| given.host);
    let known_by_seat = host.is_some() && settings.address.security() == Security::Unsaid;
    settings.address = settings.address.known_by(host);
    let (seat, post) = Seat::pair();
    let seed = uuid::Uuid::now_v7().as_u128();
    let chance = Chance::new(u64::try_from(seed & u128::from(u64::MAX)).unwrap_or_default());
    let backoff = Backoff::new(settings.pace.shortest, settings.pace.longest, chance);
    let link = Link {
        settings,
        outbox: Some(outbox),
        post,
        window: Window::default(),
        backoff,
        bookmark: Bookmark::default(),
        standing: Standing::Never {
            told: false,
            waits: false,
        },
        known_by_seat,
    };
    (seat, link)
}

impl Link {
    /// Runs until the workshop has ended for this seat, the host refuses it, or the [`Seat`] is dropped. Dropping the
    /// future is like killing the program: everything kept is on disk.
    pub async fn run(mut self) {
        let Err(Over) = self.live().await;
        self.post.orders.close();
        while let Some(order) = self.post.orders.recv().await {
            // Nobody has to be told; what was given last is on disk like everything before it.
            if self.keep(order).await.is_err() {
                return;
            }
        }
        // Whoever has this machine next need not read what was written on it.
        let _ = self.on_disk(Outbox::tidy).await;
    }

    async fn live(&mut self) -> Result<Infallible, Over> {
        self.recover().await?;
        loop {
            let stop = self.reach().await?;
            self.stopped(stop).await?;
            self.pause().await?;
        }
    }

    /// Tells what was kept before this program was started.
    async fn recover(&mut self) -> Result<(), Over> {
        let pending = self
            .outbox
            .as_ref()
            .map_or(Vec::new(), |outbox| outbox.pending().to_vec());
        for (id, command) in pending {
            self.window.push(id, command.clone());
            self.tell(Update::Recovered { id, command }).await?;
        }
        Ok(())
    }

    /// One attempt, and the conversation if it succeeds; orders are taken all along.
    async fn reach(&mut self) -> Result<Stop, Over> {
        let settings = &self.settings;
        let attempt = dial(
            settings.address.clone(),
            self.hello(),
            settings.pace.attempt,
        );
        tokio::pin!(attempt);
        loop {
            tokio::select! {
                met = &mut attempt => return match met {
                    Ok(Met { socket, answer, address }) => {
                        self.settings.address = address;
                        self.converse(socket, answer).await
                    }
                    Err(stop) => Ok(stop),
                },
                order = self.post.orders.recv(), if self.window.len() < WAITING => {
                    self.take(order.ok_or(Over)?).await?;
                }
            }
        }
    }

    fn hello(&self) -> Hello {
        let settings = &self.settings;
        let outbox = self.outbox.as_ref();
        let secret = outbox
            .and_then(Outbox::given)
            .map(|given| given.secret.clone());
        Hello {
            code: settings.address.code().to_owned(),
            role: settings.role,
            token: settings.token.clone(),
            name: settings.name.clone(),
            organisation: settings.organisation.clone(),
            kind: settings.kind,
            real_role: settings.real_role.clone(),
            table: settings.table,
            lang: Some(settings.language),
            since: self.bookmark.since().filter(|_| secret.is_some()),
            begun: self.bookmark.begun().filter(|_| secret.is_some()),
            id: outbox.map(Outbox::hello).filter(|_| secret.is_none()),
            seat: secret,
        }
    }

    /// Ends the link, or tells that the connection is lost.
    async fn stopped(&mut self, stop: Stop) -> Result<(), Over> {
        let mut distrusts = false;
        let cause = match stop {
            Stop::Cut(cause) => cause,
            Stop::Distrust(distrust) => {
                let distrust = match distrust {
                    Distrust::WrongCertificate if self.known_by_seat => Distrust::OtherHost,
                    distrust => distrust,
                };
                if let Standing::Never { .. } = self.standing {
                    return self.fail(Failure::Distrust(distrust)).await;
                }
                // Somebody else has the address for now; the host may come back to it.
                self.backoff.slow_down();
                distrusts = true;
                distrust.as_str().to_owned()
            }
            Stop::Misfit(cause) => {
                self.bookmark.lose();
                cause.to_owned()
            }
            Stop::Fault(fault @ (Fault::TooFast | Fault::TooSlow)) => {
                self.backoff.slow_down();
                fault.as_str().to_owned()
            }
            // Who has a seat has a place in the room, and waits until there is one in the house.
            Stop::Fault(Fault::Full) if !matches!(self.standing, Standing::Never { .. }) => {
                self.backoff.slow_down();
                Fault::Full.as_str().to_owned()
            }
            Stop::Fault(fault) => {
                if fault == Fault::Removed {
                    self.note_removed().await?;
                }
                return self.fail(self.refused(fault)).await;
            }
            // The session can be resumed, and then everybody comes back by themselves.
            Stop::Farewell(Farewell::HostStopped) => HOST_STOPPED.to_owned(),
            Stop::Farewell(farewell) => {
                match farewell {
                    Farewell::Left => self.note_left().await?,
                    Farewell::Removed => self.note_removed().await?,
                    Farewell::Replaced | Farewell::SessionClosed | Farewell::HostStopped => {}
                }
                self.tell(Update::Goodbye(farewell)).await?;
                return Err(Over);
            }
        };
        self.window.rewind();
        if self.standing.lose(&cause, distrusts) {
            self.tell(Update::Lost { cause }).await?;
        }
        Ok(())
    }

    /// Why we are not let in. Nothing but the code lets somebody watch: where it did and is wrong now, there is another one.
    fn refused(&self, fault: Fault) -> Failure {
        let was_in = self.outbox.as_ref().and_then(Outbox::given).is_some();
        match fault {
            Fault::WrongCode if was_in && self.settings.role == Role::Observer => Failure::NewCode,
            fault => Failure::Fault(fault),
        }
    }

    async fn fail(&mut self, failure: Failure) -> Result<(), Over> {
        self.tell(Update::Failed(failure)).await?;
        Err(Over)
    }

    /// Waits before the next attempt.
    async fn pause(&mut self) -> Result<(), Over> {
        let wait = tokio::time::sleep(self.backoff.next());
        tokio::pin!(wait);
        loop {
            tokio::select! {
                () = &mut wait => return Ok(()),
                order = self.post.orders.recv(), if self.window.len() < WAITING => {
                    self.take(order.ok_or(Over)?).await?;
                }
            }
        }
    }

    async fn tell(&self, update: Update) -> Result<(), Over> {
        self.hand(Told::Update(update)).await
    }

    async fn hand(&self, told: Told) -> Result<(), Over> {
        match self.post.messages.send(told).await {
            Ok(()) => Ok(()),
            Err(_) => Err(Over),
        }
    }
}
