//! All rates as one table, levers by years: open years are typed or pasted, past years show what happened.

use eframe::egui::{Align, Event, Label, Layout, RichText, Ui, ViewportCommand, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use super::groups::{Group, groups};
use super::lever::Lever;
use super::sheet_cell::{self, RateCell, WIDTH};
use super::value::around;
use crate::file::pasted;
use crate::plan::{IndicatorIx, years};
use crate::scenario::Rates;
use crate::scenario::schedule::fill_right;
use crate::session::{Command, Phase, Session};
use crate::text::{Language, say};
use crate::ui::column::keep_focus_in_sight;
use crate::ui::theme::Colours;
use crate::wording::points_or_percent;

/// Height of a row and widths of the columns before the years, in points.
const ROW: f32 = 25.0;
const NAME: f32 = 150.0;
const UNIT: f32 = 110.0;

/// The table, in place of the charts.
pub(in crate::ui) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    let groups = groups(plan, language);
    let levers: Vec<IndicatorIx> = groups
        .iter()
        .flat_map(|group| group.levers.iter().copied())
        .collect();
    paste(ui, session, &levers, send);
    tools(ui, session, &groups, send);
    ui.spacing_mut().item_spacing = vec2(3.0, 1.0);
    let steps = plan.steps();
    let others = UNIT + years(steps) as f32 * (WIDTH + 3.0) + 24.0;
    let name = (ui.available_width() - others).max(NAME);
    eframe::egui::ScrollArea::horizontal()
        .auto_shrink(false)
        .show(ui, |ui| {
            let table = TableBuilder::new(ui)
                .id_salt("rates")
                .auto_shrink(false)
                .cell_layout(Layout::left_to_right(Align::Center))
                .column(Column::exact(name).clip(true))
                .column(Column::exact(UNIT).clip(true))
                .columns(Column::exact(WIDTH), steps);
            let table = table.header(20.0, |mut row| header(&mut row, session));
            table.body(|mut body| {
                for group in &groups {
                    body.row(ROW, |mut row| heading(&mut row, &group.title, steps));
                    for ix in &group.levers {
                        let below = levers.iter().skip_while(|other| *other != ix).nth(1);
                        body.row(ROW, |mut row| fill(&mut row, session, *ix, below.copied(), send));
                    }
                }
                keep_focus_in_sight(body.ui_mut());
            });
        });
    sheet_cell::go_to_next(ui);
}

