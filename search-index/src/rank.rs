//! The order in which scored pairs are shown.

use std::cmp::Reverse;

use crate::Match;

/// The fit that the unjudged share of a pair is taken to have: somewhat below the middle, so that a
/// well-known fair match stands above a hardly known brilliant one, and telling more pays.
pub(crate) const UNJUDGED_FIT: u32 = 40;

/// Candidates that are explained before it is asked whether the rest can still change anything.
const STEP: usize = 10;

/// A position or person that the index proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub id: String,
    /// The fit to be expected, 0 to 100, as the index estimates it; below 0 where too little is known.
    pub estimate: f32,
    /// What it may turn out to be at most.
    pub at_most: f32,
}

/// Pairs in the order of [`rank`].
#[derive(Clone, Debug)]
pub struct Ranked<T> {
    pub explained: Vec<(T, Match)>,
    /// Candidates that nobody looked at closely, since they cannot be among the best.
    pub left: usize,
}

/// The best `wanted` of the candidates, and whatever else had to be looked at to be sure of them.
///
/// `explain` scores some candidates with their current rows; pairs that are blocked are dropped. Candidates
/// come best guess first, and those that can no longer be among the best by what they may fit at most are passed
/// over.
///
/// # Errors
/// What `explain` returns.
pub fn best<T: Ord, E>(
    candidates: &[Candidate],
    wanted: usize,
    mut explain: impl FnMut(&[Candidate]) -> Result<Vec<(T, Match)>, E>,
) -> Result<Ranked<T>, E> {
    let mut explained = Vec::new();
    let mut open = if wanted > 0 { candidates.to_vec() } else { Vec::new() };
    let mut left = candidates.len() - open.len();
    while !open.is_empty() {
        let later = open.split_off(open.len().min(if explained.is_empty() { wanted.max(STEP) } else { STEP }));
        explained.extend(explain(&open)?.into_iter().filter(|(_, found)| found.blocks.is_empty()));
        explained = rank(explained);
        let last = explained.get(wanted - 1).and_then(|(_, found)| expected_fit(found));
        let before = later.len();
        open = later;
        open.retain(|next| last.is_none_or(|last| (last as f32) < next.at_most * 100.0));
        left += before - open.len();
    }
    Ok(Ranked { explained, left })
}

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
            distance_km: None,
        };
        let blocks = if is_blocked { vec![block] } else { vec![] };
        Match { fit, coverage, blocks, parts: vec![], ask: vec![], weights_version: 1 }
    }

    fn candidate(at: usize, estimate: f32) -> Candidate {
        Candidate { id: format!("{at:03}"), estimate, at_most: estimate + 6.0 }
    }

    #[test]
    fn explains_no_more_than_it_takes() {
        // Estimates fall from 100 by a tenth; each fits as well as was estimated, rounded.
        let all: Vec<Candidate> = (0..200).map(|at| candidate(at, 100.0 - at as f32 / 10.0)).collect();
        let asked = |wanted: usize| {
            let mut asked = 0;
            let ranked = best(&all, wanted, |some| {
                asked += some.len();
                let scored =
                    some.iter().map(|one| (one.id.clone(), found(Some(one.estimate.round() as u8), 100, false)));
                Ok::<_, ()>(scored.collect())
            });
            let ranked = ranked.unwrap();
            assert_eq!(ranked.explained.len() + ranked.left, 200);
            assert!(ranked.explained.iter().take(wanted).map(|(id, _)| id).is_sorted());
            asked
        };
        // The twentieth, at 98, is sure once the next are estimated at 92.
        assert_eq!([asked(0), asked(1), asked(20), asked(500)], [0, 60, 80, 200]);
    }

    #[test]
    fn goes_on_where_candidates_turn_out_worse() {
        let all: Vec<Candidate> = (0..100).map(|at| candidate(at, 90.0)).collect();
        let ranked = best(&all, 20, |some| {
            let scored = some.iter().map(|one| (one.id.clone(), found(Some(50), 100, one.id.as_str() < "060")));
            Ok::<_, ()>(scored.collect())
        });
        // Sixty are ruled out, and none of the rest can be taken for sure.
        assert_eq!((ranked.clone().unwrap().explained.len(), ranked.unwrap().left), (40, 0));
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
