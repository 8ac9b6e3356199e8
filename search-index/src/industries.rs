//! Industries (国民经济行业分类, GB/T 4754-2017): which one somebody means by what they wrote, and the section
//! (门类) it lies in. What is not recognised stays as it was written; that is the caller's to keep.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::dictionary::{BadRow, Dictionaries, Row, rows, values};
use crate::tokenize::{TITLE_CHARS_MAX, fold};

const FILE: &str = "industries.tsv";
const SECTIONS: usize = 20;
const DIVISIONS: usize = 97;

/// A section or a division of the classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Industry {
    /// A letter for a section, two digits for a division.
    pub code: String,
    pub name: String,
    /// Of sections only.
    pub english: Option<String>,
    /// What people write for it.
    pub words: Vec<String>,
    /// The number of its section among all; a section's own.
    section: usize,
}

/// All of them, in the order of the classification: each section before its divisions.
pub struct Industries {
    list: Vec<Industry>,
    by_code: HashMap<String, usize>,
    by_word: HashMap<String, usize>,
}

impl Industries {
    /// The embedded classification.
    ///
    /// # Panics
    /// When a row of it is bad: such a build must not start.
    pub fn get() -> &'static Industries {
        static INDUSTRIES: OnceLock<Industries> = OnceLock::new();
        let read = || Industries::read(Dictionaries::EMBEDDED.industries);
        INDUSTRIES.get_or_init(|| read().unwrap_or_else(|bad| panic!("dictionaries: {bad}")))
    }

    /// Refuses a code that is none, out of order or without its section, a word that stands twice, and a
    /// classification that is not whole.
    pub(crate) fn read(text: &str) -> Result<Industries, BadRow> {
        let mut all = Industries { list: Vec::new(), by_code: HashMap::new(), by_word: HashMap::new() };
        for row in rows::<5>(FILE, text)? {
            all.push(&row)?;
        }
        let sections = all.sections().count();
        let counts = (sections, all.list.len() - sections);
        if counts == (SECTIONS, DIVISIONS) {
            return Ok(all);
        }
        let why = format!("{} sections and {} divisions, {SECTIONS} and {DIVISIONS} expected", counts.0, counts.1);
        Err(BadRow { file: FILE, line: 0, why })
    }

    fn push(&mut self, row: &Row<'_, 5>) -> Result<(), BadRow> {
        let [code, name, english, words, source] = row.columns;
        let number = self.list.len();
        let is_section = code.len() == 1;
        let (sections, divisions) = (self.sections().count(), number - self.sections().count());
        let expected = if is_section {
            char::from(b'A'.saturating_add(sections as u8)).to_string()
        } else {
            format!("{:02}", divisions + 1)
        };
        if code != expected || (number == 0 && !is_section) {
            return Err(row.bad(format!("{code} is no code, stands twice or is out of order")));
        }
        if name.is_empty() || source.is_empty() || english.is_empty() == is_section {
            return Err(row.bad("no name or source, a section without English, or a division with it"));
        }
        let section = if is_section { number } else { self.list[number - 1].section };
        for word in std::iter::once(name).chain(values(words)) {
            // The only division of a section may have its name; the name then means the division.
            let is_only = |other: usize| other == section && self.list[other].name == name && word == name;
            if self.by_word.insert(plain(word), number).is_some_and(|other| !is_only(other)) {
                return Err(row.bad(format!("{word} stands twice")));
            }
        }
        self.by_code.insert(code.to_owned(), number);
        let english = Some(english).filter(|text| !text.is_empty()).map(str::to_owned);
        let words = values(words).map(str::to_owned).collect();
        self.list.push(Industry { code: code.to_owned(), name: name.to_owned(), english, words, section });
        Ok(())
    }

    /// The sections, A to T.
    pub fn sections(&self) -> impl Iterator<Item = &Industry> {
        self.list.iter().enumerate().filter(|(at, one)| *at == one.section).map(|(_, one)| one)
    }

    pub fn section_of(&self, industry: &Industry) -> &Industry {
        &self.list[industry.section]
    }

    /// The one that somebody means who wrote this: a name, a word for it, a code, or a code and a name that agree
    /// (餐饮, 餐饮行业, 62, H62 餐饮业, C 制造业).
    pub fn named(&self, text: &str) -> Option<&Industry> {
        let text = plain(text);
        if let Some(&at) = self.by_word.get(&text) {
            return Some(&self.list[at]);
        }
        let (letter, rest) = match text.chars().next() {
            Some(first) if first.is_ascii_alphabetic() => text.split_at(1),
            _ => ("", text.as_str()),
        };
        let (digits, name) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
        let code = match digits.len() {
            0 => letter.to_ascii_uppercase(),
            // 6210 is a class of division 62.
            2..=4 => digits[..2].to_owned(),
            _ => return None,
        };
        let coded = *self.by_code.get(&code)?;
        let section = &self.list[self.list[coded].section];
        if !letter.is_empty() && section.code != letter.to_ascii_uppercase() {
            return None;
        }
        let called = if name.is_empty() { coded } else { *self.by_word.get(name)? };
        let agrees = called == coded || self.list[called].section == coded;
        agrees.then(|| &self.list[called])
    }

    /// Those whose name or word holds the text, the nearest first; of no text the sections.
    pub fn like(&self, text: &str, limit: usize) -> Vec<&Industry> {
        let text = plain(text);
        if text.is_empty() {
            return self.sections().take(limit).collect();
        }
        let place = |form: &str| match plain(form).find(&text) {
            Some(0) if plain(form) == text => Some(0),
            Some(0) => Some(1),
            Some(_) => Some(2),
            None => None,
        };
        let mut found: Vec<(u8, usize)> = Vec::new();
        for (at, one) in self.list.iter().enumerate() {
            let forms = std::iter::once(&one.name).chain(&one.words);
            found.extend(forms.filter_map(|form| place(form)).min().map(|place| (place, at)));
        }
        found.sort_unstable();
        found.into_iter().take(limit).map(|(_, at)| &self.list[at]).collect()
    }
}

