//! What the first look reads of a person: numbers in columns, packed so that few are needed.
//!
//! | word | bits from the lowest |
//! |---|---|
//! | 0 conditions | degree 4, shifts 4 × 2, housing 2, papers 1, abilities 1, past 1, work 1, wishes 1, kilometres 16 |
//! | 1 wish | pay stated 1, pay 20 (yuan a month); of the first title: features 6, likeness 5, occupation 12; further titles 4 |
//! | 2 home | as [`Place::packed`] |
//! | 3–6 first title | [`super::probe::bits`] |
//! | list | [`Entry`]: work and places, then what is shown, then the further titles, each with its bits behind it |

use std::sync::Arc;

use super::bits::Bits;
use super::card::{CARD, YUAN_MAX, classes, name, parts};
use super::entry::{DAY_MAX, Entry, NO_YEARS};
use super::names::Names;
use super::probe::{self, WORDS};
use super::shelf::{Standing, UNKNOWN, city_number, group_number};
use crate::document::{self, CITY_DIGITS, LIST_MAX, shift_number};
use crate::explain::driving;
use crate::explain::occupation::credit_of_likeness;
use crate::explain::place::{REACH_KM, with_a_little};
use crate::explain::skills::{Abilities, CLAIMED, IN_TEXT, OF_SPECIALITY, SHOWN};
use crate::place::Place;
use crate::similarity::Title;
use crate::{Lexicon, Seeker};

/// What abilities count, by their number in an entry.
pub(super) const EVIDENCE: [u32; 4] = [CLAIMED, OF_SPECIALITY, IN_TEXT, SHOWN];
/// Stretches of the past that are told apart; later ones count as the last.
const PAST_MAX: usize = 15;
const KM_MAX: u16 = u16::MAX - 1;
/// Titles beside the first whose bits are kept: of wishes and of the past.
const TITLES_MAX: usize = 8;

/// A person in numbers.
pub(crate) struct PersonCard {
    words: [u64; CARD],
    list: Vec<u64>,
}

