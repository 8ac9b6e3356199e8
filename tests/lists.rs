//! Lists: how many there are, in which order, over pages; and the same list as a file.

use muster::access::permissions::Role;
use serde_json::{Value, json};

use crate::support::Client;
use crate::support::samples::{self, DISTRICT_A};
use crate::support::world::World;

/// The texts at `field` of a whole list, page by page, two rows each; every page says the same total.
async fn all(client: &Client, path: &str, field: &str) -> Vec<String> {
    let (mut found, mut cursor) = (vec![], String::new());
    loop {
        let page = client.get(&format!("{path}&limit=2{cursor}")).await.expect(200).json();
        let items = page["items"].as_array().expect("items");
        found.extend(items.iter().map(|item| item[field].as_str().unwrap_or_default().to_owned()));
        let Some(next) = page["next"].as_str() else {
            assert_eq!(page["total"], found.len(), "{page}");
            return found;
        };
        cursor = format!("&cursor={next}");
    }
}

async fn draft(world: &World, title: &str, valid_until: &str) {
    let mut position = samples::position();
    position["title"] = json!(title);
    position["valid_until"] = json!(valid_until);
    let body = json!({ "enterprise_id": world.employers[0].enterprise, "position": position });
    world.employers[0].who.client.post("/api/positions", body).await.expect(201);
}

#[actix_web::test]
async fn own_positions_are_searched_sorted_and_kept_in_a_file() {
    let world = World::new().await;
    let who = &world.employers[0].who.client;
    for (title, until) in [("CNC 操作工", "2027-01-05"), ("提成 100% 销售", "2027-02-01"), ("cnc 编程员", "2027-01-05")]
    {
        draft(&world, title, until).await;
    }
    let path = "/api/me/positions?sort";
    assert_eq!(all(who, &format!("{path}=created_at"), "title").await[0], "汽车维修工");
    let newest = all(who, &format!("{path}=-created_at"), "title").await;
    assert_eq!(newest, ["cnc 编程员", "提成 100% 销售", "CNC 操作工", "汽车维修工"]);
    let ends = all(who, &format!("{path}=valid_until"), "title").await;
    assert_eq!(ends, ["CNC 操作工", "cnc 编程员", "汽车维修工", "提成 100% 销售"]);
    let mut backward = all(who, &format!("{path}=-valid_until"), "title").await;
    backward.reverse();
    assert_eq!(backward, ends);
    for (words, count) in [("CNC", 2), ("cnc%20", 2), ("100%25", 1), ("%25", 1), ("_", 0), ("%5C", 0)] {
        assert_eq!(all(who, &format!("{path}=created_at&q={words}"), "title").await.len(), count, "{words}");
        let file = who.get(&format!("/api/positions/export?q={words}")).await.expect(200).table();
        assert_eq!(file.rows.len(), count, "{words}");
    }
    let file = who.get("/api/positions/export?sort=valid_until").await.expect(200).table();
    assert_eq!(file.rows.iter().map(|row| row.cell(2)).collect::<Vec<_>>(), ends);
    who.get("/api/me/positions?sort=title").await.expect(400).refused("invalid_query");
}

#[actix_web::test]
async fn organisations_and_people_of_a_district_are_sorted_and_kept_in_a_file() {
    let world = World::new().await;
    let officer = &world.officers[0].client;
    let founder = world.app.account("13000000075").await;
    let body = json!({ "kind": "association", "name": "平湖市拥军协会", "credit_code": null,
        "no_credit_code_reason": "正在登记", "division": DISTRICT_A });
    founder.client.post("/api/organisations", body).await.expect(201);
    let first = "平湖市望远1汽车服务有限公司";
    assert_eq!(all(officer, "/api/organisations?sort=created_at", "name").await, [first, "平湖市拥军协会"]);
    assert_eq!(all(officer, "/api/organisations?sort=-created_at", "name").await, ["平湖市拥军协会", first]);
    assert_eq!(all(officer, "/api/organisations?q=%E6%8B%A5%E5%86%9B", "name").await, ["平湖市拥军协会"]);
    let file = officer.get("/api/organisations/export?kind=association").await.expect(200).table();
    assert_eq!(file.rows.len(), 1);
    let row: Vec<&str> = [0, 1, 3, 8].map(|column| file.rows[0].cell(column)).to_vec();
    assert_eq!(row, ["平湖市拥军协会", "协会", "正在登记", "未核验"]);
    let refused = json!({ "approve": false, "what": "登记证书已过期" });
    let found = officer.get("/api/organisations?kind=association").await.expect(200).json();
    let id = found["items"][0]["id"].as_str().expect("an id").to_owned();
    officer.verify(&format!("/api/organisations/{id}"), refused).await.expect(200);
    let file = officer.get("/api/organisations/export?kind=association").await.expect(200).table();
    let row: Vec<&str> = [8, 9, 10].map(|column| file.rows[0].cell(column)).to_vec();
    assert_eq!(row, ["未通过", "", "登记证书已过期"], "a reason is no paper");
    let other = world.officers[1].client.get("/api/organisations/export").await.expect(200).table();
    assert_eq!(other.rows.len(), 1, "those of the own district");

    let late = world.app.veteran("13000000071", samples::ID_NUMBERS[2], DISTRICT_A).await;
    let path = "/api/people?division=330482&sort";
    assert_eq!(
        all(officer, &format!("{path}=created_at"), "id").await,
        [world.veterans[0].person.as_str(), late.person.as_str()]
    );
    assert_eq!(all(officer, &format!("{path}=-created_at"), "id").await[0], late.person);
    let file = officer.get("/api/people/export?division=330482&sort=created_at").await.expect(200).table();
    assert_eq!(file.rows.iter().map(|row| row.cell(6)).collect::<Vec<_>>(), ["已核验", "未核验"]);
}

