//! How many files and connections the system lets this program hold open. The host asks for what its server may need and
//! lets in no more people than there is room for, so that the journal can always be opened and synced.

use crate::server;

/// What is open besides connections: the files of the session, the log, the terminal, the runtime, and what is read
/// or written for a moment; and connections that are only sent away or on their way out.
pub(super) const BESIDES: usize = 64 + server::BEYOND;

/// Asks the system for room for so many connections, and says how many there is room for.
pub(super) fn for_connections(wanted: usize) -> usize {
    let needed = wanted.saturating_add(BESIDES);
    let Some(allowed) = allowed(needed) else {
        return wanted;
    };
    let fits = allowed.saturating_sub(BESIDES).clamp(1, wanted);
    if fits < wanted {
        tracing::warn!(allowed, fits, "the system allows few open files");
    }
    fits
}

/// How many may be open at a time, once so many were asked for; `None` where nobody counts.
#[cfg(unix)]
pub(super) fn allowed(needed: usize) -> Option<usize> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let needed = u64::try_from(needed).unwrap_or(u64::MAX);
    let mut current = current?;
    if current < needed {
        let raised = maximum.map_or(needed, |maximum| maximum.min(needed));
        let asked = Rlimit {
            current: Some(raised),
            maximum,
        };
        match setrlimit(Resource::Nofile, asked) {
            Ok(()) => current = raised,
            Err(error) => tracing::warn!(%error, "no more files may be open"),
        }
    }
    Some(usize::try_from(current).unwrap_or(usize::MAX))
}

/// How many may be open at a time; this system does not say.
#[cfg(not(unix))]
pub(super) fn allowed(_: usize) -> Option<usize> {
    None
}
