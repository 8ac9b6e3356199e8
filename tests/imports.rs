//! Files in, files out: a dry run changes nothing, one bad row stops all or itself, an import can be
//! undone, what goes out can come in again, and a hostile file harms nobody.

use actix_web::http::Method;
use chrono::Duration;
use muster::employers::routes::imports::CSV;
use muster::employers::store::{self, PositionFilter, PositionSort};
use muster::http::XLSX;
use muster::types::table::{self, Column};
use serde_json::{Value, json};

use crate::support::Answer;
use crate::support::samples::{self, ID_NUMBERS};
use crate::support::world::{Somebody, World, text};

const HEADER: &str = "单位名称,岗位名称,招聘人数,薪资待遇,工作地区,学历要求,必备要求,岗位描述\n";
const GOOD: &str = "平湖市望远1汽车服务有限公司,洗车工,3,4500-5500元/月,平湖市当湖街道,不限,技能：汽车美容,负责客户车辆的清洗和内饰整理\n";
const UNLAWFUL: &str =
    "平湖市望远1汽车服务有限公司,前台文员,1,4500元/月,平湖市当湖街道,大专,,接待客户并登记车辆，仅限女性\n";
const BAD: &str = "平湖市望远1汽车服务有限公司,喷漆工,若干,高薪,火星,不限,,负责车身的喷漆和打磨工作\n";

async fn send(who: &Somebody, path: &str, media_type: &str, bytes: Vec<u8>) -> Answer {
    who.client.request(Method::POST, path).bytes(media_type, bytes).send().await
}

async fn positions(who: &Somebody, query: &str, csv: &str) -> Answer {
    let path = format!("/api/positions/imports?file_name=jobs.csv{query}");
    send(who, &path, CSV, csv.as_bytes().to_vec()).await
}

async fn people(who: &Somebody, query: &str, csv: &str) -> Answer {
    let path = format!("/api/people/imports?file_name=people.csv{query}");
    send(who, &path, CSV, csv.as_bytes().to_vec()).await
}

async fn own_titles(who: &Somebody) -> Vec<(String, String)> {
    let list = who.client.get("/api/me/positions?limit=100").await.expect(200).json();
    let items = list["items"].as_array().expect("items").clone();
    items.iter().map(|item| (text(item, "title"), text(item, "state"))).collect()
}

#[actix_web::test]
async fn a_dry_run_tells_everything_and_changes_nothing() {
    let world = World::new().await;
    let who = &world.employers[0].who;
    let before = own_titles(who).await;
    let report = positions(who, "", &format!("{HEADER}{GOOD}{UNLAWFUL}{BAD}")).await.expect(200).json();
    assert_eq!(own_titles(who).await, before);
    assert_eq!(who.client.get("/api/imports").await.json(), json!([]));
    for (field, count) in [("rows", 3), ("accepted", 2), ("refused", 1), ("written", 0), ("unlawful", 1)] {
        assert_eq!(report[field], count, "{field}: {report}");
    }
    let problems: Vec<(u64, String)> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["row"].as_u64().unwrap(), text(one, "column")))
        .collect();
    let mut columns: Vec<&str> =
        problems.iter().map(|(row, column)| if *row == 4 { column.as_str() } else { "?" }).collect();
    columns.sort_unstable();
    assert_eq!(columns, ["工作地区", "招聘人数", "薪资待遇"]);
    assert_eq!(report["marks"][0]["row"], 3);
    assert_eq!(report["mapping"][2]["field"], "title");
    assert_eq!(report["mapping"][2]["found"], "known");
}

