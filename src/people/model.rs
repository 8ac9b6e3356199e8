//! A job-seeker: identity, verification, consent, and the profile that matches read.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::coded;
use crate::store::schema::{consents, people};
use crate::types::id::{AccountId, ConsentId, ImportId, PersonId};
use crate::types::money::Fen;
use crate::types::region::Division;
use crate::types::time::Moment;
use crate::types::work::{Degree, RequirementKind, Shift};

coded! {
    pub enum PersonKind {
        /// 退役军人
        Veteran = "veteran",
        /// 军属
        Spouse = "spouse",
    }
}

coded! {
    /// Whether somebody has looked at the papers.
    pub enum Verification {
        /// Nobody has looked yet.
        Unverified = "unverified",
        Verified = "verified",
        Refused = "refused",
    }
}

/// A person's row.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = people)]
pub struct Person {
    pub id: PersonId,
    pub account_id: Option<AccountId>,
    pub kind: PersonKind,
    pub service_member_id: Option<PersonId>,
    pub name_sealed: Vec<u8>,
    pub name_blind: Vec<u8>,
    pub id_number_sealed: Option<Vec<u8>>,
    pub id_number_blind: Option<Vec<u8>>,
    pub mobile_sealed: Option<Vec<u8>>,
    pub mobile_blind: Option<Vec<u8>>,
    pub division: Division,
    pub verification: Verification,
    pub verified_at: Option<Moment>,
    pub verified_by: Option<AccountId>,
    pub verified_what: Option<String>,
    pub visible: bool,
    /// A [`Profile`] as JSON.
    pub profile: String,
    pub import_id: Option<ImportId>,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub version: i64,
}

/// What a person tells of their work and wishes. Absent is unknown, in every field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// Highest degree, in the person's own words or from `educations`.
    pub degree: Option<Degree>,
    #[schema(max_items = 20)]
    pub service: Vec<ServicePeriod>,
    #[schema(max_items = 20)]
    pub educations: Vec<Education>,
    #[schema(max_items = 50)]
    pub certificates: Vec<Certificate>,
    #[schema(max_items = 50)]
    pub experiences: Vec<Experience>,
    #[schema(max_items = 100)]
    pub skills: Vec<Skill>,
    pub intentions: Intentions,
}

/// One period of service (服役经历). Never a unit, a number or a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServicePeriod {
    /// Made by the client, unique in the profile; skills refer to it.
    #[schema(min_length = 1, max_length = 40)]
    pub id: String,
    pub branch: Branch,
    #[schema(minimum = 1940, maximum = 2100)]
    pub from_year: i32,
    #[schema(minimum = 1940, maximum = 2100)]
    pub to_year: Option<i32>,
    pub category: Option<Category>,
    pub rank: Option<Rank>,
    /// 岗位类别, e.g. 班长, 技师, 参谋.
    #[serde(default)]
    #[schema(max_length = 60)]
    pub post_group: Option<String>,
    /// 军事专业; several per period.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub specialities: Vec<Speciality>,
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Speciality {
    /// Family of our dictionary; absent when none fits.
    #[schema(max_length = 60)]
    pub code: Option<String>,
    /// In the person's own words.
    #[schema(min_length = 1, max_length = 60)]
    pub title: String,
}

coded! {
    /// 军兵种. Those of 2015–2024 and since stand side by side: a certificate keeps its wording.
    pub enum Branch {
        Army = "army",
        Navy = "navy",
        Air = "air",
        Rocket = "rocket",
        /// 战略支援部队, 2015-12-31 to 2024-04-19.
        StrategicSupport = "strategic_support",
        JointLogistics = "joint_logistics",
        Aerospace = "aerospace",
        Cyberspace = "cyberspace",
        InformationSupport = "information_support",
        /// 武警
        Police = "police",
        Other = "other",
    }
}

coded! {
    /// 退役安置类别 (退役军人保障法, art. 21–23; facts §4.2).
    pub enum Category {
        TransferredOfficer = "O1",
        SelfEmployedOfficer = "O2",
        MonthlyPensionOfficer = "O3",
        DemobilisedOfficer = "O4",
        RetiredOfficer = "O5",
        AssignedSergeant = "N1",
        SelfEmployedSergeant = "N2",
        MonthlyPensionSergeant = "N3",
        RetiredSergeant = "N4",
        SupportedSergeant = "N5",
        SelfEmployedConscript = "C1",
        AssignedConscript = "C2",
        SupportedConscript = "C3",
    }
}

