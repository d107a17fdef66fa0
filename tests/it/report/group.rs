//! A group of people who go through a workshop, by asking what `decide` allows: what the report's tests report on.

use halte::id::{ContributionId, ParticipantId};
use halte::language::Language;
use halte::moment::Moment;
use halte::vocabulary::{OrganisationKind, StepKind};
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use halte::workshop::suggestion::{Likeness, Ranked, Suggestion, Suggestions};
use halte::workshop::{Asker, Command, Event, Joining, Record, Workshop, decide};
use serde_json::{Value, json};

use super::setting::plan;

/// A workshop with a clock that each request moves on by ten seconds.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) workshop: Workshop,
    now: Moment,
    /// The numbers of what was written and parked, in order; an anonymous session draws them.
    made: Vec<String>,
}

impl Group {
    pub(super) fn meet(plan: Value) -> Self {
        let plan: Plan = serde_json::from_value(plan).expect("plan");
        let now: Moment = "2026-11-21T09:00:00.000Z".parse().expect("moment");
        Self {
            workshop: Workshop::open(plan, now),
            now,
            made: Vec::new(),
        }
    }

    pub(super) fn ask(&mut self, asker: Asker, mut command: Value) {
        self.rename(&mut command);
        let command: Command = serde_json::from_value(command).expect("command");
        self.ask_for(asker, &command);
    }

    /// Puts the numbers that were drawn in the place of those that count.
    fn rename(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                let is_number = |letter| {
                    let digits = text.strip_prefix(letter);
                    digits.and_then(|digits| digits.parse::<usize>().ok())
                };
                for letter in ['n', 'k'] {
                    let mut made = self.made.iter().filter(|id| id.starts_with(letter));
                    let place = is_number(letter).and_then(|number| number.checked_sub(1));
                    if let Some(id) = place.and_then(|place| made.nth(place)) {
                        *text = id.clone();
                        return;
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.rename(item)),
            Value::Object(fields) => fields.values_mut().for_each(|item| self.rename(item)),
            _ => {}
        }
    }

    fn ask_for(&mut self, asker: Asker, command: &Command) {
        self.now = self.now.plus_seconds(10);
        let event = decide(&self.workshop, command, asker, self.now).expect("allowed");
        let Some(event) = event else { return };
        match &event {
            Event::ContributionAdded { contribution } => {
                self.made.push(contribution.id.to_string());
            }
            Event::ParkingChanged {
                id,
                entry: Some(entry),
            } if !entry.resolved => {
                self.made.push(id.to_string());
            }
            _ => {}
        }
        self.workshop.apply(&Record {
            seq: self.workshop.seq() + 1,
            at: self.now,
            by: Some(asker.seat),
            command: None,
            revises: None,
            event,
        });
    }

    /// The facilitator asks.
    pub(super) fn lead(&mut self, command: Value) {
        self.ask(Asker::FACILITATOR, command);
    }

    /// The facilitator, or the room, asks what has no form on the wire.
    fn lead_with(&mut self, command: &Command) {
        self.ask_for(Asker::FACILITATOR, command);
    }

    /// A participant asks.
    pub(super) fn seat(&mut self, seat: u32, command: Value) {
        self.ask(Asker::participant(ParticipantId(seat)), command);
    }

    pub(super) fn go_to(&mut self, kind: StepKind) {
        while self.workshop.step_kind() != kind {
            self.lead(json!({"type": "next"}));
        }
    }

    pub(super) fn join(&mut self, name: &str, organisation: Option<(&str, OrganisationKind)>) {
        let joining = Joining {
            seat: None,
            name: Some(name.parse().expect("name")),
            organisation: organisation.map(|(name, _)| name.parse().expect("name")),
            kind: organisation.map(|(_, kind)| kind),
            real_role: None,
            table: None,
            language: Language::Nl,
        };
        let next = u32::try_from(self.workshop.participants().len() + 1).expect("few people");
        let asker = Asker::participant(ParticipantId(next));
        self.ask_for(asker, &Command::Join(joining));
    }

    pub(super) fn assign(&mut self, personas: &[&str]) {
        for (seat, persona) in (1..).zip(personas) {
            let participant = ParticipantId(seat).to_string();
            self.lead(json!({"type": "assign", "participant": participant, "persona": persona}));
        }
    }

