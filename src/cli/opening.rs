//! Opening a room: a plan or a session that was begun becomes files on disk, a room that owns them, and a server
//! in front of it.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::path::{Path, PathBuf};

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::Caller;
use super::failure::Failure;
use super::{descriptors, files, load, state};
use crate::id::SessionId;
use crate::journal;
use crate::link::{Address, Security};
use crate::moment::Moment;
use crate::room::keys::Keys;
use crate::room::{Handle, Room, Summary};
use crate::server::{self, Tls};
use crate::store::{JOURNAL, Store};
use crate::wire::Fingerprint;
use crate::workshop::plan::Plan;
use crate::workshop::{Event, Record, Workshop};

/// A room that is open.
pub(super) struct Opened {
    pub(super) address: SocketAddr,
    pub(super) code: String,
    /// What people know the room's certificate by.
    fingerprint: Fingerprint,
    /// Whether unencrypted connections take seats as well.
    pub(super) plain_ws: bool,
    pub(super) token: String,
    pub(super) journal: PathBuf,
    pub(super) session: PathBuf,
    pub(super) handle: Handle,
    room: JoinHandle<Summary>,
    server: JoinHandle<server::Summary>,
    stop_server: oneshot::Sender<()>,
}

/// The files and records a room starts from.
pub(super) struct Beginning {
    store: Store,
    records: Vec<Record>,
    chain: journal::Chain,
    keys: Keys,
}

/// Makes the files of a new session.
pub(super) fn begin(caller: &Caller, plan: &Plan, folder: &Path) -> Result<Beginning, Failure> {
    begin_with(caller, opening(plan.clone(), None), plan, folder)
}

fn begin_with(
    caller: &Caller,
    record: Record,
    plan: &Plan,
    folder: &Path,
) -> Result<Beginning, Failure> {
    let keys = Keys::generate().map_err(|error| Failure::of(&error))?;
    let (mut first, mut chain) = journal::header(&plan.id);
    journal::write(&mut first, &mut chain, &record).map_err(|error| Failure::of(&error))?;
    let store = caller.of_file(Store::create(folder, &plan.id, &first))?;
    state::keep_keys(caller.locale, &plan.id, &keys)?;
    Ok(Beginning {
        store,
        records: vec![record],
        chain,
        keys,
    })
}

fn opening(plan: Plan, resumed: Option<Box<crate::workshop::proceedings::Proceedings>>) -> Record {
    Record {
        seq: 1,
        at: now(),
        by: None,
        command: None,
        revises: None,
        event: Event::WorkshopOpened {
            plan: Box::new(plan),
            resumed,
        },
    }
}

/// Opens the files of a session that was begun: its journal, or the saved session when that is all there is.
pub(super) fn resume(caller: &Caller, file: &Path) -> Result<Beginning, Failure> {
    let journal = file.with_extension(JOURNAL);
    if !files::exists(&journal) {
        return resume_saved(caller, file);
    }
    let (store, read, torn) = caller.of_file(Store::open(&journal))?;
    if torn > 0 {
        let path = journal.display().to_string();
        super::tell(&caller.locale.say_with(
            "journal-torn",
            &[("path", path.into()), ("bytes", torn.into())],
        ));
    }
    let is_over =
        Workshop::replay(&read.records).is_none_or(|workshop| workshop.closed_at().is_some());
    if is_over {
        return Err(over(caller, file));
    }
    let keys = match known_keys(caller, &read.session)? {
        Some(keys) => keys,
        None => new_keys(caller, &read.session)?,
    };
    Ok(Beginning {
        store,
        records: read.records,
        chain: read.chain,
        keys,
    })
}

/// A saved session without its journal starts a new one, which begins with all that was saved.
fn resume_saved(caller: &Caller, file: &Path) -> Result<Beginning, Failure> {
    let session = load::saved(caller, file)?;
    if session.proceedings.closed_at.is_some() {
        return Err(over(caller, file));
    }
    let plan = session.plan.clone();
    let record = opening(session.plan, Some(Box::new(session.proceedings)));
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."));
    let known = known_keys(caller, &plan.id)?;
    let mut beginning = begin_with(caller, record, &plan, folder)?;
    if let Some(keys) = known {
        state::keep_keys(caller.locale, &plan.id, &keys)?;
        beginning.keys = keys;
    }
    Ok(beginning)
}

