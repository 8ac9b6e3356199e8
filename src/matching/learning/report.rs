//! What a proposal would change, for whom: made for the person who decides.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::NaiveDate;
use search_index::{ExactWeights, PartKind, Weights, expected_by};
use serde::Serialize;

use super::evidence::{Counts, Evidence, Facts, Item, List};
use super::fit::{Agreement, Preference, agreement, fit};
use super::rules;
use crate::error::{Code, Error, Result};
use crate::matching::words;
use crate::people::model::PersonKind;
use crate::types::id::PersonId;

/// A group of fewer people is not shown: it would tell of somebody.
const GROUP_MIN: usize = 5;
/// Lists shown as they would be, and places of each.
const SAMPLES: usize = 5;
const SAMPLE_PLACES: usize = 5;

/// A proposal with its reasons.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub since: NaiveDate,
    pub based_on: u32,
    pub counts: Counts,
    pub weights: Vec<Change>,
    /// On the people it was learnt from.
    pub learnt: Both,
    /// On those kept apart to check it.
    pub checked: Both,
    pub groups: Vec<Group>,
    /// Mean number of places by which an item of a list moves.
    pub places_moved: f32,
    pub samples: Vec<Sample>,
}

/// One part's points of 100.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Change {
    pub part: PartKind,
    pub now: u32,
    pub proposed: u32,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub struct Both {
    pub preferences: usize,
    pub now: Agreement,
    pub proposed: Agreement,
}

/// What it comes to for some of the people.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// `kind`, `county`, `degree` or `industry`.
    pub by: &'static str,
    pub name: String,
    pub people: usize,
    pub both: Both,
    /// Mean change of the expected fit of what they were shown.
    pub fit_change: f32,
}

/// One list as it was and would be: places of what would stand first, with what was done.
#[derive(Clone, Debug, Serialize)]
pub struct Sample {
    pub rows: Vec<SampleRow>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SampleRow {
    pub title: String,
    pub place_now: usize,
    pub place_proposed: usize,
    /// Whether somebody opened, saved or put it away.
    pub is_marked: bool,
}

/// Fits weights to what people did, and says what they would change.
///
/// # Errors
/// [`Code::WrongState`] for too little to learn from, for weights that would stay as they are, and for ones that
/// do not serve the people kept apart better.
pub fn propose(evidence: &Evidence, in_use: &Weights, since: NaiveDate) -> Result<Report> {
    rules::enough(&evidence.counts)?;
    let (checked, learnt): (Vec<&List>, Vec<&List>) =
        evidence.lists.iter().partition(|list| is_kept_apart(list.person));
    let (learnt, checked) = (preferences(&learnt, |_| true), preferences(&checked, |_| true));
    let fitted = fit(in_use, &learnt);
    let proposed: ExactWeights = std::array::from_fn(|at| f32::from(fitted[at].1));
    let now = in_use.exact();
    let both = |of: &[Preference<'_>]| Both {
        preferences: of.len(),
        now: agreement(&now, of),
        proposed: agreement(&proposed, of),
    };
    if proposed == now {
        return Err(Error::new(Code::WrongState).detail("学到的和现在的权重一样，不用改"));
    }
    let checked = both(&checked);
    if checked.preferences == 0 || checked.proposed.log_likelihood <= checked.now.log_likelihood {
        let why = "用来核对的那部分求职者并不会因此得到更好的排序，不提议新权重";
        return Err(Error::new(Code::WrongState).detail(why));
    }
    let change =
        |(part, weight): &(PartKind, u8)| Change { part: *part, now: in_use.of(*part), proposed: u32::from(*weight) };
    let lists: Vec<&List> = evidence.lists.iter().collect();
    Ok(Report {
        since,
        based_on: in_use.version(),
        counts: evidence.counts,
        weights: fitted.iter().map(change).collect(),
        learnt: both(&learnt),
        checked,
        groups: groups(evidence, &now, &proposed),
        places_moved: places_moved(&lists, &now, &proposed),
        samples: samples(evidence, &now, &proposed),
    })
}

impl Report {
    /// The proposal as numbers of 100 by part.
    pub fn shares(&self) -> Vec<(PartKind, u8)> {
        self.weights.iter().map(|change| (change.part, change.proposed as u8)).collect()
    }
}

/// About a fifth of the people, always the same ones.
fn is_kept_apart(person: PersonId) -> bool {
    person.as_str().as_bytes().last().is_some_and(|digit| matches!(digit, b'0'..=b'2'))
}

/// Preferences of these lists for something like this; those of one person count 1 together.
fn preferences<'a>(lists: &[&'a List], is_like: impl Fn(&Item) -> bool) -> Vec<Preference<'a>> {
    let mut of_person: BTreeMap<PersonId, Vec<(&'a Item, &'a Item)>> = BTreeMap::new();
    for list in lists {
        let pairs = list.preferences.iter().map(|&(better, worse)| (&list.items[better], &list.items[worse]));
        let pairs = pairs.filter(|(better, _)| is_like(better));
        of_person.entry(list.person).or_default().extend(pairs);
    }
    let mut all = Vec::new();
    for pairs in of_person.into_values() {
        let counts = 1.0 / pairs.len().max(1) as f32;
        let preference =
            |(better, worse): (&'a Item, &'a Item)| Preference { better: &better.judged, worse: &worse.judged, counts };
        all.extend(pairs.into_iter().map(preference));
    }
    all
}

