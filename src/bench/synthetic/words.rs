//! The words that rows are made of: our dictionaries, and phrases written for this purpose.

use std::collections::BTreeMap;

/// The dictionaries as text. The engine embeds the same files; what it makes of them cannot be listed.
const OCCUPATIONS: &str = include_str!("../../../search-index/dictionaries/occupations.tsv");
const SKILLS: &str = include_str!("../../../search-index/dictionaries/skills.tsv");
const DIVISIONS: &str = include_str!("../../types/divisions.tsv");

/// An occupation with the ways to call it.
pub struct Occupation {
    pub code: &'static str,
    pub titles: Vec<&'static str>,
    pub definition: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkillKind {
    Skill,
    Certificate,
    Driving,
    Language,
}

/// What stands around the title in a posting's title.
pub const BEFORE: [&str; 8] = ["急招", "高薪", "资深", "高级", "初级", "诚聘", "储备", "实习"];
pub const AFTER: [&str; 12] = [
    "（双休）",
    "+五险一金",
    "（包住）",
    "主管",
    "（可实习）",
    "+年底双薪",
    "/助理",
    "（接受转行）",
    " 8k起",
    "（近地铁）",
    "组长",
    "+带薪年假",
];

/// Sentences that stand in most postings, whatever the work.
pub const CONDITIONS: [&str; 24] = [
    "吃苦耐劳，服从安排，有团队合作精神。",
    "做事认真细致，责任心强，能承受一定的工作压力。",
    "具有良好的沟通能力和服务意识。",
    "有相关工作经验者优先，条件优秀者可适当放宽。",
    "试用期一至三个月，转正后缴纳五险一金。",
    "每周工作五天，法定节假日正常休息。",
    "提供免费工作餐，可安排住宿。",
    "公司提供系统的岗前培训和晋升通道。",
    "能适应短期出差和临时加班。",
    "遵守公司规章制度，按时完成上级交办的任务。",
    "熟练使用常用办公软件，能独立撰写报告。",
    "身体健康，无不良嗜好，品行端正。",
    "节日福利、生日礼金、年度体检一应俱全。",
    "表现突出者每年有两次调薪机会。",
    "协助部门负责人做好日常管理和资料归档。",
    "定期检查设备运行情况，发现问题及时上报。",
    "负责与客户和供应商的日常对接。",
    "按照标准流程作业，做好现场安全和卫生。",
    "参与制订年度计划并组织实施。",
    "收集、整理和分析数据，形成书面材料。",
    "配合完成项目验收和售后服务。",
    "学习能力强，愿意接受新事物。",
    "工作地点就近分配，上下班有班车。",
    "欢迎退役军人和应届毕业生投递简历。",
];

/// Everybody's ways to mention a skill.
pub const SKILL_PHRASES: [&str; 6] = ["熟悉", "熟练掌握", "具备一定的", "了解", "有实际使用经验：", "能够独立运用"];

/// Every occupation of civilian work: groups and the armed forces (7) are left out.
pub fn occupations() -> Vec<Occupation> {
    let mut all = Vec::new();
    for [code, name, aliases, definition] in rows(OCCUPATIONS) {
        if definition.is_empty() || code.starts_with('7') || code.starts_with("1-0") {
            continue;
        }
        let titles = std::iter::once(name).chain(values(aliases)).filter(|title| title.chars().count() <= 20);
        all.push(Occupation { code, titles: titles.collect(), definition });
    }
    all
}

/// Every skill, certificate, language and driving class.
pub fn skills() -> Vec<(&'static str, SkillKind)> {
    let kind = |text| match text {
        "certificate" => SkillKind::Certificate,
        "driving" => SkillKind::Driving,
        "language" => SkillKind::Language,
        _ => SkillKind::Skill,
    };
    rows(SKILLS).map(|[name, _, text]| (name, kind(text))).collect()
}

/// Cities with the counties in them.
pub fn cities() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for [code, _, _] in rows(DIVISIONS) {
        if code.len() == 6 {
            all.entry(&code[..4]).or_default().push(code);
        }
    }
    all.into_iter().collect()
}

/// The rows after comments and the header; missing columns are empty.
fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or("").trim())
    })
}

fn values(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split('｜').map(str::trim).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionaries_are_read() {
        assert!(occupations().len() > 1_400);
        assert!(occupations().iter().all(|one| !one.titles.is_empty() || one.definition.len() > 3));
        assert!(skills().contains(&("B2", SkillKind::Driving)));
        assert!(
            cities().len() > 330
                && cities().iter().all(|(city, inside)| inside.iter().all(|one| one.starts_with(city)))
        );
    }
}
