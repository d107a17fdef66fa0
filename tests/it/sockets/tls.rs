//! The same port over TLS: as without it, and only with the host the link means.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use halte::link::{self, Address, LookError};
use halte::room::certificate::Certificate;
use halte::seat::Distrust;
use halte::server::Settings;
use halte::wire::Fingerprint;
use rustls::crypto::ring::sign::any_supported_type;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_tungstenite::tungstenite::Message;

use super::stage::{CODE, Stage, hello, say, soon};

/// Longer than an attempt takes.
const PATIENCE: Duration = Duration::from_mins(1);

/// A link to this address, with a fingerprint.
fn pinned(address: std::net::SocketAddr, fingerprint: Fingerprint) -> Address {
    Address::parse(&format!("halte://{address}/K7QF-2M9X#{fingerprint}"), None).unwrap()
}

#[tokio::test]
async fn a_seat_over_tls_and_one_without_hear_each_other() {
    let stage = Stage::secured(Settings::default()).await;
    let (mut secure, mut plain) = (stage.secure_participant().await, stage.participant().await);
    let told = [(1, "whispered".to_owned()), (2, "said aloud".to_owned())];
    secure.say(say(1, "whispered")).await;
    assert_eq!(plain.records_through(1).await, told[..1]);
    plain.say(say(2, "said aloud")).await;
    assert_eq!(plain.records_through(2).await, told[1..]);
    assert_eq!(secure.records_through(2).await, told);
}

#[tokio::test]
async fn over_tls_a_conversation_ends_in_order() {
    let stage = Stage::secured(Settings::default()).await;
    let (mut seated, mut without_hello) = (
        stage.secure_participant().await,
        stage.connect_securely().await,
    );
    let (summary, ()) = tokio::join!(stage.stop(), async {
        for client in [&mut seated, &mut without_hello] {
            let goodbye = client.wait_for("goodbye").await;
            assert_eq!(goodbye["reason"], "host-stopped");
            assert_eq!(client.close_code().await, 1000);
            assert_eq!(client.frame().await, None);
        }
    });
    assert_eq!((summary.connections, summary.panics), (2, 0));
}

#[tokio::test]
async fn over_tls_too_a_seat_that_does_not_read_holds_nobody_up_and_misses_nothing() {
    let stage = Stage::secured(Settings::default()).await;
    let mut deaf = stage.slow_secure_participant().await;
    let mut quick = stage.secure_participant().await;
    let last = stage.publish_much();
    assert_eq!(quick.records_through(last).await.len() as u64, last);
    quick.say(say(1, "one more")).await;
    quick.wait_for("ack").await;
    let missed = deaf.records_through(last + 1).await;
    assert!(missed.iter().map(|(seq, _)| *seq).eq(1..=last + 1));
}

#[tokio::test]
async fn a_browser_reads_over_tls_how_to_join() {
    let stage = Stage::secured(Settings::default()).await;
    let stream = TcpStream::connect(stage.address).await.unwrap();
    let mut stream = stage.secure(stream).await;
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: halte\r\n\r\n")
        .await
        .unwrap();
    let mut answer = String::new();
    // An end that was not announced would be an error.
    soon("the page", stream.read_to_string(&mut answer))
        .await
        .unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
}

#[tokio::test]
async fn garbage_that_begins_like_tls_harms_nobody() {
    let stage = Stage::secured(Settings::default()).await;
    let mut client = stage.secure_participant().await;
    for garbage in [
        [0x16; 64].as_slice(),
        b"\x16\x03\x01\x00\x05hello",
        b"\x16\x03\x01\xff\xff",
        &[0x16, 3, 1, 0, 4, 1, 0xff, 0xff, 0xff],
    ] {
        let answer = stage.reach(garbage).await;
        // At most an alert.
        assert!(
            answer.first().is_none_or(|first| *first == 0x15),
            "{answer:?}"
        );
    }
    client.say(say(1, "undisturbed")).await;
    client.wait_for("ack").await;
}

