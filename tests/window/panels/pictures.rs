//! A few small images of what words cannot capture: marks, dashes, regions, bars. `UPDATE_SNAPSHOTS=1 cargo test`
//! accepts new ones; inspect them first.

use egui_kittest::SnapshotOptions;

use planpath::session::{TrackCommand, TrackPage};

use super::painter::Painter;
use super::*;

/// The last digits of sines and roots differ between systems, and with them a few edge pixels.
fn options() -> SnapshotOptions {
    SnapshotOptions::new()
        .threshold(1.0)
        .max_failed_pixels(40)
        .output_path("tests/window/pictures")
}

/// A window small enough to make a small image file.
fn small(language: Language, commands: &[Command]) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(Vec2::new(640.0, 400.0))
        .with_max_steps(20)
        .renderer(Painter::default())
        .build_eframe(move |creation| {
            crate::app_on_plan(App::new(creation, None, Some(language), None).unwrap())
        });
    let session = harness.state_mut().session_mut();
    session.apply(Command::HideHints);
    for command in commands {
        session.apply(command.clone());
    }
    session.wait_for_jobs();
    harness.run();
    harness
}

fn indicator(id: &str) -> planpath::plan::IndicatorIx {
    let plan = planpath::plan::built_in(planpath::plan::BUILT_IN[0].id);
    plan.unwrap().unwrap().find(id).unwrap()
}

#[test]
fn a_chart_with_actuals_milestones_and_target() {
    let mut harness = small(
        Language::English,
        &[
            Command::OpenExample("mid-term-2013"),
            Command::Enlarge(Some(indicator("energy-intensity"))),
        ],
    );
    harness.snapshot_options("chart", &options());
}

#[test]
fn a_dark_scorecard_in_chinese() {
    let mut harness = small(
        Language::Chinese,
        &[
            Command::OpenExample("mid-term-2013"),
            Command::SetTheme(Theme::Dark),
            Command::ShowPage(planpath::session::Page::Scorecard),
        ],
    );
    harness.snapshot_options("scorecard", &options());
}

#[test]
fn the_years_of_a_lever() {
    let mut harness = small(Language::English, &[]);
    harness
        .get_by_label("Yearly rates and note of Industrial value added")
        .click();
    harness.run();
    harness.snapshot_options("years", &options());
}

#[test]
fn the_ledger_of_a_plan_under_way() {
    let mut harness = small(
        Language::Chinese,
        &[
            Command::OpenExample("mid-term-2013"),
            Command::Track(TrackCommand::ShowPage(TrackPage::Ledger)),
        ],
    );
    harness.snapshot_options("ledger", &options());
}
