//! What a position requires by name: skills, languages, certificates and driving licences.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{Finding, Gap, WHOLE, driving, line};
use crate::{Lexicon, Line, PartKind, Requirement, RequirementKind, Seeker, Vacancy, Verdict};

/// Entries of a list that are read.
const LIST_MAX: usize = 100;
/// A must-have weighs as much as two nice-to-haves.
pub(crate) const MUST: u32 = 2;
pub(crate) const NICE: u32 = 1;

/// What a skill counts by how it is shown: with a certificate or an experience behind it in full, a
/// bare claim least.
pub(crate) const SHOWN: u32 = 1000;
pub(crate) const IN_TEXT: u32 = 900;
pub(crate) const OF_SPECIALITY: u32 = 800;
pub(crate) const CLAIMED: u32 = 700;

/// A paper's name of so many characters is found inside a longer one.
pub(crate) const PART_CHARS_MIN: usize = 3;

/// The skills of one person, each by its best evidence.
pub(crate) struct Abilities<'a> {
    /// Whether the person has told of anything that shows what they can do, a paper that has run out included.
    pub is_told: bool,
    shown: FxHashMap<Cow<'a, str>, Shown<'a>>,
}

#[derive(Clone, Copy)]
struct Shown<'a> {
    credit: u32,
    code: &'static str,
    has: &'a str,
    /// Kind and id of what shows it.
    evidence: (&'static str, &'a str),
}

impl<'a> Abilities<'a> {
    pub fn new(lexicon: &'a Lexicon, seeker: &'a Seeker, today_day: i32) -> Self {
        let mut all = Abilities { is_told: !seeker.certificates.is_empty(), shown: FxHashMap::default() };
        let shown = |credit, code, has, evidence| Shown { credit, code, has, evidence };
        for skill in seeker.skills.iter().take(LIST_MAX) {
            let experience = skill.experience.as_deref();
            let is_real = |id: &&str| seeker.experiences.iter().any(|one| one.id == *id);
            let shown = match experience.filter(is_real) {
                Some(id) => shown(SHOWN, "skill_shown", &skill.name, ("experience", id)),
                None => shown(CLAIMED, "skill_claimed", &skill.name, ("skill", &skill.name)),
            };
            all.add(lexicon.skill_key(&skill.name), shown);
        }
        for certificate in seeker.certificates.iter().take(LIST_MAX) {
            if certificate.expires_day.is_none_or(|day| day >= today_day) {
                let evidence = ("certificate", certificate.name.as_str());
                let shown = shown(SHOWN, "skill_certified", &certificate.name, evidence);
                all.add(lexicon.skill_key(&certificate.name), shown);
            }
        }
        for experience in seeker.experiences.iter().take(LIST_MAX) {
            let text = [experience.title.as_str(), experience.text.as_str()].join("\n");
            for name in lexicon.skills_in(&text) {
                let evidence = ("experience", experience.id.as_str());
                all.add(Cow::Borrowed(name), shown(IN_TEXT, "skill_in_experience", name, evidence));
            }
            let Some(speciality) = &experience.speciality else { continue };
            for name in &speciality.skills {
                let evidence = ("speciality", speciality.code.as_str());
                all.add(lexicon.skill_key(name), shown(OF_SPECIALITY, "skill_of_speciality", name, evidence));
            }
        }
        all
    }

    /// Canonical names with what each counts.
    pub fn credits(&self) -> impl Iterator<Item = (&str, u32)> {
        self.shown.iter().map(|(key, shown)| (key.as_ref(), shown.credit))
    }

    /// The better evidence stays, the first of equals.
    fn add(&mut self, key: Cow<'a, str>, shown: Shown<'a>) {
        if key.is_empty() || self.shown.get(&key).is_some_and(|known| known.credit >= shown.credit) {
            return;
        }
        self.is_told = true;
        self.shown.insert(key, shown);
    }
}

/// How one requirement was judged; `credit` is `None` where it is unknown.
struct Judged {
    credit: Option<u32>,
    line: Line,
    field: &'static str,
}

