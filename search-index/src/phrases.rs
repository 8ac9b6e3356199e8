//! Finding known phrases in free text: longest first, from the left, without overlap.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::tokenize::{fold, is_word};

/// Longest phrase that is looked for, in characters.
const PHRASE_CHARS_MAX: usize = 24;

/// Phrases and the number each stands for.
#[derive(Default)]
pub(crate) struct Phrases {
    numbers: FxHashMap<Box<str>, u32>,
    /// How long the phrases are that begin with a character: a bit for each number of characters.
    lengths: FxHashMap<char, u32>,
}

impl Phrases {
    /// The first number given to a phrase stays.
    pub fn insert(&mut self, phrase: &str, number: u32) {
        let folded = fold(phrase, PHRASE_CHARS_MAX + 1);
        let length = folded.chars().count();
        let Some(first) = folded.chars().next() else { return };
        if length > PHRASE_CHARS_MAX {
            return;
        }
        *self.lengths.entry(first).or_default() |= 1 << length;
        self.numbers.entry(folded.into_boxed_str()).or_insert(number);
    }

    /// The number of the whole `phrase`.
    pub fn get(&self, phrase: &str) -> Option<u32> {
        self.get_folded(&fold(phrase.trim(), PHRASE_CHARS_MAX + 1))
    }

    /// The same for what is folded already.
    pub fn get_folded(&self, phrase: &str) -> Option<u32> {
        self.numbers.get(phrase).copied()
    }

    /// Where phrases stand in folded text, as byte ranges. A phrase that begins or ends with a Latin
    /// letter has to begin or end a word there: `go` is not in `google`.
    pub fn find(&self, folded: &str) -> Vec<(Range<usize>, u32)> {
        let chars: Vec<(usize, char)> = folded.char_indices().collect();
        let byte_at = |at: usize| chars.get(at).map_or(folded.len(), |&(byte, _)| byte);
        let joins =
            |left: usize, right: usize| chars.get(right).is_some_and(|&(_, c)| is_word(c)) && is_word(chars[left].1);
        let mut found = Vec::new();
        let mut start = 0;
        while start < chars.len() {
            let inside_word = start > 0 && joins(start - 1, start);
            let Some(lengths) = self.lengths.get(&chars[start].1).filter(|_| !inside_word) else {
                start += 1;
                continue;
            };
            let left = chars.len() - start;
            let lengths = (1..=PHRASE_CHARS_MAX.min(left)).rev().filter(|length| lengths >> length & 1 == 1);
            let hit = lengths.into_iter().find_map(|length| {
                let end = start + length;
                let range = byte_at(start)..byte_at(end);
                let number = *self.numbers.get(&folded[range.clone()])?;
                (!joins(end - 1, end)).then_some((end, range, number))
            });
            match hit {
                Some((end, range, number)) => {
                    found.push((range, number));
                    start = end;
                }
                None => start += 1,
            }
        }
        found
    }

    /// Folded text without the phrases in it.
    pub fn remove(&self, folded: &str) -> String {
        let mut kept = String::with_capacity(folded.len());
        let mut from = 0;
        for (range, _) in self.find(folded) {
            kept.push_str(&folded[from..range.start]);
            kept.push(' ');
            from = range.end;
        }
        kept.push_str(&folded[from..]);
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_first_and_whole_words() {
        let mut phrases = Phrases::default();
        for (number, phrase) in ["电工", "电工证", "Go", "五险一金"].into_iter().enumerate() {
            phrases.insert(phrase, number as u32);
        }
        let check = |text: &str, expected: &[u32]| {
            let found: Vec<u32> = phrases.find(text).into_iter().map(|(_, number)| number).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("有电工证的电工", &[1, 0]);
        check("google", &[]);
        check("go语言", &[2]);
        check("会go,", &[2]);
        check("", &[]);
        assert_eq!(phrases.remove("五险一金电焊"), " 电焊");
        assert_eq!(phrases.get(" ＧＯ "), Some(2));
    }
}
