//! Every route × every kind of principal × own, foreign and nonexistent objects, driven by the
//! permission table. A cell that nobody declared fails; a denied call changes nothing.

use std::collections::BTreeMap;

use actix_web::http::Method;
use muster::access::permissions::{Action, Reach, Role, Who, table};
use muster::http::Declared;
use muster::store::Db;
use serde_json::{Value, json};

use crate::support::samples::{self, DISTRICT_A};
use crate::support::world::{Somebody, World, text};
use crate::support::{Answer, Client};

/// Whose object a request names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Relation {
    /// The principal's own, or in their organisation or district.
    Own,
    /// Somebody else's, in another organisation and district.
    Foreign,
    Nonexistent,
}

/// A kind of principal. `holds` is what the table should see; `None` for a principal without account.
struct Principal {
    name: &'static str,
    client: Client,
    /// Roles that count. Pending and revoked ones do not.
    roles: Vec<Role>,
    signed_in: bool,
}

const NOBODY: &str = "00000000-0000-7000-8000-0000000fffff";

/// Ids of the world's objects: index 0 belongs to district A and its people, 1 to district B and its.
struct Objects {
    people: [String; 2],
    organisations: [String; 2],
    positions: [String; 2],
    accounts: [String; 2],
    grants: [String; 2],
    tokens: [String; 2],
    memberships: [String; 2],
    associations: [String; 2],
    representatives: [String; 2],
    job: String,
    imports: [String; 2],
}

/// The path and body of one call. `None`: the route names no object, so only one relation exists.
fn sample(route: &Declared, objects: &Objects, relation: Relation) -> Option<(String, Option<Value>)> {
    let pick = |ids: &[String; 2]| match relation {
        Relation::Own => ids[0].clone(),
        Relation::Foreign => ids[1].clone(),
        Relation::Nonexistent => NOBODY.to_owned(),
    };
    let verification = json!({ "approve": true, "what": "原件已核对" });
    let path = route.path.as_str();
    let (id, body) = match route.operation.as_str() {
        "read_person" | "list_person_matches" => (pick(&objects.people), None),
        "update_person" => (pick(&objects.people), Some(samples::profile())),
        "verify_person" => (pick(&objects.people), Some(verification)),
        "reveal_person" => (pick(&objects.people), Some(json!({ "field": "mobile", "why": "contact" }))),
        "read_organisation" | "list_representatives" | "list_memberships" | "read_enterprise" => {
            (pick(&objects.organisations), None)
        }
        "update_organisation" => (
            pick(&objects.organisations),
            Some(samples::organisation("平湖市改名有限公司", samples::CREDIT_CODES[0], DISTRICT_A)),
        ),
        "verify_organisation" => (pick(&objects.organisations), Some(verification)),
        "create_membership" => {
            let enterprise = pick(&objects.organisations);
            (pick(&objects.associations), Some(json!({ "enterprise_id": enterprise, "since": "2026-01-01" })))
        }
        "delete_membership" => (pick(&objects.memberships), None),
        "read_position" | "read_own_position" | "list_candidates" | "read_own_match" => {
            (pick(&objects.positions), None)
        }
        "update_position" => (pick(&objects.positions), Some(samples::position())),
        "step_position" => (pick(&objects.positions), Some(json!({ "step": "pause" }))),
        "duplicate_position" => (pick(&objects.positions), None),
        "update_account_state" => (pick(&objects.accounts), Some(json!({ "state": "active" }))),
        "decide_grant" => (pick(&objects.grants), Some(json!({ "approve": false }))),
        "delete_grant" => (pick(&objects.grants), None),
        "delete_token" => (pick(&objects.tokens), None),
        "undo_import" => (pick(&objects.imports), None),
        "retry_job" if relation == Relation::Nonexistent => (NOBODY.to_owned(), None),
        "retry_job" => (objects.job.clone(), None),
        "decide_representative" => {
            let path = path.replace("{id}", &pick(&objects.organisations));
            let path = path.replace("{grant}", &pick(&objects.representatives));
            return Some((path, Some(json!({ "approve": false }))));
        }
        "create_position" => {
            let body = json!({ "enterprise_id": pick(&objects.organisations), "position": samples::position() });
            return Some((path.to_owned(), Some(body)));
        }
        "create_person" => {
            let district = match relation {
                Relation::Own => samples::DISTRICT_A,
                _ => samples::DISTRICT_B,
            };
            let body = json!({ "kind": "veteran", "person": samples::new_profile(samples::ID_NUMBERS[2], "13000000099", district) });
            return (relation != Relation::Nonexistent).then(|| (path.to_owned(), Some(body)));
        }
        _ => return None,
    };
    let name = path.split(['{', '}']).nth(1).expect("a parameter");
    Some((path.replace(&format!("{{{name}}}"), &id), body))
}

