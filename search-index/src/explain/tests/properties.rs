//! Properties that hold for every pair, however odd.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::*;
use super::world::TODAY;
use crate::{Certificate, Experience, Requirement, RequirementKind, Shift, Skill, expected_by, expected_fit};

fn texts(values: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(values).prop_map(str::to_owned)
}

fn title() -> impl Strategy<Value = String> {
    texts(&["货车司机", "会计", "保安员", "电工", "", "((（", "Java开发", "厨师（急聘）"])
}

fn code() -> impl Strategy<Value = String> {
    texts(&["4-02-02-02", "4-02-02-01", "2-06-03-00", "4-07-05-01", "x"])
}

fn place() -> impl Strategy<Value = String> {
    texts(&["32", "3203", "320382", "320382104", "11", "bad", ""])
}

fn shift() -> impl Strategy<Value = Shift> {
    select(&[Shift::Day, Shift::Night, Shift::Rotating, Shift::Flexible][..])
}

fn skill_name() -> impl Strategy<Value = String> {
    texts(&["焊接", "开叉车", "英语", "低压电工证", "A2", "C1驾照", "未知技能", " "])
}

fn requirement() -> impl Strategy<Value = Requirement> {
    let kinds = [
        RequirementKind::Skill,
        RequirementKind::Certificate,
        RequirementKind::DrivingLicence,
        RequirementKind::Language,
    ];
    (select(kinds.to_vec()), skill_name(), any::<bool>()).prop_map(|(kind, name, must)| Requirement {
        kind,
        name,
        must,
    })
}

fn experience() -> impl Strategy<Value = Experience> {
    let speciality = option::of(texts(&["vehicle_driving", "cooking", "none"]));
    (title(), option::of(0.0_f32..20.0), skill_name(), speciality).prop_map(|(title, years, text, speciality)| {
        let speciality = speciality.map(|code| code.as_str().into());
        Experience { id: "e".to_owned(), title, years, text, speciality }
    })
}

prop_compose! {
    pub(crate) fn any_vacancy()(
        (title, occupation, division) in (title(), option::of(code()), option::of(place())),
        pay_fen_month in option::of((0_i64..2_000_000, 0_i64..2_000_000)),
        degree_min in option::of(0_u8..8),
        experience_years_min in option::of(0_u8..12),
        shift in option::of(shift()),
        housing in option::of(any::<bool>()),
        veteran_preference in any::<bool>(),
        requirements in prop::collection::vec(requirement(), 0..6),
    ) -> Vacancy {
        Vacancy {
            title, occupation, division, pay_fen_month, degree_min, experience_years_min, shift,
            housing, veteran_preference, requirements, ..Vacancy::default()
        }
    }
}

prop_compose! {
    pub(crate) fn any_seeker()(
        (occupations, titles) in (prop::collection::vec(code(), 0..3), prop::collection::vec(title(), 0..3)),
        experiences in prop::collection::vec(experience(), 0..3),
        skills in prop::collection::vec((skill_name(), option::of(texts(&["e", "f"]))), 0..4),
        certificates in prop::collection::vec((skill_name(), option::of(TODAY - 2..TODAY + 2)), 0..3),
        degree in option::of(0_u8..8),
        (division, places) in (option::of(place()), prop::collection::vec(place(), 0..3)),
        places_refused in prop::collection::vec(place(), 0..2),
        pay_fen_month_min in option::of(0_i64..2_000_000),
        shifts in prop::collection::vec((shift(), any::<bool>()), 0..3),
        housing_needed in option::of(any::<bool>()),
    ) -> Seeker {
        let skills = skills.into_iter().map(|(name, experience)| Skill { name, experience }).collect();
        let certificates = certificates.into_iter()
            .map(|(name, expires_day)| Certificate { name, expires_day }).collect();
        Seeker {
            occupations, titles, experiences, skills, certificates, degree, division, places,
            places_refused, pay_fen_month_min, shifts, housing_needed, ..Seeker::default()
        }
    }
}

