//! Reads the divisions out of what people write: 昆明·盘龙区, 浙江嘉兴平湖, 上海-浦东新区, 当湖街道.
//!
//! The text is read from left to right, the longest known name first. A name that lies in what was read
//! before narrows it; one that contradicts it (北京街 in 大连) is passed over. So what a name means is
//! decided by the names around it, and a text that fits several divisions returns them all.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Division, Level, TABLE};
use crate::types::identifiers::half_width;

/// More than that is no answer.
const FOUND_MAX: usize = 20;

/// Best first: the whole name before a short form, a city before a county.
pub(super) fn find(text: &str) -> Vec<Division> {
    let mut hits = search(text);
    hits.truncate(FOUND_MAX);
    hits.into_iter().map(|hit| hit.division).collect()
}

pub(super) fn find_one(text: &str) -> Option<Division> {
    let hits = search(text);
    let best = hits.first()?;
    let rival = hits.get(1).is_some_and(|second| second.rank() == best.rank());
    (!rival).then_some(best.division)
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Hit {
    division: Division,
    /// By its whole name, not by a short form.
    exact: bool,
}

impl Hit {
    fn rank(&self) -> (bool, Level) {
        (!self.exact, self.division.level())
    }
}

fn search(text: &str) -> Vec<Hit> {
    let text: String = text.chars().map(half_width).collect();
    let mut found: Vec<Hit> = vec![];
    for part in text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        if let Some(province) = NAMES.abbreviations.get(part) {
            narrow(&mut found, &[Hit { division: *province, exact: true }]);
        } else {
            read_part(part, &mut found);
        }
    }
    found.sort_by_key(|hit| (hit.rank(), hit.division));
    found.dedup_by_key(|hit| hit.division);
    found
}

fn read_part(part: &str, found: &mut Vec<Hit>) {
    let mut starts: Vec<usize> = part.char_indices().map(|(at, _)| at).collect();
    starts.push(part.len());
    let mut at = 0;
    while at + 2 < starts.len() {
        let last = (starts.len() - 1).min(at + NAMES.longest);
        let end = (at + 2..=last).rev().find(|end| {
            let hits = NAMES.by_name.get(&part[starts[at]..starts[*end]]);
            hits.is_some_and(|hits| narrow(found, hits))
        });
        at = end.unwrap_or(at + 1);
    }
}

/// Takes `hits` as the next name read. `false`: none of them agrees with what was found before.
fn narrow(found: &mut Vec<Hit>, hits: &[Hit]) -> bool {
    if found.is_empty() {
        found.extend_from_slice(hits);
        return true;
    }
    // Said again (长沙·长沙雨花区), a name does not turn into the county of the same short form.
    let again = hits.iter().any(|hit| found.iter().any(|f| f.division == hit.division));
    let below = |hit: &&Hit| {
        (hit.exact || !again) && found.iter().any(|f| f.division != hit.division && f.division.contains(hit.division))
    };
    let lower: Vec<Hit> = hits.iter().filter(below).copied().collect();
    if !lower.is_empty() {
        *found = lower;
        return true;
    }
    // A parent named after its part (平湖, 嘉兴) or the same name again.
    let above = |f: &&Hit| hits.iter().any(|hit| hit.division.contains(f.division));
    let kept: Vec<Hit> = found.iter().filter(above).copied().collect();
    if kept.is_empty() {
        return false;
    }
    *found = kept;
    true
}

struct Names {
    by_name: HashMap<String, Vec<Hit>>,
    /// One-character names of provinces (沪), read only when they stand alone.
    abbreviations: HashMap<&'static str, Division>,
    /// Characters of the longest name.
    longest: usize,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut by_name: HashMap<String, Vec<Hit>> = HashMap::new();
    let mut add = |name: String, division: Division, exact: bool| {
        let hits = by_name.entry(name).or_default();
        if !hits.iter().any(|hit| hit.division == division) {
            hits.push(Hit { division, exact });
        }
    };
    let divisions = (0..TABLE.rows.len() as u32).map(Division).filter(|division| !division.is_placeholder());
    for division in divisions {
        add(division.name().to_owned(), division, true);
        let shorter = short_forms(division.name()).into_iter().chain(zone_forms(division.name(), division));
        shorter.for_each(|short| add(short, division, false));
    }
    for (old, code) in RENAMED {
        let division = Division::from_code(code).expect("a renamed division has a code of today");
        add((*old).to_owned(), division, true);
        let shorter = short_forms(old).into_iter().chain(zone_forms(old, division));
        shorter.for_each(|short| add(short, division, false));
    }
    let longest = by_name.keys().map(|name| name.chars().count()).max().unwrap_or(0);
    let abbreviations = ABBREVIATIONS
        .iter()
        .map(|(name, code)| (*name, Division::from_code(code).expect("a province has a code")))
        .collect();
    Names { by_name, abbreviations, longest }
});

