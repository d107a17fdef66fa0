//! That something was taken out of a record after the workshop. What is taken out, and how, is the business of
//! `privacy`; here it is only kept with the record, so that whoever reads it knows.

use serde::{Deserialize, Serialize};

use crate::moment::Moment;
use crate::text::Label;
use crate::vocabulary::Removable;

/// What was taken out, when and by which version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redaction {
    /// When.
    pub at: Moment,
    /// The version of halte that did it.
    pub version: Label,
    /// What kinds of things were looked for and taken out.
    pub removed: Vec<Removable>,
}
