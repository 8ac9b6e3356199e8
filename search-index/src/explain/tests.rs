//! What the explanation promises, as tables and as properties.

mod apart;
mod places;
pub(crate) mod properties;
mod ranking;
pub(crate) mod world;

use super::*;
use crate::{Certificate, Experience, RequirementKind, Shift, Skill};
use world::{TODAY, certificate, must, nice, seeker, vacancy};

fn explained(seeker: &Seeker, vacancy: &Vacancy) -> Match {
    explain(Lexicon::get(), seeker, vacancy, TODAY)
}

fn lines(found: &Match, kind: PartKind) -> Vec<&Line> {
    let parts = found.parts.iter().filter(|part| part.kind == kind);
    parts.flat_map(|part| &part.lines).collect()
}

fn codes(found: &Match, kind: PartKind) -> Vec<&str> {
    lines(found, kind).into_iter().map(|line| line.code.as_str()).collect()
}

fn blocks(found: &Match) -> Vec<&str> {
    found.blocks.iter().map(|line| line.code.as_str()).collect()
}

/// A new field has to be looked at here: does a score read it, and may it? Sex, age, household
/// registration, ethnicity and disability never may.
#[test]
fn the_engine_reads_these_fields_and_no_others() {
    let Vacancy {
        id: _,
        title: _,
        occupation: _,
        description: _,
        employer: _,
        employer_name: _,
        division: _,
        pay_fen_month: _,
        degree_min: _,
        experience_years_min: _,
        shift: _,
        housing: _,
        veteran_preference: _,
        requirements: _,
        published_day: _,
        valid_until_day: _,
        duplicate_group: _,
    } = Vacancy::default();
    let Seeker {
        id: _,
        occupations: _,
        titles: _,
        experiences: _,
        skills: _,
        certificates: _,
        degree: _,
        division: _,
        places: _,
        places_refused: _,
        distance_km_max: _,
        pay_fen_month_min: _,
        shifts: _,
        housing_needed: _,
        available_from_day: _,
    } = Seeker::default();
    let Experience { id: _, title: _, years: _, text: _, speciality: _ } = Experience::default();
    let Skill { name: _, experience: _ } = Skill::default();
    let Certificate { name: _, expires_day: _ } = Certificate::default();
}

#[test]
fn an_empty_profile_has_no_fit_but_three_questions() {
    let found = explained(&Seeker::default(), &vacancy());
    assert_eq!((found.fit, found.coverage), (None, 0));
    assert!(found.blocks.is_empty());
    let fields: Vec<&str> = found.ask.iter().map(|question| question.field.as_str()).collect();
    assert_eq!(fields, ["occupations", "certificates", "places"]);
    assert!(found.parts.iter().all(|part| part.points == 0 && part.points_max == 0));
}

#[test]
fn place_and_pay_alone_make_no_fit() {
    let known = Seeker {
        places: vec!["320382".into()],
        pay_fen_month_min: Some(1),
        degree: Some(7),
        shifts: vec![(Shift::Day, true)],
        housing_needed: Some(false),
        ..Seeker::default()
    };
    let found = explained(&known, &vacancy());
    assert_eq!(found.fit, None);
    assert!(found.coverage > 20, "{}", found.coverage);
}

#[test]
fn all_met_is_100() {
    let found = explained(&seeker(), &vacancy());
    assert_eq!((found.fit, found.coverage, blocks(&found)), (Some(100), 100, vec![]));
    assert!(found.ask.is_empty());
}

#[test]
fn hard_requirements_block_only_when_known_to_fail() {
    let check = |change: fn(&mut Seeker, &mut Vacancy), expected: &[&str]| {
        let (mut seeker, mut vacancy) = (seeker(), vacancy());
        change(&mut seeker, &mut vacancy);
        assert_eq!(blocks(&explained(&seeker, &vacancy)), expected);
    };
    check(|_, _| {}, &[]);
    check(|seeker, _| seeker.degree = Some(2), &["degree_below"]);
    check(|seeker, _| seeker.degree = None, &[]);
    check(|seeker, _| seeker.certificates = vec![], &[]);
    check(|seeker, _| seeker.certificates = vec![certificate("C1", None)], &["licence_missing"]);
    check(|seeker, _| seeker.certificates = vec![certificate("A2", Some(TODAY))], &[]);
    check(|seeker, _| seeker.certificates = vec![certificate("A2", Some(TODAY - 1))], &["certificate_expired"]);
    // One that has run out and one that has not.
    check(
        |seeker, _| {
            seeker.certificates = vec![certificate("A2", Some(TODAY - 1)), certificate("B2", Some(TODAY + 1))];
        },
        &[],
    );
    check(
        |seeker, vacancy| {
            vacancy.requirements = vec![must(RequirementKind::Certificate, "电工证")];
            seeker.certificates = vec![certificate("低压电工证", Some(TODAY - 1))];
        },
        &["certificate_expired"],
    );
    check(|_, vacancy| vacancy.requirements.push(must(RequirementKind::Skill, "潜水")), &[]);
    check(|_, vacancy| vacancy.requirements.push(nice(RequirementKind::DrivingLicence, "A1")), &[]);
    check(|seeker, _| seeker.places_refused = vec!["3203".into()], &["place_refused"]);
    check(
        |seeker, _| {
            seeker.places_refused = vec!["3203".into()];
            seeker.places = vec!["320382".into()];
        },
        &[],
    );
    check(|seeker, _| seeker.places_refused = vec!["320382".into()], &["place_refused"]);
    check(|seeker, _| seeker.places_refused = vec!["320382104".into()], &[]);
    check(|seeker, _| seeker.shifts = vec![(Shift::Day, false)], &[]);
    check(|seeker, _| seeker.pay_fen_month_min = Some(i64::MAX), &[]);
}

