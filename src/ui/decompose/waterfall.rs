//! The waterfall: from the first level to the last, each bar beginning where the one before it ended. A click on a bar
//! selects its lever.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, FontId, Id, Painter, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use super::columns::{ValueAxis, bar, ink};
use super::head;
use super::shown::ShownChange;
use crate::figure::{WaterfallRow, WaterfallStep};
use crate::session::{Command, DecomposeWay, Session};
use crate::text::{Message, numbers, say};
use crate::ui::pieces::{BODY, NOTE, SMALL, from_left, line, to_right};
use crate::ui::theme::Colours;
use crate::ui::{name_control, selection};
use crate::wording::{decomposed_level, labelled, open_years, span_in_words};

/// The room for values at the left, for what a part rests on above, for names below; and the least width of a column; in
/// points.
const AXIS: f32 = 42.0;
const ABOVE: f32 = 24.0;
const BELOW: f32 = 50.0;
const COLUMN: f32 = 58.0;
/// The part of a column that a bar takes, and that a level's line takes.
const BAR: f32 = 0.58;
const LEVEL: f32 = 0.68;
/// Sizes of the figures of levels and effects.
const FIGURE: f32 = 14.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, shown: &ShownChange<'_>, send: &mut Vec<Command>) {
    let language = session.view().language;
    let choice = shown.decomposed.choice;
    let name = session
        .document()
        .plan()
        .short_name_inside(choice.indicator, language);
    let title = match choice.against {
        None => Message::new("decompose-question").with("name", name),
        Some(_) => Message::new("decompose-question-differs")
            .with("name", name)
            .with("year", choice.to),
    };
    head(ui, &title.say(language), &shown.unit);
    let size = ui.available_size();
    let count = shown.waterfall.rows.len().max(1) as f32;
    let width = size.x.max(AXIS + count * COLUMN);
    ScrollArea::horizontal()
        .id_salt("decompose waterfall")
        .auto_shrink(false)
        .show(ui, |ui| {
            let (whole, response) = ui.allocate_exact_size(vec2(width, size.y), Sense::hover());
            name_control(&response, Role::Image, &shown.waterfall.description);
            plot(ui, session, (shown, whole), send);
        });
}

/// A row with its place.
struct WaterfallColumn<'a> {
    row: &'a WaterfallRow,
    number: usize,
    rect: Rect,
}

fn plot(ui: &mut Ui, session: &Session, (shown, whole): (&ShownChange<'_>, Rect), send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    let area = Rect::from_min_max(
        whole.min + vec2(AXIS, ABOVE),
        pos2(whole.right(), whole.bottom() - BELOW),
    );
    let axis = ValueAxis {
        area,
        range: shown.waterfall.range(),
    };
    let rows = &shown.waterfall.rows;
    let width = area.width() / rows.len().max(1) as f32;
    let columns: Vec<WaterfallColumn<'_>> = rows
        .iter()
        .enumerate()
        .map(|(number, row)| {
            let left = area.left() + number as f32 * width;
            let rect = Rect::from_x_y_ranges(left..=left + width, whole.y_range());
            WaterfallColumn { row, number, rect }
        })
        .collect();
    let painter = ui.painter().clone();
    for column in &columns {
        touch(ui, session, (shown, column), send);
    }
    axis.grid(&painter, false, colours);
    joints(&painter, axis, &columns, colours);
    for column in &columns {
        paint(&painter, axis, column, colours);
        names(&painter, session, (shown, column), colours);
    }
    parts(&painter, session, (shown, axis, &columns), colours);
}

/// Thin lines from the end of each bar to the beginning of the next.
fn joints(painter: &Painter, axis: ValueAxis, columns: &[WaterfallColumn<'_>], colours: &Colours) {
    for pair in columns.windows(2) {
        if let [one, next] = pair {
            let beside = |column: &WaterfallColumn<'_>| {
                let part = if column.row.place.is_some() { BAR } else { LEVEL };
                column.rect.width() * part / 2.0
            };
            let x = one.rect.center().x + beside(one)..=next.rect.center().x - beside(next);
            painter.hline(x, axis.y(one.row.to), Stroke::new(1.0, colours.plan));
        }
    }
}

