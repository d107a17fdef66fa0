//! The keys at the foot of the screen. What matters least is left out when there is no room.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::prose;
use crate::tui::look::{Look, Paint};

/// A key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    first: String,
    last: Option<String>,
    words: String,
    rank: u8,
}

/// A line of them.
#[derive(Debug)]
pub struct Chips<'a> {
    chips: &'a [Chip],
    look: Look,
}

impl Chip {
    /// A key, what it does, and how much it matters; lower stays longer.
    #[must_use]
    pub const fn new(key: String, words: String, rank: u8) -> Self {
        Self {
            first: key,
            last: None,
            words,
            rank,
        }
    }

    /// Another key that does the like, following on the one before.
    pub fn also_key(&mut self, key: &str) {
        self.last = Some(key.to_owned());
    }

    fn key(&self) -> String {
        match &self.last {
            Some(last) => format!("{}-{last}", self.first),
            None => self.first.clone(),
        }
    }

    /// The cells it takes, with the air behind it.
    fn width(&self) -> u16 {
        let width = prose::width(&self.key()).saturating_add(prose::width(&self.words));
        width.saturating_add(4)
    }
}

impl<'a> Chips<'a> {
    /// A line of chips, the first one leftmost.
    #[must_use]
    pub const fn new(chips: &'a [Chip], look: Look) -> Self {
        Self { chips, look }
    }

    /// Where each one that fits is drawn.
    fn places(&self, area: Rect) -> Vec<(usize, Rect)> {
        let mut ranked: Vec<usize> = (0..self.chips.len()).collect();
        ranked.sort_by_key(|index| self.chips.get(*index).map(|chip| chip.rank));
        let mut room = area.width;
        let mut kept = vec![false; self.chips.len()];
        for index in ranked {
            let Some(chip) = self.chips.get(index) else {
                continue;
            };
            let Some(left) = room.checked_sub(chip.width()) else {
                break;
            };
            room = left;
            if let Some(kept) = kept.get_mut(index) {
                *kept = true;
            }
        }
        let mut x = area.x;
        let shown = self.chips.iter().zip(kept).enumerate();
        shown
            .filter(|(_, (_, kept))| *kept)
            .map(|(index, (chip, _))| {
                let place = Rect {
                    x,
                    width: chip.width(),
                    height: area.height.min(1),
                    ..area
                };
                x = place.right();
                (index, place)
            })
            .collect()
    }

    /// Draws them.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        for (index, place) in self.places(area) {
            if let Some(chip) = self.chips.get(index) {
                let key = format!(" {} ", chip.key());
                let style = self.look.style(Paint::Key);
                let (x, y) =
                    buf.set_stringn(place.x, place.y, key, usize::from(place.width), style);
                let left = usize::from(place.right().saturating_sub(x));
                buf.set_stringn(x, y, &chip.words, left, self.look.style(Paint::Quiet));
            }
        }
    }

    /// Which one is at a place.
    #[must_use]
    pub fn hit(&self, area: Rect, at: Position) -> Option<usize> {
        let places = self.places(area);
        let hit = places.into_iter().find(|(_, place)| place.contains(at));
        hit.map(|(index, _)| index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_least_goes_first_and_a_click_hits_what_is_drawn() {
        let chip = |key: &str, rank| Chip::new(key.to_owned(), "doen".to_owned(), rank);
        let chips = [chip("a", 2), chip("b", 1), chip("c", 3)];
        let chips = Chips::new(&chips, Look::default());
        let area = Rect::new(0, 0, 20, 1);
        let mut buf = Buffer::empty(area);
        chips.draw(area, &mut buf);
        let drawn: String = buf
            .content()
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert_eq!(drawn, " a doen   b doen   ".to_owned() + " ");
        assert_eq!(chips.hit(area, Position::new(10, 0)), Some(1));
        assert_eq!(chips.hit(area, Position::new(19, 0)), None);
    }
}
