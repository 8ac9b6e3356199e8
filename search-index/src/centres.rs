//! Where counties lie, and how far they are from one another.
//!
//! The places are those of the counties' seats, to about a kilometre, so a distance is an estimate: two ends of
//! a county may lie 60 km apart. A county without a place is unknown, and so is every distance from it.

use std::sync::OnceLock;

use crate::dictionary::{BadRow, Dictionaries, rows};
use crate::place::Place;

/// The number of a county, in the order of the codes.
pub(crate) type County = u16;
/// Whole kilometres that stand for "unknown".
pub(crate) const UNKNOWN_KM: u16 = u16::MAX;

/// Mean radius of the earth; a sphere differs from the ellipsoid by less than 0.6 %.
const EARTH_KM: f32 = 6371.0;
/// The country's bounds in degrees, seas and islands with it.
const LATITUDES: std::ops::Range<f64> = 3.0..54.0;
const LONGITUDES: std::ops::Range<f64> = 73.0..136.0;
/// GB/T 2260: the first two digits of a province.
const PROVINCES: std::ops::Range<u32> = 11..66;

/// All counties, with their places as points of a sphere of radius 1; NaN where unknown.
#[derive(Debug)]
pub(crate) struct Centres {
    codes: Vec<u32>,
    points: [Vec<f32>; 3],
}

impl Centres {
    /// The embedded table.
    ///
    /// # Panics
    /// When a row of it is bad: such a build must not start.
    pub fn get() -> &'static Centres {
        static CENTRES: OnceLock<Centres> = OnceLock::new();
        let read = || Centres::read(Dictionaries::EMBEDDED.county_centres);
        CENTRES.get_or_init(|| read().unwrap_or_else(|bad| panic!("dictionaries: {bad}")))
    }

    /// Refuses what is no county's code, stands twice or out of order, is half a place, or lies abroad.
    pub fn read(text: &str) -> Result<Centres, BadRow> {
        let mut all = Centres { codes: Vec::new(), points: Default::default() };
        for row in rows::<3>("county_centres.tsv", text)? {
            let [code, latitude, longitude] = row.columns;
            let number = code
                .parse::<u32>()
                .ok()
                .filter(|number| code.len() == 6 && PROVINCES.contains(&(number / 10_000)) && number % 10_000 != 0);
            let number = number.ok_or_else(|| row.bad(format!("{code} is no county's code")))?;
            if all.codes.last().is_some_and(|last| *last >= number) {
                return Err(row.bad(format!("{code} stands twice or out of order")));
            }
            let degrees = |text: &str, bounds: &std::ops::Range<f64>| {
                let degrees = text.parse::<f64>().ok().filter(|degrees| bounds.contains(degrees));
                degrees.ok_or_else(|| row.bad(format!("{text:?} does not lie in the country")))
            };
            let point = match (latitude, longitude) {
                ("", "") => [f32::NAN; 3],
                _ => point(degrees(latitude, &LATITUDES)?, degrees(longitude, &LONGITUDES)?),
            };
            all.codes.push(number);
            std::iter::zip(&mut all.points, point).for_each(|(axis, value)| axis.push(value));
        }
        if all.codes.len() >= 1 << 12 {
            return Err(BadRow { file: "county_centres.tsv", line: 1, why: "too many to be packed".to_owned() });
        }
        Ok(all)
    }

    pub fn county(&self, code: u32) -> Option<County> {
        self.codes.binary_search(&code).ok().map(|at| at as County)
    }

    /// All counties and their codes, in order.
    pub fn counties(&self) -> impl Iterator<Item = (County, u32)> {
        self.codes.iter().enumerate().map(|(at, code)| (at as County, *code))
    }

    /// Those that a division is, lies in or holds.
    pub fn of(&self, place: Place) -> std::ops::Range<usize> {
        if place.length() >= 6 {
            return place.county().map_or(0..0, |at| usize::from(at)..usize::from(at) + 1);
        }
        let head = place.head(place.length()).unwrap_or_default() as u32;
        let unit = 10_u32.pow(6 - place.length());
        let before = |bound: u32| self.codes.partition_point(|code| *code < bound);
        before(head * unit)..before((head + 1) * unit)
    }

    /// Whether the place of any of its counties is known.
    pub fn is_known(&self, place: Place) -> bool {
        self.points[0][self.of(place)].iter().any(|value| !value.is_nan())
    }

    /// Whole kilometres from the nearest county of `from` to each county, by number: 0 to itself, at least 1 to
    /// another, [`UNKNOWN_KM`] where the place of either is unknown.
    pub fn distances(&self, from: impl Iterator<Item = Place>) -> Vec<u16> {
        let mut chords = vec![f32::INFINITY; self.codes.len()];
        let [x, y, z] = &self.points;
        let sources: Vec<usize> = from.flat_map(|place| self.of(place)).collect();
        for &at in &sources {
            let (u, v, w) = (x[at], y[at], z[at]);
            for (chord, ((x, y), z)) in chords.iter_mut().zip(x.iter().zip(y).zip(z)) {
                // The smaller of a number and NaN is the number.
                *chord = chord.min((x - u).powi(2) + (y - v).powi(2) + (z - w).powi(2));
            }
        }
        let mut all: Vec<u16> = chords.into_iter().map(whole_km).collect();
        sources.into_iter().for_each(|at| all[at] = 0);
        all
    }

    /// The same between two divisions: from the nearest county of `from` to the county `to` lies in.
    pub fn distance(&self, from: Place, to: Place) -> Option<u16> {
        let to = usize::from(to.county()?);
        let [x, y, z] = &self.points;
        let sources = self.of(from);
        if sources.contains(&to) {
            return Some(0);
        }
        let chord = |at: usize| (x[to] - x[at]).powi(2) + (y[to] - y[at]).powi(2) + (z[to] - z[at]).powi(2);
        let nearest = sources.map(chord).fold(f32::INFINITY, f32::min);
        Some(whole_km(nearest)).filter(|km| *km != UNKNOWN_KM)
    }
}

