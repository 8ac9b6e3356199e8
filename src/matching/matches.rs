//! Ranked pairs: recall from the index, current rows from the database, score and reasons from one
//! function.

use std::collections::{HashMap, HashSet};

use search_index::{Apart, Candidate, Estimate, Index, Match, PreparedSeeker, Seeker};
use serde::Serialize;
use utoipa::ToSchema;

use crate::employers::duplicates::store as duplicates;
use crate::employers::model::{Organisation, Position};
use crate::employers::store as employers;
use crate::error::{Code, Error, Result};
use crate::people::model::{Person, Profile, Purpose};
use crate::people::{actions as people_actions, rules as people_rules, store as people};
use crate::specialities;
use crate::store::{Db, Store};
use crate::types::id::{DuplicateGroupId, PersonId, PositionId};
use crate::types::time::{Moment, day_number};

use super::actions::Examined;
use super::learning::events::Seen;
use super::store as kept;
use super::{learning, model};

/// Candidates that the index proposes for one ranking.
pub const RECALL: usize = 200;

/// A position that fits a person, and why.
#[derive(Clone, Debug)]
pub struct RankedPosition {
    pub position: Position,
    pub enterprise: Organisation,
    pub found: Match,
    /// Open positions for which this one stands, besides itself.
    pub duplicates: usize,
}

/// A person who fits a position, and why.
#[derive(Clone, Debug)]
pub struct RankedPerson {
    pub person: PersonId,
    pub found: Match,
}

/// What was found, best first.
#[derive(Clone, Debug)]
pub struct Ranked<T> {
    pub best: Vec<T>,
    /// Further ones that the index proposes and that nobody looked at closely.
    pub left: usize,
}

impl<T> Ranked<T> {
    /// How many fit, as far as the index knows of those that nobody looked at closely.
    pub fn total(&self) -> usize {
        self.best.len() + self.left
    }
}

/// Refuses while the index is being rebuilt: an empty answer would look like "nothing fits".
///
/// # Errors
/// [`Code::IndexUnavailable`], with the seconds to wait.
pub fn ready(store: &Store, index: &Index) -> Result<()> {
    if index.cursor() == 0 && store.read_now(crate::store::journal::head)?.0 > 0 {
        return Err(Error::new(Code::IndexUnavailable).retry_after_s(2));
    }
    Ok(())
}

/// Positions for a person, best first: open, lawful, without a known breach of a must-have, and none that
/// the person put away, in whichever of its postings. Of positions posted several times the best stands for all,
/// and the newest of equals. The first `wanted` are the best there are; what follows is incomplete.
pub fn positions_for(
    store: &Store,
    index: &Index,
    person: &Person,
    profile: &Profile,
    wanted: usize,
) -> Result<Ranked<RankedPosition>> {
    ready(store, index)?;
    let now = store.clock.now();
    let today = day_number(now.day());
    let seeker = seeker_of(store, person, profile)?;
    let weights = store.read_now(learning::in_use)?;
    let prepared = PreparedSeeker::new(lexicon().weighed(weights), &seeker, today);
    let away = put_away(store, person)?;
    // Of those that are shown as one, more have to be looked at.
    let mut looked_for = wanted;
    loop {
        // One more, to know whether there is a next page.
        let first = looked_for.saturating_add(1 + away.positions.len());
        let candidates = index.positions_for(&prepared, first, RECALL + away.positions.len());
        let mut seen: HashMap<PositionId, (Position, Organisation)> = HashMap::new();
        let found = search_index::best(&candidates, looked_for, |some| {
            let rows = proposable(store, &away, some)?;
            let mut scored = Vec::with_capacity(rows.len());
            for (position, enterprise) in rows {
                let vacancy = model::vacancy(&position, &enterprise, employers::requirements(&position)?);
                scored.push((position.id, prepared.explain(&vacancy)));
                seen.insert(position.id, (position, enterprise));
            }
            Ok::<_, Error>(scored)
        })?;
        let others = store.read_now(|db| others_of(db, seen.values().map(|(position, _)| position), now))?;
        let best = as_one(found.explained.into_iter().filter_map(|(id, found)| {
            let (position, enterprise) = seen.remove(&id)?;
            let duplicates = others.of(&position);
            Some(RankedPosition { position, enterprise, found, duplicates })
        }));
        let is_all = candidates.len() < first && found.left == 0;
        if best.len() >= wanted || is_all || looked_for >= RECALL {
            return Ok(Ranked { best, left: found.left });
        }
        looked_for = looked_for.saturating_mul(2).min(RECALL);
    }
}

