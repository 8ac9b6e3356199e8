//! Who and what is proposed, and that nothing is left out for being unknown.

use super::*;
use crate::{Certificate, Change, Experience, Requirement, Skill};

const TODAY: i32 = 20_000;

fn vacancy(id: &str, title: &str) -> Vacancy {
    Vacancy { id: id.into(), title: title.into(), ..Vacancy::default() }
}

fn seeker(id: &str) -> Seeker {
    Seeker { id: id.into(), ..Seeker::default() }
}

fn licence(name: &str) -> Vec<Certificate> {
    vec![Certificate { name: name.into(), expires_day: None }]
}

fn must(kind: RequirementKind, name: &str) -> Requirement {
    Requirement { kind, name: name.into(), must: true }
}

fn with_positions(vacancies: Vec<Vacancy>) -> Index {
    let index = Index::in_memory().unwrap();
    let put = |vacancy| Change::PutPosition(Box::new(vacancy));
    index.apply(&vacancies.into_iter().map(put).collect::<Vec<_>>(), 1).unwrap();
    index
}

fn with_people(seekers: Vec<Seeker>) -> Index {
    let index = Index::in_memory().unwrap();
    let put = |seeker| Change::PutPerson(Box::new(seeker));
    index.apply(&seekers.into_iter().map(put).collect::<Vec<_>>(), 1).unwrap();
    index
}

fn prepared(seeker: &Seeker) -> PreparedSeeker<'_> {
    PreparedSeeker::new(Lexicon::get(), seeker, TODAY)
}

fn ids(found: Vec<Candidate>) -> Vec<String> {
    found.into_iter().map(|one| one.id).collect()
}

#[test]
fn nearest_work_first() {
    let index = with_positions(vec![
        vacancy("teacher", "小学语文教师"),
        vacancy("truck", "货运司机"),
        Vacancy { occupation: Some("4-02-02-02".into()), ..vacancy("coded", "长途运输") },
        Vacancy { division: Some("330106".into()), ..vacancy("truck elsewhere", "货运司机") },
        Vacancy { division: Some("320382".into()), ..vacancy("truck at home", "货运司机") },
        Vacancy { valid_until_day: Some(TODAY - 1), ..vacancy("expired", "货运司机") },
    ]);
    let driver = Seeker {
        experiences: vec![Experience { speciality: Some("vehicle_driving".into()), ..Experience::default() }],
        titles: vec!["货运司机".into()],
        places: vec!["3203".into()],
        ..seeker("1")
    };
    let found = ids(index.positions_for(&prepared(&driver), 10, 10));
    assert_eq!(found.len(), 5);
    assert_eq!(found[4], "teacher");
    let place = |id: &str| found.iter().position(|one| one == id);
    assert!(place("truck at home") < place("truck elsewhere"));
    assert_eq!(index.positions_for(&prepared(&driver), 1, 1).len(), 1);
    assert!(index.positions_for(&prepared(&driver), 0, 0).is_empty());
    // Nothing known: everything valid, in a stable order.
    assert_eq!(index.positions_for(&prepared(&seeker("2")), 10, 10).len(), 5);
}

/// Twenty good ones in the city must not hide a better one that names the province alone.
#[test]
fn a_province_alone_is_near_to_all_in_it() {
    let driver = |id: &str, division: &str| Vacancy {
        occupation: Some("4-02-02-02".into()),
        division: Some(division.into()),
        pay_fen_month: Some((500_000, 600_000)),
        ..vacancy(id, "货车司机")
    };
    let mut all: Vec<Vacancy> = (0..30).map(|at| driver(&format!("city {at:02}"), "320382")).collect();
    all.iter_mut().for_each(|one| one.pay_fen_month = Some((300_000, 450_000)));
    all.push(driver("province", "32"));
    let lives_there = Seeker {
        titles: vec!["货车司机".into()],
        division: Some("320382".into()),
        pay_fen_month_min: Some(420_000),
        ..seeker("1")
    };
    let found = with_positions(all).positions_for(&prepared(&lives_there), 25, 25);
    let found = ids(found);
    assert_eq!(found[0], "province", "{found:?}");
    let people: Vec<Seeker> = (0..30)
        .map(|at| Seeker {
            id: format!("names it {at:02}"),
            places: vec!["32".into()],
            pay_fen_month_min: Some(580_000),
            ..lives_there.clone()
        })
        .chain([Seeker { id: "there".into(), ..lives_there.clone() }])
        .collect();
    let found = with_people(people).people_for(&driver("v", "32"), TODAY, 25, 25);
    let found = ids(found);
    assert_eq!(found[0], "there", "{found:?}");
}

