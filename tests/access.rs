//! Accounts, sessions, roles, tokens.

use actix_web::http::Method;
use chrono::Duration;
use muster::access::gate::{ACCESS_COOKIE, DEVICE_COOKIE, REFRESH_COOKIE};
use muster::access::permissions::Role;
use muster::access::{Actor, actions};
use muster::store::journal::Author;
use serde_json::json;

use crate::support::TestApp;
use crate::support::samples::{self, PASSWORD};
use crate::support::world::text;

#[actix_web::test]
async fn signing_up_signs_in_and_masks_the_name() {
    let app = TestApp::new().await;
    let client = app.anyone();
    let answer = client.post("/api/accounts", samples::account("13000000011", Some("veteran"))).await.expect(201);
    assert_eq!(answer.json()["account"]["name"], "林**");
    assert_eq!(answer.json()["account"]["roles"][0]["role"], "veteran");
    assert_eq!(client.get("/api/session").await.json()["world"], "live");
    let again = app.anyone().post("/api/accounts", samples::account("13000000011", None)).await;
    again.expect(409).refused("already_registered");
}

#[actix_web::test]
async fn a_repeated_sign_up_makes_one_account() {
    let app = TestApp::new().await;
    let send = || {
        let draft = app.anyone().request(Method::POST, "/api/accounts").header("Idempotency-Key", "the-same-key");
        draft.json(samples::account("13000000011", None)).send()
    };
    let one = send().await.expect(201).json();
    let other = send().await.expect(201).json();
    assert_eq!(one["account"]["id"], other["account"]["id"]);
    let mut stranger = samples::account("13000000011", None);
    stranger["password"] = json!("another-long-battery");
    let draft = app.anyone().request(Method::POST, "/api/accounts").header("Idempotency-Key", "the-same-key");
    draft.json(stranger).send().await.expect(422).refused("idempotency_mismatch");
}

#[actix_web::test]
async fn every_wrong_field_is_named_at_once() {
    let app = TestApp::new().await;
    let body =
        json!({ "name": " ", "mobile": "1380000", "email": "nobody", "password": PASSWORD, "seeker": "auditor" });
    let answer = app.anyone().post("/api/accounts", body).await.expect(422).refused("invalid");
    let errors = answer.json()["errors"].as_array().expect("errors").clone();
    let pointers: Vec<&str> = errors.iter().filter_map(|error| error["pointer"].as_str()).collect();
    assert_eq!(pointers, ["/name", "/mobile", "/email", "/seeker"]);
}

#[actix_web::test]
async fn easy_passwords_are_refused() {
    let app = TestApp::new().await;
    for password in ["short", "password123", "aaaaaaaa1", "12345678", "abcdefghi", "退役军人123", "my13000000011x"]
    {
        let mut body = samples::account("13000000011", None);
        body["password"] = json!(password);
        let answer = app.anyone().post("/api/accounts", body).await;
        assert_eq!(answer.code(), "weak_password", "{password}: {}", answer.text());
        app.advance(Duration::seconds(10));
    }
}

#[actix_web::test]
async fn guessing_is_counted_and_the_owner_gets_in_from_a_known_device() {
    let app = TestApp::new().await;
    let owner = app.account("13000000011").await;
    let owner = app.sign_in(owner).await;
    let guess = |password: &str| json!({ "identifier": "13000000011", "password": password });
    for _ in 0..5 {
        app.anyone().post("/api/sessions", guess("wrong-wrong-wrong")).await.expect(401).refused("wrong_credentials");
    }
    let blocked = app.anyone().post("/api/sessions", guess(PASSWORD)).await.expect(429).refused("too_many_requests");
    assert!(blocked.headers.contains_key("retry-after"));
    let device = owner.client.cookie(DEVICE_COOKIE).expect("a device cookie");
    let known = app.anyone();
    known.set_cookie(DEVICE_COOKIE, &device);
    known.post("/api/sessions", guess(PASSWORD)).await.expect(201);
    app.advance(Duration::minutes(11));
    app.anyone().post("/api/sessions", guess(PASSWORD)).await.expect(201);
}

#[actix_web::test]
async fn an_unknown_account_answers_like_a_wrong_password() {
    let app = TestApp::new().await;
    app.account("13000000011").await;
    let wrong = |mobile: &str| json!({ "identifier": mobile, "password": "wrong-wrong-wrong" });
    let known = app.anyone().post("/api/sessions", wrong("13000000011")).await;
    let unknown = app.anyone().post("/api/sessions", wrong("13000000012")).await;
    assert_eq!((known.status, known.text()), (unknown.status, unknown.text()));
}

