//! What use says: lists as people saw them, with what they made of each item.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use search_index::PartShare;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{MatchEvent, MatchEventKind};
use super::rules::{Grade, is_about_parts, preferences};
use super::store;
use crate::dictionary;
use crate::employers::store as employers;
use crate::error::{Error, Result};
use crate::people::model::{PersonKind, Purpose};
use crate::people::{actions as people_actions, store as people};
use crate::store::{Db, Store};
use crate::types::id::{PersonId, PositionId};
use crate::types::region::Level;
use crate::types::work::Degree;

/// People read in one go.
const BATCH: i64 = 200;

/// One position of a list.
#[derive(Clone, Debug)]
pub struct Item {
    pub position: PositionId,
    /// `None`: what they did says nothing about parts.
    pub grade: Option<Grade>,
    pub judged: Vec<PartShare>,
}

/// What one person saw on one day, best place first.
#[derive(Clone, Debug)]
pub struct List {
    pub person: PersonId,
    pub items: Vec<Item>,
    /// (better, worse), by place in `items`.
    pub preferences: Vec<(usize, usize)>,
}

/// What is told apart in a report.
#[derive(Clone, Debug)]
pub struct Facts {
    pub kind: PersonKind,
    pub county: String,
    pub degree: Option<Degree>,
}

/// How much there is to learn from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Counts {
    pub people: usize,
    pub lists: usize,
    pub shown: usize,
    pub opened: usize,
    pub saved: usize,
    pub dismissed: usize,
    pub preferences: usize,
}

impl Counts {
    /// What people did beyond looking at a list.
    pub fn acts(&self) -> usize {
        self.opened + self.saved + self.dismissed
    }
}

/// All that use says since a day.
#[derive(Default)]
pub struct Evidence {
    pub counts: Counts,
    pub lists: Vec<List>,
    pub people: HashMap<PersonId, Facts>,
    /// Title of the positions, and the section of their enterprise's industry where the dictionary knows it.
    pub positions: HashMap<PositionId, (String, Option<String>)>,
}

/// Gathers what people did since a day, of those who still agree to be matched.
pub fn gather(store: &Store, since: NaiveDate) -> Result<Evidence> {
    let mut all = Evidence::default();
    let mut after = None;
    loop {
        let more = store.read_now(|db| {
            let ids = store::people_since(db, since, after, BATCH)?;
            after = ids.last().copied();
            add(db, &mut all, &ids, since)?;
            Ok(!ids.is_empty())
        })?;
        if !more {
            break;
        }
    }
    all.counts.people = all.lists.iter().map(|list| list.person).collect::<std::collections::HashSet<_>>().len();
    all.counts.lists = all.lists.len();
    all.counts.preferences = all.lists.iter().map(|list| list.preferences.len()).sum();
    Ok(all)
}

fn add(db: &mut Db, all: &mut Evidence, ids: &[PersonId], since: NaiveDate) -> Result<()> {
    let agreed = people::agreeing(db, ids, Purpose::Matching)?;
    let events = store::events_of(db, &agreed, since)?;
    for event in &events {
        *match event.kind {
            MatchEventKind::Shown => &mut all.counts.shown,
            MatchEventKind::Opened => &mut all.counts.opened,
            MatchEventKind::Saved => &mut all.counts.saved,
            MatchEventKind::Dismissed => &mut all.counts.dismissed,
        } += 1;
    }
    for theirs in events.chunk_by(|one, next| one.person_id == next.person_id) {
        all.lists.extend(lists_of(theirs).map_err(Error::internal)?);
    }
    for person in people::by_ids(db, &agreed)? {
        let county = person.division.at_level(Level::County).unwrap_or(person.division);
        let degree = people_actions::profile_of(&person)?.degree;
        all.people.insert(person.id, Facts { kind: person.kind, county: county.name().to_owned(), degree });
    }
    let mut positions: Vec<PositionId> = events.iter().map(|event| event.position_id).collect();
    positions.sort_unstable();
    positions.dedup();
    positions.retain(|id| !all.positions.contains_key(id));
    for chunk in positions.chunks(500) {
        for (position, enterprise) in employers::positions_by_ids(db, chunk)? {
            // What enterprises write in their own words makes groups of one; the section is what they share.
            let known = enterprise.industry.as_deref().and_then(dictionary::industry);
            all.positions.insert(position.id, (position.title, known.map(|known| known.section.name)));
        }
    }
    Ok(())
}

