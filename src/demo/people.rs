//! Veterans and spouses: most entered by a station officer, some by themselves; then verified, or not yet.

use std::collections::HashMap;

use chrono::{Datelike, Duration};

use crate::access::Actor;
use crate::access::permissions::{Action, Role};
use crate::error::Result;
use crate::people::actions::{self, NewPerson};
use crate::people::model::{Person, PersonKind, Profile, Purpose};
use crate::people::store::{self, Identity};
use crate::store::Tx;
use crate::types::id::PersonId;
use crate::types::region::Level;

use super::dice::Dice;
use super::names;
use super::numbers::{IdNumbers, Owner, mobile};
use super::places::birth_date;
use super::profiles::{self, Subject};
use super::service;
use super::showcase;
use super::world::{Staff, World};

/// Days before today.
const WHEN: (i64, i64) = (99, 62);
/// People who come in between two visits of each officer to the list of the unverified.
const ROUND: usize = 220;

/// Somebody to be.
struct Plan {
    new: NewPerson,
    path: Path,
    /// `None`: nobody has looked at the papers yet.
    verified: Option<bool>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Path {
    /// A station officer entered them.
    Entered,
    /// They opened their own profile.
    Own,
    /// The same, and hid it afterwards.
    Hidden,
}

/// Brings in everybody; gives them as they stand, and who is signed in with one click.
pub fn arrive(world: &mut World, staff: &mut Staff) -> Result<Vec<Person>> {
    let plans = plan(world);
    let mut people = Vec::with_capacity(plans.len());
    for chunk in plans.chunks(ROUND) {
        world.live_on(WHEN, people.len(), plans.len());
        let own = open_own(world, staff, chunk)?;
        let done = people.len();
        for (i, township) in world.places.townships.clone().iter().enumerate() {
            let theirs: Vec<&Plan> = chunk.iter().filter(|plan| township.contains(plan.new.division)).collect();
            people.extend(visit(world, &staff.stations[i], &theirs, &own)?);
            world.tell("people", people.len(), plans.len());
        }
        debug_assert_eq!(people.len(), done + chunk.len(), "everybody lives in a township");
    }
    Ok(people)
}

/// The profiles of this round that their owners open, by the mobile number in them.
fn open_own(world: &mut World, staff: &mut Staff, plans: &[Plan]) -> Result<HashMap<String, PersonId>> {
    let own: Vec<&Plan> = plans.iter().filter(|plan| plan.path != Path::Entered).collect();
    let names = own.iter().map(|plan| (plan.new.identity.name.clone(), Some(role(plan.new.kind)))).collect();
    let actors = world.sign_up_all(names)?;
    let mut opened = HashMap::new();
    for (plan, actor) in own.into_iter().zip(&actors) {
        let person = world.write(actor, |tx| {
            let person = actions::create_own(tx, actor, &plan.new)?;
            if plan.path == Path::Hidden { actions::set_visible(tx, actor, person.version, false) } else { Ok(person) }
        })?;
        opened.insert(key(plan), person.id);
        let role = role(plan.new.kind);
        // The showcases come first, so the first of each kind is the one a visitor becomes.
        if !staff.faces.iter().any(|(seen, _)| *seen == role) {
            staff.faces.push((role, actor.account()?));
        }
    }
    Ok(opened)
}

/// A station officer enters who came in and looks at everybody's papers.
fn visit(world: &World, officer: &Actor, plans: &[&Plan], own: &HashMap<String, PersonId>) -> Result<Vec<Person>> {
    let scope = officer.may(Action::ReadPeople)?;
    world.write(officer, |tx| {
        let mut people: Vec<Person> = Vec::with_capacity(plans.len());
        for plan in plans {
            let person = match own.get(&key(plan)) {
                Some(id) => store::person(tx, &scope, *id)?,
                None => actions::enter(tx, officer, &plan.new)?,
            };
            let papers = match plan.new.kind {
                PersonKind::Veteran => "身份证、退役军人优待证",
                PersonKind::Spouse => "身份证、结婚证、军人所在部队证明",
            };
            people.push(match plan.verified {
                Some(approve) => actions::verify(tx, officer, person.id, person.version, approve, papers)?,
                None => person,
            });
        }
        marry(tx, officer, &mut world.dice("couples"), people)
    })
}

/// Most spouses name a service member of the same township; some of theirs still serve and are not here.
fn marry(tx: &mut Tx, officer: &Actor, dice: &mut Dice, mut people: Vec<Person>) -> Result<Vec<Person>> {
    let veterans: Vec<PersonId> =
        people.iter().filter(|person| person.kind == PersonKind::Veteran).map(|person| person.id).collect();
    for person in people.iter_mut().filter(|person| person.kind == PersonKind::Spouse) {
        if !veterans.is_empty() && dice.chance(70) {
            let member = Some(dice.pick(&veterans));
            *person = actions::name_service_member(tx, officer, person.id, person.version, member)?;
        }
    }
    Ok(people)
}

fn key(plan: &Plan) -> String {
    plan.new.identity.mobile.as_ref().map(|mobile| mobile.expose().to_owned()).unwrap_or_default()
}

fn role(kind: PersonKind) -> Role {
    match kind {
        PersonKind::Veteran => Role::Veteran,
        PersonKind::Spouse => Role::Spouse,
    }
}

/// Everybody, in the order they come in: the two showcases, then the others mixed.
fn plan(world: &World) -> Vec<Plan> {
    let mut dice = world.dice("people");
    let mut ids = IdNumbers::default();
    let size = world.size;
    let mut kinds = vec![PersonKind::Veteran; size.veterans];
    kinds.extend(vec![PersonKind::Spouse; size.spouses]);
    dice.shuffle(&mut kinds);
    for (place, kind) in [(0, PersonKind::Veteran), (1, PersonKind::Spouse)] {
        let first = kinds[place..].iter().position(|one| *one == kind).map_or(place, |found| place + found);
        kinds.swap(place, first);
    }
    let mut plans = Vec::with_capacity(kinds.len());
    for (i, kind) in kinds.into_iter().enumerate() {
        let new = new_person(world, &mut dice, &mut ids, i, kind);
        plans.push(fate(&mut dice, i, new));
    }
    claim_twice(&mut plans);
    plans
}

/// A few typed in the ID number of somebody a station knows: cases for an officer to clear.
fn claim_twice(plans: &mut [Plan]) {
    for at in (60..plans.len()).step_by(700) {
        let (before, after) = plans.split_at_mut(at);
        let known = before.iter().rev().find(|plan| plan.path == Path::Entered && plan.verified == Some(true));
        if let (Some(known), Some(plan)) = (known, after.first_mut()) {
            plan.new.identity.id_number = known.new.identity.id_number.clone();
            (plan.path, plan.verified) = (Path::Own, None);
        }
    }
}

fn new_person(world: &World, dice: &mut Dice, ids: &mut IdNumbers, i: usize, kind: PersonKind) -> NewPerson {
    let is_showcase = i < 2;
    let male = match (is_showcase, kind) {
        (true, kind) => kind == PersonKind::Veteran,
        (false, PersonKind::Veteran) => dice.chance(93),
        (false, PersonKind::Spouse) => dice.chance(4),
    };
    // The first come one from each village, so that every village has somebody.
    let villages = &world.places.villages;
    let division = villages.get(i).copied().unwrap_or_else(|| dice.pick(villages));
    let ages = match (is_showcase, kind) {
        (true, _) => (showcase::AGE, showcase::AGE + 1),
        (false, PersonKind::Veteran) => {
            dice.weighted(&[((20, 30), 38), ((30, 40), 32), ((40, 50), 20), ((50, 58), 10)])
        }
        (false, PersonKind::Spouse) => (23, 46),
    };
    let (birth, id_number) = loop {
        let birth = birth_date(dice, world.today, ages);
        if let Some(id_number) = ids.take(dice, birth, male, world.today) {
            break (birth, id_number);
        }
    };
    let subject = Subject { kind, birth, division, today: world.today - Duration::days(WHEN.0) };
    let templates = match kind {
        PersonKind::Veteran => &world.ingredients.veterans,
        PersonKind::Spouse => &world.ingredients.spouses,
    };
    // The young have not served long enough for every template.
    let young = kind == PersonKind::Veteran && birth.year() > world.today.year() - 27;
    let fitting: Vec<_> = templates.iter().filter(|template| !(young && service::needs_years(template))).collect();
    let template = dice.pick(&fitting);
    let profile = match (is_showcase, kind) {
        (true, PersonKind::Veteran) => showcase::veteran(subject),
        (true, PersonKind::Spouse) => showcase::spouse(subject),
        (false, _) => profiles::profile(dice, template, subject),
    };
    let name = names::full_name(dice, &world.ingredients, male, birth.year());
    debug_assert!(division.level() == Level::Village);
    NewPerson {
        kind,
        identity: Identity { name, id_number: Some(id_number), mobile: Some(mobile(Owner::Person, i)) },
        division,
        profile,
        consents: consents(kind),
        import_id: None,
    }
}

fn consents(kind: PersonKind) -> Vec<Purpose> {
    match kind {
        PersonKind::Veteran => vec![Purpose::Matching, Purpose::ShowEmployers, Purpose::ServiceRecord],
        PersonKind::Spouse => vec![Purpose::Matching, Purpose::ShowEmployers],
    }
}

/// How somebody comes in and what became of them; the showcases have everything.
fn fate(dice: &mut Dice, i: usize, mut new: NewPerson) -> Plan {
    if i < 2 {
        return Plan { new, path: Path::Own, verified: Some(true) };
    }
    let verified = dice.weighted(&[(Some(true), 88), (None, 10), (Some(false), 2)]);
    let path = dice.weighted(&[(Path::Entered, 920), (Path::Own, 68), (Path::Hidden, 12)]);
    match dice.between(1, 100) {
        1..=88 => {}
        89..=94 => new.consents.retain(|purpose| *purpose != Purpose::ShowEmployers),
        95..=97 => new.consents.retain(|purpose| *purpose == Purpose::Matching),
        _ => new.consents.clear(),
    }
    // A few signed up and have not filled in anything yet.
    if i % 180 == 7 {
        new.profile = Profile::default();
        new.consents.clear();
        return Plan { new, path: Path::Own, verified: None };
    }
    if verified.is_none() && dice.chance(25) {
        new.identity.id_number = None;
    }
    Plan { new, path, verified }
}
