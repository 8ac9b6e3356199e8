//! What people did with what was shown to them, and weights that somebody accepts.

use actix_web::http::Method;
use muster::access::actor::Holding;
use muster::access::permissions::Role;
use muster::access::{Actor, store as access};
use muster::error::Code;
use muster::matching::learning::actions::{self, Proposal};
use muster::matching::learning::events::Seen;
use muster::matching::learning::model::{MatchEvent, MatchEventKind, WeightSet};
use muster::matching::learning::{events, evidence, in_use, report, store as learnt};
use muster::store::journal::{self, Author, Event, Filter};
use muster::types::id::PersonId;
use search_index::{PartKind, PartShare};
use serde_json::json;

use crate::support::samples;
use crate::support::world::{Employer, Somebody, World, text};

fn events_of(world: &World, person: &str) -> Vec<MatchEvent> {
    let person = person.parse().expect("an id");
    let first = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
    world.app.store().read_now(|db| learnt::events_of(db, &[person], first)).expect("read")
}

fn kinds(events: &[MatchEvent]) -> Vec<(MatchEventKind, String)> {
    let mut all: Vec<_> = events.iter().map(|event| (event.kind, event.position_id.to_string())).collect();
    all.sort_by_key(|(kind, position)| (kind.code(), position.clone()));
    all
}

#[actix_web::test]
async fn what_is_shown_and_done_is_noted_once_a_day_as_it_was_judged() {
    let world = World::new().await;
    let veteran = &world.veterans[0];
    let (client, position) = (&veteran.who.client, &world.employers[0].position);
    // Marked from the public search, before it was ever shown with its match: says nothing about weights.
    client.request(Method::PUT, &format!("/api/me/saved-positions/{position}")).send().await.expect(204);
    assert!(events_of(&world, &veteran.person).is_empty());
    client.request(Method::DELETE, &format!("/api/me/saved-positions/{position}")).send().await.expect(204);

    let list = client.get("/api/me/matches").await.expect(200).json();
    client.get("/api/me/matches").await.expect(200);
    let shown = events_of(&world, &veteran.person);
    assert_eq!(shown.len(), 2, "seen twice on a day is seen");
    let places: Vec<Option<i32>> = shown.iter().map(|event| event.place).collect();
    assert_eq!(places, [Some(1), Some(2)]);
    assert_eq!(json!(shown[0].position_id), list["items"][0]["position"]["id"]);
    assert_eq!(
        shown[0].judged().expect("readable").len(),
        list["items"][0]["match"]["parts"].as_array().expect("parts").len()
    );

    client.get(&format!("/api/me/matches/{position}")).await.expect(200);
    client.request(Method::PUT, &format!("/api/me/saved-positions/{position}")).send().await.expect(204);
    let draft = client.request(Method::PUT, &format!("/api/me/dismissed-positions/{}", world.employers[1].position));
    draft.json(json!({ "reason": "too_far" })).send().await.expect(204);
    let all = events_of(&world, &veteran.person);
    let done: Vec<_> = kinds(&all).into_iter().filter(|(kind, _)| *kind != MatchEventKind::Shown).collect();
    let other = &world.employers[1].position;
    let expected = [
        (MatchEventKind::Dismissed, other.clone()),
        (MatchEventKind::Opened, position.clone()),
        (MatchEventKind::Saved, position.clone()),
    ];
    assert_eq!(done, expected);
    assert!(all.iter().all(|event| event.weights_version == 1));
    // The officer's look at the same list is not the person's.
    let before = events_of(&world, &world.veterans[1].person).len();
    world.officers[1].client.get(&format!("/api/people/{}/matches", world.veterans[1].person)).await.expect(200);
    assert_eq!(events_of(&world, &world.veterans[1].person).len(), before);
}

#[actix_web::test]
async fn it_goes_with_the_consent_and_with_time() {
    let world = World::new().await;
    let [one, other] = &world.veterans;
    for veteran in [one, other] {
        veteran.who.client.get("/api/me/matches").await.expect(200);
        assert!(!events_of(&world, &veteran.person).is_empty());
    }
    let forget = || world.app.store().write_now(Author::SYSTEM, events::forget).expect("forgotten");
    forget();
    assert!(!events_of(&world, &one.person).is_empty(), "nothing is forgotten early");
    one.who.client.request(Method::DELETE, "/api/me/consents/matching").send().await.expect(204);
    forget();
    assert!(events_of(&world, &one.person).is_empty() && !events_of(&world, &other.person).is_empty());
    world.app.advance(chrono::Duration::days(401));
    forget();
    assert!(events_of(&world, &other.person).is_empty());
}

