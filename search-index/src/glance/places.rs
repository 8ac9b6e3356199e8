//! What a person says of places, made ready to be compared with many positions: what each county is worth.

use crate::Seeker;
use crate::centres::{Centres, County, UNKNOWN_KM};
use crate::explain::place::{Home, PROVINCE, credit_of_wanted, is_refused, km_from_home};
use crate::place::Place;

/// Stand for a county that is refused, for one of which a part is wanted or refused, and for nothing known.
const REFUSED: u16 = u16::MAX;
const DIVIDED: u16 = u16::MAX - 1;
const UNKNOWN: u16 = u16::MAX - 2;

pub(super) struct Places {
    wanted: Vec<Place>,
    refused: Vec<Place>,
    home: Option<Home>,
    /// Thousandths by number of a county.
    counties: Vec<u16>,
}

impl Places {
    pub fn new(seeker: &Seeker) -> Places {
        let places = |codes: &[String]| codes.iter().filter_map(|code| Place::of(code)).collect();
        let (wanted, refused) = (places(&seeker.places), places(&seeker.places_refused));
        let home = seeker.division.as_deref().and_then(Place::of);
        let home = home.map(|place| Home { place, km: None, km_max: seeker.distance_km_max });
        let mut all = Places { wanted, refused, home, counties: Vec::new() };
        all.counties = all.by_county();
        all
    }

    /// `None` for a refused place; `Some(None)` where nothing is known of the person's.
    pub fn credit(&self, division: Place) -> Option<Option<u32>> {
        match division.county().map(|county| self.counties[usize::from(county)]) {
            None | Some(DIVIDED) => {
                let km = |at: usize| Centres::get().distance(self.wanted[at], division);
                let km_from_home = self.home.and_then(|home| km_from_home(home.place, division));
                self.judge(division, km, km_from_home)
            }
            Some(REFUSED) => None,
            Some(UNKNOWN) => Some(None),
            Some(credit) => Some(Some(credit.into())),
        }
    }

    /// Counties in which a position may be worth more than [`PROVINCE`].
    pub fn near(&self) -> impl Iterator<Item = Place> {
        let is_near = |credit: u16| credit == DIVIDED || (PROVINCE + 1..=1000).contains(&credit.into());
        let all = Centres::get().counties().zip(&self.counties).filter(move |(_, credit)| is_near(**credit));
        all.map(|((county, code), _)| Place::of_county(county, code))
    }

    fn by_county(&self) -> Vec<u16> {
        let centres = Centres::get();
        let is_located = |place: &Place| centres.is_known(*place);
        // Of several places the nearest counts, so one measuring does for all of a kind: those around the home,
        // which do not count where the way from there does, and towns, which are never quite near.
        let kind = |place: &Place| {
            let is_around_home = self.home.is_some_and(|home| home.place.is_within(*place));
            usize::from(is_around_home) + 2 * usize::from(place.length() > 6)
        };
        let of_kind = |number| self.wanted.iter().copied().filter(move |place| kind(place) == number);
        let groups = [0, 1, 2, 3].map(|number| centres.distances(of_kind(number)));
        let group_of: Vec<Option<usize>> =
            self.wanted.iter().map(|place| is_located(place).then(|| kind(place))).collect();
        let home = self.home.filter(|home| home.place.county().is_some());
        let home = centres.distances(home.map(|home| home.place).into_iter());
        let known = |km: u16| Some(km).filter(|km| *km != UNKNOWN_KM);
        let credit = |(county, code): (County, u32)| {
            let (division, number) = (Place::of_county(county, code), usize::from(county));
            let is_part = |place: &Place| place.length() > 6 && place.county() == Some(county);
            if self.wanted.iter().chain(&self.refused).any(is_part) {
                return DIVIDED;
            }
            let km = |at: usize| group_of[at].and_then(|group| known(groups[group][number]));
            let found = self.judge(division, km, known(home[number]));
            found.map_or(REFUSED, |credit| credit.map_or(UNKNOWN, |credit| credit as u16))
        };
        centres.counties().map(credit).collect()
    }

    /// `km` is asked for by number of a wanted place.
    fn judge(
        &self,
        division: Place,
        km: impl Fn(usize) -> Option<u16>,
        km_from_home: Option<u16>,
    ) -> Option<Option<u32>> {
        let narrowest = |places: &[Place]| {
            places.iter().filter(|place| division.is_within(**place)).map(|place| place.length()).max()
        };
        if is_refused(narrowest(&self.refused), narrowest(&self.wanted)) {
            return None;
        }
        let home = self.home.map(|home| Home { km: km_from_home, ..home });
        let counts = |place: &Place| home.is_none_or(|home| !home.narrows(*place, division));
        let wanted = self.wanted.iter().enumerate().filter(|(_, place)| counts(place));
        let wanted = wanted.map(|(at, place)| credit_of_wanted(*place, division, km(at))).max();
        let home = home.filter(|home| self.wanted.is_empty() || home.is_limited());
        Some(wanted.max(home.map(|home| home.credit(division))))
    }
}
