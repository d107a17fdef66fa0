//! The command line as its users meet it: the program itself, in a folder of its own.

mod anonymity;
mod campaign;
mod check;
mod classify;
mod compare;
mod doctor;
mod help;
mod machine;
mod new;
mod privacy;
mod redact;
mod replay;
mod report;
mod review;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

/// How long a command may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_mins(2);

/// A folder with a home of its own, where commands are typed.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a command said and how it ended.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("home")).expect("a home");
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("readable")
    }

    /// The program, in this folder and with nothing of the caller's surroundings.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_halte"));
        let home = self.path("home");
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", &home)
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("LANG", "C.UTF-8")
            .timeout(PATIENCE);
        command
    }

    fn halte(&self, arguments: &[&str]) -> Told {
        Told::of(self.command().args(arguments))
    }

    /// A command that has to succeed and be silent on stderr: what it printed.
    fn out(&self, arguments: &[&str]) -> String {
        let told = self.halte(arguments);
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{arguments:?}");
        told.out
    }

    /// A command that has to fail with one line on stderr and nothing on stdout: that line.
    fn fails(&self, code: i32, arguments: &[&str]) -> String {
        let told = self.halte(arguments);
        assert_eq!((told.code, told.out.as_str()), (code, ""), "{told:?}");
        assert_eq!(told.err.lines().count(), 1, "{told:?}");
        let line = told.err.strip_prefix("halte: ").expect("our prefix");
        line.trim_end().to_owned()
    }
}

impl Told {
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self {
            code: output.status.code().expect("it ended by itself"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

pub(crate) fn repository(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The files of a short rehearsed workshop, played once for all tests.
pub(crate) struct Rehearsed {
    pub(crate) journal: Vec<u8>,
    pub(crate) saved: String,
    /// The report that was printed at the end.
    report: String,
}

/// The name of the rehearsed session's files, without their endings.
const NAME: &str = "sessions/rehearsed";

pub(crate) fn rehearsed() -> &'static Rehearsed {
    static REHEARSED: OnceLock<Rehearsed> = OnceLock::new();
    REHEARSED.get_or_init(|| {
        let desk = Desk::new();
        let plan = [
            "new",
            "-q",
            "plan.yaml",
            "--lang",
            "en",
            "--preset",
            "short",
            "--personas",
            "4",
            "--scenarios",
            "synergy,takeover",
        ];
        desk.out(&plan);
        let told = desk.halte(&[
            "rehearse",
            "plan.yaml",
            "--participants",
            "6",
            "--seed",
            "1",
        ]);
        assert_eq!(told.code, 0, "{told:?}");
        let (_, saved) = told.err.trim_end().split_once("sessions/").expect("where");
        let saved = desk.path("sessions").join(saved);
        Rehearsed {
            journal: fs::read(saved.with_extension("journal")).expect("a journal"),
            saved: fs::read_to_string(saved).expect("a saved session"),
            report: told.out,
        }
    })
}

/// A desk with the rehearsed session in `sessions`.
fn desk_with_a_session() -> Desk {
    let desk = Desk::new();
    let rehearsed = rehearsed();
    desk.write(&format!("{NAME}.yaml"), &rehearsed.saved);
    desk.write(&format!("{NAME}.journal"), &rehearsed.journal);
    desk
}
