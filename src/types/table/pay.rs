//! Pay as people write it into a cell or a title: 5000-8000元/月, 6-8千, 一万二, 1-1.5万·13薪, 底薪3000+提成,
//! 200元/天, 8k-12k/month, 面议.
//!
//! The first amount or range that stands in the text is the pay, with the period beside it; what is added to it
//! (+提成), remarks and brackets are left out. Nothing is guessed: an amount that could be a day's, a month's or a
//! year's needs its period, and one without a lower end (8000以下) is refused. What an hour, a day or a year is in a
//! month is [`Pay::per_month`]'s, under a dated notice.

use std::sync::LazyLock;

use regex::Regex;

use crate::types::identifiers::half_width;
use crate::types::money::{Fen, Pay, PayUnit};

use super::cells::{CellError, short};

/// Fen of an amount that is a month's when nothing else is said: 200 alone could be a day's, 120000 a year's.
const MONTH: std::ops::Range<i64> = 100_000..10_000_000;

/// Reads a pay; `None` is 面议.
///
/// # Errors
/// `pay`: no amount, or one that is no pay; `pay_unit`: an amount that does not say of what.
pub fn read(text: &str) -> Result<Option<Pay>, CellError> {
    let folded = fold(text);
    let error = || CellError::new("pay", format!("“{}”看不懂，请写成 5000-8000元/月、200元/天 或 面议", short(text)));
    let Some(stated) = stated(&folded) else {
        let is_open = AGREED.iter().any(|word| folded.contains(word)) && !folded.contains(|c: char| c.is_ascii_digit());
        return if is_open { Ok(None) } else { Err(error()) };
    };
    let unit = match stated.period {
        Some(period) => period,
        None if MONTH.contains(&stated.low) => PayUnit::Month,
        None => {
            let detail = format!("“{}”没有写明按什么计，请加上 /月、/天、/小时 或 /年", short(text));
            return Err(CellError::new("pay_unit", detail));
        }
    };
    let pay = Pay::new(Fen::new(stated.low), Fen::new(stated.high), unit, stated.months);
    pay.map(Some).map_err(|_| CellError::new("pay", format!("“{}”的下限高于上限或为零，请核对", short(text))))
}

/// The pay that a title states beside the work (保安 8K-12K·13薪); `None` where it states none for certain: a number
/// without a sign of money may be anything.
pub fn in_title(title: &str) -> Option<Pay> {
    let stated = stated(&fold(title)).filter(|stated| stated.is_marked)?;
    let unit = stated.period.or(MONTH.contains(&stated.low).then_some(PayUnit::Month))?;
    Pay::new(Fen::new(stated.low), Fen::new(stated.high), unit, stated.months).ok()
}

/// A pay that [`read`] reads back.
pub fn text(pay: Pay) -> String {
    let unit = match pay.unit() {
        PayUnit::Hour => "小时",
        PayUnit::Day => "天",
        PayUnit::Week => "周",
        PayUnit::Month => "月",
        PayUnit::Year => "年",
        PayUnit::Piece => "件",
    };
    let amounts = if pay.min() == pay.max() {
        amount_text(pay.min())
    } else {
        format!("{}-{}", amount_text(pay.min()), amount_text(pay.max()))
    };
    let months = pay.months_per_year().map(|months| format!("·{months}薪")).unwrap_or_default();
    format!("{amounts}元/{unit}{months}")
}

fn amount_text(amount: Fen) -> String {
    let (yuan, cents) = (amount.fen() / 100, amount.fen() % 100);
    if cents == 0 { yuan.to_string() } else { format!("{yuan}.{cents:02}") }
}

const AGREED: [&str; 7] = ["面议", "待议", "面谈", "协商", "可谈", "negotiable", "tbd"];

/// What a text states, in fen.
struct Stated {
    low: i64,
    high: i64,
    period: Option<PayUnit>,
    months: Option<u8>,
    /// Whether a sign of money stands by it: 元, 千, k, a period.
    is_marked: bool,
}

