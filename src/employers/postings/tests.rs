use super::*;

/// An invented posting with one field changed.
fn posting(field: &str, value: Value) -> String {
    let mut posting = serde_json::json!({
        "id": "t1", "title": "仓库管理员", "company": "平湖某某物流有限公司", "region": "嘉兴·平湖市", "address": "嘉兴·平湖市",
        "lon": 121.0, "lat": 30.7, "description": "负责仓库收发货、盘点和台账登记。", "degree": "高中", "experience_years": 1.0,
        "skills": "1年,高中,叉车,库存盘点,五险一金", "welfare": "五险一金,双休", "salary_min": 5000.0, "salary_max": 7000.0,
        "salary_months": 13.0, "first_publish": "2025-05-22 14:53:04"
    });
    if !field.is_empty() {
        posting[field] = value;
    }
    posting.to_string()
}

fn read(field: &str, value: impl Into<Value>) -> Result<Draft, Vec<Reason>> {
    read_line(&posting(field, value.into()))
}

#[test]
fn a_posting_becomes_a_draft() {
    let draft = read("", Value::Null).unwrap();
    assert_eq!(draft.source_id, "t1");
    assert_eq!((draft.title.as_str(), draft.enterprise.as_str()), ("仓库管理员", "平湖某某物流有限公司"));
    assert_eq!(draft.division.code(), "330482");
    assert_eq!(draft.address, None);
    assert_eq!((draft.degree, draft.experience_years_min), (Some(Degree::SeniorMiddle), Some(1)));
    assert_eq!(draft.skills, ["叉车", "库存盘点"]);
    assert_eq!(draft.welfare, ["五险一金", "双休"]);
    assert_eq!(draft.pay_month, (Fen::new(500_000), Fen::new(700_000)));
    assert_eq!(draft.pay_as_posted, "5,000.00–7,000.00 元/月 ×13");
    assert_eq!(draft.pay().unwrap().months_per_year(), Some(13));
    assert_eq!(draft.published_on, NaiveDate::from_ymd_opt(2025, 5, 22));
}

#[test]
fn each_refusal_has_its_reason() {
    use Reason::*;
    assert_eq!(read_line("{"), Err(vec![JsonInvalid]));
    assert_eq!(read_line("[]"), Err(vec![JsonInvalid]));
    assert_eq!(read_line("\"text\""), Err(vec![JsonInvalid]));
    let all = vec![TitleMissing, EnterpriseMissing, DescriptionMissing, RegionUnknown, PayMissing];
    assert_eq!(read_line("{}"), Err(all));
    for (field, value, reason) in [
        ("title", Value::from(" "), TitleMissing),
        ("company", Value::from(""), EnterpriseMissing),
        ("description", Value::from("<p>急招</p>"), DescriptionMissing),
        ("region", Value::from("火星"), RegionUnknown),
        ("salary_min", Value::from(900), PayImplausible),
        ("salary_max", Value::from(150_000), PayImplausible),
    ] {
        let mut line: Value = serde_json::from_str(&posting(field, value)).unwrap();
        if field == "region" {
            line["address"] = Value::from("");
        }
        assert_eq!(read_line(&line.to_string()), Err(vec![reason]), "{field}");
    }
    assert_eq!(read("title", Value::Null), Err(vec![JsonInvalid]));
}

#[test]
fn the_second_of_two_equal_postings_is_known() {
    let mut seen = Seen::default();
    assert!(seen.is_new(&read("", Value::Null).unwrap()));
    assert!(!seen.is_new(&read("id", "other").unwrap()));
    assert!(seen.is_new(&read("title", "仓库主管").unwrap()));
}

#[test]
fn pay_is_of_a_month() {
    let wages = |min: f64, max: f64, title: &str| {
        let read = pay::read(&Value::from(min), &Value::from(max), title, "");
        read.map(|wages| (wages.month.0.fen() / 100, wages.month.1.fen() / 100))
    };
    use Reason::*;
    for (min, max, title, expected) in [
        (8000.0, 15000.0, "销售", Ok((8000, 15000))),
        (15000.0, 8000.0, "销售", Ok((8000, 15000))),
        (0.0, 6000.0, "销售", Ok((6000, 6000))),
        (20.0, 25.0, "餐厅小时工", Ok((3480, 4350))),
        (20.0, 25.0, "服务员 25元/小时", Ok((3480, 4350))),
        (150.0, 200.0, "法务实习生", Ok((3262, 4350))),
        (300.0, 300.0, "送货 300/天", Ok((6525, 6525))),
        (120_000.0, 180_000.0, "架构师", Ok((10_000, 15_000))),
        (20.0, 25.0, "工程师", Err(PayUnitUnclear)),
        (5.0, 8.0, "骑手", Err(PayUnitUnclear)),
        (200.0, 2000.0, "日结外勤", Err(PayImplausible)),
        (5000.0, 150_000.0, "开发", Err(PayImplausible)),
        (9_000_000.0, 9_000_000.0, "开发", Err(PayImplausible)),
        (0.0, 0.0, "开发", Err(PayMissing)),
        (-5000.0, -1.0, "开发", Err(PayMissing)),
    ] {
        assert_eq!(wages(min, max, title), expected, "{title} {min}–{max}");
    }
    let texts =
        |min: &str, max: &str| pay::read(&Value::from(min), &Value::from(max), "", "").map(|w| w.month.1.fen() / 100);
    assert_eq!(texts("8k", "12K"), Ok(12_000));
    assert_eq!(texts("0.8万", "1.2万"), Ok(12_000));
    assert_eq!(texts("8,000元", "12,000"), Ok(12_000));
    assert_eq!(texts("面议", "面议"), Err(PayMissing));
}

