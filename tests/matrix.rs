//! Every route × every kind of principal × own, foreign and nonexistent objects, driven by the
//! permission table. A cell that nobody declared fails; a denied call changes nothing; an allowed one
//! succeeds, but for the refusals declared here with their reasons.

mod calls;
mod cast;

use std::collections::BTreeSet;

use muster::access::permissions::{Action, Reach, Role, Who, table};
use muster::http::Declared;
use muster::store::Db;
use serde_json::json;

use crate::support::Answer;
use crate::support::world::World;
use calls::Call;
use cast::{Cast, Principal};

/// Whose object a request names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Relation {
    /// The principal's own, or in their organisation or district.
    Own,
    /// Somebody else's, in another organisation and district.
    Foreign,
    Nonexistent,
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
    /// 2xx, or one of [`declared_refusals`].
    Allowed,
}

type Table = fn(Action) -> Vec<(Who, Reach)>;

fn expected(table: Table, route: &Declared, principal: &Principal, relation: Relation) -> Expected {
    let mut reaches = Vec::new();
    for (who, reach) in table(route.action) {
        let counts = match who {
            Who::Anyone => true,
            Who::SignedIn => principal.signed_in,
            Who::Role(role) => principal.roles.contains(&role),
        };
        if counts {
            reaches.push(reach);
        }
    }
    let someone_elses = owner(&route.operation).is_some_and(|owner| owner != principal.name);
    match (reaches.is_empty(), principal.signed_in) {
        (true, false) => Expected::SignIn,
        (true, true) => Expected::Forbidden,
        (false, _) if relation == Relation::Own && !someone_elses => Expected::Allowed,
        (false, _) if relation == Relation::Foreign && reaches.contains(&Reach::All) => Expected::Allowed,
        (false, _) => Expected::NotFound,
    }
}

/// Objects of one account alone, whatever the scope: whose the sample's is.
fn owner(operation: &str) -> Option<&'static str> {
    match operation {
        "delete_token" | "delete_search" | "delete_view" => Some("veteran"),
        // An import is taken back by who made it.
        "undo_import" => Some("station officer"),
        _ => None,
    }
}

/// Codes with which an allowed call may be refused: a rule stood in its way, not a permission.
fn declared_refusals(operation: &str) -> &'static [&'static str] {
    match operation {
        // Their secrets are wrong here: each has tests of its own in access.rs, people.rs and cli.rs.
        "bootstrap_account" | "create_demo_session" => &["not_found"],
        "create_session" | "update_password" => &["wrong_credentials"],
        "reset_password" | "claim_profile" => &["wrong_code"],
        // Nobody is signed in, so there is no cookie; or the account is disabled.
        "refresh_session" => &["not_signed_in", "session_expired"],
        // The same mobile number, the same credit code, the same ID number, once more.
        "create_account" => &["already_registered"],
        "create_person" => &["id_number_taken"],
        // The veteran of the cast has a profile already.
        "create_profile" => &["already_has_profile"],
        // Administrators and finance have none.
        "create_token" => &["forbidden"],
        // An auditor is nothing else.
        "create_organisation" | "ask_to_represent" => &["incompatible_roles"],
        // The principal before has taken the same step.
        "create_membership" => &["conflict"],
        "withdraw_speciality_change" | "decide_speciality_change" | "undo_speciality_change" => &["wrong_state"],
        "delete_membership" | "decide_representative" | "retry_job" | "unlink_account" => &["wrong_state"],
        _ => &[],
    }
}

/// Operations whose sample cannot succeed for anybody, each because it takes a secret.
const NEVER: [&str; 6] = [
    "bootstrap_account",
    "create_demo_session",
    "create_session",
    "update_password",
    "reset_password",
    "claim_profile",
];

fn fits(answer: &Answer, expected: Expected, operation: &str) -> bool {
    let (status, code) = (answer.status.as_u16(), answer.code());
    match expected {
        Expected::SignIn => status == 401 && ["not_signed_in", "session_expired"].contains(&code.as_str()),
        Expected::Forbidden => status == 403 && code == "forbidden",
        Expected::NotFound => status == 404 && code == "not_found",
        Expected::Allowed => answer.status.is_success() || declared_refusals(operation).contains(&code.as_str()),
    }
}

/// Cells that mean nothing, each with its reason.
fn is_skipped(route: &Declared, relation: Relation) -> bool {
    match route.operation.as_str() {
        // Ends the session that the other cells need; it has tests of its own in access.rs.
        "delete_session" => true,
        // What the public sees belongs to everybody: there is no foreign one.
        "read_position"
        | "read_enterprise"
        | "list_enterprise_positions"
        | "read_own_match"
        | "save_position"
        | "dismiss_position" => relation == Relation::Foreign,
        // What is not there is taken away already.
        "unsave_position" | "restore_position" => relation != Relation::Own,
        _ => false,
    }
}

