//! Better weights from preferences: pairwise logistic regression on the score itself.
//!
//! For each preference, the chance that the better one stands higher is taken as the logistic function of the
//! difference of their expected fits (Bradley and Terry 1952), ten points being a clear difference. The weights
//! sought make what people did likeliest, each person counting once, and stay near those in use: a quadratic
//! penalty, and no part moves further than [`MOVE_MAX`]. They go uphill by gradient, are put back after each
//! step to where they add up to 100 within their bounds, and are made whole at the end.

use search_index::{ExactWeights, PartKind, PartShare, WEIGHT_MAX, WEIGHT_MIN, WEIGHTS_SUM, Weights, expected_by};

/// Points by which one part may move in one proposal. Own judgement [I]: a person reads the report of each.
pub const MOVE_MAX: f32 = 6.0;
/// Points of expected fit that make a clear difference.
const CLEAR_POINTS: f32 = 10.0;
/// What a point of distance from the weights in use costs, squared, in units of log-likelihood: so much that a
/// part moves by its bound only when most preferences ask for it.
const DISTANCE_COST: f32 = 0.0008;
const STEPS_MAX: usize = 80;
const PARTS: usize = PartKind::ALL.len();

/// One thing was preferred over another.
#[derive(Clone, Copy, Debug)]
pub struct Preference<'a> {
    pub better: &'a [PartShare],
    pub worse: &'a [PartShare],
    /// What it counts: the preferences of one person count 1 together.
    pub counts: f32,
}

/// How well weights agree with preferences.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Agreement {
    /// Share of the preferences whose better one has the higher expected fit.
    pub right: f32,
    /// Mean log-likelihood; nearer to 0 is better.
    pub log_likelihood: f32,
}

