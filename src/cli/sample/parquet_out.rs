//! Draws as Parquet: a column for the draw's number and one for each level, for engines that read columns.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Repetition, Type as PhysicalType};
use parquet::data_type::{DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use super::draws_out::DrawsTable;
use crate::model::LANES;

/// Draws of a row group, whose columns are held until it is written.
const GROUP: usize = 256 * LANES;

pub(super) fn write(table: &DrawsTable<'_>, file: impl Write + Send) -> io::Result<()> {
    written(table, file).map_err(io::Error::other)
}

fn written(table: &DrawsTable<'_>, file: impl Write + Send) -> Result<(), ParquetError> {
    let columns = table.columns();
    let about = table.about.iter();
    let about = about.map(|(name, value)| KeyValue::new((*name).to_owned(), value.clone()));
    let properties = WriterProperties::builder()
        .set_created_by(concat!("planpath ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_key_value_metadata(Some(about.collect()))
        // Levels hardly ever repeat.
        .set_dictionary_enabled(false)
        .set_statistics_enabled(EnabledStatistics::None)
        .build();
    let mut fields = vec![field("draw", PhysicalType::INT64)?];
    for column in &columns {
        fields.push(field(&table.name(*column), PhysicalType::DOUBLE)?);
    }
    let schema = Type::group_type_builder("draws").with_fields(fields).build()?;
    let mut writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties))?;
    let mut group = RowGroup {
        numbers: Vec::with_capacity(GROUP),
        levels: vec![Vec::with_capacity(GROUP); columns.len()],
    };
    table.each(&columns, |first, lanes, levels| {
        group.numbers.extend((first..).take(lanes).map(u64::cast_signed));
        for (column, levels) in group.levels.iter_mut().zip(levels) {
            column.extend_from_slice(&levels[..lanes]);
        }
        if group.numbers.len() >= GROUP {
            group.write(&mut writer)?;
        }
        Ok::<(), ParquetError>(())
    })?;
    group.write(&mut writer)?;
    writer.close()?;
    Ok(())
}

fn field(name: &str, of: PhysicalType) -> Result<Arc<Type>, ParquetError> {
    let field = Type::primitive_type_builder(name, of).with_repetition(Repetition::REQUIRED);
    Ok(Arc::new(field.build()?))
}

/// Draws that are not written yet, column by column.
struct RowGroup {
    numbers: Vec<i64>,
    levels: Vec<Vec<f64>>,
}

impl RowGroup {
    fn write<W: Write + Send>(&mut self, writer: &mut SerializedFileWriter<W>) -> Result<(), ParquetError> {
        if self.numbers.is_empty() {
            return Ok(());
        }
        let mut group = writer.next_row_group()?;
        if let Some(mut column) = group.next_column()? {
            column
                .typed::<Int64Type>()
                .write_batch(&self.numbers, None, None)?;
            column.close()?;
        }
        for levels in &self.levels {
            if let Some(mut column) = group.next_column()? {
                column.typed::<DoubleType>().write_batch(levels, None, None)?;
                column.close()?;
            }
        }
        group.close()?;
        self.numbers.clear();
        self.levels.iter_mut().for_each(Vec::clear);
        Ok(())
    }
}
