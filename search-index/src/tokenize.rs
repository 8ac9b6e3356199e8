//! Text to terms: folding, single Chinese characters, and Chinese words.
//!
//! Chinese has no spaces. Words (jieba, search mode) are precise but miss what the dictionary cuts
//! elsewhere; characters miss nothing but blur. Both are made here, and kept apart, so that each
//! reader can weigh them. Nothing here knows what a term means.

use jieba_rs::Jieba;

/// Characters of a description that are read; the rest adds nothing to a score and would let one
/// document cost as much as thousands.
pub(crate) const TEXT_CHARS_MAX: usize = 20_000;
/// Characters of a title or a search that are read.
pub(crate) const TITLE_CHARS_MAX: usize = 100;
/// Longest Latin word kept whole; longer runs are cut (a base64 blob is not a word).
const WORD_CHARS_MAX: usize = 40;

/// One stretch of folded text without separators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run<'a> {
    /// Chinese characters.
    Han(&'a str),
    /// A Latin (or other alphabetic) word or a number, such as `java`, `c++`, `a2`.
    Word(&'a str),
}

/// The terms of a text, in order, with repetitions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Terms {
    /// Words of search mode (long words and the shorter ones inside them), and Latin words.
    pub words: Vec<String>,
    /// Single Chinese characters, and Latin words whole.
    pub chars: Vec<String>,
}

/// The word dictionary, read-only after it is built.
pub(crate) struct Tokenizer {
    jieba: Jieba,
}

impl Tokenizer {
    /// The default dictionary and our own words, which would otherwise fall apart.
    pub fn new<'a>(own_words: impl Iterator<Item = &'a str>) -> Self {
        let mut jieba = Jieba::new();
        for word in own_words {
            if is_own_word(word) && !jieba.has_word(word) {
                jieba.add_word(word, None, None);
            }
        }
        Tokenizer { jieba }
    }

    /// The terms of `text`, at most [`TEXT_CHARS_MAX`] characters of it.
    pub fn terms(&self, text: &str) -> Terms {
        let folded = fold(text, TEXT_CHARS_MAX);
        let mut terms = Terms::default();
        for run in runs(&folded) {
            match run {
                Run::Han(run) => {
                    // Without the hidden Markov model: it guesses words from their surroundings, so
                    // the same title would be cut one way in a search and another in a posting.
                    let tokens = self.jieba.cut_for_search(run, false);
                    terms.words.extend(tokens.iter().map(|token| token.word.to_owned()));
                    terms.chars.extend(run.chars().map(String::from));
                }
                Run::Word(word) => {
                    terms.words.push(word.to_owned());
                    terms.chars.push(word.to_owned());
                }
            }
        }
        terms
    }

    /// The words that a document is found by, with spaces between them: its Latin words, and every dictionary word
    /// of two characters or more that stands in it, overlapping ones too.
    ///
    /// A search is cut at its best places, a document everywhere. So whatever the dictionary makes of a
    /// search is found wherever its letters stand in a row, without asking for their places.
    pub fn document_words(&self, text: &str) -> String {
        let folded = fold(text, TEXT_CHARS_MAX);
        let mut terms = String::with_capacity(folded.len() * 2);
        let mut add = |term: &str| {
            terms.push_str(term);
            terms.push(' ');
        };
        for run in runs(&folded) {
            match run {
                Run::Han(run) => {
                    let words = self.jieba.cut_all(run).into_iter().filter(|token| token.end - token.start > 1);
                    words.for_each(|token| add(token.word));
                }
                Run::Word(word) => add(word),
            }
        }
        terms
    }

    /// The words of a search, each once and none inside another: what has to be found.
    pub fn query_words(&self, text: &str, limit: usize) -> Vec<String> {
        let folded = fold(text, TITLE_CHARS_MAX);
        let mut words: Vec<String> = Vec::new();
        for run in runs(&folded) {
            let cut = match run {
                Run::Han(run) => self.jieba.cut(run, false).iter().map(|token| token.word).collect(),
                Run::Word(word) => vec![word],
            };
            for word in cut {
                if words.len() < limit && !words.iter().any(|known| known == word) {
                    words.push(word.to_owned());
                }
            }
        }
        words
    }
}

