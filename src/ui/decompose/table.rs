//! The same in figures: factors down, years and parts across; below it how they were worked out.

use eframe::egui::{
    Align, Button, Label, Layout, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::columns::ink;
use super::shown::ShownChange;
use crate::session::{Command, DecomposedChange, Session};
use crate::text::{Language, Message, safe, say};
use crate::ui::pieces::{BODY, NOTE, from_left, line, to_right};
use crate::ui::theme::Colours;
use crate::ui::{focus_ring, selection};
use crate::wording::{
    DecomposedColumnKind, DecomposedLine, DecomposedLineKind, DecomposedTable, attribution_in_words,
    decomposition_in_words, decomposition_method, factors_held, roles_in_words,
};

/// The height of a row, the width of names, the least width of a column, and the space beside figures; in points.
const ROW: f32 = 23.0;
const NAME: f32 = 250.0;
const COLUMN: f32 = 62.0;
const SPACE: f32 = 18.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, shown: &ShownChange<'_>, send: &mut Vec<Command>) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    ui.horizontal(|ui| {
        ui.label(RichText::new(say(language, "decompose-in-figures")).size(BODY + 1.0));
        let unit = RichText::new(shown.unit.as_str()).size(NOTE);
        ui.label(unit.color(colours.text_weak));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let copy = Button::new(say(language, "decompose-copy")).min_size(vec2(96.0, 22.0));
            if ui.add(copy).clicked() {
                send.push(Command::CopyText(copied(&shown.table)));
            }
        });
    });
    ScrollArea::both()
        .id_salt("decompose table")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let widths = widths(ui, &shown.table);
            headings(ui, shown, &widths);
            for row in &shown.table.rows {
                figures(ui, session, (shown, row), &widths, send);
            }
            ui.add_space(6.0);
            let wrap = ui.available_width().min(ui.clip_rect().width() - 16.0);
            ui.set_max_width(wrap);
            let gap = match language {
                Language::English => " ",
                Language::Chinese => "",
            };
            let said = RichText::new(sentences(session, shown, language).join(gap)).size(NOTE);
            ui.add(Label::new(said.color(colours.text_weak)).wrap());
        });
}

/// Tab-separated, as spreadsheets take it. Names are user text and must not act as formulas.
fn copied(table: &DecomposedTable) -> String {
    let clean = |(column, cell): (usize, &String)| match column {
        0 => safe::cell(cell).into_owned(),
        _ => safe::line(cell).into_owned(),
    };
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate().map(clean);
        cells.collect::<Vec<_>>().join("\t") + "\n"
    };
    table.texts().iter().map(line).collect()
}

/// The width of each column, the names' first: as wide as what is in it, and wider where there is room.
fn widths(ui: &Ui, table: &DecomposedTable) -> Vec<f32> {
    let ink = Colours::of(ui).text;
    let width = |text: &str| line(ui.painter(), text, NOTE, ink, f32::INFINITY).size().x + SPACE;
    let texts = table.texts();
    let count = table.columns.len() + 1;
    let mut widths: Vec<f32> = (0..count)
        .map(|n| {
            let least = if n == 0 { 120.0 } else { COLUMN };
            texts
                .iter()
                .filter_map(|row| row.get(n))
                .map(|text| width(text))
                .fold(least, f32::max)
        })
        .collect();
    let most = NAME.max(ui.available_width() * 0.3);
    if let Some(name) = widths.first_mut() {
        *name = (*name + 16.0).min(most);
    }
    let spare = ui.available_width() - widths.iter().sum::<f32>();
    if spare > 0.0 {
        let each = spare / count as f32;
        for width in &mut widths {
            *width += each;
        }
    }
    widths
}

fn headings(ui: &mut Ui, shown: &ShownChange<'_>, widths: &[f32]) {
    let weak = Colours::of(ui).text_weak;
    let total: f32 = widths.iter().sum();
    let (rect, _) = ui.allocate_exact_size(vec2(total, ROW), Sense::hover());
    let painter = ui.painter();
    let corner = line(painter, shown.table.corner.as_str(), NOTE, weak, widths[0] - 20.0);
    from_left(painter, corner, rect.left() + 18.0, rect.center().y);
    let mut right = rect.left() + widths[0];
    for (column, width) in shown.table.columns.iter().zip(&widths[1..]) {
        right += width;
        let text = line(painter, column.heading.as_str(), NOTE, weak, width - 4.0);
        to_right(painter, text, pos2(right - 6.0, rect.center().y));
    }
    dividers(ui, shown, widths, rect);
}

