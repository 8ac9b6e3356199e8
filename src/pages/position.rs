//! The first page of one position; a closed one is gone, with others like it.

use actix_web::http::StatusCode;
use maud::{Markup, html};

use super::cards::{self, facts, pill};
use super::job_posting::job_posting;
use super::{Data, First, NAME, class, or_missing, private, words};
use crate::error::{Code, Result};
use crate::matching::routes::{PositionBody, PositionCard, position_body, similar_to_closed};
use crate::server::App;
use crate::types::id::PositionId;
use crate::types::work::Degree;

const ENTRY: &str = "src/app/PositionRoute.tsx";

pub fn first(app: &App, id: PositionId) -> Result<First> {
    let path = format!("/api/positions/{id}");
    let today = app.store.clock.now().day();
    match position_body(app, id) {
        Ok(position) => {
            let card = &position.card;
            Ok(First {
                title: format!("{} · {} · {NAME}", card.title, card.enterprise.name),
                description: Some(description(&position)),
                canonical: Some(format!("/positions/{id}")),
                structured: Some(job_posting(&position, &app.config.public_url())),
                entry: ENTRY,
                main: Some(page(&position, today)),
                data: vec![Data::new(path, &position)?],
                ..private()
            })
        }
        Err(error) if error.code() == Code::Gone => {
            let similar = similar_to_closed(app, id)?;
            Ok(First {
                status: StatusCode::GONE,
                title: format!("岗位已经关闭 · {NAME}"),
                entry: ENTRY,
                main: Some(closed(&similar, today)),
                data: vec![Data::refused(path, &error)?],
                ..private()
            })
        }
        Err(error) => or_missing(error),
    }
}

fn description(position: &PositionBody) -> String {
    let card = &position.card;
    let place = &card.division.name;
    let pay = words::pay(card.pay.as_ref());
    let text: String = position.description.chars().filter(|c| !c.is_control()).take(80).collect();
    format!("{}招{}，{place}，{pay}，招 {} 人。{text}", card.enterprise.name, card.title, card.headcount_open)
}

fn page(position: &PositionBody, today: chrono::NaiveDate) -> Markup {
    html! {
        div class=(class("PositionPage", "page")) {
            a href="/positions" class=(class("Page", "backLink")) { "‹ 返回" }
            div class=(class("PositionPage", "columns")) {
                div class=(class("Card", "card")) {
                    (head(position, today))
                    (body(position, today))
                }
            }
        }
    }
}

fn head(position: &PositionBody, today: chrono::NaiveDate) -> Markup {
    let card = &position.card;
    html! {
        header class=(class("PositionPage", "head")) {
            div class=(class("PositionPage", "pills")) {
                @if card.veteran_preference { (pill("honor", "退役军人优先")) }
                @if let Some(day) = position.enterprise_detail.verified_on {
                    (pill("success", &format!("已核实 {}", words::day(day, today))))
                }
            }
            h1 { (card.title) }
            p class=(class("PositionPage", "pay")) { (words::pay(card.pay.as_ref())) }
            @if let Some(assumed) = card.pay.as_ref().and_then(words::assumed_month) {
                p class=(class("PositionPage", "assumed")) { (assumed) }
            }
            (facts(&[
                card.enterprise.name.clone(),
                card.division.name.clone(),
                format!("招 {} 人", card.headcount_open),
                format!("{}截止", words::day(card.valid_until, today)),
            ]))
        }
    }
}

fn body(position: &PositionBody, today: chrono::NaiveDate) -> Markup {
    let section = class("PositionPage", "section");
    let text = class("PositionPage", "text");
    let terms = terms(&position.card);
    html! {
        section class=(section) { h2 { "做什么" } p class=(text) { (position.description) } }
        section class=(section) { h2 { "要求" } (requirements(position)) }
        @if !terms.is_empty() {
            section class=(section) {
                h2 { "待遇和时间" }
                ul class=(class("PositionPage", "pills")) { @for term in &terms { li { (pill("neutral", term)) } } }
            }
        }
        @if let Some(address) = &position.address { section class=(section) { h2 { "工作地址" } p { (address) } } }
        @if !position.same.is_empty() { (same(position, today)) }
        section class=(section) {
            h2 { "单位介绍" }
            h3 { a href={ "/enterprises/" (position.card.enterprise.id) } { (position.card.enterprise.name) } }
            p class=(text) { (position.enterprise_detail.description) }
        }
    }
}

/// The other postings of the same work, which lists leave out.
fn same(position: &PositionBody, today: chrono::NaiveDate) -> Markup {
    html! {
        section class=(class("PositionPage", "section")) id="same" {
            h2 { "本单位的相同岗位" }
            p class=(class("PositionPage", "assumed")) { "单位、工作和待遇基本相同，搜索结果里只显示一个。" }
            ul class=(class("PositionPage", "same")) {
                @for card in &position.same {
                    li {
                        a href={ "/positions/" (card.id) } { (card.title) }
                        (facts(&[words::pay(card.pay.as_ref()), format!("{}发布", words::day(card.published_on, today))]))
                    }
                }
            }
        }
    }
}

fn terms(card: &PositionCard) -> Vec<String> {
    let mut terms = Vec::new();
    terms.extend(card.shift.map(|shift| words::shift(shift).to_owned()));
    terms.extend((card.housing == Some(true)).then(|| "提供住宿".to_owned()));
    terms.extend(card.degree_min.map(|degree| match degree {
        Degree::None => words::degree(degree).to_owned(),
        _ => format!("{}及以上", words::degree(degree)),
    }));
    terms.extend(card.experience_years_min.map(|years| match years {
        0 => "经验不限".to_owned(),
        years => format!("{years} 年以上经验"),
    }));
    terms
}

fn requirements(position: &PositionBody) -> Markup {
    let groups = [("必须具备", true), ("有则更好", false)];
    html! {
        @if position.requirements.is_empty() {
            p { "没有另外的技能、证书要求。" }
        } @else {
            dl class=(class("Requirements", "groups")) {
                @for (title, must) in groups {
                    @if position.requirements.iter().any(|asked| asked.must == must) {
                        div {
                            dt class=(class("Requirements", "title")) { (title) }
                            @for asked in position.requirements.iter().filter(|asked| asked.must == must) {
                                dd { (asked.name) " " span class=(class("Requirements", "kind")) { (words::requirement(asked.kind)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn closed(similar: &[PositionCard], today: chrono::NaiveDate) -> Markup {
    html! {
        div class=(class("PositionPage", "page")) {
            div class=(class("PositionList", "closed")) {
                h1 { "这个岗位已经招满或停止招聘" }
                h2 { "相近的岗位" }
                @if similar.is_empty() { p { "暂时没有相近的岗位。" } }
                (cards::list(similar, today))
            }
        }
    }
}
