//! The public search for positions, built from our own terms: what people type is never parsed.

use std::ops::Bound;

use rustc_hash::FxHashSet;
use tantivy::collector::TopDocs;
use tantivy::collector::sort_key::{SortBySimilarityScore, SortByStaticFastValue, SortByString};
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, Order, Searcher, Term};

use crate::division::trimmed;
use crate::document::shift_number;
use crate::facets::{FacetCollector, Overview};
use crate::schema::{Fields, POSITION, column};
use crate::tokenize::{Run, runs};
use crate::{Error, Found, Index, Lexicon, PositionQuery, Relaxation, Sort};

/// Words of a search that are looked for; what comes after adds cost, not precision.
const TERMS_MAX: usize = 16;
/// The largest page, and the deepest that can be reached by paging.
const LIMIT_MAX: usize = 500;
const OFFSET_MAX: usize = 10_000;

/// What a hit is worth by where it is: a title is short and chosen with care, a description is not.
const TITLE: f32 = 3.0;
const TITLE_SYNONYM: f32 = 1.0;
const BODY: f32 = 1.0;

pub(crate) type Clauses = Vec<(Occur, Box<dyn Query>)>;

impl Index {
    /// Searches positions that are still valid. Of a group of duplicates the newest that matches stands for all of
    /// them, and counts as one.
    ///
    /// A filter keeps only what is known to satisfy it: a position without stated pay is not found
    /// by a search for pay. Each count in the facets is the total that the same search has when
    /// that value is its filter, so counts of pay and degree include one another.
    pub fn search_positions(&self, query: &PositionQuery) -> Result<Found, Error> {
        let searcher = self.searcher();
        let built = build(self.fields(), query);
        let Overview { total, facets, hidden } =
            searcher.search(&built, &FacetCollector::new(query.region.as_deref()))?;
        let mut found = Found { ids: Vec::new(), total, facets, relaxations: Vec::new() };
        if total == 0 {
            found.relaxations = relaxations(&searcher, self.fields(), query)?;
        } else if query.limit > 0 {
            found.ids = page(&searcher, &built, query, &hidden)?;
        }
        Ok(found)
    }
}

/// Ids in the order asked for, without the hidden; equals go by newest, then by id, so pages do not shift.
fn page(
    searcher: &Searcher,
    built: &dyn Query,
    query: &PositionQuery,
    hidden: &FxHashSet<DocAddress>,
) -> Result<Vec<String>, Error> {
    let (offset, limit) = (query.offset.min(OFFSET_MAX), query.limit.min(LIMIT_MAX));
    if hidden.is_empty() {
        let hits = ordered(searcher, built, query.sort, offset, limit)?;
        return Ok(hits.into_iter().map(|(id, _)| id).collect());
    }
    // How many of the hidden stand before the page's end is not known: a few are taken along, then twice as many.
    let wanted = offset + limit;
    let mut rows = wanted + limit.min(hidden.len());
    loop {
        let hits = ordered(searcher, built, query.sort, 0, rows)?;
        let is_all = hits.len() < rows;
        let shown: Vec<String> =
            hits.into_iter().filter(|(_, at)| !hidden.contains(at)).map(|(id, _)| id).take(wanted).collect();
        if is_all || shown.len() == wanted {
            return Ok(shown.into_iter().skip(offset).collect());
        }
        rows *= 2;
    }
}

/// Ids and places of documents in an order.
fn ordered(
    searcher: &Searcher,
    built: &dyn Query,
    sort: Sort,
    offset: usize,
    limit: usize,
) -> Result<Vec<(String, DocAddress)>, Error> {
    let top = TopDocs::with_limit(limit).and_offset(offset);
    let newest = || (SortByStaticFastValue::<i64>::for_field(column::PUBLISHED), Order::Desc);
    let by_id = || (SortByString::for_field(column::ID), Order::Asc);
    let pay = SortByStaticFastValue::<i64>::for_field(column::PAY);
    let hits: Vec<(Option<String>, DocAddress)> = match sort {
        Sort::Relevance => {
            let order = ((SortBySimilarityScore, Order::Desc), newest(), by_id());
            let hits = searcher.search(built, &top.order_by(order))?;
            hits.into_iter().map(|((_, _, id), at)| (id, at)).collect()
        }
        Sort::Newest => {
            let hits = searcher.search(built, &top.order_by((newest(), by_id())))?;
            hits.into_iter().map(|((_, id), at)| (id, at)).collect()
        }
        Sort::Pay => {
            let order = ((pay, Order::Desc), newest(), by_id());
            let hits = searcher.search(built, &top.order_by(order))?;
            hits.into_iter().map(|((_, _, id), at)| (id, at)).collect()
        }
    };
    Ok(hits.into_iter().filter_map(|(id, at)| Some((id?, at))).collect())
}

