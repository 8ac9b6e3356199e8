//! The first page of all: a search at once, and the newest positions.

use maud::html;

use super::{Data, First, NAME, cards, class, private};
use crate::error::{Error, Result};
use crate::matching::routes::{SearchParams, SortBy, search};
use crate::server::App;

/// Positions shown; the browser asks for as many.
const ROWS: i64 = 6;

pub fn first(app: &App) -> Result<First> {
    let asked = SearchParams { sort: Some(SortBy::Newest), limit: Some(ROWS), ..SearchParams::default() };
    let found = search(app, asked.clone())?;
    let address = serde_urlencoded::to_string(&asked).map_err(Error::internal)?;
    let main = html! {
        div class=(class("StartPage", "page")) {
            h1 { "找工作，从您的经历开始" }
            form role="search" method="get" action="/positions" class=(class("SearchForm", "form")) aria-label="搜索岗位" {
                label { "岗位、技能或部队专业" input name="q" type="search" maxlength="100"; }
                button type="submit" { "搜索" }
            }
            h2 { "最新岗位" }
            (cards::list(&found.items, app.store.clock.now().day()))
            p { a href="/positions" { "看全部 " (found.total) " 个岗位" } }
        }
    };
    Ok(First {
        title: format!("{NAME}：退役军人和军属找工作"),
        description: Some(format!(
            "退役军人和军属找工作：{} 个岗位，单位都经核验，按您的部队经历匹配，说清理由。",
            found.total
        )),
        canonical: Some("/".to_owned()),
        main: Some(main),
        data: vec![Data::new(format!("/api/positions?{address}"), &found)?],
        ..private()
    })
}
