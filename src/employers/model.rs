//! Organisations, memberships, positions.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::coded;
use crate::error::FieldError;
use crate::people::model::Verification;
use crate::store::schema::{imports, memberships, organisations, positions};
use crate::types::id::{AccountId, DuplicateGroupId, ImportId, MembershipId, OrganisationId, PositionId};
use crate::types::money::{Fen, Pay, PayUnit};
use crate::types::region::Division;
use crate::types::time::Moment;
use crate::types::work::{Degree, RequirementKind, Shift};

use super::screen::Finding;

coded! {
    pub enum OrganisationKind {
        /// 用人单位
        Enterprise = "enterprise",
        /// 拥军协会等
        Association = "association",
    }
}

/// An enterprise or an association.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = organisations)]
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub credit_code: Option<String>,
    pub no_credit_code_reason: Option<String>,
    pub division: Division,
    pub address: Option<String>,
    /// A name of the industries of the dictionary, or what the enterprise wrote that the dictionary does not know.
    pub industry: Option<String>,
    pub description: String,
    pub verification: Verification,
    pub verified_at: Option<Moment>,
    pub verified_by: Option<AccountId>,
    pub verified_what: Option<String>,
    pub import_id: Option<ImportId>,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub version: i64,
}

impl Organisation {
    pub fn is_verified(&self) -> bool {
        self.verification == Verification::Verified
    }
}

/// An enterprise is a member of an association from a day on.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, Deserialize, ToSchema)]
#[diesel(table_name = memberships)]
pub struct Membership {
    pub id: MembershipId,
    pub association_id: OrganisationId,
    pub enterprise_id: OrganisationId,
    pub since: NaiveDate,
    pub until: Option<NaiveDate>,
}

coded! {
    pub enum PositionState {
        /// Being written; nobody else sees it.
        Draft = "draft",
        Open = "open",
        Paused = "paused",
        Closed = "closed",
    }
}

coded! {
    pub enum ClosedWhy {
        /// Every place is taken.
        Filled = "filled",
        /// The day it was valid until has passed.
        Expired = "expired",
        Withdrawn = "withdrawn",
    }
}

/// A position's row.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = positions)]
pub struct Position {
    pub id: PositionId,
    pub enterprise_id: OrganisationId,
    pub state: PositionState,
    pub closed_why: Option<ClosedWhy>,
    pub title: String,
    pub occupation: Option<String>,
    pub headcount: i32,
    pub hired: i32,
    pub pay_min: Option<Fen>,
    pub pay_max: Option<Fen>,
    pub pay_unit: Option<PayUnit>,
    pub pay_months: Option<i32>,
    pub pay_month_min: Option<Fen>,
    pub pay_month_max: Option<Fen>,
    pub division: Division,
    pub address: Option<String>,
    pub degree_min: Option<Degree>,
    pub experience_years_min: Option<i32>,
    pub shift: Option<Shift>,
    pub housing: Option<bool>,
    pub veteran_preference: bool,
    /// `Vec<Requirement>` as JSON.
    pub requirements: String,
    pub description: String,
    pub contact_sealed: Option<Vec<u8>>,
    pub valid_until: NaiveDate,
    /// `Vec<UnlawfulBody>` as JSON.
    pub findings: String,
    pub import_id: Option<ImportId>,
    pub source_id: Option<String>,
    pub published_at: Option<Moment>,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub version: i64,
    /// See [`super::duplicates`]; `None` for one written before there were fingerprints.
    pub fingerprint: Option<i64>,
    /// Shown as one with all that have the same.
    pub duplicate_group: Option<DuplicateGroupId>,
}

/// One thing a position asks for beyond degree and years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    pub kind: RequirementKind,
    #[schema(min_length = 1, max_length = 60)]
    pub name: String,
    /// `true`: without it no match. `false`: nice to have.
    pub must: bool,
}

