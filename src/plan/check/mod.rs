//! Checking plan files.

use std::collections::{HashMap, HashSet};
use std::path::Path;

mod extent;
mod indicator;
mod order;
mod target;
mod url;
mod words;

use super::document::{IndicatorDocument, PlanDocument};
use super::{Category, IndicatorIx, Plan};
use crate::file::{
    Failure, Problem, Problems, ValuePath, decode, list, locate_problems, nearest, parse, read,
};
use crate::text::Message;
pub(crate) use indicator::base_fault;
pub(crate) use url::url_fault;
pub(super) use words::first as first_word;

/// In years; a longer span is a typing error.
pub(crate) const LONGEST_SPAN: i32 = 50;

/// Reads and checks a plan file.
///
/// # Errors
/// [`Failure`] with all faults, located in the file.
pub fn load(path: &Path) -> Result<Plan, Failure> {
    let name = path.display().to_string();
    read_text(&name, &decode(&name, &read(path)?)?)
}

/// Checks a plan given as text.
///
/// # Errors
/// As [`load`].
pub fn read_text(name: &str, text: &str) -> Result<Plan, Failure> {
    let document: PlanDocument = parse(name, text).map_err(|failure| {
        let at = ValuePath::top().field("plan");
        if is_plan(text) || !at.is_in(text) {
            return failure;
        }
        let what = Message::new("plan-is-scenario");
        locate_problems(
            name,
            text,
            Problem::new(at, what).help(Message::new("plan-is-scenario-help")),
        )
    })?;
    if let Some(problem) = extent::beyond(&document) {
        return Err(locate_problems(name, text, problem));
    }
    let mut checker = Checker::default();
    let plan = checker.plan(document);
    if checker.problems.is_empty() {
        Ok(plan)
    } else {
        Err(locate_problems(name, text, checker.problems))
    }
}

/// Fields that only plans have.
const MARKS: [&str; 4] = ["indicators", "id", "base_year", "end_year"];

/// Whether a text is a plan rather than a scenario, as far as it parses.
#[must_use]
pub fn is_plan(text: &str) -> bool {
    MARKS.iter().any(|mark| ValuePath::top().field(mark).is_in(text))
}

/// Indicators by id; the first of duplicates wins.
struct Ids {
    all: Vec<String>,
    first: HashMap<String, IndicatorIx>,
}

impl Ids {
    fn new(all: Vec<String>) -> Self {
        let mut first = HashMap::with_capacity(all.len());
        for (n, id) in all.iter().enumerate() {
            first.entry(id.clone()).or_insert(IndicatorIx(n));
        }
        Self { all, first }
    }

    fn find(&self, id: &str) -> Option<IndicatorIx> {
        self.first.get(id).copied()
    }
}

/// In characters; ids become file names, limited to some 250.
const LONGEST_ID: usize = 100;

#[derive(Default)]
struct Checker {
    problems: Problems,
}

impl Checker {
    fn fault(&mut self, at: ValuePath, what: Message, help: &'static str) {
        self.problems
            .push(Problem::new(at, what).help(Message::new(help)));
    }

    fn plan(&mut self, document: PlanDocument) -> Plan {
        let top = ValuePath::top();
        let (base_year, end_year) = self.years(&document);
        self.id(&document.id, &top.field("id"));
        let categories: Vec<Category> = document
            .categories
            .into_iter()
            .map(|category| Category {
                id: category.id,
                name: category.name,
            })
            .collect();
        for (n, category) in categories.iter().enumerate() {
            let at = top.field("categories").index(n).field("id");
            self.id(&category.id, &at);
            if categories[..n].iter().any(|other| other.id == category.id) {
                self.twice(&category.id, at);
            }
        }
        let mut plan = Plan {
            id: document.id,
            title: document.title,
            base_year,
            end_year,
            source: document.source,
            url: self.url(document.url.as_deref(), &top),
            categories,
            indicators: Vec::new(),
            headline: Vec::new(),
            derived_order: Vec::new(),
            levers_behind: Vec::new(),
            common_words: HashSet::new(),
        };
        self.indicators(document.indicators, &mut plan);
        plan.common_words = words::common(&plan.indicators);
        self.headline(&document.headline, &mut plan);
        plan
    }