/// What is said instead of the whole name; two characters at least, or any text would name a place.
fn short_forms(name: &str) -> Vec<String> {
    let mut forms = vec![];
    if let Some(village) = name.strip_suffix("民委员会").or_else(|| name.strip_suffix("居委会")) {
        // 三北村村民委员会 → 三北村. A village's bare stem (东方, 如意) is too common a word.
        forms.push(village.strip_suffix('村').unwrap_or(village).to_owned());
    } else if let Some(people) = ["自治区", "自治州", "自治县", "自治旗"].iter().find_map(|s| name.strip_suffix(s))
    {
        forms.push(without_peoples(people).to_owned());
    } else {
        let suffixes = ["地区", "新区", "街道", "省", "市", "区", "县", "盟", "镇", "乡"];
        forms.extend(suffixes.iter().filter_map(|suffix| name.strip_suffix(suffix)).map(str::to_owned));
    }
    forms.retain(|form| form.chars().count() >= 2);
    forms
}

/// A zone that has its city's name is called by its kind alone (合肥·高新区); 合肥新站高新区 is not.
fn zone_forms(name: &str, division: Division) -> Vec<String> {
    let city = division.parent().map_or("", |parent| parent.name().trim_end_matches('市'));
    let forms = |kind: &str, forms: &[&str]| {
        let stem = name.strip_suffix(kind)?.trim_end_matches('市');
        stem.ends_with(city).then(|| forms.iter().map(|form| (*form).to_owned()).collect::<Vec<_>>())
    };
    forms("高新技术产业开发区", &["高新区", "高新技术产业开发区"])
        .or_else(|| forms("经济技术开发区", &["经开区", "经济技术开发区"]))
        .or_else(|| forms("经济开发区", &["经开区", "经济开发区"]))
        .unwrap_or_default()
}

/// 恩施土家族苗族 → 恩施, but 内蒙古 stays: a name keeps at least two characters.
fn without_peoples(name: &str) -> &str {
    let mut name = name;
    loop {
        let stripped = PEOPLES.iter().find_map(|people| {
            let rest = name.strip_suffix(people)?;
            let rest = rest.strip_suffix('各').unwrap_or(rest);
            (rest.chars().count() >= 2).then_some(rest)
        });
        match stripped {
            Some(rest) => name = rest,
            None => return name,
        }
    }
}

/// The peoples in names of autonomous divisions, longer ones first where one ends like another.
const PEOPLES: &[&str] = &[
    "达斡尔族",
    "鄂伦春族",
    "鄂温克族",
    "朝鲜族",
    "蒙古族",
    "土家族",
    "仫佬族",
    "毛南族",
    "仡佬族",
    "布依族",
    "哈尼族",
    "拉祜族",
    "布朗族",
    "纳西族",
    "景颇族",
    "傈僳族",
    "独龙族",
    "普米族",
    "裕固族",
    "保安族",
    "东乡族",
    "撒拉族",
    "哈萨克族",
    "满族",
    "回族",
    "畲族",
    "苗族",
    "瑶族",
    "侗族",
    "壮族",
    "黎族",
    "羌族",
    "彝族",
    "藏族",
    "水族",
    "傣族",
    "佤族",
    "白族",
    "怒族",
    "土族",
    "维吾尔",
    "哈萨克",
    "柯尔克孜",
    "塔吉克",
    "锡伯",
    "蒙古",
    "各族",
];

const ABBREVIATIONS: &[(&str, &str)] = &[
    ("京", "11"),
    ("津", "12"),
    ("冀", "13"),
    ("晋", "14"),
    ("内蒙", "15"),
    ("蒙", "15"),
    ("辽", "21"),
    ("吉", "22"),
    ("黑", "23"),
    ("沪", "31"),
    ("申", "31"),
    ("苏", "32"),
    ("浙", "33"),
    ("皖", "34"),
    ("闽", "35"),
    ("赣", "36"),
    ("鲁", "37"),
    ("豫", "41"),
    ("鄂", "42"),
    ("湘", "43"),
    ("粤", "44"),
    ("桂", "45"),
    ("琼", "46"),
    ("渝", "50"),
    ("川", "51"),
    ("蜀", "51"),
    ("黔", "52"),
    ("贵", "52"),
    ("滇", "53"),
    ("云", "53"),
    ("藏", "54"),
    ("陕", "61"),
    ("秦", "61"),
    ("甘", "62"),
    ("陇", "62"),
    ("青", "63"),
    ("宁", "64"),
    ("新", "65"),
];

