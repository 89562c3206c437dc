//! Which targets are shown, and in which order: a menu behind a funnel, and a line that says what it leaves out.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{Button, Frame, Label, Margin, RichText, Role, Ui};

use crate::plan::Plan;
use crate::session::{Command, ScoreFilter, Session, View};
use crate::text::{Language, Message, say};
use crate::ui::name_control;
use crate::ui::pieces::{Icon, SMALL};
use crate::ui::short::short;
use crate::ui::theme::Colours;

/// The sign that opens the menu; in the accent colour while targets are left out or sorted.
pub(in crate::ui) fn funnel(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let plan = session.document().plan();
    let colours = Colours::of(ui);
    let button = Button::new("     ").frame(false);
    let (opener, _) = MenuButton::from_button(button).ui(ui, |ui| menu(ui, plan, view, send));
    let is_at_work = is_filtered(plan, view) || view.score_by_progress;
    let ink = if is_at_work {
        colours.accent
    } else {
        colours.text_weak
    };
    Icon::Funnel.paint(ui.painter(), opener.rect.center(), ink);
    let name = say(view.language, "targets-filter");
    name_control(&opener, Role::Button, &name);
    opener.on_hover_text(name);
}

fn menu(ui: &mut Ui, plan: &Plan, view: &View, send: &mut Vec<Command>) {
    let language = view.language;
    for filter in ScoreFilter::ALL {
        let is_chosen = view.score_filter == filter;
        if ui.radio(is_chosen, say(language, filter.label())).clicked() {
            send.push(Command::FilterScores(filter));
            ui.close();
        }
    }
    ui.separator();
    let mut by_progress = view.score_by_progress;
    if ui
        .checkbox(&mut by_progress, say(language, "sort-by-progress"))
        .clicked()
    {
        send.push(Command::SortScores(by_progress));
        ui.close();
    }
    ui.separator();
    let all = say(language, "filter-all-categories");
    if ui.radio(view.score_category.is_none(), all).clicked() {
        send.push(Command::FilterCategory(None));
        ui.close();
    }
    for category in &plan.categories {
        let is_chosen = view.score_category.as_ref() == Some(&category.id);
        let name = category.name.get(language);
        if ui.radio(is_chosen, short(name)).clicked() {
            send.push(Command::FilterCategory(Some(category.id.clone())));
            ui.close();
        }
    }
}

/// The chosen heading's position, if the plan has it.
pub(super) fn category(plan: &Plan, view: &View) -> Option<usize> {
    let id = view.score_category.as_ref()?;
    plan.categories.iter().position(|category| category.id == *id)
}

fn is_filtered(plan: &Plan, view: &View) -> bool {
    view.score_filter != ScoreFilter::All || category(plan, view).is_some()
}

/// "8 of 24 shown: binding", with a way back to all of them; nothing while all are shown.
pub(super) fn shown(ui: &mut Ui, session: &Session, count: usize, send: &mut Vec<Command>) {
    let view = session.view();
    let plan = session.document().plan();
    if !is_filtered(plan, view) {
        return;
    }
    let language = view.language;
    let colours = Colours::of(ui);
    let frame = Frame::new()
        .fill(colours.selection)
        .inner_margin(Margin::symmetric(12, 1));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let ink = (18.0, colours.text);
            let back = say(language, "targets-show-all");
            ui.with_layout(
                eframe::egui::Layout::right_to_left(eframe::egui::Align::Center),
                |ui| {
                    if Icon::Cross.button_in(ui, &back, true, ink).clicked() {
                        send.push(Command::FilterScores(ScoreFilter::All));
                        send.push(Command::FilterCategory(None));
                    }
                    ui.with_layout(
                        eframe::egui::Layout::left_to_right(eframe::egui::Align::Center),
                        |ui| {
                            let said = said(plan, view, count, language);
                            let text = RichText::new(said).size(SMALL + 0.5).color(colours.text);
                            ui.add(Label::new(text).truncate());
                        },
                    );
                },
            );
        });
    });
}

fn said(plan: &Plan, view: &View, count: usize, language: Language) -> String {
    let by_status = (view.score_filter != ScoreFilter::All).then(|| say(language, view.score_filter.label()));
    let by_heading = category(plan, view).map(|position| plan.categories[position].name.get(language));
    let what = match (by_status, by_heading) {
        (Some(status), Some(heading)) => Message::new("counts-and")
            .with("first", status.as_ref())
            .with("next", heading)
            .say(language),
        (Some(status), None) => status.into_owned(),
        (None, heading) => heading.unwrap_or_default().to_owned(),
    };
    Message::new("targets-shown")
        .with("count", count)
        .with("all", plan.targets().count())
        .with("what", what)
        .say(language)
}
