//! What was given is on this machine's disk before anything else happens to it.

use std::error::Error as _;

use uuid::Uuid;

use super::outbox::{Given, Outbox, OutboxError};
use super::window::is_passing;
use super::{Link, Over};
use crate::cause;
use crate::language::Language;
use crate::seat::{NotKept, Order, Update};
use crate::wire::{ClientMessage, MAX_CLIENT_FRAME};
use crate::workshop::Command;

/// How many commands are written to disk at once.
const BATCH: usize = 64;

impl Link {
    /// Keeps what was given, and whatever else was given meanwhile, with one write for all, and tells what became of it.
    pub(super) async fn take(&mut self, first: Order) -> Result<(), Over> {
        for update in self.keep(first).await? {
            self.tell(update).await?;
        }
        Ok(())
    }

    /// Keeps what was given, and whatever else was given meanwhile: what there is to tell of it.
    pub(super) async fn keep(&mut self, first: Order) -> Result<Vec<Update>, Over> {
        let mut given = vec![first];
        while given.len() < BATCH
            && let Ok(order) = self.post.orders.try_recv()
        {
            given.push(order);
        }
        let (mut told, mut fitting) = (Vec::new(), Vec::new());
        for Order { id, command } in given {
            if fits(id, &command) {
                fitting.push((id, command));
            } else {
                let cause = NotKept::TooLong;
                told.push(Update::NotKept { id, command, cause });
            }
        }
        let lasting: Vec<(Uuid, Command)> = fitting
            .iter()
            .filter(|(_, command)| !is_passing(command))
            .cloned()
            .collect();
        let kept = if lasting.is_empty() {
            Ok(())
        } else {
            self.on_disk(|outbox| outbox.keep(lasting)).await?
        };
        let failed = kept.err().map(|error| NotKept::Disk(system_says(&error)));
        for (id, command) in fitting {
            match &failed {
                Some(cause) if !is_passing(&command) => {
                    let cause = cause.clone();
                    told.push(Update::NotKept { id, command, cause });
                }
                _ => {
                    self.window.push(id, command);
                    told.push(Update::Kept { id });
                }
            }
        }
        Ok(told)
    }

    /// From now on this language is read here, also by a program that is started anew.
    pub(super) async fn note_language(&mut self, language: Language) -> Result<(), Over> {
        self.settings.language = language;
        let given = self.outbox.as_ref().and_then(Outbox::given).cloned();
        let Some(given) = given else { return Ok(()) };
        let given = Given {
            language: Some(language),
            ..given
        };
        if let Err(error) = self.on_disk(|outbox| outbox.note_given(given)).await? {
            tracing::warn!(%error, "the language of the seat is not written down");
        }
        Ok(())
    }

    pub(super) async fn note_left(&mut self) -> Result<(), Over> {
        if let Err(error) = self.on_disk(Outbox::note_left).await? {
            tracing::warn!(%error, "that the seat was left is not written down");
        }
        Ok(())
    }

    pub(super) async fn note_removed(&mut self) -> Result<(), Over> {
        if let Err(error) = self.on_disk(Outbox::note_removed).await? {
            tracing::warn!(%error, "that the seat was taken away is not written down");
        }
        Ok(())
    }

    /// Works on the seat's file in a thread of its own: a slow disk must not hold up whoever shares this one.
    pub(super) async fn on_disk<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Outbox) -> T + Send + 'static,
    ) -> Result<T, Over> {
        let mut outbox = self.outbox.take().ok_or(Over)?;
        let worked = tokio::task::spawn_blocking(move || {
            let result = work(&mut outbox);
            (outbox, result)
        });
        match worked.await {
            Ok((outbox, result)) => {
                self.outbox = Some(outbox);
                Ok(result)
            }
            Err(error) => {
                tracing::error!(%error, "the seat's file is lost from sight");
                Err(Over)
            }
        }
    }
}

/// Whether a host takes a frame of that length. One it does not take would be sent again and again.
fn fits(id: Uuid, command: &Command) -> bool {
    let message = ClientMessage::Command {
        id,
        command: command.clone(),
    };
    serde_json::to_string(&message).is_ok_and(|text| text.len() <= MAX_CLIENT_FRAME)
}

/// What the system says of a file that cannot be written; which file it is does not help whoever typed.
fn system_says(error: &OutboxError) -> String {
    error
        .source()
        .map_or_else(|| error.to_string(), cause::chain)
}
