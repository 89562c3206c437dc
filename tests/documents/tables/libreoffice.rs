//! Workbooks in LibreOffice, including after edits.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use calamine::CellErrorType;
use planpath::export::xlsx::workbook;
use planpath::model::{Standing, ledger};
use planpath::plan::IndicatorIx;
use planpath::scenario::{Actual, Rates};
use planpath::text::Language;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::tables::peers::{folder, missing, runs, succeed};
use crate::tables::workbook::{ACTUALS, CHARTS, LEVERS, Sheets, assert_agrees, row_of, sheets, to_nothing};
use crate::tables::{Case, every_kind, put, root, shipped};

/// Rates as a reviewer types them, one after the other: cell of the levers sheet, and rate.
type Typed = Vec<(String, Option<f64>)>;

/// Has LibreOffice recalculate workbooks, whatever values are stored in them, and reads the results.
pub(crate) fn recalculated(folder: &Path, books: &[(String, Vec<u8>)]) -> Option<Vec<Sheets>> {
    if !runs(Command::new("soffice").arg("--version")) {
        missing("soffice", "apt-get install libreoffice-calc");
        return None;
    }
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).unwrap();
    fs::copy(
        root().join("tests/peers/recalculate-always.xcu"),
        profile.join("user/registrymodifications.xcu"),
    )
    .unwrap();
    let out = folder.join("recalculated");
    let mut command = Command::new("soffice");
    command
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args([
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
        ])
        .arg(&out);
    for (name, bytes) in books {
        let path = folder.join(name).with_extension("xlsx");
        put(&path, bytes);
        command.arg(path);
    }
    succeed(&mut command);
    let read =
        |(name, _): &(String, Vec<u8>)| sheets(&fs::read(out.join(name).with_extension("xlsx")).unwrap());
    Some(books.iter().map(read).collect())
}

#[test]
fn libreoffice_calculates_the_same_figures() {
    let folder = folder("same");
    let mut books = Vec::new();
    let mut expected = Vec::new();
    for name in shipped() {
        for language in Language::ALL {
            let case = Case::shipped(&name);
            books.push((
                format!("{name}-{language}"),
                workbook(&case.material(language)).unwrap(),
            ));
            expected.push((case, language));
        }
    }
    let case = every_kind("Trial", 10.0);
    books.push((
        "every-kind".to_owned(),
        workbook(&case.material(Language::English)).unwrap(),
    ));
    expected.push((case, Language::English));
    let nothing = workbook(&to_nothing().material(Language::English)).unwrap();
    books.push(("to-nothing".to_owned(), nothing));
    let Some(found) = recalculated(&folder, &books) else {
        return;
    };
    found.iter().for_each(assert_no_errors);
    for (sheets, (case, language)) in found.iter().zip(&expected) {
        assert_agrees(sheets, case, *language, 1e-9);
    }
}

fn assert_no_errors(sheets: &Sheets) {
    for (n, (name, values, _)) in sheets.iter().enumerate() {
        for (row, column, value) in values.used_cells() {
            // On the charts sheet, #N/A leaves a gap in a line.
            let keeps_off = n == CHARTS && matches!(value, calamine::Data::Error(CellErrorType::NA));
            assert!(
                keeps_off || !matches!(value, calamine::Data::Error(_)),
                "{name} {row} {column}: {value:?}"
            );
        }
    }
}

/// A scenario in which every lever has different rates, and the edits that lead to it.
fn edited(case: &Case, book: &Sheets) -> (Typed, Case) {
    let (_, values, _) = &book[LEVERS];
    let mut loaded = case.loaded.clone();
    let mut cells = Vec::new();
    let levers: Vec<IndicatorIx> = loaded.plan.levers().map(|(ix, _)| ix).collect();
    for (n, ix) in (0_i32..).zip(levers) {
        let steps = i32::try_from(loaded.plan.steps()).unwrap();
        let yearly: Vec<f64> = (0..steps)
            .map(|step| 0.07 * f64::from(n % 5 - 2 + step))
            .collect();
        let name = loaded.plan.get(ix).name.get(Language::English);
        let mut row = row_of(values, name) + 1;
        let mut typed = |rates: &[f64]| {
            for (column, rate) in ('D'..).zip(rates) {
                cells.push((format!("{column}{row}"), Some(*rate)));
            }
            row += 1;
        };
        let rates = if let Some(Rates::OutputGrowth { top, all }) = loaded.scenario.rates.get(ix) {
            let top: Vec<f64> = top.iter().map(|rate| rate + 1.5).collect();
            let all: Vec<f64> = all.iter().map(|rate| rate - 0.5).collect();
            typed(&top);
            typed(&all);
            Rates::OutputGrowth { top, all }
        } else {
            typed(&yearly);
            Rates::Yearly(yearly)
        };
        if case.projection.levels(ix).is_some() {
            loaded.scenario.rates.set(ix, rates);
        } else {
            // No base value, so there are no cells either.
            cells.truncate(cells.len() - loaded.plan.steps());
        }
    }
    (cells, Case::new(loaded))
}

