//! The public pages as they first arrive: readable, findable and true without a script.

use std::collections::BTreeMap;

use muster::access::permissions::Role;
use muster::pages::{Built, Manifest, Reading, rendered};
use serde_json::{Value, json};

use crate::support::world::World;

const TEMPLATE: &str = "<!doctype html><html lang=\"zh-CN\"><head><title>x</title><!--head--></head><body>\
    <div id=\"root\"><!--app--></div><noscript>y</noscript><!--boot--></body></html>";

fn page(world: &World, path: &str, query: &str) -> (u16, String) {
    let built = Built { template: TEMPLATE.to_owned(), manifest: Manifest::default(), styles: BTreeMap::new() };
    let page = rendered(&world.app.app, path, query, &Reading::default(), &built);
    (page.status.as_u16(), page.html)
}

/// What stands in the script element with this start.
fn script(page: &str, start: &str) -> Value {
    let rest = page.split(start).nth(1).unwrap_or_else(|| panic!("{start} in {page}"));
    serde_json::from_str(rest.split("</script>").next().expect("its end")).expect("JSON")
}

#[actix_web::test]
async fn a_position_can_be_read_and_is_valid_structured_data() {
    let world = World::new().await;
    let id = &world.employers[0].position;
    let (status, page) = page(&world, &format!("/positions/{id}"), "");
    assert_eq!(status, 200);
    assert!(page.contains("<title>汽车维修工 · 平湖市望远1汽车服务有限公司 · 集结号</title>"), "{page}");
    assert!(page.contains("<h1>汽车维修工</h1>") && page.contains("负责客户车辆的检查、保养和修理"));
    assert!(page.contains(&format!("/positions/{id}\">")), "a canonical address");
    assert!(!page.contains("王经理") && !page.contains("13000000009"), "the contact is not public");
    let posting = script(&page, "<script type=\"application/ld+json\">");
    // What search engines require of a JobPosting, and what they recommend.
    for field in
        ["title", "description", "datePosted", "validThrough", "hiringOrganization", "jobLocation", "identifier"]
    {
        assert!(!posting[field].is_null(), "{field}: {posting}");
    }
    assert_eq!(posting["@type"], "JobPosting");
    assert_eq!(posting["description"], "<p>负责客户车辆的检查、保养和修理，填写维修记录。</p>");
    assert_eq!(posting["validThrough"], "2027-01-31T23:59:59+08:00");
    let address = &posting["jobLocation"]["address"];
    assert_eq!(
        (&address["addressCountry"], &address["addressRegion"], &address["addressLocality"]),
        (&json!("CN"), &json!("浙江省"), &json!("平湖市"))
    );
    let salary = &posting["baseSalary"];
    assert_eq!(
        (&salary["currency"], &salary["value"]["minValue"], &salary["value"]["unitText"]),
        (&json!("CNY"), &json!(6000), &json!("MONTH"))
    );
    assert_eq!(posting["totalJobOpenings"], 2);
}

#[actix_web::test]
async fn every_open_position_has_structured_data_and_is_in_the_sitemap() {
    let world = World::new().await;
    let sitemap = world.app.anyone().get("/sitemap.xml").await.expect(200).text();
    for employer in &world.employers {
        assert!(sitemap.contains(&format!("/positions/{}</loc>", employer.position)), "{sitemap}");
        let (_, page) = page(&world, &format!("/positions/{}", employer.position), "");
        assert_eq!(script(&page, "<script type=\"application/ld+json\">")["@type"], "JobPosting");
    }
    world.employers[0].who.client.step(&world.employers[0].position, json!({ "step": "close" })).await.expect(200);
    let sitemap = world.app.anyone().get("/sitemap.xml").await.expect(200).text();
    assert!(!sitemap.contains(&world.employers[0].position));
    let robots = world.app.anyone().get("/robots.txt").await.expect(200).text();
    assert!(robots.contains("Sitemap: http://127.0.0.1:8080/sitemap.xml") && robots.contains("Disallow: /me"));
}

#[actix_web::test]
async fn a_closed_position_is_gone_with_others_like_it_and_not_for_search_engines() {
    let world = World::new().await;
    world.employers[0].who.client.step(&world.employers[0].position, json!({ "step": "close" })).await.expect(200);
    let (status, page) = page(&world, &format!("/positions/{}", world.employers[0].position), "");
    assert_eq!(status, 410);
    assert!(page.contains("noindex") && !page.contains("application/ld+json"));
    assert!(page.contains(&format!("href=\"/positions/{}\"", world.employers[1].position)), "{page}");
    let data = script(&page, "<script type=\"application/json\" id=\"boot\">");
    assert_eq!((&data[0]["status"], &data[0]["body"]["code"]), (&json!(410), &json!("gone")));
}