#[actix_web::test]
async fn a_session_ends_when_it_is_idle_and_when_it_is_old() {
    let app = TestApp::new().await;
    let veteran = app.seeker_account("13000000011", "veteran").await;
    app.advance(Duration::minutes(6));
    veteran.client.get("/api/me/tokens").await.expect(401).refused("session_expired");
    veteran.client.request(Method::POST, "/api/session/refresh").send().await.expect(201);
    veteran.client.get("/api/me/tokens").await.expect(200);
    app.advance(Duration::minutes(40));
    let late = veteran.client.request(Method::POST, "/api/session/refresh").send().await;
    late.expect(401).refused("session_expired");
    let staff = app.staff("13000000012", Role::Auditor, None).await;
    app.advance(Duration::minutes(25));
    let late = staff.client.request(Method::POST, "/api/session/refresh").send().await;
    late.expect(401).refused("session_expired");
}

#[actix_web::test]
async fn an_old_refresh_token_kills_the_session() {
    let app = TestApp::new().await;
    let owner = app.account("13000000011").await.client;
    let thief = owner.fork();
    let refresh = || owner.request(Method::POST, "/api/session/refresh").send();
    refresh().await.expect(201);
    // The one just replaced may come again: its answer could have been lost on the way.
    let parent = thief.fork();
    parent.request(Method::POST, "/api/session/refresh").send().await.expect(201);
    refresh().await.expect(201);
    thief.request(Method::POST, "/api/session/refresh").send().await.expect(401);
    owner.get("/api/me/tokens").await.expect(401).refused("session_expired");
}

#[actix_web::test]
async fn parallel_refreshes_leave_one_lineage() {
    let app = TestApp::new().await;
    let owner = app.account("13000000011").await.client;
    let forks: Vec<_> = (0..20).map(|_| owner.fork()).collect();
    let calls = forks.iter().map(|fork| fork.request(Method::POST, "/api/session/refresh").send());
    let answers = futures_util::future::join_all(calls).await;
    assert!(answers.iter().all(|answer| answer.status == 201));
    let before = owner.cookie(REFRESH_COOKIE);
    let rotated = forks.iter().filter(|fork| fork.cookie(REFRESH_COOKIE) != before).count();
    assert_eq!(rotated, 1, "one of them got the next token");
}

#[actix_web::test]
async fn signing_out_and_disabling_take_effect_with_the_next_request() {
    let app = TestApp::new().await;
    let veteran = app.seeker_account("13000000011", "veteran").await;
    let kept = veteran.client.fork();
    veteran.client.delete("/api/session").await.expect(204);
    kept.get("/api/me/tokens").await.expect(401);
    let veteran = app.sign_in(veteran).await;
    let token = veteran.client.post("/api/me/tokens", json!({ "name": "脚本", "days": 30 })).await.expect(201);
    let by_token = veteran.client.with_bearer(&text(&token.json(), "token"));
    by_token.get("/api/me/tokens").await.expect(200);
    let admin = app.staff("13000000012", Role::SecurityAdministrator, None).await;
    let path = format!("/api/accounts/{}/state", veteran.account);
    admin.client.put(&path, json!({ "state": "disabled" })).await.expect(204);
    veteran.client.get("/api/me/tokens").await.expect(401);
    by_token.get("/api/me/tokens").await.expect(401);
    let body = json!({ "identifier": veteran.mobile, "password": PASSWORD });
    app.anyone().post("/api/sessions", body).await.expect(401);
}

#[actix_web::test]
async fn a_changed_password_ends_every_session_and_token() {
    let app = TestApp::new().await;
    let owner = app.account("13000000011").await;
    let token = owner.client.post("/api/me/tokens", json!({ "name": "脚本", "days": 30 })).await.expect(201);
    let by_token = owner.client.with_bearer(&text(&token.json(), "token"));
    let body = json!({ "identifier": "13000000011", "old": PASSWORD, "new": "another-long-battery" });
    owner.client.put("/api/me/password", body).await.expect(204);
    owner.client.get("/api/me/tokens").await.expect(401);
    by_token.get("/api/me/tokens").await.expect(401);
}

#[actix_web::test]
async fn state_changes_need_our_own_page() {
    let app = TestApp::new().await;
    let veteran = app.seeker_account("13000000011", "veteran").await;
    let draft = || veteran.client.request(Method::PUT, "/api/me/visibility").json(json!({ "visible": true }));
    draft().header("X-CSRF-Token", "wrong").send().await.expect(403).refused("csrf_refused");
    draft().header("Origin", "https://elsewhere.example").send().await.expect(403).refused("csrf_refused");
    draft().header("Sec-Fetch-Site", "cross-site").send().await.expect(403).refused("csrf_refused");
    draft().if_match("\"1\"").header("Sec-Fetch-Site", "same-origin").send().await.expect(404);
    let plain = veteran.client.request(Method::PUT, "/api/me/visibility").bytes("text/plain", b"{}".to_vec());
    plain.if_match("\"1\"").send().await.expect(415).refused("wrong_content_type");
}

