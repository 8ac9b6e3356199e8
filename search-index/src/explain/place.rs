//! Where the work is, against where the person would work and lives.
//!
//! Who named places means them, or near them; of who named none, the home counts. A distance to be travelled at
//! most is measured from home: within it the work is as good as in the county, whatever was named, and it
//! narrows a city or a province that was named and that the home lies in. A county named by itself, and a
//! city elsewhere, were named knowing where they lie. Beyond the distance is no block, for the distance is
//! an estimate between the seats of counties ([`crate::centres`]). A refusal is one, and nothing near makes up for it.
//! Where a place is unknown, the divisions alone are compared.

use super::{Finding, WHOLE, line};
use crate::centres::Centres;
use crate::place::Place;
use crate::{Line, PartKind, Seeker, Vacancy, Verdict};

/// The position names only a wider division, in which a wanted place lies.
pub(crate) const WIDER: u32 = 600;
/// In the city of a wanted place or of one's home, nothing nearer being known.
pub(crate) const NEAR: u32 = 500;
/// In the province of one's home, nothing nearer being known.
pub(crate) const PROVINCE: u32 = 200;
/// A little farther than the person would travel: within what the estimate may be off.
const LITTLE: u32 = 300;

/// Kilometres within which another county may be a daily way, an hour or so by bus [G].
pub(crate) const REACH_KM: u16 = 60;
/// Kilometres from which on a place is simply elsewhere [G].
const ELSEWHERE_KM: u16 = 160;
/// The next county, next door: all but the same.
const NEXT: u32 = 950;
/// Kilometres to another place in the county of a town that was named, at least: where the town lies is not known.
const WITHIN_COUNTY_KM: u16 = 10;

/// Thousandths for another county so many kilometres away: evenly less to [`PROVINCE`] at [`REACH_KM`], and to
/// nothing at [`ELSEWHERE_KM`].
pub(crate) fn credit_of_distance(km: u16) -> u32 {
    let (km, reach, elsewhere) = (u32::from(km), u32::from(REACH_KM), u32::from(ELSEWHERE_KM));
    if km <= reach {
        NEXT - (NEXT - PROVINCE) * km / reach
    } else {
        PROVINCE * elsewhere.saturating_sub(km) / (elsewhere - reach)
    }
}

/// Kilometres that count as a little more than `km_max`.
pub(crate) fn with_a_little(km_max: u16) -> u16 {
    km_max.saturating_add((km_max / 5).max(5))
}

/// What a home is worth.
#[derive(Clone, Copy)]
pub(crate) struct Home {
    pub place: Place,
    /// Kilometres from it; `None`: unknown.
    pub km: Option<u16>,
    pub km_max: Option<u16>,
}

impl Home {
    /// Thousandths for a position in `division`.
    pub fn credit(self, division: Place) -> u32 {
        let Home { place: home, km, km_max } = self;
        match (km, km_max) {
            _ if home.shares(division, 6) || home.is_within(division) => WHOLE,
            (Some(km), Some(most)) if km <= most => WHOLE,
            (Some(km), Some(most)) if km <= with_a_little(most) => LITTLE,
            (Some(_), Some(_)) => 0,
            (Some(0), None) => WHOLE,
            (Some(km), None) => credit_of_distance(km),
            (None, _) if home.shares(division, 4) => NEAR,
            (None, _) if home.shares(division, 2) => PROVINCE,
            (None, _) => 0,
        }
    }

    /// Whether the distance to be travelled decides instead of this wanted place.
    pub fn narrows(self, wanted: Place, division: Place) -> bool {
        let is_limited = self.km_max.is_some() && self.km.is_some() && self.place.is_within(wanted);
        is_limited && !(wanted.length() >= 6 && division.is_within(wanted))
    }

    /// Whether it counts beside places that were named.
    pub fn is_limited(self) -> bool {
        self.km_max.is_some() && self.km.is_some()
    }
}

/// Thousandths for a position in `division` to somebody who would work in `wanted`, so many kilometres away.
pub(crate) fn credit_of_wanted(wanted: Place, division: Place, km: Option<u16>) -> u32 {
    match km {
        _ if division.is_within(wanted) => WHOLE,
        _ if wanted.is_within(division) => WIDER,
        Some(km) if wanted.length() > 6 => credit_of_distance(km.max(WITHIN_COUNTY_KM)),
        Some(km) => credit_of_distance(km),
        None if wanted.shares(division, 4) => NEAR,
        None => 0,
    }
}

/// Whether a refusal holds against what is wanted: the narrower word does, as in "not this city, but this county
/// of it". Both by the digits of the narrowest around the position.
pub(crate) fn is_refused(refused: Option<u32>, wanted: Option<u32>) -> bool {
    refused.is_some_and(|refused| wanted.is_none_or(|wanted| wanted <= refused))
}