/// Lines before the first year after the last data, and before the sums.
fn dividers(ui: &Ui, shown: &ShownChange<'_>, widths: &[f32], rect: Rect) {
    let colours = Colours::of(ui);
    let mut left = rect.left() + widths[0];
    let columns = &shown.table.columns;
    for (n, width) in widths[1..].iter().enumerate() {
        let kind = |n: usize| columns.get(n).map(|column| column.kind);
        let before = n.checked_sub(1).and_then(kind);
        let is_new = matches!(
            (before, kind(n)),
            (
                Some(DecomposedColumnKind::Year { is_open: false }),
                Some(DecomposedColumnKind::Year { is_open: true }),
            ) | (
                Some(DecomposedColumnKind::Year { .. }),
                Some(DecomposedColumnKind::Sum)
            )
        );
        if is_new {
            ui.painter()
                .vline(left + 4.0, rect.y_range(), Stroke::new(1.0, colours.plan));
        }
        left += width;
    }
}

fn figures(
    ui: &mut Ui,
    session: &Session,
    (shown, row): (&ShownChange<'_>, &DecomposedLine),
    widths: &[f32],
    send: &mut Vec<Command>,
) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let total: f32 = widths.iter().sum();
    let lever = match row.kind {
        DecomposedLineKind::Effect(place) => shown.lever(place),
        _ => None,
    };
    let sense = if lever.is_some() {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(total, ROW), sense);
    let said = shown.table.row_in_words(row, language);
    let is_selected = lever.is_some() && session.view().selected(session.document().plan()) == lever;
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_selected, &said));
    if row.kind == DecomposedLineKind::Change {
        ui.painter().rect_filled(rect, 0.0, colours.control);
    }
    if lever.is_some() {
        selection::row(ui, rect, &response, is_selected);
    } else {
        focus_ring(&response);
    }
    let painter = ui.painter();
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, colours.grid));
    if let DecomposedLineKind::Effect(place) = row.kind {
        let square = Rect::from_center_size(pos2(rect.left() + 9.0, rect.center().y), vec2(9.0, 9.0));
        painter.rect_filled(square, 0.0, ink(place, colours));
    }
    let name = line(
        painter,
        row.name.as_str(),
        NOTE + 0.5,
        colours.text,
        widths[0] - 20.0,
    );
    from_left(painter, name, rect.left() + 18.0, rect.center().y);
    let mut right = rect.left() + widths[0];
    for ((cell, column), width) in row.cells.iter().zip(&shown.table.columns).zip(&widths[1..]) {
        right += width;
        let is_weak = column.kind == DecomposedColumnKind::Share;
        let colour = if is_weak { colours.text_weak } else { colours.text };
        let text = line(painter, cell.text.as_str(), NOTE + 0.5, colour, width - 4.0);
        to_right(painter, text, pos2(right - 6.0, rect.center().y));
    }
    dividers(ui, shown, widths, rect);
    if let (true, Some(lever)) = (response.clicked(), lever) {
        send.push(Command::Select(lever));
    }
}

/// The answer in a sentence, what was held, how it was worked out, and of what scope the indicator is.
fn sentences(session: &Session, shown: &ShownChange<'_>, language: Language) -> Vec<String> {
    let plan = session.document().plan();
    let choice = shown.decomposed.choice;
    let other = choice
        .against
        .map(|against| session.decompose_name(against, language));
    let mut said = Vec::new();
    match &shown.decomposed.result {
        Ok(DecomposedChange::Factors(found)) => {
            said.push(decomposition_in_words(plan, found, other.as_deref(), language));
            said.extend(factors_held(plan, found, language));
            said.push(decomposition_method(found, language));
        }
        Ok(DecomposedChange::Levers(found)) => {
            let against = (other.as_deref().unwrap_or_default(), choice.to);
            said.push(attribution_in_words(plan, found, against, language));
            said.extend(roles_in_words(found, language));
            said.push(match found.orders {
                None => say(language, "attribute-exact").into_owned(),
                Some(orders) => Message::new("attribute-sampled")
                    .with("orders", orders)
                    .say(language),
            });
        }
        Err(_) => {}
    }
    let scope = plan.get(choice.indicator).scope.get(language);
    if !scope.is_empty() {
        said.push(Message::new("about-scope").with("text", scope).say(language));
    }
    said
}
