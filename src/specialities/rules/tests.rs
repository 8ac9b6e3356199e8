//! Every mistake a proposal can have, and the states of a change.

use super::super::map::content_of;
use super::super::model::{ChangeKind, FamilyBranch, Relation};
use super::*;
use crate::types::id::Id;

fn lead(code: &str) -> LeadInput {
    LeadInput { code: code.to_owned(), relation: Relation::Same, weight: None }
}

fn family() -> FamilyInput {
    FamilyInput {
        name: "弱电维护".to_owned(),
        branch: FamilyBranch::Any,
        titles: vec!["弱电维护员".to_owned()],
        skills: vec!["综合布线".to_owned()],
        occupations: vec![lead("4-07-05-04")],
    }
}

fn errors(result: Result<()>) -> Vec<(String, String)> {
    let refused = result.err();
    let all = refused.iter().flat_map(|error| error.field_errors());
    all.map(|one| (one.pointer.clone(), one.code.clone())).collect()
}

#[track_caller]
fn check_one(spoil: impl FnOnce(&mut FamilyInput), pointer: &str, code: &str) -> String {
    let mut input = family();
    spoil(&mut input);
    let result = check(&input, None, None, &Dictionary::get());
    let detail = result.as_ref().err().and_then(|error| error.field_errors().first()).map(|one| one.detail.clone());
    assert_eq!(errors(result), [(pointer.to_owned(), code.to_owned())]);
    detail.unwrap_or_default()
}

#[test]
fn every_mistake_is_named_where_it_stands() {
    assert!(check(&family(), None, None, &Dictionary::get()).is_ok());
    check_one(|one| one.name = "弱".to_owned(), "/family/name", "length");
    check_one(|one| one.titles.clear(), "/family/titles", "count");
    check_one(|one| one.titles.push("弱电维护员".to_owned()), "/family/titles/1", "repeated");
    check_one(|one| one.titles.push("甲｜乙".to_owned()), "/family/titles/1", "wrong_value");
    check_one(|one| one.occupations.clear(), "/family/occupations", "count");
    check_one(|one| one.occupations.push(lead("4-07-05-04")), "/family/occupations/1/code", "repeated");
    check_one(|one| one.occupations[0].weight = Some(0), "/family/occupations/0/weight", "wrong_value");
    check_one(|one| one.occupations[0].weight = Some(101), "/family/occupations/0/weight", "wrong_value");
    check_one(|one| one.skills.push("综合布线".to_owned()), "/family/skills/1", "repeated");
    let taken = check_one(|one| one.titles.push("炊事员".to_owned()), "/family/titles/1", "title_taken");
    assert!(taken.contains("炊事"), "{taken}");
    check_one(|one| one.name = "炊事".to_owned(), "/family/name", "title_taken");
    check_one(|one| one.titles[0] = "拨打13800000000".to_owned(), "/family/titles/0", "personal_number");
}

#[test]
fn an_unknown_code_or_skill_comes_with_a_suggestion() {
    let near = check_one(
        |one| one.occupations[0].code = "4-07-05-99".to_owned(),
        "/family/occupations/0/code",
        "unknown_occupation",
    );
    assert!(near.contains("4-07-05-00"), "{near}");
    let near = check_one(
        |one| one.occupations[0].code = "炒菜师傅".to_owned(),
        "/family/occupations/0/code",
        "unknown_occupation",
    );
    assert!(near.contains("中式烹调师"), "{near}");
    let near = check_one(|one| one.skills[0] = "布线".to_owned(), "/family/skills/0", "unknown_skill");
    assert!(near.contains("布线"), "{near}");
    // A licence is held or not; no service implies one.
    check_one(|one| one.skills[0] = "保安员证".to_owned(), "/family/skills/0", "licence_implied");
}

