use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{NaiveDate, TimeZone, Utc};
use search_index::Adjustment;

use super::dice::Dice;
use super::ingredients::Ingredients;
use super::numbers::{self, IdNumbers};
use super::places::Places;
use super::world::Size;
use super::{Summary, build, build_of_size};
use crate::access::permissions::Role;
use crate::access::{Actor, Scope, actions as access, store as access_store};
use crate::clock::Clock;
use crate::dictionary::Dictionary;
use crate::employers::store as employers;
use crate::error::Code;
use crate::matching::{counterfactuals, feed, matches, model as matching};
use crate::people::model::{Person, Purpose, Verification};
use crate::people::{actions as people_actions, store as people};
use crate::store::journal::Author;
use crate::store::sealed::{Keys, sha256};
use crate::store::{DatabaseUrl, Ids, Store};
use crate::types::id::{AccountId, PersonId};
use crate::types::identifiers::{CreditCode, IdNumber, Mobile};

const SMALL: Size = Size { enterprises: 40, members: 10, positions: 60, veterans: 150, spouses: 20, mentors: 2 };

/// A store of its own, in a folder that goes with it.
struct Scratch {
    store: Store,
    folder: PathBuf,
}

impl Scratch {
    fn new() -> Scratch {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("muster-demo-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let url = DatabaseUrl::Sqlite(folder.join("demo.db").display().to_string());
        let keys = Keys::parse(&Keys::generate().unwrap()).unwrap();
        let now = Utc.with_ymd_and_hms(2026, 11, 20, 2, 0, 0).unwrap();
        let store = Store::open(&url, 1, keys, Clock::fixed(now.into()), Ids::counted()).unwrap();
        Scratch { store, folder }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The whole city, made once for all tests that only look at it.
static CITY: LazyLock<(Store, Summary)> = LazyLock::new(|| {
    let scratch = Scratch::new();
    let summary = build(&scratch.store, 1, &mut |_, _, _| {}).unwrap();
    // What is never dropped would leave its folder behind; the open connections keep the files.
    std::fs::remove_dir_all(&scratch.folder).unwrap();
    (scratch.store.clone(), summary)
});

fn everybody(store: &Store) -> Vec<Person> {
    let people = store.read_now(|db| {
        let ids = people::ids_after(db, None, 10_000)?;
        let mut all = Vec::new();
        for chunk in ids.chunks(500) {
            all.extend(people::by_ids(db, chunk)?);
        }
        Ok(all)
    });
    people.unwrap()
}

/// Everything that a visitor could see, in a few bytes; keys, ids and password hashes do not enter it.
fn digest(store: &Store) -> Vec<u8> {
    let mut lines = BTreeSet::new();
    for person in everybody(store) {
        let open = people::open(&store.keys, &person).unwrap();
        lines.insert(format!(
            "{} {:?} {:?} {} {:?} {} {} {}",
            open.name,
            open.id_number,
            open.mobile,
            person.division,
            person.verification,
            person.visible,
            person.created_at,
            person.profile
        ));
    }
    let positions = store.read_now(|db| {
        let ids = employers::position_ids_after(db, None, 10_000)?;
        employers::positions_by_ids(db, &ids)
    });
    for (position, enterprise) in positions.unwrap() {
        let what = (&position.title, &position.description, &position.requirements, &position.pay_min, &position.state);
        let whose = (&enterprise.name, &enterprise.credit_code, &enterprise.description, &enterprise.address);
        lines.insert(format!("{what:?} {whose:?} {} {:?}", position.valid_until, position.published_at));
    }
    sha256(lines.into_iter().collect::<Vec<_>>().join("\n").as_bytes())
}

#[test]
fn the_city_is_as_large_as_it_says() {
    let (store, summary) = &*CITY;
    assert_eq!((summary.townships, summary.villages), (9, 136));
    assert_eq!((summary.enterprises, summary.members, summary.representatives), (240, 60, 60));
    assert_eq!((summary.positions, summary.veterans, summary.spouses, summary.mentors), (600, 2_000, 200, 24));
    assert!(summary.positions_open >= 480, "{}", summary.positions_open);
    assert!(summary.positions_paused == 30 && summary.positions_closed == 40);
    assert_eq!(summary.positions_unlawful, 10, "each planted condition is found, and no other");
    assert!(summary.people_verified > 1_800 && summary.people_unverified > 100);
    assert!(summary.people_hidden >= 10 && summary.profiles_empty >= 5);
    let people = everybody(store);
    assert_eq!(people.len(), 2_200);
    let inhabited: BTreeSet<&str> = people.iter().map(|person| person.division.code()).collect();
    assert_eq!(inhabited.len(), 136);
    let mentors = store.read_now(|db| access_store::active_holders(db, Role::Mentor)).unwrap().len();
    assert_eq!(mentors, 24);
}

#[test]
fn everybody_has_a_believable_name_and_a_number_of_nobody() {
    let (store, _) = &*CITY;
    let today = store.clock.now().day();
    let mut namesakes: HashMap<String, usize> = HashMap::new();
    for person in everybody(store) {
        let open = people::open(&store.keys, &person).unwrap();
        let length = open.name.chars().count();
        assert!((2..=4).contains(&length), "{}", open.name);
        *namesakes.entry(open.name).or_default() += 1;
        assert!(Mobile::parse(&open.mobile.unwrap()).is_ok());
        let Some(number) = open.id_number else { continue };
        assert!(("996"..="999").contains(&&number[14..17]), "{number}");
        let born = IdNumber::parse(&number, today).unwrap().birth_date();
        let age = today.years_since(born).unwrap();
        assert!((20..=58).contains(&age), "{number}");
    }
    assert!(namesakes.values().all(|count| *count <= 8), "a name is too common");
}

#[test]
fn a_visitor_may_become_every_role_and_find_work() {
    let (store, _) = &*CITY;
    let faces = store.read_now(|db| {
        let mut faces = Vec::new();
        for role in Role::ALL {
            let account: AccountId = access_store::fact(db, &format!("demo_{role}"))?.unwrap().parse().unwrap();
            let holdings = access_store::holdings(db, account)?;
            assert!(holdings.iter().any(|holding| holding.role == *role), "{role}");
            faces.push((*role, account));
        }
        assert_eq!(access_store::fact(db, "world")?.as_deref(), Some("demo"));
        Ok(faces)
    });
    for (role, account) in faces.unwrap() {
        if matches!(role, Role::Veteran | Role::Spouse) {
            let person = store.read_now(|db| people::person_of_account(db, account)).unwrap();
            assert_eq!(person.verification, Verification::Verified);
            let id: PersonId = person.id;
            assert!(store.read_now(|db| people::agrees(db, id, Purpose::Matching)).unwrap());
            let profile = people_actions::profile_of(&person).unwrap();
            let seeker = matching::seeker(&person, &profile, &Dictionary::get());
            assert!(seeker.skills.len() >= 8 && seeker.skills.iter().all(|skill| skill.experience.is_some()));
        }
    }
}

#[test]
fn nothing_unlawful_is_open() {
    let (store, _) = &*CITY;
    let positions = store.read_now(|db| {
        let ids = employers::position_ids_after(db, None, 10_000)?;
        employers::positions_by_ids(db, &ids)
    });
    let today = store.clock.now().day();
    for (position, enterprise) in positions.unwrap() {
        if position.is_public(today) {
            assert_eq!((position.findings.as_str(), enterprise.verification), ("[]", Verification::Verified));
        }
        assert!(position.published_at.is_none_or(|at| at < store.clock.now()));
        if let Some(code) = &enterprise.credit_code {
            assert!(CreditCode::parse(code).is_ok(), "{code}");
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_world() {
    let built = |seed| {
        let scratch = Scratch::new();
        build_of_size(&scratch.store, seed, SMALL, &mut |_, _, _| {}).unwrap();
        digest(&scratch.store)
    };
    let first = built(7);
    assert_eq!(first, built(7));
    assert_ne!(first, built(8));
}

#[test]
fn a_database_in_use_is_refused() {
    let scratch = Scratch::new();
    let store = &scratch.store;
    let mobile = Some(numbers::mobile(numbers::Owner::Account, 1));
    let new = access::NewAccount { name: "王秋".to_owned(), mobile, email: None, password_hash: "none".to_owned() };
    store.write_now(Author::SYSTEM, |tx| access::sign_up(tx, &Actor::anyone(), &new, None)).unwrap();
    assert_eq!(build(store, 1, &mut |_, _, _| {}).unwrap_err().code(), Code::Conflict);
    assert_eq!(store.read_now(|db| access_store::fact(db, "world")).unwrap(), None);
    let everybody = Scope { all: true, ..Scope::default() };
    let people = store.read_now(|db| people::count(db, &everybody, &people::PeopleFilter::default()));
    assert_eq!(people.unwrap(), 0);
}

#[test]
fn numbers_pass_every_check() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    for n in 0..3_000 {
        assert!(CreditCode::parse(&numbers::credit_code("91330482", "MA", n)).is_ok(), "{n}");
        let birth = today - chrono::Duration::days(7_400 + i64::from(n) * 4);
        let number = numbers::id_number("330482", birth, 996 + (n % 4) as u16);
        assert_eq!(IdNumber::parse(&number, today).map(|number| number.birth_date()), Ok(birth));
    }
    // Facts §5.1 and §5.2.
    assert_eq!(numbers::credit_code("91330482", "MA", 0), "91330482MA0000007A");
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    assert_eq!(numbers::id_number("330482", day(1990, 8, 1), 999), "330482199008019990");
    let (mut dice, mut ids) = (Dice::new(1, "test"), IdNumbers::default());
    let taken = (0..100).filter_map(|_| ids.take(&mut dice, day(1990, 8, 1), true, today));
    let texts: Vec<String> = taken.map(|number| number.expose().to_owned()).collect();
    assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), texts.len());
}

#[test]
fn the_ingredients_use_the_words_of_the_dictionary() {
    let (ingredients, dictionary, places) = (Ingredients::read(), Dictionary::get(), Places::read());
    assert_eq!((places.townships.len(), places.villages.len()), (9, 136));
    assert!(ingredients.shop_names.len() >= 240);
    for trade in &ingredients.trades {
        assert!(ingredients.positions.iter().any(|position| position.trades.contains(&trade.key)), "{}", trade.key);
    }
    for position in &ingredients.positions {
        assert!(dictionary.is_occupation(position.occupation), "{}", position.occupation);
    }
    for person in ingredients.veterans.iter().chain(&ingredients.spouses) {
        assert!(person.speciality.is_none_or(|code| dictionary.is_speciality(code)), "{:?}", person.speciality);
        assert!(person.occupations.iter().all(|code| dictionary.is_occupation(code)), "{:?}", person.occupations);
    }
}

/// Whoever tries the demonstration as a veteran is shown what one more thing would bring.
#[test]
fn the_veteran_of_one_click_misses_something_by_one_thing() {
    let (store, _) = &*CITY;
    let index = search_index::Index::in_memory().unwrap();
    feed::rebuild(store, &index, |_| {}).unwrap();
    let (person, profile) = store
        .read_now(|db| {
            let account: AccountId = access_store::fact(db, "demo_veteran")?.unwrap().parse().unwrap();
            let person = people::person_of_account(db, account)?;
            let profile = matches::profile_of(db, &person)?;
            Ok((person, profile))
        })
        .unwrap();
    let shown = counterfactuals::for_person(store, &index, &person, &profile).unwrap();
    let is_paper = |adjustment: &Adjustment| {
        matches!(
            adjustment,
            Adjustment::Certificate { .. } | Adjustment::DrivingLicence { .. } | Adjustment::Renewal { .. }
        )
    };
    let papers = shown.gains.iter().filter(|gain| is_paper(&gain.adjustment) && gain.opened > 0);
    assert!(papers.count() > 0, "{:?}", shown.gains.iter().map(|gain| &gain.adjustment).collect::<Vec<_>>());
}
