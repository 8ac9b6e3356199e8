//! What would change this (反事实解释): the one thing that keeps a position from fitting, and how it would fit
//! without that.
//!
//! A *counterfactual* is the person with exactly one field different, put before [`crate::explain`] again: no
//! score is made here. Only what a person can get or decide is ever different: a paper, a skill, a degree, a
//! place, a shift, the pay they ask. What they have done and the work they want is left alone, and sex, age,
//! origin and health have no field.
//!
//! What is merely unknown is no gap: for that [`crate::Match::ask`] has a question. Where the work is of another
//! kind than the person's, a paper is not the one thing missing, and nothing is said.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::division::{at_level, trimmed};
use crate::explain::{PreparedSeeker, driving};
use crate::tokenize::{TITLE_CHARS_MAX, fold};
use crate::{Certificate, Lexicon, Line, Match, PartKind, Scale, Seeker, Shift, Skill, Vacancy, Verdict, expected_fit};

/// From this fit on a pair counts as fitting. Own judgement [I].
pub const FITTING: u8 = 50;
/// Points by which the fit to be expected must rise for a difference that somebody would notice, times 100 as
/// in [`expected_fit`]. Four, because a refused shift is worth four of a hundred. Own judgement [I].
const RISE_MIN: u32 = 400;
/// What the pay asked is lowered to, in percent of it. A range that ends less than a tenth below is worth a talk
/// as it is; what lies further down than a fifth is another kind of work [I].
const PAY_STEPS: [i64; 2] = [85, 80];
/// 100 yuan: pay is asked in whole hundreds.
const PAY_STEP_FEN: i64 = 10_000;
/// Adjustments that are tried, those that let most in first.
const TRIED_MAX: usize = 24;
/// Given back: as many as somebody reads, and not all of one kind.
const GIVEN_MAX: usize = 6;
const OF_A_KIND_MAX: usize = 2;

/// The one thing that would be different.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Adjustment {
    /// A certificate is got, by the dictionary's name where it has one.
    Certificate {
        name: String,
    },
    /// A class is added to the driving licence.
    DrivingLicence {
        class: String,
    },
    /// A paper that has run out is renewed, by the name in the profile.
    Renewal {
        name: String,
    },
    Degree {
        rank: u8,
    },
    Skill {
        name: String,
    },
    /// A refused division is refused no longer.
    PlaceAllowed {
        division: String,
    },
    /// A county is added to the places wanted.
    PlaceAdded {
        division: String,
    },
    Shift {
        shift: Shift,
    },
    /// No more than this is asked, in fen per month.
    Pay {
        fen_month: i64,
    },
}

impl Adjustment {
    /// The person with this one thing different.
    pub fn applied_to(&self, seeker: &Seeker) -> Seeker {
        let mut other = seeker.clone();
        let paper = |name: &str| Certificate { name: name.to_owned(), expires_day: None };
        match self {
            Adjustment::Certificate { name } => other.certificates.push(paper(name)),
            Adjustment::DrivingLicence { class } => other.certificates.push(paper(class)),
            Adjustment::Renewal { name } => {
                let renewed = other.certificates.iter_mut().filter(|paper| paper.name == *name);
                renewed.for_each(|paper| paper.expires_day = None);
            }
            Adjustment::Degree { rank } => other.degree = Some(*rank),
            Adjustment::Skill { name } => other.skills.push(Skill { name: name.clone(), experience: None }),
            Adjustment::PlaceAllowed { division } => {
                other.places_refused.retain(|refused| trimmed(refused) != trimmed(division));
            }
            Adjustment::PlaceAdded { division } => other.places.push(division.clone()),
            Adjustment::Shift { shift } => {
                let answers = other.shifts.iter_mut().filter(|(answered, _)| answered == shift);
                answers.for_each(|(_, accepted)| *accepted = true);
            }
            Adjustment::Pay { fen_month } => other.pay_fen_month_min = Some(*fen_month),
        }
        other
    }
}

/// What one adjustment would give among positions.
#[derive(Clone, Debug, PartialEq)]
pub struct Counterfactual {
    pub adjustment: Adjustment,
    /// Positions that are ruled out now and would fit.
    pub opened: usize,
    /// Positions that would fit clearly better than they do now.
    pub raised: usize,
    /// Of both, the one expected to fit best then: its place among those given.
    pub best: usize,
    /// How that one would fit.
    pub found: Match,
}

