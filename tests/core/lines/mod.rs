//! Lines of charts: their evidence, values before the base year, and targets in their years.

mod origins;
mod targets;

use std::fs::File;
use std::io::Write as _;

use planpath::figure::{
    Chart, FigureAxis, LastData, Layer, LineStretch, MarkShape, Mode, Path, Role, Shape, tracking, trajectory,
};
use planpath::model::{ledgers, project};
use planpath::scenario::{Loaded, read_text};
use planpath::text::Language;

use crate::examples::loaded as example;

/// Small plans, each read from its own folder.
fn small(indicator: &str, scenario: &str) -> Loaded {
    let folder = tempfile::tempdir().unwrap();
    let plan = format!(
        r#"(format: 2, id: "small", title: "Small", base_year: 2010, end_year: 2015, source: "A document",
        categories: [(id: "all", name: "All")], headline: ["share"], indicators: [{indicator}])"#
    );
    let mut file = File::create(folder.path().join("plan.ron")).unwrap();
    file.write_all(plan.as_bytes()).unwrap();
    let text = format!(r#"(format: 2, name: "Trial", plan: "plan.ron", {scenario})"#);
    read_text("scenario", &text, folder.path()).unwrap()
}

fn chart_of(loaded: &Loaded, id: &str, mode: Mode) -> Chart {
    let projection = project(&loaded.plan, &loaded.scenario);
    let paths = [Path {
        role: Role::Scenario,
        name: "Trial",
        projection: &projection,
    }];
    let ix = loaded.plan.find(id).unwrap();
    trajectory(&loaded.plan, &paths, ix, mode, Language::English).with_history(
        &loaded.plan,
        &loaded.scenario,
        &projection,
    )
}

/// The layers of a drawing with this name.
fn layers(chart: &Chart, loaded: &Loaded, name: &str) -> Vec<Layer> {
    let drawing = chart.drawing(&loaded.plan, Language::English);
    let named = drawing.layers.into_iter();
    named
        .filter(|layer| layer.name.as_deref() == Some(name))
        .collect()
}
