//! Profiles, identity, consent, verification.

use actix_web::http::Method;
use muster::access::permissions::Role;
use serde_json::json;

use crate::support::TestApp;
use crate::support::samples::{self, DISTRICT_A, ID_NUMBERS};
use crate::support::world::{World, text};

#[actix_web::test]
async fn identity_is_masked_everywhere() {
    let app = TestApp::new().await;
    let veteran = app.veteran("13000000011", ID_NUMBERS[0], DISTRICT_A).await;
    let own = veteran.who.client.get("/api/me/profile").await.expect(200);
    let body = own.json();
    assert_eq!(body["name"], "林**");
    assert_eq!(body["id_number"], "330***********9990");
    assert_eq!(body["mobile"], "130****0011");
    assert_eq!(body["intentions"]["titles"][0], "汽车维修工");
    assert!(!own.text().contains("199008019990"));
}

#[actix_web::test]
async fn a_wrong_identity_names_each_field_and_stores_nothing() {
    let app = TestApp::new().await;
    let who = app.seeker_account("13000000011", "veteran").await;
    let mut body = samples::new_profile("330482199008019991", "1380000", "999999");
    body["identity"]["name"] = json!("");
    let answer = who.client.post("/api/me/profile", body).await.expect(422).refused("invalid").json();
    let pointers: Vec<_> = answer["errors"].as_array().expect("errors").iter().map(|e| text(e, "pointer")).collect();
    assert_eq!(pointers, ["/identity/name", "/identity/id_number", "/identity/mobile", "/identity/division"]);
    who.client.get("/api/me/profile").await.expect(404);
}

#[actix_web::test]
async fn a_unit_designation_is_refused_in_every_free_text() {
    let app = TestApp::new().await;
    let veteran = app.veteran("13000000011", ID_NUMBERS[0], DISTRICT_A).await;
    let version = veteran.who.client.get("/api/me/profile").await.version();
    for pointer in [
        "/service/0/text",
        "/service/0/post_group",
        "/service/0/specialities/0/title",
        "/experiences/0/text",
        "/experiences/0/title",
        "/certificates/0/name",
        "/skills/0/name",
        "/intentions/titles/0",
    ] {
        let mut profile = samples::profile();
        *profile.pointer_mut(pointer).expect("a text") = json!("在32145部队开车");
        let draft = veteran.who.client.request(Method::PUT, "/api/me/profile").if_match(&version).json(profile);
        let answer = draft.send().await.expect(422).refused("unit_designation").json();
        assert_eq!(answer["errors"][0]["pointer"], pointer);
        assert!(text(&answer["errors"][0], "detail").contains("32145部队"), "{answer}");
    }
}

#[actix_web::test]
async fn a_change_needs_the_version_it_was_based_on() {
    let app = TestApp::new().await;
    let veteran = app.veteran("13000000011", ID_NUMBERS[0], DISTRICT_A).await;
    let client = &veteran.who.client;
    client.put("/api/me/profile", samples::profile()).await.expect(428).refused("precondition_required");
    let version = client.get("/api/me/profile").await.version();
    let save = || client.request(Method::PUT, "/api/me/profile").if_match(&version).json(samples::profile()).send();
    save().await.expect(200);
    let stale = save().await.expect(412).refused("version_mismatch").json();
    assert_eq!(stale["current"]["version"], 2);
}

#[actix_web::test]
async fn ranks_belong_to_their_years() {
    let app = TestApp::new().await;
    let veteran = app.veteran("13000000011", ID_NUMBERS[0], DISTRICT_A).await;
    let mut profile = samples::profile();
    profile["service"][0]["rank"] = json!("staff_sergeant_2");
    let draft = veteran.who.client.request(Method::PUT, "/api/me/profile").if_match("\"1\"").json(profile);
    let answer = draft.send().await.expect(422).json();
    assert_eq!(answer["errors"][0]["code"], "rank_not_in_use", "2008–2016 lies before the reform of 2022");
}

