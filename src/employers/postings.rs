//! Reads postings (招聘信息) as other systems export them, one JSON object a line, and makes drafts of
//! positions: title without slogans, division, degree, years, pay per month.
//!
//! Such lines have every fault: amounts of an hour, a day, a month and a year in one column, degrees in
//! many words, slogans for titles, HTML in descriptions. What cannot be read for certain is refused with
//! its reason rather than guessed. Not here: whether a condition is lawful ([`super::screen`]), and
//! saving.

mod fields;
mod pay;
mod words;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::coded;
use crate::types::money::{Fen, Pay, PayUnit};
use crate::types::region::Division;
use crate::types::work::Degree;

/// The limits of a position's texts, in characters.
const TITLE_MIN: usize = 2;
const TITLE_MAX: usize = 80;
const DESCRIPTION_MIN: usize = 10;
const DESCRIPTION_MAX: usize = 5000;
const ENTERPRISE_MAX: usize = 80;
const ADDRESS_MAX: usize = 120;

/// What a line says, in our words. It becomes a position when an officer accepts it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Draft {
    /// The line's own id, by which the source is asked again.
    pub source_id: String,
    pub title: String,
    pub enterprise: String,
    pub division: Division,
    /// Only where it says more than the division.
    pub address: Option<String>,
    pub description: String,
    /// `Degree::None`: the line says that none is asked. `None`: it says nothing.
    pub degree: Option<Degree>,
    /// 0: the line says that no experience is asked. `None`: it says nothing.
    pub experience_years_min: Option<u8>,
    pub skills: Vec<String>,
    pub welfare: Vec<String>,
    /// Lower and upper pay of one month.
    pub pay_month: (Fen, Fen),
    pub months_per_year: Option<u8>,
    /// The amounts as they stood, with the unit we took them for.
    pub pay_as_posted: String,
    pub published_on: Option<NaiveDate>,
}

impl Draft {
    pub fn pay(&self) -> Option<Pay> {
        Pay::new(self.pay_month.0, self.pay_month.1, PayUnit::Month, self.months_per_year).ok()
    }
}

coded! {
    /// Why a line does not become a draft.
    pub enum Reason {
        /// Not a JSON object, or a text where a number belongs.
        JsonInvalid = "json_invalid",
        TitleMissing = "title_missing",
        EnterpriseMissing = "enterprise_missing",
        /// Shorter than 10 characters.
        DescriptionMissing = "description_missing",
        /// No place, or none that we know.
        RegionUnknown = "region_unknown",
        /// A place that several divisions are called by.
        RegionAmbiguous = "region_ambiguous",
        /// No amount, or 0.
        PayMissing = "pay_missing",
        /// An amount too small for a month, and no word that says of what.
        PayUnitUnclear = "pay_unit_unclear",
        /// Outside the tolerance, see `pay::TOLERANCE`.
        PayImplausible = "pay_implausible",
        /// The same posting came before, see [`Seen`].
        Duplicate = "duplicate",
    }
}

#[derive(Deserialize)]
#[serde(default)]
struct Line {
    id: Value,
    title: String,
    company: String,
    region: String,
    address: String,
    lon: Option<f64>,
    lat: Option<f64>,
    description: String,
    degree: String,
    experience_years: Value,
    skills: String,
    welfare: String,
    salary_min: Value,
    salary_max: Value,
    salary_months: Value,
    first_publish: String,
}

impl Default for Line {
    fn default() -> Line {
        let text = String::new;
        Line {
            id: Value::Null,
            title: text(),
            company: text(),
            region: text(),
            address: text(),
            lon: None,
            lat: None,
            description: text(),
            degree: text(),
            experience_years: Value::Null,
            skills: text(),
            welfare: text(),
            salary_min: Value::Null,
            salary_max: Value::Null,
            salary_months: Value::Null,
            first_publish: text(),
        }
    }
}

/// Reads one line, or tells every reason why it is no posting.
pub fn read_line(line: &str) -> Result<Draft, Vec<Reason>> {
    // serde reads an array into a struct too.
    if !line.trim_start().starts_with('{') {
        return Err(vec![Reason::JsonInvalid]);
    }
    let line: Line = serde_json::from_str(line).map_err(|_| vec![Reason::JsonInvalid])?;
    let mut reasons = vec![];
    let mut must = |reason: Reason, wrong: bool| {
        if wrong {
            reasons.push(reason);
        }
    };
    let title = words::title(&line.title, TITLE_MAX);
    must(Reason::TitleMissing, title.chars().count() < TITLE_MIN);
    let enterprise = words::one_line(&line.company, ENTERPRISE_MAX);
    must(Reason::EnterpriseMissing, enterprise.chars().count() < 2);
    let description = words::description(&line.description, DESCRIPTION_MAX);
    must(Reason::DescriptionMissing, description.chars().count() < DESCRIPTION_MIN);
    let division = fields::division(&line.region, &line.address, fields::point(line.lon, line.lat));
    let wages = pay::read(&line.salary_min, &line.salary_max, &line.title, &line.description);
    reasons.extend(division.as_ref().err().copied());
    reasons.extend(wages.as_ref().err().copied());
    let (Ok(division), Ok(wages), true) = (division, wages, reasons.is_empty()) else {
        return Err(reasons);
    };
    let months_per_year = fields::months(&line.salary_months);
    let address = words::one_line(&line.address, ADDRESS_MAX);
    Ok(Draft {
        source_id: fields::id(&line.id),
        title,
        enterprise,
        division,
        address: (!address.is_empty() && line.address != line.region).then_some(address),
        description,
        degree: Degree::asked(&line.degree),
        experience_years_min: fields::experience_years_min(&line.experience_years),
        skills: fields::skills(&line.skills),
        welfare: fields::list(&line.welfare),
        pay_as_posted: wages.as_posted(months_per_year),
        pay_month: wages.month,
        months_per_year,
        published_on: fields::day(&line.first_publish),
    })
}

/// Remembers drafts, so that the second of two equal postings is refused as [`Reason::Duplicate`]: the
/// same enterprise, title, division and description, whatever the source calls them.
#[derive(Default)]
pub struct Seen(HashSet<u64>);

impl Seen {
    /// `false`: it came before.
    pub fn is_new(&mut self, draft: &Draft) -> bool {
        let mut hasher = DefaultHasher::new();
        (&draft.enterprise, &draft.title, draft.division, &draft.description).hash(&mut hasher);
        self.0.insert(hasher.finish())
    }
}

#[cfg(test)]
mod tests;
