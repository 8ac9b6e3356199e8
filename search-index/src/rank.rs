//! The order in which scored pairs are shown.

use std::cmp::Reverse;

use crate::Match;

/// The fit that the unjudged share of a pair is taken to have: somewhat below the middle, so that a
/// well-known fair match stands above a hardly known brilliant one, and telling more pays.
pub(crate) const UNJUDGED_FIT: u32 = 40;

/// Best first: pairs that nothing blocks, by the fit to be expected once all is known (`fit` for
/// the judged share, 40 for the rest); then pairs without a number; then blocked
/// ones. Equals go by coverage, then by `T`, which should be the id, so the order never depends on
/// the order of the input.
pub fn rank<T: Ord>(mut scored: Vec<(T, Match)>) -> Vec<(T, Match)> {
    scored.sort_by(|(a_id, a), (b_id, b)| key(a).cmp(&key(b)).then_with(|| a_id.cmp(b_id)));
    scored
}

fn key(found: &Match) -> (bool, Reverse<Option<u32>>, Reverse<u8>) {
    (!found.blocks.is_empty(), Reverse(expected_fit(found)), Reverse(found.coverage))
}

/// The fit to be expected once all is known, times 100.
pub fn expected_fit(found: &Match) -> Option<u32> {
    let coverage = u32::from(found.coverage.min(100));
    found.fit.map(|fit| u32::from(fit) * coverage + UNJUDGED_FIT * (100 - coverage))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Line, PartKind, Verdict};

    fn found(fit: Option<u8>, coverage: u8, is_blocked: bool) -> Match {
        let block = Line {
            kind: PartKind::Degree,
            verdict: Verdict::Missing,
            code: "degree_below".into(),
            asked: None,
            has: None,
            evidence: None,
        };
        let blocks = if is_blocked { vec![block] } else { vec![] };
        Match { fit, coverage, blocks, parts: vec![], ask: vec![], weights_version: 1 }
    }

    #[test]
    fn order() {
        let scored = vec![
            ("blocked", found(Some(100), 100, true)),
            ("unknown", found(None, 20, false)),
            ("hardly known, brilliant", found(Some(100), 30, false)),
            ("well known, fair", found(Some(75), 100, false)),
            ("well known, good", found(Some(90), 100, false)),
            ("b", found(Some(40), 50, false)),
            ("a", found(Some(40), 50, false)),
            ("well known, poor", found(Some(10), 100, false)),
        ];
        let expected = [
            "well known, good",
            "well known, fair",
            "hardly known, brilliant",
            "a",
            "b",
            "well known, poor",
            "unknown",
            "blocked",
        ];
        let mut reversed = scored.clone();
        reversed.reverse();
        for input in [scored, reversed] {
            let order: Vec<&str> = rank(input).into_iter().map(|(id, _)| id).collect();
            assert_eq!(order, expected);
        }
    }
}
