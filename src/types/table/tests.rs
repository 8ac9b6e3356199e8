use std::collections::BTreeMap;
use std::io::Write as _;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::columns::{Field, Found, MappingError};
use super::*;
use crate::types::money::{Fen, Pay, PayUnit};
use crate::types::work::{Degree, RequirementKind, Shift};

fn csv(text: &[u8]) -> Result<Table, TableError> {
    read("岗位.csv", text)
}

fn header_of(bytes: &[u8]) -> Vec<String> {
    csv(bytes).unwrap().header
}

#[test]
fn csv_in_any_usual_encoding_and_separator() {
    let text = "岗位,薪资\n保安,5000\n";
    let gbk = encoding_rs::GBK.encode(text).0.into_owned();
    let mut utf16 = vec![0xFF, 0xFE];
    utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    for bytes in [text.as_bytes().to_vec(), [b"\xEF\xBB\xBF", text.as_bytes()].concat(), gbk, utf16] {
        let table = csv(&bytes).unwrap();
        assert_eq!(table.header, ["岗位", "薪资"]);
        assert_eq!(table.rows, [Row { number: 2, cells: vec!["保安".to_owned(), "5000".to_owned()] }]);
    }
    assert_eq!(header_of("岗位;薪资\n保安;5,000\n".as_bytes()), ["岗位", "薪资"]);
    assert_eq!(header_of("岗位\t薪资\n保安\t5000\n".as_bytes()), ["岗位", "薪资"]);
    assert_eq!(csv(b"\xFF\xFE\x00"), Err(TableError::Encoding));
    assert_eq!(csv(b"a,b\n\x00\x01\xF0,c\n"), Err(TableError::Encoding));
}

#[test]
fn csv_rows_keep_the_numbers_a_spreadsheet_gives_them() {
    let table = csv("企业岗位汇总表,\n\n岗位,要求\r\n\r\n保安,\"第一\n第二\"\n,\n\n厨师,无\n".as_bytes()).unwrap();
    let numbers: Vec<(u32, &str)> = table.rows.iter().map(|row| (row.number, row.cell(0))).collect();
    assert_eq!(numbers, [(5, "保安"), (8, "厨师")]);
    assert_eq!(table.rows[0].cell(1), "第一\n第二");
}

#[test]
fn csv_quotes_are_read_as_spreadsheets_write_them() {
    let table = csv("岗位,要求\n\"会\"\"说\"\",话\", 5\" 屏\n\"甲\"乙,\"\"\n丙,\"没有结束\n".as_bytes()).unwrap();
    let cells: Vec<_> = table.rows.iter().map(|row| (row.cell(0), row.cell(1))).collect();
    assert_eq!(cells, [("会\"说\",话", "5\" 屏"), ("甲乙", ""), ("丙", "没有结束")]);
}

#[test]
fn a_file_is_what_its_name_says() {
    let xlsx = write("岗位", &[Column::new("岗位", 10)], &[vec!["保安".to_owned()]]).unwrap();
    assert_eq!(read("a.xlsx", &xlsx).unwrap().rows.len(), 1);
    assert_eq!(read("a.csv", &xlsx), Err(TableError::Unreadable));
    assert_eq!(read("a.xlsx", "岗位\n保安".as_bytes()), Err(TableError::Unreadable));
    assert_eq!(read("a.xls", &xlsx), Err(TableError::Format));
    assert_eq!(read("a", b"x"), Err(TableError::Format));
    assert_eq!(read("a.csv", b""), Err(TableError::Empty));
    assert_eq!(read("a.csv", "只有表头,一行".as_bytes()), Err(TableError::Empty));
}

#[test]
fn limits_hold() {
    let many_rows = format!("a,b\n{}", "1,2\n".repeat(ROWS_MAX + 20));
    assert_eq!(csv(many_rows.as_bytes()), Err(TableError::TooManyRows));
    let many_columns = format!("a,b\n{}", "1,".repeat(COLUMNS_MAX + 2));
    assert_eq!(csv(many_columns.as_bytes()), Err(TableError::TooManyColumns));
    assert_eq!(csv(&vec![b'a'; BYTES_MAX + 1]), Err(TableError::TooLarge));
    assert_eq!(csv(&vec![b','; 9_000_000]), Err(TableError::TooManyColumns));
    assert_eq!(csv(&vec![b'"'; 9_000_000]), Err(TableError::TooLarge));
}

