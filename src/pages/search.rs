//! The first page of the search for positions. Its form works without a script.

use maud::{Markup, html};

use super::{Data, First, NAME, cards, class, private, words};
use crate::error::{Code, Result};
use crate::matching::routes::{RelaxationBody, SearchBody, SearchParams, SortBy, search};
use crate::server::App;
use crate::types::money::Fen;
use crate::types::region::Division;
use crate::types::work::{Degree, Shift};

/// Rows of a page; the browser asks for as many.
const ROWS: i64 = 20;
/// Lower edges of pay, fen per month.
const PAY_EDGES: [i64; 4] = [300_000, 500_000, 800_000, 1_200_000];

pub fn first(app: &App, query: &str) -> Result<First> {
    // An address that was mistyped still finds something: the browser's own code reads it the same way.
    let params: SearchParams = serde_urlencoded::from_str(&said(query)).unwrap_or_default();
    let mut asked = SearchParams { limit: Some(ROWS), ..params };
    let mut found = search(app, asked.clone());
    // An old link to a later page shows the first.
    if found.as_ref().is_err_and(|error| error.code() == Code::InvalidCursor) {
        asked.cursor = None;
        found = search(app, asked.clone());
    }
    let (params, found) = (SearchParams { limit: None, ..asked.clone() }, found?);
    let words = params.q.clone().unwrap_or_default();
    let title =
        if words.is_empty() { format!("找工作 · {NAME}") } else { format!("{words} · 找工作 · {NAME}") };
    let description = format!(
        "{} 个面向退役军人和军属的岗位，单位都经退役军人事务部门核验，可按地点、待遇、学历、班次筛选。",
        found.total
    );
    // Searches are endless; a search engine knows the plain list alone.
    let canonical = query.is_empty().then(|| "/positions".to_owned());
    let address = serde_urlencoded::to_string(&asked).map_err(crate::error::Error::internal)?;
    Ok(First {
        title,
        description: Some(description),
        canonical,
        main: Some(page(&params, &found, app.store.clock.now().day())),
        data: vec![Data::new(format!("/api/positions?{address}"), &found)?],
        entry: "src/app/SearchRoute.tsx",
        ..private()
    })
}

/// A form without scripts also sends what was left empty.
fn said(query: &str) -> String {
    query.split('&').filter(|pair| !pair.ends_with('=')).collect::<Vec<_>>().join("&")
}

fn page(params: &SearchParams, found: &SearchBody, today: chrono::NaiveDate) -> Markup {
    html! {
        div class=(class("SearchPage", "band")) {
            div class=(class("SearchPage", "page")) {
                h1 { "找工作，从您的经历开始" }
                (form(params))
            }
        }
        div class=(class("SearchPage", "body")) {
            div class=(class("SearchPage", "aside")) { (filters(params)) }
            (sorted(params))
            div class=(class("SearchPage", "count")) { p role="status" { "共 " (found.total) " 个岗位" } }
            div class=(class("SearchPage", "main")) {
                div class=(class("SearchPage", "results")) {
                    @if found.items.is_empty() && params.cursor.is_none() { (nothing_found(params, &found.relaxations)) }
                    h2 { span class=(class("Spoken", "spoken")) { "搜到的岗位" } }
                    (cards::list(&found.items, today))
                    (onward(params, found.next.as_deref()))
                }
            }
        }
    }
}

/// The way on, and back to the beginning.
fn onward(params: &SearchParams, next: Option<&str>) -> Markup {
    let page = |cursor: Option<&str>| {
        let asked = SearchParams { cursor: cursor.map(str::to_owned), limit: None, ..params.clone() };
        format!("/positions?{}", serde_urlencoded::to_string(asked).unwrap_or_default())
    };
    let way = |href: String, words: &str| {
        html! { a href=(href) class=(class("Button", "button")) data-variant="secondary" { (words) } }
    };
    html! {
        @if params.cursor.is_some() || next.is_some() {
            nav class=(class("Pagination", "pages")) aria-label="翻页" {
                @if params.cursor.is_some() { (way(page(None), "回到第一页")) }
                @if next.is_some() { (way(page(next), "下一页")) } @else { p { "已经到最后了" } }
            }
        }
    }
}

fn nothing_found(params: &SearchParams, relaxations: &[RelaxationBody]) -> Markup {
    html! {
        div class=(class("Card", "card")) {
            p { "没有完全符合的。" }
            @if relaxations.is_empty() { p { "换个说法试试，比如只写“电工”“保安”“驾驶”，或者清除筛选条件。" } }
            ul {
                @for relaxation in relaxations {
                    li { a href={ "/positions?" (without(params, relaxation)) } {
                        "去掉“" (condition(params, &relaxation.field)) "”"
                        @if let Some(also) = &relaxation.also { "和“" (condition(params, also)) "”" }
                        "有 " (relaxation.total) " 个"
                    } }
                }
            }
        }
    }
}