/// A level as a line, an effect as a bar, with its figure.
fn paint(painter: &Painter, axis: ValueAxis, column: &WaterfallColumn<'_>, colours: &Colours) {
    let row = column.row;
    let (x, width) = (column.rect.center().x, column.rect.width());
    let (from, to) = (axis.y(row.from), axis.y(row.to));
    let across = |part: f32| x - width * part / 2.0..=x + width * part / 2.0;
    let (top, bottom) = (from.min(to), from.max(to));
    let (is_above, colour, size) =
        if let (WaterfallStep::Effect { is_open }, Some(place)) = (row.step, row.place) {
            let colour = ink(place, colours);
            if bottom - top < 1.0 {
                painter.hline(across(BAR), to, Stroke::new(2.0, colour));
            } else {
                let rect = Rect::from_x_y_ranges(across(BAR), top..=bottom);
                bar(painter, rect, colour, is_open);
            }
            (row.to >= row.from, colour, BODY)
        } else {
            painter.hline(across(LEVEL), to, Stroke::new(3.0, colours.text));
            (true, colours.text, FIGURE)
        };
    let figure = line(painter, row.figure.as_str(), size, colour, width + 12.0);
    let half = figure.size() / 2.0;
    let y = if is_above {
        top - half.y - 3.0
    } else {
        bottom + half.y + 3.0
    };
    from_left(painter, figure, x - half.x, y);
}

/// The name below a column, and of a level what it is.
fn names(
    painter: &Painter,
    session: &Session,
    (shown, column): (&ShownChange<'_>, &WaterfallColumn<'_>),
    colours: &Colours,
) {
    let language = session.view().language;
    let width = column.rect.width() - 6.0;
    let top = column.rect.bottom() - BELOW + 8.0;
    let x = column.rect.center().x;
    if column.row.place.is_some() {
        centred(
            painter,
            &column.row.short,
            (NOTE, colours.text),
            (x, top, width, 2),
        );
        return;
    }
    let year = column.row.name.parse::<i32>().ok();
    let is_year = shown.decomposed.choice.against.is_none();
    let Some((found, year)) = shown.decomposition().zip(year.filter(|_| is_year)) else {
        centred(
            painter,
            &column.row.name,
            (NOTE, colours.text),
            (x, top, width, 2),
        );
        return;
    };
    centred(
        painter,
        &column.row.name,
        (BODY, colours.text),
        (x, top, width, 1),
    );
    let what = decomposed_level(session.document().plan(), found, year, language);
    centred(
        painter,
        &what,
        (SMALL, colours.text_weak),
        (x, top + 18.0, width, 1),
    );
}

/// Text in the middle of a column, from the top, in at most so many rows.
fn centred(
    painter: &Painter,
    text: &str,
    (size, colour): (f32, Color32),
    (x, top, width, most): (f32, f32, f32, usize),
) {
    let mut job = LayoutJob::simple(
        text.to_owned(),
        FontId::proportional(size),
        colour,
        width.max(1.0),
    );
    job.halign = Align::Center;
    job.wrap.max_rows = most;
    let galley = painter.layout_job(job);
    painter.galley(pos2(x, top), galley, Color32::PLACEHOLDER);
}

/// The line between the parts, and what each rests on.
fn parts(
    painter: &Painter,
    session: &Session,
    (shown, axis, columns): (&ShownChange<'_>, ValueAxis, &[WaterfallColumn<'_>]),
    colours: &Colours,
) {
    let (plan, language) = (session.document().plan(), session.view().language);
    let (Some(found), None) = (shown.decomposition(), shown.decomposed.choice.against) else {
        return;
    };
    let spans = found.spans(shown.decomposed.choice.via);
    let words: Vec<(String, Color32)> = spans
        .iter()
        .map(|span| {
            let ink = if span.has_open_years {
                colours.accent
            } else {
                colours.text_weak
            };
            (span_in_words(plan, found, *span, language), ink)
        })
        .collect();
    let y = axis.area.top() - ABOVE / 2.0 - 2.0;
    match &words[..] {
        [(before, first), (after, second)] => {
            let place = columns.iter().skip(1).find(|column| column.row.place.is_none());
            let x = place.map_or(axis.area.center().x, |column| column.rect.right());
            painter.vline(
                x,
                axis.area.top() - ABOVE..=axis.area.bottom(),
                Stroke::new(1.0, colours.plan),
            );
            let text = line(
                painter,
                before.as_str(),
                SMALL,
                *first,
                x - axis.area.left() - 6.0,
            );
            to_right(painter, text, pos2(x - 6.0, y));
            let text = line(
                painter,
                after.as_str(),
                SMALL,
                *second,
                axis.area.right() - x - 6.0,
            );
            from_left(painter, text, x + 6.0, y);
        }
        [(whole, ink)] => {
            let text = line(painter, whole.as_str(), SMALL, *ink, axis.area.width());
            from_left(painter, text, axis.area.left(), y);
        }
        _ => {}
    }
}

