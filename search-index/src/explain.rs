//! The score of one person and one position, with its reasons: the only place a score is made.
//!
//! Each part of [`PartKind`] is judged by itself into a [`Finding`]: how much of it could be judged,
//! how much of that is reached, and the lines that say why. What nobody asked is left out. What is
//! asked but not known takes no points away and gives none: its weight is spread over the known
//! parts, and it lowers `coverage` alone. No part reads another's result, so a change of one field
//! changes the lines that name it and no other.
//!
//! Decisions worth knowing:
//! * Only what is *known* to fail blocks: a degree below the one asked, a must-have certificate or
//!   licence that has expired or is absent from a list that was filled in, a refused place.
//! * A must-have skill that the person has not named is unknown, never missing: nobody lists all
//!   they can do. A nice-to-have one is missing once the person has shown any skills.
//! * Certificates and licences are few and people know them, so a filled list is taken as complete.
//! * The employer's preference for veterans gives points but asks nothing of the person, so it is
//!   no part of `coverage`.

mod apart;
pub(crate) mod conditions;
pub(crate) mod driving;
pub(crate) mod occupation;
pub(crate) mod place;
mod points;
pub(crate) mod skills;
#[cfg(test)]
pub(crate) mod tests;

use crate::{Lexicon, Line, Match, Part, PartKind, Question, Scale, Seeker, Vacancy, Verdict, Weights};
pub use apart::{Apart, Comparison, Likeness, PartShare, ThroughSpeciality, take_apart};

use occupation::Work;
use skills::Abilities;

/// A full share, in the thousandths that findings are counted in.
const WHOLE: u32 = 1000;
/// Below this coverage a number would say more about what is missing than about the pair.
pub(crate) const COVERAGE_MIN: u8 = 25;
/// Questions asked at most.
const QUESTIONS_MAX: usize = 3;

/// How one part of a pair was judged.
#[derive(Clone, Debug)]
struct Finding {
    kind: PartKind,
    /// How much of the part could be judged, in thousandths.
    known: u32,
    /// How much of what could be judged is reached, in thousandths.
    credit: u32,
    lines: Vec<Line>,
    /// Hard requirements among the lines that are known to fail.
    blocks: Vec<Line>,
    gaps: Vec<Gap>,
}

/// A field whose answer is missing, and the thousandths of the part that it would make known.
#[derive(Clone, Debug)]
struct Gap {
    field: &'static str,
    about: Option<String>,
    share: u32,
}

impl Finding {
    fn known(credit: u32, line: Line) -> Finding {
        let kind = line.kind;
        Finding { kind, known: WHOLE, credit, lines: vec![line], blocks: vec![], gaps: vec![] }
    }

    fn unknown(line: Line, field: &'static str, about: Option<String>) -> Finding {
        let gaps = vec![Gap { field, about, share: WHOLE }];
        Finding { gaps, known: 0, ..Finding::known(0, line) }
    }

    /// A hard requirement that is known to fail.
    fn blocked(line: Line) -> Finding {
        let blocks = vec![line.clone()];
        Finding { blocks, ..Finding::known(0, line) }
    }

    fn weighed_known(&self, weights: &Weights) -> u64 {
        u64::from(weights.of(self.kind)) * u64::from(self.known)
    }
}

/// A line without values; `asked`, `has` and `evidence` are set by whoever knows them.
fn line(kind: PartKind, verdict: Verdict, code: &str) -> Line {
    Line { kind, verdict, code: code.to_owned(), asked: None, has: None, evidence: None, distance_km: None }
}

impl Line {
    fn asked(self, asked: impl ToString) -> Line {
        Line { asked: Some(asked.to_string()), ..self }
    }

    fn has(self, has: impl ToString) -> Line {
        Line { has: Some(has.to_string()), ..self }
    }

    fn shown_by(self, kind: &str, id: &str) -> Line {
        Line { evidence: Some(format!("{kind}:{id}")), ..self }
    }
}

/// Scores one person for one position. Pure: the same arguments give the same answer.
pub fn explain<'a>(scale: impl Into<Scale<'a>>, seeker: &Seeker, vacancy: &Vacancy, today_day: i32) -> Match {
    let scale: Scale<'_> = scale.into();
    PreparedSeeker::new(scale, seeker, today_day).explain(vacancy)
}

