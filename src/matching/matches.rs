//! Ranked pairs: recall from the index, current rows from the database, score and reasons from one
//! function.

use std::collections::HashMap;

use search_index::{Apart, Estimate, Index, Match};
use serde::Serialize;
use utoipa::ToSchema;

use crate::employers::model::{Organisation, Position};
use crate::employers::store as employers;
use crate::error::{Code, Error, Result};
use crate::people::model::{Person, Profile, Purpose};
use crate::people::{actions as people_actions, rules as people_rules, store as people};
use crate::store::{Db, Store};
use crate::types::id::{PersonId, PositionId};
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
}

/// A person who fits a position, and why.
#[derive(Clone, Debug)]
pub struct RankedPerson {
    pub person: PersonId,
    pub found: Match,
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
/// the person put away.
pub fn positions_for(store: &Store, index: &Index, person: &Person, profile: &Profile) -> Result<Vec<RankedPosition>> {
    ready(store, index)?;
    let today = day_number(store.clock.now().day());
    let seeker = model::seeker(person, profile);
    let weights = store.read_now(learning::in_use)?;
    let proposed = index.weighed(weights).positions_for(&seeker, today, RECALL)?;
    let ids = parse_ids::<crate::types::id::of::Position>(&proposed);
    let rows = store.read_now(|db| {
        let mut rows = public_positions(db, &ids, store.clock.now())?;
        if let Some(account) = person.account_id {
            let away = kept::dismissed(db, account)?;
            rows.retain(|(position, _)| !away.contains(&position.id));
        }
        Ok(rows)
    })?;
    let mut vacancies = Vec::with_capacity(rows.len());
    for (position, enterprise) in &rows {
        vacancies.push(model::vacancy(position, enterprise, employers::requirements(position)?));
    }
    let found = search_index::explain_all(lexicon().weighed(weights), &seeker, &vacancies, today);
    let scored = rows.iter().map(|(position, _)| position.id).zip(found).filter(|(_, found)| found.blocks.is_empty());
    let ranked = search_index::rank(scored.collect());
    let mut rows: HashMap<PositionId, (Position, Organisation)> = rows.into_iter().map(|row| (row.0.id, row)).collect();
    Ok(ranked
        .into_iter()
        .filter_map(|(id, found)| {
            rows.remove(&id).map(|(position, enterprise)| RankedPosition { position, enterprise, found })
        })
        .collect())
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
    Ok(search_index::explain(lexicon().weighed(weights), &model::seeker(person, profile), &vacancy, today))
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
    let seeker = model::seeker(person, profile);
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
    Ok(search_index::take_apart(lexicon().weighed(weights), &model::seeker(person, profile), &vacancy, today))
}

/// Where the position stands for the person, and the person for the position.
pub fn rankings(store: &Store, index: &Index, examined: &Examined) -> Result<(Ranking, Ranking)> {
    let Examined { person, profile, position, enterprise } = examined;
    let index = &index.weighed(store.read_now(learning::in_use)?);
    let today = day_number(store.clock.now().day());
    let seeker = model::seeker(person, profile);
    let vacancy = model::vacancy(position, enterprise, employers::requirements(position)?);
    let place = |proposed: &[String], id: &str| proposed.iter().position(|one| one == id).map(|at| at + 1);
    let proposed = index.positions_for(&seeker, today, RECALL)?;
    let shown = positions_for(store, index, person, profile)?;
    let for_person = Ranking {
        estimate: index.estimate_position(&seeker, &vacancy.id, today)?,
        proposed_rank: place(&proposed, &vacancy.id),
        proposed: proposed.len(),
        rank: shown.iter().position(|one| one.position.id == position.id).map(|at| at + 1),
    };
    let proposed = index.people_for(&vacancy, today, RECALL)?;
    let shown = people_for(store, index, position, enterprise)?;
    let for_position = Ranking {
        estimate: index.estimate_person(&vacancy, &seeker.id, today)?,
        proposed_rank: place(&proposed, &seeker.id),
        proposed: proposed.len(),
        rank: shown.iter().position(|one| one.person == person.id).map(|at| at + 1),
    };
    Ok((for_person, for_position))
}

/// People for a position, best first: verified, visible, and with their consent.
pub fn people_for(
    store: &Store,
    index: &Index,
    position: &Position,
    enterprise: &Organisation,
) -> Result<Vec<RankedPerson>> {
    ready(store, index)?;
    let vacancy = model::vacancy(position, enterprise, employers::requirements(position)?);
    let ranked = search_index::rank(people_scored(store, index, &vacancy)?);
    Ok(ranked.into_iter().map(|(person, found)| RankedPerson { person, found }).collect())
}

/// Everybody the index proposes who is findable and not ruled out, with how they fit.
fn people_scored(store: &Store, index: &Index, vacancy: &search_index::Vacancy) -> Result<Vec<(PersonId, Match)>> {
    let today = day_number(store.clock.now().day());
    let weights = store.read_now(learning::in_use)?;
    let proposed = index.weighed(weights).people_for(vacancy, today, RECALL)?;
    let ids = parse_ids::<crate::types::id::of::Person>(&proposed);
    let (rows, agreed) = store.read_now(|db| {
        let rows = findable_people(db, &ids)?;
        let ids: Vec<PersonId> = rows.iter().map(|person| person.id).collect();
        Ok((rows, people::agreeing(db, &ids, Purpose::ServiceRecord)?))
    })?;
    let mut scored = Vec::with_capacity(rows.len());
    for person in rows {
        let profile = people_rules::matchable(people_actions::profile_of(&person)?, agreed.contains(&person.id));
        let seeker = model::seeker(&person, &profile);
        let found = search_index::explain(lexicon().weighed(weights), &seeker, vacancy, today);
        if found.blocks.is_empty() {
            scored.push((person.id, found));
        }
    }
    Ok(scored)
}

/// As many as one look can count.
pub const REACH_MAX: usize = RECALL;
/// From this fit on somebody counts as fitting. Own judgement [I]: the band that the pages call 比较合适.
const REACH_FIT_MIN: u8 = 50;

/// About how many people fit a position that need not exist: verified, visible, with their consent.
pub fn reach(store: &Store, index: &Index, vacancy: &search_index::Vacancy) -> Result<usize> {
    ready(store, index)?;
    let found = people_scored(store, index, vacancy)?;
    Ok(found.iter().filter(|(_, found)| found.fit.is_some_and(|fit| fit >= REACH_FIT_MIN)).count())
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

fn parse_ids<T>(ids: &[String]) -> Vec<crate::types::id::Id<T>> {
    ids.iter().filter_map(|id| id.parse().ok()).collect()
}

fn lexicon() -> &'static search_index::Lexicon {
    crate::dictionary::Dictionary::get().lexicon()
}
