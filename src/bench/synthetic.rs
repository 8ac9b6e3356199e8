//! Positions, people and searches that nobody wrote: made from our dictionaries with the distributions
//! of 19,339 real Chinese postings. No text of those is in here, only these figures:
//!
//! | measured | figure | here |
//! |---|---|---|
//! | titles by rank | Zipf, exponent 0.92; half of all are unique | the same over names and aliases |
//! | title length | quantiles 5/50/75/95 %: 4, 8, 12, 20 characters | name, half of them with an addition |
//! | description length | 5/10/25/50/75/90/95/99 %: 0, 66, 203, 349, 488, 654, 810, 1,708 | the same |
//! | dictionary skills named | 2.5 per description; by rank Zipf 1.37 | the same; three in five of the occupation's own |
//! | lowest pay a month | log-normal, e^9.19 yuan (9,810), deviation 0.58; 97.8 % state it | the same |
//! | highest over lowest pay | log-normal, e^0.437 (1.55), deviation 0.19 | the same |
//! | degree | bachelor 58.1 %, junior college 23.5, none 7.3, senior middle 4.3, master 2.7, junior middle 0.6, doctor 0.2, not said 3.2 | the same |
//! | years asked | not said 16.3 %, 0: 7.4, 1: 24.1, 2: 6.9, 3: 26.9, 4: 0.9, 5: 14.8, 6–9: 1.0, 10: 1.8 | the same |
//! | city by rank | Zipf, exponent 1.54, 304 cities; 54 % name the district, 0.9 % nothing | the same over all cities |
//! | shift said | 3.5 % (day 0.8, night 0.8, rotating 0.7, flexible 1.2) | the same |
//! | housing said | 6.4 % | the same |
//! | veterans named | 0.4 % | the same |
//! | postings per employer | 1.56 | the same |
//!
//! Of people no real set exists, so theirs are assumptions, written beside the numbers below: what they
//! want is drawn like what is offered, and where they live like where work is.

mod draw;
mod words;

use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use search_index::{
    Certificate, Experience, Family, Lexicon, PositionQuery, Requirement, RequirementKind, Seeker, Shift, Skill,
    Vacancy,
};

use draw::{Zipf, log_normal, normal, one_of, quantiles, weighted};
use words::{Occupation, SkillKind};

/// Searches made.
const SEARCHES: usize = 1_000;
/// Skills that belong to an occupation.
const OWN_SKILLS: usize = 8;
/// 2026-11-23.
const TODAY: i32 = 20_780;

const DESCRIPTION_CHARS: [(f64, f64); 10] = [
    (0.0, 0.0),
    (0.05, 0.0),
    (0.10, 66.0),
    (0.25, 203.0),
    (0.50, 349.0),
    (0.75, 488.0),
    (0.90, 654.0),
    (0.95, 810.0),
    (0.99, 1708.0),
    (1.0, 6455.0),
];
const DEGREES: [(u8, f64); 7] = [(5, 0.581), (4, 0.235), (0, 0.073), (3, 0.043), (6, 0.027), (2, 0.006), (7, 0.002)];
const YEARS: [(u8, f64); 9] =
    [(3, 0.269), (1, 0.241), (5, 0.148), (0, 0.074), (2, 0.069), (10, 0.018), (4, 0.009), (8, 0.006), (6, 0.004)];
const SHIFTS: [(Shift, f64); 4] =
    [(Shift::Flexible, 0.012), (Shift::Day, 0.008), (Shift::Night, 0.008), (Shift::Rotating, 0.007)];
/// Assumed: a must in one requirement of four.
const MUST: f64 = 0.25;
/// Assumed for people: most have senior middle school or junior college; one in twenty does not say.
const DEGREES_HELD: [(u8, f64); 5] = [(3, 0.40), (4, 0.35), (5, 0.15), (2, 0.04), (6, 0.01)];
/// Assumed: a car licence is common, a lorry licence what a driver's platoon leaves behind.
const LICENCES: [(&str, f64); 4] = [("C1", 0.55), ("B2", 0.12), ("A2", 0.05), ("A1", 0.03)];

