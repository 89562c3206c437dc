//! Importing actuals: what each cell of a pasted table, a CSV file or a workbook becomes.
#![allow(
    clippy::disallowed_methods,
    reason = "files made for a test need not be saved atomically"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use planpath::file::{Failure, Grid, GridCell, pasted, read_sheets, sheets_of_bytes};
use planpath::model::project;
use planpath::plan::{IndicatorIx, Plan};
use planpath::scenario::import::{Content, Kind, Options, Preview, preview};
use planpath::scenario::{Actual, ActualEntry, EXAMPLES, Scenario, read_text, to_text};
use planpath::text::Language;
use rust_xlsxwriter::{Format, Workbook};

fn example(id: &str) -> (Arc<Plan>, Scenario) {
    let example = EXAMPLES.iter().find(|example| example.id == id).unwrap();
    let loaded = read_text(id, example.text, Path::new("")).unwrap();
    (loaded.plan, loaded.scenario)
}

fn start() -> (Arc<Plan>, Scenario) {
    example("plan-on-schedule")
}

fn ix(plan: &Plan, id: &str) -> IndicatorIx {
    plan.find(id).unwrap()
}

fn of_text(text: &str) -> Preview {
    let (plan, scenario) = start();
    preview(&plan, &scenario, &pasted(text).unwrap(), &Options::default())
        .unwrap_or_else(|failure| panic!("{failure}"))
}

/// The accepted figures as (id, year, figure).
fn accepted(preview: &Preview) -> Vec<(String, i32, Actual)> {
    let (plan, _) = start();
    preview
        .accepted()
        .map(|(ix, entry)| (plan.get(ix).id.clone(), entry.year, entry.figure))
        .collect()
}

/// The message id of what is wrong with a cell.
#[track_caller]
fn reason(preview: &Preview, row: usize, column: usize) -> &'static str {
    let cell = preview
        .cells
        .iter()
        .find(|cell| (cell.row, cell.column) == (row, column));
    match &cell.expect("a cell").content {
        Content::Refused { what, .. } => what.id(),
        other => panic!("{other:?}"),
    }
}

fn level(id: &str, year: i32, value: f64) -> (String, i32, Actual) {
    (id.to_owned(), year, Actual::Level(value))
}

fn steel() -> Vec<(String, i32, Actual)> {
    [(2011, 49.2), (2012, 45.9), (2013, 39.4)]
        .map(|(year, value)| level("steel-cr10", year, value))
        .to_vec()
}

// Layouts.

#[test]
fn names_are_found_in_either_language_and_as_ids() {
    for name in [
        "steel-cr10",
        "STEEL-CR10",
        "钢铁行业前10家产业集中度",
        "钢铁行业前10家产业集中度（%）",
        "钢铁行业前１０家产业集中度",
        "Steel, top-10 concentration ratio",
        "steel, top-10 concentration ratio (%)",
    ] {
        let text = format!("\t2011\t2012\t2013\n{name}\t49.2\t45.9\t39.4\n");
        assert_eq!(accepted(&of_text(&text)), steel(), "{name}");
    }
}

#[test]
fn years_may_go_across_or_down() {
    let across = "指标\t单位\t2011年\t2012年\t2013年\nsteel-cr10\t%\t49.2\t45.9\t39.4\n";
    assert_eq!(accepted(&of_text(across)), steel());
    let down = "年份\tsteel-cr10\t备注\n2011\t49.2\t\n2012\t45.9\tsee yearbook\n2013\t39.4\t\n";
    let preview = of_text(down);
    assert_eq!(accepted(&preview), steel());
    // Positions are those of the table as it was pasted.
    let cell = preview.cells.iter().find(|cell| cell.raw == "45.9").unwrap();
    assert_eq!((cell.row, cell.column), (2, 1));
    // One year and one indicator is enough, either way.
    for text in ["\tsteel-cr10\n2011\t49.2", "\t2011\nsteel-cr10\t49.2"] {
        assert_eq!(accepted(&of_text(text)), steel()[..1]);
    }
    let many = "\tsteel-cr10\tsolid-waste-utilisation\n2011\t49.2\t70\n2012\t45.9\t70.5\n";
    assert_eq!(accepted(&of_text(many)).len(), 4);
}

