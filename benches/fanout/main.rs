//! Fan-out over loopback: one says, everybody hears. Halte's server, plain and over TLS, beside two others in the same run: the limit
//! (the frame encoded once, one raw write per listener, one thread) and the floor (the same libraries used plainly:
//! a task woken per listener and message). Each server is a process of its own, so that its processor time can be
//! read; every figure is the best of several short runs, because a machine is never quite alone.
//!
//! `cargo bench --bench fanout` takes some three minutes, `cargo bench --bench fanout -- 200` measures with that many
//! listeners alone. A thousand listeners need `ulimit -n 2048`. Reads `/proc`, so it runs on Linux only.

mod load;
mod servers;
mod usage;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use comfy_table::{Cell, CellAlignment, Table};
use data_encoding::BASE64URL_NOPAD;

use load::{Load, Run};
use servers::Kind;

const ROUNDS: usize = 3;
const LISTENERS: [usize; 2] = [200, 1_000];
/// One at a time is slower than the 30 milliseconds in which halte gathers records into one frame.
const PACES: [Pace; 2] = [
    Pace {
        name: "one at a time",
        every: Duration::from_millis(50),
        messages: 60,
    },
    Pace {
        name: "100 a second",
        every: Duration::from_millis(10),
        messages: 300,
    },
];
/// The argument that makes this program a server.
const SERVE: &str = "--serve";

/// How fast the speaker speaks, and for how long.
#[derive(Debug, Clone, Copy)]
struct Pace {
    name: &'static str,
    every: Duration,
    messages: usize,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [serve, kind, listeners] if serve == SERVE => {
            servers::serve(kind.parse()?, listeners.parse()?)
        }
        // `cargo test` starts benches without this; there is nothing to test here.
        arguments if arguments.iter().any(|argument| argument == "--bench") => {
            let alone: Vec<usize> = arguments
                .iter()
                .filter_map(|word| word.parse().ok())
                .collect();
            measure(if alone.is_empty() { &LISTENERS } else { &alone })
        }
        _ => Ok(()),
    }
}

fn measure(listeners: &[usize]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let mut table = Table::new();
    table.load_style(comfy_table::presets::ASCII_MARKDOWN);
    table.set_header([
        "listeners",
        "pace",
        "server",
        "cpu us/delivery",
        "x limit",
        "p50 ms",
        "p99 ms",
        "max ms",
        "idle MiB",
        "MiB",
    ]);
    for &listeners in listeners {
        if usage::open_files_allowed()? < listeners + 64 {
            writeln!(out, "skipped {listeners} listeners: needs `ulimit -n 2048`")?;
            continue;
        }
        for pace in PACES {
            let mut best: [Option<Run>; Kind::ALL.len()] = Default::default();
            for _ in 0..ROUNDS {
                for (best, kind) in best.iter_mut().zip(Kind::ALL) {
                    let run = run(kind, listeners, pace)?;
                    if best.as_ref().is_none_or(|best| run.cpu < best.cpu) {
                        *best = Some(run);
                    }
                }
            }
            let limit = best
                .iter()
                .flatten()
                .next()
                .map_or(1.0, Run::cpu_per_delivery);
            for (run, kind) in best.iter().flatten().zip(Kind::ALL) {
                table.add_row(row(run, kind, listeners, pace, limit));
            }
        }
    }
    writeln!(
        out,
        "best of {ROUNDS} short runs each; 220-byte texts\n\n{table}"
    )?;
    Ok(())
}

fn row(run: &Run, kind: Kind, listeners: usize, pace: Pace, limit: f64) -> Vec<Cell> {
    let cpu = run.cpu_per_delivery();
    let milliseconds = |part: f64| format!("{:.1}", run.late(part).as_secs_f64() * 1e3);
    [
        listeners.to_string(),
        pace.name.to_owned(),
        kind.to_string(),
        format!("{cpu:.2}"),
        format!("{:.2}", cpu / limit),
        milliseconds(0.5),
        milliseconds(0.99),
        milliseconds(1.0),
        format!("{:.1}", run.idle_mebibytes),
        format!("{:.1}", run.mebibytes),
    ]
    .into_iter()
    .enumerate()
    .map(|(column, text)| {
        let is_word = matches!(column, 1 | 2);
        let side = if is_word {
            CellAlignment::Left
        } else {
            CellAlignment::Right
        };
        Cell::new(text).set_alignment(side)
    })
    .collect()
}

fn run(kind: Kind, listeners: usize, pace: Pace) -> Result<Run> {
    let server = Server::start(kind, listeners)?;
    let load = Load {
        kind,
        port: server.port,
        certificate: server.certificate.clone(),
        process: server.process.id(),
        listeners,
        every: pace.every,
        messages: pace.messages,
    };
    load.run()
        .with_context(|| format!("{kind}, {listeners} listeners"))
}

/// A server in a process of its own, until it is dropped.
struct Server {
    process: Child,
    port: u16,
    certificate: Option<Vec<u8>>,
}

impl Server {
    fn start(kind: Kind, listeners: usize) -> Result<Self> {
        let mut process = Command::new(std::env::current_exe()?)
            .args([SERVE, &kind.to_string(), &listeners.to_string()])
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        let stdout = process.stdout.take().context("no output")?;
        BufReader::new(stdout).read_line(&mut line)?;
        let (port, certificate) = line
            .trim_end_matches('\n')
            .split_once(' ')
            .context("no port")?;
        let certificate = match certificate {
            "" => None,
            told => Some(BASE64URL_NOPAD.decode(told.as_bytes())?),
        };
        Ok(Self {
            process,
            port: port.parse().context("no port")?,
            certificate,
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended by itself is gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
