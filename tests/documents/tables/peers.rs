//! Other programs read what we write: pyam the IAMC files, LibreOffice and openpyxl the workbook.
//!
//! These programs are not part of a fresh machine. If one is missing, the test says so on standard error and does not
//! run; with `PLANPATH_PEERS=required`, as in continuous integration, a missing program is a failure. `PLANPATH_PYTHON`
//! names a Python with pyam and openpyxl; the default is `python3`.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use planpath::export::iamc::{self, DEFAULT_REGION};
use planpath::export::xlsx::workbook;
use planpath::model::Origin;
use planpath::text::Language;

use crate::tables::workbook::hostile_names;
use crate::tables::{Case, every_kind, put, root, shipped};

/// Reports that a test did not run. The test harness captures printed output, but not what is written here.
pub(crate) fn missing(program: &str, remedy: &str) {
    let what = format!("NOT RUN: {program} is missing; {remedy}\n");
    std::io::stderr().write_all(what.as_bytes()).unwrap();
    let required = std::env::var_os("PLANPATH_PEERS").is_some_and(|value| value == "required");
    assert!(!required, "{what}");
}

fn python() -> String {
    std::env::var("PLANPATH_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

pub(crate) fn runs(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

pub(crate) fn succeed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{errors}");
    said
}

/// A folder for files that a test leaves for inspection.
pub(crate) fn folder(name: &str) -> PathBuf {
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
        "historical",
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
    // Every scenario in two languages and two layouts.
    assert!(
        said.contains(&format!("{} files agree", cases.len() * 4)),
        "{said}"
    );
}

/// What pyam should find: the scenario's name, every level, and which years are actual, according to the program.
fn expected(case: &Case, language: Language) -> String {
    let plan = &case.loaded.plan;
    let name = iamc::scenario_label(case.loaded.scenario.name.get(language));
    let series: Vec<(String, &[f64])> = plan
        .iter()
        .filter_map(|(ix, indicator)| {
            let bracketed = || format!("Indicator [{}]", indicator.name.get(Language::English));
            let variable = indicator.iamc.clone().unwrap_or_else(bracketed);
            Some((variable, case.projection.levels(ix)?))
        })
        .collect();
    let historical: Vec<Vec<bool>> = plan
        .iter()
        .filter(|(ix, _)| case.projection.levels(*ix).is_some())
        .map(|(ix, _)| case.projection.origins(ix))
        .map(|origins| origins.iter().map(|origin| *origin == Origin::Actual).collect())
        .collect();
    let years: Vec<i32> = plan.years().collect();
    serde_json::json!({"scenario": name, "series": series, "years": years, "historical": historical})
        .to_string()
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
    // The plan has four headline indicators, the other one two.
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

/// Levels, changes of both kinds, new figures, emptied cells, targets: a script types them in, and compares the results
/// with what the program says about scenarios and plans edited in the same way.
#[test]
fn edited_workbooks_lead_to_what_the_program_computes() {
    let python = python();
    if !runs(Command::new(&python).args(["-c", "import openpyxl"])) {
        return missing("openpyxl", "pip install openpyxl");
    }
    if !runs(Command::new("soffice").arg("--version")) {
        return missing("soffice", "apt-get install libreoffice-calc");
    }
    let said = succeed(
        Command::new(python)
            .arg(root().join("tests/peers/follow_workbook.py"))
            .arg(env!("CARGO_BIN_EXE_planpath"))
            .arg(folder("edited")),
    );
    assert!(said.contains("edited workbooks follow"), "{said}");
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
