//! Who calls, and the objects that are called for.

use chrono::Duration;
use muster::access::permissions::Role;
use muster::access::{Actor, actions as access, model::AccountState, store as access_store};
use muster::store::journal::Author;
use muster::store::{Db, Tx, queue};
use serde_json::json;

use crate::support::Client;
use crate::support::samples::{self, CREDIT_CODES, DISTRICT_A, DISTRICT_B};
use crate::support::world::{Somebody, World, text};

/// A kind of principal.
pub struct Principal {
    pub name: &'static str,
    pub client: Client,
    pub account: Option<String>,
    /// Roles that count. Pending and revoked ones do not.
    pub roles: Vec<Role>,
    pub signed_in: bool,
}

/// Everybody and everything of one run.
pub struct Cast {
    pub principals: Vec<Principal>,
    pub objects: Objects,
}

/// Ids: index 0 belongs to district A and its people, 1 to district B and its.
pub struct Objects {
    /// With an account of their own, verified.
    pub people: [String; 2],
    /// Entered by a station, without an account.
    pub entered: [String; 2],
    pub spouses: [String; 2],
    /// With an account that no principal uses.
    pub linked: [String; 2],
    pub organisations: [String; 2],
    pub positions: [String; 2],
    /// Accounts that no principal uses.
    pub accounts: [String; 2],
    /// Roles asked for: one pair to decide about, one to take away.
    pub asked: [String; 2],
    pub held: [String; 2],
    pub tokens: [String; 2],
    /// An association without members, and a membership of another one.
    pub associations: [String; 2],
    pub memberships: [String; 2],
    pub representatives: [String; 2],
    pub searches: [String; 2],
    pub views: [String; 2],
    pub stations: [String; 2],
    /// Versions that no principal proposed.
    pub weights: [String; 2],
    /// Changes of the military map: an officer's own, and of somebody who is no principal one that waits and
    /// one in force.
    pub proposed: [String; 2],
    pub waiting: [String; 2],
    pub in_force: [String; 2],
    pub job: String,
    pub imports: [String; 2],
}

impl Cast {
    pub async fn new(world: &World) -> Cast {
        let objects = Objects::new(world).await;
        Cast { principals: principals(world).await, objects }
    }
}

async fn principals(world: &World) -> Vec<Principal> {
    let app = &world.app;
    let anonymous = app.anyone();
    let mut all =
        vec![Principal { name: "anonymous", client: anonymous, account: None, roles: vec![], signed_in: false }];
    let mut add = |name, who: &Somebody, roles: Vec<Role>| {
        let (client, account) = (who.client.clone(), Some(who.account.clone()));
        all.push(Principal { name, client, account, roles, signed_in: true });
    };
    add("no role", &app.account("13000000031").await, vec![]);
    add("veteran", &world.veterans[0].who, vec![Role::Veteran]);
    add("employer representative", &world.employers[0].who, vec![Role::EmployerRepresentative]);
    add("station officer", &world.officers[0], vec![Role::StationOfficer]);
    let spouse = app.seeker_account("13000000032", "spouse").await;
    add("spouse", &spouse, vec![Role::Spouse]);
    // The same organisation and the same district, but nothing of theirs was made by these two.
    let colleague = app.account("13000000042").await;
    write(world, |tx| {
        let (account, enterprise) = (id(&colleague.account), Some(id(&world.employers[0].enterprise)));
        access::give(tx, account, Role::EmployerRepresentative, enterprise, None).map(drop)
    });
    add("colleague of the representative", &colleague, vec![Role::EmployerRepresentative]);
    let neighbour = app.staff("13000000043", Role::StationOfficer, Some(DISTRICT_A)).await;
    add("second officer of the district", &neighbour, vec![Role::StationOfficer]);
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
    write(world, |tx| {
        let grant = access_store::grants_of(tx, id(&revoked.account))?.remove(0);
        let revoked = muster::access::rules::revoke(grant, id(&revoked.account), tx.now())?;
        access_store::save_grant(tx, &revoked)
    });
    add("role removed after sign-in", &app.sign_in(revoked).await, vec![]);
    let pending = app.account("13000000041").await;
    let asked = json!({ "credit_code": CREDIT_CODES[0] });
    pending.client.post("/api/representatives", asked).await.expect(204);
    add("pending representative", &pending, vec![]);
    let disabled = app.staff("13000000044", Role::StationOfficer, Some(DISTRICT_A)).await;
    write(world, |tx| access::set_account_state(tx, &Actor::system(), id(&disabled.account), AccountState::Disabled));
    let account = Some(disabled.account);
    all.push(Principal { name: "disabled account", client: disabled.client, account, roles: vec![], signed_in: false });
    all
}

