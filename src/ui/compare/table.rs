//! What differs: levers, then outcomes, a column for each scenario.

use eframe::egui::{
    Color32, ComboBox, Label, Margin, Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::effects;
use super::rows::{DifferenceRow, levers, outcomes};
use super::select::{is_selected, select};
use crate::analysis::Outcome;
use crate::analysis::comparison::Comparison;
use crate::figure::MarkShape;
use crate::plan::Plan;
use crate::session::{Command, CompareCommand, ComparedScenarios, Session};
use crate::text::{Message, say, say_with};
use crate::ui::charts::shape;
use crate::ui::pieces::{BODY, MARK_SIZE, NOTE, card, from_left, line, to_right};
use crate::ui::theme::Colours;
use crate::ui::{column, name_control, selection};
use crate::wording::{compared_in_words, outcome_in_brief, scenario_letter};

/// The height of a row and of a heading, and the space beside what stands in a row, in points.
const ROW: f32 = 22.0;
const HEADING: f32 = 22.0;
const SIDE: f32 = 10.0;
/// From this width on there is room to say what rows are sorted by, in points.
const ROOM_FOR_WORDS: f32 = 560.0;
/// The parts of the width that names and remarks take.
const NAMES: f32 = 0.24;
const REMARKS: f32 = 0.26;

/// The places of the columns.
pub(super) struct TableColumns {
    names: Rect,
    figures: Rect,
    count: usize,
    pub remarks: Rect,
}

impl TableColumns {
    pub(super) fn of(rect: Rect, count: usize) -> Self {
        let width = rect.width();
        let names = rect.with_max_x(rect.left() + width * NAMES);
        let remarks = rect.with_min_x(rect.right() - width * REMARKS);
        Self {
            figures: Rect::from_x_y_ranges(names.right()..=remarks.left(), rect.y_range()),
            names,
            count,
            remarks,
        }
    }

    /// The place of a scenario's figure.
    fn figure(&self, place: usize) -> Rect {
        let width = self.figures.width() / self.count.max(1) as f32;
        let left = self.figures.left() + place as f32 * width;
        Rect::from_x_y_ranges(left..=left + width - 4.0, self.figures.y_range())
    }
}

pub(super) fn draw(ui: &mut Ui, session: &Session, found: &ComparedScenarios, send: &mut Vec<Command>) {
    let (Some(plan), Ok(comparison)) = (found.plan(), &found.result) else {
        return;
    };
    card(ui, Margin::symmetric(0, 4)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.spacing_mut().item_spacing.y = 0.0;
        head(ui, session, plan, comparison, send);
        letters(ui, session, found, comparison);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            body(ui, session, (found, plan, comparison), send);
            column::keep_focus_in_sight(ui);
        });
    });
}

/// "What differs, sorted by effect on …", and what can be done with the table.
fn head(ui: &mut Ui, session: &Session, plan: &Plan, found: &Comparison, send: &mut Vec<Command>) {
    let language = session.view().language;
    let weak = Colours::of(ui).text_weak;
    ui.horizontal(|ui| {
        ui.set_height(26.0);
        ui.add_space(SIDE);
        ui.label(RichText::new(say(language, "compare-what")).size(BODY));
        if ui.available_width() >= ROOM_FOR_WORDS {
            let words = RichText::new(say(language, "compare-sorted-by"));
            ui.label(words.size(NOTE).color(weak));
        }
        figure_menu(ui, session, plan, found, send);
        let mut keeps = session.keeps_compared_order();
        if ui
            .checkbox(&mut keeps, say(language, "compare-keep-order"))
            .changed()
        {
            send.push(Command::Compare(CompareCommand::KeepOrder(keeps)));
        }
        if ui.button(say(language, "compare-copy")).clicked() {
            send.push(Command::Compare(CompareCommand::CopyTable));
        }
    });
}

/// The figure that effects are of.
fn figure_menu(ui: &mut Ui, session: &Session, plan: &Plan, found: &Comparison, send: &mut Vec<Command>) {
    let language = session.view().language;
    let shown = found
        .by
        .map_or_else(String::new, |by| outcome_in_brief(plan, by, language));
    let list = ComboBox::from_id_salt("compared figure")
        .width(150.0)
        .height(360.0)
        .truncate()
        .selected_text(&shown)
        .show_ui(ui, |ui| {
            let step = found.by.map_or(plan.steps(), |by| match by {
                Outcome::Level { step, .. } => step,
                Outcome::Target(_) => plan.steps(),
            });
            let levels = plan
                .iter()
                .map(|(indicator, _)| Outcome::Level { indicator, step });
            let targets = plan.targets().map(|(target, ..)| Outcome::Target(target));
            let parts: [(&str, Vec<Outcome>); 2] = [
                ("compare-levels", levels.collect()),
                ("compare-figures", targets.collect()),
            ];
            for (heading, outcomes) in parts {
                ui.label(RichText::new(say(language, heading)).small());
                for outcome in outcomes {
                    let name = outcome_in_brief(plan, outcome, language);
                    if ui.selectable_label(found.by == Some(outcome), name).clicked() {
                        send.push(Command::Compare(CompareCommand::SetFigure(outcome)));
                    }
                }
            }
        });
    let words = say(language, "compare-sorted-by");
    name_control(&list.response, Role::ComboBox, &words);
    list.response.on_hover_text(words);
}

