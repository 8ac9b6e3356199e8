//! The words of work that people and positions share: degrees, shifts, yes and no with a third value.

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
