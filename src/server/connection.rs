//! One websocket connection, from its hello to its end. A mistake of one peer, or a bug met with it, ends that
//! connection and touches no other; it never decides anything about the workshop.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::Arc;

use bytes::Bytes;
use futures_util::FutureExt;
use tokio::sync::watch;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_util::sync::CancellationToken;

use super::House;
use super::frame;
use super::gate::{Attempt, Gate};
use super::guests::Guest;
use super::inlet::{Heard, Inlet};
use super::line::{Line, Writer};
use super::outlet::Outlet;
use super::source::Source;
use super::talk::Talk;
use super::throttle::TooMany;
use crate::language::Language;
use crate::locale::Locale;
use crate::room::{Gone, Permit, Seated};
use crate::vocabulary::Role;
use crate::wire::{ClientMessage, Farewell, Fault, Hello, ServerMessage, Sign};

/// The close code of a conversation that ended as it should (RFC 6455 section 7.4.1).
const NORMAL: u16 = 1000;

/// How a conversation ends. Told without what is in it: a log holds nothing that anybody is called or said.
pub(super) enum End {
    /// The room or the host ends it.
    Farewell(Farewell),
    /// The client only looked at the sign on the door.
    Sign(Box<Sign>),
    /// The client said something that cannot be taken.
    Fault(Fault),
    /// The client closed, with this answer.
    Closed(Bytes),
    /// Nobody is there any more.
    Lost,
}

impl std::fmt::Debug for End {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Farewell(farewell) => write!(f, "{farewell:?}"),
            Self::Sign(_) => f.write_str("the sign was read"),
            Self::Fault(fault) => write!(f, "{fault:?}"),
            Self::Closed(_) => f.write_str("closed"),
            Self::Lost => f.write_str("lost"),
        }
    }
}

impl End {
    /// The last frames.
    pub(super) fn frames(self, language: Language) -> Vec<Bytes> {
        match self {
            Self::Farewell(reason) => vec![
                frame::message(&ServerMessage::Goodbye { reason }),
                frame::close(NORMAL, ""),
            ],
            Self::Sign(sign) => vec![
                frame::message(&ServerMessage::Sign(sign)),
                frame::close(NORMAL, ""),
            ],
            Self::Fault(reason) => {
                let key = format!("fault-{}", reason.as_str());
                let message = Locale::new(language).say(&key);
                vec![
                    frame::message(&ServerMessage::Error { reason, message }),
                    frame::close(reason.close_code(), reason.as_str()),
                ]
            }
            Self::Closed(answer) => vec![answer],
            Self::Lost => Vec::new(),
        }
    }
}

/// Holds the conversation with a client that has just switched to websockets.
pub(super) async fn attend(
    line: Line,
    read_already: Bytes,
    (guest, deadline): (Guest, Instant),
    house: Arc<House>,
) {
    let (reader, writer) = line.split();
    let inlet = Inlet::new(reader, read_already).await;
    // On the heap, because the task that waits here lives as long as the seat, and this is needed for a moment.
    let meeting = Box::pin(meet(inlet, writer, (&guest, deadline), &house));
    let met = tokio::select! {
        biased;
        met = meeting => met,
        // Neither last words nor time to hear them: their place is for others at once.
        () = guest.makes_way() => {
            tracing::debug!("makes way for others");
            None
        }
    };
    if let Some((seated, mut inlet, writer)) = met {
        guest.is_seated();
        inlet.has_seat();
        serve_seat(seated, &mut inlet, writer, &house).await;
        // The writing half is dropped by now, which tells the client that nothing follows.
        let _ = timeout(house.settings.linger, inlet.drain()).await;
    }
}

/// Hears who they are, and tells them if they get no seat.
async fn meet(
    mut inlet: Inlet,
    writer: Writer,
    (guest, deadline): (&Guest, Instant),
    house: &House,
) -> Option<(Seated, Inlet, Writer)> {
    let mut language = house.settings.language;
    let linger = house.settings.linger;
    let deadline = Deadline {
        source: guest.source(),
        at: deadline,
        gate: &house.gate,
        closing: &house.closing,
    };
    match greet(&mut inlet, &writer, &deadline, house, &mut language).await {
        Ok(seated) => Some((seated, inlet, writer)),
        Err(end) => {
            tracing::debug!(?end, "no seat");
            let last_words = writer_says(&writer, end.frames(language));
            // Whether the client still hears it is its own affair.
            let _ = timeout(linger, last_words).await;
            drop(writer);
            let _ = timeout(linger, inlet.drain()).await;
            None
        }
    }
}

async fn writer_says(writer: &Writer, frames: Vec<Bytes>) -> std::io::Result<()> {
    for frame in frames {
        writer.write_all(&frame).await?;
    }
    Ok(())
}

