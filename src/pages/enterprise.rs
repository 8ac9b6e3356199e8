//! The first page of a verified enterprise and what it offers.

use maud::html;
use serde_json::json;

use super::cards::{facts, pill};
use super::{Data, First, NAME, cards, class, or_missing, private, words};
use crate::employers::routes::enterprise_body;
use crate::employers::store as employers;
use crate::error::Result;
use crate::matching::routes::enterprise_positions;
use crate::server::App;
use crate::types::id::OrganisationId;

pub fn first(app: &App, id: OrganisationId) -> Result<First> {
    let enterprise = match app.store.read_now(|db| employers::verified_enterprise(db, id)) {
        Ok(enterprise) => enterprise_body(&enterprise),
        Err(error) => return or_missing(error),
    };
    let positions = enterprise_positions(app, id)?;
    let today = app.store.clock.now().day();
    let url = format!("{}/enterprises/{id}", app.config.public_url());
    let main = html! {
        div class=(class("Page", "page")) {
            div { a href="/positions" class=(class("Page", "backLink")) { "‹ 返回" } }
            div { h1 { (enterprise.name) } }
            div class=(class("Card", "card")) {
                (facts(&[Some(enterprise.division.name.clone()), enterprise.industry.clone()].into_iter().flatten().collect::<Vec<_>>()))
                @if let Some(day) = enterprise.verified_on { p { (pill("success", &format!("已核实 {}", words::day(day, today)))) } }
                p { (enterprise.description) }
            }
            @if positions.is_empty() { h2 { "这家单位现在没有在招的岗位。" } } @else { h2 { "在招 " (positions.len()) " 个岗位" } }
            (cards::list(&positions, today))
        }
    };
    Ok(First {
        title: format!("{} · {NAME}", enterprise.name),
        description: Some(format!("{}，经退役军人事务部门核验，在招 {} 个岗位。", enterprise.name, positions.len())),
        canonical: Some(format!("/enterprises/{id}")),
        structured: Some(json!({ "@context": "https://schema.org/", "@type": "Organization", "name": enterprise.name,
            "description": enterprise.description, "url": url })),
        entry: "src/app/EnterpriseRoute.tsx",
        main: Some(main),
        data: vec![
            Data::new(format!("/api/enterprises/{id}"), &enterprise)?,
            Data::new(format!("/api/enterprises/{id}/positions"), &positions)?,
        ],
        ..private()
    })
}
