//! A log tells what went on and nothing that anybody said, is called, or could come in with.

use std::fs;
use std::path::Path;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

use super::program::Program;
use super::stage::Stage;

/// What nobody may find in a log.
const SAID: [&str; 5] = [
    "Zeldzaamheid",
    "Kwartelei",
    "Bosuil",
    "Weverij Zuid",
    "Anders gezegd",
];

#[test]
fn a_log_at_its_most_talkative_holds_no_text_name_code_token_or_secret() {
    let stage = Stage::new();
    let plan = fs::read_to_string(stage.path("writing.yaml")).expect("a plan");
    let plan = format!(
        "{plan}organisations:\n  - {{name: {}, kind: company}}\n",
        SAID[3]
    );
    fs::write(stage.path("invited.yaml"), plan).expect("writable");
    let host = stage.host(&[
        "invited.yaml",
        "-vvv",
        "--log",
        "host.log",
        "--anonymity",
        "named",
    ]);
    let mut facilitator = stage.facilitator(&host);
    let seat = |name: &str, log: &str| -> Program {
        let asked = [
            "--name",
            name,
            "--organisation",
            SAID[3],
            "-vvv",
            "--log",
            log,
        ];
        stage.join(&host, name, &asked)
    };
    let mut person = seat(SAID[2], "person.log");
    person.sees("joined");
    person.types([SAID[0], "/say Kwartelei"]);
    let saved = person.sees("saved");
    let id = saved.split(' ').nth(1).expect("an id").to_owned();
    // What is refused and what is not understood is as private.
    person.types([
        format!("/edit {id} {}", SAID[4]).as_str(),
        "/edit n9999 Zeldzaamheid",
        "/sort n9999 Kwartelei",
        "/quit",
    ]);
    person.ends_well();
    // Somebody with another code is turned away.
    let wrong = host.word("link").replace(host.word("code"), "AAAA-BBBB");
    let mut stranger = stage.join_link(&wrong, "a stranger", &["-vvv", "--log", "stranger.log"]);
    stranger.stops_typing();
    stranger.ends();
    // So is a client that puts words where none belong; and who only looks at the door reads more than is logged.
    for nonsense in [
        json!({"type": "look", "code": host.word("code")}),
        json!({"type": SAID[1]}),
        json!({"type": "hello", "role": SAID[0]}),
        json!({"type": "hello", "role": "participant", "table": host.word("code")}),
    ] {
        says(host.word("address"), &nonsense);
    }
    facilitator.types(["/park Zeldzaamheid", "/next", "/quit"]);
    facilitator.ends_well();
    let (opening, _) = host.stops("TERM");
    let mut secrets: Vec<String> = SAID.map(str::to_owned).to_vec();
    secrets.extend(["AAAA-BBBB".to_owned(), "AAAABBBB".to_owned()]);
    for key in ["code", "facilitator_token"] {
        let secret = opening[key].as_str().expect("a text");
        secrets.extend([secret.to_owned(), secret.replace('-', "")]);
    }
    let before = secrets.len();
    secrets_in(&stage.path("state"), &mut secrets);
    // The room's and its certificate's, and those of three seats at least.
    assert!(secrets.len() >= before + 4, "{secrets:?}");
    for log in ["host.log", "person.log", "stranger.log"] {
        let text = fs::read_to_string(stage.path(log)).expect("a log");
        assert!(log != "host.log" || text.lines().count() > 3, "{text}");
        for secret in &secrets {
            assert!(
                !text.contains(secret.as_str()),
                "{secret} stands in {log}:\n{text}"
            );
        }
    }
}

/// Says one thing to a host, and waits until it hangs up.
#[tokio::main(flavor = "current_thread")]
async fn says(address: &str, message: &Value) {
    let url = format!("ws://{address}/ws");
    let (mut client, _) = connect_async(url).await.expect("it switches");
    let said = Message::text(message.to_string());
    client.send(said).await.expect("said");
    while client.next().await.is_some_and(|heard| heard.is_ok()) {}
}

/// Every secret in the files of a folder and those below it.
fn secrets_in(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            secrets_in(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        for value in text
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
        {
            collect(&value, found);
        }
    }
}

fn collect(value: &Value, found: &mut Vec<String>) {
    for (key, value) in value.as_object().into_iter().flatten() {
        let is_secret = ["secret", "token", "key"].contains(&key.as_str());
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        // The facilitator's seat has none.
        if is_secret && text.len() > 8 {
            found.push(text);
        }
        collect(value, found);
    }
}

#[test]
fn a_warning_of_the_log_comes_among_the_lines_of_who_asked_for_it_only() {
    let stage = Stage::new();
    let host = stage.writing();
    let mut person = stage.join(&host, "somebody", &[]);
    person.sees("joined");
    person.dies();
    let seats = fs::read_dir(stage.path("state/halte/seats")).expect("seats");
    let seats = seats.map(|entry| entry.expect("an entry").path());
    let damaged = seats.filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
    for path in damaged {
        let mut seat = fs::read_to_string(&path).expect("a seat");
        seat.push_str("not ours\n");
        fs::write(&path, seat).expect("writable");
    }
    let link = host.word("link");
    for (arguments, warns) in [(&["--lang", "en"][..], false), (&["-v"], true)] {
        let ended = stage.run(&[&["join", "--plain", link], arguments].concat());
        assert_eq!(ended.said("joined").len(), 1, "{}", ended.transcript());
        let warned = ended.err.iter().any(|line| line.contains("WARN"));
        assert_eq!(warned, warns, "{}", ended.transcript());
    }
}