/// The call of a route that names no object.
fn plain(route: &Declared) -> Option<(String, Option<Value>)> {
    let purpose = route.path.replace("{purpose}", "matching");
    let body = match route.operation.as_str() {
        "read_session" | "list_tokens" | "list_accounts" | "list_grants" | "list_jobs" | "list_journal"
        | "read_profile" | "list_consents" | "list_organisations" | "list_own_positions" | "search_positions"
        | "list_own_matches" | "give_consent" | "withdraw_consent" | "refresh_session" | "list_imports"
        | "export_positions" => None,
        "list_specialities" | "list_occupations" | "list_divisions" => return Some((format!("{purpose}?q=a"), None)),
        "list_people" | "export_people" => return Some((format!("{purpose}?division=330482"), None)),
        "create_account" => Some(samples::account("13000000098", None)),
        "bootstrap_account" => Some(json!({ "code": "wrong", "account": samples::account("13000000097", None) })),
        "create_session" => Some(json!({ "identifier": "13000000096", "password": "wrong-wrong-wrong" })),
        "create_demo_session" => Some(json!({ "role": "auditor" })),
        "update_password" => Some(json!({ "identifier": "13000000096", "old": "x", "new": "another-long-one" })),
        "create_token" => Some(json!({ "name": "", "days": 0 })),
        "create_grant" => Some(json!({ "account_id": NOBODY, "role": "mentor" })),
        "create_profile" => Some(samples::new_profile(samples::ID_NUMBERS[0], "13000000011", DISTRICT_A)),
        "update_profile" => Some(samples::profile()),
        "update_identity" => Some(json!({ "name": "林长风", "division": DISTRICT_A })),
        "update_visibility" => Some(json!({ "visible": true })),
        "look_up_people" => Some(json!({ "lookup": "林长风" })),
        "create_organisation" => Some(samples::organisation("平湖市新望有限公司", "bad", DISTRICT_A)),
        "ask_to_represent" => Some(json!({ "credit_code": "bad" })),
        "check_position" => Some(samples::position()),
        "import_positions" | "import_people" => Some(json!("csv")),
        // Ends the session that the other cells need; it has tests of its own in access.rs.
        "delete_session" => return None,
        other => panic!("the matrix has no sample for {other}: declare one"),
    };
    Some((purpose, body))
}

/// What the table says about a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    /// 401: nobody is signed in.
    SignIn,
    /// 403.
    Forbidden,
    /// 404, for what is outside the scope exactly as for what does not exist.
    NotFound,
    /// Anything but a denial.
    Allowed,
}

