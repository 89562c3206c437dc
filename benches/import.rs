//! Benchmarks reading tables: `cargo bench --bench import`.
//!
//! The limits are 50 ms for 31 provinces × 20 years, and 3 s and 512 MB for a million cells, at the median on one
//! core. Peers in the same run: the csv crate, which only splits cells, and calamine, which reads values without
//! merged or hidden cells. Memory is measured in a separate process that reads a single file.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::io::Cursor;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Instant;

use calamine::{Reader, Xlsx};
use divan::Bencher;
use planpath::file::{read_sheets, sheets_of_bytes};
use planpath::plan::built_in;
use planpath::scenario::Scenario;
use planpath::scenario::import::{Options, look};
use rust_xlsxwriter::{Format, Workbook};

/// Rows and columns with figures.
const PROVINCES: (u32, u16) = (31, 20);
const MILLION: (u32, u16) = (20_000, 50);

/// Environment variable that makes this program read a single file.
const ONE_FILE: &str = "PLANPATH_BENCH_FILE";

fn figure(row: u32, column: u16) -> f64 {
    f64::from(row % 977) + f64::from(column) / 16.0
}

fn text((rows, columns): (u32, u16)) -> String {
    let years: Vec<String> = (0..columns)
        .map(|column| format!("{}年", 2001 + column))
        .collect();
    let mut text = format!("地区,{}\n", years.join(","));
    for row in 0..rows {
        let _ = write!(text, "地区{row}");
        for column in 0..columns {
            let _ = write!(text, ",{}", figure(row, column));
        }
        text.push('\n');
    }
    text
}

fn workbook((rows, columns): (u32, u16)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let percent = Format::new().set_num_format("0.0%");
    for column in 0..columns {
        let year = 2001 + u32::from(column);
        sheet.write(0, column + 1, year).expect("a cell");
    }
    for row in 0..rows {
        sheet.write(row + 1, 0, format!("地区{row}")).expect("a cell");
        for column in 0..columns {
            let figure = figure(row, column);
            let written = if column % 2 == 0 {
                sheet.write(row + 1, column + 1, figure)
            } else {
                sheet.write_with_format(row + 1, column + 1, figure / 100.0, &percent)
            };
            written.expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// Created once.
fn million_workbook() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| workbook(MILLION))
}

fn read(bytes: &[u8]) -> usize {
    let sheets = sheets_of_bytes("table", bytes).expect("a table");
    sheets.sheets[0].grid.height()
}

/// Reading and preview.
fn looked(bytes: &[u8]) -> usize {
    let plan = built_in("industrial-upgrading-2011-2015")
        .expect("a plan")
        .expect("sound");
    let sheets = sheets_of_bytes("table", bytes).expect("a table");
    let look = look(&plan, &Scenario::default(), &sheets, &Options::default());
    look.preview.map_or(0, |preview| preview.cells.len())
}

fn peer_csv(text: &str) -> usize {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    reader.records().flatten().map(|record| record.len()).sum()
}

fn peer_calamine(bytes: &[u8]) -> usize {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = workbook.worksheet_range_at(0).expect("a sheet");
    range.expect("its cells").height()
}

#[divan::bench]
fn provinces_csv(bencher: Bencher<'_, '_>) {
    let text = text(PROVINCES);
    bencher.bench(|| read(black_box(text.as_bytes())));
}

#[divan::bench]
fn provinces_csv_with_preview(bencher: Bencher<'_, '_>) {
    let text = text(PROVINCES);
    bencher.bench(|| looked(black_box(text.as_bytes())));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn million_csv_with_preview(bencher: Bencher<'_, '_>) {
    let text = text(MILLION);
    bencher.bench(|| looked(black_box(text.as_bytes())));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn million_xlsx_with_preview(bencher: Bencher<'_, '_>) {
    bencher.bench(|| looked(black_box(million_workbook())));
}

#[divan::bench]
fn provinces_csv_peer_csv(bencher: Bencher<'_, '_>) {
    let text = text(PROVINCES);
    bencher.bench(|| peer_csv(black_box(&text)));
}

#[divan::bench]
fn provinces_xlsx(bencher: Bencher<'_, '_>) {
    let bytes = workbook(PROVINCES);
    bencher.bench(|| read(black_box(&bytes)));
}

#[divan::bench]
fn provinces_xlsx_peer_calamine(bencher: Bencher<'_, '_>) {
    let bytes = workbook(PROVINCES);
    bencher.bench(|| peer_calamine(black_box(&bytes)));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn million_csv(bencher: Bencher<'_, '_>) {
    let text = text(MILLION);
    bencher.bench(|| read(black_box(text.as_bytes())));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn million_csv_peer_csv(bencher: Bencher<'_, '_>) {
    let text = text(MILLION);
    bencher.bench(|| peer_csv(black_box(&text)));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn million_xlsx(bencher: Bencher<'_, '_>) {
    bencher.bench(|| read(black_box(million_workbook())));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn million_xlsx_peer_calamine(bencher: Bencher<'_, '_>) {
    bencher.bench(|| peer_calamine(black_box(million_workbook())));
}

/// Peak memory of this process, on Linux.
fn most_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |found| found.trim().to_owned())
}

fn main() {
    if let Some(path) = env::var_os(ONE_FILE) {
        let start = Instant::now();
        let found = read_sheets(path.as_ref());
        let plan = built_in("industrial-upgrading-2011-2015")
            .expect("a plan")
            .expect("sound");
        let what = match &found {
            Ok(sheets) => {
                let look = look(&plan, &Scenario::default(), sheets, &Options::default());
                let cells = look.preview.map_or(0, |preview| preview.cells.len());
                format!("{} rows, {cells} cells looked at", sheets.sheets[0].grid.height())
            }
            Err(failure) => failure.to_string(),
        };
        let seconds = start.elapsed().as_secs_f64();
        println!("{what}: {seconds:.2} s, {} at most", most_memory());
        return;
    }
    divan::main();
    let folder = tempfile::tempdir().expect("a folder");
    let files: [(&str, Vec<u8>); 2] = [
        ("million.csv", text(MILLION).into_bytes()),
        ("million.xlsx", million_workbook().to_vec()),
    ];
    for (name, bytes) in files {
        let path = folder.path().join(name);
        #[allow(clippy::disallowed_methods, reason = "a file for a benchmark")]
        fs::write(&path, bytes).expect("a file");
        let own = env::current_exe().expect("this program");
        let output = Command::new(own).env(ONE_FILE, &path).output().expect("it ran");
        println!("{name}: {}", String::from_utf8_lossy(&output.stdout).trim());
    }
}
