//! The people of a workshop that is being killed, each at a terminal and on a disk of their own. What they were told is
//! remembered beyond the death of their programs.

use std::collections::BTreeMap;

use halte::chance::Chance;
use serde_json::Value;

use super::super::program::Program;
use super::super::stage::{Host, Stage, acknowledged};
use super::STEPS;
use super::ledger::Ledger;

const THEMES: [&str; 3] = ["wellbeing", "ai-support", "lifelong-learning"];
/// How many take part; the facilitator comes before them.
const PEOPLE: usize = 3;

/// In place of what somebody was not told.
const UNTOLD: &str = "?";

/// Whose number in the crowd it is.
pub(super) type Member = usize;
const FACILITATOR: Member = 0;

struct Person {
    name: String,
    program: Option<Program>,
    /// Everything that its earlier programs said.
    said: Vec<String>,
    /// What was typed and has to be on record by the next time everything is settled.
    owed: Vec<String>,
    /// What was typed since the last time.
    typed: Vec<String>,
    /// The lines its program had said before that.
    before: usize,
}

pub(super) struct Crowd {
    people: Vec<Person>,
    step: usize,
    texts: usize,
    /// How often the program of each was killed, and how much was found on their disks afterwards.
    killed: Vec<usize>,
    found: usize,
}

impl Crowd {
    pub(super) fn join(stage: &Stage, host: &Host) -> Self {
        let names = ["facilitator".to_owned()].into_iter();
        let names = names.chain((1..=PEOPLE).map(|number| format!("person {number}")));
        let person = |name| Person {
            name,
            program: None,
            said: Vec::new(),
            owed: Vec::new(),
            typed: Vec::new(),
            before: 0,
        };
        let mut crowd = Self {
            people: names.map(person).collect(),
            step: 0,
            texts: 0,
            killed: vec![0; PEOPLE + 1],
            found: 0,
        };
        for member in 0..=PEOPLE {
            crowd.comes_back(stage, host, member);
        }
        crowd
    }

    pub(super) fn members(&self) -> impl Iterator<Item = Member> + use<> {
        0..self.people.len()
    }

    /// A text nobody typed before.
    fn text(&mut self, words: &str) -> String {
        self.texts += 1;
        format!("{words}, zin {}", self.texts)
    }

    /// Everybody types, all at once. What those who are about to die had on their disks, they owe too.
    pub(super) fn is_busy(
        &mut self,
        chance: &mut Chance,
        victims: &[Member],
        moves_to: Option<usize>,
    ) {
        for member in self.members() {
            let mut lines = Vec::new();
            let mut owed = Vec::new();
            for _ in 0..=chance.below(3) {
                let said = self.text("iets om later te bekijken");
                lines.push(format!("/say {said}"));
                owed.push(said);
                // Whether it still comes in time when the group moves on is nobody's promise.
                if STEPS[self.step] == "write" && moves_to.is_none() {
                    let written = self.text("een nood aan de machine");
                    lines.push(written.clone());
                    owed.push(written);
                }
                lines.extend(self.act(member, chance));
            }
            if member == FACILITATOR
                && let Some(to) = moves_to
            {
                lines.insert(chance.below(lines.len() + 1), go(to));
            }
            let person = &mut self.people[member];
            person.program().types(lines.iter().map(String::as_str));
            person.typed = lines;
            if !victims.contains(&member) {
                person.owed.extend(owed);
            }
        }
    }