/// The person as the engine reads one, by the families in force.
pub fn seeker_of(store: &Store, person: &Person, profile: &Profile) -> Result<Seeker> {
    Ok(model::seeker(person, profile, &store.read_now(specialities::dictionary)?))
}

/// Positions that the person does not want to see again, in whichever of their postings.
pub struct Away {
    positions: HashSet<PositionId>,
    groups: HashSet<DuplicateGroupId>,
}

impl Away {
    fn holds(&self, position: &Position) -> bool {
        let group = position.duplicate_group.as_ref();
        self.positions.contains(&position.id) || group.is_some_and(|group| self.groups.contains(group))
    }
}

pub fn put_away(store: &Store, person: &Person) -> Result<Away> {
    let Some(account) = person.account_id else {
        return Ok(Away { positions: HashSet::new(), groups: HashSet::new() });
    };
    store.read_now(|db| {
        let positions = kept::dismissed(db, account)?;
        let groups = duplicates::groups_of(db, &positions.iter().copied().collect::<Vec<_>>())?;
        Ok(Away { positions, groups: groups.into_iter().collect() })
    })
}

/// Those of the candidates that may be proposed to somebody: what the public may see, but for what they put away.
pub fn proposable(store: &Store, away: &Away, candidates: &[Candidate]) -> Result<Vec<(Position, Organisation)>> {
    let ids = parse_ids::<crate::types::id::of::Position>(candidates);
    let mut rows = store.read_now(|db| public_positions(db, &ids, store.clock.now()))?;
    rows.retain(|(position, _)| !away.holds(position));
    Ok(rows)
}

/// One of each group of duplicates, in its best place.
fn as_one(ranked: impl Iterator<Item = RankedPosition>) -> Vec<RankedPosition> {
    let mut shown: Vec<RankedPosition> = Vec::new();
    let mut places: HashMap<DuplicateGroupId, usize> = HashMap::new();
    for one in ranked {
        let Some(group) = one.position.duplicate_group else {
            shown.push(one);
            continue;
        };
        let Some(&place) = places.get(&group) else {
            places.insert(group, shown.len());
            shown.push(one);
            continue;
        };
        let worth = |one: &RankedPosition| (search_index::expected_fit(&one.found), one.found.coverage);
        let standing = &mut shown[place];
        if worth(&one) == worth(standing) && one.position.published_at > standing.position.published_at {
            *standing = one;
        }
    }
    shown
}

/// How many other open positions each position stands for.
#[derive(Debug, Default)]
pub struct Others(HashMap<DuplicateGroupId, Vec<PositionId>>);

impl Others {
    pub fn of(&self, position: &Position) -> usize {
        let members = position.duplicate_group.and_then(|group| self.0.get(&group));
        members.map_or(0, |members| members.iter().filter(|id| **id != position.id).count())
    }
}

pub fn others_of<'p>(db: &mut Db, positions: impl Iterator<Item = &'p Position>, now: Moment) -> Result<Others> {
    let mut groups: Vec<DuplicateGroupId> = positions.filter_map(|position| position.duplicate_group).collect();
    groups.sort_unstable();
    groups.dedup();
    Ok(Others(duplicates::public_members(db, &groups, now.day())?))
}

/// What a match may read of one person.
pub fn profile_of(db: &mut Db, person: &Person) -> Result<Profile> {
    let agreed = people::agrees(db, person.id, Purpose::ServiceRecord)?;
    Ok(people_rules::matchable(people_actions::profile_of(person)?, agreed))
}

/// How one person and one position fit, whatever the rank.
pub fn one(
    store: &Store,
    person: &Person,
    profile: &Profile,
    position: &Position,
    enterprise: &Organisation,
) -> Result<Match> {
    let today = day_number(store.clock.now().day());
    let weights = store.read_now(learning::in_use)?;
    let vacancy = model::vacancy(position, enterprise, employers::requirements(position)?);
    let seeker = seeker_of(store, person, profile)?;
    Ok(search_index::explain(lexicon().weighed(weights), &seeker, &vacancy, today))
}

