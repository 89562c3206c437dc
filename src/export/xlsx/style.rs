//! Cell formats. Everything meaningful is also stated in words.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::model::{Origin, Status};
use crate::plan::Indicator;
use crate::text::{Language, numbers};
use crate::wording::{ChangeTerms, change_in_words};

/// Fill of the cells that are meant to be changed, the pale yellow that spreadsheets use for inputs.
const INPUT_FILL: Color = Color::RGB(0x00FF_F6D5);
const INPUT_INK: Color = Color::RGB(0x001F_3FA8);
const RULE: Color = Color::RGB(0x00B8_BEC8);
const QUIET: Color = Color::RGB(0x005F_6673);

/// The line of a chart, or of a kind of figure.
pub(super) const SCENARIO: Color = Color::RGB(0x001F_5FA8);
pub(super) const EVEN_PATH: Color = Color::RGB(0x008A_919C);
pub(super) const TARGET: Color = Color::RGB(0x00B3_3A2B);
pub(super) const ACTUAL: Color = Color::RGB(0x001C_1C1C);
pub(super) const INTERPOLATED: Color = Color::RGB(0x005F_6673);
/// Scenarios to compare with, in turn.
pub(super) const COMPARED: [Color; 4] = [
    Color::RGB(0x002C_7A4B),
    Color::RGB(0x008A_4FA3),
    Color::RGB(0x00B9_7A12),
    Color::RGB(0x0017_7D8C),
];

fn plain() -> Format {
    Format::new().set_align(FormatAlign::VerticalCenter)
}

/// The side on which figures stand, and the dash in the place of one.
fn of_figures() -> Format {
    plain().set_align(FormatAlign::Right)
}

pub(super) fn title() -> Format {
    plain().set_bold().set_font_size(16)
}

pub(super) fn subtitle() -> Format {
    plain().set_font_size(12)
}

pub(super) fn quiet() -> Format {
    plain().set_font_color(QUIET)
}

/// A text that leads to a source.
pub(super) fn link(format: &Format) -> Format {
    format
        .clone()
        .set_font_color(SCENARIO)
        .set_underline(FormatUnderline::Single)
}

pub(super) fn quiet_wrapped() -> Format {
    quiet().set_text_wrap().set_align(FormatAlign::Top)
}

pub(super) fn section() -> Format {
    plain().set_bold().set_font_size(13)
}

pub(super) fn header() -> Format {
    plain()
        .set_bold()
        .set_text_wrap()
        .set_background_color(Color::RGB(0x00E4_E9F1))
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(RULE)
}

pub(super) fn header_right() -> Format {
    header().set_align(FormatAlign::Right)
}

/// A year at the head of a column.
pub(super) fn header_year() -> Format {
    header_right().set_num_format("0")
}

/// A year in a column of figures.
pub(super) fn year_right() -> Format {
    plain().set_num_format("0").set_align(FormatAlign::Right)
}

pub(super) fn heading() -> Format {
    plain().set_bold().set_font_color(QUIET)
}

pub(super) fn name() -> Format {
    plain().set_text_wrap()
}

pub(super) fn prose() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// Words beside a column of figures.
pub(super) fn beside_figures() -> Format {
    name().set_indent(1)
}

pub(super) fn header_beside_figures() -> Format {
    header().set_indent(1)
}

pub(super) fn header_centred() -> Format {
    header().set_align(FormatAlign::Center)
}

pub(super) fn centred() -> Format {
    plain().set_align(FormatAlign::Center)
}

/// A status as the workbook is written; the conditional formats on top follow the words when they change.
pub(super) fn status(status: Status) -> Format {
    let (ink, fill) = match status {
        Status::Met => (0x000B_5A2A, 0x00D3_EED9),
        Status::Close => (0x0080_5200, 0x00FB_EBC0),
        Status::Missed => (0x009C_1C12, 0x00F9_D6D0),
        Status::WrongDirection => (0x005E_1277, 0x00EA_D8F1),
        Status::Unknown => (0x005F_6673, 0x00EC_EDF0),
    };
    Format::new()
        .set_font_color(Color::RGB(ink))
        .set_background_color(Color::RGB(fill))
}

/// A level in the decimals that suit its indicator, by where it comes from.
pub(super) fn level(largest: f64, origin: Origin) -> Format {
    by_origin(figure(largest), origin)
}

/// Fonts that tell where a level comes from.
pub(super) fn by_origin(format: Format, origin: Origin) -> Format {
    match origin {
        Origin::Base => format.set_font_color(QUIET),
        Origin::Actual => format.set_bold(),
        Origin::Interpolated => format.set_italic(),
        Origin::Implied => format.set_bold().set_italic(),
        Origin::PartlyAssumed => format.set_italic().set_underline(FormatUnderline::Single),
        Origin::Projected => format,
        Origin::Assumed => format.set_font_color(QUIET).set_italic(),
    }
}

