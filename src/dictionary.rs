//! The dictionaries, for those who check an input and do not search: which codes exist, what they are
//! called, what a text may mean. The words themselves are data of `search-index`.

pub mod routes;

use std::sync::Arc;

use search_index::{Industries, Industry, KnownSkill, Lexicon, Specialities};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::types::work::RequirementKind;

/// A code with its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Named {
    pub code: String,
    pub name: String,
}

/// The dictionaries. Cheap to clone; the words are loaded once for the process.
#[derive(Clone)]
pub struct Dictionary {
    lexicon: &'static Lexicon,
    /// The military map: the built-in one, or a city's own.
    specialities: Arc<Specialities>,
}

impl Dictionary {
    /// What is built in; what the city changed of the military map is in [`crate::specialities::dictionary`].
    pub fn get() -> Dictionary {
        let lexicon = Lexicon::get();
        Dictionary { lexicon, specialities: lexicon.specialities().clone() }
    }

    /// The same words, with another military map.
    pub fn with(self, specialities: Specialities) -> Dictionary {
        Dictionary { specialities: Arc::new(specialities), ..self }
    }

    pub fn lexicon(&self) -> &'static Lexicon {
        self.lexicon
    }

    /// The military map that holds here.
    pub fn specialities(&self) -> &Specialities {
        &self.specialities
    }

    pub fn is_occupation(&self, code: &str) -> bool {
        self.lexicon.occupation_name(code).is_some()
    }

    /// Whether a profile may name this family: in force, or set aside since somebody chose it.
    pub fn is_speciality(&self, code: &str) -> bool {
        self.specialities.knows(code)
    }

    pub fn occupation(&self, code: &str) -> Option<Named> {
        self.lexicon.occupation_name(code).map(|name| Named { code: code.to_owned(), name: name.to_owned() })
    }

    /// Occupations that `text` may mean, likeliest first.
    pub fn occupations_like(&self, text: &str, limit: usize) -> Vec<Named> {
        let found = self.lexicon.occupations_like(text, limit);
        found.into_iter().map(|(code, name, _)| Named { code, name }).collect()
    }

    /// A title without slogans, pay and counts, in small letters.
    pub fn bare_title(&self, title: &str) -> String {
        self.lexicon.bare_title(title)
    }

    /// What kind of thing a name of the skills dictionary is.
    pub fn skill_kind(&self, name: &str) -> Option<RequirementKind> {
        self.lexicon.skill_kind(name).map(kind_of)
    }

    /// Skills, certificates, languages and driving classes whose name or synonym holds `text`, nearest first;
    /// of one kind where it is given.
    pub fn skills_like(&self, text: &str, kind: Option<RequirementKind>, limit: usize) -> Vec<SkillBody> {
        self.skills_serving(text, kind, &[], limit)
    }

    /// The same, with what serves one of these occupations first; without a text, all of that.
    pub fn skills_serving(
        &self,
        text: &str,
        kind: Option<RequirementKind>,
        occupations: &[Named],
        limit: usize,
    ) -> Vec<SkillBody> {
        let codes: Vec<&str> = occupations.iter().map(|one| one.code.as_str()).collect();
        let found = self.lexicon.skills_like(text, &codes, usize::MAX).into_iter();
        let wanted = found.filter(|skill| kind.is_none_or(|kind| kind == kind_of(skill.kind)));
        let body = |skill: &KnownSkill| {
            let served = occupations.iter().filter_map(|one| Some((skill.serves(&one.code)?, one)));
            let serves = served.min_by_key(|(reach, _)| *reach).map(|(_, one)| one.clone());
            SkillBody { serves, ..SkillBody::of(skill) }
        };
        wanted.take(limit).map(body).collect()
    }

    /// An occupation with what one does in it.
    pub fn occupation_record(&self, code: &str) -> Option<OccupationBody> {
        let Named { code, name } = self.occupation(code)?;
        let definition = self.lexicon.occupation_definition(&code).filter(|text| !text.is_empty());
        let (definition, tasks) = (definition.map(str::to_owned), self.lexicon.occupation_tasks(&code));
        let tasks = tasks.iter().map(|task| (*task).to_owned()).collect();
        Some(OccupationBody { code, name, definition, tasks })
    }

    /// What a certificate or driving class of this name or synonym permits, where somebody has written it down.
    pub fn permit(&self, name: &str) -> Option<PermitBody> {
        self.lexicon.skill(name)?.permit.as_ref().map(PermitBody::of)
    }

    /// Military specialities whose titles are like `text`, likeliest first.
    pub fn specialities_like(&self, text: &str, limit: usize) -> Vec<SpecialityBody> {
        let found = self.specialities.like(self.lexicon, text, limit).into_iter();
        found
            .map(|family| SpecialityBody {
                code: family.code.clone(),
                name: family.name.clone(),
                titles: family.titles.clone(),
                skills: family.skills.clone(),
                occupations: family.occupations.iter().filter_map(|lead| self.occupation(&lead.code)).collect(),
            })
            .collect()
    }

    /// What a wrong occupation may have meant: by its name, or by how its code begins.
    pub fn occupation_near(&self, text: &str) -> Option<Named> {
        if text.chars().any(char::is_alphabetic) {
            return self.occupations_like(text, 1).into_iter().next();
        }
        self.lexicon.occupation_near(text).map(|(code, name)| Named { code: code.to_owned(), name: name.to_owned() })
    }

    /// The name under which the dictionary keeps a skill, whichever of its names is given.
    pub fn canonical_skill(&self, name: &str) -> Option<&'static str> {
        self.lexicon.canonical_skill(name)
    }
}

