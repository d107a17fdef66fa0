//! The facilitator's hand on the door: the lock, seats that are taken away, another code. What changes of the keys is on
//! disk before it holds and before it is answered.

use uuid::Uuid;

use super::{Keeper, Ledger, Room};
use crate::cause;
use crate::id::ParticipantId;
use crate::moment::Moment;
use crate::room::keys::{Keys, KeysError};
use crate::wire::Farewell;
use crate::workshop::sight::Viewer;
use crate::workshop::{Asker, Command, decide};

/// What the keys are after such a command; `None` when they stay as they are.
fn turned(keys: &Keys, command: &Command) -> Result<Option<Keys>, KeysError> {
    let mut turned = keys.clone();
    match command {
        Command::Lock if !keys.is_locked() => turned.lock(true),
        Command::Unlock if keys.is_locked() => turned.lock(false),
        Command::Remove { participant } if !keys.is_removed(*participant) => {
            turned.remove(*participant);
        }
        Command::NewCode => turned.new_code()?,
        _other => return Ok(None),
    }
    Ok(Some(turned))
}

impl<L: Ledger> Room<L> {
    /// Turns the keys if the command asks that, may, and did not before; false when they cannot be kept.
    pub(super) async fn turn_keys(
        &mut self,
        asker: Asker,
        id: Uuid,
        command: &Command,
        now: Moment,
    ) -> bool {
        let keys = match turned(&self.keys, command) {
            Ok(Some(keys)) => keys,
            Ok(None) => return true,
            Err(error) => {
                tracing::error!(%error, "there is no other code");
                return false;
            }
        };
        let is_new = self.desk.answer_to(asker, id).is_none();
        let may = is_new && decide(self.desk.workshop(), command, asker, now).is_ok();
        // One that is refused for another reason is refused for that one.
        if !may || self.desk.is_read_only() {
            return true;
        }
        if let Some(keeper) = self.keeper.take()
            && !self.keep(keeper, keys.clone()).await
        {
            return false;
        }
        let is_same_code = self.keys.code() == keys.code();
        self.keys = keys;
        if !is_same_code {
            self.dismiss(Viewer::OBSERVER, Farewell::Removed);
        }
        true
    }

    async fn keep(&mut self, mut keeper: Keeper, keys: Keys) -> bool {
        let kept = tokio::task::spawn_blocking(move || {
            let kept = keeper(&keys);
            (keeper, kept)
        });
        let (keeper, kept) = match kept.await {
            Ok(kept) => kept,
            Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
        };
        self.keeper = Some(keeper);
        if let Err(error) = &kept {
            tracing::error!(error = %cause::chain(error), "the keys cannot be kept");
        }
        kept.is_ok()
    }

    /// Sends those of them away whose seat was taken.
    pub(super) fn dismiss_removed(&mut self, seats: &[ParticipantId]) {
        for seat in seats.iter().copied() {
            if self.keys.is_removed(seat) {
                self.dismiss(Viewer::participant(seat), Farewell::Removed);
            }
        }
    }
}
