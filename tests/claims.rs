//! Whose file it is: ID numbers claimed and verified, files entered by a station and taken over by their
//! owners, corrections, consents on paper, forgotten passwords.

use actix_web::http::Method;
use chrono::Duration;
use muster::access::permissions::Role;
use serde_json::{Value, json};

use crate::support::samples::{self, DISTRICT_A, DISTRICT_B, ID_NUMBERS};
use crate::support::world::{Somebody, World, text};
use crate::support::{Client, TestApp};

fn page(person: &str) -> String {
    format!("/api/people/{person}")
}

fn seen() -> Value {
    json!({ "approve": true, "what": "身份证原件" })
}

async fn enter(officer: &Client, kind: &str, id_number: &str, mobile: &str) -> String {
    let body = json!({ "kind": kind, "person": samples::new_profile(id_number, mobile, DISTRICT_A) });
    text(&officer.post("/api/people", body).await.expect(201).json(), "id")
}

async fn claim_code(officer: &Client, person: &str) -> String {
    text(&officer.post(&format!("{}/claim-code", page(person)), json!({})).await.expect(201).json(), "code")
}

async fn claim(who: &Somebody, body: Value) -> crate::support::Answer {
    who.client.post("/api/me/profile/claim", body).await
}

#[actix_web::test]
async fn a_claimed_id_number_keeps_its_owner_not_out_and_is_verified_once() {
    let app = TestApp::new().await;
    let officer = app.staff("13000000001", Role::StationOfficer, Some(DISTRICT_A)).await.client;
    // Somebody unverified has typed in the number; nothing tells the next one that it is known.
    let thief = app.veteran("13000000012", ID_NUMBERS[0], DISTRICT_A).await;
    let owner = app.veteran("13000000011", ID_NUMBERS[0], DISTRICT_A).await;
    let case = officer.get(&page(&owner.person)).await.expect(200).json();
    assert_eq!(case["same_id_number"]["here"][0]["id"], json!(thief.person));
    officer.verify(&page(&owner.person), seen()).await.expect(200);
    let second = officer.verify(&page(&thief.person), seen()).await.expect(409).refused("id_number_taken").json();
    assert_eq!(second["current"]["people"], json!([owner.person]));
    let refusal = json!({ "approve": false, "what": "身份证号是别人的" });
    officer.verify(&page(&thief.person), refusal).await.expect(200);
}

#[actix_web::test]
async fn an_officer_does_not_enter_somebody_twice_but_past_a_mere_claim() {
    let world = World::new().await;
    let [officer, other] = [&world.officers[0].client, &world.officers[1].client];
    let twice = |id_number: &str| json!({ "kind": "veteran", "person": samples::new_profile(id_number, "13000000077", DISTRICT_A) });
    // Verified in the same district: the page can lead there.
    let known = officer.post("/api/people", twice(ID_NUMBERS[0])).await.expect(409).refused("id_number_taken");
    assert_eq!(known.json()["current"]["people"], json!([world.veterans[0].person]));
    // Verified elsewhere: nothing more is said of whom.
    let elsewhere = officer.post("/api/people", twice(ID_NUMBERS[1])).await.expect(409).refused("id_number_taken");
    assert_eq!(elsewhere.json()["current"]["people"], json!([]));
    // Claimed by an account in another district: the owner is entered all the same.
    let claimed = world.app.veteran("13000000078", ID_NUMBERS[2], DISTRICT_B).await;
    let entered = enter(officer, "veteran", ID_NUMBERS[2], "13000000079").await;
    let case = officer.get(&page(&entered)).await.expect(200).json();
    assert_eq!(case["same_id_number"], json!({ "here": [], "elsewhere": 1 }));
    // And what a station has taken down is not entered again by the next.
    let body = json!({ "kind": "veteran", "person": samples::new_profile(ID_NUMBERS[2], "13000000080", DISTRICT_B) });
    other.post("/api/people", body).await.expect(409).refused("id_number_taken");
    other.get(&page(&claimed.person)).await.expect(200);
}

#[actix_web::test]
async fn a_file_entered_by_a_station_is_taken_over_by_its_code_once() {
    let world = World::new().await;
    let officer = &world.officers[0].client;
    let person = enter(officer, "veteran", ID_NUMBERS[2], "13000000077").await;
    assert_eq!(officer.get(&page(&person)).await.json()["has_account"], false);
    let old = claim_code(officer, &person).await;
    let code = claim_code(officer, &person).await;
    let who = world.app.seeker_account("13000000077", "veteran").await;
    claim(&who, json!({ "code": old })).await.expect(422).refused("wrong_code");
    // As it is copied from a slip: small letters, no hyphen, a letter for a digit.
    let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    let claimed = claim(&who, json!({ "code": typed })).await.expect(201).json();
    assert_eq!(text(&claimed, "id"), person);
    assert_eq!(who.client.get("/api/me/profile").await.expect(200).json()["id"], json!(person));
    assert_eq!(officer.get(&page(&person)).await.json()["has_account"], true);
    let other = world.app.seeker_account("13000000078", "veteran").await;
    claim(&other, json!({ "code": code })).await.expect(422).refused("wrong_code");
    officer.post(&format!("{}/claim-code", page(&person)), json!({})).await.expect(409).refused("wrong_state");
}

