//! One person in front of many positions.

use rustc_hash::{FxHashMap, FxHashSet};

use super::card::{Asked, Classes, Name, PositionCard, What, classes, name, parts};
use super::cards::Cards;
use super::names::Names;
use super::places::Places;
use super::probe::Probe;
use super::scan::{At, Judge};
use super::shelf::Shelf;
use super::sum::{Credit, Expected, MORE, Shares, Sum};
use crate::document::{self, shift_number};
use crate::explain::occupation::{PARTLY, credit_of_likeness, likeness_of_credit, past_share};
use crate::explain::skills::{MUST, NICE, SHOWN};
use crate::explain::{PreparedSeeker, conditions, driving};
use crate::place::Place;
use crate::similarity::Title;
use crate::{Lexicon, PartKind, Seeker};

/// Titles that are compared with titles: the person's own words, and the names of occupations. The rest count by the
/// occupation nearest to the position's title.
const PROBES_MAX: usize = 12;
/// Entries of a list that are read.
const LIST_MAX: usize = 50;

/// What a person's profile asks, as tables.
pub(crate) struct Question {
    today_day: u32,
    shares: Shares,
    work: Option<Work>,
    abilities: FxHashMap<Name, u32>,
    /// Names of papers that are valid, and all that is written inside them.
    papers: FxHashSet<Name>,
    has_papers: bool,
    has_told: bool,
    classes: Classes,
    places: Places,
    pay: Option<i64>,
    degree: Option<u8>,
    shifts: [Option<bool>; 4],
    housing: Option<bool>,
}

/// The person's wishes and past, as what they are worth by occupation.
struct Work {
    /// Thousandths by number of an occupation.
    credits: Vec<u16>,
    /// Titles that are looked for, with what they count.
    probes: Vec<(Probe, u32)>,
    /// Whether there were more of them than are compared.
    has_more: bool,
    /// Related years by number of an occupation, and whether some are unknown.
    years: Vec<(f32, bool)>,
    has_past: bool,
}

impl Question {
    pub fn new(prepared: &PreparedSeeker<'_>) -> Question {
        let PreparedSeeker { lexicon, weights, seeker, ref abilities, today_day, .. } = *prepared;
        let abilities = abilities.credits().map(|(key, credit)| (name(key), credit)).collect();
        let mut shifts = [None; 4];
        // The first answer about a shift counts.
        for (shift, accepted) in seeker.shifts.iter().rev() {
            shifts[shift_number(*shift) as usize] = Some(*accepted);
        }
        let valid = seeker.certificates.iter().take(document::LIST_MAX);
        let valid: Vec<&str> = valid
            .filter(|paper| paper.expires_day.is_none_or(|day| day >= today_day))
            .map(|paper| paper.name.as_str())
            .collect();
        let held: Vec<&str> = valid.iter().flat_map(|paper| driving::held(lexicon, paper)).collect();
        let held: Vec<&str> =
            driving::all().filter(|class| held.iter().any(|held| driving::includes(held, class))).collect();
        Question {
            today_day: today_day.max(0) as u32,
            shares: Shares::new(&weights),
            work: Work::new(lexicon, seeker),
            abilities,
            papers: valid.iter().map(|paper| lexicon.skill_key(paper)).flat_map(|key| papers(&key)).collect(),
            has_papers: !seeker.certificates.is_empty(),
            has_told: prepared.abilities.is_told,
            classes: classes(&held),
            places: Places::new(seeker),
            pay: seeker.pay_fen_month_min.map(|fen| fen / 100),
            degree: seeker.degree,
            shifts,
            housing: seeker.housing_needed,
        }
    }

    /// The best that each group of occupations is worth, by the group's number, with the best first; `None`
    /// for somebody whose work is not known.
    pub fn groups(&self, names: &Names) -> Option<Vec<(u16, u16)>> {
        self.work.as_ref().map(|work| names.best_groups(&work.credits))
    }

    /// Counties in which a position may be worth more than by its province alone.
    pub fn near(&self) -> impl Iterator<Item = Place> {
        self.places.near()
    }

    /// `None` where a must-have is known to be missing.
    fn skills(&self, rest: &At<'_>, sum: &mut Sum<'_>, breaches: &mut Breaches) -> Option<()> {
        let (mut whole, mut known, mut reached) = (0, 0, 0);
        for Asked { must, what } in rest.list().iter().copied().map(Asked::unpacked) {
            let paper = |held: bool| {
                if held { Some(SHOWN) } else { self.has_papers.then_some(0) }
            };
            let mut credit = match what {
                What::Licence(classes) => paper(self.classes & classes != 0),
                What::Certificate(name) => paper(self.papers.contains(&name)),
                What::Skill(name) => match self.abilities.get(&name) {
                    Some(credit) => Some(*credit),
                    None => (!must && self.has_told).then_some(0),
                },
            };
            if must && credit == Some(0) {
                breaches.pass_over()?;
                credit = Some(SHOWN);
            }
            let weight = if must { MUST } else { NICE };
            whole += weight;
            if let Some(credit) = credit {
                known += weight;
                reached += weight * credit;
            }
        }
        if whole > 0 {
            let credit = reached.checked_div(known).unwrap_or(0) as f32 / 1000.0;
            sum.add(PartKind::Skills, known as f32 / whole as f32, credit);
            sum.is_work_judged |= known > 0;
        }
        Some(())
    }
}

