//! What somebody is doing at a screen when it happens, and how they go on with it afterwards.

use halte::chance::Chance;

use super::super::pseudo::Terminal;
use super::disk::Disk;
use crate::processes::program::until;

const RIGHT: &str = "\u{1b}[C";
const LEFT: &str = "\u{1b}[D";
/// The page of the first question in the step to reflect; there is one a round.
const FIRST_QUESTION: usize = 2;

/// What a seat does in a step.
#[derive(Clone, Copy)]
pub(super) enum Deed {
    /// Looks on.
    Look,
    /// Writes into a box.
    Write(Form),
    /// Presses a key that makes a figure another one.
    Press(Press),
}

/// Where a text is typed.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// The keys that open it; none when it is always open.
    pub(super) opens: &'static str,
    /// What stands in its last row.
    pub(super) last: &'static str,
    /// What stands above the box, one or the other.
    pub(super) below: &'static [&'static str],
    /// The keys that give the text.
    pub(super) gives: &'static str,
    /// Where it is in a saved session then.
    pub(super) list: &'static str,
    /// Whether it is about one question of several, and an answer has to be chosen first.
    pub(super) is_an_answer: bool,
}

/// A key, and the figure that it changes: what stands before `before` in the first row with `row`.
#[derive(Clone, Copy)]
pub(super) struct Press {
    pub(super) key: &'static str,
    pub(super) row: &'static str,
    pub(super) before: &'static str,
}

/// What was being done when it happened.
pub(super) enum Doing {
    Looking,
    Writing {
        form: Form,
        round: usize,
        typed: Typed,
    },
    Pressing {
        press: Press,
        shown: usize,
    },
}

impl Doing {
    pub(super) fn begins(
        deed: Deed,
        (round, text): (usize, &str),
        screen: &mut Terminal,
        chance: &mut Chance,
    ) -> Self {
        match deed {
            Deed::Look => Self::Looking,
            Deed::Write(form) => {
                form.is_opened(round, screen);
                let typed = Typed::some(text, chance);
                screen.types(&typed.keys(form.gives));
                Self::Writing { form, round, typed }
            }
            Deed::Press(press) => {
                let shown = press.shown(screen);
                screen.types(press.key);
                Self::Pressing { press, shown }
            }
        }
    }

    /// Waits until what was done so far is on a disk: as a draft or as something given.
    pub(super) fn is_kept(&self, screen: &mut Terminal, disk: &Disk) {
        match self {
            Self::Looking => {}
            Self::Writing { typed, .. } => until("it is kept", || disk.keeps(&typed.so_far)),
            Self::Pressing { press, shown } => press.is_shown(*shown, screen),
        }
    }

    /// What is left of it, now that its screen is gone or goes on.
    pub(super) fn leaves(&self, is_gone: bool, was_kept: bool, disk: &Disk) -> Left {
        match self {
            Self::Writing { typed, .. } => {
                let is_given = if is_gone {
                    disk.has(&typed.text())
                } else {
                    typed.is_given
                };
                if is_given {
                    return Left::All;
                }
                let so_far = if is_gone {
                    disk.draft(&typed.so_far)
                } else {
                    typed.so_far.clone()
                };
                assert!(
                    !was_kept || so_far == typed.so_far,
                    "it was kept: {so_far:?}"
                );
                Left::Typed(so_far)
            }
            Self::Pressing { .. } if is_gone && !was_kept => Left::Unknown,
            Self::Looking | Self::Pressing { .. } => Left::All,
        }
    }

    /// Does the rest of it. The list of the session and the text that is in it then.
    pub(super) fn goes_on(
        self,
        left: Left,
        screen: &mut Terminal,
        disk: &Disk,
    ) -> Option<(&'static str, String)> {
        match self {
            Self::Looking => None,
            Self::Writing { form, round, typed } => {
                if let Left::Typed(so_far) = left {
                    form.is_opened(round, screen);
                    screen.until("what was typed", |screen| {
                        form.field(&screen.contents()) == so_far.trim_end()
                    });
                    screen.types(&typed.rest(&so_far, form.gives));
                }
                let text = typed.text();
                until("it is recorded", || disk.journal().contains(&text));
                screen.until("nothing is left to give", |screen| {
                    let contents = screen.contents();
                    if form.is_always_open() {
                        form.field(&contents).is_empty()
                    } else {
                        !form.is_open(&contents)
                    }
                });
                Some((form.list, text))
            }
            Self::Pressing { press, shown } => {
                if matches!(left, Left::Unknown) && press.shown(screen) == shown {
                    screen.types(press.key);
                }
                press.is_shown(shown, screen);
                None
            }
        }
    }
}