fn expected(action: Action, principal: &Principal, relation: Relation) -> Expected {
    let mut reaches = Vec::new();
    for (who, reach) in table(action) {
        let counts = match who {
            Who::Anyone => true,
            Who::SignedIn => principal.signed_in,
            Who::Role(role) => principal.roles.contains(role),
        };
        if counts {
            reaches.push(*reach);
        }
    }
    match (reaches.is_empty(), principal.signed_in) {
        (true, false) => Expected::SignIn,
        (true, true) => Expected::Forbidden,
        (false, _) if relation == Relation::Own => Expected::Allowed,
        (false, _) if relation == Relation::Foreign && reaches.contains(&Reach::All) => Expected::Allowed,
        (false, _) => Expected::NotFound,
    }
}

fn fits(answer: &Answer, expected: Expected) -> bool {
    let status = answer.status.as_u16();
    match expected {
        Expected::SignIn => status == 401 && ["not_signed_in", "session_expired"].contains(&answer.code().as_str()),
        Expected::Forbidden => status == 403 && answer.code() == "forbidden",
        Expected::NotFound => status == 404 && answer.code() == "not_found",
        Expected::Allowed => status != 403 && status < 500 && answer.code() != "not_signed_in",
    }
}

async fn principals(world: &World) -> Vec<Principal> {
    let app = &world.app;
    let mut all = vec![Principal { name: "anonymous", client: app.anyone(), roles: vec![], signed_in: false }];
    let mut add = |name, who: &Somebody, roles: Vec<Role>| {
        all.push(Principal { name, client: who.client.clone(), roles, signed_in: true });
    };
    add("no role", &app.account("13000000031").await, vec![]);
    add("veteran", &world.veterans[0].who, vec![Role::Veteran]);
    add("employer representative", &world.employers[0].who, vec![Role::EmployerRepresentative]);
    add("station officer", &world.officers[0], vec![Role::StationOfficer]);
    let spouse = app.seeker_account("13000000032", "spouse").await;
    add("spouse", &spouse, vec![Role::Spouse]);
    for (number, role) in [
        (33, Role::Mentor),
        (34, Role::Organizer),
        (35, Role::FinanceMaker),
        (36, Role::FinanceChecker),
        (37, Role::SystemAdministrator),
        (38, Role::SecurityAdministrator),
        (39, Role::Auditor),
    ] {
        add(role.code(), &app.staff(&format!("130000000{number}"), role, None).await, vec![role]);
    }
    let revoked = app.staff("13000000040", Role::Auditor, None).await;
    revoke(world, &revoked);
    add("role removed after sign-in", &app.sign_in(revoked).await, vec![]);
    // The same organisation and the same district, but nothing of theirs was made by these two.
    let colleague = app.account("13000000042").await;
    represent(world, &colleague);
    add("colleague of the representative", &colleague, vec![Role::EmployerRepresentative]);
    let neighbour = app.staff("13000000043", Role::StationOfficer, Some(DISTRICT_A)).await;
    add("second officer of the district", &neighbour, vec![Role::StationOfficer]);
    let pending = app.account("13000000041").await;
    let asked = json!({ "credit_code": samples::CREDIT_CODES[0] });
    pending.client.post("/api/representatives", asked).await.expect(204);
    add("pending representative", &pending, vec![]);
    let disabled = app.staff("13000000044", Role::StationOfficer, Some(DISTRICT_A)).await;
    disable(world, &disabled);
    all.push(Principal { name: "disabled account", client: disabled.client, roles: vec![], signed_in: false });
    all
}

fn represent(world: &World, somebody: &Somebody) {
    let account = somebody.account.parse().expect("an id");
    let enterprise = world.employers[0].enterprise.parse().ok();
    let give = world.app.store().write_now(muster::store::journal::Author::SYSTEM, |tx| {
        muster::access::actions::give(tx, account, Role::EmployerRepresentative, enterprise, None)
    });
    give.expect("given");
}

fn disable(world: &World, somebody: &Somebody) {
    let account = somebody.account.parse().expect("an id");
    let disable = world.app.store().write_now(muster::store::journal::Author::SYSTEM, |tx| {
        let state = muster::access::model::AccountState::Disabled;
        muster::access::actions::set_account_state(tx, &muster::access::Actor::system(), account, state)
    });
    disable.expect("disabled");
}

