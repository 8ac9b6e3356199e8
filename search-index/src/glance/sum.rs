//! Weights and credits of the parts, added up as the explanation does it.

use crate::PartKind;
use crate::explain::{COVERAGE_MIN, weight};
use crate::rank::UNJUDGED_FIT;

/// Weights and credits added up.
#[derive(Default)]
pub(super) struct Sum {
    /// Of the parts a position asks about, the preference left out.
    asked: f32,
    known: f32,
    known_of_person: f32,
    reached: f32,
    pub is_work_judged: bool,
}

impl Sum {
    pub fn add(&mut self, kind: PartKind, known: f32, credit: f32) {
        let weight = weight(kind) as f32;
        self.known += weight * known;
        self.reached += weight * known * credit;
        if kind != PartKind::Preference {
            self.asked += weight;
            self.known_of_person += weight * known;
        }
    }

    /// A part of which all or nothing is known.
    pub fn thousandths(&mut self, kind: PartKind, credit: Option<u32>) {
        match credit {
            Some(credit) => self.add(kind, 1.0, credit as f32 / 1000.0),
            None => self.add(kind, 0.0, 0.0),
        }
    }

    /// The fit to be expected, 0 to 100; below 0 where there is no number.
    pub fn expected(&self) -> f32 {
        let coverage = if self.asked > 0.0 { self.known_of_person / self.asked } else { 0.0 };
        if !self.is_work_judged || coverage * 100.0 < f32::from(COVERAGE_MIN) - 0.5 || self.known == 0.0 {
            return coverage - 1.0;
        }
        let fit = 100.0 * self.reached / self.known;
        fit * coverage + UNJUDGED_FIT as f32 * (1.0 - coverage)
    }
}

/// No position can be expected to fit better whose part reaches at most `credit`, all else being perfect.
pub(crate) fn bound(kind: PartKind, credit: u32) -> f32 {
    100.0 - weight(kind) as f32 * (1.0 - credit as f32 / 1000.0)
}