/// Counts and versions of every table and the journal's head: what a denied call must not move.
fn digest(db: &mut Db) -> Vec<(String, i64)> {
    let mut digest = vec![("journal".to_owned(), muster::store::journal::head(db).expect("a head").0)];
    for (table, expression) in [
        ("accounts", "count(*) + coalesce(sum(epoch), 0)"),
        ("grants", "count(*) + 1000 * count(decided_at)"),
        ("sessions", "count(*) + 1000 * count(closed_at)"),
        ("api_tokens", "count(*) + 1000 * count(revoked_at)"),
        ("one_time_codes", "count(*) + 1000 * count(used_at)"),
        ("people", "count(*) + coalesce(sum(version), 0)"),
        ("consents", "count(*) + 1000 * count(withdrawn_at)"),
        ("organisations", "count(*) + coalesce(sum(version), 0)"),
        ("memberships", "count(*) + 1000 * count(until)"),
        ("positions", "count(*) + coalesce(sum(version), 0)"),
        ("position_marks", "count(*)"),
        ("saved_searches", "count(*)"),
        ("weight_sets", "count(*) + 1000 * count(decided_at)"),
        ("match_events", "count(*)"),
        ("saved_views", "count(*)"),
        ("stations", "count(*) + coalesce(sum(version), 0)"),
        ("speciality_changes", "count(*) + 1000 * count(decided_at) + 1000000 * count(ended_at)"),
        ("imports", "count(*) + 1000 * count(undone_at)"),
        ("jobs", "count(*) + coalesce(sum(attempts), 0)"),
        ("idempotency_keys", "count(*)"),
        ("instance", "count(*)"),
    ] {
        let query = format!("SELECT CAST({expression} AS BIGINT) FROM {table}");
        digest.push((table.to_owned(), crate::support::database::number(db, &query)));
    }
    digest
}

/// What came of the cells of some routes.
#[derive(Default)]
struct Outcome {
    cells: usize,
    wrong: Vec<String>,
    /// Operations of which an allowed call succeeded.
    succeeded: BTreeSet<String>,
}

/// Calls every cell of these routes. Denied ones first, while every object is as it was made; then the
/// allowed ones, which change them.
async fn run(world: &World, cast: &Cast, table: Table, routes: &[Declared]) -> Outcome {
    let mut outcome = Outcome::default();
    for denied in [true, false] {
        for route in routes {
            let before = world.app.store().read_now(|db| Ok(digest(db))).expect("a digest");
            for principal in &cast.principals {
                for call in calls::of(route, cast, principal) {
                    let expected = expected(table, route, principal, call.relation);
                    if (expected != Expected::Allowed) == denied && !is_skipped(route, call.relation) {
                        try_cell(world, route, principal, &call, expected, &mut outcome).await;
                    }
                }
            }
            let after = world.app.store().read_now(|db| Ok(digest(db))).expect("a digest");
            if denied && before != after {
                let moved: Vec<_> = before.iter().zip(&after).filter(|(one, other)| one != other).collect();
                outcome.wrong.push(format!("{} {}: a denied call moved {moved:?}", route.method, route.path));
            }
        }
    }
    outcome
}

async fn try_cell(
    world: &World,
    route: &Declared,
    principal: &Principal,
    call: &Call,
    expected: Expected,
    outcome: &mut Outcome,
) {
    outcome.cells += 1;
    let answer = calls::send(world, route, principal, call, outcome.cells).await;
    if expected == Expected::Allowed && answer.status.is_success() {
        outcome.succeeded.insert(route.operation.clone());
    }
    if !fits(&answer, expected, &route.operation) {
        let cell = format!("{} {} as {} on {:?}", route.method, route.path, principal.name, call.relation);
        outcome.wrong.push(format!("{cell}: expected {expected:?}, got {} {}", answer.status, answer.text()));
    }
}

#[actix_web::test]
async fn every_cell_answers_as_the_table_says() {
    let world = World::new().await;
    let cast = Cast::new(&world).await;
    let routes = muster::server::declared();
    let outcome = run(&world, &cast, |action| table(action).to_vec(), &routes).await;
    let wrong = &outcome.wrong;
    assert!(wrong.is_empty(), "{} of {} cells are wrong:\n{}", wrong.len(), outcome.cells, wrong.join("\n"));
    for route in routes.iter().filter(|route| route.operation != "delete_session") {
        let never = NEVER.contains(&route.operation.as_str());
        assert_eq!(
            outcome.succeeded.contains(&route.operation),
            !never,
            "{}: nobody's call proves that it works, or one did that was thought not to",
            route.operation
        );
    }
    assert!(outcome.cells > 3000, "only {} cells", outcome.cells);
}

/// The harness sees a server that lets in somebody too many, keeps out somebody it should let in, and
/// reaches too far: told a table that differs from the server's in these three, it finds each.
#[actix_web::test]
async fn a_planted_difference_is_seen_in_exactly_its_cells() {
    let world = World::new().await;
    let cast = Cast::new(&world).await;
    let mut routes = muster::server::declared();
    routes.retain(|route| ["list_people", "list_journal", "reveal_person"].contains(&route.operation.as_str()));
    let planted: Table = |action| match action {
        Action::ReadPeople => vec![(Who::Role(Role::Auditor), Reach::All)],
        Action::RevealPerson => vec![(Who::Role(Role::StationOfficer), Reach::All)],
        action => table(action).to_vec(),
    };
    let outcome = run(&world, &cast, planted, &routes).await;
    let cells: Vec<&str> = outcome.wrong.iter().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(
        cells,
        [
            "GET /api/people as station officer on Own",
            "GET /api/people as second officer of the district on Own",
            "GET /api/people as auditor on Own",
            "POST /api/people/{id}/reveal as station officer on Foreign",
            "POST /api/people/{id}/reveal as second officer of the district on Foreign",
        ],
        "{:?}",
        outcome.wrong
    );
}

/// A digest that could not see a change would prove nothing.
#[actix_web::test]
async fn the_digest_sees_a_change() {
    let world = World::new().await;
    let digest = || world.app.store().read_now(|db| Ok(digest(db))).expect("a digest");
    let before = digest();
    world.veterans[0].who.client.post("/api/me/tokens", json!({ "name": "脚本", "days": 1 })).await.expect(201);
    assert_ne!(before, digest());
}