/// An account as if it administered the system.
pub fn holding(account: &str) -> Actor {
    let role = Role::SystemAdministrator;
    let holding = Holding { grant: None, role, organisation: None, district: None };
    Actor::new(account.parse().expect("an id"), None, vec![holding])
}

fn actor(world: &World, who: &Somebody) -> Actor {
    let account = who.account.parse().expect("an id");
    let holdings = world.app.store().read_now(|db| access::holdings(db, account)).expect("read");
    Actor::new(account, None, holdings)
}

/// More pay than the build's weights, 100 together.
pub fn proposal() -> Proposal {
    let shares = json!({ "occupation": 30, "skills": 24, "place": 12, "pay": 16, "degree": 5, "experience": 5,
        "shift": 4, "housing": 2, "preference": 2 });
    Proposal { shares: shares.to_string(), based_on: 1, evidence: "{}".to_owned() }
}

fn propose(world: &World, actor: &Actor) -> muster::error::Result<WeightSet> {
    world.app.store().write_now(actor.author(), |tx| actions::propose(tx, actor, &proposal()))
}

fn accept(world: &World, actor: &Actor, version: i32) -> muster::error::Result<WeightSet> {
    world.app.store().write_now(actor.author(), |tx| actions::accept(tx, actor, version))
}

#[actix_web::test]
async fn nothing_changes_before_a_second_administrator_accepts() {
    let world = World::new().await;
    let one = world.app.staff("13000000037", Role::SystemAdministrator, None).await;
    let other = world.app.staff("13000000038", Role::SystemAdministrator, None).await;
    let [proposer, decider] = [actor(&world, &one), actor(&world, &other)];
    let path = format!("/api/me/matches/{}", world.employers[0].position);
    let client = &world.veterans[0].who.client;
    let found = || async { client.get(&path).await.expect(200).json()["match"].clone() };
    let pay = |found: &serde_json::Value| {
        let parts = found["parts"].as_array().expect("parts").clone();
        parts.iter().find(|part| part["kind"] == "pay").expect("pay")["points_max"].as_u64().expect("points")
    };
    let before = found().await;

    let version = propose(&world, &proposer).expect("proposed").version;
    assert_eq!(version, 1001);
    assert_eq!(found().await, before, "a proposal changes nothing");
    assert_eq!(accept(&world, &proposer, version).unwrap_err().code(), Code::SelfApproval);
    assert_eq!(accept(&world, &decider, 1002).unwrap_err().code(), Code::NotFound);
    assert_eq!(accept(&world, &actor(&world, &world.officers[0]), version).unwrap_err().code(), Code::Forbidden);
    assert_eq!(found().await, before);

    accept(&world, &decider, version).expect("accepted");
    let after = found().await;
    assert_eq!((&before["weights_version"], &after["weights_version"]), (&json!(1), &json!(1001)));
    assert!(pay(&after) > pay(&before), "{after}");
    let list = client.get("/api/me/matches").await.expect(200).json();
    assert_eq!(list["items"][0]["match"]["weights_version"], json!(1001));
    assert_eq!(accept(&world, &decider, version).unwrap_err().code(), Code::WrongState, "it is in use");

    // A second set, and back to the first: both stand, the one accepted last counts.
    let second = propose(&world, &decider).expect("proposed").version;
    world.app.advance(chrono::Duration::minutes(1));
    accept(&world, &proposer, second).expect("accepted");
    world.app.advance(chrono::Duration::minutes(1));
    accept(&world, &decider, version).expect("accepted again");
    let now = world.app.store().read_now(in_use).expect("weights");
    assert_eq!(now.version(), 1001);
}

