//! The files halte ships, embedded so that one binary is complete. Nothing in here reads the disk.

use std::sync::OnceLock;

use super::{Content, ContentError, Shelves};
use crate::id::ScenarioId;

macro_rules! embedded {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_str!(concat!("../../", $path)))),+]
    };
}

/// Path and text of every file, in the order in which their items are listed.
const FILES: &[(&str, &str)] = embedded![
    "src/content/scenarios.yaml",
    "src/content/themes.yaml",
    "src/content/cards.yaml",
    "src/content/cases.yaml",
    "src/content/closing.yaml",
    "src/content/scripts.yaml",
    "src/content/presets.yaml",
    "personas/process-operator.yaml",
    "personas/retrained-craftsman.yaml",
    "personas/packer-new-language.yaml",
    "personas/stitcher.yaml",
    "personas/sheltered-worker.yaml",
    "personas/young-printer.yaml",
    "personas/team-member.yaml",
    "personas/work-preparer.yaml",
    "personas/maintenance-technician.yaml",
    "personas/production-manager.yaml",
    "personas/hr-manager.yaml",
    "personas/sme-owner.yaml",
    "personas/it-analyst.yaml",
    "personas/worker-representative.yaml",
    "personas/order-clerk.yaml",
    "personas/mentor.yaml",
];

/// What simulated participants type, one file per scenario.
const STATEMENTS: &[(&str, &str)] = embedded![
    "src/content/statements/synergy.yaml",
    "src/content/statements/inefficiency.yaml",
    "src/content/statements/takeover.yaml",
    "src/content/statements/status-quo.yaml",
];

pub(super) fn content() -> &'static Result<Content, ContentError> {
    static CONTENT: OnceLock<Result<Content, ContentError>> = OnceLock::new();
    CONTENT.get_or_init(|| {
        let mut shelves = Shelves::default();
        for (path, text) in FILES {
            let path = (*path).to_owned();
            shelves
                .take(&path, text)
                .map_err(|error| ContentError { path, error })?;
        }
        Content::on(shelves).map_err(|error| ContentError {
            path: "src/content".to_owned(),
            error,
        })
    })
}

pub(super) fn statements(scenario: &ScenarioId) -> Option<(&'static str, &'static str)> {
    let file = format!("/{scenario}.yaml");
    STATEMENTS
        .iter()
        .find(|(path, _)| path.ends_with(&file))
        .copied()
}
