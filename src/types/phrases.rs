//! Phrases (措辞) in free text that a rule is about, and the words around them that make them innocent.
//!
//! A table of [`Phrase`] rows is compiled to a [`Reader`], which reads a [`View`]: the text in the form
//! that the rows are written for, every character of which knows where it stood in the original. So a
//! rule is a row that a clerk can discuss, and a finding points into what the user wrote. What a phrase
//! means, and what follows from it, is the caller's.

use std::ops::Range;

use regex::{Regex, RegexSet};

use super::identifiers::half_width;

/// How much of the sentence around a phrase is looked at, in characters.
const BEFORE_MAX: usize = 30;
const AFTER_MAX: usize = 20;

/// One row. All four are regular expressions; an empty one asks nothing.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// What is looked for. A group `m` narrows the finding to a part of it.
    pub is: &'static str,
    /// Must occur in the same sentence, before or after.
    pub near: &'static str,
    /// Must not occur in the sentence before it.
    pub unless_before: &'static str,
    /// Must not occur in the sentence after it.
    pub unless_after: &'static str,
}

impl Phrase {
    pub const fn new(is: &'static str) -> Phrase {
        Phrase { is, near: "", unless_before: "", unless_after: "" }
    }

    pub const fn near(self, near: &'static str) -> Phrase {
        Phrase { near, ..self }
    }

    pub const fn unless_before(self, unless_before: &'static str) -> Phrase {
        Phrase { unless_before, ..self }
    }

    pub const fn unless_after(self, unless_after: &'static str) -> Phrase {
        Phrase { unless_after, ..self }
    }
}

/// A text as the rows of a table see it.
pub struct View {
    text: String,
    /// Byte offset of each character of `text`, and one past the last.
    starts: Vec<usize>,
    /// Where each character stood in the original, in characters.
    origins: Vec<Range<usize>>,
}

impl View {
    /// Half-width and lower-case, one character for one.
    pub fn plain(text: &str) -> View {
        let lower = |c: char| if c.is_ascii() { c.to_ascii_lowercase() } else { c };
        View::of(text.chars().enumerate().map(|(i, c)| (lower(half_width(c)), i..i + 1)))
    }

    /// Of characters with their places in the original.
    pub fn of(chars: impl IntoIterator<Item = (char, Range<usize>)>) -> View {
        let mut view = View { text: String::new(), starts: vec![], origins: vec![] };
        for (c, origin) in chars {
            view.starts.push(view.text.len());
            view.text.push(c);
            view.origins.push(origin);
        }
        view.starts.push(view.text.len());
        view
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The range in the original of a range of bytes of `text`.
    fn origin(&self, bytes: Range<usize>) -> Range<usize> {
        let first = self.starts.partition_point(|start| *start <= bytes.start) - 1;
        let last = self.starts.partition_point(|start| *start < bytes.end) - 1;
        self.origins[first].start..self.origins[last].end
    }

    fn before(&self, at: usize) -> &str {
        let index = self.starts.partition_point(|start| *start < at);
        let from = self.starts[index.saturating_sub(BEFORE_MAX)];
        let window = &self.text[from..at];
        window.rfind(is_sentence_end).map_or(window, |end| {
            let skip = window[end..].chars().next().map_or(0, char::len_utf8);
            &window[end + skip..]
        })
    }

    fn after(&self, at: usize) -> &str {
        let index = self.starts.partition_point(|start| *start < at);
        let to = self.starts[(index + AFTER_MAX).min(self.starts.len() - 1)];
        let window = &self.text[at..to];
        window.find(is_sentence_end).map_or(window, |end| &window[..end])
    }
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | ';' | '!' | '?' | '\n' | '\r')
}

/// A phrase that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'t> {
    /// The index of the row.
    pub row: usize,
    /// In the original, in characters.
    pub span: Range<usize>,
    /// The groups of the row's expression that are not named `m`; empty text where one took no part.
    pub groups: Vec<&'t str>,
}

/// A compiled table.
pub struct Reader {
    any: RegexSet,
    rows: Vec<Row>,
}

struct Row {
    is: Regex,
    near: Option<Regex>,
    unless_before: Option<Regex>,
    unless_after: Option<Regex>,
}

