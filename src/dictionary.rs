//! The dictionaries, for those who check an input and do not search: which codes exist, what they are
//! called, what a text may mean. The words themselves are data of `search-index`.

pub mod routes;

use search_index::Lexicon;
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
#[derive(Clone, Copy)]
pub struct Dictionary(&'static Lexicon);

impl Dictionary {
    pub fn get() -> Dictionary {
        Dictionary(Lexicon::get())
    }

    pub fn lexicon(&self) -> &'static Lexicon {
        self.0
    }

    pub fn is_occupation(&self, code: &str) -> bool {
        self.0.occupation_name(code).is_some()
    }

    pub fn is_speciality(&self, code: &str) -> bool {
        self.0.specialities().iter().any(|speciality| speciality.code == code)
    }

    pub fn occupation(&self, code: &str) -> Option<Named> {
        self.0.occupation_name(code).map(|name| Named { code: code.to_owned(), name: name.to_owned() })
    }

    /// Occupations that `text` may mean, likeliest first.
    pub fn occupations_like(&self, text: &str, limit: usize) -> Vec<Named> {
        let found = self.0.occupations_like(text, limit);
        found.into_iter().map(|(code, name, _)| Named { code, name }).collect()
    }

    /// What kind of thing a name of the skills dictionary is.
    pub fn skill_kind(&self, name: &str) -> Option<RequirementKind> {
        Some(match self.0.skill_kind(name)? {
            search_index::RequirementKind::Skill => RequirementKind::Skill,
            search_index::RequirementKind::Certificate => RequirementKind::Certificate,
            search_index::RequirementKind::DrivingLicence => RequirementKind::DrivingLicence,
            search_index::RequirementKind::Language => RequirementKind::Language,
        })
    }

    /// Military specialities whose titles are like `text`, likeliest first.
    pub fn specialities_like(&self, text: &str, limit: usize) -> Vec<SpecialityBody> {
        self.0
            .specialities_like(text, limit)
            .into_iter()
            .map(|speciality| SpecialityBody {
                code: speciality.code.clone(),
                name: speciality.name.clone(),
                titles: speciality.titles.clone(),
                skills: speciality.skills.clone(),
                occupations: speciality.occupations.iter().filter_map(|(code, _)| self.occupation(code)).collect(),
            })
            .collect()
    }
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
