//! What a process uses, as Linux tells it.

use std::fs;

use anyhow::{Context, Result};

/// The processor time of all threads, in nanoseconds.
pub(crate) fn cpu(process: u32) -> Result<u64> {
    let mut total = 0;
    for thread in fs::read_dir(format!("/proc/{process}/task"))? {
        // A thread may end while the list is read.
        let Ok(stat) = fs::read_to_string(thread?.path().join("schedstat")) else {
            continue;
        };
        let ran = stat
            .split_whitespace()
            .next()
            .context("an empty schedstat")?;
        total += ran.parse::<u64>()?;
    }
    Ok(total)
}

/// The memory that is resident, in mebibytes.
pub(crate) fn resident(process: u32) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let kibibytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.split_whitespace().next())
        .context("no VmRSS")?;
    Ok(kibibytes.parse::<f64>()? / 1024.0)
}

/// How many files this process may have open.
pub(crate) fn open_files_allowed() -> Result<usize> {
    let limits = fs::read_to_string("/proc/self/limits")?;
    let soft = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"))
        .and_then(|rest| rest.split_whitespace().next())
        .context("no limit of open files")?;
    Ok(soft.parse().unwrap_or(usize::MAX))
}
