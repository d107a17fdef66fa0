//! The whole agenda: a headless host, one facilitator and six participants at terminals of their own.

use serde_json::Value;

use super::program::{Ended, Program};
use super::recount;
use super::stage::{Host, Stage, acknowledged};

const SCENARIOS: [&str; 4] = ["synergy", "inefficiency", "takeover", "status-quo"];
const THEMES: [&str; 5] = [
    "lifelong-learning",
    "knowledge-sharing",
    "wellbeing",
    "ai-support",
    "responsible-interaction",
];
const PEOPLE: [(&str, &str); 6] = [
    ("nl", "Organisatie A"),
    ("fr", "Organisation B"),
    ("en", "Organisation C"),
    ("nl", "Organisatie A"),
    ("fr", "Organisation B"),
    ("en", "Organisation C"),
];

struct Meeting {
    facilitator: Program,
    people: Vec<Program>,
}

/// What somebody writes: in their language, and unlike what anybody else writes anywhere.
fn statement(person: usize, scenario: &str, number: usize) -> String {
    match PEOPLE[person].0 {
        "nl" => format!("Persoon {person} vraagt tijd om te leren ({scenario}, {number})."),
        "fr" => format!("La personne {person} demande un écran clair ({scenario}, {number})."),
        _ => format!("Person {person} wants a say in planning ({scenario}, {number})."),
    }
}

impl Meeting {
    fn begin(stage: &Stage, host: &Host) -> Self {
        let mut facilitator = stage.facilitator(host);
        facilitator.sees("step welcome");
        let people = PEOPLE
            .iter()
            .enumerate()
            .map(|(number, (language, organisation))| {
                let arguments = ["--lang", language, "--organisation", organisation];
                let mut person = stage.join(host, &format!("person {number}"), &arguments);
                person.sees(&format!("joined p0{}", number + 1));
                person.sees("step welcome");
                person
            });
        let people = people.collect();
        facilitator.has_seen("joined-participant", PEOPLE.len());
        Self {
            facilitator,
            people,
        }
    }

    /// The facilitator types something and hears that it was done.
    fn leads(&mut self, line: &str, answer: &str) -> String {
        self.facilitator.types([line]);
        self.facilitator.sees(answer)
    }

    /// Everybody types something and hears that it was done.
    fn each(&mut self, line: &str, answer: &str) {
        for person in &mut self.people {
            person.types([line]);
        }
        self.all_see(answer);
    }

    fn all_see(&mut self, start: &str) {
        for person in &mut self.people {
            person.sees(start);
        }
    }

    fn goes_on(&mut self, step: &str) {
        self.facilitator.types(["/next"]);
        let step = format!("step {step}");
        self.facilitator.sees(&step);
        self.all_see(&step);
    }

    /// Brief, write and share: two statements from everybody.
    fn views(&mut self, scenario: &str) {
        self.goes_on(&format!("brief {scenario}"));
        self.all_see("persona");
        self.goes_on(&format!("write {scenario}"));
        self.all_see("prompt");
        for (number, person) in self.people.iter_mut().enumerate() {
            let lines = [
                statement(number, scenario, 1),
                statement(number, scenario, 2),
            ];
            person.types([
                lines[0].as_str(),
                "/kind challenge",
                &lines[1],
                "/kind need",
            ]);
        }
        for (number, person) in self.people.iter_mut().enumerate() {
            for text in [
                statement(number, scenario, 1),
                statement(number, scenario, 2),
            ] {
                let saved = person.sees("saved");
                assert!(saved.ends_with(&text), "{saved}");
            }
        }
        if scenario == "synergy" {
            self.around_writing();
        }
        self.each("/done", "done");
        self.facilitator.sees("presence done=6");
        self.goes_on(&format!("share {scenario}"));
        for (number, person) in self.people.iter().enumerate() {
            person.has_seen("shared", 10);
            let own = statement(number, scenario, 1);
            assert!(
                person
                    .said("shared")
                    .iter()
                    .all(|line| !line.ends_with(&own))
            );
        }
    }

