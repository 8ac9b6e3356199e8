//! Search, matches both ways, and what nobody may learn from them.

use actix_web::http::Method;
use serde_json::{Value, json};

use crate::support::samples::{self, DISTRICT_A, ID_NUMBERS};
use crate::support::world::{World, text};

#[actix_web::test]
async fn the_public_search_filters_counts_and_relaxes() {
    let world = World::new().await;
    let anyone = world.app.anyone();
    let all = anyone.get("/api/positions").await.expect(200).json();
    assert_eq!(all["total"], 2);
    assert_eq!(all["facets"]["shift"], json!([{ "code": "day", "count": 2 }]));
    // 汽车维修
    let words = "q=%E6%B1%BD%E8%BD%A6%E7%BB%B4%E4%BF%AE";
    assert_eq!(anyone.get(&format!("/api/positions?{words}&region=330482001")).await.json()["total"], 2);
    let none = anyone.get(&format!("/api/positions?{words}&shift=night")).await.expect(200).json();
    assert_eq!(none["total"], 0);
    assert_eq!(none["relaxations"][0], json!({ "field": "shift", "total": 2 }));
    let first = anyone.get("/api/positions?limit=1").await.expect(200).json();
    let next = format!("/api/positions?limit=1&cursor={}", text(&first, "next"));
    let second = anyone.get(&next).await.expect(200).json();
    assert_ne!(first["items"][0]["id"], second["items"][0]["id"]);
    assert_eq!(second["next"], Value::Null);
}

#[actix_web::test]
async fn a_person_gets_ranked_explained_positions() {
    let world = World::new().await;
    let client = &world.veterans[0].who.client;
    let matches = client.get("/api/me/matches").await.expect(200).json();
    let best = &matches["items"][0];
    assert_eq!(text(&best["position"], "title"), "汽车维修工");
    let found = &best["match"];
    assert!(found["fit"].as_u64().expect("a fit") > 70, "{found}");
    let points: u64 =
        found["parts"].as_array().expect("parts").iter().map(|part| part["points"].as_u64().expect("points")).sum();
    assert_eq!((points + 5) / 10, found["fit"].as_u64().expect("a fit"), "the parts add up to the fit");
    let one = client.get(&format!("/api/me/matches/{}", text(&best["position"], "id"))).await.expect(200).json();
    assert_eq!(one["match"], best["match"], "one function makes both");
}

#[actix_web::test]
async fn an_empty_profile_has_no_score_but_three_questions() {
    let world = World::new().await;
    let new = world.app.seeker_account("13000000031", "veteran").await;
    let mut body = samples::new_profile(ID_NUMBERS[2], "13000000031", DISTRICT_A);
    body["profile"] = json!({});
    new.client.post("/api/me/profile", body).await.expect(201);
    let path = format!("/api/me/matches/{}", world.employers[0].position);
    let found = new.client.get(&path).await.expect(200).json()["match"].clone();
    assert_eq!(found["fit"], Value::Null, "{found}");
    assert_eq!(found["ask"].as_array().expect("questions").len(), 3);
}

#[actix_web::test]
async fn an_employer_sees_masked_candidates_under_a_handle_of_their_own() {
    let world = World::new().await;
    let path = |i: usize| format!("/api/positions/{}/matches", world.employers[i].position);
    let list = world.employers[0].who.client.get(&path(0)).await.expect(200);
    let body = list.json();
    assert_eq!(body["total_fitting"], 2);
    let candidate = &body["items"][0];
    assert_eq!(candidate["name"], "林**");
    for secret in [&world.veterans[0].person, &world.veterans[1].person, "林长风", "13000000011", "9990"] {
        assert!(!list.text().contains(secret), "{secret} leaks");
    }
    let other = world.employers[1].who.client.get(&path(1)).await.expect(200).json();
    let handles = |list: &Value| -> Vec<String> {
        list["items"].as_array().expect("items").iter().map(|one| text(one, "handle")).collect()
    };
    assert!(handles(&body).iter().all(|handle| !handles(&other).contains(handle)), "handles mean nothing elsewhere");
    let again = world.employers[0].who.client.get(&path(0)).await.expect(200).json();
    assert_eq!(handles(&again), handles(&body));
}

