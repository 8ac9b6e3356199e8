//! The military map as a city keeps it: nothing counts unreviewed, what is accepted counts at once.

use actix_web::http::Method;
use muster::access::permissions::Role;
use serde_json::{Value, json};

use crate::support::samples::{self, DISTRICT_A, ID_NUMBERS};
use crate::support::world::{Somebody, World, text};
use crate::support::{Answer, TestApp};

const CHANGES: &str = "/api/specialities/changes";

/// Two officers, of whom one writes and the other reviews.
struct Desk {
    author: Somebody,
    reviewer: Somebody,
}

impl Desk {
    async fn new() -> Desk {
        let app = TestApp::new().await;
        let author = app.staff("13000000051", Role::StationOfficer, Some(DISTRICT_A)).await;
        let reviewer = app.staff("13000000052", Role::SystemAdministrator, None).await;
        Desk { author, reviewer }
    }

    async fn of(world: &World) -> Desk {
        let reviewer = world.app.staff("13000000052", Role::SystemAdministrator, None).await;
        Desk { author: world.officers[0].clone(), reviewer }
    }

    async fn propose(&self, change: Value) -> Value {
        self.author.client.post(CHANGES, change).await.expect(201).json()
    }

    async fn decide(&self, change: &Value, accept: bool) -> Answer {
        let note = if accept { Value::Null } else { json!("对应职业不准") };
        let path = format!("{CHANGES}/{}/decision", text(change, "id"));
        self.reviewer.client.put(&path, json!({ "accept": accept, "note": note })).await
    }

    async fn accept(&self, change: Value) -> Value {
        let change = self.propose(change).await;
        self.decide(&change, true).await.expect(200).json()
    }

    async fn undo(&self, change: &Value) -> Answer {
        self.reviewer.client.post(&format!("{CHANGES}/{}/undo", text(change, "id")), json!({})).await
    }

    async fn record(&self, code: &str) -> Value {
        self.author.client.get(&format!("/api/specialities/{code}")).await.expect(200).json()
    }
}

/// A correction of a family: what the record says is in force, spoiled by the caller.
async fn correction(desk: &Desk, code: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut family = desk.record(code).await["in_force"].clone();
    for lead in family["occupations"].as_array_mut().expect("a list") {
        lead.as_object_mut().expect("an object").remove("name");
    }
    change(&mut family);
    json!({ "code": code, "kind": "edit", "family": family, "source": "三名退役军士核对" })
}

/// A veteran who has said nothing but what they did in service, in `code`.
async fn soldier(app: &TestApp, mobile: &str, code: &str, title: &str) -> Somebody {
    let who = app.seeker_account(mobile, "veteran").await;
    let mut body = samples::new_profile(ID_NUMBERS[2], mobile, DISTRICT_A);
    body["profile"] = json!({
        "service": [{ "id": "s1", "branch": "army", "from_year": 2010, "to_year": 2018,
            "specialities": [{ "code": code, "title": title }], "text": "" }],
        "intentions": { "places": ["330482"] }
    });
    who.client.post("/api/me/profile", body).await.expect(201);
    app.index_now();
    who
}

/// The open position of the first employer becomes work for electricians of photovoltaics; the second stays a garage.
async fn photovoltaic_position(world: &World) -> String {
    let employer = &world.employers[0];
    let mut position = samples::position();
    position["title"] = json!("光伏电站运维员");
    position["occupation"] = json!("6-28-01-10");
    position["requirements"] = json!([]);
    position["description"] = json!("负责光伏电站的巡视和值班，填写运行记录。");
    let version = employer.who.client.get(&format!("/api/me/positions/{}", employer.position)).await.version();
    let draft = employer.who.client.request(Method::PUT, &format!("/api/positions/{}", employer.position));
    draft.if_match(&version).json(position).send().await.expect(200);
    world.app.index_now();
    employer.position.clone()
}

/// Ids of the positions that the person is shown, best first.
async fn order(who: &Somebody) -> Vec<String> {
    let matches = who.client.get("/api/me/matches").await.expect(200).json();
    matches["items"].as_array().expect("items").iter().map(|one| text(&one["position"], "id")).collect()
}

