//! The terminal itself: whatever ends the screens, it is given back as it was. Real processes in a pseudo-terminal;
//! what the screens show is tested elsewhere.

mod moments;
mod pseudo;

use portable_pty::CommandBuilder;
use vt100::MouseProtocolMode;

use crate::processes::program::until;
use pseudo::Terminal;

/// Tells the child of a test that it is one.
const CHILD: &str = "HALTE_TEST_CHILD";

/// A host that ends with the test, however that ends.
struct Host(std::process::Child);

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn leaving_the_screens_leaves_a_clean_terminal() {
    let home = tempfile::tempdir().expect("a home");
    let mut terminal = Terminal::halte(&["host", "--listen", "127.0.0.1:0"], home.path());
    terminal.sees("1/");
    terminal.until("taken", |screen| {
        screen.alternate_screen() && screen.bracketed_paste()
    });
    terminal.types("q");
    terminal.sees("Zeker?");
    terminal.types("\r");
    let (contents, code) = terminal.ends_clean();
    assert_eq!(code, 0, "{contents}");
    assert!(contents.contains("sessions/"), "{contents}");
}

#[test]
fn a_host_told_to_terminate_leaves_a_clean_terminal_and_a_whole_journal() {
    let home = tempfile::tempdir().expect("a home");
    let mut terminal = Terminal::halte(&["host", "--listen", "127.0.0.1:0"], home.path());
    terminal.sees("1/");
    terminal.signal("TERM");
    let (contents, _) = terminal.ends_clean();
    assert!(contents.contains("sessions/"), "{contents}");
    let check = std::process::Command::new(env!("CARGO_BIN_EXE_halte"))
        .args(["check", "sessions"])
        .current_dir(home.path())
        .output()
        .expect("a check");
    assert!(check.status.success(), "{check:?}");
}

#[test]
fn a_host_whose_screens_are_killed_is_where_it_was_when_it_is_resumed() {
    let home = tempfile::tempdir().expect("a home");
    let mut terminal = Terminal::halte(&["host", "--listen", "127.0.0.1:0"], home.path());
    terminal.sees("1/");
    for step in ["2/", "3/", "4/"] {
        terminal.types("n");
        terminal.sees("n: meteen");
        terminal.types("n");
        terminal.sees(step);
    }
    terminal.dies("KILL");
    let files = std::fs::read_dir(home.path().join("sessions")).expect("sessions");
    let mut paths = files.map(|file| file.expect("a file").path());
    let is_journal =
        |path: &std::path::PathBuf| path.extension().is_some_and(|ending| ending == "journal");
    let journal = paths.find(is_journal).expect("a journal");
    let journal = journal.to_str().expect("a path");
    let arguments = ["host", "--resume", journal, "--listen", "127.0.0.1:0"];
    let mut terminal = Terminal::halte(&arguments, home.path());
    terminal.sees("4/");
    terminal.types("q\r");
    let (contents, code) = terminal.ends_clean();
    assert_eq!(code, 0, "{contents}");
}

#[test]
fn a_workshop_whose_first_step_is_not_over_is_there_to_go_on_with_from_the_start() {
    let home = tempfile::tempdir().expect("a home");
    let plan = "schema: halte/1\ntitle: De eerste stap\npreset: short\n";
    std::fs::write(home.path().join("plan.yaml"), plan).expect("a plan");
    let arguments = ["host", "plan.yaml", "--listen", "127.0.0.1:0"];
    let mut terminal = Terminal::halte(&arguments, home.path());
    terminal.sees("1/");
    terminal.dies("KILL");
    let mut terminal = Terminal::halte(&[], home.path());
    terminal.sees("Verdergaan met een workshop");
    terminal.types("\u{1b}[B\u{1b}[B\r");
    terminal.sees("De eerste stap");
    terminal.types("\r");
    terminal.sees("1/");
    terminal.types("q\r");
    let (contents, code) = terminal.ends_clean();
    assert_eq!(code, 0, "{contents}");
}