/// The letters above the columns.
fn letters(ui: &mut Ui, session: &Session, found: &ComparedScenarios, comparison: &Comparison) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW - 2.0), Sense::hover());
    let columns = TableColumns::of(rect.shrink2(vec2(SIDE, 0.0)), found.slots.len());
    let painter = ui.painter();
    let y = rect.center().y;
    let years = Message::new("compare-average")
        .with("first", comparison.years.0 + 1)
        .with("last", comparison.years.1)
        .say(language);
    let years = line(painter, years, NOTE, colours.text_weak, columns.names.width());
    from_left(painter, years, columns.names.left(), y);
    for (place, slot) in found.slots.iter().enumerate() {
        let right = columns.figure(place).right();
        let letter = line(painter, scenario_letter(*slot), NOTE, colours.text, 24.0);
        let left = to_right(painter, letter, pos2(right, y));
        shape(
            painter,
            pos2(left - 9.0, y),
            MarkShape::compared(*slot),
            colours.compared(*slot),
        );
    }
    let own = found.slots.get(found.reference).copied().unwrap_or_default();
    let against = say_with(
        language,
        "compare-effect-against",
        &[("reference", &scenario_letter(own))],
    );
    let words = line(painter, against, NOTE, colours.text_weak, columns.remarks.width());
    to_right(painter, words, pos2(columns.remarks.right(), y));
    painter.hline(rect.x_range(), rect.bottom(), (1.0, colours.grid));
}

fn body(
    ui: &mut Ui,
    session: &Session,
    (shown, plan, found): (&ComparedScenarios, &Plan, &Comparison),
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let is_new = selection::is_new(ui, session.view(), "compared rows");
    let count = |id: &'static str, count: usize, all: usize| {
        Message::new(id)
            .with("count", count)
            .with("all", all)
            .say(language)
    };
    let differing = count(
        "compare-levers-differ",
        found.levers.len(),
        found.in_common.levers,
    );
    heading(ui, &say(language, "compare-levers"), &differing);
    let levers = levers(session, plan, found);
    let largest = effects::largest(&levers);
    for row in &levers {
        let response = row_of(ui, session, (shown, plan, row), largest, send);
        scroll(
            &response,
            is_new && is_selected(session, plan, row.said.indicator),
        );
    }
    let differing = count(
        "compare-targets-differ",
        found.targets.len(),
        found.in_common.targets,
    );
    let year = found.years.1;
    let title = Message::new("compare-outcomes").with("year", year).say(language);
    heading(ui, &title, &differing);
    for row in outcomes(session, plan, (shown, found)) {
        row_of(ui, session, (shown, plan, &row), largest, send);
    }
    foot(ui, session, (shown, found), send);
}

fn scroll(response: &eframe::egui::Response, is_wanted: bool) {
    if is_wanted {
        response.scroll_to_me(None);
    }
}

/// The heading of a part, and how many of it differ.
fn heading(ui: &mut Ui, title: &str, differing: &str) {
    let colours = Colours::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{title}: {differing}")));
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, colours.control);
    let y = rect.center().y;
    let title = line(painter, title, BODY, colours.text, rect.width());
    from_left(painter, title, rect.left() + SIDE, y);
    let differing = line(painter, differing, NOTE, colours.text_weak, rect.width() / 2.0);
    to_right(painter, differing, pos2(rect.right() - SIDE, y));
}

