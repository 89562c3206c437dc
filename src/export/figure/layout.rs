//! Lays out a drawing: margins, title, legend or labels, axes, and the plot in the remaining space.

use super::axes;
use super::flags::PaperFlags;
use super::fonts::TextMeasure;
use super::legend::{self, Legend};
use super::origin::SEPARATOR;
use super::plot::Plot;
use super::sheet::{Anchor, FigureSheet};
use super::style::{LEADING, Style};
use super::wrap::{clean, wrap, wrap_at};
use super::{Size, labels};
use crate::figure::{Divider, Drawing, Palette};
use crate::text::Language;

/// Text sizes, in em.
const TITLE: f64 = 1.25;
const ORIGIN: f64 = 0.72;
/// Outer margin, in em.
const MARGIN: f64 = 0.9;
/// Minimum fraction of the height for the plot; figures with long legends grow. Plots with row labels are as high as
/// these need, so that bars have constant thickness.
const LEAST_PLOT: f64 = 0.42;
/// Divider width in screen points, and its gap to the text in em.
const DIVIDER: f32 = 0.9;
const BESIDE_DIVIDER: f64 = 0.4;
/// Lays out a drawing. `origin` is the source line at the bottom.
pub(super) fn lay_out(
    drawing: &Drawing,
    size: Size,
    origin: Option<&str>,
    language: Language,
) -> FigureSheet {
    let style = Style {
        ruler: TextMeasure::new(language),
        colours: Palette::of_ground(false),
        em: size.text(),
    };
    let em = style.em;
    let (width, height) = size.points();
    let margin = MARGIN * em;
    let inner = width - 2.0 * margin;
    let flags = PaperFlags::new(drawing, &style, inner, language);
    let least = LEAST_PLOT * height;
    let mut sheet = FigureSheet {
        width,
        height,
        ground: style.colours.surface,
        items: Vec::new(),
    };
    let mut y = heading(&mut sheet, drawing, &style, (margin, inner));

    let names = axes::height_of_names(drawing, &style);
    let least = names.unwrap_or(least);
    let direct = labels::column(drawing, size, least, &style);
    let legend = Legend::new(drawing, direct.is_some(), &style, (inner, language));
    let legend_top = y;
    y += legend.height();

    let origin_size = ORIGIN * em;
    let origin_lines = origin.map_or_else(Vec::new, |text| {
        wrap_at(&style.ruler, text, SEPARATOR, origin_size, inner)
    });
    let words = flags.height_below(&style);
    let origin_height = origin_lines.len() as f64 * LEADING * origin_size;
    let footer = origin_height + words + axes::height_below(&style);
    let divider = drawing.divider.as_ref().filter(|_| drawing.notice.is_none());
    // The divider's text stands over the plot.
    let over = divider.map_or(0.0, |_| LEADING * em);
    let room = direct.as_ref().map_or(0.3 * em, |labels| labels.width);
    let strip = if drawing.notice.is_some() {
        0.0
    } else {
        flags.height_above(drawing, inner - room, &style)
    };
    // Annotations make a figure higher, not its plot lower.
    let height = height + strip + words;
    sheet.height = height;
    let top = y + 0.7 * em + over + strip;
    let lacking = least - (height - margin - footer - top);
    if lacking > 0.0 || names.is_some() {
        sheet.height += lacking;
    }

    let bottom = sheet.height - margin - footer;
    let left = margin + axes::width_beside(drawing, bottom - top, &style);
    let plot = Plot {
        left,
        right: width - margin - room,
        top,
        bottom,
        across: drawing.across.range(),
        up: drawing.up.range(),
    };
    legend.draw(&mut sheet, &style, (margin, legend_top));
    axes::draw(&mut sheet, drawing, &plot, &style);
    if let Some(notice) = &drawing.notice {
        say_notice(&mut sheet, notice, &plot, &style);
    }
    if let Some(divider) = divider {
        part(&mut sheet, divider, &plot, (top - strip, &style));
    }
    if strip > 0.0 {
        flags.draw_above(&mut sheet, &plot, &style);
    }
    let below = bottom + axes::height_below(&style);
    flags.draw_below(&mut sheet, (margin, below), &style);
    for layer in &drawing.layers {
        plot.draw(&mut sheet, layer, &style);
    }
    if let Some(direct) = direct {
        direct.draw(&mut sheet, &plot, &style);
    }
    let mut baseline = sheet.height - margin - origin_size * 0.3;
    for line in origin_lines.iter().rev() {
        let colour = style.colours.text_weak;
        sheet.text(line, (margin, baseline), Anchor::Start, origin_size, colour);
        baseline -= LEADING * origin_size;
    }
    sheet
}

/// Title and unit; returns where they end.
fn heading(sheet: &mut FigureSheet, drawing: &Drawing, style: &Style, (left, width): (f64, f64)) -> f64 {
    let mut y = left;
    for (text, size, colour) in [
        (&drawing.title, TITLE * style.em, style.colours.text),
        (&drawing.unit, style.em, style.colours.text_weak),
    ] {
        for line in wrap(&style.ruler, &clean(text), size, width, 3) {
            sheet.text(&line, (left, y + size), Anchor::Start, size, colour);
            y += LEADING * size;
        }
    }
    y + 0.2 * style.em
}

/// A divider with its text above, on whichever side has room; `over` is where plot and flags begin.
fn part(sheet: &mut FigureSheet, divider: &Divider, plot: &Plot, (over, style): (f64, &Style)) {
    let (x, _) = plot.at((divider.at, plot.up.0));
    let (top, colour) = (over - LEADING * style.em, style.colours.text_weak);
    sheet.rule((x, top), (x, plot.bottom), style.scaled(DIVIDER), colour);
    let text = clean(&divider.text);
    let beside = BESIDE_DIVIDER * style.em;
    let has_room = x - beside - style.ruler.width(&text, style.em) >= MARGIN * style.em;
    let (spot, anchor) = if has_room {
        (x - beside, Anchor::End)
    } else {
        (x + beside, Anchor::Start)
    };
    let baseline = top + 0.9 * style.em;
    sheet.text(&text, (spot, baseline), anchor, style.em, colour);
}

fn say_notice(sheet: &mut FigureSheet, notice: &str, plot: &Plot, style: &Style) {
    let width = (plot.right - plot.left) * 0.9;
    let lines = wrap(&style.ruler, notice, style.em, width, 6);
    let step = LEADING * style.em;
    let mut y = plot.middle() - step * (lines.len() as f64 - 1.0) / 2.0 + legend::HALF_HEIGHT * style.em;
    for line in lines {
        let middle = f64::midpoint(plot.left, plot.right);
        sheet.text(
            &line,
            (middle, y),
            Anchor::Middle,
            style.em,
            style.colours.text_weak,
        );
        y += step;
    }
}
