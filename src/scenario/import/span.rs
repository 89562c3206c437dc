//! Several years at once, which are no year of figures: 2011—2013年.

use super::plain::{compact, number_at_start};

/// Whether a text begins with several years at once: 2011—2013年累计下降.
pub(super) fn is_span(text: &str) -> bool {
    let plain = compact(text);
    let Some((first, rest)) = number_at_start(plain.trim_start_matches('(')) else {
        return false;
    };
    let rest = rest.strip_prefix('年').unwrap_or(rest);
    let behind = rest.trim_start_matches(['-', '~', '至', '到']);
    let last = number_at_start(behind).filter(|_| behind.len() < rest.len());
    last.is_some_and(|(last, _)| {
        first < last && [first, last].iter().all(|year| (1900..=2200).contains(year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_years_at_once_are_told() {
        assert!(is_span("2011—2013年累计下降（%）") && is_span("2011至2015年"));
        for one in ["2011年", "2013-2011", "2011-12", "2011年1-9月", "2011"] {
            assert!(!is_span(one), "{one}");
        }
    }
}
