//! Rows and questions as a database can hold them: words, numbered codes, plain columns.
//!
//! A code is a structured term (an occupation group, a skill, a division) under a number; a question gives
//! each code the weight that our engine's recall gives it.

use std::collections::HashMap;

use search_index::{Lexicon, PositionQuery, RequirementKind, Seeker, Shift, Vacancy};

use super::Table;
use crate::matching::matches::RECALL;

/// Terms of each kind that a question looks for, as in our engine.
const TERMS_MAX: usize = 16;
/// Weights of our engine's recall: occupation by how much of the code is shared, skill, place, home.
const OCCUPATION: [(usize, f32); 3] = [(4, 2.0), (7, 4.0), (10, 6.0)];
const SKILL: f32 = 3.0;
const PLACE: f32 = 4.0;
const HOME: [(usize, f32); 3] = [(2, 0.7), (4, 1.3), (6, 2.0)];

/// Numbers for structured terms.
#[derive(Default)]
pub struct Codes(HashMap<String, i32>);

impl Codes {
    fn number(&mut self, kind: char, text: &str) -> i32 {
        let next = self.0.len() as i32 + 1;
        *self.0.entry(format!("{kind}{text}")).or_insert(next)
    }

    fn prefixes(&mut self, kind: char, text: &str, lengths: impl IntoIterator<Item = usize>) -> Vec<i32> {
        lengths.into_iter().filter_map(|length| Some(self.number(kind, text.get(..length)?))).collect()
    }
}

/// A position or a person.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub id: i32,
    /// Words of the title, or of what is wanted and was done.
    pub title: String,
    /// Their single characters.
    pub letters: String,
    /// Words of the rest.
    pub body: String,
    pub codes: Vec<i32>,
    /// Those of `codes` that make a row a candidate: occupation groups and skills.
    pub leading: Vec<i32>,
    pub degree: Option<i32>,
    pub pay: Option<i64>,
    pub shift: Option<i32>,
    pub county: Option<i32>,
    pub published: i32,
    pub valid_until: i32,
}

/// Candidates for a match.
#[derive(Clone, Debug)]
pub struct Find {
    pub table: Table,
    pub words: Vec<String>,
    pub letters: Vec<String>,
    pub codes: Vec<(i32, f32)>,
    pub leading: Vec<i32>,
    /// A row with any of these is out.
    pub without: Vec<i32>,
    /// A row needs one of each.
    pub one_of: Vec<Vec<i32>>,
    pub degree: Option<i32>,
    pub today: i32,
    pub limit: i32,
}

impl Table {
    fn find(self, today: i32) -> Find {
        Find {
            table: self,
            words: Vec::new(),
            letters: Vec::new(),
            codes: Vec::new(),
            leading: Vec::new(),
            without: Vec::new(),
            one_of: Vec::new(),
            degree: None,
            today,
            limit: RECALL as i32,
        }
    }
}

/// A public search.
#[derive(Clone, Debug)]
pub struct Search {
    pub words: Vec<String>,
    pub region: Option<i32>,
    pub pay_min: Option<i64>,
    pub degree: Option<i32>,
    pub shift: Option<i32>,
    pub today: i32,
}

/// A position's row.
pub fn position(codes: &mut Codes, at: usize, vacancy: &Vacancy) -> Row {
    let lexicon = Lexicon::get();
    let (title, letters) = cut(&vacancy.title);
    let occupation = vacancy.occupation.as_deref().unwrap_or_default();
    let names = vacancy.requirements.iter().map(|asked| asked.name.as_str());
    let rest = [lexicon.occupation_name(occupation).unwrap_or_default(), &vacancy.employer_name, &vacancy.description];
    let (body, _) = cut(&names.chain(rest).collect::<Vec<_>>().join("\n"));
    let mut leading = codes.prefixes('o', occupation, [7, 10]);
    let mut all = codes.prefixes('o', occupation, [4]);
    for asked in &vacancy.requirements {
        leading.push(codes.number('s', canonical(&asked.name)));
        if asked.must && asked.kind == RequirementKind::DrivingLicence {
            all.push(codes.number('m', &asked.name));
        }
    }
    let division = vacancy.division.as_deref().unwrap_or_default();
    all.extend(codes.prefixes('d', division, [2, 4, 6]));
    all.extend(&leading);
    Row {
        id: at as i32,
        title: title.join(" "),
        letters: letters.join(" "),
        body: body.join(" "),
        codes: all,
        leading,
        degree: Some(i32::from(vacancy.degree_min.unwrap_or(0))),
        pay: vacancy.pay_fen_month.map(|(_, high)| high),
        shift: vacancy.shift.map(shift),
        county: division.get(..6).and_then(|county| county.parse().ok()),
        published: vacancy.published_day,
        valid_until: vacancy.valid_until_day.unwrap_or(i32::MAX),
    }
}

