//! A chart of bars that lie under the name of what they measure, with the figures at their end.

use super::{Align, ChartError, Drawn, Ink, WIDTH, draw, fitting};
use crate::report::table::chart::{Bar, Bars};

const NAME: u32 = 25;
const GAP: u32 = 11;

/// What stands at the end of the bars has this much room.
const FIGURES: u32 = 270;

/// The bars of one thing: ink and thickness. The second is thinner, so that they are told apart without colour.
const STYLES: [(Ink, i32); 2] = [(Ink::First, 15), (Ink::Second, 7)];

/// Draws them, to the scale of the whole, or of the longest among them.
pub(super) fn drawn(all: &Bars) -> Result<Drawn, ChartError> {
    let Bars { bars, whole } = all;
    let tall: i32 = bars.iter().map(tall).sum();
    let lengths = bars.iter().flat_map(|bar| &bar.lengths);
    let longest = lengths.copied().max().unwrap_or(0).max(*whole).max(1);
    let size = (WIDTH, tall.unsigned_abs());
    draw(size, |sheet| {
        let mut y = 0;
        for bar in bars {
            let name = fitting(&bar.name, WIDTH);
            sheet.write(&name, (0, y + NAME.cast_signed() / 2), Align::Left)?;
            let mut top = y + NAME.cast_signed();
            let middle = top + thick(bar) / 2;
            let mut end = 0;
            for (value, (ink, thick)) in bar.lengths.iter().zip(STYLES) {
                let long = value * u64::from(WIDTH - FIGURES) / longest;
                let long = i32::try_from(long).unwrap_or(i32::MAX).max(2);
                sheet.fill((0, top), (long, thick), ink, 1.0)?;
                end = end.max(long);
                top += thick;
            }
            let figures = fitting(&bar.figures, FIGURES);
            sheet.write(&figures, (end + 8, middle), Align::Left)?;
            y += self::tall(bar);
        }
        Ok(())
    })
}

fn thick(bar: &Bar) -> i32 {
    STYLES
        .iter()
        .take(bar.lengths.len())
        .map(|(_, thick)| thick)
        .sum()
}

fn tall(bar: &Bar) -> i32 {
    (NAME + GAP).cast_signed() + thick(bar)
}