fn groups(evidence: &Evidence, now: &ExactWeights, proposed: &ExactWeights) -> Vec<Group> {
    let mut lists_by: BTreeMap<(&'static str, String), Vec<&List>> = BTreeMap::new();
    let industry = |item: &Item| evidence.positions.get(&item.position).and_then(|(_, industry)| industry.as_deref());
    for list in &evidence.lists {
        let Some(Facts { kind, county, degree }) = evidence.people.get(&list.person) else { continue };
        let mut add = |by, name: String| lists_by.entry((by, name)).or_default().push(list);
        add("kind", kind_name(*kind).to_owned());
        add("county", county.clone());
        add("degree", degree.map_or("没填", |degree| &degree.level().label).to_owned());
        // Of the industries only those of what was preferred: every list holds most of them.
        let preferred = list.preferences.iter().filter_map(|(better, _)| industry(&list.items[*better]));
        for industry in preferred.collect::<BTreeSet<&str>>() {
            add("industry", industry.to_owned());
        }
    }
    let mut found = Vec::new();
    for ((by, name), lists) in lists_by {
        let people = lists.iter().map(|list| list.person).collect::<BTreeSet<_>>().len();
        if people < GROUP_MIN {
            continue;
        }
        let is_like = |item: &Item| by != "industry" || industry(item) == Some(name.as_str());
        let all = preferences(&lists, is_like);
        let both = Both { preferences: all.len(), now: agreement(now, &all), proposed: agreement(proposed, &all) };
        let items = lists.iter().flat_map(|list| &list.items).filter(|item| is_like(item));
        let fit_change = fit_change(items, now, proposed);
        found.push(Group { by, name, people, both, fit_change });
    }
    found
}

/// Only what has a number by both.
fn fit_change<'a>(items: impl Iterator<Item = &'a Item>, now: &ExactWeights, proposed: &ExactWeights) -> f32 {
    let (mut sum, mut count) = (0.0, 0.0_f32);
    for item in items {
        let (one, other) = (expected_by(now, &item.judged), expected_by(proposed, &item.judged));
        if one > 0.0 && other > 0.0 {
            sum += other - one;
            count += 1.0;
        }
    }
    if count > 0.0 { sum / count } else { 0.0 }
}

/// Places of a list's items by these weights, from 0.
fn places(list: &List, weights: &ExactWeights) -> Vec<usize> {
    let fits: Vec<f32> = list.items.iter().map(|item| expected_by(weights, &item.judged)).collect();
    let mut order: Vec<usize> = (0..fits.len()).collect();
    order.sort_by(|&one, &other| fits[other].total_cmp(&fits[one]));
    let mut places = vec![0; order.len()];
    order.into_iter().enumerate().for_each(|(place, at)| places[at] = place);
    places
}

fn places_moved(lists: &[&List], now: &ExactWeights, proposed: &ExactWeights) -> f32 {
    let (mut moved, mut count) = (0, 0);
    for list in lists {
        for (one, other) in std::iter::zip(places(list, now), places(list, proposed)) {
            moved += one.abs_diff(other);
            count += 1;
        }
    }
    if count == 0 { 0.0 } else { moved as f32 / count as f32 }
}