/// All rows of one run.
pub struct World {
    pub vacancies: Vec<Vacancy>,
    pub seekers: Vec<Seeker>,
    /// What somebody looks for who is right that it exists.
    pub searches: Vec<PositionQuery>,
    /// The same words, for pay that nobody offers.
    pub misses: Vec<PositionQuery>,
    pub today_day: i32,
}

impl World {
    /// The same arguments give the same world.
    pub fn new(positions: usize, people: usize, seed: u64) -> World {
        let mut maker = Maker::new(seed);
        let (vacancies, titles): (Vec<Vacancy>, Vec<&str>) =
            (0..positions).map(|at| maker.vacancy(at, positions)).unzip();
        let seekers = (0..people).map(|at| maker.seeker(at)).collect();
        let searches: Vec<PositionQuery> = (0..SEARCHES).filter_map(|_| maker.search(&vacancies, &titles)).collect();
        let misses = searches.iter().map(|one| PositionQuery { pay_fen_month_min: Some(1_000_000_000), ..one.clone() });
        World { misses: misses.collect(), vacancies, seekers, searches, today_day: TODAY }
    }
}

struct Maker {
    rng: StdRng,
    occupations: Vec<Occupation>,
    /// (occupation, title), commonest first.
    titles: Vec<(usize, &'static str)>,
    title_ranks: Zipf,
    /// Commonest first.
    skills: Vec<(&'static str, SkillKind)>,
    skill_ranks: Zipf,
    /// Largest first.
    cities: Vec<(&'static str, Vec<&'static str>)>,
    city_ranks: Zipf,
    specialities: &'static [Family],
}

impl Maker {
    fn new(seed: u64) -> Maker {
        let mut rng = StdRng::seed_from_u64(seed);
        let occupations = words::occupations();
        let mut titles: Vec<(usize, &'static str)> = occupations
            .iter()
            .enumerate()
            .flat_map(|(at, one)| one.titles.iter().map(move |title| (at, *title)))
            .collect();
        let (mut skills, mut cities) = (words::skills(), words::cities());
        titles.shuffle(&mut rng);
        skills.shuffle(&mut rng);
        cities.shuffle(&mut rng);
        Maker {
            title_ranks: Zipf::new(titles.len(), 0.92),
            skill_ranks: Zipf::new(skills.len(), 1.37),
            city_ranks: Zipf::new(cities.len(), 1.54),
            specialities: Lexicon::get().specialities().all(),
            rng,
            occupations,
            titles,
            skills,
            cities,
        }
    }

    /// A position, and its title without what stands around it.
    fn vacancy(&mut self, at: usize, positions: usize) -> (Vacancy, &'static str) {
        let (occupation, title) = self.title();
        let requirements = self.requirements(occupation);
        let employer = self.rng.random_range(0..(positions as f64 / 1.56).ceil() as usize);
        let published_day = TODAY - self.rng.random_range(0..90);
        let housing = self.rng.random_bool(0.064).then_some(true);
        let vacancy = Vacancy {
            id: id('p', at),
            title: self.decorated(title),
            occupation: Some(self.occupations[occupation].code.to_owned()),
            description: self.description(occupation, &requirements),
            employer: id('e', employer),
            employer_name: format!("{}有限公司", self.title().1),
            division: self.place(),
            pay_fen_month: self.pay(),
            degree_min: weighted(&mut self.rng, &DEGREES),
            experience_years_min: weighted(&mut self.rng, &YEARS),
            shift: weighted(&mut self.rng, &SHIFTS),
            housing,
            veteran_preference: self.rng.random_bool(0.004),
            requirements,
            published_day,
            valid_until_day: Some(published_day + 120),
            duplicate_group: None,
        };
        (vacancy, title)
    }

    /// An occupation and one of its titles.
    fn title(&mut self) -> (usize, &'static str) {
        self.titles[self.title_ranks.draw(&mut self.rng)]
    }

    fn decorated(&mut self, title: &str) -> String {
        let before = if self.rng.random_bool(0.2) { one_of(&mut self.rng, &words::BEFORE) } else { None };
        let after = if self.rng.random_bool(0.35) { one_of(&mut self.rng, &words::AFTER) } else { None };
        [before.copied().unwrap_or(""), title, after.copied().unwrap_or("")].concat()
    }

    /// Three in five from the occupation's own, the rest from all.
    fn skill(&mut self, occupation: usize) -> (&'static str, SkillKind) {
        if self.rng.random_bool(0.6) {
            let own = self.rng.random_range(0..OWN_SKILLS);
            return self.skills[(occupation * 31 + own * 7) % self.skills.len()];
        }
        self.skills[self.skill_ranks.draw(&mut self.rng)]
    }

    fn requirements(&mut self, occupation: usize) -> Vec<Requirement> {
        let count = (2.5 + 1.6 * normal(&mut self.rng)).round().clamp(0.0, 12.0) as usize;
        let mut all: Vec<Requirement> = Vec::new();
        for _ in 0..count {
            let (name, kind) = self.skill(occupation);
            if !all.iter().any(|known| known.name == name) {
                let must = self.rng.random_bool(MUST);
                all.push(Requirement { kind: requirement_kind(kind), name: name.to_owned(), must });
            }
        }
        all
    }

    fn description(&mut self, occupation: usize, requirements: &[Requirement]) -> String {
        let length = quantiles(&mut self.rng, &DESCRIPTION_CHARS) as usize;
        let mut text = String::new();
        let mut count = 0;
        let mut add = |sentence: &str| {
            text.push_str(sentence);
            text.push('\n');
            count += sentence.chars().count() + 1;
            count < length
        };
        if length == 0 || !add(self.occupations[occupation].definition) {
            return text.chars().take(length).collect();
        }
        for asked in requirements {
            let phrase = one_of(&mut self.rng, &words::SKILL_PHRASES).copied().unwrap_or("");
            add(&[phrase, &asked.name, "。"].concat());
        }
        loop {
            // What postings have in common, and neighbours of the occupation for the rest of the words.
            let sentence = if self.rng.random_bool(0.6) {
                one_of(&mut self.rng, &words::CONDITIONS).copied().unwrap_or("")
            } else {
                let near = (occupation + self.rng.random_range(0..20)) % self.occupations.len();
                self.occupations[near].definition
            };
            if !add(sentence) {
                return text.chars().take(length).collect();
            }
        }
    }

    /// A county in just over half, else a city; rarely nothing.
    fn place(&mut self) -> Option<String> {
        let (city, counties) = &self.cities[self.city_ranks.draw(&mut self.rng)];
        let county = if self.rng.random_bool(0.54) { one_of(&mut self.rng, counties) } else { None };
        (!self.rng.random_bool(0.009)).then(|| county.unwrap_or(city).to_string())
    }

    fn pay(&mut self) -> Option<(i64, i64)> {
        let low = log_normal(&mut self.rng, 9.19, 0.58);
        let high = low * log_normal(&mut self.rng, 0.437, 0.19).max(1.0);
        // In whole hundreds of yuan, as fen.
        let fen = |yuan: f64| (yuan / 100.0).round() as i64 * 10_000;
        self.rng.random_bool(0.978).then(|| (fen(low), fen(high)))
    }

    fn seeker(&mut self, at: usize) -> Seeker {
        let (occupation, title) = self.title();
        let (city, counties) = &self.cities[self.city_ranks.draw(&mut self.rng)];
        let home = one_of(&mut self.rng, counties).unwrap_or(city).to_string();
        let refused = if self.rng.random_bool(0.1) { one_of(&mut self.rng, counties) } else { None };
        let places_refused: Vec<String> = refused.into_iter().map(|one| one.to_string()).collect();
        let mut places = vec![city.to_string()];
        if self.rng.random_bool(0.3) {
            places.push(self.cities[self.city_ranks.draw(&mut self.rng)].0.to_owned());
        }
        let experiences = self.experiences(occupation);
        let pay = log_normal(&mut self.rng, 8.9, 0.4);
        Seeker {
            id: id('s', at),
            // Three in four choose from the list, the others only say it in their own words.
            occupations: self
                .rng
                .random_bool(0.75)
                .then(|| self.occupations[occupation].code.to_owned())
                .into_iter()
                .collect(),
            titles: vec![title.to_owned()],
            skills: self.seeker_skills(occupation, &experiences),
            certificates: self.certificates(occupation),
            experiences,
            degree: weighted(&mut self.rng, &DEGREES_HELD),
            division: Some(home),
            places,
            places_refused,
            distance_km_max: None,
            pay_fen_month_min: self.rng.random_bool(0.8).then(|| (pay / 100.0).round() as i64 * 10_000),
            shifts: if self.rng.random_bool(0.5) {
                vec![(Shift::Night, false), (Shift::Rotating, true)]
            } else {
                vec![]
            },
            housing_needed: self.rng.random_bool(0.6).then(|| self.rng.random_bool(0.4)),
            available_from_day: None,
        }
    }

    /// One period of service, and up to three civilian works, half of them in the occupation wanted.
    fn experiences(&mut self, occupation: usize) -> Vec<Experience> {
        let mut all = Vec::new();
        if let Some(speciality) = one_of(&mut self.rng, self.specialities) {
            let title = one_of(&mut self.rng, &speciality.titles).cloned().unwrap_or_else(|| speciality.name.clone());
            let (family, years) = (speciality.clone(), self.rng.random_range(2..16) as f32);
            all.push(Experience {
                id: "service".to_owned(),
                title,
                years: Some(years),
                text: String::new(),
                speciality: Some(family),
            });
        }
        for at in 0..self.rng.random_range(0..4) {
            let (worked, title) = self.title();
            let worked = if self.rng.random_bool(0.5) { occupation } else { worked };
            let title = self.occupations[worked].titles.first().copied().unwrap_or(title);
            all.push(Experience {
                id: format!("work{at}"),
                title: title.to_owned(),
                years: Some(self.rng.random_range(1..10) as f32),
                text: self.occupations[worked].definition.to_owned(),
                speciality: None,
            });
        }
        all
    }

    fn seeker_skills(&mut self, occupation: usize, experiences: &[Experience]) -> Vec<Skill> {
        let count = self.rng.random_range(2..8);
        let skills = (0..count).map(|_| {
            let (name, _) = self.skill(occupation);
            let shown = if self.rng.random_bool(0.6) { one_of(&mut self.rng, experiences) } else { None };
            Skill { name: name.to_owned(), experience: shown.map(|one| one.id.clone()) }
        });
        skills.collect()
    }

    /// One person in four names none.
    fn certificates(&mut self, occupation: usize) -> Vec<Certificate> {
        if self.rng.random_bool(0.25) {
            return Vec::new();
        }
        let mut names: Vec<&str> = weighted(&mut self.rng, &LICENCES).into_iter().collect();
        for _ in 0..self.rng.random_range(0..3) {
            let (name, kind) = self.skill(occupation);
            if kind == SkillKind::Certificate {
                names.push(name);
            }
        }
        let dated = names.into_iter().map(|name| {
            let expires_day = self.rng.random_bool(0.5).then(|| TODAY + self.rng.random_range(-200..1_500));
            Certificate { name: name.to_owned(), expires_day }
        });
        dated.collect()
    }

    /// What a visitor types and chooses who has a position like one of these in mind. The shares are
    /// assumed, since no real searches exist.
    fn search(&mut self, vacancies: &[Vacancy], titles: &[&str]) -> Option<PositionQuery> {
        let at = self.rng.random_range(0..vacancies.len().max(1));
        let (like, title) = (vacancies.get(at)?, titles.get(at)?);
        let asked = if self.rng.random_bool(0.2) { one_of(&mut self.rng, &like.requirements) } else { None };
        let city = like.division.as_ref().and_then(|code| code.get(..4));
        let chosen = |rng: &mut StdRng, share| rng.random_bool(share).then_some(());
        Some(PositionQuery {
            text: Some(asked.map_or(*title, |asked| &asked.name).to_owned()),
            region: chosen(&mut self.rng, 0.5).and(city).map(str::to_owned),
            pay_fen_month_min: chosen(&mut self.rng, 0.2).and(like.pay_fen_month).map(|(low, _)| low),
            degree: chosen(&mut self.rng, 0.15).and(like.degree_min),
            shift: chosen(&mut self.rng, 0.2).and(like.shift),
            today_day: TODAY,
            limit: 20,
            ..PositionQuery::default()
        })
    }
}

/// `p00000042`: sorts like its number, which the rivals use as their key.
fn id(kind: char, at: usize) -> String {
    format!("{kind}{at:08}")
}

fn requirement_kind(kind: SkillKind) -> RequirementKind {
    match kind {
        SkillKind::Skill => RequirementKind::Skill,
        SkillKind::Certificate => RequirementKind::Certificate,
        SkillKind::Driving => RequirementKind::DrivingLicence,
        SkillKind::Language => RequirementKind::Language,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_world() {
        let (one, other) = (World::new(50, 20, 3), World::new(50, 20, 3));
        assert_eq!((one.vacancies, one.seekers, one.searches), (other.vacancies, other.seekers, other.searches));
    }

    #[test]
    fn searches_find_and_misses_do_not() {
        let world = World::new(200, 1, 4);
        let index = search_index::Index::in_memory().expect("an index");
        let put = |one: &Vacancy| search_index::Change::PutPosition(Box::new(one.clone()));
        index.apply(&world.vacancies.iter().map(put).collect::<Vec<_>>(), 1).expect("applied");
        let total = |query: &PositionQuery| index.search_positions(query).expect("an answer").total;
        let found = world.searches.iter().filter(|query| total(query) > 0).count();
        assert!(found * 20 >= world.searches.len() * 19, "{found} of {}", world.searches.len());
        assert!(world.misses.iter().all(|query| total(query) == 0));
    }

    #[test]
    fn rows_have_the_measured_shares() {
        let world = World::new(4_000, 10, 1);
        let share = |is: fn(&Vacancy) -> bool| world.vacancies.iter().filter(|one| is(one)).count() as f64 / 4_000.0;
        let check = |what: &str, found: f64, measured: f64| {
            assert!((found - measured).abs() < 0.03, "{what}: {found} instead of {measured}");
        };
        check("bachelor", share(|one| one.degree_min == Some(5)), 0.581);
        check("pay not said", share(|one| one.pay_fen_month.is_none()), 0.022);
        check("lowest pay under 10,000", share(|one| one.pay_fen_month.is_some_and(|(low, _)| low < 1_000_000)), 0.50);
        check("years not said", share(|one| one.experience_years_min.is_none()), 0.163);
        let mut lengths: Vec<usize> = world.vacancies.iter().map(|one| one.description.chars().count()).collect();
        lengths.sort_unstable();
        assert!((320..380).contains(&lengths[2_000]), "median {}", lengths[2_000]);
        let skills: usize = world.vacancies.iter().map(|one| one.requirements.len()).sum();
        assert!((2.1..2.8).contains(&(skills as f64 / 4_000.0)), "{skills}");
    }
}
