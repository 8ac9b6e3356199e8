//! The military map (军事专业类别): what people did in service, in their own words, and the civilian
//! occupations and skills it leads to. No unit, place or weapon has a place here.
//!
//! The built-in map is data of this crate. A city may correct it: [`Specialities::with`] makes the map that
//! holds there. Which families are in force, and who reviewed them, is the caller's to know; a person comes
//! with their families as they stand, so no state of this crate has to be kept in step.

use std::collections::HashSet;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Lexicon;
use crate::dictionary::{BadRow, Row, rows, values};
use crate::occupations::Occupations;
use crate::phrases::Phrases;
use crate::skills::Skills;
use crate::tokenize::{TEXT_CHARS_MAX, fold};

const BRANCHES: [&str; 6] = ["any", "army", "navy", "air", "rocket", "police"];
/// A family less like the text than this is not offered.
const SIMILARITY_MIN: f32 = 0.3;

/// A family of military specialities (军事专业类别), without any unit, place or weapon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// The civilian occupations it leads to.
    pub occupations: Vec<Lead>,
    /// Where the mapping comes from.
    pub source: String,
}

/// A civilian occupation that a family leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Code of the occupation.
    pub code: String,
    pub relation: Relation,
    /// Percent, 1–100: how much of the occupation somebody of the family brings along.
    pub weight: u8,
}

impl Lead {
    /// The weight in thousandths, as scores are reckoned.
    pub(crate) fn worth(&self) -> u32 {
        u32::from(self.weight) * 10
    }
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

impl Relation {
    fn read(text: &str) -> Option<Relation> {
        Some(match text {
            "same" => Relation::Same,
            "related" => Relation::Related,
            "with_training" => Relation::WithTraining,
            _ => return None,
        })
    }
}

/// A family as it stands in somebody's map; copies share it. In a file it is its code alone, which stands for
/// the built-in family, and leads nowhere when there is none of that code.
#[derive(Clone, Debug, PartialEq)]
pub struct Family(Arc<Speciality>);

impl Deref for Family {
    type Target = Speciality;
    fn deref(&self) -> &Speciality {
        &self.0
    }
}

impl From<Speciality> for Family {
    fn from(speciality: Speciality) -> Self {
        Family(Arc::new(speciality))
    }
}

impl From<&str> for Family {
    fn from(code: &str) -> Self {
        let unknown = || Speciality { code: code.to_owned(), ..Speciality::default() }.into();
        Lexicon::get().specialities().get(code).cloned().unwrap_or_else(unknown)
    }
}

impl Serialize for Family {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.code)
    }
}

impl<'de> Deserialize<'de> for Family {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(String::deserialize(deserializer)?.as_str().into())
    }
}

/// A map: the families in force, and the codes of those set aside.
#[derive(Default)]
pub struct Specialities {
    families: Vec<Family>,
    numbers: FxHashMap<String, usize>,
    set_aside: HashSet<String>,
    /// Names and titles, each standing for its family's number; made when somebody looks for one.
    titles: OnceLock<Phrases>,
}

impl Specialities {
    pub(crate) fn new(families: Vec<Family>) -> Specialities {
        let numbers = families.iter().enumerate().map(|(number, one)| (one.code.clone(), number)).collect();
        Specialities { families, numbers, ..Specialities::default() }
    }

    /// This map with families added or put in the place of those of the same code, and some set aside.
    pub fn with(
        &self,
        changed: impl IntoIterator<Item = Family>,
        set_aside: impl IntoIterator<Item = String>,
    ) -> Specialities {
        let mut families = self.families.clone();
        for family in changed {
            match self.numbers.get(&family.code) {
                Some(number) => families[*number] = family,
                None => families.push(family),
            }
        }
        let set_aside: HashSet<String> = self.set_aside.iter().cloned().chain(set_aside).collect();
        families.retain(|family| !set_aside.contains(&family.code));
        Specialities { set_aside, ..Specialities::new(families) }
    }

    /// The families in force, the built-in ones first and in the dictionary's order.
    pub fn all(&self) -> &[Family] {
        &self.families
    }

    /// The family in force with this code.
    pub fn get(&self, code: &str) -> Option<&Family> {
        self.numbers.get(code).map(|number| &self.families[*number])
    }

    /// Whether the code is that of a family, in force or set aside: people keep what they once chose.
    pub fn knows(&self, code: &str) -> bool {
        self.numbers.contains_key(code) || self.set_aside.contains(code)
    }

