//! The state of targets, as every screen shows it: marks with distinct shapes, counts, and impossible paths.

use std::f32::consts::TAU;

use eframe::egui::{Color32, Label, Response, RichText, Sense, Shape, Stroke, Ui, vec2};

use super::theme::Colours;
use crate::model::{Assessment, Basis, Limit};
use crate::plan::IndicatorIx;
use crate::session::{Document, Session};
use crate::text::say;
use crate::wording::{self, binding_counts, counts, plan_itself, status_word};

/// Width of a mark, in points.
pub(super) const MARK: f32 = 14.0;

/// The colour of a judgement; a target on the plan's own path because nothing was entered is grey, never coloured.
pub(super) fn ink(colours: &Colours, assessment: &Assessment) -> Color32 {
    if assessment.is_judged() {
        colours.status(assessment.status)
    } else {
        colours.unknown
    }
}

/// A judgement's mark, in a slot of fixed width: marks differ in width, and the names after them should line up.
pub(super) fn mark(ui: &mut Ui, assessment: &Assessment) -> Response {
    let colour = ink(Colours::of(ui), assessment);
    let size = vec2(
        MARK,
        ui.spacing().interact_size.y.min(ui.available_height().max(MARK)),
    );
    if assessment.basis != Basis::Assumed {
        // A target without levels says so, whatever its status would be.
        let sign = match assessment.basis {
            Basis::None => "–",
            _ => assessment.status.sign(),
        };
        return ui.add_sized(size, Label::new(RichText::new(sign).color(colour)));
    }
    let (place, response) = ui.allocate_exact_size(size, Sense::hover());
    let radius = MARK / 2.0 - 2.0;
    let ring: Vec<_> = (0..=32u8)
        .map(|n| place.center() + radius * eframe::egui::Vec2::angled(TAU * f32::from(n) / 32.0))
        .collect();
    let dash = TAU * radius / 12.0;
    let stroke = Stroke::new(1.5, colour);
    ui.painter().extend(Shape::dashed_line(&ring, stroke, dash, dash));
    response
}

/// A judgement's mark and word, small.
pub(super) fn mark_and_word(ui: &mut Ui, session: &Session, assessment: &Assessment) {
    mark(ui, assessment);
    let word = status_word(assessment, session.view().language);
    let colour = ink(Colours::of(ui), assessment);
    ui.label(RichText::new(word).small().color(colour));
}

/// How many targets are judged, and how; then every impossible path.
pub(super) fn summary(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let (document, colours) = (session.document(), Colours::of(ui));
    let found = document.evaluation().counts(document.plan());
    let sentences = [
        plan_itself(&found, language),
        Some(counts(&found, language)),
        binding_counts(&found, language),
    ];
    for sentence in sentences.into_iter().flatten() {
        ui.add(Label::new(RichText::new(sentence).small()).wrap());
    }
    for violation in document.evaluation().violations() {
        let what = wording::violation(document.plan(), violation, language).say(language);
        let what = RichText::new(format!("✘ {what}")).small().color(colours.missed);
        let help = say(language, wording::violation_help(document.plan(), violation));
        ui.add(Label::new(what).wrap()).on_hover_text(help);
    }
}

/// Whether an indicator's levels, and its target's figure, are numbers that can be shown.
pub(super) fn has_numbers(document: &Document, ix: IndicatorIx) -> bool {
    let mut violations = document.evaluation().violations().iter();
    !violations.any(|violation| {
        violation.indicator == ix && matches!(violation.limit, Limit::Number | Limit::Percent)
    })
}
