//! Limits on reading, and cancelling it.

use std::fs;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use planpath::file::{
    WorkMonitor, read_sheets, read_sheets_watched, sheets_of_bytes, sheets_of_bytes_watched,
};
use planpath::text::Language;
use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::import::shown;

#[track_caller]
fn fault(bytes: &[u8]) -> &'static str {
    let failure = sheets_of_bytes("table", bytes).unwrap_err();
    for language in Language::ALL {
        assert!(failure.remedy(language).is_some());
    }
    failure.message().unwrap().id()
}

#[test]
fn a_table_of_every_province_year_and_indicator_is_read() {
    // 31 provinces, 20 years, 24 indicators.
    let rows = 31 * 20 * 24;
    let text = "省,2011,x,49.2\n".repeat(rows);
    let grid = sheets_of_bytes("table", text.as_bytes())
        .unwrap()
        .sheets
        .remove(0)
        .grid;
    assert_eq!(grid.height(), rows);
}

#[test]
fn far_cells_are_refused_and_do_not_fill_the_memory() {
    assert_eq!(
        fault((",".repeat(6000) + "1\n").as_bytes()),
        "table-too-many-cells"
    );
    assert_eq!(fault("1\n".repeat(200_001).as_bytes()), "table-too-many-cells");
    assert_eq!(
        fault("1,2,3,4,5,6,7,8,9,0,1\n".repeat(190_000).as_bytes()),
        "table-too-full"
    );
    // Only the last cell of each row is filled.
    assert_eq!(
        fault((",".repeat(4000) + "1\n").repeat(2000).as_bytes()),
        "table-too-spread"
    );
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(1_048_575, 16_383, 1.0).unwrap();
    assert_eq!(fault(&workbook.save_to_buffer().unwrap()), "table-too-many-cells");
    let failure = sheets_of_bytes("table", "1\n".repeat(200_001).as_bytes()).unwrap_err();
    assert_eq!(
        failure.headline(Language::English),
        "table has cells beyond row 200,000 or column 5,000"
    );
}

/// A workbook whose first sheet repeats this part.
fn bomb(part: &str, times: usize) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let mut add = |name: &str, content: &str| {
        writer.start_file(name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    };
    add(
        "xl/workbook.xml",
        "<workbook><sheets><sheet name=\"a\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>",
    );
    add(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    );
    writer.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    let block = part.repeat(1 << 20);
    for _ in 0..times {
        writer.write_all(block.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Falsifies the unpacked size in the archive's last entry.
fn lie(bytes: &mut [u8]) {
    let name = b"xl/worksheets/sheet1.xml";
    let places: Vec<usize> = bytes
        .windows(name.len())
        .enumerate()
        .filter(|(_, found)| found == name)
        .map(|(at, _)| at)
        .collect();
    // In the local header the size is 8 bytes before the name, in the directory 22.
    let (local, directory) = (places[places.len() - 2], places[places.len() - 1]);
    bytes[local - 8..local - 4].copy_from_slice(&100_u32.to_le_bytes());
    bytes[directory - 22..directory - 18].copy_from_slice(&100_u32.to_le_bytes());
}

#[test]
fn a_bomb_is_stopped_whatever_it_says_about_itself() {
    // 306 MB of tags.
    let mut bytes = bomb("<a> </a> ", 34);
    assert!(bytes.len() < 2_000_000);
    let start = Instant::now();
    assert_eq!(fault(&bytes), "table-unpacks");
    lie(&mut bytes);
    assert_eq!(fault(&bytes), "table-broken", "it is larger than it says");
    // 20 MB without a tag are not a cell.
    assert_eq!(fault(&bomb(" ", 20)), "table-unpacks");
    // Generous, because tests are not optimised; the benchmark is strict.
    assert!(start.elapsed() < Duration::from_mins(1));
}

#[test]
fn a_text_in_every_cell_does_not_fill_the_memory() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let text = "长".repeat(10_000);
    for row in 0..4_000 {
        sheet.write(row, 0, &text).unwrap();
    }
    assert_eq!(fault(&workbook.save_to_buffer().unwrap()), "table-too-much-text");
}

#[test]
fn nobody_waits_longer_than_wanted() {
    let text = "省,2011,x,49.2\n".repeat(50_000);
    let watch = WorkMonitor::default();
    assert!(
        sheets_of_bytes_watched("table", text.as_bytes(), &watch)
            .unwrap()
            .is_some()
    );
    assert!(
        watch.progress().is_some_and(|part| part > 0.99),
        "{:?}",
        watch.progress()
    );
    watch.cancel();
    let found = sheets_of_bytes_watched("table", text.as_bytes(), &watch).unwrap();
    assert!(found.is_none());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    fs::write(&path, &text).unwrap();
    assert!(read_sheets_watched(&path, &watch).unwrap().is_none());
}

#[test]
fn reading_a_workbook_can_be_cancelled_in_its_midst() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..100_000 {
        sheet.write(row, 0, f64::from(row)).unwrap();
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let watch = WorkMonitor::default();
    let reader = std::thread::spawn({
        let watch = watch.clone();
        move || sheets_of_bytes_watched("book", &bytes, &watch)
    });
    while watch.progress().is_none_or(|part| part < 0.05) {
        assert!(!reader.is_finished(), "the progress is told");
        std::thread::yield_now();
    }
    watch.cancel();
    assert!(reader.join().unwrap().unwrap().is_none());
    assert!(
        watch.progress().is_some_and(|part| part < 1.0),
        "{:?}",
        watch.progress()
    );
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    for path in [pipe.as_path(), std::path::Path::new("/dev/zero")] {
        let failure = read_sheets(path).unwrap_err();
        assert_eq!(failure.message().unwrap().id(), "file-no-file");
    }
    let link = folder.path().join("link.csv");
    fs::write(folder.path().join("table.csv"), "a,1\n").unwrap();
    std::os::unix::fs::symlink("table.csv", &link).unwrap();
    assert_eq!(shown(&read_sheets(&link).unwrap().sheets[0].grid), ["a|1"]);
}
