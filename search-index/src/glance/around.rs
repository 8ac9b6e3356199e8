//! How far a position is from every county, and from the nearest of every city and province.

use rustc_hash::FxHashMap;

use crate::centres::{Centres, UNKNOWN_KM};
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

    /// Where somebody may live or wish to work for whom the position is worth more than by its province: the
    /// division and all around it, the counties of its city, and those in reach with their cities and provinces.
    /// `None` where it names no city.
    pub fn near(&self) -> Option<Vec<String>> {
        let head = |place: Place, digits| place.head(digits).map(|head| head.to_string());
        let (province, city) = (head(self.division, 2)?, head(self.division, 4)?);
        let mut all = vec![province, city];
        for ((county, code), km) in Centres::get().counties().zip(&self.counties) {
            let place = Place::of_county(county, code);
            let is_near = *km <= REACH_KM;
            if is_near {
                all.extend([2, 4].into_iter().filter_map(|digits| head(place, digits)));
            }
            if is_near || place.shares(self.division, 4) {
                all.push(place.to_string());
            }
        }
        all.sort_unstable();
        all.dedup();
        Some(all)
    }
}
