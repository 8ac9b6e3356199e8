//! What each part of a match weighs (权重): dated data with a source and a reviewer, never constants.
//!
//! The build brings a set of its own, `dictionaries/weights.tsv`; an installation may accept another. A set
//! has a version, and every [`crate::Match`] names the version it was made with.

use std::fmt;

use serde::Serialize;

use crate::dictionary::{BadRow, Row, rows};
use crate::{Lexicon, PartKind};

/// Points of a full score that all parts share.
pub const WEIGHTS_SUM: u32 = 100;
/// The least that any part weighs: nothing that is asked is ever ignored.
pub const WEIGHT_MIN: u8 = 1;
/// The most that any part weighs: no part decides alone.
pub const WEIGHT_MAX: u8 = 60;
/// Sets with a version up to this come with a build; those of an installation lie above it.
pub const BUILT_IN_VERSION_MAX: u32 = 1000;

const FILE: &str = "weights.tsv";
const PARTS: usize = PartKind::ALL.len();

/// A set of weights: one for each part, 100 together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    version: u32,
    /// By the part's place in [`PartKind::ALL`].
    of: [u8; PARTS],
}

/// Weights on the way to better ones: they need not be whole.
pub type ExactWeights = [f32; PARTS];

/// Why numbers are no weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoWeights {
    Missing(PartKind),
    Twice(PartKind),
    /// Below [`WEIGHT_MIN`] or above [`WEIGHT_MAX`].
    OutOfBounds(PartKind),
    /// They add up to this.
    Sum(u32),
}

impl std::error::Error for NoWeights {}

impl fmt::Display for NoWeights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoWeights::Missing(part) => write!(f, "{} has no weight", part.code()),
            NoWeights::Twice(part) => write!(f, "{} stands twice", part.code()),
            NoWeights::OutOfBounds(part) => {
                write!(f, "the weight of {} is not within {WEIGHT_MIN} to {WEIGHT_MAX}", part.code())
            }
            NoWeights::Sum(sum) => write!(f, "the weights add up to {sum}, not {WEIGHTS_SUM}"),
        }
    }
}

impl Weights {
    /// # Errors
    /// A part that is missing, stands twice or weighs too little or too much; another sum than 100.
    pub fn new(version: u32, shares: &[(PartKind, u8)]) -> Result<Weights, NoWeights> {
        let mut of = [0; PARTS];
        for &(part, weight) in shares {
            if of[part as usize] > 0 {
                return Err(NoWeights::Twice(part));
            }
            if !(WEIGHT_MIN..=WEIGHT_MAX).contains(&weight) {
                return Err(NoWeights::OutOfBounds(part));
            }
            of[part as usize] = weight;
        }
        if let Some(part) = PartKind::ALL.into_iter().find(|part| of[*part as usize] == 0) {
            return Err(NoWeights::Missing(part));
        }
        match of.iter().copied().map(u32::from).sum() {
            WEIGHTS_SUM => Ok(Weights { version, of }),
            sum => Err(NoWeights::Sum(sum)),
        }
    }

    /// As numbers that can be moved, in the order of [`PartKind::ALL`].
    pub fn exact(&self) -> ExactWeights {
        self.of.map(f32::from)
    }

    /// Which set this is; the same number is always the same set.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Points of 100.
    pub fn of(&self, part: PartKind) -> u32 {
        self.of[part as usize].into()
    }

    /// Every part with its points, in the order of [`PartKind::ALL`].
    pub fn shares(&self) -> [(PartKind, u8); PARTS] {
        PartKind::ALL.map(|part| (part, self.of[part as usize]))
    }
}

/// What pairs are measured by: the words, and the weights of one version. Where nothing else is said, those
/// of the build.
#[derive(Clone, Copy)]
pub struct Scale<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) weights: Weights,
}

impl<'a> From<&'a Lexicon> for Scale<'a> {
    fn from(lexicon: &'a Lexicon) -> Scale<'a> {
        lexicon.weighed(lexicon.weights())
    }
}

impl Lexicon {
    /// These words with other weights.
    pub fn weighed(&self, weights: Weights) -> Scale<'_> {
        Scale { lexicon: self, weights }
    }
}

/// Reads all versions and gives the highest. Refuses versions that do not ascend with their days, a day that is
/// none, an unknown part, a row without source or reviewer, and a version that is no set of weights.
pub(crate) fn read(text: &str) -> Result<Weights, BadRow> {
    let mut newest: Option<Weights> = None;
    let mut last_since = "";
    let rows = rows::<6>(FILE, text)?;
    for set in rows.chunk_by(|one, next| one.columns[0] == next.columns[0]) {
        let (first, last) = (&set[0], &set[set.len() - 1]);
        let [version, since, ..] = first.columns;
        let version: u32 = version.parse().map_err(|_| first.bad(format!("{version} is no version")))?;
        if version > BUILT_IN_VERSION_MAX || newest.is_some_and(|before| before.version >= version) {
            return Err(first.bad(format!("version {version} does not ascend up to {BUILT_IN_VERSION_MAX}")));
        }
        if !is_day(since) || since < last_since {
            return Err(first.bad(format!("{since} is no day, or lies before the version before")));
        }
        last_since = since;
        let shares: Vec<(PartKind, u8)> = set.iter().map(|row| share(row, since)).collect::<Result<_, _>>()?;
        newest = Some(Weights::new(version, &shares).map_err(|why| last.bad(format!("version {version}: {why}")))?);
    }
    newest.ok_or_else(|| BadRow { file: FILE, line: 1, why: "no weights".to_owned() })
}

