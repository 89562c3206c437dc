//! Tables whose only year is in the title: 2013年工业节能指标 above 指标 and 数值.

use super::WideTable;
use crate::scenario::import::layout::LOOK_AT;
use crate::scenario::import::layout::headings::stands_below_title;
use crate::scenario::import::plain::years_in;
use crate::scenario::import::words;
use crate::scenario::import::year;

/// Year from a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario::import) struct TitleYear {
    pub year: i32,
    /// The title.
    pub text: String,
    /// Whether it is certain, and not possibly a publication year.
    pub is_sure: bool,
}

impl WideTable<'_> {
    /// Whether the year line has years above figures; above names a year acts as a title.
    pub(super) fn has_years_above_figures(&self) -> bool {
        let is_year = |line: usize, place: usize| year::of(self.view.cell(line, place)).is_some();
        self.year_line.is_some_and(|line| {
            (0..self.sampled_places()).any(|place| Some(place) != self.name_place && is_year(line, place))
        })
    }

    /// Year and heading line of a table without years at its figures: the only year named above.
    pub(super) fn find_title_year(&self) -> Option<(usize, TitleYear)> {
        self.known_names()?;
        let first = (0..self.sampled_lines().min(LOOK_AT)).find(|line| self.has_figures(*line))?;
        let head_line = first.checked_sub(1)?;
        let is_head = |place: usize| stands_below_title(self.view.cell(head_line, place));
        if !(0..self.sampled_places()).any(is_head) {
            return None;
        }
        let titles = (0..head_line)
            .flat_map(|line| (0..self.sampled_places()).filter_map(move |place| self.view.text(line, place)));
        let mut found: Option<TitleYear> = None;
        for text in titles {
            for year in years_in(text) {
                if found.as_ref().is_some_and(|found| found.year != year) {
                    return None;
                }
                found.get_or_insert_with(|| TitleYear {
                    year,
                    text: text.trim().to_owned(),
                    is_sure: is_sure(text, year),
                });
            }
        }
        Some((head_line, found?))
    }
}

/// Whether a title is about a full year: it starts with the year (after a table number), or ends with it in English.
/// Elsewhere it may be a price or base year.
fn is_sure(text: &str, year: i32) -> bool {
    let year = year.to_string();
    let Some((before, behind)) = text.split_once(year.as_str()) else {
        return false;
    };
    let (before, behind) = (before.trim_end(), behind.trim_start());
    let is_number = |c: char| !c.is_alphabetic() || "附表图第一二三四五六七八九十".contains(c);
    let is_about = match behind.strip_prefix('年') {
        Some(behind) => {
            let begins = before.chars().all(is_number) || before.trim_start_matches(is_number) == "截至";
            begins && !behind.starts_with(|c: char| c.is_ascii_digit() || "鉴报价不可为=＝".contains(c))
        }
        None => behind.is_empty() && (before.ends_with(',') || before.to_lowercase().ends_with(" in")),
    };
    is_about && !words::is_publication(text)
}
