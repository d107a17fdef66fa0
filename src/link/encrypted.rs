//! A connection to the host: over TLS to exactly the host that made the link, or without encryption where that is
//! safe or was asked for. Where the link does not say how to know the host, it comes with the certificate of whoever
//! answers, and nothing is said before they have proven to be the host.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::Arc;

use rustls::client::Resumption;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::ring::default_provider;
use rustls::crypto::{WebPkiSupportedAlgorithms, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::version::TLS13;
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error, PeerIncompatible, SignatureScheme,
};
use tokio::net::{TcpStream, lookup_host};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_util::either::Either;

use super::address::{Address, Security};
use super::dial::Stop;
use crate::seat::{Distrust, Hitch};
use crate::wire::Fingerprint;

/// A connection, plain or over TLS.
pub(super) type Stream = Either<TcpStream, Box<TlsStream<TcpStream>>>;

/// A connection and, over TLS, the certificate of whoever answers.
pub(super) type Reached = (Stream, Option<Fingerprint>);

/// Connects to the host of a link.
pub(super) async fn connect(address: &Address) -> Result<Reached, Stop> {
    let places: Vec<SocketAddr> = match lookup_host((address.host(), address.port())).await {
        Ok(places) => places.collect(),
        Err(error) => {
            tracing::debug!(%error, "the host's name leads nowhere");
            return Err(Hitch::UnknownName.into());
        }
    };
    let stream = TcpStream::connect(&places[..]).await.map_err(unreached)?;
    // A command is one small frame, and a person waits for its answer.
    stream.set_nodelay(true)?;
    let (stream, host) = match address.security() {
        Security::Pinned(fingerprint) => secure(stream, Some(fingerprint)).await?,
        Security::Plain => return Ok((Either::Left(stream), None)),
        // What stays on this machine cannot be overheard, and nobody else answers there.
        Security::Unsaid if places.iter().all(is_here) => return Ok((Either::Left(stream), None)),
        Security::Unsaid => secure(stream, None).await?,
    };
    Ok((Either::Right(Box::new(stream)), Some(host)))
}

/// Why nobody is there.
fn unreached(error: io::Error) -> Stop {
    match error.kind() {
        ErrorKind::ConnectionRefused => Hitch::Refused.into(),
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            Hitch::NoWay.into()
        }
        ErrorKind::TimedOut => Hitch::Silent.into(),
        _ => error.into(),
    }
}

fn is_here(place: &SocketAddr) -> bool {
    place.ip().to_canonical().is_loopback()
}

/// Opens TLS with the host that has this certificate, and with no other, or with whoever answers; and tells whose
/// certificate it is.
async fn secure(
    stream: TcpStream,
    pin: Option<Fingerprint>,
) -> Result<(TlsStream<TcpStream>, Fingerprint), Stop> {
    let stranger = || {
        Stop::Distrust(match pin {
            Some(_) => Distrust::WrongCertificate,
            None => Distrust::Unproven,
        })
    };
    // A number is not told to the host; a name would be, before anything is encrypted.
    let name = ServerName::from(stream.peer_addr()?.ip());
    let config = config(pin).map_err(|error| Stop::Cut(error.to_string()))?;
    let connector = TlsConnector::from(Arc::new(config));
    let stream = connector.connect(name, stream).await.map_err(|error| {
        if is_strange(&error) {
            stranger()
        } else {
            error.into()
        }
    })?;
    let (_, session) = stream.get_ref();
    let shown = session.peer_certificates().and_then(<[_]>::first);
    let host = Fingerprint::of(shown.ok_or_else(stranger)?);
    Ok((stream, host))
}

/// Whether the other side is somebody else than the host that made the link.
fn is_strange(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    matches!(inner, Some(Error::InvalidCertificate(_)))
}

fn config(pin: Option<Fingerprint>) -> Result<ClientConfig, Error> {
    let provider = Arc::new(default_provider());
    let pin = Pin {
        pin,
        algorithms: provider.signature_verification_algorithms,
    };
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&TLS13])?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(pin))
        .with_no_client_auth();
    // Every connection shows the certificate again.
    config.resumption = Resumption::disabled();
    Ok(config)
}

/// Takes the one certificate whose fingerprint is in the link: nobody needs to vouch for it, and no name or date in it
/// matters. Without one, takes any, for whoever has it to prove themselves afterwards. That they have its key is
/// verified like anywhere else.
#[derive(Debug)]
struct Pin {
    pin: Option<Fingerprint>,
    algorithms: WebPkiSupportedAlgorithms,
}

impl ServerCertVerifier for Pin {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if self.pin.is_none_or(|pin| pin.fits(end_entity)) {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(CertificateError::ApplicationVerificationFailure.into())
        }
    }

    fn verify_tls12_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(PeerIncompatible::Tls12NotOffered.into())
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, cert, dss, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seat::cause_key;

    #[test]
    fn why_nobody_is_there_is_a_word_that_is_known_in_every_language() {
        for (kind, hitch) in [
            (ErrorKind::ConnectionRefused, Hitch::Refused),
            (ErrorKind::HostUnreachable, Hitch::NoWay),
            (ErrorKind::NetworkUnreachable, Hitch::NoWay),
            (ErrorKind::TimedOut, Hitch::Silent),
        ] {
            let stop = unreached(kind.into());
            assert_eq!(stop, Stop::Cut(hitch.as_str().to_owned()));
            assert_eq!(cause_key(hitch.as_str()), Some(hitch.key()));
        }
    }
}