#[test]
fn titles_and_notes_are_left_alone() {
    let text = "主要指标完成情况\n\n指标\t2011\t2012\nsteel-cr10\t49.2\t45.9\n来源：钢铁工业协会\n";
    let preview = of_text(text);
    assert_eq!(accepted(&preview), steel()[..2]);
    assert_eq!(preview.refused(), 0);
}

#[test]
fn a_table_without_headers_goes_where_it_is_told() {
    let (plan, scenario) = start();
    let steel_ix = ix(&plan, "steel-cr10");
    let options = Options {
        anchor: Some((steel_ix, 2012)),
        ..Options::default()
    };
    let grid = pasted("45.9\t39.4\n87.2\t88.5").unwrap();
    let found = accepted(&preview(&plan, &scenario, &grid, &options).unwrap());
    let expected = [
        level("steel-cr10", 2012, 45.9),
        level("steel-cr10", 2013, 39.4),
        level("automobile-cr10", 2012, 87.2),
        level("automobile-cr10", 2013, 88.5),
    ];
    assert_eq!(found, expected);
    // Names without years, years without names.
    let named = pasted("steel-cr10\t45.9\t39.4").unwrap();
    let found = accepted(&preview(&plan, &scenario, &named, &options).unwrap());
    assert_eq!(found, steel()[1..]);
    let dated = pasted("2011\t2012\n49.2\t45.9").unwrap();
    let found = accepted(&preview(&plan, &scenario, &dated, &options).unwrap());
    assert_eq!(found, steel()[..2]);
    // And without being told, it is refused as a whole.
    for (text, id) in [
        ("45.9\t39.4", "import-no-headers"),
        ("steel-cr10\t45.9", "import-no-years"),
        ("2011\t2012\n49.2\t45.9", "import-no-names"),
    ] {
        let failure = preview(&plan, &scenario, &pasted(text).unwrap(), &Options::default()).unwrap_err();
        assert_eq!(failure.message().unwrap().id(), id);
        assert!(failure.remedy(Language::English).is_some());
    }
}

// Figures.

#[test]
fn figures_are_read_as_yearbooks_print_them() {
    let text = "\t2011\t2012\t2013\t2014\naluminium-unit-power\t14,100\t１４，０５０\t–\t13,９00.0\nvalue-added\t10.8%\t7.9％\t...\t\u{2212}1.5%\n";
    let preview = of_text(text);
    let expected = [
        level("aluminium-unit-power", 2011, 14100.0),
        level("aluminium-unit-power", 2012, 14050.0),
        level("aluminium-unit-power", 2014, 13900.0),
        ("value-added".to_owned(), 2011, Actual::AnnualChange(10.8)),
        ("value-added".to_owned(), 2012, Actual::AnnualChange(7.9)),
    ];
    assert_eq!(accepted(&preview)[..5], expected);
    let missing = preview
        .cells
        .iter()
        .filter(|cell| cell.content == Content::Missing);
    assert_eq!(missing.count(), 2);
}

#[test]
fn levels_and_changes_are_told_apart() {
    let kind = |line: &str| {
        let preview = of_text(&format!("\t2011\t2012\t2013\n{line}"));
        assert_eq!(preview.refused(), 0, "{line}");
        preview.kinds[0].1
    };
    // 10.8 trillion after 16 would be a fall by a third.
    assert_eq!(kind("value-added\t10.8\t7.9\t7.6"), Kind::AnnualChange);
    assert_eq!(kind("value-added\t17.7\t19.1\t20.6"), Kind::Level);
    assert_eq!(kind("steel-cr10\t0.6\t-3.3\t-4.5"), Kind::AnnualChange);
    // 15.1 % in one year is more than the slider offers; over three years it is not.
    assert_eq!(kind("energy-intensity\t-3.49\t\t-15.1"), Kind::CumulativeChange);
    assert_eq!(kind("energy-intensity\t96.5\t91\t84.9"), Kind::Level);
    // The name may say it.
    assert_eq!(kind("工业增加值增速\t10.8\t7.9\t7.6"), Kind::AnnualChange);
    assert_eq!(
        kind("Industrial value added, annual growth (%)\t17\t18\t19"),
        Kind::AnnualChange
    );
}

