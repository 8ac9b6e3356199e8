//! Keeps the index in step with the database by following the journal.

use std::collections::BTreeSet;

use search_index::{Change, Index};

use crate::employers::duplicates::store as duplicates;
use crate::employers::store as employers;
use crate::error::{Error, Result};
use crate::people::model::Purpose;
use crate::people::{actions as people_actions, rules as people_rules, store as people};
use crate::specialities;
use crate::store::journal::{self, Event, Row};
use crate::store::{Db, Store};
use crate::types::id::{OrganisationId, PersonId, PositionId};

use super::model;

/// Rows of the journal taken in one go.
const BATCH: i64 = 2_000;
/// Documents taken in one go when the whole index is made anew: fewer and larger parts have to be joined less
/// often (measured: a fifth less work than with 2,000), and ten thousand rows take some tens of megabytes.
pub const REBUILD_BATCH: usize = 10_000;

/// Brings the index up to the journal's end; gives the number of documents written.
///
/// A cursor past the journal's end means another database, and one at zero an empty index: both are
/// rebuilt from the tables, which is quicker than replaying all that ever happened.
pub fn follow(store: &Store, index: &Index) -> Result<usize> {
    let (head, _) = store.read_now(journal::head)?;
    let cursor = index.cursor();
    if head == 0 && cursor == 0 {
        return Ok(0);
    }
    if cursor == 0 || cursor > head as u64 {
        return rebuild(store, index, |_| {});
    }
    let mut written = 0;
    loop {
        let from = index.cursor() as i64;
        let (changes, to) = store.read_now(|db| {
            let rows = journal::read_after(db, from, BATCH)?;
            let to = rows.last().map_or(from, |row| row.seq);
            let touched = Touched::by(db, &rows)?;
            Ok((changes(db, &touched)?, to))
        })?;
        if to == from {
            return Ok(written);
        }
        written += changes.len();
        index.apply(&changes, to as u64)?;
    }
}

/// [`follow`]; when the index cannot be written (its files are gone or damaged under a running server), it
/// begins anew in its folder and is rebuilt.
pub fn follow_or_rebuild(store: &Store, index: &Index) -> Result<usize> {
    follow(store, index).or_else(|error| {
        tracing::error!(%error, "index_begun_anew");
        index.renew()?;
        follow(store, index)
    })
}

/// Writes the whole index anew from the tables.
pub fn rebuild(store: &Store, index: &Index, mut progress: impl FnMut(usize)) -> Result<usize> {
    index.clear()?;
    // The position is taken before the first row is read: what changes meanwhile is followed later, and
    // writing a document twice is harmless.
    let (head, _) = store.read_now(journal::head)?;
    let mut written = 0;
    let mut position = None;
    loop {
        let ids = store.read_now(|db| employers::position_ids_after(db, position, REBUILD_BATCH as i64))?;
        let Some(&last) = ids.last() else { break };
        position = Some(last);
        let touched = Touched { positions: ids.into_iter().collect(), ..Touched::default() };
        written += write(store, index, &touched)?;
        progress(written);
    }
    let mut person = None;
    loop {
        let ids = store.read_now(|db| people::ids_after(db, person, REBUILD_BATCH as i64))?;
        let Some(&last) = ids.last() else { break };
        person = Some(last);
        let touched = Touched { people: ids.into_iter().collect(), ..Touched::default() };
        written += write(store, index, &touched)?;
        progress(written);
    }
    index.apply(&[], head as u64)?;
    Ok(written)
}

fn write(store: &Store, index: &Index, touched: &Touched) -> Result<usize> {
    let changes = store.read_now(|db| changes(db, touched))?;
    index.apply(&changes, 0)?;
    Ok(changes.len())
}

/// What to look at again.
#[derive(Default)]
struct Touched {
    positions: BTreeSet<PositionId>,
    people: BTreeSet<PersonId>,
}

impl Touched {
    fn by(db: &mut Db, rows: &[Row]) -> Result<Touched> {
        let mut touched = Touched::default();
        for row in rows {
            match row.event {
                Event::PositionDrafted
                | Event::PositionChanged
                | Event::PositionPublished
                | Event::PositionPaused
                | Event::PositionRenewed
                | Event::PositionClosed
                | Event::PositionRemoved => drop(touched.positions.insert(parse(&row.subject)?)),
                Event::OrganisationChanged | Event::OrganisationVerified | Event::OrganisationRefused => {
                    let enterprise: OrganisationId = parse(&row.subject)?;
                    touched.positions.extend(employers::position_ids_of(db, enterprise)?);
                }
                Event::PersonEntered
                | Event::PersonChanged
                | Event::PersonVerified
                | Event::PersonRefused
                | Event::PersonRemoved
                | Event::ConsentGiven
                | Event::ConsentWithdrawn => drop(touched.people.insert(parse(&row.subject)?)),
                // What the family leads to has changed, and with it where its people are found.
                Event::SpecialityAccepted | Event::SpecialityUndone => {
                    let code = specialities::store::change(db, parse(&row.subject)?)?.code;
                    touched.people.extend(people::ids_of_speciality(db, &code)?);
                }
                _ => {}
            }
        }
        // A position that begins a group with another changes that one, too.
        let ids: Vec<PositionId> = touched.positions.iter().copied().collect();
        touched.positions.extend(duplicates::mates_of(db, &ids)?);
        Ok(touched)
    }
}

fn parse<T>(subject: &str) -> Result<crate::types::id::Id<T>> {
    subject.parse().map_err(Error::internal)
}

/// What the index has to hold for these ids now: the current row, or nothing.
fn changes(db: &mut Db, touched: &Touched) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    let mut positions = touched.positions.clone();
    for chunk in chunks(&touched.positions) {
        for (position, enterprise) in employers::positions_by_ids(db, &chunk)? {
            let open = position.state == crate::employers::model::PositionState::Open && position.headcount_open() > 0;
            if open && enterprise.is_verified() {
                let requirements = employers::requirements(&position)?;
                positions.remove(&position.id);
                changes.push(Change::PutPosition(Box::new(model::vacancy(&position, &enterprise, requirements))));
            }
        }
    }
    changes.extend(positions.into_iter().map(|id| Change::DeletePosition(id.to_string())));
    let mut gone = touched.people.clone();
    let dictionary = specialities::dictionary(db)?;
    for chunk in chunks(&touched.people) {
        let shown: BTreeSet<PersonId> = people::shown_to_employers(db, &chunk)?.into_iter().collect();
        let agreed = people::agreeing(db, &chunk, Purpose::ServiceRecord)?;
        for person in people::by_ids(db, &chunk)? {
            if people_rules::is_findable(&person, shown.contains(&person.id)) {
                gone.remove(&person.id);
                let profile =
                    people_rules::matchable(people_actions::profile_of(&person)?, agreed.contains(&person.id));
                changes.push(Change::PutPerson(Box::new(model::seeker(&person, &profile, &dictionary))));
            }
        }
    }
    changes.extend(gone.into_iter().map(|id| Change::DeletePerson(id.to_string())));
    Ok(changes)
}

/// At most 500 ids to a query: both databases bound the number of parameters.
fn chunks<T: Copy>(ids: &BTreeSet<T>) -> Vec<Vec<T>> {
    let all: Vec<T> = ids.iter().copied().collect();
    all.chunks(500).map(<[T]>::to_vec).collect()
}