#[actix_web::test]
async fn over_http_the_second_administrator_accepts() {
    let world = World::new().await;
    let one = world.app.staff("13000000037", Role::SystemAdministrator, None).await;
    let other = world.app.staff("13000000038", Role::SystemAdministrator, None).await;
    propose(&world, &actor(&world, &one)).expect("proposed");
    let list = || async { one.client.get("/api/weights").await.expect(200).json() };
    let before = list().await;
    assert_eq!((&before[0]["version"], &before[0]["state"]), (&json!(1001), &json!("proposed")));
    assert_eq!((&before[0]["proposal"]["needs_another"], &before[0]["is_in_use"]), (&json!(true), &json!(false)));
    assert_eq!((&before[1]["version"], &before[1]["is_in_use"]), (&json!(1), &json!(true)));
    let path = "/api/weights/1001/acceptance";
    let put = |who: &Somebody, path: &str| who.client.request(Method::PUT, path).send();
    put(&one, path).await.expect(422).refused("self_approval");
    put(&other, "/api/weights/1/acceptance").await.expect(409).refused("wrong_state");
    put(&other, "/api/weights/2/acceptance").await.expect(404).refused("not_found");
    put(&world.officers[0], path).await.expect(403);
    let accepted = put(&other, path).await.expect(200).json();
    assert_eq!((&accepted["is_in_use"], &accepted["state"]), (&json!(true), &json!("accepted")));
    put(&other, path).await.expect(409).refused("wrong_state");
    let after = list().await;
    assert_eq!((&after[0]["is_in_use"], &after[1]["is_in_use"]), (&json!(true), &json!(false)));
    // Back to those of the build, and on from there.
    world.app.advance(chrono::Duration::minutes(1));
    let back = put(&one, "/api/weights/1/acceptance").await.expect(200).json();
    assert_eq!((&back["is_in_use"], &back["proposal"]), (&json!(true), &json!(null)));
    let back = list().await;
    assert_eq!(back.as_array().map(Vec::len), Some(2));
    assert_eq!((&back[0]["is_in_use"], &back[1]["is_in_use"]), (&json!(false), &json!(true)));
    assert_eq!(propose(&world, &actor(&world, &one)).expect("proposed").version, 1002);
}

#[actix_web::test]
async fn the_journal_says_who_proposed_and_who_accepted() {
    let world = World::new().await;
    let one = world.app.staff("13000000037", Role::SystemAdministrator, None).await;
    let other = world.app.staff("13000000038", Role::SystemAdministrator, None).await;
    propose(&world, &actor(&world, &one)).expect("proposed");
    accept(&world, &actor(&world, &other), 1001).expect("accepted");
    for (event, by) in [(Event::WeightsProposed, &one.account), (Event::WeightsAccepted, &other.account)] {
        let filter = Filter { event: Some(event), ..Filter::default() };
        let rows = world.app.store().read_now(|db| journal::read_before(db, None, &filter, 10)).expect("rows");
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].account_id.map(|id| id.to_string()).as_ref(), Some(by));
        assert_eq!(rows[0].details_json().expect("details")["version"], 1001);
    }
}

#[actix_web::test]
async fn weights_of_another_build_are_passed_over() {
    let world = World::new().await;
    let admin = world.app.staff("13000000037", Role::SystemAdministrator, None).await;
    let actor = actor(&world, &admin);
    let shares = json!({ "occupation": 50, "wings": 50 }).to_string();
    let odd = Proposal { shares, ..proposal() };
    world.app.store().write_now(actor.author(), |tx| actions::propose(tx, &actor, &odd)).expect("proposed");
    accept(&world, &actor, 1001).expect("the only administrator may");
    assert_eq!(world.app.store().read_now(in_use).expect("weights").version(), 1);
    world.veterans[0].who.client.get("/api/me/matches").await.expect(200);
}

#[actix_web::test]
async fn a_city_that_has_hardly_begun_gets_no_proposal() {
    let world = World::new().await;
    world.veterans[0].who.client.get("/api/me/matches").await.expect(200);
    let today = world.app.store().clock.now().day();
    let found = evidence::gather(world.app.store(), today).expect("gathered");
    assert_eq!((found.counts.people, found.counts.shown, found.counts.preferences), (1, 2, 0));
    let weights = world.app.store().read_now(in_use).expect("weights");
    assert_eq!(report::propose(&found, &weights, today).unwrap_err().code(), Code::WrongState);
}

