//! One position in front of many people.

use super::around::Around;
use super::bits::Bits;
use super::card::{Asked, What};
use super::cards::Cards;
use super::entry::Entry;
use super::names::Names;
use super::person::{EVIDENCE, km_max, titles_of};
use super::probe::{Probe, WORDS};
use super::scan::{At, Judge};
use super::shelf::Shelf;
use super::sum::{Credit, Expected, MORE, Shares, Sum};
use crate::document::{LIST_MAX, shift_number};
use crate::explain::conditions;
use crate::explain::occupation::{PARTLY, credit_of_likeness, likeness_of_credit, past_share};
use crate::explain::place::{Home, credit_of_wanted, is_refused};
use crate::explain::skills::{MUST, NICE, SHOWN};
use crate::place::Place;
use crate::{PartKind, Scale, Vacancy};

/// What a position asks, as tables.
pub(crate) struct Question {
    today_day: i32,
    shares: Shares,
    says_work: bool,
    /// What each occupation is worth for the position, by number.
    credits: Vec<u16>,
    /// The position's own title and the name of its occupation.
    probes: Vec<Probe>,
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
    /// Words of the list that were read.
    words: usize,
    work: u32,
    /// What past work counts, in thousandths.
    past_share: u32,
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

impl Gathered {
    /// Work that is worth `credit` by itself: a wish, or a stretch of the past, whose years count once.
    fn add(&mut self, credit: u32, past: usize, years: Option<u8>) {
        let counts = if past > 0 { self.past_share } else { 1000 };
        self.work = self.work.max(credit * counts / 1000);
        let is_related = credit * past_share(false) / 1000 >= PARTLY;
        if past > 0 && is_related && self.counted >> past & 1 == 0 {
            self.counted |= 1 << past;
            self.years += years.map_or(0.0, f32::from);
            self.has_unknown_years |= years.is_none();
        }
    }
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
        let name = code.and_then(|code| lexicon.occupation_name(code)).map(|name| lexicon.title(name));
        let name = name.filter(|name| title.as_ref().is_none_or(|title| title.text != name.text));
        let probes = title.iter().chain(&name).map(|title| Probe::new(title, names.shares(title)));
        let asked = vacancy.requirements.iter().filter(|asked| !asked.name.trim().is_empty()).take(LIST_MAX);
        // A name that the dictionary does not know may be written in other ways.
        let asked = asked.map(|one| (Asked::of(lexicon, one), lexicon.canonical_skill(&one.name).is_some()));
        Question {
            today_day,
            shares: Shares::new(&weights),
            probes: probes.collect(),
            says_work: title.is_some() || code.is_some_and(|code| !code.is_empty()),
            credits,
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

    fn gather(&self, at: &At<'_>, home: Option<Home>, has_wishes: bool) -> Gathered {
        let mut all = Gathered { past_share: past_share(has_wishes), ..Gathered::default() };
        // Abilities, papers and titles, most of the list, stand behind and are read where they are asked for.
        all.words = at.list().iter().take_while(|word| *word & 7 <= 2).count();
        for word in &at.list()[..all.words] {
            match Entry::unpacked(*word) {
                Some(Entry::Work { occupation, share, past, years }) => {
                    all.add(u32::from(self.credits[occupation]) * share / 1000, past, years);
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
    fn skills(&self, shown: &[u64], has_papers: bool, has_abilities: bool, sum: &mut Sum<'_>) -> Option<()> {
        if self.asked.is_empty() {
            return Some(());
        }
        let (mut whole, mut known, mut reached) = (0, 0, 0);
        for (asked, is_known_name) in &self.asked {
            let best = shown.iter().filter_map(|word| self.shown(asked.what, *word)).max();
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

    /// What the titles that the person wants and has had add to the work, and to its years.
    fn titles(&self, at: &At<'_>, titles: &[u64], mut wish: Bits, found: &mut Gathered) {
        let credit = |title: &[u64; WORDS], features, nearest, certainty, least: u32| {
            let least = likeness_of_credit(least.max(PARTLY - MORE));
            let likeness = |probe: &Probe| probe.likeness(title, features, nearest, certainty, least);
            credit_of_likeness(self.probes.iter().map(likeness).fold(0.0, f32::max))
        };
        let (features, likeness, nearest) = (wish.take(6) as usize, wish.take(5) as u8, wish.take(12) as usize);
        if features > 0 {
            found.add(credit(&at.title(), features, nearest.checked_sub(1), likeness, found.work), 0, None);
        }
        for words in titles.chunks_exact(1 + WORDS) {
            let Some(Entry::Title { features, likeness, nearest, past, years }) = Entry::unpacked(words[0]) else {
                continue;
            };
            let mut title = [0; WORDS];
            title.copy_from_slice(&words[1..]);
            // Of the past, the years count from where the work is related.
            let least = if past > 0 && self.years.is_some() { 0 } else { found.work };
            found.add(credit(&title, features, nearest, likeness, least), past, years);
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
    fn expected(&self, at: &At<'_>, least: f32) -> Option<Expected> {
        let mut bits = Bits::of(at.word(0));
        let degree = Some(bits.take(4)).filter(|rank| *rank != 15);
        if self.degree > 0 && degree.is_some_and(|rank| rank < self.degree.into()) {
            return None;
        }
        let shifts: [u64; 4] = std::array::from_fn(|_| bits.take(2));
        let housing = bits.take(2);
        let [has_papers, has_abilities, has_past, has_work, has_wishes] = std::array::from_fn(|_| bits.take(1) == 1);
        let mut wish = Bits::of(at.word(1));
        let (is_pay_stated, pay) = (wish.take(1) == 1, wish.take(20) as i64);
        let km_max = km_max(bits);
        let titles = titles_of(wish);
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
        let mut found = self.gather(at, home, has_wishes);
        let (shown, titles) = at.list()[found.words..].split_at(at.list().len() - found.words - titles * (1 + WORDS));
        if let Some(around) = &self.around {
            sum.thousandths(PartKind::Place, self.place(around.division(), &found, home)?);
        }
        if sum.most() <= least {
            return None;
        }
        let mut work = Credit::Exact(found.work);
        if found.work < 1000 || self.years.is_some() {
            self.titles(at, titles, wish, &mut found);
        }
        if work.thousandths() < 1000 {
            work = Credit::About(found.work);
        }
        if let Some(asked) = self.years {
            let share = (found.years / f32::from(asked)).min(1.0);
            let is_known = share >= 1.0 || (has_past && !found.has_unknown_years);
            sum.thousandths(PartKind::Experience, is_known.then_some((share * 1000.0) as u32));
        }
        if self.says_work {
            sum.thousandths(PartKind::Occupation, has_work.then_some(work.thousandths()));
            sum.is_work_judged = has_work;
        }
        if sum.most_beside(work) <= least {
            return None;
        }
        self.skills(shown, has_papers, has_abilities, &mut sum)?;
        sum.expected_above(least, work)
    }
}