    /// Families that a post's title, in anybody's words, may belong to, best first.
    pub fn like(&self, lexicon: &Lexicon, text: &str, limit: usize) -> Vec<&Family> {
        let title = lexicon.title(text);
        let named: HashSet<u32> = {
            let titles = self.titles.get_or_init(|| title_phrases(&self.families));
            titles.find(&fold(text, TEXT_CHARS_MAX)).into_iter().map(|(_, number)| number).collect()
        };
        let mut scored: Vec<(f32, usize)> = Vec::new();
        for (at, family) in self.families.iter().enumerate() {
            let likeness = forms(family).map(|form| title.similarity(&lexicon.title(form)));
            let best = likeness.fold(0.0, f32::max);
            // A title that stands in the text letter by letter beats any likeness.
            let score = best + if named.contains(&(at as u32)) { 1.0 } else { 0.0 };
            if score >= SIMILARITY_MIN {
                scored.push((score, at));
            }
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        scored.into_iter().take(limit).map(|(_, at)| &self.families[at]).collect()
    }
}

/// Its name and its titles.
fn forms(family: &Speciality) -> impl Iterator<Item = &String> {
    std::iter::once(&family.name).chain(&family.titles)
}

fn title_phrases(families: &[Family]) -> Phrases {
    let mut phrases = Phrases::default();
    for (number, family) in families.iter().enumerate() {
        forms(family).for_each(|form| phrases.insert(form, number as u32));
    }
    phrases
}

/// What a relation weighs where a pair has no weight of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RelationWeights {
    same: u8,
    related: u8,
    with_training: u8,
}

impl RelationWeights {
    /// Refuses a relation that is unknown or missing, a weight outside 1–100, and a row without day or source.
    pub fn read(text: &str) -> Result<RelationWeights, BadRow> {
        let mut found: FxHashMap<&str, u8> = FxHashMap::default();
        for row in rows::<4>("relations.tsv", text)? {
            let [relation, weight, since, source] = row.columns;
            if Relation::read(relation).is_none() {
                return Err(row.bad(format!("unknown relation {relation}")));
            }
            let weight = read_weight(weight).ok_or_else(|| row.bad(format!("weight {weight} is not 1-100")))?;
            if since.is_empty() || source.is_empty() {
                return Err(row.bad("no day or no source"));
            }
            found.insert(relation, weight);
        }
        let of = |relation: &str| {
            let why = format!("{relation} is missing");
            found.get(relation).copied().ok_or(BadRow { file: "relations.tsv", line: 0, why })
        };
        Ok(RelationWeights { same: of("same")?, related: of("related")?, with_training: of("with_training")? })
    }

    pub fn of(self, relation: Relation) -> u8 {
        match relation {
            Relation::Same => self.same,
            Relation::Related => self.related,
            Relation::WithTraining => self.with_training,
        }
    }
}

fn read_weight(text: &str) -> Option<u8> {
    text.parse().ok().filter(|weight| (1..=100).contains(weight))
}

/// Reads the map. Refuses a code that stands twice, an unknown branch, skill, occupation or relation, and a
/// family without titles, occupations or source.
pub(crate) fn read(
    text: &str,
    known: &Occupations,
    skills: &Skills,
    weights: RelationWeights,
) -> Result<Vec<Family>, BadRow> {
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
        let occupations = read_occupations(&row, known, weights)?;
        let owned = |column: &str| values(column).map(str::to_owned).collect::<Vec<_>>();
        let titles = owned(titles);
        if name.is_empty() || titles.is_empty() || occupations.is_empty() || source.is_empty() {
            return Err(row.bad("no name, titles, occupations or source"));
        }
        let (code, name, branch) = (code.to_owned(), name.to_owned(), branch.to_owned());
        let (skills, source) = (owned(shown), source.to_owned());
        all.push(Speciality { code, name, branch, titles, skills, occupations, source }.into());
    }
    Ok(all)
}

/// `code:relation` or `code:relation:weight`, several.
fn read_occupations(row: &Row<'_, 7>, known: &Occupations, weights: RelationWeights) -> Result<Vec<Lead>, BadRow> {
    let mut all: Vec<Lead> = Vec::new();
    for value in values(row.columns[5]) {
        let mut parts = value.splitn(3, ':');
        let code = parts.next().unwrap_or_default();
        let relation = parts.next().and_then(Relation::read);
        let relation = relation.ok_or_else(|| row.bad(format!("unknown relation in {value}")))?;
        let weight = parts.next().map_or(Some(weights.of(relation)), read_weight);
        let weight = weight.ok_or_else(|| row.bad(format!("weight in {value} is not 1-100")))?;
        if known.by_code(code).is_none() {
            return Err(row.bad(format!("unknown occupation {code}")));
        }
        if all.iter().any(|lead| lead.code == code) {
            return Err(row.bad(format!("{code} stands twice")));
        }
        all.push(Lead { code: code.to_owned(), relation, weight });
    }
    Ok(all)
}
