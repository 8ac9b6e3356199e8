//! The index as a cache that may be lost at any moment.

use std::fs::OpenOptions;

use super::*;
use crate::{PositionQuery, Seeker, Vacancy};

fn position(id: &str, title: &str) -> Change {
    let vacancy = Vacancy { id: id.into(), title: title.into(), ..Vacancy::default() };
    Change::PutPosition(Box::new(vacancy))
}

fn person(id: &str) -> Change {
    Change::PutPerson(Box::new(Seeker { id: id.into(), ..Seeker::default() }))
}

fn found(index: &Index, text: &str) -> Vec<String> {
    let query = PositionQuery { text: Some(text.into()), limit: 10, ..PositionQuery::default() };
    index.search_positions(&query).unwrap().ids
}

/// A folder with an index of two positions and a person, at 7.
fn filled(dir: &Path) {
    let index = Index::open(dir).unwrap();
    assert!(index.rebuilt());
    index.apply(&[position("1", "电工"), position("2", "厨师"), person("1")], 7).unwrap();
}

#[test]
fn the_cursor_survives_reopening() {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    let index = Index::open(dir.path()).unwrap();
    assert!(!index.rebuilt());
    let status = index.status();
    assert_eq!((index.cursor(), status.positions, status.people), (7, 2, 1));
    assert!(status.segments > 0 && status.bytes > 0);
    assert_eq!(found(&index, "电工"), ["1"]);
}

#[test]
fn replaying_a_batch_is_harmless() {
    let index = Index::in_memory().unwrap();
    for _ in 0..3 {
        let batch = [position("1", "电工"), position("1", "焊工"), person("1"), person("1")];
        index.apply(&batch, 3).unwrap();
    }
    assert_eq!((index.status().positions, index.status().people), (1, 1));
    assert_eq!(found(&index, "焊工"), ["1"]);
    assert_eq!(found(&index, "电工"), Vec::<String>::new());
}

#[test]
fn deleting_and_clearing() {
    let index = Index::in_memory().unwrap();
    index.apply(&[position("1", "电工"), person("1")], 1).unwrap();
    // The same id is a position and a person: each is deleted by itself.
    index.apply(&[Change::DeletePosition("1".into())], 2).unwrap();
    assert_eq!((index.status().positions, index.status().people), (0, 1));
    index.apply(&[Change::DeletePerson("1".into()), Change::DeletePerson("9".into())], 3).unwrap();
    assert_eq!((index.status().people, index.cursor()), (0, 3));
    index.apply(&[position("1", "电工")], 4).unwrap();
    index.clear().unwrap();
    assert_eq!((index.status().positions, index.cursor()), (0, 0));
}

/// Whatever happens to the folder, opening it gives an index that works, at 0.
fn check_rebuilt(damage: impl Fn(&Path)) {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    damage(dir.path());
    let index = Index::open(dir.path()).unwrap();
    assert!(index.rebuilt());
    assert_eq!((index.cursor(), index.status().positions), (0, 0));
    index.apply(&[position("3", "保安")], 9).unwrap();
    drop(index);
    let index = Index::open(dir.path()).unwrap();
    assert_eq!((index.rebuilt(), index.cursor()), (false, 9));
    assert_eq!(found(&index, "保安"), ["3"]);
}

