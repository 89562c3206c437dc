//! `planpath sample FILE`

mod draws_out;
mod grammar;
mod merge;
mod part_file;
mod report;
mod shard;

use std::path::PathBuf;

use super::output::{self, OutputFormat};
use super::{CommandResult, input};
use crate::analysis::draws::{DrawsError, Sampling};
use crate::analysis::ensemble::{CancellableDraws, Ensemble, Study};
use crate::file::Failure;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, Message, numbers};
use crate::wording;
pub(super) use grammar::{asked, grammar};
use part_file::PartRun;
use shard::Shard;

/// The options given on the command line.
pub(super) struct SampleArgs {
    pub file: PathBuf,
    pub size: u64,
    pub sampling: Sampling,
    pub draws_out: Option<PathBuf>,
    /// The part to make, and where to write it.
    pub shard: Option<(Shard, PathBuf)>,
    /// Parts to put together instead of drawing.
    pub merge: Vec<PathBuf>,
    pub format: OutputFormat,
}

/// Draws from a scenario's uncertain rates and prints what comes of it.
pub(super) fn sample(asked: &SampleArgs, language: Language) -> CommandResult {
    if !asked.merge.is_empty() {
        return merge::merge(&asked.merge, asked, language);
    }
    let (loaded, _) = input::open(&asked.file, language)?;
    let plan = &*loaded.plan;
    let undrawn = |error: DrawsError| failed(plan, &error);
    Study::check_size(asked.size).map_err(undrawn)?;
    let study = Study::of(plan, &loaded.scenario, asked.sampling).map_err(undrawn)?;
    let how = CancellableDraws {
        threads: threads(),
        is_wanted: &|| true,
    };
    // Nobody cancels any of it.
    if let Some((shard, path)) = &asked.shard {
        let Some(part) = study.part(asked.size, shard.blocks(asked.size), how) else {
            return Ok(0);
        };
        let run = PartRun::of(&asked.file, &loaded, asked.size, asked.sampling)?;
        part_file::write(path, run, *shard, &part)?;
        let written = Message::new("sample-part-written")
            .with("part", shard.to_string())
            .with("path", path.display().to_string());
        output::message(&written.say(language));
        return Ok(0);
    }
    let Some(mut ensemble) = study.run(asked.size, how) else {
        return Ok(0);
    };
    study.standard_errors(&mut ensemble, how);
    print(&loaded, &study, &ensemble, asked, language)
}

/// Prints what came of all draws.
fn print(
    loaded: &Loaded,
    study: &Study<'_>,
    ensemble: &Ensemble,
    asked: &SampleArgs,
    language: Language,
) -> CommandResult {
    let plan = &*loaded.plan;
    refuse_mostly_outside(plan, ensemble, language)?;
    if let Some(path) = &asked.draws_out {
        draws_out::write(study, ensemble.size, path)?;
    }
    match asked.format {
        OutputFormat::Json => output::json(&report::report(loaded, ensemble, language))?,
        OutputFormat::Csv => output::csv(&report::rows(plan, ensemble))?,
        OutputFormat::Table => output::data(&report::tables(loaded, ensemble, language))?,
    }
    if let Some(remark) = wording::uneven_size(ensemble.size, ensemble.sampling.sampler, language) {
        output::message(&remark);
    }
    Ok(0)
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

fn failed(plan: &Plan, error: &DrawsError) -> Failure {
    let [what, help] = wording::undrawn(plan, error);
    Failure::Other {
        what,
        help: Some(help),
    }
}

/// Spreads that leave what is possible in most draws say nothing about the rest.
fn refuse_mostly_outside(plan: &Plan, ensemble: &Ensemble, language: Language) -> Result<(), Failure> {
    let worst = ensemble.out_of_bounds.iter().max_by_key(|(_, count)| *count);
    let Some((ix, count)) = worst.filter(|(_, count)| 2 * count > ensemble.size) else {
        return Ok(());
    };
    let share = *count as f64 / ensemble.size as f64;
    Err(Failure::Other {
        what: Message::new("sample-mostly-outside")
            .with("id", plan.get(*ix).id.as_str())
            .with(
                "share",
                wording::percent(numbers::decimal(share * 100.0, 1), language),
            ),
        help: Some(Message::new("sample-mostly-outside-help")),
    })
}
