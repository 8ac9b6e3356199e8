//! A failure as the command line tells it: one sentence with its code, and an exit code.

use crate::error::{Code, Error};

/// What a failure exits with.
pub const FAILED: u8 = 1;
/// The command or the configuration was not understood; clap's own code.
pub const USAGE: u8 = 2;
/// A rule refused it, or there is no such thing.
pub const REFUSED: u8 = 3;

/// 3 for what a rule refused, 1 for what went wrong.
pub fn exit_code(error: &Error) -> u8 {
    if error.code().status() < 500 { REFUSED } else { FAILED }
}

/// What happened and what to do. At the machine itself the cause of an inner failure is shown: whoever
/// reads it is the one who mends it.
pub fn sentence(error: &Error) -> String {
    let mut sentence = match (error.code(), error.source()) {
        (Code::Internal, Some(source)) => innermost(source),
        (code, _) => code.sentences().0.to_owned(),
    };
    let detail = error.problem().detail;
    if let Some(detail) = &detail {
        sentence = format!("{}：{detail}", sentence.trim_end_matches('。'));
    }
    for field in error.field_errors() {
        sentence.push_str(&format!("\n  {}：{}", field.pointer, field.detail));
    }
    format!("{sentence}（{}）", error.code().code())
}

/// A diesel or I/O error with its causes, on one line.
fn innermost(source: &dyn std::error::Error) -> String {
    let mut text = source.to_string();
    let mut at = source.source();
    while let Some(cause) = at {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text.push_str(&format!(": {cause_text}"));
        }
        at = cause.source();
    }
    text.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_and_failures_differ() {
        let not_found = Error::from(Code::NotFound);
        assert_eq!(
            (exit_code(&not_found), sentence(&not_found).as_str()),
            (REFUSED, "没有找到。可能已删除，或您无权查看。（not_found）")
        );
        let broken = Error::internal("the disk is full");
        assert_eq!((exit_code(&broken), sentence(&broken).as_str()), (FAILED, "the disk is full（internal）"));
        let taken = Error::new(Code::Conflict).detail("已经有账号了");
        assert_eq!(sentence(&taken), "与现有数据冲突，请核对：已经有账号了（conflict）");
    }
}
