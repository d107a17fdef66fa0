//! `halte review`: the organiser's screens over saved sessions. The files are read and followed on a thread of their
//! own, and orders are carried out on another, so that the screen is there at once and never waits for a disk.

mod clerk;
mod follow;
mod unkept;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;

use tokio::sync::mpsc;

use super::args::Review;
use super::failure::Failure;
use super::screen::{self, Screen};
use super::{Caller, files, host, load, opening};
use crate::review::{News, Order};
use crate::store::{self, JOURNAL, StoreError};
use crate::text::{Lines, clean};
use crate::tui::review;

/// News that wait to be seen; whoever reads files waits when there are more.
const NEWS: usize = 64;
/// Orders that wait to be carried out.
const ORDERS: usize = 16;
/// The most bytes of notes that are read.
const MAX_NOTES: u64 = 1024 * 1024;
/// The ending of a file with notes, beside its session.
const NOTES: &str = "notes.md";

pub(super) fn run(caller: &Caller, asked: &Review) -> Result<(), Failure> {
    if !screen::is_there() {
        return Err(Failure::usage(caller.locale.say("review-no-terminal")));
    }
    over(caller, &asked.paths)
}

/// The review over these files and folders, which have to be there.
pub(super) fn over(caller: &Caller, paths: &[PathBuf]) -> Result<(), Failure> {
    for path in paths {
        caller.of_file(files::within(path))?;
    }
    host::runtime()?.block_on(review_of(caller, paths))
}

/// The same inside a runtime, on a terminal that is free.
async fn review_of(caller: &Caller, paths: &[PathBuf]) -> Result<(), Failure> {
    let mut review = review::Review::new(caller.locale, screen::look(caller));
    let (news, mut heard) = mpsc::channel(NEWS);
    let (orders, todo) = sync_channel(ORDERS);
    let (wake, woken) = channel();
    follow(caller.clone(), paths.to_owned(), news.clone(), woken);
    let (typed, keeping) = unkept::keep(caller, news.clone());
    let clerk = carry_out(caller.clone(), todo, news, wake);
    let mut screen = Screen::take()?;
    let done = review::run(
        &mut review,
        &mut screen.tty,
        &mut screen.keyboard,
        &mut heard,
        |order: Order| orders.try_send(order).is_ok(),
        |session, unkept| {
            typed.send_modify(|typed| drop(typed.insert(session, unkept)));
        },
        opening::asked_to_stop(),
    );
    let done = done.await.map_err(|error| Failure::of(&error));
    drop(screen);
    // What was to be kept is on the disk before the program ends.
    drop((orders, heard, typed));
    let _ = keeping.await;
    let _ = tokio::task::spawn_blocking(move || clerk.join()).await;
    done
}

/// Reads the files and follows them, until nobody hears of it any more.
fn follow(caller: Caller, paths: Vec<PathBuf>, news: mpsc::Sender<News>, woken: Receiver<()>) {
    thread::spawn(move || follow::follow(&caller, &paths, &news, &woken));
}

/// Carries out orders until there are none any more; what was done may have changed the files.
fn carry_out(
    caller: Caller,
    orders: Receiver<Order>,
    news: mpsc::Sender<News>,
    wake: Sender<()>,
) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        for order in orders {
            for told in clerk::carry_out(&caller, order) {
                // When nobody hears it any more it is done all the same.
                let _ = news.blocking_send(told);
            }
            let _ = wake.send(());
        }
    })
}

/// Where the notes on a session are.
fn notes_path(session: &Path) -> PathBuf {
    session.with_extension(NOTES)
}

/// The notes on a session; none where there is no file.
fn notes(caller: &Caller, session: &Path) -> Result<Option<String>, Failure> {
    let path = notes_path(session);
    let bytes = match store::read(&path, MAX_NOTES) {
        Ok(bytes) => bytes,
        Err(StoreError::Io { cause, .. }) if cause.kind() == std::io::ErrorKind::NotFound => {
            return Ok(None);
        }
        Err(error) => return Err(Failure::of_file(caller.locale, &error)),
    };
    let text = String::from_utf8(bytes);
    text.map(Some)
        .map_err(|_no_text| load::says(caller, "review-notes-no-text", &path))
}

/// A sentence about files, fit to be shown: their names may hold anything.
fn sentence(failure: &Failure) -> String {
    clean(failure.sentence(), Lines::Many)
}

/// The journal beside a session.
fn journal_of(session: &Path) -> PathBuf {
    session.with_extension(JOURNAL)
}