/// What one person lacks for positions, grouped by the one thing, most helpful first: what opens most, then
/// what raises most. `pairs` holds each position with how it fits now.
///
/// A position counts with the least that it asks: one for which a lower driving class would do says nothing
/// about the higher.
pub fn counterfactuals<'a>(
    scale: impl Into<Scale<'a>>,
    seeker: &Seeker,
    pairs: &[(Vacancy, Match)],
    today_day: i32,
) -> Vec<Counterfactual> {
    let scale = scale.into();
    let lexicon = scale.lexicon;
    let mut groups: BTreeMap<Adjustment, Vec<usize>> = BTreeMap::new();
    for (at, (vacancy, found)) in pairs.iter().enumerate() {
        for adjustment in adjustments(lexicon, seeker, vacancy, found) {
            groups.entry(adjustment).or_default().push(at);
        }
    }
    let mut groups: Vec<(Adjustment, Vec<usize>)> = groups.into_iter().collect();
    // Stable: equals stay in the order of the adjustments.
    groups.sort_by_key(|(_, at)| {
        let blocked = at.iter().filter(|at| !pairs[**at].1.blocks.is_empty()).count();
        Reverse((blocked, at.len()))
    });
    groups.truncate(TRIED_MAX);
    let tried = groups.into_iter().filter_map(|(adjustment, at)| {
        let other = adjustment.applied_to(seeker);
        let prepared = PreparedSeeker::new(scale, &other, today_day);
        tried(adjustment, &prepared, pairs, &at)
    });
    let mut all: Vec<Counterfactual> = tried.collect();
    all.sort_by(|a, b| {
        let key = |one: &Counterfactual| Reverse((one.opened, one.raised, expected_fit(&one.found)));
        key(a).cmp(&key(b)).then_with(|| a.adjustment.cmp(&b.adjustment))
    });
    varied(all)
}

/// The one thing that would help most with one position, and how it would fit then. `None`: nothing alone
/// would, or it fits as it is.
pub fn counterfactual<'a>(
    scale: impl Into<Scale<'a>>,
    seeker: &Seeker,
    vacancy: &Vacancy,
    found: &Match,
    today_day: i32,
) -> Option<(Adjustment, Match)> {
    let scale = scale.into();
    let tried = adjustments(scale.lexicon, seeker, vacancy, found).into_iter().map(|adjustment| {
        let other = adjustment.applied_to(seeker);
        let after = PreparedSeeker::new(scale, &other, today_day).explain(vacancy);
        (adjustment, after)
    });
    let helpful = tried.filter(|(_, after)| is_open(after) && (is_ruled_out(found) || rises(found, after)));
    let all: Vec<(Adjustment, Match)> = helpful.collect();
    all.into_iter().min_by(|(a, one), (b, other)| {
        Reverse(expected_fit(one)).cmp(&Reverse(expected_fit(other))).then_with(|| a.cmp(b))
    })
}

fn tried(
    adjustment: Adjustment,
    prepared: &PreparedSeeker<'_>,
    pairs: &[(Vacancy, Match)],
    group: &[usize],
) -> Option<Counterfactual> {
    let (mut opened, mut raised) = (0, 0);
    let mut best: Option<(usize, Match)> = None;
    for &at in group {
        let (vacancy, before) = &pairs[at];
        let after = prepared.explain(vacancy);
        if !is_open(&after) || after.fit.is_none_or(|fit| fit < FITTING) {
            continue;
        }
        if is_ruled_out(before) {
            opened += 1;
        } else if rises(before, &after) {
            raised += 1;
        } else {
            continue;
        }
        // The first of equals stays, so the order of `pairs` decides among them.
        if best.as_ref().is_none_or(|(_, best)| expected_fit(&after) > expected_fit(best)) {
            best = Some((at, after));
        }
    }
    best.map(|(best, found)| Counterfactual { adjustment, opened, raised, best, found })
}

fn is_ruled_out(found: &Match) -> bool {
    !found.blocks.is_empty()
}

