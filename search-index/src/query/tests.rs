//! The public search, tested by which positions it finds and in what order.

use proptest::prelude::*;

use super::*;
use crate::{Change, Shift, Vacancy};

const TODAY: i32 = 20_000;

fn vacancy(id: &str, title: &str) -> Vacancy {
    Vacancy { id: id.into(), title: title.into(), ..Vacancy::default() }
}

fn indexed(vacancies: Vec<Vacancy>) -> Index {
    let index = Index::in_memory().unwrap();
    let changes: Vec<Change> = vacancies.into_iter().map(|vacancy| Change::PutPosition(Box::new(vacancy))).collect();
    // In two commits, so that results come from two segments.
    let (first, second) = changes.split_at(changes.len() / 2);
    index.apply(first, 1).unwrap();
    index.apply(second, 2).unwrap();
    index
}

fn town() -> Index {
    indexed(vec![
        Vacancy {
            division: Some("320382104".into()),
            pay_fen_month: Some((500_000, 700_000)),
            degree_min: Some(3),
            shift: Some(Shift::Day),
            housing: Some(true),
            veteran_preference: true,
            published_day: 3,
            ..vacancy("driver", "货车司机")
        },
        Vacancy {
            division: Some("320382".into()),
            pay_fen_month: Some((900_000, 1_300_000)),
            degree_min: Some(0),
            shift: Some(Shift::Rotating),
            published_day: 2,
            ..vacancy("tractor", "A2牵引车驾驶员")
        },
        Vacancy {
            division: Some("320305".into()),
            degree_min: Some(5),
            published_day: 9,
            description: "负责公司车辆司机的排班".into(),
            ..vacancy("clerk", "行政文员")
        },
        Vacancy {
            division: Some("110101".into()),
            pay_fen_month: Some((300_000, 400_000)),
            shift: Some(Shift::Night),
            housing: Some(false),
            published_day: 5,
            ..vacancy("guard", "保安员")
        },
        Vacancy { valid_until_day: Some(TODAY - 1), ..vacancy("expired", "货车司机") },
        Vacancy { valid_until_day: Some(TODAY), published_day: 1, ..vacancy("last day", "铲车操作员") },
    ])
}

fn all() -> PositionQuery {
    PositionQuery { today_day: TODAY, limit: 20, ..PositionQuery::default() }
}

fn text(text: &str) -> PositionQuery {
    PositionQuery { text: Some(text.into()), ..all() }
}

fn check(index: &Index, query: &PositionQuery, expected: &[&str]) {
    let found = index.search_positions(query).unwrap();
    assert_eq!(found.ids, expected, "{query:?}");
    if query.offset == 0 && query.limit >= 20 {
        assert_eq!(found.total, expected.len());
    }
}

#[test]
fn filters_narrow() {
    let index = town();
    check(&index, &all(), &["clerk", "guard", "driver", "tractor", "last day"]);
    let region = |code: &str| PositionQuery { region: Some(code.into()), ..all() };
    check(&index, &region("32"), &["clerk", "driver", "tractor"]);
    check(&index, &region("320300"), &["clerk", "driver", "tractor"]);
    check(&index, &region("320382"), &["driver", "tractor"]);
    check(&index, &region("320382104"), &["driver"]);
    check(&index, &region("nowhere"), &[]);
    let pay = |fen| PositionQuery { pay_fen_month_min: Some(fen), ..all() };
    check(&index, &pay(700_000), &["driver", "tractor"]);
    check(&index, &pay(700_001), &["tractor"]);
    let degree = |rank| PositionQuery { degree: Some(rank), ..all() };
    check(&index, &degree(3), &["guard", "driver", "tractor", "last day"]);
    check(&index, &PositionQuery { shift: Some(Shift::Night), ..all() }, &["guard"]);
    check(&index, &PositionQuery { housing: Some(true), ..all() }, &["driver"]);
    check(&index, &PositionQuery { housing: Some(false), ..all() }, &["guard"]);
    check(&index, &PositionQuery { veteran_preference: Some(true), ..all() }, &["driver"]);
}

#[test]
fn text_finds_titles_first() {
    let index = town();
    check(&index, &text("司机"), &["driver", "tractor", "clerk"]);
    check(&index, &text("货车司机"), &["driver"]);
    check(&index, &text("牵引车"), &["tractor"]);
    check(&index, &text("Ａ２ 驾驶员"), &["tractor"]);
    check(&index, &text("包吃住的保安"), &["guard"]);
    check(&index, &text("  "), &["clerk", "guard", "driver", "tractor", "last day"]);
    check(&index, &text("？！"), &[]);
    check(&index, &text("厨师"), &[]);
}

#[test]
fn orders_and_pages() {
    let index = town();
    let sorted = |sort| PositionQuery { sort, ..all() };
    check(&index, &sorted(Sort::Newest), &["clerk", "guard", "driver", "tractor", "last day"]);
    check(&index, &sorted(Sort::Pay), &["tractor", "driver", "guard", "clerk", "last day"]);
    let page = |offset, limit| PositionQuery { offset, limit, ..all() };
    check(&index, &page(1, 2), &["guard", "driver"]);
    check(&index, &page(9, 2), &[]);
    check(&index, &page(0, 0), &[]);
    check(&index, &page(usize::MAX, usize::MAX), &[]);
}