/// A person's row.
pub fn person(codes: &mut Codes, at: usize, seeker: &Seeker) -> Row {
    let (title, letters) = cut(&wishes(seeker));
    let past: Vec<&str> = seeker.experiences.iter().map(|one| one.text.as_str()).collect();
    let (body, _) = cut(&past.join("\n"));
    let (mut leading, mut all) = (Vec::new(), Vec::new());
    for code in occupations(seeker) {
        leading.extend(codes.prefixes('o', code, [7, 10]));
        all.extend(codes.prefixes('o', code, [4]));
    }
    leading.extend(skills(seeker).iter().map(|name| codes.number('s', name)));
    all.extend(seeker.places.iter().map(|place| codes.number('p', place)));
    all.extend(seeker.places_refused.iter().map(|place| codes.number('r', place)));
    all.extend(codes.prefixes('h', seeker.division.as_deref().unwrap_or_default(), [2, 4, 6]));
    if seeker.certificates.is_empty() {
        all.push(codes.number('k', "unknown"));
    }
    for certificate in &seeker.certificates {
        all.push(codes.number('c', canonical(&certificate.name)));
        all.extend(classes(&certificate.name).iter().map(|class| codes.number('l', class)));
    }
    all.extend(&leading);
    all.sort_unstable();
    all.dedup();
    Row {
        id: at as i32,
        title: title.join(" "),
        letters: letters.join(" "),
        body: body.join(" "),
        codes: all,
        leading,
        degree: seeker.degree.map(i32::from),
        valid_until: i32::MAX,
        ..Row::default()
    }
}

/// What `Index::positions_for` looks for.
pub fn positions_for(codes: &mut Codes, seeker: &Seeker, today: i32) -> Find {
    let (words, letters) = cut(&wishes(seeker));
    let mut find = Find { degree: seeker.degree.map(i32::from), ..Table::Positions.find(today) };
    find.words = words.into_iter().take(TERMS_MAX).collect();
    find.letters = letters.into_iter().take(TERMS_MAX).collect();
    for code in occupations(seeker).into_iter().take(TERMS_MAX) {
        find.add_occupation(codes, code);
    }
    for name in skills(seeker).into_iter().take(TERMS_MAX) {
        let number = codes.number('s', name);
        find.codes.push((number, SKILL));
        find.leading.push(number);
    }
    find.codes.extend(seeker.places.iter().map(|place| (codes.number('d', place), PLACE)));
    for (length, weight) in HOME {
        let home = seeker.division.as_deref().unwrap_or_default();
        find.codes.extend(codes.prefixes('d', home, [length]).into_iter().map(|number| (number, weight)));
    }
    find.without.extend(seeker.places_refused.iter().map(|place| codes.number('d', place)));
    if !seeker.certificates.is_empty() {
        let held: Vec<&str> = seeker.certificates.iter().flat_map(|one| classes(&one.name)).copied().collect();
        let lacking = CLASSES.iter().filter(|class| !held.contains(class));
        find.without.extend(lacking.map(|class| codes.number('m', class)));
    }
    find
}

/// What `Index::people_for` looks for.
pub fn people_for(codes: &mut Codes, vacancy: &Vacancy, today: i32) -> Find {
    let occupation = vacancy.occupation.as_deref().unwrap_or_default();
    let name = Lexicon::get().occupation_name(occupation).unwrap_or_default();
    let (words, letters) = cut(&[&vacancy.title, name].join("\n"));
    let degree = vacancy.degree_min.filter(|degree| *degree > 0).map(i32::from);
    let mut find = Find { degree, ..Table::People.find(today) };
    find.words = words.into_iter().take(TERMS_MAX).collect();
    find.letters = letters.into_iter().take(TERMS_MAX).collect();
    find.add_occupation(codes, occupation);
    for asked in vacancy.requirements.iter().take(TERMS_MAX) {
        let number = codes.number('s', canonical(&asked.name));
        find.codes.push((number, SKILL));
        find.leading.push(number);
        let paper = match asked.kind {
            RequirementKind::DrivingLicence => codes.number('l', &asked.name),
            RequirementKind::Certificate => codes.number('c', canonical(&asked.name)),
            RequirementKind::Skill | RequirementKind::Language => continue,
        };
        if asked.must {
            find.one_of.push(vec![codes.number('k', "unknown"), paper]);
        }
    }
    let division = vacancy.division.as_deref().unwrap_or_default();
    for (length, weight) in HOME {
        find.codes.extend(codes.prefixes('p', division, [length]).into_iter().map(|number| (number, PLACE)));
        find.codes.extend(codes.prefixes('h', division, [length]).into_iter().map(|number| (number, weight)));
        find.without.extend(codes.prefixes('r', division, [length]));
    }
    find
}