/// For a search without a result: which filter to leave out, and what that would bring.
fn relaxations(searcher: &Searcher, fields: &Fields, query: &PositionQuery) -> Result<Vec<Relaxation>, Error> {
    type LeaveOut = fn(&mut PositionQuery);
    let without: [(&'static str, bool, LeaveOut); 7] = [
        ("text", query.text.is_some(), |query| query.text = None),
        ("region", query.region.is_some(), |query| query.region = None),
        ("pay_fen_month_min", query.pay_fen_month_min.is_some(), |query| query.pay_fen_month_min = None),
        ("degree", query.degree.is_some(), |query| query.degree = None),
        ("shift", query.shift.is_some(), |query| query.shift = None),
        ("housing", query.housing.is_some(), |query| query.housing = None),
        ("veteran_preference", query.veteran_preference.is_some(), |query| query.veteran_preference = None),
    ];
    let set: Vec<(&'static str, LeaveOut)> =
        without.into_iter().filter(|(_, is_set, _)| *is_set).map(|(field, _, leave_out)| (field, leave_out)).collect();
    let total = |leave_out: &[LeaveOut]| {
        let mut wider = query.clone();
        leave_out.iter().for_each(|leave_out| leave_out(&mut wider));
        // What a relaxation promises is what the search then says.
        let found = searcher.search(&build(fields, &wider), &FacetCollector::new(None))?;
        Ok::<_, Error>(found.total)
    };
    let mut all = Vec::new();
    for (field, leave_out) in &set {
        all.push(Relaxation { field, also: None, total: total(&[*leave_out])? });
    }
    if all.iter().all(|one| one.total == 0) {
        for (i, (field, one)) in set.iter().enumerate() {
            for (also, other) in &set[i + 1..] {
                all.push(Relaxation { field, also: Some(also), total: total(&[*one, *other])? });
            }
        }
    }
    all.retain(|relaxation| relaxation.total > 0);
    all.sort_by_key(|relaxation| std::cmp::Reverse(relaxation.total));
    Ok(all)
}

fn build(fields: &Fields, query: &PositionQuery) -> BooleanQuery {
    let mut clauses = valid_positions(fields, query.today_day);
    clauses.extend(filters(fields, query).into_iter().map(must));
    let text = query.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if let Some(text) = text {
        clauses.push((Occur::Must, text_query(fields, text)));
    }
    BooleanQuery::new(clauses)
}

fn filters(fields: &Fields, query: &PositionQuery) -> Vec<Box<dyn Query>> {
    let mut filters: Vec<Box<dyn Query>> = Vec::new();
    if let Some(region) = query.region.as_deref() {
        filters.push(match trimmed(region) {
            Some(region) => term(fields.division, region),
            None => Box::new(EmptyQuery),
        });
    }
    if let Some(pay) = query.pay_fen_month_min {
        filters.push(at_least(Term::from_field_i64(fields.pay, pay)));
    }
    if let Some(degree) = query.degree {
        filters.push(at_most(Term::from_field_u64(fields.degree, degree.into())));
    }
    if let Some(shift) = query.shift {
        filters.push(number(fields.shift, shift_number(shift)));
    }
    if let Some(housing) = query.housing {
        filters.push(number(fields.housing, housing.into()));
    }
    if let Some(preference) = query.veteran_preference {
        filters.push(number(fields.preference, preference.into()));
    }
    filters
}

/// Positions whose last day is not past.
pub(crate) fn valid_positions(fields: &Fields, today_day: i32) -> Clauses {
    let is_valid = at_least(Term::from_field_i64(fields.valid_until, today_day.into()));
    vec![must(term(fields.kind, POSITION)), must(is_valid)]
}

/// What every hit has to have: each word of a short search, most words of a long one.
///
/// A single character (的, 在) is asked for only where nothing longer is.
fn text_query(fields: &Fields, text: &str) -> Box<dyn Query> {
    let words = words_of(text);
    let is_long = |word: &String| word.chars().nth(1).is_some();
    let has_long = words.iter().any(is_long);
    let needed: Vec<&String> = words.iter().filter(|word| !has_long || is_long(word)).collect();
    if needed.is_empty() {
        return Box::new(EmptyQuery);
    }
    let least = if needed.len() <= 2 { needed.len() } else { needed.len() - needed.len() / 3 };
    let groups = needed.iter().map(|word| (Occur::Should, word_query(fields, word))).collect();
    Box::new(BooleanQuery::with_minimum_required_clauses(groups, least))
}

/// The words to look for; a search of nothing but posting noise is taken at its word.
fn words_of(text: &str) -> Vec<String> {
    let lexicon = Lexicon::get();
    let words = lexicon.query_words(text, TERMS_MAX);
    if words.is_empty() { lexicon.query_words_raw(text, TERMS_MAX) } else { words }
}

/// One word wherever it may stand; a single character only in titles.
fn word_query(fields: &Fields, word: &str) -> Box<dyn Query> {
    let title = if word.chars().nth(1).is_some() { fields.title_words } else { fields.title_chars };
    let mut places = vec![boosted(text_term(title, word), TITLE), boosted(text_term(fields.body_words, word), BODY)];
    for synonym in Lexicon::get().synonyms_of(word).take(TERMS_MAX) {
        places.extend(phrase(fields.title_chars, synonym, TITLE_SYNONYM));
    }
    let places = places.into_iter().map(|query| (Occur::Should, query)).collect();
    Box::new(BooleanQuery::new(places))
}

/// The letters of a word in a row; a single letter is a term.
///
/// A phrase scores the sum of its letters' rarities, so the boost is shared among them: otherwise a
/// long synonym would stand above the word itself.
fn phrase(field: Field, word: &str, boost: f32) -> Option<Box<dyn Query>> {
    let mut terms = Vec::new();
    for run in runs(word) {
        match run {
            Run::Han(run) => {
                let letters = run.chars().map(|c| Term::from_field_text(field, &c.to_string()));
                terms.extend(letters);
            }
            Run::Word(word) => terms.push(Term::from_field_text(field, word)),
        }
    }
    let boost = boost / terms.len().max(1) as f32;
    let query: Box<dyn Query> = match terms.len() {
        0 => return None,
        1 => Box::new(TermQuery::new(terms.remove(0), IndexRecordOption::WithFreqs)),
        _ => Box::new(PhraseQuery::new(terms)),
    };
    Some(boosted(query, boost))
}

/// A clause that filters and leaves the score alone.
pub(crate) fn must(query: Box<dyn Query>) -> (Occur, Box<dyn Query>) {
    (Occur::Must, Box::new(ConstScoreQuery::new(query, 0.0)))
}

/// A clause that excludes.
pub(crate) fn must_not(query: Box<dyn Query>) -> (Occur, Box<dyn Query>) {
    (Occur::MustNot, query)
}

pub(crate) fn boosted(query: Box<dyn Query>, boost: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, boost))
}

/// A term as it is: a code or a key.
pub(crate) fn term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}

/// A term whose frequency counts.
pub(crate) fn text_term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs))
}

pub(crate) fn number(field: Field, value: u64) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_u64(field, value), IndexRecordOption::Basic))
}

pub(crate) fn at_least(term: Term) -> Box<dyn Query> {
    Box::new(RangeQuery::new(Bound::Included(term), Bound::Unbounded))
}

pub(crate) fn at_most(term: Term) -> Box<dyn Query> {
    Box::new(RangeQuery::new(Bound::Unbounded, Bound::Included(term)))
}

pub(crate) fn below(term: Term) -> Box<dyn Query> {
    Box::new(RangeQuery::new(Bound::Unbounded, Bound::Excluded(term)))
}

#[cfg(test)]
mod tests;
