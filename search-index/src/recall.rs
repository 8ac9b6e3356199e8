//! Candidates for a match: whom, or what, is worth scoring.
//!
//! Recall only. Filters leave out what is *known* to fail; unknown stays in. The order is a guess
//! from the same evidence the score reads; the score itself is made by [`crate::explain`] on current
//! rows.

use tantivy::Term;
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByString};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query};
use tantivy::schema::Field;
use tantivy::{Order, query};

use crate::division::{prefixes, trimmed};
use crate::document::{self, occupation_prefixes};
use crate::explain::{driving, skill_key};
use crate::query::{Clauses, adds, below, boosted, must, must_not, number, term, text_term, valid_positions};
use crate::schema::{PERSON, column};
use crate::{Error, Index, Lexicon, RequirementKind, Seeker, Vacancy};

/// Candidates given back at most.
const LIMIT_MAX: usize = 2000;
/// Terms looked for in each kind of evidence.
const TERMS_MAX: usize = 16;

/// Scores of the evidence, in proportion to the weights of the explanation's parts.
const OCCUPATION: [f32; 4] = [0.0, 2.0, 4.0, 6.0];
const TITLE_WORD: f32 = 1.0;
const TITLE_CHAR: f32 = 0.4;
const BODY_WORD: f32 = 0.2;
const SKILL: f32 = 3.0;
const PLACE: f32 = 4.0;
/// By how much of a home's code is shared: province, city, county.
const HOME: [f32; 3] = [0.7, 1.3, 2.0];

impl Index {
    /// Ids of positions that may suit the person, best guess first.
    pub fn positions_for(&self, seeker: &Seeker, today_day: i32, limit: usize) -> Result<Vec<String>, Error> {
        let lexicon = Lexicon::get();
        let fields = self.fields();
        let mut clauses = valid_positions(fields, today_day);
        if let Some(degree) = seeker.degree {
            clauses.push(must(crate::query::at_most(Term::from_field_u64(fields.degree, degree.into()))));
        }
        clauses.extend(document::plain_refusals(seeker).map(|code| must_not(term(fields.division, code))));
        if !seeker.certificates.is_empty() {
            let held = document::classes_held(lexicon, seeker);
            let lacking = driving::all().filter(|class| !held.contains(class));
            clauses.extend(lacking.map(|class| must_not(term(fields.licence_must, class))));
        }
        for code in document::occupation_codes(lexicon, seeker).into_iter().take(TERMS_MAX) {
            clauses.extend(occupation(fields.occupation, code));
        }
        let wishes = document::wishes(lexicon, seeker);
        clauses.extend(words(&wishes, &[(fields.title_words, TITLE_WORD), (fields.body_words, BODY_WORD)]));
        clauses.extend(letters(&wishes, fields.title_chars));
        for skill in document::skills(lexicon, seeker).iter().take(TERMS_MAX) {
            clauses.push(adds(SKILL, term(fields.skill, skill)));
        }
        for place in seeker.places.iter().take(TERMS_MAX).filter_map(|place| trimmed(place)) {
            clauses.push(adds(PLACE, term(fields.division, place)));
        }
        let home = seeker.division.as_deref().map(prefixes).unwrap_or_default();
        for (prefix, score) in home.into_iter().zip(HOME) {
            clauses.push(adds(score, term(fields.division, prefix)));
        }
        self.best(clauses, limit)
    }

    /// Ids of people who may suit the position, best guess first; none once it has run out.
    pub fn people_for(&self, vacancy: &Vacancy, today_day: i32, limit: usize) -> Result<Vec<String>, Error> {
        if vacancy.valid_until_day.is_some_and(|day| day < today_day) {
            return Ok(Vec::new());
        }
        let lexicon = Lexicon::get();
        let fields = self.fields();
        let mut clauses = self.not_refused(vacancy);
        let code = vacancy.occupation.as_deref();
        clauses.extend(code.into_iter().flat_map(|code| occupation(fields.occupation, code)));
        let name = code.and_then(|code| lexicon.occupation_name(code)).unwrap_or("");
        let title = [&vacancy.title, name].join("\n");
        clauses.extend(words(&title, &[(fields.wish_words, TITLE_WORD), (fields.past_words, BODY_WORD)]));
        clauses.extend(letters(&title, fields.wish_chars));
        for asked in vacancy.requirements.iter().take(TERMS_MAX) {
            clauses.push(adds(SKILL, term(fields.skill, &skill_key(lexicon, &asked.name))));
        }
        let around = vacancy.division.as_deref().map(prefixes).unwrap_or_default();
        for (at, prefix) in around.into_iter().enumerate() {
            clauses.push(adds(PLACE, term(fields.place, prefix)));
            if let Some(score) = HOME.get(at) {
                clauses.push(adds(*score, term(fields.home, prefix)));
            }
        }
        self.best(clauses, limit)
    }

