//! A table before it is taken over: what each row is about, and what becomes of each cell.

use eframe::egui::{
    self, Align, ComboBox, Id, Key, Label, Layout, Modal, RichText, ScrollArea, TextStyle, Ui, vec2,
};
use egui_extras::{Column, TableBuilder};

use super::grid::kinds;
use crate::file::GridCell;
use crate::scenario::import::{Content, Preview, PreviewCell, PreviewLine};
use crate::session::{ActualsCommand, Command, Import, ImportCommand, Session};
use crate::text::{Language, Message, numbers, say, say_with};
use crate::ui::theme::Colours;
use crate::ui::{focus_first, name_control};

/// Height of a row and width of a column of the table, in points.
const ROW: f32 = 20.0;
const COLUMN: f32 = 96.0;
/// Widths of what a row is called, of what it is about, and of the form of its figures, where there is room; in points.
const WIDTHS: [f32; 3] = [210.0, 250.0, 140.0];
/// The most that the dialog takes of the window's width, and what it leaves at the sides, in points.
const DIALOG: f32 = 980.0;
const BESIDE: f32 = 60.0;

/// The width of the dialog.
fn window_room(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().width() - BESIDE).min(DIALOG)
}
/// Columns beyond this are not drawn; their refusals are listed all the same.
const MOST_COLUMNS: usize = 40;

pub(in crate::ui::track) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let Some(import) = session.import() else {
        return;
    };
    let language = session.view().language;
    let window = ui.ctx().content_rect();
    let mut say_to = |command| send.push(Command::Actuals(ActualsCommand::Import(command)));
    Modal::new(Id::unique("import")).show(ui.ctx(), |ui| {
        ui.set_width(window_room(ui));
        let room = (window.height() - 190.0).max(160.0);
        heading(ui, import, language, &mut say_to);
        match &import.preview {
            Ok(preview) => {
                lines(ui, session, preview, room * 0.4, &mut say_to);
                ui.separator();
                table(ui, import, preview, room * 0.35, language);
                refusals(ui, import, room * 0.25, language);
            }
            Err(failure) => {
                ui.label(RichText::new(failure.headline(language)).color(Colours::of(ui).missed));
                if let Some(remedy) = failure.remedy(language) {
                    ui.add(Label::new(remedy).wrap());
                }
                anchor(ui, session, import, &mut say_to);
            }
        }
        ui.add_space(6.0);
        answers(ui, import, language, &mut say_to);
    });
}

/// Where the table comes from, and its sheets.
fn heading(ui: &mut Ui, import: &Import, language: Language, say_to: &mut impl FnMut(ImportCommand)) {
    ui.horizontal_wrapped(|ui| {
        let name = match &import.path {
            Some(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy(),
            None => say(language, "import-pasted"),
        };
        ui.strong(say_with(language, "import-title", &[("name", &name)]));
        if import.sheets.len() > 1 {
            let chosen = &import.sheets[import.chosen].name;
            let combo = ComboBox::from_id_salt("sheet")
                .selected_text(chosen)
                .show_ui(ui, |ui| {
                    for (n, sheet) in import.sheets.iter().enumerate() {
                        if ui.selectable_label(n == import.chosen, &sheet.name).clicked() {
                            say_to(ImportCommand::ChooseSheet(n));
                        }
                    }
                });
            name_control(
                &combo.response,
                egui::Role::ComboBox,
                &say(language, "import-sheet"),
            );
        }
    });
    if let Some(remark) = &import.remark {
        let colour = Colours::of(ui).close;
        ui.label(RichText::new(remark.say(language)).small().color(colour));
    }
}

/// What each row or column is about, as what its figures are read, and how many can be taken.
fn lines(
    ui: &mut Ui,
    session: &Session,
    preview: &Preview,
    height: f32,
    say_to: &mut impl FnMut(ImportCommand),
) {
    let language = session.view().language;
    ui.push_id("lines", |ui| {
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                egui::Grid::new("import lines")
                    .num_columns(4)
                    .spacing([10.0, 3.0])
                    .show(ui, |ui| {
                        for line in &preview.lines {
                            one_line(ui, session, preview, line, say_to);
                            ui.end_row();
                        }
                    });
            });
    });
    if preview.lines.is_empty() {
        ui.label(say(language, "import-nothing"));
    }
}

