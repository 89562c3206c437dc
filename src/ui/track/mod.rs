//! The Track screen (跟踪): official progress, actuals, and what the years left would need.

mod actuals;
mod all;
mod detail;
mod ledger;
mod map;
mod odds;
mod seek;
mod widths;

use eframe::egui::{CentralPanel, Frame, Label, Margin, Panel, RichText, ScrollArea, Ui};

use super::room::Room;
use super::standing;
use super::theme::Colours;
use crate::analysis::RateRule;
use crate::session::{Command, Session, TrackCommand, TrackPage};
use crate::text::say;
use crate::wording;

/// Below this window height, in points, ledger and details are stacked and scroll.
const LOW: f32 = 520.0;
/// The height of the ledger there, in points.
const LEDGER: f32 = 240.0;
/// Below this one the ledger takes the room of what is said above it but the first sentence.
const SHORT: f32 = 720.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    Panel::top("track pages")
        .frame(frame(ui).inner_margin(Margin::symmetric(8, 4)))
        .show(ui, |ui| pages(ui, session, send));
    match session.track_page() {
        TrackPage::Ledger => ledger_page(ui, session, send),
        TrackPage::Actuals => actuals::draw(ui, session, send),
        TrackPage::Map => map::draw(ui, session, send),
    }
    actuals::preview(ui, session, send);
    all::draw(ui, session, send);
}

fn frame(ui: &Ui) -> Frame {
    Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::same(8))
}

/// The page tabs, and controls for all levers at once.
fn pages(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let mut track = |command| send.push(Command::Track(command));
    ui.horizontal_wrapped(|ui| {
        for page in TrackPage::ALL {
            let is_front = session.track_page() == page;
            if ui
                .selectable_label(is_front, say(language, page.label()))
                .clicked()
            {
                track(TrackCommand::ShowPage(page));
            }
        }
        ui.separator();
        ui.menu_button(say(language, "track-all-levers"), |ui| {
            for pace in RateRule::ALL {
                if ui.button(say(language, wording::pace(pace))).clicked() {
                    track(TrackCommand::Continue { lever: None, pace });
                    ui.close();
                }
            }
        });
        if ui.button(say(language, "track-reach-all")).clicked() {
            track(TrackCommand::ShowReachAll(true));
        }
    });
}

/// Every target above, one in detail below.
fn ledger_page(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let window = ui.ctx().content_rect();
    if Room::here(ui) == Room::Compact || window.height() < LOW {
        let frame = frame(ui);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 10.0);
                summary(ui, session);
                ui.allocate_ui([ui.available_width(), LEDGER].into(), |ui| {
                    ledger::draw(ui, session, send);
                });
                ui.separator();
                detail::stacked(ui, session, send);
                super::column::keep_focus_in_sight(ui);
            });
        });
        return;
    }
    let frame = frame(ui);
    Panel::bottom("track detail")
        .resizable(true)
        .default_size(window.height() * 0.5)
        .size_range(180.0..=window.height() * 0.65)
        .frame(frame)
        .show(ui, |ui| detail::beside(ui, session, send));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        summary(ui, session);
        ledger::draw(ui, session, send);
    });
}

/// How many targets are judged, and how; and the meaning of the ledger's marks.
fn summary(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    if ui.ctx().content_rect().height() < SHORT {
        let counts = session.document().evaluation().counts(session.document().plan());
        let all: Vec<String> = standing::sentences(&counts, language).collect();
        let first = all.first().map_or("", String::as_str);
        let line = ui.add(Label::new(RichText::new(first).small()).truncate());
        line.on_hover_text(all.join("\n") + "\n" + &say(language, "cli-legend"));
        return standing::impossible(ui, session, 1);
    }
    standing::summary(ui, session);
    let legend = say(session.view().language, "cli-legend");
    let legend = RichText::new(legend).small().color(Colours::of(ui).text_weak);
    ui.add(Label::new(legend).wrap());
}
