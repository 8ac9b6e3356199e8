//! The index as a folder: opening it, changing it, and knowing how far it has come.
//!
//! It is a cache. Whatever is wrong with the folder, an empty index takes its place and the caller
//! replays the journal from the beginning. The journal's position is part of the commit, so a crash
//! leaves either the old documents with the old position or the new ones with the new.

use std::fs;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, RwLock};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tantivy::collector::Count;
use tantivy::directory::error::LockError;
use tantivy::directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::index::{SegmentComponent, SegmentId};
use tantivy::query::{AllQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyError, Term};

use crate::dictionary::hash_bytes;
use crate::glance::Cards;
use crate::schema::{Fields, PERSON, POSITION, VERSION, key, schema};
use crate::{Change, Error, Lexicon, Weights, document};

/// Memory that new documents may take before they become a segment; tantivy's least is 15 MB.
const WRITER_BYTES: usize = 32_000_000;

/// A thread is worth its while from so many documents on.
const CHANGES_A_THREAD: usize = 100;

/// How often a folder that another process writes to is looked at before giving up; a commit takes
/// some tens of milliseconds.
const LOOKS_MAX: u32 = 20;
const LOOK_AGAIN_AFTER: Duration = Duration::from_millis(50);

/// What every segment consists of.
const SEGMENT_FILES: [SegmentComponent; 6] = [
    SegmentComponent::Postings,
    SegmentComponent::Positions,
    SegmentComponent::FastFields,
    SegmentComponent::FieldNorms,
    SegmentComponent::Terms,
    SegmentComponent::Store,
];

/// The index of positions and people. Clones share one index; each estimates with weights of its own.
#[derive(Clone)]
pub struct Index(Arc<Shared>, Weights);

struct Shared {
    fields: Fields,
    /// Absent for an index that ends with the process.
    dir: Option<PathBuf>,
    /// Put in its place whole by [`Index::renew`].
    current: RwLock<Arc<Inner>>,
}

struct Inner {
    index: tantivy::Index,
    reader: IndexReader,
    /// Made with the first change, so that a process that only reads takes no lock.
    writer: Mutex<Option<IndexWriter>>,
    status: Mutex<Status>,
    seen: RwLock<Arc<Seen>>,
    is_rebuilt: bool,
}

/// The last commit as readers see it.
pub(crate) struct Seen {
    pub searcher: Searcher,
    /// Those of each segment of the searcher.
    pub cards: Vec<Arc<Cards>>,
    segments: Vec<SegmentId>,
}

impl Seen {
    /// Cards of segments that stood in the commit before are taken over.
    fn new(searcher: Searcher, before: Option<&Seen>) -> tantivy::Result<Seen> {
        let (mut cards, mut segments) = (Vec::new(), Vec::new());
        for reader in searcher.segment_readers() {
            let id = reader.segment_id();
            let known =
                before.and_then(|seen| seen.segments.iter().position(|one| *one == id).map(|at| &seen.cards[at]));
            cards.push(match known {
                Some(known) => known.clone(),
                None => Arc::new(Cards::read(reader)?),
            });
            segments.push(id);
        }
        Ok(Seen { searcher, cards, segments })
    }
}

/// What the index holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Positions that can be found.
    pub positions: usize,
    /// People that can be found.
    pub people: usize,
    /// Journal position of the last commit.
    pub cursor: u64,
    /// Parts the index consists of; tantivy joins them by itself.
    pub segments: usize,
    /// Size in bytes.
    pub bytes: u64,
}

/// What a commit says about itself.
#[derive(Serialize, Deserialize)]
struct Payload {
    version: String,
    cursor: u64,
}

/// Changes with the fields and with the dictionaries: both decide which terms documents have.
fn version() -> String {
    format!("{VERSION}-{:016x}", Lexicon::get().fingerprint())
}

