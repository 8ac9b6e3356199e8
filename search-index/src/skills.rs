//! Skills, certificates, languages and driving classes (技能、证书、语言、驾照) of the dictionary: their
//! names, whom they serve and what they permit. Who has one is not known here.

use std::collections::HashSet;

use serde::Serialize;

use crate::RequirementKind;
use crate::dictionary::{BadRow, Row, rows, values};
use crate::occupations::Occupations;
use crate::phrases::Phrases;
use crate::tokenize::{TITLE_CHARS_MAX, fold};

/// A row of the dictionary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KnownSkill {
    /// As people on the labour market write it.
    pub name: String,
    /// Other words for the same.
    pub synonyms: Vec<String>,
    pub kind: RequirementKind,
    /// Codes of the occupations, or groups of them, that it serves most.
    pub occupations: Vec<String>,
    /// What a certificate or licence allows; `None` where nobody has written it down yet.
    pub permit: Option<Permit>,
}

/// How directly a skill serves an occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Serves {
    /// The dictionary names the occupation itself.
    Itself,
    /// It names a group that the occupation lies in, or the group that is asked for holds one it names.
    Group,
}

impl KnownSkill {
    /// Whether the dictionary says that it serves the occupation, or the group of occupations, of this code.
    pub fn serves(&self, code: &str) -> Option<Serves> {
        if self.occupations.iter().any(|own| own == code) {
            return Some(Serves::Itself);
        }
        let holds = |group: &str, code: &str| code.starts_with(group.trim_end_matches("-00")) && group.ends_with("-00");
        let near = self.occupations.iter().any(|own| holds(own, code) || holds(code, own));
        near.then_some(Serves::Group)
    }
}

/// What a certificate or licence permits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Permit {
    /// In a clerk's words.
    pub permits: String,
    pub standing: Standing,
    /// The law or rule it comes from, with how sure that is.
    pub source: String,
}

/// Whether the work may be done without the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The law forbids the work without it (准入类).
    Required,
    /// It shows a level and nothing else (水平评价类).
    Level,
}

/// All of the dictionary, to be asked by name.
pub(crate) struct Skills {
    list: Vec<KnownSkill>,
    /// Every name and synonym, for whole names.
    names: Phrases,
    /// Those that may be looked for in free text.
    phrases: Phrases,
}

impl Skills {
    /// Refuses a name or synonym that stands twice, an unknown kind or occupation, and a permit of what is no
    /// certificate.
    pub fn read(skills: &str, certificates: &str, occupations: &Occupations) -> Result<Skills, BadRow> {
        let mut all = Skills { list: Vec::new(), names: Phrases::default(), phrases: Phrases::default() };
        let mut seen = HashSet::new();
        for row in rows::<4>("skills.tsv", skills)? {
            all.push(read_skill(&row, occupations, &mut seen)?);
        }
        for row in rows::<4>("certificates.tsv", certificates)? {
            let [name, permits, standing, source] = row.columns;
            let standing = match standing {
                "required" => Standing::Required,
                "level" => Standing::Level,
                other => return Err(row.bad(format!("unknown standing {other}"))),
            };
            let known = all.names.get(name).map(|number| &mut all.list[number as usize]);
            let is_paper = |kind| matches!(kind, RequirementKind::Certificate | RequirementKind::DrivingLicence);
            match known.filter(|known| known.name == name && is_paper(known.kind)) {
                None => return Err(row.bad(format!("{name} is no certificate of skills.tsv"))),
                Some(known) if known.permit.is_some() => return Err(row.bad(format!("{name} stands twice"))),
                Some(_) if permits.is_empty() || source.is_empty() => return Err(row.bad("no permit or no source")),
                Some(known) => {
                    known.permit = Some(Permit { permits: permits.to_owned(), standing, source: source.to_owned() });
                }
            }
        }
        Ok(all)
    }

