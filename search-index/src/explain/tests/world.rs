//! A driver and a position for drivers that fit in everything.

use crate::{Certificate, Experience, Requirement, RequirementKind, Seeker, Shift, Skill, Vacancy};

pub const TODAY: i32 = 20_000;

pub fn must(kind: RequirementKind, name: &str) -> Requirement {
    Requirement { kind, name: name.to_owned(), must: true }
}

pub fn nice(kind: RequirementKind, name: &str) -> Requirement {
    Requirement { kind, name: name.to_owned(), must: false }
}

pub fn certificate(name: &str, expires_day: Option<i32>) -> Certificate {
    Certificate { name: name.to_owned(), expires_day }
}

pub fn vacancy() -> Vacancy {
    Vacancy {
        id: "v".into(),
        title: "货车司机".into(),
        occupation: Some("4-02-02-02".into()),
        division: Some("320382".into()),
        pay_fen_month: Some((600_000, 900_000)),
        degree_min: Some(3),
        experience_years_min: Some(3),
        shift: Some(Shift::Day),
        housing: Some(true),
        veteran_preference: true,
        requirements: vec![must(RequirementKind::DrivingLicence, "B2"), nice(RequirementKind::Skill, "大货车驾驶")],
        ..Vacancy::default()
    }
}

pub fn seeker() -> Seeker {
    Seeker {
        id: "s".into(),
        occupations: vec!["4-02-02-02".into()],
        titles: vec!["货车司机".into()],
        experiences: vec![Experience {
            id: "e".into(),
            title: "货车司机".into(),
            years: Some(5.0),
            ..Experience::default()
        }],
        skills: vec![Skill { name: "大货车驾驶".into(), experience: Some("e".into()) }],
        certificates: vec![certificate("A2", None)],
        degree: Some(4),
        division: Some("320382".into()),
        places: vec!["3203".into()],
        pay_fen_month_min: Some(600_000),
        shifts: vec![(Shift::Day, true)],
        housing_needed: Some(true),
        ..Seeker::default()
    }
}
