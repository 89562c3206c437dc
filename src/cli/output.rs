//! Where text goes. The only place that prints, so that a closed pipe and a full disk are handled once.

use std::io::{self, IsTerminal as _, Write as _};

use comfy_table::{CellAlignment, LineStyle, Table, TableStyle};
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};

use crate::export::csv::{Cell, to_bytes};
use crate::file::Failure;
use crate::text::{Language, Message};

/// Writes data to standard output. A reader that has seen enough (`| head`) is no failure.
pub(super) fn data(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Other {
            what: Message::new("io-other").with("detail", error.to_string()),
            help: None,
        }),
        _ => Ok(()),
    }
}

/// Writes JSON, indented, with a newline at the end.
pub(super) fn json<T: Serialize>(value: &T) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Pretty(PrettyFormatter::new()));
    value.serialize(&mut serializer).map_err(|error| Failure::Other {
        what: Message::new("file-cannot-encode").with("detail", error.to_string()),
        help: None,
    })?;
    data(&(String::from_utf8_lossy(&bytes) + "\n"))
}

/// Indented JSON whose zeros have no sign.
struct Pretty(PrettyFormatter<'static>);

impl Formatter for Pretty {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // Adding zero takes the sign off a negative one.
        self.0.write_f64(writer, value + 0.0)
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}

/// Writes rows as CSV, the first being the header.
pub(super) fn csv(rows: &[Vec<Cell>]) -> Result<(), Failure> {
    data(&String::from_utf8_lossy(&to_bytes(rows)?))
}

/// A table for people: a header, a rule, rows; figures to the right.
pub(super) fn table(header: &[String], rows: &[Vec<String>], figures_from: usize) -> String {
    let mut table = Table::new();
    let rule = LineStyle::new('─', '─', '─', '─');
    table.load_style(TableStyle::new().header_separator(rule));
    table.set_header(header);
    for row in rows {
        table.add_row(row);
    }
    for (position, column) in table.column_iter_mut().enumerate() {
        if position >= figures_from {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt() + "\n"
}

/// Pairs of a name and what belongs to it, one a line.
pub(super) fn list(rows: &[Vec<String>]) -> String {
    let mut table = Table::new();
    table.load_style(TableStyle::new());
    for row in rows {
        table.add_row(row);
    }
    table.trim_fmt() + "\n"
}

/// A line on standard error.
pub(super) fn message(text: &str) {
    // Nobody is left to tell if standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// A failure on standard error, in colour on a terminal unless NO_COLOR asks for none.
pub(super) fn report(failure: &Failure, language: Language) {
    let wants_colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let colour = wants_colour && io::stderr().is_terminal();
    message(&failure.report(language, colour));
}
