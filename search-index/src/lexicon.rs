//! What the engine knows about words: the dictionaries, the tokenizer and the rarity of terms.
//!
//! Built once from embedded text, read-only afterwards. It knows no person and no position.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::Serialize;

use crate::RequirementKind;
use crate::dictionary::{Dictionaries, lines, rows, values};
use crate::occupations::Occupations;
use crate::phrases::Phrases;
use crate::similarity::{Cutter, Rarity, Title, clean, rank_words};
use crate::tokenize::{TEXT_CHARS_MAX, TITLE_CHARS_MAX, Terms, Tokenizer, fold};

/// Titles kept prepared; the same few thousand postings are compared with person after person.
const TITLES_KEPT: usize = 8192;
/// A speciality less like the text than this is not offered.
const SPECIALITY_SIMILARITY_MIN: f32 = 0.3;

/// Dictionaries, tokenizer and term weights.
pub struct Lexicon {
    tokenizer: Tokenizer,
    noise: Phrases,
    synonyms: Phrases,
    synonym_groups: Vec<Vec<String>>,
    rank_words: Phrases,
    occupations: Occupations,
    specialities: Vec<Speciality>,
    speciality_titles: Phrases,
    skills: Vec<SkillName>,
    /// Every name and synonym, for whole names.
    skill_names: Phrases,
    /// Those that may be looked for in free text.
    skill_phrases: Phrases,
    rarity: Rarity,
    fingerprint: u64,
    titles: Mutex<HashMap<String, Arc<Title>>>,
}

/// A family of military specialities (军事专业类别), without any unit, place or weapon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speciality {
    /// Our own code of the family.
    pub code: String,
    /// Its name.
    pub name: String,
    /// `any`, `army`, `navy`, `air`, `rocket` or `police`.
    pub branch: String,
    /// Titles of the posts in it.
    pub titles: Vec<String>,
    /// Canonical names of the skills it shows.
    pub skills: Vec<String>,
    /// Codes of the civilian occupations it leads to.
    pub occupations: Vec<(String, Relation)>,
    /// Where the mapping comes from.
    pub source: String,
}

/// How near a civilian occupation lies to a military speciality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same work in civilian clothes.
    Same,
    /// Most of it carries over.
    Related,
    /// Reached with a course or a licence.
    WithTraining,
}

/// A row of the skills dictionary.
struct SkillName {
    name: String,
    kind: RequirementKind,
}

