//! People of the veterans' world in front of one town's positions: the whole way from the index through the
//! score to the order. What is promised is an order of results, never a number.

use super::world::{TODAY, certificate, must, nice};
use crate::RequirementKind::{Certificate, DrivingLicence, Skill as Ability};
use crate::{Change, Experience, Index, Lexicon, PreparedSeeker, Requirement, Seeker, Shift, Skill, Vacancy, best};

/// Two counties of one city, and one of the next province.
const HERE: &str = "320382";
const NEXT: &str = "320324";
const FAR: &str = "330106";

fn position(id: &str, title: &str, occupation: &str, requirements: &[Requirement]) -> Vacancy {
    Vacancy {
        id: id.into(),
        title: title.into(),
        occupation: Some(occupation.into()),
        division: Some(HERE.into()),
        pay_fen_month: Some((500_000, 700_000)),
        requirements: requirements.to_vec(),
        published_day: TODAY - 5,
        valid_until_day: Some(TODAY + 60),
        ..Vacancy::default()
    }
}

/// What the town offers.
fn town() -> Vec<Vacancy> {
    let degree = |degree, one: Vacancy| Vacancy { degree_min: Some(degree), ..one };
    let at = |division: &str, one: Vacancy| Vacancy { division: Some(division.into()), ..one };
    vec![
        position("lorry", "物流园重卡司机", "4-02-02-02", &[must(DrivingLicence, "A2"), nice(Ability, "安全驾驶")]),
        position("van", "城配货车司机", "4-02-02-02", &[must(DrivingLicence, "C1")]),
        at(
            FAR,
            position(
                "lorry_far",
                "物流园重卡司机",
                "4-02-02-02",
                &[must(DrivingLicence, "A2"), nice(Ability, "安全驾驶")],
            ),
        ),
        position("forklift", "物流园叉车工", "6-30-05-01", &[nice(Ability, "叉车操作")]),
        position("digger", "挖掘机操作手", "6-30-05-05", &[nice(Ability, "设备维护保养")]),
        position("mechanic", "货车维修技师", "4-12-01-01", &[nice(Ability, "汽车维修"), nice(Ability, "发动机维修")]),
        position("cook", "食堂厨师", "4-03-02-01", &[nice(Ability, "大锅菜制作")]),
        position("cook_hotel", "酒店中餐厨师长", "4-03-02-01", &[must(Certificate, "中式烹调师证")]),
        position("canteen", "团餐项目经理", "4-03-02-05", &[nice(Ability, "大锅菜制作")]),
        position("waiter", "餐厅服务员", "4-03-02-05", &[]),
        position("electrician", "值班电工", "6-31-01-03", &[must(Certificate, "电工证")]),
        position("network", "通信网络维护员", "4-04-02-01", &[nice(Ability, "光缆熔接")]),
        position("operator", "企业总机话务员", "4-04-05-03", &[]),
        degree(5, position("telecom", "通信工程师", "2-02-10-01", &[nice(Ability, "光缆熔接")])),
        position("nurse", "社区医院护士", "2-05-08-01", &[must(Certificate, "护士执业资格证")]),
        position("carer", "养老护理员", "4-10-01-05", &[nice(Ability, "老年护理")]),
        position("pharmacy", "药店店员", "4-01-99-00", &[]),
        Vacancy {
            shift: Some(Shift::Day), ..position("clerk", "行政文员", "3-01-01-01", &[nice(Ability, "Excel")])
        },
        Vacancy {
            shift: Some(Shift::Night),
            ..position("clerk_night", "夜班文员", "3-01-01-01", &[nice(Ability, "Excel")])
        },
        position("cashier", "超市收银员", "4-01-02-04", &[]),
        position("accounts", "出纳", "2-06-03-00", &[must(Certificate, "会计初级")]),
        position("guard", "园区保安队长", "4-07-05-01", &[nice(Ability, "团队管理")]),
        at(NEXT, position("guard_next", "小区保安", "4-07-05-01", &[must(Certificate, "保安员证")])),
        position("administration", "行政后勤主管", "3-01-02-08", &[nice(Ability, "团队管理")]),
        position("salesman", "房产销售", "4-06-02-01", &[]),
        degree(5, position("programmer", "Java开发工程师", "2-02-10-03", &[nice(Ability, "Java")])),
    ]
}

fn person(titles: &[&str], service: (&str, &str, f32)) -> Seeker {
    let (title, speciality, years) = service;
    Seeker {
        id: "s".into(),
        titles: titles.iter().map(|title| (*title).to_owned()).collect(),
        experiences: vec![Experience {
            id: "service".into(),
            title: title.into(),
            years: Some(years),
            speciality: (!speciality.is_empty()).then(|| speciality.into()),
            ..Experience::default()
        }],
        degree: Some(3),
        division: Some(HERE.into()),
        places: vec![HERE.into()],
        pay_fen_month_min: Some(500_000),
        ..Seeker::default()
    }
}

