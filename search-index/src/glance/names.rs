//! What every occupation of the classification is worth to somebody who asks for a title or a code.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::shelf::group_number;
use crate::Lexicon;
use crate::explain::occupation::{credit_of_code, credit_of_likeness};
use crate::meaning::{NUMBERS, cosine};
use crate::occupations::weight;
use crate::similarity::{MEANING, OCCUPATIONS, Title};

/// Thousandths of the part by number of an occupation.
pub(crate) type Row = Box<[u16]>;

/// The names of all occupations as titles.
pub(crate) struct Names {
    titles: Vec<Arc<Title>>,
    /// Their meanings side by side, and the fourth roots of their certainties.
    meanings: Vec<[i16; NUMBERS]>,
    certainties: Vec<f32>,
    /// Names by their cleaned text.
    texts: FxHashMap<String, Vec<u32>>,
    /// Names by feature of their surface.
    postings: FxHashMap<u64, Vec<(u32, f32)>>,
    /// Numbers of the small and the middle group of each occupation.
    groups: Vec<[usize; 2]>,
    /// How many groups there are.
    count: usize,
    /// Filled as codes are asked for.
    rows: Vec<OnceLock<Row>>,
}

impl Names {
    pub fn new(lexicon: &Lexicon) -> Names {
        let occupations = lexicon.occupations();
        let count = occupations.count();
        let mut all = Names {
            titles: Vec::with_capacity(count),
            meanings: Vec::with_capacity(count),
            certainties: Vec::with_capacity(count),
            texts: FxHashMap::default(),
            postings: FxHashMap::default(),
            groups: Vec::with_capacity(count),
            count: 0,
            rows: (0..count).map(|_| OnceLock::new()).collect(),
        };
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for at in 0..count {
            let occupation = occupations.get(at);
            let title = lexicon.title(&occupation.name);
            for (feature, weight) in &title.surface {
                all.postings.entry(*feature).or_default().push((at as u32, *weight));
            }
            all.meanings.push(title.meaning.as_ref().map_or([0; NUMBERS], |meaning| **meaning));
            all.certainties.push(title.certainty.sqrt().sqrt());
            all.texts.entry(title.text.clone()).or_default().push(at as u32);
            all.titles.push(title);
            let mut number = |length: usize| {
                let code = occupation.code.get(..length).unwrap_or("");
                let next = numbers.len();
                *numbers.entry(code).or_insert(next)
            };
            let (small, middle) = (number(7), number(4));
            all.groups.push([small, middle]);
        }
        all.count = numbers.len();
        all
    }

    /// The best of each group of occupations, by the group's number, best first; groups worth nothing are
    /// left out.
    pub fn best_groups(&self, credits: &[u16]) -> Vec<(u16, u16)> {
        // Numbers as on the shelf.
        let mut best = vec![0_u16; self.count + 1];
        for (credit, at) in std::iter::zip(credits, 0..) {
            let best = &mut best[usize::from(group_number(self, at))];
            *best = (*best).max(*credit);
        }
        let mut all: Vec<(u16, u16)> = (0..).zip(best).filter(|(_, credit)| *credit > 0).collect();
        all.sort_unstable_by_key(|&(group, credit)| (std::cmp::Reverse(credit), group));
        all
    }

    /// The name of an occupation.
    pub fn title(&self, occupation: usize) -> &Title {
        &self.titles[occupation]
    }

    /// The number of an occupation's small group.
    pub fn group(&self, occupation: usize) -> usize {
        self.groups[occupation][0]
    }

    /// How much a title's occupations share with each: the inner product of [`Title::similarity`] for a title
    /// that points to that one alone, without the certainties.
    pub fn shares(&self, title: &Title) -> Vec<f32> {
        let mut weights = vec![0.0_f32; self.titles.len() * 2];
        let mut own = vec![0.0_f32; self.titles.len()];
        for &(number, score) in &title.near {
            let weight = weight(score);
            own[number] += weight;
            let [small, middle] = self.groups[number];
            weights[small] += weight;
            weights[middle] += weight * 0.25;
        }
        let squares = |list: &[f32]| list.iter().map(|weight| weight * weight).sum::<f32>();
        let length = (squares(&own) + squares(&weights)).sqrt().max(f32::MIN_POSITIVE);
        // The other's weights are 1, 1 and a quarter.
        let other = (1.0_f32 + 1.0 + 0.0625).sqrt();
        let share = |(own, [small, middle]): (&f32, &[usize; 2])| {
            (own + weights[*small] + 0.25 * weights[*middle]) / (length * other)
        };
        own.iter().zip(&self.groups).map(share).collect()
    }

    /// What each occupation's name is worth to somebody who asks for the title. As [`Title::similarity`], by
    /// lists instead of pair by pair, and with the other's nearest occupation alone.
    pub fn row_of_title(&self, title: &Title) -> Row {
        let mut surfaces = vec![0.0_f32; self.titles.len()];
        for (feature, weight) in &title.surface {
            for &(at, other) in self.postings.get(feature).into_iter().flatten() {
                surfaces[at as usize] += weight * other;
            }
        }
        let shares = self.shares(title);
        let certainty = title.certainty.sqrt().sqrt();
        let others = std::iter::zip(&self.certainties, &self.meanings);
        let credit = |((surface, share), (other, meaning)): ((f32, &f32), (&f32, &[i16; NUMBERS]))| {
            let meaning = title.meaning.as_ref().map_or(0.0, |own| cosine(own, meaning));
            let likeness = (1.0 - MEANING - OCCUPATIONS) * surface
                + MEANING * meaning.max(0.0)
                + OCCUPATIONS * certainty * other * share;
            credit_of_likeness(likeness) as u16
        };
        let mut row: Row = std::iter::zip(surfaces, &shares).zip(others).map(credit).collect();
        for at in self.texts.get(&title.text).into_iter().flatten().filter(|_| !title.text.is_empty()) {
            row[*at as usize] = 1000;
        }
        row
    }

    /// What each occupation is worth to somebody who asks for this one.
    pub fn row_of_code(&self, lexicon: &Lexicon, number: usize) -> &Row {
        self.rows[number].get_or_init(|| {
            let occupations = lexicon.occupations();
            let code = &occupations.get(number).code;
            let by_name = self.row_of_title(&self.titles[number]);
            let both =
                |(at, by_name): (usize, &u16)| (credit_of_code(code, &occupations.get(at).code) as u16).max(*by_name);
            by_name.iter().enumerate().map(both).collect()
        })
    }
}
