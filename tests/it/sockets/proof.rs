//! A host that is known by nothing but the code that was typed: it proves itself before anything is said, and nobody
//! else can.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use futures_util::{SinkExt, StreamExt};
use halte::link::{self, Address, LookError, Security};
use halte::room::certificate::Certificate;
use halte::seat::Distrust;
use halte::server::Settings;
use halte::wire::proof::{Asker, Proof, Prover, Seed};
use halte::wire::{Fault, Fingerprint, Sign};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};

use super::stage::{CODE, Client, PATIENCE, Stage, hello, soon};

/// The code as people type it, at an address that is no loopback address but reaches this machine.
fn typed(port: u16) -> Address {
    let place = SocketAddr::from((Ipv4Addr::UNSPECIFIED, port));
    Address::parse(&format!("{place}/{CODE}"), None).unwrap()
}

async fn look(address: &Address) -> Result<(Sign, Address), LookError> {
    soon("the sign", link::look(address, PATIENCE)).await
}

const UNPROVEN: LookError = LookError::Distrust(Distrust::Unproven);

#[tokio::test]
async fn with_a_typed_code_the_host_is_spoken_to_over_tls_and_known_from_then_on() {
    let stage = Stage::secured(Settings::default()).await;
    let (sign, known) = look(&typed(stage.address.port())).await.unwrap();
    assert_eq!(sign.title.as_str(), "Proef");
    let pin = Security::Pinned(stage.certificate.fingerprint());
    assert_eq!(known.security(), pin);
    // Known by its certificate, it is not asked again: with a wrong code it is still the same host.
    let wrong = format!("{}/AAAA-BBBB{pin}", known.authority());
    let wrong = Address::parse(&wrong, None).unwrap();
    assert_eq!(look(&wrong).await, Err(LookError::Fault(Fault::WrongCode)));
}

#[tokio::test]
async fn with_a_wrong_code_the_host_is_not_told_it_and_the_person_hears_what_it_may_be() {
    let stage = Stage::secured(Settings::default()).await;
    let place = typed(stage.address.port()).authority();
    let wrong = Address::parse(&place, Some("AAAA-BBBB")).unwrap();
    assert_eq!(look(&wrong).await, Err(UNPROVEN));
}

#[tokio::test]
async fn on_this_machine_a_typed_code_needs_no_proof() {
    let stage = Stage::secured(Settings::default()).await;
    for link in ["/K7QF-2M9X", "/K7QF-2M9X#plain"] {
        let address = Address::parse(&format!("{}{link}", stage.address), None).unwrap();
        let (_, known) = look(&address).await.unwrap();
        assert_eq!(known, address);
    }
}

/// A listener at that address, and how it is typed.
async fn listener() -> (TcpListener, Address) {
    let listener = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).await.unwrap();
    let address = typed(listener.local_addr().unwrap().port());
    (listener, address)
}

/// Somebody with a certificate of their own.
struct Impostor {
    acceptor: TlsAcceptor,
    fingerprint: Fingerprint,
}

type Victim = WebSocketStream<TlsStream<TcpStream>>;

impl Impostor {
    fn new() -> Self {
        let certificate = Certificate::generate().unwrap();
        let chain = vec![CertificateDer::from(certificate.der().to_vec())];
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(certificate.key().to_vec()));
        let config = rustls::ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        Self {
            acceptor: TlsAcceptor::from(Arc::new(config)),
            fingerprint: certificate.fingerprint(),
        }
    }

    /// Lets somebody come as far as a websocket.
    async fn receive(&self, listener: &TcpListener) -> Victim {
        #[expect(
            clippy::result_large_err,
            clippy::unnecessary_wraps,
            reason = "tungstenite asks for it"
        )]
        fn agree(request: &Request, mut response: Response) -> Result<Response, ErrorResponse> {
            let asked = request.headers()["sec-websocket-protocol"].clone();
            let headers = response.headers_mut();
            headers.insert("sec-websocket-protocol", asked);
            Ok(response)
        }
        let (stream, _) = listener.accept().await.unwrap();
        let stream = self.acceptor.accept(stream).await.unwrap();
        tokio_tungstenite::accept_hdr_async(stream, agree)
            .await
            .unwrap()
    }
}

