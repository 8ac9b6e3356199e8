//! Bad input: every refusal has a code, points at what is wrong, and leaves nothing behind.

use actix_web::http::Method;
use serde_json::json;

use crate::support::TestApp;
use crate::support::samples::{self, DISTRICT_A, ID_NUMBERS};

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
