//! The national classification of occupations, and which of them a title points to.

use std::collections::HashMap;

use crate::dictionary::{hash_bytes, rows, values};
use crate::phrases::Phrases;
use crate::similarity::{Cutter, Rarity, Vector, clean, scale_to};

/// Occupations that a title's vector keeps; the tail is noise and costs time in every comparison.
const KEPT: usize = 10;
/// A definition says what the work is like, a name what it is called. Measured on judged titles:
/// anything from 0 to 0.8 is alike, so this only decides where no name matches.
const DEFINITION: f32 = 0.5;

/// One row of the classification.
pub(crate) struct Occupation {
    pub code: String,
    pub name: String,
}

/// All occupations with an inverted list over their names, aliases and definitions.
pub(crate) struct Occupations {
    list: Vec<Occupation>,
    by_code: HashMap<String, usize>,
    forms: Vec<Form>,
    postings: HashMap<u64, Vec<(u32, f32)>>,
}

/// One way to say an occupation.
struct Form {
    occupation: usize,
    /// What a full hit is worth.
    worth: f32,
}

impl Occupations {
    /// Reads the dictionary and fills `rarity` from its names and aliases.
    pub fn new(text: &str, cutter: &Cutter<'_>, noise: &Phrases, rarity: &mut Rarity) -> Self {
        let mut all =
            Occupations { list: Vec::new(), by_code: HashMap::new(), forms: Vec::new(), postings: HashMap::new() };
        let mut features = Vec::new();
        for [code, name, aliases, definition] in rows(text) {
            if all.by_code.contains_key(code) {
                continue;
            }
            let occupation = all.list.len();
            all.by_code.insert(code.to_owned(), occupation);
            all.list.push(Occupation { code: code.to_owned(), name: name.to_owned() });
            for title in std::iter::once(name).chain(values(aliases)) {
                let form = cutter.features(&clean(noise, title));
                rarity.add(&form);
                features.push((form, Form { occupation, worth: 1.0 }));
            }
            if !definition.is_empty() {
                let form = cutter.features(definition);
                features.push((form, Form { occupation, worth: DEFINITION }));
            }
        }
        for (feature, form) in features {
            let number = all.forms.len() as u32;
            all.forms.push(form);
            for (feature, weight) in feature.surface(rarity) {
                all.postings.entry(feature).or_default().push((number, weight));
            }
        }
        all
    }

    pub fn by_code(&self, code: &str) -> Option<&Occupation> {
        self.by_code.get(code).map(|&at| &self.list[at])
    }

    /// The occupations nearest to a surface, best first, each by its best form.
    pub fn like(&self, surface: &Vector, limit: usize) -> Vec<(&Occupation, f32)> {
        let mut hits = vec![0.0_f32; self.forms.len()];
        for (feature, weight) in surface {
            for &(form, other) in self.postings.get(feature).into_iter().flatten() {
                hits[form as usize] += weight * other;
            }
        }
        let mut best: Vec<(f32, usize)> = (0..self.list.len()).map(|at| (0.0, at)).collect();
        for (form, hit) in self.forms.iter().zip(hits) {
            let entry = &mut best[form.occupation].0;
            *entry = entry.max(hit * form.worth);
        }
        best.retain(|(score, _)| *score > 0.0);
        best.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        best.truncate(limit);
        best.into_iter().map(|(score, at)| (&self.list[at], score.min(1.0))).collect()
    }

    /// The occupations of a surface as a vector, with their groups, and how sure it is.
    ///
    /// A small group (`D-DD-DD`) holds occupations that people move between, so it weighs as much as
    /// the occupation itself; a middle group (`D-DD`) a quarter. Tuned on judged titles.
    pub fn vector(&self, surface: &Vector) -> (Vector, f32) {
        let near = self.like(surface, KEPT);
        let certainty = near.first().map_or(0.0, |(_, score)| *score);
        let mut weights: HashMap<u64, f32> = HashMap::new();
        for (occupation, score) in near {
            // Squared, so that the best outweighs the many that only share a suffix.
            let weight = score * score;
            for (length, share) in [(usize::MAX, 1.0), (7, 1.0), (4, 0.25)] {
                let code = occupation.code.get(..length).unwrap_or(&occupation.code);
                *weights.entry(hash_bytes(9, code.as_bytes())).or_default() += weight * share;
            }
        }
        let mut vector: Vector = weights.into_iter().collect();
        vector.sort_unstable_by_key(|&(feature, _)| feature);
        scale_to(&mut vector, 1.0);
        (vector, certainty)
    }
}
