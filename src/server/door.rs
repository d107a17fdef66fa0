//! The door: plain HTTP on the port of the websocket. It answers `GET /` and `GET /health`, and lets a client that
//! asks properly switch to websockets on `GET /ws`. It knows nothing of workshops and never reads a body.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderMap,
    HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY, RETRY_AFTER, SEC_WEBSOCKET_ACCEPT,
    SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, UPGRADE,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::page;
use crate::wire;

/// The most bytes the head of a request may have.
const HEAD: usize = 16 * 1024;
/// The most header fields.
const FIELDS: usize = 64;
/// The version of the websocket protocol (RFC 6455); there is no other.
const VERSION: &str = "13";
const PLAIN: &str = "text/plain; charset=utf-8";

/// What a client is told whose connection should have been encrypted.
const TLS_ONLY: &str =
    "This room takes encrypted connections only. Join with `halte join`, and without #plain.\n";

/// What a client is told when there are too many.
const FULL: &str = "full: There is no place for another connection just now.\n";
/// What a client is told that comes too often.
const HASTY: &str = "too-fast: Too many connections come from there. Wait a moment.\n";

/// How a connection came, and with that whether it may take a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Passage {
    /// It is encrypted.
    Encrypted,
    /// It is not, and need not be.
    Plain,
    /// It is not encrypted and comes from elsewhere: it may read how to join.
    Shut,
    /// There is no place for it, encrypted or not.
    Full,
    /// It comes too often.
    Hasty,
}

impl Passage {
    /// The same over an encrypted connection.
    pub(super) const fn encrypted(self) -> Self {
        match self {
            Self::Encrypted | Self::Plain | Self::Shut => Self::Encrypted,
            Self::Full | Self::Hasty => self,
        }
    }
}

type Answer = Response<Full<Bytes>>;

/// Answers one request. A client that switched to websockets comes back, with what was read of it already.
pub(super) async fn answer<S>(stream: S, passage: Passage, patience: Duration) -> Option<(S, Bytes)>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let switched = AtomicBool::new(false);
    let service = service_fn(|request: Request<Incoming>| {
        let answer = respond(
            request.method(),
            request.uri().path(),
            request.headers(),
            passage,
        );
        let switches = answer.status() == StatusCode::SWITCHING_PROTOCOLS;
        switched.store(switches, Ordering::Relaxed);
        std::future::ready(Ok::<_, Infallible>(answer))
    });
    let connection = http1::Builder::new()
        .max_buf_size(HEAD)
        .max_headers(FIELDS)
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .serve_connection(TokioIo::new(stream), service)
        .without_shutdown();
    let parts = match connection.await {
        Ok(parts) => parts,
        Err(error) => {
            tracing::debug!(%error, "not a request");
            return None;
        }
    };
    let (mut stream, read_already) = (parts.io.into_inner(), parts.read_buf);
    if switched.load(Ordering::Relaxed) {
        return Some((stream, read_already));
    }
    // Over TLS, an end that is not announced could be somebody else's doing.
    if let Err(error) = stream.shutdown().await {
        tracing::debug!(%error, "the answer was not waited for");
    }
    None
}

fn respond(method: &Method, path: &str, headers: &HeaderMap, passage: Passage) -> Answer {
    match passage {
        Passage::Full => return later(StatusCode::SERVICE_UNAVAILABLE, FULL),
        Passage::Hasty => return later(StatusCode::TOO_MANY_REQUESTS, HASTY),
        Passage::Encrypted | Passage::Plain | Passage::Shut => {}
    }
    if !matches!(path, "/" | "/health" | wire::PATH) {
        return short(StatusCode::NOT_FOUND, "There is nothing here.\n");
    }
    if method != Method::GET && (method != Method::HEAD || path == wire::PATH) {
        let allowed = if path == wire::PATH {
            "GET"
        } else {
            "GET, HEAD"
        };
        let refused = short(
            StatusCode::METHOD_NOT_ALLOWED,
            "This can only be looked at.\n",
        );
        return with(refused, ALLOW, allowed);
    }
    match path {
        "/health" => health(),
        wire::PATH if passage == Passage::Shut => encrypt_first(),
        wire::PATH => switch(headers),
        _ => front(headers),
    }
}