/// Hears the hello and takes the seat; whoever only looks gets none.
async fn greet(
    inlet: &mut Inlet,
    writer: &Writer,
    deadline: &Deadline<'_>,
    house: &House,
    language: &mut Language,
) -> Result<Seated, End> {
    let mut first = deadline.hear(inlet, writer).await?;
    let mut attempt = None;
    if let First::Prove { pake } = &first {
        // Whoever hears a proof can hold one guess against it, so it is an attempt, until what follows it turns out right.
        attempt = Some(deadline.turn().await?);
        deadline.within(prove(pake, writer, house)).await?;
        first = deadline.hear(inlet, writer).await?;
    }
    if let First::Hello(hello) = &first {
        *language = hello.lang.unwrap_or(*language);
    }
    if attempt.is_none()
        && let Some(secret) = first.without_code()
    {
        // A secret cannot be guessed and need not wait. The room is not told the code beside it: if that has to be right
        // too, because the seat was given up, this is an attempt like any other.
        let admitted = admit(secret, deadline.source, house).await;
        if !matches!(admitted, Err(End::Fault(Fault::WrongCode))) {
            return admitted;
        }
    }
    // A proof is made good by the code alone: whoever comes in by a secret may have held a guess against it.
    let knows_code = match first.beside_a_secret() {
        Some(code) if attempt.is_some() => deadline.within(is_code(code, house)).await?,
        _ => true,
    };
    let attempt = match attempt {
        Some(attempt) => attempt,
        None => deadline.turn().await?,
    };
    let admitted = admit(first, deadline.source, house).await;
    let is_refused = matches!(
        admitted,
        Err(End::Fault(Fault::WrongCode | Fault::BadMessage))
    );
    if knows_code && !is_refused {
        attempt.was_right();
    }
    admitted
}

/// Whether this is the code of the room.
async fn is_code(code: &str, house: &House) -> Result<bool, End> {
    let looked = house.room.look(code.to_owned()).await;
    let looked = looked.map_err(|Gone| End::Farewell(Farewell::HostStopped))?;
    Ok(!matches!(looked, Err(Fault::WrongCode)))
}

/// Lets the room judge who comes.
async fn admit(first: First, source: Source, house: &House) -> Result<Seated, End> {
    let stopped = |Gone| End::Farewell(Farewell::HostStopped);
    match first {
        First::Hello(hello) => {
            let newcomers = Arc::clone(&house.newcomers);
            let permit = Permit::of(move || newcomers.let_in(source, Instant::now()));
            let seated = house.room.sit_by(*hello, permit).await.map_err(stopped)?;
            seated.map_err(End::Fault)
        }
        First::Look { code } => {
            let sign = house.room.look(code).await.map_err(stopped)?;
            Err(sign.map_or_else(End::Fault, |sign| End::Sign(Box::new(sign))))
        }
        First::Prove { .. } => Err(End::Fault(Fault::BadMessage)),
    }
}

/// The time somebody without a seat has.
struct Deadline<'a> {
    source: Source,
    at: Instant,
    gate: &'a Gate,
    closing: &'a CancellationToken,
}

impl<'a> Deadline<'a> {
    /// Hears what they say.
    async fn hear(&self, inlet: &mut Inlet, writer: &Writer) -> Result<First, End> {
        self.within(first(inlet, writer)).await
    }

    /// Does something as long as they have time.
    async fn within<T>(&self, act: impl Future<Output = Result<T, End>>) -> Result<T, End> {
        tokio::select! {
            done = timeout_at(self.at, act) => match done {
                Ok(done) => done,
                Err(_elapsed) => Err(End::Fault(Fault::TooSlow)),
            },
            () = self.closing.cancelled() => Err(End::Farewell(Farewell::HostStopped)),
        }
    }

    /// Waits for their turn to be judged.
    async fn turn(&self) -> Result<Attempt<'a>, End> {
        tokio::select! {
            attempt = self.gate.attempt(self.source) => {
                attempt.map_err(|TooMany| End::Fault(Fault::TooFast))
            }
            () = self.closing.cancelled() => Err(End::Farewell(Farewell::HostStopped)),
        }
    }
}

/// What a conversation begins with.
enum First {
    Hello(Box<Hello>),
    Look {
        code: String,
    },
    /// Only once: what follows it is one of the others.
    Prove {
        pake: String,
    },
}

/// Shows a client that this host knows the code.
async fn prove(pake: &str, writer: &Writer, house: &House) -> Result<(), End> {
    let prover = house.room.prover().await;
    let prover = prover.map_err(|Gone| End::Farewell(Farewell::HostStopped))?;
    let prover = prover.ok_or(End::Fault(Fault::Unsupported))?;
    let proof = prover.answer(pake).ok_or(End::Fault(Fault::BadMessage))?;
    let answer = vec![frame::message(&ServerMessage::Proof(proof))];
    writer_says(writer, answer).await.map_err(|error| {
        tracing::debug!(%error, "a proof was not waited for");
        End::Lost
    })
}

