//! A position as structured data (schema.org JobPosting), for search engines.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::matching::routes::PositionBody;
use crate::types::money::PayUnit;
use crate::types::region::{Division, Level};

/// What we know, and nothing we would have to guess: no kind of employment, no sex, no age.
pub fn job_posting(position: &PositionBody, public_url: &str) -> Value {
    let card = &position.card;
    let mut posting = json!({
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": card.title,
        "description": description(position),
        "datePosted": card.published_on,
        "validThrough": end_of(card.valid_until),
        "identifier": { "@type": "PropertyValue", "name": card.enterprise.name, "value": card.id },
        "hiringOrganization": {
            "@type": "Organization",
            "name": card.enterprise.name,
            "sameAs": format!("{public_url}/enterprises/{}", card.enterprise.id),
        },
        "jobLocation": { "@type": "Place", "address": address(position) },
        "totalJobOpenings": card.headcount_open,
        "directApply": false,
        "url": format!("{public_url}/positions/{}", card.id),
    });
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            posting[name] = value;
        }
    };
    add("baseSalary", salary(position));
    add("industry", position.enterprise_detail.industry.as_ref().map(|industry| json!(industry)));
    add("occupationalCategory", card.occupation.as_ref().map(|one| json!(format!("{} {}", one.code, one.name))));
    add(
        "experienceRequirements",
        card.experience_years_min
            .filter(|years| *years > 0)
            .map(|years| json!({ "@type": "OccupationalExperienceRequirements", "monthsOfExperience": years * 12 })),
    );
    posting
}

/// Paragraphs as HTML, which the vocabulary asks for.
fn description(position: &PositionBody) -> String {
    let paragraphs = position.description.lines().filter(|line| !line.trim().is_empty());
    paragraphs.map(|line| maud::html! { p { (line) } }.into_string()).collect()
}

/// The last moment of the day in China.
fn end_of(day: NaiveDate) -> String {
    format!("{day}T23:59:59+08:00")
}

fn address(position: &PositionBody) -> Value {
    let division = Division::from_code(&position.card.division.code).ok();
    let named = |level| division.and_then(|division| division.at_level(level)).map(Division::name);
    let mut address = json!({ "@type": "PostalAddress", "addressCountry": "CN" });
    for (name, value) in [
        ("addressRegion", named(Level::Province)),
        ("addressLocality", named(Level::County).or(named(Level::City))),
        ("streetAddress", position.address.as_deref().or(named(Level::Township))),
    ] {
        if let Some(value) = value {
            address[name] = json!(value);
        }
    }
    address
}

/// Absent where pay is to be agreed or by the piece, which the vocabulary cannot say.
fn salary(position: &PositionBody) -> Option<Value> {
    let pay = position.card.pay.as_ref()?;
    let unit = match pay.unit {
        PayUnit::Hour => "HOUR",
        PayUnit::Day => "DAY",
        PayUnit::Week => "WEEK",
        PayUnit::Month => "MONTH",
        PayUnit::Year => "YEAR",
        PayUnit::Piece => return None,
    };
    // Whole yuan stay whole; JSON has no other number for the rest.
    let yuan = |fen: i64| if fen % 100 == 0 { json!(fen / 100) } else { json!(fen as f64 / 100.0) };
    Some(json!({
        "@type": "MonetaryAmount",
        "currency": "CNY",
        "value": {
            "@type": "QuantitativeValue",
            "minValue": yuan(pay.min_fen.fen()),
            "maxValue": yuan(pay.max_fen.fen()),
            "unitText": unit,
        },
    }))
}
