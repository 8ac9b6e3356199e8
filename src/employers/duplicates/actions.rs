//! Finding the positions that a written one repeats.

use std::collections::HashSet;

use super::{rules, rules::Offer, store};
use crate::access::Scope;
use crate::dictionary::Dictionary;
use crate::employers::model::{Organisation, Position, PositionInput};
use crate::employers::store as employers;
use crate::error::Result;
use crate::store::{Db, Tx};
use crate::types::id::{DuplicateGroupId, OrganisationId, PositionId};

/// Positions whose text is read for one that is written; near ones of one enterprise and place are few.
const COMPARED_MAX: usize = 50;
/// Lists of copies that an officer is shown, and members of each.
const COPIES_MAX: usize = 50;
const MEMBERS_MAX: usize = 20;

/// Gives a position its fingerprint, and the group of those it repeats. Belongs to every write of its text or terms.
///
/// It joins a group only when it is the same as every member that is not closed; so nobody is shown as one with what
/// only resembles a third.
pub fn place(tx: &mut Tx, position: &mut Position) -> Result<()> {
    let offer = offer_of(position)?;
    let standing = store::standing(tx, position.enterprise_id)?;
    let same = same_among(tx, &offer, &standing, Some(position.id))?;
    let is_same: HashSet<PositionId> = same.iter().map(|one| one.id).collect();
    let fits = |group: DuplicateGroupId| {
        let members = standing.iter().filter(|one| one.group == Some(group) && one.id != position.id);
        members.into_iter().all(|one| is_same.contains(&one.id))
    };
    position.fingerprint = Some(offer.fingerprint as i64);
    position.duplicate_group = same.iter().filter_map(|one| one.duplicate_group).find(|group| fits(*group));
    if position.duplicate_group.is_some() {
        return Ok(());
    }
    let Some(alone) = same.iter().find(|one| one.duplicate_group.is_none()) else { return Ok(()) };
    let group = tx.new_id();
    store::begin_group(tx, alone.id, group)?;
    position.duplicate_group = Some(group);
    Ok(())
}

/// The positions of an enterprise that are not closed and say the same, newest first; `except` is the one being
/// changed.
pub fn repeated_by(
    db: &mut Db,
    enterprise: OrganisationId,
    input: &PositionInput,
    except: Option<PositionId>,
) -> Result<Vec<Position>> {
    let offer = Offer::of_input(input, &Dictionary::get().bare_title(&input.title));
    let standing = store::standing(db, enterprise)?;
    same_among(db, &offer, &standing, except)
}

fn same_among(
    db: &mut Db,
    offer: &Offer,
    standing: &[store::Standing],
    except: Option<PositionId>,
) -> Result<Vec<Position>> {
    let near = standing.iter().filter(|one| Some(one.id) != except);
    let near = near.filter(|one| rules::may_be_same(offer, one.division, one.fingerprint));
    let ids: Vec<PositionId> = near.take(COMPARED_MAX).map(|one| one.id).collect();
    let mut same = Vec::new();
    for (position, _) in store::in_order(db, &ids)? {
        if rules::is_same(offer, &offer_of(&position)?) {
            same.push(position);
        }
    }
    Ok(same)
}

/// Open positions within `scope` that different enterprises posted in practically the same words, newest first.
pub fn copies(db: &mut Db, scope: &Scope) -> Result<Vec<Vec<(Position, Organisation)>>> {
    let prints = store::prints_within(db, scope)?;
    let fingerprints: Vec<u64> = prints.iter().map(|(_, _, print)| *print).collect();
    let mut found = Vec::new();
    for list in rules::alike(&fingerprints) {
        if found.len() == COPIES_MAX {
            break;
        }
        // One of each enterprise tells enough.
        let mut seen = HashSet::new();
        let ids = list.into_iter().filter(|at| seen.insert(prints[*at].1)).map(|at| prints[at].0);
        let ids: Vec<PositionId> = ids.take(MEMBERS_MAX).collect();
        if ids.len() < 2 {
            continue;
        }
        let rows = store::in_order(db, &ids)?;
        let Some((first, _)) = rows.first() else { continue };
        let first = offer_of(first)?;
        let mut copies = Vec::new();
        for row in rows {
            if rules::is_copy(&first, &offer_of(&row.0)?) {
                copies.push(row);
            }
        }
        if copies.len() > 1 {
            found.push(copies);
        }
    }
    Ok(found)
}

fn offer_of(position: &Position) -> Result<Offer> {
    let title = Dictionary::get().bare_title(&position.title);
    Ok(Offer::of_position(position, &employers::requirements(position)?, &title))
}
