//! Draws as Parquet: a column for the draw's number and one for each level, for engines that read columns.
//!
//! Written by ourselves, because plain columns of numbers take a page of code, and Apache's own package brings a dozen others
//! even without Arrow and compression. The form is that of the Parquet format 2.x: PAR1, row groups of one uncompressed plain
//! page a column, what they are in Thrift, its length, PAR1.

mod thrift;

use std::io::{self, BufWriter, Write};

use super::draws_table::DrawsTable;
use crate::model::LANES;
use thrift::Thrift;

/// Draws of a row group, whose columns are held until it is written.
const GROUP: usize = 256 * LANES;

const MAGIC: &[u8] = b"PAR1";

/// Enumerations of the format: 64-bit whole numbers and doubles, plain, levels in runs (there are none), required.
const INT64: u32 = 2;
const DOUBLE: u32 = 5;
const PLAIN: u32 = 0;
const RLE: u32 = 3;
const REQUIRED: u32 = 0;

pub(super) fn write(table: &DrawsTable<'_>, file: impl Write) -> io::Result<()> {
    let columns = table.columns();
    let mut names = vec![("draw".to_owned(), INT64)];
    names.extend(columns.iter().map(|column| (table.name(*column), DOUBLE)));
    let mut parquet = ParquetFile {
        out: BufWriter::new(file),
        at: 0,
        columns: names.iter().map(|_| Vec::with_capacity(8 * GROUP)).collect(),
        names,
        held: 0,
        rows: 0,
        groups: Vec::new(),
    };
    parquet.put(MAGIC)?;
    table.each(&columns, |first, lanes, levels| parquet.add(first, lanes, levels))?;
    parquet.end_group()?;
    parquet.finish(&table.about)
}

/// A file being written.
struct ParquetFile<W: Write> {
    out: BufWriter<W>,
    /// Bytes written so far.
    at: u64,
    names: Vec<(String, u32)>,
    /// Values of the present row group, column by column.
    columns: Vec<Vec<u8>>,
    /// How many draws it holds.
    held: usize,
    rows: u64,
    groups: Vec<Thrift>,
}

impl<W: Write> ParquetFile<W> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    fn add(&mut self, first: u64, lanes: usize, levels: &[[f64; LANES]]) -> io::Result<()> {
        let mut columns = self.columns.iter_mut();
        if let Some(numbers) = columns.next() {
            numbers.extend((first..).take(lanes).flat_map(u64::to_le_bytes));
        }
        for (column, levels) in columns.zip(levels) {
            column.extend(levels.iter().take(lanes).flat_map(|level| level.to_le_bytes()));
        }
        self.held += lanes;
        if self.held >= GROUP {
            self.end_group()
        } else {
            Ok(())
        }
    }

    fn end_group(&mut self) -> io::Result<()> {
        if self.held == 0 {
            return Ok(());
        }
        let start = self.at;
        let mut chunks = Vec::with_capacity(self.columns.len());
        for n in 0..self.columns.len() {
            let values = std::mem::take(&mut self.columns[n]);
            let (name, kind) = self.names[n].clone();
            chunks.push(self.page(&name, kind, &values)?);
            self.columns[n] = values;
            self.columns[n].clear();
        }
        let group = Thrift::default()
            .all(1, chunks)
            .i64(2, self.at - start)
            .i64(3, self.held as u64);
        self.groups.push(group);
        self.rows += self.held as u64;
        self.held = 0;
        Ok(())
    }

    /// Writes one column of a row group as one page, and gives back what is said of it.
    fn page(&mut self, name: &str, kind: u32, values: &[u8]) -> io::Result<Thrift> {
        let start = self.at;
        let (size, count) = (values.len() as u32, self.held as u32);
        let plain = Thrift::default()
            .i32(1, count)
            .i32(2, PLAIN)
            .i32(3, RLE)
            .i32(4, RLE);
        let header = Thrift::default()
            .i32(1, 0)
            .i32(2, size)
            .i32(3, size)
            .inner(5, plain);
        self.put(&header.done())?;
        self.put(values)?;
        let length = self.at - start;
        let about = Thrift::default()
            .i32(1, kind)
            .numbers(2, PLAIN)
            .strings(3, name)
            .i32(4, 0)
            .i64(5, u64::from(count))
            .i64(6, length)
            .i64(7, length)
            .i64(9, start);
        Ok(Thrift::default().i64(2, start).inner(3, about))
    }

    fn finish(mut self, about: &[(&'static str, String)]) -> io::Result<()> {
        let root = Thrift::default()
            .string(4, "draws")
            .i32(5, self.names.len() as u32);
        let mut schema = vec![root];
        schema.extend(
            self.names
                .iter()
                .map(|(name, kind)| Thrift::default().i32(1, *kind).i32(3, REQUIRED).string(4, name)),
        );
        let about = about
            .iter()
            .map(|(name, value)| Thrift::default().string(1, name).string(2, value));
        let footer = Thrift::default()
            .i32(1, 2)
            .all(2, schema)
            .i64(3, self.rows)
            .all(4, std::mem::take(&mut self.groups))
            .all(5, about.collect())
            .string(6, concat!("planpath version ", env!("CARGO_PKG_VERSION")))
            .done();
        self.put(&footer)?;
        self.put(&(footer.len() as u32).to_le_bytes())?;
        self.put(MAGIC)?;
        self.out.flush()
    }
}
