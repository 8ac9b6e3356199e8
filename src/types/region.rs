//! Administrative divisions (行政区划) of GB/T 2260 and the statistical codes below them.
//!
//! A [`Division`] is a member of the embedded table, so whoever holds one may ask its name, its parents
//! and where its seat lies. What people write for a place is read in [`names`]. The table is the
//! state of one day; dissolved divisions are known only by name, in `names`.

mod names;

use std::collections::HashMap;
use std::sync::LazyLock;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};

use crate::coded;

/// One division. Ordered by code, so that a division stands directly before what lies in it.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    AsExpression,
    FromSqlRow,
    utoipa::ToSchema,
)]
#[diesel(sql_type = Text)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "330482")]
pub struct Division(u32);

coded! {
    pub enum Level {
        /// 省, 2 digits
        Province = "province",
        /// 市, 4
        City = "city",
        /// 县, 6
        County = "county",
        /// 乡镇街道, 9
        Township = "township",
        /// 村、社区, 12
        Village = "village",
    }
}

/// A code that is not in the table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("没有 {0:?} 这个区划代码")]
pub struct UnknownDivision(pub String);

/// Degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub longitude: f64,
    pub latitude: f64,
}

impl Division {
    /// Reads a code of 2, 4, 6, 9 or 12 digits; trailing zeros (`330400`, `330482000000`) are dropped.
    pub fn from_code(code: &str) -> Result<Division, UnknownDivision> {
        let table = &*TABLE;
        let found = [code.len(), 9, 6, 4, 2].into_iter().find_map(|length| {
            let zeros = code.get(length..)?;
            let index = table.by_code.get(&code[..length])?;
            zeros.bytes().all(|b| b == b'0').then_some(*index)
        });
        found.map(Division).ok_or_else(|| UnknownDivision(code.chars().take(20).collect()))
    }

    /// 2, 4, 6, 9 or 12 digits.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// 浙江省嘉兴市平湖市, without the placeholders of the table (市辖区, 县, 省直辖县级行政区划).
    pub fn full_name(self) -> String {
        let mut names = vec![];
        let mut at = Some(self);
        while let Some(division) = at {
            if !division.is_placeholder() {
                names.push(division.name());
            }
            at = division.parent();
        }
        names.into_iter().rev().collect()
    }

    pub fn parent(self) -> Option<Division> {
        self.row().parent.map(Division)
    }

    /// The divisions directly below, in the order of their codes.
    pub fn children(self) -> Vec<Division> {
        (0..TABLE.rows.len() as u32).map(Division).filter(|other| other.parent() == Some(self)).collect()
    }

    /// Whether the table knows anything below.
    pub fn is_divided(self) -> bool {
        TABLE.rows.get(self.0 as usize + 1).is_some() && Division(self.0 + 1).parent() == Some(self)
    }

    pub fn level(self) -> Level {
        match self.code().len() {
            2 => Level::Province,
            4 => Level::City,
            6 => Level::County,
            9 => Level::Township,
            _ => Level::Village,
        }
    }

    /// The division of `level` that this one is or lies in. `None`: it is above that level, or the
    /// city has no counties (东莞).
    pub fn at_level(self, level: Level) -> Option<Division> {
        let mut at = Some(self);
        while let Some(division) = at {
            if division.level() == level {
                return at;
            }
            at = division.parent();
        }
        None
    }

    /// Whether `other` is this division or lies in it.
    pub fn contains(self, other: Division) -> bool {
        other.code().starts_with(self.code())
    }

    /// The divisions that a free text may mean, most likely first; see [`names`].
    pub fn find(text: &str) -> Vec<Division> {
        names::find(text)
    }

    /// The one division that a free text means; `None` when it names none, or several equally well.
    pub fn find_one(text: &str) -> Option<Division> {
        names::find_one(text)
    }

    /// Where its seat lies, to about 1 km, for a county; a township or village has that of its county.
    /// `None`: unknown, as it is for most cities and provinces.
    pub fn centre(self) -> Option<Point> {
        match self.level() {
            Level::Township | Level::Village => self.parent()?.centre(),
            Level::Province | Level::City | Level::County => self.row().centre,
        }
    }

    /// Rows of the table that stand for "the counties directly below", which no one says or writes.
    fn is_placeholder(self) -> bool {
        self.name() == "市辖区" || self.name() == "县" || self.name().ends_with("直辖县级行政区划")
    }

    fn row(self) -> &'static Row {
        &TABLE.rows[self.0 as usize]
    }
}

impl Point {
    /// Kilometres along the surface of a sphere of 6,371 km; the error against the ellipsoid is below
    /// 0.6 %.
    pub fn distance_km(self, other: Point) -> f64 {
        let half_chord = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
        let h = half_chord(self.latitude, other.latitude)
            + self.latitude.to_radians().cos()
                * other.latitude.to_radians().cos()
                * half_chord(self.longitude, other.longitude);
        2.0 * 6371.0 * h.sqrt().min(1.0).asin()
    }
}

struct Row {
    code: &'static str,
    name: &'static str,
    parent: Option<u32>,
    centre: Option<Point>,
}

