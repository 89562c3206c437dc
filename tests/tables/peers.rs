//! Other programs read what we write: pyam the IAMC files, LibreOffice and openpyxl the workbook.
//!
//! These programs are not part of a fresh machine. Where one is missing, the test says so on standard error and does
//! not run; with `PLANPATH_PEERS=required`, as in continuous integration, a missing program is a failure.
//! `PLANPATH_PYTHON` names a Python that has pyam and openpyxl; `python3` otherwise.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use planpath::export::iamc::{self, DEFAULT_REGION};
use planpath::export::xlsx::workbook;
use planpath::model::{Standing, ledger};
use planpath::plan::IndicatorIx;
use planpath::scenario::{Actual, Rates};
use planpath::text::Language;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::workbook::{LEVERS, Sheets, TRAJECTORIES, assert_agrees, hostile_names, row_of, sheets};
use crate::{Case, every_kind, put, root, shipped};

/// Says that a test did not run. The test harness keeps what is printed to itself, but not what is written here.
fn missing(program: &str, remedy: &str) {
    let what = format!("NOT RUN: {program} is missing; {remedy}\n");
    std::io::stderr().write_all(what.as_bytes()).unwrap();
    let required = std::env::var_os("PLANPATH_PEERS").is_some_and(|value| value == "required");
    assert!(!required, "{what}");
}

fn python() -> String {
    std::env::var("PLANPATH_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

fn runs(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

fn succeed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{errors}");
    said
}

/// A folder for what a test leaves to be looked at.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tables").join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn pyam_reads_the_same_series() {
    let python = python();
    if !runs(Command::new(&python).args(["-c", "import pyam"])) {
        return missing("pyam", "pip install pyam-iamc 'sqlalchemy<2.1'");
    }
    let folder = folder("pyam");
    let names = [
        "None",
        "NA",
        "null",
        "nan",
        "2015",
        "True",
        "=1+1",
        "",
        "Plain",
        "按规划推进",
        "a, \"b\"\nc",
    ];
    let mut cases: Vec<(String, Case)> = shipped()
        .into_iter()
        .map(|name| (name.clone(), Case::shipped(&name)))
        .collect();
    for (n, name) in names.iter().enumerate() {
        cases.push((format!("name-{n}"), every_kind(name, 10.0)));
    }
    for (file, case) in &cases {
        for language in Language::ALL {
            let material = case.material(language);
            let stem = folder.join(format!("{file}-{language}"));
            put(
                &stem.with_extension("long.csv"),
                &iamc::long(&material, DEFAULT_REGION).unwrap(),
            );
            put(
                &stem.with_extension("wide.csv"),
                &iamc::wide(&material, DEFAULT_REGION).unwrap(),
            );
            put(&stem.with_extension("json"), expected(case, language).as_bytes());
        }
    }
    let said = succeed(
        Command::new(&python)
            .arg(root().join("tests/peers/read_with_pyam.py"))
            .arg(&folder),
    );
    // Sixteen scenarios in two languages and two shapes.
    assert!(
        said.contains(&format!("{} files agree", cases.len() * 4)),
        "{said}"
    );
}

/// What pyam should find: the scenario's name and every level, as the program has them.
fn expected(case: &Case, language: Language) -> String {
    let plan = &case.loaded.plan;
    let name = iamc::label(case.loaded.scenario.name.get(language));
    let series: Vec<(String, &[f64])> = plan
        .iter()
        .filter_map(|(ix, indicator)| {
            let bracketed = || format!("Indicator [{}]", indicator.name.get(Language::English));
            let variable = indicator.iamc.clone().unwrap_or_else(bracketed);
            Some((variable, case.projection.levels(ix)?))
        })
        .collect();
    let years: Vec<i32> = plan.years().collect();
    serde_json::json!({"scenario": name, "series": series, "years": years}).to_string()
}

#[test]
fn charts_formats_and_properties_are_in_the_workbook() {
    let python = python();
    if !runs(Command::new(&python).args(["-c", "import openpyxl"])) {
        return missing("openpyxl", "pip install openpyxl");
    }
    let folder = folder("whole");
    let case = Case::shipped("mid-term-2013");
    for language in Language::ALL {
        let path = folder.join(language.code()).with_extension("xlsx");
        put(&path, &workbook(&case.material(language)).unwrap());
    }
    // The plan has four headline indicators, the one below two.
    assert_whole(&python, &folder, "4", &case.loaded.sha256, 2);
    let folder = self::folder("hostile");
    let names = hostile_names();
    for (n, name) in names.iter().enumerate() {
        let case = every_kind(name, 10.0);
        let mut material = case.material(Language::English);
        material.sha256 = "0123";
        put(
            &folder.join(n.to_string()).with_extension("xlsx"),
            &workbook(&material).unwrap(),
        );
    }
    assert_whole(&python, &folder, "2", "0123", names.len());
}

fn assert_whole(python: &str, folder: &Path, charts: &str, sha256: &str, count: usize) {
    let script = root().join("tests/peers/open_workbook.py");
    let said = succeed(
        Command::new(python)
            .arg(script)
            .arg(folder)
            .args([charts, sha256]),
    );
    assert!(said.contains(&format!("{count} workbooks are whole")), "{said}");
}

/// Has LibreOffice calculate workbooks anew, whatever values are stored in them, and reads the results.
fn recalculated(folder: &Path, books: &[(String, Vec<u8>)]) -> Option<Vec<Sheets>> {
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
    let Some(found) = recalculated(&folder, &books) else {
        return;
    };
    for (sheets, (case, language)) in found.iter().zip(&expected) {
        assert_agrees(sheets, case, *language, 1e-9);
        assert_no_errors(sheets);
    }
}

fn assert_no_errors(sheets: &Sheets) {
    for (name, values, _) in sheets {
        for (row, column, value) in values.used_cells() {
            assert!(
                !matches!(value, calamine::Data::Error(_)),
                "{name} {row} {column}: {value:?}"
            );
        }
    }
}

/// A scenario in which every lever has other rates than before, the workbook of which still has the old values stored
/// beside the formulas: what a reviewer's file is like the moment after the rates were typed in.
fn edited(case: &Case) -> (Vec<u8>, Vec<u8>, Case) {
    let old = case.material(Language::English);
    let before = workbook(&old).unwrap();
    let mut loaded = case.loaded.clone();
    let levers: Vec<IndicatorIx> = loaded.plan.levers().map(|(ix, _)| ix).collect();
    for (n, ix) in (0_i32..).zip(levers) {
        let steps = i32::try_from(loaded.plan.steps()).unwrap();
        let mut rates = Rates::Yearly(
            (0..steps)
                .map(|step| 0.07 * f64::from(n % 5 - 2 + step))
                .collect(),
        );
        if let Some(Rates::OutputGrowth { top, all }) = loaded.scenario.rates.get(ix) {
            rates = Rates::OutputGrowth {
                top: top.iter().map(|rate| rate + 1.5).collect(),
                all: all.iter().map(|rate| rate - 0.5).collect(),
            };
        }
        loaded.scenario.rates.set(ix, rates);
    }
    let after = Case::new(loaded);
    let mut stale = case.material(Language::English);
    stale.scenario = &after.loaded.scenario;
    (before, workbook(&stale).unwrap(), after)
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
        let (before, after, fresh) = edited(case);
        assert_only_rates_differ(&sheets(&before), &sheets(&after));
        books.push((name.clone(), after));
        expected.push(fresh);
    }
    let Some(found) = recalculated(&folder, &books) else {
        return;
    };
    for (sheets, fresh) in found.iter().zip(&expected) {
        assert_agrees(sheets, fresh, Language::English, 1e-9);
    }
}

