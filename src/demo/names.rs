//! What the people and the enterprises of the demonstration world are called.

use super::dice::Dice;
use super::ingredients::{Ingredients, Trade};

/// A name as it was given in the year of birth.
pub fn full_name(dice: &mut Dice, ingredients: &Ingredients, male: bool, born: i32) -> String {
    let surname = dice.weighted(&ingredients.surnames);
    let fits = |one: &&super::ingredients::GivenName| {
        let (first, last) = one.era;
        // The oldest and the youngest fall outside the eras.
        let born = born.clamp(1965, 2005);
        one.male.is_none_or(|kind| kind == male) && (first..=last).contains(&born)
    };
    let given: Vec<&str> = ingredients.given_names.iter().filter(fits).map(|one| one.name).collect();
    format!("{surname}{}", dice.pick(&given))
}

/// 平湖鹭宜箱包有限公司; hospitals and kindergartens are no companies.
pub fn enterprise(dice: &mut Dice, trade: &Trade, shop_name: &str) -> String {
    let place = dice.weighted(&[("平湖", 45), ("平湖市", 25), ("嘉兴", 20), ("浙江", 10)]);
    let word = dice.pick(&trade.words);
    let form = if ["医院", "门诊部", "幼儿园"].contains(&word) { "" } else { "有限公司" };
    format!("{place}{shop_name}{word}{form}")
}
