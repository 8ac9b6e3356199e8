//! Bad input: every refusal has a code, points at what is wrong, and leaves nothing behind.

use actix_web::http::Method;
use serde_json::json;

use crate::support::TestApp;
use crate::support::samples::{self, DISTRICT_A, ID_NUMBERS};
use crate::support::world::World;

#[actix_web::test]
async fn bodies_are_read_strictly() {
    let app = TestApp::new().await;
    let send = |media_type: &'static str, body: &str| {
        let draft = app.anyone().request(Method::POST, "/api/sessions").bytes(media_type, body.as_bytes().to_vec());
        async move { draft.send().await }
    };
    let json = "application/json";
    for (media_type, body, status, code) in [
        (json, r#"{"identifier":"13000000011","password":"x","admin":true}"#, 400, "unknown_field"),
        (json, r#"{"identifier":"13000000011","identifier":"1","password":"x"}"#, 400, "duplicate_key"),
        (json, r#"{"identifier":"13000000011","#, 400, "invalid_json"),
        (json, r#"{"identifier":"13000000011","password":"x"} {}"#, 400, "invalid_json"),
        (json, r#"{"identifier":"13000000011"}"#, 422, "invalid"),
        (json, r#"{"identifier":13000000011,"password":"x"}"#, 422, "invalid"),
        (json, "\u{feff}{}", 400, "invalid_json"),
        (json, r#"["13000000011","x"]"#, 400, "invalid_json"),
        ("text/plain", r#"{"identifier":"13000000011","password":"x"}"#, 415, "wrong_content_type"),
        ("application/x-www-form-urlencoded", "identifier=1", 415, "wrong_content_type"),
    ] {
        send(media_type, body).await.expect(status).refused(code);
    }
    let big = format!(r#"{{"identifier":"{}","password":"x"}}"#, "1".repeat(70_000));
    send(json, &big).await.expect(413).refused("body_too_large");
    let deep = "[".repeat(100_000);
    let answer = send(json, &deep).await;
    assert!(matches!(answer.status.as_u16(), 400 | 413 | 422), "{}", answer.text());
}

#[actix_web::test]
async fn a_wrong_value_is_pointed_at() {
    let app = TestApp::new().await;
    let veteran = app.veteran("13000000011", ID_NUMBERS[0], DISTRICT_A).await;
    for (pointer, value) in [
        ("/service/0/branch", json!("marines")),
        ("/service/0/from_year", json!("2008")),
        ("/certificates/0/expires_on", json!("2027-02-30")),
        ("/intentions/places/0", json!("999999")),
        ("/intentions/shifts/0/shift", json!("always")),
    ] {
        let mut profile = samples::profile();
        *profile.pointer_mut(pointer).expect("a field") = value;
        let draft = veteran.who.client.request(Method::PUT, "/api/me/profile").if_match("\"1\"").json(profile);
        let answer = draft.send().await.expect(422).refused("invalid").json();
        assert_eq!(answer["errors"][0]["pointer"], pointer, "{answer}");
    }
    assert_eq!(veteran.who.client.get("/api/me/profile").await.json()["version"], 1, "nothing was saved");
}

#[actix_web::test]
async fn what_is_lost_in_reading_is_refused_at_every_depth() {
    let app = TestApp::new().await;
    let veteran = app.veteran("13000000011", ID_NUMBERS[0], DISTRICT_A).await;
    let profile = samples::profile().to_string();
    let branch = r#""branch":"army""#;
    assert!(profile.contains(branch), "{profile}");
    let twice = profile.replacen(branch, &format!("{branch},{branch}"), 1);
    // serde would take the array for an experience.
    let mut by_place = samples::profile();
    by_place["experiences"][0] = json!(["e1", "汽车维修工", 2017, 2024, "修理货车底盘和发动机"]);
    for (body, status, code, pointer) in
        [(twice, 400, "duplicate_key", "/service/0/branch"), (by_place.to_string(), 422, "invalid", "/experiences/0")]
    {
        let draft = veteran.who.client.request(Method::PUT, "/api/me/profile").if_match("\"1\"");
        let answer = draft.bytes("application/json", body.into_bytes()).send().await.expect(status).refused(code);
        assert_eq!(answer.json()["errors"][0]["pointer"], pointer);
    }
    assert_eq!(veteran.who.client.get("/api/me/profile").await.json()["version"], 1, "nothing was saved");
}

#[actix_web::test]
async fn queries_are_read_strictly() {
    let app = TestApp::new().await;
    for (query, code) in [
        ("unknown=1", "invalid_query"),
        ("shift=day&shift=night", "invalid_query"),
        ("shift=always", "invalid_query"),
        ("limit=0", "invalid_query"),
        ("limit=101", "invalid_query"),
        ("pay_min=-1", "invalid_query"),
        ("pay_min=x", "invalid_query"),
        ("region=99", "invalid_query"),
        ("cursor=!!!", "invalid_cursor"),
        ("cursor=OTk5OTk5OTk", "invalid_cursor"),
    ] {
        app.anyone().get(&format!("/api/positions?{query}")).await.expect(400).refused(code);
    }
}

#[actix_web::test]
async fn a_division_is_a_code_and_no_pattern() {
    let world = crate::support::world::World::new().await;
    world.officers[0].client.get("/api/people?division=%25").await.expect(400).refused("invalid_query");
    world.officers[0].client.get("/api/organisations?division=3304__").await.expect(400).refused("invalid_query");
}

#[actix_web::test]
async fn unknown_addresses_and_methods_are_refused_alike() {
    let app = TestApp::new().await;
    app.anyone().get("/api/nothing").await.expect(404).refused("not_found");
    app.anyone().get("/api/positions/not-an-id").await.expect(404).refused("not_found");
    app.anyone().request(Method::DELETE, "/api/positions").send().await.expect(405).refused("method_not_allowed");
    app.anyone().request(Method::TRACE, "/api/session").send().await.expect(405);
}

#[actix_web::test]
async fn a_creating_request_needs_its_key() {
    let app = TestApp::new().await;
    let draft = app.anyone().request(Method::POST, "/api/accounts").header("Idempotency-Key", "short");
    draft.json(samples::account("13000000011", None)).send().await.expect(400).refused("missing_header");
}

#[actix_web::test]
async fn an_escaped_address_is_no_way_round_the_gate() {
    let app = TestApp::new().await;
    app.anyone().post("/api/positions/%63heck", samples::position()).await.expect(404).refused("not_found");
    app.anyone().get("/api/session%2F").await.expect(404);
}

#[actix_web::test]
async fn numbers_that_reach_somebody_are_refused_in_profile_texts() {
    let app = TestApp::new().await;
    let veteran = app.veteran("13000000011", ID_NUMBERS[0], DISTRICT_A).await;
    for text in ["电话 130 0000 0011", "１３０００００００１１", "微信 a13000000011"] {
        let mut profile = samples::profile();
        profile["experiences"][0]["text"] = json!(text);
        let draft = veteran.who.client.request(Method::PUT, "/api/me/profile").if_match("\"1\"").json(profile);
        let answer = draft.send().await.expect(422).json();
        assert_eq!(answer["errors"][0]["code"], "personal_number", "{text}");
    }
    let mut profile = samples::profile();
    profile["experiences"][0]["id"] = json!("在179旅");
    let draft = veteran.who.client.request(Method::PUT, "/api/me/profile").if_match("\"1\"").json(profile);
    assert_eq!(draft.send().await.expect(422).json()["errors"][0]["pointer"], "/experiences/0/id");
}

#[actix_web::test]
async fn characters_that_do_not_show_are_refused_where_they_stand() {
    let world = World::new().await;
    let client = &world.employers[0].who.client;
    for hidden in ["\u{0}", "\u{7}", "\u{200B}", "\u{202E}", "\u{FEFF}"] {
        let mut position = samples::position();
        position["requirements"][1]["name"] = json!(format!("限{hidden}女性"));
        let body = json!({ "enterprise_id": world.employers[0].enterprise, "position": position });
        let refused = client.post("/api/positions", body).await.expect(422).refused("invalid").json();
        assert_eq!(refused["errors"][0]["pointer"], "/position/requirements/1/name", "{hidden:?}");
        assert_eq!(refused["errors"][0]["code"], "invisible_character");
    }
    // In an address they are left out.
    world.app.anyone().get("/api/positions?q=%00%E7%BB%B4%E2%80%8B%E4%BF%AE").await.expect(200);
    let path = "/api/people/imports?file_name=a%00b.csv&dry_run=false";
    let csv = "姓名,手机号,居住地代码\n陈小海,13000000098,330482001\n";
    let draft = world.officers[0].client.request(Method::POST, path).bytes("text/csv", csv.into());
    draft.send().await.expect(200);
    assert_eq!(world.officers[0].client.get("/api/imports").await.json()[0]["file_name"], "ab.csv");
    // A number copied from a chat comes with marks of direction; it is read without them.
    let body = json!({ "lookup": "\u{202D}13000000011\u{202C}" });
    assert_eq!(world.officers[0].client.post("/api/people/lookup", body).await.expect(200).json()["total"], 1);
}

#[actix_web::test]
async fn what_is_odd_is_refused_and_not_guessed_at() {
    let world = World::new().await;
    let (officer, employer) = (&world.officers[0].client, &world.employers[0]);
    officer.post("/api/people/lookup", json!(["林长风"])).await.expect(400).refused("invalid_json");
    officer.post("/api/people/lookup", json!({ "lookup": "" })).await.expect(422).refused("invalid");
    world.veterans[0].who.client.get("/api/me/profile?nope=1").await.expect(400).refused("invalid_query");
    officer.get(&format!("/api/people/{{{}}}", world.veterans[0].person)).await.expect(404);
    officer.get(&format!("/api/people/urn:uuid:{}", world.veterans[0].person)).await.expect(404);
    let mut position = samples::position();
    position["pay"] = json!({ "min": 1, "max": i64::MAX, "unit": "month" });
    let body = json!({ "enterprise_id": employer.enterprise, "position": position });
    let refused = employer.who.client.post("/api/positions", body).await.expect(422).refused("invalid").json();
    assert_eq!(refused["errors"][0]["detail"], "薪资超过 1000 万元，请核对：金额以分为单位");
    position["pay"] = json!({ "min": 500_000, "max": 600_000, "unit": "month", "x": 1 });
    let body = json!({ "enterprise_id": employer.enterprise, "position": position });
    employer.who.client.post("/api/positions", body).await.expect(400).refused("unknown_field");
    let pause = json!({ "step": "pause", "valid_until": "2027-01-01" });
    employer.who.client.step(&employer.position, pause).await.expect(422).refused("invalid");
    let draft =
        officer.request(Method::POST, "/api/people/lookup").bytes("application/json; charset=gbk", b"{}".to_vec());
    draft.send().await.expect(415).refused("wrong_content_type");
    let draft = world.app.anyone().request(Method::POST, "/positions").json(json!({}));
    draft.send().await.expect(405).refused("method_not_allowed");
}

#[actix_web::test]
async fn secrets_of_service_and_numbers_are_refused_in_every_text_that_is_kept() {
    let world = World::new().await;
    let officer = &world.officers[0].client;
    let person = format!("/api/people/{}", world.veterans[0].person);
    for (what, code) in [("身份证、61398部队证明", "unit_designation"), ("身份证 331234198501010011", "invalid")]
    {
        officer.verify(&person, json!({ "approve": true, "what": what })).await.expect(422).refused(code);
    }
    let mut position = samples::position();
    position["requirements"][1]["name"] = json!("61398部队服役");
    let body = json!({ "enterprise_id": world.employers[0].enterprise, "position": position });
    world.employers[0].who.client.post("/api/positions", body).await.expect(422).refused("unit_designation");
    let who = world.app.seeker_account("13000000071", "veteran").await;
    let mut body = samples::new_profile(samples::ID_NUMBERS[2], "13000000071", samples::DISTRICT_A);
    for name in ["61398部队", "13812345678"] {
        body["identity"]["name"] = json!(name);
        let refused = who.client.post("/api/me/profile", body.clone()).await.expect(422).json();
        assert_eq!(refused["errors"][0]["pointer"], "/identity/name");
    }
    body["identity"]["name"] = json!("林长风");
    body["identity"]["division"] = json!("330482");
    let refused = who.client.post("/api/me/profile", body.clone()).await.expect(422).json();
    assert_eq!(refused["errors"][0]["code"], "too_wide", "a whole county is nobody's");
    // Of 海盐县 the table knows no townships.
    body["identity"]["division"] = json!("330424");
    who.client.post("/api/me/profile", body).await.expect(201);
}
