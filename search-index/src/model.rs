//! The nouns of the engine: a [`Vacancy`] (a position as the engine sees it), a [`Seeker`] (a
//! person as the engine sees them) and the [`Match`] of the two.
//!
//! Every `Option` here means *unknown*, never "no". Sex, age, household registration, ethnicity and
//! disability have no field, so no score can read them.

use serde::{Deserialize, Serialize};

use crate::Family;

/// A position, with what the engine may read of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Vacancy {
    pub id: String,
    pub title: String,
    /// Code of the 2022 occupational classification, `D-DD-DD-DD`.
    pub occupation: Option<String>,
    pub description: String,
    pub employer: String,
    pub employer_name: String,
    /// GB/T 2260 division code of 2, 4, 6, 9 or 12 digits.
    pub division: Option<String>,
    /// Pay in fen per month, lowest and highest.
    pub pay_fen_month: Option<(i64, i64)>,
    /// Lowest degree asked for as its rank (0 none asked … 7 doctor).
    pub degree_min: Option<u8>,
    /// Years of experience asked for; `Some(0)` is "none asked".
    pub experience_years_min: Option<u8>,
    pub shift: Option<Shift>,
    /// Whether the employer provides housing.
    pub housing: Option<bool>,
    pub veteran_preference: bool,
    pub requirements: Vec<Requirement>,
    /// Days since 1970-01-01.
    pub published_day: i32,
    pub valid_until_day: Option<i32>,
    /// Positions of one group (重复岗位) are shown as one by a search; `None` stands alone. Who belongs together is
    /// the caller's decision.
    pub duplicate_group: Option<String>,
}

/// One thing a position asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Requirement {
    pub kind: RequirementKind,
    pub name: String,
    /// `true`: a must-have, which filters. `false`: nice to have, which scores.
    pub must: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequirementKind {
    Skill,
    Certificate,
    /// A driving licence class such as `A2`, `B2`, `C1`.
    DrivingLicence,
    Language,
}

/// How the working time of a position lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// 长白班
    Day,
    /// 夜班
    Night,
    /// 倒班 (two or three shifts in turn)
    Rotating,
    /// 弹性
    Flexible,
}

/// A job-seeker, with what the engine may read of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seeker {
    pub id: String,
    /// Occupation codes wanted.
    pub occupations: Vec<String>,
    /// Titles wanted, in the person's own words.
    pub titles: Vec<String>,
    pub experiences: Vec<Experience>,
    pub skills: Vec<Skill>,
    pub certificates: Vec<Certificate>,
    /// Highest degree held as its rank (0 none … 7 doctor).
    pub degree: Option<u8>,
    /// Where the person lives (division code).
    pub division: Option<String>,
    /// Divisions the person would work in; empty is unknown.
    pub places: Vec<String>,
    /// Divisions the person refuses although they lie in `places`.
    pub places_refused: Vec<String>,
    /// How far from home the person would travel, in km.
    pub distance_km_max: Option<u16>,
    pub pay_fen_month_min: Option<i64>,
    /// Shifts the person has answered about: (shift, accepted).
    pub shifts: Vec<(Shift, bool)>,
    pub housing_needed: Option<bool>,
    /// Days since 1970-01-01.
    pub available_from_day: Option<i32>,
}

/// Service or civilian work, as evidence for skills.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Experience {
    pub id: String,
    pub title: String,
    pub years: Option<f32>,
    pub text: String,
    /// The military speciality family, as it stands in the map that holds where the person is.
    pub speciality: Option<Family>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Skill {
    pub name: String,
    /// The experience that shows it.
    pub experience: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Certificate {
    pub name: String,
    pub expires_day: Option<i32>,
}

/// How one person and one position fit, and why. Made by [`crate::explain`] alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Match {
    /// 0–100 from what is known, the sum of `parts` scaled to what could be judged. `None`: too little
    /// is known for any number; `ask` says what to tell us.
    pub fit: Option<u8>,
    /// 0–100: how much of what the position asks could be judged.
    pub coverage: u8,
    /// Hard requirements that are known to fail. Not empty: the pair is not proposed.
    pub blocks: Vec<Line>,
    pub parts: Vec<Part>,
    /// At most three questions whose answers would raise `coverage` most.
    pub ask: Vec<Question>,
    /// The version of the weights it was made with.
    pub weights_version: u32,
}

/// One addend of the score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Part {
    pub kind: PartKind,
    /// Points reached, in tenths of a point of `fit`; the parts' points add up to `fit` × 10 before
    /// its one rounding. 0 in all parts where there is no `fit`.
    pub points: u16,
    /// Points possible, same unit, after the unknown parts' share was spread over the known ones.
    pub points_max: u16,
    pub lines: Vec<Line>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Wanted occupation and what the person has done.
    Occupation,
    Skills,
    Place,
    Pay,
    Degree,
    Experience,
    Shift,
    Housing,
    /// The employer prefers veterans.
    Preference,
}

