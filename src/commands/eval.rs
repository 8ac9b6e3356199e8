//! Measures the engine against judged sets; the figures come from `search_index::eval`.

use std::fmt::Display;
use std::path::Path;
use std::time::Instant;

use search_index::eval;
use serde::Serialize;

use super::answer::Answer;
use crate::error::{Error, Result};

#[derive(Serialize)]
struct Measured<T> {
    #[serde(flatten)]
    figures: T,
    seconds: f64,
}

/// Titles that name a similar job.
pub fn titles(corpus: &Path, queries: &Path, qrels: &Path) -> Result<Answer> {
    let (corpus, queries, qrels) = (read(corpus)?, read(queries)?, read(qrels)?);
    measured(|| eval::titles(&corpus, &queries, &qrels))
}

/// CVs and postings with a judgement of each pair.
pub fn pairs(people: &Path, positions: &Path, pairs: &Path) -> Result<Answer> {
    let (people, positions, pairs) = (read(people)?, read(positions)?, read(pairs)?);
    measured(|| eval::pairs(&people, &positions, &pairs))
}

/// Posting titles and the occupation each belongs to.
pub fn occupations(pairs: &Path) -> Result<Answer> {
    let pairs = read(pairs)?;
    measured(|| eval::occupations(&pairs))
}

fn measured<T: Display + Serialize>(measure: impl FnOnce() -> Result<T, String>) -> Result<Answer> {
    // Loading the dictionaries is no part of what is measured.
    search_index::Lexicon::get();
    let began = Instant::now();
    let figures = measure().map_err(Error::internal)?;
    let seconds = began.elapsed().as_secs_f64();
    Answer::new(format!("{figures}\n  ({seconds:.1} s)"), &Measured { figures, seconds })
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| Error::internal(format!("{}：{error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_invented_pairs_show_the_format() {
        let file = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/eval_pairs").join(name);
        let answer = pairs(&file("people.jsonl"), &file("positions.jsonl"), &file("pairs.csv")).expect("figures");
        assert_eq!(answer.json["pairs"], 12);
        assert!(answer.json["positions"]["gauc"].as_f64().is_some_and(|gauc| gauc > 0.5), "{}", answer.text);
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = occupations(Path::new("no/such/file.tsv")).expect_err("refused");
        assert!(error.to_string().contains("no/such/file.tsv"), "{error}");
    }
}
