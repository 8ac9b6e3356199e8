//! How alike two job titles are.
//!
//! Three views are blended. The *surface*: characters, pairs of characters, words and dictionary
//! synonyms, each weighted by rarity. The *occupations*: which occupations of the national
//! classification either title points to, so that 保安 and 秩序维护员 meet although they share no
//! character. The *meaning*: the numbers of their pieces. All are cosines, so the result is symmetric
//! and lies in 0–1.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::dictionary::hash_bytes;
use crate::meaning::{Meaning, cosine};
use crate::phrases::Phrases;
use crate::tokenize::{Run, Tokenizer, runs};

/// Features' hashes and weights, sorted by hash.
pub(crate) type Vector = Vec<(u64, f32)>;

/// A title as the engine compares it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Title {
    /// The cleaned text; equal texts are equal titles whatever the weights say.
    pub text: String,
    pub surface: Vector,
    pub occupations: Vector,
    /// 0–1: how surely the title points to any occupation.
    pub certainty: f32,
    /// `None` where no piece of it is known.
    pub meaning: Option<Meaning>,
    /// The occupations it points to, by number, best first, with the likeness of each.
    pub near: Vec<(usize, f32)>,
}

/// Shares of the groups of features in the surface, tuned on 40 queries of judged titles (mean
/// average precision; the neighbourhood is flat, ±0.1 moves it by less than 0.005).
const CHARS: f32 = 0.50;
const PAIRS: f32 = 0.30;
const WORDS: f32 = 0.25;
/// Synonyms come on top of the surface, not inside it: most titles have none, and a title must not
/// look less like another for having one. Measured: more than 0.1 costs precision.
const SYNONYMS: f32 = 0.03;
/// What a feature is worth that only a [`RANK_WORDS`] word has. Measured: 0.5 to 0.7 are alike, 1.0
/// costs about 0.01 of mean average precision.
const RANK: f32 = 0.7;
/// Shares of the occupations and of the meaning in the similarity, tuned on the same set; the rest is the
/// surface.
pub(crate) const OCCUPATIONS: f32 = 0.20;
pub(crate) const MEANING: f32 = 0.40;

/// Words that say how high, how new or in what form of contract, not what the work is.
const RANK_WORDS: [&str; 34] = [
    "总经理",
    "副总经理",
    "经理",
    "主管",
    "专员",
    "助理",
    "总监",
    "副总监",
    "高级",
    "资深",
    "初级",
    "中级",
    "实习生",
    "实习",
    "储备",
    "兼职",
    "全职",
    "首席",
    "特级",
    "见习",
    "负责人",
    "主任",
    "专家",
    "岗位",
    "人员",
    "工作人员",
    "组长",
    "班长",
    "队长",
    "领班",
    "学徒",
    "管培生",
    "培训生",
    "应届生",
];

/// The rank words, ready to be found.
pub(crate) fn rank_words() -> Phrases {
    let mut phrases = Phrases::default();
    for (number, word) in RANK_WORDS.into_iter().enumerate() {
        phrases.insert(word, number as u32);
    }
    phrases
}

/// How rare each feature is among the names and aliases of all occupations.
#[derive(Default)]
pub(crate) struct Rarity {
    documents: usize,
    counts: FxHashMap<u64, u32>,
}

impl Rarity {
    pub fn add(&mut self, features: &Features) {
        self.documents += 1;
        for group in &features.groups {
            let mut seen: Vec<u64> = group.clone();
            seen.sort_unstable();
            seen.dedup();
            for feature in seen {
                *self.counts.entry(feature).or_default() += 1;
            }
        }
    }

    /// BM25's inverse document frequency.
    pub fn of(&self, feature: u64) -> f32 {
        let count = self.counts.get(&feature).copied().unwrap_or(0) as f32;
        (1.0 + (self.documents as f32 - count + 0.5) / (count + 0.5)).ln()
    }
}

/// The features of one title by group: characters, pairs, words, synonyms.
#[derive(Default)]
pub(crate) struct Features {
    groups: [Vec<u64>; 4],
    /// Those that stand in rank words alone.
    rank: FxHashSet<u64>,
}

/// What cuts titles into features.
pub(crate) struct Cutter<'a> {
    pub tokenizer: &'a Tokenizer,
    pub synonyms: &'a Phrases,
    pub rank_words: &'a Phrases,
}

