//! One conversation, from the welcome until it is cut: records come in, commands go out in order, and each side
//! shows that it is still there.

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::SinkExt;
use tokio::time::{Instant, sleep_until, timeout, timeout_at};
use tokio_tungstenite::tungstenite::{Bytes, Message};
use uuid::Uuid;

use super::bookmark::News;
use super::dial::{Socket, Stop, frame, hear};
use super::outbox::Given;
use super::window;
use super::{Link, Over, Standing, WAITING};
use crate::id::SessionId;
use crate::seat::{Connected, Done, Failure, Refused, Told, Update};
use crate::wire::{ClientMessage, ServerMessage, Welcome};
use crate::workshop::Command;

/// How long a closing word may take; the other side may be gone.
const FAREWELL: Duration = Duration::from_secs(1);
/// The word with which a host says that it cannot save just now.
const READ_ONLY: &str = "read-only";

/// What one conversation has to remember.
#[derive(Debug)]
struct Course {
    heard: Instant,
    next_ping: Instant,
    /// The host cannot save: nothing is sent until then.
    held_until: Option<Instant>,
    /// The commands of which the person was told so.
    held: BTreeSet<Uuid>,
}

/// What woke us.
enum Event {
    Heard(Option<ServerMessage>),
    Stopped(Stop),
    Order(Option<crate::seat::Order>),
    Ping,
    Release,
}

impl Link {
    /// Talks until the conversation is cut.
    pub(super) async fn converse(
        &mut self,
        mut socket: Socket,
        welcome: Welcome,
    ) -> Result<Stop, Over> {
        let stop = match self.welcomed(welcome).await? {
            Ok(()) => self.talk(&mut socket).await,
            Err(stop) => Ok(stop),
        };
        // So that the host need not wait for our silence; it may well be gone itself.
        let farewell = timeout(FAREWELL, socket.close(None)).await;
        tracing::debug!(?stop, ?farewell, "the conversation ended");
        stop
    }

    async fn talk(&mut self, socket: &mut Socket) -> Result<Stop, Over> {
        let pace = self.settings.pace;
        let now = Instant::now();
        let mut course = Course {
            heard: now,
            next_ping: now + pace.ping,
            held_until: None,
            held: BTreeSet::new(),
        };
        loop {
            if let Err(stop) = self.send(socket, &course).await {
                return Ok(stop);
            }
            let event = tokio::select! {
                heard = timeout_at(course.heard + pace.silence, hear(socket)) => match heard {
                    Ok(Ok(message)) => Event::Heard(message),
                    Ok(Err(stop)) => Event::Stopped(stop),
                    Err(elapsed) => Event::Stopped(Stop::Cut(elapsed.to_string())),
                },
                order = self.post.orders.recv(), if self.window.len() < WAITING => {
                    Event::Order(order)
                }
                () = sleep_until(course.next_ping) => Event::Ping,
                () = sleep_until(course.held_until.unwrap_or(now)), if course.held_until.is_some() => {
                    Event::Release
                }
            };
            match event {
                Event::Heard(message) => {
                    course.heard = Instant::now();
                    if let Some(message) = message
                        && let Err(stop) = self.heard(message, &mut course).await?
                    {
                        return Ok(stop);
                    }
                }
                Event::Stopped(stop) => return Ok(stop),
                Event::Order(order) => self.take(order.ok_or(Over)?).await?,
                Event::Ping => {
                    course.next_ping = Instant::now() + pace.ping;
                    let sent = timeout(pace.silence, socket.send(Message::Ping(Bytes::new())));
                    match sent.await {
                        Ok(Ok(())) => {}
                        Ok(Err(error)) => return Ok(error.into()),
                        Err(elapsed) => return Ok(Stop::Cut(elapsed.to_string())),
                    }
                }
                Event::Release => course.held_until = None,
            }
        }
    }

