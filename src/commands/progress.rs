//! Bars for work that takes a while. They stand on stderr and only on a terminal, so that what a command
//! prints can be piped.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar of `length` steps.
pub fn bar(length: u64, what: &str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} [{bar:30}] {human_pos}/{human_len} {eta}");
    // The template is a constant; were it wrong, the default would do.
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(length).with_style(style).with_message(what.to_owned())
}

/// A count of something whose end is not known.
pub fn count(what: &str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {human_pos} ({elapsed})");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_spinner());
    ProgressBar::no_length().with_style(style).with_message(what.to_owned())
}