#[actix_web::test]
async fn an_accepted_change_turns_the_order_of_matches_and_undoing_turns_it_back() {
    let world = World::new().await;
    let desk = Desk::of(&world).await;
    let plant = photovoltaic_position(&world).await;
    let garage = world.employers[1].position.clone();
    let cook = soldier(&world.app, "13000000061", "vehicle_repair", "修理所骨干").await;
    let second = world.app.second_node().await;
    second.index_now();
    assert_eq!(order(&cook).await[0], garage, "a mechanic goes to the garage");

    let change = correction(&desk, "vehicle_repair", |family| {
        family["occupations"] = json!([
            { "code": "6-28-01-10", "relation": "same", "weight": 100 },
            { "code": "4-12-01-01", "relation": "with_training", "weight": 10 }
        ]);
    });
    let change = desk.propose(change.await).await;
    world.app.index_now();
    assert_eq!(order(&cook).await[0], garage, "nothing counts before it is reviewed");
    desk.decide(&change, true).await.expect(200);
    assert_eq!(order(&cook).await[0], plant, "what is accepted counts at once");
    let found = cook.client.get(&format!("/api/me/matches/{plant}")).await.expect(200).json();
    assert!(found.to_string().contains("speciality:vehicle_repair"), "{found}");

    // The other way, on a node that wrote nothing: the employer's list comes from its own index.
    world.app.index_now();
    let before = second.app.index.cursor();
    second.index_now();
    assert!(second.app.index.cursor() > before);
    let cookie = cook.client.cookie(muster::access::gate::ACCESS_COOKIE).expect("a token");
    let elsewhere = second.anyone();
    elsewhere.set_cookie(muster::access::gate::ACCESS_COOKIE, &cookie);
    let there = elsewhere.get("/api/me/matches").await.expect(200).json();
    assert_eq!(text(&there["items"][0]["position"], "id"), plant);

    desk.undo(&change).await.expect(200);
    assert_eq!(order(&cook).await[0], garage, "undone, the built-in map holds again");
    desk.undo(&change).await.expect(409).refused("wrong_state");
}

#[actix_web::test]
async fn whose_family_changed_is_indexed_anew_and_nobody_else() {
    let world = World::new().await;
    let desk = Desk::of(&world).await;
    let written = || muster::matching::feed::follow(world.app.store(), &world.app.app.index).expect("followed");
    let repair = correction(&desk, "vehicle_repair", |family| family["skills"] = json!(["汽车维修"])).await;
    let change = desk.propose(repair).await;
    assert_eq!(written(), 0, "a proposal moves nobody");
    desk.decide(&change, true).await.expect(200);
    assert_eq!(written(), 2, "both veterans of the world were mechanics");
    let cooking = correction(&desk, "cooking", |family| family["skills"] = json!(["切配"])).await;
    desk.accept(cooking).await;
    assert_eq!(written(), 0, "nobody here cooked");
    desk.undo(&change).await.expect(200);
    assert_eq!(written(), 2);
}

#[actix_web::test]
async fn a_new_family_is_offered_once_it_is_accepted_and_may_be_chosen() {
    let world = World::new().await;
    let desk = Desk::of(&world).await;
    let anyone = world.app.anyone();
    // 光伏运维员
    let path = "/api/dictionaries/specialities?q=%E5%85%89%E4%BC%8F%E8%BF%90%E7%BB%B4%E5%91%98";
    let offered = || async {
        let found = anyone.get(path).await.expect(200).json();
        found.as_array().expect("a list").iter().map(|one| text(one, "name")).collect::<Vec<_>>()
    };
    let change = desk.propose(samples::speciality_change()).await;
    let code = text(&change, "code");
    assert!(!offered().await.contains(&"营区光伏".to_owned()));
    let veteran = world.app.seeker_account("13000000062", "veteran").await;
    let mut body = samples::new_profile(ID_NUMBERS[2], "13000000062", DISTRICT_A);
    body["profile"]["service"][0]["specialities"] = json!([{ "code": code, "title": "光伏运维员" }]);
    let refused = veteran.client.post("/api/me/profile", body.clone()).await.expect(422).refused("invalid").json();
    assert_eq!(refused["errors"][0]["code"], "unknown_speciality");
    desk.decide(&change, true).await.expect(200);
    assert_eq!(offered().await[0], "营区光伏");
    veteran.client.post("/api/me/profile", body.clone()).await.expect(201);
    // Undone, it is offered to nobody; who chose it can still save their profile.
    desk.undo(&change).await.expect(200);
    assert!(!offered().await.contains(&"营区光伏".to_owned()));
    let mine = veteran.client.get("/api/me/profile").await.expect(200);
    let draft = veteran.client.request(Method::PUT, "/api/me/profile").if_match(&mine.version());
    draft.json(body["profile"].clone()).send().await.expect(200);
}