/// Names a bar for screen readers, explains it on hover, and selects its lever on a click.
fn touch(
    ui: &Ui,
    session: &Session,
    (shown, column): (&ShownChange<'_>, &WaterfallColumn<'_>),
    send: &mut Vec<Command>,
) {
    let Some(place) = column.row.place else {
        return;
    };
    let language = session.view().language;
    let response = ui.interact(
        column.rect.shrink2(vec2(1.0, 0.0)),
        Id::unique(("decompose bar", column.number)),
        Sense::click(),
    );
    let lever = shown.lever(place);
    let plan = session.document().plan();
    let is_selected = lever.is_some() && session.view().selected(plan) == lever;
    let years =
        span_of(shown, column.number).unwrap_or((shown.decomposed.choice.to, shown.decomposed.choice.to));
    let said = Message::new("decompose-bar")
        .with("name", column.row.name.as_str())
        .with("span", open_years(years.0, years.1, language))
        .with("effect", column.row.figure.as_str())
        .say(language);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &said));
    selection::row(ui, column.rect, &response, is_selected);
    if let (true, Some(lever)) = (response.clicked(), lever) {
        send.push(Command::Select(lever));
    }
    explain(response, session, shown, (place, years, &said));
}

/// The years that the bars of a column are about.
fn span_of(shown: &ShownChange<'_>, number: usize) -> Option<(i32, i32)> {
    let found = shown.decomposition()?;
    if found.years.is_empty() {
        return None;
    }
    let spans = found.spans(shown.decomposed.choice.via);
    let before = number > found.effects.len();
    let span = if before { spans.last() } else { spans.first() }?;
    Some((span.from, span.to))
}

/// On hover: the figure, the factor's own values, and the formula.
pub(super) fn explain(
    response: Response,
    session: &Session,
    shown: &ShownChange<'_>,
    (place, years, said): (usize, (i32, i32), &str),
) {
    response.on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        let (document, language) = (session.document(), session.view().language);
        ui.label(said);
        let lever = shown.lever(place).filter(|_| years.0 < years.1);
        if let Some(lever) = lever
            && let Some(levels) = document.projection().levels(lever)
        {
            let in_year = |year: i32| {
                let step = usize::try_from(year - document.plan().base_year).ok()?;
                let figure = numbers::level(*levels.get(step)?);
                Some(labelled(&year.to_string(), &figure, language))
            };
            if let (Some(before), Some(after)) = (in_year(years.0), in_year(years.1)) {
                let values = Message::new("decompose-bar-values")
                    .with("name", document.plan().get(lever).short_name(language))
                    .with("before", before)
                    .with("after", after);
                ui.label(values.say(language));
            }
        }
        if shown
            .decomposition()
            .and_then(|found| found.effects.get(place))
            .is_some_and(|effect| effect.is_held)
        {
            ui.label(say(language, "decompose-bar-held"));
        }
        let id = match shown.decomposed.choice.way {
            DecomposeWay::Chained => "decompose-bar-formula",
            DecomposeWay::Direct | DecomposeWay::Factors => "decompose-bar-formula-direct",
            DecomposeWay::Levers => "decompose-bar-formula-levers",
        };
        let name = document
            .plan()
            .short_name_inside(shown.decomposed.choice.indicator, language);
        let formula = match id {
            "decompose-bar-formula-levers" => say(language, id).into_owned(),
            id => Message::new(id).with("name", name).say(language),
        };
        ui.weak(formula);
    });
}
