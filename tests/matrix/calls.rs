//! The call of each route: address, body, version.

use actix_web::http::Method;
use muster::http::Declared;
use serde_json::{Value, json};

use super::Relation;
use super::cast::{self, Cast, Principal};
use crate::support::Answer;
use crate::support::samples::{self, CREDIT_CODES, DISTRICT_A, DISTRICT_B};
use crate::support::world::World;

const NOBODY: &str = "00000000-0000-7000-8000-0000000fffff";
const POSITIONS_CSV: &str = "单位名称,岗位名称,招聘人数,薪资待遇,工作地区,学历要求,岗位描述\n\
    平湖市望远1汽车服务有限公司,洗车工,3,4500-5500元/月,平湖市当湖街道,不限,负责客户车辆的清洗和内饰整理\n";
const PEOPLE_CSV: &str = "姓名,手机号,居住地代码\n陈小河,13000000095,330482001\n";

pub struct Call {
    pub relation: Relation,
    path: String,
    body: Body,
    /// Of what the version is asked for.
    versioned: Option<String>,
}

enum Body {
    Nothing,
    Json(Value),
    Csv(&'static str),
}

/// The calls of a route: one for each relation its object can be in, or one when it names none.
pub fn of(route: &Declared, cast: &Cast, principal: &Principal) -> Vec<Call> {
    let named: Vec<Call> = [Relation::Own, Relation::Foreign, Relation::Nonexistent]
        .into_iter()
        .filter_map(|relation| on_object(route, cast, relation))
        .collect();
    if named.is_empty() { vec![plain(route, principal)] } else { named }
}

/// Sends it from a network of its own, so that limits per network do not mix the cells up, and without
/// leaving its cookies with the principal.
pub async fn send(world: &World, route: &Declared, principal: &Principal, call: &Call, number: usize) -> Answer {
    let [_, _, high, low] = (number as u32).to_be_bytes();
    let address = std::net::SocketAddr::from(([10, high, low, 1], 4000));
    let mut draft = principal.client.fork().request(route.method.clone(), &call.path).peer(address);
    if route.method != Method::GET {
        let id = call.versioned.clone().unwrap_or_default();
        let version = world.app.store().read_now(|db| Ok(cast::version(db, &id))).expect("a version");
        draft = draft.if_match(&format!("\"{version}\""));
    }
    draft = match &call.body {
        Body::Nothing => draft,
        Body::Json(body) => draft.json(body.clone()),
        Body::Csv(text) => draft.bytes("text/csv", text.as_bytes().to_vec()),
    };
    draft.send().await
}

/// The call of a route that names an object. `None`: it names none, or not in this relation.
fn on_object(route: &Declared, cast: &Cast, relation: Relation) -> Option<Call> {
    let objects = &cast.objects;
    let pick = |ids: &[String; 2]| match relation {
        Relation::Own => ids[0].clone(),
        Relation::Foreign => ids[1].clone(),
        Relation::Nonexistent => NOBODY.to_owned(),
    };
    let verification = json!({ "approve": true, "what": "原件已核对" });
    let i = usize::from(relation != Relation::Own);
    let district = [DISTRICT_A, DISTRICT_B][i];
    let path = route.path.replace("{purpose}", "service_record");
    let (id, body) = match route.operation.as_str() {
        "read_person"
        | "list_person_matches"
        | "list_person_counterfactuals"
        | "list_person_events"
        | "issue_person_password_code" => (pick(&objects.people), None),
        "unlink_account" => (pick(&objects.linked), None),
        "issue_claim_code" => (pick(&objects.entered), None),
        "record_consent" | "record_withdrawal" => (pick(&objects.entered), None),
        "update_person" => (pick(&objects.people), Some(samples::profile())),
        "correct_person" => {
            (pick(&objects.people), Some(cast::new_profile(i, &mobile(i), district)["identity"].clone()))
        }
        "name_service_member" => {
            (pick(&objects.spouses), Some(json!({ "service_member_id": objects.people[i].clone() })))
        }
        "verify_person" => (pick(&objects.people), Some(verification)),
        "reveal_person" => (pick(&objects.people), Some(json!({ "field": "mobile", "why": "contact" }))),
        "read_organisation"
        | "list_representatives"
        | "list_memberships"
        | "read_enterprise"
        | "list_enterprise_positions" => (pick(&objects.organisations), None),
        "update_organisation" => {
            let name = format!("平湖市望远{}汽车服务有限公司", i + 1);
            (pick(&objects.organisations), Some(samples::organisation(&name, CREDIT_CODES[i], district)))
        }
        "verify_organisation" => (pick(&objects.organisations), Some(verification)),
        "create_membership" => {
            let enterprise = pick(&objects.organisations);
            (pick(&objects.associations), Some(json!({ "enterprise_id": enterprise, "since": "2026-01-01" })))
        }
        "delete_membership" => (pick(&objects.memberships), None),
        "read_position" | "read_own_position" | "list_candidates" | "export_candidates" | "read_reach"
        | "read_own_match" | "duplicate_position" | "save_position" | "unsave_position" | "restore_position" => {
            (pick(&objects.positions), None)
        }
        "update_position" => (pick(&objects.positions), Some(samples::position())),
        "step_position" => (pick(&objects.positions), Some(json!({ "step": "renew", "valid_until": "2027-02-28" }))),
        "dismiss_position" => (pick(&objects.positions), Some(json!({ "reason": "too_far" }))),
        "accept_weights" => (pick(&objects.weights), None),
        "delete_search" => (pick(&objects.searches), None),
        "delete_view" => (pick(&objects.views), None),
        "update_station" => (pick(&objects.stations), Some(samples::station(district))),
        "delete_station" => (pick(&objects.stations), None),
        "read_family" => {
            let codes = ["cooking".to_owned(), "guard_duty".to_owned()];
            (if relation == Relation::Nonexistent { "none".to_owned() } else { pick(&codes) }, None)
        }
        "read_occupation" => {
            let codes = ["4-07-05-01".to_owned(), "4-03-02-01".to_owned()];
            (if relation == Relation::Nonexistent { "9-99-99-99".to_owned() } else { pick(&codes) }, None)
        }
        "withdraw_speciality_change" => (pick(&objects.proposed), None),
        "decide_speciality_change" => {
            (pick(&objects.waiting), Some(json!({ "accept": false, "note": "对应职业不准" })))
        }
        "undo_speciality_change" => (pick(&objects.in_force), None),
        "update_account_state" => (pick(&objects.accounts), Some(json!({ "state": "active" }))),
        "issue_account_code" => (pick(&objects.accounts), None),
        "decide_grant" => (pick(&objects.asked), Some(json!({ "approve": false }))),
        "delete_grant" => (pick(&objects.held), None),
        "delete_token" => (pick(&objects.tokens), None),
        "undo_import" => (pick(&objects.imports), None),
        // There is one queue; a job is nobody's.
        "retry_job" if relation == Relation::Foreign => return None,
        "retry_job" => (pick(&[objects.job.clone(), objects.job.clone()]), None),
        "examine_match" => {
            let path = path.replace("{person_id}", &pick(&objects.people));
            let path = path.replace("{position_id}", &pick(&objects.positions));
            return Some(Call { relation, path, body: Body::Nothing, versioned: None });
        }
        "decide_representative" => {
            let path = path.replace("{id}", &pick(&objects.organisations));
            let path = path.replace("{grant}", &pick(&objects.representatives));
            return Some(Call { relation, path, body: Body::Json(json!({ "approve": false })), versioned: None });
        }
        "estimate_reach" | "check_duplicates" => {
            let body = json!({ "enterprise_id": pick(&objects.organisations), "position": samples::position() });
            return Some(Call { relation, path, body: Body::Json(body), versioned: None });
        }
        "create_position" => {
            let body = json!({ "enterprise_id": pick(&objects.organisations), "position": samples::position() });
            return Some(Call { relation, path, body: Body::Json(body), versioned: None });
        }
        "create_grant" => {
            let body =
                json!({ "account_id": pick(&objects.accounts), "role": "station_officer", "district": district });
            return Some(Call { relation, path, body: Body::Json(body), versioned: None });
        }
        "create_person" if relation == Relation::Nonexistent => return None,
        "create_person" => {
            let body = json!({ "kind": "veteran", "person": cast::new_profile(2, "13000000099", district) });
            return Some(Call { relation, path, body: Body::Json(body), versioned: None });
        }
        _ => return None,
    };
    let name = path.split(['{', '}']).nth(1).expect("a parameter");
    let path = path.replace(&format!("{{{name}}}"), &id);
    Some(Call { relation, path, body: body.map_or(Body::Nothing, Body::Json), versioned: Some(id) })
}

fn mobile(i: usize) -> String {
    format!("1300000001{}", i + 1)
}

/// The call of a route that names no object.
fn plain(route: &Declared, principal: &Principal) -> Call {
    let mut path = route.path.replace("{purpose}", "service_record");
    let body = match route.operation.as_str() {
        "read_session"
        | "list_tokens"
        | "list_accounts"
        | "export_accounts"
        | "list_grants"
        | "list_jobs"
        | "list_journal"
        | "export_journal"
        | "read_profile"
        | "list_consents"
        | "list_organisations"
        | "list_own_positions"
        | "search_positions"
        | "list_own_matches"
        | "list_own_counterfactuals"
        | "give_consent"
        | "withdraw_consent"
        | "refresh_session"
        | "list_imports"
        | "export_positions"
        | "export_organisations"
        | "delete_session"
        | "list_stations"
        | "list_weights"
        | "list_families"
        | "export_families"
        | "list_speciality_changes"
        | "list_saved_positions"
        | "list_searches"
        | "list_views"
        | "list_representations"
        | "export_desk"
        | "export_stations"
        | "list_dismissed_positions"
        | "read_desk"
        | "list_copies"
        | "list_own_events" => Body::Nothing,
        "list_specialities" | "list_occupations" | "list_skills" | "list_divisions" | "list_industries" => {
            path.push_str("?q=a");
            Body::Nothing
        }
        "list_own_fits" => {
            path.push_str(&format!("?positions={NOBODY}"));
            Body::Nothing
        }
        "list_people" | "export_people" => {
            path.push_str("?division=330482");
            Body::Nothing
        }
        "import_positions" => Body::Csv(POSITIONS_CSV),
        "import_people" => Body::Csv(PEOPLE_CSV),
        operation => Body::Json(plain_body(operation, principal)),
    };
    Call { relation: Relation::Own, path, body, versioned: principal.account.clone() }
}

fn plain_body(operation: &str, principal: &Principal) -> Value {
    let own = || cast::new_profile(0, "13000000011", DISTRICT_A);
    // Nobody's, and another for each cell: tries are counted per account.
    let unknown = format!("{operation}.{}@example.com", principal.name.replace(' ', "."));
    match operation {
        "create_account" => samples::account("13000000098", None),
        "bootstrap_account" => json!({ "code": "wrong", "account": samples::account("13000000097", None) }),
        "create_session" => json!({ "identifier": unknown, "password": "wrong-wrong-wrong" }),
        "create_demo_session" => json!({ "role": "auditor" }),
        "update_password" => json!({ "identifier": unknown, "old": "x", "new": "another-long-one" }),
        "reset_password" => json!({ "identifier": unknown, "code": "00000-00000", "new": "another-long-one" }),
        "look_up_accounts" => json!({ "identifier": "13000000011" }),
        "create_station" => samples::station(DISTRICT_A),
        "create_speciality_change" => samples::speciality_change(),
        "create_search" => {
            json!({ "name": format!("离家近 {}", principal.name), "query": "region=330482&pay_min=500000" })
        }
        "create_view" => {
            json!({ "list": "people", "name": "没核验的人", "query": "verification=unverified&sort=-created_at" })
        }
        "create_token" => json!({ "name": "脚本", "days": 30 }),
        "create_profile" => own(),
        "claim_profile" => json!({ "code": "00000-00000" }),
        "update_profile" => samples::profile(),
        "update_identity" => own()["identity"].clone(),
        "update_visibility" => json!({ "visible": true }),
        "look_up_people" => json!({ "lookup": "林长风" }),
        "create_organisation" => json!({ "kind": "association", "name": "平湖市新望协会", "credit_code": null,
            "no_credit_code_reason": "正在登记", "division": DISTRICT_A }),
        "ask_to_represent" => json!({ "credit_code": CREDIT_CODES[1] }),
        "check_position" => samples::position(),
        other => panic!("the matrix has no sample for {other}: declare one"),
    }
}
