//! What the boundaries of the map stand for, and what becomes of the targets that it does not move.

use eframe::egui::{Label, RichText, Sense, Stroke, Ui, vec2};

use super::colour;
use crate::figure::{promise, target_in_words};
use crate::model::{Assessment, Status};
use crate::session::Session;
use crate::text::{Message, say};
use crate::ui::theme::Colours;

pub(super) fn draw(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let document = session.document();
    let plan = document.plan();
    let Some(Ok(map)) = session.map().map(|shown| &shown.result) else {
        return;
    };
    let colours = Colours::of(ui);
    areas(ui, session);
    ui.add_space(6.0);
    ui.label(RichText::new(say(language, "map-targets")).small().strong());
    if map.targets.is_empty() {
        let text = RichText::new(say(language, "map-moves-nothing")).small();
        ui.add(Label::new(text.color(colours.text_weak)).wrap());
    }
    let status = |ix| document.evaluation().assessment(ix);
    for (n, target) in map.targets.iter().enumerate() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let (place, _) = ui.allocate_exact_size(vec2(18.0, 14.0), Sense::hover());
            let line = Stroke::new(2.0, colour(colours, n));
            ui.painter()
                .line_segment([place.left_center(), place.right_center()], line);
            let name = target_in_words(plan, target.target, language);
            let indicator = plan.get(target.target.indicator);
            let promised = promise(indicator, plan.target(target.target), language);
            let text = format!("{}  {name}  {promised}", n + 1);
            ui.label(RichText::new(text).small());
            if let Some(assessment) = status(target.target) {
                mark(ui, session, assessment);
            }
            if target.boundary.is_empty() {
                let text = RichText::new(say(language, "map-no-boundary")).small();
                ui.label(text.color(colours.text_weak));
            }
        });
    }
    others(ui, session, &map.others);
}

/// What the shades mean.
fn areas(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    for (colour, id) in [(colours.met, "map-all-hold"), (colours.missed, "map-impossible")] {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let (place, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
            ui.painter().rect_filled(place, 2.0, colour.gamma_multiply(0.3));
            ui.label(RichText::new(say(language, id)).small());
        });
    }
}

fn mark(ui: &mut Ui, session: &Session, assessment: &Assessment) {
    let status = assessment.status;
    let colour = Colours::of(ui).status(status);
    let text = format!(
        "{} {}",
        status.sign(),
        say(session.view().language, status.message())
    );
    ui.label(RichText::new(text).small().color(colour));
}

/// Targets that do not depend on the two levers: met or not, whatever these are.
fn others(ui: &mut Ui, session: &Session, others: &[Assessment]) {
    let language = session.view().language;
    let plan = session.document().plan();
    let met = others.iter().filter(|a| a.status == Status::Met).count();
    ui.add_space(6.0);
    ui.label(RichText::new(say(language, "map-others")).small().strong());
    let counts = Message::new("map-others-count")
        .with("met", met)
        .with("all", others.len())
        .say(language);
    ui.add(Label::new(RichText::new(counts).small()).wrap());
    for assessment in others.iter().filter(|a| a.status != Status::Met) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let name = target_in_words(plan, assessment.target, language);
            ui.label(RichText::new(name).small().color(Colours::of(ui).text_weak));
            mark(ui, session, assessment);
        });
    }
}
