//! A disk that refuses the journal of an anonymous session at the moment a step closes, when it is replaced whole.

use std::fs;
use std::path::PathBuf;

use super::super::program::Program;
use super::super::stage::{Host, Stage};
use super::library;

/// A system that puts nothing on the disk by `fsync` while the file is there: of files, or of folders alone. What is
/// appended comes on the disk by another way, and is taken.
fn refusing(stage: &Stage, is_folder: bool) -> String {
    let code = format!(
        "#define _GNU_SOURCE\n#include <errno.h>\n#include <sys/stat.h>\n#include <sys/syscall.h>\n\
         #include <unistd.h>\n\
         int fsync(int f) {{\n struct stat s;\n \
         if (access(\"{}\", F_OK) == 0 && fstat(f, &s) == 0 && !!S_ISDIR(s.st_mode) == {}) {{ errno = EIO; return -1; }}\n \
         return syscall(SYS_fsync, f);\n}}\n",
        stage.path("refuses").display(),
        i32::from(is_folder)
    );
    let library = library(stage, "fsync", &code);
    library.to_str().expect("UTF-8").to_owned()
}

fn no_step_closes_before_the_disk_has_it(is_folder: bool) {
    let stage = Stage::new();
    let mut command = stage.halte();
    command.env("LD_PRELOAD", refusing(&stage, is_folder));
    command.args(["host", "--headless", "writing.yaml"]);
    command.args(["--anonymity", "anonymous", "--listen", "127.0.0.1:0"]);
    let host = Host::started(Program::start("the host", &mut command));
    let journal = host.word("journal").to_owned();
    let mut facilitator = stage.facilitator(&host);
    let mut person = stage.join(&host, "a person", &[]);
    person.types(["Wat er schort."]);
    person.has_seen("saved", 1);
    let before = fs::read(stage.path(&journal)).expect("a journal");

    fs::write(stage.path("refuses"), "").expect("ours");
    facilitator.types(["/next"]);
    facilitator.sees("refused read-only");
    person.sees("read-only");
    for one in [&facilitator, &person] {
        assert!(one.said("step share").is_empty(), "nothing has it yet");
    }
    // What has the name now is a whole journal: the earlier one, or where only the name was refused, the next one.
    let now = fs::read(stage.path(&journal)).expect("a journal");
    assert!(is_folder || now.starts_with(&before));
    let read = halte::journal::read(&now).expect("no damage");
    let workshop = halte::workshop::Workshop::replay(&read.records).expect("a workshop");
    assert_eq!(workshop.contributions().len(), 1);

    fs::remove_file(stage.path("refuses")).expect("ours");
    facilitator.sees("read-write");
    facilitator.types(["/next"]);
    facilitator.sees("step share");
    person.sees("step share");
    let (opening, _) = host.stops("TERM");
    let checked = stage.run(&["check", "--anonymity", "--lang", "en", &journal]);
    assert_eq!(checked.code, Some(0), "{}", checked.transcript());
    let read = fs::read(stage.path(&journal)).expect("a journal");
    let records = halte::journal::read(&read).expect("whole").records;
    let workshop = halte::workshop::Workshop::replay(&records).expect("a workshop");
    assert_eq!(workshop.contributions().len(), 1);
    // It moved on once, and nothing that was tried in vain lies about.
    assert_eq!(workshop.timeline().len(), 2);
    let mut left: Vec<PathBuf> = fs::read_dir(stage.path("sessions"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    left.sort();
    let ours = ["journal", "session"].map(|key| stage.path(opening[key].as_str().expect("a path")));
    assert_eq!(left, ours);
}

#[test]
fn no_anonymous_step_closes_before_the_disk_has_said_that_it_has_the_journal_without_names() {
    no_step_closes_before_the_disk_has_it(false);
}

#[test]
fn no_anonymous_step_closes_before_the_disk_has_said_that_it_has_the_name_of_that_journal() {
    no_step_closes_before_the_disk_has_it(true);
}