/// All that a client says until it has gone; `answer` is said to each of it.
async fn overheard(
    victim: &mut Victim,
    mut answer: impl AsyncFnMut(&Value) -> Vec<String>,
) -> Vec<Value> {
    let mut heard = Vec::new();
    while let Some(Ok(message)) = victim.next().await {
        let Message::Text(text) = message else {
            continue;
        };
        let said: Value = serde_json::from_str(&text).unwrap();
        for text in answer(&said).await {
            let _ = victim.send(Message::text(text)).await;
        }
        heard.push(said);
    }
    heard
}

/// Nothing but the question: no code, no token, no name.
fn assert_is_bare(heard: &[Value]) {
    let [question] = heard else {
        panic!("more than one question, or none: {heard:?}");
    };
    let fields: Vec<&String> = question.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["pake", "type"]);
    assert_eq!(question["type"], "prove");
}

#[tokio::test]
async fn somebody_in_between_who_passes_everything_on_is_found_out_and_hears_nothing() {
    let stage = Stage::secured(Settings::default()).await;
    let (listener, address) = listener().await;
    let impostor = Impostor::new();
    let relay = Box::pin(async {
        let mut victim = impostor.receive(&listener).await;
        let mut host: Client = stage.connect_securely().await;
        overheard(&mut victim, async |said| {
            host.say(said.clone()).await;
            vec![host.message().await.to_string()]
        })
        .await
    });
    let (looked, heard) = soon("both ends", async { tokio::join!(look(&address), relay) }).await;
    assert_eq!(looked, Err(UNPROVEN));
    assert_is_bare(&heard);
    // The room itself is there as before.
    look(&typed(stage.address.port())).await.unwrap();
}

#[tokio::test]
async fn an_impostor_convinces_nobody_with_a_guess_with_garbage_or_with_what_was_heard_before() {
    let real = Certificate::generate().unwrap().fingerprint();
    let (_, half) = Asker::begin(CODE, real, Seed::of([8; 32]));
    let earlier = Prover::of(CODE, real, Seed::of([9; 32])).answer(&half);
    let impostor = Impostor::new();
    let own = impostor.fingerprint;
    let as_text = |proof: Option<Proof>| {
        let proof = proof.unwrap();
        json!({"type": "proof", "pake": proof.pake, "confirm": proof.confirm}).to_string()
    };
    let guess = |said: &Value| {
        let half = said["pake"].as_str().unwrap();
        as_text(Prover::of("AAAA-BBBB", own, Seed::of([7; 32])).answer(half))
    };
    let replayed = as_text(earlier);
    let mirrored = |said: &Value| {
        json!({"type": "proof", "pake": said["pake"], "confirm": said["pake"]}).to_string()
    };
    let garbage = || r#"{"type":"proof","pake":"!","confirm":""}"#.to_owned();
    // A farewell of somebody who may be anybody counts for nothing: it would give the seat up.
    let left = || r#"{"type":"goodbye","reason":"left"}"#.to_owned();
    // Nor does what it says of a seat.
    let removed = || r#"{"type":"error","reason":"removed","message":""}"#.to_owned();
    // Whoever guesses right at the second try has had their guess.
    let again = |said: &Value| {
        let half = said["pake"].as_str().unwrap();
        as_text(Prover::of(CODE, own, Seed::of([7; 32])).answer(half))
    };
    for trick in 0..8 {
        let (listener, address) = listener().await;
        let playing = Box::pin(async {
            let mut victim = impostor.receive(&listener).await;
            overheard(&mut victim, async |said| match trick {
                0 => vec![guess(said)],
                1 => vec![replayed.clone()],
                2 => vec![mirrored(said)],
                3 => vec![garbage()],
                4 => vec![left()],
                5 => vec![removed()],
                6 => vec![guess(said), again(said)],
                _ => vec!["hello".to_owned()],
            })
            .await
        });
        let (looked, heard) =
            soon("both ends", async { tokio::join!(look(&address), playing) }).await;
        assert_eq!(looked, Err(UNPROVEN), "{trick}");
        assert_is_bare(&heard);
    }
}

#[tokio::test]
async fn an_impostor_who_answers_at_length_is_not_read_to_the_end() {
    let impostor = Impostor::new();
    let (listener, address) = listener().await;
    let playing = Box::pin(async {
        let mut victim = impostor.receive(&listener).await;
        // Of a kind that would be left aside, if it were read.
        let long = json!({"type": "weather", "rain": "x".repeat(1024 * 1024)}).to_string();
        overheard(&mut victim, async |_| vec![long.clone()]).await
    });
    let (looked, heard) = soon("both ends", async { tokio::join!(look(&address), playing) }).await;
    assert_eq!(looked, Err(UNPROVEN));
    assert_is_bare(&heard);
}

