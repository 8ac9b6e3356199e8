//! A finding of the engine in Chinese words, for a terminal and for files. The web page has words of its own.

use search_index::{EducationLevels, Line, Match, PartKind, Question, Verdict};

use crate::dictionary::Dictionary;
use crate::types::money::Fen;
use crate::types::region::Division;

/// Lines shown for one pair, of those that speak for it and of those that do not; the rest is in
/// `--json`.
const FOR_MAX: usize = 6;
const AGAINST_MAX: usize = 6;

/// What speaks for the pair, what against, and what would be worth asking: one line each.
pub fn reasons(found: &Match) -> Vec<String> {
    // A block stands among the parts' lines too. The parts come heaviest first.
    let lines = || found.parts.iter().flat_map(|part| &part.lines);
    let met = lines().filter(|line| line.verdict == Verdict::Met).take(FOR_MAX);
    let open = lines().filter(|line| matches!(line.verdict, Verdict::Partly | Verdict::Missing)).take(AGAINST_MAX);
    let mut told: Vec<String> = met.chain(open).map(reason).collect();
    let asked: Vec<String> = found.ask.iter().map(question).collect();
    if !asked.is_empty() {
        told.push(format!("? 可以问：{}", asked.join("；")));
    }
    told
}

/// One finding as a line: a sign, the part, what it found.
pub fn reason(line: &Line) -> String {
    let sign = match line.verdict {
        Verdict::Met => '✓',
        Verdict::Partly => '◐',
        Verdict::Missing => '✗',
        Verdict::Unknown => '?',
    };
    let asked = line.asked.as_deref().map(|asked| value(line.kind, asked)).unwrap_or_default();
    let about = if asked.is_empty() { part(line.kind).to_owned() } else { format!("{}“{asked}”", part(line.kind)) };
    let has = line.has.as_deref().map(|has| value(line.kind, has)).unwrap_or_default();
    let found = finding(&line.code, line.verdict, &has);
    let km = line.distance_km.map(|km| format!("，约 {km} 公里（按区县驻地估算）")).unwrap_or_default();
    format!("{sign} {about}：{found}{km}")
}

/// The name of a part of the score.
pub fn part(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Occupation => "职业",
        PartKind::Skills => "技能",
        PartKind::Place => "地点",
        PartKind::Pay => "薪酬",
        PartKind::Degree => "学历",
        PartKind::Experience => "经验",
        PartKind::Shift => "班次",
        PartKind::Housing => "住宿",
        PartKind::Preference => "优先",
    }
}

/// What a finding says. A code that is newer than these words gets the verdict's own.
fn finding(code: &str, verdict: Verdict, has: &str) -> String {
    let is_near = verdict == Verdict::Partly;
    match code {
        "title_wanted" => format!("{}想找的“{has}”", if is_near { "接近" } else { "就是" }),
        "experience_alike" => format!("做过“{has}”{}", if is_near { "，比较接近" } else { "" }),
        "speciality_leads" => format!("部队专业{}{has}", if is_near { "有相关基础，可转" } else { "对口" }),
        "certificate_held" | "licence_held" => format!("有“{has}”"),
        "certificate_expired" => format!("“{has}”已过期"),
        "place_refused" => format!("说过不去{has}"),
        "place_within" | "place_wider" | "place_near" | "place_outside" | "place_same_county" => {
            format!("{}{has}", plain(code, verdict))
        }
        "place_near_wanted" => format!("离愿意去的{has}不远"),
        "place_far_from_wanted" => format!("离愿意去的{has}较远"),
        "degree_met" | "degree_below" | "experience_enough" | "experience_short" | "pay_meets" | "pay_within"
        | "pay_close" | "pay_below" => format!("{} {has}", plain(code, verdict)),
        _ => plain(code, verdict).to_owned(),
    }
}

/// The words that need no value, or stand before one.
fn plain(code: &str, verdict: Verdict) -> &'static str {
    known(code).unwrap_or(match verdict {
        Verdict::Met => "符合",
        Verdict::Partly => "部分符合",
        Verdict::Missing => "不符合",
        Verdict::Unknown => "还不知道",
    })
}

