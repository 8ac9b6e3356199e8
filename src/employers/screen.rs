//! Conditions in a posting that the law forbids (违法招聘条件): limits by sex, age, household
//! registration and the like, deposits, fees, withheld papers.
//!
//! The tables are in [`rules`]; a finding says which phrase, why, and what to write instead. It is a
//! question to the clerk who reviews the posting, not a verdict: the lawful exceptions (work that the
//! State forbids to women, work that the law asks a health certificate for) depend on facts that no text
//! shows. Not here: whether the posting is true, and its pay ([`super::postings`]).

pub mod rules;

use std::ops::Range;
use std::sync::LazyLock;

use serde::Serialize;

use crate::coded;
use crate::types::phrases::{Hit, Reader, View, without_overlaps};
use crate::types::screen::disguise;
use rules::{AGES, PHRASES, RULES};

coded! {
    /// What a posting may not ask.
    pub enum Kind {
        /// 性别
        Sex = "sex",
        /// 年龄
        Age = "age",
        /// 户籍、地域、农村劳动者
        HouseholdRegistration = "household_registration",
        /// 民族
        Ethnicity = "ethnicity",
        /// 婚姻、生育
        MaritalStatus = "marital_status",
        /// 传染病病原携带者
        InfectionCarrier = "infection_carrier",
        /// 残疾
        Disability = "disability",
        /// 宗教信仰
        Religion = "religion",
        /// 押金、保证金、担保
        Deposit = "deposit",
        /// 培训费、服装费、体检费等
        TrainingFee = "training_fee",
        /// 扣押证件
        IdWithholding = "id_withholding",
    }
}

/// The rule behind a kind, in words for a clerk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Rule {
    pub kind: Kind,
    /// The law to name to an employer.
    pub law: &'static str,
    /// Every source, each with how sure we are of its text: `[T]` read in full, `[S]` seen in an
    /// excerpt, `[G]` from general knowledge.
    pub source: &'static str,
    /// What the law says.
    pub says: &'static str,
    /// What to write in its place.
    pub instead: &'static str,
}

impl Kind {
    pub fn rule(self) -> &'static Rule {
        RULES.iter().find(|rule| rule.kind == self).expect("every kind has a rule")
    }
}

/// A phrase that asks what may not be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// In the text, in characters.
    pub span: Range<usize>,
    pub kind: Kind,
    pub matched: String,
    pub rule: &'static Rule,
}

/// Every unlawful condition in a title, a description or a list of requirements, in order of place.
/// Phrases of one kind that overlap are one finding.
pub fn unlawful(text: &str) -> Vec<Finding> {
    let mut found: Vec<(Kind, Range<usize>)> = vec![];
    // As it is written, and with numbers in Arabic digits and traditional characters simplified.
    for view in [View::plain(text), disguise::view(text)] {
        for hit in TABLES.phrases.read(&view) {
            found.push((PHRASES[hit.row].0, hit.span));
        }
        for hit in TABLES.age.read(&view) {
            if is_age_limit(&hit) {
                found.push((Kind::Age, hit.span));
            }
        }
    }
    let mut findings: Vec<Finding> = vec![];
    for kind in Kind::ALL {
        let spans = found.iter().filter(|(of, _)| of == kind).map(|(_, span)| span.clone()).collect();
        findings.extend(without_overlaps(spans, Clone::clone).into_iter().map(|span| finding(text, *kind, span)));
    }
    findings.sort_by_key(|finding| (finding.span.start, finding.kind));
    findings
}

fn finding(text: &str, kind: Kind, span: Range<usize>) -> Finding {
    let matched = text.chars().skip(span.start).take(span.len()).collect();
    Finding { span, kind, matched, rule: kind.rule() }
}

/// The groups of an age rule are the lower and the upper age, either of which may be empty; two empty
/// ones are a limit without a number (90后优先).
///
/// Not a limit: a minimum of at most 18 (劳动法 art. 15 forbids work below 16, and art. 64 some work below
/// 18), a maximum of at least 60 (劳动合同法 art. 44: the contract ends with retirement), and ages below
/// 18 at the upper end or 16 at the lower, which are those of pupils and customers.
fn is_age_limit(hit: &Hit<'_>) -> bool {
    let age = |i: usize| hit.groups.get(i).and_then(|text| text.parse::<u32>().ok());
    match (age(0), age(1)) {
        (None, None) => true,
        (Some(low), None) => (19..=70).contains(&low),
        (None, Some(high)) => (18..60).contains(&high),
        (Some(low), Some(high)) => low >= 16 && high >= 18 && low <= high && (low > 18 || high < 60),
    }
}

struct Tables {
    phrases: Reader,
    age: Reader,
}

static TABLES: LazyLock<Tables> =
    LazyLock::new(|| Tables { phrases: Reader::new(PHRASES.iter().map(|(_, phrase)| phrase)), age: Reader::new(AGES) });

#[cfg(test)]
mod tests;
