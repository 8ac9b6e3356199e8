//! Driving licence classes (准驾车型) and which of them include which.
//!
//! Source: 机动车驾驶证申领和使用规定 (Ministry of Public Security order 162), annex 1.

use crate::{Lexicon, Requirement, RequirementKind};

/// Each class and the classes its holder may drive as well.
const CLASSES: [(&str, &[&str]); 17] = [
    ("A1", &["A3", "B1", "B2", "C1", "C2", "C3", "C4", "M"]),
    ("A2", &["B1", "B2", "C1", "C2", "C3", "C4", "C6", "M"]),
    ("A3", &["C1", "C2", "C3", "C4"]),
    ("B1", &["C1", "C2", "C3", "C4", "M"]),
    ("B2", &["C1", "C2", "C3", "C4", "M"]),
    ("C1", &["C2", "C3", "C4"]),
    ("C2", &[]),
    ("C3", &["C4"]),
    ("C4", &[]),
    ("C5", &[]),
    ("C6", &[]),
    ("D", &["E", "F"]),
    ("E", &["F"]),
    ("F", &[]),
    ("M", &[]),
    ("N", &[]),
    ("P", &[]),
];

/// Whether the holder of `held` may drive what `asked` asks.
pub(crate) fn includes(held: &str, asked: &str) -> bool {
    held == asked || CLASSES.iter().any(|(class, others)| *class == held && others.contains(&asked))
}

/// All classes the holder of `held` may drive.
pub(crate) fn included(held: &'static str) -> impl Iterator<Item = &'static str> {
    CLASSES.iter().map(|(class, _)| *class).filter(move |class| includes(held, class))
}

/// Every class there is.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    CLASSES.iter().map(|(class, _)| *class)
}

/// The classes that a requirement names: any of them will do; none named means any licence.
fn asked(lexicon: &Lexicon, name: &str) -> Vec<&'static str> {
    let found = named(lexicon, name);
    if found.is_empty() { all().collect() } else { found }
}

/// The classes by any of which a requirement would be met; of any licence at all the one for a car.
pub(crate) fn least(lexicon: &Lexicon, name: &str) -> Vec<&'static str> {
    let found = named(lexicon, name);
    if found.is_empty() { vec!["C1"] } else { found }
}

/// The driving classes that a requirement asks for, also where it calls the licence a certificate;
/// `None` where it asks for something else.
pub(crate) fn asked_by(lexicon: &Lexicon, requirement: &Requirement) -> Option<Vec<&'static str>> {
    match requirement.kind {
        RequirementKind::DrivingLicence => Some(asked(lexicon, &requirement.name)),
        RequirementKind::Certificate => Some(held(lexicon, &requirement.name)).filter(|classes| !classes.is_empty()),
        RequirementKind::Skill | RequirementKind::Language => None,
    }
}

/// The classes that a certificate gives; none where it is no driving licence.
pub(crate) fn held(lexicon: &Lexicon, name: &str) -> Vec<&'static str> {
    let found = named(lexicon, name);
    let is_bare = found.iter().map(|class| class.len()).sum::<usize>() == name.trim().len();
    let speaks_of_driving = name.contains('驾') || name.contains('照');
    let is_licence = is_bare || speaks_of_driving || lexicon.driving_class(name).is_some();
    if is_licence { found } else { Vec::new() }
}

fn named(lexicon: &Lexicon, name: &str) -> Vec<&'static str> {
    if let Some(class) = lexicon.driving_class(name) {
        return all().filter(|known| *known == class).collect();
    }
    let chars: Vec<char> = name.chars().take(60).map(|c| c.to_ascii_uppercase()).collect();
    let is_letter = |at: usize| chars.get(at).is_some_and(char::is_ascii_alphabetic);
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    for at in 0..chars.len() {
        if !is_letter(at) || (at > 0 && is_letter(at - 1)) || is_letter(at + 1) {
            continue;
        }
        let length = if is_digit(at + 1) && !is_digit(at + 2) { 2 } else { 1 };
        // A letter alone is a class only where a word for licence follows, as in `D照`.
        if length == 1 && !matches!(chars.get(at + 1), None | Some('照' | '证' | '类' | '驾')) {
            continue;
        }
        let class: String = chars[at..at + length].iter().collect();
        found.extend(all().filter(|known| *known == class && !found.contains(known)).collect::<Vec<_>>());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hierarchy() {
        let check = |held: &str, asked: &str, expected: bool| {
            assert_eq!(includes(held, asked), expected, "{held} for {asked}");
        };
        check("A1", "A3", true);
        check("A1", "A2", false);
        check("A2", "A1", false);
        check("A2", "B1", true);
        check("A2", "B2", true);
        check("B1", "B2", false);
        check("B2", "C1", true);
        check("C1", "C2", true);
        check("C2", "C1", false);
        check("C2", "C2", true);
        check("A2", "D", false);
        check("X9", "C1", false);
    }

    #[test]
    fn hierarchy_is_closed() {
        for (class, others) in CLASSES {
            for other in others {
                for third in included(other) {
                    assert!(includes(class, third), "{class} ⊃ {other} ⊃ {third}");
                }
            }
        }
    }

    #[test]
    fn classes_in_names() {
        let lexicon = Lexicon::get();
        let check = |name: &str, expected: &[&str]| assert_eq!(held(lexicon, name), expected, "{name}");
        check("A2", &["A2"]);
        check("a2驾照", &["A2"]);
        check("机动车驾驶证（B2）", &["B2"]);
        check("A1A2驾驶证", &["A1", "A2"]);
        check("驾驶证A2D", &["A2", "D"]);
        check("D照", &["D"]);
        check("电工证", &[]);
        check("C级焊工证", &[]);
        check("B1级英语证书", &[]);
        check("", &[]);
        assert_eq!(asked(lexicon, "A1或A2"), ["A1", "A2"]);
        assert_eq!(asked(lexicon, "驾驶证").len(), CLASSES.len());
    }
}