    fn push(&mut self, skill: KnownSkill) {
        let at = self.list.len();
        self.names.insert(&skill.name, at as u32);
        // A bare driving class is not looked for: `B1` is also a basement.
        if skill.kind != RequirementKind::DrivingLicence {
            self.phrases.insert(&skill.name, at as u32);
        }
        for synonym in &skill.synonyms {
            self.names.insert(synonym, at as u32);
            self.phrases.insert(synonym, at as u32);
        }
        self.list.push(skill);
    }

    /// All rows, in the dictionary's order.
    #[cfg(test)]
    pub fn all(&self) -> &[KnownSkill] {
        &self.list
    }

    /// The row that a name or synonym stands for.
    pub fn get(&self, name: &str) -> Option<&KnownSkill> {
        self.names.get(name).map(|number| &self.list[number as usize])
    }

    /// The same for what is folded already.
    pub fn get_folded(&self, name: &str) -> Option<&KnownSkill> {
        self.names.get_folded(name).map(|number| &self.list[number as usize])
    }

    /// Those named in folded text, in order of appearance, each once.
    pub fn named_in(&self, folded: &str) -> Vec<&KnownSkill> {
        let mut seen = HashSet::new();
        let found = self.phrases.find(folded).into_iter().map(|(_, number)| number as usize);
        found.filter(|at| seen.insert(*at)).map(|at| &self.list[at]).collect()
    }

    /// Those whose name or synonym holds the text: whole names first, then what serves one of the occupations,
    /// then beginnings, then the rest, shorter names before longer ones. Of no text, what serves one of them.
    pub fn like(&self, text: &str, serving: &[&str], limit: usize) -> Vec<&KnownSkill> {
        let text = fold(text.trim(), TITLE_CHARS_MAX);
        let place = |form: &str| match fold(form, TITLE_CHARS_MAX).find(&text) {
            Some(0) if form.chars().count() == text.chars().count() => Some(0),
            Some(0) => Some(1),
            Some(_) => Some(2),
            None => None,
        };
        let mut found: Vec<([usize; 4], &KnownSkill)> = Vec::new();
        for (at, skill) in self.list.iter().enumerate() {
            let forms = std::iter::once(&skill.name).chain(&skill.synonyms);
            let Some(place) = forms.filter_map(|form| place(form)).min() else { continue };
            let served = serving.iter().filter_map(|code| skill.serves(code)).min();
            if text.is_empty() && served.is_none() {
                continue;
            }
            let reach = if place == 0 { 0 } else { served.map_or(4, |reach| 1 + reach as usize) };
            found.push(([reach, place, skill.name.chars().count(), at], skill));
        }
        found.sort_unstable_by_key(|(order, _)| *order);
        found.into_iter().take(limit).map(|(_, skill)| skill).collect()
    }

    /// Names, for the tokenizer.
    pub fn names(text: &str) -> Result<Vec<&str>, BadRow> {
        Ok(rows::<4>("skills.tsv", text)?.into_iter().map(|row| row.columns[0]).collect())
    }
}

fn read_skill(row: &Row<'_, 4>, known: &Occupations, seen: &mut HashSet<String>) -> Result<KnownSkill, BadRow> {
    let [name, synonyms, kind, occupations] = row.columns;
    let kind = match kind {
        "skill" => RequirementKind::Skill,
        "certificate" => RequirementKind::Certificate,
        "driving" => RequirementKind::DrivingLicence,
        "language" => RequirementKind::Language,
        other => return Err(row.bad(format!("unknown kind {other}"))),
    };
    for form in std::iter::once(name).chain(values(synonyms)) {
        if !seen.insert(fold(form, TITLE_CHARS_MAX)) {
            return Err(row.bad(format!("{form} stands twice")));
        }
    }
    if let Some(code) = values(occupations).find(|code| known.by_code(code).is_none()) {
        return Err(row.bad(format!("unknown occupation {code}")));
    }
    let owned = |column: &str| values(column).map(str::to_owned).collect();
    let (synonyms, occupations) = (owned(synonyms), owned(occupations));
    Ok(KnownSkill { name: name.to_owned(), synonyms, kind, occupations, permit: None })
}
