//! A table of a report as on paper: ruled above, below and under its heading.

use std::sync::Arc;

use eframe::egui::{Align, Color32, Galley, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paper::{MOST_ROWS, more, note};
use crate::export::report::{Cell, Table, TableRow};
use crate::text::Language;
use crate::ui::pieces::{SMALL, rows};
use crate::ui::theme::Colours;

/// The space beside and above the text of a cell, in points, and the most lines in it.
const BESIDE: f32 = 3.0;
const ABOVE: f32 = 3.0;
const LINES: usize = 4;

/// Where a column is, and whether it holds figures.
struct TableColumn {
    left: f32,
    width: f32,
    is_figures: bool,
}

pub(super) fn draw(ui: &mut Ui, table: &Table, language: Language) {
    note(ui, &table.caption.to_string(), Align::Center);
    let columns = columns(ui, table);
    let paper = Colours::on(false);
    let heads: Vec<(&str, Color32)> = table
        .columns
        .iter()
        .map(|column| (column.name.as_str(), paper.text))
        .collect();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        rule(ui, 1.2);
        cells(ui, &columns, &heads);
        rule(ui, 0.8);
        for row in table.rows.iter().take(MOST_ROWS) {
            match row {
                TableRow::Group(name) => {
                    let whole = TableColumn {
                        left: 0.0,
                        width: ui.available_width(),
                        is_figures: false,
                    };
                    cells(ui, &[whole], &[(name.as_str(), paper.text_weak)]);
                }
                TableRow::Cells(row) => {
                    let row: Vec<(&str, Color32)> =
                        row.iter().map(|cell| (cell.text.as_str(), ink(cell))).collect();
                    cells(ui, &columns, &row);
                }
            }
        }
        rule(ui, 1.2);
    });
    more(ui, table.rows.len().saturating_sub(MOST_ROWS), language);
    for words in &table.notes {
        note(ui, words, Align::Min);
    }
}

fn ink(cell: &Cell) -> Color32 {
    let paper = Colours::on(false);
    match (cell.status, cell.is_assumed) {
        (_, true) => paper.text_weak,
        (Some(status), _) => paper.status(status),
        (None, false) => paper.text,
    }
}

fn columns(ui: &Ui, table: &Table) -> Vec<TableColumn> {
    let all: f64 = table.columns.iter().map(|column| column.width).sum();
    let room = ui.available_width();
    let mut left = 0.0;
    let placed = table.columns.iter().map(|column| {
        let width = room * (column.width / all.max(1.0)) as f32;
        left += width;
        TableColumn {
            left: left - width,
            width,
            is_figures: column.is_figures,
        }
    });
    placed.collect()
}

fn rule(ui: &mut Ui, width: f32) {
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), width), Sense::hover());
    let line = Stroke::new(width, Colours::on(false).text);
    ui.painter().hline(place.x_range(), place.center().y, line);
}

/// One row; it is as high as its highest cell.
fn cells(ui: &mut Ui, columns: &[TableColumn], texts: &[(&str, Color32)]) {
    let galleys: Vec<Arc<Galley>> = columns
        .iter()
        .zip(texts)
        .map(|(column, (text, ink))| {
            let room = (column.width - 2.0 * BESIDE, LINES);
            rows(ui.painter(), text, SMALL, *ink, room)
        })
        .collect();
    let highest = galleys.iter().map(|galley| galley.size().y).fold(SMALL, f32::max);
    let size = vec2(ui.available_width(), highest + 2.0 * ABOVE);
    let (place, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        let words: Vec<&str> = texts.iter().map(|(text, _)| *text).collect();
        WidgetInfo::labeled(Role::Label, true, words.join("; "))
    });
    if !ui.is_rect_visible(place) {
        return;
    }
    for (column, galley) in columns.iter().zip(galleys) {
        let cell = Rect::from_min_size(
            pos2(place.left() + column.left, place.top()),
            vec2(column.width, size.y),
        );
        let left = if column.is_figures {
            cell.right() - BESIDE - galley.size().x
        } else {
            cell.left() + BESIDE
        };
        ui.painter()
            .galley(pos2(left, cell.top() + ABOVE), galley, Color32::PLACEHOLDER);
    }
}