impl Judge for Question {
    fn shelf(cards: &Cards) -> &Shelf {
        cards.positions()
    }

    fn shares(&self) -> &Shares {
        &self.shares
    }

    fn expected(&self, rest: &At<'_>, least: f32) -> Option<Expected> {
        self.expected_but_for(&mut Breaches(0), rest, least)
    }
}

/// The same person, in front of what one known breach alone rules out.
pub(crate) struct NearMisses(pub Question);

impl Judge for NearMisses {
    fn shelf(cards: &Cards) -> &Shelf {
        cards.positions()
    }

    fn shares(&self) -> &Shares {
        &self.0.shares
    }

    /// The fit to be expected were the one breach not there.
    fn expected(&self, rest: &At<'_>, least: f32) -> Option<Expected> {
        let mut breaches = Breaches(1);
        let expected = self.0.expected_but_for(&mut breaches, rest, least)?;
        (breaches == Breaches(0)).then_some(expected)
    }
}

/// Known breaches of what a position asks that may still be passed over.
#[derive(PartialEq)]
struct Breaches(u8);

impl Breaches {
    /// `None` where no more may be.
    fn pass_over(&mut self) -> Option<()> {
        self.0 = self.0.checked_sub(1)?;
        Some(())
    }
}

impl Question {
    /// The fit to be expected as if what is passed over were met. Parts are judged from the cheapest on, and no further
    /// than the position can still be above `least`.
    fn expected_but_for(&self, breaches: &mut Breaches, rest: &At<'_>, least: f32) -> Option<Expected> {
        let card = &PositionCard::unpacked(rest.word(0), rest.word(1));
        if card.valid_until_day < self.today_day {
            return None;
        }
        if card.degree > 0 && self.degree.is_some_and(|held| held < card.degree) {
            breaches.pass_over()?;
        }
        let says_work = card.features > 0 || card.occupation.is_some();
        let work = self.work.as_ref().filter(|_| says_work).map(|work| work.by_codes(card));
        let work_loss =
            work.as_ref().map_or(0.0, |by_codes| self.shares.loss(PartKind::Occupation, by_codes.at_most()));
        let mut sum = Sum::new(&self.shares);
        if let Some(place) = Place::unpacked(rest.word(2)) {
            let credit = self.places.credit(place).or_else(|| breaches.pass_over().map(|()| None))?;
            sum.thousandths(PartKind::Place, credit);
        }
        if sum.most() - work_loss <= least {
            return None;
        }
        self.conditions(card, &mut sum);
        if sum.most() - work_loss <= least {
            return None;
        }
        let work = match (&self.work, work) {
            (Some(work), Some(by_codes)) => work.by_title(by_codes, card, rest),
            _ => Credit::Exact(0),
        };
        if says_work {
            sum.thousandths(PartKind::Occupation, self.work.as_ref().map(|_| work.thousandths()));
            sum.is_work_judged = self.work.is_some();
            if sum.most_beside(work) <= least {
                return None;
            }
        }
        self.skills(rest, &mut sum, breaches)?;
        sum.expected_above(least, work)
    }

    fn conditions(&self, card: &PositionCard, sum: &mut Sum<'_>) {
        if let Some((low, high)) = card.pay {
            let credit = self.pay.map(|wanted| conditions::pay_credit(wanted, low.into(), high.into()));
            sum.thousandths(PartKind::Pay, credit);
        }
        if card.degree > 0 {
            sum.thousandths(PartKind::Degree, self.degree.map(|_| 1000));
        }
        if let Some(shift) = card.shift {
            let answer = self.shifts.get(usize::from(shift)).copied().flatten();
            sum.thousandths(PartKind::Shift, answer.map(|accepted| u32::from(accepted) * 1000));
        }
        if let Some(offered) = card.housing {
            let fits = self.housing.map(|needed| !needed || offered);
            sum.thousandths(PartKind::Housing, fits.map(|fits| u32::from(fits) * 1000));
        }
        if card.preference {
            sum.add(PartKind::Preference, 1.0, 1.0);
        }
        if let Some(asked) = card.years.filter(|years| *years > 0) {
            let credit = self.work.as_ref().and_then(|work| work.experience(card, asked));
            sum.thousandths(PartKind::Experience, credit);
        }
    }
}

/// What the work is worth by codes, in thousandths.
#[derive(Clone, Copy)]
struct ByCodes {
    credit: u32,
    /// What the title could make of it at most; `None` where it decides nothing.
    title_adds: Option<u32>,
}

impl ByCodes {
    fn at_most(&self) -> u32 {
        self.title_adds.map_or(Credit::Exact(self.credit), Credit::About).at_most()
    }
}

