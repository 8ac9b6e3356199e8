//! Moments and days. A moment is UTC with milliseconds, so both databases give back what they got; a
//! day is the calendar day in China, which is what a deadline in a document means.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, SubsecRound, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Timestamp;
use serde::{Deserialize, Serialize};

/// A moment in UTC, whole milliseconds. In JSON RFC 3339.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    AsExpression,
    FromSqlRow,
    utoipa::ToSchema,
)]
#[diesel(sql_type = Timestamp)]
#[serde(from = "DateTime<Utc>", into = "DateTime<Utc>")]
#[schema(value_type = String, format = DateTime)]
pub struct Moment(NaiveDateTime);

impl Moment {
    pub fn plus(self, duration: Duration) -> Moment {
        Moment(self.0 + duration)
    }

    /// Seconds since 1970-01-01T00:00Z.
    pub fn unix(self) -> i64 {
        self.0.and_utc().timestamp()
    }

    pub fn since(self, earlier: Moment) -> Duration {
        self.0 - earlier.0
    }

    /// The calendar day in China (UTC+8, no summer time since 1992).
    pub fn day(self) -> NaiveDate {
        self.in_china().date_naive()
    }

    /// Day and time of day in China, to the second, as a person reads them.
    pub fn text(self) -> String {
        self.in_china().format("%Y-%m-%d %H:%M:%S").to_string()
    }

    fn in_china(self) -> DateTime<FixedOffset> {
        let china = FixedOffset::east_opt(8 * 3600).expect("a valid offset");
        self.0.and_utc().with_timezone(&china)
    }
}

/// Whether a day somebody states lies within what can be meant: 1900–2100.
pub fn is_plausible(day: NaiveDate) -> bool {
    (1900..=2100).contains(&chrono::Datelike::year(&day))
}

/// Days since 1970-01-01, the engine's unit of dates.
pub fn day_number(day: NaiveDate) -> i32 {
    (day - NaiveDate::default()).num_days() as i32
}

impl From<DateTime<Utc>> for Moment {
    fn from(at: DateTime<Utc>) -> Self {
        Moment(at.naive_utc().trunc_subsecs(3))
    }
}

impl From<Moment> for DateTime<Utc> {
    fn from(moment: Moment) -> Self {
        moment.0.and_utc()
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.and_utc().to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
    }
}

impl<DB> ToSql<Timestamp, DB> for Moment
where
    DB: Backend,
    NaiveDateTime: ToSql<Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB> FromSql<Timestamp, DB> for Moment
where
    DB: Backend,
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Moment(NaiveDateTime::from_sql(bytes)?))
    }
}