#[test]
fn unknown_counts_against_coverage_only() {
    let check = |change: fn(&mut Seeker), kind: PartKind, field: &str| {
        let mut seeker = seeker();
        change(&mut seeker);
        let found = explained(&seeker, &vacancy());
        assert_eq!(found.fit, Some(100), "{kind:?}");
        assert!(found.coverage < 100, "{kind:?}");
        assert!(lines(&found, kind).iter().any(|line| line.verdict == Verdict::Unknown));
        assert_eq!(found.ask.first().map(|question| question.field.as_str()), Some(field));
        let missing = 100 - found.coverage;
        assert!(found.ask[0].coverage.abs_diff(missing) <= 1, "{kind:?}");
    };
    check(|seeker| seeker.degree = None, PartKind::Degree, "degree");
    check(|seeker| seeker.shifts.clear(), PartKind::Shift, "shifts");
    check(|seeker| seeker.pay_fen_month_min = None, PartKind::Pay, "pay_fen_month_min");
    check(|seeker| seeker.housing_needed = None, PartKind::Housing, "housing_needed");
    check(|seeker| seeker.certificates.clear(), PartKind::Skills, "certificates");
    check(|seeker| seeker.experiences[0].years = None, PartKind::Experience, "experiences");
    check(|seeker| (seeker.places, seeker.division) = (vec![], None), PartKind::Place, "places");
}

#[test]
fn what_nobody_asked_is_left_out() {
    let bare = Vacancy { title: "货车司机".into(), ..Vacancy::default() };
    let found = explained(&seeker(), &bare);
    let kinds: Vec<PartKind> = found.parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds, [PartKind::Occupation]);
    assert_eq!((found.fit, found.coverage), (Some(100), 100));
    let nothing = explained(&seeker(), &Vacancy::default());
    assert_eq!((nothing.fit, nothing.coverage, nothing.parts.len()), (None, 0, 0));
}

#[test]
fn occupation_names_its_evidence() {
    let check = |change: fn(&mut Seeker), code: &str, evidence: Option<&str>| {
        let mut seeker = Seeker::default();
        change(&mut seeker);
        let found = explained(&seeker, &vacancy());
        let line = lines(&found, PartKind::Occupation)[0];
        assert_eq!((line.code.as_str(), line.evidence.as_deref()), (code, evidence));
    };
    check(|_| {}, "occupation_unknown", None);
    check(|seeker| seeker.occupations = vec!["4-02-02-02".into()], "occupation_wanted", Some("occupation:4-02-02-02"));
    check(|seeker| seeker.titles = vec!["货运司机".into()], "title_wanted", Some("title:货运司机"));
    check(
        |seeker| {
            seeker.experiences =
                vec![Experience { id: "e".into(), title: "卡车司机".into(), ..Experience::default() }];
        },
        "experience_alike",
        Some("experience:e"),
    );
    check(
        |seeker| {
            seeker.experiences =
                vec![Experience { speciality: Some("vehicle_driving".into()), ..Experience::default() }];
        },
        "speciality_leads",
        Some("speciality:vehicle_driving"),
    );
    check(|seeker| seeker.titles = vec!["小学语文教师".into()], "occupation_other", None);
}

#[test]
fn skills_count_by_their_evidence() {
    // Each way to show a skill, the best first.
    type Way = fn(&mut Seeker);
    let ways: [(&str, Way); 4] = [
        ("skill_shown", |seeker| {
            seeker.skills = vec![Skill { name: "焊接".into(), experience: Some("e".into()) }];
        }),
        ("skill_in_experience", |seeker| seeker.experiences[0].text = "负责焊接".into()),
        ("skill_claimed", |seeker| {
            seeker.skills = vec![Skill { name: "焊接".into(), experience: None }];
        }),
        ("skill_unknown", |_| {}),
    ];
    let welder = Vacancy { requirements: vec![nice(RequirementKind::Skill, "焊接")], ..Vacancy::default() };
    let mut before = None;
    for (code, change) in ways {
        let experience = Experience { id: "e".into(), ..Experience::default() };
        let mut seeker = Seeker { experiences: vec![experience], ..Seeker::default() };
        change(&mut seeker);
        let found = explained(&seeker, &welder);
        assert_eq!(codes(&found, PartKind::Skills), [code]);
        assert!(before.is_none_or(|before| found.fit < before), "{code}");
        before = Some(found.fit);
    }
}

