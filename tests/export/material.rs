//! What the tests export: the examples, compared and not, and scenarios with awkward names.

use std::sync::Arc;

use planpath::export::Material;
use planpath::file::sha256;
use planpath::model::{Evaluation, Implication, Projection, implications};
use planpath::plan::Plan;
use planpath::scenario::{EXAMPLES, Scenario, read_text};
use planpath::text::Language;

pub struct Computed {
    pub plan: Arc<Plan>,
    pub scenario: Scenario,
    sha256: String,
    pub evaluation: Arc<Evaluation>,
    implications: Vec<Implication>,
}

impl Computed {
    pub fn new(text: &str) -> Self {
        let loaded = read_text("test", text, std::path::Path::new("")).expect("a sound scenario");
        let evaluation = Evaluation::new(&loaded.plan, &loaded.scenario);
        Self {
            implications: implications(&loaded.plan, &loaded.scenario, evaluation.projection()),
            sha256: sha256(text.as_bytes()),
            scenario: loaded.scenario,
            plan: loaded.plan,
            evaluation,
        }
    }

    /// A scenario that says nothing but its name, which may be anything.
    pub fn named(name: &str) -> Self {
        // RON text has the escapes of Rust's own.
        let escaped = name.escape_default().to_string();
        Self::new(&format!(
            "(format: 1, name: \"{escaped}\", plan: \"industrial-upgrading-2011-2015\")"
        ))
    }

    pub fn example(id: &str) -> Self {
        let example = EXAMPLES
            .iter()
            .find(|example| example.id == id)
            .expect("an example");
        Self::new(example.text)
    }

    pub fn material<'a>(
        &'a self,
        compared: &'a [(String, &'a Projection)],
        language: Language,
    ) -> Material<'a> {
        let (plan, scenario) = (&self.plan, &self.scenario);
        let (evaluation, implications) = (&self.evaluation, &self.implications);
        Material {
            compared,
            ..Material::new(plan, scenario, &self.sha256, evaluation, implications, language)
        }
    }

    /// As others see it when they compare with it.
    pub fn beside(&self, language: Language) -> (String, &Projection) {
        (
            self.scenario.name.get(language).to_owned(),
            self.evaluation.projection(),
        )
    }
}
