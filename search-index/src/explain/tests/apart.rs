//! A match taken apart shows what it was made of.

use super::world::{TODAY, seeker, vacancy};
use super::*;
use crate::Relation;

fn apart(seeker: &Seeker, vacancy: &Vacancy) -> Apart {
    take_apart(Lexicon::get(), seeker, vacancy, TODAY)
}

#[test]
fn the_way_through_a_military_family_is_named() {
    let service = Experience {
        id: "s1".into(),
        title: "炊事班长".into(),
        speciality: Some("cooking".into()),
        ..Experience::default()
    };
    let cook = Seeker { experiences: vec![service], ..Seeker::default() };
    let position =
        Vacancy { title: "中式烹调师".into(), occupation: Some("4-03-02-01".into()), ..Vacancy::default() };
    let found = apart(&cook, &position);
    let best = &found.comparisons[0];
    let through = best.speciality.as_ref().expect("the family");
    assert_eq!((best.code.as_str(), best.experience.as_deref()), ("speciality_leads", Some("s1")));
    assert_eq!((through.code.as_str(), through.relation, through.worth), ("cooking", Relation::Same, 1000));
    assert_eq!((best.has.as_str(), best.has_name.as_deref()), ("4-03-02-01", Some("中式烹调师")));
    // The codes are equal, so no likeness of titles was needed; of the past nine tenths count.
    assert_eq!((best.likeness, best.asked.as_str()), (None, "4-03-02-01"));
    assert_eq!(best.asked_name.as_deref(), Some("中式烹调师"));
    assert_eq!((best.counts, best.credit), (900, 900));
}

#[test]
fn the_views_of_a_likeness_add_up() {
    let driver = Seeker { titles: vec!["卡车司机".into()], ..Seeker::default() };
    let position = Vacancy { title: "大货车驾驶员".into(), ..Vacancy::default() };
    let found = apart(&driver, &position);
    let likeness = found.comparisons[0].likeness.expect("titles were compared");
    assert!(!likeness.is_same && likeness.meaning > 0 && likeness.occupations > 0, "{likeness:?}");
    let sum = likeness.surface + likeness.occupations + likeness.meaning;
    assert!(sum.abs_diff(likeness.whole) <= 2, "{likeness:?}");
    assert_eq!(found.comparisons[0].asked, "大货车驾驶员");
}

#[test]
fn equal_titles_are_told_to_be_equal() {
    let found = apart(&seeker(), &vacancy());
    let by_title = found.comparisons.iter().find(|one| one.code == "title_wanted").expect("the wish");
    let likeness = by_title.likeness.expect("titles were compared");
    assert!(likeness.is_same && likeness.whole == 1000, "{likeness:?}");
    assert_eq!(found.shares[0].credit, 1000);
    assert_eq!(found.expected_fit, Some(10_000));
}
