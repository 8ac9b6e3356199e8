//! Titles that name a similar job: how well [`Lexicon::title_similarity`] puts them first.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;

use super::measures::{average_precision, mean, ndcg, recall, reciprocal_rank};
use crate::Lexicon;

/// Means over all queries with at least one judgement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TitlesReport {
    /// Queries measured.
    pub queries: usize,
    /// Titles ranked for each.
    pub documents: usize,
    /// Mean average precision.
    pub map: f64,
    /// Mean reciprocal rank.
    pub mrr: f64,
    /// Normalised discounted cumulative gain of the first ten.
    pub ndcg_10: f64,
    /// Recall in the first hundred.
    pub recall_100: f64,
}

/// Measures on `id⇥text`, `id⇥text` and `query⇥0⇥document⇥grade`. The error says which line is wrong.
pub fn titles(corpus: &str, queries: &str, qrels: &str) -> Result<TitlesReport, String> {
    let lexicon = Lexicon::get();
    let judged = read_judgements(qrels)?;
    let corpus = read_titles("corpus", corpus)?;
    let documents: Vec<_> = corpus.iter().map(|(id, text)| (*id, lexicon.title(text))).collect();
    let mut figures = [const { Vec::new() }; 4];
    for (id, text) in read_titles("queries", queries)? {
        let Some(grades) = judged.get(id) else { continue };
        let query = lexicon.title(text);
        let score = |(id, title): &(_, std::sync::Arc<_>)| (query.similarity(title), *id);
        let mut ranked: Vec<(f32, &str)> = documents.iter().map(score).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        let gains: Vec<f64> = ranked.iter().map(|(_, id)| grades.get(id).copied().unwrap_or(0.0)).collect();
        let relevant: Vec<bool> = gains.iter().map(|gain| *gain > 0.0).collect();
        let all_gains: Vec<f64> = grades.values().copied().filter(|gain| *gain > 0.0).collect();
        figures[0].push(average_precision(&relevant, all_gains.len()));
        figures[1].push(reciprocal_rank(&relevant));
        figures[2].push(ndcg(&gains, &all_gains, 10));
        figures[3].push(recall(&relevant, all_gains.len(), 100));
    }
    Ok(TitlesReport {
        queries: figures[0].len(),
        documents: documents.len(),
        map: mean(&figures[0]),
        mrr: mean(&figures[1]),
        ndcg_10: mean(&figures[2]),
        recall_100: mean(&figures[3]),
    })
}

fn read_titles<'a>(file: &str, text: &'a str) -> Result<Vec<(&'a str, &'a str)>, String> {
    let read = |(at, line): (usize, &'a str)| {
        line.split_once('\t').ok_or_else(|| format!("{file} line {}: id⇥text expected", at + 1))
    };
    text.lines().enumerate().filter(|(_, line)| !line.is_empty()).map(read).collect()
}

type Judgements<'a> = HashMap<&'a str, HashMap<&'a str, f64>>;

fn read_judgements(text: &str) -> Result<Judgements<'_>, String> {
    let mut judged = Judgements::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [query, _, document, grade] = columns[..] else {
            return Err(format!("qrels line {}: four columns expected", at + 1));
        };
        let grade = grade.trim().parse().map_err(|error| format!("qrels line {}: {error}", at + 1))?;
        judged.entry(query).or_default().insert(document, grade);
    }
    Ok(judged)
}

impl fmt::Display for TitlesReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "titles: {} queries over {} titles", self.queries, self.documents)?;
        writeln!(f, "  MAP      {:.4}", self.map)?;
        writeln!(f, "  MRR      {:.4}", self.mrr)?;
        writeln!(f, "  nDCG@10  {:.4}", self.ndcg_10)?;
        write!(f, "  R@100    {:.4}", self.recall_100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_title_comes_first() {
        let corpus = "a\t会计\nb\t电焊工\nc\t挖掘机司机\n";
        let report = titles(corpus, "q\t会计\n", "q\t0\ta\t1\n").unwrap();
        assert_eq!((report.queries, report.documents), (1, 3));
        assert_eq!((report.map, report.mrr, report.ndcg_10, report.recall_100), (1.0, 1.0, 1.0, 1.0));
    }

    #[test]
    fn a_broken_line_is_named() {
        assert!(titles("no tab", "", "").unwrap_err().contains("corpus line 1"));
        assert!(titles("", "", "q\t0\ta").unwrap_err().contains("qrels line 1"));
        assert!(titles("", "", "q\t0\ta\tx").unwrap_err().contains("qrels line 1"));
    }
}