fn id<T>(text: &str) -> muster::types::id::Id<T> {
    text.parse().expect("an id")
}

fn write<T>(world: &World, work: impl FnMut(&mut Tx) -> muster::error::Result<T>) -> T {
    world.app.store().write_now(Author::SYSTEM, work).expect("written")
}

impl Objects {
    async fn new(world: &World) -> Objects {
        let mut of_both = Vec::new();
        for i in 0..2 {
            of_both.push(OfOne::new(world, i).await);
        }
        let [one, other]: [OfOne; 2] = of_both.try_into().ok().expect("two");
        let pair = |pick: fn(&OfOne) -> &String| [pick(&one).clone(), pick(&other).clone()];
        Objects {
            people: [world.veterans[0].person.clone(), world.veterans[1].person.clone()],
            organisations: [world.employers[0].enterprise.clone(), world.employers[1].enterprise.clone()],
            positions: [world.employers[0].position.clone(), world.employers[1].position.clone()],
            entered: pair(|one| &one.entered),
            spouses: pair(|one| &one.spouse),
            linked: pair(|one| &one.linked),
            accounts: pair(|one| &one.account),
            asked: pair(|one| &one.asked),
            held: pair(|one| &one.held),
            tokens: pair(|one| &one.token),
            associations: pair(|one| &one.association),
            memberships: pair(|one| &one.membership),
            representatives: pair(|one| &one.representative),
            imports: pair(|one| &one.import),
            searches: pair(|one| &one.search),
            views: pair(|one| &one.view),
            stations: pair(|one| &one.station),
            weights: pair(|one| &one.weights),
            proposed: pair(|one| &one.proposed),
            waiting: pair(|one| &one.waiting),
            in_force: pair(|one| &one.in_force),
            job: dead_job(world),
        }
    }
}

/// What one district has besides the world's own.
struct OfOne {
    entered: String,
    spouse: String,
    linked: String,
    account: String,
    asked: String,
    held: String,
    token: String,
    association: String,
    membership: String,
    representative: String,
    import: String,
    search: String,
    view: String,
    station: String,
    weights: String,
    proposed: String,
    waiting: String,
    in_force: String,
}

impl OfOne {
    async fn new(world: &World, i: usize) -> OfOne {
        let app = &world.app;
        let (officer, district) = (&world.officers[i].client, [DISTRICT_A, DISTRICT_B][i]);
        let mut entered = Vec::new();
        for (kind, mobile) in [("veteran", format!("1300000007{i}")), ("spouse", format!("1300000008{i}"))] {
            let identity = json!({ "name": "周晓月", "mobile": mobile, "division": district });
            let body = json!({ "kind": kind, "person": { "identity": identity, "consents": ["matching"] } });
            entered.push(text(&officer.post("/api/people", body).await.expect(201).json(), "id"));
        }
        let mut associations = Vec::new();
        for name in ["拥军协会", "创业协会"] {
            let body = json!({ "kind": "association", "name": format!("平湖市{name}{i}"), "no_credit_code_reason": "正在登记",
                "credit_code": null, "division": district });
            let founder = app.account(&format!("130000001{i}{}", associations.len())).await;
            let association = founder.client.post("/api/organisations", body).await.expect(201).json();
            associations.push(text(&association, "id"));
        }
        let body = json!({ "enterprise_id": world.employers[i].enterprise, "since": "2026-01-01" });
        let path = format!("/api/organisations/{}/memberships", associations[1]);
        let membership = text(&officer.post(&path, body).await.expect(201).json(), "id");
        let asking = app.account(&format!("1300000006{i}")).await;
        let body = json!({ "credit_code": CREDIT_CODES[i] });
        asking.client.post("/api/representatives", body).await.expect(204);
        let path = format!("/api/organisations/{}/representatives", world.employers[i].enterprise);
        let grants = officer.get(&path).await.expect(200).json();
        let waiting = grants.as_array().expect("a list").iter().find(|grant| grant["state"] == "pending");
        let body = json!({ "name": "脚本", "days": 30 });
        let token = world.veterans[i].who.client.post("/api/me/tokens", body).await.expect(201).json();
        let csv = format!("姓名,手机号,居住地代码\n陈小海,1300000009{i},{district}\n");
        let path = "/api/people/imports?dry_run=false&file_name=people.csv";
        let draft = officer.request(actix_web::http::Method::POST, path).bytes("text/csv", csv.into_bytes());
        let import = draft.send().await.expect(200).json();
        let body = json!({ "name": "修车", "query": "q=维修" });
        let search = world.veterans[i].who.client.post("/api/me/searches", body).await.expect(201).json();
        let body = json!({ "list": "people", "name": "没核验的", "query": "verification=unverified" });
        let view = world.veterans[i].who.client.post("/api/me/views", body).await.expect(201).json();
        let input = serde_json::from_value(samples::station(district)).expect("a station");
        let station = write(world, |tx| Ok(muster::stations::actions::open(tx, &Actor::system(), &input)?.id));
        let proposed = officer.post("/api/specialities/changes", samples::speciality_change()).await.expect(201).json();
        let bystander = app.account(&format!("1300000005{i}")).await;
        let (waiting_change, in_force) = changes_of(world, &bystander, i);
        let (asked, held) = write(world, |tx| {
            let account = id(&bystander.account);
            let given = access::give(tx, account, Role::Organizer, None, None)?;
            let asked = access_store::grant(tx, given)?;
            let asked = muster::access::model::Grant { state: muster::access::model::GrantState::Pending, ..asked };
            access_store::save_grant(tx, &asked)?;
            Ok((asked.id, access::give(tx, account, Role::Mentor, None, None)?))
        });
        let weights = write(world, |tx| {
            let proposal = crate::learning::proposal();
            let proposer = crate::learning::holding(&bystander.account);
            Ok(muster::matching::learning::actions::propose(tx, &proposer, &proposal)?.version)
        });
        OfOne {
            entered: entered[0].clone(),
            spouse: entered[1].clone(),
            linked: app.veteran(&format!("1300000020{i}"), samples::ID_NUMBERS[2], district).await.person,
            account: bystander.account,
            asked: asked.to_string(),
            held: held.to_string(),
            token: text(&token, "id"),
            association: associations[0].clone(),
            membership,
            representative: text(waiting.expect("one waits"), "id"),
            import: text(&import, "import_id"),
            search: text(&search, "id"),
            view: text(&view, "id"),
            station: station.to_string(),
            weights: weights.to_string(),
            proposed: text(&proposed, "id"),
            waiting: waiting_change,
            in_force,
        }
    }
}