impl PersonCard {
    pub fn of(lexicon: &Lexicon, seeker: &Seeker) -> PersonCard {
        let (mut list, mut titles) = work(lexicon, seeker);
        let first = titles.first().is_some_and(|title| title.past == 0).then(|| titles.remove(0).title);
        let has_work = !list.is_empty() || !titles.is_empty() || first.is_some();
        let is_wish = |entry: &Entry| matches!(entry, Entry::Work { past: 0, .. });
        let has_wishes = first.is_some() || list.iter().any(is_wish);
        let places = |codes: &[String]| codes.iter().take(LIST_MAX).filter_map(|code| Place::of(code)).collect();
        let (wanted, refused): (Vec<Place>, Vec<Place>) = (places(&seeker.places), places(&seeker.places_refused));
        list.extend(wanted.into_iter().map(Entry::Place));
        list.extend(refused.into_iter().map(Entry::Refused));
        // What papers show depends on the day, so they stand by themselves.
        let without_papers = Seeker { certificates: Vec::new(), ..seeker.clone() };
        let abilities = Abilities::new(lexicon, &without_papers, 0);
        let number = |credit| EVIDENCE.iter().position(|one| *one == credit).unwrap_or(0) as u8;
        list.extend(
            abilities.credits().map(|(key, credit)| Entry::Ability { name: name(key), evidence: number(credit) }),
        );
        let has_abilities = list.iter().any(|entry| matches!(entry, Entry::Ability { .. }));
        list.extend(papers(lexicon, seeker));
        let conditions = conditions_word(seeker, has_abilities, has_work, has_wishes);
        let near = first.as_ref().and_then(|title| title.near.first());
        let wish = Bits::default()
            .put(1, seeker.pay_fen_month_min.is_some().into())
            .put(20, (seeker.pay_fen_month_min.unwrap_or(0) / 100).clamp(0, YUAN_MAX) as u64)
            .put(6, first.as_ref().map_or(0, |title| probe::features(title)) as u64)
            .put(5, near.map_or(0, |(_, likeness)| (likeness * 31.0).round() as u64))
            .put(12, near.map_or(0, |(number, _)| *number as u64 + 1))
            .put(4, titles.len().min(TITLES_MAX) as u64);
        let home = seeker.division.as_deref().and_then(Place::of).map_or(0, Place::packed);
        let [a, b, c, d] = first.map_or([0; WORDS], |title| probe::bits(&title));
        let mut packed: Vec<u64> = list.into_iter().map(Entry::packed).collect();
        for title in titles.iter().take(TITLES_MAX) {
            packed.push(title.entry().packed());
            packed.extend(probe::bits(&title.title));
        }
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
const CONDITIONS_BITS: u32 = 19;

/// The kilometres that come next.
pub(super) fn km_max(mut bits: Bits) -> Option<u16> {
    bits.take(16).checked_sub(1).map(|km| km as u16)
}

/// How many further titles there are; `wish` stands before the first title's numbers.
pub(super) fn titles_of(mut wish: Bits) -> usize {
    wish.take(6 + 5 + 12);
    wish.take(4) as usize
}

fn conditions_word(seeker: &Seeker, has_abilities: bool, has_work: bool, has_wishes: bool) -> u64 {
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
        .put(1, has_wishes.into())
        .put(16, seeker.distance_km_max.map_or(0, |km| u64::from(km.min(KM_MAX)) + 1))
        .word
}

/// A title that somebody wants, or has had.
struct TitleOf {
    title: Arc<Title>,
    /// 0 for a wish.
    past: usize,
    years: Option<u8>,
}

impl TitleOf {
    fn entry(&self) -> Entry {
        let near = self.title.near.first();
        Entry::Title {
            features: probe::features(&self.title),
            likeness: near.map_or(0, |(_, likeness)| (likeness * 31.0).round() as u8),
            nearest: near.map(|(number, _)| *number),
            past: self.past,
            years: self.years,
        }
    }

    /// The two occupations that it is nearest to, as work that counts nothing: they say where the person stands, and
    /// what the title is worth its bits say.
    fn nearest(&self) -> impl Iterator<Item = Entry> {
        let near = self.title.near.iter().take(2).filter(|(_, likeness)| credit_of_likeness(*likeness) > 0);
        near.map(|&(occupation, _)| Entry::Work { occupation, share: 0, past: self.past, years: self.years })
    }
}

/// Wishes and past as occupations, and their titles, wishes first.
fn work(lexicon: &Lexicon, seeker: &Seeker) -> (Vec<Entry>, Vec<TitleOf>) {
    let is_said = |text: &&String| !text.trim().is_empty();
    let wish = |title: &String| TitleOf { title: lexicon.title(title), past: 0, years: None };
    let mut titles: Vec<TitleOf> = seeker.titles.iter().filter(is_said).take(LIST_MAX).map(wish).collect();
    let codes = seeker.occupations.iter().filter(is_said).take(LIST_MAX);
    let work = |occupation, share, past, years| Entry::Work { occupation, share, past, years };
    let codes = codes.filter_map(|code| lexicon.occupation_number(code));
    let mut all: Vec<Entry> = codes.map(|number| work(number, 1000, 0, None)).collect();
    all.extend(titles.iter().flat_map(TitleOf::nearest));
    for (at, one) in seeker.experiences.iter().take(LIST_MAX).enumerate() {
        let past = at.min(PAST_MAX - 1) + 1;
        let stated = one.years.filter(|years| years.is_finite() && *years >= 0.0);
        let years = stated.map(|years| years.min(NO_YEARS as f32 - 1.0) as u8);
        if is_said(&&one.title) {
            let title = TitleOf { title: lexicon.title(&one.title), past, years };
            all.extend(title.nearest());
            titles.push(title);
        }
        let leads = one.speciality.iter().flat_map(|speciality| &speciality.occupations);
        for lead in leads {
            let number = lexicon.occupation_number(&lead.code);
            all.extend(number.map(|number| work(number, lead.worth(), past, years)));
        }
    }
    (all, titles)
}

fn papers(lexicon: &Lexicon, seeker: &Seeker) -> Vec<Entry> {
    let mut all = Vec::new();
    for paper in seeker.certificates.iter().take(document::LIST_MAX) {
        let until = paper.expires_day.unwrap_or(DAY_MAX);
        all.push(Entry::Paper { name: name(&lexicon.skill_key(&paper.name)), whole: true, until });
        // A longer name holds the shorter one that a position asks for.
        let key = lexicon.skill_key(&paper.name);
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
