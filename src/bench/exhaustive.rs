//! The answer against the truth: every row scored, none left out.

use search_index::{Lexicon, Match, PreparedSeeker, Ranked, expected_fit};
use serde::Serialize;

use super::{Bench, PAGE};
use crate::commands::progress;
use crate::error::Result;

/// Recall of the first page: the share of ours that scores at least as well as the last of the true first
/// page. Equals are interchangeable.
#[derive(Debug, Serialize)]
pub struct Exhaustive {
    questions: usize,
    positions_recall_20: f64,
    people_recall_20: f64,
}

impl Exhaustive {
    /// Asks the last questions, which no measurement of time has warmed.
    pub fn measure(bench: &Bench<'_>, questions: usize) -> Result<Exhaustive> {
        let bar = progress::bar(questions as u64 * 2, "逐一核对");
        let (mut positions, mut people) = (Vec::new(), Vec::new());
        let (lexicon, today) = (Lexicon::get(), bench.world.today_day);
        for seeker in bench.world.seekers.iter().rev().take(questions) {
            let prepared = PreparedSeeker::new(lexicon, seeker, today);
            let open = bench.world.vacancies.iter().filter(|one| one.valid_until_day.is_none_or(|day| day >= today));
            positions.push(recall(open.map(|one| prepared.explain(one)), &bench.positions_for(seeker)?));
            bar.inc(1);
        }
        for vacancy in bench.world.vacancies.iter().rev().take(questions) {
            let all = bench.world.seekers.iter();
            let all = all.map(|seeker| search_index::explain(lexicon, seeker, vacancy, today));
            people.push(recall(all, &bench.people_for(vacancy)?));
            bar.inc(1);
        }
        bar.finish_and_clear();
        let mean = |all: &[f64]| all.iter().sum::<f64>() / all.len().max(1) as f64;
        Ok(Exhaustive { questions, positions_recall_20: mean(&positions), people_recall_20: mean(&people) })
    }

    pub fn text(&self) -> String {
        let Exhaustive { questions, positions_recall_20, people_recall_20 } = self;
        format!(
            "recall@20 against every row scored, {questions} questions each: positions {positions_recall_20:.4}, \
             people {people_recall_20:.4}"
        )
    }
}

/// What a pair ranks by; `None` for one that is ruled out or has no number.
fn worth(found: &Match) -> Option<(u32, u8)> {
    expected_fit(found).filter(|_| found.blocks.is_empty()).map(|fit| (fit, found.coverage))
}

fn recall(all: impl Iterator<Item = Match>, ours: &Ranked<&str>) -> f64 {
    let ours = ours.explained.iter().take(PAGE).filter_map(|(_, found)| worth(found));
    share(all.filter_map(|found| worth(&found)).collect(), &ours.collect::<Vec<_>>())
}

fn share(mut all: Vec<(u32, u8)>, ours: &[(u32, u8)]) -> f64 {
    all.sort_unstable_by(|a, b| b.cmp(a));
    all.truncate(PAGE);
    let Some(last) = all.last() else { return 1.0 };
    ours.iter().filter(|one| *one >= last).count() as f64 / all.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_are_interchangeable() {
        let check = |all: &[(u32, u8)], ours: &[(u32, u8)], expected: f64| {
            assert_eq!(share(all.to_vec(), ours), expected, "{all:?} {ours:?}");
        };
        check(&[], &[], 1.0);
        check(&[(9, 1), (8, 1)], &[(8, 1), (9, 1)], 1.0);
        check(&[(9, 1), (8, 1)], &[(9, 1), (7, 1)], 0.5);
        let equals = [(9, 1); 30];
        check(&equals, &equals[..20], 1.0);
        check(&equals, &equals[..10], 0.5);
    }
}