#[actix_web::test]
async fn four_eyes_see_every_change() {
    let desk = Desk::new().await;
    let change = desk.propose(samples::speciality_change()).await;
    let path = format!("{CHANGES}/{}/decision", text(&change, "id"));
    for accept in [true, false] {
        let body = json!({ "accept": accept, "note": "自己看过" });
        desk.author.client.put(&path, body).await.expect(422).refused("self_approval");
    }
    desk.reviewer.client.put(&path, json!({ "accept": false })).await.expect(422).refused("invalid");
    let queue = desk.reviewer.client.get(CHANGES).await.expect(200).json();
    assert_eq!((&queue["total"], &queue["items"][0]["own"]), (&json!(1), &json!(false)));
    assert_eq!(queue["items"][0]["is_new"], true);
    desk.decide(&change, false).await.expect(200);
    desk.decide(&change, true).await.expect(409).refused("wrong_state");
    let record = desk.record(&text(&change, "code")).await;
    assert_eq!(record["in_force"], Value::Null);
    assert_eq!(record["changes"][0]["state"], "refused");
    assert_eq!(record["changes"][0]["note"], "对应职业不准");
    // Withdrawing is the author's alone.
    let change = desk.propose(samples::speciality_change()).await;
    let path = format!("{CHANGES}/{}", text(&change, "id"));
    desk.reviewer.client.delete(&path).await.expect(409).refused("wrong_state");
    desk.author.client.delete(&path).await.expect(204);
    desk.decide(&change, true).await.expect(409).refused("wrong_state");
}

#[actix_web::test]
async fn versions_are_kept_and_undone_step_by_step() {
    let desk = Desk::new().await;
    let one = correction(&desk, "cooking", |family| family["skills"] = json!(["切配"])).await;
    let one = desk.accept(one).await;
    let two = correction(&desk, "cooking", |family| family["skills"] = json!(["面点制作"])).await;
    let two = desk.accept(two).await;
    let skills = || async { desk.record("cooking").await["in_force"]["skills"].clone() };
    assert_eq!(skills().await, json!(["面点制作"]));
    desk.undo(&one).await.expect(409).refused("wrong_state");
    desk.undo(&two).await.expect(200);
    assert_eq!(skills().await, json!(["切配"]));
    let record = desk.record("cooking").await;
    assert_eq!(record["origin"], "corrected");
    let states: Vec<String> =
        record["changes"].as_array().expect("changes").iter().map(|one| text(one, "state")).collect();
    assert_eq!(states, ["undone", "in_force"]);
    desk.undo(&one).await.expect(200);
    let record = desk.record("cooking").await;
    assert_eq!((&record["origin"], &record["built_in"]), (&json!("built_in"), &Value::Null));
    // A number is given once, also after an undoing.
    let three = correction(&desk, "cooking", |family| family["skills"] = json!(["食堂管理"])).await;
    desk.accept(three).await;
    assert_eq!(desk.record("cooking").await["changes"][0]["number"], 3);
}

#[actix_web::test]
async fn a_family_set_aside_leads_nowhere_and_can_come_back() {
    let world = World::new().await;
    let desk = Desk::of(&world).await;
    let aside = json!({ "code": "vehicle_repair", "kind": "set_aside", "family": null, "source": "与另一专业重复" });
    let path = format!("/api/me/matches/{}", world.employers[0].position);
    let client = &world.veterans[0].who.client;
    // A skill that nothing but the family shows.
    let employer = &world.employers[0];
    let mut position = samples::position();
    position["requirements"] = json!([{ "kind": "skill", "name": "底盘维修", "must": false }]);
    let version = employer.who.client.get(&format!("/api/me/positions/{}", employer.position)).await.version();
    let draft = employer.who.client.request(Method::PUT, &format!("/api/positions/{}", employer.position));
    draft.if_match(&version).json(position).send().await.expect(200);
    assert!(client.get(&path).await.text().contains("speciality:vehicle_repair"));
    let change = desk.accept(aside.clone()).await;
    assert!(!client.get(&path).await.text().contains("speciality:vehicle_repair"));
    let list = desk.author.client.get("/api/specialities?origin=set_aside").await.expect(200).json();
    assert_eq!(list["items"][0]["name"], "汽车维修");
    desk.author.client.post(CHANGES, aside).await.expect(409).refused("wrong_state");
    // Whoever has it in their profile can still save that.
    let mine = client.get("/api/me/profile").await.expect(200);
    let draft = client.request(Method::PUT, "/api/me/profile").if_match(&mine.version());
    draft.json(samples::profile()).send().await.expect(200);
    desk.undo(&change).await.expect(200);
    assert!(client.get(&path).await.text().contains("speciality:vehicle_repair"));
}

