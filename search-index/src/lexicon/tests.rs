//! The dictionaries through the functions that others call, and the mistakes a dictionary can have.

use super::*;
use crate::{Lead, Relation, Speciality};

const SMALL: Dictionaries<'static> = Dictionaries {
    occupations: "code\tname\taliases\tdefinition\n\
        4-07-05-00\t安全保护服务人员\t\t\n\
        4-07-05-01\t保安员\t护卫｜巡逻员\t守护和巡逻的人员。\n\
        4-03-02-01\t中式烹调师\t厨师\t做菜的人员。\n",
    job_titles: "code\ttitles\n4-03-02-01\t炒锅｜砧板\n",
    specialities: "code\tname\tbranch\ttitles\tskills\toccupations\tsource\n\
        guard\t警卫\tany\t哨兵｜警卫员\t巡逻\t4-07-05-01:same｜4-03-02-01:with_training\tours\n",
    skills: "name\tsynonyms\tkind\toccupations\n\
        巡逻\t巡查\tskill\t4-07-05-01\n\
        巡逻车驾驶\t\tskill\t4-07-05-00\n\
        Go\tGolang\tskill\t\n\
        保安员证\t上岗证\tcertificate\t4-07-05-01\n\
        B1\tB1驾照\tdriving\t\n",
    certificates: "certificate\tpermits\tstanding\tsource\n\
        保安员证\t可从事保安服务\trequired\t《保安服务管理条例》 [G]\n",
    relations: "relation\tweight\tsince\tsource\nsame\t100\t2026\ts\nrelated\t75\t2026\ts\nwith_training\t50\t2026\ts\n",
    title_synonyms: "canonical\tsynonyms\n保安\t安保｜门卫\n",
    county_centres: "",
    stop_words: "# noise\n包吃住\n",
    title_noise: "pattern\texample\tremains\twhy\n",
    weights: Dictionaries::EMBEDDED.weights,
    occupation_tasks: "code\ttasks\n4-07-05-01\t守护出入口｜巡视\n",
    education_levels: Dictionaries::EMBEDDED.education_levels,
    industries: Dictionaries::EMBEDDED.industries,
    pieces: "",
    table: &[],
};

fn small() -> Lexicon {
    Lexicon::read(SMALL).unwrap()
}