impl PartKind {
    /// In the order of their declaration.
    pub const ALL: [PartKind; 9] = [
        PartKind::Occupation,
        PartKind::Skills,
        PartKind::Place,
        PartKind::Pay,
        PartKind::Degree,
        PartKind::Experience,
        PartKind::Shift,
        PartKind::Housing,
        PartKind::Preference,
    ];

    /// The word in data and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            PartKind::Occupation => "occupation",
            PartKind::Skills => "skills",
            PartKind::Place => "place",
            PartKind::Pay => "pay",
            PartKind::Degree => "degree",
            PartKind::Experience => "experience",
            PartKind::Shift => "shift",
            PartKind::Housing => "housing",
            PartKind::Preference => "preference",
        }
    }

    pub fn from_code(code: &str) -> Option<PartKind> {
        PartKind::ALL.into_iter().find(|part| part.code() == code)
    }
}

/// One finding, in codes and values; the words are the screen's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Line {
    pub kind: PartKind,
    pub verdict: Verdict,
    /// Code of the finding, e.g. `skill_shown`, `pay_below`, `place_refused`, `certificate_expired`.
    pub code: String,
    /// What the position asks, as a value (a skill's name, a division code, an amount in fen).
    pub asked: Option<String>,
    /// What the person has.
    pub has: Option<String>,
    /// Where it was found: `experience:<id>`, `skill:<name>`, `certificate:<name>`, `occupation:<code>`,
    /// `title:<title wanted>`, `speciality:<code>`.
    pub evidence: Option<String>,
    /// Of a place: kilometres in a straight line between the seats of the counties, an estimate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Met,
    Partly,
    Missing,
    Unknown,
}

/// A question whose answer is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Question {
    pub kind: PartKind,
    /// The profile field to fill, e.g. `shifts`, `pay_fen_month_min`, `certificates`.
    pub field: String,
    /// What is asked about, e.g. the shift or the certificate's name.
    pub about: Option<String>,
    /// Points of coverage it would add.
    pub coverage: u8,
}

/// A change for the index, in the journal's order.
#[derive(Clone, Debug)]
pub enum Change {
    PutPosition(Box<Vacancy>),
    DeletePosition(String),
    PutPerson(Box<Seeker>),
    DeletePerson(String),
}

impl Change {
    /// The id of the position or person.
    pub fn id(&self) -> &str {
        match self {
            Change::PutPosition(vacancy) => &vacancy.id,
            Change::PutPerson(seeker) => &seeker.id,
            Change::DeletePosition(id) | Change::DeletePerson(id) => id,
        }
    }
}

/// A public search for positions; every field narrows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PositionQuery {
    /// Free text; cut by our tokenizer, at most 16 terms, never parsed.
    pub text: Option<String>,
    /// Division code; matches every division below it.
    pub region: Option<String>,
    pub pay_fen_month_min: Option<i64>,
    /// The searcher's degree rank: positions asking at most this, or stating none.
    pub degree: Option<u8>,
    pub shift: Option<Shift>,
    pub housing: Option<bool>,
    pub veteran_preference: Option<bool>,
    /// Positions whose `valid_until_day` lies before this day are left out.
    pub today_day: i32,
    pub sort: Sort,
    pub offset: usize,
    pub limit: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Relevance, then the newest.
    #[default]
    Relevance,
    Newest,
    /// Highest pay first.
    Pay,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub ids: Vec<String>,
    /// All that match, not only this page.
    pub total: usize,
    pub facets: Facets,
    /// When nothing fits: what to leave out, and how many that would bring, most first.
    pub relaxations: Vec<Relaxation>,
}

/// Counts over all that match, per value, most first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    /// Division codes of 6 digits (9 within the county asked for).
    pub region: Vec<(String, usize)>,
    /// Positions asking at most this rank: what [`PositionQuery::degree`] would find.
    pub degree: Vec<(u8, usize)>,
    pub shift: Vec<(Shift, usize)>,
    /// Lower edges in fen per month: 0, 300000, 500000, 800000, 1200000, each with the positions that
    /// [`PositionQuery::pay_fen_month_min`] would find.
    pub pay: Vec<(i64, usize)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Relaxation {
    /// The query field to leave out: `text`, `region`, `pay_fen_month_min`, `degree`, `shift`, ….
    pub field: &'static str,
    /// A second one to leave out with it, where no single one helps.
    pub also: Option<&'static str>,
    pub total: usize,
}
