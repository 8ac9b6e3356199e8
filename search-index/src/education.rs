//! Levels of education (学历): their ranks, names, codes and the words that mean them. What a person has or a
//! position asks is read here and nowhere else.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::dictionary::{BadRow, Dictionaries, Row, rows, values};
use crate::phrases::Phrases;
use crate::tokenize::{TEXT_CHARS_MAX, fold};

/// The highest rank; ranks run from 0 without a gap.
const RANK_MAX: usize = 7;
/// What makes the level before it a most and no least: 初中及以下 asks for nothing.
const MOST: [&str; 2] = ["以下", "以内"];

/// A row of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EducationLevel {
    /// 0 (nothing is asked, or nothing was finished) to 7 (doctor).
    pub rank: u8,
    /// As the product stores it.
    pub code: String,
    /// As a cell of a table has it.
    pub name: String,
    /// As a page says it.
    pub label: String,
    pub english: String,
    /// Codes of GB/T 4658-2006 that mean it.
    pub standard: Vec<String>,
    /// Whether a position that names it asks for at least that.
    pub asks: bool,
}

/// All levels, lowest first.
pub struct EducationLevels {
    list: Vec<EducationLevel>,
    /// Words that mean a level in any text.
    anywhere: Phrases,
    /// Words that mean one where the text is about education; those of `anywhere` too.
    field: Phrases,
    standard: Phrases,
}

impl EducationLevels {
    /// The embedded levels.
    ///
    /// # Panics
    /// When a row of them is bad: such a build must not start.
    pub fn get() -> &'static EducationLevels {
        static LEVELS: OnceLock<EducationLevels> = OnceLock::new();
        let read = || EducationLevels::read(Dictionaries::EMBEDDED.education_levels);
        LEVELS.get_or_init(|| read().unwrap_or_else(|bad| panic!("dictionaries: {bad}")))
    }

    /// Refuses a rank out of order or missing, an empty name, a code or word that stands twice, and what is no
    /// code of the standard.
    pub(crate) fn read(text: &str) -> Result<EducationLevels, BadRow> {
        let [anywhere, field, standard] = Default::default();
        let mut all = EducationLevels { list: Vec::new(), anywhere, field, standard };
        let mut seen = HashSet::new();
        for row in rows::<10>(FILE, text)? {
            all.push(&row, &mut seen)?;
        }
        let count = all.list.len();
        let why = || format!("{count} levels, {} expected", RANK_MAX + 1);
        if count == RANK_MAX + 1 { Ok(all) } else { Err(BadRow { file: FILE, line: 0, why: why() }) }
    }

    fn push(&mut self, row: &Row<'_, 10>, seen: &mut HashSet<String>) -> Result<(), BadRow> {
        let [rank, code, name, label, english, standard, asks, anywhere, field, source] = row.columns;
        let number = self.list.len();
        if rank != number.to_string() || number > RANK_MAX {
            return Err(row.bad(format!("rank {rank} is out of order")));
        }
        if [code, name, label, english, source].iter().any(|column| column.is_empty()) {
            return Err(row.bad("no code, name, label, English or source"));
        }
        let asks = match asks {
            "yes" => true,
            "no" => false,
            other => return Err(row.bad(format!("asks is {other}, not yes or no"))),
        };
        if let Some(other) = values(standard).find(|code| code.len() != 2 || code.parse::<u8>().is_err()) {
            return Err(row.bad(format!("{other} is no code of the standard")));
        }
        let words = || values(anywhere).chain(values(field));
        for form in std::iter::once(code).chain(values(standard)).chain(words()) {
            if !seen.insert(fold(form, TEXT_CHARS_MAX)) {
                return Err(row.bad(format!("{form} stands twice")));
            }
        }
        let rank = number as u8;
        values(anywhere).for_each(|word| self.anywhere.insert(word, rank.into()));
        words().chain([code]).for_each(|word| self.field.insert(word, rank.into()));
        values(standard).for_each(|code| self.standard.insert(code, rank.into()));
        let standard = values(standard).map(str::to_owned).collect();
        let [code, name, label, english] = [code, name, label, english].map(str::to_owned);
        self.list.push(EducationLevel { rank, code, name, label, english, standard, asks });
        Ok(())
    }

    /// Lowest first; each stands at its rank.
    pub fn all(&self) -> &[EducationLevel] {
        &self.list
    }

    pub fn by_rank(&self, rank: u8) -> Option<&EducationLevel> {
        self.list.get(usize::from(rank))
    }

    /// What somebody has, from a field about education: by a name of it, a code of the standard, or our own.
    /// Of several the lowest, which is sure.
    pub fn held(&self, text: &str) -> Option<&EducationLevel> {
        let number = self.standard.get(text).or_else(|| self.in_field(text).min());
        number.map(|number| &self.list[number as usize])
    }

    /// The least that a position asks, from a field about education: 大专及以上 is 大专, of 本科/硕士 it is 本科,
    /// and a most (初中及以下) asks nothing.
    pub fn asked(&self, text: &str) -> Option<&EducationLevel> {
        let named = self.held(text)?;
        let folded = fold(text, TEXT_CHARS_MAX);
        let nothing = self.in_field(text).any(|number| !self.list[number as usize].asks);
        if nothing || MOST.iter().any(|word| folded.contains(word)) { self.list.first() } else { Some(named) }
    }

    /// Ranks that any text names, in order of appearance.
    pub(crate) fn named_in(&self, text: &str) -> impl Iterator<Item = u8> {
        let found = self.anywhere.find(&fold(text, TEXT_CHARS_MAX));
        found.into_iter().map(|(_, number)| number as u8)
    }

    fn in_field(&self, text: &str) -> impl Iterator<Item = u32> {
        // A cell may have a blank inside a word (本 科).
        let folded: String = fold(text, TEXT_CHARS_MAX).split_whitespace().collect();
        self.field.find(&folded).into_iter().map(|(_, number)| number)
    }
}

