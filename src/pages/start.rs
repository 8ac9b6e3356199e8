//! The first page of all: a search at once, and the newest positions.

use maud::html;

use super::search::form;
use super::{Data, First, NAME, cards, class, private};
use crate::error::{Error, Result};
use crate::matching::routes::{SearchParams, SortBy, search};
use crate::server::App;

/// Positions shown; the browser asks for as many.
const ROWS: i64 = 6;

const DOORS: [(&str, &str, &str); 3] = [
    ("/positions", "找工作", "按岗位、部队专业、地点找"),
    ("/stations", "退役军人服务站", "就近找人当面帮您办"),
    ("/sign-up", "单位招人", "注册单位账号，发布岗位"),
];

pub fn first(app: &App) -> Result<First> {
    let asked = SearchParams { sort: Some(SortBy::Newest), limit: Some(ROWS), ..SearchParams::default() };
    let found = search(app, asked.clone())?;
    let address = serde_urlencoded::to_string(&asked).map_err(Error::internal)?;
    let main = html! {
        div class=(class("HomePage", "band")) {
            div class=(class("HomePage", "inner")) { h1 { "找工作，从您的经历开始" } (form(&SearchParams::default())) }
        }
        div class=(class("HomePage", "page")) {
            ul class=(class("HomePage", "doors")) {
                @for (href, title, note) in DOORS {
                    li { a href=(href) class=(class("HomePage", "door")) {
                        span { strong { (title) } span class=(class("HomePage", "note")) { (note) } }
                    } }
                }
            }
            div class=(class("HomePage", "newest")) {
                section class=(class("PositionList", "closed")) {
                    h2 { "最新岗位" }
                    (cards::list(&found.items, app.store.clock.now().day()))
                    p { a href="/positions" class=(class("PositionList", "all")) { "看全部 " (found.total) " 个岗位" } }
                }
            }
        }
    };
    Ok(First {
        title: format!("{NAME}：退役军人和军属找工作"),
        description: Some(format!(
            "退役军人和军属找工作：{} 个岗位，单位都经核验，按您的部队经历匹配，说清理由。",
            found.total
        )),
        canonical: Some("/".to_owned()),
        entry: "src/app/HomeRoute.tsx",
        main: Some(main),
        data: vec![Data::new(format!("/api/positions?{address}"), &found)?],
        ..private()
    })
}
