//! One plain HTTP question, as simple as it gets: what it takes to know who answers on a port.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::moment::Moment;

/// The most that is read of an answer.
const MOST: u64 = 16 * 1024;

/// What somebody answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    /// The time there.
    pub(super) date: Option<Moment>,
    pub(super) body: String,
}

/// Asks for a page; the connection is closed behind it, so that the answer ends where it ends. Gives up after
/// `patience`.
pub(super) async fn get(
    host: &str,
    port: u16,
    path: &str,
    patience: Duration,
) -> io::Result<Option<Reply>> {
    let asked = async {
        let mut stream = TcpStream::connect((host, port)).await?;
        let request = format!("GET {path} HTTP/1.0\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let mut bytes = Vec::new();
        stream.take(MOST).read_to_end(&mut bytes).await?;
        Ok(read(&String::from_utf8_lossy(&bytes)))
    };
    tokio::time::timeout(patience, asked).await?
}

/// An answer as it came; none if it is no HTTP.
fn read(text: &str) -> Option<Reply> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.strip_prefix("HTTP/1.")?;
    let status = status.split(' ').nth(1)?.parse().ok()?;
    let date = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("date"))
        .and_then(|(_, date)| jiff::fmt::rfc2822::parse(date.trim()).ok())
        .map(|date| Moment::from_millis(date.timestamp().as_millisecond()));
    Some(Reply {
        status,
        date,
        body: body.to_owned(),
    })
}

/// The version of the halte whose health this is.
pub(super) fn version(reply: &Reply) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Health {
        status: String,
        version: String,
    }
    let health: Health = serde_json::from_str(&reply.body).ok()?;
    (reply.status == 200 && health.status == "ok").then_some(health.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_apart_as_far_as_it_goes() {
        let text = "HTTP/1.1 200 OK\r\nDate: Sat, 21 Nov 2026 09:00:00 GMT\r\n\r\n{\"status\":\"ok\",\"version\":\"0.1.0\"}";
        let reply = read(text).unwrap();
        assert_eq!(reply.status, 200);
        assert_eq!(reply.date, "2026-11-21T09:00:00.000Z".parse().ok());
        assert_eq!(version(&reply).as_deref(), Some("0.1.0"));
        let other = read("HTTP/1.0 302 Found\r\nLocation: http://portal\r\n\r\n").unwrap();
        assert_eq!(
            (other.status, other.date, version(&other)),
            (302, None, None)
        );
        for text in [
            "",
            "SSH-2.0-x\r\n\r\n",
            "HTTP/1.1\r\n\r\n",
            "HTTP/1.1 x y\r\n\r\n",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
