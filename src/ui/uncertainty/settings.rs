//! How draws are made: how many, from which points, from which seed; and the draws under way.

use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, Panel, ProgressBar, RichText, Role, Ui};

use super::whole;
use crate::analysis::draws::{Sampler, Sampling};
use crate::session::{Command, DRAWS_OFFERED, DrawChoice, JobKey, Session, UncertaintyCommand};
use crate::text::{Message, numbers, say};
use crate::ui::name_control;
use crate::ui::pieces::{BODY, NOTE};
use crate::ui::room::Room;
use crate::ui::theme::Colours;
use crate::wording::{chance_with_error, judged_counts, uneven_size};

/// The height of the strip, in points, and how often progress is looked at, in seconds.
const HEIGHT: f32 = 42.0;
const LOOK: f32 = 0.1;
/// Widths of the fields for a number of draws and for a seed, in points.
const SIZE: f32 = 72.0;
const SEED: f32 = 130.0;

fn draw_like(choice: DrawChoice) -> Command {
    Command::Uncertainty(UncertaintyCommand::Draw(choice))
}

/// The answers above everything, and at the right what they rest on.
pub(super) fn strip(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::symmetric(14, 0));
    Panel::top("chances")
        .exact_size(HEIGHT)
        .frame(frame)
        .show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                made(ui, session, send);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| answers(ui, session));
            });
        });
}

/// The probability of the target shown, and that of all binding targets.
fn answers(ui: &mut Ui, session: &Session) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let plan = session.document().plan();
    let Some(ensemble) = session.ensemble() else {
        return;
    };
    let mut said = Vec::new();
    let shown = session.drawn_indicator().and_then(|ix| plan.main_target(ix));
    if let Some((target, _)) = shown
        && let Some(likelihood) = ensemble.chance(target)
    {
        let message =
            Message::new("likely-answer-one").with("name", plan.get(target.indicator).short_name(language));
        said.push(message.with("share", chance_with_error(likelihood, ensemble.size, language)));
    }
    if let Some(likelihood) = ensemble.together.binding {
        let (_, binding) = judged_counts(plan, ensemble);
        let message = Message::new("likely-answer-binding").with("count", binding);
        said.push(message.with("share", chance_with_error(likelihood, ensemble.size, language)));
    }
    let said: Vec<String> = said.into_iter().map(|message| message.say(language)).collect();
    let text = RichText::new(said.join("    ")).size(BODY).color(colours.text);
    ui.add(Label::new(text).truncate());
}

/// How many draws there are, and new ones; or how far they are, and a way to stop.
fn made(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let choice = session.draw_choice();
    let key = JobKey::Ensemble(session.document().id());
    let job = session
        .job(&key)
        .filter(|_| session.ensemble().is_none_or(|known| known.size < choice.size));
    if let Some(job) = job {
        ui.ctx().request_repaint_after_secs(LOOK);
        if ui.button(say(language, "answer-cancel")).clicked() {
            send.push(Command::CancelJob(key));
        }
        let bar = ProgressBar::new(job.progress.unwrap_or(0.0) as f32).desired_width(70.0);
        ui.add(bar);
        return;
    }
    let is_wide = Room::here(ui) != Room::Compact;
    if ui.button(say(language, "draws-again")).clicked() {
        let sampling = Sampling {
            seed: choice.sampling.seed.wrapping_add(1),
            ..choice.sampling
        };
        send.push(draw_like(DrawChoice { sampling, ..choice }));
    }
    if let Some(Ok(drawn)) = session.draws()
        && is_wide
    {
        let made = Message::new("draws-made")
            .with("size", drawn.ensemble.size.to_string())
            .with("seed", drawn.ensemble.sampling.seed.to_string())
            .with("seconds", numbers::decimal(drawn.seconds, 2))
            .say(language);
        ui.label(RichText::new(made).size(NOTE).color(colours.text_weak));
    }
}

/// How many draws, and from which points.
pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let choice = session.draw_choice();
    let note = |ui: &mut Ui, id| {
        let text = RichText::new(say(language, id)).size(NOTE);
        ui.label(text.color(Colours::of(ui).text_weak));
    };
    Frame::new()
        .inner_margin(Margin::symmetric(12, 6))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.horizontal_wrapped(|ui| {
                note(ui, "draws-size-label");
                for size in DRAWS_OFFERED {
                    let is_chosen = choice.size == size;
                    let button = ui.selectable_label(is_chosen, RichText::new(size.to_string()).size(NOTE));
                    let name = Message::new("draws-of")
                        .with("size", size.to_string())
                        .say(language);
                    name_control(&button, Role::Button, &name);
                    if button.clicked() {
                        send.push(draw_like(DrawChoice { size, ..choice }));
                    }
                }
                let typed = whole::field(ui, session, (choice.size, SIZE), "draws-size-field");
                if let Some(size) = typed {
                    send.push(draw_like(DrawChoice { size, ..choice }));
                }
                let double = Button::new(RichText::new(say(language, "draws-double")).size(NOTE)).small();
                if ui.add(double).clicked() {
                    let size = choice.size.saturating_mul(2);
                    send.push(draw_like(DrawChoice { size, ..choice }));
                }
            });
            ui.horizontal_wrapped(|ui| {
                note(ui, "draws-points-label");
                for (sampler, id) in [
                    (Sampler::Sobol, "draws-points-sobol"),
                    (Sampler::Random, "draws-points-random"),
                ] {
                    let is_chosen = choice.sampling.sampler == sampler;
                    let label = RichText::new(say(language, id)).size(NOTE);
                    if ui.selectable_label(is_chosen, label).clicked() {
                        let sampling = Sampling {
                            sampler,
                            ..choice.sampling
                        };
                        send.push(draw_like(DrawChoice { sampling, ..choice }));
                    }
                }
            });
            ui.horizontal_wrapped(|ui| {
                note(ui, "draws-seed-label");
                let known = choice.sampling.seed;
                if let Some(typed) = whole::field(ui, session, (known, SEED), "draws-seed-field") {
                    let sampling = Sampling {
                        seed: typed,
                        ..choice.sampling
                    };
                    send.push(draw_like(DrawChoice { sampling, ..choice }));
                }
            });
            if let Some(uneven) = uneven_size(choice.size, choice.sampling.sampler, language) {
                let uneven = RichText::new(uneven).size(NOTE).color(Colours::of(ui).text_weak);
                ui.add(Label::new(uneven).wrap());
            }
        });
}
