//! Weights and credits of the parts, added up as the explanation does it.

use crate::explain::COVERAGE_MIN;
use crate::explain::occupation::related;
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
        MOST - self.loss(part, credit)
    }

    /// Points that a part loses that reaches `credit`.
    pub fn loss(&self, part: PartKind, credit: u32) -> f32 {
        self.of(part) * (1.0 - credit as f32 / 1000.0)
    }
}

/// What each point of an unjudged part loses.
const UNJUDGED_LOSS: f32 = 1.0 - UNJUDGED_FIT as f32 / 100.0;
/// Where all is perfect. Beside the preference, which is no part of the coverage, a loss counts a little less than
/// it weighs: by less than 1.2 points whatever is known and whatever it weighs.
const MOST: f32 = 101.2 + ROUNDED_BY;

/// Thousandths by which the work of a pair that was compared by bits of a title may be worth more than it seemed.
/// Measured on 60,000 synthetic positions and 20,000 people, 40 questions each: so the answer has 0.998 and 0.995 of the
/// true first twenty, and explains 42 and 40 pairs for them; a wider bound of 170 explained 67 and 62 for 0.999 and 0.995.
pub(super) const MORE: u32 = 100;
/// Points by which the fit may be more where nothing was approximated: it is rounded, and so is the coverage.
const ROUNDED_BY: f32 = 1.2;

/// What is expected of a pair, in points of fit; below 0 where there is no number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Expected {
    pub fit: f32,
    pub at_most: f32,
}

/// What work is worth, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Credit {
    /// As the explanation does it.
    Exact(u32),
    /// By bits of a title.
    About(u32),
}

impl Credit {
    pub fn thousandths(self) -> u32 {
        let (Credit::Exact(credit) | Credit::About(credit)) = self;
        related(credit)
    }

    pub fn at_most(self) -> u32 {
        match self {
            Credit::Exact(credit) => related(credit),
            Credit::About(credit) => related((credit + MORE).min(1000)),
        }
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
    /// Points that are lost for sure.
    lost: f32,
    pub is_work_judged: bool,
}

impl Sum<'_> {
    pub fn new(shares: &Shares) -> Sum<'_> {
        Sum { shares, asked: 0.0, known: 0.0, known_of_person: 0.0, reached: 0.0, lost: 0.0, is_work_judged: false }
    }

    pub fn add(&mut self, part: PartKind, known: f32, credit: f32) {
        let weight = self.shares.of(part);
        self.known += weight * known;
        self.reached += weight * known * credit;
        if part != PartKind::Preference {
            self.asked += weight;
            self.known_of_person += weight * known;
            self.lost += weight * (known * (1.0 - credit) + (1.0 - known) * UNJUDGED_LOSS);
        }
    }

    /// The most that can be expected, whatever the parts that were not added yet.
    pub fn most(&self) -> f32 {
        MOST - self.lost
    }

    /// The same, when the work was added and may be worth more than it seemed.
    pub fn most_beside(&self, work: Credit) -> f32 {
        self.most() + self.points(work.at_most() - work.thousandths())
    }

    /// Points of so much work.
    fn points(&self, credit: u32) -> f32 {
        self.shares.of(PartKind::Occupation) * credit as f32 / 1000.0
    }

    /// A part of which all or nothing is known.
    pub fn thousandths(&mut self, part: PartKind, credit: Option<u32>) {
        match credit {
            Some(credit) => self.add(part, 1.0, credit as f32 / 1000.0),
            None => self.add(part, 0.0, 0.0),
        }
    }

    /// What is expected, if that may be above `least`.
    pub fn expected_above(&self, least: f32, work: Credit) -> Option<Expected> {
        let fit = self.expected();
        // Of a position that asks little, work is more than it weighs of a hundred.
        let scale = 100.0 / self.known.max(1.0);
        let above = self.points(work.at_most() - work.thousandths()) * scale + ROUNDED_BY;
        let expected = Expected { fit, at_most: fit + above };
        Some(expected).filter(|expected| expected.at_most > least)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KINDS: [PartKind; 8] = [
        PartKind::Occupation,
        PartKind::Skills,
        PartKind::Place,
        PartKind::Pay,
        PartKind::Degree,
        PartKind::Experience,
        PartKind::Shift,
        PartKind::Housing,
    ];

    proptest! {
        /// Else a look would pass over documents that belong among the first.
        #[test]
        fn no_more_is_expected_than_the_most(
            parts in prop::collection::vec((any::<bool>(), 0.0_f32..=1.0, 0.0_f32..=1.0), 8),
            has_preference in any::<bool>(),
            weights in prop::array::uniform9(1.0_f32..40.0),
        ) {
            let whole: f32 = weights.iter().sum();
            let shares = Shares(weights.map(|weight| weight / whole * 100.0));
            let mut sum = Sum { is_work_judged: true, ..Sum::new(&shares) };
            for (kind, (_, known, credit)) in std::iter::zip(KINDS, parts).filter(|(_, (is_asked, _, _))| *is_asked) {
                sum.add(kind, known, credit);
            }
            if has_preference {
                sum.add(PartKind::Preference, 1.0, 1.0);
            }
            prop_assert!(sum.expected() <= sum.most() + 0.001, "{} {}", sum.expected(), sum.most());
        }
    }
}
