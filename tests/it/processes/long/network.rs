//! A network of two machines: namespaces with a cable between them. It takes Linux and its administrator; without, this says so.

use std::process::Command;
use std::sync::atomic::{AtomicU8, Ordering};

use super::super::program::Program;
use super::super::stage::{Host, Stage, acknowledged, texts};
use super::{has_time, tell};

/// Where the host is, and where it goes; where the person is, and where they go.
const HOST: [&str; 2] = ["10.77.0.1", "10.77.0.11"];
const PERSON: [&str; 2] = ["10.77.0.2", "10.77.0.12"];

/// So many in a hundred packets are lost.
const LOST: u8 = 15;

/// Two machines, which go away with the test.
struct Network {
    host: String,
    person: String,
}

fn ip(arguments: &[&str]) -> bool {
    let done = Command::new("ip").args(arguments).output();
    done.is_ok_and(|done| done.status.success())
}

impl Network {
    fn lay() -> Option<Self> {
        static NEXT: AtomicU8 = AtomicU8::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let process = std::process::id();
        let network = Self {
            host: format!("halte-host-{process}-{number}"),
            person: format!("halte-person-{process}-{number}"),
        };
        let (host, person) = (&network.host, &network.person);
        let is_laid = ip(&["netns", "add", host])
            && ip(&["netns", "add", person])
            && ip(&[
                "-n", host, "link", "add", "cable", "type", "veth", "peer", "name", "cable",
                "netns", person,
            ])
            && ip(&[
                "-n",
                host,
                "address",
                "add",
                &format!("{}/24", HOST[0]),
                "dev",
                "cable",
            ])
            && ip(&[
                "-n",
                person,
                "address",
                "add",
                &format!("{}/24", PERSON[0]),
                "dev",
                "cable",
            ])
            && [host, person].iter().all(|name| {
                ip(&["-n", name, "link", "set", "cable", "up"])
                    && ip(&["-n", name, "link", "set", "lo", "up"])
            });
        if !is_laid {
            tell("skipped: no network can be laid here, so nobody was cut off or moved");
        }
        is_laid.then_some(network)
    }

    /// What runs on one of the machines.
    fn on(stage: &Stage, machine: &str, arguments: &[&str]) -> Command {
        let mut command = stage.at_home("ip");
        command.args(["netns", "exec", machine, env!("CARGO_BIN_EXE_halte")]);
        command.args(arguments);
        command
    }

    fn join(&self, stage: &Stage, link: &str) -> Program {
        Program::start(
            "a person",
            &mut Self::on(stage, &self.person, &["join", "--plain", link]),
        )
    }

    /// Pulls the cable, or puts it back. No connection hears of that by itself.
    fn is_plugged(&self, is_plugged: bool) {
        let state = if is_plugged { "up" } else { "down" };
        assert!(ip(&["-n", &self.person, "link", "set", "cable", state]));
    }

    /// A machine gets another address, and its connections stay behind at the old one.
    fn moves(machine: &str, [from, to]: [&str; 2]) {
        for (what, address) in [("del", from), ("add", to)] {
            let address = format!("{address}/24");
            assert!(ip(&[
                "-n", machine, "address", what, &address, "dev", "cable"
            ]));
        }
    }

    /// A headless host on its machine, listening at every address it has.
    fn hosts(&self, stage: &Stage) -> Host {
        let arguments = [
            "host",
            "writing.yaml",
            "--headless",
            "--listen",
            "0.0.0.0:7420",
        ];
        let mut host = Self::on(stage, &self.host, &arguments);
        Host::started(Program::start("the host", &mut host))
    }

    /// From here on so many in a hundred packets that arrive on either machine are lost.
    fn is_lossy(&self, percent: u8) -> bool {
        let rules = format!(
            "table ip loss {{\nchain arriving {{\ntype filter hook input priority 0;\n\
             iifname \"cable\" numgen random mod 100 < {percent} drop\n}}\n}}"
        );
        [&self.host, &self.person].into_iter().all(|machine| {
            let done = Command::new("ip")
                .args(["netns", "exec", machine, "nft", &rules])
                .output();
            done.is_ok_and(|done| done.status.success())
        })
    }

