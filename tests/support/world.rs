//! People and employers of a test world, made through the public API as far as there is one.

use std::net::SocketAddr;

use actix_web::http::Method;
use muster::access::permissions::Role;
use muster::store::journal::Author;
use serde_json::{Value, json};

use super::samples::{self, CREDIT_CODES, DISTRICT_A, DISTRICT_B, ID_NUMBERS};
use super::{Client, TestApp};

/// Somebody with an account.
#[derive(Clone)]
pub struct Somebody {
    pub client: Client,
    pub account: String,
    pub mobile: String,
}

/// Two of everything, in two districts.
pub struct World {
    pub app: TestApp,
    pub officers: [Somebody; 2],
    pub veterans: [Seeker; 2],
    pub employers: [Employer; 2],
}

pub struct Seeker {
    pub who: Somebody,
    pub person: String,
}

pub struct Employer {
    pub who: Somebody,
    pub enterprise: String,
    pub position: String,
}

impl TestApp {
    /// An account without a role, signed in.
    pub async fn account(&self, mobile: &str) -> Somebody {
        self.sign_up(mobile, None).await
    }

    pub async fn seeker_account(&self, mobile: &str, role: &str) -> Somebody {
        self.sign_up(mobile, Some(role)).await
    }

    async fn sign_up(&self, mobile: &str, seeker: Option<&str>) -> Somebody {
        let client = self.anyone();
        let draft = client.request(Method::POST, "/api/accounts").json(samples::account(mobile, seeker));
        let answer = draft.peer(network(mobile)).send().await.expect(201);
        let account = answer.json()["account"]["id"].as_str().expect("an id").to_owned();
        Somebody { client, account, mobile: mobile.to_owned() }
    }

    /// An account with a role that only an administrator gives.
    pub async fn staff(&self, mobile: &str, role: Role, district: Option<&str>) -> Somebody {
        let somebody = self.account(mobile).await;
        self.give(&somebody, role, district);
        somebody
    }

    pub fn give(&self, somebody: &Somebody, role: Role, district: Option<&str>) {
        let account = somebody.account.parse().expect("an id");
        self.store()
            .write_now(Author::SYSTEM, |tx| {
                muster::access::actions::give(tx, account, role, None, district.map(str::to_owned))
            })
            .expect("the role is given");
    }

    /// A veteran with a profile, not verified yet.
    pub async fn veteran(&self, mobile: &str, id_number: &str, district: &str) -> Seeker {
        let who = self.seeker_account(mobile, "veteran").await;
        let body = samples::new_profile(id_number, mobile, district);
        let answer = who.client.post("/api/me/profile", body).await.expect(201);
        Seeker { person: text(&answer.json(), "id"), who }
    }

    /// A verified enterprise with one open position.
    pub async fn employer(&self, officer: &Somebody, mobile: &str, credit_code: &str, district: &str) -> Employer {
        let who = self.account(mobile).await;
        let name = format!("平湖市望远{}汽车服务有限公司", &mobile[10..]);
        let body = samples::organisation(&name, credit_code, district);
        let enterprise = text(&who.client.post("/api/organisations", body).await.expect(201).json(), "id");
        self.approve_employer(officer, &enterprise).await;
        let who = self.sign_in(who).await;
        let body = json!({ "enterprise_id": enterprise, "position": samples::position() });
        let position = text(&who.client.post("/api/positions", body).await.expect(201).json(), "id");
        who.client.step(&position, json!({ "step": "publish" })).await.expect(200);
        Employer { who, enterprise, position }
    }

    async fn approve_employer(&self, officer: &Somebody, enterprise: &str) {
        let path = format!("/api/organisations/{enterprise}");
        let verified = json!({ "approve": true, "what": "营业执照原件" });
        officer.client.verify(&path, verified).await.expect(200);
        let grants = officer.client.get(&format!("{path}/representatives")).await.expect(200).json();
        let grant = text(&grants[0], "id");
        let decision = json!({ "approve": true });
        officer.client.put(&format!("{path}/representatives/{grant}/decision"), decision).await.expect(200);
    }

    /// Signs in again: a role that came or went has ended the session before.
    pub async fn sign_in(&self, somebody: Somebody) -> Somebody {
        let client = self.anyone();
        let body = json!({ "identifier": somebody.mobile, "password": samples::PASSWORD });
        let draft = client.request(Method::POST, "/api/sessions").json(body);
        draft.peer(network(&somebody.mobile)).send().await.expect(201);
        Somebody { client, ..somebody }
    }
}

impl World {
    pub async fn new() -> World {
        let app = TestApp::new().await;
        let officers = [
            app.staff("13000000001", Role::StationOfficer, Some(DISTRICT_A)).await,
            app.staff("13000000002", Role::StationOfficer, Some(DISTRICT_B)).await,
        ];
        let veterans = [
            app.veteran("13000000011", ID_NUMBERS[0], DISTRICT_A).await,
            app.veteran("13000000012", ID_NUMBERS[1], DISTRICT_B).await,
        ];
        for (officer, veteran) in officers.iter().zip(&veterans) {
            let verified = json!({ "approve": true, "what": "身份证、退役证原件" });
            officer.client.verify(&format!("/api/people/{}", veteran.person), verified).await.expect(200);
        }
        let employers = [
            app.employer(&officers[0], "13000000021", CREDIT_CODES[0], DISTRICT_A).await,
            app.employer(&officers[1], "13000000022", CREDIT_CODES[1], DISTRICT_B).await,
        ];
        app.index_now();
        World { app, officers, veterans, employers }
    }
}

/// A network for each: sign-ups and sign-ins of one are limited, and a test world needs many at once.
fn network(mobile: &str) -> SocketAddr {
    let tail: u16 = mobile[mobile.len() - 4..].parse().expect("digits");
    let [high, low] = tail.to_be_bytes();
    SocketAddr::from(([172, high, low, 1], 4000))
}

/// A text field of a JSON object.
#[track_caller]
pub fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_else(|| panic!("{field} in {value}")).to_owned()
}
