//! The compiled core: every lane of a program equals the projection of a scenario with those parameters, bit for bit,
//! and both match the formulas in the guide.

mod reference;

use std::fmt::Write as _;

use planpath::model::{Evaluator, LevelKind, ParameterId, ParameterKind, Program, Projection, project};
use planpath::plan::{self, BUILT_IN, IndicatorIx, Plan};
use planpath::scenario::{Actual, ActualEntry, EXAMPLES, Rates, Scenario};
use proptest::prelude::*;

const STEPS: usize = 6;
const LANES: usize = 4;

/// Identities over the levers `a` (grows), `b` (falls), `s` (a share), `c` (a concentration ratio) and each other.
const IDENTITIES: [&str; 9] = [
    "a * b",
    "a / b",
    "d0 * s / 100",
    "a * (1 - s / 100)",
    "-d0 + d0 * 2",
    "d0 * b / a",
    "c + s",
    "a",
    "d1 * d1 / 4",
];

#[derive(Clone, Debug)]
struct Lever {
    dynamics: &'static str,
    base: Option<f64>,
    target: Option<f64>,
    due_earlier: bool,
}

fn lever(dynamics: &'static str) -> impl Strategy<Value = Lever> {
    let base = prop::option::weighted(0.8, 5.0..60.0_f64);
    (base, prop::option::of(1.0..20.0_f64), any::<bool>()).prop_map(move |(base, target, due_earlier)| {
        Lever {
            dynamics,
            base,
            target,
            due_earlier,
        }
    })
}