/// The keys of a room that was open before. One from before rooms had a certificate gets it now, which changes the link.
fn known_keys(caller: &Caller, session: &SessionId) -> Result<Option<Keys>, Failure> {
    let Some(mut keys) = state::find_keys(caller.locale, session)? else {
        return Ok(None);
    };
    if keys.certificate().is_none() {
        keys.certify().map_err(|error| Failure::of(&error))?;
        state::keep_keys(caller.locale, session, &keys)?;
        super::tell(&caller.locale.say("certificate-new"));
    }
    Ok(Some(keys))
}

fn new_keys(caller: &Caller, session: &crate::id::SessionId) -> Result<Keys, Failure> {
    let keys = Keys::generate().map_err(|error| Failure::of(&error))?;
    state::keep_keys(caller.locale, session, &keys)?;
    super::tell(&caller.locale.say("keys-lost"));
    Ok(keys)
}

fn over(caller: &Caller, file: &Path) -> Failure {
    let path = file.display().to_string();
    Failure::new(
        caller
            .locale
            .say_with("session-over", &[("path", path.into())]),
    )
}

/// Takes the port. Before a session is begun: one that nobody can join should leave no files behind.
pub(super) async fn listen(caller: &Caller, address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        let key = match error.kind() {
            io::ErrorKind::AddrInUse => "listen-in-use",
            io::ErrorKind::PermissionDenied => "listen-not-allowed",
            io::ErrorKind::AddrNotAvailable => "listen-not-here",
            _unforeseen => "cannot-listen",
        };
        let variables = [
            ("address", address.to_string().into()),
            ("cause", error.to_string().into()),
        ];
        Failure::new(caller.locale.say_with(key, &variables))
    })
}

/// Opens the room and lets people in; over unencrypted connections from elsewhere only with `plain_ws`.
pub(super) fn open(
    caller: &Caller,
    beginning: Beginning,
    listener: TcpListener,
    plain_ws: bool,
) -> Result<Opened, Failure> {
    let address = listener.local_addr().map_err(|error| Failure::of(&error))?;
    let id = beginning.session().cloned();
    if let Some(session) = &id {
        state::keep_address(caller.locale, session, address)?;
    }
    let Beginning {
        store,
        records,
        chain,
        keys,
    } = beginning;
    let (journal, session) = (store.journal().to_owned(), store.saved().to_owned());
    let (code, token) = (keys.code(), keys.token().to_owned());
    let (tls, fingerprint) = security(caller, &keys)?;
    let language = records
        .first()
        .map_or(caller.locale.language(), |record| match &record.event {
            Event::WorkshopOpened { plan, .. } => plan.language,
            _other => caller.locale.language(),
        });
    let (room, handle) = Room::open(records, chain, store, keys, Box::new(now))
        .ok_or_else(|| Failure::new(caller.locale.say("no-steps")))?;
    let room = room.unencrypted(plain_ws);
    let room = match id {
        Some(id) => room.keeping(state::keeper(caller.locale, &id)?),
        None => room,
    };
    let (stop_server, stopped) = oneshot::channel::<()>();
    let defaults = server::Settings::default();
    let settings = server::Settings {
        connections: descriptors::for_connections(defaults.connections),
        language,
        tls: Some(tls),
        plain_ws,
        ..defaults
    };
    let server = tokio::spawn(server::serve(listener, handle.clone(), settings, async {
        // Whoever drops the other end wants the server to stop as well.
        let _ = stopped.await;
    }));
    Ok(Opened {
        address,
        code,
        fingerprint,
        plain_ws,
        token,
        journal,
        session,
        handle,
        room: tokio::spawn(room.run()),
        server,
        stop_server,
    })
}

impl Opened {
    /// The link people join with, encrypted.
    pub(super) fn link(&self) -> String {
        self.link_at(reachable(self.address), Security::Pinned(self.fingerprint))
    }

    /// The link people join with where unencrypted connections are taken: short enough to be typed over.
    pub(super) fn plain_link(&self) -> Option<String> {
        let link = || self.link_at(reachable(self.address), Security::Plain);
        self.plain_ws.then(link)
    }

    /// Where the room is for somebody at this machine.
    pub(super) fn local_link(&self) -> String {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        let place = SocketAddr::new(ip, self.address.port());
        self.link_at(place, Security::Pinned(self.fingerprint))
    }

