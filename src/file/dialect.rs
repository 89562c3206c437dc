//! RON options and positions.

use ron::Options;
use ron::extensions::Extensions;

/// RON options: `Some(…)` may be omitted around optional values.
pub(super) fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Byte offset of a RON position (line and column from 1, columns in characters).
pub(super) fn offset(text: &str, position: ron::error::Position) -> usize {
    let line_start: usize = text
        .split_inclusive('\n')
        .take(position.line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = &text[line_start.min(text.len())..];
    let column: usize = rest
        .chars()
        .take(position.col.saturating_sub(1))
        .map(char::len_utf8)
        .sum();
    line_start + column
}
