//! The national classification of occupations (职业分类大典), and which of them a title points to.

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::dictionary::{BadRow, hash_bytes, rows, values};
use crate::meaning::{Meaning, Meanings, NUMBERS, cosine, direction};
use crate::noise::Noise;
use crate::similarity::{Cutter, Features, Rarity, Vector, scale_to};

/// Occupations that a title's vector keeps; the tail is noise and costs time in every comparison.
pub(crate) const KEPT: usize = 5;
/// A definition says what the work is like, a name what it is called. Measured on judged titles:
/// anything from 0 to 0.8 is alike, so this only decides where no name matches.
const DEFINITION: f32 = 0.5;
/// Share of the meaning in the likeness of a title and an occupation; the rest is the best form.
const MEANING: f32 = 0.5;

/// A feature in more forms than this is common, but the rarest few of a title are looked up whatever they are.
/// Measured: 500 and 1,000 find the same.
const COMMON: usize = 500;
const TELLING_MIN: usize = 4;
/// Occupations that are compared in full. Measured: 20 and 40 find the same.
const CANDIDATES: usize = 20;

/// No form's surface is longer: synonyms come on top of a length of one, and sums are rounded.
const FORM_LENGTH_MAX: f32 = 1.03;

/// One row of the classification.
pub(crate) struct Occupation {
    pub code: String,
    pub name: String,
    /// Empty for a group.
    pub definition: String,
    /// Its forms among all.
    forms: Range<usize>,
}

/// The rows of the classification with every name they go by.
pub(crate) struct Listed<'a> {
    code: &'a str,
    name: &'a str,
    definition: &'a str,
    /// Aliases and job titles.
    others: Vec<&'a str>,
}

/// All occupations with an inverted list over their names, aliases, job titles and definitions.
pub(crate) struct Occupations {
    list: Vec<Occupation>,
    by_code: HashMap<String, usize>,
    /// The mean meaning of each one's names, side by side; all zero where no piece of them is known.
    meanings: Vec<[i16; NUMBERS]>,
    forms: Vec<Form>,
    postings: FxHashMap<u64, Vec<(u32, f32)>>,
}

/// A feature's weight in a title, and the forms that have it, with its weight in each.
type Listing<'a> = (f32, &'a [(u32, f32)]);

/// One way to say an occupation.
struct Form {
    occupation: usize,
    /// What a full hit is worth.
    worth: f32,
    surface: Vector,
}

/// Reads the classification and the job titles. Refuses a code that stands twice in either, and titles of an
/// unknown code.
pub(crate) fn read<'a>(occupations: &'a str, job_titles: &'a str) -> Result<Vec<Listed<'a>>, BadRow> {
    let mut all: Vec<Listed<'a>> = Vec::new();
    let mut by_code = HashMap::new();
    for row in rows::<4>("occupations.tsv", occupations)? {
        let [code, name, aliases, definition] = row.columns;
        if name.is_empty() {
            return Err(row.bad("no name"));
        }
        if by_code.insert(code, all.len()).is_some() {
            return Err(row.bad(format!("{code} stands twice")));
        }
        all.push(Listed { code, name, definition, others: values(aliases).collect() });
    }
    for row in rows::<2>("job_titles.tsv", job_titles)? {
        let [code, titles] = row.columns;
        // Taken out, so that a second row of the code is as unknown as a code that never was.
        let Some(at) = by_code.remove(code) else {
            return Err(row.bad(format!("{code} stands twice or in no row of occupations.tsv")));
        };
        all[at].others.extend(values(titles));
    }
    Ok(all)
}