#[actix_web::test]
async fn one_bad_row_stops_all_or_only_itself() {
    let world = World::new().await;
    let who = &world.employers[0].who;
    let csv = format!("{HEADER}{GOOD}{UNLAWFUL}{BAD}");
    let refused = positions(who, "&dry_run=false", &csv).await.expect(422).refused("invalid").json();
    assert_eq!(refused["current"]["refused"], 1);
    assert_eq!(refused["errors"][0]["pointer"], "/4/工作地区");
    assert_eq!(own_titles(who).await.len(), 1);
    let report = positions(who, "&dry_run=false&mode=good", &csv).await.expect(200).json();
    assert_eq!((&report["written"], &report["dry_run"]), (&json!(2), &json!(false)));
    let titles = own_titles(who).await;
    assert!(titles.contains(&("洗车工".to_owned(), "open".to_owned())), "{titles:?}");
    assert!(titles.contains(&("前台文员".to_owned(), "draft".to_owned())), "an unlawful condition waits: {titles:?}");
    assert_eq!(who.client.get("/api/imports").await.json()[0]["accepted"], 2);
    world.app.index_now();
    let found = world.app.anyone().get("/api/positions?q=%E6%B4%97%E8%BD%A6%E5%B7%A5").await.expect(200).json();
    assert_eq!(found["items"][0]["title"], "洗车工", "{found}");
}

#[actix_web::test]
async fn an_import_needs_a_key_and_takes_effect_once() {
    let world = World::new().await;
    let who = &world.employers[0].who;
    let path = "/api/positions/imports?file_name=jobs.csv&dry_run=false";
    let csv = format!("{HEADER}{GOOD}");
    let once = |key: &'static str, csv: &str| {
        let draft = who.client.request(Method::POST, path).bytes(CSV, csv.as_bytes().to_vec());
        async move { draft.header("Idempotency-Key", key).send().await }
    };
    once("", &csv).await.expect(400).refused("missing_header");
    let first = once("import-0001", &csv).await.expect(200).json();
    assert_eq!(once("import-0001", &csv).await.expect(200).json(), first);
    once("import-0001", &format!("{csv}{UNLAWFUL}")).await.expect(422).refused("idempotency_mismatch");
    assert_eq!(own_titles(who).await.len(), 2);
}

#[actix_web::test]
async fn only_ones_own_enterprises_and_district() {
    let world = World::new().await;
    let csv = format!("{HEADER}{GOOD}");
    let foreign = positions(&world.employers[1].who, "", &csv).await.expect(200).json();
    assert_eq!(foreign["problems"][0]["code"], "enterprise_unknown");
    let foreign = positions(&world.officers[1], "", &csv).await.expect(200).json();
    assert_eq!(foreign["problems"][0]["code"], "enterprise_unknown");
    assert_eq!(positions(&world.officers[0], "", &csv).await.expect(200).json()["accepted"], 1);
    // A representative of one enterprise need not name it; one who does may write its credit code.
    let nameless = "岗位名称,工作地区,岗位描述\n洗车工,平湖市当湖街道,负责客户车辆的清洗和内饰整理\n";
    assert_eq!(positions(&world.employers[0].who, "", nameless).await.expect(200).json()["accepted"], 1);
    assert_eq!(positions(&world.officers[0], "", nameless).await.expect(200).json()["problems"][0]["code"], "required");
    let coded = format!(
        "统一社会信用代码,岗位名称,工作地区,岗位描述\n{},洗车工,平湖市,负责客户车辆的清洗和内饰整理\n",
        samples::CREDIT_CODES[0]
    );
    assert_eq!(positions(&world.officers[0], "", &coded).await.expect(200).json()["accepted"], 1);
    positions(&world.veterans[0].who, "", &csv).await.expect(403).refused("forbidden");
    people(&world.employers[0].who, "", "姓名,手机号,居住地\n甲,13000000031,平湖市\n")
        .await
        .expect(403)
        .refused("forbidden");
}

