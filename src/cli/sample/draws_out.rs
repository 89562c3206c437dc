//! Every draw as a row of a CSV file, written as it is made.

use std::io::{self, Write};
use std::path::Path;

use crate::analysis::ensemble::{CancellableDraws, Study};
use crate::file::{Failure, save_as_written};
use crate::plan::IndicatorIx;

/// Writes the levels of all indicators in all years after the base year, draw by draw.
pub(super) fn write(study: &Study<'_>, size: u64, path: &Path) -> Result<(), Failure> {
    save_as_written(path, |file| {
        let mut out = io::BufWriter::new(file);
        let columns = columns(study);
        write!(out, "draw")?;
        for (ix, step) in &columns {
            let plan = study.plan();
            write!(out, ",{}@{}", plan.get(*ix).id, plan.year(*step))?;
        }
        writeln!(out)?;
        let alone = CancellableDraws {
            threads: 1,
            is_wanted: &|| true,
        };
        let mut levels = Vec::with_capacity(columns.len());
        study.each_block(size, alone, |first, lanes, level| {
            levels.clear();
            levels.extend(columns.iter().filter_map(|(ix, step)| level(*ix, *step)));
            for lane in 0..lanes {
                write!(out, "{}", first + lane as u64)?;
                for lanes in &levels {
                    write!(out, ",{}", lanes[lane])?;
                }
                writeln!(out)?;
            }
            Ok::<(), io::Error>(())
        })?;
        out.flush()
    })
}

fn columns(study: &Study<'_>) -> Vec<(IndicatorIx, usize)> {
    let plan = study.plan();
    let with_levels = plan
        .iter()
        .filter(|(ix, _)| study.projection().levels(*ix).is_some());
    let steps = |ix| (1..=plan.steps()).map(move |step| (ix, step));
    with_levels.flat_map(|(ix, _)| steps(ix)).collect()
}