#[actix_web::test]
async fn withdrawal_hiding_and_pausing_work_before_the_index_knows() {
    let world = World::new().await;
    let path = format!("/api/positions/{}/matches", world.employers[0].position);
    let count = || async { world.employers[0].who.client.get(&path).await.expect(200).json()["total_fitting"].clone() };
    assert_eq!(count().await, 2);
    world.veterans[0].who.client.delete("/api/me/consents/show_employers").await.expect(204);
    assert_eq!(count().await, 1);
    world.veterans[1].who.client.show(false).await.expect(200);
    assert_eq!(count().await, 0);
    world.employers[0].who.client.step(&world.employers[0].position, json!({ "step": "pause" })).await.expect(200);
    assert_eq!(world.app.anyone().get("/api/positions").await.json()["items"].as_array().expect("items").len(), 1);
}

#[actix_web::test]
async fn matching_needs_consent() {
    let world = World::new().await;
    world.veterans[0].who.client.delete("/api/me/consents/matching").await.expect(204);
    world.veterans[0].who.client.get("/api/me/matches").await.expect(409).refused("consent_missing");
    let path = format!("/api/people/{}/matches", world.veterans[0].person);
    world.officers[0].client.get(&path).await.expect(409).refused("consent_missing");
}

#[actix_web::test]
async fn the_service_record_counts_only_with_consent() {
    let world = World::new().await;
    let client = &world.veterans[0].who.client;
    let path = format!("/api/me/matches/{}", world.employers[0].position);
    assert!(client.get(&path).await.expect(200).text().contains("experience:s1"), "service shows a skill");
    client.delete("/api/me/consents/service_record").await.expect(204);
    assert!(!client.get(&path).await.expect(200).text().contains("experience:s1"), "and is not read without consent");
}

#[actix_web::test]
async fn a_known_lack_of_a_must_have_keeps_a_position_out() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let mut position = samples::position();
    position["requirements"] = json!([{ "kind": "driving_licence", "name": "A2", "must": true }]);
    let own = format!("/api/me/positions/{}", employer.position);
    let version = employer.who.client.get(&own).await.version();
    let draft = employer.who.client.request(Method::PUT, &format!("/api/positions/{}", employer.position));
    draft.if_match(&version).json(position).send().await.expect(200);
    world.app.index_now();
    // The profile lists a B2, so a missing A2 is known and not merely untold.
    let path = format!("/api/me/matches/{}", employer.position);
    let found = world.veterans[0].who.client.get(&path).await.expect(200).json()["match"].clone();
    assert_eq!(found["blocks"].as_array().expect("blocks").len(), 1, "{found}");
    let list = world.veterans[0].who.client.get("/api/me/matches").await.expect(200).json();
    assert!(
        list["items"].as_array().expect("items").iter().all(|one| one["position"]["id"] != json!(employer.position))
    );
}

#[actix_web::test]
async fn a_rebuilt_index_answers_as_the_followed_one() {
    let world = World::new().await;
    let before = world.app.anyone().get("/api/positions").await.text();
    let (store, index) = (world.app.store(), &world.app.app.index);
    index.clear().expect("cleared");
    world.app.anyone().get("/api/positions").await.expect(503).refused("index_unavailable");
    world.app.index_now();
    assert_eq!(world.app.anyone().get("/api/positions").await.text(), before);
    assert_eq!(muster::matching::feed::follow(store, index).expect("followed"), 0, "nothing is left to do");
}

