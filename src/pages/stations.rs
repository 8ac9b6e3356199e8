//! The first page of the stations: where somebody helps in person, readable without a script.

use maud::{Markup, html};
use serde::Deserialize;

use super::{Data, First, NAME, class, private};
use crate::error::Result;
use crate::server::App;
use crate::stations::model::StationKind;
use crate::stations::routes::{StationBody, serving};
use crate::types::region::Division;

#[derive(Default, Deserialize)]
struct Asked {
    division: Option<String>,
}

pub fn first(app: &App, query: &str) -> Result<First> {
    let asked: Asked = serde_urlencoded::from_str(query).unwrap_or_default();
    // An address that was mistyped shows all.
    let place = asked.division.as_deref().and_then(|code| code.parse::<Division>().ok());
    let all = app.store.read_now(|db| serving(db, None))?;
    let mut data = vec![Data::new("/api/stations", &all)?];
    let mut found = all.clone();
    if let Some(place) = place {
        found = app.store.read_now(|db| serving(db, Some(place)))?;
        data.push(Data::new(format!("/api/stations?division={place}"), &found)?);
    }
    Ok(First {
        title: format!("退役军人服务站 · {NAME}"),
        description: Some(format!("{} 个退役军人服务站的地址、电话和开门时间，可以当面办理求职和核验。", all.len())),
        canonical: place.is_none().then(|| "/stations".to_owned()),
        entry: "src/app/StationsRoute.tsx",
        main: Some(page(&all, &found, place)),
        data,
        ..private()
    })
}

fn page(all: &[StationBody], found: &[StationBody], place: Option<Division>) -> Markup {
    let chosen = place.map(|place| place.to_string()).unwrap_or_default();
    let places = all.iter().filter(|station| station.kind == StationKind::Station);
    html! {
        div class=(class("Page", "page")) {
            div {
                h1 { "退役军人服务站" }
                p class=(class("Page", "lead")) { "找工作、核验身份、忘了密码，都可以到站里当面办，请带身份证。不收费。" }
            }
            form method="get" action="/stations" {
                div class=(class("field", "field")) {
                    label class=(class("field", "label")) for="division" { "您住在哪里" }
                    select class=(class("field", "input")) id="division" name="division" {
                        option value="" { "全部" }
                        @for one in places {
                            option value=(one.division.code) selected[one.division.code == chosen] { (one.division.name) }
                        }
                    }
                }
                noscript { button type="submit" class=(class("Button", "button")) data-variant="secondary" { "看这里的服务站" } }
            }
            p role="status" { "共 " (found.len()) " 个服务站" }
            @for station in found { (card(station)) }
        }
    }
}

fn card(station: &StationBody) -> Markup {
    html! {
        div class=(class("Card", "card")) {
            h2 { (station.name) }
            dl class=(class("data", "details")) {
                div { dt { "电话" } dd {
                    a href={ "tel:" (station.phone.replace(' ', "")) } class=(class("StationsPage", "phone")) { (station.phone) }
                } }
                div { dt { "地址" } dd { (station.address) } }
                div { dt { "开门时间" } dd { (station.hours) } }
            }
        }
    }
}