#[test]
fn degrees_and_years_are_read_from_words() {
    use Degree::*;
    for (text, degree) in [
        ("", Option::None),
        ("其他", Option::None),
        ("学历不限", Some(None)),
        ("不限", Some(None)),
        ("初中及以下", Some(None)),
        ("初中及以上", Some(JuniorMiddle)),
        ("中专/中技", Some(SeniorMiddle)),
        ("高中", Some(SeniorMiddle)),
        ("大专及以上", Some(JuniorCollege)),
        ("统招本科", Some(Bachelor)),
        ("本科/硕士", Some(Bachelor)),
        ("硕士", Some(Master)),
        ("MBA", Some(Master)),
        ("博士", Some(Doctor)),
    ] {
        assert_eq!(Degree::asked(text), degree, "{text}");
    }
    for (value, years) in [
        (Value::from("3-5年"), Some(3)),
        (Value::from("经验不限"), Some(0)),
        (Value::from("在校生"), Some(0)),
        (Value::from("1年以下"), Some(0)),
        (Value::from("10年以上"), Some(10)),
        (Value::from(2.0), Some(2)),
        (Value::from(-1), Option::None),
        (Value::from(99), Option::None),
        (Value::from(""), Option::None),
        (Value::Null, Option::None),
    ] {
        assert_eq!(fields::experience_years_min(&value), years, "{value}");
    }
}

#[test]
fn a_place_is_narrowed_by_its_address_and_told_apart_by_its_point() {
    let place = |region: &str, address: &str, point: Option<(f64, f64)>| {
        let (longitude, latitude) = point.unzip();
        fields::division(region, address, fields::point(longitude, latitude)).map(Division::code)
    };
    assert_eq!(place("深圳", "深圳龙岗区某某工业园6栋", None), Ok("440307"));
    assert_eq!(place("长沙", "长沙雨花区某某广场20楼", None), Ok("430111"));
    assert_eq!(place("济南", "历下大厦", None), Ok("3701"));
    assert_eq!(place("", "嘉兴平湖市某路1号", None), Ok("330482"));
    assert_eq!(place("鼓楼区", "", None), Err(Reason::RegionAmbiguous));
    assert_eq!(place("鼓楼区", "", Some((119.29, 26.08))), Ok("350102"));
    assert_eq!(place("鼓楼区", "", Some((-0.02, -0.01))), Err(Reason::RegionAmbiguous));
    assert_eq!(place("", "", None), Err(Reason::RegionUnknown));
}

#[test]
fn a_title_is_the_name_of_the_job() {
    for (text, title) in [
        ("4000无责底薪+免费住宿+节日福利+客户代表", "客户代表"),
        ("【急招】叉车司机（五险一金）", "叉车司机"),
        ("双休  消防电话内勤岗  五险", "消防电话内勤岗"),
        ("急招：保安", "保安"),
        ("Java开发工程师(J10959)", "Java开发工程师"),
        ("前端工程师（React）", "前端工程师(React)"),
        ("C/C++", "C/C++"),
        ("C++开发/双休", "C++开发"),
        ("薪酬福利专员", "薪酬福利专员"),
        ("五险一金专员", "五险一金专员"),
        ("送货员 300/天", "送货员"),
        ("20k+汽车销售+五险一金", "汽车销售"),
        ("包吃包住", "包吃包住"),
        ("仓管&amp;叉车", "仓管&叉车"),
        ("　普工／操作工 ", "普工/操作工"),
    ] {
        assert_eq!(words::title(text, 80), title, "{text}");
    }
    assert_eq!(words::title(&"长".repeat(200), 80).chars().count(), 80);
}

#[test]
fn a_description_is_plain_text() {
    let html =
        "<p>岗位职责：</p><br/>1、收货&nbsp;发货；<br>2、<strong>盘点</strong>&lt;每月&gt;\r\n\r\n原标题：《仓管》";
    assert_eq!(words::description(html, 5000), "岗位职责：\n1、收货 发货；\n2、盘点<每月>");
    assert_eq!(words::description("年龄<30 且 a<b", 5000), "年龄<30 且 a<b");
    assert_eq!(words::description("一二三四五", 3), "一二三");
}

proptest::proptest! {
    #[test]
    fn no_line_breaks_the_reader(line in "\\PC{0,60}", title in "[\\[\\]()（）【】+/ 0-9k天月A-Cc急招五险一金岗]{0,30}|\\PC{0,30}") {
        let _ = read_line(&line);
        let _ = read("title", title.as_str());
        let _ = read("description", title.as_str());
        let _ = read("region", title.as_str());
        let _ = read("salary_min", title.as_str());
    }
}
