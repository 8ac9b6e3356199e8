//! The work itself: what the person wants and has done, against what the position is.
//!
//! The best of all comparisons counts and its line names where it was found. A wish counts in full.
//! Past work counts less, and less again where the person has said what they want instead.

use std::sync::Arc;

use super::{Finding, WHOLE, line};
use crate::similarity::Title;
use crate::{Experience, Lead, Lexicon, Line, PartKind, Seeker, Speciality, Vacancy, Verdict};

/// Wishes and experiences that are read; nobody has more.
const LIST_MAX: usize = 50;
/// From here on the work is the one asked for.
const MET: u32 = 700;
/// From here on it is related; below, it is another.
pub(crate) const PARTLY: u32 = 250;
/// Similarity of two titles at which nothing, and at which everything, is given. Read off pairs of
/// common titles: unlike work, even with the same ending (网络工程师, 机械工程师), stays at 0.2 or below,
/// neighbouring work (会计, 出纳) lies at 0.3 to 0.58, spellings of the same work (仓库管理员, 仓管员) from 0.67.
const SIMILARITY_NONE: f32 = 0.2;
const SIMILARITY_FULL: f32 = 0.6;

/// The work a position offers.
pub(super) struct Target<'a> {
    pub occupation: Option<&'a str>,
    /// What findings show as asked: the title, or the code where there is none.
    pub asked: &'a str,
    /// The position's own title and the name of its occupation.
    titles: Vec<Arc<Title>>,
}

impl<'a> Target<'a> {
    pub fn new(lexicon: &Lexicon, vacancy: &'a Vacancy) -> Self {
        let title = vacancy.title.trim();
        let occupation = vacancy.occupation.as_deref().filter(|code| !code.is_empty());
        let name = occupation.and_then(|code| lexicon.occupation_name(code));
        let titles = [Some(title).filter(|title| !title.is_empty()), name];
        Target {
            occupation,
            asked: if title.is_empty() { occupation.unwrap_or("") } else { title },
            titles: titles.into_iter().flatten().map(|title| lexicon.title(title)).collect(),
        }
    }

    /// The own title that is most like another.
    pub fn nearest(&self, title: &Title) -> Option<&Arc<Title>> {
        let likeness = |own: &Arc<Title>| own.similarity(title);
        self.titles.iter().rev().max_by(|one, other| likeness(one).total_cmp(&likeness(other)))
    }

    /// Credit for a title in anybody's words.
    fn credit_of_title(&self, title: &Title) -> u32 {
        credit_of_likeness(self.titles.iter().map(|own| own.similarity(title)).fold(0.0, f32::max))
    }

    /// Credit for an occupation: by its code, or by its name where the position has no code.
    fn credit_of_occupation(&self, wanted: &Occupation<'_>) -> u32 {
        let by_code = self.occupation.map_or(0, |code| credit_of_code(wanted.code, code));
        let by_name = wanted.name.as_ref().map_or(0, |name| self.credit_of_title(name));
        by_code.max(by_name)
    }
}

/// Credit for two titles that are so alike.
pub(crate) fn credit_of_likeness(likeness: f32) -> u32 {
    let share = (likeness - SIMILARITY_NONE) / (SIMILARITY_FULL - SIMILARITY_NONE);
    // Rounded by hand: a look at a million positions comes here, and `round` is a call.
    (share.clamp(0.0, 1.0) * WHOLE as f32 + 0.5) as u32
}

/// The likeness that is worth so much: the reverse of [`credit_of_likeness`].
pub(crate) fn likeness_of_credit(credit: u32) -> f32 {
    SIMILARITY_NONE + (SIMILARITY_FULL - SIMILARITY_NONE) * credit as f32 / WHOLE as f32
}

/// An occupation the person wants or comes from.
pub(super) struct Occupation<'a> {
    pub code: &'a str,
    pub name: Option<Arc<Title>>,
}

impl<'a> Occupation<'a> {
    fn new(lexicon: &Lexicon, code: &'a str) -> Self {
        Occupation { code, name: lexicon.occupation_name(code).map(|name| lexicon.title(name)) }
    }
}

/// Credit by the shared part of two codes of the classification, `D-DD-DD-DD`.
pub(crate) fn credit_of_code(a: &str, b: &str) -> u32 {
    let group = |code: &str| code.trim_end_matches("-00").len();
    let shares = |length: usize| a.get(..length).is_some_and(|part| b.get(..length) == Some(part));
    if a == b {
        WHOLE
    } else if (group(a) >= 7 && shares(group(a))) || (group(b) >= 7 && shares(group(b))) {
        // One is a group that holds the other.
        900
    } else if shares(7) {
        750
    } else if shares(4) {
        350
    } else {
        0
    }
}