impl Lexicon {
    /// The embedded dictionaries, read on first use (some tenths of a second).
    pub fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Lexicon::from_text(Dictionaries::EMBEDDED))
    }

    pub(crate) fn from_text(text: Dictionaries<'_>) -> Lexicon {
        let (skills, skill_names, skill_phrases) = read_skills(text.skills);
        let (synonym_groups, synonyms) = read_synonyms(text.title_synonyms);
        let noise = numbered(lines(text.stop_words).map(str::trim));
        let specialities = read_specialities(text.specialities);
        let speciality_titles = title_phrases(&specialities);
        let own_words = rows::<2>(text.skills).map(|[name, _]| name);
        let tokenizer = Tokenizer::new(own_words.chain(synonym_groups.iter().flatten().map(String::as_str)));
        let mut rarity = Rarity::default();
        let rank_words = rank_words();
        let cutter = Cutter { tokenizer: &tokenizer, synonyms: &synonyms, rank_words: &rank_words };
        let occupations = Occupations::new(text.occupations, &cutter, &noise, &mut rarity);
        Lexicon {
            tokenizer,
            noise,
            synonyms,
            synonym_groups,
            rank_words,
            occupations,
            specialities,
            speciality_titles,
            skills,
            skill_names,
            skill_phrases,
            rarity,
            fingerprint: text.fingerprint(),
            titles: Mutex::default(),
        }
    }

    /// The name of an occupation or of a group of occupations.
    pub fn occupation_name(&self, code: &str) -> Option<&str> {
        self.occupations.by_code(code).map(|occupation| occupation.name.as_str())
    }

    /// Occupations that `text` may mean, best first: code, name, and likeness in 0–1.
    pub fn occupations_like(&self, text: &str, limit: usize) -> Vec<(String, String, f32)> {
        let title = self.title(text);
        let near = self.occupations.like(&title.surface, limit);
        let owned =
            |(found, score): (&crate::occupations::Occupation, f32)| (found.code.clone(), found.name.clone(), score);
        near.into_iter().map(owned).collect()
    }

    /// All families, in the dictionary's order.
    pub fn specialities(&self) -> &[Speciality] {
        &self.specialities
    }

    /// The family with this code.
    pub fn speciality(&self, code: &str) -> Option<&Speciality> {
        self.specialities.iter().find(|speciality| speciality.code == code)
    }

    /// Families that a post's title, in anybody's words, may belong to, best first.
    pub fn specialities_like(&self, text: &str, limit: usize) -> Vec<&Speciality> {
        let title = self.title(text);
        let named: HashSet<u32> = {
            let folded = fold(text, TEXT_CHARS_MAX);
            self.speciality_titles.find(&folded).into_iter().map(|(_, number)| number).collect()
        };
        let mut scored: Vec<(f32, usize)> = Vec::new();
        for (at, speciality) in self.specialities.iter().enumerate() {
            let forms = std::iter::once(&speciality.name).chain(&speciality.titles);
            let likeness = forms.map(|form| title.similarity(&self.title(form)));
            let best = likeness.fold(0.0, f32::max);
            // A title that stands in the text letter by letter beats any likeness.
            let score = best + if named.contains(&(at as u32)) { 1.0 } else { 0.0 };
            if score >= SPECIALITY_SIMILARITY_MIN {
                scored.push((score, at));
            }
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        scored.into_iter().take(limit).map(|(_, at)| &self.specialities[at]).collect()
    }

    /// Canonical names of the skills, certificates and languages named in free text, in order of
    /// appearance. A bare driving class is not looked for: `B1` is also a basement.
    pub fn skills_in(&self, text: &str) -> Vec<String> {
        let folded = fold(text, TEXT_CHARS_MAX);
        let mut found: Vec<String> = Vec::new();
        for (_, number) in self.skill_phrases.find(&folded) {
            let name = &self.skills[number as usize].name;
            if !found.contains(name) {
                found.push(name.clone());
            }
        }
        found
    }

    /// The dictionary's name for a skill, certificate, language or driving class.
    pub fn canonical_skill(&self, name: &str) -> Option<&str> {
        self.skill_names.get(name).map(|number| self.skills[number as usize].name.as_str())
    }

    /// The driving class (`A1` … `P`) that a dictionary name stands for.
    pub(crate) fn driving_class(&self, name: &str) -> Option<&str> {
        let skill = &self.skills[self.skill_names.get(name)? as usize];
        (skill.kind == RequirementKind::DrivingLicence).then_some(skill.name.as_str())
    }

    /// What kind of thing a name of the dictionary is.
    pub fn skill_kind(&self, name: &str) -> Option<RequirementKind> {
        self.skill_names.get(name).map(|number| self.skills[number as usize].kind)
    }

    /// The tokenizer's terms: single Chinese characters and words, lower case, full-width folded,
    /// Latin words and numbers whole. Each once, in order.
    pub fn words(&self, text: &str) -> Vec<String> {
        let Terms { words, chars } = self.terms(text);
        let mut seen = HashSet::new();
        chars.into_iter().chain(words).filter(|term| seen.insert(term.clone())).collect()
    }

    pub(crate) fn terms(&self, text: &str) -> Terms {
        self.tokenizer.terms(text)
    }

    /// What has to be found for a search: words, without posting noise.
    pub(crate) fn query_words(&self, text: &str, limit: usize) -> Vec<String> {
        self.tokenizer.query_words(&self.noise.remove(&fold(text, TITLE_CHARS_MAX)), limit)
    }

    /// The same, posting noise and all.
    pub(crate) fn query_words_raw(&self, text: &str, limit: usize) -> Vec<String> {
        self.tokenizer.query_words(text, limit)
    }

    /// Other words for a word of a search.
    pub(crate) fn synonyms_of(&self, word: &str) -> impl Iterator<Item = &str> {
        let group = self.synonyms.get(word).map(|number| &self.synonym_groups[number as usize]);
        group.into_iter().flatten().map(String::as_str).filter(move |other| *other != word)
    }

    /// A title made ready for comparison.
    pub(crate) fn title(&self, text: &str) -> Arc<Title> {
        let text: String = text.chars().take(TITLE_CHARS_MAX).collect();
        // A panic elsewhere cannot leave a half-written title behind, so poison is no harm.
        let known = self.titles.lock().unwrap_or_else(PoisonError::into_inner).get(&text).cloned();
        if let Some(title) = known {
            return title;
        }
        let title = Arc::new(self.prepare(&text));
        let mut titles = self.titles.lock().unwrap_or_else(PoisonError::into_inner);
        if titles.len() >= TITLES_KEPT {
            titles.clear();
        }
        titles.insert(text, title.clone());
        title
    }

    fn prepare(&self, text: &str) -> Title {
        let text = clean(&self.noise, text);
        let cutter = Cutter { tokenizer: &self.tokenizer, synonyms: &self.synonyms, rank_words: &self.rank_words };
        let surface = cutter.features(&text).surface(&self.rarity);
        let (occupations, certainty) = self.occupations.vector(&surface);
        Title { text, surface, occupations, certainty }
    }

    /// 0–1: how alike two job titles are; the function that [`crate::explain`] and
    /// [`crate::eval`] use.
    pub fn title_similarity(&self, a: &str, b: &str) -> f32 {
        self.title(a).similarity(&self.title(b))
    }

    pub(crate) fn fingerprint(&self) -> u64 {
        self.fingerprint
    }
}