#[test]
fn a_fall_that_is_named_so_gets_its_sign() {
    let preview =
        of_text("\t2011\t2012\n单位工业增加值能耗下降率\t3.49\t4\n单位工业增加值用水量累计下降\t6\t12\n");
    let expected = [
        ("energy-intensity".to_owned(), 2011, Actual::AnnualChange(-3.49)),
        ("energy-intensity".to_owned(), 2012, Actual::AnnualChange(-4.0)),
        ("water-intensity".to_owned(), 2011, Actual::CumulativeChange(-6.0)),
        (
            "water-intensity".to_owned(),
            2012,
            Actual::CumulativeChange(-12.0),
        ),
    ];
    assert_eq!(accepted(&preview), expected);
}

#[test]
fn a_person_may_overrule_the_guess() {
    let (plan, scenario) = start();
    let mut options = Options::default();
    options.kinds.set(ix(&plan, "value-added"), Kind::Level);
    let grid = pasted("\t2011\nvalue-added\t10.8").unwrap();
    let found = preview(&plan, &scenario, &grid, &options).unwrap();
    assert_eq!(accepted(&found), [level("value-added", 2011, 10.8)]);
}

// What is refused.

#[test]
fn wrong_cells_are_refused_one_by_one_and_the_others_stay() {
    let text = "\t2009\t2010\t2011\t2012\t2013\t2016\n\
        steel-cr10\t48\t48.6\t149.2\tabout 46\t39.4\t60\n\
        erp\t\t\t62\t63 64\t8,2\t\n\
        value-added\t\t\t#REF!\t7.9%\t7.6%\t\n";
    let preview = of_text(text);
    for (row, column, id) in [
        (1, 1, "actual-year"),
        (1, 2, "actual-year"),
        (1, 3, "actual-impossible"),
        (1, 4, "import-text"),
        (1, 6, "actual-year"),
        (2, 4, "import-two-values"),
        (2, 5, "import-text"),
        (3, 3, "import-formula"),
    ] {
        assert_eq!(reason(&preview, row, column), id, "{row} {column}");
    }
    assert!(accepted(&preview).contains(&level("steel-cr10", 2013, 39.4)));
    assert!(accepted(&preview).contains(&level("erp", 2011, 62.0)));
    // A change without the year before it hangs in the air.
    assert_eq!(reason(&preview, 3, 4), "actual-from-nowhere");
}

#[test]
fn every_refusal_has_a_reason_and_a_remedy_in_both_languages() {
    let preview = of_text(
        "\t2010\t2011\t2012\nsteel-cr10\t1\t149\tx\nstel-cr10\t1\t2\t3\nzzz\t1\t2\t3\nco2\t1\t2\t3\n",
    );
    assert!(preview.refused() >= 9);
    for cell in preview.cells {
        if let Content::Refused { what, help, .. } = cell.content {
            for language in Language::ALL {
                for message in [&what, &help] {
                    let said = message.say(language);
                    assert!(!said.contains("{$") && said != message.id(), "{said}");
                }
            }
        }
    }
}

#[test]
fn a_misspelt_name_is_answered_with_the_nearest() {
    let preview =
        of_text("\t2011\n钢铁行业前10家集中度\t49.2\nvalue-add\t10.8\nCO₂ intensity of value added\t98\n");
    for (row, expected) in [(1, "钢铁行业前10家产业集中度"), (2, "value-added")] {
        let cell = preview
            .cells
            .iter()
            .find(|cell| (cell.row, cell.column) == (row, 0))
            .unwrap();
        let Content::Refused { help, .. } = &cell.content else {
            panic!("{cell:?}")
        };
        assert!(help.say(Language::English).contains(expected), "{help:?}");
    }
    assert_eq!(reason(&preview, 3, 1), "scenario-derived");
    assert!(accepted(&preview).is_empty());
}

