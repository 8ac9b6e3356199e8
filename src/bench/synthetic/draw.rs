//! Drawing from distributions.

use rand::RngExt;
use rand::rngs::StdRng;

/// Numbers 0…n−1 whose frequency falls with their rank to the power of `exponent` (Zipf).
pub struct Zipf {
    cumulative: Vec<f64>,
}

impl Zipf {
    pub fn new(n: usize, exponent: f64) -> Zipf {
        let mut sum = 0.0;
        let add = |rank: usize| {
            sum += ((rank + 1) as f64).powf(-exponent);
            sum
        };
        Zipf { cumulative: (0..n.max(1)).map(add).collect() }
    }

    pub fn draw(&self, rng: &mut StdRng) -> usize {
        let whole = self.cumulative.last().copied().unwrap_or(1.0);
        let at = rng.random::<f64>() * whole;
        self.cumulative.partition_point(|sum| *sum < at).min(self.cumulative.len() - 1)
    }
}

/// One of the values, each with its share; what the shares leave of 1 is `None`.
pub fn weighted<T: Copy>(rng: &mut StdRng, shares: &[(T, f64)]) -> Option<T> {
    let mut at = rng.random::<f64>();
    for (value, share) in shares {
        if at < *share {
            return Some(*value);
        }
        at -= share;
    }
    None
}

/// A number whose logarithm is normally distributed.
pub fn log_normal(rng: &mut StdRng, mean: f64, deviation: f64) -> f64 {
    (mean + deviation * normal(rng)).exp()
}

/// Box and Muller's transformation; one of its two numbers is enough here.
pub fn normal(rng: &mut StdRng) -> f64 {
    let (one, other): (f64, f64) = (rng.random(), rng.random());
    (-2.0 * (1.0 - one).ln()).sqrt() * (std::f64::consts::TAU * other).cos()
}

/// A number with these quantiles (share, value), straight lines between them.
pub fn quantiles(rng: &mut StdRng, points: &[(f64, f64)]) -> f64 {
    let at: f64 = rng.random();
    let between = points.windows(2).find(|pair| at <= pair[1].0);
    let Some([(low_share, low), (high_share, high)]) = between.map(|pair| [pair[0], pair[1]]) else {
        return points.last().map_or(0.0, |(_, value)| *value);
    };
    low + (high - low) * (at - low_share) / (high_share - low_share)
}

/// One of the list; nothing from an empty one.
pub fn one_of<'a, T>(rng: &mut StdRng, list: &'a [T]) -> Option<&'a T> {
    if list.is_empty() { None } else { list.get(rng.random_range(0..list.len())) }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn shares_come_out_as_given() {
        let mut rng = StdRng::seed_from_u64(1);
        let zipf = Zipf::new(100, 1.0);
        let first = (0..10_000).filter(|_| zipf.draw(&mut rng) == 0).count();
        // 1 / H(100) = 0.193
        assert!((1800..2060).contains(&first), "{first}");
        let none = (0..10_000).filter(|_| weighted(&mut rng, &[(1, 0.5), (2, 0.3)]).is_none()).count();
        assert!((1900..2100).contains(&none), "{none}");
        let points = [(0.0, 0.0), (0.5, 10.0), (1.0, 100.0)];
        let low = (0..10_000).filter(|_| quantiles(&mut rng, &points) < 10.0).count();
        assert!((4850..5150).contains(&low), "{low}");
        let median = (0..10_000).filter(|_| log_normal(&mut rng, 9.0, 0.5) < 9.0_f64.exp()).count();
        assert!((4850..5150).contains(&median), "{median}");
    }
}