/// A change of one field, by number, and the parts whose lines may name it.
fn change(field: usize, seeker: &mut Seeker, vacancy: &mut Vacancy, from: (&Seeker, &Vacancy)) -> Vec<PartKind> {
    use PartKind::*;
    let (other, position) = (from.0.clone(), from.1.clone());
    match field {
        0 => (seeker.occupations = other.occupations, vec![Occupation]).1,
        1 => (seeker.titles = other.titles, vec![Occupation]).1,
        2 => (seeker.experiences = other.experiences, vec![Occupation, Skills, Experience]).1,
        3 => (seeker.skills = other.skills, vec![Skills]).1,
        4 => (seeker.certificates = other.certificates, vec![Skills]).1,
        5 => (seeker.degree = other.degree, vec![Degree]).1,
        6 => (seeker.division = other.division, vec![Place]).1,
        7 => (seeker.places = other.places, vec![Place]).1,
        8 => (seeker.places_refused = other.places_refused, vec![Place]).1,
        9 => (seeker.pay_fen_month_min = other.pay_fen_month_min, vec![Pay]).1,
        10 => (seeker.shifts = other.shifts, vec![Shift]).1,
        11 => (seeker.housing_needed = other.housing_needed, vec![Housing]).1,
        12 => (vacancy.title = position.title, vec![Occupation, Experience]).1,
        13 => (vacancy.occupation = position.occupation, vec![Occupation, Experience]).1,
        14 => (vacancy.division = position.division, vec![Place]).1,
        15 => (vacancy.pay_fen_month = position.pay_fen_month, vec![Pay]).1,
        16 => (vacancy.degree_min = position.degree_min, vec![Degree]).1,
        17 => (vacancy.experience_years_min = position.experience_years_min, vec![Experience]).1,
        18 => (vacancy.shift = position.shift, vec![Shift]).1,
        19 => (vacancy.housing = position.housing, vec![Housing]).1,
        20 => (vacancy.veteran_preference = !vacancy.veteran_preference, vec![Preference]).1,
        21 => (vacancy.requirements = position.requirements, vec![Skills]).1,
        22 => (seeker.distance_km_max = Some(1), vec![Place]).1,
        // What no score reads.
        23 => (seeker.id.push('x'), vec![]).1,
        24 => (seeker.available_from_day = Some(1), vec![]).1,
        25 => (vacancy.description.push_str("焊接"), vec![]).1,
        26 => (vacancy.employer_name.push_str("货车司机"), vec![]).1,
        27 => (vacancy.published_day += 1, vec![]).1,
        _ => (vacancy.valid_until_day = Some(1), vec![]).1,
    }
}

