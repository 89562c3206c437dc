//! A workbook in which a reviewer changes a rate, an actual or a target and follows it through trajectories and charts
//! to scorecard and progress.
//!
//! Whatever follows from these is a formula, with the program's own value stored beside it. The formulas take the
//! same steps as [`crate::model::project`], [`crate::model::assess`] and [`crate::model::ledger`]; tests compare the two after recalculation in
//! another program. What the program refuses, a share above 100 % or a level that is no number any more, the workbook
//! marks, remarks beside the figures and judges no more.

mod actuals;
mod charts;
mod layout;
mod levers;
mod look;
mod official;
mod page;
mod progress;
mod scorecard;
mod sources;
mod style;
mod trajectories;
mod uncertain;
mod workings;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::{ExportInput, failed};
use crate::file::Failure;
use crate::text::safe;
use layout::Layout;
use page::{Done, SheetPage};

/// The workbook as an .xlsx file: scorecard, progress, levers, trajectories, charts, actuals, sources and notes, and what draws
/// lead to where rates are uncertain.
///
/// # Errors
/// [`Failure`] if the library fails, which checked input cannot cause.
pub fn workbook(input: &ExportInput<'_>) -> Result<Vec<u8>, Failure> {
    made(input).map_err(|error| failed("XLSX", error))
}

/// What fills a sheet.
type Fill = fn(&mut SheetPage<'_>, &Layout<'_>) -> Done;

fn made(input: &ExportInput<'_>) -> Result<Vec<u8>, XlsxError> {
    let layout = Layout::new(input);
    let mut book = Workbook::new();
    book.set_properties(&properties(input)?);
    let names = &layout.names;
    let sheets: [(&str, Fill); 8] = [
        (&names.scorecard, scorecard::fill),
        (&names.progress, progress::fill),
        (&names.levers, levers::fill),
        (&names.trajectories, trajectories::fill),
        (&names.charts, charts::fill),
        (&names.actuals, actuals::fill),
        (&names.sources, sources::fill),
        (&names.workings, workings::fill),
    ];
    let drawn: (&str, Fill) = (&names.uncertainty, uncertain::fill);
    for (name, fill) in sheets.into_iter().chain(input.drawn.map(|_| drawn)) {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?.set_screen_gridlines(false);
        fill(&mut SheetPage { sheet }, &layout)?;
    }
    book.define_name(look::TABLE, &format!("={}", layout.origins_table()))?;
    book.save_to_buffer()
}

/// Provenance in the document properties.
fn properties(input: &ExportInput<'_>) -> Result<DocProperties, XlsxError> {
    // A property holds 255 characters.
    let short = |text: &str| safe::workbook(text).chars().take(255).collect::<String>();
    let scenario = short(input.scenario.name.get(input.language));
    let plan = short(input.plan.title.get(input.language));
    Ok(DocProperties::new()
        .set_title(&scenario)
        .set_subject(&plan)
        .set_author(concat!("Planpath ", env!("CARGO_PKG_VERSION")))
        .set_comment(short(&scorecard::provenance(input)))
        .set_custom_property("Planpath version", env!("CARGO_PKG_VERSION"))
        .set_custom_property("Plan", short(&input.plan.id).as_str())
        .set_custom_property("Scenario", scenario.as_str())
        .set_custom_property("Scenario SHA-256", input.sha256)
        // A fixed date, for reproducible output.
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}
