//! How far a position is from every county, and from the nearest of every city and province.

use rustc_hash::FxHashMap;

use super::shelf::city_number;
use crate::centres::{Centres, UNKNOWN_KM};
use crate::document::CITY_DIGITS;
use crate::explain::place::REACH_KM;
use crate::place::Place;

pub(super) struct Around {
    division: Place,
    /// Kilometres by number of a county.
    counties: Vec<u16>,
    /// The least of them by the first digits of cities and provinces.
    wider: FxHashMap<u64, u16>,
}

impl Around {
    pub fn new(division: Place) -> Around {
        let centres = Centres::get();
        // Somewhere in a city is near to nobody knows what.
        let counties = centres.distances(Some(division).filter(|place| place.county().is_some()).into_iter());
        let mut wider = FxHashMap::default();
        for ((_, code), km) in centres.counties().zip(&counties).filter(|(_, km)| **km != UNKNOWN_KM) {
            for head in [code / 100, code / 10_000] {
                wider.entry(head.into()).and_modify(|least: &mut u16| *least = (*least).min(*km)).or_insert(*km);
            }
        }
        Around { division, counties, wider }
    }

    pub fn division(&self) -> Place {
        self.division
    }

    pub fn km(&self, place: Place) -> Option<u16> {
        let km = match place.county() {
            Some(county) => self.counties[usize::from(county)],
            None => self.wider.get(&place.head(place.length())?).copied()?,
        };
        Some(km).filter(|km| *km != UNKNOWN_KM)
    }

    /// The cities in which somebody may live or wish to work for whom the position is worth more than by its province:
    /// its own, and those with counties in reach. None where it names no city.
    pub fn near(&self) -> Vec<u16> {
        let Some(own) = self.division.head(CITY_DIGITS) else { return Vec::new() };
        let counties = Centres::get().counties().zip(&self.counties);
        let reached = counties.filter(|(_, km)| **km <= REACH_KM).map(|((_, code), _)| u64::from(code / 100));
        let mut all: Vec<u16> = reached.chain([own]).map(|city| city_number(Some(city))).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