fn point(latitude: f64, longitude: f64) -> [f32; 3] {
    let (latitude, longitude) = (latitude.to_radians(), longitude.to_radians());
    let all = [latitude.cos() * longitude.cos(), latitude.cos() * longitude.sin(), latitude.sin()];
    all.map(|value| value as f32)
}

/// Kilometres along the great circle under a chord, given squared in radii of the earth. The series of
/// 2 asin(c / 2); across the whole country it errs by less than 100 m.
fn whole_km(chord_squared: f32) -> u16 {
    if !chord_squared.is_finite() {
        return UNKNOWN_KM;
    }
    let c = chord_squared;
    let arc = c.sqrt() * (1.0 + c * (1.0 / 24.0 + c * (3.0 / 640.0 + c * (5.0 / 7168.0))));
    (arc * EARTH_KM).round().max(1.0) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn km(from: &str, to: &str) -> Option<u16> {
        let place = |code| Place::of(code).unwrap();
        let (centres, from, to) = (Centres::get(), place(from), place(to));
        let one = centres.distance(from, to);
        if let Some(county) = to.county() {
            let all = centres.distances(std::iter::once(from))[usize::from(county)];
            assert_eq!(one, Some(all).filter(|km| *km != UNKNOWN_KM), "{from} {to}: the two ways differ");
        }
        one
    }

    /// Kilometres measured on a map between the seats, give or take what an estimate may be off.
    #[test]
    fn distances_are_those_of_a_map() {
        for (from, to, expected) in [
            ("330482", "330421", 18..23),       // 平湖 and 嘉善
            ("320322", "370826", 15..30),       // 沛县 and 微山, across provinces
            ("500103", "500101", 200..240),     // 渝中 and 万州, in one city
            ("110105", "310115", 1_050..1_100), // 北京朝阳 and 上海浦东
            ("440303", "230109", 2_800..2_900), // 深圳 and 哈尔滨
            ("653101", "310115", 4_100..4_500), // 喀什 and 上海浦东
            ("320382", "320382104", 0..1),
            ("3203", "370826", 15..30), // the nearest of the city's counties
        ] {
            let found = km(from, to).unwrap();
            assert!(expected.contains(&found), "{from} {to}: {found} km");
        }
        assert_eq!(km("330482", "330421"), km("330421", "330482"));
    }

    #[test]
    fn unknown_is_not_zero() {
        assert_eq!(km("320382", "320576"), None, "no place is known for the zone");
        assert_eq!(km("320576", "320576"), Some(0));
        assert_eq!(km("320382", "3203"), None, "somewhere in the city");
        assert_eq!(km("320399", "320382"), None, "no such county");
    }

    #[test]
    fn most_counties_have_a_place() {
        let centres = Centres::get();
        let known = centres.points[0].iter().filter(|value| !value.is_nan()).count();
        assert!(known * 100 > centres.codes.len() * 91, "{known} of {}", centres.codes.len());
    }

    /// A slip in a digit puts a county far from all others of its province: none lies alone by 150 km but those
    /// of the deserts, forests and high plains, which do.
    #[test]
    fn no_county_lies_astray() {
        let centres = Centres::get();
        let mut astray = Vec::new();
        for (county, code) in centres.counties() {
            let all = centres.distances(std::iter::once(Place::of_county(county, code)));
            let province = Place::of(&code.to_string()[..2]).unwrap();
            let near = centres.of(province).filter(|at| *at != usize::from(county)).map(|at| all[at]).min();
            let is_known = centres.is_known(Place::of_county(county, code));
            if is_known && near.is_some_and(|near| near > 150) {
                astray.push((code, near));
            }
        }
        assert!(
            astray.iter().all(|(code, _)| ["15", "23", "54", "63", "65"].contains(&&code.to_string()[..2])),
            "{astray:?}"
        );
    }

    #[test]
    fn bad_rows_are_refused() {
        let check = |rows: &str, expected: &str| {
            let found = Centres::read(&format!("code\tlatitude\tlongitude\n{rows}")).unwrap_err();
            assert_eq!(found.to_string(), format!("county_centres.tsv line {expected}"), "{rows}");
        };
        check("320382\t34.31", "2: 2 columns, 3 expected");
        check("32038\t34.31\t117.96", "2: 32038 is no county's code");
        check("3203821\t34.31\t117.96", "2: 3203821 is no county's code");
        check("320000\t34.31\t117.96", "2: 320000 is no county's code");
        check("990101\t34.31\t117.96", "2: 990101 is no county's code");
        check("x20382\t34.31\t117.96", "2: x20382 is no county's code");
        check("320382\t34.31\t117.96\n320382\t\t", "3: 320382 stands twice or out of order");
        check("320382\t34.31\t117.96\n320381\t\t", "3: 320381 stands twice or out of order");
        // Latitude and longitude changed places.
        check("320382\t117.96\t34.31", "2: \"117.96\" does not lie in the country");
        check("320382\t34.31\t0", "2: \"0\" does not lie in the country");
        check("320382\t34.31\t", "2: \"\" does not lie in the country");
        check("320382\t\t117.96", "2: \"\" does not lie in the country");
        check("320382\tNaN\t117.96", "2: \"NaN\" does not lie in the country");
        check("\t34.31\t117.96", "2: no name");
    }
}
