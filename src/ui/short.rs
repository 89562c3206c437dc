//! Shortens names to fit; the full name is on hover.

use std::borrow::Cow;

use eframe::egui::Response;

/// Enough of a name to tell it apart, in characters.
const SHORT: usize = 48;
/// The most a hover shows, in characters; a name of 200,000 would cover the screen, and take seconds to lay out.
const LONG: usize = 600;

/// The beginning of a name too long for a tab, a button or a title.
pub(crate) fn short(name: &str) -> Cow<'_, str> {
    first(name, SHORT)
}

/// Shows on hover what [`short`] has left out.
pub(super) fn in_full(response: Response, name: &str) -> Response {
    match short(name) {
        Cow::Borrowed(_) => response,
        Cow::Owned(_) => response.on_hover_text(first(name, LONG)),
    }
}

fn first(name: &str, most: usize) -> Cow<'_, str> {
    match name.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", name[..end].trim_end())),
        None => Cow::Borrowed(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_names_are_shortened() {
        assert_eq!(short("规划"), "规划");
        let long = short(&"规划".repeat(100)).into_owned();
        assert_eq!(long.chars().count(), SHORT + 1);
        assert!(long.ends_with('…'));
    }
}