impl Work {
    fn new(lexicon: &Lexicon, seeker: &Seeker) -> Option<Work> {
        let names = lexicon.names();
        let count = lexicon.occupations().count();
        let mut all = Work {
            credits: vec![0; count],
            probes: Vec::new(),
            has_more: false,
            years: vec![(0.0, false); count],
            has_past: !seeker.experiences.is_empty(),
        };
        let is_said = |text: &&String| !text.trim().is_empty();
        let mut is_known = false;
        for code in seeker.occupations.iter().filter(is_said).take(LIST_MAX) {
            is_known = true;
            if let Some(number) = lexicon.occupations().number(code) {
                all.raise(names.row_of_code(lexicon, number), 1000);
                all.probe(names, names.title(number), 1000);
            }
        }
        for title in seeker.titles.iter().filter(is_said).take(LIST_MAX) {
            is_known = true;
            let title = lexicon.title(title);
            all.raise(&names.row_of_title(&title), 1000);
            all.probe(names, &title, 1000);
        }
        let share = past_share(is_known);
        for one in seeker.experiences.iter().take(LIST_MAX) {
            // What this stretch is worth by itself decides which years are related.
            let mut alone = vec![0_u16; count];
            if is_said(&&one.title) {
                is_known = true;
                let title = lexicon.title(&one.title);
                raise(&mut alone, &names.row_of_title(&title), 1000);
                all.probe(names, &title, share);
            }
            let speciality = one.speciality.as_deref();
            for lead in speciality.iter().flat_map(|speciality| &speciality.occupations) {
                is_known = true;
                if let Some(number) = lexicon.occupations().number(&lead.code) {
                    raise(&mut alone, names.row_of_code(lexicon, number), lead.worth());
                    all.probe(names, names.title(number), share * lead.worth() / 1000);
                }
            }
            all.raise(&alone, share);
            let stated = one.years.filter(|years| years.is_finite() && *years >= 0.0);
            let related = alone.iter().map(|credit| u32::from(*credit) * past_share(false) / 1000 >= PARTLY);
            for (sum, _) in all.years.iter_mut().zip(related).filter(|(_, is_related)| *is_related) {
                sum.0 += stated.unwrap_or(0.0);
                sum.1 |= stated.is_none();
            }
        }
        is_known.then_some(all)
    }

    fn raise(&mut self, row: &[u16], share: u32) {
        raise(&mut self.credits, row, share);
    }

    fn probe(&mut self, names: &Names, title: &Title, share: u32) {
        if self.probes.len() < PROBES_MAX {
            self.probes.push((Probe::new(title, names.shares(title)), share));
        } else {
            self.has_more = true;
        }
    }

    /// What the position's work is worth by its code, and where titles are left over by the occupation nearest to its own.
    fn by_codes(&self, card: &PositionCard) -> ByCodes {
        let credit = |number: Option<usize>| number.map_or(0, |at| u32::from(self.credits[at]));
        let by_code = credit(card.occupation);
        if by_code == 1000 || card.features == 0 {
            return ByCodes { credit: by_code, title_adds: None };
        }
        let near = credit_of_likeness(f32::from(card.likeness) / 31.0);
        let by_nearest = if self.has_more { credit(card.nearest) * near / 1000 } else { 0 };
        let best = by_code.max(by_nearest);
        let most = self.probes.iter().map(|(_, share)| *share).fold(best, u32::max);
        ByCodes { credit: best, title_adds: Some(most) }
    }

    /// The same by the title too.
    fn by_title(&self, by_codes: ByCodes, card: &PositionCard, rest: &At<'_>) -> Credit {
        let ByCodes { credit: mut best, title_adds: Some(_) } = by_codes else {
            return Credit::Exact(by_codes.credit);
        };
        let title = rest.title();
        for (probe, share) in &self.probes {
            if best < *share {
                let least = likeness_of_credit((best * 1000 / share).max(PARTLY - MORE));
                let likeness = probe.likeness(&title, card.features, card.nearest, card.likeness, least);
                best = best.max(credit_of_likeness(likeness) * share / 1000);
            }
        }
        Credit::About(best)
    }

    /// `None` where it is unknown.
    fn experience(&self, card: &PositionCard, asked: u8) -> Option<u32> {
        let by_number = |number: Option<usize>| number.map_or((0.0, false), |at| self.years[at]);
        let (one, other) = (by_number(card.occupation), by_number(card.nearest));
        let (years, has_unknown) = if one.0 >= other.0 { one } else { other };
        let share = (years / f32::from(asked)).min(1.0);
        (share >= 1.0 || (self.has_past && !has_unknown)).then_some((share * 1000.0) as u32)
    }
}

fn raise(credits: &mut [u16], row: &[u16], share: u32) {
    for (credit, other) in credits.iter_mut().zip(row) {
        *credit = (*credit).max((u32::from(*other) * share / 1000) as u16);
    }
}

/// The hash of a paper's name and of all in it that may be asked by itself.
fn papers(key: &str) -> Vec<Name> {
    std::iter::once(key).chain(parts(key)).map(name).collect()
}
