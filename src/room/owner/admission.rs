//! Who gets in, and what they are told first.

use bytes::Bytes;
use tokio::sync::watch;

use super::{Connection, Ledger, Room};
use crate::moment::Moment;
use crate::room::{Permit, Seated};
use crate::text::Name;
use crate::vocabulary::Role;
use crate::wire::proof::Prover;
use crate::wire::{Farewell, Fault, Hello, PersonaName, Sign};
use crate::workshop::proceedings::{Proceedings, SCHEMA};
use crate::workshop::sight::{self, Viewer};
use crate::workshop::{Joining, Refusal, Seq, Workshop};

/// How many may watch at once: more walls, screens and onlookers than a workshop has. Who watches takes no seat, so that
/// without this whoever has the code could fill the house with connections that nobody counts among the people.
const WATCHERS: usize = 64;

impl<L: Ledger> Room<L> {
    /// Finds or makes the seat that somebody asks for.
    pub(super) fn admit(
        &mut self,
        hello: &Hello,
        permit: Permit,
        now: Moment,
    ) -> Result<Viewer, Fault> {
        match hello.role {
            Role::Facilitator => {
                let is_known = hello
                    .token
                    .as_deref()
                    .is_some_and(|token| self.keys.is_token(token));
                if is_known {
                    Ok(Viewer::FACILITATOR)
                } else {
                    Err(Fault::WrongCode)
                }
            }
            Role::Observer => self.admit_observer(hello, permit),
            Role::Participant => self.admit_participant(hello, permit, now),
        }
    }

    /// Whether somebody comes back to watch, by the secret they were told.
    fn has_watched(&self, hello: &Hello) -> bool {
        let secret = hello.seat.as_deref();
        secret.is_some_and(|secret| self.keys.is_observer_secret(secret))
    }

    fn admit_observer(&self, hello: &Hello, permit: Permit) -> Result<Viewer, Fault> {
        let is_new = !self.has_watched(hello);
        if is_new {
            self.admit_newcomer(&hello.code)?;
        }
        if !self.may_watch() {
            return Err(Fault::Full);
        }
        if is_new && !permit.is_given() {
            return Err(Fault::TooFast);
        }
        Ok(Viewer::OBSERVER)
    }

    /// Whether there is a place for one more who watches.
    fn may_watch(&self) -> bool {
        let connections = self.connections.values();
        let watching = connections.filter(|connection| connection.viewer.role == Role::Observer);
        watching.count() < WATCHERS
    }

    /// Lets somebody in who was not here before.
    fn admit_newcomer(&self, code: &str) -> Result<(), Fault> {
        if !self.keys.admits(code) {
            return Err(Fault::WrongCode);
        }
        if self.keys.is_locked() {
            return Err(Fault::Locked);
        }
        Ok(())
    }

    /// What is written on the door, for whoever has the code.
    pub(super) fn sign(&self, code: &str) -> Result<Sign, Fault> {
        self.admit_newcomer(code)?;
        let workshop = self.desk.workshop();
        let plan = workshop.plan();
        let personas = plan.personas.iter().map(|persona| PersonaName {
            id: persona.id.clone(),
            role: persona.role.clone(),
        });
        Ok(Sign {
            title: plan.title.clone(),
            language: plan.language,
            anonymity: plan.anonymity,
            organisations: plan.organisations.clone(),
            personas: personas.collect(),
            closed: workshop.closed_at().is_some(),
        })
    }

    /// What shows somebody that this host knows the code.
    pub(super) fn prover(&self) -> Option<Prover> {
        self.keys.prover().unwrap_or_else(|error| {
            tracing::error!(%error, "nobody can be shown that this is the host");
            None
        })
    }

    fn admit_participant(
        &mut self,
        hello: &Hello,
        permit: Permit,
        now: Moment,
    ) -> Result<Viewer, Fault> {
        let seat = match &hello.seat {
            Some(secret) => Some(self.keys.seat_of(secret).ok_or(Fault::WrongCode)?),
            None if self.keys.admits(&hello.code) => None,
            None => return Err(Fault::WrongCode),
        };
        // The same hello may have taken a seat of which its client never heard.
        let taken = seat.or_else(|| self.desk.joined_by(hello.id?));
        if taken.is_some_and(|seat| self.keys.is_removed(seat)) {
            return Err(Fault::Removed);
        }
        let people = self.desk.workshop().participants();
        // Who gave their seat up comes in like somebody new, though it is that seat again.
        let is_new = taken
            .and_then(|seat| people.get(&seat))
            .is_none_or(|earlier| earlier.left);
        if is_new && !self.keys.admits(&hello.code) {
            return Err(Fault::WrongCode);
        }
        if is_new && self.keys.is_locked() {
            return Err(Fault::Locked);
        }
        // While nothing can be written down nobody new is, and it would count in vain.
        if is_new && !self.desk.is_read_only() && !permit.is_given() {
            return Err(Fault::TooFast);
        }
        let earlier = seat.and_then(|seat| people.get(&seat));
        let language = hello
            .lang
            .or_else(|| earlier.map(|earlier| earlier.language));
        let name = |text: &Option<String>| text.as_deref().and_then(|text| Name::parse(text).ok());
        let joining = Joining {
            seat,
            name: name(&hello.name),
            organisation: name(&hello.organisation),
            kind: hello.kind,
            real_role: hello.real_role.clone(),
            table: hello.table,
            language: language.unwrap_or(self.desk.workshop().plan().language),
        };
        match self.desk.join(hello.id, joining, now) {
            Ok(seat) => Ok(Viewer::participant(seat)),
            // Nobody new can be written down just now; whoever tries again in a while gets in.
            Err(Refusal::ReadOnly) => Err(Fault::TooFast),
            Err(refusal) => {
                tracing::info!(reason = refusal.reason(), "nobody can take a seat");
                Err(Fault::Full)
            }
        }
    }

