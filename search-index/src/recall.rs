//! Candidates for a match: whom, or what, is worth scoring.
//!
//! Recall only. What is *known* to fail is left out; unknown stays in. The order is an estimate
//! ([`crate::glance`]); the score itself is made by [`crate::explain`] on current rows.

use std::sync::Arc;

use tantivy::collector::Count;
use tantivy::query::{BooleanQuery, Query};
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::division::prefixes;
use crate::document;
use crate::explain::{driving, place};
use crate::glance::{Best, Judge, Keep, SeekerQuestion, VacancyQuestion, order, points};
use crate::query::{Clauses, below, must, must_not, number, term};
use crate::schema::{NONE, PERSON, POSITION, column};
use crate::{Error, Index, Lexicon, PartKind, RequirementKind, Seeker, Vacancy};

/// Candidates given back at most.
const LIMIT_MAX: usize = 2000;
/// Must-haves that are counted by.
const TERMS_MAX: usize = 16;

/// Results that somebody looks at: a further look is worth its time only while it could change one of these.
const SHOWN: usize = 20;

/// Whom to look at, and by which fields.
struct Looked<'a, J> {
    judge: J,
    kind: &'static str,
    /// What each group of occupations is worth, best first; `None` where nothing is known of the work.
    groups: Option<Vec<(usize, u16)>>,
    places: Vec<&'a str>,
    group: Field,
    place: Field,
}

/// Where to look: in the cities that the person named or lives in, or everywhere; and for which work, by what
/// it is at least worth to the person in thousandths.
struct Look {
    near: bool,
    credit: u16,
}

/// From where the best are to where nobody would expect them.
const LOOKS: [Look; 4] = [
    Look { near: true, credit: 600 },
    Look { near: false, credit: 600 },
    Look { near: false, credit: 250 },
    Look { near: false, credit: 0 },
];

impl Index {
    /// Ids of positions that may suit the person, best guess first.
    pub fn positions_for(&self, seeker: &Seeker, today_day: i32, limit: usize) -> Result<Vec<String>, Error> {
        if limit == 0 {
            return Ok(Vec::new());
        }
        let lexicon = Lexicon::get();
        let question = SeekerQuestion::new(lexicon.weighed(self.weights()), seeker, today_day);
        let groups = question.groups(lexicon.names());
        let places = document::cities(seeker);
        let fields = self.fields();
        self.look(
            Looked { judge: question, kind: POSITION, groups, places, group: fields.group, place: fields.division },
            limit,
        )
    }

    /// Ids of people who may suit the position, best guess first; none once it has run out.
    pub fn people_for(&self, vacancy: &Vacancy, today_day: i32, limit: usize) -> Result<Vec<String>, Error> {
        if vacancy.valid_until_day.is_some_and(|day| day < today_day) || limit == 0 {
            return Ok(Vec::new());
        }
        let lexicon = Lexicon::get();
        let question = VacancyQuestion::new(lexicon.weighed(self.weights()), vacancy, today_day);
        let groups = question.groups(lexicon.names());
        // Whoever would work in the province would in the city. A province alone is near to all in it.
        let around = vacancy.division.as_deref().map(prefixes).unwrap_or_default();
        let places = if around.len() < 2 { Vec::new() } else { around.into_iter().take(2).collect() };
        let fields = self.fields();
        self.look(
            Looked { judge: question, kind: PERSON, groups, places, group: fields.wish_group, place: fields.city },
            limit,
        )
    }

    /// Looks where the best can be, and goes on to where they might be only while a document there could
    /// still be expected to fit better than the worst of those that matter.
    fn look<J: Judge>(&self, looked: Looked<'_, J>, limit: usize) -> Result<Vec<String>, Error> {
        let limit = limit.min(LIMIT_MAX);
        let Looked { judge, kind, groups, places, group, place } = looked;
        let judge = Arc::new(judge);
        let seen = self.seen();
        let searcher = &seen.searcher;
        let names = Lexicon::get().names();
        let mut best = Best::new();
        for Look { near, credit } in LOOKS {
            if (near && places.is_empty()) || (credit > 0 && groups.is_none()) {
                continue;
            }
            let mut clauses = Clauses::new();
            if near {
                clauses.push(must(any(place, &places)));
            }
            if credit > 0 {
                let chosen = groups.iter().flatten().take_while(|(_, worth)| *worth >= credit);
                let codes: Vec<&str> = chosen.map(|(number, _)| names.group_code(*number)).collect();
                clauses.push(must(any(group, &codes)));
            }
            if clauses.is_empty() {
                clauses.push(must(term(self.fields().kind, kind)));
            }
            let least = best.get(limit - 1).map_or(f32::NEG_INFINITY, |(score, _)| points(*score));
            best.extend(searcher.search(
                &BooleanQuery::new(clauses),
                &Keep { judge: judge.clone(), limit, cards: seen.cards.clone(), least },
            )?);
            order(&mut best, limit);
            // What was left out falls short in its work or lies elsewhere.
            let elsewhere = if near { judge.shares().bound(PartKind::Place, place::PROVINCE) } else { 0.0 };
            let other_work = if credit > 0 { judge.shares().bound(PartKind::Occupation, credit.into()) } else { 0.0 };
            let last = best.get(limit.min(SHOWN) - 1).map(|(score, _)| points(*score));
            if last.is_some_and(|last| last >= elsewhere.max(other_work)) {
                break;
            }
        }
        ids(searcher, &best)
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
}

/// One of the terms, or nothing said.
fn any(field: Field, terms: &[&str]) -> Box<dyn Query> {
    Box::new(BooleanQuery::union(terms.iter().copied().chain([NONE]).map(|text| term(field, text)).collect()))
}

/// The ids at these addresses.
pub(crate) fn ids(searcher: &Searcher, best: &Best) -> Result<Vec<String>, Error> {
    let open = |segment: &tantivy::SegmentReader| segment.fast_fields().str(column::ID);
    let columns = searcher.segment_readers().iter().map(open).collect::<Result<Vec<_>, _>>()?;
    let mut ids = Vec::with_capacity(best.len());
    for (_, address) in best {
        let Some(column) = &columns[address.segment_ord as usize] else { continue };
        let Some(ord) = column.term_ords(address.doc_id).next() else { continue };
        let mut id = String::new();
        if column.ord_to_str(ord, &mut id)? {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// One of the papers, or nothing known of any.
fn unless_known(unknown: Box<dyn Query>, papers: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    let any = std::iter::once(unknown).chain(papers);
    Box::new(BooleanQuery::union(any.collect()))
}

#[cfg(test)]
mod tests;