#[test]
fn two_values_for_one_year_are_both_refused() {
    let preview = of_text("\t2011\t2012\nsteel-cr10\t49.2\t45.9\n钢铁行业前10家产业集中度\t49.2\t45.0\n");
    // The same figure twice is one figure; two figures are none.
    assert_eq!(reason(&preview, 2, 1), "import-repeated");
    assert_eq!(reason(&preview, 1, 2), "import-two-cells");
    assert_eq!(reason(&preview, 2, 2), "import-two-cells");
    assert_eq!(accepted(&preview), steel()[..1]);
}

#[test]
fn contradictions_with_the_scenario_are_reported_as_in_files() {
    let (plan, mut scenario) = start();
    let steel_ix = ix(&plan, "steel-cr10");
    let old = |year, figure| ActualEntry { year, figure };
    scenario.actuals.set(
        steel_ix,
        vec![
            old(2011, Actual::Level(49.2)),
            old(2012, Actual::AnnualChange(-3.3)),
        ],
    );
    // 49.2 − 3.3 = 45.9: another level for 2011 does not fit a level for 2012 and the change between them …
    let grid = pasted("\t2011\t2013\nsteel-cr10\t47\t39.4").unwrap();
    let found = preview(&plan, &scenario, &grid, &Options::default()).unwrap();
    // … but replaces the old one, so nothing contradicts.
    assert_eq!(found.refused(), 0);
    let replaced = found.cells.iter().find_map(|cell| match &cell.content {
        Content::Value {
            year: 2011, replaces, ..
        } => Some(replaces.clone()),
        _ => None,
    });
    assert_eq!(replaced, Some(vec![Actual::Level(49.2)]));
    scenario.actuals.set(
        steel_ix,
        vec![
            old(2012, Actual::AnnualChange(-3.3)),
            old(2012, Actual::Level(45.9)),
        ],
    );
    let found = preview(&plan, &scenario, &grid, &Options::default()).unwrap();
    assert_eq!(reason(&found, 1, 1), "actual-contradiction");
}

#[test]
fn levels_of_points_need_a_base() {
    let (plan, _) = start();
    let grid = pasted("\t2011\nerp\t62").unwrap();
    let found = preview(&plan, &Scenario::default(), &grid, &Options::default()).unwrap();
    assert_eq!(reason(&found, 1, 1), "actual-needs-base");
}

// Taking over.

#[test]
fn accepted_figures_become_the_scenario_and_its_file() {
    let (plan, scenario) = start();
    let grid =
        pasted("\t2011\t2012\t2013\nsteel-cr10\t49.2\t45.9\t39.4\nvalue-added\t10.8%\t7.9%\t7.6%").unwrap();
    let found = preview(&plan, &scenario, &grid, &Options::default()).unwrap();
    let after = Scenario {
        actuals: found.applied_to(&scenario),
        ..scenario.clone()
    };
    let (mid_term_plan, mid_term) = example("mid-term-2013");
    for id in ["steel-cr10", "value-added"] {
        let levels = |plan: &Plan, scenario: &Scenario| {
            project(plan, scenario).levels(ix(plan, id)).unwrap()[..4].to_vec()
        };
        assert_eq!(levels(&plan, &after), levels(&mid_term_plan, &mid_term), "{id}");
    }
    let text = to_text(&after, &plan).unwrap();
    let again = read_text("again", &text, Path::new("")).unwrap();
    assert_eq!(again.scenario.actuals, after.actuals);
    assert_eq!(scenario.actuals, start().1.actuals, "the preview changed nothing");
}

// Files.

const TABLE: &str = "指标,2011,2012,2013\n钢铁行业前10家产业集中度,49.2,45.9,39.4\n";

fn of_bytes(bytes: &[u8]) -> Result<Preview, Failure> {
    let (plan, scenario) = start();
    let sheets = sheets_of_bytes("table", bytes)?;
    preview(&plan, &scenario, &sheets.sheets[0].grid, &Options::default())
}

fn fault(bytes: &[u8]) -> &'static str {
    let failure = of_bytes(bytes).map(|_| ()).unwrap_err();
    assert!(failure.remedy(Language::Chinese).is_some());
    failure.message().unwrap().id()
}