/// How these were judged, for what is learnt from use: the places count from `first`.
pub fn seen(
    store: &Store,
    person: &Person,
    profile: &Profile,
    shown: &[RankedPosition],
    first: Option<usize>,
) -> Result<Vec<Seen>> {
    let weights = store.read_now(learning::in_use)?;
    let today = day_number(store.clock.now().day());
    let seeker = seeker_of(store, person, profile)?;
    let seen = shown.iter().enumerate().map(|(at, one)| {
        let vacancy = model::vacancy(&one.position, &one.enterprise, employers::requirements(&one.position)?);
        let apart = search_index::take_apart(lexicon().weighed(weights), &seeker, &vacancy, today);
        Ok(Seen {
            position: one.position.id,
            place: first.map(|first| first + at),
            judged: apart.shares,
            weights_version: weights.version(),
        })
    });
    seen.collect()
}

/// How the index and the ranking see one of a pair from the other's side.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct Ranking {
    /// The index's first look, beside the exact score.
    pub estimate: Estimate,
    /// Place among the candidates that the index proposes, from 1; absent: it does not propose it.
    pub proposed_rank: Option<usize>,
    /// How many it proposes, at most [`RECALL`].
    pub proposed: usize,
    /// Place in the list that is shown, from 1.
    pub rank: Option<usize>,
}

/// The match of one pair, taken apart.
pub fn apart(store: &Store, examined: &Examined) -> Result<Apart> {
    let Examined { person, profile, position, enterprise } = examined;
    let today = day_number(store.clock.now().day());
    let vacancy = model::vacancy(position, enterprise, employers::requirements(position)?);
    let weights = store.read_now(learning::in_use)?;
    let seeker = seeker_of(store, person, profile)?;
    Ok(search_index::take_apart(lexicon().weighed(weights), &seeker, &vacancy, today))
}

/// Where the position stands for the person, and the person for the position.
pub fn rankings(store: &Store, index: &Index, examined: &Examined) -> Result<(Ranking, Ranking)> {
    let Examined { person, profile, position, enterprise } = examined;
    let weights = store.read_now(learning::in_use)?;
    let index = &index.weighed(weights);
    let today = day_number(store.clock.now().day());
    let seeker = seeker_of(store, person, profile)?;
    let vacancy = model::vacancy(position, enterprise, employers::requirements(position)?);
    let place = |proposed: &[Candidate], id: &str| proposed.iter().position(|one| one.id == id).map(|at| at + 1);
    let proposed =
        index.positions_for(&PreparedSeeker::new(lexicon().weighed(weights), &seeker, today), RECALL, RECALL);
    let shown = positions_for(store, index, person, profile, RECALL)?.best;
    let for_person = Ranking {
        estimate: index.estimate_position(&seeker, &vacancy.id, today)?,
        proposed_rank: place(&proposed, &vacancy.id),
        proposed: proposed.len(),
        rank: shown.iter().position(|one| one.position.id == position.id).map(|at| at + 1),
    };
    let proposed = index.people_for(&vacancy, today, RECALL, RECALL);
    let shown = people_for(store, index, position, enterprise, RECALL)?.best;
    let for_position = Ranking {
        estimate: index.estimate_person(&vacancy, &seeker.id, today)?,
        proposed_rank: place(&proposed, &seeker.id),
        proposed: proposed.len(),
        rank: shown.iter().position(|one| one.person == person.id).map(|at| at + 1),
    };
    Ok((for_person, for_position))
}

/// People for a position, best first: verified, visible, and with their consent. The first `wanted` are the
/// best there are; what follows is incomplete.
pub fn people_for(
    store: &Store,
    index: &Index,
    position: &Position,
    enterprise: &Organisation,
    wanted: usize,
) -> Result<Ranked<RankedPerson>> {
    ready(store, index)?;
    let vacancy = model::vacancy(position, enterprise, employers::requirements(position)?);
    let candidates = proposed_people(store, index, &vacancy)?;
    let found = people_scored(store, &vacancy, &candidates, wanted)?;
    let best = found.explained.into_iter().map(|(person, found)| RankedPerson { person, found });
    Ok(Ranked { best: best.collect(), left: found.left })
}

/// Whom the index proposes, best guess first: all of them, since the employer is told how many there are.
fn proposed_people(store: &Store, index: &Index, vacancy: &search_index::Vacancy) -> Result<Vec<Candidate>> {
    let today = day_number(store.clock.now().day());
    let weights = store.read_now(learning::in_use)?;
    Ok(index.weighed(weights).people_for(vacancy, today, RECALL, RECALL))
}