fn kind_of(kind: search_index::RequirementKind) -> RequirementKind {
    match kind {
        search_index::RequirementKind::Skill => RequirementKind::Skill,
        search_index::RequirementKind::Certificate => RequirementKind::Certificate,
        search_index::RequirementKind::DrivingLicence => RequirementKind::DrivingLicence,
        search_index::RequirementKind::Language => RequirementKind::Language,
    }
}

/// A skill, certificate, language or driving class as the dictionary knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SkillBody {
    pub name: String,
    /// Other words for the same.
    pub synonyms: Vec<String>,
    pub kind: RequirementKind,
    /// What a certificate or licence allows; absent where nobody has written it down yet.
    pub permit: Option<PermitBody>,
    /// Which of the occupations that were asked for it serves.
    pub serves: Option<Named>,
}

/// What a certificate or licence permits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PermitBody {
    pub permits: String,
    pub standing: Standing,
    /// The law or rule it comes from; `[G]` marks what has still to be checked against it.
    pub source: String,
}

impl PermitBody {
    fn of(permit: &search_index::Permit) -> PermitBody {
        PermitBody {
            permits: permit.permits.clone(),
            standing: match permit.standing {
                search_index::Standing::Required => Standing::Required,
                search_index::Standing::Level => Standing::Level,
            },
            source: permit.source.clone(),
        }
    }
}

/// Whether the work may be done without the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The law forbids the work without it.
    Required,
    /// It shows a level and nothing else.
    Level,
}

impl SkillBody {
    fn of(skill: &KnownSkill) -> SkillBody {
        let permit = skill.permit.as_ref().map(PermitBody::of);
        let (name, synonyms) = (skill.name.clone(), skill.synonyms.clone());
        SkillBody { name, synonyms, kind: kind_of(skill.kind), permit, serves: None }
    }
}

/// An occupation of the 2022 classification with what one does in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OccupationBody {
    pub code: String,
    pub name: String,
    /// In one sentence; absent for a group of occupations.
    pub definition: Option<String>,
    /// In the order of the classification; none for a group.
    pub tasks: Vec<String>,
}

/// A section (门类) or division (大类) of the industries of GB/T 4754-2017.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct IndustryBody {
    /// A letter for a section, two digits for a division.
    pub code: String,
    pub name: String,
    /// What people write for it.
    pub words: Vec<String>,
    /// The section it lies in; a section's own.
    pub section: SectionBody,
}

/// A section (门类) of the industries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SectionBody {
    pub code: String,
    pub name: String,
    pub english: String,
}

impl IndustryBody {
    fn of(industry: &Industry) -> IndustryBody {
        let section = Industries::get().section_of(industry);
        let english = section.english.clone().unwrap_or_default();
        IndustryBody {
            code: industry.code.clone(),
            name: industry.name.clone(),
            words: industry.words.clone(),
            section: SectionBody { code: section.code.clone(), name: section.name.clone(), english },
        }
    }
}

/// The industry that somebody means who wrote this; `None` where nothing of the classification is called so.
pub fn industry(text: &str) -> Option<IndustryBody> {
    Industries::get().named(text).map(IndustryBody::of)
}

/// Industries whose name or word holds the text, the nearest first; of no text the sections.
pub fn industries_like(text: &str, limit: usize) -> Vec<IndustryBody> {
    Industries::get().like(text, limit).into_iter().map(IndustryBody::of).collect()
}

/// A military speciality family and what it leads to (facts §6.3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SpecialityBody {
    pub code: String,
    pub name: String,
    pub titles: Vec<String>,
    pub skills: Vec<String>,
    pub occupations: Vec<Named>,
}