/// What there is of something that was being done.
pub(super) enum Left {
    /// All of it: what is not there yet is on its way.
    All,
    /// So much of a text, and it is not given.
    Typed(String),
    /// All or nothing.
    Unknown,
}

impl Form {
    fn is_always_open(&self) -> bool {
        self.opens.is_empty()
    }

    fn is_open(&self, contents: &str) -> bool {
        self.below.iter().any(|below| contents.contains(below))
    }

    /// Opens it where it is not, and waits until all of it is drawn.
    fn is_opened(&self, round: usize, screen: &mut Terminal) {
        if !self.is_open(&screen.contents()) {
            if self.is_an_answer {
                turns_to(FIRST_QUESTION + round, screen);
            }
            screen.types(self.opens);
            screen.until("a form", |screen| self.is_open(&screen.contents()));
        }
        screen.sees(self.last);
        if self.is_an_answer && !screen.contents().contains("▸ Waarom?") {
            screen.types(RIGHT);
            screen.types("\t");
            screen.sees("▸ Waarom?");
        }
    }

    /// What stands on the first line of the box.
    fn field(&self, contents: &str) -> String {
        let mut lines = contents
            .lines()
            .skip_while(|line| !self.below.iter().any(|below| line.contains(below)));
        let line = lines.nth(1).unwrap_or_default();
        let inside = line.split('│').nth(1).unwrap_or_default();
        inside.trim().to_owned()
    }
}

/// Turns pages until this one is there.
fn turns_to(wanted: usize, screen: &mut Terminal) {
    screen.until("a page", |screen| page(&screen.contents()).is_some());
    while let Some(shown) = page(&screen.contents()).filter(|shown| *shown != wanted) {
        screen.types(if shown < wanted { RIGHT } else { LEFT });
        screen.until("another page", |screen| {
            page(&screen.contents()).is_some_and(|page| page != shown)
        });
    }
}

/// The number of the page of several that is shown.
fn page(contents: &str) -> Option<usize> {
    let (_, behind) = contents.lines().nth(2)?.split_once("← ")?;
    behind.split_once('/')?.0.parse().ok()
}

impl Press {
    pub(super) fn figure(&self, contents: &str) -> Option<usize> {
        let line = contents.lines().find(|line| line.contains(self.row))?;
        let (before, _) = line.split_once(self.before)?;
        before.split_whitespace().next_back()?.parse().ok()
    }

    /// The figure, as soon as there is one.
    fn shown(&self, screen: &mut Terminal) -> usize {
        screen.until(self.row, |screen| self.figure(&screen.contents()).is_some());
        self.figure(&screen.contents()).expect("a figure")
    }

    fn is_shown(&self, before: usize, screen: &mut Terminal) {
        screen.until("another figure", |screen| {
            let figure = self.figure(&screen.contents());
            figure.is_some_and(|figure| figure != before)
        });
    }
}

/// What somebody had typed when it happened, and what they still wanted to.
pub(super) struct Typed {
    so_far: String,
    missing: String,
    /// Whether it was given, too.
    is_given: bool,
}

impl Typed {
    fn some(text: &str, chance: &mut Chance) -> Self {
        // Half of the time all of it.
        let length = (1 + chance.below(2 * text.len())).min(text.len());
        let (typed, _) = text.split_at(length);
        // A space at the end is not seen on a screen.
        let so_far = typed.trim_end();
        let missing = text.strip_prefix(so_far).unwrap_or_default();
        Self {
            so_far: so_far.to_owned(),
            missing: missing.to_owned(),
            is_given: missing.is_empty() && chance.percent(70),
        }
    }

    fn text(&self) -> String {
        format!("{}{}", self.so_far, self.missing)
    }

    fn keys(&self, gives: &str) -> String {
        let gives = if self.is_given { gives } else { "" };
        format!("{}{gives}", self.so_far)
    }

    /// What has still to be typed, when this much is there.
    fn rest(&self, there: &str, gives: &str) -> String {
        let lost = self.so_far.strip_prefix(there).expect("the beginning");
        format!("{lost}{}{gives}", self.missing)
    }
}
