//! CVs and postings with a judgement of each pair: whether satisfied pairs score above the others.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::extract;
use super::measures::{area, mean, reciprocal_rank};
use crate::rank::expected_fit;
use crate::{Lexicon, Seeker, Vacancy, explain};

/// No set names a day; nothing read from free text expires.
const TODAY_DAY: i32 = 0;

/// Figures for both directions: positions ranked for a person, and people for a position.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairsReport {
    /// Pairs scored.
    pub pairs: usize,
    /// Of them satisfied.
    pub satisfied: usize,
    /// Pairs of which too little could be read for a number.
    pub without_fit: usize,
    /// Positions for a person.
    pub positions: DirectionReport,
    /// People for a position.
    pub people: DirectionReport,
}

/// One direction, over the groups that hold both satisfied and other pairs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DirectionReport {
    /// Groups measured.
    pub groups: usize,
    /// Area under the curve within each group, weighed by the group's pairs.
    pub gauc: f64,
    /// Mean reciprocal rank of the first satisfied pair.
    pub mrr: f64,
}

struct Judged {
    person: String,
    position: String,
    score: f32,
    satisfied: bool,
}

/// Measures on lines of `{"cv_id","text"}`, of `{"jd_id","text"}`, and `cv_id,jd_id,satisfied`.
pub fn pairs(people_jsonl: &str, positions_jsonl: &str, pairs_csv: &str) -> Result<PairsReport, String> {
    let lexicon = Lexicon::get();
    let people = read_texts("people", people_jsonl, "cv_id")?;
    let positions = read_texts("positions", positions_jsonl, "jd_id")?;
    let seekers = people.iter().map(|(id, text)| (id, extract::seeker(lexicon, id, text)));
    let seekers: HashMap<&String, Seeker> = seekers.collect();
    let vacancies = positions.iter().map(|(id, text)| (id, extract::vacancy(lexicon, id, text)));
    let vacancies: HashMap<&String, Vacancy> = vacancies.collect();
    let mut judged = Vec::new();
    let mut without_fit = 0;
    for (at, line) in pairs_csv.lines().enumerate() {
        let Some((person, position, satisfied)) = read_pair(at, line)? else { continue };
        let seeker = seekers.get(&person).ok_or_else(|| format!("pairs line {}: no such cv_id", at + 1))?;
        let vacancy = vacancies.get(&position).ok_or_else(|| format!("pairs line {}: no such jd_id", at + 1))?;
        let found = explain(lexicon, seeker, vacancy, TODAY_DAY);
        let score = expected_fit(&found).map(|fit| fit as f32);
        without_fit += usize::from(score.is_none());
        // A block is the surest "no" there is.
        let score = if found.blocks.is_empty() { score.unwrap_or(0.0) } else { -1.0 };
        judged.push(Judged { person, position, score, satisfied });
    }
    Ok(PairsReport {
        pairs: judged.len(),
        satisfied: judged.iter().filter(|pair| pair.satisfied).count(),
        without_fit,
        positions: direction(&judged, |pair| &pair.person),
        people: direction(&judged, |pair| &pair.position),
    })
}

fn direction(judged: &[Judged], group: impl Fn(&Judged) -> &String) -> DirectionReport {
    let mut groups: HashMap<&String, Vec<(f32, bool)>> = HashMap::new();
    for pair in judged {
        groups.entry(group(pair)).or_default().push((pair.score, pair.satisfied));
    }
    let (mut areas, mut weights, mut ranks) = (Vec::new(), 0.0, Vec::new());
    for mut pairs in groups.into_values() {
        let Some(value) = area(&pairs) else { continue };
        let weight = pairs.len() as f64;
        areas.push(value * weight);
        weights += weight;
        // Of equal scores the unsatisfied come first: a tie earns nothing.
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranks.push(reciprocal_rank(&pairs.iter().map(|(_, hit)| *hit).collect::<Vec<_>>()));
    }
    // Groups come in no order; sums of floats must not depend on it.
    areas.sort_by(f64::total_cmp);
    ranks.sort_by(f64::total_cmp);
    let gauc = if weights > 0.0 { areas.iter().sum::<f64>() / weights } else { 0.0 };
    DirectionReport { groups: ranks.len(), gauc, mrr: mean(&ranks) }
}

fn read_texts(file: &str, text: &str, id: &str) -> Result<Vec<(String, String)>, String> {
    let read = |(at, line): (usize, &str)| {
        let wrong = |what: String| format!("{file} line {}: {what}", at + 1);
        let row: Value = serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
        let id = plain(&row[id]).ok_or_else(|| wrong(format!("no {id}")))?;
        let text = plain(&row["text"]).ok_or_else(|| wrong("no text".to_owned()))?;
        Ok((id, text))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// `None` for the header and for empty lines.
fn read_pair(at: usize, line: &str) -> Result<Option<(String, String, bool)>, String> {
    let columns: Vec<&str> = line.trim().split(',').map(str::trim).collect();
    match columns[..] {
        [""] => Ok(None),
        [first, ..] if at == 0 && first.trim_start_matches('\u{feff}') == "cv_id" => Ok(None),
        [person, position, "1" | "true" | "True"] => Ok(Some((person.to_owned(), position.to_owned(), true))),
        [person, position, "0" | "false" | "False"] => Ok(Some((person.to_owned(), position.to_owned(), false))),
        _ => Err(format!("pairs line {}: cv_id,jd_id,satisfied (0 or 1) expected", at + 1)),
    }
}

impl fmt::Display for PairsReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PairsReport { pairs, satisfied, without_fit, positions, people } = self;
        writeln!(f, "pairs: {pairs}, satisfied {satisfied}, without a fit {without_fit}")?;
        writeln!(f, "                        groups    gAUC     MRR")?;
        let row =
            |name, one: &DirectionReport| format!("  {name:<20}{:>8}  {:.4}  {:.4}", one.groups, one.gauc, one.mrr);
        writeln!(f, "{}", row("positions for people", positions))?;
        write!(f, "{}", row("people for positions", people))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_work_comes_first() {
        let people = "{\"cv_id\":1,\"text\":\"求职意向：会计\"}\n{\"cv_id\":2,\"text\":\"求职意向：厨师\"}\n";
        let positions =
            "{\"jd_id\":\"a\",\"text\":\"职位名称：会计\"}\n{\"jd_id\":\"b\",\"text\":\"职位名称：厨师\"}\n";
        let csv = "cv_id,jd_id,satisfied\n1,a,1\n1,b,0\n2,a,0\n2,b,1\n";
        let report = pairs(people, positions, csv).unwrap();
        assert_eq!((report.pairs, report.satisfied, report.without_fit), (4, 2, 0));
        assert_eq!((report.positions.gauc, report.people.mrr), (1.0, 1.0));
        assert!(pairs(people, positions, "9,a,1").unwrap_err().contains("cv_id"));
        assert!(pairs("x", positions, csv).unwrap_err().contains("people line 1"));
        assert!(pairs(people, positions, "1,a,maybe").is_err());
    }
}