#[test]
fn a_nice_skill_is_missing_only_after_others_were_shown() {
    let asked = |requirement| Vacancy { requirements: vec![requirement], ..Vacancy::default() };
    let skilled = Seeker { skills: vec![Skill { name: "叉车操作".into(), experience: None }], ..Seeker::default() };
    let check = |seeker: &Seeker, requirement, expected: &str| {
        assert_eq!(codes(&explained(seeker, &asked(requirement)), PartKind::Skills), [expected]);
    };
    check(&skilled, nice(RequirementKind::Skill, "潜水"), "skill_missing");
    check(&skilled, must(RequirementKind::Skill, "潜水"), "skill_unknown");
    check(&Seeker::default(), nice(RequirementKind::Skill, "潜水"), "skill_unknown");
    // Another spelling of the same skill.
    check(&skilled, must(RequirementKind::Skill, "开叉车"), "skill_claimed");
    // A paper tells of its holder whether or not it is valid still: renewing it must lower nothing.
    for expires_day in [None, Some(TODAY - 1)] {
        let certificates = vec![Certificate { name: "电工证".into(), expires_day }];
        let told = Seeker { certificates, ..Seeker::default() };
        check(&told, nice(RequirementKind::Skill, "潜水"), "skill_missing");
    }
}

#[test]
fn place_by_the_narrowest_word() {
    let check = |places: &[&str], refused: &[&str], home: Option<&str>, expected: &str| {
        let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        let seeker = Seeker {
            places: owned(places),
            places_refused: owned(refused),
            division: home.map(str::to_owned),
            ..Seeker::default()
        };
        let found = explained(&seeker, &vacancy());
        assert_eq!(codes(&found, PartKind::Place), [expected], "{places:?} {refused:?} {home:?}");
    };
    check(&["32"], &[], None, "place_within");
    check(&["320300"], &[], None, "place_within");
    check(&["32"], &["3203"], None, "place_refused");
    check(&["32", "320382"], &["3203"], None, "place_within");
    check(&["320382104"], &[], None, "place_wider");
    check(&["320382104"], &[], Some("320382"), "place_wider");
    check(&["320305"], &[], None, "place_near_wanted");
    check(&["320371"], &[], None, "place_near");
    check(&["11"], &[], Some("320382"), "place_far_from_wanted");
    check(&["320576"], &[], Some("320382"), "place_outside");
    check(&[], &[], Some("320382104001"), "place_home");
    check(&[], &[], Some("320305"), "place_near_home");
    check(&[], &[], Some("320102"), "place_far_from_home");
    check(&[], &[], Some("320371"), "place_home_city");
    check(&[], &[], Some("320576"), "place_home_province");
    check(&[], &[], Some("340176"), "place_far");
    check(&[], &[], None, "place_unknown");
    check(&["nowhere"], &[], None, "place_unknown");
}

#[test]
fn pay_by_the_range() {
    let check = |wanted: i64, range: (i64, i64), expected: &str| {
        let seeker = Seeker { pay_fen_month_min: Some(wanted), ..Seeker::default() };
        let vacancy = Vacancy { pay_fen_month: Some(range), ..Vacancy::default() };
        assert_eq!(codes(&explained(&seeker, &vacancy), PartKind::Pay), [expected], "{wanted} {range:?}");
    };
    check(500_000, (500_000, 800_000), "pay_meets");
    check(500_001, (500_000, 800_000), "pay_within");
    check(800_000, (500_000, 800_000), "pay_within");
    check(880_000, (500_000, 800_000), "pay_close");
    check(900_000, (500_000, 800_000), "pay_below");
    check(500_000, (800_000, 500_000), "pay_meets");
    check(i64::MAX, (i64::MIN, i64::MAX), "pay_within");
    check(i64::MIN, (0, 0), "pay_meets");
}

#[test]
fn years_of_related_work() {
    let check = |experiences: &[(&str, Option<f32>)], expected: &str| {
        let experience = |(title, years): &(&str, Option<f32>)| Experience {
            title: (*title).to_owned(),
            years: *years,
            ..Experience::default()
        };
        let seeker = Seeker { experiences: experiences.iter().map(experience).collect(), ..Seeker::default() };
        let found = explained(&seeker, &vacancy());
        assert_eq!(codes(&found, PartKind::Experience), [expected], "{experiences:?}");
    };
    check(&[("货车司机", Some(3.0))], "experience_enough");
    check(&[("货车司机", Some(1.0)), ("卡车司机", Some(2.0))], "experience_enough");
    check(&[("货车司机", Some(1.0))], "experience_short");
    check(&[("小学语文教师", Some(30.0))], "experience_none");
    check(&[("货车司机", None)], "experience_unknown");
    check(&[("货车司机", Some(f32::NAN))], "experience_unknown");
    check(&[("", Some(9.0))], "experience_unknown");
    check(&[], "experience_unknown");
}
