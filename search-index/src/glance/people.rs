//! One position in front of many people.
//!
//! | word | bits from the lowest |
//! |---|---|
//! | 0 conditions | degree 4, shifts 4 × 2, housing 2, papers 1, abilities 1, past 1, work 1, kilometres 16 |
//! | 1 wish | pay stated 1, pay 20 (yuan a month); of the first title: features 6, likeness 5, occupation 12 |
//! | 2 home | as [`Place::packed`] |
//! | 3–6 first title | [`super::probe::bits`] |
//! | list | [`super::entry::Entry`] |

use super::around::Around;
use super::bits::Bits;
use super::card::{Asked, CARD, What, YUAN_MAX, classes, name, parts};
use super::cards::Cards;
use super::entry::{DAY_MAX, Entry, NO_YEARS};
use super::names::Names;
use super::probe::{self, Probe, WORDS};
use super::scan::{At, Judge};
use super::shelf::{Shelf, Standing, UNKNOWN, city_number, group_number};
use super::sum::{Shares, Sum};
use crate::document::{self, CITY_DIGITS, LIST_MAX, shift_number};
use crate::explain::occupation::{PARTLY, credit_of_likeness, past_share, related};
use crate::explain::place::{Home, REACH_KM, credit_of_wanted, is_refused, with_a_little};
use crate::explain::skills::{Abilities, CLAIMED, IN_TEXT, MUST, NICE, OF_SPECIALITY, SHOWN};
use crate::explain::{conditions, driving, skill_key};
use crate::place::Place;
use crate::similarity::Title;
use crate::{Lexicon, PartKind, Scale, Seeker, Vacancy};

/// What abilities count, by their number in an entry.
const EVIDENCE: [u32; 4] = [CLAIMED, OF_SPECIALITY, IN_TEXT, SHOWN];
/// Stretches of the past that are told apart; later ones count as the last.
const PAST_MAX: usize = 15;
const KM_MAX: u16 = u16::MAX - 1;

/// A person in numbers.
pub(crate) struct PersonCard {
    words: [u64; CARD],
    list: Vec<u64>,
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
        let conditions = conditions_word(seeker, has_abilities, !work.is_empty() || first.is_some());
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
        PersonCard { words: [conditions, wish.word, home, a, b, c, d], list: packed }
    }

    pub fn words(&self) -> [u64; CARD] {
        self.words
    }

    pub fn list(&self) -> &[u64] {
        &self.list
    }
}

/// The groups of all work the person wants or comes from, and the cities in which they would work; of somebody who
/// has said nothing of that or how far they would travel, where they live. Who would travel farther than most
/// stands where no city is known, and is looked at with every question.
pub(super) fn person_standing(names: &Names, words: &[u64; CARD], list: &[u64]) -> Standing {
    let mut standing = Standing { groups: Vec::new(), cities: Vec::new() };
    let city = |place: Place| city_number(place.head(CITY_DIGITS));
    for word in list.iter().take_while(|word| *word & 7 <= 1) {
        match Entry::unpacked(*word) {
            Some(Entry::Work { occupation, .. }) => standing.groups.push(group_number(names, occupation)),
            Some(Entry::Place(place)) => standing.cities.push(city(place)),
            _ => {}
        }
    }
    let mut bits = Bits::of(words[0]);
    bits.take(CONDITIONS_BITS);
    let km_max = km_max(bits);
    if standing.cities.is_empty() || km_max.is_some() {
        standing.cities.extend(Place::unpacked(words[2]).map(city));
    }
    if km_max.is_some_and(|km| with_a_little(km) > REACH_KM) {
        standing.cities.push(UNKNOWN);
    }
    standing
}

/// Bits before the kilometres.
const CONDITIONS_BITS: u32 = 18;