    /// Takes in a welcome: the seat is ours, and what is in it is as the host sees it.
    async fn welcomed(&mut self, welcome: Welcome) -> Result<Result<(), Stop>, Over> {
        let news = match self.bookmark.welcomed(&welcome) {
            Ok(news) => news,
            Err(misfit) => return Ok(Err(Stop::Misfit(misfit.0))),
        };
        let session = match &news {
            News::View(view) => Some(view.plan().id.clone()),
            News::Records(_) => self.session(),
        };
        if self
            .session()
            .is_some_and(|earlier| Some(earlier) != session)
        {
            self.fail(Failure::OtherSession).await?;
        }
        let given = Given {
            secret: welcome.seat,
            you: welcome.you,
            session,
            host: self.settings.address.fingerprint(),
            code: Some(self.settings.address.key()),
            language: Some(self.settings.language),
        };
        if let Err(error) = self.on_disk(|outbox| outbox.note_given(given)).await? {
            // The id of the hello, which is on disk, gives the same seat again.
            tracing::warn!(%error, "the secret of the seat is not written down");
        }
        self.backoff.reset();
        let connected = Connected {
            you: welcome.you,
            role: welcome.role,
            now: welcome.now,
        };
        let was = std::mem::replace(&mut self.standing, Standing::There);
        self.tell(match was {
            Standing::Never { .. } => Update::Connected(connected),
            Standing::There | Standing::Lost { .. } => Update::Back(connected),
        })
        .await?;
        self.hand(match news {
            News::View(view) => Told::View(view),
            News::Records(records) => Told::Records(records),
        })
        .await?;
        Ok(Ok(()))
    }

    fn session(&self) -> Option<SessionId> {
        self.outbox.as_ref()?.given()?.session.clone()
    }

    async fn heard(
        &mut self,
        message: ServerMessage,
        course: &mut Course,
    ) -> Result<Result<(), Stop>, Over> {
        match message {
            ServerMessage::Ack { id, seq, result } => {
                self.answered(id, Ok(Done { seq, result })).await?;
            }
            ServerMessage::Refused {
                id,
                reason,
                message,
            } => {
                let waits =
                    reason == READ_ONLY && self.window.get(id).is_some_and(window::is_patient);
                if waits {
                    self.hold(id, message, course).await?;
                } else {
                    self.answered(id, Err(Refused { reason, message })).await?;
                }
            }
            ServerMessage::Records { through, records } => {
                let Some(records) = self.bookmark.fresh(through, records) else {
                    return Ok(Err(Stop::Misfit("records out of order")));
                };
                if !records.is_empty() {
                    self.hand(Told::Records(records)).await?;
                }
            }
            ServerMessage::Presence(presence) => {
                if !presence.read_only {
                    course.held_until = None;
                }
                self.tell(Update::Presence(presence)).await?;
            }
            ServerMessage::Goodbye { reason } => return Ok(Err(Stop::Farewell(reason))),
            ServerMessage::Error { reason, .. } => return Ok(Err(Stop::Fault(reason))),
            // They answer what a conversation begins with, and that is over.
            ServerMessage::Welcome(_) | ServerMessage::Sign(_) | ServerMessage::Proof(_) => {
                return Ok(Err(Stop::Misfit("a second welcome")));
            }
        }
        Ok(Ok(()))
    }

    /// An answer came: the command need not be kept any more. One that is not waiting was answered before.
    async fn answered(&mut self, id: Uuid, answer: Result<Done, Refused>) -> Result<(), Over> {
        let Some(command) = self.window.settle(id) else {
            return Ok(());
        };
        if command == Command::Leave && answer.is_ok() {
            self.note_left().await?;
        }
        if let Command::Speak { language } = command
            && answer.is_ok()
        {
            self.note_language(language).await?;
        }
        if !window::is_passing(&command)
            && let Err(error) = self.on_disk(move |outbox| outbox.settle(&[id])).await?
        {
            // A restarted program sends it again under the same id, and hears the same answer.
            tracing::warn!(%error, "that a command was answered is not written down");
        }
        self.tell(Update::Answered {
            id,
            command,
            answer,
        })
        .await
    }

    /// The host cannot save. What was given stays kept, and is sent again when it can, or after a while.
    async fn hold(&mut self, id: Uuid, message: String, course: &mut Course) -> Result<(), Over> {
        self.window.rewind();
        course.held_until = Some(Instant::now() + self.settings.pace.longest);
        if course.held.insert(id) {
            self.tell(Update::Held { id, message }).await?;
        }
        Ok(())
    }

    /// Sends what may be sent now, with one write for all.
    async fn send(&mut self, socket: &mut Socket, course: &Course) -> Result<(), Stop> {
        let mut any = false;
        let writing = async {
            while course.held_until.is_none()
                && let Some(next) = self.window.send_next()
            {
                any = true;
                let message = ClientMessage::Command {
                    id: next.id,
                    command: next.command.clone(),
                };
                socket.feed(frame(&message)?).await?;
            }
            if any {
                socket.flush().await?;
            }
            Ok(())
        };
        match timeout(self.settings.pace.silence, writing).await {
            Ok(sent) => sent,
            Err(elapsed) => Err(Stop::Cut(elapsed.to_string())),
        }
    }
}