/// `None` where the position requires nothing by name.
pub(super) fn judge(
    lexicon: &Lexicon,
    seeker: &Seeker,
    abilities: &Abilities<'_>,
    vacancy: &Vacancy,
    today_day: i32,
) -> Option<Finding> {
    let asked = vacancy.requirements.iter().filter(|asked| !asked.name.trim().is_empty());
    let asked: Vec<&Requirement> = asked.take(LIST_MAX).collect();
    let whole: u32 = asked.iter().map(|asked| weight(asked)).sum();
    if whole == 0 {
        return None;
    }
    let mut known = 0;
    let mut reached = 0;
    let mut finding = Finding {
        kind: PartKind::Skills,
        known: 0,
        credit: 0,
        lines: Vec::new(),
        blocks: Vec::new(),
        gaps: Vec::new(),
    };
    for asked in asked {
        let judged = match (driving::asked_by(lexicon, asked), asked.kind) {
            (Some(classes), _) => licence(lexicon, seeker, asked, &classes, today_day),
            (None, RequirementKind::Certificate) => certificate(lexicon, seeker, asked, today_day),
            (None, _) => skill(lexicon, abilities, asked),
        };
        match judged.credit {
            Some(credit) => {
                known += weight(asked);
                reached += weight(asked) * credit;
            }
            None => finding.gaps.push(Gap {
                field: judged.field,
                about: Some(asked.name.trim().to_owned()),
                share: weight(asked) * WHOLE / whole,
            }),
        }
        if asked.must && judged.line.verdict == Verdict::Missing {
            finding.blocks.push(judged.line.clone());
        }
        finding.lines.push(judged.line);
    }
    finding.known = known * WHOLE / whole;
    finding.credit = reached.checked_div(known).unwrap_or(0);
    finding.gaps = joined(finding.gaps, seeker, abilities);
    Some(finding)
}

fn weight(asked: &Requirement) -> u32 {
    if asked.must { MUST } else { NICE }
}

fn requirement(verdict: Verdict, code: &str, asked: &Requirement) -> Line {
    line(PartKind::Skills, verdict, code).asked(asked.name.trim())
}

/// An empty list is one question, not one for each of its entries.
fn joined(gaps: Vec<Gap>, seeker: &Seeker, abilities: &Abilities<'_>) -> Vec<Gap> {
    let is_empty = |field: &str| match field {
        "certificates" => seeker.certificates.is_empty(),
        _ => !abilities.is_told,
    };
    let mut all: Vec<Gap> = Vec::new();
    for gap in gaps {
        match all.iter_mut().find(|known| known.field == gap.field && is_empty(gap.field)) {
            Some(known) => {
                known.share += gap.share;
                known.about = None;
            }
            None => all.push(gap),
        }
    }
    all
}

fn skill(lexicon: &Lexicon, abilities: &Abilities<'_>, asked: &Requirement) -> Judged {
    let field = "skills";
    if let Some(shown) = abilities.shown.get(&lexicon.skill_key(&asked.name)) {
        let (kind, id) = shown.evidence;
        let line = requirement(Verdict::Met, shown.code, asked).has(shown.has).shown_by(kind, id);
        return Judged { credit: Some(shown.credit), line, field };
    }
    if asked.must || !abilities.is_told {
        let line = requirement(Verdict::Unknown, "skill_unknown", asked);
        return Judged { credit: None, line, field };
    }
    Judged { credit: Some(0), line: requirement(Verdict::Missing, "skill_missing", asked), field }
}

fn certificate(lexicon: &Lexicon, seeker: &Seeker, asked: &Requirement, today_day: i32) -> Judged {
    let wanted = lexicon.skill_key(&asked.name);
    let names_it = |name: &str| {
        let held = lexicon.skill_key(name);
        // 教师资格证 is asked, 高级中学教师资格证 is held.
        held == wanted || (wanted.chars().count() >= PART_CHARS_MIN && held.contains(&*wanted))
    };
    let codes = ["certificate_held", "certificate_expired", "certificate_missing", "certificate_unknown"];
    document(seeker, asked, today_day, names_it, codes)
}

fn licence(lexicon: &Lexicon, seeker: &Seeker, asked: &Requirement, wanted: &[&str], today_day: i32) -> Judged {
    let names_it = |name: &str| {
        let held = driving::held(lexicon, name);
        held.iter().any(|held| wanted.iter().any(|wanted| driving::includes(held, wanted)))
    };
    // A licence that has run out is an expired certificate to whoever reads the code.
    let codes = ["licence_held", "certificate_expired", "licence_missing", "licence_unknown"];
    document(seeker, asked, today_day, names_it, codes)
}

/// A paper that is held, held no longer, absent from a filled list, or unknown.
fn document(
    seeker: &Seeker,
    asked: &Requirement,
    today_day: i32,
    names_it: impl Fn(&str) -> bool,
    [held, expired, missing, unknown]: [&str; 4],
) -> Judged {
    let field = "certificates";
    let listed = seeker.certificates.iter().take(LIST_MAX);
    let listed = listed.filter(|certificate| names_it(&certificate.name));
    // The one that is good for longest; without a date it is good for ever.
    let best = listed.max_by_key(|certificate| certificate.expires_day.unwrap_or(i32::MAX));
    let found = |credit, verdict, code: &str| Judged { credit, line: requirement(verdict, code, asked), field };
    let Some(best) = best else {
        return if seeker.certificates.is_empty() {
            found(None, Verdict::Unknown, unknown)
        } else {
            found(Some(0), Verdict::Missing, missing)
        };
    };
    let judged = match best.expires_day {
        Some(day) if day < today_day => found(Some(0), Verdict::Missing, expired),
        _ => found(Some(SHOWN), Verdict::Met, held),
    };
    let line = judged.line.has(&best.name).shown_by("certificate", &best.name);
    Judged { line, ..judged }
}
