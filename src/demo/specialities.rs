//! What the city changed of the military map: one family of its own, and one correction that waits for review.

use crate::error::Result;
use crate::specialities::actions;
use crate::specialities::model::{ChangeInput, ChangeKind, FamilyBranch, FamilyInput, LeadInput, Relation};

use super::world::{Staff, World};

/// A station proposes both; the centre accepts the first. The other is left to the visitor.
pub fn keep(world: &World, staff: &Staff) -> Result<()> {
    let author = &staff.stations[0];
    let own = world.write(author, |tx| actions::propose(tx, author, &photovoltaics()))?;
    world.write(&staff.centre, |tx| {
        actions::decide(tx, &staff.centre, own.id, true, "问过两名做过这项工作的军士，对应职业准确")
    })?;
    world.write(author, |tx| actions::propose(tx, author, &vehicle_repair())).map(drop)
}

/// What a barracks has had for some years and the built-in map does not name.
fn photovoltaics() -> ChangeInput {
    ChangeInput {
        code: None,
        kind: ChangeKind::Edit,
        family: Some(FamilyInput {
            name: "营区光伏与储能".to_owned(),
            branch: FamilyBranch::Any,
            titles: texts(&["光伏运维员", "储能值班员", "营区微电网值班员", "光伏班长"]),
            skills: texts(&["光伏电站运维", "光伏巡检", "电气维修", "发电机组维护"]),
            occupations: vec![
                lead("6-28-01-10", Relation::Same, None),
                lead("6-31-01-03", Relation::Related, Some(65)),
                lead("6-29-03-02", Relation::WithTraining, None),
            ],
        }),
        source: "2026 年 10 月就业座谈会，三名退役军士口述，招收他们的两家光伏企业确认".to_owned(),
    }
}

/// The built-in family, with what garages ask for now.
fn vehicle_repair() -> ChangeInput {
    ChangeInput {
        code: Some("vehicle_repair".to_owned()),
        kind: ChangeKind::Edit,
        family: Some(FamilyInput {
            name: "汽车维修".to_owned(),
            branch: FamilyBranch::Any,
            titles: texts(&[
                "汽车修理工",
                "修理工",
                "汽车维修班长",
                "修理班长",
                "汽车电工",
                "修理所技师",
                "汽修兵",
                "新能源车修理工",
            ]),
            skills: texts(&[
                "汽车维修",
                "汽车故障诊断",
                "发动机维修",
                "底盘维修",
                "汽车电路维修",
                "汽车保养",
                "新能源汽车维修",
            ]),
            occupations: vec![
                lead("4-12-01-01", Relation::Same, None),
                lead("6-31-01-09", Relation::Related, None),
                lead("6-31-01-02", Relation::Related, None),
                lead("4-02-02-09", Relation::Related, Some(60)),
                lead("4-08-05-05", Relation::Related, None),
            ],
        }),
        source: "本市两家维修企业 2026 年招收 9 名退役修理工后的反馈：大多会修新能源车，检测岗位不用再培训".to_owned(),
    }
}

fn lead(code: &str, relation: Relation, weight: Option<u32>) -> LeadInput {
    LeadInput { code: code.to_owned(), relation, weight }
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}
