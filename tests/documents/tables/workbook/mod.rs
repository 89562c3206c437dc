//! The workbook as written: sheets, formulas, and the values stored with them.

mod texts;

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use planpath::export::xlsx::workbook;
use planpath::model::Origin;
use planpath::plan::Dynamics;
use planpath::text::Language;
use planpath::wording::promise;

use crate::tables::{Case, every_kind, shipped};

/// The sheets of a workbook: name, values, formulas.
pub(crate) type Sheets = Vec<(String, Range<Data>, Range<String>)>;

pub(crate) fn sheets(bytes: &[u8]) -> Sheets {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    book.sheet_names()
        .into_iter()
        .map(|name| {
            let values = book.worksheet_range(&name).unwrap();
            let formulas = book.worksheet_formula(&name).unwrap();
            (name, values, formulas)
        })
        .collect()
}

pub(crate) const SCORECARD: usize = 0;

pub(crate) const PROGRESS: usize = 1;

pub(crate) const LEVERS: usize = 2;

pub(crate) const TRAJECTORIES: usize = 3;

pub(crate) const CHARTS: usize = 4;

pub(crate) const ACTUALS: usize = 5;

const SOURCES: usize = 6;

/// The first row whose first cell is `name`.
pub(crate) fn row_of(values: &Range<Data>, name: &str) -> u32 {
    let (last, _) = values.end().unwrap();
    (0..=last)
        .find(|row| matches!(values.get_value((*row, 0)), Some(Data::String(text)) if text == name))
        .unwrap_or_else(|| panic!("no row {name:?}"))
}

/// The last row whose first cell is `name`.
pub(crate) fn last_row_of(values: &Range<Data>, name: &str) -> u32 {
    let (last, _) = values.end().unwrap();
    (0..=last)
        .rev()
        .find(|row| matches!(values.get_value((*row, 0)), Some(Data::String(text)) if text == name))
        .unwrap_or_else(|| panic!("no row {name:?}"))
}

pub(crate) fn number(values: &Range<Data>, row: u32, column: u32) -> f64 {
    match values.get_value((row, column)) {
        Some(Data::Float(value)) => *value,
        other => panic!("{row}, {column}: {other:?}"),
    }
}

pub(crate) fn text(values: &Range<Data>, row: u32, column: u32) -> &str {
    match values.get_value((row, column)) {
        Some(Data::String(text)) => text,
        other => panic!("{row}, {column}: {other:?}"),
    }
}

pub(crate) fn formula(formulas: &Range<String>, row: u32, column: u32) -> &str {
    formulas.get_value((row, column)).map_or("", String::as_str)
}

#[test]
fn no_formula_is_longer_than_spreadsheets_take() {
    for name in shipped() {
        let case = Case::shipped(&name);
        for language in Language::ALL {
            let sheets = sheets(&workbook(&case.material(language)).unwrap());
            for (sheet, _, formulas) in &sheets {
                let longest = formulas
                    .used_cells()
                    .map(|(.., formula)| formula.chars().count())
                    .max();
                // Excel's limit is 8,192 characters including the equals sign, which is not counted here.
                assert!(
                    longest.unwrap_or(0) < 8192,
                    "{name} {language:?} {sheet}: {longest:?}"
                );
            }
            // The sentences with counts follow edits.
            let (_, _, formulas) = &sheets[SCORECARD];
            for row in [4, 5] {
                assert!(formula(formulas, row, 0).contains('&'), "{name} {language:?}");
            }
        }
    }
}

