//! Input the program refuses, typed into a workbook: flagged and no longer judged. And actuals of derived indicators,
//! which are editable cells like any others.

use planpath::export::xlsx::workbook;
use planpath::scenario::Actual;
use planpath::text::Language;

use crate::tables::Case;
use crate::tables::libreoffice::{recalculated, typed_into};
use crate::tables::peers::folder;
use crate::tables::workbook::{
    ACTUALS, LEVERS, PROGRESS, SCORECARD, Sheets, TRAJECTORIES, assert_agrees, number, row_of, sheets, text,
};

const SHARE: &str = "Steel, top-10 concentration ratio";
const ENERGY: &str = "Energy intensity of value added";
const CO2: &str = "CO₂ intensity of value added";

/// The cell of an indicator's actuals: `below` rows under the level, in the column of a year.
fn cell(book: &Sheets, name: &str, below: u32, column: char) -> String {
    format!("{column}{}", row_of(&book[ACTUALS].1, name) + 1 + below)
}

/// The remark beside the levels and on the actuals sheet, then projected figure, progress and status of the target,
/// then progress in one year and standing.
fn said(sheets: &Sheets, name: &str) -> [String; 7] {
    let shown = |sheet: usize, row: u32, column: u32| {
        let value = sheets[sheet].1.get_value((row, column));
        value.map_or_else(String::new, ToString::to_string)
    };
    let at = |sheet: usize| row_of(&sheets[sheet].1, name);
    [
        shown(TRAJECTORIES, at(TRAJECTORIES), 8),
        shown(ACTUALS, at(ACTUALS), 9),
        shown(SCORECARD, at(SCORECARD), 3),
        shown(SCORECARD, at(SCORECARD), 5),
        shown(SCORECARD, at(SCORECARD), 6),
        shown(PROGRESS, at(PROGRESS), 7),
        shown(PROGRESS, at(PROGRESS), 8),
    ]
}

#[test]
fn what_the_program_refuses_is_remarked_and_not_judged() {
    let case = Case::shipped("mid-term-2013");
    let book = workbook(&case.material(Language::English)).unwrap();
    let before = sheets(&book);
    let typed = |cells: &[(String, Option<f64>)], sheet| typed_into(&book, sheet, cells);
    let erp = row_of(&before[LEVERS].1, "ERP, penetration");
    let books = [
        // A share above 100 %, an intensity of 10²⁵, an intensity of zero, and a rate that takes a share above 100 %.
        (
            "share",
            typed(&[(cell(&before, SHARE, 0, 'F'), Some(150.0))], ACTUALS),
        ),
        (
            "huge",
            typed(&[(cell(&before, ENERGY, 0, 'F'), Some(1e25))], ACTUALS),
        ),
        ("rate", typed(&[(format!("D{}", erp + 1), Some(45.0))], LEVERS)),
    ];
    let books = books.map(|(name, book)| (name.to_owned(), book));
    let Some(found) = recalculated(&folder("refused"), &books) else {
        return;
    };
    let bounds = "out of bounds: must be 0 to 100";
    let number = "no usable number: over 10¹⁸ times its base value, or not a number";
    let behind = "based on impossible levels";
    for (sheets, name, remark) in [
        (&found[0], SHARE, bounds),
        (&found[1], ENERGY, number),
        (&found[1], CO2, behind),
        (&found[2], "ERP, penetration", bounds),
    ] {
        assert_eq!(
            said(sheets, name),
            [
                remark,
                remark,
                "–",
                "–",
                "cannot be judged",
                "–",
                "cannot be judged"
            ],
            "{name}"
        );
    }
    // None of it counts as met, and the others are judged as before.
    let counts = |sheets: &Sheets| text(&sheets[SCORECARD].1, 4, 0).to_owned();
    assert!(counts(&before).starts_with("6 of 24"), "{}", counts(&before));
    for (sheets, judged, impossible) in [(&found[0], 5, 1), (&found[1], 4, 2)] {
        let counts = counts(sheets);
        assert!(counts.starts_with(&format!("{judged} of 24")), "{counts}");
        assert!(
            counts.ends_with(&format!("; with impossible levels: {impossible}")),
            "{counts}"
        );
    }
    let [remark, _, _, _, status, _, standing] = said(&found[0], ENERGY);
    assert_eq!([&*remark, &*status, &*standing], ["–", "would be met", "ahead"]);
}

#[test]
fn a_changed_actual_of_a_derived_indicator_leads_to_a_fresh_projection() {
    let scenario = |cumulative: f64| {
        Case::text(&format!(
            r#"(format: 2, name: "Trial", plan: "industrial-upgrading-2011-2015", actuals: {{
                "energy-intensity": {{ 2013: CumulativeChange(-15.1) }},
                "co2-intensity": {{ 2013: CumulativeChange({cumulative:?}) }},
            }})"#
        ))
    };
    let book = workbook(&scenario(-17.0).material(Language::English)).unwrap();
    let before = sheets(&book);
    let changed = cell(&before, CO2, 1, 'F');
    let row = row_of(&before[ACTUALS].1, CO2) + 1;
    assert!((number(&before[ACTUALS].1, row, 5) + 17.0).abs() < 1e-12);
    let books = [(
        "changed".to_owned(),
        typed_into(&book, ACTUALS, &[(changed, Some(-20.0))]),
    )];
    let Some(found) = recalculated(&folder("derived"), &books) else {
        return;
    };
    let fresh = scenario(-20.0);
    let co2 = fresh.loaded.plan.find("co2-intensity").unwrap();
    let entries = fresh.loaded.scenario.actuals.get(co2).unwrap();
    assert!(matches!(entries[0].figure, Actual::CumulativeChange(_)));
    assert_agrees(&found[0], &fresh, Language::English, 1e-9);
}