/// Sends somebody away for now; the first word is that of the fault on a websocket.
fn later(status: StatusCode, said: &'static str) -> Answer {
    with(short(status, said), RETRY_AFTER, "5")
}

fn health() -> Answer {
    let version = env!("CARGO_PKG_VERSION");
    let said = format!(r#"{{"status":"ok","version":"{version}"}}"#);
    content(StatusCode::OK, "application/json", said)
}

fn front(headers: &HeaderMap) -> Answer {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let page = content(
        StatusCode::OK,
        "text/html; charset=utf-8",
        page::page(host.unwrap_or_default()),
    );
    let page = with(page, CONTENT_SECURITY_POLICY, page::POLICY);
    with(page, REFERRER_POLICY, "no-referrer")
}

/// Names TLS as what to change to (RFC 9110 section 15.5.22).
fn encrypt_first() -> Answer {
    let refused = short(StatusCode::UPGRADE_REQUIRED, TLS_ONLY);
    with(
        with(refused, UPGRADE, wire::TLS_UPGRADE),
        CONNECTION,
        "upgrade, close",
    )
}

/// Switches to websockets, or says why not.
fn switch(headers: &HeaderMap) -> Answer {
    if !has_token(headers, UPGRADE, "websocket") || !has_token(headers, CONNECTION, "upgrade") {
        let refused = short(
            StatusCode::UPGRADE_REQUIRED,
            "This is the websocket; join with `halte join`.\n",
        );
        return with(
            with(refused, UPGRADE, "websocket"),
            CONNECTION,
            "upgrade, close",
        );
    }
    if !has_token(headers, SEC_WEBSOCKET_VERSION, VERSION) {
        let refused = short(
            StatusCode::UPGRADE_REQUIRED,
            "Only version 13 of the websocket protocol is spoken here.\n",
        );
        return with(
            with(refused, SEC_WEBSOCKET_VERSION, VERSION),
            UPGRADE,
            "websocket",
        );
    }
    if !is_own_origin(headers) {
        return short(
            StatusCode::FORBIDDEN,
            "Pages of other sites may not connect.\n",
        );
    }
    let Some(key) = headers.get(SEC_WEBSOCKET_KEY) else {
        return short(StatusCode::BAD_REQUEST, "Sec-WebSocket-Key is missing.\n");
    };
    let asks_protocol = headers.contains_key(SEC_WEBSOCKET_PROTOCOL);
    if asks_protocol && !has_token(headers, SEC_WEBSOCKET_PROTOCOL, wire::SUBPROTOCOL) {
        let said = format!("Only {} is spoken here.\n", wire::SUBPROTOCOL);
        return content(StatusCode::BAD_REQUEST, PLAIN, said);
    }
    let Ok(accept) = HeaderValue::from_str(&derive_accept_key(key.as_bytes())) else {
        return short(StatusCode::BAD_REQUEST, "Sec-WebSocket-Key is no key.\n");
    };
    let mut answer = Response::new(Full::default());
    *answer.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    answer.headers_mut().insert(SEC_WEBSOCKET_ACCEPT, accept);
    let answer = with(with(answer, UPGRADE, "websocket"), CONNECTION, "upgrade");
    if asks_protocol {
        with(answer, SEC_WEBSOCKET_PROTOCOL, wire::SUBPROTOCOL)
    } else {
        answer
    }
}

/// Whether a browser says that a page of this very server asks. Programs say no origin. A name does not count: whose it is
/// can change between the page and what it asks for.
fn is_own_origin(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(ORIGIN) else {
        return true;
    };
    let (Ok(origin), Some(Ok(host))) = (origin.to_str(), headers.get(HOST).map(|h| h.to_str()))
    else {
        return false;
    };
    origin.split_once("://").is_some_and(|(scheme, from)| {
        matches!(scheme, "http" | "https") && from == host && is_address(from)
    })
}

/// Whether a host is an address, with or without a port, or this machine by name.
fn is_address(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || bare.parse::<IpAddr>().is_ok()
}

/// Whether one of a header's comma-separated words is this one.
fn has_token(headers: &HeaderMap, name: HeaderName, token: &str) -> bool {
    headers.get_all(name).iter().any(|value| {
        value.to_str().is_ok_and(|value| {
            value
                .split(',')
                .any(|word| word.trim().eq_ignore_ascii_case(token))
        })
    })
}

fn short(status: StatusCode, said: &'static str) -> Answer {
    content(status, PLAIN, said)
}

/// An answer after which the connection ends: nobody here asks twice.
fn content(status: StatusCode, kind: &'static str, said: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(said.into()));
    *answer.status_mut() = status;
    let answer = with(answer, CONNECTION, "close");
    let answer = with(answer, CONTENT_TYPE, kind);
    let answer = with(answer, X_CONTENT_TYPE_OPTIONS, "nosniff");
    with(answer, CACHE_CONTROL, "no-store")
}

fn with(mut answer: Answer, name: HeaderName, value: &'static str) -> Answer {
    answer
        .headers_mut()
        .insert(name, HeaderValue::from_static(value));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";

    fn asked(extra: &[(HeaderName, &'static str)]) -> Answer {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            (HOST, "halte.test:7420"),
            (UPGRADE, "websocket"),
            (CONNECTION, "keep-alive, Upgrade"),
            (SEC_WEBSOCKET_VERSION, VERSION),
            (SEC_WEBSOCKET_KEY, KEY),
        ]
        .iter()
        .chain(extra)
        {
            headers.insert(name, HeaderValue::from_static(value));
        }
        respond(&Method::GET, wire::PATH, &headers, Passage::Encrypted)
    }

    #[test]
    fn who_is_not_encrypted_and_comes_from_elsewhere_may_read_how_to_join_and_no_more() {
        let headers = HeaderMap::new();
        let get = |path| respond(&Method::GET, path, &headers, Passage::Shut);
        let refused = get(wire::PATH);
        assert_eq!(refused.status(), StatusCode::UPGRADE_REQUIRED);
        assert_eq!(refused.headers().get(UPGRADE).unwrap(), "TLS/1.3");
        assert_eq!(get("/").status(), StatusCode::OK);
        assert_eq!(get("/health").status(), StatusCode::OK);
    }

    #[test]
    fn a_client_that_asks_properly_may_switch() {
        let answer = asked(&[]);
        assert_eq!(answer.status(), StatusCode::SWITCHING_PROTOCOLS);
        // The example of RFC 6455 section 1.3.
        let accept = answer.headers().get(SEC_WEBSOCKET_ACCEPT).unwrap();
        assert_eq!(accept, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        assert!(!answer.headers().contains_key(SEC_WEBSOCKET_PROTOCOL));
    }

    #[test]
    fn the_subprotocol_is_agreed_on_when_it_is_among_those_asked_for() {
        let answer = asked(&[(SEC_WEBSOCKET_PROTOCOL, "halte.v9, halte.v1")]);
        let agreed = answer.headers().get(SEC_WEBSOCKET_PROTOCOL).unwrap();
        assert_eq!(agreed, wire::SUBPROTOCOL);
        let refused = asked(&[(SEC_WEBSOCKET_PROTOCOL, "halte.v9")]);
        assert_eq!(refused.status(), StatusCode::BAD_REQUEST);
    }

    #[test]
    fn only_pages_of_this_server_may_connect() {
        for (host, origin, status) in [
            ("192.0.2.1:7420", "http://192.0.2.1:7420", 101),
            ("192.0.2.1:7420", "https://192.0.2.1:7420", 101),
            ("[::1]:7420", "http://[::1]:7420", 101),
            ("localhost:7420", "http://localhost:7420", 101),
            ("192.0.2.1:7420", "http://192.0.2.1", 403),
            ("192.0.2.1:7420", "http://192.0.2.2:7420", 403),
            ("192.0.2.1:7420", "null", 403),
            // A name that leads here only since its page was read.
            ("halte.test:7420", "http://halte.test:7420", 403),
        ] {
            assert_eq!(
                asked(&[(HOST, host), (ORIGIN, origin)]).status(),
                status,
                "{origin}"
            );
        }
    }

    #[test]
    fn another_version_is_told_which_one_is_spoken() {
        let answer = asked(&[(SEC_WEBSOCKET_VERSION, "8")]);
        assert_eq!(answer.status(), StatusCode::UPGRADE_REQUIRED);
        let version = answer.headers().get(SEC_WEBSOCKET_VERSION).unwrap();
        assert_eq!(version, VERSION);
    }
}
