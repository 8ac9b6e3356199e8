//! How alike a title and the titles of documents are, from 256 bits of each document.
//!
//! A document keeps the signs of its meaning's numbers and a filter of its surface's features; a probe turns
//! the title it asks for into tables over the bytes of both, so that a comparison is 32 look-ups. It comes
//! near to [`Title::similarity`] (measured on titles somewhat alike: right on average, standard deviation 0.06), and only chooses whom the exact one is asked of.

use std::f32::consts::PI;
use std::sync::LazyLock;

use crate::meaning::{LENGTH, NUMBERS};
use crate::similarity::{MEANING, OCCUPATIONS, Title};

/// Words of 64 bits that a title is kept in: two of signs, two of the filter.
pub(crate) const WORDS: usize = 4;
const BYTES: usize = WORDS * 8;
const FILTER_BITS: u64 = 128;
/// Features that are counted; a longer title is taken to have so many.
pub(crate) const FEATURES_MAX: usize = 63;
/// What a sign is worth, by the square root of how many there are, so that the estimate of a cosine is right on
/// average: √(π/2), as for numbers of the normal distribution, which turning makes of ours.
const SIGN_WORTH: f32 = 1.2533;
/// A title points to five occupations, of which its card names one. Measured: so much more is shared on
/// average.
const OTHER_OCCUPATIONS: f32 = 1.45;

/// The bits of a title.
pub(crate) fn bits(title: &Title) -> [u64; WORDS] {
    let mut words = [0; WORDS];
    if let Some(meaning) = &title.meaning {
        for (at, number) in turned(meaning).into_iter().enumerate() {
            words[at / 64] |= u64::from(number > 0.0) << (at % 64);
        }
    }
    for (feature, _) in &title.surface {
        let bit = feature_bit(*feature);
        words[2 + bit / 64] |= 1 << (bit % 64);
    }
    words
}

/// The meaning turned so that no number stands out, which would be lost in its sign: signs changed at random,
/// then the fast Walsh–Hadamard transform. Lengths and angles stay.
fn turned(meaning: &[i16; NUMBERS]) -> [f32; NUMBERS] {
    let mut numbers = meaning.map(|number| f32::from(number) / LENGTH / (NUMBERS as f32).sqrt());
    for (number, word) in std::iter::zip(&mut numbers, 0_u64..) {
        if feature_bit(word) % 2 == 1 {
            *number = -*number;
        }
    }
    let mut width = 1;
    while width < NUMBERS {
        for start in (0..NUMBERS).step_by(width * 2) {
            for at in start..start + width {
                let (one, other) = (numbers[at], numbers[at + width]);
                (numbers[at], numbers[at + width]) = (one + other, one - other);
            }
        }
        width *= 2;
    }
    numbers
}

/// The features of a title's surface.
pub(crate) fn features(title: &Title) -> usize {
    title.surface.len().min(FEATURES_MAX)
}

