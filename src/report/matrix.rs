//! Counts along two axes, in the order of the axes and with every zero. It counts nothing by itself.

use serde::{Serialize, Serializer};

use crate::id::ThemeId;
use crate::workshop::entry::Place;

/// Where a contribution stands in the theme tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Under this theme.
    Theme(ThemeId),
    /// Under none of the themes, by choice.
    None,
    /// Not put anywhere.
    Unplaced,
}

impl Row {
    /// The id as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Theme(theme) => theme.as_str(),
            Self::None => Place::NONE,
            Self::Unplaced => "unplaced",
        }
    }
}

impl From<&Place> for Row {
    fn from(place: &Place) -> Self {
        match place {
            Place::Theme(theme) => Self::Theme(theme.clone()),
            Place::None => Self::None,
        }
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A map that keeps its own order; written as a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ordered<K, V>(pub Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Ordered<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Values by row and column; written as a map of maps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix<R, C, V> {
    rows: Vec<R>,
    columns: Vec<C>,
    cells: Vec<Vec<V>>,
}

impl<R: PartialEq, C: PartialEq, V: Clone + Default> Matrix<R, C, V> {
    pub(super) fn new(rows: Vec<R>, columns: Vec<C>) -> Self {
        let cells = vec![vec![V::default(); columns.len()]; rows.len()];
        Self {
            rows,
            columns,
            cells,
        }
    }

    /// The matrix with this in each cell, by the places of its row and column.
    pub(super) fn filled(rows: Vec<R>, columns: Vec<C>, cell: impl Fn(usize, usize) -> V) -> Self {
        let cells = (0..rows.len())
            .map(|row| (0..columns.len()).map(|column| cell(row, column)).collect())
            .collect();
        Self {
            rows,
            columns,
            cells,
        }
    }

    /// The cell to count in; none when the row or the column is not on its axis.
    pub(super) fn cell_mut(&mut self, row: &R, column: &C) -> Option<&mut V> {
        let row = self.rows.iter().position(|known| known == row)?;
        let column = self.columns.iter().position(|known| known == column)?;
        self.cells.get_mut(row)?.get_mut(column)
    }
}

impl<R, C, V> Matrix<R, C, V> {
    /// The same matrix with something made of every cell.
    pub(super) fn map<W>(self, make: impl Fn(V) -> W) -> Matrix<R, C, W> {
        let cells = self.cells.into_iter();
        Matrix {
            cells: cells
                .map(|row| row.into_iter().map(&make).collect())
                .collect(),
            rows: self.rows,
            columns: self.columns,
        }
    }

    /// What the columns are.
    #[must_use]
    pub fn columns(&self) -> &[C] {
        &self.columns
    }

    /// The rows, each with its cells in the order of the columns.
    pub fn rows(&self) -> impl Iterator<Item = (&R, &[V])> {
        self.rows.iter().zip(self.cells.iter().map(Vec::as_slice))
    }
}

impl<R, C, V> Matrix<R, C, Option<V>> {
    /// Empties the cells for which this holds.
    pub(super) fn blank(&mut self, is_blank: impl Fn(&R, &C) -> bool) {
        for (row, cells) in self.rows.iter().zip(&mut self.cells) {
            for (column, cell) in self.columns.iter().zip(cells) {
                if is_blank(row, column) {
                    *cell = None;
                }
            }
        }
    }
}

impl<R: Serialize, C: Serialize, V: Serialize> Serialize for Matrix<R, C, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.rows()
                .map(|(row, cells)| (row, Ordered(self.columns.iter().zip(cells).collect()))),
        )
    }
}