#[test]
fn changed_rates_lead_to_the_figures_of_a_fresh_projection() {
    let folder = folder("changed");
    let mut cases: Vec<(String, Case)> = shipped()
        .into_iter()
        .map(|name| (name.clone(), Case::shipped(&name)))
        .collect();
    cases.push(("every-kind".to_owned(), every_kind("Trial", 10.0)));
    let mut books = Vec::new();
    let mut expected = Vec::new();
    for (name, case) in &cases {
        let book = workbook(&case.material(Language::English)).unwrap();
        let (cells, fresh) = edited(case, &sheets(&book));
        books.push((name.clone(), typed_into(&book, LEVERS, &cells)));
        expected.push(fresh);
    }
    let Some(found) = recalculated(&folder, &books) else {
        return;
    };
    for (sheets, fresh) in found.iter().zip(&expected) {
        assert_agrees(sheets, fresh, Language::English, 1e-9);
    }
}

/// A workbook with figures typed into cells of a sheet (counted from 0), or cells emptied, without recalculation.
pub(crate) fn typed_into(book: &[u8], sheet: usize, cells: &[(String, Option<f64>)]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut typed = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == format!("xl/worksheets/sheet{}.xml", sheet + 1) {
            let mut text = String::from_utf8(content).unwrap();
            for (cell, value) in cells {
                let start = text.find(&format!("<c r=\"{cell}\"")).expect(cell);
                let end = start + text[start..].find('>').unwrap() + 1;
                // The cell keeps its format and loses its content.
                let head = text[start..end]
                    .trim_end_matches(['>', '/'])
                    .replace(" t=\"str\"", "");
                let end = if text[start..end].ends_with("/>") {
                    end
                } else {
                    start + text[start..].find("</c>").unwrap() + 4
                };
                let content = value.map_or_else(String::new, |value| format!("<v>{value}</v>"));
                text.replace_range(start..end, &format!("{head}>{content}</c>"));
            }
            content = text.into_bytes();
        }
        typed.start_file(name, SimpleFileOptions::default()).unwrap();
        typed.write_all(&content).unwrap();
    }
    typed.finish().unwrap().into_inner()
}

#[test]
fn changed_actuals_lead_to_the_progress_of_a_fresh_ledger() {
    let folder = folder("actuals");
    let case = Case::shipped("mid-term-2013");
    let plan = &case.loaded.plan;
    let book = workbook(&case.material(Language::English)).unwrap();
    let actuals = &sheets(&book)[ACTUALS].1;
    // Value added falls behind, steel recovers, research reaches its target.
    let changes = [("value-added", 18.5), ("steel-cr10", 58.0), ("rd-intensity", 1.2)];
    let mut loaded = case.loaded.clone();
    let mut cells = Vec::new();
    for (id, level) in changes {
        let ix = plan.find(id).unwrap();
        let mut entries = loaded.scenario.actuals.get(ix).unwrap().clone();
        let last = entries.iter_mut().find(|entry| entry.year == 2013).unwrap();
        last.figure = Actual::Level(level);
        loaded.scenario.actuals.set(ix, entries);
        // 2013 is in column F. A level takes precedence over the change in the row below it.
        let row = row_of(actuals, plan.get(ix).name.get(Language::English)) + 1;
        cells.push((format!("F{row}"), Some(level)));
    }
    let books = [("typed".to_owned(), typed_into(&book, ACTUALS, &cells))];
    let Some(found) = recalculated(&folder, &books) else {
        return;
    };
    let fresh = Case::new(loaded);
    for (id, standing) in
        changes
            .map(|(id, _)| id)
            .into_iter()
            .zip([Standing::Behind, Standing::Ahead, Standing::Reached])
    {
        let target = plan.main_target(plan.find(id).unwrap()).unwrap().0;
        let ledger = ledger(plan, &fresh.projection, target).unwrap();
        assert_eq!(ledger.standing(), standing, "{id}");
    }
    assert_agrees(&found[0], &fresh, Language::English, 1e-9);
    assert_no_errors(&found[0]);
}