#[actix_web::test]
async fn the_search_is_a_form_and_its_data_is_what_the_api_answers() {
    let world = World::new().await;
    let (status, found) = page(&world, "/positions", "q=%E7%BB%B4%E4%BF%AE");
    assert_eq!(status, 200);
    assert!(
        found.contains("<form role=\"search\" method=\"get\" action=\"/positions\"")
            && found.contains("value=\"维修\"")
    );
    assert!(found.contains("noindex"), "searches are endless");
    assert!(page(&world, "/positions", "").1.contains("rel=\"canonical\""));
    let data = script(&found, "<script type=\"application/json\" id=\"boot\">");
    let path = data[0]["path"].as_str().expect("a path");
    assert_eq!(world.app.anyone().get(path).await.expect(200).json(), data[0]["body"]);
    assert!(!found.contains("下一页"));
    let (_, none) = page(&world, "/positions", "q=%E7%BB%B4%E4%BF%AE&shift=night");
    assert!(none.contains("没有完全符合的") && none.contains("href=\"/positions?q=%E7%BB%B4%E4%BF%AE\""), "{none}");
}

#[actix_web::test]
async fn an_enterprise_shows_what_it_offers_and_what_is_not_there_is_missing() {
    let world = World::new().await;
    let (status, shown) = page(&world, &format!("/enterprises/{}", world.employers[0].enterprise), "");
    assert!(status == 200 && shown.contains("在招 1 个岗位") && shown.contains("汽车维修工"), "{shown}");
    for path in ["/positions/00000000-0000-7000-8000-0000000fffff", "/positions/x", "/enterprises/x"] {
        let (status, page) = page(&world, path, "");
        assert!(status == 404 && page.contains("noindex"), "{path} {status}");
    }
    let (status, private) = page(&world, "/me/profile", "");
    assert!(
        status == 200
            && private.contains("noindex")
            && private.contains("<noscript>")
            && !private.contains("id=\"boot\"")
    );
}

#[actix_web::test]
async fn the_start_page_shows_the_newest_positions() {
    let world = World::new().await;
    let (status, start) = page(&world, "/", "");
    assert!(status == 200 && start.contains("最新岗位") && start.contains("看全部 2 个岗位"), "{start}");
}

#[actix_web::test]
async fn stations_and_the_way_in_are_found_by_search_engines() {
    let world = World::new().await;
    let system = world.app.staff("13000000093", Role::SystemAdministrator, None).await;
    let station = json!({ "kind": "station", "name": "当湖街道退役军人服务站", "division": "330482001",
        "address": "平湖市当湖街道人民西路 1 号", "phone": "0573-8500 0001", "hours": "周一至周五 8:30–17:00" });
    system.client.post("/api/stations", station).await.expect(201);
    let (status, shown) = page(&world, "/stations", "division=330482001");
    assert!(status == 200 && shown.contains("<h2>当湖街道退役军人服务站</h2>"), "{shown}");
    assert!(shown.contains("href=\"tel:0573-85000001\"") && shown.contains("noindex"), "{shown}");
    let data = script(&shown, "<script type=\"application/json\" id=\"boot\">");
    assert_eq!(
        (&data[0]["path"], &data[1]["path"]),
        (&json!("/api/stations"), &json!("/api/stations?division=330482001"))
    );
    assert!(page(&world, "/stations", "division=330482002").1.contains("共 0 个服务站"));
    for (path, title) in [("/stations", "退役军人服务站"), ("/sign-in", "登录"), ("/sign-up", "注册账号")]
    {
        let (status, shown) = page(&world, path, "");
        assert!(status == 200 && shown.contains(&format!("<h1>{title}</h1>")), "{shown}");
        assert!(shown.contains("rel=\"canonical\"") && !shown.contains("noindex"), "{path}");
    }
}

#[actix_web::test]
async fn a_long_list_is_read_page_by_page_without_a_script() {
    let world = World::new().await;
    for i in 0..20 {
        let mut position = crate::support::samples::position();
        position["title"] = json!(format!("第{i}个维修岗位"));
        let body = json!({ "enterprise_id": world.employers[0].enterprise, "position": position });
        let made = world.employers[0].who.client.post("/api/positions", body).await.expect(201).json();
        world.employers[0].who.client.step(made["id"].as_str().expect("an id"), json!({ "step": "publish" })).await;
    }
    world.app.index_now();
    let (_, first) = page(&world, "/positions", "q=%E7%BB%B4%E4%BF%AE");
    assert!(first.contains("下一页") && !first.contains("回到第一页"));
    let href = first.split("翻页").nth(1).and_then(|nav| nav.split("href=\"/positions?").nth(1)).expect("a link");
    let query = href.split('"').next().expect("its end").replace("&amp;", "&");
    let (status, second) = page(&world, "/positions", &query);
    assert_eq!(status, 200);
    assert!(second.contains("回到第一页") && second.contains("已经到最后了"), "{second}");
    let data = script(&second, "<script type=\"application/json\" id=\"boot\">");
    assert_eq!(data[0]["body"]["items"].as_array().expect("items").len(), 2);
    let (status, old) = page(&world, "/positions", "cursor=nothing");
    assert!(status == 200 && old.contains("下一页") && !old.contains("回到第一页"), "an old link shows the first page");
}