    /// The plan's years; an invalid span is replaced by the shortest one for further checks.
    fn years(&mut self, document: &PlanDocument) -> (i32, i32) {
        // In 64 bits: the difference of arbitrary years can overflow 32.
        let span = i64::from(document.end_year) - i64::from(document.base_year);
        if (1..=i64::from(LONGEST_SPAN)).contains(&span) {
            return (document.base_year, document.end_year);
        }
        let what = Message::new("plan-years")
            .with("base", document.base_year)
            .with("end", document.end_year);
        self.fault(ValuePath::top().field("end_year"), what, "plan-years-help");
        (0, 1)
    }

    /// Ids occur in file names, on the command line and in expressions.
    fn id(&mut self, id: &str, at: &ValuePath) {
        let starts_well = id.starts_with(|c: char| c.is_ascii_lowercase());
        let all_allowed = id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !starts_well || !all_allowed || id.ends_with('-') || id.len() > LONGEST_ID {
            let what = Message::new("plan-bad-id").with("id", id);
            self.fault(at.clone(), what, "plan-bad-id-help");
        }
    }

    fn twice(&mut self, id: &str, at: ValuePath) {
        let what = Message::new("given-twice").with("id", id);
        self.fault(at, what, "given-twice-help");
    }

    fn unknown<'k>(
        &mut self,
        at: ValuePath,
        what: Message,
        found: &str,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) {
        self.problems.add(|| {
            let help = match nearest(found, known.clone()) {
                Some(name) => Message::new("did-you-mean").with("name", name),
                None => Message::new("syntax-allowed"),
            };
            Problem::new(at, what).help(help.with("allowed", list(known)))
        });
    }

    fn indicators(&mut self, documents: Vec<IndicatorDocument>, plan: &mut Plan) {
        let list = ValuePath::top().field("indicators");
        if documents.is_empty() {
            let what = Message::new("plan-no-indicators");
            self.fault(list.clone(), what, "plan-no-indicators-help");
        }
        let known = Ids::new(documents.iter().map(|document| document.id.clone()).collect());
        let mut variables = HashSet::new();
        for (n, document) in documents.into_iter().enumerate() {
            let at = list.index(n);
            self.id(&document.id, &at.field("id"));
            if known.find(&document.id) != Some(IndicatorIx(n)) {
                self.twice(&document.id, at.field("id"));
            }
            if let Some(name) = &document.iamc
                && !variables.insert(name.clone())
            {
                self.twice(name, at.field("iamc"));
            }
            let indicator = self.indicator(document, &at, &known, plan);
            plan.indicators.push(indicator);
        }
        self.order_derived(plan, &list);
    }

    fn headline(&mut self, ids: &[String], plan: &mut Plan) {
        let known = plan.indicators.iter().map(|i| i.id.as_str());
        let mut headline = Vec::new();
        for (n, id) in ids.iter().enumerate() {
            if let Some(ix) = plan.find(id) {
                headline.push(ix);
            } else {
                let what = Message::new("unknown-indicator")
                    .with("found", id.as_str())
                    .with("plan", plan.id.as_str());
                self.unknown(
                    ValuePath::top().field("headline").index(n),
                    what,
                    id,
                    known.clone(),
                );
            }
        }
        if headline.is_empty() {
            // By default, the first indicators with targets.
            headline = plan
                .iter()
                .filter(|(_, indicator)| !indicator.targets.is_empty())
                .map(|(ix, _)| ix)
                .take(4)
                .collect();
        }
        plan.headline = headline;
    }
}
