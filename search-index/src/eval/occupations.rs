//! Posting titles and the occupation each belongs to: how early the exact code comes.

use std::fmt;

use serde::Serialize;

use super::measures::{mean, reciprocal_rank};
use crate::Lexicon;

/// Occupations asked for per title; later places count as not found.
const DEPTH: usize = 100;

/// Means over all titles that have a code.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OccupationsReport {
    /// Titles measured.
    pub titles: usize,
    /// Mean reciprocal rank of the exact code.
    pub mrr: f64,
    /// Share of titles whose code is among the first ten.
    pub recall_10: f64,
    /// Share of titles whose code is the first.
    pub first: f64,
}

/// Measures on `title⇥code⇥name`. Lines without a code are left out.
pub fn occupations(pairs: &str) -> Result<OccupationsReport, String> {
    let lexicon = Lexicon::get();
    let (mut ranks, mut tens, mut firsts) = (Vec::new(), Vec::new(), Vec::new());
    for (at, line) in pairs.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let mut columns = line.split('\t');
        let (Some(title), Some(code)) = (columns.next(), columns.next()) else {
            return Err(format!("pairs line {}: title⇥code expected", at + 1));
        };
        if code.is_empty() {
            continue;
        }
        let near = lexicon.occupations_like(title, DEPTH);
        let hits: Vec<bool> = near.iter().map(|(found, _, _)| found == code).collect();
        let is_within = |depth: usize| f64::from(u8::from(hits.iter().take(depth).any(|hit| *hit)));
        ranks.push(reciprocal_rank(&hits));
        tens.push(is_within(10));
        firsts.push(is_within(1));
    }
    Ok(OccupationsReport { titles: ranks.len(), mrr: mean(&ranks), recall_10: mean(&tens), first: mean(&firsts) })
}

impl fmt::Display for OccupationsReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "occupations: {} titles", self.titles)?;
        writeln!(f, "  MRR      {:.4}", self.mrr)?;
        writeln!(f, "  R@10     {:.4}", self.recall_10)?;
        write!(f, "  first    {:.4}", self.first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_occupation_finds_itself() {
        let report = occupations("保安员\t4-07-05-01\t保安员\n无\t\t无\n").unwrap();
        assert_eq!((report.titles, report.mrr, report.first), (1, 1.0, 1.0));
        assert!(occupations("保安员").is_err());
    }
}
