//! The decisions about learning, pure: when a proposal may be accepted, what a list says about preferences, and
//! how much has to be known before weights are proposed at all.

use search_index::BUILT_IN_VERSION_MAX;

use super::evidence::{Counts, Item};
use super::model::{WeightSet, WeightsState};
use crate::error::{Code, Error, Result};
use crate::matching::model::DismissReason;
use crate::types::id::AccountId;
use crate::types::time::Moment;

/// What is kept of use, in days: a year of seasons and a month to look at it.
pub const KEPT_DAYS: i64 = 400;

/// Least to learn from. Own judgement [I]: below, single people would show in the weights.
pub const PEOPLE_MIN: usize = 30;
pub const ACTS_MIN: usize = 200;
pub const PREFERENCES_MIN: usize = 300;
/// Preferences taken from one list, so that nobody with a long one outweighs others.
const PREFERENCES_OF_A_LIST_MAX: usize = 40;

/// The version after the newest.
pub fn next_version(newest: Option<&WeightSet>) -> i32 {
    let least = BUILT_IN_VERSION_MAX as i32;
    newest.map_or(least, |set| set.version.max(least)) + 1
}

/// Accepts a set: not by who proposed it, unless there is no other administrator. Nobody proposed the build's.
///
/// # Errors
/// [`Code::WrongState`] for the set that is in use, [`Code::SelfApproval`].
pub fn accept(
    mut set: WeightSet,
    in_use: i32,
    by: AccountId,
    other_administrators: i64,
    now: Moment,
) -> Result<WeightSet> {
    if in_use == set.version {
        return Err(Error::new(Code::WrongState).detail(format!("权重版本 {} 已经在用", set.version)));
    }
    if set.proposed_by == by && other_administrators > 0 && !set.is_built_in() {
        return Err(Code::SelfApproval.into());
    }
    set.state = WeightsState::Accepted;
    set.decided_at = Some(now);
    set.decided_by = Some(by);
    Ok(set)
}

/// What somebody made of an item of their list, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    Dismissed,
    /// Seen and passed over, as far as one can know.
    Passed,
    Opened,
    Saved,
}

/// Whether a reason says something about how parts should weigh.
pub fn is_about_parts(reason: DismissReason) -> bool {
    match reason {
        DismissReason::TooFar
        | DismissReason::PayTooLow
        | DismissReason::OtherWork
        | DismissReason::Shift
        | DismissReason::Requirements => true,
        // The enterprise is no part of a match, and nobody knows what "other" is.
        DismissReason::Enterprise | DismissReason::Other => false,
    }
}

/// What one list, best place first, says: (better, worse), by place in `items`.
///
/// People look at a list from its top, so what stands low is passed over because it stands low. Hence only these
/// count (Joachims 2002, "click > skip above" and "click > no click next"): somebody who opened or saved an item
/// preferred it over what they passed over above it and right below it; what they put away is worse than what
/// they left standing above it.
pub fn preferences(items: &[Item]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(grade) = item.grade else { continue };
        let other = |place: usize| items.get(place).and_then(|other| other.grade);
        match grade {
            Grade::Opened | Grade::Saved => {
                let around = (0..at).chain([at + 1]);
                found.extend(
                    around.filter(|place| other(*place).is_some_and(|other| other < grade)).map(|place| (at, place)),
                );
            }
            Grade::Dismissed => {
                found.extend(
                    (0..at).filter(|place| other(*place).is_some_and(|other| other > grade)).map(|place| (place, at)),
                );
            }
            Grade::Passed => {}
        }
    }
    found.truncate(PREFERENCES_OF_A_LIST_MAX);
    found
}

/// Refuses to learn from too little, and says how much is missing.
///
/// # Errors
/// [`Code::WrongState`].
pub fn enough(counts: &Counts) -> Result<()> {
    let needs = [
        ("求职者", counts.people, PEOPLE_MIN),
        ("打开、收藏、不合适", counts.acts(), ACTS_MIN),
        ("偏好", counts.preferences, PREFERENCES_MIN),
    ];
    let short: Vec<String> = needs
        .iter()
        .filter(|(_, has, least)| has < least)
        .map(|(what, has, least)| format!("{what} {has}，至少要 {least}"))
        .collect();
    if short.is_empty() {
        return Ok(());
    }
    Err(Error::new(Code::WrongState).detail(format!("能学的太少，不提议新权重：{}", short.join("；"))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::id::Id;

    fn items(grades: &str) -> Vec<Item> {
        let grade = |sign| match sign {
            's' => Some(Grade::Saved),
            'o' => Some(Grade::Opened),
            '.' => Some(Grade::Passed),
            'x' => Some(Grade::Dismissed),
            _ => None,
        };
        grades.chars().map(|sign| Item { position: Id::only(), grade: grade(sign), judged: Vec::new() }).collect()
    }

    #[test]
    fn a_list_says_what_was_passed_over() {
        let check =
            |grades: &str, expected: &[(usize, usize)]| assert_eq!(preferences(&items(grades)), expected, "{grades}");
        check("", &[]);
        check("....", &[]);
        check("..o.", &[(2, 0), (2, 1), (2, 3)]);
        check("o...", &[(0, 1)]);
        check("os", &[(1, 0)]);
        check("oo", &[]);
        check(".x.", &[(0, 1)]);
        check("o?s", &[(2, 0)]);
        check("xo", &[(1, 0)]);
        // Whoever puts away the first says nothing about the rest.
        check("x..", &[]);
        assert_eq!(preferences(&items(&[".".repeat(60), "o".to_owned()].concat())).len(), 40);
    }

    fn set(version: i32, proposed_by: AccountId) -> WeightSet {
        let epoch = chrono::DateTime::UNIX_EPOCH.into();
        WeightSet {
            version,
            shares: "{}".into(),
            based_on: 1,
            evidence: "{}".into(),
            state: WeightsState::Proposed,
            proposed_at: epoch,
            proposed_by,
            decided_at: None,
            decided_by: None,
        }
    }

    #[test]
    fn two_pairs_of_eyes_where_there_are_two() {
        let now = chrono::DateTime::UNIX_EPOCH.into();
        let [one, other] = [1, 2].map(|number| AccountId::from_uuid(uuid::Uuid::from_u128(number)));
        let refused = |by, in_use, others| accept(set(1001, one), in_use, by, others, now).unwrap_err().code();
        assert_eq!(refused(one, 1, 1), Code::SelfApproval);
        assert_eq!(refused(other, 1001, 1), Code::WrongState);
        for (by, others) in [(other, 1), (one, 0)] {
            let accepted = accept(set(1001, one), 1002, by, others, now).unwrap();
            assert_eq!((accepted.state, accepted.decided_by), (WeightsState::Accepted, Some(by)));
        }
        assert!(accept(set(1, one), 1001, one, 1, now).is_ok(), "nobody proposed the build's");
        let next =
            [None, Some(1), Some(1001)].map(|newest| next_version(newest.map(|number| set(number, one)).as_ref()));
        assert_eq!(next, [1001, 1001, 1002]);
    }

    #[test]
    fn too_little_is_refused_with_what_is_missing() {
        let much = Counts { people: 30, opened: 150, saved: 30, dismissed: 20, preferences: 300, ..Counts::default() };
        assert!(enough(&much).is_ok());
        let refusal = enough(&Counts { people: 29, ..much }).unwrap_err();
        assert_eq!(refusal.code(), Code::WrongState);
        let all = enough(&Counts::default()).unwrap_err().problem().detail.unwrap_or_default();
        assert!(all.contains("求职者 0，至少要 30") && all.contains("偏好 0，至少要 300"), "{all}");
    }
}
