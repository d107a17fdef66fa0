//! The road between people and a host: each connection over it has a fate of its own.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use halte::chance::Chance;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;

/// The longest way of a connection that breaks, in bytes of both directions: about a welcome and a few answers.
const WAY: usize = 120_000;

/// How many connections in a hundred are cut, fall silent or are refused, and how long what is said is under way at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weather {
    pub(super) cut: usize,
    pub(super) freeze: usize,
    pub(super) refuse: usize,
    pub(super) delay: Duration,
}

impl Weather {
    pub(super) const FAIR: Self = Self {
        cut: 0,
        freeze: 0,
        refuse: 0,
        delay: Duration::ZERO,
    };
}

/// What becomes of a connection after so many bytes.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Fair,
    Cut(usize),
    Freeze(usize),
    Refuse,
}

pub(super) struct Road {
    here: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    there: SocketAddr,
    weather: Mutex<(Weather, Chance)>,
    connections: AtomicUsize,
    is_closed: watch::Sender<bool>,
    is_over: AtomicBool,
}

impl Road {
    pub(super) async fn to(address: &str, weather: Weather, seed: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let here = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared {
            there: address.parse().expect("an address"),
            weather: Mutex::new((weather, Chance::of(seed, "weather"))),
            connections: AtomicUsize::new(0),
            is_closed: watch::Sender::new(false),
            is_over: AtomicBool::new(false),
        });
        let all = Arc::clone(&shared);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(Arc::clone(&all).carry(stream));
            }
        });
        Self { here, shared }
    }

    pub(super) fn address(&self) -> String {
        self.here.to_string()
    }

    pub(super) fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::Relaxed)
    }

    pub(super) fn clears_up(&self) {
        self.shared.is_over.store(true, Ordering::Relaxed);
    }

    /// The network is away: nothing passes, and nobody is told.
    pub(super) fn is_closed(&self, is_closed: bool) {
        self.shared.is_closed.send_replace(is_closed);
    }
}

impl Shared {
    fn fate(&self) -> (Fate, Duration, u64) {
        let mut weather = self.weather.lock().unwrap_or_else(PoisonError::into_inner);
        let (weather, chance) = &mut *weather;
        let (way, seed) = (chance.below(WAY), chance.roll());
        if self.is_over.load(Ordering::Relaxed) {
            return (Fate::Fair, Duration::ZERO, seed);
        }
        let fate = match chance.below(100) {
            at if at < weather.cut => Fate::Cut(way),
            at if at < weather.cut + weather.freeze => Fate::Freeze(way),
            at if at < weather.cut + weather.freeze + weather.refuse => Fate::Refuse,
            _ => Fate::Fair,
        };
        (fate, weather.delay, seed)
    }

    async fn carry(self: Arc<Self>, person: TcpStream) {
        let number = self.connections.fetch_add(1, Ordering::Relaxed);
        let (fate, delay, seed) = self.fate();
        if matches!(fate, Fate::Refuse) || *self.is_closed.borrow() {
            return;
        }
        // From another address each time, as after another Wi-Fi.
        let socket = TcpSocket::new_v4().expect("a socket");
        if cfg!(target_os = "linux") {
            let from = Ipv4Addr::new(127, 99, 1, u8::try_from(number % 250).unwrap_or(0) + 1);
            socket
                .bind((from, 0).into())
                .expect("an address of this machine");
        }
        let Ok(host) = socket.connect(self.there).await else {
            return;
        };
        let passed = Arc::new(AtomicUsize::new(0));
        let ((up, down), (from_host, to_host)) = (person.into_split(), host.into_split());
        let there = self.pass(up, to_host, fate, &passed, delay, seed);
        let back = self.pass(from_host, down, fate, &passed, delay, !seed);
        // Whatever ends first takes the other with it.
        tokio::select! {
            () = there => {}
            () = back => {}
        }
    }

    async fn pass(
        &self,
        mut from: impl AsyncRead + Unpin,
        mut to: impl AsyncWrite + Unpin,
        fate: Fate,
        passed: &AtomicUsize,
        delay: Duration,
        seed: u64,
    ) {
        let mut chance = Chance::new(seed);
        let mut closed = self.is_closed.subscribe();
        let mut bytes = [0; 2_048];
        while let Ok(read @ 1..) = from.read(&mut bytes).await {
            if !delay.is_zero() {
                let micros = u64::try_from(delay.as_micros()).unwrap_or(u64::MAX);
                tokio::time::sleep(Duration::from_micros(chance.roll() % micros)).await;
            }
            if closed.wait_for(|is_closed| !is_closed).await.is_err() {
                return;
            }
            let before = passed.fetch_add(read, Ordering::Relaxed);
            let (Fate::Cut(way) | Fate::Freeze(way)) = fate else {
                if to.write_all(&bytes[..read]).await.is_err() {
                    return;
                }
                continue;
            };
            // Up to the very byte.
            let rest = way.saturating_sub(before).min(read);
            if to.write_all(&bytes[..rest]).await.is_err() {
                return;
            }
            match fate {
                Fate::Freeze(_) if rest < read => return std::future::pending().await,
                Fate::Cut(_) if rest < read => return,
                _ => {}
            }
        }
    }
}
