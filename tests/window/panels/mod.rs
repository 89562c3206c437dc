//! The window's panels, driven by accessibility label, in both languages.

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use planpath::app::App;
use planpath::scenario::{EXAMPLES, Rates};
use planpath::session::{Command, Phase, Prompt, Theme};
use planpath::text::{Language, say, say_with};
use planpath::ui::Colours;

mod annotations;
mod charts;
mod clipping;
mod commands;
mod compare;
mod contrast;
mod correlations;
mod decompose;
mod documents;
mod levers;
mod movers;
mod odds;
mod offers;
mod painter;
mod palette;
mod pictures;
mod proposals;
mod questions;
mod ranking;
mod screens;
mod three_actions;
mod track;
mod typing;
mod uncertainty;
mod working;

fn window(language: Language, size: Vec2) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(20)
        .build_eframe(move |creation| {
            crate::app_on_plan(App::new(creation, None, Some(language), None).expect("the example is sound"))
        });
    harness.run();
    harness
}

fn usual(language: Language) -> Harness<'static, App> {
    window(language, Vec2::new(1280.0, 800.0))
}

fn rate(harness: &Harness<'_, App>, id: &str) -> Option<Rates> {
    let document = harness.state().session().document();
    document
        .scenario()
        .rates
        .get(document.plan().find(id).unwrap())
        .cloned()
}

fn name(harness: &Harness<'_, App>, id: &str, language: Language) -> String {
    let plan = harness.state().session().document().plan();
    plan.get(plan.find(id).unwrap()).name.get(language).to_owned()
}

/// Goes into the number field of a lever, as a click would.
fn enter_field(harness: &mut Harness<'_, App>, name: &str) {
    harness
        .get_by_role_and_label(Role::SpinButton, name)
        .scroll_to_me();
    harness.run();
    harness.get_by_role_and_label(Role::SpinButton, name).focus();
    harness.run();
}

fn type_over(harness: &mut Harness<'_, App>, text: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}