#[actix_web::test]
async fn what_is_sealed_never_reaches_the_index() {
    // Types keep names out; this keeps the door shut: an index on disk holds none of the canaries.
    let folder = std::env::temp_dir().join(format!("muster-index-{}-{}", std::process::id(), line!()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let world = World::new().await;
    let index = search_index::Index::open(&folder).expect("an index");
    muster::matching::feed::rebuild(world.app.store(), &index, |_| {}).expect("rebuilt");
    let mut bytes = Vec::new();
    for file in std::fs::read_dir(&folder).expect("files") {
        let path = file.expect("a file").path();
        if path.is_file() {
            bytes.extend(std::fs::read(path).expect("bytes"));
        }
    }
    std::fs::remove_dir_all(&folder).expect("removed");
    for canary in ["林长风", "13000000011", "330482199008019990"] {
        let found = bytes.windows(canary.len()).any(|window| window == canary.as_bytes());
        assert!(!found, "{canary} stands in the index");
    }
    assert!(bytes.len() > 1000);
}

#[actix_web::test]
async fn hostile_searches_answer() {
    let world = World::new().await;
    for query in [
        "%22",
        "*^2",
        "title:x",
        "((((",
        "%00",
        "%F0%9F%98%80",
        "AND+OR+NOT",
        "a".repeat(5000).as_str(),
        "%5B1+TO+*%5D",
    ] {
        world.app.anyone().get(&format!("/api/positions?q={query}")).await.expect(200);
    }
}

#[actix_web::test]
async fn an_expired_position_is_gone_with_similar_ones() {
    let world = World::new().await;
    world.employers[0].who.client.step(&world.employers[0].position, json!({ "step": "close" })).await.expect(200);
    let gone = world.app.anyone().get(&format!("/api/positions/{}", world.employers[0].position)).await;
    let body = gone.expect(410).refused("gone").json();
    assert_eq!(body["current"]["similar"][0]["id"], json!(world.employers[1].position));
}

#[actix_web::test]
async fn questions_come_in_the_order_of_the_points_they_show() {
    let world = World::new().await;
    let who = world.app.seeker_account("13000000071", "veteran").await;
    let mut body = samples::new_profile(ID_NUMBERS[2], "13000000071", DISTRICT_A);
    body["profile"] = json!({ "intentions": { "titles": ["汽车维修工"] } });
    who.client.post("/api/me/profile", body).await.expect(201);
    let asked = who.client.get("/api/me/matches").await.expect(200).json()["ask"].clone();
    let points: Vec<u64> =
        asked.as_array().expect("a list").iter().map(|one| one["coverage"].as_u64().expect("points")).collect();
    assert!(points.len() == 3 && points.is_sorted_by(|one, next| one >= next) && points[0] > 0, "{asked}");
}

#[actix_web::test]
async fn a_list_of_positions_is_told_how_each_fits_as_the_one_page_tells_it() {
    let world = World::new().await;
    let (client, position) = (&world.veterans[0].who.client, &world.employers[0].position);
    let one = client.get(&format!("/api/me/matches/{position}")).await.expect(200).json();
    let nobody = "00000000-0000-7000-8000-0000000fffff";
    let fits = client.get(&format!("/api/me/fits?positions={position},{nobody}")).await.expect(200).json();
    assert_eq!(fits.as_array().map(Vec::len), Some(1), "what is not open is left out");
    assert_eq!(fits[0]["position_id"], json!(position));
    assert_eq!(fits[0]["match"], one["match"]);
    let many = vec![nobody; 101].join(",");
    for wrong in ["", "x", &many] {
        client.get(&format!("/api/me/fits?positions={wrong}")).await.expect(400).refused("invalid_query");
    }
    world.employers[0].who.client.get(&format!("/api/me/fits?positions={position}")).await.expect(403);
}

/// The first employer's position as it would be with these fields different, published and indexed.
async fn rewrite(world: &World, change: impl Fn(&mut Value)) {
    let employer = &world.employers[0];
    let mut position = samples::position();
    change(&mut position);
    let own = format!("/api/me/positions/{}", employer.position);
    let version = employer.who.client.get(&own).await.version();
    let draft = employer.who.client.request(Method::PUT, &format!("/api/positions/{}", employer.position));
    draft.if_match(&version).json(position).send().await.expect(200);
    world.app.index_now();
}

fn asks_a2(position: &mut Value) {
    position["requirements"] = json!([{ "kind": "driving_licence", "name": "A2", "must": true }]);
}

#[actix_web::test]
async fn the_one_thing_missing_is_told_and_keeps_its_promise() {
    let world = World::new().await;
    let (client, position) = (&world.veterans[0].who.client, &world.employers[0].position);
    let none = client.get("/api/me/counterfactuals").await.expect(200).json();
    assert_eq!(none, json!({ "items": [], "at_least": false }), "everything fits");
    rewrite(&world, asks_a2).await;
    let shown = client.get("/api/me/counterfactuals").await.expect(200).json()["items"][0].clone();
    assert_eq!(shown["adjustment"]["kind"], "driving_licence", "{shown}");
    assert_eq!(shown["adjustment"]["class"], "A2");
    let permit = &shown["adjustment"]["permit"];
    assert_eq!(permit["standing"], "required");
    assert!(text(permit, "source").ends_with("[G]"), "what has still to be checked says so: {permit}");
    assert_eq!((&shown["opened"], &shown["raised"], &shown["best"]["id"]), (&json!(1), &json!(0), &json!(position)));
    let path = format!("/api/me/matches/{position}");
    let one = client.get(&path).await.expect(200).json()["counterfactual"].clone();
    assert_eq!((&one["adjustment"], &one["fit"]), (&shown["adjustment"], &shown["best_fit"]));

    let mut profile = samples::profile();
    profile["certificates"].as_array_mut().expect("a list").push(json!({ "kind": "driving_licence", "name": "A2" }));
    let version = client.get("/api/me/profile").await.version();
    client.request(Method::PUT, "/api/me/profile").if_match(&version).json(profile).send().await.expect(200);
    world.app.index_now();
    let kept = client.get(&path).await.expect(200).json();
    assert_eq!((&kept["match"]["fit"], &kept["counterfactual"]), (&shown["best_fit"], &Value::Null));
    assert_eq!(client.get("/api/me/counterfactuals").await.expect(200).json()["items"], json!([]));
}

#[actix_web::test]
async fn what_was_put_away_or_is_not_open_is_no_reason_to_change() {
    let world = World::new().await;
    rewrite(&world, asks_a2).await;
    let (client, position) = (&world.veterans[0].who.client, &world.employers[0].position);
    let count = |client| async move {
        let client: &crate::support::Client = client;
        client.get("/api/me/counterfactuals").await.expect(200).json()["items"].as_array().expect("items").len()
    };
    assert_eq!(count(client).await, 1);
    let away = format!("/api/me/dismissed-positions/{position}");
    client.request(Method::PUT, &away).json(json!({ "reason": "too_far" })).send().await.expect(204);
    assert_eq!(count(client).await, 0);
    client.delete(&away).await.expect(204);
    assert_eq!(count(client).await, 1);
    world.employers[0].who.client.step(position, json!({ "step": "pause" })).await.expect(200);
    assert_eq!(count(client).await, 0, "before the index knows");
}

#[actix_web::test]
async fn the_officer_is_told_the_same_of_a_person_of_their_district() {
    let world = World::new().await;
    rewrite(&world, asks_a2).await;
    let path = format!("/api/people/{}/counterfactuals", world.veterans[0].person);
    let shown = world.officers[0].client.get(&path).await.expect(200).json();
    assert_eq!(shown, world.veterans[0].who.client.get("/api/me/counterfactuals").await.json());
    world.officers[1].client.get(&path).await.expect(404).refused("not_found");
    world.veterans[0].who.client.get(&path).await.expect(403);
    world.veterans[0].who.client.delete("/api/me/consents/matching").await.expect(204);
    world.veterans[0].who.client.get("/api/me/counterfactuals").await.expect(409).refused("consent_missing");
    world.officers[0].client.get(&path).await.expect(409).refused("consent_missing");
    let new = world.app.seeker_account("13000000031", "veteran").await;
    new.client.get("/api/me/counterfactuals").await.expect(404).refused("not_found");
}

/// Somebody of the next county: the way to work decides, it keeps nobody out, and its kilometres are told.
#[actix_web::test]
async fn a_way_to_work_is_judged_by_its_kilometres() {
    let world = World::new().await;
    let new = world.app.seeker_account("13000000031", "veteran").await;
    let mut body = samples::new_profile(ID_NUMBERS[2], "13000000031", "330421");
    let intentions = "/profile/intentions";
    body.pointer_mut(intentions).expect("intentions")["places"] = json!([]);
    body.pointer_mut(intentions).expect("intentions")["distance_km_max"] = json!(0);
    let answer = new.client.post("/api/me/profile", body.clone()).await.expect(422).refused("invalid").json();
    assert_eq!(answer["errors"][0]["pointer"], "/intentions/distance_km_max");
    body.pointer_mut(intentions).expect("intentions")["distance_km_max"] = json!(30);
    new.client.post("/api/me/profile", body.clone()).await.expect(201);
    let path = format!("/api/me/matches/{}", world.employers[0].position);
    let line = async || {
        let found = new.client.get(&path).await.expect(200).json()["match"].clone();
        assert_eq!(found["blocks"], json!([]));
        let parts = found["parts"].as_array().expect("parts").clone();
        parts.into_iter().find(|part| part["kind"] == "place").expect("a place")["lines"][0].clone()
    };
    let near = line().await;
    assert_eq!(near["code"], "place_commute");
    assert!((10..30).contains(&near["distance_km"].as_u64().expect("kilometres")), "{near}");
    let mut profile = body["profile"].clone();
    profile["intentions"]["distance_km_max"] = json!(5);
    let version = new.client.get("/api/me/profile").await.version();
    let draft = new.client.request(Method::PUT, "/api/me/profile").if_match(&version).json(profile);
    draft.send().await.expect(200);
    assert_eq!(line().await["code"], "place_commute_too_long");
}