pub fn agreement(weights: &ExactWeights, preferences: &[Preference<'_>]) -> Agreement {
    let (mut right, mut likelihood, mut whole) = (0.0, 0.0, 0.0);
    for one in preferences {
        let difference = expected_by(weights, one.better) - expected_by(weights, one.worse);
        // Equals are half right.
        right += one.counts
            * if difference > 0.0 {
                1.0
            } else if difference == 0.0 {
                0.5
            } else {
                0.0
            };
        // ln(1 / (1 + e^-x)), without overflow.
        let x = difference / CLEAR_POINTS;
        likelihood += one.counts * -((-x.abs()).exp().ln_1p() + (-x).max(0.0));
        whole += one.counts;
    }
    if whole == 0.0 {
        return Agreement::default();
    }
    Agreement { right: right / whole, log_likelihood: likelihood / whole }
}

/// Weights that agree better with the preferences than those in use; the same ones where nothing is gained.
pub fn fit(in_use: &Weights, preferences: &[Preference<'_>]) -> Vec<(PartKind, u8)> {
    let start = in_use.exact();
    let bounds: [(f32, f32); PARTS] =
        start.map(|weight| ((weight - MOVE_MAX).max(WEIGHT_MIN.into()), (weight + MOVE_MAX).min(WEIGHT_MAX.into())));
    let value = |weights: &ExactWeights| {
        let distance: f32 = std::iter::zip(weights, &start).map(|(one, other)| (one - other) * (one - other)).sum();
        agreement(weights, preferences).log_likelihood - DISTANCE_COST * distance
    };
    let (mut best, mut best_value) = (start, value(&start));
    let mut step = 4.0_f32;
    for _ in 0..STEPS_MAX {
        let slope = gradient(&value, &best);
        let length = slope.iter().map(|one| one * one).sum::<f32>().sqrt();
        if length < 1e-6 {
            break;
        }
        let moved: ExactWeights = std::array::from_fn(|at| best[at] + step * slope[at] / length);
        let moved = within(moved, &bounds);
        let moved_value = value(&moved);
        if moved_value > best_value {
            (best, best_value) = (moved, moved_value);
            step *= 1.3;
        } else {
            step /= 2.0;
            if step < 0.01 {
                break;
            }
        }
    }
    let found = whole(&best, &bounds);
    let exact: ExactWeights = std::array::from_fn(|at| f32::from(found[at].1));
    // Making them whole may cost more than was gained.
    if value(&exact) > value(&start) { found } else { in_use.shares().to_vec() }
}

/// By differences: the score has kinks, where its derivative has none.
fn gradient(value: &impl Fn(&ExactWeights) -> f32, at: &ExactWeights) -> ExactWeights {
    const NEAR: f32 = 0.25;
    let slope: ExactWeights = std::array::from_fn(|part| {
        let (mut more, mut less) = (*at, *at);
        more[part] += NEAR;
        less[part] -= NEAR;
        (value(&more) - value(&less)) / (2.0 * NEAR)
    });
    // Along weights that keep their sum.
    let mean = slope.iter().sum::<f32>() / PARTS as f32;
    slope.map(|one| one - mean)
}

/// The nearest weights that add up to 100 within their bounds: all moved by the same, found by halving.
fn within(weights: ExactWeights, bounds: &[(f32, f32); PARTS]) -> ExactWeights {
    let moved =
        |by: f32| -> ExactWeights { std::array::from_fn(|at| (weights[at] + by).clamp(bounds[at].0, bounds[at].1)) };
    let (mut low, mut high) = (-200.0_f32, 200.0_f32);
    for _ in 0..50 {
        let middle = f32::midpoint(low, high);
        if moved(middle).iter().sum::<f32>() < WEIGHTS_SUM as f32 { low = middle } else { high = middle }
    }
    moved(high)
}

/// Whole points with the same sum: cut, then one more for those that lost most.
fn whole(weights: &ExactWeights, bounds: &[(f32, f32); PARTS]) -> Vec<(PartKind, u8)> {
    let mut cut: Vec<u8> = weights.iter().map(|weight| (weight + 1e-3).floor() as u8).collect();
    let mut order: Vec<usize> = (0..PARTS).collect();
    let lost: ExactWeights = std::array::from_fn(|at| weights[at] - f32::from(cut[at]));
    order.sort_by(|&one, &other| lost[other].total_cmp(&lost[one]));
    let mut missing = WEIGHTS_SUM.saturating_sub(cut.iter().copied().map(u32::from).sum());
    for &at in order.iter().cycle().take(PARTS * PARTS) {
        if missing > 0 && f32::from(cut[at]) + 1.0 <= bounds[at].1 {
            cut[at] += 1;
            missing -= 1;
        }
    }
    std::iter::zip(PartKind::ALL, cut).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use search_index::Lexicon;

    fn judged(credits: [u32; PARTS]) -> Vec<PartShare> {
        std::iter::zip(PartKind::ALL, credits)
            .map(|(kind, credit)| PartShare { kind, weight: 0, known: 1000, credit })
            .collect()
    }

    fn weight(of: &[(PartKind, u8)], part: PartKind) -> u8 {
        of.iter().find(|(kind, _)| *kind == part).map(|(_, weight)| *weight).unwrap()
    }

    #[test]
    fn whoever_prefers_pay_raises_pay() {
        let weights = Lexicon::get().weights();
        for part in PartKind::ALL {
            let mut better = [500; PARTS];
            better[part as usize] = 900;
            // Something else speaks for the worse one, or any weights would do.
            let mut worse = [500; PARTS];
            worse[(part as usize + 1) % PARTS] = 900;
            let (better, worse) = (judged(better), judged(worse));
            let fitted = fit(&weights, &[Preference { better: &better, worse: &worse, counts: 1.0 }]);
            assert!(u32::from(weight(&fitted, part)) > weights.of(part), "{part:?} {fitted:?}");
            assert!(Weights::new(1001, &fitted).is_ok(), "{fitted:?}");
        }
    }

    #[test]
    fn without_preferences_nothing_moves() {
        let weights = Lexicon::get().weights();
        assert_eq!(fit(&weights, &[]), weights.shares());
        let same = judged([500; PARTS]);
        let equals = [Preference { better: &same, worse: &same, counts: 1.0 }];
        assert_eq!(fit(&weights, &equals), weights.shares());
        assert_eq!(agreement(&weights.exact(), &equals).right, 0.5);
    }

    #[test]
    fn contrary_preferences_cancel() {
        let weights = Lexicon::get().weights();
        let (one, other) = (
            judged([900, 100, 500, 500, 500, 500, 500, 500, 500]),
            judged([100, 900, 500, 500, 500, 500, 500, 500, 500]),
        );
        let both = [
            Preference { better: &one, worse: &other, counts: 1.0 },
            Preference { better: &other, worse: &one, counts: 1.0 },
        ];
        // Occupation weighs more than skills, so what contradicts it is the less likely; it gives way a little.
        let fitted = fit(&weights, &both);
        assert!(weight(&fitted, PartKind::Occupation) <= 36 && weight(&fitted, PartKind::Pay) >= 9, "{fitted:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn what_is_proposed_is_always_a_set_of_weights_near_the_one_in_use(
            pairs in prop::collection::vec((prop::array::uniform9(0_u32..=1000), prop::array::uniform9(0_u32..=1000)), 0..12),
        ) {
            let weights = Lexicon::get().weights();
            let judged: Vec<_> = pairs.iter().map(|(better, worse)| (judged(*better), judged(*worse))).collect();
            let preferences: Vec<Preference> =
                judged.iter().map(|(better, worse)| Preference { better, worse, counts: 1.0 }).collect();
            let fitted = fit(&weights, &preferences);
            prop_assert!(Weights::new(1001, &fitted).is_ok(), "{:?}", fitted);
            for (part, weight) in &fitted {
                prop_assert!((f32::from(*weight) - weights.of(*part) as f32).abs() <= MOVE_MAX, "{:?}", fitted);
            }
            let exact: ExactWeights = std::array::from_fn(|at| f32::from(fitted[at].1));
            let (before, after) = (agreement(&weights.exact(), &preferences), agreement(&exact, &preferences));
            prop_assert!(after.log_likelihood >= before.log_likelihood, "{:?} {:?}", before, after);
        }
    }
}
