//! The HTTP of the dictionaries: what somebody means by what they type.

use serde::Deserialize;
use utoipa::IntoParams;

use super::{Dictionary, IndustryBody, Named as NamedCode, OccupationBody, SkillBody, SpecialityBody};
use crate::access::permissions::Action;
use crate::error::{Code, Error, Problem, Result};
use crate::http::{Api, Json, Named, Params};
use crate::server::App;
use crate::types::region::Division;
use crate::types::work::RequirementKind;

/// As many as a person may want.
const OCCUPATIONS_MAX: usize = 10;

pub fn routes(api: &mut Api) {
    api.add(__path_list_specialities, Action::ReadDictionary, list_specialities)
        .add(__path_list_occupations, Action::ReadDictionary, list_occupations)
        .add(__path_read_occupation, Action::ReadDictionary, read_occupation)
        .add(__path_list_industries, Action::ReadDictionary, list_industries)
        .add(__path_list_skills, Action::ReadDictionary, list_skills)
        .add(__path_list_divisions, Action::ReadDictionary, list_divisions);
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DictionaryParams {
    /// Part of a title, in the person's own words; of an industry part of what it is called.
    #[param(max_length = 60)]
    pub q: String,
}

/// Finds military specialities by title, with the civilian skills and occupations they lead to.
#[utoipa::path(get, path = "/api/dictionaries/specialities", params(DictionaryParams),
    responses((status = 200, body = Vec<SpecialityBody>)))]
async fn list_specialities(app: App, params: Params<DictionaryParams>) -> Result<Json<Vec<SpecialityBody>>> {
    let dictionary = app.store.read(crate::specialities::dictionary).await?;
    Ok(Json(dictionary.specialities_like(&short(&params.0.q), 10)))
}

/// Finds occupations of the 2022 classification by what a job is called.
#[utoipa::path(get, path = "/api/dictionaries/occupations", params(DictionaryParams),
    responses((status = 200, body = Vec<NamedCode>)))]
async fn list_occupations(params: Params<DictionaryParams>) -> Json<Vec<NamedCode>> {
    Json(Dictionary::get().occupations_like(&short(&params.0.q), 10))
}

/// Reads an occupation, or a group of them, with what one does in it.
#[utoipa::path(get, path = "/api/dictionaries/occupations/{code}", params(("code" = String, Path)),
    responses((status = 200, body = OccupationBody), (status = 404, body = Problem)))]
async fn read_occupation(code: Named<String>) -> Result<Json<OccupationBody>> {
    Ok(Json(Dictionary::get().occupation_record(&code.0).ok_or(Code::NotFound)?))
}

/// Finds industries by what they are called, with the section each lies in; without words, the sections.
#[utoipa::path(get, path = "/api/dictionaries/industries", params(DictionaryParams),
    responses((status = 200, body = Vec<IndustryBody>)))]
async fn list_industries(params: Params<DictionaryParams>) -> Json<Vec<IndustryBody>> {
    Json(super::industries_like(&short(&params.0.q), 20))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SkillParams {
    /// Part of a name or of a synonym.
    #[param(max_length = 60)]
    pub q: String,
    /// Only this kind.
    pub kind: Option<RequirementKind>,
    /// Codes of at most ten occupations with commas between: what serves one of them comes first. Without words, all
    /// that serves one of them.
    #[param(max_length = 120)]
    pub occupations: Option<String>,
}

/// Finds skills, certificates, languages and driving classes by name, with what a paper permits and which of the
/// given occupations each serves.
#[utoipa::path(get, path = "/api/dictionaries/skills", params(SkillParams),
    responses((status = 200, body = Vec<SkillBody>), (status = 400, body = Problem)))]
async fn list_skills(params: Params<SkillParams>) -> Result<Json<Vec<SkillBody>>> {
    let SkillParams { q, kind, occupations } = params.0;
    let dictionary = Dictionary::get();
    let serving = named_occupations(&dictionary, occupations.as_deref().unwrap_or_default())?;
    Ok(Json(dictionary.skills_serving(&short(&q), kind, &serving, 10)))
}

fn named_occupations(dictionary: &Dictionary, codes: &str) -> Result<Vec<NamedCode>> {
    let codes: Vec<&str> = codes.split(',').map(str::trim).filter(|code| !code.is_empty()).collect();
    let refuse = |detail: String| Error::new(Code::InvalidQuery).detail(detail);
    if codes.len() > OCCUPATIONS_MAX {
        return Err(refuse(format!("最多 {OCCUPATIONS_MAX} 个职业")));
    }
    let known = |code: &&str| {
        let unknown = || refuse(format!("职业分类大典里没有代码“{code}”"));
        dictionary.occupation(code).ok_or_else(unknown)
    };
    codes.iter().map(known).collect()
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DivisionParams {
    /// A name, or part of an address.
    #[param(max_length = 60)]
    pub q: Option<String>,
    /// Code of a division: those directly below it.
    #[param(value_type = Option<String>)]
    pub within: Option<Division>,
}

/// Finds divisions by name, or lists those directly below one.
#[utoipa::path(get, path = "/api/dictionaries/divisions", params(DivisionParams),
    responses((status = 200, body = Vec<NamedCode>)))]
async fn list_divisions(params: Params<DivisionParams>) -> Json<Vec<NamedCode>> {
    let DivisionParams { q, within } = params.0;
    let mut found = match (within, q) {
        (Some(within), None) => within.children(),
        (_, q) => Division::find(&short(&q.unwrap_or_default())),
    };
    found.retain(|division| within.is_none_or(|within| within.contains(*division)));
    let shown = found.into_iter().take(200);
    Json(shown.map(|division| NamedCode { code: division.code().to_owned(), name: division.full_name() }).collect())
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
