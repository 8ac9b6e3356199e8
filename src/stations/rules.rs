//! The decisions about stations, pure.

use crate::error::{Error, FieldError, Result};

use super::model::StationInput;

/// Everything wrong with a station, at once.
pub fn check(input: &StationInput) -> Result<()> {
    let mut errors = Vec::new();
    for (pointer, text, max) in
        [("/name", &input.name, 60), ("/address", &input.address, 120), ("/hours", &input.hours, 60)]
    {
        let count = text.trim().chars().count();
        if !(2..=max).contains(&count) {
            errors.push(FieldError::new(pointer, "length", format!("要 2 到 {max} 个字，现在有 {count} 个")));
        }
    }
    let phone = input.phone.trim();
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let dialled = phone.chars().all(|c| c.is_ascii_digit() || "-+() ".contains(c));
    if !dialled || !(3..=15).contains(&digits) || phone.chars().count() > 20 {
        errors.push(FieldError::new("/phone", "wrong_value", "请填写能拨通的电话，例如 0573-85012345"));
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::invalid(errors)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_can_be_dialled() {
        let station = |phone: &str| {
            let json = serde_json::json!({ "kind": "station", "name": "当湖街道退役军人服务站", "division": "330482001",
                "address": "当湖街道环城西路", "phone": phone, "hours": "工作日" });
            check(&serde_json::from_value(json).expect("an input")).is_ok()
        };
        for good in ["0573-85012345", "12345", "+86 573 85012345", "(0573) 85012345"] {
            assert!(station(good), "{good}");
        }
        for bad in ["", "总机转王站长", "1-", "0573850123450573850"] {
            assert!(!station(bad), "{bad}");
        }
    }
}
