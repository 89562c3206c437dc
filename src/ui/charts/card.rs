//! The card of a chart: its name, its answer, its plot.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    self, Align, Button, Id, Layout, Rect, Role as A11y, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use super::{head, plot, reading};
use crate::figure::{Chart, Mode};
use crate::session::{AnnotationCommand, Command, Screen, Session, TrackCommand, TrackPage};
use crate::text::{say, say_with};
use crate::ui::pieces::{BODY, line};
use crate::ui::theme::Colours;
use crate::ui::{links, name_control};
use crate::wording::labelled;

/// The space inside a card's edges, in points.
const ACROSS: f32 = 11.0;
const ABOVE: f32 = 7.0;
/// The height of its first line, and the width of its menu's button, in points.
const FIRST: f32 = 19.0;
const MENU: f32 = 22.0;
/// The least of a name that is still a name, in points.
const LEAST_NAME: f32 = 56.0;

/// Draws the card of a chart in `place`.
pub(super) fn draw(ui: &mut Ui, session: &Session, chart: &Chart, place: Rect, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    let document = session.document();
    let ix = chart.indicator;
    // Behind everything in it: a click anywhere on a card chooses it, its name does so by keyboard.
    let ground = ui.interact(place, Id::unique(("card", ix)), Sense::CLICK);
    let is_selected = session.view().selected(document.plan()) == Some(ix);
    let edge = if is_selected {
        Stroke::new(1.5, colours.accent)
    } else {
        Stroke::new(1.0, colours.outline)
    };
    ui.painter()
        .rect(place, 4.0, colours.surface, edge, StrokeKind::Inside);
    let inside = place.shrink2(vec2(ACROSS, ABOVE));
    let builder = UiBuilder::new()
        .id_salt(("card of", ix))
        .max_rect(inside)
        .layout(Layout::top_down(Align::Min));
    // No part of the layout around it: its place is given.
    let ui = &mut ui.new_child(builder);
    ui.spacing_mut().item_spacing.y = 0.0;
    let answer = head::answer(session, chart);
    let name = first_line(
        ui,
        session,
        chart,
        &answer.in_words(session.view().language),
        send,
    );
    head::second_line(ui, session, chart, &answer);
    let mut is_chosen = ground.clicked() || name.clicked();
    let mut is_large = ground.double_clicked() || name.double_clicked();
    if chart.series.is_empty() {
        without_lines(ui, session, send);
    } else {
        head::moved_by(ui, session, chart, place.height());
        let response = plot::draw(ui, session, chart, send);
        is_chosen |= plot::is_chosen(ui, &response);
        is_large |= response.double_clicked();
    }
    if is_chosen {
        send.push(Command::Select(ix));
    }
    if is_large {
        let is_enlarged = session.view().enlarged(document.plan()).is_some();
        send.push(Command::Enlarge((!is_enlarged).then_some(ix)));
    }
}

/// The place of a card that is scrolled out of sight: its name only, for the keyboard to come to.
pub(super) fn out_of_sight(ui: &mut Ui, session: &Session, chart: (crate::plan::IndicatorIx, Rect)) {
    let (ix, place) = chart;
    let name = session
        .document()
        .plan()
        .get(ix)
        .name
        .get(session.view().language);
    let response = ui.interact(
        place.with_max_y(place.top() + ABOVE + FIRST),
        name_id(ix),
        Sense::click(),
    );
    name_control(&response, A11y::Button, name);
}

fn name_id(ix: crate::plan::IndicatorIx) -> Id {
    Id::unique(("name of chart", ix))
}

