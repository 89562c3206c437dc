//! The grid: one indicator per row, one year per column.

use eframe::egui::{Align, Button, ComboBox, Id, Label, Layout, RichText, Role, ScrollArea, Ui, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use super::cell::{YEAR, cell};
use crate::plan::{IndicatorIx, Plan, years};
use crate::scenario::import::FigureKind;
use crate::session::{ActualsCommand, Command, Session};
use crate::text::{Language, numbers, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::wording::unit;

/// Height of a row and widths of columns, in points.
const ROW: f32 = 26.0;
const NAME: f32 = 150.0;
const KIND: f32 = 150.0;
const BASE: f32 = 64.0;
const GAP: f32 = 4.0;

/// A row: a heading of the plan, or an indicator. Derived indicators have figures of their own as well.
enum ActualsRow {
    Category(usize),
    Series(IndicatorIx),
}

fn entries(plan: &Plan) -> Vec<ActualsRow> {
    let mut entries = Vec::new();
    for category in 0..plan.categories.len() {
        let series = plan
            .iter()
            .filter(|(_, indicator)| indicator.category == category);
        let series: Vec<ActualsRow> = series.map(|(ix, _)| ActualsRow::Series(ix)).collect();
        if !series.is_empty() {
            entries.push(ActualsRow::Category(category));
            entries.extend(series);
        }
    }
    entries
}

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let plan = session.document().plan();
    ui.spacing_mut().item_spacing = vec2(GAP, 1.0);
    let earlier = session.earlier_years();
    let columns = earlier.len() + plan.steps();
    let others = KIND + BASE + years(columns) as f32 * (YEAR + GAP) + 3.0 * GAP;
    let name = (ui.available_width() - others - 12.0).max(NAME);
    let entries = entries(plan);
    ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
        let table = TableBuilder::new(ui)
            .id_salt("actuals")
            .auto_shrink(false)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(name).clip(true))
            .column(Column::exact(KIND).clip(true))
            .columns(Column::exact(YEAR), earlier.len())
            .column(Column::exact(BASE).clip(true))
            .columns(Column::exact(YEAR), plan.steps());
        let table = table.header(20.0, |mut row| {
            header(&mut row, plan, &earlier, session.view().language);
        });
        table.body(|mut body| {
            for (n, entry) in entries.iter().enumerate() {
                body.row(ROW, |mut row| match entry {
                    ActualsRow::Category(category) => {
                        heading(&mut row, plan, *category, columns, session.view().language);
                    }
                    ActualsRow::Series(ix) => {
                        row.set_selected(session.actuals_row() == Some(*ix));
                        let below = entries[n + 1..].iter().find_map(|entry| match entry {
                            ActualsRow::Series(below) => Some(*below),
                            ActualsRow::Category(_) => None,
                        });
                        fill(&mut row, session, *ix, &earlier, below, send);
                    }
                });
            }
            crate::ui::column::keep_focus_in_sight(body.ui_mut());
        });
    });
    let next_id = Id::unique("next cell");
    if let Some(next) = ui.data(|data| data.get_temp::<Id>(next_id)) {
        ui.data_mut(|data| data.remove::<Id>(next_id));
        ui.memory_mut(|memory| memory.request_focus(next));
    }
}

fn header(row: &mut TableRow<'_, '_>, plan: &Plan, earlier: &[i32], language: Language) {
    let mut heading = |text: &str, layout: Layout| {
        row.col(|ui| {
            let text = RichText::new(text).small().color(Colours::of(ui).text_weak);
            ui.with_layout(layout, |ui| ui.add(Label::new(text).truncate()));
        });
    };
    let left = Layout::left_to_right(Align::Center);
    let right = Layout::right_to_left(Align::Center);
    heading(&say(language, "column-indicator"), left);
    heading(&say(language, "actuals-kind"), left);
    for year in earlier {
        heading(&year.to_string(), right);
    }
    heading(&plan.base_year.to_string(), right);
    for year in plan.years().skip(1) {
        heading(&year.to_string(), right);
    }
}

fn heading(row: &mut TableRow<'_, '_>, plan: &Plan, category: usize, columns: usize, language: Language) {
    row.col(|ui| {
        let text = RichText::new(plan.categories[category].name.get(language)).small();
        ui.add(Label::new(text.color(Colours::of(ui).accent)).truncate());
    });
    for _ in 0..columns + 2 {
        row.col(|_| {});
    }
}

fn fill(
    row: &mut TableRow<'_, '_>,
    session: &Session,
    ix: IndicatorIx,
    earlier: &[i32],
    below: Option<IndicatorIx>,
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let document = session.document();
    let plan = document.plan();
    let name = plan.get(ix).name.get(language);
    row.col(|ui| {
        let is_chosen = session.actuals_row() == Some(ix);
        let button = ui.add(Button::selectable(is_chosen, name).truncate());
        let about = say_with(language, "actuals-row", &[("name", name)]);
        name_control(&button, Role::Button, &about);
        let unit = unit(plan, plan.get(ix), document.projection().kind(ix), language);
        let hover = match super::series::derived_hint(session, ix) {
            Some(hint) => format!("{unit}\n{hint}"),
            None => unit.into_owned(),
        };
        if button.on_hover_text(hover).clicked() {
            send.push(Command::Actuals(ActualsCommand::Look(ix)));
        }
    });
    row.col(|ui| kind(ui, session, ix, name, send));
    for year in earlier {
        row.col(|ui| cell(ui, session, (ix, *year), below, send));
    }
    row.col(|ui| {
        let base = document.projection().levels(ix).map(|levels| levels[0]);
        let text = base.map_or_else(|| "–".to_owned(), numbers::level);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(text).small().color(Colours::of(ui).text_weak));
        });
    });
    for year in plan.years().skip(1) {
        row.col(|ui| cell(ui, session, (ix, year), below, send));
    }
}

/// The form in which a row is shown and typed.
fn kind(ui: &mut Ui, session: &Session, ix: IndicatorIx, name: &str, send: &mut Vec<Command>) {
    let kind = session.actual_kind(ix);
    let salt = ("kind", ix.position());
    if let Some(chosen) = kinds(ui, salt, (kind, KIND - 12.0), name, session.view().language) {
        send.push(Command::Actuals(ActualsCommand::SetKind(ix, chosen)));
    }
}

/// A list of forms for the figures of the named series; returns the one chosen.
pub(super) fn kinds(
    ui: &mut Ui,
    salt: (&'static str, usize),
    (kind, width): (FigureKind, f32),
    name: &str,
    language: Language,
) -> Option<FigureKind> {
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(salt)
        .selected_text(RichText::new(say(language, kind.label())).small())
        .width(width)
        .truncate()
        .show_ui(ui, |ui| {
            for other in FigureKind::ALL {
                if ui
                    .selectable_label(other == kind, say(language, other.label()))
                    .clicked()
                {
                    chosen = Some(other);
                }
            }
        });
    let label = say_with(language, "actuals-kind-of", &[("name", name)]);
    name_control(&combo.response, Role::ComboBox, &label);
    chosen
}
