//! The bundled examples.

use std::path::Path;
use std::sync::Arc;

use planpath::plan::Plan;
use planpath::scenario::{EXAMPLES, Loaded, Scenario, read_text};

pub fn loaded(id: &str) -> Loaded {
    let example = EXAMPLES.iter().find(|example| example.id == id).expect(id);
    read_text(id, example.text, Path::new("")).expect("examples are sound")
}

pub fn example(id: &str) -> (Arc<Plan>, Scenario) {
    let loaded = loaded(id);
    (loaded.plan, loaded.scenario)
}