#[test]
fn levels_are_formulas_over_actuals_and_rates() {
    let case = every_kind("Trial", 10.0);
    let sheets = sheets(&workbook(&case.material(Language::English)).unwrap());
    let (_, values, formulas) = &sheets[TRAJECTORIES];
    let (_, rates, _) = &sheets[LEVERS];
    let at = |name: &str| row_of(values, name);
    let rate_at = |name: &str| row_of(rates, name) + 1;
    // Columns C, D, E are 2010, 2011, 2012 on every sheet. Rows are counted from 1 in formulas.
    let output = at("Output") + 1;
    assert_eq!(formula(formulas, output - 1, 2), "", "the base year is given");
    // If neither this year nor a later one is known, the last branch applies.
    let projected = |row: u32, column| {
        let whole = formula(formulas, row - 1, column);
        assert!(whole.starts_with("IF(ISNUMBER('Workings'!"), "{whole}");
        let (_, last) = whole.rsplit_once("),").unwrap();
        last.strip_suffix("))").unwrap()
    };
    assert_eq!(
        projected(output, 3),
        format!("C{output}*(1+'Levers'!D{}/100)", rate_at("Output"))
    );
    let intensity = at("Intensity") + 1;
    assert_eq!(
        projected(intensity, 4),
        format!("D{intensity}*(1-'Levers'!E{}/100)", rate_at("Intensity"))
    );
    let (top, growth) = (at("Top") + 1, rate_at("Top"));
    assert_eq!(
        projected(top, 3),
        format!(
            "C{top}*(1+'Levers'!D{growth}/100)/(1+'Levers'!D{}/100)",
            growth + 1
        )
    );
    let share = at("Share") + 1;
    // A derived indicator's published figure comes first; otherwise its identity, scaled to published figures of other
    // years.
    let identity = |name: &str| {
        let whole = formula(formulas, at(name), 4);
        let (known, rest) = whole.split_once(',').unwrap();
        assert!(known.starts_with("IF(ISNUMBER('Workings'!"), "{whole}");
        let (_, identity) = rest.split_once(",(").unwrap();
        identity.rsplit_once(")*'Workings'!").unwrap().0.to_owned()
    };
    assert_eq!(
        identity("Use"),
        format!("(E{output}*E{intensity})/(C{output}*C{intensity})*100")
    );
    assert_eq!(
        identity("Part"),
        format!("E{output}*(1-E{share}/100)-(-E{output})/(2*5)")
    );
    // 13, with nothing added: the base year meets the ceiling of 12.
    let waste = at("Waste");
    assert!((number(values, waste, 3) - 13.0).abs() < 1e-12);
    assert!((number(values, waste, 4) - 13.0).abs() < 1e-12);
    assert_eq!(text(values, at("Nobody knows"), 2), "no base value");
}

#[test]
fn a_lever_without_rates_has_the_even_ones() {
    let case = every_kind("Trial", 10.0);
    let sheets = sheets(&workbook(&case.material(Language::English)).unwrap());
    let (_, values, formulas) = &sheets[LEVERS];
    let waste = row_of(values, "Waste");
    // The base year, 10, meets the ceiling of 12. The cells follow the even rate in column F, which follows the target.
    for column in 3..=5 {
        assert!(number(values, waste, column).abs() < 1e-12);
    }
    assert_eq!(formula(formulas, waste, 4), format!("$F${}", waste + 1));
    assert!(formula(formulas, waste, 5).contains("'Targets'!K"));
    assert!(
        (number(values, waste, 6) - 2011.0).abs() < 1e-12,
        "the last actual"
    );
    // 2011 has passed, with 13 − 10 = 3 points.
    let came_out = last_row_of(values, "Waste");
    assert!((number(values, came_out, 3) - 3.0).abs() < 1e-12);
    assert!(formula(formulas, came_out, 3).contains("Trajectories"));
    // Set rates are plain figures.
    assert_eq!(formula(formulas, row_of(values, "Output"), 3), "");
}

#[test]
fn stored_values_are_those_of_the_program() {
    for name in shipped() {
        let case = Case::shipped(&name);
        for language in Language::ALL {
            let sheets = sheets(&workbook(&case.material(language)).unwrap());
            assert_agrees(&sheets, &case, language, 0.0);
        }
    }
}

