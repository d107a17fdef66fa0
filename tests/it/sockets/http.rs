//! The door: what a browser, a monitor and a stranger meet on the port.

use halte::server::Settings;

use super::stage::Stage;

/// The first line of an answer.
fn status(answer: &str) -> &str {
    answer.lines().next().unwrap_or_default()
}

#[tokio::test]
async fn the_health_of_the_server_can_be_asked() {
    let stage = Stage::new().await;
    let answer = stage.http("GET", "/health").await;
    assert_eq!(status(&answer), "HTTP/1.1 200 OK");
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    let health: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(health["status"], "ok");
    assert_eq!(health["version"], env!("CARGO_PKG_VERSION"));
}

#[tokio::test]
async fn a_browser_is_shown_how_to_join_this_host() {
    let stage = Stage::new().await;
    let answer = stage.http("GET", "/").await;
    assert_eq!(status(&answer), "HTTP/1.1 200 OK");
    assert!(answer.contains("content-security-policy: default-src 'none'"));
    assert!(answer.contains(&format!("halte join \"{}/", stage.address)));
    let head = stage.http("HEAD", "/").await;
    assert_eq!(status(&head), "HTTP/1.1 200 OK");
    assert!(head.ends_with("\r\n\r\n"));
}

#[tokio::test]
async fn anything_else_is_refused_shortly() {
    let stage = Stage::new().await;
    for (method, path, expected) in [
        ("GET", "/etc/passwd", "HTTP/1.1 404 Not Found"),
        ("POST", "/", "HTTP/1.1 405 Method Not Allowed"),
        ("DELETE", "/health", "HTTP/1.1 405 Method Not Allowed"),
        ("HEAD", "/ws", "HTTP/1.1 405 Method Not Allowed"),
        ("GET", "/ws", "HTTP/1.1 426 Upgrade Required"),
    ] {
        let answer = stage.http(method, path).await;
        assert_eq!(status(&answer), expected, "{method} {path}");
    }
}

#[tokio::test]
async fn garbage_in_place_of_http_harms_nobody() {
    let stage = Stage::new().await;
    let mut client = stage.participant().await;
    let endless = format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "x".repeat(40_000));
    for garbage in [
        b"\x00\xff\xfe not http\r\n\r\n".as_slice(),
        b"\r\n\r\n\r\n\r\nGET",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        endless.as_bytes(),
    ] {
        let answer = stage.reach(garbage).await;
        assert!(!answer.starts_with(b"HTTP/1.1 200"));
    }
    client.say(super::say(1, "undisturbed")).await;
    client.wait_for("ack").await;
}

#[tokio::test]
async fn a_client_that_wants_tls_is_told_that_there_is_none() {
    let stage = Stage::new().await;
    let answer = stage.reach(&[0x16, 3, 1, 2, 0, 1]).await;
    // A fatal alert: handshake failure.
    assert_eq!(answer, [0x15, 3, 1, 0, 2, 2, 40]);
}

#[tokio::test]
async fn there_are_so_many_connections_and_no_more() {
    let stage = Stage::with(Settings {
        connections: 1,
        ..Settings::default()
    })
    .await;
    let mut first = stage.participant().await;
    let answer = stage.http("GET", "/health").await;
    assert_eq!(status(&answer), "HTTP/1.1 503 Service Unavailable");
    first.say(super::say(1, "undisturbed")).await;
    first.wait_for("ack").await;
}