/// What can be done with the cell last typed in, and the way back to the charts.
fn tools(ui: &mut Ui, session: &Session, groups: &[Group<'_>], send: &mut Vec<Command>) {
    let language = session.view().language;
    let current = sheet_cell::current(ui, session);
    ui.horizontal_wrapped(|ui| {
        if ui.button(say(language, "table-back")).clicked() {
            send.push(Command::ShowRatesTable(false));
        }
        let can_fill = current.is_some();
        let mut button = |id: &'static str| {
            ui.add_enabled_ui(can_fill, |ui| ui.button(say(language, id)))
                .inner
                .clicked()
        };
        if button("schedule-fill")
            && let Some(RateCell { ix, step }) = current
        {
            let mut rates = session.document().rates(ix);
            fill_right(&mut rates, step);
            send.push(Command::SetRates {
                lever: ix,
                rates: Rates::Yearly(rates),
                phase: Phase::Done,
            });
        }
        if button("table-fill-down")
            && let Some(cell) = current
        {
            send.push(Command::SetManyRates(down(session, groups, cell)));
        }
        if ui.button(say(language, "actuals-paste")).clicked() {
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        let hint = RichText::new(say(language, "table-hint")).small();
        ui.add(Label::new(hint.color(Colours::of(ui).text_weak)).wrap());
    });
}

/// The rate of a cell in the levers below it in its group, where these are counted alike and the year is open.
fn down(session: &Session, groups: &[Group<'_>], cell: RateCell) -> Vec<(IndicatorIx, Option<Rates>)> {
    let from = Lever::new(session, cell.ix);
    let rate = session
        .document()
        .rates(cell.ix)
        .get(cell.step)
        .copied()
        .unwrap_or(0.0);
    let group = groups.iter().find(|group| group.levers.contains(&cell.ix));
    let levers = group.map(|group| group.levers.as_slice()).unwrap_or_default();
    let below = levers.iter().skip_while(|ix| **ix != cell.ix).skip(1);
    let set = below.filter_map(|ix| {
        let lever = Lever::new(session, *ix);
        let is_alike = around(&lever) == around(&from) && !lever.is_task();
        if !is_alike || cell.step < lever.setting.last_actual {
            return None;
        }
        let mut rates = session.document().rates(*ix);
        *rates.get_mut(cell.step)? = rate;
        Some((*ix, Some(Rates::Yearly(rates))))
    });
    set.collect()
}

fn header(row: &mut TableRow<'_, '_>, session: &Session) {
    let language = session.view().language;
    let mut heading = |text: &str, layout: Layout| {
        row.col(|ui| {
            let text = RichText::new(text).small().color(Colours::of(ui).text_weak);
            ui.with_layout(layout, |ui| ui.add(Label::new(text).truncate()));
        });
    };
    let left = Layout::left_to_right(Align::Center);
    heading(&say(language, "column-indicator"), left);
    heading(&say(language, "column-unit"), left);
    for year in session.document().plan().years().skip(1) {
        heading(&year.to_string(), Layout::right_to_left(Align::Center));
    }
}

fn heading(row: &mut TableRow<'_, '_>, title: &str, steps: usize) {
    row.col(|ui| {
        let text = RichText::new(title).small().color(Colours::of(ui).accent);
        ui.add(Label::new(text).truncate());
    });
    for _ in 0..=steps {
        row.col(|_| {});
    }
}

fn fill(
    row: &mut TableRow<'_, '_>,
    session: &Session,
    ix: IndicatorIx,
    below: Option<IndicatorIx>,
    send: &mut Vec<Command>,
) {
    let language: Language = session.view().language;
    let lever = Lever::new(session, ix);
    row.col(|ui| {
        let name = lever.indicator.short_name(language);
        ui.add(Label::new(name).truncate().show_tooltip_when_elided(false))
            .on_hover_text(lever.full_name());
    });
    row.col(|ui| {
        let unit = points_or_percent(lever.indicator, language);
        let text = RichText::new(unit).small().color(Colours::of(ui).text_weak);
        ui.add(Label::new(text).truncate());
    });
    for step in 0..session.document().plan().steps() {
        row.col(|ui| sheet_cell::draw(ui, &lever, RateCell { ix, step }, below, send));
    }
}

/// A pasted table goes into the cell with the focus and those right and below, as one step; what cannot be taken stays
/// in its cell with the reason. Figures for past years are passed over.
fn paste(ui: &Ui, session: &Session, levers: &[IndicatorIx], send: &mut Vec<Command>) {
    let Some(RateCell { ix, step }) = sheet_cell::current(ui, session) else {
        return;
    };
    let mut text = None;
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(found) if found.trim_matches(['\r', '\n']).contains(['\t', '\n', '\r']) => {
                text = Some(found.clone());
                false
            }
            _ => true,
        });
    });
    let Some(grid) = text.and_then(|text| pasted(&text).ok()) else {
        return;
    };
    if let Some(focused) = ui.memory(eframe::egui::Memory::focused) {
        ui.memory_mut(|memory| memory.surrender_focus(focused));
    }
    let mut all = Vec::new();
    for (row, ix) in levers.iter().skip_while(|other| **other != ix).enumerate() {
        let lever = Lever::new(session, *ix);
        let mut rates = session.document().rates(*ix);
        let before = rates.clone();
        for (column, cell) in grid.row(row).enumerate() {
            let cell_at = RateCell {
                ix: *ix,
                step: step + column,
            };
            let found = cell.written();
            if cell_at.step >= rates.len()
                || cell_at.step < lever.setting.last_actual
                || found.trim().is_empty()
            {
                continue;
            }
            match sheet_cell::read(&lever, &found) {
                Ok(rate) => {
                    sheet_cell::forget(ui, session, cell_at);
                    rates[cell_at.step] = rate;
                }
                Err(reason) => sheet_cell::refuse(ui, session, cell_at, &found, reason),
            }
        }
        if rates != before {
            all.push((*ix, Some(Rates::Yearly(rates))));
        }
    }
    if !all.is_empty() {
        send.push(Command::SetManyRates(all));
    }
}
