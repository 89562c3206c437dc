//! What will be stored, with its source cell.

use eframe::egui::{Align, Label, Layout, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

use super::ROW;
use super::questions::more;
use crate::scenario::import::{CellContent, FigureKind, Preview, PreviewCell, cell_name};
use crate::session::{Import, Session};
use crate::text::{Language, Message, say};
use crate::ui::theme::Colours;
use crate::wording::entered;

/// Widths of the columns after the indicator's name, in points.
const WIDTHS: [f32; 5] = [44.0, 120.0, 230.0, 130.0, 110.0];
/// Height of the notes, as a fraction of the page's.
const NOTES: f32 = 0.3;
/// Notes shown: each wraps, and must be laid out to place the next.
const MOST_NOTES: usize = 100;

pub(super) fn draw(ui: &mut Ui, session: &Session, import: &Import, preview: &Preview, height: f32) {
    let language = session.view().language;
    if import.seen.to_store.is_empty() {
        let id = if preview.questions.is_empty() && import.others.is_empty() {
            "import-nothing"
        } else {
            "import-nothing-yet"
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
                        "import-column-stored",
                        "import-column-written",
                        "import-column-replaces",
                    ] {
                        header.col(|ui| {
                            ui.strong(say(language, id));
                        });
                    }
                })
                .body(|body| {
                    body.rows(ROW, import.seen.to_store.len(), |mut row| {
                        let Some(cell) = preview.cells.get(import.seen.to_store[row.index()]) else {
                            return;
                        };
                        for text in texts(session, cell) {
                            row.col(|ui| {
                                ui.add(Label::new(text).truncate());
                            });
                        }
                    });
                });
        });
}

/// Indicator, year, form, figure, the cell as written and its position, and what is replaced.
fn texts(session: &Session, cell: &PreviewCell) -> [String; 6] {
    let CellContent::Value {
        indicator,
        year,
        figure: own,
        replaces,
    } = &cell.content
    else {
        return Default::default();
    };
    let language = session.view().language;
    let plan = session.document().plan();
    let kind = session.document().projection().kind(*indicator);
    let in_words = |figure| entered(plan, *indicator, kind, figure, language);
    let old: Vec<String> = replaces.iter().map(|old| in_words(*old)).collect();
    [
        plan.get(*indicator).name.get(language).to_owned(),
        year.to_string(),
        say(language, FigureKind::of(*own).label()).into_owned(),
        in_words(*own),
        Message::new("import-from-cell")
            .with("found", &*cell.raw)
            .with("cell", cell_name(cell.row, cell.column))
            .say(language),
        old.join(" / "),
    ]
}

/// Notes on figures read differently from how they are written.
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
            for note in preview.notes.iter().take(MOST_NOTES) {
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
            more(ui, preview.notes.len(), MOST_NOTES, language);
        });
}
