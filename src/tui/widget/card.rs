//! A contribution as a card: its number, kind and marks on the first line, its text below, and where it comes from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;

use super::prose;
use crate::tui::look::{Look, Paint, Sign};
use crate::vocabulary::Kind;

/// What a card says. It decides nothing: what may be shown is shown to it.
#[derive(Debug, Clone, Copy)]
pub struct Card<'a> {
    /// Its number, as it is written.
    pub id: &'a str,
    /// Its kind, and what that is called.
    pub kind: (Kind, &'a str),
    /// What somebody wrote.
    pub text: &'a str,
    /// Where it comes from: persona, scenario.
    pub from: &'a str,
    /// Marks that stand behind its number.
    pub marks: &'a [(Sign, Paint)],
    /// The themes it is under, by place in the plan, the first one first; drawn as digits.
    pub themes: &'a [usize],
    /// Whether it is the one that is chosen.
    pub is_chosen: bool,
    /// Whether it is marked among several.
    pub is_marked: bool,
    /// The most rows its text takes.
    pub rows: u16,
}

impl Card<'_> {
    /// The rows it takes in so many columns: a heading, its text, and where it comes from.
    #[must_use]
    pub fn height(&self, width: u16) -> u16 {
        let text = prose::height(self.text, text_width(width)).min(self.rows);
        text.saturating_add(1)
            .saturating_add(u16::from(!self.from.is_empty()))
    }

    /// Draws it, as far as there is room.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: Look) {
        if area.is_empty() {
            return;
        }
        let base = if self.is_chosen {
            Paint::Selected
        } else {
            Paint::Text
        };
        let head = Rect { height: 1, ..area };
        buf.set_style(head, look.style(base));
        self.heading(look).render(head, buf);
        let width = text_width(area.width);
        let lines = prose::wrap(self.text, width);
        let rows = usize::from(self.rows);
        let is_cut = lines.len() > rows;
        let bottom = area.bottom();
        let mut row = area.y + 1;
        for (index, line) in lines.iter().take(rows).enumerate() {
            if row >= bottom {
                return;
            }
            let (x, y) = buf.set_stringn(
                area.x + 2,
                row,
                line,
                usize::from(width),
                look.style(Paint::Text),
            );
            if is_cut && index + 1 == rows {
                buf.set_stringn(
                    x.min(area.right() - 1),
                    y,
                    look.sign(Sign::Ellipsis),
                    1,
                    look.style(Paint::Quiet),
                );
            }
            row += 1;
        }
        if !self.from.is_empty() && row < bottom {
            let from = prose::cut(self.from, width, look);
            buf.set_stringn(
                area.x + 2,
                row,
                from,
                usize::from(width),
                look.style(Paint::Quiet),
            );
        }
    }

    fn heading(&self, look: Look) -> Line<'static> {
        let chosen = if self.is_chosen {
            look.sign(Sign::Selected)
        } else {
            " "
        };
        let marked = if self.is_marked {
            look.sign(Sign::Check)
        } else {
            " "
        };
        let (kind, name) = self.kind;
        let dressed = |paint: Paint| {
            if self.is_chosen {
                look.style(Paint::Selected)
            } else {
                look.style(paint)
            }
        };
        let mut spans = vec![
            Span::styled(format!("{chosen}{marked}"), dressed(Paint::Strong)),
            Span::styled(self.id.to_owned(), dressed(Paint::Quiet)),
            Span::styled(format!(" {name}"), dressed(Paint::Kind(kind))),
        ];
        for theme in self.themes {
            let digit = format!(" {}", theme + 1);
            spans.push(Span::styled(digit, dressed(Paint::Theme(*theme))));
        }
        for (sign, paint) in self.marks {
            spans.push(Span::styled(
                format!(" {}", look.sign(*sign)),
                dressed(*paint),
            ));
        }
        Line::from(spans)
    }
}

const fn text_width(width: u16) -> u16 {
    let width = width.saturating_sub(3);
    if width == 0 { 1 } else { width }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_draws_in_any_area_and_is_as_high_as_it_says() {
        let card = Card {
            id: "n0012",
            kind: (Kind::Need, "nood"),
            text: "Een arbeidsongeschiktheidsverzekering 👩‍🏭 voor wie é̂én been heeft, ابراهيم",
            from: "stikster · synergie",
            marks: &[(Sign::Contested, Paint::Warn)],
            themes: &[2],
            is_chosen: true,
            is_marked: false,
            rows: 3,
        };
        for look in [
            Look::default(),
            Look {
                ascii: true,
                ..Look::default()
            },
        ] {
            for width in 0..30 {
                for height in 0..8 {
                    let area = Rect::new(0, 0, width, height);
                    card.draw(area, &mut Buffer::empty(area), look);
                }
            }
        }
        assert_eq!(card.height(20), 5);
        let area = Rect::new(0, 0, 20, 6);
        let mut buf = Buffer::empty(area);
        card.draw(
            area,
            &mut buf,
            Look {
                ascii: true,
                ..Look::default()
            },
        );
        let row = |row: u16| (0..20).map(|x| buf[(x, row)].symbol()).collect::<String>();
        assert_eq!(row(0), "> n0012 nood 3 !    ");
        assert_eq!(row(4), "  stikster · synerg~".replace("synerg~", "syner~ "));
        assert_eq!(row(5).trim(), "");
    }
}
