//! The feasibility map: two levers as axes, the boundary of every target, and the area where all of them hold.

mod kept;
mod labels;
mod legend;
mod picture;
mod plot;
mod scale;

use eframe::egui::{self, CentralPanel, ComboBox, Label, Panel, RichText, ScrollArea, Ui};

use super::frame;
use crate::session::{Command, JobKey, MapAxis, Session, TrackCommand};
use crate::text::say;
use crate::ui::room::Room;
use crate::ui::theme::Colours;
use crate::ui::{levers, name_control, working};
use crate::wording::{no_map, parameter_in_words};

/// Below this window width, in points, there is no room for levers beside the map.
const ROOM_FOR_LEVERS: f32 = 1000.0;
/// The height of a map above its legend, in points.
const STACKED: f32 = 300.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let width = ui.ctx().content_rect().width();
    // The map follows the levers that are not on its axes, so they are shown beside it.
    if width >= ROOM_FOR_LEVERS {
        Panel::left("map levers")
            .default_size(if width < 1150.0 { 260.0 } else { 320.0 })
            .size_range(230.0..=420.0)
            .frame(frame(ui))
            .show(ui, |ui| levers::draw(ui, session, send));
    }
    if Room::here(ui) == Room::Compact {
        let frame = frame(ui);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 10.0);
                axes(ui, session, send);
                ui.allocate_ui([ui.available_width(), STACKED].into(), |ui| {
                    map(ui, session, send);
                });
                legend::draw(ui, session, send);
            });
        });
        return;
    }
    Panel::right("map legend")
        .default_size(290.0)
        .size_range(200.0..=420.0)
        .frame(frame(ui))
        .show(ui, |ui| {
            axes(ui, session, send);
            ui.add_space(6.0);
            crate::ui::column::scrolling(ui, |ui| legend::draw(ui, session, send));
        });
    CentralPanel::default()
        .frame(frame(ui))
        .show(ui, |ui| map(ui, session, send));
}

/// Chooses the map's levers.
fn axes(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    let Some(axes) = session.map_axes() else {
        return;
    };
    for (axis, chosen) in MapAxis::ALL.into_iter().zip(axes) {
        let label = say(language, axis.label());
        ui.horizontal(|ui| {
            ui.label(RichText::new(label.as_ref()).small());
            working::note(
                ui,
                language,
                axis == MapAxis::Across && session.is_at_work(JobKey::Map),
            );
        });
        let combo = ComboBox::from_id_salt(("map axis", axis))
            .selected_text(parameter_in_words(plan, chosen, language))
            .width(ui.available_width() - 12.0)
            .truncate()
            .show_ui(ui, |ui| {
                for parameter in session.map_parameters() {
                    let name = parameter_in_words(plan, parameter, language);
                    if ui.selectable_label(parameter == chosen, name).clicked() {
                        send.push(Command::Track(TrackCommand::SetAxis(axis, parameter)));
                    }
                }
            });
        name_control(&combo.response, egui::Role::ComboBox, &label);
    }
}

fn map(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    let Some(shown) = session.map() else {
        if session.map_axes().is_none() {
            ui.label(say(language, "map-too-few-levers"));
        } else {
            working::note(ui, language, session.is_at_work(JobKey::Map));
        }
        return;
    };
    match &shown.result {
        Ok(map) => plot::draw(ui, session, (shown, map), send),
        Err(why) => {
            let why = no_map(plan, *why, language);
            ui.add(Label::new(RichText::new(why).color(Colours::of(ui).text_weak)).wrap());
        }
    }
}
