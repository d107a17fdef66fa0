//! The conversation of a seat: commands in, answers out, in order. So many are under way and no more, and so many
//! in a time; then the client waits, by the means TCP has for that.

use std::pin::pin;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::stream::{FuturesOrdered, StreamExt};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, sleep};
use uuid::Uuid;

use super::House;
use super::connection::End;
use super::frame;
use super::hub::Place;
use super::inlet::{Heard, Inlet};
use super::outlet::Outlet;
use super::tempo::Measure;
use crate::language::Language;
use crate::locale::Locale;
use crate::room::{Answer, Gone};
use crate::vocabulary::Role;
use crate::wire::{ClientMessage, Farewell, Fault, ServerMessage};
use crate::workshop::Command;
use crate::workshop::sight::Viewer;

/// The most commands of one seat that are under way at once.
const UNDER_WAY: usize = 32;
/// After so many silent intervals a seat is taken for lost; it is asked in each of them whether it is there.
const SILENT_INTERVALS: u32 = 3;
/// After so many intervals in which a seat took nothing of what waits for it, it is cut off, whatever it says meanwhile. A
/// slow link takes some in less: the system asks for more when a third of what it holds has gone.
const STILL_INTERVALS: u32 = 6;

/// A command that was answered, or not any more.
struct Answered {
    id: Uuid,
    /// The language the seat reads from now on, if that is what was asked.
    speaks: Option<Language>,
    answer: Result<Answer, Gone>,
}

/// A seat's conversation.
pub(super) struct Talk<'a> {
    house: &'a House,
    outlet: &'a Arc<Outlet>,
    viewer: Viewer,
    language: Language,
    under_way: FuturesOrdered<BoxFuture<'a, Answered>>,
    measure: Measure<'a>,
    /// Intervals since something came in.
    silent: u32,
    /// Intervals since something of what waits was taken, or nothing waited.
    still: u32,
}

impl<'a> Talk<'a> {
    /// A conversation in which nothing was said yet.
    pub(super) fn new(
        house: &'a House,
        outlet: &'a Arc<Outlet>,
        viewer: Viewer,
        language: Language,
    ) -> Self {
        Self {
            house,
            outlet,
            viewer,
            language,
            under_way: FuturesOrdered::new(),
            measure: house.tempo.of(viewer, Instant::now()),
            silent: 0,
            still: 0,
        }
    }

    /// Holds the conversation until there is a reason to end it.
    pub(super) async fn hold(
        &mut self,
        inlet: &mut Inlet,
        last_word: impl Future<Output = Farewell>,
    ) -> End {
        let mut last_word = pin!(last_word);
        let mut ticks = ticks(self.house);
        loop {
            let rest = self.measure.rest(Instant::now());
            let has_room = self.under_way.len() < UNDER_WAY && !self.outlet.is_backed_up();
            tokio::select! {
                biased;
                farewell = &mut last_word => return self.farewell(farewell),
                () = self.house.closing.cancelled() => return End::Farewell(Farewell::HostStopped),
                written = self.outlet.tend() => if let Err(error) = written {
                    tracing::debug!(%error, "the seat takes nothing any more");
                    return End::Lost;
                },
                Some(answered) = self.under_way.next(), if !self.under_way.is_empty() => {
                    if let Err(Gone) = self.tell(answered) {
                        return End::Farewell(Farewell::HostStopped);
                    }
                }
                heard = inlet.next(), if has_room && rest.is_zero() => {
                    self.silent = 0;
                    self.measure.heard(Instant::now());
                    if let Err(end) = self.hear(heard) {
                        return end;
                    }
                }
                () = sleep(rest), if has_room && !rest.is_zero() => {}
                _ = ticks.tick() => {
                    if self.is_lost() {
                        return End::Lost;
                    }
                    self.outlet.say(&frame::ping());
                }
            }
        }
    }

    /// Whether nobody is there any more, or nobody who takes what there is for them, after another interval.
    fn is_lost(&mut self) -> bool {
        self.silent += 1;
        self.still = if self.outlet.stands_still() {
            self.still + 1
        } else {
            0
        };
        self.silent > SILENT_INTERVALS || self.still > STILL_INTERVALS
    }

    /// Why it ends. Nobody takes the seat of somebody who watches; there is another code, and theirs is wrong now.
    fn farewell(&self, farewell: Farewell) -> End {
        if farewell == Farewell::Removed && self.viewer.role == Role::Observer {
            End::Fault(Fault::WrongCode)
        } else {
            End::Farewell(farewell)
        }
    }

    /// Says the last of it: answers and records that are due before a farewell, then why it ends.
    pub(super) async fn end(mut self, end: End, place: Place) {
        let is_settled = match &end {
            End::Farewell(_) => {
                while let Some(answered) = self.under_way.next().await {
                    if let Err(Gone) = self.tell(answered) {
                        break;
                    }
                }
                self.outlet.flush().await.is_ok()
            }
            End::Sign(_) | End::Fault(_) | End::Closed(_) => true,
            End::Lost => false,
        };
        drop(place);
        if is_settled {
            self.outlet.close(end.frames(self.language));
            if let Err(error) = self.outlet.flush().await {
                tracing::debug!(%error, "the last words did not arrive");
            }
        }
    }

    fn hear(&mut self, heard: Heard) -> Result<(), End> {
        match heard {
            Heard::Message(ClientMessage::Command { id, command }) => self.ask(id, command),
            Heard::Message(
                ClientMessage::Hello(_) | ClientMessage::Look { .. } | ClientMessage::Prove { .. },
            ) => return Err(End::Fault(Fault::BadMessage)),
            Heard::Ping(payload) => self.outlet.say(&frame::pong(payload)),
            Heard::Sign => {}
            Heard::Close(heard) => return Err(End::Closed(frame::close_answer(heard.as_ref()))),
            Heard::Fault(fault) => return Err(End::Fault(fault)),
            Heard::Gone => return Err(End::Lost),
        }
        Ok(())
    }

    fn ask(&mut self, id: Uuid, command: Command) {
        let speaks = match command {
            Command::Speak { language } => Some(language),
            _ => None,
        };
        let (room, viewer) = (&self.house.room, self.viewer);
        self.under_way.push_back(Box::pin(async move {
            Answered {
                id,
                speaks,
                answer: room.ask(viewer, id, command).await,
            }
        }));
    }

    fn tell(&mut self, answered: Answered) -> Result<(), Gone> {
        let Answered { id, speaks, answer } = answered;
        let message = match answer? {
            Ok(done) => {
                self.language = speaks.unwrap_or(self.language);
                ServerMessage::Ack {
                    id,
                    seq: done.seq,
                    result: done.result,
                }
            }
            Err(refusal) => ServerMessage::Refused {
                id,
                reason: refusal.reason().to_owned(),
                message: Locale::new(self.language).refusal(&refusal),
            },
        };
        self.outlet.say(&frame::message(&message));
        Ok(())
    }
}

fn ticks(house: &House) -> Interval {
    let every = house.settings.ping_every;
    let mut ticks = interval_at(Instant::now() + every, every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}