#[actix_web::test]
async fn bad_proposals_say_what_is_wrong_and_where() {
    let desk = Desk::new().await;
    let refuse = |spoil: fn(&mut Value), code: &'static str, pointer: &'static str| {
        let mut change = samples::speciality_change();
        spoil(&mut change);
        let client = &desk.author.client;
        async move {
            let answer = client.post(CHANGES, change).await.expect(422).refused(code).json();
            assert_eq!(answer["errors"][0]["pointer"], pointer, "{answer}");
            text(&answer["errors"][0], "detail")
        }
    };
    let near = refuse(
        |one| one["family"]["occupations"][0]["code"] = json!("6-28-01-99"),
        "invalid",
        "/family/occupations/0/code",
    );
    assert!(near.await.contains("6-28-01-00"), "the nearest code is named");
    let near = refuse(|one| one["family"]["skills"][0] = json!("电气设备维修"), "invalid", "/family/skills/0").await;
    assert!(near.contains("电气维修"), "{near}");
    refuse(|one| one["family"]["titles"][0] = json!("炊事员"), "invalid", "/family/titles/0").await;
    refuse(|one| one["family"]["titles"][0] = json!("12345部队光伏员"), "unit_designation", "/family/titles/0").await;
    refuse(|one| one["family"]["name"] = json!("湛江军港光伏"), "unit_designation", "/family/name").await;
    refuse(|one| one["source"] = json!("某部第38集团军老班长"), "unit_designation", "/source").await;
    refuse(|one| one["source"] = json!(""), "invalid", "/source").await;
    refuse(|one| one["code"] = json!("no_such"), "invalid", "/code").await;
    refuse(|one| one["family"] = Value::Null, "invalid", "/family").await;
    refuse(|one| one["kind"] = json!("set_aside"), "invalid", "/family").await;
    let same = correction(&desk, "cooking", |_| {}).await;
    let same = desk.author.client.post(CHANGES, same).await.expect(422).refused("invalid").json();
    assert_eq!(same["errors"][0]["code"], "unchanged");
    let one = correction(&desk, "cooking", |family| family["skills"] = json!(["切配"])).await;
    desk.propose(one.clone()).await;
    desk.author.client.post(CHANGES, one).await.expect(409).refused("wrong_state");
}

#[actix_web::test]
async fn a_title_taken_meanwhile_is_refused_at_the_review() {
    let desk = Desk::new().await;
    let first = desk.propose(samples::speciality_change()).await;
    let mut other = samples::speciality_change();
    other["family"]["name"] = json!("营区储能");
    let second = desk.propose(other).await;
    desk.decide(&first, true).await.expect(200);
    let refused = desk.decide(&second, true).await.expect(422).refused("invalid").json();
    assert_eq!(refused["errors"][0]["code"], "title_taken", "{refused}");
}

#[actix_web::test]
async fn the_list_finds_by_name_and_title_and_is_given_away_as_a_table() {
    let desk = Desk::new().await;
    desk.accept(samples::speciality_change()).await;
    let all = desk.author.client.get("/api/specialities?limit=100").await.expect(200).json();
    assert_eq!((&all["total"], &all["items"][0]["origin"]), (&json!(275), &json!("local")), "one's own come first");
    let next = format!("/api/specialities?limit=100&cursor={}", text(&all, "next"));
    assert_eq!(desk.author.client.get(&next).await.expect(200).json()["items"].as_array().map(Vec::len), Some(100));
    // 炊事员
    let found = desk.author.client.get("/api/specialities?q=%E7%82%8A%E4%BA%8B%E5%91%98").await.expect(200).json();
    assert_eq!(found["items"][0]["code"], "cooking");
    assert_eq!(found["items"][0]["occupations"][0], "中式烹调师");
    let file = desk.author.client.get("/api/specialities/export").await.expect(200);
    let table = file.table();
    assert!(format!("{table:?}").contains("6-28-01-10 光伏发电运维值班员（相同，100）"), "{table:?}");
}
