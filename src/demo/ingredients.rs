//! What the demonstration world is made of: the tables in `ingredients/`, which were written for it.
//! They are part of the program; a fault in them is found by any test, so reading them may panic.

use std::str::FromStr;

use crate::types::work::{Degree, RequirementKind, Shift};

/// Everything, read once for a world.
pub struct Ingredients {
    /// With their weight.
    pub surnames: Vec<(&'static str, u32)>,
    pub given_names: Vec<GivenName>,
    pub shop_names: Vec<&'static str>,
    pub trades: Vec<Trade>,
    pub positions: Vec<PositionTemplate>,
    pub veterans: Vec<PersonTemplate>,
    pub spouses: Vec<PersonTemplate>,
}

pub struct GivenName {
    pub name: &'static str,
    /// `None`: for both.
    pub male: Option<bool>,
    /// First and last year of birth.
    pub era: (i32, i32),
}

/// What an enterprise does.
pub struct Trade {
    pub key: &'static str,
    /// GB/T 4754: letter and name.
    pub industry: String,
    pub words: Vec<&'static str>,
    pub activity: &'static str,
    pub headcount: (i32, i32),
}

pub struct PositionTemplate {
    pub occupation: &'static str,
    pub titles: Vec<&'static str>,
    /// Yuan per month.
    pub pay: (i32, i32),
    pub degree_min: Degree,
    pub experience_years_min: i32,
    pub shift: Shift,
    pub housing: Option<bool>,
    pub must: Vec<(RequirementKind, &'static str)>,
    pub nice: Vec<(RequirementKind, &'static str)>,
    pub description: String,
    pub trades: Vec<&'static str>,
}

pub struct PersonTemplate {
    /// A code of the dictionary; absent for spouses.
    pub speciality: Option<&'static str>,
    /// Title with fewest and most years, in the order they are lived.
    pub experiences: Vec<(&'static str, i32, i32)>,
    pub skills: Vec<&'static str>,
    pub certificates: Vec<&'static str>,
    pub occupations: Vec<&'static str>,
    pub titles: Vec<&'static str>,
    /// Yuan per month.
    pub pay_min: i32,
    pub degrees: Vec<Degree>,
    pub shifts: Vec<Shift>,
    pub texts: Vec<&'static str>,
}

impl Ingredients {
    pub fn read() -> Ingredients {
        let spouses = include_str!("ingredients/spouses.tsv");
        Ingredients {
            surnames: rows(include_str!("ingredients/surnames.tsv")).map(|row| (row[0], parsed(row[1]))).collect(),
            given_names: rows(include_str!("ingredients/given_names.tsv")).map(|row| given_name(&row)).collect(),
            shop_names: include_str!("ingredients/shop_names.txt").lines().filter(|line| is_data(line)).collect(),
            trades: rows(include_str!("ingredients/enterprises.tsv")).map(|row| trade(&row)).collect(),
            positions: rows(include_str!("ingredients/positions.tsv")).map(|row| position(&row)).collect(),
            veterans: rows(include_str!("ingredients/people.tsv")).map(|row| person(Some(row[0]), &row[1..])).collect(),
            spouses: rows(spouses).map(|row| person(None, &row)).collect(),
        }
    }
}

fn given_name(row: &[&'static str]) -> GivenName {
    let (first, last) = row[2].split_once('-').expect("an era has two years");
    let male = match row[1] {
        "m" => Some(true),
        "f" => Some(false),
        _ => None,
    };
    GivenName { name: row[0], male, era: (parsed(first), parsed(last)) }
}

fn trade(row: &[&'static str]) -> Trade {
    Trade {
        key: row[0],
        industry: format!("{} {}", row[1], row[2]),
        words: list(row[3]),
        activity: row[4],
        headcount: (parsed(row[5]), parsed(row[6])),
    }
}

fn position(row: &[&'static str]) -> PositionTemplate {
    PositionTemplate {
        occupation: row[0],
        titles: list(row[1]),
        pay: (parsed(row[3]), parsed(row[4])),
        degree_min: degree(row[5]),
        experience_years_min: parsed(row[6]),
        shift: parsed(row[7]),
        housing: match row[8] {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        must: list(row[9]).into_iter().map(requirement).collect(),
        nice: list(row[10]).into_iter().map(requirement).collect(),
        description: list(row[11]).concat(),
        trades: list(row[12]),
    }
}

fn requirement(text: &'static str) -> (RequirementKind, &'static str) {
    let (kind, name) = text.split_once(':').expect("a requirement has a kind");
    (parsed(kind), name)
}

fn person(speciality: Option<&'static str>, row: &[&'static str]) -> PersonTemplate {
    let mut experiences: Vec<(&str, i32, i32)> = list(row[0]).into_iter().map(experience).collect();
    // Where several stand, the longer one came first: one is a cook longer, and before one is a chef.
    experiences.sort_by_key(|(_, _, most)| -most);
    PersonTemplate {
        speciality,
        experiences,
        skills: list(row[1]),
        certificates: list(row[2]),
        occupations: list(row[3]),
        titles: list(row[4]),
        pay_min: parsed(row[5]),
        degrees: list(row[6]).into_iter().map(degree).collect(),
        shifts: list(row[7]).into_iter().map(parsed).collect(),
        texts: list(row[8]),
    }
}

fn experience(text: &'static str) -> (&'static str, i32, i32) {
    let (title, years) = text.split_once(':').expect("an experience has years");
    let (fewest, most) = years.split_once('-').expect("years are a range");
    (title, parsed(fewest), parsed(most))
}

fn degree(rank: &str) -> Degree {
    Degree::from_rank(parsed(rank)).expect("a degree from 0 to 7")
}

fn is_data(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}

/// The rows below the line of column names.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| is_data(line)).skip(1).map(|line| line.split('\t').collect())
}

fn list(text: &'static str) -> Vec<&'static str> {
    text.split('｜').filter(|item| !item.is_empty()).collect()
}

fn parsed<T: FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("the ingredients: {text:?}"))
}
