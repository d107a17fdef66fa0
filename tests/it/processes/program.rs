//! A process with its input and output, waited for by what it says. It never outlives its test.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long anything may take. Only a test that fails waits for so long; a slow machine may stretch it.
pub(super) fn patience() -> Duration {
    let seconds = std::env::var("HALTE_TEST_PATIENCE").map(|text| text.parse().expect("seconds"));
    Duration::from_secs(seconds.unwrap_or(60))
}

/// Waits until something outside our processes' output is so, such as what a file holds.
pub(crate) fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + patience();
    while !holds() {
        assert!(Instant::now() < deadline, "never came: {what}");
        std::thread::yield_now();
    }
}

/// A program that runs.
pub(super) struct Program {
    name: String,
    child: Child,
    input: Option<ChildStdin>,
    out: Arc<Output>,
    err: Arc<Output>,
    /// The first line of the output that was not waited for yet.
    mark: usize,
}

/// How a program ended.
pub(super) struct Ended {
    pub(super) code: Option<i32>,
    pub(super) out: Vec<String>,
    pub(super) err: Vec<String>,
}

/// Lines as they come.
#[derive(Default)]
struct Output {
    said: Mutex<Said>,
    more: Condvar,
}

#[derive(Default)]
struct Said {
    lines: Vec<String>,
    is_over: bool,
}

impl Program {
    pub(super) fn start(name: &str, command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        Self {
            name: name.to_owned(),
            input: child.stdin.take(),
            out: Output::read(child.stdout.take().expect("piped")),
            err: Output::read(child.stderr.take().expect("piped")),
            child,
            mark: 0,
        }
    }

    /// The number of the process.
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Types lines.
    pub(super) fn types<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) {
        let text = lines
            .into_iter()
            .fold(String::new(), |text, line| text + line + "\n");
        self.types_raw(&text);
    }

    /// Types text as it is, with or without a newline at the end.
    pub(super) fn types_raw(&mut self, text: &str) {
        let input = self.input.as_mut().expect("the input has not ended");
        input.write_all(text.as_bytes()).expect("somebody reads");
    }

    /// The input ends.
    pub(super) fn stops_typing(&mut self) {
        self.input = None;
    }

    /// Waits for the next line that starts with these words.
    pub(super) fn sees(&mut self, start: &str) -> String {
        let mark = self.mark;
        let found = self.out.wait(|lines| {
            let rest = lines.iter().enumerate().skip(mark);
            rest.into_iter()
                .find(|(_, line)| starts_with(line, start))
                .map(|(at, line)| (at, line.clone()))
        });
        let Some((at, line)) = found else {
            panic!("{} never said “{start}”\n{}", self.name, self.transcript())
        };
        self.mark = at + 1;
        line
    }

    /// Waits until as many lines as this that start with these words were said since the start; all of them.
    pub(super) fn has_seen(&self, start: &str, count: usize) -> Vec<String> {
        let found = self.out.wait(|lines| {
            let found = matching(lines, start);
            (found.len() >= count).then_some(found)
        });
        found.unwrap_or_else(|| {
            panic!(
                "{} said “{start}” less than {count} times\n{}",
                self.name,
                self.transcript()
            )
        })
    }

    /// Waits until as many lines as this were said since the start, whatever they say; how many there are.
    pub(super) fn has_said(&self, count: usize) -> usize {
        let found = self
            .out
            .wait(|lines| (lines.len() >= count).then_some(lines.len()));
        found.unwrap_or_else(|| {
            panic!(
                "{} said less than {count} lines\n{}",
                self.name,
                self.transcript()
            )
        })
    }

    /// Whether it says anything at all before it ends.
    pub(super) fn opens(&self) -> bool {
        self.out.wait(|lines| lines.first().cloned()).is_some()
    }

    /// The lines said so far that start with these words.
    pub(super) fn said(&self, start: &str) -> Vec<String> {
        matching(&self.out.so_far(), start)
    }

    /// Sends the program a signal, by its name.
    pub(super) fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.id());
        let sent = Command::new("sh").args(["-c", &kill]).status();
        assert!(sent.expect("a shell").success(), "{kill}");
    }

    /// Kills it and waits until it is gone.
    pub(super) fn dies(mut self) -> Ended {
        self.child.kill().expect("it runs");
        self.ends()
    }

    /// Waits until the program has ended.
    pub(super) fn ends(mut self) -> Ended {
        for output in [&self.out, &self.err] {
            assert!(
                output.is_over(),
                "{} does not end\n{}",
                self.name,
                self.transcript()
            );
        }
        let status = self.child.wait().expect("a status");
        Ended {
            code: status.code(),
            out: self.out.so_far(),
            err: self.err.so_far(),
        }
    }

    /// Waits until the program has ended well.
    pub(super) fn ends_well(self) -> Ended {
        let name = self.name.clone();
        let ended = self.ends();
        assert_eq!(ended.code, Some(0), "{name}\n{}", ended.transcript());
        ended
    }

    fn transcript(&self) -> String {
        transcript(&self.out.so_far(), &self.err.so_far())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // One that has ended already needs neither.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Ended {
    pub(super) fn said(&self, start: &str) -> Vec<String> {
        matching(&self.out, start)
    }

    /// What it said, for a test that fails.
    pub(super) fn transcript(&self) -> String {
        transcript(&self.out, &self.err)
    }
}

fn transcript(out: &[String], err: &[String]) -> String {
    format!("{}\n--- and on stderr:\n{}", out.join("\n"), err.join("\n"))
}

fn matching(lines: &[String], start: &str) -> Vec<String> {
    let found = lines.iter().filter(|line| starts_with(line, start));
    found.cloned().collect()
}

/// Whether a line starts with these words, and its last one is not the beginning of another.
fn starts_with(line: &str, start: &str) -> bool {
    let ends_whole = !start.ends_with(char::is_alphanumeric);
    let rest = line.strip_prefix(start);
    rest.is_some_and(|rest| ends_whole || rest.is_empty() || rest.starts_with(' '))
}

impl Output {
    /// Reads on a thread of its own, which ends with the program.
    fn read(from: impl Read + Send + 'static) -> Arc<Self> {
        let output = Arc::new(Self::default());
        let writer = Arc::clone(&output);
        std::thread::spawn(move || {
            for line in BufReader::new(from).lines().map_while(Result::ok) {
                writer.change(|said| said.lines.push(line));
            }
            writer.change(|said| said.is_over = true);
        });
        output
    }

    fn change(&self, change: impl FnOnce(&mut Said)) {
        change(&mut self.said.lock().unwrap_or_else(PoisonError::into_inner));
        self.more.notify_all();
    }

    fn so_far(&self) -> Vec<String> {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.lines.clone()
    }

    /// Waits until something is found in the lines; none when there will be no more, or the patience is at its end.
    fn wait<T>(&self, mut find: impl FnMut(&[String]) -> Option<T>) -> Option<T> {
        let mut found = None;
        self.wait_for(|said| {
            found = find(&said.lines);
            found.is_some() || said.is_over
        });
        found
    }

    fn is_over(&self) -> bool {
        let mut is_over = false;
        self.wait_for(|said| {
            is_over = said.is_over;
            is_over
        });
        is_over
    }

    fn wait_for(&self, mut holds: impl FnMut(&Said) -> bool) {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .more
            .wait_timeout_while(said, patience(), |said| !holds(said));
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }
}