impl Index {
    /// Opens the index in a folder of its own.
    ///
    /// A missing, damaged or outdated one is replaced by an empty index with cursor 0, and
    /// [`Index::rebuilt`] says so. A folder that cannot be read or written, or that another process
    /// writes to, is an error.
    pub fn open(dir: &Path) -> Result<Index, Error> {
        fs::create_dir_all(dir)?;
        for _ in 0..LOOKS_MAX {
            if let Some((index, cursor)) = open_sound(dir) {
                return Index::over(index, Some(dir), Some(cursor));
            }
            // What looks damaged may be another process halfway through a commit, so the folder is
            // cleared only by whoever could write to it.
            let directory = MmapDirectory::open(dir).map_err(TantivyError::from)?;
            match directory.acquire_lock(&INDEX_WRITER_LOCK) {
                Ok(lock) => {
                    remove_index_files(dir)?;
                    let index = tantivy::Index::create_in_dir(dir, schema().0)?;
                    drop(lock);
                    return Index::over(index, Some(dir), None);
                }
                Err(LockError::LockBusy) => std::thread::sleep(LOOK_AGAIN_AFTER),
                Err(error) => return Err(TantivyError::from(error).into()),
            }
        }
        Err(TantivyError::from(LockError::LockBusy).into())
    }

    /// An empty index that ends with the process.
    pub fn in_memory() -> Result<Index, Error> {
        Index::over(tantivy::Index::create_in_ram(schema().0), None, None)
    }

    /// Begins anew in the same folder, empty and with cursor 0, when the files of a running index are gone
    /// or damaged. Every clone sees the new one.
    pub fn renew(&self) -> Result<(), Error> {
        let Some(dir) = &self.0.dir else { return self.clear() };
        // The lock goes with the old writer, and the new index needs it.
        *self.inner().writer.lock().map_err(|_| Error::Poisoned)? = None;
        let new = Index::open(dir)?;
        *self.0.current.write().map_err(|_| Error::Poisoned)? = new.inner();
        Ok(())
    }

