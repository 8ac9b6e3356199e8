use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::*;
use crate::types::table::{self, columns};
use crate::types::work::{Degree, Shift};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn drafts(csv: &str) -> Vec<Draft<NewPerson>> {
    let table = table::read("人员.csv", csv.as_bytes()).unwrap();
    let mapping = columns::map(FIELDS, &table.header, &BTreeMap::new()).unwrap();
    read(&table, &mapping, &Dictionary::get(), today())
}

/// (row, column, code) of every problem.
fn problems(csv: &str) -> Vec<(u32, String, String)> {
    let notes = drafts(csv).into_iter().flat_map(|draft| draft.problems);
    notes.map(|note| (note.row, note.column, note.code)).collect()
}

#[test]
fn a_full_row_becomes_a_person() {
    let csv = "姓名,身份证号码,联系电话,人员类别,现居住地,文化程度,毕业院校,专业,军兵种,入伍时间,退役时间,安置类别,军衔,职务,军事专业,\
               专业技能,资格证书,准驾车型,意向岗位,期望工作地,期望薪资,可接受班制,是否需要住宿,到岗时间,同意事项\n\
               林长风,330482199008019990,13000000011,退役士兵,平湖市当湖街道,高中,平湖技校,汽修,陆军,2008-12,2016年,自主就业士官,中士,班长,汽车修理工,\
               汽车维修、发动机维修,电工证；语言：英语,B2驾照,汽车维修工,平湖市,6-8千,白班,否,2026-12-01,岗位匹配；向单位展示\n";
    let draft = drafts(csv).remove(0);
    assert_eq!(draft.problems, []);
    let person = draft.value.unwrap();
    assert_eq!((person.kind, person.division.code()), (PersonKind::Veteran, "330482001"));
    assert_eq!(person.identity.id_number.unwrap().expose(), "330482199008019990");
    let profile = person.profile;
    assert_eq!(profile.degree, Some(Degree::SeniorMiddle));
    let period = &profile.service[0];
    assert_eq!((period.from_year, period.to_year, period.branch), (2008, Some(2016), Branch::Army));
    assert_eq!(period.specialities[0].code.as_deref(), Some("vehicle_repair"));
    assert_eq!(profile.skills.len(), 2);
    let kinds: Vec<_> = profile.certificates.iter().map(|one| (one.kind.code(), one.name.as_str())).collect();
    assert_eq!(kinds, [("certificate", "电工证"), ("language", "英语"), ("driving_licence", "B2")]);
    assert_eq!(profile.intentions.pay_min_fen_month.map(|pay| pay.fen()), Some(600_000));
    assert_eq!(profile.intentions.shifts, [ShiftAnswer { shift: Shift::Day, accepted: true }]);
    assert_eq!(person.consents.len(), 2);
}

#[test]
fn every_problem_of_a_row_is_named_at_once() {
    let found = problems(
        "姓名,身份证号,手机号,居住地,学历,入伍时间,军衔,期望薪资,意向地区\n\
         ,33048219900801999,010-88886666,火星,很高,,将军,高薪,月球\n",
    );
    let codes: Vec<(&str, &str)> = found.iter().map(|(_, column, code)| (column.as_str(), code.as_str())).collect();
    for expected in [
        ("姓名", "name"),
        ("身份证号", "too_short"),
        ("手机号", "not_mobile"),
        ("居住地", "unknown_division"),
        ("学历", "degree"),
        ("入伍时间", "required"),
        ("军衔", "rank"),
        ("期望薪资", "pay"),
        ("意向地区", "unknown_division"),
    ] {
        assert!(codes.contains(&expected), "{expected:?} in {codes:?}");
    }
}

#[test]
fn identity_is_not_guessed() {
    let check = |number: &str, code: &str| {
        let found = problems(&format!("姓名,身份证号,居住地\n林长风,{number},平湖市当湖街道\n"));
        assert_eq!(found.iter().map(|(_, _, code)| code.as_str()).collect::<Vec<_>>(), [code], "{number}");
    };
    check("3.30482E+17", "digits_lost");
    check("330***********9990", "masked");
    check("330482199008019991", "check");
    check("", "required");
    let twice =
        problems("姓名,身份证号,居住地\n甲,330482199008019990,平湖市当湖街道\n乙,330482199008019990,平湖市当湖街道\n");
    assert_eq!(twice, [(3, "身份证号".to_owned(), "repeated".to_owned())]);
}

#[test]
fn a_unit_designation_refuses_the_row() {
    let found =
        problems("姓名,手机号,居住地,入伍年份,服役情况\n林长风,13000000011,平湖市当湖街道,2008,在32145部队当班长\n");
    assert_eq!(found, [(2, "服役情况".to_owned(), "unit_designation".to_owned())]);
}

#[test]
fn a_report_holds_nothing_that_names_a_person() {
    let csv = "姓名,身份证号,手机号,居住地\n林长风,330482199008019991,12000000011,平湖市当湖街道\n林长*,330482199008019990,13000000011,平湖市当湖街道\n";
    let details: String = drafts(csv).into_iter().flat_map(|draft| draft.problems).map(|note| note.detail).collect();
    assert!(
        !details.is_empty() && !["林长", "3304821990", "00000011"].iter().any(|text| details.contains(text)),
        "{details}"
    );
}

#[test]
fn a_whole_profile_comes_back() {
    let profile = Profile {
        degree: Some(Degree::Bachelor),
        intentions: Intentions { titles: vec!["保安，夜班".to_owned()], ..Intentions::default() },
        ..Profile::default()
    };
    let json = serde_json::to_string(&profile).unwrap().replace('"', "\"\"");
    let csv = format!("姓名,手机号,居住地,{PROFILE_HEADER}\n林长风,13000000011,平湖市当湖街道,\"{json}\"\n");
    assert_eq!(drafts(&csv).remove(0).good().unwrap().profile, profile);
    assert_eq!(problems(&csv.replace("bachelor", "baccalaureus"))[0].2, "profile");
}
