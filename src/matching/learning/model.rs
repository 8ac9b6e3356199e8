//! Sets of weights, and what people did with what was shown to them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use search_index::{BUILT_IN_VERSION_MAX, Lexicon, PartKind, PartShare, Weights};

use crate::coded;
use crate::matching::model::DismissReason;
use crate::store::schema::{match_events, weight_sets};
use crate::types::id::{AccountId, PersonId, PositionId};
use crate::types::time::Moment;

coded! {
    pub enum WeightsState {
        Proposed = "proposed",
        /// Once accepted; of several the last one counts.
        Accepted = "accepted",
    }
}

/// Weights of this installation, by version.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = weight_sets)]
pub struct WeightSet {
    pub version: i32,
    /// Points of 100 by part, as JSON.
    pub shares: String,
    pub based_on: i32,
    /// How much it was learnt from, as JSON.
    pub evidence: String,
    pub state: WeightsState,
    pub proposed_at: Moment,
    pub proposed_by: AccountId,
    pub decided_at: Option<Moment>,
    pub decided_by: Option<AccountId>,
}

impl WeightSet {
    /// The build's weights as a row, for an installation that goes back to them.
    pub fn built_in(by: AccountId, now: Moment) -> WeightSet {
        let weights = Lexicon::get().weights();
        let version = weights.version() as i32;
        WeightSet {
            version,
            shares: shares_text(&weights),
            based_on: version,
            evidence: "{}".to_owned(),
            state: WeightsState::Proposed,
            proposed_at: now,
            proposed_by: by,
            decided_at: None,
            decided_by: None,
        }
    }

    /// Nobody here proposed it.
    pub fn is_built_in(&self) -> bool {
        self.version <= BUILT_IN_VERSION_MAX as i32
    }

    /// # Errors
    /// Why it is no set of weights for this build.
    pub fn weights(&self) -> Result<Weights, String> {
        let shares: BTreeMap<String, u8> = serde_json::from_str(&self.shares).map_err(|error| error.to_string())?;
        let part = |(code, weight): (&String, &u8)| {
            PartKind::from_code(code).map(|part| (part, *weight)).ok_or_else(|| format!("unknown part {code}"))
        };
        let shares: Vec<(PartKind, u8)> = shares.iter().map(part).collect::<Result<_, _>>()?;
        Weights::new(self.version.unsigned_abs(), &shares).map_err(|why| why.to_string())
    }
}

/// Weights as they are kept.
pub fn shares_text(weights: &Weights) -> String {
    let shares: BTreeMap<&str, u8> = weights.shares().into_iter().map(|(part, weight)| (part.code(), weight)).collect();
    serde_json::json!(shares).to_string()
}

coded! {
    /// What somebody did with a position that was shown with its match. Applied, interviewed, hired come with
    /// placements.
    pub enum MatchEventKind {
        /// Stood in their list.
        Shown = "shown",
        /// They looked at how they fit.
        Opened = "opened",
        Saved = "saved",
        /// Not for them, because.
        Dismissed = "dismissed",
    }
}

/// One thing that somebody did on one day.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = match_events)]
pub struct MatchEvent {
    pub person_id: PersonId,
    pub position_id: PositionId,
    pub kind: MatchEventKind,
    pub on_day: NaiveDate,
    pub reason: Option<DismissReason>,
    /// Place in the list, from 1.
    pub place: Option<i32>,
    pub weights_version: i32,
    /// Known and reached thousandths by part, as JSON.
    pub judged: String,
}

/// How the parts were judged, as it is kept: part, known, credit.
pub fn judged_text(shares: &[PartShare]) -> String {
    let judged: Vec<(&str, u32, u32)> =
        shares.iter().map(|share| (share.kind.code(), share.known, share.credit)).collect();
    serde_json::json!(judged).to_string()
}

impl MatchEvent {
    /// How the parts were judged; a part that this build does not know is left out.
    ///
    /// # Errors
    /// A row that was not written by [`judged_text`].
    pub fn judged(&self) -> serde_json::Result<Vec<PartShare>> {
        let judged: Vec<(String, u32, u32)> = serde_json::from_str(&self.judged)?;
        let share = |(code, known, credit): &(String, u32, u32)| {
            let kind = PartKind::from_code(code)?;
            Some(PartShare { kind, weight: 0, known: *known, credit: *credit })
        };
        Ok(judged.iter().filter_map(share).collect())
    }
}