#[actix_web::test]
async fn undo_removes_what_nobody_touched_and_names_the_rest() {
    let world = World::new().await;
    let who = &world.employers[0].who;
    let csv = format!("{HEADER}{GOOD}{}{UNLAWFUL}", GOOD.replace("洗车工", "保洁员"));
    let report = positions(who, "&dry_run=false", &csv).await.expect(200).json();
    let path = format!("/api/imports/{}/undo", text(&report, "import_id"));
    let list = who.client.get("/api/me/positions?limit=100").await.json();
    let cleaner = list["items"].as_array().unwrap().iter().find(|item| item["title"] == "保洁员").unwrap();
    who.client.step(&text(cleaner, "id"), json!({ "step": "pause" })).await.expect(200);
    world.employers[1].who.client.post(&path, json!({})).await.expect(404);
    world.app.index_now();
    let undone = who.client.post(&path, json!({})).await.expect(200).json();
    assert_eq!((&undone["removed"], &undone["kept"][0]["title"]), (&json!(2), &json!("保洁员")));
    assert_eq!(undone["import"]["state"], "undone");
    world.app.index_now();
    let found = world.app.anyone().get("/api/positions?q=%E6%B4%97%E8%BD%A6%E5%B7%A5").await.expect(200).text();
    assert!(!found.contains("洗车工"), "{found}");
    who.client.post(&path, json!({})).await.expect(409).refused("wrong_state");
    let late = positions(who, "&dry_run=false", &format!("{HEADER}{GOOD}")).await.expect(200).json();
    world.app.advance(Duration::hours(25));
    let who = world.app.sign_in(who.clone()).await;
    who.client
        .post(&format!("/api/imports/{}/undo", text(&late, "import_id")), json!({}))
        .await
        .expect(409)
        .refused("undo_expired");
}

#[actix_web::test]
async fn people_come_in_sealed_and_leave_again() {
    let world = World::new().await;
    let officer = &world.officers[0];
    let header = "姓名,身份证号,手机号,居住地,学历,专业技能,同意事项\n";
    let good = format!("沈知秋,{},13000000041,平湖市当湖街道,高中,汽车维修、叉车驾驶,岗位匹配\n", ID_NUMBERS[2]);
    let taken = format!("林长风,{},13000000042,平湖市当湖街道,高中,,\n", ID_NUMBERS[0]);
    let outside = "周望舒,,13000000043,330482102,高中,,\n";
    let report = people(officer, "&dry_run=false&mode=good", &format!("{header}{good}{taken}{outside}"))
        .await
        .expect(200)
        .json();
    assert_eq!((&report["written"], &report["refused"]), (&json!(1), &json!(2)));
    assert_eq!(report["problem_counts"], json!({ "id_number_taken": 1, "outside_district": 1 }));
    let shown = report.to_string();
    assert!(!["沈知秋", ID_NUMBERS[0], "13000000042"].iter().any(|secret| shown.contains(secret)), "{shown}");
    let found = officer.client.post("/api/people/lookup", json!({ "lookup": ID_NUMBERS[2] })).await.expect(200).json();
    assert_eq!((&found["total"], &found["items"][0]["name"]), (&json!(1), &json!("沈**")));
    let undo = format!("/api/imports/{}/undo", text(&report, "import_id"));
    world.employers[0].who.client.post(&undo, json!({})).await.expect(404);
    assert_eq!(officer.client.post(&undo, json!({})).await.expect(200).json()["removed"], 1);
    let found = officer.client.post("/api/people/lookup", json!({ "lookup": ID_NUMBERS[2] })).await.expect(200).json();
    assert_eq!(found["total"], 0);
}

