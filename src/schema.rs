//! The published JSON Schemas (draft 2020-12) of what halte reads and writes, so that an editor completes and checks a
//! plan and a program knows what a report holds. They are files; tests hold them against the types and against real
//! plans, sessions and reports.

/// What a plan may hold. What a schema cannot say, such as that a step names a scenario of the plan, `halte check` does.
pub const PLAN: &str = include_str!("schema/plan.json");
/// What a saved session holds.
pub const SESSION: &str = include_str!("schema/session.json");
/// What the report for machines holds.
pub const REPORT: &str = include_str!("schema/report.json");
/// What the comparison for machines holds.
pub const COMPARISON: &str = include_str!("schema/comparison.json");
