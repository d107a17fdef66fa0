//! What the group recommends, under the theme it is about, beside the research that is under way there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::grid::{self, Cell};
use super::notes::Note;
use super::poster::Poster;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::bar::theme_key;
use crate::workshop::entry::{Place, Recommendation};

/// Draws it: the cases until there is a recommendation, and then every theme with its own.
pub(super) fn draw(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    if scene.view.recommendations().is_empty() {
        let whole = cases(scene, page, true);
        let is_whole = whole.least(page.width) <= page.height;
        let poster = if is_whole {
            whole
        } else {
            cases(scene, page, false)
        };
        return poster.draw(page, buf);
    }
    let none = scene.say("projector-none");
    let places = grid::places(scene, &none);
    let under = |place: &Place| -> Vec<&Recommendation> {
        let all = scene.view.recommendations().values();
        all.filter(|one| one.theme == *place).collect()
    };
    let under: Vec<_> = places.iter().map(|(place, _)| under(place)).collect();
    let lines: Vec<String> = places
        .iter()
        .map(|(place, _)| examples(scene, place))
        .collect();
    let cells: Vec<Cell<'_>> = places
        .iter()
        .zip(&under)
        .zip(&lines)
        .enumerate()
        .map(|(index, (((_, title), under), line))| Cell {
            index,
            title,
            line: (!line.is_empty()).then_some(line.as_str()),
            count: under.len(),
        })
        .collect();
    let note = |cell: usize, at: usize| {
        let found = under.get(cell)?.get(at)?;
        Some(recommendation(scene, found))
    };
    grid::draw(scene, &cells, note, page, buf);
}

fn recommendation(scene: &Scene<'_>, found: &Recommendation) -> Note {
    let when = scene.locale.horizon(found.horizon);
    let who = scene.locale.actor(found.who);
    let head = format!("{when}, {who}");
    Note::new(scene, head, Paint::Accent, found.text.as_str())
}

/// The names of the cases under a place.
fn examples(scene: &Scene<'_>, place: &Place) -> String {
    let cases = scene.view.plan().cases.iter();
    let titles = cases.filter(|case| place.theme() == Some(&case.theme));
    let titles: Vec<&str> = titles.map(|case| scene.read(&case.title)).collect();
    if titles.is_empty() {
        return String::new();
    }
    let between = format!(" {} ", scene.look.sign(Sign::Between));
    let example = scene.say("projector-example");
    format!("{example}{between}{}", titles.join(&between))
}

fn cases(scene: &Scene<'_>, page: Rect, with_texts: bool) -> Poster {
    let plan = scene.view.plan();
    let mut poster = Poster::new(scene.look);
    poster.big(&scene.say("projector-cases"), Paint::Title, page.height / 3);
    for case in &plan.cases {
        let at = plan.themes.iter().position(|theme| theme.id == case.theme);
        let key = theme_key(at.unwrap_or(plan.themes.len())).to_string();
        poster.item(&key, scene.read(&case.title), Paint::Strong);
        if with_texts {
            poster.under(scene.read(&case.text), Paint::Text);
        }
    }
    poster.say(&scene.say("projector-cases-key"), Paint::Quiet);
    poster
}
