//! Which offers are one, as a table; and that a fingerprint moves as little as its text.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::dictionary::Dictionary;
use crate::types::money::{Fen, PayUnit};
use crate::types::work::RequirementKind;

const TEXT: &str = "负责园区大门和周界的值守，登记来访人员和车辆，按路线巡逻并记录。夜里每两小时走一遍消防通道，\
                    发现异常立即报告值班队长。会使用对讲机和监控，能写简单的交接班记录。";

fn guard() -> PositionInput {
    PositionInput {
        title: "保安员".to_owned(),
        occupation: Some("4-07-05-01".to_owned()),
        headcount: 4,
        pay: pay(5000, 6000),
        division: Division::from_code("330482001").expect("当湖街道"),
        address: None,
        degree_min: Some(Degree::JuniorMiddle),
        experience_years_min: Some(0),
        shift: Some(Shift::Rotating),
        housing: Some(true),
        veteran_preference: true,
        requirements: vec![asked("保安员证", true), asked("对讲机", false)],
        description: TEXT.to_owned(),
        contact: None,
        valid_until: NaiveDate::from_ymd_opt(2027, 1, 31).expect("a day"),
    }
}

fn asked(name: &str, must: bool) -> Requirement {
    Requirement { kind: RequirementKind::Skill, name: name.to_owned(), must }
}

fn pay(low: i64, high: i64) -> Option<Pay> {
    Pay::new(Fen::new(low * 100), Fen::new(high * 100), PayUnit::Month, None).ok()
}

fn offer(input: &PositionInput) -> Offer {
    Offer::of_input(input, &Dictionary::get().bare_title(&input.title))
}

/// What one posting has that the other has not.
type Change = fn(&mut PositionInput);

#[test]
fn what_is_touched_up_is_the_same() {
    let cases: [(&str, Change); 9] = [
        ("nothing", |_| {}),
        ("slogans", |input| input.title = "急招！月入过万 保安（双休）5K-6K·13薪".to_owned()),
        ("full-width letters", |input| input.title = "　保安员　".to_owned()),
        ("a few words", |input| input.description = TEXT.replace("立即报告", "马上上报")),
        ("signs and lines", |input| input.description = TEXT.replace('，', "\n- ")),
        ("another day, more places", |input| {
            input.headcount = 9;
            input.valid_until = input.valid_until.succ_opt().expect("a day");
        }),
        ("pay a little higher", |input| input.pay = pay(5200, 6300)),
        ("an occupation not said", |input| input.occupation = None),
        ("requirements in another order", |input| input.requirements.reverse()),
    ];
    for (what, change) in cases {
        let mut other = guard();
        change(&mut other);
        assert!(is_same(&offer(&guard()), &offer(&other)), "{what}");
        assert!(is_same(&offer(&other), &offer(&guard())), "{what}, the other way");
    }
}

#[test]
fn another_offer_is_another() {
    let cases: [(&str, Change); 16] = [
        ("a rank", |input| input.title = "保安队长".to_owned()),
        ("a direction in brackets", |input| input.title = "保安员（消控室）".to_owned()),
        ("an occupation", |input| input.occupation = Some("4-07-05-03".to_owned())),
        ("a place", |input| input.division = Division::from_code("330482002").expect("a street")),
        ("pay far apart", |input| input.pay = pay(6500, 7500)),
        ("pay of another kind", |input| {
            input.pay = Pay::new(Fen::new(500_000), Fen::new(600_000), PayUnit::Year, None).ok();
        }),
        ("pay to be agreed", |input| input.pay = None),
        ("a degree", |input| input.degree_min = Some(Degree::SeniorMiddle)),
        ("a degree not said", |input| input.degree_min = None),
        ("years", |input| input.experience_years_min = Some(2)),
        ("a shift", |input| input.shift = Some(Shift::Day)),
        ("housing", |input| input.housing = Some(false)),
        ("preference", |input| input.veteran_preference = false),
        ("a must-have", |input| input.requirements[1].must = true),
        ("one requirement less", |input| drop(input.requirements.pop())),
        ("other work in words", |input| {
            input.description = "在商场出入口站岗引导顾客，维持开放活动的秩序，处理客人的求助和失物招领。".to_owned();
        }),
    ];
    for (what, change) in cases {
        let mut other = guard();
        change(&mut other);
        assert!(!is_same(&offer(&guard()), &offer(&other)), "{what}");
    }
    let at = |address: &str| PositionInput { address: Some(address.to_owned()), ..guard() };
    assert!(!is_same(&offer(&at("环城东路1号")), &offer(&at("新华路8号"))), "two sites");
    assert!(is_same(&offer(&at("环城东路1号")), &offer(&guard())), "an address not said");
}

#[test]
fn a_stored_fingerprint_never_changes() {
    assert_eq!(offer(&guard()).fingerprint, fingerprint("保安", &letters(TEXT)));
    assert_eq!(fingerprint("保安", "负责门卫值班"), 0x2a12_8704_f586_6f35);
}

#[test]
fn copies_are_long_and_practically_equal() {
    let text = |text: &str| offer(&PositionInput { description: text.to_owned(), ..guard() });
    assert!(is_copy(&text(TEXT), &text(&TEXT.replace("两小时", "三小时"))));
    assert!(!is_copy(&text(TEXT), &text(&TEXT.replace("夜里每两小时走一遍消防通道，", ""))));
    assert!(!is_copy(&text("负责日常保洁和垃圾清运"), &text("负责日常保洁和垃圾清运")), "too short to prove anything");
}

#[test]
fn fingerprints_gather_around_the_first() {
    let far = !0_u64;
    assert_eq!(alike(&[0, far, 0b111, 5 << 40, far ^ 1]), [vec![0, 2, 3], vec![1, 4]]);
    assert_eq!(alike(&[0, 0xff]), Vec::<Vec<usize>>::new());
    assert_eq!(alike(&[]), Vec::<Vec<usize>>::new());
}

proptest! {
    /// Whatever bits differ, seven of them are found.
    #[test]
    fn seven_bits_are_always_found(first in any::<u64>(), bits in proptest::collection::btree_set(0_u32..64, 1..=7)) {
        let second = bits.into_iter().fold(first, |all, bit| all ^ (1 << bit));
        prop_assert_eq!(alike(&[first, second]), [vec![0, 1]]);
    }

    #[test]
    fn any_text_has_a_fingerprint(title in ".{0,40}", description in ".{0,200}") {
        let input = PositionInput { title, description, ..guard() };
        let offer = offer(&input);
        prop_assert!(is_same(&offer, &offer));
    }
}
