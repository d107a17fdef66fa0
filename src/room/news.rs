//! What there is to tell each kind of seat: every record, cut down and encoded once per audience. Connections hold
//! a cursor into it, so a slow one reads later and holds up nobody.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use bytes::Bytes;
use tokio::sync::watch;

use crate::id::ParticipantId;
use crate::vocabulary::Role;
use crate::workshop::sight::{self, Sight, Viewer};
use crate::workshop::{Record, Seq};

/// One record as JSON, for each audience that may see it.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// For the facilitator.
    pub facilitator: Option<Bytes>,
    /// For everybody else who has none of their own.
    pub public: Option<Bytes>,
    /// For single participants, in place of the public one; `None` is: not for them.
    pub own: BTreeMap<ParticipantId, Option<Bytes>>,
}

impl Item {
    /// A record as this sight shows it to each audience.
    pub(super) fn telling(sight: &Sight, record: &Record, is_named: bool) -> Self {
        let encode = |viewer: Viewer| {
            let seen = sight::redact(sight, record, viewer, is_named)?;
            serde_json::to_vec(&seen).ok().map(Bytes::from)
        };
        // Whoever asked is told which command it was, also where the record is the same for all.
        let asked = record
            .by
            .filter(|by| *by != ParticipantId::FACILITATOR && sight.public.is_some());
        let own = sight.own.keys().copied().chain(asked);
        Self {
            facilitator: encode(Viewer::FACILITATOR),
            public: encode(Viewer::OBSERVER),
            own: own
                .map(|seat| (seat, encode(Viewer::participant(seat))))
                .collect(),
        }
    }

    /// The same without what single seats alone are told.
    #[must_use]
    pub fn for_all(&self) -> Self {
        Self {
            own: BTreeMap::new(),
            ..self.clone()
        }
    }

    /// What this viewer is told.
    #[must_use]
    pub fn of(&self, viewer: Viewer) -> Option<&Bytes> {
        match viewer.role {
            Role::Facilitator => self.facilitator.as_ref(),
            Role::Observer => self.public.as_ref(),
            Role::Participant => self.own.get(&viewer.seat).unwrap_or(&self.public).as_ref(),
        }
    }
}

/// All items since the workshop began, shared by every connection. Only what is on disk is in it.
#[derive(Debug)]
pub struct News {
    items: RwLock<Vec<Arc<Item>>>,
    head: watch::Sender<Seq>,
    /// The last record that tells what was put out of sight later.
    veil: AtomicU64,
}

impl Default for News {
    fn default() -> Self {
        Self {
            items: RwLock::default(),
            head: watch::Sender::new(0),
            veil: AtomicU64::new(0),
        }
    }
}

impl News {
    /// Adds the items that follow, in order of their records, and wakes whoever waits for news.
    pub fn publish(&self, fresh: impl IntoIterator<Item = Item>) {
        let head = {
            let mut items = self.items.write().unwrap_or_else(PoisonError::into_inner);
            items.extend(fresh.into_iter().map(Arc::new));
            items.len() as Seq
        };
        self.head.send_replace(head);
    }

    /// Takes out of these records what single seats alone were told of them.
    pub fn forget(&self, records: &[Seq]) {
        if records.is_empty() {
            return;
        }
        let mut items = self.items.write().unwrap_or_else(PoisonError::into_inner);
        for seq in records {
            let place = usize::try_from(seq.saturating_sub(1)).unwrap_or(usize::MAX);
            if let Some(item) = items.get_mut(place) {
                *item = Arc::new(item.for_all());
            }
        }
    }

    /// Something that records up to this one tell has been put out of sight.
    pub fn veil(&self, through: Seq) {
        self.veil.fetch_max(through, Ordering::Relaxed);
    }

    /// Whether the records after `since` tell something that was put out of sight. Whoever has not been told them needs a
    /// fresh view.
    #[must_use]
    pub fn is_veiled(&self, since: Seq) -> bool {
        self.veil.load(Ordering::Relaxed) > since
    }

    /// The last record there is news of.
    #[must_use]
    pub fn head(&self) -> Seq {
        *self.head.borrow()
    }

    /// A watch on the head.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Seq> {
        self.head.subscribe()
    }

    /// The items after `since`, up to and with `through`.
    #[must_use]
    pub fn between(&self, since: Seq, through: Seq) -> Vec<Arc<Item>> {
        let items = self.items.read().unwrap_or_else(PoisonError::into_inner);
        let index = |seq: Seq| usize::try_from(seq).unwrap_or(usize::MAX).min(items.len());
        let range = (
            Bound::Included(index(since)),
            Bound::Excluded(index(through).max(index(since))),
        );
        items.get(range).map_or_else(Vec::new, <[_]>::to_vec)
    }
}

/// The records a viewer may see among these items, as the text of a `records` frame; `None` when there are none.
#[must_use]
pub fn records_frame(items: &[Arc<Item>], through: Seq, viewer: Viewer) -> Option<String> {
    let seen: Vec<&Bytes> = items.iter().filter_map(|item| item.of(viewer)).collect();
    if seen.is_empty() {
        return None;
    }
    let length = seen.iter().map(|record| record.len() + 1).sum::<usize>();
    let mut text = String::with_capacity(length + 64);
    text.push_str(r#"{"type":"records","through":"#);
    text.push_str(&through.to_string());
    text.push_str(r#","records":["#);
    for (place, record) in seen.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&String::from_utf8_lossy(record));
    }
    text.push_str("]}");
    Some(text)
}