#[actix_web::test]
async fn accounts_and_the_journal_are_kept_in_files_with_masked_names() {
    let world = World::new().await;
    let security = world.app.staff("13000000091", Role::SecurityAdministrator, None).await;
    let file = security.client.get("/api/accounts/export?role=station_officer").await.expect(200).table();
    assert_eq!(file.rows.len(), 2);
    assert_eq!((file.rows[0].cell(1), file.rows[0].cell(2)), ("正常", "服务站工作人员（浙江省嘉兴市平湖市当湖街道）"));
    assert!(file.rows[0].cell(0).ends_with("**"), "{:?}", file.rows[0]);

    let auditor = world.app.staff("13000000092", Role::Auditor, None).await.client;
    let listed: Value = auditor.get("/api/journal?event=person_verified&limit=1").await.expect(200).json();
    assert_eq!(listed["total"], 2);
    let file = auditor.get("/api/journal/export?event=person_verified").await.expect(200).table();
    assert_eq!(file.rows.len(), 2);
    let first = &file.rows[0];
    assert_eq!((first.cell(0), first.cell(3)), (listed["items"][0]["seq"].to_string().as_str(), "核验通过"));
    assert!(first.cell(2).ends_with("**"), "{first:?}");
    assert_eq!(first.cell(1), "2026-11-23 16:00:00", "in China");
    world.officers[0].client.get("/api/journal/export").await.expect(403);
}

#[actix_web::test]
async fn candidates_are_kept_in_a_file_as_the_list_has_them() {
    let world = World::new().await;
    let who = &world.employers[0].who.client;
    let path = format!("/api/positions/{}/matches", world.employers[0].position);
    let listed = who.get(&path).await.expect(200).json();
    let file = who.get(&format!("{path}/export")).await.expect(200).table();
    let items = listed["items"].as_array().expect("items");
    assert_eq!(file.rows.len(), items.len());
    assert!(!items.is_empty());
    for (row, item) in file.rows.iter().zip(items) {
        assert_eq!(row.cell(7), item["handle"]);
        assert_eq!(row.cell(4), item["match"]["fit"].to_string());
        assert!(row.cell(6).contains("✓ 技能"), "{row:?}");
        assert!(row.cell(1).ends_with("**") && !row.cells.iter().any(|cell| cell.contains("130000000")), "{row:?}");
    }
    world.employers[1].who.client.get(&format!("{path}/export")).await.expect(404).refused("not_found");
}

#[actix_web::test]
async fn a_view_is_kept_with_its_filters_and_never_with_words() {
    let world = World::new().await;
    let officer = &world.officers[0].client;
    let keep = |name: &str, query: &str| {
        let body = json!({ "list": "people", "name": name, "query": query });
        async move { officer.post("/api/me/views", body).await }
    };
    for wrong in [
        "",
        "q=%E9%99%88%E5%B0%8F%E6%B2%B3",
        "sort=x&q=a",
        "sel=1",
        "after=x",
        "name=%E9%99%88",
        "=a",
        "event=person_verified",
        "division=",
    ] {
        keep("坏的", wrong).await.expect(422).refused("invalid");
    }
    keep(" ", "sort=created_at").await.expect(422).refused("invalid");
    let view = keep("没核验", "verification=unverified&sort=-created_at").await.expect(201).json();
    keep("没核验", "verification=refused").await.expect(409).refused("conflict");
    let other = json!({ "list": "organisations", "name": "没核验", "query": "verification=unverified" });
    officer.post("/api/me/views", other).await.expect(201);
    let kept = officer.get("/api/me/views").await.expect(200).json();
    assert_eq!((kept.as_array().map(Vec::len), &kept[0]), (Some(2), &view));
    let path = format!("/api/me/views/{}", view["id"].as_str().expect("an id"));
    world.officers[1].client.delete(&path).await.expect(404);
    officer.delete(&path).await.expect(204);
    assert_eq!(officer.get("/api/me/views").await.json().as_array().map(Vec::len), Some(1));
    for n in 0..20 {
        keep(&format!("第 {n} 个"), &format!("division=33048{n}")).await.expect(201);
    }
    keep("多一个", "division=330482").await.expect(409).refused("wrong_state");
}

#[actix_web::test]
async fn the_desk_and_the_stations_are_kept_in_files() {
    let world = World::new().await;
    let officer = &world.officers[0].client;
    world.app.veteran("13000000071", samples::ID_NUMBERS[2], DISTRICT_A).await;
    let desk = officer.get("/api/desk").await.expect(200).json();
    let file = officer.get("/api/desk/export").await.expect(200).table();
    assert_eq!(file.rows.len(), desk["due"].as_array().expect("due").len());
    let file = officer.get("/api/desk/export?kind=verify_person").await.expect(200).table();
    assert_eq!(file.rows.len(), 1);
    assert_eq!(file.rows[0].cell(0), "核验人员");
    assert!(file.rows[0].cell(1).ends_with("**"), "{:?}", file.rows[0]);
    officer.get("/api/desk/export?kind=x").await.expect(400).refused("invalid_query");

    let administrator = world.app.staff("13000000093", Role::SystemAdministrator, None).await.client;
    administrator.post("/api/stations", samples::station(DISTRICT_A)).await.expect(201);
    let file = administrator.get("/api/stations/export").await.expect(200).table();
    let station = samples::station(DISTRICT_A);
    assert_eq!(file.rows.len(), 1);
    assert_eq!(json!(file.rows[0].cell(0)), station["name"]);
    assert_eq!(json!(file.rows[0].cell(4)), station["phone"]);
    officer.get("/api/stations/export").await.expect(403);
}
