//! A position in a list, as the browser's own `PositionCard` shows it.

use chrono::NaiveDate;
use maud::{Markup, html};

use super::{class, words};
use crate::matching::routes::PositionCard;

/// Cards below each other.
pub fn list(cards: &[PositionCard], today: NaiveDate) -> Markup {
    html! {
        ul class=(class("PositionList", "list")) {
            @for position in cards { li { (card(position, today)) } }
        }
    }
}

fn card(position: &PositionCard, today: NaiveDate) -> Markup {
    html! {
        div class=(class("Card", "card")) {
            div class=(class("PositionCard", "head")) {
                h3 class=(class("PositionCard", "title")) {
                    a class=(class("PositionCard", "link")) href={ "/positions/" (position.id) } { (position.title) }
                }
                span class=(class("PositionCard", "pay")) { (words::pay(position.pay.as_ref())) }
            }
            div class=(class("PositionCard", "facts")) {
                (facts(&[
                    position.enterprise.name.clone(),
                    position.division.name.clone(),
                    format!("{}发布", words::day(position.published_on, today)),
                ]))
            }
            ul class=(class("PositionCard", "pills")) {
                @if position.veteran_preference { li { (pill("honor", "退役军人优先")) } }
                @if let Some(shift) = position.shift { li { (pill("neutral", words::shift(shift))) } }
                @if position.housing == Some(true) { li { (pill("neutral", "提供住宿")) } }
                li { (pill("neutral", &format!("招 {} 人", position.headcount_open))) }
            }
            @if position.duplicates > 0 {
                a class=(class("PositionCard", "same")) href={ "/positions/" (position.id) "#same" } {
                    "另有 " (position.duplicates) " 个相同岗位"
                }
            }
        }
    }
}

pub fn facts(facts: &[String]) -> Markup {
    html! { ul class=(class("Facts", "facts")) { @for fact in facts { li { (fact) } } } }
}

pub fn pill(tone: &str, text: &str) -> Markup {
    html! { span class=(class("Pill", "pill")) data-tone=(tone) { (text) } }
}
