//! The sorting: how far everybody is, how much the group agrees, and what it agrees on least, so that the facilitator
//! sees when to move on and what the plenary will be about.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::panel::{Panel, columns, shortened, stack};
use super::people::{Detail, HERE, People, Peopled};
use super::scenario::{minutes, read_script, script_panels};
use crate::id::ContributionId;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::popup::Reader;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::workshop::agreement::{Agreement, alpha, contested};
use crate::workshop::entry::{Contribution, Participant, Place, Tally};
use crate::workshop::suggestion::{Suggestion, Trust};

/// How many of the contested contributions are shown.
const CONTESTED: usize = 12;
/// Rows the text of one takes at most.
const TEXT_ROWS: usize = 2;
/// The most marks that stand for one person each.
const MARKS: u16 = 8;

/// The screen of the sorting.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Sorting {
    people: People,
}

impl Peopled for Sorting {
    fn people(&mut self) -> &mut People {
        &mut self.people
    }
}

impl Screen for Sorting {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::char('d'), "do-read-themes", |_, scene| {
            read_themes(scene)
        })
        .footer(12),
        bind(Key::char('s'), "do-read-script", |_, scene| {
            read_script(scene)
        })
        .footer(82),
        Self::DOWN,
        Self::UP,
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let parts = columns(area);
        let width = parts.left.width;
        let deck: Vec<&Contribution> = scene.contributions().filter(|card| !card.hidden).collect();
        let mut panels = vec![progress(scene, &deck, width), disputes(scene, &deck, width)];
        if let Some(middle) = parts.middle {
            let script = script_panels(scene, middle.width);
            stack(&script, middle, buf, look);
        } else {
            panels.extend(script_panels(scene, width));
        }
        stack(&panels, parts.left, buf, look);
        let themes = themes(scene, parts.right.width);
        let (people, beneath) = People::above(&themes, parts.right, scene);
        self.people
            .draw(scene, HERE, people, buf, |person| sorted_by(person, scene));
        if let Some(beneath) = beneath {
            stack(&[themes], beneath, buf, look);
        }
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        let right = columns(area).right;
        let (people, _) = People::above(&themes(scene, right.width), right, scene);
        self.people.mouse(mouse, people, scene);
        Vec::new()
    }
}

/// How much of what there is to sort is sorted, and how much those who sorted agree.
fn progress(scene: &Scene<'_>, deck: &[&Contribution], width: u16) -> Panel {
    let look = scene.look;
    let tallies: Vec<Tally> = deck.iter().map(|card| card.count_sorts()).collect();
    let mut dealt: BTreeMap<ContributionId, u32> = BTreeMap::new();
    for id in scene.view.slices().values().flatten() {
        *dealt.entry(*id).or_default() += 1;
    }
    // Who sorts more than their slice does not make up for somebody who sorts less.
    let (mut sorted, mut all) = (0, 0);
    for (card, tally) in deck.iter().zip(&tallies) {
        // In an anonymous session nobody is told who was given what: then once is enough.
        let looks = if scene.view.is_anonymous() {
            1
        } else {
            dealt.get(&card.id).copied().unwrap_or(0)
        };
        all += looks;
        sorted += Agreement::of(tally).sorted.min(looks);
    }
    let agreement = match alpha(&tallies) {
        Some(alpha) => {
            let alpha = scene.locale.fraction(alpha);
            scene.say_with("room-agreement", &[("alpha", alpha.into())])
        }
        None => scene.say("room-agreement-none"),
    };
    let presence = scene.presence;
    let busy = presence.connected.saturating_sub(presence.done);
    let advice = if all > 0 && sorted == all {
        scene.say("room-all-sorted")
    } else {
        scene.say_with("room-busy", &[("count", busy.into())])
    };
    let panel = Panel::new(scene.say("room-progress"))
        .note(minutes(scene))
        .meter(scene.say("room-sorted"), sorted, all)
        .text(&agreement, Paint::Text, width, look)
        .text(&advice, Paint::Text, width, look);
    match suggested(scene, deck) {
        Some(words) => panel.text(&words, Paint::Quiet, width, look),
        None => panel,
    }
}

/// Of how many cards the tool is sure, and how many it finds likely; why is for the board.
fn suggested(scene: &Scene<'_>, deck: &[&Contribution]) -> Option<String> {
    let known = deck.iter().filter_map(|card| card.suggestion.as_deref());
    let trusts: Vec<Trust> = known.map(Suggestion::trust).collect();
    let count = |trust: Trust| trusts.iter().filter(|one| **one == trust).count();
    let variables = [
        ("sure", count(Trust::Sure).into()),
        ("probable", count(Trust::Probable).into()),
        ("open", count(Trust::Open).into()),
    ];
    (!trusts.is_empty()).then(|| scene.say_with("room-suggested", &variables))
}

