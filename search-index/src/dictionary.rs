//! The embedded dictionaries as rows. Their columns are described at the top of each file in
//! `dictionaries/`; changing a dictionary is a reviewed change of data, not of code.

use std::fmt;

/// What lies between several values of one column.
const SEPARATOR: char = '｜';

/// The text of every dictionary.
#[derive(Clone, Copy)]
pub(crate) struct Dictionaries<'a> {
    pub occupations: &'a str,
    pub job_titles: &'a str,
    pub specialities: &'a str,
    pub relations: &'a str,
    pub skills: &'a str,
    pub certificates: &'a str,
    pub title_synonyms: &'a str,
    pub stop_words: &'a str,
    pub county_centres: &'a str,
    pub title_noise: &'a str,
    /// Not in the fingerprint, like what follows: no document depends on it.
    pub weights: &'a str,
    pub education_levels: &'a str,
    pub industries: &'a str,
    pub occupation_tasks: &'a str,
    /// In the fingerprint again.
    pub pieces: &'a str,
    pub table: &'a [u8],
}

impl Dictionaries<'static> {
    /// The dictionaries of this build.
    pub const EMBEDDED: Self = Dictionaries {
        occupations: include_str!("../dictionaries/occupations.tsv"),
        job_titles: include_str!("../dictionaries/job_titles.tsv"),
        specialities: include_str!("../dictionaries/specialities.tsv"),
        relations: include_str!("../dictionaries/relations.tsv"),
        skills: include_str!("../dictionaries/skills.tsv"),
        certificates: include_str!("../dictionaries/certificates.tsv"),
        title_synonyms: include_str!("../dictionaries/title_synonyms.tsv"),
        stop_words: include_str!("../dictionaries/stop_words.txt"),
        county_centres: include_str!("../dictionaries/county_centres.tsv"),
        title_noise: include_str!("../dictionaries/title_noise.tsv"),
        weights: include_str!("../dictionaries/weights.tsv"),
        education_levels: include_str!("../dictionaries/education_levels.tsv"),
        industries: include_str!("../dictionaries/industries.tsv"),
        occupation_tasks: include_str!("../dictionaries/occupation_tasks.tsv"),
        pieces: include_str!("../dictionaries/vectors/pieces.txt"),
        table: include_bytes!("../dictionaries/vectors/table.i8"),
    };
}

impl Dictionaries<'_> {
    /// Changes when any dictionary changes, so that an index made with older words is rebuilt.
    pub fn fingerprint(&self) -> u64 {
        let texts = [self.occupations, self.job_titles, self.specialities, self.skills, self.certificates];
        let texts = texts.into_iter().chain([self.relations, self.title_synonyms, self.stop_words, self.title_noise]);
        let texts = texts.chain([self.county_centres, self.pieces]);
        texts.map(str::as_bytes).chain([self.table]).fold(0, hash_bytes)
    }
}

/// A row that cannot be read. Nothing is guessed: a build with one does not start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BadRow {
    pub file: &'static str,
    /// Counted from 1.
    pub line: usize,
    pub why: String,
}

impl fmt::Display for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} line {}: {}", self.file, self.line, self.why)
    }
}

/// One line of a dictionary, cut into its columns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a, const N: usize> {
    pub file: &'static str,
    pub line: usize,
    pub columns: [&'a str; N],
}

impl<const N: usize> Row<'_, N> {
    /// This row, refused.
    pub fn bad(&self, why: impl Into<String>) -> BadRow {
        BadRow { file: self.file, line: self.line, why: why.into() }
    }
}

/// The rows after the header, which has to have the same number of columns; the first column is never empty.
pub(crate) fn rows<'a, const N: usize>(file: &'static str, text: &'a str) -> Result<Vec<Row<'a, N>>, BadRow> {
    let cut = |(line, text): (usize, &'a str)| {
        let columns: Vec<&str> = text.split('\t').map(str::trim).collect();
        let bad = |why: String| BadRow { file, line, why };
        let count = columns.len();
        let columns: [&str; N] = columns.try_into().map_err(|_| bad(format!("{count} columns, {N} expected")))?;
        if columns[0].is_empty() { Err(bad("no name".to_owned())) } else { Ok(Row { file, line, columns }) }
    };
    let all: Result<Vec<Row<'a, N>>, BadRow> = numbered_lines(text).map(cut).collect();
    all.map(|rows| rows.into_iter().skip(1).collect())
}

/// FNV-1a: stable between builds and machines, which the standard library's hasher is not.
pub(crate) fn hash_bytes(seed: u64, bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The lines that are neither empty nor comments.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    numbered_lines(text).map(|(_, line)| line.trim())
}

fn numbered_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

/// The values of one column.
pub(crate) fn values(column: &str) -> impl Iterator<Item = &str> {
    column.split(SEPARATOR).map(str::trim).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_skip_comments_and_header() {
        let text = "# source\na\tb\n1\tx｜y\n\n2\t\n";
        let found: Vec<(usize, [&str; 2])> =
            rows("x", text).unwrap().into_iter().map(|row| (row.line, row.columns)).collect();
        assert_eq!(found, [(3, ["1", "x｜y"]), (5, ["2", ""])]);
        assert_eq!(values("x｜ y｜").collect::<Vec<_>>(), ["x", "y"]);
    }

    #[test]
    fn a_bad_row_is_named() {
        let check = |text: &str, expected: &str| {
            assert_eq!(rows::<2>("x", text).unwrap_err().to_string(), expected, "{text}");
        };
        check("a\tb\n1\n", "x line 2: 1 columns, 2 expected");
        check("# source\na\tb\n1\t2\t3\n", "x line 3: 3 columns, 2 expected");
        check("a\tb\n\t2\n", "x line 2: no name");
    }

    #[test]
    fn fingerprint_follows_the_words() {
        let all = Dictionaries::EMBEDDED;
        let other = Dictionaries { stop_words: "包吃", ..all };
        assert_ne!(all.fingerprint(), other.fingerprint());
    }
}
