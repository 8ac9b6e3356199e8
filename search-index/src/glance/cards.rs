//! The cards of one segment in memory: a document's numbers lie side by side, so that a look at one is a look
//! at one place. They are read from the columns once, when the segment is new; 56 bytes, and 8 for each entry of its list.

use tantivy::SegmentReader;
use tantivy::columnar::Column;

use super::card::CARD;
use crate::schema::column;

/// The cards of a segment's documents, by their number in it.
pub(crate) struct Cards {
    words: Vec<[u64; CARD]>,
    /// Where each document's list begins; one more than there are documents.
    starts: Vec<u32>,
    lists: Vec<u64>,
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
        Ok(Cards { words, starts, lists })
    }

    pub fn words(&self, doc: u32) -> &[u64; CARD] {
        &self.words[doc as usize]
    }

    pub fn list(&self, doc: u32) -> &[u64] {
        let doc = doc as usize;
        &self.lists[self.starts[doc] as usize..self.starts[doc + 1] as usize]
    }
}
