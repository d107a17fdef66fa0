//! The server's side of TLS: version 1.3 only, with the certificate of the room. It decides nothing; what it takes to
//! open a connection costs that connection alone.

use std::io;
use std::sync::Arc;

use rustls::crypto::ring::default_provider;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::NoServerSessionStorage;
use rustls::version::TLS13;
use rustls::{ServerConfig, ServerConnection};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::room::certificate::Certificate;

/// What the first byte of a TLS connection is; no HTTP request begins with it.
pub(super) const HANDSHAKE: u8 = 0x16;
/// A fatal TLS alert, "handshake failure", so that the client says at once that there is no TLS here.
pub(super) const ALERT: &[u8] = &[0x15, 3, 1, 0, 2, 2, 40];

/// What it takes to open TLS connections.
#[derive(Debug, Clone)]
pub struct Tls(Arc<ServerConfig>);

/// The certificate is none, or its key is not its own.
#[derive(Debug, thiserror::Error)]
#[error("the room's certificate cannot be used")]
pub struct TlsError(#[from] rustls::Error);

impl Tls {
    /// TLS with this certificate.
    ///
    /// # Errors
    /// When the certificate cannot be used.
    pub fn new(certificate: &Certificate) -> Result<Self, TlsError> {
        let chain = vec![CertificateDer::from(certificate.der().to_vec())];
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(certificate.key().to_vec()));
        let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_protocol_versions(&[&TLS13])?
            .with_no_client_auth()
            .with_single_cert(chain, key)?;
        // Nobody resumes a TLS session here: a seat is found again by its secret, and a thousand tickets cost memory.
        config.send_tls13_tickets = 0;
        config.session_storage = Arc::new(NoServerSessionStorage {});
        Ok(Self(Arc::new(config)))
    }

    /// Opens a connection whose first byte promises TLS.
    pub(super) async fn accept(&self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        TlsAcceptor::from(Arc::clone(&self.0)).accept(stream).await
    }
}

/// What the other modules hold of an open connection.
pub(super) type Session = ServerConnection;
