//! Every draw as a row of a file, written as it is made: CSV, or Parquet where the file's name says so.

use std::io::{self, Write};
use std::path::Path;

use super::draws_table::DrawsTable;
use super::parquet;
use crate::file::{Failure, save_as_written};

/// Writes the draws to a file.
pub(super) fn write(table: &DrawsTable<'_>, path: &Path) -> Result<(), Failure> {
    let is_parquet = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("parquet"));
    save_as_written(path, |file| {
        if is_parquet {
            parquet::write(table, file)
        } else {
            csv(table, file)
        }
    })
}

fn csv(table: &DrawsTable<'_>, file: impl Write) -> io::Result<()> {
    let mut out = io::BufWriter::new(file);
    let columns = table.columns();
    write!(out, "draw")?;
    for column in &columns {
        write!(out, ",{}", table.name(*column))?;
    }
    writeln!(out)?;
    table.each(&columns, |first, lanes, levels| {
        for lane in 0..lanes {
            write!(out, "{}", first + lane as u64)?;
            for lanes in levels {
                write!(out, ",{}", lanes[lane])?;
            }
            writeln!(out)?;
        }
        Ok::<(), io::Error>(())
    })?;
    out.flush()
}
