//! One match taken apart, for whoever answers for the engine.

use actix_web::http::Method;
use muster::access::permissions::Role;
use serde_json::{Value, json};

use crate::support::Client;
use crate::support::samples;
use crate::support::world::{World, text};

async fn administrator(world: &World) -> Client {
    world.app.staff("13000000037", Role::SystemAdministrator, None).await.client
}

fn path(person: &str, position: &str) -> String {
    format!("/api/dev/matches/{person}/{position}")
}

#[actix_web::test]
async fn it_is_the_persons_own_match_with_the_numbers_behind_it() {
    let world = World::new().await;
    let (veteran, position) = (&world.veterans[0], &world.employers[0].position);
    let admin = administrator(&world).await;
    let found = admin.get(&path(&veteran.person, position)).await.expect(200).json();
    let own = veteran.who.client.get(&format!("/api/me/matches/{position}")).await.expect(200).json();
    assert_eq!(found["apart"]["match"], own["match"], "one function makes both");
    assert_eq!(own["match"]["weights_version"], 1);
    let weights: u64 = list(&found["apart"]["shares"]).iter().map(|share| number(share, "weight")).sum();
    assert_eq!(weights, 100, "the position asks about everything: {}", found["apart"]["shares"]);
    let best = &found["apart"]["comparisons"][0];
    let occupation = &found["apart"]["shares"][0];
    assert_eq!((&occupation["kind"], &occupation["credit"]), (&json!("occupation"), &best["credit"]));
    let families: Vec<&Value> =
        list(&found["apart"]["comparisons"]).iter().map(|one| &one["speciality"]["code"]).collect();
    assert!(families.contains(&&json!("vehicle_repair")), "{families:?}");
    assert_eq!(text(&found["apart"], "dictionaries").len(), 16);
}

#[actix_web::test]
async fn the_index_stands_beside_the_score() {
    let world = World::new().await;
    let (veteran, position) = (&world.veterans[0], &world.employers[0].position);
    let admin = administrator(&world).await;
    let found = admin.get(&path(&veteran.person, position)).await.expect(200).json();
    let matches = veteran.who.client.get("/api/me/matches").await.expect(200).json();
    let place = list(&matches["items"]).iter().position(|one| one["position"]["id"] == json!(position));
    assert_eq!(found["for_person"]["rank"], json!(place.map(|at| at + 1)));
    assert_eq!(found["for_person"]["proposed"], 2);
    assert!(found["for_person"]["proposed_rank"].is_u64() && found["for_position"]["proposed_rank"].is_u64());
    let exact = number(&found["apart"], "expected_fit");
    for side in ["for_person", "for_position"] {
        let estimate = &found[side]["estimate"];
        assert_eq!(estimate["state"], "fit");
        assert!(number(estimate, "expected_fit").abs_diff(exact) <= 500, "{side}: {estimate} beside {exact}");
    }
    // What the index does not hold is said, and the score is made all the same.
    world.employers[0].who.client.step(position, json!({ "step": "close" })).await.expect(200);
    world.app.index_now();
    let closed = admin.get(&path(&veteran.person, position)).await.expect(200).json();
    assert_eq!(closed["apart"]["match"], found["apart"]["match"]);
    assert_eq!((&closed["is_position_public"], &closed["is_person_findable"]), (&json!(false), &json!(true)));
    assert_eq!(closed["for_person"]["estimate"], json!({ "state": "absent" }));
    assert_eq!(closed["for_person"]["rank"], Value::Null);
}

#[actix_web::test]
async fn the_person_is_masked_and_their_file_tells_of_the_look() {
    let world = World::new().await;
    let veteran = &world.veterans[0];
    let admin = administrator(&world).await;
    let answer = admin.get(&path(&veteran.person, &world.employers[0].position)).await.expect(200);
    for hidden in ["林长风", "13000000011"] {
        assert!(!answer.text().contains(hidden), "{hidden}");
    }
    assert_eq!(answer.json()["person"]["name"], "林**");
    let events = veteran.who.client.get("/api/me/profile/events").await.expect(200).json();
    assert_eq!((&events[0]["event"], &events[0]["by"]), (&json!("person_revealed"), &json!("administrator")));
    let details = json!({ "field": "match", "why": "examination", "position": world.employers[0].position });
    assert_eq!(events[0]["details"], details);
}

#[actix_web::test]
async fn without_consent_and_before_publication_there_is_nothing_to_see() {
    let world = World::new().await;
    let (veteran, employer) = (&world.veterans[0], &world.employers[0]);
    let admin = administrator(&world).await;
    let nobody = "00000000-0000-7000-8000-0000000fffff";
    admin.get(&path(nobody, &employer.position)).await.expect(404).refused("not_found");
    admin.get(&path(&veteran.person, nobody)).await.expect(404).refused("not_found");
    admin.get(&path("x", &employer.position)).await.expect(404).refused("not_found");
    let body = json!({ "enterprise_id": employer.enterprise, "position": samples::position() });
    let draft = text(&employer.who.client.post("/api/positions", body).await.expect(201).json(), "id");
    admin.get(&path(&veteran.person, &draft)).await.expect(404).refused("not_found");
    let withdraw = veteran.who.client.request(Method::DELETE, "/api/me/consents/matching").send().await;
    withdraw.expect(204);
    admin.get(&path(&veteran.person, &employer.position)).await.expect(409).refused("consent_missing");
    let looks = veteran.who.client.get("/api/me/profile/events").await.expect(200).json();
    assert!(list(&looks).iter().all(|one| one["event"] != "person_revealed"), "a refused look is none: {looks}");
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("a list: {value}"))
}

fn number(value: &Value, field: &str) -> u64 {
    value[field].as_u64().unwrap_or_else(|| panic!("{field} in {value}"))
}
