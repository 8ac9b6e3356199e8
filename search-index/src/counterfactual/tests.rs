//! What is missing by one thing, and that it is one, possible, and true.

use proptest::prelude::*;

use super::*;
use crate::RequirementKind::{Certificate as Paper, DrivingLicence, Skill as Ability};
use crate::explain::tests::properties::{any_seeker, any_vacancy};
use crate::explain::tests::world::{TODAY, certificate, must, nice, seeker, vacancy};
use crate::{Requirement, explain};

fn pairs(seeker: &Seeker, vacancies: Vec<Vacancy>) -> Vec<(Vacancy, Match)> {
    let prepared = PreparedSeeker::new(Lexicon::get(), seeker, TODAY);
    vacancies
        .into_iter()
        .map(|vacancy| (prepared.explain(&vacancy), vacancy))
        .map(|(found, vacancy)| (vacancy, found))
        .collect()
}

fn all(seeker: &Seeker, vacancies: Vec<Vacancy>) -> Vec<Counterfactual> {
    counterfactuals(Lexicon::get(), seeker, &pairs(seeker, vacancies), TODAY)
}

fn one(seeker: &Seeker, vacancy: &Vacancy) -> Option<Adjustment> {
    let found = explain(Lexicon::get(), seeker, vacancy, TODAY);
    counterfactual(Lexicon::get(), seeker, vacancy, &found, TODAY).map(|(adjustment, _)| adjustment)
}

fn asking(requirement: Requirement) -> Vacancy {
    let mut vacancy = vacancy();
    vacancy.requirements.push(requirement);
    vacancy
}

#[test]
fn the_one_thing_that_one_position_misses() {
    let check = |seeker: Seeker, vacancy: Vacancy, expected: Option<Adjustment>| {
        assert_eq!(one(&seeker, &vacancy), expected, "{vacancy:?}");
    };
    let name = |text: &str| text.to_owned();
    check(seeker(), vacancy(), None);
    // The dictionary's name for it.
    let asks_card = asking(must(Paper, "低压电工证"));
    check(seeker(), asks_card.clone(), Some(Adjustment::Certificate { name: name("电工证") }));
    let class = |class: &str| Some(Adjustment::DrivingLicence { class: name(class) });
    check(seeker(), asking(must(DrivingLicence, "A1")), class("A1"));
    let none = Seeker { certificates: vec![certificate("健康证", None)], ..seeker() };
    let any_licence = Vacancy { requirements: vec![must(DrivingLicence, "驾驶证")], ..vacancy() };
    check(none, any_licence, class("C1"));
    let expired = Seeker { certificates: vec![certificate("A2驾驶证", Some(TODAY - 1))], ..seeker() };
    check(expired, vacancy(), Some(Adjustment::Renewal { name: name("A2驾驶证") }));
    let school = Seeker { degree: Some(2), ..seeker() };
    check(school.clone(), vacancy(), Some(Adjustment::Degree { rank: 3 }));
    let refuses = Seeker { places_refused: vec![name("3203")], places: vec![], ..seeker() };
    check(refuses, vacancy(), Some(Adjustment::PlaceAllowed { division: name("3203") }));
    let elsewhere = Seeker { places: vec![name("3301")], ..seeker() };
    check(elsewhere, vacancy(), Some(Adjustment::PlaceAdded { division: name("320382") }));
    let dear = Seeker { pay_fen_month_min: Some(1_100_000), ..seeker() };
    check(dear, vacancy(), Some(Adjustment::Pay { fen_month: 880_000 }));
    check(Seeker { pay_fen_month_min: Some(1_000_000), ..seeker() }, vacancy(), None);
    let too_dear = Seeker { pay_fen_month_min: Some(1_200_000), ..seeker() };
    check(too_dear, vacancy(), None);
    let by_day = Seeker { shifts: vec![(Shift::Day, false)], ..seeker() };
    check(by_day, vacancy(), Some(Adjustment::Shift { shift: Shift::Day }));
    check(seeker(), asking(nice(Ability, "开叉车")), Some(Adjustment::Skill { name: name("叉车操作") }));
    // Two things are not one; what nobody has said is no gap; what was done cannot be changed.
    check(school, asks_card.clone(), None);
    check(Seeker { certificates: vec![], degree: None, shifts: vec![], ..seeker() }, vacancy(), None);
    check(seeker(), Vacancy { experience_years_min: Some(20), ..vacancy() }, None);
    // A paper does not make a bookkeeper a driver.
    let other_work = Vacancy { title: "会计".into(), occupation: Some("2-06-03-00".into()), ..asks_card };
    check(seeker(), other_work, None);
    check(Seeker { occupations: vec![], titles: vec![name("会计")], experiences: vec![], ..seeker() }, vacancy(), None);
}