const FILE: &str = "education_levels.tsv";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_has_and_what_is_asked() {
        let check = |text: &str, held: Option<u8>, asked: Option<u8>| {
            let levels = EducationLevels::get();
            let rank = |found: Option<&EducationLevel>| found.map(|level| level.rank);
            assert_eq!((rank(levels.held(text)), rank(levels.asked(text))), (held, asked), "{text}");
        };
        check("大专及以上", Some(4), Some(4));
        check("初中及以下", Some(2), Some(0));
        check("学历不限", Some(0), Some(0));
        check("不限（高中以上优先）", Some(0), Some(0));
        check("本科/硕士", Some(5), Some(5));
        check("中专/中技", Some(3), Some(3));
        check("大学专科", Some(4), Some(4));
        check("大学", Some(5), Some(5));
        check("博士研究生", Some(7), Some(7));
        check("ＭＢＡ", Some(6), Some(6));
        check("本 科", Some(5), Some(5));
        check("junior_college", Some(4), Some(4));
        check("21", Some(5), Some(5));
        check("21年毕业", None, None);
        check("10", None, None);
        check("其他", None, None);
        check("", None, None);
    }

    #[test]
    fn a_text_about_something_else_names_no_level() {
        let named = |text| EducationLevels::get().named_in(text).collect::<Vec<u8>>();
        assert!(named("小学旁，经验不限，大学城对面").is_empty());
        assert_eq!(named("本科毕业，在读博士研究生"), [5, 7]);
    }

    #[test]
    fn bad_rows_are_refused() {
        let good = Dictionaries::EMBEDDED.education_levels;
        let check = |from: &str, to: &str, expected: &str| {
            assert!(good.contains(from), "{from}");
            let bad = EducationLevels::read(&good.replacen(from, to, 1)).err().map(|bad| bad.why);
            assert_eq!(bad.as_deref(), Some(expected));
        };
        check("\n1\tprimary", "\n2\tprimary", "rank 2 is out of order");
        check("primary\t小学", "primary\t", "no code, name, label, English or source");
        check("\t80｜81\tyes", "\t80｜81\tmaybe", "asks is maybe, not yes or no");
        check("\t80｜81\t", "\t8｜81\t", "8 is no code of the standard");
        check("\t80｜81\t", "\t80｜71\t", "71 stands twice");
        check("硕士｜研究生", "硕士｜本科", "本科 stands twice");
        let seven: Vec<&str> = good.lines().filter(|line| !line.starts_with('7')).collect();
        let bad = EducationLevels::read(&seven.join("\n")).err().map(|bad| bad.to_string());
        assert_eq!(bad.as_deref(), Some("education_levels.tsv line 0: 7 levels, 8 expected"));
    }
}
