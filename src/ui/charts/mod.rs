//! The charts: which are shown, what they measure, and a card for each.

mod dodge;
mod legend;
mod moving;
mod plot;
mod reading;
mod targets;

pub(super) use legend::draw as legend;
pub(super) use moving::aimed;
pub(super) use plot::{draw as plot, still};

use eframe::egui::{
    self, Button, ComboBox, Frame, Key, Label, Margin, RichText, Role as A11y, ScrollArea, Stroke,
    StrokeKind, Ui,
};

use super::theme::Colours;
use super::{column, name_control, short};
use crate::figure::{Chart, Mode, Path, Role, trajectory};
use crate::model::Projection;
use crate::session::{Command, Session};
use crate::text::{say, say_with};
use crate::wording::labelled;

/// Smallest useful chart, in points.
const LEAST_SIZE: egui::Vec2 = egui::vec2(225.0, 170.0);
const GAP: f32 = 6.0;
/// Space taken by a card's frame and margins, in points.
const FRAME: f32 = 18.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let plan = session.document().plan();
    toolbar(ui, session, send);
    let named = paths(session);
    let lines: Vec<(Role, &str)> = named
        .iter()
        .rev()
        .map(|(role, name, _)| (*role, name.as_str()))
        .collect();
    let paths: Vec<Path<'_>> = named
        .iter()
        .map(|(role, name, projection)| Path {
            role: *role,
            name,
            projection,
        })
        .collect();
    let enlarged = session.view().enlarged(plan);
    let shown = enlarged.map_or_else(|| session.view().charts(plan), |ix| vec![ix]);
    let document = session.document();
    let charts: Vec<Chart> = shown
        .into_iter()
        .map(|ix| {
            trajectory(plan, &paths, ix, session.view().mode, session.view().language).with_history(
                plan,
                document.scenario(),
                document.projection(),
            )
        })
        .collect();
    legend(ui, session.view().language, &lines, &charts);
    ui.spacing_mut().item_spacing = egui::vec2(GAP, GAP);
    if let (Some(_), Some(chart)) = (enlarged, charts.first()) {
        let size = ui.available_size();
        card(ui, session, chart, size, send);
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            send.push(Command::Enlarge(None));
        }
        return;
    }
    let columns = match ui.available_width() {
        width if width < 2.0 * LEAST_SIZE.x + GAP => 1,
        width if width > 1200.0 && charts.len() > 4 => 3,
        _ => 2,
    };
    let rows = charts.len().div_ceil(columns).max(1) as f32;
    let wanted = (ui.available_height() - GAP * (rows - 1.0)) / rows;
    // If the charts do not fit, they scroll instead of shrinking to nothing.
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (ui.available_width() - GAP * (columns as f32 - 1.0)) / columns as f32;
        let cell = egui::vec2(width, wanted.max(LEAST_SIZE.y));
        for row in charts.chunks(columns) {
            ui.horizontal(|ui| {
                for chart in row {
                    ui.allocate_ui(cell, |ui| card(ui, session, chart, cell, send));
                }
            });
        }
        column::keep_focus_in_sight(ui);
    });
}

/// Chooses what the charts measure, and which are shown.
fn toolbar(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let language = view.language;
    let plan = session.document().plan();
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(say(language, "chart-mode"));
        let combo = ComboBox::from_id_salt("chart mode")
            .selected_text(say(language, view.mode.label()))
            .show_ui(ui, |ui| {
                for mode in Mode::ALL {
                    if ui
                        .selectable_label(mode == view.mode, say(language, mode.label()))
                        .clicked()
                    {
                        send.push(Command::SetMode(mode));
                    }
                }
            });
        combo.response.labelled_by(label.id);
        ui.menu_button(say(language, "chart-choose"), |ui| {
            ui.set_min_width(260.0);
            ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                let shown = view.charts(plan);
                for (ix, indicator) in plan.iter() {
                    let mut is_shown = shown.contains(&ix);
                    if ui.checkbox(&mut is_shown, indicator.name.get(language)).clicked() {
                        send.push(Command::ToggleChart(ix));
                    }
                }
            });
        });
    });
}

