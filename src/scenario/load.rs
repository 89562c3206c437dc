//! Scenario files: from disk to a checked scenario with its plan, and back to text.

use std::path::Path;
use std::sync::Arc;

use super::check::check;
use super::document::{AnnotationDocument, ScenarioDocument, SeriesDocument};
use super::{Correlation, Scenario, SeriesInfo};
use crate::file::{
    Entries, FIRST_FORMAT, Failure, NEWEST_FORMAT, Problem, ValuePath, decode, locate_problems, nearest,
    parse, read, sha256, to_ron,
};
use crate::plan::{self, IndicatorIx, Plan, built_in};
use crate::text::{LocalizedText, Message, WebAddress};

/// A scenario with its provenance.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The plan it belongs to.
    pub plan: Arc<Plan>,
    /// The scenario.
    pub scenario: Scenario,
    /// SHA-256 of the file's bytes, as 64 hexadecimal digits.
    pub sha256: String,
    /// Whether the file has comments, which saving would lose.
    pub has_comments: bool,
    /// The source text, for later diagnostics.
    pub text: String,
}

/// Reads and checks a scenario file and the plan it names.
///
/// # Errors
/// [`Failure`] with all faults in the scenario, or in the plan file it names.
pub fn load(path: &Path) -> Result<Loaded, Failure> {
    let name = path.display().to_string();
    let bytes = read(path)?;
    let text = decode(&name, &bytes)?;
    let folder = path.parent().unwrap_or_else(|| Path::new(""));
    let loaded = read_text(&name, &text, folder)?;
    Ok(Loaded {
        sha256: sha256(&bytes),
        ..loaded
    })
}

/// Checks a scenario given as text; plan paths are relative to `folder`.
///
/// # Errors
/// As [`load`].
pub fn read_text(name: &str, text: &str, folder: &Path) -> Result<Loaded, Failure> {
    let document = document(name, text)?;
    let plan = find_plan(&document.plan, folder).map_err(|error| error.into_failure(name, text))?;
    checked((name, text), document, plan)
}

/// Checks a scenario given as text against a plan that is known already.
///
/// # Errors
/// As [`load`].
pub fn read_text_of(name: &str, text: &str, plan: Arc<Plan>) -> Result<Loaded, Failure> {
    checked((name, text), document(name, text)?, plan)
}

fn document(name: &str, text: &str) -> Result<ScenarioDocument, Failure> {
    parse(name, text).map_err(|failure| {
        if plan::is_plan(text) {
            let problem = Problem::new(ValuePath::top(), Message::new("scenario-is-plan"));
            locate_problems(name, text, problem.help(Message::new("scenario-is-plan-help")))
        } else {
            failure
        }
    })
}

fn checked(
    (name, text): (&str, &str),
    document: ScenarioDocument,
    plan: Arc<Plan>,
) -> Result<Loaded, Failure> {
    let scenario = check(document, &plan).map_err(|problems| locate_problems(name, text, problems))?;
    Ok(Loaded {
        plan,
        scenario,
        sha256: sha256(text.as_bytes()),
        has_comments: crate::file::has_comments(text),
        text: text.to_owned(),
    })
}

/// A new scenario: every lever on the plan's own path. `plan` is a built-in id or the full path of a plan file.
///
/// # Errors
/// [`Failure`] if there is no such plan, or its file cannot be read or is at fault.
pub fn create(plan: &str, name: &LocalizedText) -> Result<Loaded, Failure> {
    let document = ScenarioDocument {
        format: FIRST_FORMAT,
        name: name.clone(),
        description: LocalizedText::default(),
        plan: plan.to_owned(),
        rates: Entries::default(),
        bases: Entries::default(),
        actuals: Entries::default(),
        series: Entries::default(),
        uncertainty: Entries::default(),
        correlations: Vec::new(),
        roles: Entries::default(),
        notes: Entries::default(),
        annotations: Vec::new(),
    };
    // Goes through its text, so that plan faults are reported as for any scenario. The user named the file, so its
    // content may be shown.
    let folder = Path::new(plan).parent().unwrap_or_else(|| Path::new(""));
    read_text(plan, &to_ron(&document)?, folder)
}

