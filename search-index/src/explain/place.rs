//! Where the work is, against where the person would work and lives.
//!
//! Only the codes are compared. A distance in kilometres would need coordinates, which the engine
//! does not have, so `distance_km_max` is not judged here.

use super::{Finding, WHOLE, line};
use crate::division::{at_level, is_within, trimmed};
use crate::{PartKind, Seeker, Vacancy, Verdict};

/// The position names only a wider division, in which a wanted place lies.
pub(crate) const WIDER: u32 = 600;
/// Next to a wanted place, or in the city of one's home.
pub(crate) const NEAR: u32 = 500;
/// In the province of one's home.
pub(crate) const PROVINCE: u32 = 200;

/// `None` where the position names no place.
pub(super) fn judge(seeker: &Seeker, vacancy: &Vacancy) -> Option<Finding> {
    let kind = PartKind::Place;
    let division = vacancy.division.as_deref().filter(|code| trimmed(code).is_some())?;
    let found = |credit, verdict, code: &str, has: &str| {
        Some(Finding::known(credit, line(kind, verdict, code).asked(division).has(has)))
    };
    let wanted = narrowest(&seeker.places, division);
    let refused = narrowest(&seeker.places_refused, division);
    if let Some(refused) = refused {
        // The narrower word holds: "not this city, but this county of it" is possible.
        let is_excepted = wanted.is_some_and(|wanted| length(wanted) > length(refused));
        if !is_excepted {
            let line = line(kind, Verdict::Missing, "place_refused");
            return Some(Finding::blocked(line.asked(division).has(refused)));
        }
    }
    if let Some(wanted) = wanted {
        return found(WHOLE, Verdict::Met, "place_within", wanted);
    }
    if let Some(place) = seeker.places.iter().find(|place| is_within(place, division)) {
        return found(WIDER, Verdict::Partly, "place_wider", place);
    }
    let shares = |code: &str, level| at_level(code, level).is_some_and(|part| at_level(division, level) == Some(part));
    let mut places = seeker.places.iter().filter(|place| trimmed(place).is_some());
    if let Some(first) = places.clone().next() {
        return match places.find(|place| shares(place, 4)) {
            Some(place) => found(NEAR, Verdict::Partly, "place_near", place),
            None => found(0, Verdict::Missing, "place_outside", first),
        };
    }
    let Some(home) = seeker.division.as_deref().filter(|home| trimmed(home).is_some()) else {
        let line = line(kind, Verdict::Unknown, "place_unknown").asked(division);
        return Some(Finding::unknown(line, "places", Some(division.to_owned())));
    };
    if shares(home, 6) || is_within(home, division) {
        found(WHOLE, Verdict::Met, "place_home", home)
    } else if shares(home, 4) {
        found(NEAR, Verdict::Partly, "place_home_city", home)
    } else if shares(home, 2) {
        found(PROVINCE, Verdict::Partly, "place_home_province", home)
    } else {
        found(0, Verdict::Missing, "place_far", home)
    }
}

/// The narrowest of `places` that `division` lies in.
fn narrowest<'a>(places: &'a [String], division: &str) -> Option<&'a str> {
    let around = places.iter().map(String::as_str).filter(|place| is_within(division, place));
    around.max_by_key(|place| length(place))
}

fn length(code: &str) -> usize {
    trimmed(code).map_or(0, str::len)
}
