//! Muster's search engine: what a position asks, what a person has, and how the two fit.
//!
//! It is a library that knows tantivy and Chinese job titles. It is not a store: it keeps ids only,
//! can be thrown away at any time, and knows no account, no permission and no database. The index
//! proposes candidates; the caller loads their current rows and asks [`explain`] for the score.
#![forbid(unsafe_code)]

mod centres;
mod counterfactual;
mod dictionary;
mod division;
mod document;
mod education;
mod error;
mod estimate;
pub mod eval;
mod explain;
mod facets;
mod glance;
mod index;
mod industries;
mod lexicon;
mod meaning;
mod model;
mod noise;
mod occupations;
mod phrases;
mod place;
mod query;
mod rank;
mod recall;
mod schema;
mod similarity;
mod skills;
mod specialities;
mod tasks;
mod tokenize;
mod weights;

pub use counterfactual::{Adjustment, Counterfactual, FITTING, counterfactual, counterfactuals};
pub use education::{EducationLevel, EducationLevels};
pub use error::Error;
pub use estimate::Estimate;
pub use explain::{Apart, Comparison, Likeness, PartShare, PreparedSeeker, ThroughSpeciality, explain, take_apart};
pub use glance::expected_by;
pub use index::{Index, Status};
pub use industries::{Industries, Industry};
pub use lexicon::Lexicon;
pub use model::*;
pub use rank::{Candidate, Ranked, best, expected_fit, rank};
pub use skills::{KnownSkill, Permit, Serves, Standing};
pub use specialities::{Family, Lead, Relation, Specialities, Speciality};
pub use weights::{BUILT_IN_VERSION_MAX, ExactWeights, NoWeights, Scale, WEIGHT_MAX, WEIGHT_MIN, WEIGHTS_SUM, Weights};
