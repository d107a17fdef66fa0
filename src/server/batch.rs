//! What is told to all seats at once: the records of some 30 milliseconds and perhaps the presence, encoded once
//! for each audience. Pure but for reading the news; it never knows who is connected.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bytes::Bytes;

use super::frame;
use crate::id::ParticipantId;
use crate::room::news::{Item, News, records_frame};
use crate::vocabulary::Role;
use crate::wire::{Presence, ServerMessage};
use crate::workshop::Seq;
use crate::workshop::sight::Viewer;

/// The most bytes of records in a frame, unless a single record is longer.
const FRAME: usize = 64 * 1024;
/// The most records looked at for a frame.
const STRIDE: Seq = 256;

/// The presence as frames.
#[derive(Debug, Clone)]
pub(super) struct PresenceFrames {
    facilitator: Bytes,
    others: Bytes,
}

impl PresenceFrames {
    /// Encodes a presence: who it is that has the done light on, or is lost, and the join code are for the facilitator
    /// alone. Observers came in by a code, and another one is made to keep somebody out.
    pub(super) fn new(presence: &Presence) -> Self {
        let facilitator = frame::message(&ServerMessage::Presence(presence.clone()));
        let told = Presence {
            lights: Vec::new(),
            lost: Vec::new(),
            code: None,
            ..presence.clone()
        };
        Self {
            facilitator,
            others: frame::message(&ServerMessage::Presence(told)),
        }
    }

    /// The frame for this viewer.
    pub(super) const fn of(&self, viewer: Viewer) -> &Bytes {
        match viewer.role {
            Role::Facilitator => &self.facilitator,
            Role::Observer | Role::Participant => &self.others,
        }
    }
}

/// Frames for every seat that has everything up to `base`; afterwards it has everything up to `through`.
#[derive(Debug)]
pub(super) struct Batch {
    pub(super) base: Seq,
    pub(super) through: Seq,
    pub(super) presence: Option<PresenceFrames>,
    facilitator: Bytes,
    public: Bytes,
    /// For participants who are told something else than the public. Empty bytes are: nothing.
    own: BTreeMap<ParticipantId, Bytes>,
}

impl Batch {
    /// The news that follows `base`, as much of it as fits, and the presence.
    pub(super) fn new(news: &News, base: Seq, presence: Option<PresenceFrames>) -> Self {
        let items = fitting(news, base, |item| {
            let length = |record: &Option<Bytes>| record.as_ref().map_or(0, Bytes::len);
            length(&item.facilitator).max(length(&item.public))
        });
        let through = base + items.len() as Seq;
        let bytes = |viewer: Viewer| {
            let presence = presence.as_ref().map(|presence| presence.of(viewer));
            match (records(&items, through, viewer), presence) {
                (Some(records), Some(presence)) => [&records[..], &presence[..]].concat().into(),
                (Some(records), None) => records,
                (None, Some(presence)) => presence.clone(),
                (None, None) => Bytes::new(),
            }
        };
        let apart: BTreeSet<ParticipantId> = items
            .iter()
            .flat_map(|item| item.own.keys().copied())
            .collect();
        Self {
            base,
            through,
            facilitator: bytes(Viewer::FACILITATOR),
            public: bytes(Viewer::OBSERVER),
            own: apart
                .into_iter()
                .map(|seat| (seat, bytes(Viewer::participant(seat))))
                .collect(),
            presence,
        }
    }

    /// What this viewer is sent; empty when there is nothing for them.
    pub(super) fn bytes(&self, viewer: Viewer) -> &Bytes {
        match viewer.role {
            Role::Facilitator => &self.facilitator,
            Role::Observer => &self.public,
            Role::Participant => self.own.get(&viewer.seat).unwrap_or(&self.public),
        }
    }
}

/// The next frame for one viewer who has everything up to `cursor`, and how far it reaches; no frame when none of
/// it is for them, and nothing when there is no more news.
pub(super) fn next(news: &News, cursor: Seq, viewer: Viewer) -> Option<(Seq, Option<Bytes>)> {
    let items = fitting(news, cursor, |item| item.of(viewer).map_or(0, Bytes::len));
    let through = cursor + items.len() as Seq;
    (through > cursor).then(|| (through, records(&items, through, viewer)))
}

fn records(items: &[Arc<Item>], through: Seq, viewer: Viewer) -> Option<Bytes> {
    records_frame(items, through, viewer).map(|text| frame::text(&text))
}

