//! Near and far by real places, and what a distance never does.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::super::*;
use crate::centres::Centres;
use crate::place::Place;

/// 沛县 in 徐州; 微山 lies before it, in the next province.
const PEI: &str = "320322";
const WEISHAN: &str = "370826";
/// In 徐州 too, at its other end.
const XINYI: &str = "320381";

fn seeker(home: &str, places: &[&str], km_max: Option<u16>) -> Seeker {
    Seeker {
        division: Some(home.into()),
        places: places.iter().map(|code| (*code).to_owned()).collect(),
        distance_km_max: km_max,
        ..Seeker::default()
    }
}

fn judged(seeker: &Seeker, division: &str) -> Finding {
    place::judge(seeker, &Vacancy { division: Some(division.into()), ..Vacancy::default() }).unwrap()
}

fn code(seeker: &Seeker, division: &str) -> String {
    judged(seeker, division).lines[0].code.clone()
}

#[test]
fn a_border_is_no_distance() {
    let at_home = seeker(PEI, &[], None);
    let (near, far) = (judged(&at_home, WEISHAN), judged(&at_home, XINYI));
    assert_eq!((near.lines[0].code.as_str(), far.lines[0].code.as_str()), ("place_near_home", "place_far_from_home"));
    assert!(near.lines[0].distance_km.is_some_and(|km| (15..30).contains(&km)), "{near:?}");
    assert!(far.lines[0].distance_km.is_some_and(|km| (120..160).contains(&km)), "{far:?}");
    assert!(near.credit > 600 && far.credit < 100, "{} {}", near.credit, far.credit);
    // One city, as wide as a province.
    let yuzhong = seeker("500103", &[], None);
    assert!(judged(&yuzhong, "500105").credit > 850, "江北 across the river");
    assert_eq!(judged(&yuzhong, "500101").credit, 0, "万州, 220 km down it");
    assert_eq!(code(&yuzhong, "500101"), "place_far_from_home");
}

#[test]
fn places_that_were_named() {
    let check = |places: &[&str], division: &str, expected: &str| {
        assert_eq!(code(&seeker("110101", places, None), division), expected, "{places:?} {division}");
    };
    check(&["3203"], XINYI, "place_within");
    check(&["3203"], WEISHAN, "place_near_wanted");
    check(&[PEI], WEISHAN, "place_near_wanted");
    check(&[PEI], XINYI, "place_far_from_wanted");
    check(&["330482101"], "330482102", "place_same_county");
    check(&["330482101"], "330421", "place_near_wanted");
    check(&["4419"], "441900003", "place_within");
    check(&["441900003"], "441900004", "place_same_county");
    // The nearest of several.
    check(&[XINYI, PEI], WEISHAN, "place_near_wanted");
    let (one, two) = (seeker("110101", &[PEI], None), seeker("110101", &[XINYI, PEI], None));
    assert_eq!(judged(&one, WEISHAN).credit, judged(&two, WEISHAN).credit);
    assert_eq!(judged(&two, WEISHAN).lines[0].has.as_deref(), Some(PEI));
}

#[test]
fn a_distance_to_travel() {
    let check = |home: &str, places: &[&str], km_max: u16, division: &str, expected: (&str, u32)| {
        let found = judged(&seeker(home, places, Some(km_max)), division);
        assert!(found.blocks.is_empty(), "an estimate keeps nobody out");
        assert_eq!((found.lines[0].code.as_str(), found.credit), expected, "{places:?} {km_max} {division}");
    };
    check(PEI, &[], 30, WEISHAN, ("place_commute", 1000));
    check(PEI, &[], 19, WEISHAN, ("place_commute_longer", 300));
    check(PEI, &[], 10, WEISHAN, ("place_commute_too_long", 0));
    check(PEI, &[], 1, PEI, ("place_home", 1000));
    check("330482001", &[], 1, "330482102", ("place_home", 1000));
    // It narrows the city that one lives in, but no county that was named, and no other city.
    check(PEI, &["3203"], 30, XINYI, ("place_commute_too_long", 0));
    check(PEI, &["3203"], 200, XINYI, ("place_commute", 1000));
    check(PEI, &["3203", XINYI], 30, XINYI, ("place_within", 1000));
    check(PEI, &["3203"], 30, PEI, ("place_home", 1000));
    check(PEI, &["330106"], 30, "330106", ("place_within", 1000));
    check(PEI, &["330106"], 30, WEISHAN, ("place_commute", 1000));
    // Where a place is unknown, what was named stands.
    check(PEI, &["3203"], 30, "320371", ("place_within", 1000));
    check("320371", &["3203"], 30, XINYI, ("place_within", 1000));
    check("320371", &[], 30, XINYI, ("place_home_city", 500));
}

#[test]
fn a_refusal_wins() {
    let refuses = |places: &[&str], refused: &str| Seeker {
        places_refused: vec![refused.into()],
        ..seeker(PEI, places, Some(30))
    };
    assert_eq!(judged(&refuses(&[], "3708"), WEISHAN).blocks[0].code, "place_refused");
    assert_eq!(judged(&refuses(&[], PEI), PEI).blocks[0].code, "place_refused");
    assert!(judged(&refuses(&[WEISHAN], "3708"), WEISHAN).blocks.is_empty());
}

/// Every county with a place is as likely.
fn county() -> impl Strategy<Value = String> {
    any::<Index>().prop_map(|at| {
        let centres = Centres::get();
        let known: Vec<Place> = centres
            .counties()
            .map(|(county, code)| Place::of_county(county, code))
            .filter(|place| centres.is_known(*place))
            .collect();
        at.get(&known).to_string()
    })
}

/// A county around the home, so that what is near is seen too.
fn about(home: &str) -> impl Strategy<Value = String> + use<> {
    let home = Place::of(home).unwrap();
    let centres = Centres::get();
    let near = centres.counties().zip(centres.distances(std::iter::once(home))).filter(|(_, km)| *km < 200);
    let near: Vec<String> = near.map(|((county, code), _)| Place::of_county(county, code).to_string()).collect();
    prop_oneof![select(near), county()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nearer_never_gives_less(
        (home, one, other) in county().prop_flat_map(|home| (Just(home.clone()), about(&home), about(&home))),
        km_max in option::of(0_u16..200), is_named in any::<bool>(),
    ) {
        let named = [home.as_str()];
        let seeker = seeker(&home, if is_named { &named } else { &[] }, km_max);
        let km = |division: &str| Centres::get().distance(Place::of(&home).unwrap(), Place::of(division).unwrap());
        let (near, far) = if km(&one) <= km(&other) { (one, other) } else { (other, one) };
        prop_assume!(km(&near).is_some());
        prop_assert!(judged(&seeker, &near).credit >= judged(&seeker, &far).credit, "{near} {far}");
    }

    #[test]
    fn who_would_travel_farther_loses_nothing(
        (home, division) in county().prop_flat_map(|home| (Just(home.clone()), about(&home))),
        (less, more) in (0_u16..200, 0_u16..200), is_named in any::<bool>(),
    ) {
        let city = [&home[..4]];
        let credit = |km| judged(&seeker(&home, if is_named { &city } else { &[] }, Some(km)), &division).credit;
        prop_assert!(credit(less.max(more)) >= credit(less.min(more)));
    }

    #[test]
    fn where_nothing_is_known_a_place_changes_nothing(division in county(), km_max in option::of(0_u16..200)) {
        let nobody = Seeker { distance_km_max: km_max, ..Seeker::default() };
        let found = judged(&nobody, &division);
        prop_assert_eq!((found.known, found.lines[0].code.as_str()), (0, "place_unknown"));
    }
}
