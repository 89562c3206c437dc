//! What is said while no rate is uncertain, and how to begin.

use eframe::egui::{Button, Ui, vec2};

use crate::plan::IndicatorIx;
use crate::session::{Command, Document, Session, UncertaintyCommand};
use crate::text::{say, say_with};
use crate::ui::pieces::beginning;

/// The most of the width that the text takes, in points.
const WIDTH: f32 = 460.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let document = session.document();
    let words = ["uncertainty-none", "uncertainty-begin"].map(|id| say(language, id));
    beginning(ui, (&words[0], &words[1]), WIDTH, |ui| {
        for ix in headline(document) {
            let name = document.plan().get(ix).short_name(language);
            let text = say_with(language, "uncertainty-begin-with", &[("name", name)]);
            let button = Button::new(text).truncate().min_size(vec2(220.0, 28.0));
            if ui.add(button).clicked() {
                send.push(Command::Uncertainty(UncertaintyCommand::Begin(ix)));
            }
        }
    });
}

/// The levers behind the headline charts that may have a spread.
fn headline(document: &Document) -> Vec<IndicatorIx> {
    let plan = document.plan();
    let mut found: Vec<IndicatorIx> = Vec::new();
    for ix in plan.headline.iter().flat_map(|ix| plan.levers_behind(*ix)) {
        if document.may_vary(*ix) && !found.contains(ix) {
            found.push(*ix);
        }
    }
    found
}
