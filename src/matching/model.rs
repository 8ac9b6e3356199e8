//! What a seeker keeps, and how a person and a position look to the engine: no name, no number, no contact.

use chrono::NaiveDate;
use diesel::prelude::*;
use search_index::{Certificate, Experience, Requirement, RequirementKind, Seeker, Shift, Skill, Vacancy};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::coded;
use crate::dictionary::Dictionary;
use crate::employers::model::{Organisation, Position, PositionInput};
use crate::people::model::{Person, Profile};
use crate::store::schema::{position_marks, saved_searches};
use crate::types::id::{AccountId, PositionId, SavedSearchId};
use crate::types::region::{Division, Level};
use crate::types::time::{Moment, day_number};
use crate::types::work;

coded! {
    /// What a seeker thinks of a position.
    pub enum MarkKind {
        /// 收藏
        Saved = "saved",
        /// 不合适
        Dismissed = "dismissed",
    }
}

coded! {
    /// Why a position is not for somebody; a closed list, so that it can be counted.
    pub enum DismissReason {
        TooFar = "too_far",
        PayTooLow = "pay_too_low",
        OtherWork = "other_work",
        Shift = "shift",
        Requirements = "requirements",
        Enterprise = "enterprise",
        Other = "other",
    }
}

/// A position that a seeker keeps, or puts away.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = position_marks)]
pub struct Mark {
    pub account_id: AccountId,
    pub position_id: PositionId,
    pub kind: MarkKind,
    pub reason: Option<DismissReason>,
    pub marked_at: Moment,
}

/// A search that somebody wants to make again.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, Deserialize, ToSchema)]
#[diesel(table_name = saved_searches)]
pub struct SavedSearch {
    pub id: SavedSearchId,
    #[serde(skip, default = "AccountId::only")]
    pub account_id: AccountId,
    pub name: String,
    /// The parameters as the address of `GET /api/positions` has them.
    pub query: String,
    pub created_at: Moment,
}

/// The engine's view of a position.
pub fn vacancy(
    position: &Position,
    enterprise: &Organisation,
    requirements: Vec<crate::employers::model::Requirement>,
) -> Vacancy {
    Vacancy {
        id: position.id.to_string(),
        title: position.title.clone(),
        occupation: position.occupation.clone(),
        description: position.description.clone(),
        employer: enterprise.id.to_string(),
        employer_name: enterprise.name.clone(),
        division: Some(position.division.code().to_owned()),
        pay_fen_month: position.pay_month_min.zip(position.pay_month_max).map(|(min, max)| (min.fen(), max.fen())),
        degree_min: position.degree_min.map(work::Degree::rank),
        experience_years_min: position.experience_years_min.and_then(|years| u8::try_from(years).ok()),
        shift: position.shift.map(shift),
        housing: position.housing,
        veteran_preference: position.veteran_preference,
        requirements: asked(requirements),
        published_day: day_number(position.published_at.unwrap_or(position.created_at).day()),
        valid_until_day: Some(day_number(position.valid_until)),
        duplicate_group: position.duplicate_group.map(|group| group.to_string()),
    }
}

/// The engine's view of a position that is being written, as if it were open today.
pub fn vacancy_in_writing(input: &PositionInput, enterprise: &Organisation, today: NaiveDate) -> Vacancy {
    let per_month = input.pay.and_then(|pay| pay.per_month());
    Vacancy {
        id: String::new(),
        title: input.title.clone(),
        occupation: input.occupation.clone(),
        description: input.description.clone(),
        employer: enterprise.id.to_string(),
        employer_name: enterprise.name.clone(),
        division: Some(input.division.code().to_owned()),
        pay_fen_month: per_month.map(|(min, max)| (min.fen(), max.fen())),
        degree_min: input.degree_min.map(work::Degree::rank),
        experience_years_min: input.experience_years_min.and_then(|years| u8::try_from(years).ok()),
        shift: input.shift.map(shift),
        housing: input.housing,
        veteran_preference: input.veteran_preference,
        requirements: asked(input.requirements.clone()),
        published_day: day_number(today),
        valid_until_day: Some(day_number(input.valid_until)),
        duplicate_group: None,
    }
}

