//! A system that allows few open files: the host lets in as many as there is room for, tells the others so, and goes on.

use std::fs;
use std::io::{ErrorKind, Read as _};
use std::net::{SocketAddr, TcpStream};

use halte::server::BEYOND;

use super::program::{Program, patience};
use super::stage::{Host, Stage, acknowledged, texts};

/// The connections that there is room for.
const ROOM: usize = 12;
/// What the host keeps free beside them: its own files, and whoever is sent away or on the way out.
const BESIDES: usize = 64 + BEYOND;
/// How many stand at a door that is shut.
const STRANGERS: usize = 60;

/// A host that may hold so many files and connections open and no more, not even if it asks.
fn host(stage: &Stage, open: usize) -> Host {
    let script = format!("ulimit -n {open} && exec \"$@\"");
    let mut command = stage.at_home("sh");
    command.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_halte")]);
    let arguments = ["writing.yaml", "--log", "host.log"];
    Host::start(command, "127.0.0.1", 0, &arguments)
}

/// Somebody at the door who says nothing.
fn stands_at(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).expect("the port is open");
    let patience = Some(patience());
    stream.set_read_timeout(patience).expect("a time limit");
    stream
}

#[test]
fn the_host_lets_in_what_the_open_files_leave_room_for_and_loses_nothing() {
    let stage = Stage::new();
    let host = host(&stage, BESIDES + ROOM);
    let link = host.word("link").to_owned();
    let sits = |name: &str| {
        let mut person = stage.join_link(&link, name, &["--fresh"]);
        person.sees("joined");
        person
    };
    let mut seated: Vec<Program> = (0..ROOM).map(|at| sits(&format!("person {at}"))).collect();

    let mut late = stage.join_link(&link, "one too many", &["--fresh", "--lang", "en"]);
    late.stops_typing();
    let ended = late.ends();
    assert_eq!(ended.code, Some(1), "{}", ended.transcript());
    assert_eq!(ended.out, ["refused full"], "{}", ended.transcript());
    assert!(ended.err[0].contains("full"), "{}", ended.transcript());

    // Whoever stands at the door takes nothing from those inside, nor from the record.
    let address: SocketAddr = host.word("address").parse().expect("an address");
    let strangers: Vec<TcpStream> = (0..STRANGERS).map(|_| stands_at(address)).collect();
    for (at, person) in seated.iter_mut().enumerate() {
        person.types([&*format!("nood {at}")]);
        person.sees("saved");
    }
    for mut stranger in strangers {
        // Sent away, with a word or without one.
        let ended = stranger.read_to_end(&mut Vec::new());
        let stays = ended.is_err_and(|error| error.kind() == ErrorKind::WouldBlock);
        assert!(!stays, "somebody stands at the door for ever");
    }

    let mut told: Vec<(String, String)> = Vec::new();
    for mut person in seated.split_off(1) {
        person.stops_typing();
        told.extend(acknowledged(&person.ends_well().said("saved")));
    }
    // There is room again, and who stayed was never away.
    let mut next = sits("somebody new");
    next.types(["nog een nood"]);
    told.extend(acknowledged(&[next.sees("saved")]));
    let stayed = seated.remove(0);
    assert_eq!(stayed.said("lost"), [""; 0]);
    told.extend(acknowledged(&stayed.said("saved")));
    let (opening, _) = host.stops("TERM");
    told.sort();
    assert_eq!(told.len(), ROOM + 1);
    assert_eq!(texts(&stage.saved(&opening)), told);
    let log = fs::read_to_string(stage.path("host.log")).expect("a log");
    assert!(log.contains("few open files"), "{log}");
    assert!(!log.contains("cannot take a connection"), "{log}");
}
