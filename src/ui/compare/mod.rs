//! The Compare screen (对比): which scenarios, what differs between them, and why.

mod add;
mod cards;
mod effects;
mod empty;
mod rows;
mod select;
mod strip;
mod table;
mod why;

pub(super) use add::menu_for;

use eframe::egui::{CentralPanel, Frame, Label, Margin, RichText, ScrollArea, Ui, UiBuilder, vec2};

use super::room::Room;
use super::theme::Colours;
use crate::analysis::comparison::ComparisonError;
use crate::session::{Command, ComparedScenarios, JobKey, Session};
use crate::text::say;

/// The space around what stands below the strip, in points.
const GAP: f32 = 8.0;
/// The part of the height that the charts take, and their least and most, in points.
const CHARTS: f32 = 0.34;
const LEAST_CHARTS: f32 = 172.0;
const MOST_CHARTS: f32 = 300.0;
/// The part of the width that the table takes.
const TABLE: f32 = 0.595;
/// The height of the table and of the reasons below each other, in points.
const STACKED: f32 = 380.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    strip::draw(ui, session, send);
    let ground = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::same(GAP as i8));
    CentralPanel::default().frame(ground).show(ui, |ui| {
        if session.compared().len() < 2 {
            return empty::draw(ui, session, send);
        }
        let Some(found) = session.compared_scenarios() else {
            if session.job(&JobKey::Comparison).is_some() {
                ui.label(say(session.view().language, "job-working"));
            }
            return;
        };
        match &found.result {
            Ok(_) => contents(ui, session, found, send),
            Err(why) => refused(ui, session, *why),
        }
    });
}

/// Charts above, the table and the reasons below, beside each other where there is room.
fn contents(ui: &mut Ui, session: &Session, found: &ComparedScenarios, send: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing = vec2(GAP, GAP);
    if Room::here(ui) == Room::Compact {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            cards::draw(ui, session, found, LEAST_CHARTS, send);
            let width = ui.available_width();
            ui.allocate_ui(vec2(width, STACKED), |ui| table::draw(ui, session, found, send));
            ui.allocate_ui(vec2(width, STACKED), |ui| why::draw(ui, session, found, send));
        });
        return;
    }
    let height = (ui.available_height() * CHARTS).clamp(LEAST_CHARTS, MOST_CHARTS);
    cards::draw(ui, session, found, height, send);
    let rest = ui.available_rect_before_wrap();
    let middle = rest.left() + rest.width() * TABLE;
    let left = rest.with_max_x(middle - GAP / 2.0);
    let right = rest.with_min_x(middle + GAP / 2.0);
    table::draw(
        &mut ui.new_child(UiBuilder::new().max_rect(left)),
        session,
        found,
        send,
    );
    why::draw(
        &mut ui.new_child(UiBuilder::new().max_rect(right)),
        session,
        found,
        send,
    );
}

/// Why scenarios cannot be compared, and what to do.
fn refused(ui: &mut Ui, session: &Session, why: ComparisonError) {
    let language = session.view().language;
    let what = match why {
        ComparisonError::TooFew => "compare-one",
        ComparisonError::NoIndicator => "compare-nothing-shared",
        ComparisonError::NoYears => "compare-no-years",
    };
    ui.add(Label::new(say(language, what)).wrap());
    let help = RichText::new(say(language, "compare-shared-help")).color(Colours::of(ui).text_weak);
    ui.add(Label::new(help).wrap());
}
