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
use planpath::scenario::import::{Content, Kind, Options, Preview, preview, typed};
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

/// A preview of what is pasted where steel in 2012 stands.
fn at_steel_2012(text: &str) -> Preview {
    let (plan, scenario) = start();
    let options = Options {
        anchor: Some((ix(&plan, "steel-cr10"), 2012)),
        ..Options::default()
    };
    preview(&plan, &scenario, &pasted(text).unwrap(), &options).unwrap()
}

#[test]
fn levels_that_look_like_years_are_levels_where_figures_are_told_their_place() {
    let (plan, scenario) = start();
    let options = Options {
        anchor: Some((ix(&plan, "aluminium-unit-power"), 2012)),
        ..Options::default()
    };
    let first = "aluminium-unit-power";
    // The plan's next lever.
    let next = plan
        .levers()
        .skip_while(|(_, i)| i.id != first)
        .nth(1)
        .unwrap()
        .1
        .id
        .clone();
    let figures = |text: &str| -> Vec<(String, i32, f64)> {
        let found = preview(&plan, &scenario, &pasted(text).unwrap(), &options).unwrap();
        let all = found.cells.iter().filter_map(|cell| {
            let place = match &cell.content {
                Content::Value { indicator, year, .. } => Some((*indicator, *year)),
                Content::Refused { indicator, year, .. } => Some(((*indicator)?, (*year)?)),
                _ => None,
            };
            let (ix, year) = place?;
            Some((plan.get(ix).id.clone(), year, cell.raw.parse().ok()?))
        });
        all.collect()
    };
    let cell = |id: &str, year: i32, value: f64| (id.to_owned(), year, value);
    for (text, expected) in [
        // One figure, one row, one column.
        ("2013", vec![cell(first, 2012, 2013.0)]),
        (
            "2011\t2012",
            vec![cell(first, 2012, 2011.0), cell(first, 2013, 2012.0)],
        ),
        (
            "2011\n2012",
            vec![cell(first, 2012, 2011.0), cell(&next, 2012, 2012.0)],
        ),
        // A row that only begins like years, or does not go up by one, has figures.
        (
            "2013\n50",
            vec![cell(first, 2012, 2013.0), cell(&next, 2012, 50.0)],
        ),
        (
            "2013\t2020\n50\t51",
            vec![
                cell(first, 2012, 2013.0),
                cell(first, 2013, 2020.0),
                cell(&next, 2012, 50.0),
                cell(&next, 2013, 51.0),
            ],
        ),
        (
            "2013\t2014.5\n50\t51",
            vec![
                cell(first, 2012, 2013.0),
                cell(first, 2013, 2014.5),
                cell(&next, 2012, 50.0),
                cell(&next, 2013, 51.0),
            ],
        ),
        // Figures above are not lost either.
        (
            "13800\t13700\n2013\t2014\n50\t51",
            vec![
                cell(first, 2012, 13800.0),
                cell(first, 2013, 13700.0),
                cell(&next, 2012, 2013.0),
                cell(&next, 2013, 2014.0),
            ],
        ),
        // A figure behind a name.
        (
            "aluminium-unit-power\t2013\t2014",
            vec![cell(first, 2012, 2013.0), cell(first, 2013, 2014.0)],
        ),
        // Years that go up by one above figures are years, and count instead of the anchor's.
        (
            "2014\t2015\n50\t51",
            vec![cell(first, 2014, 50.0), cell(first, 2015, 51.0)],
        ),
        (
            "2014\t50\n2015\t51",
            vec![cell(first, 2014, 50.0), cell(first, 2015, 51.0)],
        ),
    ] {
        let found = figures(text);
        assert_eq!(found[..expected.len()], expected, "{text:?}");
    }
}

