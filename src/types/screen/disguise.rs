//! Opens what people write so that a screen does not see it: 第三 八·集團軍, ３Ｏ１旅, 幺洞五旅, ①⑦⑨旅.
//!
//! A text is seen twice, as it is written and closed up (without spaces, dots and brackets between its
//! parts). In both, numbers are Arabic, letters small and half-width, and traditional characters
//! simplified. Each character keeps the place where it stood.

use std::ops::Range;

use crate::types::identifiers::half_width;
use crate::types::phrases::View;
use crate::types::text;

type Chars = Vec<(char, Range<usize>)>;

/// As written, and closed up.
pub(super) fn views(text: &str) -> [View; 2] {
    let plain = plain(text);
    let closed: Chars = plain.iter().filter(|(c, _)| !is_filler(*c)).cloned().collect();
    [View::of(with_numbers(plain)), View::of(with_numbers(closed))]
}

/// As written, in plain characters and Arabic numbers; also for the screen of positions.
pub fn view(text: &str) -> View {
    View::of(with_numbers(plain(text)))
}

fn plain(text: &str) -> Chars {
    text.chars().enumerate().flat_map(|(i, c)| opened(c).map(move |c| (c, i..i + 1))).collect()
}

/// The plain form of one character; nothing for one that does not show.
fn opened(c: char) -> impl Iterator<Item = char> {
    let c = half_width(c);
    let text: &'static str = match c {
        'Ⅱ' | 'ⅱ' => "ii",
        'Ⅲ' | 'ⅲ' => "iii",
        'Ⅳ' | 'ⅳ' => "iv",
        _ => "",
    };
    let one = if text.is_empty() && !is_invisible(c) { Some(single(c)) } else { None };
    text.chars().chain(one)
}

fn single(c: char) -> char {
    let digit = |first: u32, value: u32| char::from_digit((c as u32 - first) + value, 10).unwrap_or(c);
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '①'..='⑨' => digit('①' as u32, 1),
        '⑴'..='⑼' => digit('⑴' as u32, 1),
        '⒈'..='⒐' => digit('⒈' as u32, 1),
        '❶'..='❾' => digit('❶' as u32, 1),
        '⓪' => '0',
        '₀'..='₉' => digit('₀' as u32, 0),
        '⁴'..='⁹' => digit('⁴' as u32, 4),
        '\u{1D7CE}'..='\u{1D7FF}' => char::from_digit((c as u32 - 0x1D7CE) % 10, 10).unwrap_or(c),
        'Ⅰ' | 'ⅰ' => 'i',
        'Ⅴ' | 'ⅴ' => 'v',
        _ => SIMPLIFIED.iter().find(|(traditional, _)| *traditional == c).map_or(c, |(_, simple)| *simple),
    }
}

/// The traditional characters of the words in the rules.
const SIMPLIFIED: &[(char, char)] = &[
    ('軍', '军'),
    ('團', '团'),
    ('營', '营'),
    ('連', '连'),
    ('師', '师'),
    ('號', '号'),
    ('艦', '舰'),
    ('隊', '队'),
    ('東', '东'),
    ('風', '风'),
    ('殲', '歼'),
    ('轟', '轰'),
    ('運', '运'),
    ('彈', '弹'),
    ('導', '导'),
    ('潛', '潜'),
    ('戰', '战'),
    ('陸', '陆'),
    ('衛', '卫'),
    ('總', '总'),
    ('驅', '驱'),
    ('護', '护'),
    ('機', '机'),
    ('達', '达'),
    ('陣', '阵'),
    ('邊', '边'),
    ('砲', '炮'),
    ('裝', '装'),
    ('偵', '侦'),
    ('紅', '红'),
    ('鷹', '鹰'),
    ('擊', '击'),
    ('長', '长'),
    ('劍', '剑'),
    ('貳', '二'),
    ('參', '三'),
    ('萬', '万'),
];

/// Does not show, or only decorates the character before it.
fn is_invisible(c: char) -> bool {
    text::is_invisible(c) || text::is_control(c) || c == '\u{20E3}'
}

/// What is put between the parts of a designation; the marks that separate sentences and the items of a
/// list (，。；、 and line ends) are not among them.
fn is_filler(c: char) -> bool {
    let mark = "-_.·•*~|/\\+'\"`^=#@()[]{}<>【】《》〈〉「」『』〔〕“”‘’–—―－…・‧∙";
    (c.is_whitespace() && c != '\n' && c != '\r') || mark.contains(c)
}

/// Writes numbers in Arabic digits: 三十八 and 三八 are both 38. The numerals of military radio
/// (幺两三四五六拐八勾洞) count only in a row of three or more; else 拐 and 洞 are words.
fn with_numbers(chars: Chars) -> Chars {
    let chars = with_letters_as_digits(chars);
    let mut out: Chars = Vec::with_capacity(chars.len());
    let mut at = 0;
    while at < chars.len() {
        let end = at + chars[at..].iter().take_while(|(c, _)| numeral(*c, true).is_some()).count();
        if end == at {
            out.push(chars[at].clone());
            at += 1;
            continue;
        }
        let run = &chars[at..end];
        if run.len() >= 3 || run.iter().all(|(c, _)| numeral(*c, false).is_some()) {
            write_number(run, &mut out);
        } else {
            out.extend(run.iter().map(|(c, place)| (digit(*c), place.clone())));
        }
        at = end;
    }
    out
}