/// The kilometres that come next.
fn km_max(mut bits: Bits) -> Option<u16> {
    bits.take(16).checked_sub(1).map(|km| km as u16)
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
        .put(16, seeker.distance_km_max.map_or(0, |km| u64::from(km.min(KM_MAX)) + 1))
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
        let speciality = one.speciality.as_deref();
        for lead in speciality.iter().flat_map(|speciality| &speciality.occupations) {
            if let Some(number) = lexicon.occupation_number(&lead.code) {
                add(number, lead.worth() * share / 1000, past, years);
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
    around: Option<Around>,
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
    /// Digits of the narrowest place around the position.
    wanted: Option<u32>,
    refused: Option<u32>,
    has_places: bool,
    /// Thousandths by the places that count.
    place: Option<u32>,
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
            around: vacancy.division.as_deref().and_then(Place::of).map(Around::new),
            pay: vacancy.pay_fen_month.map(|(low, high)| (low.min(high).max(0) / 100, low.max(high).max(0) / 100)),
            degree: vacancy.degree_min.unwrap_or(0),
            years: vacancy.experience_years_min.filter(|years| *years > 0),
            shift: vacancy.shift.map(shift_number),
            housing: vacancy.housing,
            preference: vacancy.veteran_preference,
        }
    }

    /// The best that each group of occupations is worth, best first; `None` where the work is not said.
    pub fn groups(&self, names: &Names) -> Option<Vec<(u16, u16)>> {
        self.says_work.then(|| names.best_groups(&self.credits))
    }

    /// The cities to look in first, as [`Around::near`].
    pub fn near(&self) -> Vec<u16> {
        self.around.as_ref().map(Around::near).unwrap_or_default()
    }

    fn gather(&self, at: &At<'_>, home: Option<Home>) -> Gathered {
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
                    let Some(around) = &self.around else { continue };
                    let here = around.division();
                    all.has_places = true;
                    if here.is_within(place) {
                        all.wanted = all.wanted.max(Some(place.length()));
                    }
                    if home.is_none_or(|home| !home.narrows(place, here)) {
                        all.place = all.place.max(Some(credit_of_wanted(place, here, around.km(place))));
                    }
                }
                Some(Entry::Refused(place))
                    if self.around.as_ref().is_some_and(|around| around.division().is_within(place)) =>
                {
                    all.refused = all.refused.max(Some(place.length()));
                }
                _ => {}
            }
        }
        all
    }

    /// Where the person lives, with the way from there.
    fn home(&self, packed: u64, km_max: Option<u16>) -> Option<Home> {
        let (around, place) = (self.around.as_ref()?, Place::unpacked(packed)?);
        let km = place.county().and_then(|_| around.km(place));
        Some(Home { place, km, km_max })
    }

    /// `None` where the place is refused.
    fn place(&self, here: Place, found: &Gathered, home: Option<Home>) -> Option<Option<u32>> {
        if is_refused(found.refused, found.wanted) {
            return None;
        }
        let home = home.filter(|home| !found.has_places || home.is_limited());
        Some(found.place.max(home.map(|home| home.credit(here))))
    }

    /// `None` where a must-have is known to be missing.
    fn skills(&self, at: &At<'_>, has_papers: bool, has_abilities: bool, sum: &mut Sum<'_>) -> Option<()> {
        if self.asked.is_empty() {
            return Some(());
        }
        let (mut whole, mut known, mut reached) = (0, 0, 0);
        for (asked, is_known_name) in &self.asked {
            let best = at.list().filter(|word| word & 7 > 2).filter_map(|word| self.shown(asked.what, word)).max();
            let credit = match asked.what {
                What::Licence(_) => best.or(has_papers.then_some(0)),
                // A name that the dictionary does not know may be written in other ways.
                What::Certificate(_) => best.or((has_papers && (*is_known_name || !asked.must)).then_some(0)),
                What::Skill(_) => best.or((!asked.must && (has_abilities || has_papers)).then_some(0)),
            };
            if asked.must && credit == Some(0) {
                return None;
            }
            let weight = if asked.must { MUST } else { NICE };
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

    /// Thousandths by which one entry of a person's list shows what is asked; `None` where it does not.
    fn shown(&self, asked: What, word: u64) -> Option<u32> {
        let is_valid = |until: i32| until >= self.today_day;
        match (asked, Entry::unpacked(word)?) {
            (What::Licence(wanted), Entry::Licence { classes, until }) => {
                (classes & wanted != 0 && is_valid(until)).then_some(SHOWN)
            }
            (What::Certificate(wanted), Entry::Paper { name, until, .. }) => {
                (name == wanted && is_valid(until)).then_some(SHOWN)
            }
            (What::Skill(wanted), Entry::Ability { name, evidence }) => {
                (name == wanted).then(|| EVIDENCE[usize::from(evidence)])
            }
            (What::Skill(wanted), Entry::Paper { name, whole: true, until }) => {
                (name == wanted && is_valid(until)).then_some(SHOWN)
            }
            _ => None,
        }
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

impl Judge for Question {
    fn shelf(cards: &Cards) -> &Shelf {
        cards.people()
    }

    fn shares(&self) -> &Shares {
        &self.shares
    }

    /// Parts are judged from the cheapest on, and no further than the person can still be above `least`.
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
        let km_max = km_max(bits);
        let mut sum = Sum::new(&self.shares);
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
        if sum.most() <= least {
            return None;
        }
        let home = self.home(at.word(2), km_max);
        let found = self.gather(at, home);
        if let Some(around) = &self.around {
            sum.thousandths(PartKind::Place, self.place(around.division(), &found, home)?);
        }
        if let Some(asked) = self.years {
            let share = (found.years / f32::from(asked)).min(1.0);
            let is_known = share >= 1.0 || (has_past && !found.has_unknown_years);
            sum.thousandths(PartKind::Experience, is_known.then_some((share * 1000.0) as u32));
        }
        if sum.most() <= least {
            return None;
        }
        if self.says_work {
            let mut work = found.work;
            if work < 1000 {
                work = work.max(self.title(at, &mut wish));
            }
            sum.thousandths(PartKind::Occupation, has_work.then_some(related(work)));
            sum.is_work_judged = has_work;
        }
        if sum.most() <= least {
            return None;
        }
        self.skills(at, has_papers, has_abilities, &mut sum)?;
        Some(sum.expected()).filter(|expected| *expected > least)
    }
}
