//! The scanner: the log of the whole test run holds no ID number, phone, card number or canary.
//!
//! `tests/run.sh` sets `MUSTER_TEST_LOG` for the suite and, when it is over, `MUSTER_SCAN_LOG` for a
//! last run of this file alone.

/// What was found, by kind, with a few characters around it masked away.
fn findings(text: &str) -> Vec<(&'static str, usize)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for digits in runs(line) {
            if is_id_number(&digits) {
                found.push(("ID number", number + 1));
            } else if digits.len() == 11
                && digits.starts_with('1')
                && ('3'..='9').contains(&digits.chars().nth(1).unwrap_or('0'))
            {
                found.push(("mobile number", number + 1));
            } else if (16..=19).contains(&digits.len()) && digits.starts_with("62") && luhn(&digits) {
                found.push(("bank card", number + 1));
            }
        }
        for canary in CANARIES {
            if line.contains(canary) {
                found.push(("canary", number + 1));
            }
        }
    }
    found
}

/// Names, texts and secrets of the test world that belong in no log.
const CANARIES: [&str; 5] = ["林长风", "林长空", "王经理", "correct-horse-battery", "another-long-battery"];

/// Runs of digits, with a closing X, that are not part of a longer word such as a UUID.
fn runs(line: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let mut previous = ' ';
    let mut inside_word = false;
    for c in line.chars().chain([' ']) {
        if c.is_ascii_digit() || (matches!(c, 'X' | 'x') && run.len() == 17) {
            if run.is_empty() {
                inside_word = previous.is_ascii_alphanumeric() || previous == '-';
            }
            run.push(c.to_ascii_uppercase());
        } else {
            if !run.is_empty() && !inside_word && !c.is_ascii_alphanumeric() && c != '-' {
                runs.push(std::mem::take(&mut run));
            }
            run.clear();
        }
        previous = c;
    }
    runs
}

fn is_id_number(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let chars: Vec<char> = text.chars().collect();
    if chars.len() != 18 || !chars[..17].iter().all(char::is_ascii_digit) {
        return false;
    }
    let sum: u32 = chars.iter().zip(WEIGHTS).map(|(c, weight)| c.to_digit(10).unwrap_or(0) * weight).sum();
    "10X98765432".chars().nth((sum % 11) as usize) == Some(chars[17])
}

fn luhn(text: &str) -> bool {
    let sum: u32 = text
        .chars()
        .rev()
        .enumerate()
        .map(|(i, c)| {
            let digit = c.to_digit(10).unwrap_or(0) * if i % 2 == 1 { 2 } else { 1 };
            if digit > 9 { digit - 9 } else { digit }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[test]
fn the_scanner_sees_what_is_planted() {
    for (planted, kind) in [
        (r#"{"message":"id 330482199008019990"}"#, "ID number"),
        (r#"{"message":"33048219900104996X"}"#, "ID number"),
        (r#"{"q":"13000000011"}"#, "mobile number"),
        ("card=6217000000000000004", "bank card"),
        ("name 林长风", "canary"),
    ] {
        assert_eq!(findings(planted).first().map(|found| found.0), Some(kind), "{planted}");
    }
    for harmless in [
        r#"{"timestamp":"2026-11-23T08:00:00.000000Z","seq":13000000011123}"#,
        r#"{"id":"00000000-0000-7000-8000-013000000011"}"#,
        r#"{"id":"0192f0c4-13000000011"}"#,
        "330482199008019991",
    ] {
        assert!(findings(harmless).is_empty(), "{harmless}: {:?}", findings(harmless));
    }
}

#[test]
fn the_log_of_the_run_holds_no_personal_data() {
    let Ok(path) = std::env::var("MUSTER_SCAN_LOG") else { return };
    let text = std::fs::read_to_string(&path).expect("the log of the run");
    assert!(text.lines().count() > 100, "the log has lines: the run wrote one");
    let found = findings(&text);
    assert!(found.is_empty(), "{} findings in {path}, the first: {:?}", found.len(), &found[..found.len().min(10)]);
}
