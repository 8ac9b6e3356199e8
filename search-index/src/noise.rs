//! Noise (招聘噪声) of titles: what stands over a posting to catch the eye and says nothing of the work.
//!
//! Two dictionaries hold it: `stop_words.txt` words as they are (急招, 五险一金), `title_noise.tsv` what no list of
//! words can hold (8K-12K·13薪, 招10名). Not here: what a title means, and the facts that noise repeats – pay,
//! shift and housing are read from their own fields, never from a title.

use regex::Regex;

use crate::dictionary::{BadRow, lines, rows};
use crate::phrases::Phrases;
use crate::tokenize::{TITLE_CHARS_MAX, fold, is_han, is_word, runs};

const FILE: &str = "title_noise.tsv";

/// Both dictionaries, ready to be found.
pub(crate) struct Noise {
    phrases: Phrases,
    /// All rows as one; `None` where there is none.
    patterns: Option<Regex>,
}

impl Noise {
    /// # Errors
    /// The first row that is no regular expression, finds nothing in its own example, or leaves something
    /// else of it than it says.
    pub fn read(stop_words: &str, title_noise: &str) -> Result<Noise, BadRow> {
        let mut phrases = Phrases::default();
        for (number, phrase) in lines(stop_words).enumerate() {
            phrases.insert(phrase, number as u32);
        }
        let all = rows::<4>(FILE, title_noise)?;
        for row in &all {
            let [pattern, example, ..] = row.columns;
            let own = Regex::new(pattern).map_err(|_| row.bad(format!("{pattern} is no regular expression")))?;
            if !own.is_match(&fold(example, TITLE_CHARS_MAX)) {
                return Err(row.bad(format!("finds nothing in {example}")));
            }
        }
        let joined = all.iter().map(|row| format!("(?:{})", row.columns[0])).collect::<Vec<_>>().join("|");
        let patterns = (!all.is_empty()).then(|| Regex::new(&joined)).transpose();
        let patterns = patterns.map_err(|_| BadRow { file: FILE, line: 1, why: "too large as a whole".to_owned() })?;
        let noise = Noise { phrases, patterns };
        for row in &all {
            let [_, example, remains, why] = row.columns;
            let left = noise.bare(example);
            if left != remains {
                return Err(row.bad(format!("leaves {left} of {example}, {remains} expected")));
            }
            if why.is_empty() {
                return Err(row.bad("does not say why"));
            }
        }
        Ok(noise)
    }

    /// Folded text without the words of `stop_words.txt`: a search keeps its numbers.
    pub fn without_words(&self, folded: &str) -> String {
        self.phrases.remove(folded)
    }

    /// A title as it is compared: without brackets, which hold the place, the pay and the benefits far more
    /// often than the work, and without noise; the whole title where nothing else is left.
    pub fn clean(&self, text: &str) -> String {
        let folded = fold(text, TITLE_CHARS_MAX);
        let kept = self.without(&without_brackets(&folded));
        if runs(&kept).is_empty() { folded.trim().to_owned() } else { kept }
    }

    /// A title without noise that keeps what brackets hold beside it: 行业客户经理（金融） is another job than
    /// 行业客户经理（汽配）. The whole title where nothing else is left.
    pub fn bare(&self, text: &str) -> String {
        let folded = fold(text, TITLE_CHARS_MAX);
        // Noise first: a number of a posting is one by its brackets.
        let kept = self.without(&folded);
        let kept: String = kept.chars().map(|c| if is_bracket(c) { ' ' } else { c }).collect();
        let kept = tidy(&kept);
        if runs(&kept).is_empty() { folded.trim().to_owned() } else { kept }
    }

    fn without(&self, folded: &str) -> String {
        let kept = match &self.patterns {
            Some(patterns) => self.phrases.remove(&patterns.replace_all(folded, " ")),
            None => self.phrases.remove(folded),
        };
        tidy(&kept)
    }
}

