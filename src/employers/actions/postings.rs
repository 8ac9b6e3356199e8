//! The verbs of postings found elsewhere: their enterprises and positions, written in batches.

use std::collections::HashMap;

use serde_json::json;

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::error::{Code, Error, Result};
use crate::people::model::Verification;
use crate::store::Tx;
use crate::store::journal::Event;

use super::super::imports::postings::Entry;
use super::super::model::{Import, ImportKind, ImportState, Organisation};
use super::super::store;

/// An import of postings on its way: the same over all its batches.
pub struct Batches {
    pub import: Import,
    /// Marks the enterprises as verified, which nobody has done: for measuring only.
    verify: bool,
    /// Enterprises met so far, by name.
    enterprises: HashMap<String, Organisation>,
    pub enterprises_new: u32,
    pub published: u32,
    pub unlawful: u32,
}

/// What one batch added. Apart from [`Batches`], because a write may be tried again and must not count
/// twice.
pub struct Written {
    import: Import,
    enterprises: HashMap<String, Organisation>,
    enterprises_new: u32,
    published: u32,
    unlawful: u32,
}

impl Batches {
    pub fn add(&mut self, written: Written) {
        self.import = written.import;
        self.enterprises.extend(written.enterprises);
        self.enterprises_new += written.enterprises_new;
        self.published += written.published;
        self.unlawful += written.unlawful;
    }
}

/// Starts an import of postings.
pub fn begin(tx: &mut Tx, actor: &Actor, file_name: &str, verify: bool) -> Result<Batches> {
    actor.may(Action::ImportPositions)?;
    let import = Import {
        id: tx.new_id(),
        kind: ImportKind::Positions,
        state: ImportState::Committed,
        file_name: file_name.to_owned(),
        account_id: actor.account,
        accepted: 0,
        refused: 0,
        created_at: tx.now(),
        undone_at: None,
    };
    store::insert_import(tx, &import)?;
    tx.record_with(Event::ImportCommitted, import.id, json!({ "kind": ImportKind::Positions, "postings": true }));
    Ok(Batches { import, verify, enterprises: HashMap::new(), enterprises_new: 0, published: 0, unlawful: 0 })
}

/// Writes one batch. The counts stand with it, so an import that was cut short tells how far it came.
pub fn write(tx: &mut Tx, actor: &Actor, batches: &Batches, entries: &[Entry], refused: u32) -> Result<Written> {
    actor.may(Action::ImportPositions)?;
    let import = batches.import.clone();
    let mut written = Written { import, enterprises: HashMap::new(), enterprises_new: 0, published: 0, unlawful: 0 };
    for entry in entries {
        let name = &entry.enterprise.name;
        let enterprise = match batches.enterprises.get(name).or(written.enterprises.get(name)) {
            Some(known) => known.clone(),
            None => enterprise(tx, actor, batches, entry, &mut written)?,
        };
        let source = Some(entry.source_id.clone());
        let position = super::enter_position(tx, actor, &enterprise, &entry.input, Some(batches.import.id), source)?;
        written.published += u32::from(position.published_at.is_some());
        written.unlawful += u32::from(position.findings != "[]");
    }
    written.import.accepted += entries.len() as i32;
    written.import.refused += refused as i32;
    store::save_import(tx, &written.import)?;
    Ok(written)
}

fn enterprise(
    tx: &mut Tx,
    actor: &Actor,
    batches: &Batches,
    entry: &Entry,
    written: &mut Written,
) -> Result<Organisation> {
    let name = &entry.enterprise.name;
    let organisation = match store::organisation_by_name(tx, name)? {
        Some(known) => known,
        None => {
            let mut organisation = super::enter_organisation(tx, actor, &entry.enterprise, Some(batches.import.id))?;
            if batches.verify {
                verify_for_measuring(tx, &mut organisation)?;
            }
            written.enterprises_new += 1;
            organisation
        }
    };
    written.enterprises.insert(name.clone(), organisation.clone());
    Ok(organisation)
}

/// Nobody has seen papers: allowed in a world that serves nobody.
fn verify_for_measuring(tx: &mut Tx, organisation: &mut Organisation) -> Result<()> {
    organisation.verification = Verification::Verified;
    organisation.verified_at = Some(tx.now());
    organisation.verified_what = Some("仅供测量，未核验材料".to_owned());
    store::save_organisation(tx, organisation)?;
    organisation.version += 1;
    tx.record_with(Event::OrganisationVerified, organisation.id, json!({ "measuring": true }));
    Ok(())
}

/// The fact that marks a world made for measuring.
pub const MEASURING: &str = "measuring";

/// Makes an empty database a world for measuring; another world refuses, for ever.
pub fn make_measuring_world(tx: &mut Tx, actor: &Actor) -> Result<()> {
    actor.may(Action::ImportPositions)?;
    let world = crate::access::store::fact(tx, "world")?;
    if world.as_deref() == Some(MEASURING) {
        return Ok(());
    }
    let empty = crate::access::store::account_count(tx)? == 0
        && crate::people::store::ids_after(tx, None, 1)?.is_empty()
        && store::position_ids_after(tx, None, 1)?.is_empty();
    if world.is_some() || !empty {
        let detail = "--verify 只能用于空数据库或以前用它建的测量库：没有人核验过这些单位，正式使用的数据里不能有";
        return Err(Error::new(Code::WrongState).detail(detail));
    }
    crate::access::store::set_fact(tx, "world", Some(MEASURING))?;
    tx.record_with(
        Event::InstanceInitialised,
        crate::types::id::Id::<crate::types::id::of::Instance>::only(),
        json!({ "world": MEASURING }),
    );
    Ok(())
}
