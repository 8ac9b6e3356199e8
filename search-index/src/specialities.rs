//! The military map (军事专业类别): what people did in service, in their own words, and the civilian
//! occupations and skills it leads to. No unit, place or weapon has a place here.

use std::collections::HashSet;

use serde::Serialize;

use crate::dictionary::{BadRow, Row, rows, values};
use crate::occupations::Occupations;
use crate::phrases::Phrases;
use crate::skills::Skills;

const BRANCHES: [&str; 6] = ["any", "army", "navy", "air", "rocket", "police"];

/// A family of military specialities (军事专业类别), without any unit, place or weapon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Speciality {
    /// Our own code of the family.
    pub code: String,
    /// Its name.
    pub name: String,
    /// `any`, `army`, `navy`, `air`, `rocket` or `police`.
    pub branch: String,
    /// Titles of the posts in it.
    pub titles: Vec<String>,
    /// Canonical names of the skills it shows.
    pub skills: Vec<String>,
    /// Codes of the civilian occupations it leads to.
    pub occupations: Vec<(String, Relation)>,
    /// Where the mapping comes from.
    pub source: String,
}

/// How near a civilian occupation lies to a military speciality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same work in civilian clothes.
    Same,
    /// Most of it carries over.
    Related,
    /// Reached with a course or a licence.
    WithTraining,
}

/// Reads the map. Refuses a code that stands twice, an unknown branch, skill, occupation or relation, and a
/// family without titles, occupations or source.
pub(crate) fn read(text: &str, known: &Occupations, skills: &Skills) -> Result<Vec<Speciality>, BadRow> {
    let mut codes = HashSet::new();
    let mut all = Vec::new();
    for row in rows::<7>("specialities.tsv", text)? {
        let [code, name, branch, titles, shown, _, source] = row.columns;
        if !codes.insert(code) {
            return Err(row.bad(format!("{code} stands twice")));
        }
        if !BRANCHES.contains(&branch) {
            return Err(row.bad(format!("unknown branch {branch}")));
        }
        let unknown = |name: &&str| skills.get(name).is_none_or(|skill| skill.name != *name);
        if let Some(skill) = values(shown).find(unknown) {
            return Err(row.bad(format!("{skill} is no name of skills.tsv")));
        }
        let occupations = read_occupations(&row, known)?;
        let owned = |column: &str| values(column).map(str::to_owned).collect::<Vec<_>>();
        let titles = owned(titles);
        if name.is_empty() || titles.is_empty() || occupations.is_empty() || source.is_empty() {
            return Err(row.bad("no name, titles, occupations or source"));
        }
        let (code, name, branch) = (code.to_owned(), name.to_owned(), branch.to_owned());
        all.push(Speciality {
            code,
            name,
            branch,
            titles,
            skills: owned(shown),
            occupations,
            source: source.to_owned(),
        });
    }
    Ok(all)
}

/// `code:relation`, several.
fn read_occupations(row: &Row<'_, 7>, known: &Occupations) -> Result<Vec<(String, Relation)>, BadRow> {
    let mut all: Vec<(String, Relation)> = Vec::new();
    for value in values(row.columns[5]) {
        let (code, relation) = value.split_once(':').unwrap_or((value, ""));
        let relation = match relation {
            "same" => Relation::Same,
            "related" => Relation::Related,
            "with_training" => Relation::WithTraining,
            _ => return Err(row.bad(format!("unknown relation in {value}"))),
        };
        if known.by_code(code).is_none() {
            return Err(row.bad(format!("unknown occupation {code}")));
        }
        if all.iter().any(|(other, _)| other == code) {
            return Err(row.bad(format!("{code} stands twice")));
        }
        all.push((code.to_owned(), relation));
    }
    Ok(all)
}

/// Names and titles, each standing for its family's number.
pub(crate) fn title_phrases(specialities: &[Speciality]) -> Phrases {
    let mut phrases = Phrases::default();
    for (number, speciality) in specialities.iter().enumerate() {
        for title in std::iter::once(&speciality.name).chain(&speciality.titles) {
            phrases.insert(title, number as u32);
        }
    }
    phrases
}