fn one_line(
    ui: &mut Ui,
    session: &Session,
    preview: &Preview,
    line: &PreviewLine,
    say_to: &mut impl FnMut(ImportCommand),
) {
    let language = session.view().language;
    let plan = session.document().plan();
    let colours = Colours::of(ui);
    let left = Layout::left_to_right(Align::Center);
    // In a grid, the room of a cell is that of its column; the dialog's is what they share.
    let [name, about, kind] = WIDTHS.map(|width| width.min(width / 620.0 * (window_room(ui) - 130.0)));
    ui.allocate_ui_with_layout(vec2(name, ROW), left, |ui| {
        ui.set_min_width(name);
        ui.add(Label::new(&line.raw).truncate());
    });
    let nothing = say(
        language,
        if line.is_settled {
            "import-leave-out"
        } else {
            "import-choose"
        },
    );
    let shown = line
        .indicator
        .map_or(nothing.as_ref(), |ix| plan.get(ix).name.get(language));
    let combo = ComboBox::from_id_salt(("about", line.line))
        .selected_text(shown)
        .width(about)
        .truncate()
        .show_ui(ui, |ui| {
            if ui
                .selectable_label(false, say(language, "import-leave-out"))
                .clicked()
            {
                say_to(ImportCommand::About(line.line, None));
            }
            for (ix, indicator) in plan.iter() {
                let is_chosen = line.indicator == Some(ix);
                if ui
                    .selectable_label(is_chosen, indicator.name.get(language))
                    .clicked()
                {
                    say_to(ImportCommand::About(line.line, Some(ix)));
                }
            }
        });
    let label = say_with(language, "import-about", &[("name", &line.raw)]);
    name_control(&combo.response, egui::Role::ComboBox, &label);
    let read = line.indicator.and_then(|ix| {
        let mut kinds = preview.kinds.iter();
        kinds.find(|(other, _)| *other == ix).map(|(_, kind)| (ix, *kind))
    });
    match read {
        Some((ix, found)) => {
            if let Some(chosen) = kinds(ui, ("read as", line.line), (found, kind), &line.raw, language) {
                say_to(ImportCommand::ReadAs(ix, chosen));
            }
        }
        None => {
            ui.label("");
        }
    }
    let count = Message::new("import-counts")
        .with("accepted", line.accepted)
        .with("refused", line.refused)
        .say(language);
    let colour = if line.refused > 0 {
        colours.missed
    } else {
        colours.text_weak
    };
    ui.label(RichText::new(count).small().color(colour));
}

/// The table as it is, each cell in the colour of what becomes of it and with the reason on hover.
fn table(ui: &mut Ui, import: &Import, preview: &Preview, height: f32, language: Language) {
    let grid = import.grid();
    let width = grid.width().min(MOST_COLUMNS);
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
        (Some(found), _) => found.raw.clone(),
        (None, GridCell::Empty) => return,
        (None, cell) => cell.written().into_owned(),
    };
    let text = RichText::new(text).small();
    let (text, hover) = match found.map(|found| &found.content) {
        Some(Content::Value { replaces, .. }) => {
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
        Some(Content::Refused { what, help, .. }) => {
            let hover = format!("{}\n{}", what.say(language), help.say(language));
            (text.color(colours.missed).strikethrough(), Some(hover))
        }
        Some(Content::Asked { .. }) => (text.color(colours.close), None),
        Some(Content::Year(_) | Content::Name(_)) => (text.color(colours.accent), None),
        Some(Content::Missing | Content::Ignored) | None => (text.color(colours.text_weak), None),
    };
    let label = ui.add(Label::new(text).truncate().show_tooltip_when_elided(false));
    if let Some(hover) = hover {
        label.on_hover_text(hover);
    }
}

/// What cannot be taken, with the reason.
fn refusals(ui: &mut Ui, import: &Import, height: f32, language: Language) {
    if import.refusals.is_empty() {
        return;
    }
    ui.separator();
    ui.push_id("refusals", |ui| {
        let row = ui.text_style_height(&TextStyle::Small);
        ScrollArea::both()
            .max_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, row, import.refusals.len(), |ui, shown| {
                for refusal in &import.refusals[shown] {
                    let sentence = Message::new("import-refusal")
                        .with("row", refusal.row + 1)
                        .with("column", refusal.column + 1)
                        .with("what", refusal.what.clone())
                        .with("help", refusal.help.clone());
                    ui.add(Label::new(RichText::new(sentence.say(language)).small()).extend());
                }
            });
    });
}

/// The place of the first figure, for a table that names neither indicators nor years.
fn anchor(ui: &mut Ui, session: &Session, import: &Import, say_to: &mut impl FnMut(ImportCommand)) {
    let language = session.view().language;
    let plan = session.document().plan();
    let (Some((first, _)), first_year) = (plan.iter().next(), plan.base_year + 1) else {
        return;
    };
    let (ix, year) = import.options.anchor.unwrap_or((first, first_year));
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(say(language, "import-first-figure"));
        let combo = ComboBox::from_id_salt("anchor lever")
            .selected_text(plan.get(ix).name.get(language))
            .width(240.0)
            .truncate()
            .show_ui(ui, |ui| {
                for (other, indicator) in plan.iter() {
                    if ui
                        .selectable_label(other == ix, indicator.name.get(language))
                        .clicked()
                    {
                        say_to(ImportCommand::Anchor(other, year));
                    }
                }
            });
        combo.response.labelled_by(label.id);
        let combo = ComboBox::from_id_salt("anchor year")
            .selected_text(year.to_string())
            .width(70.0)
            .show_ui(ui, |ui| {
                let earlier = session.earlier_years();
                for other in earlier.into_iter().chain(plan.years().skip(1)) {
                    if ui.selectable_label(other == year, other.to_string()).clicked() {
                        say_to(ImportCommand::Anchor(ix, other));
                    }
                }
            });
        name_control(&combo.response, egui::Role::ComboBox, &say(language, "seek-year"));
    });
}

fn answers(ui: &mut Ui, import: &Import, language: Language, say_to: &mut impl FnMut(ImportCommand)) {
    let count = import.accepted;
    ui.horizontal(|ui| {
        let label = Message::new("import-take").with("count", count).say(language);
        let take = ui.add_enabled_ui(count > 0, |ui| ui.button(label)).inner;
        if take.clicked() {
            say_to(ImportCommand::TakeOver);
        }
        let cancel = ui.button(say(language, "answer-cancel"));
        focus_first(ui, if count > 0 { &take } else { &cancel });
        if cancel.clicked() || ui.input(|input| input.key_pressed(Key::Escape)) {
            say_to(ImportCommand::Discard);
        }
    });
}
