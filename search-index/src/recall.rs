//! Candidates for a match: whom, or what, is worth scoring.
//!
//! Recall only. What is *known* to fail is left out; unknown stays in. The order is an estimate
//! ([`crate::glance`]); the score itself is made by [`crate::explain`] on current rows.

use std::ops::RangeInclusive;
use std::sync::Arc;

use tantivy::Term;
use tantivy::collector::Count;
use tantivy::query::{BooleanQuery, Query};

use crate::division::prefixes;
use crate::document::{self, CITY_DIGITS};
use crate::explain::{PreparedSeeker, driving, place};
use crate::glance::{
    Best, Cards, EVERYWHERE, Expected, Judge, NearMisses, Scan, SeekerQuestion, Shares, UNKNOWN, VacancyQuestion,
    city_number,
};
use crate::place::Place;
use crate::query::{Clauses, below, must, must_not, number, term};
use crate::schema::PERSON;
use crate::{Candidate, Error, Index, Lexicon, PartKind, RequirementKind, Seeker, Vacancy};

/// Candidates given back at most.
const LIMIT_MAX: usize = 2000;
/// Must-haves that are counted by.
const TERMS_MAX: usize = 16;

/// Where to look: at one group of occupations or at all, in the cities that the question names or everywhere.
struct Look {
    group: Option<u16>,
    is_near: bool,
    /// No document there can be expected to fit better, unless it was looked at before.
    bound: f32,
}

impl Index {
    /// Positions that may suit the person, best guess first: those that may be among the best `first`, and no
    /// more than `limit`. All that may suit at all, up to the limit, where that is `first`.
    pub fn positions_for(&self, person: &PreparedSeeker<'_>, first: usize, limit: usize) -> Vec<Candidate> {
        let question = SeekerQuestion::new(person);
        let (groups, near) = (question.groups(person.lexicon.names()), near(person.seeker, question.near()));
        self.look(question, groups, near, first, limit)
    }

    /// Positions that might suit the person but for one known breach of what they ask: a degree, a paper,
    /// a refused place. Best guess first, by how they would fit without it. What asks for the same paper twice
    /// in different words counts as two breaches and is left out.
    pub fn near_misses_for(&self, person: &PreparedSeeker<'_>, limit: usize) -> Vec<Candidate> {
        let question = SeekerQuestion::new(person);
        let (groups, near) = (question.groups(person.lexicon.names()), near(person.seeker, question.near()));
        self.look(NearMisses(question), groups, near, limit, limit)
    }

    /// People who may suit the position, as [`Index::positions_for`]; none once it has run out.
    pub fn people_for(&self, vacancy: &Vacancy, today_day: i32, first: usize, limit: usize) -> Vec<Candidate> {
        if vacancy.valid_until_day.is_some_and(|day| day < today_day) {
            return Vec::new();
        }
        let lexicon = Lexicon::get();
        let question = VacancyQuestion::new(lexicon.weighed(self.weights()), vacancy, today_day);
        let groups = question.groups(lexicon.names());
        let near = question.near().into_iter().map(|city| city..=city).collect();
        self.look(question, groups, near, first, limit)
    }

    /// Looks where the best can be, and goes on to where they might be only while a document there could
    /// still be expected to fit better than the worst of the first.
    fn look<J: Judge>(
        &self,
        judge: J,
        groups: Option<Vec<(u16, u16)>>,
        mut near: Vec<RangeInclusive<u16>>,
        first: usize,
        limit: usize,
    ) -> Vec<Candidate> {
        let (first, limit) = (first.min(LIMIT_MAX), limit.min(LIMIT_MAX));
        if first == 0 || limit == 0 {
            return Vec::new();
        }
        let looks = looks(groups.as_deref(), !near.is_empty(), judge.shares());
        near.push(UNKNOWN..=UNKNOWN);
        let seen = self.seen();
        let mut scan = Scan::new(judge, &seen, first, limit);
        for Look { group, is_near, bound } in looks {
            if scan.is_settled(bound) {
                break;
            }
            scan.look(group, if is_near { &near } else { &[EVERYWHERE] });
        }
        candidates(&seen.cards, &scan.finish())
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

/// All looks, from where the best can be to where nobody would expect them. `groups` holds what the groups of
/// occupations are worth; what is not among them is worth nothing, and where it is `None`, nothing is known.
fn looks(groups: Option<&[(u16, u16)]>, has_near: bool, shares: &Shares) -> Vec<Look> {
    let unknown = [(Some(UNKNOWN), 1000)];
    let worth = groups.into_iter().flatten().map(|(group, credit)| (Some(*group), u32::from(*credit)));
    let rest = (None, if groups.is_some() { 0 } else { 1000 });
    let mut all = Vec::new();
    for (group, credit) in unknown.into_iter().chain(worth).chain([rest]) {
        let bound = shares.bound(PartKind::Occupation, credit);
        if has_near {
            all.push(Look { group, is_near: true, bound });
        }
        let elsewhere = if has_near { shares.loss(PartKind::Place, place::PROVINCE) } else { 0.0 };
        all.push(Look { group, is_near: false, bound: bound - elsewhere });
    }
    all.sort_by(|one, other| other.bound.total_cmp(&one.bound));
    all
}

/// Where the person looks first: the cities of the places they named, of their home, if they have named none or said
/// how far they would travel, and of the counties in reach; all of a province that was named. None where nothing
/// is known.
fn near(seeker: &Seeker, reached: impl Iterator<Item = Place>) -> Vec<RangeInclusive<u16>> {
    let mut anchors: Vec<Place> =
        seeker.places.iter().take(document::LIST_MAX).filter_map(|place| Place::of(place)).collect();
    if anchors.is_empty() || seeker.distance_km_max.is_some() {
        anchors.extend(seeker.division.as_deref().and_then(Place::of));
    }
    if anchors.is_empty() {
        return Vec::new();
    }
    let cities = |place: Place| match place.head(CITY_DIGITS) {
        Some(city) => city_number(Some(city))..=city_number(Some(city)),
        None => {
            let province = place.head(2).map(|province| province * 100);
            city_number(province)..=city_number(province.map(|first| first + 99))
        }
    };
    let mut all: Vec<RangeInclusive<u16>> = anchors.into_iter().chain(reached).map(cities).collect();
    all.sort_unstable_by_key(|cities| (*cities.start(), *cities.end()));
    all.dedup();
    all
}

/// Who or what stands at these addresses.
pub(crate) fn candidates(cards: &[Arc<Cards>], best: &Best) -> Vec<Candidate> {
    let candidate = |(expected, (segment, slot)): &(Expected, (usize, u32))| {
        let id = cards[*segment].id(*slot)?.to_owned();
        Some(Candidate { id, estimate: expected.fit, at_most: expected.at_most })
    };
    best.iter().filter_map(candidate).collect()
}

/// One of the papers, or nothing known of any.
fn unless_known(unknown: Box<dyn Query>, papers: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    let any = std::iter::once(unknown).chain(papers);
    Box::new(BooleanQuery::union(any.collect()))
}

#[cfg(test)]
mod tests;