#[actix_web::test]
async fn what_goes_out_can_come_in_again() {
    let world = World::new().await;
    let who = &world.employers[0].who;
    let mut nasty = samples::position();
    nasty["title"] = json!("=1+1 服务员");
    nasty["description"] = json!("+负责，点单；\n@每天 8 小时\n=HYPERLINK(\"http://example.com\")");
    nasty["requirements"] = json!([
        { "kind": "certificate", "name": "健康证、食品证", "must": true },
        { "kind": "language", "name": "普通话", "must": false }
    ]);
    nasty["pay"] = json!({ "min": 2_550, "max": 2_550, "unit": "hour" });
    let body = json!({ "enterprise_id": world.employers[0].enterprise, "position": nasty });
    who.client.post("/api/positions", body).await.expect(201);
    let file = who.client.get("/api/positions/export").await.expect(200);
    assert_eq!(file.table().rows.len(), 2);
    let report =
        send(who, "/api/positions/imports?file_name=out.xlsx&dry_run=false", XLSX, file.bytes).await.expect(200).json();
    assert_eq!(report["written"], 2, "{report}");
    let rows = world.app.store().read_now(|db| {
        let scope = muster::access::Scope { all: true, ..muster::access::Scope::default() };
        let enterprise = Some(world.employers[0].enterprise.parse().expect("an id"));
        store::list_positions(
            db,
            &scope,
            &PositionFilter { enterprise, ..PositionFilter::default() },
            PositionSort::Newest,
            None,
            10,
        )
    });
    let mut told: Vec<String> = rows
        .expect("rows")
        .into_iter()
        .map(|(row, _)| {
            format!(
                "{} {:?} {} {:?} {:?} {:?} {:?} {} {:?} {:?} {:?} {:?} {} {} {} {} {}",
                row.title,
                row.occupation,
                row.headcount,
                row.pay_min,
                row.pay_max,
                row.pay_unit,
                row.pay_months,
                row.division,
                row.address,
                row.degree_min,
                row.experience_years_min,
                row.shift,
                row.veteran_preference,
                row.requirements,
                row.description,
                row.valid_until,
                row.contact_sealed.is_some()
            )
        })
        .collect();
    told.sort();
    assert_eq!((told.len(), &told[0], &told[2]), (4, &told[1], &told[3]));
    assert!(told[0].contains("=HYPERLINK") || told[2].contains("=HYPERLINK"), "{told:?}");
}

#[actix_web::test]
async fn an_export_holds_exactly_the_list_within_reach() {
    let world = World::new().await;
    let count = |answer: &Answer| answer.table().rows.len();
    let who = &world.employers[0].who;
    positions(who, "&dry_run=false", &format!("{HEADER}{UNLAWFUL}")).await.expect(200);
    assert_eq!(count(&who.client.get("/api/positions/export").await.expect(200)), 2);
    assert_eq!(count(&who.client.get("/api/positions/export?state=draft").await.expect(200)), 1);
    assert_eq!(count(&world.officers[1].client.get("/api/positions/export").await.expect(200)), 1);
    who.client.get("/api/positions/export?cursor=x").await.expect(400).refused("invalid_query");
    let officer = &world.officers[0].client;
    officer.get("/api/people/export").await.expect(400).refused("invalid_query");
    let file = officer.get("/api/people/export?division=330482").await.expect(200);
    let table = file.table();
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].cells[..3], ["林**", "330***********9990", "130****0011"]);
    who.client.get("/api/people/export?division=330482").await.expect(403);
}

