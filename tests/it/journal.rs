//! The journal's form and the files it stands in: what is whole comes back, what was torn off is cut, anything else
//! that is wrong is named and refused.

use std::fs;
use std::sync::{Arc, OnceLock};

use halte::content::Content;
use halte::journal::{self, JournalError};
use halte::moment::Moment;
use halte::rehearsal::{Repertoire, play};
use halte::session::{self, File, Fresh};
use halte::store::{Store, StoreError};
use halte::workshop::{Event, Record, Workshop};
use proptest::prelude::*;

const START: i64 = 1_795_251_600_000;

/// The records of a small workshop from its opening to its end, and the journal of them.
struct Small {
    records: Vec<Record>,
    bytes: Vec<u8>,
}

fn small() -> &'static Small {
    static SMALL: OnceLock<Small> = OnceLock::new();
    SMALL.get_or_init(|| {
        let records = played();
        let bytes = written(&records);
        Small { records, bytes }
    })
}

fn played() -> Vec<Record> {
    let plan =
        b"schema: halte/1\npreset: short\nscenarios: [synergy]\npersonas: [stitcher, mentor]\n";
    let content = Content::shipped().expect("the shipped content");
    let Ok(File::Plan(draft)) = session::read(plan, content) else {
        panic!("a plan");
    };
    let mut plan = draft.open(&Fresh {
        at: Moment::from_millis(START),
        chance: 7,
    });
    // A plan without most of its texts: the journal is read tens of thousands of times here.
    plan.scripts.clear();
    plan.cases.clear();
    plan.cards.truncate(2);
    plan.scenarios[0].facts.clear();
    let repertoire = Repertoire::shipped([&plan.scenarios[0].id]).expect("the shipped repertoire");
    play(
        plan,
        2,
        7,
        &Arc::new(repertoire),
        Moment::from_millis(START),
    )
}

fn written(records: &[Record]) -> Vec<u8> {
    let Event::WorkshopOpened { plan, .. } = &records[0].event else {
        panic!("the opening");
    };
    let (mut bytes, mut chain) = journal::header(&plan.id);
    for record in records {
        journal::write(&mut bytes, &mut chain, record).expect("a line");
    }
    bytes
}

/// Where each line ends, its newline included.
fn line_ends(bytes: &[u8]) -> Vec<usize> {
    let newlines = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    newlines.map(|(place, _)| place + 1).collect()
}

#[test]
fn a_journal_reads_back_as_it_was_written() {
    let Small { records, bytes } = small();
    let read = journal::read(bytes).expect("a journal");
    assert_eq!(&read.records, records);
    assert_eq!(read.intact, bytes.len());
    assert_eq!(&written(&read.records), bytes);
    assert!(
        Workshop::replay(&read.records)
            .expect("a workshop")
            .closed_at()
            .is_some()
    );
}

#[test]
fn every_record_of_the_kinds_there_are_was_in_it() {
    let kinds: std::collections::BTreeSet<String> = small()
        .records
        .iter()
        .map(|record| serde_json::to_value(&record.event).expect("json")["type"].to_string())
        .collect();
    assert!(
        kinds.len() >= 10,
        "the journal that is cut and flipped here is a varied one: {kinds:?}"
    );
}

#[test]
fn a_journal_cut_at_any_byte_gives_the_records_that_were_whole() {
    // A cut takes reading all that is before it, and the plan is most of that: of the plan's record and of those
    // that follow it only some bytes are cut, of the header and the last records every one.
    let records = &small().records[..30];
    let bytes = &written(records);
    let ends = line_ends(bytes);
    let (header, last) = (ends[0], ends[ends.len() - 5]);
    for cut in (0..header)
        .chain((header..last).step_by(97))
        .chain(last..bytes.len())
    {
        let read = journal::read(&bytes[..cut]);
        let whole = ends.iter().filter(|end| **end <= cut).count();
        match whole.checked_sub(1) {
            None if cut == 0 => assert!(matches!(read, Err(JournalError::Empty))),
            None => assert!(
                matches!(read, Err(JournalError::NotAJournal)),
                "cut at {cut}"
            ),
            Some(whole) => {
                let read = read.unwrap_or_else(|error| panic!("cut at {cut}: {error}"));
                assert_eq!(read.records, records[..whole], "cut at {cut}");
                assert_eq!(read.intact, ends[whole], "cut at {cut}");
            }
        }
    }
}

