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
/// Shares in the likeness of a title and an occupation: the names it goes by, their meaning, and the definition,
/// which says what the work is like and not what it is called. Chosen on names held out of the dictionaries
/// and on 118 titles of postings that we coded ourselves, where the neighbourhood is flat (±0.1 moves the mean
/// reciprocal rank by less than 0.01), and within it for the precision on judged titles. Few names are in full
/// what is asked for, so the shares add up to more than 1: some 200 of 1,771 titles of postings reach 0.9, of which
/// 88 % lie in the right middle group, where 266 did, and 82 %, when the best name alone counted.
const NAMES: f32 = 0.28;
const MEANING: f32 = 0.68;
const DEFINITION: f32 = 0.17;
/// The classification's own names and aliases count for more than job titles, which are our judgement: a job
/// title's likeness is less by so much, and a name weighs so many times as much in the mean meaning. Measured as
/// above; 0.05 to 0.2 and 2 to 8 are alike, nothing at all costs 0.01.
const TITLE_LESS: f32 = 0.1;
const NAME_WEIGHT: f32 = 4.0;
/// Several names that are somewhat like a title tell more than one: their likenesses are added up as powers, of
/// which this is the base's width. Towards 0 the best name alone counts, which costs 0.01 to 0.03; measured as above,
/// 0.1 to 0.2 are alike.
const WIDTH: f32 = 0.15;

/// A feature in more forms than this is common, but the rarest few of a title are looked up whatever they are.
/// Measured: 500 and 1,000 find the same.
const COMMON: usize = 500;
const TELLING_MIN: usize = 4;
/// Occupations that are compared in full. Measured: 20 and 40 find the same.
const CANDIDATES: usize = 20;

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
    aliases: Vec<&'a str>,
    job_titles: Vec<&'a str>,
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

/// One way to say an occupation.
struct Form {
    occupation: usize,
    kind: Kind,
    surface: Vector,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A name or an alias.
    Name,
    JobTitle,
    Definition,
}

impl Kind {
    /// What a likeness to such a form is worth, where only the best form of each occupation is looked for.
    fn worth(self, likeness: f32) -> f32 {
        match self {
            Kind::Name => likeness,
            Kind::JobTitle => (likeness - TITLE_LESS).max(0.0),
            Kind::Definition => likeness * DEFINITION / NAMES,
        }
    }
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
        all.push(Listed { code, name, definition, aliases: values(aliases).collect(), job_titles: Vec::new() });
    }
    for row in rows::<2>("job_titles.tsv", job_titles)? {
        let [code, titles] = row.columns;
        // Taken out, so that a second row of the code is as unknown as a code that never was.
        let Some(at) = by_code.remove(code) else {
            return Err(row.bad(format!("{code} stands twice or in no row of occupations.tsv")));
        };
        all[at].job_titles.extend(values(titles));
    }
    Ok(all)
}

