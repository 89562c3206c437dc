//! Figures typed by hand.

use std::sync::Arc;

use planpath::plan::Plan;
use planpath::scenario::import::{FigureKind, typed};
use planpath::scenario::{Actual, ActualEntry, Scenario};
use planpath::text::Language;

use crate::import::{ix, start};

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
    kind: FigureKind,
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
    let after = |year, kind, text: &str| type_steel(&scenario, year, kind, text).unwrap();
    assert_eq!(
        after(2012, FigureKind::Level, " ４６．０% "),
        [(2011, Level(49.2)), (2012, Level(46.0)), (2013, Level(39.4))]
    );
    assert_eq!(
        after(2014, FigureKind::AnnualChange, "\u{2212}1.5"),
        [
            (2011, Level(49.2)),
            (2012, Level(45.9)),
            (2012, AnnualChange(-3.3)),
            (2013, Level(39.4)),
            (2014, AnnualChange(-1.5)),
        ]
    );
    assert_eq!(
        after(2011, FigureKind::CumulativeChange, "0.6")[0],
        (2011, CumulativeChange(0.6))
    );
    for blank in ["", "  ", "–", "..."] {
        assert_eq!(
            after(2012, FigureKind::Level, blank),
            [(2011, Level(49.2)), (2013, Level(39.4))]
        );
        // There was nothing to remove.
        assert_eq!(after(2015, FigureKind::Level, blank).len(), 4);
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
    let actuals = typed(&plan, &scenario, (steel_ix, 2011), FigureKind::Level, "").unwrap();
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
    let judged = |year, kind, text: &str| type_steel(&scenario, year, kind, text).map(|_| ());
    for (year, kind, text, id) in [
        (2011, FigureKind::Level, "about 49", "import-text"),
        (2011, FigureKind::Level, "49.2 45.9", "import-two-values"),
        (2010, FigureKind::Level, "48.6", "actual-year"),
        (2016, FigureKind::Level, "60", "actual-year"),
        (2016, FigureKind::Level, "", "actual-year"),
        (2011, FigureKind::Level, "150%", "actual-impossible"),
        // The change in 2015 would start from 2014, which is unknown.
        (2015, FigureKind::AnnualChange, "1", "actual-from-nowhere"),
        // The rest starts from the year being removed.
        (2012, FigureKind::Level, "", "actual-from-nowhere"),
    ] {
        assert_eq!(judged(year, kind, text), Err(id), "{year} {text:?}");
    }
    assert_eq!(judged(2013, FigureKind::Level, ""), Ok(()));
    let (plan, _) = start();
    let derived = ix(&plan, "co2-intensity");
    let actuals = typed(&plan, &scenario, (derived, 2011), FigureKind::Level, "98").unwrap();
    let entry = ActualEntry {
        year: 2011,
        figure: Level(98.0),
    };
    assert_eq!(
        actuals.get(derived),
        Some(&vec![entry]),
        "published figures count"
    );
    // While an input has no base value, there is nothing to compare a figure with.
    let unbased = (ix(&plan, "gross-output"), 2011);
    let (what, _) = typed(&plan, &Scenario::default(), unbased, FigureKind::Level, "70").unwrap_err();
    assert_eq!(what.id(), "actual-derived-needs-base");
    // Without a base value, a share's points have no level to start from.
    let erp = (ix(&plan, "erp"), 2011);
    let (what, _) = typed(&plan, &Scenario::default(), erp, FigureKind::Level, "62").unwrap_err();
    assert_eq!(what.id(), "actual-needs-base");
}

#[test]
fn a_typed_figure_that_contradicts_is_refused() {
    use Actual::{AnnualChange, Level};
    // 2012 is determined twice, which implies 2011: 45.9 + 3.3 = 49.2.
    let (_, scenario) = with_steel(&[(2012, AnnualChange(-3.3)), (2012, Level(45.9))]);
    assert_eq!(
        type_steel(&scenario, 2011, FigureKind::Level, "47"),
        Err("actual-contradiction")
    );
    assert_eq!(
        type_steel(&scenario, 2011, FigureKind::Level, "49.2"),
        Ok(vec![
            (2011, Level(49.2)),
            (2012, AnnualChange(-3.3)),
            (2012, Level(45.9))
        ])
    );
}

#[test]
fn kinds_and_figures_belong_together() {
    for kind in FigureKind::ALL {
        assert_eq!(FigureKind::of(kind.figure(1.0)), kind);
    }
}