/// The lists that change most, without a word about whose they are.
fn samples(evidence: &Evidence, now: &ExactWeights, proposed: &ExactWeights) -> Vec<Sample> {
    let moved = |list: &List| {
        std::iter::zip(places(list, now), places(list, proposed)).map(|(one, other)| one.abs_diff(other)).sum::<usize>()
    };
    let mut lists: Vec<(usize, &List)> = evidence.lists.iter().map(|list| (moved(list), list)).collect();
    lists.retain(|(moved, _)| *moved > 0);
    // Stable, so that the same evidence gives the same report.
    lists.sort_by_key(|(moved, _)| std::cmp::Reverse(*moved));
    let sample = |list: &List| {
        let (before, after) = (places(list, now), places(list, proposed));
        let mut order: Vec<usize> = (0..list.items.len()).collect();
        order.sort_by_key(|&at| after[at]);
        let row = |at: usize| {
            let item = &list.items[at];
            let title = evidence.positions.get(&item.position).map_or("", |(title, _)| title);
            SampleRow {
                title: title.to_owned(),
                place_now: before[at] + 1,
                place_proposed: after[at] + 1,
                is_marked: item.grade != Some(rules::Grade::Passed),
            }
        };
        Sample { rows: order.into_iter().take(SAMPLE_PLACES).map(row).collect() }
    };
    lists.into_iter().take(SAMPLES).map(|(_, list)| sample(list)).collect()
}

fn kind_name(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Veteran => "退役军人",
        PersonKind::Spouse => "军属",
    }
}

/// The report as a person reads it.
pub fn text(report: &Report, version: i32) -> String {
    let mut text = String::new();
    let Counts { people, lists, shown, opened, saved, dismissed, preferences } = report.counts;
    let _ = writeln!(text, "# 提议的权重：版本 {version}（现在用的是版本 {}）\n", report.based_on);
    let _ = writeln!(
        text,
        "根据 {} 以来 {people} 人看过的 {lists} 份名单：显示 {shown}，打开 {opened}，收藏 {saved}，不合适 {dismissed}；\
         得出 {preferences} 个偏好。\n\n## 权重\n\n| 部分 | 现在 | 提议 | 变化 |\n|---|---:|---:|---:|",
        report.since
    );
    for Change { part, now, proposed } in &report.weights {
        let by = match i64::from(*proposed) - i64::from(*now) {
            0 => "–".to_owned(),
            by => format!("{by:+}"),
        };
        let _ = writeln!(text, "| {} | {now} | {proposed} | {by} |", words::part(*part));
    }
    let _ = writeln!(
        text,
        "\n## 排得对不对\n\n一个偏好排对，是说打开或收藏的排在放过的前面。核对用的人没有参与计算。\n\n\
         | 谁 | 偏好 | 现在排对 | 提议后排对 |\n|---|---:|---:|---:|"
    );
    for (name, both) in [("用来学的人", &report.learnt), ("用来核对的人", &report.checked)] {
        let _ = writeln!(text, "| {name} |{}", rights(both));
    }
    let _ = writeln!(
        text,
        "\n## 对谁有什么变化\n\n不到 {GROUP_MIN} 人的不列。匹配分变化是看到的岗位平均差多少分；按行业的只看那个行业的岗位。\n\n\
         | 分组 | 人 | 偏好 | 现在排对 | 提议后排对 | 匹配分变化 |\n|---|---:|---:|---:|---:|---:|"
    );
    for Group { by, name, people, both, fit_change } in &report.groups {
        let by = match *by {
            "kind" => "身份",
            "county" => "居住地",
            "degree" => "学历",
            _ => "选中的行业",
        };
        // Not -0.0.
        let fit_change = (fit_change * 10.0).round() / 10.0 + 0.0;
        let _ = writeln!(text, "| {by}：{name} | {people} |{} {fit_change:+.1} |", rights(both));
    }
    let moved = report.places_moved;
    let _ = writeln!(text, "\n## 名单会怎么变\n\n每个岗位平均移动 {moved:.1} 位。变动最大的几份：");
    for (at, Sample { rows }) in report.samples.iter().enumerate() {
        let _ = writeln!(text, "\n名单 {}\n\n| 提议后 | 现在 | 岗位 | |\n|---:|---:|---|---|", at + 1);
        for SampleRow { title, place_now, place_proposed, is_marked } in rows {
            let mark = if *is_marked { "打开、收藏或放弃过" } else { "" };
            let _ = writeln!(text, "| {place_proposed} | {place_now} | {title} | {mark} |");
        }
    }
    let _ = writeln!(
        text,
        "\n现在什么都没有变。要采用，请另一名系统管理员执行：muster weights accept {version} --by 账号编号"
    );
    text
}

