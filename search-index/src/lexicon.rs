//! What the engine knows about words: the dictionaries, the tokenizer and the rarity of terms.
//!
//! Built once from embedded text, read-only afterwards. It knows no person and no position.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use crate::Relation;
use crate::RequirementKind;
use crate::dictionary::{BadRow, Dictionaries, rows, values};
use crate::education::EducationLevels;
use crate::glance::Names;
use crate::industries::Industries;
use crate::meaning::Meanings;
use crate::noise::Noise;
use crate::occupations::{self, Occupations};
use crate::phrases::Phrases;
use crate::similarity::{Cutter, Rarity, Title, rank_words};
use crate::skills::{KnownSkill, Skills};
use crate::specialities::{self, Family, RelationWeights, Specialities};
use crate::tasks::Tasks;
use crate::tokenize::{TEXT_CHARS_MAX, TITLE_CHARS_MAX, Terms, Tokenizer, fold};
use crate::weights::{self, Weights};

/// Titles kept prepared, in two generations; the same few thousand postings are compared with person after
/// person. A title takes about a kilobyte.
const TITLES_KEPT: usize = 32_768;

/// Dictionaries, tokenizer and term weights.
pub struct Lexicon {
    tokenizer: Tokenizer,
    noise: Noise,
    synonyms: Phrases,
    synonym_groups: Vec<Vec<String>>,
    rank_words: Phrases,
    meanings: Meanings<'static>,
    occupations: Occupations,
    tasks: Tasks,
    specialities: Arc<Specialities>,
    relations: RelationWeights,
    skills: Skills,
    rarity: Rarity,
    fingerprint: u64,
    weights: Weights,
    titles: Mutex<Titles>,
    names: OnceLock<Names>,
}

/// Prepared titles: when one generation is full, it becomes the older one, and what nobody asked for since goes.
#[derive(Default)]
struct Titles {
    younger: FxHashMap<String, Arc<Title>>,
    older: FxHashMap<String, Arc<Title>>,
}

impl Titles {
    fn get(&mut self, text: &str) -> Option<Arc<Title>> {
        if let Some(title) = self.younger.get(text) {
            return Some(title.clone());
        }
        let (text, title) = self.older.remove_entry(text)?;
        self.put(text, title.clone());
        Some(title)
    }

    fn put(&mut self, text: String, title: Arc<Title>) {
        if self.younger.len() >= TITLES_KEPT / 2 {
            self.older = std::mem::take(&mut self.younger);
        }
        self.younger.insert(text, title);
    }

    #[cfg(test)]
    fn len(&self) -> usize {
        self.younger.len() + self.older.len()
    }
}

