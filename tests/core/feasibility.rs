//! The feasibility map against levels computed one pair at a time.

use std::cell::Cell;

use planpath::analysis::feasibility::{
    Axis, Feasibility, FeasibilityError, TargetMap, feasibility, feasibility_while,
};
use planpath::analysis::set_parameter;
use planpath::analysis::solver::{Request, SolveMode, solve};
use planpath::model::{ParameterId, ParameterKind, Status, assess, project};
use planpath::plan::{self, IndicatorIx, Plan};
use planpath::scenario::{Actual, ActualEntry, Scenario};

use crate::examples::example;

fn ix(plan: &Plan, id: &str) -> IndicatorIx {
    plan.find(id).unwrap()
}

fn map(plan: &Plan, scenario: &Scenario, x: &str, y: &str) -> Feasibility {
    let projection = project(plan, scenario);
    let axis = |id| Axis::of(plan, scenario, &projection, ParameterId::rate(ix(plan, id)));
    feasibility(plan, scenario, &projection, axis(x), axis(y)).unwrap()
}

fn of<'m>(plan: &Plan, map: &'m Feasibility, id: &str) -> &'m TargetMap {
    let ix = ix(plan, id);
    map.targets
        .iter()
        .find(|target| target.target.indicator == ix)
        .expect(id)
}

/// Compares every eighth point of a map with a separate projection.
fn compare(name: &str, x: &str, y: &str) {
    let (plan, scenario) = example(name);
    compare_all(&plan, &scenario, x, y);
}

fn compare_all(plan: &Plan, scenario: &Scenario, x: &str, y: &str) {
    let map = map(plan, scenario, x, y);
    compare_map(plan, scenario, &map);
}

/// Compares every eighth point of a map with a separate projection.
fn compare_map(plan: &Plan, scenario: &Scenario, map: &Feasibility) {
    assert_eq!(map.holds.len(), 101 * 101);
    for (row, y) in map.y_values.iter().enumerate().step_by(8) {
        for (column, x) in map.x_values.iter().enumerate().step_by(8) {
            let mut here = scenario.clone();
            for (axis, value) in [(map.x, *x), (map.y, *y)] {
                assert!(set_parameter(plan, &mut here, axis.parameter, value));
            }
            let projection = project(plan, &here);
            let point = row * 101 + column;
            let mut all = projection.violations().is_empty();
            assert_eq!(map.possible[point], all, "{x} {y}: {:?}", projection.violations());
            for assessment in assess(plan, &here, &projection) {
                let found = map.targets.iter().find(|t| t.target == assessment.target);
                let Some(target) = found else {
                    // Its evidence is the scenario's, which sets no rates here.
                    let other = map.others.iter().find(|other| other.target == assessment.target);
                    let other = other.expect("each target is on the map or beside it");
                    assert_eq!(
                        (other.status, other.projected),
                        (assessment.status, assessment.projected)
                    );
                    continue;
                };
                let promise = plan.target(assessment.target);
                if !promise.is_each_year() && promise.form.upper().is_none() {
                    let due = plan.due_step(promise);
                    let levels = projection.levels(assessment.indicator()).unwrap();
                    let goal = promise.form.level(levels[0], due);
                    let over = levels[due] - goal;
                    let expected = if promise.on_levels().is_ceiling() {
                        -over
                    } else {
                        over
                    };
                    let margin = map.margin(target, column, row);
                    assert!((margin - expected).abs() < 1e-9, "{margin} is not {expected}");
                }
                all &= assessment.status == Status::Met;
            }
            assert_eq!(map.holds[point], all, "{x} {y}");
        }
    }
}

#[test]
fn every_point_is_what_a_projection_of_its_own_says() {
    compare("plan-on-schedule", "energy-intensity", "carbon-factor");
    compare("mid-term-2013", "energy-intensity", "carbon-factor");
    compare("mid-term-2013", "value-added", "steel-cr10");
    compare("growth-first", "sei-share", "steel-unit-energy");
}

