//! The association and the enterprises, with those who represent them.

use chrono::Duration;

use crate::access::{Actor, actions as access, store as access_store};
use crate::employers::actions;
use crate::employers::model::{Organisation, OrganisationInput, OrganisationKind};
use crate::error::Result;
use crate::store::Tx;

use super::dice::Dice;
use super::names;
use super::numbers::credit_code;
use super::world::{Staff, World, actor};

/// Days before today.
const WHEN: (i64, i64) = (119, 100);
const BATCH: usize = 12;
/// Those for whom somebody asks to act and waits for an officer's answer.
const ASKED_FOR: usize = 8;

/// An enterprise that stands.
pub struct Enterprise {
    pub organisation: Organisation,
    /// Place of its trade in the ingredients.
    pub trade: usize,
    /// Its representative, for the members of the association.
    pub representative: Option<Actor>,
}

/// An enterprise to be.
struct Plan {
    input: OrganisationInput,
    trade: usize,
    path: Path,
    representative_name: String,
}

/// How an enterprise comes in, and how far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Path {
    /// Registered by its representative; both were found right.
    Represented,
    /// Entered and verified by an officer.
    Entered,
    /// Registered by its representative; nobody has looked yet.
    Registered,
    /// Entered; nobody has looked yet.
    Unverified,
    Refused,
}

/// Brings in every enterprise, then the association with its members.
pub fn settle(world: &mut World, staff: &Staff) -> Result<Vec<Enterprise>> {
    let plans = plan(world);
    let mut enterprises = Vec::with_capacity(plans.len());
    for chunk in plans.chunks(BATCH) {
        world.live_on(WHEN, enterprises.len(), plans.len());
        enterprises.extend(settle_batch(world, &staff.centre, chunk)?);
        world.tell("enterprises", enterprises.len(), plans.len());
    }
    associate(world, &staff.centre, &enterprises)?;
    ask_to_represent(world, &enterprises)?;
    Ok(enterprises)
}

fn plan(world: &World) -> Vec<Plan> {
    let mut dice = world.dice("enterprises");
    let mut shop_names = world.ingredients.shop_names.clone();
    dice.shuffle(&mut shop_names);
    let trades = trades(world, &mut dice);
    let founders = trades.into_iter().zip(shop_names).enumerate();
    founders.map(|(i, (trade, shop_name))| plan_one(world, &mut dice, i, trade, shop_name)).collect()
}

/// Every trade once, then those with more kinds of work more often. The first enterprise, that of the
/// one-click representative, makes car parts: it has the most kinds.
fn trades(world: &World, dice: &mut Dice) -> Vec<usize> {
    let ingredients = &world.ingredients;
    let mut trades: Vec<usize> = (0..ingredients.trades.len()).collect();
    dice.shuffle(&mut trades);
    let first = trades.iter().position(|trade| ingredients.trades[*trade].key == "auto_parts");
    trades.swap(0, first.expect("a trade of car parts"));
    let kinds =
        |key: &str| ingredients.positions.iter().filter(|template| template.trades.contains(&key)).count() as u32;
    let weights: Vec<(usize, u32)> =
        (0..).zip(&ingredients.trades).map(|(i, trade)| (i, 3 + kinds(trade.key))).collect();
    while trades.len() < world.size.enterprises {
        trades.push(dice.weighted(&weights));
    }
    trades.truncate(world.size.enterprises);
    trades
}

fn plan_one(world: &World, dice: &mut Dice, i: usize, trade: usize, shop_name: &str) -> Plan {
    let size = world.size;
    let waiting = size.enterprises - size.enterprises / 20;
    let path = match i {
        _ if i < size.members => Path::Represented,
        _ if i < waiting => Path::Entered,
        _ => [Path::Registered, Path::Unverified, Path::Refused][i % 3],
    };
    let row = &world.ingredients.trades[trade];
    let at_sea = ["port", "chemical", "dangerous_goods"].contains(&row.key);
    let township = dice.pick(if at_sea { &world.places.coast } else { &world.places.townships });
    let name = names::enterprise(dice, row, shop_name);
    let mut description = format!(
        "{name}成立于{}年，位于{}，{}，现有员工{}人。",
        dice.between(1996, 2023),
        township.name(),
        row.activity,
        dice.between(row.headcount.0, row.headcount.1),
    );
    if path == Path::Represented {
        description.push_str("企业是民营企业拥军协会会员，同等条件下优先录用退役军人和军属。");
    }
    let without_code = path == Path::Refused;
    let born = dice.between(1970, 1998);
    let male = dice.chance(45);
    Plan {
        representative_name: names::full_name(dice, &world.ingredients, male, born),
        input: OrganisationInput {
            kind: OrganisationKind::Enterprise,
            name,
            credit_code: (!without_code).then(|| credit_code("91330482", "MA", i as u32 + 1)),
            no_credit_code_reason: without_code.then(|| "正在办理登记".to_owned()),
            division: township,
            address: Some(world.places.address(dice, township)),
            industry: Some(row.industry.clone()),
            description,
        },
        trade,
        path,
    }
}