/// A path to draw: what it stands for, its name and its levels.
type NamedChart<'a> = (Role, String, &'a Projection);

/// Every path to draw, back to front.
fn paths(session: &Session) -> Vec<NamedChart<'_>> {
    let language = session.view().language;
    let document = session.document();
    let mut paths = vec![(
        Role::Plan,
        say(language, "legend-plan").into_owned(),
        document.plan_path(),
    )];
    let same_plan = |other: &&crate::session::Document| document.shares_plan_with(other);
    for (n, other) in session.pinned().filter(same_plan).enumerate() {
        paths.push((
            Role::Pinned(n),
            short(&other.name(language)).into_owned(),
            other.projection(),
        ));
    }
    paths.push((
        Role::Scenario,
        say(language, "legend-scenario").into_owned(),
        document.projection(),
    ));
    paths
}

fn card(ui: &mut Ui, session: &Session, chart: &Chart, size: egui::Vec2, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    let view = session.view();
    let is_focus = view.selected(session.document().plan()) == Some(chart.indicator);
    let card = Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(1.0, colours.outline))
        .corner_radius(6)
        .inner_margin(Margin::same(8))
        .show(ui, |ui| {
            ui.set_min_size(size - egui::vec2(FRAME, FRAME));
            ui.set_max_size(size - egui::vec2(FRAME, FRAME));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                heading(ui, session, chart, send);
                let unit = RichText::new(&chart.unit).small().color(colours.text_weak);
                ui.add(Label::new(unit).truncate());
                if chart.series.is_empty() {
                    let id = if view.mode == Mode::Level {
                        "chart-no-base"
                    } else {
                        "chart-no-mode"
                    };
                    ui.label(RichText::new(say(view.language, id)).color(colours.text_weak));
                } else {
                    plot(ui, session, chart, send);
                }
            });
        });
    if is_focus {
        // Drawn inside, so that nothing moves when it comes and goes.
        let line = Stroke::new(2.0, colours.accent);
        ui.painter()
            .rect_stroke(card.response.rect, 6.0, line, StrokeKind::Inside);
    }
}

/// Title on the left, chart actions on the right.
fn heading(ui: &mut Ui, session: &Session, chart: &Chart, send: &mut Vec<Command>) {
    let language = session.view().language;
    let ix = chart.indicator;
    let is_large = session.view().enlarged(session.document().plan()).is_some();
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let menu = ui.menu_button("⋮", |ui| {
                let mut offer = |ui: &mut Ui, id: &'static str, command: Command| {
                    if ui.button(say(language, id)).clicked() {
                        send.push(command);
                        ui.close();
                    }
                };
                let enlarge = if is_large { None } else { Some(ix) };
                offer(
                    ui,
                    if is_large { "chart-shrink" } else { "chart-enlarge" },
                    Command::Enlarge(enlarge),
                );
                offer(ui, "chart-earlier", Command::MoveChart(ix, -1));
                offer(ui, "chart-later", Command::MoveChart(ix, 1));
                offer(ui, "chart-hide", Command::ToggleChart(ix));
                offer(ui, "chart-copy", Command::CopyText(chart.as_table(language)));
                offer(ui, "chart-copy-picture", Command::CopyPicture(ix));
            });
            let all = say_with(language, "chart-menu", &[("name", &chart.title)]);
            name_control(&menu.response, A11y::Button, &all);
            menu.response.on_hover_text(all);
            let (sign, id, command) = if is_large {
                ("▾", "chart-shrink", Command::Enlarge(None))
            } else {
                ("▴", "chart-enlarge", Command::Enlarge(Some(ix)))
            };
            let button = ui.add(Button::new(sign).frame(false));
            name_control(
                &button,
                A11y::Button,
                &labelled(&chart.title, &say(language, id), language),
            );
            if button.on_hover_text(say(language, id)).clicked() {
                send.push(command);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(Label::new(RichText::new(&chart.title).strong()).truncate());
            });
        });
    });
}
