//! The link carries what the host is known by: nobody else is spoken to, and a session that is resumed is known again.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::stage::{Host, Stage};

/// The fragment of a link.
fn fingerprint(link: &str) -> &str {
    link.split_once('#').expect("a fingerprint").1
}

#[test]
fn a_link_of_another_host_is_refused_with_what_it_means_and_nothing_is_taken() {
    let stage = Stage::new();
    let (host, other) = (stage.writing(), stage.writing());
    let pinned = fingerprint(host.word("link")).to_owned();
    let link = other.word("link").to_owned();
    let wrong = link.replace(fingerprint(&link), &pinned);
    let mut person = stage.join_link(&wrong, "somebody", &["--lang", "en"]);
    person.stops_typing();
    let ended = person.ends();
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    assert_eq!(ended.said("refused wrong-certificate").len(), 1);
    assert!(
        ended.err[0].contains("Somebody else answers"),
        "{}",
        ended.transcript()
    );
    let (_, ended) = other.stops("TERM");
    assert!(
        ended.out[1].contains(r#""participants":0"#),
        "{}",
        ended.transcript()
    );
}

#[test]
fn the_key_of_a_room_is_told_nobody_and_kept_for_its_owner_alone() {
    let stage = Stage::new();
    let host = stage.host(&["writing.yaml", "-vv"]);
    let mut person = stage.join(&host, "somebody", &[]);
    person.types(["Een nood.", "/quit"]);
    person.ends_well();
    let keys = kept_keys(&stage, &host);
    let kept = fs::read_to_string(&keys).expect("keys");
    let (_, ended) = host.stops("TERM");
    let kept: Value = serde_json::from_str(&kept).expect("JSON");
    let key = kept["certificate"]["key"].to_string();
    assert!(key.len() > 100, "{key}");
    let said = ended.transcript();
    assert!(!said.contains("PRIVATE") && !said.contains(&key), "{said}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&keys).expect("keys").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
}

#[test]
fn a_session_from_before_links_were_encrypted_gets_a_new_link_and_that_is_said() {
    let stage = Stage::new();
    let host = stage.writing();
    let keys = kept_keys(&stage, &host);
    let opening = host.after_a_kill();
    let mut kept: Value =
        serde_json::from_str(&fs::read_to_string(&keys).expect("keys")).expect("JSON");
    kept.as_object_mut()
        .expect("an object")
        .remove("certificate");
    fs::write(&keys, kept.to_string()).expect("writable");

    let journal = opening["journal"].as_str().expect("a path");
    let resumed = stage.host(&["--resume", journal, "--lang", "en"]);
    let link = resumed.word("link").to_owned();
    assert_eq!(resumed.opening["code"], opening["code"]);
    assert_ne!(
        fingerprint(&link),
        fingerprint(opening["link"].as_str().expect("a link"))
    );
    let mut person = stage.join_link(&link, "somebody", &[]);
    person.sees("joined p01");
    let (_, ended) = resumed.stops("TERM");
    assert!(
        ended.err[0].contains("The link has changed"),
        "{}",
        ended.transcript()
    );
}

#[test]
fn an_unencrypted_link_is_given_only_where_it_was_asked_for_and_with_a_warning() {
    let stage = Stage::new();
    let host = stage.writing();
    assert_eq!(host.opening["plain_link"], Value::Null);
    let plain = stage.host(&["writing.yaml", "--plain-ws", "--lang", "en"]);
    for key in ["link", "plain_link"] {
        let mut person = stage.join_link(plain.word(key), key, &["--fresh"]);
        person.sees("joined");
        person.types(["/quit"]);
        assert_eq!(person.ends_well().said("unencrypted").len(), 0);
    }
    // Whoever leads is told, also by the link that is encrypted, and nobody else.
    let mut facilitator = stage.facilitator(&plain);
    facilitator.sees("unencrypted Not everything is encrypted:");
    let mut other = stage.facilitator(&host);
    for led in [&mut facilitator, &mut other] {
        led.types(["/lock"]);
        led.sees("locked");
    }
    assert_eq!(other.said("unencrypted").len(), 0);
    assert_eq!(fingerprint(plain.word("plain_link")), "plain");
    assert!(fingerprint(plain.word("link")).starts_with("sha256="));
    let (_, ended) = plain.stops("TERM");
    let warned = ended
        .err
        .iter()
        .filter(|line| line.contains("not encrypted"));
    assert_eq!(warned.count(), 1, "{}", ended.transcript());
}

/// The file with the keys of a room.
fn kept_keys(stage: &Stage, host: &Host) -> PathBuf {
    keys_beside(stage, host.word("journal"))
}

fn keys_beside(stage: &Stage, journal: &str) -> PathBuf {
    let name = journal
        .rsplit('/')
        .next()
        .expect("a name")
        .replace(".journal", ".json");
    stage.path("state/halte/rooms").join(name)
}

/// The short form of a host's link, at an address that is no loopback address but reaches this machine.
fn typed(host: &Host, code: &str) -> String {
    let (_, port) = host.word("address").rsplit_once(':').expect("a port");
    format!("0.0.0.0:{port}/{code}")
}

#[test]
fn with_a_typed_code_people_get_in_and_back_in_and_the_facilitator_too() {
    let stage = Stage::new();
    let host = stage.writing_everywhere();
    let link = typed(&host, host.word("code"));
    let token = host.word("facilitator_token");
    let mut facilitator = stage.join_link(
        &link,
        "the facilitator",
        &["--role", "facilitator", "--token", token],
    );
    facilitator.sees("joined p00");

    let mut person = stage.join_link(&link, "somebody", &[]);
    person.sees("joined p01");
    person.types(["Een nood."]);
    person.sees("saved n0001");
    person.dies();
    // Who comes back knows the host by its certificate: the code is asked of nobody any more.
    let (_, port) = host.word("address").rsplit_once(':').expect("a port");
    let journal = host.word("journal").to_owned();
    let port = port.parse().expect("a port");
    host.after_a_kill();
    let keys = keys_beside(&stage, &journal);
    let mut kept: Value =
        serde_json::from_str(&fs::read_to_string(&keys).expect("keys")).expect("JSON");
    kept["code"] = "AAAABBBB".into();
    fs::write(&keys, kept.to_string()).expect("writable");
    let resumed = Host::start(stage.halte(), "0.0.0.0", port, &["--resume", &journal]);
    let mut person = stage.join_link(&link, "somebody again", &[]);
    person.sees("joined p01");
    facilitator.sees("back");
    // Somebody who has only the code of before has nothing.
    let mut late = stage.join_link(&link, "somebody late", &["--fresh", "--lang", "en"]);
    late.stops_typing();
    let ended = late.ends();
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    assert_eq!(ended.out, ["refused unproven"]);
    assert_eq!(ended.err.len(), 1, "{}", ended.transcript());
    assert!(ended.err[0].contains("not right"), "{}", ended.transcript());
    resumed.stops("TERM");
}
