//! One position in front of many people.
//!
//! | word | bits from the lowest |
//! |---|---|
//! | 0 conditions | degree 4, shifts 4 × 2, housing 2, papers 1, abilities 1, past 1, work 1 |
//! | 1 wish | pay stated 1, pay 20 (yuan a month); of the first title: features 6, likeness 5, occupation 12 |
//! | 2 home | as [`Place::packed`] |
//! | 3–6 first title | [`super::probe::bits`] |
//! | list | [`Entry`] |

use super::bits::Bits;
use super::card::{Asked, CARD, Classes, Name, What, YUAN_MAX, classes, name, parts};
use super::place::Place;
use super::probe::{self, Probe, WORDS};
use super::scan::{At, Judge};
use super::sum::{Shares, Sum};
use crate::document::{self, LIST_MAX, shift_number};
use crate::explain::occupation::{PARTLY, credit_of_likeness, past_share, related, worth};
use crate::explain::skills::{Abilities, CLAIMED, IN_TEXT, MUST, NICE, OF_SPECIALITY, SHOWN};
use crate::explain::{conditions, driving, place, skill_key};
use crate::similarity::Title;
use crate::{Lexicon, PartKind, Scale, Seeker, Vacancy};

/// What abilities count, by their number in an entry.
const EVIDENCE: [u32; 4] = [CLAIMED, OF_SPECIALITY, IN_TEXT, SHOWN];
/// Stretches of the past that are told apart; later ones count as the last.
const PAST_MAX: usize = 15;
const NO_YEARS: u64 = 255;
const DAY_MAX: i32 = (1 << 20) - 1;

/// A person in numbers.
pub(crate) struct PersonCard {
    words: [u64; CARD],
    list: Vec<u64>,
    /// Numbers of the occupations in the list.
    occupations: Vec<usize>,
}

/// One of the things that people have several of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// An occupation wanted (`past` 0) or worked in, and what it counts in thousandths.
    Work {
        occupation: usize,
        share: u32,
        past: usize,
        years: Option<u8>,
    },
    Place(Place),
    Refused(Place),
    Ability {
        name: Name,
        evidence: u8,
    },
    /// `whole`: the name of a paper, not a name inside it.
    Paper {
        name: Name,
        whole: bool,
        until: i32,
    },
    Licence {
        classes: Classes,
        until: i32,
    },
}

impl Entry {
    fn packed(self) -> u64 {
        let until = |day: i32| day.clamp(0, DAY_MAX) as u64;
        let tag = |tag| Bits::default().put(3, tag);
        match self {
            Entry::Work { occupation, share, past, years } => {
                let years = years.map_or(NO_YEARS, u64::from);
                tag(0).put(12, occupation as u64).put(10, share as u64).put(4, past as u64).put(8, years)
            }
            Entry::Place(place) => tag(1).put(60, place.packed()),
            Entry::Refused(place) => tag(2).put(60, place.packed()),
            Entry::Ability { name, evidence } => tag(3).put(32, name.into()).put(2, evidence.into()),
            Entry::Paper { name, whole, until: day } => {
                tag(4).put(32, name.into()).put(1, whole.into()).put(20, until(day))
            }
            Entry::Licence { classes, until: day } => tag(5).put(32, classes.into()).put(20, until(day)),
        }
        .word
    }

    fn unpacked(word: u64) -> Option<Entry> {
        let mut bits = Bits::of(word);
        Some(match bits.take(3) {
            0 => {
                let (occupation, share) = (bits.take(12) as usize, bits.take(10) as u32);
                let (past, years) = (bits.take(4) as usize, bits.take(8));
                let years = (years != NO_YEARS).then_some(years as u8);
                Entry::Work { occupation, share, past, years }
            }
            1 => Entry::Place(Place::unpacked(bits.take(60))?),
            2 => Entry::Refused(Place::unpacked(bits.take(60))?),
            3 => Entry::Ability { name: bits.take(32) as u32, evidence: bits.take(2) as u8 },
            4 => {
                let (name, whole) = (bits.take(32) as u32, bits.take(1) == 1);
                Entry::Paper { name, whole, until: bits.take(20) as i32 }
            }
            _ => Entry::Licence { classes: bits.take(32) as u32, until: bits.take(20) as i32 },
        })
    }
}

