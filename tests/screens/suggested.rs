//! Suggestions on the board: in what order cards come, what the keys do with what is offered, and how it looks. The
//! suggestions are put on record here; how they are found out is tested elsewhere.

mod all_sure;
mod kin;
mod news;
mod offered;
mod sorting;
mod teaching;

use std::collections::BTreeMap;

use halte::id::ContributionId;
use halte::language::Language;
use halte::tui::look::Look;
use halte::vocabulary::{Role, StepKind};
use halte::workshop::entry::{Contribution, Place, Placement};
use halte::workshop::suggestion::{Likeness, Nearest, Ranked, Suggestion, Suggestions};
use halte::workshop::{Asker, Command, Event, Record};

use crate::stage::{Stage, When, until};

/// The group does not agree on it; the tool finds wellbeing likely.
const DIVIDED: u32 = 38;
/// The group does not agree on it, and the tool says nothing.
const SILENT: u32 = 42;
/// Everybody put it under learning.
const AGREED: u32 = 1;
/// Nobody sorted the others. The tool is in doubt about this one.
const DOUBTED: u32 = 33;
/// The tool knows nothing of it.
const UNKNOWN: u32 = 36;
/// The tool finds its place likely.
const LIKELY: u32 = 13;
/// The tool is sure of it.
const SURE: u32 = 34;
/// The tool is sure of it too, and that it says the same as the next one.
const TWIN: u32 = 14;
const OTHER_TWIN: u32 = 32;
/// All of them, as they wait.
const QUEUE: [u32; 9] = [
    DIVIDED, SILENT, DOUBTED, UNKNOWN, LIKELY, TWIN, OTHER_TWIN, SURE, AGREED,
];

fn n(number: u32) -> ContributionId {
    ContributionId(number)
}

fn place(word: &str) -> Place {
    word.parse().expect("a place")
}

/// A suggestion with these places, likeliest first.
fn ranked(ranking: &[(&str, u16)], because: &[&str]) -> Suggestion {
    let ranking = ranking.iter().map(|(word, confidence)| Ranked {
        place: place(word),
        confidence: *confidence,
    });
    let because = because.iter().map(|word| word.parse().expect("a word"));
    Suggestion {
        ranking: ranking.collect(),
        language: Language::Nl,
        because: because.collect(),
        nearest: None,
    }
}

fn suggestions() -> Suggestions {
    let wellbeing = ranked(
        &[
            ("wellbeing", 620),
            ("responsible-interaction", 210),
            ("none", 170),
        ],
        &["tegen te klappen"],
    );
    let doubted = ranked(
        &[
            ("responsible-interaction", 410),
            ("ai-support", 330),
            ("none", 260),
        ],
        &["model", "data"],
    );
    let mut likely = ranked(
        &[
            ("ai-support", 640),
            ("knowledge-sharing", 260),
            ("none", 100),
        ],
        &["assistent", "bijsturing"],
    );
    likely.nearest = Some(Nearest {
        place: place("ai-support"),
        example: None,
        contribution: Some(n(17)),
    });
    let mut sure = ranked(
        &[("wellbeing", 910), ("ai-support", 90)],
        &["kwaad", "klant"],
    );
    sure.nearest = Some(Nearest {
        place: place("wellbeing"),
        example: Some(
            "Klanten roepen op mij en ik kan er niets aan doen"
                .parse()
                .expect("a text"),
        ),
        contribution: None,
    });
    let twin = ranked(
        &[("lifelong-learning", 820), ("wellbeing", 180)],
        &["leertijd"],
    );
    let other = ranked(
        &[("lifelong-learning", 850), ("wellbeing", 150)],
        &["opleiding"],
    );
    let places = [
        (DIVIDED, wellbeing),
        (DOUBTED, doubted),
        (LIKELY, likely),
        (SURE, sure),
        (TWIN, twin),
        (OTHER_TWIN, other),
    ];
    Suggestions {
        places: places
            .into_iter()
            .map(|(id, suggestion)| (n(id), suggestion))
            .collect(),
        alike: vec![alike(&[TWIN, OTHER_TWIN], 680), alike(&[LIKELY, 17], 470)],
    }
}

