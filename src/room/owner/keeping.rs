//! What the room puts on disk: the journal, before anything counts, and the session that can always be made from it.

use std::cell::Cell;

use super::{Ledger, Room, written};
use crate::cause;
use crate::session::{self, Session};
use crate::workshop::seal;

impl<L: Ledger> Room<L> {
    /// Puts what is staged on disk; false when the disk refuses. Where a step of an anonymous session closes with it, the
    /// whole journal is written anew.
    pub(super) async fn write(&mut self) -> bool {
        let written = match self.desk.rewritten() {
            Some(records) => {
                let session = &self.desk.workshop().plan().id;
                written::whole(session, &records).map(|written| (true, written))
            }
            None => written::more(self.chain, self.desk.staged()).map(|written| (false, written)),
        };
        let (is_whole, (bytes, chain)) = match written {
            Ok(written) => written,
            Err(error) => {
                tracing::error!(%error, "a record cannot be written as JSON");
                return false;
            }
        };
        let put = move |ledger: &mut L| {
            if is_whole {
                ledger.rewrite(&bytes)
            } else {
                ledger.append(&bytes)
            }
        };
        match self.with_ledger(put).await {
            Ok(()) => {
                self.chain = chain;
                self.unsaved = true;
                true
            }
            Err(error) => {
                tracing::error!(error = %cause::chain(&error), "the journal cannot be written; the room is read-only");
                false
            }
        }
    }

    /// Tries whether the disk takes records again.
    pub(super) async fn recover(&mut self) {
        let session = &self.desk.workshop().plan().id;
        let (whole, chain) = match written::whole(session, self.desk.records()) {
            Ok(written) => written,
            Err(error) => {
                tracing::error!(%error, "a record cannot be written as JSON");
                return;
            }
        };
        let recovered = self.with_ledger(move |ledger| {
            let is_anew = Cell::new(false);
            let recovered = ledger.recover(&|| {
                is_anew.set(true);
                whole.clone()
            });
            recovered.map(|()| is_anew.get())
        });
        match recovered.await {
            Ok(is_anew) => {
                if is_anew {
                    self.chain = chain;
                }
                tracing::info!("the journal can be written again");
                self.desk.reopen();
                self.save().await;
            }
            Err(error) => {
                tracing::warn!(error = %cause::chain(&error), "the journal still cannot be written");
            }
        }
    }

    /// Replaces the saved session. The journal holds everything, so a failure is told and the room goes on; whether
    /// it was saved.
    pub(super) async fn save(&mut self) -> bool {
        let workshop = self.desk.workshop();
        let session = Session {
            plan: workshop.plan().clone(),
            proceedings: seal::sealed_proceedings(workshop),
        };
        let saved = self.with_ledger(move |ledger| match session::write(&session) {
            Ok(text) => ledger.save(&text).map_err(|error| cause::chain(&error)),
            Err(error) => Err(cause::chain(&error)),
        });
        match saved.await {
            Ok(()) => {
                self.unsaved = false;
                true
            }
            Err(error) => {
                tracing::error!(error, "the session cannot be saved");
                false
            }
        }
    }

    /// Does something slow with the ledger on a thread that may wait.
    async fn with_ledger<T: Send + 'static>(
        &mut self,
        act: impl FnOnce(&mut L) -> T + Send + 'static,
    ) -> T {
        let Some(mut ledger) = self.ledger.take() else {
            unreachable!("the ledger comes back from every use");
        };
        let used = tokio::task::spawn_blocking(move || {
            let result = act(&mut ledger);
            (ledger, result)
        });
        match used.await {
            Ok((ledger, result)) => {
                self.ledger = Some(ledger);
                result
            }
            Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
        }
    }
}