#[test]
fn a_panic_leaves_a_clean_terminal_and_says_what_it_was() {
    if std::env::var_os(CHILD).is_some() {
        let _tty = halte::tui::tty::Tty::take(|| Ok(())).expect("a terminal");
        panic!("something that should not be");
    }
    let home = tempfile::tempdir().expect("a home");
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this program"));
    command.args([
        "--exact",
        "terminal::a_panic_leaves_a_clean_terminal_and_says_what_it_was",
        "--nocapture",
    ]);
    command.env(CHILD, "1");
    let (contents, code) = Terminal::start(command, home.path()).ends_clean();
    assert!(
        contents.contains("something that should not be"),
        "{contents}"
    );
    assert_ne!(code, 0);
}

#[test]
fn a_suspended_program_gives_the_terminal_to_the_shell_and_takes_it_again() {
    let home = tempfile::tempdir().expect("a home");
    let mut command = CommandBuilder::new("bash");
    command.args(["--norc", "--noprofile", "-i"]);
    command.env("PS1", "shell> ");
    let mut terminal = Terminal::start(command, home.path());
    terminal.sees("shell>");
    let program = env!("CARGO_BIN_EXE_halte");
    terminal.types(&format!("{program} host --listen 127.0.0.1:0\r"));
    terminal.until("the screens", |screen| {
        screen.alternate_screen() && screen.contents().contains("1/")
    });
    terminal.types("\u{1a}");
    terminal.until("the shell", |screen| {
        is_given_back_but_for_paste(screen) && screen.contents().contains("Stopped")
    });
    terminal.types("fg\r");
    terminal.until("the screens again", |screen| {
        screen.alternate_screen() && screen.contents().contains("1/")
    });
    terminal.types("q\r");
    terminal.until("the shell at the end", |screen| {
        is_given_back_but_for_paste(screen) && screen.contents().contains("sessions/")
    });
    terminal.types("exit\r");
    terminal.ends_clean();
}

#[test]
fn whoever_joins_is_told_what_is_recorded_before_they_take_a_seat() {
    let home = tempfile::tempdir().expect("a home");
    let plan = "schema: halte/1\ntitle: Proef\nanonymity: named\npreset: short\n";
    std::fs::write(home.path().join("plan.yaml"), plan).expect("a plan");
    let host = std::process::Command::new(env!("CARGO_BIN_EXE_halte"))
        .args(["host", "plan.yaml", "--headless", "--listen", "127.0.0.1:0"])
        .current_dir(home.path())
        .env("HOME", home.path())
        .env("XDG_STATE_HOME", home.path().join("host"))
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("a host");
    let mut host = Host(host);
    let mut opening = String::new();
    let output = host.0.stdout.take().expect("its output");
    std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut opening)
        .expect("a line");
    let opening: serde_json::Value = serde_json::from_str(&opening).expect("an opening");
    let link = opening["link"].as_str().expect("a link");

    let mut terminal = Terminal::halte(&["join", link], home.path());
    terminal.sees("Ook de anderen zien je naam");
    terminal.types("\rJo\r");
    terminal.sees("Jo");
    terminal.types("\u{13}");
    terminal.sees("Welkom");
    terminal.types("q\r");
    let (contents, code) = terminal.ends_clean();
    assert_eq!(code, 0, "{contents}");

    // Their seat is theirs still: nobody asks again.
    let mut terminal = Terminal::halte(&["join", link], home.path());
    terminal.sees("Welkom");
    terminal.types("q\r");
    terminal.ends_clean();
}

#[test]
fn a_film_opens_steps_and_leaves_a_clean_terminal() {
    let home = tempfile::tempdir().expect("a home");
    let rehearsed = crate::cli::rehearsed();
    std::fs::write(home.path().join("a.journal"), &rehearsed.journal).expect("a journal");
    std::fs::write(home.path().join("a.yaml"), &rehearsed.saved).expect("a session");
    // The saved session means the journal beside it.
    let mut terminal = Terminal::halte(&["replay", "a.yaml", "--speed", "1"], home.path());
    terminal.sees(" UTC · 1×");
    // A step, which pauses wherever the film is by now; then Home, and three steps more.
    terminal.types(".\u{1b}[H...");
    terminal.sees("‖ regel 4/");
    terminal.types("q");
    let (contents, code) = terminal.ends_clean();
    assert_eq!((code, contents.trim()), (0, ""));
}

