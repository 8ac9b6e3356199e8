//! The verbs about weights: one administrator proposes, another accepts.

use serde_json::json;

use super::model::{WeightSet, WeightsState};
use super::{rules, store};
use crate::access::Actor;
use crate::access::permissions::{Action, Role};
use crate::access::store as access;
use crate::error::Result;
use crate::store::Tx;
use crate::store::journal::Event;
use crate::types::id::{Id, of};

/// Weights that somebody proposes, checked by whoever made them.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Points of 100 by part, as JSON.
    pub shares: String,
    pub based_on: i32,
    /// How much they were learnt from, as JSON.
    pub evidence: String,
}

/// Keeps weights to be decided about; nothing changes yet.
pub fn propose(tx: &mut Tx, actor: &Actor, proposal: &Proposal) -> Result<WeightSet> {
    actor.may(Action::DecideWeights)?;
    let set = WeightSet {
        version: rules::next_version(store::sets(tx)?.first()),
        shares: proposal.shares.clone(),
        based_on: proposal.based_on,
        evidence: proposal.evidence.clone(),
        state: WeightsState::Proposed,
        proposed_at: tx.now(),
        proposed_by: actor.account()?,
        decided_at: None,
        decided_by: None,
    };
    store::insert_set(tx, &set)?;
    let details = json!({ "version": set.version, "based_on": set.based_on });
    tx.record_with(Event::WeightsProposed, Id::<of::Instance>::only(), details);
    Ok(set)
}

/// Makes every match from now on with these weights; also those that were in use before, the build's among them.
pub fn accept(tx: &mut Tx, actor: &Actor, version: i32) -> Result<WeightSet> {
    actor.may(Action::DecideWeights)?;
    let by = actor.account()?;
    let others = access::others_who_held(tx, Role::SystemAdministrator, by)?;
    let built_in = WeightSet::built_in(by, tx.now());
    let in_use = store::accepted(tx)?.map_or(built_in.version, |set| set.version);
    if version == built_in.version && !store::sets(tx)?.iter().any(|set| set.version == version) {
        store::insert_set(tx, &built_in)?;
    }
    let set = rules::accept(store::set(tx, version)?, in_use, by, others, tx.now())?;
    store::save_decision(tx, &set)?;
    let details = json!({ "version": set.version, "before": in_use, "proposed_by": set.proposed_by });
    tx.record_with(Event::WeightsAccepted, Id::<of::Instance>::only(), details);
    Ok(set)
}
