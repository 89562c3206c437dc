//! The table as it is, each cell coloured by what happens to it.

use eframe::egui::{Align, Label, Layout, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

use super::ROW;
use crate::file::GridCell;
use crate::scenario::import::{CellContent, Preview, PreviewCell};
use crate::session::Import;
use crate::text::{Language, numbers, say, say_with};
use crate::ui::theme::Colours;

/// Width of a column, in points.
const COLUMN: f32 = 96.0;
/// Columns beyond this are not drawn; refusals in them are still listed.
const MOST_COLUMNS: usize = 40;

/// The table as it is, each cell coloured by what happens to it, with the reason on hover.
pub(super) fn draw(ui: &mut Ui, import: &Import, preview: &Preview, height: f32, language: Language) {
    let grid = import.grid();
    let width = import.seen.width.min(MOST_COLUMNS);
    ScrollArea::horizontal()
        .id_salt("import table")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            TableBuilder::new(ui)
                .id_salt("imported")
                .striped(true)
                .max_scroll_height(height)
                .auto_shrink([true, true])
                .cell_layout(Layout::left_to_right(Align::Center))
                .columns(Column::exact(COLUMN).clip(true), width)
                .body(|body| {
                    body.rows(ROW, grid.height(), |mut row| {
                        let at = row.index();
                        for column in 0..width {
                            row.col(|ui| {
                                cell(ui, grid.get(at, column), found(preview, at, column), language);
                            });
                        }
                    });
                });
        });
}

fn found(preview: &Preview, row: usize, column: usize) -> Option<&PreviewCell> {
    let position = preview
        .cells
        .binary_search_by_key(&(row, column), |cell| (cell.row, cell.column));
    position.ok().map(|position| &preview.cells[position])
}

fn cell(ui: &mut Ui, raw: &GridCell, found: Option<&PreviewCell>, language: Language) {
    let colours = Colours::of(ui);
    let text = match (found, raw) {
        (Some(found), _) => found.raw.to_string(),
        (None, GridCell::Empty) => return,
        (None, cell) => cell.written().into_owned(),
    };
    let text = RichText::new(text).small();
    let (text, hover) = match found.map(|found| &found.content) {
        Some(CellContent::Value { replaces, .. }) => {
            let old: Vec<String> = replaces
                .iter()
                .map(|old| numbers::shortest(old.value()))
                .collect();
            let hover = if old.is_empty() {
                say(language, "import-new").into_owned()
            } else {
                say_with(language, "import-replaces", &[("old", &old.join(" / "))])
            };
            let text = if old.is_empty() { text } else { text.underline() };
            (text.strong(), Some(hover))
        }
        Some(CellContent::Refused { what, help, .. }) => {
            let hover = format!("{}\n{}", what.say(language), help.say(language));
            (text.color(colours.missed).strikethrough(), Some(hover))
        }
        Some(CellContent::Asked { .. }) => (text.color(colours.close), None),
        Some(CellContent::Year(_) | CellContent::Name(_)) => (text.color(colours.accent), None),
        Some(CellContent::Missing | CellContent::Ignored) | None => (text.color(colours.text_weak), None),
    };
    let label = ui.add(Label::new(text).truncate().show_tooltip_when_elided(false));
    if let Some(hover) = hover {
        label.on_hover_text(hover);
    }
}