#[test]
fn positions_are_grouped_by_what_they_miss_most_helpful_first() {
    let named = |id: &str, vacancy: Vacancy| Vacancy { id: id.into(), ..vacancy };
    let mut shown = all(
        &Seeker { shifts: vec![(Shift::Day, true), (Shift::Night, false)], ..seeker() },
        vec![
            named("fits", vacancy()),
            named("night", Vacancy { shift: Some(Shift::Night), ..vacancy() }),
            named("coach, dear", asking(must(DrivingLicence, "A1"))),
            named(
                "coach",
                Vacancy { pay_fen_month: Some((400_000, 610_000)), ..asking(must(DrivingLicence, "A1驾照")) },
            ),
            named("card", asking(must(Paper, "电工证"))),
            named("two things", Vacancy { degree_min: Some(6), ..asking(must(Paper, "电工证")) }),
            named(
                "other work",
                Vacancy {
                    title: "会计".into(),
                    occupation: Some("2-06-03-00".into()),
                    ..asking(must(DrivingLicence, "A1"))
                },
            ),
        ],
    );
    let brief: Vec<(usize, usize, usize)> = shown.iter().map(|one| (one.opened, one.raised, one.best)).collect();
    assert_eq!(brief, [(2, 0, 2), (1, 0, 4), (0, 1, 1)], "{shown:#?}");
    assert_eq!(shown.remove(2).adjustment, Adjustment::Shift { shift: Shift::Night });
    assert!(shown.iter().all(|one| one.found.blocks.is_empty()));
}

#[test]
fn few_of_a_kind_and_the_mildest_pay() {
    let cards = ["电工证", "焊工证", "叉车证", "健康证"].map(|name| asking(must(Paper, name)));
    let cheap = |high| Vacancy { pay_fen_month: Some((500_000, high)), ..vacancy() };
    let dear = Seeker { pay_fen_month_min: Some(1_000_000), ..seeker() };
    let shown = all(&dear, cards.into_iter().chain([cheap(820_000), cheap(1_000_000), cheap(899_000)]).collect());
    let is_card = |one: &&Counterfactual| matches!(one.adjustment, Adjustment::Certificate { .. });
    assert_eq!(shown.iter().filter(is_card).count(), OF_A_KIND_MAX);
    let pays: Vec<i64> = shown
        .iter()
        .filter_map(|one| match one.adjustment {
            Adjustment::Pay { fen_month } => Some(fen_month),
            _ => None,
        })
        .collect();
    assert_eq!(pays, [850_000], "the mildest step that brings something: {shown:#?}");
}

/// The fields that differ, by number.
fn fields_changed(a: &Seeker, b: &Seeker) -> Vec<usize> {
    let Seeker {
        id,
        occupations,
        titles,
        experiences,
        skills,
        certificates,
        degree,
        division,
        places,
        places_refused,
        distance_km_max,
        pay_fen_month_min,
        shifts,
        housing_needed,
        available_from_day,
    } = a;
    let same = [
        *id == b.id,
        *occupations == b.occupations,
        *titles == b.titles,
        *experiences == b.experiences,
        *division == b.division,
        *distance_km_max == b.distance_km_max,
        *housing_needed == b.housing_needed,
        *available_from_day == b.available_from_day,
        *skills == b.skills,
        *certificates == b.certificates,
        *degree == b.degree,
        *places == b.places,
        *places_refused == b.places_refused,
        *pay_fen_month_min == b.pay_fen_month_min,
        *shifts == b.shifts,
    ];
    (0..same.len()).filter(|at| !same[*at]).collect()
}
/// Those before it are no person's to change from one day to the next, or not ours to suggest.
const FIRST_CHANGEABLE: usize = 8;