impl First {
    /// The code, where the room may let them in by a token or a secret and never look at it.
    fn beside_a_secret(&self) -> Option<&str> {
        match self {
            Self::Hello(hello) if hello.seat.is_some() || hello.role == Role::Facilitator => {
                Some(&hello.code)
            }
            Self::Hello(_) | Self::Look { .. } | Self::Prove { .. } => None,
        }
    }

    /// The same without the code, which is short enough to be guessed, where a token or a seat's secret may do without.
    fn without_code(&self) -> Option<Self> {
        let Self::Hello(hello) = self else {
            return None;
        };
        let has_secret = match hello.role {
            Role::Facilitator => true,
            Role::Participant => hello.seat.is_some(),
            Role::Observer => false,
        };
        has_secret.then(|| {
            let mut hello = hello.clone();
            hello.code.clear();
            Self::Hello(hello)
        })
    }
}

/// The first message: a hello or a look.
async fn first(inlet: &mut Inlet, writer: &Writer) -> Result<First, End> {
    loop {
        match inlet.next().await {
            Heard::Message(ClientMessage::Hello(hello)) => return Ok(First::Hello(hello)),
            Heard::Message(ClientMessage::Look { code }) => return Ok(First::Look { code }),
            Heard::Message(ClientMessage::Prove { pake }) => return Ok(First::Prove { pake }),
            Heard::Message(ClientMessage::Command { .. }) => {
                return Err(End::Fault(Fault::BadMessage));
            }
            Heard::Ping(payload) => {
                let answer = vec![frame::pong(payload)];
                if writer_says(writer, answer).await.is_err() {
                    return Err(End::Lost);
                }
            }
            Heard::Sign => {}
            Heard::Close(heard) => return Err(End::Closed(frame::close_answer(heard.as_ref()))),
            Heard::Fault(fault) => return Err(End::Fault(fault)),
            Heard::Gone => return Err(End::Lost),
        }
    }
}

/// Welcomes a seat, keeps it told and answered until the end, and gives it up.
async fn serve_seat(seated: Seated, inlet: &mut Inlet, writer: Writer, house: &Arc<House>) {
    let Seated {
        viewer,
        connection,
        language,
        cursor,
        welcome,
        farewell,
    } = seated;
    let length = welcome.iter().map(Bytes::len).sum();
    let welcome = std::iter::once(frame::header(length)).chain(welcome);
    let news = Arc::clone(house.room.news());
    let outlet = Arc::new(Outlet::new(writer, viewer, news, cursor, welcome));
    let place = house.hub.enter(Arc::clone(&outlet), viewer);
    tracing::debug!(seat = %viewer.seat, "seated");

    let mut talk = Talk::new(house, &outlet, viewer, language);
    let end = AssertUnwindSafe(talk.hold(inlet, last_word(farewell)))
        .catch_unwind()
        .await;
    house.room.rise(viewer, connection).await;
    let end = end.unwrap_or_else(|panic| resume_unwind(panic));
    tracing::debug!(seat = %viewer.seat, ?end, "the conversation ends");
    // A client that does not take the last of it in time has had its time.
    let _ = timeout(house.settings.linger, talk.end(end, place)).await;
}

/// Why the room has no more use for the connection, once it has none.
async fn last_word(mut farewell: watch::Receiver<Option<Farewell>>) -> Farewell {
    match farewell.wait_for(Option::is_some).await {
        Ok(farewell) => farewell.unwrap_or(Farewell::HostStopped),
        Err(_closed) => Farewell::HostStopped,
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;
    use std::time::Duration;

    use tokio::net::{TcpListener, TcpStream};

    use super::*;
    use crate::server::Settings;

    #[tokio::test(start_paused = true)]
    async fn what_a_guest_does_not_read_holds_their_place_no_longer_than_the_deadline() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let door = listener.local_addr().unwrap();
        let _reads_nothing = TcpStream::connect(door).await.unwrap();
        let (socket, _) = listener.accept().await.unwrap();
        let (_reader, writer) = Line::plain(socket).split();
        let since = Instant::now();
        let patience = Duration::from_secs(10);
        let deadline = Deadline {
            source: Source::Here,
            at: since + patience,
            gate: &Gate::new(Settings::default().guesses),
            closing: &CancellationToken::new(),
        };
        // A proof is short; this is more than the buffers between the two take.
        let proofs = vec![Bytes::from(vec![0; 64 * 1024 * 1024])];
        let showing = async {
            writer_says(&writer, proofs)
                .await
                .map_err(|_gone| End::Lost)
        };
        let shown = deadline.within(showing).await;
        assert!(
            matches!(shown, Err(End::Fault(Fault::TooSlow))),
            "{shown:?}"
        );
        assert_eq!(since.elapsed(), patience);
    }
}
