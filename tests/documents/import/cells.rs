//! What each cell becomes, and what is refused.

use std::path::Path;

use planpath::file::pasted;
use planpath::model::{LevelKind, project};
use planpath::plan::Plan;
use planpath::scenario::import::{CellContent, FigureKind, Options, preview};
use planpath::scenario::{Actual, ActualEntry, Scenario, read_text, to_text};
use planpath::text::Language;

use crate::import::{accepted, example, ix, level, of_text, reason, start, steel};

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
        .filter(|cell| cell.content == CellContent::Missing);
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
    assert_eq!(kind("value-added\t10.8\t7.9\t7.6"), FigureKind::AnnualChange);
    assert_eq!(kind("value-added\t17.7\t19.1\t20.6"), FigureKind::Level);
    assert_eq!(kind("steel-cr10\t0.6\t-3.3\t-4.5"), FigureKind::AnnualChange);
    // 15.1 % in one year is beyond the slider's range; over three years it is not.
    assert_eq!(
        kind("energy-intensity\t-3.49\t\t-15.1"),
        FigureKind::CumulativeChange
    );
    assert_eq!(kind("energy-intensity\t96.5\t91\t84.9"), FigureKind::Level);
    // The name may say so.
    assert_eq!(kind("工业增加值增速\t10.8\t7.9\t7.6"), FigureKind::AnnualChange);
    assert_eq!(
        kind("Industrial value added, annual growth (%)\t17\t18\t19"),
        FigureKind::AnnualChange
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
fn wrong_cells_are_refused_one_by_one_and_the_others_stay() {
    let text = "\t2009\t2010\t2011\t2012\t2013\t2016\n\
        steel-cr10\t48\t48.6\t149.2\tabout 46\t39.4\t60\n\
        erp\t\t\t62\t63 64\t8,2\t\n\
        value-added\t\t\t#REF!\t7.9%\t7.6%\t\n";
    let preview = of_text(text);
    for (row, column, id) in [
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
    // Before the base year: kept as context.
    assert!(accepted(&preview).contains(&level("steel-cr10", 2009, 48.0)));
    // A change without the year before it has nothing to start from.
    assert_eq!(reason(&preview, 3, 4), "actual-from-nowhere");
}

#[test]
fn what_is_left_of_a_faulty_table_can_be_taken() {
    let (plan, scenario) = start();
    let grid = pasted("\t2011\t2012\t2016\nsteel-cr10\t49.2\t150%\t60\nerp\tabout 62\t63\t\n").unwrap();
    let found = preview(&plan, &scenario, &grid, &Options::default()).unwrap();
    assert_eq!(reason(&found, 1, 2), "actual-impossible");
    assert_eq!(reason(&found, 1, 3), "actual-year");
    assert_eq!(reason(&found, 2, 1), "import-text");
    let actuals = found.applied_to(&scenario);
    let figures = |id| actuals.get(ix(&plan, id)).unwrap().clone();
    let entry = |year, value| ActualEntry {
        year,
        figure: Actual::Level(value),
    };
    assert_eq!(figures("steel-cr10"), [entry(2011, 49.2)]);
    assert_eq!(figures("erp"), [entry(2012, 63.0)]);
    assert_eq!(actuals.iter().count(), 2);
}

#[test]
fn every_refusal_has_a_reason_and_a_remedy_in_both_languages() {
    let preview = of_text(
        "\t2010\t2011\t2012\nsteel-cr10\t1\t149\tx\nstel-cr10\t1\t2\t3\nzzz\t1\t2\t3\nco2\t1\t2\t3\n",
    );
    assert!(preview.refused() >= 9);
    for cell in preview.cells {
        if let CellContent::Refused { what, help, .. } = cell.content {
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
        let CellContent::Refused { help, .. } = &cell.content else {
            panic!("{cell:?}")
        };
        assert!(help.say(Language::English).contains(expected), "{help:?}");
    }
    // A published figure of a derived indicator is a figure like any other.
    assert_eq!(accepted(&preview), [level("co2-intensity", 2011, 98.0)]);
}

#[test]
fn two_values_for_one_year_are_both_refused() {
    let preview = of_text("\t2011\t2012\nsteel-cr10\t49.2\t45.9\n钢铁行业前10家产业集中度\t49.2\t45.0\n");
    // The same figure twice counts once; two different figures are refused.
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
        CellContent::Value {
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

#[test]
fn every_levers_own_levels_can_be_pasted_back() {
    let (plan, scenario) = start();
    let projection = project(&plan, &scenario);
    for language in Language::ALL {
        // Changes alone do not determine levels.
        let based = |ix| projection.kind(ix) != LevelKind::Change;
        for (ix, indicator) in plan.levers().filter(|(ix, _)| based(*ix)) {
            let levels = &projection.levels(ix).unwrap()[1..];
            let cells: Vec<String> = levels.iter().map(|level| format!("{level:.3}")).collect();
            let (name, unit) = (indicator.name.get(language), indicator.unit.get(language));
            let text = format!(
                "\t2011年\t2012年\t2013年\t2014年\t2015年\n{name}（{unit}）\t{}",
                cells.join("\t")
            );
            let preview = of_text(&text);
            assert_eq!(preview.kinds, [(ix, FigureKind::Level)], "{text}");
            assert_eq!(preview.accepted().count(), 5, "{text}\n{preview:?}");
        }
    }
}