impl PersonCard {
    pub fn of(lexicon: &Lexicon, seeker: &Seeker) -> PersonCard {
        let (work, first) = work(lexicon, seeker);
        let mut list: Vec<Entry> = work.clone();
        let places = |codes: &[String]| codes.iter().take(LIST_MAX).filter_map(|code| Place::of(code)).collect();
        let (wanted, refused): (Vec<Place>, Vec<Place>) = (places(&seeker.places), places(&seeker.places_refused));
        list.extend(wanted.into_iter().map(Entry::Place));
        list.extend(refused.into_iter().map(Entry::Refused));
        // What papers show depends on the day, so they stand by themselves.
        let abilities = Abilities::new(lexicon, &Seeker { certificates: Vec::new(), ..seeker.clone() }, 0);
        let number = |credit| EVIDENCE.iter().position(|one| *one == credit).unwrap_or(0) as u8;
        list.extend(
            abilities.credits().map(|(key, credit)| Entry::Ability { name: name(key), evidence: number(credit) }),
        );
        let has_abilities = list.iter().any(|entry| matches!(entry, Entry::Ability { .. }));
        list.extend(papers(lexicon, seeker));
        let occupations = work.iter().filter_map(|entry| match entry {
            Entry::Work { occupation, .. } => Some(*occupation),
            _ => None,
        });
        let occupations: Vec<usize> = occupations.collect();
        let conditions = conditions_word(seeker, has_abilities, !occupations.is_empty() || first.is_some());
        let near = first.as_ref().and_then(|title| title.near.first());
        let wish = Bits::default()
            .put(1, seeker.pay_fen_month_min.is_some().into())
            .put(20, (seeker.pay_fen_month_min.unwrap_or(0) / 100).clamp(0, YUAN_MAX) as u64)
            .put(6, first.as_ref().map_or(0, |title| probe::features(title)) as u64)
            .put(5, near.map_or(0, |(_, likeness)| (likeness * 31.0).round() as u64))
            .put(12, near.map_or(0, |(number, _)| *number as u64 + 1));
        let home = seeker.division.as_deref().and_then(Place::of).map_or(0, Place::packed);
        let [a, b, c, d] = first.map_or([0; WORDS], |title| probe::bits(&title));
        let packed = list.into_iter().map(Entry::packed).collect();
        PersonCard { words: [conditions, wish.word, home, a, b, c, d], list: packed, occupations }
    }

    pub fn words(&self) -> [u64; CARD] {
        self.words
    }

    pub fn list(&self) -> &[u64] {
        &self.list
    }

    pub fn occupations(&self) -> &[usize] {
        &self.occupations
    }
}

fn conditions_word(seeker: &Seeker, has_abilities: bool, has_work: bool) -> u64 {
    let answer = |number: usize| {
        let said = seeker.shifts.iter().find(|(shift, _)| shift_number(*shift) as usize == number);
        said.map_or(0, |(_, accepted)| 1 + u64::from(*accepted))
    };
    let shifts = (0..4)
        .fold(Bits::default().put(4, seeker.degree.map_or(15, |rank| rank.min(7).into())), |bits, at| {
            bits.put(2, answer(at))
        });
    shifts
        .put(2, seeker.housing_needed.map_or(0, |needed| 1 + u64::from(needed)))
        .put(1, (!seeker.certificates.is_empty()).into())
        .put(1, has_abilities.into())
        .put(1, (!seeker.experiences.is_empty()).into())
        .put(1, has_work.into())
        .word
}