fn settle_batch(world: &mut World, centre: &Actor, plans: &[Plan]) -> Result<Vec<Enterprise>> {
    let by_themselves = |plan: &&Plan| matches!(plan.path, Path::Represented | Path::Registered);
    let names = plans.iter().filter(by_themselves).map(|plan| (plan.representative_name.clone(), None)).collect();
    let mut representatives = world.sign_up_all(names)?.into_iter();
    let mut registered = Vec::new();
    for plan in plans {
        let representative = by_themselves(&plan).then(|| representatives.next()).flatten();
        let organisation = match &representative {
            Some(who) => Some(world.write(who, |tx| actions::register(tx, who, &plan.input))?),
            None => None,
        };
        registered.push((organisation, representative));
    }
    world.write(centre, |tx| {
        let settled = plans.iter().zip(&registered).map(|(plan, (organisation, representative))| {
            let (organisation, representative) =
                decide(tx, centre, plan, organisation.clone(), representative.clone())?;
            Ok(Enterprise { organisation, trade: plan.trade, representative })
        });
        settled.collect()
    })
}

/// What the officer does with one enterprise and the one who asks to represent it.
fn decide(
    tx: &mut Tx,
    centre: &Actor,
    plan: &Plan,
    registered: Option<Organisation>,
    representative: Option<Actor>,
) -> Result<(Organisation, Option<Actor>)> {
    let organisation = match registered {
        Some(organisation) => organisation,
        None => actions::enter_organisation(tx, centre, &plan.input, None)?,
    };
    let organisation = match plan.path {
        Path::Registered | Path::Unverified => return Ok((organisation, None)),
        Path::Represented | Path::Entered => {
            actions::verify(tx, centre, organisation.id, organisation.version, true, "营业执照")?
        }
        Path::Refused => actions::verify(tx, centre, organisation.id, organisation.version, false, "没有营业执照")?,
    };
    let Some(representative) = representative else { return Ok((organisation, None)) };
    for grant in access_store::representatives(tx, organisation.id)? {
        access::decide_representative(tx, centre, organisation.id, grant.id, true)?;
    }
    let account = representative.account()?;
    Ok((organisation, Some(actor(tx, account)?)))
}

/// 民营企业拥军协会 and its members.
fn associate(world: &World, centre: &Actor, enterprises: &[Enterprise]) -> Result<()> {
    let mut dice = world.dice("association");
    let township = world.places.townships[0];
    let input = OrganisationInput {
        kind: OrganisationKind::Association,
        name: "民营企业拥军协会".to_owned(),
        credit_code: Some(credit_code("51330482", "MJ", 1)),
        no_credit_code_reason: None,
        division: township,
        address: Some(world.places.address(&mut dice, township)),
        industry: None,
        description: "由本市民营企业自愿组成，会员单位拿出适合退役军人和军属的岗位，同等条件下优先录用。".to_owned(),
    };
    let members = enterprises.iter().take(world.size.members);
    let members: Vec<_> = members
        .map(|member| (member.organisation.id, world.today - Duration::days(dice.between(130, 2_000).into())))
        .collect();
    world.write(centre, |tx| {
        let association = actions::enter_organisation(tx, centre, &input, None)?;
        actions::verify(tx, centre, association.id, association.version, true, "社会团体法人登记证书")?;
        for (member, since) in &members {
            actions::begin_membership(tx, centre, association.id, *member, *since)?;
        }
        Ok(())
    })
}

/// Some work for the officer: representatives who wait for an answer.
fn ask_to_represent(world: &mut World, enterprises: &[Enterprise]) -> Result<()> {
    let mut dice = world.dice("asking");
    for enterprise in enterprises.iter().skip(world.size.members).take(ASKED_FOR) {
        let Some(code) = enterprise.organisation.credit_code.clone() else { continue };
        let name = names::full_name(&mut dice, &world.ingredients, true, 1988);
        let who = world.sign_up(name, None)?;
        world.write(&who, |tx| actions::ask_to_represent(tx, &who, &code))?;
    }
    Ok(())
}