    /// Seats whoever was admitted, unless that was undone or others were quicker meanwhile.
    pub(super) fn seat_admitted(&mut self, hello: &Hello, viewer: Viewer) -> Result<Seated, Fault> {
        match viewer.role {
            Role::Participant => {
                let people = self.desk.workshop().participants();
                if self.keys.is_removed(viewer.seat) {
                    return Err(Fault::Removed);
                }
                if !people.contains_key(&viewer.seat) {
                    return Err(Fault::TooFast);
                }
            }
            // There may be another code since they were let in.
            Role::Observer if !self.has_watched(hello) && !self.keys.admits(&hello.code) => {
                return Err(Fault::WrongCode);
            }
            // Many may have been admitted at once.
            Role::Observer if !self.may_watch() => return Err(Fault::Full),
            Role::Observer | Role::Facilitator => {}
        }
        Ok(self.seat(hello, viewer))
    }

    /// Seats a connection. A participant has one at a time: an older one of the same seat is told that it is replaced.
    fn seat(&mut self, hello: &Hello, viewer: Viewer) -> Seated {
        if viewer.role == Role::Participant {
            self.dismiss(viewer, Farewell::Replaced);
        }
        self.next_connection += 1;
        let connection = self.next_connection;
        let (farewell, told) = watch::channel(None);
        self.connections
            .insert(connection, Connection { viewer, farewell });
        self.desk.connected(viewer);
        let workshop = self.desk.workshop();
        let own = workshop
            .participants()
            .get(&viewer.seat)
            .map(|participant| participant.language);
        let language = own
            .filter(|_| viewer.role == Role::Participant)
            .or(hello.lang)
            .unwrap_or(workshop.plan().language);
        Seated {
            viewer,
            connection,
            language,
            cursor: workshop.seq(),
            welcome: self.welcome(hello, viewer),
            farewell: told,
        }
    }

    /// What brings somebody back to where they are.
    fn secret_of(&self, viewer: Viewer) -> String {
        match viewer.role {
            Role::Participant => self.keys.seat_secret(viewer.seat),
            Role::Observer => self.keys.observer_secret(),
            Role::Facilitator => String::new(),
        }
    }

    /// The welcome in pieces; the plan, which is most of it, is encoded once and shared.
    fn welcome(&mut self, hello: &Hello, viewer: Viewer) -> Vec<Bytes> {
        let now = self.clock.now();
        let workshop = self.desk.workshop();
        let seq = workshop.seq();
        let begun = self.desk.records().first().map(|record| record.at);
        let head = serde_json::json!({
            "type": "welcome",
            "you": viewer.seat,
            "seat": self.secret_of(viewer),
            "role": viewer.role,
            "seq": seq,
            "now": now,
            "begun": begun,
        });
        let head = head.to_string();
        let head = head.strip_suffix('}').unwrap_or_default();
        let is_ours = hello.begun.is_none() || hello.begun == begun;
        let may_resume = |since: &Seq| is_ours && self.desk.may_resume(*since);
        if let Some(since) = hello.since.filter(may_resume) {
            let items = self.news.between(since, seq);
            let records: Vec<&[u8]> = items
                .iter()
                .filter_map(|item| item.of(viewer))
                .map(AsRef::as_ref)
                .collect();
            let records = records.join(&b',');
            let records = String::from_utf8_lossy(&records);
            return vec![Bytes::from(format!("{head},\"records\":[{records}]}}"))];
        }
        let view = sight::project(workshop, viewer);
        let proceedings = serde_json::to_string(&Proceedings::of(&view)).unwrap_or_default();
        let proceedings = proceedings
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
            .unwrap_or_default();
        let size = workshop.plan().personas.len() + workshop.plan().themes.len();
        let plan = match &self.plan {
            Some((known, plan)) if *known == size => plan.clone(),
            _stale => plan_fields(workshop),
        };
        self.plan = Some((size, plan.clone()));
        let head = format!("{head},\"view\":{{\"schema\":\"{SCHEMA}\",{proceedings},");
        vec![Bytes::from(head), plan, Bytes::from_static(b"}}")]
    }

    pub(super) fn rise(&mut self, viewer: Viewer, connection: u64) {
        if self.connections.remove(&connection).is_some() {
            self.desk.disconnected(viewer);
        }
    }

    /// Sends the connections of a seat away.
    pub(super) fn dismiss(&mut self, viewer: Viewer, farewell: Farewell) {
        let gone: Vec<u64> = self
            .connections
            .iter()
            .filter(|(_, connection)| connection.viewer == viewer)
            .map(|(number, _)| *number)
            .collect();
        for number in gone {
            if let Some(connection) = self.connections.remove(&number) {
                connection.farewell.send_replace(Some(farewell));
                self.desk.disconnected(viewer);
            }
        }
    }
}

/// The fields of the plan as JSON, without the braces around them.
fn plan_fields(workshop: &Workshop) -> Bytes {
    let plan = serde_json::to_string(workshop.plan()).unwrap_or_default();
    let fields = plan
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
        .unwrap_or_default();
    Bytes::from(fields.to_owned())
}