/// Twenty good ones in the city must not hide a better one in the next county, across the province's border.
#[test]
fn a_near_county_is_near_whatever_lies_between() {
    let (pei, weishan) = ("320322", "370826");
    let driver = |id: &str, division: &str, pay: i64| Vacancy {
        occupation: Some("4-02-02-02".into()),
        division: Some(division.into()),
        pay_fen_month: Some((300_000, pay)),
        ..vacancy(id, "货车司机")
    };
    let lives_there = Seeker {
        titles: vec!["货车司机".into()],
        division: Some(pei.into()),
        pay_fen_month_min: Some(440_000),
        ..seeker("1")
    };
    let mut all: Vec<Vacancy> = (0..30).map(|at| driver(&format!("city {at:02}"), pei, 450_000)).collect();
    all.push(Vacancy { pay_fen_month: Some((500_000, 600_000)), ..driver("near", weishan, 0) });
    let index = with_positions(all);
    let first = |seeker: &Seeker| ids(index.positions_for(&prepared(seeker), 25, 25)).swap_remove(0);
    assert_eq!(first(&lives_there), "near");
    assert_eq!(first(&Seeker { places: vec!["3203".into()], division: None, ..lives_there.clone() }), "near");
    assert_eq!(first(&Seeker { places: vec![pei.into()], distance_km_max: Some(30), ..lives_there.clone() }), "near");
    // And the other way round: the people around are content with less than those of the county.
    let content = [
        Seeker { id: "lives".into(), ..lives_there.clone() },
        Seeker { id: "names the city".into(), places: vec!["3203".into()], ..lives_there.clone() },
        Seeker { id: "names the province".into(), places: vec!["32".into()], ..lives_there.clone() },
        // Two hours away, but on the road anyway.
        Seeker {
            id: "travels".into(),
            division: Some("320324".into()),
            distance_km_max: Some(140),
            ..lives_there.clone()
        },
    ];
    for one in content {
        let demanding = (0..30).map(|at| Seeker {
            id: format!("there {at:02}"),
            division: Some(weishan.into()),
            pay_fen_month_min: Some(590_000),
            ..lives_there.clone()
        });
        let index = with_people(demanding.chain([one.clone()]).collect());
        let asks = Vacancy { pay_fen_month: Some((500_000, 600_000)), ..driver("v", weishan, 0) };
        let found = ids(index.people_for(&asks, TODAY, 25, 25));
        assert_eq!(found[0], one.id, "{found:?}");
    }
}

#[test]
fn positions_known_to_fail_are_left_out() {
    let index = with_positions(vec![
        Vacancy { degree_min: Some(5), ..vacancy("degree", "a") },
        Vacancy { division: Some("320382".into()), ..vacancy("place", "a") },
        Vacancy { requirements: vec![must(RequirementKind::DrivingLicence, "A2")], ..vacancy("licence", "a") },
    ]);
    let check = |seeker: Seeker, expected: &[&str]| {
        let mut found = ids(index.positions_for(&prepared(&seeker), 10, 10));
        found.sort();
        assert_eq!(found, expected);
    };
    check(seeker("1"), &["degree", "licence", "place"]);
    check(Seeker { degree: Some(4), ..seeker("1") }, &["licence", "place"]);
    check(Seeker { degree: Some(5), ..seeker("1") }, &["degree", "licence", "place"]);
    check(Seeker { certificates: licence("A1"), ..seeker("1") }, &["degree", "place"]);
    check(Seeker { certificates: licence("A2"), ..seeker("1") }, &["degree", "licence", "place"]);
    let refuses = Seeker { places_refused: vec!["32".into()], ..seeker("1") };
    check(refuses.clone(), &["degree", "licence"]);
    check(Seeker { places: vec!["320382".into()], ..refuses }, &["degree", "licence", "place"]);
}

