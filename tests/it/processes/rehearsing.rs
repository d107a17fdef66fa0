//! `halte rehearse`: a whole workshop at one command.

use std::fs;

use super::program::{Program, until};
use super::stage::{Host, Stage, holds};

#[test]
fn a_rehearsal_is_saved_like_any_other_session_and_shows_its_report() {
    let stage = Stage::new();
    let plan = stage.run(&["new", "short.yaml", "--preset", "short"]);
    assert_eq!(plan.code, Some(0));
    let played = stage.run(&[
        "rehearse",
        "short.yaml",
        "--participants",
        "4",
        "--lang",
        "en",
    ]);
    assert_eq!(played.code, Some(0), "{}", played.transcript());
    let path = played
        .err
        .iter()
        .find_map(|line| line.strip_prefix("Saved in "))
        .expect("where it was saved");
    assert!(stage.path(path).is_file(), "{path}");
    // What is printed is the report of what was saved.
    let report = stage.run(&["report", path, "--lang", "en"]);
    assert_eq!(played.out, report.out);
    assert!(report.out.len() > 20);
    let checked = stage.run(&["check", path, &path.replace(".yaml", ".journal")]);
    assert_eq!(checked.code, Some(0), "{}", checked.transcript());
    assert_eq!(checked.out.len(), 2);
}

#[test]
fn a_rehearsal_that_is_interrupted_can_be_gone_on_with() {
    let stage = Stage::new();
    let mut command = stage.halte();
    command.args(["rehearse", "writing.yaml", "--participants", "8"]);
    let rehearsal = Program::start("the rehearsal", &mut command);
    let journal = || {
        let entries = fs::read_dir(stage.path("sessions")).ok()?;
        entries
            .map(|entry| entry.expect("readable").path())
            .find(|path| path.extension().is_some_and(|ending| ending == "journal"))
    };
    until("somebody wrote", || {
        journal().is_some_and(|journal| holds(&journal, "contribution-added"))
    });
    rehearsal.signal("INT");
    let ended = rehearsal.ends();
    assert_eq!(ended.code, Some(130), "{}", ended.transcript());
    assert_eq!(ended.out, [""; 0]);

    let journal = journal().expect("it is there");
    let host: Host = stage.host(&["--resume", journal.to_str().unwrap()]);
    let (_, ended) = host.stops("TERM");
    assert!(
        !ended.out[1].contains(r#""contributions":0"#),
        "{}",
        ended.out[1]
    );
}
