//! What will be stored, beside the cell that it comes from.

use eframe::egui::{Align, Label, Layout, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

use super::ROW;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Actual;
use crate::scenario::import::{Content, Kind, Preview, PreviewCell, cell_name};
use crate::session::{Import, Session};
use crate::text::{Language, Message, numbers, say};
use crate::ui::theme::Colours;
use crate::ui::track::actuals::grid::kind_label;

/// Widths of the columns behind the indicator's name, in points.
const WIDTHS: [f32; 5] = [44.0, 120.0, 230.0, 130.0, 110.0];
/// Height of the notes, as a part of the page's.
const NOTES: f32 = 0.3;

pub(super) fn draw(ui: &mut Ui, session: &Session, import: &Import, preview: &Preview, height: f32) {
    let language = session.view().language;
    if import.to_store.is_empty() {
        let id = if preview.questions.is_empty() && import.others.is_empty() {
            "import-nothing"
        } else {
            "cli-import-nothing-yet"
        };
        ui.label(say(language, id));
    } else {
        let height = if preview.notes.is_empty() {
            height
        } else {
            height * (1.0 - NOTES)
        };
        table(ui, session, import, preview, height);
    }
    notes(ui, preview, height * NOTES, language);
}

fn table(ui: &mut Ui, session: &Session, import: &Import, preview: &Preview, height: f32) {
    let language = session.view().language;
    let plan = session.document().plan();
    ScrollArea::horizontal()
        .id_salt("stored figures")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            let mut table = TableBuilder::new(ui)
                .id_salt("stored")
                .striped(true)
                .max_scroll_height(height - ROW)
                .auto_shrink([false, true])
                .cell_layout(Layout::left_to_right(Align::Center))
                .column(Column::remainder().at_least(160.0).clip(true));
            for width in WIDTHS {
                table = table.column(Column::exact(width).clip(true));
            }
            table
                .header(ROW, |mut header| {
                    for id in [
                        "column-indicator",
                        "column-year",
                        "column-kind",
                        "cli-column-stored",
                        "cli-column-written",
                        "import-column-replaces",
                    ] {
                        header.col(|ui| {
                            ui.strong(say(language, id));
                        });
                    }
                })
                .body(|body| {
                    body.rows(ROW, import.to_store.len(), |mut row| {
                        let Some(cell) = preview.cells.get(import.to_store[row.index()]) else {
                            return;
                        };
                        for text in texts(plan, cell, language) {
                            row.col(|ui| {
                                ui.add(Label::new(text).truncate());
                            });
                        }
                    });
                });
        });
}

/// Indicator, year, form, figure, the cell as written and where, and what is replaced.
fn texts(plan: &Plan, cell: &PreviewCell, language: Language) -> [String; 6] {
    let Content::Value {
        indicator,
        year,
        figure: own,
        replaces,
    } = &cell.content
    else {
        return Default::default();
    };
    let old: Vec<String> = replaces
        .iter()
        .map(|old| figure(plan, *indicator, *old, language))
        .collect();
    [
        plan.get(*indicator).name.get(language).to_owned(),
        year.to_string(),
        say(language, kind_label(Kind::of(*own))).into_owned(),
        figure(plan, *indicator, *own, language),
        Message::new("import-from-cell")
            .with("found", &*cell.raw)
            .with("cell", cell_name(cell.row, cell.column))
            .say(language),
        old.join(" / "),
    ]
}

/// A figure with its sign and unit.
pub(super) fn figure(plan: &Plan, ix: IndicatorIx, figure: Actual, language: Language) -> String {
    let indicator = plan.get(ix);
    let value = numbers::shortest(figure.value());
    let signed = if figure.value() > 0.0 {
        format!("+{value}")
    } else {
        value.clone()
    };
    let (id, value) = match figure {
        Actual::Level(_) if indicator.unit.get(language) == "%" => ("figure-percent", value),
        Actual::Level(_) => {
            return Message::new("import-in-unit")
                .with("value", value)
                .with("unit", indicator.unit.get(language))
                .say(language);
        }
        _ if indicator.is_compound() => ("figure-percent", signed),
        _ if indicator.unit.get(language) == "%" => ("figure-points", signed),
        // Points of an indicator are in its unit.
        _ => {
            return Message::new("import-in-unit")
                .with("value", signed)
                .with("unit", indicator.unit.get(language))
                .say(language);
        }
    };
    Message::new(id).with("value", value).say(language)
}

/// How figures were read that stand otherwise.
fn notes(ui: &mut Ui, preview: &Preview, height: f32, language: Language) {
    if preview.notes.is_empty() {
        return;
    }
    ui.separator();
    ScrollArea::vertical()
        .id_salt("import notes")
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for note in &preview.notes {
                let says = note.says.say(language);
                let text = match note.at {
                    Some((row, column)) => Message::new("import-question-at")
                        .with("cell", cell_name(row, column))
                        .with("asks", says)
                        .say(language),
                    None => says,
                };
                let text = RichText::new(text).small().color(Colours::of(ui).text_weak);
                ui.add(Label::new(text).wrap());
            }
        });
}
