//! The cards of one segment in memory: a document's numbers lie side by side, so that a look at one is a look
//! at one place. They are read from the columns once, when the segment is new: 56 bytes, 8 for each entry of
//! its list, and its id.

use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use super::card::{CARD, position_standing};
use super::person::person_standing;
use super::shelf::{Shelf, Shelving, Slot};
use crate::Lexicon;
use crate::schema::column;

/// The cards of a segment's documents, by their slot.
pub(crate) struct Cards {
    words: Vec<[u64; CARD]>,
    /// Where each document's list begins; one more than there are documents.
    starts: Vec<u32>,
    lists: Vec<u64>,
    ids: Ids,
    /// Their numbers in the segment.
    docs: Vec<DocId>,
    positions: Shelf,
    people: Shelf,
}

/// Ids one after another, since looking one up in its column takes as long as comparing a hundred cards.
struct Ids {
    text: String,
    ends: Vec<u32>,
}

impl Ids {
    fn read(segment: &SegmentReader, docs: &[DocId]) -> tantivy::Result<Ids> {
        let mut ids = Ids { text: String::new(), ends: Vec::with_capacity(segment.max_doc() as usize) };
        let Some(column) = segment.fast_fields().str(column::ID)? else { return Ok(ids) };
        // The dictionary holds them in order, and is read through once.
        let mut terms = Vec::with_capacity(column.num_terms());
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            terms.push(String::from_utf8_lossy(stream.key()).into_owned());
        }
        for doc in docs {
            let term = column.term_ords(*doc).next().and_then(|ord| terms.get(ord as usize));
            ids.text.push_str(term.map_or("", String::as_str));
            ids.ends.push(ids.text.len() as u32);
        }
        ids.text.shrink_to_fit();
        Ok(ids)
    }

    fn get(&self, slot: Slot) -> Option<&str> {
        let slot = slot as usize;
        let start = slot.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start as usize..*self.ends.get(slot)? as usize)
    }
}

impl Cards {
    pub fn read(segment: &SegmentReader) -> tantivy::Result<Cards> {
        let count = segment.max_doc();
        let by_doc = words(segment)?;
        let list: Option<Column<u64>> = segment.fast_fields().column_opt(column::LIST)?;
        let list = |doc: DocId| list.iter().flat_map(move |list| list.values_for_doc(doc));
        let published: Option<Column<i64>> = segment.fast_fields().column_opt(column::PUBLISHED)?;
        let names = Lexicon::get().names();
        let (mut positions, mut people, mut own) = (Shelving::default(), Shelving::default(), Vec::new());
        for (doc, words) in std::iter::zip(0..count, &by_doc) {
            if published.as_ref().is_some_and(|column| column.first(doc).is_some()) {
                positions.put(doc, position_standing(names, words));
            } else {
                own.clear();
                own.extend(list(doc));
                people.put(doc, person_standing(names, words, &own));
            }
        }
        let docs: Vec<DocId> = positions.order().chain(people.order()).collect();
        let mut slots: Vec<Slot> = vec![0; docs.len()];
        std::iter::zip(0.., &docs).for_each(|(slot, doc)| slots[*doc as usize] = slot);
        let words = docs.iter().map(|doc| by_doc[*doc as usize]).collect();
        let (mut starts, mut lists) = (Vec::with_capacity(docs.len() + 1), Vec::new());
        for doc in &docs {
            starts.push(lists.len() as u32);
            lists.extend(list(*doc));
        }
        starts.push(lists.len() as u32);
        lists.shrink_to_fit();
        let (positions, people) = (positions.shelf(&slots), people.shelf(&slots));
        Ok(Cards { words, starts, lists, ids: Ids::read(segment, &docs)?, docs, positions, people })
    }

    /// How many documents there are, those deleted since included.
    pub fn count(&self) -> usize {
        self.words.len()
    }

    pub fn positions(&self) -> &Shelf {
        &self.positions
    }

    pub fn people(&self) -> &Shelf {
        &self.people
    }

    pub fn words(&self, slot: Slot) -> &[u64; CARD] {
        &self.words[slot as usize]
    }

    pub fn list(&self, slot: Slot) -> &[u64] {
        let slot = slot as usize;
        &self.lists[self.starts[slot] as usize..self.starts[slot + 1] as usize]
    }

    /// The document's id.
    pub fn id(&self, slot: Slot) -> Option<&str> {
        self.ids.get(slot)
    }

    /// The document's number in the segment.
    pub fn doc(&self, slot: Slot) -> DocId {
        self.docs[slot as usize]
    }

    /// The slot of one document, found by reading through all.
    pub fn slot(&self, doc: DocId) -> Option<Slot> {
        self.docs.iter().position(|one| *one == doc).map(|slot| slot as Slot)
    }
}

/// The numbers of each document.
fn words(segment: &SegmentReader) -> tantivy::Result<Vec<[u64; CARD]>> {
    let mut words = vec![[0; CARD]; segment.max_doc() as usize];
    for (at, name) in column::CARD.into_iter().enumerate() {
        let column: Option<Column<u64>> = segment.fast_fields().column_opt(name)?;
        for (doc, words) in std::iter::zip(0.., &mut words) {
            words[at] = column.as_ref().and_then(|column| column.first(doc)).unwrap_or(0);
        }
    }
    Ok(words)
}