/// Every row that cannot be right is refused by its file, its line and the reason.
#[test]
fn bad_rows_are_refused() {
    let check = |text: Dictionaries<'static>, expected: &str| {
        let bad = Lexicon::read(text).err().map(|bad| bad.to_string());
        assert_eq!(bad.as_deref(), Some(expected));
    };
    let skills = |skills| Dictionaries { skills, specialities: HEAD, certificates: "a\tb\tc\td\n", ..SMALL };
    const HEAD: &str = "a\tb\tc\td\te\tf\tg\n";
    let head = "name\tsynonyms\tkind\toccupations\n";
    assert!(Lexicon::read(skills(head)).is_ok());
    check(skills("a\tb\tc\td\n巡逻\t\tsport\t\n"), "skills.tsv line 2: unknown kind sport");
    check(skills("a\tb\tc\td\n巡逻\t\tskill\t9\n"), "skills.tsv line 2: unknown occupation 9");
    check(skills("a\tb\tc\td\n巡逻\t巡查｜巡逻\tskill\t\n"), "skills.tsv line 2: 巡逻 stands twice");
    let certificates = |certificates| Dictionaries { certificates, ..SMALL };
    check(
        certificates("a\tb\tc\td\n巡逻\t可\tlevel\ts\n"),
        "certificates.tsv line 2: 巡逻 is no certificate of skills.tsv",
    );
    check(certificates("a\tb\tc\td\n保安员证\t可\tmaybe\ts\n"), "certificates.tsv line 2: unknown standing maybe");
    check(certificates("a\tb\tc\td\n保安员证\t可\tlevel\t\n"), "certificates.tsv line 2: no permit or no source");
    let titles = |job_titles| Dictionaries { job_titles, ..SMALL };
    check(titles("a\tb\n9\t炒锅\n"), "job_titles.tsv line 2: 9 stands twice or in no row of occupations.tsv");
    let families = |specialities| Dictionaries { specialities, ..SMALL };
    check(
        families("a\tb\tc\td\te\tf\tg\nx\t警卫\tspace\t哨兵\t\t4-07-05-01:same\ts\n"),
        "specialities.tsv line 2: unknown branch space",
    );
    check(
        families("a\tb\tc\td\te\tf\tg\nx\t警卫\tany\t哨兵\t\t4-07-05-01:nonsense\ts\n"),
        "specialities.tsv line 2: unknown relation in 4-07-05-01:nonsense",
    );
    check(
        families("a\tb\tc\td\te\tf\tg\nx\t警卫\tany\t哨兵\t\t4-07-09-01:same\ts\n"),
        "specialities.tsv line 2: unknown occupation 4-07-09-01",
    );
    check(
        families("a\tb\tc\td\te\tf\tg\nx\t警卫\tany\t哨兵\t巡查\t4-07-05-01:same\ts\n"),
        "specialities.tsv line 2: 巡查 is no name of skills.tsv",
    );
    check(
        families("a\tb\tc\td\te\tf\tg\nx\t警卫\tany\t哨兵\t\t4-07-05-01:same:0\ts\n"),
        "specialities.tsv line 2: weight in 4-07-05-01:same:0 is not 1-100",
    );
    let relations = |relations| Dictionaries { relations, ..SMALL };
    check(relations("a\tb\tc\td\nnear\t1\t2026\ts\n"), "relations.tsv line 2: unknown relation near");
    check(relations("a\tb\tc\td\nsame\t101\t2026\ts\n"), "relations.tsv line 2: weight 101 is not 1-100");
    check(relations("a\tb\tc\td\nsame\t100\t2026\t\n"), "relations.tsv line 2: no day or no source");
    check(relations("a\tb\tc\td\nsame\t100\t2026\ts\n"), "relations.tsv line 0: related is missing");
    let synonyms = Dictionaries { title_synonyms: "a\tb\n保安\t门卫\n门卫\t看门\n", ..SMALL };
    check(synonyms, "title_synonyms.tsv line 3: 门卫 stands twice");
    let tasks = |occupation_tasks| Dictionaries { occupation_tasks, ..SMALL };
    let no_occupation = |code| format!("occupation_tasks.tsv line 2: {code} is no occupation of occupations.tsv");
    check(tasks("a\tb\n9\t巡视\n"), &no_occupation("9"));
    check(tasks("a\tb\n4-07-05-00\t巡视\n"), &no_occupation("4-07-05-00"));
    check(
        tasks("a\tb\n4-07-05-01\t巡视\n4-07-05-01\t守护\n"),
        "occupation_tasks.tsv line 3: 4-07-05-01 stands twice or out of order",
    );
    check(tasks("a\tb\n4-07-05-01\t｜\n"), "occupation_tasks.tsv line 2: no tasks");
    check(tasks("a\tb\n4-07-05-01\t巡视。\n"), "occupation_tasks.tsv line 2: 巡视。 stands twice or ends with a stop");
    let levels = Dictionaries { education_levels: "rank\n", ..SMALL };
    check(levels, "education_levels.tsv line 1: 1 columns, 10 expected");
    let industries = Dictionaries { industries: "code\n", ..SMALL };
    check(industries, "industries.tsv line 1: 1 columns, 5 expected");
    let occupations = "a\tb\tc\td\n1\t甲\t\t\n1\t乙\t\t\n";
    check(Dictionaries { occupations, ..SMALL }, "occupations.tsv line 3: 1 stands twice");
}

#[test]
fn skills_by_part_of_a_name() {
    let lexicon = small();
    let names = |found: Vec<&KnownSkill>| found.into_iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(lexicon.skills_like("巡", &[], 5)), ["巡逻", "巡逻车驾驶"]);
    assert_eq!(names(lexicon.skills_like("驾", &[], 5)), ["B1", "巡逻车驾驶"]);
    assert_eq!(names(lexicon.skills_like(" ＧＯ", &[], 5)), ["Go"]);
    assert!(lexicon.skills_like("", &[], 5).is_empty());
    assert!(lexicon.skills_like("巡", &[], 0).is_empty());
    let permit = lexicon.skill("上岗证").unwrap().permit.as_ref().unwrap();
    assert_eq!((permit.permits.as_str(), permit.standing), ("可从事保安服务", crate::Standing::Required));
}