struct Table {
    /// By code, as the order of `Division` promises.
    rows: Vec<Row>,
    by_code: HashMap<&'static str, u32>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| read(DIVISIONS, CENTRES));

const DIVISIONS: &str = include_str!("divisions.tsv");
/// The engine's, which measures between counties and refuses bad rows.
const CENTRES: &str = include_str!("../../search-index/dictionaries/county_centres.tsv");

/// The files are part of the program: a fault in them is found by any test, so it may panic.
fn read(divisions: &'static str, centres: &'static str) -> Table {
    let mut lines: Vec<(&str, &str, &str)> = data_lines(divisions).map(columns).collect();
    lines.sort_unstable();
    let by_code: HashMap<&'static str, u32> =
        lines.iter().enumerate().map(|(i, (code, _, _))| (*code, i as u32)).collect();
    let mut rows: Vec<Row> = lines
        .iter()
        .map(|(code, name, parent)| Row { code, name, parent: by_code.get(parent).copied(), centre: None })
        .collect();
    for (code, latitude, longitude) in data_lines(centres).map(columns) {
        let degrees = |text: &str| text.parse().unwrap_or_else(|_| panic!("county_centres.tsv: {code} {text}"));
        if let (Some(index), false) = (by_code.get(code), latitude.is_empty()) {
            let centre = Point { longitude: degrees(longitude), latitude: degrees(latitude) };
            rows[*index as usize].centre = Some(centre);
        }
    }
    Table { rows, by_code }
}

/// The first three of a line.
fn columns(line: &'static str) -> (&'static str, &'static str, &'static str) {
    let mut fields = line.split('\t').map(str::trim);
    let mut next = || fields.next().unwrap_or("");
    (next(), next(), next())
}

/// Without comments, empty lines and the line of column names.
fn data_lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
}

impl std::fmt::Debug for Division {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code(), self.name())
    }
}

/// The code, as it is stored and sent; a page shows `full_name()`.
impl std::fmt::Display for Division {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Division {
    type Err = UnknownDivision;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Division::from_code(code)
    }
}

impl TryFrom<String> for Division {
    type Error = UnknownDivision;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        Division::from_code(&code)
    }
}

impl From<Division> for String {
    fn from(division: Division) -> String {
        division.code().to_owned()
    }
}

impl<DB> ToSql<Text, DB> for Division
where
    DB: Backend,
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        <str as ToSql<Text, DB>>::to_sql(self.code(), out)
    }
}

impl<DB> FromSql<Text, DB> for Division
where
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Division::from_code(&<String as FromSql<Text, DB>>::from_sql(bytes)?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn division(code: &str) -> Division {
        Division::from_code(code).unwrap()
    }

    #[test]
    fn a_code_is_read_with_or_without_trailing_zeros() {
        for (text, code) in [
            ("33", "33"),
            ("330000", "33"),
            ("3304", "3304"),
            ("330400", "3304"),
            ("330482", "330482"),
            ("330482000000", "330482"),
            ("330482001", "330482001"),
            ("330482001001", "330482001001"),
        ] {
            assert_eq!(Division::from_code(text).map(Division::code), Ok(code), "{text}");
        }
        for text in ["", "3", "99", "330483001", "3304820010010", "浙江", "33浙江", "330482 "] {
            assert!(Division::from_code(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!(TABLE.rows.iter().filter(|row| row.code.len() == 2).count(), 31);
        for (i, row) in TABLE.rows.iter().enumerate() {
            let division = Division(i as u32);
            assert_eq!(row.parent.is_none(), row.code.len() == 2, "{}", row.code);
            assert!(division.parent().is_none_or(|parent| parent.contains(division)), "{}", row.code);
            assert!([2, 4, 6, 9, 12].contains(&row.code.len()) && !row.name.is_empty(), "{}", row.code);
        }
        assert_eq!(TABLE.rows.len(), TABLE.by_code.len(), "a code stands twice");
    }

    #[test]
    fn names_parents_and_levels() {
        let village = division("330482001001");
        assert_eq!(village.full_name(), "浙江省嘉兴市平湖市当湖街道水洞埭社区居委会");
        assert_eq!(village.parent(), Some(division("330482001")));
        assert_eq!(village.at_level(Level::City), Some(division("3304")));
        assert_eq!(division("33").at_level(Level::County), None);
        assert_eq!(division("110105").full_name(), "北京市朝阳区");
        assert!(division("33").contains(village) && village.contains(village));
        assert!(!village.contains(division("330482001")) && !division("3304").contains(division("330182")));
    }

    #[test]
    fn distances_are_those_of_a_map() {
        let km = |a: &str, b: &str| Some(division(a).centre()?.distance_km(division(b).centre()?));
        let pinghu_jiashan = km("330482", "330421").unwrap();
        assert!((10.0..30.0).contains(&pinghu_jiashan), "{pinghu_jiashan}");
        let pinghu_beijing = km("330482", "110101").unwrap();
        assert!((1_000.0..1_200.0).contains(&pinghu_beijing), "{pinghu_beijing}");
        assert_eq!(km("330482001001", "330482"), Some(0.0));
        assert_eq!(km("33", "330482"), None);
    }

    /// The engine measures between counties; it knows them all, and no other.
    #[test]
    fn the_engine_has_the_same_counties() {
        let centres = include_str!("../../search-index/dictionaries/county_centres.tsv");
        let theirs: Vec<&str> = data_lines(centres).filter_map(|line| line.split('\t').next()).collect();
        let ours = TABLE.rows.iter().map(|row| row.code).filter(|code| code.len() == 6);
        assert_eq!(theirs, ours.collect::<Vec<_>>());
    }

    #[test]
    fn json_holds_the_code() {
        assert_eq!(serde_json::to_string(&division("330482")).unwrap(), "\"330482\"");
        assert_eq!(serde_json::from_str::<Division>("\"330482\"").unwrap(), division("330482"));
        assert!(serde_json::from_str::<Division>("\"000000\"").is_err());
    }
}