fn rights(both: &Both) -> String {
    let share = |agreement: &Agreement| format!("{:.1}%", agreement.right * 100.0);
    format!(" {} | {} | {} |", both.preferences, share(&both.now), share(&both.proposed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::learning::rules::Grade;
    use crate::types::id::{Id, PositionId};
    use crate::types::work::Degree;
    use search_index::{Lexicon, PartShare};
    use uuid::Uuid;

    fn judged(credits: [u32; 9]) -> Vec<PartShare> {
        std::iter::zip(PartKind::ALL, credits)
            .map(|(kind, credit)| PartShare { kind, weight: 0, known: 1000, credit })
            .collect()
    }

    /// People who each pass over what fits in `against` and open what stands below and pays better.
    fn payers(people: usize, against: PartKind) -> Evidence {
        let mut all = Evidence::default();
        for at in 0..people {
            let person = PersonId::from_uuid(Uuid::from_u128(at as u128 + 1));
            let (mut worse, mut better) = ([600; 9], [600; 9]);
            worse[against as usize] = 700 + at as u32;
            better[PartKind::Pay as usize] = 950;
            let mut items: Vec<Item> = (0..12)
                .map(|place| Item {
                    position: PositionId::from_uuid(Uuid::from_u128(place)),
                    grade: Some(Grade::Passed),
                    judged: judged(worse),
                })
                .collect();
            items.push(Item { position: Id::only(), grade: Some(Grade::Opened), judged: judged(better) });
            let preferences = rules::preferences(&items);
            all.counts.opened += 6;
            all.counts.preferences += preferences.len();
            all.lists.push(List { person, items, preferences });
            let kind = if at % 10 == 0 { PersonKind::Spouse } else { PersonKind::Veteran };
            all.people.insert(person, Facts { kind, county: "平湖市".into(), degree: Some(Degree::Bachelor) });
        }
        all.counts.people = people;
        all.counts.lists = people;
        all
    }

    fn since() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, 1).unwrap()
    }

    #[test]
    fn people_who_open_what_pays_better_get_a_proposal_with_more_pay() {
        let weights = Lexicon::get().weights();
        let report = propose(&payers(40, PartKind::Occupation), &weights, since()).unwrap();
        let change = |part| report.weights.iter().find(|change| change.part == part).unwrap();
        assert!(change(PartKind::Pay).proposed > change(PartKind::Pay).now, "{:?}", report.weights);
        assert!(Weights::new(1001, &report.shares()).is_ok());
        assert!(report.checked.proposed.log_likelihood > report.checked.now.log_likelihood);
        let named: Vec<(&str, &str)> = report.groups.iter().map(|group| (group.by, group.name.as_str())).collect();
        assert_eq!(named, [("county", "平湖市"), ("degree", "本科"), ("kind", "退役军人")], "four spouses are too few");
        let text = text(&report, 1001);
        assert!(text.contains("| 薪酬 | 10 |") && text.contains("muster weights accept 1001"), "{text}");
    }

    #[test]
    fn too_little_is_no_proposal() {
        let weights = Lexicon::get().weights();
        let refused = |evidence: &Evidence| propose(evidence, &weights, since()).unwrap_err();
        assert_eq!(refused(&Evidence::default()).code(), Code::WrongState);
        assert_eq!(refused(&payers(29, PartKind::Occupation)).code(), Code::WrongState);
    }

    #[test]
    fn what_does_not_serve_those_kept_apart_is_no_proposal() {
        let weights = Lexicon::get().weights();
        let mut evidence = payers(40, PartKind::Occupation);
        // Those kept apart want the opposite.
        for list in evidence.lists.iter_mut().filter(|list| is_kept_apart(list.person)) {
            list.preferences.iter_mut().for_each(|(better, worse)| std::mem::swap(better, worse));
        }
        let refusal = propose(&evidence, &weights, since()).unwrap_err();
        assert!(refusal.problem().detail.unwrap_or_default().contains("核对"));
    }
}
