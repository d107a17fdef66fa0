//! A connection to the host: over TLS to exactly the host that made the link, or without encryption where that is
//! safe or was asked for. Nothing is said to anybody before it is known who it is.

use std::io;
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
use crate::seat::Distrust;
use crate::wire::Fingerprint;

/// A connection, plain or over TLS.
pub(super) type Stream = Either<TcpStream, Box<TlsStream<TcpStream>>>;

/// Connects to the host of a link.
pub(super) async fn connect(address: &Address) -> Result<Stream, Stop> {
    let places: Vec<SocketAddr> = lookup_host((address.host(), address.port()))
        .await?
        .collect();
    let pin = match address.security() {
        Security::Pinned(fingerprint) => Some(fingerprint),
        Security::Plain => None,
        // What stays on this machine cannot be overheard, and nobody else answers there.
        Security::Unsaid if places.iter().all(is_here) => None,
        Security::Unsaid => return Err(Stop::Distrust(Distrust::NoFingerprint)),
    };
    let stream = TcpStream::connect(&places[..]).await?;
    // A command is one small frame, and a person waits for its answer.
    stream.set_nodelay(true)?;
    match pin {
        Some(fingerprint) => Ok(Either::Right(Box::new(secure(stream, fingerprint).await?))),
        None => Ok(Either::Left(stream)),
    }
}

fn is_here(place: &SocketAddr) -> bool {
    place.ip().to_canonical().is_loopback()
}

/// Opens TLS with the host that has this certificate, and with no other.
async fn secure(stream: TcpStream, fingerprint: Fingerprint) -> Result<TlsStream<TcpStream>, Stop> {
    // A number is not told to the host; a name would be, before anything is encrypted.
    let name = ServerName::from(stream.peer_addr()?.ip());
    let config = config(fingerprint).map_err(|error| Stop::Cut(error.to_string()))?;
    let connector = TlsConnector::from(Arc::new(config));
    connector.connect(name, stream).await.map_err(|error| {
        if is_strange(&error) {
            Stop::Distrust(Distrust::WrongCertificate)
        } else {
            error.into()
        }
    })
}

/// Whether the other side is somebody else than the host that made the link.
fn is_strange(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    matches!(inner, Some(Error::InvalidCertificate(_)))
}

fn config(fingerprint: Fingerprint) -> Result<ClientConfig, Error> {
    let provider = Arc::new(default_provider());
    let pin = Pin {
        fingerprint,
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
/// matters. That the host has its key is verified like anywhere else.
#[derive(Debug)]
struct Pin {
    fingerprint: Fingerprint,
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
        if self.fingerprint.fits(end_entity) {
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
