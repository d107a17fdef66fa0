//! Who may read what a host keeps on disk: its own account, unless somebody opened it to others.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use super::program::until;
use super::stage::{Host, Stage};

/// What may be done with it by whom.
fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").mode() & 0o777
}

fn open_to(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("ours");
}

/// The journal and the saved session.
fn files(stage: &Stage, host: &Host) -> [PathBuf; 2] {
    ["journal", "session"].map(|key| stage.path(host.word(key)))
}

/// Does something after which both files, or the second alone, are others of the same name.
fn replaced(files: &[PathBuf], act: impl FnOnce()) {
    let number = |path: &PathBuf| fs::metadata(path).map(|found| found.ino()).ok();
    let before: Vec<_> = files.iter().map(number).collect();
    act();
    for (file, before) in files.iter().zip(before) {
        until("the file was replaced", || {
            let now = number(file);
            now.is_some() && now != before
        });
    }
}

/// From the start, over a step that closes and a crash, to the end.
fn is_the_owners_alone(anonymity: &str) {
    let stage = Stage::new();
    let host = stage.host(&["writing.yaml", "--anonymity", anonymity]);
    let [journal, saved] = files(&stage, &host);
    let sessions = stage.path("sessions");
    assert_eq!([mode(&sessions), mode(&journal)], [0o700, 0o600]);
    let mut facilitator = stage.facilitator(&host);
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["Wat er staat."]);
    person.has_seen("saved", 1);
    // Of an anonymous session the closing step replaces the journal as well.
    let both = [saved.clone(), journal.clone()];
    let those = if anonymity == "anonymous" { 2 } else { 1 };
    replaced(&both[..those], || {
        facilitator.types(["/next"]);
        facilitator.sees("step share");
    });
    assert_eq!([mode(&saved), mode(&journal)], [0o600, 0o600]);

    let opening = host.after_a_kill();
    let mut torn = fs::read(&journal).expect("a journal");
    torn.extend_from_slice(b"{\"seq\":99");
    fs::write(&journal, torn).expect("ours");
    let host = stage.resume(&opening, opening["journal"].as_str().expect("a path"));
    facilitator.sees("back");
    assert_eq!(mode(&journal.with_extension("torn")), 0o600);

    // Whoever opens them to others on purpose finds them open.
    open_to(&saved, 0o644);
    open_to(&journal, 0o640);
    open_to(&sessions, 0o755);
    replaced(&both[..those], || {
        facilitator.types(["/next"]);
        facilitator.sees("step close");
    });
    host.stops("TERM");
    let modes = [&sessions, &saved, &journal].map(|path| mode(path));
    assert_eq!(modes, [0o755, 0o644, 0o640]);
}

#[test]
fn what_a_session_keeps_can_be_read_by_its_own_account_alone_unless_somebody_opens_it() {
    is_the_owners_alone("pseudonymous");
}

#[test]
fn what_an_anonymous_session_keeps_can_be_read_by_its_own_account_alone_as_well() {
    is_the_owners_alone("anonymous");
}

#[test]
fn a_journal_that_is_made_again_in_a_folder_that_was_gone_is_its_own_accounts_alone() {
    let stage = Stage::new();
    let host = stage.writing();
    let [journal, _] = files(&stage, &host);
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["voor"]);
    person.has_seen("saved", 1);
    fs::remove_dir_all(stage.path("sessions")).expect("ours");
    person.types(["tijdens"]);
    person.sees("saved n0002 tijdens");
    assert_eq!(mode(&stage.path("sessions")), 0o700);
    assert_eq!(mode(&journal), 0o600);
    host.stops("TERM");
}

/// A report is for whoever it was made for, and lies where they said.
#[test]
fn a_report_is_an_ordinary_file_and_stays_as_open_as_it_was_made() {
    let stage = Stage::new();
    let host = stage.writing();
    let (opening, _) = host.stops("TERM");
    let session = opening["session"].as_str().expect("a path");
    let report = stage.path("report.md");
    let reported = || {
        let ended = stage.run(&["report", session, "--output", "report.md"]);
        assert_eq!(ended.code, Some(0), "{}", ended.transcript());
        mode(&report)
    };
    assert_eq!(reported(), 0o644);
    open_to(&report, 0o600);
    assert_eq!(reported(), 0o600);
}