    pub(super) fn write(&mut self, seat: u32, kind: &str, text: &str) {
        self.seat(
            seat,
            json!({"type": "contribute", "kind": kind, "text": text}),
        );
    }
}

/// The workshop as it comes back from its saved file.
pub(super) fn saved(workshop: &Workshop) -> Workshop {
    let record = serde_json::to_value(Proceedings::of(workshop)).expect("record");
    let record: Proceedings = serde_json::from_value(record).expect("record");
    record.into_workshop(workshop.plan().clone(), None)
}

/// Six people who do everything a workshop can hold, with this anonymity.
pub(super) fn full_workshop(anonymity: &str) -> Group {
    let mut plan = plan();
    plan["anonymity"] = json!(anonymity);
    let mut group = Group::meet(plan);
    arrive_and_write(&mut group);
    sort_and_settle(&mut group);
    conclude(&mut group);
    group
}

fn arrive_and_write(group: &mut Group) {
    let weavers = Some(("Weverij Gent", OrganisationKind::Company));
    group.join("Ada Archief", weavers);
    group.join(
        "Bert Boek",
        Some(("weverij  gent", OrganisationKind::Company)),
    );
    group.join(
        "Chris Cijfer",
        Some(("Maatwerk Lint", OrganisationKind::ShelteredWork)),
    );
    group.join(
        "Dirk Draad",
        Some(("Maatwerk Lint", OrganisationKind::ShelteredWork)),
    );
    group.join("Els Eik", None);
    group.join(
        "Fien Fiets",
        Some(("Hogeschool Zes", OrganisationKind::KnowledgeInstitute)),
    );

    group.go_to(StepKind::Write);
    group.assign(&[
        "stitcher",
        "mentor",
        "it-analyst",
        "stitcher",
        "mentor",
        "it-analyst",
    ]);
    group.write(
        1,
        "need",
        "Ik wil leren wat de machine doet,\nvoor ze er staat.",
    );
    group.write(2, "want", "Tijd om een nieuwe collega op te leiden, want niemand weet wie beslist als het systeem iets anders zegt dan de mens die er al dertig jaar naast staat.");
    group.write(
        3,
        "challenge",
        "Wie beslist als het systeem iets anders zegt?",
    );
    group.write(4, "need", "Opleiding op maat, op de vloer.");
    group.write(5, "opportunity", "Minder lawaai. 静かな職場。");
    group.write(6, "need", "Dit neem ik terug.");
    group.seat(6, json!({"type": "withdraw", "contribution": "n0006"}));
    group.lead(json!({"type": "contribute", "text": "Van de begeleider."}));
    group.lead(
        json!({"type": "contribute", "source": "paper", "text": "Op papier: wie betaalt dat?"}),
    );

    group.go_to(StepKind::Share);
    group.lead(json!({"type": "next"}));
    group.assign(&[
        "mentor",
        "stitcher",
        "mentor",
        "it-analyst",
        "stitcher",
        "mentor",
    ]);
    group.write(1, "need", "Leren hoort bij het werk, niet in de avond.");
    group.write(2, "need", "Een scherm dat rustig blijft.");
    group.write(3, "need", "Iets lelijks over een collega.");
    group.seat(4, json!({"type": "contribute", "source": "scribe", "table": 2, "text": "Onze tafel wil overleg."}));
    group.seat(5, json!({"type": "say", "text": "De lift is stuk."}));
    group.lead(json!({"type": "say", "text": "Wie nodigen we nog uit?"}));
    group.lead(json!({"type": "resolve", "parking": "k01"}));
    group.go_to(StepKind::Sort);
    group.lead(json!({"type": "hide", "contribution": "n0011"}));
}