fn stated(folded: &str) -> Option<Stated> {
    let plain = NUMBERS_OF_OTHER_THINGS.replace_all(folded, " ");
    let plain = BRACKETS.replace_all(&plain, " ");
    let (plain, months) = months_per_year(&plain);
    // Without a lower end, or in other money, it is not known.
    if ["以下", "以内", "不超过", "最高", "$", "usd", "美元", "港币", "欧元"].iter().any(|word| plain.contains(word))
    {
        return None;
    }
    let start = plain.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = plain.split_at(start);
    let mut scan = Scan { rest };
    let range = scan.range()?;
    // 月薪6000: the word before the amount, where none stands behind it.
    let named = PERIODS_BEFORE.iter().find(|(word, _)| before.trim_end_matches([' ', ':', '约', '¥']).ends_with(word));
    let period = range.period.or(named.map(|(_, unit)| *unit));
    let is_marked = range.is_marked || period.is_some() || months.is_some();
    Some(Stated { low: range.low, high: range.high, period, months, is_marked })
}

/// Half-width, lower case, single blanks, Chinese numbers as digits, and no signs inside of numbers.
fn fold(text: &str) -> String {
    let halved: String = text.chars().map(half_width).collect::<String>().to_lowercase();
    let signs = halved.replace(['￥', '¥'], "").replace("rmb", "").replace("cny", "").replace("人民币", "");
    let grouped = GROUPS.replace_all(&signs, "$1$2");
    let numbers = CHINESE_NUMBERS.replace_all(&grouped, arabic);
    numbers.split_whitespace().collect::<Vec<_>>().join(" ")
}

static GROUPS: LazyLock<Regex> = LazyLock::new(|| rule("([0-9]),([0-9]{3})"));
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| rule(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】"));
/// Chinese numbers, and ranges of them.
static CHINESE_NUMBERS: LazyLock<Regex> =
    LazyLock::new(|| rule("([一二两三四五六七八九十百千万零〇]+)(?:([-~至到])([一二两三四五六七八九十百千万零〇]+))?"));
/// Numbers that are no pay: hours, days of rest, how many are wanted, ages, insurances.
static NUMBERS_OF_OTHER_THINGS: LazyLock<Regex> = LazyLock::new(|| {
    rule(
        "(?:月休|周休|休|做|上|工作)[0-9]+(?:天|休[0-9]+)|[0-9]+天[0-9]+小时|[0-9]+(?:-[0-9]+)?(?:个月|人|名|岁|险|点|小时制|年经验|年以上)|每天[0-9]+(?:-[0-9]+)?小时|(?:^|[ ,、/])[0-9]{1,2}小时(?:$|[ ,、/+])",
    )
});

/// 一万二 → 12000, 六到八千 → 6千到8千, 8千五 → 8千5; 周一 and 五险一金 stay.
fn arabic(found: &regex::Captures<'_>) -> String {
    let one = |text: &str| match number(text) {
        Some(number) => number.to_string(),
        None => tail(text),
    };
    let (Some(dash), Some(high)) = (found.get(2), found.get(3)) else { return one(&found[1]) };
    let (low, dash, high) = (&found[1], dash.as_str(), high.as_str());
    match (digit(low), number(high)) {
        // The lower end takes the unit of the upper one.
        (Some(low), Some(high)) => match [(10_000, '万'), (1_000, '千')].into_iter().find(|(size, _)| high % size == 0)
        {
            Some((size, unit)) => format!("{low}{unit}{dash}{}{unit}", high / size),
            None => format!("{low}{dash}{high}"),
        },
        _ => format!("{}{dash}{}", one(low), one(high)),
    }
}

/// A single digit other than zero.
fn digit(text: &str) -> Option<u64> {
    let mut chars = text.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return None };
    let found = "一二三四五六七八九".chars().position(|one| one == c).map(|at| at as u64 + 1);
    found.or((c == '两').then_some(2))
}

/// The value of a Chinese number that has a unit in it and begins with no unit but ten.
fn number(text: &str) -> Option<u64> {
    let unit = |c: char| match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' => Some(10_000),
        _ => None,
    };
    if !text.contains(['十', '百', '千', '万'])
        || text.starts_with(['百', '千', '万', '零', '〇'])
        || text.chars().count() > 9
    {
        return None;
    }
    let (mut total, mut open, mut last) = (0_u64, None, 10);
    for c in text.chars() {
        match unit(c) {
            Some(10_000) => (total, open, last) = ((total + open.unwrap_or(0)).checked_mul(10_000)?, None, 10_000),
            Some(size) => (total, open, last) = (total + open.unwrap_or(1) * size, None, size),
            // After a zero a digit stands for itself.
            None => match digit(c.encode_utf8(&mut [0; 4])) {
                Some(found) => open = Some(found),
                None => last = 10,
            },
        }
    }
    // 一万二: the digit after a unit counts the next lower one.
    Some(total + open.map_or(0, |found| found * last / 10))
}