    /// What this step is for.
    fn act(&self, member: Member, chance: &mut Chance) -> Option<String> {
        let theme = THEMES[chance.below(THEMES.len())];
        let person = &self.people[member];
        let given = |word: &str| -> Option<String> {
            let lines = person.all_said(word);
            let line = chance.clone().pick(&lines)?.clone();
            line.split(' ').nth(1).map(str::to_owned)
        };
        Some(match (STEPS[self.step], member) {
            ("share", FACILITATOR) => format!("/hide {}", given("shared")?),
            ("converge", FACILITATOR) => format!("/place {} {theme}", given("shared")?),
            ("vote", FACILITATOR) => format!("/hands {theme} {}", chance.below(4)),
            ("act", FACILITATOR) => format!("/recommend {theme} now company Doe er iets aan."),
            (_, FACILITATOR) => "/timer 5m".to_owned(),
            ("write", _) => format!("/kind {}", ["need", "want"][chance.below(2)]),
            ("sort", _) => format!("/sort {} {theme}", given("slice")?),
            ("vote", _) => format!("/vote {theme} {}", chance.below(2)),
            ("reflect", _) => "/reflect labour-shortage agree Dat zien we al.".to_owned(),
            _ => ["/done", "/undone"][chance.below(2)].to_owned(),
        })
    }

    /// Waits until somebody said some of what they will say.
    pub(super) fn until_so_many_lines(&mut self, chance: &mut Chance) {
        let person = &mut self.people[chance.below(PEOPLE + 1)];
        let count = person.before + chance.below(person.typed.len() + 1);
        person.program().has_said(count);
    }

    /// Kills somebody's program.
    pub(super) fn dies(&mut self, member: Member) {
        let person = &mut self.people[member];
        let program = person.program.take().expect("it runs");
        person.said.extend(program.dies().out);
        // It may have been carried out, and the program died before it could say so.
        for line in person.typed.drain(..) {
            let mut words = line.split(' ');
            let told = match words.next() {
                Some("/sort") => "sorted",
                Some("/vote") => "voted",
                _ => continue,
            };
            let what = words.next().unwrap_or_default();
            person.said.push(format!("{told} {what} {UNTOLD}"));
        }
        self.killed[member] += 1;
    }

    /// Who died how often.
    pub(super) fn deaths(&self) -> String {
        let (facilitator, people) = (self.killed[FACILITATOR], &self.killed[1..]);
        let people: usize = people.iter().sum();
        format!(
            "the facilitator {facilitator}, participants {people}; {} lines found on their disks",
            self.found
        )
    }

    /// Somebody starts the program again. What it finds on its disk is owed.
    pub(super) fn comes_back(&mut self, stage: &Stage, host: &Host, member: Member) {
        let person = &mut self.people[member];
        let mut command = stage.halte();
        command.env("XDG_STATE_HOME", stage.path(&person.name));
        command.args(["join", "--plain", host.word("link"), "--lang", "en"]);
        if member == FACILITATOR {
            command.args([
                "--role",
                "facilitator",
                "--token",
                host.word("facilitator_token"),
            ]);
        }
        let mut program = Program::start(&person.name, &mut command);
        let joined = program.sees("joined");
        let seat = format!("joined p0{member}");
        assert!(joined.starts_with(&seat), "{joined} in place of {seat}");
        let found = program.said("waiting").into_iter();
        let texts = found.filter_map(|line| {
            let text = line.strip_prefix("waiting ")?.to_owned();
            let text = text
                .strip_prefix("/say ")
                .map(str::to_owned)
                .unwrap_or(text);
            text.contains(", zin ").then_some(text)
        });
        let texts: Vec<String> = texts.collect();
        self.found += texts.len();
        person.owed.extend(texts);
        person.program = Some(program);
    }

    /// Everybody is answered, without being helped; and then everything holds.
    pub(super) fn is_settled(&mut self, ledger: &mut Ledger, moment: usize) {
        for person in &mut self.people {
            let last = format!("het laatste van {} op moment {moment}", person.name);
            person.program().types([format!("/say {last}").as_str()]);
            loop {
                let line = person.program().sees("ok say");
                let id = line.split(' ').nth(2).unwrap_or_default().to_owned();
                ledger.grew_only();
                let parked = ledger.parked(&id);
                assert!(
                    parked.is_some(),
                    "{} was told “{line}”, and it is not on record",
                    person.name
                );
                if parked == Some(last.as_str()) {
                    break;
                }
            }
            person.before = person.program().has_said(0);
            for text in person.owed.drain(..) {
                assert!(
                    ledger.has(&text),
                    "{} typed “{text}”, and it is not on record",
                    person.name
                );
            }
            for (id, text) in acknowledged(&person.all_said("saved")) {
                assert_eq!(
                    ledger.written(&text),
                    Some(id.as_str()),
                    "{} was told so",
                    person.name
                );
            }
        }
    }