#[actix_web::test]
async fn an_opened_position_is_preferred_over_what_stood_above_it() {
    let world = World::new().await;
    let client = &world.veterans[0].who.client;
    let list = client.get("/api/me/matches").await.expect(200).json();
    let second = text(&list["items"][1]["position"], "id");
    client.get(&format!("/api/me/matches/{second}")).await.expect(200);
    let today = world.app.store().clock.now().day();
    let found = evidence::gather(world.app.store(), today).expect("gathered");
    assert_eq!(found.lists.len(), 1);
    assert_eq!(found.lists[0].preferences, [(1, 0)]);
    assert_eq!(found.lists[0].items[1].position.to_string(), second);
    assert_eq!(found.positions[&found.lists[0].items[1].position].0, samples::position()["title"]);
}

/// The enterprise writes what its trade is.
async fn in_trade(employer: &Employer, industry: &str) {
    let (client, path) = (&employer.who.client, format!("/api/organisations/{}", employer.enterprise));
    let answer = client.get(&path).await.expect(200);
    let (version, own) = (answer.version(), answer.json());
    let mut body =
        samples::organisation(&text(&own, "name"), &text(&own, "credit_code"), &text(&own["division"], "code"));
    body["industry"] = json!(industry);
    client.request(Method::PUT, &path).if_match(&version).json(body).send().await.expect(200);
}

/// Forty people, eight days: each is shown two positions and opens the second, which pays better.
#[actix_web::test]
async fn what_people_did_becomes_a_proposal() {
    let world = World::new().await;
    let (officer, store) = (&world.officers[0].client, world.app.store());
    let since = store.clock.now().day();
    in_trade(&world.employers[1], "汽修").await;
    let mut people: Vec<PersonId> = Vec::new();
    for number in 0..40 {
        let mobile = format!("1300000{}", 1000 + number);
        let identity = json!({ "name": "周晓月", "mobile": mobile, "division": samples::DISTRICT_A });
        let kind = if number % 8 == 0 { "spouse" } else { "veteran" };
        let body = json!({ "kind": kind, "person": { "identity": identity, "consents": ["matching"] } });
        people.push(text(&officer.post("/api/people", body).await.expect(201).json(), "id").parse().expect("an id"));
    }
    let judged = |better: PartKind| {
        let share = |kind| PartShare { kind, weight: 0, known: 1000, credit: if kind == better { 950 } else { 600 } };
        PartKind::ALL.map(share).to_vec()
    };
    let seen = |at: usize, place: Option<usize>, better| Seen {
        position: world.employers[at].position.parse().expect("an id"),
        place,
        judged: judged(better),
        weights_version: 1,
    };
    for _ in 0..8 {
        for person in &people {
            let list = [seen(0, Some(1), PartKind::Skills), seen(1, Some(2), PartKind::Pay)];
            events::note_seen(store, *person, MatchEventKind::Shown, &list);
            events::note_seen(store, *person, MatchEventKind::Opened, &[seen(1, None, PartKind::Pay)]);
        }
        world.app.advance(chrono::Duration::days(1));
    }
    let found = evidence::gather(store, since).expect("gathered");
    assert_eq!((found.counts.people, found.counts.lists, found.counts.preferences), (40, 320, 320));
    let weights = store.read_now(in_use).expect("weights");
    let report = report::propose(&found, &weights, since).expect("a proposal");
    let pay = report.weights.iter().find(|change| change.part == PartKind::Pay).expect("pay");
    let skills = report.weights.iter().find(|change| change.part == PartKind::Skills).expect("skills");
    assert!(pay.proposed > pay.now && skills.proposed < skills.now, "{:?}", report.weights);
    assert_eq!(report.weights.iter().map(|change| change.proposed).sum::<u32>(), 100);
    let groups = |by: &str| -> Vec<(&str, usize)> {
        let of = report.groups.iter().filter(|group| group.by == by);
        of.map(|group| (group.name.as_str(), group.people)).collect()
    };
    assert_eq!(groups("kind"), [("军属", 5), ("退役军人", 35)]);
    assert_eq!(groups("industry"), [("居民服务、修理和其他服务业", 40)], "trades are put together by their section");
    // A look of before the day that was asked for does not count.
    let later = evidence::gather(store, store.clock.now().day()).expect("gathered");
    assert_eq!(later.counts.lists, 0);
    let text = report::text(&report, 1001);
    assert!(!text.contains("周晓月") && !text.contains(people[0].as_str()), "nobody is named");
}