fn files(dir: &Path, extension: &str) -> Vec<std::path::PathBuf> {
    let paths = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

#[test]
fn a_damaged_folder_is_rebuilt() {
    check_rebuilt(|dir| fs::write(dir.join("meta.json"), "{").unwrap());
    check_rebuilt(|dir| fs::write(dir.join("meta.json"), "").unwrap());
    check_rebuilt(|dir| fs::remove_file(dir.join("meta.json")).unwrap());
    check_rebuilt(|dir| {
        for name in fs::read_dir(dir).unwrap() {
            let path = name.unwrap().path();
            fs::write(path, "\u{0}\u{1}").unwrap();
        }
    });
}

#[test]
fn every_segment_file_is_checked() {
    for extension in ["idx", "term", "store", "fast", "fieldnorm", "pos"] {
        check_rebuilt(|dir| {
            for path in files(dir, extension) {
                let file = OpenOptions::new().write(true).open(&path).unwrap();
                file.set_len(file.metadata().unwrap().len() / 2).unwrap();
            }
        });
        check_rebuilt(|dir| files(dir, extension).iter().for_each(|path| fs::remove_file(path).unwrap()));
        check_rebuilt(|dir| {
            for path in files(dir, extension) {
                let mut bytes = fs::read(&path).unwrap();
                bytes[0] ^= 1;
                fs::write(&path, bytes).unwrap();
            }
        });
    }
}

#[test]
fn another_version_is_rebuilt() {
    check_rebuilt(|dir| {
        let meta = fs::read_to_string(dir.join("meta.json")).unwrap();
        let old = meta.replace(&format!("{VERSION}-"), "0-");
        assert_ne!(meta, old);
        fs::write(dir.join("meta.json"), old).unwrap();
    });
}

#[test]
fn what_a_killed_process_leaves_behind_does_no_harm() {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    // A segment that was being written when the process died, and its lock.
    for extension in ["idx", "store", "term", "fast"] {
        let name = format!("0123456789abcdef0123456789abcdef.{extension}");
        fs::write(dir.path().join(name), "half").unwrap();
    }
    fs::write(dir.path().join(".tantivy-writer.lock"), "").unwrap();
    let index = Index::open(dir.path()).unwrap();
    assert_eq!((index.rebuilt(), index.cursor()), (false, 7));
    index.apply(&[position("3", "保安")], 8).unwrap();
    drop(index);
    let index = Index::open(dir.path()).unwrap();
    assert_eq!((index.rebuilt(), index.cursor(), index.status().positions), (false, 8, 3));
}

#[test]
fn other_files_are_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("letter.txt"), "dear").unwrap();
    fs::write(dir.path().join("meta.json"), "{").unwrap();
    assert!(Index::open(dir.path()).unwrap().rebuilt());
    assert_eq!(fs::read_to_string(dir.path().join("letter.txt")).unwrap(), "dear");
}

#[test]
fn a_second_writer_is_refused_but_reads() {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    let first = Index::open(dir.path()).unwrap();
    first.apply(&[position("3", "保安")], 8).unwrap();
    let second = Index::open(dir.path()).unwrap();
    assert_eq!((second.rebuilt(), second.cursor()), (false, 8));
    assert!(matches!(second.apply(&[], 9), Err(Error::Engine(TantivyError::LockFailure(..)))));
    assert_eq!(second.cursor(), 8);
}

#[test]
fn a_folder_in_use_is_never_cleared() {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    let writing = Index::open(dir.path()).unwrap();
    writing.apply(&[position("3", "保安")], 8).unwrap();
    // What another process may see between two steps of a commit.
    fs::write(dir.path().join("meta.json"), "{").unwrap();
    let segments = files(dir.path(), "store").len();
    assert!(matches!(Index::open(dir.path()), Err(Error::Engine(TantivyError::LockFailure(..)))));
    assert_eq!(files(dir.path(), "store").len(), segments);
    drop(writing);
    assert!(Index::open(dir.path()).unwrap().rebuilt());
}

#[test]
fn it_may_be_shared_between_threads() {
    fn check<T: Clone + Send + Sync>() {}
    check::<Index>();
}

#[test]
fn an_index_whose_files_are_gone_begins_anew_for_every_clone() {
    let dir = tempfile::tempdir().unwrap();
    filled(dir.path());
    let index = Index::open(dir.path()).unwrap();
    let clone = index.clone();
    for entry in fs::read_dir(dir.path()).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    index.renew().unwrap();
    assert_eq!((clone.cursor(), clone.status().positions), (0, 0));
    index.apply(&[position("3", "电工")], 9).unwrap();
    assert_eq!((found(&clone, "电工"), clone.cursor()), (vec!["3".to_owned()], 9));
}