/// Levels, scorecard and progress of a workbook match a scenario's, up to a relative difference.
pub(crate) fn assert_agrees(sheets: &Sheets, case: &Case, language: Language, slack: f64) {
    let plan = &case.loaded.plan;
    let near = |found: f64, expected: f64, what: &str| {
        let off = (found - expected).abs();
        assert!(
            off <= slack * expected.abs().max(1.0),
            "{what}: {found} instead of {expected}"
        );
    };
    let (_, values, _) = &sheets[TRAJECTORIES];
    for (ix, indicator) in plan.iter() {
        let Some(levels) = case.projection.levels(ix) else {
            continue;
        };
        let row = row_of(values, indicator.name.get(language));
        for (column, level) in (2..).zip(levels) {
            near(number(values, row, column), *level, &indicator.id);
        }
        // What each level rests on, as a number ordered by strength.
        let row = last_row_of(values, indicator.name.get(language));
        for (column, origin) in (2..).zip(case.projection.origins(ix)) {
            let rank = match origin {
                Origin::Base => 0.0,
                Origin::Actual => 1.0,
                Origin::Implied => 2.0,
                Origin::Interpolated => 3.0,
                Origin::Projected => 4.0,
                Origin::PartlyAssumed => 5.0,
                Origin::Assumed => 6.0,
            };
            near(number(values, row, column), rank, &indicator.id);
        }
    }
    for (ix, indicator) in plan.levers() {
        let (_, values, _) = &sheets[LEVERS];
        let row = last_row_of(values, indicator.name.get(language));
        let sign = if matches!(indicator.dynamics, Dynamics::Decline) {
            -1.0
        } else {
            1.0
        };
        for (step, column) in (1..=plan.steps()).zip(3..) {
            if let Some(change) = case.projection.annual_change(plan, ix, step) {
                near(number(values, row, column), sign * change, &indicator.id);
            }
        }
    }
    let (_, values, _) = &sheets[SCORECARD];
    let material = case.material(language);
    for ((_, indicator, target), judged) in plan.targets().zip(material.assessments) {
        let row = row_of(values, indicator.name.get(language));
        assert_eq!(
            text(values, row, 1),
            promise(indicator, target, language),
            "{}",
            indicator.id
        );
        let word = planpath::wording::status_word(judged, language);
        assert_eq!(text(values, row, 6), word, "{}", indicator.id);
        if let (Some(projected), Some(gap), Some(progress)) = (judged.projected, judged.gap, judged.progress)
        {
            near(number(values, row, 3), projected, &indicator.id);
            near(number(values, row, 4), gap, &indicator.id);
            near(number(values, row, 5), progress, &indicator.id);
        }
    }
    crate::tables::tracked::assert_agrees(sheets, case, language, slack);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let case = Case::shipped("mid-term-2013");
    for language in Language::ALL {
        let first = workbook(&case.material(language)).unwrap();
        // File timestamps count seconds, those in archives every second one.
        std::thread::sleep(std::time::Duration::from_millis(2100));
        assert!(first == workbook(&case.material(language)).unwrap());
    }
}

/// A share that falls to zero takes a product with a target along: no logarithm of zero, no ratio to it.
const TO_NOTHING: &str = r#"(
    format: 1, id: "nothing", title: "Nothing", base_year: 2010, end_year: 2013, source: "A document",
    categories: [(id: "all", name: "All")],
    headline: ["rest"],
    indicators: [
        (id: "share", name: "Share", category: "all", unit: "%", base: Some(40.0), dynamics: Additive),
        (id: "rest", name: "Rest", category: "all", unit: "%", dynamics: Derived("share * 2"),
         target: Some((form: CumulativeDecline(30.0), comparator: AtLeast, wording: "30%"))),
    ],
)"#;

pub(crate) fn to_nothing() -> Case {
    let scenario = r#"(format: 1, name: "Trial", plan: "plan.ron", rates: { "share": Constant(0.1) },
        actuals: { "share": { 2011: Level(0.0), 2012: Level(0.0) } })"#;
    Case::small(TO_NOTHING, scenario)
}

#[test]
fn what_has_no_value_is_a_dash() {
    let case = to_nothing();
    let rest = case.loaded.plan.find("rest").unwrap();
    let (rest, _) = case.loaded.plan.main_target(rest).unwrap();
    let judged = case.evaluation.assessment(rest).unwrap();
    assert!(judged.progress.unwrap().is_finite());
    let ledger = planpath::model::ledger(&case.loaded.plan, &case.projection, rest).unwrap();
    assert!(
        !ledger.years[2].progress.is_finite(),
        "the case is what it is for"
    );
    let sheets = sheets(&workbook(&case.material(Language::English)).unwrap());
    let (_, values, _) = &sheets[PROGRESS];
    assert_eq!(text(values, row_of(values, "Rest"), 4), "–");
    let changes = &sheets[TRAJECTORIES].1;
    let row = row_of(changes, "Change on the year before") + 3;
    assert_eq!(text(changes, row, 0), "Rest");
    assert_eq!(text(changes, row, 4), "–", "from nothing to nothing");
    for (name, values, _) in &sheets {
        for (row, column, value) in values.used_cells() {
            let shown = value.to_string();
            assert!(
                !matches!(shown.as_str(), "inf" | "-inf" | "NaN"),
                "{name} {row} {column}"
            );
        }
    }
}

/// Names that could trip up formulas, XML, file formats or fonts.
pub(crate) fn hostile_names() -> Vec<String> {
    let mut names: Vec<String> = [
        "=1+1",
        "=HYPERLINK(\"http://example.org\")",
        "{=1}",
        "+1",
        "@x",
        "a < b & \"c\" / d ]]> '",
        "مرحبا بالعالم",
        "\u{1}\u{b}\r\u{FFFE}\u{FFFF}",
        "_x0041_",
        "http://example.org",
        "two\nlines\tand a tab",
        "None",
        "",
    ]
    .map(str::to_owned)
    .to_vec();
    names.push("很".repeat(300));
    names
}