#[test]
fn csv_comes_in_every_encoding_and_with_every_separator() {
    let (gbk, _, _) = encoding_rs::GBK.encode(TABLE);
    let marked = [b"\xEF\xBB\xBF", TABLE.as_bytes()].concat();
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(TABLE.replace(',', "\t").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let semicolons = TABLE.replace(',', ";");
    let tabs = TABLE.replace(',', "\t").replace('\n', "\r\n");
    let quoted = TABLE.replace("49.2", "\"49.2\"");
    for bytes in [
        TABLE.as_bytes(),
        &marked,
        &gbk,
        &utf16,
        semicolons.as_bytes(),
        tabs.as_bytes(),
        quoted.as_bytes(),
    ] {
        assert_eq!(accepted(&of_bytes(bytes).unwrap()), steel());
    }
    let thousands = "id,2011\naluminium-unit-power,\"14,100\"\n";
    assert_eq!(
        accepted(&of_bytes(thousands.as_bytes()).unwrap()),
        [level("aluminium-unit-power", 2011, 14100.0)]
    );
}

#[test]
fn what_is_no_text_is_refused() {
    let (gbk, _, _) = encoding_rs::GBK.encode("指标,2011\n钢铁");
    // The last character has two bytes, of which one is there.
    assert_eq!(fault(&gbk[..gbk.len() - 1]), "table-cut-text");
    let utf8 = "指标,2011\n钢铁".as_bytes();
    assert_eq!(fault(&utf8[..utf8.len() - 1]), "table-cut-text");
    assert_eq!(fault(b"\xFF\xFE1"), "table-cut-text");
    assert_eq!(fault(b"\x89PNG\r\n\x1a\n\0\0\0"), "table-no-text");
    assert_eq!(fault(b""), "table-empty");
    assert_eq!(fault(b"\n\n,,\n"), "table-empty");
    assert!(pasted(" \t \n").is_err());
}

#[test]
fn far_cells_are_refused_and_do_not_fill_the_memory() {
    let wide = ",".repeat(2000) + "1\n";
    assert_eq!(fault(wide.as_bytes()), "table-too-many-cells");
    let long = "1\n".repeat(20_000);
    assert_eq!(fault(long.as_bytes()), "table-too-many-cells");
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(1_048_575, 16_383, 1.0).unwrap();
    assert_eq!(fault(&workbook.save_to_buffer().unwrap()), "table-too-many-cells");
}

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("空").unwrap();
    let sheet = workbook.add_worksheet().set_name("实绩").unwrap();
    sheet.write(0, 0, "指标").unwrap();
    for (column, year) in (1..).zip([2011, 2012, 2013]) {
        sheet.write(0, column, year).unwrap();
    }
    sheet.write(1, 0, "钢铁行业前10家产业集中度").unwrap();
    for (column, value) in (1..).zip([49.2, 45.9, 39.4]) {
        sheet.write(1, column, value).unwrap();
    }
    sheet.write(2, 0, "value-added").unwrap();
    let percent = Format::new().set_num_format("0.0%");
    for (column, value) in (1..).zip([0.108, 0.079, 0.076]) {
        sheet.write_with_format(2, column, value, &percent).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn workbooks_give_values_as_they_are_shown() {
    let bytes = workbook();
    let sheets = sheets_of_bytes("book.xlsx", &bytes).unwrap();
    assert_eq!(sheets.sheets.len(), 1, "the empty sheet is left out");
    assert_eq!(sheets.sheets[0].name, "实绩");
    assert!(!sheets.has_macros);
    let found = accepted(&of_bytes(&bytes).unwrap());
    assert_eq!(found[..3], steel());
    let growth: Vec<Actual> = found[3..].iter().map(|(_, _, figure)| *figure).collect();
    let expected = [10.8, 7.9, 7.6].map(Actual::AnnualChange);
    assert_eq!(growth, expected, "percentages as shown, without binary dust");
}

#[test]
fn broken_and_protected_workbooks_are_refused() {
    let bytes = workbook();
    assert_eq!(fault(&bytes[..bytes.len() / 2]), "table-broken");
    assert_eq!(fault(b"PK\x03\x04"), "table-broken");
    assert_eq!(fault(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1broken"), "table-broken");
    // Whatever is done to its bytes, nothing panics.
    for at in (0..bytes.len()).step_by(37) {
        let mut harmed = bytes.clone();
        harmed[at] ^= 0x55;
        let _ = sheets_of_bytes("book.xlsx", &harmed);
    }
}

#[test]
fn macros_are_ignored_and_mentioned() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("vbaProject.bin");
    fs::write(&project, b"whatever macros there are").unwrap();
    let mut workbook = Workbook::new();
    workbook.add_vba_project(&project).unwrap();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 1, 2011).unwrap();
    sheet.write(1, 0, "steel-cr10").unwrap();
    sheet.write(1, 1, 49.2).unwrap();
    let path = folder.path().join("book.xlsm");
    workbook.save(&path).unwrap();
    let sheets = read_sheets(&path).unwrap();
    assert!(sheets.has_macros);
    assert_eq!(sheets.remark().unwrap().id(), "table-macros-ignored");
    let (plan, scenario) = start();
    let found = preview(&plan, &scenario, &sheets.sheets[0].grid, &Options::default()).unwrap();
    assert_eq!(accepted(&found), steel()[..1]);
}

/// A compound file with one stream, named as in every Office document that is protected by a password: header, one
/// sector of the allocation table, one of the directory ([MS-CFB] 2.2 to 2.6).
fn protected() -> Vec<u8> {
    const FREE: u32 = 0xFFFF_FFFF;
    const END: u32 = 0xFFFF_FFFE;
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend([0; 16]);
    for short in [0x3E_u16, 3, 0xFFFE, 9, 6, 0, 0, 0] {
        bytes.extend(short.to_le_bytes());
    }
    // Directory sectors, table sectors, first directory sector, transaction, cutoff, then no short sectors and no more.
    let mut numbers = vec![0, 1, 1, 0, 4096, END, 0, END, 0, 0];
    numbers.resize(10 + 108, FREE);
    // The table itself, and the end of the directory's chain.
    numbers.extend([0xFFFF_FFFD, END]);
    numbers.resize(10 + 108 + 128, FREE);
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    assert_eq!(bytes.len(), 1024);
    for (name, kind) in [("Root Entry", 5), ("EncryptedPackage", 2), ("", 0), ("", 0)] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend(u16::try_from(2 * name.len() + 2).unwrap().to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend([0xFF; 12]);
        entry.resize(116, 0);
        entry.extend(END.to_le_bytes());
        entry.extend([0; 8]);
        bytes.extend(entry);
    }
    bytes
}

#[test]
fn a_password_is_named_as_the_reason() {
    assert_eq!(fault(&protected()), "table-password");
}

#[test]
fn files_that_cannot_be_read_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let missing = read_sheets(&folder.path().join("none.csv")).unwrap_err();
    assert!(missing.headline(Language::English).contains("no such file"));
    assert!(read_sheets(folder.path()).is_err());
    let path = folder.path().join("large.csv");
    // A file with a hole: large, and takes no room.
    fs::File::create(&path)
        .unwrap()
        .set_len(101 * 1024 * 1024)
        .unwrap();
    let large = read_sheets(&path).unwrap_err();
    assert_eq!(large.message().unwrap().id(), "table-too-large");
}

#[test]
fn pasted_cells_may_have_tabs_and_line_ends_in_quotation_marks() {
    let grid: Grid = pasted("\"a\tb\"\t\"c\nd\"\t\"say \"\"e\"\"\"\r\n\tx\r\n").unwrap();
    let text = |text: &str| GridCell::Text(text.to_owned());
    assert_eq!(*grid.get(0, 0), text("a\tb"));
    assert_eq!(*grid.get(0, 1), text("c\nd"));
    assert_eq!(*grid.get(0, 2), text("say \"e\""));
    // A line end inside a cell makes no row, a blank line does: positions are those that a spreadsheet shows.
    assert_eq!((grid.height(), grid.width()), (2, 3));
    assert_eq!(*grid.get(1, 1), text("x"));
    assert_eq!(*pasted("a\n\nb").unwrap().get(2, 0), text("b"));
    assert_eq!(*pasted("\"a\n\n\nb\"\n\nc").unwrap().get(2, 0), text("c"));
}
