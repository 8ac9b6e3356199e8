//! "What would change this?" (再往前一步): for one person, what misses by one thing, from the current rows. The
//! judgement is the engine's, [`search_index::counterfactuals`].

use search_index::{Adjustment, Index, Match, PreparedSeeker, Vacancy};

use crate::employers::model::{Organisation, Position};
use crate::employers::store as employers;
use crate::error::Result;
use crate::people::model::{Person, Profile};
use crate::store::Store;
use crate::types::time::day_number;

use super::matches::{self, RECALL};
use super::{learning, model};

/// What one adjustment would give, with the position that would fit best.
#[derive(Clone, Debug)]
pub struct Gain {
    pub adjustment: Adjustment,
    pub opened: usize,
    pub raised: usize,
    pub position: Position,
    pub enterprise: Organisation,
    pub found: Match,
}

/// Most helpful first; `at_least`: more positions miss by one thing than one look sees.
#[derive(Clone, Debug)]
pub struct Gains {
    pub gains: Vec<Gain>,
    pub at_least: bool,
}

/// What the person could change to get positions that they do not fit now, or fit worse. Seen are those that
/// the index proposes and those that one breach alone keeps out, none that the person put away.
pub fn for_person(store: &Store, index: &Index, person: &Person, profile: &Profile) -> Result<Gains> {
    matches::ready(store, index)?;
    let today = day_number(store.clock.now().day());
    let seeker = matches::seeker_of(store, person, profile)?;
    let weights = store.read_now(learning::in_use)?;
    let scale = matches::lexicon().weighed(weights);
    let prepared = PreparedSeeker::new(scale, &seeker, today);
    let near = index.near_misses_for(&prepared, RECALL);
    let at_least = near.len() >= RECALL;
    let candidates = [index.positions_for(&prepared, RECALL, RECALL), near].concat();
    let rows = matches::proposable(store, &matches::put_away(store, person)?, &candidates)?;
    let mut pairs: Vec<(Vacancy, Match)> = Vec::with_capacity(rows.len());
    for (position, enterprise) in &rows {
        let vacancy = model::vacancy(position, enterprise, employers::requirements(position)?);
        let found = prepared.explain(&vacancy);
        pairs.push((vacancy, found));
    }
    // Whatever the database gave first, the same position is named as the best.
    pairs.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
    let gains = search_index::counterfactuals(scale, &seeker, &pairs, today).into_iter().filter_map(|one| {
        let id = pairs[one.best].0.id.parse().ok()?;
        let (position, enterprise) = rows.iter().find(|(position, _)| position.id == id)?.clone();
        let search_index::Counterfactual { adjustment, opened, raised, found, .. } = one;
        Some(Gain { adjustment, opened, raised, position, enterprise, found })
    });
    Ok(Gains { gains: gains.collect(), at_least })
}

/// The one thing that one position misses most, and how it would fit then.
pub fn for_position(
    store: &Store,
    person: &Person,
    profile: &Profile,
    (position, enterprise): &(Position, Organisation),
    found: &Match,
) -> Result<Option<(Adjustment, Match)>> {
    let today = day_number(store.clock.now().day());
    let vacancy = model::vacancy(position, enterprise, employers::requirements(position)?);
    let seeker = matches::seeker_of(store, person, profile)?;
    let scale = matches::lexicon().weighed(store.read_now(learning::in_use)?);
    Ok(search_index::counterfactual(scale, &seeker, &vacancy, found, today))
}
