//! The two people a visitor becomes with one click: their profiles leave no field empty, so that their
//! matches show everything an explanation can say.

use chrono::{Datelike, Duration};

use crate::people::model::{
    Branch, Category, Certificate, Education, Experience, Intentions, Profile, Rank, ServicePeriod, ShiftAnswer, Skill,
    Speciality,
};
use crate::types::money::Fen;
use crate::types::region::Level;
use crate::types::work::{Degree, Shift};

use super::profiles::{Subject, certificate_kind};

/// Of both, in years.
pub const AGE: i32 = 35;

/// A mechanic of eleven years' service who has worked in a garage since.
pub fn veteran(subject: Subject) -> Profile {
    let this_year = subject.today.year();
    let left = this_year - 5;
    let service = ServicePeriod {
        id: "service-1".to_owned(),
        branch: Branch::Army,
        from_year: left - 11,
        to_year: Some(left),
        category: Some(Category::SelfEmployedSergeant),
        rank: Some(if left > 2022 { Rank::StaffSergeant2 } else { Rank::StaffSergeant }),
        post_group: Some("班长".to_owned()),
        specialities: vec![speciality("vehicle_repair", "汽车修理工"), speciality("vehicle_driving", "驾驶班长")],
        text: "在修理分队修运输车十一年，从学徒到带班，带过六名新兵。野外抢修发动机和底盘，年底车辆完好率一直靠前。"
            .to_owned(),
    };
    let experiences = vec![
        work(
            "work-1",
            "商用车维修工",
            (left, this_year - 2),
            "在运输车队的修理车间修货车和客车，会柴油机、制动和变速箱。",
        ),
        work("work-2", "汽车维修工", (this_year - 2, this_year), "修乘用车机电，学了新能源汽车三电检修，带一名徒弟。"),
    ];
    let skills = [
        ("汽车维修", "service-1"),
        ("发动机维修", "service-1"),
        ("底盘维修", "service-1"),
        ("汽车保养", "service-1"),
        ("安全驾驶", "service-1"),
        ("班组管理", "service-1"),
        ("汽车故障诊断", "work-1"),
        ("汽车电路维修", "work-2"),
        ("新能源汽车维修", "work-2"),
        ("新人带教", "work-2"),
    ];
    Profile {
        degree: Some(Degree::JuniorCollege),
        service: vec![service],
        educations: vec![education(Degree::JuniorCollege, "汽车检测与维修技术", left)],
        certificates: certificates(
            subject,
            &[("汽车维修工证", 1_400, None), ("电工证", 300, Some(6)), ("B2", 4_000, None), ("C1", 5_200, None)],
        ),
        experiences,
        skills: skills.iter().map(|(name, shown_by)| skill(name, shown_by)).collect(),
        intentions: Intentions {
            occupations: texts(&["4-12-01-01", "6-31-01-09", "6-31-01-02"]),
            titles: texts(&["汽车维修工", "商用车维修工", "新能源汽车维修技师"]),
            pay_min_fen_month: Some(Fen::new(700_000)),
            shifts: shifts(&[
                (Shift::Day, true),
                (Shift::Rotating, true),
                (Shift::Night, false),
                (Shift::Flexible, true),
            ]),
            ..intentions(subject)
        },
    }
}

/// A bookkeeper who moved with her husband's posting.
pub fn spouse(subject: Subject) -> Profile {
    let this_year = subject.today.year();
    let experiences = vec![
        work("work-1", "出纳", (this_year - 12, this_year - 9), "管现金和银行日记账，报销审核，从无差错。"),
        work(
            "work-2",
            "会计",
            (this_year - 9, this_year - 1),
            "在制造企业做全盘账，独立申报纳税，编制财务报表，参加过年度审计。",
        ),
    ];
    let skills = [
        ("出纳业务", "work-1"),
        ("报销审核", "work-1"),
        ("财务核算", "work-2"),
        ("纳税申报", "work-2"),
        ("财务报表", "work-2"),
        ("成本核算", "work-2"),
        ("金蝶", "work-2"),
        ("Excel", "work-2"),
    ];
    Profile {
        degree: Some(Degree::Bachelor),
        service: Vec::new(),
        educations: vec![education(Degree::Bachelor, "会计学", this_year - 12)],
        certificates: certificates(
            subject,
            &[("会计初级", 3_600, None), ("会计中级", 1_100, None), ("C1", 3_000, None)],
        ),
        experiences,
        skills: skills.iter().map(|(name, shown_by)| skill(name, shown_by)).collect(),
        intentions: Intentions {
            occupations: texts(&["2-06-03-00"]),
            titles: texts(&["会计", "总账会计", "出纳"]),
            pay_min_fen_month: Some(Fen::new(550_000)),
            shifts: shifts(&[
                (Shift::Day, true),
                (Shift::Flexible, true),
                (Shift::Night, false),
                (Shift::Rotating, false),
            ]),
            ..intentions(subject)
        },
    }
}

/// In the county, within reach, at home, at once.
fn intentions(subject: Subject) -> Intentions {
    Intentions {
        places: subject.division.at_level(Level::County).into_iter().collect(),
        distance_km_max: Some(30),
        housing_needed: Some(false),
        available_from: Some(subject.today),
        ..Intentions::default()
    }
}

fn speciality(code: &str, title: &str) -> Speciality {
    Speciality { code: Some(code.to_owned()), title: title.to_owned() }
}

fn work(id: &str, title: &str, (from, to): (i32, i32), text: &str) -> Experience {
    Experience {
        id: id.to_owned(),
        title: title.to_owned(),
        from_year: Some(from),
        to_year: Some(to),
        text: text.to_owned(),
    }
}

fn education(degree: Degree, major: &str, year: i32) -> Education {
    Education { degree, school: None, major: Some(major.to_owned()), year: Some(year) }
}

fn skill(name: &str, shown_by: &str) -> Skill {
    Skill { name: name.to_owned(), experience_id: Some(shown_by.to_owned()) }
}

/// Each with the days since it was issued and the years it is good for.
fn certificates(subject: Subject, all: &[(&str, i64, Option<i64>)]) -> Vec<Certificate> {
    let certificates = all.iter().map(|(name, days, years)| {
        let issued_on = subject.today - Duration::days(*days);
        let expires_on = years.map(|years| issued_on + Duration::days(years * 365));
        Certificate { kind: certificate_kind(name), name: (*name).to_owned(), issued_on: Some(issued_on), expires_on }
    });
    certificates.collect()
}

fn shifts(answers: &[(Shift, bool)]) -> Vec<ShiftAnswer> {
    answers.iter().map(|(shift, accepted)| ShiftAnswer { shift: *shift, accepted: *accepted }).collect()
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}
