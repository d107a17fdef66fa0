//! The saved sessions of the campaign: a few workshops played by different people, each saved many times under ids of
//! their own. The same on every run.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use halte::content::Content;
use halte::journal;
use halte::moment::Moment;
use halte::rehearsal::{Repertoire, play};
use halte::session::{self, Fresh, Session};
use halte::suggester::assistant::{Assistant, Task};
use halte::vocabulary::PresetName;
use halte::workshop::{Event, Record, Workshop};
use rayon::prelude::*;

const START: i64 = 1_795_251_600_000;
/// A day, in milliseconds.
const DAY: i64 = 86_400_000;
/// Workshops that are played.
const PLAYED: usize = 20;
/// Who takes part in one; they write about 150 contributions.
const PEOPLE: usize = 13;

/// A folder of saved sessions.
pub(crate) struct Written {
    pub(crate) folder: PathBuf,
    pub(crate) sessions: usize,
    pub(crate) contributions: usize,
    pub(crate) bytes: usize,
}

/// Writes so many saved sessions to a folder, with their journals beside them or alone.
pub(crate) fn write(folder: &Path, count: usize, with_journals: bool) -> Result<Written> {
    fs::create_dir_all(folder)?;
    let played: Vec<Vec<Record>> = (0..PLAYED.min(count))
        .into_par_iter()
        .map(played)
        .collect::<Result<_>>()?;
    let written = (0..count).into_par_iter().map(|number| {
        let records = played
            .get(number % PLAYED)
            .context("a workshop was played")?;
        let records = under_its_own_id(records, number)?;
        let workshop = Workshop::replay(&records).context("a workshop is opened")?;
        let id = workshop.plan().id.clone();
        let text = session::write(&Session::of(&workshop))?;
        fs::write(folder.join(format!("{id}.yaml")), &text)?;
        if with_journals {
            let (mut bytes, mut chain) = journal::header(&id);
            for record in &records {
                journal::write(&mut bytes, &mut chain, record)?;
            }
            fs::write(folder.join(format!("{id}.journal")), &bytes)?;
        }
        Ok((workshop.contributions().len(), text.len()))
    });
    let written: Vec<(usize, usize)> = written.collect::<Result<_>>()?;
    Ok(Written {
        folder: folder.to_owned(),
        sessions: count,
        contributions: written.iter().map(|(contributions, _)| contributions).sum(),
        bytes: written.iter().map(|(_, bytes)| bytes).sum(),
    })
}

/// A whole workshop, with what the tool suggests whenever the group comes to sorting.
fn played(number: usize) -> Result<Vec<Record>> {
    let seed = u64::try_from(number)? + 1;
    let start = Moment::from_millis(START);
    let draft = session::shipped(PresetName::Full, Content::shipped()?)?;
    let plan = draft.open(&Fresh {
        at: start,
        chance: seed << 16,
    });
    let scenarios: Vec<_> = plan.scenarios.iter().map(|one| one.id.clone()).collect();
    let repertoire = Arc::new(Repertoire::shipped(&scenarios)?);
    let mut records: Vec<Record> = Vec::new();
    let mut assistant = Assistant::default();
    let mut sorting = false;
    let mut workshop: Option<Workshop> = None;
    for mut record in play(plan, PEOPLE, seed, &repertoire, start) {
        record.seq = records.len() as u64 + 1;
        let folded = fold(&mut workshop, &mut records, record)?;
        let task = Task::of(folded);
        if let (Some(task), false) = (&task, sorting) {
            let suggested = assistant.consider(task);
            let made = Record {
                seq: folded.seq() + 1,
                at: start,
                by: None,
                command: None,
                revises: None,
                event: Event::SuggestionsMade {
                    places: suggested.places,
                    alike: Some(suggested.alike),
                },
            };
            fold(&mut workshop, &mut records, made)?;
        }
        sorting = task.is_some();
    }
    Ok(records)
}

fn fold<'a>(
    workshop: &'a mut Option<Workshop>,
    records: &mut Vec<Record>,
    record: Record,
) -> Result<&'a Workshop> {
    match workshop {
        Some(workshop) => workshop.apply(&record),
        None => *workshop = Workshop::replay(std::slice::from_ref(&record)),
    }
    records.push(record);
    workshop.as_ref().context("the first record opens it")
}

/// The same workshop held on another day, by another group.
fn under_its_own_id(records: &[Record], number: usize) -> Result<Vec<Record>> {
    let later = DAY * i64::try_from(number)?;
    let mut records = records.to_vec();
    for record in &mut records {
        record.at = Moment::from_millis(record.at.as_millis() + later);
        if let Event::WorkshopOpened { plan, .. } = &mut record.event {
            plan.id = format!("campaign-{number:05}").parse()?;
            plan.title = format!("Volgende halte {number}").parse()?;
        }
    }
    Ok(records)
}