/// Makes one known thing of the person better for this position, by number; `false` where there is nothing to improve.
fn improve(field: usize, seeker: &mut Seeker, vacancy: &Vacancy) -> bool {
    let asked = vacancy.requirements.iter().find(|asked| !asked.name.trim().is_empty());
    match field {
        0 => seeker.degree.as_mut().map(|degree| *degree += 1).is_some(),
        1 => seeker.pay_fen_month_min.as_mut().map(|pay| *pay /= 2).is_some(),
        2 => {
            let answer = seeker.shifts.iter_mut().find(|(shift, _)| Some(*shift) == vacancy.shift);
            answer.map(|(_, accepted)| *accepted = true).is_some()
        }
        3 => seeker.housing_needed.as_mut().map(|needed| *needed = false).is_some(),
        4 => vacancy.division.clone().map(|place| seeker.places.push(place)).is_some_and(|()| seeker.places.len() > 1),
        5 => {
            let years = seeker.experiences.iter_mut().filter_map(|one| one.years.as_mut());
            years.map(|years| *years += 3.0).count() > 0
        }
        6 => asked.is_some_and(|asked| {
            seeker.certificates.push(Certificate { name: asked.name.clone(), expires_day: None });
            seeker.certificates.len() > 1
        }),
        7 => asked.is_some_and(|asked| {
            seeker.skills.push(Skill { name: asked.name.clone(), experience: Some("e".to_owned()) });
            seeker.skills.len() > 1
        }),
        8 => std::mem::take(&mut seeker.places_refused).pop().is_some(),
        _ => seeker.certificates.iter_mut().map(|paper| paper.expires_day = None).count() > 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// What somebody tells for the first time may well be bad news; what gets better is none.
    #[test]
    fn improving_one_field_never_lowers(seeker in any_seeker(), vacancy in any_vacancy(), field in 0_usize..10) {
        let before = explain(Lexicon::get(), &seeker, &vacancy, TODAY);
        let mut better = seeker.clone();
        prop_assume!(improve(field, &mut better, &vacancy));
        let after = explain(Lexicon::get(), &better, &vacancy, TODAY);
        prop_assert!(after.blocks.len() <= before.blocks.len(), "{before:?} {after:?}");
        // Both numbers are rounded to a whole one.
        let worth = |found: &Match| expected_fit(found).unwrap_or(0);
        prop_assert!(worth(&after) + 100 >= worth(&before), "{} {} {before:?} {after:?}", worth(&before), worth(&after));
    }

    #[test]
    fn parts_add_up_to_the_fit(seeker in any_seeker(), vacancy in any_vacancy()) {
        let found = explain(Lexicon::get(), &seeker, &vacancy, TODAY);
        let sum = |of: fn(&Part) -> u16| found.parts.iter().map(of).map(u32::from).sum::<u32>();
        let (points, points_max) = (sum(|part| part.points), sum(|part| part.points_max));
        match found.fit {
            Some(fit) => {
                prop_assert_eq!((points + 5) / 10, u32::from(fit));
                prop_assert_eq!(points_max, 1000);
            }
            None => prop_assert_eq!((points, points_max), (0, 0)),
        }
        for part in &found.parts {
            prop_assert!(part.points <= part.points_max);
            prop_assert!(!part.lines.is_empty());
            prop_assert!(part.lines.iter().all(|line| line.kind == part.kind));
        }
        prop_assert!(found.coverage <= 100);
        prop_assert!(found.ask.len() <= QUESTIONS_MAX);
        // Something is unknown exactly when there is something to ask.
        let is_unknown = found.parts.iter().flat_map(|part| &part.lines)
            .any(|line| line.verdict == Verdict::Unknown);
        prop_assert_eq!(is_unknown, !found.ask.is_empty());
    }

    #[test]
    fn taken_apart_it_is_the_same_match(seeker in any_seeker(), vacancy in any_vacancy()) {
        let apart = take_apart(Lexicon::get(), &seeker, &vacancy, TODAY);
        prop_assert_eq!(&apart.found, &explain(Lexicon::get(), &seeker, &vacancy, TODAY));
        let kinds = |all: &[PartShare]| all.iter().map(|share| share.kind).collect::<Vec<_>>();
        prop_assert_eq!(kinds(&apart.shares), apart.found.parts.iter().map(|part| part.kind).collect::<Vec<_>>());
        // The numbers shown are those the points were made of: tenths of 1000, to their rounding.
        let known: u32 = apart.shares.iter().map(|share| share.weight * share.known).sum();
        for (share, part) in apart.shares.iter().zip(&apart.found.parts).filter(|_| apart.found.fit.is_some()) {
            let exact = 1000.0 * f64::from(share.weight * share.known) / f64::from(known);
            prop_assert!((f64::from(part.points_max) - exact).abs() <= 1.0, "{:?} {:?}", share, part);
            let reached = exact * f64::from(share.credit) / 1000.0;
            prop_assert!((f64::from(part.points) - reached).abs() <= 2.0, "{:?} {:?}", share, part);
        }
        let again = expected_by(&Lexicon::get().weights().exact(), &apart.shares);
        match apart.expected_fit {
            // Fit and coverage are whole there: each is off by half at most.
            Some(expected) => prop_assert!((again - expected as f32 / 100.0).abs() <= 1.2, "{} {}", again, expected),
            None => prop_assert!(again <= 0.5, "{}", again),
        }
        let credits: Vec<u32> = apart.comparisons.iter().map(|one| one.credit).collect();
        prop_assert!(credits.is_sorted_by(|one, next| one >= next));
        let occupation = apart.shares.iter().find(|share| share.kind == PartKind::Occupation);
        if let (Some(share), Some(best)) = (occupation, apart.comparisons.first()) {
            prop_assert_eq!(share.credit, occupation::related(best.credit));
        }
    }

    #[test]
    fn other_weights_move_points_and_nothing_else(
        seeker in any_seeker(), vacancy in any_vacancy(), part in 0_usize..9, by in 1_u8..20,
    ) {
        let own = Lexicon::get().weights();
        // More of one part, and less of the heaviest other, so that the sum stays.
        let raised = PartKind::ALL[part];
        let payer = if raised == PartKind::Occupation { PartKind::Skills } else { PartKind::Occupation };
        let weigh = |(kind, weight): (PartKind, u8)| match kind {
            kind if kind == raised => (kind, weight + by),
            kind if kind == payer => (kind, weight - by),
            kind => (kind, weight),
        };
        let other = Weights::new(own.version() + 1, &own.shares().map(weigh)).unwrap();
        let before = take_apart(Lexicon::get(), &seeker, &vacancy, TODAY);
        let after = take_apart(Lexicon::get().weighed(other), &seeker, &vacancy, TODAY);
        prop_assert_eq!(before.found.weights_version, own.version());
        prop_assert_eq!(after.found.weights_version, other.version());
        for (one, next) in before.shares.iter().zip(&after.shares) {
            prop_assert_eq!((one.kind, one.known, one.credit), (next.kind, next.known, next.credit));
        }
        for (one, next) in before.found.parts.iter().zip(&after.found.parts) {
            prop_assert_eq!(&one.lines, &next.lines);
            let both = before.found.fit.and(after.found.fit).is_some();
            prop_assert!(!both || one.kind != raised || next.points_max >= one.points_max);
        }
    }

    #[test]
    fn a_change_shows_where_it_is_named(
        seeker in any_seeker(), vacancy in any_vacancy(),
        other in any_seeker(), position in any_vacancy(), field in 0_usize..29,
    ) {
        let before = explain(Lexicon::get(), &seeker, &vacancy, TODAY);
        let (mut seeker, mut vacancy) = (seeker, vacancy);
        let named = change(field, &mut seeker, &mut vacancy, (&other, &position));
        let after = explain(Lexicon::get(), &seeker, &vacancy, TODAY);
        let lines = |found: &Match| -> Vec<Line> {
            let parts = found.parts.iter().filter(|part| !named.contains(&part.kind));
            parts.flat_map(|part| part.lines.clone()).collect()
        };
        prop_assert_eq!(lines(&before), lines(&after));
    }

    #[test]
    fn one_and_many_agree(seeker in any_seeker(), vacancies in prop::collection::vec(any_vacancy(), 0..4)) {
        let prepared = PreparedSeeker::new(Lexicon::get(), &seeker, TODAY);
        for vacancy in &vacancies {
            prop_assert_eq!(prepared.explain(vacancy), explain(Lexicon::get(), &seeker, vacancy, TODAY));
        }
    }

    #[test]
    fn any_text_is_survived(text in any::<String>(), number in any::<i64>(), small in any::<u8>()) {
        let seeker = Seeker {
            occupations: vec![text.clone()],
            titles: vec![text.clone()],
            skills: vec![Skill { name: text.clone(), experience: Some(text.clone()) }],
            certificates: vec![Certificate { name: text.clone(), expires_day: None }],
            experiences: vec![Experience {
                id: text.clone(), title: text.clone(), text: text.clone(),
                years: Some(number as f32), speciality: Some(text.as_str().into()),
            }],
            places: vec![text.clone()],
            pay_fen_month_min: Some(number),
            ..Seeker::default()
        };
        let requirement = |kind| Requirement { kind, name: text.clone(), must: true };
        let vacancy = Vacancy {
            title: text.clone(),
            occupation: Some(text.clone()),
            division: Some(text.clone()),
            pay_fen_month: Some((number, number.wrapping_mul(7))),
            experience_years_min: Some(small),
            requirements: vec![
                requirement(RequirementKind::Skill), requirement(RequirementKind::Certificate),
                requirement(RequirementKind::DrivingLicence),
            ],
            ..Vacancy::default()
        };
        explain(Lexicon::get(), &seeker, &vacancy, TODAY);
    }
}