/// The items after `since` that fit into one frame; at least one, if there is one.
fn fitting(news: &News, since: Seq, length: impl Fn(&Item) -> usize) -> Vec<Arc<Item>> {
    let mut items = news.between(since, news.head().min(since.saturating_add(STRIDE)));
    let mut total = 0;
    let fitting = items
        .iter()
        .take_while(|item| {
            let is_first = total == 0;
            total += length(item);
            is_first || total <= FRAME
        })
        .count();
    items.truncate(fitting);
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    const OBSERVER: Viewer = Viewer {
        seat: ParticipantId(9),
        role: Role::Observer,
    };

    fn participant(number: u32) -> Viewer {
        Viewer::participant(ParticipantId(number))
    }

    fn public(text: &'static str) -> Item {
        Item {
            facilitator: Some(Bytes::from_static(text.as_bytes())),
            public: Some(Bytes::from_static(text.as_bytes())),
            own: BTreeMap::new(),
        }
    }

    fn private(author: u32, text: &'static str) -> Item {
        Item {
            facilitator: None,
            public: None,
            own: [(
                ParticipantId(author),
                Some(Bytes::from_static(text.as_bytes())),
            )]
            .into(),
        }
    }

    /// The text of a short frame.
    fn text(frame: &Bytes) -> &str {
        std::str::from_utf8(frame.get(2..).unwrap()).unwrap()
    }

    #[test]
    fn a_private_record_is_for_its_author_and_others_are_told_that_they_are_up_to_date() {
        let news = News::default();
        news.publish([private(1, "1"), public("2")]);
        let batch = Batch::new(&news, 0, None);
        assert_eq!(
            text(batch.bytes(participant(1))),
            r#"{"type":"records","through":2,"records":[1,2]}"#
        );
        for viewer in [participant(2), OBSERVER] {
            assert_eq!(
                text(batch.bytes(viewer)),
                r#"{"type":"records","through":2,"records":[2]}"#
            );
        }
    }

    #[test]
    fn a_record_that_is_for_nobody_else_costs_them_nothing() {
        let news = News::default();
        news.publish([private(1, "1")]);
        let batch = Batch::new(&news, 0, None);
        assert_eq!(batch.through, 1);
        assert!(batch.bytes(participant(2)).is_empty());
        assert!(batch.bytes(OBSERVER).is_empty());
        assert_eq!(next(&news, 0, OBSERVER), Some((1, None)));
        assert_eq!(next(&news, 1, OBSERVER), None);
    }

    #[test]
    fn the_same_bytes_go_to_all_who_are_told_the_same() {
        let news = News::default();
        news.publish([public("1")]);
        let batch = Batch::new(&news, 0, None);
        let [one, other] = [participant(1), OBSERVER].map(|viewer| batch.bytes(viewer).as_ptr());
        assert_eq!(one, other);
    }

    #[test]
    fn only_the_facilitator_is_told_whose_light_is_on_and_who_is_lost() {
        let presence = PresenceFrames::new(&Presence {
            done: 1,
            lights: vec![ParticipantId(3)],
            lost: vec![ParticipantId(4)],
            ..Presence::default()
        });
        let batch = Batch::new(&News::default(), 0, Some(presence));
        let said = |viewer| String::from_utf8_lossy(batch.bytes(viewer)).into_owned();
        assert!(
            said(Viewer::FACILITATOR).contains("p03") && said(Viewer::FACILITATOR).contains("p04")
        );
        for viewer in [participant(3), OBSERVER] {
            assert!(!said(viewer).contains("p03") && !said(viewer).contains("p04"));
            assert!(said(viewer).contains(r#""done":1"#));
        }
    }

    #[test]
    fn the_code_is_told_to_the_facilitator_alone() {
        let presence = PresenceFrames::new(&Presence {
            code: Some("K7QF-2M9X".to_owned()),
            locked: true,
            ..Presence::default()
        });
        let news = News::default();
        news.publish([public("1")]);
        let batch = Batch::new(&news, 0, Some(presence));
        for (viewer, knows) in [
            (Viewer::FACILITATOR, true),
            (OBSERVER, false),
            (participant(1), false),
        ] {
            let said = String::from_utf8_lossy(batch.bytes(viewer)).into_owned();
            assert_eq!(said.contains("K7QF-2M9X"), knows, "{said}");
            assert!(said.contains(r#""locked":true"#) && said.contains(r#""records":[1]"#));
        }
    }

    #[test]
    fn a_frame_is_bounded_and_what_does_not_fit_comes_in_the_next() {
        let news = News::default();
        let long: &'static str = "9".repeat(FRAME / 4).leak();
        news.publish((0..10).map(|_| public(long)));
        let mut cursor = 0;
        let mut reached = Vec::new();
        while let Some((through, frame)) = next(&news, cursor, OBSERVER) {
            assert!(frame.is_some_and(|frame| frame.len() <= FRAME + 128));
            reached.push(through);
            cursor = through;
        }
        assert_eq!(reached, [4, 8, 10]);
        assert_eq!(Batch::new(&news, 0, None).through, 4);
    }

    #[test]
    fn a_record_longer_than_a_frame_goes_alone() {
        let news = News::default();
        let long: &'static str = "9".repeat(FRAME * 2).leak();
        news.publish([public(long), public("2")]);
        let (through, frame) = next(&news, 0, OBSERVER).unwrap();
        assert_eq!(through, 1);
        assert!(frame.is_some_and(|frame| frame.len() > FRAME * 2));
    }
}