/// A person made ready to be compared with many positions.
pub struct PreparedSeeker<'a> {
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) weights: Weights,
    pub(crate) seeker: &'a Seeker,
    work: Work<'a>,
    pub(crate) abilities: Abilities<'a>,
    pub(crate) today_day: i32,
}

impl<'a> PreparedSeeker<'a> {
    pub fn new(scale: impl Into<Scale<'a>>, seeker: &'a Seeker, today_day: i32) -> Self {
        let Scale { lexicon, weights } = scale.into();
        PreparedSeeker {
            lexicon,
            weights,
            seeker,
            work: Work::new(lexicon, seeker),
            abilities: Abilities::new(lexicon, seeker, today_day),
            today_day,
        }
    }

    /// As [`explain`] does it.
    pub fn explain(&self, vacancy: &Vacancy) -> Match {
        let target = occupation::Target::new(self.lexicon, vacancy);
        let past = self.work.past(&target);
        assemble(&self.weights, self.findings(&target, &past, vacancy))
    }

    /// What each part that the position asks about comes to.
    fn findings(
        &self,
        target: &occupation::Target<'_>,
        past: &occupation::PastFound<'a>,
        vacancy: &Vacancy,
    ) -> Vec<Finding> {
        let (lexicon, seeker) = (self.lexicon, self.seeker);
        let judged = [
            self.work.occupation(target, past),
            skills::judge(lexicon, seeker, &self.abilities, vacancy, self.today_day),
            place::judge(seeker, vacancy),
            conditions::pay(seeker, vacancy),
            conditions::degree(seeker, vacancy),
            self.work.experience(past, seeker, vacancy),
            conditions::shift(seeker, vacancy),
            conditions::housing(seeker, vacancy),
            conditions::preference(vacancy),
        ];
        judged.into_iter().flatten().collect()
    }
}

fn assemble(weights: &Weights, findings: Vec<Finding>) -> Match {
    let coverage = coverage(weights, &findings);
    let points = points::points(weights, &findings);
    let is_judged =
        |finding: &Finding| matches!(finding.kind, PartKind::Occupation | PartKind::Skills) && finding.known > 0;
    // Place and pay alone say nothing about the work.
    let is_enough = findings.iter().any(is_judged) && coverage >= COVERAGE_MIN;
    let fit = is_enough.then(|| points::fit(&points.reached));
    let ask = questions(weights, &findings);
    let mut blocks = Vec::new();
    let mut parts = Vec::new();
    let numbers = std::iter::zip(points.reached, points.possible);
    for (finding, (reached, possible)) in std::iter::zip(findings, numbers) {
        blocks.extend(finding.blocks);
        // Without a number there are no addends either.
        let (points, points_max) = if is_enough { (reached, possible) } else { (0, 0) };
        parts.push(Part { kind: finding.kind, points, points_max, lines: finding.lines });
    }
    Match { fit, coverage, blocks, parts, ask, weights_version: weights.version() }
}

/// The weight of what a position asks of the person, in thousandths.
fn weight_asked(weights: &Weights, findings: &[Finding]) -> u64 {
    let asked = findings.iter().filter(|finding| finding.kind != PartKind::Preference);
    asked.map(|finding| u64::from(weights.of(finding.kind)) * u64::from(WHOLE)).sum()
}

fn coverage(weights: &Weights, findings: &[Finding]) -> u8 {
    let asked = findings.iter().filter(|finding| finding.kind != PartKind::Preference);
    percent(asked.map(|finding| finding.weighed_known(weights)).sum(), weight_asked(weights, findings))
}

fn percent(part: u64, whole: u64) -> u8 {
    if whole == 0 { 0 } else { ((part * 200 + whole) / (whole * 2)) as u8 }
}

/// The questions whose answers would make most known.
fn questions(weights: &Weights, findings: &[Finding]) -> Vec<Question> {
    let whole = weight_asked(weights, findings);
    let mut all: Vec<(u64, Question)> = Vec::new();
    for finding in findings {
        for Gap { field, about, share } in &finding.gaps {
            let gain = u64::from(weights.of(finding.kind)) * u64::from(*share);
            let question = Question {
                kind: finding.kind,
                field: (*field).to_owned(),
                about: about.clone(),
                coverage: percent(gain, whole),
            };
            all.push((gain, question));
        }
    }
    // Stable: equals stay in the order of the parts and of the position's requirements.
    all.sort_by_key(|(gain, _)| std::cmp::Reverse(*gain));
    all.into_iter().take(QUESTIONS_MAX).map(|(_, question)| question).collect()
}
