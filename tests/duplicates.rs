//! Positions posted several times: shown as one, told to whoever writes, and listed for the officer.

use actix_web::http::Method;
use serde_json::{Value, json};

use crate::support::samples;
use crate::support::world::{Employer, World, text};

/// Of a third enterprise.
const THIRD_CODE: &str = "91330482MA00000155";

/// The sample position with a slogan and a little more pay.
fn again() -> Value {
    let mut position = samples::position();
    position["title"] = "急招！汽车维修工（五险一金）6K-9K".into();
    position["pay"] = json!({ "min": 620_000, "max": 920_000, "unit": "month" });
    position["description"] = "负责客户车辆的检查、保养和修理，填写维修记录，交接清楚。".into();
    position
}

async fn publish(world: &World, employer: &Employer, position: Value) -> String {
    let body = json!({ "enterprise_id": employer.enterprise, "position": position });
    let id = text(&employer.who.client.post("/api/positions", body).await.expect(201).json(), "id");
    employer.who.client.step(&id, json!({ "step": "publish" })).await.expect(200);
    world.app.index_now();
    id
}

fn ids(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|one| text(one, "id")).collect()
}

#[actix_web::test]
async fn a_search_shows_one_of_them_and_says_how_many_more() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let newer = publish(&world, employer, again()).await;
    let anyone = world.app.anyone();
    let found = anyone.get("/api/positions?sort=newest").await.expect(200).json();
    assert_eq!(found["total"], 2, "the group, and the other enterprise's");
    assert_eq!(found["facets"]["shift"], json!([{ "code": "day", "count": 2 }]));
    let stands = found["items"].as_array().expect("items").iter().find(|one| one["duplicates"] == 1);
    assert!(stands.is_some(), "{found}");
    // Both are of one day, so either may stand for the other.
    let shown = ids(&found["items"]);
    assert!(shown.contains(&newer) != shown.contains(&employer.position), "{shown:?}");

    // Each has its page, with the other beside it, and so has the first page without scripts.
    let page = anyone.get(&format!("/api/positions/{newer}")).await.expect(200).json();
    assert_eq!(ids(&page["same"]), [employer.position.as_str()]);
    let html = anyone.get(&format!("/positions/{newer}")).await.expect(200).text();
    assert!(html.contains("本单位的相同岗位") && html.contains(&employer.position), "{html}");
    assert!(anyone.get("/positions").await.expect(200).text().contains("另有 1 个相同岗位"));

    // What only the other satisfies is found by it.
    let all = anyone.get("/api/positions?pay_min=910000").await.expect(200).json();
    assert_eq!(ids(&all["items"]), [newer.as_str()]);

    // The one that goes is missed by nobody.
    employer.who.client.step(&newer, json!({ "step": "pause" })).await.expect(200);
    world.app.index_now();
    let found = anyone.get("/api/positions").await.expect(200).json();
    assert_eq!(found["total"], 2);
    let shown = found["items"].as_array().expect("items").iter().find(|one| text(one, "id") == employer.position);
    assert_eq!(shown.expect("the other stands now")["duplicates"], 0);
}

#[actix_web::test]
async fn what_differs_in_terms_or_enterprise_stays_apart() {
    let world = World::new().await;
    let mut night = again();
    night["shift"] = "night".into();
    publish(&world, &world.employers[0], night).await;
    // The two enterprises of the world post the very same words.
    let found = world.app.anyone().get("/api/positions").await.expect(200).json();
    assert_eq!(found["total"], 3);
    assert!(found["items"].as_array().expect("items").iter().all(|one| one["duplicates"] == 0));
}

#[actix_web::test]
async fn a_changed_position_leaves_its_group_and_comes_back() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let newer = publish(&world, employer, again()).await;
    let total = || async {
        world.app.index_now();
        world.app.anyone().get("/api/positions").await.expect(200).json()["total"].clone()
    };
    let page = format!("/api/me/positions/{newer}");
    let path = format!("/api/positions/{newer}");
    let mut other = again();
    other["pay"] = json!({ "min": 900_000, "max": 1_200_000, "unit": "month" });
    employer.who.client.change(&page, Method::PUT, &path, other).await.expect(200);
    assert_eq!(total().await, 3);
    employer.who.client.change(&page, Method::PUT, &path, again()).await.expect(200);
    assert_eq!(total().await, 2);
}

#[actix_web::test]
async fn matches_show_one_and_putting_it_away_puts_all_away() {
    let world = World::new().await;
    let newer = publish(&world, &world.employers[0], again()).await;
    let client = &world.veterans[0].who.client;
    let matches = client.get("/api/me/matches").await.expect(200).json();
    let items = matches["items"].as_array().expect("items");
    assert_eq!(items.len(), 2, "the group, and the other enterprise's");
    let group: Vec<&Value> = items.iter().filter(|one| one["position"]["duplicates"] == 1).collect();
    assert_eq!(group.len(), 1);
    client.put(&format!("/api/me/dismissed-positions/{newer}"), json!({ "reason": "too_far" })).await.expect(204);
    let left = client.get("/api/me/matches").await.expect(200).json();
    assert_eq!(left["items"].as_array().expect("items").len(), 1, "its twin does not come instead");
}

#[actix_web::test]
async fn whoever_writes_is_told_and_not_stopped() {
    let world = World::new().await;
    let employer = &world.employers[0];
    let ask = |position: Value, own: Option<&str>| {
        let body = json!({ "enterprise_id": employer.enterprise, "position_id": own, "position": position });
        employer.who.client.post("/api/positions/duplicates", body)
    };
    let found = ask(again(), None).await.expect(200).json();
    assert_eq!(ids(&found), [employer.position.as_str()]);
    assert_eq!((text(&found[0], "title"), text(&found[0], "state")), ("汽车维修工".to_owned(), "open".to_owned()));
    assert_eq!(ask(again(), Some(&employer.position)).await.expect(200).json(), json!([]), "not of itself");
    let mut unfinished = again();
    unfinished["title"] = "".into();
    unfinished["description"] = "".into();
    assert_eq!(ask(unfinished, None).await.expect(200).json(), json!([]), "what is not written yet repeats nothing");
    let foreign = json!({ "enterprise_id": world.employers[1].enterprise, "position": again() });
    employer.who.client.post("/api/positions/duplicates", foreign).await.expect(404).refused("not_found");
}

#[actix_web::test]
async fn an_officer_sees_equal_words_under_two_names() {
    let world = World::new().await;
    let text_of = "负责进厂车辆的检查、保养和修理，按工单更换配件并填写维修记录。每天下班前清点工具，把没修完的活交接给夜班的同事，客户问起时说清换了什么。";
    let with = |words: &str| {
        let mut position = samples::position();
        position["description"] = words.into();
        position["division"] = "330482001".into();
        position
    };
    let first = publish(&world, &world.employers[0], with(text_of)).await;
    let list = || async { world.officers[0].client.get("/api/desk/copies").await.expect(200).json() };
    assert_eq!(list().await, json!([]), "one enterprise alone is no suspicion");
    let other = world.app.employer(&world.officers[0], "13000000023", THIRD_CODE, samples::DISTRICT_A).await;
    let second = publish(&world, &other, with(&text_of.replace("每天", "每晚"))).await;
    let found = list().await;
    assert_eq!(found.as_array().expect("lists").len(), 1, "{found}");
    assert_eq!(ids(&found[0]["positions"]), [second, first]);
    assert_eq!(
        world.officers[1].client.get("/api/desk/copies").await.expect(200).json(),
        json!([]),
        "another district"
    );
}