/// Wishes and past as occupations, and the first title that is wanted.
fn work(lexicon: &Lexicon, seeker: &Seeker) -> (Vec<Entry>, Option<std::sync::Arc<Title>>) {
    let is_said = |text: &&String| !text.trim().is_empty();
    let mut all = Vec::new();
    let mut add = |occupation, share: u32, past, years| all.push(Entry::Work { occupation, share, past, years });
    let titles: Vec<_> =
        seeker.titles.iter().filter(is_said).take(LIST_MAX).map(|title| lexicon.title(title)).collect();
    let codes = seeker.occupations.iter().filter(is_said).take(LIST_MAX);
    let has_wishes = !titles.is_empty() || codes.clone().next().is_some();
    for number in codes.filter_map(|code| lexicon.occupation_number(code)) {
        add(number, 1000, 0, None);
    }
    let by_title = |title: &Title| {
        let near = title.near.first().map(|&(number, likeness)| (number, credit_of_likeness(likeness)));
        near.filter(|(_, credit)| *credit > 0)
    };
    for (number, credit) in titles.iter().filter_map(|title| by_title(title)) {
        add(number, credit, 0, None);
    }
    let share = past_share(has_wishes);
    for (at, one) in seeker.experiences.iter().take(LIST_MAX).enumerate() {
        let past = at.min(PAST_MAX - 1) + 1;
        let stated = one.years.filter(|years| years.is_finite() && *years >= 0.0);
        let years = stated.map(|years| years.min(NO_YEARS as f32 - 1.0) as u8);
        if is_said(&&one.title) {
            let near = by_title(&lexicon.title(&one.title));
            near.into_iter().for_each(|(number, credit)| add(number, credit * share / 1000, past, years));
        }
        let speciality = one.speciality.as_deref().and_then(|code| lexicon.speciality(code));
        for (code, relation) in speciality.iter().flat_map(|speciality| &speciality.occupations) {
            if let Some(number) = lexicon.occupation_number(code) {
                add(number, worth(*relation) * share / 1000, past, years);
            }
        }
    }
    (all, titles.into_iter().next())
}

fn papers(lexicon: &Lexicon, seeker: &Seeker) -> Vec<Entry> {
    let mut all = Vec::new();
    for paper in seeker.certificates.iter().take(document::LIST_MAX) {
        let until = paper.expires_day.unwrap_or(DAY_MAX);
        all.push(Entry::Paper { name: name(&skill_key(lexicon, &paper.name)), whole: true, until });
        // A longer name holds the shorter one that a position asks for.
        let key = skill_key(lexicon, &paper.name);
        let inside = parts(&key).filter(|part| lexicon.canonical_skill(part) == Some(part));
        all.extend(inside.map(|inside| Entry::Paper { name: name(inside), whole: false, until }));
        let held = driving::held(lexicon, &paper.name);
        if !held.is_empty() {
            let held: Vec<&str> =
                driving::all().filter(|class| held.iter().any(|held| driving::includes(held, class))).collect();
            all.push(Entry::Licence { classes: classes(&held), until });
        }
    }
    all
}

/// What a position asks, as tables.
pub(crate) struct Question {
    today_day: i32,
    shares: Shares,
    says_work: bool,
    /// What each occupation is worth for the position, by number.
    credits: Vec<u16>,
    probe: Option<Probe>,
    asked: Vec<(Asked, bool)>,
    place: Option<Place>,
    pay: Option<(i64, i64)>,
    degree: u8,
    years: Option<u8>,
    shift: Option<u64>,
    housing: Option<bool>,
    preference: bool,
}

/// What the list of one person says, gathered in one pass.
#[derive(Default)]
struct Gathered {
    work: u32,
    years: f32,
    counted: u32,
    has_unknown_years: bool,
    wanted: Option<u32>,
    has_places: bool,
    has_wider: bool,
    has_near: bool,
    refused: Option<u32>,
}