/// Divisions that were renamed or merged, by the State Council's approvals (国函) of the year given [G].
/// One that only changed its kind (萧山市 → 萧山区) needs no row: its short form is found. One that was
/// split stands with the part that kept its seat.
const RENAMED: &[(&str, &str)] = &[
    ("崇文区", "110101"),                 // 2010 东城区
    ("宣武区", "110102"),                 // 2010 西城区
    ("塘沽区", "120116"),                 // 2009 滨海新区
    ("汉沽区", "120116"),                 // 2009
    ("大港区", "120116"),                 // 2009
    ("卢湾区", "310101"),                 // 2011 黄浦区
    ("闸北区", "310106"),                 // 2015 静安区
    ("南汇区", "310115"),                 // 2009 浦东新区
    ("白下区", "320104"),                 // 2013 秦淮区
    ("下关区", "320106"),                 // 2013 鼓楼区
    ("崇安区", "320213"),                 // 2015 梁溪区
    ("南长区", "320213"),                 // 2015
    ("北塘区", "320213"),                 // 2015
    ("戚墅堰区", "320412"),               // 2015 武进区
    ("沧浪区", "320508"),                 // 2012 姑苏区
    ("平江区", "320508"),                 // 2012
    ("金阊区", "320508"),                 // 2012
    ("苏州高新技术产业开发区", "320505"), // 2002 one administration with 虎丘区
    ("吴县", "320506"),                   // 2001 吴中区 and 相城区
    ("江干区", "330102"),                 // 2021 上城区, its east 钱塘区
    ("下城区", "330105"),                 // 2021 拱墅区
    ("鄞县", "330212"),                   // 2002 鄞州区
    ("江东区", "330212"),                 // 2016 鄞州区 (宁波)
    ("绍兴县", "330603"),                 // 2013 柯桥区
    ("四方区", "370203"),                 // 2012 市北区 (青岛)
    ("胶南市", "370211"),                 // 2012 黄岛区
    ("东山区", "440104"),                 // 2005 越秀区 (广州)
    ("芳村区", "440103"),                 // 2005 荔湾区
    ("萝岗区", "440112"),                 // 2014 黄埔区
    ("襄樊市", "4206"),                   // 2010 襄阳市
    ("思茅市", "5308"),                   // 2007 普洱市
    ("双桥区", "500111"),                 // 2011 大足区 (重庆)
    ("万盛区", "500110"),                 // 2011 綦江区
];

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        find(text).into_iter().map(Division::code).collect()
    }

    #[test]
    fn what_people_write_is_found() {
        for (text, code) in [
            ("昆明·盘龙区", "530103"),
            ("上海-浦东新区", "310115"),
            ("上海浦东", "310115"),
            ("沪·浦东", "310115"),
            ("浙江嘉兴平湖", "330482"),
            ("浙江省嘉兴市平湖市当湖街道", "330482001"),
            ("浙江省平湖市三北村", "330482001201"),
            ("当湖街道", "330482001"),
            ("平湖,嘉兴", "330482"),
            ("乍浦", "330482101"),
            ("吴中区", "320506"),
            ("苏州··", "3205"),
            ("苏州·苏州工业园区", "320576"),
            ("苏州·高新区", "320505"),
            ("北京·朝阳区·望京", "110105"),
            ("北京市 朝阳区", "110105"),
            ("朝阳·双塔区", "211302"),
            ("大连·西岗区·北京街", "210203"),
            ("深圳·龙岗区·平湖", "440307"),
            ("杭州萧山市", "330109"),
            ("上海·闸北区", "310106"),
            ("宁波·江东区", "330212"),
            ("内蒙古呼和浩特", "1501"),
            ("内蒙·呼和浩特", "1501"),
            ("广西南宁", "4501"),
            ("湘西土家族苗族自治州·吉首市", "433101"),
            ("延边·延吉", "222401"),
            ("伊犁哈萨克自治州·伊宁市", "654002"),
            ("吉林", "22"),
            ("吉林市", "2202"),
            ("吉林·船营区", "220204"),
            ("海南·海口", "4601"),
            ("东莞·厚街镇", "4419"),
            ("石河子市", "659001"),
            ("合肥·高新区", "340176"),
            ("昆山", "320583"),
            ("天津·河北区·火车站", "120105"),
            ("ＺＪ 嘉兴－海宁", "330481"),
            ("湖北仙桃", "429004"),
            ("长沙·长沙雨花区", "430111"),
            ("湖南省长沙市·长沙", "4301"),
            ("长沙·长沙县", "430121"),
        ] {
            assert_eq!(find_one(text).map(Division::code), Some(code), "{text}: {:?}", find(text));
        }
    }

    #[test]
    fn several_places_of_one_name_are_all_told() {
        assert_eq!(codes("鼓楼区"), ["320106", "320302", "350102", "410204"]);
        assert_eq!(find_one("鼓楼区"), None);
        assert_eq!(codes("朝阳")[0], "2113");
        assert!(codes("朝阳").contains(&"110105"));
    }

    #[test]
    fn what_is_no_place_finds_nothing() {
        for text in ["", "··", "面议", "区", "市", "a", "12345", "市辖区", "居家办公"] {
            assert_eq!(codes(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn every_division_is_found_by_its_full_name() {
        let unfound: Vec<Division> = (0..TABLE.rows.len() as u32)
            .map(Division)
            .filter(|division| !division.is_placeholder() && find_one(&division.full_name()) != Some(*division))
            .collect();
        assert_eq!(unfound, []);
    }
}
