//! Output growth behind a concentration ratio, year by year.

use eframe::egui::{Grid, Response, RichText, Role, Ui};

use crate::plan::IndicatorIx;
use crate::scenario::Rates;
use crate::session::{Command, Document, Phase};
use crate::text::{Language, say, say_with};
use crate::ui::name_control;
use crate::ui::typed::{self, Typed};
use crate::ui::typing;
use crate::wording::labelled;

/// Width of a year, in points.
const YEAR: f32 = 44.0;

/// Output growth of the largest firms and of the industry, one row each.
pub(super) fn output_growth(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    top: &[f64],
    all: &[f64],
    language: Language,
    send: &mut Vec<Command>,
) {
    let name = document.plan().get(ix).name.get(language);
    let last_actual = document.projection().last_actual(ix);
    let (mut new_top, mut new_all) = (top.to_vec(), all.to_vec());
    let (mut phase, mut typed_in) = (None, None);
    for (label, rates) in [("output-top", &mut new_top), ("output-all", &mut new_all)] {
        ui.label(RichText::new(say(language, label)).small());
        Grid::new((label, ix.position()))
            .spacing([2.0, 2.0])
            .min_col_width(YEAR)
            .show(ui, |ui| {
                for (step, rate) in rates.iter_mut().enumerate() {
                    // Actuals override what was assumed for past years.
                    let Typed {
                        response,
                        pending,
                        misread,
                    } = ui
                        .add_enabled_ui(step >= last_actual, |ui| typed::field(ui, rate, 2, 0.05, YEAR))
                        .inner;
                    if let Some(text) = misread {
                        typing::brings(ui, Command::Misread { lever: ix, text });
                    }
                    typed_in = pending.map(|rate| (label, step, rate)).or(typed_in);
                    let year = document.plan().year(step + 1).to_string();
                    let what = say(language, label);
                    let what = say_with(language, "year-rate", &[("name", &what), ("year", &year)]);
                    let text = labelled(name, &what, language);
                    name_control(&response, Role::SpinButton, &text);
                    note_edit(&response, &mut phase);
                }
                ui.end_row();
            });
    }
    if let Some((label, step, rate)) = typed_in {
        let (mut top, mut all) = (new_top.clone(), new_all.clone());
        let rates = if label == "output-top" { &mut top } else { &mut all };
        rates[step] = rate;
        typing::brings(ui, set(ix, Rates::OutputGrowth { top, all }, Phase::Done));
    }
    if let Some(phase) = phase {
        if new_top != top || new_all != all {
            let rates = Rates::OutputGrowth {
                top: new_top,
                all: new_all,
            };
            send.push(set(ix, rates, phase));
        } else if phase == Phase::Done {
            send.push(Command::FinishEdit);
        }
    }
}

const fn set(lever: IndicatorIx, rates: Rates, phase: Phase) -> Command {
    Command::SetRates { lever, rates, phase }
}

/// Records whether a year was edited and whether more edits follow.
fn note_edit(response: &Response, phase: &mut Option<Phase>) {
    if response.drag_stopped() {
        *phase = Some(Phase::Done);
    } else if response.changed() {
        *phase = Some(if response.dragged() {
            Phase::Live
        } else {
            Phase::Done
        });
    }
}