impl Question {
    pub fn new<'a>(scale: impl Into<Scale<'a>>, vacancy: &Vacancy, today_day: i32) -> Question {
        let Scale { lexicon, weights } = scale.into();
        let names = lexicon.names();
        let mut credits = vec![0_u16; lexicon.occupations().count()];
        let mut raise = |row: &[u16]| credits.iter_mut().zip(row).for_each(|(one, other)| *one = (*one).max(*other));
        let code = vacancy.occupation.as_deref();
        if let Some(number) = code.and_then(|code| lexicon.occupation_number(code)) {
            raise(names.row_of_code(lexicon, number));
        }
        let text = Some(vacancy.title.trim()).filter(|text| !text.is_empty());
        let title = text.map(|text| lexicon.title(text));
        title.iter().for_each(|title| raise(&names.row_of_title(title)));
        let asked = vacancy.requirements.iter().filter(|asked| !asked.name.trim().is_empty()).take(LIST_MAX);
        // A name that the dictionary does not know may be written in other ways.
        let asked = asked.map(|one| (Asked::of(lexicon, one), lexicon.canonical_skill(&one.name).is_some()));
        Question {
            today_day,
            shares: Shares::new(&weights),
            says_work: title.is_some() || code.is_some_and(|code| !code.is_empty()),
            credits,
            probe: title.map(|title| Probe::new(&title, names.shares(&title))),
            asked: asked.collect(),
            place: vacancy.division.as_deref().and_then(Place::of),
            pay: vacancy.pay_fen_month.map(|(low, high)| (low.min(high).max(0) / 100, low.max(high).max(0) / 100)),
            degree: vacancy.degree_min.unwrap_or(0),
            years: vacancy.experience_years_min.filter(|years| *years > 0),
            shift: vacancy.shift.map(shift_number),
            housing: vacancy.housing,
            preference: vacancy.veteran_preference,
        }
    }

    /// The best that each group of occupations is worth, best first; `None` where the work is not said.
    pub fn groups(&self, names: &super::Names) -> Option<Vec<(usize, u16)>> {
        self.says_work.then(|| names.best_groups(&self.credits))
    }

    fn gather(&self, at: &At<'_>) -> Gathered {
        let mut all = Gathered::default();
        // Abilities and papers, most of the list, stand behind and are read where they are asked for.
        for word in at.list().take_while(|word| word & 7 <= 2) {
            match Entry::unpacked(word) {
                Some(Entry::Work { occupation, share, past, years }) => {
                    let credit = u32::from(self.credits[occupation]) * share / 1000;
                    all.work = all.work.max(credit);
                    if past > 0 && credit >= PARTLY && all.counted >> past & 1 == 0 {
                        all.counted |= 1 << past;
                        all.years += years.map_or(0.0, f32::from);
                        all.has_unknown_years |= years.is_none();
                    }
                }
                Some(Entry::Place(place)) => {
                    let Some(here) = self.place else { continue };
                    all.has_places = true;
                    if here.is_within(place) {
                        all.wanted = all.wanted.max(Some(place.length()));
                    }
                    all.has_wider |= place.is_within(here);
                    all.has_near |= shares(place, here, 4);
                }
                Some(Entry::Refused(place)) if self.place.is_some_and(|here| here.is_within(place)) => {
                    all.refused = all.refused.max(Some(place.length()));
                }
                _ => {}
            }
        }
        all
    }

    /// `None` where the place is refused.
    fn place(&self, here: Place, found: &Gathered, home: Option<Place>) -> Option<Option<u32>> {
        if found.refused.is_some_and(|refused| found.wanted.is_none_or(|wanted| wanted <= refused)) {
            return None;
        }
        let near = if found.has_near { place::NEAR } else { 0 };
        let credit = match home {
            _ if found.wanted.is_some() => 1000,
            _ if found.has_wider => place::WIDER,
            _ if found.has_places => near,
            None => return Some(None),
            Some(home) if shares(home, here, 6) || home.is_within(here) => 1000,
            Some(home) if shares(home, here, 4) => place::NEAR,
            Some(home) if shares(home, here, 2) => place::PROVINCE,
            Some(_) => 0,
        };
        Some(Some(credit))
    }

    /// `None` where a must-have is known to be missing.
    fn skills(&self, at: &At<'_>, has_papers: bool, has_abilities: bool, sum: &mut Sum<'_>) -> Option<()> {
        if self.asked.is_empty() {
            return Some(());
        }
        let list: Vec<Entry> = at.list().filter(|word| word & 7 > 2).filter_map(Entry::unpacked).collect();
        let (mut whole, mut known, mut reached) = (0, 0, 0);
        let is_valid = |until: i32| until >= self.today_day;
        for (Asked { must, what }, is_known_name) in &self.asked {
            let held = |is: &dyn Fn(&Entry) -> bool| {
                if list.iter().any(is) { Some(SHOWN) } else { has_papers.then_some(0) }
            };
            let credit = match *what {
                What::Licence(wanted) => held(
                    &|entry| matches!(entry, Entry::Licence { classes, until } if classes & wanted != 0 && is_valid(*until)),
                ),
                What::Certificate(wanted) => held(
                    &|entry| matches!(entry, Entry::Paper { name, until, .. } if *name == wanted && is_valid(*until)),
                )
                .filter(|credit| *credit > 0 || *is_known_name || !must),
                What::Skill(wanted) => {
                    let worth = list.iter().filter_map(|entry| match entry {
                        Entry::Ability { name, evidence } if *name == wanted => Some(EVIDENCE[usize::from(*evidence)]),
                        Entry::Paper { name, whole: true, until } if *name == wanted && is_valid(*until) => Some(SHOWN),
                        _ => None,
                    });
                    worth.max().or((!must && (has_abilities || has_papers)).then_some(0))
                }
            };
            if *must && credit == Some(0) {
                return None;
            }
            let weight = if *must { MUST } else { NICE };
            whole += weight;
            if let Some(credit) = credit {
                known += weight;
                reached += weight * credit;
            }
        }
        let credit = reached.checked_div(known).unwrap_or(0) as f32 / 1000.0;
        sum.add(PartKind::Skills, known as f32 / whole as f32, credit);
        sum.is_work_judged |= known > 0;
        Some(())
    }

    /// Thousandths by the first title that the person wants.
    fn title(&self, at: &At<'_>, wish: &mut Bits) -> u32 {
        let (features, likeness, nearest) = (wish.take(6) as usize, wish.take(5) as u8, wish.take(12) as usize);
        match &self.probe {
            Some(probe) if features > 0 => {
                credit_of_likeness(probe.likeness(&at.title(), features, nearest.checked_sub(1), likeness))
            }
            _ => 0,
        }
    }
}

