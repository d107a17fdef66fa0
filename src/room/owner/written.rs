//! The journal's bytes: what is added to it, and the whole of it as it has to stand on disk.

use crate::id::SessionId;
use crate::journal::{self, Chain};
use crate::workshop::{Record, Workshop, seal};

type Written = Result<(Vec<u8>, Chain), serde_json::Error>;

/// The lines of these records, which are sealed, behind a chain.
pub(super) fn more<'a>(mut chain: Chain, records: impl Iterator<Item = &'a Record>) -> Written {
    let mut bytes = Vec::new();
    for record in records {
        journal::write(&mut bytes, &mut chain, record)?;
    }
    Ok((bytes, chain))
}

/// A whole journal of these records, each sealed on the workshop as the ones before it left it.
pub(super) fn whole(session: &SessionId, records: &[Record]) -> Written {
    let (mut bytes, mut chain) = journal::header(session);
    let Some((first, rest)) = records.split_first() else {
        return Ok((bytes, chain));
    };
    // The first record is never sealed: it holds the plan and nobody's doings.
    journal::write(&mut bytes, &mut chain, first)?;
    let mut workshop = Workshop::replay([first]);
    for record in rest {
        let Some(workshop) = workshop.as_mut() else {
            break;
        };
        let sealed = seal::seal(workshop, record);
        workshop.apply(record);
        journal::write(&mut bytes, &mut chain, &sealed)?;
    }
    Ok((bytes, chain))
}
