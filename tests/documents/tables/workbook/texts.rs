//! Names, sources and notes in the workbook.

use super::*;

#[test]
fn sheets_have_names_in_the_language_that_spreadsheets_accept() {
    let case = every_kind("Trial", 10.0);
    let names = |language| -> Vec<String> {
        let sheets = sheets(&workbook(&case.material(language)).unwrap());
        sheets.into_iter().map(|(name, ..)| name).collect()
    };
    let (english, chinese) = (names(Language::English), names(Language::Chinese));
    assert_eq!(
        english,
        [
            "Targets",
            "Progress",
            "Levers",
            "Trajectories",
            "Charts",
            "Actuals",
            "Sources and notes",
            "Workings"
        ]
    );
    assert_eq!(
        chinese,
        [
            "达标情况",
            "进展",
            "调节",
            "轨迹",
            "图表",
            "实际值",
            "出处和说明",
            "中间计算"
        ]
    );
    for name in english.iter().chain(&chinese) {
        assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']));
    }
}

#[test]
fn a_name_is_written_as_words_whatever_it_looks_like() {
    let huge = "x".repeat(40_000);
    for name in hostile_names().iter().chain([&huge]) {
        let case = every_kind(name, 10.0);
        let bytes = workbook(&case.material(Language::English)).unwrap();
        let sheets = sheets(&bytes);
        let (_, values, formulas) = &sheets[SCORECARD];
        assert_eq!(formula(formulas, 0, 0), "", "{name}");
        if name.is_empty() {
            continue;
        }
        let shown = text(values, 0, 0);
        if name.len() > 32_767 {
            assert!(shown.encode_utf16().count() <= 32_767 && shown.ends_with('…'));
        } else {
            // Characters that XML cannot hold become the replacement character.
            let expected = name.replace(['\u{1}', '\u{b}', '\r', '\u{FFFE}', '\u{FFFF}'], "\u{FFFD}");
            assert_eq!(shown, expected);
        }
    }
}

#[test]
fn the_first_sheet_says_where_the_figures_come_from() {
    let case = Case::shipped("mid-term-2013");
    for language in Language::ALL {
        let sheets = sheets(&workbook(&case.material(language)).unwrap());
        let (_, values, formulas) = &sheets[SCORECARD];
        let line = text(values, 3, 0);
        for part in [
            case.loaded.sha256.as_str(),
            &case.loaded.plan.id,
            env!("CARGO_PKG_VERSION"),
        ] {
            assert!(line.contains(part), "{line}");
        }
        // The sentence refers to cells of another sheet, which count the words in the status column.
        let workings = formula(formulas, 4, 0).contains('!');
        let is_count = |formula: &str| formula.starts_with("COUNTIFS(");
        let mut others = sheets.iter().flat_map(|(.., formulas)| formulas.used_cells());
        assert!(
            workings && others.any(|(.., formula)| is_count(formula)),
            "the number of targets met is counted"
        );
    }
}

#[test]
fn actuals_sources_and_notes_are_there() {
    let case = Case::shipped("mid-term-2013");
    let sheets = sheets(&workbook(&case.material(Language::English)).unwrap());
    let (_, values, formulas) = &sheets[ACTUALS];
    // Columns C to H are 2010 to 2015; unit, remark, source, scope and confidence follow.
    let steel = row_of(values, "Steel, top-10 concentration ratio");
    assert_eq!(text(values, steel, 1), "level");
    assert!((number(values, steel, 3) - 49.2).abs() < 1e-12);
    assert!(formula(formulas, steel + 3, 3).starts_with("'Trajectories'!"));
    assert_eq!(text(values, steel, 10), "China Iron and Steel Association");
    assert_eq!(text(values, steel, 11), "by output, as in the plan");
    assert_eq!(text(values, steel, 12), "medium");
    let energy = row_of(values, "Energy intensity of value added");
    // Against the year before in 2011, against 2010 in 2013.
    assert!((number(values, energy + 2, 3) + 3.49).abs() < 1e-12);
    assert!((number(values, energy + 1, 5) + 15.1).abs() < 1e-12);
    let (_, values, _) = &sheets[SOURCES];
    let steel = row_of(values, "Steel, top-10 concentration ratio");
    assert_eq!(text(values, steel, 5), "Box 1; ch. 4 §2");
    let water = row_of(values, "Water intensity of value added");
    assert!(text(values, water, 6).contains("1 − 0.72/0.942 = 23.6%"));
    let co2 = row_of(values, "CO₂ intensity of value added");
    assert_eq!(
        text(values, co2, 1),
        "derived: Energy intensity of value added*Carbon factor of energy"
    );
}