#[test]
fn clear_headers_are_headers_wherever_figures_are_pasted() {
    for text in [
        "\t2011\t2012\t2013\nsteel-cr10\t49.2\t45.9\t39.4",
        "指标\t单位\t2011\t2012\t2013\nsteel-cr10\t%\t49.2\t45.9\t39.4",
        "年份\tsteel-cr10\n2011\t49.2\n2012\t45.9\n2013\t39.4",
        "钢铁工业\n\n2011\t2012\t2013\n49.2\t45.9\t39.4",
    ] {
        assert_eq!(accepted(&at_steel_2012(text)), steel(), "{text:?}");
    }
    for text in [
        "\t2011\nsteel-cr10\t49.2",
        "指标\t2011\nsteel-cr10\t49.2",
        "\tsteel-cr10\n2011\t49.2",
        "2011年\n49.2",
        "FY2011\n49.2",
    ] {
        assert_eq!(accepted(&at_steel_2012(text)), steel()[..1], "{text:?}");
    }
}

// What a person settles.

const UNKNOWN: &str = "\t2011\t2012\t2013\n十大钢企份额\t49.2\t45.9\t39.4\n备注\t\t\t\n";

#[test]
fn names_that_nobody_knows_can_be_settled() {
    let (plan, scenario) = start();
    let steel_ix = ix(&plan, "steel-cr10");
    let turned = "年份\t十大钢企份额\n2011\t49.2\n2012\t45.9\n2013\t39.4\n";
    // One year and one name: which is which follows from the corner that is blank.
    let small = ["\t2011\nX\t49.2", "\tX\n2011\t49.2"];
    for (text, is_turned, count) in [
        (UNKNOWN, false, 3),
        (turned, true, 3),
        (small[0], false, 1),
        (small[1], true, 1),
    ] {
        let grid = pasted(text).unwrap();
        let before = preview(&plan, &scenario, &grid, &Options::default()).unwrap();
        assert_eq!(before.is_turned, is_turned, "{text:?}");
        assert!(accepted(&before).is_empty());
        // The line without figures is not among those to be settled.
        let [line] = before.lines.as_slice() else {
            panic!("{:?}", before.lines)
        };
        assert_eq!((line.line, line.indicator, line.is_settled), (1, None, false));
        assert!(["十大钢企份额", "X"].contains(&line.raw.as_str()));
        assert_eq!((line.accepted, line.refused), (0, count));
        // The name and each of its figures.
        assert_eq!(before.refused(), count + 1);

        let mut options = Options::default();
        options.subjects.insert(1, Some(steel_ix));
        let settled = preview(&plan, &scenario, &grid, &options).unwrap();
        assert_eq!(accepted(&settled), steel()[..count], "{text:?}");
        let line = &settled.lines[0];
        assert_eq!((line.indicator, line.is_settled), (Some(steel_ix), true));
        assert_eq!((line.accepted, line.refused), (count, 0));

        options.subjects.insert(1, None);
        let left_out = preview(&plan, &scenario, &grid, &options).unwrap();
        assert_eq!((left_out.accepted().count(), left_out.refused()), (0, 0));
        // It is still there to be settled otherwise.
        let line = &left_out.lines[0];
        assert_eq!((line.indicator, line.is_settled), (None, true));
        assert_eq!((line.accepted, line.refused), (0, 0));
    }
}

#[test]
fn a_person_may_overrule_names_and_places() {
    let (plan, scenario) = start();
    let [steel_ix, automobile] = ["steel-cr10", "automobile-cr10"].map(|id| ix(&plan, id));
    let settle = |text: &str, options: Options, line, to| {
        let mut options = options;
        options.subjects.insert(line, to);
        accepted(&preview(&plan, &scenario, &pasted(text).unwrap(), &options).unwrap())
    };
    let known = "\t2011\nsteel-cr10\t49.2";
    let expected = [level("automobile-cr10", 2011, 49.2)];
    assert_eq!(settle(known, Options::default(), 1, Some(automobile)), expected);
    assert_eq!(settle(known, Options::default(), 1, None), []);
    let anchored = Options {
        anchor: Some((steel_ix, 2011)),
        ..Options::default()
    };
    assert_eq!(settle("49.2", anchored.clone(), 0, Some(automobile)), expected);
    assert_eq!(
        settle("49.2\n87.0", anchored, 0, None),
        [level("automobile-cr10", 2011, 87.0)]
    );
    // What the name says of its figures stays true: a fall has its sign.
    let energy = ix(&plan, "energy-intensity");
    let fall = "\t2011\n工业能耗强度下降率\t3.49";
    assert_eq!(
        settle(fall, Options::default(), 1, Some(energy)),
        [("energy-intensity".to_owned(), 2011, Actual::AnnualChange(-3.49))]
    );
}

