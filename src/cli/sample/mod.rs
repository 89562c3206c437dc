//! `planpath sample FILE`

mod draws_out;
mod draws_table;
mod grammar;
mod merge;
mod parquet;
mod part_file;
mod report;
mod shard;

use std::ops::Range;
use std::path::{Path, PathBuf};

use super::output::{self, OutputFormat};
use super::{CommandResult, input};
use crate::analysis::draws::{DrawsError, Sampling};
use crate::analysis::ensemble::{CancellableDraws, Ensemble, Study};
use crate::file::Failure;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, Message, numbers};
use crate::wording;
use draws_table::DrawsTable;
pub(super) use grammar::{asked, grammar};
use part_file::PartRun;
use shard::Shard;

/// The options given on the command line.
pub(super) struct SampleArgs {
    pub file: PathBuf,
    pub size: u64,
    pub sampling: Sampling,
    pub draws_out: Option<PathBuf>,
    /// The part to make.
    pub shard: Option<Shard>,
    /// Where to write what it comes to.
    pub output: Option<PathBuf>,
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
    let undrawn = |error: DrawsError| wording::undrawable(plan, &error);
    Study::check_size(asked.size).map_err(undrawn)?;
    let study = Study::of(plan, &loaded.scenario, asked.sampling).map_err(undrawn)?;
    let how = CancellableDraws {
        threads: threads(),
        is_wanted: &|| true,
    };
    // Nobody cancels any of it.
    if let Some(shard) = asked.shard {
        return make_part(&loaded, &study, shard, asked, (how, language));
    }
    let Some(mut ensemble) = study.run(asked.size, how) else {
        return Ok(0);
    };
    study.standard_errors(&mut ensemble, how);
    print(&loaded, &study, &ensemble, asked, language)
}

/// Makes one part of the draws, and writes what it comes to, the draws themselves, or both.
fn make_part(
    loaded: &Loaded,
    study: &Study<'_>,
    shard: Shard,
    asked: &SampleArgs,
    (how, language): (CancellableDraws<'_>, Language),
) -> CommandResult {
    let written = |path: &Path| {
        let written = Message::new("sample-part-written")
            .with("part", shard.to_string())
            .with("path", path.display().to_string());
        output::message(&written.say(language));
    };
    let blocks = shard.blocks(asked.size);
    if let Some(path) = &asked.output {
        let run = PartRun::of(&asked.file, loaded, asked.size, asked.sampling)?;
        if let Some(part) = study.part(asked.size, blocks.clone(), how) {
            part_file::write(path, run, shard, &part)?;
            written(path);
        }
    }
    if let Some(path) = &asked.draws_out {
        draws_out::write(&draws_table(loaded, study, (asked.size, blocks)), path)?;
        written(path);
    }
    Ok(0)
}

fn draws_table<'a>(
    loaded: &Loaded,
    study: &'a Study<'a>,
    (size, blocks): (u64, Range<u64>),
) -> DrawsTable<'a> {
    let sampling = study.draws().sampling();
    let about = [
        ("planpath.plan", loaded.plan.id.clone()),
        ("planpath.scenario_sha256", loaded.sha256.clone()),
        ("planpath.draws", size.to_string()),
        ("planpath.seed", sampling.seed.to_string()),
        ("planpath.sampler", sampling.sampler.name().to_owned()),
    ];
    DrawsTable {
        study,
        size,
        blocks,
        about: about.to_vec(),
    }
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
        let all = Study::blocks(ensemble.size, 0, 1);
        draws_out::write(&draws_table(loaded, study, (ensemble.size, all)), path)?;
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
