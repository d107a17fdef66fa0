//! Who has voted, in an anonymous session whose vote has closed: its ballots are nobody's any more, and nobody may cast
//! a second one when the group comes back to the vote.

use std::collections::BTreeSet;

use crate::id::ParticipantId;

/// Those whose ballots are in. Known to the running room alone, on no record, and so no part of what two replicas have to
/// agree on: any two are equal.
#[derive(Debug, Clone, Default)]
pub(crate) struct Voters(pub(super) BTreeSet<ParticipantId>);

impl PartialEq for Voters {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Eq for Voters {}
