//! One entry of a person's list, in 64 bits: what it is in the lowest three, then its numbers.

use super::bits::Bits;
use super::card::{Classes, Name};
use crate::place::{PLACE_BITS, Place};

/// Stands for years that are not said.
pub(super) const NO_YEARS: u64 = 255;
/// The last day that can be kept.
pub(super) const DAY_MAX: i32 = (1 << 20) - 1;

/// One of the things that people have several of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// An occupation wanted (`past` 0) or worked in, and what it counts by itself, in thousandths.
    Work {
        occupation: usize,
        share: u32,
        past: usize,
        years: Option<u8>,
    },
    Place(Place),
    Refused(Place),
    Ability {
        name: Name,
        evidence: u8,
    },
    /// `whole`: the name of a paper, not a name inside it.
    Paper {
        name: Name,
        whole: bool,
        until: i32,
    },
    Licence {
        classes: Classes,
        until: i32,
    },
    /// A title that is wanted (`past` 0) or was had; its bits are the words behind it.
    Title {
        features: usize,
        likeness: u8,
        nearest: Option<usize>,
        past: usize,
        years: Option<u8>,
    },
}

impl Entry {
    /// What the lowest bits of a title are; titles stand last.
    pub const TITLE: u64 = 6;

    pub fn packed(self) -> u64 {
        let until = |day: i32| day.clamp(0, DAY_MAX) as u64;
        let told = |years: Option<u8>| years.map_or(NO_YEARS, u64::from);
        let tag = |tag| Bits::default().put(3, tag);
        match self {
            Entry::Work { occupation, share, past, years } => {
                tag(0).put(12, occupation as u64).put(10, share.into()).put(4, past as u64).put(8, told(years))
            }
            Entry::Place(place) => tag(1).put(PLACE_BITS, place.packed()),
            Entry::Refused(place) => tag(2).put(PLACE_BITS, place.packed()),
            Entry::Ability { name, evidence } => tag(3).put(32, name.into()).put(2, evidence.into()),
            Entry::Paper { name, whole, until: day } => {
                tag(4).put(32, name.into()).put(1, whole.into()).put(20, until(day))
            }
            Entry::Licence { classes, until: day } => tag(5).put(32, classes.into()).put(20, until(day)),
            Entry::Title { features, likeness, nearest, past, years } => tag(Self::TITLE)
                .put(6, features as u64)
                .put(5, likeness.into())
                .put(12, nearest.map_or(0, |number| number as u64 + 1))
                .put(4, past as u64)
                .put(8, told(years)),
        }
        .word
    }

    /// `None` for a place that is none.
    pub fn unpacked(word: u64) -> Option<Entry> {
        let mut bits = Bits::of(word);
        let told = |years: u64| (years != NO_YEARS).then_some(years as u8);
        Some(match bits.take(3) {
            0 => {
                let (occupation, share) = (bits.take(12) as usize, bits.take(10) as u32);
                let (past, years) = (bits.take(4) as usize, told(bits.take(8)));
                Entry::Work { occupation, share, past, years }
            }
            1 => Entry::Place(Place::unpacked(bits.take(PLACE_BITS))?),
            2 => Entry::Refused(Place::unpacked(bits.take(PLACE_BITS))?),
            3 => Entry::Ability { name: bits.take(32) as u32, evidence: bits.take(2) as u8 },
            4 => {
                let (name, whole) = (bits.take(32) as u32, bits.take(1) == 1);
                Entry::Paper { name, whole, until: bits.take(20) as i32 }
            }
            5 => Entry::Licence { classes: bits.take(32) as u32, until: bits.take(20) as i32 },
            _ => {
                let (features, likeness, nearest) = (bits.take(6) as usize, bits.take(5) as u8, bits.take(12));
                let nearest = (nearest as usize).checked_sub(1);
                let (past, years) = (bits.take(4) as usize, told(bits.take(8)));
                Entry::Title { features, likeness, nearest, past, years }
            }
        })
    }
}
