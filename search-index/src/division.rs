//! Administrative divisions (GB/T 2260 and the statistics codes below it) as prefixes.
//!
//! A code of 2, 4, 6, 9 or 12 digits lies inside every one of its own prefixes, so "within" is a
//! comparison of text and needs no table. How far two lie apart is known to [`crate::centres`].

/// Lengths at which a code ends: province, city, county, street, village.
const LEVELS: [usize; 5] = [2, 4, 6, 9, 12];

/// The code without the zeros that only fill it up; `None` where it is no division code.
///
/// `320300` and `320300000000` both mean the city `3203`.
pub(crate) fn trimmed(code: &str) -> Option<&str> {
    let code = code.trim();
    if !LEVELS.contains(&code.len()) || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_padding = |range: &str| range.bytes().all(|byte| byte == b'0');
    let mut end = code.len();
    for pair in LEVELS.windows(2).rev() {
        if end == pair[1] && is_padding(&code[pair[0]..end]) {
            end = pair[0];
        }
    }
    Some(&code[..end])
}

/// The division and all above it, the province first.
pub(crate) fn prefixes(code: &str) -> Vec<&str> {
    let Some(code) = trimmed(code) else { return Vec::new() };
    LEVELS.into_iter().filter(|level| *level <= code.len()).map(|level| &code[..level]).collect()
}

/// Whether `inner` is `outer` or lies in it.
pub(crate) fn is_within(inner: &str, outer: &str) -> bool {
    match (trimmed(inner), trimmed(outer)) {
        (Some(inner), Some(outer)) => inner.starts_with(outer),
        _ => false,
    }
}

/// The code cut at a level, where it reaches that far.
pub(crate) fn at_level(code: &str, level: usize) -> Option<&str> {
    trimmed(code)?.get(..level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_their_prefixes() {
        let check = |code: &str, expected: &[&str]| assert_eq!(prefixes(code), expected, "{code}");
        check("320382", &["32", "3203", "320382"]);
        check("320300", &["32", "3203"]);
        check("320382104000", &["32", "3203", "320382", "320382104"]);
        check("320000000000", &["32"]);
        check("110101", &["11", "1101", "110101"]);
        check("32038", &[]);
        check("３２", &[]);
        check("", &[]);
    }

    #[test]
    fn within() {
        assert!(is_within("320382", "3203"));
        assert!(is_within("320382", "320300"));
        assert!(is_within("3203", "320300000000"));
        assert!(!is_within("3203", "320382"));
        assert!(!is_within("", ""));
        assert_eq!(at_level("320382104", 6), Some("320382"));
        assert_eq!(at_level("3203", 6), None);
    }
}
