//! A campaign: `halte report` over a thousand saved sessions of about 150 contributions, beside the floor: the bare
//! events of the YAML parser over the same files, on as many threads. Each is a process of its own, so that the memory
//! it took can be read; every figure is the best of a few runs, because a machine is never quite alone.
//!
//! `cargo bench --bench campaign` takes about two minutes, `cargo bench --bench campaign -- 100` measures with that
//! many sessions. Reads `/proc`, so it runs on Linux only.

mod sessions;

use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use comfy_table::{Cell, CellAlignment, Table};
use halte::session;
use rayon::prelude::*;
use serde_yaml::granit_parser::Parser;

use sessions::Written;

/// Saved sessions.
const SESSIONS: usize = 1_000;
/// Runs of each, of which the best counts.
const ROUNDS: usize = 3;
/// The argument that makes this program one of those that are measured.
const ALONE: &str = "--alone";

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    /// The events of the YAML parser, and nothing made of them.
    Parse,
    /// Every session read and checked, and let go of.
    Read,
    /// `halte report --format json`, whole.
    Report,
    /// The same as a table, in the language of the machine.
    Page,
}

impl Work {
    const ALL: [Self; 4] = [Self::Parse, Self::Read, Self::Report, Self::Page];

    const fn name(self) -> &'static str {
        match self {
            Self::Parse => "parse",
            Self::Read => "read",
            Self::Report => "report",
            Self::Page => "page",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Parse => "floor: the events of the YAML parser",
            Self::Read => "every session read and checked",
            Self::Report => "halte report, as JSON",
            Self::Page => "halte report, as a table",
        }
    }

    fn run(self, folder: &Path) -> Result<()> {
        match self {
            Self::Parse => each(folder, |bytes| {
                for event in Parser::new_from_str(std::str::from_utf8(bytes)?) {
                    black_box(event?);
                }
                Ok(())
            }),
            Self::Read => each(folder, |bytes| {
                black_box(session::read_session(bytes)?.into_workshop());
                Ok(())
            }),
            Self::Report => report(folder, "json"),
            Self::Page => report(folder, "table"),
        }
    }
}

/// Does something with the bytes of every saved session, on all cores.
fn each(folder: &Path, work: impl Fn(&[u8]) -> Result<()> + Sync) -> Result<()> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    files.par_iter().try_for_each(|file| work(&fs::read(file)?))
}

/// The program itself, from its arguments to the last byte of the report, which nobody keeps.
fn report(folder: &Path, format: &str) -> Result<()> {
    let arguments: [OsString; 8] = [
        "halte".into(),
        "report".into(),
        folder.into(),
        "--format".into(),
        format.into(),
        "--output".into(),
        "/dev/null".into(),
        "-q".into(),
    ];
    let ended = format!("{:?}", halte::cli::run(arguments));
    let well = format!("{:?}", std::process::ExitCode::SUCCESS);
    ensure!(ended == well, "the report ended with {ended}");
    Ok(())
}

/// What one run took.
#[derive(Debug, Clone, Copy)]
struct Run {
    time: Duration,
    /// The most memory it held at once, in KiB.
    peak: u64,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [alone, name, folder] if alone == ALONE => {
            let work = Work::ALL.into_iter().find(|work| work.name() == name);
            alone_do(work.context("no such work")?, Path::new(folder))
        }
        // `cargo test` starts benches without this; there is nothing to test here.
        arguments if arguments.iter().any(|argument| argument == "--bench") => {
            let count = arguments.iter().find_map(|word| word.parse().ok());
            measure(count.unwrap_or(SESSIONS))
        }
        _ => Ok(()),
    }
}

fn alone_do(work: Work, folder: &Path) -> Result<()> {
    let start = Instant::now();
    work.run(folder)?;
    let time = start.elapsed().as_micros();
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|rest| rest.split_whitespace().next())
        .context("no VmHWM")?;
    writeln!(std::io::stdout(), "{time} {peak}")?;
    Ok(())
}

fn run(work: Work, folder: &Path) -> Result<Run> {
    let done = Command::new(std::env::current_exe()?)
        .args([ALONE, work.name()])
        .arg(folder)
        .output()?;
    let told = String::from_utf8_lossy(&done.stdout);
    let said = String::from_utf8_lossy(&done.stderr);
    let mut figures = told.split_whitespace();
    let mut next =
        || -> Result<u64> { Ok(figures.next().with_context(|| said.to_string())?.parse()?) };
    Ok(Run {
        time: Duration::from_micros(next()?),
        peak: next()?,
    })
}

fn measure(count: usize) -> Result<()> {
    let mut out = std::io::stdout().lock();
    let home = tempfile::tempdir()?;
    let alone = sessions::write(&home.path().join("alone"), count, false)?;
    let beside = sessions::write(&home.path().join("beside"), count, true)?;
    let table = table(&alone, &beside)?;
    let Written {
        sessions,
        contributions,
        bytes,
        ..
    } = &alone;
    writeln!(
        out,
        "{sessions} sessions, {:.1} contributions and {} KiB each, on {} threads; best of {ROUNDS} runs\n\n{table}",
        share(*contributions, *sessions),
        bytes / sessions / 1024,
        rayon::current_num_threads(),
    )?;
    Ok(())
}

fn table(alone: &Written, beside: &Written) -> Result<Table> {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::ASCII_MARKDOWN);
    table.set_header(["", "seconds", "x floor", "MiB/s", "peak MiB", "KiB/session"]);
    let works = Work::ALL.map(|work| (work, alone, ""));
    let works = works
        .into_iter()
        .chain([(Work::Report, beside, ", journals beside")]);
    let works: Vec<_> = works.collect();
    let mut best: Vec<Option<Run>> = vec![None; works.len()];
    for _ in 0..ROUNDS {
        for (best, (work, written, _)) in best.iter_mut().zip(&works) {
            let run = run(*work, &written.folder)?;
            let Run { time, peak } = best.unwrap_or(run);
            *best = Some(Run {
                time: time.min(run.time),
                peak: peak.min(run.peak),
            });
        }
    }
    let floor = best.iter().flatten().next().copied().context("no floor")?;
    for (run, (work, written, with)) in best.iter().flatten().zip(&works) {
        let seconds = run.time.as_secs_f64();
        let words = format!("{}{with}", work.words());
        let figures = [
            format!("{seconds:.2}"),
            format!("{:.2}", seconds / floor.time.as_secs_f64()),
            format!("{:.0}", share(written.bytes, 1024 * 1024) / seconds),
            format!("{:.0}", kibibytes(run.peak) / 1024.0),
            format!(
                "{:.0}",
                kibibytes(run.peak.saturating_sub(floor.peak)) / share(written.sessions, 1)
            ),
        ];
        let figures = figures.map(|figure| Cell::new(figure).set_alignment(CellAlignment::Right));
        table.add_row([Cell::new(words)].into_iter().chain(figures));
    }
    Ok(table)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of a benchmark are small"
)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[expect(
    clippy::cast_precision_loss,
    reason = "memory is measured in gibibytes at most"
)]
const fn kibibytes(count: u64) -> f64 {
    count as f64
}
