//! Chance that gives the same again: every part of the world rolls dice of its own, so that one more
//! enterprise does not change every person.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::store::sealed::sha256;

pub struct Dice(StdRng);

impl Dice {
    pub fn new(seed: u64, part: &str) -> Dice {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(&sha256(format!("{seed} {part}").as_bytes()));
        Dice(StdRng::from_seed(bytes))
    }

    /// Both ends included.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        self.0.random_range(low..=high.max(low))
    }

    pub fn chance(&mut self, percent: u32) -> bool {
        self.0.random_range(0..100) < percent
    }

    /// One of `items`, which are not empty.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.0.random_range(0..items.len())]
    }

    /// One of `items`, in proportion to the number beside it.
    pub fn weighted<T: Copy>(&mut self, items: &[(T, u32)]) -> T {
        let mut at = self.0.random_range(0..items.iter().map(|(_, weight)| weight).sum::<u32>());
        for (item, weight) in items {
            if at < *weight {
                return *item;
            }
            at -= weight;
        }
        items[0].0
    }

    /// At most `count` of `items`, in their order.
    pub fn some<T: Copy>(&mut self, items: &[T], count: usize) -> Vec<T> {
        let mut places: Vec<usize> = (0..items.len()).collect();
        self.shuffle(&mut places);
        places.truncate(count);
        places.sort_unstable();
        places.into_iter().map(|place| items[place]).collect()
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.0.random_range(0..=last));
        }
    }
}
