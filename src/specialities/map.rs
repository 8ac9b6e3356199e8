//! The map that holds here: the built-in one with what was accepted.

use std::collections::BTreeSet;

use search_index::{Family, Lead, Speciality};

use crate::dictionary::Dictionary;
use crate::error::{Error, Result};
use crate::store::Db;

use super::model::{Change, ChangeKind, ChangeState, FamilyBranch, FamilyContent, LeadContent, Relation};
use super::store;

/// The dictionaries with the military map as it holds now. Read with the rows it is used on, so that there is
/// no copy to keep in step; a city changes some tens of families.
pub fn dictionary(db: &mut Db) -> Result<Dictionary> {
    let built_in = Dictionary::get();
    let changes = store::in_force_or_undone(db)?;
    if changes.is_empty() {
        return Ok(built_in);
    }
    let (mut edited, mut codes_in_force) = (Vec::new(), BTreeSet::new());
    for change in changes.iter().filter(|change| change.state == ChangeState::InForce) {
        codes_in_force.insert(&change.code);
        if change.kind == ChangeKind::Edit {
            edited.push(family(change)?);
        }
    }
    // What the city set aside, and families of its own that were undone: people may have chosen them meanwhile.
    let is_gone = |change: &&Change| match change.state {
        ChangeState::InForce => change.kind == ChangeKind::SetAside,
        _ => !codes_in_force.contains(&change.code) && !built_in.is_speciality(&change.code),
    };
    let gone: Vec<String> = changes.iter().filter(is_gone).map(|change| change.code.clone()).collect();
    let map = built_in.specialities().with(edited, gone);
    Ok(built_in.with(map))
}

fn family(change: &Change) -> Result<Family> {
    let content = change.family()?;
    let lead = |lead: LeadContent| Lead { code: lead.code, relation: lead.relation.into(), weight: lead.weight };
    let speciality = Speciality {
        code: change.code.clone(),
        name: content.name,
        branch: content.branch.code().to_owned(),
        titles: content.titles,
        skills: content.skills,
        occupations: content.occupations.into_iter().map(lead).collect(),
        source: change.source.clone(),
    };
    Ok(speciality.into())
}

/// A family of the map as its content here.
pub fn content_of(family: &Speciality) -> Result<FamilyContent> {
    let lead =
        |lead: &Lead| LeadContent { code: lead.code.clone(), relation: lead.relation.into(), weight: lead.weight };
    Ok(FamilyContent {
        name: family.name.clone(),
        branch: family.branch.parse::<FamilyBranch>().map_err(Error::internal)?,
        titles: family.titles.clone(),
        skills: family.skills.clone(),
        occupations: family.occupations.iter().map(lead).collect(),
    })
}

impl From<Relation> for search_index::Relation {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::Same => search_index::Relation::Same,
            Relation::Related => search_index::Relation::Related,
            Relation::WithTraining => search_index::Relation::WithTraining,
        }
    }
}

impl From<search_index::Relation> for Relation {
    fn from(relation: search_index::Relation) -> Self {
        match relation {
            search_index::Relation::Same => Relation::Same,
            search_index::Relation::Related => Relation::Related,
            search_index::Relation::WithTraining => Relation::WithTraining,
        }
    }
}
