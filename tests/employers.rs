//! Organisations, representatives, positions.

use actix_web::http::Method;
use chrono::Duration;
use serde_json::json;

use crate::support::TestApp;
use crate::support::samples::{self, CREDIT_CODES, DISTRICT_A, ID_NUMBERS};
use crate::support::world::{World, text};

#[actix_web::test]
async fn nothing_is_public_before_verification() {
    let world = World::new().await;
    let new = world.app.account("13000000031").await;
    let body = samples::organisation("平湖市新望有限公司", "91330482MA0000099X", DISTRICT_A);
    let wrong = new.client.post("/api/organisations", body).await.expect(422).json();
    assert_eq!(wrong["errors"][0]["pointer"], "/credit_code", "{wrong}");
    let mut body = samples::organisation("平湖市新望有限公司", CREDIT_CODES[0], DISTRICT_A);
    new.client.post("/api/organisations", body.clone()).await.expect(409).refused("credit_code_taken");
    body["credit_code"] = json!(null);
    body["no_credit_code_reason"] = json!("新设立，正在办理");
    let enterprise = text(&new.client.post("/api/organisations", body).await.expect(201).json(), "id");
    world.app.anyone().get(&format!("/api/enterprises/{enterprise}")).await.expect(404);
    let draft = json!({ "enterprise_id": enterprise, "position": samples::position() });
    new.client.post("/api/positions", draft).await.expect(403);
}

#[actix_web::test]
async fn unlawful_conditions_are_named_with_their_rule_and_block_publishing() {
    let world = World::new().await;
    let client = &world.employers[0].who.client;
    let mut position = samples::position();
    position["description"] = json!("限男性，18-35岁，须交押金500元，负责车辆检查和修理。");
    let found = client.post("/api/positions/check", position.clone()).await.expect(200).json();
    let kinds: Vec<_> = found.as_array().expect("a list").iter().map(|finding| text(finding, "kind")).collect();
    for kind in ["sex", "age", "deposit"] {
        assert!(kinds.iter().any(|found| found == kind), "{kind} in {found}");
    }
    assert!(found.as_array().expect("a list").iter().all(|finding| !text(finding, "rule").is_empty()));
    let body = json!({ "enterprise_id": world.employers[0].enterprise, "position": position });
    let id = text(&client.post("/api/positions", body).await.expect(201).json(), "id");
    let step = client.step(&id, json!({ "step": "publish" })).await;
    step.expect(422).refused("unlawful_condition");
}

#[actix_web::test]
async fn an_open_position_cannot_become_unlawful() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let path = format!("/api/positions/{}", employer.position);
    let version = employer.who.client.get(&format!("/api/me/positions/{}", employer.position)).await.version();
    let mut position = samples::position();
    position["title"] = json!("汽车维修工（限男性）");
    let draft = employer.who.client.request(Method::PUT, &path).if_match(&version).json(position);
    draft.send().await.expect(422).refused("unlawful_condition");
}

#[actix_web::test]
async fn a_position_pauses_renews_copies_and_closes() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let (client, id) = (&employer.who.client, &employer.position);
    let step = |step: &str| {
        let body = match step {
            "renew" => json!({ "step": step, "valid_until": "2027-03-31" }),
            _ => json!({ "step": step }),
        };
        async move { client.step(id, body).await }
    };
    let public = format!("/api/positions/{id}");
    world.app.anyone().get(&public).await.expect(200);
    step("pause").await.expect(200);
    world.app.anyone().get(&public).await.expect(410).refused("gone");
    step("pause").await.expect(409).refused("wrong_state");
    step("publish").await.expect(200);
    assert_eq!(step("renew").await.expect(200).json()["valid_until"], "2027-03-31");
    let copy = client.post(&format!("/api/positions/{id}/duplicate"), json!({})).await.expect(201).json();
    assert_eq!((text(&copy, "state"), text(&copy, "title")), ("draft".to_owned(), "汽车维修工".to_owned()));
    step("close").await.expect(200);
    step("publish").await.expect(409);
}