#[actix_web::test]
async fn a_code_ends_after_its_days_and_fits_one_kind_of_person() {
    let world = World::new().await;
    let officer = &world.officers[0].client;
    let person = enter(officer, "veteran", ID_NUMBERS[2], "13000000077").await;
    let code = claim_code(officer, &person).await;
    let spouse = world.app.seeker_account("13000000078", "spouse").await;
    claim(&spouse, json!({ "code": code.clone() })).await.expect(409).refused("wrong_state");
    world.app.advance(Duration::days(14));
    let who = world.app.seeker_account("13000000077", "veteran").await;
    claim(&who, json!({ "code": code })).await.expect(422).refused("wrong_code");
}

#[actix_web::test]
async fn an_own_unverified_file_gives_way_only_when_told_to() {
    let world = World::new().await;
    let officer = &world.officers[0].client;
    let person = enter(officer, "veteran", ID_NUMBERS[2], "13000000077").await;
    let own = world.app.veteran("13000000077", ID_NUMBERS[2], DISTRICT_A).await;
    let code = claim_code(officer, &person).await;
    claim(&own.who, json!({ "code": code.clone() })).await.expect(409).refused("already_has_profile");
    claim(&own.who, json!({ "code": code, "replace": true })).await.expect(201);
    assert_eq!(own.who.client.get("/api/me/profile").await.json()["id"], json!(person));
    officer.get(&page(&own.person)).await.expect(404);
    // A verified one does not give way.
    let second = enter(officer, "veteran", "330482199203039997", "13000000079").await;
    let code = claim_code(officer, &second).await;
    let verified = &world.veterans[0].who;
    claim(verified, json!({ "code": code, "replace": true })).await.expect(409).refused("already_has_profile");
}

#[actix_web::test]
async fn whoever_gave_the_code_does_not_take_the_file() {
    let world = World::new().await;
    let officer = &world.officers[0];
    let person = enter(&officer.client, "veteran", ID_NUMBERS[2], "13000000077").await;
    let code = claim_code(&officer.client, &person).await;
    world.app.give(officer, Role::Veteran, None);
    claim(officer, json!({ "code": code })).await.expect(422).refused("self_approval");
}

#[actix_web::test]
async fn codes_are_guessed_at_five_times() {
    let app = TestApp::new().await;
    let who = app.seeker_account("13000000077", "veteran").await;
    for i in 0..5 {
        claim(&who, json!({ "code": format!("AAAAA-0000{i}") })).await.expect(422).refused("wrong_code");
    }
    claim(&who, json!({ "code": "AAAAA-00009" })).await.expect(429).refused("too_many_requests");
}

#[actix_web::test]
async fn an_officer_corrects_an_identity_and_it_is_verified_again() {
    let world = World::new().await;
    let (officer, person) = (&world.officers[0].client, &world.veterans[0].person);
    let path = format!("{}/identity", page(person));
    let mut body =
        json!({ "name": "林长空", "id_number": ID_NUMBERS[0], "mobile": "13000000011", "division": DISTRICT_A });
    officer.put(&path, body.clone()).await.expect(428);
    let corrected = officer.change(&page(person), Method::PUT, &path, body.clone()).await.expect(200).json();
    assert_eq!(corrected["verification"], "unverified");
    officer.verify(&page(person), seen()).await.expect(200);
    // A new number to call changes nothing about who it is.
    body["mobile"] = json!("13000000019");
    let called = officer.change(&page(person), Method::PUT, &path, body.clone()).await.expect(200).json();
    assert_eq!((text(&called, "verification"), text(&called, "mobile")), ("verified".into(), "130****0019".into()));
    body["id_number"] = json!("330482199008019991");
    let wrong = officer.change(&page(person), Method::PUT, &path, body).await.expect(422).refused("invalid").json();
    assert_eq!(wrong["errors"][0]["pointer"], "/id_number");
}

