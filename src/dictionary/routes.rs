//! The HTTP of the dictionaries: what somebody means by what they type.

use serde::Deserialize;
use utoipa::IntoParams;

use super::{Dictionary, Named as NamedCode, SpecialityBody};
use crate::access::permissions::Action;
use crate::http::{Api, Json, Params};
use crate::types::region::Division;

pub fn routes(api: &mut Api) {
    api.add(__path_list_specialities, Action::ReadDictionary, list_specialities)
        .add(__path_list_occupations, Action::ReadDictionary, list_occupations)
        .add(__path_list_divisions, Action::ReadDictionary, list_divisions);
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DictionaryParams {
    /// Part of a title, in the person's own words.
    #[param(max_length = 60)]
    pub q: String,
}

/// Finds military specialities by title, with the civilian skills and occupations they lead to.
#[utoipa::path(get, path = "/api/dictionaries/specialities", params(DictionaryParams),
    responses((status = 200, body = Vec<SpecialityBody>)))]
async fn list_specialities(params: Params<DictionaryParams>) -> Json<Vec<SpecialityBody>> {
    Json(Dictionary::get().specialities_like(&short(&params.0.q), 10))
}

/// Finds occupations of the 2022 classification by what a job is called.
#[utoipa::path(get, path = "/api/dictionaries/occupations", params(DictionaryParams),
    responses((status = 200, body = Vec<NamedCode>)))]
async fn list_occupations(params: Params<DictionaryParams>) -> Json<Vec<NamedCode>> {
    Json(Dictionary::get().occupations_like(&short(&params.0.q), 10))
}

/// Finds divisions by name.
#[utoipa::path(get, path = "/api/dictionaries/divisions", params(DictionaryParams),
    responses((status = 200, body = Vec<NamedCode>)))]
async fn list_divisions(params: Params<DictionaryParams>) -> Json<Vec<NamedCode>> {
    let found = Division::find(&short(&params.0.q)).into_iter().take(20);
    Json(found.map(|division| NamedCode { code: division.code().to_owned(), name: division.full_name() }).collect())
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
