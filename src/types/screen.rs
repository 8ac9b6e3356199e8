//! Unit designations, code names and locations (部队番号、代号、驻地) in what people write about their
//! service. They are refused when a profile is saved: a profile is read by employers, and the person may
//! not know that the number of their company is a secret.
//!
//! Sources: 退役军人保障法 art. 6 and 68 [T] (duty of confidentiality after service); 中国人民解放军保密条例
//! [G]. The tables are in [`rules`]; how disguised texts are opened is in [`disguise`]. Names without a
//! number that are public (东部战区, 浙江省军区, 某旅, 消防救援大队) are left alone. A numbered company (第二连队) is
//! refused even where a farm of 新疆生产建设兵团 may be meant, unless the sentence says so: leaving it out
//! costs the person nothing.

pub mod disguise;
pub mod rules;

use std::ops::Range;
use std::sync::LazyLock;

use serde::Serialize;

use crate::coded;
use crate::types::phrases::{Reader, without_overlaps};
use crate::types::region::{Division, Level};
use rules::{NAMED, RULES, Stem};

coded! {
    /// What is given away.
    pub enum Kind {
        /// 番号: 第38集团军, 179旅, 3营2连
        Formation = "formation",
        /// 代号: 32145部队, 军队信箱
        CoverNumber = "cover_number",
        /// 驻地、基地、阵地
        Base = "base",
        /// 舰名、舷号
        Ship = "ship",
        /// 武器型号
        Weapon = "weapon",
    }
}

impl Kind {
    /// Why it is refused and what to write instead, for the person.
    pub fn explanation(self) -> &'static str {
        match self {
            Kind::Formation => "部队番号不能写进档案。可以写“在部队担任班长，带过 10 个人”。",
            Kind::CoverNumber => "部队代号和信箱不能写进档案。可以只写服役年份和岗位。",
            Kind::Base => "部队驻地、基地和阵地不能写进档案。可以写“在高原（海岛、边防）服役 5 年”。",
            Kind::Ship => "舰艇的名称和舷号不能写进档案。可以写“水面舰艇机电岗位”。",
            Kind::Weapon => "武器装备的型号不能写进档案。可以写“轮式装甲车驾驶”“航空机务”。",
        }
    }
}

/// A phrase that gives away a unit, a place or a weapon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// In the text, in characters.
    pub span: Range<usize>,
    pub kind: Kind,
    /// The row of the table that found it.
    pub code: &'static str,
}

impl Finding {
    /// What was found, as it stands in `text`.
    pub fn matched<'t>(&self, text: &'t str) -> &'t str {
        let byte = |index: usize| text.char_indices().nth(index).map_or(text.len(), |(at, _)| at);
        &text[byte(self.span.start)..byte(self.span.end)]
    }
}

/// Every designation in a text, in order of place; of two that overlap, the one that begins first.
pub fn unit_designations(text: &str) -> Vec<Finding> {
    let mut findings = vec![];
    for view in disguise::views(text) {
        for hit in TABLES.rules.read(&view) {
            let (kind, code, _) = RULES[hit.row];
            findings.push(Finding { span: hit.span, kind, code });
        }
        for hit in TABLES.named.read(&view) {
            let (kind, code, stem, _) = NAMED[hit.row];
            let finding = Finding { span: hit.span, kind, code };
            // The name is looked up as it was written too: numerals in it (三亚) were changed in the view.
            let [name, suffix] = hit.groups[..] else { continue };
            let whole = finding.matched(text);
            let written: String =
                whole.chars().take(finding.span.len().saturating_sub(suffix.chars().count())).collect();
            if let Some(skipped) = name_start(&written, stem).or_else(|| name_start(name, stem)) {
                findings.push(Finding { span: finding.span.start + skipped..finding.span.end, ..finding });
            }
        }
    }
    without_overlaps(findings, |finding| finding.span.clone())
}

/// How many characters stand before the name of a division that a text ends with (在湛江: 1).
fn name_start(text: &str, stem: Stem) -> Option<usize> {
    let text = text.trim_end_matches('号');
    let names = text.char_indices().map(|(at, _)| &text[at..]);
    names.enumerate().find(|(_, name)| names_division(name, stem)).map(|(skipped, _)| skipped)
}

fn names_division(name: &str, stem: Stem) -> bool {
    Division::find(name).into_iter().any(|division| {
        division.name().starts_with(name) && (stem == Stem::AnyDivision || division.level() != Level::Province)
    })
}

struct Tables {
    rules: Reader,
    named: Reader,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    rules: Reader::new(RULES.iter().map(|(_, _, phrase)| phrase)),
    named: Reader::new(NAMED.iter().map(|(_, _, _, phrase)| phrase)),
});

#[cfg(test)]
mod tests;
