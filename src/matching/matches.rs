//! Ranked pairs: recall from the index, current rows from the database, score and reasons from one
//! function.

use std::collections::{HashMap, HashSet};

use search_index::{Index, Match};

use crate::employers::model::{Organisation, Position};
use crate::employers::store as employers;
use crate::error::{Code, Error, Result};
use crate::people::model::{Person, Profile, Purpose};
use crate::people::{actions as people_actions, rules as people_rules, store as people};
use crate::store::{Db, Store};
use crate::types::id::{PersonId, PositionId};
use crate::types::time::{Moment, day_number};

use super::model;
use super::store as kept;

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
    let rows = proposable(store, person, &index.positions_for(&seeker, today, RECALL)?)?;
    let mut vacancies = Vec::with_capacity(rows.len());
    for (position, enterprise) in &rows {
        vacancies.push(model::vacancy(position, enterprise, employers::requirements(position)?));
    }
    let found = search_index::explain_all(lexicon(), &seeker, &vacancies, today);
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

/// Those of `ids` that may be proposed to the person: what the public may see, but for what they put away.
pub fn proposable(store: &Store, person: &Person, ids: &[String]) -> Result<Vec<(Position, Organisation)>> {
    let ids = parse_ids::<crate::types::id::of::Position>(ids);
    store.read_now(|db| {
        let mut rows = public_positions(db, &ids, store.clock.now())?;
        if let Some(account) = person.account_id {
            let away = kept::dismissed(db, account)?;
            rows.retain(|(position, _)| !away.contains(&position.id));
        }
        Ok(rows)
    })
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
    let vacancy = model::vacancy(position, enterprise, employers::requirements(position)?);
    Ok(search_index::explain(lexicon(), &model::seeker(person, profile), &vacancy, today))
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
    let ids = proposed_people(store, index, &vacancy)?;
    let ranked = search_index::rank(people_scored(store, &vacancy, &ids)?);
    Ok(ranked.into_iter().map(|(person, found)| RankedPerson { person, found }).collect())
}

/// Whom the index proposes, best guess first.
fn proposed_people(store: &Store, index: &Index, vacancy: &search_index::Vacancy) -> Result<Vec<PersonId>> {
    let today = day_number(store.clock.now().day());
    Ok(parse_ids(&index.people_for(vacancy, today, RECALL)?))
}

/// Those of `ids` who are findable and not ruled out, with how they fit.
fn people_scored(store: &Store, vacancy: &search_index::Vacancy, ids: &[PersonId]) -> Result<Vec<(PersonId, Match)>> {
    let today = day_number(store.clock.now().day());
    let (rows, agreed) = store.read_now(|db| {
        let rows = findable_people(db, ids)?;
        let ids: Vec<PersonId> = rows.iter().map(|person| person.id).collect();
        Ok((rows, people::agreeing(db, &ids, Purpose::ServiceRecord)?))
    })?;
    let mut scored = Vec::with_capacity(rows.len());
    for person in rows {
        let profile = people_rules::matchable(people_actions::profile_of(&person)?, agreed.contains(&person.id));
        let seeker = model::seeker(&person, &profile);
        let found = search_index::explain(lexicon(), &seeker, vacancy, today);
        if found.blocks.is_empty() {
            scored.push((person.id, found));
        }
    }
    Ok(scored)
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
    let ids = proposed_people(store, index, vacancy)?;
    let mut fitting = people_scored(store, vacancy, &ids)?;
    fitting.retain(|(_, found)| found.fit.is_some_and(|fit| fit >= search_index::FITTING));
    let fitting: HashSet<PersonId> = fitting.into_iter().map(|(person, _)| person).collect();
    Ok(Reached { people: fitting.len(), at_least: may_go_on(&ids, |id| fitting.contains(id)) })
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

fn parse_ids<T>(ids: &[String]) -> Vec<crate::types::id::Id<T>> {
    ids.iter().filter_map(|id| id.parse().ok()).collect()
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
