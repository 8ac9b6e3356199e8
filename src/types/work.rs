//! The words of work that people and positions share: degrees, shifts, yes and no with a third value.

use search_index::{EducationLevel, EducationLevels};

use crate::coded;

coded! {
    /// 学历. The order is the rank that the matching engine compares.
    pub enum Degree {
        /// 不限: nothing is asked, or nothing was finished.
        None = "none",
        /// 小学
        Primary = "primary",
        /// 初中
        JuniorMiddle = "junior_middle",
        /// 高中、中专、技校
        SeniorMiddle = "senior_middle",
        /// 大专、高职
        JuniorCollege = "junior_college",
        /// 本科
        Bachelor = "bachelor",
        /// 硕士
        Master = "master",
        /// 博士
        Doctor = "doctor",
    }
}

impl Degree {
    /// 0 (none) … 7 (doctor).
    pub fn rank(self) -> u8 {
        self as u8
    }

    pub fn from_rank(rank: u8) -> Option<Degree> {
        Degree::ALL.get(usize::from(rank)).copied()
    }

    /// What the dictionary says of it: names, labels, codes of the standard.
    pub fn level(self) -> &'static EducationLevel {
        EducationLevels::get().by_rank(self.rank()).expect("the dictionary has a row for each rank")
    }

    /// The degree that a field about somebody's education names; of several the lowest.
    pub fn held(text: &str) -> Option<Degree> {
        EducationLevels::get().held(text).and_then(|level| Degree::from_rank(level.rank))
    }

    /// The least degree that a field about a position's demand names: 初中及以下 asks nothing.
    pub fn asked(text: &str) -> Option<Degree> {
        EducationLevels::get().asked(text).and_then(|level| Degree::from_rank(level.rank))
    }
}

coded! {
    /// 班制
    pub enum Shift {
        /// 长白班
        Day = "day",
        /// 夜班
        Night = "night",
        /// 倒班
        Rotating = "rotating",
        /// 弹性工作
        Flexible = "flexible",
    }
}

coded! {
    /// What a requirement or a qualification is about.
    pub enum RequirementKind {
        Skill = "skill",
        Certificate = "certificate",
        /// 准驾车型
        DrivingLicence = "driving_licence",
        Language = "language",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_degree_has_its_row_in_the_dictionary() {
        let codes: Vec<&str> = EducationLevels::get().all().iter().map(|level| level.code.as_str()).collect();
        assert_eq!(codes, Degree::CODES);
        for degree in Degree::ALL {
            assert_eq!(Degree::held(&degree.level().name), Some(*degree), "what an export writes is read again");
        }
    }
}