#[test]
fn sectors_zeroed_at_the_end_are_a_torn_end() {
    let records = &small().records;
    let mut bytes = small().bytes.clone();
    let ends = line_ends(&bytes);
    let inside_last = ends[ends.len() - 2] + 40;
    bytes[inside_last..].fill(0);
    let read = journal::read(&bytes).expect("a journal");
    assert_eq!(read.records, records[..records.len() - 1]);
}

#[test]
fn whole_sectors_zeroed_at_the_end_leave_the_records_before_them() {
    let Small { records, bytes } = small();
    let ends = line_ends(bytes);
    for zeroed in [512, 1_024, 2_048, 4_096, 3 * 4_096] {
        // As a disk has it: from the start of a sector to the end of the last one.
        let from = bytes.len().saturating_sub(zeroed) / 512 * 512;
        let mut bytes = bytes.clone();
        bytes[from..].fill(0);
        bytes.resize(bytes.len().next_multiple_of(512), 0);
        let read = journal::read(&bytes).expect("a journal");
        let whole = ends.iter().filter(|end| **end <= from).count();
        assert_eq!(read.records, records[..whole - 1], "{zeroed} bytes");
        assert_eq!(read.intact, ends[whole - 1], "{zeroed} bytes");
    }
}

#[test]
fn every_bit_of_a_small_journal_that_flips_is_found_on_its_line() {
    // The plan is most of a journal: of its line every 601st byte is flipped, of every other line each, a bit of it. In
    // `just soak` every bit of every byte.
    let is_long = std::env::var_os("HALTE_SOAK_SECONDS").is_some();
    let records = &small().records[..6];
    let whole = written(records);
    let ends = line_ends(&whole);
    let plan = ends[0] + 400..ends[1] - 200;
    let mut bytes = whole.clone();
    for place in 0..whole.len() {
        if !is_long && plan.contains(&place) && place % 601 != 0 {
            continue;
        }
        let line = ends.iter().filter(|end| **end <= place).count() + 1;
        for bit in (0..8).filter(|bit| is_long || *bit == place % 8) {
            bytes[place] ^= 1 << bit;
            match journal::read(&bytes) {
                // Without its newline, the last line is a torn end: no record that was not written is read.
                Ok(read) => {
                    assert_eq!(place + 1, whole.len(), "bit {bit} of byte {place}");
                    assert_eq!(read.records, records[..records.len() - 1]);
                }
                Err(error) => assert!(
                    error.line() == line || error.line() == line + 1,
                    "bit {bit} of byte {place} on line {line}: {error}"
                ),
            }
            bytes[place] ^= 1 << bit;
        }
    }
}

#[test]
fn a_line_left_out_twice_or_swapped_is_named() {
    let bytes = &small().bytes;
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let (fourth, fifth) = (lines[3], lines[4]);
    let without = [&lines[..3], &lines[4..]].concat().concat();
    let twice = [&lines[..4], &[fourth], &lines[4..]].concat().concat();
    let swapped = [&lines[..3], &[fifth, fourth], &lines[5..]]
        .concat()
        .concat();
    for (wrong, line) in [(without, 4), (twice, 5), (swapped, 4)] {
        assert_eq!(journal::read(&wrong).expect_err("damage").line(), line);
    }
}

