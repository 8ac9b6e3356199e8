//! The figures themselves, for one ranked list. All lie in 0–1.

/// Average precision: `relevant` says which ranked documents are right, `total` how many there are.
pub(super) fn average_precision(relevant: &[bool], total: usize) -> f64 {
    let mut hits = 0;
    let mut sum = 0.0;
    for (at, _) in relevant.iter().enumerate().filter(|(_, hit)| **hit) {
        hits += 1;
        sum += f64::from(hits) / (at + 1) as f64;
    }
    share(sum, total)
}

/// One over the place of the first right document.
pub(super) fn reciprocal_rank(relevant: &[bool]) -> f64 {
    relevant.iter().position(|hit| *hit).map_or(0.0, |at| 1.0 / (at + 1) as f64)
}

/// Discounted gain of the first `depth`, as a share of the best order possible.
pub(super) fn ndcg(gains: &[f64], all_gains: &[f64], depth: usize) -> f64 {
    let discounted = |gains: &[f64]| -> f64 {
        let top = gains.iter().take(depth).enumerate();
        top.map(|(at, gain)| gain / ((at + 2) as f64).log2()).sum()
    };
    let mut ideal = all_gains.to_vec();
    ideal.sort_by(|a, b| b.total_cmp(a));
    let best = discounted(&ideal);
    if best > 0.0 { discounted(gains) / best } else { 0.0 }
}

/// Share of the right documents among the first `depth`.
pub(super) fn recall(relevant: &[bool], total: usize, depth: usize) -> f64 {
    share(relevant.iter().take(depth).filter(|hit| **hit).count() as f64, total)
}

/// Area under the curve: the chance that a right document scores above a wrong one, ties half.
/// `None` where one of the two is absent.
pub(super) fn area(scored: &[(f32, bool)]) -> Option<f64> {
    let right = scored.iter().filter(|(_, hit)| *hit).count();
    let wrong = scored.len() - right;
    if right == 0 || wrong == 0 {
        return None;
    }
    let mut above = 0.0;
    for (score, _) in scored.iter().filter(|(_, hit)| *hit) {
        for (other, _) in scored.iter().filter(|(_, hit)| !*hit) {
            above += match score.total_cmp(other) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    Some(above / (right * wrong) as f64)
}

/// The mean; 0 of nothing.
pub(super) fn mean(values: &[f64]) -> f64 {
    share(values.iter().sum(), values.len())
}

fn share(part: f64, total: usize) -> f64 {
    if total == 0 { 0.0 } else { part / total as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        let hits = [true, false, true];
        assert!((average_precision(&hits, 2) - (1.0 + 2.0 / 3.0) / 2.0).abs() < 1e-9);
        assert_eq!(reciprocal_rank(&[false, true]), 0.5);
        assert_eq!(reciprocal_rank(&[]), 0.0);
        assert_eq!(recall(&hits, 4, 1), 0.25);
        assert!((ndcg(&[1.0, 0.0], &[1.0], 10) - 1.0).abs() < 1e-9);
        assert!((ndcg(&[0.0, 1.0], &[1.0], 10) - 1.0 / 3.0_f64.log2()).abs() < 1e-9);
        assert_eq!(area(&[(0.9, true), (0.1, false), (0.9, false)]), Some(0.75));
        assert_eq!(area(&[(0.9, true)]), None);
        assert_eq!(mean(&[]), 0.0);
    }
}