coded! {
    /// 军衔, with those that the reform of 2022-03-31 replaced.
    pub enum Rank {
        General = "general",
        LieutenantGeneral = "lieutenant_general",
        MajorGeneral = "major_general",
        SeniorColonel = "senior_colonel",
        Colonel = "colonel",
        LieutenantColonel = "lieutenant_colonel",
        Major = "major",
        Captain = "captain",
        FirstLieutenant = "first_lieutenant",
        SecondLieutenant = "second_lieutenant",
        /// 一级军士长
        SergeantMajor1 = "sergeant_major_1",
        /// 二级军士长
        SergeantMajor2 = "sergeant_major_2",
        /// 三级军士长
        SergeantMajor3 = "sergeant_major_3",
        /// 四级军士长, until 2022-03-31
        SergeantMajor4 = "sergeant_major_4",
        /// 上士, until 2022-03-31
        StaffSergeant = "staff_sergeant",
        /// 一级上士, since 2022-03-31
        StaffSergeant1 = "staff_sergeant_1",
        /// 二级上士, since 2022-03-31
        StaffSergeant2 = "staff_sergeant_2",
        /// 中士
        Sergeant = "sergeant",
        /// 下士
        Corporal = "corporal",
        /// 上等兵
        PrivateFirstClass = "private_first_class",
        /// 列兵
        Private = "private",
    }
}

impl Rank {
    /// The rank that the reform of 2022 made of this one (全国人大常委会决定, 2022-02-28).
    pub fn since_2022(self) -> Rank {
        match self {
            Rank::SergeantMajor4 => Rank::StaffSergeant1,
            Rank::StaffSergeant => Rank::StaffSergeant2,
            same => same,
        }
    }

    /// First and last year in which the rank could be held, where the reform bounds it.
    pub fn years(self) -> (Option<i32>, Option<i32>) {
        match self {
            Rank::SergeantMajor4 | Rank::StaffSergeant => (None, Some(2022)),
            Rank::StaffSergeant1 | Rank::StaffSergeant2 => (Some(2022), None),
            _ => (None, None),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Education {
    pub degree: Degree,
    #[serde(default)]
    #[schema(max_length = 60)]
    pub school: Option<String>,
    #[serde(default)]
    #[schema(max_length = 60)]
    pub major: Option<String>,
    #[schema(minimum = 1940, maximum = 2100)]
    pub year: Option<i32>,
}

/// A certificate, a driving licence class or a language, with its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    pub kind: RequirementKind,
    #[schema(min_length = 1, max_length = 60)]
    pub name: String,
    pub issued_on: Option<NaiveDate>,
    pub expires_on: Option<NaiveDate>,
}

/// Civilian work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Experience {
    #[schema(min_length = 1, max_length = 40)]
    pub id: String,
    #[schema(min_length = 1, max_length = 60)]
    pub title: String,
    #[schema(minimum = 1940, maximum = 2100)]
    pub from_year: Option<i32>,
    #[schema(minimum = 1940, maximum = 2100)]
    pub to_year: Option<i32>,
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    #[schema(min_length = 1, max_length = 40)]
    pub name: String,
    /// The service period or experience that shows it.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub experience_id: Option<String>,
}

/// What work is wanted (求职意向).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Intentions {
    /// Codes of the 2022 occupational classification.
    #[schema(max_items = 10)]
    pub occupations: Vec<String>,
    /// Titles, in the person's own words.
    #[schema(max_items = 10)]
    pub titles: Vec<String>,
    #[schema(max_items = 20, value_type = Vec<String>)]
    pub places: Vec<Division>,
    /// Exceptions within `places`.
    #[schema(max_items = 20, value_type = Vec<String>)]
    pub places_refused: Vec<Division>,
    /// How far from home the person would travel to work, in kilometres.
    #[schema(minimum = 1, maximum = 2000)]
    pub distance_km_max: Option<u16>,
    /// Lowest pay in fen per month.
    pub pay_min_fen_month: Option<Fen>,
    #[schema(max_items = 4)]
    pub shifts: Vec<ShiftAnswer>,
    pub housing_needed: Option<bool>,
    pub available_from: Option<NaiveDate>,
}

/// A shift the person has answered about; the others are unknown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShiftAnswer {
    pub shift: Shift,
    pub accepted: bool,
}

coded! {
    /// What a person agrees to, each by itself (个人信息保护法, art. 14, 23, 24, 29).
    pub enum Purpose {
        /// Compare my profile with positions and rank them for me.
        Matching = "matching",
        /// Show employers my profile without name and contact.
        ShowEmployers = "show_employers",
        /// Process my service record, which is sensitive (特定身份).
        ServiceRecord = "service_record",
    }
}

/// One act of consent.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = consents)]
pub struct Consent {
    pub id: ConsentId,
    pub person_id: PersonId,
    pub purpose: Purpose,
    /// Which wording was shown.
    pub text_version: String,
    pub given_at: Moment,
    /// The officer who took it down on paper; absent when the person gave it on screen.
    pub given_by: Option<AccountId>,
    pub withdrawn_at: Option<Moment>,
}

/// The wording of the consents shown today.
pub const CONSENT_TEXT_VERSION: &str = "2026-11";