#[test]
fn published_figures_of_derived_indicators_count_on_the_map() {
    // A published fall of CO₂ intensity that contradicts its identity: every point has the discrepancy too.
    let (plan, mut scenario) = example("mid-term-2013");
    let published = ActualEntry {
        year: 2013,
        figure: Actual::CumulativeChange(-16.0),
    };
    scenario.actuals.set(ix(&plan, "co2-intensity"), vec![published]);
    compare_all(&plan, &scenario, "energy-intensity", "carbon-factor");
}

#[test]
fn a_target_of_one_lever_has_a_straight_line_at_the_solved_rate() {
    let (plan, scenario) = example("mid-term-2013");
    let map = map(&plan, &scenario, "energy-intensity", "carbon-factor");
    let energy = ix(&plan, "energy-intensity");
    let request = Request {
        target: plan.find_target("energy-intensity").unwrap(),
        parameter: ParameterId::rate(energy),
        way: SolveMode::CatchUp,
    };
    let solved = solve(&plan, &scenario, request).unwrap().value;
    let boundary = &of(&plan, &map, "energy-intensity").boundary;
    assert_eq!(boundary.len(), 1);
    assert_eq!(boundary[0].len(), 2);
    for (x, _) in &boundary[0] {
        assert!((x - solved).abs() < 1e-5, "{x} is not {solved}");
    }
    assert_eq!((boundary[0][0].1, boundary[0][1].1), map.y.range);
}

#[test]
fn a_target_of_both_has_a_curve_on_which_the_product_is_exact() {
    let (plan, scenario) = example("plan-on-schedule");
    let map = map(&plan, &scenario, "energy-intensity", "carbon-factor");
    let co2 = of(&plan, &map, "co2-intensity");
    assert_eq!(co2.boundary.len(), 1);
    assert!(co2.boundary[0].len() > 50);
    for (x, y) in &co2.boundary[0] {
        // Five years of both: ((1 − x) (1 − y))^5 = 0.79.
        let kept = ((1.0 - x / 100.0) * (1.0 - y / 100.0)).powi(5);
        assert!((kept - 0.79).abs() < 1e-6, "({x}, {y}): {kept}");
    }
    assert_eq!(map.targets.len(), 2, "only what depends on the two levers");
    assert_eq!(map.targets.len() + map.others.len(), plan.targets().count());
    // The even rate, 4.605 %, and an unchanged carbon factor.
    assert!((map.present.0 - 4.605).abs() < 5e-4 && map.present.1.abs() < 1e-12);
}

#[test]
fn margins_are_levels_beside_the_one_that_just_meets_the_target() {
    let (plan, scenario) = example("mid-term-2013");
    let map = map(&plan, &scenario, "energy-intensity", "value-added");
    let energy = of(&plan, &map, "energy-intensity");
    let growth = of(&plan, &map, "value-added");
    let done = 16.0 * 1.108 * 1.079 * 1.076;
    for row in [0, 50, 100] {
        for column in [0, 37, 100] {
            // 15.1 % by 2013, then two years at the rate; 79 just meets the target, as does anything lower.
            let index = 84.9 * (1.0 - map.x_values[column] / 100.0).powi(2);
            assert!((map.margin(energy, column, row) - (79.0 - index)).abs() < 1e-9);
            // Five years of 8 %.
            let level: f64 = done * (1.0 + map.y_values[row] / 100.0).powi(2);
            assert!((map.margin(growth, column, row) - (level - 16.0 * 1.08_f64.powi(5))).abs() < 1e-9);
        }
    }
    // The scenario's position: the plan's even rates.
    let even = (1.0 - libm::pow(0.79, 0.2)) * 100.0;
    assert!((map.present.0 - even).abs() < 1e-9 && (map.present.1 - 8.0).abs() < 1e-9);
}