/// One row: a name, a figure for each scenario, and effects or a remark.
fn row_of(
    ui: &mut Ui,
    session: &Session,
    (shown, plan, row): (&ComparedScenarios, &Plan, &DifferenceRow<'_>),
    largest: f64,
    send: &mut Vec<Command>,
) -> eframe::egui::Response {
    let colours = Colours::of(ui);
    let bars = effects::count(row);
    let height = ROW.max(5.0 + effects::BAR * bars as f32);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let name = spoken(session, shown, row);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        select(session, plan, row.said.indicator, send);
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    selection::row(
        ui,
        rect,
        &response,
        is_selected(session, plan, row.said.indicator),
    );
    let painter = ui.painter();
    let columns = TableColumns::of(rect.shrink2(vec2(SIDE, 0.0)), shown.slots.len());
    let y = rect.top() + ROW / 2.0;
    let words = line(
        painter,
        row.said.name.as_str(),
        BODY,
        colours.text,
        columns.names.width() - 4.0,
    );
    from_left(painter, words, columns.names.left(), y);
    for (place, figure) in row.said.figures.iter().enumerate() {
        let brief = row.said.briefs.get(place).map_or("–", String::as_str);
        cell(ui, row, place, ([figure, brief], columns.figure(place)), y);
    }
    if bars > 0 {
        effects::draw(ui, &shown.slots, row, (columns.remarks, largest));
    } else {
        let words = line(
            painter,
            row.said.remark.as_str(),
            NOTE,
            colours.text_weak,
            columns.remarks.width(),
        );
        to_right(painter, words, pos2(columns.remarks.right(), y));
    }
    painter.hline(rect.x_range(), rect.bottom(), (1.0, colours.grid));
    response.context_menu(|ui| effects::menu(ui, session, (shown, row), send));
    response.on_hover_ui(|ui| effects::about(ui, session, (shown, plan, row)))
}

/// A figure with its mark: how a target is judged, a hollow ring where nothing was entered.
fn cell(ui: &Ui, row: &DifferenceRow<'_>, place: usize, ([figure, brief], at): ([&str; 2], Rect), y: f32) {
    let colours = Colours::of(ui);
    let painter = ui.painter();
    let (mark, is_assumed) = (row.mark(place), row.is_assumed(place));
    let ink: Color32 = match mark {
        Some(mark) => mark.colour(colours),
        None if is_assumed => colours.text_weak,
        None => colours.text,
    };
    let room = at.width() - MARK_SIZE - 6.0;
    let mut words = line(painter, figure, BODY, ink, room);
    if words.elided {
        words = line(painter, brief, BODY, ink, room);
    }
    let left = to_right(painter, words, pos2(at.right(), y));
    match mark {
        Some(mark) => mark.paint(painter, pos2(left - 5.0 - MARK_SIZE / 2.0, y), colours),
        None if is_assumed => {
            painter.circle_stroke(pos2(left - 8.0, y), 3.0, (1.2, colours.text_weak));
        }
        None => {}
    }
}

/// A row in words, for screen readers.
fn spoken(session: &Session, shown: &ComparedScenarios, row: &DifferenceRow<'_>) -> String {
    let language = session.view().language;
    let figures = shown
        .slots
        .iter()
        .zip(&row.said.figures)
        .enumerate()
        .map(|(place, (slot, figure))| {
            let id = match (row.mark(place), row.is_assumed(place)) {
                (Some(mark), _) => Some(mark.word()),
                (None, true) => Some("status-assumed"),
                (None, false) => None,
            };
            let figure = match id {
                Some(id) => crate::wording::in_unit(figure, &say(language, id), language),
                None => figure.clone(),
            };
            crate::wording::labelled(&scenario_letter(*slot), &figure, language)
        });
    let figures: Vec<String> = figures.collect();
    let list = figures.join(&say(language, "list-separator"));
    crate::wording::labelled(&row.said.name, &list, language)
}

/// What is left out, with a way to show it; which scenarios are the same, and what plans do not share.
fn foot(
    ui: &mut Ui,
    session: &Session,
    (shown, found): (&ComparedScenarios, &Comparison),
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    ui.add_space(3.0);
    ui.horizontal(|ui| {
        ui.add_space(SIDE);
        let is_shown = session.shows_equal();
        let id = if is_shown {
            "compare-hide-equal"
        } else {
            "compare-show-equal"
        };
        let count = found.equal_levers.len() + found.equal_targets.len();
        let words = Message::new(id).with("count", count).say(language);
        if count > 0 && ui.link(words).clicked() {
            send.push(Command::Compare(CompareCommand::ShowEqual(!is_shown)));
        }
    });
    let names: Vec<&str> = shown
        .scenarios
        .iter()
        .map(|of| of.scenario.name.get(language))
        .collect();
    for sentence in compared_in_words(&names, found, language) {
        ui.horizontal_wrapped(|ui| {
            ui.add_space(SIDE);
            let text = RichText::new(sentence)
                .size(NOTE)
                .color(Colours::of(ui).text_weak);
            ui.add(Label::new(text).wrap());
        });
    }
}