/// 千五 behind an 8.
fn tail(text: &str) -> String {
    if !text.starts_with(['千', '万']) {
        return text.to_owned();
    }
    text.chars().map(|c| digit(c.encode_utf8(&mut [0; 4])).map_or(c.to_string(), |found| found.to_string())).collect()
}

/// Takes 13薪 out of a text; 年薪 and 月薪 stay. Of 13-15薪 the lower is sure.
fn months_per_year(text: &str) -> (String, Option<u8>) {
    let months =
        MONTHS.captures(text).and_then(|found| found[2].parse().ok()).filter(|months| (12..=24).contains(months));
    match months {
        Some(months) => (MONTHS.replace(text, "$1 ").into_owned(), Some(months)),
        None => (text.to_owned(), None),
    }
}

static MONTHS: LazyLock<Regex> = LazyLock::new(|| rule("(^|[^0-9])[·*x×.,，、/ ]*([0-9]{2})(?:[-~][0-9]{2})?薪"));

/// After an amount, longest first; a stroke or 每 may stand before.
const PERIODS_AFTER: &[(&str, PayUnit)] = &[
    ("个小时", PayUnit::Hour),
    ("小时", PayUnit::Hour),
    ("hour", PayUnit::Hour),
    ("hr", PayUnit::Hour),
    ("时", PayUnit::Hour),
    ("h", PayUnit::Hour),
    ("天", PayUnit::Day),
    ("日", PayUnit::Day),
    ("day", PayUnit::Day),
    ("星期", PayUnit::Week),
    ("周", PayUnit::Week),
    ("week", PayUnit::Week),
    ("个月", PayUnit::Month),
    ("月", PayUnit::Month),
    ("month", PayUnit::Month),
    ("mo", PayUnit::Month),
    ("年", PayUnit::Year),
    ("year", PayUnit::Year),
    ("yr", PayUnit::Year),
    ("件", PayUnit::Piece),
    ("单", PayUnit::Piece),
];

/// Right before an amount.
const PERIODS_BEFORE: &[(&str, PayUnit)] = &[
    ("时薪", PayUnit::Hour),
    ("每小时", PayUnit::Hour),
    ("日薪", PayUnit::Day),
    ("日结", PayUnit::Day),
    ("每天", PayUnit::Day),
    ("周薪", PayUnit::Week),
    ("每周", PayUnit::Week),
    ("月薪", PayUnit::Month),
    ("月入", PayUnit::Month),
    ("每月", PayUnit::Month),
    ("年薪", PayUnit::Year),
    ("年入", PayUnit::Year),
    ("每年", PayUnit::Year),
    ("计件", PayUnit::Piece),
    ("每件", PayUnit::Piece),
];

struct Range {
    low: i64,
    high: i64,
    period: Option<PayUnit>,
    is_marked: bool,
}

/// An amount in hundredths, and the unit that stands behind it: 千, k, 万, w.
#[derive(Clone, Copy)]
struct Amount {
    hundredths: i64,
    unit: Option<i64>,
}

/// The unit of 1万2, which is counted already.
const COMPOUND: i64 = 1;

impl Amount {
    fn fen(self, unit: Option<i64>) -> Option<i64> {
        self.hundredths.checked_mul(unit.unwrap_or(1))
    }
}