#[actix_web::test]
async fn forged_tokens_are_refused() {
    let app = TestApp::new().await;
    let owner = app.account("13000000011").await;
    let good = owner.client.cookie(ACCESS_COOKIE).expect("a token");
    for (name, token) in crate::support::forged::tokens(&good) {
        let client = app.anyone();
        client.set_cookie(ACCESS_COOKIE, &token);
        let answer = client.get("/api/me/tokens").await;
        assert_eq!(answer.status, 401, "{name}: {}", answer.text());
    }
    owner.client.get("/api/me/tokens").await.expect(200);
}

#[actix_web::test]
async fn the_bootstrap_code_works_once() {
    let app = TestApp::new().await;
    let prepare = || app.store().write_now(Author::SYSTEM, |tx| actions::prepare_bootstrap(tx, &Actor::system()));
    let code = prepare().expect("prepared").expect("a code");
    let body = |code: &str, mobile: &str| json!({ "code": code, "account": samples::account(mobile, None) });
    app.anyone().post("/api/bootstrap", body("wrong", "13000000011")).await.expect(401);
    let answer = app.anyone().post("/api/bootstrap", body(&code, "13000000011")).await.expect(201);
    assert_eq!(answer.json()["account"]["roles"][0]["role"], "security_administrator");
    app.anyone().post("/api/bootstrap", body(&code, "13000000012")).await.expect(404);
    assert_eq!(prepare().expect("prepared"), None, "there is an account already");
}

#[actix_web::test]
async fn roles_of_finance_and_administration_need_four_eyes() {
    let app = TestApp::new().await;
    let one = app.staff("13000000011", Role::SecurityAdministrator, None).await;
    let other = app.staff("13000000012", Role::SecurityAdministrator, None).await;
    let clerk = app.account("13000000013").await;
    let ask = |role: &str| json!({ "account_id": clerk.account, "role": role });
    let grant = text(&one.client.post("/api/grants", ask("finance_maker")).await.expect(201).json(), "id");
    let path = format!("/api/grants/{grant}/decision");
    one.client.put(&path, json!({ "approve": true })).await.expect(422).refused("self_approval");
    other.client.put(&path, json!({ "approve": true })).await.expect(200);
    other.client.post("/api/grants", ask("finance_checker")).await.expect(422).refused("incompatible_roles");
    other.client.post("/api/grants", ask("auditor")).await.expect(422).refused("incompatible_roles");
    one.client.post("/api/grants", ask("station_officer")).await.expect(422).refused("invalid");
}

#[actix_web::test]
async fn a_live_world_has_no_one_click_sign_in() {
    let app = TestApp::new().await;
    app.account("13000000011").await;
    app.anyone().post("/api/demo/sessions", json!({ "role": "auditor" })).await.expect(404);
}

#[actix_web::test]
async fn every_answer_has_its_headers_and_cookies_their_flags() {
    let app = TestApp::new().await;
    let client = app.anyone();
    for path in ["/api/session", "/api/nothing", "/", "/api/docs", "/api/positions?x=1", "/api/me/profile"] {
        let answer = client.get(path).await;
        for name in
            ["content-security-policy", "x-content-type-options", "strict-transport-security", "referrer-policy"]
        {
            assert!(answer.headers.contains_key(name), "{path} lacks {name}");
        }
        assert!(!answer.header("content-security-policy").contains("unsafe"));
    }
    let answer = client.post("/api/accounts", samples::account("13000000011", None)).await.expect(201);
    for cookie in answer.headers.get_all("set-cookie") {
        let text = cookie.to_str().expect("text");
        for flag in ["__Host-", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(text.contains(flag), "{text} lacks {flag}");
        }
        let value = text.split(['=', ';']).nth(1).expect("a value");
        assert!(!answer.text().contains(value), "a token never stands in a body");
    }
}

#[actix_web::test]
async fn the_last_security_administrator_stays() {
    let app = TestApp::new().await;
    let one = app.staff("13000000011", Role::SecurityAdministrator, None).await;
    let session = one.client.get("/api/session").await.json();
    let path = format!("/api/grants/{}", text(&session["account"]["roles"][0], "grant_id"));
    one.client.delete(&path).await.expect(409).refused("wrong_state");
    let other = app.staff("13000000012", Role::SecurityAdministrator, None).await;
    one.client.delete(&path).await.expect(200);
    // Having been two once, nobody is "alone" again: four eyes cannot be got rid of by a revocation.
    let clerk = app.account("13000000013").await;
    let ask = json!({ "account_id": clerk.account, "role": "finance_maker" });
    let grant = text(&other.client.post("/api/grants", ask).await.expect(201).json(), "id");
    let decision = other.client.put(&format!("/api/grants/{grant}/decision"), json!({ "approve": true })).await;
    decision.expect(422).refused("self_approval");
}
