//! The charts, drawn with plotters. Every colour is a role that the style of the page gives its ink, light or dark; the
//! colours written here are what is seen where there is no style. No chart says by colour alone what it shows.

mod bars;
mod grid;

use std::io;

use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::{
    Circle, DrawingArea, IntoDrawingArea as _, IntoFont as _, RGBAColor, RGBColor, Rectangle,
    SVGBackend, Text,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, ShapeStyle, TextStyle};
use thiserror::Error;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;

use crate::report::table::chart::Shape;

/// Why a chart cannot be drawn.
#[derive(Debug, Error)]
pub enum ChartError {
    /// The library did not finish the drawing.
    #[error("the drawing is not finished")]
    Unfinished,
    /// The library could not draw a shape.
    #[error("a shape cannot be drawn")]
    Shape(#[from] DrawingAreaErrorKind<io::Error>),
}

/// How wide a chart is, unless it has many columns: as wide as a page on a telephone, nearly.
const WIDTH: u32 = 520;

/// The height of a line of letters; the library writes them four fifths as high.
const LETTER: u32 = 19;

/// What a colour stands for. The style sheet finds them by the values they are written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ink {
    /// Letters and lines.
    Text,
    /// Lines that help, and the outline of what is empty.
    Faint,
    /// What is counted.
    First,
    /// What it is held against.
    Second,
}

impl Ink {
    const fn color(self) -> RGBColor {
        match self {
            Self::Text => RGBColor(0x1b, 0x1b, 0x1f),
            Self::Faint => RGBColor(0x8a, 0x8a, 0x8f),
            Self::First => RGBColor(0x2f, 0x6d, 0xb5),
            Self::Second => RGBColor(0xb0, 0x6a, 0x1d),
        }
    }
}

/// A drawing, as markup that the library wrote and escaped, and its size.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) shapes: String,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Draws a chart.
pub(super) fn drawn(shape: &Shape) -> Result<Drawn, ChartError> {
    match shape {
        Shape::Map(map) => grid::drawn(map),
        Shape::Bars(all) => bars::drawn(all),
    }
}

/// A sheet to draw on, in units of the drawing.
struct Sheet<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

/// Where a text begins, ends or has its middle.
#[derive(Debug, Clone, Copy)]
enum Align {
    Left,
    Middle,
}

impl Sheet<'_> {
    fn fill(&self, corner: (i32, i32), size: (i32, i32), ink: Ink, strength: f64) -> Drawing {
        let style = ink.color().mix(strength).filled();
        self.rectangle(corner, size, style)
    }

    fn outline(&self, corner: (i32, i32), size: (i32, i32)) -> Drawing {
        let style = ShapeStyle::from(Ink::Faint.color()).stroke_width(1);
        self.rectangle(corner, size, style)
    }

    fn rectangle(
        &self,
        (x, y): (i32, i32),
        (width, height): (i32, i32),
        style: ShapeStyle,
    ) -> Drawing {
        let shape = Rectangle::new([(x, y), (x + width, y + height)], style);
        self.area.draw(&shape).map_err(ChartError::from)
    }

    fn disc(&self, middle: (i32, i32), radius: i32, ink: Ink, strength: f64) -> Drawing {
        let style = ink.color().mix(strength).filled();
        let shape = Circle::new(middle, radius, style);
        self.area.draw(&shape).map_err(ChartError::from)
    }

    fn ring(&self, middle: (i32, i32), radius: i32) -> Drawing {
        let style = ShapeStyle::from(Ink::Faint.color()).stroke_width(1);
        let shape = Circle::new(middle, radius, style);
        self.area.draw(&shape).map_err(ChartError::from)
    }

    /// Writes a text beside or around a point, vertically in its middle.
    fn write(&self, text: &str, at: (i32, i32), align: Align) -> Drawing {
        let across = match align {
            Align::Left => HPos::Left,
            Align::Middle => HPos::Center,
        };
        let ink: RGBAColor = Ink::Text.color().to_rgba();
        let style = TextStyle::from(("sans-serif", LETTER).into_font())
            .color(&ink)
            .pos(Pos::new(across, VPos::Center));
        let shape = Text::new(text.to_owned(), at, style);
        self.area.draw(&shape).map_err(ChartError::from)
    }
}

type Drawing = Result<(), ChartError>;

/// Draws on a sheet of this size. The library writes whole files; only what is drawn is kept.
fn draw(
    (width, height): (u32, u32),
    on: impl FnOnce(&Sheet<'_>) -> Drawing,
) -> Result<Drawn, ChartError> {
    let mut file = String::new();
    {
        let area = SVGBackend::with_string(&mut file, (width, height)).into_drawing_area();
        let sheet = Sheet { area };
        on(&sheet)?;
        sheet.area.present().map_err(ChartError::from)?;
    }
    let inside = file.split_once('>').map(|(_, inside)| inside.trim_end());
    let inside = inside.and_then(|inside| inside.strip_suffix("</svg>"));
    Ok(Drawn {
        shapes: inside.ok_or(ChartError::Unfinished)?.to_owned(),
        width,
        height,
    })
}

/// As much of a text as fits in so many units. The letters that will be used are not known here; most are half as wide
/// as they are high.
fn fitting(text: &str, width: u32) -> String {
    let most = letters_in(width);
    if text.width() <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        if kept.width() + grapheme.width() + 1 > most {
            break;
        }
        kept.push_str(grapheme);
    }
    format!("{}…", kept.trim_end())
}

/// How many letters fit in so many units.
const fn letters_in(width: u32) -> usize {
    (width * 2 / LETTER) as usize
}

/// A text in lines that fit, broken between words or behind a hyphen; what is too long for the lines is cut.
fn lines(text: &str, width: u32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_inclusive([' ', '-']) {
        let full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if full || line.width() + word.trim_end().width() <= letters_in(width) => {
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.retain(|line| !line.is_empty());
    let each = lines.iter().map(|line| fitting(line.trim_end(), width));
    each.collect()
}

/// A count on a sheet.
fn units(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_does_not_fit_is_cut_between_letters() {
        assert_eq!(fitting("Synergie", 480), "Synergie");
        let cut = fitting(&"e\u{301}".repeat(100), 100);
        assert!(cut.ends_with("e\u{301}…"), "{cut}");
        assert!(cut.width() <= 10, "{cut}");
    }

    #[test]
    fn a_head_is_broken_between_words_and_cut_on_its_last_line() {
        assert_eq!(
            lines("Mens-machine inefficiëntie", 130, 3),
            ["Mens-machine", "inefficiëntie"]
        );
        assert_eq!(
            lines("Mens-machine inefficiëntie", 100, 3),
            ["Mens-", "machine", "inefficië…"]
        );
        assert_eq!(lines("Status-quo", 130, 3), ["Status-quo"]);
        assert_eq!(lines("a b c d", 30, 2), ["a b", "c d"]);
        assert!(lines("", 30, 2).is_empty());
    }

    #[test]
    fn what_is_written_on_a_sheet_is_no_markup() {
        let drawn = draw((100, 20), |sheet| {
            sheet.write("<script>\"&'", (0, 10), Align::Left)
        });
        let shapes = drawn.expect("drawn").shapes;
        assert!(shapes.trim_start().starts_with("<text"), "{shapes}");
        assert!(!shapes.contains("svg"), "{shapes}");
        assert!(!shapes.contains("<script"), "{shapes}");
        assert!(shapes.contains("&lt;script&gt;"), "{shapes}");
    }
}
