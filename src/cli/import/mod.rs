//! `planpath import TABLE --plan ID`

mod answers;
mod grammar;
mod report;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) use grammar::{asked, grammar};

use super::output::OutputFormat;
use super::{CommandResult, FAILED, output, plans};
use crate::file::{self, Failure, Sheets, nearest};
use crate::plan::{Plan, built_in};
use crate::scenario::import::{Decimal, Look, Preview, SignRule, look, look_at};
use crate::scenario::{self, Scenario};
use crate::text::{Language, Message};

/// The options given on the command line.
pub(super) struct ImportArgs {
    pub table: PathBuf,
    /// A built-in id or the path of a plan file; a named scenario determines it too.
    pub plan: Option<String>,
    pub sheet: Option<String>,
    /// The scenario to add figures to, and the file to write.
    pub into: Option<(PathBuf, PathBuf)>,
    pub format: OutputFormat,
    pub decimal: Option<Decimal>,
    pub sign: Option<SignRule>,
    pub take: Vec<(String, String)>,
    pub read: Vec<(String, String)>,
    pub fractions: Vec<(String, String)>,
    pub unit: Vec<(String, String)>,
    pub name: Vec<(String, String)>,
    pub only: Vec<(String, String)>,
    pub despite: Vec<(String, String)>,
    pub takes_hidden: bool,
}

/// A previewed table.
struct ScannedTable<'a> {
    plan: &'a Plan,
    scenario: &'a Scenario,
    sheets: &'a Sheets,
    /// The sheet read, counted from 0.
    sheet: usize,
    /// Other sheets with figures, if none was chosen.
    others: Vec<usize>,
    /// Hidden sheets and drafts with figures.
    passed_over: Vec<usize>,
    preview: Preview,
}

/// Reads a table, reports what would be stored, and stores it if a scenario is named. Exits with 1 if the table leaves
/// something open, or if all its figures are refused.
pub(super) fn import(asked: &ImportArgs, language: Language) -> CommandResult {
    let (plan, scenario) = start(asked)?;
    let sheets = file::read_sheets(&asked.table)?;
    let looked = looked(asked, &plan, &scenario, &sheets)?;
    match asked.format {
        OutputFormat::Json => output::json(&report::report(&looked, language))?,
        OutputFormat::Csv => output::csv(&report::rows(&looked, language))?,
        OutputFormat::Table => output::data(&report::tables(&looked, language))?,
    }
    if report::is_open(&looked) {
        output::message(&report::questions(&looked, language));
        return Ok(FAILED);
    }
    if let Some(why) = report::why_nothing(&looked, language) {
        output::message(&why);
        return Ok(FAILED);
    }
    if let Some((source, target)) = &asked.into {
        write(&looked, &scenario, source, target)?;
        let written = Message::new("cli-imported")
            .with("count", looked.preview.accepted().count())
            .with("path", target.display().to_string());
        output::message(&written.say(language));
    }
    Ok(0)
}

/// The plan, and the scenario to add figures to: an empty one if none is named.
fn start(asked: &ImportArgs) -> Result<(Arc<Plan>, Scenario), Failure> {
    if let Some((path, _)) = &asked.into {
        let loaded = scenario::load(path)?;
        let named = asked.plan.as_deref().map(plans::find).transpose()?;
        if let Some(other) = named.filter(|named| named.id != loaded.plan.id) {
            return Err(Failure::Other {
                what: Message::new("cli-other-plan")
                    .with("found", other.id.as_str())
                    .with("own", loaded.plan.id.as_str()),
                help: Some(Message::new("cli-other-plan-help")),
            });
        }
        return Ok((loaded.plan, loaded.scenario));
    }
    let plan = plans::find(asked.plan.as_deref().unwrap_or_default())?;
    Ok((plan, Scenario::default()))
}

fn looked<'a>(
    asked: &ImportArgs,
    plan: &'a Plan,
    scenario: &'a Scenario,
    sheets: &'a Sheets,
) -> Result<ScannedTable<'a>, Failure> {
    let mut options = answers::options(asked, plan)?;
    let look = match &asked.sheet {
        Some(name) => {
            let sheet = named(sheets, name)?;
            Look {
                sheet,
                preview: look_at(plan, scenario, sheets, sheet, &options),
                others: Vec::new(),
                passed_over: Vec::new(),
            }
        }
        None => look(plan, scenario, sheets, &options),
    };
    let mut found = look.preview?;
    // An answer may raise a question that another flag answers.
    while answers::settle(asked, plan, &found, &mut options)? {
        found = look_at(plan, scenario, sheets, look.sheet, &options)?;
    }
    answers::checked(asked, plan, &found, &options)?;
    Ok(ScannedTable {
        plan,
        scenario,
        sheets,
        sheet: look.sheet,
        others: look.others,
        passed_over: look.passed_over,
        preview: found,
    })
}

/// A sheet by its name.
fn named(sheets: &Sheets, name: &str) -> Result<usize, Failure> {
    let names = || sheets.sheets.iter().map(|sheet| sheet.name.as_str());
    if let Some(sheet) = names().position(|other| other == name) {
        return Ok(sheet);
    }
    let help = match nearest(name, names()) {
        Some(near) => Message::new("did-you-mean").with("name", near),
        None => Message::new("cli-unknown-sheet-help"),
    };
    Err(Failure::Other {
        what: Message::new("cli-unknown-sheet").with("found", name),
        help: Some(help.with("allowed", names().collect::<Vec<_>>().join(", "))),
    })
}

/// Writes the scenario with its new figures to a new file.
fn write(
    looked: &ScannedTable<'_>,
    scenario: &Scenario,
    source: &Path,
    target: &Path,
) -> Result<(), Failure> {
    if target.exists() {
        return Err(Failure::Other {
            what: Message::new("cli-file-exists").with("path", target.display().to_string()),
            help: Some(Message::new("cli-file-exists-help")),
        });
    }
    let after = Scenario {
        actuals: looked.preview.applied_to(scenario),
        plan: plan_from(scenario, source, target),
        ..scenario.clone()
    };
    let text = scenario::to_text(&after, looked.plan)?;
    file::save(target, &text)
}

/// The plan reference for the new file. A path is relative to the file, so it is rewritten for another folder.
fn plan_from(scenario: &Scenario, source: &Path, target: &Path) -> String {
    let folder = |path: &Path| path.parent().map_or_else(PathBuf::new, Path::to_owned);
    let (old, new) = (folder(source), folder(target));
    if built_in(&scenario.plan).is_some() || old == new {
        return scenario.plan.clone();
    }
    let full = old.join(&scenario.plan);
    std::path::absolute(&full).unwrap_or(full).display().to_string()
}