fn known(code: &str) -> Option<&'static str> {
    Some(match code {
        "occupation_wanted" => "符合想找的职业",
        "title_wanted" | "experience_alike" | "speciality_leads" => "对口",
        "occupation_other" => "和想找的、做过的不是一类工作",
        "occupation_unknown" => "还不知道想找什么、做过什么",
        "skill_shown" => "在工作或服役中用过",
        "skill_claimed" => "填了这项技能",
        "skill_certified" => "有证书",
        "skill_in_experience" => "经历里提到过",
        "skill_of_speciality" => "部队专业一般都会",
        "skill_missing" => "填的技能里没有",
        "skill_unknown" => "还没说会不会",
        "certificate_held" | "licence_held" => "有",
        "certificate_expired" => "已过期",
        "certificate_missing" => "填的证书里没有",
        "certificate_unknown" => "还没填有没有这个证",
        "licence_missing" => "填的证照里没有这种驾照",
        "licence_unknown" => "还没填有没有驾照",
        "place_within" => "在愿意去的",
        "place_wider" => "岗位只写了大致范围，愿意去的在里面：",
        "place_near" => "同一个市，愿意去的是",
        "place_outside" => "不在愿意去的",
        "place_same_county" => "同一个县（市、区），愿意去的是",
        "place_near_wanted" => "离愿意去的地方不远",
        "place_far_from_wanted" => "离愿意去的地方较远",
        "place_commute" => "在愿意走的路程以内",
        "place_commute_longer" => "比愿意走的路程略远",
        "place_commute_too_long" => "超过愿意走的路程",
        "place_near_home" => "离家不远",
        "place_far_from_home" => "离家较远",
        "place_refused" => "说过不去",
        "place_home" => "就在住的县（市、区）",
        "place_home_city" => "和住的地方同在一个市",
        "place_home_province" => "和住的地方同在一个省",
        "place_far" => "和住的地方不在一个省",
        "place_unknown" => "还没说愿意去哪里",
        "pay_meets" => "达到想要的",
        "pay_within" => "最高可达到想要的",
        "pay_close" => "略低于想要的",
        "pay_below" => "低于想要的",
        "pay_unknown" => "还没说想要多少",
        "degree_met" => "学历是",
        "degree_below" => "达不到，学历是",
        "degree_unknown" => "还没填学历",
        "experience_enough" => "做过相关工作",
        "experience_short" => "还差一些，做过",
        "experience_none" => "填的经历里没有相关工作",
        "experience_unknown" => "还没填做过什么、做了几年",
        "shift_accepted" => "接受",
        "shift_refused" => "不接受",
        "shift_unknown" => "还没说接不接受",
        "housing_offered" => "需要住宿，单位提供",
        "housing_absent" => "需要住宿，单位不提供",
        "housing_not_needed" => "不需要住宿",
        "housing_unknown" => "还没说要不要住宿",
        "veterans_preferred" => "单位优先录用退役军人",
        _ => return None,
    })
}

/// A question as an officer would put it.
fn question(question: &Question) -> String {
    let about = question.about.as_deref().map(|about| value(question.kind, about)).unwrap_or_default();
    let words = match question.field.as_str() {
        "occupations" | "titles" => "想找什么工作",
        "experiences" => "做过什么、做了几年",
        "skills" => "会不会",
        "certificates" => "有没有证照",
        "degree" => "学历",
        "places" => "愿意去哪里上班，去不去",
        "division" => "住在哪里",
        "pay_fen_month_min" => "希望月薪多少",
        "shifts" => "接不接受",
        "housing_needed" => "要不要住宿",
        _ => part(question.kind),
    };
    match (about.is_empty(), question.field.as_str()) {
        (false, _) => format!("{words}“{about}”"),
        (true, "skills") => "会哪些技能".to_owned(),
        (true, "certificates") => "有哪些证照".to_owned(),
        (true, "places") => "愿意去哪里上班".to_owned(),
        (true, "shifts") => "接受哪些班次".to_owned(),
        (true, _) => words.to_owned(),
    }
}

