//! Where a room keeps what it has to keep: the journal, and the session that is saved beside it.

use crate::store::{Store, StoreError};

/// Where a room keeps its record. The files are one; tests have others that fail on purpose.
pub trait Ledger: Send + 'static {
    /// Appends bytes to the journal and returns when they are on disk.
    ///
    /// # Errors
    /// When they are not; none of them then counts as written.
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError>;

    /// Replaces the journal, whole or not at all, and returns when that is on disk.
    ///
    /// # Errors
    /// When it cannot be written; the earlier one is then still there, and counts.
    fn rewrite(&mut self, whole: &[u8]) -> Result<(), StoreError>;

    /// Tries to make the journal writable again; `whole` is everything that should be in it.
    ///
    /// # Errors
    /// When the disk still refuses.
    fn recover(&mut self, whole: &dyn Fn() -> Vec<u8>) -> Result<(), StoreError>;

    /// Replaces the saved session.
    ///
    /// # Errors
    /// When it cannot be written; the earlier one is then still there.
    fn save(&mut self, text: &str) -> Result<(), StoreError>;
}

impl Ledger for Store {
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        Self::append(self, bytes)
    }

    fn rewrite(&mut self, whole: &[u8]) -> Result<(), StoreError> {
        Self::rewrite(self, whole)
    }

    fn recover(&mut self, whole: &dyn Fn() -> Vec<u8>) -> Result<(), StoreError> {
        Self::recover(self, whole)
    }

    fn save(&mut self, text: &str) -> Result<(), StoreError> {
        Self::save(self, text)
    }
}