    /// What else goes on while people write.
    fn around_writing(&mut self) {
        self.leads("/card TE1", "ok card");
        self.all_see("card TE1");
        self.leads("/timer 5m", "ok timer");
        self.all_see("timer 5:00");
        self.leads("/timer stop", "ok timer");
        self.all_see("timer stopped");
        self.leads("/paper stitcher Een briefje: minder lawaai.", "saved");
        self.leads("Iets van mezelf.", "saved");
        let person = &mut self.people[0];
        person.types([
            "Een vergisisng.",
            "Wat ik terugneem.",
            "/say Wie betaalt dat?",
        ]);
        let saved = [person.sees("saved"), person.sees("saved")];
        person.sees("ok say k01");
        let [(first, _), (second, _)] = [&acknowledged(&saved)[0], &acknowledged(&saved)[1]];
        person.types([
            format!("/edit {first} Een vergissing.").as_str(),
            &format!("/withdraw {second}"),
        ]);
        person.sees(&format!("saved {first} Een vergissing."));
        person.sees(&format!("withdrawn {second}"));
        self.facilitator.sees("parked k01");
    }

    /// Hiding, and changing one's mind about it.
    fn hides(&mut self, id: &str) {
        self.leads(&format!("/hide {id}"), "ok hide");
        self.all_see(&format!("hidden {id}"));
        self.leads("/undo", "ok undo");
        self.all_see(&format!("shown {id}"));
        self.leads("/redo", "ok redo");
        self.all_see(&format!("hidden {id}"));
        self.leads(&format!("/show {id}"), "ok show");
        self.all_see(&format!("shown {id}"));
        self.leads(&format!("/hide {id}"), "ok hide");
        self.all_see(&format!("hidden {id}"));
    }

    /// Everybody sorts what is given to them, and not quite alike.
    fn sorts(&mut self) {
        self.goes_on("sort");
        for (number, person) in self.people.iter_mut().enumerate() {
            // What is expected in a step is told at once, so that this comes behind all of it.
            person.types(["/kind need"]);
            person.sees("kind need");
            let slice = person.said("slice");
            assert!(slice.len() >= 10, "{slice:?}");
            let sorts = slice.iter().map(|line| {
                let id = line.split(' ').nth(1).expect("an id");
                format!("/sort {id} {}", place(id, number))
            });
            let sorts: Vec<String> = sorts.collect();
            person.types(sorts.iter().map(String::as_str));
            assert_eq!(person.has_seen("sorted", sorts.len()).len(), sorts.len());
        }
    }

    fn settles(&mut self) {
        self.goes_on("converge");
        self.leads("/kind need", "kind need");
        let contested: Vec<String> = self
            .facilitator
            .said("tally")
            .iter()
            .filter(|line| line.ends_with(" contested"))
            .filter_map(|line| line.split(' ').nth(1).map(str::to_owned))
            .collect();
        assert!(!contested.is_empty());
        self.leads("/accept all", "ok accept");
        for id in &contested {
            self.leads(&format!("/place {id} wellbeing ai-support"), "ok place");
            self.all_see(&format!("placed {id} wellbeing ai-support"));
        }
        self.leads("/accept all", "refused nothing-to-accept");
        self.leads("/group n0001 n0020 n0033 Tijd om te leren", "ok group g01");
        self.all_see("grouped g01 n0001 n0020 n0033 Tijd om te leren");
        self.leads("/group n0002 n0003", "ok group g02");
        self.leads("/ungroup g02", "ok ungroup");
        self.all_see("ungrouped g02");
    }

    fn votes(&mut self) {
        self.goes_on("vote");
        self.each("/vote wellbeing 3", "voted wellbeing 3");
        self.each("/vote lifelong-learning 2", "voted lifelong-learning 2");
        self.each("/vote ai-support 1", "refused too-many-dots");
        self.leads("/hands wellbeing 4", "ok hands");
        for person in &self.people {
            assert_eq!(
                person.said("votes"),
                [""; 0],
                "nobody sees votes before they are in"
            );
        }
    }