fn revoke(world: &World, somebody: &Somebody) {
    let account: muster::types::id::AccountId = somebody.account.parse().expect("an id");
    world
        .app
        .store()
        .write_now(muster::store::journal::Author::SYSTEM, |tx| {
            let grant = muster::access::store::grants_of(tx, account)?.remove(0);
            let revoked = muster::access::rules::revoke(grant, account, tx.now())?;
            muster::access::store::save_grant(tx, &revoked)
        })
        .expect("revoked");
}

async fn objects(world: &World) -> Objects {
    let app = &world.app;
    let mut memberships = Vec::new();
    let mut associations = Vec::new();
    let mut tokens = Vec::new();
    let mut representatives = Vec::new();
    for (i, officer) in world.officers.iter().enumerate() {
        let founder = app.account(&format!("1300000005{i}")).await;
        let district = [samples::DISTRICT_A, samples::DISTRICT_B][i];
        let body = json!({ "kind": "association", "name": format!("平湖市拥军协会{i}"), "no_credit_code_reason": "正在登记",
            "credit_code": null, "division": district });
        let association = text(&founder.client.post("/api/organisations", body).await.expect(201).json(), "id");
        let body = json!({ "enterprise_id": world.employers[i].enterprise, "since": "2026-01-01" });
        let path = format!("/api/organisations/{association}/memberships");
        memberships.push(text(&officer.client.post(&path, body).await.expect(201).json(), "id"));
        associations.push(association);
        let asking = app.account(&format!("1300000006{i}")).await;
        let body = json!({ "credit_code": samples::CREDIT_CODES[i] });
        asking.client.post("/api/representatives", body).await.expect(204);
        let path = format!("/api/organisations/{}/representatives", world.employers[i].enterprise);
        let grants = officer.client.get(&path).await.expect(200).json();
        let waiting = grants.as_array().expect("a list").iter().find(|grant| grant["state"] == "pending");
        representatives.push(text(waiting.expect("one waits"), "id"));
        let body = json!({ "name": "脚本", "days": 30 });
        tokens.push(text(&world.veterans[i].who.client.post("/api/me/tokens", body).await.expect(201).json(), "id"));
    }
    let pair = |list: Vec<String>| -> [String; 2] { list.try_into().expect("two") };
    Objects {
        people: [world.veterans[0].person.clone(), world.veterans[1].person.clone()],
        organisations: [world.employers[0].enterprise.clone(), world.employers[1].enterprise.clone()],
        positions: [world.employers[0].position.clone(), world.employers[1].position.clone()],
        accounts: [world.veterans[0].who.account.clone(), world.veterans[1].who.account.clone()],
        grants: pair(representatives.clone()),
        tokens: pair(tokens),
        memberships: pair(memberships),
        associations: pair(associations),
        representatives: pair(representatives),
        job: dead_job(world),
        imports: [NOBODY.to_owned(), NOBODY.to_owned()],
    }
}

fn dead_job(world: &World) -> String {
    use muster::store::queue;
    let store = world.app.store();
    let id = store
        .write_now(muster::store::journal::Author::SYSTEM, |tx| {
            let now = tx.now();
            queue::enqueue(tx, queue::JobKind::RemoveExpired, "", now)
        })
        .expect("a job");
    id.to_string()
}

