//! From findings to numbers: whole tenths of a point, and nothing lost in rounding.
//!
//! Everything is an integer, so the parts of an explanation add up to its number exactly, on every
//! machine.

use super::{Finding, WHOLE};
use crate::Weights;

/// Tenths of a point in a full fit.
const TENTHS: u64 = 1000;

/// Points and possible points of each finding, in tenths, in their order.
pub(super) struct Points {
    pub reached: Vec<u16>,
    pub possible: Vec<u16>,
}

/// Shares 1000 tenths among what is known, by weight, and gives each finding its credit's part.
pub(super) fn points(weights: &Weights, findings: &[Finding]) -> Points {
    let shares: Vec<u64> = findings.iter().map(|finding| finding.weighed_known(weights)).collect();
    let possible = apportion(TENTHS, &shares);
    let exact: Vec<u64> =
        std::iter::zip(&possible, findings).map(|(possible, finding)| possible * u64::from(finding.credit)).collect();
    // Cut, not rounded: the one rounding is from tenths to `fit`, and 44.46 must not become 44.5
    // and then 45.
    let total = exact.iter().sum::<u64>() / u64::from(WHOLE);
    let reached = apportion(total, &exact);
    let short = |values: Vec<u64>| values.into_iter().map(|value| value as u16).collect();
    Points { reached: short(reached), possible: short(possible) }
}

/// The number that the parts' points stand for, rounded half up.
pub(super) fn fit(reached: &[u16]) -> u8 {
    let tenths: u32 = reached.iter().map(|points| u32::from(*points)).sum();
    ((tenths + 5) / 10) as u8
}

/// Splits `total` in proportion to `shares`: whole numbers whose sum is `total` (method of the
/// largest remainder; the first of equals wins).
fn apportion(total: u64, shares: &[u64]) -> Vec<u64> {
    let sum: u64 = shares.iter().sum();
    if sum == 0 {
        return vec![0; shares.len()];
    }
    let mut parts: Vec<u64> = shares.iter().map(|share| total * share / sum).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(total * shares[at] % sum));
    let missing = total - parts.iter().sum::<u64>();
    for &at in order.iter().take(missing as usize) {
        parts[at] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn largest_remainder() {
        assert_eq!(apportion(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(apportion(10, &[0, 0]), [0, 0]);
        assert_eq!(apportion(0, &[5, 5]), [0, 0]);
        assert_eq!(apportion(1000, &[36, 24]), [600, 400]);
    }

    #[test]
    fn fit_rounds_half_up() {
        let check = |tenths: &[u16], expected: u8| assert_eq!(fit(tenths), expected, "{tenths:?}");
        check(&[444], 44);
        check(&[400, 45], 45);
        check(&[1000], 100);
        check(&[], 0);
    }

    proptest! {
        #[test]
        fn apportionment_is_whole_and_near(total in 0_u64..2000, shares in prop::collection::vec(0_u64..100_000, 1..12)) {
            let parts = apportion(total, &shares);
            let sum: u64 = shares.iter().sum();
            prop_assert_eq!(parts.iter().sum::<u64>(), if sum == 0 { 0 } else { total });
            for (part, share) in parts.iter().zip(&shares) {
                prop_assert!(*part <= (total * share).div_ceil(sum.max(1)));
            }
        }
    }
}