/// Without blanks, capitals and a last 行业 or 业, which people write or leave out.
fn plain(text: &str) -> String {
    let folded: String = fold(text, TITLE_CHARS_MAX).split_whitespace().collect();
    let short = folded.strip_suffix("行业").or_else(|| folded.strip_suffix('业'));
    match short.filter(|short| short.chars().count() > 1) {
        Some(short) => short.to_owned(),
        None => folded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_recognised() {
        let check = |text: &str, code: Option<&str>, section: Option<&str>| {
            let all = Industries::get();
            let found = all.named(text);
            let section_found = found.map(|one| all.section_of(one).code.as_str());
            assert_eq!((found.map(|one| one.code.as_str()), section_found), (code, section), "{text}");
        };
        check("餐饮", Some("62"), Some("H"));
        check("餐饮行业", Some("62"), Some("H"));
        check("餐饮业", Some("62"), Some("H"));
        check("H62 餐饮业", Some("62"), Some("H"));
        check("Ｈ62", Some("62"), Some("H"));
        check("6210", Some("62"), Some("H"));
        check("C 制造业", Some("C"), Some("C"));
        check("C 五金", Some("33"), Some("C"));
        check("C", Some("C"), Some("C"));
        check("物流", Some("G"), Some("G"));
        check("快递", Some("60"), Some("G"));
        check("物业", Some("70"), Some("K"));
        check("保安服务", Some("72"), Some("L"));
        check("4S店", Some("52"), Some("F"));
        check("教育", Some("83"), Some("P"));
        check("it", Some("I"), Some("I"));
        check("C62 餐饮业", None, None);
        check("H 制造业", None, None);
        check("62 快递", None, None);
        check("98", None, None);
        check("5", None, None);
        check("餐饮、住宿", None, None);
        check("", None, None);
    }

    #[test]
    fn the_nearest_come_first() {
        let codes = |text: &str, limit| {
            let found = Industries::get().like(text, limit);
            found.into_iter().map(|one| one.code.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(codes("餐饮", 3), ["62", "H"]);
        assert_eq!(codes("保安", 3), ["72"]);
        assert_eq!((codes("", 50).len(), codes("", 2)), (SECTIONS, vec!["A", "B"]));
    }

    #[test]
    fn bad_rows_are_refused() {
        let good = Dictionaries::EMBEDDED.industries;
        let check = |from: &str, to: &str, expected: &str| {
            assert!(good.contains(from), "{from}");
            let bad = Industries::read(&good.replacen(from, to, 1)).err().map(|bad| bad.why);
            assert_eq!(bad.as_deref(), Some(expected));
        };
        check("\n02\t", "\n03\t", "03 is no code, stands twice or is out of order");
        check("\nB\t", "\nC\t", "C is no code, stands twice or is out of order");
        check("\nA\t", "\n1\t", "1 is no code, stands twice or is out of order");
        check("\tMining\t", "\t\t", "no name or source, a section without English, or a division with it");
        check("\t养殖｜", "\t矿业｜", "矿业 stands twice");
        check("\tMining\t矿业", "\tMining\t林业", "林业 stands twice");
        let bad = Industries::read(good.split("\nT\t").next().unwrap()).err().map(|bad| bad.to_string());
        let expected = "industries.tsv line 0: 19 sections and 96 divisions, 20 and 97 expected";
        assert_eq!(bad.as_deref(), Some(expected));
    }
}