/// Counts and versions of every table and the journal's head: what a denied call must not move.
fn digest(db: &mut Db) -> Vec<(String, i64)> {
    let mut digest = vec![("journal".to_owned(), muster::store::journal::head(db).expect("a head").0)];
    for (table, expression) in [
        ("accounts", "count(*) + coalesce(sum(epoch), 0)"),
        ("grants", "count(*) + 1000 * count(decided_at)"),
        ("api_tokens", "count(*) + 1000 * count(revoked_at)"),
        ("people", "count(*) + coalesce(sum(version), 0)"),
        ("consents", "count(*) + 1000 * count(withdrawn_at)"),
        ("organisations", "count(*) + coalesce(sum(version), 0)"),
        ("memberships", "count(*) + 1000 * count(until)"),
        ("positions", "count(*) + coalesce(sum(version), 0)"),
        ("imports", "count(*) + 1000 * count(undone_at)"),
        ("jobs", "count(*) + coalesce(sum(attempts), 0)"),
        ("idempotency_keys", "count(*)"),
    ] {
        let query = format!("SELECT CAST({expression} AS BIGINT) FROM {table}");
        digest.push((table.to_owned(), crate::support::database::number(db, &query)));
    }
    digest
}

async fn call(principal: &Principal, method: &Method, path: &str, body: Option<Value>) -> Answer {
    let mut draft = principal.client.request(method.clone(), path).header("If-Match", "\"1\"");
    if let Some(body) = body {
        draft = draft.json(body);
    }
    draft.send().await
}

#[actix_web::test]
async fn every_cell_answers_as_the_table_says() {
    let world = World::new().await;
    let objects = objects(&world).await;
    let principals = principals(&world).await;
    let mut cells = 0;
    let mut wrong = Vec::new();
    let mut denied: BTreeMap<String, u32> = BTreeMap::new();
    // Denied calls first, while every object is as it was made; then the allowed ones, which change them.
    for pass in [true, false] {
        for route in muster::server::declared() {
            let relations = match sample(&route, &objects, Relation::Own) {
                Some(_) => vec![Relation::Own, Relation::Foreign, Relation::Nonexistent],
                None => vec![Relation::Own],
            };
            let before = world.app.store().read_now(|db| Ok(digest(db))).expect("a digest");
            for principal in &principals {
                for &relation in &relations {
                    let request = if relations.len() > 1 { sample(&route, &objects, relation) } else { plain(&route) };
                    let Some((path, body)) = request else { continue };
                    let expected = expected(route.action, principal, relation);
                    if (expected == Expected::Allowed) == pass || skipped(&route, principal, relation) {
                        continue;
                    }
                    cells += 1;
                    let answer = call(principal, &route.method, &path, body).await;
                    if !fits(&answer, expected) {
                        let cell = format!("{} {} as {} on {relation:?}", route.method, route.path, principal.name);
                        wrong.push(format!("{cell}: expected {expected:?}, got {} {}", answer.status, answer.text()));
                    }
                    *denied.entry(format!("{expected:?}")).or_default() += 1;
                }
            }
            if pass {
                let after = world.app.store().read_now(|db| Ok(digest(db))).expect("a digest");
                if before != after {
                    wrong.push(format!(
                        "{} {}: a denied call changed something: {before:?} {after:?}",
                        route.method, route.path
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {cells} cells are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(cells > 900, "only {cells} cells: {denied:?}");
}

/// Cells that mean nothing, each with its reason.
fn skipped(route: &Declared, principal: &Principal, relation: Relation) -> bool {
    match route.operation.as_str() {
        // The public and its own rows are one thing: a position or a job belongs to everybody who may see it.
        "read_position" | "read_enterprise" => relation == Relation::Foreign,
        "read_own_match" => relation == Relation::Foreign || principal.roles.contains(&Role::Spouse),
        // A token is looked for among one's own; only the veteran of the sample has one.
        "delete_token" => relation == Relation::Own && principal.name != "veteran",
        _ => false,
    }
}

/// A digest that could not see a change would prove nothing.
#[actix_web::test]
async fn the_digest_sees_a_change() {
    let world = World::new().await;
    let digest = || world.app.store().read_now(|db| Ok(digest(db))).expect("a digest");
    let before = digest();
    world.veterans[0].who.client.put("/api/me/visibility", json!({ "visible": false })).await.expect(200);
    assert_ne!(before, digest());
}
