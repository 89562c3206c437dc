//! What to export, and how.

use eframe::egui::{self, Button, ComboBox, RichText, Role, TextEdit, Ui};

use crate::export::report::SectionKind;
use crate::export::{Format, Writes};
use crate::session::{Command, FigureSize, ReportCommand, ReportDraft, Session};
use crate::text::{Language, say, say_with};
use crate::ui::theme::Colours;
use crate::ui::{column, name_control, short};

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let mut draft = session.report().clone();
    let name = session.document().name(language);
    column::draw(ui, &say(language, "screen-report"), &short(&name), |ui| {
        heading(ui, "report-formats", language);
        for format in Format::ALL {
            format_choice(ui, format, &mut draft, language);
        }
        ui.add_space(8.0);
        heading(ui, "report-figures", language);
        figures(ui, &mut draft, language);
        ui.add_space(8.0);
        heading(ui, "report-sections", language);
        sections(ui, &mut draft, language);
        ui.add_space(8.0);
        heading(ui, "report-which-charts", language);
        charts(ui, session, language, send);
    });
    if draft != *session.report() {
        send.push(Command::Report(ReportCommand::Choose(draft)));
    }
}

fn heading(ui: &mut Ui, id: &'static str, language: Language) {
    ui.label(RichText::new(say(language, id)).color(Colours::of(ui).accent));
}

/// A format with the files it writes.
fn format_choice(ui: &mut Ui, format: Format, draft: &mut ReportDraft, language: Language) {
    let files = match format.writes() {
        Writes::Figures(format) => format!("figures/*.{}", format.extension()),
        writes @ (Writes::Files(_) | Writes::Report(_)) => writes
            .files()
            .iter()
            .map(|file| file.name())
            .collect::<Vec<_>>()
            .join(say(language, "list-separator").as_ref()),
    };
    let mut is_chosen = draft.formats.contains(&format);
    ui.horizontal_wrapped(|ui| {
        if ui
            .checkbox(&mut is_chosen, format.name().to_uppercase())
            .changed()
        {
            draft.formats.retain(|other| *other != format);
            if is_chosen {
                draft.formats.push(format);
            }
        }
        ui.label(RichText::new(files).small().color(Colours::of(ui).text_weak));
    });
}

fn figures(ui: &mut Ui, draft: &mut ReportDraft, language: Language) {
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(say(language, "report-size"));
        ComboBox::from_id_salt("figure size")
            .selected_text(say(language, draft.size.label()))
            .show_ui(ui, |ui| {
                for size in FigureSize::ALL {
                    ui.selectable_value(&mut draft.size, size, say(language, size.label()));
                }
            })
            .response
            .labelled_by(label.id);
    });
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(say(language, "report-language"));
        let chosen = draft.language.unwrap_or(language);
        ComboBox::from_id_salt("report language")
            .selected_text(chosen.own_name())
            .show_ui(ui, |ui| {
                for other in Language::ALL {
                    ui.selectable_value(&mut draft.language, Some(other), other.own_name());
                }
            })
            .response
            .labelled_by(label.id);
    });
    for (value, id) in [
        (&mut draft.provenance, "report-provenance"),
        (&mut draft.compare, "report-compare"),
        (&mut draft.outlines, "report-outlines"),
        (&mut draft.byte_order_mark, "report-bom"),
    ] {
        ui.checkbox(value, say(language, id));
    }
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(say(language, "report-region"));
        ui.add(TextEdit::singleline(&mut draft.region).desired_width(120.0))
            .labelled_by(label.id);
    });
}

/// The sections of the HTML and Word reports.
fn sections(ui: &mut Ui, draft: &mut ReportDraft, language: Language) {
    let others = SectionKind::ALL
        .into_iter()
        .filter(|part| !draft.parts.contains(part));
    let listed: Vec<SectionKind> = draft.parts.iter().copied().chain(others).collect();
    for part in listed {
        let position = draft.parts.iter().position(|other| *other == part);
        let name = say(language, part.heading());
        ui.horizontal(|ui| {
            let mut is_chosen = position.is_some();
            if ui.checkbox(&mut is_chosen, name.as_ref()).changed() {
                draft.parts.retain(|other| *other != part);
                if is_chosen {
                    draft.parts.push(part);
                }
                return;
            }
            let Some(position) = position else {
                return;
            };
            let places = [
                ("▴", "report-earlier", position.checked_sub(1)),
                ("▾", "report-later", Some(position + 1)),
            ];
            for (sign, id, to) in places {
                let button = ui.add(Button::new(sign).frame(false));
                name_control(&button, Role::Button, &say_with(language, id, &[("name", &name)]));
                if let Some(to) = to.filter(|to| button.clicked() && *to < draft.parts.len()) {
                    draft.parts.swap(position, to);
                }
            }
        });
    }
}

/// The chosen charts in order, with controls to move them, then the others.
fn charts(ui: &mut Ui, session: &Session, language: Language, send: &mut Vec<Command>) {
    let plan = session.document().plan();
    let chosen = session.report_charts();
    let looked_at = session.previewed();
    let others = plan.iter().map(|(ix, _)| ix).filter(|ix| !chosen.contains(ix));
    for (ix, is_chosen) in chosen
        .iter()
        .map(|ix| (*ix, true))
        .chain(others.map(|ix| (ix, false)))
    {
        let name = plan.get(ix).name.get(language);
        ui.horizontal(|ui| {
            let mut ticked = is_chosen;
            let tick = ui.checkbox(&mut ticked, "");
            let include = say_with(language, "report-include", &[("name", name)]);
            name_control(&tick, Role::CheckBox, &include);
            if tick.changed() {
                send.push(Command::Report(ReportCommand::ToggleChart(ix)));
            }
            if !is_chosen {
                ui.add(egui::Label::new(RichText::new(name).color(Colours::of(ui).text_weak)).truncate());
                return;
            }
            for (sign, id, direction) in [("▴", "report-earlier", -1), ("▾", "report-later", 1)] {
                let button = ui.add(Button::new(sign).frame(false));
                name_control(&button, Role::Button, &say_with(language, id, &[("name", name)]));
                if button.clicked() {
                    send.push(Command::Report(ReportCommand::MoveChart(ix, direction)));
                }
            }
            let row = ui.add(Button::selectable(looked_at == Some(ix), name).truncate());
            if row.clicked() {
                send.push(Command::Report(ReportCommand::LookAt(ix)));
            }
        });
    }
}
