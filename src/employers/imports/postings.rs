//! A posting found elsewhere ([`super::super::postings`]) as a position of ours.

use chrono::{Duration, NaiveDate};

use crate::dictionary::Dictionary;
use crate::types::work::RequirementKind;

use super::super::model::{OrganisationInput, OrganisationKind, PositionInput, Requirement};
use super::super::postings::Draft;
use super::super::rules;
use super::VALID_DAYS;

/// A title less like an occupation's name than this is left without one: a wrong occupation is worse
/// than none, because the matching engine reads the title for itself. Tuned on 1,771 public titles whose
/// labels are themselves 70–75 % right: from 0.9 on about 200 get an occupation and 88 % of them lie in the
/// label's middle group.
const LIKENESS_MIN: f32 = 0.9;
/// How the code of a whole major or middle group ends (6-00-00-00 生产制造及有关人员): it says too little.
const GROUP_END: &str = "-00-00";
/// Requirements that a position may have.
const REQUIREMENTS_MAX: usize = 30;
const DESCRIPTION_CHARS_MAX: usize = 5000;

/// A posting ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub source_id: String,
    pub enterprise: OrganisationInput,
    pub input: PositionInput,
}

/// Makes a position of a draft, or gives the codes of the rules it breaks.
pub fn entry(draft: Draft, dictionary: &Dictionary, today: NaiveDate) -> Result<Entry, Vec<String>> {
    let pay = draft.pay();
    let requirements = draft.skills.into_iter().filter(|name| (1..=60).contains(&name.trim().chars().count()));
    let requirements = requirements.take(REQUIREMENTS_MAX).map(|name| Requirement {
        kind: dictionary.skill_kind(&name).unwrap_or(RequirementKind::Skill),
        name,
        must: false,
    });
    let input = PositionInput {
        occupation: occupation(&draft.title, dictionary),
        title: draft.title,
        headcount: 1,
        pay,
        division: draft.division,
        address: draft.address,
        degree_min: draft.degree,
        experience_years_min: draft.experience_years_min.map(i32::from),
        shift: None,
        housing: None,
        veteran_preference: false,
        requirements: requirements.collect(),
        description: with_welfare(draft.description, &draft.welfare),
        contact: None,
        valid_until: today + Duration::days(VALID_DAYS),
    };
    rules::check_position(&input, dictionary, today)
        .map_err(|error| error.field_errors().iter().map(|field| field.code.clone()).collect::<Vec<_>>())?;
    let enterprise = OrganisationInput {
        kind: OrganisationKind::Enterprise,
        name: draft.enterprise,
        credit_code: None,
        no_credit_code_reason: Some("导入的公开招聘信息，未提供".to_owned()),
        division: draft.division,
        address: None,
        industry: None,
        description: String::new(),
    };
    Ok(Entry { source_id: draft.source_id, enterprise, input })
}

fn occupation(title: &str, dictionary: &Dictionary) -> Option<String> {
    let (code, _, likeness) = dictionary.lexicon().occupations_like(title, 1).into_iter().next()?;
    (likeness >= LIKENESS_MIN && !code.ends_with(GROUP_END)).then_some(code)
}

fn with_welfare(description: String, welfare: &[String]) -> String {
    if welfare.is_empty() {
        return description;
    }
    let whole = format!("{description}\n福利：{}", welfare.join("、"));
    if whole.chars().count() <= DESCRIPTION_CHARS_MAX { whole } else { description }
}
