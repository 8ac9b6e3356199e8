//! The HTTP of weights: which are in use, which are proposed, and their acceptance.

use search_index::{Lexicon, PartKind, Weights};
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::permissions::{Action, Role};
use crate::access::{Actor, store as access};
use crate::error::{Code, Error, Problem, Result};
use crate::http::{Api, Json, Named};
use crate::matching::learning::evidence::Counts;
use crate::matching::learning::model::{WeightSet, WeightsState};
use crate::matching::learning::{self, actions, store};
use crate::server::App;
use crate::store::Db;
use crate::store::sealed::Keys;
use crate::types::id::AccountId;
use crate::types::identifiers::mask_name;
use crate::types::time::Moment;

pub fn routes(api: &mut Api) {
    api.add(__path_list_weights, Action::DecideWeights, list_weights).add(
        __path_accept_weights,
        Action::DecideWeights,
        accept_weights,
    );
}

/// A set of weights.
#[derive(Debug, Serialize, ToSchema)]
pub struct WeightsBody {
    pub version: u32,
    pub state: WeightsState,
    /// Matches are made with it now.
    pub is_in_use: bool,
    pub parts: Vec<PartWeight>,
    /// Absent: it came with the build.
    pub proposal: Option<ProposalBody>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PartWeight {
    pub part: PartKind,
    /// Points of 100.
    pub weight: u8,
}

/// Where a set comes from, and who decided about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalBody {
    pub based_on: i32,
    pub learnt_from: Option<Counts>,
    pub proposed_at: Moment,
    /// Masked.
    pub proposed_by: String,
    /// Proposed by whoever asks now, so that another administrator has to accept it.
    pub needs_another: bool,
    pub accepted_at: Option<Moment>,
    pub accepted_by: Option<String>,
}

/// Lists the weights of this installation, the newest first, and at the end those of the build.
#[utoipa::path(get, path = "/api/weights", responses((status = 200, body = Vec<WeightsBody>)))]
async fn list_weights(app: App, actor: Actor) -> Result<Json<Vec<WeightsBody>>> {
    let account = actor.account()?;
    let keys = app.store.keys.clone();
    let body = app
        .store
        .read(move |db| {
            let in_use = learning::in_use(db)?.version();
            let mut all = Vec::new();
            for set in store::sets(db)?.iter().filter(|set| !set.is_built_in()) {
                // One that was made for other parts than this build's cannot be used.
                if let Ok(weights) = set.weights() {
                    let proposal = Some(proposal(db, &keys, set, account)?);
                    all.push(body(&weights, set.state, in_use, proposal));
                }
            }
            all.push(body(&Lexicon::get().weights(), WeightsState::Accepted, in_use, None));
            Ok(all)
        })
        .await?;
    Ok(Json(body))
}

fn body(weights: &Weights, state: WeightsState, in_use: u32, proposal: Option<ProposalBody>) -> WeightsBody {
    let parts = weights.shares().into_iter().map(|(part, weight)| PartWeight { part, weight }).collect();
    WeightsBody { version: weights.version(), state, is_in_use: weights.version() == in_use, parts, proposal }
}

fn proposal(db: &mut Db, keys: &Keys, set: &WeightSet, asks: AccountId) -> Result<ProposalBody> {
    let evidence: serde_json::Value = serde_json::from_str(&set.evidence).map_err(Error::internal)?;
    let others = access::others_who_held(db, Role::SystemAdministrator, asks)?;
    let mut name = |id| access::name_of(db, keys, id).map(|name| mask_name(&name));
    Ok(ProposalBody {
        based_on: set.based_on,
        learnt_from: serde_json::from_value(evidence["counts"].clone()).ok(),
        proposed_at: set.proposed_at,
        proposed_by: name(set.proposed_by)?,
        needs_another: set.proposed_by == asks && others > 0,
        accepted_at: set.decided_at,
        accepted_by: set.decided_by.map(name).transpose()?,
    })
}

/// Makes every match from now on with these weights; not by who proposed them, where there is another administrator.
#[utoipa::path(put, path = "/api/weights/{version}/acceptance", params(("version" = i32, Path)),
    responses((status = 200, body = WeightsBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn accept_weights(app: App, actor: Actor, version: Named<i32>) -> Result<Json<WeightsBody>> {
    let account = actor.account()?;
    let keys = app.store.keys.clone();
    let accepted = app
        .store
        .write(actor.author(), move |tx| {
            let set = actions::accept(tx, &actor, version.0)?;
            let weights = set.weights().map_err(|_| Error::from(Code::WrongState))?;
            let proposal = (!set.is_built_in()).then(|| proposal(tx, &keys, &set, account)).transpose()?;
            Ok(body(&weights, set.state, weights.version(), proposal))
        })
        .await?;
    Ok(Json(accepted))
}
