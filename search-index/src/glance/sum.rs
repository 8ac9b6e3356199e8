//! Weights and credits of the parts, added up as the explanation does it.

use crate::explain::COVERAGE_MIN;
use crate::rank::UNJUDGED_FIT;
use crate::{ExactWeights, PartKind, PartShare, Weights};

/// The weights as they are added up, made once for a question.
#[derive(Clone, Copy)]
pub(crate) struct Shares(ExactWeights);

impl Shares {
    pub fn new(weights: &Weights) -> Shares {
        Shares(weights.exact())
    }

    fn of(&self, part: PartKind) -> f32 {
        self.0[part as usize]
    }

    /// No position can be expected to fit better whose part reaches at most `credit`, all else being perfect.
    pub fn bound(&self, part: PartKind, credit: u32) -> f32 {
        100.0 - self.of(part) * (1.0 - credit as f32 / 1000.0)
    }
}

/// Weights and credits added up.
pub(super) struct Sum<'a> {
    shares: &'a Shares,
    /// Of the parts a position asks about, the preference left out.
    asked: f32,
    known: f32,
    known_of_person: f32,
    reached: f32,
    pub is_work_judged: bool,
}

impl Sum<'_> {
    pub fn new(shares: &Shares) -> Sum<'_> {
        Sum { shares, asked: 0.0, known: 0.0, known_of_person: 0.0, reached: 0.0, is_work_judged: false }
    }

    pub fn add(&mut self, part: PartKind, known: f32, credit: f32) {
        let weight = self.shares.of(part);
        self.known += weight * known;
        self.reached += weight * known * credit;
        if part != PartKind::Preference {
            self.asked += weight;
            self.known_of_person += weight * known;
        }
    }

    /// A part of which all or nothing is known.
    pub fn thousandths(&mut self, part: PartKind, credit: Option<u32>) {
        match credit {
            Some(credit) => self.add(part, 1.0, credit as f32 / 1000.0),
            None => self.add(part, 0.0, 0.0),
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

/// The fit to be expected of a pair that was judged so, 0 to 100, by weights that need not be whole: for those
/// who look for better ones. Below 0 where there is no number.
pub fn expected_by(weights: &ExactWeights, judged: &[PartShare]) -> f32 {
    let shares = Shares(*weights);
    let mut sum = Sum::new(&shares);
    for share in judged {
        sum.add(share.kind, share.known as f32 / 1000.0, share.credit as f32 / 1000.0);
        let is_work = matches!(share.kind, PartKind::Occupation | PartKind::Skills);
        sum.is_work_judged |= is_work && share.known > 0;
    }
    sum.expected()
}
