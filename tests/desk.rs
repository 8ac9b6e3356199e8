//! The officer's desk, a file's history, stations, and what administrators and auditors look at.

use muster::access::permissions::Role;
use serde_json::json;

use crate::support::TestApp;
use crate::support::samples::{self, CREDIT_CODES, DISTRICT_A, DISTRICT_B, ID_NUMBERS};
use crate::support::world::{World, text};

#[actix_web::test]
async fn the_desk_shows_what_waits_in_the_district_and_nothing_else() {
    let world = World::new().await;
    let desk = |i: usize| {
        let client = world.officers[i].client.clone();
        async move { client.get("/api/desk").await.expect(200).json() }
    };
    assert_eq!(desk(0).await["due"], json!([]));
    let new = world.app.veteran("13000000071", ID_NUMBERS[2], DISTRICT_A).await;
    let thief = world.app.veteran("13000000072", ID_NUMBERS[0], DISTRICT_A).await;
    let asking = world.app.account("13000000073").await;
    asking.client.post("/api/representatives", json!({ "credit_code": CREDIT_CODES[0] })).await.expect(204);
    let founder = world.app.account("13000000074").await;
    let body = json!({ "kind": "association", "name": "平湖市拥军协会", "credit_code": null,
        "no_credit_code_reason": "正在登记", "division": DISTRICT_A });
    let association = text(&founder.client.post("/api/organisations", body).await.expect(201).json(), "id");
    let seen = desk(0).await;
    let due = |kind: &str| {
        seen["due"].as_array().expect("due").iter().filter(|due| due["kind"] == kind).cloned().collect::<Vec<_>>()
    };
    assert_eq!((due("verify_person").len(), &due("verify_person")[0]["person_id"]), (1, &json!(new.person)));
    assert_eq!((due("clear_id_number").len(), &due("clear_id_number")[0]["person_id"]), (1, &json!(thief.person)));
    assert_eq!(due("verify_organisation")[0]["organisation_id"], json!(association));
    assert_eq!(due("approve_representative")[0]["representative"], "林**");
    let counts: Vec<i64> =
        seen["counts"].as_array().expect("counts").iter().map(|one| one["count"].as_i64().unwrap()).collect();
    assert_eq!(counts, [1, 1, 1, 1]);
    assert_eq!(desk(1).await["due"], json!([]), "nothing of another district");
}

#[actix_web::test]
async fn a_person_sees_who_looked_at_their_file_and_why() {
    let world = World::new().await;
    let veteran = &world.veterans[0];
    let path = format!("/api/people/{}", veteran.person);
    let officer = &world.officers[0].client;
    officer.post(&format!("{path}/reveal"), json!({ "field": "mobile", "why": "contact" })).await.expect(200);
    let own = veteran.who.client.get("/api/me/profile/events").await.expect(200).json();
    assert_eq!(
        (&own[0]["event"], &own[0]["by"], &own[0]["by_name"]),
        (&json!("person_revealed"), &json!("officer"), &json!(null))
    );
    assert_eq!(own[0]["details"], json!({ "field": "mobile", "why": "contact" }));
    assert_eq!(own.as_array().expect("events").last().expect("the first")["by"], "person");
    let officers = officer.get(&format!("{path}/events")).await.expect(200).json();
    assert_eq!(officers[0]["by_name"], "林**");
    world.officers[1].client.get(&format!("{path}/events")).await.expect(404);
}

#[actix_web::test]
async fn stations_are_listed_for_everybody_the_nearest_first() {
    let app = TestApp::new().await;
    let admin = app.staff("13000000031", Role::SystemAdministrator, None).await.client;
    let mut centre = samples::station("330482");
    centre["kind"] = json!("centre");
    admin.post("/api/stations", centre.clone()).await.expect(201);
    let station = admin.post("/api/stations", samples::station(DISTRICT_A)).await.expect(201).json();
    admin.post("/api/stations", samples::station(DISTRICT_B)).await.expect(201);
    let near = app.anyone().get(&format!("/api/stations?division={DISTRICT_A}")).await.expect(200).json();
    let order: Vec<_> = near.as_array().expect("a list").iter().map(|one| text(&one["division"], "code")).collect();
    assert_eq!(order, [DISTRICT_A, "330482"]);
    let path = format!("/api/stations/{}", text(&station, "id"));
    centre["phone"] = json!("找老王");
    let draft =
        |version: &str| admin.request(actix_web::http::Method::PUT, &path).if_match(version).json(centre.clone());
    let wrong = draft("\"1\"").send().await.expect(422).refused("invalid").json();
    assert_eq!(wrong["errors"][0]["pointer"], "/phone");
    draft("\"7\"").send().await.expect(412).refused("version_mismatch");
    admin.delete(&path).await.expect(204);
    assert_eq!(app.anyone().get("/api/stations").await.json().as_array().expect("a list").len(), 2);
}

#[actix_web::test]
async fn an_auditor_narrows_the_journal_and_sees_masked_names() {
    let world = World::new().await;
    let auditor = world.app.staff("13000000031", Role::Auditor, None).await.client;
    let list = |query: &str| {
        let (client, path) = (auditor.clone(), format!("/api/journal?{query}"));
        async move { client.get(&path).await.expect(200).json()["items"].as_array().expect("items").clone() }
    };
    let verified = list("event=person_verified").await;
    assert_eq!(verified.len(), 2);
    assert_eq!(
        (&verified[0]["account_name"], &verified[0]["account_id"]),
        (&json!("林**"), &json!(world.officers[1].account))
    );
    let by_one = list(&format!("event=person_verified&account={}", world.officers[0].account)).await;
    assert_eq!(by_one[0]["subject"], json!(world.veterans[0].person));
    assert!(list("from=2026-11-24T00:00:00Z").await.is_empty());
    assert!(!list("to=2026-11-24T00:00:00Z").await.is_empty());
    auditor.get("/api/journal?event=nonsense").await.expect(400).refused("invalid_query");
}

#[actix_web::test]
async fn an_administrator_finds_accounts_by_role_state_and_identifier() {
    let world = World::new().await;
    let admin = world.app.staff("13000000031", Role::SecurityAdministrator, None).await.client;
    let officers = admin.get("/api/accounts?role=station_officer").await.expect(200).json();
    assert_eq!((officers["total"].as_i64(), officers["items"].as_array().expect("items").len()), (Some(2), 2));
    let disable = json!({ "state": "disabled" });
    admin.put(&format!("/api/accounts/{}/state", world.officers[1].account), disable).await.expect(204);
    assert_eq!(admin.get("/api/accounts?role=station_officer&state=disabled").await.json()["total"], 1);
    let found = admin.post("/api/accounts/lookup", json!({ "identifier": "13000000011" })).await.expect(200).json();
    assert_eq!(found[0]["id"], json!(world.veterans[0].who.account));
    assert_eq!(admin.post("/api/accounts/lookup", json!({ "identifier": "没有" })).await.expect(200).json(), json!([]));
    let ask = json!({ "account_id": world.veterans[0].who.account, "role": "finance_maker" });
    admin.post("/api/grants", ask).await.expect(201);
    let waiting = admin.get("/api/grants").await.expect(200).json();
    assert_eq!((&waiting[0]["account_name"], &waiting[0]["needs_another"]), (&json!("林**"), &json!(true)));
}
