//! The window's panels, driven by accessibility label, in both languages.

use std::path::Path;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use planpath::app::App;
use planpath::scenario::{EXAMPLES, Rates};
use planpath::session::{Command, DrawChoice, Phase, Prompt, Theme, UncertaintyCommand};
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

/// Sizes of windows: the usual one, the smallest common one, and at 200 % scale.
const SIZES: [Vec2; 3] = [
    Vec2::new(1280.0, 800.0),
    Vec2::new(1024.0, 640.0),
    Vec2::new(640.0, 400.0),
];

/// Few draws: tests are built without optimisation.
fn few_draws() -> Command {
    Command::Uncertainty(UncertaintyCommand::Draw(DrawChoice {
        size: 512,
        ..DrawChoice::default()
    }))
}

/// Makes a rate uncertain.
fn begin_spread(window: &mut Harness<'static, App>, id: &str) {
    let lever = commands::session(window).document().plan().find(id).unwrap();
    commands::apply(window, Command::Uncertainty(UncertaintyCommand::Begin(lever)));
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