fn numbered<'a>(phrases: impl Iterator<Item = &'a str>) -> Phrases {
    let mut all = Phrases::default();
    for (number, phrase) in phrases.enumerate() {
        all.insert(phrase, number as u32);
    }
    all
}

fn read_skills(text: &str) -> (Vec<SkillName>, Phrases, Phrases) {
    let (mut skills, mut names, mut phrases) = (Vec::new(), Phrases::default(), Phrases::default());
    for [name, synonyms, kind] in rows(text) {
        let number = skills.len() as u32;
        let kind = match kind {
            "certificate" => RequirementKind::Certificate,
            "driving" => RequirementKind::DrivingLicence,
            "language" => RequirementKind::Language,
            _ => RequirementKind::Skill,
        };
        skills.push(SkillName { name: name.to_owned(), kind });
        names.insert(name, number);
        if kind != RequirementKind::DrivingLicence {
            phrases.insert(name, number);
        }
        for synonym in values(synonyms) {
            names.insert(synonym, number);
            phrases.insert(synonym, number);
        }
    }
    (skills, names, phrases)
}

fn read_synonyms(text: &str) -> (Vec<Vec<String>>, Phrases) {
    let (mut groups, mut phrases) = (Vec::new(), Phrases::default());
    for [canonical, synonyms] in rows(text) {
        let words: Vec<&str> = std::iter::once(canonical).chain(values(synonyms)).collect();
        for word in &words {
            phrases.insert(word, groups.len() as u32);
        }
        groups.push(words.iter().map(|word| fold(word, TITLE_CHARS_MAX)).collect());
    }
    (groups, phrases)
}

fn read_specialities(text: &str) -> Vec<Speciality> {
    let owned = |column: &str| values(column).map(str::to_owned).collect();
    let read = |[code, name, branch, titles, skills, occupations, source]: [&str; 7]| Speciality {
        code: code.to_owned(),
        name: name.to_owned(),
        branch: branch.to_owned(),
        titles: owned(titles),
        skills: owned(skills),
        occupations: values(occupations).filter_map(read_occupation).collect(),
        source: source.to_owned(),
    };
    rows(text).map(read).collect()
}

/// `code:relation`.
fn read_occupation(text: &str) -> Option<(String, Relation)> {
    let (code, relation) = text.split_once(':')?;
    let relation = match relation {
        "same" => Relation::Same,
        "related" => Relation::Related,
        "with_training" => Relation::WithTraining,
        _ => return None,
    };
    Some((code.to_owned(), relation))
}

fn title_phrases(specialities: &[Speciality]) -> Phrases {
    let mut phrases = Phrases::default();
    for (number, speciality) in specialities.iter().enumerate() {
        for title in std::iter::once(&speciality.name).chain(&speciality.titles) {
            phrases.insert(title, number as u32);
        }
    }
    phrases
}

#[cfg(test)]
mod tests;
