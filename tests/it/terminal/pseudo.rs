//! A program in a pseudo-terminal: what it shows, and whether the terminal is given back in the end.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{MouseProtocolMode, Parser};

/// How long a screen may take to appear; a machine that builds beside the tests is slow.
const PATIENCE: Duration = Duration::from_mins(1);

/// A program in a terminal of its own.
pub(super) struct Terminal {
    parser: Parser,
    bytes: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

impl Terminal {
    pub(super) fn start(mut command: CommandBuilder, home: &Path) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        command.cwd(home);
        command.env("HOME", home);
        command.env("XDG_STATE_HOME", home.join("state"));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "nl_BE.UTF-8");
        let child = pair.slave.spawn_command(command).expect("a program");
        let mut output = pair.master.try_clone_reader().expect("its output");
        let input = pair.master.take_writer().expect("its input");
        let (sender, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            parser: Parser::new(
                24.try_into().expect("rows"),
                80.try_into().expect("columns"),
                0,
            ),
            bytes,
            input,
            child,
            _master: pair.master,
        }
    }

    /// `halte` with these arguments.
    pub(super) fn halte(arguments: &[&str], home: &Path) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_halte"));
        command.args(arguments);
        Self::start(command, home)
    }

    /// Reads until the screen is so.
    pub(super) fn until(&mut self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(self.parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(error) => panic!("{what}: {error}\n{}", self.parser.screen().contents()),
            }
        }
    }

    pub(super) fn sees(&mut self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    /// What stands on the screen.
    pub(super) fn contents(&self) -> String {
        self.parser.screen().contents()
    }

    /// Ends it: by `KILL` as a power cut would, by `HUP` as a closed window does.
    pub(super) fn dies(&mut self, signal: &str) {
        self.signal(signal);
        self.child.wait().expect("gone");
    }

    pub(super) fn types(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).expect("typed");
        self.input.flush().expect("typed");
    }

    pub(super) fn signal(&self, signal: &str) {
        let id = self.child.process_id().expect("a process");
        let kill = std::process::Command::new("kill")
            .args([&format!("-{signal}"), &id.to_string()])
            .status();
        assert!(kill.expect("a signal").success());
    }

    /// Reads to the end, and asserts that the terminal was given back.
    pub(super) fn ends_clean(mut self) -> (String, u32) {
        loop {
            match self.bytes.recv_timeout(PATIENCE) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("it does not end\n{}", self.parser.screen().contents())
                }
            }
        }
        let status = self.child.wait().expect("an end");
        let screen = self.parser.screen();
        assert!(is_given_back(screen), "{}", screen.contents());
        (screen.contents(), status.exit_code())
    }
}

fn is_given_back(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen()
        && !screen.bracketed_paste()
        && !screen.hide_cursor()
        && screen.mouse_protocol_mode() == MouseProtocolMode::None
}