fn sort_and_settle(group: &mut Group) {
    let sorts = [
        (1, "n0001", "lifelong-learning", None),
        (2, "n0001", "lifelong-learning", Some("wellbeing")),
        (3, "n0001", "lifelong-learning", None),
        (1, "n0002", "wellbeing", None),
        (2, "n0002", "lifelong-learning", None),
        (1, "n0003", "responsible-interaction", None),
        (4, "n0003", "responsible-interaction", None),
        (5, "n0003", "wellbeing", None),
        (2, "n0004", "lifelong-learning", None),
        (6, "n0005", "wellbeing", None),
        (5, "n0005", "none", None),
        (6, "n0008", "none", None),
    ];
    for (seat, id, primary, second) in sorts {
        group.seat(
            seat,
            json!({"type": "sort", "contribution": id, "primary": primary, "second": second}),
        );
    }
    group.lead_with(&Command::Suggest(suggestions()));
    group.go_to(StepKind::Converge);
    group.lead(json!({"type": "accept"}));
    group.lead(json!({"type": "accept", "contributions": ["n0004", "n0008"]}));
    group.lead(json!({
        "type": "place", "contributions": ["n0002"], "primary": "lifelong-learning", "second": "wellbeing",
    }));
    group.lead(json!({
        "type": "place", "contributions": ["n0003"], "primary": "responsible-interaction",
    }));
    group.lead(json!({"type": "place", "contributions": ["n0004"], "primary": "wellbeing"}));
    group.lead(json!({"type": "propose-theme", "id": "tools", "title": "rustig gereedschap"}));
    group.lead(json!({"type": "place", "contributions": ["n0010"], "primary": "tools"}));
    group.lead(json!({"type": "place", "contributions": ["n0007"], "primary": "wellbeing"}));
    group.lead(json!({
        "type": "group", "contributions": ["n0001", "n0004", "n0009", "n0011"], "label": "Leren op de vloer",
    }));
    group.lead(json!({"type": "group", "contributions": ["n0002", "n0005"]}));
    for (word, place) in [
        ("Lange wachttijden", "wellbeing"),
        ("overleg", "responsible-interaction"),
        ("lift", "none"),
        ("lawaai", "wellbeing"),
    ] {
        group.lead(json!({"type": "teach", "word": word, "place": place}));
    }
}

/// What the tool makes of some contributions: of one that nobody sorted it is sure, of another it finds the place
/// probable, of a third it has no idea. It is sure of one that is in no count too.
fn suggestions() -> Suggestions {
    let places = [
        (5, "wellbeing", 430),
        (7, "lifelong-learning", 930),
        (9, "lifelong-learning", 910),
        (10, "wellbeing", 640),
    ];
    let alike = [(vec![1, 4, 9], 710), (vec![3, 12], 600), (vec![2, 5], 590)];
    Suggestions {
        places: places
            .map(|(id, place, confidence)| (ContributionId(id), suggestion(place, confidence)))
            .into(),
        alike: alike
            .map(|(ids, likeness)| Likeness {
                contributions: ids.into_iter().map(ContributionId).collect(),
                likeness,
            })
            .into(),
    }
}

fn suggestion(place: &str, confidence: u16) -> Suggestion {
    Suggestion {
        ranking: vec![Ranked {
            place: place.parse().expect("a place"),
            confidence,
        }],
        language: Language::Nl,
        because: Vec::new(),
        nearest: None,
    }
}

fn conclude(group: &mut Group) {
    group.go_to(StepKind::Vote);
    for (seat, theme, dots) in [
        (1, "lifelong-learning", 2),
        (2, "wellbeing", 2),
        (3, "tools", 3),
    ] {
        group.seat(seat, json!({"type": "vote", "theme": theme, "dots": dots}));
    }
    group.lead(json!({"type": "hands", "theme": "wellbeing", "count": 4}));
    group.go_to(StepKind::Reflect);
    for (seat, stance, text) in [
        (1, "agree", "Wij vinden al jaren niemand."),
        (2, "differ", "Bij ons blijft iedereen."),
        (3, "agree", "De school loopt leeg."),
    ] {
        let command = json!({"type": "reflect", "challenge": "labour-shortage", "stance": stance, "text": text});
        group.seat(seat, command);
    }
    group.go_to(StepKind::Act);
    group.lead(json!({
        "type": "recommend", "theme": "wellbeing", "horizon": "later", "who": "social-partners",
        "text": "Spreek af wie stilte mag vragen.", "contributions": ["n0005"],
    }));
    group.lead(json!({
        "type": "recommend", "theme": "lifelong-learning", "horizon": "later", "who": "government",
        "text": "Betaal de uren.",
    }));
    group.lead(json!({
        "type": "recommend", "theme": "lifelong-learning", "horizon": "now", "who": "company",
        "text": "Leer op de vloer.", "contributions": ["n0001", "n0009"],
    }));
    group.go_to(StepKind::Close);
    group.lead(json!({"type": "close"}));
}