#[test]
fn what_one_breach_alone_rules_out_is_a_near_miss() {
    let index = with_positions(vec![
        vacancy("open", "货车司机"),
        Vacancy { degree_min: Some(5), ..vacancy("degree", "货车司机") },
        Vacancy { division: Some("320382".into()), ..vacancy("place", "货车司机") },
        Vacancy {
            requirements: vec![must(RequirementKind::DrivingLicence, "A2")], ..vacancy("licence", "货车司机")
        },
        Vacancy {
            requirements: vec![must(RequirementKind::Certificate, "电工证")], ..vacancy("certificate", "会计")
        },
        Vacancy {
            degree_min: Some(5),
            requirements: vec![must(RequirementKind::DrivingLicence, "A2")],
            ..vacancy("two", "货车司机")
        },
        Vacancy { degree_min: Some(5), valid_until_day: Some(TODAY - 1), ..vacancy("expired", "货车司机") },
    ]);
    let driver = Seeker {
        titles: vec!["货车司机".into()],
        degree: Some(4),
        places_refused: vec!["32".into()],
        certificates: licence("B2"),
        ..seeker("1")
    };
    let mut found = ids(index.near_misses_for(&prepared(&driver), 10));
    assert_eq!(found.last().map(String::as_str), Some("certificate"), "the nearest work first: {found:?}");
    found.sort();
    assert_eq!(found, ["certificate", "degree", "licence", "place"]);
    assert_eq!(index.near_misses_for(&prepared(&driver), 2).len(), 2);
    assert!(index.near_misses_for(&prepared(&seeker("2")), 10).is_empty(), "nothing known is no breach");
}

#[test]
fn people_known_to_fail_are_left_out_and_not_counted() {
    let index = with_people(vec![
        seeker("unknown"),
        Seeker { degree: Some(2), ..seeker("low degree") },
        Seeker { degree: Some(5), ..seeker("high degree") },
        Seeker { certificates: licence("C1驾照"), ..seeker("car") },
        Seeker { certificates: licence("A2"), ..seeker("truck") },
        Seeker { certificates: licence("电工证"), ..seeker("electrician") },
        Seeker { places_refused: vec!["3203".into()], ..seeker("refuses") },
        Seeker {
            places_refused: vec!["3203".into()],
            places: vec!["320382".into()],
            ..seeker("refuses with exception")
        },
    ]);
    let check = |vacancy: &Vacancy, left_out: &[&str]| {
        let found = ids(index.people_for(vacancy, TODAY, 100, 100));
        assert_eq!(found.len(), 8 - left_out.len(), "{found:?}");
        assert_eq!(index.count_people_for(vacancy).unwrap(), found.len());
        assert!(left_out.iter().all(|id| !found.contains(&(*id).to_owned())), "{found:?}");
    };
    let plain = vacancy("v", "货车司机");
    check(&plain, &[]);
    check(&Vacancy { degree_min: Some(3), ..plain.clone() }, &["low degree"]);
    check(&Vacancy { degree_min: Some(0), ..plain.clone() }, &[]);
    check(&Vacancy { division: Some("320382".into()), ..plain.clone() }, &["refuses"]);
    let asks = |kind, name| Vacancy { requirements: vec![must(kind, name)], ..plain.clone() };
    check(&asks(RequirementKind::DrivingLicence, "B2"), &["car", "electrician"]);
    check(&asks(RequirementKind::Certificate, "B2驾驶证"), &["car", "electrician"]);
    check(&asks(RequirementKind::Certificate, "电工证"), &["car", "truck"]);
    check(&asks(RequirementKind::Certificate, "谁也没有听说过的证"), &[]);
    check(&asks(RequirementKind::Skill, "潜水"), &[]);
    let expired = Vacancy { valid_until_day: Some(TODAY - 1), ..plain };
    assert!(index.people_for(&expired, TODAY, 100, 100).is_empty());
}

#[test]
fn people_by_wish_past_and_skill() {
    let index = with_people(vec![
        Seeker { titles: vec!["小学语文教师".into()], ..seeker("teacher") },
        Seeker { titles: vec!["叉车工".into()], ..seeker("wishes") },
        Seeker {
            titles: vec!["叉车工".into()],
            skills: vec![Skill { name: "开叉车".into(), experience: None }],
            ..seeker("wishes and can")
        },
    ]);
    let forklift =
        Vacancy { requirements: vec![must(RequirementKind::Skill, "叉车操作")], ..vacancy("v", "叉车工") };
    let found = ids(index.people_for(&forklift, TODAY, 10, 10));
    assert_eq!(found, ["wishes and can", "wishes", "teacher"]);
}