    /// The facilitator goes on, if what they typed before they died did not get through.
    pub(super) fn goes_to(&mut self, to: usize, ledger: &Ledger) {
        let step = format!("s{:02}", to + 1);
        if ledger.step() != step {
            self.people[FACILITATOR].program().types([go(to).as_str()]);
        }
        self.step = to;
        for person in &mut self.people {
            let words = format!("step {}", STEPS[to]);
            person.program().has_seen(&words, 1);
        }
    }

    pub(super) fn closes(&mut self, ledger: &mut Ledger) {
        self.people[FACILITATOR].program().types(["/close"]);
        for person in &mut self.people {
            let program = person.program.take().expect("it runs");
            person.said.extend(program.ends_well().out);
        }
        ledger.grew_only();
    }

    /// The sorts and votes that people were told of last are those that are saved.
    pub(super) fn was_told_what_is_saved(&self, saved: &Value) {
        for (member, person) in self.people.iter().enumerate().skip(1) {
            let mut sorted = BTreeMap::new();
            for line in person.all_said("sorted") {
                let mut words = line.split(' ').skip(1);
                let id = words.next().expect("an id").to_owned();
                sorted.insert(id, words.next().unwrap_or_default().to_owned());
            }
            sorted.retain(|_, theme| theme != UNTOLD);
            let seat = format!("p0{member}");
            let contributions = saved["contributions"].as_array().expect("contributions");
            for (id, theme) in sorted {
                let one = contributions
                    .iter()
                    .find(|one| one["id"] == id.as_str())
                    .expect("it is saved");
                let sorts = one["sorts"].as_array().into_iter().flatten();
                let mine: Vec<&Value> = sorts.filter(|sort| sort["by"] == seat.as_str()).collect();
                assert_eq!(mine.len(), 1, "{id}, sorted by {seat}: {one}");
                assert_eq!(mine[0]["primary"], theme.as_str(), "{id}, sorted by {seat}");
            }
            let mut voted = BTreeMap::new();
            for line in person.all_said("voted") {
                let mut words = line.split(' ').skip(1);
                let theme = words.next().expect("a theme").to_owned();
                voted.insert(theme, words.next().expect("dots").to_owned());
            }
            voted.retain(|_, dots| dots != UNTOLD);
            for (theme, dots) in voted {
                let votes = saved["votes"].as_array().into_iter().flatten();
                let mine = votes.filter(|vote| {
                    vote["participant"] == seat.as_str() && vote["theme"] == theme.as_str()
                });
                let cast: u64 = mine.filter_map(|vote| vote["dots"].as_u64()).sum();
                assert_eq!(
                    cast.to_string(),
                    dots,
                    "{theme}, voted by {seat}, who was told {:?}",
                    person.all_said("voted")
                );
            }
        }
    }
}

impl Person {
    fn program(&mut self) -> &mut Program {
        self.program.as_mut().expect("it runs")
    }

    /// What its programs said so far that starts with this word.
    fn all_said(&self, word: &str) -> Vec<String> {
        let start = format!("{word} ");
        let earlier = self
            .said
            .iter()
            .filter(|line| line.starts_with(&start))
            .cloned();
        let now = self.program.iter().flat_map(|program| program.said(word));
        earlier.chain(now).collect()
    }
}

fn go(to: usize) -> String {
    format!("/goto s{:02}", to + 1)
}