impl Lexicon {
    /// The embedded dictionaries, read on first use (some tenths of a second).
    ///
    /// # Panics
    /// When a row of them is bad: such a build must not start.
    pub fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON
            .get_or_init(|| Lexicon::read(Dictionaries::EMBEDDED).unwrap_or_else(|bad| panic!("dictionaries: {bad}")))
    }

    pub(crate) fn read(text: Dictionaries<'static>) -> Result<Lexicon, BadRow> {
        let (synonym_groups, synonyms) = read_synonyms(text.title_synonyms)?;
        let noise = Noise::read(text.stop_words, text.title_noise)?;
        let meanings = Meanings::read(text.pieces, text.table)?;
        let own_words = Skills::names(text.skills)?.into_iter();
        let tokenizer = Tokenizer::new(own_words.chain(synonym_groups.iter().flatten().map(String::as_str)));
        let mut rarity = Rarity::default();
        let rank_words = rank_words();
        let cutter = Cutter { tokenizer: &tokenizer, synonyms: &synonyms, rank_words: &rank_words };
        let listed = occupations::read(text.occupations, text.job_titles)?;
        let occupations = Occupations::new(&listed, &cutter, &noise, &meanings, &mut rarity);
        let tasks = Tasks::read(text.occupation_tasks, &occupations)?;
        let skills = Skills::read(text.skills, text.certificates, &occupations)?;
        // Kept by themselves, for those who need no more than one; read here so that a bad row stops every build.
        EducationLevels::read(text.education_levels)?;
        Industries::read(text.industries)?;
        let relations = RelationWeights::read(text.relations)?;
        let families = specialities::read(text.specialities, &occupations, &skills, relations)?;
        let specialities = Arc::new(Specialities::new(families));
        let (fingerprint, weights) = (text.fingerprint(), weights::read(text.weights)?);
        let (titles, names) = (Mutex::default(), OnceLock::new());
        Ok(Lexicon {
            tokenizer,
            noise,
            synonyms,
            synonym_groups,
            rank_words,
            meanings,
            occupations,
            tasks,
            specialities,
            relations,
            skills,
            rarity,
            fingerprint,
            weights,
            titles,
            names,
        })
    }

    /// The name of an occupation or of a group of occupations.
    pub fn occupation_name(&self, code: &str) -> Option<&str> {
        self.occupations.by_code(code).map(|occupation| occupation.name.as_str())
    }

    /// What the classification says an occupation is, in a sentence; empty for a group.
    pub fn occupation_definition(&self, code: &str) -> Option<&str> {
        self.occupations.by_code(code).map(|occupation| occupation.definition.as_str())
    }

    /// What one does in an occupation; nothing for a group.
    pub fn occupation_tasks(&self, code: &str) -> &[&'static str] {
        self.tasks.of(code)
    }

    /// The occupation whose code begins most like `code`, for a code that is none: its code and its name.
    pub fn occupation_near(&self, code: &str) -> Option<(&str, &str)> {
        let shared = |other: &str| std::iter::zip(code.chars(), other.chars()).take_while(|(a, b)| a == b).count();
        // The first of the nearest, so that the group stands before what lies in it.
        let all = (0..self.occupations.count()).rev().map(|number| self.occupations.get(number));
        let near = all.max_by_key(|one| shared(&one.code))?;
        Some((near.code.as_str(), near.name.as_str()))
    }

    /// Occupations that `text` may mean, best first: code, name, and likeness in 0–1.
    pub fn occupations_like(&self, text: &str, limit: usize) -> Vec<(String, String, f32)> {
        let title = self.title(text);
        let near = self.occupations.like(&title.surface, title.meaning.as_ref(), limit);
        let owned = |(number, score)| {
            let found = self.occupations.get(number);
            (found.code.clone(), found.name.clone(), score)
        };
        near.into_iter().map(owned).collect()
    }

    pub(crate) fn occupation_number(&self, code: &str) -> Option<usize> {
        self.occupations.number(code)
    }

    pub(crate) fn occupations(&self) -> &Occupations {
        &self.occupations
    }

    /// The names of all occupations, made ready to be compared with (some tenths of a second, once).
    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self))
    }

    /// The built-in military map. A city's own is made of it with [`Specialities::with`].
    pub fn specialities(&self) -> &Arc<Specialities> {
        &self.specialities
    }

    /// The built-in family with this code.
    pub fn speciality(&self, code: &str) -> Option<&Family> {
        self.specialities.get(code)
    }

    /// Percent: what a relation of the map weighs where a pair has no weight of its own.
    pub fn relation_weight(&self, relation: Relation) -> u8 {
        self.relations.of(relation)
    }

    /// Canonical names of the skills, certificates and languages named in free text, in order of
    /// appearance. A bare driving class is not looked for: `B1` is also a basement.
    pub fn skills_in(&self, text: &str) -> Vec<&str> {
        let found = self.skills.named_in(&fold(text, TEXT_CHARS_MAX));
        found.into_iter().map(|skill| skill.name.as_str()).collect()
    }

    /// The dictionary's row for a skill, certificate, language or driving class, by name or synonym.
    pub fn skill(&self, name: &str) -> Option<&KnownSkill> {
        self.skills.get(name)
    }

    /// Rows whose name or synonym holds the text, the nearest first; of those that are not named in full, what
    /// serves one of these occupations first. Of no text, all that serve one of them.
    pub fn skills_like(&self, text: &str, serving: &[&str], limit: usize) -> Vec<&KnownSkill> {
        self.skills.like(text, serving, limit)
    }

    /// The dictionary's name for a skill, certificate, language or driving class.
    pub fn canonical_skill(&self, name: &str) -> Option<&str> {
        self.skill(name).map(|skill| skill.name.as_str())
    }

    /// One name for all spellings: the dictionary's, or the text itself folded.
    pub(crate) fn skill_key(&self, name: &str) -> Cow<'_, str> {
        let folded = fold(name.trim(), TITLE_CHARS_MAX);
        match self.skills.get_folded(&folded) {
            Some(skill) => Cow::Borrowed(&skill.name),
            None => Cow::Owned(folded),
        }
    }

    /// The driving class (`A1` … `P`) that a dictionary name stands for.
    pub(crate) fn driving_class(&self, name: &str) -> Option<&str> {
        let skill = self.skill(name)?;
        (skill.kind == RequirementKind::DrivingLicence).then_some(skill.name.as_str())
    }

    /// What kind of thing a name of the dictionary is.
    pub fn skill_kind(&self, name: &str) -> Option<RequirementKind> {
        self.skill(name).map(|skill| skill.kind)
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

    /// The words that a document with this text is found by, with spaces between them.
    pub(crate) fn document_words(&self, text: &str) -> String {
        self.tokenizer.document_words(text)
    }

    /// What has to be found for a search: words, without posting noise.
    pub(crate) fn query_words(&self, text: &str, limit: usize) -> Vec<String> {
        self.tokenizer.query_words(&self.noise.without_words(&fold(text, TITLE_CHARS_MAX)), limit)
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
        let text = text.char_indices().nth(TITLE_CHARS_MAX).map_or(text, |(end, _)| &text[..end]);
        if let Some(title) = self.kept(text) {
            return title;
        }
        // Postings dress the same few thousand titles up in many ways.
        let cleaned = self.noise.clean(text);
        let known = self.kept(&cleaned);
        let title = known.unwrap_or_else(|| Arc::new(self.prepare(cleaned.clone())));
        let mut titles = self.titles.lock().unwrap_or_else(PoisonError::into_inner);
        titles.put(cleaned, title.clone());
        titles.put(text.to_owned(), title.clone());
        title
    }

    fn kept(&self, text: &str) -> Option<Arc<Title>> {
        // A panic elsewhere cannot leave a half-written title behind, so poison is no harm.
        self.titles.lock().unwrap_or_else(PoisonError::into_inner).get(text)
    }

    fn prepare(&self, text: String) -> Title {
        let cutter = Cutter { tokenizer: &self.tokenizer, synonyms: &self.synonyms, rank_words: &self.rank_words };
        let surface = cutter.features(&text).surface(&self.rarity);
        let meaning = self.meanings.of(&text);
        let near = self.occupations.like(&surface, meaning.as_ref(), occupations::KEPT);
        let certainty = near.first().map_or(0.0, |(_, likeness)| *likeness);
        let occupations = self.occupations.vector(&near);
        Title { text, surface, occupations, certainty, meaning, near }
    }

    /// A title without slogans, pay and counts, folded; brackets that tell jobs apart keep their words.
    pub fn bare_title(&self, text: &str) -> String {
        self.noise.bare(text)
    }

    /// 0–1: how alike two job titles are; the function that [`crate::explain`] and
    /// [`crate::eval`] use.
    pub fn title_similarity(&self, a: &str, b: &str) -> f32 {
        self.title(a).similarity(&self.title(b))
    }

    /// Changes when any dictionary changes.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The weights of this build.
    pub fn weights(&self) -> Weights {
        self.weights
    }
}

/// Refuses a word that stands in two groups.
fn read_synonyms(text: &str) -> Result<(Vec<Vec<String>>, Phrases), BadRow> {
    let (mut groups, mut phrases) = (Vec::new(), Phrases::default());
    for row in rows::<2>("title_synonyms.tsv", text)? {
        let [canonical, synonyms] = row.columns;
        let words: Vec<&str> = std::iter::once(canonical).chain(values(synonyms)).collect();
        for word in &words {
            if phrases.get(word).is_some() {
                return Err(row.bad(format!("{word} stands twice")));
            }
        }
        for word in &words {
            phrases.insert(word, groups.len() as u32);
        }
        groups.push(words.iter().map(|word| fold(word, TITLE_CHARS_MAX)).collect());
    }
    Ok((groups, phrases))
}

#[cfg(test)]
mod tests;