impl Occupations {
    /// Fills `rarity` from all names, aliases and job titles.
    pub fn new(
        rows: &[Listed<'_>],
        cutter: &Cutter<'_>,
        noise: &Noise,
        meanings: &Meanings<'_>,
        rarity: &mut Rarity,
    ) -> Self {
        let mut all = Occupations {
            list: Vec::new(),
            by_code: HashMap::new(),
            meanings: Vec::new(),
            forms: Vec::new(),
            postings: FxHashMap::default(),
        };
        let mut features: Vec<(Features, usize, f32)> = Vec::new();
        for (occupation, row) in rows.iter().enumerate() {
            let first = features.len();
            let mut sum = [0.0; NUMBERS];
            for title in std::iter::once(row.name).chain(row.others.iter().copied()) {
                let title = noise.clean(title);
                let form = cutter.features(&title);
                rarity.add(&form);
                features.push((form, occupation, 1.0));
                let meaning = meanings.of(&title);
                for (sum, number) in std::iter::zip(&mut sum, meaning.iter().flat_map(|one| one.iter())) {
                    *sum += f32::from(*number);
                }
            }
            if !row.definition.is_empty() {
                features.push((cutter.features(row.definition), occupation, DEFINITION));
            }
            all.by_code.insert(row.code.to_owned(), occupation);
            let (code, name, forms) = (row.code.to_owned(), row.name.to_owned(), first..features.len());
            let definition = row.definition.to_owned();
            all.meanings.push(direction(&sum).map_or([0; NUMBERS], |meaning| *meaning));
            all.list.push(Occupation { code, name, definition, forms });
        }
        for (feature, occupation, worth) in features {
            let surface = feature.surface(rarity);
            for (feature, weight) in &surface {
                all.postings.entry(*feature).or_default().push((all.forms.len() as u32, *weight));
            }
            all.forms.push(Form { occupation, worth, surface });
        }
        all
    }

    pub fn by_code(&self, code: &str) -> Option<&Occupation> {
        self.by_code.get(code).map(|&at| &self.list[at])
    }

    /// How many there are; numbers run from 0 in the order of the classification.
    pub fn count(&self) -> usize {
        self.list.len()
    }

    pub fn number(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    pub fn get(&self, number: usize) -> &Occupation {
        &self.list[number]
    }

    /// The occupations nearest to a title, best first, by number: each by its best form and by its meaning.
    ///
    /// Common features (工, 员) stand in thousands of forms and tell little, so they only count for the
    /// occupations that the others and the meaning bring forward.
    pub fn like(&self, surface: &Vector, meaning: Option<&Meaning>, limit: usize) -> Vec<(usize, f32)> {
        let mut hits = vec![0.0_f32; self.forms.len()];
        let mut touched: Vec<u32> = Vec::with_capacity(1024);
        let (telling, common) = self.telling(surface);
        for (weight, list) in telling {
            for &(form, other) in list {
                let hit = &mut hits[form as usize];
                if *hit == 0.0 {
                    touched.push(form);
                }
                *hit += weight * other;
            }
        }
        let mut scores = vec![0.0_f32; self.list.len()];
        for form in touched {
            let Form { occupation, worth, .. } = self.forms[form as usize];
            scores[occupation] = scores[occupation].max(hits[form as usize] * worth);
        }
        let near = |other| meaning.map_or(0.0, |meaning| cosine(meaning, other).max(0.0));
        let nears: Vec<f32> = self.meanings.iter().map(near).collect();
        for (score, near) in scores.iter_mut().zip(&nears) {
            *score = *score * (1.0 - MEANING) + near * MEANING;
        }
        let candidates = best(&scores, limit.saturating_mul(2).max(CANDIDATES));
        let asked = Asked::new(surface);
        let mut exact = vec![0.0_f32; self.list.len()];
        for (number, _) in candidates {
            let form = self.best_form(&self.list[number].forms, &hits, common, &asked);
            exact[number] = (form * (1.0 - MEANING) + nears[number] * MEANING).min(1.0);
        }
        best(&exact, limit)
    }

    /// What the best of some forms is worth. `hits` holds what the telling features of a form share with the title, and
    /// `common` is the most that the others could add: whoever cannot reach the best so far is not compared.
    fn best_form(&self, forms: &Range<usize>, hits: &[f32], common: f32, asked: &Asked) -> f32 {
        let most = |at: usize| (hits[at] + common) * self.forms[at].worth;
        let value = |at: usize| asked.dot(&self.forms[at].surface) * self.forms[at].worth;
        // The most promising first, so that most of the others need not be looked at.
        let Some(first) = forms.clone().max_by(|one, other| most(*one).total_cmp(&most(*other))) else { return 0.0 };
        let best = value(first).max(0.0);
        forms
            .clone()
            .filter(|at| *at != first)
            .fold(best, |best, at| if most(at) > best { best.max(value(at)) } else { best })
    }

    /// The lists of a title's features that are short, or of the shortest few, and the most that the rest of its
    /// features can share with any form.
    fn telling(&self, surface: &Vector) -> (Vec<Listing<'_>>, f32) {
        let known =
            surface.iter().filter_map(|(feature, weight)| Some((*weight, self.postings.get(feature)?.as_slice())));
        let mut all: Vec<Listing<'_>> = known.collect();
        all.sort_unstable_by_key(|(_, list)| list.len());
        let short = all.iter().take_while(|(_, list)| list.len() <= COMMON).count();
        let rest = all.split_off(short.max(TELLING_MIN).min(all.len()));
        let common = rest.iter().map(|(weight, _)| weight * weight).sum::<f32>().sqrt();
        (all, common * FORM_LENGTH_MAX)
    }

    /// Occupations as a vector, with their groups.
    ///
    /// A small group (`D-DD-DD`) holds occupations that people move between, so it weighs as much as
    /// the occupation itself; a middle group (`D-DD`) a quarter. Tuned on judged titles.
    pub fn vector(&self, near: &[(usize, f32)]) -> Vector {
        let mut weights: HashMap<u64, f32> = HashMap::new();
        for &(number, score) in near {
            // Cubed, so that the best outweighs the many that only share a suffix.
            let weight = score * score * score;
            let code = &self.list[number].code;
            for (length, share) in [(usize::MAX, 1.0), (7, 1.0), (4, 0.25)] {
                let code = code.get(..length).unwrap_or(code);
                *weights.entry(hash_bytes(9, code.as_bytes())).or_default() += weight * share;
            }
        }
        let mut vector: Vector = weights.into_iter().collect();
        vector.sort_unstable_by_key(|&(feature, _)| feature);
        scale_to(&mut vector, 1.0);
        vector
    }
}

/// A surface that many others are compared with: most of their features are passed over by one bit.
struct Asked {
    weights: FxHashMap<u64, f32>,
    bits: [u64; 32],
}

impl Asked {
    fn new(surface: &Vector) -> Asked {
        let mut bits = [0; 32];
        for (feature, _) in surface {
            bits[(feature >> 6) as usize % 32] |= 1 << (feature % 64);
        }
        Asked { weights: surface.iter().copied().collect(), bits }
    }

    fn dot(&self, other: &Vector) -> f32 {
        let is_asked = |feature: u64| self.bits[(feature >> 6) as usize % 32] >> (feature % 64) & 1 == 1;
        let hits = other.iter().filter(|(feature, _)| is_asked(*feature));
        hits.filter_map(|(feature, weight)| Some(weight * self.weights.get(feature)?)).sum()
    }
}

/// The highest scores above nothing, with their places; equals by place.
fn best(scores: &[f32], limit: usize) -> Vec<(usize, f32)> {
    let mut all: Vec<(usize, f32)> = scores.iter().copied().enumerate().filter(|(_, score)| *score > 0.0).collect();
    let order = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if limit < all.len() {
        all.select_nth_unstable_by(limit, order);
        all.truncate(limit);
    }
    all.sort_unstable_by(order);
    all
}