    /// From here on little passes in a second.
    fn is_slow(&self) -> bool {
        let slow = [
            "-n", &self.host, "qdisc", "add", "dev", "cable", "root", "tbf", "rate", "256kbit",
            "burst", "16kb", "latency", "2s",
        ];
        let done = Command::new("tc").args(slow).output();
        done.is_ok_and(|done| done.status.success())
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        ip(&["netns", "del", &self.host]);
        ip(&["netns", "del", &self.person]);
    }
}

#[test]
fn a_line_that_loses_packets_loses_nothing_that_was_said() {
    if !has_time() {
        return;
    }
    let Some(network) = Network::lay() else {
        return;
    };
    if !network.is_lossy(LOST) {
        tell("skipped: no packets can be lost here");
        return;
    }
    let stage = Stage::new();
    let host = network.hosts(&stage);
    let mut people: Vec<_> = (0..3)
        .map(|_| network.join(&stage, host.word("link")))
        .collect();
    for number in 0..20 {
        for (person, program) in people.iter_mut().enumerate() {
            program.types([format!("{person} zegt {number}").as_str()]);
        }
    }
    for person in &mut people {
        person.has_seen("saved", 20);
        person.types(["/quit"]);
    }
    let said = people.into_iter().enumerate().map(|(person, program)| {
        let told = acknowledged(&program.ends_well().said("saved"));
        let expected = (0..20).map(|number| format!("{person} zegt {number}"));
        assert!(told.iter().map(|(_, text)| text.clone()).eq(expected));
        told
    });
    let mut told: Vec<_> = said.flatten().collect();
    told.sort();
    let (opening, _) = host.stops("TERM");
    assert_eq!(texts(&stage.saved(&opening)), told);
    tell(&format!(
        "three people said twenty things each while {LOST} in a hundred packets were lost each way"
    ));
}

#[test]
fn a_cable_that_is_pulled_and_addresses_that_change_lose_nobody_and_nothing() {
    if !has_time() {
        return;
    }
    let Some(network) = Network::lay() else {
        return;
    };
    let stage = Stage::new();
    let host = network.hosts(&stage);
    let link = host.word("link").to_owned();
    assert!(link.contains(HOST[0]), "{link}");
    let mut person = network.join(&stage, &link);
    person.types(["voor"]);
    person.sees("saved n0001");

    network.is_plugged(false);
    person.types(["zonder netwerk"]);
    person.sees("lost");
    person.types(["nog altijd zonder"]);
    network.is_plugged(true);
    person.sees("back");
    person.has_seen("saved", 3);
    tell("the network was away until that was noticed, and came back");

    Network::moves(&network.person, PERSON);
    person.types(["op een ander adres"]);
    person.sees("lost");
    person.sees("back");
    person.has_seen("saved", 4);
    tell("a participant got another address, and went on");

    Network::moves(&network.host, HOST);
    person.types(["de begeleider is verhuisd"]);
    person.sees("lost");
    let before = person.dies();
    let mut person = network.join(&stage, &link.replace(HOST[0], HOST[1]));
    assert!(person.sees("joined").starts_with("joined p01"));
    person.sees("saved n0005 de begeleider is verhuisd");
    tell("the host got another address, and its new link gave the same seat");

    if network.is_slow() {
        let mut other = network.join(&stage, &link.replace(HOST[0], HOST[1]));
        other.types(["over een trage lijn", "/quit"]);
        assert_eq!(other.ends_well().said("saved").len(), 1);
        tell("somebody joined over 256 kbit/s");
    } else {
        tell("skipped: no line can be slowed down here");
    }
    person.types(["/quit"]);
    let mut told = acknowledged(&before.said("saved"));
    told.extend(acknowledged(&person.ends_well().said("saved")));
    let (opening, _) = host.stops("TERM");
    let saved = texts(&stage.saved(&opening));
    assert_eq!(saved[..told.len()], told);
}