impl Cutter<'_> {
    /// The features of a cleaned title.
    pub fn features(&self, text: &str) -> Features {
        let mut all = self.groups(text);
        let work = self.rank_words.remove(text);
        // A title that is nothing but a rank (经理) is compared by it.
        if !runs(&work).is_empty() && work.len() != text.len() {
            let work = self.groups(&work);
            let kept: FxHashSet<u64> = work.groups.into_iter().flatten().collect();
            all.rank = all.groups.iter().flatten().copied().collect();
            all.rank.retain(|feature| !kept.contains(feature));
        }
        all
    }

    fn groups(&self, text: &str) -> Features {
        let terms = self.tokenizer.terms(text);
        let mut features = Features::default();
        let hash = |group: u64, term: &str| hash_bytes(group + 1, term.as_bytes());
        features.groups[0] = terms.chars.iter().map(|term| hash(0, term)).collect();
        for run in runs(text) {
            let Run::Han(run) = run else { continue };
            let chars: Vec<(usize, char)> = run.char_indices().collect();
            for pair in chars.windows(2) {
                let end = pair[1].0 + pair[1].1.len_utf8();
                features.groups[1].push(hash(1, &run[pair[0].0..end]));
            }
        }
        let long_words = terms.words.iter().filter(|word| word.chars().nth(1).is_some());
        features.groups[2] = long_words.map(|term| hash(2, term)).collect();
        let found = self.synonyms.find(text);
        features.groups[3] = found.iter().map(|(_, number)| hash(3, &number.to_string())).collect();
        features
    }
}

impl Features {
    /// The surface of the title: characters, pairs and words of length one together, and the
    /// synonyms on top.
    pub fn surface(&self, rarity: &Rarity) -> Vector {
        let mut surface = Vector::new();
        for (group, share) in self.groups.iter().zip([CHARS, PAIRS, WORDS]) {
            let mut vector = self.weighed(group, rarity);
            scale_to(&mut vector, share.sqrt());
            surface.extend(vector);
        }
        // A title of one character has no pairs: it is compared by what it has.
        scale_to(&mut surface, 1.0);
        let mut synonyms = self.weighed(&self.groups[3], rarity);
        scale_to(&mut synonyms, SYNONYMS.sqrt());
        surface.extend(synonyms);
        surface.sort_unstable_by_key(|&(feature, _)| feature);
        surface
    }

    /// Repeated features count once: a title that says 销售 twice is no better answer.
    fn weighed(&self, group: &[u64], rarity: &Rarity) -> Vector {
        let mut group = group.to_vec();
        group.sort_unstable();
        group.dedup();
        let worth = |feature: &u64| if self.rank.contains(feature) { RANK } else { 1.0 };
        group.iter().map(|feature| (*feature, rarity.of(*feature) * worth(feature))).collect()
    }
}

/// Makes the vector as long as `length`.
pub(crate) fn scale_to(vector: &mut Vector, length: f32) {
    let norm = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if norm > 0.0 {
        vector.iter_mut().for_each(|(_, weight)| *weight *= length / norm);
    }
}

/// The inner product of two sorted vectors.
pub(crate) fn dot(a: &Vector, b: &Vector) -> f32 {
    let (mut left, mut right, mut sum) = (0, 0, 0.0);
    while left < a.len() && right < b.len() {
        match a[left].0.cmp(&b[right].0) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                sum += a[left].1 * b[right].1;
                left += 1;
                right += 1;
            }
        }
    }
    sum
}

impl Title {
    /// 0–1: how alike the two titles are.
    pub fn similarity(&self, other: &Title) -> f32 {
        self.views(other).likeness()
    }

    /// What each view gives of the likeness.
    pub fn views(&self, other: &Title) -> Views {
        if !self.text.is_empty() && self.text == other.text {
            let surface = 1.0 - OCCUPATIONS - MEANING;
            return Views { is_same: true, surface, occupations: OCCUPATIONS, meaning: MEANING };
        }
        let surface = dot(&self.surface, &other.surface);
        // Two vague guesses that agree prove little; the exponent is tuned like the shares.
        let certainty = (self.certainty * other.certainty).powf(0.25);
        let occupations = dot(&self.occupations, &other.occupations) * certainty;
        let meaning = self.meaning.as_ref().zip(other.meaning.as_ref()).map_or(0.0, |(a, b)| cosine(a, b).max(0.0));
        let surface = (1.0 - OCCUPATIONS - MEANING) * surface;
        Views { is_same: false, surface, occupations: OCCUPATIONS * occupations, meaning: MEANING * meaning }
    }
}

/// The addends of a likeness.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Views {
    /// Equal texts are equal titles whatever the views say.
    pub is_same: bool,
    pub surface: f32,
    pub occupations: f32,
    pub meaning: f32,
}

impl Views {
    /// 0–1.
    pub fn likeness(&self) -> f32 {
        if self.is_same { 1.0 } else { (self.surface + self.occupations + self.meaning).clamp(0.0, 1.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dot_of_unit_vectors() {
        let mut a = vec![(1, 3.0), (2, 4.0)];
        scale_to(&mut a, 1.0);
        assert!((dot(&a, &a) - 1.0).abs() < 1e-6);
        assert_eq!(dot(&a, &vec![(3, 1.0)]), 0.0);
        assert_eq!(dot(&a, &Vector::new()), 0.0);
    }
}
