//! Times, percentiles, memory.

use std::time::{Duration, Instant};

use serde::Serialize;

use crate::commands::progress;
use crate::error::Result;

/// One kind of question is asked at most this long; what was answered by then counts.
const BUDGET: Duration = Duration::from_secs(90);
/// Asked before the clock runs: caches fill, a database plans.
const WARM_UP: usize = 20;

/// How long the questions of one kind took, in milliseconds.
#[derive(Clone, Debug, Serialize)]
pub struct Timing {
    pub asked: usize,
    /// Rows an answer had, on average.
    pub found: f64,
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
}

/// Asks each question once, one after another.
pub fn time_each<T>(what: &str, questions: &[T], mut ask: impl FnMut(&T) -> Result<usize>) -> Result<Timing> {
    for question in questions.iter().take(WARM_UP) {
        ask(question)?;
    }
    let bar = progress::bar(questions.len() as u64, what);
    let (began, mut found, mut times) = (Instant::now(), 0, Vec::with_capacity(questions.len()));
    for question in questions {
        let asked = Instant::now();
        found += ask(question)?;
        times.push(asked.elapsed().as_secs_f64() * 1e3);
        bar.inc(1);
        if began.elapsed() > BUDGET {
            break;
        }
    }
    bar.finish_and_clear();
    let found = found as f64 / times.len().max(1) as f64;
    Ok(Timing { found, ..Timing::of(times) })
}

impl Timing {
    pub fn of(mut times: Vec<f64>) -> Timing {
        times.sort_by(f64::total_cmp);
        let at = |share| percentile(&times, share);
        Timing { asked: times.len(), found: 0.0, p50: at(0.50), p95: at(0.95), p99: at(0.99) }
    }

    pub fn cells(&self) -> Vec<String> {
        let ms = [self.p50, self.p95, self.p99].map(|ms| format!("{ms:.2}"));
        [vec![self.asked.to_string(), format!("{:.0}", self.found)], ms.to_vec()].concat()
    }

    /// How many times as long as `ours` this took.
    pub fn ratios(&self, ours: &Timing) -> Vec<String> {
        let pairs = [(self.p50, ours.p50), (self.p95, ours.p95), (self.p99, ours.p99)];
        pairs
            .iter()
            .map(|(theirs, ours)| if *ours > 0.0 { format!("{:.1}", theirs / ours) } else { String::new() })
            .collect()
    }
}

/// The smallest of the sorted values that at least this share does not exceed (nearest rank).
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.clamp(1, sorted.len().max(1)) - 1).copied().unwrap_or(0.0)
}

/// Memory of this process, from `/proc/self/status`; zero where there is none.
#[derive(Clone, Debug, Serialize)]
pub struct Memory {
    pub when: &'static str,
    pub rss_mb: f64,
    /// The highest so far.
    pub peak_mb: f64,
}

impl Memory {
    pub fn now(when: &'static str) -> Memory {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        Memory { when, rss_mb: kilobytes(&status, "VmRSS:") / 1e3, peak_mb: kilobytes(&status, "VmHWM:") / 1e3 }
    }

    pub fn line(&self) -> String {
        format!("memory: {:.0} MB (peak {:.0}) {}", self.rss_mb, self.peak_mb, self.when)
    }
}

fn kilobytes(status: &str, name: &str) -> f64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    // `kB` in this file are 1,024 bytes.
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok()).map_or(0.0, |kib| kib * 1.024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_occurred() {
        let check = |times: Vec<f64>, expected: (f64, f64, f64)| {
            let timing = Timing::of(times);
            assert_eq!((timing.p50, timing.p95, timing.p99), expected);
        };
        check((1..=100).rev().map(f64::from).collect(), (50.0, 95.0, 99.0));
        check(vec![3.0, 1.0], (1.0, 3.0, 3.0));
        check(vec![7.0], (7.0, 7.0, 7.0));
        check(vec![], (0.0, 0.0, 0.0));
    }

    #[test]
    fn ratios_say_how_many_times_ours() {
        let (ours, theirs) = (Timing::of(vec![2.0]), Timing::of(vec![5.0]));
        assert_eq!(theirs.ratios(&ours), ["2.5", "2.5", "2.5"]);
        assert_eq!(theirs.ratios(&Timing::of(vec![])), ["", "", ""]);
    }

    #[test]
    fn memory_is_read() {
        assert_eq!(kilobytes("VmPeak:\t 9 kB\nVmRSS:\t  1000 kB\n", "VmRSS:"), 1024.0);
        assert_eq!(kilobytes("", "VmRSS:"), 0.0);
    }
}