#[actix_web::test]
async fn an_officer_sees_the_district_and_not_without_a_filter() {
    let world = World::new().await;
    let officer = &world.officers[0].client;
    officer.get("/api/people").await.expect(400).refused("invalid_query");
    let list = officer.get("/api/people?verification=verified").await.expect(200).json();
    assert_eq!((list["total"].as_i64(), text(&list["items"][0], "id")), (Some(1), world.veterans[0].person.clone()));
    let found = officer.post("/api/people/lookup", json!({ "lookup": "13000000011" })).await.expect(200).json();
    assert_eq!(found["total"], 1);
    let foreign = officer.post("/api/people/lookup", json!({ "lookup": "13000000012" })).await.expect(200).json();
    assert_eq!(foreign["total"], 0, "another district's person is not found by any key");
}

#[actix_web::test]
async fn revealing_a_field_is_recorded_with_its_reason() {
    let world = World::new().await;
    let path = format!("/api/people/{}/reveal", world.veterans[0].person);
    let body = json!({ "field": "mobile", "why": "contact" });
    let answer = world.officers[0].client.post(&path, body).await.expect(200).json();
    assert_eq!(answer["value"], "13000000011");
    let auditor = world.app.staff("13000000031", Role::Auditor, None).await;
    let journal =
        auditor.client.get(&format!("/api/journal?subject={}", world.veterans[0].person)).await.expect(200).json();
    let newest = &journal["items"][0];
    assert_eq!((text(newest, "event"), &newest["details"]["why"]), ("person_revealed".to_owned(), &json!("contact")));
    assert_eq!(newest["account_id"], json!(world.officers[0].account));
}

#[actix_web::test]
async fn nobody_verifies_themselves() {
    let world = World::new().await;
    let veteran = &world.veterans[0];
    world.app.give(&veteran.who, Role::StationOfficer, Some(DISTRICT_A));
    let body = json!({ "approve": true, "what": "身份证原件" });
    let page = format!("/api/people/{}", veteran.person);
    veteran.who.client.verify(&page, body).await.expect(422).refused("self_approval");
}

#[actix_web::test]
async fn a_corrected_identity_has_to_be_verified_again() {
    let world = World::new().await;
    let client = &world.veterans[0].who.client;
    let version = client.get("/api/me/profile").await.version();
    let body = json!({ "name": "林长空", "id_number": ID_NUMBERS[0], "mobile": "13000000011", "division": DISTRICT_A });
    let draft = client.request(Method::PUT, "/api/me/identity").if_match(&version).json(body);
    assert_eq!(draft.send().await.expect(200).json()["verification"], "unverified");
}

#[actix_web::test]
async fn military_specialities_are_found_by_title() {
    let app = TestApp::new().await;
    let found =
        app.anyone().get("/api/dictionaries/specialities?q=%E7%82%8A%E4%BA%8B%E5%91%98").await.expect(200).json();
    let first = &found[0];
    assert!(first["occupations"].as_array().expect("a list").iter().any(|o| o["code"] == "4-03-02-01"), "{first}");
}

#[actix_web::test]
async fn certificates_are_found_with_what_they_permit() {
    let app = TestApp::new().await;
    // 电工证
    let asked = "/api/dictionaries/skills?q=%E7%94%B5%E5%B7%A5%E8%AF%81";
    let found = app.anyone().get(asked).await.expect(200).json();
    assert_eq!(found[0]["name"], "电工证");
    assert_eq!(found[0]["kind"], "certificate");
    assert_eq!(found[0]["permit"]["standing"], "required", "{}", found[0]);
    assert!(found[0]["permit"]["source"].as_str().expect("a source").contains("[G]"), "nobody has checked it yet");
    let skills = app.anyone().get(&format!("{asked}&kind=skill")).await.expect(200).json();
    assert_eq!(skills, json!([]));
    app.anyone().get(&format!("{asked}&kind=magic")).await.expect(400);
    assert_eq!(app.anyone().get("/api/dictionaries/skills?q=").await.expect(200).json(), json!([]));
}

#[actix_web::test]
async fn divisions_are_found_by_name_and_listed_below_one() {
    let app = TestApp::new().await;
    let below = app.anyone().get("/api/dictionaries/divisions?within=330482").await.expect(200).json();
    assert_eq!(below.as_array().expect("a list").len(), 9, "the townships of the county");
    // 钟埭
    let found = app.anyone().get("/api/dictionaries/divisions?q=%E9%92%9F%E5%9F%AD").await.expect(200).json();
    assert_eq!(found[0]["code"], "330482002");
}