/// The two workbooks have the same formulas everywhere, and the same values but on the sheet of rates.
fn assert_only_rates_differ(before: &Sheets, after: &Sheets) {
    for (n, (old, new)) in before.iter().zip(after).enumerate() {
        assert!(old.2 == new.2, "formulas of {}", old.0);
        assert_eq!(old.1 == new.1, n != LEVERS, "values of {}", old.0);
    }
}

/// A workbook in which somebody typed figures into cells of a sheet, counted from 0, without anything being calculated.
fn typed_into(book: &[u8], sheet: usize, cells: &[(String, f64)]) -> Vec<u8> {
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
                let start = text.find(&format!("<c r=\"{cell}\"")).unwrap();
                let start = start + text[start..].find("<v>").unwrap() + 3;
                let end = start + text[start..].find("</v>").unwrap();
                assert!(!text[start - 40..start].contains("<f>"), "{cell} is a formula");
                text.replace_range(start..end, &value.to_string());
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
    let trajectories = &sheets(&book)[TRAJECTORIES].1;
    // Value added falls behind, steel comes back, research reaches its target.
    let changes = [("value-added", 18.5), ("steel-cr10", 58.0), ("rd-intensity", 1.2)];
    let mut loaded = case.loaded.clone();
    let mut cells = Vec::new();
    for (id, level) in changes {
        let ix = plan.find(id).unwrap();
        let mut entries = loaded.scenario.actuals.get(ix).unwrap().clone();
        let last = entries.iter_mut().find(|entry| entry.year == 2013).unwrap();
        last.figure = Actual::Level(level);
        loaded.scenario.actuals.set(ix, entries);
        // 2013 is in column F.
        let row = row_of(trajectories, plan.get(ix).name.get(Language::English)) + 1;
        cells.push((format!("F{row}"), level));
    }
    let books = [("typed".to_owned(), typed_into(&book, TRAJECTORIES, &cells))];
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