/// Reads from the left of what is left.
struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
    /// Lower and upper amount. The unit of the upper one holds for the lower one when that has none: 6-8千 is 6000
    /// to 8000.
    fn range(&mut self) -> Option<Range> {
        let low = self.amount()?;
        let mut is_marked = self.currency() | low.unit.is_some();
        let mut period = self.period(is_marked);
        let single = Range { low: low.fen(low.unit)?, high: low.fen(low.unit)?, period, is_marked };
        if !self.takes_dash() {
            return Some(single);
        }
        let high = self.amount()?;
        is_marked |= self.currency() | high.unit.is_some();
        period = self.period(is_marked).or(period);
        // 1-2-3万 is no range.
        if self.takes_dash() && self.amount().is_some() {
            return None;
        }
        // 6000-1.2万: what is a month's pay by itself needs no unit of another; 8-1万2 is 8 of nothing.
        let unit = match (low.unit, high.unit) {
            (None, Some(COMPOUND)) if low.hundredths < MONTH.start => return None,
            (None, Some(_)) if low.hundredths >= MONTH.start => None,
            (own, other) => own.or(other),
        };
        Some(Range { low: low.fen(unit)?, high: high.fen(high.unit)?, period, is_marked })
    }

    fn amount(&mut self) -> Option<Amount> {
        self.blanks();
        let whole = self.digits();
        let cents = if self.takes(".") { self.digits() } else { "" };
        if whole.is_empty() || whole.len() > 9 || cents.len() > 2 {
            return None;
        }
        let hundredths = whole.parse::<i64>().ok()? * 100 + format!("{cents:0<2}").parse::<i64>().ok()?;
        self.blanks();
        let unit = self.unit();
        // 1万2, 1万2千, 8千5.
        let Some(size) = unit.filter(|_| cents.is_empty()) else { return Some(Amount { hundredths, unit }) };
        let tail = self.rest;
        let lower = self.digits();
        if lower.is_empty() {
            return Some(Amount { hundredths, unit });
        }
        let (of, is_plain) = (self.unit(), lower.len() == 1);
        let added = match of {
            Some(of) if of < size && is_plain => of,
            None if is_plain && !self.rest.starts_with('.') => size / 10,
            _ => {
                self.rest = tail;
                return Some(Amount { hundredths, unit });
            }
        };
        let sum = (hundredths * size).checked_add(lower.parse::<i64>().ok()? * 100 * added)?;
        Some(Amount { hundredths: sum, unit: Some(COMPOUND) })
    }

    fn digits(&mut self) -> &'a str {
        let end = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        digits
    }

    fn unit(&mut self) -> Option<i64> {
        let (name, size) = [("千", 1_000), ("k", 1_000), ("万", 10_000), ("w", 10_000)]
            .into_iter()
            .find(|(name, _)| self.rest.starts_with(name))?;
        let after = &self.rest[name.len()..];
        // 5kg and 10kv are no amounts.
        if name.is_ascii() && after.starts_with(|c: char| c.is_ascii_lowercase()) {
            return None;
        }
        self.rest = after;
        Some(size)
    }

    fn currency(&mut self) -> bool {
        self.blanks();
        ["元", "块钱", "块", "yuan"].into_iter().any(|word| self.takes(word))
    }

    /// /月, 每天, 一个小时, per month; a period must stand right there. Without a stroke it needs money before it: 24小时 is
    /// when a shop is open.
    fn period(&mut self, is_money: bool) -> Option<PayUnit> {
        let before = self.rest;
        self.blanks();
        let is_led = ["/", "每", "一", "per ", "a "].into_iter().any(|word| self.takes(word));
        self.blanks();
        let found = PERIODS_AFTER.iter().find(|(word, _)| {
            let after = self.rest.strip_prefix(word);
            // Latin words stand whole and after a stroke: 8h is a working day.
            after
                .is_some_and(|after| !word.is_ascii() || is_led && !after.starts_with(|c: char| c.is_ascii_lowercase()))
        });
        // Without a stroke, only what cannot be of another thing: 5000元月 is, 6000月休 is not.
        let found =
            found.filter(|(word, _)| is_led || !self.rest[word.len()..].starts_with(['休', '结', '薪', '底', '假']));
        match found {
            Some((word, unit)) if is_led || is_money => {
                self.rest = &self.rest[word.len()..];
                Some(*unit)
            }
            _ => {
                self.rest = before;
                None
            }
        }
    }

    fn takes_dash(&mut self) -> bool {
        self.blanks();
        let rest = self.rest.trim_start_matches(['-', '~', '—', '–', '－', '―', '至', '到', ' ']);
        let is_dash = rest.len() < self.rest.len() && rest.starts_with(|c: char| c.is_ascii_digit());
        if is_dash {
            self.rest = rest;
        }
        is_dash
    }

    fn takes(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
    }
}

fn rule(text: &str) -> Regex {
    Regex::new(text).expect("a rule of ours compiles")
}