/// Output growth and base values as axes, against separate projections.
#[test]
fn output_growth_and_base_values_are_axes_too() {
    let (plan, scenario) = example("growth-first");
    let projection = project(&plan, &scenario);
    let of = |id, kind| ParameterId::new(ix(&plan, id), kind);
    for (x, y) in [
        (
            of("steel-cr10", ParameterKind::Numerator),
            of("steel-cr10", ParameterKind::Denominator),
        ),
        (
            of("steel-cr10", ParameterKind::Denominator),
            of("value-added", ParameterKind::Rate),
        ),
        (
            of("steel-cr10", ParameterKind::Base),
            of("steel-cr10", ParameterKind::Numerator),
        ),
        (
            of("value-added", ParameterKind::Base),
            of("energy-intensity", ParameterKind::Rate),
        ),
        (
            of("steel-unit-energy", ParameterKind::Base),
            of("steel-unit-energy", ParameterKind::Rate),
        ),
    ] {
        let [x, y] = [x, y].map(|id| Axis::of(&plan, &scenario, &projection, id));
        let map = feasibility(&plan, &scenario, &projection, x, y).unwrap();
        assert!(map.x_values[0] <= map.present.0 && map.present.0 <= map.x_values[100]);
        compare_map(&plan, &scenario, &map);
    }
    // On the boundary, the path from the base value ends exactly at the target, 60 %.
    let [x, y] = [
        of("steel-cr10", ParameterKind::Numerator),
        of("steel-cr10", ParameterKind::Denominator),
    ]
    .map(|id| Axis::of(&plan, &scenario, &projection, id));
    let map = feasibility(&plan, &scenario, &projection, x, y).unwrap();
    let base = projection.levels(ix(&plan, "steel-cr10")).unwrap()[0];
    let target = map
        .targets
        .iter()
        .find(|map| map.target.indicator == ix(&plan, "steel-cr10"))
        .unwrap();
    assert!(!target.boundary.is_empty());
    for (top, all) in target.boundary.iter().flatten() {
        let last = base * ((1.0 + top / 100.0) / (1.0 + all / 100.0)).powi(5);
        assert!((last - 60.0).abs() < 1e-4, "({top}, {all}): {last}");
    }
}

/// The even path reaches its target from any base value: there is no line at which it begins to.
#[test]
fn what_a_base_value_does_not_decide_has_no_boundary() {
    let (plan, scenario) = example("growth-first");
    let projection = project(&plan, &scenario);
    let (steel, energy) = (ix(&plan, "steel-unit-energy"), ix(&plan, "energy-intensity"));
    let axis = |id| Axis::of(&plan, &scenario, &projection, id);
    let (x, y) = (
        axis(ParameterId::new(steel, ParameterKind::Base)),
        axis(ParameterId::rate(energy)),
    );
    let map = feasibility(&plan, &scenario, &projection, x, y).unwrap();
    compare_map(&plan, &scenario, &map);
    let target = of(&plan, &map, "steel-unit-energy");
    assert_eq!(target.boundary, Vec::<Vec<_>>::new());
    assert!((0..101).all(|column| map.margin(target, column, 0) >= 0.0));
}

#[test]
fn parameters_that_exclude_each_other_make_no_map() {
    let (plan, scenario) = example("growth-first");
    let projection = project(&plan, &scenario);
    let axis = |id, kind| {
        Axis::of(
            &plan,
            &scenario,
            &projection,
            ParameterId::new(ix(&plan, id), kind),
        )
    };
    let ask = |x, y| {
        feasibility(&plan, &scenario, &projection, x, y)
            .map(|_| ())
            .unwrap_err()
    };
    let rate = axis("steel-cr10", ParameterKind::Rate);
    let top = axis("steel-cr10", ParameterKind::Numerator);
    assert_eq!(ask(rate, top), FeasibilityError::SameLever);
    assert_eq!(ask(top, top), FeasibilityError::SameLever);
    let energy = ix(&plan, "energy-intensity");
    assert_eq!(
        ask(top, axis("energy-intensity", ParameterKind::Denominator)),
        FeasibilityError::NotOutputGrowth(energy)
    );
    // An index has only one possible base value.
    assert_eq!(
        ask(axis("energy-intensity", ParameterKind::Base), top),
        FeasibilityError::NoBase(energy)
    );
}

