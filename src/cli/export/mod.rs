//! `planpath export FILE -o DIR`

mod grammar;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use super::{CommandResult, input, output};
use crate::analysis::implications;
use crate::export::figure::FigureOptions;
use crate::export::report::{ReportOptions, SectionKind};
use crate::export::{self, ExportDraws, ExportInput, ExportOutcome, ExportRequest, Format};
use crate::figure::Mode;
use crate::file::{Failure, nearest};
use crate::plan::{IndicatorIx, Plan};
use crate::text::{Language, Message, say};
pub(super) use grammar::{grammar, wanted};

/// The options given on the command line.
pub(super) struct Wanted {
    pub file: PathBuf,
    pub folder: PathBuf,
    pub formats: Vec<Format>,
    /// Ids; empty for all.
    pub charts: Vec<String>,
    /// Sections of reports.
    pub parts: Vec<SectionKind>,
    pub mode: Mode,
    pub figure: FigureOptions,
    pub draws: ExportDraws,
    pub region: String,
    pub byte_order_mark: bool,
    pub force: bool,
}

/// Writes a scenario's figures, tables and reports into a folder.
pub(super) fn export(wanted: Wanted, language: Language) -> CommandResult {
    let (loaded, evaluation) = input::open(&wanted.file, language)?;
    let (plan, scenario) = (&*loaded.plan, &loaded.scenario);
    let charts = charts(plan, &wanted.charts, language)?;
    let implications = implications(plan, scenario, evaluation.projection());
    let input = ExportInput::new(
        plan,
        scenario,
        &loaded.sha256,
        &evaluation,
        &implications,
        language,
    );
    let usual = ReportOptions::usual(plan);
    let composed = ReportOptions {
        charts: charts.clone().unwrap_or(usual.charts),
        mode: wanted.mode,
        size: wanted.figure.size,
        provenance: wanted.figure.provenance,
        parts: wanted.parts,
    };
    let request = ExportRequest {
        report: composed,
        formats: wanted.formats,
        charts,
        mode: wanted.mode,
        figure: wanted.figure,
        draws: wanted.draws,
        region: wanted.region,
        byte_order_mark: wanted.byte_order_mark,
        folder: wanted.folder,
        replace: wanted.force,
    };
    // Ctrl+C ends the program as usual, leaving its temporary folder (.planpath-….tmp) for the next run to remove.
    let outcome = export::export(&input, &request, &mut |_| (), &AtomicBool::new(false))?;
    if let ExportOutcome::Written {
        files,
        left_out,
        kept,
    } = outcome
    {
        report(plan, &request, files.len(), &left_out, language);
        for folder in kept {
            let path = folder.display().to_string();
            output::message(&Message::new("export-kept").with("path", path).say(language));
        }
    }
    Ok(0)
}

fn report(plan: &Plan, request: &ExportRequest, count: usize, left_out: &[IndicatorIx], language: Language) {
    if !left_out.is_empty() {
        let ids: Vec<&str> = left_out.iter().map(|ix| plan.get(*ix).id.as_str()).collect();
        let ids = ids.join(&say(language, "list-separator"));
        output::message(&Message::new("cli-not-drawn").with("ids", ids).say(language));
    }
    output::message(
        &Message::new("cli-exported")
            .with("count", count)
            .with("folder", request.folder.display().to_string())
            .say(language),
    );
}

/// The indicators of these ids; `None` for all.
fn charts(plan: &Plan, ids: &[String], language: Language) -> Result<Option<Vec<IndicatorIx>>, Failure> {
    if ids.is_empty() {
        return Ok(None);
    }
    let known: Vec<&str> = plan
        .indicators
        .iter()
        .map(|indicator| indicator.id.as_str())
        .collect();
    let mut charts = Vec::new();
    for id in ids {
        let Some(ix) = plan.find(id) else {
            return Err(Failure::Other {
                what: Message::new("unknown-indicator")
                    .with("plan", plan.id.as_str())
                    .with("found", id.as_str()),
                help: Some(suggestion(id, &known, language)),
            });
        };
        if !charts.contains(&ix) {
            charts.push(ix);
        }
    }
    Ok(Some(charts))
}

fn suggestion(id: &str, known: &[&str], language: Language) -> Message {
    let help = match nearest(id, known.iter().copied()) {
        Some(near) => Message::new("did-you-mean").with("name", near),
        None => Message::new("syntax-allowed"),
    };
    help.with("allowed", known.join(&say(language, "list-separator")))
}
