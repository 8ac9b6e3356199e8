//! Pay, degree, shift, housing and preference: one field of the position against one of the person.

use super::{Finding, WHOLE, line};
use crate::{PartKind, Seeker, Shift, Vacancy, Verdict};

/// The top of the range falls short of what is wanted by at most a tenth: worth talking about.
const PAY_CLOSE: u32 = 300;
/// The least for a range that reaches what is wanted only at its top.
const PAY_WITHIN_MIN: u32 = 500;

pub(super) fn pay(seeker: &Seeker, vacancy: &Vacancy) -> Option<Finding> {
    let kind = PartKind::Pay;
    let (low, high) = vacancy.pay_fen_month?;
    let (low, high) = (low.min(high).max(0), low.max(high).max(0));
    let asked = format!("{low}-{high}");
    let Some(wanted) = seeker.pay_fen_month_min else {
        let line = line(kind, Verdict::Unknown, "pay_unknown").asked(asked);
        return Some(Finding::unknown(line, "pay_fen_month_min", None));
    };
    let found = |verdict, code: &str| {
        Some(Finding::known(pay_credit(wanted, low, high), line(kind, verdict, code).asked(&asked).has(wanted)))
    };
    if wanted <= low {
        found(Verdict::Met, "pay_meets")
    } else if wanted <= high {
        found(Verdict::Partly, "pay_within")
    } else if is_close(wanted, high) {
        found(Verdict::Partly, "pay_close")
    } else {
        found(Verdict::Missing, "pay_below")
    }
}

/// Thousandths for a range from `low` to `high` to somebody who wants at least `wanted`.
pub(crate) fn pay_credit(wanted: i64, low: i64, high: i64) -> u32 {
    if wanted <= low {
        WHOLE
    } else if wanted <= high {
        // i128: the range comes from outside and may hold any number.
        let span = (i128::from(WHOLE - PAY_WITHIN_MIN)) * i128::from(high - wanted);
        let share = span / i128::from(high - low).max(1);
        PAY_WITHIN_MIN + share as u32
    } else if is_close(wanted, high) {
        PAY_CLOSE
    } else {
        0
    }
}

fn is_close(wanted: i64, high: i64) -> bool {
    i128::from(high) * 10 >= i128::from(wanted) * 9
}

pub(super) fn degree(seeker: &Seeker, vacancy: &Vacancy) -> Option<Finding> {
    let kind = PartKind::Degree;
    let asked = vacancy.degree_min.filter(|rank| *rank > 0)?;
    let Some(held) = seeker.degree else {
        let line = line(kind, Verdict::Unknown, "degree_unknown").asked(asked);
        return Some(Finding::unknown(line, "degree", None));
    };
    if held >= asked {
        let line = line(kind, Verdict::Met, "degree_met");
        Some(Finding::known(WHOLE, line.asked(asked).has(held)))
    } else {
        let line = line(kind, Verdict::Missing, "degree_below");
        Some(Finding::blocked(line.asked(asked).has(held)))
    }
}

pub(super) fn shift(seeker: &Seeker, vacancy: &Vacancy) -> Option<Finding> {
    let kind = PartKind::Shift;
    let asked = vacancy.shift?;
    let name = shift_name(asked);
    let answer = seeker.shifts.iter().find(|(shift, _)| *shift == asked).map(|(_, yes)| *yes);
    Some(match answer {
        None => {
            let line = line(kind, Verdict::Unknown, "shift_unknown").asked(name);
            Finding::unknown(line, "shifts", Some(name.to_owned()))
        }
        Some(true) => Finding::known(WHOLE, line(kind, Verdict::Met, "shift_accepted").asked(name)),
        Some(false) => Finding::known(0, line(kind, Verdict::Missing, "shift_refused").asked(name)),
    })
}

/// The shift as it stands in data.
pub(crate) fn shift_name(shift: Shift) -> &'static str {
    match shift {
        Shift::Day => "day",
        Shift::Night => "night",
        Shift::Rotating => "rotating",
        Shift::Flexible => "flexible",
    }
}

/// A position that does not say whether it houses people cannot be judged by asking the person, so
/// the part is left out.
pub(super) fn housing(seeker: &Seeker, vacancy: &Vacancy) -> Option<Finding> {
    let kind = PartKind::Housing;
    let offered = vacancy.housing?;
    let found = |credit, verdict, code: &str| Finding::known(credit, line(kind, verdict, code).asked(offered));
    Some(match (seeker.housing_needed, offered) {
        (None, _) => {
            let line = line(kind, Verdict::Unknown, "housing_unknown").asked(offered);
            Finding::unknown(line, "housing_needed", None)
        }
        (Some(false), _) => found(WHOLE, Verdict::Met, "housing_not_needed"),
        (Some(true), true) => found(WHOLE, Verdict::Met, "housing_offered"),
        (Some(true), false) => found(0, Verdict::Missing, "housing_absent"),
    })
}

pub(super) fn preference(vacancy: &Vacancy) -> Option<Finding> {
    let line = line(PartKind::Preference, Verdict::Met, "veterans_preferred");
    vacancy.veteran_preference.then(|| Finding::known(WHOLE, line))
}
