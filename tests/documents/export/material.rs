//! What the tests export: the examples, with and without comparisons, and scenarios with awkward names.

use std::sync::Arc;

use planpath::analysis::{Implication, implications};
use planpath::export::ExportInput;
use planpath::file::sha256;
use planpath::model::{Evaluation, Projection};
use planpath::plan::Plan;
use planpath::scenario::{EXAMPLES, Scenario, read_text};
use planpath::text::Language;

pub struct Computed {
    pub plan: Arc<Plan>,
    pub scenario: Scenario,
    pub sha256: String,
    pub evaluation: Arc<Evaluation>,
    implications: Vec<Implication>,
}

impl Computed {
    pub fn new(text: &str) -> Self {
        Self::beside_plan(text, std::path::Path::new(""))
    }

    /// A scenario of one indicator with several targets: some due in 2013, one in every year, one at the end.
    pub fn milestones(actuals: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let plan = r#"(format: 2, id: "small", title: "Small", base_year: 2010, end_year: 2015, source: "A document",
            categories: [(id: "all", name: "All")], headline: ["output"], indicators: [
            (id: "output", name: "Output", category: "all", unit: "t", base: Some(100.0), dynamics: Growth, targets: [
                (form: CumulativeGrowth(20.0), comparator: AtLeast, due: In(2013), wording: "20"),
                (form: Level(118.0), comparator: MoreThan, due: In(2013), wording: "118"),
                (form: CumulativeGrowth(40.0), comparator: AtLeast, wording: "40"),
                (form: AverageGrowth(3.0), comparator: AtLeast, due: EachYear, wording: "3"),
                (form: Level(119.0), comparator: AtMost, due: In(2014), wording: "119"),
            ])])"#;
        let mut file = std::fs::File::create(folder.path().join("plan.ron")).expect("a file");
        std::io::Write::write_all(&mut file, plan.as_bytes()).expect("room for it");
        let text = format!(
            r#"(format: 2, name: "Trial", plan: "plan.ron", actuals: {{ "output": {{ {actuals} }} }})"#
        );
        Self::beside_plan(&text, folder.path())
    }

    fn beside_plan(text: &str, folder: &std::path::Path) -> Self {
        let loaded = read_text("test", text, folder).expect("a sound scenario");
        let evaluation = Evaluation::new(&loaded.plan, &loaded.scenario);
        Self {
            implications: implications(&loaded.plan, &loaded.scenario, evaluation.projection()),
            sha256: sha256(text.as_bytes()),
            scenario: loaded.scenario,
            plan: loaded.plan,
            evaluation,
        }
    }

    /// A scenario with nothing but a name, which may be anything.
    pub fn named(name: &str) -> Self {
        // RON shares Rust's escapes.
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
    ) -> ExportInput<'a> {
        let (plan, scenario) = (&self.plan, &self.scenario);
        let (evaluation, implications) = (&self.evaluation, &self.implications);
        ExportInput {
            compared,
            ..ExportInput::new(plan, scenario, &self.sha256, evaluation, implications, language)
        }
    }

    /// As seen by others that compare with it.
    pub fn beside(&self, language: Language) -> (String, &Projection) {
        (
            self.scenario.name.get(language).to_owned(),
            self.evaluation.projection(),
        )
    }
}
