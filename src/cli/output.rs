//! Output. The only place that prints, so that a closed pipe and a full disk are handled once.

use std::io::{self, IsTerminal as _, Write as _};

use comfy_table::{CellAlignment, LineStyle, Table, TableStyle};
use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter};

use super::closed;
use crate::export::csv::{CsvField, to_bytes};
use crate::file::{Failure, reason};
use crate::text::{Language, Message, safe};

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OutputFormat {
    Table,
    Json,
    Csv,
}

/// Writes data to standard output, with terminal control characters neutralised. A reader that stops early (`| head`)
/// is not a failure.
pub(super) fn data(text: &str) -> Result<(), Failure> {
    if closed::was_closed() {
        return Err(cannot_print(Message::new("io-closed")));
    }
    let mut out = io::stdout().lock();
    printed(
        out.write_all(safe::terminal(text).as_bytes())
            .and_then(|()| out.flush()),
    )
}

fn printed(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(cannot_print(reason(&error))),
        _ => Ok(()),
    }
}

fn cannot_print(reason: Message) -> Failure {
    Failure::Other {
        what: Message::new("cli-cannot-print").with("reason", reason),
        help: Some(Message::new("cli-cannot-print-help")),
    }
}

/// Writes indented JSON with a final newline.
pub(super) fn json<T: Serialize>(value: &T) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Pretty(PrettyFormatter::new()));
    value.serialize(&mut serializer).map_err(|error| Failure::Other {
        what: Message::new("file-cannot-encode").with("detail", error.to_string()),
        help: None,
    })?;
    bytes.push(b'\n');
    data(&String::from_utf8_lossy(&bytes))
}

/// Indented JSON whose zeros are unsigned, and whose strings are safe for terminals.
struct Pretty(PrettyFormatter<'static>);

impl Formatter for Pretty {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // Adding zero turns −0 into 0.
        self.0.write_f64(writer, value + 0.0)
    }

    /// JSON only requires escaping ASCII control characters; programs read the others the same when escaped.
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        for part in fragment.split_inclusive(safe::is_active) {
            match part
                .char_indices()
                .next_back()
                .filter(|(_, c)| safe::is_active(*c))
            {
                Some((at, active)) => write!(writer, "{}\\u{:04x}", &part[..at], u32::from(active))?,
                None => writer.write_all(part.as_bytes())?,
            }
        }
        Ok(())
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

/// Writes rows as CSV, the header first.
pub(super) fn csv(rows: &[Vec<CsvField>]) -> Result<(), Failure> {
    data(&String::from_utf8_lossy(&to_bytes(rows)?))
}

/// A printed table: header, rule, rows; figures right-aligned.
pub(super) fn table(header: &[String], rows: &[Vec<String>], figures_from: usize) -> String {
    let mut table = Table::new();
    let rule = LineStyle::new('─', '─', '─', '─');
    table.load_style(TableStyle::new().header_separator(rule));
    table.set_header(header.iter().map(|cell| safe::line(cell)));
    for row in rows {
        table.add_row(row.iter().map(|cell| safe::line(cell)));
    }
    for (position, column) in table.column_iter_mut().enumerate() {
        if position >= figures_from {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt() + "\n"
}

/// Pairs of a name and its description, one per line.
pub(super) fn list(rows: &[Vec<String>]) -> String {
    let mut table = Table::new();
    table.load_style(TableStyle::new());
    for row in rows {
        table.add_row(row.iter().map(|cell| safe::line(cell)));
    }
    table.trim_fmt() + "\n"
}

/// Prints a message to standard error, with terminal control characters neutralised.
pub(super) fn message(text: &str) {
    as_it_is(&safe::terminal(text));
}

fn as_it_is(text: &str) {
    // If standard error is closed, there is nobody left to tell.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Prints help or the version, as generated by clap.
pub(super) fn help(answer: &clap::Error) -> Result<(), Failure> {
    if closed::was_closed() {
        return Err(cannot_print(Message::new("io-closed")));
    }
    printed(answer.print().and_then(|()| io::stdout().flush()))
}

/// Prints a failure to standard error, in colour on a terminal unless NO_COLOR is set.
pub(super) fn report(failure: &Failure, language: Language) {
    let wants_colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let colour = wants_colour && io::stderr().is_terminal();
    // A coloured report has escape sequences of its own; the rest of it is already safe.
    as_it_is(&failure.report(language, colour));
}