/// Name on the left, the linked year and the menu on the right.
fn first_line(
    ui: &mut Ui,
    session: &Session,
    chart: &Chart,
    answer: &str,
    send: &mut Vec<Command>,
) -> egui::Response {
    let colours = Colours::of(ui);
    let (view, plan) = (session.view(), session.document().plan());
    let language = view.language;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), FIRST), Sense::hover());
    let mut right = row.right() - MENU;
    menu(ui, session, chart, (row.with_min_x(right + 2.0), answer), send);
    let is_enlarged = view.enlarged(plan).is_some();
    if is_enlarged {
        right -= MENU;
        shrink(
            ui,
            session,
            chart,
            row.with_min_x(right).with_max_x(right + MENU),
            send,
        );
    }
    let readout = reading::linked_year(ui).and_then(|year| reading::readout(session, chart, year));
    if let Some(readout) = readout {
        let room = right - 4.0 - row.left() - LEAST_NAME;
        let fits = |words: &str| {
            line(ui.painter(), words, BODY, colours.text, f32::INFINITY)
                .size()
                .x
                <= room
        };
        let words = if is_enlarged && fits(&readout.full) {
            &readout.full
        } else {
            &readout.brief
        };
        let galley = line(ui.painter(), words, BODY, colours.text, room);
        let left = right - 4.0 - galley.size().x;
        let place = Rect::from_min_max(pos2(left, row.top()), pos2(right - 4.0, row.bottom()));
        let response = ui.interact(place, Id::unique(("readout", chart.indicator)), Sense::hover());
        name_control(&response, A11y::Label, &readout.brief);
        response.on_hover_text(&readout.full);
        let at = pos2(left, row.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, colours.text);
        right = left - 4.0;
    }
    let short = plan.get(chart.indicator).short_name(language);
    let galley = line(
        ui.painter(),
        short,
        BODY,
        colours.text_weak,
        right - row.left() - 4.0,
    );
    let place = row.with_max_x(row.left() + galley.size().x);
    let response = ui.interact(place, name_id(chart.indicator), Sense::click());
    name_control(&response, A11y::Button, &chart.title);
    let at = pos2(row.left(), row.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, colours.text_weak);
    let title = chart.title.as_str();
    response.on_hover_text(title)
}

fn menu(
    ui: &mut Ui,
    session: &Session,
    chart: &Chart,
    (place, answer): (Rect, &str),
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let ix = chart.indicator;
    let is_large = session.view().enlarged(session.document().plan()).is_some();
    let builder = UiBuilder::new().id_salt("menu").max_rect(place);
    let ui = &mut ui.new_child(builder);

    let button = Button::new("").frame(false).min_size(place.size());
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        let mut offer = |ui: &mut Ui, id: &'static str, command: Command| {
            if ui.button(say(language, id)).clicked() {
                send.push(command);
                ui.close();
            }
        };
        let (id, enlarged) = if is_large {
            ("chart-shrink", None)
        } else {
            ("chart-enlarge", Some(ix))
        };
        offer(ui, id, Command::Enlarge(enlarged));
        offer(ui, "chart-earlier", Command::MoveChart(ix, -1));
        offer(ui, "chart-later", Command::MoveChart(ix, 1));
        offer(ui, "chart-hide", Command::ToggleChart(ix));
        let write = AnnotationCommand::Write(ix, reading::last_year(ui));
        offer(ui, "chart-annotate", Command::Annotation(write));
        offer(ui, "chart-copy-answer", Command::CopyText(answer.to_owned()));
        offer(ui, "chart-copy", Command::CopyText(chart.as_table(language)));
        offer(ui, "chart-copy-picture", Command::CopyPicture(ix));
        send.extend(links::of(ui, session, ix));
    });
    let colours = Colours::of(ui);
    for across in [-5.0, 0.0, 5.0] {
        let at = place.center() + vec2(across, 0.0);
        ui.painter().circle_filled(at, 1.5, colours.text);
    }
    let all = say_with(language, "chart-menu", &[("name", &chart.title)]);
    name_control(&response, A11y::Button, &all);
    response.on_hover_text(all);
}

/// Four corners that point inwards: back to all charts.
fn shrink(ui: &Ui, session: &Session, chart: &Chart, place: Rect, send: &mut Vec<Command>) {
    let language = session.view().language;
    let response = ui.interact(place, Id::unique(("shrink", chart.indicator)), Sense::click());
    let words = say(language, "chart-shrink");
    name_control(&response, A11y::Button, &labelled(&chart.title, &words, language));
    let stroke = Stroke::new(1.4, Colours::of(ui).text);
    for (x, y) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
        let corner = place.center() + vec2(2.0 * x, 2.0 * y);
        let ends = [corner + vec2(4.0 * x, 0.0), corner, corner + vec2(0.0, 4.0 * y)];
        ui.painter().line(ends.to_vec(), stroke);
    }
    if response.on_hover_text(words).clicked() {
        send.push(Command::Enlarge(None));
    }
}

/// Why there are no lines; a missing base value can be entered.
fn without_lines(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let (view, colours) = (session.view(), Colours::of(ui));
    if view.mode != Mode::Level {
        ui.colored_label(colours.text_weak, say(view.language, "chart-no-mode"));
        return;
    }
    ui.add_space(6.0);
    if ui.link(say(view.language, "chart-missing-base")).clicked() {
        send.push(Command::ShowScreen(Screen::Track));
        send.push(Command::Track(TrackCommand::ShowPage(TrackPage::Actuals)));
    }
}