/// A level that cannot be, with a sign behind it because colour alone does not say so.
pub(super) fn out_of_bounds() -> Format {
    Format::new()
        .set_font_color(Color::RGB(0x009C_1C12))
        .set_background_color(Color::RGB(0x00F9_D6D0))
        .set_num_format("[>=0.05]#,##0.0\" !\";[<=-0.05]\u{2212}#,##0.0\" !\";\"0.0 !\";@\" !\"")
}

/// The figure of some levels that decides on their decimals.
pub(super) fn largest(levels: &[f64]) -> f64 {
    levels.iter().fold(0.0, |most: f64, level| most.max(level.abs()))
}

/// A figure with the decimals that its indicator's largest level needs.
pub(super) fn figure(largest: f64) -> Format {
    with_decimals(numbers::decimals_for(largest))
}

/// A figure with so many decimals. One that rounds to zero has no sign: a minus in the format itself would stay.
fn with_decimals(decimals: usize) -> Format {
    let (places, half) = (places(decimals), half(decimals));
    let zero = numbers::decimal(0.0, decimals);
    of_figures().set_num_format(format!(
        "[>={half}]{places};[<=-{half}]\u{2212}{places};\"{zero}\""
    ))
}

pub(super) fn two_decimals() -> Format {
    with_decimals(2)
}

/// A change of percent or of what adds up, a rise being positive: a fall is said in words.
pub(super) fn of_changes(indicator: &Indicator, language: Language) -> Format {
    let counted = ChangeTerms::of(indicator, indicator.scale.change(), language);
    in_words(2, |one| change_in_words(counted, one, Some(2), language))
}

/// A figure with words around it, such as its unit: those of figures above zero, and those of figures below it, which
/// stand in place of a minus sign; other words alone where there is no change.
///
/// `words` says a figure with the decimals given.
pub(super) fn in_words(decimals: usize, words: impl Fn(f64) -> String) -> Format {
    let one = numbers::decimal(1.0, decimals);
    let around_one = |sign: f64| {
        let said = words(sign);
        let (before, after) = said.split_once(&one).unwrap_or(("", ""));
        format!("{}{}{}", literal(before), places(decimals), literal(after))
    };
    let half = half(decimals);
    plain().set_align(FormatAlign::Right).set_num_format(format!(
        "[>={half}]{};[<=-{half}]{};{}",
        around_one(1.0),
        around_one(-1.0),
        literal(&words(0.0))
    ))
}

/// The digits of a figure with so many decimals.
fn places(decimals: usize) -> String {
    if decimals == 0 {
        "#,##0".to_owned()
    } else {
        format!("#,##0.{}", "0".repeat(decimals))
    }
}

/// From here on a figure does not round to zero.
fn half(decimals: usize) -> String {
    format!("0.{}5", "0".repeat(decimals))
}

/// Words as a number format has them.
fn literal(words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    format!("\"{}\"", words.replace('"', ""))
}

pub(super) fn percent() -> Format {
    of_figures().set_num_format("[>=0.0005]0.0%;[<=-0.0005]\u{2212}0.0%;\"0.0%\"")
}

/// A rate that a reviewer may change.
pub(super) fn input() -> Format {
    changeable(two_decimals())
}

/// A published figure, with the decimals it was published with.
pub(super) fn published() -> Format {
    changeable(plain().set_num_format("#,##0.0#####;\u{2212}#,##0.0#####"))
}

/// A figure that a reviewer may change.
pub(super) fn changeable(format: Format) -> Format {
    format
        .set_font_color(INPUT_INK)
        .set_background_color(INPUT_FILL)
        .set_border(FormatBorder::Thin)
        .set_border_color(RULE)
        .set_unlocked()
}

/// A figure that has no effect because another one comes before it; laid over the format of inputs.
pub(super) fn unused() -> Format {
    Format::new()
        .set_font_color(QUIET)
        .set_italic()
        .set_background_color(Color::RGB(0x00EC_EDF0))
}

/// A figure that does not belong to any line of a chart: spreadsheets leave such years out, and the cell shows nothing.
pub(super) fn left_out() -> Format {
    Format::new().set_font_color(Color::White)
}

pub(super) fn warning() -> Format {
    beside_figures()
        .set_font_color(Color::RGB(0x009C_1C12))
        .set_bold()
}

pub(super) fn factor() -> Format {
    plain().set_num_format("0.0000;\u{2212}0.0000")
}

pub(super) fn whole() -> Format {
    plain().set_num_format("0")
}

/// A number that stands for words.
pub(super) fn coded(code: u8, words: &str) -> Format {
    // Of the four parts of a pattern, those for numbers above zero, below it, and zero itself.
    let shown = literal(words);
    Format::new().set_num_format(if code == 0 {
        format!("0;0;{shown}")
    } else {
        format!("{shown};0;0")
    })
}

/// A rate that follows from actuals.
pub(super) fn past() -> Format {
    two_decimals().set_italic().set_font_color(QUIET)
}