/// The text a scenario is saved as. Reading it back gives the same scenario.
///
/// # Errors
/// [`Failure::Other`] if the scenario cannot be written as RON; a checked one always can.
pub fn to_text(scenario: &Scenario, plan: &Plan) -> Result<String, Failure> {
    let id = |ix: IndicatorIx| plan.get(ix).id.clone();
    let document = ScenarioDocument {
        format: format_of(scenario, plan),
        name: scenario.name.clone(),
        description: scenario.description.clone(),
        plan: scenario.plan.clone(),
        rates: entries(scenario.rates.iter().map(|(ix, r)| (id(ix), r.clone()))),
        bases: entries(scenario.bases.iter().map(|(ix, base)| (id(ix), *base))),
        actuals: entries(scenario.actuals.iter().map(|(ix, figures)| {
            let years = figures.iter().map(|entry| (entry.year, entry.figure));
            (id(ix), entries(years))
        })),
        series: entries(scenario.series.iter().map(|(ix, info)| (id(ix), series(info)))),
        uncertainty: entries(scenario.uncertainty.iter().map(|(ix, u)| (id(ix), *u))),
        correlations: scenario
            .correlations
            .iter()
            .map(|Correlation { levers: [a, b], rho }| (id(*a), id(*b), *rho))
            .collect(),
        roles: entries(scenario.roles.iter().map(|(ix, role)| (id(ix), *role))),
        notes: entries(scenario.notes.iter().map(|(ix, note)| (id(ix), note.clone()))),
        // One at a year that is no longer shown would keep the file from being read.
        annotations: scenario
            .annotations
            .iter()
            .filter(|one| scenario.shows(plan, one.indicator, one.year))
            .map(|one| AnnotationDocument {
                indicator: id(one.indicator),
                year: one.year,
                text: one.text.clone(),
            })
            .collect(),
    };
    to_ron(&document)
}

/// The oldest format that supports everything the scenario uses.
fn format_of(scenario: &Scenario, plan: &Plan) -> u32 {
    let is_new = |ix: IndicatorIx| !plan.get(ix).is_lever();
    let has_new_actuals = scenario
        .actuals
        .iter()
        .any(|(ix, figures)| is_new(ix) || figures.iter().any(|entry| entry.year <= plan.base_year));
    let has_new_series = scenario.series.iter().any(|(ix, _)| is_new(ix));
    let has_links = scenario.series.iter().any(|(_, info)| info.url.is_some());
    let has_new_sections =
        !scenario.correlations.is_empty() || !scenario.roles.is_empty() || !scenario.annotations.is_empty();
    if has_new_actuals || has_new_series || has_links || has_new_sections {
        NEWEST_FORMAT
    } else {
        FIRST_FORMAT
    }
}

fn series(info: &SeriesInfo) -> SeriesDocument {
    SeriesDocument {
        source: info.source.clone(),
        scope: info.scope.clone(),
        confidence: info.confidence,
        url: info.url.as_ref().map(WebAddress::to_string),
    }
}

fn entries<K, V>(pairs: impl Iterator<Item = (K, V)>) -> Entries<K, V> {
    Entries(pairs.collect())
}

enum PlanError {
    Unknown(String),
    /// The plan file cannot be read; the fault is in the scenario's `plan` line.
    Unreadable(Message),
    /// The plan file itself is invalid.
    Faulty(Failure),
}

impl PlanError {
    fn into_failure(self, name: &str, text: &str) -> Failure {
        let id = match self {
            Self::Faulty(failure) => return failure,
            Self::Unreadable(what) => {
                let problem = Problem::new(ValuePath::top().field("plan"), what);
                let help = Message::new("scenario-plan-unreadable-help");
                return locate_problems(name, text, problem.help(help));
            }
            Self::Unknown(id) => id,
        };
        let known: Vec<&str> = plan::BUILT_IN.iter().map(|plan| plan.id).collect();
        let help = match nearest(&id, known.iter().copied()) {
            Some(near) => Message::new("did-you-mean").with("name", near),
            None => Message::new("scenario-unknown-plan-help"),
        };
        let problem = Problem::new(
            ValuePath::top().field("plan"),
            Message::new("scenario-unknown-plan").with("found", id),
        );
        let help = help.with("allowed", known.join(", "));
        locate_problems(name, text, problem.help(help))
    }
}

/// A built-in id, or a path to a plan file. Only a path has a separator or the file ending.
fn find_plan(reference: &str, folder: &Path) -> Result<Arc<Plan>, PlanError> {
    if let Some(plan) = built_in(reference) {
        return plan.map_err(PlanError::Faulty);
    }
    let is_path = reference.contains(['/', '\\'])
        || Path::new(reference)
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
    if !is_path {
        return Err(PlanError::Unknown(reference.to_owned()));
    }
    let path = folder.join(reference);
    plan::load(&path)
        .map(Arc::new)
        .map_err(|failure| match (failure.message(), &failure) {
            (Some(what), _) => PlanError::Unreadable(what),
            (None, Failure::Invalid(invalid)) if is_foreign(&path, folder, &invalid.text) => {
                let what = Message::new("scenario-plan-foreign");
                PlanError::Unreadable(what.with("path", path.display().to_string()))
            }
            (None, _) => PlanError::Faulty(failure),
        })
}

/// Whether a file named as plan is not a plan and lies outside the scenario's folder. Scenarios may come from
/// untrusted sources, so no line of such a file is ever shown.
fn is_foreign(path: &Path, folder: &Path, text: &str) -> bool {
    let here = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let is_beside = match (path.canonicalize(), here.canonicalize()) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    };
    !is_beside && !plan::is_plan(text)
}