    fn link_at(&self, place: SocketAddr, security: Security) -> String {
        format!("halte://{place}/{}{security}", self.code)
    }

    /// Waits for the room to end, by itself or because the signal comes; then sends everybody away.
    pub(super) async fn finish(self, signal: impl Future<Output = ()>) -> Result<Summary, Failure> {
        let Self {
            handle,
            mut room,
            server,
            stop_server,
            ..
        } = self;
        let ended = tokio::select! {
            ended = &mut room => ended,
            () = signal => {
                handle.stop().await;
                room.await
            }
        };
        // The seats were told why by the room; the server may go when they have heard it.
        drop(stop_server);
        let served = server.await;
        let summary = ended.map_err(|error| Failure::of(&error))?;
        served.map_err(|error| Failure::of(&error))?;
        Ok(summary)
    }
}

/// What people have to type of a link.
pub(super) fn typed(caller: &Caller, link: &str) -> Result<String, Failure> {
    let address = Address::parse(link, None);
    let address = address.map_err(|error| Failure::new(error.say(caller.locale)))?;
    Ok(address.typed())
}

/// What encrypts the connections, and what people know it by.
fn security(caller: &Caller, keys: &Keys) -> Result<(Tls, Fingerprint), Failure> {
    let no_certificate = || Failure::new(caller.locale.say("certificate-unusable"));
    let certificate = keys.certificate().ok_or_else(no_certificate)?;
    let tls = Tls::new(certificate).map_err(|error| {
        tracing::error!(%error, "no TLS");
        no_certificate()
    })?;
    Ok((tls, certificate.fingerprint()))
}

/// The address other people can reach: the machine's own where every address is listened on.
pub(super) fn reachable(address: SocketAddr) -> SocketAddr {
    if !address.ip().is_unspecified() {
        return address;
    }
    let ip = own_address().or_else(interface_address);
    SocketAddr::new(ip.unwrap_or(Ipv4Addr::LOCALHOST.into()), address.port())
}

/// An address of this machine that others may reach, on a network that leads nowhere else: no road out of it says which
/// address one would speak from.
fn interface_address() -> Option<IpAddr> {
    let interfaces = if_addrs::get_if_addrs().ok()?;
    let all = interfaces.iter().map(if_addrs::Interface::ip);
    let others = all.filter(|ip| !ip.is_loopback() && !ip.is_unspecified());
    others.min_by_key(|ip| match ip {
        IpAddr::V4(ip) => u8::from(ip.is_link_local()),
        IpAddr::V6(ip) => 2 + u8::from(ip.is_unicast_link_local()),
    })
}

/// The address this machine would speak from. Connecting a datagram socket sends nothing; the target is one of the
/// addresses kept for documentation (RFC 5737).
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip())
}

impl Beginning {
    /// Where the room was when it was open before, if this machine knows.
    pub(super) fn address(&self, caller: &Caller) -> Result<Option<SocketAddr>, Failure> {
        match self.session() {
            Some(session) => state::find_address(caller.locale, session),
            None => Ok(None),
        }
    }

    fn session(&self) -> Option<&SessionId> {
        self.records.first().and_then(|record| match &record.event {
            Event::WorkshopOpened { plan, .. } => Some(&plan.id),
            _other => None,
        })
    }
}

/// The time on this machine's clock.
pub(super) fn now() -> Moment {
    let since = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Waits for the person or the system to end the program. From the call on, not only once it is waited for, being
/// asked to stop no longer kills.
#[cfg(unix)]
pub(super) fn asked_to_stop() -> impl Future<Output = ()> + Send {
    use tokio::signal::unix::{SignalKind, signal};
    let kinds = [
        SignalKind::interrupt(),
        SignalKind::terminate(),
        SignalKind::hangup(),
    ];
    let mut signals: Vec<_> = kinds
        .into_iter()
        .filter_map(|kind| signal(kind).ok())
        .collect();
    async move {
        if signals.is_empty() {
            std::future::pending::<()>().await;
        }
        let waiting = signals.iter_mut().map(|signal| Box::pin(signal.recv()));
        futures_util::future::select_all(waiting).await;
    }
}

/// Waits for the person to end the program.
#[cfg(not(unix))]
pub(super) async fn asked_to_stop() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