#[test]
fn an_empty_result_says_what_to_leave_out() {
    let index = town();
    let query = PositionQuery { region: Some("320382".into()), shift: Some(Shift::Night), degree: Some(7), ..all() };
    let found = index.search_positions(&query).unwrap();
    let relaxations: Vec<_> = found.relaxations.iter().map(|one| (one.field, one.total)).collect();
    assert_eq!((found.total, relaxations), (0, vec![("shift", 2), ("region", 1)]));
    assert!(index.search_positions(&all()).unwrap().relaxations.is_empty());
    // Where no single condition is in the way, two are.
    let two = PositionQuery { text: Some("zzz".to_owned()), ..query.clone() };
    let found = index.search_positions(&two).unwrap();
    assert!(found.relaxations.iter().all(|one| one.also.is_some() && one.total > 0), "{:?}", found.relaxations);
    assert!(!found.relaxations.is_empty());
}

#[test]
fn a_facet_counts_what_its_filter_finds() {
    let index = town();
    let total = |query: PositionQuery| index.search_positions(&query).unwrap().total;
    let facets = index.search_positions(&all()).unwrap().facets;
    assert_eq!(facets.region, [("320382".into(), 2), ("110101".into(), 1), ("320305".into(), 1)]);
    assert_eq!(facets.pay, [(0, 3), (300_000, 3), (500_000, 2), (800_000, 1), (1_200_000, 1)]);
    for (code, count) in facets.region {
        assert_eq!(total(PositionQuery { region: Some(code), ..all() }), count);
    }
    for (rank, count) in facets.degree {
        assert_eq!(total(PositionQuery { degree: Some(rank), ..all() }), count);
    }
    for (shift, count) in facets.shift {
        assert_eq!(total(PositionQuery { shift: Some(shift), ..all() }), count);
    }
    for (edge, count) in facets.pay {
        assert_eq!(total(PositionQuery { pay_fen_month_min: Some(edge), ..all() }), count);
    }
    let county = PositionQuery { region: Some("320382".into()), ..all() };
    let streets = index.search_positions(&county).unwrap().facets.region;
    assert_eq!(streets, [("320382104".into(), 1)]);
}

#[test]
fn hostile_text_is_only_text() {
    let index = town();
    for hostile in [
        "龘".repeat(350_000),
        "\"".repeat(1_000_000),
        "((((title:* AND NOT [a TO b]~9^2".repeat(1000),
        "\u{0}\u{1}\u{7f}\u{202e}".to_owned(),
        "id:driver".to_owned(),
        "*".to_owned(),
    ] {
        let found = index.search_positions(&text(&hostile)).unwrap();
        assert_eq!(found.total, 0, "{}", hostile.chars().take(20).collect::<String>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_search_is_answered(text in any::<String>(), region in any::<String>(), pay in any::<i64>(), degree in any::<u8>()) {
        let index = indexed(vec![vacancy("1", &text)]);
        let query = PositionQuery {
            text: Some(text), region: Some(region), pay_fen_month_min: Some(pay), degree: Some(degree),
            ..all()
        };
        prop_assert!(index.search_positions(&query).is_ok());
    }
}

/// Four openings for the same guards, two of them of one group, and a fifth of another place.
fn guards() -> Index {
    let guard = |id: &str, group: Option<&str>, day: i32, pay: i64| Vacancy {
        division: Some("320382".into()),
        degree_min: Some(2),
        shift: Some(Shift::Night),
        pay_fen_month: Some((pay, pay)),
        published_day: day,
        duplicate_group: group.map(str::to_owned),
        ..vacancy(id, "保安")
    };
    indexed(vec![
        guard("old", Some("g"), 1, 820_000),
        guard("alone", None, 2, 700_000),
        guard("new", Some("g"), 3, 780_000),
        guard("middle", Some("g"), 2, 790_000),
        guard("other", Some("h"), 9, 400_000),
    ])
}

#[test]
fn a_group_is_shown_and_counted_once() {
    let index = guards();
    let found = |query: PositionQuery| index.search_positions(&PositionQuery { today_day: TODAY, ..query }).unwrap();
    let all = found(PositionQuery { sort: Sort::Newest, limit: 10, ..PositionQuery::default() });
    assert_eq!(all.ids, ["other", "new", "alone"]);
    assert_eq!(all.total, 3);
    assert_eq!(all.facets.region, [("320382".to_owned(), 3)]);
    assert_eq!(all.facets.shift, [(Shift::Night, 3)]);
    assert_eq!(all.facets.degree, [(2, 3)]);
    // Pages hold groups, too, in every order.
    for sort in [Sort::Relevance, Sort::Newest, Sort::Pay] {
        let whole = found(PositionQuery { sort, limit: 10, ..PositionQuery::default() }).ids;
        let pages: Vec<String> = (0..4)
            .flat_map(|offset| found(PositionQuery { sort, offset, limit: 1, ..PositionQuery::default() }).ids)
            .collect();
        assert_eq!(pages, whole);
    }
}

#[test]
fn the_newest_that_matches_stands_for_its_group() {
    let index = guards();
    let paid =
        |fen| PositionQuery { today_day: TODAY, pay_fen_month_min: Some(fen), limit: 10, ..PositionQuery::default() };
    let found = |fen| index.search_positions(&paid(fen)).unwrap();
    assert_eq!(found(785_000).ids, ["middle"]);
    assert_eq!(found(800_000).ids, ["old"]);
    // A facet says what its filter would find, although the one that stands for the group is paid less.
    let edges = index.search_positions(&PositionQuery { today_day: TODAY, ..PositionQuery::default() }).unwrap();
    let count = |edge| edges.facets.pay.iter().find(|(fen, _)| *fen == edge).map_or(0, |(_, count)| *count);
    assert_eq!(count(800_000), found(800_000).total);
    assert_eq!(count(500_000), found(500_000).total);
}
