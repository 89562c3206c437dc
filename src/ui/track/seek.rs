//! Goal-seek: which rates to turn and how; and the answer, shown before it is set.

use eframe::egui::{self, ComboBox, Label, RichText, Ui};

use crate::analysis::solver::{Answer, Request, SolveMode, first_year};
use crate::session::{Command, Document, Session, TrackCommand};
use crate::text::say;
use crate::ui::name_control;
use crate::ui::standing::mark_and_word;
use crate::ui::theme::Colours;
use crate::wording::{
    self, answer_by_year, leads_in_words, parameter_in_words, remark_in_words, value_in_words, way_in_words,
};

/// The ways without a year, in menu order.
const WAYS: [SolveMode; 4] = [
    SolveMode::CatchUp,
    SolveMode::Constant { from: None },
    SolveMode::OneYear { year: None },
    SolveMode::Scale { from: None },
];

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    if session.seek_request().is_none() {
        ui.label(say(language, "why-not-base"));
        return;
    }
    choices(ui, session, send);
    let Some(sought) = session.sought() else {
        return;
    };
    match &sought.result {
        Ok(answer) => show(ui, session, answer, send),
        Err(why) => {
            let why = wording::unsolvable(session.document().plan(), why, language).say(language);
            ui.add(Label::new(RichText::new(why).color(Colours::of(ui).text_weak)).wrap());
        }
    }
}

/// Which rates to turn, and how.
fn choices(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let Some(request) = session.seek_request() else {
        return;
    };
    let plan = session.document().plan();
    let mut track = |command| send.push(Command::Track(command));
    let width = ui.available_width() - 12.0;
    let combo = ComboBox::from_id_salt("seek lever")
        .selected_text(parameter_in_words(plan, request.parameter, language))
        .width(width)
        .truncate()
        .show_ui(ui, |ui| {
            for parameter in session.seek_parameters() {
                let is_chosen = parameter == request.parameter;
                let name = parameter_in_words(plan, parameter, language);
                if ui.selectable_label(is_chosen, name).clicked() {
                    track(TrackCommand::Turn(parameter));
                }
            }
        });
    name_control(
        &combo.response,
        egui::Role::ComboBox,
        &say(language, "seek-lever"),
    );
    let left = years_left(session.document(), request);
    let year = request
        .way
        .year()
        .filter(|year| left.contains(year))
        .or_else(|| first_year(plan, session.document().projection(), request))
        .or(left.first().copied());
    ui.horizontal(|ui| {
        let room = ui.available_width() - 12.0;
        let needs_year = request.way != SolveMode::CatchUp && left.len() > 1;
        let years = (
            year.unwrap_or(plan.end_year),
            plan.due_year(plan.target(request.target)),
        );
        let label = way_in_words(request.way, years, language);
        let combo = ComboBox::from_id_salt("seek way")
            .selected_text(label)
            .width(if needs_year { room - 86.0 } else { room })
            .truncate()
            .show_ui(ui, |ui| {
                for way in WAYS {
                    let is_chosen = way.name() == request.way.name();
                    let name = way_in_words(way, years, language);
                    if ui.selectable_label(is_chosen, name).clicked() {
                        track(TrackCommand::SetWay(way));
                    }
                }
            });
        name_control(&combo.response, egui::Role::ComboBox, &say(language, "seek-way"));
        if !needs_year {
            return;
        }
        let combo = ComboBox::from_id_salt("seek year")
            .selected_text(year.map(|year| year.to_string()).unwrap_or_default())
            .width(66.0)
            .show_ui(ui, |ui| {
                for other in left {
                    if ui
                        .selectable_label(Some(other) == year, other.to_string())
                        .clicked()
                    {
                        track(TrackCommand::SetWay(request.way.in_year(other)));
                    }
                }
            });
        name_control(&combo.response, egui::Role::ComboBox, &say(language, "seek-year"));
    });
}

/// The calendar years after a lever's last actual, up to the target's due year.
fn years_left(document: &Document, request: Request) -> Vec<i32> {
    let plan = document.plan();
    let first = document.projection().last_actual(request.parameter.indicator) + 1;
    let due = plan.due_step(plan.target(request.target));
    (first..=due).map(|step| plan.year(step)).collect()
}

/// The answer: the figure, where it leads, what stops it; and the button to set it.
fn show(ui: &mut Ui, session: &Session, answer: &Answer, send: &mut Vec<Command>) {
    let (language, decimals) = (session.view().language, session.view().decimals);
    let plan = session.document().plan();
    let colours = Colours::of(ui);
    let assessment = &answer.assessment;
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(value_in_words(plan, answer, decimals, language)).strong());
        mark_and_word(ui, session, assessment);
    });
    let leads = leads_in_words(plan, answer, decimals, language);
    ui.add(Label::new(RichText::new(leads).small()).wrap());
    if let Some(rates) = answer_by_year(plan, answer, decimals, language) {
        let text = RichText::new(rates).small().color(colours.text_weak);
        ui.add(Label::new(text).wrap());
    }
    let remark = remark_in_words(plan, answer, language);
    if let Some(remark) = remark {
        let colour = if answer.is_reached() {
            colours.text_weak
        } else {
            colours.missed
        };
        ui.add(Label::new(RichText::new(remark).small().color(colour)).wrap());
    }
    let id = if answer.is_reached() {
        "seek-set"
    } else {
        "seek-set-nearest"
    };
    // Only an answer seen as the one to the current question is set.
    let is_current = session.is_answer_current();
    let set = ui.add_enabled_ui(is_current, |ui| ui.button(say(language, id)));
    if set.inner.clicked() {
        send.push(Command::Track(TrackCommand::TakeAnswer));
    }
}