/// The lists of one person. What they did counts for the last list that had shown it to them.
fn lists_of(events: &[MatchEvent]) -> serde_json::Result<Vec<List>> {
    let mut acts: HashMap<(PositionId, NaiveDate), (NaiveDate, Option<Grade>)> = HashMap::new();
    let shown = || events.iter().filter(|event| event.kind == MatchEventKind::Shown && event.place.is_some());
    for act in events.iter().filter(|event| event.kind != MatchEventKind::Shown) {
        let before = shown().filter(|one| one.position_id == act.position_id && one.on_day <= act.on_day);
        let Some(list) = before.map(|one| one.on_day).max() else { continue };
        let grade = match (act.kind, act.reason) {
            (MatchEventKind::Opened, _) => Some(Grade::Opened),
            (MatchEventKind::Saved, _) => Some(Grade::Saved),
            (MatchEventKind::Dismissed, Some(reason)) => is_about_parts(reason).then_some(Grade::Dismissed),
            _ => continue,
        };
        let known = acts.entry((act.position_id, list)).or_insert((act.on_day, grade));
        // Opening is on the way to a mark; of two marks the later one counts.
        let is_mark = act.kind != MatchEventKind::Opened;
        if is_mark && (act.on_day >= known.0 || known.1 == Some(Grade::Opened)) {
            *known = (act.on_day, grade);
        }
    }
    let mut days: BTreeMap<NaiveDate, Vec<&MatchEvent>> = BTreeMap::new();
    shown().for_each(|event| days.entry(event.on_day).or_default().push(event));
    let mut lists = Vec::new();
    for (day, mut shown) in days {
        shown.sort_by_key(|event| (event.place, event.position_id));
        let item = |event: &&MatchEvent| {
            let act = acts.get(&(event.position_id, day));
            let grade = act.map_or(Some(Grade::Passed), |(_, grade)| *grade);
            Ok(Item { position: event.position_id, grade, judged: event.judged()? })
        };
        let items: Vec<Item> = shown.iter().map(item).collect::<serde_json::Result<_>>()?;
        let preferences = preferences(&items);
        lists.push(List { person: shown[0].person_id, items, preferences });
    }
    Ok(lists)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::model::DismissReason;
    use uuid::Uuid;

    fn event(kind: MatchEventKind, position: u128, day: u32, place: Option<i32>) -> MatchEvent {
        MatchEvent {
            person_id: PersonId::from_uuid(Uuid::from_u128(1)),
            position_id: PositionId::from_uuid(Uuid::from_u128(position)),
            kind,
            on_day: NaiveDate::from_ymd_opt(2026, 11, day).unwrap(),
            reason: (kind == MatchEventKind::Dismissed).then_some(DismissReason::TooFar),
            place,
            weights_version: 1,
            judged: r#"[["pay",1000,500],["wings",1000,1000]]"#.into(),
        }
    }

    #[test]
    fn an_act_counts_for_the_last_list_that_showed_it() {
        use MatchEventKind::{Dismissed, Opened, Saved, Shown};
        let events = [
            event(Shown, 1, 1, Some(1)),
            event(Shown, 2, 1, Some(2)),
            event(Shown, 2, 3, Some(1)),
            event(Shown, 3, 3, Some(2)),
            event(Shown, 4, 3, Some(3)),
            event(Opened, 2, 2, None),
            event(Saved, 3, 4, None),
            event(Dismissed, 4, 5, None),
            event(Opened, 4, 5, None),
            // Never shown in a list.
            event(Opened, 9, 5, None),
        ];
        let lists = lists_of(&events).unwrap();
        let grades: Vec<Vec<Option<Grade>>> =
            lists.iter().map(|list| list.items.iter().map(|item| item.grade).collect()).collect();
        let (passed, opened) = (Some(Grade::Passed), Some(Grade::Opened));
        assert_eq!(grades[0], [passed, opened]);
        assert_eq!(grades[1], [passed, Some(Grade::Saved), Some(Grade::Dismissed)]);
        assert_eq!(lists[0].items[0].judged.len(), 1, "a part that is no longer one is left out");
        // What the enterprise was put away for says nothing.
        let about = MatchEvent { reason: Some(DismissReason::Enterprise), ..event(Dismissed, 1, 1, None) };
        assert_eq!(lists_of(&[event(Shown, 1, 1, Some(1)), about]).unwrap()[0].items[0].grade, None);
    }
}