#[test]
fn what_is_secret_is_refused_in_every_text() {
    for secret in ["12345部队司机", "一七九旅炊事", "舷号171帆缆", "湛江军港哨兵", "99式坦克驾驶"]
    {
        let mut input = family();
        input.titles[0] = secret.to_owned();
        let error = check(&input, None, None, &Dictionary::get()).expect_err(secret);
        assert_eq!(error.code(), Code::UnitDesignation, "{secret}");
        assert!(check_source(&format!("由{secret}的老班长核对")).is_err(), "{secret}");
    }
    for place in ["湛江驾驶员", "平湖市驾驶员", "浙江通信员"] {
        let mut input = family();
        input.titles[0] = place.to_owned();
        let error = check(&input, None, None, &Dictionary::get()).expect_err(place);
        assert!(error.field_errors().iter().any(|one| one.code == "place_named"), "{place}");
    }
    assert!(check_source("平湖市退役军人服务中心 2026 年 11 月座谈，三名老班长核对").is_ok());
    assert!(check_source("略").is_err());
}

/// What the built-in map itself says may be said: the screen catches no ordinary title.
#[test]
fn the_built_in_map_passes() {
    let dictionary = Dictionary::get();
    for one in dictionary.specialities().all() {
        let content = content_of(one).expect("a branch");
        let result = check(&as_input(&content), Some(&one.code), Some(&content), &dictionary);
        assert!(result.is_ok(), "{}: {:?}", one.code, result.err());
    }
}

#[test]
fn a_weight_that_is_not_said_is_the_relations() {
    let mut input = family();
    input.occupations.push(LeadInput { relation: Relation::WithTraining, ..lead("4-04-04-01") });
    input.occupations.push(LeadInput { weight: Some(33), ..lead("4-04-02-02") });
    let weights: Vec<u8> = content(&input, &Dictionary::get()).occupations.iter().map(|lead| lead.weight).collect();
    assert_eq!(weights, [100, 50, 33]);
}

fn account(number: u128) -> AccountId {
    Id::from_uuid(uuid::Uuid::from_u128(number))
}

fn moment() -> Moment {
    chrono::DateTime::parse_from_rfc3339("2026-11-29T08:00:00Z").expect("a time").to_utc().into()
}

fn change(state: ChangeState) -> Change {
    Change {
        id: Id::from_uuid(uuid::Uuid::from_u128(9)),
        code: "local_1".to_owned(),
        kind: ChangeKind::Edit,
        state,
        content: "{}".to_owned(),
        source: "座谈".to_owned(),
        written_by: account(1),
        written_at: moment(),
        decided_by: None,
        decided_at: None,
        note: None,
        number: None,
        ended_by: None,
        ended_at: None,
    }
}

#[test]
fn two_people_make_a_change() {
    use ChangeState::*;
    let decided = |by, accept, note| decide(change(Waiting), accept, note, account(by), moment());
    assert_eq!(decided(1, true, "").expect_err("own").code(), Code::SelfApproval);
    assert_eq!(decided(1, false, "不好").expect_err("own").code(), Code::SelfApproval);
    assert_eq!(decided(2, true, "").expect("accepted").state, InForce);
    assert_eq!(decided(2, false, "").expect_err("no reason").code(), Code::Invalid);
    assert_eq!(decided(2, false, "12345部队").expect_err("a secret").code(), Code::UnitDesignation);
    let refused = decided(2, false, "对应职业不准").expect("refused");
    assert_eq!((refused.state, refused.decided_by), (Refused, Some(account(2))));
    for over in [InForce, Replaced, Undone, Refused, Withdrawn] {
        assert!(decide(change(over), true, "", account(2), moment()).is_err(), "{over}");
        assert!(withdraw(change(over), account(1), moment()).is_err(), "{over}");
    }
    assert!(withdraw(change(Waiting), account(2), moment()).is_err());
    assert_eq!(withdraw(change(Waiting), account(1), moment()).expect("withdrawn").state, Withdrawn);
}

#[test]
fn undoing_brings_back_what_was_before() {
    use ChangeState::*;
    let before = Change { ended_by: Some(account(2)), ended_at: Some(moment()), ..change(Replaced) };
    let (undone, back) = undo(change(InForce), Some(before), account(3), moment()).expect("undone");
    let back = back.expect("the one before");
    assert_eq!((undone.state, undone.ended_by), (Undone, Some(account(3))));
    assert_eq!((back.state, back.ended_by, back.ended_at), (InForce, None, None));
    for other in [Waiting, Replaced, Undone, Refused, Withdrawn] {
        assert!(undo(change(other), None, account(3), moment()).is_err(), "{other}");
    }
}