/// Ids in the order that the person sees them.
fn order(seeker: &Seeker) -> Vec<String> {
    let town = town();
    let index = Index::in_memory().unwrap();
    let changes: Vec<Change> = town.iter().map(|one| Change::PutPosition(Box::new(one.clone()))).collect();
    index.apply(&changes, 1).unwrap();
    let prepared = PreparedSeeker::new(Lexicon::get(), seeker, TODAY);
    let candidates = index.positions_for(&prepared, 300, 300);
    let found = best(&candidates, candidates.len(), |some| {
        let rows = some.iter().filter_map(|one| town.iter().find(|row| row.id == one.id));
        Ok::<_, crate::Error>(rows.map(|row| (row.id.clone(), prepared.explain(row))).collect())
    });
    found.unwrap().explained.into_iter().map(|(id, _)| id).collect()
}

/// The first results are these, in this order.
fn begins(seeker: &Seeker, expected: &[&str]) {
    let found = order(seeker);
    let first: Vec<&str> = found.iter().take(expected.len()).map(String::as_str).collect();
    assert_eq!(first, expected, "{found:?}");
}

/// Each stands above the next.
fn above(seeker: &Seeker, expected: &[&str]) {
    let found = order(seeker);
    let place = |id: &str| found.iter().position(|one| one == id);
    for pair in expected.windows(2) {
        let (upper, lower) = (place(pair[0]), place(pair[1]));
        assert!(upper.is_some_and(|upper| lower.is_none_or(|lower| upper < lower)), "{pair:?} in {found:?}");
    }
}

/// His tank taught him heavy vehicles, not the licence for lorries: what he may drive decides.
#[test]
fn a_tank_driver_near_a_logistics_park() {
    let without = Seeker {
        certificates: vec![certificate("C1", None)],
        ..person(&["司机"], ("坦克驾驶员", "armored_driving", 8.0))
    };
    begins(&without, &["van"]);
    above(&without, &["van", "digger", "cook"]);
    assert!(!order(&without).contains(&"lorry".to_owned()), "a must-have he is known to lack");
    let with = Seeker { certificates: vec![certificate("A2", None)], ..without };
    above(&with, &["lorry", "lorry_far"]);
    above(&with, &["lorry", "forklift", "waiter"]);
    above(&with, &["van", "forklift"]);
}

/// Who says nothing of wishes is led by what the service was.
#[test]
fn a_tank_driver_who_wants_nothing_in_particular() {
    let person = person(&[], ("坦克驾驶员", "armored_driving", 8.0));
    above(&person, &["digger", "cook"]);
    above(&person, &["lorry", "accounts"]);
}

#[test]
fn a_cook() {
    let cook = person(&["厨师"], ("炊事班长", "cooking", 5.0));
    begins(&cook, &["cook"]);
    above(&cook, &["cook", "canteen", "waiter"]);
    above(&cook, &["cook", "van"]);
    let certified = Seeker { certificates: vec![certificate("中式烹调师证", None)], ..cook };
    above(&certified, &["cook_hotel", "canteen"]);
}

/// The card opens the electrician's work; the signals work leads to the network.
#[test]
fn a_signals_nco_with_an_electricians_card() {
    let signals = Seeker {
        skills: vec![Skill { name: "光缆熔接".into(), experience: Some("service".into()) }],
        certificates: vec![certificate("电工证", Some(TODAY + 400))],
        ..person(&["电工", "通信维护"], ("有线通信班长", "communications_line", 12.0))
    };
    let found = order(&signals);
    let first: std::collections::HashSet<&str> = found.iter().take(2).map(String::as_str).collect();
    assert_eq!(first, ["electrician", "network"].into(), "{found:?}");
    above(&signals, &["network", "operator", "cook"]);
    assert!(!found.contains(&"telecom".to_owned()), "a bachelor is asked for");
    let expired = Seeker { certificates: vec![certificate("电工证", Some(TODAY - 1))], ..signals };
    begins(&expired, &["network"]);
    assert!(!order(&expired).contains(&"electrician".to_owned()), "the card has run out");
}

#[test]
fn a_nurse() {
    let nurse = Seeker {
        degree: Some(4),
        certificates: vec![certificate("护士执业资格证", None)],
        ..person(&["护士"], ("护士", "nursing", 6.0))
    };
    begins(&nurse, &["nurse"]);
    above(&nurse, &["nurse", "carer", "cashier"]);
    above(&nurse, &["carer", "electrician"]);
}

/// A spouse after years at home: office work by day, in her own county.
#[test]
fn a_spouse_returning_to_work() {
    let spouse = Seeker {
        experiences: vec![],
        skills: vec![Skill { name: "Excel".into(), experience: None }],
        shifts: vec![(Shift::Day, true), (Shift::Night, false)],
        ..person(&["文员"], ("", "", 0.0))
    };
    begins(&spouse, &["clerk"]);
    above(&spouse, &["clerk", "cashier", "salesman"]);
    above(&spouse, &["clerk", "clerk_night"]);
    above(&spouse, &["clerk_night", "lorry"]);
}

/// Twenty-eight years of leading people. His age is nowhere; what he can do is.
#[test]
fn a_50_year_old_officer() {
    let officer = Seeker {
        degree: Some(5),
        skills: vec![Skill { name: "团队管理".into(), experience: Some("service".into()) }],
        ..person(&["行政主管", "后勤管理"], ("营长", "command_staff", 28.0))
    };
    begins(&officer, &["administration"]);
    above(&officer, &["administration", "clerk", "programmer"]);
    above(&officer, &["guard", "waiter"]);
    above(&officer, &["guard", "guard_next"]);
}