#[test]
fn a_film_of_a_torn_journal_says_so_and_ends_when_it_is_told_to() {
    let home = tempfile::tempdir().expect("a home");
    let journal = &crate::cli::rehearsed().journal;
    let torn = &journal[..journal.len() - 9];
    std::fs::write(home.path().join("a.journal"), torn).expect("a journal");
    let mut terminal = Terminal::halte(&["replay", "a.journal", "--speed", "1"], home.path());
    terminal.sees(" UTC · 1×");
    terminal.types("\u{1b}[F");
    terminal.sees("hier breekt het logboek af");
    terminal.signal("TERM");
    let (contents, code) = terminal.ends_clean();
    assert_eq!((code, contents.trim()), (0, ""));
    let left = std::fs::read(home.path().join("a.journal")).expect("a journal");
    assert_eq!(left, torn);
}

/// The shell itself asks for bracketed paste at its prompt.
fn is_given_back_but_for_paste(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen() && screen.mouse_protocol_mode() == MouseProtocolMode::None
}

#[test]
fn the_review_opens_on_a_damaged_file_sees_what_is_saved_meanwhile_and_leaves_clean() {
    let home = tempfile::tempdir().expect("a home");
    let sessions = home.path().join("sessions");
    std::fs::create_dir(&sessions).expect("a folder");
    std::fs::write(
        sessions.join("kapot\u{1b}]0;weg\u{7}.yaml"),
        "schema: halte/1\nopened_at: x\n",
    )
    .expect("written");
    let mut terminal = Terminal::halte(&["review", "--lang", "nl"], home.path());
    terminal.sees("1 niet te lezen");
    let saved = crate::cli::rehearsed();
    std::fs::write(sessions.join("nieuw.yaml"), &saved.saved).expect("saved");
    terminal.sees("2 van 2 gelezen");
    terminal.types("\r");
    terminal.sees("Overzicht");
    terminal.types("\u{1b}");
    terminal.sees("niet te lezen");
    terminal.types("nTerugbellen");
    terminal.sees("Terugbellen");
    terminal.types("\u{13}");
    terminal.until("kept", |screen| {
        screen.contents().contains("nieuw.yaml") && screen.contents().contains("≡")
    });
    let notes = std::fs::read_to_string(sessions.join("nieuw.notes.md")).expect("notes");
    assert_eq!(notes, "Terugbellen\n");
    std::fs::remove_file(sessions.join("nieuw.yaml")).expect("removed");
    terminal.sees("1 van 1 gelezen");
    terminal.types("q");
    let (contents, code) = terminal.ends_clean();
    assert_eq!(code, 0, "{contents}");
}

#[cfg(unix)]
#[test]
fn notes_that_were_being_typed_are_there_again_after_a_kill() {
    let home = tempfile::tempdir().expect("a home");
    let sessions = home.path().join("sessions");
    std::fs::create_dir(&sessions).expect("a folder");
    let saved = crate::cli::rehearsed();
    std::fs::write(sessions.join("gent.yaml"), &saved.saved).expect("saved");
    let mut terminal = Terminal::halte(&["review", "--lang", "nl"], home.path());
    terminal.sees("1 van 1 gelezen");
    terminal.types("nZeggenschap");
    let put_away = home.path().join("state/halte/notes");
    let holds = |text: &str| {
        let files = std::fs::read_dir(&put_away).into_iter().flatten().flatten();
        // A file that is being written bears no such name yet.
        let files = files.map(|file| file.path());
        let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
        let mut texts = files.filter_map(|path| std::fs::read_to_string(path).ok());
        texts.any(|found| found.contains(text))
    };
    until("the notes are put away", || holds("Zeggenschap"));
    terminal.signal("KILL");
    drop(terminal);
    let mut terminal = Terminal::halte(&["review", "--lang", "nl"], home.path());
    terminal.sees("nog niet bewaard");
    terminal.types("n");
    terminal.sees("Zeggenschap");
    terminal.types(" voor ploegen\u{13}");
    terminal.until("kept", |screen| screen.contents().contains("≡"));
    until("nothing is put away", || !holds("Zeggenschap"));
    let notes = std::fs::read_to_string(sessions.join("gent.notes.md")).expect("notes");
    assert_eq!(notes, "Zeggenschap voor ploegen\n");
    terminal.types("q");
    let (contents, code) = terminal.ends_clean();
    assert_eq!(code, 0, "{contents}");
}