fn shares(one: Place, other: Place, digits: u32) -> bool {
    one.head(digits).is_some_and(|head| other.head(digits) == Some(head))
}

impl Judge for Question {
    fn shares(&self) -> &Shares {
        &self.shares
    }

    fn expected(&self, at: &At<'_>, least: f32) -> Option<f32> {
        let mut bits = Bits::of(at.word(0));
        let degree = Some(bits.take(4)).filter(|rank| *rank != 15);
        if self.degree > 0 && degree.is_some_and(|rank| rank < self.degree.into()) {
            return None;
        }
        let shifts: [u64; 4] = std::array::from_fn(|_| bits.take(2));
        let housing = bits.take(2);
        let [has_papers, has_abilities, has_past, has_work] = std::array::from_fn(|_| bits.take(1) == 1);
        let mut wish = Bits::of(at.word(1));
        let (is_pay_stated, pay) = (wish.take(1) == 1, wish.take(20) as i64);
        let found = self.gather(at);
        let mut sum = Sum::new(&self.shares);
        if self.says_work {
            let mut work = found.work;
            if work < 1000 {
                work = work.max(self.title(at, &mut wish));
            }
            work = related(work);
            if has_work && self.shares.bound(PartKind::Occupation, work) <= least {
                return None;
            }
            sum.thousandths(PartKind::Occupation, has_work.then_some(work));
            sum.is_work_judged = has_work;
        }
        if let Some(here) = self.place {
            sum.thousandths(PartKind::Place, self.place(here, &found, Place::unpacked(at.word(2)))?);
        }
        if let Some((low, high)) = self.pay {
            sum.thousandths(PartKind::Pay, is_pay_stated.then(|| conditions::pay_credit(pay, low, high)));
        }
        if self.degree > 0 {
            sum.thousandths(PartKind::Degree, degree.map(|_| 1000));
        }
        if let Some(shift) = self.shift {
            let answer = shifts[shift as usize].checked_sub(1);
            sum.thousandths(PartKind::Shift, answer.map(|accepted| accepted as u32 * 1000));
        }
        if let Some(offered) = self.housing {
            let needed = housing.checked_sub(1).map(|needed| needed == 1);
            sum.thousandths(PartKind::Housing, needed.map(|needed| u32::from(!needed || offered) * 1000));
        }
        if self.preference {
            sum.add(PartKind::Preference, 1.0, 1.0);
        }
        if let Some(asked) = self.years {
            let share = (found.years / f32::from(asked)).min(1.0);
            let is_known = share >= 1.0 || (has_past && !found.has_unknown_years);
            sum.thousandths(PartKind::Experience, is_known.then_some((share * 1000.0) as u32));
        }
        self.skills(at, has_papers, has_abilities, &mut sum)?;
        Some(sum.expected()).filter(|expected| *expected > least)
    }
}