    fn closes(&mut self) {
        self.goes_on("reflect");
        self.all_see("claim");
        let challenge = self.people[0].sees("challenge");
        let challenge = challenge.split(' ').nth(1).expect("an id");
        self.each(
            &format!("/reflect {challenge} agree Dat zien we al."),
            "ok reflect",
        );
        self.goes_on("act");
        self.all_see("case");
        self.leads(
            "/recommend wellbeing now company Plan elke pauze in. n0001 n0002",
            "ok recommend",
        );
        self.all_see("recommended");
        self.leads("/park Wat met de nachtploeg?", "ok say k02");
        self.goes_on("close");
        self.leads("/resolve k01", "ok resolve");
        self.leads("/save", "ok save");
        self.leads("/close", "closed");
    }
}

/// Where somebody puts a contribution: mostly where everybody does.
fn place(id: &str, person: usize) -> &'static str {
    let number: usize = id.trim_start_matches('n').parse().expect("a number");
    match number {
        _ if number.is_multiple_of(6) => THEMES[person % THEMES.len()],
        _ if number.is_multiple_of(11) => "none",
        _ => THEMES[number % THEMES.len()],
    }
}

/// Nothing of anybody else's stands above the line that says it is shared.
fn saw_nothing_early(number: usize, ended: &Ended) {
    for scenario in SCENARIOS {
        let step = format!("step share {scenario}");
        let shared = ended.out.iter().position(|line| line.starts_with(&step));
        let shared = shared.expect("it was shared");
        for other in (0..PEOPLE.len()).filter(|other| *other != number) {
            for text in [1, 2].map(|written| statement(other, scenario, written)) {
                let seen = ended.out.iter().position(|line| line.contains(&text));
                assert!(seen > Some(shared), "person {number}: {text}");
            }
        }
    }
    let everything = ended.out.join("\n");
    for secret in ["Wat ik terugneem.", "Een vergisisng."] {
        assert_eq!(everything.contains(secret), number == 0, "{secret}");
    }
    let signs = everything.chars().filter(|sign| *sign != '\n');
    assert_eq!(signs.filter(|sign| sign.is_control()).count(), 0);
}

#[test]
fn a_group_goes_through_the_whole_agenda_and_its_file_and_report_hold_what_it_did() {
    let stage = Stage::new();
    let host = stage.host(&[]);
    let mut meeting = Meeting::begin(&stage, &host);
    for scenario in SCENARIOS {
        meeting.views(scenario);
        if scenario == "synergy" {
            meeting.hides("n0004");
        }
    }
    meeting.sorts();
    meeting.settles();
    meeting.goes_on("recurrence");
    meeting.all_see("recurs");
    meeting.votes();
    meeting.closes();

    let mut sorts = 0;
    for (number, person) in meeting.people.into_iter().enumerate() {
        let ended = person.ends_well();
        assert_eq!(ended.out.last().map(String::as_str), Some("closed"));
        sorts += ended.said("sorted").len();
        saw_nothing_early(number, &ended);
    }
    meeting.facilitator.ends_well();
    let opening = host.opening;
    let ended = host.program.ends_well();
    let line: Value = serde_json::from_str(&ended.out[1]).unwrap();
    assert_eq!(line["event"], "closed");
    assert_eq!(line["participants"], PEOPLE.len());
    assert_eq!(ended.err, [""; 0]);

    let saved = stage.saved(&opening);
    assert_eq!(line["contributions"], 4 * 2 * PEOPLE.len() + 3);
    let sorted = saved["contributions"].as_array().unwrap().iter();
    let sorted = sorted.filter_map(|one| one["sorts"].as_array());
    assert_eq!(sorted.map(Vec::len).sum::<usize>(), sorts);
    let [session, journal] = ["session", "journal"].map(|key| opening[key].as_str().unwrap());
    let checked = stage.run(&["check", session, journal]);
    assert_eq!(
        (checked.code, checked.out.len()),
        (Some(0), 2),
        "{}",
        checked.transcript()
    );
    for file in [session, journal] {
        let report = stage.run(&["report", file, "--format", "json"]);
        assert_eq!(report.code, Some(0), "{}", report.transcript());
        let report = serde_json::from_str(&report.out.join("\n")).unwrap();
        recount::compare(&report, &saved);
    }
}
