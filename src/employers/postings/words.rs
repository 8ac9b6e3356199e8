//! The texts of a posting: a title without its slogans, a description without its HTML.

use std::sync::LazyLock;

use regex::Regex;

use crate::types::identifiers::half_width;

/// One line, without spaces at its ends or doubled within, cut at `max` characters.
pub(super) fn one_line(text: &str, max: usize) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(max).collect()
}

/// The name of the job: 4000无责底薪+免费住宿+客户代表 → 客户代表. What would leave nothing is left as it was.
pub(super) fn title(text: &str, max: usize) -> String {
    let whole = one_line(&unescaped(text).chars().map(title_char).collect::<String>(), usize::MAX);
    let without_brackets = BRACKETS.replace_all(&whole, |part: &regex::Captures<'_>| {
        let inner = part[0].trim_matches(|c| "()[]【】《》".contains(c)).trim();
        if inner.is_empty() || is_slogan(inner) || JOB_CODE.is_match(inner) {
            " ".to_owned()
        } else {
            part[0].to_owned()
        }
    });
    let parts = parts(&without_brackets);
    let kept: Vec<&(&str, char)> =
        parts.iter().filter(|(part, _)| !part.trim().is_empty() && !is_slogan(part)).collect();
    let mut title = String::new();
    for (i, (part, separator)) in kept.iter().enumerate() {
        title.push_str(part.trim());
        if i + 1 < kept.len() {
            title.push(*separator);
        }
    }
    let title = CALL.replace(title.trim(), "");
    let title = title.trim_matches(|c: char| c.is_whitespace() || "-—_/|,，、!~·:*".contains(c));
    let title = if title.ends_with("++") { title } else { title.trim_matches('+').trim() };
    let chosen = if title.chars().count() < 2 { whole.trim() } else { title };
    one_line(chosen, max)
}

fn title_char(c: char) -> char {
    match half_width(c) {
        '！' => '!',
        c if c.is_control() => ' ',
        c => c,
    }
}

/// The parts of a title with the sign after each. A sign inside brackets, between Latin letters (C/C++,
/// UI/UX) or before a unit (300/天) belongs to what it joins.
fn parts(text: &str) -> Vec<(&str, char)> {
    let mut parts = vec![];
    let (mut from, mut depth, mut before) = (0, 0_i32, ' ');
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        match c {
            '(' | '[' | '【' | '《' => depth += 1,
            ')' | ']' | '】' | '》' => depth -= 1,
            _ => {}
        }
        let latin = before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric();
        let plus_plus = c == '+' && (after == '+' || before == '+');
        let unit = c == '/' && before.is_ascii_digit() && "天日时月小".contains(after);
        if depth <= 0 && "+/|,，、!~ ".contains(c) && !(latin || plus_plus || unit) {
            parts.push((&text[from..at], c));
            from = at + c.len_utf8();
        }
        before = c;
    }
    parts.push((&text[from..], ' '));
    parts
}

/// Pay, welfare and calls, but not the job that has such a word in its name (薪酬专员, 福利顾问).
fn is_slogan(part: &str) -> bool {
    let part = part.trim();
    SLOGAN.is_match(part) && !JOB.is_match(part)
}

static BRACKETS: LazyLock<Regex> =
    LazyLock::new(|| rule("\\([^()]{0,40}\\)|\\[[^\\[\\]]{0,40}\\]|【[^【】]{0,40}】|《[^《》]{0,40}》"));
/// (J10959), (MJ001209), (003230)
static JOB_CODE: LazyLock<Regex> = LazyLock::new(|| rule("^[A-Za-z]{0,4}[0-9]{3,}$"));
static SLOGAN: LazyLock<Regex> = LazyLock::new(|| {
    rule(
        "五险|[六七]险|一金|双休|单休|大小周|周末休|五天8|八小时|包吃|包住|包食宿|管吃|管住|供吃|供住|食宿|住宿|底薪|福利|补贴|房补|车补|餐补|车饭补|提成|月薪|年薪|高薪|薪资|薪$|[0-9一二三四五六七八九]薪|月入|日入|日赚|时薪|元/|/[天时h]|[0-9][kK]$|^[0-9][0-9.kKwW万千元块~\\-—/ 左右上下以起天月小时日]*$|急招|急聘|急需|诚聘|诚招|直招|直聘|热招|无责|年终奖|奖金|绩效|地铁|下午茶|带薪|工龄|年假|加班|免费|社保|公积金|预支|日结|周结|月结|现结|人走账清|无需经验|无经验|不限经验|经验不限|零基础|小白|可应届|应届可|接受应届|应届生?$|接受无|学历不限|不限学历|晋升|长白班|长期稳定|当天|入职|就近|名额|机会|压力小|工作轻松|轻松|氛围|老板|弹性|早九|朝九|可居家|居家办公|面试|自由|奖励|保底|工资|待遇|发展空间|世界500强|世界五百强|上市公司|国企|央企|大厂|外企$|届校招|届实习|校招$|社招$",
    )
});
static JOB: LazyLock<Regex> = LazyLock::new(|| {
    rule(
        "专员|文员|店员|营业员|操作工|普工|工程师|技术员|技师|厨师|讲师|老师|教师|律师|设计师|经理|主管|总监|助理|顾问|代表|客服|店长|司机|岗$|组长|教练|开发|实习生|运营|销售|会计|出纳|编辑|剪辑|拍摄|策划|专家|投手|主播|骑手|保安|安保|保洁|前端|后端|测试|架构|设计|管培|培训生|导购|收银|服务员|仓管|理货|分拣|质检|焊工|电工|车工|钳工|叉车|快递|外卖|护士|医生|药师|翻译|秘书|行政|人事|采购|财务|产品经理|算法|运维|Java|java|JAVA|Python|C\\+\\+|PHP|Web|web",
    )
});
static CALL: LazyLock<Regex> =
    LazyLock::new(|| rule("^(?:(?:高薪|紧急|现)?(?:急招|急聘|诚聘|诚招|直招|热招|招聘)[:!\\s]*)+"));

/// Paragraphs without HTML, entities, empty lines and the mark of a copied title, cut at `max`.
pub(super) fn description(text: &str, max: usize) -> String {
    let text = unescaped(text);
    let text = BREAKS.replace_all(&text, "\n");
    let text = TAGS.replace_all(&text, "");
    let lines = text.lines().map(|line| one_line(line, usize::MAX));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty() && !line.starts_with("原标题")).collect();
    lines.join("\n").chars().take(max).collect()
}

static BREAKS: LazyLock<Regex> = LazyLock::new(|| rule("(?i)<br\\s*/?>|</(?:p|div|li|tr|h[1-6]|ul|ol)>"));
static TAGS: LazyLock<Regex> = LazyLock::new(|| {
    rule(
        "(?i)</?(?:p|br|div|span|li|ul|ol|strong|b|em|i|u|a|h[1-6]|table|tbody|tr|td|th|font|section|img|hr|label|pre|code)(?:\\s[^<>]{0,400})?/?>",
    )
});

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    const ENTITIES: [(&str, &str); 7] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&middot;", "·"),
        ("&amp;", "&"),
    ];
    ENTITIES.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}

fn rule(text: &str) -> Regex {
    Regex::new(text).expect("a rule of ours compiles")
}