fn target(lever: &Lever) -> String {
    let Some(value) = lever.target else {
        return String::new();
    };
    let form = match lever.dynamics {
        "Growth" => format!("AverageGrowth({value:?})"),
        "Decline" => format!("CumulativeDecline({value:?})"),
        _ => format!("Change({value:?})"),
    };
    let due = if lever.due_earlier { "In(2013)" } else { "End" };
    format!(r#"targets: [(form: {form}, comparator: AtLeast, wording: "", due: {due})],"#)
}

/// A plan of these levers, with a scale for each identity where the unit would imply another.
fn plan_of(levers: &[Lever], points: &[bool]) -> Plan {
    let mut text = String::from(
        r#"(format: 2, id: "p", title: "p", base_year: 2010, end_year: 2016, source: "",
        categories: [(id: "c", name: "c")], indicators: ["#,
    );
    for (id, lever) in ["a", "b", "s", "c"].iter().zip(levers) {
        let (base, dynamics, target) = (lever.base, lever.dynamics, target(lever));
        write!(text, r#"(id: "{id}", name: "{id}", category: "c", unit: "u", base: {base:?}, dynamics: {dynamics}, {target}),"#).unwrap();
    }
    for (n, (identity, points)) in IDENTITIES.iter().zip(points).enumerate() {
        let scale = if *points { "Points" } else { "Ratio" };
        write!(text, r#"(id: "d{n}", name: "d", category: "c", unit: "u", scale: {scale}, dynamics: Derived("{identity}")),"#).unwrap();
    }
    text += "])";
    plan::read_text("p", &text).expect(&text)
}

fn rates() -> impl Strategy<Value = Option<Rates>> {
    let yearly = || prop::collection::vec(-4.0..9.0_f64, STEPS);
    prop_oneof![
        Just(None),
        (-4.0..9.0_f64).prop_map(|rate| Some(Rates::Constant(rate))),
        yearly().prop_map(|rates| Some(Rates::Yearly(rates))),
        (yearly(), yearly()).prop_map(|(top, all)| Some(Rates::OutputGrowth { top, all })),
    ]
}

/// Figures of some years: the kind of each and its deviation.
type Figures = Vec<Option<(u8, f64)>>;

fn figures() -> impl Strategy<Value = Figures> {
    let figure = prop::option::weighted(0.3, (0..3_u8, -3.0..6.0_f64));
    prop_oneof![
        2 => Just(Vec::new()),
        1 => prop::collection::vec(figure, STEPS),
    ]
}

/// Entries for the years of figures; changes on the year before only if that year is known.
fn entries(figures: &Figures, base: f64) -> Vec<ActualEntry> {
    let mut is_known = true;
    let mut found = Vec::new();
    for (year, figure) in (2011..).zip(figures) {
        if let Some((kind, by)) = figure {
            let figure = match kind {
                0 if is_known => Actual::AnnualChange(*by),
                1 => Actual::CumulativeChange(*by),
                _ => Actual::Level(base + by / 2.0),
            };
            found.push(ActualEntry { year, figure });
        }
        is_known = figure.is_some();
    }
    found
}

/// One free parameter: its lever, figure and year, and its value in each lane.
type Free = (usize, ParameterKind, Option<usize>, [f64; LANES]);

fn free() -> impl Strategy<Value = Free> {
    let kind = prop_oneof![
        3 => Just(ParameterKind::Rate),
        1 => Just(ParameterKind::Numerator),
        1 => Just(ParameterKind::Denominator),
        1 => Just(ParameterKind::Base),
    ];
    let values = prop::array::uniform4(-4.0..9.0_f64);
    (0..4_usize, kind, prop::option::of(1..=STEPS), values)
}

/// The rates of a lever year by year, with a free parameter's value substituted.
fn turned(plan: &Plan, scenario: &Scenario, id: ParameterId, value: f64) -> Rates {
    let steps = plan.steps();
    let years = id.step.map_or(0..steps, |step| step - 1..step);
    let given = scenario.rates.get(id.indicator).cloned();
    let mut turned = match (given, id.kind) {
        (
            Some(growth @ Rates::OutputGrowth { .. }),
            ParameterKind::Numerator | ParameterKind::Denominator,
        ) => growth,
        (_, ParameterKind::Numerator | ParameterKind::Denominator) => Rates::OutputGrowth {
            top: vec![0.0; steps],
            all: vec![0.0; steps],
        },
        (Some(Rates::Constant(rate)), _) => Rates::Yearly(vec![rate; steps]),
        (Some(Rates::Yearly(rates)), _) => Rates::Yearly(rates),
        _ => Rates::Yearly(
            planpath::model::even_rates(plan, scenario, id.indicator).unwrap_or_else(|| vec![0.0; steps]),
        ),
    };
    match (&mut turned, id.kind) {
        (Rates::OutputGrowth { all, .. }, ParameterKind::Denominator) => all[years].fill(value),
        (Rates::OutputGrowth { top, .. }, _) => top[years].fill(value),
        (Rates::Yearly(rates), _) => rates[years].fill(value),
        (Rates::Constant(_), _) => {}
    }
    turned
}

/// Whether a scenario can express a parameter: setting one year's figure leaves those of the other years unchanged,
/// which output growth and rates cannot do for each other.
fn can_be_said(scenario: &Scenario, id: ParameterId) -> bool {
    let follows_output = matches!(scenario.rates.get(id.indicator), Some(Rates::OutputGrowth { .. }));
    match id.kind {
        ParameterKind::Base => true,
        ParameterKind::Rate => id.step.is_none() || !follows_output,
        ParameterKind::Numerator | ParameterKind::Denominator => id.step.is_none() || follows_output,
    }
}

fn assert_same(plan: &Plan, lane: &Projection, whole: &Projection) -> Result<(), TestCaseError> {
    for (ix, indicator) in plan.iter() {
        prop_assert_eq!(lane.kind(ix), whole.kind(ix), "{}", &indicator.id);
        prop_assert_eq!(lane.origins(ix), whole.origins(ix), "{}", &indicator.id);
        prop_assert_eq!(lane.last_actual(ix), whole.last_actual(ix), "{}", &indicator.id);
        let bits = |levels: Option<&[f64]>| {
            levels.map(|levels| levels.iter().map(|x| x.to_bits()).collect::<Vec<_>>())
        };
        prop_assert_eq!(bits(lane.levels(ix)), bits(whole.levels(ix)), "{}", &indicator.id);
    }
    // NaN is not equal to itself, but prints the same.
    let said = |projection: &Projection| {
        let discrepancies: Vec<_> = projection.discrepancies().iter().copied().collect();
        format!("{:?} {discrepancies:?}", projection.violations())
    };
    prop_assert_eq!(said(lane), said(whole));
    Ok(())
}

fn assert_reference(plan: &Plan, scenario: &Scenario, found: &Projection) -> Result<(), TestCaseError> {
    for (levels, (ix, indicator)) in reference::levels(plan, scenario, |ix| found.kind(ix))
        .iter()
        .zip(plan.iter())
    {
        prop_assert_eq!(levels.is_some(), found.levels(ix).is_some(), "{}", &indicator.id);
        let pairs = levels.iter().flatten().zip(found.levels(ix).unwrap_or(&[]));
        for (expected, level) in pairs {
            let size = expected.abs().max(level.abs()).max(1.0);
            prop_assert!(
                (expected - level).abs() <= 1e-9 * size,
                "{}: {level} is not {expected}",
                &indicator.id
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_lane_is_a_projection_and_every_projection_what_the_formulas_give(
        levers in (lever("Growth"), lever("Decline"), lever("Additive"), lever("Concentration")),
        points in prop::collection::vec(any::<bool>(), IDENTITIES.len()),
        rates in prop::collection::vec(rates(), 4),
        bases in prop::collection::vec(prop::option::weighted(0.3, 5.0..60.0_f64), 4),
        figures in prop::collection::vec(figures(), 4 + IDENTITIES.len()),
        free in prop::collection::vec(free(), 0..3),
    ) {
        let levers = [levers.0, levers.1, levers.2, levers.3];
        let plan = plan_of(&levers, &points);
        let mut scenario = Scenario::default();
        for (ix, _) in plan.levers() {
            let position = ix.position();
            if let Some(base) = bases[position] {
                scenario.bases.set(ix, base);
            }
            // Output growth is for concentration ratios.
            let rates = rates[position].clone();
            if let Some(rates) = rates.filter(|rates| position == 3 || !matches!(rates, Rates::OutputGrowth { .. })) {
                scenario.rates.set(ix, rates);
            }
        }
        let bare = project(&plan, &scenario);
        for (ix, _) in plan.iter() {
            // Figures near the existing levels.
            let base = bare.levels(ix).map_or(50.0, |levels| levels[0]);
            let entries = entries(&figures[ix.position()], base);
            if !entries.is_empty() {
                scenario.actuals.set(ix, entries);
            }
        }
        let whole = project(&plan, &scenario);
        assert_reference(&plan, &scenario, &whole)?;
        let mut evaluator = Evaluator::new(&plan, &Scenario::default());
        assert_same(&plan, &evaluator.project(&plan, &scenario), &whole)?;
        assert_same(&plan, &evaluator.project(&plan, &scenario), &whole)?;

        // At most one parameter per lever: two at once depend on their order.
        let mut parameters: Vec<ParameterId> = Vec::new();
        let mut columns = Vec::new();
        for (lever, kind, step, values) in free {
            let (indicator, _) = plan.levers().nth(lever).unwrap();
            let step = step.filter(|_| kind != ParameterKind::Base);
            let id = ParameterId { indicator, kind, step };
            let is_output = matches!(kind, ParameterKind::Numerator | ParameterKind::Denominator);
            let is_taken = parameters.iter().any(|other| other.indicator == indicator);
            if is_taken || !can_be_said(&scenario, id) || (is_output && lever != 3) {
                continue;
            }
            parameters.push(id);
            columns.push(values.map(|value| if kind == ParameterKind::Base { value + 20.0 } else { value }));
        }
        let program = Program::compile(&plan, &scenario, &parameters);
        let mut block = program.block::<LANES>();
        // Earlier results must not leak through.
        program.evaluate(&vec![[1.5; LANES]; columns.len()], &mut block);
        program.evaluate(&columns, &mut block);
        for lane in 0..LANES {
            let mut edited = scenario.clone();
            for (id, values) in parameters.iter().zip(&columns) {
                if id.kind == ParameterKind::Base {
                    edited.bases.set(id.indicator, values[lane]);
                } else {
                    edited.rates.set(id.indicator, turned(&plan, &scenario, *id, values[lane]));
                }
            }
            let whole = project(&plan, &edited);
            assert_same(&plan, &program.lane(&plan, &block, lane), &whole)?;
            assert_reference(&plan, &edited, &whole)?;
        }
        // One column at a time gives the same result, what follows from that alone taken from elsewhere.
        let (mut apart, mut again) = (program.block::<LANES>(), program.block::<LANES>());
        for place in 0..columns.len() {
            program.evaluate(&columns, &mut apart);
            for lane in 0..LANES {
                let mut moved: Vec<_> = columns.iter().map(|column| [column[lane]; LANES]).collect();
                moved[place] = [1.5; LANES];
                program.evaluate(&moved, &mut again);
                moved[place] = [columns[place][lane]; LANES];
                program.evaluate_beside((place, &moved), (&apart, lane), &mut again);
                for other in 0..LANES {
                    let found = program.lane(&plan, &again, other);
                    assert_same(&plan, &found, &program.lane(&plan, &block, lane))?;
                }
            }
        }
        // So does a program narrowed to one step.
        for step in 0..=STEPS {
            let narrow = program.clone().only(|_| step..step + 1);
            let mut few = narrow.block::<LANES>();
            narrow.evaluate(&columns, &mut few);
            for ix in program.moving() {
                let bits = |program: &Program, block| program.lanes(block, ix).unwrap()[step].map(f64::to_bits);
                prop_assert_eq!(bits(&narrow, &few), bits(&program, &block));
            }
        }
    }
}

#[test]
fn the_examples_are_what_the_formulas_give() {
    let plan = plan::read_text(BUILT_IN[0].id, BUILT_IN[0].text).unwrap();
    for example in &EXAMPLES {
        let loaded =
            planpath::scenario::read_text(example.id, example.text, std::path::Path::new("")).unwrap();
        let found = project(&loaded.plan, &loaded.scenario);
        assert_reference(&loaded.plan, &loaded.scenario, &found).unwrap();
    }
    assert!(plan.levers().count() > 20);
}

/// A level that is not a number invalidates whatever follows from it, in a lane as in a projection.
#[test]
fn what_is_no_number_has_no_levels_in_a_lane_either() {
    let text = r#"(format: 1, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "c")], indicators: [
        (id: "x", name: "x", category: "c", unit: "u", base: Some(2.0), dynamics: Additive),
        (id: "y", name: "y", category: "c", unit: "u", dynamics: Derived("1 / x")),
        (id: "z", name: "z", category: "c", unit: "u", dynamics: Derived("y * 2"))])"#;
    let plan = plan::read_text("p", text).unwrap();
    let [x, y, z] = ["x", "y", "z"].map(|id| plan.find(id).unwrap());
    let program = Program::compile(&plan, &Scenario::default(), &[ParameterId::rate(x)]);
    let mut block = program.block::<2>();
    program.evaluate(&[[0.5, -1.0]], &mut block);
    // 2, 1, 0: one divided by that is not a number.
    let [sound, broken] = [0, 1].map(|lane| program.lane(&plan, &block, lane));
    let has_levels =
        |projection: &Projection, of: [IndicatorIx; 3]| of.map(|ix| projection.levels(ix).is_some());
    assert_eq!(has_levels(&sound, [x, y, z]), [true, true, true]);
    assert_eq!(has_levels(&broken, [x, y, z]), [true, false, false]);
    assert_eq!(broken.kind(y), LevelKind::Unknown);
    let mut scenario = Scenario::default();
    scenario.rates.set(x, Rates::Constant(-1.0));
    assert_same(&plan, &broken, &project(&plan, &scenario)).unwrap();
}