/// Single spaces, and no sign left over at either end; the signs of C++ and C# are part of it.
fn tidy(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let stands = |c: char| is_han(c) || is_word(c);
    let joined = joined.trim_start_matches(|c: char| !stands(c) && !is_bracket(c));
    let end = joined.trim_end_matches(|c: char| !stands(c) && !is_bracket(c));
    let signs = if end.ends_with(|c: char| c.is_ascii_alphabetic()) {
        joined[end.len()..].len() - joined[end.len()..].trim_start_matches(['+', '#']).len()
    } else {
        0
    };
    joined[..end.len() + signs].to_owned()
}

fn is_bracket(c: char) -> bool {
    opens(c) || closes(c)
}

fn opens(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '【' | '〔' | '「' | '<' | '《')
}

fn closes(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '】' | '〕' | '」' | '>' | '》')
}

fn without_brackets(folded: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            c if opens(c) => depth += 1,
            c if closes(c) => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dictionary::Dictionaries;

    fn noise() -> Noise {
        let all = Dictionaries::EMBEDDED;
        Noise::read(all.stop_words, all.title_noise).unwrap()
    }

    #[test]
    fn a_title_is_left_with_its_work() {
        let noise = noise();
        let check = |text: &str, expected: &str| assert_eq!(noise.clean(text), expected, "{text}");
        check("急招！月入过万 五险一金 包吃住 保安（双休）8K-12K·13薪", "保安");
        check("【急聘】保安员 月薪6000-8000元/月＋包吃住", "保安员");
        check("🔥高薪诚聘🔥电工（平湖）招10名", "电工");
        check("Ｊａｖａ开发工程师（杭州）１５Ｋ－２５Ｋ", "java开发工程师");
        check("普工 23元/小时 日结", "普工");
        check("C++开发工程师", "c++开发工程师");
        check("嵌入式C++", "嵌入式c++");
        check("保安日结213一天管住", "保安");
        // 招 alone stays: it begins 招商经理 and 招聘专员, too.
        check("招普工/操作工-月入7000", "招普工/操作工");
        check("榆次全职骑手-六险一金", "榆次全职骑手");
    }

    #[test]
    fn what_says_which_work_stays() {
        let noise = noise();
        for title in [
            "a2牵引车驾驶员",
            "3d打印技师",
            "5g基站维护",
            "10kv值班电工",
            "薪酬专员",
            "24小时便利店店员",
            "110接警员",
            "4s店销售顾问",
        ] {
            assert_eq!(noise.clean(title), title);
        }
    }

    #[test]
    fn clean_never_drops_everything() {
        let noise = noise();
        for (text, expected) in
            [("五险一金", "五险一金"), ("【急聘】", "【急聘】"), ("((((电工", "((((电工"), ("8k-12k", "8k-12k")]
        {
            assert_eq!(noise.clean(text), expected);
        }
    }

    #[test]
    fn bare_keeps_the_brackets_that_tell_jobs_apart() {
        let noise = noise();
        let check = |text: &str, expected: &str| assert_eq!(noise.bare(text), expected, "{text}");
        check("行业客户经理（金融方向）", "行业客户经理 金融方向");
        check("保安（双休）8K-12K·13薪", "保安");
        check("Java开发(J10959)", "java开发");
        check("压铸技术员（4名）", "压铸技术员");
        check("【双休】（包吃住）", "【双休】(包吃住)");
    }

    #[test]
    fn a_bad_row_is_named() {
        let refused = |row: &str| {
            let text = format!("pattern\texample\tremains\twhy\n{row}\n");
            Noise::read("", &text).err().map(|bad| bad.to_string()).unwrap_or_default()
        };
        assert!(refused("(\t1\t1\tx").contains("is no regular expression"));
        assert!(refused("9\t电工\t电工\tx").contains("finds nothing"));
        assert!(refused("\\d+元\t电工9元\t电工9\tx").contains("电工9 expected"));
        assert!(refused("\\d+元\t电工9元\t电工\t").contains("does not say why"));
        assert_eq!(refused("\\d+元\t电工9元\t电工\tan amount"), "");
    }
}