/// Those of the candidates who are findable and not ruled out, with how they fit; the first `wanted` for sure.
fn people_scored(
    store: &Store,
    vacancy: &search_index::Vacancy,
    candidates: &[Candidate],
    wanted: usize,
) -> Result<search_index::Ranked<PersonId>> {
    let today = day_number(store.clock.now().day());
    let weights = store.read_now(learning::in_use)?;
    search_index::best(candidates, wanted, |some| {
        let ids = parse_ids::<crate::types::id::of::Person>(some);
        let (rows, agreed, dictionary) = store.read_now(|db| {
            let rows = findable_people(db, &ids)?;
            let ids: Vec<PersonId> = rows.iter().map(|person| person.id).collect();
            Ok((rows, people::agreeing(db, &ids, Purpose::ServiceRecord)?, specialities::dictionary(db)?))
        })?;
        let mut scored = Vec::with_capacity(rows.len());
        for person in rows {
            let profile = people_rules::matchable(people_actions::profile_of(&person)?, agreed.contains(&person.id));
            let seeker = model::seeker(&person, &profile, &dictionary);
            scored.push((person.id, search_index::explain(lexicon().weighed(weights), &seeker, vacancy, today)));
        }
        Ok(scored)
    })
}

/// How many people fit, as far as one look sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reached {
    pub people: usize,
    /// There may be more: among the last that the index proposed some still fit.
    pub at_least: bool,
}

/// About how many people fit a position that need not exist: verified, visible, with their consent.
pub fn reach(store: &Store, index: &Index, vacancy: &search_index::Vacancy) -> Result<Reached> {
    ready(store, index)?;
    let candidates = proposed_people(store, index, vacancy)?;
    let mut fitting = people_scored(store, vacancy, &candidates, RECALL)?.explained;
    fitting.retain(|(_, found)| found.fit.is_some_and(|fit| fit >= search_index::FITTING));
    let fitting: HashSet<String> = fitting.into_iter().map(|(person, _)| person.to_string()).collect();
    Ok(Reached { people: fitting.len(), at_least: may_go_on(&candidates, |one| fitting.contains(&one.id)) })
}

/// Whether a full list of proposals, best guess first, looks cut off in the middle of those who fit: somebody
/// in its last tenth does.
fn may_go_on<T>(proposed: &[T], fits: impl Fn(&T) -> bool) -> bool {
    proposed.len() >= RECALL && proposed[proposed.len() - RECALL / 10..].iter().any(fits)
}

/// Those of `ids` that the public may see now, in no particular order.
pub fn public_positions(db: &mut Db, ids: &[PositionId], now: Moment) -> Result<Vec<(Position, Organisation)>> {
    let mut rows = Vec::new();
    for chunk in ids.chunks(500) {
        rows.extend(employers::positions_by_ids(db, chunk)?);
    }
    let today = now.day();
    rows.retain(|(position, enterprise)| position.is_public(today) && enterprise.is_verified());
    Ok(rows)
}

/// Those of `ids` whom employers may come to know of now.
pub fn findable_people(db: &mut Db, ids: &[PersonId]) -> Result<Vec<Person>> {
    let mut rows = Vec::new();
    for chunk in ids.chunks(500) {
        let shown = people::shown_to_employers(db, chunk)?;
        let found = people::by_ids(db, chunk)?;
        rows.extend(found.into_iter().filter(|person| people_rules::is_findable(person, shown.contains(&person.id))));
    }
    Ok(rows)
}

fn parse_ids<T>(candidates: &[Candidate]) -> Vec<crate::types::id::Id<T>> {
    candidates.iter().filter_map(|one| one.id.parse().ok()).collect()
}

pub fn lexicon() -> &'static search_index::Lexicon {
    crate::dictionary::Dictionary::get().lexicon()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_may_go_on_only_when_it_is_full_and_its_end_still_fits() {
        let upto = |last: usize| move |one: &usize| *one < last;
        let full: Vec<usize> = (0..RECALL).collect();
        assert!(!may_go_on(&full[..RECALL - 1], upto(RECALL)), "all there are were proposed");
        assert!(!may_go_on(&full, upto(RECALL * 9 / 10)), "those who fit have ended before");
        assert!(may_go_on(&full, upto(RECALL * 9 / 10 + 1)));
    }
}