/// A change of the military map that waits, and one that the officer of the other district has accepted.
fn changes_of(world: &World, author: &Somebody, i: usize) -> (String, String) {
    let grant =
        |tx: &mut Tx| access::give(tx, id(&author.account), Role::StationOfficer, None, Some("330482".to_owned()));
    write(world, |tx| grant(tx).map(drop));
    let actor = |tx: &mut Tx, account: &str| {
        Ok::<_, muster::error::Error>(Actor::new(id(account), None, access_store::holdings(tx, id(account))?))
    };
    let mut ids = Vec::new();
    for number in 0..2 {
        let mut change = samples::speciality_change();
        let which = ["一", "二"][i];
        change["family"]["name"] = json!(format!("{}{which}", ["营区储能", "营区充电"][number]));
        change["family"]["titles"] = json!([format!("{}{which}", ["储能员", "充电桩员"][number])]);
        let input = serde_json::from_value(change).expect("a change");
        ids.push(write(world, |tx| {
            let author = actor(tx, &author.account)?;
            let change = muster::specialities::actions::propose(tx, &author, &input)?;
            if number == 1 {
                let reviewer = actor(tx, &world.officers[1 - i].account)?;
                muster::specialities::actions::decide(tx, &reviewer, change.id, true, "")?;
            }
            Ok(change.id.to_string())
        }));
    }
    (ids[0].clone(), ids[1].clone())
}

/// A job that failed as often as it is tried.
fn dead_job(world: &World) -> String {
    let job = write(world, |tx| {
        let now = tx.now();
        queue::enqueue(tx, queue::JobKind::RemoveExpired, "", now)
    });
    let is_dead = |db: &mut Db| Ok(!queue::list(db, queue::JobState::Dead, 1)?.is_empty());
    let mut waited = Duration::zero();
    while !world.app.store().read_now(is_dead).expect("a look") {
        write(world, |tx| {
            let leased = queue::lease(tx)?.expect("it is due");
            queue::fail(tx, leased.id, &muster::error::Code::Busy.into())
        });
        world.app.advance(Duration::hours(7));
        waited += Duration::hours(7);
    }
    // Nobody's session is to end for it.
    world.app.advance(-waited);
    job.to_string()
}

/// The version of whatever has this id, or of the person of this account; 1 for what has none.
pub fn version(db: &mut Db, id: &str) -> i64 {
    let named = |column: &str, table: &str| format!("(SELECT version FROM {table} WHERE {column} = '{id}')");
    let sources = [
        named("id", "people"),
        named("account_id", "people"),
        named("id", "organisations"),
        named("id", "positions"),
        named("id", "stations"),
    ];
    crate::support::database::number(db, &format!("SELECT coalesce({}, 1)", sources.join(", ")))
}

pub fn new_profile(i: usize, mobile: &str, district: &str) -> serde_json::Value {
    samples::new_profile(samples::ID_NUMBERS[i], mobile, district)
}