#[test]
fn derived_indicators_stay_refused_whoever_names_them() {
    let (plan, scenario) = start();
    let grid = pasted("\t2011\nco2-intensity\t98\nX\t98").unwrap();
    let mut options = Options::default();
    options.subjects.insert(2, Some(ix(&plan, "co2-intensity")));
    let found = preview(&plan, &scenario, &grid, &options).unwrap();
    for (n, row) in [1, 2].into_iter().enumerate() {
        assert_eq!(reason(&found, row, 1), "scenario-derived");
        let line = &found.lines[n];
        assert_eq!((line.line, line.indicator, line.refused), (row, None, 1));
    }
}

#[test]
fn lines_are_counted_when_all_is_judged() {
    let preview = of_text(
        "\t2011\t2012\t2016\nsteel-cr10\t49.2\t45.9\t60\nerp\t\t\t\n钢铁行业前10家产业集中度\t49.2\t45\t\n",
    );
    let counts: Vec<(usize, usize, usize)> = preview
        .lines
        .iter()
        .map(|line| (line.line, line.accepted, line.refused))
        .collect();
    // 2012 has two figures, of which none is taken; 2011 has one twice; 2016 is not in the plan.
    assert_eq!(counts, [(1, 1, 2), (2, 0, 0), (3, 0, 2)]);
    assert_eq!(preview.refused(), 4);
}

#[test]
fn what_is_usual_counts_after_what_the_table_says_and_before_the_guess() {
    let (plan, scenario) = start();
    let value_added = ix(&plan, "value-added");
    let kind = |text: &str, options: &Options| {
        preview(&plan, &scenario, &pasted(text).unwrap(), options)
            .unwrap()
            .kinds[0]
            .1
    };
    let plain = "\t2011\nvalue-added\t17.7";
    let named = "\t2011\n工业增加值增速\t10.8";
    let mut options = Options::default();
    assert_eq!(kind(plain, &options), Kind::Level);
    options.usual.set(value_added, Kind::CumulativeChange);
    assert_eq!(kind(plain, &options), Kind::CumulativeChange);
    assert_eq!(kind(named, &options), Kind::AnnualChange);
    options.kinds.set(value_added, Kind::Level);
    assert_eq!(kind(plain, &options), Kind::Level);
    assert_eq!(kind(named, &options), Kind::Level);
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

// Typing by hand.

/// A plan's scenario with these actuals of steel.
fn with_steel(entries: &[(i32, Actual)]) -> (Arc<Plan>, Scenario) {
    let (plan, mut scenario) = start();
    let entries = entries.iter().map(|&(year, figure)| ActualEntry { year, figure });
    scenario.actuals.set(ix(&plan, "steel-cr10"), entries.collect());
    (plan, scenario)
}

fn type_steel(
    scenario: &Scenario,
    year: i32,
    kind: Kind,
    text: &str,
) -> Result<Vec<(i32, Actual)>, &'static str> {
    let (plan, _) = start();
    let steel_ix = ix(&plan, "steel-cr10");
    match typed(&plan, scenario, (steel_ix, year), kind, text) {
        Ok(actuals) => {
            let entries = actuals.get(steel_ix).into_iter().flatten();
            Ok(entries.map(|entry| (entry.year, entry.figure)).collect())
        }
        Err((what, help)) => {
            for language in Language::ALL {
                assert!(help.say(language) != help.id());
            }
            Err(what.id())
        }
    }
}