/// What the person wants and has done, ready to be compared.
pub(super) struct Work<'a> {
    occupations: Vec<Occupation<'a>>,
    titles: Vec<(&'a str, Arc<Title>)>,
    past: Vec<Past<'a>>,
}

struct Past<'a> {
    experience: &'a Experience,
    title: Option<Arc<Title>>,
    speciality: Option<&'a Speciality>,
    leads_to: Vec<(Occupation<'a>, &'a Lead)>,
}

/// A comparison, with what the line that reports it would say.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub credit: u32,
    pub code: &'static str,
    pub has: &'a str,
    /// Kind and id of what shows it.
    pub evidence: (&'static str, &'a str),
    pub compared: Compared<'a>,
    /// How a military speciality leads there.
    pub lead: Option<&'a Lead>,
    pub past: Option<&'a Experience>,
    /// What of the past counts, in thousandths; all of a wish.
    pub counts: u32,
}

/// What of the person's was laid beside the position.
#[derive(Clone, Copy)]
pub(super) enum Compared<'a> {
    Title(&'a Title),
    Occupation(&'a Occupation<'a>),
}

impl Candidate<'_> {
    fn line(&self, asked: &str) -> Line {
        let (kind, id) = self.evidence;
        line(PartKind::Occupation, Verdict::Met, self.code).asked(asked).has(self.has).shown_by(kind, id)
    }
}

/// What each stretch of the past says of one position, by itself.
pub(super) struct PastFound<'a>(Vec<Vec<Candidate<'a>>>);

impl<'a> Work<'a> {
    pub fn new(lexicon: &'a Lexicon, seeker: &'a Seeker) -> Self {
        let is_said = |text: &&str| !text.trim().is_empty();
        let codes = seeker.occupations.iter().map(String::as_str).filter(is_said);
        let titles = seeker.titles.iter().map(String::as_str).filter(is_said);
        Work {
            occupations: codes.take(LIST_MAX).map(|code| Occupation::new(lexicon, code)).collect(),
            titles: titles.take(LIST_MAX).map(|title| (title, lexicon.title(title))).collect(),
            past: seeker.experiences.iter().take(LIST_MAX).map(|one| Past::new(lexicon, one)).collect(),
        }
    }

    /// The past beside a position, for the two parts that read it.
    pub fn past(&'a self, target: &Target<'_>) -> PastFound<'a> {
        PastFound(self.past.iter().map(|past| past.candidates(target)).collect())
    }

    /// `None` where the position says nothing of its work.
    pub fn occupation(&self, target: &Target<'_>, past: &PastFound<'a>) -> Option<Finding> {
        let kind = PartKind::Occupation;
        if target.asked.is_empty() {
            return None;
        }
        // The first of equals stays, so wishes are named before the past.
        let best = self
            .compared(target, past)
            .into_iter()
            .reduce(|best, next| if next.credit > best.credit { next } else { best });
        let Some(best) = best else {
            let line = line(kind, Verdict::Unknown, "occupation_unknown").asked(target.asked);
            return Some(Finding::unknown(line, "occupations", None));
        };
        Some(match best.credit {
            MET.. => Finding::known(best.credit, best.line(target.asked)),
            PARTLY.. => {
                let line = Line { verdict: Verdict::Partly, ..best.line(target.asked) };
                Finding::known(best.credit, line)
            }
            _ => {
                let other = line(kind, Verdict::Missing, "occupation_other").asked(target.asked);
                Finding::known(0, other.has(best.has))
            }
        })
    }

    /// Every comparison, wishes before the past.
    pub fn compared(&'a self, target: &Target<'_>, past: &PastFound<'a>) -> Vec<Candidate<'a>> {
        let mut candidates = self.wishes(target);
        let has_wishes = !candidates.is_empty();
        let share = past_share(has_wishes);
        let counted = |one: &Candidate<'a>| Candidate { credit: part(one.credit, share), counts: share, ..*one };
        candidates.extend(past.0.iter().flatten().map(counted));
        candidates
    }

    fn wishes(&'a self, target: &Target<'_>) -> Vec<Candidate<'a>> {
        let by_code = self.occupations.iter().map(|wanted| Candidate {
            credit: target.credit_of_occupation(wanted),
            code: "occupation_wanted",
            has: wanted.code,
            evidence: ("occupation", wanted.code),
            compared: Compared::Occupation(wanted),
            lead: None,
            past: None,
            counts: WHOLE,
        });
        let by_title = self.titles.iter().map(|(text, title)| Candidate {
            credit: target.credit_of_title(title),
            code: "title_wanted",
            has: text,
            evidence: ("title", text),
            compared: Compared::Title(title),
            lead: None,
            past: None,
            counts: WHOLE,
        });
        by_code.chain(by_title).collect()
    }

    /// Years of related work against the years asked for; `None` where none are asked.
    ///
    /// Work without a stated length, or that says nothing of its kind, is unknown rather than zero.
    pub fn experience(&self, found: &PastFound<'_>, seeker: &Seeker, vacancy: &Vacancy) -> Option<Finding> {
        let kind = PartKind::Experience;
        let asked = vacancy.experience_years_min.filter(|years| *years > 0)?;
        let is_related =
            |found: &[Candidate<'_>]| found.iter().any(|one| part(one.credit, past_share(false)) >= PARTLY);
        let both = std::iter::zip(&self.past, &found.0);
        let related: Vec<&Past<'_>> = both.filter(|(_, found)| is_related(found)).map(|(past, _)| past).collect();
        let is_silent = |past: &Past<'_>| past.title.is_none() && past.speciality.is_none();
        let is_unknown = seeker.experiences.is_empty()
            || related.iter().any(|past| past.years().is_none())
            || (related.is_empty() && self.past.iter().any(is_silent));
        // A sum of nothing is -0.0, which would be shown.
        let years = related.iter().filter_map(|past| past.years()).sum::<f32>() + 0.0;
        let is_met = years >= f32::from(asked);
        if is_unknown && !is_met {
            let line = line(kind, Verdict::Unknown, "experience_unknown").asked(asked);
            return Some(Finding::unknown(line, "experiences", None));
        }
        let credit = ((years / f32::from(asked)).clamp(0.0, 1.0) * WHOLE as f32).round() as u32;
        let (verdict, code) = match credit {
            _ if is_met => (Verdict::Met, "experience_enough"),
            0 => (Verdict::Missing, "experience_none"),
            _ => (Verdict::Partly, "experience_short"),
        };
        let line = line(kind, verdict, code).asked(asked).has(years);
        let longest = related.iter().max_by(|a, b| a.years().unwrap_or(0.0).total_cmp(&b.years().unwrap_or(0.0)));
        Some(Finding::known(
            credit,
            match longest {
                Some(past) => line.shown_by("experience", &past.experience.id),
                None => line,
            },
        ))
    }
}

