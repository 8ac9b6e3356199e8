//! The answer against the truth: every row scored, none left out.

use search_index::{Lexicon, Match, Seeker, Vacancy, expected_fit};
use serde::Serialize;

use super::Bench;
use crate::commands::progress;
use crate::error::Result;

/// Results that count.
const SHOWN: usize = 20;

/// Recall of the first twenty: the share of them in our answer that score at least as well as the twentieth
/// of all. Equals are interchangeable.
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
            let found = search_index::explain_all(lexicon, seeker, &bench.world.vacancies, today);
            let ours = bench.recall_positions(seeker)?;
            let ours = ours.iter().filter_map(|id| bench.vacancies.get(id.as_str()));
            let is_open = |one: &Vacancy| one.valid_until_day.is_none_or(|day| day >= today);
            let all = std::iter::zip(&bench.world.vacancies, &found).filter(|(one, _)| is_open(one));
            let ours = ours.map(|one| search_index::explain(lexicon, seeker, one, today));
            positions.push(recall(all.filter_map(|(_, found)| worth(found)), ours.filter_map(|found| worth(&found))));
            bar.inc(1);
        }
        for vacancy in bench.world.vacancies.iter().rev().take(questions) {
            let score = |seeker: &Seeker| worth(&search_index::explain(lexicon, seeker, vacancy, today));
            let ours = bench.recall_people(vacancy)?;
            let ours = ours.iter().filter_map(|id| bench.seekers.get(id.as_str()));
            people.push(recall(bench.world.seekers.iter().filter_map(score), ours.filter_map(|one| score(one))));
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

fn recall(all: impl Iterator<Item = (u32, u8)>, ours: impl Iterator<Item = (u32, u8)>) -> f64 {
    let best = |list: &mut Vec<(u32, u8)>| {
        list.sort_unstable_by(|a, b| b.cmp(a));
        list.truncate(SHOWN);
    };
    let (mut all, mut ours): (Vec<_>, Vec<_>) = (all.collect(), ours.collect());
    best(&mut all);
    best(&mut ours);
    let Some(last) = all.last() else { return 1.0 };
    ours.iter().filter(|one| *one >= last).count() as f64 / all.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_are_interchangeable() {
        let check = |all: &[(u32, u8)], ours: &[(u32, u8)], expected: f64| {
            assert_eq!(recall(all.iter().copied(), ours.iter().copied()), expected, "{all:?} {ours:?}");
        };
        check(&[], &[], 1.0);
        check(&[(9, 1), (8, 1)], &[(8, 1), (9, 1)], 1.0);
        check(&[(9, 1), (8, 1)], &[(9, 1), (7, 1)], 0.5);
        let equals = [(9, 1); 30];
        check(&equals, &equals[..20], 1.0);
        check(&equals, &equals[..10], 0.5);
    }
}
