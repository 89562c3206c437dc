//! Where a table has its years and names.

use planpath::file::pasted;
use planpath::scenario::import::{CellContent, Options, Preview, preview};
use planpath::text::Language;

use crate::import::{accepted, ix, level, of_text, start, steel};

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
    // Positions are those in the pasted table.
    let cell = preview.cells.iter().find(|cell| &*cell.raw == "45.9").unwrap();
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
    // Unless told, it is refused as a whole.
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

/// A preview of text pasted at steel in 2012.
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
                CellContent::Value { indicator, year, .. } => Some((*indicator, *year)),
                CellContent::Refused { indicator, year, .. } => Some(((*indicator)?, (*year)?)),
                CellContent::Asked { indicator, year } => Some(((*indicator)?, *year)),
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
        // A row that only starts like years, or does not go up by one, contains figures.
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
        // A figure after a name.
        (
            "aluminium-unit-power\t2013\t2014",
            vec![cell(first, 2012, 2013.0), cell(first, 2013, 2014.0)],
        ),
        // Years going up by one above figures are years, and override the anchor's.
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