/// What the group agrees on least just now, with how often each theme was chosen.
fn disputes(scene: &Scene<'_>, deck: &[&Contribution], width: u16) -> Panel {
    let look = scene.look;
    let found = contested(deck.iter().copied());
    let note = scene.say_with("room-contested-count", &[("count", found.len().into())]);
    let mut panel = Panel::new(scene.say("room-contested")).note(note);
    if found.is_empty() {
        return panel.text(&scene.say("room-contested-none"), Paint::Quiet, width, look);
    }
    for card in found.into_iter().take(CONTESTED) {
        let tally = card.count_sorts();
        let text = card.text.as_str().replace('\n', " ");
        let text = shortened(&text, TEXT_ROWS, width.saturating_sub(2), look);
        panel = panel
            .item(look.sign(Sign::Contested), &text, Paint::Text, width, look)
            .lines([tally_line(scene, &tally)]);
    }
    panel
}

/// How often each theme was chosen: the key of the theme and a mark for each person, with a number where those are
/// too many to see.
fn tally_line(scene: &Scene<'_>, tally: &Tally) -> Line<'static> {
    let look = scene.look;
    let mut spans = vec![Span::raw("  ")];
    for (key, place) in places(scene) {
        let Some(count) = tally.get(&place).copied().filter(|count| *count > 0) else {
            continue;
        };
        let paint = match key.checked_sub(1) {
            Some(theme) => Paint::Theme(theme),
            None => Paint::Quiet,
        };
        let cells = u16::try_from(count).unwrap_or(u16::MAX).min(MARKS);
        let drawn = look.sign(Sign::Full).repeat(usize::from(cells));
        spans.push(Span::styled(format!("{key} "), look.style(Paint::Strong)));
        spans.push(Span::styled(drawn, look.style(paint)));
        let number = if count > u32::from(MARKS) {
            format!(" {count}")
        } else {
            String::new()
        };
        spans.push(Span::styled(
            format!("{number}   "),
            look.style(Paint::Text),
        ));
    }
    let sorted = Agreement::of(tally).sorted;
    let of = scene.say_with("room-of-people", &[("count", sorted.into())]);
    spans.push(Span::styled(of, look.style(Paint::Quiet)));
    Line::from(spans)
}

/// The places to sort into with their keys: the themes by number, and zero for none of them.
fn places(scene: &Scene<'_>) -> impl Iterator<Item = (usize, Place)> {
    let themes = scene.view.plan().themes.iter();
    let themes = themes.map(|theme| Place::Theme(theme.id.clone()));
    let numbered = themes.enumerate().map(|(index, place)| (index + 1, place));
    numbered.chain([(0, Place::None)])
}

/// The themes with their keys.
fn themes(scene: &Scene<'_>, width: u16) -> Panel {
    let look = scene.look;
    let panel = Panel::new(scene.say("room-themes"));
    let themes = scene.view.plan().themes.iter().enumerate();
    let panel = themes.fold(panel, |panel, (index, theme)| {
        let key = (index + 1).to_string();
        panel.item(
            &key,
            scene.read(&theme.title),
            Paint::Theme(index),
            width,
            look,
        )
    });
    panel.item(
        "0",
        &scene.say("room-none-of-them"),
        Paint::Quiet,
        width,
        look,
    )
}

/// The themes with what they cover, to read aloud.
fn read_themes(scene: &Scene<'_>) -> Vec<Intent> {
    let themes = scene.view.plan().themes.iter().enumerate();
    let texts = themes.map(|(index, theme)| {
        let [title, definition] = [&theme.heading, &theme.definition].map(|text| scene.read(text));
        format!("{} {title}\n{definition}", index + 1)
    });
    let none = format!("0 {}", scene.say("room-none-of-them"));
    let texts: Vec<String> = texts.chain([none]).collect();
    let reader = Reader::of(scene.say("room-themes"), texts.join("\n\n"));
    vec![Intent::Open(Box::new(reader))]
}

/// How far somebody is with their slice. Who sorted what is known only in a session that names people; in others the
/// light says enough. What somebody was given in an anonymous one they know alone.
fn sorted_by(person: &Participant, scene: &Scene<'_>) -> Detail {
    if scene.view.is_anonymous() {
        return Detail::of(String::new(), Paint::Quiet);
    }
    let slice = scene.view.slice_of(person.id);
    let all = u32::try_from(slice.len()).unwrap_or(u32::MAX);
    if !scene.view.is_named() {
        let words = scene.say_with("room-slice", &[("count", all.into())]);
        return Detail::of(words, Paint::Quiet);
    }
    let cards = slice
        .iter()
        .filter_map(|id| scene.view.contributions().get(id));
    let by_them = |card: &&Contribution| card.sorts.iter().any(|sort| sort.by == Some(person.id));
    let sorted = u32::try_from(cards.filter(by_them).count()).unwrap_or(u32::MAX);
    Detail {
        meter: Some((sorted, all)),
        ..Detail::of(String::new(), Paint::Text)
    }
}