#[actix_web::test]
async fn a_position_closes_by_itself_at_its_day() {
    let world = World::new().await;
    muster::worker::plan(world.app.store()).expect("planned");
    world.app.run_jobs();
    let path = format!("/api/positions/{}", world.employers[0].position);
    world.app.anyone().get(&path).await.expect(200);
    world.app.advance(Duration::days(70));
    world.app.anyone().get(&path).await.expect(410);
    world.app.run_jobs();
    let employer = world.app.sign_in(world.employers[0].who.clone()).await;
    let own =
        employer.client.get(&format!("/api/me/positions/{}", world.employers[0].position)).await.expect(200).json();
    assert_eq!((text(&own, "state"), text(&own, "closed_why")), ("closed".to_owned(), "expired".to_owned()));
}

#[actix_web::test]
async fn the_headcount_counts_down_to_closed() {
    let world = World::new().await;
    let id = world.employers[0].position.parse().expect("an id");
    let hire = || {
        world.app.store().write_now(muster::store::journal::Author::SYSTEM, |tx| {
            muster::employers::actions::take_place(tx, &muster::access::Actor::system(), id)
        })
    };
    assert_eq!(hire().expect("a place").headcount_open(), 1);
    assert_eq!(hire().expect("the last place").state.code(), "closed");
    assert_eq!(hire().expect_err("full").code().code(), "wrong_state");
}

#[actix_web::test]
async fn eight_threads_never_take_more_places_than_there_are() {
    let world = World::new().await;
    let id = world.employers[0].position.parse().expect("an id");
    let store = world.app.store().clone();
    let taken: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let store = store.clone();
                scope.spawn(move || {
                    let hire = || {
                        store.write_now(muster::store::journal::Author::SYSTEM, |tx| {
                            muster::employers::actions::take_place(tx, &muster::access::Actor::system(), id)
                        })
                    };
                    (0..5).filter(|_| hire().is_ok()).count()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("a thread")).sum()
    });
    assert_eq!(taken, 2);
}

#[actix_web::test]
async fn a_representative_waits_for_an_officer() {
    let world = World::new().await;
    let new = world.app.account("13000000031").await;
    let ask = json!({ "credit_code": CREDIT_CODES[0] });
    new.client.post("/api/representatives", ask.clone()).await.expect(204);
    new.client.post("/api/representatives", ask).await.expect(409).refused("conflict");
    new.client.get("/api/me/positions").await.expect(403);
    let path = format!("/api/organisations/{}/representatives", world.employers[0].enterprise);
    let grants = world.officers[0].client.get(&path).await.expect(200).json();
    let waiting =
        grants.as_array().expect("a list").iter().find(|grant| grant["state"] == "pending").expect("one waits");
    let decision = format!("{path}/{}/decision", text(waiting, "id"));
    world.officers[1].client.put(&decision, json!({ "approve": true })).await.expect(404);
    world.officers[0].client.put(&decision, json!({ "approve": true })).await.expect(200);
    let new = world.app.sign_in(new).await;
    new.client.get("/api/me/positions").await.expect(200);
}

#[actix_web::test]
async fn a_new_name_has_to_be_verified_again() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let path = format!("/api/organisations/{}", employer.enterprise);
    let version = employer.who.client.get(&path).await.version();
    let body = samples::organisation("平湖市改名有限公司", CREDIT_CODES[0], DISTRICT_A);
    let draft = employer.who.client.request(Method::PUT, &path).if_match(&version).json(body);
    assert_eq!(draft.send().await.expect(200).json()["verification"], "unverified");
    world.app.anyone().get(&format!("/api/positions/{}", employer.position)).await.expect(404);
}

