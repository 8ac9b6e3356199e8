//! Reads a person and a position out of free text, for measuring on sets that have nothing else.
//!
//! Deliberately plain: labelled lines where there are any, dictionary names anywhere. What is not
//! found stays unknown, as in the product.

use crate::{Certificate, EducationLevels, Experience, Lexicon, Requirement, RequirementKind, Seeker, Skill, Vacancy};

/// Labels before the work wanted or offered.
const TITLE_LABELS: [&str; 11] = [
    "期望职位",
    "求职意向",
    "意向岗位",
    "应聘岗位",
    "目标职位",
    "职位名称",
    "岗位名称",
    "招聘岗位",
    "招聘职位",
    "职位",
    "岗位",
];
/// Characters of a first line that can still be a title.
const TITLE_CHARS_MAX: usize = 30;
/// A person from a CV.
pub(super) fn seeker(lexicon: &Lexicon, id: &str, text: &str) -> Seeker {
    let is_paper =
        |kind: &RequirementKind| matches!(kind, RequirementKind::Certificate | RequirementKind::DrivingLicence);
    let (certificates, skills): (Vec<_>, Vec<_>) =
        named(lexicon, text).into_iter().partition(|(kind, _)| is_paper(kind));
    let experience = Experience {
        id: "text".to_owned(),
        title: title(text).unwrap_or("").to_owned(),
        years: years(text),
        text: text.to_owned(),
        speciality: None,
    };
    Seeker {
        id: id.to_owned(),
        titles: title(text).into_iter().map(str::to_owned).collect(),
        skills: skills.into_iter().map(|(_, name)| Skill { name, experience: None }).collect(),
        certificates: certificates.into_iter().map(|(_, name)| Certificate { name, expires_day: None }).collect(),
        experiences: vec![experience],
        degree: EducationLevels::get().named_in(text).filter(|rank| *rank > 0).max(),
        ..Seeker::default()
    }
}

/// A position from a posting. Everything it names is nice to have: free text does not say what is a
/// must.
pub(super) fn vacancy(lexicon: &Lexicon, id: &str, text: &str) -> Vacancy {
    let asked = |(kind, name)| Requirement { kind, name, must: false };
    Vacancy {
        id: id.to_owned(),
        title: title(text).unwrap_or("").to_owned(),
        description: text.to_owned(),
        // The lowest degree named is the least that is asked.
        degree_min: EducationLevels::get().named_in(text).min(),
        experience_years_min: years(text).map(|years| years as u8),
        requirements: named(lexicon, text).into_iter().map(asked).collect(),
        ..Vacancy::default()
    }
}

/// What the text names of the dictionary, by kind.
fn named(lexicon: &Lexicon, text: &str) -> Vec<(RequirementKind, String)> {
    let kind = |name: &str| lexicon.skill_kind(name).unwrap_or(RequirementKind::Skill);
    lexicon.skills_in(text).into_iter().map(|name| (kind(name), name.to_owned())).collect()
}

/// What follows a label, or a first line short enough to be a title.
fn title(text: &str) -> Option<&str> {
    let is_title = |text: &&str| (1..=TITLE_CHARS_MAX).contains(&text.chars().count());
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let labelled = TITLE_LABELS.iter().find_map(|label| {
        lines().find_map(|line| {
            let rest = line.split_once(label)?.1.trim_start();
            let rest = rest.strip_prefix(['：', ':'])?;
            rest.split([',', '，', ';', '；', '。', '|']).next().map(str::trim)
        })
    });
    labelled.filter(is_title).or_else(|| lines().next().filter(is_title))
}

/// The first number that stands before 年 and is a length of time, not a date.
fn years(text: &str) -> Option<f32> {
    text.match_indices('年').find_map(|(at, _)| {
        let digits = text[..at].trim_end().trim_end_matches(['+', '＋']);
        let number: String = digits.chars().rev().take_while(char::is_ascii_digit).collect();
        let number: u8 = number.chars().rev().collect::<String>().parse().ok()?;
        (1..=50).contains(&number).then_some(f32::from(number))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(title(text), expected, "{text}");
        check("姓名：某\n求职意向：货车司机，配送员", Some("货车司机"));
        check("保安队长\n负责小区秩序", Some("保安队长"));
        check(&"很长的一行".repeat(20), None);
        check("", None);
    }

    #[test]
    fn lengths_of_time() {
        let check = |text: &str, expected: Option<f32>| assert_eq!(years(text), expected, "{text}");
        check("3年以上经验", Some(3.0));
        check("2019年起，工作 5+ 年", Some(5.0));
        check("多年", None);
    }

    #[test]
    fn a_person_and_a_position_meet() {
        let lexicon = Lexicon::get();
        let person = seeker(lexicon, "1", "求职意向：电工\n持有电工证，大专学历，3年经验");
        let position = vacancy(lexicon, "2", "职位名称：维修电工\n高中以上，2年以上工作经验");
        assert_eq!((person.degree, position.degree_min), (Some(4), Some(3)));
        assert_eq!((person.titles, position.title), (vec!["电工".to_owned()], "维修电工".to_owned()));
        assert_eq!(position.experience_years_min, Some(2));
    }
}
