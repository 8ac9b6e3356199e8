//! The positions: what each enterprise of a trade may look for, and what has become of it since.

use std::collections::HashMap;

use chrono::Duration;

use crate::access::Actor;
use crate::employers::actions::{self, Step};
use crate::employers::model::{Position, PositionInput, PositionState, Requirement};
use crate::error::Result;
use crate::people::model::Verification;
use crate::types::money::{Fen, Pay, PayUnit};
use crate::types::region::Division;
use crate::types::work::{Degree, RequirementKind, Shift};

use super::dice::Dice;
use super::employers::Enterprise;
use super::ingredients::PositionTemplate;
use super::numbers::{Owner, mobile};
use super::world::{Staff, World};

/// Days before today.
const WHEN: (i64, i64) = (60, 2);
const BATCH: usize = 25;

struct Plan {
    enterprise: usize,
    fate: Fate,
    input: PositionInput,
}

/// What has become of a position by today.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Open,
    /// A draft with a condition that the law forbids.
    Unlawful,
    Draft,
    Paused,
    Withdrawn,
    Filled,
}

/// Offers every position; gives them as they stand today.
pub fn offer(world: &mut World, staff: &Staff, enterprises: &[Enterprise]) -> Result<Vec<Position>> {
    let plans = plan(world, enterprises);
    let mut positions = Vec::with_capacity(plans.len());
    for chunk in plans.chunks(BATCH) {
        world.live_on(WHEN, positions.len(), plans.len());
        positions.extend(offer_batch(world, &staff.centre, enterprises, chunk)?);
        world.tell("positions", positions.len(), plans.len());
    }
    world.live_on((1, 1), 0, 1);
    for (plan, position) in plans.iter().zip(&mut positions) {
        if let Some(representative) = &enterprises[plan.enterprise].representative {
            *position = meet_fate(world, representative, plan.fate, position.clone())?;
        }
    }
    Ok(positions)
}

/// An enterprise with a representative writes and publishes its own; the centre enters the others'.
fn offer_batch(world: &World, centre: &Actor, enterprises: &[Enterprise], plans: &[Plan]) -> Result<Vec<Position>> {
    let mut positions: Vec<Option<Position>> = Vec::new();
    for plan in plans {
        let enterprise = &enterprises[plan.enterprise];
        positions.push(match &enterprise.representative {
            Some(who) => Some(world.write(who, |tx| {
                let position = actions::draft(tx, who, enterprise.organisation.id, &plan.input)?;
                if matches!(plan.fate, Fate::Unlawful | Fate::Draft) {
                    return Ok(position);
                }
                actions::step(tx, who, position.id, position.version, Step::Publish)
            })?),
            None => None,
        });
    }
    world.write(centre, |tx| {
        let all = plans.iter().zip(&positions).map(|(plan, position)| match position {
            Some(position) => Ok(position.clone()),
            None => {
                actions::enter_position(tx, centre, &enterprises[plan.enterprise].organisation, &plan.input, None, None)
            }
        });
        all.collect()
    })
}

fn meet_fate(world: &World, who: &Actor, fate: Fate, position: Position) -> Result<Position> {
    if matches!(fate, Fate::Open | Fate::Unlawful | Fate::Draft) {
        return Ok(position);
    }
    world.write(who, |tx| match fate {
        Fate::Paused => actions::step(tx, who, position.id, position.version, Step::Pause),
        Fate::Withdrawn => actions::step(tx, who, position.id, position.version, Step::Close),
        _ => {
            let mut position = position.clone();
            while position.state != PositionState::Closed {
                position = actions::take_place(tx, who, position.id)?;
            }
            Ok(position)
        }
    })
}

fn plan(world: &World, enterprises: &[Enterprise]) -> Vec<Plan> {
    let mut dice = world.dice("positions");
    let holders = holders(world, &mut dice, enterprises);
    let fates = fates(world, &mut dice);
    let mut templates = Templates::new(&world.ingredients.positions);
    let mut unlawful = UNLAWFUL.iter().cycle();
    let plans = holders.into_iter().zip(fates).enumerate().map(|(i, (enterprise, fate))| {
        let trade = world.ingredients.trades[enterprises[enterprise].trade].key;
        let template = templates.take(&mut dice, enterprise, trade);
        let mut input = input(world, &mut dice, &enterprises[enterprise], template, i);
        match fate {
            Fate::Unlawful => spoil(&mut input, unlawful.next().copied().unwrap_or(UNLAWFUL[0])),
            Fate::Filled => input.headcount = input.headcount.min(2),
            _ => {}
        }
        Plan { enterprise, fate, input }
    });
    let mut plans: Vec<Plan> = plans.collect();
    repeat(&mut plans, world.size.positions * 2 / 5);
    plans
}