#[actix_web::test]
async fn what_is_asked_once_stands_once() {
    let app = TestApp::new().await;
    let veteran = app.seeker_account("13000000011", "veteran").await;
    let body = samples::new_profile(ID_NUMBERS[0], "13000000011", DISTRICT_A);
    let send = |body: serde_json::Value| {
        let draft = veteran.client.request(Method::POST, "/api/me/profile").header("Idempotency-Key", "profile-1");
        draft.json(body).send()
    };
    let one = send(body.clone()).await.expect(201).text();
    assert_eq!(send(body.clone()).await.expect(201).text(), one);
    let mut other = body;
    other["identity"]["name"] = json!("林长空");
    send(other).await.expect(422).refused("idempotency_mismatch");
}

#[actix_web::test]
async fn every_public_text_is_screened() {
    let world = World::new().await;
    let new = world.app.account("13000000031").await;
    let organisation = |field: &str, text: &str| {
        let mut body = samples::organisation("平湖市新望有限公司", CREDIT_CODES[0], DISTRICT_A);
        body[field] = json!(text);
        body
    };
    let unlawful = organisation("description", "只招35岁以下男性，入职交押金500元");
    new.client.post("/api/organisations", unlawful).await.expect(422).refused("unlawful_condition");
    let unit = organisation("address", "32145部队对面");
    new.client.post("/api/organisations", unit).await.expect(422).refused("unit_designation");
    let mut position = samples::position();
    position["address"] = json!("当湖街道1号，限男性");
    let found = world.employers[0].who.client.post("/api/positions/check", position).await.expect(200).json();
    assert_eq!(found[0]["pointer"], "/address", "{found}");
}

#[actix_web::test]
async fn the_contact_comes_back_to_the_editor_and_to_nobody_else() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let own = employer.who.client.get(&format!("/api/me/positions/{}", employer.position)).await.expect(200).json();
    assert_eq!(own["contact"], "王经理 13000000009");
    let public = world.app.anyone().get(&format!("/api/positions/{}", employer.position)).await.expect(200);
    assert!(!public.text().contains("13000000009"));
}

#[actix_web::test]
async fn an_enterprise_that_moves_is_verified_again_and_hides_its_positions() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let path = format!("/api/organisations/{}", employer.enterprise);
    let now = employer.who.client.get(&path).await;
    let mut body = samples::organisation(&text(&now.json(), "name"), CREDIT_CODES[0], samples::DISTRICT_B);
    let move_away = |body: serde_json::Value| {
        employer.who.client.request(Method::PUT, &path).if_match(&now.version()).json(body).send()
    };
    body["kind"] = json!("association");
    move_away(body.clone()).await.expect(422);
    body["kind"] = json!("enterprise");
    assert_eq!(move_away(body).await.expect(200).json()["verification"], "unverified");
    let own = employer.who.client.get(&format!("/api/me/positions/{}", employer.position)).await.expect(200).json();
    assert_eq!(own["state"], "paused");
}

#[actix_web::test]
async fn who_asked_to_represent_sees_what_became_of_it() {
    let world = World::new().await;
    let asking = world.app.account("13000000066").await;
    let path = "/api/me/representations";
    assert_eq!(asking.client.get(path).await.expect(200).json(), json!([]));
    asking.client.post("/api/representatives", json!({ "credit_code": samples::CREDIT_CODES[0] })).await.expect(204);
    let waiting = asking.client.get(path).await.expect(200).json();
    assert_eq!((&waiting[0]["state"], waiting.as_array().map(Vec::len)), (&json!("pending"), Some(1)));
    assert_eq!(waiting[0]["organisation_name"], "平湖市望远1汽车服务有限公司");
    let decision = format!(
        "/api/organisations/{}/representatives/{}/decision",
        world.employers[0].enterprise,
        waiting[0]["id"].as_str().expect("an id")
    );
    world.officers[0].client.put(&decision, json!({ "approve": false })).await.expect(200);
    // A decision about a role ends the sessions made before it.
    let asking = world.app.sign_in(asking).await;
    assert_eq!(asking.client.get(path).await.expect(200).json()[0]["state"], "refused");
    assert_eq!(world.employers[0].who.client.get(path).await.json(), json!([]));
}
