//! What a seeker keeps and puts away, and what an employer learns while writing a position.

use actix_web::http::Method;
use serde_json::json;

use crate::support::samples::{self, DISTRICT_A};
use crate::support::world::{World, text};

#[actix_web::test]
async fn a_saved_position_stays_on_the_list_when_it_closes() {
    let world = World::new().await;
    let (client, position) = (&world.veterans[0].who.client, &world.employers[0].position);
    let path = format!("/api/me/saved-positions/{position}");
    client.put(&path, json!({})).await.expect(204);
    client.put(&path, json!({})).await.expect(204);
    let list = || async { client.get("/api/me/saved-positions").await.expect(200).json() };
    assert_eq!((list().await[0]["is_open"].clone(), list().await.as_array().expect("a list").len()), (json!(true), 1));
    world.employers[0].who.client.step(position, json!({ "step": "close" })).await.expect(200);
    assert_eq!(list().await[0]["is_open"], false);
    client.delete(&path).await.expect(204);
    assert_eq!(list().await, json!([]));
    // A draft was never public: it is not there.
    let body = json!({ "enterprise_id": world.employers[0].enterprise, "position": samples::position() });
    let draft = text(&world.employers[0].who.client.post("/api/positions", body).await.expect(201).json(), "id");
    client.put(&format!("/api/me/saved-positions/{draft}"), json!({})).await.expect(404);
}

#[actix_web::test]
async fn what_was_put_away_is_not_proposed_again_until_it_is_brought_back() {
    let world = World::new().await;
    let (client, position) = (&world.veterans[0].who.client, &world.employers[0].position);
    let proposed = || async {
        let matches = client.get("/api/me/matches").await.expect(200).json();
        matches["items"].as_array().expect("items").iter().any(|one| one["position"]["id"] == json!(position))
    };
    assert!(proposed().await);
    let path = format!("/api/me/dismissed-positions/{position}");
    client.put(&path, json!({ "reason": "tired" })).await.expect(422).refused("invalid");
    client.put(&path, json!({ "reason": "too_far" })).await.expect(204);
    assert!(!proposed().await);
    assert_eq!(client.get("/api/me/dismissed-positions").await.json()[0]["reason"], "too_far");
    // The officer's proposals respect it, too.
    let officers = format!("/api/people/{}/matches", world.veterans[0].person);
    let officers = world.officers[0].client.get(&officers).await.expect(200).json();
    assert!(officers["items"].as_array().expect("items").iter().all(|one| one["position"]["id"] != json!(position)));
    client.delete(&path).await.expect(204);
    assert!(proposed().await);
}

#[actix_web::test]
async fn a_search_is_kept_once_under_its_name_and_only_if_it_is_one() {
    let world = World::new().await;
    let client = &world.veterans[0].who.client;
    let keep = |name: &str, query: &str| {
        let body = json!({ "name": name, "query": query });
        async move { client.post("/api/me/searches", body).await }
    };
    for wrong in ["nonsense=1", "region=99", "q=a&q=b", "cursor=x", "limit=5"] {
        keep("坏的", wrong).await.expect(422).refused("invalid");
    }
    keep("", "q=维修").await.expect(422).refused("invalid");
    let kept = keep("离家近", "region=330482&pay_min=500000").await.expect(201).json();
    keep("离家近", "q=司机").await.expect(409).refused("conflict");
    assert_eq!(client.get("/api/me/searches").await.json()[0], kept);
    client.delete(&format!("/api/me/searches/{}", text(&kept, "id"))).await.expect(204);
    assert_eq!(client.get("/api/me/searches").await.json(), json!([]));
}

#[actix_web::test]
async fn reach_counts_people_and_shows_nobody_below_five() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let ask = |position: serde_json::Value| {
        let body = json!({ "enterprise_id": employer.enterprise, "position": position });
        async move { employer.who.client.post("/api/positions/reach", body).await }
    };
    let few = ask(samples::position()).await.expect(200).json();
    assert_eq!(few["now"], json!({ "people": null, "at_least": false }), "two veterans are too few to be counted");
    for i in 0..6 {
        let mobile = format!("1300000030{i}");
        let identity = json!({ "name": "陆明", "mobile": mobile, "division": DISTRICT_A });
        let person = json!({ "identity": identity, "profile": samples::profile(), "consents": ["matching", "show_employers", "service_record"] });
        let body = json!({ "kind": "veteran", "person": person });
        let id = text(&world.officers[0].client.post("/api/people", body).await.expect(201).json(), "id");
        verify(&world, &id);
    }
    world.app.index_now();
    let all = ask(samples::position()).await.expect(200).json();
    assert_eq!(all["now"]["people"], 8, "{all}");
    let mut strict = samples::position();
    strict["requirements"] = json!([
        { "kind": "skill", "name": "汽车维修", "must": false },
        { "kind": "driving_licence", "name": "A1", "must": true }
    ]);
    let requirements = strict["requirements"].clone();
    let strict = ask(strict).await.expect(200).json();
    assert_eq!(strict["now"]["people"], json!(null), "nobody has an A1: {strict}");
    assert_eq!(
        (&strict["without"][0]["pointer"], &strict["without"][0]["reach"]["people"]),
        (&json!("/requirements/1"), &json!(8))
    );
    let foreign = json!({ "enterprise_id": world.employers[1].enterprise, "position": samples::position() });
    employer.who.client.post("/api/positions/reach", foreign).await.expect(404);

    // Once it is published, its owner is told the same without writing it again.
    let path = format!("/api/positions/{}/reach", employer.position);
    let client = &employer.who.client;
    assert_eq!(client.get(&path).await.expect(200).json(), all);
    let version = client.get(&format!("/api/me/positions/{}", employer.position)).await.version();
    let mut position = samples::position();
    position["requirements"] = requirements;
    let draft = client.request(Method::PUT, &format!("/api/positions/{}", employer.position));
    draft.if_match(&version).json(position).send().await.expect(200);
    assert_eq!(client.get(&path).await.expect(200).json(), strict, "the rows count, whatever the index has");
    world.employers[1].who.client.get(&path).await.expect(404).refused("not_found");
    client.step(&employer.position, json!({ "step": "pause" })).await.expect(200);
    client.get(&path).await.expect(409).refused("wrong_state");
}

/// As an officer would, without the ID number that these invented people lack.
fn verify(world: &World, person: &str) {
    use muster::people::{model::Verification, store};
    let id = person.parse().expect("an id");
    let write = world.app.store().write_now(muster::store::journal::Author::SYSTEM, |tx| {
        let mut person = store::any_person(tx, id)?;
        person.verification = Verification::Verified;
        store::save(tx, &person)?;
        tx.record(muster::store::journal::Event::PersonVerified, id);
        Ok(())
    });
    write.expect("written");
}