#[test]
fn a_later_version_is_refused_by_its_number() {
    let bytes = &small().bytes;
    let text = String::from_utf8(bytes.clone()).expect("text").replacen(
        &format!("\"version\":{}", journal::VERSION),
        "\"version\":9",
        1,
    );
    assert!(matches!(
        journal::read(text.as_bytes()),
        Err(JournalError::TooNew { version: 9 })
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_flipped_bit_is_found_on_its_line(place in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let mut bytes = small().bytes.clone();
        let ends = line_ends(&bytes);
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        let line = ends.iter().filter(|end| **end <= place).count() + 1;
        let is_last = line == ends.len();
        match journal::read(&bytes) {
            // Only the very last newline can go without a trace: what was before it is then a torn end.
            Ok(read) => prop_assert!(is_last && read.records.len() == ends.len() - 2, "byte {place}"),
            Err(error) => prop_assert!(error.line() == line || error.line() == line + 1, "byte {place}: {error}"),
        }
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = journal::read(&bytes);
        let mut behind = written(&small().records[..3]);
        behind.extend(bytes);
        let _ = journal::read(&behind);
    }
}

#[test]
fn the_store_cuts_what_was_torn_off_keeps_it_beside_and_goes_on_behind_what_was_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = &small().bytes;
    let ends = line_ends(bytes);
    let path = folder.path().join("proef.journal");
    fs::write(&path, &bytes[..ends[3] + 25]).expect("a file");
    {
        let (mut store, read, torn) = Store::open(&path).expect("opened");
        assert_eq!((read.records.len(), torn), (3, 25));
        store.append(&bytes[ends[3]..]).expect("appended");
    }
    assert_eq!(&fs::read(&path).expect("the journal"), bytes);
    let beside = fs::read(folder.path().join("proef.torn")).expect("what was torn off");
    assert_eq!(beside, [&bytes[ends[3]..ends[3] + 25], b"\n"].concat());
}

#[test]
fn a_second_one_finds_the_session_locked() {
    let folder = tempfile::tempdir().expect("a folder");
    let id = "proef".parse().expect("an id");
    let bytes = &small().bytes;
    let held = Store::create(folder.path(), &id, bytes).expect("made");
    assert!(matches!(
        Store::open(held.journal()),
        Err(StoreError::Locked { .. })
    ));
    let path = held.journal().to_owned();
    drop(held);
    assert!(Store::open(&path).is_ok());
}

#[test]
fn a_session_of_the_same_name_is_not_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let id = "proef".parse().expect("an id");
    drop(Store::create(folder.path(), &id, b"one\n").expect("made"));
    assert!(Store::create(folder.path(), &id, b"two\n").is_err());
    assert_eq!(
        fs::read(folder.path().join("proef.journal")).expect("the first"),
        b"one\n"
    );
}

#[test]
fn a_removed_folder_refuses_and_is_written_anew_when_it_can_be() {
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join("sessions");
    let id = "proef".parse().expect("an id");
    let bytes = &small().bytes;
    let ends = line_ends(bytes);
    let mut store = Store::create(&folder, &id, &bytes[..ends[2]]).expect("made");
    fs::remove_dir_all(&folder).expect("removed");
    assert!(
        store.append(&bytes[ends[2]..]).is_err(),
        "what is written to a removed file is lost"
    );
    store
        .recover(|| bytes[..ends[2]].to_vec())
        .expect("recovered");
    store.append(&bytes[ends[2]..]).expect("appended");
    assert_eq!(&fs::read(store.journal()).expect("the journal"), bytes);
}

#[test]
fn recovering_leaves_nothing_behind_in_a_journal_that_was_only_full() {
    let folder = tempfile::tempdir().expect("a folder");
    let id = "proef".parse().expect("an id");
    let bytes = &small().bytes;
    let mut store = Store::create(folder.path(), &id, bytes).expect("made");
    store
        .recover(|| panic!("the journal is there"))
        .expect("recovered");
    assert_eq!(&fs::read(store.journal()).expect("the journal"), bytes);
}

#[test]
fn a_saved_session_is_replaced_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let id = "proef".parse().expect("an id");
    let store = Store::create(folder.path(), &id, &small().bytes).expect("made");
    store.save("first, and longer\n").expect("saved");
    store.save("second\n").expect("saved");
    assert_eq!(
        fs::read_to_string(store.saved()).expect("the session"),
        "second\n"
    );
    let names = fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(names, 2, "no temporary file stays behind");
}

#[test]
fn the_end_of_a_journal_tells_its_last_record() {
    let Small { records, bytes } = small();
    let last = records.last().map(|record| record.seq);
    assert_eq!(journal::last(bytes), last);
    // Whatever was torn off behind it was never acknowledged.
    assert_eq!(journal::last(&[bytes, &b"{\"seq\":"[..]].concat()), last);
    // As much of the end as holds the line and the end of the one before is enough, and less is not.
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let length = lines.last().expect("a line").len();
    let end = |length: usize| journal::last(&bytes[bytes.len() - length..]);
    assert_eq!((end(length + 1), end(length), end(3)), (last, None, None));
    // A header is no record, and neither is anything else.
    assert_eq!(journal::last(lines[0]), None);
    assert_eq!(journal::last(&[bytes, &b"no record\n"[..]].concat()), None);
    assert_eq!(journal::last(b""), None);
}
