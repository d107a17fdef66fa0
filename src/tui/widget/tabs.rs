//! Pages beside each other, one of them open. Where their names do not fit, the open one is named and counted.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::prose;
use crate::tui::look::{Look, Paint, Sign};

/// The cells between two names.
const GAP: u16 = 2;

/// Where each name is drawn; `None` when they do not fit beside each other.
fn places(names: &[String], area: Rect) -> Option<Vec<Rect>> {
    let mut x = area.x;
    let mut places = Vec::new();
    for name in names {
        // A cell for the mark of the open one, and one behind the name.
        let width = prose::width(name).saturating_add(2);
        if x.saturating_add(width) > area.right() {
            return None;
        }
        places.push(Rect {
            x,
            width,
            height: area.height.min(1),
            ..area
        });
        x = x.saturating_add(width).saturating_add(GAP - 1);
    }
    Some(places)
}

/// Draws the names in the first row of the area.
pub fn draw(names: &[String], at: usize, area: Rect, buf: &mut Buffer, look: Look) {
    let Some(open) = names.get(at).filter(|_| !area.is_empty()) else {
        return;
    };
    let Some(places) = places(names, area) else {
        let (left, right) = (look.sign(Sign::ArrowLeft), look.sign(Sign::ArrowRight));
        let words = format!("{left} {}/{} {right}  {open}", at + 1, names.len());
        let words = prose::cut(&words, area.width, look);
        let style = look.style(Paint::Strong);
        buf.set_stringn(area.x, area.y, words, usize::from(area.width), style);
        return;
    };
    for (index, (name, place)) in names.iter().zip(places).enumerate() {
        let (mark, paint) = if index == at {
            (look.sign(Sign::Selected), Paint::Selected)
        } else {
            (" ", Paint::Quiet)
        };
        let words = format!("{mark}{name} ");
        let style = look.style(paint);
        buf.set_stringn(place.x, place.y, words, usize::from(place.width), style);
    }
}

/// Which name is at a place.
#[must_use]
pub fn hit(names: &[String], area: Rect, at: Position) -> Option<usize> {
    places(names, area)?
        .iter()
        .position(|place| place.contains(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_beside_each_other_or_are_counted() {
        let names = ["een", "twee"].map(str::to_owned);
        let drawn = |width: u16| {
            let area = Rect::new(0, 0, width, 1);
            let mut buf = Buffer::empty(area);
            draw(&names, 1, area, &mut buf, Look::default());
            let cells = buf.content().iter();
            cells.map(ratatui::buffer::Cell::symbol).collect::<String>()
        };
        assert_eq!(drawn(14).trim_end(), " een  ▸twee");
        assert_eq!(drawn(10), "← 2/2 →…  ");
        let area = Rect::new(0, 0, 14, 1);
        assert_eq!(hit(&names, area, Position::new(6, 0)), Some(1));
        assert_eq!(hit(&names, area, Position::new(13, 0)), None);
    }
}