fn feature_bit(feature: u64) -> usize {
    // The low bits of the hash are spread well enough; the product mixes in the high ones.
    (feature.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize % FILTER_BITS as usize
}

/// Titles that are unlike are passed over by bits that differ: so many signs less are taken to differ, and such a share
/// of the features more to be the same, than it seems. Measured on pairs of occupations' names: three in ten that are
/// unlike are passed over, and none of 916 that are alike.
const SIGNS_LESS: u32 = 14;
const FEATURES_MORE: f32 = 0.2;
/// The cosine of two meanings by the number of signs that differ.
static COSINES: LazyLock<[f32; NUMBERS + 1]> =
    LazyLock::new(|| std::array::from_fn(|differ| (PI * differ as f32 / NUMBERS as f32).cos()));

/// A title that is looked for.
pub(crate) struct Probe {
    bits: [u64; WORDS],
    /// For each byte of the document's words what each value adds.
    tables: Box<[[f32; 256]; BYTES]>,
    features: f32,
    certainty: f32,
    /// By number of an occupation: what it adds to the likeness.
    occupations: Vec<f32>,
}

impl Probe {
    /// `occupations` holds, by number, how much the title's occupations share with that one.
    pub fn new(title: &Title, occupations: Vec<f32>) -> Probe {
        let mut worth = [0.0_f32; WORDS * 64];
        if let Some(meaning) = &title.meaning {
            let scale = SIGN_WORTH / (NUMBERS as f32).sqrt();
            for (worth, number) in worth.iter_mut().zip(turned(meaning)) {
                *worth = number * scale;
            }
        }
        for (feature, weight) in &title.surface {
            worth[NUMBERS + feature_bit(*feature)] += weight * weight;
        }
        let mut tables = Box::new([[0.0; 256]; BYTES]);
        for (byte, table) in tables.iter_mut().enumerate() {
            let worth = &worth[byte * 8..][..8];
            // A sign adds or takes away, a feature is there or not.
            let is_sign = byte < NUMBERS / 8;
            table[0] = if is_sign { -worth.iter().sum::<f32>() } else { 0.0 };
            // Each value from the one without its lowest bit.
            for value in 1..256_usize {
                let change = worth[value.trailing_zeros() as usize];
                table[value] = table[value & (value - 1)] + if is_sign { 2.0 * change } else { change };
            }
        }
        let (features, certainty) = (features(title).max(1) as f32, title.certainty);
        Probe { bits: bits(title), tables, features, certainty, occupations }
    }

    /// About the likeness to a document's title, 0 to 1, and 0 where it is all but sure to be less than `least`. `nearest` is
    /// the number of the occupation that the document's title is nearest to, `certainty` how near, 0 to 31.
    pub fn likeness(
        &self,
        words: &[u64; WORDS],
        features: usize,
        nearest: Option<usize>,
        certainty: u8,
        least: f32,
    ) -> f32 {
        let set = (words[2].count_ones() + words[3].count_ones()) as f32 / FILTER_BITS as f32;
        // What would be found by chance among so many bits is no likeness.
        let beyond_chance = |found: f32| ((found - set) / (1.0 - set).max(0.1)).max(0.0);
        let length = (self.features / features.max(1) as f32).sqrt();
        let certainty = (self.certainty * f32::from(certainty) / 31.0).sqrt().sqrt();
        let shared = nearest.and_then(|at| self.occupations.get(at)).copied().unwrap_or(0.0);
        let occupations = OCCUPATIONS * (shared * OTHER_OCCUPATIONS).min(1.0) * certainty;
        let likeness = |surface: f32, meaning: f32| {
            (1.0 - MEANING - OCCUPATIONS) * (surface * length).min(1.0) + MEANING * meaning.max(0.0) + occupations
        };
        if likeness(beyond_chance(self.most_features(words)), self.most_meaning(words)) < least {
            return 0.0;
        }
        let mut sums = [0.0_f32; 2];
        for (at, word) in words.iter().enumerate() {
            for (byte, value) in word.to_le_bytes().into_iter().enumerate() {
                sums[at / 2] += self.tables[at * 8 + byte][usize::from(value)];
            }
        }
        likeness(beyond_chance(sums[1]), sums[0])
    }

    /// The share of the features that may be in the document's, hardly ever less.
    fn most_features(&self, words: &[u64; WORDS]) -> f32 {
        let own = (self.bits[2].count_ones() + self.bits[3].count_ones()).max(1);
        let both = (self.bits[2] & words[2]).count_ones() + (self.bits[3] & words[3]).count_ones();
        both as f32 / own as f32 + FEATURES_MORE
    }

    /// The cosine of the meanings, hardly ever less.
    fn most_meaning(&self, words: &[u64; WORDS]) -> f32 {
        let differ = (self.bits[0] ^ words[0]).count_ones() + (self.bits[1] ^ words[1]).count_ones();
        COSINES[differ.saturating_sub(SIGNS_LESS) as usize]
    }
}
