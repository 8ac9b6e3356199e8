//! Ranked matches on a terminal: the calls of the server, its order, its masks, its reasons.

use serde::Serialize;

use super::answer::{Answer, cut, table};
use super::index;
use super::serve::open_store;
use crate::access::{Actor, permissions::Action};
use crate::config::Config;
use crate::employers::store as employers;
use crate::error::{Code, Result};
use crate::matching::matches::{self, RankedPosition};
use crate::matching::routes::ranked::{Candidate, MatchedPosition, candidate};
use crate::matching::routes::{PositionCard, card};
use crate::matching::words;
use crate::people::model::{Person, Purpose, Verification};
use crate::people::routes::{PersonBody, person_body};
use crate::people::store as people;
use crate::store::Store;
use crate::types::id::{PersonId, PositionId};

/// Widest title and name in a table, in columns.
const TITLE_COLUMNS: usize = 32;
const NAME_COLUMNS: usize = 28;

#[derive(Serialize)]
struct PersonMatches {
    person: PersonBody,
    /// How many fit at all, of those the index proposed.
    total: usize,
    items: Vec<MatchedPosition>,
}

#[derive(Serialize)]
struct PositionMatches {
    position: PositionCard,
    total: usize,
    items: Vec<Candidate>,
}

/// Positions for a person, best first.
pub fn person(config: &Config, id: PersonId, limit: usize) -> Result<Answer> {
    let store = open_store(config)?;
    let scope = Actor::system().may(Action::ReadPersonMatches)?;
    let (person, profile) = store.read_now(|db| {
        let person = people::person(db, &scope, id)?;
        if !people::agrees(db, id, Purpose::Matching)? {
            return Err(Code::ConsentMissing.into());
        }
        let profile = matches::profile_of(db, &person)?;
        Ok((person, profile))
    })?;
    let index = index::for_asking(config, &store)?;
    let ranked = matches::positions_for(&store, &index, &person, &profile, limit)?;
    let body = person_body(&store.keys, &person)?;
    let head = format!("{}（{}）：候选中适合的岗位 {} 个", body.name, body.division.name, ranked.total());
    let shown: Vec<&RankedPosition> = ranked.best.iter().take(limit).collect();
    let text = positions_text(&head, &shown);
    let items = shown
        .iter()
        .map(|one| MatchedPosition { position: card(&one.position, &one.enterprise), found: one.found.clone() })
        .collect();
    Answer::new(text, &PersonMatches { person: body, total: ranked.total(), items })
}

fn positions_text(head: &str, shown: &[&RankedPosition]) -> String {
    let rows: Vec<Vec<String>> = shown
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let mut row = figures(at, &one.found);
            row.push(cut(&one.position.title, TITLE_COLUMNS));
            row.push(cut(&one.enterprise.name, NAME_COLUMNS));
            row.push(one.position.division.full_name());
            row.push(words::month_pay(one.position.pay_month_min.zip(one.position.pay_month_max)));
            row.push(one.position.id.to_string());
            row
        })
        .collect();
    let lines = table(&["名次", "匹配", "已判断", "岗位", "单位", "地点", "月薪（元）", "编号"], &rows);
    with_reasons(head, lines, shown.iter().map(|one| &one.found))
}

/// People for a position, best first, masked as the employer sees them.
pub fn position(config: &Config, id: PositionId, limit: usize) -> Result<Answer> {
    let store = open_store(config)?;
    let scope = Actor::system().may(Action::ReadCandidates)?;
    let (position, enterprise) = store.read_now(|db| employers::position(db, &scope, id))?;
    if enterprise.verification != Verification::Verified {
        return Err(Code::NotVerified.into());
    }
    let index = index::for_asking(config, &store)?;
    let ranked = matches::people_for(&store, &index, &position, &enterprise, limit)?;
    let mut items = Vec::new();
    for one in ranked.best.iter().take(limit) {
        // Gone since it was ranked: nobody to show.
        if let Some(person) = findable(&store, one.person)? {
            items.push(candidate(&store.keys, enterprise.id, &person, one.found.clone())?);
        }
    }
    let head = format!("{}（{}）：候选中适合的人 {} 位", position.title, enterprise.name, ranked.total());
    let rows: Vec<Vec<String>> = items
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let mut row = figures(at, &one.found);
            row.extend([one.name.clone(), one.division.name.clone(), one.handle.clone()]);
            row
        })
        .collect();
    let lines = table(&["名次", "匹配", "已判断", "姓名", "所在地", "代号"], &rows);
    let text = with_reasons(&head, lines, items.iter().map(|one| &one.found));
    Answer::new(text, &PositionMatches { position: card(&position, &enterprise), total: ranked.total(), items })
}

fn findable(store: &Store, id: PersonId) -> Result<Option<Person>> {
    Ok(store.read_now(|db| matches::findable_people(db, &[id]))?.pop())
}

fn figures(at: usize, found: &search_index::Match) -> Vec<String> {
    let fit = found.fit.map_or_else(|| "–".to_owned(), |fit| fit.to_string());
    vec![(at + 1).to_string(), fit, format!("{}%", found.coverage)]
}

/// The table's lines, each row followed by its reasons.
fn with_reasons<'a>(head: &str, lines: Vec<String>, found: impl Iterator<Item = &'a search_index::Match>) -> String {
    let mut text = vec![head.to_owned()];
    let mut lines = lines.into_iter();
    text.extend(lines.next());
    for (line, found) in lines.zip(found) {
        text.push(line);
        text.extend(words::reasons(found).into_iter().map(|reason| format!("      {reason}")));
    }
    text.join("\n")
}