/// The first enterprise posts one of its last four again, with a slogan and a little more pay; and of two others, one
/// takes over the other's words. `first` is where the last four begin; all of them are open.
fn repeat(plans: &mut [Plan], first: usize) {
    let mut again = plans[first].input.clone();
    again.title = format!("急招！{}（五险一金）", again.title);
    again.headcount += 2;
    again.pay = again.pay.and_then(|pay| {
        let raised = |fen: Fen| fen.ratio(102, 100);
        Pay::new(raised(pay.min())?, raised(pay.max())?, pay.unit(), pay.months_per_year()).ok()
    });
    again.description.push_str("欢迎来单位看看再定。");
    plans[first + 1].input = again;
    let source = first + 4;
    let Some(taker) = (source + 1..plans.len()).find(|at| plans[*at].enterprise != plans[source].enterprise) else {
        return;
    };
    plans[taker].input.title = plans[source].input.title.clone();
    plans[taker].input.occupation = plans[source].input.occupation.clone();
    plans[taker].input.description = plans[source].input.description.clone();
}

/// Which enterprise offers each position: two fifths the members, in turn; four more the first of them;
/// the rest anybody. One in a hundred belongs to an enterprise that is not verified and stays a draft.
fn holders(world: &World, dice: &mut Dice, enterprises: &[Enterprise]) -> Vec<usize> {
    let numbers: Vec<usize> = (0..enterprises.len()).collect();
    let is_verified = |i: &usize| enterprises[*i].organisation.verification == Verification::Verified;
    let (verified, others): (Vec<usize>, Vec<usize>) = numbers.into_iter().partition(is_verified);
    let turns = world.size.positions * 2 / 5;
    let mut holders: Vec<usize> = (0..turns).map(|turn| turn % world.size.members).collect();
    holders.extend([0; 4]);
    for i in holders.len()..world.size.positions {
        holders.push(dice.pick(if i % 100 == 99 && !others.is_empty() { &others } else { &verified }));
    }
    holders
}

/// Fates in the order of [`holders`]; those that need a representative fall to the members' last turns.
fn fates(world: &World, dice: &mut Dice) -> Vec<Fate> {
    let (all, turns) = (world.size.positions, world.size.positions * 2 / 5);
    let mut special = Vec::new();
    for (fate, count) in [
        (Fate::Unlawful, all.div_ceil(60)),
        (Fate::Draft, all.div_ceil(60)),
        (Fate::Paused, all.div_ceil(20)),
        (Fate::Withdrawn, all.div_ceil(20)),
        (Fate::Filled, all.div_ceil(60)),
    ] {
        special.extend(vec![fate; count]);
    }
    // The first enterprise, that of the one-click representative, shows an unlawful condition.
    dice.shuffle(&mut special[1..]);
    let mut fates = vec![Fate::Open; all];
    let first = turns - special.len();
    let shown = (first..turns).find(|turn| turn % world.size.members == 0).unwrap_or(first);
    fates[first..turns].copy_from_slice(&special);
    fates.swap(first, shown);
    fates
}

/// Gives out templates: within an enterprise none twice while there is another, and all about as often.
struct Templates<'a> {
    all: &'a [PositionTemplate],
    used: Vec<u32>,
    used_by: HashMap<(usize, usize), u32>,
}

impl<'a> Templates<'a> {
    fn new(all: &'a [PositionTemplate]) -> Templates<'a> {
        Templates { all, used: vec![0; all.len()], used_by: HashMap::new() }
    }

    fn take(&mut self, dice: &mut Dice, enterprise: usize, trade: &str) -> &'a PositionTemplate {
        let fitting: Vec<usize> = (0..self.all.len()).filter(|i| self.all[*i].trades.contains(&trade)).collect();
        let rank = |i: &usize| (self.used_by.get(&(enterprise, *i)).copied().unwrap_or(0), self.used[*i]);
        let least = fitting.iter().map(rank).min().expect("every trade has a template");
        let best: Vec<usize> = fitting.iter().copied().filter(|i| rank(i) == least).collect();
        let chosen = dice.pick(&best);
        self.used[chosen] += 1;
        *self.used_by.entry((enterprise, chosen)).or_default() += 1;
        &self.all[chosen]
    }
}

fn input(
    world: &World,
    dice: &mut Dice,
    enterprise: &Enterprise,
    template: &PositionTemplate,
    number: usize,
) -> PositionInput {
    let (division, address) = place(world, dice, enterprise);
    let many = template.degree_min <= Degree::JuniorMiddle;
    let nice = dice.between(1, 4) as usize;
    let surname = dice.weighted(&world.ingredients.surnames);
    let title = dice.weighted(&[("女士", 55), ("先生", 45)]);
    let last_days = if dice.chance(5) { (1, 5) } else { (10, 110) };
    PositionInput {
        title: dice.pick(&template.titles).to_owned(),
        occupation: (!dice.chance(3)).then(|| template.occupation.to_owned()),
        headcount: if many { dice.between(2, 12) } else { dice.between(1, 5) },
        pay: pay(dice, template),
        division,
        address,
        degree_min: (!dice.chance(4)).then_some(template.degree_min),
        experience_years_min: (!dice.chance(4)).then_some(template.experience_years_min),
        shift: (!dice.chance(6)).then_some(template.shift),
        housing: template.housing.filter(|_| !dice.chance(8)),
        veteran_preference: dice.chance(if enterprise.representative.is_some() { 75 } else { 20 }),
        requirements: requirements(&template.must, true)
            .chain(requirements(&dice.some(&template.nice, nice), false))
            .collect(),
        description: format!("{}{}", template.description, own_words(number)),
        contact: Some(format!("{surname}{title} {}", mobile(Owner::Contact, number).expose())),
        valid_until: world.today + Duration::days(dice.between(last_days.0, last_days.1).into()),
    }
}

