//! What a chart shows, as figures and words. How it is drawn is decided where it can be.

/// A drawing of figures that stand in a grid as well.
#[derive(Debug, Clone)]
pub(in crate::report) struct Chart {
    /// What it shows, in a sentence, for those who do not see it.
    pub(in crate::report) alternative: String,
    pub(in crate::report) shape: Shape,
}

/// The kinds of charts.
#[derive(Debug, Clone)]
pub(in crate::report) enum Shape {
    Map(Map),
    Bars(Bars),
}

/// Counts in rows under heads.
#[derive(Debug, Clone)]
pub(in crate::report) struct Map {
    pub(in crate::report) heads: Vec<String>,
    /// Each with its name and its counts.
    pub(in crate::report) rows: Vec<(String, Vec<usize>)>,
    pub(in crate::report) mark: Mark,
}

/// How a cell of a map shows its count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Mark {
    /// Filled stronger, the higher it is.
    Heat,
    /// A disc where something was found, a ring where nothing was.
    Found,
}

/// Bars, each to the scale of the whole or of the longest among them.
#[derive(Debug, Clone)]
pub(in crate::report) struct Bars {
    pub(in crate::report) bars: Vec<Bar>,
    /// What they are parts of; zero where that is nothing.
    pub(in crate::report) whole: u64,
}

/// Something that is measured, in one way or in two that are held against each other.
#[derive(Debug, Clone)]
pub(in crate::report) struct Bar {
    pub(in crate::report) name: String,
    pub(in crate::report) lengths: Vec<u64>,
    /// The lengths in words.
    pub(in crate::report) figures: String,
}