fn alike(cards: &[u32], likeness: u16) -> Likeness {
    Likeness {
        contributions: cards.iter().copied().map(n).collect(),
        likeness,
    }
}

/// Everything up to the board, where only the cards above wait, sorted as they say; one is placed already.
fn records() -> Vec<Record> {
    let mut records = until(StepKind::Converge, When::Arriving);
    records.retain(|record| match &record.event {
        Event::ContributionSorted { contribution, .. } => {
            [DIVIDED, SILENT, AGREED].map(n).contains(contribution)
        }
        _ => true,
    });
    records
}

fn drawn(look: Look, language: Language) -> Stage {
    let mut stage = Stage::with(Role::Facilitator, records(), look, language);
    let all: Vec<ContributionId> = stage.view.contributions().keys().copied().collect();
    for contribution in all {
        if contribution == n(17) {
            put(&mut stage, 17, "ai-support");
        } else if !QUEUE.contains(&contribution.0) {
            stage.other(Asker::FACILITATOR, &Command::Hide { contribution });
        }
    }
    suggest(&mut stage, suggestions());
    settle(&mut stage);
    stage
}

fn board() -> Stage {
    drawn(Look::default(), Language::Nl)
}

/// The room puts suggestions on record.
fn suggest(stage: &mut Stage, suggestions: Suggestions) {
    stage.other(Asker::FACILITATOR, &Command::Suggest(suggestions));
}

/// Another suggestion for one card; what is alike stays.
fn suggest_for(stage: &mut Stage, card: u32, ranking: &[(&str, u16)]) {
    let mut all = suggestions();
    all.places = BTreeMap::from([(n(card), ranked(ranking, &[]))]);
    suggest(stage, all);
}

/// Somebody else places a card.
fn put(stage: &mut Stage, card: u32, word: &str) {
    let command = Command::Place {
        contributions: vec![n(card)],
        primary: Some(place(word)),
        second: None,
    };
    stage.other(Asker::FACILITATOR, &command);
}

/// Time to see what changed.
fn settle(stage: &mut Stage) {
    stage.screen(80, 24);
    stage.pass(1);
}

fn card(stage: &Stage, number: u32) -> &Contribution {
    &stage.view.contributions()[&n(number)]
}

fn placement(stage: &Stage, number: u32) -> Option<&Placement> {
    card(stage, number).placement.as_ref()
}

fn placed(stage: &Stage, number: u32) -> Option<&str> {
    placement(stage, number).map(|placement| placement.primary.as_str())
}

/// The number of the card that is shown in large.
fn chosen(stage: &mut Stage) -> u32 {
    let screen = stage.screen(80, 24);
    let row = screen.lines().nth(3).expect("a row");
    let word = row.split_whitespace().find(|word| {
        let digits = word.strip_prefix('n').unwrap_or_default();
        digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    let id: ContributionId = word.expect("a card").parse().expect("a number");
    id.0
}

/// Goes to a card that waits.
fn go(stage: &mut Stage, number: u32) {
    stage.press("<home>");
    while chosen(stage) != number {
        stage.press("<down>");
    }
}

/// What was asked last, and what became of it.
fn last(stage: &Stage) -> (&Command, Result<(), &str>) {
    let (command, answer) = stage.asked.last().expect("it was asked");
    (command, answer.as_ref().copied().map_err(String::as_str))
}

fn accepting(cards: &[(u32, &str)]) -> Command {
    Command::Accept {
        contributions: cards.iter().map(|(card, _)| n(*card)).collect(),
        expected: cards
            .iter()
            .map(|(card, word)| (n(*card), place(word)))
            .collect(),
    }
}

fn sizes(stage: &mut Stage) {
    for width in (0..=45).step_by(3).chain([60, 80, 100, 121, 200]) {
        for height in (0..=16).chain([20, 24, 25, 30, 40, 60]) {
            stage.screen(width, height);
        }
    }
}
