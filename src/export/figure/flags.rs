//! Annotations on paper: numbered flags in a strip above the plot, and what they say below it.

use super::plot::Plot;
use super::sheet::{Anchor, FigureSheet, SheetItem};
use super::style::{LEADING, Style};
use super::wrap::{clean, wrap};
use crate::figure::Drawing;
use crate::text::{Language, numbers};
use crate::wording::chart::numbered;

/// Text sizes of the words below and of the numbers in flags, in em.
const WORDS: f64 = 0.86;
const NUMBER: f64 = 0.72;
/// A flag's height, the space at the sides of its number, and the height of a row of flags, in em.
const HEIGHT: f64 = 0.95;
const BESIDE_NUMBER: f64 = 0.32;
const ROW: f64 = 1.2;
/// The gaps above and below the words, in em, and the width of a pole in screen points.
const ABOVE_WORDS: f64 = 0.35;
const BELOW_WORDS: f64 = 0.3;
const POLE: f32 = 1.2;
/// What beside a plot its values may take, in em, for telling how wide it will be at least.
const VALUES: f64 = 6.0;
/// Lines of one text at most; texts are limited, but not figures' widths.
const MOST_LINES: usize = 60;

/// The flags of a figure.
pub(super) struct PaperFlags {
    flags: Vec<PaperFlag>,
}

struct PaperFlag {
    at: f64,
    number: String,
    /// The width of the pennant, in points.
    width: f64,
    lines: Vec<String>,
}

impl PaperFlags {
    /// The flags of a drawing, their words wrapped to a width in points.
    pub fn new(drawing: &Drawing, style: &Style, width: f64, language: Language) -> Self {
        let flags = drawing.flags.iter().zip(1..).map(|(flag, number)| {
            let number = numbers::decimal(f64::from(number), 0);
            let words = clean(&numbered(&number, &flag.text, language));
            PaperFlag {
                at: flag.at,
                width: style.ruler.width(&number, NUMBER * style.em) + 2.0 * BESIDE_NUMBER * style.em,
                lines: wrap(&style.ruler, &words, WORDS * style.em, width, MOST_LINES),
                number,
            }
        });
        Self {
            flags: flags.collect(),
        }
    }

    /// The height of the strip above a plot as narrow as it may become in `width` points; 0 without flags.
    pub fn height_above(&self, drawing: &Drawing, width: f64, style: &Style) -> f64 {
        let right = (width - VALUES * style.em).max(style.em);
        let narrow = Plot {
            left: 0.0,
            right,
            top: 0.0,
            bottom: 0.0,
            across: drawing.across.range(),
            up: (0.0, 1.0),
        };
        let rows = self.places(&narrow).iter().map(|(row, _)| row + 1).max();
        rows.unwrap_or(0) as f64 * ROW * style.em
    }

    /// The height of the words below; 0 without flags.
    pub fn height_below(&self, style: &Style) -> f64 {
        if self.flags.is_empty() {
            return 0.0;
        }
        let lines: usize = self.flags.iter().map(|flag| flag.lines.len()).sum();
        (lines as f64 * LEADING * WORDS + ABOVE_WORDS + BELOW_WORDS) * style.em
    }

    /// The row of each flag, counted from the plot upwards, and its sides; flags of one row do not touch.
    fn places(&self, plot: &Plot) -> Vec<(usize, (f64, f64))> {
        let mut ends: Vec<f64> = Vec::new();
        let place = |flag: &PaperFlag| {
            let (x, _) = plot.at((flag.at, plot.up.0));
            let sides = if x + flag.width > plot.right {
                (x - flag.width, x)
            } else {
                (x, x + flag.width)
            };
            let row = ends.iter().position(|end| *end <= sides.0);
            let row = row.unwrap_or(ends.len());
            if row == ends.len() {
                ends.push(sides.1);
            } else {
                ends[row] = sides.1;
            }
            (row, sides)
        };
        self.flags.iter().map(place).collect()
    }

    /// Draws the flags above a plot, their poles down to it.
    pub fn draw_above(&self, sheet: &mut FigureSheet, plot: &Plot, style: &Style) {
        let em = style.em;
        let (ink, ground) = (style.colours.text, style.colours.surface);
        for (flag, (row, (left, right))) in self.flags.iter().zip(self.places(plot)) {
            let (pole, _) = plot.at((flag.at, plot.up.0));
            let bottom = plot.top - row as f64 * ROW * em - (ROW - HEIGHT) * em;
            let top = bottom - HEIGHT * em;
            sheet.rule((pole, top), (pole, plot.top), style.scaled(POLE), ink);
            sheet.items.push(SheetItem::Area {
                corners: vec![(left, top), (right, top), (right, bottom), (left, bottom)],
                fill: ink,
                strength: 1.0,
            });
            let middle = (f64::midpoint(left, right), bottom - 0.22 * em);
            sheet.text(&flag.number, middle, Anchor::Middle, NUMBER * em, ground);
        }
    }

    /// Writes the words from `top` downwards.
    pub fn draw_below(&self, sheet: &mut FigureSheet, (left, top): (f64, f64), style: &Style) {
        let size = WORDS * style.em;
        let mut baseline = top + ABOVE_WORDS * style.em + size;
        for line in self.flags.iter().flat_map(|flag| &flag.lines) {
            let colour = style.colours.text;
            sheet.text(line, (left, baseline), Anchor::Start, size, colour);
            baseline += LEADING * size;
        }
    }
}