/// Our words join the dictionary when they are short and wholly Chinese; longer ones are phrases.
fn is_own_word(word: &str) -> bool {
    let length = word.chars().count();
    (2..=4).contains(&length) && word.chars().all(is_han)
}

/// Lower case, full-width forms as ASCII, control characters as spaces, at most `chars_max`
/// characters.
pub(crate) fn fold(text: &str, chars_max: usize) -> String {
    let mut folded = String::with_capacity(text.len().min(chars_max * 3));
    for c in text.chars().take(chars_max) {
        match c {
            '\u{3000}' => folded.push(' '),
            '\u{ff01}'..='\u{ff5e}' => {
                let ascii = char::from_u32(c as u32 - 0xfee0).unwrap_or(' ');
                folded.push(ascii.to_ascii_lowercase());
            }
            c if is_han(c) => folded.push(c),
            c if c.is_control() => folded.push(' '),
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// Cuts folded text into Chinese and Latin runs; everything else separates.
pub(crate) fn runs(folded: &str) -> Vec<Run<'_>> {
    let mut found = Vec::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let length = if is_han(first) {
            let length = prefix_len(rest, usize::MAX, |c, _| is_han(c));
            found.push(Run::Han(&rest[..length]));
            length
        } else if is_word(first) {
            let length = prefix_len(rest, WORD_CHARS_MAX, |c, next| {
                is_word(c) || matches!(c, '+' | '#') || (c == '.' && next.is_some_and(is_word))
            });
            found.push(Run::Word(&rest[..length]));
            length
        } else {
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    found
}

fn prefix_len(text: &str, chars_max: usize, accept: impl Fn(char, Option<char>) -> bool) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut count = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        if count == chars_max || !accept(c, next) {
            return at;
        }
        count += 1;
    }
    text.len()
}

/// A Chinese character of the unified ideographs or their compatibility block.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}

/// A letter or digit that stands in a Latin word.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokenizer() -> Tokenizer {
        Tokenizer::new(["军烈属", "叉车"].into_iter())
    }

    #[test]
    fn runs_keep_latin_words_whole() {
        let check = |text: &str, expected: &[&str]| {
            let folded = fold(text, 100);
            let found: Vec<_> = runs(&folded)
                .into_iter()
                .map(|run| match run {
                    Run::Han(run) | Run::Word(run) => run.to_owned(),
                })
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Java开发", &["java", "开发"]);
        check("C++/C# 工程师", &["c++", "c#", "工程师"]);
        check("Ａ２驾照", &["a2", "驾照"]);
        check("node.js.", &["node.js"]);
        check("…, +“”", &[]);
        check("\u{0}电\u{7}工", &["电", "工"]);
    }

    #[test]
    fn terms_hold_words_and_characters() {
        let terms = tokenizer().terms("军烈属优先");
        assert_eq!(terms.chars, ["军", "烈", "属", "优", "先"]);
        assert!(terms.words.iter().any(|word| word == "军烈属"), "{:?}", terms.words);
    }

    #[test]
    fn query_words_are_few_and_different() {
        let words = tokenizer().query_words(&"叉车 ".repeat(33), 16);
        assert_eq!(words, ["叉车"]);
    }

    #[test]
    fn nothing_frightens_it() {
        for text in ["a".repeat(1_000_000), "\u{0}\"((".repeat(300_000), "属".repeat(400_000)] {
            let terms = tokenizer().terms(&text);
            assert!(terms.chars.len() <= TEXT_CHARS_MAX);
            assert!(terms.words.iter().all(|word| !word.contains(char::is_whitespace)));
        }
    }
}