/// Whether nothing rules the pair out and the work is not of another kind.
fn is_open(found: &Match) -> bool {
    let mut lines = found.parts.iter().flat_map(|part| &part.lines);
    !is_ruled_out(found) && !lines.any(|line| line.kind == PartKind::Occupation && line.verdict == Verdict::Missing)
}

fn rises(before: &Match, after: &Match) -> bool {
    expected_fit(before).zip(expected_fit(after)).is_some_and(|(before, after)| after >= before + RISE_MIN)
}

/// At most [`GIVEN_MAX`], and few of a kind; of the pay the mildest, since the lower one holds it.
fn varied(all: Vec<Counterfactual>) -> Vec<Counterfactual> {
    let asked = |one: &Counterfactual| match one.adjustment {
        Adjustment::Pay { fen_month } => Some(fen_month),
        _ => None,
    };
    let mildest = all.iter().filter_map(asked).max();
    let mut given: Vec<Counterfactual> = Vec::new();
    for one in all {
        let kind = std::mem::discriminant(&one.adjustment);
        let alike = given.iter().filter(|other| std::mem::discriminant(&other.adjustment) == kind).count();
        if alike < OF_A_KIND_MAX && asked(&one).is_none_or(|pay| Some(pay) == mildest) && given.len() < GIVEN_MAX {
            given.push(one);
        }
    }
    given
}

/// What would, each by itself, close one gap of a pair.
fn adjustments(lexicon: &Lexicon, seeker: &Seeker, vacancy: &Vacancy, found: &Match) -> Vec<Adjustment> {
    // A block stands among the parts' lines too.
    let lines = found.parts.iter().flat_map(|part| &part.lines);
    let mut all: Vec<Adjustment> = lines.flat_map(|line| closing(lexicon, seeker, vacancy, line)).collect();
    all.sort();
    all.dedup();
    all
}

fn closing(lexicon: &Lexicon, seeker: &Seeker, vacancy: &Vacancy, line: &Line) -> Vec<Adjustment> {
    let asked = line.asked.as_deref().unwrap_or_default();
    let has = || line.has.clone();
    let one = |adjustment: Option<Adjustment>| adjustment.into_iter().collect();
    match line.code.as_str() {
        "certificate_missing" => vec![Adjustment::Certificate { name: named(lexicon, asked) }],
        "licence_missing" => {
            let classes = driving::least(lexicon, asked).into_iter();
            classes.map(|class| Adjustment::DrivingLicence { class: class.to_owned() }).collect()
        }
        "certificate_expired" => one(has().map(|name| Adjustment::Renewal { name })),
        "skill_missing" => vec![Adjustment::Skill { name: named(lexicon, asked) }],
        "degree_below" => one(vacancy.degree_min.map(|rank| Adjustment::Degree { rank })),
        "place_refused" => one(has().map(|division| Adjustment::PlaceAllowed { division })),
        "place_outside" | "place_far_from_wanted" => {
            let county = at_level(asked, 6).or_else(|| trimmed(asked)).map(str::to_owned);
            one(county.map(|division| Adjustment::PlaceAdded { division }))
        }
        "shift_refused" => one(vacancy.shift.map(|shift| Adjustment::Shift { shift })),
        "pay_below" => pay(seeker, vacancy),
        _ => Vec::new(),
    }
}

/// The steps down that the top of the range reaches.
fn pay(seeker: &Seeker, vacancy: &Vacancy) -> Vec<Adjustment> {
    let Some((wanted, (low, high))) = seeker.pay_fen_month_min.zip(vacancy.pay_fen_month) else { return Vec::new() };
    // i128: the amount comes from outside and may be any number.
    let steps = PAY_STEPS.into_iter().filter_map(|percent| {
        let lower = i64::try_from(i128::from(wanted) * i128::from(percent) / 100).ok()?;
        Some(lower - lower.rem_euclid(PAY_STEP_FEN))
    });
    let reached = steps.filter(|fen| (1..=low.max(high)).contains(fen));
    reached.map(|fen_month| Adjustment::Pay { fen_month }).collect()
}

/// One name for all spellings, to be shown: the dictionary's, or the position's own.
fn named(lexicon: &Lexicon, name: &str) -> String {
    let name = name.trim();
    lexicon.canonical_skill(&fold(name, TITLE_CHARS_MAX)).unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests;
