//! What every part of the making shares: the store, a clock of the world's own, the places, the staff.

use chrono::{Duration, FixedOffset, NaiveDate};

use crate::access::permissions::Role;
use crate::access::{Actor, actions as access, store as access_store};
use crate::clock::Clock;
use crate::error::Result;
use crate::store::journal::Author;
use crate::store::{Store, Tx};
use crate::types::id::{AccountId, OrganisationId};
use crate::types::time::Moment;

use super::dice::Dice;
use super::ingredients::Ingredients;
use super::names;
use super::numbers::{self, Owner};
use super::places::Places;

/// How much there is of everything.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub enterprises: usize,
    /// The first of them: members of the association, each with a representative.
    pub members: usize,
    pub positions: usize,
    pub veterans: usize,
    pub spouses: usize,
    pub mentors: usize,
}

/// The city of the source article.
pub const CITY: Size =
    Size { enterprises: 240, members: 60, positions: 600, veterans: 2_000, spouses: 200, mentors: 24 };

/// The making of one world.
pub struct World<'a> {
    /// Its clock stands where the world is: it lives through the hundred and twenty days before today, so
    /// that not everything happened in one minute.
    pub store: Store,
    pub seed: u64,
    pub size: Size,
    pub today: NaiveDate,
    pub places: Places,
    pub ingredients: Ingredients,
    /// Nobody knows the password behind it: one signs in with a click.
    password_hash: String,
    accounts_made: usize,
    progress: &'a mut dyn FnMut(&str, u64, u64),
}

impl<'a> World<'a> {
    pub fn new(
        store: &Store,
        seed: u64,
        size: Size,
        password_hash: String,
        progress: &'a mut dyn FnMut(&str, u64, u64),
    ) -> World<'a> {
        let today = store.clock.now().day();
        let mut store = store.clone();
        store.clock = Clock::fixed(moment(today, 120, 0));
        let (places, ingredients) = (Places::read(), Ingredients::read());
        World { store, seed, size, today, places, ingredients, password_hash, accounts_made: 0, progress }
    }

    pub fn dice(&self, part: &str) -> Dice {
        Dice::new(self.seed, part)
    }

    /// Moves the clock to `done` of `of` on the way between two days, counted back from today.
    pub fn live_on(&self, (first, last): (i64, i64), done: usize, of: usize) {
        let (done, of) = (done as i64, of.max(1) as i64);
        let passed = (first - last) * done / of;
        // Offices are open for nine hours; what falls on one day follows at least in order.
        let minutes = (first - last) * done % of * 540 / of;
        let at = moment(self.today, first - passed, minutes);
        self.store.clock.advance(at.since(self.store.clock.now()));
    }

    pub fn tell(&mut self, step: &str, done: usize, of: usize) {
        (self.progress)(step, done as u64, of as u64);
    }

    pub fn write<T>(&self, author: &Actor, work: impl FnMut(&mut Tx) -> Result<T>) -> Result<T> {
        self.store.write_now(author.author(), work)
    }

    /// Signs somebody up, with the role of a seeker if they are one.
    pub fn sign_up(&mut self, name: String, seeker: Option<Role>) -> Result<Actor> {
        Ok(self.sign_up_all(vec![(name, seeker)])?.remove(0))
    }

    /// Signs many up in one go.
    pub fn sign_up_all(&mut self, people: Vec<(String, Option<Role>)>) -> Result<Vec<Actor>> {
        let news: Vec<_> = people.into_iter().map(|(name, seeker)| (self.new_account(name), seeker)).collect();
        self.store.write_now(Author::SYSTEM, |tx| {
            let signed_up = news.iter().map(|(new, seeker)| {
                let account = access::sign_up(tx, &Actor::anyone(), new, *seeker)?;
                actor(tx, account)
            });
            signed_up.collect()
        })
    }

    fn new_account(&mut self, name: String) -> access::NewAccount {
        self.accounts_made += 1;
        access::NewAccount {
            name,
            mobile: Some(numbers::mobile(Owner::Account, self.accounts_made)),
            email: None,
            password_hash: self.password_hash.clone(),
        }
    }
}

/// An account with what it holds now.
pub fn actor(tx: &mut Tx, account: AccountId) -> Result<Actor> {
    let holdings = access_store::holdings(tx, account)?;
    Ok(Actor::new(account, None, holdings))
}

fn moment(today: NaiveDate, days_ago: i64, minutes: i64) -> Moment {
    let china = FixedOffset::east_opt(8 * 3600).expect("a valid offset");
    let morning = (today - Duration::days(days_ago)).and_hms_opt(8, 30, 0).expect("a time of day");
    let at = (morning + Duration::minutes(minutes)).and_local_timezone(china).single();
    at.expect("no summer time in China").to_utc().into()
}

/// Those who serve.
pub struct Staff {
    /// The centre's officer, for the whole county.
    pub centre: Actor,
    /// One per township, in the order of [`Places::townships`].
    pub stations: Vec<Actor>,
    /// Who is signed in with one click, so far.
    pub faces: Vec<(Role, AccountId)>,
}

/// Roles of the staff beyond the stations, and how many hold each.
const OFFICES: &[(Role, usize)] = &[
    (Role::Organizer, 3),
    (Role::FinanceMaker, 1),
    (Role::FinanceChecker, 1),
    (Role::SystemAdministrator, 1),
    (Role::SecurityAdministrator, 2),
    (Role::Auditor, 1),
];

/// Opens the accounts of the staff and of the mentors.
pub fn employ_staff(world: &mut World) -> Result<Staff> {
    let mut dice = world.dice("staff");
    let mut posts = vec![(Role::StationOfficer, None, Some(world.places.county.code()))];
    posts.extend(world.places.townships.iter().map(|township| (Role::StationOfficer, None, Some(township.code()))));
    posts.extend(OFFICES.iter().flat_map(|(role, count)| vec![(*role, None, None); *count]));
    posts.extend(vec![(Role::Mentor, None, None); world.size.mentors]);
    let mut actors = Vec::new();
    for (i, (role, organisation, district)) in posts.iter().enumerate() {
        let male = dice.chance(55);
        let name = names::full_name(&mut dice, &world.ingredients, male, 1985);
        let account = world.sign_up(name, None)?.account()?;
        actors.push(give(world, account, *role, *organisation, district.map(str::to_owned))?);
        world.tell("accounts", i + 1, posts.len());
    }
    let mut faces: Vec<(Role, AccountId)> = Vec::new();
    for (actor, (role, ..)) in actors.iter().zip(&posts) {
        if !faces.iter().any(|(seen, _)| seen == role) {
            faces.push((*role, actor.account()?));
        }
    }
    let stations = actors[1..=world.places.townships.len()].to_vec();
    Ok(Staff { centre: actors.swap_remove(0), stations, faces })
}

fn give(
    world: &World,
    account: AccountId,
    role: Role,
    organisation: Option<OrganisationId>,
    district: Option<String>,
) -> Result<Actor> {
    world.write(&Actor::system(), |tx| {
        access::give(tx, account, role, organisation, district.clone())?;
        actor(tx, account)
    })
}