fn share(row: &Row<'_, 6>, day: &str) -> Result<(PartKind, u8), BadRow> {
    let [_, since, part, weight, source, reviewer] = row.columns;
    if since != day {
        return Err(row.bad("one version begins on one day"));
    }
    if source.is_empty() || reviewer.is_empty() {
        return Err(row.bad("no source or reviewer"));
    }
    let part = PartKind::from_code(part).ok_or_else(|| row.bad(format!("unknown part {part}")))?;
    let weight = weight.parse().map_err(|_| row.bad(format!("{weight} is no weight")))?;
    Ok((part, weight))
}

/// `YYYY-MM-DD`, which sorts by time.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number =
        |at: usize, digits| parts.get(at).filter(|part| part.len() == digits).and_then(|part| part.parse::<u32>().ok());
    let (year, month, day) = (number(0, 4), number(1, 2), number(2, 2));
    parts.len() == 3
        && year.is_some()
        && month.is_some_and(|month| (1..=12).contains(&month))
        && day.is_some_and(|day| (1..=31).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HEAD: &str = "version\tsince\tpart\tweight\tsource\treviewer\n";

    /// Rows of one version, 20 for the first part and 10 for each other.
    fn set(version: &str, since: &str) -> String {
        let row = |part: PartKind| {
            let weight = if part == PartKind::Occupation { 20 } else { 10 };
            format!("{version}\t{since}\t{}\t{weight}\town\tus\n", part.code())
        };
        PartKind::ALL.map(row).concat()
    }

    #[test]
    fn the_newest_set_counts() {
        let text = [HEAD, &set("1", "2026-01-01"), &set("3", "2026-05-01")].concat();
        let found = read(&text).unwrap();
        assert_eq!((found.version(), found.of(PartKind::Occupation), found.of(PartKind::Preference)), (3, 20, 10));
    }

    #[test]
    fn a_bad_row_is_named() {
        let good = set("1", "2026-01-01");
        let check = |text: String, expected: &str| {
            let why = read(&[HEAD, &text].concat()).unwrap_err().to_string();
            assert_eq!(why, expected, "{text}");
        };
        check(String::new(), "weights.tsv line 1: no weights");
        check(good.replace("pay", "wage"), "weights.tsv line 5: unknown part wage");
        check(good.replace("pay\t10", "pay\tten"), "weights.tsv line 5: ten is no weight");
        check(
            good.replace("pay\t10", "pay\t0"),
            "weights.tsv line 10: version 1: the weight of pay is not within 1 to 60",
        );
        check(good.replace("pay\t10", "pay\t11"), "weights.tsv line 10: version 1: the weights add up to 101, not 100");
        check(good.replace("pay", "place"), "weights.tsv line 10: version 1: place stands twice");
        check(
            good.lines().skip(1).map(|line| format!("{line}\n")).collect(),
            "weights.tsv line 9: version 1: occupation has no weight",
        );
        check(good.replacen("own\tus", "own\t", 1), "weights.tsv line 2: no source or reviewer");
        check(
            good.replacen("2026-01-01", "2026-13-01", 1),
            "weights.tsv line 2: 2026-13-01 is no day, or lies before the version before",
        );
        check(good.replacen("2026-01-01", "2025-01-01", 1), "weights.tsv line 3: one version begins on one day");
        check(
            [set("2", "2026-01-01"), good.clone()].concat(),
            "weights.tsv line 11: version 1 does not ascend up to 1000",
        );
        check(set("1001", "2026-01-01"), "weights.tsv line 2: version 1001 does not ascend up to 1000");
    }

    proptest! {
        #[test]
        fn a_set_adds_up_or_is_refused(numbers in prop::collection::vec(0_u8..70, PARTS)) {
            let shares: Vec<(PartKind, u8)> = PartKind::ALL.into_iter().zip(numbers.iter().copied()).collect();
            let is_good = numbers.iter().all(|one| (WEIGHT_MIN..=WEIGHT_MAX).contains(one))
                && numbers.iter().copied().map(u32::from).sum::<u32>() == WEIGHTS_SUM;
            match Weights::new(7, &shares) {
                Ok(found) => {
                    prop_assert!(is_good);
                    prop_assert_eq!(found.shares().to_vec(), shares);
                }
                Err(_) => prop_assert!(!is_good),
            }
        }
    }
}
