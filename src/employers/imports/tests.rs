use std::collections::BTreeMap;

use super::super::postings::Draft as Posting;
use super::*;
use crate::types::money::{Fen, PayUnit};
use crate::types::table::{self, columns};
use crate::types::work::{Degree, Shift};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn drafts(csv: &str) -> Vec<Draft<PositionRow>> {
    let table = table::read("岗位.csv", csv.as_bytes()).unwrap();
    let mapping = columns::map(FIELDS, &table.header, &BTreeMap::new()).unwrap();
    read(&table, &mapping, &Dictionary::get(), today())
}

fn codes(csv: &str) -> Vec<(String, String)> {
    let notes = drafts(csv).into_iter().flat_map(|draft| draft.problems);
    notes.map(|note| (note.column, note.code)).collect()
}

#[test]
fn a_full_row_becomes_a_position() {
    let csv = "序号,企业名称,信用代码,招聘岗位,需求人数,月薪（元）,工作地点,学历要求,工作经验,班次,是否包住,退役军人优先,必备技能,加分项,岗位职责,截止日期\n\
               1,平湖市望远汽车服务有限公司,91330482MA0000007A,汽车维修工,2人,6000-9000,平湖市当湖街道,初中及以上,2年以上,长白班,是,是,\
               汽车维修、驾照：C1,电工证,负责客户车辆的检查、保养和修理。,2027/1/31\n";
    let draft = drafts(csv).remove(0);
    assert_eq!((draft.problems, draft.marks), (vec![], vec![]));
    let row = draft.value.unwrap();
    assert_eq!(row.credit_code.unwrap().as_str(), "91330482MA0000007A");
    let input = row.input;
    assert_eq!(input.pay, Pay::new(Fen::new(600_000), Fen::new(900_000), PayUnit::Month, None).ok());
    assert_eq!((input.headcount, input.division.code(), input.experience_years_min), (2, "330482001", Some(2)));
    assert_eq!(
        (input.degree_min, input.shift, input.housing),
        (Some(Degree::JuniorMiddle), Some(Shift::Day), Some(true))
    );
    let requirements: Vec<_> =
        input.requirements.iter().map(|one| (one.kind.code(), one.name.as_str(), one.must)).collect();
    assert_eq!(
        requirements,
        [("skill", "汽车维修", true), ("driving_licence", "C1", true), ("certificate", "电工证", false)]
    );
    assert_eq!(input.valid_until.to_string(), "2027-01-31");
}

#[test]
fn what_a_row_does_not_say_stays_unsaid() {
    let row = drafts("岗位,工作地区,岗位描述,最低薪资,最高薪资\n保安,平湖市,负责园区日常巡逻和登记,5000,6000\n")
        .remove(0)
        .value
        .unwrap();
    let input = row.input;
    assert_eq!((input.degree_min, input.experience_years_min, input.shift, input.housing), (None, None, None, None));
    assert_eq!((input.headcount, input.valid_until), (1, today() + Duration::days(VALID_DAYS)));
    assert_eq!(input.pay.map(|pay| (pay.min().fen(), pay.max().fen())), Some((500_000, 600_000)));
    assert_eq!((row.enterprise, row.credit_code), (None, None));
}

#[test]
fn every_problem_of_a_row_is_named_at_once() {
    let found = codes(
        "信用代码,岗位,人数,薪资,地区,学历,职业代码,岗位描述,截止日期\n91330482MA0000007B,岗,若干,高薪,火星,很高,9-99,太短,2030-01-01\n",
    );
    let found: Vec<(&str, &str)> = found.iter().map(|(column, code)| (column.as_str(), code.as_str())).collect();
    for expected in [
        ("信用代码", "check"),
        ("岗位", "length"),
        ("人数", "number"),
        ("薪资", "pay"),
        ("地区", "unknown_division"),
        ("学历", "degree"),
        ("职业代码", "unknown_occupation"),
        ("岗位描述", "length"),
        ("截止日期", "range"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
}

#[test]
fn an_unlawful_condition_marks_and_a_unit_designation_refuses() {
    let draft = drafts("岗位,工作地区,岗位描述\n文员,平湖市,负责日常文书工作，仅限男性\n").remove(0);
    assert!(draft.good().is_some());
    assert_eq!((draft.marks[0].column.as_str(), draft.marks[0].code.as_str()), ("岗位描述", "sex"));
    let found = codes("岗位,工作地区,岗位描述\n文员,平湖市,优先录用在32145部队服役过的人\n");
    assert_eq!(found, [("岗位描述".to_owned(), "unit_designation".to_owned())]);
}

#[test]
fn a_posting_becomes_a_position() {
    let draft = Posting {
        source_id: "p1".to_owned(),
        title: "汽车维修工".to_owned(),
        enterprise: "某汽修厂".to_owned(),
        division: Division::from_code("330482").unwrap(),
        address: None,
        description: "负责客户车辆的检查、保养和修理。".to_owned(),
        degree: None,
        experience_years_min: Some(2),
        skills: vec!["汽车维修".to_owned()],
        welfare: vec!["五险".to_owned()],
        pay_month: (Fen::new(500_000), Fen::new(600_000)),
        months_per_year: None,
        pay_as_posted: String::new(),
        published_on: None,
    };
    let entry = postings::entry(draft.clone(), &Dictionary::get(), today()).unwrap();
    assert_eq!(entry.input.occupation.as_deref(), Some("4-12-01-01"));
    assert!(entry.input.description.ends_with("福利：五险"));
    let odd = postings::entry(Posting { title: "梦想合伙人".to_owned(), ..draft.clone() }, &Dictionary::get(), today())
        .unwrap();
    assert_eq!(odd.input.occupation, None);
    let unit = Posting { description: "欢迎在32145部队服役过的人".to_owned(), ..draft };
    assert_eq!(postings::entry(unit, &Dictionary::get(), today()), Err(vec!["unit_designation".to_owned()]));
}

#[test]
fn our_own_export_has_columns_we_know() {
    let header: Vec<String> = super::super::exports::COLUMNS.iter().map(|column| column.title.to_owned()).collect();
    let mapping = columns::map(FIELDS, &header, &BTreeMap::new()).unwrap();
    assert_eq!(mapping.ignored, ["状态", "已录用", "单位核验", "待改条件", "发布日期"]);
    assert!(mapping.uses.iter().all(|used| used.found != columns::Found::Similar), "{:?}", mapping.uses);
}