/// A value of a finding as people say it.
fn value(kind: PartKind, text: &str) -> String {
    let named = match kind {
        PartKind::Pay => pay(text),
        PartKind::Degree => text.parse().ok().and_then(degree).map(str::to_owned),
        PartKind::Shift => shift(text).map(str::to_owned),
        PartKind::Place => Division::from_code(text).ok().map(Division::full_name),
        PartKind::Occupation => Dictionary::get().occupation(text).map(|named| named.name),
        PartKind::Experience => text.parse::<f32>().ok().map(|years| format!("{years} 年")),
        PartKind::Housing => match text {
            "true" => Some("单位提供".to_owned()),
            "false" => Some("单位不提供".to_owned()),
            _ => None,
        },
        PartKind::Skills | PartKind::Preference => None,
    };
    named.unwrap_or_else(|| text.to_owned())
}

/// `600000-800000` in fen as yuan.
fn pay(text: &str) -> Option<String> {
    let yuan: Vec<String> =
        text.split('-').map(|fen| Some((fen.parse::<i64>().ok()? / 100).to_string())).collect::<Option<_>>()?;
    Some(format!("{} 元", yuan.join("–")))
}

/// Pay per month as a table shows it.
pub fn month_pay(range: Option<(Fen, Fen)>) -> String {
    let yuan = |fen: Fen| fen.fen() / 100;
    range.map_or_else(|| "面议".to_owned(), |(min, max)| format!("{}–{}", yuan(min), yuan(max)))
}

fn degree(rank: u8) -> Option<&'static str> {
    EducationLevels::get().by_rank(rank).map(|level| level.label.as_str())
}

fn shift(code: &str) -> Option<&'static str> {
    Some(match code {
        "day" => "长白班",
        "night" => "夜班",
        "rotating" => "倒班",
        "flexible" => "弹性工作",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::synthetic::World;

    fn line(kind: PartKind, verdict: Verdict, code: &str, asked: Option<&str>, has: Option<&str>) -> Line {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let (asked, has) = (owned(asked), owned(has));
        Line { kind, verdict, code: code.to_owned(), asked, has, evidence: None, distance_km: None }
    }

    #[test]
    fn findings_read_as_sentences() {
        let check = |line: Line, expected: &str| assert_eq!(reason(&line), expected);
        let (asked, has) = (Some("600000-800000"), Some("700000"));
        check(
            line(PartKind::Pay, Verdict::Partly, "pay_within", asked, has),
            "◐ 薪酬“6000–8000 元”：最高可达到想要的 7000 元",
        );
        check(
            line(PartKind::Place, Verdict::Met, "place_within", Some("330482"), Some("3304")),
            "✓ 地点“浙江省嘉兴市平湖市”：在愿意去的浙江省嘉兴市",
        );
        check(
            line(PartKind::Skills, Verdict::Missing, "licence_missing", Some("B2"), None),
            "✗ 技能“B2”：填的证照里没有这种驾照",
        );
        check(
            Line {
                distance_km: Some(22),
                ..line(PartKind::Place, Verdict::Partly, "place_near_home", Some("370826"), Some("320322"))
            },
            "◐ 地点“山东省济宁市微山县”：离家不远，约 22 公里（按区县驻地估算）",
        );
        check(line(PartKind::Shift, Verdict::Unknown, "a_new_code", Some("night"), None), "? 班次“夜班”：还不知道");
    }

    #[test]
    fn every_finding_of_a_synthetic_world_has_words() {
        let world = World::new(300, 60, 7);
        let lexicon = Dictionary::get().lexicon();
        let mut without = std::collections::BTreeSet::new();
        for seeker in &world.seekers {
            let prepared = search_index::PreparedSeeker::new(lexicon, seeker, world.today_day);
            for found in world.vacancies.iter().map(|vacancy| prepared.explain(vacancy)) {
                let lines = found.parts.iter().flat_map(|part| &part.lines).chain(&found.blocks);
                without.extend(lines.filter(|line| known(&line.code).is_none()).map(|line| line.code.clone()));
            }
        }
        assert!(without.is_empty(), "no words for {without:?}");
    }
}