impl<'a> Listed<'a> {
    fn names(&self) -> impl Iterator<Item = (&'a str, Kind)> {
        let names = std::iter::once(self.name).chain(self.aliases.iter().copied()).map(|name| (name, Kind::Name));
        names.chain(self.job_titles.iter().map(|title| (*title, Kind::JobTitle)))
    }
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
        let mut features: Vec<(Features, usize, Kind)> = Vec::new();
        for (occupation, row) in rows.iter().enumerate() {
            let first = features.len();
            let mut sum = [0.0; NUMBERS];
            for (title, kind) in row.names() {
                let title = noise.clean(title);
                let form = cutter.features(&title);
                rarity.add(&form);
                features.push((form, occupation, kind));
                let weight = if kind == Kind::Name { NAME_WEIGHT } else { 1.0 };
                let meaning = meanings.of(&title);
                for (sum, number) in std::iter::zip(&mut sum, meaning.iter().flat_map(|one| one.iter())) {
                    *sum += weight * f32::from(*number);
                }
            }
            if !row.definition.is_empty() {
                features.push((cutter.features(row.definition), occupation, Kind::Definition));
            }
            all.by_code.insert(row.code.to_owned(), occupation);
            let (code, name, forms) = (row.code.to_owned(), row.name.to_owned(), first..features.len());
            let definition = row.definition.to_owned();
            all.meanings.push(direction(&sum).map_or([0; NUMBERS], |meaning| *meaning));
            all.list.push(Occupation { code, name, definition, forms });
        }
        for (feature, occupation, kind) in features {
            let surface = feature.surface(rarity);
            for (feature, weight) in &surface {
                all.postings.entry(*feature).or_default().push((all.forms.len() as u32, *weight));
            }
            all.forms.push(Form { occupation, kind, surface });
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

    /// The occupations nearest to a title, best first, by number: each by its names, their meaning and its definition.
    ///
    /// Common features (工, 员) stand in thousands of forms and tell little, so they only count for the
    /// occupations that the others and the meaning bring forward.
    pub fn like(&self, surface: &Vector, meaning: Option<&Meaning>, limit: usize) -> Vec<(usize, f32)> {
        let mut hits = vec![0.0_f32; self.forms.len()];
        let mut touched: Vec<u32> = Vec::with_capacity(1024);
        for (weight, list) in self.telling(surface) {
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
            let Form { occupation, kind, .. } = self.forms[form as usize];
            scores[occupation] = scores[occupation].max(kind.worth(hits[form as usize]));
        }
        let near = |other| meaning.map_or(0.0, |meaning| cosine(meaning, other).max(0.0));
        let nears: Vec<f32> = self.meanings.iter().map(near).collect();
        for (score, near) in scores.iter_mut().zip(&nears) {
            *score = *score * NAMES + near * MEANING;
        }
        let candidates = best(&scores, limit.saturating_mul(2).max(CANDIDATES));
        let asked = Asked::new(surface);
        let mut exact = vec![0.0_f32; self.list.len()];
        for (number, _) in candidates {
            exact[number] = self.wording(number, &asked) + nears[number] * MEANING;
        }
        // Cut off after they are put in order, so that none are equal by it.
        best(&exact, limit).into_iter().map(|(number, likeness)| (number, likeness.min(1.0))).collect()
    }

    /// What an occupation's names and definition add to its likeness.
    fn wording(&self, number: usize, asked: &Asked) -> f32 {
        let (mut powers, mut definition) = (0.0_f32, 0.0_f32);
        for form in &self.forms[self.list[number].forms.clone()] {
            let likeness = form.kind.worth(asked.dot(&form.surface));
            match form.kind {
                Kind::Definition => definition = likeness,
                // A name that shares nothing adds nothing.
                Kind::Name | Kind::JobTitle => powers += (likeness / WIDTH).exp_m1(),
            }
        }
        NAMES * (WIDTH * powers.ln_1p() + definition)
    }

    /// The lists of a title's features that are short, or of the shortest few.
    fn telling(&self, surface: &Vector) -> impl Iterator<Item = (f32, &[(u32, f32)])> {
        let known =
            surface.iter().filter_map(|(feature, weight)| Some((*weight, self.postings.get(feature)?.as_slice())));
        let mut all: Vec<(f32, &[(u32, f32)])> = known.collect();
        all.sort_unstable_by_key(|(_, list)| list.len());
        let short = all.iter().take_while(|(_, list)| list.len() <= COMMON).count();
        all.truncate(short.max(TELLING_MIN));
        all.into_iter()
    }

    /// Occupations as a vector, with their groups.
    ///
    /// A small group (`D-DD-DD`) holds occupations that people move between, so it weighs as much as
    /// the occupation itself; a middle group (`D-DD`) a quarter. Tuned on judged titles.
    pub fn vector(&self, near: &[(usize, f32)]) -> Vector {
        let mut weights: HashMap<u64, f32> = HashMap::new();
        for &(number, score) in near {
            let weight = weight(score);
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

/// What an occupation weighs among those that a title points to: so that the best outweighs the many that only share
/// a suffix, and the first look, which knows the best alone, comes near. Measured on judged titles: powers of 3 to 5
/// are alike, 6 costs precision.
pub(crate) fn weight(likeness: f32) -> f32 {
    likeness.powi(4)
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
