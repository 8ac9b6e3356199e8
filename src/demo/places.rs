//! Where the demonstration world is: 平湖市 (330482) with its townships and villages.

use chrono::NaiveDate;

use crate::types::region::Division;

use super::dice::Dice;

pub struct Places {
    pub county: Division,
    pub townships: Vec<Division>,
    /// Those by the sea, 乍浦镇 and 独山港镇: the ports and the chemical works are there.
    pub coast: Vec<Division>,
    pub villages: Vec<Division>,
}

/// Invented.
const ROADS: &[&str] = &[
    "启航路",
    "聚英路",
    "兴港路",
    "飞虹路",
    "明湖路",
    "金桂路",
    "创业路",
    "同心路",
    "振兴路",
    "沿河路",
    "朝晖路",
    "望海路",
    "银杏路",
    "锦绣路",
    "云帆路",
    "东方路",
    "福臻路",
    "平安路",
    "致远路",
    "工贸路",
];

impl Places {
    pub fn read() -> Places {
        let county = Division::from_code("330482").expect("the table of divisions is whole");
        let townships = children(county);
        let coast = townships
            .iter()
            .copied()
            .filter(|township| ["330482101", "330482108"].contains(&township.code()))
            .collect();
        let villages = townships.iter().flat_map(|township| children(*township)).collect();
        Places { county, townships, coast, villages }
    }

    /// A street and a number in `township`.
    pub fn address(&self, dice: &mut Dice, township: Division) -> String {
        format!("{}{}{}{}号", self.county.name(), township.name(), dice.pick(ROADS), dice.between(1, 899))
    }
}

/// The divisions directly below: the codes of townships and villages have three digits more.
fn children(parent: Division) -> Vec<Division> {
    let codes = (1..1000).map(|number| format!("{}{number:03}", parent.code()));
    codes.filter_map(|code| Division::from_code(&code).ok()).collect()
}

/// `years` earlier than `day`, on any day of that year of life.
pub fn birth_date(dice: &mut Dice, today: NaiveDate, ages: (i32, i32)) -> NaiveDate {
    today - chrono::Duration::days(i64::from(dice.between(ages.0 * 366, ages.1 * 365)))
}
