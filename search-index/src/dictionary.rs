//! The embedded dictionaries as rows. Their columns are described at the top of each file in
//! `dictionaries/`; changing a dictionary is a reviewed change of data, not of code.

/// What lies between several values of one column.
const SEPARATOR: char = '｜';

/// The text of every dictionary.
#[derive(Clone, Copy)]
pub(crate) struct Dictionaries<'a> {
    pub occupations: &'a str,
    pub specialities: &'a str,
    pub skills: &'a str,
    pub title_synonyms: &'a str,
    pub stop_words: &'a str,
}

impl Dictionaries<'static> {
    /// The dictionaries of this build.
    pub const EMBEDDED: Self = Dictionaries {
        occupations: include_str!("../dictionaries/occupations.tsv"),
        specialities: include_str!("../dictionaries/specialities.tsv"),
        skills: include_str!("../dictionaries/skills.tsv"),
        title_synonyms: include_str!("../dictionaries/title_synonyms.tsv"),
        stop_words: include_str!("../dictionaries/stop_words.txt"),
    };
}

impl Dictionaries<'_> {
    /// Changes when any dictionary changes, so that an index made with older words is rebuilt.
    pub fn fingerprint(&self) -> u64 {
        let all = [self.occupations, self.specialities, self.skills, self.title_synonyms, self.stop_words];
        all.iter().fold(0, |hash, text| hash_bytes(hash, text.as_bytes()))
    }
}

/// FNV-1a: stable between builds and machines, which the standard library's hasher is not.
pub(crate) fn hash_bytes(seed: u64, bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The rows after the header; missing columns are empty.
pub(crate) fn rows<const N: usize>(text: &str) -> impl Iterator<Item = [&str; N]> {
    lines(text).skip(1).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or("").trim())
    })
}

/// The lines that are neither empty nor comments.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.trim_end()).filter(|line| !line.is_empty() && !line.starts_with('#'))
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
        let text = "# source\na\tb\n1\tx｜y\n\n2\n";
        let found: Vec<[&str; 2]> = rows(text).collect();
        assert_eq!(found, [["1", "x｜y"], ["2", ""]]);
        assert_eq!(values("x｜ y｜").collect::<Vec<_>>(), ["x", "y"]);
    }

    #[test]
    fn every_embedded_row_has_its_columns() {
        let check = |name: &str, text: &str, columns: usize| {
            for line in lines(text) {
                assert_eq!(line.split('\t').count(), columns, "{name}: {line}");
            }
        };
        // Trailing empty columns are cut with the line's white space, so only full tables are strict.
        let all = Dictionaries::EMBEDDED;
        check("specialities", all.specialities, 7);
        check("skills", all.skills, 3);
        check("title_synonyms", all.title_synonyms, 2);
    }

    #[test]
    fn fingerprint_follows_the_words() {
        let all = Dictionaries::EMBEDDED;
        let other = Dictionaries { stop_words: "包吃", ..all };
        assert_ne!(all.fingerprint(), other.fingerprint());
    }
}