#[tokio::test]
async fn an_impostor_who_hangs_up_or_welcomes_without_a_proof_hears_no_more_than_the_question() {
    let impostor = Impostor::new();
    for welcomes in [false, true] {
        let (listener, address) = listener().await;
        let playing = Box::pin(async {
            let mut victim = impostor.receive(&listener).await;
            let question = victim.next().await.unwrap().unwrap();
            let heard: Value = serde_json::from_str(question.to_text().unwrap()).unwrap();
            if welcomes {
                let sign = json!({"type": "sign", "title": "Ours", "language": "nl", "closed": false,
                    "anonymity": "named", "personas": [], "organisations": []});
                let sign = Message::text(sign.to_string());
                victim.send(sign).await.unwrap();
            }
            victim.close(None).await.unwrap();
            while let Some(Ok(message)) = victim.next().await {
                assert!(message.is_close(), "{message:?}");
            }
            vec![heard]
        });
        let (looked, heard) =
            soon("both ends", async { tokio::join!(look(&address), playing) }).await;
        assert!(
            matches!(looked, Err(LookError::Unreachable { .. })),
            "{looked:?}"
        );
        assert_is_bare(&heard);
    }
}

#[tokio::test]
async fn a_host_proves_itself_once_for_each_connection_and_to_proper_questions_only() {
    let stage = Stage::secured(Settings::default()).await;
    let question = || {
        let host = stage.certificate.fingerprint();
        let (asker, pake) = Asker::begin(CODE, host, Seed::of([5; 32]));
        (asker, json!({"type": "prove", "pake": pake}))
    };
    let mut client = stage.connect_securely().await;
    let (asker, asked) = question();
    client.say(asked).await;
    let proof = client.wait_for("proof").await;
    let proof: Proof = serde_json::from_value(proof).unwrap();
    assert!(asker.is_convinced(&proof));
    client.say(question().1).await;
    assert_eq!(client.fault().await.1, 4400);

    let mut client = stage.connect_securely().await;
    client.say(question().1).await;
    client.wait_for("proof").await;
    client.say(hello("participant")).await;
    client.wait_for("welcome").await;
    client.say(question().1).await;
    assert_eq!(client.fault().await.1, 4400);

    for pake in ["", "!", "QUJD", &"A".repeat(44)] {
        let mut client = stage.connect_securely().await;
        client.say(json!({"type": "prove", "pake": pake})).await;
        assert_eq!(client.fault().await.1, 4400, "{pake}");
    }
}

#[tokio::test]
async fn what_a_host_of_another_make_says_between_its_proof_and_the_answer_is_not_lost() {
    let host = Impostor::new();
    let own = host.fingerprint;
    let (listener, address) = listener().await;
    let playing = Box::pin(async {
        let mut guest = host.receive(&listener).await;
        let asked = guest.next().await.unwrap().unwrap();
        let asked: Value = serde_json::from_str(asked.to_text().unwrap()).unwrap();
        let prover = Prover::of(CODE, own, Seed::of([7; 32]));
        let proof = prover.answer(asked["pake"].as_str().unwrap()).unwrap();
        let proof = json!({"type": "proof", "pake": proof.pake, "confirm": proof.confirm});
        // In one write, so that it comes in one read.
        guest.feed(Message::text(proof.to_string())).await.unwrap();
        guest.feed(Message::Ping("there?".into())).await.unwrap();
        guest.flush().await.unwrap();
        let mut heard = Vec::new();
        while heard.len() < 2 {
            heard.push(guest.next().await.unwrap().unwrap());
        }
        // What comes after the proof may be as large as a view is.
        let weather = json!({"type": "weather", "rain": "x".repeat(1024 * 1024)});
        let sign = json!({"type": "sign", "title": "Ours", "language": "nl", "closed": false,
            "anonymity": "named", "personas": [], "organisations": []});
        for said in [weather, sign] {
            guest.send(Message::text(said.to_string())).await.unwrap();
        }
        heard
    });
    let (looked, heard) = soon("both ends", async { tokio::join!(look(&address), playing) }).await;
    let (sign, known) = looked.unwrap();
    assert_eq!(sign.title.as_str(), "Ours");
    assert_eq!(known.security(), Security::Pinned(own));
    assert!(heard.contains(&Message::Pong("there?".into())), "{heard:?}");
}