impl<'a> Past<'a> {
    fn new(lexicon: &'a Lexicon, experience: &'a Experience) -> Self {
        let title = Some(experience.title.as_str()).filter(|title| !title.trim().is_empty());
        let speciality = experience.speciality.as_deref();
        let occupations = speciality.iter().flat_map(|speciality| &speciality.occupations);
        let lead = |lead: &'a Lead| (Occupation::new(lexicon, &lead.code), lead);
        Past {
            experience,
            title: title.map(|title| lexicon.title(title)),
            speciality,
            leads_to: occupations.map(lead).collect(),
        }
    }

    /// Stated, finite and not negative.
    fn years(&self) -> Option<f32> {
        self.experience.years.filter(|years| years.is_finite() && *years >= 0.0)
    }

    fn candidates(&'a self, target: &Target<'_>) -> Vec<Candidate<'a>> {
        let by_title = self.title.iter().map(|title| Candidate {
            credit: target.credit_of_title(title),
            code: "experience_alike",
            has: &self.experience.title,
            evidence: ("experience", &self.experience.id),
            compared: Compared::Title(title),
            lead: None,
            past: Some(self.experience),
            counts: WHOLE,
        });
        let speciality = self.speciality.map_or("", |speciality| &speciality.code);
        let by_speciality = self.leads_to.iter().map(|(occupation, lead)| Candidate {
            credit: part(target.credit_of_occupation(occupation), lead.worth()),
            code: "speciality_leads",
            has: occupation.code,
            evidence: ("speciality", speciality),
            compared: Compared::Occupation(occupation),
            lead: Some(lead),
            past: Some(self.experience),
            counts: WHOLE,
        });
        by_title.chain(by_speciality).collect()
    }
}

fn part(credit: u32, share: u32) -> u32 {
    credit * share / WHOLE
}

/// Work that is not even related counts nothing.
pub(crate) fn related(credit: u32) -> u32 {
    if credit >= PARTLY { credit } else { 0 }
}

/// What past work counts beside what is wanted now, and where nothing is.
pub(crate) fn past_share(has_wishes: bool) -> u32 {
    if has_wishes { 700 } else { 900 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_share_their_beginning() {
        let check = |a: &str, b: &str, expected: u32| {
            assert_eq!(credit_of_code(a, b), expected, "{a} {b}");
            assert_eq!(credit_of_code(b, a), expected, "{b} {a}");
        };
        check("4-02-02-02", "4-02-02-02", 1000);
        check("4-02-02-00", "4-02-02-02", 900);
        check("4-02-02-01", "4-02-02-02", 750);
        check("4-02-03-01", "4-02-02-02", 350);
        check("4-03-02-01", "4-02-02-02", 0);
        check("", "4-02-02-02", 0);
        check("属属", "4-02-02-02", 0);
    }
}
