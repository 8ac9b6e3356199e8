//! Looking over documents, and keeping those that are expected to fit best.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::RangeInclusive;

use tantivy::DocAddress;

use super::card::CARD;
use super::cards::Cards;
use super::probe::WORDS;
use super::shelf::{Shelf, Slot};
use super::sum::{Expected, Shares};
use crate::index::Seen;

/// Somebody, or something, that is compared with many documents.
pub(crate) trait Judge {
    /// The fit to be expected of a document, or `None` where it cannot be above `least`, or is known to be
    /// ruled out.
    fn expected(&self, at: &At<'_>, least: f32) -> Option<Expected>;

    /// The documents that it is compared with.
    fn shelf(cards: &Cards) -> &Shelf;

    /// What the parts weigh.
    fn shares(&self) -> &Shares;
}

/// Where a card stands: the segment and the slot in it.
pub(crate) type Standing = (usize, Slot);

/// What fit is expected, and where the card stands; best guess first.
pub(crate) type Best = Vec<(Expected, Standing)>;

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

    pub fn list(&self) -> &[u64] {
        self.list
    }
}

/// The fit to be expected of one document.
pub(crate) fn expected_at(judge: &impl Judge, seen: &Seen, at: DocAddress) -> Option<Expected> {
    let cards = &seen.cards[at.segment_ord as usize];
    let slot = cards.slot(at.doc_id)?;
    judge.expected(&At { words: cards.words(slot), list: cards.list(slot) }, f32::NEG_INFINITY)
}

/// One question's way through the documents.
pub(crate) struct Scan<'a, J> {
    judge: J,
    seen: &'a Seen,
    /// By segment, one bit for each document that was looked at.
    looked_at: Vec<Vec<u64>>,
    kept: Kept,
}

impl<'a, J: Judge> Scan<'a, J> {
    /// Keeps the best `first` with those that could still turn out to be among them, at most `limit`.
    pub fn new(judge: J, seen: &'a Seen, first: usize, limit: usize) -> Self {
        let looked_at = seen.cards.iter().map(|cards| vec![0; cards.count().div_ceil(64)]).collect();
        Scan { judge, seen, looked_at, kept: Kept::new(first, limit) }
    }

    /// Looks at the documents of one group, or of all of them, in these cities.
    pub fn look(&mut self, group: Option<u16>, cities: &[RangeInclusive<u16>]) {
        for segment in 0..self.seen.cards.len() {
            let shelf = J::shelf(&self.seen.cards[segment]);
            let all: Vec<u16> = group.map_or_else(|| shelf.groups().collect(), |group| vec![group]);
            for group in all {
                cities.iter().for_each(|cities| self.compare(segment, shelf.slots(group, cities)));
            }
        }
    }

    fn compare(&mut self, segment: usize, slots: &[Slot]) {
        let cards = &self.seen.cards[segment];
        let alive = self.seen.searcher.segment_reader(segment as u32).alive_bitset();
        for &slot in slots {
            let (word, bit) = (&mut self.looked_at[segment][slot as usize / 64], 1_u64 << (slot % 64));
            if *word & bit != 0 || alive.is_some_and(|alive| !alive.is_alive(cards.doc(slot))) {
                continue;
            }
            *word |= bit;
            let at = At { words: cards.words(slot), list: cards.list(slot) };
            if let Some(expected) = self.judge.expected(&at, self.kept.least) {
                self.kept.put(expected, (segment, slot));
            }
        }
    }

    /// Whether no document of which at most so much can be expected would change the first ones.
    pub fn is_settled(&self, bound: f32) -> bool {
        self.kept.last_of_first().is_some_and(|last| last >= bound)
    }

    pub fn finish(self) -> Best {
        self.kept.finish()
    }
}

/// The best so far.
struct Kept {
    first: usize,
    limit: usize,
    /// What the best `first` are expected to fit, as [`thousandths`], the least on top.
    scores: BinaryHeap<Reverse<u32>>,
    /// Cut down to `limit` from time to time.
    found: Best,
    /// What a document may have to be above.
    least: f32,
}

impl Kept {
    fn new(first: usize, limit: usize) -> Kept {
        let scores = BinaryHeap::with_capacity(first + 1);
        Kept { first: first.min(limit), limit, scores, found: Vec::new(), least: f32::NEG_INFINITY }
    }

    fn put(&mut self, expected: Expected, at: Standing) {
        self.found.push((expected, at));
        self.scores.push(Reverse(thousandths(expected.fit)));
        if self.scores.len() > self.first {
            self.scores.pop();
        }
        if let Some(last) = self.last_of_first() {
            self.least = self.least.max(last);
        }
        if self.found.len() >= self.limit * 2 {
            self.cut();
            self.least = self.found.last().map_or(self.least, |(last, _)| self.least.max(last.fit));
        }
    }

    fn last_of_first(&self) -> Option<f32> {
        let is_full = self.scores.len() == self.first;
        self.scores.peek().filter(|_| is_full).map(|Reverse(score)| *score as f32 / 1000.0 - 1.0)
    }

    fn cut(&mut self) {
        let order = |(one, at): &(Expected, Standing), (other, to): &(Expected, Standing)| {
            other.fit.total_cmp(&one.fit).then_with(|| at.cmp(to))
        };
        self.found.sort_unstable_by(order);
        self.found.truncate(self.limit);
    }

    fn finish(mut self) -> Best {
        self.cut();
        let least = self.least;
        self.found.retain(|(expected, _)| expected.at_most >= least);
        self.found
    }
}

/// Whole numbers, which have an order. A pair without a number lies between -1 and 0.
fn thousandths(expected: f32) -> u32 {
    ((expected + 1.0) * 1000.0) as u32
}