    /// People whom no hard requirement is known to rule out: degree, driving classes, certificates
    /// that the dictionary knows, refused places. A licence that has run out still counts here,
    /// because that depends on the day.
    pub fn count_people_for(&self, vacancy: &Vacancy) -> Result<usize, Error> {
        let query = BooleanQuery::new(self.not_refused(vacancy));
        Ok(self.searcher().search(&query, &Count)?)
    }

    /// The filters of [`Index::people_for`] and [`Index::count_people_for`].
    fn not_refused(&self, vacancy: &Vacancy) -> Clauses {
        let lexicon = Lexicon::get();
        let fields = self.fields();
        let mut clauses: Clauses = vec![must(term(fields.kind, PERSON))];
        if let Some(degree) = vacancy.degree_min.filter(|degree| *degree > 0) {
            // Excludes known lower degrees; a person without one has no value and stays.
            let too_low = below(Term::from_field_u64(fields.degree, degree.into()));
            clauses.push(must_not(too_low));
        }
        for code in vacancy.division.as_deref().map(prefixes).unwrap_or_default() {
            clauses.push(must_not(term(fields.place_refused, code)));
        }
        for asked in vacancy.requirements.iter().filter(|asked| asked.must).take(TERMS_MAX) {
            let papers: Vec<Box<dyn Query>> = match (driving::asked_by(lexicon, asked), asked.kind) {
                (Some(classes), _) => classes.into_iter().map(|class| term(fields.licence, class)).collect(),
                // A name outside the dictionary may be written in other ways than ours.
                (None, RequirementKind::Certificate) => {
                    let name = lexicon.canonical_skill(&asked.name);
                    name.into_iter().map(|name| term(fields.certificate, name)).collect()
                }
                (None, _) => continue,
            };
            if !papers.is_empty() {
                clauses.push(must(unless_known(number(fields.certificates_known, 0), papers)));
            }
        }
        clauses
    }

    fn best(&self, clauses: Clauses, limit: usize) -> Result<Vec<String>, Error> {
        if limit == 0 {
            return Ok(Vec::new());
        }
        let top = TopDocs::with_limit(limit.min(LIMIT_MAX));
        let order = ((SortBySimilarityScore, Order::Desc), (SortByString::for_field(column::ID), Order::Asc));
        let hits = self.searcher().search(&BooleanQuery::new(clauses), &top.order_by(order))?;
        Ok(hits.into_iter().filter_map(|((_, id), _)| id).collect())
    }
}

/// One of the papers, or nothing known of any.
fn unless_known(unknown: Box<dyn Query>, papers: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    let any = std::iter::once(unknown).chain(papers);
    Box::new(query::BooleanQuery::union(any.collect()))
}

fn occupation(field: Field, code: &str) -> Clauses {
    let levels = occupation_prefixes(code).zip(OCCUPATION);
    let scoring = levels.filter(|(_, score)| *score > 0.0);
    scoring.map(|(prefix, score)| adds(score, term(field, prefix))).collect()
}

fn words(text: &str, fields: &[(Field, f32)]) -> Clauses {
    let words = Lexicon::get().query_words(text, TERMS_MAX);
    let mut clauses = Clauses::new();
    for word in words.iter().filter(|word| word.chars().nth(1).is_some()) {
        for (field, boost) in fields {
            clauses.push((Occur::Should, boosted(text_term(*field, word), *boost)));
        }
    }
    clauses
}

fn letters(text: &str, field: Field) -> Clauses {
    let mut letters = Lexicon::get().terms(text).chars;
    let mut seen = std::collections::HashSet::new();
    letters.retain(|letter| seen.insert(letter.clone()));
    letters.truncate(TERMS_MAX);
    let clause = |letter: String| (Occur::Should, boosted(text_term(field, &letter), TITLE_CHAR));
    letters.into_iter().map(clause).collect()
}

#[cfg(test)]
mod tests;
