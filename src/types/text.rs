//! Characters that nobody means to write.

/// A control character other than a line break or a tab.
pub fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// A character that does not show: of no width, a mark of direction, a filler.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The text without them, as a table's cell is read: they come along when something is copied.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_control(*c) && !is_invisible(*c)).collect()
}

/// A person's name (姓名): 1–40 letters, with the dot, space, hyphen and apostrophe that names have.
pub fn is_person_name(text: &str) -> bool {
    let text = text.trim();
    let in_name = |c: char| c.is_alphabetic() || "·•・.-' ’".contains(c);
    (1..=40).contains(&text.chars().count()) && text.chars().all(in_name) && text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_letters_and_little_else() {
        for name in ["林长风", "欧阳", "阿卜杜拉·买买提", "买买提•艾力", "O'Brien", "Anne-Marie Li", "䶮"]
        {
            assert!(is_person_name(name), "{name}");
        }
        for name in ["", " ", "61398部队", "13812345678", "·", "张三(队长)", "张\u{200B}三", "张\u{7}三"] {
            assert!(!is_person_name(name), "{name}");
        }
    }

    #[test]
    fn what_does_not_show_is_known() {
        assert_eq!(visible("35\u{200B}岁\u{7}以\u{202E}下\n"), "35岁以下\n");
        assert!("电工，B2 驾照（含 5 年以上经验）\n—".chars().all(|c| !is_control(c) && !is_invisible(c)));
    }
}