#[test]
fn a_strict_target_does_not_hold_on_its_line() {
    let text = r#"(format: 1, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")],
        indicators: [
            (id: "a", name: "A", category: "c", unit: "u", base: Some(10.0), dynamics: Additive,
                target: Some((form: Level(15.0), comparator: MoreThan, wording: ""))),
            (id: "b", name: "B", category: "c", unit: "u", base: Some(10.0), dynamics: Additive,
                target: Some((form: Level(15.0), comparator: AtMost, wording: ""))),
        ])"#;
    let plan = plan::read_text("p", text).unwrap();
    let projection = project(&plan, &Scenario::default());
    let axis = |id| Axis {
        parameter: ParameterId::rate(ix(&plan, id)),
        range: (0.0, 2.0),
        count: 5,
    };
    let map = feasibility(&plan, &Scenario::default(), &projection, axis("a"), axis("b")).unwrap();
    // Rates 0, ½, 1, 1½, 2: a holds above 1, b at 1 and below.
    let row = [false, false, false, true, true];
    let expected: Vec<bool> = [row, row, row, [false; 5], [false; 5]].concat();
    assert_eq!(map.holds, expected);
    let first = map.margin(of(&plan, &map, "b"), 0, 0);
    assert!((first - 5.0).abs() < 1e-12, "a ceiling is met below: {first}");
}

#[test]
fn axes_that_make_no_map_have_a_reason() {
    let (plan, scenario) = example("plan-on-schedule");
    let projection = project(&plan, &scenario);
    let axis = |id| Axis::of(&plan, &scenario, &projection, ParameterId::rate(ix(&plan, id)));
    let ask = |x, y| {
        feasibility(&plan, &scenario, &projection, x, y)
            .map(|_| ())
            .unwrap_err()
    };
    assert_eq!(ask(axis("erp"), axis("erp")), FeasibilityError::SameLever);
    assert_eq!(
        ask(axis("erp"), axis("co2")),
        FeasibilityError::NotALever(ix(&plan, "co2"))
    );
    for range in [(1.0, 1.0), (2.0, 1.0), (f64::NAN, 1.0), (0.0, f64::INFINITY)] {
        let bad = Axis { range, ..axis("cod") };
        assert_eq!(
            ask(axis("erp"), bad),
            FeasibilityError::BadRange(ix(&plan, "cod"))
        );
    }
    let one = Axis {
        count: 1,
        ..axis("cod")
    };
    assert_eq!(
        ask(axis("erp"), one),
        FeasibilityError::BadRange(ix(&plan, "cod"))
    );
    let mut over = scenario.clone();
    let last = ActualEntry {
        year: 2015,
        figure: Actual::AnnualChange(-1.0),
    };
    let all: Vec<ActualEntry> = (2011..2015)
        .map(|year| ActualEntry { year, ..last })
        .chain([last])
        .collect();
    over.actuals.set(ix(&plan, "cod"), all);
    let over = project(&plan, &over);
    let found = feasibility(&plan, &scenario, &over, axis("erp"), axis("cod"));
    assert_eq!(
        found.unwrap_err(),
        FeasibilityError::NoYearsLeft(ix(&plan, "cod"))
    );
    let bare = project(&plan, &Scenario::default());
    let found = feasibility(&plan, &Scenario::default(), &bare, axis("erp"), axis("cod"));
    assert_eq!(found.unwrap_err(), FeasibilityError::NoBase(ix(&plan, "erp")));
}

#[test]
fn a_map_that_nobody_wants_any_more_is_not_worked_out() {
    let (plan, scenario) = example("mid-term-2013");
    let projection = project(&plan, &scenario);
    let axes = ["energy-intensity", "carbon-factor"]
        .map(|id| Axis::of(&plan, &scenario, &projection, ParameterId::rate(ix(&plan, id))));
    let run = |most: usize| {
        let asked = Cell::new(0);
        let is_wanted = || {
            asked.set(asked.get() + 1);
            asked.get() <= most
        };
        let map = feasibility_while(&plan, &scenario, &projection, axes, &is_wanted);
        (map, asked.get())
    };
    let (whole, steps) = run(usize::MAX);
    let usual = feasibility(&plan, &scenario, &projection, axes[0], axes[1]);
    assert_eq!(whole, Some(usual), "who asks does not change what comes of it");
    assert!(steps > 20, "it asks before each target: {steps}");
    // Whenever it is cancelled, it checks at most twice more: once before the next target and once at the end.
    for most in 0..steps {
        let (map, asked) = run(most);
        assert_eq!(map, None);
        assert!(asked <= most + 3, "{asked} steps after {most}");
    }
}
