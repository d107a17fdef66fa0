//! Notes that are being typed and not kept yet, in the user's state folder: one small file a session, so that a killed
//! program or a closed terminal costs nobody a word. It is theirs alone, unlike what lies beside the session.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

use crate::cli::{Caller, files, state};
use crate::link::draft::{MAX_DRAFT, keep_latest};
use crate::link::drawer::stem;
use crate::review::{News, Unkept};
use crate::store;

/// What was typed about each session since the program began; none where it was kept or thrown away.
pub(super) type Typed = BTreeMap<PathBuf, Option<Unkept>>;

/// A file of it.
#[derive(Debug, Serialize, Deserialize)]
struct Page {
    /// Which session this is about: two paths may share the name of a file.
    session: String,
    #[serde(flatten)]
    unkept: Unkept,
}

/// What was typed about a session and never kept. What stands beside it by now needs no keeping.
pub(super) fn read(caller: &Caller, session: &Path, notes: Option<&str>) -> Option<Unkept> {
    let folder = state::folder(caller.locale, "notes").ok()?;
    let (path, name) = page_of(&folder, session);
    let bytes = store::read(&path, 2 * MAX_DRAFT as u64).ok()?;
    let page: Page = serde_json::from_slice(&bytes).ok()?;
    let stands = notes.unwrap_or_default().trim_end();
    (page.session == name && page.unkept.text.trim_end() != stands).then_some(page.unkept)
}

/// Keeps what is typed on the disk until nobody types any more, and tells when that cannot be.
pub(super) fn keep(
    caller: &Caller,
    news: mpsc::Sender<News>,
) -> (watch::Sender<Typed>, JoinHandle<()>) {
    let (typed, latest) = watch::channel(Typed::new());
    let (is_written, told) = watch::channel(true);
    let folder = state::folder(caller.locale, "notes");
    let write = move |typed: Typed| -> Result<(), io::Error> {
        let folder = folder
            .as_ref()
            .map_err(|failure| io::Error::other(failure.sentence().to_owned()))?;
        typed
            .iter()
            .try_for_each(|(session, unkept)| put(folder, session, unkept.as_ref()))
    };
    tokio::spawn(tell(caller.clone(), told, news));
    (typed, tokio::spawn(keep_latest(latest, is_written, write)))
}

/// Says it once when what is typed cannot be put away.
async fn tell(caller: Caller, mut told: watch::Receiver<bool>, news: mpsc::Sender<News>) {
    while told.changed().await.is_ok() {
        let is_written = *told.borrow_and_update();
        if !is_written {
            let words = caller.locale.say("review-notes-not-put-away");
            // Whoever is gone needs no telling.
            let _ = news.send(News::NotPutAway(words)).await;
        }
    }
}

fn put(folder: &Path, session: &Path, unkept: Option<&Unkept>) -> io::Result<()> {
    let (path, session) = page_of(folder, session);
    let Some(unkept) = unkept else {
        return match std::fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    };
    let page = Page {
        session,
        unkept: unkept.clone(),
    };
    files::replace_private(&path, &serde_json::to_string(&page)?)
}

/// The file of a session, and how the session is named in it.
fn page_of(folder: &Path, session: &Path) -> (PathBuf, String) {
    let whole = std::path::absolute(session).unwrap_or_else(|_| session.to_owned());
    let name = whole.to_string_lossy().into_owned();
    (folder.join(format!("{}.json", stem(&name))), name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unkept(text: &str) -> Unkept {
        Unkept {
            before: Some("Bel terug.\n".to_owned()),
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_is_typed_has_a_file_of_its_own_until_it_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, other) = (Path::new("sessions/a.yaml"), Path::new("sessions/b.yaml"));
        put(folder.path(), one, Some(&unkept("Zegg"))).expect("written");
        put(folder.path(), one, Some(&unkept("Zeggenschap"))).expect("written");
        put(folder.path(), other, Some(&unkept("Ploegen"))).expect("written");
        let (path, name) = page_of(folder.path(), one);
        let page: Page =
            serde_json::from_slice(&std::fs::read(&path).expect("a file")).expect("a page");
        assert_eq!((page.session, page.unkept), (name, unkept("Zeggenschap")));
        put(folder.path(), one, None).expect("removed");
        put(folder.path(), one, None).expect("nothing to remove");
        assert!(!path.exists());
        assert!(page_of(folder.path(), other).0.exists());
    }
}