/// The order, in a form of its own: with scripts the choice is enough, without them a button sends it.
fn sorted(params: &SearchParams) -> Markup {
    let chosen = params.sort.unwrap_or(SortBy::Relevance);
    html! {
        form method="get" action="/positions" class=(class("SearchPage", "sort")) {
            @if let Some(words) = &params.q { input type="hidden" name="q" value=(words); }
            (narrowed(params))
            div class=(class("field", "field")) {
                label class=(class("field", "label")) for="sort" { "排序" }
                select class=(class("field", "input")) id="sort" name="sort" {
                    @for sort in SortBy::ALL {
                        option value=(sort) selected[*sort == chosen] { (words::sort(*sort)) }
                    }
                }
            }
            noscript { button type="submit" class=(class("Button", "button")) data-variant="secondary" { "排序" } }
        }
    }
}

/// What narrows the search besides words, unseen in a form about something else.
fn narrowed(params: &SearchParams) -> Markup {
    let hidden = [
        ("region", params.region.clone()),
        ("pay_min", params.pay_min.map(|fen| fen.to_string())),
        ("degree", params.degree.map(|degree| degree.to_string())),
        ("shift", params.shift.map(|shift| shift.to_string())),
    ];
    html! {
        @for (name, value) in &hidden {
            @if let Some(value) = value { input type="hidden" name=(name) value=(value); }
        }
    }
}

/// Words in a form that a browser sends by itself; what else narrows the search goes along.
pub fn form(params: &SearchParams) -> Markup {
    html! {
        form role="search" method="get" action="/positions" class=(class("SearchForm", "form")) aria-label="搜索岗位" {
            div class=(class("field", "field")) {
                label class=(class("field", "label")) for="q" { "岗位、技能或部队专业" }
                input class=(class("field", "input")) id="q" name="q" type="search" maxlength="100" autocomplete="off"
                    placeholder="如：电工、汽车兵" value=(params.q.as_deref().unwrap_or_default());
            }
            (narrowed(params))
            button type="submit" class=(class("Button", "button")) data-variant="primary" { "搜索" }
        }
    }
}

/// Filters in a form of their own, for a browser without scripts; the page's own code has better ones.
fn filters(params: &SearchParams) -> Markup {
    let chosen_pay = params.pay_min.unwrap_or_default();
    html! {
        details {
            summary { "筛选" }
            form method="get" action="/positions" class=(class("Filters", "filters")) {
                @if let Some(words) = &params.q { input type="hidden" name="q" value=(words); }
                @if let Some(region) = &params.region { input type="hidden" name="region" value=(region); }
                label class=(class("field", "label")) { "月薪不低于 " select name="pay_min" {
                    option value="" { "不限" }
                    @for fen in PAY_EDGES {
                        option value=(fen) selected[fen == chosen_pay] { (words::yuan(Fen::new(fen))) " 元" }
                    }
                } }
                label class=(class("field", "label")) { "我的学历 " select name="degree" {
                    option value="" { "不限" }
                    @for degree in Degree::ALL.iter().skip(1) {
                        option value=(degree) selected[params.degree == Some(*degree)] { (words::degree(*degree)) }
                    }
                } }
                label class=(class("field", "label")) { "班次 " select name="shift" {
                    option value="" { "不限" }
                    @for shift in Shift::ALL {
                        option value=(shift) selected[params.shift == Some(*shift)] { (words::shift(*shift)) }
                    }
                } }
                button type="submit" class=(class("Button", "button")) data-variant="secondary" { "看结果" }
            }
        }
    }
}

/// How a person would call the condition that a relaxation names by its field.
fn condition(params: &SearchParams, field: &str) -> String {
    let said = match field {
        "q" => params.q.clone(),
        "region" => params.region.as_deref().and_then(|code| Some(code.parse::<Division>().ok()?.name().to_owned())),
        "pay_min" => params.pay_min.map(|fen| format!("月薪不低于 {} 元", words::yuan(Fen::new(fen)))),
        "degree" => params.degree.map(|degree| words::degree(degree).to_owned()),
        "shift" => params.shift.map(|shift| words::shift(shift).to_owned()),
        _ => None,
    };
    let plain = || match field {
        "region" => "工作地点",
        "housing" => "住宿",
        "veteran_preference" => "退役军人优先",
        other => other,
    };
    said.unwrap_or_else(|| plain().to_owned())
}

/// The address without what a relaxation leaves out.
fn without(params: &SearchParams, relaxation: &RelaxationBody) -> String {
    let text = serde_urlencoded::to_string(params).unwrap_or_default();
    let left_out = |name: &str| name == relaxation.field || relaxation.also.as_deref() == Some(name);
    let kept = text.split('&').filter(|pair| !pair.is_empty() && !pair.split('=').next().is_some_and(left_out));
    kept.collect::<Vec<_>>().join("&")
}
