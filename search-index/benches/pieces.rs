//! The pieces that an answer is made of, each by itself. The whole is measured by `muster bench match`.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use search_index::{
    Change, Experience, Index, Lexicon, PositionQuery, PreparedSeeker, Requirement, RequirementKind, Seeker, Skill,
    Vacancy, explain,
};

const TODAY: i32 = 20_000;
/// Positions, and people, of the town that is searched.
const TOWN: usize = 5_000;
const CITIES: [&str; 5] = ["320382", "320305", "320102", "330106", "440305"];
const DESCRIPTION: &str = "负责仓库货物的装卸、搬运和码放，按规定操作叉车；服从班组长安排，遵守安全生产制度；\
    退役军人优先，五险一金，包食宿，有叉车证和驾驶证者优先。工作地点在物流园区，两班倒，月休四天。";

/// Titles that differ, from the classification.
fn titles() -> Vec<&'static str> {
    let lexicon = Lexicon::get();
    let mut all: Vec<&str> =
        lexicon.specialities().all().iter().flat_map(|one| &one.titles).map(String::as_str).collect();
    all.extend(["货车司机", "仓库管理员", "叉车工", "保安员", "厨师", "电工", "护士", "会计", "软件工程师", "快递员"]);
    all
}

fn vacancy(at: usize, titles: &[&str]) -> Vacancy {
    Vacancy {
        id: format!("p{at:06}"),
        title: format!("{}（{}）", titles[at * 7 % titles.len()], at % 97),
        description: DESCRIPTION.to_owned(),
        division: Some(CITIES[at % CITIES.len()].to_owned()),
        pay_fen_month: Some((400_000 + at as i64 % 50 * 10_000, 800_000)),
        degree_min: Some((at % 5) as u8),
        requirements: vec![Requirement { kind: RequirementKind::Skill, name: "叉车操作".into(), must: false }],
        ..Vacancy::default()
    }
}

fn seeker(at: usize, titles: &[&str]) -> Seeker {
    let experience = |id: &str, title: &str| Experience {
        id: id.into(),
        title: title.into(),
        years: Some(4.0),
        text: DESCRIPTION.to_owned(),
        speciality: None,
    };
    Seeker {
        id: format!("s{at:06}"),
        titles: vec![titles[at * 7 % titles.len()].to_owned()],
        experiences: vec![
            experience("a", titles[at * 5 % titles.len()]),
            experience("b", titles[at * 3 % titles.len()]),
        ],
        skills: vec![Skill { name: "叉车操作".into(), experience: Some("a".into()) }],
        degree: Some(4),
        division: Some(CITIES[at % CITIES.len()].to_owned()),
        pay_fen_month_min: Some(500_000),
        ..Seeker::default()
    }
}

fn town(titles: &[&str]) -> Index {
    let index = Index::in_memory().expect("an index");
    let positions = (0..TOWN).map(|at| Change::PutPosition(Box::new(vacancy(at, titles))));
    let people = (0..TOWN).map(|at| Change::PutPerson(Box::new(seeker(at, titles))));
    index.apply(&positions.chain(people).collect::<Vec<_>>(), 1).expect("applied");
    index
}

fn pieces(bench: &mut Criterion) {
    let lexicon = Lexicon::get();
    let titles = titles();
    let index = town(&titles);
    let (person, position) = (seeker(11, &titles), vacancy(11, &titles));
    let prepared = PreparedSeeker::new(lexicon, &person, TODAY);
    let mut at = 0_usize;
    let mut next = move || {
        at += 1;
        at
    };
    bench.bench_function("a new title: occupations, meaning, surface", |bench| {
        // Each time another, since a title is prepared once.
        bench.iter_batched(
            || format!("{}{}号", titles[next() % titles.len()], next()),
            |title| lexicon.occupations_like(&title, 5),
            BatchSize::SmallInput,
        );
    });
    bench.bench_function("two known titles compared", |bench| {
        bench.iter(|| lexicon.title_similarity(black_box("货车司机"), black_box("叉车工")));
    });
    bench.bench_function("skills in a text", |bench| bench.iter(|| lexicon.skills_in(black_box(DESCRIPTION))));
    bench.bench_function("explain: a pair", |bench| {
        bench.iter(|| explain(lexicon, black_box(&person), black_box(&position), TODAY));
    });
    bench.bench_function("explain: one more position for a person", |bench| {
        bench.iter(|| prepared.explain(black_box(&position)));
    });
    bench.bench_function("recall: positions for a person", |bench| {
        bench.iter(|| index.positions_for(&PreparedSeeker::new(lexicon, black_box(&person), TODAY), 20, 200));
    });
    bench.bench_function("recall: people for a position", |bench| {
        bench.iter(|| index.people_for(black_box(&position), TODAY, 20, 200));
    });
    let search = PositionQuery { text: Some("叉车".into()), today_day: TODAY, limit: 20, ..PositionQuery::default() };
    bench.bench_function("public search", |bench| {
        bench.iter(|| index.search_positions(black_box(&search)).expect("found"));
    });
    let one = [Change::PutPosition(Box::new(position.clone()))];
    bench.bench_function("a change until it can be found", |bench| {
        bench.iter(|| index.apply(black_box(&one), 2).expect("applied"));
    });
}

criterion_group!(benches, pieces);
criterion_main!(benches);