impl Reader {
    /// Panics on an expression that does not compile: tables are part of the program.
    pub fn new<'p>(phrases: impl IntoIterator<Item = &'p Phrase>) -> Reader {
        let phrases: Vec<&Phrase> = phrases.into_iter().collect();
        let compile = |text: &str| Regex::new(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let optional = |text: &str| (!text.is_empty()).then(|| compile(text));
        let row = |phrase: &&Phrase| Row {
            is: compile(phrase.is),
            near: optional(phrase.near),
            unless_before: optional(phrase.unless_before),
            unless_after: optional(phrase.unless_after),
        };
        Reader {
            any: RegexSet::new(phrases.iter().map(|phrase| phrase.is)).expect("each compiled alone"),
            rows: phrases.iter().map(row).collect(),
        }
    }

    /// Every hit, by row, then by place.
    pub fn read<'t>(&self, view: &'t View) -> Vec<Hit<'t>> {
        let mut hits = vec![];
        for index in self.any.matches(&view.text) {
            let row = &self.rows[index];
            for captures in row.is.captures_iter(&view.text) {
                let found = captures.name("m").or_else(|| captures.get(0)).expect("the whole match is a group");
                if found.is_empty() || !row.stands(view, found.range()) {
                    continue;
                }
                let named = row.is.capture_names().enumerate().skip(1).filter(|(_, name)| *name != Some("m"));
                let groups = named.map(|(i, _)| captures.get(i).map_or("", |group| group.as_str())).collect();
                hits.push(Hit { row: index, span: view.origin(found.range()), groups });
            }
        }
        hits
    }
}

impl Row {
    fn stands(&self, view: &View, found: Range<usize>) -> bool {
        let (before, after) = (view.before(found.start), view.after(found.end));
        let absent = |unless: &Option<Regex>, text: &str| unless.as_ref().is_none_or(|unless| !unless.is_match(text));
        let near = |near: &Regex| near.is_match(before) || near.is_match(after);
        self.near.as_ref().is_none_or(near) && absent(&self.unless_before, before) && absent(&self.unless_after, after)
    }
}

/// Of findings that overlap, the one that begins first: two rows often see one phrase.
pub fn without_overlaps<F>(mut findings: Vec<F>, span: impl Fn(&F) -> Range<usize>) -> Vec<F> {
    findings.sort_by_key(|finding| (span(finding).start, usize::MAX - span(finding).end));
    let mut end = 0;
    findings.retain(|finding| {
        let keep = span(finding).start >= end;
        if keep {
            end = span(finding).end;
        }
        keep
    });
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(phrase: Phrase, text: &str) -> Vec<(usize, usize)> {
        let view = View::plain(text);
        Reader::new([&phrase]).read(&view).into_iter().map(|hit| (hit.span.start, hit.span.end)).collect()
    }

    #[test]
    fn a_span_counts_characters_of_the_original() {
        assert_eq!(spans(Phrase::new("ab1"), "中文ＡＢ１、ab1"), [(2, 5), (6, 9)]);
        assert_eq!(spans(Phrase::new("中(?P<m>文)"), "中文"), [(1, 2)]);
        assert_eq!(spans(Phrase::new("x"), ""), []);
    }

    #[test]
    fn context_ends_with_the_sentence() {
        let deposit = Phrase::new("押金").unless_before("不").unless_after("免");
        assert_eq!(spans(deposit, "不收押金"), []);
        assert_eq!(spans(deposit, "不收费。押金"), [(4, 6)]);
        assert_eq!(spans(deposit, "押金，全免"), []);
        assert_eq!(spans(deposit, "押金\n全免"), [(0, 2)]);
        assert_eq!(spans(Phrase::new("连").near("服役"), "在3连服役"), [(2, 3)]);
        assert_eq!(spans(Phrase::new("连").near("服役"), "在3连。服役"), []);
    }

    #[test]
    fn groups_are_given_without_the_one_that_narrows() {
        let reader = Reader::new([&Phrase::new("(?P<m>(\\d+)-(\\d+)?)岁")]);
        let view = View::plain("18-35岁、18-岁");
        let hits = reader.read(&view);
        assert_eq!(hits[0].groups, ["18", "35"]);
        assert_eq!(hits[1].groups, ["18", ""]);
    }

    #[test]
    fn overlaps_keep_the_first() {
        assert_eq!(without_overlaps(vec![3..5, 0..4, 4..6, 5..6], |range| range.clone()), [0..4, 4..6]);
    }
}