    fn over(index: tantivy::Index, dir: Option<&Path>, cursor: Option<u64>) -> Result<Index, Error> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let seen = RwLock::new(Arc::new(Seen::new(reader.searcher(), None)?));
        let (writer, status, is_rebuilt) = (Mutex::new(None), Mutex::default(), cursor.is_none());
        let inner = Inner { index, reader, writer, status, seen, is_rebuilt };
        let (fields, dir) = (schema().1, dir.map(Path::to_owned));
        let shared = Shared { fields, dir, current: RwLock::new(Arc::new(inner)) };
        let this = Index(Arc::new(shared), Lexicon::get().weights());
        match cursor {
            Some(cursor) => this.remember(cursor)?,
            // The first commit writes the version down.
            None => this.apply(&[], 0)?,
        }
        Ok(this)
    }

    /// The same index, whose candidates are proposed by other weights than the build's.
    pub fn weighed(&self, weights: Weights) -> Index {
        Index(self.0.clone(), weights)
    }

    pub(crate) fn weights(&self) -> Weights {
        self.1
    }

    /// Whether opening began with an empty index, so that the journal has to be replayed.
    pub fn rebuilt(&self) -> bool {
        self.inner().is_rebuilt
    }

    /// The journal's position up to which changes are in the index.
    pub fn cursor(&self) -> u64 {
        self.status().cursor
    }

    /// Counts as of the last change.
    pub fn status(&self) -> Status {
        // A status is written in one assignment, so a panic elsewhere left it whole.
        *self.inner().status.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn inner(&self) -> Arc<Inner> {
        self.0.current.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Makes the changes visible and remembers `cursor` in the same commit. Applying a batch twice
    /// is harmless. After an error the index is as it was before.
    pub fn apply(&self, changes: &[Change], cursor: u64) -> Result<(), Error> {
        self.commit(cursor, |writer| {
            let threads = std::thread::available_parallelism().map_or(1, usize::from);
            let threads = threads.min(changes.len() / CHANGES_A_THREAD).max(1);
            // Changes of one document stay in their order, in one thread.
            let share = |thread: usize| {
                let is_own = |change: &&Change| hash_bytes(0, change.id().as_bytes()) as usize % threads == thread;
                changes.iter().filter(is_own).try_for_each(|change| self.write(writer, change))
            };
            std::thread::scope(|scope| {
                let others: Vec<_> = (1..threads).map(|thread| scope.spawn(move || share(thread))).collect();
                let own = share(0);
                let others = others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
                others.fold(own, Result::and)
            })
        })
    }

    /// Empties the index and sets the cursor to 0.
    pub fn clear(&self) -> Result<(), Error> {
        self.commit(0, |writer| {
            writer.delete_query(Box::new(AllQuery))?;
            Ok(())
        })
    }

    fn commit(&self, cursor: u64, write: impl FnOnce(&IndexWriter) -> Result<(), TantivyError>) -> Result<(), Error> {
        let inner = self.inner();
        let mut slot = inner.writer()?;
        let Some(writer) = slot.as_mut() else { return Err(Error::Poisoned) };
        let done = write(writer).and_then(|()| {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&payload(cursor));
            commit.commit()
        });
        if let Err(error) = done {
            // Half a batch must not ride on the next commit; a writer beyond repair is made anew.
            if writer.rollback().is_err() {
                *slot = None;
            }
            return Err(error.into());
        }
        drop(slot);
        self.remember(cursor)
    }

    fn write(&self, writer: &IndexWriter, change: &Change) -> Result<(), TantivyError> {
        let lexicon = Lexicon::get();
        let fields = &self.0.fields;
        let kind = match change {
            Change::PutPosition(_) | Change::DeletePosition(_) => POSITION,
            Change::PutPerson(_) | Change::DeletePerson(_) => PERSON,
        };
        writer.delete_term(Term::from_field_text(fields.key, &key(kind, change.id())));
        let document = match change {
            Change::PutPosition(vacancy) => document::position(lexicon, fields, vacancy),
            Change::PutPerson(seeker) => document::person(lexicon, fields, seeker),
            Change::DeletePosition(_) | Change::DeletePerson(_) => return Ok(()),
        };
        writer.add_document(document).map(drop)
    }

    /// Shows the last commit to readers.
    fn remember(&self, cursor: u64) -> Result<(), Error> {
        let inner = self.inner();
        inner.reader.reload()?;
        let seen = Arc::new(Seen::new(inner.reader.searcher(), Some(&*self.seen()))?);
        *inner.seen.write().map_err(|_| Error::Poisoned)? = seen;
        let searcher = self.searcher();
        let count = |kind: &str| {
            let term = Term::from_field_text(self.0.fields.kind, kind);
            searcher.search(&TermQuery::new(term, IndexRecordOption::Basic), &Count)
        };
        let status = Status {
            positions: count(POSITION)?,
            people: count(PERSON)?,
            cursor,
            segments: searcher.segment_readers().len(),
            bytes: searcher.space_usage()?.total().get_bytes(),
        };
        *inner.status.lock().map_err(|_| Error::Poisoned)? = status;
        Ok(())
    }

    pub(crate) fn searcher(&self) -> Searcher {
        self.seen().searcher.clone()
    }

    pub(crate) fn seen(&self) -> Arc<Seen> {
        self.inner().seen.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    pub(crate) fn fields(&self) -> &Fields {
        &self.0.fields
    }
}

impl Inner {
    fn writer(&self) -> Result<MutexGuard<'_, Option<IndexWriter>>, Error> {
        let mut writer = self.writer.lock().map_err(|_| Error::Poisoned)?;
        if writer.is_none() {
            // One thread: documents keep the journal's order, and a station's old PC its memory.
            *writer = Some(self.index.writer_with_num_threads(1, WRITER_BYTES)?);
        }
        Ok(writer)
    }
}

fn payload(cursor: u64) -> String {
    serde_json::json!(Payload { version: version(), cursor }).to_string()
}

/// The index in the folder and its cursor, if there is one of this version and every byte of it is
/// as it was written.
fn open_sound(dir: &Path) -> Option<(tantivy::Index, u64)> {
    let index = tantivy::Index::open_in_dir(dir).ok()?;
    let metas = index.load_metas().ok()?;
    let payload: Payload = serde_json::from_str(metas.payload.as_deref()?).ok()?;
    if index.schema() != schema().0 || payload.version != version() {
        return None;
    }
    for segment in index.searchable_segment_metas().ok()? {
        let deleted = segment.has_deletes().then_some(SegmentComponent::Delete);
        for component in SEGMENT_FILES.into_iter().chain(deleted) {
            let file = segment.relative_path(component);
            if !index.directory().validate_checksum(&file).ok()? {
                return None;
            }
        }
    }
    Some((index, payload.cursor))
}

/// Clears the way for a new index, touching only what an index is made of: a mistyped setting must
/// not cost anybody their files.
fn remove_index_files(dir: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_file() && is_index_file(&name.to_string_lossy()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn is_index_file(name: &str) -> bool {
    let is_segment =
        name.split_once('.').is_some_and(|(id, _)| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()));
    is_segment || matches!(name, "meta.json" | ".managed.json")
}

#[cfg(test)]
mod tests;