#[test]
fn skills_that_serve_an_occupation_come_first() {
    let lexicon = small();
    let names = |text: &str, serving: &[&str]| {
        let found = lexicon.skills_like(text, serving, 9);
        found.into_iter().map(|one| one.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names("", &["4-07-05-01"]), ["巡逻", "保安员证", "巡逻车驾驶"], "itself before its group");
    assert_eq!(names("", &["4-07-05-00"]), ["巡逻车驾驶", "巡逻", "保安员证"], "a group before what lies in it");
    assert_eq!(names("", &["4-03-02-01"]), Vec::<String>::new());
    assert_eq!(names("照", &["4-07-05-01"]), ["B1"], "of a text, only what holds it");
    assert_eq!(names("驾", &[]), ["B1", "巡逻车驾驶"]);
    assert_eq!(names("驾", &["4-07-05-01"]), ["巡逻车驾驶", "B1"]);
    assert_eq!(names("b1", &["4-07-05-01"]), ["B1"]);
    assert_eq!(lexicon.skill("Go").unwrap().serves("4-07-05-01"), None);
}

#[test]
fn occupations_by_code_and_by_title() {
    let lexicon = small();
    assert_eq!(lexicon.occupation_tasks("4-07-05-01"), ["守护出入口", "巡视"]);
    assert!(lexicon.occupation_tasks("4-07-05-00").is_empty());
    assert_eq!(lexicon.occupation_definition("4-07-05-01"), Some("守护和巡逻的人员。"));
    assert_eq!(lexicon.occupation_name("4-07-05-01"), Some("保安员"));
    assert_eq!(lexicon.occupation_name("9"), None);
    let check = |text: &str, expected: &str| {
        let found = lexicon.occupations_like(text, 1);
        assert_eq!(found.first().map(|(code, _, _)| code.as_str()), Some(expected), "{text}");
    };
    check("巡逻员", "4-07-05-01");
    check("保安（包吃住）", "4-07-05-01");
    check("大厨师", "4-03-02-01");
    check("炒锅（包吃住）", "4-03-02-01");
    assert!(lexicon.occupations_like("龘", 5).is_empty());
    assert!(lexicon.occupations_like("保安员", 0).is_empty());
}

#[test]
fn specialities_by_title() {
    let lexicon = small();
    let map = lexicon.specialities();
    let guard = map.get("guard").unwrap();
    let lead = |code: &str, relation, weight| Lead { code: code.to_owned(), relation, weight };
    let led = [lead("4-07-05-01", Relation::Same, 100), lead("4-03-02-01", Relation::WithTraining, 50)];
    assert_eq!(guard.occupations, led);
    assert_eq!(map.like(&lexicon, "在哨兵班站岗", 3), [guard]);
    assert!(map.like(&lexicon, "厨艺", 3).is_empty());
}

/// A city's map: a family in another's place, one more, one set aside; the built-in map stays as it is.
#[test]
fn a_city_has_a_map_of_its_own() {
    let lexicon = small();
    let built_in = lexicon.specialities();
    let guard = built_in.get("guard").unwrap();
    let other = Speciality { titles: vec!["营门岗".to_owned()], ..(**guard).clone() };
    let cook = Speciality { code: "local_1".to_owned(), name: "炊事".to_owned(), ..Speciality::default() };
    let own = built_in.with([other.into(), cook.into()], []);
    assert_eq!(own.all().iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["guard", "local_1"]);
    assert_eq!(own.get("guard").unwrap().titles, ["营门岗"]);
    assert_eq!(own.like(&lexicon, "炊事", 3)[0].code, "local_1");
    let without = own.with([], ["guard".to_owned()]);
    assert!(without.get("guard").is_none() && without.knows("guard") && !without.knows("none"));
    assert!(without.like(&lexicon, "在营门岗站岗", 3).is_empty());
    assert_eq!(built_in.get("guard").unwrap().titles, ["哨兵", "警卫员"]);
}

#[test]
fn a_code_that_is_none_has_a_neighbour() {
    let near = |code| Lexicon::get().occupation_near(code).map(|(code, _)| code.to_owned());
    assert_eq!(near("4-07-05-99").as_deref(), Some("4-07-05-00"));
    assert_eq!(near("4-12-01-1").as_deref(), Some("4-12-01-00"));
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

/// What was agreed on for the size and care of the dictionaries; what a row has to be is seen when it is read.
#[test]
fn the_dictionaries_are_wide_enough() {
    let lexicon = Lexicon::get();
    assert!(lexicon.specialities().all().len() >= 120);
    let of_kind = |kind| lexicon.skills.all().iter().filter(|skill| skill.kind == kind).collect::<Vec<_>>();
    assert!(of_kind(RequirementKind::Skill).len() >= 3000);
    // Whoever drives without the class breaks the law, so each has to say what it permits.
    for class in of_kind(RequirementKind::DrivingLicence) {
        assert!(
            class.permit.as_ref().is_some_and(|permit| permit.standing == crate::Standing::Required),
            "{}",
            class.name
        );
    }
    let permitted = of_kind(RequirementKind::Certificate).iter().filter(|one| one.permit.is_some()).count();
    assert!(permitted >= 100, "{permitted}");
    // A family's titles lead to it.
    for speciality in lexicon.specialities().all() {
        let title = &speciality.titles[0];
        let found = lexicon.specialities().like(lexicon, title, 3);
        assert!(found.iter().any(|one| one.titles.contains(title) || one.name == *title), "{title}");
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