/// Whether the person is known to meet this now.
fn meets(seeker: &Seeker, requirement: Requirement) -> bool {
    let vacancy = Vacancy { requirements: vec![requirement], ..Vacancy::default() };
    let found = explain(Lexicon::get(), seeker, &vacancy, TODAY);
    found.parts.iter().flat_map(|part| &part.lines).any(|line| line.verdict == Verdict::Met)
}

fn has_already(seeker: &Seeker, adjustment: &Adjustment) -> bool {
    match adjustment {
        Adjustment::Certificate { name } => meets(seeker, must(Paper, name)),
        Adjustment::DrivingLicence { class } => meets(seeker, must(DrivingLicence, class)),
        Adjustment::Renewal { name } => {
            seeker.certificates.iter().any(|one| one.name == *name && one.expires_day.is_none_or(|day| day >= TODAY))
        }
        Adjustment::Degree { rank } => seeker.degree.is_some_and(|held| held >= *rank),
        Adjustment::Skill { name } => meets(seeker, nice(Ability, name)),
        Adjustment::PlaceAllowed { division } => !seeker.places_refused.contains(division),
        Adjustment::PlaceAdded { division } => seeker.places.contains(division),
        Adjustment::Shift { shift } => seeker.shifts.iter().find(|(one, _)| one == shift).is_none_or(|(_, yes)| *yes),
        Adjustment::Pay { fen_month } => seeker.pay_fen_month_min.is_none_or(|asked| asked <= *fen_month),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn one_changeable_field_differs_that_was_not_so(seeker in any_seeker(), vacancy in any_vacancy()) {
        let found = explain(Lexicon::get(), &seeker, &vacancy, TODAY);
        for adjustment in adjustments(Lexicon::get(), &seeker, &vacancy, &found) {
            let changed = fields_changed(&seeker, &adjustment.applied_to(&seeker));
            prop_assert_eq!(changed.len(), 1, "{:?}", adjustment);
            prop_assert!(changed[0] >= FIRST_CHANGEABLE);
            prop_assert!(!has_already(&seeker, &adjustment), "{:?} of {:?}", adjustment, seeker);
        }
    }

    #[test]
    fn what_is_promised_is_what_the_explanation_gives(
        seeker in any_seeker(), vacancies in prop::collection::vec(any_vacancy(), 1..8),
    ) {
        let pairs = pairs(&seeker, vacancies);
        for shown in counterfactuals(Lexicon::get(), &seeker, &pairs, TODAY) {
            let other = shown.adjustment.applied_to(&seeker);
            let (vacancy, before) = &pairs[shown.best];
            prop_assert_eq!(&explain(Lexicon::get(), &other, vacancy, TODAY), &shown.found);
            let (mut opened, mut better) = (0, 0);
            for (vacancy, before) in &pairs {
                let after = explain(Lexicon::get(), &other, vacancy, TODAY);
                let fits = after.blocks.is_empty() && after.fit >= Some(FITTING);
                opened += usize::from(fits && !before.blocks.is_empty());
                better += usize::from(fits && before.blocks.is_empty() && expected_fit(&after) > expected_fit(before));
            }
            prop_assert!(shown.opened <= opened && shown.raised <= better);
            prop_assert!(shown.opened + shown.raised > 0);
            prop_assert!(shown.found.blocks.is_empty() && shown.found.fit >= Some(FITTING));
            prop_assert!(!before.blocks.is_empty() || expected_fit(&shown.found) >= expected_fit(before).map(|fit| fit + RISE_MIN));
        }
    }

    #[test]
    fn the_order_is_the_same_whatever_the_order_of_the_positions(
        seeker in any_seeker(), vacancies in prop::collection::vec(any_vacancy(), 1..8),
    ) {
        let brief = |shown: Vec<Counterfactual>| -> Vec<(Adjustment, usize, usize, Option<u32>)> {
            let one = |one: Counterfactual| (one.adjustment, one.opened, one.raised, expected_fit(&one.found));
            shown.into_iter().map(one).collect()
        };
        let shown = brief(all(&seeker, vacancies.clone()));
        let reversed = vacancies.into_iter().rev().collect();
        prop_assert_eq!(&shown, &brief(all(&seeker, reversed)));
        let helps = |(_, opened, raised, _): &(Adjustment, usize, usize, Option<u32>)| (*opened, *raised);
        prop_assert!(shown.is_sorted_by(|one, next| helps(one) >= helps(next)));
        prop_assert!(shown.len() <= GIVEN_MAX);
    }
}
