//! Several parts to one result, the same as if all draws had been made at once.

use std::path::PathBuf;

use super::part_file::PartFile;
use super::{SampleArgs, print, threads};
use crate::analysis::ensemble::{CancellableDraws, Study};
use crate::cli::CommandResult;
use crate::file::Failure;
use crate::text::{Language, Message};
use crate::wording::undrawable;

/// Reads parts, puts them together and prints what comes of them.
pub(super) fn merge(paths: &[PathBuf], asked: &SampleArgs, language: Language) -> CommandResult {
    let mut parts = paths
        .iter()
        .map(|path| PartFile::open(path))
        .collect::<Result<Vec<_>, _>>()?;
    parts.sort_by_key(|part| part.head.shard);
    check(&parts)?;
    let Some(first) = parts.first() else { return Ok(0) };
    let run = first.head.run.clone();
    let loaded = run.load(&first.path.display().to_string())?;
    let study = Study::of(&loaded.plan, &loaded.scenario, run.sampling())
        .map_err(|error| undrawable(&loaded.plan, &error))?;
    Study::check_size(run.draws).map_err(|error| undrawable(&loaded.plan, &error))?;
    let counts: Vec<Vec<u64>> = parts.iter().map(|part| part.head.counts.clone()).collect();
    check_extents(&parts, study.columns_of_parts(run.draws))?;
    let merged = study.merge(run.draws, &counts, |n| {
        let mut column = Vec::with_capacity(usize::try_from(run.draws).ok()?);
        for part in &mut parts {
            part.column(n, &mut column).ok()?;
        }
        Some(column)
    });
    let Some(mut ensemble) = merged else {
        return Err(damaged(&parts[0]));
    };
    let how = CancellableDraws {
        threads: threads(),
        is_wanted: &|| true,
    };
    study.standard_errors(&mut ensemble, how);
    print(&loaded, &study, &ensemble, asked, language)
}

/// All parts of one run, each once; given in their order.
fn check(parts: &[PartFile]) -> Result<(), Failure> {
    let Some(first) = parts.first() else {
        return Ok(());
    };
    let named = |id, part: &PartFile| Message::new(id).with("path", part.path.display().to_string());
    let other = |id, part: &PartFile| named(id, part).with("other", first.path.display().to_string());
    let refused = |what| Err(Failure::Other { what, help: None });
    for part in parts {
        let differs = part.head.run.difference(&first.head.run);
        let differs = differs.or((part.head.shard.of != first.head.shard.of).then_some("shard"));
        if let Some(differs) = differs {
            return refused(other("sample-other-run", part).with("differs", differs));
        }
    }
    for pair in parts.windows(2) {
        if pair[0].head.shard == pair[1].head.shard {
            let what = named("sample-part-twice", &pair[1]);
            return refused(what.with("other", pair[0].path.display().to_string()));
        }
    }
    let of = first.head.shard.of;
    let missing = (1..=of).filter(|number| parts.iter().all(|part| part.head.shard.number != *number));
    let missing: Vec<String> = missing.map(|number| format!("{number}/{of}")).collect();
    if missing.is_empty() {
        return Ok(());
    }
    refused(Message::new("sample-parts-missing").with("parts", missing.join(", ")))
}

/// Each part must have as many columns and draws as its share of the run.
fn check_extents(parts: &[PartFile], columns: usize) -> Result<(), Failure> {
    let expected = |part: &PartFile| {
        let (blocks, size) = (part.head.shard.blocks(part.head.run.draws), part.head.run.draws);
        let lanes = crate::model::LANES as u64;
        let draws = size.min(blocks.end * lanes).saturating_sub(blocks.start * lanes);
        if columns == 0 { 0 } else { draws as usize }
    };
    match parts
        .iter()
        .find(|part| part.extent() != (columns, expected(part)))
    {
        Some(part) => Err(damaged(part)),
        None => Ok(()),
    }
}

fn damaged(part: &PartFile) -> Failure {
    Failure::Other {
        what: Message::new("sample-no-part").with("path", part.path.display().to_string()),
        help: Some(Message::new("sample-no-part-help")),
    }
}
