//! How far a seat has read, and whether what it hears follows from there. Pure: whoever sends and receives is
//! elsewhere, so that a simulation can read along. It never folds a record.

use serde::Deserialize;

use crate::id::ParticipantId;
use crate::moment::Moment;
use crate::wire::Welcome;
use crate::workshop::proceedings::View;
use crate::workshop::sight::Viewer;
use crate::workshop::{Record, Seq, Workshop};

/// The last record a seat has, and whose seat it is; nothing until the first view, or when a fresh one is needed.
#[derive(Debug, Clone, Default)]
pub struct Bookmark {
    cursor: Option<Seq>,
    /// When the journal was begun that the cursor counts in.
    begun: Option<Moment>,
    you: Option<ParticipantId>,
}

/// What a welcome brings.
#[derive(Debug)]
pub enum News {
    /// The workshop as the seat may see it, in place of whatever it had.
    View(Box<Workshop>),
    /// What happened since.
    Records(Vec<Record>),
}

/// What was heard fits neither what the seat has nor itself; a fresh view mends that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Misfit(pub &'static str);

impl Bookmark {
    /// From where to go on; nothing asks for a fresh view.
    #[must_use]
    pub const fn since(&self) -> Option<Seq> {
        self.cursor
    }

    /// Which journal that place is in.
    #[must_use]
    pub const fn begun(&self) -> Option<Moment> {
        self.begun
    }

    /// Gives up the place: the next welcome has to bring a view.
    pub const fn lose(&mut self) {
        self.cursor = None;
    }

    /// Takes in a welcome, which brings a fresh view or the records since the last one.
    ///
    /// # Errors
    /// When it does not follow; the place is then as it was.
    pub fn welcomed(&mut self, welcome: &Welcome) -> Result<News, Misfit> {
        let news = self.news(welcome)?;
        self.cursor = Some(welcome.seq);
        self.begun = welcome.begun;
        self.you = Some(welcome.you);
        Ok(news)
    }

    fn news(&self, welcome: &Welcome) -> Result<News, Misfit> {
        let viewer = Viewer {
            seat: welcome.you,
            role: welcome.role,
        };
        if let Some(view) = &welcome.view {
            return match View::deserialize(view) {
                Ok(View { plan, proceedings }) => {
                    let workshop = proceedings.into_workshop(plan, Some(viewer));
                    Ok(News::View(Box::new(workshop)))
                }
                Err(error) => {
                    tracing::warn!(%error, "a view cannot be read");
                    Err(Misfit("a view that cannot be read"))
                }
            };
        }
        let (Some(records), Some(cursor)) = (&welcome.records, self.cursor) else {
            return Err(Misfit("a welcome without a view"));
        };
        let starts_after = records.first().is_none_or(|first| first.seq > cursor);
        let ends_before = records.last().is_none_or(|last| last.seq <= welcome.seq);
        if self.you == Some(viewer.seat)
            && welcome.seq >= cursor
            && starts_after
            && is_ordered(records)
            && ends_before
        {
            Ok(News::Records(records.clone()))
        } else {
            Err(Misfit("records that do not follow"))
        }
    }

    /// The records that are new, and moves the place behind them; `None` when they are not in order.
    pub fn fresh(&mut self, through: Seq, records: Vec<Record>) -> Option<Vec<Record>> {
        let cursor = self.cursor?;
        let last = records.last().map_or(0, |record| record.seq);
        if !is_ordered(&records) || last > through {
            return None;
        }
        self.cursor = Some(cursor.max(through));
        Some(
            records
                .into_iter()
                .filter(|record| record.seq > cursor)
                .collect(),
        )
    }
}

fn is_ordered(records: &[Record]) -> bool {
    records.is_sorted_by(|left, right| left.seq < right.seq)
}
