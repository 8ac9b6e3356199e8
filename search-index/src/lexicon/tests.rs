//! The dictionaries through the functions that others call, and the mistakes a dictionary can have.

use super::*;

fn small() -> Lexicon {
    Lexicon::from_text(Dictionaries {
        occupations: "code\tname\taliases\tdefinition\n\
            4-07-05-00\t安全保护服务人员\t\t\n\
            4-07-05-01\t保安员\t护卫｜巡逻员\t守护和巡逻的人员。\n\
            4-03-02-01\t中式烹调师\t厨师\t做菜的人员。\n",
        specialities: "code\tname\tbranch\ttitles\tskills\toccupations\tsource\n\
            guard\t警卫\tany\t哨兵｜警卫员\t巡逻\t4-07-05-01:same｜4-03-02-01:nonsense\tours\n",
        skills: "name\tsynonyms\tkind\n巡逻\t巡查\tskill\nGo\tGolang\tskill\nB1\tB1驾照\tdriving\n",
        title_synonyms: "canonical\tsynonyms\n保安\t安保｜门卫\n",
        stop_words: "# noise\n包吃住\n",
    })
}

#[test]
fn occupations_by_code_and_by_title() {
    let lexicon = small();
    assert_eq!(lexicon.occupation_name("4-07-05-01"), Some("保安员"));
    assert_eq!(lexicon.occupation_name("9"), None);
    let check = |text: &str, expected: &str| {
        let found = lexicon.occupations_like(text, 1);
        assert_eq!(found.first().map(|(code, _, _)| code.as_str()), Some(expected), "{text}");
    };
    check("巡逻员", "4-07-05-01");
    check("保安（包吃住）", "4-07-05-01");
    check("大厨师", "4-03-02-01");
    assert!(lexicon.occupations_like("龘", 5).is_empty());
    assert!(lexicon.occupations_like("保安员", 0).is_empty());
}

#[test]
fn specialities_by_title() {
    let lexicon = small();
    let guard = lexicon.speciality("guard").unwrap();
    // An unknown relation is left out rather than guessed.
    assert_eq!(guard.occupations, [("4-07-05-01".to_owned(), Relation::Same)]);
    assert_eq!(lexicon.specialities_like("在哨兵班站岗", 3), [guard]);
    assert!(lexicon.specialities_like("厨艺", 3).is_empty());
}

#[test]
fn skills_in_text() {
    let lexicon = small();
    let check = |text: &str, expected: &[&str]| assert_eq!(lexicon.skills_in(text), expected, "{text}");
    check("会GOLANG，做过巡查、巡逻", &["Go", "巡逻"]);
    check("google", &[]);
    check("停在 B1", &[]);
    check("有Ｂ１驾照", &["B1"]);
    assert_eq!(lexicon.canonical_skill(" 巡查 "), Some("巡逻"));
    assert_eq!(lexicon.canonical_skill("b1"), Some("B1"));
    assert_eq!(lexicon.skill_kind("B1驾照"), Some(RequirementKind::DrivingLicence));
    assert_eq!(lexicon.canonical_skill("不会"), None);
}

#[test]
fn words_are_single_characters_and_words() {
    let words = small().words("Ｊａｖａ 保安保安");
    for expected in ["java", "保", "安", "保安"] {
        assert_eq!(words.iter().filter(|word| *word == expected).count(), 1, "{expected} {words:?}");
    }
}

#[test]
fn similarity_is_symmetric_and_bounded() {
    let lexicon = Lexicon::get();
    let titles = ["保安", "秩序维护员", "货车司机", "", "（）", "java", "经理", "会计"];
    for a in titles {
        for b in titles {
            let likeness = lexicon.title_similarity(a, b);
            assert!((0.0..=1.0).contains(&likeness), "{a} {b}");
            assert_eq!(likeness, lexicon.title_similarity(b, a), "{a} {b}");
        }
    }
}

/// In each row the second title is nearer to the first than the third is.
#[test]
fn similarity_orders_titles() {
    let lexicon = Lexicon::get();
    for [title, near, far] in [
        ["保安", "保安员", "会计"],
        ["保安", "秩序维护员", "厨师"],
        ["货车司机", "A2重卡司机", "货运代理"],
        ["会计", "出纳", "设计"],
        ["仓库管理员", "仓管员", "图书管理员"],
        ["网络工程师", "运维工程师", "土木工程师"],
        ["销售经理", "销售主管", "项目经理"],
        ["幼儿园老师", "幼师", "驾校教练"],
    ] {
        let likeness = |other: &str| lexicon.title_similarity(title, other);
        assert!(likeness(near) > likeness(far), "{title}: {near} {far}");
    }
}

#[test]
fn the_dictionaries_point_at_what_exists() {
    let lexicon = Lexicon::get();
    assert!(lexicon.specialities().len() >= 20);
    for speciality in lexicon.specialities() {
        assert!(!speciality.occupations.is_empty(), "{}", speciality.code);
        assert!(!speciality.source.is_empty(), "{}", speciality.code);
        for (code, _) in &speciality.occupations {
            assert!(lexicon.occupation_name(code).is_some(), "{}: {code}", speciality.code);
        }
        for skill in &speciality.skills {
            assert_eq!(lexicon.canonical_skill(skill), Some(skill.as_str()), "{}", speciality.code);
        }
    }
}

#[test]
fn prepared_titles_do_not_pile_up() {
    let lexicon = small();
    for number in 0..TITLES_KEPT + 10 {
        lexicon.title(&number.to_string());
    }
    assert!(lexicon.titles.lock().unwrap().len() <= TITLES_KEPT);
}
