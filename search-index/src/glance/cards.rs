//! The cards of one segment in memory: a document's numbers lie side by side, so that a look at one is a look
//! at one place. They are read from the columns once, when the segment is new: 56 bytes, 8 for each entry of
//! its list, and its id.

use tantivy::SegmentReader;
use tantivy::columnar::Column;

use super::card::{CARD, position_standing};
use super::people::person_standing;
use super::shelf::Shelf;
use crate::Lexicon;
use crate::schema::column;

/// The cards of a segment's documents, by their number in it.
pub(crate) struct Cards {
    words: Vec<[u64; CARD]>,
    /// Where each document's list begins; one more than there are documents.
    starts: Vec<u32>,
    lists: Vec<u64>,
    ids: Ids,
    positions: Shelf,
    people: Shelf,
}

/// Ids one after another, since looking one up in its column takes as long as comparing a hundred cards.
struct Ids {
    text: String,
    ends: Vec<u32>,
}

impl Ids {
    fn read(segment: &SegmentReader) -> tantivy::Result<Ids> {
        let mut ids = Ids { text: String::new(), ends: Vec::with_capacity(segment.max_doc() as usize) };
        let Some(column) = segment.fast_fields().str(column::ID)? else { return Ok(ids) };
        // The dictionary holds them in order, and is read through once.
        let mut terms = Vec::with_capacity(column.num_terms());
        let mut stream = column.dictionary().stream()?;
        while stream.advance() {
            terms.push(String::from_utf8_lossy(stream.key()).into_owned());
        }
        for doc in 0..segment.max_doc() {
            let term = column.term_ords(doc).next().and_then(|ord| terms.get(ord as usize));
            ids.text.push_str(term.map_or("", String::as_str));
            ids.ends.push(ids.text.len() as u32);
        }
        ids.text.shrink_to_fit();
        Ok(ids)
    }

    fn get(&self, doc: u32) -> Option<&str> {
        let doc = doc as usize;
        let start = doc.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start as usize..*self.ends.get(doc)? as usize)
    }
}

impl Cards {
    pub fn read(segment: &SegmentReader) -> tantivy::Result<Cards> {
        let count = segment.max_doc();
        let mut words = vec![[0; CARD]; count as usize];
        let fast = segment.fast_fields();
        for (at, name) in column::CARD.into_iter().enumerate() {
            let column: Option<Column<u64>> = fast.column_opt(name)?;
            for (doc, words) in std::iter::zip(0.., &mut words) {
                words[at] = column.as_ref().and_then(|column| column.first(doc)).unwrap_or(0);
            }
        }
        let list: Option<Column<u64>> = fast.column_opt(column::LIST)?;
        let (mut starts, mut lists) = (Vec::with_capacity(count as usize + 1), Vec::new());
        for doc in 0..count {
            starts.push(lists.len() as u32);
            lists.extend(list.iter().flat_map(|list| list.values_for_doc(doc)));
        }
        starts.push(lists.len() as u32);
        lists.shrink_to_fit();
        let published: Option<Column<i64>> = fast.column_opt(column::PUBLISHED)?;
        let is_position = |doc: &u32| published.as_ref().is_some_and(|column| column.first(*doc).is_some());
        let names = Lexicon::get().names();
        let card = |doc: u32| &words[doc as usize];
        let own = |doc: u32| &lists[starts[doc as usize] as usize..starts[doc as usize + 1] as usize];
        let (positions, people): (Vec<u32>, Vec<u32>) = (0..count).partition(is_position);
        let positions = Shelf::new(positions.into_iter().map(|doc| (doc, position_standing(names, card(doc)))));
        let people = Shelf::new(people.into_iter().map(|doc| (doc, person_standing(names, card(doc), own(doc)))));
        let ids = Ids::read(segment)?;
        Ok(Cards { words, starts, lists, ids, positions, people })
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

    pub fn words(&self, doc: u32) -> &[u64; CARD] {
        &self.words[doc as usize]
    }

    pub fn list(&self, doc: u32) -> &[u64] {
        let doc = doc as usize;
        &self.lists[self.starts[doc] as usize..self.starts[doc + 1] as usize]
    }

    /// The document's id.
    pub fn id(&self, doc: u32) -> Option<&str> {
        self.ids.get(doc)
    }
}
