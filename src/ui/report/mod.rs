//! The Report screen (报告): what reports contain on the left, options and the export on the right, the part that is looked
//! at in the middle. Without room for all of it they take turns.

mod action;
mod files;
mod options;
mod outline;
mod outline_row;
mod paper;
mod paper_table;
mod preview;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::pieces::segments;
use super::room::Room;
use super::theme::Colours;
use crate::session::{Command, ReportCommand, ReportPage, Session};
use crate::text::say;

/// The widths of the outline and the options, in points.
const OUTLINE: f32 = 276.0;
const OPTIONS: f32 = 300.0;
/// The height below which the export scrolls with the options.
const LOW: f32 = 500.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let frame = Frame::new().fill(Colours::of(ui).surface);
    let room = Room::here(ui);
    if room == Room::Wide {
        Panel::left("report outline")
            .exact_size(OUTLINE)
            .frame(frame)
            .show(ui, |ui| outline::draw(ui, session, send));
    }
    if room != Room::Compact {
        Panel::right("report options")
            .exact_size(OPTIONS)
            .frame(frame)
            .show(ui, |ui| with_export(ui, session, send));
    }
    let pages: &[ReportPage] = match room {
        Room::Wide => &[ReportPage::Preview],
        Room::Narrow => &[ReportPage::Preview, ReportPage::Outline],
        Room::Compact => &ReportPage::ALL,
    };
    let chosen = pages.iter().position(|page| *page == session.report_page());
    let chosen = chosen.unwrap_or_default();
    if pages.len() > 1 {
        turns(ui, session, pages, chosen, send);
    }
    let ground = frame.fill(Colours::of(ui).ground);
    match pages[chosen] {
        ReportPage::Preview => CentralPanel::default()
            .frame(ground)
            .show(ui, |ui| preview::draw(ui, session, send)),
        ReportPage::Outline => CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| outline::draw(ui, session, send)),
        ReportPage::Options => CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| with_export(ui, session, send)),
    };
}

/// The pages that take turns.
fn turns(ui: &mut Ui, session: &Session, pages: &[ReportPage], chosen: usize, send: &mut Vec<Command>) {
    let language = session.view().language;
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::symmetric(8, 5));
    Panel::top("report pages").frame(frame).show(ui, |ui| {
        let words: Vec<_> = pages.iter().map(|page| say(language, page.label())).collect();
        if let Some(clicked) = segments(ui, &words, Some(chosen)) {
            send.push(Command::Report(ReportCommand::ShowPage(pages[clicked])));
        }
    });
}

/// The options, and the export below them: always in sight where the window is high enough.
fn with_export(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let margin = Margin::symmetric(16, 10);
    if ui.available_height() < LOW {
        return super::column::scrolling(ui, |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                action::draw(ui, session, send);
                ui.add_space(10.0);
                options::draw(ui, session, send);
            });
        });
    }
    Panel::bottom("report export")
        .frame(Frame::new().inner_margin(margin))
        .show(ui, |ui| action::draw(ui, session, send));
    CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
        super::column::scrolling(ui, |ui| {
            Frame::new()
                .inner_margin(margin)
                .show(ui, |ui| options::draw(ui, session, send));
        });
    });
}