/// What an employer writes. Absent is "not said".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PositionInput {
    #[schema(min_length = 2, max_length = 80)]
    pub title: String,
    /// Code of the 2022 occupational classification.
    #[schema(max_length = 12)]
    pub occupation: Option<String>,
    #[schema(minimum = 1, maximum = 1000)]
    pub headcount: i32,
    /// Absent: to be agreed (面议).
    pub pay: Option<Pay>,
    #[schema(value_type = String)]
    pub division: Division,
    #[serde(default)]
    #[schema(max_length = 120)]
    pub address: Option<String>,
    pub degree_min: Option<Degree>,
    #[schema(minimum = 0, maximum = 40)]
    pub experience_years_min: Option<i32>,
    pub shift: Option<Shift>,
    pub housing: Option<bool>,
    #[serde(default)]
    pub veteran_preference: bool,
    #[serde(default)]
    #[schema(max_items = 30)]
    pub requirements: Vec<Requirement>,
    #[schema(min_length = 10, max_length = 5000)]
    pub description: String,
    /// Whom to ask, for officers and for people the employer talks to; never public.
    #[serde(default)]
    #[schema(max_length = 60)]
    pub contact: Option<String>,
    pub valid_until: NaiveDate,
}

/// What an enterprise or an association tells of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationInput {
    pub kind: OrganisationKind,
    #[schema(min_length = 2, max_length = 80)]
    pub name: String,
    /// 统一社会信用代码, 18 characters.
    #[schema(max_length = 30)]
    pub credit_code: Option<String>,
    /// Why there is no credit code.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub no_credit_code_reason: Option<String>,
    #[schema(value_type = String)]
    pub division: Division,
    #[serde(default)]
    #[schema(max_length = 120)]
    pub address: Option<String>,
    #[serde(default)]
    #[schema(max_length = 60)]
    pub industry: Option<String>,
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub description: String,
}

coded! {
    pub enum ImportKind {
        Positions = "positions",
        People = "people",
    }
}

coded! {
    pub enum ImportState {
        Committed = "committed",
        Undone = "undone",
    }
}

/// What one import brought.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, Deserialize, ToSchema)]
#[diesel(table_name = imports)]
pub struct Import {
    pub id: ImportId,
    pub kind: ImportKind,
    pub state: ImportState,
    pub file_name: String,
    pub account_id: Option<AccountId>,
    pub accepted: i32,
    pub refused: i32,
    pub created_at: Moment,
    pub undone_at: Option<Moment>,
}

impl Position {
    /// Pay as it was stated; `None` is to be agreed.
    pub fn pay(&self) -> Option<Pay> {
        let months = self.pay_months.and_then(|months| u8::try_from(months).ok());
        Pay::new(self.pay_min?, self.pay_max?, self.pay_unit?, months).ok()
    }

    /// Places that are still free.
    pub fn headcount_open(&self) -> i32 {
        self.headcount - self.hired
    }

    /// Whether the public may see it on `day`: open, not past its day, with a place left.
    pub fn is_public(&self, day: NaiveDate) -> bool {
        self.state == PositionState::Open && self.valid_until >= day && self.headcount_open() > 0
    }
}

/// An unlawful condition: where, which words, against which rule, and what to write instead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct UnlawfulBody {
    pub pointer: String,
    pub kind: String,
    pub matched: String,
    pub rule: String,
    pub instead: String,
}

impl UnlawfulBody {
    pub fn new(pointer: String, finding: &Finding) -> UnlawfulBody {
        UnlawfulBody {
            pointer,
            kind: finding.kind.code().to_owned(),
            matched: finding.matched.clone(),
            rule: finding.kind.rule().law.to_owned(),
            instead: finding.kind.rule().instead.to_owned(),
        }
    }

    pub fn into_field_error(self) -> FieldError {
        let detail = format!("“{}”不合法：{}。{}", self.matched, self.rule, self.instead);
        FieldError::new(self.pointer, self.kind, detail)
    }
}