/// A run of numerals as digits. All digits of a number with 十 or 百 point at the whole run.
fn write_number(run: &[(char, Range<usize>)], out: &mut Chars) {
    let numerals: Vec<Numeral> = run.iter().filter_map(|(c, _)| numeral(*c, true)).collect();
    match positional(&numerals) {
        Some(value) => {
            let place = run[0].1.start..run[run.len() - 1].1.end;
            out.extend(value.to_string().chars().map(|c| (c, place.clone())));
        }
        None => out.extend(run.iter().map(|(c, place)| {
            let value = numeral(*c, true);
            let c = match value {
                Some(Numeral::Digit(value)) => char::from_digit(value, 10).unwrap_or(*c),
                _ => *c,
            };
            (c, place.clone())
        })),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Numeral {
    Digit(u32),
    Unit(u32),
}

fn numeral(c: char, radio: bool) -> Option<Numeral> {
    use Numeral::*;
    Some(match c {
        '0'..='9' => Digit(c as u32 - '0' as u32),
        '〇' | '零' | '○' => Digit(0),
        '一' | '壹' => Digit(1),
        '二' | '贰' => Digit(2),
        '三' | '叁' => Digit(3),
        '四' | '肆' => Digit(4),
        '五' | '伍' => Digit(5),
        '六' => Digit(6),
        '七' | '柒' => Digit(7),
        '八' | '捌' => Digit(8),
        '九' | '玖' => Digit(9),
        '十' | '拾' => Unit(10),
        '百' | '佰' => Unit(100),
        '幺' if radio => Digit(1),
        '两' if radio => Digit(2),
        '拐' if radio => Digit(7),
        '勾' if radio => Digit(9),
        '洞' if radio => Digit(0),
        _ => return None,
    })
}

fn digit(c: char) -> char {
    match numeral(c, false) {
        Some(Numeral::Digit(value)) => char::from_digit(value, 10).unwrap_or(c),
        _ => c,
    }
}

/// The value of 三十八, 十二, 一百七十九; `None` when there is no 十 or 百 or they stand in no order.
fn positional(numerals: &[Numeral]) -> Option<u32> {
    let mut value = 0;
    let mut pending = None;
    let mut unit_before = 1000;
    let mut units = 0;
    for numeral in numerals {
        match *numeral {
            // A zero only fills a gap: 一百零五.
            Numeral::Digit(0) if pending.is_none() && units > 0 => {}
            Numeral::Digit(digit) if pending.is_none() => pending = Some(digit),
            Numeral::Digit(_) => return None,
            Numeral::Unit(unit) if unit < unit_before => {
                value += pending.take().unwrap_or(1) * unit;
                unit_before = unit;
                units += 1;
            }
            Numeral::Unit(_) => return None,
        }
    }
    (units > 0).then(|| value + pending.unwrap_or(0))
}

/// 3O1 and l79: a letter that looks like a digit and stands beside one, but beside no other letter.
fn with_letters_as_digits(mut chars: Chars) -> Chars {
    let is_digit = |c: Option<char>| c.is_some_and(|c| matches!(numeral(c, false), Some(Numeral::Digit(_))));
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    for i in 0..chars.len() {
        let value = match chars[i].0 {
            'o' => '0',
            'l' | 'i' => '1',
            _ => continue,
        };
        let before = i.checked_sub(1).map(|j| chars[j].0);
        let after = chars.get(i + 1).map(|(c, _)| *c);
        if (is_digit(before) || is_digit(after)) && !is_letter(before) && !is_letter(after) {
            chars[i].0 = value;
        }
    }
    chars
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(text: &str) -> String {
        views(text)[1].text().to_owned()
    }

    #[test]
    fn numbers_become_arabic() {
        for (text, opened) in [
            ("第三十八集團軍", "第38集团军"),
            ("三八集团军", "38集团军"),
            ("一七九旅", "179旅"),
            ("一百七十九旅", "179旅"),
            ("一百零五旅", "105旅"),
            ("十二旅", "12旅"),
            ("二十旅", "20旅"),
            ("３ 营.２ 连", "3营2连"),
            ("①⑦⑨旅", "179旅"),
            ("𝟏𝟕𝟗旅", "179旅"),
            ("3️⃣8️⃣集团军", "38集团军"),
            ("l79旅、1o5旅", "179旅、105旅"),
            ("幺洞五旅", "105旅"),
            ("山洞、拐弯", "山洞、拐弯"),
            ("09Ⅲ", "09iii"),
            ("09III型", "09iii型"),
            ("百十人", "110人"),
            ("第【38】集-团-军", "第38集团军"),
            ("甲，乙\n丙", "甲,乙\n丙"),
        ] {
            assert_eq!(closed(text), opened, "{text}");
        }
    }
}
