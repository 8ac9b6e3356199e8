//! A match taken apart, for those who answer for the engine: the numbers that [`super::explain`] made its
//! points of, kept instead of thrown away. Nothing is computed a second time in another way.

use serde::Serialize;

use super::occupation::{Candidate, Compared, Target, Work, credit_of_code, credit_of_likeness};
use super::{Finding, PreparedSeeker, assemble, occupation};
use crate::rank::expected_fit;
use crate::similarity::Title;
use crate::{Lexicon, Match, PartKind, Relation, Scale, Seeker, Vacancy};

/// Comparisons of work that are told, best first.
const COMPARISONS_MAX: usize = 10;

/// A match with the numbers it was made of. Shares are thousandths.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Apart {
    #[serde(rename = "match")]
    pub found: Match,
    /// Hundredths of the fit to be expected once all is known: what pairs are ordered by.
    pub expected_fit: Option<u32>,
    /// One for each part of the match, in its order.
    pub shares: Vec<PartShare>,
    /// How the work was compared, best first; the first made the occupation's line.
    pub comparisons: Vec<Comparison>,
    /// Fingerprint of the dictionaries, in hexadecimal.
    pub dictionaries: String,
}

/// What one part weighed, and how it was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PartShare {
    pub kind: PartKind,
    /// Points of 100 when everything is asked and known.
    pub weight: u32,
    /// How much of the part could be judged.
    pub known: u32,
    /// How much of what could be judged is reached.
    pub credit: u32,
}

/// One comparison of what the person wants or has done with what the position is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Comparison {
    /// Code of the finding it would make: `occupation_wanted`, `title_wanted`, `experience_alike`,
    /// `speciality_leads`.
    pub code: String,
    /// What the person has: a title or the code of an occupation.
    pub has: String,
    /// The name behind the code.
    pub has_name: Option<String>,
    /// What it was compared with: the position's title, the name of its occupation, or its code.
    pub asked: String,
    pub asked_name: Option<String>,
    /// How alike the titles are; absent where the codes of two occupations decided.
    pub likeness: Option<Likeness>,
    /// The stretch of the past it comes from, by id.
    pub experience: Option<String>,
    /// The military family (专业类别) that leads there, and how near.
    pub speciality: Option<ThroughSpeciality>,
    /// What past work counts beside wishes; 1000 for a wish.
    pub counts: u32,
    /// What came of it.
    pub credit: u32,
}

/// How alike two titles are, and what each view gave of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Likeness {
    /// The three together, at most 1000; equal titles have 1000 whatever the views say.
    pub whole: u32,
    /// Characters, pairs and words.
    pub surface: u32,
    /// The occupations that both point to.
    pub occupations: u32,
    /// The numbers of their pieces.
    pub meaning: u32,
    pub is_same: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ThroughSpeciality {
    pub code: String,
    pub name: String,
    pub relation: Relation,
    /// What the family's weight counts.
    pub worth: u32,
}

/// Scores one person for one position and keeps every number on the way.
pub fn take_apart<'a>(scale: impl Into<Scale<'a>>, seeker: &Seeker, vacancy: &Vacancy, today_day: i32) -> Apart {
    let prepared = PreparedSeeker::new(scale.into(), seeker, today_day);
    let lexicon = prepared.lexicon;
    let target = occupation::Target::new(lexicon, vacancy);
    let past = prepared.work.past(&target);
    let findings = prepared.findings(&target, &past, vacancy);
    let share = |finding: &Finding| PartShare {
        kind: finding.kind,
        weight: prepared.weights.of(finding.kind),
        known: finding.known,
        credit: finding.credit,
    };
    let shares = findings.iter().map(share).collect();
    let found = assemble(&prepared.weights, findings);
    Apart {
        expected_fit: expected_fit(&found),
        found,
        shares,
        comparisons: comparisons(lexicon, &prepared.work, &target, &past),
        dictionaries: format!("{:016x}", lexicon.fingerprint()),
    }
}

fn comparisons(
    lexicon: &Lexicon,
    work: &Work<'_>,
    target: &Target<'_>,
    past: &occupation::PastFound<'_>,
) -> Vec<Comparison> {
    let mut all = work.compared(target, past);
    // Stable: the first of equals is the one whose line is shown.
    all.sort_by_key(|one| std::cmp::Reverse(one.credit));
    all.iter().take(COMPARISONS_MAX).map(|one| comparison(lexicon, target, one)).collect()
}

fn comparison(lexicon: &Lexicon, target: &Target<'_>, one: &Candidate<'_>) -> Comparison {
    let by_title = |title: &Title| {
        let own = target.nearest(title)?;
        let views = own.views(title);
        let thousandths = |share: f32| (share * 1000.0).round() as u32;
        let likeness = Likeness {
            whole: thousandths(views.likeness()),
            surface: thousandths(views.surface),
            occupations: thousandths(views.occupations),
            meaning: thousandths(views.meaning),
            is_same: views.is_same,
        };
        Some((own.text.clone(), likeness, credit_of_likeness(views.likeness())))
    };
    let by_name = match one.compared {
        Compared::Title(title) => by_title(title),
        Compared::Occupation(wanted) => {
            let by_name = wanted.name.as_deref().and_then(by_title);
            let by_code = target.occupation.map_or(0, |code| credit_of_code(wanted.code, code));
            // As the credit itself is made: the better of the two, the code before its name.
            by_name.filter(|(_, _, credit)| *credit > by_code)
        }
    };
    let (asked, likeness) = match by_name {
        Some((asked, likeness, _)) => (asked, Some(likeness)),
        None => (target.occupation.unwrap_or(target.asked).to_owned(), None),
    };
    let family = one.lead.zip(one.past.and_then(|past| past.speciality.as_deref()));
    Comparison {
        code: one.code.to_owned(),
        has: one.has.to_owned(),
        has_name: lexicon.occupation_name(one.has).map(str::to_owned),
        asked_name: lexicon.occupation_name(&asked).map(str::to_owned),
        asked,
        likeness,
        experience: one.past.map(|past| past.id.clone()),
        speciality: family.map(|(lead, family)| ThroughSpeciality {
            code: family.code.clone(),
            name: family.name.clone(),
            relation: lead.relation,
            worth: lead.worth(),
        }),
        counts: one.counts,
        credit: one.credit,
    }
}