impl Find {
    fn add_occupation(&mut self, codes: &mut Codes, code: &str) {
        for (length, weight) in OCCUPATION {
            for number in codes.prefixes('o', code, [length]) {
                self.codes.push((number, weight));
                if length > 4 {
                    self.leading.push(number);
                }
            }
        }
    }
}

/// What `Index::search_positions` looks for.
pub fn search(codes: &mut Codes, query: &PositionQuery) -> Search {
    let text = query.text.as_deref().unwrap_or_default();
    let (words, letters) = cut(text);
    Search {
        words: if words.is_empty() { letters } else { words },
        region: query.region.as_deref().map(|region| codes.number('d', region)),
        pay_min: query.pay_fen_month_min,
        degree: query.degree.map(i32::from),
        shift: query.shift.map(shift),
        today: query.today_day,
    }
}

/// Words and single characters, by our tokenizer.
fn cut(text: &str) -> (Vec<String>, Vec<String>) {
    Lexicon::get().words(text).into_iter().partition(|term| term.chars().nth(1).is_some())
}

fn wishes(seeker: &Seeker) -> String {
    let lexicon = Lexicon::get();
    let past = seeker.experiences.iter().map(|one| one.title.as_str());
    let names = occupations(seeker).into_iter().filter_map(|code| lexicon.occupation_name(code));
    seeker.titles.iter().map(String::as_str).chain(past).chain(names).collect::<Vec<_>>().join("\n")
}

/// Occupations wanted, and those the person's specialities lead to.
fn occupations(seeker: &Seeker) -> Vec<&str> {
    let specialities = seeker.experiences.iter().filter_map(|one| one.speciality.as_deref());
    let led = specialities.flat_map(|speciality| &speciality.occupations).map(|lead| lead.code.as_str());
    seeker.occupations.iter().map(String::as_str).chain(led).collect()
}

/// Skills claimed, certified, or shown by a speciality.
fn skills(seeker: &Seeker) -> Vec<&str> {
    let specialities = seeker.experiences.iter().filter_map(|one| one.speciality.as_deref());
    let shown = specialities.flat_map(|speciality| &speciality.skills).map(String::as_str);
    let claimed = seeker.skills.iter().map(|skill| skill.name.as_str());
    let held = seeker.certificates.iter().map(|certificate| certificate.name.as_str());
    let mut all: Vec<&str> = claimed.chain(held).chain(shown).map(canonical).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn canonical(name: &str) -> &str {
    Lexicon::get().canonical_skill(name).unwrap_or(name)
}

const CLASSES: [&str; 10] = ["A1", "A2", "A3", "B1", "B2", "C1", "C2", "C3", "D", "E"];

/// The class of a licence and the classes it includes (公安部令第 162 号, annex 1); nothing for other papers.
fn classes(name: &str) -> &'static [&'static str] {
    match name {
        "A1" => &["A1", "A3", "B1", "B2", "C1", "C2", "C3"],
        "A2" => &["A2", "B1", "B2", "C1", "C2", "C3"],
        "A3" => &["A3", "C1", "C2", "C3"],
        "B1" => &["B1", "C1", "C2", "C3"],
        "B2" => &["B2", "C1", "C2", "C3"],
        "C1" => &["C1", "C2", "C3"],
        "C2" => &["C2"],
        "C3" => &["C3"],
        "D" => &["D", "E"],
        "E" => &["E"],
        _ => &[],
    }
}

fn shift(shift: Shift) -> i32 {
    match shift {
        Shift::Day => 0,
        Shift::Night => 1,
        Shift::Rotating => 2,
        Shift::Flexible => 3,
    }
}
