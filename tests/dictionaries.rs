//! The dictionaries over HTTP: what an industry is called, what one does in an occupation, which skills serve it.

use serde_json::{Value, json};

use crate::support::TestApp;
use crate::support::samples::{self, CREDIT_CODES, DISTRICT_A};
use crate::support::world::{World, text};

fn names(found: &Value) -> Vec<String> {
    found.as_array().expect("a list").iter().map(|one| text(one, "name")).collect()
}

#[actix_web::test]
async fn industries_are_found_by_what_people_call_them() {
    let app = TestApp::new().await;
    // 快递
    let found = app.anyone().get("/api/dictionaries/industries?q=%E5%BF%AB%E9%80%92").await.expect(200).json();
    assert_eq!(names(&found), ["邮政业"]);
    assert_eq!(found[0]["code"], "60");
    let section = json!({ "code": "G", "name": "交通运输、仓储和邮政业", "english": "Transport, storage and post" });
    assert_eq!(found[0]["section"], section);
    let sections = app.anyone().get("/api/dictionaries/industries?q=").await.expect(200).json();
    assert_eq!(names(&sections).len(), 20);
    app.anyone().get("/api/dictionaries/industries").await.expect(400);
}

#[actix_web::test]
async fn an_industry_is_kept_as_written_with_its_section_and_a_code_by_its_name() {
    let world = World::new().await;
    let client = &world.app.account("13000000031").await.client;
    let mut body = samples::organisation("平湖市新望有限公司", CREDIT_CODES[0], DISTRICT_A);
    (body["credit_code"], body["no_credit_code_reason"]) = (json!(null), json!("新设立，正在办理"));
    for (number, (written, kept, section)) in [
        ("餐饮行业", json!("餐饮行业"), json!("H")),
        ("IT", json!("IT"), json!("I")),
        ("H62", json!("餐饮业"), json!("H")),
        ("C 制造业", json!("制造业"), json!("C")),
        (" 港口物流 ", json!("港口物流"), json!(null)),
    ]
    .into_iter()
    .enumerate()
    {
        body["name"] = json!(format!("平湖市新望{number}有限公司"));
        body["industry"] = json!(written);
        let made = client.post("/api/organisations", body.clone()).await.expect(201).json();
        assert_eq!((&made["industry"], &made["industry_section"]["code"]), (&kept, &section), "{written}");
    }
}

#[actix_web::test]
async fn an_occupation_tells_what_one_does_in_it() {
    let app = TestApp::new().await;
    let guard = app.anyone().get("/api/dictionaries/occupations/4-07-05-01").await.expect(200).json();
    assert_eq!(text(&guard, "name"), "保安员");
    assert!(text(&guard, "definition").ends_with("人员。"), "{guard}");
    let tasks = guard["tasks"].as_array().expect("tasks");
    assert_eq!((tasks.len(), &tasks[0]), (7, &json!("守护出入口和目标部位，进行单位或个人安全检查")));
    let group = app.anyone().get("/api/dictionaries/occupations/4-07-05-00").await.expect(200).json();
    assert_eq!((&group["definition"], &group["tasks"]), (&json!(null), &json!([])), "a group has no tasks of its own");
    app.anyone().get("/api/dictionaries/occupations/9-99-99-99").await.expect(404);
}

#[actix_web::test]
async fn skills_that_serve_an_occupation_come_first_and_say_so() {
    let app = TestApp::new().await;
    let ask = async |query: &str| app.anyone().get(&format!("/api/dictionaries/skills?{query}")).await;
    // 证; of a guard before all others
    let of_guard = "q=%E8%AF%81&kind=certificate&occupations=4-07-05-01";
    let found = ask(of_guard).await.expect(200).json();
    assert_eq!(found[0]["serves"], json!({ "code": "4-07-05-01", "name": "保安员" }), "{}", found[0]);
    let without = ask("q=%E8%AF%81&kind=certificate").await.expect(200).json();
    assert_ne!(names(&found), names(&without));
    assert!(without.as_array().expect("a list").iter().all(|one| one["serves"].is_null()));
    let all = ask("q=&occupations=4-07-05-01,4-03-02-01").await.expect(200).json();
    let served: Vec<&Value> = all.as_array().expect("a list").iter().map(|one| &one["serves"]["name"]).collect();
    assert!(!served.is_empty() && served.iter().all(|name| !name.is_null()), "without words, only what serves: {all}");
    ask("q=&occupations=9-99-99-99").await.expect(400).refused("invalid_query");
    let many = ["4-07-05-01"; 11].join(",");
    ask(&format!("q=&occupations={many}")).await.expect(400).refused("invalid_query");
}
