//! Dates in workbooks.

use super::GridCell;

/// The date of a serial number, in the 1900 or 1904 calendar.
pub(super) fn of_serial(serial: f64, is_1904: bool) -> Option<GridCell> {
    // Spreadsheet dates end on 9999-12-31.
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, reason = "within the range above")]
    let day = serial.floor() as i64;
    // Days since 1970-01-01. Spreadsheets have a 29 February 1900, so earlier days are off by one.
    let days = match (is_1904, day) {
        (true, _) => day - 24_107,
        (false, 61..) => day - 25_569,
        (false, 1..=59) => day - 25_568,
        (false, _) => return None,
    };
    Some(civil(days))
}

/// Year, month and day of a number of days since 1970-01-01 (Howard Hinnant's `civil_from_days`).
fn civil(days: i64) -> GridCell {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    GridCell::Date {
        year: i32::try_from(year).unwrap_or(0),
        month: u8::try_from(month).unwrap_or(1),
        day: Some(u8::try_from(day).unwrap_or(1)),
    }
}

/// A date reduced to its month.
pub(super) fn without_day(date: GridCell) -> GridCell {
    match date {
        GridCell::Date { year, month, .. } => GridCell::Date {
            year,
            month,
            day: None,
        },
        other => other,
    }
}

/// Whether a displayed date has a month but no day: Dec 2011, 2011-12, 2011年12月.
pub(super) fn shows_no_day(shown: &str) -> bool {
    let has_name = shown.contains(|c: char| c.is_ascii_alphabetic());
    let numbers = shown
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    match numbers.count() {
        1 => has_name,
        2 => !has_name && !shown.contains('日'),
        _ => false,
    }
}

/// Parses an ISO date, 2011-12-31, optionally followed by a time.
pub(super) fn of_iso(text: &str) -> Option<GridCell> {
    let date = text.split_once('T').map_or(text, |(date, _)| date).trim();
    let mut parts = date.splitn(3, '-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day: u8 = parts.next()?.parse().ok()?;
    let is_sound = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_sound.then_some(GridCell::Date {
        year,
        month,
        day: Some(day),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::unnecessary_wraps, reason = "what is compared is one")]
    fn date(year: i32, month: u8, day: u8) -> Option<GridCell> {
        Some(GridCell::Date {
            year,
            month,
            day: Some(day),
        })
    }

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        assert_eq!(of_serial(40_544.0, false), date(2011, 1, 1));
        assert_eq!(of_serial(40_908.99, false), date(2011, 12, 31));
        assert_eq!(of_serial(39_082.0, true), date(2011, 1, 1));
        assert_eq!(of_serial(0.0, true), date(1904, 1, 1));
        assert_eq!(of_serial(1.0, false), date(1900, 1, 1));
        assert_eq!(of_serial(59.0, false), date(1900, 2, 28));
        assert_eq!(of_serial(61.0, false), date(1900, 3, 1));
        assert_eq!(of_serial(2_958_465.0, false), date(9999, 12, 31));
        for none in [0.5, 60.0, -1.0, 2_958_466.0, f64::NAN] {
            assert_eq!(of_serial(none, false), None);
        }
    }

    #[test]
    fn dates_are_read_as_files_spell_them() {
        assert_eq!(of_iso("2011-12-31"), date(2011, 12, 31));
        assert_eq!(of_iso("2011-12-31T00:00:00"), date(2011, 12, 31));
        assert_eq!(of_iso("2011-13-01"), None);
        assert_eq!(of_iso("soon"), None);
        for month in ["Dec 2011", "Dec-11", "2011-12", "2011年12月"] {
            assert!(shows_no_day(month), "{month}");
        }
        for other in ["2011", "2011-12-31", "31 Dec 2011", "12月31日", "2011年"] {
            assert!(!shows_no_day(other), "{other}");
        }
    }
}