#[test]
fn text_goes_out_and_comes_back_and_is_never_a_formula() {
    let nasty = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "=HYPERLINK(\"http://x\")",
        "330482199008019990",
        "007",
        "a\nb",
        "_x0041_",
        "<&>\"'",
        "1.3E+17",
    ];
    let columns: Vec<Column> = nasty.iter().map(|_| Column::new("列", 20)).collect();
    let bytes = write("表", &columns, &[nasty.iter().map(|text| (*text).to_owned()).collect()]).unwrap();
    let table = read("a.xlsx", &bytes).unwrap();
    assert_eq!(table.rows[0].number, 2);
    assert_eq!(table.rows[0].cells, nasty);
    let sheet = unpacked(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f") && !sheet.contains("t=\"str\""), "{sheet}");
}

fn unpacked(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

/// A minimal workbook around `sheet` and `strings`.
fn book(sheet: &str, strings: &str) -> Vec<u8> {
    let parts = [
        (
            "[Content_Types].xml",
            r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        (
            "_rels/.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ];
    archive(&parts)
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn sheet(rows: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="2"><si><t>姓名</t></si><si><t>号码</t></si></sst>"#;
const HEADER: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>"#;

#[test]
fn numbers_keep_their_digits_or_show_that_they_lost_them() {
    for (number, text) in [
        ("13000000001", "13000000001"),
        ("5000", "5000"),
        ("0.30000000000000004", "0.3"),
        ("330482199008019", "330482199008019"),
        ("330482199008019990", "3.30482199008020E+17"),
        ("3.3048219900801997E+17", "3.30482199008020E+17"),
    ] {
        let rows = format!("{HEADER}<row r=\"3\"><c r=\"A3\"><v>{number}</v></c></row>");
        let table = read("a.xlsx", &book(&sheet(&rows), STRINGS)).unwrap();
        assert_eq!((table.rows[0].number, table.rows[0].cell(0)), (3, text));
        assert_eq!(cells::whole_number(text, "身份证号").is_err(), text.contains('E'), "{text}");
    }
}

#[test]
fn hostile_workbooks_are_refused() {
    let good = sheet(&format!("{HEADER}<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"));
    assert!(read("a.xlsx", &book(&good, STRINGS)).is_ok());
    let far = sheet(&format!("{HEADER}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"));
    let back = sheet(&format!(
        "{HEADER}<row r=\"9\"><c r=\"A9\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
    ));
    let rows: String = (2..=20_100).map(|i| format!("<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>")).collect();
    let spoken = STRINGS.replace("\"2\"", "\"99999999999999999\"");
    let long: String = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "长".repeat(30_000));
    let echo: String =
        (2..=2_000).map(|i| format!("<row r=\"{i}\"><c r=\"A{i}\" t=\"s\"><v>0</v></c></row>")).collect();
    let cases = [
        (book(&far, STRINGS), TableError::TooManyColumns),
        (book(&back, STRINGS), TableError::Unreadable),
        (book(&sheet(&format!("{HEADER}{rows}")), STRINGS), TableError::TooManyRows),
        (book(&good, &spoken), TableError::TooLarge),
        (book(&sheet(&echo), &long), TableError::TooLarge),
        (book(&good, &" ".repeat(2 * 1024 * 1024)), TableError::Bomb),
        (book(&good, &" ".repeat(60 * 1024 * 1024)), TableError::TooLarge),
        (book(&good, "<sst"), TableError::Unreadable),
        (book("", STRINGS), TableError::Unreadable),
        (b"PK\x03\x04 and no archive".to_vec(), TableError::Unreadable),
    ];
    for (i, (bytes, error)) in cases.into_iter().enumerate() {
        assert_eq!(read("a.xlsx", &bytes), Err(error), "case {i}");
    }
    let names: Vec<String> = (0..1_001).map(|i| format!("{i}.xml")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(read("a.xlsx", &archive(&parts)), Err(TableError::Bomb));
}

#[test]
fn cells_are_read_as_people_write_them() {
    fn check<T: PartialEq + std::fmt::Debug>(
        read: fn(&str) -> Result<T, cells::CellError>,
        cases: &[(&str, Option<T>)],
    ) {
        for (text, expected) in cases {
            assert_eq!(read(text).ok().as_ref(), expected.as_ref(), "{text}");
        }
    }
    check(
        cells::degree,
        &[
            ("大专及以上", Some(Degree::JuniorCollege)),
            ("学历不限", Some(Degree::None)),
            ("本科/硕士", Some(Degree::Bachelor)),
            ("中专 高中", Some(Degree::SeniorMiddle)),
            ("bachelor", Some(Degree::Bachelor)),
            // A code of the standard, as another program writes it.
            ("21", Some(Degree::Bachelor)),
            ("初中及以下", Some(Degree::JuniorMiddle)),
            ("博士研究生", Some(Degree::Doctor)),
            ("很高", None),
        ],
    );
    // What a person has and what a position asks: a most asks for nothing.
    check(
        cells::degree_asked,
        &[("初中及以下", Some(Degree::None)), ("高职以上", Some(Degree::JuniorCollege)), ("高", None)],
    );
    check(cells::shift, &[("长白班", Some(Shift::Day)), ("两班倒", Some(Shift::Rotating)), ("随便", None)]);
    check(cells::yes_no, &[("是", Some(true)), (" YES ", Some(true)), ("不包住", Some(false)), ("也许", None)]);
    let day = NaiveDate::from_ymd_opt(2026, 12, 1);
    check(
        cells::date,
        &[
            ("2026-12-01", day),
            ("2026/12/1", day),
            ("2026 年 12 月 1 日", day),
            ("２０２６．１２．０１", day),
            ("20261201", day),
            ("2026-12-01 00:00:00", day),
            ("2026-13-01", None),
            ("12/1/2026", None),
            ("46387", None),
        ],
    );
    check(
        cells::year,
        &[("2016", Some(2016)), ("2016-09", Some(2016)), ("2016年", Some(2016)), ("201609", Some(2016)), ("16", None)],
    );
    check(cells::count, &[("3", Some(3)), ("３人", Some(3)), ("若干", None), ("3-5", None)]);
    check(
        cells::years,
        &[("3-5年", Some(3)), ("不限", Some(0)), ("三年", None), ("1年以下", Some(0)), ("2年以上", Some(2))],
    );
    let code = |text| cells::division(text).map(|division| division.code());
    assert_eq!(code("浙江省嘉兴市平湖市当湖街道"), Ok("330482001"));
    assert_eq!(code("330482 平湖市"), Ok("330482"));
    assert_eq!(code("330483001").map_err(|error| error.code.into_owned()), Err("unknown_division".to_owned()));
    assert_eq!(code("月球").map_err(|error| error.code.into_owned()), Err("unknown_division".to_owned()));
}

#[test]
fn lists_come_back_as_they_were() {
    assert_eq!(cells::list("电工证、焊工证；叉车，吊车"), ["电工证", "焊工证", "叉车", "吊车"]);
    for parts in [vec!["电工证", "C1"], vec!["Word、Excel"], vec!["a,b", "c"], vec![]] {
        let parts: Vec<String> = parts.into_iter().map(str::to_owned).collect();
        assert_eq!(cells::list(&cells::list_text(&parts)), parts);
    }
    assert_eq!(cells::kind_and_name("证书：电工证"), (Some(RequirementKind::Certificate), "电工证"));
    assert_eq!(cells::kind_and_name("比例 1:2"), (None, "比例 1:2"));
}

#[test]
fn pay_is_read_as_people_write_it() {
    let month = |low: i64, high: i64| Some((low * 100, high * 100, PayUnit::Month, None));
    let cases = [
        ("5000-8000元/月", month(5000, 8000)),
        ("5000～8000", month(5000, 8000)),
        ("6-8千", month(6000, 8000)),
        ("6千-8千/月", month(6000, 8000)),
        ("8千-1.2万", month(8000, 12_000)),
        ("1-1.5万/月", month(10_000, 15_000)),
        ("8K-12K", month(8000, 12_000)),
        ("￥5,000元/月 - 8,000元/月", month(5000, 8000)),
        ("5000元以上", month(5000, 5000)),
        ("4500+提成", month(4500, 4500)),
        ("月薪6000（税前）", month(6000, 6000)),
        ("6000至9000元", month(6000, 9000)),
        ("200元/天", Some((20_000, 20_000, PayUnit::Day, None))),
        ("18.5元/小时", Some((1_850, 1_850, PayUnit::Hour, None))),
        ("年薪12-15万", Some((12_000_000, 15_000_000, PayUnit::Year, None))),
        ("1.2-2万·14薪", Some((1_200_000, 2_000_000, PayUnit::Month, Some(14)))),
        ("0.8元/件", Some((80, 80, PayUnit::Piece, None))),
        ("８０００－１２０００元／月", month(8000, 12_000)),
        ("8K-12K·13薪", Some((800_000, 1_200_000, PayUnit::Month, Some(13)))),
        ("底薪3000+提成", month(3000, 3000)),
        ("15-25万/年", Some((15_000_000, 25_000_000, PayUnit::Year, None))),
        ("一万二", month(12_000, 12_000)),
        ("六到八千", month(6000, 8000)),
        ("三千五百元至一万零五百元", month(3500, 10_500)),
        ("年薪二十万", Some((20_000_000, 20_000_000, PayUnit::Year, None))),
        ("1万2-1万5", month(12_000, 15_000)),
        ("8千五", month(8500, 8500)),
        ("6000-1.2万/月", month(6000, 12_000)),
        ("0.6-0.8万元/月", month(6000, 8000)),
        ("包吃住，6000-8000元/月，月休4天，8小时", month(6000, 8000)),
        ("6000元/月 双休 每天8小时", month(6000, 6000)),
        ("月休4天 5500元", month(5500, 5500)),
        ("6000元年底双薪", month(6000, 6000)),
        ("五险一金 7000左右", month(7000, 7000)),
        ("6000-8000，可面议", month(6000, 8000)),
        ("日薪200-300", Some((20_000, 30_000, PayUnit::Day, None))),
        ("213一天", Some((21_300, 21_300, PayUnit::Day, None))),
        ("23元一个小时", Some((2_300, 2_300, PayUnit::Hour, None))),
        ("1000元/周", Some((100_000, 100_000, PayUnit::Week, None))),
        ("8k-12k/month", month(8000, 12_000)),
        ("RMB 8,000 - 10,000 per month", month(8000, 10_000)),
        ("20-25K·13-15薪", Some((2_000_000, 2_500_000, PayUnit::Month, Some(13)))),
        ("十三薪 8000", Some((800_000, 800_000, PayUnit::Month, Some(13)))),
    ];
    for (text, expected) in cases {
        let read = pay::read(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let found = read.map(|pay| (pay.min().fen(), pay.max().fen(), pay.unit(), pay.months_per_year()));
        assert_eq!(found, expected, "{text}");
    }
    assert_eq!(pay::read("面议"), Ok(None));
    assert_eq!(pay::read("薪资可谈"), Ok(None));
    for (text, code) in [
        ("高薪", "pay"),
        ("8000-5000元/月", "pay"),
        ("200", "pay_unit"),
        ("8000以下", "pay"),
        ("1-2-3万", "pay"),
        ("1.234万", "pay"),
        ("99999999999999元/月", "pay"),
        ("8-1万2", "pay"),
        ("$3000", "pay"),
        ("15-25万", "pay_unit"),
        ("120000", "pay_unit"),
        ("周一到周五", "pay"),
        ("五险一金", "pay"),
    ] {
        assert_eq!(pay::read(text).map_err(|error| error.code.into_owned()), Err(code.to_owned()), "{text}");
    }
}

#[test]
fn a_title_states_its_pay_only_with_a_sign_of_money() {
    let stated = |title: &str| pay::in_title(title).map(pay::text);
    let found = |title: &str, expected: &str| assert_eq!(stated(title).as_deref(), Some(expected), "{title}");
    found("急招！月入过万 五险一金 包吃住 保安（双休）8K-12K·13薪", "8000-12000元/月·13薪");
    found("保安日结213一天管住", "213元/天");
    found("文员朝九晚五月入8k包住宿", "8000元/月");
    found("普工打包工23元一个小时坐班轻松", "23元/小时");
    for title in [
        "ISO27001信息安全审核员",
        "C1司机",
        "2025届校招",
        "110接警员",
        "保安",
        "4S店销售",
        "24小时便利店店员",
        "10kv值班电工",
    ] {
        assert_eq!(stated(title), None, "{title}");
    }
}

const FIELDS: &[Field] = &[
    Field { name: "title", headers: &["岗位名称", "职位", "job title"], required: true },
    Field { name: "degree", headers: &["学历要求", "最低学历"], required: false },
    Field { name: "enterprise", headers: &["单位名称", "企业名称"], required: false },
];

fn mapped(header: &[&str], given: &[(&str, &str)]) -> Result<columns::Mapping, Vec<MappingError>> {
    let header: Vec<String> = header.iter().map(|text| (*text).to_owned()).collect();
    let given: BTreeMap<String, String> = given.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    columns::map(FIELDS, &header, &given)
}

#[test]
fn columns_are_found_by_their_headers() {
    let mapping = mapped(&["序号", "企业名称", "*岗位名称（必填）", "学历"], &[]).unwrap();
    assert_eq!((mapping.column("title"), mapping.column("enterprise")), (Some(2), Some(1)));
    assert_eq!(mapping.uses[1].found, Found::Absent);
    assert_eq!(mapping.ignored, ["序号", "学历"]);
    let mapping = mapped(&["岗位名", "最低学历要求"], &[]).unwrap();
    assert_eq!((mapping.uses[0].found, mapping.uses[1].found), (Found::Similar, Found::Similar));
    let mapping = mapped(&["Job Title", "学历要求", "备注"], &[("degree", ""), ("enterprise", "备注")]).unwrap();
    assert_eq!((mapping.column("degree"), mapping.column("enterprise")), (None, Some(2)));
    assert_eq!(mapped(&["学历"], &[]), Err(vec![MappingError::Missing { field: "title", header: "岗位名称" }]));
    let errors = mapped(&["职位"], &[("titel", "职位"), ("title", "岗位")]).unwrap_err();
    assert_eq!(errors.len(), 3, "{errors:?}");
}

proptest! {
    #[test]
    fn every_pay_comes_back(min in 1_i64..100_000_000, more in 0_i64..100_000_000, unit in 0_usize..6, months in 11_u8..25) {
        let months = (months >= 12).then_some(months);
        let pay = Pay::new(Fen::new(min), Fen::new(min + more), PayUnit::ALL[unit], months).unwrap();
        prop_assert_eq!(pay::read(&pay::text(pay)), Ok(Some(pay)));
    }

    /// Whatever is written as pay, what is read is a pay, and comes back.
    #[test]
    fn what_is_read_as_pay_is_one(text in "([0-9一二两三五八十百千万kKw.,\\-~至到元块/每月天年日小时薪·+ 底面议包吃住（）]|１|２|８){0,16}") {
        if let Ok(Some(found)) = pay::read(&text) {
            prop_assert!(found.min() <= found.max() && found.min() > Fen::ZERO);
            prop_assert_eq!(pay::read(&pay::text(found)), Ok(Some(found)));
        }
        let _ = pay::in_title(&text);
    }

    #[test]
    fn every_text_comes_back(cells in proptest::collection::vec("[^\\p{C}]{1,40}", 2..8)) {
        let columns: Vec<Column> = cells.iter().map(|_| Column::new("列", 9)).collect();
        let bytes = write("表", &columns, std::slice::from_ref(&cells)).unwrap();
        let table = read("a.xlsx", &bytes);
        // Characters that do not show are left out; they come along when something is copied.
        let cells: Vec<String> = cells.iter().map(|cell| crate::types::text::visible(cell)).collect();
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            let row = &table.unwrap().rows[0];
            for (at, cell) in cells.iter().enumerate() {
                prop_assert_eq!(row.cell(at), cell.trim());
            }
        }
    }

    /// No bytes make the readers panic.
    #[test]
    fn any_bytes_are_a_table_or_a_refusal(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0_usize..3000, with in any::<u8>()) {
        let _ = read("a.csv", &bytes);
        let mut spoiled = book(&sheet(HEADER), STRINGS);
        let at = at % spoiled.len();
        spoiled[at] = with;
        let _ = read("a.xlsx", &spoiled);
        let text = String::from_utf8_lossy(&bytes);
        let _ = (pay::read(&text), cells::date(&text), cells::year(&text), cells::count(&text), cells::years(&text), cells::division(&text));
    }
}