/// `None` where the position names no place.
pub(super) fn judge(seeker: &Seeker, vacancy: &Vacancy) -> Option<Finding> {
    let kind = PartKind::Place;
    let asked = vacancy.division.as_deref()?;
    let division = Place::of(asked)?;
    let (wanted, refused) = (places(&seeker.places), places(&seeker.places_refused));
    if let Some(refused) = narrowest(&refused, division)
        && is_refused(Some(refused.length()), narrowest(&wanted, division).map(Place::length))
    {
        let line = line(kind, Verdict::Missing, "place_refused");
        return Some(Finding::blocked(line.asked(asked).has(refused)));
    }
    let km = |from: Place| Centres::get().distance(from, division);
    let home = seeker.division.as_deref().and_then(Place::of);
    let home = home.map(|place| Home { place, km: km_from_home(place, division), km_max: seeker.distance_km_max });
    let by_wanted = wanted.iter().filter(|place| home.is_none_or(|home| !home.narrows(**place, division)));
    let by_wanted = by_wanted.map(|place| (credit_of_wanted(*place, division, km(*place)), *place));
    // Of equals, the narrower word.
    let by_wanted = by_wanted.max_by_key(|(credit, place)| (*credit, place.length()));
    let by_home = home.filter(|home| wanted.is_empty() || home.is_limited());
    let by_home = by_home.map(|home| (home.credit(division), home));
    let found = match (by_wanted, by_home) {
        (Some((credit, place)), by_home) if by_home.is_none_or(|(other, _)| other <= credit) => {
            Finding::known(credit, line_of_wanted(place, division, credit, km(place)))
        }
        (_, Some((credit, home))) => Finding::known(credit, line_of_home(home, division, credit)),
        _ => {
            let line = line(kind, Verdict::Unknown, "place_unknown").asked(asked);
            return Some(Finding::unknown(line, "places", Some(asked.to_owned())));
        }
    };
    let lines = found.lines.into_iter().map(|line| line.asked(asked)).collect();
    Some(Finding { lines, ..found })
}

/// A home somewhere in a city is near to nobody knows what.
pub(crate) fn km_from_home(home: Place, division: Place) -> Option<u16> {
    home.county().and_then(|_| Centres::get().distance(home, division))
}

fn line_of_wanted(wanted: Place, division: Place, credit: u32, km: Option<u16>) -> Line {
    let (verdict, code) = match km {
        _ if division.is_within(wanted) => (Verdict::Met, "place_within"),
        _ if wanted.is_within(division) => (Verdict::Partly, "place_wider"),
        Some(0) => (Verdict::Partly, "place_same_county"),
        Some(_) if credit >= PROVINCE => (Verdict::Partly, "place_near_wanted"),
        Some(_) => (Verdict::Missing, "place_far_from_wanted"),
        None if credit > 0 => (Verdict::Partly, "place_near"),
        None => (Verdict::Missing, "place_outside"),
    };
    let is_told = matches!(code, "place_near_wanted" | "place_far_from_wanted");
    Line { distance_km: km.filter(|_| is_told), ..line(PartKind::Place, verdict, code).has(wanted) }
}

fn line_of_home(home: Home, division: Place, credit: u32) -> Line {
    let Home { place, km, km_max } = home;
    let (verdict, code) = match (km, km_max) {
        _ if place.shares(division, 6) || place.is_within(division) || km == Some(0) => (Verdict::Met, "place_home"),
        (Some(_), Some(_)) if credit == WHOLE => (Verdict::Met, "place_commute"),
        (Some(_), Some(_)) if credit > 0 => (Verdict::Partly, "place_commute_longer"),
        (Some(_), Some(_)) => (Verdict::Missing, "place_commute_too_long"),
        (Some(_), None) if credit >= PROVINCE => (Verdict::Partly, "place_near_home"),
        (Some(_), None) => (Verdict::Missing, "place_far_from_home"),
        (None, _) if credit == NEAR => (Verdict::Partly, "place_home_city"),
        (None, _) if credit > 0 => (Verdict::Partly, "place_home_province"),
        (None, _) => (Verdict::Missing, "place_far"),
    };
    let km = km.filter(|_| code != "place_home");
    Line { distance_km: km, ..line(PartKind::Place, verdict, code).has(place) }
}

fn places(codes: &[String]) -> Vec<Place> {
    codes.iter().filter_map(|code| Place::of(code)).collect()
}

/// The narrowest of `places` that `division` lies in.
fn narrowest(places: &[Place], division: Place) -> Option<Place> {
    places.iter().copied().filter(|place| division.is_within(*place)).max_by_key(|place| place.length())
}