#[actix_web::test]
async fn a_spouse_names_a_service_member_of_the_district() {
    let world = World::new().await;
    let officer = &world.officers[0].client;
    let spouse = enter(officer, "spouse", ID_NUMBERS[2], "13000000077").await;
    let path = format!("{}/service-member", page(&spouse));
    let (path, at) = (&path, &page(&spouse));
    let name = |member: Value| async move {
        officer.change(at, Method::PUT, path, json!({ "service_member_id": member })).await
    };
    name(json!(world.veterans[0].person)).await.expect(200);
    let shown = officer.get(&page(&spouse)).await.json();
    assert_eq!(shown["service_member"], json!({ "id": world.veterans[0].person, "name": "林**" }));
    name(json!(world.veterans[1].person)).await.expect(404);
    name(json!(spouse)).await.expect(409).refused("wrong_state");
    name(Value::Null).await.expect(200);
    assert_eq!(officer.get(&page(&spouse)).await.json()["service_member"], Value::Null);
    let path = format!("{}/service-member", page(&world.veterans[0].person));
    let body = json!({ "service_member_id": spouse });
    officer.change(&page(&world.veterans[0].person), Method::PUT, &path, body).await.expect(409).refused("wrong_state");
}

#[actix_web::test]
async fn a_withdrawal_on_paper_works_at_once() {
    let world = World::new().await;
    let (officer, person) = (&world.officers[0].client, &world.veterans[0].person);
    let candidates = format!("/api/positions/{}/matches", world.employers[0].position);
    let count = || async { world.employers[0].who.client.get(&candidates).await.json()["total_fitting"].clone() };
    assert_eq!(count().await, 2);
    let path = format!("{}/consents/show_employers", page(person));
    officer.delete(&path).await.expect(204);
    assert_eq!(count().await, 1);
    officer.put(&path, json!({})).await.expect(204);
    assert_eq!(count().await, 2);
    let consents = world.veterans[0].who.client.get("/api/me/consents").await.json();
    let taken_down: Vec<_> =
        consents.as_array().expect("a list").iter().filter(|one| !one["given_by"].is_null()).collect();
    assert_eq!(taken_down.len(), 1, "the person sees who took it down: {consents}");
    assert_eq!(taken_down[0]["given_by"], json!(world.officers[0].account));
}

#[actix_web::test]
async fn a_forgotten_password_is_set_anew_by_a_code_from_the_station() {
    let world = World::new().await;
    let (officer, veteran) = (&world.officers[0].client, &world.veterans[0]);
    let path = format!("{}/password-code", page(&veteran.person));
    let code = text(&officer.post(&path, json!({})).await.expect(201).json(), "code");
    let reset = |identifier: &str, code: &str, new: &str| {
        let body = json!({ "identifier": identifier, "code": code, "new": new });
        let anyone = world.app.anyone();
        async move { anyone.post("/api/password-resets", body).await }
    };
    reset("13000000012", &code, "quite-another-password").await.expect(422).refused("wrong_code");
    reset("13000000099", &code, "quite-another-password").await.expect(422).refused("wrong_code");
    reset("13000000011", &code, "12345678").await.expect(422).refused("weak_password");
    reset("13000000011", &code, "quite-another-password").await.expect(204);
    reset("13000000011", &code, "yet-another-password").await.expect(422).refused("wrong_code");
    veteran.who.client.get("/api/me/profile").await.expect(401).refused("session_expired");
    let sign_in = json!({ "identifier": "13000000011", "password": "quite-another-password" });
    world.app.anyone().post("/api/sessions", sign_in).await.expect(201);
}

#[actix_web::test]
async fn a_code_for_a_password_goes_to_nobody_who_could_misuse_it() {
    let world = World::new().await;
    let officer = &world.officers[0];
    let path = |person: &str| format!("{}/password-code", page(person));
    let entered = enter(&officer.client, "veteran", ID_NUMBERS[2], "13000000077").await;
    officer.client.post(&path(&entered), json!({})).await.expect(409).refused("not_verified");
    // Somebody of the staff who is a veteran, too: not by a colleague at a station.
    world.app.give(&world.veterans[0].who, Role::Mentor, None);
    officer.client.post(&path(&world.veterans[0].person), json!({})).await.expect(201);
    world.app.give(&world.veterans[0].who, Role::Organizer, None);
    officer.client.post(&path(&world.veterans[0].person), json!({})).await.expect(403).refused("forbidden");
    let security = world.app.staff("13000000031", Role::SecurityAdministrator, None).await;
    let finance = world.app.staff("13000000032", Role::FinanceMaker, None).await;
    let of_account = |who: &Somebody| format!("/api/accounts/{}/password-code", who.account);
    security.client.post(&of_account(&world.veterans[0].who), json!({})).await.expect(201);
    security.client.post(&of_account(&finance), json!({})).await.expect(403).refused("forbidden");
    security.client.post(&of_account(&security), json!({})).await.expect(422).refused("self_approval");
}
