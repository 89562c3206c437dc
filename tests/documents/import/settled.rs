//! What the user settles: which indicator a line is about, and what kind of figures it has.

use planpath::file::pasted;
use planpath::scenario::Actual;
use planpath::scenario::import::{FigureKind, Options, preview};

use crate::import::{accepted, ix, level, of_text, start, steel};

const UNKNOWN: &str = "\t2011\t2012\t2013\n十大钢企份额\t49.2\t45.9\t39.4\n备注\t\t\t\n";

#[test]
fn names_that_nobody_knows_can_be_settled() {
    let (plan, scenario) = start();
    let steel_ix = ix(&plan, "steel-cr10");
    let turned = "年份\t十大钢企份额\n2011\t49.2\n2012\t45.9\n2013\t39.4\n";
    // One year and one name: the blank corner tells which is which.
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
        // The line without figures need not be settled.
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
        // It can still be settled differently.
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
    let known = "\t2011\nsteel-cr10\t83";
    let expected = [level("automobile-cr10", 2011, 83.0)];
    assert_eq!(settle(known, Options::default(), 1, Some(automobile)), expected);
    assert_eq!(settle(known, Options::default(), 1, None), []);
    let anchored = Options {
        anchor: Some((steel_ix, 2011)),
        ..Options::default()
    };
    assert_eq!(settle("83", anchored.clone(), 0, Some(automobile)), expected);
    assert_eq!(
        settle("49.2\n87.0", anchored, 0, None),
        [level("automobile-cr10", 2011, 87.0)]
    );
    // What the name says about its figures still holds: a fall is signed.
    let energy = ix(&plan, "energy-intensity");
    let fall = "\t2011\n工业能耗强度下降率\t3.49";
    assert_eq!(
        settle(fall, Options::default(), 1, Some(energy)),
        [("energy-intensity".to_owned(), 2011, Actual::AnnualChange(-3.49))]
    );
}

#[test]
fn derived_indicators_are_taken_whoever_names_them() {
    let (plan, scenario) = start();
    let grid = pasted("\t2011\t2012\nco2-intensity\t98\t\nX\t\t96").unwrap();
    let mut options = Options::default();
    options.subjects.insert(2, Some(ix(&plan, "co2-intensity")));
    let found = preview(&plan, &scenario, &grid, &options).unwrap();
    let co2 = Some(ix(&plan, "co2-intensity"));
    for (n, row) in [1, 2].into_iter().enumerate() {
        let line = &found.lines[n];
        assert_eq!((line.line, line.indicator, line.refused), (row, co2, 0));
        assert_eq!(line.accepted, 1);
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
    // 2012 has two figures, neither of which is taken; 2011 has the same one twice; 2016 is not in the plan.
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
    let unnamed = "\t2011\nvalue-added\t17.7";
    let named = "\t2011\n工业增加值增速\t10.8";
    let mut options = Options::default();
    assert_eq!(kind(unnamed, &options), FigureKind::Level);
    options.usual.set(value_added, FigureKind::CumulativeChange);
    assert_eq!(kind(unnamed, &options), FigureKind::CumulativeChange);
    assert_eq!(kind(named, &options), FigureKind::AnnualChange);
    options.kinds.set(value_added, FigureKind::Level);
    assert_eq!(kind(unnamed, &options), FigureKind::Level);
    assert_eq!(kind(named, &options), FigureKind::Level);
}

#[test]
fn a_person_may_overrule_the_guess() {
    let (plan, scenario) = start();
    let mut options = Options::default();
    options.kinds.set(ix(&plan, "value-added"), FigureKind::Level);
    let grid = pasted("\t2011\nvalue-added\t10.8").unwrap();
    let found = preview(&plan, &scenario, &grid, &options).unwrap();
    assert_eq!(accepted(&found), [level("value-added", 2011, 10.8)]);
}
