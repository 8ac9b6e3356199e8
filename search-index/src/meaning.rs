//! What a title means, as [`NUMBERS`] numbers: the weighed sum of the numbers of its pieces.
//!
//! The table is made once, by `dictionaries/vectors/train.py`, from a language model that is not part of the
//! product. A piece is one to four Chinese characters in a row or a Latin word whole.

use rustc_hash::FxHashMap;

use crate::dictionary::{BadRow, lines};
use crate::tokenize::{Run, runs};

/// Numbers of a meaning.
pub(crate) const NUMBERS: usize = 128;
/// Chinese characters of the longest piece.
const PIECE_CHARS_MAX: usize = 4;
const FILE: &str = "vectors/pieces.txt";

/// What a direction of length one has as its length here: sums of products fit in 32 bits.
pub(crate) const LENGTH: f32 = 16_384.0;

/// A direction, in whole numbers, which the processor multiplies eight at once.
pub(crate) type Meaning = Box<[i16; NUMBERS]>;

/// The table of pieces.
pub(crate) struct Meanings<'a> {
    /// Row of the table and inverse document frequency.
    pieces: FxHashMap<&'a str, (usize, f32)>,
    table: &'a [u8],
}

impl<'a> Meanings<'a> {
    /// Refuses a piece without a weight, and a table that has not one row for each.
    pub fn read(pieces: &'a str, table: &'a [u8]) -> Result<Self, BadRow> {
        let bad = |line: usize, why: &str| BadRow { file: FILE, line, why: why.to_owned() };
        let mut all = FxHashMap::default();
        for (at, line) in lines(pieces).enumerate() {
            let (piece, weight) = line.split_once('\t').ok_or_else(|| bad(at + 1, "piece⇥weight expected"))?;
            let weight = weight.parse().ok().filter(|weight: &f32| weight.is_finite() && *weight > 0.0);
            let weight = weight.ok_or_else(|| bad(at + 1, "no weight"))?;
            if all.insert(piece, (at, weight)).is_some() {
                return Err(bad(at + 1, "stands twice"));
            }
        }
        if table.len() != all.len() * NUMBERS {
            return Err(bad(all.len(), "the table has another number of rows"));
        }
        Ok(Meanings { pieces: all, table })
    }

    /// The meaning of folded text; `None` where no piece of it is known.
    pub fn of(&self, folded: &str) -> Option<Meaning> {
        let mut found: Vec<(usize, f32)> = Vec::new();
        for run in runs(folded) {
            match run {
                Run::Word(word) => found.extend(self.pieces.get(word)),
                Run::Han(run) => {
                    let mut ends: Vec<usize> = run.char_indices().map(|(at, _)| at).collect();
                    ends.push(run.len());
                    for window in 1..=PIECE_CHARS_MAX {
                        let stretches = ends.windows(window + 1).map(|ends| &run[ends[0]..ends[window]]);
                        found.extend(stretches.filter_map(|piece| self.pieces.get(piece)));
                    }
                }
            }
        }
        // A piece that stands twice counts once, as in training.
        found.sort_unstable_by_key(|(row, _)| *row);
        found.dedup_by_key(|(row, _)| *row);
        let mut sum = [0.0; NUMBERS];
        for (row, weight) in found {
            let numbers = &self.table[row * NUMBERS..][..NUMBERS];
            for (sum, &number) in sum.iter_mut().zip(numbers) {
                *sum += weight * f32::from(number.cast_signed());
            }
        }
        direction(&sum)
    }
}

/// The direction of a sum; `None` where all numbers are zero.
pub(crate) fn direction(sum: &[f32; NUMBERS]) -> Option<Meaning> {
    let length = sum.iter().map(|number| number * number).sum::<f32>().sqrt();
    let scale = LENGTH / length;
    (length > 0.0).then(|| Box::new(sum.map(|number| (number * scale + 0.5_f32.copysign(number)) as i16)))
}

/// The cosine, -1 to 1.
pub(crate) fn cosine(a: &[i16; NUMBERS], b: &[i16; NUMBERS]) -> f32 {
    // Lengths are bound, so nothing overflows; unchecked, eight are multiplied at once.
    let product = |(a, b): (&i16, &i16)| i32::from(*a).wrapping_mul(i32::from(*b));
    let sum = std::iter::zip(a.iter(), b.iter()).map(product).fold(0_i32, i32::wrapping_add);
    sum as f32 / (LENGTH * LENGTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Vec<u8> {
        let mut table = vec![0_u8; 3 * NUMBERS];
        table[0] = 100;
        table[NUMBERS] = (-100_i8).cast_unsigned();
        table[2 * NUMBERS + 1] = 50;
        table
    }

    #[test]
    fn pieces_add_up() {
        let table = table();
        let all = Meanings::read("电\t1.0\n电工\t1.0\njava\t2.0\n", &table).unwrap();
        // 电 and 电工 cancel one another.
        assert!(all.of("电工").is_none());
        assert_eq!(f32::from(all.of("电电").unwrap()[0]), LENGTH);
        let both = all.of("java 电").unwrap();
        assert_eq!(both[0], both[1]);
        assert!(all.of("").is_none());
        assert!(all.of("龘").is_none());
    }

    #[test]
    fn a_table_that_does_not_fit_is_refused() {
        let table = table();
        let check = |pieces: &str, expected: &str| {
            assert_eq!(Meanings::read(pieces, &table).err().map(|bad| bad.to_string()).as_deref(), Some(expected));
        };
        check("电\t1\n工\t1\n", "vectors/pieces.txt line 2: the table has another number of rows");
        check("电\n", "vectors/pieces.txt line 1: piece⇥weight expected");
        check("电\t-1\n", "vectors/pieces.txt line 1: no weight");
        check("电\t1\n电\t1\n工\t1\n", "vectors/pieces.txt line 2: stands twice");
    }
}