#[tokio::test]
async fn garbage_in_the_midst_of_a_conversation_ends_that_one_only() {
    let mut stage = Stage::secured(Settings::default()).await;
    let broken = stage.secure_participant().await;
    let mut client = stage.secure_participant().await;
    let tokio_util::either::Either::Right(stream) = broken.into_stream() else {
        panic!("a connection over TLS");
    };
    let (mut socket, _session) = stream.into_inner();
    socket
        .write_all(b"\x17\x03\x03\x00\x05hello")
        .await
        .unwrap();
    let rose = soon("a seat that is given up", stage.risen.recv()).await;
    assert_eq!(rose.map(|seat| seat.0), Some(1));
    client.say(say(1, "undisturbed")).await;
    client.wait_for("ack").await;
}

#[tokio::test]
async fn a_handshake_that_is_not_finished_holds_its_place_for_so_long_and_no_longer() {
    let settings = Settings {
        connections: 1,
        hello: Duration::from_millis(200),
        ..Settings::default()
    };
    let stage = Stage::secured(settings).await;
    let mut slow = TcpStream::connect(stage.address).await.unwrap();
    // A hello of 508 bytes, of which one comes.
    slow.write_all(&[0x16, 3, 1, 2, 0, 1, 0, 1, 252, 3])
        .await
        .unwrap();
    let mut answer = Vec::new();
    let ended = soon("the end", slow.read_to_end(&mut answer)).await;
    assert!(ended.is_err() || answer.is_empty(), "{answer:?}");
    stage.secure_participant().await;
}

#[tokio::test]
async fn the_host_of_the_link_is_spoken_to_over_tls() {
    let stage = Stage::secured(Settings::default()).await;
    let address = pinned(stage.address, stage.certificate.fingerprint());
    let (sign, _) = soon("the sign", link::look(&address, PATIENCE))
        .await
        .unwrap();
    assert_eq!(sign.title.as_str(), "Proef");
}

#[tokio::test]
async fn nothing_is_said_to_a_host_with_another_certificate() {
    let stage = Stage::secured(Settings::default()).await;
    let other = Certificate::generate().unwrap();
    let address = pinned(stage.address, other.fingerprint());
    let looked = soon("the refusal", link::look(&address, PATIENCE)).await;
    assert_eq!(looked, Err(LookError::Distrust(Distrust::WrongCertificate)));
    // Nobody came as far as a seat or a look: the connection ended in its handshake.
    assert_eq!(stage.stop().await.connections, 1);
}

/// Somebody who shows this certificate and signs with that key.
fn shows(certificate: &Certificate, key: &Certificate) -> TlsAcceptor {
    let chain = vec![CertificateDer::from(certificate.der().to_vec())];
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.key().to_vec()));
    let key = any_supported_type(&key).unwrap();
    // Unlike `with_single_cert`, this does not ask whether the two belong together.
    let both = SingleCertAndKey::from(CertifiedKey::new(chain, key));
    let config = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(both));
    TlsAcceptor::from(Arc::new(config))
}

/// What comes of a look at whoever accepts, and what they hear of it once nobody else can.
async fn look_at(acceptor: TlsAcceptor, host: Ipv4Addr, link: &str) -> (LookError, String) {
    let listener = TcpListener::bind((host, 0)).await.unwrap();
    let place = listener.local_addr().unwrap();
    let address = Address::parse(&format!("halte://{place}/{CODE}{link}"), None).unwrap();
    let overhearing = async {
        let (stream, _) = listener.accept().await.unwrap();
        // A handshake that the other side breaks off leaves nothing to hear.
        let Ok(mut stream) = acceptor.accept(stream).await else {
            return Vec::new();
        };
        let mut heard = vec![0; 4_096];
        let read = stream.read(&mut heard).await.unwrap_or_default();
        heard.truncate(read);
        heard
    };
    let (looked, heard) = soon("both ends", async {
        tokio::join!(link::look(&address, PATIENCE), overhearing)
    })
    .await;
    (looked.unwrap_err(), String::from_utf8(heard).unwrap())
}

