//! Looking over all documents that a query finds, and keeping the best.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::card::CARD;
use super::cards::Cards;
use super::probe::WORDS;
use super::sum::Shares;

/// Somebody, or something, that is compared with many documents.
pub(crate) trait Judge: Send + Sync + 'static {
    /// The fit to be expected of a document, or `None` where it cannot be above `least`, or is known to be
    /// ruled out.
    fn expected(&self, at: &At<'_>, least: f32) -> Option<f32>;

    fn shares(&self) -> &Shares;
}

/// Keeps the `limit` documents that are expected to fit best.
pub(crate) struct Keep<J> {
    pub judge: Arc<J>,
    pub limit: usize,
    /// Those of each segment.
    pub cards: Vec<Arc<Cards>>,
    /// What a document has to be above, for there are enough others.
    pub least: f32,
}

/// Thousandths of a point of expected fit, and where the document is; best first.
pub(crate) type Best = Vec<(u32, DocAddress)>;

pub(crate) struct SegmentBest<J> {
    judge: Arc<J>,
    limit: usize,
    segment: SegmentOrdinal,
    cards: Arc<Cards>,
    heap: BinaryHeap<Reverse<(u32, Reverse<DocId>)>>,
    least: f32,
}

/// One document's card.
pub(crate) struct At<'a> {
    words: &'a [u64; CARD],
    list: &'a [u64],
}

impl At<'_> {
    pub fn word(&self, at: usize) -> u64 {
        self.words[at]
    }

    /// The last words are the title's.
    pub fn title(&self) -> [u64; WORDS] {
        std::array::from_fn(|at| self.word(CARD - WORDS + at))
    }

    pub fn list(&self) -> impl Iterator<Item = u64> {
        self.list.iter().copied()
    }
}

impl<J: Judge> Collector for Keep<J> {
    type Fruit = Best;
    type Child = SegmentBest<J>;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<SegmentBest<J>> {
        let heap = BinaryHeap::with_capacity(self.limit + 1);
        let cards = self.cards[segment as usize].clone();
        let (judge, limit) = (self.judge.clone(), self.limit);
        Ok(SegmentBest { judge, limit, segment, cards, heap, least: self.least })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Best>) -> tantivy::Result<Best> {
        let mut all: Best = segments.into_iter().flatten().collect();
        order(&mut all, self.limit);
        Ok(all)
    }
}

/// Best first, each document once.
pub(crate) fn order(all: &mut Best, limit: usize) {
    all.sort_unstable_by_key(|&(score, address)| (Reverse(score), address));
    all.dedup();
    all.truncate(limit);
}

impl<J: Judge> SegmentCollector for SegmentBest<J> {
    type Fruit = Best;

    fn collect(&mut self, doc: DocId, _: Score) {
        let at = At { words: self.cards.words(doc), list: self.cards.list(doc) };
        let Some(expected) = self.judge.expected(&at, self.least) else { return };
        self.heap.push(Reverse((thousandths(expected), Reverse(doc))));
        if self.heap.len() > self.limit {
            self.heap.pop();
            self.least = self.heap.peek().map_or(f32::NEG_INFINITY, |Reverse((score, _))| points(*score));
        }
    }

    fn harvest(self) -> Best {
        let address = |doc| DocAddress::new(self.segment, doc);
        self.heap.into_iter().map(|Reverse((score, Reverse(doc)))| (score, address(doc))).collect()
    }
}

/// A pair without a number lies between -1 and 0.
fn thousandths(expected: f32) -> u32 {
    ((expected + 1.0) * 1000.0) as u32
}

/// The reverse of [`thousandths`].
pub(crate) fn points(thousandths: u32) -> f32 {
    thousandths as f32 / 1000.0 - 1.0
}