fn asked(requirements: Vec<crate::employers::model::Requirement>) -> Vec<Requirement> {
    let engine = |one: crate::employers::model::Requirement| Requirement {
        kind: requirement_kind(one.kind),
        name: one.name,
        must: one.must,
    };
    requirements.into_iter().map(engine).collect()
}

/// The engine's view of a person, with the families of the military map as it holds in the city.
pub fn seeker(person: &Person, profile: &Profile, dictionary: &Dictionary) -> Seeker {
    let intentions = &profile.intentions;
    Seeker {
        id: person.id.to_string(),
        occupations: intentions.occupations.clone(),
        titles: intentions.titles.clone(),
        experiences: experiences(profile, dictionary),
        skills: profile
            .skills
            .iter()
            .map(|skill| Skill { name: skill.name.clone(), experience: skill.experience_id.clone() })
            .collect(),
        certificates: profile
            .certificates
            .iter()
            .map(|one| Certificate { name: one.name.clone(), expires_day: one.expires_on.map(day_number) })
            .collect(),
        degree: highest_degree(profile).map(work::Degree::rank),
        // The village is nobody's business but the station's: a match may quote what it compared.
        division: Some(person.division.at_level(Level::Township).unwrap_or(person.division).code().to_owned()),
        places: codes(&intentions.places),
        places_refused: codes(&intentions.places_refused),
        distance_km_max: intentions.distance_km_max,
        pay_fen_month_min: intentions.pay_min_fen_month.map(|pay| pay.fen()),
        shifts: intentions.shifts.iter().map(|answer| (shift(answer.shift), answer.accepted)).collect(),
        housing_needed: intentions.housing_needed,
        available_from_day: intentions.available_from.map(day_number),
    }
}

/// Service and civilian work alike, as evidence. A period with several specialities is one entry each.
fn experiences(profile: &Profile, dictionary: &Dictionary) -> Vec<Experience> {
    let mut all = Vec::new();
    for period in &profile.service {
        let years = period.to_year.map(|to| (to - period.from_year).max(0) as f32);
        let text = [period.post_group.as_deref().unwrap_or_default(), &period.text].join(" ");
        if period.specialities.is_empty() {
            let title = period.post_group.clone().unwrap_or_default();
            all.push(Experience { id: period.id.clone(), title, years, text: text.clone(), speciality: None });
        }
        for speciality in &period.specialities {
            let code = speciality.code.as_deref();
            let family = code.and_then(|code| dictionary.specialities().get(code));
            all.push(Experience {
                id: period.id.clone(),
                title: speciality.title.clone(),
                years,
                text: text.clone(),
                speciality: family.cloned(),
            });
        }
    }
    for one in &profile.experiences {
        let years = one.from_year.zip(one.to_year).map(|(from, to)| (to - from).max(0) as f32);
        all.push(Experience {
            id: one.id.clone(),
            title: one.title.clone(),
            years,
            text: one.text.clone(),
            speciality: None,
        });
    }
    all
}

/// The highest degree the person states or lists.
pub fn highest_degree(profile: &Profile) -> Option<work::Degree> {
    profile.educations.iter().map(|education| education.degree).chain(profile.degree).max()
}

fn codes(divisions: &[Division]) -> Vec<String> {
    divisions.iter().map(|division| division.code().to_owned()).collect()
}

pub fn shift(shift: work::Shift) -> Shift {
    match shift {
        work::Shift::Day => Shift::Day,
        work::Shift::Night => Shift::Night,
        work::Shift::Rotating => Shift::Rotating,
        work::Shift::Flexible => Shift::Flexible,
    }
}

pub fn shift_back(shift: Shift) -> work::Shift {
    match shift {
        Shift::Day => work::Shift::Day,
        Shift::Night => work::Shift::Night,
        Shift::Rotating => work::Shift::Rotating,
        Shift::Flexible => work::Shift::Flexible,
    }
}

fn requirement_kind(kind: work::RequirementKind) -> RequirementKind {
    match kind {
        work::RequirementKind::Skill => RequirementKind::Skill,
        work::RequirementKind::Certificate => RequirementKind::Certificate,
        work::RequirementKind::DrivingLicence => RequirementKind::DrivingLicence,
        work::RequirementKind::Language => RequirementKind::Language,
    }
}
