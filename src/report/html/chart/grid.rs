//! A chart of rows and columns: counts as a heat map, or what was found where as filled discs. The number stands in
//! every cell, and so does every zero.

use super::{
    Align, ChartError, Drawing, Drawn, Ink, LETTER, Sheet, WIDTH, draw, fitting, lines, units,
};
use crate::report::table::chart::{Map, Mark};

const NAME: u32 = 26;
const CELL: u32 = 36;
const GAP: u32 = 10;

/// A head has so many lines at most.
const LINES: usize = 3;

/// Narrower columns would not hold their head.
const NARROWEST: u32 = 130;

/// The strongest a cell is filled: letters still read on it, on light paper and on dark.
const STRONGEST: f64 = 0.5;

/// Draws it.
pub(super) fn drawn(grid: &Map) -> Result<Drawn, ChartError> {
    let columns = u32::try_from(grid.heads.len().max(1)).unwrap_or(1);
    let width = WIDTH.max(columns * NARROWEST);
    let rows = u32::try_from(grid.rows.len()).unwrap_or(0);
    let column = width / columns;
    let heads = grid.heads.iter().map(|head| lines(head, column, LINES));
    let heads: Vec<Vec<String>> = heads.collect();
    let tall = heads.iter().map(Vec::len).max().unwrap_or(0);
    let tall = u32::try_from(tall).unwrap_or(0) * LETTER + GAP;
    let height = tall + rows * (NAME + CELL + GAP);
    draw((width, height), |sheet| {
        for (index, head) in heads.iter().enumerate() {
            write_head(sheet, head, middle_of(index, column))?;
        }
        let most = grid.rows.iter().flat_map(|(_, counts)| counts).max();
        let most = most.copied().unwrap_or(0);
        for (index, (name, counts)) in grid.rows.iter().enumerate() {
            let top = units(index) * (NAME + CELL + GAP).cast_signed() + tall.cast_signed();
            let text = fitting(name, width);
            sheet.write(&text, (0, top + (NAME / 2).cast_signed()), Align::Left)?;
            for (index, count) in counts.iter().enumerate() {
                let corner = (
                    units(index) * column.cast_signed(),
                    top + NAME.cast_signed(),
                );
                cell(sheet, grid.mark, corner, column, (*count, most))?;
            }
        }
        Ok(())
    })
}

fn write_head(sheet: &Sheet<'_>, head: &[String], middle: i32) -> Drawing {
    let mut y = LETTER.cast_signed() / 2;
    for line in head {
        sheet.write(line, (middle, y), Align::Middle)?;
        y += LETTER.cast_signed();
    }
    Ok(())
}

fn middle_of(index: usize, column: u32) -> i32 {
    units(index) * column.cast_signed() + (column / 2).cast_signed()
}

fn cell(
    sheet: &Sheet<'_>,
    mark: Mark,
    (x, y): (i32, i32),
    column: u32,
    (count, most): (usize, usize),
) -> Drawing {
    let (width, height) = ((column - 4).cast_signed(), CELL.cast_signed());
    let middle = (x + width / 2, y + height / 2);
    let strength = STRONGEST * f64::from(units(count)) / f64::from(units(most.max(1)));
    match mark {
        Mark::Heat => {
            sheet.outline((x, y), (width, height))?;
            if count > 0 {
                sheet.fill((x, y), (width, height), Ink::First, strength)?;
            }
        }
        Mark::Found if count > 0 => {
            sheet.disc(middle, (CELL / 2).cast_signed(), Ink::First, STRONGEST)?;
        }
        Mark::Found => sheet.ring(middle, (CELL / 2).cast_signed())?,
    }
    sheet.write(&count.to_string(), middle, Align::Middle)
}