#[actix_web::test]
async fn files_of_other_programs_and_hostile_ones() {
    let world = World::new().await;
    let who = &world.employers[0].who;
    let gbk = encoding_rs::GBK.encode(&format!("{HEADER}{GOOD}")).0.into_owned();
    let path = "/api/positions/imports?file_name=jobs.csv";
    assert_eq!(send(who, path, CSV, gbk).await.expect(200).json()["accepted"], 1);
    let given = "&mapping=%7B%22title%22%3A%22%E6%B4%BB%E5%84%BF%22%7D";
    let csv = "活儿,工作地区,岗位描述\n洗车工,平湖市当湖街道,负责客户车辆的清洗和内饰整理\n";
    let unmapped = positions(who, "", csv).await.expect(422).refused("invalid").json();
    assert_eq!(unmapped["current"][0], "活儿");
    assert_eq!(positions(who, given, csv).await.expect(200).json()["accepted"], 1);
    let xlsx = "/api/positions/imports?file_name=jobs.xlsx";
    let formulas = [Column::new("岗位名称", 9), Column::new("工作地区", 9), Column::new("岗位描述", 9)];
    let row = ["=cmd|' /C calc'!A0", "平湖市", "=1+1 负责客户车辆的清洗"].map(str::to_owned).to_vec();
    let book = table::write("岗位", &formulas, &[row]).expect("a file");
    assert_eq!(send(who, xlsx, XLSX, book.clone()).await.expect(200).json()["accepted"], 1);
    let mut spoiled = book.clone();
    let middle = spoiled.len() / 2;
    spoiled.truncate(middle);
    let big = vec![b'a'; table::BYTES_MAX + 1];
    let twice = "/api/positions/imports?file_name=jobs.csv&mapping=%7B%22title%22%3A%22a%22,%22title%22%3A%22b%22%7D";
    let cases: [(&str, &str, Vec<u8>, u16, &str); 10] = [
        (xlsx, XLSX, spoiled, 422, "file_unreadable"),
        (xlsx, XLSX, b"MZ\x90\x00 not a workbook".to_vec(), 422, "file_unreadable"),
        (path, CSV, book.clone(), 422, "file_unreadable"),
        (path, CSV, b"\x00\x01\x02".to_vec(), 422, "file_unreadable"),
        (path, CSV, big, 413, "body_too_large"),
        (path, XLSX, book.clone(), 415, "wrong_content_type"),
        (path, "application/json", b"{}".to_vec(), 415, "wrong_content_type"),
        ("/api/positions/imports?file_name=jobs.csv&mode=some", CSV, b"a".to_vec(), 400, "invalid_query"),
        ("/api/positions/imports?file_name=jobs.csv&mapping=x", CSV, b"a".to_vec(), 400, "invalid_query"),
        (twice, CSV, b"a".to_vec(), 400, "invalid_query"),
    ];
    for (path, media_type, bytes, status, code) in cases {
        send(who, path, media_type, bytes).await.expect(status).refused(code);
    }
    assert_eq!(own_titles(who).await.len(), 1);
}

#[actix_web::test]
async fn people_in_the_clear_go_from_one_installation_to_another() {
    use muster::access::Actor;
    use muster::people::store::PeopleFilter;
    use muster::store::journal::Author;

    let world = World::new().await;
    let filter = PeopleFilter { division: "33".parse().ok(), ..PeopleFilter::default() };
    let rows =
        world.app.store().write_now(Author::SYSTEM, |tx| muster::people::exports::clear(tx, &Actor::system(), &filter));
    let other = crate::support::TestApp::new().await;
    let officer = other.staff("13000000001", muster::access::permissions::Role::StationOfficer, Some("330482")).await;
    let path = "/api/people/imports?file_name=people.xlsx&dry_run=false";
    let columns = muster::people::exports::columns(true);
    let bytes = table::write("人员", &columns, &rows.expect("rows")).expect("a file");
    let report = send(&officer, path, XLSX, bytes).await.expect(200).json();
    assert_eq!(report["written"], 2, "{report}");
    let found = officer.client.post("/api/people/lookup", json!({ "lookup": ID_NUMBERS[0] })).await.expect(200).json();
    let id = text(&found["items"][0], "id");
    let person = officer.client.get(&format!("/api/people/{id}")).await.expect(200).json();
    let kept =
        world.officers[0].client.get(&format!("/api/people/{}", world.veterans[0].person)).await.expect(200).json();
    assert_eq!(person["profile"], kept["profile"]);
    let sorted = |value: &Value| {
        let mut names: Vec<String> = value["consents"].as_array().unwrap().iter().map(Value::to_string).collect();
        names.sort();
        names
    };
    assert_eq!(sorted(&person), sorted(&kept));
    assert_eq!(person["person"]["verification"], "unverified", "papers are looked at anew");
}