#[tokio::test]
async fn who_shows_the_certificate_of_the_host_without_its_key_is_refused_and_hears_no_code() {
    // A certificate is no secret: the host shows it to everybody who asks.
    let (host, own) = (
        Certificate::generate().unwrap(),
        Certificate::generate().unwrap(),
    );
    let pinned = format!("#{}", host.fingerprint());
    for (here, link, distrust) in [
        (Ipv4Addr::LOCALHOST, &*pinned, Distrust::WrongCertificate),
        // Also where the code alone is typed and a proof for that certificate could be passed on.
        (Ipv4Addr::UNSPECIFIED, "", Distrust::Unproven),
    ] {
        let (looked, heard) = look_at(shows(&host, &own), here, link).await;
        assert_eq!(looked, LookError::Distrust(distrust), "{link}");
        assert_eq!(heard, "", "{link}");
        // With its own key the same host is spoken to: nothing but the key was wrong.
        let (looked, heard) = look_at(shows(&host, &host), here, link).await;
        assert!(
            matches!(looked, LookError::Unreachable { .. }),
            "{link}: {looked:?}"
        );
        assert!(heard.starts_with("GET /ws HTTP/1.1\r\n"), "{heard}");
    }
}

#[tokio::test]
async fn whoever_listens_where_the_link_is_pinned_hears_no_code() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let here = listener.local_addr().unwrap();
    let address = pinned(here, Fingerprint::of(b"elsewhere"));
    let overheard = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut first = vec![0; 4_096];
        let read = stream.read(&mut first).await.unwrap();
        // An old host, or something else altogether.
        stream
            .write_all(b"HTTP/1.1 503 Service Unavailable\r\n\r\n")
            .await
            .unwrap();
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest).await;
        first.truncate(read);
        first.extend(rest);
        first
    };
    let (looked, heard) = soon("both ends", async {
        tokio::join!(link::look(&address, PATIENCE), overheard)
    })
    .await;
    assert!(
        matches!(looked, Err(LookError::Unreachable { .. })),
        "{looked:?}"
    );
    assert_eq!(heard.first(), Some(&0x16));
    for secret in ["K7QF", "GET ", "halte"] {
        let mut windows = heard.windows(secret.len());
        assert!(!windows.any(|bytes| bytes == secret.as_bytes()), "{secret}");
    }
}

#[tokio::test]
async fn who_is_told_to_encrypt_first_says_no_code() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let here = listener.local_addr().unwrap();
    let address = Address::parse(&format!("{here}/K7QF-2M9X#plain"), None).unwrap();
    let refusing = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut heard = Vec::new();
        while !heard.ends_with(b"\r\n\r\n") {
            heard.push(stream.read_u8().await.unwrap());
        }
        let answer = "HTTP/1.1 426 Upgrade Required\r\nUpgrade: TLS/1.3\r\nConnection: upgrade, close\r\n\r\n";
        stream.write_all(answer.as_bytes()).await.unwrap();
        stream.read_to_end(&mut heard).await.unwrap();
        String::from_utf8(heard).unwrap()
    };
    let (looked, heard) = soon("both ends", async {
        tokio::join!(link::look(&address, PATIENCE), refusing)
    })
    .await;
    assert_eq!(looked, Err(LookError::Distrust(Distrust::PlainRefused)));
    assert!(!heard.contains("K7QF"), "{heard}");
}

#[tokio::test]
async fn a_frame_over_tls_may_be_so_long_and_no_longer() {
    let stage = Stage::secured(Settings::default()).await;
    let mut client = stage.connect_securely().await;
    client.say(hello("participant")).await;
    client.wait_for("welcome").await;
    client
        .send(Message::text("x".repeat(halte::wire::MAX_CLIENT_FRAME + 1)))
        .await;
    let (error, code) = client.fault().await;
    assert_eq!((&error["reason"], code), (&json!("too-large"), 4413));
}
