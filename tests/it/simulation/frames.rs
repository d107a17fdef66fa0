//! What may stand in a frame, judged from the outside: by the words in it and by the names of its fields, not by the
//! rules that made it.

use std::collections::BTreeMap;

use halte::vocabulary::Role;
use halte::workshop::Workshop;
use halte::workshop::sight::Viewer;
use serde_json::Value;

/// Nobody is sent what they may not see at that moment: a text of somebody else's that is not in the open, somebody
/// else's ballot, a count of votes before it is shown, or, unless the session names people, who did what.
pub(super) fn invariant_nothing_is_seen_before_it_may_be(
    frame: &str,
    viewer: Viewer,
    truth: &Workshop,
    may_read: impl Fn(u32) -> bool,
) {
    for number in numbers(frame) {
        assert!(
            may_read(number),
            "text {number} is sent to {viewer:?}, who may not see it: {frame}"
        );
    }
    let message: Value = serde_json::from_str(frame).expect("a frame");
    let sees = Sees { viewer, truth };
    for record in list(&message["records"]) {
        sees.record(record);
    }
    if !message["view"].is_null() {
        sees.view(&message["view"]);
    }
}

/// The numbers of the texts in a frame.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = u32> {
    text.split('§').filter_map(|part| part.parse().ok())
}

struct Sees<'a> {
    viewer: Viewer,
    truth: &'a Workshop,
}

impl Sees<'_> {
    fn record(&self, record: &Value) {
        let event = &record["event"];
        let kind = event["type"].as_str().expect("a type");
        match kind {
            "ballot-cast" => assert!(self.is_me(&event["ballot"]["participant"]), "{record}"),
            "hands-counted" => assert!(
                self.leads() || self.truth.votes().is_some(),
                "hands are shown: {record}"
            ),
            "participant-joined" if !self.is_me(&event["participant"]["id"]) && !self.leads() => {
                let given = (&event["participant"]["real_role"], &event["slice"]);
                assert_eq!(given, (&Value::Null, &Value::Null), "{record}");
                assert!(event["assignment"].is_null() || self.truth.is_named());
            }
            _ => {}
        }
        self.personas(&event["assignments"]);
        if !self.leads() {
            self.only_mine(&event["slices"]);
        }
        self.votes(&event["votes"]);
        self.votes(&event["shown"]["votes"]);
        if kind != "participant-left" {
            self.authors(event);
        }
        assert!(self.may_name(&record["by"]), "who did it: {record}");
    }

    fn view(&self, view: &Value) {
        for vote in list(&view["votes"]) {
            assert!(self.is_me(&vote["participant"]), "somebody's vote: {vote}");
        }
        self.votes(&view["vote_result"]);
        for given in ["assignments", "slices"] {
            let is_open = self.leads() || (given == "assignments" && self.truth.is_named());
            for given in list(&view[given]).iter().filter(|_| !is_open) {
                assert!(self.is_me(&given["participant"]), "{given}");
            }
        }
        for made in ["contributions", "parking", "reflections", "recommendations"] {
            self.authors(&view[made]);
        }
    }

    /// Nothing in it says who made it, unless that may be known.
    fn authors(&self, value: &Value) {
        match value {
            Value::Object(fields) => {
                for (name, field) in fields {
                    let names = name == "participant" || name == "by";
                    assert!(!names || self.may_name(field), "an author: {value}");
                    self.authors(field);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.authors(item)),
            _ => {}
        }
    }

    fn may_name(&self, who: &Value) -> bool {
        let is_nobody = !who.is_string() || who == "p00";
        is_nobody || self.truth.is_named() || self.is_me(who)
    }

    fn personas(&self, assignments: &Value) {
        if !self.leads() && !self.truth.is_named() {
            self.only_mine(assignments);
        }
    }

    fn only_mine(&self, by_seat: &Value) {
        let none = serde_json::Map::new();
        for seat in by_seat.as_object().unwrap_or(&none).keys() {
            assert!(self.is_me(&Value::from(seat.as_str())), "{by_seat}");
        }
    }

    fn votes(&self, votes: &Value) {
        assert!(votes.is_null() || self.truth.votes().is_some(), "{votes}");
    }

    fn is_me(&self, who: &Value) -> bool {
        who.as_str() == Some(self.viewer.seat.to_string().as_str())
            && self.viewer.role != Role::Observer
    }

    fn leads(&self) -> bool {
        self.viewer.role == Role::Facilitator
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Who wrote which text, as the simulation knows it.
pub(super) type Authors = BTreeMap<u32, usize>;