fn requirements(all: &[(RequirementKind, &str)], must: bool) -> impl Iterator<Item = Requirement> {
    all.iter().map(move |(kind, name)| Requirement { kind: *kind, name: (*name).to_owned(), must })
}

/// What each employer adds of its own: no two write alike.
fn own_words(number: usize) -> String {
    const WAY: [&str; 6] = [
        "单位在镇区，公交可以到。",
        "厂区有停车棚，骑车开车都方便。",
        "早晚有班车经过主要小区。",
        "离集镇步行十来分钟。",
        "门口就有公交站。",
        "自己开车来的有车位。",
    ];
    const MEALS: [&str; 6] = [
        "中午有食堂，加班有夜宵。",
        "食堂一荤两素，自己刷卡。",
        "附近饭店多，每天有餐费补助。",
        "可以自带饭菜，有微波炉。",
        "午休一个小时，不算在上班时间里。",
        "中晚两餐都在食堂吃。",
    ];
    const TEAM: [&str; 6] = [
        "同组六七个人，组长带着干。",
        "新来的有老师傅带一个月。",
        "每周开一次班前会，说清活怎么干。",
        "干满三个月可以申请换组。",
        "活多的时候几个班组互相顶。",
        "班组长多半是从一线干起来的。",
    ];
    [WAY[number % 6], MEALS[number / 6 % 6], TEAM[(number + number / 36) % 6]].concat()
}

/// Most work is where the enterprise is; some in another township, some in another county of 嘉兴市.
fn place(world: &World, dice: &mut Dice, enterprise: &Enterprise) -> (Division, Option<String>) {
    match dice.between(1, 100) {
        1..=86 => (enterprise.organisation.division, enterprise.organisation.address.clone()),
        87..=95 => {
            let township = dice.pick(&world.places.townships);
            (township, Some(world.places.address(dice, township)))
        }
        _ => {
            let code = dice.pick(&["330402", "330411", "330421", "330424", "330481"]);
            (Division::from_code(code).unwrap_or(world.places.county), None)
        }
    }
}

/// `None`: to be agreed (面议).
fn pay(dice: &mut Dice, template: &PositionTemplate) -> Option<Pay> {
    if dice.chance(5) {
        return None;
    }
    let factor = dice.between(94, 108);
    let rounded = |yuan: i32, step: i32| i64::from((yuan * factor / 100 + step / 2) / step * step);
    let (min, max, unit, months) = if template.shift == Shift::Flexible && dice.chance(15) {
        // A month has about 174 paid hours.
        (rounded(template.pay.0 / 174, 1), rounded(template.pay.1 / 174, 1), PayUnit::Hour, None)
    } else {
        let months = dice.chance(10).then_some(13);
        (rounded(template.pay.0, 100), rounded(template.pay.1, 100), PayUnit::Month, months)
    };
    Pay::new(Fen::from_yuan(min)?, Fen::from_yuan(max)?, unit, months).ok()
}

/// Where an unlawful condition stands, and its words.
#[derive(Clone, Copy)]
enum Unlawful {
    Title(&'static str),
    Description(&'static str),
    Requirement(&'static str),
}

const UNLAWFUL: [Unlawful; 10] = [
    Unlawful::Title("（限男性）"),
    Unlawful::Description("年龄35周岁以下。"),
    Unlawful::Description("女性须已婚已育。"),
    Unlawful::Description("仅限本地户籍。"),
    Unlawful::Description("入职须缴纳服装押金500元。"),
    Unlawful::Description("要求四肢健全、无残疾。"),
    Unlawful::Description("乙肝病毒携带者不予录用。"),
    Unlawful::Requirement("仅限汉族"),
    Unlawful::Description("入职后身份证原件交由公司保管。"),
    Unlawful::Description("宗教信仰者勿扰。"),
];

fn spoil(input: &mut PositionInput, with: Unlawful) {
    match with {
        Unlawful::Title(words) => input.title.push_str(words),
        Unlawful::Description(words) => input.description.push_str(words),
        Unlawful::Requirement(words) => {
            input.requirements.push(Requirement { kind: RequirementKind::Skill, name: words.to_owned(), must: true });
        }
    }
}