#[test]
fn a_typed_figure_takes_the_place_of_the_years_figures() {
    use Actual::{AnnualChange, CumulativeChange, Level};
    let (_, scenario) = with_steel(&[
        (2011, Level(49.2)),
        (2012, Level(45.9)),
        (2012, AnnualChange(-3.3)),
        (2013, Level(39.4)),
    ]);
    let typed = |year, kind, text: &str| type_steel(&scenario, year, kind, text).unwrap();
    assert_eq!(
        typed(2012, Kind::Level, " ４６．０% "),
        [(2011, Level(49.2)), (2012, Level(46.0)), (2013, Level(39.4))]
    );
    assert_eq!(
        typed(2014, Kind::AnnualChange, "\u{2212}1.5"),
        [
            (2011, Level(49.2)),
            (2012, Level(45.9)),
            (2012, AnnualChange(-3.3)),
            (2013, Level(39.4)),
            (2014, AnnualChange(-1.5)),
        ]
    );
    assert_eq!(
        typed(2011, Kind::CumulativeChange, "0.6")[0],
        (2011, CumulativeChange(0.6))
    );
    for blank in ["", "  ", "–", "..."] {
        assert_eq!(
            typed(2012, Kind::Level, blank),
            [(2011, Level(49.2)), (2013, Level(39.4))]
        );
        // There was nothing to take away.
        assert_eq!(typed(2015, Kind::Level, blank).len(), 4);
    }
}

#[test]
fn an_indicator_without_figures_has_no_entry_and_others_keep_theirs() {
    let (plan, mut scenario) = with_steel(&[(2011, Actual::Level(49.2))]);
    let [steel_ix, value_added] = ["steel-cr10", "value-added"].map(|id| ix(&plan, id));
    let growth = ActualEntry {
        year: 2011,
        figure: Actual::AnnualChange(10.8),
    };
    scenario.actuals.set(value_added, vec![growth]);
    let actuals = typed(&plan, &scenario, (steel_ix, 2011), Kind::Level, "").unwrap();
    assert_eq!(actuals.get(steel_ix), None);
    assert_eq!(actuals.get(value_added), Some(&vec![growth]));
}

#[test]
fn typed_figures_are_judged_as_those_in_tables() {
    use Actual::{AnnualChange, Level};
    let (_, scenario) = with_steel(&[
        (2011, Level(49.2)),
        (2012, AnnualChange(-3.3)),
        (2013, AnnualChange(-6.5)),
    ]);
    let typed = |year, kind, text: &str| type_steel(&scenario, year, kind, text).map(|_| ());
    for (year, kind, text, id) in [
        (2011, Kind::Level, "about 49", "import-text"),
        (2011, Kind::Level, "49.2 45.9", "import-two-values"),
        (2010, Kind::Level, "48.6", "actual-year"),
        (2016, Kind::Level, "60", "actual-year"),
        (2016, Kind::Level, "", "actual-year"),
        (2011, Kind::Level, "150%", "actual-impossible"),
        // The change in 2015 would build on 2014, of which nothing is known.
        (2015, Kind::AnnualChange, "1", "actual-from-nowhere"),
        // What is left builds on the year that is taken away.
        (2012, Kind::Level, "", "actual-from-nowhere"),
    ] {
        assert_eq!(typed(year, kind, text), Err(id), "{year} {text:?}");
    }
    assert_eq!(typed(2013, Kind::Level, ""), Ok(()));
    let (plan, _) = start();
    let derived = ix(&plan, "co2-intensity");
    let (what, _) =
        planpath::scenario::import::typed(&plan, &scenario, (derived, 2011), Kind::Level, "98").unwrap_err();
    assert_eq!(what.id(), "scenario-derived");
    // Points of a share have no level to start from without a base value.
    let erp = (ix(&plan, "erp"), 2011);
    let (what, _) =
        planpath::scenario::import::typed(&plan, &Scenario::default(), erp, Kind::Level, "62").unwrap_err();
    assert_eq!(what.id(), "actual-needs-base");
}

#[test]
fn a_typed_figure_that_contradicts_is_refused() {
    use Actual::{AnnualChange, Level};
    // 2012 is fixed twice over, so that 2011 follows from it: 45.9 + 3.3 = 49.2.
    let (_, scenario) = with_steel(&[(2012, AnnualChange(-3.3)), (2012, Level(45.9))]);
    assert_eq!(
        type_steel(&scenario, 2011, Kind::Level, "47"),
        Err("actual-contradiction")
    );
    assert_eq!(
        type_steel(&scenario, 2011, Kind::Level, "49.2"),
        Ok(vec![
            (2011, Level(49.2)),
            (2012, AnnualChange(-3.3)),
            (2012, Level(45.9))
        ])
    );
}

#[test]
fn kinds_and_figures_belong_together() {
    for kind in Kind::ALL {
        assert_eq!(Kind::of(kind.figure(1.0)), kind);
    }
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
